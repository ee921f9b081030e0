//! The pictures where they are read: presets, pictures inside the report, and everything in words.
use crate::support::folder::Folder;
use crate::support::golden::project;

pub(super) const REPORT: &str = "# Mail down\n\nOn 2024-04-18 mail was down for 90% of staff.\n\n## \
    Timeline\n\n- 09:30 SAST - The alert fired.\n- 09:40 SAST - Engineers look into the logs.\n- \
    10:30 SAST - Mail restored.\n\n## Action items\n\n- [x] Add an alert on the queue. @mail, due \
    2024-05-02\n- [ ] Test the restore. @ops, due 2024-06-01\n";

/// Width and height of a PNG, from its header.
fn size(png: &[u8]) -> (u32, u32) {
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

pub(super) fn with_report(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.put("mail.md", REPORT);
    folder
}

#[test]
fn the_main_job_draws_timeline_and_measures() {
    let folder = with_report("both-charts");
    let (told, complaints) = folder.run(&["mail.md"], 0);
    assert_eq!(
        folder.files(),
        [
            "mail-actions.png", "mail-actions.svg", "mail-incident.png", "mail-incident.svg",
            "mail.md"
        ]
    );
    assert!(
        told.contains("2 actions")
            && told.contains("wrote mail-actions.svg")
            && complaints.is_empty(),
        "{told}{complaints}"
    );
    // Into one file goes the timeline, unless another chart is asked for.
    folder.run(&["draw", "mail.md", "-o", "one.svg"], 0);
    assert!(folder.read("one.svg") == folder.read("mail-incident.svg"));
    folder.run(&["draw", "mail.md", "-o", "two.svg", "--chart", "actions"], 0);
    assert!(folder.read("two.svg") == folder.read("mail-actions.svg"));
    let (_, complaints) = folder.run(&["draw", "mail.md", "-o", "all.svg", "--chart", "all"], 2);
    assert!(
        complaints.contains("expected a folder for 3 kinds of picture, found the file all.svg"),
        "{complaints}"
    );
}

#[test]
fn a_report_without_measures_gets_a_message_not_an_empty_picture() {
    let folder = Folder::new("no-measures");
    folder.put("mail.md", REPORT.split("## Action items").next().expect("a part"));
    let (_, complaints) = folder.run(&["draw", "mail.md", "--chart", "actions"], 3);
    assert!(
        complaints.contains("error[no-measures]: expected corrective measures, found none"),
        "{complaints}"
    );
    assert_eq!(folder.files(), ["mail.md"]);
    let (told, _) = folder.run(&["mail.md"], 0);
    assert!(told.contains("no actions, so no picture of them"), "{told}");
    assert_eq!(folder.files(), ["mail-incident.png", "mail-incident.svg", "mail.md"]);
}

#[test]
fn without_times_the_measures_can_still_be_drawn() {
    let folder = Folder::new("untimed");
    folder.put(
        "mail.md",
        format!(
            "{}\n## Action items\n\n- Buy a bell.\n",
            include_str!("../../messages/no-times.md")
        ),
    );
    folder.run(&["mail.md"], 3);
    folder.run(&["draw", "mail.md", "--chart", "actions", "--format", "svg"], 0);
    assert_eq!(folder.files(), ["mail-actions.svg", "mail.md"]);
}

#[test]
fn today_says_what_is_overdue() {
    let folder = with_report("today");
    let told = |args: &[&str]| {
        folder.run(&[&["draw", "mail.md", "--chart", "actions", "-o", "x.svg"], args].concat(), 0);
        String::from_utf8(folder.read("x.svg")).expect("UTF-8")
    };
    assert!(!told(&[]).contains("overdue"));
    assert!(!told(&["--today", "2024-06-01"]).contains("overdue"));
    assert!(
        told(&["--today", "2024-06-02"])
            .contains("Test the restore (@ops, due 2024-06-01, overdue)")
    );
    let (_, complaints) = folder.run(&["draw", "mail.md", "--today", "soon"], 2);
    assert!(complaints.contains("expected a day such as 2026-05-04"), "{complaints}");
}

#[test]
fn for_github_come_pictures_and_the_lines_to_paste() {
    let folder = with_report("github");
    let (told, _) = folder.run(
        &["draw", "mail.md", "--for", "github", "--theme", "both", "-o", "docs/my pictures/"],
        0,
    );
    for file in
        ["mail-incident.svg", "mail-incident-dark.svg", "mail-actions.svg", "mail-actions-dark.svg"]
    {
        folder.read(&format!("docs/my pictures/{file}"));
    }
    assert!(!folder.0.join("docs/my pictures/mail-incident.png").exists());
    for line in [
        "next: commit the pictures and paste these lines",
        "<picture>",
        "  <source media=\"(prefers-color-scheme: dark)\" \
            srcset=\"docs/my%20pictures/mail-incident-dark.svg\">",
        "  <img src=\"docs/my%20pictures/mail-incident.svg\" alt=\"Timeline chart of “Mail down”, \
            18 April 2024: 3 events",
        "  <img src=\"docs/my%20pictures/mail-actions.svg\" alt=\"Chart of 2 action items after \
            “Mail down”: 1 to detect, 1 to respond",
    ] {
        assert!(told.lines().any(|told| told.starts_with(line)), "no \"{line}\" in:\n{told}");
    }
    let (told, _) = folder.run(&["draw", "mail.md", "--for", "github"], 0);
    assert!(!told.contains("dark"), "{told}");
}

#[test]
fn for_medium_come_wide_pictures_their_words_and_a_page() {
    let folder = with_report("medium");
    let (told, _) = folder.run(&["draw", "mail.md", "--for", "medium", "-o", "article"], 0);
    let files: Vec<String> = Folder(folder.0.join("article")).files();
    folder.put("mail.md", REPORT);
    folder.run(&["draw", "mail.md", "--for", "medium", "-o", "article"], 0);
    assert_eq!(
        files,
        [
            "mail-actions.alt.txt", "mail-actions.png", "mail-cover.alt.txt", "mail-cover.png",
            "mail-incident.alt.txt", "mail-incident.png", "mail-medium.html"
        ]
    );
    assert_eq!(size(&folder.read("article/mail-cover.png")), (1400, 788));
    for chart in ["incident", "actions"] {
        assert_eq!(size(&folder.read(&format!("article/mail-{chart}.png"))).0, 1400);
    }
    let alt = String::from_utf8(folder.read("article/mail-incident.alt.txt")).expect("UTF-8");
    assert!(alt.starts_with("Timeline chart of “Mail down”") && alt.lines().count() == 1, "{alt}");
    let page = String::from_utf8(folder.read("article/mail-medium.html")).expect("UTF-8");
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("no \"{text}\" in {page}"));
    let order = [
        at("<h1>"),
        at("[ Upload here: mail-cover.png ]"),
        at("Timeline</h"),
        at("Mail restored."),
        at("[ Upload here: mail-incident.png ]"),
        at("Action items</h"),
        at("☐ Test the restore"),
        at("[ Upload here: mail-actions.png ]"),
    ];
    assert!(order.is_sorted(), "{order:?}");
    assert!(told.contains("next: open article/mail-medium.html in a browser"), "{told}");
    let (_, complaints) = folder.run(&["draw", "mail.md", "--for", "medium", "--format", "svg"], 2);
    assert!(complaints.contains("expected --format png for Medium"), "{complaints}");
    let (_, complaints) = folder.run(&["draw", "mail.md", "--for", "medium", "-o", "one.png"], 2);
    assert!(complaints.contains("expected a folder"), "{complaints}");
}

