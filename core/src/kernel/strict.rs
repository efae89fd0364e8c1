//! Strict reading of documents that come from outside.
//!
//! One pass over the bytes refuses what a JSON library would let through or pay for: too large, too deep, too many
//! members, a key twice, a number that is not an integer. Only then the document is read into its type; no list stands for an
//! object there, and a fault names its path. Events are read with one exception: what a later version added is skipped.

mod objects;

use crate::kernel::limits;
use objects::{Known, Objects};
use serde::de::{Deserialize, DeserializeOwned};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

/// A document that was refused, and where in it the fault lies.
///
/// ```
/// use itsm::kernel::strict::{self, DocumentFault};
/// #[derive(serde::Deserialize, Debug)]
/// struct Window { open: u32 }
/// let fault = strict::from_slice::<Window>(br#"{"open": 1, "open": 2}"#, 1024).unwrap_err();
/// assert_eq!(fault.fault, DocumentFault::DuplicateKey);
/// assert_eq!(fault.path, "open");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{fault}", PathPrefix(path))]
pub struct DocumentError {
    /// Where: `week.mon[2]`; empty for the document itself.
    pub path: String,
    /// What is wrong there.
    pub fault: DocumentFault,
}

/// What is wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DocumentFault {
    /// More bytes than allowed.
    #[error("the document has `{bytes}` bytes, allowed are {limit}")]
    TooLarge {
        /// Bytes found.
        bytes: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// Nested deeper than [`limits::DEPTH`].
    #[error("nested deeper than {limit}", limit = limits::DEPTH)]
    TooDeep,
    /// More members than allowed: [`limits::LIST`] unless the kind of document says otherwise.
    #[error("more than {limit} members")]
    TooMany {
        /// Members allowed.
        limit: usize,
    },
    /// One object names a key twice.
    #[error("the key stands here twice")]
    DuplicateKey,
    /// Documents hold integers only: no fraction, no exponent, nothing beyond 64 bits.
    #[error("the number is not an integer of 64 bits")]
    NotAnInteger,
    /// Not JSON.
    #[error("not JSON: {0}")]
    Syntax(String),
    /// JSON, but not what is asked for here.
    #[error("{0}")]
    Shape(String),
}

impl DocumentFault {
    /// The stable code of this fault.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "document.too_large",
            Self::TooDeep => "document.too_deep",
            Self::TooMany { .. } => "document.too_many",
            Self::DuplicateKey => "document.duplicate_key",
            Self::NotAnInteger => "document.not_an_integer",
            Self::Syntax(_) => "document.syntax",
            Self::Shape(_) => "document.shape",
        }
    }
}

struct PathPrefix<'a>(&'a str);

impl fmt::Display for PathPrefix<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, "at `{}`: ", self.0) }
    }
}

/// Reads a document of at most `limit` bytes.
///
/// # Errors
/// [`DocumentError`] with the path of the first fault.
pub fn from_slice<T: DeserializeOwned>(bytes: &[u8], limit: usize) -> Result<T, DocumentError> {
    scan(bytes, limit)?;
    read(bytes)
}

/// Reads a document of at most `limit` bytes whose lists and objects may have up to `members` members.
pub(crate) fn from_large_slice<T: DeserializeOwned>(
    bytes: &[u8],
    limit: usize,
    members: usize,
) -> Result<T, DocumentError> {
    scan_within(bytes, limit, members)?;
    read(bytes)
}

/// Reads a document that was scanned already, and borrows from it.
pub(crate) fn read<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, DocumentError> {
    read_as(bytes, Known::Scanned)
}

/// The same for what a later version may have written: keys that are not known are skipped (DECISIONS 6).
pub(crate) fn read_leniently<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, DocumentError> {
    read_as(bytes, Known::Later)
}

/// Reads an object that stands as this version writes it: nothing unknown, its keys in order. Such a one needs no scan; of any
/// other this says nothing. `around` is the number of objects and lists that it stands in.
pub(crate) fn read_own<'de, T: Deserialize<'de>>(bytes: &'de [u8], around: usize) -> Option<T> {
    attempt(bytes, Known::Nothing { levels: limits::DEPTH.saturating_sub(around) })
}

