//! Files: read whole, and written beside their place first, so that each is whole or untouched.

use super::complain;
use postmirth::diagnostic::Warned;
use postmirth::source::Source;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

/// A file's bytes, or those of standard input, as text.
pub(super) fn load(path: &Path) -> io::Result<Warned<Source>> {
    let name = if path.as_os_str() == "-" {
        "<stdin>".to_string()
    } else {
        path.display().to_string()
    };
    Ok(Source::from_bytes(name, &input(path)?))
}

/// A file's bytes.
pub(super) fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A file's bytes, or those of standard input.
pub(super) fn input(path: &Path) -> io::Result<Vec<u8>> {
    if path.as_os_str() != "-" {
        return bytes(path);
    }
    if io::stdin().is_terminal() {
        complain("reading a report from standard input; end it with Ctrl-D\n")?;
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The files of a folder with such an ending, sorted; a file is itself.
pub(super) fn below(path: &Path, extension: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(path) else {
        return vec![path.to_path_buf()];
    };
    let mut found: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    found.retain(|path| path.extension().is_some_and(|own| own == extension));
    found.sort();
    found
}

/// The nearest file of such a name: in the folder of a path or in one above it.
pub(super) fn nearest(path: &Path, name: &str) -> Option<PathBuf> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let folder = std::fs::canonicalize(folder).ok()?;
    folder
        .ancestors()
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// A path as it is seen from the folder in which the program runs, where it lies below that.
pub(super) fn seen(path: &Path) -> PathBuf {
    // As it was called and as it really is: a path may be either.
    let here = [std::path::absolute("."), std::fs::canonicalize(".")];
    let below = here
        .iter()
        .flatten()
        .find_map(|here| path.strip_prefix(here).ok());
    below.unwrap_or(path).to_path_buf()
}

/// The Markdown files below a folder, and what below it could not be looked into.
#[derive(Default)]
pub(super) struct Walked {
    pub(super) files: Vec<PathBuf>,
    pub(super) closed: Vec<(PathBuf, io::Error)>,
}

/// The Markdown files below a folder, sorted by name; a file is itself.
pub(super) fn markdown(path: &Path) -> io::Result<Walked> {
    let mut walked = Walked::default();
    match std::fs::metadata(path)?.is_dir() {
        true => walk(path, &mut walked)?,
        // What is named must be there to be read; what merely lies below a folder is left out when
        // it cannot be.
        false => std::fs::File::open(path).map(|_| walked.files.push(path.to_path_buf()))?,
    }
    Ok(walked)
}

/// Folders that hold what others wrote, or what was made.
const NOT_OURS: [&str; 2] = ["node_modules", "target"];

fn walk(folder: &Path, walked: &mut Walked) -> io::Result<()> {
    let mut entries = std::fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let (name, path) = (
            entry.file_name().to_string_lossy().into_owned(),
            entry.path(),
        );
        // The kind of a link is "link": none is followed, so no walk goes in circles.
        let Ok(kind) = entry.file_type() else {
            continue;
        };
        if name.starts_with('.') {
            continue;
        }
        if kind.is_dir() {
            if !NOT_OURS.contains(&name.as_str())
                && let Err(error) = walk(&path, walked)
            {
                walked.closed.push((path, error));
            }
        } else if kind.is_file() && is_markdown(&path) {
            walked.files.push(path);
        }
    }
    Ok(())
}

fn is_markdown(path: &Path) -> bool {
    path.extension()
        .is_some_and(|own| own.eq_ignore_ascii_case("md") || own.eq_ignore_ascii_case("markdown"))
}

/// Whether a path leads to a folder.
pub(super) fn is_folder(path: &Path) -> io::Result<bool> {
    Ok(std::fs::metadata(path)?.is_dir())
}

/// A file's one name, by whatever way it was reached.
pub(super) fn real(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}

/// Makes the folder of a file.
pub(super) fn make_room(path: &Path) -> Result<(), String> {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .map_or(Ok(()), folder)
}

/// Why a report could not be read, and what to do.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> String {
    let hint = if error.kind() == io::ErrorKind::IsADirectory {
        "; a folder's reports are named by FOLDER/*.md"
    } else {
        ""
    };
    format!(
        "error: cannot read {}: {error}\n  = expected a Markdown file, or - for standard \
            input{hint}\n",
        path.display()
    )
}

/// Makes a folder and those above it.
pub(super) fn folder(path: &Path) -> Result<(), String> {
    std::fs::create_dir_all(path).map_err(|error| {
        format!(
            "error: cannot make the folder {}: {error}\n",
            path.display()
        )
    })
}

/// Writes a file beside its place, then puts it there.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    // Behind a link lies the file that is to change.
    let real = std::fs::canonicalize(path);
    let path = real.as_deref().unwrap_or(path);
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy())
        .unwrap_or_default();
    let beside = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let done = std::fs::write(&beside, bytes)
        .and_then(|()| keep_mode(path, &beside))
        .and_then(|()| std::fs::rename(&beside, path));
    done.map_err(|error| {
        let _ = std::fs::remove_file(&beside);
        format!("error: cannot write {}: {error}\n", path.display())
    })
}

/// Writes a file where there is none yet: what already stands there stays.
pub(super) fn create(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy())
        .unwrap_or_default();
    let beside = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
    // A second name, unlike a new one, never takes the place of a file that has come in between.
    let done = std::fs::write(&beside, bytes).and_then(|()| {
        std::fs::hard_link(&beside, path).or_else(|error| alone(path, &beside, error))
    });
    let _ = std::fs::remove_file(&beside);
    done.map_err(|error| format!("error: cannot write {}: {error}\n", path.display()))
}

/// Not every disk gives a file two names.
fn alone(path: &Path, beside: &Path, error: io::Error) -> io::Result<()> {
    if exists(path) {
        Err(error)
    } else {
        std::fs::rename(beside, path)
    }
}

/// Whether anything stands at a path, be it a link to nowhere.
pub(super) fn exists(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok()
}

/// A file that takes another's place keeps its permissions.
fn keep_mode(path: &Path, beside: &Path) -> io::Result<()> {
    match std::fs::metadata(path) {
        Ok(old) => std::fs::set_permissions(beside, old.permissions()),
        Err(_) => Ok(()),
    }
}

/// How many cores there are.
pub(super) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}
