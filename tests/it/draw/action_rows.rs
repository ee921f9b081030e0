//! The rows of the chart of action items: owner, day, state, and words for those who cannot see it.

use super::actions::{drawn, example, late, report, shows, solids, with};
use crate::support::drawing::{place, texts, timeline, wording};
use postmirth::draw::ActionsOptions;

#[test]
fn a_table_appears_with_owner_day_and_status() {
    let scene = drawn(&example("table"), None);
    for text in [
        "Owner",
        "Tile Delivery",
        "SRE",
        "Quality",
        "Mobile",
        "10 Oct",
        "14 Oct",
        "31 Oct",
        "14 Nov",
        "28 Nov",
        "In progress",
        "5 tasks, 2 done, the last due 28 Nov",
        "2 done",
        "3 open",
    ] {
        shows(&scene, text);
    }
    assert!(wording(&scene).contains("Build the cache key from an allow-list of"));
    // The mark before a measure says that it is open.
    assert!(!texts(&scene).contains(&"Open".to_string()));
}

#[test]
fn what_the_report_leaves_out_is_told_once() {
    let scene = drawn(&late("- Replace the fuse\n- Write a guide\n"), None);
    let told = texts(&scene);
    let untold = told.iter().filter(|text| text.ends_with("no owner and no day named"));
    assert_eq!(untold.count(), 1, "{told:?}");
    assert!(!told.contains(&"Owner".into()) && !told.contains(&"Due".into()), "{told:?}");
    let scene =
        drawn(&late("- Replace the fuse (@mo)\n- Write a guide, due end of spring\n"), None);
    for text in ["Owner", "@mo", "Due", "end of spring"] {
        shows(&scene, text);
    }
}

#[test]
fn without_times_there_are_rows_and_columns_alone() {
    let long = "- Write down for every service who answers for it at night and what else it \
        needs.\n- Buy a bell.\n";
    let text = report(long).replace("09:00 - ", "").replace("10:00 - ", "");
    let text = text.replace("On 2026-03-04 from 09:00 to 10:00 UTC it was dark.", "It was dark.");
    let scene = drawn(&text, None);
    shows(&scene, "2 tasks");
    shows(
        &scene,
        "Write down for every service who answers for it at night and what else it needs",
    );
    assert!(!wording(&scene).contains("The incident as it went"));
    // Nothing says how far they have come, so there is no ring to fill.
    assert!(solids(&scene, "Buy a bell").iter().all(|(_, wide, _)| *wide < 10.0));
}

/// The lamp went out, nobody knows when.
fn undated(measures: &str) -> String {
    let text = report(measures);
    let at = text.find("## Action items").expect("the measures");
    format!("# Lights out\n\nIt was dark.\n\n{}", &text[at..])
}

#[test]
fn without_times_each_measure_has_a_dot_under_its_kind() {
    let tasks = "- Replace the fuse\n- Repair the wiring\n- Add an alert on the lamp\n";
    let scene = drawn(&undated(tasks), None);
    let middle = |text: &str| place(&scene, text).centre().x;
    let dot = |text: &str| {
        let found = solids(&scene, text);
        let [(x, wide, true)] = found[..] else { panic!("{found:?}") };
        x + wide / 2.0
    };
    for (measure, kind) in [
        ("Replace the fuse", "Prevent"),
        ("Repair the wiring", "Prevent"),
        ("Add an alert on the lamp", "Detect"),
    ] {
        assert!((dot(measure) - middle(kind)).abs() < 1.0, "{measure}");
    }
    // What none is for is told, unless a kind is guessed.
    assert_eq!(wording(&scene).matches("none").count(), 2);
    let guessed = wording(&drawn(&undated(&format!("{tasks}- Buy candles\n")), None));
    assert!(["none", "Respond", "Other"].iter().all(|name| !guessed.contains(name)), "{guessed}");
    // A narrow picture has room for the texts alone.
    let options = ActionsOptions { width: 480.0, ..ActionsOptions::default() };
    let narrow = with(&undated(tasks), "paper", &options).expect("a picture");
    assert!(solids(&narrow, "Replace the fuse").is_empty());
}

