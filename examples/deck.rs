//! Deals quips for every readable report of some folders and says how they are spread:
//! `cargo run --release --example deck -- TONE FOLDER...`; with -v before the tone, each pick as
//! well.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a tool for a terminal"
)]

mod walk;

use postmirth::incident::Nature;
use postmirth::read::Report;
use postmirth::source::Source;
use postmirth::spice::choose::{Fit, Hand, Place, Wish, deal};
use postmirth::spice::library::Library;
use postmirth::spice::tone::{Tone, guard};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use walk::markdown;

fn main() -> ExitCode {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    let verbose = words.first().is_some_and(|word| word == "-v");
    words.drain(..usize::from(verbose));
    let Some(tone) = words
        .first()
        .and_then(|word| Tone::named(word))
        .filter(|_| words.len() > 1)
    else {
        eprintln!("expected a tone and one or more folders with reports");
        return ExitCode::from(2);
    };
    let library = Library::built_in();
    let mut spread = Spread::default();
    for path in words[1..]
        .iter()
        .flat_map(|folder| markdown(Path::new(folder)))
    {
        let Ok(bytes) = std::fs::read(&path) else {
            continue;
        };
        let source = Source::from_bytes(path.display().to_string(), &bytes).value;
        let report = Report::of(&source);
        let told = &report.incident;
        if told.nature != Nature::Postmortem || told.events.is_empty() {
            continue;
        }
        let tone = tone.min(guard(&report).allowed);
        let hand = deal(&library, told, Wish { tone, seed: None });
        if verbose {
            println!(
                "\n{}: {}, {:?}, {:?}",
                path.display(),
                tone.name(),
                hand.topics,
                hand.theme
            );
            for pick in &hand.picks {
                let own = match pick.place {
                    Place::Entry(index) => told.events[index].text.as_str(),
                    Place::Action(index) => told.actions[index].task.as_str(),
                    _ => "",
                };
                println!(
                    "  {:?} [{:?}] {own}\n      {} ({})",
                    pick.place, pick.fit, pick.text, pick.id
                );
            }
        }
        spread.count(&hand, told.events.len());
    }
    spread.print();
    ExitCode::SUCCESS
}

/// How the quips are spread over the reports.
#[derive(Default)]
struct Spread {
    reports: usize,
    events: usize,
    /// How many reports have each.
    quips: BTreeMap<String, usize>,
    fits: BTreeMap<Fit, usize>,
}

impl Spread {
    fn count(&mut self, hand: &Hand, events: usize) {
        self.reports += 1;
        self.events += events;
        for pick in &hand.picks {
            *self
                .quips
                .entry(format!(
                    "{} {:?}",
                    pick.id,
                    matches!(pick.place, Place::SignOff)
                ))
                .or_default() += 1;
            if matches!(pick.place, Place::Entry(_)) {
                *self.fits.entry(pick.fit).or_default() += 1;
            }
        }
    }

    fn print(&self) {
        let mut most: Vec<(&String, &usize)> = self.quips.iter().collect();
        most.sort_by(|one, two| two.1.cmp(one.1));
        let entries: usize = self.fits.values().sum();
        println!(
            "{} reports, {} events, {entries} of them with a quip",
            self.reports, self.events
        );
        for (fit, count) in &self.fits {
            println!("  {fit:?}: {count} ({} %)", count * 100 / entries.max(1));
        }
        println!("{} quips used; most often:", self.quips.len());
        for (id, count) in most.iter().take(8) {
            println!("  {count} x {id}");
        }
    }
}
