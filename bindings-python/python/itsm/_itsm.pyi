"""The handles. Kept by hand; `tests/test_stub.py` holds it to what the module has.

An instant goes in as an aware datetime or as the text that documents have (`2026-11-21T01:48:51Z`) and comes out as a datetime in
UTC; what is finer than a second is floored. A document is a plain dict, read as strictly as the core reads JSON: unknown fields,
fractions, doubled or foreign keys and other types are refused with the path of the fault. What the library refuses is an `ItsmError`;
an argument of another type is a `TypeError`, an int beyond its range an `OverflowError`, half of a surrogate pair a `UnicodeEncodeError`.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from os import PathLike
from sqlite3 import Connection
from typing import TYPE_CHECKING, Any, Generic, Literal, Protocol, TypeAlias, TypedDict, final, overload

from typing_extensions import TypeVar

from .documents import Ballot as BallotDocument
from .documents import (
    Advanced,
    AgreementsDocument,
    Availability,
    BallotOpening,
    BallotOutcome,
    Baseline,
    Boundary,
    CalendarDocument,
    Change,
    ChangeModel,
    CheckpointAnswer,
    Clock,
    ClockReading,
    ClocksAnswer,
    CmdbDocument,
    Command,
    ConfigurationAudit,
    ConfigurationItem,
    ConsistencyProof,
    ContextDocument,
    CutSetSearch,
    DayConvention,
    DefinitiveItem,
    Disposal,
    ErrorCode,
    Event,
    ExplanationAnswer,
    FactWanted,
    FiledWaiver,
    History,
    Impact,
    ImpactOptions,
    Incident,
    InclusionProof,
    KnownError,
    KpiValue,
    Label,
    LegalHold,
    LifecycleMove,
    LintAnswer,
    MajorIncident,
    MatrixDocument,
    Metric,
    Neighbour,
    NextStepAnswer,
    NoteAnswer,
    OpeningAnswer,
    Overlay,
    Period,
    PlannedActivity,
    Policy,
    Problem,
    ProblemCandidate,
    ProcessName,
    PublishedPolicy,
    Release,
    RootCandidate,
    ServiceRequest,
    Simulation,
    SimulationOptions,
    SinglePointsOfFailure,
    Source,
    State,
    Stimulus,
    Ticket,
    TreeHead,
    Vote,
    Waiver,
    WhyDueAnswer,
    Witness,
)

if TYPE_CHECKING:
    # A host without it opens no such connection.
    import psycopg  # type: ignore[import-not-found, unused-ignore]

Instant: TypeAlias = datetime | str
Seconds: TypeAlias = int | timedelta

__version__: str

R = TypeVar("R", default=Any)

class Decided(TypedDict, Generic[R]):
    """What a command comes to, beside a host's own tables: the host stores both, or neither."""

    events: list[Event]
    """What happened."""
    record: R
    """The record after it."""

class _ArrowArray(Protocol):
    def __arrow_c_array__(self, requested_schema: object = None, /) -> tuple[object, object]: ...

class _ArrowStream(Protocol):
    def __arrow_c_stream__(self, requested_schema: object = None, /) -> object: ...

# What speaks the Arrow PyCapsule interface: of pyarrow, polars, pandas, duckdb and others.
_ArrowColumn: TypeAlias = _ArrowArray | _ArrowStream

@final
class Column:
    """Answers of a batch as a column of Arrow: `pyarrow.array(column)`, `polars.Series(column)`, `pandas.Series.from_arrow(column)`."""

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[Any, Any]:
        """The pair of capsules; nothing is copied."""
    def __len__(self) -> int: ...

