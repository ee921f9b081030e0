//! A writer of the user's own: what is offered, what is read from a reply, what is kept of it.

use crate::support::golden::project;
use postmirth::read::Report;
use postmirth::source::Source;
use postmirth::spice::place::{Addition, plain, spiced};
use postmirth::spice::tone::Tone;
use postmirth::spice::writer::{Brief, Offers, ReplyLine, judge, reply};

fn report(name: &str) -> (Vec<u8>, Report) {
    let bytes = std::fs::read(project(&format!("tests/writer/{name}.md"))).expect("a report");
    let report = Report::of(&Source::from_bytes(name, &bytes).value);
    (bytes, report)
}

/// The lines of a list, each with the report that it is for.
fn listed(name: &str) -> Vec<(String, String)> {
    let text = std::fs::read_to_string(project(&format!("tests/writer/{name}"))).expect("a list");
    let mut home = String::new();
    let mut out = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix("== ") {
            Some(name) => home = name.to_string(),
            None => out.push((home.clone(), line.to_string())),
        }
    }
    out
}

/// Why each line is left out when it is the whole reply; `None` for one that is kept.
fn reasons(lines: &[(String, String)]) -> Vec<Option<String>> {
    let mut known: Vec<(String, Report, Offers)> = Vec::new();
    let mut out = Vec::new();
    for (home, line) in lines {
        if known.iter().all(|(name, ..)| name != home) {
            let (bytes, report) = report(home);
            let offers = Offers::of(&bytes, &report, Some(Tone::Wry));
            known.push((home.clone(), report, offers));
        }
        let (_, report, offers) = known.iter().find(|(name, ..)| name == home).expect("known");
        let lines = reply(line.as_bytes());
        assert_eq!(lines.len(), 1, "{line}");
        let judged = judge(report, offers, &lines);
        out.push(judged.refused.first().map(ToString::to_string));
    }
    out
}

#[test]
fn good_lines_are_kept() {
    let lines = listed("good.txt");
    assert!(lines.len() >= 100);
    let refused: Vec<String> = lines
        .iter()
        .zip(reasons(&lines))
        .filter_map(|((home, line), why)| Some(format!("{home} {line}\n    {}", why?)))
        .collect();
    assert!(
        refused.is_empty(),
        "{} of {} good lines are left out:\n{}",
        refused.len(),
        lines.len(),
        refused.join("\n")
    );
}

