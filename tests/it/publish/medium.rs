//! The page for Medium: only what its editor keeps, with every word, link and picture of the
//! report.
use crate::support::golden::{matches, project, reports, stem};
use postmirth::publish::{PlacedPicture, article};
use postmirth::read::Report;
use postmirth::read::read;
use postmirth::source::Source;
use usvg::roxmltree::{Document, Node};

pub(super) fn placed(at: usize, file: &str) -> PlacedPicture {
    PlacedPicture { at, file: file.into(), alt: format!("What {file} shows.") }
}

/// The page of a report with these pictures.
pub(super) fn page(
    report: &str,
    cover: Option<&PlacedPicture>,
    pictures: &[PlacedPicture],
) -> String {
    let source = Source::new("report.md", report);
    article(&Report::of(&source), cover, pictures)
}

/// The part of a page that is copied, without its title.
pub(super) fn body(report: &str) -> String {
    inside(&page(report, None, &[])).split_once("</h1>\n").expect("a title").1.to_string()
}

#[track_caller]
fn inside(page: &str) -> String {
    let start = page.find("<article>").expect("an article") + "<article>\n".len();
    page[start..page.rfind("</article>").expect("its end")].to_string()
}

const INLINE: &[&str] = &["strong", "em", "code", "a", "br"];

/// Checks that a page is well-formed and holds only what Medium keeps.
#[track_caller]
pub(super) fn sound(page: &str) {
    let article = format!("<article>{}</article>", inside(page));
    let tree = Document::parse(&article).unwrap_or_else(|why| panic!("{why}: {article}"));
    for node in tree.root_element().descendants().filter(Node::is_element).skip(1) {
        let name = node.tag_name().name();
        let parent = node.parent_element().map_or("", |parent| parent.tag_name().name());
        let fits = match parent {
            "article" => {
                ["h1", "h2", "h3", "h4", "p", "pre", "blockquote", "ul", "ol", "hr", "figure"]
                    .contains(&name)
            }
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
    let article =
        format!("<article>{}</article>", inside(page).replace("<br/>", " ").replace("</", " </"));
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
        lines.iter().skip(1).position(|line| *line == "---").map_or(0, |at| at + 2)
    } else {
        0
    };
    let mut out = String::new();
    for (index, line) in lines.iter().enumerate().skip(front) {
        let names = lines.get(index + 1).is_some_and(|next| next.starts_with("| ---"));
        let picture = line.starts_with("![");
        if names || picture || line.starts_with("| ---") || line.starts_with("```") {
            continue;
        }
        let numbered =
            line.trim_start().split_once(". ").filter(|(number, _)| number.parse::<u32>().is_ok());
        let line =
            numbered.map_or(*line, |(_, rest)| rest).replace("- [x]", "").replace("- [ ]", "");
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
        let page =
            page(&text, Some(&placed(0, "cover.png")), &[placed(text.len(), "incident.png")]);
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
    let page =
        page(&text, Some(&placed(0, "table-cover.png")), &[placed(at, "table-incident.png")]);
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
        found.into_iter().map(|(_, mark)| mark).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(order(&[0]), "out cover p0 First more item Last");
    assert_eq!(order(&[at("Second")]), "out cover First p0 more item Last");
    // Inside of a block there is no place.
    assert_eq!(order(&[at("with more")]), "out cover First p0 more item Last");
    assert_eq!(order(&[at("\n- an item"), usize::MAX]), "out cover First more p0 item Last p1");
    assert_eq!(order(&[at("Last"), at("Last")]), "out cover First more item p0 p1 Last");
}

#[test]
fn a_picture_says_what_to_upload_and_its_alt_text_and_is_shown_beside_only() {
    let report = "# Lights out\n\nFirst.\n";
    let odd =
        PlacedPicture { at: 0, file: "my \"<b>\" picture.png".into(), alt: "A & <b>.".into() };
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
    assert!(words.contains("<p>Alt text: A &amp; &lt;b&gt;.</p>"), "{words}");
    // Seen in the browser, but not part of what is copied.
    assert!(!words.contains("<img"));
    assert!(page.contains("url(\"my%20%22%3Cb%3E%22%20picture.png\")"), "{page}");
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
    assert_eq!(title("# **Lights** out\n\n## Summary\n\nDark.\n"), "Lights out");
    assert_eq!(title(&format!("{front}## Summary\n\nDark.\n")), "Mail: down");
    assert_eq!(title(&format!("{front}# Lights out\n\nDark.\n")), "Lights out");
    assert_eq!(title("+++\ntitle = \"Mail down\"\n+++\n\nIt was dark.\n"), "Mail down");
    assert_eq!(title("## Lights out\n\n### Summary\n\nDark.\n"), "Lights out");
    assert_eq!(title("It was dark.\n"), "Postmortem");
    let page = page(&format!("{front}## Summary\n\nDark.\n"), None, &[]);
    assert!(!page.contains("2024-05-31") && page.contains("<title>Mail: down</title>"), "{page}");
}

#[test]
fn entities_are_the_same_characters_in_the_timeline_and_on_the_page() {
    let report = "# T\n\n## Timeline\n\n<ul>\n<li>10:00 &rarr; alert &hellip; &AMP;&#8805;</li>\n\
        <li>10:20 Mail restored</li>\n</ul>\n";
    let events = read(&Source::new("report.md", report)).value.events;
    assert_eq!(events[0].text, "alert … &≥");
    assert!(body(report).contains("<li>10:00 → alert … &amp;≥</li>"));
}
