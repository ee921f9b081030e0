//! The picture of what will change: the measures against the incident that they are to change, or
//! against the days by which they are due.

mod against;
mod aims;
mod calendar;
mod days;
mod description;
mod plan;
mod rows;

pub(crate) use description::story;

use crate::diagnostic::Warned;
use crate::draw::font::Fonts;
use crate::draw::incident::gantt::behind;
use crate::draw::incident::gantt::words::fitted;
use crate::draw::scene::{Area, Point, Scene};
use crate::draw::sheet::{MARGIN, Sheet, leading, settle};
use crate::draw::style::{Ground, Style};
use crate::draw::{NARROWEST, WIDTH};
use crate::incident::{Category, Incident};
use crate::words::counted;
use against::Against;
use calendar::DayTrack;
use chrono::NaiveDate;
use plan::{ActionPlan, Beside, ChartGroup, TaskCounts};
use rows::{ActionColumns, MARK};

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
        let y = head(&mut sheet, plan);
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
    let told = shown
        .or(incident.title.as_deref())
        .unwrap_or("the incident");
    Some(sheet.finished(
        format!("Action items of {told}"),
        story(incident, options.today).description(),
    ))
}

/// A chart of more measures than this is cut if it would be this many times as high as wide.
const MOST: usize = 16;
const HIGHEST: f64 = 1.4;

/// Above and below the name of a group.
const ABOVE_GROUP: f64 = 14.0;
const BELOW_GROUP: f64 = 5.0;

/// Title, incident, and how far it all has come; gives the lower end.
fn head(sheet: &mut Sheet<'_>, plan: &ActionPlan<'_>) -> f64 {
    let room = sheet.scene.width - 2.0 * MARGIN;
    let (ink, quiet) = (sheet.theme.ink, sheet.theme.quiet);
    let done = plan.counts.done == plan.counts.all;
    let title = match plan.beside {
        Beside::Incident(_) => "What each change is aimed at",
        Beside::Days(_) => "What we are changing, and by when",
        Beside::Nothing if done => "What we have changed",
        Beside::Nothing => "What we are changing",
    };
    sheet.next(None);
    let block = fitted(sheet, title, sheet.title(), room, 2);
    let y = sheet.block(MARGIN, 20.0, &block, ink) + 4.0;
    sheet.next(None);
    let subject = sheet.legible(&plan.subject, None);
    let block = fitted(sheet, &subject, sheet.body(false), room, 2);
    let y = sheet.block(MARGIN, y, &block, quiet);
    share(sheet, plan, y + 5.0)
}

/// "7 tasks: 3 done, 4 open", each with the mark that it has below.
fn share(sheet: &mut Sheet<'_>, plan: &ActionPlan<'_>, top: f64) -> f64 {
    let TaskCounts {
        all,
        done,
        overdue,
        owned,
        dated,
    } = plan.counts;
    let (letter, bold) = (sheet.label(false), sheet.label(true));
    let line = leading(letter.size);
    let (middle, ink, quiet) = (top + line / 2.0, sheet.theme.ink, sheet.theme.quiet);
    sheet.next(None);
    let mut x = MARGIN;
    x += sheet.text(x, middle + settle(bold), &counted(all, "task"), bold, ink) + 14.0;
    let open = all - done;
    let told = [
        (Some(true), format!("{done} done"), done > 0),
        (Some(false), format!("{open} open"), open > 0),
    ];
    for (mark, words, _) in told.iter().filter(|(.., shown)| *shown && plan.boxes) {
        sheet.next(None);
        rows::mark(sheet, Point::new(x + MARK, middle), MARK, *mark);
        x += 2.0 * MARK + 6.0;
        x += sheet.text(x, middle + settle(letter), words, letter, quiet) + 14.0;
    }
    let late = format!("{overdue} overdue");
    let untold = match (owned, dated) {
        (0, 0) => "no owner and no day named",
        (0, _) => "no owner named",
        (_, 0) => "no day named",
        _ => "",
    };
    let words = [
        (late.as_str(), bold, rows::alarming(sheet), overdue > 0),
        (untold, letter, quiet, !untold.is_empty()),
    ];
    for (words, letter, colour, _) in words.into_iter().filter(|(.., shown)| *shown) {
        sheet.next(None);
        let wide = sheet.fonts.width(words, letter);
        if x + wide <= sheet.scene.width - MARGIN {
            x += sheet.text(x, middle + settle(letter), words, letter, colour) + 14.0;
        }
    }
    top + line
}

