//! What is known of records that are to be kept or destroyed. 留存事实
//!
//! A hold or a disposal asks for it by name (DECISIONS 1): whether a record is closed, what is linked with it, who holds it, and which of
//! its events have personal values. Whatever case or hold comes in between makes the plan void.

use super::ServiceManagementSystem;
use super::draft::Draft;
use super::processes::{ProcessName, Registered, StreamKey, Visit, visit};
use crate::governance::{LegalHold, LegalHolds, NamedRecord, RetentionBegins, RetentionRules};
use crate::kernel::{
    Code, Coded, Envelope, EventBody, Fact, FactWanted, Instant, Link, LinkKind, PersonId, RecordId,
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
    pub(super) fn retained(&self, want: &FactWanted) -> Vec<Fact> {
        let pairs = want.values("process").iter().zip(want.values("record"));
        let keys = pairs.filter_map(|(process, record)| {
            let process = ProcessName::from_code(process)?;
            Some(StreamKey { process, record: RecordId::new(record).ok()? })
        });
        let keys: BTreeSet<StreamKey> = keys.collect();
        let seen =
            keys.iter().filter_map(|key| Some((key.clone(), visit(key.process, See(self, &key.record))?)));
        let seen: BTreeMap<StreamKey, Seen> = seen.collect();
        let mut open = self.open_links(&seen);
        let personal =
            if want.values("personal").is_empty() { BTreeMap::new() } else { self.personal(&keys) };
        let holds: Vec<&LegalHold> = self.holds().collect();
        let fact = |(key, seen): (&StreamKey, &Seen)| {
            let open = open.remove(key).unwrap_or_default();
            let open: Vec<_> = open.iter().take(NAMED).map(|other| other.stream().to_string()).collect();
            let holds = holds.iter().filter(|hold| keeps(hold, key, &seen.persons)).take(NAMED);
            let holds: Vec<_> = holds.map(|hold| hold.envelope.id.as_str()).collect();
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
            let attributes =
                known.into_iter().filter_map(|(name, value)| Some((Code::literal(name), value?)));
            Fact {
                process: want.process.clone(),
                record: key.record.clone(),
                state: SmolStr::new_static(seen.state),
                version: envelope.version,
                attributes: attributes.collect(),
                links: Vec::new(),
            }
        };
        seen.iter().map(fact).collect()
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
        self.records_of::<LegalHolds>().filter(|hold| hold.is_in_force())
    }

    /// The cases that are not closed and linked with each record, whichever of the two holds the link. A link names no process: whatever
    /// case has that id is meant.
    fn open_links(&self, seen: &BTreeMap<StreamKey, Seen>) -> BTreeMap<StreamKey, BTreeSet<StreamKey>> {
        let mut by_id: BTreeMap<&RecordId, Vec<&StreamKey>> = BTreeMap::new();
        let mut linked: BTreeMap<&RecordId, Vec<&StreamKey>> = BTreeMap::new();
        for (key, seen) in seen {
            by_id.entry(&key.record).or_default().push(key);
            for link in seen.links.iter().filter(|link| !is_thing(link.kind)) {
                linked.entry(&link.to).or_default().push(key);
            }
        }
        let mut open: BTreeMap<StreamKey, BTreeSet<StreamKey>> = BTreeMap::new();
        for process in ProcessName::ALL.iter().copied().filter(|process| is_case(*process)) {
            for (other, links) in visit(process, Open(self)) {
                let links = links.iter().filter(|link| !is_thing(link.kind));
                let linking = links.filter_map(|link| by_id.get(&link.to)).flatten();
                let linked = linked.get(&other.record).into_iter().flatten();
                for key in linking.chain(linked).filter(|key| ***key != other) {
                    open.entry((*key).clone()).or_default().insert(other.clone());
                }
            }
        }
        open
    }

    /// The versions of each record whose events have a personal field.
    fn personal(&self, keys: &BTreeSet<StreamKey>) -> BTreeMap<StreamKey, Vec<u64>> {
        let mut versions: BTreeMap<StreamKey, Vec<u64>> = BTreeMap::new();
        for (key, event) in self.events_of(keys) {
            if !event.body.commitments().is_empty() {
                versions.entry(key).or_default().push(event.head.version);
            }
        }
        versions
    }
}

fn keeps(hold: &LegalHold, key: &StreamKey, persons: &[PersonId]) -> bool {
    let names = |of: &NamedRecord| of.process.as_str() == key.process.code() && of.record == key.record;
    hold.records.iter().any(names) || hold.subject.as_ref().is_some_and(|subject| persons.contains(subject))
}

fn yes_or_no(condition: bool) -> SmolStr {
    SmolStr::new_static(if condition { "yes" } else { "no" })
}

/// Looks at a record, as drafted.
struct See<'a, 'd>(&'a Draft<'d>, &'a RecordId);

impl Visit for See<'_, '_> {
    type Output = Option<Seen>;
    fn visit<P: Registered + 'static>(self) -> Option<Seen> {
        let record = self.0.record_of::<P>(self.1)?;
        Some(Seen {
            state: P::phase(record).code(),
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
        let key = |record: &P::Record| StreamKey { process: P::NAME, record: P::envelope(record).id.clone() };
        let open = self.0.records_of::<P>().filter(|record| !is_closed::<P>(record));
        open.map(|record| (key(record), P::links(record))).collect()
    }
}

/// The closed records of a process whose retention period is over, without those that are held.
struct Due<'a> {
    system: &'a ServiceManagementSystem,
    rules: &'a RetentionRules,
    at: Instant,
}

impl Visit for Due<'_> {
    type Output = Vec<StreamKey>;
    fn visit<P: Registered + 'static>(self) -> Self::Output {
        let over = |record: &P::Record| {
            let envelope = P::envelope(record);
            let class = self.rules.class_of(P::NAME.code(), envelope.retention_class.as_deref());
            let end = class.and_then(|class| {
                class.ends(match class.begins {
                    RetentionBegins::Closed => envelope.updated_at,
                    RetentionBegins::Created => envelope.created_at,
                    RetentionBegins::Occurred => envelope.occurred_at,
                })
            });
            is_closed::<P>(record) && end.is_some_and(|end| end <= self.at)
        };
        let held = |key: &StreamKey, record: &P::Record| {
            let persons: Vec<PersonId> = P::persons(record).into_iter().cloned().collect();
            let mut holds = self.system.records.legal_holds.values().filter(|hold| hold.is_in_force());
            holds.any(|hold| keeps(hold, key, &persons))
        };
        let records = P::records(&self.system.records).iter().filter(|(_, record)| over(record));
        let named = records.map(|(id, record)| (StreamKey { process: P::NAME, record: id.clone() }, record));
        named.filter(|(key, record)| !held(key, record)).map(|(key, _)| key).collect()
    }
}

impl ServiceManagementSystem {
    /// The closed records whose retention period is over at an instant and that nothing holds: those of which a disposal may be
    /// requested, unless a linked record is open (K-REC-02). None, where no retention rules are in force then.
    #[must_use]
    pub fn due_for_disposal(&self, at: Instant) -> Vec<StreamKey> {
        let Some(policy) = self.registry.retention_at(at) else { return Vec::new() };
        let cases = ProcessName::ALL.iter().filter(|process| is_case(**process));
        cases.flat_map(|process| visit(*process, Due { system: self, rules: &policy.rules, at })).collect()
    }
}
