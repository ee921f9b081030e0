//! Clauses that tell of something failing, and sentences in which nothing is certain.

use crate::words;

/// Beginnings of words for a failure.
const FAILURES: &str = "banned block break broke compromis corrupt crash degrad delay die disrupt \
    downtime dying error evict exceptions exploit fail freez froze hang hung impossible improper inaccess \
    incorrect inoperable interrupt issues kill latency loss lost mismatch missing offline oom \
    outage overload problem reject restart restrict revok saturat slow stall starv stole stop stuck suspend \
    terminat timeout unable unavailab unreach unrespons unusab wrong";

/// Whole words for one.
const STATES: &str = "down 403 404 500 502 503 504 505 detached deleted lose";

/// Words that deny what follows.
const DENIALS: &str = "cannot can't couldn't didn't doesn't don't isn't aren't nobody none \
    nothing never no not wasn't weren't without won't wouldn't";

/// Beginnings of words whose denial is no failure: "nobody noticed", "no impact".
const HARMLESS: &str = "affect anticipat aware caus clear compromis corrupt crash data detect \
    disrupt downtime due effect error expect fail harm impact interrupt issues know lose loss \
    lost need notic only outage problem real relat report significant sure yet";

/// Words of a sentence that supposes, plans or fears rather than tells.
const SUPPOSED: &str = "appeared appears assumed assumption believe believed if likely may maybe \
    might perhaps possibly presumably probably seemed seems should suspect suspected theorised \
    theorized think thought unclear unknown will";

/// Words of a title that tell nothing about its own incident.
const COMMON: &str = "after being case caused causes causing down downtime error errors failure \
    from incident into issue mortem outage post-mortem postmortem problem report server some \
    unable while with";

/// A longer sentence is a page without full stops, and no statement.
pub(super) const LONGEST: usize = 2000;

/// True for a word of this list.
pub(super) fn is_one(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

/// True for a word that begins with one of these stems.
pub(super) fn begins(stems: &str, word: &str) -> bool {
    stems.split(' ').any(|stem| word.starts_with(stem))
}

/// The number of words in a clause that tell of a failure.
pub(super) fn failures(clause: &str) -> usize {
    let list: Vec<String> = words::words(clause).map(|(word, _)| word).collect();
    (0..list.len()).filter(|at| is_failure(&list, *at)).count()
}

/// The same, without words that only say that there was an incident.
pub(super) fn failures_told(clause: &str) -> usize {
    const OUTAGES: &str = "degradation degraded disruption disruptions downtime incident issue \
        issues outage outages problem problems";
    let list: Vec<String> =
        words::words(clause).map(|(word, _)| word).filter(|word| !is_one(OUTAGES, word)).collect();
    (0..list.len()).filter(|at| is_failure(&list, *at)).count()
}

fn is_failure(list: &[String], at: usize) -> bool {
    let word = list[at].trim_start_matches('\'');
    if is_one(DENIALS, word) {
        let after = &list[at + 1..(at + 4).min(list.len())];
        return !after.is_empty() && !after.iter().any(|word| begins(HARMLESS, word));
    }
    let before = &list[at.saturating_sub(3)..at];
    let denied = before.iter().any(|word| is_one(DENIALS, word));
    !denied && (is_one(STATES, word) || begins(FAILURES, word))
}

/// True for a clause that denies a failure: "Most of them did not see any errors".
pub(super) fn denies_failure(clause: &str) -> bool {
    let list: Vec<String> = words::words(clause).map(|(word, _)| word).collect();
    (0..list.len()).any(|at| {
        let after = &list[at + 1..(at + 4).min(list.len())];
        is_one(DENIALS, &list[at]) && after.iter().any(|word| begins(FAILURES, word))
    })
}

/// True for "this error" and "these changes", which name their noun: not "this caused", "it was".
pub(super) fn has_its_noun(first: &str, second: &str) -> bool {
    let verb = second.ends_with("ed")
        || first != "these" && second.ends_with('s')
        || is_one(
            "again also are broke brought can could did had have in led left made may \
            meant might on so then took went were will would",
            second,
        );
    !verb && is_one("this that these those", first)
}

/// True for words that tell more than that there was an outage.
pub(super) fn names_no_incident(text: &str) -> bool {
    const INCIDENTS: &str = "an downtime error errors failure incident issue outage problem \
        server the unknown";
    words::words(text).any(|(word, _)| !is_one(INCIDENTS, &word))
}

/// True for a sentence that supposes or plans something: nothing in it is certain.
pub(super) fn is_supposed(sentence: &str) -> bool {
    let list: Vec<_> = words::words(sentence).collect();
    let supposes = |at: usize| {
        let (word, place) = &list[at];
        let next = list.get(at + 1).map(|(word, _)| word.as_str());
        let month = word == "may" && sentence[place.start..].starts_with('M');
        // "Could not" and "could no longer" tell of a failure.
        let can = is_one("can could would", word) && !matches!(next, Some("no" | "not"));
        is_one(SUPPOSED, word) && !month || can
    };
    sentence.trim_end().ends_with('?') || (0..list.len()).any(supposes)
}

/// True for a sentence about another incident: "The previous outage had hit 20 % of them".
pub(super) fn is_of_another(sentence: &str) -> bool {
    let list: Vec<String> = words::words(sentence).map(|(word, _)| word).collect();
    // "In 2019, a large bank lost its mail".
    let year = list.get(1).filter(|_| is_one("in", &list[0]));
    let year = year.and_then(|year| year.parse::<u16>().ok());
    let past = year.is_some_and(|year| (1900..2100).contains(&year));
    past || list.windows(2).any(|pair| {
        is_one("another earlier past previous prior similar", &pair[0])
            && begins("incident outage postmortem post-mortem", &pair[1])
    })
}

/// The words of a title that tell one incident from another.
pub(super) fn own_words(title: &str) -> Vec<String> {
    let own = |word: &String| {
        let name = word.len() == 3 && title.contains(&word.to_uppercase());
        (word.len() > 3 || name)
            && !word.starts_with(|c: char| c.is_ascii_digit())
            && !is_one(COMMON, word)
    };
    words::words(title).map(|(word, _)| word).filter(own).take(40).collect()
}

/// The number of these words that a clause has, in any of their forms.
pub(super) fn shared(own: &[String], clause: &str) -> usize {
    let list: Vec<String> = words::words(clause).map(|(word, _)| word).collect();
    let alike = |one: &str, other: &str| {
        let (long, short) = match one.len() > other.len() {
            true => (one, other),
            false => (other, one),
        };
        one == other || short.len() > 3 && long.starts_with(short.get(..6).unwrap_or(short))
    };
    let has = |word: &&String| list.iter().any(|other| alike(word, other));
    own.iter().filter(has).count()
}
