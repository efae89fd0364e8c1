//! Whether an export is what a checkpoint says. It needs no database and nothing of the desk. 验证

use super::ExportError;
use super::folder::{of_month, of_tenant, parts};
use super::log::{Entry, LOG, log, row_of};
use super::records::{TABLES, tables};
use super::seal::{Origin, Seal};
use super::write::ROWS;
use arrow_array::RecordBatch;
use itsm::evidence::{Frontier, leaf_hash};
use itsm::kernel::{LogRow, TenantId};
use itsm::system::ServiceManagementSystem;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::fs::File;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// What an exported log was found to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The entries that are there, without gaps.
    pub entries: Range<u64>,
    /// How many of them are there without their text: a disposal has taken it, and the leaf stands for it. That there was such a disposal,
    /// [`verify_records`] asks.
    pub without_text: u64,
    /// The checkpoints that stand in the files and whose root the entries have. Whether their signatures hold is for whoever knows the
    /// keys to say.
    pub proved: Vec<Seal>,
    /// Those that cover entries that are not here: before the first, or after the last. Each line is its leaf, and no more is known.
    pub not_proved: Vec<Seal>,
}

/// What a decoder makes of a file. Some of what is damaged makes it panic: that is a fault of the file as well.
fn decoded<T, E: Display>(path: &Path, decode: impl FnOnce() -> Result<T, E>) -> Result<T, ExportError> {
    match catch_unwind(AssertUnwindSafe(decode)) {
        Ok(decoded) => decoded.map_err(ExportError::file(path)),
        Err(_) => Err(ExportError::file(path)("it is damaged")),
    }
}

/// The rows of a file, some at a time.
struct Rows<'p> {
    path: &'p Path,
    reader: Option<ParquetRecordBatchReader>,
}

impl Iterator for Rows<'_> {
    type Item = Result<RecordBatch, ExportError>;

    fn next(&mut self) -> Option<Self::Item> {
        let reader = self.reader.as_mut()?;
        let rows = decoded(self.path, || reader.next().transpose());
        if rows.is_err() {
            self.reader = None;
        }
        rows.transpose()
    }
}

fn opened(path: &Path) -> Result<(Origin, Rows<'_>), ExportError> {
    let file = File::open(path).map_err(ExportError::folder(path))?;
    let builder = decoded(path, || ParquetRecordBatchReaderBuilder::try_new(file))?;
    let origin = Origin::read(path, builder.metadata().file_metadata().key_value_metadata())?;
    let reader = decoded(path, || builder.with_batch_size(ROWS).build())?;
    Ok((origin, Rows { path, reader: Some(reader) }))
}

/// The files of a tenant's table, each with what it says of itself.
fn files(
    folder: &Path,
    table: &str,
    tenant: Option<&TenantId>,
) -> Result<Vec<(PathBuf, Origin)>, ExportError> {
    let own = |path: PathBuf| {
        let (origin, _) = opened(&path)?;
        if origin.table != table || origin.tenant.as_deref() != tenant.map(TenantId::as_str) {
            return Err(ExportError::file(&path)("it is of another table or tenant"));
        }
        if origin.entries.is_empty() || origin.entries.end > origin.seal.head().size {
            return Err(ExportError::file(&path)("its checkpoint does not cover its entries"));
        }
        Ok((path, origin))
    };
    parts(&of_tenant(folder, table, tenant))?.into_iter().map(own).collect()
}

/// Goes through an exported log in the order of its entries, holding each to its leaf, its columns to its line, its file to its month.
fn walk(
    folder: &Path,
    tenant: Option<&TenantId>,
    mut each: impl FnMut(LogRow) -> Result<(), ExportError>,
) -> Result<Vec<Origin>, ExportError> {
    let mut files = files(folder, LOG, tenant)?;
    files.sort_by_key(|(_, origin)| origin.entries.start);
    let mut next = files.first().map(|(_, origin)| origin.entries.start);
    let Some(next) = &mut next else { return Err(ExportError::NoLog(of_tenant(folder, LOG, tenant))) };
    for (path, origin) in &files {
        let (_, reader) = opened(path)?;
        if origin.entries.start != *next {
            return Err(ExportError::Gap { expected: *next, found: origin.entries.start });
        }
        for rows in reader {
            let rows = rows?;
            let first = *next;
            let mut entries = Vec::new();
            for place in 0..rows.num_rows() {
                let unreadable =
                    || ExportError::file(path)("it has no index, leaf or line that could be read");
                let row = row_of(&rows, place).ok_or_else(unreadable)?;
                let index = row.index;
                if index != *next {
                    return Err(ExportError::Gap { expected: *next, found: index });
                }
                let altered = || ExportError::Altered { path: path.clone(), index };
                if row.line().is_some_and(|line| leaf_hash(line.as_bytes()) != row.leaf) {
                    return Err(altered());
                }
                let entry = Entry::of(&row)?;
                let month = entry.month().map(|month| of_month(Path::new(""), Some(&month)));
                let stands_in = path.parent().and_then(Path::file_name);
                if month.is_some_and(|month| Some(month.as_os_str()) != stands_in) {
                    return Err(altered());
                }
                entries.push(entry);
                each(row)?;
                *next = next.saturating_add(1);
            }
            // What the columns say is asked for, and the line is what is hashed: they say the same.
            let said = log().batch(&entries.iter().collect::<Vec<_>>()).map_err(ExportError::file(path))?;
            if !same(&said, &rows) {
                return Err(ExportError::Altered { path: path.clone(), index: first });
            }
        }
        if origin.entries.end != *next {
            return Err(ExportError::Gap { expected: origin.entries.end, found: *next });
        }
    }
    Ok(files.into_iter().map(|(_, origin)| origin).collect())
}

