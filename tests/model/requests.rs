//! The model of service requests (spec 3.21, T-SRQ of 3.30, ADR 4) and of the ballot that approves them (3.0.5).

use crate::incidents::To;
use crate::machine::{Check, DAY_S, Model, Response};
use crate::people::{Group, Who};
use itsm::kernel::Duty;
use std::collections::BTreeSet;

/// The models of the desk's policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// No approval, nothing to fill in.
    Mouse,
    /// No approval; alters configuration items under a standard change.
    Patch,
    /// Two of three approvers; for users; one task, one input.
    Access,
    /// Privileged: one of two approvers and always information security, for two days; one task, one input.
    Root,
    /// Not a model of the policy.
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Say {
    Approve,
    Reject,
    Return,
    Abstain,
}

/// Access that is granted in a fulfilment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    None,
    Endless,
    Ends,
    Ended,
}

/// What is asked of a service request.
#[derive(Clone, Copy, Debug)]
pub enum AskRequest {
    Validate { entitled: bool, impact: u8 },
    Approve,
    RequestApproval,
    Vote { by: Option<Who>, say: Say, said: bool },
    Delegate { to: Who },
    Edit { input: Option<&'static str> },
    FulfilBegin { group: Group, version: u32 },
    Fulfil { evidence: bool, grant: Grant, ci: bool },
    Close,
    Reject { said: bool },
    Cancel { said: bool },
    ToIncident { to: usize },
    ToChange,
    Wait { seconds: i64 },
    Resume,
    TaskDone { known: bool },
    Work { said: bool },
    Inform,
    Link(To),
    Recalculate,
    Excuse,
    ConfirmFulfilled,
}

const OPEN: &[&str] =
    &["submitted", "validated", "awaiting_approval", "approved", "in_fulfilment", "waiting"];
const FROM_VALIDATED: &[&str] =
    &["validated", "awaiting_approval", "approved", "in_fulfilment", "waiting", "fulfilled"];

/// What is legal, under which guard: T-SRQ-01 to 08 are the specification's, the others those of ADR 4.
#[rustfmt::skip]
const MOVES: &[(&str, &str, &[&str])] = &[
    ("T-SRQ-02", "validate", &["submitted"]),
    ("T-SRQ-03", "approve", &["validated"]),
    ("T-SRQ-03", "vote", &["awaiting_approval"]),
    ("T-SRQ-04", "fulfil_begin", &["approved"]),
    ("T-SRQ-05", "fulfil", &["in_fulfilment"]),
    ("T-SRQ-06", "close", &["fulfilled"]),
    ("T-SRQ-07", "reject", &["submitted", "validated", "approved", "in_fulfilment", "waiting"]),
    ("T-SRQ-L7", "reject", &["awaiting_approval"]),
    ("T-SRQ-07", "cancel", OPEN),
    ("T-SRQ-08", "convert", OPEN),
    ("T-SRQ-L1", "request_approval", &["validated"]),
    ("T-SRQ-L17", "request_approval", &["awaiting_approval", "approved"]),
    ("T-SRQ-L4", "delegate", &["awaiting_approval"]),
    ("T-SRQ-L5", "edit", &["submitted", "validated"]),
    ("T-SRQ-L6", "edit", &["awaiting_approval", "approved"]),
    ("T-SRQ-L8", "wait", &["in_fulfilment"]),
    ("T-SRQ-L9", "resume", &["waiting"]),
    ("T-SRQ-L10", "task_done", &["in_fulfilment"]),
    ("T-SRQ-L11", "work", OPEN),
    ("T-SRQ-L12", "inform", OPEN),
    ("T-SRQ-L13", "link", &["submitted", "validated", "awaiting_approval", "approved", "in_fulfilment", "waiting", "fulfilled"]),
    ("T-SRQ-L14", "recalculate", FROM_VALIDATED),
    ("T-SRQ-L15", "excuse_breach", FROM_VALIDATED),
    ("T-SRQ-L15", "excuse_breach", &["closed"]),
];
const RECEIPT: &str = "T-SRQ-L16";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Waiting,
    Accepted,
    Refused,
    Returned,
}

