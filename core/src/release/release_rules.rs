//! The rules of release and deployment: who agrees to a plan, where is tested, how long is observed. 发布与部署规则

use crate::kernel::{
    ApprovalRule, Code, DocumentError, DocumentFault, PolicyId, Role, Roles, Voter, limits, strict,
};
use crate::time::Rules;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The rules of release and deployment, as a document. Numbers are presets of spec 3.25, never requirements of the standard.
///
/// ```
/// use itsm::release::ReleaseRules;
/// let rules = ReleaseRules::from_json(br#"{
///     "calendar": "office", "live_environments": ["live"],
///     "plan_approval": {"threshold": {"count": 2}, "required_roles": ["cust", "so"]},
///     "plan_voters": [{"person": "customer", "roles": ["cust"]}, {"person": "owner", "roles": ["so"]}]}"#)?;
/// assert_eq!(rules.observe_days, 14);
/// # Ok::<(), itsm::kernel::DocumentError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReleaseRules {
    /// The calendar whose business days its limits are counted in.
    pub calendar: PolicyId,
    /// How the parties agree to a plan.
    pub plan_approval: ApprovalRule,
    /// The parties: customer and operations, not the release manager alone.
    pub plan_voters: Vec<Voter>,
    /// The environments that serve: nothing is tested there alone.
    pub live_environments: BTreeSet<Code>,
    /// The controlled environments for tests; empty: every one that does not serve.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub test_environments: BTreeSet<Code>,
    /// A deployed release is observed for so many days.
    #[serde(default = "fourteen")]
    pub observe_days: u32,
    /// An emergency release is accepted within so many business days of its deployment.
    #[serde(default = "one")]
    pub emergency_acceptance_working_days: u32,
}

const fn one() -> u32 {
    1
}
const fn fourteen() -> u32 {
    14
}

/// The longest observation of a release, in days.
pub const LONGEST_OBSERVATION_DAYS: u32 = 366;

impl ReleaseRules {
    /// Reads the document.
    ///
    /// # Errors
    /// [`DocumentError`] with the path of the fault.
    pub fn from_json(bytes: &[u8]) -> Result<Self, DocumentError> {
        let rules: Self = strict::from_slice(bytes, limits::POLICY_BYTES)?;
        rules.check()?;
        Ok(rules)
    }
}

impl Rules for ReleaseRules {
    const KIND: &'static str = "release";

    fn calendar(&self) -> &PolicyId {
        &self.calendar
    }

    /// A plan is agreed to by a customer and by somebody of operations, nothing that serves is a test environment, and the
    /// observation ends.
    fn check(&self) -> Result<(), DocumentError> {
        let fault = |path: &str, words: String| {
            Err(DocumentError { path: path.to_owned(), fault: DocumentFault::Shape(words) })
        };
        let required = self.plan_approval.required_roles;
        let alone = Roles::NONE.with(Role::ReleaseManager).with(Role::Customer);
        if !required.contains(Role::Customer) || !required.iter().any(|role| !alone.contains(role)) {
            let words =
                "customer and operations agree to a plan: `cust` and another role than `relm`".to_owned();
            return fault("plan_approval.required_roles", words);
        }
        if let Some(both) = self.test_environments.intersection(&self.live_environments).next() {
            return fault("test_environments", format!("`{both}` is live"));
        }
        if self.observe_days > LONGEST_OBSERVATION_DAYS {
            let words = format!("`{}` days are more than {LONGEST_OBSERVATION_DAYS}", self.observe_days);
            return fault("observe_days", words);
        }
        Ok(())
    }
}
