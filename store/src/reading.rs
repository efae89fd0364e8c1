//! Entries are read by other threads while the database answers and the system folds. 并行读取

use itsm::kernel::{JournalError, LogRow};
use itsm::system::ReadEntry;
use std::sync::{Arc, LazyLock};
use std::thread::{Builder, JoinHandle, available_parallelism};

/// A page smaller than this is read where it is: a thread costs more.
const WORTH_A_THREAD: usize = 500;

/// How many may read beside the one that folds; more than four would wait for it.
static OTHERS: LazyLock<usize> =
    LazyLock::new(|| available_parallelism().map_or(0, |cores| cores.get().saturating_sub(1).min(4)));

type Read = Vec<Result<ReadEntry, JournalError>>;

/// A page that is being read, part by part.
#[derive(Debug)]
pub(crate) struct Reading {
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    Elsewhere(JoinHandle<Read>),
    Here(Read),
}

impl Reading {
    /// Begins to read a page. Where there are no threads to be had it has been read when this returns.
    pub(crate) fn begin(rows: Vec<LogRow>) -> Self {
        let readers = if rows.len() < WORTH_A_THREAD { 0 } else { *OTHERS };
        let Some(size) = rows.len().checked_div(readers) else {
            return Self { parts: vec![Part::Here(read(&rows))] };
        };
        let (rows, size) = (Arc::new(rows), size.saturating_add(1));
        let part = |first: usize| {
            let own = Arc::clone(&rows);
            let read_own = move || read(own.iter().skip(first).take(size));
            match Builder::new().name("itsm-read".into()).spawn(read_own) {
                Ok(reader) => Part::Elsewhere(reader),
                Err(_) => Part::Here(read(rows.iter().skip(first).take(size))),
            }
        };
        Self { parts: (0..rows.len()).step_by(size).map(part).collect() }
    }

    /// The entries in their order.
    pub(crate) fn end(self) -> impl Iterator<Item = Result<ReadEntry, JournalError>> {
        self.parts.into_iter().flat_map(|part| match part {
            Part::Here(read) => read,
            Part::Elsewhere(reader) => reader.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
        })
    }
}

fn read<'a>(rows: impl IntoIterator<Item = &'a LogRow>) -> Read {
    rows.into_iter().map(ReadEntry::read).collect()
}