fn read_as<'de, T: Deserialize<'de>>(bytes: &'de [u8], known: Known) -> Result<T, DocumentError> {
    // The path is worth its price only once there is a fault to name.
    attempt(bytes, known).map_or_else(|| read_with_path(bytes, known), Ok)
}

fn attempt<'de, T: Deserialize<'de>>(bytes: &'de [u8], known: Known) -> Option<T> {
    let mut reader = serde_json::Deserializer::from_str(std::str::from_utf8(bytes).ok()?);
    let value = T::deserialize(Objects::new(&mut reader, known)).ok()?;
    reader.end().ok().map(|()| value)
}

fn read_with_path<'de, T: Deserialize<'de>>(bytes: &'de [u8], known: Known) -> Result<T, DocumentError> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(Objects::new(&mut reader, known)).map_err(|fault| {
        let path = match fault.path().to_string() {
            path if path == "." => String::new(),
            path => path,
        };
        let fault = fault.into_inner();
        let words = fault.to_string();
        // serde_json appends "at line 1 column 2"; the path says it better.
        let words = words.split(" at line ").next().unwrap_or_default().to_owned();
        if fault.is_data() {
            return DocumentError { path, fault: DocumentFault::Shape(words) };
        }
        // What cannot be read has no name yet.
        let path = path.trim_end_matches('?').trim_end_matches('.').to_owned();
        DocumentError { path, fault: DocumentFault::Syntax(words) }
    })?;
    reader.end().map_err(|fault| DocumentError {
        path: String::new(),
        fault: DocumentFault::Syntax(fault.to_string()),
    })?;
    Ok(value)
}

/// Reads the body of a command that was scanned already.
pub(crate) fn from_body<T: DeserializeOwned>(body: &str) -> Result<T, DocumentError> {
    read(body.as_bytes()).map_err(below_body)
}

/// Reads the body of an event.
pub(crate) fn from_event_body<T: DeserializeOwned>(body: &str) -> Result<T, DocumentError> {
    let bytes = body.as_bytes();
    let scanned = || scan_body(bytes).and_then(|()| read_leniently(bytes)).map_err(below_body);
    read_own(bytes, 1).map_or_else(scanned, Ok)
}

fn below_body(error: DocumentError) -> DocumentError {
    let path = if error.path.is_empty() { "body".to_owned() } else { format!("body.{}", error.path) };
    DocumentError { path, ..error }
}

/// Checks size, depth, members, doubled keys and numbers of a JSON text without reading it into anything.
///
/// Time and memory are linear in the bytes; nothing recurses.
///
/// # Errors
/// [`DocumentError`] with the path of the first fault.
pub fn scan(bytes: &[u8], limit: usize) -> Result<(), DocumentError> {
    scan_within(bytes, limit, limits::LIST)
}

fn scan_within(bytes: &[u8], limit: usize, members: usize) -> Result<(), DocumentError> {
    if bytes.len() > limit {
        let fault = DocumentFault::TooLarge { bytes: bytes.len(), limit };
        return Err(DocumentError { path: String::new(), fault });
    }
    let depth = limits::DEPTH;
    Scan { bytes, members, depth, at: 0, open: Vec::new(), keys: Vec::new() }.run()
}

/// The same for the body of an event, which stands one level deep.
fn scan_body(bytes: &[u8]) -> Result<(), DocumentError> {
    let depth = limits::DEPTH.saturating_sub(1);
    Scan { bytes, members: limits::LIST, depth, at: 0, open: Vec::new(), keys: Vec::new() }.run()
}

enum Open<'a> {
    List {
        index: usize,
    },
    /// Its keys so far stand in [`Scan::keys`] from there on. Canonical documents have theirs in order, and then each is compared
    /// with one other; once they are not, a set of them decides.
    Object {
        first_key: usize,
        unordered: Option<BTreeSet<Cow<'a, [u8]>>>,
    },
}

struct Scan<'a> {
    bytes: &'a [u8],
    members: usize,
    depth: usize,
    at: usize,
    open: Vec<Open<'a>>,
    /// The keys of all open objects, innermost last.
    keys: Vec<Cow<'a, [u8]>>,
}

