//! Each event's phase and kind, whether they are certain, and the words that decided them.
//!
//! The weights are learned (`examples/train`) from labelled reports and invented entries: a linear
//! chain over words, their classes, place and neighbours. Rules decide where the author does: a
//! directive, the label of an entry ("Detection: …"), or a heading that names a phase. A mark also
//! takes the entry's own words ([`evidence`]), however sure the weights are.

mod chain;
mod course;
mod decision;
mod evidence;
mod features;
mod finding_words;
mod lexicon;
mod phrases;
mod plain;
mod sayings;
mod stated;
mod tokens;
mod wordings;

pub use chain::{KINDS, PHASES, STATES, States, Thresholds, Weights, exp};
pub use chain::{exponentials, probabilities};
pub use decision::{Decision, by_phase, decide, grasp, is_marked, least_for};
pub use features::{EntryFeatures, TimelineStory, features};
pub use lexicon::by_stem;

use crate::document::LineKind;
use crate::document::line::DocumentLine;
use crate::document::section_roles::label_end;
use crate::incident::{Event, Incident, Kind, Moment, Phase};
use crate::read::timeline::days::PlacedEntry;
use crate::source::{Source, Span};
use crate::time::clock;
use crate::words::{self, beginning};
use chrono::Timelike;
use plain::PlainWords;

/// A decision on an event, and where the words stand that it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PhaseDecision {
    pub(crate) phase: Phase,
    pub(crate) kind: Kind,
    pub(crate) certain: bool,
    pub(crate) in_words: bool,
    pub(crate) notices: bool,
    pub(crate) because: Option<Span>,
    pub(crate) decisive: Option<usize>,
    pub(crate) heading: Option<Span>,
}

/// Decides on all events of a report as one story. `detect` is the time until it was noticed, as
/// the report tells it.
pub(crate) fn verdicts(
    placed: &[PlacedEntry],
    lines: &[DocumentLine],
    (start, end): (Option<&Moment>, Option<&Moment>),
    detect: Option<f64>,
    cause: Option<&str>,
) -> Vec<PhaseDecision> {
    let begun = start.and_then(|start| course::minute_of(placed, start));
    let noticed = begun.zip(detect).map(|(begun, detect)| begun + detect);
    let headings: Vec<Option<&DocumentLine>> =
        placed.iter().map(|placed| heading_above(lines, placed.entry.span)).collect();
    let scene = |(placed, heading): (&PlacedEntry, &Option<&DocumentLine>)| EntryFeatures {
        text: beginning(words_of(placed, lines).trim()).to_string(),
        heading: heading.map_or_else(String::new, |line| line.text.clone()),
        minute: Some(placed.minute),
        clock: minutes(&placed.at),
    };
    let story = TimelineStory {
        scenes: placed.iter().zip(&headings).map(scene).collect(),
        start: start.and_then(minutes),
        end: end.and_then(minutes),
    };
    let weights = Weights::built_in();
    let thresholds = weights.thresholds();
    let states = weights.read(&story);
    let bare = without_headings(&weights, &story);
    let (known, bare_known) = (grasp(&states), grasp(&bare));
    let decided = placed.iter().zip(&states).zip(&story.scenes).zip(headings);
    let mut decided: Vec<PhaseDecision> = decided
        .enumerate()
        .map(|(at, (((placed, states), scene), heading))| {
            let plain = PlainWords::of(&scene.text, placed.at.clock);
            let settings = placed.entry.settings;
            let label = label_end(&scene.text).map_or("", |end| &scene.text[..end]);
            let labelled = named_phase(label);
            let named = labelled.or_else(|| named_phase(&scene.heading));
            let asked = settings.kind.is_some() || settings.phase.is_some();
            let decision = decide(states, thresholds, known, settings.phase.or(named));
            let decision = match asked {
                true => decision,
                false => worded(decision, named.is_some(), (&scene.text, &plain), cause),
            };
            let alone = !asked && labelled.is_none() && named == Some(Phase::Investigation);
            let told = || {
                evidence::searches(decision.kind, &scene.text)
                    || bare.get(at).is_some_and(|bare| searches(bare, thresholds, bare_known))
            };
            // Nobody looks into what nobody has noticed yet.
            let early = noticed.is_some_and(|noticed| placed.minute < noticed);
            let decision = Decision {
                certain: decision.certain && !(alone && (early || !told())),
                ..decision
            };
            let kind = settings.kind.unwrap_or(decision.kind);
            let word = deciding_word(&weights, scene, decision.state);
            let by_words = word.clone().map(|range| {
                let skipped = placed.entry.text.len() - placed.entry.text.trim_start().len();
                let range = range.start + skipped..range.end + skipped;
                placed.entry.place(lines, range)
            });
            PhaseDecision {
                phase: settings.phase.unwrap_or_else(|| match settings.kind {
                    Some(kind) => phase_of(kind).unwrap_or(decision.phase),
                    None => decision.phase,
                }),
                kind,
                certain: asked || decision.certain,
                in_words: asked || says_so(decision.kind, (&scene.text, &plain), cause),
                notices: !asked && notices(decision.phase, &plain),
                because: settings.span.or(by_words).or(named.and(heading).map(|line| line.span)),
                decisive: word.map(|range| range.start),
                heading: heading.map(|line| line.span),
            }
        })
        .collect();
    course::keep_in_order(&mut decided, placed, (begun, end));
    decided
}