#[test]
fn for_a_link_comes_the_cover() {
    let folder = with_report("social");
    let (told, _) = folder.run(&["draw", "mail.md", "--for", "social"], 0);
    assert_eq!(folder.files(), ["mail-cover.png", "mail.md"]);
    let png = folder.read("mail-cover.png");
    assert!(size(&png) == (1200, 630) && png.len() < 1_000_000);
    assert!(told.contains("<meta property=\"og:image\" content=\"mail-cover.png\">"), "{told}");
    assert!(told.contains("<meta property=\"og:image:alt\" content=\"Cover picture"), "{told}");
}

#[test]
fn mermaid_is_one_more_format() {
    let folder = with_report("mermaid");
    folder.run(&["draw", "mail.md", "--format", "mermaid"], 0);
    assert_eq!(folder.files(), ["mail-incident.mmd", "mail.md"]);
    let text = String::from_utf8(folder.read("mail-incident.mmd")).expect("UTF-8");
    assert!(text.lines().any(|line| line.trim() == "gantt"), "{text}");
    folder.run(&["draw", "mail.md", "-o", "chart.mmd"], 0);
    assert_eq!(folder.read("chart.mmd"), folder.read("mail-incident.mmd"));
    let (_, complaints) =
        folder.run(&["draw", "mail.md", "--chart", "actions", "--format", "mermaid"], 2);
    assert!(complaints.contains("expected --chart incident for a Mermaid diagram"), "{complaints}");
}

