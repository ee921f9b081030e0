//! README, CONTRIBUTING and the pages of `docs`: their commands run, the outputs and tables they
//! show are those of today, and whatever they point to exists.

use crate::support::golden::{matches_all, project};
use postmirth::check::{Profile, RULES, Rule};
use postmirth::diagnostic::code::Code;
use serde_json::Value;
use similar::{ChangeTag, TextDiff};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PAGES: &[&str] = &[
    "README.md", "CONTRIBUTING.md", "docs/guide.md", "docs/checks.md", "docs/messages.md",
    "docs/json.md", "SECURITY.md", "SKILL.md", "llms.txt",
];

fn page(name: &str) -> String {
    fs::read_to_string(project(name)).expect(name)
}

/// Files that the commands of the guide write, and of which it speaks.
const WRITTEN: &[&str] = &[
    "pictures/table-incident-dark.png",
    "sketch.png",
    "lisbon.svg",
    "actions.png",
    "article/table-medium.html",
    "article/table-cover.alt.txt",
    "bullets-24h-cover.png",
    "table.mmd",
    "spiced.md",
    "trend.svg",
];

#[test]
fn the_pages_show_what_the_program_says() {
    matches_all(PAGES.iter().map(|name| {
        let folder = workshop(name);
        let page = with_outputs(&page(name), &folder);
        let written = WRITTEN.iter().filter(|_| *name == "docs/guide.md");
        for file in written {
            assert!(folder.join(file).exists(), "{name} leaves no {file}");
        }
        (project(name), with_tables(&page))
    }));
}

/// An empty folder with the examples, so that no picture lands in the project.
fn workshop(page: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(page.replace(['/', '.'], "-"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("examples")).expect("a folder");
    for entry in fs::read_dir(project("examples")).expect("examples") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            let name = path.file_name().expect("a name");
            fs::copy(&path, folder.join("examples").join(name)).expect("a copy");
        }
    }
    folder
}

/// The page after each command of its `sh` blocks has run: a `text` or `json` block holds the
/// output of the first command of the last `sh` block above it, or the beginning of it.
fn with_outputs(page: &str, folder: &Path) -> String {
    let mut out = String::new();
    let mut lines = page.lines();
    let mut shown: Option<String> = None;
    while let Some(line) = lines.next() {
        out.push_str(&format!("{line}\n"));
        if !line.starts_with("```") {
            continue;
        }
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        match (line, shown.take()) {
            ("```sh", _) => {
                let outputs = block.iter().filter_map(|line| output(line, folder));
                shown = outputs.collect::<Vec<String>>().into_iter().next();
                out.push_str(&(block.join("\n") + "\n"));
            }
            ("```text" | "```json", Some(output)) => out.push_str(&excerpt(&output, &block)),
            (_, kept) => {
                shown = kept;
                block.iter().for_each(|line| out.push_str(&format!("{line}\n")));
            }
        }
        out.push_str("```\n");
    }
    out
}

/// The output; where the block ends with `…`, only as many of its lines as the block shows.
fn excerpt(output: &str, block: &[&str]) -> String {
    let shown = match block.split_last() {
        Some((&"…", above)) => above.len(),
        _ => return format!("{output}\n"),
    };
    let lines: Vec<&str> = output.lines().take(shown).chain(["…"]).collect();
    lines.join("\n") + "\n"
}

/// The output of a line of a `sh` block, when it is a command of ours that can run as it stands.
fn output(line: &str, folder: &Path) -> Option<String> {
    let args = line.strip_prefix("cargo run --release -- ").or(line.strip_prefix("postmirth "))?;
    if args.contains(['<', '>', '|', '*']) || args.contains("REPORT") {
        return None;
    }
    let done = Command::new(env!("CARGO_BIN_EXE_postmirth"))
        .args(args.split_whitespace())
        .current_dir(folder)
        .env_remove("COLUMNS")
        .output()
        .expect("the program runs");
    let complaints = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{line}: {complaints}");
    let output = String::from_utf8_lossy(&done.stdout);
    Some(output.trim_end().to_string())
}

/// The page with the text between `<!-- generated: NAME -->` and `<!-- /generated -->` made anew.
fn with_tables(page: &str) -> String {
    const BEGIN: &str = "<!-- generated: ";
    const END: &str = "<!-- /generated -->";
    let mut parts = page.split(BEGIN);
    let mut out = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let (name, rest) = part.split_once(" -->").expect("a name");
        let (_, rest) = rest.split_once(END).expect("an end");
        let table = match name {
            "message" => message(),
            "codes" => codes(),
            "rules" => rules(),
            "examples" => RULES.iter().map(section).collect(),
            other => panic!("nothing makes {other}"),
        };
        let table = table.trim();
        out.push_str(&format!("{BEGIN}{name} -->\n\n{table}\n\n{END}{rest}"));
    }
    out
}

/// A message as the terminal shows it.
fn message() -> String {
    let text = page("tests/messages/clock-backwards.txt");
    format!("```text\n{}\n```", text.trim_end())
}

/// A table of what messages say.
fn codes() -> String {
    let row = |code: &Code| {
        let about = code.about().replace('|', "\\|");
        format!("| `{code}` | {} | {about} |\n", code.severity())
    };
    let rows: String = Code::ALL.iter().map(row).collect();
    format!("| code | severity | meaning |\n|---|---|---|\n{rows}")
}

