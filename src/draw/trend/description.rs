//! The trend in words.

use super::plan::{FOR_NINTH, Panel, PeriodGroup, TrendPlan};
use super::{Trend, TrendShare};
use crate::draw::description::ended;
use crate::facts::JsonNumber;
use crate::time::spoken;
use crate::words::counted;

/// Everything that the picture shows, for those who cannot see it.
pub(super) fn story(plan: &TrendPlan, trend: &Trend) -> String {
    let mut told = vec![ended(&plan.subtitle.replace(" · ", ", ").replace('\u{a0}', " "))];
    told.extend(plan.panels.iter().map(|panel| lengths(plan, panel)));
    told.extend(shares("By cause", &trend.causes));
    told.extend(shares("By who noticed", &trend.noticed));
    told.join(" ")
}

fn lengths(plan: &TrendPlan, panel: &Panel) -> String {
    let length = |minutes: Option<JsonNumber>| {
        minutes.map_or(String::new(), |minutes| spoken(minutes.value()))
    };
    let spread = &panel.spread;
    if spread.count == 1 {
        return format!("{}: {} in the one that tells it.", panel.name, length(spread.mean));
    }
    let count = counted(spread.count, "incident");
    let mut told = format!(
        "{}, told of {count}: median {}, mean {}",
        panel.name,
        length(spread.median),
        length(spread.mean)
    );
    if spread.count >= FOR_NINTH {
        told.push_str(&format!(", nine in ten within {}", length(spread.p90)));
    }
    told.push('.');
    if let Some(period) = plan.period().filter(|_| !panel.groups.is_empty()) {
        let group = |group: &PeriodGroup| {
            format!("{} {} ({})", group.name, spoken(group.median), group.count)
        };
        let groups: Vec<String> = panel.groups.iter().map(group).collect();
        told.push_str(&format!(
            " Median of each {period}, with the number of incidents: {}.",
            groups.join(", ")
        ));
    }
    told
}

fn shares(lead: &str, shares: &[TrendShare]) -> Option<String> {
    let share = |share: &TrendShare| {
        format!("{} {}", share.name.as_deref().unwrap_or("not told"), share.count)
    };
    let told: Vec<String> = shares.iter().map(share).collect();
    shares.iter().any(|share| share.name.is_some()).then(|| format!("{lead}: {}.", told.join(", ")))
}
