//! A report as one file of HTML that holds all of it, its pictures too: to print, to mail, to paste
//! into Confluence, Notion or a document.

use super::block::{Ended, PageBlock};
use super::{picture_places, titled_blocks, with_pictures};
use crate::draw::Chart;
use crate::edit::escape::xml;
use crate::read::Report;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fmt::Write;

/// A picture that a page holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The chart that it shows.
    pub chart: Chart,
    /// The type of its bytes, such as `image/png`.
    pub media: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its alt text.
    pub alt: String,
}

/// Plain and narrow, for a screen and for paper.
const STYLE: &str = "
body { margin: 0; background: #fff; color: #1f2430; font: 16px/1.55 Helvetica, Arial, sans-serif; }
article { max-width: 840px; margin: 0 auto; padding: 24px 16px 64px; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.5em 0 0.5em; } h1 { margin-top: 0; }
pre, code { font-family: Menlo, Consolas, monospace; font-size: 14px; background: #f2f3f5; }
pre { padding: 12px; white-space: pre-wrap; } code { padding: 1px 4px; }
blockquote { margin: 1em 0; padding-left: 16px; border-left: 3px solid #7c8595; }
table { border-collapse: collapse; margin: 1em 0; }
th, td { border: 1px solid #c3c8d0; padding: 4px 8px; text-align: left; vertical-align: top; }
figure { margin: 1.5em 0; } img { max-width: 100%; height: auto; }
hr { border: 0; border-top: 1px solid #c3c8d0; margin: 2em 0; }
@media print { article { max-width: none; padding: 0; } figure, tr { break-inside: avoid; } }
";

/// The page for a report with these pictures, the cover at its head, each of the others below what
/// it
/// shows. `load` gives type and bytes of a picture that the report itself shows, when there is one
/// under that path.
pub fn whole_page(
    report: &Report,
    pictures: &[Held],
    load: impl Fn(&str) -> Option<(String, Vec<u8>)>,
) -> String {
    let (title, mut blocks) = titled_blocks(report, true);
    let place = picture_places(report);
    let (covers, others): (Vec<&Held>, Vec<&Held>) =
        pictures.iter().partition(|held| held.chart == Chart::Cover);
    let places: Vec<usize> = others.iter().map(|held| place(held.chart)).collect();
    let figure = |held: &Held| PageBlock::Figure {
        from: data(&held.media, &held.bytes),
        alt: held.alt.clone(),
    };
    let mut out: Vec<PageBlock> = covers.into_iter().map(figure).collect();
    for Ended { block, .. } in &mut blocks {
        if let PageBlock::Upload { file, alt, .. } = block {
            let named = if alt.is_empty() { &*file } else { &*alt };
            let words = format!("[ {named} ]");
            *block = match load(file) {
                Some((media, bytes)) => {
                    PageBlock::Figure { from: data(&media, &bytes), alt: alt.clone() }
                }
                None => PageBlock::Paragraph(words.clone(), xml(&words)),
            };
        }
    }
    out.extend(with_pictures(&blocks, &places, |number| figure(others[number])));
    let mut page = String::from("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
    let _ = writeln!(
        page,
        "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n\
            <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<article>\n<h1>{}</h1>",
        xml(&title.text()),
        title.html()
    );
    out.iter().for_each(|block| block.write(&mut page));
    page.push_str("</article>\n</body>\n</html>\n");
    page
}

/// Bytes as an address that holds them.
fn data(media: &str, bytes: &[u8]) -> String {
    format!("data:{media};base64,{}", STANDARD.encode(bytes))
}
