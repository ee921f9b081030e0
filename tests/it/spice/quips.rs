//! The library of quips: what is built in, a file laid over it, and what is said of files of one's
//! own.

use crate::support::folder::Folder;
use postmirth::assets;
use postmirth::diagnostic::code::Code;
use postmirth::source::Source;
use postmirth::spice::library::{GENERIC, Library, THEMES};
use postmirth::spice::lint::{Finding, lint};
use postmirth::spice::quip::{Home, Slot};
use postmirth::words::matching::holds;
use std::collections::BTreeSet;

fn built_in(name: &str) -> Source {
    let file = assets::QUIPS
        .iter()
        .find(|file| file.name == name)
        .unwrap_or_else(|| panic!("no {name}"));
    Source::new(format!("{name}.toml"), file.text)
}

#[test]
fn every_built_in_quip_stands_up_to_the_pencil() {
    let library = Library::built_in();
    for file in assets::QUIPS {
        assert_eq!(lint(&built_in(file.name), &library), [], "{}", file.name);
    }
}

#[test]
fn every_file_holds_enough_and_is_called_by_its_topic() {
    let library = Library::built_in();
    for file in assets::QUIPS {
        let own = |slot| {
            let here = |home: &Home, theme: Option<&str>| home.file(theme) == file.name;
            library
                .quips
                .iter()
                .filter(|quip| quip.slot == slot && here(&quip.home, quip.theme.as_deref()))
                .count()
        };
        let topic = library.topic(file.name).is_some();
        assert!(
            topic || file.name == GENERIC || file.name.starts_with("theme-"),
            "{} is called by another name",
            file.name
        );
        let (titles, entries) = if topic { (8, 16) } else { (4, 16) };
        assert!(
            own(Slot::Title) >= titles && own(Slot::Entry) >= entries,
            "{} holds too few quips",
            file.name
        );
        assert!(
            !topic || own(Slot::Action) >= 4 && own(Slot::Heading) >= 3 && own(Slot::Caption) >= 2,
            "{}",
            file.name
        );
    }
}

/// The built-in files are read by a reader of their own, others as TOML.
#[test]
fn what_is_built_in_reads_the_same_as_toml() {
    let mut all = Library::default();
    for file in assets::QUIPS {
        all = all.with(&built_in(file.name)).expect("a sound file");
    }
    assert!(all == Library::built_in(), "the two readers differ");
}

#[test]
fn ids_are_unique_and_lines_have_what_their_slot_needs() {
    let library = Library::built_in();
    let ids: BTreeSet<&str> = library.quips.iter().map(|quip| quip.id.as_str()).collect();
    assert_eq!(ids.len(), library.quips.len());
    for quip in &library.quips {
        assert_eq!(
            quip.sign_off.is_some(),
            quip.slot == Slot::Title,
            "{}",
            quip.id
        );
        assert_eq!(
            quip.part.is_some(),
            quip.slot == Slot::Heading,
            "{}",
            quip.id
        );
        assert_eq!(
            quip.kinds.is_empty(),
            quip.slot != Slot::Entry,
            "{}",
            quip.id
        );
        assert!(
            quip.theme.is_some() || quip.home != Home::Theme,
            "{}",
            quip.id
        );
        assert!(
            quip.theme
                .as_deref()
                .is_none_or(|theme| THEMES.contains(&theme)),
            "{}",
            quip.id
        );
    }
}

#[test]
fn every_pattern_can_be_found() {
    let library = Library::built_in();
    let signs = library.topics.iter().flat_map(|topic| &topic.signs);
    let words = library
        .quips
        .iter()
        .flat_map(|quip| quip.words.iter().chain(&quip.unless));
    for pattern in signs.chain(words) {
        for text in [
            pattern.replace('*', "s"),
            pattern.replace('*', "ing").to_uppercase(),
        ] {
            assert!(
                holds(&format!("So: {text}, then."), pattern),
                "\"{pattern}\" is not found in \"{text}\""
            );
        }
        assert!(
            !holds("Qqq zzz 17.", pattern),
            "\"{pattern}\" is found anywhere"
        );
    }
}

const OWN: &str = r#"
topic = "dns"

[[entry]]
id = "dns-mine"
text = "The phone book was out."
kinds = ["trigger", "dead_end"]
words = ["resolver*"]
tones = ["wry"]
device = "simplify"

[[sign_off]]
id = "dns-mine-end"
text = "The phone book is back."
tones = ["dry", "wry"]
device = "callback"
"#;

