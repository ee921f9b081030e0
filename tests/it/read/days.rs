//! One axis: dates, halves of the day, midnight, order, zones.

use postmirth::read::read;
use postmirth::source::Source;
use postmirth::time::format;

/// `day clock` of each event, the minutes since the first, and the codes of what was said.
fn axis(markdown: &str) -> (Vec<String>, Vec<f64>, Vec<&'static str>) {
    let told = read(&Source::new("report.md", markdown));
    let times = told.value.events.iter().map(|event| {
        let day = event.at.day.map(|day| day.date.format("%m-%d ").to_string()).unwrap_or_default();
        format!("{day}{}", event.at.clock.map_or("-".into(), format::clock))
    });
    let minutes = told.value.events.iter().map(|event| event.minute).collect();
    (times.collect(), minutes, told.warnings.iter().map(|doubt| doubt.code.name()).collect())
}

#[track_caller]
fn places(markdown: &str, times: &[&str], codes: &[&str]) {
    let (found, _, said) = axis(markdown);
    assert_eq!(found, times, "reading\n{markdown}");
    for code in codes {
        assert!(said.contains(code), "{code} is not among {said:?}");
    }
}

#[test]
fn the_date_comes_from_wherever_it_is_told() {
    for head in [
        "On 2024-04-18 the export failed.\n\n## Timeline",
        "# Export down on April 18, 2024\n\n## Timeline",
        "---\ndate: 2024-04-18\n---\n## Timeline",
        "## Timeline (18 April 2024)",
        "## Timeline\n\n18/04/2024\n",
        "<!-- postmirth: date=2024-04-18 -->\n## Timeline",
    ] {
        places(
            &format!("{head}\n- 09:30 UTC - The alert fired.\n- 10:30 UTC - Restored.\n"),
            &["04-18 09:30", "04-18 10:30"],
            &[],
        );
    }
}

#[test]
fn a_midnight_passed_in_silence() {
    places(
        "On 2024-04-18 it broke.\n## Timeline\n- 22:40 - The alert fired.\n- 23:55 - Looked.\n- \
            00:20 - Fixed.\n- 03:10 - Restored.\n",
        &["04-18 22:40", "04-18 23:55", "04-19 00:20", "04-19 03:10"],
        &["midnight-crossed"],
    );
    let (_, minutes, _) =
        axis("## Timeline\n- 11:50 PM - The alert fired.\n- 12:10 AM - Restored.\n");
    assert_eq!(minutes, [0.0, 20.0]);
}

#[test]
fn a_clock_that_runs_backwards_is_reported_not_corrected() {
    places(
        "On 2024-04-18 it broke.\n## Timeline\n- 10:30 - The alert fired.\n- 10:10 - Looked.\n- \
            11:00 - Restored.\n",
        &["04-18 10:30", "04-18 10:10", "04-18 11:00"],
        &["clock-backwards"],
    );
    // Nothing below the line of a day tells of a night that passed.
    places(
        "## Timeline\n\n2024-04-18\n\n- 13:10 - The alert fired.\n- 05:00 - Looked.\n\n\
            2024-04-20\n\n- 09:00 - Restored.\n",
        &["04-18 13:10", "04-18 05:00", "04-20 09:00"],
        &["clock-backwards"],
    );
    places(
        "## Timeline\n- 2024-04-18 10:30 - The alert fired.\n- 2024-04-17 10:10 - Looked.\n",
        &["04-18 10:30", "04-17 10:10"],
        &["clock-backwards"],
    );
}

#[test]
fn a_clock_whose_other_half_fits_its_neighbours_is_read_as_that() {
    for (slip, meant) in [("12:00 AM", "12:00"), ("11:41 PM", "11:41")] {
        let report = format!(
            "On 2024-04-18 it broke.\n## Timeline\n- 11:30 AM - The alert fired.\n- {slip} - \
                Looked.\n- 12:30 PM - Restored.\n"
        );
        let meant = format!("04-18 {meant}");
        places(&report, &["04-18 11:30", &meant, "04-18 12:30"], &["clock-backwards"]);
        let (_, minutes, said) = axis(&report);
        assert!(minutes.is_sorted(), "{minutes:?}");
        assert!(!said.contains(&"times-disagree"), "{said:?}");
    }
}

#[test]
fn dates_that_fall_behind_the_report_while_the_clock_goes_on_are_its_own() {
    let list = "## Timeline\n- 2024-04-18 09:30 - The alert fired.\n- 2024-04-18 09:40 - \
        Looked.\n- 2024-04-02 09:50 - Fixed.\n- 2024-04-02 10:30 - Restored.\n";
    places(
        &format!("# Mill stood on 2024-04-18\n\n{list}"),
        &["04-18 09:30", "04-18 09:40", "04-18 09:50", "04-18 10:30"],
        &["date-mistyped"],
    );
    // Nothing says which of the two it was.
    places(
        list,
        &["04-18 09:30", "04-18 09:40", "04-02 09:50", "04-02 10:30"],
        &["clock-backwards"],
    );
}

#[test]
fn halves_of_the_day_that_were_left_out() {
    places(
        "## Timeline\n- 11:00 - The alert fired.\n- 12:30 - Looked.\n- 1:15 - Fixed.\n- 2:00 - \
            Restored.\n",
        &["11:00", "12:30", "13:15", "14:00"],
        &["am-pm-inferred"],
    );
    places(
        "## Timeline\n- 1:00 PM - The alert fired.\n- 1:30 - Looked.\n- 2:15 - Restored.\n",
        &["13:00", "13:30", "14:15"],
        &["am-pm-inferred"],
    );
    places(
        "## Summary\nDuration: 1:00 PM to 3:00 PM on 18 April 2024\n## Timeline\n- 1:00 - The \
            alert fired.\n- 2:15 - Restored.\n",
        &["04-18 13:00", "04-18 14:15"],
        &[],
    );
    places(
        "## Timeline\n- 22:00 - The alert fired.\n- 23:50 - Looked.\n- 1:10 - Restored.\n",
        &["22:00", "23:50", "01:10"],
        &["midnight-crossed"],
    );
}

