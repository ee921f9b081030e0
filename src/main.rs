//! The program: the only file that touches files, streams, environment and clock.

mod cli;

use anstream::ColorChoice;
use clap::Parser;
use cli::{Cli, Command, FactsArgs, When};
use postmirth::codes::Code;
use postmirth::diagnostic::{Diagnostic, Warned};
use postmirth::facts::{self, Look};
use postmirth::incident::{Incident, Nature};
use postmirth::source::Source;
use std::io::{self, IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;

/// Exit statuses, as `--help` tells them.
const WRONG_USE: u8 = 2;
const NOT_A_POSTMORTEM: u8 = 3;
const NO_FILE: u8 = 4;

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Facts(args) => facts_of(&args),
        Command::Explain { code } => explain(code.as_deref()),
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

/// `postmirth facts REPORT...`
fn facts_of(args: &FactsArgs) -> io::Result<u8> {
    let mut status = 0;
    for (index, path) in args.reports.iter().enumerate() {
        let decoded = match load(path) {
            Ok(decoded) => decoded,
            Err(error) => {
                status = status.max(NO_FILE);
                complain(&format!(
                    "error: cannot read {}: {error}\n  = expected a Markdown file, or - for standard input\n",
                    path.display()
                ))?;
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

fn complain(text: &str) -> io::Result<()> {
    io::stderr().write_all(text.as_bytes())
}
