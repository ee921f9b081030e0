//! The library of lines: what is built in, a file laid over it, and what is said of files of one's
//! own.
use crate::support::folder::Folder;
use postmirth::assets;
use postmirth::source::Source;
use postmirth::spice::library::Library;
use postmirth::spice::lint::{LintFinding, lint};
use postmirth::words::matching::holds_one;
use std::collections::BTreeSet;

pub(super) fn built_in(name: &str) -> Source {
    let file =
        assets::QUIPS.iter().find(|file| file.name == name).unwrap_or_else(|| panic!("no {name}"));
    Source::new(format!("{name}.toml"), file.text)
}

#[test]
fn every_built_in_line_stands_up_to_the_pencil() {
    let library = Library::built_in();
    for file in assets::QUIPS {
        assert_eq!(lint(&built_in(file.name), &library), [], "{}", file.name);
    }
}

#[test]
fn ids_are_unique_and_each_line_is_in_the_file_that_is_read_for_it() {
    let library = Library::built_in();
    let mut ids = BTreeSet::new();
    for (name, sheaf) in Library::files() {
        let own = |culprits: &[String]| library.topic(name).is_none() || culprits == [name];
        for quip in &sheaf.quips {
            assert!(ids.insert(&quip.id), "{} twice", quip.id);
            assert!(own(&quip.conditions.culprit), "{} in {name}", quip.id);
            let measures = quip.at.iter().filter(|moment| moment.is_measure()).count();
            assert!(measures == 0 || measures == quip.at.len(), "{}", quip.id);
        }
        for title in &sheaf.titles {
            assert!(ids.insert(&title.id), "{} twice", title.id);
            assert!(own(&title.conditions.culprit), "{} in {name}", title.id);
        }
        for image in &sheaf.analogies {
            assert!(ids.insert(&image.id), "{} twice", image.id);
        }
    }
}

#[test]
fn every_pattern_can_be_found() {
    let library = Library::built_in();
    let signs = library.topics.iter().flat_map(|topic| &topic.signs);
    let quips = library.lines(None).quips();
    let titles = library.lines(None).titles();
    let conditions = quips
        .iter()
        .map(|quip| &quip.conditions)
        .chain(titles.iter().map(|title| &title.conditions));
    let words = conditions.flat_map(|needs| needs.words.iter().chain(&needs.unless));
    for pattern in signs.chain(words) {
        for text in [pattern.replace('*', "s"), pattern.replace('*', "ing")] {
            assert!(
                holds_one(&format!("So: {text}, then."), &[pattern]),
                "\"{pattern}\" is not found in \"{text}\""
            );
        }
        assert!(!holds_one("Qqq zzz 17.", &[pattern]), "\"{pattern}\" is found anywhere");
    }
}

pub(super) const OWN: &str = r#"
[[line]]
id = "dns-mine"
at = ["broke", "restart_failed"]
culprit = "dns"
words = ["resolver*"]
tones = ["wry"]
text = "The phone book was out."

[[title]]
id = "dns-mine-title"
culprit = "dns"
text = "Nobody Knows {service}"
sign_off = ["Now {it:service} {is:service} in the book."]

[[analogy]]
id = "dns-mine-image"
culprit = "dns"
image = "a phone book"
title = "The Phone Book"
sign_off = "It is back on its shelf."
lines = [
  { at = "broke", text = "The book was gone." },
  { at = "alert", text = "Nobody could look up whom to call." },
  { at = "fix", text = "The book was printed again." },
  { at = ["resolved", "verified"], text = "People called." },
]
"#;

/// What is said of a file, and where.
pub(super) fn said(text: &str) -> Vec<(String, String)> {
    let source = Source::new("own.toml", text);
    let findings: Vec<LintFinding> = lint(&source, &Library::built_in());
    let said = |finding: &LintFinding| {
        let place = source.slice(finding.span.expect("a place"));
        (place.to_string(), finding.message.clone())
    };
    findings.iter().map(said).collect()
}

#[test]
fn a_sound_file_gets_no_mark() {
    assert_eq!(said(OWN), []);
}

