import Foundation
internal import ITSMBinding

/// What the library says of itself.
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

    /// Panics, so that a test can see what becomes of it.
    static func panicForTest() throws {
        try asked { try ITSMBinding.panicForTest() }
    }
}
