//! Humour in the report itself: it stands where it should, changes nothing, and comes out without a
//! trace.
use crate::support::embedding::told;
use postmirth::read::{Report, read};
use postmirth::source::Source;
use postmirth::spice::place::{Addition, Spiced, Spot, plain, spiced, unmarked};
use postmirth::spice::quip::Part;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

const PARTS: [Part; 5] =
    [Part::Summary, Part::Timeline, Part::Cause, Part::Resolution, Part::Measures];

/// A line that would be a good deal else if it were not written with care.
pub(super) const HOSTILE: &str =
    "*a* _b_ | <i>c</i> [d](e) `f` ``` --> \\ ![g] &amp; ~~h~~ $i$ <!--/fun--> é";

/// A line for every place that a report can have.
pub(super) fn everywhere(bytes: &[u8], text: &str) -> Vec<Addition> {
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

pub(super) fn with(bytes: &[u8], additions: &[Addition]) -> Spiced {
    let source = Source::from_bytes("report.md", bytes).value;
    spiced(bytes, &Report::of(&source), additions)
}

pub(super) fn add(spot: Spot, text: &str) -> Addition {
    Addition { spot, text: text.into(), emoji: None }
}

/// Cuts out whatever lies between marks, without any thought.
fn cut(text: &str) -> String {
    let mut pieces = text.split("<!--fun-->");
    let first = pieces.next().unwrap_or_default().to_string();
    pieces.fold(first, |out, piece| out + piece.split_once("<!--/fun-->").expect("an end").1)
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
                out.push_str(&if name.is_empty() { String::new() } else { format!("</{name}>") });
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
pub(super) fn sound(report: &str) -> Vec<Spot> {
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
pub(super) fn sound_bytes(bytes: &[u8]) -> Vec<Spot> {
    assert_eq!(plain(bytes).as_deref(), Ok(bytes), "a plain report stays as it is");
    let mut left_out = Vec::new();
    for text in ["The disk would like this minuted.", HOSTILE] {
        let additions = everywhere(bytes, text);
        let done = with(bytes, &additions);
        let shown = String::from_utf8_lossy(&done.bytes);
        assert_eq!(plain(&done.bytes).as_deref(), Ok(bytes), "not the report again: {shown}");
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
        let shown =
            seen(marked.text()).matches(text.split(' ').next_back().expect("a word")).count();
        assert!(shown >= placed, "{shown} of {placed} lines show: {}", marked.text());
        left_out = done.left_out;
    }
    left_out
}

pub(super) const HEAD: &str = "# Mail was late\n\n## Summary\n\nMail was late on 18 April 2024 from 09:30 to \
    10:30 UTC.\n\n## Timeline\n\n";

pub(super) const TAIL: &str = "\n\n## Root cause\n\nThe disk was full.\n\n## Resolution\n\nWe emptied \
    it.\n\n## Corrective measures\n\n- Add an alert on disk space.\n- Clean the disk every \
    night.\n";

/// A report with this for a timeline, of which nothing may be left out.
#[track_caller]
pub(super) fn timeline(entries: &str) {
    assert_eq!(sound(&format!("{HEAD}{entries}{TAIL}")), [], "left out");
    assert_eq!(sound(&format!("---\nauthor: Mo\n---\n{HEAD}{entries}{TAIL}")), [], "left out");
}

/// What becomes of a timeline with "Quip." behind its first two entries.
#[track_caller]
pub(super) fn becomes(entries: &str, wanted: &str) {
    timeline(entries);
    let report = format!("{HEAD}{entries}{TAIL}");
    let done = with(report.as_bytes(), &[add(Spot::Entry(0), "One."), add(Spot::Entry(1), "Two.")]);
    assert_eq!(String::from_utf8(done.bytes).expect("UTF-8"), format!("{HEAD}{wanted}{TAIL}"));
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

/// What becomes of the head of a report with a title and a name for its timeline.
#[track_caller]
fn named(head: &str, wanted: &str) {
    let rest = "\n- 09:30 - The alert fired.\n- 10:30 - Restored.\n";
    sound(&format!("{head}{rest}"));
    let additions =
        [add(Spot::Title, "Full House"), add(Spot::Heading(Part::Timeline), "two lines")];
    let done = with(format!("{head}{rest}").as_bytes(), &additions);
    assert_eq!(String::from_utf8(done.bytes).expect("UTF-8"), format!("{wanted}{rest}"));
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
    // A title that looks like any other line gets a heading above it, and the report goes on below.
    named(
        "Postmortem: mail was late\nIssue Summary\nMail was late on 18 April 2024.\n\n## Timeline\n",
        "<!--fun-->\n# Full House\n\n*<!--/fun-->Postmortem: mail was \
            late<!--fun-->*\n\n<!--/fun-->\nIssue Summary\nMail was late on 18 April 2024.\n\n## \
            Timeline<!--fun-->: two lines<!--/fun-->\n",
    );
    // Without a title a heading of its own stands above it all; names that are no Markdown stay as
    // they are.
    named(
        "Mail was late on 18 April 2024. It came.\n\nTimeline:\n",
        "<!--fun-->\n# Full House\n\n<span></span><!--/fun-->Mail was late on 18 April 2024. It \
            came.\n\nTimeline:\n",
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
    let addition =
        Addition { spot: Spot::Entry(0), text: String::new(), emoji: Some("🔥".into()) };
    let done = String::from_utf8(with(report.as_bytes(), &[addition]).bytes).expect("UTF-8");
    assert!(done.contains("The alert fired.<!--fun--> 🔥<!--/fun-->\n"), "{done}");
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
fn nothing_is_left_of_the_marks_where_they_are_taken_out() {
    let rest = "\n## Timeline\n\n- 09:30 - The alert fired.\n- 10:30 - Restored.\n";
    for (head, wanted) in [
        (
            "Mail was late on 18 April 2024. It came.\n",
            "# Full House\n\nMail was late on 18 April 2024. It came.\n",
        ),
        (
            "Postmortem: mail was late\nMail was late on 18 April 2024.\n",
            "# Full House\n\n*Postmortem: mail was late*\n\nMail was late on 18 April 2024.\n",
        ),
    ] {
        for nl in ["\n", "\r\n"] {
            let additions =
                [add(Spot::Title, "Full House"), add(Spot::SignOff, "It was the stamp.")];
            let told = with(format!("{head}{rest}").replace('\n', nl).as_bytes(), &additions);
            let clean = String::from_utf8(unmarked(&told.bytes)).expect("UTF-8");
            assert_eq!(clean, format!("{wanted}{rest}\n*It was the stamp.*\n").replace('\n', nl));
        }
    }
}