/// True if somebody or something notices, whatever else an entry tells.
fn notices(phase: Phase, plain: &PlainWords<'_>) -> bool {
    match phase {
        Phase::Detection => plain.notices() || plain.users_notice(),
        Phase::Resolution => false,
        _ => plain.notices(),
    }
}

/// An entry's text with blanks for the code below its words, which tells of nothing that anybody
/// did.
fn words_of(placed: &PlacedEntry, lines: &[DocumentLine]) -> String {
    let entry = &placed.entry;
    let mut text = entry.text.clone();
    let ends = entry.pieces.iter().skip(1).map(|next| next.start);
    let pieces = entry.pieces.iter().zip(ends.chain([text.len()]));
    for (piece, end) in pieces.skip(1) {
        let code = lines[piece.line].form == LineKind::Code;
        if let Some(said) = entry.text.get(piece.start..end).filter(|_| code) {
            text.replace_range(piece.start..end, &" ".repeat(said.len()));
        }
    }
    text
}

/// The story as it reads without its headings, where one of them names the search: a heading is
/// often over more than that, and a status ("investigating") over what users had.
fn without_headings(weights: &Weights, story: &TimelineStory) -> Vec<States> {
    let search = |scene: &EntryFeatures| named_phase(&scene.heading) == Some(Phase::Investigation);
    if !story.scenes.iter().any(search) {
        return Vec::new();
    }
    let mut bare = story.clone();
    for scene in &mut bare.scenes {
        scene.heading.clear();
    }
    weights.read(&bare)
}

/// True if an entry is part of the search for certain.
fn searches(states: &States, thresholds: Thresholds, grasp: f64) -> bool {
    let decision = decide(states, thresholds, grasp, None);
    decision.certain && decision.phase == Phase::Investigation
}

