//! Humour in the report itself: it stands where it should, changes nothing, and comes out without a
//! trace.

use crate::support::embedding::{inserts, told, with_pictures};
use postmirth::publish::embed::strip;
use postmirth::read::{Report, read};
use postmirth::source::Source;
use postmirth::spice::place::{Addition, Spiced, Spot, plain, spiced, unmarked};
use postmirth::spice::quip::Part;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

const PARTS: [Part; 5] = [
    Part::Summary,
    Part::Timeline,
    Part::Cause,
    Part::Resolution,
    Part::Measures,
];

/// A line that would be a good deal else if it were not written with care.
const HOSTILE: &str = "*a* _b_ | <i>c</i> [d](e) `f` ``` --> \\ ![g] &amp; ~~h~~ $i$ <!--/fun--> é";

/// A line for every place that a report can have.
fn everywhere(bytes: &[u8], text: &str) -> Vec<Addition> {
    let incident = read(&Source::from_bytes("report.md", bytes).value).value;
    let mut spots = vec![Spot::Title];
    spots.extend(PARTS.map(Spot::Heading));
    spots.extend((0..incident.events.len()).map(Spot::Entry));
    spots.extend((0..incident.actions.len()).map(Spot::Action));
    spots.push(Spot::SignOff);
    let addition = |spot| Addition {
        spot,
        text: text.into(),
        emoji: matches!(spot, Spot::Entry(_)).then(|| "🔥".into()),
    };
    spots.into_iter().map(addition).collect()
}

fn with(bytes: &[u8], additions: &[Addition]) -> Spiced {
    let source = Source::from_bytes("report.md", bytes).value;
    spiced(bytes, &Report::of(&source), additions)
}

fn add(spot: Spot, text: &str) -> Addition {
    Addition {
        spot,
        text: text.into(),
        emoji: None,
    }
}

/// Cuts out whatever lies between marks, without any thought.
fn cut(text: &str) -> String {
    let mut pieces = text.split("<!--fun-->");
    let first = pieces.next().unwrap_or_default().to_string();
    pieces.fold(first, |out, piece| {
        out + piece.split_once("<!--/fun-->").expect("an end").1
    })
}

/// What a reader sees, with the blocks and the emphasis it stands in; comments left out.
fn seen(text: &str) -> String {
    let name = |tag: &Tag| match tag {
        Tag::Paragraph => "p",
        Tag::Heading { .. } => "h",
        Tag::Item => "li",
        Tag::TableCell => "td",
        Tag::Emphasis => "em",
        Tag::Strong => "b",
        Tag::BlockQuote(_) => "quote",
        Tag::CodeBlock(_) => "pre",
        _ => "",
    };
    let (mut out, mut open) = (String::new(), Vec::new());
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS) {
        match event {
            Event::Start(tag) => {
                open.push(name(&tag));
                out.push_str(
                    open.last()
                        .filter(|name| !name.is_empty())
                        .map(|name| format!("<{name}>"))
                        .as_deref()
                        .unwrap_or(""),
                );
            }
            Event::End(tag) => {
                let name = open.pop().expect("a beginning");
                out.push_str(&if name.is_empty() {
                    String::new()
                } else {
                    format!("</{name}>")
                });
                if matches!(
                    tag,
                    TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_) | TagEnd::TableCell
                ) {
                    out.push('\n');
                }
            }
            Event::Text(text) => out.push_str(&text),
            Event::Code(code) => out.push_str(&format!("`{code}`")),
            Event::SoftBreak | Event::HardBreak => out.push('\n'),
            Event::InlineHtml(html) | Event::Html(html) => {
                let gone = html.replace("<!--fun-->", "").replace("<!--/fun-->", "");
                out.push_str(&gone);
            }
            _ => {}
        }
    }
    out
}

