//! The choice of quips: fitting, never twice, in one image, and steady.

use crate::support::golden;
use postmirth::incident::Incident;
use postmirth::read::read;
use postmirth::source::Source;
use postmirth::spice::choose::{Fit, Hand, Place, Wish, deal};
use postmirth::spice::library::Library;
use postmirth::spice::quip::{Home, Part};
use postmirth::spice::tone::Tone;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static LIBRARY: LazyLock<Library> = LazyLock::new(Library::built_in);

fn told(text: &str) -> Incident {
    read(&Source::new("report.md", text)).value
}

fn dealt(incident: &Incident, tone: Tone, seed: Option<u64>) -> Hand {
    deal(&LIBRARY, incident, Wish { tone, seed })
}

fn examples() -> Vec<(String, Incident)> {
    let read = |path: &std::path::PathBuf| {
        (
            golden::stem(path),
            told(&std::fs::read_to_string(path).expect("an example")),
        )
    };
    golden::reports("examples").iter().map(read).collect()
}

const CERTIFICATE: &str = "# The shop was unreachable\n\nRoot cause: the TLS certificate of the \
    shop had expired.\n\n## Timeline\n\n- 09:00 UTC - The certificate of the shop expired and \
    browsers refused the connection.\n- 09:05 UTC - A synthetic check failed and paged the \
    on-call engineer.\n- 09:20 UTC - The load balancer was suspected and its last change was \
    rolled back.\n- 09:40 UTC - The rollback changed nothing.\n- 09:50 UTC - Escalated to the \
    platform team.\n- 10:10 UTC - We found that the renewal job had been failing for 29 days.\n- \
    10:30 UTC - A new certificate was issued by hand and installed.\n- 10:40 UTC - The shop works \
    again in all regions.\n\n## Action items\n\n- Alert when a certificate has fewer than 21 days \
    left.\n- Write a runbook for the renewal.\n- List every certificate and its owner.\n";

#[test]
fn every_quip_is_allowed_where_it_stands() {
    for (name, incident) in examples() {
        for tone in [Tone::Dry, Tone::Wry, Tone::Playful] {
            for seed in [None, Some(1), Some(2), Some(3)] {
                let hand = dealt(&incident, tone, seed);
                let mut ids = BTreeSet::new();
                for pick in &hand.picks {
                    let quip = LIBRARY
                        .quip(&pick.id)
                        .unwrap_or_else(|| panic!("no {}", pick.id));
                    assert!(quip.tones.contains(&tone), "{name}: {pick:?}");
                    assert!(
                        pick.place == Place::SignOff || ids.insert(&pick.id),
                        "{name}: {} twice",
                        pick.id
                    );
                    assert!(
                        !pick.text.contains('{') && pick.text.len() <= 140,
                        "{name}: {pick:?}"
                    );
                    if let Place::Entry(index) = pick.place {
                        assert!(
                            quip.kinds.contains(&incident.events[index].certain_kind()),
                            "{name}: {pick:?}"
                        );
                    }
                    if let Home::Topic(topic) = &quip.home {
                        assert!(
                            hand.topics.contains(topic),
                            "{name}: {pick:?} in a report on {:?}",
                            hand.topics
                        );
                    }
                    // One image: what has a theme has that of the title.
                    assert!(
                        quip.theme.is_none() || quip.theme == hand.theme,
                        "{name}: {pick:?} in {:?}",
                        hand.theme
                    );
                }
            }
        }
    }
}

#[test]
fn no_device_twice_running_among_the_entries() {
    for (name, incident) in examples() {
        let hand = dealt(&incident, Tone::Playful, None);
        let devices: Vec<_> = hand
            .picks
            .iter()
            .filter(|pick| matches!(pick.place, Place::Entry(_)))
            .map(|pick| LIBRARY.quip(&pick.id).expect("a quip").device)
            .collect();
        assert!(
            devices.windows(2).all(|pair| pair[0] != pair[1]),
            "{name}: {devices:?}"
        );
    }
}

#[test]
fn a_tone_has_its_measure() {
    for (name, incident) in examples() {
        let count = |tone: Tone, wanted: &dyn Fn(&Place) -> bool| {
            dealt(&incident, tone, None)
                .picks
                .iter()
                .filter(|pick| wanted(&pick.place))
                .count()
        };
        let entry: &dyn Fn(&Place) -> bool = &|place| matches!(place, Place::Entry(_));
        let events = incident.events.len();
        assert_eq!(count(Tone::Off, &|_| true), 0, "{name}");
        assert!(
            count(Tone::Dry, entry) <= 1
                && count(Tone::Dry, &|place| matches!(place, Place::Heading(_))) == 0,
            "{name}"
        );
        assert!(count(Tone::Wry, entry) <= events.div_ceil(3), "{name}");
        assert!(count(Tone::Playful, entry) <= events.div_ceil(2), "{name}");
        assert_eq!(
            count(Tone::Wry, &|place| *place == Place::Title),
            1,
            "{name} has no title"
        );
        assert_eq!(
            count(Tone::Wry, &|place| *place == Place::SignOff),
            1,
            "{name} has no sign-off"
        );
    }
}

