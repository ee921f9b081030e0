//! The text of a report, and places in it.
//!
//! Everything that is read carries a [`Span`] of the [`Source`], so that any message and any shape
//! of a later picture can point home.

use crate::diagnostic::{Code, Diagnostic, Warned};
use encoding_rs::{MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A half-open range of bytes of a [`Source`]'s text, always on character boundaries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range from `start` to `end`; an end before the start gives an empty span.
    pub fn new(start: usize, end: usize) -> Span {
        Span {
            start,
            end: end.max(start),
        }
    }

    /// The smallest span that holds both.
    pub fn to(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// A line and a column, both counted from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// A report: its name, as messages show it, and its text.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: String,
    line_starts: Vec<usize>,
}

impl Source {
    /// A report whose text is already at hand.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Source {
        let text = text.into();
        let mut line_starts = vec![0];
        let bytes = text.as_bytes();
        for (at, byte) in bytes.iter().enumerate() {
            // A lone carriage return ends a line in Markdown, too.
            if *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                line_starts.push(at + 1);
            }
        }
        Source {
            name: name.into(),
            text,
            line_starts,
        }
    }

    /// A report from the bytes of a file, in whatever encoding they turn out to be.
    pub fn from_bytes(name: impl Into<String>, bytes: &[u8]) -> Warned<Source> {
        let (text, doubts) = decode(bytes);
        let source = Source::new(name, text);
        let first_line = source.line(1);
        // Damage is shown where it first stands, an encoding at the beginning.
        let place = |code| match source
            .text
            .find('\u{FFFD}')
            .filter(|_| code == Code::EncodingBroken)
        {
            Some(at) => Span::new(at, at + '\u{FFFD}'.len_utf8()),
            None => first_line,
        };
        let warnings = doubts
            .into_iter()
            .map(|(code, message)| Diagnostic::new(code, place(code), message))
            .collect();
        Warned {
            value: source,
            warnings,
        }
    }

    /// The name, as messages show it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of a span; what lies outside the text is left out.
    pub fn slice(&self, span: Span) -> &str {
        let start = self.boundary(span.start);
        &self.text[start..self.boundary(span.end).max(start)]
    }

    /// The nearest character boundary at or before a byte.
    pub fn boundary(&self, byte: usize) -> usize {
        let mut at = byte.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// The number of lines.
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }

    /// The line on which a byte stands, counted from 1.
    pub fn line_of(&self, byte: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= byte)
    }

    /// Line and column of a byte.
    pub fn place(&self, byte: usize) -> Place {
        let line = self.line_of(byte);
        let start = self.line_starts[line - 1];
        Place {
            line,
            column: self.slice(Span::new(start, byte)).chars().count() + 1,
        }
    }

    /// The span of a line, counted from 1, without its line break.
    pub fn line(&self, line: usize) -> Span {
        let start = self
            .line_starts
            .get(line.wrapping_sub(1))
            .copied()
            .unwrap_or(self.text.len());
        let end = self
            .line_starts
            .get(line)
            .copied()
            .unwrap_or(self.text.len());
        let kept = self.text[start..end].trim_end_matches(['\n', '\r']).len();
        Span::new(start, start + kept)
    }
}

/// Bytes to text, with what had to be done to them.
fn decode(bytes: &[u8]) -> (String, Vec<(Code, String)>) {
    let mut doubts = Vec::new();
    let text = if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        utf8_or_older(rest, &mut doubts)
    } else if let Some(wide) = utf16(bytes) {
        doubts.push((
            Code::EncodingOther,
            format!("the file is in {}; it was read as such", wide.name()),
        ));
        let encoding = if wide == Utf16::Big {
            UTF_16BE
        } else {
            UTF_16LE
        };
        encoding.decode(bytes).0.into_owned()
    } else {
        utf8_or_older(bytes, &mut doubts)
    };
    let text = match undo_double_encoding(&text) {
        Some((mended, places, looked)) => {
            let what = match places {
                1 => format!(
                    "1 character was encoded twice, as {looked} for an apostrophe; it was put right"
                ),
                places => format!(
                    "{places} characters were encoded twice, as {looked} for an apostrophe; they \
                        were put right"
                ),
            };
            doubts.push((Code::EncodingDouble, what));
            mended
        }
        None => text,
    };
    if text.contains('\0') {
        doubts.push((
            Code::NulBytes,
            "the file holds NUL bytes; they count as spaces".into(),
        ));
        return (text.replace('\0', " "), doubts);
    }
    (text, doubts)
}

