//! The incident as a ribbon along the foot of the cover, its ends' clocks above it: the phases,
//! else the outage itself, else its moments.

use super::page::{CoverPage, kept};
use super::ribbon_moments::{TICK, dots, moments, ticks};
use super::ribbon_texts::{APART, Unnamed, clocks, key};
use super::scale::{RibbonScale, scale};
use super::told::{CoverWords, end_names, window};
use crate::draw::axis::briefly;
use crate::draw::colour::Colour;
use crate::draw::font::Letter;
use crate::draw::incident::gantt::course::{PhaseSpan, course};
use crate::draw::incident::head::name;
use crate::draw::incident::outage::Outage;
use crate::draw::incident::plan::IncidentPlan;
use crate::draw::scene::{Area, Paint, Point};
use crate::draw::sheet::Sheet;
use crate::incident::Phase;
use crate::time::spoken;

/// From the lower edge to the ribbon, as a share of the height; with a line of names below it.
const FOOT: f64 = 0.101;
const NAMED_FOOT: f64 = 0.114;
/// The height of the ribbon, in units.
const HIGH: f64 = 50.0;
/// The height of a part of which the report does not say which phase it was, in units.
const THIN: f64 = 10.0;
/// The ground between two phases, in units.
const HAIR: f64 = 4.0;
/// Letters of the clocks, and of the names in the ribbon from the largest to the smallest, in sizes
/// of the style's labels; and of the names below it.
const CLOCKS: f64 = 1.85;
const NAMES: [f64; 4] = [1.75, 1.62, 1.5, 1.4];
const BELOW: f64 = 1.55;
/// From a piece's edge to its name, in units.
const INSET: f64 = 6.0;
/// The time in which nobody knew is drawn if it is as wide as this, in units.
const LEAST_UNNOTICED: f64 = 8.0;
/// Behind an outage whose end is not told so many dashes, each so long and so far apart, in units.
const DASHES: usize = 3;
const DASH: f64 = 12.0;
const GAP: f64 = 8.0;
/// Phases of less than this share of the time in all say less than the outage does.
const LEAST_TOLD: f64 = 0.2;
/// The share of the lines' colour where the phase is not stated.
const UNTOLD: f64 = 0.4;

/// What a part of the ribbon shows.
#[derive(Debug, Clone, Copy, PartialEq)]
enum RibbonLook {
    Phase(Phase),
    /// The report does not say which phase it was.
    Untold,
    /// Nobody knew of the outage.
    Unnoticed,
    /// The outage, where no phases are told.
    Down,
}

/// A part of the ribbon, in minutes or in pixels.
#[derive(Debug, Clone, Copy)]
struct Ribbon {
    look: RibbonLook,
    from: f64,
    to: f64,
}

/// Draws the ribbon and what stands above it; gives the upper end of all that.
pub(super) fn draw(
    sheet: &mut Sheet<'_>,
    plan: &IncidentPlan<'_>,
    told: &CoverWords,
    page: &CoverPage,
) -> f64 {
    let outage = plan.outage.as_ref().filter(|outage| outage.to > outage.from);
    let wide = page.width - 2.0 * page.margin;
    let label = kept(sheet.style.font.label, 8.0, 16.0);
    let letter = |sizes: f64, bold: bool| Letter { size: page.px(label * sizes), bold };
    let phases = phases(plan, outage.is_some());
    let open = phases.is_empty() && outage.is_some_and(|outage| !outage.over);
    let dashes = if open { DASHES as f64 * (DASH + GAP) } else { 0.0 };
    let quiet = letter(NAMES[0], false);
    let scale = scale(sheet, plan, (wide - page.px(dashes), page.px(APART)), quiet);
    let scale = match phases.is_empty() && outage.is_some() {
        true => scale.even(),
        false => scale,
    };
    let spans = match (phases.is_empty(), outage) {
        (true, Some(outage)) => outage_alone(outage, &scale, page),
        _ => phases,
    };
    let ribbons = ribbons(&spans, &scale);
    let sizes = NAMES.map(|sizes| letter(sizes, true));
    let (size, names) = named(sheet, page, &ribbons, outage, sizes);
    let below = unnamed(&ribbons, &names, outage);
    let down = ribbons.iter().any(|ribbon| ribbon.look == RibbonLook::Down);
    let ticked = if down { page.px(TICK) } else { 0.0 };
    let high = page.px(HIGH);
    let y = match below.is_empty() {
        true => page.height * (1.0 - FOOT),
        false => page.height * (1.0 - NAMED_FOOT) - ticked,
    } - high;
    let room = Area::new(page.margin, y, scale.wide, high);
    for (at, (ribbon, name)) in ribbons.iter().zip(names).enumerate() {
        let last = at + 1 == ribbons.len();
        let hair = if last { 0.0 } else { page.px(HAIR) };
        let area =
            Area { x: room.x + ribbon.from, w: (ribbon.to - ribbon.from - hair).max(0.5), ..room };
        put(sheet, page, ribbon.look, area, name.map(|name| (name, size)));
        if ribbon.look == RibbonLook::Untold {
            dots(sheet, plan, page, (&room, &scale), (ribbon.from, ribbon.to));
        }
    }
    if down {
        ticks(sheet, plan, page, (&room, &scale));
    }
    if ribbons.is_empty() {
        moments(sheet, plan, page, &room, &scale);
    }
    if open {
        open_end(sheet, page, &room);
    }
    if let Some(silence) = scale.silence {
        let middle = room.x + (silence.left + silence.right) / 2.0;
        let length = format!("+{}", briefly(silence.to - silence.from));
        sheet.next(None);
        let place = Point::new(middle, room.centre().y);
        sheet.centred(place, &length, quiet, sheet.theme.quiet);
    }
    let below = below.into_iter().map(|(look, x, meaning)| Unnamed {
        colour: colours(sheet, look).0,
        x: room.x + x,
        meaning,
    });
    let below: Vec<Unnamed> = below.collect();
    let top = room.bottom() + ticked;
    key(sheet, page, &below, top, letter(BELOW, false));
    let names = if down { end_names(plan) } else { ["", ""] };
    clocks(sheet, (told, names), page, &room, label * CLOCKS)
}

