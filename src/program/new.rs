//! `postmirth new [FILE]`

use super::cli::NewArgs;
use super::{NO_FILE, NOT_A_POSTMORTEM, Refused, complain, files};
use postmirth::check::Profile;
use postmirth::new::{Sorted, from_log, skeleton, titled};
use postmirth::source::{Source, Span};
use std::io::{self, Write};
use std::path::Path;

pub(crate) fn new(args: &NewArgs) -> io::Result<u8> {
    match made(args).and_then(|text| written(args, &text)) {
        Ok(told) => io::stdout().write_all(told.as_bytes()).map(|()| 0),
        Err((status, message)) => complain(&message).map(|()| status),
    }
}

/// The file that is asked for.
fn file(args: &NewArgs) -> Option<&Path> {
    args.file.as_deref().filter(|path| path.as_os_str() != "-")
}

/// The text of the new report.
fn made(args: &NewArgs) -> Result<String, Refused> {
    if let Some(path) = file(args).filter(|path| files::exists(path)) {
        return Err((NO_FILE, taken(path)));
    }
    let text = match &args.from {
        Some(path) => sorted(path, args.profile)?,
        None => skeleton(args.profile),
    };
    Ok(args.title.as_ref().map_or_else(|| text.clone(), |title| titled(&text, title)))
}

fn taken(path: &Path) -> String {
    let hint =
        "what is there stays as it is: give the new report another name, or move the old one away";
    format!(
        "error: expected the name of a new file, found {}, which exists\n  = {hint}\n",
        path.display()
    )
}

/// The skeleton with the timeline of a pasted chat or log; says what was doubtful.
fn sorted(path: &Path, profile: Profile) -> Result<String, Refused> {
    let decoded = files::load(path).map_err(|error| {
        let hint = "expected a chat or a log as plain text, or - for standard input";
        (NO_FILE, format!("error: cannot read {}: {error}\n  = {hint}\n", path.display()))
    })?;
    let source = decoded.value;
    let sorted = from_log(&source, profile);
    if sorted.entries == 0 {
        return Err((NOT_A_POSTMORTEM, timeless(&source)));
    }
    let doubts =
        decoded.warnings.iter().chain(&sorted.doubts).map(|doubt| doubt.frame(&source).to_string());
    let told = doubts.chain(left(&source, &sorted)).collect::<String>();
    complain(&told).map_err(|error| (NO_FILE, format!("error: cannot write: {error}\n")))?;
    Ok(sorted.text)
}

fn timeless(source: &Source) -> String {
    let looked = "lines with a time, such as \"[14:02] ana: rolling back\", \"ana  2:02 PM\" over \
        what she said, or \
                  \"2025-03-04T14:02:11Z WARN queue full\"";
    let found = match source.text().lines().filter(|line| !line.trim().is_empty()).count() {
        0 => "an empty text".to_string(),
        1 => "1 line without".to_string(),
        lines => format!("{lines} lines without"),
    };
    let hint =
        "copy the messages together with their times; without --from there is an empty skeleton";
    format!("error: {}: expected {looked}, found {found}\n  = {hint}\n", source.name())
}

/// The lines kept aside.
fn left(source: &Source, sorted: &Sorted) -> Option<String> {
    let line = |span: &Span| source.line_of(span.start).to_string();
    let lines = match sorted.left.as_slice() {
        [] => return None,
        [only] => format!("line {} carries no time and is", line(only)),
        many => format!(
            "lines {} carry no time and are",
            many.iter().map(line).collect::<Vec<_>>().join(", ")
        ),
    };
    Some(format!("note: {}: {lines} kept in a comment above the timeline\n", source.name()))
}

/// Writes the report; what is to be said on standard output.
fn written(args: &NewArgs, text: &str) -> Result<String, Refused> {
    let Some(path) = file(args) else {
        return Ok(text.to_string());
    };
    let done = files::make_room(path).and_then(|()| files::create(path, text.as_bytes()));
    done.map(|()| format!("wrote {}\n", path.display())).map_err(|message| (NO_FILE, message))
}
