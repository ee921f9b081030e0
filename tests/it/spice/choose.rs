//! The choice of lines: particular, never twice, true by the report's own numbers, and steady.

use crate::support::golden;
use postmirth::incident::Incident;
use postmirth::read::read;
use postmirth::source::Source;
use postmirth::spice::choose::{Fit, Pick, Selection, Wish, deal};
use postmirth::spice::library::Library;
use postmirth::spice::moment::Tale;
use postmirth::spice::place::Spot;
use postmirth::spice::tone::Tone;
use postmirth::spice::topics::culprits;
use std::collections::BTreeSet;
use std::sync::LazyLock;

pub(super) static LIBRARY: LazyLock<Library> = LazyLock::new(Library::built_in);

fn incident(text: &str) -> Incident {
    read(&Source::new("report.md", text)).value
}

fn dealt(incident: &Incident, tone: Tone, seed: Option<u64>) -> Selection {
    let words = 500;
    deal(&LIBRARY, incident, Wish { tone, seed, words, causes: &[] })
}

/// The name, the text and the incident of each example.
fn examples() -> Vec<(String, String, Incident)> {
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).expect("an example");
        let incident = incident(&text);
        (golden::stem(path), text, incident)
    };
    golden::reports("examples").iter().map(read).collect()
}

fn entries(hand: &Selection) -> Vec<&Pick> {
    let own = |pick: &&Pick| matches!(pick.place, Spot::Entry(_));
    hand.picks.iter().filter(own).collect()
}

/// Each example told in each tone with a few seeds.
fn told(mut each: impl FnMut(&str, &str, &Incident, Tone, &Selection)) {
    for (name, text, incident) in examples() {
        for tone in [Tone::Dry, Tone::Wry, Tone::Playful] {
            for seed in [None, Some(1), Some(2), Some(3)] {
                let hand = dealt(&incident, tone, seed);
                each(&name, &text, &incident, tone, &hand);
            }
        }
    }
}

pub(super) const LOST: &str = "# The shop was unreachable\n\nRoot cause: the TLS certificate of the shop \
    had expired.\n\n## Timeline\n\n\
    - 09:00 UTC - The shop stopped working. <!-- postmirth: kind=trigger -->\n\
    - 09:05 UTC - An alert fired and paged the on-call engineer.\n\
    - 09:20 UTC - The database was suspected. <!-- postmirth: kind=hypothesis -->\n\
    - 09:40 UTC - Restarting the servers did not help. <!-- postmirth: kind=dead_end -->\n\
    - 09:50 UTC - Escalated to the platform team. <!-- postmirth: kind=escalated -->\n\
    - 10:10 UTC - We found that the certificate had expired. \
    <!-- postmirth: kind=cause_found -->\n\
    - 10:30 UTC - A new certificate was installed. <!-- postmirth: kind=fixing -->\n\
    - 10:40 UTC - The shop was fully restored. <!-- postmirth: kind=resolved -->\n\n\
    ## Action items\n\n- Alert when a certificate has fewer than 21 days left.\n\
    - Write a runbook for the renewal.\n- List every certificate and its owner.\n";

