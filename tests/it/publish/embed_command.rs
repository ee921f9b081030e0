//! `embed` at the terminal.

use super::snippets::{REPORT, embedded, with_report};
use crate::support::folder::Folder;

#[test]
fn embed_puts_the_pictures_below_timeline_and_measures_and_keeps_all_else() {
    let folder = Folder::new("embed");
    folder.put("docs/mail.md", REPORT);
    let text = embedded(&folder, &[]);
    assert_eq!(
        Folder(folder.0.join("docs/images")).files(),
        ["mail-actions.svg", "mail-incident.svg"]
    );
    folder.put("docs/mail.md", &text);
    let at = |part: &str| text.find(part).unwrap_or_else(|| panic!("no \"{part}\" in {text}"));
    let order = [
        at("Mail restored."),
        at("<!-- postmirth:incident -->"),
        at("](images/mail-incident.svg)"),
        at("<details>"),
        at("<!-- /postmirth -->"),
        at("## Action items"),
        at("Test the restore"),
        at("<!-- postmirth:actions -->"),
        at("](images/mail-actions.svg)"),
    ];
    assert!(order.is_sorted(), "{order:?}\n{text}");
    // A second run changes nothing, not even the time of a file.
    let (told, _) = folder.run(&["embed", "docs/mail.md"], 0);
    assert_eq!(
        told, "wrote docs/images/mail-incident.svg\nwrote docs/images/mail-actions.svg\n",
        "the folder was new"
    );
    let (told, _) = folder.run(&["embed", "docs/mail.md"], 0);
    assert_eq!(told, "docs/mail.md is current\n");
    folder.run(&["embed", "--remove", "docs/mail.md"], 0);
    assert_eq!(folder.read("docs/mail.md"), REPORT.as_bytes());
}

#[test]
fn embed_check_tells_what_is_not_current() {
    let folder = with_report("embed-check");
    let (told, complaints) = folder.run(&["embed", "--check", "mail.md"], 1);
    assert!(told.contains("mail-incident.svg: expected a picture, found no file"), "{told}");
    assert!(
        told.contains("mail.md: expected its pictures")
            && complaints.contains("`postmirth embed` without --check puts it right"),
        "{told}{complaints}"
    );
    assert_eq!(folder.files(), ["mail.md"], "a check writes nothing");
    folder.run(&["embed", "mail.md"], 0);
    folder.run(&["embed", "--check", "mail.md"], 0);
    // The report goes on, and its pictures are left behind.
    let text = String::from_utf8(folder.read("mail.md")).expect("UTF-8");
    folder.put("mail.md", text.replace("- 09:40 SAST", "- 09:50 SAST"));
    let (told, _) = folder.run(&["embed", "--check", "mail.md"], 1);
    assert!(
        told.contains(
            "mail-incident.svg: expected the picture of mail.md as it is now, found an older one"
        ),
        "{told}"
    );
    assert!(!told.contains("mail-actions.svg"), "{told}");
    folder.run(&["embed", "mail.md"], 0);
    folder.run(&["embed", "--check", "mail.md"], 0);
}

#[test]
fn embed_again_takes_only_reports_that_hold_pictures() {
    let folder = Folder::new("embed-again");
    folder.put("mail.md", REPORT);
    folder.put("post.md", REPORT);
    folder.run(&["embed", "mail.md"], 0);
    folder.put("README.md", "# Reports\n");
    let again = ["embed", "--again", "."];
    assert_eq!(folder.run(&again, 0).0, "mail.md is current\n");
    assert_eq!(folder.read("post.md"), REPORT.as_bytes());
    folder.run(&["embed", "--again", "--check", "post.md"], 0);
    // An empty place for a picture asks for one.
    let empty = format!("{REPORT}\n<!-- postmirth:incident --><!-- /postmirth -->\n");
    folder.put("post.md", empty);
    folder.run(&["embed", "--again", "--check", "."], 1);
    let (told, _) = folder.run(&again, 0);
    assert!(told.contains("wrote post.md"), "{told}");
    let text = String::from_utf8(folder.read("post.md")).expect("UTF-8");
    assert!(!text.contains("again"), "a deed is not kept: {text}");
}

#[test]
fn embed_with_both_themes_as_png_and_elsewhere() {
    let folder = Folder::new("embed-options");
    folder.put("docs/mail.md", REPORT);
    let text = embedded(
        &folder,
        &["--theme", "both", "--format", "png", "--images", "../pics", "--chart", "all"],
    );
    assert!(
        text.contains(
            "<source media=\"(prefers-color-scheme: dark)\" \
        srcset=\"../pics/mail-incident-dark.png\">"
        ),
        "{text}"
    );
    assert!(
        text.find("<!-- postmirth:cover -->") < text.find("On 2024-04-18"),
        "the cover stands below the title:\n{text}"
    );
    assert_eq!(Folder(folder.0.join("pics")).files().len(), 6);
    for wrong in [
        &["embed", "-"][..],
        &["embed", "docs/mail.md", "--images", "/pictures"],
        &["embed", "docs/mail.md", "--check", "--remove"],
    ] {
        folder.run(wrong, 2);
    }
}

#[test]
fn embed_leaves_alone_what_it_cannot_do() {
    let folder = Folder::new("embed-broken");
    let broken =
        REPORT.replace("## Action items", "<!-- postmirth:incident -->\n\n## Action items");
    folder.put("broken.md", &broken);
    folder.put("advice.md", "# Ten tips\n\nKeep a clear head.\n");
    let (_, complaints) = folder.run(&["embed", "broken.md"], 4);
    assert!(
        complaints.contains("error[markers-broken]") && complaints.contains("broken.md:11:1"),
        "{complaints}"
    );
    folder.run(&["embed", "advice.md"], 3);
    folder.run(&["embed", "missing.md"], 4);
    assert_eq!(folder.files(), ["advice.md", "broken.md"]);
    assert_eq!(folder.read("broken.md"), broken.as_bytes());
}

#[test]
fn embed_replaces_the_placeholders_that_authors_leave() {
    let folder = Folder::new("embed-placeholder");
    let placeholder = "![Outage](https://via.placeholder.com/800x300?text=Outage+Timeline)\n";
    let text = REPORT.replace("## Action items", &format!("{placeholder}\n## Action items"));
    folder.put("docs/mail.md", &text);
    let done = embedded(&folder, &[]);
    assert!(!done.contains(&format!("\n{placeholder}")), "{done}");
    assert_eq!(done.matches("](images/mail-incident.svg)").count(), 1, "{done}");
    folder.run(&["embed", "--remove", "docs/mail.md"], 0);
    assert_eq!(folder.read("docs/mail.md"), text.as_bytes());
}
