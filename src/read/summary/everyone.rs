//! "All users": everybody, told without a figure.

use crate::document::paragraph::Paragraph;
use crate::words::{self, begins_with_any, holds_any};

/// Beginnings of words for people.
const PEOPLE: &[&str] =
    &["user", "customer", "client", "visitor", "student", "player", "employee", "people"];

/// Words for what was done to them.
const HARM: &[&str] = &[
    "unable", "affect", "unavailab", "down", "could not", "couldn't", "inaccess", "impact",
    "error", "outage", "fail", "slow", "dropped", "lost", "not access", "prevent",
];

/// They say both in one.
const NOBODY: &[&str] = &["no one was able", "nobody was able"];

const EVERYBODY: &[&str] = &[
    "for everyone", "for everybody", "for anyone", "entire user base", "no one was able",
    "nobody was able", "nobody could", "no one could",
];

/// "Not all users", "nearly all users".
const NOT_ALL: &[&str] = &["not", "nearly", "almost", "virtually"];

/// Beginnings of words for what a team does to them: "identified all users".
const LOOKED_FOR: &[&str] = &["contact", "emailed", "identif", "inform", "notif", "warn"];

/// "All users in the eastern region".
const OF_SOME_KIND: &[&str] = &[
    "affected", "attempting", "concerned", "impacted", "in", "involved", "on", "trying", "using",
    "who", "whose", "with",
];

/// A summary that knows of some does not mean all.
const SOME: &[&str] =
    &["some users", "some customers", "some of our", "some of the users", "a number of users"];

/// The sentence by which everybody was affected: "All users were unable …", "unavailable for
/// everyone", "nobody could …".
pub(super) fn everyone(paragraphs: &[Paragraph]) -> Option<String> {
    let lower: Vec<String> = paragraphs.iter().map(|one| one.text.to_lowercase()).collect();
    if lower.iter().any(|text| holds_any(text, SOME)) {
        return None;
    }
    let sentences = paragraphs.iter().flat_map(|paragraph| {
        let units = words::sentences(&paragraph.text).into_iter();
        units.map(|unit| &paragraph.text[unit])
    });
    let mut told = sentences.filter(|sentence| {
        let sentence = sentence.to_lowercase();
        (names_all(&sentence) || holds_any(&sentence, EVERYBODY))
            && (holds_any(&sentence, HARM) || holds_any(&sentence, NOBODY))
    });
    told.next().map(|sentence| sentence.trim().to_string())
}

/// "All users", "all of our OBS users", "every customer".
fn names_all(sentence: &str) -> bool {
    let words: Vec<String> = words::words(sentence).map(|(word, _)| word).collect();
    (0..words.len()).any(|at| {
        let before = at.checked_sub(1).map_or("", |before| &words[before]);
        let group = words[at + 1..].iter().take(4).position(|word| begins_with_any(word, PEOPLE));
        matches!(words[at].as_str(), "all" | "every")
            && !NOT_ALL.contains(&before)
            && !begins_with_any(before, LOOKED_FOR)
            && group.is_some_and(|group| !is_of_some(&words[at + 1..], group))
    })
}

/// True if only some kind of the people is meant: "12 affected customers", "orders of customers".
fn is_of_some(words: &[String], people: usize) -> bool {
    let (before, behind) = (&words[..people], words.get(people + 1));
    let counted = |word: &String| {
        word.starts_with(|c: char| c.is_ascii_digit())
            || word.ends_with("affected")
            || word == "impacted"
    };
    before.iter().skip(1).any(|word| word == "of")
        || before.iter().any(counted)
        || behind.is_some_and(|word| OF_SOME_KIND.contains(&word.as_str()))
}
