//! The words of the cover: subject, length and cause. From the facts alone, never a joke unless
//! the title that was passed in is one.

use super::mood::Mood;
use crate::draw::incident::gantt::course::reach;
use crate::draw::incident::gantt::finding::tells_day;
use crate::draw::incident::outage::tells_share;
use crate::draw::incident::plan::{IncidentPlan, UNZONED};
use crate::draw::incident::sentence::{bare_cause, bare_impact, is_cut_short};
use crate::draw::wall_clock::Reckoning;
use crate::facts::begins_noticed;
use crate::incident::{Day, Event, Incident, Kind};
use crate::time::format::{self, spoken};
use crate::words::capital;

/// The texts of a cover.
pub(super) struct CoverWords {
    /// The subject, or a title of the writer's own.
    pub(super) title: String,
    /// How long it took, behind the subject in a voice of its own.
    pub(super) length: Option<String>,
    /// The cause; below a title of the writer's own, subject and length before it.
    pub(super) note: String,
    /// The day or the days, if the ends of the ribbon do not show them.
    pub(super) date: String,
    /// Over the left end of the ribbon.
    pub(super) start: String,
    /// Over the right end, with the zone.
    pub(super) end: String,
    /// Between the two: for whom, and how long where the title does not say that.
    pub(super) middle: Vec<String>,
}

impl CoverWords {
    /// The words for the cover of a plan, under the report's title or another.
    pub(super) fn new(plan: &IncidentPlan<'_>, title: Option<&str>) -> CoverWords {
        let own = plan.incident.title.as_deref().map(str::trim);
        let other = title.map(str::trim).filter(|title| !title.is_empty() && Some(*title) != own);
        let cause = cause(plan);
        let note = match (other, cause) {
            (None, cause) => cause.unwrap_or_default(),
            (Some(_), None) => plan.headline.line(),
            (Some(_), Some(cause)) => {
                format!("{}. {cause}", plan.headline.line().trim_end_matches('.'))
            }
        };
        let title = other.unwrap_or(&plan.headline.subject).to_string();
        let length = plan.headline.length.clone().filter(|_| other.is_none());
        let (start, end, dated) = ends(plan);
        let begun = plan.reckoning.day_at(window(plan).0);
        let said = begun.is_some_and(|day| tells_day(&title, day.date));
        let date = match dated || said {
            true => String::new(),
            false => days(plan),
        };
        let unzoned = plan.incident.zone.is_none() && plan.reckoning.clock.is_some();
        let date = match (date.is_empty(), unzoned) {
            (_, false) => date,
            (true, true) => capital(UNZONED),
            (false, true) => format!("{date}, {UNZONED}"),
        };
        CoverWords {
            middle: middle(plan, &[&title, length.as_deref().unwrap_or_default(), &note]),
            title,
            length,
            note,
            date,
            start,
            end,
        }
    }

    /// The name of the picture. Not even the title that is shown may be told here: it can be a
    /// joke.
    pub(super) fn name(&self, incident: &Incident) -> String {
        match &incident.title {
            Some(title) => format!("Cover picture of the postmortem “{title}”"),
            None => "Cover picture of a postmortem".into(),
        }
    }
}

/// The same with what is drawn, for those who cannot see it.
pub(super) fn description(plan: &IncidentPlan<'_>, mood: Mood) -> String {
    format!("{} {}.", facts(plan), mood.drawing())
}

