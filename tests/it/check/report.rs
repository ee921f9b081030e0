//! What a check found, as others are told it: people, programs, GitHub and readers of SARIF.
use postmirth::check::report::{CheckedReport, human, json, sum};
use postmirth::check::{Checked, Finding, RuleArea, ScoreCard, ScorePoint};
use postmirth::diagnostic::code::Severity;
use postmirth::facts::TableStyle;
use postmirth::source::{Source, Span};
use serde_json::Value;
use std::path::PathBuf;

const TEXT: &str = "# Über\u{1F525}uns\n\n- 09:30 - Down.\n- 09:20 - Up.\n";

const PLAIN: TableStyle = TableStyle { colour: false, width: 80 };

pub(super) fn finding(
    code: &'static str,
    severity: Severity,
    words: Option<&str>,
    message: &str,
    hint: Option<&str>,
) -> Finding {
    let span = words.map(|words| {
        let start = TEXT.find(words).expect("the words");
        Span::new(start, start + words.len())
    });
    Finding { code, severity, span, message: message.into(), hint: hint.map(String::from) }
}

pub(super) fn report(name: &str, findings: Vec<Finding>) -> CheckedReport {
    let against = |code: &str| findings.iter().filter(|finding| finding.code == code).count();
    let point =
        |code, part, asks| ScorePoint { code, part, asks, told: true, against: against(code) };
    let points = vec![
        point("timeline-order", RuleArea::Timeline, "entries in the order of time"),
        point("zone-unknown", RuleArea::Timeline, "one zone, named once"),
        point("word-count", RuleArea::Report, "400 to 600 words"),
    ];
    let checked = Checked { findings, card: Some(ScoreCard { points }) };
    CheckedReport { source: Source::new(name, TEXT), path: Some(PathBuf::from(name)), checked }
}

pub(super) fn some() -> Vec<Finding> {
    vec![
        finding(
            "word-count",
            Severity::Error,
            None,
            "expected 400 words, found 6",
            Some("394 more would do"),
        ),
        finding("zone-unknown", Severity::Note, Some("uns"), "no zone is named", None),
        finding(
            "timeline-order",
            Severity::Warning,
            Some("09:20"),
            "expected a later time",
            Some("swap the two"),
        ),
    ]
}

#[test]
fn a_person_sees_frames_then_the_card_then_the_sum() {
    let told = human(&report("a.md", some()), PLAIN);
    let wanted = "\
error[word-count]: expected 400 words, found 6
  --> a.md
  = 394 more would do

note[zone-unknown]: no zone is named
 --> a.md:1:8
  |
1 | # Über\u{1F525}uns
  |         ^^^

warning[timeline-order]: expected a later time
 --> a.md:4:3
  |
4 | - 09:20 - Up.
  |   ^^^^^
  = swap the two

Timeline (0 of 2)
  ✗ entries in the order of time  timeline-order: 1 finding
  ✗ one zone, named once          zone-unknown: 1 finding
The report as a whole (0 of 1)
  ✗ 400 to 600 words              word-count: 1 finding

a.md: 0 of 3 points hold, 3 findings: 1 error, 1 warning, 1 note
";
    assert_eq!(told, wanted);
}

#[test]
fn a_sound_report_has_ticks_and_no_findings() {
    let told = human(&report("a.md", Vec::new()), PLAIN);
    assert!(told.starts_with("Timeline (2 of 2)\n  ✓ entries in the order of time\n"), "{told}");
    assert!(told.ends_with("\na.md: 3 of 3 points hold, no findings\n"), "{told}");
}

#[test]
fn a_narrow_screen_wraps_and_colours_change_no_word() {
    let long = "expected one thing that is told in rather many words, found another that is told \
        in no fewer of them";
    let many = || {
        let mut all = some();
        all.push(finding("timeline-order", Severity::Warning, Some("Up"), long, Some(long)));
        report("a.md", all)
    };
    for width in [40, 60, 80] {
        let told = human(&many(), TableStyle { colour: false, width });
        let (laid_out, _sum) = told.trim_end().rsplit_once('\n').expect("lines");
        assert!(
            laid_out.lines().all(|line| line.chars().count() <= width.max(48)),
            "{width}:\n{told}"
        );
        let joined = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(joined.matches(long).count(), 2, "every word is told:\n{told}");
        let coloured = human(&many(), TableStyle { colour: true, width });
        assert!(coloured.contains("\x1b["));
        assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), told);
    }
}

#[test]
fn several_reports_are_summed_up() {
    let odd = CheckedReport {
        checked: Checked { findings: some(), card: None },
        ..report("b.md", Vec::new())
    };
    assert!(
        human(&odd, PLAIN)
            .ends_with("\nb.md: not a postmortem, 3 findings: 1 error, 1 warning, 1 note\n")
    );
    let all = [report("a.md", some()), odd.clone(), report("c.md", Vec::new())];
    assert_eq!(
        sum(&all),
        "3 reports (1 is not a postmortem): 3 of 6 points hold, 6 findings: 2 errors, 2 warnings, \
            2 notes\n"
    );
    assert_eq!(
        sum(&[odd.clone(), odd]),
        "2 reports: not a postmortem, 6 findings: 2 errors, 2 warnings, 2 notes\n"
    );
}

#[test]
fn json_is_one_array_of_the_diagnostics_with_their_files() {
    let text = json(&[report("a \"b\"\n.md", some()), report("c.md", Vec::new())]).expect("JSON");
    let rows: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(rows.as_array().expect("an array").len(), 3);
    let wanted = serde_json::json!({
        "file": "a \"b\"\n.md", "code": "timeline-order", "severity": "warning", "line": 4, "message": "expected a later time",
        "hint": "swap the two"
    });
    assert_eq!(rows[2], wanted);
    assert_eq!(rows[1]["hint"], Value::Null);
    assert_eq!(rows[0]["line"], Value::Null, "what has no place has no line, as in the facts");
    assert!(
        text.find("\"file\"") < text.find("\"code\"")
            && text.find("\"code\"") < text.find("\"severity\""),
        "{text}"
    );
    assert_eq!(json(&[]).expect("JSON"), "[]\n");
}