/// The phases of the incident; none where they do not part the time, or, of an outage, hardly any.
fn phases(plan: &IncidentPlan<'_>, outage: bool) -> Vec<Ribbon> {
    let spans = course(plan, window(plan));
    let length = |spans: &mut dyn Iterator<Item = &PhaseSpan>| -> f64 {
        spans.map(|span| span.to - span.from).sum()
    };
    let told = length(&mut spans.iter().filter(|span| span.phase.is_some()));
    let least = match outage {
        true => LEAST_TOLD * length(&mut spans.iter()),
        false => 0.0,
    };
    if told <= least {
        return Vec::new();
    }
    let look = |span: &PhaseSpan| match span.phase {
        Some(phase) => RibbonLook::Phase(phase),
        None if span.unnoticed => RibbonLook::Unnoticed,
        None => RibbonLook::Untold,
    };
    spans.iter().map(|span| Ribbon { look: look(span), from: span.from, to: span.to }).collect()
}

/// The outage, and before it was noticed the time in which nobody knew.
fn outage_alone(outage: &Outage, scale: &RibbonScale, page: &CoverPage) -> Vec<Ribbon> {
    let wide = |minute: f64| scale.x(minute) - scale.x(outage.from);
    let noticed = outage.noticed.filter(|noticed| wide(*noticed) >= page.px(LEAST_UNNOTICED));
    let unnoticed = noticed.map(|noticed| Ribbon {
        look: RibbonLook::Unnoticed,
        from: outage.from,
        to: noticed,
    });
    let down =
        Ribbon { look: RibbonLook::Down, from: noticed.unwrap_or(outage.from), to: outage.to };
    unnoticed.into_iter().chain([down]).collect()
}

/// The pieces of the ribbon in pixels; the silence parts one in two.
fn ribbons(spans: &[Ribbon], scale: &RibbonScale) -> Vec<Ribbon> {
    let mut out = Vec::new();
    let mut put = |look, from: f64, to: f64| {
        if to - from > 0.5 {
            out.push(Ribbon { look, from, to });
        }
    };
    for Ribbon { look, from, to } in spans.iter().copied() {
        match scale.silence.filter(|silence| from < silence.to && silence.from < to) {
            Some(silence) => {
                put(look, scale.x(from), silence.left.max(scale.x(from)));
                put(look, silence.right, scale.x(to));
            }
            None => put(look, scale.x(from), scale.x(to)),
        }
    }
    out
}

