//! The rules of problem management: when something is a problem, and how long anything may take. 问题管理规则
//!
//! Numbers here are presets of spec 3.22, never requirements of the standard; a tenant replaces them. The priority of a problem is
//! stated, not taken from the desk's matrix: 1 is the highest, and there are as many as limits for the root cause.

use crate::kernel::{Code, DocumentError, DocumentFault, Instant, PolicyId, limits, strict};
use crate::time::Rules;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The rules of problem management, as a document.
///
/// ```
/// use itsm::resolution::ProblemRules;
/// let rules = ProblemRules::from_json(br#"{"calendar": "office"}"#)?;
/// assert_eq!(rules.root_cause_working_days, [5, 10, 20, 40]);
/// assert_eq!((rules.recurring_incidents, rules.recurring_within_days, rules.observe_days), (3, 30, 30));
/// # Ok::<(), itsm::kernel::DocumentError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProblemRules {
    /// The calendar whose business days its limits are counted in.
    pub calendar: PolicyId,
    /// The root cause is found within so many business days of the classification: one limit for each priority, the highest first.
    #[serde(default = "root_cause_limits")]
    pub root_cause_working_days: Vec<u32>,
    /// The problem manager confirms the root cause of problems up to this priority; 0: of none.
    #[serde(default = "two")]
    pub confirm_cause_up_to_priority: u8,
    /// A fix is observed for so many days of 24 hours.
    #[serde(default = "thirty")]
    pub observe_days: u32,
    /// So many incidents with one configuration item, or with one category and symptom, are a problem candidate.
    #[serde(default = "three")]
    pub recurring_incidents: u32,
    /// They count when they lie within so many days of 24 hours.
    #[serde(default = "thirty")]
    pub recurring_within_days: u32,
    /// A capacity or availability trend is a candidate when it crosses its limit within so many days of 24 hours.
    #[serde(default = "ninety")]
    pub trend_within_days: u32,
    /// The incidents are analysed for trends every so many days.
    #[serde(default = "a_month")]
    pub trend_analysis_every_days: u32,
    /// Whether the resolution was effective is reviewed so many days of 24 hours after the closure.
    #[serde(default = "a_quarter")]
    pub effectiveness_review_after_days: u32,
    /// Processes whose records must exist when a problem names them: `incident`. Changes, releases and known errors always must.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub registers: BTreeSet<Code>,
}

fn root_cause_limits() -> Vec<u32> {
    vec![5, 10, 20, 40]
}
const fn two() -> u8 {
    2
}
const fn three() -> u32 {
    3
}
const fn thirty() -> u32 {
    30
}
const fn ninety() -> u32 {
    90
}
const fn a_month() -> u32 {
    31
}
const fn a_quarter() -> u32 {
    92
}

/// The longest that any of the rules counts in days.
const LONGEST_DAYS: u32 = 3_660;

impl ProblemRules {
    /// Reads the document.
    ///
    /// # Errors
    /// [`DocumentError`] with the path of the fault.
    pub fn from_json(bytes: &[u8]) -> Result<Self, DocumentError> {
        let rules: Self = strict::from_slice(bytes, limits::POLICY_BYTES)?;
        rules.check()?;
        Ok(rules)
    }

    /// The limit for the root cause of a problem of that priority, in business days.
    #[must_use]
    pub fn root_cause_limit(&self, priority: u8) -> Option<u32> {
        self.root_cause_working_days.get(usize::from(priority).checked_sub(1)?).copied()
    }

    /// The instant so many days of 24 hours after another one.
    pub(crate) fn days_after(at: Instant, days: u32) -> Instant {
        at.plus_s(i64::from(days).saturating_mul(86_400)).unwrap_or(Instant::MAX)
    }
}

impl Rules for ProblemRules {
    const KIND: &'static str = "problem";

    fn calendar(&self) -> &PolicyId {
        &self.calendar
    }

    fn check(&self) -> Result<(), DocumentError> {
        let fault = |path: &str, words: String| {
            Err(DocumentError { path: path.to_owned(), fault: DocumentFault::Shape(words) })
        };
        let priorities = self.root_cause_working_days.len();
        let path = "root_cause_working_days";
        if !(1..=limits::SCALE_LEVELS).contains(&priorities) {
            return fault(path, format!("`{priorities}` limits are not 1 to {}", limits::SCALE_LEVELS));
        }
        if !self.root_cause_working_days.is_sorted() {
            return fault(path, "a lower priority is due before a higher one".to_owned());
        }
        let spans = [
            (path, self.root_cause_working_days.first().copied().unwrap_or(0)),
            (path, self.root_cause_working_days.last().copied().unwrap_or(0)),
            ("observe_days", self.observe_days),
            ("recurring_within_days", self.recurring_within_days),
            ("trend_within_days", self.trend_within_days),
            ("trend_analysis_every_days", self.trend_analysis_every_days),
            ("effectiveness_review_after_days", self.effectiveness_review_after_days),
        ];
        if let Some((path, days)) = spans.into_iter().find(|(_, days)| !(1..=LONGEST_DAYS).contains(days)) {
            return fault(path, format!("`{days}` days are not 1 to {LONGEST_DAYS}"));
        }
        if self.recurring_incidents < 2 {
            let words = format!("`{}` incidents are not a recurrence", self.recurring_incidents);
            return fault("recurring_incidents", words);
        }
        Ok(())
    }
}