/// True if an entry's own words say its kind, of the time that it stands at.
fn says_so(kind: Kind, (text, plain): (&str, &PlainWords<'_>), cause: Option<&str>) -> bool {
    let told = match kind {
        Kind::Detected | Kind::Confirmed => plain.of_its_time(),
        _ => text,
    };
    let elsewhere = kind == Kind::Trigger && plain.changes_elsewhere();
    // "No alert has fired." may stand beside who noticed it without one.
    let noticed = |sentence: &str| {
        evidence::says(kind, sentence, cause) && !PlainWords::of(sentence, None).goes_unnoticed()
    };
    let unnoticed = kind == Kind::Detected
        && plain.goes_unnoticed()
        && !words::sentences(told).into_iter().any(|range| noticed(&told[range]));
    evidence::says(kind, told, cause) && !elsewhere && !unnoticed
}

/// Keeps a decision to what the entry's own words say. `named` tells that the author named the
/// phase, which then stands whatever the words are.
fn worded(
    decision: Decision,
    named: bool,
    (text, plain): (&str, &PlainWords<'_>),
    cause: Option<&str>,
) -> Decision {
    let stated = evidence::states(text, plain, cause).filter(|kind| {
        let phase = phase_of(*kind) == Some(decision.phase);
        let open = match kind {
            // Who finds the cause and does nothing about it is not fixing it.
            Kind::CauseFound if decision.kind == Kind::Fixing && !evidence::mends(text) => true,
            Kind::Investigating => {
                let bare = matches!(decision.kind, Kind::Investigating | Kind::Other);
                !decision.certain && phase && bare
            }
            Kind::CauseFound if decision.certain && decision.kind == Kind::Detected => {
                plain.names_the_cause()
            }
            Kind::DeadEnd | Kind::Hypothesis if decision.phase == Phase::Detection => {
                evidence::labelled_misleading(text)
            }
            _ => !decision.certain || phase && !is_marked(decision.kind),
        };
        open && (phase || !named)
    });
    if let Some(kind) = stated {
        let state = KINDS.iter().position(|known| *known == kind);
        return Decision {
            state: state.unwrap_or(decision.state),
            phase: phase_of(kind).unwrap_or(decision.phase),
            kind,
            certain: true,
        };
    }
    // A fix after which it is back, whatever was done for that.
    let mends = matches!(decision.kind, Kind::Fixing | Kind::Other | Kind::FollowUp);
    if mends && decision.phase == Phase::Resolution && plain.is_online_again() {
        let state = KINDS.iter().position(|known| *known == Kind::Mitigated);
        return Decision {
            state: state.unwrap_or(decision.state),
            kind: Kind::Mitigated,
            certain: true,
            ..decision
        };
    }
    let tamed = evidence::tamed(decision.kind, (text, plain), cause);
    match decision.kind {
        _ if tamed != decision.kind => {
            let decision = Decision { kind: tamed, ..decision };
            let certain = decision.certain && !stated::doubts(&decision, text, plain);
            Decision { certain, ..decision }
        }
        // The phase may stand without its mark.
        Kind::Detected | Kind::Confirmed
            if (decision.certain || plain.goes_unnoticed())
                && !says_so(decision.kind, (text, plain), cause) =>
        {
            Decision { kind: Kind::Other, ..decision }
        }
        // What was down is no search, unless the author says so, no fix and no end.
        Kind::Investigating | Kind::Fixing | Kind::Resolved
            if !named && suffers(decision.kind, text, plain) =>
        {
            Decision { phase: Phase::Detection, kind: Kind::Other, certain: false, ..decision }
        }
        _ => Decision {
            certain: decision.certain && !stated::doubts(&decision, text, plain),
            ..decision
        },
    }
}

/// True if an entry tells only what broke, and nothing that anybody did about it.
fn suffers(kind: Kind, text: &str, plain: &PlainWords<'_>) -> bool {
    match kind {
        Kind::Fixing => plain.is_killed(),
        Kind::Resolved => plain.is_seen_down(),
        _ => evidence::only_suffers(text),
    }
}

/// The kind that a list may tell: the failure itself is no trigger, though it begins like one.
pub(crate) fn told_kind(event: &Event) -> Kind {
    let unsaid = event.kind == Kind::Trigger && !event.in_words;
    match unsaid && evidence::is_onset(beginning(&event.text)) {
        true => Kind::Other,
        false => event.kind,
    }
}

/// The story that was read, for the trainer.
pub fn story(source: &Source, incident: &Incident) -> TimelineStory {
    let scenes = incident.events.iter().map(|event| EntryFeatures {
        text: beginning(&event.text).to_string(),
        heading: event.heading.map_or_else(String::new, |span| source.slice(span).to_string()),
        minute: Some(event.minute),
        clock: minutes(&event.at),
    });
    TimelineStory {
        scenes: scenes.collect(),
        start: incident.start.as_ref().and_then(minutes),
        end: incident.end.as_ref().and_then(minutes),
    }
}

fn minutes(moment: &Moment) -> Option<f64> {
    let clock = moment.clock?;
    Some(f64::from(clock.hour() * 60 + clock.minute()))
}

/// The phase that a kind belongs to; `other` belongs to any.
fn phase_of(kind: Kind) -> Option<Phase> {
    let at = KINDS.iter().position(|known| *known == kind)?;
    (kind != Kind::Other).then_some(Phase::ALL[PHASES[at]])
}

/// The nearest heading above, or a line that is emphasised as a whole, that names no time.
fn heading_above(lines: &[DocumentLine], span: Span) -> Option<&DocumentLine> {
    let above = lines.partition_point(|line| line.span.start < span.start);
    lines[..above].iter().rev().find(|line| {
        let heads = matches!(line.form, LineKind::Heading(_))
            || line.begins && !line.text.is_empty() && line.lead == line.text.trim_end().len();
        heads && clock::find(&line.text, 0).is_none()
    })
}

/// The phase that a short heading or label names, when it names one alone.
fn named_phase(heading: &str) -> Option<Phase> {
    const NAMES: [(&[&str], Phase); 4] = [
        (&["detect", "detection", "discover", "discovery", "identification"], Phase::Detection),
        (
            &["investigation", "investigat", "diagnosis", "diagnosi", "troubleshoot", "debug"],
            Phase::Investigation,
        ),
        (&["escalation", "escalat", "communication", "communicat"], Phase::Escalation),
        (
            &["resolution", "resolut", "recovery", "recover", "mitigation", "mitigat", "remediat"],
            Phase::Resolution,
        ),
    ];
    let stems = features::stems(heading);
    // "Root cause detected: …" names no detection, and "Mitigation failed: …" no resolution.
    let other = stems.iter().any(|stem| stem.starts_with("caus") || stem.starts_with("fail"));
    if stems.is_empty() || stems.len() > 4 || other {
        return None;
    }
    let mut named =
        NAMES.iter().filter(|(names, _)| stems.iter().any(|stem| names.contains(&stem.as_str())));
    let first = named.next()?;
    named.next().is_none().then_some(first.1)
}

/// The word of an entry that speaks most for its state.
fn deciding_word(
    weights: &Weights,
    scene: &EntryFeatures,
    state: usize,
) -> Option<std::ops::Range<usize>> {
    let mut best: Option<(f64, std::ops::Range<usize>)> = None;
    for (range, own) in features::by_word(&scene.text) {
        let scores = weights.score(&own);
        let others = scores.iter().enumerate().filter(|(other, _)| PHASES[*other] != PHASES[state]);
        let against = others.map(|(_, score)| *score).fold(f64::MIN, f64::max);
        let margin = scores[state] - against;
        if margin > 0.0 && best.as_ref().is_none_or(|(most, _)| margin > *most) {
            best = Some((margin, range));
        }
    }
    best.map(|(_, range)| range)
}