/// The vote on one content.
#[derive(Clone, Debug)]
pub struct Ballot {
    voters: Vec<Who>,
    needed: usize,
    security: bool,
    /// Whose vote, who cast it, what it says.
    votes: Vec<(Who, Who, Say)>,
    /// Who lets whom vote; the last one holds.
    delegations: Vec<(Who, Who)>,
    /// How long an acceptance holds, and up to when it does.
    valid_for_s: Option<i64>,
    valid_until: i64,
}

#[derive(Clone, Debug)]
pub struct Request {
    pub state: &'static str,
    pub item: Item,
    pub requester: Who,
    pub beneficiary: Who,
    pub response: Response,
    input: Option<&'static str>,
    ballot: Option<Ballot>,
    group: Option<Group>,
    person: Option<Who>,
    /// Who did the task of the model.
    task_by: Option<Who>,
    told: bool,
    delivered_at: Option<i64>,
    closes_at: i64,
    resumes_at: i64,
}

impl Item {
    const fn has_input(self) -> bool {
        matches!(self, Self::Access | Self::Root)
    }

    const fn needs_approval(self) -> bool {
        matches!(self, Self::Access | Self::Root)
    }

    const fn has_task(self) -> bool {
        matches!(self, Self::Access | Self::Root)
    }

    const fn approvers(self) -> &'static [Who] {
        match self {
            Self::Access => &[Who::Boss, Who::Levels, Who::NetworkDesk],
            Self::Root => &[Who::Boss, Who::Security],
            _ => &[],
        }
    }
}

impl Ballot {
    /// The ballot of a request: the model's approvers but for those who ask or benefit, unless a waiver lets them.
    pub fn open(request: &Request, model: &Model) -> Self {
        let may = |voter: &Who| request.bars(*voter).iter().all(|duty| model.lifted(*duty, *voter));
        let root = request.item == Item::Root;
        Self {
            voters: request.item.approvers().iter().copied().filter(may).collect(),
            needed: if root { 1 } else { 2 },
            security: root,
            votes: Vec::new(),
            delegations: Vec::new(),
            valid_for_s: root.then_some(2 * DAY_S),
            valid_until: i64::MAX,
        }
    }

    fn accepts(&self, approving: &[Who]) -> bool {
        approving.len() >= self.needed && (!self.security || approving.contains(&Who::Security))
    }

    fn outcome(&self) -> Outcome {
        let says = |say: Say| self.votes.iter().filter(move |vote| vote.2 == say).map(|vote| vote.0);
        let mut approving: Vec<Who> = says(Say::Approve).collect();
        if says(Say::Return).next().is_some() {
            return Outcome::Returned;
        }
        if self.accepts(&approving) {
            return Outcome::Accepted;
        }
        approving.extend(self.voters.iter().filter(|voter| self.vote_of(**voter).is_none()));
        if self.accepts(&approving) { Outcome::Waiting } else { Outcome::Refused }
    }

    fn vote_of(&self, voter: Who) -> Option<Say> {
        self.votes.iter().find(|vote| vote.0 == voter).map(|vote| vote.2)
    }

    fn outstanding(&self, voter: Who) -> bool {
        self.voters.contains(&voter) && self.vote_of(voter).is_none()
    }

    /// One vote for each voter, cast by him or by his last delegate; and nobody casts two.
    fn may_cast(&self, by: Who, cast_by: Who) -> bool {
        let delegate = self.delegations.iter().rev().find(|(from, _)| *from == by).map(|(_, to)| *to);
        self.outstanding(by)
            && (by == cast_by || delegate == Some(cast_by))
            && self.votes.iter().all(|vote| vote.1 != cast_by)
    }

    fn in_force(&self, now_s: i64) -> bool {
        self.outcome() == Outcome::Accepted && now_s <= self.valid_until
    }

    /// Whoever said yes, for himself or for another.
    fn approvers(&self) -> BTreeSet<Who> {
        let approvals = self.votes.iter().filter(|vote| vote.2 == Say::Approve);
        approvals.flat_map(|vote| [vote.0, vote.1]).collect()
    }
}

