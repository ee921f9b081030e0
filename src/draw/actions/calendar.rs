//! The right half of the picture: the days, a bar for each measure that tells one, and today.

use super::list::today_letter;
use super::plan::{Item, Plan};
use crate::draw::axis::{Axis, UNITS};
use crate::draw::canvas::Canvas;
use crate::draw::colour::Colour;
use crate::draw::scene::{Area, Paint, Point, Role, Step, Stroke};
use crate::draw::sheet::{GAP, MARGIN, Sheet, leading, settle};
use crate::incident::Phase;
use plotters::prelude::*;

/// How high a bar is.
const BAR: f64 = 16.0;
/// The text keeps so much of the width.
const TEXT_SHARE: f64 = 0.6;
/// On a narrower picture the texts need all of it.
const NARROWEST: f64 = 620.0;
/// The calendar ends so much before the margin, so that the label of its last day has room.
const END: f64 = 22.0;

/// A line of a day has so much of the colour of lines.
const FAINT: f64 = 0.35;

/// How the width is shared.
pub(super) struct Columns {
    /// The width that texts have, from the left margin.
    pub(super) text: f64,
    /// Where the calendar begins, and its days.
    calendar: Option<(f64, Axis)>,
}

/// A measure whose place is known.
pub(super) struct Row<'a> {
    pub(super) item: &'a Item<'a>,
    /// The middle of its first line.
    pub(super) middle: f64,
    pub(super) phase: Phase,
}

impl Columns {
    pub(super) fn new(sheet: &Sheet<'_>, plan: &Plan<'_>) -> Columns {
        let whole = sheet.scene.width - 2.0 * MARGIN;
        let Some(calendar) = plan
            .calendar
            .as_ref()
            .filter(|_| sheet.scene.width >= NARROWEST)
        else {
            return Columns {
                text: whole,
                calendar: None,
            };
        };
        let text = (whole * TEXT_SHARE).round();
        // The label of the first day stands around its place.
        let left = MARGIN + text + GAP + END;
        let (label, wide) = (sheet.label(false), sheet.scene.width - MARGIN - END - left);
        let ticks = calendar.ticks(wide, &|text: &str| sheet.fonts.width(text, label));
        let axis = Axis::even(0.0, calendar.to, wide).ticked(ticks);
        Columns {
            text,
            calendar: Some((left, axis)),
        }
    }

    /// The days above the rows, a quiet line below each; gives where the rows begin.
    pub(super) fn draw(&self, sheet: &mut Sheet<'_>, plan: &Plan<'_>, top: f64, rows: f64) -> f64 {
        let Some((left, axis)) = self.calendar.as_ref().filter(|_| plan.calendar.is_some()) else {
            return top;
        };
        let owner = sheet.next(None);
        let size = sheet.style.font.label;
        let labels = leading(size) + 4.0;
        let wide = sheet.scene.width - MARGIN - END - left;
        let (theme, area) = (
            sheet.theme,
            Area::new(*left, top, wide, labels + rows + GAP),
        );
        let canvas = Canvas {
            scene: &mut sheet.scene,
            fonts: sheet.fonts,
            area,
            role: Role::Ground,
            owner,
        };
        // Drawing into a scene cannot fail.
        let _ = plot(
            canvas,
            axis,
            size,
            labels,
            theme.quiet,
            theme.background.towards(theme.line, FAINT),
        );
        top + labels
    }

