//! The classes of words: who acts, what a verb does, how it came out.
//!
//! `lexicon.txt` puts words into classes; `stems.txt` is the same by stem, sorted, so that nothing
//! has to be prepared before the first entry is read.

use super::tokens::stem;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Each stem in a line with its classes, in the order of their bytes.
static STEMS: &str = include_str!("stems.txt");

/// Where in [`STEMS`] the stems begin that begin with each letter; what begins otherwise stands
/// before them.
static FIRST: [usize; 28] = first();

const fn first() -> [usize; 28] {
    let bytes = STEMS.as_bytes();
    let mut out = [bytes.len(); 28];
    let mut at = bytes.len();
    // From behind, so that the first of each letter is what stays.
    while at > 0 {
        at -= 1;
        if at == 0 || bytes[at - 1] == b'\n' {
            out[bucket(bytes[at])] = at;
        }
    }
    // A letter without stems begins where the next one does.
    let mut letter = 27;
    while letter > 0 {
        letter -= 1;
        if out[letter] > out[letter + 1] {
            out[letter] = out[letter + 1];
        }
    }
    out
}

const fn bucket(byte: u8) -> usize {
    if byte.is_ascii_lowercase() { (byte - b'a') as usize + 1 } else { 0 }
}

/// The classes that a stem belongs to, a blank between two of them.
pub(super) fn classes(stem: &str) -> &'static str {
    let Some(byte) = stem.as_bytes().first() else {
        return "";
    };
    let bucket = bucket(*byte);
    let (mut low, mut high) = (FIRST[bucket], FIRST[bucket + 1]);
    while low < high {
        let middle = (low + high) / 2;
        let start = STEMS[low..middle].rfind('\n').map_or(low, |at| low + at + 1);
        let line = STEMS[start..].lines().next().unwrap_or_default();
        let (known, classes) = line.split_once(' ').unwrap_or((line, ""));
        match known.cmp(stem) {
            Ordering::Less => low = start + line.len() + 1,
            Ordering::Equal => return classes,
            Ordering::Greater => high = start,
        }
    }
    ""
}

/// The text of `stems.txt` as it follows from that of `lexicon.txt`.
pub fn by_stem(lexicon: &str) -> String {
    let mut classes: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (class, words) in lexicon.lines().filter_map(|line| line.split_once(": ")) {
        for word in words.split(' ') {
            let of = classes.entry(stem(word)).or_default();
            if !of.contains(&class) {
                of.push(class);
            }
        }
    }
    let line = |(stem, classes): (String, Vec<&str>)| format!("{stem} {}\n", classes.join(" "));
    classes.into_iter().map(line).collect()
}
