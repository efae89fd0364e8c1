//! Where files stand, and how they come there: all of an export or nothing. 文件夹
//!
//! `TABLE/tenant=…/month=…/part-….parquet`, as Hive lays tables out. Files are written under names that no program reads and take their
//! own when all of them are complete and on the disk. What fails before that leaves neither a file nor a folder.

use super::ExportError;
use itsm::kernel::TenantId;
use std::fmt::Write;
use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};

/// What Hive calls a partition that has no value: programs read it as null.
const NOBODY: &str = "__HIVE_DEFAULT_PARTITION__";

/// The value of a partition as part of a path: what a path cannot hold is written `%2F`.
fn escaped(value: &str) -> String {
    let mut text = String::new();
    for (place, letter) in value.char_indices() {
        let plain = !letter.is_ascii() || letter.is_ascii_alphanumeric() || " -.,;@()+!$&~_".contains(letter);
        // A tenant of that very name is somebody.
        if plain && !(place == 0 && value == NOBODY) {
            text.push(letter);
        } else {
            let _ = write!(text, "%{:02X}", u32::from(letter));
        }
    }
    text
}

/// The folder of a tenant's part of a table.
pub(super) fn of_tenant(folder: &Path, table: &str, tenant: Option<&TenantId>) -> PathBuf {
    let tenant = tenant.map_or_else(|| NOBODY.to_owned(), |tenant| escaped(tenant.as_str()));
    folder.join(table).join(format!("tenant={tenant}"))
}

/// The folder of a month in it; without a month, where nobody knows it.
pub(super) fn of_month(folder: &Path, month: Option<&str>) -> PathBuf {
    folder.join(format!("month={}", month.unwrap_or(NOBODY)))
}

/// Every file of a tenant's part of a table, by path. Other programs read whatever stands below the table, so nothing else may.
pub(super) fn parts(folder: &Path) -> Result<Vec<PathBuf>, ExportError> {
    let mut found = Vec::new();
    let strange = |path: &Path| ExportError::file(path)("no export has put it there");
    let table = folder.parent().unwrap_or(folder);
    if table.try_exists().map_err(ExportError::folder(table))?
        && let Some(other) = listed(table)?.iter().find(|tenant| !is_folder(tenant, "tenant="))
    {
        return Err(strange(other));
    }
    if !folder.try_exists().map_err(ExportError::folder(folder))? {
        return Ok(found);
    }
    for month in listed(folder)? {
        if !is_folder(&month, "month=") {
            return Err(strange(&month));
        }
        for file in listed(&month)? {
            let ends = |end: &str| file.is_file() && file.extension().is_some_and(|own| own == end);
            match (ends("parquet"), ends("partial")) {
                (true, _) => found.push(file),
                // What an export that was killed has left, which no program reads.
                (_, true) => {}
                _ => return Err(strange(&file)),
            }
        }
    }
    Ok(found)
}

fn is_folder(path: &Path, begins: &str) -> bool {
    path.is_dir()
        && path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(begins))
}

fn listed(folder: &Path) -> Result<Vec<PathBuf>, ExportError> {
    let entries = fs::read_dir(folder).map_err(ExportError::folder(folder))?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path()));
    let mut paths = paths.collect::<Result<Vec<_>, _>>().map_err(ExportError::folder(folder))?;
    paths.sort();
    Ok(paths)
}

/// Files on their way. What is not [placed](Self::place) goes.
#[derive(Default)]
pub(super) struct Staging {
    /// Folders that were made, the outer ones first.
    folders: Vec<PathBuf>,
    /// Files that were made and are not placed yet.
    partial: Vec<PathBuf>,
    /// Those that are complete, with the names they will have.
    complete: Vec<(PathBuf, PathBuf)>,
    /// Those that have them.
    placed: Vec<PathBuf>,
}

impl Staging {
    /// A new file in a folder, under a name that begins with a dot and that no program reads.
    pub(super) fn begin(&mut self, folder: &Path, name: &str) -> Result<(File, PathBuf), ExportError> {
        self.folder(folder)?;
        let path = folder.join(format!(".{name}.partial"));
        let opened = OpenOptions::new().write(true).create_new(true).open(&path);
        let file = opened.map_err(ExportError::folder(&path))?;
        self.partial.push(path.clone());
        Ok((file, path))
    }

    fn folder(&mut self, folder: &Path) -> Result<(), ExportError> {
        if folder.as_os_str().is_empty() || folder.is_dir() {
            return Ok(());
        }
        if let Some(outer) = folder.parent() {
            self.folder(outer)?;
        }
        match fs::create_dir(folder) {
            Ok(()) => self.folders.push(folder.to_owned()),
            // Another export, of another tenant, was faster.
            Err(_) if folder.is_dir() => {}
            Err(fault) => return Err(ExportError::folder(folder)(fault)),
        }
        Ok(())
    }

