//! What must hold whenever pictures are put into a report, whatever report it is.

#![allow(dead_code, reason = "each user takes its part of this")]

use postmirth::diagnostic::Warned;
use postmirth::draw::Chart;
use postmirth::facts::facts;
use postmirth::publish::embed::{
    Details, DetailsPart, Embedded, Image, Insert, PicturePlaces, StrippedReport, embed, places,
    strip,
};
use postmirth::read::Report;
use postmirth::source::Source;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;

/// The alt text of every picture here: nothing in it may be taken for Markdown or HTML.
pub(crate) const ALT: &str =
    "A_b*c*: \"2 < 3\" & [x](y) | `z` \\ – <!-- /postmirth --> ~~10:30~~ $é$";

/// The three pictures of a report.
pub(crate) fn inserts() -> Vec<Insert> {
    let details = |name: &str| Details {
        summary: format!("The {name} in words --> </summary>"),
        parts: vec![
            DetailsPart::Paragraph(
                "09:30 </details><script>x</script>\n\n# No heading <!-- postmirth:cover -->"
                    .into(),
            ),
            DetailsPart::List(vec!["10:30 – restored".into(), "\n\n- 11:00 <b>bold</b>".into()]),
        ],
    };
    let insert = |chart: Chart, image, details| Insert {
        chart,
        alt: ALT.into(),
        details,
        caption: Some("A *line* below it.".into()),
        options: String::new(),
        image,
    };
    let pair = Image::LightAndDark {
        light: "pictures/light one.svg".into(),
        dark: "pictures/dark,one.svg".into(),
    };
    vec![
        insert(
            Chart::Incident,
            Image::One("pictures/a (1) é#?%.svg".into()),
            Some(details("timeline")),
        ),
        insert(Chart::Actions, pair, Some(details("measures"))),
        insert(Chart::Cover, Image::One("pictures/cover.png".into()), None),
    ]
}

/// The default places of a plain report.
pub(crate) fn default_places(plain: &StrippedReport) -> PicturePlaces {
    let source = Source::from_bytes("report.md", &plain.bytes).value;
    places(&Report::of(&source))
}

/// A report with its pictures at the places that they have or get.
pub(crate) fn with_pictures(bytes: &[u8]) -> Embedded {
    let plain = strip(bytes).expect("sound markers");
    embed(&plain, &inserts(), &default_places(&plain))
}

/// The text of a file, line breaks made one kind.
pub(crate) fn text(bytes: &[u8]) -> String {
    Source::from_bytes("report.md", bytes).value.text().replace("\r\n", "\n").replace('\r', "\n")
}

/// The facts of a report without its lines.
pub(crate) fn told(bytes: &[u8]) -> Value {
    fn without_lines(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.remove("line");
                // It names lines, too.
                let code = fields.get("code").and_then(Value::as_str);
                if matches!(code, Some("part-read" | "second-telling" | "untimed-entries")) {
                    fields.remove("message");
                }
                fields.values_mut().for_each(without_lines);
            }
            Value::Array(items) => items.iter_mut().for_each(without_lines),
            _ => {}
        }
    }
    let Warned { value: source, warnings } = Source::from_bytes("report.md", bytes);
    let mut told = serde_json::to_value(facts(&Report::of(&source), &warnings)).expect("JSON");
    without_lines(&mut told);
    told
}

/// Cuts out whatever lies between markers, without any thought.
pub(crate) fn cut(bytes: &[u8]) -> Vec<u8> {
    let find = |from: usize, what: &str| {
        let rest = &bytes[from..];
        rest.windows(what.len()).position(|window| window == what.as_bytes()).map(|at| from + at)
    };
    let (mut out, mut from) = (Vec::new(), 0);
    let open = |from| {
        ["incident", "actions", "cover"]
            .iter()
            .filter_map(|n| find(from, &format!("<!-- postmirth:{n} -->")))
            .min()
    };
    while let Some(start) = open(from) {
        let end = find(start, "<!-- /postmirth -->").expect("an end") + "<!-- /postmirth -->".len();
        out.extend(&bytes[from..start]);
        from = end;
    }
    out.extend(&bytes[from..]);
    out
}

