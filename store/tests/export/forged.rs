//! Exports that somebody has altered, in every way that a reader would not see.

use crate::files::{Folder, at, journal, read, whole};
use itsm::evidence::leaf_hash;
use itsm_store::export::arrow_array::builder::{ListBuilder, StringBuilder};
use itsm_store::export::arrow_array::cast::AsArray;
use itsm_store::export::arrow_array::types::{Int64Type, TimestampMillisecondType};
use itsm_store::export::arrow_array::{ArrayRef, BooleanArray, RecordBatch, StringArray};
use itsm_store::export::arrow_schema::{DataType, Field, Schema};
use itsm_store::export::verify;
use parquet::arrow::ArrowWriter;
use parquet::file::metadata::KeyValue;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Writes a file anew, with what it says of itself and other rows.
pub fn forge(path: &Path, alter: impl FnOnce(&mut Vec<KeyValue>, RecordBatch) -> RecordBatch) {
    let (mut pairs, batches) = read(path);
    let rows = alter(&mut pairs, batches[0].clone());
    let mut writer = ArrowWriter::try_new(fs::File::create(path).unwrap(), rows.schema(), None).unwrap();
    writer.write(&rows).unwrap();
    for pair in pairs.into_iter().filter(|pair| pair.key.starts_with("itsm.")) {
        writer.append_key_value_metadata(pair);
    }
    writer.close().unwrap();
}

/// The same rows with another column of that name.
pub fn with(rows: &RecordBatch, name: &str, column: ArrayRef) -> RecordBatch {
    let mut columns = rows.columns().to_vec();
    columns[rows.schema().index_of(name).unwrap()] = column;
    RecordBatch::try_new(rows.schema(), columns).unwrap()
}

fn texts(rows: &RecordBatch, name: &str) -> Vec<Option<String>> {
    let column = rows.column_by_name(name).unwrap().as_string::<i32>();
    column.iter().map(|text| text.map(str::to_owned)).collect()
}

fn column(texts: Vec<Option<String>>) -> ArrayRef {
    Arc::new(texts.into_iter().collect::<StringArray>())
}

fn exported() -> (Folder, PathBuf, PathBuf) {
    let mut journal = journal(&[
        at("2026-10-01T00:00:00Z"),
        at("2026-11-01T00:00:00Z"),
        at("2026-11-02T00:00:00Z"),
        at("2026-11-03T00:00:00Z"),
    ]);
    let folder = Folder::new();
    let (export, size) = whole(&mut journal);
    let written = export.log(&mut journal, 0..size, folder.path()).unwrap();
    let [october, november] = <[PathBuf; 2]>::try_from(written.files).unwrap();
    (folder, october, november)
}

fn code(folder: &Folder) -> &'static str {
    verify(folder.path(), None).unwrap_err().code()
}

#[test]
fn what_is_written_anew_and_not_altered_holds() {
    let (folder, _, november) = exported();
    forge(&november, |_, rows| rows);
    assert_eq!(verify(folder.path(), None).unwrap().proved.len(), 1);
}

#[test]
fn a_line_that_was_altered_is_found_with_its_leaf_or_without() {
    let (folder, _, november) = exported();
    let altered = |rows: &RecordBatch| {
        let mut lines = texts(rows, "line");
        lines[1] = lines[1].take().map(|line| line.replace("p-1", "p-2"));
        lines
    };
    forge(&november, |_, rows| with(&rows, "line", column(altered(&rows))));
    assert_eq!(code(&folder), "export.altered");

    let (folder, _, november) = exported();
    forge(&november, |_, rows| {
        let (lines, mut leaves, mut actors) = (altered(&rows), texts(&rows, "leaf"), texts(&rows, "actor"));
        leaves[1] = lines[1].as_ref().map(|line| leaf_hash(line.as_bytes()).to_string());
        actors[1] = Some("p-2".into());
        let rows = with(&rows, "line", column(lines));
        with(&with(&rows, "leaf", column(leaves)), "actor", column(actors))
    });
    assert_eq!(code(&folder), "export.other_log");
}

/// Another value in each row, of the same type.
fn altered(column: &ArrayRef) -> ArrayRef {
    if let Some(texts) = column.as_string_opt::<i32>() {
        return self::column(texts.iter().map(|text| text.map(|text| format!("{text}x"))).collect());
    }
    if let Some(numbers) = column.as_primitive_opt::<Int64Type>() {
        return Arc::new(numbers.unary::<_, Int64Type>(|number| number + 1));
    }
    if let Some(instants) = column.as_primitive_opt::<TimestampMillisecondType>() {
        let later = instants.unary::<_, TimestampMillisecondType>(|at| at + 1000);
        return Arc::new(later.with_timezone("UTC"));
    }
    let mut lists = ListBuilder::new(StringBuilder::new());
    column.as_list::<i32>().iter().for_each(|_| lists.append_value([Some("tm")]));
    Arc::new(lists.finish())
}

/// Who says that a disposal has taken a text has to leave nothing of it.
#[test]
fn a_disposal_beside_a_text_is_found() {
    let (folder, _, november) = exported();
    forge(&november, |_, rows| {
        let by = vec![Some("DSP-000001".to_owned()); rows.num_rows()];
        with(&rows, "disposal", column(by))
    });
    assert_eq!(code(&folder), "export.altered");
}

