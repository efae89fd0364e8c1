//! Reads a register of configuration items from two CSV files and says what it cannot lose.
//!
//!     cargo run --release --example cmdb -- ITEMS.csv RELATIONS.csv [OPTIONS]
//!
//! A mapping says which way the failure of each kind of relation travels, how hard it hits, through which gate, and which
//! types are services. The one that is built in reads the relations of a NetBox topology; `debian.sh` beside this file
//! writes Debian's package index as two such files, to be read with `debian.mapping.json`. Every item is failed once, alone.
//! The exit code is 0 when the register was read, 1 when it was not, 2 for a mistaken command line.

pub mod arguments;
pub mod report;
mod writing;

use arguments::{Arguments, Asked};
use itsm::cmdb::{Cmdb, CmdbDocument, CsvMapping};
use std::error::Error;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

const TOPOLOGY: &[u8] = include_bytes!("topology.mapping.json");

fn main() -> ExitCode {
    let arguments = match arguments::read(std::env::args_os().skip(1)) {
        Ok(Asked::Run(arguments)) => arguments,
        Ok(Asked::Usage) => {
            print!("{}", arguments::USAGE);
            return ExitCode::SUCCESS;
        }
        Err(mistake) => {
            eprintln!("cmdb: {mistake}\n\n{}", arguments::USAGE);
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
    eprintln!("cmdb: {fault}");
    ExitCode::FAILURE
}

/// Reads the files and returns the report as it is printed.
pub fn run(arguments: &Arguments) -> Result<String, Box<dyn Error>> {
    let begun = Instant::now();
    let cmdb = register(arguments)?;
    let reading = begun.elapsed();
    let begun = Instant::now();
    let report = report::of(&cmdb, arguments.worst)?;
    let times = writing::Times { reading, failing: begun.elapsed() };
    if arguments.json { writing::json(&report, &times) } else { Ok(writing::text(&report, &times)) }
}

/// The register that the two files describe.
pub fn register(arguments: &Arguments) -> Result<Cmdb, Box<dyn Error>> {
    let mapping = match &arguments.mapping {
        None => CsvMapping::from_json(TOPOLOGY)?,
        Some(path) => {
            let json = std::fs::read(path).map_err(|fault| named(path, fault))?;
            CsvMapping::from_json(&json).map_err(|fault| named(path, fault))?
        }
    };
    let read = |path: &Path| std::fs::read_to_string(path).map_err(|fault| named(path, fault));
    let document = CmdbDocument::from_csv(&read(&arguments.items)?, &read(&arguments.relations)?, &mapping)?;
    Ok(Cmdb::new(document)?)
}

fn named(path: &Path, fault: impl std::fmt::Display) -> Box<dyn Error> {
    format!("{}: {fault}", path.display()).into()
}
