//! The picture of what will change: the measures against the incident that they are to change, or
//! against the days by which they are due.

mod against;
mod aims;
mod calendar;
mod days;
mod description;
mod groups;
mod head;
mod matrix;
mod plan;
mod rows;
mod untold;

pub(crate) use description::story;

use crate::diagnostic::Warned;
use crate::draw::font::{Fonts, Letter};
use crate::draw::incident::gantt::behind;
use crate::draw::incident::gantt::words::fitted;
use crate::draw::scene::Scene;
use crate::draw::sheet::{MARGIN, Sheet, leading, settle};
use crate::draw::style::{Ground, Style};
use crate::draw::{NARROWEST, WIDTH};
use crate::incident::{Category, Incident};
use against::Against;
use calendar::DayTrack;
use chrono::NaiveDate;
use groups::ChartGroup;
use matrix::Matrix;
use plan::{ActionPlan, Beside};
use rows::ActionColumns;

/// Options for drawing the measures.
#[derive(Debug, Clone)]
pub struct ActionsOptions {
    /// On light or dark.
    pub ground: Ground,
    /// The width of the picture, in pixels.
    pub width: f64,
    /// A title in place of the report's.
    pub title: Option<String>,
    /// True if that title is a joke, which is shown but not read out.
    pub joke: bool,
    /// The day by which to decide what is overdue.
    pub today: Option<NaiveDate>,
    /// True to draw all measures, however many there are.
    pub all: bool,
}

impl Default for ActionsOptions {
    fn default() -> ActionsOptions {
        ActionsOptions {
            ground: Ground::Light,
            width: WIDTH,
            title: None,
            joke: false,
            today: None,
            all: false,
        }
    }
}

/// Draws the measures of an incident; `None` when the report has none.
pub fn actions(
    incident: &Incident,
    style: &Style,
    fonts: &Fonts,
    options: &ActionsOptions,
) -> Option<Warned<Scene>> {
    if incident.actions.is_empty() {
        return None;
    }
    let whole = || ActionPlan::new(incident, options.title.as_deref(), options.today);
    let put = |plan: &ActionPlan<'_>| {
        let width = options.width.max(NARROWEST);
        let mut sheet = Sheet::new(width, fonts, style, style.theme(options.ground));
        let y = head::draw(&mut sheet, plan);
        let bottom = body(&mut sheet, plan, y + 18.0);
        sheet.scene.height = (bottom + MARGIN - 6.0).ceil();
        sheet
    };
    let mut sheet = put(&whole());
    let high = HIGHEST * sheet.scene.width.max(WIDTH);
    let mut shown = incident.actions.len();
    while !options.all && shown > MOST && sheet.scene.height > high {
        let fitting = (shown as f64 * high / sheet.scene.height) as usize;
        shown = fitting.min(shown - 1).max(MOST);
        sheet = put(&whole().cut(shown));
    }
    let shown = options.title.as_deref().filter(|_| !options.joke);
    let told = shown.or(incident.title.as_deref()).unwrap_or("the incident");
    Some(
        sheet.finished(
            format!("Action items of {told}"),
            story(incident, options.today).description(),
        ),
    )
}

/// A chart of more measures than this is cut if it would be this many times as high as wide.
const MOST: usize = 16;
const HIGHEST: f64 = 1.4;

/// Above and below the name of a group.
const ABOVE_GROUP: f64 = 14.0;
const BELOW_GROUP: f64 = 5.0;

