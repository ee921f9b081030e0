//! The rows in groups of one phase: as many as can be read, the telling ones first.

use super::aside::{Aside, set_aside};
use super::detours::{Detour, find_detours};
use super::fewer::{SkippedEntries, chosen, folded};
use super::leads::{evened, unlabelled};
use super::lengths::{closed_at, keep_lengths_of, last_certain};
use super::parts::{StoryPart, told_by_time};
use super::signs::{MarkLabel, signs};
use super::words::{self, MarkWords};
use crate::draw::incident::plan::{IncidentPlan, PlanRow};
use crate::incident::{Kind, Phase};

/// A run of rows of one phase.
pub(super) struct PhaseGroup {
    /// None where the report does not say for certain which it is.
    pub(super) phase: Option<Phase>,
    /// Its place in time, which is its name where it has no phase.
    pub(super) part: StoryPart,
    pub(super) from: f64,
    pub(super) to: f64,
    /// The last minute that is told of it: where the next phase begins for certain, else its last
    /// certain entry.
    pub(super) told: f64,
    /// Its length, where its first moment and its end are certain.
    pub(super) length: Option<f64>,
    pub(super) rows: Vec<GroupRow>,
    /// The number of its entries that were left out.
    pub(super) more: usize,
    /// The number of those of them that stand between two shown ones.
    pub(super) alone: usize,
}

/// A row with its notes.
#[derive(Clone)]
pub(super) struct GroupRow {
    pub(super) row: PlanRow,
    pub(super) text: String,
    /// The sentence that its sign rests on.
    pub(super) telling: Option<String>,
    /// The word that it rests on.
    pub(super) word: Option<String>,
    pub(super) sign: Option<MarkLabel>,
    /// The minutes of its dots: more than one where repeats share the row.
    pub(super) dots: Vec<f64>,
    /// Its distance from the rest, if the axis does not reach it.
    pub(super) aside: Option<Aside>,
    pub(super) detour: Option<Detour>,
    pub(super) phase: Option<Phase>,
    /// The most lines that its text takes; one more where that holds all of it.
    pub(super) lines: usize,
    /// The entries beside it that were left out.
    pub(super) left_out: SkippedEntries,
}

impl GroupRow {
    /// The words that its sign rests on.
    pub(super) fn mark_words(&self) -> MarkWords<'_> {
        MarkWords {
            sentence: self.telling.as_deref(),
            word: self.word.as_deref(),
            all: self.sign.is_some_and(MarkLabel::failed),
        }
    }
}

/// More groups than this are not read.
const MOST_GROUPS: usize = 7;
/// A row of no told phase that fills less than this share of the whole, between two parts of one
/// phase, is a flicker.
const SLIVER: f64 = 0.05;

/// The groups of a plan's rows, at most so many rows in all.
pub(super) fn groups(plan: &IncidentPlan<'_>, most: Option<usize>) -> Vec<PhaseGroup> {
    let rows = &plan.rows;
    let outage = plan.outage.as_ref().map(|outage| (outage.from, outage.to));
    let whole = plan.outage.as_ref().and_then(|outage| outage.minutes);
    let mut all = told(plan);
    if let Some((_, to)) = outage {
        keep_to(&mut all, to);
    }
    set_aside(&mut all, outage);
    find_detours(&mut all, whole);
    let mut all = match most {
        Some(most) if all.len() > most => chosen(folded(all), most),
        _ => all,
    };
    name_days(&mut all);
    let mut groups = unnamed(grouped(all));
    join_split(&mut groups);
    let end = rows.last().map_or(0.0, |row| row.to);
    measure(&mut groups, end);
    join_flicker(&mut groups);
    let mut groups = groups.into_iter().fold(Vec::new(), joined);
    measure(&mut groups, end);
    if let Some(outage) = plan.outage.as_ref().filter(|outage| outage.over) {
        end_with(&mut groups, outage.to);
    }
    keep_lengths_of(plan.incident, &mut groups);
    let mut groups = told_by_time(plan, groups);
    count_left_out(&mut groups);
    say_once(&mut groups);
    groups
}

/// Takes from the texts what their group or their mark says.
fn say_once(groups: &mut [PhaseGroup]) {
    for group in groups {
        for row in &mut group.rows {
            let text = unlabelled(&row.text, row, group.phase);
            let telling = row.telling.as_ref();
            row.telling = telling.map(|told| unlabelled(told, row, group.phase));
            row.text = evened(&text);
        }
    }
}

