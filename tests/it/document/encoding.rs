//! Text in the encodings that people's editors leave behind.

use crate::support::utf16::utf16;
use postmirth::read::read;
use postmirth::source::Source;

const REPORT: &str = "## Timeline on 2024-04-18\n\n- 09:30 UTC – The café’s till went silent.\n- \
    10:30 UTC – Restored.\n";

/// Reads bytes and checks that they tell what the report tells.
#[track_caller]
fn reads(bytes: &[u8], code: Option<&str>) {
    let decoded = Source::from_bytes("report.md", bytes);
    let said: Vec<&str> = decoded.warnings.iter().map(|doubt| doubt.code.name()).collect();
    assert_eq!(said, Vec::from_iter(code));
    let told = read(&decoded.value).value;
    assert_eq!(told.events.len(), 2);
    assert_eq!(told.events[0].text, "The café’s till went silent.");
}

#[test]
fn utf_8_with_and_without_its_mark() {
    reads(REPORT.as_bytes(), None);
    reads(format!("\u{FEFF}{REPORT}").as_bytes(), None);
}

#[test]
fn utf_16() {
    for big in [false, true] {
        reads(&utf16(REPORT, big, true), Some("encoding-other"));
        reads(&utf16(REPORT, big, false), Some("encoding-other"));
    }
}

#[test]
fn what_is_no_utf_16_is_seen() {
    let mut bytes = utf16(REPORT, false, true);
    // Half a pair, a letter, and half a letter.
    bytes.extend([0x00, 0xD8, b'x', 0x00, 0x41]);
    let decoded = Source::from_bytes("report.md", &bytes).value;
    assert_eq!(decoded.text(), format!("{REPORT}\u{FFFD}x\u{FFFD}"));
}

#[test]
fn windows_1252() {
    let bytes: Vec<u8> = REPORT
        .chars()
        .map(|c| match c {
            '–' => 0x96,
            '’' => 0x92,
            'é' => 0xE9,
            c => c as u8,
        })
        .collect();
    reads(&bytes, Some("encoding-other"));
}

#[test]
fn encoded_twice() {
    reads(
        "## Timeline on 2024-04-18\n\n- 09:30 UTC â€“ The cafÃ©â€™s till went silent.\n- 10:30 \
            UTC â€“ Restored.\n"
            .as_bytes(),
        Some("encoding-double"),
    );
}

#[test]
fn encoded_twice_by_way_of_mac_roman() {
    reads(
        "## Timeline on 2024-04-18\n\n- 09:30 UTC ‚Äì The caf√©‚Äôs till went silent.\n- \
            10:30 UTC ‚Äì Restored.\n"
            .as_bytes(),
        Some("encoding-double"),
    );
    let decoded = Source::from_bytes("report.md", "\u{F8FF}üîî rang \u{F8FF}üõ†Ô∏è".as_bytes());
    assert_eq!(decoded.value.text(), "🔔 rang 🛠️");
}

#[test]
fn quotation_marks_beside_accents_are_left_alone() {
    let text = "- 09:30 – L’équipe «école» dit “étrange”, √2 ≈ 1,41 et ¬A.\n";
    let decoded = Source::from_bytes("report.md", text.as_bytes());
    assert_eq!(decoded.value.text(), text);
    assert!(decoded.warnings.is_empty());
}

#[test]
fn french_and_portuguese_are_left_alone() {
    let text = "## Timeline\n- 09:30 – Ângela avisou a equipe: a migração não terminou.\n- 10:30 \
        – L’équipe a rétabli le système à Besançon.\n";
    let decoded = Source::from_bytes("report.md", text.as_bytes());
    assert_eq!(decoded.value.text(), text);
    assert!(decoded.warnings.is_empty());
}
