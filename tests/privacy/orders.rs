//! Erasure, disposal and legal hold, end to end.

use super::{log, office, shown};
use crate::desk::Desk;
use itsm::kernel::{Actor, Context, EventBody, RecordId, Role};
use itsm::system::{
    Command, CommandError, ProcessName, ServiceManagementSystem, StreamKey, SystemEvent, SystemJournal,
    TicketQuery,
};
use serde_json::{Value, json};

pub const DAY: i64 = 24 * 60;

/// A desk whose closed incidents are kept for thirty days.
pub fn keeping() -> Desk {
    let mut desk = office();
    let classes = json!({"month": {"keep": {"days": 30}}});
    desk.publish("retention", json!({"retention": {"classes": classes, "records": {"incident": "month"}}}));
    desk
}

/// An incident that was closed before.
pub fn closed(desk: &mut Desk, id: &str) {
    let at = "2026-11-20T02:00:00Z";
    let by = json!({"kind": "closed", "at": at, "code": "solved", "confirmed_by": "ann"});
    let imported = json!({
        "channel": "phone", "requester": "ann", "symptom": format!("{id} smokes"), "service_down": false, "state": by,
        "occurred_at": "2026-11-20T01:00:00Z", "opened_at": "2026-11-20T01:10:00Z", "response_at": "2026-11-20T01:20:00Z",
        "resolved_at": ["2026-11-20T01:30:00Z"], "resolver": "rob",
        "classification": {"category": "c", "impact": 3, "urgency": 3, "security": false},
        "assignment": {"group": "network", "person": "rob"},
        "resolution": {"code": "fixed", "text": "put out", "kind": "permanent", "level": "l2"},
    });
    desk.told("incm", "incident.import", id, imported);
}

fn erase(ids: &[&str]) -> Value {
    let events: Vec<_> = ids.iter().map(|id| json!({"process": "incident", "record": id})).collect();
    json!({"erase": {"subject": "ann", "events": events}})
}

pub fn dispose(ids: &[&str]) -> Value {
    let records: Vec<_> = ids.iter().map(|id| json!({"process": "incident", "record": id})).collect();
    json!({"dispose": {"records": records}})
}

fn request(order: &Value) -> Value {
    json!({"order": order, "legal_basis": "retention schedule", "method": "rows deleted"})
}

fn ordered(desk: &mut Desk, id: &str, order: &Value) {
    desk.told("doc", "disposal.request", id, request(order));
    desk.told("po", "disposal.approve", id, json!({}));
}

pub fn carried_out(desk: &mut Desk, id: &str, order: &Value) {
    ordered(desk, id, order);
    desk.told("doc", "disposal.carry_out", id, json!({}));
}

/// The conditions that a refused command lacks.
fn lacks(desk: &mut Desk, by: &str, kind: &str, id: &str, body: Value) -> Vec<&'static str> {
    let refusal = desk.refused(by, kind, id, body);
    refusal.missing.iter().map(|unmet| unmet.condition).collect()
}

fn document(desk: &Desk, id: &str) -> Value {
    serde_json::to_value(desk.system.incident(id).unwrap()).unwrap()
}

pub fn replayed(desk: &Desk) -> ServiceManagementSystem {
    let journal = SystemJournal::from_lines(&desk.system.journal().to_lines()).unwrap();
    ServiceManagementSystem::replay(journal).unwrap()
}

/// The journal of a desk as it is where nobody destroys anything: `before` is what it was before the disposal.
pub fn kept(before: &str, desk: &Desk) -> SystemJournal {
    let now = desk.system.journal().to_lines();
    let later = now.lines().skip(before.lines().count()).map(|line| format!("{line}\n"));
    SystemJournal::from_lines(&(before.to_owned() + &later.collect::<String>())).unwrap()
}

/// A store that has lost the events of one stream.
pub fn without(events: &[SystemEvent], id: &str) -> Vec<SystemEvent> {
    let stays = events.iter().filter(|event| event.head.record.as_str() != id).cloned();
    let numbered = (0..).zip(stays).map(|(index, mut event)| {
        event.head.index = index;
        event
    });
    numbered.collect()
}