/// Checks all that must hold of a report, with line breaks of every kind and without the last;
/// gives what was left out.
#[track_caller]
fn sound(report: &str) -> Vec<Spot> {
    let bare = report.trim_end();
    let mut left_out = Vec::new();
    for text in [
        format!("{bare}\n"),
        bare.into(),
        format!("{bare}\n\n"),
        bare.replace('\n', "\r\n"),
        bare.replace('\n', "\r"),
    ] {
        left_out = sound_bytes(text.as_bytes());
        let marked = with(text.as_bytes(), &everywhere(text.as_bytes(), HOSTILE)).bytes;
        let marked = String::from_utf8(marked).expect("UTF-8");
        assert_eq!(cut(&marked), text, "a naive cut gives the report");
    }
    left_out
}

#[track_caller]
fn sound_bytes(bytes: &[u8]) -> Vec<Spot> {
    assert_eq!(
        plain(bytes).as_deref(),
        Ok(bytes),
        "a plain report stays as it is"
    );
    let mut left_out = Vec::new();
    for text in ["The disk would like this minuted.", HOSTILE] {
        let additions = everywhere(bytes, text);
        let done = with(bytes, &additions);
        let shown = String::from_utf8_lossy(&done.bytes);
        assert_eq!(
            plain(&done.bytes).as_deref(),
            Ok(bytes),
            "not the report again: {shown}"
        );
        assert_eq!(told(&done.bytes), told(bytes), "other facts: {shown}");
        let clean = unmarked(&done.bytes);
        let clean = Source::from_bytes("report.md", &clean).value;
        assert!(
            !clean.text().contains("<!--fun-->") && !clean.text().contains("<!--/fun-->"),
            "{}",
            clean.text()
        );
        let placed = additions.len() - done.left_out.len();
        let marked = Source::from_bytes("report.md", &done.bytes).value;
        let shown = seen(marked.text())
            .matches(text.split(' ').next_back().expect("a word"))
            .count();
        assert!(
            shown >= placed,
            "{shown} of {placed} lines show: {}",
            marked.text()
        );
        left_out = done.left_out;
    }
    left_out
}

const HEAD: &str = "# Mail was late\n\n## Summary\n\nMail was late on 18 April 2024 from 09:30 to \
    10:30 UTC.\n\n## Timeline\n\n";
const TAIL: &str = "\n\n## Root cause\n\nThe disk was full.\n\n## Resolution\n\nWe emptied \
    it.\n\n## Corrective measures\n\n- Add an alert on disk space.\n- Clean the disk every \
    night.\n";

/// A report with this for a timeline, of which nothing may be left out.
#[track_caller]
fn timeline(entries: &str) {
    assert_eq!(sound(&format!("{HEAD}{entries}{TAIL}")), [], "left out");
    assert_eq!(
        sound(&format!("---\nauthor: Mo\n---\n{HEAD}{entries}{TAIL}")),
        [],
        "left out"
    );
}

/// What becomes of a timeline with "Quip." behind its first two entries.
#[track_caller]
fn becomes(entries: &str, wanted: &str) {
    timeline(entries);
    let report = format!("{HEAD}{entries}{TAIL}");
    let done = with(
        report.as_bytes(),
        &[add(Spot::Entry(0), "One."), add(Spot::Entry(1), "Two.")],
    );
    assert_eq!(
        String::from_utf8(done.bytes).expect("UTF-8"),
        format!("{HEAD}{wanted}{TAIL}")
    );
}

#[test]
fn lists() {
    becomes(
        "- 09:30 - The alert fired.\n- 10:30 - Restored.",
        "- 09:30 - The alert fired.<!--fun--> *One.*<!--/fun-->\n- 10:30 - Restored.<!--fun--> \
            *Two.*<!--/fun-->",
    );
    becomes(
        "1. 09:30 - The alert\n   fired at once.\n   - Nobody saw it.\n\n2. 10:30 - \
            Restored.  \n\n   By hand.",
        "1. 09:30 - The alert\n   fired at once.<!--fun--> *One.*<!--/fun-->\n   - Nobody saw \
            it.\n\n2. 10:30 - Restored.<!--fun--> *Two.*<!--/fun-->  \n\n   By hand.",
    );
    becomes(
        "* **09:30** The [alert](https://x.example/a) <br>\n* 10:30 `all` is *well* <!-- \
            postmirth: kind=resolved -->",
        "* **09:30** The [alert](https://x.example/a)<!--fun--> *One.*<!--/fun--> <br>\n* 10:30 \
            `all` is *well* <!-- postmirth: kind=resolved --><!--fun--> *Two.*<!--/fun-->",
    );
}

