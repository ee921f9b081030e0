//! Bytes to text, in the encodings that reports are met in: UTF-8, UTF-16, Windows-1252, and text
//! that was encoded twice by way of that or of Mac Roman.

use super::single_byte::{MACINTOSH, WINDOWS_1252};
use crate::diagnostic::Code;

/// Bytes to text, with what had to be done to them.
pub(super) fn decode(bytes: &[u8]) -> (String, Vec<(Code, String)>) {
    let mut doubts = Vec::new();
    let text = if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        utf8_or_older(rest, &mut doubts)
    } else if let Some(wide) = utf16(bytes) {
        doubts.push((
            Code::EncodingOther,
            format!("the file is in {}; it was read as such", wide.name()),
        ));
        wide.decode(bytes)
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
        doubts.push((Code::NulBytes, "the file holds NUL bytes; they count as spaces".into()));
        return (text.replace('\0', " "), doubts);
    }
    (text, doubts)
}

fn utf8_or_older(bytes: &[u8], doubts: &mut Vec<(Code, String)>) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_string();
    }
    // A few broken bytes in a text that is UTF-8 elsewhere are damage; otherwise the whole file is
    // older.
    let lossy = String::from_utf8_lossy(bytes);
    let broken = lossy.matches('\u{FFFD}').count();
    let intact = lossy.chars().filter(|c| !c.is_ascii() && *c != '\u{FFFD}').count();
    if intact > 2 * broken {
        doubts.push((
            Code::EncodingBroken,
            format!(
                "{} not UTF-8; shown as \u{FFFD}",
                if broken == 1 { "1 byte is".into() } else { format!("{broken} bytes are") }
            ),
        ));
        return lossy.into_owned();
    }
    doubts.push((
        Code::EncodingOther,
        "the file is not UTF-8; it was read as Windows-1252 (Latin-1)".into(),
    ));
    WINDOWS_1252.decode(bytes)
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

    /// The text without its mark; what is no character is shown as \u{FFFD}.
    fn decode(self, bytes: &[u8]) -> String {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let units = pairs.iter().map(|pair| self.unit(*pair));
        let text = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
        let rest = (!rest.is_empty()).then_some(char::REPLACEMENT_CHARACTER);
        let mut text: String = text.chain(rest).collect();
        if text.starts_with('\u{FEFF}') {
            text.remove(0);
        }
        text
    }
}

/// UTF-16 by its mark, or by every second byte of the beginning being zero.
pub(crate) fn utf16(bytes: &[u8]) -> Option<Utf16> {
    let head = &bytes[..bytes.len().min(64) & !1];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
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
    // A lone character cannot be two bytes of UTF-8, and what has no place in Windows-1252 was
    // never encoded twice.
    let bytes = WINDOWS_1252.encode(run).filter(|bytes| bytes.len() > 1)?;
    String::from_utf8(bytes).ok()
}

/// The first bytes of accented letters, signs, variation selectors and emoji, as they look in Mac
/// Roman. Its quotation marks are first bytes, too, but stand before an é in many a sound French
/// text.
const MAC_LEADS: [char; 7] = ['¬', '√', 'ƒ', '≈', '‚', 'Ô', '\u{F8FF}'];

fn mend_mac_run(run: &str) -> Option<String> {
    let bytes = MACINTOSH.encode(run).filter(|bytes| bytes.len() > 1)?;
    let leads = run.chars().zip(bytes.iter()).filter(|(_, byte)| **byte >= 0xC0);
    let is_known = leads.into_iter().all(|(c, _)| MAC_LEADS.contains(&c));
    is_known.then(|| String::from_utf8(bytes).ok()).flatten()
}