/// The lines stay: it is the columns that are asked for.
#[test]
fn a_column_that_says_something_else_than_its_line_is_found() {
    let (_folder, _, november) = exported();
    let schema = read(&november).1[0].schema();
    let empty = ["on_behalf_of", "disposal"];
    for field in schema.fields().iter().filter(|field| !empty.contains(&field.name().as_str())) {
        let (folder, _, november) = exported();
        forge(&november, |_, rows| {
            let other = altered(rows.column_by_name(field.name()).unwrap());
            with(&rows, field.name(), other)
        });
        let wanted = if field.name() == "index" { "export.gap" } else { "export.altered" };
        // A leaf with a letter too many is no leaf.
        let wanted = if field.name() == "leaf" { "export.file" } else { wanted };
        assert_eq!(code(&folder), wanted, "{}", field.name());
    }
    // What the line does not say is not said by a column.
    let (folder, _, november) = exported();
    forge(&november, |_, rows| with(&rows, "on_behalf_of", column(vec![Some("p-9".into()); 3])));
    assert_eq!(code(&folder), "export.altered");
}

#[test]
fn rows_that_are_left_out_doubled_or_moved_are_found() {
    let (folder, october, november) = exported();
    forge(&november, |_, rows| rows.slice(0, 2));
    assert_eq!(code(&folder), "export.gap");
    forge(&november, |pairs, rows| {
        pairs
            .iter_mut()
            .filter(|pair| pair.key == "itsm.until")
            .for_each(|pair| pair.value = Some("3".into()));
        rows
    });
    let cut = verify(folder.path(), None).unwrap();
    assert_eq!((cut.entries, cut.proved.len(), cut.not_proved.len()), (0..3, 0, 1), "the end is not proved");
    fs::remove_file(&october).unwrap();
    let cut = verify(folder.path(), None).unwrap();
    assert_eq!((cut.entries, cut.proved.len(), cut.not_proved.len()), (1..3, 0, 1), "nor the beginning");

    let (folder, _, november) = exported();
    fs::copy(&november, november.with_file_name("part-000000000009-000000000010.parquet")).unwrap();
    assert_eq!(code(&folder), "export.gap");

    let (folder, october, november) = exported();
    fs::rename(&october, november.with_file_name(october.file_name().unwrap())).unwrap();
    assert_eq!(code(&folder), "export.altered", "a query by month would not count it");

    let (folder, _, november) = exported();
    fs::remove_file(&november).unwrap();
    assert_eq!(verify(folder.path(), None).unwrap().proved, []);
}

#[test]
fn a_file_that_no_export_wrote_is_refused() {
    for key in ["itsm.export", "itsm.table", "itsm.checkpoint", "itsm.from", "itsm.until"] {
        let (folder, _, november) = exported();
        forge(&november, |pairs, rows| {
            pairs.retain(|pair| pair.key != key);
            rows
        });
        assert_eq!(code(&folder), "export.file", "{key}");
    }
    for (key, value, wanted) in [
        ("itsm.export", "2", "export.file"),
        ("itsm.table", "incident", "export.file"),
        ("itsm.from", "-1", "export.file"),
        ("itsm.until", "9", "export.file"),
        ("itsm.checkpoint", "nothing", "checkpoint.lines"),
    ] {
        let (folder, _, november) = exported();
        forge(&november, |pairs, rows| {
            pairs.iter_mut().filter(|pair| pair.key == key).for_each(|pair| pair.value = Some(value.into()));
            rows
        });
        assert_eq!(code(&folder), wanted, "{key}");
    }
    let (folder, _, november) = exported();
    forge(&november, |pairs, rows| {
        pairs.push(KeyValue::new("itsm.tenant".to_owned(), "bank".to_owned()));
        rows
    });
    assert_eq!(code(&folder), "export.file", "another tenant's");
    let (folder, _, november) = exported();
    forge(&november, |_, rows| {
        let field = Field::new("index", DataType::Boolean, false);
        let schema = Arc::new(Schema::new(vec![field]));
        let truths: ArrayRef = Arc::new(BooleanArray::from(vec![true; rows.num_rows()]));
        RecordBatch::try_new(schema, vec![truths]).unwrap()
    });
    assert_eq!(code(&folder), "export.file");
    let (folder, _, november) = exported();
    fs::write(&november, "no table").unwrap();
    assert_eq!(code(&folder), "export.file");
}

/// What a disk or a transport does to a file: cut anywhere, or a byte turned over. It is refused, or says the same rows as before.
#[test]
fn a_damaged_file_never_says_other_rows() {
    let (folder, _, november) = exported();
    let whole = fs::read(&november).unwrap();
    let before = read(&november).1;
    let mut refused = 0;
    for place in (0..whole.len()).step_by(3) {
        let mut damaged = whole.clone();
        damaged[place] ^= 0x41;
        fs::write(&november, &damaged).unwrap();
        match verify(folder.path(), None) {
            Err(_) => refused += 1,
            Ok(_) => assert_eq!(read(&november).1, before, "byte {place}"),
        }
        fs::write(&november, &whole[..place]).unwrap();
        assert!(verify(folder.path(), None).is_err(), "cut after {place}");
    }
    assert!(refused > whole.len() / 12, "most of a file matters: {refused} of {}", whole.len() / 3);
}
