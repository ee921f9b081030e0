//! `postmirth quips`, `postmirth quips show TOPIC`, `postmirth quips lint FILE...`

use super::{FOUND, NO_FILE, WRONG_USE, complain, files};
use postmirth::assets;
use postmirth::source::Source;
use postmirth::spice::library::Library;
use postmirth::spice::lint::{Finding, lint};
use postmirth::spice::quip::Slot;
use std::io::{self, Write};
use std::path::PathBuf;

/// The columns of the table.
const SLOTS: &[(&str, Slot)] = &[
    ("titles", Slot::Title),
    ("headings", Slot::Heading),
    ("entries", Slot::Entry),
    ("actions", Slot::Action),
    ("captions", Slot::Caption),
    ("sign-offs", Slot::SignOff),
];

/// `postmirth quips`
pub(crate) fn list() -> io::Result<u8> {
    let library = Library::built_in();
    let mut out = io::stdout().lock();
    let heads: String = SLOTS
        .iter()
        .map(|(name, _)| format!("{name:>11}"))
        .collect();
    writeln!(out, "{:20}{heads}{:>11}", "", "all")?;
    for file in assets::QUIPS {
        writeln!(
            out,
            "{}",
            row(file.name, &library, |home| home == file.name)
        )?;
    }
    writeln!(out, "{}", row("all", &library, |_| true))?;
    writeln!(
        out,
        "\nEach title brings a sign-off of its own, which is not counted here."
    )?;
    writeln!(
        out,
        "`postmirth quips show dns` prints a file to begin from; `postmirth quips lint FILE` \
            checks one of your own."
    )?;
    Ok(0)
}

/// How many quips of some files there are in each slot.
fn row(name: &str, library: &Library, belongs: impl Fn(&str) -> bool) -> String {
    let own: Vec<Slot> = library
        .quips
        .iter()
        .filter(|quip| belongs(&quip.home.file(quip.theme.as_deref())))
        .map(|quip| quip.slot)
        .collect();
    let counts: String = SLOTS
        .iter()
        .map(|(_, slot)| format!("{:>11}", own.iter().filter(|own| *own == slot).count()))
        .collect();
    format!("{name:20}{counts}{:>11}", own.len())
}

/// `postmirth quips show NAME`
pub(crate) fn show(name: &str) -> io::Result<u8> {
    let is = |file: &&assets::BuiltIn| {
        file.name == name || file.name.strip_prefix("theme-") == Some(name)
    };
    let Some(file) = assets::QUIPS.iter().find(is) else {
        complain(&format!(
            "error: expected a topic or a theme, found \"{name}\"\n  = `postmirth quips` lists \
                the topics and the themes\n"
        ))?;
        return Ok(WRONG_USE);
    };
    io::stdout().write_all(file.text.as_bytes())?;
    Ok(0)
}

/// `postmirth quips lint FILE...`
pub(crate) fn lint_files(paths: &[PathBuf]) -> io::Result<u8> {
    let library = Library::built_in();
    let (mut status, mut found) = (0, 0);
    for path in paths {
        let source = match files::load(path) {
            Ok(decoded) => decoded.value,
            Err(error) => {
                status = NO_FILE;
                complain(&format!(
                    "error: cannot read {}: {error}\n  = expected a file of quips in TOML\n",
                    path.display()
                ))?;
                continue;
            }
        };
        let findings = lint(&source, &library);
        found += findings.len();
        for finding in &findings {
            writeln!(io::stdout(), "{}", told(&source, finding))?;
        }
    }
    if status == 0 && found == 0 {
        let files = if paths.len() == 1 {
            "1 file".to_string()
        } else {
            format!("{} files", paths.len())
        };
        writeln!(io::stdout(), "{files} read, nothing found")?;
    }
    Ok(if status == 0 && found > 0 {
        FOUND
    } else {
        status
    })
}

/// `file:line:column: id: message`
fn told(source: &Source, finding: &Finding) -> String {
    let place = source.place(finding.span.map_or(0, |span| span.start));
    let id = if finding.id.is_empty() {
        String::new()
    } else {
        format!("{}: ", finding.id)
    };
    format!(
        "{}:{}:{}: {id}{}",
        source.name(),
        place.line,
        place.column,
        finding.message
    )
}
