//! Derives a section's role from its name.

use super::section_names::{FILLERS, NAMES, QUESTIONS};
use crate::document::sections::SectionRole;
use crate::words::lexicon::{Lexicon, PhraseId, openings};
use crate::words::{begins_with_any, holds_any};

/// The end of a label at the beginning of a text: its colon, within the first few words.
pub(crate) fn label_end(text: &str) -> Option<usize> {
    let at = text.find(':')?;
    let label = &text[..at];
    (label.split_whitespace().count() <= 7
        && !label.contains(['.', ',', ';'])
        && !label.ends_with(|c: char| c.is_ascii_digit()))
    .then_some(at)
}
/// True for a name such as "What went well".
pub(crate) fn tells_success(name: &str) -> bool {
    const NAMES: [&str; 5] = ["went well", "went right", "worked well", "did well", "was good"];
    let words = first_words(name, 8);
    words.split(' ').count() <= 7 && holds_any(&words, &NAMES)
}

/// A name in lower case, without numbers, brackets and pictograms, its words separated by blanks.
pub(crate) fn words_of(name: &str) -> String {
    first_words(name, usize::MAX)
}
/// The first words of a name, up to `most`.
fn first_words(name: &str, most: usize) -> String {
    let mut out = String::with_capacity(name.len().min(80));
    // The start of the current word, the number of words before it, and the bracket depth.
    let (mut start, mut count, mut depth) = (0, 0, 0i32);
    for c in name.chars().chain(std::iter::once(' ')) {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ if depth > 0 => {}
            _ if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
            // "time-line", "post-mortem", "follow-up" are one word.
            '-' | '‑' if out.len() > start => {}
            '\'' | '’' => {}
            _ if c.is_alphanumeric() => out.extend(c.to_lowercase()),
            _ if out.len() > start => {
                // "2. Timeline", "Section 2: Timeline", "Step 3".
                if count == 1 && is_number(out[..start].trim_end()) {
                    out.drain(..start);
                    count = 0;
                }
                if count == most {
                    break;
                }
                count += 1;
                out.push(' ');
                start = out.len();
            }
            _ => {}
        }
    }
    // A word cut off by an unclosed bracket does not count.
    out.truncate(start.saturating_sub(1));
    out
}
/// True for a section number, or a word that announces one.
fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
        || matches!(word, "section" | "step" | "part" | "i" | "ii" | "iii" | "iv" | "v")
}
/// The strong and the weak names of each role, in order of precedence.
const NAMED: [&str; 2 * NAMES.len()] = {
    let mut lists = [""; 2 * NAMES.len()];
    let mut at = 0;
    while at < NAMES.len() {
        lists[2 * at] = NAMES[at].strong;
        lists[2 * at + 1] = NAMES[at].weak;
        at += 1;
    }
    lists
};
static NAME: Lexicon<{ openings(&NAMED) }> = Lexicon::new(&NAMED);
static FILLER: Lexicon<{ openings(&[FILLERS]) }> = Lexicon::new(&[FILLERS]);

/// The role that a name belongs to, as an index into [`NAMES`].
fn rank(name: PhraseId) -> usize {
    usize::from(name.list / 2)
}

/// The names among these words.
fn named(words: &[&str], strong_only: bool) -> impl Iterator<Item = PhraseId> {
    let goes_on = |name: PhraseId, after: &[&str]| {
        let mut after = after.iter();
        NAME.after_first(name).split_terminator(' ').all(|word| after.next() == Some(&word))
    };
    let begun = words
        .iter()
        .enumerate()
        .flat_map(|(at, word)| NAME.beginning_with(word).map(move |name| (at, name)));
    begun
        .filter(move |(at, name)| {
            (!strong_only || name.list % 2 == 0) && goes_on(*name, &words[at + 1..])
        })
        .map(|(_, name)| name)
}

fn find_rank(words: &[&str], strong_only: bool) -> Option<usize> {
    let first = named(words, strong_only).map(rank).min()?;
    // "Actions taken" is about the past; "Actions already taken" against another time are measures.
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    let prevents = words.iter().any(|word| word.starts_with("prevent"));
    let past = || has(&["taken", "performed"]) && !has(&["already"]) && !prevents;
    if NAMES[first].role != SectionRole::Measures || !past() {
        return Some(first);
    }
    named(words, strong_only).map(rank).filter(|rank| *rank != first).min()
}

