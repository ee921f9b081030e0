//! A writer of one's own, through all three doors; and hostile ones, who cost nothing but their own
//! lines.
use crate::support::folder::Folder;
use crate::support::golden::project;
use crate::support::schema::faults;
use serde_json::{Value, json};
use std::io::Write;
use std::process::Stdio;

#[path = "../../../examples/writer.rs"]
#[allow(dead_code, unreachable_pub, missing_docs)]
mod example;

const GOOD: &str = "Sure, here they are:\n\n**1:** Cleanup Job Succeeds Beyond Its Remit\n**3:** \
    \"Success\" had been defined as deletion.\n**7:** The purge had finished what the cleanup had \
    begun.\n**17:** This assumes a channel of that kind.\n**18:** The archive is full again.\n\n\
    Shall I write more?\n";

pub(super) fn with_report(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.put("report.md", plain());
    folder
}

pub(super) fn plain() -> Vec<u8> {
    std::fs::read(project("tests/writer/thumbnails.md")).expect("a report")
}

/// A report told by a reply, which must be the plain one for whoever takes the lines out.
#[track_caller]
pub(super) fn told(folder: &Folder, reply: &[u8]) -> (String, String) {
    folder.put("reply.txt", reply);
    let (told, said) = folder.run(&["spice", "report.md", "--lines", "reply.txt"], 0);
    folder.put("told.md", &told);
    folder.run(&["plain", "told.md", "-o", "back.md"], 0);
    assert!(folder.read("back.md") == plain(), "does not come back:\n{told}");
    assert_eq!(facts(folder, "told.md"), facts(folder, "report.md"), "{told}");
    (told, said)
}

/// The facts of a report, its name, lines and title aside.
fn facts(folder: &Folder, name: &str) -> Value {
    fn bare(value: &mut Value) {
        match value {
            Value::Object(object) => {
                object.retain(|key, _| !matches!(key.as_str(), "line" | "file" | "title"));
                object.values_mut().for_each(bare);
            }
            Value::Array(items) => items.iter_mut().for_each(bare),
            _ => {}
        }
    }
    let (told, _) = folder.run(&["facts", "--json", name], 0);
    let mut facts = serde_json::from_str(&told).expect("JSON");
    bare(&mut facts);
    facts
}

