//! The rules of the schedule on clusters and calendars that a reader can check by hand.

use super::*;
use crate::cmdb::{CmdbDocument, CmdbError, Gate, Item, Relation};
use crate::control::Firmness;
use crate::kernel::walk::versioned;
use crate::kernel::{Code, PolicyId};
use crate::time::CalendarDocument;
use serde_json::{Value, json};

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

/// An instant of Saturday, 2026-11-21, in UTC.
fn saturday(clock: &str) -> Instant {
    at(&format!("2026-11-21T{clock}:00Z"))
}

fn change(id: &str, items: &[&str], from: Instant, until: Instant) -> Intervention {
    let items = items.iter().map(|item| CiId::new(*item).unwrap());
    Intervention::new(RecordId::new(id).unwrap(), from, until).on(items)
}

fn code(text: &str) -> Code {
    Code::new(text).unwrap()
}

/// `mail` needs so many of its nodes `n1`, `n2`, ...
fn cluster(nodes: u32, needed: u32) -> Cmdb {
    let mut document = CmdbDocument::preset();
    let mail = CiId::new("mail").unwrap();
    let gate = Gate::AtLeast(needed);
    document.items.push(Item::new(mail.clone(), code("service")).with_gate(code("nodes"), gate));
    for node in 1..=nodes {
        let node = CiId::new(format!("n{node}")).unwrap();
        document.items.push(Item::new(node.clone(), code("server")));
        document.relations.push(Relation::new(mail.clone(), code("runs_on"), node).in_group(code("nodes")));
    }
    Cmdb::new(document).unwrap()
}

fn rules(rules: Value, calendars: &[(&str, Value)]) -> RulesInForce<ChangeRules> {
    let compiled = |id: &str, document: CalendarDocument| {
        let reference = versioned(id, document.clone()).reference();
        (reference, BusinessCalendar::new(document).unwrap())
    };
    let office = compiled("office", CalendarDocument::always_open("UTC"));
    let calendars: Vec<_> = calendars
        .iter()
        .map(|(id, week)| compiled(id, serde_json::from_value(week.clone()).unwrap()))
        .collect();
    let mut rules = rules;
    rules["calendar"] = json!("office");
    let find = |id: &PolicyId| {
        let (reference, calendar) = calendars.iter().find(|(one, _)| one.id == *id).unwrap_or(&office);
        Some((reference, calendar))
    };
    RulesInForce::new(&versioned("change", serde_json::from_value(rules).unwrap()), find).unwrap()
}

fn window(calendar: &str) -> Value {
    json!({"maintenance_windows": [{"id": "nights", "calendar": calendar, "scope": "all", "firmness": "hard"}]})
}

#[test]
fn two_safe_changes_that_would_break_a_quorum_are_caught() {
    let cmdb = cluster(3, 2);
    let one = change("CHG-1", &["n1"], saturday("20:00"), saturday("22:00"));
    let two = change("CHG-2", &["n2"], saturday("21:00"), saturday("23:00"));
    let schedule = ChangeSchedule::new(&cmdb, [one.clone()]);
    let found = schedule.conflicts(&two).unwrap();
    let [gate] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((gate.rule, gate.with.as_str(), gate.firmness), (ConflictRule::Gate, "CHG-1", Firmness::Hard));
    assert_eq!(gate.ci.as_ref().unwrap().as_str(), "mail");
    assert_eq!((gate.from, gate.until), (saturday("21:00"), saturday("22:00")));
    let later = Intervention { from: saturday("22:00"), until: saturday("23:00"), ..two };
    assert_eq!(schedule.conflicts(&later).unwrap(), [], "what only touches does not meet");
    let alone = ChangeSchedule::new(&cmdb, []);
    assert_eq!(alone.conflicts(&one).unwrap(), [], "each alone is safe");
}

#[test]
fn every_minimal_set_is_found_and_no_other() {
    let cmdb = cluster(4, 2);
    let others = ["n1", "n2", "n3"]
        .map(|node| change(&format!("CHG-{node}"), &[node], saturday("20:00"), saturday("22:00")));
    let subject = change("CHG-n4", &["n4"], saturday("20:00"), saturday("22:00"));
    let found = ChangeSchedule::new(&cmdb, others).conflicts(&subject).unwrap();
    let with: Vec<_> = found.iter().map(|conflict| conflict.with.as_str()).collect();
    assert_eq!(with, ["CHG-n1+CHG-n2", "CHG-n1+CHG-n3", "CHG-n2+CHG-n3"]);
}

