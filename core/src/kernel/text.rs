//! Texts that people write. 文本

use crate::kernel::limits;
use serde::{Deserialize, Deserializer, Serialize, de};
use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;

/// A text longer than [`limits::TEXT_BYTES`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a text has at most {limit} bytes, this one has `{bytes}`", limit = limits::TEXT_BYTES)]
pub struct TextError {
    /// Bytes found.
    pub bytes: usize,
}

/// A text that people write: a reason, a note, a symptom. It has at most [`limits::TEXT_BYTES`] bytes; whether it must say something
/// is for the command to demand.
///
/// ```
/// use itsm::kernel::Text;
/// let reason = Text::new("bought by mistake")?;
/// assert!(reason.starts_with("bought"));
/// assert!(Text::new("x".repeat(40_000)).is_err());
/// # Ok::<(), itsm::kernel::TextError>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Text(String);

impl Text {
    /// A text.
    ///
    /// # Errors
    /// [`TextError`] when it is longer than [`limits::TEXT_BYTES`].
    pub fn new(text: impl Into<String>) -> Result<Self, TextError> {
        let text = text.into();
        let bytes = text.len();
        if bytes > limits::TEXT_BYTES { Err(TextError { bytes }) } else { Ok(Self(text)) }
    }

    /// A text of the library's own, known to be short enough.
    pub(crate) fn literal(text: &'static str) -> Self {
        Self(text.to_owned())
    }

    /// As much of it as fits: for texts that the library itself makes of texts that fit.
    pub(crate) fn cut(text: &str) -> Self {
        let fits = |(at, c): &(usize, char)| at.saturating_add(c.len_utf8()) <= limits::TEXT_BYTES;
        Self(text.char_indices().take_while(fits).map(|(_, c)| c).collect())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl std::str::FromStr for Text {
    type Err = TextError;
    fn from_str(text: &str) -> Result<Self, TextError> {
        Self::new(text)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_kept_and_no_character_is_split() {
        let full = "x".repeat(limits::TEXT_BYTES);
        assert_eq!(Text::cut(&full).as_str(), full);
        assert_eq!(Text::cut(&format!("{full}y")).as_str(), full);
        let short = Text::cut(&"文".repeat(limits::TEXT_BYTES));
        assert_eq!((short.len(), limits::TEXT_BYTES % 3), (limits::TEXT_BYTES - 2, 2));
    }
}
