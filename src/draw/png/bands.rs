//! The picture in bands, one after another or on several cores at once: where the bands lie does
//! not
//! hang on the machine, so neither do the bytes.

use super::palette::Palette;
use super::{MOST_PIXELS, NoPng};
use crate::draw::scene::Scene;
use crate::parallel::in_order;
use flate2::{Compress, Compression, FlushCompress};
use png::{BitDepth, ColorType, Encoder, PixelDimensions, Unit, chunk};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use std::convert::Infallible;
use std::fmt;
use std::ops::Range;

/// The rows of a band: enough that the work outweighs the bother.
const BAND: u32 = 512;

/// Draws an SVG with outlined texts, the one that was written from the scene, at so many pixels for
/// each of its own, on so many cores.
pub fn png(svg: &str, scene: &Scene, scale: f64, cores: usize) -> Result<Vec<u8>, NoPng> {
    let (width, height) = ((scene.width * scale).ceil(), (scene.height * scale).ceil());
    if width * height > MOST_PIXELS || width < 1.0 || height < 1.0 {
        return Err(NoPng::TooLarge(width, height));
    }
    let undrawn = |why: &dyn fmt::Display| NoPng::Undrawn(why.to_string());
    let tree =
        usvg::Tree::from_str(svg, &usvg::Options::default()).map_err(|error| undrawn(&error))?;
    // At an odd scale the last row and column are covered in part only.
    let odd = scene.width * scale < width || scene.height * scale < height;
    let [r, g, b] = scene.background.rgb;
    let ground = odd.then(|| Color::from_rgba8(r, g, b, 255));
    let (width, height) = (width as u32, height as u32);
    let rows: Vec<Range<u32>> =
        (0..height).step_by(BAND as usize).map(|top| top..(top + BAND).min(height)).collect();
    let bands: Option<Vec<Band>> =
        spread(&rows, cores, |rows| Band::drawn(&tree, width, rows, scale as f32, ground))
            .into_iter()
            .collect();
    let bands = bands.ok_or_else(|| undrawn(&"no room for its pixels"))?;
    let palette = Palette::of(scene, bands.iter().flat_map(|band| &band.runs));
    let last = bands.len() - 1;
    let numbered: Vec<(usize, &Band)> = bands.iter().enumerate().collect();
    let parts = spread(&numbered, cores, |(index, band)| {
        deflated(&band.indexed(&palette, width), *index == last)
    });
    file(scene, (width, height), scale, &palette, parts).map_err(|error| undrawn(&error))
}

/// The results of the work on each item.
fn spread<T: Sync, R: Send>(items: &[T], cores: usize, work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let mut done = Vec::with_capacity(items.len());
    let Ok(()) = in_order(items, cores, work, |result| -> Result<(), Infallible> {
        done.push(result);
        Ok(())
    });
    done
}

/// Some rows of the picture, as runs of one colour.
struct Band {
    runs: Vec<PixelRun>,
}

/// Neighbouring pixels of one colour, from left to right and on into the next row.
#[derive(Debug, Clone, Copy)]
pub(super) struct PixelRun {
    pub(super) colour: [u8; 3],
    pub(super) length: u32,
}

impl Band {
    fn drawn(
        tree: &usvg::Tree,
        width: u32,
        rows: &Range<u32>,
        scale: f32,
        ground: Option<Color>,
    ) -> Option<Band> {
        let mut pixels = Pixmap::new(width, rows.end - rows.start)?;
        if let Some(colour) = ground {
            pixels.fill(colour);
        }
        let transform = Transform::from_row(scale, 0.0, 0.0, scale, 0.0, -(rows.start as f32));
        resvg::render(tree, transform, &mut pixels.as_mut());
        let runs = pixels.pixels().chunk_by(|one, two| one == two).map(|run| {
            // The background is opaque, so nothing is premultiplied.
            let colour = [run[0].red(), run[0].green(), run[0].blue()];
            PixelRun { colour, length: run.len() as u32 }
        });
        Some(Band { runs: runs.collect() })
    }

    /// The rows in the palette's numbers, each with the sign in front that it is not filtered:
    /// between numbers there are no differences worth taking.
    fn indexed(&self, palette: &Palette, width: u32) -> Vec<u8> {
        let pixels: usize = self.runs.iter().map(|run| run.length as usize).sum();
        let mut flat = Vec::with_capacity(pixels);
        for run in &self.runs {
            flat.resize(flat.len() + run.length as usize, palette.number(run.colour));
        }
        let mut rows = Vec::with_capacity(pixels + pixels / width as usize);
        for row in flat.chunks(width as usize) {
            rows.push(0);
            rows.extend_from_slice(row);
        }
        rows
    }
}

/// A part of the stream, and the checksum of what is in it.
struct IdatPart {
    bytes: Vec<u8>,
    sum: u32,
    length: usize,
}

/// Five would make files a sixteenth larger; nine, a tenth smaller, takes several times as long.
const EFFORT: u32 = 6;

fn deflated(rows: &[u8], last: bool) -> IdatPart {
    let mut deflate = Compress::new(Compression::new(EFFORT), false);
    let flush = if last { FlushCompress::Finish } else { FlushCompress::Full };
    let mut bytes = Vec::with_capacity(rows.len() / 8 + 1024);
    // Full, the buffer grows and the rest follows.
    while deflate.compress_vec(&rows[deflate.total_in() as usize..], &mut bytes, flush).is_ok() {
        if bytes.len() < bytes.capacity() && deflate.total_in() as usize == rows.len() {
            break;
        }
        bytes.reserve(bytes.capacity());
    }
    IdatPart { sum: simd_adler32::adler32(&rows), length: rows.len(), bytes }
}

/// The checksum of two parts in a row, from the checksums of each.
fn joined(first: u32, second: u32, length: usize) -> u32 {
    const BASE: u64 = 65521;
    let (a1, b1) = (u64::from(first & 0xFFFF), u64::from(first >> 16));
    let (a2, b2) = (u64::from(second & 0xFFFF), u64::from(second >> 16));
    let length = length as u64 % BASE;
    let a = (a1 + a2 + BASE - 1) % BASE;
    let b = (b1 + b2 + length * (a1 + BASE - 1)) % BASE;
    (b << 16 | a) as u32
}

fn file(
    scene: &Scene,
    size: (u32, u32),
    scale: f64,
    palette: &Palette,
    parts: Vec<IdatPart>,
) -> Result<Vec<u8>, png::EncodingError> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, size.0, size.1);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.bytes());
    // 72 of the SVG's pixels make an inch.
    let density = (scale * 72.0 / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions {
        xppu: density,
        yppu: density,
        unit: Unit::Meter,
    }));
    encoder.add_itxt_chunk("Title".into(), scene.title.clone())?;
    encoder.add_itxt_chunk("Description".into(), scene.description.clone())?;
    let mut writer = encoder.write_header()?;
    let sum = parts.iter().fold(1, |sum, part| joined(sum, part.sum, part.length));
    // The stream's head: deflate with a window of 32 KB.
    let mut stream = vec![0x78, 0x9C];
    for part in parts {
        stream.extend(part.bytes);
    }
    stream.extend(sum.to_be_bytes());
    writer.write_chunk(chunk::IDAT, &stream)?;
    writer.finish()?;
    Ok(out)
}
