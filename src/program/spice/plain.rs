//! `postmirth plain REPORT`, and a report as it was before it was told.

use crate::program::cli::PlainArgs;
use crate::program::{NO_FILE, NOT_A_POSTMORTEM, Refused, complain, files};
use postmirth::diagnostic::{Diagnostic, Warned};
use postmirth::incident::Nature;
use postmirth::read::Report;
use postmirth::source::Source;
use postmirth::spice::place;
use std::io::{self, Write};
use std::path::Path;

/// A plain report, read.
pub(super) struct PlainReport {
    pub(super) bytes: Vec<u8>,
    pub(super) decoding: Vec<Diagnostic>,
    pub(super) report: Report,
}

/// A report without what an earlier telling put into it.
pub(super) fn plain_report(path: &Path) -> Result<PlainReport, Refused> {
    let bytes = files::input(path).map_err(|error| (NO_FILE, files::unreadable(path, &error)))?;
    let name =
        if path.as_os_str() == "-" { "<stdin>".to_string() } else { path.display().to_string() };
    let bytes = place::plain(&bytes).map_err(|broken| {
        let source = Source::from_bytes(name.clone(), &bytes).value;
        (NO_FILE, broken.doubt(&source).frame(&source).to_string())
    })?;
    let Warned { value: source, warnings: decoding } = Source::from_bytes(name, &bytes);
    let report = Report::of(&source);
    if report.incident.nature != Nature::Postmortem {
        let frames: Vec<String> =
            report.diagnostics.iter().map(|doubt| doubt.frame(&source).to_string()).collect();
        return Err((NOT_A_POSTMORTEM, frames.join("")));
    }
    Ok(PlainReport { bytes, decoding, report })
}

/// `postmirth plain REPORT`
pub(crate) fn plain(args: &PlainArgs) -> io::Result<u8> {
    let path = &args.report;
    let bytes = match files::input(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            complain(&files::unreadable(path, &error))?;
            return Ok(NO_FILE);
        }
    };
    let plain = match place::plain(&bytes) {
        Ok(plain) => plain,
        Err(broken) => {
            let source = Source::from_bytes(path.display().to_string(), &bytes).value;
            complain(&broken.doubt(&source).frame(&source).to_string())?;
            return Ok(NO_FILE);
        }
    };
    let into = if args.in_place {
        Some(path)
    } else {
        args.output.as_ref().filter(|path| path.as_os_str() != "-")
    };
    match into {
        None => io::stdout().write_all(&plain)?,
        Some(path) => {
            if let Err(message) = files::make_room(path).and_then(|()| files::write(path, &plain)) {
                complain(&message)?;
                return Ok(NO_FILE);
            }
        }
    }
    Ok(0)
}
