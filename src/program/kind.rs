//! Files that hold no Markdown, known by their first bytes: better named than read as noise.

use std::fmt;
use std::io;
use std::path::Path;

/// A file that is not text, or is text for another program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ForeignKind {
    Word,
    OldWord,
    OpenDocument,
    Sheet,
    Slides,
    Archive,
    Pdf,
    RichText,
    Picture(&'static str),
}

/// The kind of a file that is no report as it stands.
pub(super) fn of(bytes: &[u8]) -> Option<ForeignKind> {
    const PICTURES: &[(&[u8], &str)] =
        &[(b"\x89PNG\r\n", "PNG"), (b"\xFF\xD8\xFF", "JPEG"), (b"GIF8", "GIF"), (b"BM", "BMP")];
    let picture = PICTURES
        .iter()
        .find(|(magic, name)| {
            // Text may begin with "BM", too; a picture then holds its zero bytes.
            bytes.starts_with(magic) && (*name != "BMP" || bytes.get(6..10) == Some(&[0; 4]))
        })
        .map(|(_, name)| ForeignKind::Picture(name));
    let webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    match bytes {
        _ if webp => Some(ForeignKind::Picture("WebP")),
        [b'P', b'K', 3, 4, ..] => Some(packed(bytes)),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Some(ForeignKind::OldWord),
        _ if bytes.starts_with(b"%PDF-") => Some(ForeignKind::Pdf),
        _ if bytes.starts_with(b"{\\rtf") => Some(ForeignKind::RichText),
        _ => picture,
    }
}

/// The kind of an archive, by the names of the files in it.
fn packed(bytes: &[u8]) -> ForeignKind {
    let holds = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
    match () {
        () if holds(b"word/document.xml") => ForeignKind::Word,
        () if holds(b"opendocument.text") => ForeignKind::OpenDocument,
        () if holds(b"xl/workbook.xml") || holds(b"opendocument.spreadsheet") => ForeignKind::Sheet,
        () if holds(b"ppt/presentation.xml") || holds(b"opendocument.presentation") => {
            ForeignKind::Slides
        }
        () => ForeignKind::Archive,
    }
}

impl ForeignKind {
    /// The way to a report that can be read.
    pub(super) fn remedy(self, path: &Path) -> String {
        let markdown = path.with_extension("md");
        let (from, to) = (quoted(path), quoted(&markdown));
        let text = quoted(&path.with_extension(""));
        match self {
            ForeignKind::Word | ForeignKind::OpenDocument | ForeignKind::RichText => {
                format!("convert it: pandoc {from} -t gfm -o {to}")
            }
            ForeignKind::OldWord => format!(
                "convert it: soffice --convert-to docx {from}, then pandoc {} -t gfm -o {to}",
                quoted(&path.with_extension("docx"))
            ),
            ForeignKind::Pdf => format!("convert it: pdftotext -layout {from} {to}"),
            ForeignKind::Picture(_) => format!(
                "a report is read from its text; what a picture of one says: tesseract {from} \
                    {text}, which writes {text}.txt"
            ),
            ForeignKind::Sheet | ForeignKind::Slides => {
                "save the report in it as Markdown or plain text".to_string()
            }
            ForeignKind::Archive => format!("unpack it first: unzip {from}"),
        }
    }

    /// As the reason why a file was not read.
    pub(super) fn into_error(self) -> io::Error {
        io::Error::new(io::ErrorKind::InvalidData, self)
    }
}

/// A path as a shell takes it for one word.
fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    match path.contains(|c: char| !c.is_alphanumeric() && !"-_./\\:".contains(c)) {
        true => format!("\"{path}\""),
        false => path,
    }
}

/// The kind of file that was the reason.
pub(super) fn of_error(error: &io::Error) -> Option<ForeignKind> {
    error.get_ref()?.downcast_ref::<ForeignKind>().copied()
}

impl fmt::Display for ForeignKind {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            ForeignKind::Word => f.write_str("a Word document"),
            ForeignKind::OldWord => f.write_str("an old Office document (.doc)"),
            ForeignKind::OpenDocument => f.write_str("an OpenDocument text"),
            ForeignKind::Sheet => f.write_str("a spreadsheet"),
            ForeignKind::Slides => f.write_str("a presentation"),
            ForeignKind::Archive => f.write_str("a zip archive"),
            ForeignKind::Pdf => f.write_str("a PDF"),
            ForeignKind::RichText => f.write_str("a rich text file (RTF)"),
            ForeignKind::Picture(name) => write!(f, "a {name} picture"),
        }
    }
}

impl std::error::Error for ForeignKind {}
