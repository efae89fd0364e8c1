//! Says whether a journal, or one entry of it, is what a checkpoint says. It needs no database and nothing of the desk.
//!
//!     cargo run --release --example verify -- CHECKPOINT [OPTIONS]
//!
//! The checkpoint is the text that somebody kept, with its signatures or without. With `--journal` the whole journal is hashed
//! again (RFC 9162, 2.1.1); with `--entry` and `--proof` one entry is (2.1.3.2); with `--before` and `--proof` nothing but two
//! checkpoints is needed (2.1.4.2). `--key` says whom to trust: without it nobody has checked who made the checkpoint. The exit code
//! is 0 when everything asked for holds, 1 when something does not, 2 when it could not be judged: a mistaken command line, a file
//! that is not there.

pub mod arguments;
pub mod checks;
mod words;

use arguments::{Arguments, Asked};
use checks::{Evidence, Finding};
use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    exit(std::env::args_os().skip(1))
}

/// What the words of a command line come to.
pub fn exit(words: impl Iterator<Item = OsString>) -> ExitCode {
    let arguments = match arguments::read(words) {
        Ok(Asked::Run(arguments)) => arguments,
        Ok(Asked::Usage) => {
            print!("{}", arguments::USAGE);
            return ExitCode::SUCCESS;
        }
        Err(mistake) => {
            eprintln!("verify: {mistake}\n\n{}", arguments::USAGE);
            return ExitCode::from(2);
        }
    };
    match run(&arguments) {
        // Whoever reads no further still has the exit code.
        Ok((text, holds)) => {
            let _ = std::io::stdout().write_all(text.as_bytes());
            if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(fault) => {
            eprintln!("verify: {fault}");
            ExitCode::from(2)
        }
    }
}

/// Reads the files and judges them: what is printed, and whether everything holds.
pub fn run(arguments: &Arguments) -> Result<(String, bool), String> {
    let read = |path: &Path| std::fs::read(path).map_err(|fault| format!("{}: {fault}", path.display()));
    let given = |path: &Option<_>| path.as_deref().map(read).transpose();
    let evidence = Evidence {
        checkpoint: read(&arguments.checkpoint)?,
        before: given(&arguments.before)?,
        journal: given(&arguments.journal)?,
        entry: given(&arguments.entry)?,
        proof: given(&arguments.proof)?,
        keys: arguments.keys.clone(),
    };
    let findings = checks::judge(&evidence);
    let holds = !findings.iter().any(|finding| matches!(finding, Finding::Fails(..)));
    let lines = findings.iter().map(|finding| words::line(finding, arguments.chinese));
    Ok((lines.chain([words::verdict(holds, arguments.chinese)]).collect(), holds))
}