@final
class BusinessCalendar:
    """A compiled calendar: when a service is open, and what that makes of an amount of working time.

    Immutable, and safe to share between threads. Equal when document and tz database are; pickled as its document.
    """

    def __new__(cls, document: CalendarDocument, *, repair_end_of_day: bool = False) -> BusinessCalendar:
        """Compiles a document; `repair_end_of_day` reads a close at 23:59 as 24:00."""
    @staticmethod
    def from_json(text: str, *, repair_end_of_day: bool = False) -> BusinessCalendar:
        """Compiles a document in JSON."""
    def add(
        self,
        start: Instant,
        seconds: Seconds,
        *,
        boundary: Boundary = "earliest_instant",
    ) -> datetime:
        """The earliest instant with that many working seconds since `start`; negative seconds count backwards.

        `calendar.never_opens` when there is none between 1970 and 2200.
        """
    def subtract(self, end: Instant, seconds: Seconds) -> datetime:
        """The latest instant from which that many working seconds lead to `end`."""
    def between(self, a: Instant, b: Instant) -> int:
        """Working seconds from `a` to `b`; negative when `b` is the earlier."""
    def is_open(self, at: Instant) -> bool:
        """Whether the service is open at that instant."""
    def next_open(self, at: Instant) -> datetime | None:
        """The first open instant from then on; `None` when it never opens again."""
    def next_close(self, at: Instant) -> datetime | None:
        """The first closed instant from then on; `None` when it never closes again."""
    def add_working_days(
        self,
        start: Instant,
        days: int,
        *,
        convention: DayConvention = "keep_time",
    ) -> datetime:
        """The due time so many working days after the local date of `start`."""
    def working_days_between(self, a: Instant, b: Instant) -> int:
        """Working days after the local date of `a`, up to and with that of `b`; negative when `b` is the earlier."""
    def ledger(self, a: Instant, b: Instant, *, chinese: bool = False) -> str:
        """What of the time between two instants counts and what does not, line by line, and the sum."""
    @overload
    def add_many(self, starts: list[int], seconds: Seconds | list[int] | list[timedelta]) -> list[int]: ...
    @overload
    def add_many(
        self, starts: list[datetime] | list[str], seconds: Seconds | list[int] | list[timedelta]
    ) -> list[datetime]: ...
    @overload
    def add_many(self, starts: _ArrowColumn, seconds: Seconds | _ArrowColumn) -> Column:
        """`add` for each start, with one amount for all or one for each; ints are seconds since 1970, in and out.

        A column, or a table of one, is whatever speaks Arrow: int64, timestamps with a time zone, and durations for amounts. It is
        read where it lies, with the interpreter free; null gives null. The first row that fails fails the call; `path` is its place.
        """
    @overload
    def between_many(
        self, a: list[int] | list[datetime] | list[str], b: list[int] | list[datetime] | list[str]
    ) -> list[int]: ...
    @overload
    def between_many(self, a: _ArrowColumn, b: _ArrowColumn) -> Column:
        """`between` for each pair; ints are seconds since 1970. Columns as in `add_many`."""
    @property
    def document(self) -> CalendarDocument:
        """The document it was made from."""
    @property
    def zone(self) -> str:
        """The zone in which its windows open."""
    @property
    def tzdb_version(self) -> str:
        """The version of the zone rules, to be recorded beside every result."""
    def __eq__(self, other: object, /) -> bool: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class PriorityMatrix:
    """A compiled matrix of impact and urgency. Immutable; equal when the document is; pickled as its document."""

    def __new__(cls, document: MatrixDocument) -> PriorityMatrix:
        """Compiles a document; what `lint` finds does not stop it."""
    @staticmethod
    def from_json(text: str) -> PriorityMatrix:
        """Compiles a document in JSON."""
    @staticmethod
    def preset(name: Literal["servicenow", "otrs", "glpi", "itop", "iso"]) -> PriorityMatrix:
        """A matrix that is shipped."""
    def priority(self, impact: int, urgency: int) -> int:
        """The priority of an impact and an urgency."""
    def explain(self, impact: int, urgency: int) -> ExplanationAnswer:
        """The priority and where it comes from; `message` and `message_zh` say it in words."""
    def lint(self) -> list[LintAnswer]:
        """Holes, inversions, dead and doubled levels: what was found, with its `code` and in words."""
    @property
    def document(self) -> MatrixDocument:
        """The document it was made from."""
    def __eq__(self, other: object, /) -> bool: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Cmdb:
    """A register of configuration items and how they rest on each other. Immutable; pickled as its document."""

    def __new__(cls, document: CmdbDocument) -> Cmdb:
        """Reads a register."""
    @staticmethod
    def from_json(text: str) -> Cmdb:
        """Reads a register in JSON: for large ones, without a dict in between."""
    @property
    def document(self) -> CmdbDocument:
        """The register as a document, sorted."""
    def impact_of(self, sources: list[Source], options: ImpactOptions | None = None) -> Impact:
        """What follows from these sources, with gates and witnesses."""
    def witnesses(
        self, sources: list[Source], items: list[str], options: ImpactOptions | None = None
    ) -> list[Witness]:
        """Why these items suffer: for each the sources and the relations that it takes, and no more."""
    def depends_on(self, item: str) -> list[Neighbour]:
        """What the item rests on, at any depth."""
    def dependents(self, item: str) -> list[Neighbour]:
        """What rests on the item, at any depth."""
    def root_candidates(self, symptoms: list[Source], budget: int = 1_000_000) -> list[RootCandidate]:
        """The items whose failure alone would explain these symptoms."""
    def single_points_of_failure(self, service: str, options: ImpactOptions | None = None) -> SinglePointsOfFailure:
        """The items that take the service down, or degrade it, alone."""
    def minimal_cut_sets(self, service: str, search: CutSetSearch, options: ImpactOptions | None = None) -> list[list[str]]:
        """The minimal sets of items that bring the service into a state, up to a size."""
    def availability(
        self, service: str, up_ppm: Mapping[str, int], options: ImpactOptions | None = None, budget: int = 1_000_000
    ) -> Availability:
        """The exact availability of a service from that of its items, in parts per million."""
    def simulate(self, overlays: list[Overlay], options: SimulationOptions) -> Simulation:
        """What becomes of the services while these overlays run, and which are safe alone and not together."""
    def __eq__(self, other: object, /) -> bool: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class SlaPolicy:
    """A book of service level agreements: what clocks a ticket has, where they stand, and why. Immutable; pickled as its document.

    A host that keeps what happened to a ticket asks `clocks` for any instant; one that keeps the clocks themselves drives them with
    `stimulate` and `observe`.
    """

    def __new__(cls, document: AgreementsDocument) -> SlaPolicy:
        """Compiles every version of the agreements of a desk, and of the calendars that they count in."""
    @staticmethod
    def from_json(text: str) -> SlaPolicy:
        """Compiles a document in JSON."""
    @property
    def document(self) -> AgreementsDocument:
        """The book as a document."""
    def clocks(self, history: History, as_of: Instant) -> ClocksAnswer:
        """The clocks of a ticket as of an instant, from what happened to it."""
    def clocks_many(self, histories: list[History], as_of: Instant) -> list[ClocksAnswer]:
        """`clocks` of many tickets, in their order. The first that fails fails the call; its place leads the path."""
    def readings(self, history: History, as_of: Instant) -> dict[Metric, ClockReading]:
        """What each clock of a ticket shows at an instant, by its metric."""
    def why_due(self, history: History, as_of: Instant, metric: Metric) -> WhyDueAnswer | None:
        """Why the clock of a metric is due when it is, with the hand calculation; `None` where the ticket has no such clock."""
    def stimulate(self, clocks: list[Clock] | None, ticket: Ticket, stimulus: Stimulus, at: Instant) -> ClocksAnswer:
        """The clocks after something happened to a ticket; `clocks` are those stored before, `None` for a new ticket."""
    def observe(self, clocks: list[Clock], now: Instant) -> ClocksAnswer:
        """The clocks after what happened to them by themselves, up to and including `now`."""
    def __eq__(self, other: object, /) -> bool: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Ballot:
    """A vote of several persons on one content. Immutable: each vote makes the next one; the host stores its document."""

    def __new__(cls, opening: BallotOpening, now: Instant, waivers: list[Waiver] | None = None) -> Ballot:
        """Opens a ballot. The waivers only say which excluded voters may be counted on; each vote asks again."""
    @staticmethod
    def from_document(document: BallotDocument) -> Ballot:
        """Reads a ballot that was stored."""
    @property
    def document(self) -> BallotDocument:
        """The ballot as a document."""
    def vote(self, vote: Vote, now: Instant, waivers: list[Waiver] | None = None) -> Ballot:
        """The ballot with one more vote."""
    def delegate(self, voter: str, to: str, now: Instant) -> Ballot:
        """The ballot in which a voter may be represented by another person."""
    @property
    def outcome(self) -> BallotOutcome:
        """Where it stands."""
    @property
    def outstanding(self) -> list[str]:
        """The voters who have not voted yet."""
    def in_force(self, content: str, now: Instant) -> bool:
        """Whether exactly this content, by its hash, is accepted at an instant."""
    def __eq__(self, other: object, /) -> bool: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Policies:
    """Policies compiled for decisions beside a host's own tables. Immutable."""

    def __new__(cls, documents: list[PublishedPolicy]) -> Policies:
        """Reads and compiles a list of policies, each before those that name it."""
    def __copy__(self) -> Policies: ...
    def __deepcopy__(self, memo: object, /) -> Policies: ...

