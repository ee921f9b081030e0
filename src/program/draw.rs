//! `postmirth REPORT...` and `postmirth draw REPORT...`

use super::bar::Bar;
use super::cli::{DrawArgs, PlaceName};
use super::inputs::{self, Input, Inputs};
use super::target::{self, Target};
use super::{
    NO_FILE, NOT_A_POSTMORTEM, Refused, ReportDone, WRONG_USE, complain, files, order, style,
    wrong, zone,
};
use chrono::NaiveDate;
use postmirth::diagnostic::Warned;
use postmirth::diagnostic::code::Severity;
use postmirth::incident::Nature;
use postmirth::parallel::in_order;
use postmirth::publish::{self, ChartFiles, Held};
use postmirth::read::Report;
use postmirth::render::{Format, Picture, Pictures, RenderOptions, Undrawn, pictures};
use postmirth::source::Source;
use postmirth::words::counted;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The job for each report.
struct DrawJob {
    order: RenderOptions,
    target: Target,
    place: Option<PlaceName>,
    /// True if it is the only one.
    alone: bool,
}

/// A file that was written, and its length.
struct WrittenFile {
    path: PathBuf,
    bytes: usize,
    size: Option<(f64, f64)>,
}

pub(crate) fn draw(args: &DrawArgs) -> io::Result<u8> {
    let prepared = inputs::found(&args.reports)
        .and_then(|inputs| prepared(args, &inputs).map(|job| (inputs, job)));
    let (inputs, job) = match prepared {
        Ok(prepared) => prepared,
        Err((status, message)) => {
            complain(&message)?;
            return Ok(status);
        }
    };
    complain(&inputs.complaints)?;
    if let Some(folder) = job.target.folder()
        && let Err(message) = files::folder(folder)
    {
        complain(&message)?;
        return Ok(NO_FILE);
    }
    let names = target::names(&inputs.paths());
    let reports: Vec<(&Input, &str)> =
        inputs.reports.iter().zip(names.iter().map(String::as_str)).collect();
    let mut bar = Bar::new(reports.len());
    let (mut status, mut drawn) = (inputs.status, reports.is_empty());
    let cores = if job.alone { 1 } else { files::cores() };
    let work = |(input, name): &(&Input, &str)| {
        let done = job.one(input, name);
        done.unwrap_or_else(ReportDone::refused)
    };
    in_order(&reports, cores, work, |done: ReportDone| {
        status = status.max(done.status);
        drawn |= !done.left_out;
        bar.clear()?;
        complain(&done.errors)?;
        io::stdout().write_all(&done.out)?;
        bar.step()
    })?;
    bar.clear()?;
    if drawn {
        return Ok(status);
    }
    let (status, message) = inputs.nothing(&args.reports);
    complain(&message).map(|()| status)
}

/// The job that the arguments describe.
fn prepared(args: &DrawArgs, inputs: &Inputs) -> Result<DrawJob, Refused> {
    if inputs.reports.is_empty() && inputs.complaints.is_empty() {
        return Err(inputs.nothing(&args.reports));
    }
    let is_folder = args.output.as_deref().is_some_and(Path::is_dir);
    let reports = inputs.reports.len();
    let (mut order, target) =
        order::of_draw(args, reports, style(&args.look.style)?, is_folder).map_err(wrong)?;
    zone(&mut order.zone)?;
    let alone = reports == 1;
    // Of many reports each has a core of its own; only a PNG is worth asking how many there are.
    order.cores = if !alone || !order.formats.contains(&Format::Png) { 1 } else { files::cores() };
    Ok(DrawJob { place: order::place(args, &target), order, target, alone })
}

impl DrawJob {
    fn one(&self, Input { path, walked }: &Input, name: &str) -> Result<ReportDone, Refused> {
        let Warned { value: source, warnings: decoding } =
            files::load(path).map_err(|error| (NO_FILE, files::unreadable(path, &error)))?;
        let report = Report::of(&source);
        if *walked && report.incident.nature != Nature::Postmortem {
            return Ok(ReportDone {
                errors: inputs::left_out(path, report.incident.nature),
                left_out: true,
                ..ReportDone::default()
            });
        }
        let made = pictures(&report, &decoding, &self.order)
            .map_err(|undrawn| refusal(&undrawn, &source))?;
        let errors = warnings(&made, &source);
        if self.place == Some(PlaceName::Page) {
            return self.page(path, &report, &made, name, errors);
        }
        if self.target == Target::Stream {
            let pictures = made.pictures.into_iter();
            let out = pictures.flat_map(|picture| picture.bytes).collect();
            return Ok(drawn(errors, out));
        }
        match self.written(&made, &report, name) {
            Ok(files) => {
                let told = self.report(&made, &source, &files) + &self.next(&made, name);
                Ok(drawn(errors, told.into_bytes()))
            }
            Err(message) => Err((NO_FILE, errors + &message)),
        }
    }

    /// The report with its pictures as one file.
    fn page(
        &self,
        report_path: &Path,
        report: &Report,
        made: &Pictures,
        name: &str,
        errors: String,
    ) -> Result<ReportDone, Refused> {
        let page = whole(report_path, report, made, self.order.today).into_bytes();
        let Some(path) = self.target.page(name) else {
            return Ok(drawn(errors, page));
        };
        let written = WrittenFile { bytes: page.len(), path, size: None };
        match files::write(&written.path, &page) {
            Ok(()) => {
                let told = self.report(made, report.source(), &[written]);
                Ok(drawn(errors, told.into_bytes()))
            }
            Err(message) => Err((NO_FILE, errors + &message)),
        }
    }