pub fn submit(
    item: Item,
    requester: Option<Who>,
    complete: bool,
    check: &mut Check<'_>,
) -> Option<&'static str> {
    let who = check.who;
    check.that(who.at_desk() || who.uses(), "authority");
    check.that(item != Item::Unknown, "model");
    check.that(complete || !item.has_input(), "inputs");
    let named = requester.or(check.on_behalf_of).unwrap_or(who);
    check.that(who.at_desk() || named == who, "requester");
    Some("T-SRQ-01")
}

pub fn check(id: usize, ask: AskRequest, check: &mut Check<'_>) -> Option<&'static str> {
    let (model, who) = (check.model, check.who);
    let legal = model.requests.get(id).and_then(|request| Some((request, request.guard(ask)?)));
    let Some((request, guard)) = legal else {
        check.that(false, "state");
        return None;
    };
    check.that(request.may(ask, who), "authority");
    let item = request.item;
    match ask {
        AskRequest::Validate { entitled, impact } => {
            check.that(entitled || item != Item::Access, "entitlement");
            check.that((1..=4).contains(&impact), "priority");
        }
        AskRequest::Approve => {
            check.that(!item.needs_approval(), "approval_needed");
            check.separate(Duty::RequestApproverRequester, who, request.requester);
            check.separate(Duty::RequestApproverBeneficiary, who, request.beneficiary);
        }
        AskRequest::RequestApproval => {
            check.that(item.needs_approval(), "no_approval_needed");
            let stands = request
                .ballot
                .as_ref()
                .is_some_and(|ballot| ballot.in_force(model.now_s) || ballot.outcome() == Outcome::Waiting);
            check.that(!item.needs_approval() || !stands, "approval_stands");
            let ballot = Ballot::open(request, model);
            check.that(!item.needs_approval() || ballot.accepts(&ballot.voters), "ballot");
        }
        AskRequest::Vote { by, say, said } => request.vote(by.unwrap_or(who), say, said, check),
        AskRequest::Delegate { to } => {
            let outstanding = request.ballot.as_ref().is_some_and(|ballot| ballot.outstanding(who));
            check.that(outstanding && to != who, "ballot");
        }
        AskRequest::Edit { input } => {
            check.that(input.is_some() || !item.has_input(), "inputs");
            check.that(input.is_none() || item.has_input(), "input_unknown");
            check.that(input != request.input, "change");
        }
        AskRequest::FulfilBegin { group, version } => {
            check.that(group != Group::Dissolved, "group_active");
            check.that(who.group() == Some(group), "group_member");
            check.that(version == 3, "instructions");
            let in_force = request.ballot.as_ref().is_some_and(|ballot| ballot.in_force(model.now_s));
            check.that(in_force || !item.needs_approval(), "approval_in_force");
        }
        AskRequest::Fulfil { evidence, grant, ci } => {
            check.that(!item.has_task() || request.task_by.is_some(), "tasks");
            check.that(evidence, "evidence");
            check.that(!ci || item == Item::Patch, "standard_change");
            let privileged = item == Item::Root;
            check.that(grant != Grant::Ended && (grant != Grant::Endless || !privileged), "access_expiry");
            if privileged {
                check.that(grant != Grant::None, "access");
                let approvers = request.ballot.as_ref().map(Ballot::approvers).unwrap_or_default();
                for fulfiller in request.task_by.into_iter().chain([who]) {
                    if approvers.contains(&fulfiller) {
                        check.separate(Duty::PrivilegedFulfillerApprover, fulfiller, fulfiller);
                    }
                }
            }
        }
        AskRequest::Reject { said } | AskRequest::Cancel { said } => check.that(said, "reason"),
        AskRequest::Work { said } => check.that(said, "note"),
        AskRequest::ToIncident { to } => check.that(to < model.incidents.len(), "fact"),
        AskRequest::Wait { seconds } => check.that(seconds > 0, "until"),
        AskRequest::TaskDone { known } => {
            check.that(known && item.has_task() && request.task_by.is_none(), "task");
        }
        AskRequest::Link(to) => check.that(to.exists(model.incidents.len()), "fact"),
        AskRequest::Excuse => check.that(request.response.breached(), "breach"),
        AskRequest::ConfirmFulfilled => check.that(request.told, "notice"),
        AskRequest::Close
        | AskRequest::ToChange
        | AskRequest::Resume
        | AskRequest::Inform
        | AskRequest::Recalculate => {}
    }
    Some(guard)
}

impl Request {
    pub fn submitted(item: Item, requester: Who, beneficiary: Who) -> Self {
        Self {
            state: "submitted",
            item,
            requester,
            beneficiary,
            response: Response::default(),
            input: item.has_input().then_some("x"),
            ballot: None,
            group: None,
            person: None,
            task_by: None,
            told: false,
            delivered_at: None,
            closes_at: 0,
            resumes_at: 0,
        }
    }

    pub fn is_over(&self) -> bool {
        matches!(self.state, "closed" | "rejected" | "cancelled" | "converted")
    }

    fn guard(&self, ask: AskRequest) -> Option<&'static str> {
        if matches!(ask, AskRequest::ConfirmFulfilled) {
            return Some(RECEIPT);
        }
        let mut moves = MOVES.iter();
        moves.find(|(_, of, from)| *of == verb(ask) && from.contains(&self.state)).map(|(guard, ..)| *guard)
    }

    /// The rows of 3.0.7 that keep a person from approving it.
    fn bars(&self, person: Who) -> Vec<Duty> {
        let rows = [
            (self.requester, Duty::RequestApproverRequester),
            (self.beneficiary, Duty::RequestApproverBeneficiary),
        ];
        rows.into_iter().filter(|(of, _)| *of == person).map(|(_, duty)| duty).collect()
    }

    fn may(&self, ask: AskRequest, who: Who) -> bool {
        let has_it = self.person == Some(who) || (who.group().is_some() && who.group() == self.group);
        let asks = [self.requester, self.beneficiary].contains(&who);
        let approver = match &self.ballot {
            Some(ballot) => {
                ballot.voters.contains(&who) || ballot.delegations.iter().any(|(_, to)| *to == who)
            }
            None => self.item.approvers().contains(&who),
        };
        match ask {
            AskRequest::Validate { .. }
            | AskRequest::Approve
            | AskRequest::RequestApproval
            | AskRequest::ToIncident { .. }
            | AskRequest::ToChange => who.at_desk(),
            AskRequest::Vote { .. } | AskRequest::Delegate { .. } => approver,
            // Approvers vote; they do not reject past the ballot.
            AskRequest::Reject { .. } => who.at_desk() || (approver && self.state != "awaiting_approval"),
            AskRequest::Edit { .. } | AskRequest::Close => asks || who.at_desk(),
            AskRequest::Cancel { .. } => asks,
            // Whoever begins belongs to the group: that is a condition of its own.
            AskRequest::FulfilBegin { .. } => true,
            AskRequest::Fulfil { .. }
            | AskRequest::Wait { .. }
            | AskRequest::Resume
            | AskRequest::TaskDone { .. } => has_it,
            AskRequest::Work { .. } | AskRequest::Inform | AskRequest::Link(_) => has_it || who.at_desk(),
            AskRequest::Recalculate => who.recalculates(),
            AskRequest::Excuse => who == Who::Levels,
            AskRequest::ConfirmFulfilled => who.brings_receipts(),
        }
    }

    /// A vote is the voter's, and neither he nor whoever casts it asks or benefits.
    fn vote(&self, by: Who, say: Say, said: bool, check: &mut Check<'_>) {
        let Some(ballot) = &self.ballot else { return };
        let cast_by = check.who;
        check.that(say != Say::Return || said, "comment");
        let counts = ballot.may_cast(by, cast_by);
        check.that(counts, "ballot");
        let persons = if counts { BTreeSet::from([by, cast_by]) } else { BTreeSet::from([by]) };
        for person in persons {
            for duty in self.bars(person) {
                check.separate(duty, person, person);
            }
        }
    }

    /// A wait ends, and what nobody answers closes.
    pub fn pass(&mut self, now_s: i64) {
        if self.state == "waiting" && self.resumes_at <= now_s {
            self.state = "in_fulfilment";
        }
        if let ("fulfilled", Some(delivered_at)) = (self.state, self.delivered_at)
            && self.closes_at.max(delivered_at) <= now_s
        {
            self.state = "closed";
        }
    }

    pub fn carry_out(&mut self, ask: AskRequest, who: Who, now_s: i64, opened: Option<Ballot>) {
        match ask {
            AskRequest::Validate { .. } => {
                self.state = "validated";
                self.response.attach();
            }
            AskRequest::Approve => self.state = "approved",
            AskRequest::RequestApproval => (self.state, self.ballot) = ("awaiting_approval", opened),
            AskRequest::Vote { by, say, .. } => self.voted(by.unwrap_or(who), who, say, now_s),
            AskRequest::Delegate { to } => {
                if let Some(ballot) = &mut self.ballot {
                    ballot.delegations.push((who, to));
                }
            }
            AskRequest::Edit { input } => {
                (self.input, self.ballot) = (input, None);
                if self.state != "submitted" {
                    self.state = "validated";
                }
            }
            AskRequest::FulfilBegin { group, .. } => {
                (self.state, self.group, self.person) = ("in_fulfilment", Some(group), Some(who));
                self.response.answer();
            }
            AskRequest::Fulfil { .. } => {
                (self.state, self.told, self.closes_at) = ("fulfilled", true, now_s + 3 * DAY_S);
            }
            AskRequest::Close => self.state = "closed",
            AskRequest::Reject { .. } => self.ended("rejected"),
            AskRequest::Cancel { .. } => self.ended("cancelled"),
            AskRequest::ToIncident { .. } | AskRequest::ToChange => self.ended("converted"),
            AskRequest::Wait { seconds } => (self.state, self.resumes_at) = ("waiting", now_s + seconds),
            AskRequest::Resume => self.state = "in_fulfilment",
            AskRequest::TaskDone { .. } => self.task_by = Some(who),
            AskRequest::Inform => self.response.answer(),
            AskRequest::ConfirmFulfilled => {
                self.delivered_at.get_or_insert(now_s);
            }
            AskRequest::Work { .. } | AskRequest::Link(_) | AskRequest::Recalculate | AskRequest::Excuse => {}
        }
    }

    fn voted(&mut self, by: Who, cast_by: Who, say: Say, now_s: i64) {
        let Some(ballot) = &mut self.ballot else { return };
        ballot.votes.push((by, cast_by, say));
        match ballot.outcome() {
            Outcome::Waiting => {}
            Outcome::Accepted => {
                ballot.valid_until = ballot.valid_for_s.map_or(i64::MAX, |seconds| now_s + seconds);
                self.state = "approved";
            }
            Outcome::Refused => self.ended("rejected"),
            Outcome::Returned => self.state = "validated",
        }
    }

    const fn ended(&mut self, state: &'static str) {
        self.state = state;
        self.response.answer();
    }
}

pub const fn verb(ask: AskRequest) -> &'static str {
    match ask {
        AskRequest::Validate { .. } => "validate",
        AskRequest::Approve => "approve",
        AskRequest::RequestApproval => "request_approval",
        AskRequest::Vote { .. } => "vote",
        AskRequest::Delegate { .. } => "delegate",
        AskRequest::Edit { .. } => "edit",
        AskRequest::FulfilBegin { .. } => "fulfil_begin",
        AskRequest::Fulfil { .. } => "fulfil",
        AskRequest::Close => "close",
        AskRequest::Reject { .. } => "reject",
        AskRequest::Cancel { .. } => "cancel",
        AskRequest::ToIncident { .. } | AskRequest::ToChange => "convert",
        AskRequest::Wait { .. } => "wait",
        AskRequest::Resume => "resume",
        AskRequest::TaskDone { .. } => "task_done",
        AskRequest::Work { .. } => "work",
        AskRequest::Inform => "inform",
        AskRequest::Link(_) => "link",
        AskRequest::Recalculate => "recalculate",
        AskRequest::Excuse => "excuse_breach",
        AskRequest::ConfirmFulfilled => "confirm_notice",
    }
}