#[test]
fn an_erasure_takes_the_values_and_leaves_the_record_the_journal_and_every_other_value() {
    let mut desk = keeping();
    log(&mut desk, "INC-1");
    log(&mut desk, "INC-2");
    let (before, other) = (document(&desk, "INC-1"), shown(&desk.system, "INC-2"));
    let text = desk.system.journal().to_lines();
    let then = desk.system.journal().events().last().unwrap().head.recorded_at;
    ordered(&mut desk, "DSP-1", &erase(&["INC-1"]));
    assert_ne!(shown(&desk.system, "INC-1"), [None, None], "it is only approved");
    desk.told("secm", "disposal.carry_out", "DSP-1", json!({}));
    assert_eq!(shown(&desk.system, "INC-1"), [None, None]);
    assert_eq!(shown(&desk.system, "INC-2"), other);
    assert_eq!(document(&desk, "INC-1"), before);
    assert!(desk.system.journal().to_lines().starts_with(&text), "no byte of what was written changes");
    let held: Vec<_> =
        desk.system.journal().events().iter().filter(|event| !event.body.personal().is_empty()).collect();
    assert!(held.iter().all(|event| event.head.record.as_str() == "INC-2") && held.len() == 1);
    assert_eq!(shown(&desk.system.as_of(then).unwrap(), "INC-1"), [None, None], "nor was it ever known");
    assert_eq!(replayed(&desk).digest(), desk.system.digest());
    let done = desk
        .system
        .journal()
        .events()
        .iter()
        .rfind(|event| event.body.kind() == "disposal.carried_out")
        .unwrap();
    let named = json!({"erased": [{"process": "incident", "record": "INC-1", "versions": [1]}]});
    assert_eq!(serde_json::to_value(done).unwrap()["body"], named, "a store deletes exactly these rows");
}

#[test]
fn what_a_store_failed_to_delete_is_not_shown_again() {
    let mut desk = keeping();
    log(&mut desk, "INC-1");
    closed(&mut desk, "INC-2");
    let kept = desk.system.journal().events().to_vec();
    carried_out(&mut desk, "DSP-1", &erase(&["INC-1"]));
    desk.minute += 31 * DAY;
    carried_out(&mut desk, "DSP-2", &dispose(&["INC-2"]));
    let later = desk.system.journal().events_since(kept.len() as u64).to_vec();
    let events: Vec<_> = kept.into_iter().chain(later).collect();
    assert_eq!(
        events.iter().filter(|event| !event.body.personal().is_empty()).count(),
        2,
        "the rows are there"
    );
    let opened = ServiceManagementSystem::replay_events(events).unwrap();
    assert_eq!(shown(&opened, "INC-1"), [None, None]);
    assert!(opened.journal().events().iter().all(|event| event.body.personal().is_empty()));
    assert_eq!(opened.digest(), desk.system.digest());
}

#[test]
fn a_hold_placed_after_the_approval_stops_the_disposal_until_another_person_releases_it() {
    let mut desk = keeping();
    closed(&mut desk, "INC-1");
    log(&mut desk, "INC-2");
    desk.minute += 31 * DAY;
    ordered(&mut desk, "DSP-1", &dispose(&["INC-1"]));
    ordered(&mut desk, "DSP-2", &erase(&["INC-2"]));
    let records =
        json!([{"process": "incident", "record": "INC-1"}, {"process": "incident", "record": "INC-2"}]);
    let hold = json!({"records": records, "reason": "a claim", "authority": "the court"});
    let plan = {
        let text = json!({"kind": "disposal.carry_out", "record": "DSP-1", "body": {}}).to_string();
        let doc = Actor::new("doc", [Role::DocumentController]).unwrap();
        let now = Desk::at(desk.minute + 1);
        desk.system.plan(&Command::from_json(text.as_bytes()).unwrap(), &Context::new(now, doc)).unwrap()
    };
    desk.told("secm", "legal_hold.place", "HLD-1", hold);
    assert!(desk.system.confirm(plan).is_err(), "planned before the hold");
    for order in ["DSP-1", "DSP-2"] {
        assert_eq!(lacks(&mut desk, "doc", "disposal.carry_out", order, json!({})), ["legal_hold"]);
    }
    let release = json!({"reason": "settled"});
    assert_eq!(lacks(&mut desk, "secm", "legal_hold.release", "HLD-1", release.clone()), ["second_person"]);
    desk.told("mr", "legal_hold.release", "HLD-1", release);
    desk.told("doc", "disposal.carry_out", "DSP-1", json!({}));
    desk.told("doc", "disposal.carry_out", "DSP-2", json!({}));
    assert!(desk.system.incident("INC-1").is_none());
    assert_eq!(shown(&desk.system, "INC-2"), [None, None]);
}

