//! The program: the only file that touches files, streams, environment and clock.

mod cli;
mod target;

use anstream::ColorChoice;
use clap::Parser;
use cli::{Chart, Cli, Command, DrawArgs, FactsArgs, FormatName, LayoutName, StylesCommand, TextName, ThemeName, When};
use postmirth::assets;
use postmirth::codes::{Code, Severity};
use postmirth::cores::in_order;
use postmirth::diagnostic::{Diagnostic, Warned};
use postmirth::draw::style::{Ground, Style};
use postmirth::draw::{Layout, MAX_ROWS, Text, WIDTH};
use postmirth::facts::{self, Look};
use postmirth::incident::{Incident, Nature};
use postmirth::pictures::{Format, Order, Pictures, Undrawn, pictures};
use postmirth::source::Source;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use target::Target;

/// Exit statuses, as `--help` tells them.
const WRONG_USE: u8 = 2;
const NOT_A_POSTMORTEM: u8 = 3;
const NO_FILE: u8 = 4;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        None => match cli.reports.iter().find(|report| is_no_command(report)) {
            Some(word) => unknown(word),
            None => draw(&DrawArgs { reports: cli.reports, ..DrawArgs::default() }),
        },
        Some(Command::Draw(args)) => draw(&args),
        Some(Command::Facts(args)) => facts_of(&args),
        Some(Command::Styles { command: None }) => list_styles(),
        Some(Command::Styles { command: Some(StylesCommand::Show { name }) }) => show_style(&name),
        Some(Command::Explain { code }) => explain(code.as_deref()),
    };
    match done {
        Ok(status) => ExitCode::from(status),
        // Whoever reads our output has seen enough: that is success.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "error: cannot write: {error}");
            ExitCode::from(NO_FILE)
        }
    }
}

/// A bare word that names no file was meant as a command.
fn is_no_command(report: &Path) -> bool {
    let bare = report.extension().is_none() && report.components().count() == 1 && report.as_os_str() != "-";
    bare && !report.exists()
}

fn unknown(word: &Path) -> io::Result<u8> {
    complain(&format!(
        "error: expected a report or a command, found \"{}\", which is neither a file nor a command\n  = `postmirth --help` lists the commands\n",
        word.display()
    ))?;
    Ok(WRONG_USE)
}

/// `postmirth REPORT...` and `postmirth draw REPORT...`
fn draw(args: &DrawArgs) -> io::Result<u8> {
    let (order, target) = match prepared(args) {
        Ok(prepared) => prepared,
        Err((status, message)) => {
            complain(&message)?;
            return Ok(status);
        }
    };
    if let Some(folder) = target.folder()
        && let Err(error) = std::fs::create_dir_all(folder)
    {
        complain(&format!("error: cannot make the folder {}: {error}\n", folder.display()))?;
        return Ok(NO_FILE);
    }
    let names = target::names(&args.reports);
    let jobs: Vec<(&Path, &str)> = args.reports.iter().map(PathBuf::as_path).zip(names.iter().map(String::as_str)).collect();
    let alone = jobs.len() == 1;
    let bar = !alone && io::stderr().is_terminal();
    let (mut status, mut told) = (0, 0);
    let cores = if alone { 1 } else { cores() };
    let work = |(path, name): &(&Path, &str)| one_report(path, name, &order, &target, alone);
    in_order(&jobs, cores, work, |done: Done| {
        (status, told) = (status.max(done.status), told + 1);
        clear(bar)?;
        io::stderr().write_all(done.errors.as_bytes())?;
        io::stdout().write_all(&done.output)?;
        progress(bar, told, jobs.len())
    })?;
    clear(bar)?;
    Ok(status)
}

/// What the arguments ask for; else the exit status and what to say.
fn prepared(args: &DrawArgs) -> Result<(Order, Target), (u8, String)> {
    let wrong = |message: String| (WRONG_USE, format!("error: {message}\n"));
    let formats: Vec<Format> = args
        .format
        .iter()
        .map(|format| match format {
            FormatName::Svg => Format::Svg,
            FormatName::Png => Format::Png,
        })
        .collect();
    let grounds = match args.theme {
        ThemeName::Light => vec![Ground::Light],
        ThemeName::Dark => vec![Ground::Dark],
        ThemeName::Both => vec![Ground::Light, Ground::Dark],
    };
    let is_folder = args.output.as_deref().is_some_and(Path::is_dir);
    let target = Target::new(args.output.as_deref(), is_folder).map_err(wrong)?;
    let formats = target.formats(formats);
    target.check(args.reports.len(), formats.len(), grounds.len()).map_err(wrong)?;
    // Both charts are one as long as there is no other.
    let (Chart::Incident | Chart::All) = args.chart;
    let order = Order {
        layout: match args.layout {
            LayoutName::Gantt => Layout::Gantt,
            LayoutName::Lanes => Layout::Lanes,
            LayoutName::Strip => Layout::Strip,
        },
        style: style(&args.style)?,
        grounds,
        width: args.width.map_or(WIDTH, f64::from),
        scale: args.scale.unwrap_or(2.0),
        zone: args.zone.clone(),
        text: match args.text {
            TextName::Outlines => Text::Outlines,
            TextName::Live => Text::Live,
        },
        title: args.title.clone(),
        max_rows: (!args.all).then(|| args.max_rows.map_or(MAX_ROWS, |rows| rows as usize)),
        // Of many reports each has a core of its own; only a PNG is worth asking how many there are.
        cores: if args.reports.len() > 1 || !formats.contains(&Format::Png) { 1 } else { cores() },
        formats,
    };
    Ok((order, target))
}