#[test]
fn what_plays_on_the_entrys_own_words_comes_first() {
    let incident = told(CERTIFICATE);
    let hand = dealt(&incident, Tone::Wry, None);
    assert_eq!(hand.topics.first().map(String::as_str), Some("certificate"));
    let entries: Vec<_> = hand
        .picks
        .iter()
        .filter(|pick| matches!(pick.place, Place::Entry(_)))
        .collect();
    assert!(
        entries.len() >= 2 && entries.iter().all(|pick| pick.fit >= Fit::Topic),
        "{entries:?}"
    );
    assert!(
        hand.picks
            .iter()
            .any(|pick| pick.place == Place::Heading(Part::Timeline)),
        "{:?}",
        hand.picks
    );
}

#[test]
fn another_seed_another_hand_and_the_same_seed_the_same() {
    let incident = told(CERTIFICATE);
    let hands: BTreeSet<String> = (0..12)
        .map(|seed| format!("{:?}", dealt(&incident, Tone::Wry, Some(seed)).picks))
        .collect();
    assert!(hands.len() >= 10, "{} hands of 12 seeds", hands.len());
    assert_eq!(
        dealt(&incident, Tone::Wry, Some(7)),
        dealt(&incident, Tone::Wry, Some(7))
    );
}

#[test]
fn an_edit_to_one_entry_leaves_the_others_jokes_alone() {
    let before = dealt(&told(CERTIFICATE), Tone::Wry, None);
    let edited = CERTIFICATE.replace(
        "The shop works again in all regions.",
        "The shop is back everywhere, checked from four regions.",
    );
    let after = dealt(&told(&edited), Tone::Wry, None);
    let others = |hand: &Hand| -> Vec<String> {
        let own = |place: &Place| matches!(place, Place::Entry(index) if *index < 6);
        hand.picks
            .iter()
            .filter(|pick| own(&pick.place))
            .map(|pick| format!("{pick:?}"))
            .collect()
    };
    assert!(!others(&before).is_empty());
    assert_eq!(others(&before), others(&after));
    let title = |hand: &Hand| hand.picks.first().map(|pick| pick.text.clone());
    assert_eq!(title(&before), title(&after));
}

#[test]
fn an_apology_and_what_people_lost_are_left_alone() {
    let text = "# Mail down\n\n## Timeline\n\n- 09:00 UTC - We apologise to everyone who \
        waited.\n- 10:00 UTC - Refunds were paid to all accounts.\n- 11:00 UTC - We are sorry and \
        sent a note of regret.\n";
    for seed in 0..20 {
        let hand = dealt(&told(text), Tone::Playful, Some(seed));
        assert!(
            !hand
                .picks
                .iter()
                .any(|pick| matches!(pick.place, Place::Entry(_))),
            "{:?}",
            hand.picks
        );
    }
}

#[test]
fn a_heading_of_the_image_comes_before_any_other() {
    for (name, incident) in examples() {
        for seed in 0..30 {
            let hand = dealt(&incident, Tone::Playful, Some(seed));
            let Some(theme) = &hand.theme else { continue };
            for pick in &hand.picks {
                let Place::Heading(part) = pick.place else {
                    continue;
                };
                let of_image = |quip: &&postmirth::spice::quip::Quip| {
                    quip.part == Some(part) && quip.theme.as_ref() == Some(theme)
                };
                if LIBRARY
                    .quips
                    .iter()
                    .filter(of_image)
                    .any(|quip| quip.home == Home::Theme && quip.tones.contains(&Tone::Playful))
                {
                    let quip = LIBRARY.quip(&pick.id).expect("a quip");
                    assert_eq!(quip.theme.as_ref(), Some(theme), "{name}, {seed}: {pick:?}");
                }
            }
        }
    }
}

#[test]
fn what_is_only_mentioned_in_the_middle_of_a_long_entry_gets_no_line() {
    let middle = "The last of the workers was looked at with care, since its numbers had been odd \
        all week. The status page was set to yellow. Then everybody had a look at the list of \
        open questions, of which there were eleven, and shared them out.";
    let report = |entry: &str| {
        format!(
            "# Mail down\n\n## Timeline\n\n- 09:00 UTC - It broke.\n- 09:30 UTC - {entry}\n- \
                10:00 UTC - It worked.\n"
        )
    };
    let (mut short, mut long) = (0, 0);
    for seed in 0..40 {
        let of_page = |entry: &str| {
            let hand = dealt(&told(&report(entry)), Tone::Playful, Some(seed));
            let picks = hand
                .picks
                .iter()
                .filter(|pick| matches!(pick.place, Place::Entry(1)));
            picks
                .filter(|pick| {
                    LIBRARY.quip(&pick.id).is_some_and(|quip| {
                        quip.words.iter().any(|word| word.contains("status page"))
                    })
                })
                .count()
        };
        short += of_page("The status page was set to yellow.");
        long += of_page(middle);
    }
    assert!(
        short > 0 && long == 0,
        "{short} lines play on the status page where it is the matter, {long} where it is not"
    );
}

#[test]
fn questions_and_those_who_have_just_begun_are_left_alone() {
    let text = "# Mail down\n\n## Timeline\n\n- 09:00 UTC - The new intern restarted the mail \
        server.\n- 10:00 UTC - A junior colleague suspected the load balancer.\n\n## Action \
        items\n\n- Why did no alert fire?\n- How do we test this? See the wiki.\n";
    for seed in 0..20 {
        let hand = dealt(&told(text), Tone::Playful, Some(seed));
        let own = |place: &Place| matches!(place, Place::Entry(_) | Place::Action(_));
        assert!(
            !hand.picks.iter().any(|pick| own(&pick.place)),
            "{:?}",
            hand.picks
        );
    }
}
