//! Decides which of the zones that a report names its timeline uses.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::directive::ReportDirectives;
use crate::document::line::{DocumentLine, LineKind};
use crate::document::sections::{Section, SectionRole};
use crate::incident::Zone;
use crate::read::timeline::days::PlacedEntry;
use crate::read::timeline::{Entry, NamedZone, TimedList};
use crate::time::clock::{self, Stamp};
use crate::time::zone::{self, Season};
use crate::words::holds_any;
use chrono::{NaiveDate, Timelike};

/// The zone of the report: set by the author, or named in the text.
#[derive(Debug, Clone)]
pub(crate) struct ChosenZone {
    pub(crate) zone: NamedZone,
    /// The author set it: it overrides other names in entries.
    pub(crate) set: bool,
}

impl ChosenZone {
    /// Minutes east of UTC on a day.
    pub(crate) fn offset(&self, day: Option<NaiveDate>) -> Option<i32> {
        zone::offset_on(&self.zone.zone, day)
    }

    /// True if people there write the month before the day.
    pub(crate) fn is_american(&self) -> bool {
        let zone = &self.zone.zone;
        let west = zone.offset.is_some_and(|offset| (-600..=-240).contains(&offset));
        match zone.season {
            Season::American(_) => true,
            Season::Winter | Season::Summer => west,
            Season::Iana(_) => self.zone.label.starts_with("America/"),
            _ => self.set && west,
        }
    }

    /// The zone for the facts, on the day of the incident.
    pub(crate) fn told(&self, day: Option<NaiveDate>) -> Zone {
        Zone { label: self.zone.label.clone(), offset: self.offset(day), span: self.zone.span }
    }
}

/// Chooses the zone: the one that every entry names, that of the timeline's own heading or table,
/// then a note, its lines, the summary, and the rest.
pub(crate) fn choose(
    lines: &[DocumentLine],
    sections: &[Section],
    list: &TimedList,
    settings: &ReportDirectives,
) -> Option<ChosenZone> {
    if let Some(zone) = &settings.zone {
        return Some(ChosenZone { zone: zone.clone(), set: true });
    }
    if mostly_elsewhere(list) {
        return None;
    }
    let in_role = |role: SectionRole| {
        sections
            .iter()
            .filter(move |section| section.role == role)
            .flat_map(|section| section.head.into_iter().chain(section.lines.clone()))
    };
    named_by_all(list)
        .or_else(|| list.zone.clone())
        .or_else(|| in_role(SectionRole::Timeline).find_map(|index| noted(&lines[index])))
        .or_else(|| most_named(list))
        .or_else(|| lines.iter().find_map(noted))
        .or_else(|| in_role(SectionRole::Summary).find_map(|index| anywhere(&lines[index])))
        .or_else(|| lines.iter().filter(|line| line.is_heading()).find_map(anywhere))
        // A machine's log has the clock of the machine.
        .or_else(|| {
            let own = |line: &&DocumentLine| line.form != LineKind::Code;
            lines.iter().filter(own).find_map(beside_a_time)
        })
        .map(|long| ChosenZone { zone: abbreviated(lines, &long).unwrap_or(long), set: false })
}

/// The short name of a zone that was found by its long one, if the report uses both.
fn abbreviated(lines: &[DocumentLine], long: &NamedZone) -> Option<NamedZone> {
    if !long.label.contains(' ') {
        return None;
    }
    let short = |stamp: Stamp| stamp.zone.filter(|zone| zone.offset == long.zone.offset);
    // "Central European Time (CET)" states it explicitly.
    let beside = lines.iter().find_map(|line| {
        let after = line.text.find(&long.label)? + long.label.len();
        let rest = line.text[after..].strip_prefix(" (")?;
        let (label, _) = rest.split_once(')')?;
        let zone = zone::whole(label).filter(|zone| zone.offset == long.zone.offset)?;
        let start = after + 2;
        Some(NamedZone::on(line, &zone::ZoneName { start, end: start + label.len(), ..zone }))
    });
    if beside.is_some() {
        return beside;
    }
    let mut named = lines.iter().flat_map(|line| {
        clock::all(&line.text).into_iter().filter_map(short).map(|zone| NamedZone::on(line, &zone))
    });
    named.find(|zone| !zone.label.contains(' ') && zone.label.chars().count() <= 4)
}

