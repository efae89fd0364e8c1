// The types of the library. Those of documents are made from the schema, in documents.d.ts; they stand beside these under their own names.

import type {
  Advanced,
  AgreementsDocument,
  Availability,
  BallotOpening,
  BallotOutcome,
  CalendarDocument,
  CheckpointAnswer,
  ClockReading,
  ClocksAnswer,
  CmdbDocument,
  Command,
  ConsistencyProof,
  ContextDocument,
  CutSetSearch,
  Decided,
  Documents,
  ErrorCode,
  Event,
  ExplanationAnswer,
  FactWanted,
  FailureKind,
  History,
  HistoryEntry,
  Impact,
  ImpactOptions,
  InclusionProof,
  KpiValue,
  Label,
  LintAnswer,
  MatrixDocument,
  Metric,
  Move,
  Neighbour,
  NextStepAnswer,
  NoteAnswer,
  OpeningAnswer,
  Overlay,
  Period,
  ProcessName,
  PublishedPolicy,
  Record as ProcessRecord,
  Refusal,
  Retry,
  RootCandidate,
  Simulation,
  SimulationOptions,
  SinglePointsOfFailure,
  Source,
  State,
  Stimulus,
  Ticket,
  TicketClocks,
  TreeHead,
  Vote,
  Waiver,
  WhyDueAnswer,
  Witness,
} from './documents';

export type * from './documents';

/** A document to be handed in, in which these instants may be `Date`s; their milliseconds are floored. */
export type Dated<Type, Field extends keyof Type> = Omit<Type, Field> & { [field in keyof Pick<Type, Field>]: Type[field] | Date };

/** The context of a decision. */
export type Context = Dated<ContextDocument, 'now'>;

/** What happened to a ticket. */
export type TicketHistory = Omit<History, 'entries'> & { entries: Dated<HistoryEntry, 'at' | 'recorded_at'>[] };

/** A ballot as a document; the class has its name. */
export type BallotDocument = Documents['Ballot'];

/** An agreement as a document; the class of whole books has its name. */
export type Agreement = Documents['SlaPolicy'];

/** What went wrong, as every language has it. Every call of this library throws this, except where code of the caller throws (a getter, `toJSON`). */
export class ItsmError extends Error {
  private constructor();
  readonly name: 'ItsmError';
  /** The stable code: `calendar.unknown_zone`; of a refusal the kind of the command. */
  readonly code: string;
  /** What kind of failure it is. */
  readonly kind: FailureKind;
  /** What a caller can do. */
  readonly retry: Retry;
  /** The message in Chinese, where it is known. */
  readonly messageZh?: string;
  /** The guard that refused: `T-INC-09`. */
  readonly guard?: string;
  /** Where the fault is: `body.group` in a document, or the name of the argument. */
  readonly path?: string;
  /** All that a refusal says: every unmet condition, what is legal now. */
  readonly refusal?: Refusal;
}

/** Where a due time lies that falls on a closing: there, or at the next opening. */
export type Boundary = 'earliest_instant' | 'next_opening';

/** Where on the last working day a due time lies. */
export type DayConvention = 'keep_time' | 'end_of_day' | 'start_of_next';