/// A built-in style by its name, or one's own by its path.
fn style(name: &str) -> Result<Style, (u8, String)> {
    if let Some(style) = Style::built_in(if name.is_empty() { assets::STYLES[0].name } else { name }) {
        return Ok(style);
    }
    let path = Path::new(name);
    if !path.exists() && !name.contains(['/', '\\', '.']) {
        let known: Vec<&str> = assets::STYLES.iter().map(|style| style.name).collect();
        return Err((
            WRONG_USE,
            format!("error: expected a style among {}, or the path of a style file, found \"{name}\"\n", known.join(", ")),
        ));
    }
    let decoded = load(path)
        .map_err(|error| (NO_FILE, format!("error: cannot read {name}: {error}\n  = expected a style file in TOML\n")))?;
    Style::from_file(&decoded.value).map_err(|error| (WRONG_USE, error.frame(&decoded.value).to_string()))
}

/// What came of one report.
struct Done {
    status: u8,
    errors: String,
    output: Vec<u8>,
}

impl Done {
    fn failed(status: u8, errors: String) -> Done {
        Done { status, errors, output: Vec::new() }
    }
}

fn one_report(path: &Path, name: &str, order: &Order, target: &Target, alone: bool) -> Done {
    let Warned { value: source, warnings: decoding } = match load(path) {
        Ok(decoded) => decoded,
        Err(error) => return Done::failed(NO_FILE, unreadable(path, &error)),
    };
    let made = match pictures(&source, &decoding, order) {
        Ok(made) => made,
        Err(Undrawn::NothingToDraw(doubts)) => {
            let frames: Vec<String> = doubts.iter().map(|doubt| doubt.frame(&source).to_string()).collect();
            return Done::failed(NOT_A_POSTMORTEM, frames.join(""));
        }
        Err(Undrawn::Impossible(why, hint)) => {
            let hint = hint.map(|hint| format!("  = {hint}\n")).unwrap_or_default();
            return Done::failed(WRONG_USE, format!("error: {}: {why}\n{hint}", source.name()));
        }
    };
    let mut errors = String::new();
    for doubt in made.warnings.iter().filter(|doubt| doubt.severity() > Severity::Note) {
        errors.push_str(&doubt.frame(&source).to_string());
    }
    let (status, output) = match target {
        Target::Stream => (0, made.pictures.into_iter().flat_map(|picture| picture.bytes).collect()),
        _ => match written(&made, name, target) {
            Ok(files) => (0, report(&made, &source, &files, alone).into_bytes()),
            Err(message) => {
                errors.push_str(&message);
                (NO_FILE, Vec::new())
            }
        },
    };
    Done { status, errors, output }
}

/// Writes the pictures, each beside its place first, so that a file is whole or untouched.
fn written(made: &Pictures, name: &str, target: &Target) -> Result<Vec<(PathBuf, usize)>, String> {
    let mut files = Vec::new();
    let both = made.pictures.iter().any(|picture| picture.ground != made.pictures[0].ground);
    for picture in &made.pictures {
        let path = target.path(name, picture, both);
        let beside = path.with_file_name(format!(
            ".{}.{}.part",
            path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default(),
            std::process::id()
        ));
        let done = std::fs::write(&beside, &picture.bytes).and_then(|()| std::fs::rename(&beside, &path));
        if let Err(error) = done {
            let _ = std::fs::remove_file(&beside);
            return Err(format!("error: cannot write {}: {error}\n", path.display()));
        }
        files.push((path, picture.bytes.len()));
    }
    Ok(files)
}

