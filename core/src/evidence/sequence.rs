//! Places in the log: what was committed takes its index, in order. 定序

use super::{Frontier, leaf_hash};
use crate::kernel::{LogEntry, LogRow, placed};

/// Gives the next indexes to the texts of rows that were committed, in the order given, and hashes each as a leaf.
///
/// It is a function of what stood before and of what is to be placed: whoever repeats it gets the same lines. `None` where a text is
/// no row: it has an index already, or is no object in one line.
///
/// ```
/// use itsm::evidence::{Frontier, sequence};
/// let (placed, after) = sequence(&Frontier::default(), [r#"{"at":1}"#, r#"{"at":2}"#]).unwrap();
/// assert_eq!(placed[1].line(), Some(r#"{"at":2,"index":1}"#));
/// assert_eq!(after.size(), 2);
/// ```
#[must_use]
pub fn sequence<'a>(
    before: &Frontier,
    texts: impl IntoIterator<Item = &'a str>,
) -> Option<(Vec<LogRow>, Frontier)> {
    let mut frontier = before.clone();
    let place = |text: &str| {
        let index = frontier.size();
        let line = placed(text, index)?;
        let leaf = leaf_hash(line.as_bytes());
        frontier.push_hash(leaf);
        Some(LogRow { index, entry: LogEntry::Line(line), leaf })
    };
    let rows = texts.into_iter().map(place).collect::<Option<Vec<_>>>()?;
    Some((rows, frontier))
}