#[test]
fn lines_and_quotes() {
    becomes(
        "09:30 - The alert fired.  \n10:30 - Restored.\\\n10:40 - Closed.",
        "09:30 - The alert fired.<!--fun--> *One.*<!--/fun-->  \n10:30 - Restored.<!--fun--> \
            *Two.*<!--/fun-->\\\n10:40 - Closed.",
    );
    becomes(
        "**09:30**\nThe alert fired.\n\n**10:30**\n\nRestored.",
        "**09:30**\nThe alert fired.<!--fun--> \
            *One.*<!--/fun-->\n\n**10:30**\n\nRestored.<!--fun--> *Two.*<!--/fun-->",
    );
    becomes(
        "> - 09:30 - The alert fired.\n> - 10:30 - Restored.",
        "> - 09:30 - The alert fired.<!--fun--> *One.*<!--/fun-->\n> - 10:30 - \
            Restored.<!--fun--> *Two.*<!--/fun-->",
    );
}

#[test]
fn tables() {
    becomes(
        "| Time | What | Who |\n|---|---|---|\n| 09:30 | The alert fired | Mo |\n| 10:30 | \
            Restored | the on-call engineer |",
        "| Time | What | Who |\n|---|---|---|\n| 09:30 | The alert fired<!--fun--> \
            *One.*<!--/fun--> | Mo |\n| 10:30 | Restored<!--fun--> *Two.*<!--/fun--> | the \
            on-call engineer |",
    );
}

#[test]
fn headings_of_their_own() {
    becomes(
        "### 09:30 The alert fired\n\nNobody saw\nit.\n\nAt first.\n\n### 10:30 Restored",
        "### 09:30 The alert fired\n\nNobody saw\nit.<!--fun--> *One.*<!--/fun-->\n\nAt \
            first.\n\n### 10:30 Restored<!--fun-->\n\n*Two.*<!--/fun-->",
    );
    timeline("### 09:30 The alert fired ###\n\n### 10:30 Restored ###\n\n### 10:40 Closed ###");
    timeline("09:30 The alert fired\n---\n\n10:30 Restored\n---");
}

#[test]
fn html() {
    becomes(
        "<ul>\n<li>09:30 The <b>alert</b> fired.</li>\n<li>10:30 Restored.\n</ul>",
        "<ul>\n<li>09:30 The <b>alert</b> fired.<!--fun--> \
            <em>One.</em><!--/fun--></li>\n<li>10:30 Restored.<!--fun--> \
            <em>Two.</em><!--/fun-->\n</ul>",
    );
}

#[test]
fn code_and_sentences_get_none() {
    for block in [
        "```\n09:30 The alert fired.\n10:30 Restored.\n```",
        "    09:30 - The alert fired.\n    10:30 - Restored.",
    ] {
        assert_eq!(
            sound(&format!("{HEAD}{block}{TAIL}")),
            [Spot::Entry(0), Spot::Entry(1)],
            "{block}"
        );
    }
    let report = "# Mail\n\nMail was late from 09:30 to 10:30.\n\n## Corrective measures\n\nTo \
        prevent this we will add an alert on disk space. We will also clean the disk every night \
        and look at it.\n";
    assert!(
        sound(report).contains(&Spot::Action(0)),
        "a sentence in the middle of a paragraph"
    );
    // A fence that swallows the end has no place for a sign-off, nor has an open element.
    for end in ["```\nlog", "<details>\n\nMore."] {
        assert!(
            sound(&format!(
                "{HEAD}- 09:30 - The alert fired.\n- 10:30 - Restored.{TAIL}\n{end}"
            ))
            .contains(&Spot::SignOff)
        );
    }
    let note = "<!-- A <div> in a comment opens nothing. -->";
    let report = format!("{HEAD}- 09:30 - The alert fired.\n- 10:30 - Restored.\n\n{note}{TAIL}");
    assert!(!sound(&report).contains(&Spot::SignOff));
}