#[test]
fn an_outage_uses_up_what_a_gate_can_lose() {
    let cmdb = cluster(3, 1);
    let one = change("CHG-1", &["n1"], saturday("20:00"), saturday("22:00"));
    let two = change("CHG-2", &["n2"], saturday("20:00"), saturday("22:00"));
    let states = BTreeMap::from([(CiId::new("n3").unwrap(), ItemState::Down)]);
    let outage = Outage {
        id: RecordId::new("INC-1").unwrap(),
        from: saturday("18:00"),
        until: saturday("21:00"),
        states,
    };
    let schedule = ChangeSchedule::new(&cmdb, [one]);
    assert_eq!(schedule.conflicts(&two).unwrap(), []);
    let found = schedule.beside([outage]).conflicts(&two).unwrap();
    assert_eq!((found.len(), found[0].with.as_str()), (1, "CHG-1+INC-1"));
    assert_eq!((found[0].from, found[0].until), (saturday("20:00"), saturday("21:00")));
}

#[test]
fn a_search_that_would_visit_too_much_is_refused() {
    let cmdb = cluster(30, 15);
    let others = (1..30).map(|node| {
        change(&format!("CHG-{node}"), &[&format!("n{node}")], saturday("20:00"), saturday("22:00"))
    });
    let subject = change("CHG-30", &["n30"], saturday("20:00"), saturday("22:00"));
    let schedule = ChangeSchedule::new(&cmdb, others).visiting(5_000);
    assert_eq!(schedule.conflicts(&subject), Err(CmdbError::BudgetExceeded { budget: 5_000 }));
}

/// Users of one product see one row where eighty items stand under a freeze (semantics 4.9).
#[test]
fn eighty_items_under_one_freeze_are_eighty_conflicts() {
    let cmdb = cluster(80, 1);
    let nodes: Vec<String> = (1..=80).map(|node| format!("n{node}")).collect();
    let nodes: Vec<&str> = nodes.iter().map(String::as_str).collect();
    let subject = change("CHG-1", &nodes, saturday("20:00"), saturday("22:00"));
    for scope in [json!({"cis": nodes}), json!({"services": ["mail"]})] {
        let rules = rules(
            json!({"freezes": [{"id": "year_end", "from": saturday("21:00"), "until": saturday("23:00"),
                "scope": scope, "firmness": "hard"}]}),
            &[],
        );
        let found = ChangeSchedule::new(&cmdb, []).under(&rules).conflicts(&subject).unwrap();
        let items: BTreeSet<_> = found.iter().filter_map(|conflict| conflict.ci.clone()).collect();
        assert_eq!((found.len(), items.len()), (80, 80));
        assert!(found.iter().all(|conflict| conflict.firmness == Firmness::Hard && conflict.via.is_empty()));
    }
}

#[test]
fn items_that_the_register_does_not_hold_are_compared_by_their_ids() {
    let cmdb = cluster(2, 1);
    let other = change("CHG-1", &["ghost"], saturday("20:00"), saturday("22:00"));
    let subject = change("CHG-2", &["ghost", "n1"], saturday("21:00"), saturday("23:00"));
    let rules = rules(
        json!({"freezes": [{"id": "halt", "from": saturday("22:00"), "until": saturday("23:00"),
            "scope": {"services": ["ghost"]}, "firmness": "soft"}]}),
        &[],
    );
    let found = ChangeSchedule::new(&cmdb, [other]).under(&rules).conflicts(&subject).unwrap();
    let found: Vec<_> = found.iter().map(|c| (c.rule, c.ci.as_ref().map(|ci| ci.as_str()))).collect();
    assert_eq!(found, [(ConflictRule::Freeze, Some("ghost")), (ConflictRule::SameItem, Some("ghost"))]);
}

