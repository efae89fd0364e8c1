//! What no schema can say, or says on purpose: each with its reason.

use crate::doors::Door;

/// What was spoilt, and what the reader said.
pub struct Told<'a> {
    pub door: &'a Door,
    pub place: String,
    pub way: &'a str,
    pub read: &'a Result<(), String>,
}

pub struct Rule {
    pub name: &'static str,
    pub why: &'static str,
    /// Whether the schema takes what the reader refuses, or the other way round.
    pub tolerates_valid: bool,
    pub holds: fn(&Told) -> bool,
}

impl Told<'_> {
    /// Whether the reader refuses with one of these words.
    fn refused_with(&self, words: &[&str]) -> bool {
        self.read.as_ref().is_err_and(|fault| words.iter().any(|word| fault.contains(word)))
    }

    fn adds_a_field(&self) -> bool {
        self.way.starts_with("and ")
    }
}

pub const RULES: &[Rule] = &[
    Rule {
        name: "what a later version adds to an event",
        why: "events are read leniently at every depth; the schema of a part that commands have too is that of the commands",
        tolerates_valid: false,
        holds: |told| told.door.name == "Event" && told.adds_a_field(),
    },
    Rule {
        name: "what stands beside the kind of a state without fields",
        why: "serde reads past it: such a state has no list of fields that it could miss one in",
        tolerates_valid: false,
        holds: |told| told.place == "state" && told.adds_a_field(),
    },
    Rule {
        name: "an empty list for an object without obligatory fields, in a state",
        why: "a state is read ahead to find its kind, and nobody says where an object is wanted there",
        tolerates_valid: false,
        holds: |told| told.place.starts_with("state.") && told.way == "[] in its place",
    },
    Rule {
        name: "what a policy is checked for when it is published",
        why: "a command, an event and a record hold the document as it was written; its limits are those of the document itself",
        tolerates_valid: false,
        holds: |told| {
            let parts = ["document.matrix", "document.calendar", "document.agreement"];
            parts.iter().any(|part| told.place.contains(part)) && !told.adds_a_field()
        },
    },
    Rule {
        name: "what is checked when a command is decided",
        why: "the weight of a relation, the gate of a group and the length of a voter's comment are refused with the rest of the rules",
        tolerates_valid: false,
        holds: |told| {
            let ends =
                ["weight", "confidence_ppm", "percent", "at_least", "down_above_percent", "vote.comment"];
            told.door.name != "CmdbDocument" && ends.iter().any(|end| told.place.ends_with(end))
        },
    },
    Rule {
        name: "the votes of a ballot",
        why: "the outcome follows from all votes, and who votes is a voter",
        tolerates_valid: true,
        holds: |told| told.refused_with(&["the ballot contradicts itself", "cannot be met"]),
    },
    Rule {
        name: "a clock that contradicts itself",
        why: "its phase, sums and instants follow from each other",
        tolerates_valid: true,
        holds: |told| told.refused_with(&["the clocks contradict themselves"]),
    },
    Rule {
        name: "the ends of relations and the members of gates",
        why: "they are items and groups of the same document",
        tolerates_valid: true,
        holds: |told| {
            let words = ["which the register does not", "stands here twice", "members", "to itself"];
            told.door.name == "CmdbDocument" && told.refused_with(&words)
        },
    },
    Rule {
        name: "the cells of a matrix",
        why: "they have as many rows, columns and levels as the scales",
        tolerates_valid: true,
        holds: |told| {
            let words = ["cells for", "rows for", "is not a level", "stands here twice", "no cell"];
            told.door.name == "MatrixDocument" && told.refused_with(&words)
        },
    },
    Rule {
        name: "two fields of one object",
        why: "an end lies after its beginning, and nobody approves for himself",
        tolerates_valid: true,
        holds: |told| {
            let words = [
                "a waiver from",
                "366 days",
                "which is not after",
                "is empty",
                "for himself",
                "runs backwards",
                "`covers`",
            ];
            told.refused_with(&words)
        },
    },
    Rule {
        name: "leap years",
        why: "the 29th of February is in the form of every year",
        tolerates_valid: true,
        holds: |told| told.way.contains("2026-02-29"),
    },
    Rule {
        name: "bytes",
        why: "a schema counts characters, the library the bytes of UTF-8",
        tolerates_valid: true,
        holds: |told| told.way.contains('é') || told.refused_with(&["the document has"]),
    },
    Rule {
        name: "invisible characters beyond U+FFFF",
        why: "no escape of them is read by every dialect of regular expressions",
        tolerates_valid: true,
        holds: |told| told.way.contains("e0001"),
    },
];
