//! Draws every readable report of some folders in every picture and layout and says where a text touches what it
//! should not: `cargo run --release --example collisions -- FOLDER...`

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool for a terminal")]

use chrono::NaiveDate;
use postmirth::assets::STYLES;
use postmirth::diagnostic::Warned;
use postmirth::draw::font::Fonts;
use postmirth::draw::scene::Scene;
use postmirth::draw::style::Style;
use postmirth::draw::{ActionsOptions, CoverOptions, Layout, MEDIUM, Options, PREVIEW, WIDTH, actions, cover, incident};
use postmirth::incident::{Incident, Nature};
use postmirth::read::read;
use postmirth::source::Source;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let folders: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if folders.is_empty() {
        eprintln!("expected one or more folders with reports");
        return ExitCode::from(2);
    }
    let (mut reports, mut pictures, mut found) = (0, 0, 0);
    for path in folders.iter().flat_map(|folder| markdown(folder)) {
        let Ok(bytes) = std::fs::read(&path) else {
            eprintln!("cannot read {}", path.display());
            continue;
        };
        let source = Source::from_bytes(path.display().to_string(), &bytes).value;
        let told = read(&source).value;
        if told.nature != Nature::Postmortem || (told.events.is_empty() && told.actions.is_empty()) {
            continue;
        }
        reports += 1;
        for style in STYLES.iter().filter_map(|style| Style::built_in(style.name)) {
            for (what, scene) in scenes(&told, &style) {
                pictures += 1;
                for collision in scene.collisions() {
                    found += 1;
                    let at = collision.area;
                    println!("{}, {what}: {} at {:.0}, {:.0}", path.display(), collision.what, at.x, at.y);
                }
            }
        }
    }
    println!("{reports} reports, {pictures} pictures, {found} collisions");
    if found > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Every picture of an incident in a style, with what it is.
fn scenes(told: &Incident, style: &Style) -> Vec<(String, Scene)> {
    let fonts = Fonts::new(style.font.face);
    let mut out = Vec::new();
    let mut put = |what: String, scene: Option<Warned<Scene>>| out.extend(scene.map(|scene| (what, scene.value)));
    for width in [WIDTH, 560.0] {
        for layout in [Layout::Gantt, Layout::Lanes, Layout::Strip] {
            let options = Options { layout, width, ..Options::default() };
            put(format!("{layout:?}, {width} px"), incident(told, style, &fonts, &options));
        }
        // Some day after most of them, so that much is overdue.
        for today in [None, NaiveDate::from_ymd_opt(2024, 6, 1)] {
            let options = ActionsOptions { width, today, ..ActionsOptions::default() };
            put(format!("actions, {width} px, {today:?}"), actions(told, style, &fonts, &options));
        }
    }
    for size in [PREVIEW, MEDIUM] {
        put(format!("cover, {size:?}"), cover(told, style, &fonts, &CoverOptions { size, ..CoverOptions::default() }));
    }
    out
}

/// The Markdown files below a folder, sorted.
fn markdown(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(markdown(&path));
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
    found.sort();
    found
}
