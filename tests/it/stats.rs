//! Many reports: the figures of a small folder reckoned by hand, what is left out, and the same
//! bytes on every machine.
use crate::support::folder::Folder;
use postmirth::facts::spread;
use serde_json::{Value, json};

/// A report: its day, who noticed, the minutes to acknowledge and to resolve, and its cause.
pub(super) fn report(
    day: &str,
    noticed: &str,
    acknowledge: u32,
    resolve: u32,
    cause: &str,
) -> String {
    let clock = |minutes: u32| format!("{:02}:{:02}", 10 + minutes / 60, minutes % 60);
    format!(
        "# Parcels lost {}\n\n## Summary\n\n{day} from 10:00 to {} UTC parcels could not be \
            tracked.\n\n## Timeline\n\n- 10:00 UTC - The outage began: {cause} crashed.\n- 10:02 UTC \
            - Detected: {noticed}.\n- {} UTC - The on-call engineer acknowledged the alert.\n- {} UTC - Service \
            restored, incident resolved.\n\n## Root cause\n\n{cause} failed.\n\n## Action \
            items\n\n- [x] Watch it more closely\n- [ ] Write down how to restart it\n",
        day.to_lowercase(),
        clock(resolve),
        clock(2 + acknowledge),
        clock(resolve)
    )
}

/// Five incidents, one of them without a date, and two texts that are none.
pub(super) fn five(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.put(
        "ops/2026/a.md",
        report("On 2026-01-10", "The latency alert fired", 5, 60, "The DNS zone"),
    );
    folder.put(
        "ops/2026/b.md",
        report("On 2026-01-20", "A customer reported errors", 15, 90, "The database"),
    );
    folder.put(
        "ops/c.markdown",
        report("On 2026-03-05", "The latency alert fired", 10, 240, "The DNS zone"),
    );
    folder.put(
        "ops/d.md",
        report("One day", "An engineer noticed empty pages", 30, 120, "The TLS certificate"),
    );
    folder.put(
        "ops/e.MD",
        "# Short\n\nOn 2026-03-06 from 10:00 to 10:20 it was dark.\n\n## Timeline\n\n- 10:00 - The \
        power failed.\n- 10:20 - Service restored, incident resolved.\n",
    );
    folder.put(
        "ops/README.md",
        "# Our reports\n\nHere lie the reports of the parcel team. Copy the last one, and keep \
            names out of it.\n",
    );
    folder.put("ops/empty.md", "");
    folder
        .put("ops/.drafts/draft.md", report("On 2026-02-01", "The alert fired", 1, 9, "The disk"));
    folder.put(
        "ops/node_modules/x/CHANGES.md",
        report("On 2026-02-01", "The alert fired", 1, 9, "The disk"),
    );
    folder.put("ops/notes.txt", "10:00 - nothing");
    folder
}

pub(super) fn json_of(folder: &Folder, args: &[&str]) -> Value {
    serde_json::from_str(&folder.run(args, 0).0).expect("JSON")
}

#[test]
fn the_figures_are_those_reckoned_by_hand() {
    let folder = five("stats-figures");
    let told = json_of(&folder, &["stats", "ops", "--json"]);
    assert_eq!(told["schema"], 1);
    let files: Vec<&str> = told["incidents"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|one| one["file"].as_str())
        .collect();
    assert_eq!(files, ["ops/2026/a.md", "ops/2026/b.md", "ops/c.markdown", "ops/d.md", "ops/e.MD"]);
    // 5, 10, 15 and 30 minutes; 20, 60, 90, 120 and 240.
    assert_eq!(
        told["metrics"]["acknowledge"],
        json!({ "count": 4, "mean": 15, "median": 12.5, "p90": 30 })
    );
    assert_eq!(
        told["metrics"]["resolve"],
        json!({ "count": 5, "mean": 106, "median": 90, "p90": 240 })
    );
    assert_eq!(
        told["metrics"]["escalate"],
        json!({ "count": 0, "mean": null, "median": null, "p90": null })
    );
    assert_eq!(
        told["months"],
        json!([
            { "month": "2026-01", "incidents": 2, "acknowledge": 10, "resolve": 75 },
            { "month": "2026-03", "incidents": 2, "acknowledge": 10, "resolve": 130 }
        ])
    );
    assert_eq!(told["undated"], 1);
    assert_eq!(told["causes"][0], json!({ "cause": "dns", "incidents": 2, "percent": 40 }));
    assert_eq!(
        told["noticed"],
        json!([
            { "by": "monitoring", "incidents": 2, "percent": 40 },
            { "by": "team", "incidents": 1, "percent": 20 },
            { "by": "users", "incidents": 1, "percent": 20 },
            { "by": null, "incidents": 1, "percent": 20 }
        ])
    );
    assert_eq!(told["actions"], json!({ "count": 8, "done": 4 }));
}

#[test]
fn what_a_report_does_not_tell_is_null() {
    let folder = five("stats-null");
    let told = json_of(&folder, &["stats", "--json", "ops"]);
    let short = &told["incidents"][4];
    assert_eq!(short["title"], "Short");
    assert_eq!(short["date"], "2026-03-06");
    assert_eq!(
        short["minutes"],
        json!({ "detect": null, "acknowledge": null, "escalate": null, "mitigate": null, "resolve": 20 })
    );
    assert_eq!(short["noticed"], Value::Null);
    assert_eq!(told["incidents"][3]["date"], Value::Null);
}

