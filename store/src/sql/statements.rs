//! The statements: every text that a store says to a database.

use super::{Answer, Cell, Check, Engine, Kit, Placeholders, Statement, Unmet};
use crate::StoreError;
use crate::flow::BATCH;
use crate::journal::Outcome;
use itsm::evidence::leaf_hash;
use itsm::kernel::{
    CommandId, Digest, EventRow, Gone, JournalError, LogEntry, LogRow, PersonalRow, PlanRows, RecordId,
    placed,
};
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Debug)]
pub(crate) struct Texts {
    begin: Arc<str>,
    commit: Arc<str>,
    rollback: Arc<str>,
    savepoint: Arc<str>,
    release: Arc<str>,
    rollback_to: Arc<str>,
    new_command: Arc<str>,
    new_stream: Arc<str>,
    grown_stream: Arc<str>,
    guard: Arc<str>,
    process: Arc<str>,
    folded: Arc<str>,
    event: Arc<str>,
    pending: Arc<str>,
    at_once: Arc<str>,
    version: Arc<str>,
    outcome: Arc<str>,
    lock: Arc<str>,
    waits: Arc<str>,
    waiting: Arc<str>,
    next_index: Arc<str>,
    place: Arc<str>,
    placed: Arc<str>,
    page: Arc<str>,
    stream: Arc<str>,
    audit: Arc<str>,
    heads: Arc<str>,
    keep_personal: Arc<str>,
    erase: Arc<str>,
    forget: Arc<str>,
    forget_all: Arc<str>,
    erase_before: Arc<str>,
    unplaced: Arc<str>,
    remove: Arc<str>,
    destroy: Arc<str>,
    gone: Arc<str>,
    personal: Arc<str>,
    meta: Arc<str>,
    set_meta: Arc<str>,
}

const EVENT_COLUMNS: &str = "stream, version, process, kind, schema, at, recorded_at, actor, command, body";

/// How many they are.
const EVENT_CELLS: usize = 10;

const LATE: &str = "IF current_setting('transaction_isolation') <> 'read committed' THEN RAISE EXCEPTION \
    'a plan that rests on all records of a process needs a transaction of isolation level read committed' \
    USING ERRCODE = 'invalid_transaction_state'; END IF; ";

