//! The ribbon of a cover: the outage alone, to scale, without crumbs.

use super::cover::{WHOLE, in_order, of};
use crate::support::drawing::{place, style, texts, timeline};
use postmirth::draw::colour::Colour;
use postmirth::draw::scene::{Area, Form, Scene};

/// The pieces of the ribbon from left to right, without the swatches below it.
fn pieces(scene: &Scene) -> Vec<(Area, Option<Colour>)> {
    let bars = scene.shapes.iter().filter_map(|shape| match &shape.form {
        Form::Rect { area, paint, .. } => Some((*area, paint.fill)),
        _ => None,
    });
    let bars: Vec<_> = bars.collect();
    let tallest = bars.iter().map(|(area, _)| area.h).fold(0.0, f64::max);
    let row = bars.iter().find(|(area, _)| area.h == tallest);
    let middle = row.expect("a ribbon").0.centre().y;
    let mut row: Vec<_> =
        bars.into_iter().filter(|(area, _)| (area.centre().y - middle).abs() < 0.1).collect();
    row.sort_by(|one, two| one.0.x.total_cmp(&two.0.x));
    row
}

fn areas(scene: &Scene) -> Vec<Area> {
    pieces(scene).into_iter().map(|(area, _)| area).collect()
}

#[test]
fn the_ribbon_is_the_outage_alone() {
    let report = timeline(&[
        "08:00 UTC - A release goes out.",
        "09:00 UTC - The new index is dropped by mistake.",
        "09:10 UTC - The alert fired.",
        "09:40 UTC - Service restored.",
        "10:30 UTC - The team met to talk about it.",
    ]);
    let report = report.replace(
        "## Timeline",
        "## Summary\n\nFrom 09:00 to 09:40 UTC the shop was down.\n\n## Timeline",
    );
    let told = texts(&of(&report));
    for text in ["40\u{a0}min", "Began 09:00", "Resolved 09:40 UTC"] {
        assert!(told.iter().any(|shown| shown == text), "{told:?}");
    }
}

#[test]
fn the_ribbon_has_no_crumbs() {
    let entries: Vec<String> = (0..30)
        .flat_map(|n| {
            [
                format!("09:{n:02} UTC - Engineers investigate the logs of server {n}."),
                format!("09:{n:02} UTC - Escalated to team {n}."),
            ]
        })
        .chain(["12:00 UTC - Service restored.".to_string()])
        .collect();
    let entries: Vec<&str> = entries.iter().map(String::as_str).collect();
    let window = "## Summary\n\nFrom 09:00 to 12:00 UTC the shop was down.\n\n## Timeline";
    let scene = of(&timeline(&entries).replace("## Timeline", window));
    let pieces = areas(&scene);
    let narrow = pieces.iter().filter(|area| area.w < 0.02 * scene.width);
    assert_eq!(narrow.count(), 0);
}

#[test]
fn the_ribbon_is_to_scale_and_runs_from_margin_to_margin() {
    let scene = of(WHOLE);
    let bars = areas(&scene);
    let (first, last) = (bars[0], bars[bars.len() - 1]);
    assert!((first.x - (scene.width - last.right())).abs() < 0.01, "{bars:?}");
    // Ten of 100 minutes before anybody knew, then 20 of detection.
    for (bar, share) in bars.iter().zip([0.1, 0.2]) {
        assert!((bar.w / (last.right() - first.x) - share).abs() < 0.01, "{bars:?}");
    }
    assert!(bars.windows(2).all(|pair| pair[0].right() < pair[1].x), "{bars:?}");
}

#[test]
fn a_resolution_that_lasts_beyond_its_only_entry_is_one_part() {
    let report = timeline(&[
        "09:00 UTC - The monitoring alert fired.",
        "09:20 UTC - Engineers investigate the logs.",
        "10:00 UTC - Service restored.",
    ]);
    let report = report.replace(
        "## Timeline",
        "## Summary\n\nFrom 09:00 to 10:45 UTC the shop was down.\n\n## Timeline",
    );
    let scene = of(&report);
    let bars = areas(&scene);
    assert!(bars.windows(2).all(|pair| pair[0].right() < pair[1].x), "{bars:?}");
}

