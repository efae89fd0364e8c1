import CSQLite

/// As much of SQLite as the example needs.
final class Database {
    private var handle: OpaquePointer?

    struct Fault: Error {
        let words: String
    }

    init(_ path: String) throws {
        guard sqlite3_open(path, &handle) == SQLITE_OK else { throw fault }
    }

    deinit { sqlite3_close(handle) }

    private var fault: Fault { Fault(words: String(cString: sqlite3_errmsg(handle))) }

    /// Runs a statement and answers its rows.
    @discardableResult
    func run(_ statement: String, _ values: String...) throws -> [[String]] {
        var prepared: OpaquePointer?
        guard sqlite3_prepare_v2(handle, statement, -1, &prepared, nil) == SQLITE_OK else { throw fault }
        defer { sqlite3_finalize(prepared) }
        for (place, value) in values.enumerated() {
            // SQLite copies the text before it returns.
            let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            guard sqlite3_bind_text(prepared, Int32(place + 1), value, -1, copies) == SQLITE_OK else { throw fault }
        }
        var rows: [[String]] = []
        while true {
            switch sqlite3_step(prepared) {
            case SQLITE_DONE: return rows
            case SQLITE_ROW:
                rows.append((0..<sqlite3_column_count(prepared)).map { String(cString: sqlite3_column_text(prepared, $0)) })
            default: throw fault
            }
        }
    }

    /// All of it, or nothing.
    func transaction<Answer>(_ work: () throws -> Answer) throws -> Answer {
        try run("BEGIN IMMEDIATE")
        do {
            let answer = try work()
            try run("COMMIT")
            return answer
        } catch {
            try run("ROLLBACK")
            throw error
        }
    }
}
