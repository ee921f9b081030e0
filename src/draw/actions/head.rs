//! The finding above the measures: how many there are, what for or how far they have come, and
//! after which incident.

use super::plan::{ActionPlan, Beside, TaskCounts, name};
use super::rows::{self, MARK, alarming};
use crate::draw::font::Letter;
use crate::draw::incident::gantt::words::fitted;
use crate::draw::scene::Point;
use crate::draw::sheet::{MARGIN, Sheet, leading, settle};
use crate::incident::Category;
use crate::words::counted;

/// The title's letters where it needs more room, as a share of its own size.
const SMALLER: f64 = 24.0 / 26.0;

/// Draws it; gives its lower end.
pub(super) fn draw(sheet: &mut Sheet<'_>, plan: &ActionPlan<'_>) -> f64 {
    let room = sheet.scene.width - 2.0 * MARGIN;
    let own = sheet.title();
    let smaller = Letter { size: own.size * SMALLER, ..own };
    let titles = titles(plan);
    let tried = titles.iter().flat_map(|title| [(title, own), (title, smaller)]);
    let fitting = tried.clone().find(|(title, letter)| sheet.fonts.width(title, *letter) <= room);
    sheet.next(None);
    let mut y = 20.0;
    if let Some((title, letter)) = fitting.or_else(|| tried.last()) {
        let block = fitted(sheet, title, letter, room, 2);
        y = sheet.block(MARGIN, y, &block, sheet.theme.ink) + 4.0;
    }
    let (mut y, notes) = subject(sheet, plan, y);
    let mut x = MARGIN;
    let line = leading(sheet.style.font.label);
    let shared = plan.boxes && plan.counts.done < plan.counts.all;
    if shared {
        y += 5.0;
        x = share(sheet, plan, y + line / 2.0);
    }
    let letter = sheet.label(false);
    let fits = x + sheet.fonts.width(&notes, letter) <= sheet.scene.width - MARGIN;
    if notes.is_empty() || !fits {
        return if shared { y + line } else { y };
    }
    sheet.next(None);
    let baseline = y + line / 2.0 + settle(letter);
    sheet.text(x, baseline, &notes, letter, sheet.theme.quiet);
    y + line
}

/// What the chart shows in a sentence, and shorter forms of it.
fn titles(plan: &ActionPlan<'_>) -> Vec<String> {
    let TaskCounts { all, done, .. } = plan.counts;
    match all {
        _ if done < all => {}
        1 => return vec![format!("The one {} is done", noun(plan))],
        2 => return vec![format!("Both {}s are done", noun(plan))],
        _ => return vec![format!("All {all} {}s are done", noun(plan))],
    }
    let tasks = counted(all, noun(plan));
    let mut out = Vec::new();
    if let Beside::Days(_) = plan.beside {
        let done = (done > 0).then(|| format!(", {done} done"));
        let last = plan.last_due.as_ref();
        let last = last.map(|day| format!(", the last due {day}"));
        let told = [done, last].map(Option::unwrap_or_default);
        if told.concat().is_empty() {
            out.extend(for_kinds(plan, &tasks));
        }
        out.extend([format!("{tasks}{}", told.concat()), format!("{tasks}{}", told[0])]);
    } else {
        out.extend(for_kinds(plan, &tasks));
    }
    out.push(tasks);
    out
}

