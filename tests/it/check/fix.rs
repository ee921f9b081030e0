//! What `check --fix` mends, and what it leaves alone.

use crate::support::mended::{faults, told};
use crate::support::utf16::utf16;
use postmirth::check::fix::{diff, fixed, mended};

/// A report with a stretch of timeline; its first line may be a summary of its own.
fn report(timeline: &str) -> String {
    let first = timeline.lines().next().and_then(|line| line.strip_prefix("summary: "));
    let summary = first.unwrap_or(
        "On 4 March 2025 the seat map of the night ferry would not load, and no \
            cabin could be chosen.",
    );
    let rest =
        if first.is_some() { timeline.split_once('\n').expect("a timeline").1 } else { timeline };
    format!(
        "# Postmortem: the seat map would not load\n\n## Summary\n\n{summary}\n\n## \
            Timeline\n\n{rest}\n\n## Root cause\n\n\
        The certificate of the map server had expired.\n\n## Measures\n\n- Renew it by \
        machine.\n* Alert at 9:30 AM every day.\n"
    )
}

struct Case {
    name: &'static str,
    before: String,
    after: String,
}

fn cases() -> Vec<Case> {
    let text = include_str!("../../fix/cases.txt");
    let case = |part: &'static str| {
        let (name, body) = part.split_once('\n').expect("a name");
        let kept = body.trim_end().strip_suffix("--- stays");
        let (before, after) = match kept {
            Some(kept) => (kept.trim_end(), kept.trim_end()),
            None => body.trim_end().split_once("\n--- becomes\n").expect("what it becomes"),
        };
        Case { name, before: report(before), after: report(after) }
    };
    text.split("=== ").skip(1).map(case).collect()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn every_case_becomes_what_it_should() {
    let all = cases();
    assert!(all.len() >= 40, "{}", all.len());
    let wrong: Vec<String> = all
        .iter()
        .filter_map(|case| {
            let found = text(fixed(case.before.as_bytes()).expect("a file"));
            (found != case.after)
                .then(|| format!("{}:\n{}", case.name, diff("timeline", &case.after, &found)))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_case_tells_anything_else_or_needs_mending_twice() {
    for case in cases() {
        assert_eq!(faults(case.before.as_bytes()), Vec::<String>::new(), "{}", case.name);
    }
}

#[test]
fn line_breaks_of_every_kind_stay() {
    for case in cases() {
        for ending in ["\r\n", "\r"] {
            let (before, after) =
                (case.before.replace('\n', ending), case.after.replace('\n', ending));
            assert_eq!(
                text(fixed(before.as_bytes()).expect("a file")),
                after,
                "{} with {ending:?}",
                case.name
            );
        }
    }
}

#[test]
fn a_report_without_a_last_line_break_gets_none() {
    let before = "# Postmortem: the lift stood still\n\nThe lift stood still and nobody could get \
        out.\n\n## Timeline\n\n* 9:30 AM: It stood still.\n* 9:42 AM: It was restarted and ran.";
    let after = "# Postmortem: the lift stood still\n\nThe lift stood still and nobody could get \
        out.\n\n## Timeline\n\n- 09:30 - It stood still.\n- 09:42 - It was restarted and ran.";
    assert_eq!(text(fixed(before.as_bytes()).expect("a file")), after);
}

#[test]
fn utf_16_stays_utf_16() {
    let wide = |text: &str, little: bool| utf16(text, !little, true);
    for little in [true, false] {
        let before =
            report("• 9:30 PM – Die Fähre fuhr ohne Karte 🚢.\n• 9:42 PM – The map was back.");
        let after = report("- 21:30 - Die Fähre fuhr ohne Karte 🚢.\n- 21:42 - The map was back.");
        assert_eq!(fixed(&wide(&before, little)).expect("a file"), wide(&after, little));
        assert_eq!(faults(&wide(&before, little)), Vec::<String>::new());
    }
}

#[test]
fn windows_1252_stays_windows_1252() {
    let narrow = |text: &str| -> Vec<u8> {
        let byte = |c: char| match c {
            '•' => 0x95,
            '–' => 0x96,
            '—' => 0x97,
            '’' => 0x92,
            c => u8::try_from(u32::from(c)).expect("a letter of Windows-1252"),
        };
        text.chars().map(byte).collect()
    };
    let before = report(
        "* 9:30 PM – La carte n’était pas là.\n* 9:42 PM — Élodie looked at the log.\n* **9:50 \
            PM** été",
    );
    let after = report(
        "- 21:30 - La carte n’était pas là.\n- 21:42 - Élodie looked at the log.\n- 21:50 - été",
    );
    assert_eq!(fixed(&narrow(&before)).expect("a file"), narrow(&after));
    assert_eq!(faults(&narrow(&before)), Vec::<String>::new());
}

#[test]
fn a_byte_order_mark_and_text_encoded_twice_stay() {
    let before =
        format!("\u{FEFF}{}", report("* 9:30 PM: It wasnâ€™t there.\n* 9:42 PM â€“ It was back."));
    // A second mark before a dash that is broken would show as two.
    let after =
        format!("\u{FEFF}{}", report("- 21:30 - It wasnâ€™t there.\n- 21:42 â€“ It was back."));
    assert_eq!(text(fixed(before.as_bytes()).expect("a file")), after);
    assert_eq!(faults(before.as_bytes()), Vec::<String>::new());
}

#[test]
fn a_file_that_is_no_text_is_refused() {
    let broken = fixed(&[0xFF, 0xFE, 0x00, 0xD8]).expect_err("half a character");
    assert!(broken.message.contains("UTF-16"), "{}", broken.message);
}

#[test]
fn what_is_no_report_of_an_incident_stays() {
    let text = "# Postmortem\n\nWrite a postmortem of an outage of your own choice. It must \
        contain 400 to 600 words, be brief and straight \
        to the point, and pass a peer review. Guidelines for every part, which are mandatory in \
        this project, follow below; \
        add humour where you like.\n\n## Timeline\n\n* 9:30 AM: format bullet point, include \
        timezone\n";
    assert_eq!(self::text(fixed(text.as_bytes()).expect("a file")), text);
}

#[test]
fn text_below_bare_lines_withholds_nothing() {
    for timeline in [
        "- 09:30 - The map failed.",
        "9:30: The map failed.\n9:42: It was back.\nDetection: a passenger called.",
    ] {
        let done = mended(report(timeline).as_bytes()).expect("a file");
        assert_eq!(done.withheld, 0, "{timeline}");
    }
}

#[test]
fn the_example_reports_tell_the_same_and_come_to_rest() {
    let mut tried = 0;
    for entry in
        std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/examples")).expect("examples")
    {
        let path = entry.expect("entry").path();
        if path.extension().is_some_and(|extension| extension == "md") {
            let bytes = std::fs::read(&path).expect("a report");
            assert_eq!(faults(&bytes), Vec::<String>::new(), "{}", path.display());
            assert!(
                told(&bytes)["events"].as_array().is_some_and(|events| !events.is_empty()),
                "{}",
                path.display()
            );
            tried += 1;
        }
    }
    assert!(tried >= 12, "{tried}");
}

#[test]
fn many_entries_that_must_stay_do_not_keep_it_busy() {
    let entry = |n: usize| {
        let text = if n.is_multiple_of(2) {
            "10:15 was the time of the next ferry."
        } else {
            "The ferry left."
        };
        format!("- {:02}:{:02}: {text}\n", 1 + n / 60 % 22, n % 60)
    };
    // Were each tried by itself, this would take hours.
    let many: String = (0..800).map(entry).collect();
    let before = report(&many);
    let once = fixed(before.as_bytes()).expect("a file");
    assert_eq!(fixed(&once).expect("a file"), once);
}

#[test]
fn the_difference_is_a_patch() {
    let before = "one\n* 9:30 AM: two\nthree\n";
    let after = "one\n- 09:30 - two\nthree\n";
    assert_eq!(
        diff("report.md", before, after),
        "--- report.md\n+++ report.md\n@@ -1,3 +1,3 @@\n one\n-* 9:30 AM: two\n+- 09:30 - two\n \
            three\n"
    );
    assert_eq!(diff("report.md", before, before), "");
}