/// What was read and written, in a few lines; of many reports in one line each.
fn report(made: &Pictures, source: &Source, files: &[(PathBuf, usize)], alone: bool) -> String {
    let notes = made.warnings.iter().filter(|doubt| doubt.severity() == Severity::Note).count();
    let listed: Vec<String> = files
        .iter()
        .zip(&made.pictures)
        .map(|((path, bytes), picture)| {
            let size = match picture.format {
                Format::Png => format!("{} × {}, ", picture.size.0, picture.size.1),
                Format::Svg => String::new(),
            };
            format!("{} ({size}{} KB)", path.display(), bytes.div_ceil(1000))
        })
        .collect();
    if !alone {
        return format!("{}: wrote {}\n", source.name(), listed.join(", "));
    }
    let mut out = format!("{}\n", made.told);
    if notes > 0 {
        let noun = if notes == 1 { "note" } else { "notes" };
        out.push_str(&format!("  {notes} {noun} on the reading: postmirth facts {}\n", source.name()));
    }
    for file in listed {
        out.push_str(&format!("wrote {file}\n"));
    }
    out
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn progress(bar: bool, ready: usize, all: usize) -> io::Result<()> {
    const WIDE: usize = 30;
    let full = ready * WIDE / all;
    match bar {
        true => write!(io::stderr(), "[{}{}] {ready}/{all}", "#".repeat(full), " ".repeat(WIDE - full)),
        false => Ok(()),
    }
}

fn clear(bar: bool) -> io::Result<()> {
    if bar { write!(io::stderr(), "\r\x1b[K") } else { Ok(()) }
}

/// `postmirth styles`
fn list_styles() -> io::Result<u8> {
    let mut out = io::stdout().lock();
    for file in assets::STYLES {
        let about = Style::built_in(file.name).map(|style| style.about).unwrap_or_default();
        writeln!(out, "{:10} {about}", file.name)?;
    }
    writeln!(out, "\n`postmirth styles show paper` prints one as a file to begin from; `--style FILE` draws with it.")?;
    Ok(0)
}

/// `postmirth styles show NAME`
fn show_style(name: &str) -> io::Result<u8> {
    let Some(file) = assets::STYLES.iter().find(|style| style.name == name) else {
        complain(&format!(
            "error: expected the name of a built-in style, found \"{name}\"\n  = `postmirth styles` lists them\n"
        ))?;
        return Ok(WRONG_USE);
    };
    io::stdout().write_all(file.text.as_bytes())?;
    Ok(0)
}

/// `postmirth facts REPORT...`
fn facts_of(args: &FactsArgs) -> io::Result<u8> {
    let mut status = 0;
    for (index, path) in args.reports.iter().enumerate() {
        let decoded = match load(path) {
            Ok(decoded) => decoded,
            Err(error) => {
                status = status.max(NO_FILE);
                complain(&unreadable(path, &error))?;
                continue;
            }
        };
        let (source, decoding) = (decoded.value, decoded.warnings);
        let read = postmirth::read::read(&source);
        if read.value.nature != Nature::Postmortem {
            status = status.max(NOT_A_POSTMORTEM);
            for doubt in &read.warnings {
                complain(&doubt.frame(&source).to_string())?;
            }
        }
        if args.json {
            json(&source, &read, &decoding, args.reports.len() > 1)?;
        } else if read.value.nature == Nature::Postmortem {
            if index > 0 {
                writeln!(io::stdout())?;
            }
            table(&source, &read, &decoding, args.color)?;
        }
    }
    Ok(status)
}

fn json(source: &Source, read: &Warned<Incident>, decoding: &[Diagnostic], line: bool) -> io::Result<()> {
    let facts = facts::facts(source, read, decoding);
    let text = if line { serde_json::to_string(&facts) } else { serde_json::to_string_pretty(&facts) };
    writeln!(io::stdout(), "{}", text.map_err(io::Error::other)?)
}

fn table(source: &Source, read: &Warned<Incident>, decoding: &[Diagnostic], when: When) -> io::Result<()> {
    let choice = match when {
        When::Always => ColorChoice::Always,
        When::Never => ColorChoice::Never,
        When::Auto => anstream::AutoStream::choice(&io::stdout()),
    };
    let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let width = told.or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))).unwrap_or(100);
    let look = Look { colour: choice != ColorChoice::Never, width: width.clamp(40, 400) };
    io::stdout().write_all(facts::table(source, read, decoding, look).as_bytes())
}

/// `postmirth explain CODE`
fn explain(name: Option<&str>) -> io::Result<u8> {
    let mut out = io::stdout().lock();
    let Some(name) = name else {
        for code in Code::ALL {
            writeln!(out, "{:20} {}", code.name(), code.severity())?;
        }
        return Ok(0);
    };
    let Some(code) = Code::named(name) else {
        complain(&format!("error: expected a code, found \"{name}\"\n  = `postmirth explain` lists them\n"))?;
        return Ok(WRONG_USE);
    };
    writeln!(out, "{} ({})\n\n{}", code.name(), code.severity(), code.about())?;
    Ok(0)
}

/// A file's bytes, or those of standard input, as text.
fn load(path: &Path) -> io::Result<Warned<Source>> {
    let mut bytes = Vec::new();
    if path.as_os_str() == "-" {
        if io::stdin().is_terminal() {
            complain("reading a report from standard input; end it with Ctrl-D\n")?;
        }
        io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(Source::from_bytes("<stdin>", &bytes));
    }
    std::fs::File::open(path)?.read_to_end(&mut bytes)?;
    Ok(Source::from_bytes(path.display().to_string(), &bytes))
}

fn unreadable(path: &Path, error: &io::Error) -> String {
    let hint = if error.kind() == io::ErrorKind::IsADirectory { "; a folder's reports are named by FOLDER/*.md" } else { "" };
    format!("error: cannot read {}: {error}\n  = expected a Markdown file, or - for standard input{hint}\n", path.display())
}

fn complain(text: &str) -> io::Result<()> {
    io::stderr().write_all(text.as_bytes())
}