/** Working time by the windows, holidays and zone of a document. Dates are floored to whole seconds; seconds are whole numbers. */
export class BusinessCalendar {
  /** Reads and compiles a document. */
  constructor(document: CalendarDocument, options?: { repairEndOfDay?: boolean });
  /** The same from text, in which a key that stands twice is found too. */
  static fromJson(text: string, options?: { repairEndOfDay?: boolean }): BusinessCalendar;
  /** The document it was made from. */
  readonly document: CalendarDocument;
  /** The name of its zone: `Asia/Shanghai`. */
  readonly zone: string;
  /** The version of the zone rules, to be recorded beside every result. */
  readonly tzdbVersion: string;
  /** The earliest instant with that many working seconds since `start`; negative seconds count backwards. */
  add(start: Date, seconds: number, options?: { boundary?: Boundary }): Date;
  /** The latest instant from which that many working seconds lead to `end`. */
  subtract(end: Date, seconds: number): Date;
  /** Working seconds; negative when `to` is the earlier. */
  between(from: Date, to: Date): number;
  /** Whether a window is open: at its opening yes, at its closing no. */
  isOpen(at: Date): boolean;
  /** The earliest open instant not before `at`; `null` when it never opens again. */
  nextOpen(at: Date): Date | null;
  /** The end of the open stretch that holds `at`, or of the next one; `null` when there is none or it never ends. */
  nextClose(at: Date): Date | null;
  /** Days with an opening from the local date of the one to that of the other; negative when `to` is the earlier. */
  workingDaysBetween(from: Date, to: Date): number;
  /** The due time that many working days later. */
  addWorkingDays(start: Date, days: number, options?: { convention?: DayConvention }): Date;
  /** How the working time between two instants comes about, in words. */
  ledger(from: Date, to: Date, options?: { chinese?: boolean }): string;
  /**
   * `add` for each start, in milliseconds since 1970, with one amount for all or one for each; the path of an error is the row: `[3]`.
   * `out` takes the answers, and is the answer: as long as the starts, in memory that no threads share. After an error its rows mean
   * nothing.
   */
  addMany(startsMs: Float64Array, seconds: Float64Array | number, out?: Float64Array): Float64Array;
  /** `addMany` off the event loop, on a copy. */
  addManyAsync(startsMs: Float64Array, seconds: Float64Array | number): Promise<Float64Array>;
  /** `between` for each pair, in milliseconds since 1970, with one end for all or one for each: working seconds; `out` as for `addMany`. */
  betweenMany(fromMs: Float64Array, toMs: Float64Array | number, out?: Float64Array): Float64Array;
  /** `betweenMany` off the event loop, on a copy. */
  betweenManyAsync(fromMs: Float64Array, toMs: Float64Array | number): Promise<Float64Array>;
}

/**
 * A book of service level agreements: what clocks a ticket has, where they stand, and why. Who keeps what happened to a ticket asks
 * `clocks` for any instant; who keeps the clocks drives them with `stimulate` and `observe`.
 */
export class SlaPolicy {
  /** Reads and compiles agreements and the calendars that they count in, every version of each. */
  constructor(document: AgreementsDocument);
  /** The same from text. */
  static fromJson(text: string): SlaPolicy;
  /** The document it was made from. */
  readonly document: AgreementsDocument;
  /** The clocks of a ticket as of an instant, from what happened to it. */
  clocks(history: TicketHistory, asOf: Date): ClocksAnswer;
  /** `clocks` of many tickets, in their order; the path of an error begins with the ticket's place: `[3]`. */
  clocksMany(histories: TicketHistory[], asOf: Date): ClocksAnswer[];
  /** `clocksMany` off the event loop. */
  clocksManyAsync(histories: TicketHistory[], asOf: Date): Promise<ClocksAnswer[]>;
  /** What each clock of a ticket shows at an instant, by its metric. */
  readings(history: TicketHistory, asOf: Date): { [metric in Metric]?: ClockReading };
  /** Why the clock of a metric is due when it is, as a hand calculation; `null` where the ticket has no such clock. */
  whyDue(history: TicketHistory, asOf: Date, metric: Metric): WhyDueAnswer | null;
  /** The clocks after something happened to a ticket; `clocks` are those stored before, `null` for a new ticket. */
  stimulate(clocks: TicketClocks | null, ticket: Ticket, stimulus: Stimulus, at: Date): ClocksAnswer;
  /** The clocks after what happened to them by themselves, up to and including an instant. */
  observe(clocks: TicketClocks, now: Date): ClocksAnswer;
}

