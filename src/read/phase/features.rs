//! An entry as a set of features: its words, their classes, its place, and its neighbours.
//!
//! A feature is a short string, "w:restart" or "b:no_effect", known to the weights by its hash.

use super::tokens::{Token, denies, is_common, sentences, stem};
use std::ops::Range;

/// An entry as the learned reader sees it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EntryFeatures {
    /// Its own text.
    pub text: String,
    /// The heading that it stands under; empty when there is none.
    pub heading: String,
    /// Minutes since the first entry, or `None` for an entry without any time.
    pub minute: Option<f64>,
    /// Minutes since midnight.
    pub clock: Option<f64>,
}

/// The entries of one timeline, and the stated edges of the outage in minutes since midnight.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TimelineStory {
    /// In the order of the report.
    pub scenes: Vec<EntryFeatures>,
    /// When the report says that the outage began.
    pub start: Option<f64>,
    /// When the report says that it ended.
    pub end: Option<f64>,
}

/// The number of words that count of an entry, and of each of its neighbours.
const WORDS: usize = 40;
const NEAR: usize = 12;

/// The hash of a feature, of its parts one after the other (FNV-1a, folded to 32 bits).
pub(super) fn feature(parts: &[&str]) -> u32 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in parts.iter().flat_map(|part| part.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    (hash ^ (hash >> 32)) as u32
}

/// The features of every entry, sorted and each once.
pub fn features(story: &TimelineStory) -> Vec<Vec<u32>> {
    let read: Vec<EntryWords> =
        story.scenes.iter().map(|scene| EntryWords::of(&scene.text)).collect();
    let mut met: Vec<&str> =
        read.iter().flat_map(|words| words.content.iter().map(String::as_str)).collect();
    met.sort_unstable();
    (0..read.len())
        .map(|at| {
            let mut set = read[at].own.clone();
            place(&mut set, story, at);
            time(&mut set, story, at);
            neighbours(&mut set, &read, at, &met);
            set.sort_unstable();
            set.dedup();
            set
        })
        .collect()
}

/// An entry read by itself, without its neighbours.
struct EntryWords {
    own: Vec<u32>,
    near: Vec<String>,
    /// The words that may come up again, sorted and each once.
    content: Vec<String>,
    denies: bool,
}

impl EntryWords {
    fn of(text: &str) -> EntryWords {
        let sentences = sentences(text);
        let all = || sentences.iter().flatten();
        let mut content: Vec<String> = all()
            .filter(|token| {
                let word = text[token.range.clone()].to_ascii_lowercase();
                word.len() > 3
                    && word.bytes().all(|byte| byte.is_ascii_alphabetic())
                    && !is_common(&word)
            })
            .map(|token| token.stem.clone())
            .collect();
        content.sort_unstable();
        content.dedup();
        EntryWords {
            own: of_words(&sentences),
            near: all().take(NEAR).map(|token| token.stem.clone()).collect(),
            content,
            denies: all().any(|token| denies(&token.stem)),
        }
    }
}

/// Words, pairs of words, and classes.
fn of_words(sentences: &[Vec<Token>]) -> Vec<u32> {
    let mut set = Vec::with_capacity(256);
    let words: Vec<&Token> = sentences.iter().flatten().take(WORDS).collect();
    for (at, token) in words.iter().enumerate() {
        let word = token.stem.as_str();
        set.push(feature(&["w:", word]));
        if word.len() > 4 {
            set.push(feature(&["x:", &word[..4]]));
        }
        if at < 3 {
            set.push(feature(&[["f0:", "f1:", "f2:"][at], word]));
        }
        if at > 0 {
            pair(&mut set, words[at - 1], token);
        }
    }
    let row: Vec<&str> = words.iter().flat_map(|token| token.classes()).collect();
    set.extend(row.iter().map(|class| feature(&["C:", class])));
    set.extend(row.windows(2).map(|two| feature(&["CC:", two[0], "_", two[1]])));
    set.extend(row.iter().take(2).map(|class| feature(&["C0:", class])));
    set.extend(row.first().map(|class| feature(&["C1:", class])));
    set.extend(row.last().map(|class| feature(&["Cz:", class])));
    by_sentence(&mut set, sentences);
    set
}

/// Two words, and a word beside a class.
fn pair(set: &mut Vec<u32>, before: &Token, token: &Token) {
    let (first, second) = (before.stem.as_str(), token.stem.as_str());
    set.push(feature(&["b:", first, "_", second]));
    if !before.is_classed() {
        let classes = token.classes();
        set.extend(classes.map(|class| feature(&["cw:", first, "_", class])));
    }
    if !token.is_classed() {
        let classes = before.classes();
        set.extend(classes.map(|class| feature(&["wc:", class, "_", second])));
    }
}

