//! The KPIs of a whole system.

use crate::kpi::{KpiError, KpiScope, KpiValue, Period, compute_all};
use crate::system::{ServiceManagementSystem, TicketQuery};

impl ServiceManagementSystem {
    /// Everything in this system, as the scope of a period; targets and the number of CIs can be added to it.
    ///
    /// For the answer that was given then, ask the system [as of](Self::as_of) the end of the period.
    #[must_use]
    pub fn kpi_scope(&self, period: Period) -> KpiScope<'_> {
        static EVERY: TicketQuery = TicketQuery::EVERY;
        KpiScope::new(period)
            .with_incidents(self.incidents(&EVERY))
            .with_major_incidents(self.major_incidents())
            .with_requests(self.service_requests(&EVERY))
    }

    /// Every KPI of the catalogue for a period, each with the ids in its numerator and denominator.
    ///
    /// ```
    /// use itsm::kpi::Period;
    /// use itsm::system::ServiceManagementSystem;
    /// use itsm::time::Zone;
    /// let november = Period::month(2026, 11, &Zone::bundled("Asia/Shanghai")?)?;
    /// let values = ServiceManagementSystem::new().kpis(november)?;
    /// assert!(values.iter().any(|value| value.kpi == "K-INC-01"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`KpiError`] of a formula whose scope is incomplete.
    pub fn kpis(&self, period: Period) -> Result<Vec<KpiValue>, KpiError> {
        compute_all(&self.kpi_scope(period))
    }
}
