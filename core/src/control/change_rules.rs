//! The rules of change management. 变更管理规则
//!
//! ISO/IEC 20000-1 8.5.1.1 (2005 and 2011: 9.2), spec 3.24 (CHG-01): what may change under whose authority, how much time that
//! needs, when nothing changes, what an emergency is. Numbers here are presets of the spec, never requirements of the standard.

use crate::kernel::{
    ApprovalRule, CiId, Code, DocumentError, DocumentFault, Instant, PersonId, PolicyId, Role, Roles,
    ServiceId, Threshold, Voter, codes,
};
use crate::time::Rules;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

codes! {
    /// The categories of change: each has its own authority.
    pub enum ChangeCategory {
        /// Approved beforehand, by its model.
        Standard = "standard", "Standard", "标准变更";
        /// Little risk.
        Minor = "minor", "Minor", "一般变更";
        /// For the change advisory board.
        Significant = "significant", "Significant", "重要变更";
        /// For top management or the customer, under a service plan.
        Major = "major", "Major", "重大变更";
        /// Implemented first and documented afterwards, because waiting would cost more.
        Emergency = "emergency", "Emergency", "紧急变更";
    }
}

impl ChangeCategory {
    /// The categories whose authority is a ballot.
    pub const VOTED: [Self; 3] = [Self::Minor, Self::Significant, Self::Major];
}

codes! {
    /// What a change is assessed for (T-CHG-04).
    pub enum Assessment {
        /// Benefit and need.
        Business = "business", "Business", "业务";
        /// Whether the technique is right.
        Technical = "technical", "Technical", "技术";
        /// Whether it can be done.
        Feasibility = "feasibility", "Feasibility", "可行性";
        /// What it costs.
        Cost = "cost", "Cost", "成本";
        /// What it does to availability.
        Availability = "availability", "Availability", "可用性";
        /// What it does to continuity.
        Continuity = "continuity", "Continuity", "连续性";
        /// What it does to information security.
        Security = "security", "Security", "信息安全";
        /// What it does to capacity.
        Capacity = "capacity", "Capacity", "能力";
        /// Other changes and releases in its way.
        Conflict = "conflict", "Conflicts", "冲突";
    }
}

codes! {
    /// How firmly a rule stands against a change.
    pub enum Firmness {
        /// It must be gone, or waived.
        Hard = "hard", "Hard", "硬性";
        /// It is told, and recorded.
        Soft = "soft", "Soft", "软性";
    }
}

/// Who decides on a category, after what, and how early it has to be asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CategoryRules {
    /// When the vote accepts.
    pub approval: ApprovalRule,
    /// What must have been assessed before.
    pub assessments: BTreeSet<Assessment>,
    /// Business days between submission and the begin of the window.
    pub lead_time_working_days: u32,
    /// The authority; without it no change of the category is approved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub voters: Vec<Voter>,
}

/// How a risk score is made of its parts, and which category it proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RiskRules {
    /// Points when the back-out was not tested.
    pub untested_back_out: u32,
    /// Points when the graph reaches a critical service.
    pub critical_service: u32,
    /// Up to this total it is minor.
    pub minor_up_to: u32,
    /// Up to this total it is significant, above it major.
    pub significant_up_to: u32,
    /// Services that make every change of them major.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub major_services: BTreeSet<ServiceId>,
}

impl Default for RiskRules {
    fn default() -> Self {
        Self {
            untested_back_out: 2,
            critical_service: 2,
            minor_up_to: 5,
            significant_up_to: 14,
            major_services: BTreeSet::new(),
        }
    }
}

/// What makes a change an emergency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EmergencyCriterion {
    /// In words.
    pub words: String,
    /// Whether a major incident that still lasts must be named.
    #[serde(default)]
    pub major_incident: bool,
}

/// Emergency changes: criteria, who beside the ECAB authorises them, and the limits of what follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct EmergencyRules {
    /// The criteria.
    pub criteria: BTreeMap<Code, EmergencyCriterion>,
    /// Who may authorise beside the members of the ECAB.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub duty_managers: BTreeSet<PersonId>,
    /// An authorisation by word of mouth is recorded within so many seconds.
    pub verbal_record_s: i64,
    /// An emergency that has not ended is taken to last so many seconds from now on, for those who plan beside it.
    pub presumed_length_s: i64,
    /// It is documented within so many business days of its end.
    pub documented_within_working_days: u32,
    /// It is reviewed within so many business days of its end.
    pub reviewed_within_working_days: u32,
    /// What is assessed afterwards.
    pub assessments: BTreeSet<Assessment>,
}

