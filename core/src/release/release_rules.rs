//! The rules of release and deployment. 发布与部署规则

use crate::kernel::PolicyId;
use crate::time::Rules;
use serde::{Deserialize, Serialize};

/// The rules of release and deployment, as a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleaseRules {
    /// The calendar whose business days its limits are counted in.
    pub calendar: PolicyId,
}

impl Rules for ReleaseRules {
    const KIND: &'static str = "release";

    fn calendar(&self) -> &PolicyId {
        &self.calendar
    }
}