    /// The bars and the line of today; gives the lower end.
    pub(super) fn bars(
        &self,
        sheet: &mut Sheet<'_>,
        plan: &Plan<'_>,
        rows: &[Row<'_>],
        bottom: f64,
    ) -> f64 {
        let (Some((left, axis)), Some(calendar)) = (&self.calendar, &plan.calendar) else {
            return bottom;
        };
        let today = calendar
            .today
            .filter(|today| (0.0..=calendar.to).contains(today))
            .map(|today| left + axis.x(today));
        if let Some(x) = today {
            line_of_today(
                sheet,
                x,
                rows.first().map_or(0.0, |row| row.middle - BAR),
                bottom + GAP,
            );
        }
        for row in rows {
            let Some((from, to)) = row.item.bar else {
                continue;
            };
            sheet.next(Some(row.item.span));
            bar(sheet, row, left + axis.x(from), left + axis.x(to));
        }
        let Some(told) = calendar.today else {
            return bottom + 4.0;
        };
        let (letter, colour) = (today_letter(sheet), sheet.theme.cross);
        let middle = bottom + GAP + leading(letter.size) / 2.0 + 2.0;
        sheet.next(None);
        // Too far away to be drawn to scale, it is told at the end where it lies.
        let (text, x) = match today {
            Some(x) => ("today", x),
            None if told < 0.0 => ("‹ today", *left),
            None => ("today ›", left + axis.x(calendar.to)),
        };
        let wide = sheet.fonts.width(text, letter);
        let x = (x - wide / 2.0).clamp(MARGIN, sheet.scene.width - MARGIN - wide);
        sheet.text(x, middle + settle(letter), text, letter, colour);
        middle + leading(letter.size) / 2.0
    }
}

type Plotted = Result<(), DrawingAreaErrorKind<std::convert::Infallible>>;

fn plot(
    canvas: Canvas<'_>,
    axis: &Axis,
    size: f64,
    labels: f64,
    ink: Colour,
    line: Colour,
) -> Plotted {
    let units = |pixels: f64| (pixels * UNITS).round() as i32;
    let rgba = |colour: Colour| {
        let [r, g, b] = colour.rgb;
        RGBAColor(r, g, b, 1.0)
    };
    let area = canvas.into_drawing_area();
    let mut chart = ChartBuilder::on(&area)
        .set_label_area_size(LabelAreaPosition::Top, units(labels))
        .build_cartesian_2d(axis.clone(), 0.0..1.0)?;
    let style = ShapeStyle {
        color: rgba(line),
        filled: false,
        stroke_width: UNITS as u32,
    };
    chart
        .configure_mesh()
        .disable_y_mesh()
        .disable_y_axis()
        .x_max_light_lines(0)
        .bold_line_style(style)
        .axis_style(style)
        .x_labels(axis.ticks.len())
        .x_label_style(("sans-serif", size * UNITS).into_font().color(&rgba(ink)))
        .set_tick_mark_size(LabelAreaPosition::Top, units(2.0))
        .draw()
}

/// The bar of a measure, full when it is done; what has no beginning is a dot on its day.
fn bar(sheet: &mut Sheet<'_>, row: &Row<'_>, from: f64, to: f64) {
    let colours = sheet.theme.of(row.phase).clone();
    let wide = to - from;
    let area = match wide >= BAR {
        true => Area::new(from, row.middle - BAR / 2.0, wide, BAR),
        false => Area::new(
            ((from + to) / 2.0).max(from) - BAR / 2.0,
            row.middle - BAR / 2.0,
            BAR,
            BAR,
        ),
    };
    let radius = sheet.style.shape.bar;
    if row.item.done {
        sheet.bar(area, radius, Paint::fill(colours.bar));
    } else {
        let stroke = Stroke {
            colour: colours.bar,
            width: 1.5,
            dash: None,
        };
        let inside = Area::new(area.x + 0.75, area.y + 0.75, area.w - 1.5, area.h - 1.5);
        sheet.bar(
            inside,
            radius,
            Paint {
                fill: Some(colours.pale),
                stroke: Some(stroke),
            },
        );
    }
    if row.item.overdue {
        let x = area.right() + 1.0;
        let steps = vec![
            Step::Move(Point::new(x, area.y - 4.0)),
            Step::Line(Point::new(x, area.bottom() + 4.0)),
        ];
        sheet.path(steps, Paint::line(sheet.theme.cross, 3.0));
    }
}

fn line_of_today(sheet: &mut Sheet<'_>, x: f64, top: f64, bottom: f64) {
    sheet.next(None);
    let stroke = Stroke {
        colour: sheet.theme.cross,
        width: 1.5,
        dash: Some(3.0),
    };
    let steps = vec![
        Step::Move(Point::new(x, top)),
        Step::Line(Point::new(x, bottom)),
    ];
    sheet.path(
        steps,
        Paint {
            fill: None,
            stroke: Some(stroke),
        },
    );
}
