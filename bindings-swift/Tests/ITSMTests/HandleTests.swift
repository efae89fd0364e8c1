import Foundation
import ITSM
import Testing

/// The handles, as a host uses them.
@Suite struct HandleTests {
    @Test func aTicketIsDrivenBesideAHostsOwnTable() throws {
        let incidents = try Lifecycle(.incident)
        let rules = try Policies(policies())
        let logged = try incidents.decide(
            nil, .init(.incidentLog(log()), record: "T-1"), in: context(.sd), under: rules)
        #expect(logged.events.map(\.body.kind) == [.incidentLogged, .noticeRequested])
        guard case let .incident(incident) = logged.record else { Issue.record("an incident"); return }
        #expect(incident.state == .logged && incident.state.kind == "logged" && incident.envelope.id == "T-1")
        #expect(try logged.events.reduce(nil) { try incidents.apply($0, $1) } == logged.record)
        #expect(try incidents.needs(logged.record, .init(.incidentAssign(.init(group: "network")), record: "T-1")).isEmpty)
        #expect(try incidents.due(logged.record) == nil)
        let fired = try incidents.fire(logged.record, in: context(.sd, "2026-11-24T02:00:00Z"), under: rules)
        #expect(fired == .init(events: [], record: logged.record))
    }

    @Test func jsonGoesInAndComesOutWithoutTypesInBetween() throws {
        let incidents = try Lifecycle("incident")
        let command = Document.Command(.incidentLog(try log()), record: "T-1")
        let answer = try incidents.decide(
            nil, Json(command), in: Json(context(.sd)), under: Policies.fromJson(Json(policies())))
        let value = try answer.read(Value.self)
        #expect(value["record"]["state"] == ["kind": "logged"])
        let folded = try value["events"].list.reduce(nil as Json?) { try incidents.apply($0, $1.json) }
        #expect(try folded?.read(Value.self) == value["record"])
        #expect(try incidents.due(value["record"].json) == nil)
        #expect(try incidents.needs(nil, Json(command)).isEmpty)
        #expect(failure { _ = try incidents.decide(nil, Json("{}"), in: Json("{}")) }?.code == "document.shape")
    }

    @Test func aLifecycleSaysWhatIsLegal() throws {
        let incidents = try Lifecycle(.incident)
        #expect(try incidents.allowed() == ["incident.log", "incident.import"])
        #expect(try incidents.label.zh == "事件")
        #expect(try incidents.mermaid.hasPrefix("stateDiagram-v2"))
        #expect(failure { _ = try incidents.allowed("lost") }?.code == "value.unknown")
        #expect(failure { _ = try Lifecycle("incidnet") }?.code == "value.unknown")
        #expect(try Lifecycle.all().map { try $0.process } == Document.ProcessName.allCases.map(\.rawValue))
    }

    @Test func aPlanIsPersistedAndConfirmed() throws {
        let desk = try desk()
        let before = try desk.length
        let plan = try desk.plan(.init(.incidentLog(log())), in: context(.sd))
        #expect(try desk.length == before)
        let planned = try plan.events
        #expect(try desk.confirm(plan) == planned)
        #expect(try desk.events(first: before) == planned)
        let id = try #require(planned.first).record
        #expect(try desk.allowed(.incident, id).contains("incident.classify"))
        let steps = try desk.nextSteps(.incident, id, in: context(.sd))
        #expect(steps.contains { $0.command == "incident.classify" && ($0.wants != nil || $0.refusal != nil) })
        #expect(try desk.nextWakeup == nil)
        #expect(try desk.advance(at("2026-11-24T02:00:00Z")) == .init(events: [], stuck: []))
        #expect(try desk.asOf(at("2026-11-23T01:00:00Z")).length == before)
        #expect(try ServiceManagementSystem.replay(desk.journal).digest == desk.digest)
    }

    @Test func kpisAndTheRegisterOfAJournal() throws {
        let desk = try ServiceManagementSystem.replay(contents("tests/conformance/journal.jsonl"))
        let period = Document.Period(
            from: try at("2026-09-01T00:00:00Z"), to: try at("2026-10-01T00:00:00Z"), zone: "Asia/Shanghai")
        let last = try #require(try desk.events(first: desk.length - 1).first)
        let kpis = try desk.kpis(period, now: last.recordedAt + 0.9)
        #expect(kpis.count > 10 && kpis.allSatisfy { $0.period == period })
        let register = try desk.cmdb
        #expect(try Cmdb(register).document == register)
    }