/// What becomes of the head of a report with a title and a name for its timeline.
#[track_caller]
fn named(head: &str, wanted: &str) {
    let rest = "\n- 09:30 - The alert fired.\n- 10:30 - Restored.\n";
    sound(&format!("{head}{rest}"));
    let additions = [
        add(Spot::Title, "Full House"),
        add(Spot::Heading(Part::Timeline), "two lines"),
    ];
    let done = with(format!("{head}{rest}").as_bytes(), &additions);
    assert_eq!(
        String::from_utf8(done.bytes).expect("UTF-8"),
        format!("{wanted}{rest}")
    );
}

#[test]
fn titles_and_names() {
    named(
        "# Mail was late\n\n## Timeline\n",
        "# <!--fun-->Full House\n\n*<!--/fun-->Mail was late<!--fun-->*<!--/fun-->\n\n## \
            Timeline<!--fun-->: two lines<!--/fun-->\n",
    );
    // A paragraph that follows at once stays one of its own.
    named(
        "# Mail was late\nOn 18 April 2024.\n\n## Timeline: ##\n",
        "# <!--fun-->Full House\n\n*<!--/fun-->Mail was late<!--fun-->*\n\n<!--/fun-->\nOn 18 \
            April 2024.\n\n## Timeline:<!--fun--> two lines<!--/fun--> ##\n",
    );
    named(
        "Mail was late\n=====\n\nTimeline\n-----\n",
        "<!--fun-->\nFull House: <!--/fun-->Mail was late\n=====\n\nTimeline<!--fun-->: two \
            lines<!--/fun-->\n-----\n",
    );
    named(
        "**Mail was late**\n\n**Timeline:**\n",
        "<!--fun-->\n**Full House**\n\n*<!--/fun-->**Mail was \
            late**<!--fun-->*<!--/fun-->\n\n**Timeline:**<!--fun--> two lines<!--/fun-->\n",
    );
    named(
        "<h1 align=\"center\">Mail was late</h1>\n\n<h2>Timeline</h2>\n",
        "<h1 align=\"center\"><!--fun-->Full House<br><em><!--/fun-->Mail was \
            late<!--fun--></em><!--/fun--></h1>\n\n<h2>Timeline<!--fun-->: two \
            lines<!--/fun--></h2>\n",
    );
    named(
        "---\ntitle: Mail was late\n---\n\nOn 18 April 2024.\n\n## Timeline\n",
        "---\ntitle: Mail was late\n---\n<!--fun-->\n\n# Full House\n\n<!--/fun-->\nOn 18 April \
            2024.\n\n## Timeline<!--fun-->: two lines<!--/fun-->\n",
    );
    named(
        "---\ntitle: Mail was late\n---\n## Timeline\n",
        "---\ntitle: Mail was late\n---\n## <!--fun-->Full House\n\n## \
            <!--/fun-->Timeline<!--fun-->: two lines<!--/fun-->\n",
    );
    // "Incident report" is a title here, and no name of a section.
    named(
        "# Incident report: mail was late\n\n**Rooksbury Post**\n\n## Timeline\n",
        "# <!--fun-->Full House\n\n*<!--/fun-->Incident report: mail was \
            late<!--fun-->*<!--/fun-->\n\n**Rooksbury Post**\n\n## Timeline<!--fun-->: two \
            lines<!--/fun-->\n",
    );
    // Without a title a heading of its own stands above it all; names that are no Markdown stay as
    // they are.
    named(
        "Mail was late on 18 April 2024.\n\nTimeline:\n",
        "<!--fun-->\n# Full House\n\n<span></span><!--/fun-->Mail was late on 18 April \
            2024.\n\nTimeline:\n",
    );
    named(
        "## Issue Summary\n\nMail was late.\n\n## Timeline\n",
        "## <!--fun-->Full House\n\n## <!--/fun-->Issue Summary\n\nMail was late.\n\n## \
            Timeline<!--fun-->: two lines<!--/fun-->\n",
    );
    // A longer name would break the link to it.
    named(
        "See [below](#timeline).\n\n## Timeline\n",
        "<!--fun-->\n# Full House\n\n<span></span><!--/fun-->See [below](#timeline).\n\n## \
            Timeline\n",
    );
}

