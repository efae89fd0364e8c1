//! One suite, which every journal passes.

use crate::desks::{call, context, set_up};
use crate::places::{File, Memory, Server, SqlPlace};
use crate::plans::{Grows, plan, text};
use itsm::evidence::leaf_hash;
use itsm::kernel::{AppendError, CommandId, Digest, LogEntry, LogRow, PlanRows, TenantId, placed};
use itsm_store::sql::{Cell, Statement};
use itsm_store::{Desk, Driver, Fault, Journal, SqlJournal, StoreError};

/// Texts that some driver, dialect or format gets wrong.
pub const TEXTS: [&str; 12] = [
    "plain",
    "quotes ' \" ` and '' and \\",
    "placeholders ? $1 %s %(name)s :name @name {event} {text}",
    "服务台 🧯 e\u{301} \u{202e}\u{feff}",
    "nul \u{0} bell \u{7} escape \u{1b} delete \u{7f}",
    "lines\nand\rboth\r\nand\ttabs \u{2028}\u{2029}",
    "-- comment; DROP TABLE itsm_event; /* */",
    "$$ $body$ E'\\x00'",
    "\"index\":7,{\"index\":7}",
    "",
    " leading and trailing ",
    "\\u0000 written out, and \\\\u0000",
];

fn conflict(stream: &str, actual: Option<u64>) -> StoreError {
    AppendError::Conflict { stream: stream.into(), actual }.into()
}

fn moved(stream: &str) -> StoreError {
    AppendError::GuardMoved { stream: stream.into() }.into()
}

/// What stands at a place, as a line.
pub fn stands(row: LogRow) -> String {
    match row.entry {
        LogEntry::Line(line) => line,
        LogEntry::Gone(gone) => gone.line(row.index, row.leaf),
    }
}

/// The log from its beginning, held to what every log is: gapless, in order, each line as it was hashed.
pub fn whole_log<J: Journal>(journal: &mut J) -> Vec<String> {
    journal.settle().unwrap();
    let rows = journal.log(0, usize::MAX).unwrap();
    for (place, row) in (0_u64..).zip(&rows) {
        assert_eq!(row.index, place, "a gap, or out of order");
        assert!(row.line().is_none_or(|line| leaf_hash(line.as_bytes()) == row.leaf), "not what was hashed");
    }
    rows.into_iter().map(stands).collect()
}

