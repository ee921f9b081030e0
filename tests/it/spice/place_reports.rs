//! Whole reports with lines in every place: told, and had back.

use super::place::{HEAD, HOSTILE, TAIL, add, everywhere, sound, sound_bytes, with};
use crate::support::embedding::{inserts, with_pictures};
use crate::support::utf16::utf16;
use postmirth::publish::embed::strip;
use postmirth::spice::place::{Spot, plain, unmarked};

#[test]
fn other_encodings() {
    let report = format!("{HEAD}- 09:30 – The café’s alert fired.\n- 10:30 – Restored.{TAIL}");
    let wide = utf16(&report, false, true);
    assert_eq!(sound_bytes(&wide), []);
    let old = report.chars().map(|c| match c {
        '–' => 0x96,
        '’' => 0x92,
        c => u8::try_from(u32::from(c)).expect("a letter of Latin-1"),
    });
    let old: Vec<u8> = old.collect();
    assert_eq!(sound_bytes(&old), []);
    let done = with(&old, &[add(Spot::Entry(0), "Très tard.")]).bytes;
    let wanted = b" alert fired.<!--fun--> *Tr&#232;s tard.*<!--/fun-->\n";
    assert!(
        done.windows(wanted.len()).any(|window| window == wanted),
        "{}",
        String::from_utf8_lossy(&done)
    );
    let marked = [b"\xEF\xBB\xBF".as_slice(), report.as_bytes()].concat();
    assert_eq!(sound_bytes(&marked), []);
}

#[test]
fn every_example() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("examples") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "md") {
            let report = std::fs::read_to_string(&path).expect("a report");
            let entries = |spots: Vec<Spot>| {
                spots.into_iter().filter(|spot| matches!(spot, Spot::Entry(_))).count()
            };
            // One goes on behind a colon, with code.
            let announced = usize::from(path.ends_with("heading-per-event.md"));
            assert_eq!(
                entries(sound(&report)),
                announced,
                "entries left out of {}",
                path.display()
            );
            count += 1;
        }
    }
    assert!(count > 8);
}

#[test]
fn pictures_stay_where_they_are() {
    let report = format!("{HEAD}- 09:30 - The alert fired.\n- 10:30 - Restored.{TAIL}");
    let embedded = with_pictures(report.as_bytes()).bytes;
    assert_eq!(sound_bytes(&embedded), []);
    // Fun and pictures come out in either order.
    let both = with(&embedded, &everywhere(&embedded, "A line.")).bytes;
    let first = plain(&strip(&both).expect("sound markers").bytes).expect("sound marks");
    let second = strip(&plain(&both).expect("sound marks")).expect("sound markers").bytes;
    assert_eq!((first, second), (report.clone().into_bytes(), report.into_bytes()));
    assert_eq!(inserts().len(), 3);
}

#[test]
fn marks_in_code_are_none() {
    let report = format!(
        "{HEAD}- 09:30 - The alert `<!--fun-->` fired.\n- 10:30 - \
            Restored.\n\n```\n<!--/fun-->\n```{TAIL}"
    );
    let done = with(report.as_bytes(), &everywhere(report.as_bytes(), HOSTILE));
    assert_eq!(done.left_out, []);
    assert_eq!(plain(&done.bytes).as_deref(), Ok(report.as_bytes()));
    assert_eq!(plain(report.as_bytes()).as_deref(), Ok(report.as_bytes()));
    assert_eq!(unmarked(report.as_bytes()), report.as_bytes());
}

#[test]
fn one_line_a_place() {
    let report = format!("{HEAD}- 09:30 - The alert fired.\n- 10:30 - Restored.{TAIL}");
    let done = with(
        report.as_bytes(),
        &[add(Spot::Entry(0), "One."), add(Spot::Entry(0), "Two."), add(Spot::Entry(7), "Three.")],
    );
    assert_eq!(done.left_out, [Spot::Entry(0), Spot::Entry(7)]);
    assert!(String::from_utf8(done.bytes).expect("UTF-8").contains("*One.*"));
}

#[test]
fn broken_marks_are_said_to_be_so() {
    for (text, span, message) in [
        (
            "a <!--fun-->b",
            2..12,
            "expected <!--/fun--> to end the humour that begins here, found the end of the file",
        ),
        (
            "a <!--fun-->b<!--fun-->c<!--/fun-->",
            2..12,
            "expected <!--/fun--> to end the humour that begins here, found another <!--fun-->",
        ),
        (
            "a b<!--/fun-->",
            3..14,
            "expected <!--fun--> before this, which only ends humour, found none",
        ),
    ] {
        let broken = plain(text.as_bytes()).expect_err("broken");
        assert_eq!((broken.span, broken.message.as_str()), (span, message));
        assert!(broken.hint.starts_with("put <!--"), "{}", broken.hint);
        assert!(!String::from_utf8_lossy(&unmarked(text.as_bytes())).contains("fun"));
    }
}

#[test]
fn a_long_report_is_done_in_no_time() {
    let entries: Vec<String> = (0..2000)
        .map(|n| format!("- {:02}:{:02} - Step `{n}` was *taken*.", n / 60 % 24, n % 60))
        .collect();
    let report = format!("{HEAD}{}{TAIL}", entries.join("\n"));
    let begin = std::time::Instant::now();
    let done = with(report.as_bytes(), &everywhere(report.as_bytes(), "A line."));
    assert!(begin.elapsed().as_secs() < 20, "{:?}", begin.elapsed());
    assert_eq!(done.left_out, []);
}
