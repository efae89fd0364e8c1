//! The named policies of a clock: what happens where products differ. 时钟条款
//!
//! Every policy has a name, so that an agreement can say which one it means and an auditor can read it
//! (`docs/adr/0003-clock-semantics.md`). A clause's word goes before the agreement's, that before the
//! [`Profile`](crate::sla::Profile)'s, and that before the default.

use crate::kernel::codes;
use crate::time::Boundary;
use serde::{Deserialize, Serialize};

codes! {
    /// What a changed target does with the time that was consumed before.
    pub enum RetargetPolicy {
        /// Kept, segment by segment, as counted.
        CarryElapsed = "carry_elapsed", "Keep the elapsed time", "保留已用时间";
        /// Every segment is measured again under the new measure.
        RecomputeFromStart = "recompute_from_start", "Recompute from the start", "自起点重新计算";
        /// Nothing is kept: the original start becomes now.
        RestartNow = "restart_now", "Restart now", "立即重新开始";
        /// The consumed share of the old target is carried over.
        CarryFraction = "carry_fraction", "Keep the consumed share", "保留已用比例";
        /// As `carry_elapsed`, but only if it is due earlier than before.
        StricterOf = "stricter_of", "The stricter of both", "取更严格者";
    }
}

codes! {
    /// What reopening does with a stopped clock.
    pub enum ReopenPolicy {
        /// Runs on; the time between resolution and reopening does not count.
        ContinueExcludingResolved = "continue_excluding_resolved", "Continue without the resolved time", "继续计时，不含解决期间";
        /// Runs on; the time between resolution and reopening counts.
        ContinueIncludingResolved = "continue_including_resolved", "Continue with the resolved time", "继续计时，含解决期间";
        /// A new cycle with its own result.
        NewCycle = "new_cycle", "A new cycle", "新周期";
        /// Everything from the beginning, in the same cycle: a breach that was recorded stays.
        RestartFull = "restart_full", "The full target again", "重新给予全部时限";
        /// Stays stopped.
        Never = "never", "Never", "不再计时";
    }
}

codes! {
    /// Whether a breached clock can be paused.
    pub enum PauseAfterBreachPolicy {
        /// It pauses like any other.
        Pause = "pause", "Pauses", "暂停";
        /// It keeps running: overrun accumulates.
        KeepRunning = "keep_running", "Keeps running", "继续计时";
    }
}

/// The policies that a clause, an agreement or a profile states; what it leaves open is absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TermsStated {
    /// See [`RetargetPolicy`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retarget: Option<RetargetPolicy>,
    /// See [`ReopenPolicy`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopen: Option<ReopenPolicy>,
    /// See [`Boundary`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boundary: Option<Boundary>,
    /// See [`PauseAfterBreachPolicy`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pause_after_breach: Option<PauseAfterBreachPolicy>,
}

impl TermsStated {
    /// Nothing stated.
    pub const NONE: Self = Self { retarget: None, reopen: None, boundary: None, pause_after_breach: None };

    /// What is stated here, and `other` where nothing is.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self {
            retarget: if self.retarget.is_some() { self.retarget } else { other.retarget },
            reopen: if self.reopen.is_some() { self.reopen } else { other.reopen },
            boundary: if self.boundary.is_some() { self.boundary } else { other.boundary },
            pause_after_breach: if self.pause_after_breach.is_some() {
                self.pause_after_breach
            } else {
                other.pause_after_breach
            },
        }
    }
}

/// The policies that hold, all of them known.
///
/// ```
/// use itsm::sla::{Profile, ReopenPolicy, RetargetPolicy, Terms, TermsStated};
/// let clause = TermsStated { retarget: Some(RetargetPolicy::StricterOf), ..TermsStated::NONE };
/// let terms = Terms::resolve(clause, TermsStated::NONE, Some(Profile::Znuny));
/// assert_eq!(terms.retarget, RetargetPolicy::StricterOf, "the clause says it");
/// assert_eq!(terms.reopen, ReopenPolicy::Never, "the profile says it");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// On a changed target.
    pub retarget: RetargetPolicy,
    /// On reopening.
    pub reopen: ReopenPolicy,
    /// At closing time.
    pub boundary: Boundary,
    /// For a pause after the breach.
    pub pause_after_breach: PauseAfterBreachPolicy,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            retarget: RetargetPolicy::CarryElapsed,
            reopen: ReopenPolicy::ContinueExcludingResolved,
            boundary: Boundary::EarliestInstant,
            pause_after_breach: PauseAfterBreachPolicy::Pause,
        }
    }
}

impl Terms {
    /// Clause before agreement before profile before default.
    #[must_use]
    pub fn resolve(clause: TermsStated, agreement: TermsStated, profile: Option<super::Profile>) -> Self {
        let profile = profile.map_or(TermsStated::NONE, |profile| profile.row().terms);
        let stated = clause.or(agreement).or(profile);
        let default = Self::default();
        Self {
            retarget: stated.retarget.unwrap_or(default.retarget),
            reopen: stated.reopen.unwrap_or(default.reopen),
            boundary: stated.boundary.unwrap_or(default.boundary),
            pause_after_breach: stated.pause_after_breach.unwrap_or(default.pause_after_breach),
        }
    }
}