fn holds<J: Journal>(open: impl Fn() -> J) {
    let mut one = open();
    let mut other = open();
    assert_eq!(one.log(0, 10).unwrap(), [], "nothing yet");
    assert_eq!(one.stream("incident/I-1", 0, 10).unwrap(), []);
    let anybody = CommandId::new("c-none").unwrap();
    assert_eq!(one.outcome(&anybody).unwrap(), None);

    // New streams and exact versions, over two handles.
    one.append(&plan(0).grows("incident/I-1", None, &["a", "b"])).unwrap();
    assert_eq!(
        other.append(&plan(0).grows("incident/I-1", None, &["x"])),
        Err(conflict("incident/I-1", Some(2)))
    );
    other.append(&plan(0).grows("incident/I-1", Some(2), &["c"])).unwrap();
    let stale = plan(0).grows("incident/I-1", Some(2), &["x"]);
    assert_eq!(one.append(&stale), Err(conflict("incident/I-1", Some(3))));
    assert_eq!(
        one.append(&plan(0).grows("incident/I-1", Some(9), &["x"])),
        Err(conflict("incident/I-1", Some(3)))
    );
    assert_eq!(
        one.append(&plan(0).grows("incident/I-2", Some(1), &["x"])),
        Err(conflict("incident/I-2", None))
    );

    // All of a plan or nothing: its first stream could grow, its second cannot.
    let half =
        plan(0).grows("change/C-1", None, &["x"]).grows("incident/I-1", None, &["x"]).under("c-h", "h");
    assert_eq!(one.append(&half), Err(conflict("incident/I-1", Some(3))));
    assert_eq!(one.stream("change/C-1", 0, 10).unwrap(), []);
    assert_eq!(one.outcome(&CommandId::new("c-h").unwrap()).unwrap(), None);

    // What was read must still be as it was.
    other.append(&plan(0).grows("change/C-2", None, &["x"]).reads("incident/I-1", 3)).unwrap();
    let grown = plan(0).grows("change/C-3", None, &["x"]);
    assert_eq!(one.append(&grown.clone().reads("incident/I-1", 2)), Err(moved("incident/I-1")));
    assert_eq!(one.append(&grown.clone().reads("incident/I-9", 1)), Err(moved("incident/I-9")));
    assert_eq!(one.stream("change/C-3", 0, 10).unwrap(), []);

    // Nobody has appended to any record of a process since: neither what has its place nor what waits for it.
    assert_eq!(one.append(&grown.clone().asks("incident")), Err(moved("incident/*")), "it waits");
    assert_eq!(whole_log(&mut one).len(), 4);
    assert_eq!(
        one.append(&plan(2).grows("change/C-3", None, &["x"]).asks("incident")),
        Err(moved("incident/*"))
    );
    one.append(&plan(3).grows("change/C-3", None, &["x"]).asks("incident")).unwrap();
    assert_eq!(
        one.append(&plan(4).grows("change/C-4", None, &["x"]).asks("change")),
        Err(moved("change/*")),
        "a new record of the process counts as well"
    );
    assert_eq!(whole_log(&mut one).len(), 5);
    other.append(&plan(5).grows("change/C-4", None, &["x"]).asks("change").asks("incident")).unwrap();

    // A command's id is used once.
    let carried = plan(0).grows("problem/P-1", None, &["a", "b"]).under("c-1", "open P-1");
    one.append(&carried).unwrap();
    let command = CommandId::new("c-1").unwrap();
    assert_eq!(other.append(&carried), Err(AppendError::CommandReused(command.clone()).into()));
    let another = plan(0).grows("problem/P-2", None, &["x"]).under("c-1", "open P-2");
    assert_eq!(other.append(&another), Err(AppendError::CommandReused(command.clone()).into()));
    let outcome = other.outcome(&command).unwrap().unwrap();
    assert_eq!((outcome.digest, outcome.events), (Some(Digest::of(b"open P-1")), 2));

    // An empty plan writes nothing, not even that it was there, whatever it rests on.
    let empty = plan(0).reads("incident/I-9", 7).asks("incident").under("c-2", "nothing");
    one.append(&empty).unwrap();
    assert_eq!(one.outcome(&CommandId::new("c-2").unwrap()).unwrap(), None);
    other.append(&plan(0).grows("problem/P-1", Some(2), &["c"]).under("c-2", "something")).unwrap();

    // A text that is no event is refused before it stands in anybody's way.
    for text in ["", "[]", "{\"a\":1}\n{}", "{\"index\":1}", "{\"a\":\"}"] {
        let mut hostile = plan(0).grows("problem/P-3", None, &["x"]);
        hostile.events[0].text = text.to_owned();
        assert_eq!(one.append(&hostile).unwrap_err().code(), "store.corrupt", "{text}");
    }
    let mut log = whole_log(&mut one);
    assert_eq!(log.len(), 9);

    // Exact text in, exact line out.
    one.append(&plan(0).grows("release/R-1", None, &TEXTS)).unwrap();
    for (place, line) in whole_log(&mut other).into_iter().enumerate().skip(log.len()) {
        let nth = place - 9;
        let given = text("release/R-1", u64::try_from(nth).unwrap() + 1, TEXTS[nth]);
        assert_eq!(Some(line.as_str()), placed(&given, u64::try_from(place).unwrap()).as_deref());
        let read: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(read["said"], TEXTS[nth]);
        log.push(line);
    }
    assert_eq!(log.len(), 9 + TEXTS.len());
    let rows = one.stream("release/R-1", 0, 100).unwrap();
    assert_eq!(rows, plan(0).grows("release/R-1", None, &TEXTS).events, "each column as it was");

    // Pages.
    for most in [1, 2, 5, 1000] {
        let mut read = Vec::new();
        loop {
            let page = one.log(u64::try_from(read.len()).unwrap(), most).unwrap();
            assert!(page.len() <= most);
            if page.is_empty() {
                break;
            }
            read.extend(page.into_iter().map(stands));
        }
        assert_eq!(read, log, "in pages of {most}");
    }
    let versions: Vec<_> =
        one.stream("release/R-1", 3, 4).unwrap().into_iter().map(|row| row.version).collect();
    assert_eq!(versions, [4, 5, 6, 7]);
    assert_eq!(one.log(u64::MAX, 10).unwrap(), []);
    assert_eq!(whole_log(&mut open()), log, "and to whoever comes later");
}