#[test]
fn several_days_stand_at_the_ends_and_a_silence_has_its_length() {
    let report = timeline(&[
        "2024-04-18 22:10 UTC - The alert fired.",
        "2024-04-18 22:30 UTC - Engineers investigate the logs.",
        "2024-04-18 22:50 UTC - A guess was wrong.",
        "2024-04-19 09:00 UTC - Engineers investigate the network.",
        "2024-04-19 09:20 UTC - The root cause was found.",
        "2024-04-19 09:40 UTC - Service restored.",
    ]);
    let scene = of(&report);
    let told = texts(&scene);
    for text in ["18 Apr, 22:10", "19 Apr 2024, 09:40 UTC", "+10 h"] {
        assert!(told.iter().any(|shown| shown == text), "no \"{text}\" in {told:?}");
    }
    in_order(&scene, "several days");
}

/// The names of phases on a cover.
fn phases(report: &str) -> Vec<String> {
    let names = ["Detection", "Investigation", "Escalation", "Resolution"];
    let told = texts(&of(report));
    told.into_iter().filter(|text| names.contains(&text.as_str())).collect()
}

#[test]
fn one_phase_alone_does_not_colour_the_ribbon() {
    let one = timeline(&["09:00 UTC - The monitoring alert fired.", "10:00 UTC - Nobody came."]);
    assert_eq!(phases(&one), [""; 0]);
    let moment = timeline(&["09:00 UTC - The monitoring alert fired."]);
    assert_eq!(phases(&moment), [""; 0]);
}

#[test]
fn what_set_it_off_is_not_painted_as_detection() {
    let text = timeline(&[
        "09:00 UTC - A new release is deployed and the outage begins.",
        "09:20 UTC - Engineers investigate the logs.",
        "09:40 UTC - The release was rolled back.",
        "10:00 UTC - Service restored.",
    ]);
    assert!(!phases(&text).contains(&"Detection".to_string()), "{:?}", phases(&text));
}

#[test]
fn a_phase_ends_where_the_picture_ends_it() {
    let scene = of(&timeline(&[
        "09:00 UTC - The monitoring alert fired.",
        "09:10 UTC - Engineers investigate the logs.",
        "09:50 UTC - The root cause was found: a full disk.",
        "10:20 UTC - The disk was cleaned.",
        "10:40 UTC - Service was fully restored.",
    ]));
    let bars: Vec<f64> = areas(&scene).iter().map(|area| area.w).collect();
    let all: f64 = bars.iter().sum();
    // Detection, the search until the cause, nothing told, and the resolution.
    for (bar, share) in bars.iter().zip([0.1, 0.4, 0.3, 0.2]) {
        assert!((bar / all - share).abs() < 0.02, "{bars:?}");
    }
}

#[test]
fn without_an_end_the_ribbon_leaves_out_what_came_before_and_after() {
    let told = texts(&of(&timeline(&[
        "2031-05-05 08:00 UTC - A release goes out.",
        "2031-05-06 09:00 UTC - The outage began.",
        "2031-05-06 09:10 UTC - The alert fired.",
        "2031-05-06 09:40 UTC - Rolling back.",
        "2031-05-07 11:00 UTC - The postmortem was published.",
    ])));
    for text in ["09:00", "09:40 UTC", "Tuesday 6 May 2031"] {
        assert!(told.iter().any(|shown| shown == text), "{told:?}");
    }
}

#[test]
fn without_an_outage_the_ribbon_reaches_the_last_entry() {
    let told = texts(&of(&timeline(&[
        "09:10 UTC - The alert fired.",
        "09:40 UTC - Engineers look into the logs.",
        "10:30 UTC - The postmortem was published.",
    ])));
    assert!(told.iter().any(|shown| shown == "10:30 UTC"), "{told:?}");
}

#[test]
fn a_phase_goes_on_until_the_next_one_begins_soon() {
    let told = phases(&timeline(&[
        "09:00 UTC - The monitoring alert fired.",
        "09:15 UTC - Engineers investigate the logs.",
        "10:00 UTC - Escalated to the storage team.",
        "10:15 UTC - The disk was cleaned.",
        "11:00 UTC - Service was fully restored.",
    ]));
    assert_eq!(told, ["Detection", "Investigation", "Escalation", "Resolution"]);
}

