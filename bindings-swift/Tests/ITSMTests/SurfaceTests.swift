import Foundation
import ITSM
import Testing

/// Every language has what `schema/surface.json` lists. What this module has, its symbol graph says, which `scripts/swift` has written.
@Suite struct SurfaceTests {
    private static let graph = ProcessInfo.processInfo.environment["ITSM_SYMBOLS"].map { "\($0)/ITSM.symbols.json" }

    private struct Graph: Decodable {
        struct Symbol: Decodable {
            let pathComponents: [String]
        }
        let symbols: [Symbol]
    }

    private struct Surface: Decodable {
        struct Handle: Decodable {
            let name: String
            let madeBy: [String]
            let members: [String]

            private enum CodingKeys: String, CodingKey {
                case name, members
                case madeBy = "made_by"
            }
        }
        let handles: [Handle]
        let functions: [String]
        let documents: [String]
        let codes: [String]
    }

    private func surface() throws -> Surface { try Json(contents("schema/surface.json")).read() }

    /// `add_many` is `addMany`, and `new` is what makes one.
    private func swift(_ name: String) -> String {
        let words = name.split(separator: "_")
        return name == "new" ? "init" : words.dropFirst().reduce(String(words[0])) { $0 + $1.capitalized }
    }

    @Test(.enabled(if: graph != nil)) func everythingThatIsListedIsThere() throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: try #require(Self.graph)))
        let symbols = try JSONDecoder().decode(Graph.self, from: data).symbols
        // Without the labels of parameters: `add(_:seconds:boundary:)` is `add`.
        let named = Set(symbols.map { $0.pathComponents.map { $0.prefix { $0 != "(" } }.joined(separator: ".") })
        let surface = try surface()
        let handles = surface.handles.flatMap { handle in
            [handle.name] + (handle.madeBy + handle.members).map { "\(handle.name).\(swift($0))" }
        }
        let functions = surface.functions.map { "Library.\(swift($0))" }
        let documents = surface.documents.map { "Document.\($0)" }
        let missing = Set(handles + functions + documents).subtracting(named)
        #expect(missing.isEmpty, "\(missing.sorted())")
        print("surface.json: \(handles.count) names of handles, \(documents.count) documents")
    }

    @Test func everyCodeIsKnown() throws {
        #expect(try Library.codes.map(\.code) == surface().codes)
    }
}
