//! Checks that the times of a report agree, so that durations may be computed from them.

use crate::diagnostic::{Code, Diagnostic};
use crate::incident::{Incident, Moment};
use crate::source::Span;

/// Half a day: the difference between AM and PM.
const HALF_DAY: f64 = 720.0;

/// Going back by at most this many minutes is a wrong order; by more, a wrong day or AM/PM.
const SLIP: f64 = 60.0;

/// With fewer entries the last one need not be the end.
const FEWEST: usize = 3;

/// Explains why no duration may be computed, if the times contradict each other.
pub(crate) fn disagreement(incident: &Incident, doubts: &[Diagnostic]) -> Option<Diagnostic> {
    let (place, why) = ends_first(doubts)
        .or_else(|| backwards(incident))
        .or_else(|| apart(incident))
        .or_else(|| ends_on_another_day(incident))?;
    let what = format!("no lengths were worked out from the times: {why}");
    Some(
        Diagnostic::new(Code::TimesDisagree, place, what)
            .hint("check the dates, the zones, and AM and PM"),
    )
}

fn ends_first(doubts: &[Diagnostic]) -> Option<(Span, String)> {
    let doubt = doubts.iter().find(|doubt| doubt.code == Code::EndBeforeStart)?;
    Some((doubt.span?, "the stated end lies before the stated start".into()))
}

fn backwards(incident: &Incident) -> Option<(Span, String)> {
    let pair = incident.events.windows(2).find(|pair| {
        let after = pair[1].at.minutes_since(&pair[0].at);
        after.unwrap_or(pair[1].minute - pair[0].minute) < -SLIP
    })?;
    Some((pair[1].span, "this entry lies before the one above it".into()))
}

/// Forgets an end that is given on two days, and the length up to it; a length that the author
/// states stays.
pub(crate) fn forget_doubled_end(incident: &mut Incident) {
    if ends_on_another_day(incident).is_some() {
        incident.end = None;
        incident.minutes = incident.stated.resolve;
    }
}

/// The stated end has the very clock of the last entry, some days later: one of the two days is a
/// typo.
fn ends_on_another_day(incident: &Incident) -> Option<(Span, String)> {
    let end = incident.end?;
    let last = incident.events.last().filter(|_| incident.events.len() >= FEWEST)?;
    let days = (end.day?.date - last.at.day?.date).num_days();
    (end.clock.is_some() && end.clock == last.at.clock && days != 0).then(|| {
        let why = "the summary and the timeline give the same end on different days";
        (last.span, why.into())
    })
}

/// The stated window and the timeline are hours apart.
fn apart(incident: &Incident) -> Option<(Span, String)> {
    let (start, end) = (incident.start?, incident.end?);
    let timed = || incident.events.iter().filter(|event| event.at.clock.is_some());
    let first = timed().next()?;
    let from = start.minutes_since(&first.at)?;
    let to = end.minutes_since(&first.at)?;
    // From here on, in minutes since the first entry.
    let minute = |minute: f64| minute - first.minute;
    let (mut least, mut most) = (f64::MAX, f64::MIN);
    for event in timed() {
        least = least.min(minute(event.minute));
        most = most.max(minute(event.minute));
    }
    let outside = most < from || least > to;
    if !outside {
        return None;
    }
    let same = |moment: &Moment| {
        timed().any(|event| event.at.clock == moment.clock && event.at.offset != moment.offset)
    };
    let gap = if most < from { from - most } else { least - to };
    let why = if same(&start) || same(&end) {
        "the summary and the timeline give the same clock in two time zones"
    } else if gap > 2.0 * HALF_DAY {
        "the summary and the timeline give different days"
    } else {
        "the outage that the summary states and the timeline do not overlap"
    };
    Some((first.span, why.into()))
}
