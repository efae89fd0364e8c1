"""A system on a journal in PostgreSQL, through `psycopg`. `scripts/postgres` runs a command beside one of its own."""

import os
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psycopg
import pytest
from conftest import context, log
from psycopg.pq import TransactionStatus
from psycopg.rows import dict_row
from test_journal import furnished

import itsm

ADDRESS = os.environ.get("ITSM_POSTGRES", "")
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "python"
SD = context("sd", "2026-11-23T02:00:00Z")
System = itsm.ServiceManagementSystem
stored = pytest.mark.skipif(not ADDRESS, reason="ITSM_POSTGRES names no PostgreSQL")


def test_it_is_said_when_there_is_none(say: Callable[[str], None]) -> None:
    if not ADDRESS:
        say("!! NOT TESTED on PostgreSQL: ITSM_POSTGRES names none (scripts/postgres COMMAND runs one)")
    assert psycopg.__version__


@pytest.fixture
def prefix() -> str:
    """Tables of each test's own."""
    return f"t{secrets.token_hex(6)}_"


@pytest.fixture
def host() -> Iterator[Any]:
    """A connection of the host's as psycopg makes it: it begins transactions by itself; and its rows are no tuples."""
    with psycopg.connect(ADDRESS, row_factory=dict_row) as connection:
        connection.execute("CREATE TEMPORARY TABLE own (id text)")
        connection.commit()
        yield connection


def url() -> str:
    said = psycopg.conninfo.conninfo_to_dict(ADDRESS)
    return f"postgresql://{said['user']}@{said['host']}:{said['port']}/{said.get('dbname', 'postgres')}"


@stored
def test_what_was_executed_is_there_when_it_is_opened_again(prefix: str) -> None:
    with System.open(url(), prefix=prefix) as system:
        assert system.report.get("journal_mode") is None and system.report["version"]
        furnished(system).execute(log("T-1"), SD)
        with pytest.raises(itsm.Missing, match="no transaction is open"):
            system.append(system.plan(log("T-2"), SD))
        digest = system.digest
    with System.open(url(), prefix=prefix) as again:
        assert (len(again), again.digest, again.verify()["size"]) == (5, digest, 5)


@stored
def test_a_plan_is_kept_with_the_hosts_rows_or_not_at_all(host: Any, prefix: str) -> None:
    system = furnished(System.open(host, prefix=prefix))
    assert not host.autocommit and host.info.transaction_status == TransactionStatus.IDLE
    plan = system.plan(log("T-1"), SD)
    host.execute("INSERT INTO own VALUES ('T-1')")
    system.append(plan)
    for ask in (system.catch_up, lambda: system.execute(log("T-2"), SD)):
        with pytest.raises(itsm.Unavailable) as busy:
            ask()
        assert busy.value.code == "store.busy"
    host.rollback()
    assert system.catch_up() == 3
    with host.transaction():
        host.execute("INSERT INTO own VALUES ('T-1')")
        system.append(plan)
    assert system.catch_up() == 5
    with pytest.raises(itsm.Conflict), host.transaction():
        host.execute("INSERT INTO own VALUES ('T-1')")
        system.append(plan)
    assert host.execute("SELECT count(*) AS own FROM own").fetchone() == {"own": 1}
    host.commit()
    assert system.verify()["size"] == 5


@stored
def test_a_lost_connection_is_said_and_made_anew(prefix: str) -> None:
    with System.open(url(), prefix=prefix) as system, psycopg.connect(ADDRESS, autocommit=True) as other:
        furnished(system)
        other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE %s AND pid <> pg_backend_pid()", (f"%{prefix}%",))
        with pytest.raises(itsm.Unavailable) as lost:
            system.execute(log("T-1"), SD)
        assert (lost.value.code, lost.value.retry) == ("store.unavailable", "later")
        assert len(system.execute(log("T-1"), SD)) == 2 and system.verify()["size"] == 5
    with pytest.raises(itsm.Unavailable) as nowhere:
        System.open("postgresql://nobody@127.0.0.1:1/nowhere")
    assert nowhere.value.code == "store.unavailable"


@stored
def test_a_lock_that_is_waited_for_too_long_is_busy(host: Any, prefix: str) -> None:
    system = furnished(System.open(host, prefix=prefix))
    host.execute("SET lock_timeout = '100ms'")
    host.commit()
    with psycopg.connect(ADDRESS) as other:
        other.execute(f"LOCK TABLE {prefix}event IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(itsm.Unavailable) as busy:
            system.execute(log("T-1"), SD)
        assert busy.value.code == "store.busy"
    assert host.info.transaction_status == TransactionStatus.IDLE and not host.autocommit
    assert len(system.execute(log("T-1"), SD)) == 2


@stored
def test_many_write_at_once_and_all_is_there_once(prefix: str) -> None:
    with System.open(url(), prefix=prefix) as system:
        furnished(system)

    def write(writer: int) -> None:
        with System.open(url(), prefix=prefix) as own:
            for number in range(10):
                own.execute(log(f"T-{writer}-{number}"), SD)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    with System.open(url(), prefix=prefix) as system:
        records = [event["record"] for event in system.events() if event["kind"] == "incident.logged"]
        assert len(records) == 40 == len(set(records)) and len(system) == 83
        assert system.verify()["size"] == 83


@stored
def test_two_processes_decide_on_one_ticket_and_one_of_them_has_it() -> None:
    run = subprocess.run([sys.executable, str(EXAMPLES / "two_processes.py")], capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr
    said = run.stdout.splitlines()
    assert said[:2] == ["network has planned", "desktop has planned"]
    (winner,) = [line.split()[0] for line in said if line.endswith("has the ticket")]
    (late,) = {"network", "desktop"} - {winner}
    assert f"{late} is too late (journal.conflict)" in said
    assert any(line.startswith(f"{late} decides again: ") for line in said), run.stdout
    assert said[-1] == f"the ticket is assigned, the host's rows say ['{winner}'], the journal is whole"
