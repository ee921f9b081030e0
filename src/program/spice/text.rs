//! Where a told report goes, and what the files beside it are called.

use crate::program::cli::SpiceArgs;
use crate::program::{NO_FILE, Refused, files};
use postmirth::render::{Picture, RenderOptions};
use std::path::{Path, PathBuf};

/// Where the told report goes.
pub(super) struct Text {
    /// The file; nothing for standard output.
    pub(super) path: Option<PathBuf>,
    /// The folder beside which its pictures lie.
    pub(super) folder: PathBuf,
    pub(super) stem: String,
}

impl Text {
    pub(super) fn of(report: &Path, args: &SpiceArgs) -> Text {
        let name = report.file_name().map(PathBuf::from).unwrap_or_else(|| "report.md".into());
        let stem = if report.as_os_str() == "-" {
            "report".into()
        } else {
            report.file_stem().map_or("report".into(), |stem| stem.to_string_lossy().into_owned())
        };
        let output = args.output.as_ref().filter(|path| path.as_os_str() != "-");
        let is_folder = |path: &&PathBuf| {
            path.is_dir() || path.to_string_lossy().ends_with(['/', '\\']) || args.place.is_some()
        };
        let path = match output {
            _ if args.in_place => Some(report.to_path_buf()),
            Some(folder) if is_folder(&folder) => Some(folder.join(name)),
            Some(file) => Some(file.clone()),
            None => None,
        };
        let folder =
            path.as_ref().and_then(|path| path.parent()).map(Path::to_path_buf).unwrap_or_default();
        Text { path, folder, stem }
    }

    /// A picture's file: another one than the plain report's, whose title it does not share.
    pub(super) fn file(&self, picture: &Picture, order: &RenderOptions) -> String {
        let dark =
            if order.grounds.len() > 1 && picture.ground == postmirth::draw::style::Ground::Dark {
                "-dark"
            } else {
                ""
            };
        format!("{}-told-{}{dark}.{}", self.stem, picture.chart.name(), picture.format.extension())
    }
}

/// Writes a file, and the folder for it.
pub(super) fn put_down(path: &Path, bytes: &[u8]) -> Result<(), Refused> {
    files::make_room(path)
        .and_then(|()| files::write(path, bytes))
        .map_err(|message| (NO_FILE, message))
}