/// A report with its pictures, and the folder that it lies in.
#[track_caller]
pub(super) fn embedded(folder: &Folder, args: &[&str]) -> String {
    folder.run(&[&["embed", "docs/mail.md"], args].concat(), 0);
    String::from_utf8(folder.read("docs/mail.md")).expect("UTF-8")
}

#[test]
fn facts_alt_tells_every_picture_in_words() {
    let folder = with_report("alt");
    let (told, _) = folder.run(&["facts", "--alt", "mail.md"], 0);
    for part in [
        "incident, alt text:\nTimeline chart of “Mail down”, 18 April 2024: 3 events. 90% of staff \
            affected.",
        "incident, description:\nEntries from 18 April 2024 09:30",
        "09:40, investigation: Engineers look into the logs.",
        "actions, alt text:\nChart of 2 action items after “Mail down”: 1 to detect, 1 to \
            respond, the last due on 1 June 2024; 1 done.",
        "Detect: Add an alert on the queue (@mail, due 2024-05-02, done).",
        "cover, alt text:\nCover picture with a drawing of a server. Mail down: Thursday 18 April \
            2024",
    ] {
        assert!(told.contains(part), "no \"{part}\" in:\n{told}");
    }
    folder.put("advice.md", "# Ten tips\n\nKeep a clear head.\n");
    folder.run(&["facts", "--alt", "advice.md"], 3);
}

#[test]
fn words_never_hold_a_title_that_was_put_in_place_of_the_reports() {
    let folder = with_report("joke");
    let (told, _) = folder
        .run(&["draw", "mail.md", "--for", "github", "--title", "The Post Will Not Be Round"], 0);
    assert!(
        told.contains("“Mail down”") && !told.contains("alt=\"Timeline chart of “The Post"),
        "{told}"
    );
    folder.put("docs/mail.md", REPORT);
    let text = embedded(&folder, &["--title", "The Post Will Not Be Round"]);
    // But for the marker, which keeps the option and is never shown.
    let mut shown = text.lines().filter(|line| !line.starts_with("<!-- postmirth:"));
    assert!(shown.all(|line| !line.contains("Round")), "{text}");
}

#[test]
fn the_examples_covers_are_small_and_straight_faced_where_they_must_be() {
    let folder = Folder::new("covers");
    for name in ["security", "hospital-pager", "table"] {
        folder.put(
            &format!("{name}.md"),
            std::fs::read(project(&format!("examples/{name}.md"))).expect("an example"),
        );
        folder.run(&["draw", &format!("{name}.md"), "--chart", "cover", "--format", "svg"], 0);
    }
    let drawing =
        |name: &str| String::from_utf8(folder.read(&format!("{name}-cover.svg"))).expect("UTF-8");
    for grave in ["security", "hospital-pager"] {
        assert!(
            drawing(grave).contains("A drawing of a server.</desc>"),
            "{grave}: {}",
            &drawing(grave)[..600]
        );
    }
    assert!(!drawing("table").contains("A drawing of a server.</desc>"));
}
