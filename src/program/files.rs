//! Files: read whole, and written beside their place first, so that each is whole or untouched.

use super::{complain, kind};
use postmirth::diagnostic::Warned;
use postmirth::source::Source;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use tempfile::NamedTempFile;

/// A path as messages name it.
pub(super) fn name(path: &Path) -> String {
    match path.as_os_str() == "-" {
        true => "<stdin>".to_string(),
        false => path.display().to_string(),
    }
}

/// A file's bytes, or those of standard input, as text.
pub(super) fn load(path: &Path) -> io::Result<Warned<Source>> {
    Ok(Source::from_bytes(name(path), &input(path)?))
}

/// A file's bytes.
pub(super) fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The bytes of a report, or those of standard input; those of a picture or an office file are no
/// text.
pub(super) fn input(path: &Path) -> io::Result<Vec<u8>> {
    let bytes = match path.as_os_str() == "-" {
        true => stdin()?.to_vec(),
        false => bytes(path)?,
    };
    match kind::of(&bytes) {
        None => Ok(bytes),
        Some(kind) => Err(kind.into_error()),
    }
}

/// All of standard input, which can be read only once.
pub(super) fn stdin() -> io::Result<&'static [u8]> {
    static READ: OnceLock<Vec<u8>> = OnceLock::new();
    if let Some(read) = READ.get() {
        return Ok(read);
    }
    if io::stdin().is_terminal() {
        complain("reading a report from standard input; end it with Ctrl-D\n")?;
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(READ.get_or_init(|| bytes))
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

/// The nearest file of such a name: in a folder, in the folder of a file, or in one above it.
pub(super) fn nearest(path: &Path, name: &str) -> Option<PathBuf> {
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    let folder = match path.is_dir() {
        true => real(path),
        false => real(
            path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")),
        ),
    };
    folder?.ancestors().map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// A path as it is seen from the folder in which the program runs, where it lies below that.
pub(super) fn seen(path: &Path) -> PathBuf {
    // As it was called and as it really is: a path may be either.
    let here = [std::path::absolute("."), std::fs::canonicalize(".")];
    let below = here.iter().flatten().find_map(|here| path.strip_prefix(here).ok());
    below.unwrap_or(path).to_path_buf()
}

/// True if a path leads to a folder.
pub(super) fn is_folder(path: &Path) -> io::Result<bool> {
    Ok(std::fs::metadata(path)?.is_dir())
}

/// A file's one name, by whatever way it was reached.
pub(super) fn real(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf())
}

/// Makes the folder of a file.
pub(super) fn make_room(path: &Path) -> Result<(), String> {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).map_or(Ok(()), folder)
}

/// Why a report could not be read, and what to do.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> String {
    let name = name(path);
    match kind::of_error(error) {
        Some(kind) => format!(
            "error: cannot read {name}: it is {kind}, not Markdown\n  = {}\n",
            kind.remedy(path)
        ),
        None => format!(
            "error: cannot read {name}: {error}\n  = expected a Markdown file, a folder of them, \
                or - for standard input\n"
        ),
    }
}

/// Makes a folder and those above it.
pub(super) fn folder(path: &Path) -> Result<(), String> {
    std::fs::create_dir_all(path)
        .map_err(|error| format!("error: cannot make the folder {}: {error}\n", path.display()))
}

/// Writes a file beside its place, then puts it there.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    // Behind a link lies the file that is to change.
    let real = std::fs::canonicalize(path);
    let path = real.as_deref().unwrap_or(path);
    let done = beside(path, bytes).and_then(|file| {
        keep_mode(path, file.path())?;
        file.persist(path).map_err(|error| error.error)
    });
    done.map(drop).map_err(|error| unwritten(path, &error))
}

/// Writes a file where there is none yet: what already stands there stays.
pub(super) fn create(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let done = beside(path, bytes)
        .and_then(|file| file.persist_noclobber(path).map_err(|error| error.error));
    done.map(drop).map_err(|error| unwritten(path, &error))
}

fn unwritten(path: &Path, error: &io::Error) -> String {
    format!("error: cannot write {}: {error}\n", path.display())
}

/// A file beside a place that is gone again unless it is put there.
fn beside(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let folder =
        path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".").suffix(".part");
    // Others may read it as they may any new file: the umask takes away what they may not.
    #[cfg(unix)]
    let mode: std::fs::Permissions = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    builder.permissions(mode);
    let mut file = builder.tempfile_in(folder).map_err(bare)?;
    file.write_all(bytes)?;
    Ok(file)
}

/// The reason without the path of the file that was to be made, which nobody asked for.
fn bare(error: io::Error) -> io::Error {
    let code = std::error::Error::source(&error)
        .and_then(|inner| inner.downcast_ref::<io::Error>())
        .and_then(io::Error::raw_os_error);
    match code.or(error.raw_os_error()) {
        Some(code) => io::Error::from_raw_os_error(code),
        None => io::Error::from(error.kind()),
    }
}

/// True when anything stands at a path, be it a link to nowhere.
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

/// The number of cores.
pub(super) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}
