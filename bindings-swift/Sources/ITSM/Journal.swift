import Foundation
internal import ITSMBinding

/// The journal of a system, in a SQLite database. What is said to it, the library says, statement by statement; here each is run.
///
/// The library has no SQLite of its own: two of them in one process, on one file, lose data.
final class Journal: @unchecked Sendable {
    private let own: ITSMBinding.Journal
    /// Who holds it has the connection and what was found, alone.
    private let lock = NSLock()
    private let connection: SQLite
    private var found: Document.OpeningAnswer?

    /// Opens the tables and folds the log.
    init(on connection: SQLite, tenant: Document.TenantId?, prefix: String) throws {
        let (tenant, prefix) = (try tenant.map { try crossing($0) }, try crossing(prefix))
        own = try asked { try .init(prefix: prefix, tenant: tenant) }
        self.connection = connection
        found = try lock.withLock { try ended(within: false) { try $0.open(own: connection.isOwn) } }
    }

    /// The system: the same one, and no copy.
    func system() throws -> ITSMBinding.ServiceManagementSystem {
        try asked { try own.system() }
    }

    /// What was found when it was opened.
    var report: Document.OpeningAnswer {
        get throws { try lock.withLock { try opened() } }
    }

    /// Takes a question to its end: in a transaction of its own, or `within` that of the host.
    func take<Answer: Decodable>(
        within: Bool = false, _ question: (ITSMBinding.Journal) throws -> Exchange
    ) throws -> Answer {
        try lock.withLock {
            _ = try opened()
            return try ended(within: within, question)
        }
    }

    /// Lets the journal go, and what it has of the connection.
    func close() {
        lock.withLock {
            found = nil
            connection.close()
        }
    }

    private func opened() throws -> Document.OpeningAnswer {
        guard let found else { throw ItsmError.coded("store.not_open", "the journal was closed") }
        return found
    }

    private func ended<Answer: Decodable>(
        within: Bool, _ question: (ITSMBinding.Journal) throws -> Exchange
    ) throws -> Answer {
        let exchange = try asked { try question(own) }
        try asked { try exchange.begins(transaction: connection.hasBegun) }
        defer {
            // Only a fault of the library leaves a transaction behind, and it is none of the host's.
            if !within, connection.hasBegun { _ = try? connection.run("ROLLBACK", [], asks: false) }
            if !connection.isOwn { connection.forget() }
        }
        return try asked { try read(try outcome(of: exchange)) }
    }

    private func outcome(of exchange: Exchange) throws -> String {
        var step = try exchange.step(rows: [], changed: 0)
        while true {
            switch step {
            case let .run(sql, parameters, asks):
                do {
                    let answer = try connection.run(sql, parameters, asks: asks)
                    step = try exchange.step(rows: answer.rows, changed: answer.changed)
                } catch let fault as SQLite.Fault {
                    step = try exchange.fault(code: fault.code, message: fault.message)
                }
            case let .pause(milliseconds):
                Thread.sleep(forTimeInterval: Double(milliseconds) / 1_000)
                step = try exchange.step(rows: [], changed: 0)
            case let .done(document):
                return document
            }
        }
    }
}