fn say<D: Driver>(journal: &mut SqlJournal<D>, sql: &str) -> Result<(), Fault> {
    let statement = Statement { sql: sql.into(), parameters: Vec::new(), asks: false };
    journal.driver().run(&statement).map(|_| ())
}

fn count<D: Driver>(journal: &mut SqlJournal<D>, table: &str) -> i64 {
    let sql = format!("SELECT count(*) FROM {table}").into();
    let rows = journal.driver().run(&Statement { sql, parameters: Vec::new(), asks: true }).unwrap().rows;
    let Cell::Integer(count) = rows[0][0] else { panic!("no number") };
    count
}

/// The host's rows and ours: together or not at all.
fn holds_within_the_hosts_transaction<P: SqlPlace>(place: &P, prefix: &str) {
    let mut host = place.try_open(None).unwrap();
    let mut other = place.try_open(None).unwrap();
    let orders = format!("{prefix}orders");
    say(&mut host, &format!("CREATE TABLE {orders} (id INTEGER)")).unwrap();
    let order = format!("INSERT INTO {orders} (id) VALUES (1)");

    say(&mut host, "BEGIN").unwrap();
    say(&mut host, &order).unwrap();
    host.append_within(&plan(0).grows("incident/I-1", None, &["a", "b"]).under("c-1", "x")).unwrap();
    assert_eq!(other.stream("incident/I-1", 0, 10).unwrap(), [], "not yet");
    say(&mut host, "ROLLBACK").unwrap();
    assert_eq!((count(&mut other, &orders), whole_log(&mut other).len()), (0, 0));
    assert_eq!(other.outcome(&CommandId::new("c-1").unwrap()).unwrap(), None);

    say(&mut host, "BEGIN").unwrap();
    say(&mut host, &order).unwrap();
    host.append_within(&plan(0).grows("incident/I-1", None, &["a", "b"]).under("c-1", "x")).unwrap();
    say(&mut host, "COMMIT").unwrap();
    assert_eq!(host.log(0, 10).unwrap(), [], "it has no place yet");
    assert_eq!(host.stream("incident/I-1", 0, 10).unwrap().len(), 2, "and is there");
    assert_eq!((count(&mut other, &orders), whole_log(&mut other).len()), (1, 2), "somebody else settles it");

    // A plan that cannot be carried out leaves nothing, and the host's transaction alive.
    say(&mut host, "BEGIN").unwrap();
    say(&mut host, &order).unwrap();
    let refused = plan(2).grows("change/C-1", None, &["x"]).grows("incident/I-1", None, &["x"]);
    assert_eq!(host.append_within(&refused), Err(conflict("incident/I-1", Some(2))));
    let reused = plan(2).grows("change/C-1", None, &["x"]).under("c-1", "y");
    assert_eq!(host.append_within(&reused).unwrap_err().code(), "journal.command_reused");
    let again = plan(2).grows("change/C-1", None, &["x"]).under("c-1", "x");
    assert_eq!(host.append_within(&again), Err(moved("command/c-1")), "whoever plans it anew learns of it");
    assert_eq!(host.append_within(&plan(2).under("c-1", "x")), Ok(()), "who knows of it appends nothing");
    let swallowed = host.append_within(&plan(2).under("c-1", "y")).unwrap_err();
    assert_eq!(
        swallowed.code(),
        "journal.command_reused",
        "another command under a used id is not lost in silence"
    );
    let phantom = plan(1).grows("change/C-1", None, &["x"]).asks("incident");
    assert_eq!(host.append_within(&phantom), Err(moved("incident/*")));
    host.append_within(&plan(2).grows("change/C-2", None, &["x"])).unwrap();
    say(&mut host, &order).unwrap();
    say(&mut host, "COMMIT").unwrap();
    assert_eq!(count(&mut other, &orders), 3);
    assert_eq!(other.stream("change/C-1", 0, 10).unwrap(), []);
    assert_eq!(whole_log(&mut other).len(), 3);
}

