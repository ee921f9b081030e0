//! `postmirth spice REPORT...` and `postmirth plain REPORT`

use super::cli::{PlainArgs, SpiceArgs, SpicePlace};
use super::{
    NO_FILE, NOT_A_POSTMORTEM, Refused, WRONG_USE, complain, draw, files, order, style, wrong,
};
use postmirth::diagnostic::{Diagnostic, Warned};
use postmirth::incident::Nature;
use postmirth::publish::embed::{Name, Places, embed, framed, places, strip};
use postmirth::publish::{Shown, inserts, page, shown};
use postmirth::read::Report;
use postmirth::render::{Picture, RenderOptions, pictures};
use postmirth::source::Source;
use postmirth::spice::choose::{Fit, Place};
use postmirth::spice::library::Library;
use postmirth::spice::place;
use postmirth::spice::tell::{Asked, Chosen, Why, choose, put};
use postmirth::spice::tone::Tone;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What the arguments ask for.
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
        match job.one(path) {
            Ok((told, complaints)) => {
                complain(&complaints)?;
                io::stdout().write_all(&told)?;
            }
            Err((failed, message)) => {
                status = status.max(failed);
                complain(&message)?;
            }
        }
    }
    Ok(status)
}

fn prepared(args: &SpiceArgs) -> Result<Job<'_>, Refused> {
    let streams = args.output.is_none() && !args.in_place && !args.explain && args.place.is_none();
    if args.reports.len() > 1 && streams {
        return Err(wrong(
            "expected one report for standard output, found several\n  = give a folder after -o, \
                or --in-place"
                .into(),
        ));
    }
    if args.in_place && args.reports.iter().any(|path| path.as_os_str() == "-") {
        return Err(wrong(
            "expected the files of reports to change in place, found - for standard input".into(),
        ));
    }
    let tone = args.tone.0;
    let mut library = Library::built_in();
    for path in args
        .quips
        .iter()
        .flat_map(|path| files::below(path, "toml"))
    {
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
    let order = RenderOptions {
        cores: files::cores(),
        ..order::of_spice(args, style(&args.look.style)?)
    };
    Ok(Job {
        args,
        library,
        asked: Asked {
            tone,
            seed: args.seed,
            words: args.words,
        },
        order,
    })
}

/// A plain report, read.
struct Plain {
    bytes: Vec<u8>,
    decoding: Vec<Diagnostic>,
    report: Report,
}