/// "All times in UTC", "Time zone: WAT", "(times are Pacific)".
pub(crate) fn noted(line: &DocumentLine) -> Option<NamedZone> {
    let lower = line.text.to_lowercase();
    let notes = holds_any(
        &lower,
        &[
            "all times", "times are", "times in", "time zone", "timezone", "time-zone",
            "all time in", "timestamps", "times given", "times below",
        ],
    );
    if !notes {
        return None;
    }
    zone::announced(&line.text).map(|zone| NamedZone::on(line, &zone))
}

/// The zone that every entry names: it refutes what stands above them.
fn named_by_all(list: &TimedList) -> Option<NamedZone> {
    let mut zones = list.entries.iter().map(|entry| entry.zone.as_ref());
    let first = zones.next()??;
    let same = |zone: Option<&NamedZone>| {
        zone.is_some_and(|zone| zone.label.eq_ignore_ascii_case(&first.label))
    };
    (list.entries.len() > 2 && zones.all(same)).then(|| first.clone())
}

/// True if most entries name a place whose time nobody knows, "(Lamp Valley time)": a zone that
/// stands at another entry or above them is not theirs.
fn mostly_elsewhere(list: &TimedList) -> bool {
    let elsewhere = |entry: &&Entry| {
        let label = entry.text.strip_prefix('(').and_then(|text| text.split_once(')'));
        let named = label.is_some_and(|(label, _)| label.to_lowercase().ends_with(" time"));
        named && entry.zone.is_none()
    };
    list.entries.iter().filter(elsewhere).count() * 2 > list.entries.len()
}

/// The fewest entries beside one in another zone that show it to be a slip.
const FEW_BESIDE: usize = 3;

/// Takes a single entry at its clock if its zone is not that of all others, and only its clock as
/// written lies between those above and below it, "4:00 PM EDT" between 3:45 and 4:15 PM CAT, or,
/// of the last one, is that of the stated end.
pub(crate) fn forget_slip(
    entries: &mut [Entry],
    chosen: Option<&ChosenZone>,
    (day, end): (Option<NaiveDate>, Option<&Stamp>),
    out: &mut Vec<Diagnostic>,
) {
    let Some(chosen) = chosen.filter(|chosen| !chosen.set) else {
        return;
    };
    let Some((at, other)) = slip(entries, chosen, day, end) else {
        return;
    };
    entries[at].zone = None;
    let what = format!(
        "this entry is in {}, the timeline in {}; only its clock as written fits between its \
            neighbours, so it was read in {}",
        other.label, chosen.zone.label, chosen.zone.label
    );
    out.push(
        Diagnostic::new(Code::ZoneMixed, other.span, what).hint("write all times in one zone"),
    );
}

fn slip(
    entries: &[Entry],
    chosen: &ChosenZone,
    day: Option<NaiveDate>,
    end: Option<&Stamp>,
) -> Option<(usize, NamedZone)> {
    let east = |entry: &Entry| {
        let own = zone::offset_on(&entry.zone.as_ref()?.zone, day)?;
        Some(own - chosen.offset(day)?).filter(|minutes| *minutes != 0)
    };
    let mut odd = (0..entries.len()).filter(|at| east(&entries[*at]).is_some());
    let at = odd.next().filter(|_| odd.next().is_none())?;
    if entries.len() <= FEW_BESIDE || entries.iter().any(|entry| entry.stamp.days_on > 0) {
        return None;
    }
    let minute = |stamp: &Stamp| {
        let time = stamp.clock?.time()?;
        Some(time.num_seconds_from_midnight() as i32 / 60)
    };
    let own = minute(&entries[at].stamp)?;
    let above = minute(&entries[at.checked_sub(1)?].stamp)?;
    let below = match entries.get(at + 1) {
        Some(below) => minute(&below.stamp)?,
        None => end.and_then(minute).filter(|end| *end == own)?,
    };
    let fits = |minute: i32| (above..=below).contains(&minute);
    let slipped = fits(own) && !fits(own - east(&entries[at])?);
    slipped.then(|| Some((at, entries[at].zone.clone()?)))?
}