#[test]
fn a_file_of_ones_own_adds_and_replaces() {
    let library = Library::built_in();
    let known = library
        .quips
        .iter()
        .find(|quip| quip.id.starts_with("dns-") && quip.slot == Slot::Entry)
        .expect("a quip")
        .id
        .clone();
    let (count, place) = (
        library.quips.len(),
        library.quips.iter().position(|quip| quip.id == known),
    );
    let with = library
        .clone()
        .with(&Source::new("own.toml", OWN))
        .expect("a sound file");
    assert_eq!(with.quips.len(), count + 2);
    let added = with.quip("dns-mine").expect("the new one");
    assert_eq!(
        (added.home.clone(), added.kinds.len()),
        (Home::Topic("dns".into()), 2)
    );
    assert_eq!(
        with.topics, library.topics,
        "a known topic keeps its name and signs"
    );

    let with = library
        .with(&Source::new(
            "own.toml",
            OWN.replace("\"dns-mine\"", &format!("\"{known}\"")),
        ))
        .expect("a sound file");
    assert_eq!(with.quips.len(), count + 1);
    assert_eq!(
        with.quip(&known).expect("it").text,
        "The phone book was out."
    );
    assert_eq!(
        with.quips.iter().position(|quip| quip.id == known),
        place,
        "it keeps its place"
    );
}

#[test]
fn a_file_of_ones_own_brings_topics_and_changes_their_signs() {
    let own = |head: &str| {
        Library::built_in().with(&Source::new(
            "own.toml",
            OWN.replace("topic = \"dns\"", head),
        ))
    };
    let with = own("topic = \"printer\"\nname = \"the printer\"\nsigns = [\"paper jam*\"]")
        .expect("a sound file");
    assert_eq!(
        with.topics.last().map(|topic| topic.name.as_str()),
        Some("the printer")
    );
    let with = own("topic = \"dns\"\nsigns = [\"phone book\"]").expect("a sound file");
    let dns = with.topic("dns").expect("dns");
    assert_eq!(
        (dns.name.as_str(), dns.signs.len()),
        ("the name service", 1)
    );
    let with = own("theme = \"nap\"").expect("a sound file");
    assert_eq!(
        with.quip("dns-mine")
            .map(|quip| (&quip.home, quip.theme.as_deref())),
        Some((&Home::Theme, Some("nap")))
    );
    let with = own("topic = \"generic\"").expect("a sound file");
    assert_eq!(
        with.quip("dns-mine").map(|quip| &quip.home),
        Some(&Home::Any)
    );
}

#[test]
fn a_broken_file_is_shown_where_it_is_broken() {
    for (text, line, said) in [
        (
            OWN.replace("tones = [\"wry\"]", "tones = [\"loud\"]"),
            Some(9),
            "unknown variant `loud`",
        ),
        (
            OWN.replace("[\"trigger\", ", "[\"triger\", "),
            Some(7),
            "expected a kind among trigger, detected",
        ),
        (
            OWN.replace("device = \"simplify\"\n", ""),
            Some(4),
            "missing field `device`",
        ),
        (
            OWN.replace("text = \"The phone book was out.\"", "text = "),
            Some(6),
            "",
        ),
        (
            OWN.replace("words", "wrods"),
            Some(8),
            "unknown field `wrods`",
        ),
        (OWN.replace("topic = \"dns\"", ""), Some(1), "found neither"),
        (
            OWN.replace("topic = \"dns\"", "topic = \"dns\"\ntheme = \"nap\""),
            Some(1),
            "found both",
        ),
        (
            OWN.replace("topic = \"dns\"", "topic = \"printer\""),
            Some(1),
            "beside the new topic \"printer\"",
        ),
    ] {
        let source = Source::new("own.toml", text);
        let slip = Library::built_in()
            .with(&source)
            .expect_err("a broken file");
        assert_eq!(slip.code, Code::QuipsUnreadable);
        assert!(slip.message.contains(said), "{}", slip.message);
        assert_eq!(
            slip.span.map(|span| source.line_of(span.start)),
            line,
            "{}",
            slip.message
        );
        assert!(
            !lint(&source, &Library::built_in()).is_empty(),
            "what cannot be read is also found: {said}"
        );
    }
}

/// What is said of a file, and where.
fn said(text: &str) -> Vec<(String, String)> {
    let source = Source::new("own.toml", text);
    let findings: Vec<Finding> = lint(&source, &Library::built_in());
    findings
        .iter()
        .map(|finding| {
            (
                source.slice(finding.span.expect("a place")).to_string(),
                finding.message.clone(),
            )
        })
        .collect()
}

