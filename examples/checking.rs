//! How often each rule of `check` finds something in the reports of some folders, and which:
//! `cargo run --release --example checking -- FOLDER... [--team] [--show CODE]... [--draw NUMBER]`.
//!
//! `--show` prints every finding of a rule, `--draw` so many at regular distances from all
//! findings, to be read by eye.

#![allow(clippy::print_stdout, clippy::panic, reason = "a tool speaks, and fails by panicking")]

mod walk;

use postmirth::check::{Choice, Finding, Profile, RULES, check};
use postmirth::incident::Nature;
use postmirth::read::Report;
use postmirth::source::Source;
use std::path::PathBuf;
use walk::markdown;

fn main() {
    let (mut folders, mut shown, mut drawn, mut profile) =
        (Vec::new(), Vec::new(), 0, Profile::Brief);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().expect("a value after the option");
        match argument.as_str() {
            "--team" => profile = Profile::Team,
            "--show" => shown.push(value()),
            "--draw" => drawn = value().parse().expect("a number"),
            _ => folders.push(PathBuf::from(argument)),
        }
    }
    let choice = Choice { profile, ..Choice::default() };
    let (mut all, mut reports, mut held) = (Vec::new(), 0, 0.0);
    for path in folders.iter().flat_map(|folder| markdown(folder)) {
        let bytes = std::fs::read(&path).expect("a report");
        let decoded = Source::from_bytes(path.display().to_string(), &bytes);
        let report = Report::of(&decoded.value);
        if report.incident.nature != Nature::Postmortem {
            continue;
        }
        let checked = check(&report, &decoded.warnings, &choice);
        reports += 1;
        held += checked.card.map_or(0.0, |card| card.held() as f64 / card.points.len() as f64);
        all.extend(
            checked.findings.into_iter().map(|finding| (reports, decoded.value.clone(), finding)),
        );
    }
    println!(
        "{reports} reports, {} findings, {:.0} % of the points hold\n",
        all.len(),
        100.0 * held / f64::from(reports)
    );
    println!("{:24}{:>9}{:>8}{:>10}", "rule", "reports", "share", "findings");
    for rule in RULES.iter().filter(|rule| choice.counts(rule)) {
        let own: Vec<i32> = all
            .iter()
            .filter(|(.., finding)| finding.code == rule.code)
            .map(|(report, ..)| *report)
            .collect();
        let mut among = own.clone();
        among.dedup();
        among.sort_unstable();
        among.dedup();
        println!(
            "{:24}{:>9}{:>7.0}%{:>10}",
            rule.code,
            among.len(),
            100.0 * among.len() as f64 / f64::from(reports),
            own.len()
        );
    }
    let step = all.len().checked_div(drawn).unwrap_or(0);
    for (at, (_, source, finding)) in all.iter().enumerate() {
        let picked = step > 0 && at % step == step / 2;
        if picked || shown.iter().any(|code| code == finding.code) {
            println!("\n{}", frame(finding, source));
        }
    }
}

fn frame(finding: &Finding, source: &Source) -> String {
    finding.frame(source).to_string()
}
