//! Says of every report of some folders how much humour it bears, and because of which words:
//! `cargo run --example tone -- FOLDER...`

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool for a terminal")]

mod walk;

use postmirth::incident::Nature;
use postmirth::read::Report;
use postmirth::source::Source;
use postmirth::spice::tone::{Tone, guard};
use std::path::PathBuf;
use std::process::ExitCode;
use walk::markdown;

fn main() -> ExitCode {
    let folders: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if folders.is_empty() {
        eprintln!("expected one or more folders with reports");
        return ExitCode::from(2);
    }
    let mut counts = [0; Tone::ALL.len()];
    for path in folders.iter().flat_map(|folder| markdown(folder)) {
        let Ok(bytes) = std::fs::read(&path) else {
            eprintln!("cannot read {}", path.display());
            continue;
        };
        let source = Source::from_bytes(path.display().to_string(), &bytes).value;
        let report = Report::of(&source);
        if report.incident.nature != Nature::Postmortem {
            continue;
        }
        let verdict = guard(&report);
        counts[verdict.allowed as usize] += 1;
        println!("{}: {}", path.display(), verdict.allowed.name());
        for because in &verdict.because {
            println!(
                "    {}, line {}: {}",
                because.rule,
                source.line_of(because.span.start),
                because.text
            );
        }
    }
    let told: Vec<String> = Tone::ALL
        .iter()
        .map(|tone| format!("{} {}", counts[*tone as usize], tone.name()))
        .collect();
    println!("{}", told.join(", "));
    ExitCode::SUCCESS
}
