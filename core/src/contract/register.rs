//! Questions to a register of configuration items, through documents.

use super::Failure;
use super::crossing::{document, read, read_or_default};
use crate::cmdb::{Cmdb, CutSetSearch, ImpactOptions, Overlay, SimulationOptions, Source};
use crate::kernel::CiId;
use serde_json::Value;
use std::collections::BTreeMap;

/// A register of configuration items whose questions and answers are documents.
///
/// ```
/// use itsm::contract::RegisterHandle;
/// let register = RegisterHandle::from_json(br#"{
///     "kinds": {"runs_on": {"failure": "target_to_source", "strength": "hard"}}, "service_types": ["service"],
///     "items": [{"id": "mail", "type": "service"}, {"id": "vm", "type": "vm"}],
///     "relations": [{"from": "mail", "to": "vm", "kind": "runs_on"}]}"#)?;
/// let impact = register.impact_of(br#"[{"item": "vm"}]"#, None)?;
/// assert_eq!(impact["items"][0]["item"], "mail");
/// assert_eq!(register.impact_of(br#"[{"item": "vn"}]"#, None).unwrap_err().code, "cmdb.unknown_items");
/// # Ok::<(), itsm::contract::Failure>(())
/// ```
#[derive(Clone, Debug)]
pub struct RegisterHandle(Cmdb);

impl RegisterHandle {
    /// Reads a register.
    ///
    /// # Errors
    /// [`Failure`] with the path of the fault.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Failure> {
        Ok(Self(Cmdb::from_json(bytes)?))
    }

    /// The register as a document, sorted.
    ///
    /// # Errors
    /// [`Failure`], which the types rule out.
    pub fn document(&self) -> Result<Value, Failure> {
        document(&self.0.to_document())
    }

    /// What follows from these sources, with gates and witnesses.
    ///
    /// # Errors
    /// `cmdb.unknown_items`.
    pub fn impact_of(&self, sources: &[u8], with: Option<&[u8]>) -> Result<Value, Failure> {
        document(&self.0.impact_of(&read::<Vec<Source>>(sources)?, &read_or_default::<ImpactOptions>(with)?)?)
    }

    /// Why these items suffer: for each the sources and the relations that it takes, and no more.
    ///
    /// # Errors
    /// `cmdb.unknown_items`.
    pub fn witnesses(&self, sources: &[u8], items: &[u8], with: Option<&[u8]>) -> Result<Value, Failure> {
        let (sources, items): (Vec<Source>, Vec<CiId>) = (read(sources)?, read(items)?);
        document(&self.0.witnesses(&sources, &read_or_default(with)?, &items)?)
    }

    /// What the item rests on, at any depth.
    ///
    /// # Errors
    /// `cmdb.unknown_items`.
    pub fn depends_on(&self, item: &str) -> Result<Value, Failure> {
        document(&self.0.depends_on(&CiId::new(item)?)?)
    }

    /// What rests on the item, at any depth.
    ///
    /// # Errors
    /// `cmdb.unknown_items`.
    pub fn dependents(&self, item: &str) -> Result<Value, Failure> {
        document(&self.0.dependents(&CiId::new(item)?)?)
    }

    /// The items whose failure alone would explain these symptoms.
    ///
    /// # Errors
    /// `cmdb.unknown_items`, `cmdb.budget_exceeded`.
    pub fn root_candidates(&self, symptoms: &[u8], budget: u64) -> Result<Value, Failure> {
        document(&self.0.root_candidates(&read::<Vec<Source>>(symptoms)?, budget)?)
    }

    /// The items that take the service down, or degrade it, alone.
    ///
    /// # Errors
    /// `cmdb.unknown_items`.
    pub fn single_points_of_failure(&self, service: &str, with: Option<&[u8]>) -> Result<Value, Failure> {
        document(
            &self
                .0
                .single_points_of_failure(&CiId::new(service)?, &read_or_default::<ImpactOptions>(with)?)?,
        )
    }

    /// The minimal sets of items that bring the service into a state, up to a size.
    ///
    /// # Errors
    /// `cmdb.unknown_items`, `cmdb.budget_exceeded`.
    pub fn minimal_cut_sets(
        &self,
        service: &str,
        search: &[u8],
        with: Option<&[u8]>,
    ) -> Result<Value, Failure> {
        let search: CutSetSearch = read(search)?;
        document(&self.0.minimal_cut_sets(
            &CiId::new(service)?,
            search,
            &read_or_default::<ImpactOptions>(with)?,
        )?)
    }

    /// The exact availability of a service from that of its items, in parts per million.
    ///
    /// # Errors
    /// `cmdb.unknown_items`, `cmdb.availability_out_of_range`, `cmdb.budget_exceeded`.
    pub fn availability(
        &self,
        service: &str,
        up_ppm: &[u8],
        with: Option<&[u8]>,
        budget: u64,
    ) -> Result<Value, Failure> {
        let up: BTreeMap<CiId, u32> = read(up_ppm)?;
        document(&self.0.availability(
            &CiId::new(service)?,
            &up,
            &read_or_default::<ImpactOptions>(with)?,
            budget,
        )?)
    }

    /// What becomes of the services while these overlays run, and which of them are safe alone and not together.
    ///
    /// # Errors
    /// `cmdb.unknown_items`, `cmdb.duplicate_overlay`, `cmdb.budget_exceeded`.
    pub fn simulate(&self, overlays: &[u8], with: &[u8]) -> Result<Value, Failure> {
        let options: SimulationOptions = read(with)?;
        document(&self.0.simulate(&read::<Vec<Overlay>>(overlays)?, &options)?)
    }
}
