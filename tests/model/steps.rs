//! The steps that may come next: what each record, and the desk, can be asked, by everybody, with sense and without.

use crate::documents::START_S;
use crate::incidents::{Ask, Taken, To};
use crate::machine::{Filing, Model, Op, Step};
use crate::majors::AskMajor;
use crate::people::{CAST, Group, Who};
use crate::requests::{AskRequest, Grant, Item, Say};
use itsm::kernel::Duty;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest_state_machine::ReferenceStateMachine;
use std::collections::BTreeMap;

const GAPS_S: [i64; 12] = [0, 0, 0, 0, 60, 60, 1_800, 1_800, 7_200, 7_200, 86_400, 4 * 86_400];
const MOST_INCIDENTS: usize = 3;
const MOST_REQUESTS: usize = 3;
const MOST_WAIVERS: usize = 3;

/// Every row that the processes of the desk know, with somebody whom it stops.
const ROWS: [(Duty, Who); 11] = [
    (Duty::ResolverClosureConfirmer, Who::NetworkDesk),
    (Duty::ResolverClosureConfirmer, Who::Network),
    (Duty::IncidentManagerAssignee, Who::Manager),
    (Duty::RequestApproverRequester, Who::Boss),
    (Duty::RequestApproverBeneficiary, Who::Boss),
    (Duty::RequestApproverRequester, Who::NetworkDesk),
    (Duty::RequestApproverBeneficiary, Who::NetworkDesk),
    (Duty::PrivilegedFulfillerApprover, Who::Security),
    (Duty::MajorIncidentManagerSoleResolver, Who::Major),
    (Duty::ReviewFacilitatorResolver, Who::Network),
    (Duty::IncidentManagerMajorIncidentManager, Who::Manager),
];

/// What a step is about.
#[derive(Clone, Copy, Debug)]
pub enum About {
    Desk,
    Waivers,
    Incident(usize),
    Major(usize),
    Request(usize),
}

impl Op {
    pub const fn about(self, model: &Model) -> About {
        match self {
            Self::Wait => About::Desk,
            // What was opened is the last there is.
            Self::Log { .. } | Self::Import(_) => About::Incident(model.incidents.len().saturating_sub(1)),
            Self::Submit { .. } => About::Request(model.requests.len().saturating_sub(1)),
            Self::Declare { .. } => About::Major(model.majors.len().saturating_sub(1)),
            Self::Incident(id, _) => About::Incident(id),
            Self::Major(id, _) => About::Major(id),
            Self::Request(id, _) => About::Request(id),
            Self::File { .. } | Self::Revoke { .. } => About::Desk,
        }
    }
}

/// What lives is asked more often than what is over, and what does not exist, one beyond the last, seldom.
fn subjects(model: &Model) -> Vec<About> {
    let mut all = vec![About::Desk, About::Waivers];
    for (id, incident) in model.incidents.iter().enumerate() {
        all.extend(vec![About::Incident(id); if incident.is_over() { 1 } else { 4 }]);
    }
    for (id, request) in model.requests.iter().enumerate() {
        all.extend(vec![About::Request(id); if request.is_over() { 1 } else { 9 }]);
    }
    for (id, major) in model.majors.iter().enumerate() {
        all.extend(vec![About::Major(id); if major.is_over() { 1 } else { 6 }]);
    }
    let unknown = [
        About::Incident(model.incidents.len()),
        About::Request(model.requests.len()),
        About::Major(model.majors.len()),
    ];
    all.extend(unknown);
    all
}

fn operations(about: About, model: &Model) -> Vec<Op> {
    match about {
        About::Desk => opening(model),
        About::Waivers => waivers(model),
        About::Incident(id) => incident(id, model),
        About::Major(id) => major(id),
        About::Request(id) => request(id, model),
    }
}

fn opening(model: &Model) -> Vec<Op> {
    let mut all = vec![Op::Wait];
    if model.incidents.len() < MOST_INCIDENTS {
        all.extend([Op::Log { named: true }, Op::Log { named: false }]);
        let closed = [true, false].map(|by_resolver| Taken::Closed { by_resolver });
        all.extend(closed.map(Op::Import));
        let others =
            [Taken::Classified, Taken::InProgress, Taken::Resolved, Taken::Unexplained, Taken::Future];
        all.extend(others.map(Op::Import));
    }
    if model.requests.len() < MOST_REQUESTS {
        for item in
            [Item::Mouse, Item::Patch, Item::Access, Item::Access, Item::Root, Item::Root, Item::Unknown]
        {
            for beneficiary in [Who::User, Who::Boss, Who::NetworkDesk] {
                for requester in [None, Some(Who::User), Some(Who::Boss)] {
                    all.push(Op::Submit { item, beneficiary, requester, complete: true });
                }
            }
            all.push(Op::Submit { item, beneficiary: Who::User, requester: None, complete: false });
        }
    }
    all
}

