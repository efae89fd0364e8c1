//! The rules of change management. 变更管理规则

use crate::kernel::PolicyId;
use crate::time::Rules;
use serde::{Deserialize, Serialize};

/// The rules of change management, as a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeRules {
    /// The calendar whose business days its limits are counted in.
    pub calendar: PolicyId,
}

impl Rules for ChangeRules {
    const KIND: &'static str = "change";

    fn calendar(&self) -> &PolicyId {
        &self.calendar
    }
}
