//! The phases as a ribbon along the foot of the cover, its ends' clocks above it. One long silence
//! may be left out, its length in the gap.

use super::page::{CoverPage, kept};
use super::told::{CoverWords, window};
use crate::draw::font::Letter;
use crate::draw::incident::gantt::course::{PhaseSpan, course};
use crate::draw::incident::head::name;
use crate::draw::incident::plan::IncidentPlan;
use crate::draw::scene::{Area, Paint, Point};
use crate::draw::sheet::{Sheet, settle};
use crate::incident::Phase;
use crate::time::spoken;

/// From the lower edge to the ribbon, as a share of the height.
const FOOT: f64 = 0.101;
/// The height of the ribbon, and the distance from there to the baseline of the clocks, in units.
const HIGH: f64 = 50.0;
const ABOVE: f64 = 20.0;
/// The ground between two phases, in units.
const HAIR: f64 = 4.0;
/// Letters of the clocks, and of the names in the ribbon from the largest to the smallest, in sizes
/// of the style's labels.
const CLOCKS: f64 = 1.85;
const NAMES: [f64; 4] = [1.75, 1.62, 1.5, 1.4];
/// From a piece's edge to its name, and between two texts above the ribbon, in units.
const INSET: f64 = 6.0;
const APART: f64 = 28.0;
/// A silence of more than this share of the whole, and of this many minutes, is left out.
const SILENT: f64 = 0.6;
const LONG: f64 = 360.0;
/// No part beside a silence is narrower than this share of the ribbon.
const NARROWEST: f64 = 0.12;

/// A part of the ribbon in its colour.
struct Ribbon {
    /// None where the report does not say which phase it was.
    phase: Option<Phase>,
    left: f64,
    right: f64,
}

/// Minutes to pixels, with at most one silence left out.
struct RibbonScale {
    from: f64,
    to: f64,
    wide: f64,
    silence: Option<Silence>,
}

/// A silence: between which minutes, and between which pixels its length stands.
#[derive(Clone, Copy)]
struct Silence {
    from: f64,
    to: f64,
    left: f64,
    right: f64,
}

/// Draws the ribbon and what stands above it; gives the upper end of all that.
pub(super) fn draw(
    sheet: &mut Sheet<'_>,
    plan: &IncidentPlan<'_>,
    told: &CoverWords,
    page: &CoverPage,
) -> f64 {
    let high = page.px(HIGH);
    let room = Area::new(
        page.margin,
        page.height * (1.0 - FOOT) - high,
        page.width - 2.0 * page.margin,
        high,
    );
    let label = kept(sheet.style.font.label, 8.0, 16.0);
    let letter = |sizes: f64, bold: bool| Letter {
        size: page.px(label * sizes),
        bold,
    };
    let quiet = letter(NAMES[0], false);
    let scale = scale(sheet, plan, page, room.w, quiet);
    let ribbons = ribbons(plan, &scale);
    let sizes = NAMES.map(|size| letter(size, true));
    let fits = |letter: Letter, ribbon: &Ribbon| {
        let wide = ribbon.right - ribbon.left - page.px(HAIR + 2.0 * INSET);
        ribbon
            .phase
            .is_some_and(|phase| sheet.fonts.width(name(phase), letter) <= wide)
    };
    let size = legible(&sizes, &ribbons, &fits);
    let named: Vec<bool> = ribbons.iter().map(|ribbon| fits(size, ribbon)).collect();
    for (at, ribbon) in ribbons.iter().enumerate() {
        let hair = if at + 1 < ribbons.len() {
            page.px(HAIR)
        } else {
            0.0
        };
        let wide = (ribbon.right - ribbon.left - hair).max(0.5);
        let area = Area {
            x: room.x + ribbon.left,
            w: wide,
            ..room
        };
        put(sheet, page, ribbon.phase, area, named[at].then_some(size));
    }
    if let Some(silence) = scale.silence {
        let middle = room.x + (silence.left + silence.right) / 2.0;
        let length = format!("+{}", spoken(silence.to - silence.from));
        sheet.next(None);
        let place = Point::new(middle, room.centre().y);
        sheet.centred(place, &length, quiet, sheet.theme.quiet);
    }
    clocks(sheet, told, page, &room, label * CLOCKS)
}

/// The letters in which most pieces have room for their names; of two sizes alike, the larger.
fn legible(
    sizes: &[Letter; 4],
    ribbons: &[Ribbon],
    fits: &dyn Fn(Letter, &Ribbon) -> bool,
) -> Letter {
    let named = |letter: Letter| ribbons.iter().filter(|ribbon| fits(letter, ribbon)).count();
    sizes.iter().copied().fold(sizes[0], |best, size| {
        if named(size) > named(best) {
            size
        } else {
            best
        }
    })
}

