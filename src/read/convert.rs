//! Converts an incident to the clock of another time zone.

use crate::incident::{Incident, Moment, Zone};
use crate::time::local::Local;
use std::fmt;

/// The reason why a report's times cannot be converted.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoConversion {
    /// There is no zone with that name.
    UnknownZone(String),
    /// The report does not say which zone its times are in.
    NoOffset,
    /// The zone has daylight saving time, and the report does not give the date.
    NoDate(String),
}

impl fmt::Display for NoConversion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoConversion::UnknownZone(name) => {
                write!(
                    f,
                    "expected the name of a zone such as Africa/Lagos, Europe/Lisbon or UTC, \
                        found \"{name}\""
                )
            }
            NoConversion::NoOffset => f.write_str(
                "expected a time zone to convert from, found none that settles the offset",
            ),
            NoConversion::NoDate(name) => {
                write!(f, "expected a date, found none: the offset of {name} changes over the year")
            }
        }
    }
}

impl std::error::Error for NoConversion {}

impl NoConversion {
    /// A hint on how to fix it.
    pub fn hint(&self) -> Option<&'static str> {
        match self {
            NoConversion::UnknownZone(_) => None,
            NoConversion::NoOffset => {
                Some("name the zone in the report, or add <!-- postmirth: zone=Africa/Lagos -->")
            }
            NoConversion::NoDate(_) => {
                Some("write the date in the report, or add <!-- postmirth: date=2024-05-31 -->")
            }
        }
    }
}

/// The incident with every time in an IANA zone. The moments themselves stay the same.
pub fn in_zone(incident: &Incident, name: &str) -> Result<Incident, NoConversion> {
    let local = Local::named(name).ok_or_else(|| NoConversion::UnknownZone(name.to_string()))?;
    let zone = incident.zone.as_ref();
    let moved = |moment: &Moment| -> Result<Moment, NoConversion> {
        let Some(clock) = moment.clock else {
            return Ok(*moment);
        };
        let own =
            moment.offset.or(zone.and_then(|zone| zone.offset)).ok_or(NoConversion::NoOffset)?;
        let no_date = || NoConversion::NoDate(name.to_string());
        let (day, clock, offset) = local.show(moment.day, clock, own).ok_or_else(no_date)?;
        Ok(Moment { day, clock: Some(clock), offset: Some(offset) })
    };
    let mut out = incident.clone();
    for event in &mut out.events {
        event.at = moved(&event.at)?;
        event.until = event.until.as_ref().map(moved).transpose()?;
    }
    out.start = incident.start.as_ref().map(moved).transpose()?;
    out.end = incident.end.as_ref().map(moved).transpose()?;
    let first = out.events.iter().map(|event| &event.at).find(|at| at.clock.is_some());
    let label = first.and_then(|at| local.label(at)).unwrap_or_else(|| name.to_string());
    let span = zone.map_or(crate::source::Span::new(0, 0), |zone| zone.span);
    out.zone = Some(Zone { label, offset: first.and_then(|at| at.offset), span });
    Ok(out)
}
