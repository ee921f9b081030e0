//! What the page is answered is what the program says.

use crate::support::folder::Folder;
use crate::support::golden;
use serde_json::{Value, json};

/// A report with one letter of each width that UTF-8 has, and both ends of lines.
const REPORT: &str = "# Büro 📦 down\r\n\r\n## Timeline\r\n\r\n- 09:30 UTC - Alert 🚨 fired for \
    the 📦 store.\r\n- 10:05 UTC - Rolled back, and the incident was resolved.\r\n\r\n## Action \
    items\r\n\r\n- [ ] Alert on a full disk (Ana, due 2025-03-01)\r\n";

fn ask(question: Value) -> Value {
    serde_json::from_str(&postmirth::page::answer(&question.to_string())).expect("JSON")
}

#[test]
fn pictures_are_those_of_the_program() {
    let folder = Folder::new("page-pictures");
    for (chart, layout, style, theme) in [
        ("incident", "gantt", "paper", "light"),
        ("incident", "lanes", "sketch", "dark"),
        ("incident", "strip", "terminal", "light"),
        ("actions", "gantt", "contrast", "light"),
        ("cover", "gantt", "blueprint", "dark"),
    ] {
        folder.put("report.md", REPORT);
        let look = ["--layout", layout, "--style", style, "--theme", theme];
        let args = ["draw", "report.md", "-o", "out.svg", "--chart", chart];
        folder.run(&[&args[..], &look].concat(), 0);
        let told = ask(json!({
            "report": REPORT, "name": "report.md", "ask": ["picture"],
            "look": { "chart": chart, "layout": layout, "style": style, "theme": theme },
        }));
        let drawn = folder.read("out.svg");
        assert_eq!(told["picture"]["svg"], String::from_utf8_lossy(&drawn).as_ref());
        assert_eq!(told["picture"]["file"], format!("report-{chart}.svg"));
    }
}

#[test]
fn facts_stand_at_their_words() {
    let told = ask(json!({ "report": REPORT, "ask": ["facts", "findings", "told"] }));
    assert_eq!(told["facts"]["title"], "Büro 📦 down");
    // The words are those that the check counts.
    let findings = told["findings"].as_array().expect("findings").iter();
    let mut counted = findings.filter(|finding| finding["code"] == "word-count");
    let message = counted.next().expect("a short report")["message"].as_str();
    let found = format!("found {}", told["words"]);
    assert!(message.is_some_and(|message| message.ends_with(&found)));
    // A text field ends its lines with one letter, and counts a wide one as two.
    let shown: Vec<u16> = REPORT.replace("\r\n", "\n").encode_utf16().collect();
    let words = |spot: &Value| {
        let at = |end: usize| spot[end].as_u64().expect("a number") as usize;
        String::from_utf16_lossy(&shown[at(0)..at(1)])
    };
    let spots = &told["spots"];
    assert!(words(&spots["events"][0]).ends_with("Alert 🚨 fired for the 📦 store."));
    assert!(words(&spots["events"][1]).contains("10:05 UTC - Rolled back"));
    assert!(words(&spots["actions"][0]).contains("Alert on a full disk"));
}

#[test]
fn letters_that_were_put_right_are_shown_by_line() {
    let broken = "# CafÃ© down\n\n## Timeline\n\n- 09:30 - The cafÃ© alert fired, naÃ¯vely.\n\
        - 10:05 - The cafÃ© was resolved.\n";
    let told = ask(json!({ "report": broken, "ask": ["facts"] }));
    assert_eq!(told["facts"]["title"], "Café down");
    let spot = &told["spots"]["events"][1];
    let shown: Vec<u16> = broken.encode_utf16().collect();
    let from = spot[0].as_u64().expect("a number") as usize;
    assert!(String::from_utf16_lossy(&shown[from..]).starts_with("- 10:05"));
}

