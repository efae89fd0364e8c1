import Foundation
import ITSM
import Testing

#if canImport(Darwin)
import SQLite3
#else
import ITSMSQLite
#endif
#if canImport(Glibc)
import Glibc
#endif

/// Systems on journals in SQLite.
@Suite final class JournalTests {
    private let folder: URL
    /// They stay open for as long as a test runs, whichever line asks them last.
    private var hosts: [Host] = []

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "itsm-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private var path: String { folder.appending(path: "desk.db").path }

    private func host(_ flags: Int32 = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) throws -> Host {
        hosts.append(try Host(path, flags))
        return hosts[hosts.count - 1]
    }

    private func incidents(of desk: ServiceManagementSystem) throws -> [Document.RecordId] {
        try desk.records(.incident).compactMap { if case let .incident(incident) = $0 { incident.envelope.id } else { nil } }
    }

    @Test func aDeskThatWasClosedIsFoundAgain() throws {
        let first = try desk(on: .open(path))
        let logged = try first.execute(.init(.incidentLog(log())), in: context(.sd))
        #expect(try first.events(first: 3) == logged)
        let digest = try first.digest
        // What was executed is kept, and not only when it is closed.
        #expect(try ServiceManagementSystem.open(path).digest == digest)
        first.close()
        first.close()
        #expect(failure { try first.execute(.init(.incidentLog(log())), in: context(.sd)) }?.code == "store.not_open")
        #expect(failure { try first.catchUp() }?.code == "store.not_open")
        #expect(try first.digest == digest, "what was followed can be asked for")

        let again = try ServiceManagementSystem.open(path)
        #expect(try again.digest == digest)
        let report = try again.report
        #expect(try report.length == again.length && report.length == 3 + logged.count)
        #expect(report.version == String(cString: sqlite3_libversion()))
        #expect(report.journalMode == "wal" || (report.journalMode == "delete" && report.notes.count == 1))
        #expect(try Library.readCheckpoint(again.checkpoint(origin: "example.com/desk")).head == again.verify())
        #expect(try again.advance(at("2026-11-24T02:00:00Z")) == .init(events: [], stuck: []))
        #expect(try ServiceManagementSystem.replay(again.journal).digest == digest)
    }

    @Test func aHostsRowAndAPlanGoThroughTogetherOrNotAtAll() throws {
        let host = try self.host()
        try host.run("CREATE TABLE ticket (id TEXT PRIMARY KEY, title TEXT)")
        let desk = try desk(on: .open(connection: host.connection))
        for (ending, kept) in [("ROLLBACK", false), ("COMMIT", true)] {
            let before = try desk.length
            let plan = try desk.plan(.init(.incidentLog(log())), in: context(.sd))
            let planned = try plan.events
            try host.run("BEGIN IMMEDIATE")
            try host.run("INSERT INTO ticket VALUES ('\(planned[0].record)', 'slow')")
            try desk.append(plan)
            // The transaction is the host's, and the host ends it.
            #expect(failure { try desk.execute(.init(.incidentLog(log())), in: context(.sd)) }?.code == "store.busy")
            #expect(failure { try desk.catchUp() }?.code == "store.busy")
            try host.run(ending)
            #expect(try desk.catchUp() == before + (kept ? planned.count : 0))
            #expect(try desk.events(first: before) == (kept ? planned : []))
            #expect(try host.run("SELECT id FROM ticket") == (kept ? [planned[0].record.rawValue] : []))
        }
        let plan = try desk.plan(.init(.incidentLog(log())), in: context(.sd))
        #expect(failure { try desk.append(plan) }?.code == "store.no_transaction", "no transaction is begun")
        guard case let .invalid(refused)? = caught({ try desk.confirm(plan) }) else { Issue.record("it is refused"); return }
        #expect(refused.code == "store.append_instead" && refused.message.contains("append"))
        desk.close()
        #expect(try host.run("SELECT count(*) FROM ticket") == ["1"], "the connection is the host's")
    }

