//! The register as two CSV files: items and relations. 导入与导出
//!
//! What the files of others do not say, a mapping does: which column is what, which way the failure of each relation travels, and
//! through which gate.

use crate::cmdb::{CmdbDocument, CmdbError, FailureDirection, Gate, Item, Relation, RelationKind, Strength};
use crate::kernel::strict;
use crate::kernel::{CiId, Code, IdError, limits};
use csv::StringRecord;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

/// How two CSV files are to be read.
///
/// ```
/// use itsm::cmdb::{Cmdb, CmdbDocument, CsvMapping, ImpactOptions, Source};
/// use itsm::kernel::CiId;
/// let mapping = CsvMapping::from_json(br#"{
///     "relations": {"from": "source", "kind": "relation", "to": "target"},
///     "kinds": {"runs_on": {"failure": "target_to_source", "strength": "hard"},
///               "fed_by": {"failure": "target_to_source", "strength": "hard", "gate": "any"}}
/// }"#)?;
/// let items = "id,type\nvm-1,server\nrack-1,rack\nfeed-a,power\nfeed-b,power\n";
/// let relations = "source,relation,target\nvm-1,runs_on,rack-1\nrack-1,fed_by,feed-a\nrack-1,fed_by,feed-b\n";
/// let cmdb = Cmdb::new(CmdbDocument::from_csv(items, relations, &mapping)?)?;
/// let feed = Source::down(CiId::new("feed-a").unwrap());
/// let impact = cmdb.impact_of(&[feed], &ImpactOptions::default())?;
/// assert_eq!(impact.items.len(), 1, "the other feed holds the rack up");
/// # Ok::<(), itsm::cmdb::CmdbError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct CsvMapping {
    /// The columns of the file of items; every other column is an attribute.
    pub items: ItemColumns,
    /// The columns of the file of relations; every other column is left out.
    pub relations: RelationColumns,
    /// What the relations mean.
    pub kinds: BTreeMap<Code, MappedKind>,
    /// Items of these types are services.
    pub service_types: BTreeSet<Code>,
}

/// The names of the columns of items. A column that the file lacks says nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ItemColumns {
    /// The id; must be there.
    pub id: String,
    /// The type; must be there.
    #[serde(rename = "type")]
    pub item_type: String,
    /// The name.
    pub name: String,
    /// Whether the item is critical: `true` or `false`.
    pub critical: String,
    /// The own state: `ok`, `degraded` or `down`.
    pub state: String,
    /// The gates by group, as a JSON object.
    pub gates: String,
}

impl Default for ItemColumns {
    fn default() -> Self {
        let [id, item_type, name, critical, state, gates] = ITEM_COLUMNS.map(str::to_owned);
        Self { id, item_type, name, critical, state, gates }
    }
}

const ITEM_COLUMNS: [&str; 6] = ["id", "type", "name", "critical", "state", "gates"];

/// The names of the columns of relations. A column that the file lacks says nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RelationColumns {
    /// The item a relation is read from; must be there.
    pub from: String,
    /// Its kind; must be there.
    pub kind: String,
    /// The item it is read to; must be there.
    pub to: String,
    /// Its id.
    pub id: String,
    /// Its group.
    pub group: String,
    /// Its weight.
    pub weight: String,
    /// How hard it hits: `hard`, `degrading` or `informational`.
    pub strength: String,
    /// How sure it is, in parts per million.
    pub confidence_ppm: String,
    /// When it was last seen: `2026-11-21T01:48:51Z`.
    pub verified_at: String,
}

impl Default for RelationColumns {
    fn default() -> Self {
        let [from, kind, to, id, group, weight, strength, confidence_ppm, verified_at] =
            RELATION_COLUMNS.map(str::to_owned);
        Self { from, kind, to, id, group, weight, strength, confidence_ppm, verified_at }
    }
}

const RELATION_COLUMNS: [&str; 9] =
    ["from", "kind", "to", "id", "group", "weight", "strength", "confidence_ppm", "verified_at"];

/// A kind of relation of somebody else's register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MappedKind {
    /// Which way a failure travels.
    pub failure: FailureDirection,
    /// How hard it hits.
    pub strength: Strength,
    /// The gate for its groups. Relations of this kind that state no group form one, named after the kind, at whichever item
    /// suffers. Without it, groups need all unless the item says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gate: Option<Gate>,
}