/// The text of a piece, and a shorter one.
fn ribbon_names(look: RibbonLook, outage: Option<&Outage>) -> [String; 2] {
    match look {
        RibbonLook::Phase(phase) => [name(phase).into(), String::new()],
        RibbonLook::Untold => Default::default(),
        RibbonLook::Down => {
            let name = outage.map_or("", |outage| outage.name);
            [name.into(), String::new()]
        }
        RibbonLook::Unnoticed => {
            let exact = outage.filter(|outage| !outage.rough);
            let length = exact.and_then(|outage| Some(outage.noticed? - outage.from));
            let long = length.map(|length| format!("nobody knew for {}", spoken(length)));
            [long.unwrap_or_default(), "unnoticed".into()]
        }
    }
}

/// The text of each piece that has room for one, in the letters in which most have; of two sizes
/// alike, the larger.
fn named(
    sheet: &Sheet<'_>,
    page: &CoverPage,
    ribbons: &[Ribbon],
    outage: Option<&Outage>,
    sizes: [Letter; 4],
) -> (Letter, Vec<Option<String>>) {
    let name = |ribbon: &Ribbon, letter: Letter| {
        let room = ribbon.to - ribbon.from - page.px(HAIR + 2.0 * INSET);
        ribbon_names(ribbon.look, outage)
            .into_iter()
            .find(|text| !text.is_empty() && sheet.fonts.width(text, letter) <= room)
    };
    let names = |letter: Letter| -> Vec<Option<String>> {
        ribbons.iter().map(|ribbon| name(ribbon, letter)).collect()
    };
    let count = |names: &[Option<String>]| names.iter().flatten().count();
    let first = (sizes[0], names(sizes[0]));
    sizes[1..].iter().fold(first, |best, letter| {
        let found = names(*letter);
        match count(&found) > count(&best.1) {
            true => (*letter, found),
            false => best,
        }
    })
}

/// The looks that no piece names, each with its first place and what it means, in the order of
/// time.
fn unnamed(
    ribbons: &[Ribbon],
    names: &[Option<String>],
    outage: Option<&Outage>,
) -> Vec<(RibbonLook, f64, String)> {
    let pieces = || ribbons.iter().zip(names);
    let mut out: Vec<(RibbonLook, f64, String)> = Vec::new();
    for Ribbon { look, from, .. } in ribbons {
        let named = pieces().any(|(other, name)| other.look == *look && name.is_some());
        let told = out.iter().any(|(other, ..)| other == look);
        let meanings = ribbon_names(*look, outage);
        let meaning = meanings.into_iter().find(|text| !text.is_empty());
        out.extend(meaning.filter(|_| !named && !told).map(|meaning| (*look, *from, meaning)));
    }
    out
}

/// A piece of the ribbon, with its name in such letters.
fn put(
    sheet: &mut Sheet<'_>,
    page: &CoverPage,
    look: RibbonLook,
    area: Area,
    name: Option<(String, Letter)>,
) {
    sheet.next(None);
    let radius = page.px(sheet.style.shape.ribbon * 2.0);
    let (bar, on_bar) = colours(sheet, look);
    let area = match look {
        RibbonLook::Untold => middle_line(&area, page.px(THIN)),
        _ => area,
    };
    sheet.bar(area, radius, Paint::fill(bar));
    if let Some((name, letter)) = name {
        sheet.centred(area.centre(), &name, letter, on_bar);
    }
}

/// The colour of a piece, and that of its name.
fn colours(sheet: &Sheet<'_>, look: RibbonLook) -> (Colour, Colour) {
    let theme = sheet.theme;
    match look {
        RibbonLook::Untold => (untold(sheet), theme.quiet),
        RibbonLook::Unnoticed => (theme.unnoticed, theme.on_unnoticed),
        RibbonLook::Down => (theme.outage, theme.on_outage),
        RibbonLook::Phase(phase) => (theme.of(phase).bar, theme.of(phase).on_bar),
    }
}

/// The colour of what the report does not say.
pub(super) fn untold(sheet: &Sheet<'_>) -> Colour {
    sheet.scene.background.towards(sheet.theme.line, UNTOLD)
}

/// So high a part of an area, around its middle.
pub(super) fn middle_line(area: &Area, high: f64) -> Area {
    Area::new(area.x, area.centre().y - high / 2.0, area.w, high)
}

/// Dashes behind an outage of which no end is told.
fn open_end(sheet: &mut Sheet<'_>, page: &CoverPage, room: &Area) {
    let paint = Paint::fill(sheet.theme.outage);
    for at in 0..DASHES {
        let x = room.right() + page.px(GAP + at as f64 * (DASH + GAP));
        let dash = Area::new(x, room.y, page.px(DASH), room.h);
        sheet.next(None);
        sheet.bar(middle_line(&dash, page.px(THIN)), 0.0, paint);
    }
}