/** A vote of several persons on one content. It does not change: each vote makes the next one, and its document is what a host stores. */
export class Ballot {
  /** Opens a ballot. The waivers say which excluded voters may be counted on; each vote asks again. */
  constructor(opening: BallotOpening, now: Date, waivers?: Waiver[] | null);
  /** Reads a ballot that was stored; one that contradicts itself is none. */
  static fromDocument(document: BallotDocument): Ballot;
  /** The ballot as a document. */
  readonly document: BallotDocument;
  /** Where it stands. */
  readonly outcome: BallotOutcome;
  /** The voters who have not voted yet. */
  readonly outstanding: string[];
  /** The ballot with one more vote. */
  vote(vote: Dated<Vote, 'at'>, now: Date, waivers?: Waiver[] | null): Ballot;
  /** The ballot in which a voter may be represented by another person. */
  delegate(from: string, to: string, now: Date): Ballot;
  /** Whether exactly this content, by its SHA-256, is accepted at an instant. */
  inForce(content: string, now: Date): boolean;
}

/** The matrices that are shipped. */
export type Preset = 'servicenow' | 'otrs' | 'glpi' | 'itop' | 'iso';

/** Which ticket comes first, and why. */
export class PriorityMatrix {
  /** Reads and compiles a document. */
  constructor(document: MatrixDocument);
  /** The same from text. */
  static fromJson(text: string): PriorityMatrix;
  /** A matrix that is shipped. */
  static preset(code: Preset): PriorityMatrix;
  /** The document it was made from. */
  readonly document: MatrixDocument;
  /** The priority of an impact and an urgency. */
  priority(impact: number, urgency: number): number;
  /** The priority and where it comes from, as a document and in words. */
  explain(impact: number, urgency: number): ExplanationAnswer;
  /** What nobody checks in an edited matrix: holes, inversions, dead levels. */
  lint(): LintAnswer[];
}

/** A register of configuration items. Budgets are numbers of visits; without one, a million. */
export class Cmdb {
  /** Reads a register. */
  constructor(document: CmdbDocument);
  /** The same from text. */
  static fromJson(text: string): Cmdb;
  /** The register as a document, sorted. */
  readonly document: CmdbDocument;
  /** What follows from these sources, with gates and witnesses. */
  impactOf(sources: Source[], options?: ImpactOptions | null): Impact;
  /** Why items are as they are: for each a set of sources and relations that suffices, none of which can be left out. */
  witnesses(sources: Source[], items: string[], options?: ImpactOptions | null): Witness[];
  /** What the item rests on, at any depth. */
  dependsOn(item: string): Neighbour[];
  /** What rests on the item, at any depth. */
  dependents(item: string): Neighbour[];
  /** The items whose failure alone would explain these symptoms, the best first. */
  rootCandidates(symptoms: Source[], budget?: number): RootCandidate[];
  /** The items that take the service down, or degrade it, alone. */
  singlePointsOfFailure(service: string, options?: ImpactOptions | null): SinglePointsOfFailure;
  /** The minimal sets of items that bring the service into a state, up to a size. */
  minimalCutSets(service: string, search: CutSetSearch, options?: ImpactOptions | null): string[][];
  /** The exact availability of a service from that of its items, in parts per million. */
  availability(
    service: string,
    upPpm: { [item: string]: number },
    options?: ImpactOptions | null,
    budget?: number,
  ): Availability;
  /** What becomes of the services while these overlays run. */
  simulate(overlays: Dated<Overlay, 'from' | 'until'>[], options: Dated<SimulationOptions, 'from' | 'until'>): Simulation;
  /** `simulate` off the event loop. */
  simulateAsync(overlays: Dated<Overlay, 'from' | 'until'>[], options: Dated<SimulationOptions, 'from' | 'until'>): Promise<Simulation>;
}

/** Policies compiled for decisions beside a host's own tables. */
export class Policies {
  /** Reads and compiles a list, each before those that name it. */
  constructor(list?: PublishedPolicy[]);
}

