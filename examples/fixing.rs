//! Mends the timeline of every report of some folders, in memory, and says where the report then
//! tells anything else or does not come to rest: `cargo run --example fixing -- [--show]
//! FOLDER...`; `--show` prints the changes, too.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool for a terminal")]

#[path = "../tests/it/support/mended.rs"]
mod mended;

mod walk;

use mended::faults;
use postmirth::check::fix::{diff, mended};
use postmirth::source::Source;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use walk::markdown;

fn main() -> ExitCode {
    let mut folders: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let show = folders.first().is_some_and(|first| first == Path::new("--show"));
    folders.drain(..usize::from(show));
    if folders.is_empty() {
        eprintln!("expected one or more folders with reports");
        return ExitCode::from(2);
    }
    let (mut reports, mut changed, mut lines, mut withheld, mut found) = (0, 0, 0, 0, 0);
    for path in folders.iter().flat_map(|folder| markdown(folder)) {
        let Ok(bytes) = std::fs::read(&path) else {
            eprintln!("cannot read {}", path.display());
            continue;
        };
        reports += 1;
        for (kind, variant) in variants(&bytes) {
            for fault in faults(&variant) {
                found += 1;
                println!("{}, {kind}: not so: {fault}", path.display());
            }
        }
        let Ok(done) = mended(&bytes) else { continue };
        let text = |bytes: &[u8]| Source::from_bytes("", bytes).value.text().to_string();
        let (before, after) = (text(&bytes), text(&done.bytes));
        changed += usize::from(done.bytes != bytes);
        lines +=
            before.lines().zip(after.lines()).filter(|(before, after)| before != after).count();
        withheld += done.withheld;
        if show {
            print!("{}", diff(&path.display().to_string(), &before, &after));
        }
    }
    println!(
        "{reports} reports, {changed} changed in {lines} lines, {withheld} changes withheld, \
            {found} faults"
    );
    if found > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// A report as it is and with other line breaks.
fn variants(bytes: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let feeds = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    vec![
        ("as it is", bytes.to_vec()),
        ("CRLF", feeds.replace('\n', "\r\n").into_bytes()),
        ("CR", feeds.replace('\n', "\r").into_bytes()),
    ]
}