/// The name of one of them: "task" is the author's own word for some where there are groups.
fn noun(plan: &ActionPlan<'_>) -> &'static str {
    match plan.grouped {
        true => "action item",
        false => "task",
    }
}

/// How many are for what, and shorter forms of that.
fn for_kinds(plan: &ActionPlan<'_>, tasks: &str) -> Vec<String> {
    let told: usize = plan.kinds.iter().map(|(_, count)| count).sum();
    let others = plan.counts.all.saturating_sub(told);
    if plan.kinds.is_empty() {
        return Vec::new();
    }
    if let [(category, _)] = plan.kinds[..]
        && others == 0
    {
        let to = aims(&[category], true);
        return vec![format!("{tasks} to {to}")];
    }
    let each = plan.kinds.iter().enumerate();
    let each: Vec<String> = each
        .map(|(at, (category, count))| format!("{count} to {}", aims(&[*category], at == 0)))
        .collect();
    let each = each.join(", ");
    let others = match others {
        0 => String::new(),
        others => format!(", {others} other"),
    };
    let briefly = plan.kinds.iter().map(|(category, count)| {
        let name = name(*category).to_lowercase();
        format!("{count} {name}")
    });
    let briefly = briefly.collect::<Vec<_>>().join(", ");
    let mut out = vec![format!("{tasks}: {each}{others}"), format!("{tasks}: {briefly}{others}")];
    // Of equals the first stands; less than half of them are not what it is about.
    let most = plan.kinds.iter().rev().max_by_key(|(_, count)| *count);
    if let Some((category, count)) = most.filter(|(_, count)| count * 2 >= plan.counts.all) {
        let to = aims(&[*category], true);
        out.push(format!("{count} of {tasks} to {to}"));
    }
    out
}

/// "prevent it, detect or respond": what is prevented, and what comes first, names the incident.
fn aims(kinds: &[Category], first: bool) -> String {
    let aim = |(at, category): (usize, &Category)| match (category, first && at == 0) {
        (Category::Prevent, _) => "prevent it",
        (Category::Detect, true) => "detect it",
        (Category::Detect, false) => "detect",
        (Category::Respond, true) => "respond to it",
        (Category::Respond, false) => "respond",
        (Category::Learn, true) => "learn from it",
        (Category::Learn, false) => "learn",
    };
    let aims: Vec<&str> = kinds.iter().enumerate().map(aim).collect();
    match aims.split_last() {
        Some((end, rest)) if !rest.is_empty() => format!("{} or {end}", rest.join(", ")),
        _ => aims.concat(),
    }
}

/// The incident and its day, and if there is room in that line what the measures leave out; gives
/// the lower end, and what had no room.
fn subject(sheet: &mut Sheet<'_>, plan: &ActionPlan<'_>, top: f64) -> (f64, String) {
    let (letter, quiet) = (sheet.body(false), sheet.theme.quiet);
    let room = sheet.scene.width - 2.0 * MARGIN;
    let subject = sheet.legible(&plan.subject, None);
    let kinds = plan.mostly.map(|category| {
        let (count, all) = (plan.count(category), plan.counts.all);
        let of = match count == all {
            true => "all".to_string(),
            false => format!("{count} of {all}"),
        };
        format!("{of} to {}", aims(&[category], true))
    });
    let notes = [kinds, plan.untold.map(str::to_string)];
    let notes = notes.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let joined = format!("{subject} · {notes}");
    let fits = sheet.fonts.width(&joined, letter) <= room;
    let (told, rest) = match fits && !notes.is_empty() {
        true => (joined, String::new()),
        false => (subject, notes),
    };
    sheet.next(None);
    let block = fitted(sheet, &told, letter, room, 2);
    (sheet.block(MARGIN, top, &block, quiet), rest)
}

/// "3 done, 4 open, 1 not told" around a middle, each with the mark that it has below; gives the
/// right end.
fn share(sheet: &mut Sheet<'_>, plan: &ActionPlan<'_>, middle: f64) -> f64 {
    let TaskCounts { all, done, open, overdue, .. } = plan.counts;
    let (letter, bold) = (sheet.label(false), sheet.label(true));
    let mut x = MARGIN;
    let shares = [
        (Some(true), done, "done"),
        (Some(false), open, "open"),
        (None, all - done - open, "not told"),
    ];
    for (is_done, count, name) in shares {
        if count == 0 {
            continue;
        }
        sheet.next(None);
        rows::mark(sheet, Point::new(x + MARK, middle), MARK, is_done);
        x += 2.0 * MARK + 6.0;
        let words = format!("{count} {name}");
        x += sheet.text(x, middle + settle(letter), &words, letter, sheet.theme.quiet) + 14.0;
    }
    if overdue > 0 {
        sheet.next(None);
        let (words, colour) = (format!("{overdue} overdue"), alarming(sheet));
        x += sheet.text(x, middle + settle(bold), &words, bold, colour) + 14.0;
    }
    x
}
