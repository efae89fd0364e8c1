//! Registers of configuration items. 配置管理数据库

use crate::documents::{text, within};
use crate::door::{Thrown, door};
use itsm::contract::RegisterHandle;

/// A register of configuration items and how they rest on each other.
#[derive(uniffi::Object)]
pub struct Cmdb(RegisterHandle);

fn bytes(options: Option<&String>) -> Option<&[u8]> {
    options.map(String::as_bytes)
}

#[uniffi::export]
impl Cmdb {
    /// Reads a register.
    #[uniffi::constructor]
    pub fn new(document: String) -> Result<Self, Thrown> {
        door(|| Ok(Self(RegisterHandle::from_json(document.as_bytes())?)))
    }

    /// The register as a document, sorted.
    pub fn document(&self) -> Result<String, Thrown> {
        door(|| text(&self.0.document()?))
    }

    /// What follows from these sources.
    pub fn impact_of(&self, sources: String, options: Option<String>) -> Result<String, Thrown> {
        door(|| text(&self.0.impact_of(sources.as_bytes(), bytes(options.as_ref()))?))
    }

    /// Why these items suffer: for each the sources and the relations that it takes.
    pub fn witnesses(
        &self,
        sources: String,
        items: String,
        options: Option<String>,
    ) -> Result<String, Thrown> {
        door(|| text(&self.0.witnesses(sources.as_bytes(), items.as_bytes(), bytes(options.as_ref()))?))
    }

    /// What the item rests on.
    pub fn depends_on(&self, item: String) -> Result<String, Thrown> {
        door(|| text(&self.0.depends_on(&item)?))
    }

    /// What rests on the item.
    pub fn dependents(&self, item: String) -> Result<String, Thrown> {
        door(|| text(&self.0.dependents(&item)?))
    }

    /// The items whose failure alone would explain these symptoms.
    pub fn root_candidates(&self, symptoms: String, budget: i64) -> Result<String, Thrown> {
        door(|| text(&self.0.root_candidates(symptoms.as_bytes(), within("budget", budget)?)?))
    }

    /// The items that take the service down, or degrade it, alone.
    pub fn single_points_of_failure(
        &self,
        service: String,
        options: Option<String>,
    ) -> Result<String, Thrown> {
        door(|| text(&self.0.single_points_of_failure(&service, bytes(options.as_ref()))?))
    }

    /// The minimal sets of items that bring the service into a state.
    pub fn minimal_cut_sets(
        &self,
        service: String,
        search: String,
        options: Option<String>,
    ) -> Result<String, Thrown> {
        door(|| text(&self.0.minimal_cut_sets(&service, search.as_bytes(), bytes(options.as_ref()))?))
    }

    /// The exact availability of a service from that of its items.
    pub fn availability(
        &self,
        service: String,
        up_ppm: String,
        options: Option<String>,
        budget: i64,
    ) -> Result<String, Thrown> {
        door(|| {
            let budget = within("budget", budget)?;
            text(&self.0.availability(&service, up_ppm.as_bytes(), bytes(options.as_ref()), budget)?)
        })
    }

    /// What becomes of the services while these overlays run.
    pub fn simulate(&self, overlays: String, options: String) -> Result<String, Thrown> {
        door(|| text(&self.0.simulate(overlays.as_bytes(), options.as_bytes())?))
    }
}
