//! Nothing that is text makes the reader panic, and every place that it names lies in the text.

use postmirth::check::{Choice, check as rules};
use postmirth::read::{Report, read};
use postmirth::source::{Source, Span};
use std::path::PathBuf;

#[path = "../../fuzz/targets.rs"]
mod targets;

fn examples() -> Vec<(PathBuf, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("examples")
        .map(|entry| entry.expect("entry").path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    assert!(paths.len() >= 8, "the examples are the corpus of these tests");
    paths
        .into_iter()
        .map(|path| (path.clone(), std::fs::read_to_string(path).expect("an example")))
        .collect()
}

/// Reads a text and checks every place that comes back.
#[track_caller]
fn sound(text: &str) {
    let source = Source::new("damaged.md", text);
    let report = Report::of(&source);
    let incident = &report.incident;
    let check = |span: Span| {
        assert!(
            span.start <= span.end && span.end <= text.len(),
            "{span:?} outside of {} bytes:\n{text}",
            text.len()
        );
        assert!(
            text.is_char_boundary(span.start) && text.is_char_boundary(span.end),
            "{span:?} inside a character:\n{text}"
        );
    };
    for event in &incident.events {
        check(event.span);
        event.because.into_iter().for_each(check);
        assert!(event.minute.is_finite());
    }
    incident.notes.iter().for_each(|note| check(note.span));
    incident.actions.iter().for_each(|action| check(action.span));
    incident.zone.iter().for_each(|zone| check(zone.span));
    for doubt in &report.diagnostics {
        doubt.span.into_iter().for_each(check);
        assert!(!doubt.frame(&source).to_string().is_empty());
    }
    // What is checked must not lose its place either; a quarter of the texts is enough of those
    // that differ by a letter.
    if !text.len().is_multiple_of(4) {
        return;
    }
    for finding in rules(&report, &[], &Choice::default()).findings {
        finding.span.into_iter().for_each(check);
        assert!(!finding.frame(&source).to_string().is_empty());
    }
}

/// Runs a check over every example, on as many threads as there are examples.
fn over_examples(check: impl Fn(&str) + Sync) {
    let examples = examples();
    std::thread::scope(|scope| {
        for (_, text) in &examples {
            scope.spawn(|| check(text));
        }
    });
}

#[test]
fn every_line_dropped_or_doubled() {
    over_examples(|text| {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        for index in 0..lines.len() {
            let without: String = lines
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != index)
                .map(|(_, line)| *line)
                .collect();
            sound(&without);
            let twice: String = lines
                .iter()
                .enumerate()
                .flat_map(|(at, line)| std::iter::repeat_n(*line, 1 + usize::from(at == index)))
                .collect();
            sound(&twice);
        }
    });
}

#[test]
fn cut_at_every_character() {
    over_examples(|text| {
        for (at, _) in text.char_indices() {
            sound(&text[..at]);
        }
    });
}

#[test]
fn begun_at_every_line_and_word() {
    over_examples(|text| {
        for (at, _) in text.match_indices([' ', '\n']) {
            sound(&text[at..]);
        }
    });
}

#[test]
fn other_line_breaks_tell_the_same() {
    for (path, text) in examples() {
        let plain = read(&Source::new("report.md", text.as_str())).value;
        for (name, other) in
            [("CRLF", text.replace('\n', "\r\n")), ("CR", text.replace('\n', "\r"))]
        {
            sound(&other);
            let told = read(&Source::new("report.md", other.as_str())).value;
            let facts = |incident: &postmirth::incident::Incident| {
                incident
                    .events
                    .iter()
                    .map(|event| (event.at, event.phase, event.kind, event.text.clone()))
                    .collect::<Vec<_>>()
            };
            assert_eq!(facts(&plain), facts(&told), "{} with {name}", path.display());
        }
    }
}

#[test]
fn hostile_texts() {
    let deep = |open: &str, times: usize| open.repeat(times);
    let texts = [
        String::new(),
        "\u{FEFF}".into(),
        "\0\0\0".into(),
        "---".into(),
        "---\n---".into(),
        "- ".into(),
        "|".into(),
        "| |\n|-|\n| |".into(),
        "<".into(),
        "<!--".into(),
        "<!-- postmirth: -->".into(),
        "<!-- postmirth: zone -->".into(),
        "```".into(),
        "~~~timeline".into(),
        "## Timeline\n- ".into(),
        "## Timeline\n- 10".into(),
        "## Timeline\n- 10:".into(),
        "## Timeline\n- 10:0".into(),
        "## Timeline\n- T+".into(),
        "## Timeline\n- T+99999 days".into(),
        "## Timeline\n- 9999-12-31 23:59: a\n- 00:01: b\n- 00:00: c".into(),
        "## Timeline\n- 0001-01-01 00:00 a".into(),
        "## Timeline\n- 31 February 2024 10:00 a\n- 10:30 b".into(),
        "## Timeline\n- 29 February 10:00 a\n- 30 February 10:30 b".into(),
        "Timeline:\n🕙 10:00 – 🚑\n🕙 10:30 – 🚒".into(),
        "## Timeline\n- 10:00 İstanbul ǅ ŉ ﬀ\n- 10:05 ＵＴＣ １０：００".into(),
        "Timeline\n١٠:٠٠ عربي\n10:00 \u{202E}backwards".into(),
        deep("> ", 10_000) + "10:00 deep",
        deep("- ", 10_000) + "10:00 deep",
        deep("[", 10_000),
        deep("*", 10_000),
        deep("**a ", 5_000),
        deep("<div>", 10_000),
        deep("<!--", 10_000),
        deep("`", 10_001),
        deep("|", 10_000),
        deep("#", 10_000),
        deep("• 10:00 a ", 5_000),
        deep("&amp;", 10_000),
        deep("10:00 - ", 10_000),
        deep("January ", 10_000),
        deep("é", 10_001) + "ing",
        "## Timeline\n- 10:00 éing\n\n## Tasks\n- éing the disk\n- ÿed it\n".into(),
    ];
    for text in texts {
        sound(&text);
    }
}

#[test]
fn bytes_that_are_hardly_text() {
    for bytes in [
        &b"\xFF\xFE"[..],
        b"\xFE\xFF\x00",
        b"\xFF\xFE\x00\xD8",
        b"\xEF\xBB\xBF",
        b"\xC3",
        b"\x80\x81\x8D",
        b"\xE2\x82",
        b"a\x00b\x00c\x00d\x00e",
    ] {
        let source = Source::from_bytes("odd.md", bytes).value;
        sound(source.text());
    }
}

#[test]
fn words_that_end_in_other_letters() {
    // "Enhanšed" looks like the past of a verb, but for a letter of two bytes.
    sound("# Mail\n\n## Corrective measures\n\nThe alert we enhanšed. It was checkéed.\n");
}

#[test]
fn what_the_fuzzer_asks_holds_for_damaged_examples() {
    over_examples(|text| {
        let step = text.len() / 3 + 1;
        for at in (0..text.len()).step_by(step) {
            // Cut where it may be inside of a character, with bytes in between that no text has.
            let (head, tail) = text.as_bytes().split_at(at);
            let damaged = [head, b"\xFF\0<!--", tail].concat();
            for ask in
                [targets::read, targets::draw, targets::check, targets::embed, targets::spice]
            {
                ask(&damaged);
            }
        }
    });
}