#[test]
fn each_rule_finds_what_it_is_for() {
    let line = |new: &str| OWN.replace("The phone book was out.", new);
    let title = |new: &str| OWN.replace("Nobody Knows {service}", new);
    let taken = Library::built_in().lines(None).quips()[0].clone();
    for (text, at, message) in [
        (line("It was {nobody}."), "\"It was", "expected a blank that there is"),
        (line("It was the {culprit}."), "\"It was", "without an article"),
        (
            line(&format!("Very {}.", "l".repeat(130))),
            "\"Very",
            "expected 1 to 120 characters, found 136",
        ),
        (
            line("It should have been seen."),
            "\"It should",
            "expected a line that blames nobody, found \"should have\"",
        ),
        (
            line("The manager was out."),
            "\"The man",
            "expected a line without people, found \"manager\"",
        ),
        (
            line("The line was dead."),
            "\"The line",
            "expected a line that is safe in a sad week, found \"dead\"",
        ),
        (
            line("No drama at all."),
            "\"No dr",
            "expected a line of one's own, without stock words, found \"drama\"",
        ),
        (line("The book was out"), "\"The", "expected a full stop at the end, found none"),
        (line("The book was out!."), "\"The", "expected no exclamation mark"),
        (line("The *book* was out."), "\"The", "expected no markup"),
        (line("The book was öut."), "\"The", "expected plain letters, — and …, found \"ö\""),
        (
            line("the book was out."),
            "\"the",
            "expected a capital letter at the beginning, found \"t\"",
        ),
        (line("It took 4 minutes."), "\"It took", "expected no number but the report's own"),
        (line("It is back on its shelf."), "\"It", "found the words of \"dns-mine"),
        (line(&taken.text), "\"", &format!("found the words of \"{}\"", taken.id)),
        (
            OWN.replace("\"dns-mine-title\"", "\"dns-mine\""),
            "\"dns-mine\"",
            "expected an id of its own, found \"dns-mine\" a second time",
        ),
        (
            OWN.replace("resolver*", "Resolver*"),
            "\"Resolver*\"",
            "expected words in small letters, found \"Resolver*\"",
        ),
        (
            OWN.replace("at = [\"broke\", \"restart_failed\"]\n", ""),
            "[[line]]",
            "expected `at` in `[[line]]`, found none",
        ),
        (
            OWN.replace("\"restart_failed\"", "\"restart\""),
            "\"restart\"",
            "expected a moment among cause_told,",
        ),
        (
            OWN.replacen("culprit = \"dns\"", "culprit = \"gnomes\"", 1),
            "\"gnomes\"",
            "expected a culprit among api,",
        ),
        (
            OWN.replace("tones = [\"wry\"]", "suspect = \"gnomes\""),
            "\"gnomes\"",
            "expected a suspect among application,",
        ),
        (
            OWN.replace("tones = [\"wry\"]", "when = \"gnomes\""),
            "\"gnomes\"",
            "expected a fact among users_first,",
        ),
        (
            OWN.replace("[\"wry\"]", "[\"off\"]"),
            "\"off\"",
            "expected a tone among dry, wry, playful, found \"off\"",
        ),
        (
            OWN.replace("words =", "word ="),
            "word",
            "expected no such key in `[[line]]`, found `word`",
        ),
        (
            OWN.replace("tones = [\"wry\"]", "sign_off = [\"It was found.\", \"It rang.\"]"),
            "[\"It was",
            "expected 1 ends, one for each text, found 2",
        ),
        (
            OWN.replace("tones = [\"wry\"]", "sign_off = \"It was found.\""),
            "\"It was",
            "expected `sign_off` at `cause_told` only, found another moment",
        ),
        (OWN.replace("[[line]]", "[[verse]]"), "verse", "expected a table among line,"),
        (title("A Name."), "\"A Name.\"", "expected no full stop at the end of a title"),
        (title(&"A Name ".repeat(11)), "\"A Name", "expected 1 to 70 characters, found 77"),
        (
            OWN.replace("  { at = \"fix\", text = \"The book was printed again.\" },\n", ""),
            "[\n",
            "expected 4 to 8 lines, found 3",
        ),
    ] {
        let all = said(&text);
        assert!(
            all.iter().any(|(place, said)| place.starts_with(at) && said.contains(message)),
            "{message}: {all:#?}"
        );
        assert!(all.len() <= 3, "one slip brings too many marks: {all:#?}");
    }
}

#[test]
fn the_program_lists_and_prints_lines() {
    let folder = Folder::new("quips-shown");
    let (told, _) = folder.run(&["quips"], 0);
    for file in assets::QUIPS {
        let listed = told.lines().any(|line| line.starts_with(&format!("{} ", file.name)));
        assert!(listed, "no line for {}\n{told}", file.name);
    }
    assert!(told.lines().any(|line| line.starts_with("all ")), "{told}");
    assert_eq!(folder.run(&["quips", "show", "titles"], 0).0, built_in("titles").text());
    let (_, complaint) = folder.run(&["quips", "show", "toaster"], 2);
    assert_eq!(
        complaint,
        "error: expected a file of lines, found \"toaster\"\n  = `postmirth quips` lists them\n"
    );
}

#[test]
fn the_program_checks_files() {
    let folder = Folder::new("quips-checked");
    folder.put("sound.toml", OWN);
    folder.put("unsound.toml", OWN.replace("book was out.", "book was out"));
    assert_eq!(folder.run(&["quips", "lint", "sound.toml"], 0).0, "1 file read, nothing found\n");
    let (told, _) = folder.run(&["quips", "lint", "sound.toml", "unsound.toml"], 1);
    assert_eq!(told, "unsound.toml:8:8: dns-mine: expected a full stop at the end, found none\n");
    let (told, complaint) = folder.run(&["quips", "lint", "unsound.toml", "gone.toml"], 4);
    assert!(
        complaint.starts_with("error: cannot read gone.toml: ")
            && told.contains("unsound.toml:8:8"),
        "{complaint}{told}"
    );
    folder.put("broken.toml", "[[line]\nid = \"x\"\n");
    let (told, _) = folder.run(&["quips", "lint", "broken.toml"], 1);
    assert!(told.starts_with("broken.toml:1:"), "{told}");
    folder.put("titles.toml", folder.run(&["quips", "show", "titles"], 0).0);
    assert_eq!(folder.run(&["quips", "lint", "titles.toml"], 0).0, "1 file read, nothing found\n");
}
