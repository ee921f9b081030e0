//! The name over each group, its bar in the track, and its tint behind its rows.

use super::columns::GanttColumns;
use super::groups::PhaseGroup;
use super::parts::StoryPart;
use super::rows::more;
use super::track::Track;
use super::{EDGE, SPINE};
use crate::draw::incident::head::name;
use crate::draw::scene::{Area, Form, Paint, Role};
use crate::draw::sheet::{MARGIN, Sheet, leading, settle};
use crate::draw::style::{PenKind, PhaseColours};
use crate::time::format::spoken;

/// A narrower bar looks like a dot, and the dot of its row stands below it.
const NARROWEST_BAR: f64 = 10.0;

/// Name and length of a group with a bar over it; gives where its rows begin.
pub(super) fn draw(
    sheet: &mut Sheet<'_>,
    group: &PhaseGroup,
    track: &Track,
    columns: &GanttColumns,
    top: f64,
) -> f64 {
    let line = leading(sheet.style.font.text);
    let middle = top + line / 2.0;
    sheet.next(None);
    let colours = colours(sheet, group);
    let named = group.phase.map_or(group.part.name(), name);
    let letter = sheet.body(true);
    let y = middle + settle(letter);
    let x = columns.clock;
    let x = x + sheet.text(x, y, named, letter, colours.figure) + 9.0;
    let span = (group.from, group.told);
    let measure = group.length.map(spoken);
    // A length is on its dimension line or beside the name.
    let on_line =
        measure.as_ref().is_some_and(|measure| track.roomy(sheet, span, measure).is_some());
    let (letter, quiet) = (sheet.label(false), sheet.theme.quiet);
    let room = columns.left - EDGE - x;
    let told = [measure.clone().filter(|_| !on_line), more(group.alone)];
    let told: Vec<String> = told.into_iter().flatten().collect();
    let told = [told.join(" · "), told.last().cloned().unwrap_or_default()]
        .into_iter()
        .find(|text| sheet.fonts.width(text, letter) <= room)
        .unwrap_or_default();
    sheet.text(x, y, &told, letter, quiet);
    if track.x(span.1) - track.x(span.0) >= NARROWEST_BAR {
        let paint = Paint::fill(colours.bar);
        track.measured(sheet, span, middle, paint, &measure.unwrap_or_default());
    }
    top + line + 4.0
}

/// The pale tint and the spine of each group.
pub(super) fn grounds(sheet: &mut Sheet<'_>, blocks: &[(&PhaseGroup, f64, f64)]) {
    let wide = sheet.scene.width - 2.0 * MARGIN;
    for (group, from, to) in blocks {
        let colours = colours(sheet, group);
        sheet.next(None);
        band(sheet, Area::new(MARGIN, *from, wide, to - from), &colours);
        sheet.next(None);
        let colour = match is_neutral(group) {
            true => sheet.theme.line,
            false => colours.bar,
        };
        let spine = Area::new(MARGIN, *from, SPINE, to - from);
        sheet.bar(spine, 2.0, Paint::fill(colour));
    }
}

/// The tint of a group; in a technical drawing a thin line around it, so that the grid shows.
fn band(sheet: &mut Sheet<'_>, area: Area, colours: &PhaseColours) {
    if sheet.style.pen.kind != PenKind::Draft {
        sheet.ground(area, 3.0, colours.band);
        return;
    }
    let owner = sheet.next(None);
    let colour = sheet.theme.background.towards(colours.bar, 0.45);
    let form = Form::Rect { area, radius: 0.0, paint: Paint::line(colour, 1.0) };
    sheet.scene.put(Role::Ground, owner, None, form);
}

/// True for a group of which only its place in time is known.
fn is_neutral(group: &PhaseGroup) -> bool {
    group.phase.is_none() && group.part != StoryPart::Unnoticed
}

/// The colours of a group; neutral where the report does not say which phase it is.
pub(super) fn colours(sheet: &Sheet<'_>, group: &PhaseGroup) -> PhaseColours {
    match group.phase {
        Some(phase) => sheet.theme.of(phase).clone(),
        None if is_neutral(group) => sheet.theme.neutral(),
        None => sheet.theme.before_noticed(),
    }
}
