//! Upcasts: bodies of events as earlier versions wrote them, made into what is read now. 事件升级
//!
//! A released event is never edited; what it was then is kept in `tests/compat` and goes on loading. When the body of a kind changes,
//! its schema counts one up, and an upcast says how the body before it is written now. They are chained, from any schema to the present
//! one, and every way of reading an event goes through here. A schema that is later than the present one fails closed.

use crate::kernel::{DocumentError, DocumentFault, canonical};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// How the body of a kind is written one schema later: a function of the body alone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Upcast {
    /// The kind: `incident.assigned`.
    pub(crate) kind: &'static str,
    /// The schema that it reads; it writes the next one.
    pub(crate) from: u32,
    /// What becomes of the members.
    pub(crate) up: fn(&mut Map<String, Value>),
}

/// The schema in which a kind is written now: one more than the last that was upcast from.
pub(crate) fn schema_of(upcasts: &[Upcast], kind: &str) -> u32 {
    let last = upcasts.iter().filter(|upcast| upcast.kind == kind).map(|upcast| upcast.from).max();
    last.unwrap_or(0).saturating_add(1)
}

/// The body as it is written now; `None` where its schema is later than that, or was never written.
pub(crate) fn upcast<'a>(
    upcasts: &[Upcast],
    kind: &str,
    schema: u32,
    body: &'a str,
) -> Option<Result<Cow<'a, str>, DocumentError>> {
    let present = schema_of(upcasts, kind);
    if schema == present {
        return Some(Ok(Cow::Borrowed(body)));
    }
    if schema == 0 || schema > present {
        return None;
    }
    let mut members: Map<String, Value> = match serde_json::from_str(body) {
        Ok(members) => members,
        Err(fault) => {
            let fault = DocumentFault::Shape(fault.to_string());
            return Some(Err(DocumentError { path: "body".into(), fault }));
        }
    };
    for from in schema..present {
        let step = upcasts.iter().find(|upcast| upcast.kind == kind && upcast.from == from)?;
        (step.up)(&mut members);
    }
    Some(Ok(Cow::Owned(canonical::text(&members))))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLANTED: [Upcast; 3] = [
        Upcast {
            kind: "ticket.opened",
            from: 1,
            up: |body| drop(body.insert("channel".into(), "phone".into())),
        },
        Upcast {
            kind: "ticket.opened",
            from: 2,
            up: |body| {
                if let Some(text) = body.remove("text") {
                    body.insert("symptom".into(), text);
                }
            },
        },
        Upcast { kind: "ticket.closed", from: 1, up: |body| drop(body.remove("remark")) },
    ];

    fn read(kind: &str, schema: u32, body: &str) -> Option<String> {
        upcast(&PLANTED, kind, schema, body)
            .map(|read| read.map_or_else(|fault| fault.to_string(), Cow::into_owned))
    }

    #[test]
    fn they_are_chained_from_any_schema_to_the_present_one() {
        let first = read("ticket.opened", 1, r#"{"text":"no light"}"#);
        assert_eq!(first.as_deref(), Some(r#"{"channel":"phone","symptom":"no light"}"#));
        let second = read("ticket.opened", 2, r#"{"channel":"mail","text":"no light"}"#);
        assert_eq!(second.as_deref(), Some(r#"{"channel":"mail","symptom":"no light"}"#));
    }

    #[test]
    fn what_is_written_now_is_left_as_it_stands() {
        assert_eq!(read("ticket.opened", 3, r#"{ "text": 1 }"#).as_deref(), Some(r#"{ "text": 1 }"#));
        assert_eq!(read("ticket.moved", 1, "{}").as_deref(), Some("{}"));
    }

    #[test]
    fn a_schema_that_nobody_wrote_yet_fails_closed() {
        for (kind, schema) in [("ticket.opened", 4), ("ticket.opened", 0), ("ticket.moved", 2)] {
            assert!(read(kind, schema, "{}").is_none(), "{kind} {schema}");
        }
        assert!(read("ticket.closed", 1, "[]").is_some_and(|fault| fault.starts_with("at `body`")));
    }
}
