//! The conditions of the guards, and which of them a table can show. 条件可检性
//!
//! A condition is checked exactly when the mapping names the columns it is read from and does not except it. Every
//! other one is listed as not checkable and refuses nothing (DECISIONS 20). That the actor holds the role a rule asks
//! for is never checked: no table of tickets holds it.

use super::columns::{Field, Row};
use super::mapping::{HistoryMapping, MappingError, Unchecked};
use crate::kernel::{Duty, Instant, Label};
use crate::priority::PriorityMatrix;
use serde::Serialize;
use std::collections::BTreeSet;

/// A condition of a guard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckedCondition {
    /// The guard id.
    pub guard: &'static str,
    /// The stable code of the condition.
    pub condition: &'static str,
    /// What must be so.
    pub words: Label,
}

/// Which conditions a mapping lets us check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Checking {
    /// Those that are checked.
    pub checked: Vec<CheckedCondition>,
    /// Those that the table cannot show.
    pub not_checkable: Vec<CheckedCondition>,
}

/// What is known when a condition is asked.
pub(super) struct Known<'a> {
    pub(super) row: &'a Row<'a>,
    pub(super) matrix: Option<&'a PriorityMatrix>,
    pub(super) resolved_by: Option<&'a str>,
    pub(super) reopen_until: Option<Instant>,
}

enum Needs {
    Never,
    Columns(&'static [Field]),
    Matrix,
    Window,
}

struct Condition {
    guard: &'static str,
    id: &'static str,
    words: Label,
    needs: Needs,
    met: fn(&Known<'_>) -> bool,
}

const fn shown(
    guard: &'static str,
    id: &'static str,
    needs: Needs,
    met: fn(&Known<'_>) -> bool,
    en: &'static str,
    zh: &'static str,
) -> Condition {
    Condition { guard, id, words: Label::new(en, zh), needs, met }
}

const fn hidden(guard: &'static str, id: &'static str, en: &'static str, zh: &'static str) -> Condition {
    Condition { guard, id, words: Label::new(en, zh), needs: Needs::Never, met: |_| true }
}

fn coded(known: &Known<'_>) -> bool {
    known.row.resolution_code.is_some()
}

#[rustfmt::skip]
static CONDITIONS: &[Condition] = &[
    shown("T-INC-01", "occurred_at", Needs::Columns(&[Field::OpenedAt]),
        |known| known.row.opened_at.is_none_or(|opened_at| opened_at <= known.row.at),
        "it occurred before it is recorded", "发生时间不得晚于登记时间"),
    hidden("T-INC-01", "symptom", "the symptom is stated", "须说明症状"),
    shown("T-INC-02", "category", Needs::Columns(&[Field::Category]), |known| known.row.category.is_some(),
        "a category is given", "须有类别"),
    shown("T-INC-02", "priority", Needs::Matrix,
        |known| known.row.impact.zip(known.row.urgency).zip(known.matrix)
            .is_some_and(|((impact, urgency), matrix)| matrix.priority(impact, urgency).is_ok()),
        "the matrix gives a priority for impact and urgency", "矩阵须对该影响度与紧急度给出优先级"),
    hidden("T-INC-02", "known_error", "the search for a known error was tried", "须已尝试匹配已知错误"),
    hidden("T-INC-02", "security", "it is said whether it is a security incident", "须标明是否安全事件"),
    shown("T-INC-03", "group", Needs::Columns(&[Field::Group]), |known| known.row.group.is_some(),
        "a group is named", "须指明支持组"),
    hidden("T-INC-03", "group_active", "the group is active", "支持组须有效"),
    hidden("T-INC-03", "group_competence", "the group is competent for the category", "支持组须具备该类别的能力"),
    hidden("T-INC-03", "clocks", "clocks are attached, or the reason why not is given", "须已附时钟，或说明无协议覆盖的原因"),
    hidden("T-INC-05", "reason", "a reason is given", "须说明原因"),
    hidden("T-INC-06", "note", "a note says what it waits for", "须说明等待内容"),
    hidden("T-INC-06", "until", "the expected end lies ahead", "预计结束时间须晚于当前时间"),
    hidden("T-INC-07", "reason", "a reason is given", "须说明原因"),
    shown("T-INC-08", "resolution_code", Needs::Columns(&[Field::ResolutionCode]), coded,
        "the resolution has a code", "须有解决代码"),
    hidden("T-INC-08", "resolution_text", "the resolution says what was done", "须说明解决办法"),
    hidden("T-INC-08", "restored_at", "a service that was down has the instant of its restoration", "服务中断须记录恢复时间"),
    hidden("T-INC-08", "workaround", "a workaround has a problem, a known error or a justification", "变通解决须关联问题、已知错误或说明理由"),
    shown("T-INC-09", "separation_of_duties", Needs::Columns(&[Field::Actor]),
        |known| known.row.actor.zip(known.resolved_by).is_none_or(|(closer, resolver)| closer != resolver),
        Duty::ResolverClosureConfirmer.label().en, Duty::ResolverClosureConfirmer.label().zh),
    hidden("T-INC-09", "category_verified", "the category was verified", "类别须已核实"),
    hidden("T-INC-09", "notices", "the notices were delivered and nobody answered in time", "通知须已送达且逾期无人答复"),
    hidden("T-INC-09", "major_reviewed", "its major incident was reviewed", "其重大事件须已评审"),
    shown("T-INC-10", "reopen_window", Needs::Window,
        |known| known.reopen_until.is_none_or(|until| known.row.at <= until),
        "the reopen window has not passed", "须在重开期限内"),
    hidden("T-INC-10", "reason", "a reason is given", "须说明原因"),
    hidden("T-INC-11", "cause", "the incident it duplicates or the mistake is given", "须给出所重复的事件或误登记原因"),
    shown("T-INC-L2", "resolution_code", Needs::Columns(&[Field::ResolutionCode]), coded,
        "the resolution has a code", "须有解决代码"),
    hidden("T-INC-L2", "resolution_text", "the resolution says what was done", "须说明解决办法"),
    hidden("T-INC-L2", "restored_at", "a service that was down has the instant of its restoration", "服务中断须记录恢复时间"),
    hidden("T-INC-L2", "workaround", "a workaround has a problem, a known error or a justification", "变通解决须关联问题、已知错误或说明理由"),
];

/// The conditions that one mapping lets us check.
#[derive(Clone, Debug)]
pub(super) struct Checks(Vec<&'static Condition>);

impl std::fmt::Debug for Condition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.guard, self.id)
    }
}

impl Checks {
    pub(super) fn of(mapping: &HistoryMapping) -> Self {
        Self(CONDITIONS.iter().filter(|condition| mapping.shows(condition)).collect())
    }

