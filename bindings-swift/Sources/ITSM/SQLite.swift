internal import ITSMBinding

#if canImport(Darwin)
internal import SQLite3
#else
internal import ITSMSQLite
#endif

/// A connection to SQLite, the one that this machine has. It runs what it is given and decides nothing. One asks at a time.
final class SQLite {
    /// What SQLite says of a statement that did not go through.
    struct Fault: Error {
        /// The extended code: https://sqlite.org/rescode.html
        let code: Int32
        let message: String
    }

    /// How long a connection of our own waits for another writer, in milliseconds.
    private static let patience: Int32 = 10_000

    /// The most statements that are kept.
    private static let most = 64

    private let path: String?
    private var handle: OpaquePointer?
    private var prepared: [String: OpaquePointer] = [:]

    /// A connection of our own, made when something is to be run.
    init(path: String) { self.path = path }

    /// A connection of the host's, which the host closes.
    init(connection: OpaquePointer) {
        path = nil
        handle = connection
    }

    deinit { close() }

    /// Whether it is nobody else's.
    var isOwn: Bool { path != nil }

    /// Whether a transaction is open on it.
    var hasBegun: Bool { handle.map { sqlite3_get_autocommit($0) == 0 } ?? false }

    /// Runs a statement: its rows, or how many it changed.
    func run(_ sql: String, _ parameters: [Cell], asks: Bool) throws(Fault) -> (rows: [[Cell]], changed: UInt64) {
        let database = try opened()
        let statement = try statement(sql, on: database)
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (place, cell) in zip(Int32(1)..., parameters) {
            guard bind(cell, at: place, of: statement) == SQLITE_OK else { throw fault(of: database) }
        }
        var rows: [[Cell]] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: rows.append(try row(of: statement))
            case SQLITE_DONE: return asks ? (rows, 0) : ([], UInt64(max(0, sqlite3_changes(database))))
            default: throw fault(of: database)
            }
        }
    }

    /// Lets go what was prepared, so that nothing of ours stands in the way of whoever closes the connection.
    func forget() {
        for statement in prepared.values { sqlite3_finalize(statement) }
        prepared = [:]
    }

    /// A connection of the host's stays open.
    func close() {
        forget()
        if isOwn { sqlite3_close_v2(handle) }
        handle = nil
    }

    private func opened() throws(Fault) -> OpaquePointer {
        if let handle { return handle }
        guard let path, !path.utf8.contains(0) else {
            throw Fault(code: SQLITE_CANTOPEN, message: path == nil ? "the connection was let go" : "a path holds no NUL")
        }
        var made: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX
        guard sqlite3_open_v2(path, &made, flags, nil) == SQLITE_OK, let database = made else {
            let fault = fault(of: made)
            sqlite3_close_v2(made)
            throw fault
        }
        sqlite3_busy_timeout(database, Self.patience)
        handle = database
        return database
    }

    private func statement(_ sql: String, on database: OpaquePointer) throws(Fault) -> OpaquePointer {
        if let kept = prepared[sql] { return kept }
        if prepared.count == Self.most { forget() }
        var made: OpaquePointer?
        guard sqlite3_prepare_v2(database, sql, -1, &made, nil) == SQLITE_OK, let statement = made else {
            throw fault(of: database)
        }
        prepared[sql] = statement
        return statement
    }

    private func bind(_ cell: Cell, at place: Int32, of statement: OpaquePointer) -> Int32 {
        switch cell {
        case .null: return sqlite3_bind_null(statement, place)
        case let .integer(value): return sqlite3_bind_int64(statement, place, value)
        case let .text(value):
            // SQLite copies the text before it returns. Its length is said, for a text may hold a NUL.
            let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            return sqlite3_bind_text64(statement, place, value, UInt64(value.utf8.count), copies, UInt8(SQLITE_UTF8))
        }
    }

    private func row(of statement: OpaquePointer) throws(Fault) -> [Cell] {
        var cells: [Cell] = []
        for column in 0..<sqlite3_column_count(statement) {
            switch sqlite3_column_type(statement, column) {
            case SQLITE_NULL: cells.append(.null)
            case SQLITE_INTEGER: cells.append(.integer(value: sqlite3_column_int64(statement, column)))
            case SQLITE_TEXT: cells.append(.text(value: try text(of: statement, column)))
            default: throw Fault(code: SQLITE_CORRUPT, message: "a value that is neither a number nor a text")
            }
        }
        return cells
    }

    private func text(of statement: OpaquePointer, _ column: Int32) throws(Fault) -> String {
        let start = sqlite3_column_text(statement, column)
        let bytes = UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(statement, column)))
        var text = String(decoding: bytes, as: UTF8.self)
        // Swift repairs what is no UTF-8, and says nothing.
        guard text.withUTF8({ $0.elementsEqual(bytes) }) else { throw Fault(code: SQLITE_CORRUPT, message: "a text that is no UTF-8") }
        return text
    }

    private func fault(of database: OpaquePointer?) -> Fault {
        Fault(code: sqlite3_extended_errcode(database), message: String(cString: sqlite3_errmsg(database)))
    }
}
