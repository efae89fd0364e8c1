//! The calendar of the tests: an office in Shanghai.

use super::{BusinessCalendar, CalendarDocument, Rules, RulesInForce};
use crate::kernel::walk::versioned;
use serde_json::json;
use std::sync::Arc;

/// Monday to Friday, 09:00 to 18:00 in Shanghai; a Saturday is never a working day here.
pub(crate) fn office() -> CalendarDocument {
    let day = json!([["09:00", "18:00"]]);
    let week = json!({"mon": day, "tue": day, "wed": day, "thu": day, "fri": day});
    let document = json!({"zone": "Asia/Shanghai", "week": week});
    CalendarDocument::from_json(document.to_string().as_bytes()).unwrap()
}

/// Rules that count in it.
pub(crate) fn in_force<R: Rules>(id: &str, rules: R) -> Arc<RulesInForce<R>> {
    let calendar = (versioned("office", office()).reference(), BusinessCalendar::new(office()).unwrap());
    Arc::new(RulesInForce::new(&versioned(id, rules), |_| Some((&calendar.0, &calendar.1))).unwrap())
}
