//! Reports in every encoding, and odd ones: a picture goes in, and the bytes come back.

use super::embed::{HEAD, TAIL, TIMELINE, short, shown, with};
use crate::support::embedding::{
    cut, default_places, faults, inserts, pictures, text, with_pictures,
};
use crate::support::utf16::utf16;
use postmirth::draw::Chart;
use postmirth::publish::embed::{Anchor, PictureForm, PicturePlaces, StrippedReport, embed, strip};

/// What stands in place of a placeholder, by the first picture of which that is so; and checks that
/// it comes back.
#[track_caller]
pub(super) fn replaced(report: &str) -> Vec<(Chart, PictureForm, String)> {
    for text in [report.to_string(), report.replace('\n', "\r\n"), report.replace('\n', "\r")] {
        assert_eq!(faults(text.as_bytes()), Vec::<String>::new(), "in {text:?}");
    }
    let done = with(report, &[Chart::Incident, Chart::Actions]);
    let stripped = strip(done.as_bytes()).expect("sound");
    assert_eq!(String::from_utf8_lossy(&stripped.bytes), report);
    let of =
        |anchor: &Anchor| (anchor.chart, anchor.form, report[anchor.place.clone()].to_string());
    stripped.anchors.iter().filter(|anchor| !anchor.place.is_empty()).map(of).collect()
}

/// Bytes of other encodings: what must hold holds, and the pictures show.
#[track_caller]
fn odd(bytes: &[u8]) -> Vec<u8> {
    let found = faults(bytes);
    assert!(found.is_empty(), "not so: {found:#?} in {bytes:?}");
    let done = with_pictures(bytes).bytes;
    assert_eq!(pictures(&text(&done)).len(), 3);
    done
}

const REPORT: &str = "# Späte Post\n\n[Insert – or draw – diagram]\n\n## Timeline\n\n- 09:30 UTC \
    – Alarm.\n- 10:30 UTC – Behoben.\n\n## Action items\n\n- Add an alert.\n";

#[test]
fn utf_8_with_a_mark() {
    let done = odd(format!("\u{FEFF}{REPORT}").as_bytes());
    assert!(done.starts_with(b"\xEF\xBB\xBF# Sp"));
    odd(format!("\u{FEFF}---\ntitle: a\n---\n{REPORT}").as_bytes());
}

#[test]
fn utf_16() {
    for big in [false, true] {
        for mark in [false, true] {
            let encode = |text: &str| utf16(text, big, mark);
            for report in [
                REPORT.to_string(),
                REPORT.replace('\n', "\r\n"),
                REPORT.replace("Alarm", "Alarm 🚨"),
            ] {
                let done = odd(&encode(&report));
                assert_eq!(
                    done,
                    encode(
                        &String::from_utf8(with_pictures(report.as_bytes()).bytes).expect("UTF-8")
                    )
                );
                let anchors = strip(&done).expect("sound").anchors;
                let start = encode(&report[..report.find("[Insert").expect("a placeholder")]).len();
                assert!(
                    anchors.iter().any(
                        |anchor| anchor.place.start == start && anchor.chart == Chart::Incident
                    ),
                    "{anchors:?} {start} {:?}",
                    String::from_utf8(with_pictures(report.as_bytes()).bytes)
                );
            }
        }
    }
}

#[test]
fn utf_16_that_is_none_is_refused() {
    for bytes in [&b"\xFF\xFEa\x00b"[..], b"\xFF\xFE\x00\xD8a\x00"] {
        let broken = strip(bytes).expect_err("no text");
        assert_eq!(
            broken.message,
            "expected UTF-16 (little endian), found bytes that are not valid in it"
        );
        let plain = StrippedReport { bytes: bytes.to_vec(), anchors: Vec::new() };
        assert_eq!(embed(&plain, &short(&Chart::ALL), &PicturePlaces::default()).bytes, bytes);
    }
}

#[test]
fn bytes_that_are_no_utf_8_get_plain_ascii() {
    let older: Vec<u8> = REPORT
        .chars()
        .map(|c| match c {
            '–' => 0x96,
            c => c as u8,
        })
        .collect();
    let damaged = [REPORT.as_bytes(), "\nöäüöäü \n".as_bytes(), b"\xE2\x82\n"].concat();
    let twice = REPORT.replace('–', "â€“").into_bytes();
    let nul = REPORT.replace("Alarm", "Al\0arm").into_bytes();
    for (bytes, ascii) in [(older, true), (damaged, true), (twice, false), (nul, false)] {
        let done = odd(&bytes);
        let high = |bytes: &[u8]| bytes.iter().filter(|byte| !byte.is_ascii()).count();
        assert_eq!(high(&done) == high(&bytes), ascii);
        assert!(!ascii || String::from_utf8_lossy(&done).contains("&#8211;"));
    }
}

#[test]
fn cut_at_every_character_a_report_can_still_be_had_back() {
    let report = shown(&format!("{HEAD}[Insert diagram -- here]\n{TIMELINE}{TAIL}"));
    for (at, _) in report.char_indices() {
        if let Ok(plain) = strip(&report.as_bytes()[..at]) {
            let done = embed(&plain, &inserts(), &default_places(&plain));
            assert_eq!(strip(&done.bytes).map(|again| again.bytes), Ok(plain.bytes), "cut at {at}");
        }
    }
}

#[test]
fn odd_texts_do_no_harm() {
    for text in [
        "",
        "\n",
        "\r",
        "#",
        "```",
        "<!--",
        "<!-- postmirth:incident -->",
        "---\n",
        "---\na: b\n---",
        "<div>",
        "- ",
        "> ",
        "| a |\n|---|",
        "[Insert diagram]",
        "<img",
        "<img src=\"https://placehold.co/1",
        "[Insert diagram",
        "\\[Insert diagram]",
        "a\\",
        "<ul>\n<li>10:00 a",
    ] {
        let Ok(plain) = strip(text.as_bytes()) else {
            continue;
        };
        for line in 0..4 {
            let places = PicturePlaces {
                incident: Some(line),
                actions: Some(line),
                cover: Some(line),
                ..PicturePlaces::default()
            };
            let done = embed(&plain, &inserts(), &places);
            assert_eq!(
                strip(&done.bytes).map(|again| again.bytes),
                Ok(text.as_bytes().to_vec()),
                "{text:?}"
            );
            let replaced = strip(&done.bytes)
                .is_ok_and(|plain| plain.anchors.iter().any(|anchor| !anchor.place.is_empty()));
            assert!(replaced || cut(&done.bytes) == text.as_bytes());
        }
    }
}

#[test]
fn anchors_that_lie_do_no_harm() {
    let anchor = |start, end, form| Anchor {
        chart: Chart::Incident,
        place: start..end,
        form,
        caption: None,
        options: String::new(),
    };
    for anchor in [
        anchor(0, 900, PictureForm::Block),
        anchor(900, 1, PictureForm::Inline),
        anchor(3, 4, PictureForm::Inline),
    ] {
        let plain =
            StrippedReport { bytes: "é é\n".into(), anchors: vec![anchor.clone(), anchor] };
        embed(&plain, &inserts(), &PicturePlaces::default());
    }
}
