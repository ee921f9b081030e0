//! The page around the article: how to use it, and how it looks meanwhile.

use super::PlacedPicture;
use super::block::PageBlock;
use super::inline::RichLine;
use crate::edit::escape::{url, xml};
use std::fmt::Write;

/// About Medium's own look, so that what is seen is what will be.
const STYLE: &str = "
body { margin: 0; background: #fff; color: #242424; font: 20px/1.6 Georgia, serif; }
article, aside { max-width: 700px; margin: 0 auto; padding: 0 16px; overflow-wrap: break-word; }
article { padding-bottom: 96px; }
h1, h2, h3, h4 { font-family: Helvetica, Arial, sans-serif; line-height: 1.25; margin: 1.6em 0 \
0.4em; }
h1 { font-size: 40px; } h2 { font-size: 25px; } h3, h4 { font-size: 20px; }
pre, code { font-family: Menlo, Consolas, monospace; font-size: 15px; background: #f2f2f2; }
pre { padding: 16px; overflow: auto; white-space: pre-wrap; } code { padding: 1px 4px; }
blockquote { margin: 1em 0; padding-left: 20px; border-left: 3px solid #242424; font-style: \
italic; }
figure { margin: 1.5em 0; } img { max-width: 100%; }
hr { width: 72px; border: 0; border-top: 3px dotted #242424; margin: 2em auto; }
a { color: inherit; }
aside { margin-top: 16px; padding: 12px 16px; border: 2px solid #242424; background: #fff7d6; \
font: 15px/1.5 Helvetica, Arial, sans-serif; -webkit-user-select: none; user-select: none; }
aside p, aside ol { margin: 4px 0; }
[id^=picture] { margin: 1.5em 0 0; padding: 12px 16px; border: 2px dashed #242424; background: \
#fff7d6; }
[id^=picture]::after { content: \"\"; display: block; height: 320px; margin-top: 8px; background: \
no-repeat center / contain; }
";

/// The whole page.
pub(super) fn page(title: &RichLine, blocks: &[PageBlock], pictures: &[&PlacedPicture]) -> String {
    let mut out =
        String::from("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    let _ = writeln!(
        out,
        "<title>{}</title>\n<style>{STYLE}{}</style>\n</head>\n<body>",
        xml(&title.text()),
        shown(pictures)
    );
    out.push_str(&advice(pictures));
    let _ = writeln!(out, "<article>\n<h1>{}</h1>", title.html());
    for block in blocks {
        block.write(&mut out);
    }
    out.push_str("</article>\n</body>\n</html>\n");
    out
}

/// The pictures beside their places. A background is seen and never copied: pasted from the disk,
/// Medium would show an empty frame.
fn shown(pictures: &[&PlacedPicture]) -> String {
    let rule = |(index, picture): (usize, &&PlacedPicture)| {
        format!(
            "#picture-{}::after {{ background-image: url(\"{}\"); }}\n",
            index + 1,
            url(&picture.file.replace('\\', "/"))
        )
    };
    pictures.iter().enumerate().map(rule).collect()
}

/// Instructions for the use of the page, outside of what is copied.
fn advice(pictures: &[&PlacedPicture]) -> String {
    let mut out = String::from(
        "<!-- Made by postmirth for Medium: select all, copy, paste into a new story. The box at \
            the top is not copied. -->\n\
         <aside>\n<p><strong>For Medium.</strong> This box is not copied.</p>\n<ol>\n\
         <li>Select all (Ctrl+A or ⌘A), copy, and paste into a new story.</li>\n",
    );
    if !pictures.is_empty() {
        out.push_str(
            "<li>At each line “[ Upload here: … ]” add that picture with the + at the left, then \
                delete the line.</li>\n\
             <li>Click the picture, then “Alt text”, and move the line “Alt text: …” there.</li>\n",
        );
    }
    out.push_str(
        "<li>Tables have become lists, for Medium has none. Look the story over before you \
            publish it.</li>\n</ol>\n</aside>\n",
    );
    out
}
