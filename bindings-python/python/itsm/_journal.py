"""A journal in the host's database, through the host's own driver. 宿主数据库驱动

What is said to a database is said by the core, statement by statement; here each is run and what came of it is handed back. Two
drivers: `sqlite3`, which every Python has, and `psycopg`, where it is installed. The package brings no database of its own: two SQLites
in one process lose data, whatever either of them does.
"""

import os
import sqlite3
import sys
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NoReturn, Protocol, TypeVar, cast

if TYPE_CHECKING:
    import psycopg

C = TypeVar("C")
Answer = tuple[list[Any], int]
"""The rows, and how many were changed."""

PATIENCE_S = 10
"""How long a writer of a file waits for another one."""


class Exchange(Protocol):
    """A question to a journal, stopped at a statement."""

    def step(self, rows: list[Any] | None = None, changed: int = 0, fault: tuple[str, str] | None = None) -> tuple[Any, ...]:
        """What is to be done next: `run`, `pause`, `done`."""
        ...

    def refuse(self, code: str, words: str) -> NoReturn:
        """Raises the failure of a code."""
        ...

    def begins(self, transaction: bool) -> None:
        """Raises unless the host's transaction, or its absence, is what the question wants."""
        ...

    def is_lost(self, kind: str) -> bool:
        """Whether a fault of that kind is the end of its connection."""
        ...


class Journal(ABC, Generic[C]):
    """One connection, and one question on it at a time, whichever thread asks."""

    engine: ClassVar[str]
    style: ClassVar[str]
    errors: type[Exception]

    def __init__(self, connection: C | None, connect: Callable[[], C] | None = None) -> None:
        self.connection = connection
        self.connect = connect
        self.own = connect is not None
        self._lock = threading.RLock()
        self._asking = False
        self._closed = False

    def take(self, exchange: Exchange, within: bool) -> Any:
        """Takes a question to its end: outside a transaction of the host's, or within it."""
        with self._lock:
            # The same thread again: a signal, a callback of the driver.
            if self._asking:
                exchange.refuse("store.busy", "a question is under way on the connection")
            self._asking = True
            try:
                self._agree(exchange)
                return self._through(exchange, within)
            finally:
                self._asking = False

    def _agree(self, exchange: Exchange) -> None:
        """Refuses what would end a transaction of the host's, and what has none to stand in."""
        if self._closed:
            exchange.refuse("store.not_open", "the journal was closed")
        if self.always_within():
            words = (
                "the connection is within a transaction at all times (`autocommit=False`), and nobody can tell the rows that you have "
                "not committed from none: make it with `autocommit=True` or `isolation_level=None`"
            )
            exchange.refuse("store.autocommit_off", words)
        exchange.begins(self.begun())

    def _through(self, exchange: Exchange, within: bool) -> Any:
        interrupts: list[BaseException] = []
        try:
            with self.settled(within):
                return self._steps(exchange, interrupts)
        except BaseException:
            # An interrupt between two statements, of which the exchange has not heard.
            with suppress(self.errors):
                if not within and self.begun():
                    self.run("ROLLBACK", (), False)
            raise
        finally:
            if interrupts:
                raise interrupts[0]

    def _steps(self, exchange: Exchange, interrupts: list[BaseException]) -> Any:
        step = exchange.step()
        while step[0] != "done":
            if step[0] == "pause":
                time.sleep(step[1] / 1000)
                step = exchange.step()
                continue
            try:
                rows, changed = self.run(*step[1:])
            except self.errors as error:
                kind = self.kind(error)
                if exchange.is_lost(kind):
                    self.let_go()
                step = exchange.step(fault=(kind, str(error)))
            except BaseException as error:
                # Ctrl-C, say: what was begun is ended before it goes its way.
                interrupts.append(error)
                step = exchange.step(fault=("other", repr(error)))
            else:
                step = exchange.step(rows, changed)
        return step[1]

    def connected(self) -> C:
        """The connection; one of our own is made when it is needed, and made anew once it was lost."""
        if self.connection is None and self.connect is not None:
            self.connection = self.connect()
        return cast(C, self.connection)

    def close(self) -> None:
        """Lets the journal go; only a connection of our own is closed."""
        with self._lock:
            self._closed = True
            self.let_go()

    def let_go(self) -> None:
        """Closes a connection of our own; the next question makes another."""
        if self.own and self.connection is not None:
            self.connection.close()  # type: ignore[attr-defined]
            self.connection = None

    def always_within(self) -> bool:
        """Whether the driver begins the next transaction as soon as one has ended."""
        return False

    @abstractmethod
    def begun(self) -> bool:
        """Whether a transaction is open on the connection."""

    @abstractmethod
    def run(self, sql: str, parameters: tuple[Any, ...], asks: bool) -> Answer:
        """Runs one statement."""

    @abstractmethod
    def kind(self, error: Exception) -> str:
        """What the database calls an error, as the core reads it: `sqlite:5`, `postgres:40001`."""

    @contextmanager
    def settled(self, within: bool) -> Iterator[None]:
        """The connection in the state in which our own BEGIN and COMMIT are all there are."""
        yield


