//! The model: for each record its state and the few data that the guards read, as the specification has them (3.0.7, 3.20, 3.21,
//! 3.30, and the moves that ADR 4 adds). It knows nothing of events, and counts business time with the reference calendar.

use crate::incidents::{self, Ask, Incident, Taken};
use crate::majors::{self, AskMajor, Major};
use crate::people::Who;
use crate::reference::calendar::RefCalendar;
use crate::requests::{self, AskRequest, Item, Request};
use crate::steps::About;
use itsm::kernel::Duty;
use std::collections::BTreeSet;

pub const DAY_S: i64 = 86_400;
/// Every record of the model is to be answered within an hour of the office.
pub const RESPONSE_S: i64 = 3_600;

thread_local! {
    static OFFICE: RefCalendar = {
        let day = vec![(9 * 60, 12 * 60), (13 * 60, 18 * 60)];
        let week = std::array::from_fn(|weekday| if weekday < 5 { day.clone() } else { Vec::new() });
        RefCalendar::new("Asia/Shanghai", week, BTreeSet::new(), BTreeSet::new(), Default::default()).expect("a calendar")
    };
}

#[derive(Clone, Copy, Debug)]
pub enum Op {
    Wait,
    /// `named`: the requester is `u-1`, whoever says so.
    Log {
        named: bool,
    },
    Import(Taken),
    Incident(usize, Ask),
    Declare {
        incident: usize,
    },
    Major(usize, AskMajor),
    Submit {
        item: Item,
        beneficiary: Who,
        requester: Option<Who>,
        complete: bool,
    },
    Request(usize, AskRequest),
    File {
        duty: Duty,
        person: Who,
        filing: Filing,
    },
    Revoke {
        waiver: usize,
        said: bool,
    },
}

impl Op {
    /// The process and what it is told.
    pub const fn kind(self) -> (&'static str, &'static str) {
        match self {
            Self::Wait => ("nobody", "wait"),
            Self::Log { .. } => ("incident", "log"),
            Self::Import(_) => ("incident", "import"),
            Self::Incident(_, ask) => ("incident", incidents::verb(ask)),
            Self::Declare { .. } => ("major_incident", "declare"),
            Self::Major(_, ask) => ("major_incident", majors::verb(ask)),
            Self::Submit { .. } => ("service_request", "submit"),
            Self::Request(_, ask) => ("service_request", requests::verb(ask)),
            Self::File { .. } => ("waiver", "file"),
            Self::Revoke { .. } => ("waiver", "revoke"),
        }
    }
}

/// How a waiver is filed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filing {
    /// From now for three days.
    InForce,
    /// From tomorrow.
    Later,
    /// It has ended already.
    Over,
    /// Another person approved it.
    ForAnother,
}

#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub gap_s: i64,
    pub who: Who,
    /// Whom the actor says he acts for. It is recorded and gives no authority.
    pub on_behalf_of: Option<Who>,
    pub op: Op,
}

#[derive(Clone, Debug)]
pub struct Waiver {
    duty: Duty,
    person: Who,
    from: i64,
    until: i64,
    revoked: bool,
}

/// The response clock: business time since the record began, until somebody answers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Response {
    attached: bool,
    answered: bool,
    worked_s: i64,
}

impl Response {
    pub const fn attach(&mut self) {
        self.attached = true;
    }

    /// What is said before the clock is attached does not stop it.
    pub const fn answer(&mut self) {
        self.answered |= self.attached;
    }

    pub const fn is_attached(&self) -> bool {
        self.attached
    }

    pub const fn breached(&self) -> bool {
        self.attached && self.worked_s > RESPONSE_S
    }

    const fn count(&mut self, worked_s: i64) {
        if !self.answered {
            self.worked_s += worked_s;
        }
    }
}

/// What the model expects: every condition that is unmet, and the guard where the specification or ADR 4 names it.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    pub lacks: BTreeSet<&'static str>,
    pub guard: Option<&'static str>,
    /// The rows of 3.0.7 that only a waiver lets pass.
    pub waived: BTreeSet<Duty>,
}

impl Verdict {
    pub fn accepted(&self) -> bool {
        self.lacks.is_empty()
    }
}

/// A command under the model's eyes.
pub struct Check<'a> {
    pub model: &'a Model,
    pub who: Who,
    pub on_behalf_of: Option<Who>,
    pub verdict: Verdict,
}

impl Check<'_> {
    pub fn that(&mut self, met: bool, condition: &'static str) {
        if !met {
            self.verdict.lacks.insert(condition);
        }
    }

    /// Nobody holds both duties of a row, unless a waiver in force names the row and the person.
    pub fn separate(&mut self, duty: Duty, one: Who, other: Who) {
        if one != other {
        } else if self.model.lifted(duty, one) {
            self.verdict.waived.insert(duty);
        } else {
            self.that(false, "separation_of_duties");
        }
    }
}

