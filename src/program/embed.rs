//! `postmirth embed REPORT...`

use super::cli::{Cli, Command, EmbedArgs};
use super::config::GivenOptions;
use super::inputs::{self, Input};
use super::{
    FOUND, NO_FILE, Refused, ReportDone, WRONG_USE, complain, draw, files, order, style, tell,
    wrong, zone,
};
use postmirth::diagnostic::Warned;
use postmirth::draw::style::Ground;
use postmirth::incident::Nature;
use postmirth::publish::embed::{
    Embedded, StrippedReport, embed as put_in, from_options, options, places, strip,
};
use postmirth::publish::{chart_files, worded};
use postmirth::read::Report;
use postmirth::render::{Picture, Pictures, RenderOptions, pictures};
use postmirth::source::Source;
use std::io;
use std::path::{Path, PathBuf};

pub(crate) fn embed(args: &EmbedArgs) -> io::Result<u8> {
    let inputs = match found(args) {
        Ok(inputs) => inputs,
        Err((status, message)) => return complain(&message).map(|()| status),
    };
    complain(&inputs.complaints)?;
    let (mut status, mut reports) = (inputs.status, inputs.reports.is_empty());
    for Input { path, walked } in &inputs.reports {
        let done = match asked(path, args) {
            Ok(EmbedJob { plain, .. }) if args.again && plain.anchors.is_empty() => {
                reports = true;
                continue;
            }
            Ok(EmbedJob { nature, .. }) if *walked && nature != Nature::Postmortem => {
                complain(&inputs::left_out(path, nature))?;
                continue;
            }
            Ok(asked) => one(path, &asked),
            Err(refused) => ReportDone::refused(refused),
        };
        reports = true;
        complain(&done.errors)?;
        tell(&done.out)?;
        status = status.max(done.status);
    }
    if !reports {
        let (status, message) = inputs.nothing(&args.reports);
        return complain(&message).map(|()| status);
    }
    if status == FOUND {
        complain("  = `postmirth embed` without --check puts it right\n")?;
    }
    Ok(status)
}

fn found(args: &EmbedArgs) -> Result<inputs::Inputs, Refused> {
    if args.reports.is_empty() || args.reports.iter().any(|path| path.as_os_str() == "-") {
        let found = match args.reports.is_empty() {
            true => "none",
            false => "- for standard input",
        };
        return Err(wrong(format!(
            "expected the files of reports, which are to be changed, found {found}"
        )));
    }
    let inputs = inputs::found(&args.reports)?;
    match inputs.reports.is_empty() {
        true => Err(inputs.nothing(&args.reports)),
        false => Ok(inputs),
    }
}

/// A report, and what is asked for it: by the arguments, and by its own markers.
struct EmbedJob {
    bytes: Vec<u8>,
    plain: StrippedReport,
    nature: Nature,
    args: EmbedArgs,
    order: RenderOptions,
    /// The options to keep for the next time.
    kept: String,
}

/// Options that say what to do, not how the pictures look.
const DEEDS: &[&str] = &["check", "remove", "again"];

fn asked(path: &Path, args: &EmbedArgs) -> Result<EmbedJob, Refused> {
    let bytes = files::input(path).map_err(|error| (NO_FILE, files::unreadable(path, &error)))?;
    let name = path.display().to_string();
    let plain = strip(&bytes).map_err(|broken| {
        let source = Source::from_bytes(name.clone(), &bytes).value;
        (NO_FILE, broken.doubt(&source).frame(&source).to_string())
    })?;
    let mut marked = GivenOptions::default();
    let known = plain.anchors.iter().find(|anchor| !anchor.options.is_empty());
    for (name, values) in known.map(|known| from_options(&known.options)).unwrap_or_default() {
        marked.set(&name, values);
    }
    let again = args.given.with(&marked).map_err(|message| {
        let hint = "its markers keep the options of the last run: mend them there";
        (WRONG_USE, format!("error: {name}: {message}\n  = {hint}\n"))
    })?;
    let Cli { command: Command::Embed(again) } = again else {
        return Err(wrong("expected options of embed".into()));
    };
    if Path::new(&again.images).is_absolute() {
        let hint = "the report names its pictures by paths that hold wherever it lies";
        return Err(wrong(format!(
            "expected a folder seen from the report, found {}\n  = {hint}",
            again.images
        )));
    }
    let mut order = RenderOptions {
        cores: files::cores(),
        ..order::of_embed(&again, style(&again.look.style)?)
    };
    zone(&mut order.zone)?;
    let source = Source::from_bytes(name, &plain.bytes).value;
    let kept = args.given.kept(&marked, DEEDS);
    Ok(EmbedJob {
        nature: Report::of(&source).incident.nature,
        kept: options(kept.iter()),
        args: EmbedArgs { check: args.check, remove: args.remove, ..*again },
        bytes,
        plain,
        order,
    })
}

/// A file as it ought to be.
struct Wanted {
    path: PathBuf,
    bytes: Vec<u8>,
}

fn one(path: &Path, asked: &EmbedJob) -> ReportDone {
    let EmbedJob { bytes, plain, args, order, .. } = asked;
    if args.remove {
        return removed(path, asked);
    }
    let Warned { value: source, warnings: decoding } =
        Source::from_bytes(path.display().to_string(), &plain.bytes);
    let report = Report::of(&source);
    let made = match pictures(&report, &decoding, order) {
        Ok(made) => made,
        Err(undrawn) => return ReportDone::refused(draw::refusal(&undrawn, &source)),
    };
    let wanted = wanted(path, args, order, &made);
    let embedded = embedded(path, asked, &report, &made);
    let mut done = match args.check {
        true => checked(path, &wanted, bytes, &embedded.bytes),
        false => written(path, &wanted, bytes, embedded.bytes.clone()),
    };
    done.errors = format!(
        "{}{}{}",
        draw::warnings(&made, &source),
        left(path, &source, &embedded),
        done.errors
    );
    done
}