/// A piece of the ribbon, with its name in such letters.
fn put(
    sheet: &mut Sheet<'_>,
    page: &CoverPage,
    phase: Option<Phase>,
    area: Area,
    letter: Option<Letter>,
) {
    sheet.next(None);
    let radius = page.px(sheet.style.shape.ribbon * 2.0);
    let Some(phase) = phase else {
        let colour = sheet.scene.background.towards(sheet.theme.line, UNTOLD);
        sheet.bar(area, radius, Paint::fill(colour));
        return;
    };
    let colours = sheet.theme.of(phase).clone();
    sheet.bar(area, radius, Paint::fill(colours.bar));
    if let Some(letter) = letter {
        sheet.centred(area.centre(), name(phase), letter, colours.on_bar);
    }
}

/// The share of the lines' colour in the ribbon if the phase is not stated.
const UNTOLD: f64 = 0.4;

/// The clocks at the ends, and between them how long it took and for whom.
fn clocks(
    sheet: &mut Sheet<'_>,
    told: &CoverWords,
    page: &CoverPage,
    room: &Area,
    size: f64,
) -> f64 {
    let (bold, plain) = (
        Letter {
            size: page.px(size),
            bold: true,
        },
        Letter {
            size: page.px(size),
            bold: false,
        },
    );
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

/// The scale of the ribbon; the longest silence is left out where it would crush all else.
fn scale(
    sheet: &Sheet<'_>,
    plan: &IncidentPlan<'_>,
    page: &CoverPage,
    wide: f64,
    letter: Letter,
) -> RibbonScale {
    let (from, to) = window(plan);
    let mut moments: Vec<f64> = plan.points();
    moments.retain(|minute| (from..=to).contains(minute));
    moments.extend([from, to]);
    moments.sort_by(f64::total_cmp);
    let longest = moments
        .windows(2)
        .map(|pair| (pair[0], pair[1]))
        .max_by(|one, two| (one.1 - one.0).total_cmp(&(two.1 - two.0)))
        .filter(|(start, end)| {
            let length = end - start;
            // A gap at an end would part the ribbon from nothing.
            let inside = *start > from && *end < to;
            inside && length > SILENT * (to - from) && length >= LONG
        });
    let silence = longest.map(|(start, end)| {
        let length = format!("+{}", spoken(end - start));
        let gap = sheet.fonts.width(&length, letter) + page.px(2.0 * APART);
        let (before, after) = (start - from, to - end);
        let share = (before / (before + after)).clamp(NARROWEST, 1.0 - NARROWEST);
        let left = (wide - gap) * share;
        Silence {
            from: start,
            to: end,
            left,
            right: left + gap,
        }
    });
    RibbonScale {
        from,
        to,
        wide,
        silence,
    }
}

impl RibbonScale {
    fn x(&self, minute: f64) -> f64 {
        let along = |(from, to): (f64, f64), (left, right): (f64, f64)| match to > from {
            true => left + (right - left) * ((minute - from) / (to - from)).clamp(0.0, 1.0),
            false => left,
        };
        match self.silence {
            Some(silence) if minute <= silence.from => {
                along((self.from, silence.from), (0.0, silence.left))
            }
            Some(silence) if minute < silence.to => silence.right,
            Some(silence) => along((silence.to, self.to), (silence.right, self.wide)),
            None => along((self.from, self.to), (0.0, self.wide)),
        }
    }
}

/// The pieces of the ribbon from the first minute to the last; the silence parts one in two.
fn ribbons(plan: &IncidentPlan<'_>, scale: &RibbonScale) -> Vec<Ribbon> {
    let whole = Ribbon {
        phase: None,
        left: 0.0,
        right: scale.wide,
    };
    if scale.to <= scale.from {
        return vec![whole];
    }
    let mut out = Vec::new();
    let mut put = |phase, left: f64, right: f64| {
        if right - left > 0.5 {
            out.push(Ribbon { phase, left, right });
        }
    };
    for PhaseSpan { phase, from, to } in course(plan, (scale.from, scale.to)) {
        match scale
            .silence
            .filter(|silence| from < silence.to && silence.from < to)
        {
            Some(silence) => {
                put(phase, scale.x(from), silence.left.max(scale.x(from)));
                put(phase, silence.right, scale.x(to));
            }
            None => put(phase, scale.x(from), scale.x(to)),
        }
    }
    out
}
