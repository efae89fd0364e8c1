//! The invariants of the specification (3.29) that the processes of the desk touch, on the records and the journal alone.

use itsm::kernel::{Duty, Envelope, Instant, PersonId, VoteDecision};
use itsm::resolution::{Incident, IncidentPhase, IncidentState, ServiceRequest, ServiceRequestPhase};
use itsm::sla::{Metric, TicketClocks};
use itsm::system::{ServiceManagementSystem, TicketQuery};
use std::collections::BTreeMap;

/// The laws that hold at every instant.
pub fn hold(desk: &ServiceManagementSystem) {
    let mut events: BTreeMap<&str, u64> = BTreeMap::new();
    for event in desk.journal().events() {
        *events.entry(event.head.record.as_str()).or_default() += 1;
    }
    let versions = |envelope: &Envelope| {
        assert_eq!(events.get(envelope.id.as_str()), Some(&envelope.version), "every event is a version");
    };
    let all = TicketQuery::default();
    for incident in desk.incidents(&all) {
        versions(&incident.envelope);
        confirmed(incident, desk);
        if let Some(major) = &incident.major {
            let major = desk.major_incident(major.as_str()).expect("a major incident");
            assert_ne!(
                major.phase().code(),
                "downgraded",
                "{}: taken off its incident",
                incident.envelope.id
            );
        }
    }
    for request in desk.service_requests(&all) {
        versions(&request.envelope);
        approved(request, desk);
    }
}

/// A closed incident was classified, resolved, and confirmed by somebody else; its clocks ran no longer than it lived (9).
fn confirmed(incident: &Incident, desk: &ServiceManagementSystem) {
    let id = &incident.envelope.id;
    for clock in incident.clocks.all() {
        let lived_s = incident.envelope.updated_at.seconds_since(incident.envelope.created_at);
        assert!(clock.consumed_s <= lived_s, "{id}: running time within wall time");
    }
    let IncidentState::Closed(closure) = &incident.state else { return };
    assert!(incident.classification.is_some() && incident.resolution.is_some(), "{id}");
    if let Some(resolver) = &incident.resolver {
        separate(desk, Duty::ResolverClosureConfirmer, &closure.confirmed_by, resolver, closure.at);
    }
}

/// Whoever approved a request neither asked for it nor benefits (5); and what needs approval had it before anybody began (4).
fn approved(request: &ServiceRequest, desk: &ServiceManagementSystem) {
    let id = &request.envelope.id;
    let rows = [
        (Duty::RequestApproverRequester, &request.requester),
        (Duty::RequestApproverBeneficiary, &request.beneficiary),
    ];
    let rules = &desk.registry().desk_at(Instant::MAX).expect("rules of the desk").rules;
    let model = rules.request_models.get(&request.model).expect("a model of the rules");
    if let Some(ballot) = &request.ballot {
        assert!(ballot.is_for(request.content(model)), "{id}: an edit voids the approval");
    }
    let votes = request.ballot.iter().flat_map(|ballot| ballot.votes());
    for vote in votes.filter(|vote| vote.decision == VoteDecision::Approve) {
        for (duty, person) in rows {
            separate(desk, duty, &vote.by, person, vote.at);
            separate(desk, duty, &vote.cast_by, person, vote.at);
        }
    }
    let begun = request.assignment.is_some();
    let needs_approval = matches!(request.model.as_str(), "access" | "root");
    if begun && needs_approval {
        let ballot = request.ballot.as_ref().unwrap_or_else(|| panic!("{id}: begun without a ballot"));
        assert!(ballot.in_force(request.content(model), ballot.opened_at()), "{id}: begun without approval");
    }
    let rights = request.fulfilment.iter().flat_map(|fulfilment| &fulfilment.access);
    if request.model.as_str() == "root" {
        assert!(request.fulfilment.is_none() || request.has_security_approval(), "{id}");
        rights.for_each(|grant| assert!(grant.expires_at.is_some(), "{id}: privileged access ends"));
    }
}

/// Two persons, or a waiver of that row in force at that instant.
fn separate(desk: &ServiceManagementSystem, duty: Duty, one: &PersonId, other: &PersonId, at: Instant) {
    let lifted = desk.waivers().any(|(_, filed)| filed.waiver.lifts(duty, one, at));
    assert!(one != other || lifted, "{duty:?}: {one}");
}

/// What may never be taken back.
#[derive(Default)]
pub struct Memory {
    elapsed: BTreeMap<(String, Metric, u32), i64>,
    breached: BTreeMap<(String, Metric, u32), Instant>,
    over: BTreeMap<String, String>,
}

impl Memory {
    pub fn look(&mut self, desk: &ServiceManagementSystem) {
        let all = TicketQuery::default();
        for incident in desk.incidents(&all) {
            self.clocks(&incident.envelope, &incident.clocks);
            if incident.phase() == IncidentPhase::Closed {
                let mut closed = incident.clone();
                // Receipts for notices still come in, and breaches are excused.
                still(&mut closed.envelope);
                closed.clocks = TicketClocks::default();
                self.stays(&incident.envelope, serde_json::to_string(&closed));
            }
        }
        for request in desk.service_requests(&all) {
            self.clocks(&request.envelope, &request.clocks);
            let over = [
                ServiceRequestPhase::Closed,
                ServiceRequestPhase::Rejected,
                ServiceRequestPhase::Cancelled,
                ServiceRequestPhase::Converted,
            ];
            if over.contains(&request.phase()) {
                let mut closed = request.clone();
                still(&mut closed.envelope);
                closed.clocks = TicketClocks::default();
                self.stays(&request.envelope, serde_json::to_string(&closed));
            }
        }
    }

    /// Elapsed time never decreases, and a breach is never cleared (9, 10).
    fn clocks(&mut self, envelope: &Envelope, clocks: &TicketClocks) {
        let id = envelope.id.to_string();
        for clock in clocks.all() {
            let key = (id.clone(), clock.metric, clock.cycle);
            let elapsed = self.elapsed.insert(key.clone(), clock.consumed_s).unwrap_or(0);
            assert!(clock.consumed_s >= elapsed, "{id}: elapsed time never decreases");
            if let Some(breached_at) = self.breached.get(&key) {
                assert_eq!(clock.breached_at, Some(*breached_at), "{id}: a breach once recorded stays");
            }
            if let Some(breached_at) = clock.breached_at {
                self.breached.insert(key, breached_at);
            }
        }
    }

    fn stays(&mut self, envelope: &Envelope, now: Result<String, serde_json::Error>) {
        let (id, now) = (envelope.id.to_string(), now.expect("a document"));
        let before = self.over.entry(id.clone()).or_insert_with(|| now.clone());
        assert_eq!(*before, now, "{id}: what is over does not change");
    }
}

fn still(envelope: &mut Envelope) {
    envelope.notices.clear();
    envelope.version = 0;
    // When the last receipt or excuse came in.
    envelope.updated_at = envelope.created_at;
}