class Sqlite(Journal[sqlite3.Connection]):
    """`sqlite3`."""

    engine = "sqlite"
    style = "question"
    errors = sqlite3.Error

    def always_within(self) -> bool:
        # Since Python 3.12; where it is asked to be so, a change of it would commit what the host has not.
        try:
            return getattr(self.connection, "autocommit", None) is False
        except sqlite3.ProgrammingError:
            # Of another thread: the first statement says so.
            return False

    def begun(self) -> bool:
        return self.connection is not None and self.connection.in_transaction

    def run(self, sql: str, parameters: tuple[Any, ...], asks: bool) -> Answer:
        cursor = self.connected().cursor()
        # The host may have rows of another form.
        cursor.row_factory = None
        try:
            cursor.execute(sql, parameters)
            return (cursor.fetchall(), 0) if asks else ([], max(cursor.rowcount, 0))
        finally:
            cursor.close()

    def kind(self, error: Exception) -> str:
        return f"sqlite:{getattr(error, 'sqlite_errorcode', sqlite3.SQLITE_ERROR)}"


class Postgres(Journal["psycopg.Connection[Any]"]):
    """`psycopg`."""

    engine = "postgres"
    style = "percent"

    def __init__(
        self, connection: "psycopg.Connection[Any] | None", connect: "Callable[[], psycopg.Connection[Any]] | None" = None
    ) -> None:
        from psycopg import Error, OperationalError
        from psycopg.pq import TransactionStatus
        from psycopg.rows import tuple_row

        self.errors = Error
        self.lost = OperationalError
        self.row_factory = tuple_row
        self.status = TransactionStatus
        super().__init__(connection, connect)

    def begun(self) -> bool:
        status = self.status.IDLE if self.connection is None else self.connection.info.transaction_status
        return status in (self.status.ACTIVE, self.status.INTRANS, self.status.INERROR)

    def run(self, sql: str, parameters: tuple[Any, ...], asks: bool) -> Answer:
        with self.connected().cursor(row_factory=self.row_factory) as cursor:
            # Without parameters a `%` is one.
            cursor.execute(sql.encode(), parameters or None)
            return (cursor.fetchall(), 0) if asks else ([], max(cursor.rowcount, 0))

    def kind(self, error: Exception) -> str:
        state: str | None = getattr(error, "sqlstate", None)
        if state is None:
            return "lost" if isinstance(error, self.lost) else "other"
        return f"postgres:{state}"

    @contextmanager
    def settled(self, within: bool) -> Iterator[None]:
        host = self.connection
        # psycopg would begin a transaction by itself, and leave it open after we have only read.
        if within or self.own or host is None or host.closed or host.autocommit:
            yield
            return
        host.autocommit = True
        try:
            yield
        finally:
            if not host.closed:
                host.autocommit = False


def of(database: object) -> Sqlite | Postgres:
    """The journal behind a path, an address `postgresql://...`, or a connection of the host's."""
    if isinstance(database, sqlite3.Connection):
        return Sqlite(database)
    if "psycopg" in sys.modules and isinstance(database, sys.modules["psycopg"].Connection):
        return Postgres(cast("psycopg.Connection[Any]", database))
    if isinstance(database, str) and database.startswith(("postgresql://", "postgres://")):
        import psycopg

        return Postgres(None, lambda: psycopg.connect(database, autocommit=True))
    if isinstance(database, str | os.PathLike):
        path = os.fspath(database)
        return Sqlite(
            None, lambda: sqlite3.connect(path, timeout=PATIENCE_S, isolation_level=None, check_same_thread=False)
        )
    raise TypeError(f"a path, an address or a connection of sqlite3 or psycopg, not `{type(database).__name__}`")
