//! `postmirth spice` and `plain` as somebody at a terminal meets them.
use crate::support::folder::Folder;
use crate::support::golden;
use serde_json::Value;

fn example(name: &str) -> Vec<u8> {
    std::fs::read(golden::project(&format!("examples/{name}.md"))).expect("an example")
}

fn with_examples(name: &str) -> Folder {
    let folder = Folder::new(name);
    for path in golden::reports("examples") {
        folder
            .put(&format!("{}.md", golden::stem(&path)), std::fs::read(&path).expect("an example"));
    }
    folder
}

/// The facts of a report, lines, title and tone aside.
fn facts(folder: &Folder, name: &str) -> Value {
    let (told, _) = folder.run(&["facts", "--json", name], 0);
    let mut facts: Value = serde_json::from_str(&told).expect("JSON");
    for key in ["file", "title", "diagnostics"] {
        facts[key] = Value::Null;
    }
    for list in ["events", "actions", "notes"] {
        facts[list]
            .as_array_mut()
            .expect("a list")
            .iter_mut()
            .for_each(|entry| entry["line"] = Value::Null);
    }
    if let Some(because) = facts["tone"]["because"].as_array_mut() {
        because.iter_mut().for_each(|because| because["line"] = Value::Null);
    }
    facts
}

#[test]
fn every_example_in_every_tone_comes_back_byte_for_byte_with_the_same_facts() {
    let folder = with_examples("spice-examples");
    for path in golden::reports("examples") {
        let name = format!("{}.md", golden::stem(&path));
        let plain = std::fs::read(&path).expect("an example");
        let before = facts(&folder, &name);
        for tone in ["off", "dry", "wry", "playful"] {
            folder.run(&["spice", &name, "--tone", tone, "-o", "told/out.md"], 0);
            let told = folder.read("told/out.md");
            let (back, _) = folder.run(&["plain", "told/out.md", "-o", "told/back.md"], 0);
            assert_eq!(back, "");
            assert!(folder.read("told/back.md") == plain, "{name} in {tone} does not come back");
            assert_eq!(facts(&folder, "told/out.md"), before, "{name} in {tone}");
            // Every line of the report is still there, in order.
            let told = String::from_utf8(told).expect("UTF-8");
            let cut = |text: &str| {
                let mut out = String::new();
                let mut rest = text;
                while let Some((lead, tail)) = rest.split_once("<!--fun-->") {
                    out.push_str(lead);
                    rest = tail.split_once("<!--/fun-->").expect("an end").1;
                }
                out + rest
            };
            assert!(cut(&told).as_bytes() == plain, "{name} in {tone}");
        }
    }
}

#[test]
fn a_told_report_is_told_from_the_plain_one_again() {
    let folder = with_examples("spice-again");
    let told = |args: &[&str]| {
        folder.run(&[&["spice", "bullets-24h.md", "--no-pictures"], args].concat(), 0).0
    };
    folder.put("once.md", told(&[]));
    let again = folder.run(&["spice", "once.md", "--no-pictures"], 0).0;
    assert_eq!(again, told(&[]), "twice is once");
    assert_ne!(told(&["--seed", "1"]), told(&["--seed", "2"]));
    assert_eq!(told(&["--seed", "1"]), told(&["--seed", "1"]));
}

#[test]
fn in_place_and_back() {
    let folder = with_examples("spice-in-place");
    folder.run(&["spice", "bullets-24h.md", "--in-place", "--cover"], 0);
    let told = String::from_utf8(folder.read("bullets-24h.md")).expect("UTF-8");
    for part in [
        "(images/bullets-24h-told-incident.svg)",
        "(images/bullets-24h-told-actions.svg)",
        "(images/bullets-24h-told-cover.svg)",
    ] {
        assert_eq!(told.matches(part).count(), 1, "{part} in:\n{told}");
    }
    assert_eq!(Folder(folder.0.join("images")).files().len(), 3);
    let (title, rest) = told.split_once("<!--/fun-->").expect("a title");
    assert!(
        title.starts_with("# <!--fun-->")
            && rest.contains("Ribbok Tickets runs out of database connections"),
        "{told}"
    );
    folder.run(&["plain", "bullets-24h.md", "--in-place"], 0);
    assert!(folder.read("bullets-24h.md") == example("bullets-24h"));
}

