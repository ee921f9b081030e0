//! The reports that are shown: one file, or those of a folder. Nothing else is ever read.

use super::super::{files, inputs};
use postmirth::source::Source;
use serde::Serialize;
use std::io;
use std::path::{Path, PathBuf};

/// Where the reports lie.
pub(super) struct Shelf {
    /// The folder, by its one name.
    pub(super) folder: PathBuf,
    /// The only file of it that is shown, or `None` for all reports in it and below.
    pub(super) only: Option<PathBuf>,
}

/// The reports that may be shown, as the page asks for them.
#[derive(Serialize)]
pub(super) struct Listing {
    /// The folder's name; `None` where a single report is shown.
    folder: Option<String>,
    files: Vec<String>,
}

/// A report's text, or why there is none.
#[derive(Serialize)]
pub(super) struct ReportText {
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

impl Shelf {
    pub(super) fn of(path: &Path) -> io::Result<Shelf> {
        if files::is_folder(path)? {
            return Ok(Shelf { folder: files::real(path), only: None });
        }
        // It must be there to begin with; later it may come and go.
        files::bytes(path)?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = files::real(folder.unwrap_or(Path::new(".")));
        let name = path.file_name().map(PathBuf::from).unwrap_or_default();
        Ok(Shelf { only: Some(folder.join(name)), folder })
    }

    /// The files, each with the name by which the page knows it.
    fn files(&self) -> Vec<(String, PathBuf)> {
        let paths = match &self.only {
            Some(path) => vec![path.clone()],
            None => inputs::found(std::slice::from_ref(&self.folder))
                .map_or_else(|_| Vec::new(), |found| found.paths()),
        };
        let name = |path: &PathBuf| {
            let below = path.strip_prefix(&self.folder).unwrap_or(path);
            below.to_string_lossy().replace('\\', "/")
        };
        paths.into_iter().map(|path| (name(&path), path)).collect()
    }

    pub(super) fn listing(&self) -> Listing {
        let name = || self.folder.file_name().unwrap_or(self.folder.as_os_str());
        Listing {
            folder: self.only.is_none().then(|| name().to_string_lossy().into_owned()),
            files: self.files().into_iter().map(|(name, _)| name).collect(),
        }
    }

    /// The text of a file of the listing; any other name is not looked for.
    pub(super) fn text(&self, name: &str) -> ReportText {
        let found = self.files().into_iter().find(|(known, _)| known == name);
        let read = match found {
            Some((_, path)) => files::bytes(&path),
            None => Err(io::ErrorKind::NotFound.into()),
        };
        match read {
            Ok(bytes) => ReportText {
                text: Some(Source::from_bytes(name, &bytes).value.text().to_string()),
                error: None,
            },
            Err(error) => {
                ReportText { text: None, error: Some(format!("{name} cannot be read: {error}")) }
            }
        }
    }
}
