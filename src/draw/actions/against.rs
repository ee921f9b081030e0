//! The incident above the measures, and below it what each kind of them aims at.

use super::aims::{Aim, AimSpan, AimTrack, Border};
use super::plan::name;
use super::rows::disc;
use crate::draw::axis::{Axis, Tick};
use crate::draw::colour::Colour;
use crate::draw::incident::gantt::track::{BAR, Track, dashes, hairlines};
use crate::draw::scene::{Area, Paint, Point, Step, Stroke};
use crate::draw::sheet::{MARGIN, Sheet, leading, settle};
use crate::incident::Category;

/// Between two parts of the outage, from it to what comes after it, and from a label to its bar.
const HAIR: f64 = 1.5;
const TO_BAR: f64 = 10.0;
/// The room for the dashes behind an end that is not told.
const OPEN: f64 = 24.0;
/// The height of the bar of a kind; on either side of the text in it, and at the least; and from it
/// to a text that has no room there.
const HIGH: f64 = 18.0;
const INSET: f64 = 10.0;
const LEAST_INSET: f64 = 4.0;
const BESIDE: f64 = 8.0;
/// The radius of a moment that is aimed at.
const MOMENT: f64 = 5.0;
/// Between two moments above the outage, and from that line to the outage.
const APART: f64 = 12.0;
const ABOVE: f64 = 3.0;
/// The line around what no measure is for, and its dashes.
const FRAME: f64 = 1.0;
const DASH: f64 = 4.0;

/// The incident with a place.
pub(super) struct Against<'a> {
    aims: &'a AimTrack,
    track: Track,
    borders: Vec<Border>,
    /// Where the time after the end begins and ends.
    after: (f64, f64),
}

