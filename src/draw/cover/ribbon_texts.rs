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

/// What has no room for its name in the ribbon, each name behind its colour.
pub(super) fn key(
    sheet: &mut Sheet<'_>,
    page: &CoverPage,
    unnamed: &[(Colour, String)],
    top: f64,
    letter: Letter,
) {
    let (swatch, quiet) = (page.px(SWATCH), sheet.theme.quiet);
    let (mut x, y) = (page.margin, top + page.px(TO_SWATCH));
    for (colour, meaning) in unnamed {
        sheet.next(None);
        let area = Area::new(x, y, swatch, swatch);
        let radius = page.px(sheet.style.shape.ribbon * 0.75);
        sheet.bar(area, radius, Paint::fill(*colour));
        x += swatch + page.px(TO_NAME);
        let baseline = area.centre().y + settle(letter);
        x += sheet.text(x, baseline, meaning, letter, quiet) + page.px(TO_NEXT);
    }
}

/// The clocks at the ends, and between them how long it took and for whom; gives the upper end.
pub(super) fn clocks(
    sheet: &mut Sheet<'_>,
    told: &CoverWords,
    page: &CoverPage,
    room: &Area,
    size: f64,
) -> f64 {
    let letter = |bold| Letter {
        size: page.px(size),
        bold,
    };
    let (bold, plain) = (letter(true), letter(false));
    let (baseline, quiet) = (room.y - page.px(ABOVE), sheet.theme.quiet);
    let [start, end] = [&told.start, &told.end].map(|text| sheet.legible(text, None));
    sheet.next(None);
    let left = sheet.text(room.x, baseline, &start, bold, quiet);
    let right = sheet.fonts.width(&end, bold);
    sheet.next(None);
    sheet.text(room.right() - right, baseline, &end, bold, quiet);
    let middles: Vec<String> = told
        .middle
        .iter()
        .map(|text| sheet.legible(text, None))
        .collect();
    let free = room.w - 2.0 * (left.max(right) + page.px(APART));
    if let Some(text) = middles
        .iter()
        .find(|text| sheet.fonts.width(text, plain) <= free)
    {
        sheet.next(None);
        sheet.centred(
            Point::new(room.centre().x, baseline - settle(plain)),
            text,
            plain,
            quiet,
        );
    }
    baseline - bold.size
}
