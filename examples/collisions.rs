//! Draws every readable report of some folders in every picture and layout, and the trend of all,
//! and says where a text touches what it should not: `cargo run --release --example collisions --
//! FOLDER...`

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool for a terminal")]

mod walk;

use chrono::NaiveDate;
use postmirth::assets::STYLES;
use postmirth::diagnostic::Warned;
use postmirth::draw::font::Fonts;
use postmirth::draw::scene::Scene;
use postmirth::draw::style::Style;
use postmirth::draw::{
    ActionsOptions, CoverOptions, Layout, MEDIUM, Options, PREVIEW, TrendOptions, WIDTH, actions,
    cover, incident, trend,
};
use postmirth::incident::{Incident, Nature};
use postmirth::read::read;
use postmirth::source::Source;
use postmirth::spice::library::Library;
use postmirth::stats::{self, Record, record};
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
    let (mut reports, mut pictures, mut found, mut records) = (0, 0, 0, Vec::new());
    for path in folders.iter().flat_map(|folder| markdown(folder)) {
        let Ok(bytes) = std::fs::read(&path) else {
            eprintln!("cannot read {}", path.display());
            continue;
        };
        records.extend(record(&path.display().to_string(), &bytes, &library).ok());
        let source = Source::from_bytes(path.display().to_string(), &bytes).value;
        let told = read(&source).value;
        if told.nature != Nature::Postmortem || (told.events.is_empty() && told.actions.is_empty())
        {
            continue;
        }
        reports += 1;
        for style in STYLES.iter().filter_map(|style| Style::built_in(style.name)) {
            for (what, scene) in scenes(&told, &style) {
                pictures += 1;
                found += tell(&scene, &format!("{}, {what}", path.display()));
            }
        }
    }
    for style in STYLES.iter().filter_map(|style| Style::built_in(style.name)) {
        for (what, scene) in trends(&records, &style) {
            pictures += 1;
            found += tell(&scene, &what);
        }
    }
    println!("{reports} reports, {pictures} pictures, {found} collisions");
    if found > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Says what touches on a picture; gives how much.
fn tell(scene: &Scene, what: &str) -> usize {
    let found = scene.collisions();
    for collision in &found {
        println!("{what}: {} at {:.0}, {:.0}", collision.what, collision.area.x, collision.area.y);
    }
    found.len()
}

/// The trend of all, of few and of those without a day, in a style.
fn trends(records: &[Record], style: &Style) -> Vec<(String, Scene)> {
    let fonts = Fonts::new(style.font.face);
    let mut out = Vec::new();
    for count in [1, 2, 3, 5, 8, 13, 21, 34, 55, records.len()] {
        for dated in [true, false] {
            let mut shown = stats::trend(&records[..count.min(records.len())]);
            shown.points.iter_mut().for_each(|point| point.day = point.day.filter(|_| dated));
            for width in [WIDTH, 700.0, 560.0, 480.0] {
                let scene = trend(
                    &shown,
                    style,
                    &fonts,
                    &TrendOptions { width, ..TrendOptions::default() },
                );
                out.extend(scene.map(|scene| {
                    (format!("trend of {count}, dated {dated}, {width} px"), scene.value)
                }));
            }
        }
    }
    out
}

/// Every picture of an incident in a style, with what it is.
fn scenes(told: &Incident, style: &Style) -> Vec<(String, Scene)> {
    let fonts = Fonts::new(style.font.face);
    let mut out = Vec::new();
    let mut put = |what: String, scene: Option<Warned<Scene>>| {
        out.extend(scene.map(|scene| (what, scene.value)))
    };
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
        put(
            format!("cover, {size:?}"),
            cover(told, style, &fonts, &CoverOptions { size, ..CoverOptions::default() }),
        );
    }
    out
}