    /// A file is complete; it will stand in its folder under that name.
    pub(super) fn complete(&mut self, file: &File, path: PathBuf, name: &str) -> Result<(), ExportError> {
        file.sync_all().map_err(ExportError::folder(&path))?;
        let place = path.with_file_name(name);
        if place.try_exists().map_err(ExportError::folder(&place))? {
            return Err(ExportError::Exists(place));
        }
        self.complete.push((path, place));
        Ok(())
    }

    /// Gives all files their names.
    pub(super) fn place(mut self) -> Result<Vec<PathBuf>, ExportError> {
        for (path, place) in std::mem::take(&mut self.complete) {
            fs::rename(&path, &place).map_err(ExportError::folder(&place))?;
            self.placed.push(place);
        }
        for folder in self.placed.iter().filter_map(|place| place.parent()).chain(self.made_in()) {
            sync(folder)?;
        }
        self.partial.clear();
        self.folders.clear();
        Ok(std::mem::take(&mut self.placed))
    }

    /// The folders in which folders were made.
    fn made_in(&self) -> impl Iterator<Item = &Path> {
        self.folders
            .iter()
            .filter_map(|folder| folder.parent())
            .filter(|folder| !folder.as_os_str().is_empty())
    }
}

/// A name is on the disk once its folder is; only some systems open folders.
fn sync(folder: &Path) -> Result<(), ExportError> {
    if cfg!(unix) {
        File::open(folder).and_then(|open| open.sync_all()).map_err(ExportError::folder(folder))?;
    }
    Ok(())
}

impl Drop for Staging {
    fn drop(&mut self) {
        for path in self.partial.iter().chain(&self.placed) {
            let _ = fs::remove_file(path);
        }
        // A folder in which somebody else has put something meanwhile is not empty and stays.
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use super::*;

    /// The last name cannot be given: those that have theirs already lose it.
    #[test]
    fn files_take_their_names_together_or_not_at_all() {
        let root = std::env::temp_dir().join(format!("itsm-export-names-{}", std::process::id()));
        let own = of_tenant(&root, "log", None);
        let staged = |lost: bool| {
            let mut staging = Staging::default();
            let mut paths = Vec::new();
            for name in ["a.parquet", "b.parquet"] {
                let (file, path) = staging.begin(&of_month(&own, Some(name)), name).unwrap();
                staging.complete(&file, path.clone(), name).unwrap();
                paths.push(path);
            }
            if lost {
                fs::remove_file(paths.last().unwrap()).unwrap();
            }
            staging.place()
        };
        assert_eq!(staged(true).unwrap_err().code(), "export.folder");
        assert!(!root.exists());
        assert_eq!(staged(false).unwrap().len(), 2);
        assert_eq!(parts(&own).unwrap().len(), 2);
        // What stands deeper, or beside, is read by others and would be asked by nobody here.
        let month = of_month(&own, Some("a.parquet"));
        fs::write(month.join(".c.parquet.partial"), "killed").unwrap();
        assert_eq!(parts(&own).unwrap().len(), 2);
        for strange in [month.join("deeper"), own.join("deeper"), root.join("log/deeper")] {
            fs::create_dir(&strange).unwrap();
            assert_eq!(parts(&own).unwrap_err().code(), "export.file", "{}", strange.display());
            fs::remove_dir(&strange).unwrap();
            fs::write(&strange, "anything").unwrap();
            assert_eq!(parts(&own).unwrap_err().code(), "export.file", "{}", strange.display());
            fs::remove_file(&strange).unwrap();
        }
        assert_eq!(parts(&own).unwrap().len(), 2);
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn no_tenant_leaves_its_folder_or_takes_anothers() {
        let folder = |name: &str| {
            let tenant = TenantId::new(name).ok();
            of_tenant(Path::new(""), "log", tenant.as_ref()).display().to_string()
        };
        assert_eq!(folder("bank-1.eu"), "log/tenant=bank-1.eu");
        assert_eq!(folder("银行"), "log/tenant=银行");
        assert_eq!(folder("../a=b%2F\\c*"), "log/tenant=..%2Fa%3Db%252F%5Cc%2A");
        assert_eq!(folder(NOBODY), "log/tenant=%5F_HIVE_DEFAULT_PARTITION__");
        assert_eq!(
            of_tenant(Path::new(""), "log", None).display().to_string(),
            format!("log/tenant={NOBODY}")
        );
    }
}