#[test]
fn every_line_is_allowed_where_it_stands() {
    told(|name, _, incident, tone, hand| {
        let tale = Tale::of(incident, culprits(&LIBRARY, incident));
        let quips = LIBRARY.lines(None).quips();
        let mut ids = BTreeSet::new();
        for pick in &hand.picks {
            assert!(
                pick.place == Spot::SignOff || ids.insert(&pick.id),
                "{name}: {} twice",
                pick.id
            );
            assert!(!pick.text.contains(['{', '}']), "{name}: {pick:?}");
            assert!(pick.text.chars().count() <= 150, "{name}: {pick:?}");
            let moments = match pick.place {
                Spot::Entry(at) => &tale.entries[at],
                Spot::Action(at) => &tale.actions[at],
                _ => continue,
            };
            let Some(quip) = quips.iter().find(|quip| quip.id == pick.id) else {
                assert_eq!(pick.fit, Fit::Image, "{name}: {pick:?}");
                continue;
            };
            let needs = &quip.conditions;
            assert!(needs.tones.contains(&tone), "{name}: {pick:?}");
            let recognised = moments.iter().any(|one| {
                let suspects = &needs.suspect;
                let suspected = one.suspect.is_some_and(|it| suspects.iter().any(|id| id == it));
                quip.at.contains(&one.moment) && (suspects.is_empty() || suspected)
            });
            assert!(recognised, "{name}: {pick:?} at {moments:?}");
            let culprit = needs.culprit.iter().any(|id| hand.topics.contains(id));
            assert!(
                needs.culprit.is_empty() || culprit,
                "{name}: {pick:?} in a report on {:?}",
                hand.topics
            );
        }
    });
}

/// Every length that lies between two of its moments, or is stated.
fn lengths(incident: &Incident) -> Vec<i64> {
    let minutes: Vec<f64> = incident.events.iter().map(|event| event.minute).collect();
    let pairs = minutes
        .iter()
        .flat_map(|one| minutes.iter().map(move |other| (other - one).round() as i64));
    let whole = incident.minutes.map(|minutes| minutes.round() as i64);
    pairs.chain(whole).filter(|minutes| *minutes > 0).collect()
}

/// "1 day 2 hours 5 minutes", reckoned anew.
fn spoken(minutes: i64) -> String {
    let unit = |count: i64, unit: &str| match count {
        0 => String::new(),
        1 => format!("1 {unit} "),
        count => format!("{count} {unit}s "),
    };
    let (days, hours) = (minutes / 1440, minutes % 1440 / 60);
    let all = unit(days, "day") + &unit(hours, "hour") + &unit(minutes % 60, "minute");
    all.trim().to_string()
}

#[test]
fn every_number_is_in_the_report_or_follows_from_its_times() {
    told(|name, text, incident, _, hand| {
        let mut known: Vec<String> = lengths(incident).into_iter().map(spoken).collect();
        known.sort_by_key(|length| std::cmp::Reverse(length.len()));
        let clocks = incident.events.iter().filter_map(|event| event.at.clock);
        let clocks: Vec<String> = clocks.map(|clock| clock.format("%H:%M").to_string()).collect();
        for pick in &hand.picks {
            let mut left = pick.text.to_lowercase();
            for length in known.iter().chain(&clocks) {
                left = left.replace(length.as_str(), "");
            }
            let numbers = left.split(|c: char| !c.is_ascii_digit());
            for number in numbers.filter(|number| !number.is_empty()) {
                assert!(text.contains(number), "{name}: {number} in {pick:?}");
            }
        }
    });
}

#[test]
fn a_tone_has_its_measure() {
    told(|name, _, incident, tone, hand| {
        let at = |wanted: &dyn Fn(&Spot) -> bool| {
            hand.picks.iter().filter(|pick| wanted(&pick.place)).count()
        };
        let lines = entries(hand).len();
        let actions = at(&|place| matches!(place, Spot::Action(_)));
        let events = incident.events.len();
        let (most, most_actions) = match tone {
            Tone::Dry => (1, 1),
            Tone::Wry => ((events * 2).div_ceil(5), 2),
            _ => (events.div_ceil(2), 3),
        };
        assert!(lines <= most && actions <= most_actions, "{name}: {hand:?}");
        assert_eq!(at(&|place| matches!(place, Spot::Heading(_))), 0);
        let ends = at(&|place| *place == Spot::SignOff);
        assert!(ends <= usize::from(tone > Tone::Dry), "{name}: {hand:?}");
        let places: BTreeSet<usize> = entries(hand)
            .iter()
            .filter_map(|pick| match pick.place {
                Spot::Entry(at) => Some(at),
                _ => None,
            })
            .collect();
        for at in &places {
            let running = places.contains(&(at + 1)) && places.contains(&(at + 2));
            assert!(!running, "{name}: three lines running");
        }
    });
    let incident = incident(LOST);
    assert_eq!(dealt(&incident, Tone::Off, None), Selection::default());
}

