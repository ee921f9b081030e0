//! The records as the picture of the trend shows them.

use super::record::Record;
use super::summary::summary;
use crate::draw::{Trend, TrendPoint, TrendShare};
use crate::facts::JsonNumber;

/// The incidents as points, and how they are shared out.
pub fn trend(records: &[Record]) -> Trend {
    let summary = summary(records);
    let point = |record: &Record| TrendPoint {
        day: record.day.filter(|day| day.year_known).map(|day| day.date),
        acknowledge: record.minutes.acknowledge.map(JsonNumber::value),
        resolve: record.minutes.resolve.map(JsonNumber::value),
    };
    let cause = |name: &String| name.replace('-', " ");
    Trend {
        points: records.iter().map(point).collect(),
        causes: summary
            .causes
            .iter()
            .map(|share| TrendShare {
                name: share.cause.as_ref().map(cause),
                count: share.incidents,
            })
            .collect(),
        noticed: summary
            .noticed
            .iter()
            .map(|share| TrendShare {
                name: share.by.map(|by| by.name().to_string()),
                count: share.incidents,
            })
            .collect(),
    }
}
