//! THIRD-PARTY.md names every font and every crate that is in the program, with its licence.

use crate::support::golden::{matches, project};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

const FILE: &str = "THIRD-PARTY.md";

/// Name and version.
type Crate = (String, String);

#[test]
fn the_notices_name_every_crate_that_is_locked() {
    let notices = fs::read_to_string(project(FILE)).expect(FILE);
    let line = |(name, version): &Crate| format!("- {name} {version}, ");
    for known in locked() {
        assert!(
            notices.contains(&line(&known)),
            "{FILE} lacks {known:?}: POSTMIRTH_ACCEPT=1 cargo test --test it notices"
        );
    }
    let named = notices.lines().filter(|line| line.starts_with("- "));
    let locked: BTreeSet<String> = locked().iter().map(line).collect();
    for entry in named {
        assert!(
            locked.iter().any(|known| entry.starts_with(known)),
            "{FILE} names what is not locked: {entry}"
        );
    }
}

#[test]
fn the_notices_hold_every_licence() {
    // The sources of crates for other systems are here only after `cargo fetch --locked`.
    let Some(crates) = described() else {
        return;
    };
    matches(&project(FILE), &notices(&crates));
}

/// The crates that the lock file would build into the program on some system.
fn locked() -> BTreeSet<Crate> {
    let read = |name: &str| -> toml::Table {
        let text = fs::read_to_string(project(name)).expect(name);
        toml::from_str(&text).expect("TOML")
    };
    let lock = read("Cargo.lock");
    let manifest = read("Cargo.toml");
    let tests: BTreeSet<&String> =
        manifest["dev-dependencies"].as_table().expect("a table").keys().collect();
    let packages = lock["package"].as_array().expect("packages");
    let text = |package: &toml::Value, key: &str| package[key].as_str().unwrap_or("").to_string();
    let find = |wanted: &str| {
        let mut words = wanted.split(' ');
        let name = words.next().unwrap_or_default();
        let version = words.next();
        packages.iter().find(|package| {
            text(package, "name") == name
                && version.is_none_or(|version| text(package, "version") == version)
        })
    };
    let mut found = BTreeSet::new();
    let mut open = vec!["postmirth".to_string()];
    while let Some(wanted) = open.pop() {
        let package = find(&wanted).expect("a locked crate");
        let own = wanted == "postmirth";
        if !own && !found.insert((text(package, "name"), text(package, "version"))) {
            continue;
        }
        let needs = package.get("dependencies").and_then(toml::Value::as_array);
        let needs = needs.into_iter().flatten().filter_map(|one| one.as_str());
        open.extend(
            needs.filter(|one| !own || !tests.contains(&one.to_string())).map(str::to_string),
        );
    }
    found
}

/// The locked crates with their licences and the folders of their sources; `None` where not all of
/// them are at hand.
fn described() -> Option<BTreeMap<Crate, (String, String)>> {
    let done = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--all-features"])
        .args(["--locked", "--offline"])
        .current_dir(project(""))
        .output()
        .expect("cargo runs");
    if !done.status.success() {
        return None;
    }
    let metadata: Value = serde_json::from_slice(&done.stdout).expect("JSON");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
    let packages = metadata["packages"].as_array().expect("packages");
    let all: BTreeMap<Crate, (String, String)> = packages
        .iter()
        .map(|package| {
            let name = (text(&package["name"]), text(&package["version"]));
            let manifest = text(&package["manifest_path"]);
            let folder = manifest.trim_end_matches("Cargo.toml").to_string();
            (name, (text(&package["license"]), folder))
        })
        .collect();
    let known = |name: Crate| all.get(&name).cloned().map(|one| (name, one));
    Some(locked().into_iter().filter_map(known).collect())
}

fn notices(crates: &BTreeMap<Crate, (String, String)>) -> String {
    let mut out = String::from(
        "# Third-party notices\n\nThe program holds fonts and libraries of others. The list of \
            crates is made from Cargo.lock and\nheld against it by a test; those that are used \
            only to build the program are in it, too.\n\n## Fonts\n\n",
    );
    for name in ["OFL.txt", "Hack-LICENSE.md"] {
        let path = project("src/draw/fonts").join(name);
        out.push_str(&quoted(&fs::read_to_string(path).expect(name)));
    }
    out.push_str("## Crates\n\n");
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    for ((name, version), (licence, folder)) in crates {
        let files = licence_files(Path::new(folder));
        let (taken, own) = taken(licence, &files);
        out.push_str(&format!("- {name} {version}, {licence}\n"));
        for holder in holders(&own) {
            out.push_str(&format!("  {holder}\n"));
        }
        match taken {
            "MIT" => {}
            "Apache-2.0" => _ = texts.entry("Apache-2.0".to_string()).or_insert(own),
            _ => _ = texts.insert(format!("{name}: {taken}"), own),
        }
    }
    out.push_str("\n## Licences of the crates\n\nMIT, where there is a choice.\n\n### MIT\n\n");
    let own = fs::read_to_string(project("LICENSE")).expect("our own");
    let (_, terms) = own.split_once("authors\n\n").expect("the terms");
    out.push_str(&quoted(terms));
    for (title, text) in texts {
        out.push_str(&format!("### {title}\n\n{}", quoted(&text)));
    }
    out.trim_end().to_string() + "\n"
}

/// The licence that is taken of those that a crate offers, and its text as the crate has it.
fn taken<'a>(licence: &'a str, files: &[String]) -> (&'a str, String) {
    let has = |mark: &str| files.iter().find(|text| text.contains(mark)).cloned();
    let all = || files.join("\n\n");
    if licence.contains(" AND ") {
        // Of "(MIT OR Apache-2.0) AND …" MIT is taken, and all that is not a choice.
        let kept = files.iter().filter(|text| !text.contains("Apache License"));
        let kept: Vec<&str> = kept.map(String::as_str).collect();
        return (licence, kept.join("\n\n"));
    }
    let offered: Vec<&str> = licence.split(" OR ").map(str::trim).collect();
    if offered.contains(&"MIT") {
        let own = has("Permission is hereby granted, free of charge").unwrap_or_else(all);
        return ("MIT", own);
    }
    if offered.contains(&"Apache-2.0") {
        return ("Apache-2.0", has("Apache License").unwrap_or_else(all));
    }
    (licence, all())
}

/// What a crate says of licences, in the order of the names of its files.
fn licence_files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = name.to_uppercase();
        let begins = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "UNLICENSE"];
        path.is_file() && begins.iter().any(|begin| name.starts_with(begin))
    });
    paths.sort();
    let read = |path: &std::path::PathBuf| fs::read(path).ok();
    let texts = paths.iter().filter_map(read);
    texts.map(|bytes| String::from_utf8_lossy(&bytes).replace("\r\n", "\n")).collect()
}

/// The lines that name who holds the rights, each once.
fn holders(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim) {
        let begins =
            ["Copyright (c)", "Copyright (C)", "Copyright ©", "Copyright 2", "Copyright 1"];
        let named = begins.iter().any(|begin| line.starts_with(begin));
        if named && !out.iter().any(|known| known == line) {
            out.push(line.to_string());
        }
    }
    out
}

/// A text as it stands.
fn quoted(text: &str) -> String {
    let lines = text.trim().lines().map(|line| line.trim_end().to_string());
    let text: Vec<String> = lines.collect();
    format!("```text\n{}\n```\n\n", text.join("\n"))
}
