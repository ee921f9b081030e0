//! Tells every readable report of some folders again, in memory and in every tone, and says where
//! something that must hold does not: `cargo run --release --example telling -- FOLDER...`

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool for a terminal")]

mod walk;

use postmirth::facts;
use postmirth::incident::Nature;
use postmirth::read::Report;
use postmirth::source::Source;
use postmirth::spice::library::Library;
use postmirth::spice::place::plain;
use postmirth::spice::tell::{Asked, choose, put};
use postmirth::spice::tone::{Tone, guard};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;
use walk::markdown;

fn main() -> ExitCode {
    let folders: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if folders.is_empty() {
        eprintln!("expected one or more folders with reports");
        return ExitCode::from(2);
    }
    let library = Library::built_in();
    let (mut reports, mut told, mut lines, mut found) = (0, 0, 0, 0);
    for path in folders.iter().flat_map(|folder| markdown(folder)) {
        let Ok(bytes) = std::fs::read(&path) else {
            eprintln!("cannot read {}", path.display());
            continue;
        };
        let Ok(bytes) = plain(&bytes) else { continue };
        if opened(&bytes).incident.nature != Nature::Postmortem {
            continue;
        }
        reports += 1;
        for (kind, variant) in shapes(variants(&bytes), reports) {
            for tone in [Tone::Off, Tone::Dry, Tone::Wry, Tone::Playful] {
                told += 1;
                let (added, faults) = faults(&variant, tone, &library);
                lines += added;
                for fault in &faults {
                    println!("{}, {kind}, {}: not so: {fault}", path.display(), tone.name());
                }
                found += faults.len();
            }
        }
    }
    println!("{reports} reports, {told} tellings, {lines} lines of humour, {found} faults");
    if found > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// A report told in a tone.
struct Told {
    bytes: Vec<u8>,
    /// The quips that stand in it, by name; a sign-off has its title's.
    ids: Vec<String>,
}

fn tell(bytes: &[u8], tone: Tone, library: &Library) -> Told {
    let report = opened(bytes);
    let mut chosen = choose(&report, library, &Asked { tone: Some(tone), ..Asked::default() });
    let bytes = put(bytes, &report, &mut chosen);
    let lines = chosen
        .hand
        .picks
        .iter()
        .filter(|pick| pick.place != postmirth::spice::place::Spot::SignOff);
    Told { bytes, ids: lines.map(|pick| pick.id.clone()).collect() }
}

fn opened(bytes: &[u8]) -> Report {
    Report::of(&Source::from_bytes("report.md", bytes).value)
}

/// How many lines were added, and what does not hold of them.
fn faults(bytes: &[u8], tone: Tone, library: &Library) -> (usize, Vec<&'static str>) {
    let told = tell(bytes, tone, library);
    let mut out = Vec::new();
    let mut must = |holds: bool, what| out.extend((!holds).then_some(what));
    let back = plain(&told.bytes).unwrap_or_default();
    must(back == bytes, "plain(spice(x)) is x");
    must(told.ids.iter().collect::<BTreeSet<_>>().len() == told.ids.len(), "no quip stands twice");
    must(tone > Tone::Off || told.bytes == bytes, "off adds nothing");
    let (before, after) = (opened(bytes), opened(&told.bytes));
    let unmarked = after.source().text().replace("<!--fun-->", " ").replace("<!--/fun-->", " ");
    must(
        in_order(&kept(before.source().text()), &kept(&unmarked)),
        "every clock, number, address and stretch of code is there, in order",
    );
    must(facts(&before) == facts(&after), "the facts are the same");
    must(
        guard(&before).allowed == guard(&after).allowed,
        "the told report bears as much as the plain one",
    );
    (told.ids.len(), out)
}

/// The facts of a report, apart from what a telling may change: lines, and what is said of them.
fn facts(report: &Report) -> Value {
    let mut facts = serde_json::to_value(facts::facts(report, &[])).unwrap_or_default();
    strip(&mut facts);
    facts
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for key in ["line", "diagnostics", "title"] {
                fields.remove(key);
            }
            fields.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

/// What must not be touched: words with a digit in them, addresses, and what stands between two
/// backticks of a line.
fn kept(text: &str) -> Vec<&str> {
    let part = |c: char| {
        !(c.is_alphanumeric() || matches!(c, '.' | ':' | '/' | '-' | '_' | '%' | ',' | '@'))
    };
    let words = text.split(part).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let meant =
        words.filter(|word| word.contains("://") || word.bytes().any(|byte| byte.is_ascii_digit()));
    let code = text.lines().flat_map(|line| {
        let parts: Vec<&str> = line.split('`').collect();
        let closed = parts.len().saturating_sub(1);
        parts.into_iter().take(closed).skip(1).step_by(2).collect::<Vec<_>>()
    });
    meant.chain(code).collect()
}

/// Whether the words of one list stand in the other, in their order.
fn in_order(wanted: &[&str], found: &[&str]) -> bool {
    let mut found = found.iter();
    wanted.iter().all(|word| found.any(|other| other == word))
}

/// A report as it is, and in every second of its other shapes, which the next report takes turns
/// with.
fn shapes(
    all: Vec<(&'static str, Vec<u8>)>,
    turn: usize,
) -> impl Iterator<Item = (&'static str, Vec<u8>)> {
    let taken = move |at: usize| at == 0 || (at + turn).is_multiple_of(2);
    let numbered = all.into_iter().enumerate();
    numbered.filter_map(move |(at, shape)| taken(at).then_some(shape))
}

/// A report with and without its last line break, with line breaks of either kind, and in UTF-16.
fn variants(bytes: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let mut out = vec![("as it is", bytes.to_vec())];
    let Ok(text) = std::str::from_utf8(bytes) else {
        return out;
    };
    let feeds = text.replace("\r\n", "\n");
    let bare = feeds.trim_end();
    let wide = |bytes: fn(u16) -> [u8; 2]| {
        format!("\u{feff}{}", feeds.trim_start_matches('\u{feff}'))
            .encode_utf16()
            .flat_map(bytes)
            .collect()
    };
    out.push(("without a last line break", bare.into()));
    out.push(("CRLF", format!("{bare}\n").replace('\n', "\r\n").into_bytes()));
    out.push(("CRLF without a last line break", bare.replace('\n', "\r\n").into_bytes()));
    out.push(("UTF-16", wide(u16::to_le_bytes)));
    out.push(("UTF-16, the other way round", wide(u16::to_be_bytes)));
    out
}