impl<'a> Scan<'a> {
    fn run(mut self) -> Result<(), DocumentError> {
        while let Some(byte) = self.bytes.get(self.at).copied() {
            match byte {
                b'{' | b'[' => self.enter(byte == b'{')?,
                b'}' | b']' => {
                    if let Some(Open::Object { first_key, .. }) = self.open.pop() {
                        self.keys.truncate(first_key);
                    }
                    self.step();
                }
                b',' => self.next_member()?,
                b'"' => self.string()?,
                b'-' | b'0'..=b'9' => self.number()?,
                _ => self.step(),
            }
        }
        Ok(())
    }

    fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    fn enter(&mut self, object: bool) -> Result<(), DocumentError> {
        if self.open.len() >= self.depth {
            return Err(self.fault(DocumentFault::TooDeep));
        }
        let first_key = self.keys.len();
        self.open.push(if object {
            Open::Object { first_key, unordered: None }
        } else {
            Open::List { index: 0 }
        });
        self.step();
        Ok(())
    }

    fn next_member(&mut self) -> Result<(), DocumentError> {
        self.step();
        if let Some(Open::List { index }) = self.open.last_mut() {
            *index = index.saturating_add(1);
            if *index >= self.members {
                return Err(self.fault(DocumentFault::TooMany { limit: self.members }));
            }
        }
        Ok(())
    }

    fn string(&mut self) -> Result<(), DocumentError> {
        let start = self.at;
        self.step();
        let mut escaped = false;
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let Some(length) = plain_length(rest) else {
                return Err(self.fault(DocumentFault::Syntax("a text does not end".to_owned())));
            };
            self.at = self.at.saturating_add(length);
            if rest.get(length) == Some(&b'"') {
                break;
            }
            escaped = true;
            self.at = self.at.saturating_add(2);
        }
        self.step();
        let is_key = self.bytes.get(self.at..).unwrap_or_default().iter().find(|b| !b.is_ascii_whitespace())
            == Some(&b':');
        let (Some(Open::Object { .. }), true) = (self.open.last(), is_key) else { return Ok(()) };
        let quoted = self.bytes.get(start..self.at).unwrap_or_default();
        let inner = quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default();
        let key = if escaped {
            let read: Result<String, _> = serde_json::from_slice(quoted);
            Cow::Owned(
                read.map_err(|fault| self.fault(DocumentFault::Syntax(fault.to_string())))?.into_bytes(),
            )
        } else {
            Cow::Borrowed(inner)
        };
        self.key(key)
    }

    fn key(&mut self, key: Cow<'a, [u8]>) -> Result<(), DocumentError> {
        let Some(Open::Object { first_key, unordered }) = self.open.last_mut() else { return Ok(()) };
        let keys = self.keys.get(*first_key..).unwrap_or_default();
        let ascends = keys.last().is_none_or(|last| *last < key);
        let doubled = match unordered {
            Some(seen) => !seen.insert(key.clone()),
            None if ascends => false,
            None => !unordered.insert(keys.iter().cloned().collect()).insert(key.clone()),
        };
        let full = keys.len() >= self.members;
        self.keys.push(key);
        match (doubled, full) {
            (true, _) => Err(self.fault(DocumentFault::DuplicateKey)),
            (false, true) => Err(self.fault(DocumentFault::TooMany { limit: self.members })),
            (false, false) => Ok(()),
        }
    }

    fn number(&mut self) -> Result<(), DocumentError> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length =
            rest.iter().take_while(|b| matches!(b, b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9')).count();
        let text = std::str::from_utf8(rest.get(..length).unwrap_or_default()).unwrap_or_default();
        if text == "-0" || (text.parse::<i64>().is_err() && text.parse::<u64>().is_err()) {
            return Err(self.fault(DocumentFault::NotAnInteger));
        }
        self.at = self.at.saturating_add(length);
        Ok(())
    }

    fn fault(&self, fault: DocumentFault) -> DocumentError {
        let mut path = String::new();
        for (place, open) in self.open.iter().enumerate() {
            match open {
                Open::List { index } => path.push_str(&format!("[{index}]")),
                Open::Object { first_key, .. } => {
                    let inner = self.open.iter().skip(place.saturating_add(1));
                    let end = inner.filter_map(Open::first_key).next().unwrap_or(self.keys.len());
                    let Some(key) = self.keys.get(*first_key..end).and_then(<[_]>::last) else { continue };
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.extend(String::from_utf8_lossy(key).chars().take(64));
                }
            }
        }
        DocumentError { path, fault }
    }
}

