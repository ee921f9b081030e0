//! The days beside the measures: a bar for each that tells one, its day at the end, and today.

use super::days::DueCalendar;
use super::plan::{ActionRow, DONE, name};
use super::rows::{MARK, alarming};
use crate::draw::axis::{Axis, Tick};
use crate::draw::incident::gantt::track::{Track, hairlines, upright};
use crate::draw::scene::{Area, Paint};
use crate::draw::sheet::{MARGIN, Sheet, leading, settle};
use crate::incident::Category;

/// The height of a bar.
const BAR: f64 = 10.0;
/// A bar of less than this share of the calendar leaves room for any label.
const LEAST_SHARE: f64 = 0.2;
/// From a bar to its day.
const TO_DAY: f64 = 8.0;

/// The calendar with a place.
pub(super) struct DayTrack<'a> {
    calendar: &'a DueCalendar,
    track: Track,
}

impl<'a> DayTrack<'a> {
    /// Lays the days between two places.
    pub(super) fn new<'r>(
        sheet: &Sheet<'_>,
        calendar: &'a DueCalendar,
        (left, right): (f64, f64),
        rows: impl Iterator<Item = &'r ActionRow<'r>>,
    ) -> DayTrack<'a> {
        let letter = sheet.label(true);
        let left = left + MARK;
        // Each label has room behind its own bar.
        let wide = rows
            .filter_map(|row| Some((row.bar?.1 / calendar.days.to, label(row))))
            .map(|(share, label)| {
                let behind = sheet.fonts.width(&label, letter) + TO_DAY + MARK;
                (right - left - behind) / share.max(LEAST_SHARE)
            })
            .fold(right - left, f64::min)
            .max(1.0);
        let measure = |text: &str| sheet.fonts.width(text, sheet.label(false));
        let axis =
            Axis::even(0.0, calendar.days.to, wide).ticked(calendar.days.ticks(wide, &measure));
        let months = calendar.days.months(wide).into_iter().map(|minute| Tick {
            minute,
            x: axis.x(minute),
            label: String::new(),
        });
        let named = |tick: &Tick| axis.ticks.iter().any(|other| other.minute == tick.minute);
        let bare = months.filter(|tick| !named(tick));
        let ticks: Vec<Tick> = axis.ticks.iter().cloned().chain(bare).collect();
        DayTrack { calendar, track: Track { axis, ticks, left } }
    }

    /// The days, above them today; gives the lower end.
    pub(super) fn head(&self, sheet: &mut Sheet<'_>, top: f64) -> f64 {
        let line = leading(sheet.style.font.label);
        let mut y = top;
        if let Some(told) = self.calendar.today {
            let letter = sheet.label(true);
            let end = self.track.x(self.calendar.days.to);
            // Too far away to be drawn to scale, it is told at the end where it lies.
            let (words, x) = match self.today() {
                Some(x) => ("Today", x),
                None if told < 0.0 => ("‹ today", self.track.left),
                None => ("today ›", end),
            };
            let wide = sheet.fonts.width(words, letter);
            let x = (x - wide / 2.0).clamp(MARGIN, sheet.scene.width - MARGIN - wide);
            sheet.next(None);
            let colour = alarming(sheet);
            sheet.text(x, y + line / 2.0 + settle(letter), words, letter, colour);
            y += line;
        }
        self.track.labels(sheet, y + line / 2.0);
        y + line
    }

    fn today(&self) -> Option<f64> {
        let within = 0.0..=self.calendar.days.to;
        let today = self.calendar.today.filter(|today| within.contains(today));
        today.map(|today| self.track.x(today))
    }

    /// The bar of a measure, full when it is done, and its day; what has no beginning is a mark on
    /// its day.
    pub(super) fn bar(&self, sheet: &mut Sheet<'_>, row: &ActionRow<'_>, middle: f64) {
        let colour = sheet.theme.quiet;
        let Some((from, to)) = row.bar else {
            // "Next sprint" is not a day of the calendar.
            let words = sheet.legible(row.due.as_deref().unwrap_or_default(), Some(row.span));
            let letter = sheet.label(false);
            let room = sheet.scene.width - MARGIN - self.track.left;
            let block = sheet.words(&words, letter).block(room, 1);
            let top =
                middle - leading(letter.size) / 2.0 + settle(sheet.body(false)) - settle(letter);
            sheet.block(self.track.left, top, &block, colour);
            return;
        };
        let (from, to) = (self.track.x(from), self.track.x(to));
        let area = match to - from >= BAR {
            true => Area::new(from, middle - BAR / 2.0, to - from, BAR),
            false => Area::new(to - BAR / 2.0, middle - BAR / 2.0, BAR, BAR),
        };
        let paint = match row.is_done() {
            true => Paint::fill(colour),
            false => Paint { fill: Some(sheet.theme.shade), ..Paint::line(colour, 1.5) },
        };
        let inset = if row.is_done() { 0.0 } else { 0.75 };
        let inside =
            Area::new(area.x + inset, area.y + inset, area.w - 2.0 * inset, area.h - 2.0 * inset);
        sheet.bar(inside, sheet.style.shape.bar, paint);
        let letter = sheet.label(row.overdue);
        let ink = match row.overdue {
            true => alarming(sheet),
            false => sheet.theme.ink,
        };
        // On the baseline of the texts beside it.
        let y = middle + settle(sheet.body(false));
        sheet.text(area.right() + TO_DAY, y, &label(row), letter, ink);
    }

    /// The hairlines of the days and the line of today, behind all else.
    pub(super) fn behind(&self, sheet: &mut Sheet<'_>, texts: &[Area], ends: (f64, f64)) {
        hairlines(sheet, &self.track, texts, ends);
        let Some(x) = self.today() else {
            return;
        };
        sheet.next(None);
        let paint = Paint::line(alarming(sheet), 1.5);
        for line in upright(x, texts, ends) {
            sheet.path(line, paint);
        }
    }
}

/// "14 Nov, overdue". That it is done shows in the bar.
fn label(row: &ActionRow<'_>) -> String {
    let due = row.due.as_deref().unwrap_or_default();
    match row.overdue {
        true => format!("{due}, overdue"),
        false => due.strip_prefix(DONE).unwrap_or(due).to_string(),
    }
}

/// The kinds of measure that the calendar has none of, as a line below it.
pub(super) fn missing(sheet: &mut Sheet<'_>, missing: &[Category], top: f64) -> f64 {
    let missing: Vec<&str> = missing.iter().map(|category| name(*category)).collect();
    let kinds = if missing.len() == 1 { "Kind" } else { "Kinds" };
    let words = format!("{kinds} without a task: {}", missing.join(", "));
    sheet.next(None);
    let (letter, room) = (sheet.label(false), sheet.scene.width - 2.0 * MARGIN);
    let block = sheet.words(&words, letter).block(room, 2);
    sheet.block(MARGIN, top, &block, sheet.theme.quiet)
}