impl Job<'_> {
    /// What goes to standard output, and what is said beside it.
    fn one(&self, path: &Path) -> Result<(Vec<u8>, String), Refused> {
        let plain = plain_report(path)?;
        let mut chosen = choose(&plain.report, &self.library, &self.asked);
        if self.args.explain {
            put(&plain.bytes, &plain.report, &mut chosen);
            return Ok((
                explained(&chosen, plain.report.source()).into_bytes(),
                String::new(),
            ));
        }
        let mut complaints = lowered(&chosen, &self.asked, plain.report.source());
        if self.asked.words.is_some() {
            // What gives way must not stand on a picture either.
            put(&plain.bytes, &plain.report, &mut chosen);
            complaints.push_str(&missed(&chosen, &self.asked, plain.report.source()));
        }
        let text = Text::of(path, self.args);
        let bytes = match self.args.no_pictures || plain.report.incident.events.is_empty() {
            true => put(&plain.bytes, &plain.report, &mut chosen),
            false => self.with_pictures(&plain, &mut chosen, &text, &mut complaints)?,
        };
        if self.args.place == Some(SpicePlace::Medium) {
            return Ok((Vec::new(), complaints));
        }
        let bytes = if self.args.no_marks {
            place::unmarked(&bytes)
        } else {
            bytes
        };
        match &text.path {
            None => Ok((bytes, complaints)),
            Some(path) => {
                put_down(path, &bytes)?;
                Ok((
                    format!("wrote {}\n", path.display()).into_bytes(),
                    complaints,
                ))
            }
        }
    }

    /// The told report with its pictures, which are written beside it.
    fn with_pictures(
        &self,
        plain: &Plain,
        chosen: &mut Chosen,
        text: &Text,
        complaints: &mut String,
    ) -> Result<Vec<u8>, Refused> {
        let title = chosen
            .at(Place::Title)
            .filter(|_| chosen.tone > Tone::Dry)
            .map(|pick| pick.text.clone());
        let joke = title.is_some() && self.order.title.is_none();
        let order = RenderOptions {
            title: self.order.title.clone().or(title),
            joke,
            ..self.order.clone()
        };
        let made = pictures(&plain.report, &plain.decoding, &order)
            .map_err(|undrawn| draw::refusal(&undrawn, plain.report.source()))?;
        let folder = text.folder.join(&self.args.images);
        for picture in &made.pictures {
            let file = folder.join(text.file(picture, &order));
            put_down(&file, &picture.bytes)?;
            complaints.push_str(&format!("wrote {}\n", file.display()));
        }
        let images = self.args.images.replace('\\', "/");
        let link = |picture: &Picture| {
            format!(
                "{}/{}",
                images.trim_end_matches('/'),
                text.file(picture, &order)
            )
        };
        let shown = shown(&made, order.today, link);
        if self.args.place == Some(SpicePlace::Medium) {
            let bytes = put(&plain.bytes, &plain.report, chosen);
            self.medium(&bytes, plain, &shown, text, complaints)?;
            return Ok(bytes);
        }
        let mut wanted = inserts(&shown, &plain.report.incident, order.today);
        // What stands in the report already is its author's.
        let kept: Vec<Name> = strip(&plain.bytes)
            .map(|old| old.anchors.iter().map(|anchor| anchor.name).collect())
            .unwrap_or_default();
        wanted.retain(|insert| !kept.contains(&insert.name));
        let caption = chosen.at(Place::Caption).map(|pick| pick.text.clone());
        wanted
            .iter_mut()
            .filter(|insert| insert.name == Name::Incident)
            .for_each(|insert| insert.caption.clone_from(&caption));
        let names: Vec<Name> = wanted.iter().map(|insert| insert.name).collect();
        let bare = postmirth::publish::embed::Plain {
            bytes: plain.bytes.clone(),
            anchors: Vec::new(),
        };
        // What is cut out again with the fun cannot take another text's place.
        let places = Places {
            keep_placeholders: true,
            ..places(&plain.report)
        };
        let pictured = embed(&bare, &wanted, &places).bytes;
        let source = Source::from_bytes(plain.report.source().name(), &pictured).value;
        let report = Report::of(&source);
        Ok(framed(&put(&pictured, &report, chosen), &names))
    }

    /// The page that can be copied into Medium.
    fn medium(
        &self,
        bytes: &[u8],
        plain: &Plain,
        shown: &[Shown],
        text: &Text,
        complaints: &mut String,
    ) -> Result<(), Refused> {
        let source =
            Source::from_bytes(plain.report.source().name(), &place::unmarked(bytes)).value;
        let path = text.folder.join(format!("{}-medium.html", text.stem));
        put_down(&path, page(&Report::of(&source), shown).as_bytes())?;
        complaints.push_str(&format!(
            "wrote {}\n{}",
            path.display(),
            postmirth::publish::medium(&path.display().to_string())
        ));
        Ok(())
    }
}

/// Writes a file, and the folder for it.
fn put_down(path: &Path, bytes: &[u8]) -> Result<(), Refused> {
    files::make_room(path)
        .and_then(|()| files::write(path, bytes))
        .map_err(|message| (NO_FILE, message))
}

/// A report without what an earlier telling put into it.
fn plain_report(path: &Path) -> Result<Plain, Refused> {
    let bytes = files::input(path).map_err(|error| (NO_FILE, files::unreadable(path, &error)))?;
    let name = if path.as_os_str() == "-" {
        "<stdin>".to_string()
    } else {
        path.display().to_string()
    };
    let bytes = place::plain(&bytes).map_err(|broken| {
        let source = Source::from_bytes(name.clone(), &bytes).value;
        (NO_FILE, broken.doubt(&source).frame(&source).to_string())
    })?;
    let Warned {
        value: source,
        warnings: decoding,
    } = Source::from_bytes(name, &bytes);
    let report = Report::of(&source);
    if report.incident.nature != Nature::Postmortem {
        let frames: Vec<String> = report
            .diagnostics
            .iter()
            .map(|doubt| doubt.frame(&source).to_string())
            .collect();
        return Err((NOT_A_POSTMORTEM, frames.join("")));
    }
    Ok(Plain {
        bytes,
        decoding,
        report,
    })
}

/// Where the told report goes.
struct Text {
    /// The file; nothing for standard output.
    path: Option<PathBuf>,
    /// The folder beside which its pictures lie.
    folder: PathBuf,
    stem: String,
}

