//! The lists of phrases that are indexed while the program is compiled: no command shows them alone.

#[allow(dead_code, reason = "the program uses more of it")]
#[path = "../../src/words/lexicon.rs"]
mod index;

use index::{Lexicon, PhraseId, openings};

const LISTS: &[&str] = &["restart|re-start|restart* of, rest,  root cause", "read, rest"];
static KNOWN: Lexicon<{ openings(LISTS) }> = Lexicon::new(LISTS);

fn found(word: &str) -> Vec<(u8, &'static str)> {
    let mut found: Vec<PhraseId> = KNOWN.beginning_with(word).collect();
    found.sort();
    found.into_iter().map(|phrase| (phrase.list, KNOWN.text(phrase))).collect()
}

#[test]
fn phrases_are_found_by_their_first_word() {
    assert_eq!(found("rest"), [(0, "rest"), (1, "rest")]);
    assert_eq!(found("root"), [(0, "root cause")]);
    assert_eq!(found("re"), []);
    assert_eq!(found(""), []);
    assert_eq!(found("é"), []);
}

#[test]
fn a_phrase_with_several_first_words_is_found_once() {
    for word in ["restart", "restarted", "re-start"] {
        assert_eq!(found(word), [(0, "restart|re-start|restart* of")], "{word}");
    }
    assert_eq!(found("re-started"), []);
}

#[test]
fn a_word_is_held_when_it_is_a_whole_phrase() {
    assert!(KNOWN.holds("read") && KNOWN.holds("rest"));
    assert!(!KNOWN.holds("root") && !KNOWN.holds("cause") && !KNOWN.holds("restart"));
}
