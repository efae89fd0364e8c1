//! The rules of problem management: when something is a problem, and how long anything may take. 问题管理规则

use crate::kernel::PolicyId;
use crate::time::Rules;
use serde::{Deserialize, Serialize};

/// The rules of problem management, as a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProblemRules {
    /// The calendar whose business days its limits are counted in.
    pub calendar: PolicyId,
}

impl Rules for ProblemRules {
    const KIND: &'static str = "problem";

    fn calendar(&self) -> &PolicyId {
        &self.calendar
    }
}
