//! The clock policies of known products, each as far as its documents and published behaviour state them. 产品预设
//!
//! Whoever moves from one of these gets the due times that users are used to by naming the profile. A row says what it
//! rests on and what it leaves open; where a product leaves a policy open the default holds.

use crate::kernel::{Label, codes};
use crate::sla::{ReopenPolicy, RetargetPolicy, TermsStated};
use crate::time::Boundary;

codes! {
    /// A product whose clock behaviour has a name here.
    pub enum Profile {
        /// Combodo iTop.
        Itop = "itop", "iTop", "iTop";
        /// GLPI.
        Glpi = "glpi", "GLPI", "GLPI";
        /// Znuny and the OTRS family.
        Znuny = "znuny", "Znuny", "Znuny";
        /// Zammad.
        Zammad = "zammad", "Zammad", "Zammad";
        /// osTicket.
        Osticket = "osticket", "osTicket", "osTicket";
        /// Request Tracker.
        Rt = "rt", "Request Tracker", "Request Tracker";
        /// Frappe Helpdesk.
        Frappe = "frappe", "Frappe Helpdesk", "Frappe Helpdesk";
        /// ServiceNow.
        Servicenow = "servicenow", "ServiceNow", "ServiceNow";
        /// Jira Service Management.
        Jira = "jira", "Jira Service Management", "Jira Service Management";
    }
}

/// One product: its policies as far as stated, and what they rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProfileRow {
    /// Which product.
    pub profile: Profile,
    /// Its policies; absent where the product states none.
    pub terms: TermsStated,
    /// What the product does on a changed target.
    pub on_retarget: Label,
    /// What it does on reopening.
    pub on_reopen: Label,
    /// What it does with a target used up at closing time.
    pub on_boundary: Label,
}

impl ProfileRow {
    /// The names of the policies for which the product states nothing; the default holds there.
    ///
    /// ```
    /// use itsm::sla::Profile;
    /// assert_eq!(Profile::Itop.row().not_stated(), ["pause_after_breach"]);
    /// assert_eq!(Profile::Zammad.row().not_stated(), ["boundary", "pause_after_breach"]);
    /// ```
    #[must_use]
    pub fn not_stated(&self) -> Vec<&'static str> {
        [
            ("retarget", self.terms.retarget.is_none()),
            ("reopen", self.terms.reopen.is_none()),
            ("boundary", self.terms.boundary.is_none()),
            ("pause_after_breach", self.terms.pause_after_breach.is_none()),
        ]
        .into_iter()
        .filter_map(|(name, open)| open.then_some(name))
        .collect()
    }
}

const fn stated(
    retarget: Option<RetargetPolicy>,
    reopen: Option<ReopenPolicy>,
    boundary: Option<Boundary>,
) -> TermsStated {
    TermsStated { retarget, reopen, boundary, pause_after_breach: None }
}

const NOT_STATED: Label = Label::new("not stated", "未说明");
const STAYS_AT_CLOSING: Label = Label::new("due at closing time", "到期于关闭时刻");

