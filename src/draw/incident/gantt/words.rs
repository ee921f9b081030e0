//! The text of a row: without what nobody reads in a picture, and cut where a clause ends.

use crate::draw::font::Letter;
use crate::draw::incident::headline::capital;
use crate::draw::sheet::Sheet;
use crate::draw::wrap::WrappedText;
use crate::words;
use std::ops::Range;

/// The texts of the rows as the picture shows them.
pub(super) fn readable(texts: &[&str]) -> Vec<String> {
    let plain: Vec<String> = texts.iter().map(|text| plain(text)).collect();
    let sourced = plain.iter().filter(|text| source(text).is_some()).count();
    // A source that most rows end in is not part of what happened.
    let drop = plain.len() >= 3 && sourced * 2 > plain.len();
    plain
        .into_iter()
        .zip(texts)
        .map(|(text, whole)| match source(&text).filter(|_| drop) {
            // Nothing but an address: then that is what there is to show.
            _ if text.is_empty() => whole.to_string(),
            Some(at) => text[..at].trim_end().to_string(),
            None => text,
        })
        .collect()
}

/// Where the bracketed end of a text begins.
fn source(text: &str) -> Option<usize> {
    let text = text.trim_end_matches('.');
    let open = match text.chars().last()? {
        ')' => '(',
        ']' => '[',
        _ => return None,
    };
    text.rfind(open).filter(|at| *at > 0)
}

/// The sentence of a text that holds a byte; none of a single one.
pub(super) fn sentence_at(text: &str, at: usize) -> Option<String> {
    let sentences = words::sentences(text);
    let holds = |range: &Range<usize>| range.contains(&at);
    let range = sentences.iter().find(|range| holds(range))?;
    (sentences.len() > 1).then(|| plain(&text[range.clone()]))
}

/// The word at a byte of a text, as the picture shows it.
pub(super) fn word_at(text: &str, at: usize) -> Option<String> {
    let word = plain(text.get(at..)?.split_whitespace().next()?);
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    (word.len() > 2).then(|| word.to_string())
}

/// Without hashes, addresses that no sentence leads to, and list markers before the words.
pub(in crate::draw) fn plain(text: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for word in text.split_whitespace() {
        let led = kept.last().is_some_and(|last| last.ends_with(char::is_alphanumeric));
        match is_address(word) {
            true if led => kept.push(host(word)),
            true => {}
            false if is_hash(word) => {}
            false => kept.push(word),
        }
    }
    let text =
        kept.join(" ").replace('`', "").replace("()", "").replace("[]", "").replace("  ", " ");
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || "-–—*•>|:;,.".contains(c));
    text.trim_end().trim_end_matches([':', '|', '(', '\\']).trim_end().to_string()
}

/// A text without its last full stop, as nothing in a picture ends with one; the dot of "etc." and
/// of an ellipsis is none.
pub(in crate::draw) fn unstopped(text: &str) -> &str {
    let Some(rest) = text.strip_suffix('.') else {
        return text;
    };
    let last = rest.rsplit(' ').next().unwrap_or_default();
    let letters = |part: &str| part.chars().count() < 3 && part.chars().all(char::is_alphabetic);
    let initials = last.contains('.') && last.split('.').all(letters);
    let shortened = ["etc", "no", "inc", "ltd"].contains(&last.to_lowercase().as_str());
    match initials || shortened || rest.ends_with('.') {
        true => text,
        false => rest,
    }
}

fn is_address(word: &str) -> bool {
    word.contains("://") || word.trim_start_matches('(').starts_with("www.")
}

/// An address without its scheme, its query and a long path: "localhost:8000/restart".
fn host(address: &str) -> &str {
    let bare = address.split_once("://").map_or(address, |(_, bare)| bare);
    let bare = &bare[..bare.find(['?', '#']).unwrap_or(bare.len())];
    let bare = bare.trim_end_matches(|c: char| !c.is_alphanumeric());
    match bare.len() <= LONGEST_ADDRESS {
        true => bare,
        false => bare.split('/').next().unwrap_or(bare),
    }
}

/// A longer address is told by its host alone.
const LONGEST_ADDRESS: usize = 40;

