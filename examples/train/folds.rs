//! Groups into folds: an author or an organisation is never in two of them.

use super::corpus::{Report, Side};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;

/// How many folds there are.
pub(crate) const FOLDS: usize = 5;

/// An organisation of more entries than this is dealt before the others.
const BIG: usize = 60;

/// The fold of each report; invented entries are in none.
pub(crate) fn folds(reports: &[Report], seed: u64) -> Vec<Option<usize>> {
    let mut sizes: BTreeMap<(&str, bool), usize> = BTreeMap::new();
    for report in reports.iter().filter(|report| report.side != Side::Invented) {
        let group = (report.group.as_str(), report.side == Side::Company);
        *sizes.entry(group).or_default() += report.states.len();
    }
    let mut groups: Vec<((&str, bool), usize)> = sizes.into_iter().collect();
    groups.shuffle(&mut ChaCha8Rng::seed_from_u64(seed));
    groups.sort_by_key(|((_, company), size)| {
        std::cmp::Reverse(if *company && *size > BIG { *size } else { 0 })
    });
    let mut loads = [[0; FOLDS]; 2];
    let mut fold = BTreeMap::new();
    for ((group, company), size) in groups {
        let loads = &mut loads[usize::from(company)];
        let least = (0..FOLDS).min_by_key(|fold| loads[*fold]).unwrap_or(0);
        loads[least] += size;
        fold.insert(group, least);
    }
    reports
        .iter()
        .map(|report| match report.side {
            Side::Invented => None,
            _ => fold.get(report.group.as_str()).copied(),
        })
        .collect()
}