fn most_named(list: &TimedList) -> Option<NamedZone> {
    let mut counts: Vec<(&NamedZone, usize)> = Vec::new();
    for zone in list.entries.iter().filter_map(|entry| entry.zone.as_ref()) {
        match counts.iter_mut().find(|(known, _)| known.label.eq_ignore_ascii_case(&zone.label)) {
            Some((_, count)) => *count += 1,
            None => counts.push((zone, 1)),
        }
    }
    // The first of the most frequent ones.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(zone, _)| zone.clone())
}

fn anywhere(line: &DocumentLine) -> Option<NamedZone> {
    beside_a_time(line).or_else(|| {
        zone::find(&line.text, 0)
            .filter(|zone| plausible(&line.text[zone.start..zone.end]))
            .map(|zone| NamedZone::on(line, &zone))
    })
}

/// Two-letter abbreviations (ET, PT, MT) and Z are a zone only beside a time.
fn plausible(label: &str) -> bool {
    label.len() > 2
}

fn beside_a_time(line: &DocumentLine) -> Option<NamedZone> {
    clock::all(&line.text)
        .into_iter()
        .find_map(|stamp| stamp.zone)
        .map(|zone| NamedZone::on(line, &zone))
}

/// Warnings about the zone.
pub(crate) fn doubts(
    chosen: Option<&ChosenZone>,
    placed: &[PlacedEntry],
    day: Option<NaiveDate>,
    out: &mut Vec<Diagnostic>,
) {
    let Some(chosen) = chosen else {
        if !placed.is_empty() {
            out.push(
                Diagnostic::about_all(
                    Code::ZoneUnknown,
                    "expected a time zone, found none in the \
                    whole report",
                )
                .hint(
                    "name it once (\"All times in UTC\"), or add <!-- postmirth: \
                        zone=Africa/Lagos -->",
                ),
            );
        }
        return;
    };
    if chosen.set {
        return;
    }
    let named = &chosen.zone;
    if let Some(taken) = named.zone.doubt {
        let what =
            format!("{} stands for several time zones; it was taken for {taken}", named.label);
        out.push(
            Diagnostic::new(Code::ZoneAmbiguous, named.span, what)
                .hint("write the offset (UTC-6), or add <!-- postmirth: zone=America/Chicago -->"),
        );
    }
    if let (Some(day), Some(offset)) = (day, named.zone.offset) {
        let summer = zone::is_summer(day, (0..=180).contains(&offset));
        let wrong = match named.zone.season {
            Season::Winter => summer && offset.abs() < 570,
            Season::Summer => !summer && offset.abs() < 570,
            _ => false,
        };
        if wrong {
            let (is, other) = if summer { ("winter", "summer") } else { ("summer", "winter") };
            let what = format!(
                "{} is {is} time, but {day} lies in {other}; it was taken at its word",
                named.label
            );
            out.push(Diagnostic::new(Code::ZoneSeason, named.span, what).hint(
                "write the offset, or a name that means local time (PT, ET), if that is meant",
            ));
        }
    }
    let offset = chosen.offset(day);
    let other = placed.iter().filter_map(|placed| placed.entry.zone.as_ref()).find(|zone| {
        let theirs = zone::offset_on(&zone.zone, day);
        theirs.is_some() && offset.is_some() && theirs != offset
    });
    if let Some(other) = other {
        let what = format!(
            "this entry is in {}, the timeline in {}; each was read in its own zone",
            other.label, named.label
        );
        out.push(
            Diagnostic::new(Code::ZoneMixed, other.span, what).hint("write all times in one zone"),
        );
    }
}
