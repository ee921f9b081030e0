//! One report for each thing that the reader can say, with its exact words.

mod golden;

use golden::{matches, project};
use postmirth::codes::Code;
use postmirth::read::read;
use postmirth::source::Source;

#[test]
fn every_code_has_a_report_that_brings_it_out() {
    for code in Code::ALL {
        let name = format!("tests/messages/{code}.md");
        let bytes = std::fs::read(project(&name)).unwrap_or_default();
        assert!(!bytes.is_empty(), "{name} is missing: a report in which {code} is said");
        let decoded = Source::from_bytes(format!("{code}.md"), &bytes);
        let told = read(&decoded.value);
        let all = decoded.warnings.iter().chain(&told.warnings);
        let said: Vec<String> =
            all.filter(|doubt| doubt.code == *code).map(|doubt| doubt.frame(&decoded.value).to_string()).collect();
        assert!(!said.is_empty(), "{name} does not bring out {code}, but {:?}", told.warnings);
        matches(&project(&format!("tests/messages/{code}.txt")), &said.join("\n"));
    }
}

#[test]
fn no_report_is_left_over() {
    for path in golden::reports("tests/messages") {
        assert!(Code::named(&golden::stem(&path)).is_some(), "{} names no code", path.display());
    }
}

#[test]
fn a_sound_report_brings_out_nothing() {
    let told = read(&Source::new(
        "sound.md",
        "# Invoices late\n\n## Summary\n\nFrom 2024-04-18 09:30 UTC to 10:30 UTC (1 hour) the export was down.\n\n## Timeline\n\n- 09:30 UTC - The alert fired.\n- 10:30 UTC - Restored.\n",
    ));
    assert_eq!(told.warnings, []);
}