/// How many bytes stand before the next quotation mark or backslash: eight at a time, as most bytes stand in texts.
fn plain_length(bytes: &[u8]) -> Option<usize> {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = u64::from_le_bytes([0x80; 8]);
    const QUOTES: u64 = u64::from_le_bytes([b'"'; 8]);
    const BACKSLASHES: u64 = u64::from_le_bytes([b'\\'; 8]);
    // The lowest bit set marks the first byte that is zero.
    let zeros = |word: u64| word.wrapping_sub(ONES) & !word & HIGH;
    let (words, rest) = bytes.as_chunks::<8>();
    for (place, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let found = zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES);
        if found != 0 {
            let within = usize::try_from(found.trailing_zeros().wrapping_shr(3)).ok()?;
            return Some(place.saturating_mul(8).saturating_add(within));
        }
    }
    let last = rest.iter().position(|byte| matches!(byte, b'"' | b'\\'))?;
    Some(words.len().saturating_mul(8).saturating_add(last))
}

impl Open<'_> {
    const fn first_key(&self) -> Option<usize> {
        if let Self::Object { first_key, .. } = self { Some(*first_key) } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn refused(text: &str) -> DocumentError {
        from_slice::<BTreeMap<String, serde_json::Value>>(text.as_bytes(), limits::COMMAND_BYTES).unwrap_err()
    }

    #[test]
    fn what_a_json_library_lets_through_is_refused_with_its_path() {
        assert_eq!(refused(r#"{"a":{"b":1,"\u0062":2}}"#).to_string(), "at `a.b`: the key stands here twice");
        assert_eq!(refused(r#"{"a":[1,{"x":1.5}]}"#).path, "a[1].x");
        assert_eq!(refused(r#"{"a":1e400}"#).fault, DocumentFault::NotAnInteger);
        assert_eq!(refused(r#"{"a":36893488147419103232}"#).fault, DocumentFault::NotAnInteger);
        assert!(matches!(refused(r#"{"a":NaN}"#).fault, DocumentFault::Syntax(_)));
        assert_eq!(refused(&"[".repeat(100_000)).fault, DocumentFault::TooDeep);
        assert_eq!(
            refused(&format!("{{\"a\":[{}1]}}", "1,".repeat(10_000))).fault,
            DocumentFault::TooMany { limit: limits::LIST }
        );
        assert!(matches!(refused(&" ".repeat(300_000)).fault, DocumentFault::TooLarge { .. }));
        assert!(matches!(refused("{} {}").fault, DocumentFault::Syntax(_)));
    }

    #[test]
    fn a_doubled_key_is_found_whatever_the_order_of_the_keys() {
        for keys in ["aa", "aba", "baa", "bab", "cabc", "acbb", "acbdb", "acbc"] {
            let members: Vec<_> = keys.chars().map(|key| format!("\"{key}\":0")).collect();
            assert_eq!(
                refused(&format!("{{{}}}", members.join(","))).fault,
                DocumentFault::DuplicateKey,
                "{keys}"
            );
        }
        assert!(scan(br#"{"b":0,"a":0,"d":0,"c":{"a":0}}"#, 100).is_ok());
    }

    #[test]
    fn what_is_no_json_is_a_fault_of_syntax_and_what_is_json_one_of_shape() {
        #[derive(Debug, serde::Deserialize)]
        struct Week {
            #[expect(dead_code, reason = "read, never looked at")]
            week: BTreeMap<String, u8>,
        }
        let refused = |text: &str| from_slice::<Week>(text.as_bytes(), 1_000).unwrap_err();
        for (text, code, path) in [
            (r#"{"week":{"#, "document.syntax", "week"),
            (r#"{"week":{"mon":1},}"#, "document.syntax", ""),
            (r#"{"week":{"mon":"#, "document.syntax", "week.mon"),
            (r#"{"week":{"mon":"x"}}"#, "document.shape", "week.mon"),
        ] {
            let fault = refused(text);
            assert_eq!((fault.fault.code(), fault.path.as_str()), (code, path), "{text}");
        }
    }

    #[test]
    fn limits_hold_to_the_last_allowed_member() {
        let full = format!("{{\"a\":[{}1]}}", "1,".repeat(9_999));
        assert!(from_slice::<BTreeMap<String, Vec<u8>>>(full.as_bytes(), limits::COMMAND_BYTES).is_ok());
        let deep = format!("{}{}", "[".repeat(limits::DEPTH), "]".repeat(limits::DEPTH));
        assert!(scan(deep.as_bytes(), 1_000).is_ok());
    }
    #[derive(serde::Deserialize, Debug)]
    struct Empty {}

    #[derive(serde::Deserialize, Debug)]
    #[serde(rename_all = "snake_case")]
    #[allow(dead_code, reason = "read, never used")]
    enum Named {
        Fields { list: Vec<u8> },
        One(Empty),
    }

    #[derive(serde::Deserialize, Debug)]
    #[serde(tag = "kind", rename_all = "snake_case")]
    #[allow(dead_code, reason = "read, never used")]
    enum Tagged {
        Listed { list: Vec<u8> },
    }

    #[test]
    fn without_a_scan_only_what_stands_as_it_is_written_is_read() {
        #[derive(serde::Deserialize, Debug, Default)]
        #[serde(default)]
        #[allow(dead_code, reason = "read, never used")]
        struct Own {
            a: u64,
            b: Option<Box<Own>>,
            c: Vec<u8>,
            d: BTreeMap<String, u8>,
            e: serde_json::Value,
        }
        let read = |text: &str| read_own::<Own>(text.as_bytes(), 1).is_some();
        let nested =
            |depth: usize| format!("{{\"e\":{{\"l\":{}1{}}}}}", "[".repeat(depth), "]".repeat(depth));
        let list = |members: usize| format!("{{\"c\":[{}1]}}", "1,".repeat(members - 1));
        assert!(read(r#"{"a":1,"b":{"a":2},"d":{"x":1,"y":2},"e":{"x":[{"y":1}]}}"#));
        assert!(read(&nested(limits::DEPTH - 3)) && read(&list(limits::LIST)));
        for text in [
            r#"{"a":1,"a":1}"#,
            r#"{"b":{"a":1,"a":1}}"#,
            r#"{"d":{"x":1,"x":1}}"#,
            r#"{"e":{"x":1,"x":1}}"#,
            r#"{"c":[],"a":1}"#,
            r#"{"\u0061":1}"#,
            r#"{"a":1.0}"#,
            r#"{"e":1.5}"#,
            r#"{"e":-0}"#,
            r#"{"e":36893488147419103232}"#,
            r#"{"z":{"x":1,"x":1}}"#,
            r#"{"b":[]}"#,
            r#"{"a":1} {}"#,
            &nested(limits::DEPTH - 2),
            &list(limits::LIST + 1),
        ] {
            assert!(!read(text), "{}", text.chars().take(80).collect::<String>());
        }
    }

    #[test]
    fn a_text_ends_at_the_first_quotation_mark_or_backslash() {
        for length in 0..20 {
            for end in ['"', '\\'] {
                let text =
                    format!("{}{end}\"\\", "é!#[]x\u{22c}".chars().cycle().take(length).collect::<String>());
                assert_eq!(plain_length(text.as_bytes()), text.find(['"', '\\']), "{text}");
            }
        }
        assert_eq!(plain_length("without an end".as_bytes()), None);
    }

    #[test]
    fn a_list_never_stands_for_an_object() {
        fn path<T: DeserializeOwned + fmt::Debug>(text: &str) -> String {
            let error = from_slice::<T>(text.as_bytes(), 1_000).unwrap_err();
            assert_eq!(
                error.fault,
                DocumentFault::Shape("a list stands where an object is wanted".to_owned())
            );
            error.path
        }
        assert_eq!(path::<Empty>("[]"), "");
        assert_eq!(path::<BTreeMap<String, Option<Empty>>>(r#"{"a":[]}"#), "a");
        assert_eq!(path::<Vec<Named>>(r#"[{"fields":[[1]]}]"#), "[0].fields");
        assert_eq!(path::<Named>(r#"{"one":[]}"#), "one");
        assert_eq!(path::<Vec<Tagged>>(r#"[["listed",[1]]]"#), "[0]");
        let read = |text: &str| from_slice::<Vec<Tagged>>(text.as_bytes(), 1_000);
        assert!(read(r#"[{"kind":"listed","list":[1]}]"#).is_ok(), "lists stay lists");
    }
}
