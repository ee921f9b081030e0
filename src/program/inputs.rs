//! The reports that the arguments name: files, folders, patterns, or standard input.

use super::config::Excludes;
use super::{NO_FILE, NOT_A_POSTMORTEM, Refused, files, wrong};
use globset::{GlobBuilder, GlobMatcher};
use ignore::{DirEntry, WalkBuilder};
use postmirth::incident::Nature;
use std::collections::HashSet;
use std::ffi::OsStr;
use std::io::{self, IsTerminal};
use std::path::{Component, Path, PathBuf};

/// A report that is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Input {
    /// Its file; `-` for standard input.
    pub(super) path: PathBuf,
    /// True when only its folder was named: a folder may hold other texts beside its reports.
    pub(super) walked: bool,
}

/// The reports that were named, and what there is to say about the rest.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    /// The reports, in the order in which they were named, those of a folder by name.
    pub(super) reports: Vec<Input>,
    /// The folders that could not be read, with the reason.
    pub(super) closed: Vec<(PathBuf, io::Error)>,
    /// The messages before anything is read.
    pub(super) complaints: String,
    /// The exit status so far.
    pub(super) status: u8,
    known: HashSet<PathBuf>,
}

/// Looks for the reports; without a name, on standard input.
pub(super) fn found(paths: &[PathBuf]) -> Result<Inputs, Refused> {
    let mut excludes = Excludes::default();
    let mut inputs = Inputs::default();
    if paths.is_empty() {
        inputs.add_stdin()?;
    }
    for path in paths {
        inputs.add(path, &mut excludes)?;
    }
    Ok(inputs)
}

/// The reports as paths alone, for a command that takes each by its name.
pub(crate) fn named(paths: &mut Vec<PathBuf>) -> Result<String, Refused> {
    let inputs = found(paths)?;
    if inputs.reports.is_empty() {
        return Err(inputs.nothing(paths));
    }
    *paths = inputs.paths();
    Ok(inputs.complaints)
}

impl Inputs {
    /// The reports as paths.
    pub(super) fn paths(&self) -> Vec<PathBuf> {
        self.reports.iter().map(|input| input.path.clone()).collect()
    }

    /// The message where there is nothing to read, or nothing that was read is a report.
    pub(super) fn nothing(&self, paths: &[PathBuf]) -> Refused {
        if self.status > 0 || !self.complaints.is_empty() {
            return (self.status, self.complaints.clone());
        }
        let names: Vec<String> = paths.iter().map(|path| files::name(path)).collect();
        let found = match self.reports.is_empty() {
            true => "no .md or .markdown file",
            false => "none that is one",
        };
        let message = format!(
            "error: expected accounts of incidents in {}, found {found}\n",
            names.join(", ")
        );
        (NOT_A_POSTMORTEM, message)
    }

    fn add_stdin(&mut self) -> Result<(), Refused> {
        let hint = "name a Markdown file or a folder, or give the report on standard input";
        let refused = |found: &str| wrong(format!("expected a report, found {found}\n  = {hint}"));
        if io::stdin().is_terminal() {
            return Err(refused("none"));
        }
        match files::stdin() {
            Ok([]) | Err(_) => Err(refused("nothing on standard input")),
            Ok(_) => {
                self.take("-".into(), false);
                Ok(())
            }
        }
    }

    fn take(&mut self, path: PathBuf, walked: bool) {
        // What was named twice is read twice; what a folder holds as well is not.
        if self.known.insert(files::real(&path)) || !walked {
            self.reports.push(Input { path, walked });
        }
    }

    fn add(&mut self, path: &Path, excludes: &mut Excludes) -> Result<(), Refused> {
        if path.is_dir() {
            self.walk(path, None, excludes);
            return Ok(());
        }
        if path.as_os_str() != "-" && !files::exists(path) && is_pattern(path) {
            return self.matching(path, excludes);
        }
        match self.excluder(path, excludes) {
            Err(()) => {}
            Ok(Some(file)) => self.complaints.push_str(&format!(
                "note: {} is left out: {} excludes it\n",
                path.display(),
                file.display()
            )),
            Ok(None) => self.take(path.to_path_buf(), false),
        }
        Ok(())
    }

