//! Release and deployment: changes packaged, tested, accepted and deployed so that live integrity is kept. 发布与部署管理
//!
//! ISO/IEC 20000-1 8.5.3 (2005: 10.1, 2011: 9.3), spec 3.25.

mod release_rules;

pub use release_rules::ReleaseRules;
