//! What is known of records that are to be kept or destroyed. 留存事实
//!
//! A hold or a disposal asks for it by name (DECISIONS 1): whether a record is closed, what is linked with it, who holds it, and which of
//! its events have personal values. Each record that an answer rests on becomes a guard.

use super::draft::Draft;
use super::processes::{ProcessName, Registered, StreamKey, Visit, visit};
use crate::governance::LegalHold;
use crate::kernel::{
    Code, Envelope, EventBody, Fact, FactWanted, Guard, Instant, Link, LinkKind, PersonId, RecordId,
};
use smol_str::{SmolStr, format_smolstr};
use std::collections::{BTreeMap, BTreeSet};

/// How many open links and holds an answer names; one is enough to refuse.
const NAMED: usize = 5;

/// What generic code reads of a record.
struct Seen {
    state: &'static str,
    closed: bool,
    envelope: Envelope,
    persons: Vec<PersonId>,
    links: Vec<Link>,
}

/// The processes whose records are cases, which end. Everything else is what the cases were decided by, or says what became of them:
/// policies and waivers, the registers of items, masters, baselines and models, holds, and disposals themselves. It stays.
pub(super) const fn is_case(process: ProcessName) -> bool {
    match process {
        ProcessName::Incident
        | ProcessName::MajorIncident
        | ProcessName::ServiceRequest
        | ProcessName::ConfigurationAudit
        | ProcessName::Release
        | ProcessName::Change
        | ProcessName::Problem
        | ProcessName::KnownError
        | ProcessName::ProblemCandidate
        | ProcessName::PlannedActivity => true,
        ProcessName::ConfigurationItem
        | ProcessName::Baseline
        | ProcessName::DefinitiveItem
        | ProcessName::ChangeModel
        | ProcessName::LegalHold
        | ProcessName::Disposal
        | ProcessName::Policy
        | ProcessName::Waiver => false,
    }
}

/// Links to things, which have no end of their own to wait for.
const fn is_thing(kind: LinkKind) -> bool {
    matches!(kind, LinkKind::AffectsCi | LinkKind::AffectsService | LinkKind::CoveredByAgreement)
}

fn is_closed<P: Registered>(record: &P::Record) -> bool {
    P::LIFECYCLE.is_final(P::phase(record))
}

