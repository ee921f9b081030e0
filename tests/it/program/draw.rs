//! The main job as somebody at a terminal meets it: `postmirth REPORT.md`, `draw` and `styles`.
use crate::support::folder::Folder;

pub(super) const REPORT: &str = "# Mail down\n\nOn 2024-04-18 mail was down for 90% of staff.\n\n## \
    Timeline\n\n- 09:30 SAST - The alert fired.\n- 09:40 SAST - Engineers look into the logs.\n- \
    10:30 SAST - Service was restored and the incident was resolved.\n";

#[test]
fn the_main_job_writes_both_pictures_here_and_says_what_it_read() {
    let folder = Folder::new("main-job");
    folder.put("in/mail.md", REPORT);
    let (told, complaints) = folder.run(&["in/mail.md"], 0);
    assert_eq!(folder.files(), ["in", "mail-incident.png", "mail-incident.svg"]);
    assert!(folder.read("mail-incident.svg").starts_with(b"<svg "));
    assert!(folder.read("mail-incident.png").starts_with(b"\x89PNG"));
    for part in [
        "Mail down\n",
        "3 events · 18 April 2024 09:30–10:30 SAST · 90 % affected",
        "wrote mail-incident.svg (",
        "wrote mail-incident.png (1680 × ",
    ] {
        assert!(told.contains(part), "no \"{part}\" in:\n{told}");
    }
    assert_eq!(complaints, "");
    assert_eq!(folder.read("in/mail.md"), REPORT.as_bytes(), "the report itself is never written");
}

#[test]
fn all_five_lengths_are_named_at_the_terminal() {
    let folder = Folder::new("five-lengths");
    folder.put(
        "mail.md",
        "# Mail down\n\n## Timeline\n\n- 09:30 - A deployment broke the mail server.\n- 09:34 - \
            The alert fired.\n- 09:40 - The on-call engineer acknowledged the alert.\n- 09:50 - Escalated to the \
            storage team.\n- 10:10 - Mitigated by a failover.\n- 10:30 - Resolved.\n",
    );
    let (told, _) = folder.run(&["mail.md"], 0);
    let lengths = "4 min to detect · 6 min to acknowledge · 16 min to escalate · 40 min to \
        mitigate · 1 h to resolve";
    assert!(told.contains(lengths), "{told}");
}

#[test]
fn warnings_come_with_their_line_on_the_other_stream() {
    let folder = Folder::new("warnings");
    folder.put("mail.md", REPORT.replace("10:30", "08:30"));
    let (told, complaints) = folder.run(&["mail.md"], 0);
    assert!(
        complaints.contains("warning[clock-backwards]") && complaints.contains("mail.md:9:"),
        "{complaints}"
    );
    assert!(!told.contains("warning"), "{told}");
}

