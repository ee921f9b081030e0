//! Facts about the timeline's days from the rest of the report.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::line::{DocumentLine, LineKind};
use crate::document::section_roles;
use crate::incident::Day;
use crate::read::summary::window::Window;
use crate::read::timeline::zones::ChosenZone;
use crate::read::timeline::{Entry, TimedList};
use crate::source::Span;
use crate::time::clock;
use crate::time::date::{self, DateOrder, WrittenDay};
use crate::time::spelling::Half;
use crate::words;
use chrono::NaiveDate;

/// Facts about the timeline's days from the rest of the report.
#[derive(Debug, Clone, Default)]
pub(crate) struct Calendar {
    /// The year for days that lack one.
    pub(crate) year: Option<i32>,
    /// The day on which the timeline begins, if its entries do not say.
    pub(crate) first: Option<Day>,
    /// True if days are written before months.
    pub(crate) day_first: bool,
    /// True if the summary says that the incident lasted more than one day.
    pub(crate) over_days: bool,
    /// True if the clock uses AM and PM.
    pub(crate) halves: bool,
}

/// The year assumed for days without one; a leap year, so that 29 February exists.
const NO_YEAR: i32 = 2000;

impl Calendar {
    /// Converts a written day to a calendar day.
    pub(crate) fn day(&self, written: WrittenDay) -> Option<Day> {
        let written = if self.day_first { written.day_first() } else { written };
        let year = written.year.or(self.year);
        let date = written.in_year(year.unwrap_or(NO_YEAR))?;
        // In a report from March, a day in December belongs to the year before.
        let near =
            |date: &NaiveDate| self.first.map_or(0, |first| (*date - first.date).num_days().abs());
        let date = match (written.year, year) {
            (None, Some(year)) => [year - 1, year, year + 1]
                .iter()
                .filter_map(|year| written.in_year(*year))
                .min_by_key(near)
                .filter(|_| self.first.is_some())
                .unwrap_or(date),
            _ => date,
        };
        Some(Day { date, year_known: year.is_some() })
    }
}

/// True if numbers such as 03/04 are day first, judged by the unambiguous ones in the same report.
pub(crate) fn day_first(days: &[WrittenDay], american: bool) -> bool {
    let count = |order| days.iter().filter(|day| day.order == order).count();
    match count(DateOrder::DayFirst).cmp(&count(DateOrder::MonthFirst)) {
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Equal => !american,
    }
}

/// The maximum number of days of an incident whose dates can be read in either order.
const LONGEST: i64 = 31;

