//! The library itsm for Node: texts and numbers in, texts and numbers out. `index.js` makes classes, dates and errors of them. Node 绑定
//!
//! Every export catches a panic; nothing here decides anything.

#![deny(unsafe_code)]

pub mod agreement;
pub mod ballot;
pub mod calendar;
pub mod cmdb;
mod columns;
pub mod documents;
pub mod evidence;
pub mod failure;
pub mod journal;
pub mod lifecycle;
pub mod matrix;
pub mod system;
