//! The whole system, driven as a host drives it.

use itsm::kernel::{Actor, Context, EventBody, Instant, Role, TenantId, UnitId};
use itsm::resolution::IncidentPhase;
use itsm::sla::Metric;
use itsm::system::{Command, CommandError, PolicyEvent, ServiceManagementSystem, SystemEvent, What};

fn at(text: &str) -> Instant {
    Instant::parse(text).expect("an instant")
}

fn person(id: &str, role: Role) -> Actor {
    Actor::new(id, [role]).expect("an actor")
}

fn by(actor: Actor, now: &str) -> Context {
    Context::new(at(now), actor).with_entropy([7; 32])
}

fn command(text: &str) -> Command {
    Command::from_json(text.as_bytes()).expect("a command")
}

fn publish(desk: &mut ServiceManagementSystem, id: &str, document: &str) {
    let text = format!(
        r#"{{"kind":"policy.publish","record":"{id}","body":{{"version":1,"effective_from":"2026-01-01T00:00:00Z","document":{document}}}}}"#
    );
    let owner = by(person("p-owner", Role::ProcessOwner), "2026-01-01T00:00:00Z");
    desk.execute(&command(&text), &owner).expect("a policy");
}

/// Office hours 9-12 and 13-18 in Shanghai, the matrix of the standard, one agreement, three business days to close.
fn desk() -> ServiceManagementSystem {
    let mut desk = ServiceManagementSystem::new();
    let day = r#"[["09:00","12:00"],["13:00","18:00"]]"#;
    let week = ["mon", "tue", "wed", "thu", "fri"].map(|weekday| format!(r#""{weekday}":{day}"#)).join(",");
    publish(&mut desk, "office", &format!(r#"{{"calendar":{{"zone":"Asia/Shanghai","week":{{{week}}}}}}}"#));
    let matrix = serde_json::to_string(&itsm::priority::Preset::Iso.document()).expect("a matrix");
    publish(&mut desk, "matrix", &format!(r#"{{"matrix":{matrix}}}"#));
    publish(&mut desk, "rules", r#"{"desk":{"calendar":"office"}}"#);
    let clause = |id: &str, metric: &str, seconds: u32| {
        format!(
            r#"{{"id":"{id}","metric":"{metric}","target":{{"unit":"working","seconds":{seconds}}},"calendar":"office","pause_reasons":["user"],
                "levels":[{{"id":"{id}-75","at":{{"percent":75}},"kind":"warning","notify":["requester","incm"]}}]}}"#
        )
    };
    let clauses =
        [clause("response", "response", 3_600), clause("resolution", "resolution", 14_400)].join(",");
    publish(
        &mut desk,
        "sla",
        &format!(
            r#"{{"agreement":{{"name":"Bank","precedence":1,"selection":"precedence","clauses":[{clauses}]}}}}"#
        ),
    );
    desk
}

fn network() -> Actor {
    person("p-net", Role::SecondLine).in_unit(UnitId::new("network").expect("a unit"))
}

const LOG: &str = r#"{"kind":"incident.log","body":{"channel":"phone","symptom":"no VPN","occurred_at":"2026-11-23T01:30:00Z",
    "service":{"known":"vpn"},"requester":"u-1"}}"#;

fn classify(id: &str) -> String {
    format!(
        r#"{{"kind":"incident.classify","record":"{id}","body":{{"category":"network/vpn","impact":2,"urgency":2,"known_error":"none"}}}}"#
    )
}

/// Logged at 10:00 on a Monday in Shanghai, classified, assigned, acknowledged at 10:20.
fn in_progress(desk: &mut ServiceManagementSystem) -> String {
    let sd = |now| by(person("p-sd", Role::ServiceDesk), now);
    let events = desk.execute(&command(LOG), &sd("2026-11-23T02:00:00Z")).expect("logged");
    let id = events[0].head.record.to_string();
    desk.execute(&command(&classify(&id)), &sd("2026-11-23T02:05:00Z")).expect("classified");
    let assign = format!(r#"{{"kind":"incident.assign","record":"{id}","body":{{"group":"network"}}}}"#);
    desk.execute(&command(&assign), &sd("2026-11-23T02:10:00Z")).expect("assigned");
    let acknowledge = format!(r#"{{"kind":"incident.acknowledge","record":"{id}","body":{{}}}}"#);
    desk.execute(&command(&acknowledge), &by(network(), "2026-11-23T02:20:00Z")).expect("acknowledged");
    id
}

fn resolve(
    desk: &mut ServiceManagementSystem,
    id: &str,
    now: &str,
) -> Result<Vec<SystemEvent>, CommandError> {
    let text = format!(
        r#"{{"kind":"incident.resolve","record":"{id}","body":{{"resolution":{{"code":"config","text":"certificate renewed","kind":"permanent","level":"l2"}}}}}}"#
    );
    desk.execute(&command(&text), &by(network(), now))
}

#[test]
fn an_incident_lives_from_the_call_to_its_automatic_closure() {
    let mut desk = desk();
    let id = in_progress(&mut desk);
    let incident = desk.incident(&id).expect("an incident");
    assert_eq!(incident.priority, Some(2));
    let due = incident.clocks.get(Metric::Resolution).expect("a clock").due_at;
    assert_eq!(due, Some(at("2026-11-23T07:00:00Z")), "two hours before noon, two after one o'clock");
    resolve(&mut desk, &id, "2026-11-23T05:00:00Z").expect("resolved");

    let silent = desk.advance(at("2026-12-10T00:00:00Z")).expect("advanced");
    assert!(silent.events.is_empty(), "nobody was told, so nobody failed to answer");

    let noticed = desk.incident(&id).expect("an incident").envelope.notices.len();
    let receipt = format!(
        r#"{{"kind":"incident.confirm_notice","record":"{id}","body":{{"number":{noticed},"delivered_at":"2026-11-23T05:01:00Z"}}}}"#
    );
    desk.execute(&command(&receipt), &by(person("mailer", Role::Gateway), "2026-12-10T00:00:00Z"))
        .expect("a receipt");
    desk.advance(at("2026-12-11T00:00:00Z")).expect("advanced");
    let incident = desk.incident(&id).expect("an incident");
    assert_eq!(incident.phase(), IncidentPhase::Closed);
    assert!(incident.closure().is_some_and(|closure| closure.automatic));
}

#[test]
fn whoever_resolved_cannot_confirm_and_the_refusal_says_everything() {
    let mut desk = desk();
    let id = in_progress(&mut desk);
    resolve(&mut desk, &id, "2026-11-23T05:00:00Z").expect("resolved");
    let close = format!(
        r#"{{"kind":"incident.close","record":"{id}","body":{{"code":"done","category_verified":false}}}}"#
    );
    let before = desk.digest();
    let mut both = network();
    both.roles = both.roles.with(Role::ServiceDesk);
    let refused = desk.execute(&command(&close), &by(both, "2026-11-23T05:10:00Z")).expect_err("refused");
    let refusal = refused.refusal().expect("by a guard");
    assert_eq!(refusal.guard, "T-INC-09");
    assert!(refusal.lacks("separation_of_duties") && refusal.lacks("category_verified"), "{refusal}");
    assert_eq!(desk.digest(), before, "a refusal changes nothing");
}

#[test]
fn a_journal_read_back_gives_the_same_digest() {
    let mut desk = desk();
    let id = in_progress(&mut desk);
    desk.advance(at("2026-11-23T06:30:00Z")).expect("advanced");
    resolve(&mut desk, &id, "2026-11-23T08:00:00Z").expect("resolved");
    let incident = desk.incident(&id).expect("an incident");
    assert!(incident.clocks.get(Metric::Resolution).expect("a clock").breached_at.is_some());
    let text = desk.journal().to_lines();
    assert!(!text.contains("no VPN"), "personal values stay out of the journal");
    let journal = itsm::system::SystemJournal::from_lines(&text).expect("a journal");
    let again = ServiceManagementSystem::replay(journal).expect("replayed");
    assert_eq!(again.digest(), desk.digest());
    assert_eq!(again.next_wakeup(), desk.next_wakeup());
    let then = desk.as_of(at("2026-11-23T02:05:00Z")).expect("as of");
    assert_eq!(then.incident(&id).map(|incident| incident.phase()), Some(IncidentPhase::Classified));
}

/// What a journal says but for `recorded_at`.
fn said(desk: &ServiceManagementSystem) -> Vec<(u64, String, u64, Instant, &'static str)> {
    let events = desk.journal().events().iter();
    events
        .map(|event| {
            let head = &event.head;
            (head.index, head.record.to_string(), head.version, head.at, event.body.kind())
        })
        .collect()
}

#[test]
fn advancing_in_steps_records_what_advancing_at_once_does() {
    let mut at_once = desk();
    let id = in_progress(&mut at_once);
    let sd = || by(person("p-sd", Role::ServiceDesk), "2026-11-23T02:25:00Z");
    let second = at_once.execute(&command(LOG), &sd()).expect("logged")[0].head.record.to_string();
    at_once.execute(&command(&classify(&second)), &sd()).expect("classified");
    let mut in_steps = at_once.clone();
    at_once.advance(at("2026-11-24T00:00:00Z")).expect("advanced");
    for hour in ["03", "05", "06", "07", "08"] {
        in_steps.advance(at(&format!("2026-11-23T{hour}:00:00Z"))).expect("advanced");
    }
    in_steps.advance(at("2026-11-24T00:00:00Z")).expect("advanced");
    assert_eq!(at_once.digest(), in_steps.digest());
    assert_eq!(said(&at_once), said(&in_steps));
    let fired =
        &at_once.incident(&id).expect("an incident").clocks.get(Metric::Resolution).expect("a clock").fired;
    assert_eq!(fired.len(), 1);
}

const IMPORT: &str = r#"{"kind":"incident.import","record":"OLD-7","body":{
    "channel":"mail","symptom":"slow","requester":"u-2","occurred_at":"2026-11-20T01:00:00Z","opened_at":"2026-11-20T01:00:00Z",
    "state":{"kind":"pending","reason":"user","since":"2026-11-20T02:00:00Z","until":"2026-11-25T02:00:00Z"},
    "classification":{"category":"network/vpn","impact":3,"urgency":3,"security":false},
    "assignment":{"group":"network","person":"p-net"},"response_at":"2026-11-20T01:10:00Z",
    "waits":[{"reason":"user","from":"2026-11-20T02:00:00Z"}]}}"#;

#[test]
fn an_imported_ticket_begins_where_it_stands_and_tells_nobody_of_its_past() {
    let mut desk = desk();
    let manager = || by(person("p-incm", Role::IncidentManager), "2026-11-23T02:00:00Z");
    desk.execute(&command(IMPORT), &manager()).expect("imported");
    let incident = desk.incident("OLD-7").expect("an incident");
    assert_eq!(incident.phase(), IncidentPhase::Pending);
    assert!(incident.envelope.imported && incident.envelope.notices.is_empty());
    let clock = incident.clocks.get(Metric::Resolution).expect("a clock");
    assert_eq!((clock.consumed_s, clock.paused.is_some()), (3_600, true), "an hour of work, then a wait");
    assert_eq!(desk.next_wakeup(), None, "a paused clock has nothing due");

    let backwards = IMPORT.replace("OLD-7", "OLD-8").replace("2026-11-20T01:10:00Z", "2026-11-19T01:10:00Z");
    let refused = desk.execute(&command(&backwards), &manager()).expect_err("refused");
    assert!(refused.refusal().expect("by a guard").lacks("history"));
}

#[test]
fn a_command_carried_out_twice_under_one_id_changes_nothing_and_another_under_it_is_an_error() {
    let mut desk = desk();
    let context = by(person("p-sd", Role::ServiceDesk), "2026-11-23T02:00:00Z")
        .with_command_id(itsm::kernel::CommandId::new("c-1").expect("an id"));
    desk.execute(&command(LOG), &context).expect("logged");
    let once = desk.digest();
    assert!(desk.execute(&command(LOG), &context).expect("repeated").is_empty());
    assert_eq!(desk.digest(), once);
    let other =
        desk.execute(&command(&LOG.replace("no VPN", "no mail")), &context).expect_err("another command");
    assert_eq!(other.code(), "journal.command_reused");

    let journal = itsm::system::SystemJournal::from_lines(&desk.journal().to_lines()).expect("a journal");
    let mut again = ServiceManagementSystem::replay(journal).expect("replayed");
    assert!(again.execute(&command(LOG), &context).expect("repeated").is_empty());
    let others = [LOG.replacen('{', r#"{"record":"INC-000077","#, 1), LOG.replace("phone", "portal")];
    for elsewhere in others {
        assert_ne!(elsewhere, LOG);
        let other = again.execute(&command(&elsewhere), &context).expect_err("another command");
        assert_eq!(other.code(), "journal.command_reused");
    }
}

#[test]
fn after_a_replay_a_note_is_not_taken_for_the_move_that_was_made_under_its_id() {
    let mut desk = desk();
    let id = in_progress(&mut desk);
    let hold = |note: &str| {
        format!(
            r#"{{"kind":"incident.pend","record":"{id}","body":{{"reason":"user","note":"{note}",
                "until":"2026-11-24T02:00:00Z"}}}}"#
        )
    };
    let at_once = || by(network(), "2026-11-23T02:40:00Z");
    let context = at_once().with_command_id(itsm::kernel::CommandId::new("c-9").expect("an id"));
    desk.execute(&command(&hold("asked for the log")), &context).expect("on hold");
    let journal = itsm::system::SystemJournal::from_lines(&desk.journal().to_lines()).expect("a journal");
    let mut again = ServiceManagementSystem::replay(journal).expect("replayed");
    let later = Context { now: at("2026-11-23T04:00:00Z"), entropy: Some([9; 32]), ..context };
    assert!(again.execute(&command(&hold("asked for the log")), &later).expect("repeated").is_empty());
    let work =
        format!(r#"{{"kind":"incident.work","record":"{id}","body":{{"note":"looked at the logs"}}}}"#);
    let other = again.execute(&command(&work), &later).expect_err("another command");
    assert_eq!(other.code(), "journal.command_reused");
}

#[test]
fn a_plan_of_another_tenant_or_of_an_instant_before_the_journals_last_is_not_confirmed() {
    let context = |tenant: &str| {
        let tenant = itsm::kernel::TenantId::new(tenant).expect("an id");
        Context { tenant: Some(tenant), ..by(person("p-sd", Role::ServiceDesk), "2026-11-23T02:00:00Z") }
    };
    let of = |tenant: &str| {
        let tenant = itsm::kernel::TenantId::new(tenant).expect("an id");
        let journal =
            itsm::system::SystemJournal::from_lines(&desk().journal().to_lines()).expect("a journal");
        ServiceManagementSystem::replay_for(tenant, journal).expect("replayed")
    };
    let (one, mut other) = (of("one"), of("other"));
    let plan = one.plan(&command(LOG), &context("one")).expect("a plan");
    assert_eq!(other.confirm(plan).expect_err("another tenant's").code(), "journal.other_tenant");

    let sd = |now| by(person("p-sd", Role::ServiceDesk), now);
    let (mut early, mut late) = (desk(), desk());
    let first = LOG.replacen('{', r#"{"record":"INC-000077","#, 1);
    early.execute(&command(&first), &sd("2026-11-23T01:45:00Z")).expect("logged");
    late.execute(&command(&first), &sd("2026-11-23T03:00:00Z")).expect("logged");
    assert_eq!(early.journal().next_index(), late.journal().next_index());
    let plan = early.plan(&command(LOG), &sd("2026-11-23T02:00:00Z")).expect("a plan");
    assert_eq!(late.confirm(plan.clone()).expect_err("too late").code(), "journal.time_went_back");
    early.confirm(plan).expect("in time");
}

#[test]
fn a_plan_made_before_the_record_changed_is_a_conflict_and_appends_nothing() {
    let mut desk = desk();
    let id = in_progress(&mut desk);
    let work =
        format!(r#"{{"kind":"incident.work","record":"{id}","body":{{"note":"looked at the logs"}}}}"#);
    let context = by(network(), "2026-11-23T02:30:00Z");
    let first = desk.plan(&command(&work), &context).expect("a plan");
    let second = desk.plan(&command(&work), &context).expect("a plan");
    desk.confirm(first).expect("confirmed");
    let before = (desk.digest(), desk.journal().events().len());
    let error = desk.confirm(second).expect_err("a conflict");
    assert_eq!(error.code(), "journal.conflict");
    assert_eq!((desk.digest(), desk.journal().events().len()), before);
}

/// An escalation is no state of the ticket, so none is lost when the ticket moves.
#[test]
fn d3_v31_a_target_missed_before_the_assignment_is_escalated_and_the_incident_is_assigned() {
    let mut desk = desk();
    let sd = |now| by(person("p-sd", Role::ServiceDesk), now);
    let events = desk.execute(&command(LOG), &sd("2026-11-23T02:00:00Z")).expect("logged");
    let id = events[0].head.record.to_string();
    desk.execute(&command(&classify(&id)), &sd("2026-11-23T02:05:00Z")).expect("classified");
    desk.advance(at("2026-11-23T08:00:00Z")).expect("advanced");
    let assign = format!(r#"{{"kind":"incident.assign","record":"{id}","body":{{"group":"network"}}}}"#);
    desk.execute(&command(&assign), &sd("2026-11-23T08:10:00Z")).expect("assigned");
    let incident = desk.incident(&id).expect("an incident");
    assert_eq!(incident.phase(), IncidentPhase::Assigned);
    let clock = incident.clocks.get(Metric::Resolution).expect("a clock");
    assert_eq!(clock.breached_at, Some(at("2026-11-23T07:00:01Z")));
    assert_eq!(clock.phase, itsm::sla::ClockPhase::Running);
    assert_eq!(clock.fired.iter().map(|fired| fired.level.as_str()).collect::<Vec<_>>(), ["resolution-75"]);
}

#[test]
fn acting_for_the_requester_gives_no_authority() {
    let mut desk = desk();
    let id = in_progress(&mut desk);
    resolve(&mut desk, &id, "2026-11-23T05:00:00Z").expect("resolved");
    let close = format!(
        r#"{{"kind":"incident.close","record":"{id}","body":{{"code":"done","category_verified":true}}}}"#
    );
    let user = itsm::kernel::PersonId::new("u-1").expect("an id");
    let resolver = by(network(), "2026-11-23T05:10:00Z").on_behalf_of(user.clone());
    let refused = desk.execute(&command(&close), &resolver).expect_err("refused");
    assert!(refused.refusal().expect("by a guard").lacks("authority"));
    let told = by(person("p-sd", Role::ServiceDesk), "2026-11-23T05:10:00Z").on_behalf_of(user);
    desk.execute(&command(&close), &told).expect("the desk writes down what the user says");
}

#[test]
fn an_actor_whose_appointment_has_ended_does_nothing() {
    let mut desk = desk();
    let id = in_progress(&mut desk);
    let mut ended = network();
    ended.valid_to = Some(at("2026-11-23T04:00:00Z"));
    let work = format!(r#"{{"kind":"incident.work","record":"{id}","body":{{"note":"looked"}}}}"#);
    let refused = desk.execute(&command(&work), &by(ended, "2026-11-23T05:00:00Z")).expect_err("refused");
    assert!(refused.refusal().expect("by a guard").lacks("validity"));
}

fn waiver() -> itsm::kernel::Waiver {
    let text = r#"{"id":"WVR-1","duty":"resolver_closure_confirmer","persons":["p-both"],"reason":"a team of two",
        "compensating_control":"monthly sample","approved_by":"p-tm","approved_role":"tm",
        "valid_from":"2026-01-01T00:00:00Z","valid_until":"2026-12-31T00:00:00Z"}"#;
    serde_json::from_str(text).expect("a waiver")
}

#[test]
fn only_a_waiver_on_file_lifts_a_separation_and_revoking_it_voids_the_plan() {
    let mut desk = desk();
    let id = in_progress(&mut desk);
    let mut both = Actor::new("p-both", [Role::ServiceDesk]).expect("an actor");
    both.unit = Some(UnitId::new("network").expect("a unit"));
    let text = format!(
        r#"{{"kind":"incident.resolve","record":"{id}","body":{{"resolution":{{"code":"c","text":"done","kind":"permanent","level":"l2"}}}}}}"#
    );
    desk.execute(&command(&text), &by(both.clone(), "2026-11-23T05:00:00Z")).expect("resolved");
    let close = command(&format!(
        r#"{{"kind":"incident.close","record":"{id}","body":{{"code":"done","category_verified":true}}}}"#
    ));
    let alone = by(both, "2026-11-23T05:10:00Z");
    let handed_in = alone.clone().with_waivers(vec![waiver()]);
    assert!(desk.execute(&close, &handed_in).is_err(), "it is not on file");

    let management = || by(person("p-tm", Role::TopManagement), "2026-11-23T05:05:00Z");
    let waiver = serde_json::to_string(&waiver()).expect("text");
    let file = format!(r#"{{"kind":"waiver.file","record":"WVR-1","body":{{"waiver":{waiver}}}}}"#);
    desk.execute(&command(&file), &management()).expect("filed");
    let plan = desk.plan(&close, &alone).expect("lifted");
    assert!(plan.events().any(|event| !event.head.waivers.is_empty()), "the use is recorded");
    let revoke = r#"{"kind":"waiver.revoke","record":"WVR-1","body":{"reason":"a third colleague"}}"#;
    desk.execute(&command(revoke), &management()).expect("revoked");
    assert_eq!(desk.confirm(plan).expect_err("void").code(), "journal.guard_moved");
}

#[test]
fn a_plan_is_void_once_a_policy_it_used_was_revised_or_the_journal_has_grown() {
    let mut desk = desk();
    let sd = |now| by(person("p-sd", Role::ServiceDesk), now);
    let plan = desk.plan(&command(LOG), &sd("2026-11-23T02:00:00Z")).expect("a plan");
    let revise = r#"{"kind":"policy.revise","record":"rules","body":{"version":2,"effective_from":"2026-11-24T00:00:00Z",
        "document":{"desk":{"calendar":"office"}}}}"#;
    let owner = by(person("p-owner", Role::ProcessOwner), "2026-11-23T02:01:00Z");
    desk.execute(&command(revise), &owner).expect("revised");
    assert_eq!(desk.confirm(plan).expect_err("void").code(), "journal.guard_moved");

    let import = command(&IMPORT.replace("OLD-7", "OLD-9"));
    let manager = by(person("p-incm", Role::IncidentManager), "2026-11-23T03:00:00Z");
    let plan = desk.plan(&import, &manager).expect("a plan");
    desk.execute(&command(LOG), &sd("2026-11-23T03:00:00Z")).expect("logged");
    assert_eq!(desk.confirm(plan).expect_err("elsewhere").code(), "journal.index_moved");
}

#[test]
fn an_override_that_ends_while_the_incident_is_resolved_leaves_its_timers_alive() {
    let mut desk = desk();
    let id = in_progress(&mut desk);
    let sd = |now| by(person("p-sd", Role::ServiceDesk), now);
    let overriding = format!(
        r#"{{"kind":"incident.override_priority","record":"{id}","body":{{"priority":1,"reason":"the board meets","expires_at":"2026-11-23T05:30:00Z"}}}}"#
    );
    desk.execute(&command(&overriding), &sd("2026-11-23T02:30:00Z")).expect("overridden");
    resolve(&mut desk, &id, "2026-11-23T05:00:00Z").expect("resolved");
    let reopen =
        format!(r#"{{"kind":"incident.reopen","record":"{id}","body":{{"reason":"still broken"}}}}"#);
    desk.execute(&command(&reopen), &sd("2026-11-23T06:00:00Z")).expect("reopened");
    let incident = desk.incident(&id).expect("an incident");
    assert_eq!((incident.priority, incident.priority_override.is_none()), (Some(2), true));
    desk.advance(at("2026-12-01T00:00:00Z")).expect("advanced");
    let clock =
        desk.incident(&id).expect("an incident").clocks.get(Metric::Resolution).expect("a clock").clone();
    assert!(clock.breached_at.is_some(), "the breach is recorded");
    assert!(desk.next_wakeup().is_none_or(|next| next > at("2026-12-01T00:00:00Z")));
}

#[test]
fn numbers_go_on_after_the_highest_one_that_a_host_may_supply() {
    let mut desk = desk();
    let sd = || by(person("p-sd", Role::ServiceDesk), "2026-11-23T02:00:00Z");
    let supplied = LOG.replacen('{', r#"{"record":"INC-999999999999999","#, 1);
    desk.execute(&command(&supplied), &sd()).expect("logged");
    for number in ["INC-1000000000000000", "INC-1000000000000001"] {
        let events = desk.execute(&command(LOG), &sd()).expect("logged");
        assert_eq!(events[0].head.record.as_str(), number);
    }
}

fn tenant(id: &str) -> TenantId {
    TenantId::new(id).expect("a tenant")
}

#[test]
fn a_system_of_a_tenant_keeps_it_and_refuses_a_command_that_names_none_or_another() {
    let owner = || by(person("p-owner", Role::ProcessOwner), "2026-01-01T00:00:00Z");
    let office = command(
        r#"{"kind":"policy.publish","record":"office","body":{"version":1,"effective_from":"2026-01-01T00:00:00Z",
            "document":{"calendar":{"zone":"Asia/Shanghai","week":{}}}}}"#,
    );
    let code = |desk: &ServiceManagementSystem, context: &Context| {
        desk.plan(&office, context).expect_err("refused").code().to_owned()
    };
    let replayed = ServiceManagementSystem::replay_for(tenant("bank"), Default::default()).expect("replayed");
    let own = ServiceManagementSystem::for_tenant(tenant("bank"));
    for desk in [own.as_of(at("2026-01-01T00:00:00Z")).expect("as of"), own, replayed] {
        assert_eq!(code(&desk, &owner()), "command.tenant_missing");
        let mut other = owner();
        other.tenant = Some(tenant("shop"));
        assert_eq!(code(&desk, &other), "command.other_tenant");
    }
    // Nobody's system is not everybody's.
    let nobodys = ServiceManagementSystem::new();
    let named = Context { tenant: Some(tenant("shop")), ..owner() };
    assert_eq!(code(&nobodys, &named), "command.other_tenant");
    assert!(nobodys.plan(&office, &owner()).is_ok());
}

#[test]
fn a_timer_that_is_due_before_any_policy_is_named_and_wakes_nobody() {
    let mut desk = desk();
    in_progress(&mut desk);
    let mut events = desk.journal().events().to_vec();
    for event in &mut events {
        if let What::Policy(PolicyEvent::Published(publish)) = &mut event.body {
            publish.effective_from = at("2027-01-01T00:00:00Z");
        }
    }
    let mut late = ServiceManagementSystem::replay_events(events).expect("replayed");
    assert!(desk.next_wakeup().is_some());
    assert_eq!(late.next_wakeup(), None, "nothing can fire before 2027");
    let advanced = late.advance(at("2026-11-23T12:00:00Z")).expect("advanced");
    assert!(advanced.events.is_empty());
    assert_eq!(advanced.stuck.len(), 1);
}

#[test]
fn the_desk_has_one_policy_and_a_revision_holds_from_now_on() {
    let mut desk = desk();
    let owner = by(person("p-owner", Role::ProcessOwner), "2026-06-01T00:00:00Z");
    let lacks = |desk: &mut ServiceManagementSystem, text: &str, condition: &str| {
        let refused = desk.execute(&command(text), &owner).expect_err("refused");
        assert!(refused.refusal().expect("by a guard").lacks(condition), "{refused}");
    };
    let second = r#"{"kind":"policy.publish","record":"more-rules","body":{"version":1,"effective_from":"2026-07-01T00:00:00Z",
        "document":{"desk":{"calendar":"office"}}}}"#;
    lacks(&mut desk, second, "one_policy");
    let revision = r#"{"kind":"policy.revise","record":"rules","body":{"version":2,"effective_from":"2026-05-31T23:59:59Z",
        "document":{"desk":{"calendar":"office"}}}}"#;
    lacks(&mut desk, revision, "effective_from");
    let now = revision.replace("2026-05-31T23:59:59Z", "2026-06-01T00:00:00Z");
    desk.execute(&command(&now), &owner).expect("from this instant on");
}

