//! The course of the incident above the measures, and below it what each kind of them aims at.

use super::aims::{Aim, AimSpan, AimTrack, Border};
use super::rows::alarming;
use crate::draw::axis::{Axis, Tick};
use crate::draw::incident::gantt::track::{BAR, Track, hairlines};
use crate::draw::incident::head::name as phase_name;
use crate::draw::scene::{Area, Paint, Point, Stroke};
use crate::draw::sheet::{MARGIN, Sheet, leading, settle};
use crate::draw::style::PhaseColours;
use crate::incident::Category;

/// The height of the strip.
const STRIP: f64 = 24.0;
/// The room for what comes after the end.
const AFTER: f64 = 58.0;
/// Between two parts of the strip, and from a label to its bar.
const HAIR: f64 = 1.5;
const TO_BAR: f64 = 10.0;
/// The bar of a single measure is thinner than that of a kind.
const THIN: f64 = 6.0;
/// The share of the shade in the ground below a bar.
const TINT: f64 = 0.55;

/// The incident with a place.
pub(super) struct Against<'a> {
    aims: &'a AimTrack,
    track: Track,
    borders: Vec<Border>,
    /// Where the time after the end ends.
    right: f64,
}

impl<'a> Against<'a> {
    /// Lays the incident between two places; with room for what comes after it.
    pub(super) fn new(
        sheet: &Sheet<'_>,
        aims: &'a AimTrack,
        (left, right): (f64, f64),
        after: bool,
    ) -> Against<'a> {
        let end = if after { right - AFTER } else { right };
        let letter = sheet.label(false);
        let measure = |text: &str| sheet.fonts.width(text, letter);
        let axis = Axis::new(aims.points.clone(), end - left, &aims.reckoning, &measure);
        let borders = aims.borders();
        let ticks = borders
            .iter()
            .map(|border| Tick {
                minute: border.minute,
                x: axis.x(border.minute),
                label: aims.reckoning.clock(border.minute),
            })
            .collect();
        Against {
            aims,
            track: Track { axis, ticks, left },
            borders,
            right,
        }
    }

    /// The strip with its moments above; gives its lower end.
    pub(super) fn head(&self, sheet: &mut Sheet<'_>, top: f64) -> f64 {
        let line = leading(sheet.style.font.label);
        self.moments(sheet, top);
        let y = top + 2.0 * line + 3.0;
        let letter = sheet.label(true);
        let middle = y + STRIP / 2.0;
        sheet.next(None);
        let words = "The incident as it went";
        sheet.text(
            MARGIN,
            middle + settle(letter),
            words,
            letter,
            sheet.theme.quiet,
        );
        for (at, span) in self.aims.phases.iter().enumerate() {
            let (from, to) = (self.track.x(span.from), self.track.x(span.to));
            let hair = if at + 1 < self.aims.phases.len() {
                HAIR
            } else {
                0.0
            };
            let colours = span.phase.map(|phase| sheet.theme.of(phase).clone());
            sheet.next(None);
            let area = Area::new(from, y, (to - from - hair).max(0.5), STRIP);
            let radius = sheet.style.shape.ribbon;
            let fill = colours
                .as_ref()
                .map_or(sheet.theme.shade, |colours| colours.bar);
            sheet.bar(area, radius, Paint::fill(fill));
            if let Some((phase, colours)) = span.phase.zip(colours) {
                named(sheet, area, phase_name(phase), letter, &colours);
            }
        }
        y + STRIP
    }

    /// The name and the clock of each moment, where there is room for both.
    fn moments(&self, sheet: &mut Sheet<'_>, top: f64) {
        let (bold, plain) = (sheet.label(true), sheet.label(false));
        let line = leading(plain.size);
        let wide = |sheet: &Sheet<'_>, border: &Border, clock: &str| {
            let name = sheet.fonts.width(border.name, bold);
            name.max(sheet.fonts.width(clock, plain))
        };
        let mut placed: Vec<(f64, f64)> = Vec::new();
        let last = self.borders.len().saturating_sub(1);
        let mut order: Vec<usize> = vec![0, last];
        order.extend(1..last.max(1));
        order.dedup();
        for at in order {
            let (border, tick) = (&self.borders[at], &self.track.ticks[at]);
            let clock = self.clock(border.minute);
            let wide = wide(sheet, border, &clock);
            let middle = self.track.left + tick.x;
            let edge = sheet.scene.width - MARGIN / 2.0 - wide / 2.0;
            let middle = middle.min(edge);
            let free = placed
                .iter()
                .all(|(other, room)| (other - middle).abs() >= (room + wide) / 2.0 + 8.0);
            if !free {
                continue;
            }
            placed.push((middle, wide));
            sheet.next(None);
            let (ink, quiet) = (sheet.theme.ink, sheet.theme.quiet);
            sheet.centred(Point::new(middle, top + line / 2.0), border.name, bold, ink);
            sheet.next(None);
            sheet.centred(Point::new(middle, top + 1.5 * line), &clock, plain, quiet);
        }
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

    /// The bar of a kind in the middle of its row, and behind `free` what it says; a hole where no
    /// measure is for it. Gives the area below which its measures stand.
    pub(super) fn bar(
        &self,
        sheet: &mut Sheet<'_>,
        aim: &Aim,
        empty: bool,
        (free, middle): (f64, f64),
    ) -> Option<Area> {
        let (letter, colour) = match empty {
            true => (sheet.label(true), alarming(sheet)),
            false => (sheet.label(false), sheet.theme.quiet),
        };
        let y = middle + settle(letter);
        let end = if empty { ": no task" } else { "" };
        let told = [&aim.words, &aim.short].map(|words| format!("{words}{end}"));
        let Some(area) = self.area(aim.span, BAR, middle) else {
            let x = self.track.left + TO_BAR;
            sheet.text(x, y, &aim.words, letter, colour);
            return None;
        };
        let hole = Paint {
            fill: None,
            stroke: Some(Stroke {
                colour,
                width: 1.5,
                dash: Some(3.0),
            }),
        };
        let (radius, paint) = match empty {
            true => (0.0, hole),
            false => (sheet.style.shape.bar, Paint::fill(colour)),
        };
        sheet.bar(area, radius, paint);
        if matches!(aim.span, AimSpan::At(_)) {
            sheet.text(area.right() + TO_BAR, y, &aim.words, letter, colour);
            return None;
        }
        let start = |words: &str| area.x - TO_BAR - sheet.fonts.width(words, letter);
        if let Some(words) = told.iter().find(|words| start(words) >= free) {
            let x = start(words);
            sheet.text(x, y, words, letter, colour);
        }
        (!empty).then_some(area)
    }

    /// The bar of a measure with its kind beside it; one of no kind has none.
    pub(super) fn tagged(&self, sheet: &mut Sheet<'_>, category: Option<Category>, middle: f64) {
        let span = category.map(|category| self.aims.aim(category).span);
        if let Some(area) = span.and_then(|span| self.area(span, THIN, middle)) {
            let colour = sheet.theme.quiet;
            let radius = sheet.style.shape.bar;
            sheet.bar(area, radius, Paint::fill(colour));
        }
    }

    fn area(&self, span: AimSpan, high: f64, middle: f64) -> Option<Area> {
        let (from, to) = match span {
            AimSpan::Within(from, to) => (self.track.x(from), self.track.x(to)),
            AimSpan::At(minute) => {
                let x = self.track.x(minute);
                (x - high / 2.0, x + high / 2.0)
            }
            AimSpan::After => (self.track.x(self.aims.to) + TO_BAR, self.right),
            AimSpan::Untold => return None,
        };
        let wide = (to - from).max(3.0);
        Some(Area::new(from, middle - high / 2.0, wide, high))
    }

    /// The aim of a kind of measure, in words.
    pub(super) fn words(&self, category: Category) -> Aim {
        self.aims.aim(category)
    }

    /// The hairlines of the moments, and the ground below the bars, behind all else.
    pub(super) fn behind(
        &self,
        sheet: &mut Sheet<'_>,
        grounds: &[Area],
        texts: &[Area],
        ends: (f64, f64),
    ) {
        let colour = sheet.theme.background.towards(sheet.theme.shade, TINT);
        for area in grounds {
            sheet.next(None);
            sheet.ground(*area, 0.0, colour);
        }
        hairlines(sheet, &self.track, texts, ends);
    }
}

/// A name in the middle of its part of the strip, if it has room there.
fn named(
    sheet: &mut Sheet<'_>,
    area: Area,
    text: &str,
    letter: crate::draw::font::Letter,
    colours: &PhaseColours,
) {
    if sheet.fonts.width(text, letter) + 10.0 <= area.w {
        sheet.centred(area.centre(), text, letter, colours.on_bar);
    }
}
