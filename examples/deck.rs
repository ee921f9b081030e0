//! Deals lines for every readable report of some folders and says how they are spread:
//! `cargo run --release --example deck -- TONE FOLDER...`; with -v before the tone, each entry with
//! its moments and each pick as well, and with -q FILE the lines of a file beside the built-in
//! ones.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool for a terminal")]

mod walk;

use postmirth::incident::{Incident, Nature};
use postmirth::read::Report;
use postmirth::source::Source;
use postmirth::spice::choose::{Fit, Pick, Selection, shares_a_word};
use postmirth::spice::library::Library;
use postmirth::spice::moment::{Recognised, Tale};
use postmirth::spice::place::Spot;
use postmirth::spice::tell::{Asked, Chosen, choose};
use postmirth::spice::tone::Tone;
use postmirth::spice::topics::culprits;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use walk::markdown;

fn main() -> ExitCode {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    let verbose = words.first().is_some_and(|word| word == "-v");
    words.drain(..usize::from(verbose));
    let mut library = Library::built_in();
    while words.len() > 2 && words[0] == "-q" {
        library = match own(library, &words[1]) {
            Ok(library) => library,
            Err(message) => {
                eprintln!("{message}");
                return ExitCode::from(2);
            }
        };
        words.drain(..2);
    }
    let tone = words.first().and_then(|word| Tone::named(word));
    let Some(tone) = tone.filter(|_| words.len() > 1) else {
        eprintln!("expected a tone and one or more folders with reports");
        return ExitCode::from(2);
    };
    let mut spread = Spread::default();
    let folders = words[1..].iter();
    for path in folders.flat_map(|folder| markdown(Path::new(folder))) {
        let Ok(bytes) = std::fs::read(&path) else {
            continue;
        };
        let source = Source::from_bytes(path.display().to_string(), &bytes).value;
        let report = Report::of(&source);
        let incident = &report.incident;
        if incident.nature != Nature::Postmortem || incident.events.is_empty() {
            continue;
        }
        let asked = Asked { tone: Some(tone), ..Asked::default() };
        let Chosen { tone, hand, words, .. } = choose(&report, &library, &asked);
        if verbose {
            println!("\n{}: {}, {words} words", path.display(), tone.name());
            show(&library, incident, &hand);
        }
        spread.count(&hand, incident, tone);
    }
    spread.print();
    ExitCode::SUCCESS
}

/// The library with the lines of a file.
fn own(library: Library, path: &str) -> Result<Library, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?;
    let source = Source::from_bytes(path, &bytes).value;
    let with = library.with(&source);
    with.map_err(|error| error.frame(&source).to_string())
}

/// Each entry and measure with its moments and its line.
fn show(library: &Library, incident: &Incident, hand: &Selection) {
    let tale = Tale::of(incident, culprits(library, incident));
    let subject = tale.nouns.get("subject").unwrap_or("-");
    println!("  cause: {}", incident.root_cause.as_deref().unwrap_or("-"));
    let facts: Vec<&str> = tale.circumstances.iter().map(|fact| fact.name()).collect();
    println!("  {:?} {facts:?} {subject} {}", hand.topics, hand.theme.as_deref().unwrap_or(""));
    let line = |place: Spot| {
        for pick in hand.picks.iter().filter(|pick| pick.place == place) {
            println!("      > {} ({}, {:?})", pick.text, pick.id, pick.fit);
        }
    };
    let moments = |all: &[Recognised]| {
        let names = all.iter().map(|one| match one.suspect {
            Some(suspect) => format!("{}({suspect})", one.moment.name()),
            None => one.moment.name().to_string(),
        });
        names.collect::<Vec<_>>().join(" ")
    };
    println!("  {}", incident.title.as_deref().unwrap_or("-"));
    line(Spot::Title);
    for (at, event) in incident.events.iter().enumerate() {
        let kind = event.certain_kind().name();
        println!("  [{kind}] {}\n      = {}", event.text, moments(&tale.entries[at]));
        line(Spot::Entry(at));
    }
    for (at, action) in incident.actions.iter().enumerate() {
        println!("  * {}\n      = {}", action.task, moments(&tale.actions[at]));
        line(Spot::Action(at));
    }
    line(Spot::SignOff);
}

/// How the lines are spread over the reports.
#[derive(Default)]
struct Spread {
    reports: usize,
    /// Those that may be told at all.
    told: usize,
    events: usize,
    /// How many reports have each line, and each title in so many words.
    lines: BTreeMap<String, usize>,
    titles: BTreeMap<String, usize>,
    own_titles: usize,
    fits: BTreeMap<Fit, usize>,
    /// How many entries and measures have a line, by report.
    counts: Vec<usize>,
}

impl Spread {
    fn count(&mut self, hand: &Selection, incident: &Incident, tone: Tone) {
        self.reports += 1;
        if tone == Tone::Off {
            return;
        }
        self.told += 1;
        self.events += incident.events.len();
        let own = |pick: &&Pick| matches!(pick.place, Spot::Entry(_) | Spot::Action(_));
        let own: Vec<&Pick> = hand.picks.iter().filter(own).collect();
        self.counts.push(own.len());
        for pick in own {
            *self.lines.entry(pick.id.clone()).or_default() += 1;
            *self.fits.entry(pick.fit).or_default() += 1;
        }
        let titles = hand.picks.iter().filter(|pick| pick.place == Spot::Title);
        for pick in titles {
            *self.titles.entry(pick.text.clone()).or_default() += 1;
            self.own_titles += usize::from(shares_a_word(&pick.text, &all_of(incident)));
        }
    }

    fn print(&self) {
        let titles: usize = self.titles.values().sum();
        let twice: usize = self.titles.values().map(|count| count - 1).sum();
        let lines: usize = self.fits.values().sum();
        let share = |part: usize, all: usize| part * 100 / all.max(1);
        println!("{} reports, {} told, {} events", self.reports, self.told, self.events);
        println!(
            "{titles} titles, {twice} of them again ({} %), {} with a word of the report ({} %)",
            share(twice, titles),
            self.own_titles,
            share(self.own_titles, titles)
        );
        println!("{lines} lines, {} of them different", self.lines.len());
        for (fit, count) in &self.fits {
            println!("  {fit:?}: {count} ({} %)", share(*count, lines));
        }
        let mut counts = self.counts.clone();
        counts.sort_unstable();
        let silent = counts.iter().filter(|count| **count == 0).count();
        let middle = counts.get(counts.len() / 2).copied().unwrap_or(0);
        println!("{middle} lines in the middle report, none in {silent}; most often:");
        for counts in [&self.lines, &self.titles] {
            let mut most: Vec<(&String, &usize)> = counts.iter().collect();
            most.sort_by(|one, two| two.1.cmp(one.1));
            for (id, count) in most.iter().take(12).filter(|(_, count)| **count > 1) {
                println!("  {count} x {id}");
            }
        }
    }
}

/// All that a report tells, as far as its own words go.
fn all_of(incident: &Incident) -> String {
    let told = [&incident.title, &incident.root_cause, &incident.impact];
    let events = incident.events.iter().map(|event| event.text.as_str());
    let told = told.into_iter().flatten().map(String::as_str);
    told.chain(events).collect::<Vec<_>>().join(". ")
}
