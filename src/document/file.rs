//! A file as it is edited: its byte order mark set aside, and beside its bytes a text of the same
//! length for the Markdown parser.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::line_feeds;
use crate::source::{Source, Span, Utf16, utf16};
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

const UTF_8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Mismatched markers, or bytes that are not text: nothing can be changed safely.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The place, in bytes of the file.
    pub span: Range<usize>,
    /// A message of the form "expected …, found …".
    pub message: String,
    /// A hint on how to fix it.
    pub hint: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Broken {}

impl Broken {
    /// Converts it to a diagnostic about the file.
    pub fn doubt(&self, source: &Source) -> Diagnostic {
        let at = |byte: usize| source.boundary(byte.min(source.text().len()));
        let span = Span::new(at(self.span.start), at(self.span.end));
        Diagnostic::new(Code::MarkersBroken, span, self.message.clone()).hint(&self.hint)
    }
}

/// A report's bytes; UTF-16 is held as UTF-8 until it is written back.
#[derive(Debug, Clone)]
pub(crate) struct ReportFile {
    mark: Vec<u8>,
    wide: Option<Utf16>,
    /// The bytes after the byte order mark.
    pub(crate) body: Vec<u8>,
    /// The same bytes as text, byte for byte: unknown bytes become letters, and every line break a
    /// line feed.
    pub(crate) text: String,
    /// True if the bytes are UTF-8; otherwise only ASCII may be added.
    pub(crate) utf8: bool,
}

impl ReportFile {
    pub(crate) fn open(bytes: &[u8]) -> Result<ReportFile, Broken> {
        if let Some(wide) = utf16(bytes).filter(|_| !bytes.starts_with(UTF_8_MARK)) {
            let mark = if matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) { 2 } else { 0 };
            let body = narrow(&bytes[mark..], wide).ok_or_else(|| Broken {
                span: 0..bytes.len(),
                message: format!("expected {}, found bytes that are not valid in it", wide.name()),
                hint: "save the file as UTF-8".into(),
            })?;
            return Ok(ReportFile::of(bytes[..mark].to_vec(), Some(wide), body.into_bytes()));
        }
        let mark = if bytes.starts_with(UTF_8_MARK) { UTF_8_MARK.len() } else { 0 };
        Ok(ReportFile::of(bytes[..mark].to_vec(), None, bytes[mark..].to_vec()))
    }

    fn of(mark: Vec<u8>, wide: Option<Utf16>, body: Vec<u8>) -> ReportFile {
        let utf8 = std::str::from_utf8(&body).is_ok();
        let text = legible(&body);
        ReportFile { mark, wide, body, text, utf8 }
    }

    /// A file of the same encoding with other contents.
    pub(crate) fn with(&self, body: Vec<u8>) -> ReportFile {
        // Text that cannot be written in UTF-16 could only come from an edited comment.
        let body = if self.wide.is_some() {
            String::from_utf8_lossy(&body).into_owned().into_bytes()
        } else {
            body
        };
        ReportFile::of(self.mark.clone(), self.wide, body)
    }

    /// An error about a range of the body.
    pub(crate) fn broken(&self, range: Range<usize>, message: String, hint: String) -> Broken {
        Broken { span: self.outside(range.start)..self.outside(range.end), message, hint }
    }

    /// The bytes of the file as stored.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut out = self.mark.clone();
        match (self.wide, std::str::from_utf8(&self.body)) {
            (Some(wide), Ok(text)) => {
                out.extend(text.encode_utf16().flat_map(|unit| wide.bytes(unit)))
            }
            _ => out.extend_from_slice(&self.body),
        }
        out
    }

    /// The position in the file of a byte of the body.
    pub(crate) fn outside(&self, at: usize) -> usize {
        let width = match (self.wide, std::str::from_utf8(&self.body[..at.min(self.body.len())])) {
            (Some(_), Ok(text)) => text.encode_utf16().count() * 2,
            _ => at,
        };
        self.mark.len() + width
    }

    /// The position in the body of a byte of the file.
    pub(crate) fn inside(&self, at: usize) -> usize {
        let at = at.saturating_sub(self.mark.len());
        if self.wide.is_none() {
            return at.min(self.body.len());
        }
        let mut units = 0;
        let found = self.text.char_indices().find(|(_, c)| {
            let here = units >= at / 2;
            units += c.len_utf16();
            here
        });
        found.map_or(self.body.len(), |(at, _)| at)
    }

    /// The line break that the file uses first.
    pub(crate) fn line_break(&self) -> &'static str {
        match self.body.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
            Some(at) if self.body[at..].starts_with(b"\r\n") => "\r\n",
            Some(at) if self.body[at] == b'\r' => "\r",
            _ => "\n",
        }
    }
}

fn narrow(bytes: &[u8], wide: Utf16) -> Option<String> {
    let pairs = bytes.chunks_exact(2);
    let whole = pairs.remainder().is_empty();
    let units = pairs.map(|pair| wide.unit([pair[0], pair[1]]));
    char::decode_utf16(units).collect::<Result<String, _>>().ok().filter(|_| whole)
}

fn legible(body: &[u8]) -> String {
    let text = match std::str::from_utf8(body) {
        Ok(text) => text.replace('\0', " "),
        Err(_) => body
            .iter()
            .map(|byte| match byte {
                0 => ' ',
                byte if byte.is_ascii() => char::from(*byte),
                _ => 'x',
            })
            .collect(),
    };
    match line_feeds(&text) {
        Cow::Owned(fed) => fed,
        Cow::Borrowed(_) => text,
    }
}
