//! The reports to learn from: labelled ones, and blocks of invented entries.

use chrono::Timelike;
use postmirth::incident::{Kind, Phase};
use postmirth::read::phase::{EntryFeatures, KINDS, PHASES, TimelineStory, features, story};
use postmirth::read::read;
use postmirth::source::Source;
use serde_json::Value;
use std::collections::HashSet;
use std::error::Error;
use std::path::Path;

/// Who wrote a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Student,
    Company,
    Invented,
}

/// One timeline: its entries' features and their true states.
pub(crate) struct Report {
    pub(crate) side: Side,
    /// Reports of one author or organisation are in one group.
    pub(crate) group: String,
    pub(crate) story: TimelineStory,
    pub(crate) rows: Vec<Vec<u32>>,
    pub(crate) states: Vec<usize>,
}

/// The state of a kind in a phase.
fn state(kind: Kind, phase: Phase) -> usize {
    let fits = |at: &usize| {
        KINDS[*at] == kind && (kind != Kind::Other || Phase::ALL[PHASES[*at]] == phase)
    };
    (0..KINDS.len()).find(fits).unwrap_or(KINDS.len() - 1)
}

/// The labelled reports: of each the entries that the reader finds and a label knows.
pub(crate) fn labelled(folder: &Path) -> Result<Vec<Report>, Box<dyn Error>> {
    let mut paths: Vec<_> = std::fs::read_dir(folder.join("labels"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.sort();
    let mut out = Vec::new();
    let mut shingles: Vec<(usize, HashSet<u64>)> = Vec::new();
    for path in paths {
        let label: Value = serde_json::from_slice(&std::fs::read(&path)?)?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = std::fs::read(folder.join(label["file"].as_str().unwrap_or_default()))?;
        let Some(mut report) = of_label(&name, &label, text.clone()) else {
            continue;
        };
        if report.side == Side::Student {
            let own = shingled(&String::from_utf8_lossy(&text));
            let alike = |(_, other): &&(usize, HashSet<u64>)| {
                let least = own.len().min(other.len()).max(1);
                own.intersection(other).count() * 4 > least
            };
            if let Some((twin, _)) = shingles.iter().find(alike) {
                let twin: &Report = &out[*twin];
                report.group = twin.group.clone();
            }
            shingles.push((out.len(), own));
        }
        out.push(report);
    }
    Ok(out)
}

/// Four words running, hashed: students copy from each other.
fn shingled(text: &str) -> HashSet<u64> {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let hash = |four: &[&str]| {
        four.iter()
            .flat_map(|word| word.bytes().chain([b' ']))
            .fold(7u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    };
    words.windows(4).map(hash).collect()
}

fn of_label(name: &str, label: &Value, text: Vec<u8>) -> Option<Report> {
    let source = Source::from_bytes(name, &text).value;
    let incident = read(&source).value;
    let mut story = story(&source, &incident);
    let mut left: Vec<&Value> = label["events"].as_array()?.iter().collect();
    let mut states = Vec::new();
    let mut scenes = Vec::new();
    for (event, scene) in incident.events.iter().zip(std::mem::take(&mut story.scenes)) {
        let line = source.place(event.span.start).line;
        let clock = event.at.clock.map(|clock| (clock.hour(), clock.minute()));
        let same = |label: &&Value| {
            label["line"].as_u64() == Some(line as u64)
                && clock_of(label["time"].as_str().unwrap_or_default()) == clock
        };
        let Some(at) = left.iter().position(same) else {
            continue;
        };
        let label = left.remove(at);
        let phase = Phase::named(label["phase"].as_str()?)?;
        states.push(state(Kind::named(label["kind"].as_str()?)?, phase));
        scenes.push(scene);
    }
    story.scenes = scenes;
    let company = name.starts_with("company");
    let parts: Vec<&str> = name.split("__").collect();
    (!states.is_empty()).then(|| Report {
        side: if company { Side::Company } else { Side::Student },
        group: if company { parts[..2].join("__") } else { name.to_string() },
        rows: features(&story),
        story,
        states,
    })
}

/// "9:05" in any text, as hour and minute.
fn clock_of(text: &str) -> Option<(u32, u32)> {
    let (before, after) = text.split_once(':')?;
    let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let hour = before[before.len() - digits..].parse().ok()?;
    Some((hour, after.get(..2)?.parse().ok()?))
}

/// The invented timelines: blocks of "kind, tab, text".
pub(crate) fn invented(folder: &Path) -> Result<Vec<Report>, Box<dyn Error>> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "tsv"));
    paths.sort();
    let mut out = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path)?;
        for block in text.split("\n\n").filter(|block| !block.trim().is_empty()) {
            out.push(of_block(block).ok_or_else(|| format!("{}: {block}", path.display()))?);
        }
    }
    Ok(out)
}

fn of_block(block: &str) -> Option<Report> {
    let (mut story, mut states) = (TimelineStory::default(), Vec::new());
    let mut phase = Phase::Detection;
    for line in block.trim().lines() {
        let (kind, text) = line.split_once('\t')?;
        let state = state(Kind::named(kind)?, phase);
        phase = Phase::ALL[PHASES[state]];
        states.push(state);
        story.scenes.push(EntryFeatures { text: text.to_string(), ..EntryFeatures::default() });
    }
    Some(Report {
        side: Side::Invented,
        group: "invented".to_string(),
        rows: features(&story),
        story,
        states,
    })
}
