//! The command line.

use itsm::evidence::VerifierKey;
use std::ffi::OsString;
use std::path::PathBuf;

pub const USAGE: &str = "\
usage: verify CHECKPOINT [OPTIONS]

CHECKPOINT is the text that was kept: origin, size, root, and signatures if it
has any.

options:
  --journal FILE   the journal, one entry a line: is it what was signed?
  --entry FILE     one entry, exactly as it stands in the journal, and its
  --proof FILE     proof; with --journal, the entry that the proof names
  --before FILE    an older checkpoint: was nothing before it changed?
                   by --proof, or by --journal
  --key KEY        who must have signed: name+hash+base64 (again for others)
  --lang zh        the answer in Chinese
  --help           print this
";

#[derive(Debug)]
pub struct Arguments {
    pub checkpoint: PathBuf,
    pub journal: Option<PathBuf>,
    pub entry: Option<PathBuf>,
    pub proof: Option<PathBuf>,
    pub before: Option<PathBuf>,
    pub keys: Vec<VerifierKey>,
    pub chinese: bool,
}

#[derive(Debug)]
pub enum Asked {
    Run(Arguments),
    Usage,
}

pub fn read(mut words: impl Iterator<Item = OsString>) -> Result<Asked, String> {
    let (mut checkpoint, mut journal, mut entry, mut proof, mut before) = (None, None, None, None, None);
    let (mut keys, mut chinese) = (Vec::new(), None);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("`{}` needs a value", word.to_string_lossy()));
        let again = match word.to_str() {
            Some("--help" | "-h") => return Ok(Asked::Usage),
            Some("--journal") => journal.replace(PathBuf::from(value()?)).is_some(),
            Some("--entry") => entry.replace(PathBuf::from(value()?)).is_some(),
            Some("--proof") => proof.replace(PathBuf::from(value()?)).is_some(),
            Some("--before") => before.replace(PathBuf::from(value()?)).is_some(),
            Some("--key") => {
                let key =
                    VerifierKey::parse(&value()?.to_string_lossy()).map_err(|fault| fault.to_string())?;
                let again = keys.contains(&key);
                keys.push(key);
                again
            }
            Some("--lang") => match value()?.to_str() {
                Some("en") => chinese.replace(false).is_some(),
                Some("zh") => chinese.replace(true).is_some(),
                _ => return Err("`--lang` is `en` or `zh`".to_owned()),
            },
            Some(option) if option.starts_with('-') && option.len() > 1 => {
                return Err(format!("there is no option `{option}`"));
            }
            _ => checkpoint.replace(PathBuf::from(&word)).is_some(),
        };
        if again {
            return Err(format!("`{}` is one too many", word.to_string_lossy()));
        }
    }
    let checkpoint = checkpoint.ok_or("CHECKPOINT is needed")?;
    let beside = journal.is_some() || entry.is_some() || before.is_some();
    if !beside && (proof.is_some() || keys.is_empty()) {
        return Err(
            "one of --journal, --entry, --before and --key is needed: alone it proves nothing".to_owned()
        );
    }
    if entry.is_some() && (proof.is_none() || before.is_some()) {
        return Err("--entry goes with --proof and without --before".to_owned());
    }
    if before.is_some() && proof.is_none() && journal.is_none() {
        return Err("--before goes with --proof or --journal".to_owned());
    }
    let chinese = chinese.unwrap_or(false);
    Ok(Asked::Run(Arguments { checkpoint, journal, entry, proof, before, keys, chinese }))
}