#[test]
fn a_sound_file_gets_no_mark() {
    assert_eq!(said(OWN), []);
}

#[test]
fn each_rule_finds_what_it_is_for() {
    let line = |new: &str| OWN.replace("The phone book was out.", new);
    let title = "[[title]]\nid = \"dns-t\"\ntext = \"A Name\"\ntones = [\"wry\"]\ndevice \
        = \"contrast\"\nsign_off = \"It has one.\"";
    let heading = "[[heading]]\nid = \"dns-h\"\ntext = \"one book\"\ntones = [\"wry\"]\ndevice \
        = \"contrast\"\nsection = \"cause\"";
    let more = |part: &str, from: &str, to: &str| format!("{OWN}\n{}\n", part.replace(from, to));
    let taken = Library::built_in()
        .quips
        .iter()
        .find(|quip| quip.id.starts_with("disk-"))
        .expect("a quip")
        .clone();
    assert_eq!(said(&more(title, "", "")), []);
    assert_eq!(said(&more(heading, "", "")), []);
    for (text, at, message) in [
        (
            line("It was {culprit}."),
            "\"It was {culprit}.\"",
            "expected a placeholder among {duration}",
        ),
        (
            line("It was {clock ."),
            "\"It was {clock .\"",
            "expected a placeholder among",
        ),
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
        (
            line("The phone book was out"),
            "\"The",
            "expected a full stop at the end, found none",
        ),
        (
            line("The phone book was out!."),
            "\"The",
            "expected no exclamation mark",
        ),
        (
            line("The phone book was öut."),
            "\"The",
            "expected plain letters, — and …, found \"ö\"",
        ),
        (
            line("the phone book was out."),
            "\"the",
            "expected a capital letter at the beginning, found \"t\"",
        ),
        (
            line("The phone book is back."),
            "\"The",
            "found the words of \"dns-mine",
        ),
        (
            line(&taken.text),
            "\"",
            &format!("built-in \"{}\"", taken.id),
        ),
        (
            OWN.replace("\"dns-mine-end\"", "\"dns-mine\""),
            "\"dns-mine\"",
            "expected an id of its own, found \"dns-mine\" a second time",
        ),
        (
            OWN.replace("dns-mine-end", &taken.id),
            &format!("\"{}\"", taken.id),
            "found that of a built-in quip in disk",
        ),
        (
            OWN.replace("resolver*", "Resolver*"),
            "\"Resolver*\"",
            "expected words in small letters, found \"Resolver*\"",
        ),
        (
            OWN.replace("kinds = [\"trigger\", \"dead_end\"]\n", ""),
            "[[entry]]",
            "expected `kinds` in `[[entry]]`, found none",
        ),
        (
            OWN.replace("\"trigger\", \"dead_end\"", ""),
            "[[entry]]",
            "expected at least one of `kinds`, found none",
        ),
        (
            OWN.replace("\"dead_end\"", "\"deadend\""),
            "\"deadend\"",
            "expected a kind among trigger,",
        ),
        (
            OWN.replace("[\"wry\"]", "[\"off\"]"),
            "\"off\"",
            "expected a tone among dry, wry, playful, found \"off\"",
        ),
        (
            OWN.replace("\"simplify\"", "\"shout\""),
            "\"shout\"",
            "expected a device among personify,",
        ),
        (
            OWN.replace(
                "device = \"simplify\"",
                "device = \"simplify\"\ntheme = \"circus\"",
            ),
            "\"circus\"",
            "expected a theme among nap,",
        ),
        (
            OWN.replace("words = [\"resolver*\"]", "words = \"resolver*\""),
            "\"resolver*\"",
            "expected a list of texts, found a string",
        ),
        (
            OWN.replace("words =", "word ="),
            "word",
            "expected no such key in `[[entry]]`, found `word`",
        ),
        (
            OWN.replace("[[sign_off]]", "[[ending]]"),
            "ending",
            "expected a key among topic,",
        ),
        (
            OWN.replace("[[sign_off]]", "[[action]]"),
            "[[action]]",
            "expected `words` in `[[action]]`, found none",
        ),
        (
            OWN.replace("topic = \"dns\"", "theme = \"circus\""),
            "\"circus\"",
            "expected a theme among nap,",
        ),
        (
            OWN.replace(
                "topic = \"dns\"",
                "topic = \"printer\"\nname = \"the printer\"",
            ),
            "\"printer\"",
            "expected `signs` beside a new topic",
        ),
        (
            more(title, "\nsign_off = \"It has one.\"", ""),
            "[[title]]",
            "expected `sign_off` in `[[title]]`, found none",
        ),
        (
            more(title, "A Name", "A Name."),
            "\"A Name.\"",
            "expected no full stop at the end of a title",
        ),
        (
            more(title, "It has one.", "It has one"),
            "\"It has one\"",
            "expected a full stop at the end, found none",
        ),
        (
            more(title, "A Name", &"A Name ".repeat(9)),
            "\"A Name",
            "expected 1 to 60 characters, found 63",
        ),
        (
            more(heading, "one", "One"),
            "\"One book\"",
            "expected a small letter at the beginning of a heading",
        ),
        (
            more(heading, "cause", "end"),
            "\"end\"",
            "expected a section among summary,",
        ),
        (
            more(heading, "section", "kinds"),
            "kinds",
            "expected no such key in `[[heading]]`, found `kinds`",
        ),
    ] {
        let all = said(&text);
        assert!(
            all.iter()
                .any(|(place, said)| place.starts_with(at) && said.contains(message)),
            "{message}: {all:#?}"
        );
        assert!(all.len() <= 3, "one slip brings too many marks: {all:#?}");
    }
}

