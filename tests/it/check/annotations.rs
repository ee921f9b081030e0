//! The findings for machines: commands for GitHub, and SARIF.

use super::report::{finding, report, some};
use postmirth::check::report::{CheckedReport, github, sarif, unshown};
use postmirth::diagnostic::code::Severity;
use serde_json::Value;
use std::path::PathBuf;

/// Takes a workflow command apart as GitHub's runner does: the parts by `::`, the properties by
/// comma, each by its first equals sign, then the escapes.
fn taken_apart(line: &str) -> (String, Vec<(String, String)>, String) {
    let (head, data) =
        line.strip_prefix("::").and_then(|rest| rest.split_once("::")).expect("a command");
    let (name, properties) = head.split_once(' ').expect("properties");
    let plain = |text: &str| {
        text.replace("%0D", "\r")
            .replace("%0A", "\n")
            .replace("%3A", ":")
            .replace("%2C", ",")
            .replace("%25", "%")
    };
    let pairs = properties.split(',').map(|pair| pair.split_once('=').expect("a value"));
    let pairs = pairs.map(|(key, value)| (key.to_string(), plain(value))).collect();
    (name.into(), pairs, data.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%"))
}

#[test]
fn github_shows_each_finding_at_its_line() {
    let wanted = "\
::error file=docs/a.md,line=1,title=word-count::expected 400 words, found 6%0A394 more would do
::notice file=docs/a.md,line=1,col=8,endLine=1,title=zone-unknown::no zone is named
::warning file=docs/a.md,line=4,col=3,endLine=4,title=timeline-order::expected a later \
time%0Aswap the two
";
    assert_eq!(github(&[report("./docs/a.md", some())]), wanted);
    let stdin = CheckedReport { path: None, ..report("<stdin>", some()) };
    assert!(github(&[stdin]).starts_with("::error line=1,title=word-count::"));
}

#[test]
fn nothing_nasty_ends_a_command_or_begins_one() {
    let message = "100%0A of: it, \"all\"\r\n::error file=x::owned\u{1b}[31m";
    let name = "a:b,c%2C=d\n::stop-commands::x.md";
    let told = github(&[report(
        name,
        vec![finding("no-times", Severity::Warning, None, message, Some("50 %\nmore"))],
    )]);
    assert_eq!(told.lines().count(), 1, "{told}");
    let (command, properties, data) = taken_apart(told.trim_end());
    assert_eq!(command, "warning");
    assert_eq!(properties[0], ("file".to_string(), name.to_string()));
    assert_eq!(properties[2], ("title".to_string(), "no-times".to_string()));
    assert_eq!(data, message.replace('\u{1b}', " ") + "\n50 %\nmore");
}

#[test]
fn a_span_over_lines_ends_on_its_last_line() {
    let lines = finding(
        "no-times",
        Severity::Warning,
        Some("- 09:30 - Down.\n- 09:20 - Up.\n"),
        "both",
        None,
    );
    let told = github(&[report("a.md", vec![lines.clone()])]);
    assert!(told.contains("line=3,col=1,endLine=4,"), "{told}");
    let log: Value = serde_json::from_str(&sarif(&[report("a.md", vec![lines])])).expect("JSON");
    let region = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(
        *region,
        serde_json::json!({ "startLine": 3, "startColumn": 1, "endLine": 5, "endColumn": 1 })
    );
}

#[test]
fn what_github_leaves_out_is_told() {
    let many = |count| vec![finding("no-times", Severity::Warning, None, "one", None); count];
    assert_eq!(unshown(&[report("a.md", many(5)), report("b.md", many(5))]), None);
    let told = unshown(&[report("a.md", many(5)), report("b.md", many(6))]).expect("a word");
    assert!(told.contains("10 annotations") && told.contains("11 warnings"), "{told}");
}

#[test]
fn sarif_names_each_rule_once_and_each_place() {
    let log: Value =
        serde_json::from_str(&sarif(&[report("a.md", some()), report("b/c d.md", some())]))
            .expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let driver = &run["tool"]["driver"];
    assert_eq!(
        (&driver["name"], &driver["version"]),
        (&"postmirth".into(), &env!("CARGO_PKG_VERSION").into())
    );
    let ids: Vec<&str> = driver["rules"]
        .as_array()
        .expect("rules")
        .iter()
        .map(|rule| rule["id"].as_str().expect("an id"))
        .collect();
    assert_eq!(ids, ["timeline-order", "word-count", "zone-unknown"]);
    for rule in driver["rules"].as_array().expect("rules") {
        for text in ["shortDescription", "fullDescription", "help"] {
            assert!(rule[text]["text"].as_str().is_some_and(|text| !text.is_empty()), "{rule:#}");
        }
    }
    assert_eq!(driver["rules"][2]["defaultConfiguration"]["level"], "note");
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 6);
    for result in results {
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(result["ruleId"], ids[index]);
    }
    // What was denied is graver than its rule says.
    assert_eq!(
        (&results[0]["level"], &results[0]["message"]["text"]),
        (&"error".into(), &"expected 400 words, found 6\n394 more would do".into())
    );
    let place = |at: usize| &results[at]["locations"][0]["physicalLocation"];
    assert_eq!(place(0)["region"], serde_json::json!({ "startLine": 1 }));
    // The flame is one character, though it is two units of UTF-16 and four bytes.
    assert_eq!(
        place(1)["region"],
        serde_json::json!({ "startLine": 1, "startColumn": 8, "endLine": 1, "endColumn": 11 })
    );
    assert_eq!(place(3)["artifactLocation"]["uri"], "b/c%20d.md");
}

#[test]
fn sarif_without_findings_is_a_whole_log() {
    let log: Value = serde_json::from_str(&sarif(&[])).expect("JSON");
    assert_eq!(log["runs"][0]["results"], serde_json::json!([]));
}

fn uri(path: PathBuf) -> String {
    let report = CheckedReport { path: Some(path), ..report("a.md", some()) };
    let log: Value = serde_json::from_str(&sarif(&[report])).expect("JSON");
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        .as_str()
        .expect("a URI")
        .into()
}

#[test]
fn a_path_becomes_a_uri_that_means_that_path() {
    for (path, wanted) in [
        ("./docs/a.md", "docs/a.md"),
        ("../a.md", "../a.md"),
        ("a:b?c#d%20.md", "a%3Ab%3Fc%23d%2520.md"),
        ("na\u{ef}ve \"x\"\n.md", "na%C3%AFve%20%22x%22%0A.md"),
    ] {
        assert_eq!(uri(PathBuf::from(path)), wanted);
    }
}

#[cfg(unix)]
#[test]
fn a_name_that_is_not_utf_8_keeps_its_bytes_in_a_uri_and_breaks_nothing() {
    use std::os::unix::ffi::OsStringExt;
    let path = PathBuf::from(std::ffi::OsString::from_vec(b"r\xE9sum\xE9.md".to_vec()));
    assert_eq!(uri(path.clone()), "r%E9sum%E9.md");
    assert_eq!(uri(PathBuf::from("/srv/a b.md")), "file:///srv/a%20b.md");
    let report = CheckedReport { path: Some(path), ..report("a.md", some()) };
    assert!(github(&[report]).starts_with("::error file=r\u{FFFD}sum\u{FFFD}.md,line=1,"));
}