    fn path(&self, name: &str, picture: &Picture) -> PathBuf {
        self.target.path(name, picture, self.order.grounds.len() > 1)
    }

    fn written(
        &self,
        made: &Pictures,
        report: &Report,
        name: &str,
    ) -> Result<Vec<WrittenFile>, String> {
        let mut out = Vec::new();
        let mut put = |path: PathBuf, bytes: &[u8], size: Option<(f64, f64)>| {
            files::write(&path, bytes)?;
            out.push(WrittenFile { path, bytes: bytes.len(), size });
            Ok::<(), String>(())
        };
        for picture in &made.pictures {
            let path = self.path(name, picture);
            let size = picture.size.filter(|_| picture.format == Format::Png);
            put(path.clone(), &picture.bytes, size)?;
            if self.place == Some(PlaceName::Medium) {
                let story = postmirth::draw::story(picture.chart, &made.incident, self.order.today);
                put(path.with_extension("alt.txt"), format!("{}\n", story.alt).as_bytes(), None)?;
            }
        }
        if self.place == Some(PlaceName::Medium) {
            let page = publish::page(report, &self.shown(made, name));
            put(self.target.beside(&format!("{name}-medium.html")), page.as_bytes(), None)?;
        }
        Ok(out)
    }

    /// Each chart with its files and its alt text.
    fn shown(&self, made: &Pictures, name: &str) -> Vec<ChartFiles> {
        publish::chart_files(made, self.order.today, |picture| {
            let path = self.path(name, picture);
            let file = path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default();
            if self.place == Some(PlaceName::Medium) { file } else { path.display().to_string() }
        })
    }

    /// The next step with the files.
    fn next(&self, made: &Pictures, name: &str) -> String {
        let shown = self.shown(made, name);
        match self.place {
            None => String::new(),
            Some(PlaceName::Github) => publish::github(&shown),
            Some(PlaceName::Medium) => publish::medium(
                &self.target.beside(&format!("{name}-medium.html")).display().to_string(),
            ),
            Some(PlaceName::Social) => publish::social(&shown),
            // It is whole as it is.
            Some(PlaceName::Page) => String::new(),
        }
    }

    /// The message about what was read and written, in a few lines; of many reports in one line
    /// each.
    fn report(&self, made: &Pictures, source: &Source, files: &[WrittenFile]) -> String {
        let listed: Vec<String> = files
            .iter()
            .map(|WrittenFile { path, bytes, size }| {
                let size =
                    size.map(|(width, height)| format!("{width} × {height}, ")).unwrap_or_default();
                format!("{} ({size}{} KB)", path.display(), bytes.div_ceil(1000))
            })
            .collect();
        if !self.alone {
            return format!("{}: wrote {}\n", source.name(), listed.join(", "));
        }
        let notes = made.warnings.iter().filter(|doubt| doubt.severity() == Severity::Note).count();
        let mut out = format!("{}\n", made.told);
        if notes > 0 {
            let notes = counted(notes, "note");
            out.push_str(&format!("  {notes} on the reading: postmirth facts {}\n", source.name()));
        }
        for file in listed {
            out.push_str(&format!("wrote {file}\n"));
        }
        out
    }
}

/// A report and its pictures as one file of HTML, with the pictures that lie beside the report.
fn whole(path: &Path, report: &Report, made: &Pictures, today: Option<NaiveDate>) -> String {
    let held = |picture: &Picture| Held {
        chart: picture.chart,
        media: picture.format.media_type().to_string(),
        bytes: picture.bytes.clone(),
        alt: publish::alt(picture.chart, &made.incident, today),
    };
    let held: Vec<Held> = made.pictures.iter().map(held).collect();
    publish::whole_page(report, &held, |file| {
        let media = match Path::new(file).extension()?.to_str()?.to_lowercase().as_str() {
            "png" => "image/png",
            "jpg" | "jpeg" => "image/jpeg",
            "gif" => "image/gif",
            "webp" => "image/webp",
            "svg" => "image/svg+xml",
            _ => return None,
        };
        let bytes = files::bytes(&path.with_file_name(file)).ok()?;
        Some((media.to_string(), bytes))
    })
}

fn drawn(errors: String, out: Vec<u8>) -> ReportDone {
    ReportDone { errors, out, ..ReportDone::default() }
}

/// The exit status for a report that cannot be drawn, and what to say.
pub(super) fn refusal(undrawn: &Undrawn, source: &Source) -> Refused {
    match undrawn {
        Undrawn::NothingToDraw(doubts) => {
            let frames: Vec<String> =
                doubts.iter().map(|doubt| doubt.frame(source).to_string()).collect();
            (NOT_A_POSTMORTEM, frames.join(""))
        }
        Undrawn::Impossible(why, hint) => {
            let hint = hint.map(|hint| format!("  = {hint}\n")).unwrap_or_default();
            (WRONG_USE, format!("error: {}: {why}\n{hint}", source.name()))
        }
    }
}

/// The diagnostics of a report, except for notes.
pub(super) fn warnings(made: &Pictures, source: &Source) -> String {
    let grave = made.warnings.iter().filter(|doubt| doubt.severity() > Severity::Note);
    grave.map(|doubt| doubt.frame(source).to_string()).collect()
}
