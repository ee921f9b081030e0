//! Lists of phrases in the code, indexed at compile time: every command looks section names up, and
//! building that index at run time takes a tenth of a millisecond of each start. A
//! [`PhraseTable`](super::table::PhraseTable) is the index of phrases that a file holds; what
//! matches a phrase, found by either, is the one [`Matcher`](super::phrase::Matcher).

/// Lists of phrases, indexed by their first word.
///
/// Each list is a text with commas between the phrases and blanks between the words of a phrase.
/// A phrase that begins with `a|b*` begins with `a` or with any word that begins with `b`.
pub(crate) struct Lexicon<const N: usize> {
    lists: &'static [&'static str],
    /// Sorted by their first two letters; those of one phrase are adjacent.
    openings: [Opening; N],
    /// The index of the first opening for each pair of letters.
    starts: [u16; PAIRS + 1],
}

/// One of the words that a phrase may begin with. Numbers rather than a `&str`, which the loader
/// would have to relocate whenever the program starts.
#[derive(Clone, Copy)]
struct Opening {
    list: u8,
    /// The length of the word, without its star.
    length: u8,
    at: u16,
    /// The offsets of the phrase's start, of the words after its first, and of its end.
    phrase: u16,
    rest: u16,
    end: u16,
}

/// A phrase, identified by its list and its position in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PhraseId {
    pub(crate) list: u8,
    at: u16,
    rest: u16,
    end: u16,
}

/// The number of openings in some lists.
pub(crate) const fn openings(lists: &[&str]) -> usize {
    let (mut count, mut list) = (0, 0);
    while list < lists.len() {
        let text = lists[list].as_bytes();
        let mut cursor = Cursor::first(text);
        while cursor.at < text.len() {
            count += 1;
            cursor = cursor.next(text);
        }
        list += 1;
    }
    count
}

impl<const N: usize> Lexicon<N> {
    /// Indexes the lists; `N` is the result of [`openings`].
    pub(crate) const fn new(lists: &'static [&'static str]) -> Lexicon<N> {
        let mut openings = [Opening { list: 0, length: 0, at: 0, phrase: 0, rest: 0, end: 0 }; N];
        let mut starts = ends(lists);
        let mut list = 0;
        while list < lists.len() {
            let text = lists[list].as_bytes();
            let mut cursor = Cursor::first(text);
            while cursor.at < text.len() {
                // Each pair's share is filled from its end, so that the cursor ends up at its
                // beginning.
                let pair = pair(text, cursor.at);
                starts[pair] -= 1;
                openings[starts[pair] as usize] = cursor.opening(text, list);
                cursor = cursor.next(text);
            }
            list += 1;
        }
        Lexicon { lists, openings, starts }
    }

    /// The phrases that begin with this lower-case word.
    pub(crate) fn beginning_with(&self, word: &str) -> impl Iterator<Item = PhraseId> {
        let pair = pair(word.as_bytes(), 0);
        let range = usize::from(self.starts[pair])..usize::from(self.starts[pair + 1]);
        let mut last = None;
        self.openings[range].iter().filter(move |opening| self.opens(opening, word)).filter_map(
            move |opening| {
                let Opening { list, phrase, rest, end, .. } = *opening;
                let phrase = PhraseId { list, at: phrase, rest, end };
                // "alert|alert*" is one phrase, not two.
                (last.replace(phrase) != Some(phrase)).then_some(phrase)
            },
        )
    }

    /// True if a phrase consists of this word alone.
    pub(crate) fn holds(&self, word: &str) -> bool {
        self.beginning_with(word).any(|phrase| self.after_first(phrase).is_empty())
    }

    /// The words of a phrase.
    pub(crate) fn text(&self, phrase: PhraseId) -> &'static str {
        &self.list(phrase)[usize::from(phrase.at)..usize::from(phrase.end)]
    }

    /// The words of a phrase after its first.
    pub(crate) fn after_first(&self, phrase: PhraseId) -> &'static str {
        &self.list(phrase)[usize::from(phrase.rest)..usize::from(phrase.end)]
    }

    fn list(&self, phrase: PhraseId) -> &'static str {
        self.lists[usize::from(phrase.list)]
    }

    fn opens(&self, opening: &Opening, word: &str) -> bool {
        let (at, length) = (usize::from(opening.at), usize::from(opening.length));
        let text = self.lists[usize::from(opening.list)].as_bytes();
        let starred = text.get(at + length) == Some(&b'*');
        (word.len() == length || (starred && word.len() > length))
            && word.as_bytes()[..length] == text[at..at + length]
    }
}

/// Pairs of letters; anything but a lower-case letter counts as a 27th.
const PAIRS: usize = 27 * 27;

/// The pair of letters at the start of the word at this offset.
const fn pair(text: &[u8], at: usize) -> usize {
    letter(text, at) * 27 + letter(text, at + 1)
}

const fn letter(text: &[u8], at: usize) -> usize {
    if at < text.len() && text[at].is_ascii_lowercase() {
        (text[at] - b'a' + 1) as usize
    } else {
        0
    }
}

/// The end of each pair's openings, once they are sorted.
const fn ends(lists: &[&str]) -> [u16; PAIRS + 1] {
    let mut ends = [0; PAIRS + 1];
    let mut list = 0;
    while list < lists.len() {
        let text = lists[list].as_bytes();
        let mut cursor = Cursor::first(text);
        while cursor.at < text.len() {
            ends[pair(text, cursor.at)] += 1;
            cursor = cursor.next(text);
        }
        list += 1;
    }
    let mut pair = 1;
    while pair <= PAIRS {
        ends[pair] += ends[pair - 1];
        pair += 1;
    }
    ends
}

/// Iterates over the openings of a list.
#[derive(Clone, Copy)]
struct Cursor {
    at: usize,
    phrase: usize,
}

impl Cursor {
    const fn first(text: &[u8]) -> Cursor {
        let at = over_blanks(text, 0);
        Cursor { at, phrase: at }
    }

    const fn next(self, text: &[u8]) -> Cursor {
        let end = word_end(text, self.at);
        if end < text.len() && text[end] == b'|' {
            return Cursor { at: end + 1, ..self };
        }
        let at = over_blanks(text, find(text, end, b',') + 1);
        Cursor { at, phrase: at }
    }

    const fn opening(self, text: &[u8], list: usize) -> Opening {
        let end = word_end(text, self.at);
        let starred = text[end - 1] == b'*';
        let length = end - self.at - starred as usize;
        assert!(length >= if starred { 2 } else { 1 }, "a word is found by its first two letters");
        assert!(
            list <= u8::MAX as usize
                && length <= u8::MAX as usize
                && text.len() <= u16::MAX as usize
        );
        let stop = find(text, self.at, b',');
        let blank = find(text, self.at, b' ');
        Opening {
            list: list as u8,
            length: length as u8,
            at: self.at as u16,
            phrase: self.phrase as u16,
            rest: if blank < stop { blank + 1 } else { stop } as u16,
            end: stop as u16,
        }
    }
}

const fn over_blanks(text: &[u8], mut at: usize) -> usize {
    while at < text.len() && text[at] == b' ' {
        at += 1;
    }
    at
}

/// The next offset of a byte, else the end of the text.
const fn find(text: &[u8], mut at: usize, wanted: u8) -> usize {
    while at < text.len() && text[at] != wanted {
        at += 1;
    }
    at
}

const fn word_end(text: &[u8], mut at: usize) -> usize {
    while at < text.len() && !matches!(text[at], b' ' | b',' | b'|') {
        at += 1;
    }
    at
}
