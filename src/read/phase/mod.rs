//! Each event's kind and phase, with the words that decided them.

pub(crate) mod cues;
pub(crate) mod signs;

use crate::document::markdown::Line;
use crate::incident::{Kind, Phase};
use crate::read::phase::cues::{FAILURE, Sign};
use crate::read::phase::signs::Reading;
use crate::read::timeline::days::Placed;
use crate::source::Span;

/// What an event is, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) phase: Phase,
    pub(crate) kind: Kind,
    pub(crate) because: Option<Span>,
}

/// Decides on each event in turn, by its own words first and then by its place among the others.
pub(crate) fn verdicts(placed: &[Placed], lines: &[Line]) -> Vec<Verdict> {
    let readings: Vec<Reading> = placed
        .iter()
        .map(|placed| Reading::of(&placed.entry.text))
        .collect();
    let kinds = story(&readings);
    let mut out: Vec<Verdict> = Vec::with_capacity(placed.len());
    let mut over = false;
    for (index, placed) in placed.iter().enumerate() {
        let (mut kind, sign) = kinds[index];
        let word = sign.and_then(|sign| readings[index].range(sign));
        let before = out.last().map(|verdict| verdict.phase);
        let settings = placed.entry.settings;
        kind = settings.kind.unwrap_or(kind);
        let phase = settings.phase.unwrap_or_else(|| {
            phase_of(kind, before, over && readings[index].weight(Sign::End) > 0)
        });
        over |= kind == Kind::Resolved;
        let because = settings
            .span
            .or_else(|| word.map(|range| placed.entry.place(lines, range)));
        out.push(Verdict {
            phase,
            kind,
            because,
        });
    }
    out
}

/// The phase that a kind belongs to; what is neither here nor there stays in the phase before it.
fn phase_of(kind: Kind, before: Option<Phase>, over: bool) -> Phase {
    match kind {
        // Telling people that it is over belongs to its end.
        Kind::Communicated if over => Phase::Resolution,
        Kind::Trigger | Kind::Detected | Kind::Confirmed => Phase::Detection,
        Kind::Investigating | Kind::Hypothesis | Kind::DeadEnd | Kind::CauseFound => {
            Phase::Investigation
        }
        Kind::Escalated | Kind::Communicated => Phase::Escalation,
        Kind::Fixing | Kind::Mitigated | Kind::Resolved | Kind::FollowUp => Phase::Resolution,
        Kind::Other => before.unwrap_or(Phase::Detection),
    }
}

/// How far the story has come.
#[derive(Debug, Clone, Copy, Default)]
struct Story {
    noticed: bool,
    searched: bool,
    found: bool,
    mended: bool,
    over: bool,
    /// A fault has been told.
    faulty: bool,
    /// Two thirds of the entries are told.
    late: bool,
    /// The cause comes to light only later.
    unsolved: bool,
}

/// Reads the events as one story: what has been noticed, found and mended so far weighs on what
/// comes next.
fn story(readings: &[Reading]) -> Vec<(Kind, Option<Sign>)> {
    let notice = first_notice(readings);
    let solved = readings.iter().rposition(|reading| {
        reading.weight(Sign::Cause) >= 12 && reading.weight(Sign::Nothing) < 10
    });
    let mut story = Story::default();
    let mut out: Vec<(Kind, Option<Sign>)> = Vec::with_capacity(readings.len());
    for (index, reading) in readings.iter().enumerate() {
        story.noticed = index > notice;
        story.late = readings.len() > 4 && index * 3 >= readings.len() * 2;
        story.unsolved = solved.is_some_and(|solved| index < solved);
        let last = index + 1 == readings.len();
        let ranked = reading.ranked(|sign| leaning(sign, story, index == notice, last));
        let (kind, sign) = match ranked.first() {
            Some((sign, _)) => {
                let sign = reading.weighed(*sign, index, notice);
                (kind_of(sign, reading, story, index, notice), Some(sign))
            }
            None => (unsaid(story, index < notice, last), None),
        };
        story.faulty |= sign == Some(Sign::Fault);
        story.after(kind);
        out.push((kind, sign));
    }
    false_leads(readings, &mut out);
    out
}