#[test]
fn the_title_counts_and_says_what_for() {
    let alert = "- Add an alert on the lamp\n";
    let done = |count: usize| {
        (0..count).map(|at| format!("- [x] Replace fuse {at}\n")).collect::<String>()
    };
    for (tasks, title) in [
        (alert.to_string(), "1 task to detect it"),
        (format!("{alert}- Add an alert on the bell\n"), "2 tasks to detect it"),
        (
            format!("{alert}- Buy candles\n- Buy matches\n- Write a guide\n"),
            "4 tasks: 1 to detect it, 1 to learn, 2 other",
        ),
        (done(1), "The one task is done"),
        (done(2), "Both tasks are done"),
        (done(3), "All 3 tasks are done"),
        (
            "- [ ] Buy candles, due 2026-04-01\n- [ ] Buy matches, due 2026-04-09\n".into(),
            "2 tasks, the last due 9 Apr",
        ),
        (
            "- [ ] Buy candles, due 2026-04-01\n- [x] Buy matches, due 2026-04-09\n".into(),
            "2 tasks, 1 done, the last due 1 Apr",
        ),
        (
            "- [ ] Buy candles, due 2026-04-01\n- [ ] Buy bells\n- [x] Buy wax, due \
                2026-04-09\n"
                .into(),
            "3 tasks, 1 done",
        ),
        (
            "- [ ] Buy candles, due 2026-04-01\n- [ ] Buy bells\n- [ ] Write a guide, due \
                2026-04-09\n"
                .into(),
            "3 tasks: 1 to learn from it, 2 other",
        ),
    ] {
        let scene = drawn(&report(&tasks), None);
        assert_eq!(texts(&scene)[0], title, "{tasks}");
    }
}

#[test]
fn every_measure_has_a_place_in_its_group_and_every_part_below_it() {
    let scene = drawn(
        &report(
            "- Add an alert on the lamp\n- Write a guide for the lamp\n- Replace the lamp\n  - [x] Ask \
                for prices\n  - [ ] Choose one\n- Test the failover to candles\n",
        ),
        None,
    );
    let y = |text: &str| place(&scene, text).y;
    for (group, measure) in [
        ("Prevent", "Replace the lamp"),
        ("Detect", "Add an alert on the lamp"),
        ("Respond", "Test the failover to candles"),
        ("Learn", "Write a guide for the lamp"),
    ] {
        assert!(y(group) < y(measure), "{group}");
    }
    assert!(y("Replace the lamp") < y("Ask for prices") && y("Ask for prices") < y("Choose one"));
    assert!(y("Choose one") < y("Detect"));
}

#[test]
fn the_words_tell_all_of_it() {
    let text = report(
        "- [x] Buy a lamp. @mo, due 2026-04-01\n- Add an alert on the lamp (in review)\n  - Ask \
            the neighbours\n",
    );
    let scene = with(
        &text,
        "paper",
        &ActionsOptions {
            title: Some("The Night of the Candles".into()),
            ..ActionsOptions::default()
        },
    );
    let scene = scene.expect("a picture");
    assert_eq!(scene.title, "Action items of The Night of the Candles");
    assert_eq!(
        scene.description,
        "Detect: Add an alert on the lamp (in review): Ask the neighbours. Buy a lamp (@mo, due \
            2026-04-01, done)."
    );
    assert!(
        wording(&scene).contains("The Night of the Candles")
            && !wording(&scene).contains("Lights out")
    );
    assert_eq!(drawn(&text, None).title, "Action items of Lights out");
}

#[test]
fn a_report_without_measures_has_no_such_picture() {
    assert!(
        with(
            "# Lights out\n\n## Timeline\n\n- 09:00 - Dark.\n",
            "paper",
            &ActionsOptions::default()
        )
        .is_none()
    );
}

