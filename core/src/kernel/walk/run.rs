//! One record of a process on its way through commands.

use super::{actor, instant};
use crate::kernel::{
    Actor, Context, Decision, EventHead, Fact, Facts, Instant, PersonId, Process, Receipt, RecordId, Refusal,
    Waiver, Who, decide, fire, fold, heads,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::sync::Arc;

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

/// One record on its way.
pub(crate) struct Run<P: Walk> {
    pub(crate) record: Option<P::Record>,
    pub(crate) history: Vec<(EventHead, Value)>,
    pub(crate) id: RecordId,
    pub(crate) now: Instant,
    pub(crate) policy: Arc<P::Policy>,
    pub(crate) facts: Vec<Fact>,
    pub(crate) waivers: Vec<Waiver>,
    pub(crate) on_behalf_of: Option<PersonId>,
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
    pub(crate) fn new() -> Self {
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

    /// With that fact instead of any other about the same record.
    pub(crate) fn knowing(mut self, fact: Fact) -> Self {
        self.facts.retain(|known| known.process != fact.process || known.record != fact.record);
        self.facts.push(fact);
        self
    }

    /// With no fact about records of that process.
    pub(crate) fn forgetting(mut self, process: &str) -> Self {
        self.facts.retain(|known| known.process != process);
        self
    }

    pub(crate) fn behalf_of(mut self, person: &str) -> Self {
        self.on_behalf_of = Some(PersonId::new(person).unwrap());
        self
    }

    pub(crate) fn under(mut self, policy: Arc<P::Policy>) -> Self {
        self.policy = policy;
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

    pub(crate) fn until(mut self, at: &str) -> Self {
        self.now = instant(at);
        self
    }

    pub(crate) fn record(&self) -> &P::Record {
        self.record.as_ref().unwrap()
    }

    pub(crate) fn phase(&self) -> Option<P::Phase> {
        self.record.as_ref().map(P::phase)
    }

    pub(crate) fn context(&self, actor: Actor) -> Context<P::Policy> {
        let mut context = Context::new(self.now, actor)
            .with_entropy([7; 32])
            .with_facts(Facts::of(self.facts.clone()))
            .with_waivers(self.waivers.clone())
            .under(Arc::clone(&self.policy));
        context.on_behalf_of.clone_from(&self.on_behalf_of);
        context
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

    /// The same with the legal body.
    pub(crate) fn step(self, by: &str, kind: &str) -> Self {
        self.then(by, kind, &P::body(kind))
    }

    /// The same with the legal body, changed.
    pub(crate) fn step_but(self, by: &str, kind: &str, change: Value) -> Self {
        self.then(by, kind, &but::<P>(kind, change))
    }

    pub(crate) fn refusal(&self, by: &str, kind: &str, body: &Value) -> Refusal {
        self.clone().tries(by, kind, body).map(|_| ()).unwrap_err()
    }

    /// The conditions that the command with the legal body, changed, lacks; none: it passes.
    pub(crate) fn lacks(&self, by: &str, kind: &str, change: Value) -> Vec<&'static str> {
        let refusal = self.clone().tries(by, kind, &but::<P>(kind, change)).map(|_| ()).err();
        refusal.iter().flat_map(|refusal| &refusal.missing).map(|unmet| unmet.condition).collect()
    }

    /// Fires the timers that are due.
    pub(crate) fn fired(mut self) -> Self {
        let context = self.context(Actor::timer());
        for decision in fire::<P>(self.record(), &context) {
            self.folds(&decision, &context);
        }
        self
    }

    /// The host delivers every notice that was requested.
    pub(crate) fn delivered(mut self, confirm: &str) -> Self {
        let notices = P::envelope(self.record()).notices.len();
        for number in 1..=u32::try_from(notices).unwrap() {
            let receipt = Receipt { delivered_at: self.now, number };
            self = self.then("gateway", confirm, &serde_json::to_value(receipt).unwrap());
        }
        self
    }
}

fn command<P: Walk>(kind: &str, body: &Value) -> P::Command {
    serde_json::from_value(json!({"kind": kind, "body": body})).unwrap()
}

/// The legal body of a command, changed.
pub(crate) fn but<P: Walk>(kind: &str, change: Value) -> Value {
    let mut body = P::body(kind);
    merge(&mut body, change);
    body
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
