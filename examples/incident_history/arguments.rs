//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

pub const USAGE: &str = "\
usage: incident_history FILE [OPTIONS]

FILE is a CSV table, plain or gzip, with one row per update of a ticket.

options:
  --mapping FILE   how the table is read (default: ServiceNow, built in)
  --calendar FILE  business calendar (default: Mon-Fri 08:00-18:00, mapping's zone)
  --targets FILE   SLA policy; its clauses name the calendar `office`
                   (default: the incident targets of ISO 20000 practice, P1 to P4)
  --json           print one JSON object
  --lang en|zh     language of the labels (default: en)
  --help           print this
";

/// The language of the labels.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    En,
    Zh,
}

pub struct Arguments {
    pub file: PathBuf,
    pub mapping: Option<PathBuf>,
    pub calendar: Option<PathBuf>,
    pub targets: Option<PathBuf>,
    pub json: bool,
    pub lang: Lang,
}

pub enum Asked {
    Run(Arguments),
    Usage,
}

pub fn read(words: impl Iterator<Item = OsString>) -> Result<Asked, String> {
    let (mut file, mut mapping, mut calendar, mut targets) = (None, None, None, None);
    let (mut json, mut lang) = (false, Lang::En);
    let mut words = words;
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("`{}` needs a value", word.to_string_lossy()));
        let taken = match word.to_str() {
            Some("--help" | "-h") => return Ok(Asked::Usage),
            Some("--json") => {
                json = true;
                continue;
            }
            Some("--lang") => {
                lang = match value()?.to_str() {
                    Some("en") => Lang::En,
                    Some("zh") => Lang::Zh,
                    _ => return Err("`--lang` is `en` or `zh`".to_owned()),
                };
                continue;
            }
            Some("--mapping") => mapping.replace(PathBuf::from(value()?)),
            Some("--calendar") => calendar.replace(PathBuf::from(value()?)),
            Some("--targets") => targets.replace(PathBuf::from(value()?)),
            Some(option) if option.starts_with('-') && option.len() > 1 => {
                return Err(format!("there is no option `{option}`"));
            }
            _ => file.replace(PathBuf::from(&word)),
        };
        if taken.is_some() {
            return Err(format!("`{}` is one too many", word.to_string_lossy()));
        }
    }
    let file = file.ok_or("FILE is missing")?;
    Ok(Asked::Run(Arguments { file, mapping, calendar, targets, json, lang }))
}
