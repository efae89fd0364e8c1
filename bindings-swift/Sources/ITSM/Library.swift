import Foundation
internal import ITSMBinding

/// What the library says of itself, and what it is asked without a handle.
public enum Library {
    /// The JSON Schema of every document.
    public static var schema: Json {
        get throws { Json(try asked { try ITSMBinding.schema() }) }
    }

    /// Every code of a failure: what kind it is and what it means.
    public static var codes: [Document.ErrorCode] {
        get throws { try answered { try ITSMBinding.codes() } }
    }

    /// Its version.
    public static var version: String {
        get throws { try asked { try ITSMBinding.version() } }
    }

    /// What a checkpoint says. Nobody has checked who signed it.
    ///
    /// - Throws: `checkpoint.*`, where it is none.
    public static func readCheckpoint(_ text: String) throws -> Document.CheckpointAnswer {
        let text = try crossing(text)
        return try answered { try ITSMBinding.readCheckpoint(checkpoint: text) }
    }

    /// A signed note in its parts, for the host to check its signatures.
    ///
    /// - Throws: `note.*`, where it is none.
    public static func readNote(_ text: String) throws -> Document.NoteAnswer {
        let text = try crossing(text)
        return try answered { try ITSMBinding.readNote(note: text) }
    }

    /// Returns when the entry, a line of a journal, stands where the proof says in the tree with this head.
    ///
    /// - Throws: `proof.*`, where that is not proved.
    public static func verifyInclusion(_ entry: String, by proof: Document.InclusionProof, in head: Document.TreeHead) throws {
        try verifyInclusion(entry, by: Json(proof), in: Json(head))
    }

    /// Judges a proof in JSON.
    public static func verifyInclusion(_ entry: String, by proof: Json, in head: Json) throws {
        let (entry, proof, head) = (try crossing(entry), try crossing(proof), try crossing(head))
        try asked { try ITSMBinding.verifyInclusion(entry: entry, proof: proof, head: head) }
    }

    /// Returns when the tree with the new head begins with that of the old one: nothing in it was changed.
    ///
    /// - Throws: `proof.*`, where that is not proved.
    public static func verifyConsistency(
        _ proof: Document.ConsistencyProof, from old: Document.TreeHead, to new: Document.TreeHead
    ) throws {
        try verifyConsistency(Json(proof), from: Json(old), to: Json(new))
    }

    /// Judges a proof in JSON.
    public static func verifyConsistency(_ proof: Json, from old: Json, to new: Json) throws {
        let (proof, old, new) = (try crossing(proof), try crossing(old), try crossing(new))
        try asked { try ITSMBinding.verifyConsistency(proof: proof, old: old, new: new) }
    }

    /// Panics, so that a test can see what becomes of it.
    static func panicForTest() throws {
        try asked { try ITSMBinding.panicForTest() }
    }
}
