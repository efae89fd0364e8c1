//! The table of legal holds. The guards are ours; 3.30 has none for them.

use super::record::LegalHoldPhase;
use crate::kernel::{Label, Lifecycle, Role, Rule, Who};
use LegalHoldPhase::{InForce, Released};

/// Who answers for what the law asks (spec 3.2: SECM, legal).
const LEGAL: &[Who] = &[
    Who::Role(Role::SecurityManager),
    Who::Role(Role::ManagementRepresentative),
    Who::Role(Role::TopManagement),
];

/// The lifecycle of legal holds.
#[rustfmt::skip]
pub static LIFECYCLE: Lifecycle<LegalHoldPhase> = Lifecycle {
    process: "legal_hold",
    label: Label::new("Legal hold", "法律保留"),
    prefix: "HLD",
    rules: &[
        Rule { id: "T-HLD-L1", command: "legal_hold.place", from: &[], to: Some(InForce), who: LEGAL,
            words: Label::new("known records or a person, a reason and an authority", "已知记录或人员、原因及依据") },
        Rule { id: "T-HLD-L2", command: "legal_hold.release", from: &[InForce], to: Some(Released), who: LEGAL,
            words: Label::new("a reason, and another person than placed it; no waiver lifts that", "原因；须由放置人以外的人解除，任何豁免均不适用") },
        Rule { id: "T-HLD-L3", command: "legal_hold.confirm_notice", from: LegalHoldPhase::ALL, to: None,
            who: &[Who::Role(Role::Gateway), Who::Role(Role::ServiceDesk)],
            words: Label::new("a notice that was requested", "已请求的通知") },
    ],
};