/// The report as it was; its pictures' files stay, since others may show them, too.
fn removed(path: &Path, asked: &EmbedJob) -> ReportDone {
    let mut done = written(path, &[], &asked.bytes, asked.plain.bytes.clone());
    let folder = path.with_file_name(&asked.args.images);
    let stem = path.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let mut left: Vec<String> = Vec::new();
    for anchor in &asked.plain.anchors {
        let names = ["", "-dark"].map(|dark| {
            let extension = asked.order.formats[0].extension();
            folder.join(format!("{stem}-{}{dark}.{extension}", anchor.chart.name()))
        });
        let there = names.iter().filter(|file| files::exists(file));
        left.extend(there.map(|file| file.display().to_string()));
    }
    if !left.is_empty() {
        let left = left.join(", ");
        let told = format!("left {left}: delete what nothing else shows\n");
        done.out.extend(told.bytes());
    }
    done
}

/// The name of a picture's file.
fn file_name(path: &Path, order: &RenderOptions, picture: &Picture) -> String {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let dark = if order.grounds.len() > 1 && picture.ground == Ground::Dark { "-dark" } else { "" };
    format!("{stem}-{}{dark}.{}", picture.chart.name(), picture.format.extension())
}

/// The pictures' files.
fn wanted(path: &Path, args: &EmbedArgs, order: &RenderOptions, made: &Pictures) -> Vec<Wanted> {
    let folder = path.with_file_name(&args.images);
    let file = |picture: &Picture| folder.join(file_name(path, order, picture));
    made.pictures
        .iter()
        .map(|picture| Wanted { path: file(picture), bytes: picture.bytes.clone() })
        .collect()
}

/// The report with its pictures.
fn embedded(path: &Path, asked: &EmbedJob, report: &Report, made: &Pictures) -> Embedded {
    let EmbedJob { args, order, plain, .. } = asked;
    let folder = args.images.replace('\\', "/");
    let folder = folder.trim_end_matches('/');
    let link = |picture: &Picture| match folder {
        "" | "." => file_name(path, order, picture),
        folder => format!("{folder}/{}", file_name(path, order, picture)),
    };
    let charts = chart_files(made, order.today, link);
    let mut inserts = worded(&charts, &made.incident, order.today, args.words);
    inserts.iter_mut().for_each(|insert| insert.options.clone_from(&asked.kept));
    // The line below a picture is not ours to drop.
    for anchor in &plain.anchors {
        let own = inserts.iter_mut().filter(|insert| insert.chart == anchor.chart);
        own.for_each(|insert| insert.caption.clone_from(&anchor.caption));
    }
    put_in(plain, &inserts, &places(report))
}

/// Writes what is not yet as it ought to be: the pictures first, so that the report names none that
/// is not there.
fn written(path: &Path, wanted: &[Wanted], old: &[u8], new: Vec<u8>) -> ReportDone {
    let mut told = Vec::new();
    let report = Wanted { path: path.to_path_buf(), bytes: new };
    let changed =
        wanted.iter().filter(|file| files::bytes(&file.path).ok().as_ref() != Some(&file.bytes));
    for file in changed.chain((report.bytes != old).then_some(&report)) {
        let folder = file
            .path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .map_or(Ok(()), files::folder);
        if let Err(message) = folder.and_then(|()| files::write(&file.path, &file.bytes)) {
            return ReportDone::refused((NO_FILE, message));
        }
        told.push(format!("wrote {}\n", file.path.display()));
    }
    told_of(path, told, 0)
}

/// Says what is not as it ought to be.
fn checked(path: &Path, wanted: &[Wanted], old: &[u8], new: &[u8]) -> ReportDone {
    let mut told = Vec::new();
    for file in wanted {
        match files::bytes(&file.path) {
            Ok(bytes) if bytes == file.bytes => {}
            Ok(_) => told.push(format!(
                "{}: expected the picture of {} as it is now, found an older one\n",
                file.path.display(),
                path.display()
            )),
            Err(_) => {
                told.push(format!("{}: expected a picture, found no file\n", file.path.display()))
            }
        }
    }
    if old != new {
        told.push(format!(
            "{}: expected its pictures and their words as they are now, found older ones or none\n",
            path.display()
        ));
    }
    told_of(path, told, FOUND)
}

/// Tells what was done or found, with its exit status; a report without any is current.
fn told_of(path: &Path, told: Vec<String>, status: u8) -> ReportDone {
    let (status, out) = match told.is_empty() {
        true => (0, format!("{} is current\n", path.display())),
        false => (status, told.concat()),
    };
    ReportDone { status, out: out.into_bytes(), ..ReportDone::default() }
}

/// Placeholders that stay, and pictures that found no place.
fn left(path: &Path, source: &Source, embedded: &Embedded) -> String {
    let mut out = String::new();
    for place in &embedded.placeholders {
        let line = source.line_of(place.start.min(source.text().len()));
        out.push_str(&format!(
            "note: {}: line {line} keeps its placeholder: there is no picture left for it\n",
            path.display()
        ));
    }
    for chart in &embedded.unplaced {
        let name = chart.name();
        let hint = format!("put <!-- postmirth:{name} --><!-- /postmirth --> where it belongs");
        out.push_str(&format!(
            "warning: {}: expected a place for the {name} picture, found none\n  = {hint}\n",
            path.display()
        ));
    }
    out
}