#[test]
fn the_three_doors_lead_to_one_room() {
    let folder = with_report("writer-doors");
    let (through_file, said) = told(&folder, GOOD.as_bytes());
    assert_eq!(said, "");
    for line in [
        "# <!--fun-->Cleanup Job Succeeds Beyond Its Remit\n",
        "a new maximum.<!--fun--> *\"Success\" had been defined as deletion.*<!--/fun-->",
        "grey as well.<!--fun--> *The purge had finished what the cleanup had begun.*<!--/fun-->",
        "that is read.<!--fun--> *This assumes a channel of that kind.*<!--/fun-->",
        "*The archive is full again.*<!--/fun-->",
    ] {
        assert!(through_file.contains(line), "no {line} in:\n{through_file}");
    }
    assert_eq!(through_file.matches("<!--fun-->").count(), 6, "{through_file}");

    let mut child = folder
        .command(&["spice", "report.md", "--lines", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut stdin = child.stdin.take().expect("a stream");
    stdin.write_all(GOOD.as_bytes()).expect("a reader");
    drop(stdin);
    let out = child.wait_with_output().expect("an end");
    assert!(out.stdout == through_file.as_bytes(), "through standard input");

    let echo = if cfg!(windows) { "type reply.txt" } else { "cat reply.txt" };
    let (through_command, said) = folder.run(&["spice", "report.md", "--writer", echo], 0);
    assert_eq!((through_command, said), (through_file.clone(), String::new()));

    // Twice is once, and the file itself comes back, pictures and all.
    folder.run(&["spice", "told.md", "--lines", "reply.txt", "-o", "again.md", "--no-pictures"], 0);
    assert!(folder.read("again.md") == through_file.as_bytes());
    for _ in 0..2 {
        folder.run(&["spice", "report.md", "--lines", "reply.txt", "--in-place"], 0);
        let now = String::from_utf8(folder.read("report.md")).expect("UTF-8");
        assert_eq!(now.matches("Beyond Its Remit").count(), 1, "{now}");
        assert!(now.contains("images/report-told-incident.svg"), "{now}");
    }
    folder.run(&["plain", "report.md", "--in-place"], 0);
    assert!(folder.read("report.md") == plain());
}

#[test]
fn every_example_told_by_a_writer_comes_back() {
    let folder = Folder::new("writer-examples");
    for path in crate::support::golden::reports("examples") {
        let plain = std::fs::read(&path).expect("an example");
        folder.put("report.md", &plain);
        let before = facts(&folder, "report.md");
        let (brief, _) = folder.run(&["spice", "report.md", "--brief", "--json"], 0);
        let brief: Value = serde_json::from_str(&brief).expect("JSON");
        let slots = brief["slots"].as_array().expect("slots");
        let line = |slot: &Value| {
            let number = slot["slot"].as_u64().expect("a number");
            let own = "m".repeat(number as usize);
            format!("{number}: Taken at its word, h{own}: [so] ~ it $was$ & is | not_.\n")
        };
        let reply: String = slots.iter().map(line).collect();
        folder.put("reply.txt", reply);
        folder.run(
            &["spice", "report.md", "--lines", "reply.txt", "-o", "told.md", "--no-pictures"],
            0,
        );
        assert_eq!(facts(&folder, "told.md"), before, "{}", path.display());
        let told = folder.read("told.md");
        let any = String::from_utf8_lossy(&told).contains("<!--fun-->");
        assert_eq!(any, !slots.is_empty(), "{}", path.display());
        folder.run(&["plain", "told.md", "-o", "back.md"], 0);
        assert!(folder.read("back.md") == plain, "{}", path.display());
    }
}

#[cfg(unix)]
#[test]
fn a_report_that_bears_no_humour_is_not_shown_to_a_writer() {
    let folder = Folder::new("writer-off");
    let text = std::fs::read(project("examples/hospital-pager.md")).expect("an example");
    folder.put("report.md", &text);
    let args = ["spice", "report.md", "--writer", "touch ran; echo '1: Ha'"];
    let (now, said) = folder.run(&args, 0);
    assert!(now.as_bytes() == text && !folder.0.join("ran").exists(), "{said}");
    assert!(
        said.starts_with("note: report.md: off instead of wry: line ")
            && said.contains("<!-- postmirth: tone=wry --> in the report overrules it")
            && said.lines().count() == 1,
        "{said}"
    );
    let (brief, _) = folder.run(&["spice", "report.md", "--brief"], 0);
    assert!(brief.starts_with("There is nothing to write for report.md."), "{brief}");
    assert!(!brief.contains("slot 1"), "{brief}");
    let (brief, _) = folder.run(&["spice", "report.md", "--brief", "--json"], 0);
    let brief: Value = serde_json::from_str(&brief).expect("JSON");
    assert_eq!((&brief["tone"], &brief["slots"]), (&json!("off"), &json!([])));
}

#[test]
fn what_does_not_go_together_is_said() {
    let folder = with_report("writer-usage");
    folder.put("reply.txt", GOOD);
    for args in [
        &["--brief", "--in-place"][..],
        &["--brief", "--lines", "reply.txt"],
        &["--lines", "reply.txt", "--writer", "cat"],
        &["--fill"],
        &["--json"],
        &["--writer-timeout", "3"],
        &["--writer", "cat", "--writer-timeout", "0"],
        &["--cover"],
        &["report.md", "--brief"],
        &["-", "--lines", "-"],
    ] {
        folder.run(&[&["spice", "report.md"], args].concat(), 2);
    }
    folder.run(&["spice", "report.md", "--lines", "missing.txt"], 4);
    let (told, said) = folder.run(&["spice", "report.md", "--brief", "-o", "brief.txt"], 0);
    assert_eq!((told.as_str(), said.as_str()), ("wrote brief.txt\n", ""));
    // A slot has one number, whatever the tone in which the brief was asked for.
    folder.put("dry.txt", "2: As ever.\n20: nothing of the kind\n");
    let args = ["spice", "report.md", "--lines", "dry.txt", "--tone", "dry"];
    let (told, said) = folder.run(&args, 0);
    assert!(told.contains("every Tuesday.<!--fun--> *As ever.*"), "{told}");
    assert!(said.contains("line for slot 20 left out: no such slot was offered"), "{said}");
    let (explained, _) =
        folder.run(&["spice", "report.md", "--lines", "reply.txt", "--explain"], 0);
    assert!(
        explained.contains(
            "  Line 10, entry 2: \"\"Success\" had been defined as deletion.\" It is your \
                writer's. [writer]\n"
        ),
        "{explained}"
    );
}

fn schema(name: &str) -> Value {
    let text = std::fs::read_to_string(project(&format!("docs/{name}.schema.json")));
    serde_json::from_str(&text.expect("a schema")).expect("JSON")
}

#[test]
fn brief_and_reply_are_what_their_schemas_say() {
    let folder = Folder::new("writer-schema");
    let wanted = schema("brief");
    for path in crate::support::golden::reports("examples") {
        folder.put("report.md", std::fs::read(&path).expect("an example"));
        let args = ["spice", "report.md", "--brief", "--json", "--tone", "playful"];
        let brief: Value = serde_json::from_str(&folder.run(&args, 0).0).expect("JSON");
        assert_eq!(faults(&wanted, &brief), Vec::<String>::new(), "{}", path.display());
    }
    let wanted = schema("reply");
    let read = |reply: &Value| postmirth::spice::writer::reply(reply.to_string().as_bytes()).len();
    for reply in [
        json!({"lines": [{"slot": 7, "text": "So."}], "model": "x"}),
        json!([{"slot": 7, "text": "So."}, {"slot": 8, "text": null}]),
        json!({"7": "So.", "8": null}),
    ] {
        assert_eq!(faults(&wanted, &reply), Vec::<String>::new());
        assert_eq!(read(&reply), 1, "{reply}");
    }
    for reply in [json!("7: So."), json!({"lines": [{"slot": "x"}]}), json!(7)] {
        assert!(!faults(&wanted, &reply).is_empty(), "{reply}");
    }
}

#[test]
fn the_example_writer_finds_its_way() {
    let folder = Folder::new("writer-example");
    let text = std::fs::read(project("examples/over-midnight.md")).expect("an example");
    folder.put("report.md", text);
    let (brief, _) = folder.run(&["spice", "report.md", "--brief"], 0);
    let reply = example::answer(&brief);
    assert!(reply.lines().count() >= 2, "{reply}");
    folder.put("reply.txt", &reply);
    let (told, said) = folder.run(&["spice", "report.md", "--lines", "reply.txt"], 0);
    assert_eq!(said, "");
    assert_eq!(told.matches("<!--fun-->").count(), reply.lines().count(), "{told}");
}
