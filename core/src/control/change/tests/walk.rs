//! Walking a record: a test names persons by what they are, states commands as documents, and looks at the refusal or the record.

use crate::kernel::{
    Actor, Coded, Context, Decision, EventHead, Fact, Facts, Instant, Link, LinkKind, PersonId, Process,
    RecordId, Refusal, Role, Waiver, WaiverTerms, Who, apply, decide, fire, fold, heads,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::sync::Arc;

pub(super) fn instant(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

pub(super) fn fact(process: &str, record: &str, state: &str, attributes: &[(&str, &str)]) -> Fact {
    Fact {
        process: process.into(),
        record: RecordId::new(record).unwrap(),
        state: state.into(),
        version: 1,
        attributes: attributes.iter().map(|(name, value)| (name.parse().unwrap(), (*value).into())).collect(),
        links: Vec::new(),
    }
}

pub(super) fn linked(mut fact: Fact, kind: LinkKind, to: &str) -> Fact {
    fact.links.push(Link { kind, to: RecordId::new(to).unwrap() });
    fact
}

/// A person named by a role's code holds that role.
pub(super) fn actor(name: &str) -> Actor {
    if name == "timer" {
        return Actor::timer();
    }
    let role = if name == "ann" { Some(Role::User) } else { Role::from_code(name) };
    Actor::new(name, role).unwrap()
}

/// A process that the tests can walk.
pub(super) trait Walk:
    Process<Command: DeserializeOwned, Event: Serialize + DeserializeOwned, Record: Serialize + DeserializeOwned>
{
    /// The policy, unless a test has another one.
    fn policy() -> Arc<Self::Policy>;
    /// A record in that phase.
    fn at(phase: Option<Self::Phase>) -> Run<Self>;
    /// A body for the command, legal as far as the body goes.
    fn body(kind: &str) -> Value;
    /// Who stands in that relation to the record in that phase.
    fn who(who: Who, phase: Option<Self::Phase>) -> Option<&'static str>;
}

/// One record on its way.
pub(super) struct Run<P: Walk> {
    pub(super) record: Option<P::Record>,
    pub(super) history: Vec<(EventHead, Value)>,
    pub(super) id: RecordId,
    pub(super) now: Instant,
    pub(super) policy: Arc<P::Policy>,
    pub(super) facts: Vec<Fact>,
    pub(super) waivers: Vec<Waiver>,
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
    pub(super) fn new() -> Self {
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

    /// With that fact instead of any other about the same record.
    pub(super) fn knowing(mut self, fact: Fact) -> Self {
        self.facts.retain(|known| known.process != fact.process || known.record != fact.record);
        self.facts.push(fact);
        self
    }

    pub(super) fn forgetting(mut self, process: &str) -> Self {
        self.facts.retain(|known| known.process != process);
        self
    }

    pub(super) fn waiving(mut self, waiver: Waiver) -> Self {
        self.waivers.push(waiver);
        self
    }

    pub(super) fn under(mut self, policy: Arc<P::Policy>) -> Self {
        self.policy = policy;
        self
    }

    pub(super) fn until(mut self, at: &str) -> Self {
        self.now = instant(at);
        self
    }

    pub(super) fn phase(&self) -> Option<P::Phase> {
        self.record.as_ref().map(P::phase)
    }

    pub(super) fn record(&self) -> &P::Record {
        self.record.as_ref().unwrap()
    }

    fn context(&self, actor: Actor) -> Context<P::Policy> {
        Context::new(self.now, actor)
            .with_facts(Facts::of(self.facts.clone()))
            .with_waivers(self.waivers.clone())
            .under(Arc::clone(&self.policy))
    }

    pub(super) fn tries_as(
        &mut self,
        actor: Actor,
        kind: &str,
        body: &Value,
    ) -> Result<Vec<P::Event>, Refusal> {
        let context = self.context(actor);
        let command: P::Command = serde_json::from_value(json!({"kind": kind, "body": body})).unwrap();
        let decision = decide::<P>(self.record.as_ref(), &self.id, &command, &context)?;
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

    /// The same record after that command, which passes.
    pub(super) fn then(mut self, by: &str, kind: &str, body: &Value) -> Self {
        if let Err(refusal) = self.tries_as(actor(by), kind, body) {
            panic!("{refusal}");
        }
        self
    }

    /// The same with the legal body.
    pub(super) fn step(self, by: &str, kind: &str) -> Self {
        self.then(by, kind, &P::body(kind))
    }

    /// The same with the legal body, changed.
    pub(super) fn step_but(self, by: &str, kind: &str, change: Value) -> Self {
        self.then(by, kind, &but::<P>(kind, change))
    }

    pub(super) fn refusal(&self, by: &str, kind: &str, change: Value) -> Refusal {
        let body = but::<P>(kind, change);
        self.clone().tries_as(actor(by), kind, &body).map(|_| ()).unwrap_err()
    }

    /// The conditions that the command lacks; none: it passes.
    pub(super) fn lacks(&self, by: &str, kind: &str, change: Value) -> Vec<&'static str> {
        let body = but::<P>(kind, change);
        let refusal = self.clone().tries_as(actor(by), kind, &body).map(|_| ()).err();
        refusal.iter().flat_map(|refusal| &refusal.missing).map(|unmet| unmet.condition).collect()
    }

    /// Fires the timers that are due.
    pub(super) fn fired(mut self) -> Self {
        let context = self.context(Actor::timer());
        for decision in fire::<P>(self.record(), &context) {
            self.folds(&decision, &context);
        }
        self
    }
}

/// The legal body of a command, changed.
pub(super) fn but<P: Walk>(kind: &str, change: Value) -> Value {
    let mut body = P::body(kind);
    merge(&mut body, change);
    body
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

/// What the table does not have in a phase is refused there, changes nothing, and names what is legal.
pub(super) fn every_command_in_every_phase<P: Walk>() {
    let phases = P::Phase::ALL.iter().copied().map(Some).chain([None]);
    for phase in phases {
        let run = P::at(phase);
        assert_eq!(run.phase(), phase, "the walk reaches the phase");
        for kind in P::LIFECYCLE.commands() {
            let mut tried = run.clone();
            let before = serde_json::to_value(&run.record).unwrap();
            let refusal = tried.tries_as(actor("nobody"), kind, &P::body(kind)).map(|_| ()).err();
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
pub(super) fn every_role_on_every_rule<P: Walk>() {
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
pub(super) struct Guard<P: Walk> {
    pub(super) id: &'static str,
    pub(super) run: Run<P>,
    pub(super) passes: (&'static str, &'static str),
    pub(super) refuses: Vec<(&'static str, &'static str, Value)>,
}

/// Every guard passes once and refuses each condition alone; those of the specification must be among them.
pub(super) fn every_guard<P: Walk>(guards: Vec<Guard<P>>) {
    let own = |id: &str| id.contains("-L");
    for rule in P::LIFECYCLE.rules.iter().filter(|rule| !own(rule.id)) {
        assert!(guards.iter().any(|guard| guard.id == rule.id), "{} has no test", rule.id);
    }
    for Guard { id, run, passes: (by, kind), refuses } in guards {
        let rule = P::LIFECYCLE.rule(run.phase(), kind).unwrap();
        assert_eq!(rule.id, id, "{kind}");
        let passed = run.clone().step(by, kind);
        assert_eq!(passed.phase(), rule.to.or(run.phase()), "{id} {kind}");
        for (by, condition, change) in refuses {
            let refusal = run.refusal(by, kind, change);
            assert_eq!(refusal.guard, id);
            let missing: Vec<_> = refusal.missing.iter().map(|unmet| unmet.condition).collect();
            assert_eq!(missing, [condition], "{id}: {refusal}");
        }
    }
}

/// Every event of every phase, read back from its document, folds to the same record; the record reads back as well.
pub(super) fn every_phase_replays<P: Walk>() {
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
pub(super) fn waiver(duty: crate::kernel::Duty, person: &str) -> Waiver {
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
