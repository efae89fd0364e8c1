//! The Swift package `ITSM`, from below: handles over the core, text in, text out. Nothing is parsed or decided here.
//!
//! What people see is the layer in `Sources/ITSM`; uniffi writes the one between from this crate. Swift 语言绑定

pub mod agreement;
pub mod ballot;
pub mod calendar;
pub mod cmdb;
pub mod documents;
pub mod door;
pub mod evidence;
pub mod journal;
pub mod lifecycle;
pub mod matrix;
pub mod system;

uniffi::setup_scaffolding!();
