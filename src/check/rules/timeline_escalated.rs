//! `timeline-escalated`: the timeline must say who was called in.

use crate::check::context::{Context, Sentence};
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::SectionRole;
use crate::incident::Kind;
use crate::words::matching::holds_one;

pub(super) const RULE: Rule = Rule {
    code: "timeline-escalated",
    severity: Severity::Warning,
    part: RuleArea::Timeline,
    asks: "to whom it was escalated",
    why: "Whoever could help in the end should be called first next time. \"Escalated\" without \
        the name of a team or a role does not say who that was.",
    fails: sound::TIMELINE
        .with(&[(" to the search team", ""), ("The search team found", "It was found")]),
    passes: sound::TIMELINE,
    profiles: &[Profile::Brief],
    takes: &[],
    look,
};

/// Words for the people called in.
const WHO: &[&str] = &[
    "command", "team", "teams", "engineer*", "lead*", "manager*", "admin*", "administrator*",
    "support", "devops", "sre", "sres", "vendor*", "provider*", "developer*", "expert*",
    "specialist*", "owner*", "director*", "cto", "ceo", "head", "department", "group", "mentor*",
    "staff", "colleague*", "dba", "dbas", "on-call", "oncall", "operator*", "partner*", "isp",
    "host*", "aws", "architect*", "management", "senior*", "responder*", "maintainer*", "everyone",
    "customers", "operations", "ops", "infrastructure", "backend", "frontend", "network",
    "database", "security", "platform", "squad", "crew", "level", "tier", "tier-2", "l2", "l3",
    "second-line", "third-line",
];

/// Words for calling somebody in.
const CALLS: &[&str] = &[
    "summon*", "chain of command", "handed", "hands over", "hand over", "takes over", "took over",
    "escalat*", "handed over", "handed to", "handed it", "called in", "called the", "brought in",
    "looped in", "pulled in", "joined", "paged the", "contact*", "reached out", "asked",
    "assigned to", "passed to", "passed on", "passed it", "forwarded", "notified the", "notified",
    "informed", "involved", "engaged", "assembled", "assist*", "help from", "alerted the",
    "referred to", "invited", "was called", "were called",
];

/// Words that say that nobody was called in.
const NOBODY: &[&str] = &[
    "no escalation",
    "not escalated",
    "without escalation",
    "never escalated",
    "was not necessary to escalate",
    "no need to escalate",
    "not necessary",
    "did not escalate",
    "didn't escalate",
    "not need to be escalated",
    "handled without",
];

fn look(context: &Context) -> Vec<Finding> {
    let names = |text: &str| holds_one(text, WHO) || tagged(text);
    let calls = |text: &str| holds_one(text, CALLS);
    let listed = context
        .incident
        .events
        .iter()
        .filter(|event| event.kind == Kind::Escalated)
        .any(|event| names(&event.text));
    let told = |sentence: &Sentence| {
        sentence.says(NOBODY)
            || sentence.says(&["escalat* to"])
            || calls(&sentence.text) && names(&sentence.text)
    };
    if listed
        || context
            .sentences
            .iter()
            .filter(|sentence| sentence.role != SectionRole::Measures)
            .any(told)
    {
        return Vec::new();
    }
    let bare = context
        .incident
        .events
        .iter()
        .find(|event| event.kind == Kind::Escalated || holds_one(&event.text, &["escalat*"]));
    let found = if bare.is_some() { "no team or person" } else { "no escalation" };
    let span = bare.map(|event| event.span).or_else(|| context.spot(SectionRole::Timeline));
    let hint = "write who was called in: \"- 10:15 - The incident was escalated to the search \
        team\", or that nobody had to be";
    vec![Finding::new(
        span,
        format!("expected who the incident was escalated to, found {found}"),
        hint,
    )]
}

/// True for "@platform", or a capitalised name after "to".
fn tagged(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let to = |row: &[&str]| {
        matches!(row[0], "to" | "in" | "contacted" | "called" | "paged" | "asked")
            && capital(row[1])
    };
    words.iter().any(|word| word.starts_with('@')) || words.windows(2).any(to)
}