fn refuses_what_is_not_its_own<P: SqlPlace>(place: &P, prefix: &str) {
    let mut bank = place.try_open(Some("bank")).unwrap();
    let nobodys = plan(0).grows("incident/I-1", None, &["a"]);
    let of = |tenant: &str| PlanRows { tenant: Some(TenantId::new(tenant).unwrap()), ..nobodys.clone() };
    assert_eq!(bank.append(&nobodys), Err(AppendError::OtherTenant.into()));
    assert_eq!(bank.append(&of("shop")), Err(AppendError::OtherTenant.into()));
    bank.append(&of("bank")).unwrap();
    for tenant in [None, Some("shop")] {
        let opened = Desk::open(
            place.try_open(Some("bank")).unwrap(),
            tenant.map(|tenant| TenantId::new(tenant).unwrap()),
        );
        assert_eq!(opened.map(|_| ()), Err(AppendError::OtherTenant.into()));
    }
    for (asked, named) in [(None, ""), (Some("shop"), "shop")] {
        let error = place.try_open(asked).map(|_| ()).unwrap_err();
        assert_eq!(error, StoreError::OtherTenant { found: "bank".into(), asked: named.into() });
    }
    say(&mut bank, &format!("UPDATE {prefix}meta SET value = '99' WHERE name = 'version'")).unwrap();
    let error = place.try_open(Some("bank")).map(|_| ()).unwrap_err();
    assert_eq!(error, StoreError::NewerSchema { found: 99, known: itsm_store::sql::SCHEMA_VERSION });
    say(&mut bank, &format!("UPDATE {prefix}meta SET value = '1' WHERE name = 'version'")).unwrap();
    assert_eq!(whole_log(&mut place.try_open(Some("bank")).unwrap()).len(), 1);
}

/// Tables that somebody wrote to beside the library.
fn tells_what_does_not_fit<P: SqlPlace>(place: &P, prefix: &str) {
    let mut journal = place.try_open(None).unwrap();
    journal.append(&plan(0).grows("incident/I-1", None, &["a", "b"])).unwrap();
    journal.append(&plan(0).grows("incident/I-2", None, &["a"])).unwrap();
    for (head, expected) in
        [("version = 5 WHERE stream = 'incident/I-1'", 2), ("version = 1 WHERE stream = 'incident/I-1'", 2)]
    {
        say(&mut journal, &format!("UPDATE {prefix}head SET {head}")).unwrap();
        let error = journal.append(&plan(0).grows("incident/I-1", Some(expected), &["c"])).unwrap_err();
        assert_eq!(error.code(), "store.corrupt", "whoever decides again is told the same: {error}");
        assert!(
            error.to_string().contains("`incident/I-1`") && error.to_string().contains("last event's 2"),
            "{error}"
        );
    }
    say(&mut journal, &format!("UPDATE {prefix}head SET version = 2 WHERE stream = 'incident/I-1'")).unwrap();
    journal.append(&plan(0).grows("incident/I-1", Some(2), &["c"])).unwrap();
}

