//! A writer's answer: the lines in it, whatever stands around them.

use super::json;
use crate::source::Source;
use crate::words::letters;

/// A line as a writer gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyLine {
    /// The number of the place that it is for.
    pub slot: u64,
    /// Its words.
    pub text: String,
}

/// Finds the lines of a reply: JSON, or `7: the line` in any of the ways in which chatbots write
/// it, also in a code fence and among small talk. What is no line is passed over, and so is a line
/// that says that there is none.
pub fn reply(bytes: &[u8]) -> Vec<ReplyLine> {
    let source = Source::from_bytes("reply", bytes).value;
    let text = plain(source.text());
    let fenced = fenced(&text);
    let wholes = [Some(text.as_str()), between(&text, '{', '}'), between(&text, '[', ']')];
    let parts = fenced.iter().map(String::as_str);
    let mut lines =
        wholes.into_iter().flatten().chain(parts).find_map(json::lines).unwrap_or_else(|| {
            let inside = numbered(&fenced.join("\n"));
            if inside.is_empty() { numbered(&text) } else { inside }
        });
    for line in &mut lines {
        line.text = unwrapped(&line.text);
    }
    lines.retain(|line| !is_silence(&line.text));
    lines
}

/// Without what a terminal would swallow and what a model thought aloud.
fn plain(text: &str) -> String {
    let text = match text.rsplit_once("</think>") {
        Some((_, answer)) => answer,
        None => text,
    };
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        if c == '\u{1b}' && letters.peek() == Some(&'[') {
            letters.find(|c| c.is_ascii_alphabetic());
        } else {
            out.push(c);
        }
    }
    out
}

/// The text from the first of one sign to the last of another.
fn between(text: &str, open: char, close: char) -> Option<&str> {
    let (start, end) = (text.find(open)?, text.rfind(close)?);
    text.get(start..=end)
}

/// The texts in code fences, each by itself.
fn fenced(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        let fence = line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
        match (fence, open) {
            (true, false) => out.push(String::new()),
            (false, true) => {
                if let Some(block) = out.last_mut() {
                    block.extend([line, "\n"]);
                }
            }
            _ => {}
        }
        open ^= fence;
    }
    out
}

/// The lines that begin with a number. Where some stand behind a colon or in brackets, a numbered
/// list is small talk.
fn numbered(text: &str) -> Vec<ReplyLine> {
    let mut found: Vec<(ReplyLine, bool)> = Vec::new();
    let mut waits = false;
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match json::alone(line).or_else(|| begun(line)) {
            Some(next) => {
                waits = next.0.text.is_empty();
                found.push(next);
            }
            None if waits => {
                waits = false;
                if let Some((last, _)) = found.last_mut() {
                    last.text = line.trim().to_string();
                }
            }
            None => {}
        }
    }
    let strong = found.iter().any(|(_, strong)| *strong);
    found.retain(|(_, own)| *own == strong);
    found.into_iter().map(|(line, _)| line).collect()
}

/// A line that begins with the number of a slot, and whether its form leaves no doubt.
fn begun(line: &str) -> Option<(ReplyLine, bool)> {
    let line = line.trim();
    let table = line.starts_with('|');
    let line = line.trim_start_matches(['|', '>', ' ']);
    let line = ["- ", "* ", "+ ", "• "]
        .iter()
        .find_map(|bullet| line.strip_prefix(bullet))
        .unwrap_or(line)
        .trim_start();
    let rest = line.trim_start_matches(['*', '_', '`', '#', ' ']);
    let opened = line[..line.len() - rest.len()].trim();
    let bracket = rest.starts_with(['[', '(']);
    let rest = rest.trim_start_matches(['[', '(']);
    let rest = match rest.get(..4) {
        Some(word) if word.eq_ignore_ascii_case("slot") => rest[4..].trim_start(),
        _ => rest,
    };
    let end = rest.find(|c: char| !c.is_ascii_digit())?;
    let slot = rest[..end].parse().ok()?;
    let mut rest = &rest[end..];
    if bracket {
        rest = rest.strip_prefix([']', ')'])?;
    }
    let closers = ['*', '_', '`'];
    rest = rest.trim_start_matches(closers);
    if let Some((name, after)) = rest.strip_prefix(" (").and_then(|rest| rest.split_once(')'))
        && name.len() <= 60
        && after.trim_start_matches(closers).starts_with(':')
    {
        rest = after.trim_start_matches(closers);
    }
    let (text, strong) = behind(rest, bracket, table)?;
    let text = text.strip_prefix(opened).unwrap_or(text).trim();
    let text = if text.matches(opened).count() == 1 && !opened.is_empty() {
        text.strip_suffix(opened).unwrap_or(text)
    } else {
        text
    };
    let text = text.trim().to_string();
    Some((ReplyLine { slot, text }, strong))
}

/// The text behind the sign that ends a number, and `true` if that leaves no doubt.
fn behind(rest: &str, bracket: bool, table: bool) -> Option<(&str, bool)> {
    let spaced = |rest: &str| rest.is_empty() || rest.starts_with(char::is_whitespace);
    let trimmed = rest.trim_start();
    if table {
        let cells = trimmed.strip_prefix('|')?.trim_end_matches(['|', ' ']);
        return Some((cells.rsplit('|').next()?, true));
    }
    if let Some(text) = trimmed.strip_prefix([':', '：']) {
        return (!text.starts_with(|c: char| c.is_ascii_digit())).then_some((text, true));
    }
    if bracket {
        return Some((trimmed.trim_start_matches(['-', '–', '—']), true));
    }
    if let Some(text) = rest.strip_prefix(['.', ')']) {
        return spaced(text).then_some((text, false));
    }
    let dash = trimmed.strip_prefix(['-', '–', '—', '→', '='])?;
    (spaced(rest) && spaced(dash)).then_some((dash, false))
}

/// Without the signs around the whole of it.
fn unwrapped(text: &str) -> String {
    let mut text = text.trim();
    loop {
        let inner = [("**", "**"), ("*", "*"), ("_", "_"), ("`", "`"), ("\"", "\""), ("“", "”")]
            .iter()
            .filter(|(open, _)| text.len() > 2 * open.len())
            .find_map(|(open, close)| {
                let inner = text.strip_prefix(open)?.strip_suffix(close)?;
                let whole = !inner.contains(open) && !inner.contains(close);
                whole.then_some(inner)
            });
        match inner {
            Some(inner) => text = inner.trim(),
            None => return text.to_string(),
        }
    }
}

/// A writer says that there is to be no line.
fn is_silence(text: &str) -> bool {
    matches!(
        letters(text).as_str(),
        "" | "none" | "silence" | "noline" | "nothing" | "skip" | "empty" | "na" | "null"
    )
}
