//! Every limit on what input may cost, in one table (DECISIONS 24).
//!
//! Limits are on documents, never on how many records a system holds.

/// Bytes of one command document.
pub const COMMAND_BYTES: usize = 256 * 1024;
/// Bytes of one policy document (calendars carry years of holidays).
pub const POLICY_BYTES: usize = 4 * 1024 * 1024;
/// Bytes of one event; one that publishes a policy holds the whole of it, and has as many as that may have.
pub const EVENT_BYTES: usize = 64 * 1024;
/// Events that one command may yield.
pub const EVENTS_PER_COMMAND: usize = 256;
/// Bytes of a list of ticket histories that are judged in one call.
pub const HISTORIES_BYTES: usize = 64 * 1024 * 1024;
/// Nesting of objects and lists.
pub const DEPTH: usize = 32;
/// Members of one list or object.
pub const LIST: usize = 10_000;
/// Bytes of an identifier.
pub const ID_BYTES: usize = 128;
/// Bytes of a note or another text that people write.
pub const TEXT_BYTES: usize = 32 * 1024;
/// Time windows of one date of a calendar.
pub const WINDOWS_PER_DAY: usize = 96;
/// Bytes of a name or label inside a document.
pub const LABEL_BYTES: usize = 256;
/// Levels of one scale of a priority matrix.
pub const SCALE_LEVELS: usize = 16;
/// Open incidents that are named when a known error is published or retired; the best matches stand first.
pub const MATCHED_INCIDENTS: usize = 200;
/// Incidents that the system names as the evidence of one problem candidate, the latest first.
pub const EVIDENCE_INCIDENTS: usize = 200;
/// Soft conflicts that a scheduled change keeps; of the others it says how many there are.
pub const SOFT_CONFLICTS: usize = 100;
/// Voters of one ballot: each of them is told by an event of the command that asks them.
pub const VOTERS: usize = 200;
/// Records that one legal hold or one disposal names: each is named again by the event that carries it out.
pub const NAMED_RECORDS: usize = 200;
/// Bytes of one proof: a path has at most 64 hashes or so, whatever the size of the journal.
pub const PROOF_BYTES: usize = 8 * 1024;
/// Bytes of one signed note; it has to have room for 16 signatures of 5,000 bytes each.
pub const NOTE_BYTES: usize = 128 * 1024;
/// Bytes of one document of configuration items and relations; the graph itself has no limit.
pub const CMDB_BYTES: usize = 1024 * 1024 * 1024;
/// Members of one list of such a document.
pub const CMDB_LIST: usize = 10_000_000;
/// The greatest weight of one relation in a weighted gate.
pub const RELATION_WEIGHT: u32 = 1_000_000;
