//! Reads the report and writes a drawing that it knew beforehand: what is left of the work when
//! nothing has to be understood and nothing laid out. Whatever postmirth takes beyond this is its
//! own doing.

use std::error::Error;
use std::hint::black_box;

/// Repeated until the drawing has 30 KB, which takes a microsecond or two.
const BAR: &str = r##"<rect x="40" y="20" width="860" height="24" rx="3" fill="#3a6ea5"/>"##;

fn main() -> Result<(), Box<dyn Error>> {
    let (report, drawing) = peers::input()?;
    black_box(report);
    let bars = BAR.repeat(30_000 / BAR.len());
    std::fs::write(
        drawing,
        format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="940" height="64">{bars}</svg>"#),
    )?;
    Ok(())
}