/// Each event with its text, its sign and its phase.
fn told(plan: &IncidentPlan<'_>) -> Vec<GroupRow> {
    let rows = &plan.rows;
    let end = |row: &PlanRow| row.until.map(|until| format!("to {}", plan.reckoning.clock(until)));
    let texts: Vec<&str> = rows.iter().map(|row| row.text.as_str()).collect();
    rows.iter()
        .zip(words::readable(&texts))
        .zip(signs(rows))
        .enumerate()
        .map(|(at, ((row, text), sign))| GroupRow {
            row: PlanRow { caption: row.caption.clone().or_else(|| end(row)), ..row.clone() },
            text,
            telling: sign.and(row.decisive).and_then(|at| words::sentence_at(&row.text, at)),
            word: sign.and(row.decisive).and_then(|at| words::word_at(&row.text, at)),
            sign,
            dots: vec![row.from],
            aside: None,
            detour: None,
            phase: shown_phase(rows, at),
            lines: 1,
            left_out: SkippedEntries::default(),
        })
        .collect()
}

/// Names the day of a row that is the first of those left to have it.
fn name_days(rows: &mut [GroupRow]) {
    let several = rows.windows(2).any(|pair| pair[0].row.day != pair[1].row.day);
    let mut shown = None;
    for row in rows.iter_mut().filter(|_| several) {
        let row = &mut row.row;
        let new = row.day.filter(|day| shown != Some(day.date));
        match (&row.caption, new) {
            // A row that several share tells there where it ends.
            (Some(caption), Some(day)) if *caption != day.short() => {}
            (_, Some(day)) => {
                row.caption = row.timed.then(|| day.short());
                shown = Some(day.date);
            }
            _ => {}
        }
    }
}

/// The phase under which a row stands. One that is not certain joins the certain ones on both sides
/// of it where their phase is also its likeliest, without their colour, and stands under no name
/// otherwise: on reports never seen, what was guessed from one neighbour was right in three of five
/// cases only. The time before anybody noticed is not the detection, and telling others of it is no
/// phase.
fn shown_phase(rows: &[PlanRow], at: usize) -> Option<Phase> {
    let row = &rows[at];
    let own = |row: &&PlanRow| row.certain && row.kind != Kind::Communicated;
    // Whoever acts, however unsure it is, has left the phase before it.
    let acts = |row: &PlanRow| !row.certain && row.guess == Phase::Resolution;
    let last = rows[..at].iter().rposition(|row| own(&row));
    let left = last.is_some_and(|last| {
        rows[last].phase != Phase::Resolution && rows[last + 1..at].iter().any(acts)
    });
    let before = last.filter(|_| !left).map(|last| rows[last].phase);
    let phase = match (row.certain, row.kind) {
        (true, Kind::Communicated) => before,
        (true, _) => Some(row.phase),
        (false, _) => {
            let after = rows[at..].iter().find(own).map(|row| row.phase);
            before.filter(|before| after == Some(*before) && *before == row.guess)
        }
    };
    let unnoticed = match rows.iter().position(|row| row.notices) {
        Some(noticed) => at < noticed,
        None => true,
    };
    phase.filter(|phase| *phase != Phase::Detection || !unnoticed)
}

/// Takes away the marks that the stated outage refutes: over only after its end. What set it off,
/// or an alert, may well come before its start.
fn keep_to(rows: &mut [GroupRow], to: f64) {
    for row in rows {
        if row.sign == Some(MarkLabel::Resolved) && row.row.from > to + 1.0 {
            row.sign = None;
        }
    }
}

fn grouped(rows: Vec<GroupRow>) -> Vec<PhaseGroup> {
    rows.into_iter()
        .map(|row| PhaseGroup {
            phase: row.phase,
            part: StoryPart::Events,
            from: row.row.from,
            to: row.row.from,
            told: 0.0,
            length: None,
            rows: vec![row],
            more: 0,
            alone: 0,
        })
        .fold(Vec::new(), joined)
}

/// Takes the name from every group in which no row is certain: it would stand on guesses alone.
fn unnamed(mut groups: Vec<PhaseGroup>) -> Vec<PhaseGroup> {
    for group in &mut groups {
        if !group.rows.iter().any(|row| row.row.certain) {
            group.phase = None;
        }
    }
    groups.into_iter().fold(Vec::new(), joined)
}

/// Joins two groups of one phase that a single row of no certain phase parts.
fn join_split(groups: &mut Vec<PhaseGroup>) {
    let mut at = 1;
    while at + 1 < groups.len() {
        let (before, row, after) = (&groups[at - 1], &groups[at], &groups[at + 1]);
        let one = row.phase.is_none() && row.rows.len() == 1 && row.rows[0].sign.is_none();
        let one = one && (!acts(row) || before.phase == Some(Phase::Resolution));
        if one && before.phase == after.phase {
            let after = groups.remove(at + 1);
            let row = groups.remove(at);
            groups[at - 1].rows.extend(row.rows);
            groups[at - 1].rows.extend(after.rows);
        } else {
            at += 1;
        }
    }
}

/// True for a group in which somebody acts.
fn acts(group: &PhaseGroup) -> bool {
    group.rows.iter().any(|row| row.row.guess == Phase::Resolution)
}

