//! `postmirth quips`, `postmirth quips show NAME`, `postmirth quips lint FILE...`

use super::{FOUND, NO_FILE, WRONG_USE, complain, files};
use postmirth::assets;
use postmirth::source::Source;
use postmirth::spice::library::{Library, Sheaf};
use postmirth::spice::lint::{LintFinding, lint};
use postmirth::words::counted;
use std::io::{self, Write};
use std::path::PathBuf;

/// `postmirth quips`
pub(crate) fn list() -> io::Result<u8> {
    let mut out = io::stdout().lock();
    writeln!(out, "{}", row("", &["entries", "measures", "titles", "images"].map(String::from)))?;
    let mut all = [0; 4];
    for (name, sheaf) in Library::files() {
        let counts = counts(sheaf);
        all.iter_mut().zip(counts).for_each(|(all, count)| *all += count);
        writeln!(out, "{}", row(name, &counts.map(|count| count.to_string())))?;
    }
    writeln!(out, "{}", row("all", &all.map(|count| count.to_string())))?;
    writeln!(
        out,
        "\nEach title brings a sign-off of its own, which is not counted here.\n\
            `postmirth quips show certificate` prints a file to begin from; `postmirth quips lint \
            FILE` checks one of your own."
    )
    .map(|()| 0)
}

fn row(name: &str, cells: &[String; 4]) -> String {
    let cells: String = cells.iter().map(|cell| format!("{cell:>11}")).collect();
    format!("{name:20}{cells}")
}

/// The numbers of lines that a file has for entries and for measures, of titles, and of images.
fn counts(sheaf: &Sheaf) -> [usize; 4] {
    let measures =
        sheaf.quips.iter().filter(|quip| quip.at.iter().all(|moment| moment.is_measure())).count();
    [sheaf.quips.len() - measures, measures, sheaf.titles.len(), sheaf.analogies.len()]
}

/// `postmirth quips show NAME`
pub(crate) fn show(name: &str) -> io::Result<u8> {
    let Some(file) = assets::QUIPS.iter().find(|file| file.name == name) else {
        complain(&format!(
            "error: expected a file of lines, found \"{name}\"\n  = `postmirth quips` lists them\n"
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
        let files = counted(paths.len(), "file");
        writeln!(io::stdout(), "{files} read, nothing found")?;
    }
    Ok(if status == 0 && found > 0 { FOUND } else { status })
}

/// `file:line:column: id: message`
fn told(source: &Source, finding: &LintFinding) -> String {
    let place = source.place(finding.span.map_or(0, |span| span.start));
    let id = if finding.id.is_empty() { String::new() } else { format!("{}: ", finding.id) };
    format!("{}:{}:{}: {id}{}", source.name(), place.line, place.column, finding.message)
}