#[test]
fn a_longer_report_gets_more_lines_and_a_short_one_few() {
    let incident = incident(LOST);
    let lines = |words: usize| {
        let wish = Wish { tone: Tone::Wry, seed: None, words, causes: &[] };
        let hand = deal(&LIBRARY, &incident, wish);
        hand.picks
            .iter()
            .filter(|pick| matches!(pick.place, Spot::Entry(_) | Spot::Action(_)))
            .count()
    };
    assert!(lines(120) <= 2, "{} lines in 120 words", lines(120));
    assert!((3..=7).contains(&lines(500)), "{} lines in 500 words", lines(500));
}

#[test]
fn what_plays_on_the_cause_comes_before_what_fits_anywhere() {
    let incident = incident(LOST);
    let mut told = 0;
    for seed in 0..20 {
        let hand = dealt(&incident, Tone::Wry, Some(seed));
        assert_eq!(hand.topics.first().map(String::as_str), Some("certificate"));
        told += entries(&hand).iter().filter(|pick| pick.fit >= Fit::Topic).count();
    }
    assert!(told >= 40, "only {told} lines in 20 hands play on the cause");
}

#[test]
fn another_seed_another_hand_and_the_same_seed_the_same() {
    let incident = incident(LOST);
    let hands: BTreeSet<String> = (0..12)
        .map(|seed| format!("{:?}", dealt(&incident, Tone::Wry, Some(seed)).picks))
        .collect();
    assert!(hands.len() >= 6, "{} hands of 12 seeds", hands.len());
    assert_eq!(dealt(&incident, Tone::Wry, Some(7)), dealt(&incident, Tone::Wry, Some(7)));
}

#[test]
fn an_edit_to_one_entry_leaves_the_others_jokes_alone() {
    let before = dealt(&incident(LOST), Tone::Wry, None);
    let edited = LOST.replace("and paged the on-call engineer", "and paged somebody");
    let after = dealt(&incident(&edited), Tone::Wry, None);
    let others = |hand: &Selection| -> Vec<String> {
        let others = hand.picks.iter().filter(|pick| pick.place != Spot::Entry(1));
        others.map(|pick| format!("{pick:?}")).collect()
    };
    assert!(!others(&before).is_empty());
    assert_eq!(others(&before), others(&after));
}

#[test]
fn an_apology_and_what_people_lost_are_left_alone() {
    let text = "# Mail down\n\n## Timeline\n\n- 09:00 UTC - We apologise to everyone who \
        waited.\n- 10:00 UTC - Refunds were paid to all accounts.\n- 11:00 UTC - We are sorry and \
        sent a note of regret.\n- 12:00 UTC - The new intern restarted the mail server.\n- 13:00 \
        UTC - A junior colleague suspected the load balancer.\n\n## Action items\n\n- Why did no \
        alert fire?\n- How do we test this? See the wiki.\n";
    for seed in 0..20 {
        let hand = dealt(&incident(text), Tone::Playful, Some(seed));
        let own = |place: &Spot| matches!(place, Spot::Entry(_) | Spot::Action(_));
        assert!(!hand.picks.iter().any(|pick| own(&pick.place)), "{:?}", hand.picks);
    }
}

