"""A system on a journal in SQLite: kept when it is said, beside the host's own rows, and honest about what goes wrong."""

import itertools
import random
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import context, log, policies, publish

import itsm
from itsm import _itsm, _journal

TESTS = Path(__file__).resolve().parent
SD = context("sd", "2026-11-23T02:00:00Z")
System = itsm.ServiceManagementSystem


def furnished(system: System) -> System:
    """With the policies that an incident needs."""
    for policy in policies():
        system.execute(publish(policy), context("po", "2026-11-23T01:00:00Z"))
    return system


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


@pytest.fixture
def host(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection of the host's, with the habits of one: it begins transactions by itself, and its rows are no tuples."""
    with closing(sqlite3.connect(path, timeout=0.2)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("CREATE TABLE own (id TEXT PRIMARY KEY)")
        yield connection


def code_of(raised: pytest.ExceptionInfo[itsm.ItsmError]) -> tuple[str, str, str]:
    return raised.value.code, raised.value.kind, raised.value.retry


def test_what_was_executed_is_there_when_it_is_opened_again(path: Path) -> None:
    with System.open(path) as system:
        assert system.report["length"] == 0 and system.report["version"] == sqlite3.sqlite_version
        wal = sqlite3.sqlite_version_info >= (3, 51, 3)
        assert system.report["journal_mode"] == ("wal" if wal else "delete")
        assert wal != any("3.51.3" in note for note in system.report["notes"])
        events = furnished(system).execute(log("T-1"), SD)
        assert [(event["index"], event["kind"]) for event in events][0] == (3, "incident.logged") and len(events) == 2
        digest = system.digest
    for again in (System.open(str(path)), System.open(path)):
        with again:
            assert (len(again), again.digest) == (5, digest)
            assert again.catch_up() == 5 and again.report["length"] == 5
            assert again.verify() == itsm.read_checkpoint(again.checkpoint("example.com/desk"))["head"]


def test_timers_fire_once_and_are_kept(path: Path) -> None:
    with System.open(path) as system:
        furnished(system)
        system.execute(log("T-1"), SD)
        advanced = system.advance("2027-01-01T00:00:00Z")
        assert advanced["stuck"] == []
        before = len(system)
        assert system.advance("2027-01-01T00:00:00Z")["events"] == [] and len(system) == before
    with System.open(path) as again:
        assert len(again) == before and (again.next_wakeup is None or again.next_wakeup.year >= 2027)


def test_a_plan_is_kept_with_the_hosts_rows_or_not_at_all(host: sqlite3.Connection) -> None:
    system = furnished(System.open(host))
    plan = system.plan(log("T-1"), SD)
    host.execute("INSERT INTO own VALUES ('T-1')")
    system.append(plan)
    host.rollback()
    assert system.catch_up() == 3 and system.record("incident", "T-1") is None
    host.execute("INSERT INTO own VALUES ('T-1')")
    system.append(plan)
    host.commit()
    assert system.catch_up() == 5 and system.record("incident", "T-1") is not None
    assert [tuple(row) for row in host.execute("SELECT * FROM own")] == [("T-1",)]
    # Nobody else closes what is the host's.
    system.close()
    assert host.execute("SELECT 1").fetchone()[0] == 1


def test_a_plan_that_comes_too_late_leaves_the_hosts_transaction_standing(host: sqlite3.Connection) -> None:
    system = furnished(System.open(host))
    late = system.plan(log("T-1"), SD)
    system.execute(log("T-1"), SD)
    host.execute("INSERT INTO own VALUES ('kept')")
    with pytest.raises(itsm.Conflict) as conflict:
        system.append(late)
    assert code_of(conflict)[2] == "after_reload" and host.in_transaction
    host.commit()
    assert host.execute("SELECT count(*) FROM own").fetchone()[0] == 1 and system.catch_up() == 5


def test_a_transaction_of_the_hosts_is_never_committed_for_it(host: sqlite3.Connection) -> None:
    system = furnished(System.open(host))
    with pytest.raises(itsm.Missing) as missing:
        system.append(system.plan(log("T-1"), SD))
    assert code_of(missing)[0] == "store.no_transaction" and "begin one" in str(missing.value)
    host.execute("INSERT INTO own VALUES ('half')")
    for ask in (lambda: system.execute(log("T-1"), SD), system.catch_up, system.verify, lambda: system.advance(SD["now"])):
        with pytest.raises(itsm.Unavailable) as busy:
            ask()
        assert code_of(busy) == ("store.busy", "unavailable", "later") and host.in_transaction
    host.rollback()
    assert len(system.execute(log("T-1"), SD)) == 2 and host.execute("SELECT count(*) FROM own").fetchone()[0] == 0


class AlwaysWithin(sqlite3.Connection):
    """What `autocommit=False` makes of a connection, for those before Python 3.12."""

    autocommit = False


def test_a_connection_that_is_always_within_a_transaction_is_refused_and_told_why(path: Path) -> None:
    always: dict[str, Any] = {"autocommit": False} if sys.version_info >= (3, 12) else {"factory": AlwaysWithin}
    with closing(sqlite3.connect(path, **always)) as host:
        host.execute("CREATE TABLE own (id TEXT)")
        host.commit()
        host.execute("INSERT INTO own VALUES ('T-1')")
        with pytest.raises(itsm.InvalidInput, match="`autocommit=False`.*`isolation_level=None`") as refused:
            System.open(host)
        assert code_of(refused)[0] == "store.autocommit_off"
        host.rollback()
        assert host.execute("SELECT count(*) FROM own").fetchone()[0] == 0, "nothing was committed for it"


def test_a_connection_that_may_forget_is_told_of(host: sqlite3.Connection) -> None:
    host.execute("PRAGMA synchronous = OFF")
    assert any("when the power fails" in note for note in System.open(host).report["notes"])


def test_what_is_missing_of_personal_values_is_told(path: Path) -> None:
    with System.open(path) as system:
        furnished(system)
        system.execute(log("T-1"), SD)
    with System.open(path) as system:
        assert not any("personal" in note for note in system.report["notes"])
    with closing(sqlite3.connect(path, isolation_level=None)) as beside:
        beside.execute("DELETE FROM itsm_personal")
    with System.open(path) as system:
        assert any(note.startswith("1 personal value") for note in system.report["notes"])


def test_only_what_stands_on_a_journal_is_asked_after_it(path: Path) -> None:
    alone = furnished(System())
    plan = alone.plan(log("T-1"), SD)
    for ask in (lambda: alone.append(plan), alone.catch_up, alone.verify, lambda: alone.report):
        with pytest.raises(itsm.Missing) as missing:
            ask()
        assert code_of(missing)[0] == "store.not_open"
    alone.close()
    assert len(alone.confirm(plan)) == 2
    system = furnished(System.open(path))
    with pytest.raises(itsm.InvalidInput, match="`append` carries it out") as refused:
        system.confirm(system.plan(log("T-1"), SD))
    assert code_of(refused) == ("store.append_instead", "invalid", "never") and len(system) == 3
    for _ in range(2):
        system.close()
    assert len(system) == 3 and system.record("policy", "rules") is not None
    with pytest.raises(itsm.Missing, match="closed"):
        system.execute(log("T-1"), SD)


def test_a_repeated_command_changes_nothing(path: Path) -> None:
    once = SD | {"command_id": "c-1"}
    with System.open(path) as system:
        first = furnished(system).execute(log("T-1"), once)
        assert system.execute(log("T-1"), once) == first and len(system) == 5
    with System.open(path) as again:
        assert again.execute(log("T-1"), once) == first and len(again) == 5
        with pytest.raises(itsm.ItsmError) as reused:
            again.execute(log("T-2"), once)
        assert reused.value.code == "journal.command_reused"


def test_several_stand_on_one_file_and_follow_each_other(path: Path) -> None:
    with System.open(path) as one, System.open(path) as other:
        furnished(one)
        other.execute(log("T-1"), SD)
        assert len(one) == 3 and one.catch_up() == 5 and one.digest == other.digest
        with pytest.raises(itsm.ItsmError):
            one.execute(log("T-1"), SD)
    with System.open(path, prefix="second_") as apart:
        assert len(apart) == 0
    with pytest.raises(itsm.InvalidInput) as prefix:
        System.open(path, prefix="x; DROP TABLE itsm_event")
    with pytest.raises(itsm.InvalidInput) as tenant:
        System.open(path, tenant="acme")
    assert (prefix.value.code, tenant.value.code) == ("store.prefix", "store.other_tenant")


def test_threads_share_a_system_and_its_one_connection(path: Path) -> None:
    with System.open(path) as system:
        furnished(system)
        kept = [None] * 8

        def write(thread: int) -> None:
            for number in range(5):
                system.execute(log(f"T-{thread}-{number}"), SD)
                assert system.record("incident", f"T-{thread}-{number}") is not None

        with ThreadPoolExecutor(len(kept)) as pool:
            list(pool.map(write, range(len(kept))))
        assert len(system) == 3 + 2 * 40
        digest = system.digest
    with System.open(path) as again:
        assert again.digest == digest and again.verify()["size"] == 83


def test_each_fault_of_the_database_has_its_code(path: Path, tmp_path: Path, host: sqlite3.Connection) -> None:
    system = furnished(System.open(host))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(itsm.Unavailable) as locked:
            system.execute(log("T-1"), SD)
    assert code_of(locked) == ("store.busy", "unavailable", "later") and "locked" in str(locked.value)
    system.execute(log("T-1"), SD)
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as read_only:
        reading = System.open(path)
        reading.close()
        with pytest.raises(itsm.Unavailable) as refused:
            System.open(read_only).execute(log("T-2"), SD)
    assert code_of(refused)[0] == "store.read_only"
    no_database = tmp_path / "letter.txt"
    no_database.write_bytes(b"Dear colleagues, " * 100)
    with pytest.raises(itsm.InvalidInput) as corrupt:
        System.open(no_database)
    assert code_of(corrupt)[0] == "store.corrupt"
    for wrong in (tmp_path / "nowhere" / "desk.db", tmp_path):
        with pytest.raises(itsm.Missing) as nowhere:
            System.open(wrong)
        assert code_of(nowhere) == ("store.cannot_open", "missing", "after_change")
    with pytest.raises(TypeError, match="a path, an address or a connection"):
        System.open(7)  # type: ignore[arg-type]
    with closing(sqlite3.connect(tmp_path / "full.db", isolation_level=None)) as small:
        full = furnished(System.open(small))
        pages = small.execute("PRAGMA page_count").fetchone()[0]
        small.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(itsm.Unavailable) as room:
            for number in range(200):
                full.execute(log(f"T-{number}"), SD)
        small.execute("PRAGMA max_page_count = 100000")
        assert code_of(room)[0] == "store.full" and full.verify()["size"] == full.catch_up() == len(full)


def test_an_altered_entry_is_found(path: Path) -> None:
    with System.open(path) as system:
        furnished(system).execute(log("T-1"), SD)
        with closing(sqlite3.connect(path)) as other, other:
            other.execute("UPDATE itsm_event SET body = replace(body, 'phone', 'email') WHERE kind = 'incident.logged'")
        with pytest.raises(itsm.InvalidInput) as altered:
            system.verify()
    assert code_of(altered)[0] == "journal.altered"
    with pytest.raises(itsm.InvalidInput):
        System.open(path)


@pytest.mark.parametrize("place", ["in a statement", "between two statements"])
def test_an_interrupt_leaves_no_transaction_open(host: sqlite3.Connection, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    system = furnished(System.open(host))
    run, steps = _journal.Sqlite.run, _journal.Journal._steps
    begun = 0
    for nth in itertools.count(2):
        calls = iter(range(1, 100))

        def counted(ask: Any) -> Any:
            def asked(*given: Any, **named: Any) -> Any:
                nonlocal begun
                if next(calls) == nth:  # noqa: B023
                    begun += host.in_transaction
                    raise KeyboardInterrupt
                return ask(*given, **named)

            return asked

        if place == "in a statement":
            monkeypatch.setattr(_journal.Sqlite, "run", counted(run))
        else:

            def between(journal: Any, exchange: Any, interrupts: Any) -> Any:
                return steps(journal, SimpleNamespace(step=counted(exchange.step)), interrupts)  # type: ignore[arg-type]

            monkeypatch.setattr(_journal.Journal, "_steps", between)
        try:
            system.execute(log(f"T-{nth}"), SD)
            break
        except KeyboardInterrupt:
            assert not host.in_transaction
        finally:
            monkeypatch.undo()
        system.catch_up()
    # At every statement until there were no more of them, and most of them within a transaction.
    assert nth > 8 and begun > 4
    assert system.verify()["size"] == len(system) and len(system.execute(log("T-1"), SD)) == 2


def test_who_asks_while_he_is_asking_is_told(host: sqlite3.Connection) -> None:
    system = furnished(System.open(host))
    said: list[str] = []

    def traced(_: str) -> None:
        try:
            system.catch_up()
        except itsm.Unavailable as busy:
            said.append(busy.code)

    host.set_trace_callback(traced)
    system.execute(log("T-1"), SD)
    host.set_trace_callback(None)
    assert said and set(said) == {"store.busy"} and system.catch_up() == 5


def test_a_connection_of_one_thread_is_refused_to_another(host: sqlite3.Connection) -> None:
    system = furnished(System.open(host))
    with ThreadPoolExecutor(1) as pool, pytest.raises(itsm.Unavailable, match="same thread"):
        pool.submit(system.execute, log("T-1"), SD).result()
    assert len(system.execute(log("T-1"), SD)) == 2


WRITER = """
import sys
sys.path.insert(0, sys.argv[2])
from conftest import context, log
import itsm
system = itsm.ServiceManagementSystem.open(sys.argv[1])
for number in range(100000):
    id = f"T-{sys.argv[3]}-{number}"
    system.execute(log(id), context("sd", "2026-11-23T02:00:00Z", command_id=id))
    print(id, flush=True)
"""


def test_a_writer_that_is_killed_loses_nothing_that_it_said_and_says_nothing_twice(path: Path) -> None:
    with System.open(path) as system:
        furnished(system)
    acknowledged: list[str] = []
    seed = random.randrange(2**32)
    chance = random.Random(seed)
    for cycle in range(20):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), str(TESTS), str(cycle)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        said = [writer.stdout.readline()]
        killer = threading.Timer(chance.uniform(0, 0.2), writer.kill)
        killer.start()
        said += writer.stdout
        killer.join()
        assert writer.wait() == -9, f"seed {seed}"
        # A line that was cut off was not said.
        acknowledged += [line.strip() for line in said if line.endswith("\n")]
        writer.stdout.close()
    with System.open(path) as system:
        kept = [event["record"] for event in system.events(0, 1_000_000) if event["kind"] == "incident.logged"]
        assert len(kept) == len(set(kept)), f"seed {seed}"
        assert set(acknowledged) <= set(kept) and len(acknowledged) >= 20, f"seed {seed}"
        # At most what was on its way when the writer was killed is there besides.
        assert len(kept) - len(acknowledged) <= 20, f"seed {seed}"
        assert [event["index"] for event in system.events(0, 1_000_000)] == list(range(len(system)))
        assert system.verify()["size"] == len(system)


def test_the_package_brings_no_sqlite_of_its_own() -> None:
    """Two of them on one file lose data: the locks of a process on a file are all of its copies'."""
    assert b"sqlite3_" not in Path(_itsm.__file__).read_bytes()


def test_many_questions_at_once_do_not_block_the_interpreter(path: Path) -> None:
    """A writer that waits for a lock leaves the other threads free."""
    with System.open(path) as system:
        furnished(system)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            thread = threading.Thread(target=lambda: system.execute(log("T-1"), SD))
            thread.start()
            time.sleep(0.2)
            assert thread.is_alive() and len(system) == 3
            other.execute("ROLLBACK")
            thread.join()
        assert len(system) == 5