/// The event at which the trouble was noticed: the first alarm, else the first that tells of
/// something wrong.
fn first_notice(readings: &[Reading]) -> usize {
    let alarm = |reading: &Reading| reading.weight(Sign::Alarm) >= 9;
    let seen = |reading: &Reading| {
        alarm(reading)
            || reading.weight(Sign::Symptom) >= 6
            || reading.weight(Sign::Confirm) >= 8
            || reading.weight(Sign::Search) >= 8
            || reading.weight(Sign::Nothing) >= 10
    };
    let fault = readings
        .iter()
        .position(|reading| reading.weight(Sign::Fault) >= 8)
        .unwrap_or(0);
    // With no sign of it, a change stands first and was noticed after that.
    let changed =
        usize::from(fault == 0 && readings.len() > 2 && readings[0].weight(Sign::Change) > 0);
    let first_seen = readings.iter().position(seen).unwrap_or(fault.max(changed));
    let first_alarm = readings.iter().position(alarm).unwrap_or(first_seen);
    // An alarm that comes long after people began to act was a second one.
    let acts = |reading: &Reading| {
        reading.weight(Sign::Search) >= 8 && reading.weight(Sign::Change) < 7
            || reading.weight(Sign::HandOver) >= 12
            || reading.weight(Sign::Cause) >= 12
    };
    // With no alarm at all, whoever was told of a fault knew of it by then.
    let told = readings[fault.min(readings.len())..]
        .iter()
        .position(|reading| reading.weight(Sign::Tell) >= 13)
        .map(|told| fault + told);
    let told = told
        .filter(|_| !readings.iter().any(alarm))
        .unwrap_or(readings.len());
    let searched = readings
        .iter()
        .position(acts)
        .unwrap_or(readings.len())
        .min(told);
    if first_alarm > searched {
        first_seen.min(searched)
    } else {
        first_alarm
    }
}

/// How much the story so far speaks for a sign.
fn leaning(sign: Sign, story: Story, notice: bool, last: bool) -> i32 {
    match sign {
        Sign::Alarm if notice => 4,
        Sign::Symptom if notice => 4,
        Sign::Alarm if story.over => -2,
        Sign::Symptom if story.searched || story.found => -3,
        Sign::Fault if !story.noticed => 3,
        Sign::Fault if story.mended => -5,
        Sign::Fault => -2,
        Sign::Confirm if story.searched && !story.mended => -3,
        Sign::HandOver if notice => -5,
        Sign::Search | Sign::Suspect if story.over => -3,
        Sign::Search if story.mended => -2,
        Sign::Cause if notice => -3,
        Sign::Cause if story.over => -3,
        Sign::Change if story.found => 2,
        Sign::Fix if story.found => 1,
        Sign::End if notice && !last => -8,
        Sign::End if !story.noticed && !last => -8,
        Sign::End if !(story.found || story.mended || last) => -3,
        Sign::End if last => 3,
        Sign::After if story.over => 4,
        Sign::After if story.mended || story.found => 0,
        Sign::After => -5,
        _ => 0,
    }
}

/// What a sign means at this point of the story.
fn kind_of(sign: Sign, reading: &Reading, story: Story, index: usize, notice: usize) -> Kind {
    // Nothing is mended before anything broke.
    if index == 0 && matches!(sign, Sign::Change | Sign::Fix | Sign::Relief) {
        return Kind::Trigger;
    }
    if index < notice {
        return before_notice(sign, story);
    }
    let special = if index == notice {
        at_notice(sign)
    } else {
        None
    };
    let special = special.or_else(|| {
        if story.over {
            after_end(sign, reading)
        } else {
            None
        }
    });
    special.unwrap_or_else(|| meanwhile(sign, reading, story))
}

/// Before anybody noticed, whatever was done set it off.
fn before_notice(sign: Sign, story: Story) -> Kind {
    match sign {
        Sign::End if story.faulty => Kind::Resolved,
        Sign::Fault | Sign::Change | Sign::Fix | Sign::Relief | Sign::End | Sign::After => {
            Kind::Trigger
        }
        Sign::Alarm | Sign::Symptom => Kind::Detected,
        Sign::Confirm => Kind::Confirmed,
        Sign::Suspect => Kind::Hypothesis,
        Sign::HandOver => Kind::Escalated,
        Sign::Tell => Kind::Communicated,
        Sign::Search | Sign::Nothing | Sign::Cause | Sign::Aside => Kind::Other,
    }
}

/// The first to find something is the one who noticed.
fn at_notice(sign: Sign) -> Option<Kind> {
    match sign {
        Sign::Fault => Some(Kind::Trigger),
        Sign::Symptom | Sign::Nothing | Sign::Cause => Some(Kind::Detected),
        _ => None,
    }
}

/// After the end there is tidying up, or it begins again.
fn after_end(sign: Sign, reading: &Reading) -> Option<Kind> {
    match sign {
        Sign::Change if reading.weight(Sign::End) > 0 => Some(Kind::Resolved),
        Sign::Change | Sign::Search => Some(Kind::FollowUp),
        Sign::Symptom if reading.has("again another") => Some(Kind::Detected),
        Sign::Symptom => Some(Kind::Other),
        // "Nothing found" is good news now.
        Sign::Nothing if !reading.has("persists persisted persist still again same") => {
            Some(Kind::FollowUp)
        }
        _ => None,
    }
}

