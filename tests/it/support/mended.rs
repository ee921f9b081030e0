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
    if told(bytes) != told(&once) {
        out.push("the report tells the same as before".into());
    }
    if fixed(&once).ok().as_ref() != Some(&once) {
        out.push("what is mended needs no mending".into());
    }
    let breaks = |bytes: &[u8]| -> Vec<u8> {
        bytes
            .iter()
            .copied()
            .filter(|byte| matches!(byte, b'\r' | b'\n'))
            .collect()
    };
    if breaks(bytes) != breaks(&once) {
        out.push("every line break stays what it is".into());
    }
    out
}

/// The facts of a report, without what the reader doubted.
pub(crate) fn told(bytes: &[u8]) -> Value {
    let source = Source::from_bytes("report.md", bytes);
    let mut value =
        serde_json::to_value(facts(&Report::of(&source.value), &source.warnings)).expect("JSON");
    value
        .as_object_mut()
        .expect("an object")
        .remove("diagnostics");
    value
}