    /// The configuration that excludes a file. Where that cannot be read, no file under it is, and
    /// so it is said once.
    fn excluder(&mut self, path: &Path, excludes: &mut Excludes) -> Result<Option<PathBuf>, ()> {
        excludes.excluder(path).map_err(|(status, message)| {
            self.status = self.status.max(status);
            if !self.complaints.contains(&message) {
                self.complaints.push_str(&message);
            }
        })
    }

    /// The files that a pattern matches, such as `reports/**/*.md`.
    fn matching(&mut self, pattern: &Path, excludes: &mut Excludes) -> Result<(), Refused> {
        let matcher = matcher(pattern)
            .map_err(|error| wrong(format!("expected a file, a folder or a pattern: {error}")))?;
        let before = self.reports.len();
        let base = base(pattern);
        if base.is_dir() {
            self.walk(&base, Some(&matcher), excludes);
        }
        if self.reports.len() == before {
            self.status = self.status.max(NO_FILE);
            self.complaints.push_str(&format!(
                "error: expected files that match {}, found none\n",
                pattern.display()
            ));
        }
        Ok(())
    }

    fn walk(&mut self, folder: &Path, matcher: Option<&GlobMatcher>, excludes: &mut Excludes) {
        for entry in walker(folder) {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                    let path = plain(entry.path());
                    let meant = match matcher {
                        Some(matcher) => matcher.is_match(&path),
                        None => is_markdown(&path),
                    };
                    if meant && self.excluder(&path, excludes) == Ok(None) {
                        self.take(path, true);
                    }
                }
                Ok(_) => {}
                Err(error) => self.closed.extend(unseen(error)),
            }
        }
    }
}

/// A line for a text that lies in a folder of reports and is none.
pub(super) fn left_out(path: &Path, nature: Nature) -> String {
    format!("note: {} is left out: {}\n", path.display(), nature.in_words())
}

/// Folders that hold what others wrote, or what was made.
const NOT_OURS: [&str; 2] = ["node_modules", "target"];

/// A folder's files by name, without those that are hidden or that `.gitignore` and `.ignore` name.
/// No link is followed, and no setting of the machine counts.
fn walker(folder: &Path) -> ignore::Walk {
    let ours = |entry: &DirEntry| {
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        let name = entry.file_name();
        entry.depth() == 0 || !is_folder || NOT_OURS.iter().all(|other| name != OsStr::new(other))
    };
    WalkBuilder::new(folder)
        .git_global(false)
        .git_exclude(false)
        .require_git(false)
        .sort_by_file_name(OsStr::cmp)
        .filter_entry(ours)
        .build()
}

/// The part of a folder that could not be read.
fn unseen(error: ignore::Error) -> Option<(PathBuf, io::Error)> {
    match error {
        ignore::Error::WithDepth { err, .. } => unseen(*err),
        ignore::Error::WithPath { path, err } => Some((plain(&path), err.into_io_error()?)),
        _ => None,
    }
}

/// A path without the dot that stands for the folder in which the program runs.
fn plain(path: &Path) -> PathBuf {
    path.strip_prefix(".").unwrap_or(path).to_path_buf()
}

fn is_markdown(path: &Path) -> bool {
    path.extension()
        .is_some_and(|own| own.eq_ignore_ascii_case("md") || own.eq_ignore_ascii_case("markdown"))
}

fn is_wild(part: &OsStr) -> bool {
    part.to_string_lossy().contains(['*', '?', '[', '{'])
}

fn is_pattern(path: &Path) -> bool {
    path.components().any(|part| is_wild(part.as_os_str()))
}

/// The folder from which a pattern is looked for.
pub(super) fn base(pattern: &Path) -> PathBuf {
    let fixed: PathBuf = pattern
        .components()
        .filter(|part| *part != Component::CurDir)
        .take_while(|part| !is_wild(part.as_os_str()))
        .collect();
    match fixed.as_os_str().is_empty() {
        true => PathBuf::from("."),
        false => fixed,
    }
}

fn matcher(pattern: &Path) -> Result<GlobMatcher, globset::Error> {
    let pattern = plain(pattern).to_string_lossy().replace('\\', "/");
    let glob = GlobBuilder::new(&pattern).literal_separator(true).build()?;
    Ok(glob.compile_matcher())
}
