//! Service level agreements and the clocks they give a ticket.

use crate::documents::{bytes, text};
use crate::failure::{Work, ask, promise};
use itsm::contract::SlaPolicyHandle;
use napi::bindgen_prelude::AsyncTask;
use napi_derive::napi;
use std::sync::Arc;

/// A compiled book of agreements.
#[napi]
pub struct SlaPolicy(Arc<SlaPolicyHandle>);

#[napi]
impl SlaPolicy {
    /// Reads and compiles a book.
    #[napi(constructor, catch_unwind)]
    pub fn new(document: String) -> napi::Result<Self> {
        ask(|| Ok(Self(Arc::new(SlaPolicyHandle::from_json(document.as_bytes())?))))
    }

    /// The book as a document.
    #[napi(catch_unwind)]
    pub fn document(&self) -> napi::Result<String> {
        ask(|| text(&self.0.document()?))
    }

    /// The clocks of a ticket from what happened to it.
    #[napi(catch_unwind)]
    pub fn clocks(&self, history: String, as_of: String) -> napi::Result<String> {
        ask(|| text(&self.0.clocks(history.as_bytes(), &as_of)?))
    }

    /// `clocks` of many tickets.
    #[napi(catch_unwind)]
    pub fn clocks_many(&self, histories: String, as_of: String) -> napi::Result<String> {
        ask(|| text(&self.0.clocks_many(histories.as_bytes(), &as_of)?))
    }

    /// `clocks_many` off the event loop.
    #[napi(catch_unwind)]
    pub fn clocks_many_async(&self, histories: String, as_of: String) -> AsyncTask<Work<String>> {
        let book = Arc::clone(&self.0);
        promise(move || text(&book.clocks_many(histories.as_bytes(), &as_of)?))
    }

    /// What each clock shows.
    #[napi(catch_unwind)]
    pub fn readings(&self, history: String, as_of: String) -> napi::Result<String> {
        ask(|| text(&self.0.readings(history.as_bytes(), &as_of)?))
    }

    /// Why the clock of a metric is due when it is, or `null`.
    #[napi(catch_unwind)]
    pub fn why_due(&self, history: String, as_of: String, metric: String) -> napi::Result<String> {
        ask(|| text(&self.0.why_due(history.as_bytes(), &as_of, &metric)?))
    }

    /// The clocks after something happened to a ticket.
    #[napi(catch_unwind)]
    pub fn stimulate(
        &self,
        clocks: Option<String>,
        ticket: String,
        stimulus: String,
        at: String,
    ) -> napi::Result<String> {
        ask(|| {
            let clocks = bytes(clocks.as_ref());
            text(&self.0.stimulate(clocks, ticket.as_bytes(), stimulus.as_bytes(), &at)?)
        })
    }

    /// The clocks after what happened to them by themselves.
    #[napi(catch_unwind)]
    pub fn observe(&self, clocks: String, now: String) -> napi::Result<String> {
        ask(|| text(&self.0.observe(clocks.as_bytes(), &now)?))
    }
}
