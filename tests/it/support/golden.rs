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
    path.file_stem().expect("a name").to_string_lossy().into_owned()
}

/// Compares a text with the file that holds it, see [`matches_all`].
#[track_caller]
pub(crate) fn matches(path: &Path, found: &str) {
    matches_all([(path.to_path_buf(), found.to_string())]);
}

/// Compares texts with the files that hold them and fails with the difference of each. With
/// POSTMIRTH_ACCEPT=1 it writes the files instead, which CI never does, and fails all the same: a
/// run that has just moved its own goalposts proves nothing.
#[track_caller]
pub(crate) fn matches_all(goldens: impl IntoIterator<Item = (PathBuf, String)>) {
    let accepting =
        std::env::var_os("POSTMIRTH_ACCEPT").is_some() && std::env::var_os("CI").is_none();
    let mut differences = Vec::new();
    for (path, found) in goldens {
        let wanted = std::fs::read_to_string(&path).unwrap_or_default();
        if wanted == found {
            continue;
        }
        differences.push(difference(&path, &wanted, &found));
        if accepting {
            std::fs::write(&path, found).expect("writing a golden");
        }
    }
    let count = differences.len();
    let next = match accepting {
        true => format!("accepted {count}: look at `git diff`, then run the tests again"),
        false => "if the new text is right, accept it: POSTMIRTH_ACCEPT=1 cargo test".to_string(),
    };
    assert!(count == 0, "\n{}\n{next}", differences.join("\n"));
}

/// A unified diff from the golden to the new text, short enough to read in a terminal.
fn difference(path: &Path, wanted: &str, found: &str) -> String {
    const LINES: usize = 80;
    const COLUMNS: usize = 240;
    let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(path).display().to_string();
    let diff = similar::TextDiff::from_lines(wanted, found)
        .unified_diff()
        .context_radius(2)
        .header(&name, "found")
        .to_string();
    let mut out: String = diff
        .lines()
        .take(LINES)
        .map(|line| line.chars().take(COLUMNS).collect::<String>() + "\n")
        .collect();
    if let more @ 1.. = diff.lines().count().saturating_sub(LINES) {
        out.push_str(&format!("and {more} more lines\n"));
    }
    out
}