impl Default for EmergencyRules {
    fn default() -> Self {
        let criterion = |code, words: &str, major_incident| {
            (Code::literal(code), EmergencyCriterion { words: words.to_owned(), major_incident })
        };
        Self {
            criteria: BTreeMap::from([
                criterion("major_incident", "restores a major incident", true),
                criterion("imminent_loss", "averts an imminent loss", false),
            ]),
            duty_managers: BTreeSet::new(),
            verbal_record_s: 4 * 3_600,
            presumed_length_s: 24 * 3_600,
            documented_within_working_days: 1,
            reviewed_within_working_days: 5,
            assessments: Assessment::ALL.iter().copied().collect(),
        }
    }
}

/// What a freeze or a maintenance window is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChangeScope {
    /// Everything.
    All,
    /// These items.
    Cis(BTreeSet<CiId>),
    /// These services.
    Services(BTreeSet<ServiceId>),
}

/// A stretch of time in which nothing is to change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Freeze {
    /// Its name.
    pub id: Code,
    /// Its first instant.
    pub from: Instant,
    /// The first instant after it.
    pub until: Instant,
    /// What it is about.
    pub scope: ChangeScope,
    /// How firmly it stands.
    pub firmness: Firmness,
    /// Who may waive it for one change; nobody: nobody.
    #[serde(default)]
    pub waivable_by: Roles,
}

/// The hours in which items or services may be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MaintenanceWindow {
    /// Its name.
    pub id: Code,
    /// The calendar whose open hours it is.
    pub calendar: PolicyId,
    /// What it is about.
    pub scope: ChangeScope,
    /// How firmly it stands.
    pub firmness: Firmness,
    /// Who may waive it for one change; nobody: nobody.
    #[serde(default)]
    pub waivable_by: Roles,
}

/// The rules of change management, as a document.
///
/// ```
/// use itsm::control::{ChangeCategory, ChangeRules};
/// let rules = ChangeRules::from_json(br#"{"calendar": "office"}"#)?;
/// assert_eq!(rules.review_within_working_days, 10);
/// assert_eq!(rules.categories[&ChangeCategory::Major].lead_time_working_days, 15);
/// assert!(rules.categories[&ChangeCategory::Major].voters.is_empty(), "nobody approves until somebody is named");
/// # Ok::<(), itsm::kernel::DocumentError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeRules {
    /// The calendar whose business days its limits are counted in.
    pub calendar: PolicyId,
    /// The categories whose authority is a vote: minor, significant, major.
    #[serde(default = "categories")]
    pub categories: BTreeMap<ChangeCategory, CategoryRules>,
    /// Opinions that count only from a holder of one of these roles.
    #[serde(default = "assessed_by")]
    pub assessed_by: BTreeMap<Assessment, Roles>,
    /// How risk becomes a category.
    #[serde(default)]
    pub risk: RiskRules,
    /// Emergency changes.
    #[serde(default)]
    pub emergency: EmergencyRules,
    /// When nothing is to change.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub freezes: Vec<Freeze>,
    /// When items and services may be changed; one that no window is about may be changed at any time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub maintenance_windows: Vec<MaintenanceWindow>,
    /// A change is reviewed within so many business days of its end.
    #[serde(default = "ten")]
    pub review_within_working_days: u32,
    /// The items of a change are updated within so many business days of its end (CFG-10).
    #[serde(default = "two")]
    pub items_updated_within_working_days: u32,
    /// An incident caused by a change counts against it for so many seconds after its end.
    #[serde(default = "a_fortnight")]
    pub incident_window_s: i64,
    /// A standard change model is withdrawn after so many failures.
    #[serde(default = "two")]
    pub model_failure_limit: u32,
    /// Processes whose records must exist when a change names them: `service_plan`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub registers: BTreeSet<Code>,
}

fn categories() -> BTreeMap<ChangeCategory, CategoryRules> {
    let of = |lead_time_working_days| CategoryRules {
        approval: ApprovalRule {
            threshold: Threshold::Count(std::num::NonZeroU32::MIN),
            quorum: 0,
            veto_roles: Roles::NONE,
            required_roles: Roles::NONE,
            valid_for_s: None,
        },
        assessments: Assessment::ALL.iter().copied().collect(),
        lead_time_working_days,
        voters: Vec::new(),
    };
    ChangeCategory::VOTED.into_iter().zip([2, 5, 15].map(of)).collect()
}

fn assessed_by() -> BTreeMap<Assessment, Roles> {
    BTreeMap::from([(Assessment::Security, Roles::NONE.with(Role::SecurityManager))])
}

const fn two() -> u32 {
    2
}
const fn ten() -> u32 {
    10
}
const fn a_fortnight() -> i64 {
    14 * 86_400
}

impl Rules for ChangeRules {
    const KIND: &'static str = "change";

    fn calendar(&self) -> &PolicyId {
        &self.calendar
    }

