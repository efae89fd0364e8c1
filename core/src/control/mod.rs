//! Control: configuration items, baselines, configuration audits, changes and their schedule. 控制过程
//!
//! ISO/IEC 20000-1 8.2.6, 8.5.1 (2005: 9.1, 9.2), spec 3.23 and 3.24.

pub mod change;
pub mod change_model;
mod change_rules;
mod configuration_rules;
mod facts;

pub use change::{Change, ChangeCommand, ChangeEvent, ChangePhase, ChangeState, Changes};
pub use change_model::{
    ChangeModel, ChangeModelCommand, ChangeModelEvent, ChangeModelPhase, ChangeModelState, ChangeModels,
};
pub use change_rules::*;
pub use configuration_rules::ConfigurationRules;
