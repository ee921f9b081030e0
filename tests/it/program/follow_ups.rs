//! The action items of a folder of reports, and the figures of its groups.

use crate::support::folder::Folder;
use crate::support::golden::project;
use serde_json::{Value, json};

fn report(title: &str, day: &str, severity: &str, resolve: &str, actions: &str) -> String {
    format!(
        "# {title}\n\nSeverity: {severity}\nService: Parcel search\n\n## Summary\n\nOn {day} parcels \
            could not be found from 10:00 to {resolve} UTC.\n\n## Timeline\n\n- 10:00 UTC - The \
            alert fired.\n- {resolve} UTC - Service restored, incident resolved.\n\n## Action \
            items\n\n{actions}"
    )
}

fn shelf(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.put(
        "ops/a.md",
        report(
            "Search down",
            "2026-01-10",
            "SEV-1",
            "11:00",
            "- [ ] Watch the disk (Storage, due 2026-02-01)\n\
             - [x] Delete old logs (Storage, due 2026-01-20)\n",
        ),
    );
    folder.put(
        "ops/b.md",
        report(
            "Labels late",
            "2026-03-05",
            "sev 2",
            "10:30",
            "- [ ] Print *twice* (Labels, due 2026-06-01)\n- [ ] Write it down\n",
        ),
    );
    folder.put("ops/README.md", "# Reports\n\nOne a file.\n");
    folder
}

fn json_of(folder: &Folder, args: &[&str], status: i32) -> Value {
    serde_json::from_str(&folder.run(args, status).0).expect("JSON")
}

fn tasks(json: &Value) -> Vec<&str> {
    let items = json["actions"].as_array().expect("a list");
    items.iter().filter_map(|item| item["task"].as_str()).collect()
}

#[test]
fn what_is_overdue_fails_and_is_told_by_all_formats() {
    let folder = shelf("follow-ups");
    let overdue = ["actions", "ops", "--overdue", "--today", "2026-04-01"];
    let (told, _) = folder.run(&overdue, 1);
    assert!(told.contains("2026-02-01  overdue  Storage  Watch the disk"), "{told}");
    assert!(told.contains("\n1 action item: 1 open, 0 done, 1 overdue\n"), "{told}");
    assert!(told.contains("ops/README.md: "), "{told}");
    let json = json_of(&folder, &[&overdue[..], &["--json"]].concat(), 1);
    assert_eq!(tasks(&json), ["Watch the disk"]);
    assert_eq!(json["actions"][0]["overdue"], true);
    assert_eq!(json["actions"][0]["line"], 17);
    let (csv, _) = folder.run(&[&overdue[..], &["--csv"]].concat(), 1);
    assert_eq!(csv.lines().count(), 2);
    assert!(csv.contains("ops/a.md,17,Search down,2026-01-10,Watch the disk"), "{csv}");
    // On the day itself nothing is late.
    folder.run(&["actions", "ops", "--overdue", "--today", "2026-02-01"], 0);
    folder.run(&["actions", "ops", "--overdue"], 2);
}

#[test]
fn open_ones_and_those_of_an_owner() {
    let folder = shelf("follow-up-owners");
    let all = json_of(&folder, &["actions", "ops", "--json"], 0);
    assert_eq!(tasks(&all), ["Watch the disk", "Print twice", "Write it down", "Delete old logs"]);
    assert_eq!(
        all["counts"],
        json!({ "all": 4, "open": 3, "done": 1, "overdue": null, "untold": 0 })
    );
    assert_eq!(tasks(&json_of(&folder, &["actions", "ops", "--open", "--json"], 0)).len(), 3);
    let own = json_of(&folder, &["actions", "ops", "--owner", "stor", "--json"], 0);
    assert_eq!(tasks(&own), ["Watch the disk", "Delete old logs"]);
    let (list, _) = folder.run(&["actions", "ops", "--format", "md", "--today", "2026-04-01"], 0);
    let wanted = "### [Search down](ops/a.md)\n\n\
                  - [ ] Watch the disk (Storage, due 2026-02-01) **overdue**\n\
                  - [x] Delete old logs (Storage, due 2026-01-20)\n";
    assert!(list.starts_with(wanted), "{list}");
}

#[test]
fn a_retelling_never_stands_for_its_original() {
    let folder = shelf("follow-up-twins");
    let example = std::fs::read(project("examples/table.md")).expect("an example");
    folder.put("ops/b.md", example);
    // By name the retelling comes first.
    folder.run(&["spice", "ops/b.md", "--no-pictures", "-o", "ops/a-funny.md"], 0);
    for command in ["stats", "actions"] {
        let (told, _) = folder.run(&[command, "ops"], 0);
        assert!(told.contains("ops/a-funny.md: the same report as ops/b.md"), "{told}");
    }
}

#[test]
fn figures_by_severity_service_and_month_since_a_day() {
    let folder = shelf("stats-groups");
    let told = json_of(&folder, &["stats", "ops", "--by", "severity", "--json"], 0);
    let names: Vec<&Value> = told["groups"]["groups"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|group| &group["name"])
        .collect();
    assert_eq!(names, ["SEV-1", "SEV-2"]);
    assert_eq!(told["groups"]["groups"][0]["resolve"], 60);
    assert_eq!(told["incidents"][0]["service"], "Parcel search");
    let (table, _) = folder.run(&["stats", "ops", "--by", "service"], 0);
    assert!(table.contains("Parcel search  2 "), "{table}");
    let late = json_of(&folder, &["stats", "ops", "--since", "2026-02-01", "--json"], 0);
    assert_eq!(late["incidents"].as_array().map(Vec::len), Some(1));
    assert_eq!(late["unreadable"][1]["reason"], "2026-01-10 is before 2026-02-01");
    folder.run(&["stats", "ops", "--since", "2027-01-01"], 3);
    folder.run(&["stats", "ops", "--by", "moon"], 2);
}