impl CsvMapping {
    /// Reads a mapping in JSON, of at most [`limits::POLICY_BYTES`].
    ///
    /// # Errors
    /// [`CmdbError::Document`] with the path of the first fault.
    pub fn from_json(json: &[u8]) -> Result<Self, CmdbError> {
        strict::from_slice(json, limits::POLICY_BYTES).map_err(|fault| CmdbError::Document(Box::new(fault)))
    }

    /// The mapping under which the files of [`CmdbDocument::to_csv`] are read back.
    #[must_use]
    pub fn of(document: &CmdbDocument) -> Self {
        let kinds = document.kinds.iter().map(|(code, kind)| {
            (code.clone(), MappedKind { failure: kind.failure, strength: kind.strength, gate: None })
        });
        Self { kinds: kinds.collect(), service_types: document.service_types.clone(), ..Self::default() }
    }
}

/// The two files of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvPair {
    /// The items.
    pub items: String,
    /// The relations.
    pub relations: String,
}

impl CmdbDocument {
    /// Reads a register from two CSV files with headers. Empty cells say nothing.
    ///
    /// # Errors
    /// [`CmdbError::Csv`] with the first line that cannot be used. Ids and gates are checked by [`Cmdb::new`](crate::cmdb::Cmdb::new).
    pub fn from_csv(items: &str, relations: &str, mapping: &CsvMapping) -> Result<Self, CmdbError> {
        let kinds = mapping.kinds.iter().map(|(code, kind)| {
            (code.clone(), RelationKind { failure: kind.failure, strength: kind.strength })
        });
        let mut document = Self {
            kinds: kinds.collect(),
            service_types: mapping.service_types.clone(),
            items: read(ITEMS, items, |row| item(row, &mapping.items))?,
            relations: read(RELATIONS, relations, |row| relation(row, &mapping.relations))?,
        };
        let mut gates: BTreeMap<CiId, BTreeMap<Code, Gate>> = BTreeMap::new();
        for relation in &mut document.relations {
            let Some(kind) = mapping.kinds.get(&relation.kind) else { continue };
            let Some(gate) = kind.gate else { continue };
            let group = relation.group.get_or_insert_with(|| relation.kind.clone()).clone();
            let consumers: &[&CiId] = match kind.failure {
                FailureDirection::TargetToSource => &[&relation.from],
                FailureDirection::SourceToTarget => &[&relation.to],
                FailureDirection::Both => &[&relation.from, &relation.to],
                FailureDirection::None => &[],
            };
            for consumer in consumers {
                gates.entry((*consumer).clone()).or_default().entry(group.clone()).or_insert(gate);
            }
        }
        for item in &mut document.items {
            for (group, gate) in gates.remove(&item.id).unwrap_or_default() {
                item.gates.entry(group).or_insert(gate);
            }
        }
        Ok(document)
    }

    /// Writes the register as two CSV files with the usual columns, rows as in the document. A spreadsheet takes cells that begin
    /// with `=` for formulas; they are written as they are, so that they can be read back.
    #[must_use]
    pub fn to_csv(&self) -> CsvPair {
        let codes: BTreeSet<&Code> = self.items.iter().flat_map(|item| item.attributes.keys()).collect();
        let header = ITEM_COLUMNS.map(str::to_owned).into_iter();
        let header = header.chain(codes.iter().map(|code| format!("{ATTRIBUTE}{code}")));
        let rows = self.items.iter().map(|item| {
            let gates = if item.gates.is_empty() { None } else { serde_json::to_string(&item.gates).ok() };
            let fixed = [
                item.id.to_string(),
                item.item_type.to_string(),
                item.name.clone().unwrap_or_default(),
                if item.critical { "true".to_owned() } else { String::new() },
                item.state.to_string(),
                gates.unwrap_or_default(),
            ];
            let attributes = codes.iter().map(|code| item.attributes.get(*code).cloned().unwrap_or_default());
            fixed.into_iter().chain(attributes).collect()
        });
        let items = write(header.collect(), rows);
        let rows = self.relations.iter().map(|relation| {
            vec![
                relation.from.to_string(),
                relation.kind.to_string(),
                relation.to.to_string(),
                text(relation.id.as_ref()),
                text(relation.group.as_ref()),
                text(relation.weight),
                text(relation.strength),
                text(relation.confidence_ppm),
                text(relation.verified_at),
            ]
        });
        CsvPair { items, relations: write(RELATION_COLUMNS.map(str::to_owned).to_vec(), rows) }
    }
}