impl Text {
    fn of(report: &Path, args: &SpiceArgs) -> Text {
        let name = report
            .file_name()
            .map(PathBuf::from)
            .unwrap_or_else(|| "report.md".into());
        let stem = if report.as_os_str() == "-" {
            "report".into()
        } else {
            report
                .file_stem()
                .map_or("report".into(), |stem| stem.to_string_lossy().into_owned())
        };
        let output = args.output.as_ref().filter(|path| path.as_os_str() != "-");
        let is_folder = |path: &&PathBuf| {
            path.is_dir() || path.to_string_lossy().ends_with(['/', '\\']) || args.place.is_some()
        };
        let path = match output {
            _ if args.in_place => Some(report.to_path_buf()),
            Some(folder) if is_folder(&folder) => Some(folder.join(name)),
            Some(file) => Some(file.clone()),
            None => None,
        };
        let folder = path
            .as_ref()
            .and_then(|path| path.parent())
            .map(Path::to_path_buf)
            .unwrap_or_default();
        Text { path, folder, stem }
    }

    /// A picture's file: another one than the plain report's, whose title it does not share.
    fn file(&self, picture: &Picture, order: &RenderOptions) -> String {
        let dark =
            if order.grounds.len() > 1 && picture.ground == postmirth::draw::style::Ground::Dark {
                "-dark"
            } else {
                ""
            };
        format!(
            "{}-told-{}{dark}.{}",
            self.stem,
            picture.chart.name(),
            picture.format.extension()
        )
    }
}

/// Why there is less humour than was asked for.
fn lowered(told: &Chosen, asked: &Asked, source: &Source) -> String {
    let Some(wanted) = asked.tone.filter(|wanted| *wanted > told.verdict.allowed) else {
        return String::new();
    };
    let because = told.verdict.because.first().map(|because| {
        format!(
            ": line {} says \"{}\" ({})",
            source.line_of(because.span.start),
            because.text,
            because.rule
        )
    });
    format!(
        "note: {}: {} instead of {}{}\n",
        source.name(),
        told.verdict.allowed.name(),
        wanted.name(),
        because.unwrap_or_default()
    )
}

/// Why there are more words, or fewer, than were asked for.
fn missed(told: &Chosen, asked: &Asked, source: &Source) -> String {
    let (name, words) = (source.name(), told.told_words);
    match asked.words {
        Some((_, most)) if words > most => {
            format!(
                "note: {name}: expected at most {most} words, found {words} in the plain report; \
                    nothing is added\n"
            )
        }
        Some((fewest, _)) if words < fewest => {
            format!(
                "note: {name}: expected at least {fewest} words, found {words} with all there is \
                    to add; nothing is padded\n"
            )
        }
        _ => String::new(),
    }
}

/// How much humour there may be, why, and what was chosen.
fn explained(told: &Chosen, source: &Source) -> String {
    let mut out = format!(
        "{}: at most {}\n",
        source.name(),
        told.verdict.allowed.name()
    );
    for because in &told.verdict.because {
        out.push_str(&format!(
            "  line {}: \"{}\" ({})\n",
            source.line_of(because.span.start),
            because.text,
            because.rule
        ));
    }
    if told.verdict.because.is_empty() {
        out.push_str("  nothing in it asks for less\n");
    }
    out.push_str(&format!("told in {}", told.tone.name()));
    if let Some(theme) = &told.hand.theme {
        out.push_str(&format!(", as a {theme}"));
    }
    if !told.hand.topics.is_empty() {
        out.push_str(&format!(", about {}", told.hand.topics.join(" and ")));
    }
    out.push_str(&format!("; {} words\n", told.told_words));
    for pick in &told.hand.picks {
        out.push_str(&format!(
            "  {}: {} [{}, {}]\n",
            place(&pick.place),
            pick.text,
            pick.id,
            reason(pick.fit)
        ));
    }
    for (pick, why) in &told.left_out {
        let why = match why {
            Why::NoPlace => "the report has no place for it where it would stay what it is",
            Why::NoWords => "there would be more words than asked for",
        };
        out.push_str(&format!(
            "left out: {}: {} [{}]: {why}\n",
            place(&pick.place),
            pick.text,
            pick.id
        ));
    }
    out
}

/// A place as a person looks for it.
fn place(place: &Place) -> String {
    match place {
        Place::Title => "title".into(),
        Place::Heading(part) => format!("heading of the {}", part.name()),
        Place::Entry(index) => format!("entry {}", index + 1),
        Place::Action(index) => format!("measure {}", index + 1),
        Place::Caption => "caption".into(),
        Place::SignOff => "last line".into(),
    }
}

/// Why a line was chosen.
fn reason(fit: Fit) -> &'static str {
    match fit {
        Fit::Kind => "for the kind of entry",
        Fit::Theme => "for the image",
        Fit::Topic => "for the topic",
        Fit::Words => "for the words beside it",
    }
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