#[test]
fn the_spread_is_the_nearest_rank_and_the_middle() {
    let told = |values: &[f64]| {
        let spread = spread(values.iter().copied());
        [spread.mean, spread.median, spread.p90]
            .map(|number| number.map(postmirth::facts::JsonNumber::value))
    };
    assert_eq!(told(&[]), [None; 3]);
    assert_eq!(told(&[7.0]), [Some(7.0); 3]);
    assert_eq!(told(&[9.0, 1.0]), [Some(5.0), Some(5.0), Some(9.0)]);
    let ten: Vec<f64> = (1..=10).rev().map(f64::from).collect();
    assert_eq!(told(&ten), [Some(5.5), Some(5.5), Some(9.0)]);
    let eleven: Vec<f64> = (1..=11).map(f64::from).collect();
    assert_eq!(told(&eleven), [Some(6.0), Some(6.0), Some(10.0)]);
}

#[test]
fn a_table_for_people() {
    let folder = five("stats-table");
    let (table, _) = folder.run(&["stats", "ops"], 0);
    let lines: Vec<&str> = table.lines().collect();
    // By their days; what has none comes last.
    assert!(lines[1].starts_with("2026-01-10  Parcels lost on 2026-01-10"), "{table}");
    assert!(lines[1].ends_with("5 min         1 h  dns          monitoring"), "{table}");
    assert!(lines[4].starts_with("2026-03-06  Short"), "{table}");
    assert!(lines[5].starts_with("-           Parcels lost one day"), "{table}");
    assert!(
        table.contains("  to acknowledge    4        15 min        13 min        30 min"),
        "{table}"
    );
    assert!(table.contains("  dns               2   40 %"), "{table}");
    assert!(
        table.contains("2026-01          2                10 min        1 h 15 min"),
        "{table}"
    );
    assert!(table.contains("no date          1"), "{table}");
    let out =
        folder.command(&["stats", "ops"]).env("COLUMNS", "80").output().expect("the program runs");
    let narrow = String::from_utf8_lossy(&out.stdout).into_owned();
    let cut = narrow.lines().nth(1).expect("a line");
    assert!(cut.contains('…') && cut.chars().count() <= 80, "{narrow}");
}

#[test]
fn csv_as_spreadsheets_take_it() {
    let folder = Folder::new("stats-csv");
    folder.put(
        "a.md",
        report("On 2026-01-10", "The latency alert fired", 5, 60, "The DNS zone")
            .replace("# Parcels lost on 2026-01-10", "# =SUM(A1), \"so\" called"),
    );
    let (csv, _) = folder.run(&["stats", "--csv", "."], 0);
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!(
        lines[0],
        "file,title,date,detect_minutes,acknowledge_minutes,escalate_minutes,mitigate_minutes,resolve_minutes,cause,noticed,actions,actions_done,severity,service"
    );
    assert_eq!(
        lines[1],
        "a.md,\"'=SUM(A1), \"\"so\"\" called\",2026-01-10,2,5,,,60,dns,monitoring,2,1,,"
    );
    assert_eq!(lines[2..], [""]);
}

#[test]
fn the_trend_goes_where_it_is_asked_to() {
    let folder = five("stats-trend");
    let (told, _) = folder.run(&["stats", "ops", "-o", "trend.svg", "--theme", "both"], 0);
    assert!(
        told.contains("2026-01-10")
            && told.contains("wrote trend.svg (")
            && told.contains("wrote trend-dark.svg ("),
        "{told}"
    );
    assert!(folder.read("trend.svg").starts_with(b"<svg"));
    folder.run(&["stats", "ops", "-o", "pictures/"], 0);
    assert!(folder.read("pictures/trend.png").starts_with(b"\x89PNG"));
    assert_eq!(folder.read("pictures/trend.svg"), folder.read("trend.svg"));
    let (json, complaints) = folder.run(&["stats", "ops", "--json", "-o", "t.svg"], 0);
    assert!(
        serde_json::from_str::<Value>(&json).is_ok() && complaints.starts_with("wrote t.svg"),
        "{complaints}"
    );
    let (svg, _) = folder
        .run(&["stats", "ops", "-o", "-", "--title", "A year of parcels", "--text", "live"], 0);
    assert!(svg.starts_with("<svg") && svg.contains("A year of parcels"), "{svg}");
    assert!(
        svg.contains("Time to acknowledge, told of 4 incidents: median 13 min, mean 15 min."),
        "{svg}"
    );
    folder.run(&["stats", "ops", "-o", "-", "--json"], 2);
    folder.run(&["stats", "ops", "-o", "trend.mmd"], 2);
    folder.run(&["stats", "ops", "--theme", "dark"], 2);
    folder.put(
        "mute/a.md",
        "# Dark\n\nOn 2026-03-06 it was dark.\n\n## Timeline\n\n- The power \
        failed and the website went down.\n- It was restored.\n\nThe outage was caused by a \
        storm. Users were unable to log in.\n",
    );
    let (_, complaints) = folder.run(&["stats", "mute", "-o", "mute.svg"], 3);
    assert!(complaints.contains("expected reports that say how long it took"), "{complaints}");
}