#[derive(Clone, Debug, Default)]
pub struct Model {
    pub now_s: i64,
    pub incidents: Vec<Incident>,
    pub majors: Vec<Major>,
    pub requests: Vec<Request>,
    pub waivers: Vec<Waiver>,
    pub expected: Verdict,
    /// What the latest step was about.
    pub latest: Option<About>,
}

impl Model {
    /// Time passes; what ends by itself ends.
    fn pass(&mut self, seconds: i64) {
        let worked_s = OFFICE.with(|office| office.between(self.now_s, self.now_s + seconds));
        self.now_s += seconds;
        for incident in &mut self.incidents {
            incident.response.count(worked_s);
            incident.pass(self.now_s);
        }
        for request in &mut self.requests {
            request.response.count(worked_s);
            request.pass(self.now_s);
        }
    }

    pub fn step(&mut self, step: &Step) {
        self.pass(step.gap_s);
        self.expected = self.verdict(step);
        if self.expected.accepted() {
            self.carry_out(step);
            // A receipt may be the last thing that an automatic closure waits for.
            self.pass(0);
        }
        self.latest = Some(step.op.about(self));
    }

    /// The model after a time in which nobody asks for anything.
    pub fn after(&self, gap_s: i64) -> Self {
        let mut then = self.clone();
        then.pass(gap_s);
        then
    }

    pub const fn waivers_filed(&self) -> usize {
        self.waivers.len()
    }

    pub fn lifted(&self, duty: Duty, person: Who) -> bool {
        self.waivers.iter().any(|waiver| {
            waiver.duty == duty
                && waiver.person == person
                && !waiver.revoked
                && (waiver.from..=waiver.until).contains(&self.now_s)
        })
    }

    pub fn verdict(&self, step: &Step) -> Verdict {
        let (who, on_behalf_of) = (step.who, step.on_behalf_of);
        let mut check = Check { model: self, who, on_behalf_of, verdict: Verdict::default() };
        check.verdict.guard = match step.op {
            Op::Wait => None,
            Op::Log { .. } => {
                check.that(who.at_desk() || who.uses(), "authority");
                Some("T-INC-01")
            }
            Op::Import(taken) => incidents::import(taken, &mut check),
            Op::Incident(id, ask) => incidents::check(id, ask, &mut check),
            Op::Declare { incident } => majors::declare(incident, &mut check),
            Op::Major(id, ask) => majors::check(id, ask, &mut check),
            Op::Submit { item, requester, complete, .. } => {
                requests::submit(item, requester, complete, &mut check)
            }
            Op::Request(id, ask) => requests::check(id, ask, &mut check),
            Op::File { filing, .. } => {
                check.that(who == Who::Top, "authority");
                check.that(who == Who::Top && filing != Filing::ForAnother, "approved_by");
                check.that(filing != Filing::Over, "valid_until");
                Some("T-SOD-L1")
            }
            Op::Revoke { waiver, said } => {
                if self.waivers.get(waiver).is_none_or(|waiver| waiver.revoked) {
                    check.that(false, "state");
                } else {
                    check.that(who == Who::Top, "authority");
                    check.that(said, "reason");
                }
                Some("T-SOD-L2")
            }
        };
        check.verdict
    }

    fn carry_out(&mut self, step: &Step) {
        let (now_s, who) = (self.now_s, step.who);
        match step.op {
            Op::Wait => {}
            Op::Log { named } => {
                let requester = if named { Who::User } else { step.on_behalf_of.unwrap_or(who) };
                self.incidents.push(Incident::logged(requester));
            }
            Op::Import(taken) => self.incidents.push(Incident::imported(taken)),
            Op::Incident(id, ask) => self.incidents[id].carry_out(ask, who, now_s),
            Op::Declare { incident } => {
                self.incidents[incident].major = Some(self.majors.len());
                self.majors.push(Major::declared(incident));
            }
            Op::Major(id, ask) => {
                self.majors[id].carry_out(ask, who);
                if matches!(ask, AskMajor::Downgrade) {
                    // It closes by itself again, like any other.
                    self.incidents[self.majors[id].incident].released(now_s);
                }
            }
            Op::Submit { item, beneficiary, requester, .. } => {
                let requester = requester.or(step.on_behalf_of).unwrap_or(who);
                self.requests.push(Request::submitted(item, requester, beneficiary));
            }
            Op::Request(id, ask) => {
                let ballot = match ask {
                    AskRequest::RequestApproval => Some(requests::Ballot::open(&self.requests[id], self)),
                    _ => None,
                };
                self.requests[id].carry_out(ask, who, now_s, ballot);
            }
            Op::File { duty, person, filing } => {
                let from = if filing == Filing::Later { now_s + DAY_S } else { now_s };
                let until = from + 3 * DAY_S;
                self.waivers.push(Waiver { duty, person, from, until, revoked: false });
            }
            Op::Revoke { waiver, .. } => self.waivers[waiver].revoked = true,
        }
    }
}
