//! Many incidents, counted.
//!
//! Each report becomes a small [`Record`], so that a folder of any size fits into memory;
//! [`Summary`] says what they have in common: how long things took, why it broke, who noticed,
//! month by month. What a report does not tell is counted nowhere. [`table()`] and [`csv()`] write
//! that for people and for spreadsheets, [`Stats`] as JSON.

mod csv;
mod follow_up;
mod group;
mod labels;
mod record;
mod summary;
mod table;
mod trend;

pub use csv::csv;
pub use follow_up::{
    FollowUp, FollowUpCounts, FollowUpFilter, FollowUps, ReportActions, by_due_day, follow_ups,
    follow_ups_csv, follow_ups_json, follow_ups_markdown, follow_ups_table,
};
pub use group::{GroupBy, IncidentGroup, groups};
pub use record::{ActionCount, Record, TextMark, Twin, once, record};
pub use summary::{ByCause, ByNotice, Month, Summary, summary};
pub use table::table;
pub use trend::trend;

use serde::Serialize;

/// The version of the JSON.
pub const SCHEMA: u32 = 1;

/// A file that tells of no incident, or that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// The file.
    pub file: String,
    /// The kind of text it is instead, or why it could not be read.
    pub reason: String,
}

/// All of it as JSON.
#[derive(Debug, Serialize)]
pub struct Stats<'a> {
    schema: u32,
    incidents: &'a [Record],
    unreadable: &'a [LeftOut],
    #[serde(flatten)]
    summary: Summary,
    #[serde(skip_serializing_if = "Option::is_none")]
    groups: Option<Groups>,
}

/// The incidents by what they have in common.
#[derive(Debug, Serialize)]
struct Groups {
    by: GroupBy,
    groups: Vec<IncidentGroup>,
}

/// The statistics of some incidents, and those of each group where that is asked for.
pub fn stats<'a>(
    incidents: &'a [Record],
    unreadable: &'a [LeftOut],
    by: Option<GroupBy>,
) -> Stats<'a> {
    Stats {
        groups: by.map(|by| Groups { by, groups: groups(incidents, by) }),
        schema: SCHEMA,
        incidents,
        unreadable,
        summary: summary(incidents),
    }
}
