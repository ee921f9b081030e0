//! The picture of many incidents: nothing touches, few look right, and what it says is so.

use crate::support::drawing::{place, style, texts};
use crate::support::golden;
use chrono::NaiveDate;
use postmirth::assets::STYLES;
use postmirth::draw::font::Fonts;
use postmirth::draw::scene::{Form, Role, Scene};
use postmirth::draw::style::Ground;
use postmirth::draw::{TextMode, Trend, TrendOptions, TrendPoint, TrendShare, svg, trend};

/// So many incidents over so many months, as if thrown by dice; each n-th of them without a day.
fn thrown(count: u32, months: u32, undated: u32) -> Trend {
    let point = |number: u32| {
        let dice = (number * 7919 + 13) % 101;
        let month = number * months / count;
        let day =
            NaiveDate::from_ymd_opt(2025 + (month / 12) as i32, month % 12 + 1, dice % 28 + 1);
        let acknowledge = f64::from(dice % 17);
        TrendPoint {
            day: day.filter(|_| undated == 0 || !number.is_multiple_of(undated)),
            acknowledge: (!dice.is_multiple_of(9)).then_some(acknowledge),
            resolve: Some(acknowledge + 20.0 + f64::from(dice * dice)),
        }
    };
    let share = |name: &str, count: usize| TrendShare { name: Some(name.to_string()), count };
    Trend {
        points: (0..count).map(point).collect(),
        causes: vec![
            share("a configuration of many words", 9),
            share("dns", 4),
            TrendShare { name: None, count: 2 },
        ],
        noticed: vec![share("monitoring", 10), share("users", 5)],
    }
}

#[track_caller]
fn drawn(what: &Trend, name: &str, options: &TrendOptions) -> Scene {
    let style = style(name);
    trend(what, &style, &Fonts::new(style.font.face), options).expect("a picture").value
}

#[test]
fn no_text_touches_anything() {
    let mut pictures = 0;
    for file in STYLES {
        for (count, months, undated) in [
            (1, 1, 0),
            (2, 7, 0),
            (5, 10, 0),
            (40, 12, 0),
            (40, 12, 4),
            (9, 1, 1),
            (90, 50, 7),
            (200, 130, 0),
        ] {
            for width in [480.0, 700.0, 840.0, 1400.0] {
                let options = TrendOptions { width, ..TrendOptions::default() };
                let found =
                    drawn(&thrown(count, months, undated), file.name, &options).collisions();
                assert!(
                    found.is_empty(),
                    "{count} in {months} months, {}, {width}: {found:#?}",
                    file.name
                );
                pictures += 1;
            }
        }
    }
    assert_eq!(pictures, STYLES.len() * 32);
}

#[test]
fn few_incidents_are_dots_without_a_median() {
    let scene = drawn(&thrown(2, 1, 0), "paper", &TrendOptions::default());
    let told = texts(&scene);
    assert!(told.iter().any(|text| text == "an incident"), "{told:?}");
    assert!(
        !told.iter().any(|text| text.contains("median of") || text.contains("middle half")),
        "{told:?}"
    );
    // Nor can two be said to be nine in ten.
    assert!(!told.iter().any(|text| text.contains("nine in ten")), "{told:?}");
    assert!(
        told.contains(
            &"2 incidents · 14\u{a0}January\u{a0}2025 – 27\u{a0}January\u{a0}2025".to_string()
        ),
        "{told:?}"
    );
}

#[test]
fn many_are_taken_together_by_month_quarter_or_year() {
    for (count, months, period) in
        [(60, 12, "month"), (120, 50, "quarter"), (12, 12, "quarter"), (90, 110, "year")]
    {
        let told = texts(&drawn(&thrown(count, months, 0), "paper", &TrendOptions::default()));
        assert!(
            told.contains(&format!("median of a {period}")),
            "{count} in {months} months: {told:?}"
        );
        assert!(told.contains(&"the middle half of them".to_string()), "{told:?}");
    }
    // Too few for that: all of them.
    let told = texts(&drawn(&thrown(8, 14, 0), "paper", &TrendOptions::default()));
    assert!(
        told.contains(&"median".to_string()) && told.contains(&"9 in 10".to_string()),
        "{told:?}"
    );
}