/// The column beside the measures, with its place.
enum Laid<'a> {
    Incident(Against<'a>),
    Days(DayTrack<'a>),
    Nothing,
}

/// The measures, and what they are laid against; gives the lower end.
fn body(sheet: &mut Sheet<'_>, plan: &ActionPlan<'_>, top: f64) -> f64 {
    let columns = ActionColumns::new(sheet, plan);
    let learns = plan.rows().any(|row| row.category == Some(Category::Learn));
    let beside = match (&plan.beside, columns.beside) {
        (Beside::Incident(aims), Some(ends)) => {
            Laid::Incident(Against::new(sheet, aims, ends, learns))
        }
        (Beside::Days(calendar), Some(ends)) => {
            Laid::Days(DayTrack::new(sheet, calendar, ends, plan.rows()))
        }
        _ => Laid::Nothing,
    };
    let begun = sheet.scene.shapes.len();
    let line = leading(sheet.style.font.label);
    let head = match &beside {
        Laid::Incident(against) => against.head(sheet, top),
        Laid::Days(days) => days.head(sheet, top),
        Laid::Nothing if columns.columns.is_empty() => top - line,
        Laid::Nothing => top + line,
    };
    columns.captions(sheet, head - line / 2.0 - strip_inset(&beside));
    let mut y = head + 6.0;
    let mut grounds = Vec::new();
    for group in &plan.groups {
        y = draw_group(sheet, (plan, group), &columns, &beside, y, &mut grounds);
    }
    let bottom = match &beside {
        Laid::Incident(against) if plan.tagged => holes(sheet, plan, against, y),
        _ => y - ABOVE_GROUP / 2.0,
    };
    behind(sheet, begun, |sheet, texts| match &beside {
        Laid::Incident(against) => against.behind(sheet, &grounds, texts, (head, bottom)),
        Laid::Days(days) => days.behind(sheet, texts, (head, bottom)),
        Laid::Nothing => {}
    });
    let told = matches!(beside, Laid::Incident(_)) || !plan.tagged;
    match plan.missing.is_empty() || told {
        true => bottom,
        false => calendar::missing(sheet, &plan.missing, bottom + 10.0),
    }
}

/// The names of the columns are in the middle of the strip.
fn strip_inset(beside: &Laid<'_>) -> f64 {
    match beside {
        Laid::Incident(_) => 4.0,
        _ => 0.0,
    }
}

/// A group with its measures; gives where the next one begins.
fn draw_group(
    sheet: &mut Sheet<'_>,
    (plan, group): (&ActionPlan<'_>, &ChartGroup<'_>),
    columns: &ActionColumns,
    beside: &Laid<'_>,
    top: f64,
    grounds: &mut Vec<Area>,
) -> f64 {
    let line = leading(sheet.style.font.text);
    let mut y = top;
    let mut ground = None;
    if let Some(name) = &group.name {
        y += ABOVE_GROUP / 2.0;
        let end = heading(sheet, plan, group, name, (columns, y));
        if let (Laid::Incident(against), Some(category)) = (beside, group.category) {
            let aim = against.words(category);
            let empty = group.rows.is_empty() && aim.hole;
            sheet.next(None);
            ground = against.bar(sheet, &aim, empty, (end + 14.0, y + line / 2.0));
        }
        y += line + BELOW_GROUP;
    }
    let from = y;
    for row in &group.rows {
        let middle = y + line / 2.0;
        let bottom = rows::draw(sheet, plan, row, columns, y);
        match beside {
            Laid::Incident(against) if group.category.is_none() => {
                against.tagged(sheet, row.category, middle);
            }
            Laid::Days(days) => days.bar(sheet, row, middle),
            _ => {}
        }
        y = bottom;
    }
    y = rows::more(sheet, columns, group.more, y);
    if let Some(bar) = ground.filter(|_| y > from) {
        grounds.push(Area::new(
            bar.x,
            bar.bottom(),
            bar.w,
            y - bar.bottom() - 4.0,
        ));
    }
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
    let (middle, ink, quiet) = (
        top + leading(bold.size) / 2.0,
        sheet.theme.ink,
        sheet.theme.quiet,
    );
    sheet.next(None);
    let name = sheet.legible(name, None);
    let room = columns.beside.map_or(sheet.scene.width, |(left, _)| left) - MARGIN - 120.0;
    let block = fitted(sheet, &name, bold, room, 1);
    let wide = block.lines.first().map_or(0.0, |line| line.width);
    sheet.block(MARGIN, top, &block, ink);
    let done = group.rows.iter().filter(|row| row.done).count() + group.more_done;
    let mut told = vec![(group.rows.len() + group.more).to_string()];
    if done > 0 && plan.boxes {
        told.push(format!("{done} done"));
    }
    if let (Beside::Incident(aims), None, Some(category)) =
        (&plan.beside, columns.beside, group.category)
    {
        let aim = aims.aim(category);
        match group.rows.is_empty() {
            _ if aim.words.is_empty() => {}
            true => told.push(format!("{}: no task", aim.words)),
            false => told.push(aim.words),
        }
    }
    let x = MARGIN + wide + 9.0;
    let room = sheet.scene.width - MARGIN - x;
    let block = fitted(sheet, &told.join(" · "), letter, room, 1);
    sheet.block(x, middle - leading(letter.size) / 2.0, &block, quiet);
    x + block.lines.first().map_or(0.0, |line| line.width)
}

/// Below the author's own groups, what no measure is for; gives the lower end.
fn holes(sheet: &mut Sheet<'_>, plan: &ActionPlan<'_>, against: &Against<'_>, top: f64) -> f64 {
    let line = leading(sheet.style.font.text);
    let mut y = top;
    for category in &plan.missing {
        let mut aim = against.words(*category);
        aim.short = plan::name(*category).to_string();
        if !aim.words.is_empty() {
            aim.words = format!("{} ({})", aim.short, aim.words);
        }
        sheet.next(None);
        against.bar(sheet, &aim, true, (MARGIN, y + line / 2.0));
        y += line + 6.0;
    }
    y
}