#[test]
fn the_impact_is_no_place_for_a_joke() {
    let report = "# Mail was late\n\n## Impact\n\nMail was late.\n\n## Timeline\n\n- 09:30 - The \
        alert fired.\n- 10:30 - Restored.\n";
    assert_eq!(sound(report)[..1], [Spot::Heading(Part::Summary)]);
}

#[test]
fn emoji_may_stand_alone() {
    let report = format!("{HEAD}- 09:30 - The alert fired.\n- 10:30 - Restored.{TAIL}");
    let addition = Addition {
        spot: Spot::Entry(0),
        text: String::new(),
        emoji: Some("🔥".into()),
    };
    let done = String::from_utf8(with(report.as_bytes(), &[addition]).bytes).expect("UTF-8");
    assert!(
        done.contains("The alert fired.<!--fun--> 🔥<!--/fun-->\n"),
        "{done}"
    );
}

#[test]
fn a_reader_sees_what_was_meant() {
    let report = format!(
        "{HEAD}| Time | What |\n|---|---|\n| 09:30 | The alert fired |\n| 10:30 | Restored |{TAIL}"
    );
    let spiced = with(report.as_bytes(), &everywhere(report.as_bytes(), HOSTILE));
    let text = seen(&String::from_utf8(spiced.bytes).expect("UTF-8"));
    for wanted in [
        format!("<h>{HOSTILE}</h>\n<p><em>Mail was late</em></p>\n"),
        format!("<h>Timeline: {HOSTILE}</h>\n"),
        format!("<td>The alert fired 🔥 <em>{HOSTILE}</em></td>\n"),
        format!(
            "<li>Clean the disk every night. <em>{HOSTILE}</em></li>\n<p><em>{HOSTILE}</em></p>\n"
        ),
    ] {
        assert!(text.contains(&wanted), "no {wanted} in {text}");
    }
}

#[test]
fn other_encodings() {
    let report = format!("{HEAD}- 09:30 – The café’s alert fired.\n- 10:30 – Restored.{TAIL}");
    let wide: Vec<u8> = [0xFEFF]
        .into_iter()
        .chain(report.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(sound_bytes(&wide), []);
    let old = report.chars().map(|c| match c {
        '–' => 0x96,
        '’' => 0x92,
        c => u8::try_from(u32::from(c)).expect("a letter of Latin-1"),
    });
    let old: Vec<u8> = old.collect();
    assert_eq!(sound_bytes(&old), []);
    let done = with(&old, &[add(Spot::Entry(0), "Très tard.")]).bytes;
    let wanted = b" alert fired.<!--fun--> *Tr&#232;s tard.*<!--/fun-->\n";
    assert!(
        done.windows(wanted.len()).any(|window| window == wanted),
        "{}",
        String::from_utf8_lossy(&done)
    );
    let marked = [b"\xEF\xBB\xBF".as_slice(), report.as_bytes()].concat();
    assert_eq!(sound_bytes(&marked), []);
}

#[test]
fn every_example() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("examples") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "md") {
            let report = std::fs::read_to_string(&path).expect("a report");
            let entries = |spots: Vec<Spot>| {
                spots
                    .into_iter()
                    .filter(|spot| matches!(spot, Spot::Entry(_)))
                    .count()
            };
            // One goes on behind a colon, with code.
            let announced = usize::from(path.ends_with("heading-per-event.md"));
            assert_eq!(
                entries(sound(&report)),
                announced,
                "entries left out of {}",
                path.display()
            );
            count += 1;
        }
    }
    assert!(count > 8);
}

