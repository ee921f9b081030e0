//! Title, subtitle, and what the signs of the picture mean.

use super::plan::TrendPlan;
use super::plot::REST;
use crate::draw::scene::{Area, Paint, Point, Step};
use crate::draw::sheet::{MARGIN, Sheet, leading, settle};
use crate::incident::Phase;

/// Gives the lower end.
pub(super) fn head(sheet: &mut Sheet<'_>, plan: &TrendPlan) -> f64 {
    let (room, ink, quiet) = (sheet.scene.width - 2.0 * MARGIN, sheet.theme.ink, sheet.theme.quiet);
    sheet.next(None);
    let title = sheet.legible(&plan.title, None);
    let block = sheet.words(&title, sheet.title()).block(room, 3);
    let y = sheet.block(MARGIN, 22.0, &block, ink);
    sheet.next(None);
    let block = sheet.words(&plan.subtitle, sheet.body(false)).block(room, 2);
    let y = sheet.block(MARGIN, y + 4.0, &block, quiet);
    key(sheet, plan, y + 10.0)
}

/// A sign of the picture.
#[derive(Clone, Copy)]
enum KeySign {
    Dot,
    Median,
    Half,
    Ninth,
}

/// The width of a sign, the distance from it to its text, and from there to the next.
const SIGN: f64 = 20.0;
const TO_TEXT: f64 = 7.0;
const TO_NEXT: f64 = 20.0;

/// The signs that are drawn with their meanings, in as many rows as they need; gives the lower end.
fn key(sheet: &mut Sheet<'_>, plan: &TrendPlan, top: f64) -> f64 {
    let groups = || plan.panels.iter().flat_map(|panel| &panel.groups);
    let half = groups().any(|group| group.half.is_some());
    let ninth = groups().any(|group| group.ninth.is_some());
    let mut signs = vec![(KeySign::Dot, "an incident".to_string())];
    // Where all are one group, the lines are named beside them.
    let median = plan.panels.iter().any(|panel| panel.has_median());
    let over = plan.period().map(|period| format!("median of a {period}"));
    let over = over.or_else(|| plan.has_undated().then(|| "median".to_string()));
    signs.extend(over.filter(|_| median).map(|over| (KeySign::Median, over)));
    signs.extend(half.then(|| (KeySign::Half, "the middle half of them".to_string())));
    signs.extend(ninth.then(|| (KeySign::Ninth, "nine in ten lie below this edge".to_string())));
    let (letter, high) = (sheet.label(false), leading(sheet.style.font.label) + 2.0);
    let (mut x, mut y) = (MARGIN, top);
    for (sign, text) in signs {
        let wide = SIGN + TO_TEXT + sheet.fonts.width(&text, letter);
        if x > MARGIN && x + wide > sheet.scene.width - MARGIN {
            (x, y) = (MARGIN, y + high);
        }
        sheet.next(None);
        let middle = y + high / 2.0;
        draw(sheet, sign, x, middle);
        sheet.text(x + SIGN + TO_TEXT, middle + settle(letter), &text, letter, sheet.theme.quiet);
        x += wide + TO_NEXT;
    }
    y + high
}

fn draw(sheet: &mut Sheet<'_>, sign: KeySign, x: f64, middle: f64) {
    let of = |sheet: &Sheet<'_>| {
        [Phase::Investigation, Phase::Resolution].map(|phase| sheet.theme.of(phase).clone())
    };
    let line = |x: f64, wide: f64| {
        vec![Step::Move(Point::new(x, middle)), Step::Line(Point::new(x + wide, middle))]
    };
    match sign {
        KeySign::Dot => of(sheet).iter().enumerate().for_each(|(index, colours)| {
            let area = Area::new(x + 2.0 + index as f64 * 9.0, middle - DOT, 2.0 * DOT, 2.0 * DOT);
            sheet.bar(area, DOT, Paint::fill(colours.bar));
        }),
        KeySign::Median => sheet.path(line(x, SIGN), Paint::line(sheet.theme.ink, MEDIAN)),
        KeySign::Half => of(sheet).iter().enumerate().for_each(|(index, colours)| {
            sheet.ground(
                Area::new(x + index as f64 * SIGN / 2.0, middle - 6.0, SIGN / 2.0, 12.0),
                0.0,
                colours.pale,
            );
        }),
        KeySign::Ninth => of(sheet).iter().enumerate().for_each(|(index, colours)| {
            let (x, wide) = (x + index as f64 * SIGN / 2.0, SIGN / 2.0);
            let colour = sheet.theme.background.towards(colours.pale, REST);
            sheet.ground(Area::new(x, middle - 6.0, wide, 12.0), 0.0, colour);
            let edge = vec![
                Step::Move(Point::new(x, middle - 6.0)),
                Step::Line(Point::new(x + wide, middle - 6.0)),
            ];
            sheet.path(edge, Paint::line(colours.bar, NINTH));
        }),
    }
}

/// The radius of an incident's dot, and the widths of the lines.
pub(super) const DOT: f64 = 3.5;
pub(super) const MEDIAN: f64 = 2.0;
pub(super) const NINTH: f64 = 1.5;