/// A table of the rules of `check`, each with a link to its section.
fn rules() -> String {
    let row = |rule: &Rule| {
        let (code, part, severity) = (rule.code, rule.part.name(), rule.severity);
        let profiles = profiles(rule);
        let asks = rule.asks.replace('|', "\\|");
        format!("| [`{code}`](#{code}) | {part} | {asks} | {severity} | {profiles} |\n")
    };
    let rows: String = RULES.iter().map(row).collect();
    format!("| rule | part | asks for | severity | profiles |\n|---|---|---|---|---|\n{rows}")
}

fn profiles(rule: &Rule) -> String {
    if rule.profiles.is_empty() {
        return "only with `--deny`".to_string();
    }
    let names: Vec<&str> = rule.profiles.iter().copied().map(Profile::name).collect();
    names.join(", ")
}

/// A rule with its reason, and the way from its failing example to its passing one.
fn section(rule: &Rule) -> String {
    let Rule { code, asks, why, .. } = rule;
    let example = format!("```diff\n{}```\n", example(&rule.fails.text(), &rule.passes.text()));
    let (severity, profiles) = (rule.severity, profiles(rule));
    format!("### `{code}`\n\n**{asks}** · {severity} · {profiles}\n\n{why}\n\n{example}\n")
}

/// The lines that fail with `-`, those that pass with `+`, and the line next to each; a sentence a
/// line.
fn example(fails: &str, passes: &str) -> String {
    let (fails, passes) = (sentences(fails), sentences(passes));
    let diff = TextDiff::from_lines(&fails, &passes);
    let mut out = String::new();
    for (at, group) in diff.grouped_ops(1).iter().enumerate() {
        if at > 0 {
            out.push_str("  …\n");
        }
        for change in group.iter().flat_map(|part| diff.iter_changes(part)) {
            let sign = match change.tag() {
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
                ChangeTag::Equal => ' ',
            };
            let line = format!("{sign} {}", change.value().trim_end());
            out.push_str(&format!("{}\n", line.trim_end()));
        }
    }
    out.trim_matches('\n').to_string() + "\n"
}

fn sentences(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let ends = letter == ' ' && before == '.';
        let begins = letters.peek().is_some_and(|next| next.is_uppercase());
        out.push(if ends && begins { '\n' } else { letter });
        before = letter;
    }
    out + "\n"
}

#[test]
fn the_readme_is_short_and_says_what_ci_runs() {
    let readme = page("README.md");
    assert!(readme.len() <= 10 * 1024, "{} bytes", readme.len());
    assert!(readme.lines().any(|line| line == "cargo test"));
    assert!(page(".ci/run").lines().any(|line| line == "cargo test"));
}

#[test]
fn every_link_leads_somewhere() {
    for name in PAGES {
        let text = page(name);
        let folder = Path::new(name).parent().expect("a folder");
        let targets = ["](", "src=\"", "srcset=\""]
            .into_iter()
            .flat_map(|mark| text.split(mark).skip(1))
            .filter_map(|rest| rest.split([')', '"']).next())
            .filter(|target| !target.contains("://"));
        for target in targets {
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let file = match file.is_empty() {
                true => project(name),
                false => project("").join(folder).join(file),
            };
            assert!(file.exists(), "{name} points to {target}");
            if !anchor.is_empty() {
                let linked = fs::read_to_string(&file).expect("a page");
                assert!(anchors(&linked).contains(anchor), "{name} points to {target}");
            }
        }
    }
}

/// The anchors that GitHub gives to the headings of a page.
fn anchors(page: &str) -> BTreeSet<String> {
    let headings = page.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let words = line.trim_start_matches('#').trim().to_lowercase();
            words
                .chars()
                .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
                .map(|c| if c == ' ' { '-' } else { c })
                .collect()
        })
        .collect()
}

#[test]
fn every_file_that_the_pages_name_exists() {
    let folders = ["src/", "tests/", "benches/", "docs/", "styles/", ".ci/"];
    for name in PAGES {
        for quoted in page(name).split('`').skip(1).step_by(2) {
            let is_path = folders.iter().any(|folder| quoted.starts_with(folder));
            let is_pattern = quoted.contains(['*', ' ']) || quoted.contains("NAME");
            if is_path && !is_pattern {
                assert!(project(quoted).exists(), "{name} names {quoted}");
            }
        }
    }
}

#[test]
fn every_field_of_the_json_is_documented() {
    let page = page("docs/json.md");
    let folder = workshop("json-fields");
    let examples = fs::read_dir(folder.join("examples")).expect("examples");
    let mut reports: Vec<String> = examples
        .map(|entry| entry.expect("an entry").file_name())
        .map(|name| format!("postmirth facts --json examples/{}", name.to_string_lossy()))
        .filter(|command| command.ends_with(".md"))
        .collect();
    reports.push("postmirth stats --json examples".to_string());
    for command in reports {
        let json = output(&command, &folder).expect("a command");
        for field in fields(&serde_json::from_str(&json).expect("JSON")) {
            assert!(
                page.contains(&format!("`{field}`")),
                "docs/json.md does not say what {field} is, which {command} writes"
            );
        }
    }
}

/// The names of all fields, at any depth.
fn fields(json: &Value) -> BTreeSet<String> {
    match json {
        Value::Object(object) => {
            let below = object.values().flat_map(fields);
            object.keys().cloned().chain(below).collect()
        }
        Value::Array(items) => items.iter().flat_map(fields).collect(),
        _ => BTreeSet::new(),
    }
}
