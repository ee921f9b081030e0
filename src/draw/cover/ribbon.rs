//! The phases as a ribbon along the foot of the cover, its ends' clocks above it. A long silence is
//! left out, and its length stands in the gap.

use super::page::{Page, kept};
use super::told::{Told, window};
use crate::draw::axis::Axis;
use crate::draw::font::Letter;
use crate::draw::incident::head::name;
use crate::draw::incident::plan::{IncidentPlan, PhaseStretch};
use crate::draw::scene::{Area, Paint, Point};
use crate::draw::sheet::{Sheet, settle};
use crate::incident::Phase;

/// From the lower edge to the ribbon, as a share of the height.
const FOOT: f64 = 0.101;
/// How high the ribbon is, and from there to the baseline of the clocks, in units.
const HIGH: f64 = 50.0;
const ABOVE: f64 = 20.0;
/// The ground between two phases, in units.
const HAIR: f64 = 4.0;
/// No piece is narrower than this, in units: what was short can still be seen.
const NARROWEST: f64 = 10.0;
/// Letters of the clocks, and of the names in the ribbon from the largest to the smallest, in sizes
/// of the style's labels.
const CLOCKS: f64 = 1.85;
const NAMES: [f64; 4] = [1.75, 1.62, 1.5, 1.4];
/// From a piece's edge to its name, and between two texts above the ribbon, in units.
const INSET: f64 = 6.0;
const APART: f64 = 28.0;

/// A part of the ribbon.
struct Piece {
    what: What,
    wide: f64,
}

enum What {
    Phase(Phase),
    /// A silence, and how long it was.
    Silence(String),
}

/// Draws the ribbon and what stands above it; gives the upper end of all that.
pub(super) fn draw(
    sheet: &mut Sheet<'_>,
    plan: &IncidentPlan<'_>,
    told: &Told,
    page: &Page,
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
    let pieces = fitted(
        pieces(sheet, plan, room.w, quiet),
        room.w,
        page.px(NARROWEST),
    );
    let sizes = NAMES.map(|size| letter(size, true));
    let fits = |letter: Letter, piece: &Piece| match piece.what {
        What::Phase(phase) => {
            sheet.fonts.width(name(phase), letter) <= piece.wide - page.px(HAIR + 2.0 * INSET)
        }
        What::Silence(_) => true,
    };
    let size = legible(&sizes, &pieces, &fits);
    let mut x = room.x;
    for (at, piece) in pieces.iter().enumerate() {
        let hair = if at + 1 < pieces.len() {
            page.px(HAIR)
        } else {
            0.0
        };
        let text = fits(size, piece);
        put(
            sheet,
            page,
            piece,
            Area {
                x,
                w: (piece.wide - hair).max(0.5),
                ..room
            },
            text.then_some(size),
            quiet,
        );
        x += piece.wide;
    }
    clocks(sheet, told, page, &room, label * CLOCKS)
}

/// The letters in which most pieces have room for their names; of two sizes alike, the larger.
fn legible(sizes: &[Letter; 4], pieces: &[Piece], fits: &dyn Fn(Letter, &Piece) -> bool) -> Letter {
    let named = |letter: Letter| pieces.iter().filter(|piece| fits(letter, piece)).count();
    sizes.iter().copied().fold(sizes[0], |best, size| {
        if named(size) > named(best) {
            size
        } else {
            best
        }
    })
}

fn put(
    sheet: &mut Sheet<'_>,
    page: &Page,
    piece: &Piece,
    area: Area,
    letter: Option<Letter>,
    quiet: Letter,
) {
    sheet.next(None);
    match &piece.what {
        What::Silence(length) => sheet.centred(area.centre(), length, quiet, sheet.theme.quiet),
        What::Phase(phase) => {
            let colours = sheet.theme.of(*phase).clone();
            sheet.bar(
                area,
                page.px(sheet.style.shape.ribbon * 2.0),
                Paint::fill(colours.bar),
            );
            if let Some(letter) = letter {
                sheet.centred(area.centre(), name(*phase), letter, colours.on_bar);
            }
        }
    }
}

