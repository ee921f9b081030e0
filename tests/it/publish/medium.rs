//! The page for Medium: only what its editor keeps, with every word, link and picture of the
//! report.

use crate::support::golden::{matches, project, reports, stem};
use postmirth::publish::{PlacedPicture, article};
use postmirth::read::Report;
use postmirth::read::read;
use postmirth::source::Source;
use usvg::roxmltree::{Document, Node};

fn placed(at: usize, file: &str) -> PlacedPicture {
    PlacedPicture {
        at,
        file: file.into(),
        alt: format!("What {file} shows."),
    }
}

/// The page of a report with these pictures.
fn page(report: &str, cover: Option<&PlacedPicture>, pictures: &[PlacedPicture]) -> String {
    let source = Source::new("report.md", report);
    article(&Report::of(&source), cover, pictures)
}

/// The part of a page that is copied, without its title.
fn body(report: &str) -> String {
    inside(&page(report, None, &[]))
        .split_once("</h1>\n")
        .expect("a title")
        .1
        .to_string()
}

#[track_caller]
fn inside(page: &str) -> String {
    let start = page.find("<article>").expect("an article") + "<article>\n".len();
    page[start..page.rfind("</article>").expect("its end")].to_string()
}

const INLINE: &[&str] = &["strong", "em", "code", "a", "br"];

/// Checks that a page is well-formed and holds only what Medium keeps.
#[track_caller]
fn sound(page: &str) {
    let article = format!("<article>{}</article>", inside(page));
    let tree = Document::parse(&article).unwrap_or_else(|why| panic!("{why}: {article}"));
    for node in tree
        .root_element()
        .descendants()
        .filter(Node::is_element)
        .skip(1)
    {
        let name = node.tag_name().name();
        let parent = node
            .parent_element()
            .map_or("", |parent| parent.tag_name().name());
        let fits = match parent {
            "article" => [
                "h1",
                "h2",
                "h3",
                "h4",
                "p",
                "pre",
                "blockquote",
                "ul",
                "ol",
                "hr",
                "figure",
            ]
            .contains(&name),
            "ul" | "ol" => name == "li",
            "blockquote" => name == "p",
            "figure" => name == "img",
            "br" | "hr" | "img" | "pre" => false,
            _ => INLINE.contains(&name),
        };
        assert!(fits, "<{name}> in <{parent}>: {article}");
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            let links = ["http://", "https://", "mailto:"]
                .iter()
                .any(|scheme| value.to_lowercase().starts_with(scheme));
            let fits = match name {
                "href" | "src" => links,
                "alt" => true,
                "id" => value.starts_with("picture-"),
                _ => false,
            };
            assert!(fits, "{name}={value}: {article}");
        }
    }
    assert_eq!(article.matches("<h1>").count(), 1);
}

/// The words of a page's article, in order.
fn told(page: &str) -> Vec<String> {
    let article = format!(
        "<article>{}</article>",
        inside(page).replace("<br/>", " ").replace("</", " </")
    );
    let tree = Document::parse(&article).expect("well-formed");
    let text: String = tree
        .descendants()
        .filter_map(|node| node.is_text().then(|| node.text()).flatten())
        .collect();
    words(&text)
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_string)
        .collect()
}

/// What a reader of a report's Markdown sees, by a plain reading of our own examples.
fn visible(report: &str) -> Vec<String> {
    let lines: Vec<&str> = report.lines().collect();
    let front = if lines[0] == "---" {
        lines
            .iter()
            .skip(1)
            .position(|line| *line == "---")
            .map_or(0, |at| at + 2)
    } else {
        0
    };
    let mut out = String::new();
    for (index, line) in lines.iter().enumerate().skip(front) {
        let names = lines
            .get(index + 1)
            .is_some_and(|next| next.starts_with("| ---"));
        let picture = line.starts_with("![");
        if names || picture || line.starts_with("| ---") || line.starts_with("```") {
            continue;
        }
        let numbered = line
            .trim_start()
            .split_once(". ")
            .filter(|(number, _)| number.parse::<u32>().is_ok());
        let line = numbered
            .map_or(*line, |(_, rest)| rest)
            .replace("- [x]", "")
            .replace("- [ ]", "");
        // Addresses and tags, of which the examples hold only plain ones.
        let mut addresses = line.split("](");
        let first = addresses.next().unwrap_or_default().to_string();
        let line = addresses.fold(first, |line, part| {
            line + " " + part.split_once(')').map_or(part, |(_, rest)| rest)
        });
        let mut parts = line.split('<');
        out.push_str(parts.next().unwrap_or_default());
        parts.for_each(|part| out.push_str(part.split_once('>').map_or(part, |(_, rest)| rest)));
        out.push('\n');
    }
    words(&out)
}