#[test]
fn a_report_on_standard_input_and_a_picture_on_standard_output() {
    use std::io::Write;
    let folder = Folder::new("streams");
    let mut child = folder
        .command(&["draw", "-", "-o", "-"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("the program runs");
    child.stdin.take().expect("a pipe").write_all(REPORT.as_bytes()).expect("writing to it");
    let out = child.wait_with_output().expect("its end");
    assert!(out.stdout.starts_with(b"<svg ") && out.stdout.ends_with(b"</svg>\n"));
    assert_eq!(folder.files(), [] as [&str; 0]);
    folder.put("mail.md", REPORT);
    let png = folder
        .command(&["draw", "mail.md", "--format", "png", "-o", "-"])
        .output()
        .expect("the program runs");
    assert!(png.stdout.starts_with(b"\x89PNG"));
    let (_, complaints) = folder.run(&["draw", "mail.md", "--theme", "both", "-o", "-"], 2);
    assert!(
        complaints.contains("expected one picture for standard output, found 2"),
        "{complaints}"
    );
}

#[test]
fn where_to_and_as_what() {
    let folder = Folder::new("where-to");
    folder.put("mail.md", REPORT);
    folder.run(&["draw", "mail.md", "-o", "new/pictures/"], 0);
    folder.run(&["draw", "mail.md", "-o", "sub/one.png"], 0);
    folder.run(&["draw", "mail.md", "-o", "two.svg", "--format", "svg,png", "--theme", "both"], 0);
    folder.run(&["draw", "mail.md", "--format", "svg", "--theme", "dark"], 0);
    for file in [
        "new/pictures/mail-incident.svg",
        "new/pictures/mail-incident.png",
        "sub/one.png",
        "two.svg",
        "two.png",
        "two-dark.svg",
        "two-dark.png",
        "mail-incident.svg",
    ] {
        folder.read(file);
    }
    assert!(!folder.0.join("sub/one.svg").exists() && !folder.0.join("mail-incident.png").exists());
    assert!(folder.read("two.svg") != folder.read("two-dark.svg"));
    let (_, complaints) = folder.run(&["draw", "mail.md", "-o", "mail.md"], 2);
    assert!(
        complaints.contains(
            "expected an output that ends in .svg, .png, .mmd or .html, a folder or -, found \".md\""
        ),
        "{complaints}"
    );
    assert_eq!(folder.read("mail.md"), REPORT.as_bytes());
}

#[test]
fn size_title_and_rows_follow_the_options() {
    let folder = Folder::new("options");
    folder.put("mail.md", REPORT);
    let written = |args: &[&str]| {
        folder.run(&[&["draw", "mail.md", "-o", "x.svg"], args].concat(), 0);
        String::from_utf8(folder.read("x.svg")).expect("UTF-8")
    };
    assert!(written(&[]).contains("width=\"840\""));
    assert!(written(&["--width", "1200"]).contains("width=\"1200\""));
    assert!(
        written(&["--title", "The <great> silence"])
            .contains("<title>Incident timeline of The &lt;great&gt; silence</title>")
    );
    assert!(written(&["--text", "live"]).contains(">The alert fired</text>"));
    let height = |text: &str| {
        text.split("height=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next()?.parse::<f64>().ok())
            .expect("a height")
    };
    assert!(height(&written(&["--layout", "strip"])) < 250.0);
    let (told, _) = folder.run(&["draw", "mail.md", "--scale", "1.5", "-o", "x.png"], 0);
    assert!(told.contains("(1260 × "), "{told}");
    for wrong in [
        ["--width", "100"],
        ["--scale", "0"],
        ["--scale", "nan"],
        ["--layout", "pie"],
        ["--max-rows", "0"],
    ] {
        folder.run(&[&["draw", "mail.md"][..], &wrong].concat(), 2);
    }
}

#[test]
fn the_clock_of_another_zone() {
    let folder = Folder::new("zone");
    folder.put("mail.md", REPORT);
    folder.put("local.md", REPORT.replace(" SAST", ""));
    folder.put("undated.md", REPORT.replace("On 2024-04-18 mail", "Mail"));
    let (told, _) =
        folder.run(&["draw", "mail.md", "--zone", "America/New_York", "-o", "x.svg"], 0);
    assert!(told.contains("18 April 2024 03:30–04:30 EDT"), "{told}");
    assert!(
        String::from_utf8_lossy(&folder.read("x.svg"))
            .contains("03:40, investigation: Engineers look into the logs.")
    );
    // Lagos has one offset all year, so the clock can be told without the date.
    let (told, _) = folder.run(&["draw", "undated.md", "--zone", "africa/lagos", "-o", "y.svg"], 0);
    assert!(told.contains("08:30–09:30 WAT"), "{told}");
    for (report, zone, said) in [
        (
            "mail.md",
            "Mars/Olympus",
            "expected the name of a zone such as Africa/Lagos, Europe/Lisbon or UTC, \
                found \"Mars/Olympus\"",
        ),
        ("local.md", "UTC", "expected a time zone to convert from, found none"),
        (
            "undated.md",
            "Europe/Lisbon",
            "expected a date, found none: the offset of Europe/Lisbon changes over the year",
        ),
    ] {
        let (_, complaints) = folder.run(&["draw", report, "--zone", zone, "-o", "z.svg"], 2);
        assert!(complaints.contains(said), "{complaints}");
        assert!(!folder.0.join("z.svg").exists());
    }
}

#[test]
fn the_same_bytes_in_every_zone_and_language() {
    let folder = Folder::new("same-bytes");
    folder.put("mail.md", REPORT.replace("fired.", "fired: İstanbul, straße, 🔥"));
    folder.run(&["mail.md"], 0);
    let (svg, png) = (folder.read("mail-incident.svg"), folder.read("mail-incident.png"));
    for (key, value) in [
        ("TZ", "Asia/Tokyo"),
        ("LANG", "ar_EG.UTF-8"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("HOME", "/nonexistent"),
        ("COLUMNS", "20"),
    ] {
        let done = folder.command(&["mail.md"]).env(key, value).output().expect("the program runs");
        assert!(done.status.success());
        assert!(
            folder.read("mail-incident.svg") == svg && folder.read("mail-incident.png") == png,
            "{key}={value}"
        );
    }
    let bare = folder.command(&["mail.md"]).env_clear().output().expect("the program runs");
    assert!(bare.status.success() && folder.read("mail-incident.svg") == svg);
}

#[test]
fn a_word_that_is_neither_file_nor_command() {
    let folder = Folder::new("words");
    folder.put("mail", REPORT);
    let (_, complaints) = folder.run(&["drow"], 2);
    assert!(complaints.contains("expected a report or a command, found \"drow\""), "{complaints}");
    folder.run(&["mail"], 0);
    folder.run(&["mial.md"], 4);
    let (_, complaints) = folder.run(&["draw", "."], 3);
    assert!(complaints.contains("found no .md or .markdown file"), "{complaints}");
}

#[test]
fn styles_are_listed_printed_and_laid_over() {
    let folder = Folder::new("styles");
    folder.put("mail.md", REPORT);
    let (told, _) = folder.run(&["styles"], 0);
    for name in ["paper", "blueprint", "terminal", "sketch", "contrast"] {
        assert!(
            told.lines().any(|line| line.starts_with(name) && line.len() > name.len() + 10),
            "{told}"
        );
        folder.run(&["draw", "mail.md", "--style", name, "-o", &format!("{name}.svg")], 0);
        let (shown, _) = folder.run(&["styles", "show", name], 0);
        folder.put("copy.toml", shown);
        folder.run(&["draw", "mail.md", "--style", "copy.toml", "-o", "copy.svg"], 0);
        assert!(folder.read("copy.svg") == folder.read(&format!("{name}.svg")), "{name}");
    }
    folder.put("mine.toml", "[light]\nbackground = \"#fffbe6\"\n");
    folder.run(&["draw", "mail.md", "--style", "mine.toml", "-o", "mine.svg"], 0);
    assert!(String::from_utf8_lossy(&folder.read("mine.svg")).contains("fill=\"#fffbe6\""));
    folder.put("slip.toml", "[light]\nbackgruond = \"#fffbe6\"\n");
    let (_, complaints) = folder.run(&["draw", "mail.md", "--style", "slip.toml"], 2);
    assert!(
        complaints.contains("error[style-unreadable]: unknown field `backgruond`")
            && complaints.contains("slip.toml:2:1"),
        "{complaints}"
    );
    let (_, complaints) = folder.run(&["draw", "mail.md", "--style", "papre"], 2);
    assert!(complaints.contains("expected a style among paper, blueprint"), "{complaints}");
    folder.run(&["draw", "mail.md", "--style", "none/there.toml"], 4);
    folder.run(&["styles", "show", "papre"], 2);
}

#[test]
fn seconds_are_told_and_the_days_begin_with_the_start() {
    let folder = Folder::new("seconds");
    folder.put(
        "lamp.md",
        "# Lamp out\n\nThe lamp was out for 39 seconds.\n\n## Timeline (UTC)\n\n- 2031-05-05 - \
            The lamp was screwed in.\n- 2031-05-06 09:00:00 - The outage began.\n- 2031-05-06 \
            09:00:10 - The alert fired.\n- 2031-05-06 09:00:39 - The incident was resolved.\n",
    );
    let (told, _) = folder.run(&["lamp.md"], 0);
    assert!(told.contains("· 6 May 2031 09:00–09:00:39 UTC"), "{told}");
    assert!(told.contains("39 s to resolve"), "{told}");
    let (facts, _) = folder.run(&["facts", "lamp.md"], 0);
    assert!(facts.contains("39 s") && !facts.contains("1 min"), "{facts}");
}
