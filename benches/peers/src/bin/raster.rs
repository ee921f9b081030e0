//! Turns a finished SVG into a PNG with resvg and nothing else, as plainly as one would: what a
//! picture costs when the drawing is already there. Whoever picks fewer colours than RGB has may be
//! cheaper here. Built without fonts, as postmirth draws its letters as outlines.

use png::{BitDepth, ColorType, Compression};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::error::Error;
use std::fs::File;
use std::io::BufWriter;

/// Pixels for each unit of the drawing, as in postmirth's pictures.
const SCALE: f32 = 2.0;

fn main() -> Result<(), Box<dyn Error>> {
    let (drawing, picture) = peers::input()?;
    let tree = Tree::from_data(&drawing, &Options::default())?;
    let size = tree.size().to_int_size().scale_by(SCALE).ok_or("expected a drawing with a size")?;
    let mut pixmap =
        Pixmap::new(size.width(), size.height()).ok_or("expected a smaller drawing")?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixmap.as_mut());

    let mut bytes = pixmap.take();
    drop_alpha(&mut bytes);
    let mut encoder =
        png::Encoder::new(BufWriter::new(File::create(picture)?), size.width(), size.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&bytes)?;
    Ok(writer.finish()?)
}

/// RGBA to RGB: the drawing paints its whole ground, so alpha says nothing, and there is a quarter
/// less to compress. In place, because fresh pages for millions of pixels take longer than the
/// moving.
fn drop_alpha(bytes: &mut Vec<u8>) {
    let pixels = bytes.len() / 4;
    for pixel in 0..pixels {
        bytes.copy_within(4 * pixel..4 * pixel + 3, 3 * pixel);
    }
    bytes.truncate(3 * pixels);
}