/// The first sentence tells what was done, the last how it came out; and what is denied.
fn by_sentence(set: &mut Vec<u32>, sentences: &[Vec<Token>]) {
    let mut add = |words: &str, class: &str, sentence: &[Token]| {
        set.extend(sentence.iter().take(25).map(|token| feature(&[words, &token.stem])));
        let all = sentence.iter().flat_map(Token::classes);
        set.extend(all.map(|known| feature(&[class, known])));
    };
    if let [first, rest @ ..] = sentences {
        add("s0:", "Cs0:", first);
        if let Some(last) = rest.last() {
            add("sl:", "Csl:", last);
        }
        set.extend(rest.iter().take(5).map(|sentence| feature(&["sf:", &sentence[0].stem])));
    }
    for sentence in sentences.iter().take(8) {
        let mut left = 0;
        for token in sentence {
            if denies(&token.stem) {
                left = 4;
                set.push(feature(&["NEG"]));
            } else if left > 0 {
                left -= 1;
                set.push(feature(&["n:", &token.stem]));
            }
        }
    }
}

/// Where in the story it stands, and under which heading.
fn place(set: &mut Vec<u32>, story: &TimelineStory, at: usize) {
    let count = story.scenes.len();
    set.push(feature(&["bias"]));
    set.push(feature(&["place:", &(10 * at / count).to_string()]));
    if at == 0 {
        set.push(feature(&["first"]));
    }
    if at + 1 == count {
        set.push(feature(&["last"]));
    }
    let heading = sentences(&story.scenes[at].heading);
    set.extend(heading.iter().flatten().take(8).map(|token| feature(&["h:", &token.stem])));
}

/// The time since the first entry, the times since the entry before and until the one after, and
/// the side of the stated start and end that it is on.
fn time(set: &mut Vec<u32>, story: &TimelineStory, at: usize) {
    let minute = |at: usize| story.scenes.get(at).and_then(|scene| scene.minute);
    let known: Vec<f64> = story.scenes.iter().filter_map(|scene| scene.minute).collect();
    if let (Some(own), Some(first), Some(last)) = (minute(at), known.first(), known.last()) {
        let since = steps(own - first, &[0.0, 2.0, 5.0, 10.0, 20.0, 40.0, 80.0, 200.0, 1000.0]);
        set.push(feature(&["since", &since.to_string()]));
        if last > first {
            let share = ((own - first) / (last - first)).clamp(0.0, 0.999);
            set.push(feature(&["rel", &((5.0 * share) as usize).to_string()]));
        }
        let gap = |from: f64, to: f64| steps(to - from, &[0.0, 2.0, 5.0, 10.0, 20.0, 60.0, 300.0]);
        if let Some(before) = at.checked_sub(1).and_then(minute) {
            set.push(feature(&["gap", &gap(before, own).to_string()]));
        }
        if let Some(next) = minute(at + 1) {
            set.push(feature(&["nap", &gap(own, next).to_string()]));
        }
    }
    for (edge, stated) in [("st", story.start), ("en", story.end)] {
        if let (Some(clock), Some(stated)) = (story.scenes[at].clock, stated)
            && (clock - stated).abs() < 720.0
        {
            let side = match clock - stated {
                difference if difference < 0.0 => "<",
                difference if difference > 0.0 => ">",
                _ => "=",
            };
            set.push(feature(&[edge, side]));
        }
    }
}

/// The number of the edges that a length exceeds.
fn steps(length: f64, edges: &[f64]) -> usize {
    edges.iter().filter(|edge| length > **edge).count()
}

/// The words before and after it, and whether what it names comes up again, denied.
fn neighbours(set: &mut Vec<u32>, read: &[EntryWords], at: usize, met: &[&str]) {
    if let Some(before) = at.checked_sub(1).and_then(|at| read.get(at)) {
        set.extend(before.near.iter().map(|word| feature(&["p.", word])));
    }
    if let Some(next) = read.get(at + 1) {
        set.extend(next.near.iter().map(|word| feature(&["q.", word])));
    }
    let rare = |word: &&String| {
        let word = word.as_str();
        let from = met.partition_point(|known| *known < word);
        met[from..].iter().take(4).filter(|known| **known == word).count() <= 3
    };
    let own: Vec<&String> = read[at].content.iter().filter(rare).collect();
    for (distance, again, denied) in [(1, "again1", "againneg1"), (2, "again2", "againneg2")] {
        let Some(later) = read.get(at + distance) else {
            continue;
        };
        if own.iter().any(|word| later.content.binary_search(word).is_ok()) {
            set.push(feature(&[again]));
            if later.denies {
                set.push(feature(&[denied]));
            }
        }
    }
}

/// Every word of a text that has a feature of its own, with those features and its place.
pub(super) fn by_word(text: &str) -> Vec<(Range<usize>, Vec<u32>)> {
    let sentences = sentences(text);
    let tokens = sentences.iter().flatten().take(WORDS);
    tokens
        .map(|token| {
            let mut own = vec![feature(&["w:", &token.stem])];
            own.extend(token.classes().map(|class| feature(&["C:", class])));
            (token.range.clone(), own)
        })
        .collect()
}

/// The stems of a heading, for the rules that read one.
pub(super) fn stems(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| !word.is_empty())
        .map(|word| stem(&word.to_ascii_lowercase()))
        .collect()
}
