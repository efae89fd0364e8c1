//! Reads the incident history of another product, holds it to the lifecycle, and says what it found.
//!
//!     cargo run --release --example incident_history -- FILE [OPTIONS]
//!
//! FILE is CSV, plain or gzip, with one row per update, in order within each ticket. The mapping that is built in reads
//! the ServiceNow layout of the data set "Incident management process enriched event log" (UCI 498); `--mapping` names
//! another one. Times are read in the mapping's zone. The exit code is 0 when the file was read to its end, 1 when it
//! was not, 2 for a mistaken command line. Rows that cannot be read are counted and named, and stop nothing.

pub mod arguments;
mod reading;
mod words;
mod writing;

use arguments::{Arguments, Asked};
use itsm::analytics::{Conformance, HistoryMapping, HistoryReport, Measure};
use itsm::kernel::{Code, Instant, PolicyId, Versioned};
use itsm::sla::{Agreements, IncidentPreset, SlaPolicy};
use itsm::time::{BusinessCalendar, CalendarDocument};
use std::error::Error;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

const SERVICENOW: &[u8] = include_bytes!("servicenow.mapping.json");
/// Targets and calendars that are handed over count from the beginning of all time.
const ALWAYS: Instant = Instant::MIN;

fn main() -> ExitCode {
    let arguments = match arguments::read(std::env::args_os().skip(1)) {
        Ok(Asked::Run(arguments)) => arguments,
        Ok(Asked::Usage) => {
            print!("{}", arguments::USAGE);
            return ExitCode::SUCCESS;
        }
        Err(mistake) => {
            eprintln!("incident_history: {mistake}\n\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    match run(&arguments) {
        Ok(text) => match std::io::stdout().write_all(text.as_bytes()) {
            // A reader that has seen enough (`| head`) is no fault.
            Err(fault) if fault.kind() != ErrorKind::BrokenPipe => failed(fault.into()),
            _ => ExitCode::SUCCESS,
        },
        Err(fault) => failed(fault),
    }
}

fn failed(fault: Box<dyn Error>) -> ExitCode {
    eprintln!("incident_history: {fault}");
    ExitCode::FAILURE
}

/// What the figures were measured by, to be printed beside them.
pub struct Basis {
    calendar: String,
    targets: String,
}

/// Reads the file and returns the report as it is printed.
pub fn run(arguments: &Arguments) -> Result<String, Box<dyn Error>> {
    let mapping = match &arguments.mapping {
        None => HistoryMapping::from_json(SERVICENOW)?,
        Some(path) => HistoryMapping::from_json(&document(path)?).map_err(|fault| named(path, fault))?,
    };
    let (measure, basis) = measure(arguments, &mapping)?;
    let begun = std::time::Instant::now();
    let report = read(arguments, &mapping, measure)?;
    let microseconds = begun.elapsed().as_micros().max(1);
    let per_second = u64::try_from(u128::from(report.events) * 1_000_000 / microseconds)?;
    if arguments.json {
        return writing::json(arguments, &report, &basis, per_second);
    }
    Ok(writing::text(arguments, &report, &basis, per_second))
}

fn read(
    arguments: &Arguments,
    mapping: &HistoryMapping,
    measure: Measure,
) -> Result<HistoryReport, Box<dyn Error>> {
    let mut table = reading::Table::open(&arguments.file)?;
    let columns = mapping.bind(&table.header()?)?;
    let mut fold = Conformance::new(mapping, measure)?;
    while let Some((line, record)) = table.next()? {
        match columns.read(line, record.len(), |place| record.get(place)) {
            Ok(row) => {
                fold.fold(&row);
            }
            Err(fault) => fold.fault(fault),
        }
    }
    table.finished();
    Ok(fold.finish()?)
}

/// The calendar and the targets: those of the command line, else office hours and the targets of the specification.
fn measure(arguments: &Arguments, mapping: &HistoryMapping) -> Result<(Measure, Basis), Box<dyn Error>> {
    let id = PolicyId::new("office")?;
    let (calendar, calendar_name) = match &arguments.calendar {
        None => (office_hours(&mapping.zone)?, format!("Mon-Fri 08:00-18:00 {}", mapping.zone)),
        Some(path) => {
            let calendar =
                CalendarDocument::from_json(&document(path)?).map_err(|fault| named(path, fault))?;
            let name = format!("{} ({})", path.display(), calendar.zone);
            (calendar, name)
        }
    };
    let policy = match &arguments.targets {
        None => IncidentPreset::default().in_calendar(id.clone()).pausing_for([Code::new("user")?]).policy(),
        Some(path) => SlaPolicy::from_json(&document(path)?).map_err(|fault| named(path, fault))?,
    };
    let basis = Basis { calendar: calendar_name, targets: policy.name.to_string() };
    let office = BusinessCalendar::new(calendar.clone())?;
    let agreements = Agreements::new(
        vec![Versioned {
            id: PolicyId::new("targets")?,
            version: 1,
            effective_from: ALWAYS,
            document: policy,
        }],
        vec![Versioned { id, version: 1, effective_from: ALWAYS, document: calendar }],
    )?;
    Ok((Measure { agreements, office: Some(office) }, basis))
}

fn office_hours(zone: &str) -> Result<CalendarDocument, Box<dyn Error>> {
    let day = serde_json::json!([["08:00", "18:00"]]);
    let week = serde_json::json!({"mon": day, "tue": day, "wed": day, "thu": day, "fri": day});
    let calendar = serde_json::json!({"zone": zone, "week": week});
    Ok(CalendarDocument::from_json(calendar.to_string().as_bytes())?)
}

fn document(path: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    std::fs::read(path).map_err(|fault| named(path, fault))
}

fn named(path: &Path, fault: impl std::fmt::Display) -> Box<dyn Error> {
    format!("{}: {fault}", path.display()).into()
}