#[test]
fn without_days_from_the_shortest_to_the_longest() {
    let scene = drawn(&thrown(9, 1, 1), "paper", &TrendOptions::default());
    place(&scene, "From the shortest to the longest: no report tells its date.");
    let dots: Vec<(f64, f64)> = circles(&scene, style("paper").light.resolution.bar);
    assert_eq!(dots.len(), 9 + 1, "and one in the key");
    // Further down is shorter.
    assert!(
        dots[1..].windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 >= pair[1].1),
        "{dots:?}"
    );
}

#[test]
fn those_without_a_day_stand_apart() {
    let scene = drawn(&thrown(40, 12, 4), "paper", &TrendOptions::default());
    let apart = place(&scene, "no date");
    let told = texts(&scene);
    assert!(told.iter().any(|text| text.ends_with("· 10 without a date")), "{told:?}");
    let right = circles(&scene, style("paper").light.resolution.bar)
        .into_iter()
        .filter(|(x, _)| *x > apart.x - 30.0)
        .count();
    assert_eq!(right, 10);
}

#[test]
fn a_length_of_nought_lies_on_the_lowest_line() {
    let mut what = thrown(5, 1, 0);
    what.points[0].acknowledge = Some(0.0);
    let told = texts(&drawn(&what, "paper", &TrendOptions::default()));
    assert!(told.contains(&"≤ 1 min".to_string()), "{told:?}");
}

#[test]
fn nothing_to_show_is_no_picture() {
    let style = style("paper");
    let fonts = Fonts::new(style.font.face);
    let mute = Trend { points: vec![TrendPoint::default(); 3], ..Trend::default() };
    assert!(trend(&mute, &style, &fonts, &TrendOptions::default()).is_none());
    let mut only = thrown(6, 3, 0);
    only.points.iter_mut().for_each(|point| point.acknowledge = None);
    let told = texts(&drawn(&only, "paper", &TrendOptions::default()));
    assert!(
        told.contains(&"Time to resolve".into()) && !told.contains(&"Time to acknowledge".into()),
        "{told:?}"
    );
}

#[test]
fn what_is_rare_says_of_what_it_is_the_sum() {
    let mut what = thrown(20, 12, 0);
    what.causes = ["dns", "disk", "release", "load", "key", "clock", "fan", "cable", "door"]
        .iter()
        .map(|name| TrendShare { name: Some(name.to_string()), count: 1 })
        .collect();
    let scene = drawn(&what, "paper", &TrendOptions::default());
    let others = place(&scene, "3 others");
    place(&scene, "3 · 33 % (1 each)");
    let row = scene.shapes.iter().filter(|shape| {
        shape.role == Role::Solid
            && (shape.area().centre().y - others.centre().y).abs() < 3.0
            && shape.area().x < 0.5 * scene.width
    });
    assert_eq!(row.count(), 3, "a piece for each of them");
}

#[test]
fn as_it_was_looked_at() {
    let grounds = [(Ground::Light, "light"), (Ground::Dark, "dark")];
    golden::matches_all(grounds.map(|(ground, name)| {
        let options = TrendOptions { ground, width: 700.0, title: None };
        let scene = drawn(&thrown(40, 12, 9), "paper", &options);
        let fonts = Fonts::new(style("paper").font.face);
        (golden::project(&format!("tests/trend/{name}.svg")), svg(&scene, &fonts, TextMode::Live))
    }));
}

/// The middles of the dots of a colour, from left to right as they were drawn.
fn circles(scene: &Scene, colour: postmirth::draw::colour::Colour) -> Vec<(f64, f64)> {
    let dot = |form: &Form| match form {
        Form::Rect { area, radius, paint }
            if *radius * 2.0 >= area.w && paint.fill == Some(colour) =>
        {
            Some(area.centre())
        }
        _ => None,
    };
    let solid = scene.shapes.iter().filter(|shape| shape.role == Role::Solid);
    solid.filter_map(|shape| dot(&shape.form)).map(|at| (at.x, at.y)).collect()
}
