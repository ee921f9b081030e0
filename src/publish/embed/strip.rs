//! The report without its pictures, and where they stood.

use crate::document::File;
use crate::document::marks::{Marker, Name, markers};
use crate::publish::blocks::page;
use crate::publish::embed::shape::caption;
use crate::publish::embed::written::replaced;
use crate::publish::embed::{Anchor, Broken, Form, Plain};
use std::ops::Range;

/// Takes the pictures out of a report. What was replaced by one is put back; everything else is
/// left as it is, byte for byte.
pub fn strip(bytes: &[u8]) -> Result<Plain, Broken> {
    let file = File::open(bytes)?;
    let blocks = pairs(&file)?;
    let (body, sites) = cut(&file, &blocks);
    let plain = file.with(body);
    let outside = |range: &Range<usize>| plain.outside(range.start)..plain.outside(range.end);
    let anchor = |(site, block): (&Site, &Pair)| Anchor {
        name: site.name,
        place: outside(&site.range),
        form: site.form,
        caption: caption(&file.text[block.inside.clone()]),
    };
    let anchors = sites.iter().zip(&blocks).map(anchor).collect();
    Ok(Plain {
        bytes: plain.bytes(),
        anchors,
    })
}

/// Where a picture stands in the plain body, and what it replaces there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Site {
    pub(super) name: Name,
    pub(super) range: Range<usize>,
    pub(super) form: Form,
}

/// A picture in a file, with its markers and without.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    name: Name,
    whole: Range<usize>,
    inside: Range<usize>,
}

/// The plain body and the places of the blocks in it.
pub(super) fn cut(file: &File, blocks: &[Pair]) -> (Vec<u8>, Vec<Site>) {
    let (mut body, mut sites, mut unsure, mut from) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for Pair {
        name,
        whole,
        inside,
    } in blocks
    {
        body.extend(&file.body[from..whole.start]);
        let start = body.len();
        body.extend(replaced(&file.body[inside.clone()]));
        let spread = file.text[inside.clone()]
            .lines()
            .skip(1)
            .any(|line| line.trim().is_empty());
        let alone = !spread && stands_alone(&file.text, whole);
        unsure.extend(alone.then_some(sites.len()));
        let form = if spread || alone {
            Form::Block
        } else {
            Form::Inline
        };
        sites.push(Site {
            name: *name,
            range: start..body.len(),
            form,
        });
        from = whole.end;
    }
    body.extend(&file.body[from..]);
    // One that stands alone without blank lines was made by hand, or stands among HTML.
    if !unsure.is_empty() {
        let plain = file.with(body.clone());
        for index in unsure {
            if among_html(&plain.text, &sites[index].range, "x") {
                sites[index].form = Form::Inline;
            }
        }
    }
    (body, sites)
}

/// Whether a range begins its line, and nothing but blanks follows it there.
pub(super) fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let begins = range.start == 0 || text[..range.start].ends_with('\n');
    begins
        && text[range.end..]
            .trim_start_matches([' ', '\t'])
            .chars()
            .next()
            .is_none_or(|c| matches!(c, '\n' | '\r'))
}

/// Whether a text would end as a part of a block of HTML if it stood in place of a range.
pub(super) fn among_html(text: &str, range: &Range<usize>, instead: &str) -> bool {
    let (before, after) = (
        text.get(..range.start).unwrap_or_default(),
        text.get(range.end..).unwrap_or_default(),
    );
    let page = page(&format!("{before}{instead}{after}"));
    page.html
        .iter()
        .any(|html| html.contains(&(before.len() + instead.len() - 1)))
}

/// The pictures of a file, in its order.
pub(super) fn pairs(file: &File) -> Result<Vec<Pair>, Broken> {
    let mut out: Vec<Pair> = Vec::new();
    let mut open: Option<(Name, Marker)> = None;
    for marker in markers(&file.text) {
        match (open.take(), marker.opens) {
            (None, Some(name)) => {
                if out.iter().any(|pair| pair.name == name) {
                    return Err(twice(file, &marker, name));
                }
                open = Some((name, marker));
            }
            (Some((name, from)), None) => {
                let inside = from.range.end..marker.range.start;
                out.push(Pair {
                    name,
                    whole: from.range.start..marker.range.end,
                    inside,
                });
            }
            (Some((name, from)), Some(next)) => {
                return Err(unended(file, &from, name, &opening(next)));
            }
            (None, None) => return Err(unbegun(file, &marker)),
        }
    }
    match open {
        Some((name, from)) => Err(unended(file, &from, name, "the end of the file")),
        None => Ok(out),
    }
}

fn opening(name: Name) -> String {
    format!("<!-- postmirth:{} -->", name.name())
}

fn broken(file: &File, marker: &Marker, message: String, hint: String) -> Broken {
    Broken {
        span: file.outside(marker.range.start)..file.outside(marker.range.end),
        message,
        hint,
    }
}

fn unended(file: &File, marker: &Marker, name: Name, found: &str) -> Broken {
    let message =
        format!("expected <!-- /postmirth --> to end the picture that begins here, found {found}");
    broken(
        file,
        marker,
        message,
        format!(
            "put <!-- /postmirth --> where the picture ends, or delete {}",
            opening(name)
        ),
    )
}

fn unbegun(file: &File, marker: &Marker) -> Broken {
    let names = Name::ALL
        .iter()
        .map(|name| opening(*name))
        .collect::<Vec<_>>()
        .join(", ");
    let message =
        "expected a marker that begins a picture, found one that only ends it".to_string();
    broken(
        file,
        marker,
        message,
        format!("put one of {names} before it, or delete it"),
    )
}

fn twice(file: &File, marker: &Marker, name: Name) -> Broken {
    let message = format!(
        "expected one picture of the name {}, found a second",
        name.name()
    );
    broken(
        file,
        marker,
        message,
        "delete one of the two, with both of its markers".into(),
    )
}
