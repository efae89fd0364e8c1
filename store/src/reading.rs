//! Entries are read by other threads while the database answers and the system folds. 并行读取

use crate::{Fault, FaultKind, StoreError};
use itsm::kernel::{JournalError, LogRow};
use itsm::system::ReadEntry;
use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, available_parallelism};

/// A page smaller than this is read where it is: a thread costs more.
const WORTH_A_THREAD: usize = 500;

/// More readers than this wait for the one that folds.
const READERS: usize = 4;

type Read = Vec<Result<ReadEntry, JournalError>>;

/// Pages of a log that are being read, in their order; with each what goes with it.
#[derive(Debug)]
pub(crate) struct Reading<T> {
    /// None until a page is worth one.
    readers: Option<Vec<Reader>>,
    pages: VecDeque<(Page, T)>,
    begun: usize,
}

#[derive(Debug)]
enum Page {
    Here(Read),
    /// That reader gives it next.
    With(usize),
}

/// A thread that reads one page after the other, and ends when nobody has another for it.
#[derive(Debug)]
struct Reader {
    pages: Sender<Vec<LogRow>>,
    read: Receiver<Read>,
}

impl Reader {
    /// Nothing where there are no threads to be had.
    fn start() -> Option<Self> {
        let (pages, rows) = channel::<Vec<LogRow>>();
        let (given, read) = channel();
        let work = move || rows.into_iter().map(|rows| read_all(&rows)).try_for_each(|read| given.send(read));
        Builder::new().name("itsm-read".into()).spawn(work).ok()?;
        Some(Self { pages, read })
    }
}

impl<T> Reading<T> {
    pub(crate) const fn new() -> Self {
        Self { readers: None, pages: VecDeque::new(), begun: 0 }
    }

    /// Begins to read a page.
    pub(crate) fn begin(&mut self, rows: Vec<LogRow>, with: T) {
        let page =
            if rows.len() < WORTH_A_THREAD { Page::Here(read_all(&rows)) } else { self.hand_over(rows) };
        self.pages.push_back((page, with));
    }

    fn hand_over(&mut self, rows: Vec<LogRow>) -> Page {
        let readers = self.readers.get_or_insert_with(|| {
            let cores = available_parallelism().map_or(1, std::num::NonZero::get);
            (1..cores).take(READERS).map_while(|_| Reader::start()).collect()
        });
        let Some(number) = self.begun.checked_rem(readers.len()) else { return Page::Here(read_all(&rows)) };
        self.begun = self.begun.saturating_add(1);
        match readers.get(number).map(|reader| reader.pages.send(rows)) {
            Some(Err(refused)) => Page::Here(read_all(&refused.0)),
            _ => Page::With(number),
        }
    }

    /// Whether every reader has a page, and the first of them is to be folded before another is asked for.
    pub(crate) fn is_busy(&self) -> bool {
        self.pages.len() > self.readers.as_ref().map_or(0, Vec::len)
    }

    /// The first page that was begun and not ended: its entries in their order.
    ///
    /// # Errors
    /// `store.unavailable` where its reader has given up.
    pub(crate) fn end(&mut self) -> Result<Option<(Read, T)>, StoreError> {
        let Some((page, with)) = self.pages.pop_front() else { return Ok(None) };
        let read = match page {
            Page::Here(read) => Some(read),
            Page::With(number) => {
                let reader = self.readers.as_ref().and_then(|readers| readers.get(number));
                reader.and_then(|reader| reader.read.recv().ok())
            }
        };
        let gave_up = || Fault::new(FaultKind::Other, "a thread that reads entries has ended");
        Ok(Some((read.ok_or_else(gave_up)?, with)))
    }
}

fn read_all(rows: &[LogRow]) -> Read {
    rows.iter().map(ReadEntry::read).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a test")]
mod tests {
    use super::*;
    use itsm::kernel::{Digest, LogEntry};

    /// Rows that are not what was hashed: what is said of each names its place.
    fn rows(from: u64, count: u64) -> Vec<LogRow> {
        let row = |index| LogRow { index, entry: LogEntry::Line("{}".into()), leaf: Digest::of(b"another") };
        (from..from + count).map(row).collect()
    }

    fn places(read: &Read) -> Vec<u64> {
        read.iter().map(|entry| entry.as_ref().unwrap_err().line()).collect()
    }

    #[test]
    fn pages_come_back_in_their_order_with_what_goes_with_them() {
        let (mut reading, mut from) = (Reading::new(), 0);
        let mut expected = VecDeque::new();
        // Large ones go to the readers in turn, small ones are read where they are, and none overtakes another.
        for (name, count) in (0..40_u64).map(|name| (name, if name % 3 == 1 { 7 } else { 700 + name })) {
            reading.begin(rows(from, count), name);
            expected.push_back((name, (from..from + count).collect::<Vec<_>>()));
            from += count;
            while reading.is_busy() {
                let (read, with) = reading.end().unwrap().unwrap();
                assert_eq!(Some((with, places(&read))), expected.pop_front());
            }
        }
        while let Some((read, with)) = reading.end().unwrap() {
            assert_eq!(Some((with, places(&read))), expected.pop_front());
        }
        assert!(expected.is_empty());
    }

    #[test]
    fn without_a_reader_a_page_is_read_where_it_is() {
        let mut reading = Reading { readers: Some(Vec::new()), pages: VecDeque::new(), begun: 0 };
        reading.begin(rows(0, 900), ());
        assert!(reading.is_busy());
        assert_eq!(places(&reading.end().unwrap().unwrap().0), (0..900).collect::<Vec<_>>());
        assert!(!reading.is_busy());
    }

    #[test]
    fn a_reader_that_has_ended_is_told_of() {
        let (pages, taken) = channel();
        let (given, read) = channel();
        let mut reading =
            Reading { readers: Some(vec![Reader { pages, read }]), pages: VecDeque::new(), begun: 0 };
        reading.begin(rows(0, 900), ());
        drop((taken, given));
        assert_eq!(reading.end().unwrap_err().code(), "store.unavailable");
        // The next is not handed to it.
        reading.begin(rows(900, 900), ());
        assert_eq!(reading.end().unwrap().unwrap().0.len(), 900);
    }
}
