//! Personal values: kept apart from what is hashed. 个人数据
//!
//! A personal value enters events and digests only as a salted commitment, so that it can be erased without breaking a proof
//! (DECISIONS 9). Decisions cannot compare, order or hash it. A store keeps value and salt in a row of their own
//! ([`PersonalValue`]), which it can delete; the commitment stays.

use crate::kernel::{Digest, RecordId, canonical, codes};
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::Sha256;
use std::fmt;

/// 32 random bytes of the host: the core has no randomness of its own.
pub type Entropy = [u8; 32];

codes! {
    /// The fields that are personal. Its code is the path under which a value is sealed and restored, whatever command stated it and
    /// whatever event holds it; no event holds two values of one field.
    pub enum PersonalField {
        /// How the requester of a service request can be reached.
        Contact = "contact", "Contact", "联系方式";
        /// How the person who reports an incident can be reached.
        Reporter = "reporter", "Reporter", "报告人";
        /// What is wrong, in the words of whoever reports it.
        Symptom = "symptom", "Symptom", "症状";
    }
}

/// A value about a person. In documents and digests only its commitment stands.
///
/// ```
/// use itsm::kernel::Personal;
/// let symptom = Personal::seal("My printer is on fire, Ann".to_owned(), &[7; 32], "symptom");
/// assert_eq!(symptom.reveal().map(String::as_str), Some("My printer is on fire, Ann"));
/// let document = serde_json::to_string(&symptom).unwrap();
/// assert!(!document.contains("Ann"));
/// let read: Personal<String> = serde_json::from_str(&document).unwrap();
/// assert!(read.reveal().is_none(), "the value travels apart");
/// ```
///
/// It has neither equality nor order nor hash: what is decided cannot turn on it. What compiles of its commitment does not of itself.
///
/// ```
/// use itsm::kernel::Personal;
/// fn decided(a: &Personal<String>, b: &Personal<String>) -> bool { a.commitment() == b.commitment() }
/// ```
///
/// ```compile_fail
/// use itsm::kernel::Personal;
/// fn decided(a: &Personal<String>, b: &Personal<String>) -> bool { a == b }
/// ```
///
/// ```compile_fail
/// use itsm::kernel::Personal;
/// fn decided(a: &Personal<String>, b: &Personal<String>) -> bool { a < b }
/// ```
///
/// ```compile_fail
/// use itsm::kernel::Personal;
/// fn decided(a: Personal<String>) { std::collections::HashSet::new().insert(a); }
/// ```
///
/// ```compile_fail
/// use itsm::kernel::Personal;
/// fn decided(a: &Personal<String>) -> &str { a }
/// ```
#[derive(Clone)]
pub struct Personal<T> {
    commitment: Digest,
    held: Option<Box<Held<T>>>,
}

#[derive(Clone)]
struct Held<T> {
    value: T,
    salt: Entropy,
}

