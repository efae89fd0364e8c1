//! The envelope that every record has, and its typed links. 记录信封

use crate::kernel::{
    CiId, Digest, EventHead, Instant, Notice, NoticeKind, Noticed, PersonId, Receipt, RecordId, ServiceId,
    Text, UnitId, codes,
};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

codes! {
    /// How two records are related (spec 3.0.11).
    pub enum LinkKind {
        /// This was caused by that.
        CausedBy = "caused_by", "Caused by", "由…引起";
        /// This restores that.
        Restores = "restores", "Restores", "恢复";
        /// This is the same matter as that.
        Duplicates = "duplicates", "Duplicates", "重复于";
        /// This is that again, after it was closed.
        RepeatOf = "repeat_of", "Repeat of", "再次发生";
        /// This belongs to that problem.
        RelatesProblem = "relates_problem", "Relates to problem", "关联问题";
        /// This is explained by that known error.
        HasKnownError = "has_known_error", "Has known error", "关联已知错误";
        /// That change resolves this.
        ResolvedByChange = "resolved_by_change", "Resolved by change", "由变更解决";
        /// This implements that.
        Implements = "implements", "Implements", "实施";
        /// This is contained in that release.
        ContainedInRelease = "contained_in_release", "Contained in release", "包含于发布";
        /// This affects that configuration item.
        AffectsCi = "affects_ci", "Affects CI", "影响配置项";
        /// This affects that service.
        AffectsService = "affects_service", "Affects service", "影响服务";
        /// This is the baseline of that.
        BaselineOf = "baseline_of", "Baseline of", "基线";
        /// This replaces that.
        Supersedes = "supersedes", "Supersedes", "取代";
        /// This is evidence for that.
        EvidenceFor = "evidence_for", "Evidence for", "证据";
        /// This was raised from that.
        RaisedFrom = "raised_from", "Raised from", "源自";
        /// That agreement covers this.
        CoveredByAgreement = "covered_by_agreement", "Covered by agreement", "适用协议";
        /// This underpins that.
        Underpins = "underpins", "Underpins", "支撑";
        /// This invoked that plan.
        InvokedPlan = "invoked_plan", "Invoked plan", "启动计划";
    }
}

codes! {
    /// Who may see a record.
    pub enum Confidentiality {
        /// Everybody at the provider and the customer concerned.
        Open = "open", "Open", "公开";
        /// The provider's staff.
        Internal = "internal", "Internal", "内部";
        /// Those who need to know, such as for security incidents.
        Restricted = "restricted", "Restricted", "受限";
    }
}

/// A link to another record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// How they are related, seen from the record that holds the link.
    pub kind: LinkKind,
    /// The other record.
    pub to: RecordId,
}

/// A file that the host keeps; the library keeps its name and hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// SHA-256 of the content.
    pub hash: Digest,
    /// Where the host finds it.
    pub reference: Text,
}

/// What every record has (spec 3.0.3).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Envelope {
    /// Files of the host.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// Affected configuration items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cis: Vec<CiId>,
    /// Who may see it.
    pub confidentiality: Confidentiality,
    /// When it was recorded.
    pub created_at: Instant,
    /// By whom.
    pub created_by: PersonId,
    /// Its id, also its number.
    pub id: RecordId,
    /// Whether it came in by bulk import, with its past as stated.
    #[serde(default, skip_serializing_if = "is_false")]
    pub imported: bool,
    /// Whether it was recorded later than the tolerance of the policy after it occurred.
    #[serde(default, skip_serializing_if = "is_false")]
    pub late_entry: bool,
    /// Its links.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// The notices requested for it, in order of their numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Noticed>,
    /// When it occurred.
    pub occurred_at: Instant,
    /// Who answers for it now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<PersonId>,
    /// The class that says how long it is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention_class: Option<SmolStr>,
    /// Affected services.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<ServiceId>,
    /// The unit it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// When the latest of its events happened.
    pub updated_at: Instant,
    /// How many events it has had.
    pub version: u64,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
const fn is_false(value: &bool) -> bool {
    !*value
}

impl Envelope {
    /// The envelope of a record that begins now.
    #[must_use]
    pub const fn new(id: RecordId, created_at: Instant, created_by: PersonId, occurred_at: Instant) -> Self {
        Self {
            attachments: Vec::new(),
            cis: Vec::new(),
            confidentiality: Confidentiality::Internal,
            created_at,
            created_by,
            id,
            imported: false,
            late_entry: false,
            links: Vec::new(),
            notices: Vec::new(),
            occurred_at,
            owner: None,
            retention_class: None,
            services: Vec::new(),
            unit: None,
            updated_at: created_at,
            version: 0,
        }
    }

    /// The linked records of one kind.
    pub fn linked(&self, kind: LinkKind) -> impl Iterator<Item = &RecordId> {
        self.links.iter().filter(move |link| link.kind == kind).map(|link| &link.to)
    }

    /// Notes that an event was folded in.
    pub fn touched(&mut self, head: &EventHead) {
        self.updated_at = self.updated_at.max(head.at);
        self.version = head.version;
    }

    /// Its links, and one for each item and service it affects: what a [`Fact`](crate::kernel::Fact) says of it.
    #[must_use]
    pub fn facts(&self) -> Vec<Link> {
        let link = |kind, id: &str| Some(Link { kind, to: RecordId::new(id).ok()? });
        let cis = self.cis.iter().filter_map(|ci| link(LinkKind::AffectsCi, ci.as_str()));
        let services = self.services.iter().filter_map(|s| link(LinkKind::AffectsService, s.as_str()));
        self.links.iter().cloned().chain(cis).chain(services).collect()
    }

    /// Adds a link once.
    pub fn link(&mut self, link: Link) {
        if !self.links.contains(&link) {
            self.links.push(link);
        }
    }

    /// The number that the next notice gets.
    #[must_use]
    pub fn next_notice(&self) -> u32 {
        u32::try_from(self.notices.len()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// Remembers a notice.
    pub fn requested(&mut self, notice: &Notice, at: Instant) {
        self.notices.push(Noticed {
            delivered_at: None,
            requested_at: at,
            to: notice.to.clone(),
            why: notice.why,
        });
    }

    /// Remembers the receipt for a notice; the first receipt counts.
    pub fn delivered(&mut self, receipt: &Receipt) {
        if let Some(noticed) = self.noticed_mut(receipt.number) {
            noticed.delivered_at.get_or_insert(receipt.delivered_at);
        }
    }

    fn noticed_mut(&mut self, number: u32) -> Option<&mut Noticed> {
        self.notices.get_mut(usize::try_from(number).ok()?.checked_sub(1)?)
    }

    /// The notice of that number.
    #[must_use]
    pub fn noticed(&self, number: u32) -> Option<&Noticed> {
        self.notices.get(usize::try_from(number).ok()?.checked_sub(1)?)
    }

    /// How many notices of that kind were delivered, requested at or after `since`.
    #[must_use]
    pub fn delivered_since(&self, why: NoticeKind, since: Instant) -> usize {
        self.notices
            .iter()
            .filter(|notice| {
                notice.why == why && notice.requested_at >= since && notice.delivered_at.is_some()
            })
            .count()
    }
}