#[test]
fn windows_of_two_calendars_that_touch_are_one_opening() {
    let cmdb = cluster(1, 1);
    let rules = rules(
        json!({"maintenance_windows": [
            {"id": "evening", "calendar": "evening", "scope": {"cis": ["n1"]}, "firmness": "hard"},
            {"id": "night", "calendar": "night", "scope": {"cis": ["n1"]}, "firmness": "hard"}]}),
        &[
            ("evening", json!({"zone": "UTC", "week": {"sat": [["18:00", "21:00"]]}})),
            ("night", json!({"zone": "UTC", "week": {"sat": [["21:00", "24:00"]]}})),
        ],
    );
    let schedule = ChangeSchedule::new(&cmdb, []);
    let schedule = schedule.under(&rules);
    let during =
        |from, until| schedule.conflicts(&change("CHG-1", &["n1"], saturday(from), saturday(until))).unwrap();
    assert_eq!(during("20:00", "22:00"), []);
    let late: Vec<_> = during("17:00", "19:00").iter().map(|c| (c.rule, c.from, c.until)).collect();
    assert_eq!(
        late,
        [(ConflictRule::Window, saturday("17:00"), saturday("18:00")); 2],
        "either could have been open"
    );
}

fn nights(zone: &str, from: &str, until: &str) -> Value {
    json!({"zone": zone, "week": {"sun": [[from, until]]}})
}

fn searched(rules: &RulesInForce<ChangeRules>, hours: i64, horizon: (&str, &str)) -> FreeWindows {
    let cmdb = cluster(1, 1);
    let from = at(horizon.0);
    let subject = change("CHG-1", &["n1"], from, from.plus_s(hours * 3_600).unwrap());
    let schedule = ChangeSchedule::new(&cmdb, []).under(rules);
    schedule.find_windows(&subject, &Horizon::new(from, at(horizon.1))).unwrap()
}

/// On 2026-10-25 the night in Paris has an hour more, on 2026-03-29 one less.
#[test]
fn a_window_in_a_zone_is_as_long_as_its_night() {
    let rules = rules(window("nights"), &[("nights", nights("Europe/Paris", "01:00", "05:00"))]);
    let autumn = searched(&rules, 5, ("2026-10-20T00:00:00Z", "2026-11-03T00:00:00Z"));
    let starts: Vec<_> = autumn.feasible.iter().map(|one| (one.from, one.until)).collect();
    let only = at("2026-10-24T23:00:00Z");
    assert_eq!(starts, [(only, only.plus_s(1).unwrap())], "five hours fit into that night alone");
    let spring = searched(&rules, 4, ("2026-03-25T00:00:00Z", "2026-04-07T00:00:00Z"));
    let starts: Vec<_> = spring.feasible.iter().map(|one| one.from).collect();
    assert_eq!(starts, [at("2026-04-04T23:00:00Z")], "four hours do not fit into the short one");
}

#[test]
fn nothing_fits_where_no_opening_is_long_enough_or_there_is_none() {
    let horizon = ("2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z");
    for calendar in [nights("UTC", "01:00", "05:00"), json!({"zone": "UTC", "week": {}})] {
        let found = searched(&rules(window("nights"), &[("nights", calendar)]), 5, horizon);
        assert_eq!(found.feasible, []);
        let [closed] = found.unfeasible.as_slice() else { panic!("{found:?}") };
        assert_eq!((closed.rule, closed.with.as_str()), (ConflictRule::Window, "nights"));
        assert_eq!((closed.from, closed.until), (at(horizon.0), at("2026-11-30T19:00:01Z")));
    }
}

#[test]
fn the_work_lies_inside_the_horizon() {
    let always = rules(json!({}), &[]);
    let found = searched(&always, 2, ("2026-11-21T00:00:00Z", "2026-11-21T02:00:00Z"));
    assert_eq!(found.feasible.len(), 1, "it just fits");
    assert_eq!(found.feasible[0].until, at("2026-11-21T00:00:01Z"));
    let found = searched(&always, 2, ("2026-11-21T00:00:00Z", "2026-11-21T01:59:59Z"));
    assert_eq!(found, FreeWindows::default());
    let found = searched(&always, 0, ("2026-11-21T00:00:00Z", "2026-11-21T02:00:00Z"));
    assert_eq!(found, FreeWindows::default(), "a change that takes no time has no window");
}
