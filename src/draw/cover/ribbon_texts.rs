//! The texts around the ribbon of a cover: the clocks of its ends above it, and below it the names
//! that have no room in it.

use super::page::CoverPage;
use super::told::CoverWords;
use crate::draw::colour::Colour;
use crate::draw::font::Letter;
use crate::draw::scene::{Area, Paint, Point};
use crate::draw::sheet::{Sheet, settle};

/// From the ribbon to the baseline of the clocks, and between two texts above it, in units.
const ABOVE: f64 = 20.0;
pub(super) const APART: f64 = 28.0;
/// A name below the ribbon: its swatch, from the ribbon to that, from there to the name, and on to
/// the next one, in units.
const SWATCH: f64 = 14.0;
const TO_SWATCH: f64 = 14.0;
const TO_NAME: f64 = 8.0;
const TO_NEXT: f64 = 24.0;

/// A part of the ribbon that has no room for its name.
pub(super) struct Unnamed {
    pub(super) colour: Colour,
    /// Its left end.
    pub(super) x: f64,
    pub(super) meaning: String,
}

/// Names below the ribbon, each behind its colour and as near to its part as the others let it.
pub(super) fn key(
    sheet: &mut Sheet<'_>,
    page: &CoverPage,
    unnamed: &[Unnamed],
    top: f64,
    letter: Letter,
) {
    let (swatch, quiet) = (page.px(SWATCH), sheet.theme.quiet);
    let y = top + page.px(TO_SWATCH);
    let lead = swatch + page.px(TO_NAME);
    let wide = |part: &Unnamed| lead + sheet.fonts.width(&part.meaning, letter);
    let widths: Vec<f64> = unnamed.iter().map(wide).collect();
    for (part, x) in unnamed.iter().zip(beside(page, unnamed, &widths)) {
        sheet.next(None);
        let area = Area::new(x, y, swatch, swatch);
        let radius = page.px(sheet.style.shape.ribbon * 0.75);
        sheet.bar(area, radius, Paint::fill(part.colour));
        let baseline = area.centre().y + settle(letter);
        sheet.text(x + lead, baseline, &part.meaning, letter, quiet);
    }
}

/// The places of the names: below their parts, further right where the name before reaches there,
/// further left where they would run over the edge.
fn beside(page: &CoverPage, unnamed: &[Unnamed], widths: &[f64]) -> Vec<f64> {
    let apart = page.px(TO_NEXT);
    let mut free = page.margin;
    let mut places = Vec::new();
    for (part, wide) in unnamed.iter().zip(widths) {
        places.push(part.x.max(free));
        free = part.x.max(free) + wide + apart;
    }
    let mut end = page.width - page.margin;
    for (x, wide) in places.iter_mut().zip(widths).rev() {
        *x = x.min(end - wide);
        end = *x - apart;
    }
    places
}

/// The clocks at the ends, and between them how long it took and for whom; gives the upper end.
pub(super) fn clocks(
    sheet: &mut Sheet<'_>,
    (told, names): (&CoverWords, [&str; 2]),
    page: &CoverPage,
    room: &Area,
    size: f64,
) -> f64 {
    let letter = |bold| Letter { size: page.px(size), bold };
    let (bold, plain) = (letter(true), letter(false));
    let (baseline, quiet) = (room.y - page.px(ABOVE), sheet.theme.quiet);
    let [first, last] = names;
    let named = |name: &str, clock: &str| match clock.is_empty() {
        true => String::new(),
        false => format!("{name}{clock}"),
    };
    let ends = [named(first, &told.start), named(last, &told.end)];
    let [start, end] = ends.map(|text| sheet.legible(&text, None));
    sheet.next(None);
    let left = sheet.text(room.x, baseline, &start, bold, quiet);
    let right = sheet.fonts.width(&end, bold);
    sheet.next(None);
    sheet.text(room.right() - right, baseline, &end, bold, quiet);
    let middles: Vec<String> = told.middle.iter().map(|text| sheet.legible(text, None)).collect();
    let free = room.w - 2.0 * (left.max(right) + page.px(APART));
    if let Some(text) = middles.iter().find(|text| sheet.fonts.width(text, plain) <= free) {
        sheet.next(None);
        sheet.centred(Point::new(room.centre().x, baseline - settle(plain)), text, plain, quiet);
    }
    baseline - bold.size
}
