//! One report for each thing that the reader can say, with its exact words.

use crate::support::golden;
use crate::support::golden::{matches_all, project};
use postmirth::check::CheckSettings;
use postmirth::diagnostic::code::Code;
use postmirth::diagnostic::{Diagnostic, Warned};
use postmirth::draw::font::Fonts;
use postmirth::draw::style::Style;
use postmirth::draw::{Chart, Options, incident};
use postmirth::publish::embed::strip;
use postmirth::read::{Report, read};
use postmirth::render::{RenderOptions, Undrawn, pictures};
use postmirth::source::Source;
use postmirth::spice::library::Library;

/// What is said of a text of that name: a report, which is read and drawn, a style, a file of
/// quips, or a configuration.
fn said(name: &str, bytes: &[u8]) -> (Source, Vec<Diagnostic>) {
    let Warned { value: source, warnings: decoding } = Source::from_bytes(name, bytes);
    if name.starts_with("quips-") {
        let slip = Library::default().with(&source).err().map(|slip| *slip);
        return (source, slip.into_iter().collect());
    }
    if name.starts_with("config-") {
        let slip = CheckSettings::from_file(&source).err().map(|slip| *slip);
        return (source, slip.into_iter().collect());
    }
    if name.ends_with(".toml") {
        let slip = Style::from_file(&source).err().map(|slip| *slip);
        return (source, slip.into_iter().collect());
    }
    let report = Report::of(&source);
    let style = Style::built_in("paper").expect("a style");
    let drawn =
        incident(&report.incident, &style, &Fonts::new(style.font.face), &Options::default());
    let mut doubts = [decoding, report.diagnostics.clone()].concat();
    doubts.extend(drawn.map(|drawn| drawn.warnings).unwrap_or_default());
    // A picture of the measures, and the pictures put into the report.
    if let Err(Undrawn::NothingToDraw(found)) = pictures(
        &report,
        &[],
        &RenderOptions { charts: vec![Chart::Actions], ..RenderOptions::default() },
    ) {
        doubts.extend(found.into_iter().filter(|doubt| doubt.code == Code::NoMeasures));
    }
    doubts.extend(strip(bytes).err().map(|broken| broken.doubt(&source)));
    (source, doubts)
}

#[test]
fn every_code_has_a_report_that_brings_it_out() {
    let mut goldens = Vec::new();
    for code in Code::ALL {
        let file = |kind: &str| {
            (
                format!("{code}.{kind}"),
                std::fs::read(project(&format!("tests/messages/{code}.{kind}"))),
            )
        };
        let Some((name, bytes)) =
            ["md", "toml"].into_iter().map(file).find_map(|(name, read)| Some((name, read.ok()?)))
        else {
            panic!("tests/messages/{code}.md is missing: a report in which {code} is said");
        };
        let (source, all) = said(&name, &bytes);
        let said: Vec<String> = all
            .iter()
            .filter(|doubt| doubt.code == *code)
            .map(|doubt| doubt.frame(&source).to_string())
            .collect();
        assert!(!said.is_empty(), "{name} does not bring out {code}, but {all:?}");
        goldens.push((project(&format!("tests/messages/{code}.txt")), said.join("\n")));
    }
    matches_all(goldens);
}

#[test]
fn no_report_is_left_over() {
    for path in golden::reports("tests/messages") {
        assert!(Code::named(&golden::stem(&path)).is_some(), "{} names no code", path.display());
    }
}

#[test]
fn a_sound_report_brings_out_nothing() {
    let told = read(&Source::new(
        "sound.md",
        "# Invoices late\n\n## Summary\n\nFrom 2024-04-18 09:30 UTC to 10:30 UTC (1 hour) the \
            export was down.\n\n## Timeline\n\n- 09:30 UTC - The alert fired.\n- 10:30 UTC - \
            Restored.\n",
    ));
    assert_eq!(told.warnings, []);
}
