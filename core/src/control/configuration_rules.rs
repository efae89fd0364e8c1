//! The rules of configuration management. 配置管理规则

use crate::kernel::PolicyId;
use crate::time::Rules;
use serde::{Deserialize, Serialize};

/// The rules of configuration management, as a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfigurationRules {
    /// The calendar whose business days its limits are counted in.
    pub calendar: PolicyId,
}

impl Rules for ConfigurationRules {
    const KIND: &'static str = "configuration";

    fn calendar(&self) -> &PolicyId {
        &self.calendar
    }
}