#[test]
fn pictures_stay_where_they_are() {
    let report = format!("{HEAD}- 09:30 - The alert fired.\n- 10:30 - Restored.{TAIL}");
    let embedded = with_pictures(report.as_bytes()).bytes;
    assert_eq!(sound_bytes(&embedded), []);
    // Fun and pictures come out in either order.
    let both = with(&embedded, &everywhere(&embedded, "A line.")).bytes;
    let first = plain(&strip(&both).expect("sound markers").bytes).expect("sound marks");
    let second = strip(&plain(&both).expect("sound marks"))
        .expect("sound markers")
        .bytes;
    assert_eq!(
        (first, second),
        (report.clone().into_bytes(), report.into_bytes())
    );
    assert_eq!(inserts().len(), 3);
}

#[test]
fn marks_in_code_are_none() {
    let report = format!(
        "{HEAD}- 09:30 - The alert `<!--fun-->` fired.\n- 10:30 - \
            Restored.\n\n```\n<!--/fun-->\n```{TAIL}"
    );
    let done = with(report.as_bytes(), &everywhere(report.as_bytes(), HOSTILE));
    assert_eq!(done.left_out, []);
    assert_eq!(plain(&done.bytes).as_deref(), Ok(report.as_bytes()));
    assert_eq!(plain(report.as_bytes()).as_deref(), Ok(report.as_bytes()));
    assert_eq!(unmarked(report.as_bytes()), report.as_bytes());
}

#[test]
fn one_line_a_place() {
    let report = format!("{HEAD}- 09:30 - The alert fired.\n- 10:30 - Restored.{TAIL}");
    let done = with(
        report.as_bytes(),
        &[
            add(Spot::Entry(0), "One."),
            add(Spot::Entry(0), "Two."),
            add(Spot::Entry(7), "Three."),
        ],
    );
    assert_eq!(done.left_out, [Spot::Entry(0), Spot::Entry(7)]);
    assert!(
        String::from_utf8(done.bytes)
            .expect("UTF-8")
            .contains("*One.*")
    );
}

#[test]
fn broken_marks_are_said_to_be_so() {
    for (text, span, message) in [
        (
            "a <!--fun-->b",
            2..12,
            "expected <!--/fun--> to end the humour that begins here, found the end of the file",
        ),
        (
            "a <!--fun-->b<!--fun-->c<!--/fun-->",
            2..12,
            "expected <!--/fun--> to end the humour that begins here, found another <!--fun-->",
        ),
        (
            "a b<!--/fun-->",
            3..14,
            "expected <!--fun--> before this, which only ends humour, found none",
        ),
    ] {
        let broken = plain(text.as_bytes()).expect_err("broken");
        assert_eq!((broken.span, broken.message.as_str()), (span, message));
        assert!(broken.hint.starts_with("put <!--"), "{}", broken.hint);
        assert!(!String::from_utf8_lossy(&unmarked(text.as_bytes())).contains("fun"));
    }
}

#[test]
fn a_long_report_is_done_in_no_time() {
    let entries: Vec<String> = (0..2000)
        .map(|n| {
            format!(
                "- {:02}:{:02} - Step `{n}` was *taken*.",
                n / 60 % 24,
                n % 60
            )
        })
        .collect();
    let report = format!("{HEAD}{}{TAIL}", entries.join("\n"));
    let begin = std::time::Instant::now();
    let done = with(report.as_bytes(), &everywhere(report.as_bytes(), "A line."));
    assert!(begin.elapsed().as_secs() < 20, "{:?}", begin.elapsed());
    assert_eq!(done.left_out, []);
}
