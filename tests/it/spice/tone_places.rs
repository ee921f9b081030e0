//! Where the guard looks, and the places that it names.

use super::tone::{judged, report};
use postmirth::spice::tone::Tone;

#[test]
fn the_place_is_that_of_the_words() {
    for break_ in ["\n", "\r\n", "\r"] {
        let text = "# Search is slow\n\n## Summary\n\nThe page was slow.\nIn the end *all \
            **backups** failed*, and more.\n";
        let (source, verdict) = judged(&text.replace('\n', break_));
        assert_eq!(verdict.allowed, Tone::Dry);
        let because = &verdict.because[0];
        assert_eq!((because.rule.as_str(), because.text.as_str()), ("data-loss", "backups failed"));
        assert_eq!(source.slice(because.span), "backups** failed");
        assert_eq!(source.line_of(because.span.start), 6);
    }
}

#[test]
fn words_that_wrap_are_found_and_told_on_one_line() {
    let (source, verdict) =
        judged("# Shop\n\nOn Monday 40 shoppers were charged\ntwice for one order.\n");
    assert_eq!(verdict.allowed, Tone::Off);
    assert_eq!(verdict.because[0].text, "charged twice");
    assert_eq!(source.line_of(verdict.because[0].span.start), 3);
}

#[test]
fn letters_of_more_than_one_byte_do_not_shift_the_place() {
    let (source, verdict) =
        judged("# Ärger\n\nÜber Nacht – “naïvely” – the patients’ lists were lost… 🙂 é\n");
    assert_eq!(source.slice(verdict.because[0].span), "patients");
}

#[test]
fn code_comments_and_addresses_are_not_the_reports_own_words() {
    for hidden in [
        "The job `charge customers twice` was slow.",
        "```\nransomware\n```",
        "<!-- All backups failed. -->",
        "See [the notes](https://example.org/data-breach/ransomware) for more.",
        "See https://example.org/ransomware for more.",
        "The file ransomware/patients.csv was large.",
        "    ",
    ] {
        let (_, verdict) = judged(&report("summary", hidden));
        assert_eq!(verdict.allowed, Tone::Playful, "{hidden}: {:?}", verdict.because);
    }
}

#[test]
fn headings_quotes_lists_and_tables_are_read() {
    for shown in [
        "### The night the backups failed\n\nIt was long.",
        "> All backups failed.",
        "1. All backups failed.",
        "| What | How |\n|---|---|\n| Store | All backups failed |",
        "<ul><li>All backups failed.</li></ul>",
        "**All backups failed.**",
        "[All backups failed](https://example.org)",
    ] {
        let (_, verdict) = judged(&report("summary", shown));
        assert_eq!(verdict.allowed, Tone::Dry, "{shown}: {:?}", verdict.because);
    }
}

#[test]
fn the_head_of_a_table_and_an_answered_heading_name_nothing_that_happened() {
    for asked in [
        "| Data loss | Downtime |\n|---|---|\n| none | 3 hours |",
        "| Fact | Value |\n|---|---|\n| Data loss | No |\n| Downtime | 3 hours |",
        "### Data loss\n\nNone.",
        "### Data loss\n\nNo data was lost.",
        "Was any data lost? No.",
        "Was there a data breach? No data breach took place.",
    ] {
        let (_, verdict) = judged(&report("summary", asked));
        assert_eq!(verdict.allowed, Tone::Playful, "{asked}: {:?}", verdict.because);
    }
    let (_, verdict) = judged(&report("summary", "### Data loss\n\nForty orders."));
    assert_eq!(verdict.allowed, Tone::Dry);
}