/// The column beside the measures, with its place.
enum Laid<'a> {
    Incident(Against<'a>),
    Days(DayTrack<'a>),
    Kinds(Matrix),
    Nothing,
}

/// The measures, and what they are laid against; gives the lower end.
fn body(sheet: &mut Sheet<'_>, plan: &ActionPlan<'_>, top: f64) -> f64 {
    let columns = ActionColumns::new(sheet, plan);
    let learns = plan.count(Category::Learn) > 0;
    let beside = match (&plan.beside, columns.beside) {
        (Beside::Incident(aims), Some(ends)) => {
            Laid::Incident(Against::new(sheet, aims, ends, learns))
        }
        (Beside::Days(calendar), Some(ends)) => {
            Laid::Days(DayTrack::new(sheet, calendar, ends, plan.rows()))
        }
        (Beside::Nothing, Some((_, right))) => Laid::Kinds(Matrix::new(plan, right)),
        _ => Laid::Nothing,
    };
    let begun = sheet.scene.shapes.len();
    let line = leading(sheet.style.font.label);
    let half = line / 2.0;
    // Where the columns have their names, and the rows may begin.
    let (caption, head) = match &beside {
        Laid::Incident(against) => {
            let middle = against.head(sheet, top);
            (middle, middle + half)
        }
        Laid::Days(days) => {
            let head = days.head(sheet, top);
            (head - half, head)
        }
        Laid::Kinds(matrix) => {
            let head = matrix.head(sheet, top) + 6.0;
            (head - 6.0 - half, head)
        }
        Laid::Nothing if columns.columns.is_empty() => (top, top - 12.0),
        Laid::Nothing => (top + half, top + line),
    };
    columns.captions(sheet, caption);
    let mut y = head + 6.0;
    for group in &plan.groups {
        y = draw_group(sheet, (plan, group), &columns, &beside, y);
    }
    let bottom = match &beside {
        Laid::Incident(against) if plan.tagged => holes(sheet, plan, against, y),
        _ => y - ABOVE_GROUP / 2.0,
    };
    behind(sheet, begun, |sheet, texts| match &beside {
        Laid::Incident(against) => against.behind(sheet, texts, (caption, bottom)),
        Laid::Days(days) => days.behind(sheet, texts, (head, bottom)),
        Laid::Kinds(matrix) => matrix.behind(sheet, (head, bottom)),
        Laid::Nothing => {}
    });
    let told = matches!(beside, Laid::Incident(_)) || !plan.tagged;
    match plan.missing.is_empty() || told {
        true => bottom,
        false => calendar::missing(sheet, &plan.missing, bottom + 10.0),
    }
}

/// A group with its measures; gives where the next one begins.
fn draw_group(
    sheet: &mut Sheet<'_>,
    (plan, group): (&ActionPlan<'_>, &ChartGroup<'_>),
    columns: &ActionColumns,
    beside: &Laid<'_>,
    top: f64,
) -> f64 {
    let line = leading(sheet.style.font.text);
    let mut y = top;
    // A kind is the name of its column, or stands in the title where there is only one.
    let named = match beside {
        Laid::Kinds(_) => plan.grouped,
        Laid::Nothing => plan.grouped || plan.groups.len() > 1,
        _ => true,
    };
    if let Some(name) = group.name.as_ref().filter(|_| named) {
        y += ABOVE_GROUP / 2.0;
        let end = heading(sheet, plan, group, name, (columns, y)) + 14.0;
        if let (Laid::Incident(against), Some(category)) = (beside, group.category) {
            let (aim, place) = (against.words(category), (end, y + line / 2.0));
            sheet.next(None);
            match group.rows.is_empty() {
                true => against.hole(sheet, &aim, place),
                false => against.bar(sheet, &aim, place),
            }
        }
        y += line + BELOW_GROUP;
    }
    let right = match beside {
        Laid::Kinds(_) => sheet.scene.width - MARGIN,
        _ => columns.end,
    };
    for (at, row) in group.rows.iter().enumerate() {
        let parted = matches!(beside, Laid::Kinds(_)) || !plan.boxes;
        if parted && at > 0 {
            rows::parted(sheet, (MARGIN, right), y);
        }
        let middle = y + line / 2.0;
        let bottom = rows::draw(sheet, plan, row, columns, y);
        match beside {
            Laid::Incident(against) if group.category.is_none() => {
                if let Some(category) = row.category {
                    against.tagged(sheet, category, middle);
                }
            }
            Laid::Days(days) => days.bar(sheet, row, middle),
            Laid::Kinds(matrix) => matrix.dot(sheet, row, middle),
            _ => {}
        }
        y = bottom;
    }
    y = rows::more(sheet, columns, group.more, y);
    y + ABOVE_GROUP / 2.0
}

/// The name of a group, how many it has, and where nothing stands beside it, what they aim at;
/// gives the right end.
fn heading(
    sheet: &mut Sheet<'_>,
    plan: &ActionPlan<'_>,
    group: &ChartGroup<'_>,
    name: &str,
    (columns, top): (&ActionColumns, f64),
) -> f64 {
    let (bold, letter) = (sheet.body(true), sheet.label(false));
    let (ink, quiet) = (sheet.theme.ink, sheet.theme.quiet);
    sheet.next(None);
    let name = sheet.legible(name, None);
    let room = columns.beside.map_or(sheet.scene.width, |(left, _)| left) - MARGIN - 120.0;
    let block = fitted(sheet, &name, bold, room, 1);
    let wide = block.lines.first().map_or(0.0, |line| line.width);
    sheet.block(MARGIN, top, &block, ink);
    let count = group.rows.len() + group.more;
    let mut told = match count {
        0 => vec![NO_TASK.to_string()],
        count => vec![count.to_string()],
    };
    let done = group.rows.iter().filter(|row| row.is_done()).count() + group.more_done;
    if done > 0 && plan.boxes {
        told.push(format!("{done} done"));
    }
    if let (Beside::Incident(aims), None, Some(category)) =
        (&plan.beside, columns.beside, group.category)
    {
        told.push(aims.aim(category).words);
    }
    told.retain(|words| !words.is_empty());
    let x = MARGIN + wide + 9.0;
    let room = sheet.scene.width - MARGIN - x;
    let block = fitted(sheet, &told.join(" · "), letter, room, 1);
    // On the baseline of the name.
    let line = |letter: Letter| leading(letter.size) / 2.0 + settle(letter);
    sheet.block(x, top + line(bold) - line(letter), &block, quiet);
    x + block.lines.first().map_or(0.0, |line| line.width)
}

/// Beside the name of a kind without a measure.
const NO_TASK: &str = "no task";

/// Below the author's own groups, what no measure is for; gives the lower end.
fn holes(sheet: &mut Sheet<'_>, plan: &ActionPlan<'_>, against: &Against<'_>, top: f64) -> f64 {
    let (bold, letter) = (sheet.body(true), sheet.label(false));
    let line = leading(bold.size);
    let mut y = top;
    for category in &plan.missing {
        let middle = y + line / 2.0;
        let baseline = middle + settle(bold);
        sheet.next(None);
        let mut x = MARGIN;
        x += sheet.text(x, baseline, plan::name(*category), bold, sheet.theme.ink) + 9.0;
        x += sheet.text(x, baseline, NO_TASK, letter, sheet.theme.quiet) + 14.0;
        sheet.next(None);
        against.hole(sheet, &against.words(*category), (x, middle));
        y += line + 8.0;
    }
    y
}
