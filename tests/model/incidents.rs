//! The model of incidents.

use crate::machine::{Check, DAY_S, Response};
use crate::people::{Group, Who};
use crate::reference::machine::{Process, leaving, legal};
use itsm::kernel::Duty;

/// What is asked of an incident.
#[derive(Clone, Copy, Debug)]
pub enum Ask {
    Classify,
    Assign { group: Group, person: Option<Who> },
    Acknowledge,
    Reassign(Group),
    Pend { seconds: i64 },
    Resume,
    Resolve { workaround: bool },
    Close { verified: bool },
    Reopen,
    Cancel { duplicate_of: Option<usize> },
    Convert { to: usize },
    Reclassify { impact: u8, category: &'static str },
    Override { priority: u8, expires_s: Option<i64> },
    Move { service: bool },
    Work,
    Inform,
    Escalate { said: bool },
    Link(To),
    MarkMajor { major: usize },
    UnmarkMajor { major: usize },
    Recalculate,
    Excuse,
    ConfirmResolved,
}

/// Where a link points.
#[derive(Clone, Copy, Debug)]
pub enum To {
    /// A problem that is known.
    Problem,
    /// One that nobody knows, though the register is kept.
    NoProblem,
    /// A change, of which no register is kept.
    Change,
    Incident(usize),
}

/// An incident of another system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    Classified,
    InProgress,
    Resolved,
    Closed {
        by_resolver: bool,
    },
    /// Resolved, and nobody knows how.
    Unexplained,
    /// It will occur.
    Future,
}

#[derive(Clone, Debug)]
pub struct Incident {
    pub state: &'static str,
    pub requester: Who,
    pub group: Option<Group>,
    pub person: Option<Who>,
    pub resolver: Option<Who>,
    pub major: Option<usize>,
    pub response: Response,
    category: &'static str,
    impact: u8,
    /// The priority that was set, and when it ends.
    over: Option<(u8, Option<i64>)>,
    has_problem: bool,
    /// The requester was told of a resolution.
    told: bool,
    delivered_at: Option<i64>,
    closes_at: Option<i64>,
    reopen_until: i64,
    resumes_at: i64,
}

const UNDER_CLOCK: [&str; 4] = ["classified", "assigned", "in_progress", "pending"];

