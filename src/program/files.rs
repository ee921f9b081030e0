//! Files: read whole, and written beside their place first, so that each is whole or untouched.

use super::complain;
use postmirth::diagnostic::Warned;
use postmirth::source::Source;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

/// A file's bytes, or those of standard input, as text.
pub(super) fn load(path: &Path) -> io::Result<Warned<Source>> {
    if path.as_os_str() == "-" {
        if io::stdin().is_terminal() {
            complain("reading a report from standard input; end it with Ctrl-D\n")?;
        }
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(Source::from_bytes("<stdin>", &bytes));
    }
    Ok(Source::from_bytes(path.display().to_string(), &bytes(path)?))
}

/// A file's bytes.
pub(super) fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why a report could not be read, and what to do.
pub(super) fn unreadable(path: &Path, error: &io::Error) -> String {
    let hint = if error.kind() == io::ErrorKind::IsADirectory { "; a folder's reports are named by FOLDER/*.md" } else { "" };
    format!("error: cannot read {}: {error}\n  = expected a Markdown file, or - for standard input{hint}\n", path.display())
}

/// Makes a folder and those above it.
pub(super) fn folder(path: &Path) -> Result<(), String> {
    std::fs::create_dir_all(path).map_err(|error| format!("error: cannot make the folder {}: {error}\n", path.display()))
}

/// Writes a file beside its place, then puts it there.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    // Behind a link lies the file that is to change.
    let real = std::fs::canonicalize(path);
    let path = real.as_deref().unwrap_or(path);
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let beside = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let done =
        std::fs::write(&beside, bytes).and_then(|()| keep_mode(path, &beside)).and_then(|()| std::fs::rename(&beside, path));
    done.map_err(|error| {
        let _ = std::fs::remove_file(&beside);
        format!("error: cannot write {}: {error}\n", path.display())
    })
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
