//! The compiled book of agreements and calendars, with every version of each. 协议簿
//!
//! A running clock keeps the versions it was started under, so the past ones stay in the book. At an instant that
//! version is in force whose `effective_from` is the latest not after it.

use crate::kernel::{ClauseId, Instant, PolicyId, PolicyRef, Versioned};
use crate::sla::forecast::{self, Measure};
use crate::sla::{
    Clause, ClockTerms, Metric, RetargetPolicy, SelectionMode, SlaError, SlaPolicy, Target, Terms, Ticket,
};
use crate::time::{BusinessCalendar, CalendarDocument};
use smol_str::SmolStr;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Every version of the agreements and calendars that decisions may need. Cloning is cheap.
#[derive(Clone, Debug, Default)]
pub struct Agreements(Arc<Book>);

#[derive(Clone, Debug, Default)]
struct Book {
    policies: BTreeMap<PolicyId, Vec<Arc<PolicyVersion>>>,
    calendars: BTreeMap<PolicyId, Vec<Arc<CalendarVersion>>>,
}

#[derive(Debug)]
struct PolicyVersion {
    reference: PolicyRef,
    effective_from: Instant,
    document: SlaPolicy,
    terms: Vec<Terms>,
    places: BTreeMap<ClauseId, usize>,
}

/// One compiled version of a calendar.
#[derive(Debug)]
pub(crate) struct CalendarVersion {
    pub(crate) reference: PolicyRef,
    pub(crate) calendar: BusinessCalendar,
    effective_from: Instant,
}

trait Effective {
    fn effective_from(&self) -> Instant;
    fn reference(&self) -> &PolicyRef;
}

impl Effective for PolicyVersion {
    fn effective_from(&self) -> Instant {
        self.effective_from
    }
    fn reference(&self) -> &PolicyRef {
        &self.reference
    }
}

impl Effective for CalendarVersion {
    fn effective_from(&self) -> Instant {
        self.effective_from
    }
    fn reference(&self) -> &PolicyRef {
        &self.reference
    }
}

fn in_force<V: Effective>(versions: &[Arc<V>], at: Instant) -> Option<&V> {
    versions.iter().rev().find(|version| version.effective_from() <= at).map(Arc::as_ref)
}

fn supplied<'a, V: Effective>(
    shelf: &'a BTreeMap<PolicyId, Vec<Arc<V>>>,
    wanted: &PolicyRef,
) -> Result<&'a V, SlaError> {
    shelf
        .get(&wanted.id)
        .and_then(|versions| versions.iter().rev().find(|version| version.reference() == wanted))
        .map(Arc::as_ref)
        .ok_or_else(|| SlaError::VersionNotSupplied { policy: wanted.id.clone(), version: wanted.version })
}

fn append<V: Effective>(shelf: &mut BTreeMap<PolicyId, Vec<Arc<V>>>, next: V) -> Result<(), SlaError> {
    let versions = shelf.entry(next.reference().id.clone()).or_default();
    if let Some(last) = versions.last()
        && (next.reference().version <= last.reference().version
            || next.effective_from() < last.effective_from())
    {
        let PolicyRef { id, version, .. } = next.reference().clone();
        return Err(SlaError::VersionOrder { policy: id, version });
    }
    versions.push(Arc::new(next));
    Ok(())
}

impl Agreements {
    /// A book of these agreements and calendars, any number of versions of each.
    ///
    /// # Errors
    /// [`SlaError::Calendar`], [`SlaError::UnknownCalendar`], [`SlaError::CalendarTooLate`], [`SlaError::VersionOrder`], and as
    /// [`SlaPolicy::check`].
    pub fn new(
        mut policies: Vec<Versioned<SlaPolicy>>,
        mut calendars: Vec<Versioned<CalendarDocument>>,
    ) -> Result<Self, SlaError> {
        policies.sort_by_key(|policy| policy.version);
        calendars.sort_by_key(|calendar| calendar.version);
        let mut book = Book::default();
        calendars.into_iter().try_for_each(|calendar| book.add_calendar(calendar))?;
        policies.into_iter().try_for_each(|policy| book.add_policy(policy))?;
        Ok(Self(Arc::new(book)))
    }

    /// This book and one more version of an agreement.
    ///
    /// # Errors
    /// [`SlaError::VersionOrder`] where it does not follow the last one, [`SlaError::UnknownCalendar`],
    /// [`SlaError::CalendarTooLate`], and as [`SlaPolicy::check`].
    pub fn with_policy(&self, policy: Versioned<SlaPolicy>) -> Result<Self, SlaError> {
        let mut book = Book::clone(&self.0);
        book.add_policy(policy)?;
        Ok(Self(Arc::new(book)))
    }

    /// This book and one more version of a calendar.
    ///
    /// # Errors
    /// [`SlaError::VersionOrder`] where it does not follow the last one, [`SlaError::Calendar`].
    pub fn with_calendar(&self, calendar: Versioned<CalendarDocument>) -> Result<Self, SlaError> {
        let mut book = Book::clone(&self.0);
        book.add_calendar(calendar)?;
        Ok(Self(Arc::new(book)))
    }

