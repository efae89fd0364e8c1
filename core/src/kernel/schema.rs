//! What a document may look like, for the types that read and write themselves. 文档结构
//!
//! Every other type derives its schema from the same declaration that it is read by.

use crate::kernel::{Digest, Instant, Personal, Role, Roles, Text, limits};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// Types that are written as a text of one form: name, schema.
#[macro_export]
#[doc(hidden)]
macro_rules! __written_as {
    ($($type:ty, $name:expr => $schema:tt;)+) => {$(
        impl ::schemars::JsonSchema for $type {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                $name.into()
            }
            fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                ::schemars::json_schema!($schema)
            }
        }
    )+};
}
pub(crate) use crate::__written_as as written_as;

written_as! {
    Instant, "Instant" => {
        "type": "string", "format": "date-time", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$",
        "description": "An instant in UTC, of whole seconds, 1970 to 2200: `2026-11-21T01:48:51Z`.",
    };
    Digest, "Digest" => {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "SHA-256 as lower-case hexadecimal digits."};
    Text, "Text" => {
        "type": "string", "maxLength": limits::TEXT_BYTES,
        "description": "What people write; at most 32,768 bytes of UTF-8.",
    };
}

impl JsonSchema for Roles {
    fn schema_name() -> Cow<'static, str> {
        "Roles".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "array", "items": generator.subschema_for::<Role>(), "description": "Roles, each once."})
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
