//! Chats and logs that are pasted into a new report.

use super::new::{each, facts};
use crate::support::folder::Folder;
use crate::support::golden::{matches_all, project, stem};
use postmirth::check::Profile;
use postmirth::new::{from_log, skeleton};
use postmirth::read::read;
use postmirth::source::Source;
use std::collections::BTreeMap;
use std::path::PathBuf;

fn pastes() -> Vec<PathBuf> {
    let folder = std::fs::read_dir(project("tests/new")).expect("tests/new");
    let mut paths: Vec<PathBuf> = folder.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort_by_key(|path| stem(path));
    paths
}

#[test]
fn pasted_chats_and_logs_become_timelines() {
    let folder = Folder::new("new-pasted");
    let wanted: BTreeMap<&str, &str> = [
        ("access-log", "14:02:10 14:02:11 14:31:45"),
        ("brackets", "13:58 14:01 14:02 14:09 14:15 14:15"),
        ("discord", "23:40 23:47 00:05"),
        ("hostile", "09:59 10:00 10:01 10:02 10:03 10:04"),
        ("irc", "13:58:40 13:58:44 14:00:02 14:00:09 14:06:30 00:10"),
        ("iso-log", "14:02:11 14:02:11 14:02:13 14:09"),
        ("keys", "14:02:11 14:02:12 14:02:14 14:03 14:03:02 14:03:05"),
        ("mixed-zones", "01:58:10 02:20 00:59 02:01:30"),
        ("newest-first", "14:41 14:50 15:02 15:20 15:20"),
        ("slack", "23:52 23:58 00:03 00:10"),
        ("syslog", "23:59:58 23:59:59 00:00 00:00 00:41:12"),
        ("teams", "14:02 14:11 14:19"),
        ("teams-web", "14:02 14:11"),
        ("telegram", "14:02 14:09 14:31"),
        ("two-pastes", "20:05 20:29:41 20:30:58 20:31 20:44 20:58 21:10"),
        ("whatsapp-android", "14:02 14:02 14:05 09:30"),
        ("whatsapp-ios", "14:02:11 14:03:40 14:20:05 14:22"),
    ]
    .into();
    assert_eq!(
        pastes().iter().map(|path| stem(path)).collect::<Vec<_>>(),
        wanted.keys().copied().collect::<Vec<_>>()
    );
    let mut goldens = Vec::new();
    for path in pastes() {
        let (name, text) = (stem(&path), std::fs::read_to_string(&path).expect("a paste"));
        folder.put(&format!("{name}.txt"), &text);
        let (told, complaints) = folder.run(&["new", "--from", &format!("{name}.txt")], 0);
        goldens.push((path.with_extension("md"), told.clone()));
        goldens.push((path.with_extension("messages"), complaints));
        folder.put(&format!("{name}.md"), &told);
        let facts = facts(&folder, &format!("{name}.md"));
        assert_eq!(each(&facts, "events", "clock").join(" "), wanted[name.as_str()], "{name}");
        keeps_every_word(&name, &text, &told);
    }
    matches_all(goldens);
}

/// Whatever was pasted stands in the report, as often as in the paste; times are told in figures.
fn keeps_every_word(name: &str, pasted: &str, told: &str) {
    let form = skeleton(Profile::Brief);
    let own: String = told
        .lines()
        .filter(|line| !form.lines().any(|known| known == *line))
        .collect::<Vec<_>>()
        .join("\n");
    let (pasted, own) = (words(pasted), words(&own));
    for (word, count) in pasted {
        assert!(own.get(&word).is_some_and(|kept| *kept >= count), "{name} has lost \"{word}\"");
    }
}

/// Words that begin with a letter, and how often they occur, but for those of dates and clocks.
fn words(text: &str) -> BTreeMap<String, usize> {
    let times = [
        "am", "pm", "at", "jan", "mar", "dec", "january", "march", "december", "tue", "tuesday",
        "4th",
    ];
    let mut counts = BTreeMap::new();
    for word in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.starts_with(char::is_alphabetic))
    {
        let word = word.to_lowercase();
        if !times.contains(&word.as_str()) {
            *counts.entry(word).or_default() += 1;
        }
    }
    counts
}

