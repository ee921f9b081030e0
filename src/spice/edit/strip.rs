//! The report without its humour, and the humour without its marks.

use crate::document::marks::{FUN, Mark, NO_FUN, marks};
use crate::document::{Broken, File};
use std::ops::Range;

/// Takes the humour out of a report; everything else is left as it is, byte for byte.
pub fn plain(bytes: &[u8]) -> Result<Vec<u8>, Broken> {
    let file = File::open(bytes)?;
    let pairs = pairs(&file)?;
    Ok(file.with(without(&file.body, pairs.into_iter())).bytes())
}

/// Takes only the marks out, for a text that goes elsewhere.
pub fn unmarked(bytes: &[u8]) -> Vec<u8> {
    let Ok(file) = File::open(bytes) else {
        return bytes.to_vec();
    };
    let marks = marks(&file.text).into_iter().map(|mark| mark.range);
    file.with(without(&file.body, marks)).bytes()
}

fn without(body: &[u8], ranges: impl Iterator<Item = Range<usize>>) -> Vec<u8> {
    let (mut out, mut from) = (Vec::new(), 0);
    for range in ranges {
        out.extend(&body[from..range.start]);
        from = range.end;
    }
    out.extend(&body[from..]);
    out
}

/// Each stretch of humour, marks included.
fn pairs(file: &File) -> Result<Vec<Range<usize>>, Broken> {
    let (mut out, mut open) = (Vec::new(), None::<Mark>);
    for mark in marks(&file.text) {
        match (open.take(), mark.opens) {
            (None, true) => open = Some(mark),
            (Some(from), false) => out.push(from.range.start..mark.range.end),
            (Some(from), true) => return Err(unended(file, &from, &format!("another {FUN}"))),
            (None, false) => return Err(unbegun(file, &mark)),
        }
    }
    open.map_or(Ok(out), |from| {
        Err(unended(file, &from, "the end of the file"))
    })
}

fn broken(file: &File, mark: &Mark, message: String, hint: String) -> Broken {
    Broken {
        span: file.outside(mark.range.start)..file.outside(mark.range.end),
        message,
        hint,
    }
}

fn unended(file: &File, mark: &Mark, found: &str) -> Broken {
    let message = format!("expected {NO_FUN} to end the humour that begins here, found {found}");
    broken(
        file,
        mark,
        message,
        format!("put {NO_FUN} where the humour ends, or delete {FUN}"),
    )
}

fn unbegun(file: &File, mark: &Mark) -> Broken {
    let message = format!("expected {FUN} before this, which only ends humour, found none");
    broken(
        file,
        mark,
        message,
        format!("put {FUN} where the humour begins, or delete {NO_FUN}"),
    )
}