/// What stands beside a text is covered by no hash: it is never answered where the text says otherwise.
fn answers_from_what_was_hashed<P: SqlPlace>(place: &P, prefix: &str) {
    let mut desk = Desk::open(place.try_open(None).unwrap(), None).unwrap();
    set_up(&mut desk);
    desk.execute(&call("c-1"), &context(1, "sd", Some("c-1"))).unwrap();
    let stream = "incident/INC-000001";
    let told = desk.journal().stream(stream, 0, 10).unwrap();
    let (size, versions) = (desk.verify().unwrap().size, told.len());
    let mut other = place.try_open(None).unwrap();
    let own = format!("WHERE stream = '{stream}' AND version = 1");
    for (column, forged) in [
        ("process", "'change'"),
        ("kind", "'incident.closed'"),
        ("schema", "7"),
        ("at", "'2026-11-23T01:00:00Z'"),
        ("recorded_at", "'2026-11-23T01:00:00Z'"),
        ("actor", "'mallory'"),
        ("command", "NULL"),
    ] {
        let table = format!("{prefix}event");
        say(&mut other, &format!("CREATE TABLE {prefix}kept AS SELECT {column} AS was FROM {table} {own}"))
            .unwrap();
        say(&mut other, &format!("UPDATE {table} SET {column} = {forged} {own}")).unwrap();
        assert_eq!(other.stream(stream, 0, 10).unwrap_err().code(), "store.corrupt", "{column}");
        assert_eq!(desk.verify().unwrap_err().code(), "store.corrupt", "{column}");
        say(&mut other, &format!("UPDATE {table} SET {column} = (SELECT was FROM {prefix}kept) {own}"))
            .unwrap();
        say(&mut other, &format!("DROP TABLE {prefix}kept")).unwrap();
        assert_eq!(desk.verify().unwrap().size, size);
    }
    // Another event's stream, and the version that decides who may write next.
    say(&mut other, &format!("UPDATE {prefix}event SET stream = 'incident/INC-000009' {own}")).unwrap();
    assert_eq!(other.stream("incident/INC-000009", 0, 10).unwrap_err().code(), "store.corrupt");
    assert_eq!(desk.verify().unwrap_err().code(), "store.corrupt");
    let back = format!("UPDATE {prefix}event SET stream = '{stream}' WHERE stream = 'incident/INC-000009'");
    say(&mut other, &back).unwrap();
    for (wrong, right) in [
        (
            format!("UPDATE {prefix}head SET version = 9 WHERE stream = '{stream}'"),
            format!("UPDATE {prefix}head SET version = {versions} WHERE stream = '{stream}'"),
        ),
        (
            format!("DELETE FROM {prefix}head WHERE stream = '{stream}'"),
            format!("INSERT INTO {prefix}head (stream, version) VALUES ('{stream}', {versions})"),
        ),
        (
            format!("INSERT INTO {prefix}head (stream, version) VALUES ('incident/INC-000009', 1)"),
            format!("DELETE FROM {prefix}head WHERE stream = 'incident/INC-000009'"),
        ),
    ] {
        say(&mut other, &wrong).unwrap();
        assert_eq!(desk.verify().unwrap_err().code(), "store.corrupt", "{wrong}");
        say(&mut other, &right).unwrap();
        assert_eq!(desk.verify().unwrap().size, size);
    }
    // The text and what stands beside it alike: the hash tells.
    let both = "actor = 'mallory', body = replace(body, '\"id\":\"sd\"', '\"id\":\"mallory\"')";
    say(&mut other, &format!("UPDATE {prefix}event SET {both} {own}")).unwrap();
    assert_eq!(other.stream(stream, 0, 10).unwrap_err().code(), "journal.altered");
    assert_eq!(desk.verify().unwrap_err().code(), "journal.altered");
}

/// A transaction that the host has begun is not ended by one of ours, and nothing stands within one that is not there.
fn leaves_the_hosts_transaction<P: SqlPlace>(
    place: &P,
    prefix: &str,
    within: impl Fn(&mut SqlJournal<P::Driver>, &str),
) {
    let mut host = place.try_open(None).unwrap();
    let orders = format!("{prefix}orders");
    within(&mut host, &format!("CREATE TABLE {orders} (id INTEGER)"));
    let event = plan(0).grows("incident/I-1", None, &["a"]);
    assert_eq!(host.append_within(&event), Err(StoreError::NotBegun));
    assert_eq!(host.append_within(&event).unwrap_err().code(), "store.no_transaction");
    for end in ["ROLLBACK", "COMMIT"] {
        within(&mut host, "BEGIN");
        within(&mut host, &format!("INSERT INTO {orders} (id) VALUES (1)"));
        assert_eq!(host.append(&event), Err(StoreError::Begun));
        assert_eq!(host.settle(), Err(StoreError::Begun));
        assert_eq!(host.append(&event).unwrap_err().code(), "store.busy");
        host.append_within(&event).unwrap();
        within(&mut host, end);
        let kept = i64::from(end == "COMMIT");
        assert_eq!(count(&mut host, &orders), kept);
        assert_eq!(i64::try_from(whole_log(&mut host).len()).unwrap(), kept, "beside the host's row");
    }
    host.append(&plan(0).grows("incident/I-2", None, &["a"])).unwrap();
    assert_eq!(whole_log(&mut host).len(), 2);
}