    /// The clause for that metric of that ticket, under the versions in force at `at`.
    ///
    /// `start` is the original start of the clock: the strictest clause is the one due first from there.
    ///
    /// # Errors
    /// [`SlaError::CalendarNotInForce`] when the clause's calendar has no version yet at `at`.
    pub fn select(
        &self,
        ticket: &Ticket,
        metric: Metric,
        start: Instant,
        at: Instant,
    ) -> Result<Option<Selected<'_>>, SlaError> {
        let mut matching = Vec::new();
        for policy in self.in_force(at) {
            let customer = policy.document.customer.as_ref();
            if customer.is_some_and(|customer| ticket.customer.as_ref() != Some(customer)) {
                continue;
            }
            let of_metric = policy.document.clauses.iter().zip(&policy.terms);
            matching.extend(
                of_metric
                    .filter(|(clause, _)| clause.metric == metric && clause.when.matches(ticket))
                    .map(|(clause, terms)| (policy, clause, *terms)),
            );
        }
        let Some(&(first, clause, terms)) = matching.first() else { return Ok(None) };
        if first.document.selection == SelectionMode::Precedence {
            return self.selected(first, clause, terms, at).map(Some);
        }
        matching.retain(|(policy, ..)| policy.document.selection == SelectionMode::Strictest);
        let mut strictest: Option<(Instant, Selected<'_>)> = None;
        for (policy, clause, terms) in matching {
            let candidate = self.selected(policy, clause, terms, at)?;
            // What is never due is the least strict of all.
            let due_at = forecast::due_from_start(&candidate, start).unwrap_or(Instant::MAX);
            if strictest.as_ref().is_none_or(|(earliest, _)| due_at < *earliest) {
                strictest = Some((due_at, candidate));
            }
        }
        Ok(strictest.map(|(_, selected)| selected))
    }

    /// The agreements in force at an instant, in the order of selection, with their references.
    #[must_use]
    pub fn policies_at(&self, at: Instant) -> Vec<(&PolicyRef, &SlaPolicy)> {
        self.in_force(at).into_iter().map(|policy| (&policy.reference, &policy.document)).collect()
    }

    /// The agreement that a clock or a mark refers to.
    ///
    /// # Errors
    /// [`SlaError::VersionNotSupplied`] when the book does not have it with that content.
    pub fn policy(&self, reference: &PolicyRef) -> Result<&SlaPolicy, SlaError> {
        supplied(&self.0.policies, reference).map(|policy| &policy.document)
    }

    /// The calendar that a clock or a segment refers to.
    ///
    /// # Errors
    /// [`SlaError::VersionNotSupplied`] when the book does not have it with that content.
    pub fn calendar(&self, reference: &PolicyRef) -> Result<&BusinessCalendar, SlaError> {
        supplied(&self.0.calendars, reference).map(|version| &version.calendar)
    }

    /// The calendar in force at an instant.
    #[must_use]
    pub fn calendar_at(&self, calendar: &PolicyId, at: Instant) -> Option<(&PolicyRef, &BusinessCalendar)> {
        self.calendar_version_at(calendar, at).map(|version| (&version.reference, &version.calendar))
    }

    /// Whether a clock of that metric may begin again in the middle of a cycle: a clause of any version says so of a retarget.
    pub(crate) fn restarts(&self, metric: Metric) -> bool {
        let restarting = |policy: &PolicyVersion| {
            let of_metric = policy.document.clauses.iter().zip(&policy.terms);
            of_metric
                .filter(|(clause, _)| clause.metric == metric)
                .any(|(_, terms)| terms.retarget == RetargetPolicy::RestartNow)
        };
        self.0.policies.values().flatten().any(|policy| restarting(policy))
    }