#[test]
fn a_themes_file_keeps_to_its_theme() {
    let text = OWN
        .replace("topic = \"dns\"", "theme = \"nap\"")
        .replace("dns-", "own-");
    assert_eq!(said(&text), []);
    let all = said(&text.replacen("device", "theme = \"trial\"\ndevice", 1));
    assert_eq!(
        all,
        [(
            "\"trial\"".to_string(),
            "expected the theme of the file, nap, found \"trial\"".to_string()
        )]
    );
}

#[test]
fn the_program_lists_and_prints_quips() {
    let folder = Folder::new("quips-shown");
    let (told, _) = folder.run(&["quips"], 0);
    let all: usize = Library::built_in().quips.len();
    for file in assets::QUIPS {
        assert!(
            told.lines()
                .any(|line| line.starts_with(&format!("{} ", file.name))),
            "no line for {}\n{told}",
            file.name
        );
    }
    assert!(
        told.lines()
            .any(|line| line.starts_with("all ") && line.ends_with(&format!(" {all}"))),
        "{told}"
    );
    assert_eq!(
        folder.run(&["quips", "show", "dns"], 0).0,
        built_in("dns").text()
    );
    assert_eq!(
        folder.run(&["quips", "show", "nap"], 0).0,
        built_in("theme-nap").text()
    );
    assert_eq!(
        folder.run(&["quips", "show", "theme-nap"], 0).0,
        built_in("theme-nap").text()
    );
    let (_, complaint) = folder.run(&["quips", "show", "toaster"], 2);
    assert_eq!(
        complaint,
        "error: expected a topic or a theme, found \"toaster\"\n  = `postmirth quips` lists the \
            topics and the themes\n"
    );
}

#[test]
fn the_program_checks_files() {
    let folder = Folder::new("quips-checked");
    folder.put("sound.toml", OWN);
    folder.put("unsound.toml", OWN.replace("book was out.", "book was out"));
    assert_eq!(
        folder.run(&["quips", "lint", "sound.toml"], 0).0,
        "1 file read, nothing found\n"
    );
    let (told, _) = folder.run(&["quips", "lint", "sound.toml", "unsound.toml"], 1);
    assert_eq!(
        told,
        "unsound.toml:6:8: dns-mine: expected a full stop at the end, found none\n"
    );
    let (told, complaint) = folder.run(&["quips", "lint", "unsound.toml", "gone.toml"], 4);
    assert!(
        complaint.starts_with("error: cannot read gone.toml: ")
            && told.contains("unsound.toml:6:8"),
        "{complaint}{told}"
    );
    folder.put("broken.toml", "topic = \"dns\"\n[[entry]\n");
    let (told, _) = folder.run(&["quips", "lint", "broken.toml"], 1);
    assert!(told.starts_with("broken.toml:2:"), "{told}");
    folder.put("dns.toml", folder.run(&["quips", "show", "dns"], 0).0);
    assert_eq!(
        folder.run(&["quips", "lint", "dns.toml"], 0).0,
        "1 file read, nothing found\n"
    );
}
