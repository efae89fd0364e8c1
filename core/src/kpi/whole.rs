//! The KPIs of a whole system.

use crate::kernel::Instant;
use crate::kpi::{KpiError, KpiScope, KpiValue, Period, compute_all};
use crate::system::{ServiceManagementSystem, TicketQuery};

impl ServiceManagementSystem {
    /// Everything in this system, as the scope of a period; targets and the number of CIs can be added to it.
    ///
    /// The records are known up to the end of the period, or up to `now` where it is not over yet: then no KPI has a value.
    /// For the answer that was given then, ask the system [as of](Self::as_of) the end of the period.
    #[must_use]
    pub fn kpi_scope(&self, period: Period, now: Instant) -> KpiScope<'_> {
        static EVERY: TicketQuery = TicketQuery::EVERY;
        let as_of = now.min(period.to());
        KpiScope { as_of, ..KpiScope::new(period) }
            .with_incidents(self.incidents(&EVERY))
            .with_major_incidents(self.major_incidents())
            .with_requests(self.service_requests(&EVERY))
            .with_changes(self.changes())
            .with_problems(self.problems())
            .with_known_errors(self.known_errors())
    }

    /// Every KPI of the catalogue for a period, each with the ids in its numerator and denominator.
    ///
    /// ```
    /// use itsm::kpi::Period;
    /// use itsm::system::ServiceManagementSystem;
    /// use itsm::time::Zone;
    /// let november = Period::month(2026, 11, &Zone::bundled("Asia/Shanghai")?)?;
    /// let desk = ServiceManagementSystem::new();
    /// let midnight = november.to();
    /// let values = desk.kpis(november.clone(), midnight)?;
    /// assert!(values.iter().any(|value| value.kpi == "K-INC-01"));
    /// assert_eq!(desk.kpis(november.clone(), november.from()).unwrap_err().code(), "kpi.period_not_over");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`KpiError::PeriodNotOver`] where the period ends after `now`.
    pub fn kpis(&self, period: Period, now: Instant) -> Result<Vec<KpiValue>, KpiError> {
        compute_all(&self.kpi_scope(period, now))
    }
}