    /// The conditions of a guard that are not met.
    pub(super) fn unmet(&self, guard: &str, known: &Known<'_>) -> Vec<&'static str> {
        let of_guard = self.0.iter().filter(|condition| condition.guard == guard);
        of_guard.filter(|condition| !(condition.met)(known)).map(|condition| condition.id).collect()
    }
}

impl HistoryMapping {
    /// Which conditions of the guards are checked under this mapping, and which are not checkable.
    #[must_use]
    pub fn conditions(&self) -> Checking {
        let (checked, not_checkable): (Vec<_>, Vec<_>) =
            CONDITIONS.iter().partition(|condition| self.shows(condition));
        let listed = |conditions: Vec<&Condition>| {
            conditions
                .into_iter()
                .map(|condition| CheckedCondition {
                    guard: condition.guard,
                    condition: condition.id,
                    words: condition.words,
                })
                .collect()
        };
        Checking { checked: listed(checked), not_checkable: listed(not_checkable) }
    }

    fn shows(&self, condition: &Condition) -> bool {
        let excepted = self
            .not_checkable
            .iter()
            .any(|except| except.guard == condition.guard && except.condition == condition.id);
        let named: BTreeSet<Field> = self.columns.named().map(|(field, _, _)| field).collect();
        let there = match condition.needs {
            Needs::Never => false,
            Needs::Columns(fields) => fields.iter().all(|field| named.contains(field)),
            Needs::Matrix => {
                self.matrix.is_some() && named.contains(&Field::Impact) && named.contains(&Field::Urgency)
            }
            Needs::Window => self.reopen_within_working_days.is_some(),
        };
        there && !excepted
    }
}

pub(super) fn check(excepted: &[Unchecked]) -> Result<(), MappingError> {
    let unknown = excepted.iter().find(|except| {
        !CONDITIONS
            .iter()
            .any(|condition| except.guard == condition.guard && except.condition == condition.id)
    });
    match unknown {
        Some(except) => Err(MappingError::UnknownCondition {
            guard: except.guard.clone(),
            condition: except.condition.clone(),
        }),
        None => Ok(()),
    }
}