/// The one order of day and month, day first or not, in which the stated start and end are near
/// each other: from 02/02 to 08/02 is six days or half a year.
fn fitting_order(window: &Window) -> Option<bool> {
    let (start, end) = (window.start.as_ref()?, window.end.as_ref()?);
    let (start, end) = (start.stamp.day?, end.stamp.day?);
    if start.order != DateOrder::Either && end.order != DateOrder::Either {
        return None;
    }
    let days = |start: WrittenDay, end: WrittenDay| {
        let date = |day: WrittenDay| day.in_year(day.year.unwrap_or(NO_YEAR));
        Some((date(end)? - date(start)?).num_days())
    };
    let fits = |days: Option<i64>| days.is_some_and(|days| (0..=LONGEST).contains(&days));
    match (fits(days(start.day_first(), end.day_first())), fits(days(start, end))) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// Gathers facts about days for entries that do not state them.
pub(crate) fn calendar(
    lines: &[DocumentLine],
    list: &TimedList,
    window: &Window,
    set: Option<chrono::NaiveDate>,
    zone: Option<&ChosenZone>,
) -> Calendar {
    let stated = [&window.start, &window.end].into_iter().flatten().map(|stated| &stated.stamp);
    let entries = list.entries.iter().map(|entry| &entry.stamp);
    let halves = stated
        .clone()
        .chain(entries.clone())
        .filter_map(|stamp| stamp.clock)
        .any(|clock| matches!(clock.half, Half::Am | Half::Pm));
    let american = zone.map_or(halves, ChosenZone::is_american);
    let under = list.entries.iter().filter_map(|entry| entry.under);
    let written: Vec<WrittenDay> = stated
        .filter_map(|stamp| stamp.day)
        .chain(entries.filter_map(|stamp| stamp.day))
        .chain(under)
        .collect();
    let days_in = |named: fn(&DocumentLine) -> bool| {
        let named = lines.iter().filter(move |line| named(line)).take(40);
        named.flat_map(|line| clock::all(&line.text)).filter_map(|stamp| stamp.day)
    };
    let headings: Vec<WrittenDay> = days_in(DocumentLine::is_heading).collect();
    // Front matter is about the document, which may be a later copy.
    let matter: Vec<WrittenDay> = days_in(|line| line.form == LineKind::FrontMatter).collect();
    let prose = || {
        lines
            .iter()
            .filter(|line| !matches!(line.form, LineKind::Code | LineKind::Quote))
            .take(60)
            .filter(|line| !is_due(&line.text))
    };
    let days = || prose().flat_map(|line| clock::all(&line.text)).filter_map(|stamp| stamp.day);
    let year = set
        .map(|date| chrono::Datelike::year(&date))
        .or(list.year)
        .or_else(|| written.iter().chain(&headings).chain(&matter).find_map(|day| day.year))
        .or_else(|| days().find_map(|day| day.year))
        .or_else(|| prose().find_map(|line| year_of_month(&line.text)));
    let mut calendar = Calendar {
        year,
        first: set.map(known),
        day_first: fitting_order(window).unwrap_or_else(|| day_first(&written, american)),
        over_days: false,
        halves,
    };
    let day_of = |day: Option<WrittenDay>| day.and_then(|day| calendar.day(day));
    let start = day_of(window.start.as_ref().and_then(|stated| stated.stamp.day));
    let end = day_of(window.end.as_ref().and_then(|stated| stated.stamp.day));
    let over_days = matches!((start, end), (Some(start), Some(end)) if start.date != end.date);
    let first = calendar
        .first
        .or(start)
        .or(end)
        .or_else(|| headings.iter().find_map(|day| calendar.day(*day)))
        .or_else(|| earlier_day(prose(), &calendar))
        .or_else(|| matter.iter().find_map(|day| calendar.day(*day)))
        .or_else(|| days().find_map(|day| calendar.day(day)));
    calendar.first = first;
    calendar.over_days = over_days;
    calendar
}

/// True for a day of the report itself: "Due date: 18 December", "Posted on: 18 December".
pub(crate) fn is_due(text: &str) -> bool {
    section_roles::label_end(text).is_some_and(|end| {
        let of_report =
            |word: &str| ["due", "deadline", "posted", "published", "written"].contains(&word);
        words::words(&text[..end]).any(|(word, _)| of_report(&word))
    })
}

/// The year of a field without a day: "Date: September 2024".
fn year_of_month(text: &str) -> Option<i32> {
    let end = section_roles::label_end(text)
        .filter(|end| words::words(&text[..*end]).any(|(word, _)| word == "date"))?;
    let (month, year) = text[end + 1..].trim().rsplit_once(' ')?;
    let year = year.parse().ok()?;
    let first = format!("1 {} {year}", month.trim_end_matches(','));
    let (day, end) = date::at(&first, 0)?;
    (end == first.len() && day.year == Some(year)).then_some(year)
}

/// The day of the first sentence with one, "On Monday, 2031-05-05, …", if it is shortly before the
/// one in front matter or in the field "Date:", which is then the day of the document.
fn earlier_day<'a>(
    prose: impl Iterator<Item = &'a DocumentLine>,
    calendar: &Calendar,
) -> Option<Day> {
    let mut dated = prose.filter_map(|line| {
        let stamp = clock::find(&line.text, 0)?;
        Some((line, stamp.start, calendar.day(stamp.day?)?))
    });
    let (field, at, written) = dated.next()?;
    let label = field.text[..at].trim_matches(|c: char| !c.is_alphabetic());
    let of_document = field.form == LineKind::FrontMatter || label.eq_ignore_ascii_case("date");
    let (sentence, at, day) = dated.find(|(line, ..)| line.form == LineKind::Text)?;
    let before = (written.date - day.date).num_days();
    (of_document
        && sentence.text.starts_with("On ")
        && at <= "On the morning of Wednesday, the ".len()
        && (1..=LONGEST).contains(&before))
    .then_some(day)
}

/// Warns that a date was read with a guess about the order of day and month.
pub(crate) fn doubt_order(entries: &[Entry], calendar: &Calendar) -> Option<Diagnostic> {
    let (span, day) = guessed(entries)?;
    let order = if calendar.day_first { "day first" } else { "month first" };
    let what = format!(
        "{:02}/{:02} can be read day first or month first; it was read {order}",
        day.month, day.day
    );
    Some(Diagnostic::new(Code::DateAmbiguous, span, what).hint("write dates as 2024-04-03"))
}

/// The first date that needs a guess about the order of day and month.
fn guessed(entries: &[Entry]) -> Option<(Span, WrittenDay)> {
    entries.iter().find_map(|entry| {
        entry
            .stamp
            .day
            .filter(|day| day.order == DateOrder::Either)
            .map(|day| (entry.stamp_span, day))
    })
}

/// A day for a known date.
pub(crate) fn known(date: NaiveDate) -> Day {
    Day { date, year_known: true }
}