fn is_hash(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let of = |kind: fn(&char) -> bool| word.chars().any(|c| kind(&c));
    (7..=64).contains(&word.len())
        && word.chars().all(|c| c.is_ascii_hexdigit())
        && of(char::is_ascii_digit)
        && of(char::is_ascii_alphabetic)
}

/// A clause shorter than this share of what has room says too little.
const LEAST: f64 = 0.4;

/// A text in at most `most` lines, cut at the end of a clause.
pub(in crate::draw) fn fitted(
    sheet: &Sheet<'_>,
    text: &str,
    letter: Letter,
    room: f64,
    most: usize,
) -> WrappedText {
    let whole = sheet.words(text, letter);
    if whole.count(room) <= most {
        return whole.flush(room);
    }
    let words = text.match_indices(' ').map(|(at, _)| at).rev();
    let words = words.filter(|end| !is_open(&text[..*end]));
    let place = (room, most);
    cut(sheet, (text, letter), place, clause_ends(text).into_iter().rev())
        .or_else(|| cut(sheet, (text, letter), place, words))
        .unwrap_or_else(|| whole.block(room, most))
}

/// A text up to the first of these ends that leaves so many lines, and says enough.
fn cut(
    sheet: &Sheet<'_>,
    (text, letter): (&str, Letter),
    (room, most): (f64, usize),
    ends: impl Iterator<Item = usize>,
) -> Option<WrappedText> {
    let least = LEAST * room * most as f64;
    // No letter is so narrow that more of them have room.
    let reach = (room * most as f64 / (letter.size * 0.25)) as usize;
    ends.filter(|end| *end <= reach).find_map(|end| {
        let clause =
            text[..end].trim_end_matches([',', ';', ':', '-', '–', '—', '(', ' ', '>', '→']);
        let told = match clause.ends_with(['.', '!', '?']) {
            true => unstopped(clause).to_string(),
            false => format!("{clause}…"),
        };
        let words = sheet.words(&told, letter);
        let stops = !told.ends_with('…') || !dangles(clause) && !is_open(clause);
        (stops && words.count(room) <= most && words.width() >= least).then(|| words.flush(room))
    })
}

/// True for a text that cannot stop here: it ends in a small word that leads on.
fn is_open(text: &str) -> bool {
    const LEAD_ON: &[&str] = &[
        "a", "an", "and", "are", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or",
        "our", "that", "the", "to", "was", "were", "with",
    ];
    let last = text.rsplit(' ').next().unwrap_or_default();
    LEAD_ON.iter().any(|word| last.eq_ignore_ascii_case(word))
}

/// True for a text that ends in a few words behind a comma, or of a new sentence, which only lead
/// on: ", in fact".
fn dangles(text: &str) -> bool {
    let few = |mark: &str| {
        let tail = text.rsplit_once(mark).map(|(_, tail)| tail);
        tail.is_some_and(|tail| tail.split(' ').count() <= 3)
    };
    few(", ") || few(". ")
}

/// The words of a row that its mark rests on.
#[derive(Default, Clone, Copy)]
pub(super) struct MarkWords<'a> {
    /// Their sentence, if there are several.
    pub(super) sentence: Option<&'a str>,
    /// The first of them.
    pub(super) word: Option<&'a str>,
    /// True where all of the sentence counts: what led nowhere is often told in its first clause.
    pub(super) all: bool,
}

/// A text is rather whole than torn in so many more lines, and rather longer than cut in a clause.
const WHOLE: usize = 3;
const LONGER: usize = 2;

