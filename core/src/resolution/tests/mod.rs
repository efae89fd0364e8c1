//! The processes of the desk against their tables: every phase with every command, every guard, every role.
//!
//! A test names persons by what they are (`desk`, `tech`, `mim`), walks a record with [`Run`] and states commands as documents.

mod detection;
mod incidents;
mod known_errors;
mod major_incidents;
mod problem_candidates;
mod problem_fixing;
mod problems;
mod requests;

use super::{DeskPolicy, DeskRules};
use crate::kernel::{
    Actor, Coded, Context, Decision, EventHead, Fact, Facts, Instant, PersonId, PolicyId, Process, Receipt,
    RecordId, Refusal, Role, Versioned, Waiver, WaiverTerms, Who, apply, decide, fire, fold, heads,
};
use crate::priority::{Preset, PriorityMatrix};
use crate::sla::{Agreements, IncidentPreset};
use crate::time::{BusinessCalendar, CalendarDocument};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::sync::Arc;

fn versioned<T>(id: &'static str, document: T) -> Versioned<T> {
    Versioned {
        id: PolicyId::literal(id),
        version: 1,
        effective_from: instant("2020-01-01T00:00:00Z"),
        document,
    }
}

fn instant(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

/// A Saturday is never a working day here: Monday to Friday, 09:00 to 18:00 in Shanghai.
fn office() -> CalendarDocument {
    let day = json!([["09:00", "18:00"]]);
    let week = json!({"mon": day, "tue": day, "wed": day, "thu": day, "fri": day});
    let document = json!({"zone": "Asia/Shanghai", "week": week});
    CalendarDocument::from_json(document.to_string().as_bytes()).unwrap()
}

fn rules() -> DeskRules {
    let approved = |privileged: bool| {
        json!({
            "item": "Access", "entitled": ["user"], "privileged": privileged,
            "approval": {"threshold": {"count": 1}},
            "approvers": [{"person": "boss", "roles": []}, {"person": "secm", "roles": ["secm"]}, {"person": "ann", "roles": []}],
            "instructions": {"document": "guide", "version": 3}, "tasks": ["grant"], "inputs": ["system"],
        })
    };
    let document = json!({
        "calendar": "office",
        "groups": {
            "network": {"active": true, "categories": ["network"], "members": ["tech", "mate"]},
            "dissolved": {"active": false},
        },
        "major_criteria": [{"id": "everybody", "impacts": [1]}],
        "registers": ["problem", "change"],
        "request_models": {
            "access": approved(false),
            "root": approved(true),
            "mouse": {"item": "Mouse", "instructions": {"document": "guide", "version": 3}},
            "patch": {"item": "Patch", "instructions": {"document": "guide", "version": 3}, "standard_change": "std-patch"},
        },
    });
    DeskRules::from_json(document.to_string().as_bytes()).unwrap()
}

/// The calendar above, the ISO matrix, the preset targets for incidents, and the same for requests.
fn policy(rules: DeskRules) -> Arc<DeskPolicy> {
    let calendar = versioned("office", office());
    let matrix = versioned("matrix", Preset::Iso.document());
    let incidents = IncidentPreset::default().in_calendar(PolicyId::literal("office")).policy();
    let mut requests = incidents.clone();
    for clause in &mut requests.clauses {
        clause.when.kinds = vec!["request".parse().unwrap()];
    }
    let agreements = Agreements::new(
        vec![versioned("incidents", incidents), versioned("requests", requests)],
        vec![calendar.clone()],
    );
    Arc::new(DeskPolicy::new(
        &versioned("desk", rules),
        (PriorityMatrix::new(Preset::Iso.document()).unwrap(), matrix.reference()),
        (BusinessCalendar::new(office()).unwrap(), calendar.reference()),
        agreements.unwrap(),
    ))
}

/// Who a name is. A person named by a role's code holds that role.
fn actor(name: &str) -> Actor {
    let role = match name {
        "ann" | "ben" => Some(Role::User),
        "desk" => Some(Role::ServiceDesk),
        "timer" => return Actor::timer(),
        "tech" | "mate" | "boss" | "nobody" => None,
        code => Some(Role::from_code(code).unwrap()),
    };
    Actor::new(name, role).unwrap()
}

fn command<P: Walk>(kind: &str, body: &Value) -> P::Command {
    serde_json::from_value(json!({"kind": kind, "body": body})).unwrap()
}

fn fact(process: &str, record: &str, state: &str, attributes: &[(&str, &str)]) -> Fact {
    Fact {
        process: process.into(),
        record: RecordId::new(record).unwrap(),
        state: state.into(),
        version: 1,
        attributes: attributes.iter().map(|(name, value)| (name.parse().unwrap(), (*value).into())).collect(),
        links: Vec::new(),
    }
}

/// One record on its way.
struct Run<P: Walk> {
    record: Option<P::Record>,
    history: Vec<(EventHead, Value)>,
    id: RecordId,
    now: Instant,
    policy: Arc<P::Policy>,
    facts: Vec<Fact>,
    waivers: Vec<Waiver>,
    on_behalf_of: Option<PersonId>,
}

impl<P: Walk> Clone for Run<P> {
    fn clone(&self) -> Self {
        Self {
            record: self.record.clone(),
            history: self.history.clone(),
            id: self.id.clone(),
            now: self.now,
            policy: Arc::clone(&self.policy),
            facts: self.facts.clone(),
            waivers: self.waivers.clone(),
            on_behalf_of: self.on_behalf_of.clone(),
        }
    }
}

impl<P: Walk> Run<P> {
    /// Nothing yet, on a Monday morning at half past nine in Shanghai.
    fn new() -> Self {
        Self {
            record: None,
            history: Vec::new(),
            id: RecordId::new("X-1").unwrap(),
            now: instant("2026-11-23T01:30:00Z"),
            policy: P::policy(),
            facts: Vec::new(),
            waivers: Vec::new(),
            on_behalf_of: None,
        }
    }

    fn knowing(mut self, fact: Fact) -> Self {
        self.facts.push(fact);
        self
    }

    fn behalf_of(mut self, person: &str) -> Self {
        self.on_behalf_of = Some(PersonId::new(person).unwrap());
        self
    }

    fn waiving(mut self, waiver: Waiver) -> Self {
        self.waivers.push(waiver);
        self
    }

    fn after_s(mut self, seconds: i64) -> Self {
        self.now = self.now.plus_s(seconds).unwrap();
        self
    }

    fn phase(&self) -> Option<P::Phase> {
        self.record.as_ref().map(P::phase)
    }

    fn context(&self, actor: Actor) -> Context<P::Policy> {
        let mut context = Context::new(self.now, actor)
            .with_entropy([7; 32])
            .with_facts(Facts::of(self.facts.clone()))
            .with_waivers(self.waivers.clone())
            .under(Arc::clone(&self.policy));
        context.on_behalf_of.clone_from(&self.on_behalf_of);
        context
    }

    fn tries_as(&mut self, actor: Actor, kind: &str, body: &Value) -> Result<Vec<P::Event>, Refusal> {
        let context = self.context(actor);
        let decision = decide::<P>(self.record.as_ref(), &self.id, &command::<P>(kind, body), &context)?;
        self.folds(&decision, &context);
        Ok(decision.events)
    }

    fn folds(&mut self, decision: &Decision<P::Event>, context: &Context<P::Policy>) {
        let version = self.record.as_ref().map_or(0, |record| P::envelope(record).version);
        for (head, event) in heads(decision, &self.id, version, 0, context).zip(&decision.events) {
            self.history.push((head, serde_json::to_value(event).unwrap()));
        }
        fold::<P>(&mut self.record, &self.id, decision, context);
    }

    fn tries(&mut self, by: &str, kind: &str, body: &Value) -> Result<Vec<P::Event>, Refusal> {
        self.tries_as(actor(by), kind, body)
    }

    /// The same record after that command, which passes.
    fn then(mut self, by: &str, kind: &str, body: &Value) -> Self {
        if let Err(refusal) = self.tries(by, kind, body) {
            panic!("{refusal}");
        }
        self
    }

    fn refusal(&self, by: &str, kind: &str, body: &Value) -> Refusal {
        self.clone().tries(by, kind, body).map(|_| ()).unwrap_err()
    }

    /// Fires the timers that are due.
    fn fired(mut self) -> Self {
        let context = self.context(Actor::timer());
        let decisions = fire::<P>(self.record.as_ref().unwrap(), &context);
        for decision in decisions {
            self.folds(&decision, &context);
        }
        self
    }

    /// The host delivers every notice that was requested.
    fn delivered(mut self, confirm: &str) -> Self {
        let notices = P::envelope(self.record.as_ref().unwrap()).notices.len();
        for number in 1..=u32::try_from(notices).unwrap() {
            let receipt = Receipt { delivered_at: self.now, number };
            self = self.then("gateway", confirm, &serde_json::to_value(receipt).unwrap());
        }
        self
    }
}

/// A process that the tests can walk.
trait Walk:
    Process<Command: DeserializeOwned, Event: Serialize + DeserializeOwned, Record: Serialize + DeserializeOwned>
{
    /// The policy that it is walked under.
    fn policy() -> Arc<Self::Policy>;
    /// A record in that phase.
    fn at(phase: Option<Self::Phase>) -> Run<Self>;
    /// A body for the command, legal as far as the body goes.
    fn body(kind: &str) -> Value;
    /// Who stands in that relation to the record in that phase.
    fn who(who: Who, phase: Option<Self::Phase>) -> Option<&'static str>;
}

/// What the table does not have in a phase is refused there, changes nothing, and names what is legal.
fn every_command_in_every_phase<P: Walk>() {
    let phases = P::Phase::ALL.iter().copied().map(Some).chain([None]);
    for phase in phases {
        let run = P::at(phase);
        assert_eq!(run.phase(), phase, "the walk reaches the phase");
        for kind in P::LIFECYCLE.commands() {
            let mut tried = run.clone();
            let before = serde_json::to_value(&run.record).unwrap();
            let refusal = tried.tries("nobody", kind, &P::body(kind)).map(|_| ()).err();
            if P::LIFECYCLE.rule(phase, kind).is_some() {
                assert!(refusal.is_none_or(|refusal| !refusal.lacks("state")), "{phase:?} {kind}");
                continue;
            }
            let refusal = refusal.unwrap();
            assert!(refusal.lacks("state") && refusal.missing.len() == 1, "{phase:?} {kind}: {refusal}");
            assert_eq!(refusal.legal, P::LIFECYCLE.allowed(phase), "{phase:?} {kind}");
            assert_eq!(serde_json::to_value(&tried.record).unwrap(), before, "{phase:?} {kind}");
        }
    }
}

/// Each role that a rule does not name is refused, each that it names is not; likewise each relation.
fn every_role_on_every_rule<P: Walk>() {
    for rule in P::LIFECYCLE.rules {
        let froms: Vec<_> = match rule.from {
            [] => vec![None],
            from => from.iter().copied().map(Some).collect(),
        };
        for from in froms {
            let run = P::at(from);
            let lacks = |actor: Actor| {
                let tried = run.clone().tries_as(actor, rule.command, &P::body(rule.command));
                tried.map(|_| ()).is_err_and(|refusal| refusal.lacks("authority"))
            };
            for role in Role::ALL {
                let named = rule.who.is_empty()
                    || rule.who.contains(&Who::Role(*role))
                    || (*role == Role::System && rule.who.contains(&Who::Timer));
                let stranger = Actor::new("stranger", [*role]).unwrap();
                assert_eq!(lacks(stranger), !named, "{} {} from {from:?} by {role}", rule.id, rule.command);
            }
            for relation in [Who::Assignee, Who::Requester, Who::Approver] {
                if let Some(related) = P::who(relation, from).filter(|_| rule.who.contains(&relation)) {
                    let related = Actor::new(related, []).unwrap();
                    assert!(!lacks(related), "{} {} from {from:?} by {relation:?}", rule.id, rule.command);
                }
            }
        }
    }
}

/// A guard: from where, by whom and with what it passes; and what it refuses for which one condition.
struct Guard<P: Walk> {
    id: &'static str,
    run: Run<P>,
    passes: (&'static str, &'static str, Value),
    refuses: Vec<(&'static str, &'static str, Value)>,
}

/// Every guard of the specification passes once and refuses each condition alone.
fn every_guard<P: Walk>(guards: Vec<Guard<P>>) {
    let own = |id: &str| id.contains("-L");
    for rule in P::LIFECYCLE.rules.iter().filter(|rule| !own(rule.id)) {
        assert!(guards.iter().any(|guard| guard.id == rule.id), "{} has no test", rule.id);
    }
    for Guard { id, run, passes: (by, kind, body), refuses } in guards {
        let rule = P::LIFECYCLE.rule(run.phase(), kind).unwrap();
        assert_eq!(rule.id, id, "{kind}");
        let passed = run.clone().then(by, kind, &body);
        assert_eq!(passed.phase(), rule.to.or(run.phase()), "{id} {kind}");
        for (by, condition, change) in refuses {
            let mut changed = body.clone();
            merge(&mut changed, change);
            let refusal = run.refusal(by, kind, &changed);
            assert_eq!(refusal.guard, id);
            let missing: Vec<_> = refusal.missing.iter().map(|unmet| unmet.condition).collect();
            assert_eq!(missing, [condition], "{id}: {refusal}");
        }
    }
}

/// Lays the members of one object over another; `null` takes a member away.
fn merge(into: &mut Value, over: Value) {
    let Value::Object(members) = over else {
        *into = over;
        return;
    };
    let Some(object) = into.as_object_mut() else {
        *into = Value::Object(members);
        return;
    };
    for (name, value) in members {
        if value.is_null() {
            object.remove(&name);
        } else {
            merge(object.entry(name).or_insert(Value::Null), value);
        }
    }
}

/// Every event of every phase, read back from its document, folds to the same record; the record reads back as well.
fn every_phase_replays<P: Walk>() {
    for phase in P::Phase::ALL {
        let run = P::at(Some(*phase));
        let mut record = None;
        for (head, event) in &run.history {
            let event = serde_json::from_value(event.clone()).unwrap();
            apply::<P>(&mut record, head, &event);
        }
        let document = serde_json::to_value(&run.record).unwrap();
        assert_eq!(serde_json::to_value(&record).unwrap(), document);
        let read: P::Record = serde_json::from_value(document.clone()).unwrap();
        assert_eq!(serde_json::to_value(read).unwrap(), document);
    }
}

/// A waiver of one row for one person.
fn waiver(duty: crate::kernel::Duty, person: &str) -> Waiver {
    Waiver::try_from(WaiverTerms {
        id: RecordId::new("WVR-1").unwrap(),
        duty,
        persons: vec![PersonId::new(person).unwrap()],
        reason: "a team of two".into(),
        compensating_control: "monthly sample".into(),
        approved_by: PersonId::new("director").unwrap(),
        approved_role: Role::TopManagement,
        valid_from: instant("2026-01-01T00:00:00Z"),
        valid_until: instant("2026-12-31T00:00:00Z"),
    })
    .unwrap()
}
