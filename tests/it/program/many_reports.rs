//! Many reports at once, and what cannot be drawn.

use super::draw::REPORT;
use crate::support::folder::Folder;

#[test]
fn many_reports_and_a_bad_one_among_them() {
    let folder = Folder::new("many");
    let names: Vec<String> = (0..12).map(|number| format!("team/report-{number}.md")).collect();
    for name in &names {
        folder.put(name, REPORT);
    }
    folder.put(
        "team/advice.md",
        "How to write a postmortem: write a summary, then a timeline, then the root cause.\n",
    );
    let mut args: Vec<&str> = names.iter().map(String::as_str).collect();
    args.insert(3, "team/advice.md");
    args.insert(7, "team/missing.md");
    let (told, complaints) = folder.run(&args, 4);
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines.len(), 12, "{told}");
    assert!(
        lines.iter().enumerate().all(|(at, line)| line
            .starts_with(&format!("team/report-{at}.md: wrote report-{at}-incident.svg"))),
        "{told}"
    );
    assert!(
        complaints.contains("error[not-a-postmortem]")
            && complaints.contains("cannot read team/missing.md"),
        "{complaints}"
    );
    assert_eq!(folder.files().len(), 25);
    let first = folder.read("report-0-incident.png");
    assert!((1..12).all(|number| folder.read(&format!("report-{number}-incident.png")) == first));
    let (_, complaints) =
        folder.run(&["draw", "team/report-1.md", "team/report-2.md", "-o", "one.svg"], 2);
    assert!(
        complaints
            .contains("expected a folder for the pictures of 2 reports, found the file one.svg"),
        "{complaints}"
    );
}

#[test]
fn reports_of_one_name_do_not_overwrite_each_other() {
    let folder = Folder::new("names");
    for name in ["a/README.md", "b/README.md", "c.md"] {
        folder.put(name, REPORT);
    }
    folder.run(&["draw", "--format", "svg", "a/README.md", "b/README.md", "c.md", "c.md"], 0);
    let svgs: Vec<String> =
        folder.files().into_iter().filter(|name| name.ends_with(".svg")).collect();
    assert_eq!(
        svgs,
        ["a-README-incident.svg", "b-README-incident.svg", "c-2-incident.svg", "c-incident.svg"]
    );
}

#[test]
fn nothing_to_draw_says_why() {
    let folder = Folder::new("nothing");
    folder.put("advice.md", "# Ten tips\n\nKeep a clear head.\n");
    folder.put("untimed.md", include_str!("../../messages/no-times.md"));
    let (_, complaints) = folder.run(&["advice.md"], 3);
    assert!(complaints.contains("error[not-a-postmortem]: expected"), "{complaints}");
    let (_, complaints) = folder.run(&["untimed.md"], 3);
    assert!(
        complaints.contains("[no-times]: expected times in this timeline, found none"),
        "{complaints}"
    );
    assert_eq!(folder.files(), ["advice.md", "untimed.md"]);
}

#[test]
fn a_file_that_cannot_be_written_leaves_nothing_behind() {
    let folder = Folder::new("unwritable");
    folder.put("mail.md", REPORT);
    // A folder stands where the picture should go.
    folder.put("pictures/mail-incident.png/in-the-way", "");
    let (_, complaints) = folder.run(&["draw", "mail.md", "-o", "pictures/"], 4);
    assert!(
        complaints.contains("error: cannot write") && complaints.contains("mail-incident.png"),
        "{complaints}"
    );
    let left = Folder(folder.0.join("pictures")).files();
    assert!(left.iter().all(|name| !name.contains("part")), "{left:?}");
}

#[test]
fn a_picture_of_too_many_pixels_is_refused_with_the_way_out() {
    let folder = Folder::new("pixels");
    folder.put("mail.md", REPORT);
    let (_, complaints) =
        folder.run(&["draw", "mail.md", "--width", "10000", "--scale", "16", "-o", "x.png"], 2);
    assert!(
        complaints.contains("at most 64 megapixels, found 160000 ×")
            && complaints.contains("--scale 1 makes it smaller"),
        "{complaints}"
    );
    assert_eq!(folder.files(), ["mail.md"]);
}
