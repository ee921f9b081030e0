//! The figures: how long it took until what, where that is certain.

use super::headline::about;
use super::outage::{Outage, agrees};
use crate::facts::{Metric, metrics};
use crate::incident::{Incident, Moment, Phase};
use crate::time::format::{self, DAY, spoken};

/// One of the figures of the header.
pub(crate) struct Figure {
    pub(crate) phase: Phase,
    pub(crate) value: String,
    pub(crate) name: String,
    /// The two moments that it runs between: "09:30–10:32".
    pub(crate) moments: String,
}

/// The name of a length that the report states and its entries do not measure.
pub(super) const AS_STATED: &str = "as stated";

/// The figures that the incident gives: none of zero, none longer than the outage itself, and
/// none that its bar or a length that the report states would refute.
pub(super) fn figures(incident: &Incident, outage: Option<&Outage>) -> Vec<Figure> {
    let whole = outage.and_then(|outage| outage.minutes);
    let fits = |name: &str, minutes: f64| {
        let noticed = |outage: &Outage| outage.noticed.map(|noticed| noticed - outage.from);
        let alike = |noticed: f64| (noticed - minutes).abs() <= 0.5;
        whole.is_none_or(|whole| minutes <= whole)
            && (name != "resolve" || agrees(incident, minutes))
            && (name != "detect" || outage.and_then(noticed).is_none_or(alike))
    };
    // A length that the entries have no room for was not what they took to resolve it.
    let last = incident.events.iter().map(|event| event.minute);
    let span = last.fold(0.0, f64::max);
    let beyond = |minutes: f64| whole.is_none() && minutes > span * 1.05 + 1.0;
    let is_resolve = |name: &str| name == "resolve";
    // Beside a bar that begins at another minute a length tells from where it runs.
    let later = |metric: &Metric| {
        let from = metric.from.and_then(|from| incident.minute_of(from));
        let begun = outage.map(|outage| outage.from);
        from.zip(begun).is_some_and(|(from, begun)| (from - begun).abs() > 0.5)
    };
    // Only the report's own length may be rough.
    let is_stated = |minutes: f64| incident.stated.resolve.is_some_and(|told| told == minutes);
    metrics(incident)
        .shown()
        .filter(|(name, metric)| fits(name, metric.minutes.value()))
        .map(|(name, metric)| Figure {
            phase: match name {
                "detect" => Phase::Detection,
                "acknowledge" => Phase::Investigation,
                "escalate" => Phase::Escalation,
                _ => Phase::Resolution,
            },
            value: about(
                &spoken(metric.minutes.value()),
                incident.rough && is_resolve(name) && is_stated(metric.minutes.value()),
            ),
            name: match (name, later(metric)) {
                ("resolve", _) if beyond(metric.minutes.value()) => AS_STATED.to_string(),
                ("acknowledge" | "escalate", true) => format!("to {name} once noticed"),
                _ => format!("to {name}"),
            },
            moments: moments(metric),
        })
        .collect()
}

/// The two moments that a metric runs between, as short as possible. From a day on, the
/// days say more than the clocks.
fn moments(metric: &Metric) -> String {
    let length = metric.minutes.value();
    let shown = |at: Moment| match length < DAY {
        true => at.clock.map(format::clock),
        false => at.day.map(|day| format::short(day.date)),
    };
    match metric.from.and_then(shown).zip(metric.to.and_then(shown)) {
        Some((from, _)) if length <= 0.0 => format!("at {from}"),
        Some((from, to)) if length < DAY => format!("{from}–{to}"),
        Some((from, to)) => format!("{from} – {to}"),
        None => String::new(),
    }
}
