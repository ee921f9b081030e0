//! Draws a Mermaid diagram with the crate `mermaid-svg`. It keeps to the minutes, but does not
//! measure its labels: they run on to the right of the bars in whatever fonts the viewer has.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let (diagram, drawing) = peers::input()?;
    let svg = mermaid_svg::render(str::from_utf8(&diagram)?)?;
    Ok(std::fs::write(drawing, svg)?)
}
