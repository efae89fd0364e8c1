//! Lifecycles: the one constant table that says what is legal. 生命周期
//!
//! A process has an enum of phases and a table of [`Rule`]s: from, command, to, guard id, who may. `decide` consults the
//! table, [`Lifecycle::allowed`] reads it, and diagrams, exports, conformance checks and tests are made from it.

use crate::kernel::{Coded, Label, Role};
use serde::Serialize;
use std::fmt::Write as _;

/// Who may use a rule. Anyone named suffices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// A holder of this role.
    Role(Role),
    /// The person or group the record is assigned to.
    Assignee,
    /// The person the record was raised by or for.
    Requester,
    /// A voter of the record's approval.
    Approver,
    /// The library's own timers.
    Timer,
}

impl Who {
    /// The code shown in tables: a role's code, or the relation.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Role(role) => role.code(),
            Self::Assignee => "assignee",
            Self::Requester => "requester",
            Self::Approver => "approver",
            Self::Timer => "timer",
        }
    }

    /// What people read.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Role(role) => role.label(),
            Self::Assignee => Label::new("Assignee", "受理人"),
            Self::Requester => Label::new("Requester", "请求人"),
            Self::Approver => Label::new("Approver", "审批人"),
            Self::Timer => Label::new("Timer", "定时器"),
        }
    }
}

/// One row of a lifecycle table.
#[derive(Debug)]
pub struct Rule<P: 'static> {
    /// The guard id, as in the specification: `T-INC-04`.
    pub id: &'static str,
    /// The command's kind: `incident.acknowledge`.
    pub command: &'static str,
    /// The phases it is legal in; none: the command opens a record.
    pub from: &'static [P],
    /// The phase it leads to; none: the record stays where it is, or opens in a stated phase.
    pub to: Option<P>,
    /// Who may; none: anyone.
    pub who: &'static [Who],
    /// What must be recorded or true, in words.
    pub words: Label,
}

/// The lifecycle of a process.
#[derive(Debug)]
pub struct Lifecycle<P: 'static> {
    /// The process: `incident`.
    pub process: &'static str,
    /// What people read.
    pub label: Label,
    /// What its record numbers begin with: `INC`.
    pub prefix: &'static str,
    /// The table.
    pub rules: &'static [Rule<P>],
}

/// One legal move, as exported to hosts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "LifecycleMove"))]
pub struct Move {
    /// The guard id.
    pub guard: &'static str,
    /// The phase before; none when the command opens a record.
    pub from: Option<&'static str>,
    /// The command's kind.
    pub command: &'static str,
    /// The phase after.
    pub to: &'static str,
    /// What must be recorded or true.
    pub words: Label,
}

impl<P: Coded> Lifecycle<P> {
    /// The rule under which the command is legal in that phase (`None`: there is no record yet).
    #[must_use]
    pub fn rule(&self, from: Option<P>, command: &str) -> Option<&'static Rule<P>> {
        self.rules.iter().find(|rule| {
            rule.command == command && from.map_or(rule.from.is_empty(), |phase| rule.from.contains(&phase))
        })
    }

    /// The first rule of that command, whatever the phase: the one that a refusal names.
    #[must_use]
    pub fn governing(&self, command: &str) -> Option<&'static Rule<P>> {
        self.rules.iter().find(|rule| rule.command == command)
    }

    /// Whether nothing leads on from that phase: a record in it has ended.
    #[must_use]
    pub fn is_final(&self, phase: P) -> bool {
        let leads_on = |rule: &Rule<P>| rule.from.contains(&phase) && rule.to.is_some_and(|to| to != phase);
        !self.rules.iter().any(leads_on)
    }

    /// The commands that are legal in that phase, in the order of the table.
    #[must_use]
    pub fn allowed(&self, from: Option<P>) -> Vec<&'static str> {
        let mut commands: Vec<_> = self
            .rules
            .iter()
            .filter(|rule| from.map_or(rule.from.is_empty(), |phase| rule.from.contains(&phase)))
            .map(|rule| rule.command)
            .collect();
        commands.dedup();
        commands
    }

    /// Every kind of command, once, in the order of the table.
    #[must_use]
    pub fn commands(&self) -> Vec<&'static str> {
        let mut commands: Vec<_> = Vec::new();
        for rule in self.rules {
            if !commands.contains(&rule.command) {
                commands.push(rule.command);
            }
        }
        commands
    }

    /// The table, a row for each phase.
    #[must_use]
    pub fn table(&self) -> Vec<Move> {
        let mut moves = Vec::new();
        for rule in self.rules {
            let row = |from: Option<P>, to: P| Move {
                guard: rule.id,
                from: from.map(P::code),
                command: rule.command,
                to: to.code(),
                words: rule.words,
            };
            match (rule.from, rule.to) {
                ([], Some(to)) => moves.push(row(None, to)),
                // A record that is taken over begins in any phase.
                ([], None) => moves.extend(P::ALL.iter().map(|to| row(None, *to))),
                (from, to) => moves.extend(from.iter().map(|phase| row(Some(*phase), to.unwrap_or(*phase)))),
            }
        }
        moves
    }

    /// A Mermaid state diagram of the moves that change the phase.
    ///
    /// ```
    /// use itsm::kernel::{Label, Lifecycle, Rule};
    /// itsm::kernel::codes! {
    ///     /// Phases of a door.
    ///     pub enum Door {
    ///         /// Open.
    ///         Open = "open", "Open", "开";
    ///         /// Shut.
    ///         Shut = "shut", "Shut", "关";
    ///     }
    /// }
    /// static DOOR: Lifecycle<Door> = Lifecycle {
    ///     process: "door", label: Label::new("Door", "门"), prefix: "DOOR",
    ///     rules: &[Rule { id: "T-DOOR-01", command: "door.shut", from: &[Door::Open], to: Some(Door::Shut), who: &[],
    ///                     words: Label::new("nobody in it", "无人") }],
    /// };
    /// assert_eq!(DOOR.allowed(Some(Door::Open)), ["door.shut"]);
    /// assert!(DOOR.mermaid().contains("open --> shut: shut (T-DOOR-01)"));
    /// ```
    #[must_use]
    pub fn mermaid(&self) -> String {
        let mut text = String::from("stateDiagram-v2\n");
        for phase in P::ALL {
            let label = phase.label();
            let _ = writeln!(text, "    {}: {} {}", phase.code(), label.en, label.zh);
        }
        let taken_over = |step: &Move| self.governing(step.command).is_some_and(|rule| rule.to.is_none());
        for step in self.table().iter().filter(|step| step.from != Some(step.to) && !taken_over(step)) {
            let verb = step.command.rsplit('.').next().unwrap_or_default();
            let _ =
                writeln!(text, "    {} --> {}: {verb} ({})", step.from.unwrap_or("[*]"), step.to, step.guard);
        }
        text
    }
}
