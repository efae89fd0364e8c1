//! Personal values: they come back when a desk is opened, and are gone from the store once they are erased; nothing else changes.

use crate::desks::{at, call, command, context, publish, set_up};
use crate::places::{File, Memory, Server};
use itsm::kernel::CommandId;
use itsm_store::sql::Statement;
use itsm_store::{Desk, Driver, Journal};
use serde_json::json;

fn symptom<J: Journal>(desk: &Desk<J>, id: &str) -> Option<String> {
    desk.system().incident(id).unwrap().symptom.reveal().cloned()
}

fn are_kept_and_erased<J: Journal>(open: impl Fn() -> J) {
    let mut desk = Desk::open(open(), None).unwrap();
    set_up(&mut desk);
    publish(
        &mut desk,
        "retention",
        &json!({"retention": {"classes": {"year": {"keep": {"years": 1}}}, "records": {"incident": "year"}}}),
    );
    let body = json!({"channel": "phone", "symptom": "Ann's \"VPN\"\u{0} 坏了 ? $1", "occurred_at": at(0), "service": {"known": "vpn"},
        "requester": "u-1"});
    let said = command("incident.log", None, &body);
    desk.execute(&said, &context(1, "sd", Some("c-1"))).unwrap();
    desk.execute(&call("u-2"), &context(2, "sd", Some("c-2"))).unwrap();
    let opened = Desk::open(open(), None).unwrap();
    assert_eq!(symptom(&opened, "INC-000001").as_deref(), Some("Ann's \"VPN\"\u{0} 坏了 ? $1"));
    assert_eq!(opened.system().digest(), desk.system().digest());
    let held = desk.journal().personal(0, u64::MAX).unwrap();
    assert_eq!(held.iter().filter(|row| row.stream == "incident/INC-000001").count(), 1);

    let order =
        json!({"erase": {"subject": "u-1", "events": [{"process": "incident", "record": "INC-000001"}]}});
    let request = json!({"order": order, "legal_basis": "asked for", "method": "rows deleted"});
    let order = |kind, by, body, minute, desk: &mut Desk<J>| {
        desk.execute(&command(kind, Some("DSP-1"), &body), &context(minute, by, None)).map(drop)
    };
    order("disposal.request", "doc", request, 3, &mut desk).unwrap();
    assert!(order("disposal.approve", "doc", json!({}), 4, &mut desk).is_err(), "two persons");
    order("disposal.approve", "po", json!({}), 5, &mut desk).unwrap();
    let before = desk.journal().personal(0, u64::MAX).unwrap();
    assert_eq!(before, held, "it is only approved");
    let known = |desk: &mut Desk<J>| {
        ["c-1", "c-2"]
            .map(|id| desk.journal().outcome(&CommandId::new(id).unwrap()).unwrap().unwrap().digest.is_some())
    };
    assert_eq!(known(&mut desk), [true, true]);
    assert_eq!(
        desk.execute(&said, &context(5, "sd", Some("c-1"))).unwrap().attempts,
        0,
        "it was carried out"
    );
    order("disposal.carry_out", "doc", json!({}), 6, &mut desk).unwrap();
    // Whoever knows the rest of what was said could try values until the digest fits.
    assert_eq!(known(&mut desk), [false, true]);
    let again = desk.execute(&said, &context(7, "sd", Some("c-1"))).unwrap_err();
    assert_eq!(again.code(), "journal.command_gone");

    let left = desk.journal().personal(0, u64::MAX).unwrap();
    assert_eq!(left.iter().filter(|row| row.stream == "incident/INC-000001").count(), 0);
    assert_eq!(left.len(), held.len() - 1, "nobody else's");
    let mut opened = Desk::open(open(), None).unwrap();
    assert_eq!(symptom(&desk, "INC-000001"), None);
    assert_eq!(symptom(&opened, "INC-000001"), None);
    assert_eq!(symptom(&opened, "INC-000002").as_deref(), Some("no VPN"));
    assert_eq!(opened.system().digest(), desk.system().digest());
    assert_eq!(opened.verify().unwrap(), desk.verify().unwrap(), "no proof is broken");
    assert_eq!((opened.notes(), desk.notes()), (vec![], vec![]), "what a disposal has erased is not missing");
}

/// Rows that somebody deleted, or wrote anew: nothing of them is shown, and it is told how many they are.
fn missing_ones_are_told<P: crate::places::SqlPlace>(place: &P, prefix: &str) {
    let open = || Desk::open(place.try_open(None).unwrap(), None).unwrap();
    let mut desk = open();
    set_up(&mut desk);
    for minute in 1..=3 {
        desk.execute(&call(&format!("u-{minute}")), &context(minute, "sd", None)).unwrap();
    }
    assert_eq!((desk.notes(), open().notes()), (vec![], vec![]));
    let mut say = |sql: &str| {
        let sql = sql.replace("{}", &format!("{prefix}personal")).into();
        desk.journal().driver().run(&Statement { sql, parameters: Vec::new(), asks: false }).unwrap();
    };
    say("UPDATE {} SET value = '\"a confession\"' WHERE stream = 'incident/INC-000001'");
    say("DELETE FROM {} WHERE stream = 'incident/INC-000002'");
    let opened = open();
    assert_eq!(
        [1, 2, 3].map(|number| symptom(&opened, &format!("INC-00000{number}")).is_some()),
        [false, false, true]
    );
    let notes = opened.notes();
    assert!(matches!(&*notes, [note] if note.starts_with("2 personal values")), "{notes:?}");
    assert_eq!(opened.system().digest(), desk.system().digest());
}

#[test]
fn in_memory() {
    let place = Memory::default();
    are_kept_and_erased(|| place.open());
}

#[test]
fn in_a_file() {
    let place = File::new();
    are_kept_and_erased(|| crate::places::Place::open(&place));
    missing_ones_are_told(&File::new(), "itsm_");
}

#[test]
fn in_postgres() {
    let Some(place) = Server::new() else { return };
    are_kept_and_erased(|| crate::places::Place::open(&place));
    let other = Server::alone(&place.address);
    missing_ones_are_told(&other, &other.prefix);
}
