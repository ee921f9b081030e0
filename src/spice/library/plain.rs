//! Reads a file of quips that is written plainly, one key a line, as the built-in ones are: several
//! times as fast as any TOML can be read, which counts at every start. What is not plain is left to
//! the TOML reader.

use super::file::Top;
use crate::incident::Kind;
use crate::spice::quip::{Home, Quip, Slot};
use crate::spice::tone::Tone;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error;

/// A quip so far: its slot, and its keys with their values as they stand.
struct Draft<'a> {
    slot: Slot,
    keys: Vec<(&'a str, &'a str)>,
}

/// The head and the quips of a file, as the TOML reader gives them; `None` when the file is not
/// plain.
pub(super) fn read(text: &str) -> Option<(Top, Vec<Quip>)> {
    let mut head = Vec::new();
    let mut drafts: Vec<Draft> = Vec::new();
    for line in text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        if let Some(name) = line.strip_prefix("[[") {
            drafts.push(Draft {
                slot: slot(name.strip_suffix("]]")?)?,
                keys: Vec::with_capacity(8),
            });
        } else {
            let pair = line.split_once(" = ")?;
            let keys = drafts.last_mut().map_or(&mut head, |draft| &mut draft.keys);
            if keys.iter().any(|(key, _)| *key == pair.0) {
                return None;
            }
            keys.push(pair);
        }
    }
    let top = top(&head)?;
    let mut quips = drafts.iter().map(quip).collect::<Option<Vec<Quip>>>()?;
    // Sorting keeps the order of the file within a slot.
    quips.sort_by_key(|quip| quip.slot);
    quips.iter_mut().for_each(|quip| top.settle(quip));
    Some((top, quips))
}

fn slot(name: &str) -> Option<Slot> {
    Some(match name {
        "title" => Slot::Title,
        "heading" => Slot::Heading,
        "entry" => Slot::Entry,
        "action" => Slot::Action,
        "caption" => Slot::Caption,
        "sign_off" => Slot::SignOff,
        _ => return None,
    })
}

fn top(head: &[(&str, &str)]) -> Option<Top> {
    let mut top = Top {
        topic: None,
        theme: None,
        name: None,
        signs: None,
    };
    for (key, value) in head {
        match *key {
            "topic" => top.topic = Some(string(value)?.to_string()),
            "theme" => top.theme = Some(string(value)?.to_string()),
            "name" => top.name = Some(string(value)?.to_string()),
            "signs" => top.signs = Some(strings(value)?),
            _ => return None,
        }
    }
    Some(top)
}

fn quip(draft: &Draft) -> Option<Quip> {
    let get = |name: &str| {
        draft
            .keys
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| *value)
    };
    let mut quip = Quip {
        id: string(get("id")?)?.to_string(),
        text: string(get("text")?)?.to_string(),
        slot: draft.slot,
        home: Home::Any,
        theme: None,
        tones: strings(get("tones")?)?
            .iter()
            .map(|name| Tone::named(name))
            .collect::<Option<_>>()?,
        device: named(get("device")?)?,
        kinds: Vec::new(),
        part: None,
        words: Vec::new(),
        unless: Vec::new(),
        sign_off: None,
    };
    for (key, value) in &draft.keys {
        match (*key, draft.slot) {
            ("id" | "text" | "tones" | "device", _) => {}
            ("theme", _) => quip.theme = Some(string(value)?.to_string()),
            ("words", _) => quip.words = strings(value)?,
            ("unless", _) => quip.unless = strings(value)?,
            ("sign_off", Slot::Title) => quip.sign_off = Some(string(value)?.to_string()),
            ("section", Slot::Heading) => quip.part = Some(named(value)?),
            ("kinds", Slot::Entry) => {
                quip.kinds = strings(value)?
                    .iter()
                    .map(|name| Kind::named(name))
                    .collect::<Option<_>>()?;
            }
            _ => return None,
        }
    }
    let own = match draft.slot {
        Slot::Title => "sign_off",
        Slot::Heading => "section",
        Slot::Entry => "kinds",
        _ => "id",
    };
    get(own).map(|_| quip)
}

/// One of the names that TOML would know as well.
fn named<'a, T: Deserialize<'a>>(value: &'a str) -> Option<T> {
    let name: serde::de::value::StrDeserializer<'a, Error> = string(value)?.into_deserializer();
    T::deserialize(name).ok()
}

/// A text in quotes that holds neither quotes nor escapes.
fn string(value: &str) -> Option<&str> {
    let inner = value.strip_prefix('"')?.strip_suffix('"')?;
    (!inner.contains(['"', '\\']) && !inner.contains(char::is_control)).then_some(inner)
}

/// A list of such texts.
fn strings(value: &str) -> Option<Vec<String>> {
    let inner = value.strip_prefix('[')?.strip_suffix(']')?;
    if inner.is_empty() {
        return Some(Vec::new());
    }
    let inner = inner.strip_prefix('"')?.strip_suffix('"')?;
    let texts = inner
        .split("\", \"")
        .map(|text| (!text.contains(['"', '\\'])).then(|| text.to_string()));
    texts.collect()
}