impl Draft<'_> {
    /// One answer for each record asked about that the system holds.
    pub(super) fn retained(&mut self, want: &FactWanted) -> Vec<Fact> {
        let pairs = want.values("process").iter().zip(want.values("record"));
        let keys = pairs.filter_map(|(process, record)| {
            let process = ProcessName::from_code(process)?;
            Some(StreamKey { process, record: RecordId::new(record).ok()? })
        });
        let keys: BTreeSet<StreamKey> = keys.collect();
        let seen: BTreeMap<StreamKey, Seen> = keys
            .into_iter()
            .filter_map(|key| Some((key.clone(), visit(key.process, See(self, &key))?)))
            .collect();
        let mut open = self.open_links(&seen);
        let personal =
            if want.values("personal").is_empty() { BTreeMap::new() } else { self.personal(&seen) };
        let mut facts = Vec::new();
        for (key, seen) in &seen {
            self.rests_on(key);
            let open = open.remove(key).unwrap_or_default();
            open.iter().for_each(|other| self.rests_on(other));
            let open: Vec<_> = open.iter().take(NAMED).map(|other| other.stream().to_string()).collect();
            let holds: Vec<_> = self.holds().filter(|hold| keeps(hold, key, seen)).take(NAMED).collect();
            let holds: Vec<_> = holds.iter().map(|hold| hold.envelope.id.as_str()).collect();
            let versions: Vec<_> = personal.get(key).into_iter().flatten().map(u64::to_string).collect();
            let envelope = &seen.envelope;
            let at = |at: Instant| Some(format_smolstr!("{at}"));
            let listed = |all: String| Some(SmolStr::new(all)).filter(|all| !all.is_empty());
            let known = [
                ("cases", Some(yes_or_no(is_case(key.process)))),
                ("closed", Some(yes_or_no(seen.closed))),
                ("closed_at", at(envelope.updated_at).filter(|_| seen.closed)),
                ("created_at", at(envelope.created_at)),
                ("holds", listed(holds.join(","))),
                ("occurred_at", at(envelope.occurred_at)),
                ("open_links", listed(open.join(","))),
                ("personal", listed(versions.join(","))),
                ("process", Some(SmolStr::new_static(key.process.code()))),
                ("retention_class", envelope.retention_class.clone()),
            ];
            facts.push(Fact {
                process: want.process.clone(),
                record: key.record.clone(),
                state: SmolStr::new_static(seen.state),
                version: envelope.version,
                attributes: known
                    .into_iter()
                    .filter_map(|(name, value)| Some((Code::literal(name), value?)))
                    .collect(),
                links: Vec::new(),
            });
        }
        facts
    }

    /// The holds in force on a person.
    pub(super) fn subject_holds(&self, want: &FactWanted) -> Vec<Fact> {
        let asked = |hold: &&LegalHold| {
            let subject = hold.subject.as_ref().map(PersonId::as_str);
            subject.is_some_and(|subject| want.values("subject").iter().any(|asked| asked == subject))
        };
        let fact = |hold: &LegalHold| Fact {
            process: want.process.clone(),
            record: hold.envelope.id.clone(),
            state: SmolStr::new_static(hold.phase.code()),
            version: hold.envelope.version,
            attributes: BTreeMap::new(),
            links: Vec::new(),
        };
        self.holds().filter(asked).map(fact).collect()
    }

    fn holds(&self) -> impl Iterator<Item = &LegalHold> {
        let drafted = &self.touched.legal_holds;
        let others = self.system.records.legal_holds.iter().filter(|(id, _)| !drafted.contains_key(*id));
        let every = drafted.values().chain(others.map(|(_, hold)| hold));
        every.filter(|hold| hold.is_in_force())
    }

    fn rests_on(&mut self, key: &StreamKey) {
        if let Some(version) = self.system.records.version(key) {
            self.guards.push(Guard { stream: key.stream(), version });
        }
    }

    /// The cases that are not closed and linked with each record, whichever of the two holds the link. A link names no process: whatever
    /// case has that id is meant.
    fn open_links(&self, seen: &BTreeMap<StreamKey, Seen>) -> BTreeMap<StreamKey, BTreeSet<StreamKey>> {
        let mut linked_to: BTreeMap<&RecordId, Vec<&StreamKey>> = BTreeMap::new();
        for (key, seen) in seen {
            linked_to.entry(&key.record).or_default().push(key);
            for link in seen.links.iter().filter(|link| !is_thing(link.kind)) {
                linked_to.entry(&link.to).or_default();
            }
        }
        let mut open: BTreeMap<StreamKey, BTreeSet<StreamKey>> = BTreeMap::new();
        for process in ProcessName::ALL.iter().copied().filter(|process| is_case(*process)) {
            for (other, links) in visit(process, Open(self)) {
                let outgoing = links.iter().filter(|link| !is_thing(link.kind));
                let linking = outgoing.filter_map(|link| linked_to.get(&link.to)).flatten().copied();
                let linked = seen.iter().filter(|(_, seen)| {
                    seen.links.iter().any(|link| !is_thing(link.kind) && link.to == other.record)
                });
                let linked = linked_to.contains_key(&other.record).then_some(linked).into_iter().flatten();
                for key in linking.chain(linked.map(|(key, _)| key)).filter(|key| **key != other) {
                    open.entry(key.clone()).or_default().insert(other.clone());
                }
            }
        }
        open
    }

    /// The versions of each record whose events have a personal field.
    fn personal(&self, seen: &BTreeMap<StreamKey, Seen>) -> BTreeMap<StreamKey, Vec<u64>> {
        let mut versions: BTreeMap<StreamKey, Vec<u64>> = BTreeMap::new();
        for event in self.system.journal().events() {
            let key = ProcessName::from_code(event.body.process())
                .map(|process| StreamKey { process, record: event.head.record.clone() })
                .filter(|key| seen.contains_key(key) && !event.body.commitments().is_empty());
            if let Some(key) = key {
                versions.entry(key).or_default().push(event.head.version);
            }
        }
        versions
    }
}

fn keeps(hold: &LegalHold, key: &StreamKey, seen: &Seen) -> bool {
    let names = |of: &crate::governance::NamedRecord| {
        of.process.as_str() == key.process.code() && of.record == key.record
    };
    hold.records.iter().any(names)
        || hold.subject.as_ref().is_some_and(|subject| seen.persons.contains(subject))
}

fn yes_or_no(condition: bool) -> SmolStr {
    SmolStr::new_static(if condition { "yes" } else { "no" })
}

/// Looks at a record, as drafted.
struct See<'a, 'd>(&'a Draft<'d>, &'a StreamKey);

impl Visit for See<'_, '_> {
    type Output = Option<Seen>;
    fn visit<P: Registered + 'static>(self) -> Option<Seen> {
        let Self(draft, key) = self;
        let drafted = P::records(&draft.touched).get(&key.record);
        let record = drafted.or_else(|| P::records(&draft.system.records).get(&key.record))?;
        Some(Seen {
            state: crate::kernel::Coded::code(P::phase(record)),
            closed: is_closed::<P>(record),
            envelope: P::envelope(record).clone(),
            persons: P::persons(record).into_iter().cloned().collect(),
            links: P::links(record),
        })
    }
}

/// The records of a process that are not closed, with their links, as drafted.
struct Open<'a, 'd>(&'a Draft<'d>);

impl Visit for Open<'_, '_> {
    type Output = Vec<(StreamKey, Vec<Link>)>;
    fn visit<P: Registered + 'static>(self) -> Self::Output {
        let drafted = P::records(&self.0.touched);
        let others = P::records(&self.0.system.records).iter().filter(|(id, _)| !drafted.contains_key(*id));
        let open = drafted.iter().chain(others).filter(|(_, record)| !is_closed::<P>(record));
        let key = |id: &RecordId| StreamKey { process: P::NAME, record: id.clone() };
        open.map(|(id, record)| (key(id), P::links(record))).collect()
    }
}
