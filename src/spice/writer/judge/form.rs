//! The form of a line: one line of plain text, neither too long nor dressed up.

use crate::spice::excerpt::is_emoji;
use crate::spice::place::Spot;
use crate::spice::tone::Tone;
use crate::spice::writer::Offer;
use crate::words::letters;

/// On one line, without emphasis, and with the full stop that its place asks for.
pub(super) fn mended(text: &str, place: Spot) -> String {
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for sign in ["**", "*", "`"] {
        if text.matches(sign).count() % 2 == 0 {
            text = text.replace(sign, "");
        }
    }
    match place {
        Spot::Entry(_) | Spot::Action(_) | Spot::Prose(_) | Spot::SignOff
            if text.ends_with(char::is_alphanumeric) =>
        {
            text.push('.');
        }
        Spot::Title | Spot::Heading(_) if text.matches('.').count() == 1 => {
            text.truncate(text.trim_end_matches('.').len());
        }
        _ => {}
    }
    text
}

/// Checks that a line may stand in its place, as far as its form goes.
pub(super) fn check(text: &str, offer: &Offer, tone: Tone) -> Result<(), String> {
    if !text.chars().any(char::is_alphanumeric) {
        return Err("it has no words".into());
    }
    let length = text.chars().count();
    if length > offer.most {
        return Err(format!(
            "it has {length} characters, and at most {} have room there",
            offer.most
        ));
    }
    if let Some(odd) = text.chars().find(|c| is_hidden(*c)) {
        return Err(format!(
            "it holds the character U+{:04X}, which does not show",
            u32::from(odd)
        ));
    }
    if let Some(found) = markup(text) {
        return Err(format!("it holds markup, a link or an address: \"{found}\""));
    }
    let signs: Vec<char> = text.chars().filter(|c| is_emoji(*c)).collect();
    match signs.first() {
        Some(sign) if tone < Tone::Playful => {
            Err(format!("the tone \"{}\" has no emoji, such as \"{sign}\"", tone.name()))
        }
        Some(_) if signs.len() > 1 => Err("it holds more than one emoji".into()),
        _ => Ok(()),
    }
}

/// Controls, what turns the direction of writing, what has no width, what is no character.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c as u32,
            0xAD | 0x34F | 0x61C | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F
            | 0x200B..=0x200C | 0x200E..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0x3164
            | 0xE000..=0xF8FF | 0xFE00..=0xFE0E | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFF
            | 0xE0000..=0x10FFFF)
}

const MARKUP: &[&str] = &[
    "<!--", "-->", "</", "/>", "](", "![", "][", "://", "www.", "`", "*", "~~", "{{", "}}", "&#",
    "\\", "__", "@",
];

/// The beginning of what would be more than text, were it not escaped.
fn markup(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    let tag = text
        .match_indices('<')
        .map(|(at, _)| at)
        .find(|at| bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic));
    let sign = MARKUP.iter().filter_map(|sign| text.find(sign)).min();
    let head = text.starts_with(['#', '>', '|']).then_some(0);
    let at = [tag, sign, head].into_iter().flatten().min()?;
    let end = text[at..].char_indices().nth(12);
    Some(&text[at..end.map_or(text.len(), |(end, _)| at + end)])
}

/// True if a line says nothing but what it would stand behind.
pub(super) fn repeats(text: &str, offer: &Offer) -> bool {
    let (line, after) = (letters(text), letters(&offer.text));
    let within = match offer.place {
        Spot::Entry(_) | Spot::Action(_) => !after.is_empty(),
        // "Complete, except for the cause." plays on "Complete".
        Spot::Prose(_) => after.len() > 24,
        _ => false,
    };
    line.len() > 12 && within && (after.contains(&line) || line.contains(&after))
        || !after.is_empty() && line == after
}
