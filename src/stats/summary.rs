//! The sums of many incidents.

use super::record::{ActionCount, Record};
use crate::facts::{JsonNumber, Metrics, Spread, median, sorted, spread};
use crate::read::By;
use serde::Serialize;
use std::collections::BTreeMap;

/// The sums of many incidents.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// The durations.
    pub metrics: Metrics<Spread>,
    /// Incidents by what they were about, the most frequent first.
    pub causes: Vec<ByCause>,
    /// Incidents by who noticed them.
    pub noticed: Vec<ByNotice>,
    /// Month by month, from the first to the last that has an incident.
    pub months: Vec<Month>,
    /// The number of incidents whose month is unknown.
    pub undated: usize,
    /// The measures of all.
    pub actions: ActionCount,
}

/// The incidents that were about one thing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ByCause {
    /// About what; `None` where no topic fits.
    pub cause: Option<String>,
    /// The number of incidents.
    pub incidents: usize,
    /// Of a hundred.
    pub percent: JsonNumber,
}

/// The incidents that were noticed in one way.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ByNotice {
    /// By whom; `None` where the report does not tell.
    pub by: Option<By>,
    /// The number of incidents.
    pub incidents: usize,
    /// Of a hundred.
    pub percent: JsonNumber,
}

/// The incidents of one month.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Month {
    /// As `2026-04`.
    pub month: String,
    /// The number of incidents.
    pub incidents: usize,
    /// The median time to acknowledge, in minutes.
    pub acknowledge: Option<JsonNumber>,
    /// The median time to resolve, in minutes.
    pub resolve: Option<JsonNumber>,
}

/// Sums up these incidents.
pub fn summary(records: &[Record]) -> Summary {
    let spread =
        |of: fn(&Metrics<Option<JsonNumber>>) -> Option<JsonNumber>| spread(values(records, of));
    let months = months(records);
    Summary {
        metrics: Metrics {
            detect: spread(|minutes| minutes.detect),
            acknowledge: spread(|minutes| minutes.acknowledge),
            escalate: spread(|minutes| minutes.escalate),
            mitigate: spread(|minutes| minutes.mitigate),
            resolve: spread(|minutes| minutes.resolve),
        },
        causes: causes(records),
        noticed: notices(records),
        undated: records.len() - months.iter().map(|month| month.incidents).sum::<usize>(),
        months,
        actions: ActionCount {
            count: records.iter().map(|record| record.actions.count).sum(),
            done: records.iter().map(|record| record.actions.done).sum(),
        },
    }
}

fn values<'a>(
    records: impl IntoIterator<Item = &'a Record>,
    of: impl Fn(&Metrics<Option<JsonNumber>>) -> Option<JsonNumber>,
) -> impl Iterator<Item = f64> {
    records.into_iter().filter_map(move |record| of(&record.minutes)).map(JsonNumber::value)
}

fn percent(part: usize, whole: usize) -> JsonNumber {
    JsonNumber::from(part as f64 * 100.0 / whole as f64)
}

/// The most frequent first, of equals in the order of the alphabet; what is not told comes last.
fn causes(records: &[Record]) -> Vec<ByCause> {
    let mut counts: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    for record in records {
        *counts.entry(record.cause.as_deref()).or_default() += 1;
    }
    let told = |(cause, incidents): (Option<&str>, usize)| ByCause {
        cause: cause.map(str::to_string),
        incidents,
        percent: percent(incidents, records.len()),
    };
    let mut causes: Vec<ByCause> = counts.into_iter().map(told).collect();
    causes.sort_by_key(|cause| (cause.cause.is_none(), std::cmp::Reverse(cause.incidents)));
    causes
}

fn notices(records: &[Record]) -> Vec<ByNotice> {
    let ways = By::ALL.into_iter().map(Some).chain([None]);
    let counted = ways.map(|by| (by, records.iter().filter(|record| record.noticed == by).count()));
    counted
        .filter(|(_, incidents)| *incidents > 0)
        .map(|(by, incidents)| ByNotice {
            by,
            incidents,
            percent: percent(incidents, records.len()),
        })
        .collect()
}

/// The median of one length.
pub(super) fn middle(
    records: &[&Record],
    of: fn(&Metrics<Option<JsonNumber>>) -> Option<JsonNumber>,
) -> Option<JsonNumber> {
    median(&sorted(values(records.iter().copied(), of))).map(JsonNumber::from)
}

fn months(records: &[Record]) -> Vec<Month> {
    let mut months: BTreeMap<String, Vec<&Record>> = BTreeMap::new();
    for record in records {
        if let Some(day) = record.day.filter(|day| day.year_known) {
            months.entry(day.date.format("%Y-%m").to_string()).or_default().push(record);
        }
    }
    months
        .into_iter()
        .map(|(month, records)| Month {
            month,
            incidents: records.len(),
            acknowledge: middle(&records, |minutes| minutes.acknowledge),
            resolve: middle(&records, |minutes| minutes.resolve),
        })
        .collect()
}