/// The clocks at the ends, and between them how long it took and for whom.
fn clocks(sheet: &mut Sheet<'_>, told: &Told, page: &Page, room: &Area, size: f64) -> f64 {
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

/// The ribbon from the first minute to the last.
fn pieces(sheet: &Sheet<'_>, plan: &IncidentPlan<'_>, wide: f64, quiet: Letter) -> Vec<Piece> {
    let stretches = whole(plan);
    let (from, to) = window(plan);
    if to <= from {
        // All at one moment: each phase has the same share.
        let share = wide / stretches.len().max(1) as f64;
        return stretches
            .iter()
            .map(|stretch| Piece {
                what: What::Phase(stretch.phase),
                wide: share,
            })
            .collect();
    }
    let axis = Axis::new(plan.points(), wide, &plan.reckoning, &|text: &str| {
        sheet.fonts.width(text, quiet)
    });
    let last = stretches.len().saturating_sub(1);
    let mut out = Vec::new();
    for (at, stretch) in stretches.iter().enumerate() {
        let end = if at == last { wide } else { axis.x(stretch.to) };
        split(&axis, stretch.phase, axis.x(stretch.from), end, &mut out);
    }
    out
}

/// A stretch in pieces, parted by the silences in it.
fn split(axis: &Axis, phase: Phase, from: f64, to: f64, out: &mut Vec<Piece>) {
    let mut left = from;
    for fold in axis
        .folds
        .iter()
        .filter(|fold| from <= fold.left && fold.right <= to)
    {
        push(out, phase, fold.left - left);
        out.push(Piece {
            what: What::Silence(fold.label.clone()),
            wide: fold.right - fold.left,
        });
        left = fold.right;
    }
    push(out, phase, to - left);
}

fn push(out: &mut Vec<Piece>, phase: Phase, wide: f64) {
    match out.last_mut() {
        _ if wide <= 0.0 => {}
        Some(Piece {
            what: What::Phase(last),
            wide: before,
        }) if *last == phase => *before += wide,
        _ => out.push(Piece {
            what: What::Phase(phase),
            wide,
        }),
    }
}

/// The phases' runs, from the first minute of the picture to the last. What came before the first
/// entry is the time before anybody noticed; what comes after the last one still belongs to its
/// phase.
fn whole(plan: &IncidentPlan<'_>) -> Vec<PhaseStretch> {
    let (from, to) = window(plan);
    let mut out = plan.stretches.clone();
    match out.first_mut() {
        Some(first) if first.phase == Phase::Detection => first.from = from,
        Some(first) if from < first.from => {
            let unnoticed = PhaseStretch {
                phase: Phase::Detection,
                from,
                to: first.from,
            };
            out.insert(0, unnoticed);
        }
        _ => {}
    }
    if let Some(last) = out.last_mut() {
        last.to = to;
    }
    out
}

/// None narrower than it may be; those that are wider give way in proportion to what they can
/// spare.
fn fitted(mut pieces: Vec<Piece>, room: f64, narrowest: f64) -> Vec<Piece> {
    let phases = pieces
        .iter()
        .filter(|piece| matches!(piece.what, What::Phase(_)))
        .count();
    let silent: f64 = pieces
        .iter()
        .filter(|piece| matches!(piece.what, What::Silence(_)))
        .map(|piece| piece.wide)
        .sum();
    let least = narrowest.min((room - silent) / phases.max(1) as f64 / 2.0);
    let (mut wanted, mut spare) = (0.0, 0.0);
    for piece in pieces
        .iter()
        .filter(|piece| matches!(piece.what, What::Phase(_)))
    {
        wanted += (least - piece.wide).max(0.0);
        spare += (piece.wide - least).max(0.0);
    }
    for piece in pieces
        .iter_mut()
        .filter(|piece| matches!(piece.what, What::Phase(_)))
    {
        piece.wide = if piece.wide > least {
            piece.wide - wanted * (piece.wide - least) / spare
        } else {
            least
        };
    }
    pieces
}
