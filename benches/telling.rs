//! How long it takes to load the quips, to ask what a report is about, and to look for every
//! pattern in its entries.

use divan::Bencher;
use postmirth::incident::Incident;
use postmirth::read::read;
use postmirth::source::Source;
use postmirth::spice::library::Library;
use postmirth::spice::topics;
use postmirth::words::matching::Words;

fn main() {
    divan::main();
}

/// A report of some 5 KB with twenty entries.
fn report() -> Incident {
    let mut text = String::from(
        "# The export that would not end\n\n## Root cause\n\nThe queue had no limit, and the disk \
            filled up.\n\n## Timeline\n\n",
    );
    for count in 0..20 {
        text.push_str(&format!(
            "- 09:{:02} - The database was suspected, since the log was full of timeouts and the \
                worker had been restarted {count} times. \
             The load balancer kept its servers, the certificate was still valid, and the error \
             rate stood at 35%.\n",
            count + 10
        ));
    }
    read(&Source::new("report.md", text)).value
}

#[divan::bench]
fn load() -> Library {
    Library::built_in()
}

#[divan::bench]
fn about(bencher: Bencher) {
    let (library, incident) = (Library::built_in(), report());
    bencher.bench(|| topics(divan::black_box(&library), divan::black_box(&incident)));
}

#[divan::bench]
fn every_pattern(bencher: Bencher) {
    let (library, incident) = (Library::built_in(), report());
    bencher.bench(|| {
        let texts: Vec<Words> =
            incident.events.iter().map(|event| Words::of(&event.text)).collect();
        let fits = |words: &Words| {
            library
                .lines(None)
                .quips()
                .into_iter()
                .filter(|quip| {
                    words.hold_one(&quip.conditions.words)
                        && !words.hold_one(&quip.conditions.unless)
                })
                .count()
        };
        texts.iter().map(fits).sum::<usize>()
    });
}
