//! A cause of two sentences: the one before it, without which it does not say of what it speaks,
//! or the one after it, which says how it did harm.

use super::pointing::{INCIDENTS, Pointing, pointing};
use super::sentence::Told;
use crate::read::summary::failing::{has_its_noun, is_one};
use crate::words;

/// Two sentences are no longer than this.
const LONGEST: usize = 420;

/// Nouns that need no sentence before them: "at this point".
const CLEAR: &str = "case day hour moment morning night page period point post postmortem reason \
    report state time way week year";

/// The sentence that names the cause together with the one that it needs, if there is one.
pub(super) fn joined(told: &[Told], found: &str) -> Option<String> {
    let at = told.iter().position(|told| told.text == found)?;
    let before = at
        .checked_sub(1)
        .map(|before| told[before].text)
        .filter(|before| told[at].follows && leans(found, before) && is_whole(before))
        .filter(|before| pointing(before) == Pointing::Nowhere)
        .filter(|_| at < 2 || !ends_in_a_number(told[at - 2].text));
    let after = told
        .get(at + 1)
        .filter(|after| after.follows && goes_on(found, after.text) && is_whole(after.text))
        .map(|after| after.text);
    let both = match (before, after) {
        (Some(before), _) => format!("{before} {found}"),
        (None, Some(after)) => format!("{found} {after}"),
        (None, None) => return None,
    };
    (both.len() <= LONGEST).then_some(both)
}

/// True for "On the 3.", where the sentence only seems to end.
fn ends_in_a_number(text: &str) -> bool {
    let bare = text.trim_end_matches('.');
    bare.len() < text.len() && bare.ends_with(|c: char| c.is_ascii_digit())
}

fn is_whole(text: &str) -> bool {
    text.split_whitespace().count() > 3 && !text.ends_with([':', '?'])
}

/// True for "But nobody renewed it" and for "Somehow, this label got lost": a noun that only the
/// sentence before it explains, as it must if it begins with that.
fn leans(text: &str, before: &str) -> bool {
    let list: Vec<String> = words::words(text).map(|(word, _)| word).collect();
    let named = |at: usize| {
        let (this, noun) = (&list[at], &list[at + 1]);
        is_one("this these", this)
            && has_its_noun(this, noun)
            && !is_one(CLEAR, noun)
            && !list[at + 1..].iter().take(2).any(|noun| INCIDENTS.contains(&noun.as_str()))
            && !list[..at].contains(noun)
            && (at > 0 || words::words(before).any(|(word, _)| word == *noun))
    };
    let first = list.first().map_or("", String::as_str);
    is_one("but", first) || (0..list.len().saturating_sub(1)).any(named)
}

/// True for a sentence that begins with the very noun of the one before it: "That patch …".
fn goes_on(text: &str, after: &str) -> bool {
    let mut list = words::words(after).map(|(word, _)| word);
    let (this, noun) = (list.next(), list.next());
    let (this, noun) = (this.unwrap_or_default(), noun.unwrap_or_default());
    has_its_noun(&this, &noun)
        && !INCIDENTS.contains(&noun.as_str())
        && words::words(text).any(|(word, _)| word == noun)
}
