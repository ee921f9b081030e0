//! The reports that the tools here are let loose on.

use std::path::{Path, PathBuf};

/// The Markdown files below a folder, sorted; a file is itself.
pub(crate) fn markdown(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_path_buf()];
    }
    let entries = std::fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = entries.collect();
    paths.sort();
    paths.retain(|path| {
        path.is_dir() || path.extension().is_some_and(|extension| extension == "md")
    });
    paths.iter().flat_map(|path| markdown(path)).collect()
}
