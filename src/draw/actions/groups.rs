//! The measures in groups: the author's own, else by what they are for, or by day.

use super::plan::{ActionRow, name};
use crate::incident::{Action, Category};

/// The measures under one name.
pub(super) struct ChartGroup<'a> {
    /// None where the author put them under none.
    pub(super) name: Option<String>,
    /// The purpose of all of them, where the groups are by purpose.
    pub(super) category: Option<Category>,
    pub(super) rows: Vec<ActionRow<'a>>,
    /// The number of further ones that have no room, and of those among them that are done.
    pub(super) more: usize,
    pub(super) more_done: usize,
}

impl<'a> ChartGroup<'a> {
    fn new(name: Option<String>, category: Option<Category>) -> ChartGroup<'a> {
        ChartGroup { name, category, rows: Vec::new(), more: 0, more_done: 0 }
    }
}

/// In groups larger than this on average the author's names mean something.
const LEAST_SHARED: f64 = 1.4;

/// The names under which the author put the measures, in their order; none where they say nothing
/// of how the measures belong together.
pub(super) fn author_groups(all: &[&Action]) -> Vec<Option<String>> {
    let mut names: Vec<Option<String>> = Vec::new();
    for action in all {
        if !names.contains(&action.group) {
            names.push(action.group.clone());
        }
    }
    let parted = all.iter().any(|action| action.broad);
    let named = names.iter().flatten().count();
    let shared = all.len() as f64 >= LEAST_SHARED * names.len() as f64;
    match parted || named >= 2 && shared {
        true => names,
        false => Vec::new(),
    }
}

pub(super) fn under<'a>(
    all: &[&Action],
    names: &[Option<String>],
    rows: Vec<ActionRow<'a>>,
) -> Vec<ChartGroup<'a>> {
    let broad =
        |name: &Option<String>| all.iter().any(|action| action.broad && action.group == *name);
    let mut groups: Vec<ChartGroup<'a>> = names
        .iter()
        .map(|name| {
            let general = || broad(name).then(|| "To improve in general".to_string());
            ChartGroup::new(name.clone().or_else(general), None)
        })
        .collect();
    for (action, row) in all.iter().zip(rows) {
        let at = names.iter().position(|name| *name == action.group);
        if let Some(group) = at.and_then(|at| groups.get_mut(at)) {
            group.rows.push(row);
        }
    }
    groups
}

/// By what they are for, and last those that do not say so; what no measure is for has an empty
/// group where that would be a hole in the incident's course.
pub(super) fn by_category<'a>(
    rows: Vec<ActionRow<'a>>,
    missing: &[Category],
) -> Vec<ChartGroup<'a>> {
    let named = rows.iter().any(|row| row.category.is_some());
    let title = |category: Option<Category>| category.map_or("Other", name).to_string();
    let kinds = Category::ALL.iter().copied().map(Some).chain([None]);
    let mut groups: Vec<ChartGroup<'a>> =
        kinds.map(|category| ChartGroup::new(named.then(|| title(category)), category)).collect();
    for row in rows {
        let own = groups.iter_mut().find(|group| group.category == row.category);
        if let Some(group) = own {
            group.rows.push(row);
        }
    }
    groups.retain(|group| {
        let missed = group.category.is_some_and(|own| missing.contains(&own));
        !group.rows.is_empty() || missed
    });
    groups
}

/// In the order of their days; what has none comes last.
pub(super) fn by_day(mut rows: Vec<ActionRow<'_>>) -> ChartGroup<'_> {
    let end = |row: &ActionRow<'_>| row.bar.map_or(f64::INFINITY, |(_, end)| end);
    rows.sort_by(|one, two| end(one).total_cmp(&end(two)));
    ChartGroup { rows, ..ChartGroup::new(None, None) }
}
