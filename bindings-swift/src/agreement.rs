//! Service level agreements and the clocks they give a ticket. 服务级别协议

use crate::documents::{instant_text, text};
use crate::door::{Thrown, door};
use itsm::contract::SlaPolicyHandle;

/// A compiled book of agreements.
#[derive(uniffi::Object)]
pub struct SlaPolicy(SlaPolicyHandle);

#[uniffi::export]
impl SlaPolicy {
    /// Reads and compiles a book.
    #[uniffi::constructor]
    pub fn new(document: String) -> Result<Self, Thrown> {
        door(|| Ok(Self(SlaPolicyHandle::from_json(document.as_bytes())?)))
    }

    /// The book as a document.
    pub fn document(&self) -> Result<String, Thrown> {
        door(|| text(&self.0.document()?))
    }

    /// The clocks of a ticket, from what happened to it.
    pub fn clocks(&self, history: String, as_of: f64) -> Result<String, Thrown> {
        let as_of = instant_text(as_of)?;
        door(|| text(&self.0.clocks(history.as_bytes(), &as_of)?))
    }

    /// The clocks of many tickets, in their order.
    pub fn clocks_many(&self, histories: String, as_of: f64) -> Result<String, Thrown> {
        let as_of = instant_text(as_of)?;
        door(|| text(&self.0.clocks_many(histories.as_bytes(), &as_of)?))
    }

    /// What each clock shows, by its metric.
    pub fn readings(&self, history: String, as_of: f64) -> Result<String, Thrown> {
        let as_of = instant_text(as_of)?;
        door(|| text(&self.0.readings(history.as_bytes(), &as_of)?))
    }

    /// Why the clock of a metric is due when it is, or `null`.
    pub fn why_due(&self, history: String, as_of: f64, metric: String) -> Result<String, Thrown> {
        let as_of = instant_text(as_of)?;
        door(|| text(&self.0.why_due(history.as_bytes(), &as_of, &metric)?))
    }

    /// The clocks after something happened to a ticket.
    pub fn stimulate(
        &self,
        clocks: Option<String>,
        ticket: String,
        stimulus: String,
        at: f64,
    ) -> Result<String, Thrown> {
        let at = instant_text(at)?;
        let clocks = clocks.as_ref().map(String::as_bytes);
        door(|| text(&self.0.stimulate(clocks, ticket.as_bytes(), stimulus.as_bytes(), &at)?))
    }

    /// The clocks after what happened to them by themselves.
    pub fn observe(&self, clocks: String, now: f64) -> Result<String, Thrown> {
        let now = instant_text(now)?;
        door(|| text(&self.0.observe(clocks.as_bytes(), &now)?))
    }
}