/// The pictures that a Markdown parser sees at the top level, as paragraphs of their own: alt text
/// or HTML.
pub(crate) fn pictures(text: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    let (mut out, mut depth, mut image) = (Vec::new(), 0, None::<String>);
    let mut events = Parser::new_ext(text, options).peekable();
    while let Some(event) = events.next() {
        match &event {
            Event::Start(Tag::Paragraph) if depth == 0 => match events.peek() {
                Some(Event::Start(Tag::Image { dest_url, .. }))
                    if dest_url.starts_with("pictures/") =>
                {
                    image = Some(String::new())
                }
                Some(Event::InlineHtml(tag)) if **tag == *"<picture>" => {
                    image = Some(String::new())
                }
                _ => {}
            },
            Event::Text(text) => image.iter_mut().for_each(|image| image.push_str(text)),
            Event::InlineHtml(html) => image.iter_mut().for_each(|image| image.push_str(html)),
            Event::End(TagEnd::Paragraph) => out.extend(image.take()),
            _ => {}
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    out
}

/// The alt texts of our pictures wherever they show, of those in Markdown and in HTML.
pub(crate) fn seen(text: &str) -> Vec<String> {
    let (mut out, mut image) = (Vec::new(), None::<String>);
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS) {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) if dest_url.starts_with("pictures/") => {
                image = Some(String::new())
            }
            Event::Text(text) => image.iter_mut().for_each(|image| image.push_str(&text)),
            Event::End(TagEnd::Image) => out.extend(image.take()),
            Event::InlineHtml(html) | Event::Html(html) => {
                let alts = html
                    .match_indices("<img src=\"pictures/")
                    .filter_map(|(at, _)| html[at..].split("alt=\"").nth(1)?.split('"').next());
                out.extend(alts.map(unescaped));
            }
            _ => {}
        }
    }
    out
}

/// HTML's references made characters.
fn unescaped(html: &str) -> String {
    let mut parts = html.split('&');
    let mut out = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let (name, rest) = part.split_once(';').expect("a reference");
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            number => number
                .strip_prefix('#')
                .and_then(|code| code.parse().ok())
                .and_then(char::from_u32)
                .expect("a number"),
        });
        out.push_str(rest);
    }
    out
}

/// What does not hold of a report that has no pictures yet; `same_facts` where none of its text is
/// replaced.
pub(crate) fn faults(bytes: &[u8]) -> Vec<String> {
    let mut out = Vec::new();
    let mut hold = |what: &str, holds: bool| out.extend((!holds).then(|| what.to_string()));
    let plain = StrippedReport { bytes: bytes.to_vec(), anchors: Vec::new() };
    hold("a plain report is its own plain report", strip(bytes).as_ref() == Ok(&plain));
    let done = embed(&plain, &inserts(), &default_places(&plain));
    let stripped = match strip(&done.bytes) {
        Ok(stripped) => stripped,
        Err(broken) => return vec![format!("embedding broke the markers: {broken:?}")],
    };
    hold("stripping gives the report", stripped.bytes == bytes);
    let placed = inserts().len() - done.unplaced.len();
    hold("every picture has an anchor", stripped.anchors.len() == placed);
    let again = embed(&stripped, &inserts(), &default_places(&stripped));
    hold("a second time changes nothing", again.bytes == done.bytes);
    hold("the same placeholders are left", again.placeholders == done.placeholders);
    hold("anchors stay", strip(&again.bytes).is_ok_and(|again| again.anchors == stripped.anchors));
    let wide = bytes.iter().take(64).filter(|byte| **byte == 0).count() > 1;
    let replaced = stripped.anchors.iter().any(|anchor| !anchor.place.is_empty());
    if !wide && !replaced {
        hold("cutting gives the report", cut(&done.bytes) == bytes);
    }
    let alts = seen(&text(&done.bytes));
    hold(
        &format!("every picture shows with its text, but there are {alts:?}"),
        alts == vec![ALT; placed],
    );
    hold("the reader sees the same events", told(&done.bytes)["events"] == told(bytes)["events"]);
    if !replaced {
        hold("the reader sees the same", told(&done.bytes) == told(bytes));
        let seen = pictures(&text(&done.bytes));
        hold(
            &format!("each picture is a paragraph of its own, but there are {seen:?}"),
            seen.len() == placed,
        );
    }
    out
}
