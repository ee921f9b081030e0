//! Splits the section on root cause and resolution into the cause and the fix.

use crate::check::context::{Context, Sentence};
use crate::document::SectionRole;
use crate::source::Span;
use crate::words::words;

/// Words for fixing something.
const FIXES: &[&str] = &[
    "fix", "fixed", "fixing", "resolved", "solved", "solution", "restored", "restoring",
    "restarted", "restarting", "rebooted", "rolled back", "rolling back", "rollback", "reverted",
    "reverting", "deployed", "redeployed", "increased", "increasing", "raised", "changed",
    "changing", "updated", "updating", "upgraded", "upgrading", "replaced", "replacing",
    "corrected", "correcting", "removed", "removing", "added", "adding", "switched on",
    "switched back", "switched to", "turned on", "turned off", "enabled", "enabling", "disabled",
    "disabling", "reconfigured", "reconfiguring", "adjusted", "adjusting", "repaired", "patched",
    "cleared", "clearing", "deleted", "deleting", "freed", "renewed", "renewing", "issued",
    "installed", "renamed", "renaming", "moved", "scaled", "mitigated", "implemented",
    "implementing", "modified", "modifying", "optimized", "optimised", "optimizing", "recovered",
    "rewrote", "rewritten", "edited", "set to", "applied", "applying", "recreated", "rebuilt",
    "migrated", "stopped", "started", "starting", "blocked", "limited", "reduced", "lowered",
    "promoted", "failed over", "reset", "purged", "flushed", "killed", "terminated", "reloaded",
    "downgraded", "pinned", "introduced", "created", "put back", "brought back", "cleaned",
    "extended", "expanded", "allocated", "provisioned", "refactored", "tuned", "took out",
    "taken out", "granted", "destroyed", "channeled", "to remedy", "remedy", "paid", "upgrade",
    "restart", "reconfigure",
];

/// Words for a cause, and for the state before.
const CAUSES: &[&str] = &[
    "root cause", "cause", "caused", "because", "due to", "led to", "leading to", "resulted",
    "triggered", "reason", "meant that", "which meant", "had been", "failed to", "ran out",
    "exceed*", "overload*", "exhaust*", "before the incident", "weeks before", "days before",
    "the day before", "ago", "earlier", "the night before", "never", "nobody",
];

/// Words that would fit any incident.
const ANY: &[&str] = &[
    "the", "a", "an", "issue", "issues", "problem", "problems", "incident", "outage", "was",
    "were", "is", "has", "been", "had", "fixed", "fix", "fixes", "resolved", "solved", "restored",
    "by", "our", "engineer", "engineers", "team", "teams", "we", "they", "it", "everything", "all",
    "works", "worked", "working", "again", "done", "applied", "after", "some", "time", "then",
    "finally", "successfully", "service", "services", "back", "normal", "and", "to", "in", "of",
    "on", "for", "with", "right", "people", "developers", "developer", "quickly", "soon", "later",
    "operations", "that", "this", "root", "cause", "resolution",
];

/// True if a sentence says what was done about the fault.
pub(crate) fn is_fix(sentence: &Sentence) -> bool {
    let by_itself = [
        "stopped", "started", "changed", "blocked", "limited", "reduced", "moved", "created",
        "set to", "added", "removed", "issued", "killed",
    ];
    let acts = ["we", "they", "team", "engineer*", "was", "were", "developer*", "admin*", "to"];
    let done = FIXES
        .iter()
        .any(|fix| sentence.words.hold(fix) && (!by_itself.contains(fix) || sentence.says(&acts)));
    done && !sentence.says(CAUSES)
}

/// True if a sentence says why it happened.
pub(crate) fn is_cause(sentence: &Sentence) -> bool {
    sentence.says(CAUSES)
}

/// The sentences of the sections on cause and fix; true if one belongs to the fix.
///
/// The cause comes first. A later paragraph that begins with the fix is about the fix; in other
/// paragraphs, only the sentences in which somebody acts are.
pub(crate) fn parted<'a>(context: &'a Context) -> Vec<(&'a Sentence, bool)> {
    let own = |sentence: &&Sentence| {
        matches!(sentence.role, SectionRole::Cause | SectionRole::Resolution) && !sentence.names
    };
    let told: Vec<&Sentence> = context.sentences.iter().filter(own).collect();
    let named = told.iter().any(|sentence| sentence.role == SectionRole::Resolution);
    let mut out: Vec<(&Sentence, bool)> = Vec::new();
    for sentence in told {
        let above =
            out.iter().rev().take_while(|(last, _)| last.passage == sentence.passage).last();
        let leads =
            above.is_some_and(|(first, of_fix)| *of_fix && first.passage == sentence.passage);
        let acts = sentence.says(&[
            "we", "they", "team", "engineer*", "developer*", "to fix", "to resolve", "to solve",
            "issue was", "solution",
        ]);
        let of_fix = match sentence.role {
            SectionRole::Resolution => !is_cause(sentence) || is_deed(sentence),
            _ => {
                !named
                    && (leads || is_fix(sentence) && (acts || above.is_none() && !out.is_empty()))
            }
        };
        out.push((sentence, of_fix));
    }
    out
}

/// True if a sentence says what was done, whether or not it also says why.
pub(crate) fn is_deed(sentence: &Sentence) -> bool {
    sentence.says(FIXES)
        && !sentence.says(&[
            "had been", "before the incident", "weeks before", "days before", "ago",
            "the night before",
        ])
}

/// The number of words in a sentence that would not fit just any incident.
pub(crate) fn substance(sentence: &Sentence) -> usize {
    words(&sentence.text).filter(|(word, _)| !ANY.contains(&word.as_str())).count()
}

/// True if the report has sections on both; a section with another name may be about anything.
pub(crate) fn tells(context: &Context) -> bool {
    [SectionRole::Cause, SectionRole::Resolution]
        .into_iter()
        .any(|role| context.told(role).next().is_some())
}

/// The place to improve the section on cause and fix.
pub(crate) fn spot(context: &Context) -> Option<Span> {
    context
        .head(SectionRole::Cause)
        .or_else(|| context.head(SectionRole::Resolution))
        .or_else(|| context.spot(SectionRole::Cause))
}

/// True if the section contains something other than running text.
pub(crate) fn is_shown_as_code(context: &Context) -> bool {
    let Some(head) = spot(context) else {
        return false;
    };
    let end = context
        .headings()
        .iter()
        .map(|head| head.span.start)
        .find(|start| *start > head.start)
        .unwrap_or(context.source.text().len());
    words(context.source.slice(Span::new(head.end, end))).count() > 20
}

/// The amount of text found, in words.
pub(crate) fn amount(words: usize) -> String {
    match words {
        0 => "nothing on it".into(),
        1 => "one word".into(),
        many => format!("{many} words"),
    }
}