#[test]
fn bad_lines_are_left_out_and_the_reason_is_told() {
    let listed = listed("bad.txt");
    let (lines, whys): (Vec<_>, Vec<_>) = listed
        .iter()
        .map(|(home, line)| {
            let (line, why) = line.split_once(" | ").unwrap_or((line.trim_end_matches(" |"), ""));
            ((home.clone(), line.to_string()), why.trim().to_string())
        })
        .unzip();
    let mut wrong = Vec::new();
    for (((_, line), told), why) in lines.iter().zip(reasons(&lines)).zip(whys) {
        match told {
            Some(told) if told.contains(&why) => {}
            told => wrong.push(format!("{line}: expected \"{why}\", found {told:?}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn lines(text: &str) -> Vec<(u64, String)> {
    reply(text.as_bytes()).into_iter().map(|ReplyLine { slot, text }| (slot, text)).collect()
}

#[test]
fn a_reply_is_read_in_every_form_that_chatbots_give_it() {
    let wanted = vec![(7, "It was tidy.".to_string()), (12, "So: \"done\".".to_string())];
    for text in [
        "7: It was tidy.\n12: So: \"done\".",
        "7. It was tidy.\n12. So: \"done\".",
        "7) It was tidy.\n12) So: \"done\".",
        "7 - It was tidy.\n12 — So: \"done\".",
        "**7:** It was tidy.\n\n**12:** So: \"done\".",
        "**7: It was tidy.**\n**12: So: \"done\".**",
        "- **7**: *It was tidy.*\n- **12**: *So: \"done\".*",
        "[7] It was tidy.\n[12] So: \"done\".",
        "[7]: It was tidy.\n[12]: So: \"done\".",
        "Slot 7: It was tidy.\nSLOT 12: So: \"done\".",
        "`7: It was tidy.`\n`12: So: \"done\".`",
        "7 (entry): \"It was tidy.\"\n12 (sign-off): So: \"done\".",
        "> 7: It was tidy.\n> 12: So: \"done\".",
        "7:\nIt was tidy.\n12:\nSo: \"done\".",
        "| slot | line |\n|---|---|\n| 7 | It was tidy. |\n| 12 | So: \"done\". |",
        "Sure! Here are my lines:\n\n```text\n7: It was tidy.\n12: So: \"done\".\n```\n\nNotes:\n1. I \
            left most slots alone.\n2: want more?",
        "I kept to two:\n7: It was tidy.\n12: So: \"done\".\n\n1. Shall I go on?",
        "<think>\n7: no, 12: no\n</think>\n7: It was tidy.\n12: So: \"done\".",
        "\u{1b}[?25l7: It was tidy.\u{1b}[0m\r\n12: So: \"done\".\r\n",
        "\u{feff}7: It was tidy.\n12: So: \"done\".\n3: (silence)\n4: -\n5:",
        r#"{"lines":[{"slot":7,"text":"It was tidy."},{"slot":12,"text":"So: \"done\"."}]}"#,
        r#"{"lines":[{"slot":"7","text":"It was tidy.","why":1},{"slot":12,"line":"So: \"done\"."}]}"#,
        r#"[{"slot":7,"text":"It was tidy."},{"slot":3},{"slot":12,"text":"So: \"done\"."}]"#,
        r#"{"7":"It was tidy.","12":"So: \"done\".","3":null}"#,
        r#"{"lines":{"7":"It was tidy.","slot 12":"So: \"done\"."},"model":"x"}"#,
        "Here you go:\n```json\n{\"7\": \"It was tidy.\",\n \"12\": \"So: \\\"done\\\".\"}\n```\nHave fun!",
        "{\"slot\":7,\"text\":\"It was tidy.\"}\n{\"slot\":12,\"text\":\"So: \\\"done\\\".\"}",
        "{\"lines\":[\n{\"slot\":7,\"text\":\"It was tidy.\"},\n{\"slot\":12,\"text\":\"So: \\\"done\\\".\"},\n{\"slo",
    ] {
        assert_eq!(lines(text), wanted, "{text}");
    }
    for nothing in [
        "", "I would rather not.", "At 7:30 it broke.", "2024-04-18: a day", "{\"lines\": []}",
        "{}", "[[[[[",
    ] {
        assert_eq!(lines(nothing), Vec::new(), "{nothing}");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(lines(&deep), Vec::new());
    assert_eq!(lines("{\"7\":\"One.\",\"7\":\"Two.\"}").len(), 2);
}

#[test]
fn each_slot_and_each_line_is_taken_once_and_no_more_than_the_tone_bears() {
    let (bytes, report) = report("thumbnails");
    let judged = |tone, text: &str| {
        let offers = Offers::of(&bytes, &report, Some(tone));
        let judged = judge(&report, &offers, &reply(text.as_bytes()));
        let kept: Vec<u64> = judged.kept.iter().map(|line| line.slot).collect();
        let told: Vec<String> = judged.refused.iter().map(ToString::to_string).collect();
        (kept, told.join("\n"))
    };
    let (kept, told) = judged(Tone::Wry, "4: One.\n4: Another.\n5: one!\n6: Done");
    assert_eq!(kept, [4, 6]);
    assert_eq!(
        told,
        "line for slot 4 left out: the slot has a line already\nline for slot 5 left out: the same \
            line stands in another slot"
    );
    let all = "3: Ah.\n4: Be.\n5: Ce.\n6: De.\n7: Eh.\n8: Ef.";
    let (kept, told) = judged(Tone::Wry, all);
    assert_eq!(kept, [3, 4, 5, 6, 7]);
    assert!(
        told.contains("slot 8 left out: the tone \"wry\" bears at most 5 behind the entries"),
        "{told}"
    );
    let (kept, _) = judged(Tone::Dry, all);
    assert_eq!(kept.len(), 1);
    let (kept, told) = judged(Tone::Playful, "4: Tidy 🧹.\n5: Grey 🎉🎉.");
    assert_eq!(kept, [4], "{told}");
}

#[test]
fn a_sign_off_goes_with_the_picture_that_it_comes_back_to() {
    let (bytes, report) = report("fountain");
    let offers = Offers::of(&bytes, &report, Some(Tone::Wry));
    let end = "17: The gardener has begun to talk to the gate.";
    let judged = |picture: &str| -> (Vec<u64>, Vec<String>) {
        let lines = reply(format!("11: {picture}\n{end}").as_bytes());
        let judged = judge(&report, &offers, &lines);
        let kept = judged.kept.iter().map(|line| line.slot);
        let refused = judged.refused.iter().map(ToString::to_string);
        (kept.collect(), refused.collect())
    };
    let picture = "The key to a garden ran out. The gardener asked the gate of the old garden.";
    assert_eq!(judged(picture).0, [11, 17]);
    let (kept, refused) = judged(&picture.replace("a garden", "99 gardens"));
    assert!(kept.is_empty(), "{kept:?}");
    assert!(
        refused
            .iter()
            .any(|why| why.ends_with("it comes back to the line for slot 11, which is left out")),
        "{refused:?}"
    );
    // One that has nothing to do with it stays.
    let (kept, _) = judged("The town hall moved 99 times.");
    assert_eq!(kept, [17]);
}

#[test]
fn the_brief_names_every_place_and_echoing_it_says_nothing() {
    for name in ["thumbnails", "scanners", "invoices"] {
        let (bytes, report) = report(name);
        let offers = Offers::of(&bytes, &report, None);
        let brief = Brief::of(&report, &offers).text();
        for offer in &offers.places {
            let (in_report, in_list) =
                (format!("SLOT {}", offer.number), format!("slot {},", offer.number));
            assert!(brief.contains(&in_report) && brief.contains(&in_list), "{name}: {offer:?}");
        }
        for event in &report.incident.events {
            assert!(brief.contains(&event.text), "{name}: {}", event.text);
        }
        let echoed = judge(&report, &offers, &reply(brief.as_bytes()));
        assert_eq!(echoed.kept, [], "{name}");
    }
}

#[test]
fn the_brief_counts_without_a_gap_and_speaks_only_of_what_is_there() {
    let (bytes, report) = report("fountain");
    for (tone, picture, headings) in
        [(Tone::Dry, false, false), (Tone::Wry, true, false), (Tone::Playful, true, true)]
    {
        let offers = Offers::of(&bytes, &report, Some(tone));
        let numbers: Vec<usize> = offers.places.iter().map(|offer| offer.number).collect();
        let all: Vec<usize> = (1..=numbers.len()).collect();
        assert_eq!(numbers, all, "{tone:?}");
        let brief = Brief::of(&report, &offers).text();
        for (words, there) in [
            ("3. In the slot where the cause is explained", picture),
            ("3. There is no room for a picture here", !picture),
            ("Only the sign-off may have the picture in view", picture),
            ("A heading slot adds words", headings),
            ("behind headings", headings),
            ("no machine spoken of as a person", tone == Tone::Dry),
            ("The cache was innocent", tone != Tone::Dry),
        ] {
            assert_eq!(brief.contains(words), there, "{tone:?}: {words}");
        }
        assert!(!brief.contains("\n[") && !brief.contains("<span>"), "{brief}");
    }
}

#[test]
fn prose_has_slots_but_the_impact_and_the_first_of_two_equal_measures_have_none() {
    let (bytes, report) = report("fountain");
    let offers = Offers::of(&bytes, &report, None);
    let brief = Brief::of(&report, &offers).text();
    for line in [
        "Status: Complete *SLOT",
        "since it was February. *SLOT",
        "everything. *SLOT",
        "address of the old controller. *SLOT",
        "controller monthly. *SLOT",
        "a dry place. *SLOT",
    ] {
        assert!(brief.contains(line), "no {line} in:\n{brief}");
    }
    for line in [
        "visitors asked why. *SLOT",
        "tossing coins. *SLOT",
        "every month. *SLOT",
        "in some way. *SLOT",
    ] {
        assert!(!brief.contains(line), "{line} in:\n{brief}");
    }
    assert!(brief.contains("monthly.\" (it repeats line 43)"), "{brief}");
    let additions: Vec<Addition> = offers
        .places
        .iter()
        .map(|offer| Addition { spot: offer.place, text: "As told.".into(), emoji: None })
        .collect();
    let told = spiced(&bytes, &report, &additions);
    assert_eq!(told.left_out, []);
    assert_eq!(plain(&told.bytes).expect("whole marks"), bytes);
}