/// What the columns of attributes are called in our own files, so that one called `name` can be told from the name.
const ATTRIBUTE: &str = "attributes.";
const ITEMS: &str = "items";
const RELATIONS: &str = "relations";

fn text(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn write(header: Vec<String>, rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing into memory cannot fail, and every row is as long as the header.
    let _ = writer.write_record(header);
    rows.for_each(|row| drop(writer.write_record(row)));
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

struct Row<'a> {
    header: &'a StringRecord,
    cells: &'a StringRecord,
}

impl Row<'_> {
    fn cell(&self, column: &str) -> Option<&str> {
        let place = self.header.iter().position(|name| name == column)?;
        self.cells.get(place).filter(|cell| !cell.is_empty())
    }

    fn needed(&self, column: &str) -> Result<&str, String> {
        self.cell(column).ok_or_else(|| format!("column `{column}` is missing or empty"))
    }

    fn read<T>(
        &self,
        column: &str,
        what: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, String> {
        let Some(cell) = self.cell(column) else { return Ok(None) };
        match read(cell) {
            Some(value) => Ok(Some(value)),
            None => Err(format!("`{cell}` in column `{column}` is not {what}")),
        }
    }
}

fn read<T>(
    file: &'static str,
    text: &str,
    read: impl Fn(&Row<'_>) -> Result<T, String>,
) -> Result<Vec<T>, CmdbError> {
    let refused = |line: u64, why: String| CmdbError::Csv { file, line, why: why.into() };
    if text.len() > limits::CMDB_BYTES {
        return Err(refused(1, format!("the file has more than {} bytes", limits::CMDB_BYTES)));
    }
    let broken =
        |fault: csv::Error| refused(fault.position().map_or(1, csv::Position::line), fault.to_string());
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().map_err(broken)?.clone();
    let mut found = Vec::new();
    for cells in reader.records() {
        let cells = cells.map_err(broken)?;
        let line = cells.position().map_or(1, csv::Position::line);
        let row = Row { header: &header, cells: &cells };
        found.push(read(&row).map_err(|why| refused(line, why))?);
    }
    Ok(found)
}

fn id<T: FromStr<Err = IdError>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|fault: IdError| fault.to_string())
}

fn item(row: &Row<'_>, columns: &ItemColumns) -> Result<Item, String> {
    let mut item = Item::new(id(row.needed(&columns.id)?)?, id(row.needed(&columns.item_type)?)?);
    item.name = row.cell(&columns.name).map(str::to_owned);
    item.critical =
        row.read(&columns.critical, "`true` or `false`", |cell| cell.parse().ok())?.unwrap_or(false);
    let states = "`ok`, `degraded` or `down`";
    item.state = row.read(&columns.state, states, crate::cmdb::ItemState::from_code)?.unwrap_or_default();
    let gates = |cell: &str| strict::from_slice(cell.as_bytes(), limits::COMMAND_BYTES).ok();
    item.gates = row.read(&columns.gates, "a JSON object of gates", gates)?.unwrap_or_default();
    let taken =
        [&columns.id, &columns.item_type, &columns.name, &columns.critical, &columns.state, &columns.gates];
    for (name, cell) in row.header.iter().zip(row.cells.iter()) {
        if cell.is_empty() || taken.iter().any(|taken| taken.as_str() == name) {
            continue;
        }
        let code = id(name.strip_prefix(ATTRIBUTE).unwrap_or(name))?;
        item.attributes.insert(code, cell.to_owned());
    }
    Ok(item)
}

fn relation(row: &Row<'_>, columns: &RelationColumns) -> Result<Relation, String> {
    let relation = Relation::new(
        id(row.needed(&columns.from)?)?,
        id(row.needed(&columns.kind)?)?,
        id(row.needed(&columns.to)?)?,
    );
    let strengths = "`hard`, `degrading` or `informational`";
    let instant = "an instant of the form `2026-11-21T01:48:51Z`";
    Ok(Relation {
        id: row.cell(&columns.id).map(id).transpose()?,
        group: row.cell(&columns.group).map(id).transpose()?,
        weight: row.read(&columns.weight, "a number", |cell| cell.parse().ok())?,
        strength: row.read(&columns.strength, strengths, Strength::from_code)?,
        confidence_ppm: row.read(&columns.confidence_ppm, "a number", |cell| cell.parse().ok())?,
        verified_at: row
            .read(&columns.verified_at, instant, |cell| crate::kernel::Instant::parse(cell).ok())?,
        ..relation
    })
}
