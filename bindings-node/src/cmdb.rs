//! Registers of configuration items.

use crate::documents::{bytes, text, within};
use crate::failure::{Work, ask, promise};
use itsm::contract::RegisterHandle;
use napi::bindgen_prelude::AsyncTask;
use napi_derive::napi;
use std::sync::Arc;

/// A register.
#[napi]
pub struct Cmdb(Arc<RegisterHandle>);

#[napi]
impl Cmdb {
    /// Reads a register.
    #[napi(constructor, catch_unwind)]
    pub fn new(document: String) -> napi::Result<Self> {
        ask(|| Ok(Self(Arc::new(RegisterHandle::from_json(document.as_bytes())?))))
    }

    /// The register as a document.
    #[napi(catch_unwind)]
    pub fn document(&self) -> napi::Result<String> {
        ask(|| text(&self.0.document()?))
    }

    /// What follows from these sources.
    #[napi(catch_unwind)]
    pub fn impact_of(&self, sources: String, options: Option<String>) -> napi::Result<String> {
        ask(|| text(&self.0.impact_of(sources.as_bytes(), bytes(options.as_ref()))?))
    }

    /// Why items are as they are: for each a set of sources and relations that suffices.
    #[napi(catch_unwind)]
    pub fn witnesses(&self, sources: String, items: String, options: Option<String>) -> napi::Result<String> {
        let (sources, items) = (sources.as_bytes(), items.as_bytes());
        ask(|| text(&self.0.witnesses(sources, items, bytes(options.as_ref()))?))
    }

    /// What the item rests on.
    #[napi(catch_unwind)]
    pub fn depends_on(&self, item: String) -> napi::Result<String> {
        ask(|| text(&self.0.depends_on(&item)?))
    }

    /// What rests on the item.
    #[napi(catch_unwind)]
    pub fn dependents(&self, item: String) -> napi::Result<String> {
        ask(|| text(&self.0.dependents(&item)?))
    }

    /// The items whose failure alone would explain these symptoms.
    #[napi(catch_unwind)]
    pub fn root_candidates(&self, symptoms: String, budget: f64) -> napi::Result<String> {
        ask(|| text(&self.0.root_candidates(symptoms.as_bytes(), within("budget", budget)?)?))
    }

    /// The items that take the service down, or degrade it, alone.
    #[napi(catch_unwind)]
    pub fn single_points_of_failure(&self, service: String, options: Option<String>) -> napi::Result<String> {
        ask(|| text(&self.0.single_points_of_failure(&service, bytes(options.as_ref()))?))
    }

    /// The minimal sets of items that bring the service into a state.
    #[napi(catch_unwind)]
    pub fn minimal_cut_sets(
        &self,
        service: String,
        search: String,
        options: Option<String>,
    ) -> napi::Result<String> {
        ask(|| text(&self.0.minimal_cut_sets(&service, search.as_bytes(), bytes(options.as_ref()))?))
    }

    /// The availability of a service from that of its items.
    #[napi(catch_unwind)]
    pub fn availability(
        &self,
        service: String,
        up_ppm: String,
        budget: f64,
        options: Option<String>,
    ) -> napi::Result<String> {
        ask(|| {
            let budget = within("budget", budget)?;
            text(&self.0.availability(&service, up_ppm.as_bytes(), bytes(options.as_ref()), budget)?)
        })
    }

    /// What becomes of the services while these overlays run.
    #[napi(catch_unwind)]
    pub fn simulate(&self, overlays: String, options: String) -> napi::Result<String> {
        ask(|| text(&self.0.simulate(overlays.as_bytes(), options.as_bytes())?))
    }

    /// `simulate` off the event loop.
    #[napi(catch_unwind)]
    pub fn simulate_async(&self, overlays: String, options: String) -> AsyncTask<Work<String>> {
        let register = Arc::clone(&self.0);
        promise(move || text(&register.simulate(overlays.as_bytes(), options.as_bytes())?))
    }
}
