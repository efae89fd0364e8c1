//! The incident targets that the specification proposes (3.20), as an agreement to start from. 事件时限预设

use crate::kernel::{ClauseId, Code, IdError, LevelId, PolicyId, Role, Text};
use crate::sla::{
    Clause, Conditions, Level, LevelKind, LevelPoint, Metric, SelectionMode, SlaPolicy, Target, Told,
};

/// Priority, response target and resolution target in seconds.
const TARGETS: [(u8, u32, u32); 4] =
    [(1, 30 * 60, 4 * 3_600), (2, 3_600, 8 * 3_600), (3, 4 * 3_600, 48 * 3_600), (4, 8 * 3_600, 72 * 3_600)];

/// Percent, kind, who is told. Warnings by 3.0.9 (g), to the customer too (INC-08); hierarchical escalation by 3.20.
const LEVELS: [(&str, u16, LevelKind, &[Told]); 5] = [
    ("escalate-50", 50, LevelKind::Hierarchical, &[Told::Role(Role::IncidentManager)]),
    ("warn-75", 75, LevelKind::Warning, &[Told::Role(Role::ServiceDesk), Told::Requester]),
    ("escalate-75", 75, LevelKind::Hierarchical, &[Told::Role(Role::ServiceOwner)]),
    ("warn-90", 90, LevelKind::Warning, &[Told::Role(Role::ServiceDesk), Told::Requester]),
    ("escalate-100", 100, LevelKind::Hierarchical, &[Told::Role(Role::TopManagement)]),
];

/// Builds an agreement with the proposed incident targets of four priorities, 1 being the highest.
///
/// | priority | response | resolution |
/// |---|---|---|
/// | 1 | 30 min | 4 h |
/// | 2 | 1 h | 8 h |
/// | 3 | 4 h | 48 h |
/// | 4 | 8 h | 72 h |
///
/// ```
/// use itsm::kernel::PolicyId;
/// use itsm::sla::{IncidentPreset, Target};
/// let office = IncidentPreset::default().in_calendar(PolicyId::new("office").unwrap()).policy();
/// assert_eq!(office.clauses.len(), 8);
/// assert_eq!(office.clauses[0].target, Target::Working { seconds: 1_800 });
/// office.check().unwrap();
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IncidentPreset {
    calendar: Option<PolicyId>,
    pause_reasons: Vec<Code>,
}

impl IncidentPreset {
    /// Targets count in the opening time of that calendar; without one they count elapsed time.
    #[must_use]
    pub fn in_calendar(mut self, calendar: PolicyId) -> Self {
        self.calendar = Some(calendar);
        self
    }

    /// The resolution clock pauses for these reasons.
    #[must_use]
    pub fn pausing_for(mut self, reasons: impl IntoIterator<Item = Code>) -> Self {
        self.pause_reasons.extend(reasons);
        self
    }

    /// The agreement.
    #[must_use]
    pub fn policy(&self) -> SlaPolicy {
        let clauses = TARGETS.iter().flat_map(|(priority, response_s, resolution_s)| {
            [(Metric::Response, *response_s), (Metric::Resolution, *resolution_s)]
                .map(|(metric, seconds)| self.clause(*priority, metric, seconds))
        });
        SlaPolicy {
            name: Text::literal("Incident targets"),
            customer: None,
            precedence: 100,
            selection: SelectionMode::Precedence,
            profile: None,
            terms: None,
            // The ids of the table are all valid.
            clauses: clauses.filter_map(Result::ok).collect(),
        }
    }

    fn clause(&self, priority: u8, metric: Metric, seconds: u32) -> Result<Clause, IdError> {
        let levels = LEVELS.iter().map(|(id, percent, kind, told)| {
            Ok(Level {
                id: LevelId::new(id)?,
                at: LevelPoint::Percent(*percent),
                kind: *kind,
                notify: told.to_vec(),
            })
        });
        Ok(Clause {
            id: ClauseId::new(format!("p{priority}-{metric}"))?,
            metric,
            when: Conditions {
                priorities: vec![priority],
                kinds: vec![Code::new("incident")?],
                ..Conditions::default()
            },
            target: match self.calendar {
                Some(_) => Target::Working { seconds },
                None => Target::Elapsed { seconds },
            },
            calendar: self.calendar.clone(),
            pause_reasons: match metric {
                Metric::Resolution => self.pause_reasons.clone(),
                Metric::Response | Metric::Update => Vec::new(),
            },
            max_pause_s: None,
            stops_on: None,
            levels: levels.collect::<Result<_, IdError>>()?,
            terms: None,
        })
    }
}