fn waivers(model: &Model) -> Vec<Op> {
    let mut all = Vec::new();
    if model.waivers_filed() < MOST_WAIVERS {
        for (duty, person) in ROWS {
            all.push(Op::File { duty, person, filing: Filing::InForce });
        }
        let (duty, person) = ROWS[0];
        all.extend([Filing::Later, Filing::Over, Filing::ForAnother].map(|filing| Op::File {
            duty,
            person,
            filing,
        }));
    }
    for waiver in 0..=model.waivers_filed() {
        all.extend([true, false].map(|said| Op::Revoke { waiver, said }));
    }
    all
}

fn incident(id: usize, model: &Model) -> Vec<Op> {
    let mut asks = vec![
        Ask::Classify,
        Ask::Acknowledge,
        Ask::Pend { seconds: 5_000 },
        Ask::Pend { seconds: 200_000 },
        Ask::Pend { seconds: 0 },
        Ask::Resume,
        Ask::Resolve { workaround: false },
        Ask::Resolve { workaround: true },
        Ask::Close { verified: true },
        Ask::Close { verified: false },
        Ask::Reopen,
        Ask::Cancel { duplicate_of: None },
        Ask::Cancel { duplicate_of: Some(0) },
        Ask::Convert { to: 0 },
        Ask::Convert { to: model.requests.len() },
        Ask::Reclassify { impact: 2, category: "c" },
        Ask::Reclassify { impact: 1, category: "c" },
        Ask::Reclassify { impact: 2, category: "d" },
        Ask::Reclassify { impact: 9, category: "c" },
        Ask::Override { priority: 4, expires_s: Some(90_000) },
        Ask::Override { priority: 1, expires_s: None },
        Ask::Override { priority: 1, expires_s: Some(0) },
        Ask::Override { priority: 9, expires_s: None },
        Ask::Move { service: true },
        Ask::Move { service: false },
        Ask::Work,
        Ask::Inform,
        Ask::Escalate { said: true },
        Ask::Escalate { said: false },
        Ask::Recalculate,
        Ask::Excuse,
        Ask::ConfirmResolved,
    ];
    asks.extend([Group::Network, Group::Database, Group::Dissolved].map(Ask::Reassign));
    let persons = [None, Some(Who::Manager), Some(Who::Major)];
    asks.extend(persons.map(|person| Ask::Assign { group: Group::Network, person }));
    asks.extend([Group::Database, Group::Dissolved].map(|group| Ask::Assign { group, person: None }));
    asks.extend([To::Problem, To::NoProblem, To::Change, To::Incident(0), To::Incident(1)].map(Ask::Link));
    for major in 0..=model.majors.len() {
        asks.extend([Ask::MarkMajor { major }, Ask::UnmarkMajor { major }]);
    }
    let mut all: Vec<Op> = asks.into_iter().map(|ask| Op::Incident(id, ask)).collect();
    all.push(Op::Declare { incident: id });
    all
}

fn major(id: usize) -> Vec<Op> {
    let mut asks = vec![
        AskMajor::Inform,
        AskMajor::Manage { every_s: 1_800 },
        AskMajor::Manage { every_s: 7_200 },
        AskMajor::Update,
        AskMajor::Restore,
        AskMajor::Close,
        AskMajor::ProposeDowngrade,
        AskMajor::Downgrade,
    ];
    for by_resolver in [true, false] {
        asks.extend([AskMajor::BeginReview { by_resolver }, AskMajor::Review { by_resolver }]);
    }
    let heirs = [Who::OtherMajor, Who::Major, Who::Manager, Who::Network];
    asks.extend(heirs.map(|to| AskMajor::HandOver { to }));
    asks.into_iter().map(|ask| Op::Major(id, ask)).collect()
}

