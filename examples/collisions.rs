//! Draws every readable report of some folders in every layout and says where a text touches what it
//! should not: `cargo run --release --example collisions -- FOLDER...`

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool for a terminal")]

use postmirth::assets::STYLES;
use postmirth::draw::font::Fonts;
use postmirth::draw::style::Style;
use postmirth::draw::{Layout, Options, WIDTH, incident};
use postmirth::incident::Nature;
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
        if told.nature != Nature::Postmortem || told.events.is_empty() {
            continue;
        }
        reports += 1;
        for style in STYLES.iter().filter_map(|style| Style::built_in(style.name)) {
            let fonts = Fonts::new(style.font.face);
            for (layout, width) in
                [Layout::Gantt, Layout::Lanes, Layout::Strip].into_iter().flat_map(|layout| [(layout, WIDTH), (layout, 560.0)])
            {
                let Some(scene) = incident(&told, &style, &fonts, &Options { layout, width, ..Options::default() }) else {
                    continue;
                };
                pictures += 1;
                for collision in scene.value.collisions() {
                    found += 1;
                    println!(
                        "{}, {layout:?}, {width} px: {} at {:.0}, {:.0}",
                        path.display(),
                        collision.what,
                        collision.area.x,
                        collision.area.y
                    );
                }
            }
        }
    }
    println!("{reports} reports, {pictures} pictures, {found} collisions");
    if found > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
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
