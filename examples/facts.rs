//! Prints what was read from a report, an event a line, then all of it as JSON:
//! `cargo run --example facts -- REPORT.md`

#![allow(clippy::print_stdout, reason = "an example for a terminal")]

use postmirth::facts::facts;
use postmirth::read::Report;
use postmirth::source::Source;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("expected a report")?;
    let source = Source::from_bytes(path.clone(), &std::fs::read(&path)?);
    let report = Report::of(&source.value);
    for event in &report.incident.events {
        println!("{:>6} min  {}", event.minute, event.text);
    }
    let json = facts(&report, &source.warnings);
    println!("{}", serde_json::to_string_pretty(&json)?);
    Ok(())
}