    /// The clause a clock runs under, with the calendar version it was given.
    pub(crate) fn running_under(&self, terms: &ClockTerms) -> Result<Selected<'_>, SlaError> {
        let policy = supplied(&self.0.policies, &terms.agreement)?;
        let missing = || SlaError::VersionNotSupplied {
            policy: terms.agreement.id.clone(),
            version: terms.agreement.version,
        };
        let place = policy.places.get(&terms.clause).copied().ok_or_else(missing)?;
        let clause = policy.document.clauses.get(place).ok_or_else(missing)?;
        let calendar =
            terms.calendar.as_ref().map(|calendar| supplied(&self.0.calendars, calendar)).transpose()?;
        let resolved = policy.terms.get(place).copied().unwrap_or_default();
        Ok(Selected { agreement: &policy.reference, clause, terms: resolved, calendar })
    }

    /// When each version of the calendar comes into force, in order.
    pub(crate) fn calendar_edges(&self, calendar: &PolicyId) -> impl Iterator<Item = Instant> {
        self.0.calendars.get(calendar).into_iter().flatten().map(|version| version.effective_from)
    }

    pub(crate) fn calendar_version_at(&self, calendar: &PolicyId, at: Instant) -> Option<&CalendarVersion> {
        in_force(self.0.calendars.get(calendar)?, at)
    }

    fn in_force(&self, at: Instant) -> Vec<&PolicyVersion> {
        let mut policies: Vec<&PolicyVersion> =
            self.0.policies.values().filter_map(|versions| in_force(versions, at)).collect();
        // The map is in the order of ids, and the sort is stable.
        policies.sort_by_key(|policy| policy.document.precedence);
        policies
    }

    fn selected<'a>(
        &'a self,
        policy: &'a PolicyVersion,
        clause: &'a Clause,
        terms: Terms,
        at: Instant,
    ) -> Result<Selected<'a>, SlaError> {
        let calendar = match &clause.calendar {
            Some(calendar) if clause.target.needs_calendar() => {
                let version = self.calendar_version_at(calendar, at);
                Some(version.ok_or_else(|| SlaError::CalendarNotInForce { calendar: calendar.clone(), at })?)
            }
            _ => None,
        };
        Ok(Selected { agreement: &policy.reference, clause, terms, calendar })
    }
}

impl Book {
    fn add_calendar(&mut self, calendar: Versioned<CalendarDocument>) -> Result<(), SlaError> {
        let reference = calendar.reference();
        let compiled = BusinessCalendar::new(calendar.document)
            .map_err(|fault| SlaError::Calendar { calendar: calendar.id, fault: Box::new(fault) })?;
        let effective_from = calendar.effective_from;
        append(&mut self.calendars, CalendarVersion { reference, calendar: compiled, effective_from })
    }

    fn add_policy(&mut self, policy: Versioned<SlaPolicy>) -> Result<(), SlaError> {
        policy.document.check()?;
        let reference = policy.reference();
        let Versioned { effective_from, document, .. } = policy;
        for clause in &document.clauses {
            let Some(calendar) = &clause.calendar else { continue };
            let (agreement, clause) = (&reference.id, &clause.id);
            let named = || (agreement.clone(), clause.clone(), calendar.clone());
            let Some(versions) = self.calendars.get(calendar) else {
                let (agreement, clause, calendar) = named();
                return Err(SlaError::UnknownCalendar { agreement, clause, calendar });
            };
            if in_force(versions, effective_from).is_none() {
                let (agreement, clause, calendar) = named();
                return Err(SlaError::CalendarTooLate { agreement, clause, calendar, at: effective_from });
            }
        }
        let stated = document.terms.unwrap_or_default();
        let of_clause =
            |clause: &Clause| Terms::resolve(clause.terms.unwrap_or_default(), stated, document.profile);
        let terms = document.clauses.iter().map(of_clause).collect();
        let places = document.clauses.iter().enumerate().map(|(i, clause)| (clause.id.clone(), i)).collect();
        append(&mut self.policies, PolicyVersion { reference, effective_from, document, terms, places })
    }
}

/// A clause that was selected, with the versions it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Selected<'a> {
    agreement: &'a PolicyRef,
    clause: &'a Clause,
    terms: Terms,
    calendar: Option<&'a CalendarVersion>,
}

impl<'a> Selected<'a> {
    /// The version of the agreement.
    #[must_use]
    pub const fn agreement(&self) -> &'a PolicyRef {
        self.agreement
    }

    /// The clause.
    #[must_use]
    pub const fn clause(&self) -> &'a Clause {
        self.clause
    }

    /// The policies that hold for it.
    #[must_use]
    pub const fn terms(&self) -> Terms {
        self.terms
    }

    /// The version of its calendar; none for a target of elapsed time.
    #[must_use]
    pub fn calendar(&self) -> Option<&'a PolicyRef> {
        self.calendar.map(|version| &version.reference)
    }

    pub(crate) fn target(&self) -> Target {
        self.clause.target
    }

    pub(crate) fn business_calendar(&self) -> Option<&'a BusinessCalendar> {
        self.calendar.map(|version| &version.calendar)
    }

    /// What its running time is counted in.
    pub(crate) fn measure(&self) -> Measure<'a> {
        match self.business_calendar() {
            Some(calendar) if self.clause.target.counts_opening_time() => Measure::Opening(calendar),
            _ => Measure::Elapsed,
        }
    }

    /// The same clause under another version of its calendar.
    pub(crate) const fn under(mut self, calendar: Option<&'a CalendarVersion>) -> Self {
        self.calendar = calendar;
        self
    }

    /// What a clock that is started under it remembers.
    pub(crate) fn clock_terms(&self) -> ClockTerms {
        ClockTerms {
            agreement: self.agreement.clone(),
            clause: self.clause.id.clone(),
            target: self.clause.target,
            calendar: self.calendar().cloned(),
            tzdb: self
                .business_calendar()
                .map_or_else(SmolStr::default, |calendar| SmolStr::new(calendar.tzdb_version())),
        }
    }
}
