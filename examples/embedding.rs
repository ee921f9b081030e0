//! Puts pictures into every readable report of some folders, in memory, and says where something
//! that must hold does not: `cargo run --example embedding -- FOLDER...`

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool for a terminal")]

#[path = "../tests/it/support/embedding.rs"]
mod embedding;

mod walk;

use embedding::{default_places, faults, inserts, with_pictures};
use postmirth::incident::Nature;
use postmirth::publish::embed::strip;
use postmirth::read::read;
use postmirth::source::Source;
use postmirth::spice::place::plain;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use walk::markdown;

fn main() -> ExitCode {
    let folders: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if folders.is_empty() {
        eprintln!("expected one or more folders with reports");
        return ExitCode::from(2);
    }
    let (mut reports, mut tried, mut found, mut unplaced, mut kept, mut far) = (0, 0, 0, 0, 0, 0);
    for path in folders.iter().flat_map(|folder| markdown(folder)) {
        let Ok(bytes) = std::fs::read(&path) else {
            eprintln!("cannot read {}", path.display());
            continue;
        };
        // A told report has its pictures between the marks of its humour.
        let Ok(bytes) = plain(&bytes) else { continue };
        let source = Source::from_bytes("report.md", &bytes).value;
        let told = read(&source).value;
        if told.nature != Nature::Postmortem || told.events.is_empty() || strip(&bytes).is_err() {
            continue;
        }
        reports += 1;
        for (kind, variant) in variants(&bytes) {
            tried += 1;
            for fault in faults(&variant) {
                found += 1;
                println!("{}, {kind}: not so: {fault}", path.display());
            }
        }
        let done = with_pictures(&bytes);
        unplaced += inserts().len()
            - usize::from(told.actions.is_empty())
            - strip(&done.bytes).map_or(0, |plain| plain.anchors.len());
        kept += done.placeholders.len();
        far += moved(&bytes, &path);
    }
    println!(
        "{reports} reports, {tried} variants, {found} faults, {unplaced} pictures without a \
            place, {far} moved on, {kept} placeholders left"
    );
    if found > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// How many pictures could not stand at the end of their own block.
fn moved(bytes: &[u8], path: &Path) -> usize {
    let Ok(plain) = strip(bytes) else { return 0 };
    let wanted = default_places(&plain);
    let Ok(done) = strip(&with_pictures(bytes).bytes) else {
        return 0;
    };
    let line = |at: usize| bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
    let mut count = 0;
    for anchor in &done.anchors {
        let (Some(wanted), stands) = (wanted.of(anchor.chart), line(anchor.place.start)) else {
            continue;
        };
        if anchor.place.is_empty() && !(wanted..=wanted + 2).contains(&stands) {
            println!(
                "{}: {} belongs below line {wanted}, stands on {stands}",
                path.display(),
                anchor.chart.name()
            );
            count += 1;
        }
    }
    count
}

/// A report with and without its last line break, with line breaks of either kind.
fn variants(bytes: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let feeds = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    let bare = feeds.trim_end().to_string();
    let ended = format!("{bare}\n");
    vec![
        ("as it is", bytes.to_vec()),
        ("without a last line break", bare.clone().into_bytes()),
        ("with one", ended.clone().into_bytes()),
        ("CRLF", ended.replace('\n', "\r\n").into_bytes()),
        ("CRLF without a last line break", bare.replace('\n', "\r\n").into_bytes()),
        ("CR", ended.replace('\n', "\r").into_bytes()),
    ]
}
