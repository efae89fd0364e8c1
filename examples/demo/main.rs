//! A week at the service desk of a virtual company: `make demo`, or `cargo run --example demo -- --lang zh`. 演示：虚拟公司的一周
//!
//! `company` is the tenant, `script` what its people do, `week` walks the script through the whole system, `tell` and `print` show it.
//! With `--file` the week is kept there (`kept`): whoever stops it, with `--until` or by force, goes on where it was left.

mod company;
mod cure;
mod kept;
mod preview;
mod print;
mod script;
mod tell;
mod tell_cure;
mod week;

use itsm::time::Language;
use std::error::Error;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str =
    "usage: demo [--lang en|zh] [--width COLUMNS] [--file DATABASE [--until \"10-08 12:00\"]]";

fn main() -> ExitCode {
    match show() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("demo: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn show() -> Result<(), Box<dyn Error>> {
    let colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let mut look = print::Look { language: Language::English, width: 100, colour };
    let (mut file, mut until) = (None, None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let value = arguments.next().unwrap_or_default();
        match (argument.as_str(), value.as_str()) {
            ("--lang", "en") => look.language = Language::English,
            ("--lang", "zh") => look.language = Language::Chinese,
            ("--width", columns) => {
                look.width = columns.parse().ok().filter(|columns| *columns >= 60).ok_or(USAGE)?;
            }
            ("--file", path) if !path.is_empty() => file = Some(PathBuf::from(path)),
            ("--until", day) => until = Some(week::local(day).map(|_| value.clone())?),
            _ => return Err(USAGE.into()),
        }
    }
    let page = match file {
        Some(file) => print::kept(&file, until.as_deref(), look)?,
        None if until.is_some() => return Err(USAGE.into()),
        None => {
            let week = week::play()?;
            print::report(&week, look)? + &print::cure(&week, &week::go_on(&week)?, look)?
        }
    };
    match io::stdout().write_all(page.as_bytes()) {
        Err(fault) if fault.kind() != io::ErrorKind::BrokenPipe => Err(fault.into()),
        _ => Ok(()),
    }
}
