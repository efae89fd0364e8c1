import Foundation
import ITSM
import Testing

/// The lines at the head of the README stand here as well, and run.
@Suite struct ReadmeTests {
    private func lines() throws -> [String] {
        var said: [String] = []
        let print = { (line: String) in said.append(line) }
        // README
        let office = try BusinessCalendar(.init(zone: "Asia/Shanghai", week: [.mon: [.init(opens: "09:00", closes: "18:00")]]))
        let opened = try Date("2026-11-23T09:00:00Z", strategy: .iso8601)       // Monday, 17:00 in Shanghai
        print("\(try office.add(opened, seconds: 4 * 3600))")                   // 2026-11-30 04:00:00 +0000

        let desk = try ServiceManagementSystem()
        let olga = Document.ContextDocument(now: opened, actor: .init(id: "olga", roles: [.po]))
        let publish = Document.PolicyPublishBody(version: 1, effectiveFrom: opened, document: .calendar(try office.document))
        try desk.execute(.init(.policyPublish(publish), record: "office"), in: olga)
        do {
            try desk.execute(.init(.policyPublish(publish), record: "office"), in: olga)
        } catch let ItsmError.refused(failure) {
            print(failure.message)                                              // the version is not greater than the one before
        }
        // END
        return said
    }

    @Test func theReadmeRuns() throws {
        let said = try lines()
        #expect(said.count == 2 && said[0] == "2026-11-30 04:00:00 +0000", "\(said)")
        let block = try #require(contents("bindings-swift/README.md").components(separatedBy: "```swift\n").dropFirst().first)
        let readme = block.components(separatedBy: "```")[0].split(separator: "\n").filter { $0 != "import Foundation" && $0 != "import ITSM" }
        let own = try String(contentsOfFile: #filePath, encoding: .utf8).components(separatedBy: "        // README\n")[1]
        let body = own.components(separatedBy: "        // END")[0].split(separator: "\n").map { $0.dropFirst(8) }
        #expect(readme == body)
    }
}
