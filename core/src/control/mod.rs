//! Control: configuration items, baselines, configuration audits, changes and their schedule. 控制过程
//!
//! ISO/IEC 20000-1 8.2.6, 8.5.1 (2005: 9.1, 9.2), spec 3.23 and 3.24.

pub mod baseline;
pub mod change;
pub mod change_model;
mod change_rules;
pub mod configuration_audit;
pub mod configuration_item;
mod configuration_rules;
pub mod definitive_item;
mod facts;
pub mod schedule;

#[cfg(test)]
mod tests;

pub use baseline::{Baseline, BaselineCommand, BaselineEvent, BaselinePhase, Baselines};
pub use configuration_audit::{
    ConfigurationAudit, ConfigurationAuditCommand, ConfigurationAuditEvent, ConfigurationAuditPhase,
    ConfigurationAudits,
};
pub use configuration_item::{
    Cause, CiPhase, Configuration, ConfigurationItem, ConfigurationItemCommand, ConfigurationItemEvent,
    ConfigurationItems,
};
pub use configuration_rules::{Attribute, AttributeKind, CiType, ConfigurationRules, ControlLevel};
pub use definitive_item::{
    DefinitiveItem, DefinitiveItemCommand, DefinitiveItemEvent, DefinitiveItemPhase, DefinitiveItems,
};

pub use change::{Change, ChangeCommand, ChangeEvent, ChangePhase, ChangeState, Changes};
pub use change_model::{
    ChangeModel, ChangeModelCommand, ChangeModelEvent, ChangeModelPhase, ChangeModelState, ChangeModels,
};
pub use change_rules::*;
pub use facts::ModelUse;