#[test]
fn pictures_and_humour_come_out_of_html_again() {
    let folder = Folder::new("spice-html");
    let report = "# Ferry tickets sold out twice\n\n## Timeline\n<img src=\"ferry.gif\">\n- 09:00 \
        UTC - An alert fired and paged the on-call engineer.\n- 09:20 UTC - Users reported that \
        the shop was slow.\n- 09:40 UTC - The cache was restarted, and the shop was fully \
        restored.\n  \n## Action items\n\n- Write a runbook for the cache.\n";
    folder.put("report.md", report);
    let lines = "3: The cache had slept well.\n4: It is called Forty Winks.";
    folder.put("lines.txt", lines);
    let args = ["spice", "report.md", "--lines", "lines.txt", "-o", "told.md"];
    folder.run(&args, 0);
    let told = String::from_utf8(folder.read("told.md")).expect("UTF-8");
    assert!(
        told.contains("images/report-told-incident.svg") && told.contains("<!--fun-->"),
        "{told}"
    );
    assert_eq!(folder.run(&["plain", "told.md"], 0).0, report);
}

#[test]
fn the_joke_is_on_the_picture_and_never_read_out() {
    let folder = with_examples("spice-pictures");
    folder.run(&["spice", "bullets-24h.md", "-o", "told.md", "--cover", "--text", "live"], 0);
    let told = String::from_utf8(folder.read("told.md")).expect("UTF-8");
    let joke = told
        .split_once("<!--fun-->")
        .and_then(|(_, rest)| rest.lines().next())
        .expect("a title")
        .to_string();
    for chart in ["incident", "actions", "cover"] {
        let svg = String::from_utf8(folder.read(&format!("images/bullets-24h-told-{chart}.svg")))
            .expect("UTF-8");
        let (head, drawn) = svg.split_once("</desc>").expect("a description");
        assert!(!head.contains(&joke), "{chart} reads out \"{joke}\"");
        // A long title is broken over lines.
        let first = joke.split_whitespace().next().expect("a word");
        assert!(drawn.contains(first), "{chart} does not show \"{joke}\"");
    }
    assert!(told.contains("![Timeline chart of “Ribbok Tickets"), "{told}");
}

#[test]
fn the_guard_holds_and_says_why() {
    let folder = with_examples("spice-guard");
    for name in ["security", "hospital-pager"] {
        let file = format!("{name}.md");
        let (told, complaints) =
            folder.run(&["spice", &file, "--no-pictures", "--tone", "playful"], 0);
        assert!(told.as_bytes() == example(name), "{name} got a quip");
        assert!(
            complaints.starts_with(&format!("note: {file}: off instead of playful: line ")),
            "{complaints}"
        );
        let (told, _) = folder.run(&["spice", &file, "--explain"], 0);
        assert!(told.starts_with(&format!("{file} bears at most off.\n  Line ")), "{told}");
    }
    let (told, _) = folder.run(&["spice", "table.md", "--explain"], 0);
    assert!(
        told.contains("at most playful") && told.contains("told in wry") && told.contains("cache"),
        "{told}"
    );
    // Only an author's own word overrides it.
    let text = String::from_utf8(example("hospital-pager")).expect("UTF-8");
    folder.put("own.md", format!("{text}\n<!-- postmirth: tone=dry -->\n"));
    let (told, _) = folder.run(&["spice", "own.md", "--no-pictures"], 0);
    assert!(told.contains("<!--fun-->"), "{told}");
}

#[test]
fn a_report_that_no_built_in_line_fits_is_said_to_stay_as_it_is() {
    let folder = Folder::new("spice-unmoved");
    let text = std::fs::read(golden::project("tests/writer/invoices.md")).expect("a report");
    folder.put("report.md", &text);
    let (told, said) = folder.run(&["spice", "report.md", "--tone", "dry"], 0);
    assert_eq!(told.as_bytes(), text);
    assert_eq!(
        said,
        "note: report.md: nothing is added, since no built-in line in the tone \"dry\" plays on \
            anything that it says; --brief and --writer ask a writer of your own\n"
    );
}

#[test]
fn standard_output_has_no_pictures_and_the_authors_signs_stand_alone() {
    let folder = with_examples("spice-streams");
    let before = folder.files();
    let (told, _) = folder.run(&["spice", "table.md", "--tone", "playful"], 0);
    assert!(told.contains("<!--fun-->") && !told.contains("images/"), "{told}");
    assert_eq!(folder.files(), before);
    let plain = "# Shop down\n\n## Timeline\n\n- 09:00 UTC - 🔥 The shop went down after a deploy.\n- \
        09:10 UTC - An alert fired and paged the on-call engineer.\n- 09:30 UTC - The deploy was \
        rolled back and the shop was back. ✅\n";
    folder.put("signs.md", plain);
    let (told, _) = folder.run(&["spice", "signs.md", "--tone", "playful"], 0);
    let sign = |line: &&str| line.contains("<!--fun--> ⚡") || line.contains("<!--fun--> ✅");
    assert_eq!(told.lines().find(sign), None, "{told}");
    assert!(told.contains("engineer.<!--fun--> 🚨"), "{told}");
}

