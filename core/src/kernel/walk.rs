//! Walking one record of a process, for the tests of every room.
//!
//! A test names persons by what they are (`cfgm`, `bob`), walks a record with [`Run`], states commands as documents, and looks at the
//! refusal or the record.

use crate::kernel::{
    Actor, Coded, Context, Decision, Duty, EventHead, Fact, Facts, Instant, Link, LinkKind, PersonId,
    PolicyId, Process, Receipt, RecordId, Refusal, Role, Versioned, Waiver, WaiverTerms, Who, apply, decide,
    fire, fold, heads,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::sync::Arc;

pub(crate) fn instant(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

pub(crate) fn versioned<T>(id: &'static str, document: T) -> Versioned<T> {
    Versioned {
        id: PolicyId::literal(id),
        version: 1,
        effective_from: instant("2020-01-01T00:00:00Z"),
        document,
    }
}

/// A person named by a role's code holds that role.
pub(crate) fn actor(name: &str) -> Actor {
    match name {
        "timer" => Actor::timer(),
        name => Actor::new(name, Role::from_code(name)).unwrap(),
    }
}

fn command<P: Walk>(kind: &str, body: &Value) -> P::Command {
    serde_json::from_value(json!({"kind": kind, "body": body})).unwrap()
}

pub(crate) fn fact(process: &str, record: &str, state: &str, attributes: &[(&str, &str)]) -> Fact {
    Fact {
        process: process.into(),
        record: RecordId::new(record).unwrap(),
        state: state.into(),
        version: 1,
        attributes: attributes.iter().map(|(name, value)| (name.parse().unwrap(), (*value).into())).collect(),
        links: Vec::new(),
    }
}

/// The same fact with links of one kind.
pub(crate) fn linked(mut fact: Fact, kind: LinkKind, to: &[&str]) -> Fact {
    fact.links.extend(to.iter().map(|to| Link { kind, to: RecordId::new(to).unwrap() }));
    fact
}

/// One record on its way.
pub(crate) struct Run<P: Walk> {
    pub(crate) record: Option<P::Record>,
    pub(crate) history: Vec<(EventHead, Value)>,
    pub(crate) id: RecordId,
    pub(crate) now: Instant,
    pub(crate) policy: Arc<P::Policy>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) waivers: Vec<Waiver>,
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
        }
    }
}

impl<P: Walk> Run<P> {
    /// Nothing yet, on a Monday morning at half past nine in Shanghai.
    pub(crate) fn new() -> Self {
        Self {
            record: None,
            history: Vec::new(),
            id: RecordId::new("X-1").unwrap(),
            now: instant("2026-11-23T01:30:00Z"),
            policy: P::policy(),
            facts: Vec::new(),
            waivers: Vec::new(),
        }
    }

    pub(crate) fn knowing(mut self, fact: Fact) -> Self {
        self.facts.push(fact);
        self
    }

    pub(crate) fn waiving(mut self, waiver: Waiver) -> Self {
        self.waivers.push(waiver);
        self
    }

    pub(crate) fn after_s(mut self, seconds: i64) -> Self {
        self.now = self.now.plus_s(seconds).unwrap();
        self
    }

    pub(crate) fn phase(&self) -> Option<P::Phase> {
        self.record.as_ref().map(P::phase)
    }

    pub(crate) fn context(&self, actor: Actor) -> Context<P::Policy> {
        Context::new(self.now, actor)
            .with_entropy([7; 32])
            .with_facts(Facts::of(self.facts.clone()))
            .with_waivers(self.waivers.clone())
            .under(Arc::clone(&self.policy))
    }

    pub(crate) fn tries_as(
        &mut self,
        actor: Actor,
        kind: &str,
        body: &Value,
    ) -> Result<Vec<P::Event>, Refusal> {
        let context = self.context(actor);
        let decision = decide::<P>(self.record.as_ref(), &self.id, &command::<P>(kind, body), &context)?;
        self.folds(&decision, &context);
        Ok(decision.events)
    }

