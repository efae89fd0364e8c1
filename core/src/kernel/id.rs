//! Identifiers. One newtype each, made by one macro; the text in it is the host's choice.

use crate::kernel::limits;
use serde::{Deserialize, Deserializer, Serialize, de};
use smol_str::SmolStr;
use std::borrow::Borrow;
use std::fmt;

/// A text that cannot be an identifier.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// An identifier has at least one character.
    #[error("an identifier cannot be empty")]
    Empty,
    /// Longer than [`limits::ID_BYTES`].
    #[error("an identifier has at most {limit} bytes, this one has `{bytes}`")]
    TooLong {
        /// Length found.
        bytes: usize,
        /// Length allowed.
        limit: usize,
    },
    /// A blank at an end: `p-1` and `p-1 ` would look the same.
    #[error("an identifier neither begins nor ends with a blank")]
    Blank,
    /// Control, zero-width and bidirectional characters: two identifiers could look the same, or one like another.
    #[error("an identifier cannot contain the invisible character `U+{:04X}`", u32::from(*character))]
    Invisible {
        /// The first of them.
        character: char,
    },
}

/// What nobody sees besides the control characters: what joins, separates, fills or turns around others without a shape of its own.
const INVISIBLE: [(char, char); 18] = [
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{2028}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{2800}', '\u{2800}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff9}', '\u{fffb}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e0fff}'),
];

fn is_invisible(character: char) -> bool {
    character.is_control() || INVISIBLE.iter().any(|(first, last)| (*first..=*last).contains(&character))
}

/// The same as a regular expression for the schema. Beyond U+FFFF no escape is read by every dialect, so these are not in it.
#[cfg(feature = "schema")]
fn pattern() -> String {
    let listed = INVISIBLE.iter().filter(|(first, _)| u32::from(*first) <= 0xffff);
    let ranges = listed.map(|(first, last)| match (u32::from(*first), u32::from(*last)) {
        (first, last) if first == last => format!("\\u{first:04x}"),
        (first, last) => format!("\\u{first:04x}-\\u{last:04x}"),
    });
    let invisible = format!("\\u0000-\\u001f\\u007f-\\u009f{}", ranges.collect::<String>());
    format!("^[^\\s{invisible}]([^{invisible}]*[^\\s{invisible}])?$")
}

fn checked(text: &str) -> Result<SmolStr, IdError> {
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    if text.len() > limits::ID_BYTES {
        return Err(IdError::TooLong { bytes: text.len(), limit: limits::ID_BYTES });
    }
    if text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace) {
        let hidden = text.chars().find(|character| is_invisible(*character));
        return Err(hidden.map_or(IdError::Blank, |character| IdError::Invisible { character }));
    }
    // Of ASCII only the control characters are invisible, and most identifiers are ASCII.
    if text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_control()) {
        return Ok(SmolStr::new(text));
    }
    match text.chars().find(|character| is_invisible(*character)) {
        Some(character) => Err(IdError::Invisible { character }),
        None => Ok(SmolStr::new(text)),
    }
}

macro_rules! ids {
    ($($(#[doc = $doc:literal])* $name:ident;)+) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(SmolStr);

        impl $name {
            /// An identifier of that text: 1 to 128 bytes without control, zero-width or bidirectional characters, and no blank
            /// at either end.
            ///
            /// # Errors
            /// [`IdError`] when the text cannot be an identifier.
            pub fn new(text: impl AsRef<str>) -> Result<Self, IdError> {
                checked(text.as_ref()).map(Self)
            }

            /// A name of the library's own, known to be an identifier.
            #[allow(dead_code, reason = "made by one macro for every id")]
            pub(crate) const fn literal(text: &'static str) -> Self {
                Self(SmolStr::new_static(text))
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        #[cfg(feature = "schema")]
        impl ::schemars::JsonSchema for $name {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                ::schemars::json_schema!({
                    "type": "string", "minLength": 1, "maxLength": $crate::kernel::limits::ID_BYTES, "pattern": pattern(),
                    "description": concat!($($doc,)+).trim(),
                })
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                self.as_str()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(self.as_str(), f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = IdError;
            fn try_from(text: &str) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;
                impl de::Visitor<'_> for Text {
                    type Value = $name;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("an identifier of 1 to 128 bytes")
                    }
                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$name, E> {
                        $name::new(text).map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(Text)
            }
        }
    )+};
}

ids! {
    /// A record: `INC-000042`. Unique within its process.
    RecordId;
    /// A person, as a pseudonym of the host's choosing; separation of duties compares these.
    PersonId;
    /// An organisational unit or support group.
    UnitId;
    /// A service of the catalogue.
    ServiceId;
    /// A configuration item.
    CiId;
    /// A relation between two configuration items.
    RelationId;
    /// A customer organisation.
    CustomerId;
    /// One command, chosen by the caller; the same id twice is the same command.
    CommandId;
    /// A tenant: one system holds one.
    TenantId;
    /// A policy document: a calendar, a matrix, an agreement, a request model.
    PolicyId;
    /// A clause of an agreement.
    ClauseId;
    /// An escalation level or threshold of a clause.
    LevelId;
    /// A category, symptom or resolution code of the host's own tree: `network/vpn`.
    Code;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_holds_nothing_that_nobody_sees() {
        let invisible =
            ["\0", "\t", "\u{1f}", "\u{7f}", "\u{80}", "\u{9f}", "\u{ad}", "\u{200b}", "\u{200d}"];
        let turning =
            ["\u{61c}", "\u{200f}", "\u{202a}", "\u{202e}", "\u{2066}", "\u{2069}", "\u{feff}", "\u{e0041}"];
        let shapeless =
            ["\u{115f}", "\u{3164}", "\u{ffa0}", "\u{fe0f}", "\u{e0100}", "\u{34f}", "\u{17b5}", "\u{2800}"];
        for hidden in invisible.into_iter().chain(turning).chain(shapeless) {
            let refused = PersonId::new(format!("p-1{hidden}7")).unwrap_err();
            let character = hidden.chars().next().unwrap();
            assert_eq!(refused, IdError::Invisible { character });
        }
        for ends in [" p-17", "p-17 ", "p-17\u{3000}", "\u{a0}p-17", " "] {
            assert_eq!(PersonId::new(ends).unwrap_err(), IdError::Blank, "{ends:?}");
        }
        let document = serde_json::from_str::<RecordId>("\"INC\u{202e}-1\"").unwrap_err().to_string();
        assert!(document.contains("the invisible character `U+202E`"), "{document}");
        for seen in ["INC-000042", "网络/堡垒机", "é", "user name", "a\u{202f}b", "\u{1f600}"] {
            assert!(PersonId::new(seen).is_ok(), "{seen:?}");
        }
    }
}
