//! Manners: whom a line may not laugh at, what it may not promise, what would be out of place.

use crate::read::Report;
use crate::source::Source;
use crate::spice::lint::stock;
use crate::spice::tone::{Tone, guard};
use crate::words::blame::BLAME;
use crate::words::matching::Words;

/// Whether a line is kind, promises nothing and is nobody else's.
pub(super) fn check(text: &str, report: &Report) -> Result<(), String> {
    let line = Words::of(text);
    let own = Words::of(report.source().text());
    let found = |list: &[&'static str]| list.iter().find(|word| line.hold(word)).copied();
    let named = |word: &str| word.trim_end_matches('*').to_string();
    if let Some(word) = found(BLAME).or_else(|| found(TEASING)) {
        return Err(format!("it blames somebody: \"{}\"", named(word)));
    }
    if let Some(who) = found(NEW_HERE) {
        return Err(format!("it is about a person: \"{}\"", named(who)));
    }
    if let (Some(who), Some(what)) = (found(COLLEAGUES), found(UNKIND)) {
        return Err(format!(
            "it laughs at people: \"{}\" and \"{}\"",
            named(who),
            named(what)
        ));
    }
    if let (Some(who), Some(what)) = (found(HARMED), found(LOSS)) {
        return Err(format!(
            "it is about what users lost: \"{}\" and \"{}\"",
            named(who),
            named(what)
        ));
    }
    if let Some(word) = found(PROMISES) {
        return Err(format!(
            "it promises something that the report does not: \"{}\"",
            named(word)
        ));
    }
    let done = DONE.iter().find(|(done, _)| line.hold(done));
    if let Some((done, _)) = done.filter(|(done, stem)| !own.hold(done) && !own.hold(stem)) {
        return Err(format!(
            "it tells of a measure that the report does not: \"{done}\""
        ));
    }
    if let Some(word) = stock().find(|word| line.hold(word) && !own.hold(word)) {
        return Err(format!("it is a stock joke: \"{}\"", named(word)));
    }
    grave(text, &own)
}

/// What would keep a report from having any humour has no place in a line either.
fn grave(text: &str, own: &Words) -> Result<(), String> {
    let alone = Report::of(&Source::new("line", text));
    let verdict = guard(&alone);
    let new = verdict
        .because
        .iter()
        .find(|because| verdict.allowed == Tone::Off && !own.hold(&because.text));
    match new {
        Some(because) => Err(format!(
            "it is no matter for a joke: \"{}\" ({})",
            because.text, because.rule
        )),
        None => Ok(()),
    }
}

/// Blame in a joke, though not in a report.
const TEASING: &[&str] = &[
    "fool", "fools", "moron*", "dumb", "dummy", "noob*", "amateur*",
];

/// Those who have just begun are left alone whatever is said of them.
const NEW_HERE: &[&str] = &[
    "intern",
    "interns",
    "trainee*",
    "apprentice*",
    "new hire*",
    "junior*",
    "my boss",
    "our boss",
    "the boss",
];

const COLLEAGUES: &[&str] = &[
    "engineer",
    "engineers",
    "developer",
    "developers",
    "dev",
    "devs",
    "admin",
    "admins",
    "administrator*",
    "operator",
    "operators",
    "colleague*",
    "manager",
    "managers",
    "team",
    "teams",
    "on-call",
    "somebody",
    "someone",
    "he",
    "she",
    "people",
    "author",
];

const UNKIND: &[&str] = &[
    "forgot",
    "forgets",
    "forgotten",
    "forgetful*",
    "asleep",
    "slept",
    "sleeping",
    "napping",
    "nap",
    "woke up",
    "snor*",
    "panick*",
    "panic",
    "drunk",
    "hungover",
    "blunder*",
    "botch*",
    "bungl*",
    "messed up",
    "screwed up",
    "clueless*",
    "confused",
    "ignor*",
    "bored",
    "overpaid",
    "fired",
    "sacked",
    "guilty",
    "embarrass*",
    "asham*",
    "lazily",
    "useless",
    "hopeless",
    "couldn't be bothered",
    "wasn't looking",
    "not paying attention",
];

const HARMED: &[&str] = &[
    "user",
    "users",
    "customer",
    "customers",
    "client",
    "clients",
    "visitor*",
    "shopper*",
    "buyer*",
    "student",
    "students",
    "patient",
    "patients",
    "passenger*",
    "player",
    "players",
    "reader",
    "readers",
    "subscriber*",
    "guest",
    "guests",
    "merchant*",
    "people",
];

const LOSS: &[&str] = &[
    "lost",
    "lose",
    "losing",
    "loss",
    "losses",
    "suffer*",
    "angry",
    "angrily",
    "furious*",
    "rage",
    "cried",
    "crying",
    "wept",
    "tears",
    "scream*",
    "begg*",
    "stranded",
    "victim*",
    "hurt",
    "money",
    "refund*",
    "charged",
    "robbed",
    "cheated",
    "fled",
    "gave up",
    "another hobby",
    "disappoint*",
    "desperat*",
    "helpless*",
    "poor",
    "unlucky",
    "deserv*",
];

const PROMISES: &[&str] = &[
    "will be",
    "will never",
    "will now",
    "will not happen",
    "will no longer",
    "will always",
    "we will",
    "we'll",
    "we shall",
    "we won't",
    "won't happen",
    "we promise*",
    "promise to",
    "promised to",
    "we guarantee*",
    "guaranteed",
    "from now on",
    "never again",
    "next time",
    "in future",
    "in the future",
    "going forward",
    "henceforth",
    "we are going to",
    "we plan to",
    "we have agreed",
    "it has been agreed",
];

/// A measure told as done, and the stem of the word by which a report would tell it, too.
const DONE: &[(&str, &str)] = &[
    ("has been added", "added"),
    ("have been added", "added"),
    ("has been fixed", "fix*"),
    ("have been fixed", "fix*"),
    ("has been scheduled", "schedul*"),
    ("have been scheduled", "schedul*"),
    ("has been introduced", "introduc*"),
    ("has been installed", "install*"),
    ("has been automated", "automat*"),
    ("have been automated", "automat*"),
    ("has been documented", "document*"),
    ("have been documented", "document*"),
    ("has been retired", "retire*"),
    ("have been retired", "retire*"),
    ("has been replaced", "replac*"),
    ("have been replaced", "replac*"),
    ("has since been", "since been"),
    ("have since been", "since been"),
];