#[test]
fn days_that_turn_with_the_year() {
    places(
        "It began on 2023-12-31.\n## Timeline\n- December 31, 23:50 - The alert fired.\n- January \
            1, 00:20 - Restored.\n",
        &["12-31 23:50", "01-01 00:20"],
        &[],
    );
    let (_, minutes, _) = axis(
        "It began on 2023-12-31.\n## Timeline\n- December 31, 23:50 - The alert fired.\n- January \
            1, 00:20 - Restored.\n",
    );
    assert_eq!(minutes, [0.0, 30.0]);
}

#[test]
fn day_first_or_month_first_by_the_surer_dates() {
    places(
        "## Timeline\n- 03/04/2024 09:30 - The alert fired.\n- 14/04/2024 10:30 - Restored.\n",
        &["04-03 09:30", "04-14 10:30"],
        &[],
    );
    places(
        "## Timeline\n- 03/04/2024 09:30 - The alert fired.\n- 03/14/2024 10:30 - Restored.\n",
        &["03-04 09:30", "03-14 10:30"],
        &[],
    );
    places(
        "## Timeline\n- 03/04/2024 9:30 AM PST - The alert fired.\n- 10:30 AM PST - Restored.\n",
        &["03-04 09:30", "03-04 10:30"],
        &["date-ambiguous"],
    );
}

#[test]
fn one_slip_of_a_zone_among_neighbours_is_read_as_theirs() {
    let (_, minutes, said) = axis(
        "On 2024-04-18 the mill stood.\n## Timeline\n- 3:00 PM CAT - The alert fired.\n- 3:45 PM \
            CAT - Looked.\n- 4:00 PM EDT - Found the belt.\n- 4:15 PM CAT - Restored.\n",
    );
    assert_eq!(minutes, [0.0, 45.0, 60.0, 75.0]);
    assert!(said.contains(&"zone-mixed"));
    assert!(!said.contains(&"times-disagree"));
    // A clock that is in order in its own zone is taken at its word.
    let (_, minutes, _) = axis(
        "On 2024-04-18 the mill stood.\n## Timeline\n- 09:00 UTC - The alert fired.\n- 09:45 UTC - \
            Looked.\n- 13:00 EAT - Found the belt.\n- 10:15 UTC - Restored.\n",
    );
    assert_eq!(minutes, [0.0, 45.0, 60.0, 75.0]);
}

#[test]
fn the_time_of_a_city_is_a_zone_and_a_slip_at_the_stated_end_is_not() {
    let list = |place: &str| {
        format!(
            "On 2024-04-18 the mill stood from 3:00 PM to 4:15 PM ({place} time).\n## \
                Timeline\n- 3:00 PM ({place} time): The alert fired.\n- 3:45 PM ({place} time): \
                Looked.\n- 4:00 PM ({place} time): Found the belt.\n- 4:15 PM (UTC): Restored.\n"
        )
    };
    let told = |place: &str| read(&Source::new("report.md", list(place))).value;
    let incident = told("Maputo");
    let zone = incident.zone.as_ref().expect("a zone");
    assert_eq!((zone.label.as_str(), zone.offset), ("Maputo time", Some(120)));
    let minutes: Vec<f64> = incident.events.iter().map(|event| event.minute).collect();
    assert_eq!(minutes, [0.0, 45.0, 60.0, 75.0]);
    assert_eq!(incident.events[0].text, "The alert fired.");
    // A place that nobody knows is no zone, and the single other one is not that of all.
    assert_eq!(told("Lamp Valley").zone, None);
}

#[test]
fn a_clock_with_an_h_is_no_length() {
    let minutes = |summary: &str| {
        let report = format!(
            "## Summary\n{summary}\n## Timeline\n- 18:05 UTC - The alert fired.\n- 19:00 UTC - \
                Looked.\n"
        );
        read(&Source::new("report.md", report)).value.minutes
    };
    assert_eq!(minutes("On 18 April 2024, 18h05 UTC, the mill stopped."), None);
    assert_eq!(minutes("On 18 April 2024, 8h05 UTC, the mill stopped."), None);
    assert_eq!(minutes("The mill stood.\n\nDuration: 1h30"), Some(90.0));
}

#[test]
fn entries_in_two_zones_stand_where_they_belong() {
    let (_, minutes, said) = axis(
        "On 2024-04-18 it broke.\n## Timeline\n- 09:30 UTC - The alert fired.\n- 12:00 UTC - \
            Looked.\n- 15:30 EAT - Restored.\n",
    );
    assert_eq!(minutes, [0.0, 150.0, 180.0]);
    assert!(said.contains(&"zone-mixed"));
    assert!(!said.contains(&"clock-backwards"));
}

#[test]
fn the_order_of_the_report_is_kept() {
    places(
        "## Timeline\n- 2024-04-18 11:00 - Restored.\n- 2024-04-18 10:30 - Fixed.\n- 2024-04-18 \
            10:00 - Looked.\n- 2024-04-18 09:30 - The alert fired.\n",
        &["04-18 11:00", "04-18 10:30", "04-18 10:00", "04-18 09:30"],
        &["clock-backwards"],
    );
}
