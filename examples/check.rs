//! Says what a report lacks, a finding a line: `cargo run --example check -- REPORT.md`

#![allow(clippy::print_stdout, reason = "an example for a terminal")]

use postmirth::check::{Choice, check};
use postmirth::read::Report;
use postmirth::source::Source;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("expected a report")?;
    let source = Source::from_bytes(path.clone(), &std::fs::read(&path)?);
    let report = Report::of(&source.value);
    for finding in check(&report, &source.warnings, &Choice::default()).findings {
        let line = finding.span.map_or(1, |span| source.value.line_of(span.start));
        println!("{path}:{line}: {} ({})", finding.message, finding.code);
    }
    Ok(())
}