fn find_role(words: &[&str], strong_only: bool) -> Option<SectionRole> {
    find_rank(words, strong_only).map(|rank| NAMES[rank].role)
}

/// The role of a heading: one strong word is enough; a weak one only in a short heading.
pub(crate) fn role_of_heading(text: &str) -> Option<SectionRole> {
    // "## Timeline: eleven timestamps, one bad package" has its name at the front.
    if let Some(role) = label_end(text).and_then(|end| role_of_label(&text[..end])) {
        return Some(role);
    }
    let name = first_words(text, 17);
    let words: Vec<&str> = name.split_whitespace().collect();
    if is_denied(&words) {
        return Some(SectionRole::Other);
    }
    if words.len() > 16 || is_about_postmortems(&words) || is_looking_back(&words) {
        return None;
    }
    find_role(&words, words.len() > 6)
}

/// True for a heading such as "Not a cause: the new firmware", which tells what did no harm.
fn is_denied(words: &[&str]) -> bool {
    let cause = |word: &&str| matches!(*word, "cause" | "causes" | "caused" | "culprit");
    words.iter().enumerate().any(|(at, word)| {
        matches!(*word, "not" | "wasnt" | "isnt" | "didnt" | "never")
            && words[at + 1..].iter().take(4).any(cause)
    })
}

/// True for a look at what became of the measures: "Follow-up review".
fn is_looking_back(words: &[&str]) -> bool {
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    has(&["review", "reviews"]) && has(&["followup", "followups"])
}

/// True for names of the report rather than a section: "My first postmortem", "0x19. Postmortem",
/// "Postmortem: the outage".
fn is_about_postmortems(words: &[&str]) -> bool {
    words.iter().any(|word| matches!(*word, "postmortem" | "postmortems" | "mortem"))
        && find_role(words, true).is_none()
}

/// The role of an assignment's question used as a heading: "What are the things that can be
/// improved?".
fn asked(name: &str) -> Option<SectionRole> {
    QUESTIONS.iter().find(|(_, starts)| begins_with_any(name, starts)).map(|(role, _)| *role)
}

/// The role of a line that consists of a name alone.
pub(crate) fn role_of_label(text: &str) -> Option<SectionRole> {
    let name = text.trim().trim_end_matches(['.', ' ', '…']);
    if name.len() > 200 || name.ends_with(',') {
        return None;
    }
    // Names and questions are never longer.
    let told = first_words(name, 10);
    if let Some(role) = asked(&told) {
        return Some(role);
    }
    let words: Vec<&str> = told.split_whitespace().collect();
    // "Preventative measures for the branches:".
    let measures = words
        .first()
        .is_some_and(|word| matches!(*word, "corrective" | "preventative" | "preventive"));
    if measures
        && name.ends_with(':')
        && words.len() <= 9
        && words[1..].iter().any(|word| matches!(*word, "measures" | "actions"))
    {
        return Some(SectionRole::Measures);
    }
    let apart = is_about_postmortems(&words) || is_looking_back(&words);
    if words.is_empty() || words.len() > 8 || apart {
        return None;
    }
    // "Corective and preventive mesures": one recognised word among typos.
    if words.len() <= 5
        && words.iter().any(|word| matches!(*word, "corrective" | "preventative" | "preventive"))
        && !name.contains('.')
    {
        return Some(SectionRole::Measures);
    }
    let found = find_rank(&words, false)?;
    // Nothing may be left after taking out the names, the longest first, and the fillers.
    let mut names: Vec<PhraseId> =
        named(&words, false).filter(|name| rank(*name) == found).collect();
    names.sort_unstable();
    names.dedup();
    // "Customer impact" goes before the "impact" in it.
    names.sort_by_key(|name| std::cmp::Reverse(NAME.text(*name).len()));
    let padded = format!(" {told} ");
    let rest = names
        .into_iter()
        .fold(padded, |rest, name| rest.replace(&format!(" {} ", NAME.text(name)), "  "));
    rest.split_whitespace().all(|word| FILLER.holds(word)).then_some(NAMES[found].role)
}
