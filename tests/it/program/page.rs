//! A report and its pictures as one file of HTML.

use crate::support::folder::Folder;

const REPORT: &str = "\
---
title: Mail was late
---

## Summary

On 2024-04-18 mail was late for **everybody** from 09:30 to 10:30 SAST, see [the log](https://example.org/log).

![Queue length](shots/queue.png)

<script>alert(1)</script>

## Timeline

| Time (SAST) | What |
|---|---|
| 09:30 | The alert fired. |
| 10:30 | The disk was emptied & mail came in again. |

## Action items

- [ ] Empty the disk nightly ![badge](gone.png)
";

fn page(folder: &Folder, args: &[&str]) -> String {
    folder.run(&[&["draw", "ops/mail.md"], args].concat(), 0);
    String::from_utf8(folder.read("mail.html")).expect("UTF-8")
}

fn desk(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.put("ops/mail.md", REPORT);
    folder.put("ops/shots/queue.png", b"\x89PNG\r\n\x1a\nqueue");
    folder
}

#[test]
fn the_page_holds_all_of_the_report_and_nothing_from_elsewhere() {
    let folder = desk("page");
    let page = page(&folder, &["--for", "page"]);
    assert_eq!(folder.files(), ["mail.html", "ops"], "no other file is written");
    for part in [
        "<h1>Mail was late</h1>",
        "mail was late for <strong>everybody</strong>",
        "<a href=\"https://example.org/log\">the log</a>",
        "<th>Time (SAST)</th>",
        "<td>The disk was emptied &amp; mail came in again.</td>",
        "Empty the disk nightly [ badge ]",
        "alt=\"Queue length\"",
        "alt=\"Timeline chart of “Mail was late”",
    ] {
        assert!(page.contains(part), "no {part} in\n{page:.3000}");
    }
    assert_eq!(page.matches("<img src=\"data:image/png;base64,iVBOR").count(), 3);
    assert!(!page.contains("<script") && !page.contains("Upload here"), "{page:.3000}");
    let sources = page.matches("src=\"").count();
    assert_eq!(sources, page.matches("src=\"data:").count(), "all pictures are in it");
    // Below what they show.
    let at = |part: &str| page.find(part).expect(part);
    assert!(
        at("came in again") < at("Timeline chart") && at("Timeline chart") < at("Action items")
    );
}

#[test]
fn by_its_ending_to_standard_output_and_with_svg() {
    let folder = desk("page-output");
    let first = page(&folder, &["-o", "mail.html"]);
    let (streamed, _) = folder.run(&["ops/mail.md", "--for", "page", "-o", "-"], 0);
    assert_eq!(streamed, first);
    let svg = page(&folder, &["-o", "mail.html", "--format", "svg"]);
    assert_eq!(svg.matches("<img src=\"data:image/svg+xml;base64,").count(), 2);
    for wrong in [
        &["-o", "mail.html", "--for", "medium"][..],
        &["--for", "page", "-o", "mail.png"],
        &["--for", "page", "--format", "mermaid"],
    ] {
        folder.run(&[&["draw", "ops/mail.md"], wrong].concat(), 2);
    }
}

#[test]
fn for_medium_every_file_that_is_named_is_written() {
    let folder = desk("page-medium");
    for args in [
        &["draw", "ops/mail.md", "--for", "medium", "-o", "article/"][..],
        &["spice", "ops/mail.md", "--for", "medium", "-o", "told/"],
    ] {
        let (told, complaints) = folder.run(args, 0);
        let said = format!("{told}{complaints}");
        assert!(!said.contains(".alt.txt beside"), "{said}");
        for line in said.lines() {
            if let Some(file) = line.strip_prefix("wrote ") {
                folder.read(file.split(" (").next().expect("a name"));
            }
        }
        let page = said.split("next: open ").nth(1).and_then(|rest| rest.split(' ').next());
        let page = String::from_utf8(folder.read(page.expect("a page"))).expect("UTF-8");
        assert!(page.contains("Alt text: Timeline chart"), "{page}");
    }
}
