//! What the cover says: from the facts alone, never a joke unless the title that was passed in is
//! one.

use super::mood::Mood;
use crate::draw::incident::outage::Outage;
use crate::draw::incident::plan::IncidentPlan;
use crate::draw::wall_clock::Reckoning;
use crate::incident::{Incident, Kind};
use crate::time::format::{self, spoken};

/// The texts of a cover.
pub(super) struct Told {
    pub(super) title: String,
    /// The report's own title below another one; else what kind of thing this is.
    pub(super) note: String,
    /// The day or the days.
    pub(super) date: String,
    /// Over the left end of the ribbon.
    pub(super) start: String,
    /// Over the right end, with the zone.
    pub(super) end: String,
    /// Between the two: the length and who was affected, the longest form first.
    pub(super) middle: Vec<String>,
}

impl Told {
    /// What the cover of a plan says, under the report's title or another.
    pub(super) fn new(plan: &IncidentPlan<'_>, title: Option<&str>, mood: Mood) -> Told {
        let own = plan
            .incident
            .title
            .as_deref()
            .map(str::trim)
            .filter(|title| !title.is_empty());
        let other = title
            .map(str::trim)
            .filter(|title| !title.is_empty() && Some(*title) != own);
        let days = days(plan);
        let (note, date) = match (other, own) {
            (Some(_), Some(own)) => (own.to_string(), joined([days, counts(plan.incident)])),
            _ if mood == Mood::StraightFaced => (days, counts(plan.incident)),
            _ => (kind_of_thing(plan.incident), days),
        };
        let (start, end) = ends(plan);
        let title = other.or(own).unwrap_or("Postmortem").to_string();
        Told {
            title,
            note,
            date,
            start,
            end,
            middle: middle(plan),
        }
    }

    /// What the picture is. Not even the title that is shown may be told here: it can be a joke.
    pub(super) fn name(&self, incident: &Incident) -> String {
        match &incident.title {
            Some(title) => format!("Cover picture of the postmortem “{title}”"),
            None => "Cover picture of a postmortem".into(),
        }
    }

    /// The same with what is drawn, for those who cannot see it.
    pub(super) fn description(&self, plan: &IncidentPlan<'_>, mood: Mood) -> String {
        format!("{} {}.", self.facts(plan), mood.drawing())
    }

    /// Of what it is the cover: when it was, how long, and for whom.
    pub(super) fn facts(&self, plan: &IncidentPlan<'_>) -> String {
        let times = match self.end.as_str() {
            "" => self.start.clone(),
            end => format!("{} to {end}", self.start),
        };
        let length = self
            .middle
            .first()
            .cloned()
            .unwrap_or_default()
            .replace(" · ", ", ");
        let facts = [days(plan), times, length]
            .into_iter()
            .filter(|fact| !fact.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        let title = plan
            .incident
            .title
            .as_deref()
            .unwrap_or("A postmortem")
            .trim_end_matches(['.', ':']);
        format!("{title}: {facts}.")
    }
}

/// What stands at either end of the ribbon.
fn ends(plan: &IncidentPlan<'_>) -> (String, String) {
    let (from, to) = window(plan);
    let (reckoning, zone) = (&plan.reckoning, plan.zone.as_str());
    if reckoning.clock.is_none() {
        // A date or a count of minutes has no zone.
        let end = if to > from {
            reckoning.clock(to)
        } else {
            String::new()
        };
        return (reckoning.clock(from), end);
    }
    let (clock, days) = (
        |minute| reckoning.clock(minute),
        reckoning.show(to).0 - reckoning.show(from).0,
    );
    if to <= from {
        return (format!("{} {zone}", clock(from)), String::new());
    }
    match (reckoning.date(from), reckoning.date(to), days) {
        (.., 0) => (clock(from), format!("{} {zone}", clock(to))),
        (Some(first), Some(last), _) => (
            format!("{first}, {}", clock(from)),
            format!("{last}, {} {zone}", clock(to)),
        ),
        (.., 1) => (clock(from), format!("{} {zone}, next day", clock(to))),
        _ => (clock(from), format!("{} {zone}, {days} days on", clock(to))),
    }
}

/// The first and the last minute that the ribbon shows.
pub(super) fn window(plan: &IncidentPlan<'_>) -> (f64, f64) {
    let points = plan.points();
    let from = points.iter().copied().fold(f64::INFINITY, f64::min);
    let to = points.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if from <= to { (from, to) } else { (0.0, 0.0) }
}

/// "1 h 30 min · 90% of staff affected", and shorter forms of it.
fn middle(plan: &IncidentPlan<'_>) -> Vec<String> {
    let (from, to) = window(plan);
    let length = length(plan.outage.as_ref(), to - from);
    let whom = plan
        .outage
        .as_ref()
        .and_then(|outage| outage.whom.clone())
        .unwrap_or_default();
    let mut told = vec![joined([length.clone(), whom]), length];
    told.dedup();
    told.retain(|told| !told.is_empty());
    told
}

/// How long it lasted. Where that is not all of the ribbon, it says of what it is the length.
fn length(outage: Option<&Outage>, shown: f64) -> String {
    match outage.and_then(|outage| {
        Some((
            outage.minutes.filter(|minutes| *minutes > 0.0)?,
            outage.name,
        ))
    }) {
        Some((minutes, name)) if (minutes - shown).abs() >= 1.0 => {
            format!("{name}: {}", spoken(minutes))
        }
        _ if shown > 0.0 => spoken(shown),
        _ => String::new(),
    }
}

/// The day of the incident, or its days.
fn days(plan: &IncidentPlan<'_>) -> String {
    let (from, to) = match &plan.outage {
        Some(outage) if outage.minutes.is_some() => (outage.from, outage.to),
        _ => window(plan),
    };
    let stated = plan.incident.start.and_then(|start| start.day);
    let day = |minute| Reckoning::day_at(&plan.reckoning, minute);
    match (day(from).or(stated), day(to)) {
        (Some(first), Some(last)) if first.date < last.date => format::days(first, last),
        (Some(day), _) | (None, Some(day)) => day.full(),
        (None, None) => String::new(),
    }
}

/// "A postmortem in twelve timestamps and two false leads".
fn kind_of_thing(incident: &Incident) -> String {
    let (events, leads) = (incident.events.len(), false_leads(incident));
    let words = events.max(leads) < NUMBERS.len();
    let number = |count: usize| {
        if words {
            NUMBERS[count].to_string()
        } else {
            count.to_string()
        }
    };
    let counted = |count: usize, what: &str| {
        format!(
            "{} {what}{}",
            number(count),
            if count == 1 { "" } else { "s" }
        )
    };
    let events = format!("A postmortem in {}", counted(events, "timestamp"));
    if leads == 0 {
        events
    } else {
        format!("{events} and {}", counted(leads, "false lead"))
    }
}

/// Small numbers read better as words.
const NUMBERS: [&str; 13] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// "12 events, 2 false leads".
fn counts(incident: &Incident) -> String {
    let counted =
        |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let events = counted(incident.events.len(), "event");
    match false_leads(incident) {
        0 => events,
        leads => format!("{events}, {}", counted(leads, "false lead")),
    }
}

fn false_leads(incident: &Incident) -> usize {
    incident
        .events
        .iter()
        .filter(|event| event.certain_kind() == Kind::DeadEnd)
        .count()
}

/// What there is, with points between.
fn joined(parts: [String; 2]) -> String {
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}
