//! Canonical bytes and digests. 规范字节与摘要
//!
//! Canonical JSON has sorted keys, integers only and no white space; the same value has the same bytes in every language.

use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};
use std::fmt;

/// A value that has no canonical bytes.
#[derive(Debug, thiserror::Error)]
#[error("the value has no canonical form: {0}")]
pub struct CanonicalError(#[from] serde_json::Error);

/// A SHA-256, written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The 32 bytes.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn text(&self) -> [[u8; 2]; 32] {
        let digit = |nibble: u8| nibble.wrapping_add(if nibble < 10 { b'0' } else { b'a'.wrapping_sub(10) });
        self.0.map(|byte| [digit(byte.wrapping_shr(4)), digit(byte & 0xf)])
    }

    /// A digest of 32 bytes computed elsewhere.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The digest that 64 lower-case hexadecimal digits say.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return None };
        let pairs = <&[[u8; 2]; 32]>::try_from(pairs).ok()?;
        // Straight through all of them, without a branch on what they say.
        let (mut bytes, mut seen) = ([0_u8; 32], 0_u8);
        for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
            let (high, low) = (nibble(*high), nibble(*low));
            seen |= high | low;
            *byte = high.wrapping_shl(4) | low;
        }
        (seen < 16).then_some(Self(bytes))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::str::from_utf8(self.text().as_flattened()).unwrap_or_default())
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(std::str::from_utf8(self.text().as_flattened()).unwrap_or_default())
    }
}

/// What a hexadecimal digit says; more than four bits for what is none.
const fn nibble(digit: u8) -> u8 {
    let (decimal, letter) = (digit.wrapping_sub(b'0'), digit.wrapping_sub(b'a'));
    let letter = if letter < 6 { letter.wrapping_add(10) } else { 0xff };
    if decimal < 10 { decimal } else { letter }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Digest;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("64 lower-case hexadecimal digits")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Digest, E> {
                Digest::from_hex(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_str(Text)
    }
}

/// The canonical bytes of a value.
///
/// ```
/// use itsm::kernel::canonical;
/// #[derive(serde::Serialize)]
/// struct Pair { b: i64, a: &'static str }
/// assert_eq!(canonical::bytes(&Pair { b: 1, a: "一" }).unwrap(), r#"{"a":"一","b":1}"#.as_bytes());
/// assert!(canonical::bytes(&0.5_f64).is_err(), "integers only");
/// ```
///
/// # Errors
/// [`CanonicalError`] for floats and for maps whose keys are not texts.
pub fn bytes<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, CanonicalError> {
    let mut value = serde_json::to_value(value)?;
    // Another crate of the host may switch serde_json's `preserve_order` on.
    value.sort_all_objects();
    if holds_float(&value) {
        return Err(serde_json::Error::custom("documents hold integers only").into());
    }
    Ok(serde_json::to_vec(&value)?)
}

/// The same as text; empty for a value that has none, which the types of the library cannot form.
#[must_use]
pub fn text<T: Serialize + ?Sized>(value: &T) -> String {
    bytes(value).ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// The SHA-256 of a value's canonical bytes; of no bytes for a value that has none, which the types of the library cannot form.
#[must_use]
pub fn digest_of<T: Serialize + ?Sized>(value: &T) -> Digest {
    Digest::of(&bytes(value).unwrap_or_default())
}

fn holds_float(value: &serde_json::Value) -> bool {
    match value {
        serde_json::Value::Number(number) => number.is_f64(),
        serde_json::Value::Array(members) => members.iter().any(holds_float),
        serde_json::Value::Object(members) => members.values().any(holds_float),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_whatever_features_the_host_switches_on() {
        let value: serde_json::Value = serde_json::from_str(r#"{"z":1,"a":{"y":2,"b":3}}"#).unwrap();
        assert_eq!(bytes(&value).unwrap(), br#"{"a":{"b":3,"y":2},"z":1}"#);
    }

    #[test]
    fn a_digest_reads_what_it_writes_and_nothing_else() {
        let digest = Digest::of(b"itsm");
        let text = serde_json::to_string(&digest).unwrap();
        assert_eq!(serde_json::from_str::<Digest>(&text).unwrap(), digest);
        assert!(serde_json::from_str::<Digest>(&text.to_uppercase()).is_err());
        assert!(serde_json::from_str::<Digest>("\"00\"").is_err());
    }
}
