//! The model of major incidents.

use crate::machine::Check;
use crate::people::Who;
use crate::reference::machine::{Process, leaving, legal};
use itsm::kernel::Duty;

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
    HandOver { to: Who },
}

#[derive(Clone, Debug)]
pub struct Major {
    pub state: &'static str,
    pub incident: usize,
    /// Whoever has led it; the last one does.
    managers: Vec<Who>,
    informed: bool,
    restored: bool,
    proposed_by: Option<Who>,
}

pub fn declare(incident: usize, check: &mut Check<'_>) -> Option<&'static str> {
    check.that(check.who.leads(), "authority");
    match check.model.incidents.get(incident) {
        None => check.that(false, "fact"),
        Some(of) => {
            let under_clock = ["classified", "assigned", "in_progress", "pending"].contains(&of.state);
            check.that(under_clock, "incident_state");
            check.that(of.major.is_none(), "incident_major");
            not_sole_resolver(Who::Major, incident, false, check);
        }
    }
    Some("T-MAJ-01")
}

/// Who leads the restoration does not do all of it.
fn not_sole_resolver(manager: Who, incident: usize, restored: bool, check: &mut Check<'_>) {
    let of = &check.model.incidents[incident];
    // Whoever restores it says that the network group's person did.
    let stated = restored.then_some(Who::Network);
    let resolvers: Vec<Who> = [stated, of.resolver, of.person].into_iter().flatten().collect();
    if !resolvers.is_empty() && resolvers.iter().all(|resolver| *resolver == manager) {
        check.separate(Duty::MajorIncidentManagerSoleResolver, manager, manager);
    }
}

pub fn check(id: usize, ask: AskMajor, check: &mut Check<'_>) -> Option<&'static str> {
    let (model, who) = (check.model, check.who);
    let state = model.majors.get(id).map(|major| major.state);
    let row = leaving(Process::MajorIncident, state).into_iter().find(|row| row.verb == verb(ask));
    let guard = row.and_then(|row| row.guard);
    let Some(major) = model.majors.get(id).filter(|major| row.is_some() || major.stays(ask)) else {
        check.that(false, "state");
        return guard;
    };
    let may = match ask {
        AskMajor::Inform => who.brings_receipts(),
        AskMajor::Update => who.leads_majors() || who.leads(),
        AskMajor::Close => who == Who::Manager,
        AskMajor::ProposeDowngrade | AskMajor::Downgrade | AskMajor::HandOver { .. } => {
            who.leads_majors() || who == Who::Manager
        }
        _ => who.leads_majors(),
    };
    check.that(may, "authority");
    if !matches!(ask, AskMajor::Inform | AskMajor::Close | AskMajor::Downgrade) {
        check.that(!who.leads_majors() || who == major.manager(), "manager");
    }
    match ask {
        AskMajor::Manage { every_s } => {
            check.that(major.informed, "top_management_informed");
            check.that((60..=3_600).contains(&every_s), "update_every_s");
        }
        AskMajor::Restore => not_sole_resolver(major.manager(), major.incident, true, check),
        AskMajor::BeginReview { by_resolver } | AskMajor::Review { by_resolver } => {
            if by_resolver {
                check.separate(Duty::ReviewFacilitatorResolver, Who::Network, Who::Network);
            }
        }
        AskMajor::Close => {
            for manager in &major.managers {
                check.separate(Duty::IncidentManagerMajorIncidentManager, who, *manager);
            }
        }
        AskMajor::Downgrade => match major.proposed_by {
            None => check.that(false, "proposal"),
            // Two persons are the rule itself, so no waiver makes one of them.
            Some(by) if by == who => check.that(false, "separation_of_duties"),
            Some(by) => {
                let other = if by == major.manager() { who == Who::Manager } else { who == major.manager() };
                check.that(other, "pair");
            }
        },
        AskMajor::HandOver { to } => {
            check.that(to != major.manager(), "change");
            not_sole_resolver(to, major.incident, major.restored, check);
        }
        AskMajor::Inform | AskMajor::Update | AskMajor::ProposeDowngrade => {}
    }
    guard
}

impl Major {
    pub fn declared(incident: usize) -> Self {
        let managers = vec![Who::Major];
        Self { state: "declared", incident, managers, informed: false, restored: false, proposed_by: None }
    }

    pub fn is_over(&self) -> bool {
        matches!(self.state, "closed" | "downgraded")
    }

    fn manager(&self) -> Who {
        self.managers[self.managers.len() - 1]
    }

    fn stays(&self, ask: AskMajor) -> bool {
        match ask {
            AskMajor::Inform => true,
            AskMajor::Update | AskMajor::ProposeDowngrade => matches!(self.state, "declared" | "managing"),
            AskMajor::HandOver { .. } => !matches!(self.state, "closed" | "downgraded"),
            _ => false,
        }
    }

    pub fn carry_out(&mut self, ask: AskMajor, who: Who) {
        if let Some(to) = legal(Process::MajorIncident, Some(self.state), verb(ask)) {
            self.state = to;
        }
        match ask {
            AskMajor::Inform => self.informed = true,
            AskMajor::ProposeDowngrade => self.proposed_by = Some(who),
            AskMajor::Restore => (self.restored, self.proposed_by) = (true, None),
            AskMajor::HandOver { to } => {
                self.managers.push(to);
                self.proposed_by = None;
            }
            _ => {}
        }
    }
}

pub const fn verb(ask: AskMajor) -> &'static str {
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
        AskMajor::HandOver { .. } => "hand_over",
    }
}
