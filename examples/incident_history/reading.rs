//! The table as a stream of records: plain or gzip, bounded, with a progress bar where a person looks on.

use flate2::read::MultiGzDecoder;
use indicatif::{ProgressBar, ProgressStyle};
use std::cell::Cell;
use std::error::Error;
use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The most bytes of one record: an unclosed quote or a million columns end here, not in memory.
const RECORD_BYTES: usize = 1024 * 1024;
/// How often the bar moves, in records.
const BAR_EVERY: u64 = 1_000;

pub struct Table {
    path: PathBuf,
    reader: csv::Reader<Box<dyn Read>>,
    record: csv::ByteRecord,
    left: Rc<Cell<usize>>,
    bytes_read: Rc<Cell<u64>>,
    records: u64,
    bar: Option<ProgressBar>,
}

impl Table {
    pub fn open(path: &Path) -> Result<Self, Box<dyn Error>> {
        let refused = |fault: io::Error| format!("{}: {fault}", path.display());
        let file = File::open(path).map_err(refused)?;
        let size = file.metadata().map_err(refused)?.len();
        let bytes_read = Rc::new(Cell::new(0));
        let mut bytes = BufReader::new(Counted { inner: file, bytes_read: bytes_read.clone() });
        let gzip = bytes.fill_buf().map_err(refused)?.starts_with(&[0x1f, 0x8b]);
        let text: Box<dyn Read> = if gzip { Box::new(MultiGzDecoder::new(bytes)) } else { Box::new(bytes) };
        let left = Rc::new(Cell::new(RECORD_BYTES));
        let bounded: Box<dyn Read> = Box::new(Bounded { inner: text, left: left.clone() });
        let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bounded);
        let bar = io::stderr().is_terminal().then(|| {
            let style = ProgressStyle::with_template("{bar:40} {percent:>3} %  {msg}");
            ProgressBar::new(size).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        let record = csv::ByteRecord::new();
        Ok(Self { path: path.to_owned(), reader, record, left, bytes_read, records: 0, bar })
    }

    /// The names of the columns.
    pub fn header(&mut self) -> Result<Vec<String>, Box<dyn Error>> {
        let path = self.path.display().to_string();
        let Some((_, header)) = self.next()? else { return Err(format!("{path}: the file is empty").into()) };
        let name = |field: &[u8]| String::from_utf8_lossy(field).trim_start_matches('\u{feff}').to_owned();
        Ok(header.iter().map(name).collect())
    }

    /// The next record and the line on which it begins.
    pub fn next(&mut self) -> Result<Option<(u64, &csv::ByteRecord)>, Box<dyn Error>> {
        self.left.set(RECORD_BYTES);
        match self.reader.read_byte_record(&mut self.record) {
            Ok(false) => Ok(None),
            Ok(true) => {
                self.records += 1;
                if self.records.is_multiple_of(BAR_EVERY) {
                    self.show();
                }
                let line = self.record.position().map_or(0, csv::Position::line);
                Ok(Some((line, &self.record)))
            }
            Err(fault) => {
                if let Some(bar) = &self.bar {
                    bar.finish_and_clear();
                }
                Err(self.explained(fault).into())
            }
        }
    }

    pub fn finished(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    fn show(&self) {
        if let Some(bar) = &self.bar {
            bar.set_position(self.bytes_read.get());
            bar.set_message(format!("{} rows", self.records.saturating_sub(1)));
        }
    }

    fn explained(&self, fault: csv::Error) -> String {
        let line = self.reader.position().line();
        let words = match fault.kind() {
            csv::ErrorKind::Io(io) if io.kind() == io::ErrorKind::UnexpectedEof => {
                "the gzip file ends before its end; it is truncated".to_owned()
            }
            csv::ErrorKind::Io(io) => io.to_string(),
            _ => fault.to_string(),
        };
        format!("{}: after line {line}: {words}", self.path.display())
    }
}

/// Counts what was read of the file itself.
struct Counted<R> {
    inner: R,
    bytes_read: Rc<Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.bytes_read.set(self.bytes_read.get() + count as u64);
        Ok(count)
    }
}

/// Refuses to hand out more than one record may have.
struct Bounded<R> {
    inner: R,
    left: Rc<Cell<usize>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left.get() == 0 {
            let words = format!("a record has more than {RECORD_BYTES} bytes");
            return Err(io::Error::new(io::ErrorKind::InvalidData, words));
        }
        let most = buffer.len().min(self.left.get());
        let count = self.inner.read(&mut buffer[..most])?;
        self.left.set(self.left.get() - count);
        Ok(count)
    }
}
