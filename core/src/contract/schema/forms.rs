//! What a document may look like, for the types that read and write themselves. 文档结构
//!
//! Every other type derives its schema from the same declaration that it is read by.

use crate::cmdb::Probability;
use crate::kernel::{Digest, Instant, Personal, Role, Roles, Text, limits};
use crate::sla::{ClockTerms, SharedTerms, Told};
use crate::time::{CalendarDate, Holiday, MonthDay, TimeOfDay, Window};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::json;
use std::borrow::Cow;

/// 1970 to 2200.
const YEAR: &str = "(19[7-9][0-9]|2[01][0-9]{2}|2200)";
/// A day that some year has.
const MONTH_DAY: &str =
    "02-(0[1-9]|1[0-9]|2[0-9])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])";
const TIME_OF_DAY: &str = "([01][0-9]|2[0-3]):[0-5][0-9]";

/// Types that are written as a text of one form: name, schema.
macro_rules! written_as {
    ($($type:ty, $name:expr => $schema:tt;)+) => {$(
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )+};
}

written_as! {
    Instant, "Instant" => {
        "type": "string", "format": "date-time",
        "pattern": format!("^{YEAR}-({MONTH_DAY})T{TIME_OF_DAY}:[0-5][0-9]Z$"),
        "description": "An instant in UTC, of whole seconds, 1970 to 2200: `2026-11-21T01:48:51Z`.",
    };
    Digest, "Digest" => {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "SHA-256 as lower-case hexadecimal digits."};
    Text, "Text" => {
        "type": "string", "maxLength": limits::TEXT_BYTES,
        "description": "What people write; at most 32,768 bytes of UTF-8.",
    };
    TimeOfDay, "TimeOfDay" => {"type": "string", "pattern": format!("^({TIME_OF_DAY}|24:00)$"), "description": "A time of day: `09:00`."};
    CalendarDate, "CalendarDate" => {
        "type": "string", "format": "date", "pattern": format!("^{YEAR}-({MONTH_DAY})$"),
        "description": "A date from 1970 to 2200: `2026-10-01`.",
    };
    MonthDay, "MonthDay" => {"type": "string", "pattern": format!("^({MONTH_DAY})$"), "description": "A day of every year: `12-25`."};
    Probability, "Probability" => {"type": "string", "pattern": "^[01](\\.[0-9]+)?$", "description": "A probability as an exact decimal."};
}

impl JsonSchema for Roles {
    fn schema_name() -> Cow<'static, str> {
        "Roles".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "array", "items": generator.subschema_for::<Role>(), "description": "Roles, each once."})
    }
}

impl JsonSchema for Told {
    fn schema_name() -> Cow<'static, str> {
        "Told".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let word = |code: &str, words: &str| json!({"type": "string", "const": code, "description": words});
        let mut told: Vec<_> = Role::ALL.iter().map(|role| word(role.code(), role.label().en)).collect();
        told.push(word(Self::Requester.code(), "Whoever raised the ticket."));
        told.push(word(Self::Assignee.code(), "The group that has the ticket."));
        json_schema!({"oneOf": told, "description": "Who is told of a level: a role's code, `requester` or `assignee`."})
    }
}

/// In events and records only the commitment stands.
impl<T> JsonSchema for Personal<T> {
    fn schema_name() -> Cow<'static, str> {
        "Commitment".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string", "pattern": "^[0-9a-f]{64}$",
            "description": "The salted commitment to a personal value; the value travels apart.",
        })
    }
}

impl JsonSchema for Window {
    fn schema_name() -> Cow<'static, str> {
        "Window".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let close = generator.subschema_for::<TimeOfDay>();
        let mut open = close.clone();
        open.insert("pattern".to_owned(), format!("^{TIME_OF_DAY}$").into());
        json_schema!({
            "type": "array", "prefixItems": [open, close], "minItems": 2, "maxItems": 2,
            "description": "Opening and closing time; a window whose close is not after its open ends on the next date.",
        })
    }
}

impl<D: JsonSchema> JsonSchema for Holiday<D> {
    fn schema_name() -> Cow<'static, str> {
        format!("HolidayOf{}", D::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let date = generator.subschema_for::<D>();
        json_schema!({
            "anyOf": [date, {
                "type": "object", "properties": {"date": date, "name": {"type": ["string", "null"]}},
                "required": ["date"], "additionalProperties": false,
            }],
            "description": "A holiday, with what people call it or without.",
        })
    }
}

impl JsonSchema for SharedTerms {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        ClockTerms::schema_name()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<ClockTerms>()
    }
}