#[test]
fn the_cause_is_given_away_once_before_the_search() {
    let own = "[[line]]\nid = \"own-alert\"\nat = \"alert\"\nculprit = \"certificate\"\nwords = \
        \"alert\"\ntext = \"The certificate set off an alert.\"\n\n[[line]]\nid = \
        \"own-users\"\nat = \"users_noticed\"\nculprit = \"certificate\"\nwords = \
        \"users\"\ntext = \"The users had met the certificate.\"\n";
    let library = LIBRARY.clone().with(&Source::new("own.toml", own));
    let library = library.expect("a sound file");
    let text = LOST.replace(
        "- 09:20 UTC",
        "- 09:10 UTC - Users reported that the shop was gone.\n- 09:20 UTC",
    );
    let incident = incident(&text);
    for seed in 0..40 {
        let wish = Wish { tone: Tone::Wry, seed: Some(seed), words: 800, causes: &[] };
        let hand = deal(&library, &incident, wish);
        let early = hand.picks.iter().filter(|pick| {
            let at_first = matches!(pick.place, Spot::Entry(1 | 2));
            at_first && matches!(pick.fit, Fit::Topic | Fit::Pair)
        });
        assert_eq!(early.count(), 1, "{:?}", hand.picks);
    }
}

#[test]
fn no_title_sets_the_culprit_beside_itself() {
    let own = "[[title]]\nid = \"own-title\"\nculprit = \"firewall\"\nsuspect = \"database\"\n\
        words = \"blocked\"\nwhen = \"wrong_suspect\"\ntext = \"Firewall Keeps {subject} From \
        {suspect}\"\nsign_off = [\"Nothing had got in.\"]\n";
    let library = LIBRARY.clone().with(&Source::new("own.toml", own));
    let library = library.expect("a sound file");
    let titles = |subject: &str| -> BTreeSet<String> {
        let text = LOST
            .replace("The shop was unreachable", &format!("{subject} outage"))
            .replace(
                "the TLS certificate of the shop had expired",
                "a rule of the firewall blocked everybody",
            )
            .replace("the certificate had expired", "a firewall rule blocked everybody");
        let incident = incident(&text);
        let told = (0..40).map(|seed| {
            let wish = Wish { tone: Tone::Wry, seed: Some(seed), words: 500, causes: &[] };
            deal(&library, &incident, wish).picks.swap_remove(0).id
        });
        told.collect()
    };
    assert!(titles("Website").contains("own-title"));
    assert!(!titles("Firewall").contains("own-title"));
}

#[test]
fn an_image_is_carried_from_the_title_to_the_end() {
    let own = "[[analogy]]\nid = \"own\"\nculprit = \"certificate\"\nimage = \"a carton of milk\"\n\
        title = \"Best Before Midnight\"\nsign_off = \"We now read the date before we pour.\"\n\
        lines = [\n  { at = \"broke\", text = \"The carton was open.\" },\n  { at = \
        \"restart_failed\", text = \"It was shaken.\" },\n  { at = \"cause_found\", text = \
        \"There was a date on it.\" },\n  { at = \"fix\", text = \"A new carton was opened.\" \
        },\n]\n";
    let library = LIBRARY.clone().with(&Source::new("own.toml", own));
    let library = library.expect("a sound file");
    let hands = |tone: Tone| -> Vec<Selection> {
        let incident = incident(LOST);
        let wish = |seed| Wish { tone, seed: Some(seed), words: 500, causes: &[] };
        let hands = (0..60).map(|seed| deal(&library, &incident, wish(seed)));
        hands.filter(|hand| hand.theme.as_deref() == Some("a carton of milk")).collect()
    };
    assert!(hands(Tone::Wry).is_empty());
    let hands = hands(Tone::Playful);
    assert!(!hands.is_empty(), "the image is never dealt");
    for hand in hands {
        let texts: Vec<&str> = hand.picks.iter().map(|pick| pick.text.as_str()).collect();
        assert_eq!(texts.first(), Some(&"Best Before Midnight"));
        assert_eq!(texts.last(), Some(&"We now read the date before we pour."));
        let lines = hand.picks.iter().filter(|pick| pick.fit == Fit::Image);
        assert!((3..=4).contains(&lines.count()), "{texts:?}");
    }
}
