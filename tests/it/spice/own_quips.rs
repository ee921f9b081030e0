//! A file of quips of one's own, laid over the built-in ones.

use super::quips::OWN;
use postmirth::diagnostic::code::Code;
use postmirth::source::Source;
use postmirth::spice::library::Library;
use postmirth::spice::lint::lint;

#[test]
fn a_file_of_ones_own_adds_and_replaces() {
    let library = Library::built_in();
    let ids = |library: &Library| -> Vec<String> {
        let quips = library.lines(None).quips();
        quips.iter().map(|quip| quip.id.clone()).collect()
    };
    let known = ids(&library);
    let with = library.clone().with(&Source::new("own.toml", OWN));
    let with = with.expect("a sound file");
    assert_eq!(ids(&with).len(), known.len() + 1);
    let taken = OWN.replace("\"dns-mine\"", &format!("\"{}\"", known[0]));
    let with = with.with(&Source::new("own.toml", taken)).expect("a sound file");
    assert_eq!(ids(&with).len(), known.len() + 1);
    let quips = with.lines(None).quips();
    let texts: Vec<&str> =
        quips.iter().filter(|quip| quip.id == known[0]).map(|quip| quip.text.as_str()).collect();
    assert_eq!(texts, ["The phone book was out."]);
}

#[test]
fn a_file_of_ones_own_brings_topics_and_changes_their_signs() {
    let own = |topic: &str| {
        let text = format!("{topic}\n{}", OWN.replace("\"dns\"", "\"printer\""));
        Library::built_in().with(&Source::new("own.toml", text))
    };
    let topic = "[[topic]]\nid = \"printer\"\nname = \"the printer\"\nsigns = [\"paper jam*\"]\n";
    let with = own(topic).expect("a sound file");
    let printer = with.topic("printer").expect("the new one");
    assert_eq!(printer.name.as_deref(), Some("the printer"));
    assert_eq!(printer.signs, ["paper jam*"]);
    let with = own(&topic.replace("printer", "dns")).expect("a sound file");
    assert_eq!(with.topic("dns").expect("dns").signs, ["paper jam*"]);
    assert_eq!(with.topics.len(), Library::built_in().topics.len());
}

#[test]
fn a_broken_file_is_shown_where_it_is_broken() {
    for (text, line, said) in [
        (OWN.replace("tones = [\"wry\"]", "tones = [\"loud\"]"), "unknown variant `loud`", Some(7)),
        (OWN.replace("[\"broke\", ", "[\"brok\", "), "unknown variant `brok`", Some(4)),
        (OWN.replace("text = \"The phone book was out.\"\n", ""), "missing field `text`", Some(2)),
        (OWN.replace("words", "wrods"), "unknown field `wrods`", Some(6)),
        (OWN.replace("[[line]]", "[[lines]]"), "unknown field `lines`", Some(2)),
        (OWN.replace("id = \"dns-mine\"", "id = "), "", Some(3)),
    ]
    .map(|(text, said, line)| (text, line, said))
    {
        let source = Source::new("own.toml", text);
        let error = Library::built_in().with(&source).expect_err("a broken file");
        assert_eq!(error.code, Code::QuipsUnreadable);
        assert!(error.message.contains(said), "{}", error.message);
        assert_eq!(error.span.map(|span| source.line_of(span.start)), line, "{}", error.message);
        assert!(
            !lint(&source, &Library::built_in()).is_empty(),
            "what cannot be read is also found: {said}"
        );
    }
}