#[test]
fn a_told_report_is_that_of_spice() {
    let folder = Folder::new("page-told");
    for path in golden::reports("examples").iter().take(4) {
        let text = std::fs::read_to_string(path).expect("a report");
        folder.put("report.md", &text);
        let (told, _) = folder.run(&["spice", "report.md", "--no-pictures", "--seed", "7"], 0);
        let answer =
            ask(json!({ "report": text, "name": "report.md", "ask": ["told"], "seed": 7 }));
        assert_eq!(answer["told"]["markdown"]["text"], told);
        // What was told once is not told twice.
        let again = ask(json!({ "report": told, "ask": ["told"], "seed": 7 }));
        assert_eq!(again["told"]["markdown"]["text"], told);
    }
}

#[test]
fn a_roll_of_the_dice_tells_it_differently() {
    let mut rolled = 0;
    for path in golden::reports("examples") {
        let text = std::fs::read_to_string(&path).expect("a report");
        let telling = |question: Value| {
            let answer = ask(question);
            let told = &answer["told"];
            let only = answer["only_telling"] == true;
            (told["markdown"]["text"].clone(), told["seed"].clone(), only)
        };
        let (first, ..) = telling(json!({ "report": text, "ask": ["told"] }));
        let (second, seed, only) =
            telling(json!({ "report": text, "ask": ["told"], "roll": true }));
        assert_eq!(first == second, only, "{}", path.display());
        if only {
            continue;
        }
        rolled += 1;
        // The seed tells the same again, and from it the dice roll on.
        let (again, ..) = telling(json!({ "report": text, "ask": ["told"], "seed": seed }));
        assert_eq!(again, second, "{}", path.display());
        let (third, ..) =
            telling(json!({ "report": text, "ask": ["told"], "seed": seed, "roll": true }));
        assert_ne!(third, second, "{}", path.display());
    }
    assert!(rolled > 4, "only {rolled} examples have a second telling");
}

#[test]
fn what_cannot_be_drawn_says_why() {
    let told = ask(json!({ "report": "Buy milk and bread.", "ask": ["picture", "told"] }));
    assert!(told["picture"].is_null() && told["told"].is_null());
    assert!(told["undrawn"][0]["message"].is_string(), "{told}");
}

#[test]
fn a_question_that_is_none_is_answered() {
    for question in
        ["", "{", r#"{"ask":["cake"]}"#, r#"{"look":{"style":"../x"},"ask":["picture"]}"#]
    {
        let told: Value = serde_json::from_str(&postmirth::page::answer(question)).expect("JSON");
        assert!(told["error"].is_string(), "{question}: {told}");
    }
}

#[test]
fn files_to_take_away_are_whole() {
    let told = ask(json!({
        "report": REPORT, "name": "store.md", "ask": ["snippet", "mermaid", "article", "choices"],
    }));
    let snippet = told["snippet"]["text"].as_str().expect("lines");
    let files: Vec<&str> = told["files"]
        .as_array()
        .expect("files")
        .iter()
        .filter_map(|file| file["file"].as_str())
        .collect();
    assert_eq!(files.len(), 4);
    assert!(files.iter().all(|file| snippet.contains(file)), "{snippet}");
    assert!(told["mermaid"]["text"].as_str().expect("a chart").contains("gantt"));
    let article = told["article"]["text"].as_str().expect("a page");
    assert!(article.contains("store-cover.png") && article.contains("store-actions.png"));
    assert_eq!(told["choices"]["styles"].as_array().expect("styles").len(), 5);
}

#[test]
fn lines_of_ones_own_are_held_to_the_report() {
    let brief = ask(json!({ "report": REPORT, "name": "store.md", "ask": ["brief"] }));
    assert_eq!(brief["brief"]["file"], "store-brief.md");
    let text = brief["brief"]["text"].as_str().expect("a brief");
    assert!(text.contains("SLOT 1"), "{text}");
    // A title that says nothing new passes; figures that the report does not have do not.
    let lines = "1: The Store Was Full of Itself\n2: It lost 4,812 boxes and 77 % of its users.";
    let told = ask(json!({ "report": REPORT, "ask": ["told"], "lines": lines, "tone": "wry" }));
    let told = &told["told"];
    let markdown = told["markdown"]["text"].as_str().expect("a report");
    assert!(markdown.contains("The Store Was Full of Itself"), "{markdown}");
    assert!(!markdown.contains("4,812"), "{markdown}");
    assert_eq!(told["refused"][0]["slot"], 2);
    assert!(told["refused"][0]["why"].is_string());
}