    @Test func whoeverIsSlowerIsToldAndDecidesAgain() throws {
        let host = try self.host()
        try host.run("CREATE TABLE ticket (id TEXT PRIMARY KEY)")
        let one = try desk(on: .open(connection: host.connection))
        let other = try ServiceManagementSystem.open(path)
        let plan = try one.plan(.init(.incidentLog(log())), in: context(.sd))
        let faster = try other.execute(.init(.incidentLog(log())), in: context(.sd))
        #expect(try plan.events[0].record == faster[0].record, "both planned the same number")

        try host.run("BEGIN")
        try host.run("INSERT INTO ticket VALUES ('before')")
        guard case .conflict? = caught({ try one.append(plan) }) else { Issue.record("the plan is stale"); return }
        try host.run("INSERT INTO ticket VALUES ('after')")
        try host.run("COMMIT")
        #expect(try host.run("SELECT id FROM ticket ORDER BY id") == ["after", "before"], "the transaction of the host stands")
        try one.catchUp()
        #expect(try one.digest == other.digest, "nothing of the plan is left")

        let anew = try one.plan(.init(.incidentLog(log())), in: context(.sd))
        try host.run("BEGIN")
        try one.append(anew)
        try host.run("COMMIT")
        // `other` has not heard of it, and decides on it all the same.
        let last = try other.execute(.init(.incidentLog(log())), in: context(.sd))
        #expect(try Set([faster[0].record, anew.events[0].record, last[0].record]).count == 3)
        try one.catchUp()
        #expect(try one.digest == other.digest && one.records(.incident).count == 3)
    }

