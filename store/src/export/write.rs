//! Tables into files: bounded memory, the same bytes every time. 写入

use super::ExportError;
use super::folder::{Staging, of_month};
use super::log::{Entry, log};
use super::seal::{FORMAT, Origin};
use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::schema::types::ColumnPath;
use std::fs::File;
use std::path::{Path, PathBuf};

/// Rows that are handed over at once. Where a journal's pages end makes no difference to the bytes.
pub(super) const ROWS: usize = 1_000;

/// Rows that stand together in a file, at most.
const GROUP_ROWS: usize = 50_000;

/// Bytes after which such a group is written out, whatever its rows.
const GROUP_BYTES: usize = 16 << 20;

fn properties() -> WriterProperties {
    let mut properties = WriterProperties::builder()
        .set_created_by(format!("itsm-store version {} (format {FORMAT})", env!("CARGO_PKG_VERSION")))
        .set_compression(Compression::GZIP(Default::default()))
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_max_row_group_row_count(Some(GROUP_ROWS))
        .set_max_row_group_bytes(Some(GROUP_BYTES));
    // No two are alike: there is nothing to look up, and nobody asks for those between two others.
    for alone in ["leaf", "line"] {
        let column = ColumnPath::from(alone);
        properties = properties
            .set_column_dictionary_enabled(column.clone(), false)
            .set_column_statistics_enabled(column, EnabledStatistics::None);
    }
    properties.build()
}

/// A file that is being written.
struct Writing {
    writer: ArrowWriter<File>,
    path: PathBuf,
}

impl Writing {
    fn begin(
        staging: &mut Staging,
        folder: &Path,
        name: &str,
        schema: SchemaRef,
    ) -> Result<Self, ExportError> {
        let (file, path) = staging.begin(folder, name)?;
        let writer =
            ArrowWriter::try_new(file, schema, Some(properties())).map_err(ExportError::file(&path))?;
        Ok(Self { writer, path })
    }

    fn write(&mut self, rows: &RecordBatch) -> Result<(), ExportError> {
        self.writer.write(rows).map_err(ExportError::file(&self.path))
    }

    fn end(mut self, staging: &mut Staging, name: &str, origin: &Origin) -> Result<(), ExportError> {
        for pair in origin.metadata() {
            self.writer.append_key_value_metadata(pair);
        }
        let file = self.writer.into_inner().map_err(ExportError::file(&self.path))?;
        staging.complete(&file, self.path, name)
    }
}

/// Writes the rows of one table and month.
pub(super) fn month(
    staging: &mut Staging,
    folder: &Path,
    month: &str,
    rows: &RecordBatch,
    origin: &Origin,
) -> Result<(), ExportError> {
    let name = format!("part-{:012}.parquet", origin.entries.end);
    let mut writing = Writing::begin(staging, &of_month(folder, Some(month)), &name, rows.schema())?;
    let mut begin = 0;
    while begin < rows.num_rows() {
        let length = ROWS.min(rows.num_rows().saturating_sub(begin));
        writing.write(&rows.slice(begin, length))?;
        begin = begin.saturating_add(length);
    }
    writing.end(staging, &name, origin)
}

/// Writes entries of the log in their order. A file holds entries that follow each other and were recorded in one month; where the
/// month changes, another begins.
pub(super) struct LogWriter<'a> {
    folder: PathBuf,
    origin: Origin,
    staging: &'a mut Staging,
    part: Option<Part>,
}

struct Part {
    writing: Writing,
    month: Option<String>,
    from: u64,
    waiting: Vec<Entry>,
}

/// The name of a file with these entries.
pub(super) fn name_of(from: u64, until: u64) -> String {
    format!("part-{from:012}-{until:012}.parquet")
}

/// The entries of a file of that name.
pub(super) fn range_of(path: &Path) -> Option<std::ops::Range<u64>> {
    let (from, until) = path.file_stem()?.to_str()?.strip_prefix("part-")?.split_once('-')?;
    Some(from.parse().ok()?..until.parse().ok()?)
}

impl<'a> LogWriter<'a> {
    pub(super) const fn new(folder: PathBuf, origin: Origin, staging: &'a mut Staging) -> Self {
        Self { folder, origin, staging, part: None }
    }

