//! The lines of a reply in JSON, in the forms in which writers give them.

use super::ReplyLine;
use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// The lines of a text that is JSON: `{"lines": [{"slot": 7, "text": "..."}]}`, the list alone, or
/// `{"7": "..."}`; `None` when it is none of these.
pub(super) fn lines(text: &str) -> Option<Vec<ReplyLine>> {
    let JsonLines(lines) = serde_json::from_str(text).ok()?;
    Some(lines)
}

/// A line of text that is one object of such a list.
pub(super) fn alone(text: &str) -> Option<(ReplyLine, bool)> {
    let object = text.trim().trim_end_matches(',');
    if !object.starts_with('{') {
        return None;
    }
    Some((line(&serde_json::from_str(object).ok()?)?, true))
}

/// Every line that the JSON holds. A map is read pair by pair, so that a number that stands twice
/// is seen twice.
struct JsonLines(Vec<ReplyLine>);

impl<'de> Deserialize<'de> for JsonLines {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<JsonLines, D::Error> {
        from.deserialize_any(JsonVisitor).map(JsonLines)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Vec<ReplyLine>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of lines, or a map from slots to lines")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut out = Vec::new();
        while let Some(item) = list.next_element::<Value>()? {
            out.extend(line(&item));
        }
        Ok(out)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut out = Vec::new();
        let mut known = false;
        while let Some(key) = map.next_key::<String>()? {
            match (key.as_str(), number(&key)) {
                ("lines" | "slots", _) => {
                    out.extend(map.next_value::<JsonLines>()?.0);
                    known = true;
                }
                (_, Some(slot)) => {
                    // `null` is silence.
                    let text = map.next_value::<Value>()?;
                    out.extend(
                        text.as_str().map(|text| ReplyLine { slot, text: text.to_string() }),
                    );
                    known = true;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        if known { Ok(out) } else { Err(A::Error::custom("no lines")) }
    }
}

/// One line of a list, in which other keys may stand, too.
fn line(item: &Value) -> Option<ReplyLine> {
    let slot = match item.get("slot")? {
        Value::String(name) => number(name)?,
        other => other.as_u64()?,
    };
    let text = item.get("text").or_else(|| item.get("line"))?;
    Some(ReplyLine { slot, text: text.as_str()?.to_string() })
}

/// "7", "slot 7", "#7".
fn number(name: &str) -> Option<u64> {
    let name = name.trim().to_ascii_lowercase();
    let digits = name.trim_start_matches(|c: char| !c.is_ascii_digit());
    let before = name[..name.len() - digits.len()].trim();
    let known = matches!(before, "" | "slot" | "#" | "slot_" | "slot-");
    digits.parse().ok().filter(|_| known)
}
