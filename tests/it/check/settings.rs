//! `postmirth.toml`: what it may hold, and what is said when it holds something else.

use postmirth::check::{CheckSettings, Profile};
use postmirth::diagnostic::code::Severity;
use postmirth::source::Source;
use std::collections::BTreeSet;

fn read(text: &str) -> CheckSettings {
    let file = Source::new("postmirth.toml", text);
    CheckSettings::from_file(&file).unwrap_or_else(|slip| panic!("{}", slip.frame(&file)))
}

fn slip(text: &str) -> String {
    let file = Source::new("postmirth.toml", text);
    CheckSettings::from_file(&file).expect_err("a slip").frame(&file).to_string()
}

fn codes(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| name.to_string()).collect()
}

#[test]
fn every_key_is_read_and_every_key_may_be_left_out() {
    let all = read(
        "[check]\nprofile = \"team\"\nallow = [\"zone-unknown\"]\ndeny = ['word-count']\nfail-on \
            = \"note\"\n",
    );
    let wanted = CheckSettings {
        profile: Some(Profile::Team),
        allow: codes(&["zone-unknown"]),
        deny: codes(&["word-count"]),
        fail_on: Some(Severity::Note),
    };
    assert_eq!(all, wanted);
    for empty in ["", "# nothing yet\n", "[check]\n", "\u{FEFF}[check]\r\n"] {
        assert_eq!(read(empty), CheckSettings::default(), "{empty:?}");
    }
    let open = CheckSettings::default();
    assert_eq!((open.choice().profile, open.fails_on()), (Profile::Brief, Severity::Warning));
}

#[test]
fn a_slip_is_shown_where_it_stands_with_what_was_expected() {
    for (text, place, said) in [
        (
            "[check]\nprofil = \"team\"\n",
            ":2:1\n",
            "unknown field `profil`, expected one of `profile`",
        ),
        ("[chek]\n", ":1:2\n", "unknown field `chek`"),
        (
            "[check]\nprofile = \"student\"\n",
            ":2:11\n",
            "expected brief or team, found \"student\"",
        ),
        (
            "[check]\nfail-on = \"fatal\"\n",
            ":2:11\n",
            "expected note, warning or error, found \"fatal\"",
        ),
        ("[check]\nallow = \"word-count\"\n", ":2:9\n", "expected a sequence"),
        (
            "[check]\ndeny = [\n  \"zone-unknown\",\n  \"wordcount\",\n]\n",
            ":4:3\n",
            "found \"wordcount\"; did you mean `word-count`?",
        ),
        ("[check]\nallow = [\"zone-unknown\"\n", "", "array"),
        ("[check]\nprofile = \"team\"\nprofile = \"brief\"\n", ":3:1\n", "duplicate key"),
    ] {
        let frame = slip(text);
        assert!(frame.starts_with("error[config-unreadable]: "), "{frame}");
        assert!(
            frame.contains(said) && frame.contains(&format!("postmirth.toml{place}")),
            "{frame}"
        );
        assert!(frame.contains("`postmirth explain` lists the codes"), "{frame}");
    }
}

#[test]
fn arguments_have_the_last_word_on_each_code() {
    let file = read(
        "[check]\nprofile = \"team\"\nallow = [\"zone-unknown\", \"year-unknown\"]\ndeny = \
            [\"word-count\", \"no-times\"]\n",
    );
    let asked = CheckSettings {
        allow: codes(&["word-count"]),
        deny: codes(&["year-unknown"]),
        ..CheckSettings::default()
    };
    let both = file.clone().under(&asked);
    assert_eq!(both.allow, codes(&["word-count", "zone-unknown"]));
    assert_eq!(both.deny, codes(&["no-times", "year-unknown"]));
    assert_eq!(both.profile, Some(Profile::Team));
    let asked = CheckSettings {
        profile: Some(Profile::Brief),
        fail_on: Some(Severity::Error),
        ..CheckSettings::default()
    };
    let both = file.under(&asked);
    assert_eq!((both.profile, both.fail_on), (Some(Profile::Brief), Some(Severity::Error)));
}