    pub(super) fn push(&mut self, entry: Entry) -> Result<(), ExportError> {
        // Where nobody knows the month any more it is that of the entry before.
        let month = entry.month().or_else(|| self.part.as_ref().and_then(|part| part.month.clone()));
        if self.part.as_ref().is_some_and(|part| part.month != month) {
            self.end_part(entry.index)?;
        }
        let part = match &mut self.part {
            Some(part) => part,
            none => {
                let folder = of_month(&self.folder, month.as_deref());
                let name = format!("part-{:012}", entry.index);
                let writing = Writing::begin(self.staging, &folder, &name, log().schema())?;
                none.insert(Part { writing, month, from: entry.index, waiting: Vec::new() })
            }
        };
        part.waiting.push(entry);
        if part.waiting.len() == ROWS { part.write() } else { Ok(()) }
    }

    fn end_part(&mut self, until: u64) -> Result<(), ExportError> {
        let Some(mut part) = self.part.take() else { return Ok(()) };
        part.write()?;
        let origin = Origin { entries: part.from..until, ..self.origin.clone() };
        part.writing.end(self.staging, &name_of(part.from, until), &origin)
    }

    pub(super) fn end(mut self) -> Result<(), ExportError> {
        self.end_part(self.origin.entries.end)
    }
}

impl Part {
    fn write(&mut self) -> Result<(), ExportError> {
        let waiting = std::mem::take(&mut self.waiting);
        let rows: Vec<&Entry> = waiting.iter().collect();
        let rows = log().batch(&rows).map_err(ExportError::file(&self.writing.path))?;
        self.writing.write(&rows)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a test")]
mod tests {
    use super::*;
    use crate::export::folder::of_tenant;
    use crate::export::log::LOG;
    use crate::export::{Seal, verify, verify_records};
    use itsm::evidence::{Checkpoint, Log, leaf_hash};
    use itsm::kernel::{Gone, LogEntry, LogRow, RecordId};

    fn line(index: u64, day: u64) -> String {
        let at = format!("2026-{:02}-{:02}T00:00:00Z", 11 + day / 30, 1 + day % 30);
        format!(
            r#"{{"actor":{{"id":"p","roles":[]}},"at":"{at}","body":{{}},"index":{index},"kind":"incident.noted","process":"incident","record":"INC-1","recorded_at":"{at}","schema":1,"version":{index}}}"#
        )
    }

    /// The text of what was disposed of may be gone: the leaf stands for it, in the root as well.
    #[test]
    fn an_entry_without_its_text_is_its_leaf() {
        let root = std::env::temp_dir().join(format!("itsm-export-gone-{}", std::process::id()));
        let days = [0, 1, 2, 30, 31];
        let lines: Vec<_> = (0..).zip(days).map(|(index, day)| line(index, day)).collect();
        let leaves: Vec<_> = lines.iter().map(|line| leaf_hash(line.as_bytes())).collect();
        let head = Log::of_hashes(leaves.iter().copied()).head();
        let seal = Seal::from(Checkpoint::new("example.com/desk", head).unwrap());
        let mut staging = Staging::default();
        let folder = of_tenant(&root, LOG, None);
        let mut writer = LogWriter::new(folder, Origin::of(LOG, None, &seal, 0..5), &mut staging);
        for (index, (line, leaf)) in (0..).zip(lines.iter().zip(&leaves)) {
            let gone = Gone {
                stream: "incident/INC-1".into(),
                version: index,
                command: None,
                disposal: RecordId::new("DSP-1").unwrap(),
            };
            let entry = if index % 2 == 1 { LogEntry::Line(line.clone()) } else { LogEntry::Gone(gone) };
            writer.push(Entry::of(&LogRow { index, entry, leaf: *leaf }).unwrap()).unwrap();
        }
        writer.end().unwrap();
        let files = staging.place().unwrap();
        // The month of the first is known to nobody; that of the others is taken from the entry before.
        let months: Vec<_> = files.iter().map(|file| file.parent().unwrap().file_name().unwrap()).collect();
        assert_eq!(months, ["month=__HIVE_DEFAULT_PARTITION__", "month=2026-11", "month=2026-12"]);
        let verified = verify(&root, None).unwrap();
        assert_eq!((verified.entries, verified.without_text, verified.proved), (0..5, 3, vec![seal]));
        assert_eq!(verify_records(&root, None).unwrap_err().code(), "export.no_log", "there are no tables");
        std::fs::remove_dir_all(root).unwrap();
    }
}
