//! The lengths that a line may tell.

use crate::incident::Incident;
use crate::time::length;

/// More moments than these are not paired: a line can play on no such pair.
const MOMENTS: usize = 200;
/// Of so many gaps, two are also added up.
const GAPS: usize = 40;

/// Every length that the report tells, and those between its moments, where its times agree.
pub(super) fn minutes(text: &str, incident: &Incident) -> Vec<f64> {
    let mut out: Vec<f64> =
        text.lines().flat_map(length::all).map(|length| length.minutes).collect();
    out.extend(incident.minutes);
    if incident.times_disagree {
        return out;
    }
    let timed = incident.events.iter().filter(|event| event.at.clock.is_some());
    let mut moments: Vec<f64> = timed.clone().map(|event| event.minute).collect();
    let stated = [incident.start, incident.end].into_iter().flatten();
    let ends = timed.filter_map(|event| event.until).chain(stated);
    moments.extend(ends.filter_map(|moment| incident.minute_of(moment)));
    moments.sort_by(f64::total_cmp);
    moments.dedup();
    moments.truncate(MOMENTS);
    for (index, from) in moments.iter().enumerate() {
        out.extend(moments[index + 1..].iter().map(|to| to - from));
    }
    let gaps: Vec<f64> = moments.windows(2).map(|pair| pair[1] - pair[0]).collect();
    if gaps.len() <= GAPS {
        for (index, gap) in gaps.iter().enumerate() {
            out.extend(gaps[index + 1..].iter().map(|other| gap + other));
        }
    }
    out
}