fn request(id: usize, model: &Model) -> Vec<Op> {
    let mut asks = vec![
        AskRequest::Validate { entitled: true, impact: 2 },
        AskRequest::Validate { entitled: false, impact: 2 },
        AskRequest::Validate { entitled: true, impact: 9 },
        AskRequest::Approve,
        AskRequest::RequestApproval,
        AskRequest::Edit { input: None },
        AskRequest::Edit { input: Some("x") },
        AskRequest::Edit { input: Some("y") },
        AskRequest::FulfilBegin { group: Group::Network, version: 3 },
        AskRequest::FulfilBegin { group: Group::Database, version: 3 },
        AskRequest::FulfilBegin { group: Group::Dissolved, version: 3 },
        AskRequest::FulfilBegin { group: Group::Network, version: 2 },
        AskRequest::Fulfil { evidence: false, grant: Grant::Ends, ci: false },
        AskRequest::Fulfil { evidence: true, grant: Grant::Ends, ci: true },
        AskRequest::Close,
        AskRequest::ToIncident { to: 0 },
        AskRequest::ToIncident { to: model.incidents.len() },
        AskRequest::ToChange,
        AskRequest::Wait { seconds: 5_000 },
        AskRequest::Wait { seconds: 200_000 },
        AskRequest::Wait { seconds: 0 },
        AskRequest::Resume,
        AskRequest::TaskDone { known: true },
        AskRequest::TaskDone { known: false },
        AskRequest::Inform,
        AskRequest::Recalculate,
        AskRequest::Excuse,
        AskRequest::ConfirmFulfilled,
    ];
    for said in [true, false] {
        asks.extend([AskRequest::Reject { said }, AskRequest::Cancel { said }, AskRequest::Work { said }]);
    }
    let grants = [Grant::None, Grant::Endless, Grant::Ends, Grant::Ended];
    asks.extend(grants.map(|grant| AskRequest::Fulfil { evidence: true, grant, ci: false }));
    let own =
        [Say::Approve, Say::Approve, Say::Approve, Say::Approve, Say::Reject, Say::Return, Say::Abstain];
    asks.extend(own.map(|say| AskRequest::Vote { by: None, say, said: true }));
    asks.push(AskRequest::Vote { by: None, say: Say::Return, said: false });
    let voters = [Who::Boss, Who::Security, Who::Levels];
    asks.extend(voters.map(|by| AskRequest::Vote { by: Some(by), say: Say::Approve, said: false }));
    asks.extend([Who::Boss, Who::User, Who::Network].map(|to| AskRequest::Delegate { to }));
    asks.extend([To::Problem, To::NoProblem, To::Change, To::Incident(0)].map(AskRequest::Link));
    asks.into_iter().map(|ask| Op::Request(id, ask)).collect()
}

/// One of the steps, by the kind of its command: what leads on comes often, what ends a record early seldom, or nothing would live
/// long.
fn one_of(steps: Vec<Step>, weight: fn(&str) -> usize, place: Index, pace: Index) -> Option<Step> {
    let mut kinds: BTreeMap<(&str, &str), Vec<Step>> = BTreeMap::new();
    for step in steps {
        kinds.entry(step.op.kind()).or_default().push(step);
    }
    let weighed: Vec<&Vec<Step>> =
        kinds.iter().flat_map(|((_, verb), steps)| std::iter::repeat_n(steps, weight(verb))).collect();
    if weighed.is_empty() {
        return None;
    }
    let steps = pace.get(&weighed);
    Some(*place.get(steps))
}

/// What leads on comes often, what ends a record early seldom, or nothing would live long.
fn weight(verb: &str) -> usize {
    match verb {
        "classify" | "assign" | "acknowledge" | "resume" | "resolve" | "validate" | "approve"
        | "request_approval" | "vote" | "fulfil_begin" | "task_done" | "fulfil" | "manage" | "restore"
        | "review" | "confirm_notice" | "downgrade" | "file" => 12,
        "pend" | "wait" | "close" | "reopen" | "declare" | "begin_review" | "propose_downgrade"
        | "delegate" | "log" | "submit" => 6,
        "cancel" | "convert" | "reject" => 1,
        _ => 2,
    }
}

impl ReferenceStateMachine for Model {
    type State = Self;
    type Transition = Step;

    fn init_state() -> BoxedStrategy<Self> {
        Just(Self { now_s: START_S, ..Self::default() }).boxed()
    }

    fn transitions(model: &Self) -> BoxedStrategy<Step> {
        let model = model.clone();
        let on_behalf_of = prop_oneof![
            4 => Just(None),
            1 => select(&[Who::User, Who::Boss, Who::Network, Who::Manager][..]).prop_map(Some)
        ];
        // One thing at a time, mostly: whoever only jumps about never gets far.
        let latest = model.latest.unwrap_or(About::Desk);
        let about = prop_oneof![2 => Just(latest), 3 => select(subjects(&model))];
        let choice = (any::<Index>(), any::<Index>(), prop::bool::weighted(0.7));
        (select(&GAPS_S[..]), on_behalf_of, about, choice)
            .prop_map(move |(gap_s, on_behalf_of, about, (place, pace, sensible))| {
                let then = model.after(gap_s);
                let asked = operations(about, &model);
                let all =
                    asked.into_iter().flat_map(|op| CAST.map(|who| Step { gap_s, who, on_behalf_of, op }));
                let (sense, nonsense): (Vec<Step>, Vec<Step>) =
                    all.partition(|step| then.verdict(step).accepted());
                let legal = one_of(sense, weight, place, pace);
                let refused = one_of(nonsense, |_| 1, place, pace);
                let found = if sensible { legal.or(refused) } else { refused.or(legal) };
                found.unwrap_or(Step { gap_s, who: Who::Desk, on_behalf_of, op: Op::Wait })
            })
            .boxed()
    }

    fn apply(mut model: Self, step: &Step) -> Self {
        model.step(step);
        model
    }
}
