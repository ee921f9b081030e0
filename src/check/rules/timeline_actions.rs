//! `timeline-actions`: the timeline must say what was done between detection and resolution.

use crate::check::context::Context;
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::SectionRole;
use crate::incident::Kind;
use crate::words::matching::holds_one;

pub(super) const RULE: Rule = Rule {
    code: "timeline-actions",
    severity: Severity::Warning,
    part: RuleArea::Timeline,
    asks: "which actions were taken",
    why: "Whoever faces the same fault next time wants to know what was checked and what was \
        tried. A timeline of start and end says neither.",
    fails: sound::TIMELINE.without(&["09:40", "09:52", "10:35", "10:50"]).with(&[(
        "The network was ruled out: every graph was flat. It had been a false lead.",
        "It was first assumed to be over, which was a false lead.",
    )]),
    passes: sound::TIMELINE,
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[],
    look,
};

/// Kinds of events that are actions, if the entry's own words and not its position say so.
const DEEDS: &[Kind] = &[Kind::Fixing, Kind::Mitigated];

fn look(context: &Context) -> Vec<Finding> {
    // "All is well again" is not an action.
    let events = context.incident.events.split_last().map_or(&[][..], |(_, before)| before);
    let done = events.iter().any(|event| DEEDS.contains(&event.certain_kind()));
    let said = |text: &str| holds_one(text, VERBS);
    if done
        || context.entries().any(|(_, text)| said(text))
        || context.asides().any(|sentence| said(&sentence.text))
    {
        return Vec::new();
    }
    let hint =
        "write what was looked at and what was tried, each with its time, also what did not help";
    vec![Finding::new(
        context.spot(SectionRole::Timeline),
        "expected the actions that were taken, found none",
        hint,
    )]
}

/// Verbs for actions during an incident.
const VERBS: &[&str] = &[
    "restart*", "reboot*", "roll* back", "revert*", "investigat*", "check", "checks", "checked",
    "checking", "inspect*", "analy*", "debug*", "look* at", "look* into", "examin*", "review*",
    "deploy*", "fixed", "fixes", "fixing", "chang*", "replac*", "increas*", "rais*", "scal*",
    "disabl*", "enabl*", "switch*", "appl*", "delet*", "remov*", "added", "adds", "adding",
    "updat*", "tested", "tests", "test", "blocked", "blocks", "trace*", "tracing", "verif*",
    "compar*", "cop*", "reload*", "clear*", "searches", "searched", "searching", "read", "reads",
    "opened", "opens", "tried", "tries", "ran", "runs", "follow*", "suspected", "pull*", "reset*",
    "kill*", "stopped", "moved", "moves", "renew*", "issued", "install*", "configur*", "adjust*",
    "correct*", "patch*", "troubleshoot*", "diagnos*", "digging", "went through", "isolat*",
    "redirect*", "optimi*", "fetch*", "measur*",
];
