//! Nothing personal leaves with an export: every text of every file is looked through.

use crate::desks::{at, command, context, set_up};
use crate::files::{Folder, read};
use itsm_store::export::arrow_array::ArrayRef;
use itsm_store::export::arrow_array::cast::AsArray;
use itsm_store::export::{Export, tables, verify_records};
use itsm_store::{Desk, Journal, MemoryJournal};
use serde_json::json;

const SYMPTOM: &str = "Mrs Ann Unmistakable cannot log in";
const REPORTER: &str = "ann.unmistakable@example.com";

fn texts(column: &ArrayRef, found: &mut Vec<String>) {
    if let Some(texts) = column.as_string_opt::<i32>() {
        found.extend(texts.iter().flatten().map(str::to_owned));
    }
    if let Some(lists) = column.as_list_opt::<i32>() {
        texts(lists.values(), found);
    }
}

#[test]
fn no_file_and_no_table_holds_a_personal_value() {
    let mut desk = Desk::open(MemoryJournal::new(), None).unwrap();
    set_up(&mut desk);
    let body = json!({"channel": "phone", "symptom": SYMPTOM, "reporter": REPORTER, "occurred_at": at(0),
        "service": {"known": "vpn"}, "requester": "u-1"});
    desk.execute(&command("incident.log", None, &body), &context(1, "sd", None)).unwrap();
    let held = desk.journal().personal(0, u64::MAX).unwrap();
    let values: Vec<_> = held.iter().map(|row| row.value.as_str()).collect();
    assert!(values.iter().any(|value| value.contains(SYMPTOM)), "it is there to be exported: {values:?}");
    assert!(values.iter().any(|value| value.contains(REPORTER)));
    assert_eq!(desk.system().incident("INC-000001").unwrap().symptom.reveal().unwrap(), SYMPTOM);

    let folder = Folder::new();
    let checkpoint = desk.system().checkpoint("example.com/desk").unwrap();
    let size = checkpoint.head.size;
    let export = Export::new(checkpoint);
    export.log(desk.journal(), 0..size, folder.path()).unwrap();
    export.records(desk.journal(), folder.path()).unwrap();
    assert_eq!(verify_records(folder.path(), None).unwrap(), 1);

    let mut found = Vec::new();
    for path in folder.files() {
        let (pairs, batches) = read(&folder.path().join(path));
        found.extend(pairs.into_iter().flat_map(|pair| [Some(pair.key), pair.value]).flatten());
        batches.iter().flat_map(|batch| batch.columns()).for_each(|column| texts(column, &mut found));
    }
    // The tables of a desk that has the values in its memory as well.
    for table in tables(&desk.system()).unwrap() {
        table.rows.columns().iter().for_each(|column| texts(column, &mut found));
    }
    assert!(found.iter().any(|text| text == "u-1"), "it looks where texts are");
    assert!(found.iter().any(|text| text.contains("\"symptom\"")), "in the lines, too");
    let personal: Vec<_> =
        found.iter().filter(|text| text.contains("Unmistakable") || text.contains("unmistakable")).collect();
    assert!(personal.is_empty(), "{personal:?}");
    // Statistics, dictionaries and names are not compressed.
    let bytes = folder.bytes();
    let letters =
        |bytes: &[u8]| bytes.windows(12).any(|letters| letters.eq_ignore_ascii_case(b"unmistakable"));
    assert!(bytes.values().all(|bytes| !letters(bytes)));
}
