//! What must hold of every report that is mended.

use postmirth::check::fix::fixed;
use postmirth::facts::facts;
use postmirth::read::Report;
use postmirth::source::Source;
use serde_json::Value;

/// What does not hold.
pub(crate) fn faults(bytes: &[u8]) -> Vec<String> {
    let Ok(once) = fixed(bytes) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    // A blank line may part a new list from the text below it.
    let blanks = |bytes: &[u8]| text(bytes).lines().filter(|line| line.trim().is_empty()).count();
    let parted = blanks(&once) - blanks(bytes).min(blanks(&once));
    let (mut before, mut after) = (told(bytes), told(&once));
    if parted > 0 {
        without_lines(&mut before);
        without_lines(&mut after);
    }
    if before != after {
        out.push("the report tells the same as before".into());
    }
    if fixed(&once).ok().as_ref() != Some(&once) {
        out.push("what is mended needs no mending".into());
    }
    let count = |bytes: &[u8], wanted: u8| bytes.iter().filter(|byte| **byte == wanted).count();
    let more = |wanted: u8| count(&once, wanted).checked_sub(count(bytes, wanted));
    let breaks = [more(b'\n'), more(b'\r')];
    if !breaks.iter().all(|more| matches!(more, Some(0)) || *more == Some(parted)) {
        out.push("every line break stays what it is".into());
    }
    out
}

fn text(bytes: &[u8]) -> String {
    let text = Source::from_bytes("report.md", bytes).value.text().to_string();
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn without_lines(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("line");
            fields.values_mut().for_each(without_lines);
        }
        Value::Array(items) => items.iter_mut().for_each(without_lines),
        _ => {}
    }
}

/// The facts of a report, without what the reader doubted.
pub(crate) fn told(bytes: &[u8]) -> Value {
    let source = Source::from_bytes("report.md", bytes);
    let mut value =
        serde_json::to_value(facts(&Report::of(&source.value), &source.warnings)).expect("JSON");
    value.as_object_mut().expect("an object").remove("diagnostics");
    value
}