/** The lifecycle of one process: its states, its table, its decisions. */
export class Lifecycle {
  /** The lifecycle of a process, by its code. */
  constructor(process: ProcessName);
  /** The same. */
  static of(process: ProcessName): Lifecycle;
  /** Every process. */
  static all(): Lifecycle[];
  /** The code of the process. */
  readonly process: ProcessName;
  /** What people read. */
  readonly label: Label;
  /** Its states, in the order of the table that defines them. */
  readonly states: State[];
  /** The commands that are legal in a state; without one: there is no record yet. */
  allowed(state?: string | null): Command['kind'][];
  /** Every legal move with its guard. */
  readonly table: Move[];
  /** The table as a Mermaid diagram. */
  readonly mermaid: string;
  /** The facts about other records that the guards of a command want. */
  needs(record: ProcessRecord | null, command: Command): FactWanted[];
  /** Decides a command on a record. The host stores events and record, or neither. */
  decide(record: ProcessRecord | null, command: Command, context: Context, policies?: Policies): Decided;
  /** The next instant at which a timer of the record is due. */
  due(record: ProcessRecord): Date | null;
  /** Fires what is due up to and including the context's instant. */
  fire(record: ProcessRecord, context: Context, policies?: Policies): Decided;
  /** The record after an event that was decided elsewhere. */
  apply(record: ProcessRecord | null, event: Event): ProcessRecord;
}

/** A plan that waits to be persisted and confirmed. */
export class Plan {
  private constructor();
  /** Its events, to be persisted in this order. */
  readonly events: Event[];
}

/** A connection to SQLite: `DatabaseSync` of `node:sqlite`, `Database` of `better-sqlite3`. */
export interface SqliteConnection {
  prepare(...given: never[]): unknown;
  exec(...given: never[]): unknown;
}

/** A client of `pg`, connected; of a pool, one that is kept. While a promise of the system is open, the client is the system's. */
export interface PostgresClient {
  query(...given: never[]): unknown;
}

/** Whose journal it is, where the host serves several, and how the names of its tables begin: without a prefix, `itsm_`. */
export interface OpeningOptions {
  tenant?: string | null;
  prefix?: string | null;
}

/** A system on a journal in PostgreSQL: what asks the database, promises. */
export interface PromisedSystem extends Omit<ServiceManagementSystem, 'advance' | 'append' | 'catchUp' | 'execute' | 'verify'> {
  /** Decides a command and keeps its events; they are kept when the promise is fulfilled. */
  execute(command: Command, context: Context): Promise<Event[]>;
  /** Fires everything that is due up to and including an instant, and keeps it. */
  advance(now: Date): Promise<Advanced>;
  /** Carries a plan out in the transaction that the host has begun on this client. */
  append(plan: Plan): Promise<null>;
  /** Folds what was appended; how many entries there are. */
  catchUp(): Promise<number>;
  /** Whether every entry is what was hashed when it took its place. */
  verify(): Promise<TreeHead>;
}

/**
 * A service management system whose commands, contexts and answers are documents. One that was opened stands on a journal: what it says has
 * happened, is kept.
 */
