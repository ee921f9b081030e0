//! `postmirth spice REPORT...` and `postmirth plain REPORT`

mod explain;
mod pictures;
mod plain;
mod text;
mod writer;

pub(crate) use plain::plain;

use super::cli::{SpiceArgs, SpicePlace};
use super::{NO_FILE, Refused, ReportDone, WRONG_USE, complain, files, order, style, wrong};
use explain::{explained, missed, unmoved};
use plain::plain_report;
use postmirth::render::RenderOptions;
use postmirth::spice::library::Library;
use postmirth::spice::place;
use postmirth::spice::tell::{Asked, put};
use std::io::{self, Write};
use std::path::Path;
use text::{Text, put_down};
use writer::SpiceChoice;

/// The job that the arguments describe.
struct Job<'a> {
    args: &'a SpiceArgs,
    library: Library,
    asked: Asked,
    order: RenderOptions,
}

pub(crate) fn spice(args: &SpiceArgs) -> io::Result<u8> {
    let job = match prepared(args) {
        Ok(job) => job,
        Err((status, message)) => {
            complain(&message)?;
            return Ok(status);
        }
    };
    let mut status = 0;
    for path in &args.reports {
        let done = job.one(path).unwrap_or_else(ReportDone::refused);
        status = status.max(done.status);
        complain(&done.errors)?;
        io::stdout().write_all(&done.out)?;
    }
    Ok(status)
}

fn prepared(args: &SpiceArgs) -> Result<Job<'_>, Refused> {
    fits(args).map_err(|message| wrong(message.into()))?;
    let order =
        RenderOptions { cores: files::cores(), ..order::of_spice(args, style(&args.look.style)?) };
    Ok(Job {
        args,
        library: library(args)?,
        asked: Asked { tone: args.tone.0, seed: args.seed, words: args.words },
        order,
    })
}

/// True if what is asked for can be had together.
fn fits(args: &SpiceArgs) -> Result<(), &'static str> {
    let is_input = |path: &Path| path.as_os_str() == "-";
    let many = args.reports.len() > 1;
    if many && streams(args) && !args.explain {
        return Err(
            "expected one report for standard output, found several\n  = give a folder after -o, \
                or --in-place",
        );
    }
    if many && (args.brief || args.lines.is_some()) {
        return Err("expected one report for a brief or for the lines of a reply, found several");
    }
    let has_writer = args.lines.is_some() || args.writer.is_some();
    if args.fill && !has_writer {
        return Err("expected --lines or --writer beside --fill, found neither");
    }
    if args.json && !args.brief && args.writer.is_none() {
        return Err("expected --brief or --writer beside --json, found neither");
    }
    let reads = args.reports.iter().any(|path| is_input(path));
    if args.in_place && reads {
        return Err("expected the files of reports to change in place, found - for standard input");
    }
    if reads && args.lines.as_deref().is_some_and(is_input) {
        return Err("expected the report or the lines on standard input, found - for both");
    }
    if args.cover && streams(args) && !args.brief && !args.explain {
        return Err(
            "expected -o or --in-place beside --cover, found none\n  = a told report on standard \
                output has no pictures",
        );
    }
    Ok(())
}

/// True if the told report goes to standard output, where no pictures can lie beside it.
fn streams(args: &SpiceArgs) -> bool {
    let output = args.output.as_deref();
    let to_file = output.is_some_and(|path| path.as_os_str() != "-");
    !to_file && !args.in_place && args.place.is_none()
}

/// The built-in quips with the user's own laid over them.
fn library(args: &SpiceArgs) -> Result<Library, Refused> {
    let mut library = Library::built_in();
    for path in args.quips.iter().flat_map(|path| files::below(path, "toml")) {
        let file = files::load(&path).map_err(|error| {
            (
                NO_FILE,
                format!(
                    "error: cannot read {}: {error}\n  = expected a file of quips in TOML\n",
                    path.display()
                ),
            )
        })?;
        library = library
            .with(&file.value)
            .map_err(|error| (WRONG_USE, error.frame(&file.value).to_string()))?;
    }
    Ok(library)
}

impl Job<'_> {
    fn one(&self, path: &Path) -> Result<ReportDone, Refused> {
        let plain = plain_report(path)?;
        let (report, source) = (&plain.report, plain.report.source());
        let done = |out, errors, status| ReportDone { status, errors, out, left_out: false };
        if self.args.brief {
            let (out, said) = self.brief(&plain)?;
            return Ok(done(out, said, 0));
        }
        let SpiceChoice { mut chosen, mut said, status } = self.choice(&plain)?;
        if self.args.explain {
            put(&plain.bytes, report, &mut chosen);
            let out = explained(&chosen, report).into_bytes();
            return Ok(done(out, said, status));
        }
        if status != 0 && self.args.in_place && !self.args.fill {
            // The report stays as the last telling left it.
            return Ok(done(Vec::new(), said, status));
        }
        if self.asked.words.is_some() {
            // What gives way must not stand on a picture either.
            put(&plain.bytes, report, &mut chosen);
            said.push_str(&missed(&chosen, &self.asked, source));
        }
        let text = Text::of(path, self.args);
        let bare = self.args.no_pictures || streams(self.args) || report.incident.events.is_empty();
        let bytes = match bare {
            true => put(&plain.bytes, report, &mut chosen),
            false => self.with_pictures(&plain, &mut chosen, &text, &mut said)?,
        };
        if self.args.lines.is_none() && self.args.writer.is_none() {
            said.push_str(&unmoved(&chosen, source));
        }
        if self.args.place == Some(SpicePlace::Medium) {
            return Ok(done(Vec::new(), said, status));
        }
        let bytes = if self.args.no_marks { place::unmarked(&bytes) } else { bytes };
        match &text.path {
            None => Ok(done(bytes, said, status)),
            Some(path) => {
                put_down(path, &bytes)?;
                let out = format!("wrote {}\n", path.display()).into_bytes();
                Ok(done(out, said, status))
            }
        }
    }
}
