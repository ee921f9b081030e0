//! Manners: whom a line may not laugh at, what it may not promise, what would be out of place.

use crate::read::Report;
use crate::source::Source;
use crate::spice::lint::stock;
use crate::spice::place::Spot;
use crate::spice::tone::{Because, Tone, guard};
use crate::words::blame::BLAME;
use crate::words::matching::Words;
use crate::words::sentences;
use std::ops::Range;

/// The words of a report, some of which a line may take up though it might not bring them in.
pub(super) struct Manners {
    own: Words,
}

/// A list of patterns, and what is wrong with a line that holds one.
type Ban = (&'static [&'static str], &'static str);

const BANS: &[Ban] = &[
    (BLAME, "it blames somebody"),
    (TEASING, "it blames somebody"),
    (NEW_HERE, "it is about a person"),
    (PROMISES, PROMISING),
];

const PROMISING: &str = "it promises something that the report does not";

/// Two lists of patterns, and what is wrong with a line that holds one of each.
const PAIRS: &[(&[&str], &[&str], &str)] =
    &[(COLLEAGUES, UNKIND, "it laughs at people"), (HARMED, LOSS, "it is about what users lost")];

impl Manners {
    pub(super) fn of(report: &Report) -> Manners {
        Manners { own: Words::of(report.source().text()) }
    }

    /// Checks that a line is kind, promises nothing and is nobody else's.
    pub(super) fn check(&self, text: &str, place: Spot) -> Result<(), String> {
        let line = Words::of(text);
        let found = |list: &[&'static str]| list.iter().find(|word| line.hold(word)).copied();
        for (list, wrong) in BANS {
            let told = |word: &&str| place_tells(place) && is_told(text, word);
            let mut words = list.iter().filter(|word| line.hold(word) && !told(word));
            if let Some(word) = words.next() {
                return Err(format!("{wrong}: \"{}\"", named(word)));
            }
        }
        for (who, what, wrong) in PAIRS {
            if let (Some(who), Some(what)) = (found(who), found(what)) {
                return Err(format!("{wrong}: \"{}\" and \"{}\"", named(who), named(what)));
            }
        }
        let mut vows = VOWS.iter().filter(|word| line.hold(word));
        if let Some(word) = vows.find(|word| !self.own.hold(word)) {
            return Err(format!("{PROMISING}: \"{word}\""));
        }
        let told = |(done, stem): &&(&str, &str)| {
            line.hold(done) && !self.own.hold(done) && !self.own.hold(stem)
        };
        if let Some((done, _)) = DONE.iter().find(told) {
            return Err(format!("it tells of a measure that the report does not: \"{done}\""));
        }
        let mut stale = stock().filter(|word| line.hold(word) && !self.own.hold(word));
        if let Some(word) = stale.next() {
            return Err(format!("it is a stock joke: \"{}\"", named(word)));
        }
        self.grave(text)
    }

    /// Refuses a line for what would keep a report from having any humour, too.
    fn grave(&self, text: &str) -> Result<(), String> {
        let verdict = guard(&Report::of(&Source::new("line", text)));
        let is_new = |because: &&Because| !self.own.hold(&because.text);
        let mut because = verdict.because.iter();
        match because.find(is_new).filter(|_| verdict.allowed == Tone::Off) {
            Some(because) => {
                Err(format!("it is no matter for a joke: \"{}\" ({})", because.text, because.rule))
            }
            None => Ok(()),
        }
    }
}

/// True if words such as these tell what people suffered.
pub(in crate::spice::writer) fn harms(text: &str) -> bool {
    let text = Words::of(text);
    text.hold_one(HARMED) && (text.hold_one(LOSS) || text.hold_one(HINDERED))
}

/// True for a place in the story, where the future is one that has passed.
fn place_tells(place: Spot) -> bool {
    matches!(place, Spot::Entry(_) | Spot::Prose(_) | Spot::SignOff)
}

/// True if this promises nothing but tells the story ahead: "It will be found at 22:20."
fn is_told(text: &str, word: &str) -> bool {
    let with = |sentence: Range<usize>| {
        let sentence = &text[sentence];
        Words::of(sentence).hold(word).then(|| has_clock(sentence))
    };
    let mut told = sentences(text).into_iter().filter_map(with).peekable();
    word == "will be" && told.peek().is_some() && told.all(|clock| clock)
}

/// True if a sentence has a time of day; that it is the report's is checked elsewhere.
fn has_clock(sentence: &str) -> bool {
    sentence.split_whitespace().any(|word| {
        let parts = word.trim_matches(|c: char| !c.is_ascii_digit()).split_once(':');
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        parts.is_some_and(|(hour, minute)| digits(hour) && digits(minute))
    })
}

/// A pattern as its words.
fn named(word: &str) -> &str {
    word.trim_end_matches('*')
}

/// Blame in a joke, though not in a report.
const TEASING: &[&str] = &["fool", "fools", "moron*", "dumb", "dummy", "noob*", "amateur*"];

/// Those who have just begun are left alone whatever is said of them.
const NEW_HERE: &[&str] = &[
    "intern", "interns", "trainee*", "apprentice*", "new hire*", "junior*", "my boss", "our boss",
    "the boss",
];

const COLLEAGUES: &[&str] = &[
    "engineer", "engineers", "developer", "developers", "dev", "devs", "admin", "admins",
    "administrator*", "operator", "operators", "colleague*", "manager", "managers", "team",
    "teams", "on-call", "somebody", "someone", "nobody", "he", "she", "people", "author",
];

const UNKIND: &[&str] = &[
    "forgot", "forgets", "forgotten", "forgetful*", "asleep", "slept", "sleeping", "napping",
    "nap", "woke up", "snor*", "panick*", "panic", "drunk", "hungover", "blunder*", "botch*",
    "bungl*", "messed up", "screwed up", "clueless*", "confused", "ignor*", "bored", "overpaid",
    "fired", "sacked", "guilty", "embarrass*", "asham*", "lazily", "useless", "hopeless",
    "couldn't be bothered", "wasn't looking", "not paying attention",
];

const HARMED: &[&str] = &[
    "user", "users", "customer", "customers", "client", "clients", "visitor*", "shopper*",
    "buyer*", "student", "students", "patient", "patients", "passenger*", "player", "players",
    "reader", "readers", "subscriber*", "guest", "guests", "merchant*", "people",
];

const LOSS: &[&str] = &[
    "lost", "lose", "losing", "loss", "losses", "suffer*", "angry", "angrily", "furious*", "rage",
    "cried", "crying", "wept", "tears", "scream*", "begg*", "stranded", "victim*", "hurt", "money",
    "wallet*", "pockets", "paid", "refund*", "charged", "robbed", "cheated", "fled", "gave up",
    "another hobby", "disappoint*", "desperat*", "helpless*", "poor", "unlucky", "deserv*",
];

/// What a report says of those who could not use what failed.
const HINDERED: &[&str] = &[
    "unable", "prevent*", "could not", "couldn't", "cannot", "frustrat*", "complain*",
    "inaccessib*", "inconvenien*", "affected", "disrupt*",
];

const PROMISES: &[&str] = &[
    "will be", "will never", "will now", "will not happen", "will no longer", "will always",
    "we will", "we'll", "we shall", "we won't", "won't happen", "we promise*", "promise to",
    "promised to", "we guarantee*", "we are going to", "we plan to", "we have agreed",
    "has decided to", "have decided to", "it has been agreed",
];

/// The report's own vow may be taken at its word, but none may be added.
const VOWS: &[&str] = &[
    "guaranteed", "from now on", "never again", "next time", "in future", "in the future",
    "going forward", "henceforth",
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