export class ServiceManagementSystem {
  /** A system without records, of a tenant where the host serves several. */
  constructor(tenant?: string | null);
  /**
   * Opens a system on a journal in a SQLite file, with a connection of its own, or in a database of the host's, over the host's own
   * connection. Several may stand on one journal.
   */
  static open(database: string | SqliteConnection, options?: OpeningOptions): ServiceManagementSystem;
  static open(database: PostgresClient, options?: OpeningOptions): Promise<PromisedSystem>;
  /** Folds a journal of one document a line. */
  static replay(lines: string, tenant?: string | null): ServiceManagementSystem;
  /** `replay` off the event loop. */
  static replayAsync(lines: string, tenant?: string | null): Promise<ServiceManagementSystem>;
  /**
   * Plans a command and confirms the plan; the events. When it throws, nothing has changed. On a journal they are kept when it returns, and
   * a command whose `command_id` was carried out before gives the events it had then; `store.outcome_unknown`: repeat it under that id.
   */
  execute(command: Command, context: Context): Event[];
  /** Plans a command and changes nothing. */
  plan(command: Command, context: Context): Plan;
  /** Applies a plan, all of it or nothing; a conflict when the system has moved on since. */
  confirm(plan: Plan): Event[];
  /**
   * Carries a plan out in the transaction that the host has begun on its connection: the host's rows and these events are committed
   * together, or neither. A conflict when somebody was faster; then nothing of the plan is there. After the commit, `catchUp` folds it.
   */
  append(plan: Plan): null;
  /** Folds what the journal has and the system has not; how many entries there are. */
  catchUp(): number;
  /** Whether every entry that is kept is what was hashed when it took its place; the size and root of the tree. */
  verify(): TreeHead;
  /** What was found when the system was opened. */
  report(): OpeningAnswer;
  /** Leaves the journal, and closes a connection of its own; what was folded can still be asked. */
  close(): void;
  /** Fires everything that is due up to and including an instant; `stuck`: the records that could not fire. */
  advance(now: Date): Advanced;
  /** The instant at which something is due by itself next. */
  nextWakeup(): Date | null;
  /** A record, or `null`. */
  record(process: ProcessName, id: string): ProcessRecord | null;
  /** Every record of a process, by id. */
  records(process: ProcessName): ProcessRecord[];
  /** The commands that a record's state allows. */
  allowed(process: ProcessName, id: string): Command['kind'][];
  /** Why a record does not move: for each command that its state allows, every unmet condition. */
  nextSteps(
    process: ProcessName,
    id: string,
    context: Context,
  ): NextStepAnswer[];
  /** Every KPI of a period, as known at an instant. */
  kpis(period: Dated<Period, 'from' | 'to'>, now: Date): KpiValue[];
  /** `kpis` off the event loop. */
  kpisAsync(period: Dated<Period, 'from' | 'to'>, now: Date): Promise<KpiValue[]>;
  /** The register of configuration items as a document: `new Cmdb(desk.cmdb())`. */
  cmdb(): CmdbDocument;
  /** The system as it was at an instant. */
  asOf(recordedAt: Date): ServiceManagementSystem;
  /** The journal as one canonical document a line. */
  journal(): string;
  /** How many entries the journal has. */
  readonly length: number;
  /** The events from an index on, at most so many: without a number, a thousand. Of records that were disposed of there are none. */
  events(first?: number, most?: number): Event[];
  /** The checkpoint of the journal as it stands: the text that the host signs and an auditor keeps. */
  checkpoint(origin: string): string;
  /** A proof that the entry of an index stands among the first `size`. */
  inclusionProof(index: number, size: number): InclusionProof;
  /** A proof that the first `to` entries begin with the first `from`. */
  consistencyProof(from: number, to: number): ConsistencyProof;
  /** The SHA-256 of the state: the same in every language that folded the same journal. */
  digest(): string;
}

/** The JSON Schema of every document. */
export function schema(): { [keyword: string]: unknown };
/** Every code of a failure. */
export function codes(): ErrorCode[];
/** What a checkpoint says. Nobody has checked who signed it. */
export function readCheckpoint(checkpoint: string): CheckpointAnswer;
/** A signed note in its parts: the text that was signed, and who says to have signed it. Its signatures the host checks. */
export function readNote(note: string): NoteAnswer;
/** Throws unless the entry, exactly as its line stands in the journal, stands where the proof says in the tree with that head. */
export function verifyInclusion(entry: string, proof: InclusionProof, head: TreeHead): void;
/** Throws unless the tree with the head of now begins with the tree with the old one. */
export function verifyConsistency(proof: ConsistencyProof, old: TreeHead, now: TreeHead): void;
/** The version of the library. */
export const version: string;
