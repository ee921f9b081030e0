//! Texts that were looked at once and must not change unseen.

#![allow(dead_code, reason = "each test uses its part of this")]

use std::path::{Path, PathBuf};

/// A path in the project.
pub(crate) fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The Markdown files of a folder, sorted.
pub(crate) fn reports(folder: &str) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(project(folder))
        .expect(folder)
        .map(|entry| entry.expect("entry").path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    paths
}

/// A file's name without its folder and extension.
pub(crate) fn stem(path: &Path) -> String {
    path.file_stem()
        .expect("a name")
        .to_string_lossy()
        .into_owned()
}

/// Compares a text with the file that holds it; with POSTMIRTH_ACCEPT=1 writes it there instead,
/// which CI never does. Look at `git diff` before you commit what you accepted.
#[track_caller]
pub(crate) fn matches(path: &Path, found: &str) {
    if std::env::var_os("POSTMIRTH_ACCEPT").is_some() && std::env::var_os("CI").is_none() {
        std::fs::write(path, found).expect("writing a golden");
        return;
    }
    let wanted = std::fs::read_to_string(path).unwrap_or_default();
    let line = wanted
        .lines()
        .zip(found.lines())
        .position(|(wanted, found)| wanted != found)
        .unwrap_or(wanted.lines().count().min(found.lines().count()));
    let at = |text: &str| text.lines().nth(line).unwrap_or("(nothing)").to_string();
    assert!(
        wanted == found,
        "{} differs from line {}:\n  wanted: {}\n  found:  {}\nIf the new text is right, accept \
            it with: POSTMIRTH_ACCEPT=1 cargo test",
        path.display(),
        line + 1,
        at(&wanted),
        at(found)
    );
}