fn keyed(key: &Entropy, message: &[&[u8]]) -> Entropy {
    // HMAC fills a short key up with zeros to the block of the hash.
    let mut block = [0_u8; 64];
    block.iter_mut().zip(key).for_each(|(place, byte)| *place = *byte);
    let mut mac = Hmac::<Sha256>::new(&block.into());
    for part in message {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// The entropy of one record: two records under the same host entropy get two salts.
#[must_use]
pub fn for_record(entropy: &Entropy, record: &RecordId) -> Entropy {
    keyed(entropy, &[b"record", record.as_str().as_bytes()])
}

impl<T: Serialize> Personal<T> {
    /// Seals a value. `path` names the field, so that two fields of one command have two salts.
    #[must_use]
    pub fn seal(value: T, entropy: &Entropy, path: &str) -> Self {
        let salt = keyed(entropy, &[b"salt", path.as_bytes()]);
        let commitment = Self::commit(&value, &salt, path);
        Self { commitment, held: Some(Box::new(Held { value, salt })) }
    }

    fn commit(value: &T, salt: &Entropy, path: &str) -> Digest {
        let bytes = canonical::bytes(value).unwrap_or_default();
        Digest::from_bytes(keyed(salt, &[path.as_bytes(), &[0], &bytes]))
    }

    /// Puts a value and its salt back, if they are the ones committed to.
    #[must_use]
    pub fn restore(&self, value: T, salt: Entropy, path: &str) -> Option<Self> {
        (Self::commit(&value, &salt, path) == self.commitment)
            .then(|| Self { commitment: self.commitment, held: Some(Box::new(Held { value, salt })) })
    }
}

impl<T> Personal<T> {
    /// The value, where it is held here. For showing to people, never for deciding: the core itself may not call it (`core/clippy.toml`).
    #[must_use]
    pub fn reveal(&self) -> Option<&T> {
        self.held.as_deref().map(|held| &held.value)
    }

    /// The salt that a host keeps beside the value.
    #[must_use]
    pub fn salt(&self) -> Option<&Entropy> {
        self.held.as_deref().map(|held| &held.salt)
    }

    /// What stands in events and digests.
    #[must_use]
    pub const fn commitment(&self) -> Digest {
        self.commitment
    }

    /// The same commitment without value and salt.
    #[must_use]
    pub const fn erased(&self) -> Self {
        Self { commitment: self.commitment, held: None }
    }
}

/// A personal value taken apart from its event: a row that a store can delete.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonalValue {
    /// Which field of the event.
    pub field: PersonalField,
    /// What it was committed with.
    pub salt: Entropy,
    /// The value.
    pub value: String,
}

/// Without value and salt, so that they reach no log.
impl fmt::Debug for PersonalValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PersonalValue").field("field", &self.field).finish_non_exhaustive()
    }
}

impl Personal<String> {
    /// Value and salt, for a store to keep apart; `None` where they are not held. Never for deciding, as [`reveal`](Self::reveal).
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "what a store keeps beside the journal")]
    pub fn apart(&self, field: PersonalField) -> Option<PersonalValue> {
        Some(PersonalValue { field, salt: *self.salt()?, value: self.reveal()?.clone() })
    }

    /// Puts the value of a field back in place, if it is the one committed to; whether it was.
    pub fn put_back(&mut self, field: PersonalField, salt: Entropy, value: &str) -> bool {
        let restored = self.restore(value.to_owned(), salt, field.code());
        let met = restored.is_some();
        if let Some(restored) = restored {
            *self = restored;
        }
        met
    }
}

/// Only the commitment, so that a value reaches no log.
impl<T> fmt::Debug for Personal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Personal").field(&self.commitment).finish()
    }
}

impl<T> Serialize for Personal<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.commitment.serialize(serializer)
    }
}

impl<'de, T> Deserialize<'de> for Personal<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { commitment: Digest::deserialize(deserializer)?, held: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_personal_value_is_not_printed() {
        let sealed = Personal::seal("13800000000".to_owned(), &[1; 32], "contact");
        assert!(!format!("{sealed:?}").contains("138"));
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "what the host keeps beside the value")]
    fn a_value_is_restored_only_with_its_own_salt_and_path() {
        let sealed = Personal::seal("13800000000".to_owned(), &[1; 32], "contact");
        let salt = *sealed.salt().unwrap();
        assert!(sealed.erased().restore("13800000000".to_owned(), salt, "contact").is_some());
        assert!(sealed.erased().restore("13800000001".to_owned(), salt, "contact").is_none());
        assert!(sealed.erased().restore("13800000000".to_owned(), [2; 32], "contact").is_none());
        assert!(sealed.erased().restore("13800000000".to_owned(), salt, "symptom").is_none());
    }

    #[test]
    fn the_same_value_in_two_fields_has_two_commitments() {
        let one = Personal::seal("x".to_owned(), &[1; 32], "a").commitment();
        assert_ne!(one, Personal::seal("x".to_owned(), &[1; 32], "b").commitment());
        assert_ne!(one, Personal::seal("x".to_owned(), &[2; 32], "a").commitment());
    }
}
