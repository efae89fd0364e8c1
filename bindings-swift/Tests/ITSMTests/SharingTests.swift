import Foundation
import ITSM
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// Handles are shared between tasks, and calls leave nothing behind. One after the other: memory is that of the whole process.
@Suite(.serialized) struct SharingTests {
    @Test func manyTasksShareACalendar() async throws {
        let calendar = try BusinessCalendar(office)
        let first = try at("2026-09-30T09:30:00Z")
        let starts = (0..<2_000).map { first + Double($0) * 60 }
        let expected = try starts.map { try calendar.add($0, seconds: 14_400) }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<16 {
                group.addTask {
                    let due = number.isMultiple(of: 2)
                        ? try starts.map { try calendar.add($0, seconds: 14_400) } : try calendar.addMany(starts, seconds: 14_400)
                    return due == expected
                }
            }
            for try await same in group { #expect(same) }
        }
    }

    @Test func manyTasksShareASystemAndNoCommandIsLost() async throws {
        let desk = try desk()
        let (before, who, body) = (try desk.length, try context(.sd), try log())
        let ids = try await withThrowingTaskGroup(of: [Document.RecordId].self) { group in
            for _ in 0..<16 {
                group.addTask {
                    try (0..<10).map { _ in
                        let event = try desk.execute(.init(.incidentLog(body)), in: who)[0]
                        guard try desk.record(.incident, event.record) != nil, try desk.length > before else { throw Lost() }
                        return event.record
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(ids).count == 160)
        #expect(try desk.records(.incident).count == 160)
        #expect(try ServiceManagementSystem.replay(desk.journal).digest == desk.digest)
    }

    #if os(Linux)
    @Test func memoryStaysFlatOverAMillionCalls() throws {
        let calendar = try BusinessCalendar(office)
        let matrix = try PriorityMatrix.preset("iso")
        let incidents = try Lifecycle(.incident)
        let start = try at("2026-11-23T02:00:00Z")
        let wrong = Json(#"{"zone": 7, "week": {"mon": [["09:00", "18:00"]]}}"#)
        // Twenty calls a round: instants, numbers, texts, handles that are made and dropped, failures.
        func calls(_ rounds: Int) throws {
            for round in 0..<rounds {
                for n in 0..<15 { _ = try calendar.add(start, seconds: round + n) }
                _ = try matrix.priority(impact: 1, urgency: 2)
                _ = try incidents.allowed("pending")
                _ = try calendar.zone
                _ = try Lifecycle(.change)
                #expect(throws: ItsmError.self) { try BusinessCalendar.fromJson(wrong) }
            }
        }
        try calls(5_000)
        let before = try residentKibibytes()
        try calls(50_000)
        let grown = try residentKibibytes() - before
        print("memory: \(grown) KiB more after 1000000 calls")
        // A tenth of a kibibyte lost in each round would be 5,000.
        #expect(grown < 4_096)
    }

    private func residentKibibytes() throws -> Int {
        let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .ascii).split(separator: " ")[1]
        return try #require(Int(pages)) * Int(sysconf(Int32(_SC_PAGESIZE))) / 1_024
    }
    #endif

    struct Lost: Error {}
}
