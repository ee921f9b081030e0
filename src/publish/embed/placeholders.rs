//! The placeholders that authors leave where a picture was meant to go: images of services that
//! draw grey boxes, files that were never made, and notes such as "[Insert diagram here]".

use crate::document::blocks::{BlockKind, Blocks};
use crate::document::html::attribute;
use crate::document::placeholder_hosts;
use crate::draw::Chart;
use crate::words::holds_any;
use std::ops::Range;

/// A place that was kept for a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placeholder {
    pub(super) range: Range<usize>,
    /// The picture that was meant, by its words and its section.
    pub(super) chart: Chart,
}

/// The placeholders of a report, in its order.
pub(super) fn placeholders(text: &str, blocks: &Blocks) -> Vec<Placeholder> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for link in &blocks.links {
        let within = ranges
            .iter()
            .any(|range| range.start <= link.range.start && link.range.end <= range.end);
        if !within
            && (is_meant(&link.target) || is_empty_promise(&text[link.range.clone()], &link.target))
        {
            ranges.push(link.range.clone());
        }
    }
    for run in &blocks.runs {
        let free = |found: &Range<usize>| {
            blocks
                .links
                .iter()
                .all(|link| found.end <= link.range.start || link.range.end <= found.start)
        };
        ranges.extend(notes(text, run).into_iter().chain(addresses(text, run)).filter(free));
    }
    ranges.sort_by_key(|range| range.start);
    ranges.dedup_by(|next, last| next.start < last.end);
    ranges
        .into_iter()
        .map(|range| Placeholder { chart: meant(text, blocks, &range), range })
        .collect()
}

/// True if an address is that of a grey box, or of a file that is yet to be put in.
fn is_meant(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let host = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    let host = host
        .trim_start_matches("//")
        .trim_start_matches("www.")
        .split(['/', '?', '#', ':'])
        .next()
        .unwrap_or_default();
    let whole = 0..host.len();
    placeholder_hosts(host).contains(&whole) || is_yet_to_come(&lower)
}

/// `insert_timeline_diagram.png`; not `insert_latency.png`, which may show how long an INSERT took.
fn is_yet_to_come(address: &str) -> bool {
    let file =
        address.split(['?', '#']).next().unwrap_or_default().rsplit('/').next().unwrap_or_default();
    let Some((stem, kind)) = file.rsplit_once('.') else {
        return false;
    };
    let words: Vec<&str> = stem.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    matches!(kind, "png" | "jpg" | "jpeg" | "gif" | "svg" | "webp")
        && words.first() == Some(&"insert")
        && has(&["diagram", "flowchart", "timeline", "image", "picture", "here", "your", "link"])
        && !has(&["rate", "latency", "query", "queries", "throughput", "sql", "rows"])
}

/// An image or a link that is called "Insert diagram here" and leads nowhere.
fn is_empty_promise(whole: &str, target: &str) -> bool {
    let nowhere = matches!(target, "" | "#" | "link" | "url" | "path" | "image");
    let named = match whole.strip_prefix('<') {
        Some(_) => attribute(whole, "alt").unwrap_or_default(),
        None => whole.trim_start_matches(['!', '[']).split(']').next().unwrap_or_default(),
    };
    nowhere && asks_for_picture(named)
}

/// "Insert diagram here", "Add image here"; not "Add image signing", which is a task.
fn asks_for_picture(note: &str) -> bool {
    let lower = note.trim().to_ascii_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(10)
        .collect();
    let asks = match words.first() {
        Some(&"insert") => true,
        Some(&("add" | "place" | "attach" | "embed" | "include" | "put")) => {
            words.contains(&"here")
        }
        _ => false,
    };
    let things = [
        "diagram", "diagrams", "flowchart", "flowcharts", "image", "images", "picture", "pictures",
        "chart", "graph", "figure", "illustration", "infographic",
    ];
    asks && words.iter().any(|word| things.contains(word))
}

/// "[Insert diagram here]", with or without backslashes before the brackets.
fn notes(text: &str, run: &Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = run.start;
    while let Some(open) = text[from..run.end].find('[').map(|at| from + at) {
        let rest = &text[open + 1..run.end];
        let close = rest
            .find([']', '[', '\n'])
            .map(|at| open + 1 + at)
            .filter(|close| text.as_bytes()[*close] == b']');
        from = open + 1;
        let Some(close) = close else { continue };
        if asks_for_picture(text[open + 1..close].trim_end_matches('\\')) {
            let escaped = text[..open].ends_with('\\') && text[..close].ends_with('\\');
            out.push(open - usize::from(escaped)..close + 1);
            from = close + 1;
        }
    }
    out
}

/// The bare address of a grey box, with the brackets around it.
fn addresses(text: &str, run: &Range<usize>) -> Vec<Range<usize>> {
    let whole = &text[run.clone()];
    let starts = whole.match_indices("http").filter(|(at, _)| {
        let scheme = whole[*at..].starts_with("http://") || whole[*at..].starts_with("https://");
        scheme && !whole[..*at].ends_with(|c: char| c.is_ascii_alphanumeric())
    });
    let addresses = starts.map(|(at, _)| {
        let end = whole[at..].find(|c: char| {
            c.is_whitespace() || matches!(c, '<' | '>' | '"' | ')' | ']' | '|' | '`')
        });
        let address = whole[at..at + end.unwrap_or(whole.len() - at)]
            .trim_end_matches(['.', ',', ';', ':', '!', '*', '_']);
        run.start + at..run.start + at + address.len()
    });
    addresses.filter(|range| is_meant(&text[range.clone()])).collect()
}

/// Which picture was meant: by the placeholder's own words, else by those of the heading above it.
fn meant(text: &str, blocks: &Blocks, range: &Range<usize>) -> Chart {
    let heading =
        blocks.top.iter().rev().filter(|block| block.range.start <= range.start).find(|block| {
            let words = &text[block.range.clone()];
            // A bold line of its own is a heading, too.
            block.kind == BlockKind::Heading
                || (block.kind == BlockKind::Paragraph
                    && words.starts_with("**")
                    && !words.contains('\n'))
        });
    let heading = heading.map_or("", |block| &text[block.range.clone()]);
    of_words(&text[range.clone()]).or_else(|| of_words(heading)).unwrap_or(Chart::Incident)
}

fn of_words(text: &str) -> Option<Chart> {
    let lower = text.to_ascii_lowercase();
    let has = |words: &[&str]| holds_any(&lower, words);
    if has(&["timeline", "outage", "incident"]) {
        return Some(Chart::Incident);
    }
    has(&["action", "task", "improvement", "measure", "corrective", "prevent", "to-do", "todo"])
        .then_some(Chart::Actions)
}
