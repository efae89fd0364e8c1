//! A plan in the making: decisions on working copies of the records they touch.
//!
//! The system is reached only through what stands here, and each look leaves a guard: nobody who decides can forget one.

use super::advance::ADVANCE_BATCH;
use super::computed::COMPUTED;
use super::processes::{Command, ProcessCommand, ProcessName, Records, Registered, StreamKey, What};
use super::waivers::WaiverPhase;
use super::{CommandError, Policies, Registry, ServiceManagementSystem, SystemPlan, Waivers};
use crate::cmdb::Cmdb;
use crate::control::schedule::Outage;
use crate::control::{Baselines, ConfigurationAudits, ConfigurationItems, DefinitiveItems};
use crate::control::{ChangeModels, Changes};
use crate::governance::{Disposals, LegalHolds, PlannedActivities};
use crate::kernel::{
    Actor, AppendPlan, CommandId, Context, Decision, Digest, Event, EventBody, Expected, Fact, FactWanted,
    Facts, Guard, Instant, RecordId, StreamAppend, Waiver, decide, fire_next, heads,
};
use crate::release::Releases;
use crate::resolution::{
    Incident, Incidents, KnownError, KnownErrors, MajorIncidents, ProblemCandidates, Problems,
    ServiceRequests,
};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// What the decisions looked at.
#[derive(Default)]
struct Looks {
    /// Records, as they were.
    records: Vec<Guard>,
    /// Processes of which any record could have answered.
    processes: BTreeSet<ProcessName>,
}