    fn calendars(&self) -> Vec<&PolicyId> {
        self.maintenance_windows.iter().map(|window| &window.calendar).chain([&self.calendar]).collect()
    }

    fn check(&self) -> Result<(), DocumentError> {
        match self.fault() {
            Some((path, words)) => Err(DocumentError { path, fault: DocumentFault::Shape(words) }),
            None => Ok(()),
        }
    }
}

impl ChangeRules {
    /// Reads the document.
    ///
    /// # Errors
    /// [`DocumentError`] with the path of the fault.
    pub fn from_json(bytes: &[u8]) -> Result<Self, DocumentError> {
        let rules: Self = crate::kernel::strict::from_slice(bytes, crate::kernel::limits::POLICY_BYTES)?;
        rules.check()?;
        Ok(rules)
    }

    /// Where the first fault is, and what it is.
    fn fault(&self) -> Option<(String, String)> {
        let fault = |path: String, words: String| Some((path, words));
        let security = Roles::NONE.with(Role::SecurityManager);
        if self.assessed_by.get(&Assessment::Security) != Some(&security) {
            return fault(
                "assessed_by.security".to_owned(),
                "the opinion on information security is the security manager's (`secm`)".to_owned(),
            );
        }
        for category in ChangeCategory::ALL {
            let (voted, named) =
                (ChangeCategory::VOTED.contains(category), self.categories.contains_key(category));
            if voted != named {
                let words = if voted { "has an authority" } else { "is decided otherwise than by a vote" };
                return fault(format!("categories.{category}"), format!("the category `{category}` {words}"));
            }
        }
        if self.risk.minor_up_to >= self.risk.significant_up_to {
            let words = format!(
                "`{}` leaves nothing between minor and major (`{}`)",
                self.risk.significant_up_to, self.risk.minor_up_to
            );
            return fault("risk.significant_up_to".to_owned(), words);
        }
        let spans = [
            ("emergency.verbal_record_s", self.emergency.verbal_record_s),
            ("emergency.presumed_length_s", self.emergency.presumed_length_s),
            ("incident_window_s", self.incident_window_s),
        ];
        if let Some((path, seconds)) = spans.into_iter().find(|(_, seconds)| *seconds < 0) {
            return fault(path.to_owned(), format!("`{seconds}` seconds are less than 0"));
        }
        if self.model_failure_limit == 0 {
            let words = "a model that is withdrawn after `0` failures could never be used";
            return fault("model_failure_limit".to_owned(), words.to_owned());
        }
        let mut ids = BTreeSet::new();
        for (place, freeze) in self.freezes.iter().enumerate() {
            if freeze.until <= freeze.from {
                let words = format!("a freeze from `{}` cannot end at `{}`", freeze.from, freeze.until);
                return fault(format!("freezes.{place}.until"), words);
            }
            if !ids.insert(&freeze.id) {
                return fault(format!("freezes.{place}.id"), format!("`{}` stands twice", freeze.id));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn fault(change: Value) -> String {
        let mut document = json!({"calendar": "office"});
        if let (Value::Object(into), Value::Object(change)) = (&mut document, change) {
            into.extend(change);
        }
        ChangeRules::from_json(document.to_string().as_bytes()).unwrap_err().path
    }

    #[test]
    fn rules_that_would_lose_an_authority_or_a_limit_are_refused() {
        assert_eq!(fault(json!({"assessed_by": {}})), "assessed_by.security");
        assert_eq!(fault(json!({"categories": {}})), "categories.minor");
        assert_eq!(fault(json!({"risk": {"significant_up_to": 5}})), "risk.significant_up_to");
        assert_eq!(fault(json!({"incident_window_s": -1})), "incident_window_s");
        assert_eq!(fault(json!({"emergency": {"verbal_record_s": -1}})), "emergency.verbal_record_s");
        assert_eq!(fault(json!({"model_failure_limit": 0})), "model_failure_limit");
        let freeze = |until| json!({"id": "year_end", "from": "2026-12-24T00:00:00Z", "until": until, "scope": "all", "firmness": "hard"});
        assert_eq!(fault(json!({"freezes": [freeze("2026-12-24T00:00:00Z")]})), "freezes.0.until");
        let twice = freeze("2027-01-02T00:00:00Z");
        assert_eq!(fault(json!({"freezes": [twice, twice]})), "freezes.1.id");
    }

    #[test]
    fn every_calendar_of_a_window_is_named() {
        let rules = ChangeRules::from_json(
            br#"{"calendar": "office", "maintenance_windows": [
                {"id": "sunday", "calendar": "nights", "scope": {"services": ["mail"]}, "firmness": "soft"}]}"#,
        );
        let rules = rules.unwrap();
        let named: Vec<_> = rules.calendars().iter().map(|id| id.as_str()).collect();
        assert_eq!(named, ["nights", "office"]);
    }
}