/// Between the first notice and the end.
fn meanwhile(sign: Sign, reading: &Reading, story: Story) -> Kind {
    match sign {
        Sign::Fault if story.searched && !story.mended => Kind::Investigating,
        Sign::Fault | Sign::Alarm => Kind::Detected,
        Sign::Change if !story.found => attempt(reading, story),
        Sign::Change | Sign::Fix => Kind::Fixing,
        Sign::Symptom if !story.searched && !story.mended => Kind::Detected,
        // Something else is seen to be wrong, too.
        Sign::Symptom if reading.has("another other others also again") => Kind::Detected,
        Sign::Confirm
            if !(story.mended || story.over)
                || reading.has("declared declare declares declaring opened opens lead") =>
        {
            Kind::Confirmed
        }
        Sign::Confirm => Kind::Resolved,
        Sign::Symptom | Sign::Search => Kind::Investigating,
        Sign::Suspect => Kind::Hypothesis,
        Sign::Nothing => Kind::DeadEnd,
        Sign::HandOver => Kind::Escalated,
        Sign::Tell => Kind::Communicated,
        Sign::Cause => Kind::CauseFound,
        Sign::Relief => Kind::Mitigated,
        Sign::End => Kind::Resolved,
        Sign::After => Kind::FollowUp,
        Sign::Aside => Kind::Other,
    }
}

/// A change while the cause is not known: it failed, it was made on a suspicion, it is a part of
/// the search, or it was the fix.
fn attempt(reading: &Reading, story: Story) -> Kind {
    let searches = reading.weight(Sign::Search) >= 8 || (story.unsolved && !story.mended);
    match () {
        () if reading.has(FAILURE) || reading.weight(Sign::Suspect) > 0 => Kind::DeadEnd,
        () if searches => Kind::Investigating,
        () => Kind::Fixing,
    }
}

/// What an event is that says nothing of it.
fn unsaid(story: Story, before: bool, last: bool) -> Kind {
    match story {
        _ if before => Kind::Other,
        // The last word on an incident is how it ended, and the last third is about mending it.
        _ if last => Kind::Resolved,
        Story {
            late: true,
            unsolved: false,
            over: false,
            ..
        } => Kind::Fixing,
        Story { over: true, .. } => Kind::FollowUp,
        // An attempt mends nothing while the cause is still to be found.
        Story {
            mended: true,
            late: true,
            ..
        }
        | Story { found: true, .. } => Kind::Fixing,
        Story { noticed: true, .. } => Kind::Investigating,
        _ => Kind::Other,
    }
}

impl Story {
    fn after(&mut self, kind: Kind) {
        self.searched |= matches!(
            kind,
            Kind::Investigating
                | Kind::Hypothesis
                | Kind::DeadEnd
                | Kind::CauseFound
                | Kind::Escalated
        );
        self.found |= kind == Kind::CauseFound;
        self.mended |= matches!(kind, Kind::Fixing | Kind::Mitigated | Kind::Resolved);
        self.over = match kind {
            Kind::Resolved => true,
            Kind::Detected | Kind::Trigger | Kind::DeadEnd => false,
            _ => self.over,
        };
    }
}

/// A suspicion or an attempt is a false lead when the next entry says so, or turns elsewhere.
fn false_leads(readings: &[Reading], kinds: &mut [(Kind, Option<Sign>)]) {
    for index in 0..kinds.len().saturating_sub(1) {
        let next = &readings[index + 1];
        let fails = kinds[index + 1].0 == Kind::DeadEnd
            && next.has("persists persisted persist still unchanged continued");
        let turns = next.has("shifted shifts turned attention instead elsewhere");
        let doubts = |reading: &Reading| reading.weight(Sign::Suspect) >= 9;
        let despite = next.has("despite") && next.weight(Sign::Nothing) > 0;
        match kinds[index].0 {
            // One suspicion after another: the first was wrong.
            Kind::Hypothesis if turns || (doubts(next) && kinds[index + 1].0 != Kind::DeadEnd) => {
                kinds[index].0 = Kind::DeadEnd
            }
            Kind::Investigating if turns && readings[index].has("initial initially first") => {
                kinds[index].0 = Kind::DeadEnd
            }
            Kind::Investigating if doubts(&readings[index]) && doubts(next) => {
                kinds[index].0 = Kind::DeadEnd
            }
            Kind::Fixing if fails || despite => kinds[index].0 = Kind::DeadEnd,
            Kind::Investigating if fails && kinds[index].1 == Some(Sign::Change) => {
                kinds[index].0 = Kind::DeadEnd
            }
            Kind::Fixing | Kind::Mitigated
                if doubts(&readings[index]) && kinds[index + 1].0 == Kind::DeadEnd =>
            {
                kinds[index].0 = Kind::DeadEnd
            }
            _ => {}
        }
        // "Despite the new disk it went on, and we searched again": the rollback was the false
        // lead.
        if despite && next.weight(Sign::Search) >= 8 && kinds[index].0 == Kind::DeadEnd {
            kinds[index + 1].0 = Kind::Investigating;
        }
    }
}