/// Every profile, in the order of [`Profile::ALL`].
pub const PROFILES: &[ProfileRow] = &[
    ProfileRow {
        profile: Profile::Itop,
        terms: stated(
            Some(RetargetPolicy::CarryElapsed),
            Some(ReopenPolicy::ContinueExcludingResolved),
            Some(Boundary::EarliestInstant),
        ),
        on_retarget: Label::new("the goal is recomputed, the spent time is kept", "目标重算，已用时间保留"),
        on_reopen: Label::new(
            "resumes with the spent time; the solved interval is not counted",
            "继续计时，解决期间不计",
        ),
        on_boundary: STAYS_AT_CLOSING,
    },
    ProfileRow {
        profile: Profile::Glpi,
        terms: stated(
            Some(RetargetPolicy::RecomputeFromStart),
            Some(ReopenPolicy::ContinueExcludingResolved),
            Some(Boundary::NextOpening),
        ),
        on_retarget: Label::new(
            "only where a rule assigns another SLA; then recomputed from the opening date",
            "仅当规则分配新的 SLA 时自开单时刻重算",
        ),
        on_reopen: Label::new("the solved interval is added to the waiting time", "解决期间计入等待时间"),
        on_boundary: Label::new("due at the next opening", "到期于下一个开放时刻"),
    },
    ProfileRow {
        profile: Profile::Znuny,
        terms: stated(
            Some(RetargetPolicy::RecomputeFromStart),
            Some(ReopenPolicy::Never),
            Some(Boundary::EarliestInstant),
        ),
        on_retarget: Label::new(
            "nothing unless SLA or queue changes; then recomputed from creation",
            "仅当 SLA 或队列变化时自创建时刻重算",
        ),
        on_reopen: Label::new(
            "the solution target never comes back after a first close",
            "首次关闭后不再计时",
        ),
        on_boundary: STAYS_AT_CLOSING,
    },
    ProfileRow {
        profile: Profile::Zammad,
        terms: stated(
            Some(RetargetPolicy::RecomputeFromStart),
            Some(ReopenPolicy::ContinueIncludingResolved),
            None,
        ),
        on_retarget: Label::new(
            "the SLA is selected again and recomputed from creation",
            "重新选择 SLA 并自创建时刻重算",
        ),
        on_reopen: Label::new("recomputed; may be overdue at once", "重算，可能立即超期"),
        on_boundary: NOT_STATED,
    },
    ProfileRow {
        profile: Profile::Osticket,
        terms: stated(
            Some(RetargetPolicy::RecomputeFromStart),
            Some(ReopenPolicy::RestartFull),
            Some(Boundary::EarliestInstant),
        ),
        on_retarget: Label::new("recomputed", "重算"),
        on_reopen: Label::new(
            "the full grace period again from the reopen date",
            "自重开时刻重新给予全部宽限期",
        ),
        on_boundary: STAYS_AT_CLOSING,
    },
    ProfileRow {
        profile: Profile::Rt,
        terms: stated(
            Some(RetargetPolicy::RecomputeFromStart),
            Some(ReopenPolicy::ContinueIncludingResolved),
            None,
        ),
        on_retarget: Label::new(
            "recomputed from creation when the SLA level changes",
            "SLA 级别变化时自创建时刻重算",
        ),
        on_reopen: Label::new("recomputed", "重算"),
        on_boundary: NOT_STATED,
    },
    ProfileRow {
        profile: Profile::Frappe,
        terms: stated(
            Some(RetargetPolicy::RecomputeFromStart),
            Some(ReopenPolicy::ContinueExcludingResolved),
            Some(Boundary::EarliestInstant),
        ),
        on_retarget: Label::new(
            "the due time is recomputed from creation and hold time",
            "按创建时刻与挂起时间重算到期",
        ),
        on_reopen: Label::new("the resolved interval is added to the hold time", "解决期间计入挂起时间"),
        on_boundary: STAYS_AT_CLOSING,
    },
    ProfileRow {
        profile: Profile::Servicenow,
        terms: stated(Some(RetargetPolicy::RestartNow), Some(ReopenPolicy::NewCycle), None),
        on_retarget: Label::new(
            "usually the old one is cancelled and a new one attached; a retroactive start keeps elapsed time",
            "通常取消旧的并附加新的；追溯起点时保留已用时间",
        ),
        on_reopen: Label::new(
            "a new attachment where the start condition holds",
            "满足开始条件时附加新的时钟",
        ),
        on_boundary: NOT_STATED,
    },
    ProfileRow {
        profile: Profile::Jira,
        terms: stated(Some(RetargetPolicy::RestartNow), Some(ReopenPolicy::NewCycle), None),
        on_retarget: Label::new(
            "the first matching goal applies; elapsed time is carried only with linked goals",
            "采用首个匹配的目标；仅关联目标保留已用时间",
        ),
        on_reopen: Label::new("a new cycle", "新周期"),
        on_boundary: NOT_STATED,
    },
];

impl Profile {
    /// What this product states.
    #[must_use]
    pub fn row(self) -> ProfileRow {
        PROFILES.iter().find(|row| row.profile == self).copied().unwrap_or(ProfileRow {
            profile: self,
            terms: TermsStated::NONE,
            on_retarget: NOT_STATED,
            on_reopen: NOT_STATED,
            on_boundary: NOT_STATED,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_profile_has_its_row() {
        let rows: Vec<Profile> = PROFILES.iter().map(|row| row.profile).collect();
        assert_eq!(rows, Profile::ALL);
    }
}
