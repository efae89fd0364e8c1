//! Rules of a process that count their limits in business days: the document, and its compiled form. 规则
//!
//! The numbers of a process (how long a review may take, how many days a problem is observed) are data, never constants of a
//! decision (DECISIONS 4). A rules document names the calendars it counts in; [`RulesInForce`] is the document with them.

use super::{BusinessCalendar, DayConvention};
use crate::kernel::{Case, DocumentError, Instant, PolicyId, PolicyRef, Process, Versioned};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A document of rules whose limits are counted in business days.
pub trait Rules: Clone + Serialize + Send + Sync + 'static {
    /// The kind of policy it is: `change`.
    const KIND: &'static str;

    /// The calendar whose business days its limits are counted in.
    fn calendar(&self) -> &PolicyId;

    /// Every calendar it names, its own among them.
    fn calendars(&self) -> Vec<&PolicyId> {
        vec![self.calendar()]
    }

    /// Checks what the types do not.
    ///
    /// # Errors
    /// [`DocumentError`] with the path of the first fault.
    fn check(&self) -> Result<(), DocumentError> {
        Ok(())
    }
}

/// A version of rules with the versions of the calendars it counts in.
#[derive(Clone, Debug)]
pub struct RulesInForce<R> {
    /// The rules.
    pub rules: Arc<R>,
    /// Which version of them.
    pub rules_ref: PolicyRef,
    calendars: BTreeMap<PolicyId, (BusinessCalendar, PolicyRef)>,
}

/// Rules that do not come into force.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RulesError {
    /// A calendar that the rules name is not there.
    #[error("the calendar `{id}` of the `{kind}` rules is not in force with them")]
    CalendarMissing {
        /// Which.
        id: PolicyId,
        /// The kind of the rules.
        kind: &'static str,
    },
    /// A fault of the rules themselves.
    #[error(transparent)]
    Document(#[from] DocumentError),
}

impl<R: Rules> RulesInForce<R> {
    /// The rules with their calendars.
    ///
    /// # Errors
    /// [`RulesError`] when the rules have a fault, or a calendar they name is missing.
    pub fn new<'a>(
        rules: &Versioned<R>,
        calendar: impl Fn(&PolicyId) -> Option<(&'a PolicyRef, &'a BusinessCalendar)>,
    ) -> Result<Self, RulesError> {
        rules.document.check()?;
        let mut calendars = BTreeMap::new();
        for id in rules.document.calendars() {
            let missing = || RulesError::CalendarMissing { id: id.clone(), kind: R::KIND };
            let (reference, compiled) = calendar(id).ok_or_else(missing)?;
            calendars.insert(id.clone(), (compiled.clone(), reference.clone()));
        }
        let missing = || RulesError::CalendarMissing { id: rules.document.calendar().clone(), kind: R::KIND };
        if !calendars.contains_key(rules.document.calendar()) {
            return Err(missing());
        }
        Ok(Self { rules: Arc::new(rules.document.clone()), rules_ref: rules.reference(), calendars })
    }

    /// A calendar that the rules name, and which version of it.
    #[must_use]
    pub fn calendar(&self, id: &PolicyId) -> Option<&(BusinessCalendar, PolicyRef)> {
        self.calendars.get(id)
    }
}

/// So many business days after an instant, at the same time of day; the decision names the rules and the calendar it used.
pub fn after_working_days<P, R>(case: &mut Case<'_, P>, from: Instant, days: u32) -> Option<Instant>
where
    P: Process<Policy = RulesInForce<R>>,
    R: Rules,
{
    let policy = case.policy();
    case.used(&policy.rules_ref);
    let (calendar, calendar_ref) = policy.calendar(policy.rules.calendar())?;
    case.used(calendar_ref);
    let at = calendar.add_working_days_s(from, days, DayConvention::KeepTime).ok();
    let words = "the calendar of the rules has enough business days ahead";
    case.that_value(at.is_some(), days, "calendar", words, "规则的日历须有足够的后续工作日");
    at
}