pub(super) struct Draft<'a> {
    system: &'a ServiceManagementSystem,
    context: &'a Context,
    /// The same, for what the system itself does because of the command.
    by_itself: Context,
    /// The records as they will be.
    pub(super) touched: Records,
    streams: Vec<StreamAppend<What>>,
    /// The place of each record's stream among them.
    places: BTreeMap<StreamKey, usize>,
    events: usize,
    looks: RefCell<Looks>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(system: &'a ServiceManagementSystem, context: &'a Context) -> Self {
        Self {
            system,
            context,
            by_itself: Context {
                actor: Actor::effect(),
                authorisation: None,
                on_behalf_of: Some(context.on_behalf_of.clone().unwrap_or_else(|| context.actor.id.clone())),
                ..context.clone()
            },
            touched: Records::default(),
            streams: Vec::new(),
            places: BTreeMap::new(),
            events: 0,
            looks: RefCell::default(),
        }
    }

    pub(super) fn plan(self, command: Option<CommandId>, digest: Digest) -> SystemPlan {
        let Looks { mut records, processes } = self.looks.into_inner();
        records.retain(|guard| self.streams.iter().all(|append| append.stream != guard.stream));
        AppendPlan {
            tenant: self.system.tenant.clone(),
            command,
            digest,
            seen: self.system.journal.next_index(),
            last: self.system.journal.last_leaf(),
            streams: self.streams,
            guards: records,
            processes: processes.into_iter().map(ProcessName::code).collect(),
        }
    }

    fn look_at(&self, key: &StreamKey) {
        // Of a record that is not there, that it is not: any of its process could become it.
        let mut looks = self.looks.borrow_mut();
        let Some(version) = self.system.records.version(key) else {
            looks.processes.insert(key.process);
            return;
        };
        let guard = Guard { stream: key.stream(), version };
        if !looks.records.contains(&guard) {
            looks.records.push(guard);
        }
    }

    fn look_at_all(&self, process: ProcessName) {
        self.looks.borrow_mut().processes.insert(process);
    }

    /// A record of any process, as drafted.
    pub(super) fn record_of<P: Registered>(&self, id: &RecordId) -> Option<&P::Record> {
        P::records(&self.touched).get(id).or_else(|| self.before::<P>(id))
    }

    /// A record of any process, as it was before the command.
    pub(super) fn before<P: Registered>(&self, id: &RecordId) -> Option<&P::Record> {
        self.look_at(&StreamKey { process: P::NAME, record: id.clone() });
        P::records(&self.system.records).get(id)
    }

    /// Every record of a process, as drafted.
    pub(super) fn records_of<P: Registered>(&self) -> impl Iterator<Item = &P::Record> {
        self.look_at_all(P::NAME);
        let drafted = P::records(&self.touched);
        let others = P::records(&self.system.records).iter().filter(|(id, _)| !drafted.contains_key(*id));
        drafted.values().chain(others.map(|(_, record)| record))
    }

    /// The events of some streams, as they were before the command, each with its stream.
    pub(super) fn events_of(
        &self,
        streams: &BTreeSet<StreamKey>,
    ) -> impl Iterator<Item = (StreamKey, &Event<What>)> {
        streams.iter().for_each(|key| self.look_at(key));
        let of =
            |event: &Event<What>| StreamKey { process: event.body.name(), record: event.head.record.clone() };
        let events = self.system.journal.events().iter().map(move |event| (of(event), event));
        events.filter(|(key, _)| streams.contains(key))
    }

    /// The configuration items as a graph, as they were before the command.
    pub(super) fn cmdb(&self) -> &Cmdb {
        self.look_at_all(ProcessName::ConfigurationItem);
        self.system.cmdb()
    }

    /// The policies in force.
    pub(super) fn registry(&self) -> &Registry {
        self.look_at_all(ProcessName::Policy);
        self.system.registry()
    }

    /// What the open incidents say of their items.
    pub(super) fn outages(&self) -> impl Iterator<Item = Outage> {
        self.look_at_all(ProcessName::Incident);
        self.system.outages()
    }

    /// The incidents since an instant that are about the same as this one, but for itself.
    pub(super) fn around(&self, incident: &Incident, since: Instant) -> impl Iterator<Item = &Incident> {
        self.look_at_all(ProcessName::Incident);
        let mut around = self.system.recurrence.around(incident, since);
        around.remove(&incident.envelope.id);
        around.into_iter().filter_map(|id| self.system.records.incidents.get(&id))
    }

    /// The open incidents that a known error explains.
    pub(super) fn explained_by(&self, known_error: &KnownError) -> Vec<&Incident> {
        self.look_at_all(ProcessName::Incident);
        self.look_at_all(ProcessName::ConfigurationItem);
        self.system.explained_by(known_error)
    }

    /// Decides a command of any process, and what it means to the records of other processes.
    pub(super) fn decide(&mut self, command: &Command) -> Result<(), CommandError> {
        let record = command.record.as_ref();
        let id = match &command.body {
            ProcessCommand::Incident(body) => self.run::<Incidents>(record, body)?,
            ProcessCommand::MajorIncident(body) => self.run::<MajorIncidents>(record, body)?,
            ProcessCommand::ServiceRequest(body) => self.run::<ServiceRequests>(record, body)?,
            ProcessCommand::ConfigurationItem(body) => self.run::<ConfigurationItems>(record, body)?,
            ProcessCommand::Baseline(body) => self.run::<Baselines>(record, body)?,
            ProcessCommand::DefinitiveItem(body) => self.run::<DefinitiveItems>(record, body)?,
            ProcessCommand::ConfigurationAudit(body) => self.run::<ConfigurationAudits>(record, body)?,
            ProcessCommand::Release(body) => self.run::<Releases>(record, body)?,
            ProcessCommand::Change(body) => self.run::<Changes>(record, body)?,
            ProcessCommand::ChangeModel(body) => self.run::<ChangeModels>(record, body)?,
            ProcessCommand::Problem(body) => self.run::<Problems>(record, body)?,
            ProcessCommand::KnownError(body) => self.run::<KnownErrors>(record, body)?,
            ProcessCommand::ProblemCandidate(body) => self.run::<ProblemCandidates>(record, body)?,
            ProcessCommand::PlannedActivity(body) => self.run::<PlannedActivities>(record, body)?,
            ProcessCommand::LegalHold(body) => self.run::<LegalHolds>(record, body)?,
            ProcessCommand::Disposal(body) => self.run::<Disposals>(record, body)?,
            ProcessCommand::Policy(body) => self.run::<Policies>(Some(named(record, body.kind())?), body)?,
            ProcessCommand::Waiver(body) => self.run::<Waivers>(Some(named(record, body.kind())?), body)?,
        };
        self.follow(&id, &command.body)
    }

    /// The present instant.
    pub(super) const fn now(&self) -> Instant {
        self.context.now
    }

    /// Fires what is due on the record, then decides the command on it.
    pub(super) fn run<P: Registered>(
        &mut self,
        record: Option<&RecordId>,
        command: &P::Command,
    ) -> Result<RecordId, CommandError> {
        self.run_in::<P>(self.context, record, command)
    }

    /// The same, for a command that the system itself issues.
    pub(super) fn run_as_system<P: Registered>(
        &mut self,
        record: Option<&RecordId>,
        command: &P::Command,
    ) -> Result<RecordId, CommandError> {
        let context = self.by_itself.clone();
        self.run_in::<P>(&context, record, command)
    }

    fn run_in<P: Registered>(
        &mut self,
        context: &Context,
        record: Option<&RecordId>,
        command: &P::Command,
    ) -> Result<RecordId, CommandError> {
        let id = match record {
            Some(id) => id.clone(),
            None if opens::<P>(command) => self.system.records.next_id_beside(&self.touched, P::NAME),
            None => return Err(CommandError::RecordMissing { kind: P::kind(command).into() }),
        };
        self.not_disposed(P::NAME, &id)?;
        self.touch::<P>(&id);
        self.fire::<P>(&id)?;
        let wanted = P::needs(P::records(&self.touched).get(&id), command);
        let facts = self.facts(&wanted);
        let policy = P::policy(self.registry(), self.context.now)?;
        let mut context = context.under(policy).with_facts(facts);
        // Only what is on file lifts a duty here; a host's own waivers are for decisions beside its own tables.
        context.waivers = self.waivers_on_file();
        let decision = decide::<P>(P::records(&self.touched).get(&id), &id, command, &context)?;
        self.record::<P>(&id, decision, &context)?;
        Ok(id)
    }

    /// The stream of a record that was disposed of is closed for ever.
    fn not_disposed(&self, process: ProcessName, id: &RecordId) -> Result<(), CommandError> {
        let key = StreamKey { process, record: id.clone() };
        match self.system.records.tombstone(&key) {
            Some(stays) => Err(CommandError::RecordDisposed { record: key.record, by: stays.by.clone() }),
            None => Ok(()),
        }
    }

    /// Fires every timer of a record that is due by the context's instant, each under the policy of its own instant.
    pub(super) fn fire<P: Registered>(&mut self, id: &RecordId) -> Result<(), CommandError> {
        while self.fire_one::<P>(id)? {
            if self.events() >= ADVANCE_BATCH {
                return Err(CommandError::AdvanceFirst { record: id.clone() });
            }
        }
        Ok(())
    }

    /// Fires the earliest timer of a record; `false` when none is due.
    pub(super) fn fire_one<P: Registered>(&mut self, id: &RecordId) -> Result<bool, CommandError> {
        self.touch::<P>(id);
        let Some(record) = P::records(&self.touched).get(id) else { return Ok(false) };
        let Some(at) = P::due(record).filter(|at| *at <= self.context.now) else { return Ok(false) };
        let policy = P::policy(self.registry(), at)?;
        let watched = P::watches(record);
        let watched = if watched.is_empty() { Facts::none() } else { self.facts(&watched) };
        let context = Context::new(self.context.now, Actor::timer()).under(policy).with_facts(watched);
        let Some(record) = P::records(&self.touched).get(id) else { return Ok(false) };
        let Some(decision) = fire_next::<P>(record, &context) else { return Ok(false) };
        self.record::<P>(id, decision, &context)?;
        Ok(true)
    }

    /// Fires the earliest timer of any process's record.
    pub(super) fn fire_key(&mut self, key: &StreamKey) -> Result<bool, CommandError> {
        match key.process {
            ProcessName::Incident => self.fire_one::<Incidents>(&key.record),
            ProcessName::MajorIncident => self.fire_one::<MajorIncidents>(&key.record),
            ProcessName::ServiceRequest => self.fire_one::<ServiceRequests>(&key.record),
            ProcessName::ConfigurationItem => self.fire_one::<ConfigurationItems>(&key.record),
            ProcessName::Baseline => self.fire_one::<Baselines>(&key.record),
            ProcessName::DefinitiveItem => self.fire_one::<DefinitiveItems>(&key.record),
            ProcessName::ConfigurationAudit => self.fire_one::<ConfigurationAudits>(&key.record),
            ProcessName::Release => self.fire_one::<Releases>(&key.record),
            ProcessName::Change => self.fire_one::<Changes>(&key.record),
            ProcessName::ChangeModel => self.fire_one::<ChangeModels>(&key.record),
            ProcessName::Problem => self.fire_one::<Problems>(&key.record),
            ProcessName::KnownError => self.fire_one::<KnownErrors>(&key.record),
            ProcessName::ProblemCandidate => self.fire_one::<ProblemCandidates>(&key.record),
            ProcessName::PlannedActivity => self.fire_one::<PlannedActivities>(&key.record),
            ProcessName::LegalHold | ProcessName::Disposal | ProcessName::Policy | ProcessName::Waiver => {
                Ok(false)
            }
        }
    }

    /// When a record will wake by itself, as drafted.
    pub(super) fn due(&self, key: &StreamKey) -> Option<Instant> {
        self.touched.due(key)
    }

    pub(super) const fn events(&self) -> usize {
        self.events
    }

    fn touch<P: Registered>(&mut self, id: &RecordId) {
        let Some(record) = P::records(&self.system.records).get(id) else { return };
        self.look_at(&StreamKey { process: P::NAME, record: id.clone() });
        P::records_mut(&mut self.touched).entry(id.clone()).or_insert_with(|| record.clone());
    }

    /// Adds a decision's events to the plan and folds them into the working copy.
    fn record<P: Registered>(
        &mut self,
        id: &RecordId,
        decision: Decision<P::Event>,
        context: &Context<P::Policy>,
    ) -> Result<(), CommandError> {
        self.rest_on(&decision);
        let key = StreamKey { process: P::NAME, record: id.clone() };
        let version = self.touched.version(&key).unwrap_or(0);
        let heads: Vec<_> = heads(&decision, id, version, self.next_index(), context).collect();
        let events: Vec<Event<What>> = heads
            .into_iter()
            .zip(decision.events)
            .map(|(head, event)| Event { head, body: P::wrap(event) })
            .collect();
        for event in &events {
            let (bytes, limit) = event.bytes_and_limit();
            if bytes > limit {
                return Err(CommandError::EventTooLarge { kind: event.body.kind(), bytes, limit });
            }
            self.touched.apply(&event.head, &event.body);
        }
        self.events = self.events.saturating_add(events.len());
        let place = self.places.get(&key).and_then(|place| self.streams.get_mut(*place));
        if let Some(append) = place {
            append.events.extend(events);
        } else {
            let expected = self.system.records.version(&key).map_or(Expected::NoStream, Expected::Exact);
            self.streams.push(StreamAppend { stream: key.stream(), expected, events });
            self.places.insert(key, self.places.len());
        }
        Ok(())
    }

    fn next_index(&self) -> u64 {
        let drafted = u64::try_from(self.events()).unwrap_or(u64::MAX);
        self.system.journal.next_index().saturating_add(drafted)
    }

    /// Answers what is wanted from the system's own records, and each answer becomes a guard; what the system has no register of,
    /// the host's facts answer.
    fn facts(&self, wanted: &[FactWanted]) -> Facts {
        let mut facts: Vec<Fact> = Vec::new();
        for want in wanted {
            let Some(process) = ProcessName::from_code(&want.process) else {
                facts.extend(self.computed(want));
                continue;
            };
            let known = self.touched.fact(process, &want.record).or_else(|| {
                self.look_at(&StreamKey { process, record: want.record.clone() });
                self.system.records.fact(process, &want.record)
            });
            facts.extend(known);
        }
        // What the system answers itself, no host answers for it.
        let answered: BTreeSet<&str> = wanted.iter().map(|want| want.process.as_str()).collect();
        let own = |fact: &&Fact| {
            ProcessName::from_code(&fact.process).is_none()
                && !(COMPUTED.contains(&fact.process.as_str()) && answered.contains(fact.process.as_str()))
        };
        facts.extend(self.context.facts.all().iter().filter(own).cloned());
        Facts::of(facts)
    }

    fn waivers_on_file(&self) -> Vec<Waiver> {
        let filed = self.system.records.waivers.values();
        filed.filter(|filed| filed.phase == WaiverPhase::Filed).map(|filed| filed.waiver.clone()).collect()
    }

    /// The policies and waivers that a decision rests on must still be the same when it is confirmed.
    fn rest_on<E>(&self, decision: &Decision<E>) {
        let policies = decision.policies.iter().filter_map(|policy| RecordId::new(&policy.id).ok());
        let policies = policies.map(|record| StreamKey { process: ProcessName::Policy, record });
        let waivers = decision.waivers.iter().cloned();
        let waivers = waivers.map(|record| StreamKey { process: ProcessName::Waiver, record });
        for key in policies.chain(waivers) {
            // One that the same plan files is its own guard; of a host's own policy no record is here.
            if self.system.records.version(&key).is_some() {
                self.look_at(&key);
            }
        }
    }
}

fn named<'r>(record: Option<&'r RecordId>, kind: &'static str) -> Result<&'r RecordId, CommandError> {
    record.ok_or_else(|| CommandError::RecordMissing { kind: kind.into() })
}

fn opens<P: Registered>(command: &P::Command) -> bool {
    P::LIFECYCLE.rule(None, P::kind(command)).is_some()
}