@final
class Lifecycle(Generic[R]):
    """The lifecycle of one process: its states, its table, its decisions. The host keeps the records."""

    @overload
    def __new__(cls, process: Literal["incident"]) -> Lifecycle[Incident]: ...
    @overload
    def __new__(cls, process: Literal["major_incident"]) -> Lifecycle[MajorIncident]: ...
    @overload
    def __new__(cls, process: Literal["service_request"]) -> Lifecycle[ServiceRequest]: ...
    @overload
    def __new__(cls, process: Literal["configuration_item"]) -> Lifecycle[ConfigurationItem]: ...
    @overload
    def __new__(cls, process: Literal["baseline"]) -> Lifecycle[Baseline]: ...
    @overload
    def __new__(cls, process: Literal["definitive_item"]) -> Lifecycle[DefinitiveItem]: ...
    @overload
    def __new__(cls, process: Literal["configuration_audit"]) -> Lifecycle[ConfigurationAudit]: ...
    @overload
    def __new__(cls, process: Literal["release"]) -> Lifecycle[Release]: ...
    @overload
    def __new__(cls, process: Literal["change"]) -> Lifecycle[Change]: ...
    @overload
    def __new__(cls, process: Literal["change_model"]) -> Lifecycle[ChangeModel]: ...
    @overload
    def __new__(cls, process: Literal["problem"]) -> Lifecycle[Problem]: ...
    @overload
    def __new__(cls, process: Literal["known_error"]) -> Lifecycle[KnownError]: ...
    @overload
    def __new__(cls, process: Literal["problem_candidate"]) -> Lifecycle[ProblemCandidate]: ...
    @overload
    def __new__(cls, process: Literal["planned_activity"]) -> Lifecycle[PlannedActivity]: ...
    @overload
    def __new__(cls, process: Literal["legal_hold"]) -> Lifecycle[LegalHold]: ...
    @overload
    def __new__(cls, process: Literal["disposal"]) -> Lifecycle[Disposal]: ...
    @overload
    def __new__(cls, process: Literal["policy"]) -> Lifecycle[Policy]: ...
    @overload
    def __new__(cls, process: Literal["waiver"]) -> Lifecycle[FiledWaiver]: ...
    @overload
    def __new__(cls, process: ProcessName) -> Lifecycle[Any]:
        """The lifecycle of a process by its code: `incident`."""
    @staticmethod
    def all() -> list[Lifecycle[Any]]:
        """Every process."""
    @property
    def process(self) -> ProcessName:
        """The code of the process."""
    @property
    def label(self) -> Label:
        """What people read, in `en` and `zh`."""
    @property
    def states(self) -> list[State]:
        """Its states, `code` and `label`, in the order of the table."""
    @property
    def table(self) -> list[LifecycleMove]:
        """Every legal move with its guard."""
    @property
    def mermaid(self) -> str:
        """The table as a Mermaid diagram."""
    def allowed(self, state: str | None = None) -> list[str]:
        """The commands that are legal in a state; `None`: there is no record yet."""
    def needs(self, record: R | None, command: Command) -> list[FactWanted]:
        """The facts about other records that the guards of a command want in the context."""
    def decide(
        self, record: R | None, command: Command, context: ContextDocument, policies: Policies | None = None
    ) -> Decided[R]:
        """Decides a command: `events`, and the `record` after them. The host stores both, or neither."""
    def due(self, record: R) -> datetime | None:
        """The next instant at which a timer of the record is due."""
    def fire(self, record: R, context: ContextDocument, policies: Policies | None = None) -> Decided[R]:
        """Fires what is due up to and including the context's instant: `events` and `record`."""
    def apply(self, record: R | None, event: Event) -> R:
        """The record after an event that was decided elsewhere."""
    def __eq__(self, other: object, /) -> bool: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Plan:
    """What a command would do, made by one system and to be confirmed or appended by it."""

    @property
    def events(self) -> list[Event]:
        """Its events, to be persisted in this order."""
    def __copy__(self) -> Plan: ...
    def __deepcopy__(self, memo: object, /) -> Plan: ...