/// Adds a group, or its rows to the last one of the same phase.
fn joined(mut groups: Vec<PhaseGroup>, next: PhaseGroup) -> Vec<PhaseGroup> {
    match groups.last_mut().filter(|last| last.phase == next.phase) {
        Some(last) => last.rows.extend(next.rows),
        None => groups.push(next),
    }
    groups
}

/// Each group lasts until the next one begins, the last one until the end.
fn measure(groups: &mut [PhaseGroup], end: f64) {
    let on_axis = |group: &PhaseGroup| -> Vec<f64> {
        let rows = group.rows.iter().filter(|row| row.aside.is_none());
        rows.map(|row| row.row.from).collect()
    };
    let begins: Vec<Option<f64>> =
        groups.iter().map(|group| on_axis(group).first().copied()).collect();
    let ends: Vec<Option<f64>> = (0..groups.len()).map(|at| closed_at(groups, at)).collect();
    // What lies beyond the axis ends nothing on it.
    let aside = |group: &PhaseGroup| group.rows.iter().any(|row| row.aside.is_some());
    let off_axis: Vec<bool> = (0..groups.len()).map(|at| groups[at..].iter().any(aside)).collect();
    for (at, group) in groups.iter_mut().enumerate() {
        let minutes = on_axis(group);
        let (Some(first), Some(last)) = (minutes.first(), minutes.last()) else {
            (group.to, group.told) = (group.from, group.from);
            group.length = None;
            continue;
        };
        let off = off_axis[at];
        let next = begins[at + 1..].iter().flatten().next().copied();
        let alone = group
            .rows
            .iter()
            .filter(|row| row.aside.is_none())
            .fold(*last, |to, row| to.max(row.row.until.unwrap_or(to)));
        // It is known to have begun with its first certain row.
        let begun = group.rows.iter().find(|row| row.row.certain && row.aside.is_none());
        group.from = begun.map_or(*first, |row| row.row.from);
        group.to = next.unwrap_or(if off { alone } else { end.max(alone) });
        group.told = ends[at].unwrap_or_else(|| last_certain(group));
        let begins = group.rows.iter().find(|row| row.aside.is_none());
        let begun = begins.is_some_and(|row| row.row.certain);
        group.length = ends[at]
            .filter(|_| begun && group.phase.is_some())
            .map(|end| end - group.from)
            .filter(|length| *length > 0.0);
    }
}

/// A resolution that no entry ends goes on until the told end, whatever follows after that.
fn end_with(groups: &mut [PhaseGroup], end: f64) {
    let last = groups.iter_mut().rfind(|group| group.from <= end);
    let open = |group: &&mut PhaseGroup| group.phase == Some(Phase::Resolution);
    if let Some(group) = last.filter(open) {
        let reached = group.rows.iter().all(|row| row.row.from <= end);
        if reached && group.told <= group.from {
            group.told = end.max(group.from);
        }
    }
}

/// Joins slivers between two parts of one phase, and more where there are very many groups.
fn join_flicker(groups: &mut Vec<PhaseGroup>) {
    let whole =
        groups.last().map_or(0.0, |last| last.to) - groups.first().map_or(0.0, |one| one.from);
    loop {
        // What is told is not lost in what is not, as long as the groups can be read.
        let few = groups.len() <= MOST_GROUPS;
        let lost = |at: usize| few && groups[at].phase.is_some() && groups[at - 1].phase.is_none();
        let between = |at: usize| groups[at - 1].phase == groups[at + 1].phase && !lost(at);
        let length = |at: usize| groups[at].to - groups[at].from;
        let inner = 1..groups.len().saturating_sub(1);
        let shortest = inner
            .filter(|at| between(*at) && groups[*at].rows.len() == 1)
            .filter(|at| !acts(&groups[*at]))
            .min_by(|one, two| length(*one).total_cmp(&length(*two)));
        let Some(at) = shortest else {
            break;
        };
        let told = groups[at].phase.is_some() || groups[at].rows[0].sign.is_some();
        let sliver = length(at) < whole * SLIVER && !told;
        if !sliver && few {
            break;
        }
        let after = groups.remove(at + 1);
        let middle = groups.remove(at);
        groups[at - 1].rows.extend(middle.rows);
        groups[at - 1].rows.extend(after.rows);
        groups[at - 1].to = after.to;
        groups[at - 1].told = after.told;
    }
}

/// Counts the entries of each group that were left out. Single ones are not worth a line where they
/// were.
fn count_left_out(groups: &mut [PhaseGroup]) {
    for group in groups {
        let places = group.rows.iter_mut().map(|row| &mut row.left_out);
        for count in places.flat_map(|out| [&mut out.before, &mut out.after]) {
            group.more += *count;
            if *count == 1 {
                *count = 0;
                group.alone += 1;
            }
        }
    }
}