#[test]
fn marks_words_and_quips_of_ones_own() {
    let folder = with_examples("spice-options");
    let (told, _) = folder.run(&["spice", "table.md", "--no-pictures", "--no-marks"], 0);
    assert!(!told.contains("<!--"), "{told}");
    folder.put(
        "mine/cache.toml",
        "[[title]]\nid = \"cache-mine\"\nculprit = [\"cache\", \"memory\", \"disk\"]\n\
            words = [\"tile*\", \"cache*\"]\ntext = \"The Tiles Were Elsewhere for {duration}\"\nsign_off = \"The \
            tiles are here.\"\n",
    );
    let found = (0..60).any(|seed| {
        let args =
            ["spice", "table.md", "--no-pictures", "--quips", "mine", "--seed", &seed.to_string()];
        folder.run(&args, 0).0.contains("The Tiles Were Elsewhere")
    });
    assert!(found, "a quip of one's own is never dealt");
    folder.put(
        "broken.md",
        "# Late\n\n## Timeline\n\n- 09:00 UTC - Dark.<!--fun--> *Very.*\n- 10:00 UTC - Light.\n",
    );
    let (_, complaints) = folder.run(&["plain", "broken.md"], 4);
    assert!(
        complaints.contains("error[markers-broken]") && complaints.contains("broken.md:5:"),
        "{complaints}"
    );
    for wrong in [
        &["spice", "table.md", "security.md"][..],
        &["spice", "-", "--in-place"],
        &["spice", "table.md", "--words", "many"],
        &["spice", "table.md", "--tone", "loud"],
    ] {
        folder.run(wrong, 2);
    }
    folder.run(&["spice", "missing.md"], 4);
}

#[test]
fn embed_and_spice_leave_each_others_work_alone() {
    let folder = with_examples("spice-embed");
    let text = |name: &str| String::from_utf8(folder.read(name)).expect("UTF-8");
    let back = |name: &str, wanted: &[u8], walk: &str| {
        folder.run(&["plain", name, "-o", "back.md"], 0);
        assert!(
            folder.read("back.md") == wanted,
            "{walk} does not come back:\n{}",
            text("back.md")
        );
    };
    for name in ["bullets-24h", "table", "checkboxes", "html-and-emoji", "bare-lines-12h"] {
        let file = format!("{name}.md");
        let plain = example(name);
        folder.run(&["spice", &file, "--in-place"], 0);
        let told = text(&file);
        folder.run(&["spice", &file, "--in-place"], 0);
        assert_eq!(text(&file), told, "told twice is told once");
        folder.run(&["embed", &file], 0);
        let embedded = text(&file);
        assert!(embedded.contains(&format!("images/{name}-incident.svg")), "{embedded}");
        assert!(!embedded.contains("-told-incident"), "{embedded}");
        folder.run(&["embed", &file, "--check"], 0);
        back(&file, &plain, "spice, embed");
        folder.run(&["spice", &file, "--in-place"], 0);
        assert_eq!(text(&file), told, "spice puts its own pictures back");
        folder.run(&["embed", &file, "--remove"], 0);
        assert!(!text(&file).contains("postmirth:"), "{}", text(&file));
        back(&file, &plain, "spice, embed --remove");
        folder.put(&file, &plain);
        folder.run(&["embed", &file], 0);
        let pictured = folder.read(&file);
        folder.run(&["spice", &file, "--in-place"], 0);
        assert!(text(&file).contains("<!--fun-->"), "{}", text(&file));
        back(&file, &pictured, "embed, spice");
    }
}

/// How many words a reader sees: no marks, no signs of Markdown.
pub(super) fn words(told: &str) -> usize {
    let text = told.replace("<!--fun-->", "").replace("<!--/fun-->", "");
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[test]
fn for_medium_comes_a_page_with_the_humour_in_it() {
    let folder = with_examples("spice-medium");
    folder.run(&["spice", "bullets-24h.md", "--for", "medium", "-o", "article"], 0);
    let page = String::from_utf8(folder.read("article/bullets-24h-medium.html")).expect("UTF-8");
    let (told, _) = folder.run(&["spice", "bullets-24h.md", "--no-pictures"], 0);
    let joke =
        told.split_once("<!--fun-->").and_then(|(_, rest)| rest.lines().next()).expect("a title");
    assert!(
        page.contains(&format!("<h1>{joke}</h1>")),
        "no \"{joke}\" as the title of:\n{}",
        &page[..2000.min(page.len())]
    );
    assert!(folder.0.join("article/images/bullets-24h-told-cover.png").exists());
}