@final
class ServiceManagementSystem:
    """Records of every process, their plans, timers and journal, in one. Safe to share between threads.

    There is one of it: it is neither copied nor pickled. `replay(desk.journal)` makes another with the same digest. One that was opened
    on a journal keeps what happens, and closes it at the end of a `with`.
    """

    def __new__(cls, tenant: str | None = None) -> ServiceManagementSystem:
        """A system without records, of a tenant where the host serves several."""
    @staticmethod
    def replay(lines: str, tenant: str | None = None) -> ServiceManagementSystem:
        """Folds a journal of one document a line."""
    @staticmethod
    def open(
        database: str | PathLike[str] | Connection | psycopg.Connection[Any],
        *,
        tenant: str | None = None,
        prefix: str = "itsm_",
    ) -> ServiceManagementSystem:
        """Opens a system on a journal, in tables whose names begin with `prefix`; makes those that are missing.

        A path or an address (`postgresql://...`) gets a connection of its own; a connection of the host's is used as it stands, one question
        at a time, and stays open. What `execute` and `advance` answer is kept: on the disk, where the database keeps what it commits.
        """
    @property
    def report(self) -> OpeningAnswer:
        """What was found when the journal was opened, and what the host should know of it."""
    def append(self, plan: Plan) -> None:
        """Carries a plan out in the transaction that the host has begun on its connection, beside its own rows.

        When it cannot be, nothing of it is left there, and the host's transaction stands; on a `Conflict` roll back, `catch_up` and plan
        again. Once the host has committed, `catch_up` folds it.
        """
    def catch_up(self) -> int:
        """Folds what others have appended; how many entries there are now."""
    def verify(self) -> TreeHead:
        """Hashes every entry that is kept again; the size and root of the tree. `journal.altered` where one is not what was hashed."""
    def close(self) -> None:
        """Lets the journal go: what is known stays readable, nothing can be kept any more."""
    def __enter__(self) -> ServiceManagementSystem: ...
    def __exit__(self, *raised: object) -> None: ...
    def checkpoint(self, origin: str) -> str:
        """The checkpoint of the journal as it stands: the text that the host signs and somebody else keeps."""
    def inclusion_proof(self, index: int, size: int) -> InclusionProof:
        """A proof that the entry of an index stands among the first `size`."""
    def consistency_proof(self, first: int, to: int) -> ConsistencyProof:
        """A proof that the first `to` entries begin with the first `first`."""
    def execute(self, command: Command, context: ContextDocument) -> list[Event]:
        """Plans a command and confirms the plan; the events. A refusal changes nothing."""
    def plan(self, command: Command, context: ContextDocument) -> Plan:
        """Plans a command and changes nothing."""
    def confirm(self, plan: Plan) -> list[Event]:
        """Applies a plan whose events the host has stored, all of it or nothing; `Conflict` when the system has moved on since.

        A system on a journal refuses: there `append` carries a plan out.
        """
    def advance(self, now: Instant) -> Advanced:
        """Fires everything that is due up to and including `now`: `events`, and the `stuck` that could not fire."""
    @property
    def next_wakeup(self) -> datetime | None:
        """The instant at which something is due by itself next."""
    @overload
    def record(self, process: Literal["incident"], id: str) -> Incident | None: ...
    @overload
    def record(self, process: Literal["major_incident"], id: str) -> MajorIncident | None: ...
    @overload
    def record(self, process: Literal["service_request"], id: str) -> ServiceRequest | None: ...
    @overload
    def record(self, process: Literal["configuration_item"], id: str) -> ConfigurationItem | None: ...
    @overload
    def record(self, process: Literal["baseline"], id: str) -> Baseline | None: ...
    @overload
    def record(self, process: Literal["definitive_item"], id: str) -> DefinitiveItem | None: ...
    @overload
    def record(self, process: Literal["configuration_audit"], id: str) -> ConfigurationAudit | None: ...
    @overload
    def record(self, process: Literal["release"], id: str) -> Release | None: ...
    @overload
    def record(self, process: Literal["change"], id: str) -> Change | None: ...
    @overload
    def record(self, process: Literal["change_model"], id: str) -> ChangeModel | None: ...
    @overload
    def record(self, process: Literal["problem"], id: str) -> Problem | None: ...
    @overload
    def record(self, process: Literal["known_error"], id: str) -> KnownError | None: ...
    @overload
    def record(self, process: Literal["problem_candidate"], id: str) -> ProblemCandidate | None: ...
    @overload
    def record(self, process: Literal["planned_activity"], id: str) -> PlannedActivity | None: ...
    @overload
    def record(self, process: Literal["legal_hold"], id: str) -> LegalHold | None: ...
    @overload
    def record(self, process: Literal["disposal"], id: str) -> Disposal | None: ...
    @overload
    def record(self, process: Literal["policy"], id: str) -> Policy | None: ...
    @overload
    def record(self, process: Literal["waiver"], id: str) -> FiledWaiver | None: ...
    @overload
    def record(self, process: ProcessName, id: str) -> Any:
        """A record, or `None`."""
    @overload
    def records(self, process: Literal["incident"]) -> list[Incident]: ...
    @overload
    def records(self, process: Literal["major_incident"]) -> list[MajorIncident]: ...
    @overload
    def records(self, process: Literal["service_request"]) -> list[ServiceRequest]: ...
    @overload
    def records(self, process: Literal["configuration_item"]) -> list[ConfigurationItem]: ...
    @overload
    def records(self, process: Literal["baseline"]) -> list[Baseline]: ...
    @overload
    def records(self, process: Literal["definitive_item"]) -> list[DefinitiveItem]: ...
    @overload
    def records(self, process: Literal["configuration_audit"]) -> list[ConfigurationAudit]: ...
    @overload
    def records(self, process: Literal["release"]) -> list[Release]: ...
    @overload
    def records(self, process: Literal["change"]) -> list[Change]: ...
    @overload
    def records(self, process: Literal["change_model"]) -> list[ChangeModel]: ...
    @overload
    def records(self, process: Literal["problem"]) -> list[Problem]: ...
    @overload
    def records(self, process: Literal["known_error"]) -> list[KnownError]: ...
    @overload
    def records(self, process: Literal["problem_candidate"]) -> list[ProblemCandidate]: ...
    @overload
    def records(self, process: Literal["planned_activity"]) -> list[PlannedActivity]: ...
    @overload
    def records(self, process: Literal["legal_hold"]) -> list[LegalHold]: ...
    @overload
    def records(self, process: Literal["disposal"]) -> list[Disposal]: ...
    @overload
    def records(self, process: Literal["policy"]) -> list[Policy]: ...
    @overload
    def records(self, process: Literal["waiver"]) -> list[FiledWaiver]: ...
    @overload
    def records(self, process: ProcessName) -> list[Any]:
        """Every record of a process, by id."""
    def allowed(self, process: ProcessName, id: str) -> list[str]:
        """The commands that a record's state allows."""
    def next_steps(self, process: ProcessName, id: str, context: ContextDocument) -> list[NextStepAnswer]:
        """For each command that a record's state allows, every unmet condition."""
    def kpis(self, period: Period, now: Instant) -> list[KpiValue]:
        """Every KPI of a period (`from`, `to`, `zone`), as known at an instant."""
    @property
    def cmdb(self) -> CmdbDocument:
        """The register of configuration items as a document."""
    def as_of(self, recorded_at: Instant) -> ServiceManagementSystem:
        """The system as it was at an instant."""
    @property
    def journal(self) -> str:
        """The journal as one canonical document a line."""
    def events(self, first: int = 0, most: int = 1_000) -> list[Event]:
        """The events from an index on, at most so many. Of records that were disposed of there are none."""
    @property
    def digest(self) -> str:
        """The SHA-256 of the state: the same in every language that folded the same journal."""
    def __len__(self) -> int:
        """How many entries the journal has."""

def schema() -> dict[str, Any]:
    """The JSON Schema of every document."""

def codes() -> list[dict[str, str]]:
    """Every code of a failure: `code`, `kind` and `words`."""

def read_checkpoint(checkpoint: str | bytes) -> CheckpointAnswer:
    """What a checkpoint says. Nobody has checked who signed it."""

def read_note(note: str | bytes) -> NoteAnswer:
    """A signed note in its parts: the bytes that were signed, and who says to have signed them."""

def verify_inclusion(entry: str | bytes, proof: InclusionProof, head: TreeHead) -> None:
    """Says nothing where the exact bytes of an entry stand where the proof says; else `proof.*`."""

def verify_consistency(proof: ConsistencyProof, old: TreeHead, new: TreeHead) -> None:
    """Says nothing where the tree with the new head begins with the tree with the old one; else `proof.*`."""
