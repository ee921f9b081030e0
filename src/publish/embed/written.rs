//! A picture as the report holds it: its markers, the image, and what it tells in words.

use crate::draw::Chart;
use crate::edit::escape::{ascii, html, markdown, unpercent, url};
use crate::edit::pairs::Marked;
use crate::publish::embed::{Details, DetailsPart, Image, Insert, PictureForm};

/// The width of a picture that is given as HTML, in pixels.
const WIDTH: u32 = crate::draw::WIDTH as u32;

/// The demands of its place on a block.
#[derive(Debug, Clone)]
pub(super) struct Setting<'a> {
    pub(super) form: PictureForm,
    /// Among HTML, where Markdown is not read.
    pub(super) html: bool,
    /// The beginning of a second line, where a first that begins with a comment would be HTML to
    /// its end.
    pub(super) lead: Option<String>,
    /// The text that it replaces.
    pub(super) replaced: &'a [u8],
    pub(super) line_break: &'static str,
    /// True when other characters than ASCII may be written.
    pub(super) utf8: bool,
}

/// Everything from the opening marker to the closing one.
pub(super) fn written(insert: &Insert, setting: &Setting) -> Vec<u8> {
    let mut out = opening(insert).into_bytes();
    let nl = setting.line_break;
    if !setting.replaced.is_empty() {
        if setting.form == PictureForm::Block {
            out.extend(nl.bytes());
        }
        out.extend(INSTEAD.bytes());
        out.extend(hide(setting.replaced));
        out.extend(OVER.bytes());
    }
    let image = image(insert, setting.html);
    let text = match setting.form {
        PictureForm::Inline => {
            setting.lead.as_ref().map_or(String::new(), |lead| format!("{nl}{lead}")) + &image
        }
        PictureForm::Block => {
            let caption = insert.caption.as_ref().map(|caption| format!("*{}*", markdown(caption)));
            let details = insert.details.as_ref().map(|details| details_html(details, nl));
            let parts = [Some(image), caption, details].into_iter().flatten();
            parts.fold(format!("{nl}{nl}"), |text, part| format!("{text}{part}{nl}{nl}"))
        }
    };
    let text = if setting.utf8 { text } else { ascii(&text) };
    out.extend(text.bytes());
    out.extend(Chart::CLOSING.bytes());
    out
}

/// The marker with the picture's options.
fn opening(insert: &Insert) -> String {
    let plain = insert.chart.opening();
    match (insert.options.as_str(), plain.strip_suffix("-->")) {
        ("", _) | (_, None) => plain,
        (options, Some(begun)) => format!("{begun}{options} -->"),
    }
}

fn image(insert: &Insert, html: bool) -> String {
    match &insert.image {
        Image::One(path) if html => tag(path, &insert.alt),
        Image::One(path) => format!("![{}]({})", markdown(&insert.alt), url(path)),
        Image::LightAndDark { light, dark } => format!(
            "<picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"{}\">{}</picture>",
            url(dark),
            tag(light, &insert.alt)
        ),
    }
}

fn tag(path: &str, alt: &str) -> String {
    format!("<img src=\"{}\" alt=\"{}\" width=\"{WIDTH}\">", url(path), html(alt))
}

/// A blank line would end the HTML, so there is none.
fn details_html(details: &Details, nl: &str) -> String {
    let mut out = format!("<details>{nl}<summary>{}</summary>{nl}", html(&details.summary));
    for part in &details.parts {
        match part {
            DetailsPart::Paragraph(text) => out.extend(["<p>", &html(text), "</p>", nl]),
            DetailsPart::List(items) => {
                out.extend(["<ul>", nl]);
                items.iter().for_each(|item| out.extend(["<li>", &html(item), "</li>", nl]));
                out.extend(["</ul>", nl]);
            }
        }
    }
    out + "</details>"
}

const INSTEAD: &str = "<!-- instead of: ";
const OVER: &str = " -->";

/// The replaced text as a comment can hold it, on one line and in any cell.
fn hide(replaced: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(replaced.len());
    for (at, byte) in replaced.iter().enumerate() {
        let twice = *byte == b'-' && at > 0 && replaced[at - 1] == b'-';
        if twice
            || byte.is_ascii_control()
            || matches!(byte, b'%' | b'<' | b'>' | b'`' | b'|' | b'\\')
        {
            out.extend(format!("%{byte:02X}").bytes());
        } else {
            out.push(*byte);
        }
    }
    out
}

/// The text that a block replaced, by what stands between its markers.
pub(super) fn replaced(inside: &[u8]) -> Vec<u8> {
    let hidden = inside.trim_ascii_start().strip_prefix(INSTEAD.as_bytes()).and_then(|rest| {
        let end = rest.windows(OVER.len()).position(|window| window == OVER.as_bytes())?;
        Some(&rest[..end])
    });
    unpercent(hidden.unwrap_or_default())
}