/// Of what it is the cover: when it was, how long, and for whom.
pub(super) fn facts(plan: &IncidentPlan<'_>) -> String {
    let (start, end, _) = ends(plan);
    let times = match end.as_str() {
        "" => start,
        end => format!("{start} to {end}"),
    };
    let whom = plan.outage.as_ref().and_then(|outage| outage.whom.clone());
    let facts = [days(plan), times, length(plan), whom.unwrap_or_default()]
        .into_iter()
        .filter(|fact| !fact.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let title = plan.incident.title.as_deref().unwrap_or("A postmortem");
    format!("{}: {facts}.", title.trim_end_matches(['.', ':']))
}

/// The cause as a sentence, else the impact, where the title does not say it.
fn cause(plan: &IncidentPlan<'_>) -> Option<String> {
    let new = |text: &String| !text.is_empty() && !plan.headline.says(text);
    let cause = plan.incident.root_cause.as_deref().map(bare_cause).filter(new);
    let impact = plan.incident.impact.as_deref().map(|text| bare_impact(text, None));
    let told = cause.or_else(|| impact.filter(new).map(labelled_impact))?;
    let sentence = told.split_once(". ").map_or(told.as_str(), |(first, _)| first);
    let sentence = sentence.trim_end();
    let open = |c: char| c.is_alphanumeric() || matches!(c, ')' | '%' | '"' | '”');
    Some(match sentence.ends_with(open) {
        true => format!("{sentence}."),
        false => sentence.to_string(),
    })
}

/// Marks at which a sentence may be ended early; what stands behind "because" is the cause itself.
const CLAUSE_ENDS: [&str; 3] = [", ", "; ", " causing "];

/// A sentence that begins with one of these says nothing before its second clause.
const LEADS_ON: [&str; 12] = [
    "After", "Although", "As", "Because", "Despite", "During", "If", "No", "Once", "Since", "When",
    "While",
];

/// The beginnings of a note that end with a clause and stand for themselves, the longest first,
/// each with its full stop.
pub(super) fn first_clauses(note: &str) -> Vec<String> {
    let sentences = note.match_indices(". ").map(|(at, _)| at);
    let clauses = CLAUSE_ENDS.iter().flat_map(|mark| note.match_indices(mark).map(|(at, _)| at));
    let mut ends: Vec<usize> = sentences.chain(clauses).collect();
    ends.sort_unstable_by(|one, two| two.cmp(one));
    let whole = |end: &usize| {
        let text = &note[..*end];
        let last = text.rsplit(". ").next().unwrap_or(text);
        let leads = |word: &str| LEADS_ON.contains(&word);
        let paired =
            |open: char, close: char| text.matches(open).count() == text.matches(close).count();
        let balanced =
            paired('(', ')') && paired('“', '”') && text.matches('"').count().is_multiple_of(2);
        // A verb right behind a comma goes with what stands before an inserted clause.
        let next = note[*end..].strip_prefix(", ").unwrap_or_default();
        let next = next.split(' ').next().unwrap_or_default();
        // What is held against a clause says more than the clause.
        let turns = ["but", "except", "however", "yet"].contains(&next);
        let inserted = turns || !is_cut_short(&format!("it {next}"));
        let told = is_cut_short(note) || !is_cut_short(last);
        !last.split(' ').next().is_some_and(leads) && balanced && !inserted && told
    };
    ends.into_iter()
        .filter(whole)
        .map(|end| format!("{}.", note[..end].trim_end_matches([',', ';', ':', ' '])))
        .collect()
}

/// The impact by its name: what stands here without one is the cause.
fn labelled_impact(text: String) -> String {
    let bare = text.split(" (").next().unwrap_or_default();
    match bare.is_empty() {
        true => text,
        false => format!("Impact: {text}"),
    }
}

/// As a share of the time between the ends.
const MOST_APART: f64 = 0.1;

/// The names of the first and the last moment of an outage that no phases part.
pub(super) fn end_names(plan: &IncidentPlan<'_>) -> [&'static str; 2] {
    let Some(outage) = plan.outage.as_ref().filter(|outage| outage.to > outage.from) else {
        return ["", ""];
    };
    let noticed = begins_noticed(plan.incident) || outage.noticed == Some(outage.from);
    let mut events = plan.incident.events.iter();
    let resolves =
        |event: &Event| event.minute == outage.to && event.certain_kind() == Kind::Resolved;
    let last = match outage.over {
        true if events.any(resolves) => "Resolved ",
        true => "Over ",
        false => "",
    };
    let start = plan.incident.start;
    let began = start.is_some_and(|start| start.clock.is_some());
    // A length that does not reach from one end to the other leaves both in doubt.
    let drawn = outage.to - outage.from;
    let apart = |minutes: f64| (minutes - drawn).abs() > drawn * MOST_APART;
    if outage.minutes.is_some_and(apart) {
        return ["", ""];
    }
    match (noticed, began) {
        (true, _) => ["Noticed ", last],
        (false, true) => ["Began ", last],
        (false, false) => ["", last],
    }
}

/// The texts at either end of the ribbon, and whether days are among them.
fn ends(plan: &IncidentPlan<'_>) -> (String, String, bool) {
    let (from, to) = window(plan);
    let (reckoning, zone) = (&plan.reckoning, plan.zone_behind());
    let clock = |minute| reckoning.clock(minute);
    if reckoning.clock.is_none() {
        // A date or a count of minutes has no zone.
        return match (reckoning.day_at(from), reckoning.day_at(to)) {
            _ if to <= from => (clock(from), String::new(), false),
            (Some(_), Some(last)) => (clock(from), dated(last), true),
            _ => (clock(from), clock(to), false),
        };
    }
    let clock = |minute| match bare_day(plan, minute) {
        // An entry with only a day did not happen at midnight.
        true => String::new(),
        false => clock(minute),
    };
    let after = |clock: String| match clock.is_empty() {
        true => clock,
        false => format!(", {clock}"),
    };
    let days = reckoning.show(to).0 - reckoning.show(from).0;
    if to <= from {
        return (format!("{}{zone}", clock(from)), String::new(), false);
    }
    match (reckoning.date(from), reckoning.day_at(to), days) {
        (.., 0) => (clock(from), format!("{}{zone}", clock(to)), false),
        (Some(first), Some(last), _) => (
            format!("{first}{}", after(clock(from))),
            match clock(to) {
                none if none.is_empty() => dated(last),
                clock => format!("{}, {clock}{zone}", dated(last)),
            },
            true,
        ),
        (.., 1) => (clock(from), format!("{}{zone}, next day", clock(to)), false),
        _ => (clock(from), format!("{}{zone}, {days} days on", clock(to)), false),
    }
}

/// True if only the day of a minute is stated.
fn bare_day(plan: &IncidentPlan<'_>, minute: f64) -> bool {
    let mut entries = plan.incident.events.iter();
    let mut own = entries.by_ref().filter(|event| event.minute == minute).peekable();
    own.peek().is_some() && own.all(|event| event.at.clock.is_none())
}

/// "19 Apr 2024", without the year if that is not known.
fn dated(day: Day) -> String {
    match day.year_known {
        true => format!("{} {}", format::short(day.date), day.date.format("%Y")),
        false => format::short(day.date),
    }
}

/// The first and the last minute that the ribbon shows: of the outage as the picture draws it, else
/// of the entries that the axis of the picture reaches.
pub(super) fn window(plan: &IncidentPlan<'_>) -> (f64, f64) {
    let outage = plan.outage.as_ref();
    match outage.filter(|outage| outage.to > outage.from) {
        Some(outage) => (outage.from, outage.to),
        None => reach(plan),
    }
}

/// "1 h 30 min · 90% of staff affected", and shorter forms of it, without what stands above.
fn middle(plan: &IncidentPlan<'_>, above: &[&str]) -> Vec<String> {
    let length = length(plan);
    let told = !length.is_empty() && above.iter().any(|text| text.contains(&length));
    let length = if told { String::new() } else { length };
    let whom = plan.outage.as_ref().and_then(|outage| outage.whom.clone());
    let again = above.iter().any(|text| tells_share(plan.incident, text));
    let whom = whom.filter(|_| !again).unwrap_or_default();
    let both = match (length.is_empty(), whom.is_empty()) {
        (false, false) => format!("{length} · {whom}"),
        _ => format!("{length}{whom}"),
    };
    let mut told = vec![both, length];
    told.dedup();
    told.retain(|told| !told.is_empty());
    told
}

/// Its duration, if the report states when it was over.
fn length(plan: &IncidentPlan<'_>) -> String {
    let minutes = plan.outage.as_ref().and_then(|outage| outage.minutes);
    minutes.filter(|minutes| *minutes > 0.0).map(spoken).unwrap_or_default()
}

/// The day of the incident, or its days.
fn days(plan: &IncidentPlan<'_>) -> String {
    let (from, to) = window(plan);
    let stated = plan.incident.start.and_then(|start| start.day);
    let day = |minute| Reckoning::day_at(&plan.reckoning, minute);
    match (day(from).or(stated), day(to)) {
        (Some(first), Some(last)) if first.date < last.date => format::days(first, last),
        (Some(day), _) | (None, Some(day)) => day.full(),
        (None, None) => String::new(),
    }
}