/// Opens an incident in its present state.
pub fn import(taken: Taken, check: &mut Check<'_>) -> Option<&'static str> {
    check.that(check.who == Who::Manager, "authority");
    check.that(taken != Taken::Unexplained, "resolution");
    check.that(taken != Taken::Future, "history");
    if taken == (Taken::Closed { by_resolver: true }) {
        check.separate(Duty::ResolverClosureConfirmer, Who::Network, Who::Network);
    }
    Some("T-INC-L16")
}

pub fn check(id: usize, ask: Ask, check: &mut Check<'_>) -> Option<&'static str> {
    let (model, who) = (check.model, check.who);
    let state = model.incidents.get(id).map(|incident| incident.state);
    let row = leaving(Process::Incident, state).into_iter().find(|row| row.verb == verb(ask));
    let guard = row.and_then(|row| row.guard);
    let Some(incident) = model.incidents.get(id).filter(|incident| row.is_some() || incident.stays(ask))
    else {
        check.that(false, "state");
        return guard;
    };
    check.that(incident.may(ask, who), "authority");
    match ask {
        Ask::Assign { group, .. } | Ask::Reassign(group) => {
            check.that(group != Group::Dissolved, "group_active");
            check.that(group.covers(incident.category), "group_competence");
        }
        Ask::Pend { seconds } => check.that(seconds > 0, "until"),
        Ask::Resolve { workaround } => check.that(!workaround || incident.has_problem, "workaround"),
        Ask::Close { verified } => {
            check.that(verified, "category_verified");
            // The user's own confirmation counts, whoever writes it down.
            let by_user = check.on_behalf_of == Some(incident.requester);
            let confirmer = if by_user { incident.requester } else { who };
            if let Some(resolver) = incident.resolver {
                check.separate(Duty::ResolverClosureConfirmer, confirmer, resolver);
            }
            let reviewed =
                |major: usize| matches!(model.majors[major].state, "reviewed" | "closed" | "downgraded");
            check.that(incident.major.is_none_or(reviewed), "major_reviewed");
        }
        Ask::Reopen => check.that(model.now_s <= incident.reopen_until, "reopen_window"),
        Ask::Cancel { duplicate_of } => {
            if let Some(other) = duplicate_of {
                let of = model.incidents.get(other);
                check.that(of.is_some(), "fact");
                check.that(other != id && of.is_none_or(|of| of.state != "cancelled"), "duplicate_of");
            }
            if let Some(person) = incident.person {
                check.separate(Duty::IncidentManagerAssignee, who, person);
            }
        }
        Ask::Convert { to } => check.that(to < model.requests.len(), "fact"),
        Ask::Reclassify { impact, category } => {
            check.that((impact, category) != (incident.impact, incident.category), "change");
            check.that((1..=4).contains(&impact), "priority");
        }
        Ask::Override { priority, expires_s } => {
            let ahead = expires_s.is_none_or(|seconds| seconds > 0);
            check.that((1..=4).contains(&priority) && ahead, "override");
        }
        Ask::Move { service } => check.that(service, "change"),
        Ask::Escalate { said } => check.that(said, "reason"),
        Ask::Link(to) => {
            check.that(to.exists(model.incidents.len()), "fact");
            check.that(!matches!(to, To::Incident(other) if other == id), "link");
        }
        // Declaring names it, in the same plan; a downgrade takes the name away. By itself there is nothing left to do.
        Ask::MarkMajor { major } => {
            check.that(incident.major.is_none(), "major");
            match model.majors.get(major) {
                None => check.that(false, "fact"),
                Some(of) => {
                    check.that(of.incident == id, "major");
                    check.that(of.state != "downgraded", "major_lasts");
                }
            }
        }
        Ask::UnmarkMajor { major } => {
            check.that(incident.major == Some(major), "major");
            match model.majors.get(major) {
                None => check.that(false, "fact"),
                Some(of) => check.that(of.state == "downgraded", "major_downgraded"),
            }
        }
        Ask::Excuse => check.that(incident.response.breached(), "breach"),
        Ask::ConfirmResolved => check.that(incident.told, "notice"),
        Ask::Classify | Ask::Acknowledge | Ask::Resume | Ask::Work | Ask::Inform | Ask::Recalculate => {}
    }
    guard
}

impl To {
    pub const fn exists(self, incidents: usize) -> bool {
        match self {
            Self::Problem | Self::Change => true,
            Self::NoProblem => false,
            Self::Incident(place) => place < incidents,
        }
    }
}

impl Incident {
    pub fn logged(requester: Who) -> Self {
        Self {
            state: "logged",
            requester,
            group: None,
            person: None,
            resolver: None,
            major: None,
            response: Response::default(),
            category: "c",
            impact: 2,
            over: None,
            has_problem: false,
            told: false,
            delivered_at: None,
            closes_at: None,
            reopen_until: i64::MAX,
            resumes_at: 0,
        }
    }

    /// Its past began a moment ago, and the network group has it as soon as anybody has.
    pub fn imported(taken: Taken) -> Self {
        let state = match taken {
            Taken::Classified | Taken::Future => "classified",
            Taken::InProgress => "in_progress",
            Taken::Resolved | Taken::Unexplained => "resolved",
            Taken::Closed { .. } => "closed",
        };
        let mut incident = Self { state, ..Self::logged(Who::User) };
        incident.response.attach();
        if state != "classified" {
            incident.group = Some(Group::Network);
            incident.response.answer();
        }
        if matches!(state, "resolved" | "closed") {
            incident.resolver = Some(Who::Network);
        }
        incident
    }

    /// The default matrix of 3.20 where urgency is 2, unless a priority was set.
    pub fn priority(&self) -> Option<u8> {
        let matrix = (self.impact + 2) / 2;
        self.response.is_attached().then(|| self.over.map_or(matrix, |(priority, _)| priority))
    }

    pub fn is_over(&self) -> bool {
        matches!(self.state, "closed" | "cancelled" | "converted")
    }

    fn is_open(&self) -> bool {
        self.state == "logged" || UNDER_CLOCK.contains(&self.state)
    }

    /// What is legal and leaves the state as it is: the moves that ADR 4 adds.
    fn stays(&self, ask: Ask) -> bool {
        let (under_clock, resolved) = (UNDER_CLOCK.contains(&self.state), self.state == "resolved");
        match ask {
            Ask::ConfirmResolved | Ask::UnmarkMajor { .. } => true,
            Ask::Work | Ask::Move { .. } | Ask::MarkMajor { .. } => self.is_open(),
            Ask::Inform | Ask::Escalate { .. } | Ask::Reclassify { .. } | Ask::Override { .. } => under_clock,
            Ask::Link(_) => self.is_open() || resolved,
            Ask::Recalculate => under_clock || resolved,
            Ask::Excuse => under_clock || resolved || self.state == "closed",
            _ => false,
        }
    }

    fn may(&self, ask: Ask, who: Who) -> bool {
        let has_it = self.person == Some(who) || (who.group().is_some() && who.group() == self.group);
        match ask {
            Ask::Acknowledge | Ask::Pend { .. } | Ask::Resume | Ask::Resolve { .. } => has_it,
            Ask::Reassign(_) if self.state == "in_progress" => has_it || who == Who::Manager,
            Ask::Reassign(_)
            | Ask::Reclassify { .. }
            | Ask::Move { .. }
            | Ask::Work
            | Ask::Inform
            | Ask::Escalate { .. }
            | Ask::Link(_) => has_it || who.leads(),
            Ask::Classify
            | Ask::Assign { .. }
            | Ask::Convert { .. }
            | Ask::Override { .. }
            | Ask::MarkMajor { .. } => who.leads(),
            Ask::Close { .. } | Ask::Reopen => who == self.requester || who.at_desk(),
            Ask::Cancel { .. } => who == Who::Manager,
            Ask::UnmarkMajor { .. } => who.leads_majors() || who == Who::Manager,
            Ask::Recalculate => who.recalculates(),
            Ask::Excuse => who == Who::Levels,
            Ask::ConfirmResolved => who.brings_receipts(),
        }
    }

    /// A priority that was set for a time ends, a wait ends, and what nobody answers closes: each at its own instant.
    pub fn pass(&mut self, now_s: i64) {
        if self.state == "pending" && self.resumes_at <= now_s {
            self.state = "in_progress";
        }
        let closing = match (self.state, self.closes_at, self.delivered_at) {
            ("resolved", Some(closes_at), Some(delivered_at)) => Some(closes_at.max(delivered_at)),
            _ => None,
        };
        let closing = closing.filter(|at| *at <= now_s);
        if let Some((_, Some(expires_at))) = self.over
            && (self.is_open() || self.state == "resolved")
            && expires_at <= closing.unwrap_or(now_s)
        {
            self.over = None;
        }
        if closing.is_some() {
            self.state = "closed";
        }
    }

    /// Its major incident was downgraded.
    pub fn released(&mut self, now_s: i64) {
        self.major = None;
        if self.state == "resolved" {
            self.closes_at = Some(now_s + 3 * DAY_S);
        }
    }

    pub fn carry_out(&mut self, ask: Ask, who: Who, now_s: i64) {
        if let Some(to) = legal(Process::Incident, Some(self.state), verb(ask)) {
            self.state = to;
        }
        match ask {
            Ask::Classify => self.response.attach(),
            Ask::Assign { group, person } => (self.group, self.person) = (Some(group), person),
            Ask::Reassign(group) => (self.group, self.person) = (Some(group), None),
            Ask::Acknowledge => {
                self.person = Some(who);
                self.response.answer();
            }
            Ask::Inform | Ask::Cancel { .. } | Ask::Convert { .. } => self.response.answer(),
            Ask::Pend { seconds } => self.resumes_at = now_s + seconds,
            Ask::Resolve { .. } => {
                (self.resolver, self.told, self.delivered_at) = (Some(who), true, None);
                self.closes_at = self.major.is_none().then_some(now_s + 3 * DAY_S);
                self.reopen_until = now_s + 10 * DAY_S;
            }
            Ask::Reclassify { impact, category } => (self.impact, self.category) = (impact, category),
            Ask::Override { priority, expires_s } => {
                self.over = Some((priority, expires_s.map(|seconds| now_s + seconds)));
            }
            Ask::Link(To::Problem) => self.has_problem = true,
            Ask::MarkMajor { major } => self.major = Some(major),
            Ask::UnmarkMajor { .. } => self.released(now_s),
            Ask::ConfirmResolved => {
                self.delivered_at.get_or_insert(now_s);
            }
            _ => {}
        }
    }
}

pub const fn verb(ask: Ask) -> &'static str {
    match ask {
        Ask::Classify => "classify",
        Ask::Assign { .. } => "assign",
        Ask::Acknowledge => "acknowledge",
        Ask::Reassign(_) => "reassign",
        Ask::Pend { .. } => "pend",
        Ask::Resume => "resume",
        Ask::Resolve { .. } => "resolve",
        Ask::Close { .. } => "close",
        Ask::Reopen => "reopen",
        Ask::Cancel { .. } => "cancel",
        Ask::Convert { .. } => "convert",
        Ask::Reclassify { .. } => "reclassify",
        Ask::Override { .. } => "override_priority",
        Ask::Move { .. } => "move",
        Ask::Work => "work",
        Ask::Inform => "inform",
        Ask::Escalate { .. } => "escalate",
        Ask::Link(_) => "link",
        Ask::MarkMajor { .. } => "mark_major",
        Ask::UnmarkMajor { .. } => "unmark_major",
        Ask::Recalculate => "recalculate",
        Ask::Excuse => "excuse_breach",
        Ask::ConfirmResolved => "confirm_notice",
    }
}
