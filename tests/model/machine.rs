//! The model: for each record its state and the few data that the guards read. It walks the reference's tables.

use crate::reference::machine::{Process, legal};

/// Who acts. The order is that of [`ACTORS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Desk,
    Network,
    Database,
    Manager,
    Major,
    User,
    NetworkDesk,
}

pub const ACTORS: [Who; 7] =
    [Who::Desk, Who::Network, Who::Database, Who::Manager, Who::Major, Who::User, Who::NetworkDesk];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    Network,
    Database,
}

impl Who {
    const fn at_desk(self) -> bool {
        matches!(self, Self::Desk | Self::NetworkDesk)
    }

    const fn leads(self) -> bool {
        self.at_desk() || matches!(self, Self::Manager)
    }

    const fn group(self) -> Option<Group> {
        match self {
            Self::Network | Self::NetworkDesk => Some(Group::Network),
            Self::Database => Some(Group::Database),
            _ => None,
        }
    }
}

/// What is asked of an incident.
#[derive(Clone, Copy, Debug)]
pub enum Ask {
    Classify,
    Assign(Group),
    Acknowledge,
    Reassign(Group),
    Pend { seconds: i64 },
    Resume,
    Resolve { workaround: bool },
    Close { verified: bool },
    Reopen,
    Cancel { duplicate_of: Option<usize> },
    Convert,
    Work,
    Inform,
    ConfirmResolved,
}

/// What is asked of a major incident.
#[derive(Clone, Copy, Debug)]
pub enum AskMajor {
    Inform,
    Manage { every_s: i64 },
    Update,
    Restore,
    BeginReview { by_resolver: bool },
    Review { by_resolver: bool },
    Close,
    ProposeDowngrade,
    Downgrade,
}

#[derive(Clone, Copy, Debug)]
pub enum Op {
    Wait,
    Log,
    Incident(usize, Ask),
    Declare { incident: usize },
    Major(usize, AskMajor),
}

#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub gap_s: i64,
    pub who: Who,
    pub op: Op,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    pub state: &'static str,
    group: Option<Group>,
    person: Option<Who>,
    resolver: Option<Who>,
    resolved_at: i64,
    closes_by_itself: bool,
    delivered_at: Option<i64>,
    resumes_at: i64,
    major: Option<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Major {
    pub state: &'static str,
    informed: bool,
    proposed_by: Option<Who>,
}

/// What the model expects: acceptance, or a refusal for a named condition and, where the specification names it, under a guard.
pub type Verdict = Result<(), Refusal>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub lacks: &'static str,
    pub guard: Option<&'static str>,
}

#[derive(Clone, Debug, Default)]
pub struct Model {
    pub now_s: i64,
    pub incidents: Vec<Incident>,
    pub majors: Vec<Major>,
    pub expected: Option<Verdict>,
}

const DAY_S: i64 = 86_400;
const UNDER_CLOCK: [&str; 4] = ["classified", "assigned", "in_progress", "pending"];

