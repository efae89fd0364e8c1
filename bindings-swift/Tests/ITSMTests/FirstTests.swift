import Foundation
import Testing
@testable import ITSM

@Test func first() throws {
    let office = try BusinessCalendar(.init(zone: "Asia/Shanghai", week: ["mon": [.init(opens: "09:00", closes: "18:00")]]))
    #expect(try office.isOpen(Date()) == false || true)
    #expect(throws: ItsmError.self) { try Library.panicForTest() }
    print(try office.document, try office.add(Date(), seconds: 3600))
}
