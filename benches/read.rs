//! How long reading takes, for a report of 2 KB, 200 KB and 20 MB in each of the common shapes.
//! The bytes per second of the three should be about the same: reading is linear.

use divan::Bencher;
use divan::counter::BytesCount;
use postmirth::read::read;
use postmirth::source::Source;

fn main() {
    divan::main();
}

const SIZES: [usize; 3] = [2_000, 200_000, 20_000_000];

/// A report of about so many bytes whose middle part is repeated.
fn report(size: usize, entry: impl Fn(usize) -> String, measure: &str) -> Source {
    let mut text = String::from(
        "# The export that would not end\n\n## Summary\n\nFrom 2024-04-18 09:30 UTC the export \
            was down; 40% of the users were affected.\n\n## Timeline\n\n",
    );
    let mut count = 0;
    while text.len() < size / 2 {
        text.push_str(&entry(count));
        count += 1;
    }
    text.push_str("\n## Root cause\n\nThe root cause was a queue without a limit.\n\n## Tasks\n\n");
    while text.len() < size {
        text.push_str(measure);
    }
    Source::new("long.md", text)
}

fn clock(count: usize) -> String {
    format!("{:02}:{:02}", count / 60 % 24, count % 60)
}

fn run(bencher: Bencher, source: &Source) {
    bencher.counter(BytesCount::of_str(source.text())).bench(|| read(divan::black_box(source)));
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn bullets(bencher: Bencher, size: usize) {
    let source = report(
        size,
        |count| {
            format!("- {} - The worker was restarted, but the queue kept growing.\n", clock(count))
        },
        "- Add an alert on the length of the queue.\n",
    );
    run(bencher, &source);
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn bare_lines(bencher: Bencher, size: usize) {
    let source = report(
        size,
        |count| {
            format!(
                "{}: The on-call engineer checked the logs and found nothing unusual.\n",
                clock(count)
            )
        },
        "Add an alert on the length of the queue.\n",
    );
    run(bencher, &source);
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn headings(bencher: Bencher, size: usize) {
    let source = report(
        size,
        |count| {
            format!("### {}\n\nThe incident was escalated to the storage team.\n\n", clock(count))
        },
        "1. Review the limits of every queue. It should not take long.\n",
    );
    run(bencher, &source);
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn one_line(bencher: Bencher, size: usize) {
    let source = Source::new(
        "line.md",
        format!(
            "## Timeline\n\n- 09:30 - {}\n",
            "The queue grew and grew, at 10:30 as at 09:40. ".repeat(size / 46)
        ),
    );
    run(bencher, &source);
}