    pub(crate) fn folds(&mut self, decision: &Decision<P::Event>, context: &Context<P::Policy>) {
        let version = self.record.as_ref().map_or(0, |record| P::envelope(record).version);
        for (head, event) in heads(decision, &self.id, version, 0, context).zip(&decision.events) {
            self.history.push((head, serde_json::to_value(event).unwrap()));
        }
        fold::<P>(&mut self.record, &self.id, decision, context);
    }

    pub(crate) fn tries(&mut self, by: &str, kind: &str, body: &Value) -> Result<Vec<P::Event>, Refusal> {
        self.tries_as(actor(by), kind, body)
    }

    /// The same record after that command, which passes.
    pub(crate) fn then(mut self, by: &str, kind: &str, body: &Value) -> Self {
        if let Err(refusal) = self.tries(by, kind, body) {
            panic!("{refusal}");
        }
        self
    }

    pub(crate) fn refusal(&self, by: &str, kind: &str, body: &Value) -> Refusal {
        self.clone().tries(by, kind, body).map(|_| ()).unwrap_err()
    }

    /// Fires the timers that are due.
    pub(crate) fn fired(mut self) -> Self {
        let context = self.context(Actor::timer());
        let decisions = fire::<P>(self.record.as_ref().unwrap(), &context);
        for decision in decisions {
            self.folds(&decision, &context);
        }
        self
    }

    /// The host delivers every notice that was requested.
    pub(crate) fn delivered(mut self, confirm: &str) -> Self {
        let notices = P::envelope(self.record.as_ref().unwrap()).notices.len();
        for number in 1..=u32::try_from(notices).unwrap() {
            let receipt = Receipt { delivered_at: self.now, number };
            self = self.then("gateway", confirm, &serde_json::to_value(receipt).unwrap());
        }
        self
    }
}

/// A process that the tests can walk.
pub(crate) trait Walk:
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
pub(crate) fn every_command_in_every_phase<P: Walk>() {
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
pub(crate) fn every_role_on_every_rule<P: Walk>() {
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
pub(crate) struct Guard<P: Walk> {
    pub(crate) id: &'static str,
    pub(crate) run: Run<P>,
    pub(crate) passes: (&'static str, &'static str, Value),
    pub(crate) refuses: Vec<(&'static str, &'static str, Value)>,
}

/// Every guard passes once and refuses each condition alone.
pub(crate) fn every_guard<P: Walk>(guards: Vec<Guard<P>>) {
    for rule in P::LIFECYCLE.rules {
        assert!(guards.iter().any(|guard| guard.id == rule.id), "{} has no test", rule.id);
    }
    for Guard { id, run, passes: (by, kind, body), refuses } in guards {
        // Two rules of one command part ways by its outcome; a refusal names the first.
        let first = P::LIFECYCLE.rule(run.phase(), kind).unwrap();
        let from = run.phase();
        let legal = |froms: &[P::Phase]| from.map_or(froms.is_empty(), |from| froms.contains(&from));
        let mut rules = P::LIFECYCLE.rules.iter();
        let rule = rules.find(|rule| rule.id == id && rule.command == kind && legal(rule.from));
        let rule = rule.unwrap_or_else(|| panic!("{id} {kind} from {from:?}"));
        let passed = run.clone().then(by, kind, &body);
        if let Some(to) = rule.to.or(from) {
            assert_eq!(passed.phase(), Some(to), "{id} {kind}");
        }
        for (by, condition, change) in refuses {
            let mut changed = body.clone();
            merge(&mut changed, change);
            let refusal = run.refusal(by, kind, &changed);
            assert_eq!(refusal.guard, first.id);
            let missing: Vec<_> = refusal.missing.iter().map(|unmet| unmet.condition).collect();
            assert_eq!(missing, [condition], "{id}: {refusal}");
        }
    }
}

/// Lays the members of one object over another; `null` takes a member away.
pub(crate) fn merge(into: &mut Value, over: Value) {
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
pub(crate) fn every_phase_replays<P: Walk>() {
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
pub(crate) fn waiver(duty: Duty, person: &str) -> Waiver {
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
