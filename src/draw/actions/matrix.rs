//! Without times the measures against their kinds: a column for each, and a dot in it for each
//! measure.

use super::plan::{ActionPlan, ActionRow, name};
use super::rows::disc;
use crate::draw::scene::{Area, Paint, Point, Role, Step, Stroke};
use crate::draw::sheet::{MARGIN, Sheet, leading};
use crate::incident::Category;

/// The width of a column, and of the band in it.
const WIDE: f64 = 72.0;
const BAND: f64 = 62.0;
/// The radius of a measure's dot, which no pen hatches.
const DOT: f64 = 5.9;
/// The share of the quiet colour in a band, and the roundness of its corners.
const TINT: f64 = 0.06;
const ROUND: f64 = 4.0;

/// The kinds with their places.
pub(super) struct Matrix {
    /// Each with the number of its measures and the middle of its column.
    columns: Vec<(Category, usize, f64)>,
}

/// The kinds that have a column: those of the measures, and those of which it is certain that there
/// is none.
fn shown(plan: &ActionPlan<'_>) -> Vec<Category> {
    let told = |category: &Category| plan.absent.contains(category) || plan.count(*category) > 0;
    Category::ALL.into_iter().filter(told).collect()
}

impl Matrix {
    /// The width of the columns; none where they would part nothing.
    pub(super) fn width(plan: &ActionPlan<'_>) -> Option<f64> {
        let columns = shown(plan).len();
        (columns > 1).then_some(columns as f64 * WIDE)
    }

    /// The columns up to a right end.
    pub(super) fn new(plan: &ActionPlan<'_>, right: f64) -> Matrix {
        let kinds = shown(plan);
        let left = right - kinds.len() as f64 * WIDE;
        let columns = kinds
            .into_iter()
            .enumerate()
            .map(|(at, category)| {
                let middle = left + (at as f64 + 0.5) * WIDE;
                (category, plan.count(category), middle)
            })
            .collect();
        Matrix { columns }
    }

    /// Names and counts of the kinds; gives the lower end.
    pub(super) fn head(&self, sheet: &mut Sheet<'_>, top: f64) -> f64 {
        let (bold, plain) = (sheet.label(true), sheet.label(false));
        let (line, quiet) = (leading(plain.size), sheet.theme.quiet);
        for (category, count, middle) in &self.columns {
            let count = match count {
                0 => "none".to_string(),
                count => count.to_string(),
            };
            for (at, (text, letter)) in
                [(name(*category), bold), (&*count, plain)].into_iter().enumerate()
            {
                sheet.next(None);
                let y = top + (at as f64 + 0.5) * line;
                sheet.centred(Point::new(*middle, y), text, letter, quiet);
            }
        }
        top + 2.0 * line
    }

    /// The dot of a measure.
    pub(super) fn dot(&self, sheet: &mut Sheet<'_>, row: &ActionRow<'_>, middle: f64) {
        let own = self.columns.iter().find(|(kind, ..)| Some(*kind) == row.category);
        if let Some((.., x)) = own {
            let paint = Paint::fill(sheet.theme.quiet);
            disc(sheet, Point::new(*x, middle), DOT, paint);
        }
    }

    /// The bands of the kinds, and a frame where a kind has no measure, behind all else.
    pub(super) fn behind(&self, sheet: &mut Sheet<'_>, (top, bottom): (f64, f64)) {
        let colour = sheet.scene.background.towards(sheet.theme.quiet, TINT);
        for (_, count, middle) in &self.columns {
            sheet.next(None);
            let area = Area::new(middle - BAND / 2.0, top, BAND, bottom - top);
            match count {
                0 => frame(sheet, area),
                _ => sheet.ground(area, ROUND, colour),
            }
        }
        sheet.next(None);
        let line = vec![
            Step::Move(Point::new(MARGIN, top)),
            Step::Line(Point::new(sheet.scene.width - MARGIN, top)),
        ];
        sheet.path(line, Paint::line(sheet.theme.shade, 1.0));
    }
}

/// A dashed frame.
fn frame(sheet: &mut Sheet<'_>, area: Area) {
    let stroke = Stroke { colour: sheet.theme.line, width: 1.0, dash: Some(4.0) };
    let owner = sheet.next(None);
    let form = crate::draw::scene::Form::Rect {
        area,
        radius: ROUND.min(sheet.style.shape.card),
        paint: Paint { fill: None, stroke: Some(stroke) },
    };
    sheet.scene.put(Role::Ground, owner, None, form);
}