    @Test func manyDesksAndTasksShareAFile() async throws {
        let path = path
        let first = try desk(on: .open(path))
        let (body, who) = (try log(), try context(.sd))
        let ids = try await withThrowingTaskGroup(of: [Document.RecordId].self) { group in
            for _ in 0..<3 {
                let desk = try ServiceManagementSystem.open(path)
                for _ in 0..<2 {
                    group.addTask { try (0..<4).map { _ in try desk.execute(.init(.incidentLog(body)), in: who)[0].record } }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(ids).count == 24)
        let length = try first.catchUp()
        #expect(try Set(incidents(of: first)) == Set(ids))
        #expect(try first.verify().size == length)
    }

    @Test func aCommandThatIsRepeatedChangesNothing() throws {
        let desk = try desk(on: .open(path))
        var who = try context(.sd)
        who.commandId = "c-1"
        let events = try desk.execute(.init(.incidentLog(log())), in: who)
        let length = try desk.length
        #expect(try desk.execute(.init(.incidentLog(log())), in: who) == events)
        var other = try log()
        other.symptom = "down"
        #expect(failure { try desk.execute(.init(.incidentLog(other)), in: who) }?.code == "journal.command_reused")
        #expect(try desk.length == length)
    }

    @Test func aSystemOnNoJournalSaysSo() throws {
        let desk = try desk()
        let plan = try desk.plan(.init(.incidentLog(log())), in: context(.sd))
        for question in [
            { try desk.append(plan) }, { _ = try desk.catchUp() }, { _ = try desk.verify() }, { _ = try desk.report },
        ] as [() throws -> Void] {
            guard case let .missing(failure)? = caught(question) else { Issue.record("it stands on none"); continue }
            #expect(failure.code == "store.not_open")
        }
        desk.close()
        #expect(try desk.confirm(plan) == plan.events)
    }

    @Test func aDatabaseThatCannotIsAnErrorOfItsKindAndTheJournalIsWhole() throws {
        let host = try self.host()
        let kept = try desk(on: .open(connection: host.connection))
        let (body, who) = (Document.Command(.incidentLog(try log())), try context(.sd))
        func refused(_ code: String, _ question: () throws -> Void) {
            guard case let .unavailable(failure)? = caught(question) else { Issue.record("\(code) is not refused"); return }
            #expect((failure.code, failure.retry) == (code, .later))
        }
        let holder = try self.host()
        try holder.run("BEGIN IMMEDIATE")
        refused("store.busy") { try kept.execute(body, in: who) }
        try holder.run("COMMIT")
        let reader = try self.host(SQLITE_OPEN_READONLY)
        refused("store.read_only") { try ServiceManagementSystem.open(connection: reader.connection).execute(body, in: who) }
        // It becomes what the database has already.
        try host.run("PRAGMA max_page_count = 1")
        refused("store.full") { for _ in 0..<1_000 { try kept.execute(body, in: who) } }
        try host.run("PRAGMA max_page_count = 1000000")
        for nowhere in ["\(path)/none/desk.db", folder.path, "desk\u{0}.db"] {
            guard case let .missing(failure)? = caught({ _ = try ServiceManagementSystem.open(nowhere) }) else {
                Issue.record("\(nowhere) is opened")
                continue
            }
            #expect(failure.code == "store.cannot_open")
        }

        try kept.execute(body, in: who)
        let again = try ServiceManagementSystem.open(path)
        #expect(try again.digest == kept.digest && again.verify().size == kept.length)
    }

    @Test func whatIsNoJournalOrWasAlteredIsRefused() throws {
        let host = try self.host()
        let desk = try desk(on: .open(connection: host.connection))
        try desk.execute(.init(.incidentLog(log())), in: context(.sd))
        #expect(failure { _ = try ServiceManagementSystem.open(path, tenant: "acme") }?.code == "store.other_tenant")
        #expect(failure { _ = try ServiceManagementSystem.open(path, prefix: "Desk-") }?.code == "store.prefix")
        let beside = try ServiceManagementSystem.open(path, tenant: "acme", prefix: "acme_")
        #expect(try beside.length == 0, "another prefix is another journal")

        try host.run("UPDATE itsm_event SET body = replace(body, '\"vpn\"', '\"van\"')")
        #expect(failure { _ = try desk.verify() }?.code == "journal.altered")
        #expect(failure { _ = try ServiceManagementSystem.open(path) }?.code == "journal.altered")
        try host.run("UPDATE itsm_event SET body = CAST(X'7BFF7D' AS TEXT)")
        #expect(failure { _ = try desk.verify() }?.code == "store.corrupt")
        try host.run("UPDATE itsm_event SET body = X'7B7D'")
        #expect(failure { _ = try desk.verify() }?.code == "store.corrupt")

        let garbage = folder.appending(path: "garbage.db")
        try Data(repeating: 7, count: 8_192).write(to: garbage)
        #expect(failure { _ = try ServiceManagementSystem.open(garbage.path) }?.code == "store.corrupt")
    }

    @Test func proofsAreMadeHereAndJudgedAnywhere() throws {
        let desk = try desk(on: .open(path))
        let old = try desk.verify()
        try desk.execute(.init(.incidentLog(log())), in: context(.sd))
        let new = try desk.verify()
        let line = try #require(try desk.journal.split(separator: "\n").first.map(String.init))
        let proof = try desk.inclusionProof(index: 0, size: new.size)
        try Library.verifyInclusion(line, by: proof, in: new)
        #expect(failure { try Library.verifyInclusion(line + " ", by: proof, in: new) }?.code == "proof.root_mismatch")
        let grown = try desk.consistencyProof(from: old.size, to: new.size)
        try Library.verifyConsistency(grown, from: old, to: new)
        #expect(failure { try Library.verifyConsistency(grown, from: new, to: old) } != nil)
        #expect(failure { _ = try desk.inclusionProof(index: -1, size: 1) }?.path == "index")
    }

    #if os(Linux)
    /// Ten writers are ended in the middle of it. What they had said is there, once; what they had not is there in whole, or not at all.
    @Test func whatWasAcknowledgedOutlivesItsWriter() throws {
        try desk(on: .open(path)).close()
        let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "Writer")
        var said: [String] = []
        for round in 0..<10 {
            let (writer, pipe) = (Process(), Pipe())
            writer.executableURL = program
            writer.arguments = [path]
            writer.standardOutput = pipe
            try writer.run()
            // Once it is at work, and then a little later each time.
            var words = pipe.fileHandleForReading.availableData
            usleep(UInt32(round) * 7_000)
            kill(writer.processIdentifier, SIGKILL)
            words += try pipe.fileHandleForReading.readToEnd() ?? Data()
            writer.waitUntilExit()
            #expect(writer.terminationReason == .uncaughtSignal)
            said += String(decoding: words, as: UTF8.self).split(separator: "\n").map(String.init)
        }
        let desk = try ServiceManagementSystem.open(path)
        let kept = try incidents(of: desk).map(\.rawValue)
        #expect(said.count >= 10 && Set(said).count == said.count)
        #expect(Set(said).isSubset(of: kept))
        #expect(kept.count <= said.count + 10, "each was at most at one that it had not said")
        let length = try desk.length
        #expect(try desk.verify().size == length)
        #expect(try ServiceManagementSystem.replay(desk.journal).digest == desk.digest)
        print("kill: \(said.count) acknowledged, \(kept.count) kept, 10 writers")
    }
    #endif
}

/// A host's own connection.
private final class Host {
    let connection: OpaquePointer

    struct Fault: Error { let words: String }

    init(_ path: String, _ flags: Int32) throws {
        var made: OpaquePointer?
        guard sqlite3_open_v2(path, &made, flags, nil) == SQLITE_OK, let made else { throw Fault(words: path) }
        connection = made
    }

    deinit { sqlite3_close_v2(connection) }

    /// Runs a statement; the first column of its rows.
    @discardableResult
    func run(_ sql: String) throws -> [String] {
        var statement: OpaquePointer?
        sqlite3_prepare_v2(connection, sql, -1, &statement, nil)
        defer { sqlite3_finalize(statement) }
        var rows: [String] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: rows.append(String(cString: sqlite3_column_text(statement, 0)))
            case SQLITE_DONE: return rows
            default: throw Fault(words: String(cString: sqlite3_errmsg(connection)))
            }
        }
    }
}