/// The last events are deleted: what comes after them takes no place of theirs.
fn gives_no_position_again<P: SqlPlace>(place: &P, prefix: &str) {
    let mut journal = place.try_open(None).unwrap();
    journal.append(&plan(0).grows("incident/I-1", None, &["a", "b"])).unwrap();
    whole_log(&mut journal);
    say(&mut journal, &format!("DELETE FROM {prefix}event WHERE version = 2")).unwrap();
    say(&mut journal, &format!("UPDATE {prefix}head SET version = 1")).unwrap();
    journal.append(&plan(0).grows("incident/I-2", None, &["c"])).unwrap();
    journal.settle().unwrap();
    assert_eq!(
        journal.log(1, 1).unwrap_err().code(),
        "store.corrupt",
        "an event that is gone, and no other in its place"
    );
    assert_eq!(journal.log(2, 9).unwrap().len(), 1);
}

#[test]
fn memory_is_a_journal() {
    let memory = Memory::default();
    holds(|| memory.open());
}

#[test]
fn a_file_is_a_journal() {
    let file = File::new();
    holds(|| file.try_open(None).unwrap());
    holds_within_the_hosts_transaction(&File::new(), "");
    refuses_what_is_not_its_own(&File::new(), "itsm_");
    tells_what_does_not_fit(&File::new(), "itsm_");
    gives_no_position_again(&File::new(), "itsm_");
    answers_from_what_was_hashed(&File::new(), "itsm_");
    leaves_the_hosts_transaction(&File::new(), "itsm_", |host, sql| {
        host.driver().connection().execute_batch(sql).unwrap();
    });
}

#[test]
fn postgres_is_a_journal() {
    let Some(server) = Server::new() else { return };
    holds(|| server.try_open(None).unwrap());
    let hosted = Server::alone(&server.address);
    holds_within_the_hosts_transaction(&hosted, &hosted.prefix);
    let owned = Server::alone(&server.address);
    refuses_what_is_not_its_own(&owned, &owned.prefix);
    let other = Server::alone(&server.address);
    tells_what_does_not_fit(&other, &other.prefix);
    let deleted = Server::alone(&server.address);
    gives_no_position_again(&deleted, &deleted.prefix);
    let forged = Server::alone(&server.address);
    answers_from_what_was_hashed(&forged, &forged.prefix);
    let own = Server::alone(&server.address);
    leaves_the_hosts_transaction(&own, &own.prefix, |host, sql| {
        host.driver().client().unwrap().batch_execute(sql).unwrap();
    });
    let told = Server::alone(&server.address);
    leaves_the_hosts_transaction(&told, &told.prefix, |host, sql| say(host, sql).unwrap());
}

/// Some database's usual is a transaction that sees only what was there when it began.
#[test]
fn a_stale_view_of_postgres_is_never_decided_on() {
    let Some(server) = Server::new() else { return };
    let usual = format!("{} options='-c default_transaction_isolation=repeatable\\\\ read'", server.address);
    let stale = Server::alone(&usual);
    holds(|| stale.try_open(None).unwrap());
    let mut host = server.try_open(None).unwrap();
    let mut other = server.try_open(None).unwrap();
    say(&mut host, "BEGIN ISOLATION LEVEL REPEATABLE READ").unwrap();
    assert_eq!(count(&mut host, &format!("{}head", server.prefix)), 0, "this is all it will ever see");
    other.append(&plan(0).grows("incident/I-1", None, &["a"])).unwrap();
    let phantom = plan(0).grows("change/C-1", None, &["x"]).asks("incident");
    assert_eq!(host.append_within(&phantom).unwrap_err().code(), "store.unavailable");
    let guarded = plan(0).grows("change/C-1", None, &["x"]).reads("incident/I-1", 2);
    assert!(host.append_within(&guarded).is_err());
    host.append_within(&plan(0).grows("change/C-1", None, &["x"])).unwrap();
    say(&mut host, "COMMIT").unwrap();
    assert_eq!(whole_log(&mut other).len(), 2);
}

/// The name of a process becomes part of a statement; no text can become one.
#[test]
fn no_name_of_a_process_is_a_statement() {
    let Some(server) = Server::new() else { return };
    let mut journal = server.try_open(None).unwrap();
    let hostile = format!("incident IN SHARE MODE; DROP TABLE {}log; --", server.prefix);
    let error = journal.append(&plan(0).grows("change/C-1", None, &["x"]).asks(&hostile)).unwrap_err();
    assert_eq!(error.code(), "store.unavailable");
    assert_eq!(whole_log(&mut journal), Vec::<String>::new(), "its tables are all there");
}