    @Test func aRegisterAnswers() throws {
        let cmdb = try Cmdb(.init(
            kinds: ["runs_on": .init(failure: .targetToSource, strength: .hard)], serviceTypes: ["service"],
            items: [.init(id: "mail", type: "service"), .init(id: "vm", type: "vm")],
            relations: [.init(from: "mail", to: "vm", kind: "runs_on")]))
        #expect(try cmdb.impactOf([.init(item: "vm")]).items.map(\.item) == ["mail", "vm"])
        #expect(try cmdb.rootCandidates([.init(item: "mail")]).count == 2)
        #expect(try cmdb.minimalCutSets("mail", search: .init(state: .down, upTo: 2, budget: 1_000)) == [["vm"]])
        let (from, until) = (try at("2026-11-23T00:00:00Z"), try at("2026-11-23T01:00:00Z"))
        let overlay = Document.Overlay(id: "CHG-1", kind: .change, items: ["vm"], effect: .down, from: from, until: until)
        let simulated = try cmdb.simulate(
            [overlay], options: .init(from: from, until: until + 3_600, always: .init(), together: 2, budget: 1_000))
        #expect(Array(simulated.services.keys) == ["mail"])
    }

    @Test func clocksAreDrivenOrFolded() throws {
        let clause = Document.Clause(
            id: "p1", metric: .resolution, target: .elapsed(seconds: 14_400), when: .init(priorities: [1]),
            pauseReasons: ["user"])
        let since = try at("2026-01-01T00:00:00Z")
        let policy = Document.SlaPolicy(name: "Desk", precedence: 1, selection: .precedence, clauses: [clause])
        let desk = try SlaPolicy(.init(policies: [.init(id: "desk", version: 1, effectiveFrom: since, document: policy)]))
        let (opened, later) = (try at("2026-11-23T08:00:00Z"), try at("2026-11-23T09:00:00Z"))
        let ticket = Document.Ticket(kind: "incident", priority: 1)
        let history = Document.History(ticket: ticket, entries: [.init(at: opened, stimulus: .opened())])
        let answer = try desk.clocks(history, asOf: later)
        #expect(answer.clocks.first?.dueAt == opened + 14_400)
        #expect(try desk.clocksMany([history, history], asOf: later) == [answer, answer])
        #expect(try desk.readings(history, asOf: later)[.resolution]?.remainingSeconds == 10_800)
        #expect(try desk.whyDue(history, asOf: later, metric: .resolution)?.why.dueAt == opened + 14_400)
        #expect(try desk.whyDue(history, asOf: later, metric: .update) == nil)
        let driven = try desk.stimulate(ticket: ticket, stimulus: .opened(), at: opened)
        #expect(driven.clocks == answer.clocks && driven.nextDue == answer.nextDue)
        let breached = try desk.observe(driven.clocks, now: later + 14_400)
        #expect(breached.marks.contains { if case .breached = $0 { true } else { false } })
        #expect(try SlaPolicy(desk.document).document == desk.document)
    }

    @Test func aBallotIsStoredAndGoesOn() throws {
        let now = try at("2026-11-23T08:00:00Z")
        let plan = Document.Digest(String(repeating: "0", count: 64))
        let voters: [Document.Voter] = ["a", "b", "c"].map { .init(person: $0, roles: []) }
        var ballot = try Ballot(.init(subject: plan, rule: .init(threshold: .percent(60)), voters: voters), now: now)
        ballot = try ballot.vote(.init(by: "a", castBy: "a", decision: .approve, at: now), now: now)
        #expect(try ballot.outcome == .waiting && ballot.outstanding == ["b", "c"])
        ballot = try Ballot.fromDocument(ballot.document).delegate(from: "b", to: "d", now: now)
        ballot = try ballot.vote(.init(by: "b", castBy: "d", decision: .approve, at: now), now: now)
        #expect(try ballot.outcome == .accepted(at: now))
        #expect(try ballot.inForce(plan, now: now))
        #expect(failure { _ = try ballot.vote(.init(by: "c", castBy: "c", decision: .reject, at: now), now: now) }?.code
            == "ballot.closed")
    }

    @Test func manyAnswersAreTheSingleOnes() throws {
        let calendar = try BusinessCalendar(office)
        let first = try at("2026-09-29T22:00:00Z")
        let starts = (0..<500).map { first + Double($0) * 3_600.123 }
        let seconds = (0..<500).map { ($0 - 100) * 600 }
        let due = try calendar.addMany(starts, seconds: seconds)
        #expect(try due == zip(starts, seconds).map { try calendar.add($0, seconds: $1) })
        #expect(try calendar.betweenMany(starts, due) == zip(starts, due).map { try calendar.between($0, $1) })
        #expect(failure { _ = try calendar.addMany(starts, seconds: [1, 2]) }?.code == "calendar.lengths")

        let whole = { (dates: [Date]) in dates.map { Int64($0.timeIntervalSince1970.rounded(.down)) } }
        #expect(try calendar.addMany(whole(starts), seconds: seconds.map { Int64($0) }) == whole(due))
        #expect(try calendar.betweenMany(whole(starts), whole(due)) == calendar.betweenMany(starts, due).map { Int64($0) })
        #expect(try calendar.addMany([Int64](), seconds: [60]) == [])
        let far = failure { _ = try calendar.addMany([0, Int64.max], seconds: [60]) }
        #expect((far?.code, far?.path) == ("calendar.out_of_range", "[1]"))
    }
}
