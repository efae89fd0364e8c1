//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

pub const USAGE: &str = "\
usage: cmdb ITEMS.csv RELATIONS.csv [OPTIONS]

ITEMS.csv has the columns `id` and `type`, RELATIONS.csv those that the mapping
names, all with headers.

options:
  --mapping FILE   how the files are read (default: a NetBox topology, built in)
  --worst N        length of the lists (default: 10)
  --json           print one JSON object
  --help           print this
";

pub struct Arguments {
    pub items: PathBuf,
    pub relations: PathBuf,
    pub mapping: Option<PathBuf>,
    pub worst: usize,
    pub json: bool,
}

pub enum Asked {
    Run(Arguments),
    Usage,
}

pub fn read(mut words: impl Iterator<Item = OsString>) -> Result<Asked, String> {
    let (mut files, mut mapping, mut worst, mut json) = (Vec::new(), None, None, false);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("`{}` needs a value", word.to_string_lossy()));
        let again = match word.to_str() {
            Some("--help" | "-h") => return Ok(Asked::Usage),
            Some("--json") => std::mem::replace(&mut json, true),
            Some("--mapping") => mapping.replace(PathBuf::from(value()?)).is_some(),
            Some("--worst") => {
                let count = value()?.to_str().and_then(|count| count.parse().ok());
                worst.replace(count.ok_or("`--worst` is a whole number")?).is_some()
            }
            Some(option) if option.starts_with('-') && option.len() > 1 => {
                return Err(format!("there is no option `{option}`"));
            }
            _ => {
                files.push(PathBuf::from(&word));
                files.len() > 2
            }
        };
        if again {
            return Err(format!("`{}` is one too many", word.to_string_lossy()));
        }
    }
    let mut files = files.into_iter();
    let (Some(items), Some(relations)) = (files.next(), files.next()) else {
        return Err("ITEMS.csv and RELATIONS.csv are needed".to_owned());
    };
    Ok(Asked::Run(Arguments { items, relations, mapping, worst: worst.unwrap_or(10), json }))
}
