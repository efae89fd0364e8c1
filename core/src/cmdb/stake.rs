//! How much promised service time a failure puts at stake. 受影响的服务时间

use crate::cmdb::{Impact, ItemState};
use crate::kernel::{CiId, CustomerId, Instant, PolicyId};
use crate::time::{BusinessCalendar, CalendarError};
use serde::{Deserialize, Serialize};

/// What was promised for a service, as far as this room needs to know.
#[derive(Clone, Copy, Debug)]
pub struct ServiceAgreement<'a> {
    /// The service, as an item of the register.
    pub service: &'a CiId,
    /// The agreement.
    pub agreement: &'a PolicyId,
    /// With whom it was made.
    pub customer: Option<&'a CustomerId>,
    /// The agreed service time.
    pub calendar: &'a BusinessCalendar,
}

/// An agreement that a failure touches.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AtStake {
    /// The service that suffers.
    pub service: CiId,
    /// The agreement for it.
    pub agreement: PolicyId,
    /// With whom it was made.
    pub customer: Option<CustomerId>,
    /// The state of the service.
    pub state: ItemState,
    /// Agreed service time inside the window, in seconds.
    pub agreed_s: i64,
}

impl Impact {
    /// The agreements of the services it reaches, and how much of their agreed service time lies in `[from, until)`; by service,
    /// agreement and customer.
    ///
    /// ```
    /// use itsm::cmdb::{Cmdb, CmdbDocument, ImpactOptions, Item, ServiceAgreement, Source};
    /// use itsm::kernel::{CiId, Code, Instant, PolicyId};
    /// use itsm::time::BusinessCalendar;
    /// let mail = CiId::new("mail").unwrap();
    /// let mut document = CmdbDocument::preset();
    /// document.items = vec![Item::new(mail.clone(), Code::new("service").unwrap())];
    /// let impact = Cmdb::new(document).unwrap()
    ///     .impact_of(&[Source::down(mail.clone())], &ImpactOptions::default()).unwrap();
    ///
    /// let office = BusinessCalendar::from_json(
    ///     br#"{"zone": "Asia/Shanghai", "week": {"mon": [["09:00", "18:00"]]}}"#).unwrap();
    /// let gold = PolicyId::new("gold").unwrap();
    /// let agreement = ServiceAgreement { service: &mail, agreement: &gold, customer: None, calendar: &office };
    /// let at = |text| Instant::parse(text).unwrap();
    /// let stake = impact.at_stake(&[agreement], at("2026-11-23T00:00:00Z"), at("2026-11-23T03:00:00Z")).unwrap();
    /// assert_eq!(stake[0].agreed_s, 2 * 3_600, "the desk opens at 01:00Z");
    /// ```
    ///
    /// # Errors
    /// [`CalendarError`] when a calendar cannot measure the window.
    pub fn at_stake(
        &self,
        agreements: &[ServiceAgreement<'_>],
        from: Instant,
        until: Instant,
    ) -> Result<Vec<AtStake>, CalendarError> {
        let mut stakes = Vec::new();
        for promise in agreements {
            let Some(reached) = self.reached(promise.service.as_str()) else { continue };
            stakes.push(AtStake {
                service: reached.item.clone(),
                agreement: promise.agreement.clone(),
                customer: promise.customer.cloned(),
                state: reached.state,
                agreed_s: promise.calendar.between(from.utc(), until.utc())?.max(0),
            });
        }
        stakes.sort_unstable();
        Ok(stakes)
    }
}
