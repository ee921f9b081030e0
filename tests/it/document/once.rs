//! A report is read once, however much is asked of it.

use postmirth::check::{Choice, Profile, check};
use postmirth::document::documents_read;
use postmirth::facts::{TableStyle, facts, table};
use postmirth::publish::embed::places;
use postmirth::publish::{chart_files, page};
use postmirth::read::{Report, noticed};
use postmirth::render::{RenderOptions, pictures};
use postmirth::source::Source;
use postmirth::spice::library::Library;
use postmirth::spice::tell::{Asked, choose};
use postmirth::spice::tone::guard;

const REPORT: &str = "\
# Parcels without a place

## Summary

From 2025-03-04 09:30 UTC to 10:40 UTC the depot's map was empty for 40 % of the drivers. The root \
cause was a full disk.

## Timeline

- 09:30 UTC - The map began to stay empty.
- 09:41 UTC - A driver called the desk.
- 10:02 UTC - Escalated to the storage team.
- 10:40 UTC - Old tiles were deleted, and the map was back.

## Corrective measures

- [ ] Alert the desk when the disk is 80 % full. Owner: storage
";

/// The number of times that a report's Markdown is read on the way from its text to an answer.
fn times_read<T>(ask: impl Fn(&Report) -> T) -> usize {
    let before = documents_read();
    ask(&Report::of(&Source::new("report.md", REPORT)));
    documents_read() - before
}

#[test]
fn the_facts_need_one_reading() {
    let look = TableStyle { colour: false, width: 100 };
    let all = |report: &Report| {
        let told = facts(report, &[]);
        let json = serde_json::to_string(&told).expect("JSON");
        (json, table(report, &[], look), guard(report), noticed(report))
    };
    assert_eq!(times_read(all), 1);
}

#[test]
fn a_check_needs_one_reading() {
    for profile in [Profile::Brief, Profile::Team] {
        let choice = Choice { profile, ..Choice::default() };
        assert_eq!(times_read(|report| check(report, &[], &choice)), 1);
    }
}

#[test]
fn pictures_of_every_kind_and_the_page_with_them_need_one_reading() {
    let order =
        RenderOptions { charts: postmirth::draw::Chart::ALL.to_vec(), ..RenderOptions::default() };
    let drawn = |report: &Report| {
        let made = pictures(report, &[], &order).expect("pictures");
        let shown = chart_files(&made, None, |_| "picture.svg".to_string());
        (page(report, &shown), places(report))
    };
    assert_eq!(times_read(drawn), 1);
}

#[test]
fn a_choice_of_quips_needs_one_reading() {
    let library = Library::built_in();
    let asked = Asked::default();
    assert_eq!(times_read(|report| choose(report, &library, &asked)), 1);
}