fn lacks(met: bool, condition: &'static str) -> Result<(), &'static str> {
    if met { Ok(()) } else { Err(condition) }
}

impl Model {
    /// Time passes; what ends by itself ends.
    fn pass(&mut self, seconds: i64) {
        self.now_s += seconds;
        for incident in &mut self.incidents {
            if incident.state == "pending" && incident.resumes_at <= self.now_s {
                incident.state = "in_progress";
            }
            if let (true, "resolved", Some(delivered_at)) =
                (incident.closes_by_itself, incident.state, incident.delivered_at)
                && delivered_at.max(incident.resolved_at + 3 * DAY_S) <= self.now_s
            {
                incident.state = "closed";
            }
        }
    }

    pub fn step(&mut self, step: &Step) {
        self.pass(step.gap_s);
        let verdict = self.verdict(step.who, step.op);
        if verdict.is_ok() {
            self.carry_out(step.who, step.op);
            // A receipt may be the last thing that an automatic closure waits for.
            self.pass(0);
        }
        self.expected = Some(verdict);
    }

    /// The model after a time in which nobody asks for anything.
    pub fn after(&self, gap_s: i64) -> Self {
        let mut then = self.clone();
        then.pass(gap_s);
        then
    }

    pub fn verdict(&self, who: Who, op: Op) -> Verdict {
        let (process, state, verb) = match op {
            Op::Wait => return Ok(()),
            Op::Log => (Process::Incident, None, "log"),
            Op::Declare { .. } => (Process::MajorIncident, None, "declare"),
            Op::Incident(id, ask) => (Process::Incident, self.incidents.get(id).map(|i| i.state), verb(ask)),
            Op::Major(id, ask) => {
                (Process::MajorIncident, self.majors.get(id).map(|m| m.state), verb_of_major(ask))
            }
        };
        let met = match op {
            Op::Incident(id, ask) => self.incident(id, who, ask, verb),
            Op::Major(id, ask) => self.major(id, who, ask, verb),
            Op::Declare { incident } => self.declare(incident, who),
            _ => lacks(who.at_desk() || who == Who::User, "authority"),
        };
        let row = crate::reference::machine::leaving(process, state).into_iter().find(|row| row.verb == verb);
        met.map_err(|lacks| Refusal { lacks, guard: row.and_then(|row| row.guard) })
    }

    fn incident(&self, id: usize, who: Who, ask: Ask, verb: &str) -> Result<(), &'static str> {
        let Some(incident) = self.incidents.get(id) else { return Err("state") };
        let moves = legal(Process::Incident, Some(incident.state), verb).is_some();
        let stays = match ask {
            Ask::Work => incident.state == "logged" || UNDER_CLOCK.contains(&incident.state),
            Ask::Inform => UNDER_CLOCK.contains(&incident.state),
            Ask::ConfirmResolved => true,
            _ => false,
        };
        lacks(moves || stays, "state")?;
        let has_it = incident.person == Some(who) || (who.group().is_some() && who.group() == incident.group);
        let requester = who == Who::User;
        let may = match ask {
            Ask::Classify | Ask::Assign(_) | Ask::Convert => who.leads(),
            Ask::Acknowledge | Ask::Pend { .. } | Ask::Resume | Ask::Resolve { .. } => has_it,
            Ask::Reassign(_) if incident.state == "in_progress" => has_it || who == Who::Manager,
            Ask::Reassign(_) | Ask::Work | Ask::Inform => has_it || who.leads(),
            Ask::Close { .. } | Ask::Reopen => requester || who.at_desk(),
            Ask::Cancel { .. } => who == Who::Manager,
            Ask::ConfirmResolved => who.at_desk(),
        };
        lacks(may, "authority")?;
        match ask {
            Ask::Pend { seconds } => lacks(seconds > 0, "until"),
            Ask::Resolve { workaround } => lacks(!workaround, "workaround"),
            Ask::Close { verified } => {
                lacks(verified, "category_verified")?;
                lacks(incident.resolver != Some(who), "separation_of_duties")?;
                let reviewed =
                    |major: usize| matches!(self.majors[major].state, "reviewed" | "closed" | "downgraded");
                lacks(incident.major.is_none_or(reviewed), "major_reviewed")
            }
            Ask::Reopen => lacks(self.now_s <= incident.resolved_at + 10 * DAY_S, "reopen_window"),
            Ask::Cancel { duplicate_of: None } => Ok(()),
            Ask::Cancel { duplicate_of: Some(other) } => match self.incidents.get(other) {
                None => Err("fact"),
                Some(of) => lacks(other != id && of.state != "cancelled", "duplicate_of"),
            },
            Ask::Convert => Err("fact"),
            Ask::ConfirmResolved => lacks(incident.resolver.is_some(), "notice"),
            _ => Ok(()),
        }
    }

    fn declare(&self, incident: usize, who: Who) -> Result<(), &'static str> {
        lacks(who.leads(), "authority")?;
        let Some(incident) = self.incidents.get(incident) else { return Err("fact") };
        lacks(UNDER_CLOCK.contains(&incident.state), "incident_state")?;
        lacks(incident.major.is_none(), "incident_major")
    }

    fn major(&self, id: usize, who: Who, ask: AskMajor, verb: &str) -> Result<(), &'static str> {
        let Some(major) = self.majors.get(id) else { return Err("state") };
        let moves = legal(Process::MajorIncident, Some(major.state), verb).is_some();
        let stays = match ask {
            AskMajor::Inform => true,
            AskMajor::Update | AskMajor::ProposeDowngrade => matches!(major.state, "declared" | "managing"),
            _ => false,
        };
        lacks(moves || stays, "state")?;
        let may = match ask {
            AskMajor::Inform => who.at_desk(),
            AskMajor::Update => who == Who::Major || who.leads(),
            AskMajor::Close => who == Who::Manager,
            AskMajor::ProposeDowngrade | AskMajor::Downgrade => matches!(who, Who::Major | Who::Manager),
            _ => who == Who::Major,
        };
        lacks(may, "authority")?;
        match ask {
            AskMajor::Manage { every_s } => {
                lacks(major.informed, "top_management_informed")?;
                lacks((1..=3_600).contains(&every_s), "update_every_s")
            }
            AskMajor::BeginReview { by_resolver } | AskMajor::Review { by_resolver } => {
                lacks(!by_resolver, "separation_of_duties")
            }
            AskMajor::Downgrade => {
                lacks(major.proposed_by.is_some(), "proposal")?;
                lacks(major.proposed_by != Some(who), "separation_of_duties")
            }
            _ => Ok(()),
        }
    }

    fn carry_out(&mut self, who: Who, op: Op) {
        let now_s = self.now_s;
        match op {
            Op::Wait => {}
            Op::Log => self.incidents.push(Incident {
                state: "logged",
                group: None,
                person: None,
                resolver: None,
                resolved_at: 0,
                closes_by_itself: false,
                delivered_at: None,
                resumes_at: 0,
                major: None,
            }),
            Op::Declare { incident } => {
                self.incidents[incident].major = Some(self.majors.len());
                self.majors.push(Major { state: "declared", informed: false, proposed_by: None });
            }
            Op::Incident(id, ask) => {
                let incident = &mut self.incidents[id];
                if let Some(to) = legal(Process::Incident, Some(incident.state), verb(ask)) {
                    incident.state = to;
                }
                match ask {
                    Ask::Assign(group) | Ask::Reassign(group) => {
                        (incident.group, incident.person) = (Some(group), None);
                    }
                    Ask::Acknowledge => incident.person = Some(who),
                    Ask::Pend { seconds } => incident.resumes_at = now_s + seconds,
                    Ask::Resolve { .. } => {
                        (incident.resolver, incident.resolved_at) = (Some(who), now_s);
                        incident.closes_by_itself = incident.major.is_none();
                        incident.delivered_at = None;
                    }
                    Ask::ConfirmResolved => {
                        incident.delivered_at.get_or_insert(now_s);
                    }
                    _ => {}
                }
            }
            Op::Major(id, ask) => {
                let major = &mut self.majors[id];
                if let Some(to) = legal(Process::MajorIncident, Some(major.state), verb_of_major(ask)) {
                    major.state = to;
                }
                major.informed |= matches!(ask, AskMajor::Inform);
                match ask {
                    AskMajor::ProposeDowngrade => major.proposed_by = Some(who),
                    AskMajor::Restore => major.proposed_by = None,
                    _ => {}
                }
            }
        }
    }
}

pub const fn verb(ask: Ask) -> &'static str {
    match ask {
        Ask::Classify => "classify",
        Ask::Assign(_) => "assign",
        Ask::Acknowledge => "acknowledge",
        Ask::Reassign(_) => "reassign",
        Ask::Pend { .. } => "pend",
        Ask::Resume => "resume",
        Ask::Resolve { .. } => "resolve",
        Ask::Close { .. } => "close",
        Ask::Reopen => "reopen",
        Ask::Cancel { .. } => "cancel",
        Ask::Convert => "convert",
        Ask::Work => "work",
        Ask::Inform => "inform",
        Ask::ConfirmResolved => "confirm_notice",
    }
}

pub const fn verb_of_major(ask: AskMajor) -> &'static str {
    match ask {
        AskMajor::Inform => "confirm_notice",
        AskMajor::Manage { .. } => "manage",
        AskMajor::Update => "update",
        AskMajor::Restore => "restore",
        AskMajor::BeginReview { .. } => "begin_review",
        AskMajor::Review { .. } => "review",
        AskMajor::Close => "close",
        AskMajor::ProposeDowngrade => "propose_downgrade",
        AskMajor::Downgrade => "downgrade",
    }
}