impl<'a> Against<'a> {
    /// Lays the incident between two places; with room for what comes after it.
    pub(super) fn new(
        sheet: &Sheet<'_>,
        aims: &'a AimTrack,
        (left, right): (f64, f64),
        after: bool,
    ) -> Against<'a> {
        let learn = sheet.fonts.width(name(Category::Learn), sheet.label(true));
        let open = if aims.over { 0.0 } else { OPEN };
        let wide = if after { TO_BAR + learn + 2.0 * INSET } else { 0.0 };
        let end = (right - wide - open).round();
        let axis = Axis::even(aims.from, aims.to, end - left);
        let borders = aims.borders();
        let ticks = borders
            .iter()
            .map(|border| Tick {
                minute: border.minute,
                x: axis.x(border.minute),
                label: String::new(),
            })
            .collect();
        Against {
            aims,
            track: Track { axis, ticks, left },
            borders,
            after: (end + open + TO_BAR, right),
        }
    }

    /// The outage with its moments above; gives the middle of its bar.
    pub(super) fn head(&self, sheet: &mut Sheet<'_>, top: f64) -> f64 {
        let middle = self.moments(sheet, top) + ABOVE + BAR / 2.0;
        let letter = sheet.label(true);
        sheet.next(None);
        let words = "The incident as it went";
        let baseline = middle + settle(letter);
        sheet.text(MARGIN, baseline, words, letter, sheet.theme.quiet);
        let (from, to) = (self.aims.from, self.aims.to);
        let (red, plum) = (sheet.theme.outage, sheet.theme.unnoticed);
        let hair = HAIR * (to - from) / (self.track.x(to) - self.track.x(from)).max(1.0);
        let noticed = self.aims.noticed.filter(|noticed| *noticed > from);
        sheet.next(None);
        if let Some(noticed) = noticed {
            let unnoticed = (from, (noticed - hair).max(from));
            self.track.bar(sheet, unnoticed, middle, Paint::fill(plum));
        }
        let known = (noticed.unwrap_or(from), to);
        self.track.bar(sheet, known, middle, Paint::fill(red));
        if !self.aims.over {
            let end = self.track.x(to);
            dashes(sheet, red, (end + 3.0, end + OPEN), middle);
        }
        middle
    }

    /// Name and clock of each moment, in one line if the first and the last have room there, else
    /// below each other; gives the lower end.
    fn moments(&self, sheet: &mut Sheet<'_>, top: f64) -> f64 {
        let letter = sheet.label(false);
        let (line, quiet) = (leading(letter.size), sheet.theme.quiet);
        let told = |border: &Border| [border.name.to_string(), self.clock(border.minute)];
        let told: Vec<[String; 2]> = self.borders.iter().map(told).collect();
        let joined: Vec<Vec<String>> = told.iter().map(|told| vec![told.join(" ")]).collect();
        let below: Vec<Vec<String>> = told.iter().map(|told| told.to_vec()).collect();
        let placed = [joined, below.clone()]
            .into_iter()
            .find_map(|lines| Some((self.placed(sheet, &lines)?, lines)));
        let (places, lines) = placed.unwrap_or_else(|| (vec![Some(self.track.left)], below));
        let mut bottom = top;
        for (lines, place) in lines.iter().zip(places) {
            let Some(x) = place else { continue };
            for (at, text) in lines.iter().enumerate() {
                sheet.next(None);
                let middle = top + (at as f64 + 0.5) * line;
                sheet.text(x, middle + settle(letter), text, letter, quiet);
                bottom = bottom.max(middle + line / 2.0);
            }
        }
        bottom
    }

    /// The left ends of the moments' texts: the first flush with the outage, the last with its end
    /// as far as there is room, those between them around their minute if they touch neither.
    fn placed(&self, sheet: &Sheet<'_>, lines: &[Vec<String>]) -> Option<Vec<Option<f64>>> {
        let letter = sheet.label(false);
        let wide = |lines: &Vec<String>| {
            let widths = lines.iter().map(|text| sheet.fonts.width(text, letter));
            widths.fold(0.0, f64::max)
        };
        let (first, last) = (wide(lines.first()?), wide(lines.last()?));
        let left = self.track.left;
        let end = (self.track.x(self.aims.to) - last).max(left + first + APART);
        if end + last > self.after.1 {
            return None;
        }
        let between = |(lines, border): (&Vec<String>, &Border)| {
            let wide = wide(lines);
            let x = self.track.x(border.minute) - wide / 2.0;
            (x >= left + first + APART && x + wide + APART <= end).then_some(x)
        };
        let mut places: Vec<Option<f64>> = lines.iter().zip(&self.borders).map(between).collect();
        *places.first_mut()? = Some(left);
        if places.len() > 1 {
            *places.last_mut()? = Some(end);
        }
        Some(places)
    }

    /// The clock, with its day where the incident goes on over several.
    fn clock(&self, minute: f64) -> String {
        let reckoning = &self.aims.reckoning;
        let days = |minute: f64| reckoning.show(minute).0;
        let date = reckoning
            .date(minute)
            .filter(|_| reckoning.clock.is_some() && days(self.aims.from) != days(self.aims.to));
        match date {
            Some(date) => format!("{date} {}", reckoning.clock(minute)),
            None => reckoning.clock(minute),
        }
    }

    /// The bar of a kind with what it says in it, else before it behind `free`.
    pub(super) fn bar(&self, sheet: &mut Sheet<'_>, aim: &Aim, (free, middle): (f64, f64)) {
        let (letter, quiet) = (sheet.label(false), sheet.theme.quiet);
        let area = self.outlined(sheet, aim.span, middle);
        let beside = match (area, aim.span) {
            (Some(area), AimSpan::At(_)) => area.right() + BESIDE,
            (Some(area), _) => {
                return told(sheet, aim, area, free, [sheet.theme.ink, quiet]);
            }
            (None, _) => self.track.left + TO_BAR,
        };
        sheet.text(beside, middle + settle(letter), &aim.words, letter, quiet);
    }

    /// What no measure of a kind is for, with its length in it if there is room, else before it
    /// behind `free`.
    pub(super) fn hole(&self, sheet: &mut Sheet<'_>, aim: &Aim, (free, middle): (f64, f64)) {
        let Some(area) = self.area(aim.span, middle) else {
            return;
        };
        let colour = sheet.theme.quiet;
        let at = |x: f64, y: f64| Point::new(area.x + x, area.y + y);
        let line = |from: Point, to: Point| [Step::Move(from), Step::Line(to)];
        let (w, h) = (area.w, area.h);
        let level = [line(at(0.0, 0.0), at(w, 0.0)), line(at(0.0, h), at(w, h))];
        let upright = [line(at(0.0, 0.0), at(0.0, h)), line(at(w, 0.0), at(w, h))];
        for (lines, dash) in [(level, Some(DASH)), (upright, None)] {
            let stroke = Stroke { colour, width: FRAME, dash };
            let paint = Paint { fill: None, stroke: Some(stroke) };
            sheet.path(lines.concat(), paint);
        }
        told(sheet, aim, area, free, [colour, colour]);
    }

    /// The bar of a measure with its kind in it, else beside it.
    pub(super) fn tagged(&self, sheet: &mut Sheet<'_>, category: Category, middle: f64) {
        let (letter, ink) = (sheet.label(true), sheet.theme.ink);
        let (text, baseline) = (name(category), middle + settle(letter));
        let wide = sheet.fonts.width(text, letter);
        let Some(area) = self.outlined(sheet, self.aims.aim(category).span, middle) else {
            sheet.text(self.track.left + TO_BAR, baseline, text, letter, ink);
            return;
        };
        let behind = area.right() + BESIDE;
        let x = match inset(&area, wide) {
            Some(inset) => area.x + inset,
            None if behind + wide <= self.after.1 => behind,
            None => area.x - BESIDE - wide,
        };
        if x >= self.track.left {
            sheet.text(x, baseline, text, letter, ink);
        }
    }

    /// The bar of an aim: pale in a line that shows on any ground; a moment is a dot.
    fn outlined(&self, sheet: &mut Sheet<'_>, span: AimSpan, middle: f64) -> Option<Area> {
        let quiet = sheet.theme.quiet;
        let area = self.area(span, middle)?;
        if let AimSpan::At(_) = span {
            disc(sheet, area.centre(), MOMENT, Paint::fill(quiet));
            return Some(area);
        }
        let inside = Area::new(area.x + 0.5, area.y + 0.5, area.w - 1.0, area.h - 1.0);
        let paint = Paint { fill: Some(sheet.theme.shade), ..Paint::line(quiet, 1.0) };
        sheet.bar(inside, sheet.style.shape.bar, paint);
        Some(area)
    }

    fn area(&self, span: AimSpan, middle: f64) -> Option<Area> {
        let (from, to) = match span {
            AimSpan::Within(from, to) => (self.track.x(from), self.track.x(to)),
            AimSpan::At(minute) => {
                let x = self.track.x(minute);
                (x - MOMENT, x + MOMENT)
            }
            AimSpan::After => self.after,
            AimSpan::Untold => return None,
        };
        let wide = (to - from).max(4.0);
        Some(Area::new(from, middle - HIGH / 2.0, wide, HIGH))
    }

    /// The aim of a kind of measure, in words.
    pub(super) fn words(&self, category: Category) -> Aim {
        self.aims.aim(category)
    }

    /// The hairlines of the moments, behind all else.
    pub(super) fn behind(&self, sheet: &mut Sheet<'_>, texts: &[Area], ends: (f64, f64)) {
        hairlines(sheet, &self.track, texts, ends);
    }
}

/// From the left end of a bar to a text in it, if there is room for one so wide.
fn inset(bar: &Area, wide: f64) -> Option<f64> {
    let spare = (bar.w - wide) / 2.0;
    (spare >= LEAST_INSET).then_some(spare.min(INSET))
}

/// Writes what a kind aims at into its bar, else before it behind `free`, in one or the other
/// colour.
fn told(sheet: &mut Sheet<'_>, aim: &Aim, bar: Area, free: f64, colours: [Colour; 2]) {
    let letter = sheet.label(false);
    let texts = [&aim.words, &aim.short];
    let mut texts = texts.into_iter().filter(|text| !text.is_empty());
    let placed = texts.clone().find_map(|text| {
        let inset = inset(&bar, sheet.fonts.width(text, letter))?;
        Some((text, bar.x + inset, colours[0]))
    });
    let before = || {
        texts.find_map(|text| {
            let x = bar.x - BESIDE - sheet.fonts.width(text, letter);
            (x >= free).then_some((text, x, colours[1]))
        })
    };
    if let Some((text, x, colour)) = placed.or_else(before) {
        sheet.text(x, bar.centre().y + settle(letter), text, letter, colour);
    }
}