fn same(one: &RecordBatch, other: &RecordBatch) -> bool {
    one.schema().fields() == other.schema().fields() && one.columns() == other.columns()
}

/// Holds an exported log of a tenant to the checkpoints in its files, as somebody can who has nothing but the files.
///
/// Every line is hashed again; every column has to say what its line says, and every file to stand in the month of its entries. A log
/// that begins with its first entry has the root of each checkpoint that covers no more than is there.
///
/// # Errors
/// What does not hold: `export.altered`, `export.gap`, `export.other_log`; what cannot be read.
pub fn verify(folder: &Path, tenant: Option<&TenantId>) -> Result<Verified, ExportError> {
    let seals = files(folder, LOG, tenant)?.into_iter().map(|(_, origin)| origin.seal);
    let mut by_size: BTreeMap<u64, Vec<Seal>> = BTreeMap::new();
    for seal in seals {
        let of_size = by_size.entry(seal.head().size).or_default();
        if !of_size.contains(&seal) {
            of_size.push(seal);
        }
    }
    let mut frontier = Frontier::default();
    let (mut proved, mut without_text) = (Vec::new(), 0_u64);
    let origins = walk(folder, tenant, |row| {
        without_text = without_text.saturating_add(u64::from(row.line().is_none()));
        // The root is that of all entries from the first on.
        if row.index == frontier.size() {
            frontier.push_hash(row.leaf);
            for seal in by_size.remove(&frontier.size()).into_iter().flatten() {
                held(&seal, &frontier)?;
                proved.push(seal);
            }
        }
        Ok(())
    })?;
    let first = origins.first().map_or(0, |origin| origin.entries.start);
    let end = origins.last().map_or(0, |origin| origin.entries.end);
    let not_proved = by_size.into_values().flatten().collect();
    Ok(Verified { entries: first..end, without_text, proved, not_proved })
}

/// The root of a checkpoint is that of the entries it covers.
pub(super) fn held(seal: &Seal, frontier: &Frontier) -> Result<(), ExportError> {
    let (checkpoint, found) = (seal.head(), frontier.head().root);
    if found == checkpoint.root { Ok(()) } else { Err(ExportError::OtherLog { checkpoint, found }) }
}

/// Folds the exported log of a tenant and holds the exported tables of records to what follows from it. How many rows they have.
///
/// # Errors
/// As [`verify`]; `export.not_derived` of the first table that says something else; `export.too_short` where the log does not go as far
/// as the checkpoint of the tables.
pub fn verify_records(folder: &Path, tenant: Option<&TenantId>) -> Result<u64, ExportError> {
    let mut exported = BTreeMap::new();
    for table in TABLES {
        for (path, origin) in files(folder, table, tenant)? {
            exported.insert(path, origin);
        }
    }
    let seal = match exported.values().next() {
        Some(origin) => origin.seal.clone(),
        None => return Err(ExportError::NoLog(folder.to_owned())),
    };
    if let Some((path, _)) = exported.iter().find(|(_, origin)| origin.seal != seal) {
        return Err(ExportError::NotDerived(path.clone()));
    }
    let mut system = ServiceManagementSystem::new();
    let mut frontier = Frontier::default();
    walk(folder, tenant, |row| {
        if row.index != frontier.size() || row.index >= seal.head().size {
            return Ok(());
        }
        frontier.push_hash(row.leaf);
        Ok(system.follow([row])?)
    })?;
    if frontier.size() < seal.head().size {
        return Err(ExportError::TooShort { entries: frontier.size(), size: seal.head().size });
    }
    held(&seal, &frontier)?;
    system.is_whole()?;
    let mut rows = 0_u64;
    let mut found = BTreeSet::new();
    for expected in tables(&system).map_err(ExportError::file(folder))? {
        let place = of_month(&of_tenant(folder, expected.table, tenant), Some(&expected.month));
        let path = exported.keys().find(|path| path.parent() == Some(&place));
        let path = path.ok_or_else(|| ExportError::NotDerived(place.clone()))?;
        let (_, reader) = opened(path)?;
        let mut begin = 0;
        for part in reader {
            let part = part?;
            let length = part.num_rows().min(expected.rows.num_rows().saturating_sub(begin));
            if length < part.num_rows() || !same(&expected.rows.slice(begin, length), &part) {
                return Err(ExportError::NotDerived(path.clone()));
            }
            begin = begin.saturating_add(length);
        }
        if begin != expected.rows.num_rows() {
            return Err(ExportError::NotDerived(path.clone()));
        }
        rows = rows.saturating_add(u64::try_from(begin).unwrap_or(u64::MAX));
        found.insert(path.clone());
    }
    match exported.into_keys().find(|path| !found.contains(path)) {
        Some(path) => Err(ExportError::NotDerived(path)),
        None => Ok(rows),
    }
}
