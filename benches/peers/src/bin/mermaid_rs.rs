//! Draws a Mermaid diagram with the crate `mermaid-rs-renderer`. Release 0.3 knows days but no
//! times of day: it passes over the starts, takes `m` for months and lays the bars end to end,
//! section by section. It measures its labels with the fonts of the system, so its time depends on
//! how many there are.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let (diagram, drawing) = peers::input()?;
    let svg = mermaid_rs_renderer::render(str::from_utf8(&diagram)?)?;
    Ok(std::fs::write(drawing, svg)?)
}