fn utf8_or_older(bytes: &[u8], doubts: &mut Vec<(Code, String)>) -> String {
    if let Some(text) = UTF_8.decode_without_bom_handling_and_without_replacement(bytes) {
        return text.into_owned();
    }
    // A few broken bytes in a text that is UTF-8 elsewhere are damage; otherwise the whole file is
    // older.
    let lossy = String::from_utf8_lossy(bytes);
    let broken = lossy.matches('\u{FFFD}').count();
    let intact = lossy
        .chars()
        .filter(|c| !c.is_ascii() && *c != '\u{FFFD}')
        .count();
    if intact > 2 * broken {
        doubts.push((
            Code::EncodingBroken,
            format!(
                "{} not UTF-8; shown as \u{FFFD}",
                if broken == 1 {
                    "1 byte is".into()
                } else {
                    format!("{broken} bytes are")
                }
            ),
        ));
        return lossy.into_owned();
    }
    doubts.push((
        Code::EncodingOther,
        "the file is not UTF-8; it was read as Windows-1252 (Latin-1)".into(),
    ));
    WINDOWS_1252
        .decode_without_bom_handling(bytes)
        .0
        .into_owned()
}

/// The two ways to store a character of UTF-16.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Utf16 {
    Little,
    Big,
}

impl Utf16 {
    /// As messages call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Utf16::Little => "UTF-16 (little endian)",
            Utf16::Big => "UTF-16 (big endian)",
        }
    }

    pub(crate) fn unit(self, bytes: [u8; 2]) -> u16 {
        match self {
            Utf16::Little => u16::from_le_bytes(bytes),
            Utf16::Big => u16::from_be_bytes(bytes),
        }
    }

    pub(crate) fn bytes(self, unit: u16) -> [u8; 2] {
        match self {
            Utf16::Little => unit.to_le_bytes(),
            Utf16::Big => unit.to_be_bytes(),
        }
    }
}

/// UTF-16 by its mark, or by every second byte of the beginning being zero.
pub(crate) fn utf16(bytes: &[u8]) -> Option<Utf16> {
    let head = &bytes[..bytes.len().min(64) & !1];
    let zeros = |odd: usize| {
        head.iter()
            .skip(odd)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let most = head.len() / 2 * 3 / 4;
    if bytes.starts_with(&[0xFF, 0xFE]) || (head.len() >= 4 && zeros(1) > most && zeros(0) == 0) {
        Some(Utf16::Little)
    } else if bytes.starts_with(&[0xFE, 0xFF])
        || (head.len() >= 4 && zeros(0) > most && zeros(1) == 0)
    {
        Some(Utf16::Big)
    } else {
        None
    }
}

/// Undoes UTF-8 that was taken for Windows-1252 or Mac Roman and encoded once more, run by run: a
/// run of characters above ASCII is mended when its bytes in that encoding are themselves UTF-8.
/// Returns the text, the number of characters put right, and how one of them looked.
fn undo_double_encoding(text: &str) -> Option<(String, usize, &'static str)> {
    // These begin every such run that is met in practice; looking for them first keeps sound texts
    // as they are.
    if !text.contains(['â', 'Ã', 'Â', 'ð']) && !text.contains(MAC_LEADS) {
        return None;
    }
    let (mut out, mut run, mut places) = (String::with_capacity(text.len()), String::new(), 0);
    let mut looked = "â€™";
    for c in text.chars().chain(std::iter::once('\n')) {
        if !c.is_ascii() {
            run.push(c);
            continue;
        }
        if !run.is_empty() {
            let mac = || mend_mac_run(&run).inspect(|_| looked = "‚Äô");
            match mend_run(&run).or_else(mac) {
                Some(mended) => {
                    places += mended.chars().count();
                    out.push_str(&mended);
                }
                None => out.push_str(&run),
            }
            run.clear();
        }
        out.push(c);
    }
    out.pop();
    (places > 0).then_some((out, places, looked))
}

fn mend_run(run: &str) -> Option<String> {
    let (bytes, _, lost) = WINDOWS_1252.encode(run);
    // A lone character cannot be two bytes of UTF-8, and what has no place in Windows-1252 was
    // never encoded twice.
    if lost || run.chars().count() < 2 {
        return None;
    }
    String::from_utf8(bytes.into_owned()).ok()
}

/// How the first bytes of accented letters, signs, variation selectors and emoji look in Mac Roman.
/// Its quotation marks are first bytes, too, but stand before an é in many a sound French text.
const MAC_LEADS: [char; 7] = ['¬', '√', 'ƒ', '≈', '‚', 'Ô', '\u{F8FF}'];

fn mend_mac_run(run: &str) -> Option<String> {
    let (bytes, _, lost) = MACINTOSH.encode(run);
    let leads = run
        .chars()
        .zip(bytes.iter())
        .filter(|(_, byte)| **byte >= 0xC0);
    let is_known = leads.into_iter().all(|(c, _)| MAC_LEADS.contains(&c));
    if lost || !is_known || run.chars().count() < 2 {
        return None;
    }
    String::from_utf8(bytes.into_owned()).ok()
}