#[test]
fn a_hold_on_a_person_keeps_the_records_about_that_person() {
    let mut desk = keeping();
    closed(&mut desk, "INC-1");
    log(&mut desk, "INC-2");
    desk.minute += 31 * DAY;
    let hold = |subject: &str| json!({"subject": subject, "reason": "a claim", "authority": "the court"});
    desk.told("secm", "legal_hold.place", "HLD-1", hold("zoe"));
    desk.told("doc", "disposal.request", "DSP-1", request(&dispose(&["INC-1"])));
    desk.told("tm", "legal_hold.place", "HLD-2", hold("ann"));
    assert_eq!(lacks(&mut desk, "po", "disposal.approve", "DSP-1", json!({})), ["legal_hold"]);
    let erasure = lacks(&mut desk, "doc", "disposal.request", "DSP-2", request(&erase(&["INC-2"])));
    assert_eq!(erasure, ["legal_hold"; 2], "the person, and the record about her");
    let unknown = json!({"records": [{"process": "incident", "record": "INC-9"}], "reason": "a claim", "authority": "x"});
    assert_eq!(lacks(&mut desk, "secm", "legal_hold.place", "HLD-3", unknown), ["fact"]);
}

#[test]
fn a_record_is_disposed_of_when_its_period_is_over_and_its_links_are_closed() {
    let mut desk = keeping();
    closed(&mut desk, "INC-1");
    let again = json!({
        "channel": "phone", "requester": "ann", "occurred_at": "2026-11-23T01:00:00Z", "service": "unknown",
        "symptom": "it smokes again", "repeat_of": "INC-1",
    });
    desk.told("sd", "incident.log", "INC-2", again);
    let asked =
        |desk: &mut Desk, order: Value| lacks(desk, "doc", "disposal.request", "DSP-1", request(&order));
    assert_eq!(
        asked(&mut desk, dispose(&["INC-1"])),
        ["linked_records", "retention"],
        "the link is the other's"
    );
    desk.minute += 31 * DAY;
    assert_eq!(asked(&mut desk, dispose(&["INC-1"])), ["linked_records"]);
    assert_eq!(asked(&mut desk, dispose(&["INC-2"])), ["closed"], "what it links is closed");
    desk.told("incm", "incident.cancel", "INC-2", json!({"reason": "a mistake"}));
    assert_eq!(asked(&mut desk, dispose(&["INC-2"])), ["retention"], "it was closed a minute ago");
    carried_out(&mut desk, "DSP-1", &dispose(&["INC-1"]));
    assert!(desk.system.incident("INC-1").is_none());
    let again = request(&dispose(&["INC-1"]));
    assert_eq!(lacks(&mut desk, "doc", "disposal.request", "DSP-2", again), ["fact"]);
}

#[test]
fn only_cases_are_disposed_of() {
    let mut desk = keeping();
    for (process, record) in
        [("policy", "office"), ("disposal", "DSP-1"), ("nothing", "X-1"), ("conflict", "X-1")]
    {
        let order = json!({"dispose": {"records": [{"process": process, "record": record}]}});
        let lacking = lacks(&mut desk, "doc", "disposal.request", "DSP-1", request(&order));
        assert!(lacking.contains(&"process") || lacking == ["fact"], "{process}: {lacking:?}");
    }
    let classes = json!({"month": {"keep": {"days": 30}}});
    for strange in ["policy", "configuration_item", "nothing"] {
        let document = json!({"retention": {"classes": classes, "records": {strange: "month"}}});
        let from = Desk::at(desk.minute + 1);
        let body = json!({"version": 2, "effective_from": from, "document": document});
        assert_eq!(lacks(&mut desk, "po", "policy.revise", "retention", body), ["document"], "{strange}");
    }
}

