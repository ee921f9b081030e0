//! Text into lines: broken where Unicode allows it, and never wider than the room.

use super::font::{Fonts, GlyphRun, Letter};
use std::ops::Range;
use unicode_linebreak::linebreaks;

/// A text measured piece by piece, ready to be fitted into any room.
pub(crate) struct MeasuredText<'f> {
    fonts: &'f Fonts,
    text: String,
    letter: Letter,
    pieces: Vec<TextPiece>,
}

/// The text between two places where a line may end.
struct TextPiece {
    range: Range<usize>,
    /// With the blanks at its end, which count when another piece follows.
    full: f64,
    /// Without them.
    bare: f64,
}

/// Lines of text that fit a room.
#[derive(Debug, Clone, Default)]
pub(crate) struct WrappedText {
    pub(crate) lines: Vec<GlyphRun>,
}

impl<'f> MeasuredText<'f> {
    /// Measures a text.
    pub(crate) fn new(fonts: &'f Fonts, text: &str, letter: Letter) -> MeasuredText<'f> {
        let mut pieces = Vec::new();
        let mut start = 0;
        let blank = fonts.width(" ", letter);
        for end in line_ends(text) {
            if in_a_compound(text, start, end) || in_a_path(text, start, end) {
                continue;
            }
            let piece = &text[start..end];
            let bare = fonts.width(piece.trim_end(), letter);
            let full = if piece.ends_with(' ') { bare + blank } else { bare };
            pieces.push(TextPiece { range: start..end, full, bare });
            start = end;
        }
        MeasuredText { fonts, text: text.to_string(), letter, pieces }
    }

    /// The width of the text on one line.
    pub(crate) fn width(&self) -> f64 {
        let before: f64 = self.pieces.iter().rev().skip(1).map(|piece| piece.full).sum();
        before + self.pieces.last().map_or(0.0, |piece| piece.bare)
    }

    /// The width of its widest word, which would be torn in a narrower room.
    pub(crate) fn widest(&self) -> f64 {
        self.pieces.iter().fold(0.0, |widest: f64, piece| widest.max(piece.bare))
    }

    /// The number of lines the text needs in a width.
    pub(crate) fn count(&self, room: f64) -> usize {
        self.lines(room).len()
    }

    /// The text in at most so many lines, as evenly as their number allows; what does not fit ends
    /// in an ellipsis.
    pub(crate) fn block(&self, room: f64, most: usize) -> WrappedText {
        let lines = self.lines(room);
        if lines.len() > most {
            return self.cut(&lines, room, most);
        }
        let even = self.evened(room, lines.len());
        self.set(even, false)
    }

    /// The text in as many lines as it needs, each as full as it can be, unless that would leave
    /// next to nothing on the last.
    pub(crate) fn flush(&self, room: f64) -> WrappedText {
        let lines = self.lines(room);
        let last = lines.last().map_or("", |line| self.text[line.clone()].trim());
        match lines.len() > 1 && self.fonts.width(last, self.letter) < room * SHORT_LAST {
            true => self.set(self.filled(room, lines.len()), false),
            false => self.set(lines, false),
        }
    }

    /// The widest room that leaves enough for the last line: the others stay as full as can be.
    fn filled(&self, room: f64, count: usize) -> Vec<Range<usize>> {
        let wide = |line: &Range<usize>| {
            let text = self.text[line.clone()].trim();
            self.fonts.width(text, self.letter)
        };
        (1..STEPS)
            .map(|step| self.lines(room * (1.0 - step as f64 * STEP)))
            .take_while(|lines| lines.len() == count)
            .find(|lines| lines.last().is_some_and(|last| wide(last) >= room * SHORT_LAST))
            .unwrap_or_else(|| self.evened(room, count))
    }

    fn lines(&self, room: f64) -> Vec<Range<usize>> {
        let mut lines: Vec<Range<usize>> = Vec::new();
        let mut used = 0.0;
        for piece in &self.pieces {
            match lines.last_mut() {
                Some(line) if used + piece.bare <= room => line.end = piece.range.end,
                _ if piece.bare <= room => {
                    lines.push(piece.range.clone());
                    used = 0.0;
                }
                _ => {
                    used = self.broken(piece.range.clone(), room, &mut lines);
                    continue;
                }
            }
            used += piece.full;
        }
        lines
    }

    /// A word wider than the room goes on line by line; gives the width of its last line.
    fn broken(&self, range: Range<usize>, room: f64, lines: &mut Vec<Range<usize>>) -> f64 {
        let mut start = range.start;
        let mut width = 0.0;
        for (at, c) in self.text[range.clone()].char_indices() {
            let at = range.start + at;
            let wide = self.fonts.width(c.encode_utf8(&mut [0; 4]), self.letter);
            if width + wide > room && at > start {
                lines.push(start..at);
                (start, width) = (at, 0.0);
            }
            width += wide;
        }
        lines.push(start..range.end);
        width
    }

    /// The narrowest room that needs no more lines: it leaves no single word alone on the last.
    fn evened(&self, room: f64, count: usize) -> Vec<Range<usize>> {
        if count < 2 {
            return self.lines(room);
        }
        // No narrower than the widest word, which would be torn.
        let (mut low, mut high) =
            ((self.width() / count as f64).max(self.widest().min(room)), room);
        for _ in 0..7 {
            let middle = (low + high) / 2.0;
            if self.count(middle) <= count { high = middle } else { low = middle }
        }
        self.lines(high)
    }

    fn cut(&self, lines: &[Range<usize>], room: f64, most: usize) -> WrappedText {
        let mut kept = lines[..most].to_vec();
        if let Some(last) = kept.last_mut() {
            let dots = self.fonts.width("…", self.letter);
            while self.fonts.width(self.text[last.clone()].trim_end(), self.letter) + dots > room {
                let Some((at, _)) =
                    self.text[last.clone()].char_indices().next_back().filter(|(at, _)| *at > 0)
                else {
                    break;
                };
                last.end = last.start + at;
            }
        }
        self.set(kept, true)
    }

    fn set(&self, lines: Vec<Range<usize>>, cut: bool) -> WrappedText {
        let last = lines.len().saturating_sub(1);
        let runs: Vec<GlyphRun> = lines
            .into_iter()
            .enumerate()
            .map(|(index, line)| {
                let text = self.text[line].trim();
                let dotted =
                    format!("{}…", text.trim_end_matches([',', ';', ':', '.', '-', '–', '…']));
                self.fonts.run(if cut && index == last { &dotted } else { text }, self.letter)
            })
            .collect();
        WrappedText { lines: runs }
    }
}

/// A length in one piece, wherever the line ends: "1 h 30 min".
pub(crate) fn tied(text: &str) -> String {
    let mut out = String::new();
    let mut before = "";
    for word in text.split(' ') {
        let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
        let unit = |word: &str| ["d", "h", "min"].contains(&word.trim_end_matches(','));
        let one = number(before) && unit(word) || unit(before) && number(word);
        out.push_str(match (out.is_empty(), one) {
            (true, _) => "",
            (_, true) => "\u{a0}",
            (_, false) => " ",
        });
        out.push_str(word);
        before = word;
    }
    out
}

/// A last line shorter than this share of the room looks lost.
const SHORT_LAST: f64 = 0.2;
/// By how much, and how often, a room is made narrower to give the last line more.
const STEP: f64 = 0.02;
const STEPS: usize = 25;

/// Where Unicode lets a line end, and before a path; a number keeps its sign: "20 %" stays together.
fn line_ends(text: &str) -> Vec<usize> {
    let allowed = linebreaks(text).map(|(end, _)| end);
    let path = |end: &usize| text[end + 1..].starts_with(char::is_alphanumeric);
    let paths = text.match_indices(" /").map(|(at, _)| at + 1).filter(path);
    let mut ends: Vec<usize> =
        allowed.filter(|end| *end > 0 && !text[*end..].starts_with('%')).chain(paths).collect();
    ends.sort_unstable();
    ends.dedup();
    ends
}

/// "on-call" is easier to read in one piece, as long as it is short.
fn in_a_compound(text: &str, start: usize, end: usize) -> bool {
    let rest = &text[end..];
    let ends = rest.find(' ').unwrap_or(rest.len());
    text[..end].ends_with('-')
        && rest.starts_with(char::is_alphabetic)
        && end - start + ends <= LONGEST_COMPOUND
}

/// In bytes.
const LONGEST_COMPOUND: usize = 24;

/// "/etc/web/sites" also stays in one piece.
fn in_a_path(text: &str, start: usize, end: usize) -> bool {
    let rest = &text[end..];
    let ends = rest.find(' ').unwrap_or(rest.len());
    text[..end].ends_with('/') && !rest.is_empty() && end - start + ends <= LONGEST_PATH
}

/// In bytes.
const LONGEST_PATH: usize = 40;