/// The text of a row in about so many lines: in one more where that holds all of it, else without
/// what only leads to it, else the sentences that it holds, else cut at the end of a clause. Where
/// the sentence that the mark rests on would be cut off, it stands alone; the words that it rests
/// on are never cut.
pub(super) fn rowed(
    sheet: &Sheet<'_>,
    (text, mark): (&str, MarkWords<'_>),
    letter: Letter,
    room: f64,
    most: usize,
) -> WrappedText {
    let lines = |text: &str| sheet.words(text, letter).count(room);
    let telling = mark.sentence;
    let end = telling.and_then(|telling| Some(text.find(telling)? + telling.len()));
    let cut_off = end.is_some_and(|end| lines(text) > most + 1 && lines(&text[..end]) > most);
    let text = telling.filter(|_| cut_off).unwrap_or(text);
    let mut told = text.to_string();
    let least = LEAST * room * most as f64;
    let long = |text: &&str| sheet.words(text, letter).width() >= least;
    let ends = words::sentences(text).into_iter().rev();
    let mut parts = ends.map(|part| text[..part.end].trim_end());
    let sentences = parts.find(|part| lines(part) <= most + 1).filter(long);
    let sentences = sentences.map(str::to_string);
    let word = mark.word.filter(|word| text.contains(word));
    if word.is_some() && lines(text) <= most + WHOLE {
        return sheet.words(unstopped(text), letter).flush(room);
    }
    let holds = |shorter: &String| word.is_none_or(|word| shorter.contains(word));
    // What was found says more than that it was.
    let [unled, found] =
        [unled(text).filter(holds), found(text)].map(|text| text.filter(|_| !mark.all));
    let sentences = sentences.filter(holds);
    for shorter in [Some(text.to_string()), unled, sentences, found].into_iter().flatten() {
        let words = sheet.words(unstopped(&shorter), letter);
        if words.count(room) <= most + 1 {
            return words.flush(room);
        }
        told = shorter;
    }
    let least = word.and_then(|word| Some(told.find(word)? + word.len()));
    let kept = least.is_some();
    let ends = clause_ends(&told).into_iter().rev();
    let ends = ends.filter(|end| *end > least.unwrap_or(0) && !turns(&told[*end..]));
    let clause = |most| cut(sheet, (&told, letter), (room, most), ends.clone());
    if let Some(block) = (most..=most + LONGER).find_map(clause) {
        return block;
    }
    let all = lines(&told);
    match all <= most + WHOLE || kept {
        true => sheet.words(unstopped(&told), letter).flush(room),
        false => fitted(sheet, &told, letter, room, most + LONGER),
    }
}

/// True if what is left away would turn what stands before it: ", but the issue persisted".
fn turns(rest: &str) -> bool {
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first = rest.split(' ').next().unwrap_or_default();
    ["but", "however", "yet", "though", "although", "without", "unless", "except"]
        .iter()
        .any(|word| first.eq_ignore_ascii_case(word))
}

/// Words that begin a clause which only leads to what happened.
const LEADS: &[&str] = &["After", "As", "During", "Following", "Once", "Upon", "When", "While"];

/// Without a first clause that only says when or how it came about: "After an hour of looking, ".
fn unled(text: &str) -> Option<String> {
    let first = text.split(' ').next()?;
    let (lead, rest) = text.split_once(", ").filter(|_| LEADS.contains(&first))?;
    let sentence = !lead.contains(". ") && rest.split(' ').count() > 3;
    sentence.then(|| capital(rest))
}

/// Words after which a finding stands.
const FOUND: &[&str] = &[
    " confirmed that ", " determined that ", " discovered that ", " found out that ",
    " found that ", " identified that ", " indicated that ", " noticed that ", " realised that ",
    " realized that ", " revealed that ", " showed that ",
];

/// The finding alone: "The team looked into the logs and found that the disk was full".
fn found(text: &str) -> Option<String> {
    let sentence = text.split(". ").next().unwrap_or(text);
    let after =
        FOUND.iter().filter_map(|words| sentence.find(words).map(|at| at + words.len())).min()?;
    let denied = [" no ", " not ", " never ", "n't "];
    let plain = !denied.iter().any(|words| text[..after].contains(words));
    plain.then(|| capital(&text[after..]))
}

/// The places where a clause ends, in their order.
fn clause_ends(text: &str) -> Vec<usize> {
    let breaks =
        [". ", "; ", ", ", ": ", "? ", "! ", " – ", " - ", " (", " because ", " which ", " while "];
    let mut ends: Vec<usize> = breaks
        .iter()
        .flat_map(|mark| {
            let kept = usize::from(!mark.starts_with(' '));
            text.match_indices(mark).map(move |(at, _)| at + kept)
        })
        .collect();
    ends.sort_unstable();
    ends
}