#[test]
fn a_long_list_is_cut_and_says_how_many_more_there_are() {
    let tasks: String = (0..40)
        .map(|n| format!("- Wax the rope of bell {n} before it wears through, and note it down.\n"))
        .collect();
    let text = report(&tasks);
    let short = drawn(&text, None);
    assert!(short.height <= 1.4 * short.width, "{}", short.height);
    let words = wording(&short);
    assert!(words.contains("40 tasks"), "{words}");
    let shown = words.matches("Wax the rope").count();
    assert!(words.contains(&format!("and {} more", 40 - shown)), "{words}");
    assert!(short.description.contains("bell 39"));
    let all = with(&text, "paper", &ActionsOptions { all: true, ..ActionsOptions::default() });
    assert_eq!(wording(&all.expect("a picture")).matches("Wax the rope").count(), 40);
}

#[test]
fn what_is_told_of_the_noticing_is_never_called_untold() {
    const UNTOLD: &str = "when it was noticed is not told";
    let tasks = "- Replace the fuse\n- Add an alert on the lamp\n- Rehearse the failover\n";
    let untold = late(tasks).replace("The monitoring alert fired.", "The lamp grew dim.");
    assert!(wording(&drawn(&untold, None)).contains(UNTOLD));
    let prose = untold.replace("it was dark.", "it was dark. It was detected at 09:20.");
    assert!(!wording(&drawn(&prose, None)).contains(UNTOLD));
}

#[test]
fn nothing_was_noticed_when_it_began_if_something_is_told_before() {
    const AT_ONCE: &str = "noticed when it began";
    let tasks = "- Replace the fuse\n- Add an alert on the lamp\n";
    let once = late(tasks).replace("09:20 - The", "09:00 - The");
    assert!(wording(&drawn(&once, None)).contains(AT_ONCE));
    let before = once.replace("- 09:00", "- 08:50 - The lamp was screwed in.\n- 09:00");
    assert!(!wording(&drawn(&before, None)).contains(AT_ONCE));
}

/// Two measures against entries that tell no end.
fn open_end(entries: &[&str]) -> String {
    let tasks = "## Action items\n\n- Replace the fuse\n- Add an alert on the lamp\n";
    format!("{}\n{tasks}", timeline(entries))
}

const DARK: [&str; 3] = [
    "2031-05-06 09:00 UTC - The outage began.",
    "2031-05-06 09:10 UTC - The alert fired.",
    "2031-05-06 09:40 UTC - Engineers look into the logs.",
];

#[test]
fn only_the_last_entry_is_called_so() {
    let told = wording(&drawn(&open_end(&DARK), None));
    assert!(told.contains("Last entry") && told.contains("09:40"), "{told}");
    let after = "2031-05-06 11:00 UTC - The postmortem was published.";
    let with = |extra: &[&str]| wording(&drawn(&open_end(&[&DARK, extra].concat()), None));
    let told = with(&[after]);
    assert!(!told.contains("Last entry"), "{told}");
    assert!(told.contains("Shown to") && told.contains("09:40"), "{told}");
    let told = with(&["2031-05-06 09:50 UTC - Mitigated by a failover.", after]);
    assert!(told.contains("Mitigated") && told.contains("09:50"), "{told}");
}

#[test]
fn the_day_is_that_of_the_start() {
    let before = "2031-05-05 - The lamp was screwed in.";
    let told = wording(&drawn(&open_end(&[&[before], &DARK[..]].concat()), None));
    let day = "6\u{a0}May\u{a0}2031";
    assert!(told.contains(day), "{told}");
}

#[test]
fn the_title_adds_up_to_all_tasks() {
    let kinds = [
        "Prevent a torn fuse with a test of kind",
        "Add an alert on the lamp of kind",
        "Rehearse the failover to candles of kind",
        "Write a guide for the lamp of kind",
        "Paint the cupboard in colour",
    ];
    let tasks: Vec<String> =
        kinds.iter().flat_map(|kind| (10..13).map(move |at| format!("- {kind} {at}\n"))).collect();
    let scene = drawn(&report(&tasks.concat()), None);
    let title = texts(&scene).into_iter().next().unwrap_or_default();
    let figures: Vec<u32> = title
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|figure| figure.parse().ok())
        .collect();
    assert_eq!(figures[1..].iter().sum::<u32>(), figures[0], "{title}");
    assert!(figures.len() == 6, "{title}");
}