impl Texts {
    pub(super) fn new(engine: Engine, placeholders: Placeholders, prefix: &str) -> Self {
        let text = |text: &str| -> Arc<str> {
            let filled = Kit::fill(engine, prefix, text);
            let mut pieces = filled.split('?');
            let mut rendered = pieces.next().unwrap_or_default().to_owned();
            for (number, piece) in (1_u32..).zip(pieces) {
                rendered.push_str(&match placeholders {
                    Placeholders::Question => "?".to_owned(),
                    Placeholders::Dollar => format!("${number}"),
                    Placeholders::Percent => "%s".to_owned(),
                });
                rendered.push_str(piece);
            }
            rendered.into()
        };
        let sqlite = engine == Engine::Sqlite;
        let of = |one: &str, other: &str| text(if sqlite { one } else { other });
        // Rows come as one text, so that a plan is few round trips however many events it has.
        let events = format!(
            "WITH added AS (INSERT INTO {{event}} ({EVENT_COLUMNS}) SELECT {EVENT_COLUMNS} FROM ROWS FROM (json_to_recordset((?::text)::json) \
             AS (stream text, version bigint, process text, kind text, schema bigint, at text, recorded_at text, actor text, \
             command text, body text)) WITH ORDINALITY AS given ({EVENT_COLUMNS}, nth) ORDER BY nth RETURNING pos) \
             INSERT INTO {{pending}} (pos) SELECT pos FROM added"
        );
        Self {
            // Each statement has to see what was committed before its turn came, whatever the database's usual is.
            begin: of("BEGIN IMMEDIATE", "BEGIN ISOLATION LEVEL READ COMMITTED"),
            commit: text("COMMIT"),
            rollback: text("ROLLBACK"),
            savepoint: text("SAVEPOINT itsm_plan"),
            release: text("RELEASE SAVEPOINT itsm_plan"),
            rollback_to: text("ROLLBACK TO SAVEPOINT itsm_plan"),
            new_command: text(
                "INSERT INTO {command} (command, digest, events) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            ),
            new_stream: text("INSERT INTO {head} (stream, version) VALUES (?, ?) ON CONFLICT DO NOTHING"),
            grown_stream: text("UPDATE {head} SET version = ? WHERE stream = ? AND version = ?"),
            guard: of(
                "SELECT version FROM {head} WHERE stream = ? AND version = ?",
                "SELECT version FROM {head} WHERE stream = ? AND version = ? FOR SHARE",
            ),
            process: text(
                "SELECT 1 WHERE EXISTS (SELECT 1 FROM {log} l JOIN {event} e ON e.pos = l.pos WHERE l.idx >= ? AND e.process = ?) \
                 OR EXISTS (SELECT 1 FROM {pending} p JOIN {event} e ON e.pos = p.pos WHERE e.process = ?)",
            ),
            folded: text("SELECT 1 FROM {log} WHERE idx = ? AND leaf = ?"),
            event: if sqlite {
                let places = ["?"; EVENT_CELLS].join(", ");
                // SQLite would give a position again whose event was deleted; the log, which names it still, keeps it taken.
                text(&format!(
                    "INSERT INTO {{event}} (pos, {EVENT_COLUMNS}) VALUES (1 + max(coalesce((SELECT max(pos) FROM {{event}}), 0), \
                     coalesce((SELECT max(pos) FROM {{log}}), 0)), {places})"
                ))
            } else {
                text(&events)
            },
            pending: text(
                "INSERT INTO {pending} (pos) SELECT pos FROM {event} WHERE stream = ? AND version = ?",
            ),
            at_once: text(
                "INSERT INTO {log} (idx, pos, leaf) SELECT ?, pos, ? FROM {event} WHERE stream = ? AND version = ?",
            ),
            version: text(
                "SELECT (SELECT version FROM {head} WHERE stream = ?), (SELECT max(version) FROM {event} WHERE stream = ?)",
            ),
            outcome: text("SELECT digest, events FROM {command} WHERE command = ?"),
            lock: text("LOCK TABLE {log} IN SHARE ROW EXCLUSIVE MODE"),
            waits: text("SELECT 1 FROM {pending} LIMIT 1"),
            waiting: text(&format!(
                "SELECT p.pos, e.body FROM {{pending}} p JOIN {{event}} e ON e.pos = p.pos ORDER BY p.pos LIMIT {BATCH}"
            )),
            next_index: text("SELECT coalesce(max(idx) + 1, 0) FROM {log}"),
            place: of(
                "INSERT INTO {log} (idx, pos, leaf) VALUES (?, ?, ?)",
                "INSERT INTO {log} (idx, pos, leaf) SELECT idx, pos, leaf FROM json_to_recordset((?::text)::json) \
                 AS given (idx bigint, pos bigint, leaf text)",
            ),
            placed: of(
                "DELETE FROM {pending} WHERE pos = ?",
                "DELETE FROM {pending} WHERE pos IN (SELECT pos FROM json_to_recordset((?::text)::json) AS given (pos bigint))",
            ),
            page: text(
                "SELECT l.idx, l.leaf, e.body FROM {log} l LEFT JOIN {event} e ON e.pos = l.pos WHERE l.idx >= ? ORDER BY l.idx LIMIT ?",
            ),
            stream: text(&format!(
                "SELECT {EVENT_COLUMNS}, l.idx, l.leaf FROM {{event}} e LEFT JOIN {{log}} l ON l.pos = e.pos \
                 WHERE e.stream = ? AND e.version > ? AND e.body IS NOT NULL ORDER BY e.version LIMIT ?"
            )),
            audit: text(&format!(
                "SELECT {EVENT_COLUMNS}, l.idx, l.leaf FROM {{log}} l JOIN {{event}} e ON e.pos = l.pos \
                 WHERE l.idx >= ? AND l.idx < ? AND e.body IS NOT NULL ORDER BY l.idx"
            )),
            heads: text(
                "SELECT h.stream FROM {head} h WHERE h.version <> \
                 coalesce((SELECT max(e.version) FROM {event} e WHERE e.stream = h.stream), 0) \
                 UNION ALL SELECT e.stream FROM {event} e WHERE e.version = 1 \
                 AND NOT EXISTS (SELECT 1 FROM {head} h WHERE h.stream = e.stream) \
                 UNION ALL SELECT e.stream FROM {event} e WHERE NOT EXISTS (SELECT 1 FROM {log} l WHERE l.pos = e.pos) \
                 AND NOT EXISTS (SELECT 1 FROM {pending} p WHERE p.pos = e.pos) \
                 UNION ALL SELECT e.stream FROM {gone} g JOIN {event} e ON e.stream = g.stream WHERE e.body IS NOT NULL LIMIT 1",
            ),
            keep_personal: text(
                "INSERT INTO {personal} (stream, version, path, salt, value) VALUES (?, ?, ?, ?, ?)",
            ),
            erase: text("DELETE FROM {personal} WHERE stream = ? AND version = ?"),
            // A digest of what was said would let it be guessed.
            forget: text(
                "UPDATE {command} SET digest = '' WHERE command IN (SELECT command FROM {event} WHERE stream = ? AND version = ?)",
            ),
            forget_all: text(
                "UPDATE {command} SET digest = '' WHERE command IN (SELECT command FROM {event} WHERE stream = ?)",
            ),
            erase_before: text("DELETE FROM {personal} WHERE stream = ? AND version <= ?"),
            unplaced: text(
                "SELECT 1 FROM {pending} p JOIN {event} e ON e.pos = p.pos WHERE e.stream = ? LIMIT 1",
            ),
            remove: text(
                "INSERT INTO {gone} (stream, version, disposal) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            ),
            destroy: text(
                "UPDATE {event} SET kind = NULL, schema = NULL, at = NULL, recorded_at = NULL, actor = NULL, body = NULL \
                 WHERE stream = ? AND body IS NOT NULL",
            ),
            gone: text(
                "SELECT l.idx, e.stream, e.version, e.command, g.disposal FROM {log} l JOIN {event} e ON e.pos = l.pos \
                 JOIN {gone} g ON g.stream = e.stream WHERE l.idx >= ? AND l.idx <= ? AND e.body IS NULL",
            ),
            // From the log to the values, whatever a planner thinks of their number.
            personal: text(
                "SELECT p.stream, p.version, p.path, p.salt, p.value FROM {log} l CROSS JOIN {event} e CROSS JOIN {personal} p \
                 WHERE l.idx >= ? AND l.idx < ? AND e.pos = l.pos AND p.stream = e.stream AND p.version = e.version",
            ),
            meta: text("SELECT value FROM {meta} WHERE name = ?"),
            set_meta: text(
                "INSERT INTO {meta} (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            ),
        }
    }
}

fn say(sql: &Arc<str>, parameters: impl IntoIterator<Item = Cell>) -> Statement {
    Statement { sql: Arc::clone(sql), parameters: parameters.into_iter().collect(), asks: false }
}

fn ask(sql: &Arc<str>, parameters: impl IntoIterator<Item = Cell>) -> Statement {
    Statement { asks: true, ..say(sql, parameters) }
}

fn check(statement: Statement, rows: u64, unmet: Unmet) -> Check {
    Check { statement, rows: Some(rows), unmet }
}

/// That nothing is there to be erased is as well.
const fn whatever(statement: Statement) -> Check {
    Check { statement, rows: None, unmet: Unmet::Rows }
}

fn event_cells(row: &EventRow) -> [Cell; EVENT_CELLS] {
    [
        row.stream.as_str().into(),
        row.version.into(),
        row.process.as_str().into(),
        row.kind.as_str().into(),
        u64::from(row.schema).into(),
        row.at.to_string().into(),
        row.recorded_at.to_string().into(),
        row.actor.as_str().into(),
        row.command.as_ref().map(|command| command.as_str()).into(),
        row.text.as_str().into(),
    ]
}

impl Kit {
    /// The statements of a plan, in order, within a transaction: either each touches the rows it has to, or the transaction is rolled
    /// back. Its events stand in no log yet; [`settle`](crate::Journal::settle) gives them their places.
    #[must_use]
    pub fn statements(&self, plan: &PlanRows) -> Vec<Check> {
        if plan.is_empty() {
            return Vec::new();
        }
        let mut checks = self.claims(plan);
        checks.extend(self.events(plan));
        checks
    }

    /// What has to hold for a plan, and what it takes for itself.
    pub(crate) fn claims(&self, plan: &PlanRows) -> Vec<Check> {
        let texts = &self.texts;
        let mut checks = Vec::new();
        // What was decided on the entries of one journal is not appended to another.
        checks.extend(plan.last.zip(plan.seen.checked_sub(1)).map(|(leaf, index)| {
            let asked = ask(&texts.folded, [index.into(), leaf.to_string().into()]);
            check(asked, 1, Unmet::Exchanged(index))
        }));
        checks.extend(self.pass_gates(plan));
        if let Some(command) = &plan.command {
            let cells =
                [command.as_str().into(), plan.digest.to_string().into(), Outcome::of(plan).events.into()];
            checks.push(check(say(&texts.new_command, cells), 1, Unmet::Command));
        }
        // Streams and guards in one order, so that two plans never wait for each other.
        let streams = plan.streams.iter().map(|stream| {
            let name = stream.stream.as_str();
            let statement = match stream.expected {
                None => say(&texts.new_stream, [name.into(), stream.version.into()]),
                Some(expected) => {
                    say(&texts.grown_stream, [stream.version.into(), name.into(), expected.into()])
                }
            };
            (name, check(statement, 1, Unmet::Stream(name.to_owned())))
        });
        let guards = plan.guards.iter().map(|(stream, version)| {
            let statement = ask(&texts.guard, [stream.as_str().into(), (*version).into()]);
            (stream.as_str(), check(statement, 1, Unmet::Guard(stream.to_string())))
        });
        // What is removed is removed in whole: nothing has happened to it since.
        let removed = plan.removed.iter().map(|of| {
            let name = of.stream.as_str();
            let statement = ask(&texts.guard, [name.into(), of.version.into()]);
            (name, check(statement, 1, Unmet::Guard(name.to_owned())))
        });
        let mut ordered: Vec<_> = streams.chain(guards).chain(removed).collect();
        ordered.sort_by_key(|(name, _)| *name);
        checks.extend(ordered.into_iter().map(|(_, check)| check));
        checks.extend(plan.processes.iter().map(|process| {
            let cells = [plan.seen.into(), process.as_str().into(), process.as_str().into()];
            check(ask(&texts.process, cells), 0, Unmet::Process(process.to_string()))
        }));
        checks.extend(self.personal(plan));
        checks.extend(self.removals(plan));
        checks
    }

    /// The streams that a plan removes. Of every event the hash stays in the log, so each has to have its place.
    fn removals(&self, plan: &PlanRows) -> Vec<Check> {
        let texts = &self.texts;
        let removal = |of: &itsm::kernel::Removed| {
            let (stream, version) = (of.stream.as_str(), of.version);
            let moved = || Unmet::Guard(stream.to_owned());
            let row = [stream.into(), version.into(), of.disposal.as_str().into()];
            let personal = say(&texts.erase_before, [stream.into(), version.into()]);
            [
                check(ask(&texts.unplaced, [stream.into()]), 0, moved()),
                // Somebody else's disposal may have taken it.
                check(say(&texts.remove, row), 1, moved()),
                check(say(&texts.destroy, [stream.into()]), version, Unmet::Rows),
                whatever(personal),
                whatever(say(&texts.forget_all, [stream.into()])),
            ]
        };
        plan.removed.iter().flat_map(removal).collect()
    }

    /// What stays of the entries between two indexes that have no text.
    pub(crate) fn gone_among(&self, first: u64, last: u64) -> Statement {
        ask(&self.texts.gone, [first.into(), last.into()])
    }

    /// The personal values that a plan brings, and those that it erases.
    fn personal(&self, plan: &PlanRows) -> Vec<Check> {
        let texts = &self.texts;
        let kept = plan.personal.iter().map(|row| {
            let cells = [
                row.stream.as_str().into(),
                row.version.into(),
                row.path.as_str().into(),
                row.salt.to_string().into(),
                // Quoted: no database keeps a text with a NUL in it.
                serde_json::Value::from(row.value.as_str()).to_string().into(),
            ];
            check(say(&texts.keep_personal, cells), 1, Unmet::Rows)
        });
        let erased = plan.erased.iter().flat_map(|gone| {
            let of = || [gone.stream.as_str().into(), gone.version.into()];
            [whatever(say(&texts.erase, of())), whatever(say(&texts.forget, of()))]
        });
        kept.chain(erased).collect()
    }

    pub(crate) fn personal_of(&self, from: u64, until: u64) -> Statement {
        ask(&self.texts.personal, [from.into(), until.into()])
    }

    /// The events of a plan, which wait for their places.
    fn events(&self, plan: &PlanRows) -> Vec<Check> {
        let texts = &self.texts;
        match self.engine {
            Engine::Sqlite => plan
                .events
                .iter()
                .flat_map(|row| {
                    let cells = [row.stream.as_str().into(), row.version.into()];
                    [
                        check(say(&texts.event, event_cells(row)), 1, Unmet::Rows),
                        check(say(&texts.pending, cells), 1, Unmet::Rows),
                    ]
                })
                .collect(),
            Engine::Postgres => {
                let rows: Vec<_> = plan.events.iter().map(as_record).collect();
                let count = u64::try_from(rows.len()).unwrap_or(u64::MAX);
                let given = serde_json::Value::Array(rows).to_string();
                vec![check(say(&texts.event, [given.into()]), count, Unmet::Rows)]
            }
        }
    }

    /// The events of a plan with the places that they take at once: for who writes alone.
    pub(crate) fn events_in_place(&self, plan: &PlanRows, places: &[LogRow]) -> Vec<Check> {
        let texts = &self.texts;
        let both = |(row, place): (&EventRow, &LogRow)| {
            let leaf = place.leaf.to_string().into();
            let cells = [place.index.into(), leaf, row.stream.as_str().into(), row.version.into()];
            [
                check(say(&texts.event, event_cells(row)), 1, Unmet::Rows),
                check(say(&texts.at_once, cells), 1, Unmet::Rows),
            ]
        };
        plan.events.iter().zip(places).flat_map(both).collect()
    }

    /// Whoever asked after any record of a process waits for those who write some, and they for him; writers do not wait for each
    /// other, nor readers. SQLite has one writer anyway.
    fn pass_gates(&self, plan: &PlanRows) -> Option<Check> {
        if self.engine == Engine::Sqlite {
            return None;
        }
        let mut modes = BTreeMap::<&str, (bool, bool)>::new();
        for row in &plan.events {
            modes.entry(&row.process).or_default().0 = true;
        }
        for process in &plan.processes {
            modes.entry(process).or_default().1 = true;
        }
        let locks = modes.into_iter().map(|(process, (writes, reads))| {
            let mode = match (writes, reads) {
                (true, true) => "SHARE ROW EXCLUSIVE",
                (true, false) => "ROW EXCLUSIVE",
                (false, _) => "SHARE",
            };
            // No name of a process has other characters; a table of such a name is not there.
            let plain = |letter: char| letter.is_ascii_lowercase() || letter == '_';
            let process: String =
                process.chars().map(|letter| if plain(letter) { letter } else { '0' }).collect();
            format!("LOCK TABLE {}gate_{process} IN {mode} MODE;", self.prefix)
        });
        // Beyond the gate a transaction of the host's that sees only what was there when it began would miss what came before its turn.
        let late = if plan.processes.is_empty() { "" } else { LATE };
        let sql = format!("DO $$ BEGIN {late}{} END $$", locks.collect::<Vec<_>>().join(" "));
        let statement = Statement { sql: sql.into(), parameters: Vec::new(), asks: false };
        Some(Check { statement, rows: None, unmet: Unmet::Rows })
    }

    pub(crate) fn begin(&self) -> Statement {
        say(&self.texts.begin, [])
    }

    pub(crate) fn commit(&self) -> Statement {
        say(&self.texts.commit, [])
    }

    pub(crate) fn rollback(&self) -> Statement {
        say(&self.texts.rollback, [])
    }

    pub(crate) fn savepoint(&self) -> Statement {
        say(&self.texts.savepoint, [])
    }

    pub(crate) fn release(&self) -> Statement {
        say(&self.texts.release, [])
    }

    pub(crate) fn rollback_to(&self) -> Statement {
        say(&self.texts.rollback_to, [])
    }

    /// The version of a stream, and that of its last event.
    pub(crate) fn version_of(&self, stream: &str) -> Statement {
        ask(&self.texts.version, [stream.into(), stream.into()])
    }

    pub(crate) fn outcome_of(&self, command: &str) -> Statement {
        ask(&self.texts.outcome, [command.into()])
    }

    /// One at a time gives places; SQLite has one writer anyway.
    pub(crate) fn lock_log(&self) -> Option<Statement> {
        (self.engine == Engine::Postgres).then(|| say(&self.texts.lock, []))
    }

    pub(crate) fn waits(&self) -> Statement {
        ask(&self.texts.waits, [])
    }

    pub(crate) fn waiting(&self) -> Statement {
        ask(&self.texts.waiting, [])
    }

    pub(crate) fn next_index(&self) -> Statement {
        ask(&self.texts.next_index, [])
    }

    /// Rows take their places, and wait no more.
    pub(crate) fn place(&self, rows: &[(u64, LogRow)]) -> Vec<Check> {
        let texts = &self.texts;
        let count = u64::try_from(rows.len()).unwrap_or(u64::MAX);
        match self.engine {
            Engine::Sqlite => rows
                .iter()
                .flat_map(|(pos, row)| {
                    let cells = [row.index.into(), (*pos).into(), row.leaf.to_string().into()];
                    [
                        check(say(&texts.place, cells), 1, Unmet::Rows),
                        check(say(&texts.placed, [(*pos).into()]), 1, Unmet::Rows),
                    ]
                })
                .collect(),
            Engine::Postgres => {
                let record = |(pos, row): &(u64, LogRow)| json!({"idx": row.index, "pos": pos, "leaf": row.leaf.to_string()});
                let given = serde_json::Value::Array(rows.iter().map(record).collect()).to_string();
                vec![
                    check(say(&texts.place, [given.clone().into()]), count, Unmet::Rows),
                    check(say(&texts.placed, [given.into()]), count, Unmet::Rows),
                ]
            }
        }
    }

    pub(crate) fn page(&self, from: u64, most: usize) -> Statement {
        ask(&self.texts.page, [from.into(), u64::try_from(most).unwrap_or(u64::MAX).into()])
    }

    pub(crate) fn stream(&self, stream: &str, after: u64, most: usize) -> Statement {
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        ask(&self.texts.stream, [stream.into(), after.into(), most.into()])
    }

    /// The events of the entries from an index on, up to another and without it, with what stands beside them.
    pub(crate) fn audit(&self, from: u64, until: u64) -> Statement {
        ask(&self.texts.audit, [from.into(), until.into()])
    }

    /// A stream whose version is not that of its last event, that has an event without a place, or that is gone and there.
    pub(crate) fn heads(&self) -> Statement {
        ask(&self.texts.heads, [])
    }

    pub(crate) fn meta(&self, name: &str) -> Statement {
        ask(&self.texts.meta, [name.into()])
    }

    pub(crate) fn set_meta(&self, name: &str, value: &str) -> Statement {
        say(&self.texts.set_meta, [name.into(), value.into()])
    }
}

fn as_record(row: &EventRow) -> serde_json::Value {
    json!({
        "stream": row.stream, "version": row.version, "process": row.process, "kind": row.kind, "schema": row.schema,
        "at": row.at, "recorded_at": row.recorded_at, "actor": row.actor, "command": row.command, "body": row.text,
    })
}

fn unreadable(what: &str) -> StoreError {
    StoreError::Corrupt(what.to_owned())
}

/// The entries of a page of the log; of those without text what stays was asked for.
pub(crate) fn of_page(answer: Answer, mut gone: BTreeMap<u64, Gone>) -> Result<Vec<LogRow>, StoreError> {
    let entry = |row: Vec<Cell>| match <[Cell; 3]>::try_from(row) {
        Ok([Cell::Integer(index), Cell::Text(leaf), body @ (Cell::Text(_) | Cell::Null)]) => {
            let index = u64::try_from(index).map_err(|_| unreadable("an index below 0"))?;
            let leaf = Digest::from_hex(&leaf).ok_or_else(|| unreadable("a leaf that is no hash"))?;
            let entry = match body {
                Cell::Text(text) => placed(&text, index).map(LogEntry::Line),
                _ => gone.remove(&index).map(LogEntry::Gone),
            };
            let entry = entry.ok_or_else(|| unreadable("an entry of the log without its event"))?;
            Ok(LogRow { index, entry, leaf })
        }
        _ => Err(unreadable("a row of the log of another shape")),
    };
    answer.rows.into_iter().map(entry).collect()
}

/// What stays of entries whose text was destroyed, by index.
pub(crate) fn of_gone(answer: Answer) -> Result<BTreeMap<u64, Gone>, StoreError> {
    let stays = |row: Vec<Cell>| match <[Cell; 5]>::try_from(row) {
        Ok(
            [Cell::Integer(index), Cell::Text(stream), Cell::Integer(version), command, Cell::Text(disposal)],
        ) => {
            let number = |number: i64| u64::try_from(number).map_err(|_| unreadable("a number below 0"));
            let command = match command {
                Cell::Text(command) => {
                    Some(CommandId::new(command).map_err(|_| unreadable("a command that is none"))?)
                }
                _ => None,
            };
            let disposal = RecordId::new(disposal).map_err(|_| unreadable("a disposal that is none"))?;
            Ok((number(index)?, Gone { stream: stream.into(), version: number(version)?, command, disposal }))
        }
        _ => Err(unreadable("what stays of an entry in another shape")),
    };
    answer.rows.into_iter().map(stays).collect()
}

/// Personal values of a page of the log.
pub(crate) fn of_personal(answer: Answer) -> Result<Vec<PersonalRow>, StoreError> {
    let value = |row: Vec<Cell>| match <[Cell; 5]>::try_from(row) {
        Ok(
            [
                Cell::Text(stream),
                Cell::Integer(version),
                Cell::Text(path),
                Cell::Text(salt),
                Cell::Text(value),
            ],
        ) => {
            let version = u64::try_from(version).map_err(|_| unreadable("a version below 0"))?;
            let salt = Digest::from_hex(&salt).ok_or_else(|| unreadable("a salt of another length"))?;
            let value = serde_json::from_str(&value).map_err(|_| unreadable("a value that is not quoted"))?;
            Ok(PersonalRow { stream: stream.into(), version, path: path.into(), salt, value })
        }
        _ => Err(unreadable("a personal value of another shape")),
    };
    answer.rows.into_iter().map(value).collect()
}

/// Events from their texts. What stands beside a text is covered by no hash, so it has to be what the text says; and where the event has
/// its place, the text has to be what was hashed.
pub(crate) fn of_stream(answer: Answer) -> Result<Vec<EventRow>, StoreError> {
    let row = |mut cells: Vec<Cell>| {
        let place = cells.split_off(cells.len().min(EVENT_CELLS));
        let Some(Cell::Text(text)) = cells.last().cloned() else {
            return Err(unreadable("an event without a text"));
        };
        match <[Cell; 2]>::try_from(place) {
            Ok([Cell::Null, _]) => {}
            Ok([Cell::Integer(index), Cell::Text(leaf)]) => {
                let index = u64::try_from(index).map_err(|_| unreadable("an index below 0"))?;
                let line = placed(&text, index).ok_or_else(|| unreadable("a text that is no event"))?;
                if Some(leaf_hash(line.as_bytes())) != Digest::from_hex(&leaf) {
                    return Err(JournalError::Altered { line: index }.into());
                }
            }
            _ => return Err(unreadable("an event of another shape")),
        }
        let row = EventRow::read(text).ok_or_else(|| unreadable("a text that is no event"))?;
        if cells != event_cells(&row) {
            return Err(unreadable(&format!(
                "what stands beside `{}` {} is not what it says",
                row.stream, row.version
            )));
        }
        Ok(row)
    };
    answer.rows.into_iter().map(row).collect()
}
