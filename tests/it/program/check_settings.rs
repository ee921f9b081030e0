//! Which rules count: by the file, by the arguments, and the exit status that follows.

use super::check::{BACKWARDS, all_but, codes, severity, shop};
use crate::support::folder::Folder;

#[test]
fn allow_silences_and_deny_makes_an_error() {
    let folder = shop("check-choice");
    let all = folder.run(&["check", "kiosk.md", "--format", "json"], 1).0;
    assert_eq!(severity(&all, "timeline-order").as_deref(), Some("warning"));
    assert_eq!(severity(&all, "nul-bytes").as_deref(), Some("note"));
    let args = [
        "check", "kiosk.md", "--format", "json", "--allow", "timeline-order", "--deny",
        "nul-bytes", "--allow", "word-count",
    ];
    let chosen = folder.run(&args, 1).0;
    assert_eq!(severity(&chosen, "timeline-order"), None);
    assert_eq!(severity(&chosen, "word-count"), None);
    assert_eq!(severity(&chosen, "nul-bytes").as_deref(), Some("error"));
    // The profile for teams asks for no number of words, unless that is asked for.
    let team = folder.run(&["check", "kiosk.md", "--format", "json", "--profile", "team"], 1).0;
    assert_eq!(severity(&team, "word-count"), None);
    let team = folder
        .run(
            &["check", "kiosk.md", "--format", "json", "--profile", "team", "--deny", "word-count"],
            1,
        )
        .0;
    assert_eq!(severity(&team, "word-count").as_deref(), Some("error"));
}

#[test]
fn a_code_that_there_is_none_of_is_refused_before_anything_is_read() {
    let folder = shop("check-unknown");
    for flag in ["--allow", "--deny"] {
        let (told, complaints) = folder.run(&["check", "no-such.md", flag, "word-cuont"], 2);
        assert_eq!(told, "");
        assert!(
            complaints.contains("found \"word-cuont\"; did you mean `word-count`?"),
            "{complaints}"
        );
        assert!(
            complaints.contains("`postmirth explain`") && !complaints.contains("no-such.md"),
            "{complaints}"
        );
    }
}

#[test]
fn the_nearest_file_settles_a_report_and_the_arguments_settle_it_last() {
    let folder = Folder::new("check-config");
    for report in ["a.md", "team/b.md", "team/deep/c.md", "team/other/d.md"] {
        folder.put(report, BACKWARDS);
    }
    folder.put("postmirth.toml", "[check]\nallow = [\"timeline-order\"]\n");
    folder.put("team/postmirth.toml", "[check]\nprofile = \"team\"\ndeny = [\"nul-bytes\"]\n");
    folder.put("team/other/postmirth.toml", "# the brief's rules\n");
    let reports = ["a.md", "team/b.md", "team/deep/c.md", "team/other/d.md"];
    let told = |more: &[&str]| {
        folder.run(&[&["check", "--format", "json"], &reports[..], more].concat(), 1).0
    };
    let of = |told: &str, file: &str, code: &str| {
        codes(told)
            .into_iter()
            .find(|row| row.0 == file && row.1 == code)
            .map(|(_, _, severity)| severity)
    };
    let plain = told(&[]);
    assert_eq!(of(&plain, "a.md", "timeline-order"), None);
    assert_eq!(of(&plain, "a.md", "nul-bytes").as_deref(), Some("note"));
    for file in ["team/b.md", "team/deep/c.md"] {
        assert_eq!(
            of(&plain, file, "timeline-order").as_deref(),
            Some("warning"),
            "nothing is taken from the file above"
        );
        assert_eq!(of(&plain, file, "nul-bytes").as_deref(), Some("error"));
        assert_eq!(of(&plain, file, "word-count"), None);
    }
    assert_eq!(of(&plain, "team/other/d.md", "word-count").as_deref(), Some("warning"));
    let argued = told(&["--profile", "brief", "--allow", "nul-bytes", "--deny", "timeline-order"]);
    for file in reports {
        assert_eq!(of(&argued, file, "timeline-order").as_deref(), Some("error"));
        assert_eq!(of(&argued, file, "nul-bytes"), None);
        assert_eq!(of(&argued, file, "word-count").as_deref(), Some("warning"));
    }
}

#[test]
fn fail_on_may_stand_in_the_file() {
    let folder = shop("check-fail-on");
    folder.put("postmirth.toml", "[check]\nfail-on = \"error\"\n");
    let order = all_but(&["timeline-order"]);
    folder.run(&["check", "kiosk.md", "--allow", &order], 0);
    folder.run(&["check", "kiosk.md", "--allow", &order, "--fail-on", "warning"], 1);
}

#[test]
fn a_slip_in_the_file_is_shown_once_and_the_other_reports_are_checked() {
    let folder = shop("check-slip");
    folder.put("odd/a.md", BACKWARDS);
    folder.put("odd/b.md", BACKWARDS);
    folder.put("odd/postmirth.toml", "[check]\nallow = [\n  \"wordcount\",\n]\n");
    let (told, complaints) = folder.run(
        &["check", "odd/a.md", "odd/b.md", "kiosk.md", "--allow", &all_but(&["timeline-order"])],
        2,
    );
    assert_eq!(complaints.matches("error[config-unreadable]").count(), 1, "{complaints}");
    assert!(
        complaints.contains(" --> odd/postmirth.toml:3:3\n")
            && complaints.contains("did you mean `word-count`?"),
        "{complaints}"
    );
    assert!(told.contains("kiosk.md: 0 of 1 points hold") && !told.contains("odd/"), "{told}");
}
