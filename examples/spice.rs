//! Prints a report with humour where it helps, as much as the report can bear:
//! `cargo run --example spice -- REPORT.md`

use postmirth::read::Report;
use postmirth::source::Source;
use postmirth::spice::library::Library;
use postmirth::spice::tell::{Asked, choose, put};
use std::error::Error;
use std::io::{Write, stdout};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("expected a report")?;
    let bytes = std::fs::read(&path)?;
    let report = Report::of(&Source::from_bytes(path, &bytes).value);
    let mut chosen = choose(&report, &Library::built_in(), &Asked::default());
    stdout().write_all(&put(&bytes, &report, &mut chosen))?;
    Ok(())
}
