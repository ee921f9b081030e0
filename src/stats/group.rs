//! The incidents by what they have in common.

use super::record::Record;
use super::summary::middle;
use crate::facts::JsonNumber;
use crate::named::named;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

named! {
    /// The property that incidents are grouped by.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
    #[serde(rename_all = "lowercase")]
    pub enum GroupBy {
        /// The severity that the report states.
        Severity = "severity",
        /// The service that the report names.
        Service = "service",
        /// The topic of its cause.
        Cause = "cause",
        /// The month in which it began.
        Month = "month",
    }
}

/// The incidents that have something in common.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IncidentGroup {
    /// The thing in common; `None` if the reports do not state it.
    pub name: Option<String>,
    /// The number of incidents.
    pub incidents: usize,
    /// The median time to detect, in minutes.
    pub detect: Option<JsonNumber>,
    /// The median time to acknowledge.
    pub acknowledge: Option<JsonNumber>,
    /// The median time to mitigate.
    pub mitigate: Option<JsonNumber>,
    /// The median time to resolve.
    pub resolve: Option<JsonNumber>,
    /// The action items of all.
    pub actions: usize,
    /// Those that are done.
    pub actions_done: usize,
}

/// The incidents by what is asked for: months in their order, ranks in that of the alphabet, the
/// rest
/// the most frequent first; what is not told comes last.
pub fn groups(records: &[Record], by: GroupBy) -> Vec<IncidentGroup> {
    let mut sorted: BTreeMap<Option<String>, Vec<&Record>> = BTreeMap::new();
    for record in records {
        sorted.entry(name(record, by)).or_default().push(record);
    }
    let mut groups: Vec<IncidentGroup> =
        sorted.into_iter().map(|(name, records)| group(name, &records)).collect();
    match by {
        GroupBy::Month | GroupBy::Severity => groups.sort_by_key(|group| group.name.is_none()),
        GroupBy::Service | GroupBy::Cause => {
            groups.sort_by_key(|group| (group.name.is_none(), Reverse(group.incidents)));
        }
    }
    groups
}

fn name(record: &Record, by: GroupBy) -> Option<String> {
    match by {
        GroupBy::Severity => record.severity.clone(),
        GroupBy::Service => record.service.clone(),
        GroupBy::Cause => record.cause.clone(),
        GroupBy::Month => {
            record.day.filter(|day| day.year_known).map(|day| day.date.format("%Y-%m").to_string())
        }
    }
}

fn group(name: Option<String>, records: &[&Record]) -> IncidentGroup {
    IncidentGroup {
        name,
        incidents: records.len(),
        detect: middle(records, |minutes| minutes.detect),
        acknowledge: middle(records, |minutes| minutes.acknowledge),
        mitigate: middle(records, |minutes| minutes.mitigate),
        resolve: middle(records, |minutes| minutes.resolve),
        actions: records.iter().map(|record| record.actions.count).sum(),
        actions_done: records.iter().map(|record| record.actions.done).sum(),
    }
}