#[test]
fn without_phases_the_ribbon_is_the_outage_and_when_nobody_knew() {
    let text = "# Lights out\n\n## Summary\n\nFrom 09:00 to 11:00 UTC the lamps were down.\n\n\
        ## Timeline\n\n- 10:00 UTC - The monitoring alert fired.\n";
    let scene = of(text);
    let theme = style("paper").light;
    let found = pieces(&scene);
    let colours: Vec<_> = found.iter().map(|(_, colour)| *colour).collect();
    assert_eq!(colours, [Some(theme.unnoticed), Some(theme.outage)]);
    assert!((found[0].0.w - found[1].0.w).abs() < 5.0, "{found:?}");
    assert!(texts(&scene).contains(&"nobody knew for 1 h".to_string()));
    // Too narrow for its name, it is named below.
    let early = of(&text.replace("10:00 UTC", "09:05 UTC"));
    let name = place(&early, "nobody knew for 5 min");
    assert!(name.y > pieces(&early)[0].0.bottom(), "{name:?}");
    in_order(&early, "a narrow piece");
}

#[test]
fn an_end_that_is_not_told_is_dashed_and_no_outage_at_all_a_line_of_dots() {
    let open = of(&timeline(&[
        "2031-05-06 09:00 UTC - The outage began.",
        "2031-05-06 09:40 UTC - The lamp grew dim.",
    ]));
    let found = areas(&open);
    assert_eq!(found.len(), 4, "{found:?}");
    assert!(found[1..].iter().all(|dash| dash.h < found[0].h), "{found:?}");
    let dots = of(&timeline(&[
        "09:00 UTC - The lamp grew dim.",
        "09:30 UTC - The lamp grew dimmer.",
        "10:00 UTC - The lamp was seen from the hill.",
    ]));
    let found = areas(&dots);
    assert_eq!(found.iter().filter(|area| area.w == area.h).count(), 3, "{found:?}");
}

#[test]
fn a_phase_without_room_for_its_name_is_named_below() {
    let scene = of(&timeline(&[
        "09:00 UTC - The monitoring alert fired.",
        "09:04 UTC - Engineers investigate the logs.",
        "09:50 UTC - The root cause was found: a full disk.",
        "10:20 UTC - The disk was cleaned.",
        "10:40 UTC - Service was fully restored.",
    ]));
    let ribbon = areas(&scene);
    assert!(place(&scene, "Detection").y > ribbon[0].bottom());
    assert!(place(&scene, "Investigation").y < ribbon[0].bottom());
}

/// A night of ten hours in which little is told.
const NIGHT: [&str; 4] = [
    "00:00 UTC - The monitoring alert fired.",
    "05:00 UTC - The lamp grew dim.",
    "06:00 UTC - Engineers investigate the logs.",
    "10:00 UTC - Service restored.",
];

#[test]
fn a_moment_is_no_long_bar() {
    let scene = of(&timeline(&NIGHT));
    let theme = style("paper").light;
    let found = pieces(&scene);
    let detection = postmirth::incident::Phase::Detection;
    let alert = found.iter().filter(|(_, colour)| *colour == Some(theme.of(detection).bar));
    let wide: Vec<f64> = alert.map(|(area, _)| area.w).collect();
    assert!(matches!(wide[..], [wide] if wide < 50.0), "{found:?}");
    // The entry of no phase is a dot in the time of which none is told.
    let dots = found.iter().filter(|(area, _)| area.w == area.h).count();
    assert_eq!(dots, 1, "{found:?}");
}

#[test]
fn an_outage_of_no_phases_has_a_tick_for_each_entry() {
    let text = "# Lights out\n\n## Summary\n\nFrom 09:00 to 11:00 UTC the lamps were down.\n\n\
        ## Timeline\n\n- 09:00 UTC - The lamps are dark.\n- 09:30 UTC - The lamp grew dim.\n\
        - 11:00 UTC - The lamps are bright.\n";
    let scene = of(text);
    let ribbon = pieces(&scene)[0].0;
    let below = scene.shapes.iter().filter(|shape| match shape.form {
        Form::Rect { area, .. } => area.y > ribbon.bottom() && area.w < 5.0,
        _ => false,
    });
    assert_eq!(below.count(), 3);
    in_order(&scene, "ticks");
}
