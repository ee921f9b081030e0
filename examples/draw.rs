//! Draws the timeline of a report as `timeline.png`: `cargo run --example draw -- REPORT.md`

use postmirth::draw::Chart;
use postmirth::read::Report;
use postmirth::render::{Format, RenderOptions, pictures};
use postmirth::source::Source;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("expected a report")?;
    let source = Source::from_bytes(path.clone(), &std::fs::read(&path)?).value;
    let options = RenderOptions {
        charts: vec![Chart::Incident],
        formats: vec![Format::Png],
        ..RenderOptions::default()
    };
    for picture in pictures(&Report::of(&source), &[], &options)?.pictures {
        std::fs::write("timeline.png", picture.bytes)?;
    }
    Ok(())
}
