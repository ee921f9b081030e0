//! Fills the blanks of a line: articles, capitals, singular and plural.

use super::Nouns;
use crate::words;

/// The blanks that a line may hold.
const NAMES: &[&str] = &[
    "suspect", "suspects", "suspects:nor", "n_suspects", "culprit", "service", "subject",
    "entries", "measures", "lead", "team", "fix", "file", "software", "wrong", "right", "port",
    "clock", "earlier", "since", "search", "fixing", "blamed", "before", "duration", "n", "unit",
    "percent",
];

/// Verbs and pronouns that go by the number of a noun: `{was:suspect}`.
const AGREEING: &[(&str, &str, &str)] = &[
    ("is", "is", "are"),
    ("was", "was", "were"),
    ("has", "has", "have"),
    ("it", "it", "they"),
    ("its", "its", "their"),
    ("s", "s", ""),
];
const COUNTABLE: &[&str] = &["suspect", "suspects", "culprit", "service", "subject", "team"];

/// The content of a pair of braces in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blank<'a> {
    /// The report's own noun.
    Noun(&'a str),
    /// A noun without its article.
    Bare(&'a str),
    /// A word for one or for several, by a noun.
    Agreeing(&'static str, &'static str, &'a str),
    /// None that there is.
    Unknown(&'a str),
}

impl<'a> Blank<'a> {
    fn of(inner: &'a str) -> Blank<'a> {
        if NAMES.contains(&inner) {
            return Blank::Noun(inner);
        }
        let Some((head, noun)) = inner.split_once(':') else {
            return Blank::Unknown(inner);
        };
        if head != "bare" && noun == "bare" && COUNTABLE.contains(&head) {
            return Blank::Bare(head);
        }
        let verb = AGREEING.iter().find(|(name, ..)| *name == head);
        match verb.filter(|_| COUNTABLE.contains(&noun)) {
            Some((_, one, several)) => Blank::Agreeing(one, several, noun),
            None => Blank::Unknown(inner),
        }
    }

    /// The noun that it needs.
    pub fn noun(&self) -> &'a str {
        match self {
            Blank::Noun(noun)
            | Blank::Bare(noun)
            | Blank::Agreeing(_, _, noun)
            | Blank::Unknown(noun) => noun,
        }
    }

    fn value(&self, nouns: &Nouns) -> Option<String> {
        let noun = nouns.get(self.noun())?;
        Some(match self {
            Blank::Noun(_) => noun.to_string(),
            Blank::Bare(_) => bare(noun).to_string(),
            Blank::Agreeing(_, several, _) if is_plural(noun) => several.to_string(),
            Blank::Agreeing(one, ..) => one.to_string(),
            Blank::Unknown(_) => return None,
        })
    }
}

/// The blanks of a line, in their order.
pub fn blanks(text: &str) -> Vec<Blank<'_>> {
    let inner = text.split('{').skip(1);
    inner.map(|piece| Blank::of(piece.split('}').next().unwrap_or_default())).collect()
}

/// A line with its blanks filled; `None` when there is nothing for one. In a title words are
/// capital.
pub fn filled(text: &str, nouns: &Nouns, is_title: bool) -> Option<String> {
    let mut out = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (inner, behind) = after.split_once('}')?;
        out.push_str(before);
        let blank = Blank::of(inner);
        let value = blank.value(nouns)?;
        let begins = out.trim_end().is_empty() || out.trim_end().ends_with(['.', '?', ':']);
        let joins = matches!(blank, Blank::Agreeing(..)) && out.ends_with(char::is_alphanumeric);
        out.push_str(&match (is_title && !joins, begins) {
            (true, _) => titled(&value, begins),
            (false, true) => capital(&value),
            (false, false) => value,
        });
        rest = behind;
    }
    out.push_str(rest);
    Some(out)
}

/// Words that stay small in the middle of a title.
const SMALL: &[&str] = &["a", "an", "the", "and", "or", "nor", "of", "for", "in", "on", "to"];

fn titled(text: &str, begins: bool) -> String {
    let words = text.split(' ').enumerate().map(|(at, word)| {
        let stays = SMALL.contains(&word) && !(begins && at == 0);
        match stays || is_code(word) {
            true => word.to_string(),
            false => capital(word),
        }
    });
    words.collect::<Vec<String>>().join(" ")
}

/// A file name or an extension is left as it is written.
fn is_code(word: &str) -> bool {
    word.contains(['.', '_', '/'])
}

fn capital(text: &str) -> String {
    match is_code(text.split(' ').next().unwrap_or_default()) {
        true => text.to_string(),
        false => words::capital(text),
    }
}

/// A noun without its article.
fn bare(noun: &str) -> &str {
    ["the ", "an ", "a "].iter().find_map(|article| noun.strip_prefix(article)).unwrap_or(noun)
}

/// True if a noun is more than one thing.
fn is_plural(noun: &str) -> bool {
    let names = [
        "redis", "nginx", "kubernetes", "postgres", "jenkins", "prometheus", "rds", "ingress",
        "nfs", "https",
    ];
    let last = noun.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let one = last.ends_with("ss") || last.ends_with("dns") || names.contains(&last.as_str());
    noun.contains(" and ") || last.ends_with('s') && !one
}

/// A line with every blank filled by something of a usual length.
pub(crate) fn with_samples(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (inner, behind) = after.split_once('}').unwrap_or((after, ""));
        out.push_str(before);
        out.push_str(match Blank::of(inner) {
            Blank::Agreeing(one, ..) => one,
            Blank::Noun("entries" | "measures" | "n_suspects") => "eleven",
            _ => "the usual thing",
        });
        rest = behind;
    }
    out + rest
}