#[test]
fn what_all_entries_agree_on_stands_in_the_summary() {
    let sorted = |text: &str| from_log(&Source::new("paste.txt", text), Profile::Brief).text;
    let agreed = sorted("2025-03-04T14:02:11+0530 a\n2025-03-04T14:03:11+0530 b\n");
    assert!(
        agreed.contains("\n- **Duration:**\n- **Date:** 2025-03-04\n- **Time zone:** UTC+5:30\n"),
        "{agreed}"
    );
    assert!(agreed.contains("\n- 14:02:11 - a\n- 14:03:11 - b\n"), "{agreed}");
    let apart = sorted("2025-03-04 23:59:11Z a\n2025-03-05 00:03:11 CET b\n");
    assert!(!apart.contains("**Date:**") && !apart.contains("**Time zone:**"), "{apart}");
    assert!(
        apart.contains("\n- 2025-03-05 00:03:11 CET - b\n- 2025-03-04 23:59:11 UTC - a\n"),
        "{apart}"
    );
    let silent = sorted("14:02 a\n14:03 b\n");
    assert!(!silent.contains("**Date:**") && !silent.contains("**Time zone:**"), "{silent}");
}

#[test]
fn a_sentence_with_a_time_is_what_somebody_says() {
    let text = "[14:02] ana: when did it begin?\nat 13:50 or so\nnoon at the latest\n9 AM works \
        for me\nback since 14:01\n\
                see the graph of 2025-03-04 13:00 for more\nrestarted 13:55\n[14:03] bo: thanks\n";
    let sorted = from_log(&Source::new("paste.txt", text), Profile::Brief);
    assert_eq!(sorted.entries, 2, "{}", sorted.text);
}

#[test]
fn damaged_pastes_lose_no_entry() {
    for path in pastes() {
        let text = std::fs::read_to_string(&path).expect("a paste");
        let cuts = text.char_indices().map(|(at, _)| at).filter(|at| at % 3 == 0);
        for at in cuts {
            for part in [&text[..at], &text[at..]] {
                told_again(part);
            }
        }
        told_again(&text.replace('\n', "\r\n"));
        told_again(&text.replace('\n', "\r"));
        told_again(&text.replace(' ', "\u{A0}"));
        told_again(&text.replace(['0', '1', '2'], "\u{1F550}"));
    }
    for odd in [
        "", "\u{FEFF}", "14:02", "[", "[14:02", "14:02:", "<", "14:02 <", "a  2:02 PM", "—\n14:02",
        "- -\n-\n14:02 =",
    ] {
        told_again(odd);
    }
}

/// Every entry that was found is one for the reader, too.
#[track_caller]
fn told_again(text: &str) {
    for form in [Profile::Brief, Profile::Team] {
        let sorted = from_log(&Source::new("paste.txt", text), form);
        let events = read(&Source::new("report.md", sorted.text.as_str())).value.events.len();
        assert_eq!(events, sorted.entries, "of\n{text}\ncame\n{}", sorted.text);
    }
}

#[test]
fn without_a_time_there_is_nothing_to_sort() {
    let folder = Folder::new("new-timeless");
    folder.put("chat.txt", "ana: it is down\n\nbo: since noon\n");
    folder.put("empty.txt", "\n");
    let (told, message) = folder.run(&["new", "gate.md", "--from", "chat.txt"], 3);
    assert_eq!(told, "");
    assert_eq!(
        message,
        "error: chat.txt: expected lines with a time, such as \"[14:02] ana: rolling \
            back\", \"ana  2:02 PM\" over what she \
         said, or \"2025-03-04T14:02:11Z WARN queue full\", found 2 lines without\n  = copy the \
         messages together with their \
         times; without --from there is an empty skeleton\n"
    );
    assert!(folder.run(&["new", "--from", "empty.txt"], 3).1.contains("found an empty text"));
    assert_eq!(folder.files(), ["chat.txt", "empty.txt"], "no report was begun");
    assert!(folder.run(&["new", "--from", "no-such.txt"], 4).1.contains("cannot read no-such.txt"));
    folder.run(&["new", "--profile", "novel"], 2);
}