#[test]
fn a_stream_that_was_disposed_of_is_closed_for_ever() {
    let mut desk = keeping();
    closed(&mut desk, "INC-000004");
    desk.minute += 31 * DAY;
    let version = desk.system.incident("INC-000004").unwrap().envelope.version;
    let before = desk.system.journal().to_lines();
    carried_out(&mut desk, "DSP-1", &dispose(&["INC-000004"]));
    let key = StreamKey { process: ProcessName::Incident, record: RecordId::new("INC-000004").unwrap() };
    let stays: Vec<_> = desk
        .system
        .disposed()
        .map(|(key, stays)| (key.clone(), stays.by.to_string(), stays.version))
        .collect();
    assert_eq!(stays, [(key.clone(), "DSP-1".to_owned(), version)]);
    assert!(desk.system.allowed(ProcessName::Incident, &key.record).is_empty());
    assert_eq!(
        desk.system.next_id(ProcessName::Incident).as_str(),
        "INC-000005",
        "its number is not given again"
    );
    assert_eq!(desk.system.incidents(&TicketQuery::EVERY).count(), 0);
    let log = json!({
        "channel": "phone", "requester": "ann", "occurred_at": "2026-11-23T01:00:00Z", "service": "unknown", "symptom": "s",
    });
    for (by, kind, body) in [
        ("sd", "incident.log", log),
        ("sd", "incident.confirm_notice", json!({"number": 1, "delivered_at": "2026-11-23T01:00:00Z"})),
    ] {
        let digest = desk.system.digest();
        let fault = desk.tries(by, kind, "INC-000004", body).unwrap_err();
        assert!(matches!(fault, CommandError::RecordDisposed { .. }), "{fault}");
        assert_eq!((fault.code(), desk.system.digest()), ("command.record_disposed", digest));
    }
    let mut events = kept(&before, &desk).events().to_vec();
    let mut late = events.iter().find(|event| event.body.kind() == "notice.requested").unwrap().clone();
    late.head.record = key.record;
    late.head.index = events.len() as u64;
    late.head.recorded_at = events.last().unwrap().head.recorded_at;
    late.head.version = version + 1;
    late.body = events.iter().find(|event| event.body.kind() == "incident.imported").unwrap().body.clone();
    events.push(late);
    let refused = ServiceManagementSystem::replay_events(events).unwrap_err();
    assert_eq!(refused.code(), "journal.not_opened");
}

#[test]
fn the_state_is_the_same_whether_the_events_of_what_was_disposed_of_are_there_or_not() {
    let mut desk = keeping();
    closed(&mut desk, "INC-000007");
    log(&mut desk, "INC-000002");
    desk.minute += 31 * DAY;
    let before = desk.system.journal().to_lines();
    carried_out(&mut desk, "DSP-1", &dispose(&["INC-000007"]));
    log(&mut desk, "INC-000003");
    let kept = kept(&before, &desk);
    let less = without(kept.events(), "INC-000007");
    assert!(less.len() < kept.events().len());
    let less = ServiceManagementSystem::replay_events(less).unwrap();
    let whole = ServiceManagementSystem::replay(kept).unwrap();
    for system in [&whole, &less, &replayed(&desk)] {
        assert_eq!(system.digest(), desk.system.digest());
        assert_eq!(system.next_wakeup(), desk.system.next_wakeup());
        assert_eq!(system.next_id(ProcessName::Incident), desk.system.next_id(ProcessName::Incident));
        assert!(system.disposed().eq(desk.system.disposed()));
    }
    let before = desk.system.digest();
    carried_out(&mut desk, "DSP-2", &erase(&["INC-000003"]));
    assert_ne!(desk.system.digest(), before, "a disposal is a record as well");
}

#[test]
fn a_disposal_without_retention_rules_in_force_is_not_decided() {
    let mut desk = office();
    closed(&mut desk, "INC-1");
    let fault = desk.tries("doc", "disposal.request", "DSP-1", request(&dispose(&["INC-1"]))).unwrap_err();
    assert_eq!(fault.code(), "command.no_policy");
}

#[test]
fn what_is_due_for_disposal_is_closed_kept_long_enough_and_not_held() {
    let mut desk = keeping();
    closed(&mut desk, "INC-1");
    log(&mut desk, "INC-2");
    closed(&mut desk, "INC-3");
    let due = |desk: &Desk, days: i64| {
        let due = desk.system.due_for_disposal(Desk::at(desk.minute + days * DAY));
        due.iter().map(|key| key.stream().to_string()).collect::<Vec<_>>()
    };
    assert!(due(&desk, 29).is_empty());
    assert_eq!(due(&desk, 30), ["incident/INC-1", "incident/INC-3"]);
    let records = json!([{"process": "incident", "record": "INC-3"}]);
    let hold = json!({"records": records, "reason": "a claim", "authority": "the court"});
    desk.told("secm", "legal_hold.place", "HLD-1", hold);
    assert_eq!(due(&desk, 30), ["incident/INC-1"]);
    desk.minute += 31 * DAY;
    carried_out(&mut desk, "DSP-1", &dispose(&["INC-1"]));
    assert!(due(&desk, 30).is_empty());
    assert!(office().system.due_for_disposal(Desk::at(0)).is_empty(), "without rules nothing is");
}