/// DECISIONS 6: what a later version added is skipped in events, and refused in commands.
#[test]
fn a_command_with_a_field_too_many_is_refused_at_every_depth_where_an_event_is_read() {
    let later = |text: &str, object: &str| text.replacen(object, &format!(r#"{object}"zz_later":1,"#), 1);
    for object in
        [r#"{"kind":"incident"#, r#""body":{"#, r#""classification":{"#, r#""state":{"#, r#""waits":[{"#]
    {
        let text = match object {
            r#"{"kind":"incident"# => IMPORT.replacen('{', r#"{"zz_later":1,"#, 1),
            _ => later(IMPORT, object),
        };
        let fault = Command::from_json(text.as_bytes()).expect_err(object);
        assert_eq!(fault.code(), "document.shape", "{object}: {fault}");
    }
    let mut desk = desk();
    let manager = by(person("p-incm", Role::IncidentManager), "2026-11-23T02:00:00Z");
    let events = desk.execute(&command(IMPORT), &manager).expect("imported");
    let text = String::from_utf8(events[0].canonical_bytes()).expect("text");
    for object in [r#""body":{"#, r#""classification":{"#, r#""state":{"#] {
        let text = later(&text, object);
        assert!(text.contains("zz_later"), "{object}");
        let read = SystemEvent::decode(text.as_bytes()).expect(object);
        assert_eq!(read.canonical_bytes(), events[0].canonical_bytes(), "{object}");
    }
}

#[test]
fn a_major_incident_is_named_on_its_incident_until_two_persons_downgrade_it() {
    let mut desk = desk();
    let id = in_progress(&mut desk);
    let (manager, leader) = (
        |now| by(person("p-incm", Role::IncidentManager), now),
        |now| by(person("p-mim", Role::MajorIncidentManager), now),
    );
    let declare = format!(
        r#"{{"kind":"major_incident.declare","body":{{"incident":"{id}","manual_reason":"the board cannot work","manager":"p-mim"}}}}"#
    );
    desk.execute(&command(&declare), &manager("2026-11-23T02:30:00Z")).expect("declared");
    assert_eq!(
        desk.incident(&id).and_then(|incident| incident.major.as_ref()).map(|m| m.as_str()),
        Some("MAJ-000001")
    );
    let step = |verb: &str| {
        format!(
            r#"{{"kind":"major_incident.{verb}","record":"MAJ-000001","body":{{"reason":"one room only"}}}}"#
        )
    };
    desk.execute(&command(&step("propose_downgrade")), &leader("2026-11-23T02:40:00Z")).expect("proposed");
    assert!(
        desk.execute(&command(&step("downgrade")), &leader("2026-11-23T02:41:00Z")).is_err(),
        "two persons"
    );
    desk.execute(&command(&step("downgrade")), &manager("2026-11-23T02:42:00Z")).expect("downgraded");
    assert!(desk.incident(&id).is_some_and(|incident| incident.major.is_none()));
}

#[test]
fn a_journal_whose_policy_was_edited_into_nonsense_is_refused() {
    let text = desk().journal().to_lines().replace("Asia/Shanghai", "Mars/Olympus");
    let journal = itsm::system::SystemJournal::from_lines(&text).expect("well-formed");
    let error = ServiceManagementSystem::replay(journal).expect_err("no such zone");
    assert_eq!(error.code(), "journal.policy");
}
