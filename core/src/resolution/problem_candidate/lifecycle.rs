//! The table of problem candidates: what is legal, by which guard, for whom (spec 3.22).

use super::record::ProblemCandidatePhase;
use crate::kernel::{Label, Lifecycle, Role, Rule, Who};
use ProblemCandidatePhase::{Accepted, Declined, Raised};

const AVAILABILITY: Who = Who::Role(Role::AvailabilityManager);
const CAPACITY: Who = Who::Role(Role::CapacityManager);
const DESK: Who = Who::Role(Role::ServiceDesk);
const FIRST: Who = Who::Role(Role::FirstLine);
const GATEWAY: Who = Who::Role(Role::Gateway);
const INCIDENTS: Who = Who::Role(Role::IncidentManager);
const MANAGER: Who = Who::Role(Role::ProblemManager);
const MONITORING: Who = Who::Role(Role::Monitoring);
const SECOND: Who = Who::Role(Role::SecondLine);
const SUPPLIERS: Who = Who::Role(Role::SupplierManager);
const SYSTEM: Who = Who::Timer;
const THIRD: Who = Who::Role(Role::ThirdLine);

const FINDERS: &[Who] =
    &[SYSTEM, MONITORING, DESK, FIRST, SECOND, THIRD, INCIDENTS, MANAGER, CAPACITY, AVAILABILITY, SUPPLIERS];
const ANY: &[ProblemCandidatePhase] = ProblemCandidatePhase::ALL;

const fn rule(
    id: &'static str,
    command: &'static str,
    from: &'static [ProblemCandidatePhase],
    to: Option<ProblemCandidatePhase>,
    who: &'static [Who],
    en: &'static str,
    zh: &'static str,
) -> Rule<ProblemCandidatePhase> {
    Rule { id, command, from, to, who, words: Label::new(en, zh) }
}

/// The lifecycle of problem candidates.
#[rustfmt::skip]
pub static LIFECYCLE: Lifecycle<ProblemCandidatePhase> = Lifecycle {
    process: "problem_candidate",
    label: Label::new("Problem candidate", "问题候选"),
    prefix: "PRC",
    rules: &[
        rule("T-PRC-L1", "problem_candidate.raise", &[], Some(Raised), FINDERS,
            "the detection rule with the evidence that it asks for; no other candidate of the subject is open", "检测规则及其所需证据；该对象无其他未决候选"),
        rule("T-PRC-L2", "problem_candidate.add_evidence", &[Raised], Some(Raised), FINDERS,
            "further incidents", "新增事件"),
        rule("T-PRC-L3", "problem_candidate.accept", &[Raised], Some(Accepted), &[MANAGER],
            "the problem it becomes, not in use yet, or the open one it joins", "所转成的新问题，或所并入的未结问题"),
        rule("T-PRC-L4", "problem_candidate.decline", &[Raised], Some(Declined), &[MANAGER],
            "the reason", "原因"),
        rule("T-PRC-L5", "problem_candidate.confirm_notice", ANY, None, &[GATEWAY, DESK],
            "a notice that was requested", "已请求的通知"),
    ],
};