#[test]
fn every_example_is_sound_and_whole() {
    for path in reports("examples") {
        let text = std::fs::read_to_string(&path).expect("an example");
        let page = page(
            &text,
            Some(&placed(0, "cover.png")),
            &[placed(text.len(), "incident.png")],
        );
        sound(&page);
        let found = told(&page);
        let mut left = found.iter();
        for word in visible(&text) {
            assert!(
                left.any(|found| *found == word),
                "{}: {word} is missing or not in its place",
                stem(&path)
            );
        }
    }
}

#[test]
fn one_example_as_it_was_looked_at() {
    let text = std::fs::read_to_string(project("examples/table.md")).expect("an example");
    let at = text.find("## Timeline\n").expect("a timeline") + "## Timeline\n".len();
    let page = page(
        &text,
        Some(&placed(0, "table-cover.png")),
        &[placed(at, "table-incident.png")],
    );
    matches(&project("tests/medium/table.html"), &page);
}

#[test]
fn pictures_stand_after_the_block_before_their_place() {
    let report = "# Lights out\n\nFirst.\n\nSecond\nwith more.\n\n- an item\n\nLast.\n";
    let at = |words: &str| report.find(words).expect("words");
    let order = |places: &[usize]| {
        let pictures: Vec<PlacedPicture> = places
            .iter()
            .enumerate()
            .map(|(index, at)| placed(*at, &format!("p{index}.png")))
            .collect();
        let page = page(report, Some(&placed(0, "cover.png")), &pictures);
        sound(&page);
        let words = told(&page);
        let marks = ["out", "cover", "First", "more", "item", "Last", "p0", "p1"];
        let mut found: Vec<(usize, &str)> = marks
            .iter()
            .filter_map(|mark| Some((words.iter().position(|word| word == mark)?, *mark)))
            .collect();
        found.sort_unstable();
        found
            .into_iter()
            .map(|(_, mark)| mark)
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(order(&[0]), "out cover p0 First more item Last");
    assert_eq!(order(&[at("Second")]), "out cover First p0 more item Last");
    // Inside of a block there is no place.
    assert_eq!(
        order(&[at("with more")]),
        "out cover First p0 more item Last"
    );
    assert_eq!(
        order(&[at("\n- an item"), usize::MAX]),
        "out cover First more p0 item Last p1"
    );
    assert_eq!(
        order(&[at("Last"), at("Last")]),
        "out cover First more item p0 p1 Last"
    );
}

#[test]
fn a_picture_says_what_to_upload_and_its_alt_text_and_is_shown_beside_only() {
    let report = "# Lights out\n\nFirst.\n";
    let odd = PlacedPicture {
        at: 0,
        file: "my \"<b>\" picture.png".into(),
        alt: "A & <b>.".into(),
    };
    let page = page(report, None, &[odd]);
    sound(&page);
    let words = inside(&page);
    assert!(
        words.contains(
            "<p id=\"picture-1\"><strong>[ Upload here: my &quot;&lt;b&gt;&quot; \
            picture.png ]</strong></p>"
        ),
        "{words}"
    );
    assert!(
        words.contains("<p>Alt text: A &amp; &lt;b&gt;.</p>"),
        "{words}"
    );
    // Seen in the browser, but not part of what is copied.
    assert!(!words.contains("<img"));
    assert!(
        page.contains("url(\"my%20%22%3Cb%3E%22%20picture.png\")"),
        "{page}"
    );
    assert!(
        page.split("<article>")
            .next()
            .is_some_and(|head| head.contains("<aside>") && head.contains("user-select: none"))
    );
}

#[test]
fn the_title_is_the_first_heading_or_the_one_of_front_matter() {
    let title = |report: &str| {
        let page = page(report, None, &[]);
        sound(&page);
        let text = inside(&page);
        let start = text.find("<h1>").expect("a title") + 4;
        text[start..text.find("</h1>").expect("its end")].to_string()
    };
    let front = "---\ntitle: \"Mail: down\"\ndate: 2024-05-31\n---\n\n";
    assert_eq!(
        title("# **Lights** out\n\n## Summary\n\nDark.\n"),
        "Lights out"
    );
    assert_eq!(
        title(&format!("{front}## Summary\n\nDark.\n")),
        "Mail: down"
    );
    assert_eq!(
        title(&format!("{front}# Lights out\n\nDark.\n")),
        "Lights out"
    );
    assert_eq!(
        title("+++\ntitle = \"Mail down\"\n+++\n\nIt was dark.\n"),
        "Mail down"
    );
    assert_eq!(
        title("## Lights out\n\n### Summary\n\nDark.\n"),
        "Lights out"
    );
    assert_eq!(title("It was dark.\n"), "Postmortem");
    let page = page(&format!("{front}## Summary\n\nDark.\n"), None, &[]);
    assert!(
        !page.contains("2024-05-31") && page.contains("<title>Mail: down</title>"),
        "{page}"
    );
}

#[test]
fn lists_are_flat() {
    assert_eq!(
        body("# T\n\n- one\n  - inner\n    1. deep\n- [x] done\n- [ ] open\n"),
        "<ul>\n<li>one</li>\n<li>– inner</li>\n<li>1. deep</li>\n<li>☑ done</li>\n<li>☐ \
            open</li>\n</ul>\n"
    );
    // A number for each of them would be wrong.
    assert_eq!(
        body("# T\n\n1. one\n   - inner\n2. two\n"),
        "<ol>\n<li>one<br/>– inner</li>\n<li>two</li>\n</ol>\n"
    );
    assert_eq!(
        body("# T\n\n3. three\n4. four\n"),
        "<p>3. three</p>\n<p>4. four</p>\n"
    );
    assert_eq!(
        body("# T\n\n- one\n\n  more\n\n      a < b\n"),
        "<ul>\n<li>one<br/>more<br/><code>a &lt; b</code></li>\n</ul>\n"
    );
    assert_eq!(
        body("# T\n\n• one\n• two\n"),
        "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"
    );
    assert_eq!(
        body("# T\n\n· one\n· two\n"),
        "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n",
        "a list to the reader is a list on the page"
    );
    assert_eq!(
        body("# T\n\n> said\n> - a\n> - b\n"),
        "<blockquote>\n<p>said</p>\n<p>• a</p>\n<p>• b</p>\n</blockquote>\n"
    );
}

#[test]
fn entities_are_the_same_characters_in_the_timeline_and_on_the_page() {
    let report = "# T\n\n## Timeline\n\n<ul>\n<li>10:00 &rarr; alert &hellip; &AMP;&#8805;</li>\n\
        <li>10:20 Mail restored</li>\n</ul>\n";
    let events = read(&Source::new("report.md", report)).value.events;
    assert_eq!(events[0].text, "alert … &≥");
    assert!(body(report).contains("<li>10:00 → alert … &amp;≥</li>"));
}

#[test]
fn tables_are_lists() {
    assert_eq!(
        body(
            "# T\n\n## Timeline\n\n| Time (UTC) | Who | Event |\n|---|---|---|\n| 09:00 | Ines | \
                The **alert** fired. |\n| 09:30 | | Resolved by a restart. |\n"
        ),
        "<h2>Timeline</h2>\n<p><em>Time (UTC)</em></p>\n<ul>\n<li><strong>09:00</strong> Who: \
            Ines · The <strong>alert</strong> fired.</li>\n<li><strong>09:30</strong> Resolved by \
            a restart.</li>\n</ul>\n"
    );
    assert_eq!(
        body(
            "# T\n\n| Task | Owner | Due |\n|---|---|---|\n| Add an alert | SRE | 2025-10-14 |\n| \
                Rest | | |\n"
        ),
        "<ul>\n<li><strong>Add an alert</strong> · Owner: SRE · Due: \
            2025-10-14</li>\n<li><strong>Rest</strong></li>\n</ul>\n"
    );
    assert_eq!(
        body("# T\n\n| Field | Value |\n|---|---|\n| Severity | 2 |\n"),
        "<ul>\n<li><strong>Severity</strong>: 2</li>\n</ul>\n"
    );
    assert_eq!(
        body(
            "# T\n\n<table><tr><th>Task</th><th>Owner</th></tr><tr><td>Add an \
                alert</td><td>SRE</td></tr></table>\n"
        ),
        "<ul>\n<li><strong>Add an alert</strong> · Owner: SRE</li>\n</ul>\n"
    );
}

#[test]
fn lines_are_broken_where_they_stand_for_themselves() {
    assert_eq!(
        body(
            "# T\n\n## Timeline\n\n09:00 The alert fired and\nnobody was there\n09:30 Resolved.\n"
        ),
        "<h2>Timeline</h2>\n<p>09:00 The alert fired and nobody was there<br/>09:30 Resolved.</p>\n"
    );
    let wrapped = "The night was long and nobody knew what had happened to the mail of the \
        whole\nhouse. Then somebody looked at the disk, which had been full since the \
        morning.\nIt was emptied.\n";
    assert!(!body(&format!("# T\n\n{wrapped}")).contains("<br/>"));
    assert_eq!(
        body("# T\n\none  \ntwo<br>three\n"),
        "<p>one<br/>two<br/>three</p>\n"
    );
    assert_eq!(
        body("# T\n\n##Glued\ntext\n\n##### Deep\n"),
        "<h2>Glued</h2>\n<p>text</p>\n<h4>Deep</h4>\n"
    );
}

#[test]
fn links_are_kept_when_they_are_harmless() {
    let text = body(
        "# T\n\n[a](https://example.org/?x=1&y=\"2\") [b](mailto:b@example.org) <c@example.org> \
            <https://example.org/d> <a class=\"x\" href='https://example.org/e' \
            onclick=\"f()\">e</a> [![f](https://example.org/f.svg)](https://example.org/f)\n",
    );
    for to in [
        "https://example.org/?x=1&amp;y=&quot;2&quot;",
        "mailto:b@example.org",
        "mailto:c@example.org",
        "https://example.org/d",
        "https://example.org/e",
        "https://example.org/f",
    ] {
        assert!(
            text.contains(&format!("<a href=\"{to}\">")),
            "{to} in {text}"
        );
    }
    assert_eq!(
        body(
            "# T\n\n[a](javascript:alert(1)) [b](JavaScript&#58;alert) <a href=\" data:x\">c</a> \
                [d](runbook.md) [e](//example.org)\n"
        ),
        "<p>a b c d e</p>\n"
    );
}

#[test]
fn pictures_of_the_report_are_kept_or_asked_for() {
    let text = body(
        "# T\n\nBefore ![flow](pics/flow.png) after.\n\n<img src=\"https://example.org/y.png\" \
            onerror=\"f()\" alt=\"Y\">\n\n![x](data:image/png;base64,AAAA)\n\n- ![z](z.png)\n",
    );
    assert_eq!(
        text,
        "<p>Before</p>\n<p><strong>[ Upload here: pics/flow.png ]</strong></p>\n<p>Alt text: \
            flow</p>\n<p>after.</p>\n<figure><img src=\"https://example.org/y.png\" \
            alt=\"Y\"/></figure>\n<p><strong>[ Upload here: x ]</strong></p>\n<p>Alt text: \
            x</p>\n<ul>\n<li>[ Upload here: z.png ]</li>\n</ul>\n"
    );
}

#[test]
fn html_is_read_for_what_it_says() {
    assert_eq!(
        body(
            "# T\n\n<details><summary>Logs</summary>\n\nInside *the* \
                fold.\n\n</details>\n\n<ul><li>one <i onclick=x>two</i><li>three &amp; &copy; \
                &lt;x&gt;</ul>\n\n<pre>\nraw  text\n</pre>\n\nH<sub>2</sub>O <kbd>Ctrl</kbd>\n"
        ),
        "<p><strong>Logs</strong></p>\n<p>Inside <em>the</em> fold.</p>\n<ul>\n<li>one \
            <em>two</em></li>\n<li>three &amp; © &lt;x&gt;</li>\n</ul>\n<pre>raw  \
            text</pre>\n<p>H2O <code>Ctrl</code></p>\n"
    );
    assert_eq!(
        body(
            "# T\n\nA <b>bold *word</b> here* and <script>alert(1)</script>.\n\n<style>p { color: \
                red }</style>\n\n<!-- a note -->\n\nEnd.\n"
        ),
        "<p>A <strong>bold <em>word</em></strong><em> here</em> and .</p>\n<p>End.</p>\n"
    );
    assert_eq!(
        body("# T\n\n~~old~~ ~5 min[^1]\n\n[^1]: A note.\n"),
        "<p>old ~5 min[1]</p>\n<p>[1] A note.</p>\n"
    );
}

#[test]
fn what_the_program_embedded_before_is_left_out() {
    let embedded = "<!-- postmirth:incident \
        -->\n![Timeline](secret.svg)\n\n<details><summary>secret</summary>\n\nsecret\n\n</details>\n<!-- /postmirth -->";
    assert_eq!(
        body(&format!("# T\n\nBefore.\n\n{embedded}\n\nAfter.\n")),
        "<p>Before.</p>\n<p>After.</p>\n"
    );
    assert_eq!(
        body("# T\n\na <!-- postmirth:incident --> ![x](secret.png) <!-- /postmirth --> b\n")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
        "<p>a b</p>"
    );
    // A marker without its end hides nothing, nor does one that is only shown; a directive is none.
    assert!(body("# T\n\n<!-- postmirth:incident -->\n\nKept.\n").contains("Kept."));
    assert!(
        body("# T\n\n`<!-- postmirth:incident -->` Kept. `<!-- /postmirth -->`\n")
            .contains("Kept.")
    );
    assert!(
        body("# T\n\n<!-- postmirth: zone=UTC -->\n\nKept.\n\n<!-- /postmirth -->\n")
            .contains("Kept.")
    );
}

#[test]
fn line_breaks_of_every_kind_give_the_same_page() {
    for path in reports("examples") {
        let text = std::fs::read_to_string(&path).expect("an example");
        let plain = page(&text, None, &[]);
        assert_eq!(
            plain,
            page(&text.replace('\n', "\r\n"), None, &[]),
            "{} with CRLF",
            stem(&path)
        );
        assert_eq!(
            plain,
            page(&text.replace('\n', "\r"), None, &[]),
            "{} with CR",
            stem(&path)
        );
    }
}

#[test]
fn hostile_texts_give_sound_pages() {
    let deep = |open: &str, times: usize| open.repeat(times);
    let texts = [
        String::new(),
        "---\n---".into(),
        "+++\n+++".into(),
        "\0\u{FFFE}\u{1}\u{FEFF}".into(),
        "# </h1><script>alert(1)</script>".into(),
        "<title></title></article></body><h1>x</h1>".into(),
        "`</code></p>` ``` <a href=\"x".into(),
        "| </li> | <b> |\n|-|-|\n| **a | b** |\n\n<table><td>x<table><tr><ul><li>y".into(),
        "<ul><li>a\n\n# Next\n\n</li></ul></ul></blockquote></table>".into(),
        "<blockquote><blockquote>\n\ntext\n\n## Head\n\nmore".into(),
        "<pre><b>x\n\n# T\n\n</pre></pre>".into(),
        "<script>\n\nx\n\n# T".into(),
        "- # heading in item\n- > quote\n  | a |\n  |---|\n  | b |\n- ---".into(),
        "[a<b>](https://x/\"><script>) ![\"><b>](https://x/'\"<>)".into(),
        "<!-- postmirth:a --> <!-- postmirth:b --> x <!-- /postmirth -->".into(),
        deep("> ", 5_000) + "deep",
        deep("- ", 5_000) + "deep",
        deep("[", 5_000),
        deep("**a ", 5_000),
        deep("<b>\n", 5_000),
        deep("<ul><li>", 5_000),
        deep("<!-- postmirth:a -->", 5_000),
        deep("<a '", 5_000),
        deep("<table>", 5_000),
        deep("|", 5_000),
        deep("• a ", 5_000),
        deep("&amp;&bogus", 5_000),
    ];
    for text in texts {
        sound(&page(
            &text,
            Some(&placed(0, "c.png")),
            &[placed(7, "p.png")],
        ));
    }
}

#[test]
fn damaged_examples_give_sound_pages() {
    for path in reports("examples") {
        let text = std::fs::read_to_string(&path).expect("an example");
        for (at, _) in text.char_indices().step_by(97) {
            sound(&page(&text[..at], None, &[placed(at / 2, "p.png")]));
            sound(&page(&text[at..], None, &[]));
        }
    }
}
