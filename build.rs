//! Passes commit and target to the program, for `--version`, and turns its own TOML into JSON.

#![allow(clippy::print_stdout, reason = "a build script speaks to cargo by printing")]

use std::env;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use toml::de::{DeTable, DeValue};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    let target = env::var("TARGET").unwrap_or_default();
    // Only in release builds: otherwise every commit would cause a rebuild.
    let commit = match env::var("PROFILE").as_deref() {
        Ok("release") => commit(),
        _ => None,
    };
    let known: Vec<String> = commit.into_iter().chain([target]).collect();
    println!("cargo:rustc-env=POSTMIRTH_BUILD={}", known.join(", "));
    data(&PathBuf::from(env::var("OUT_DIR")?))
}

/// Writes as JSON what is built in and read at every start. That is read in a fifth of the time,
/// without the comments, and by a module for browsers that has no TOML in it.
fn data(out: &Path) -> Result<(), Box<dyn Error>> {
    let mut paths = Vec::new();
    for folder in ["quips", "styles"] {
        println!("cargo:rerun-if-changed={folder}");
        for file in fs::read_dir(folder)? {
            paths.push(file?.path());
        }
    }
    for path in paths {
        println!("cargo:rerun-if-changed={}", path.display());
        let text = fs::read_to_string(&path)?;
        let table = DeTable::parse(&text).map_err(|why| format!("{}: {why}", path.display()))?;
        let mut json = String::new();
        write_table(table.get_ref(), &mut json)?;
        let path = out.join(path.with_extension("json"));
        fs::create_dir_all(path.parent().unwrap_or(out))?;
        fs::write(path, json)?;
    }
    Ok(())
}

fn write_table(table: &DeTable, out: &mut String) -> Result<(), Box<dyn Error>> {
    for (at, (key, value)) in table.iter().enumerate() {
        out.push(if at == 0 { '{' } else { ',' });
        write_string(key.get_ref(), out)?;
        out.push(':');
        write_value(value.get_ref(), out)?;
    }
    out.push_str(if table.is_empty() { "{}" } else { "}" });
    Ok(())
}

fn write_value(value: &DeValue, out: &mut String) -> Result<(), Box<dyn Error>> {
    match value {
        DeValue::String(text) => write_string(text, out)?,
        DeValue::Boolean(yes) => write!(out, "{yes}")?,
        DeValue::Integer(number) => {
            write!(out, "{}", i64::from_str_radix(number.as_str(), number.radix())?)?;
        }
        DeValue::Float(number) => write!(out, "{}", number.as_str().parse::<f64>()?)?,
        DeValue::Datetime(day) => write_string(&day.to_string(), out)?,
        DeValue::Table(table) => write_table(table, out)?,
        DeValue::Array(list) => {
            for (at, one) in list.iter().enumerate() {
                out.push(if at == 0 { '[' } else { ',' });
                write_value(one.get_ref(), out)?;
            }
            out.push_str(if list.is_empty() { "[]" } else { "]" });
        }
    }
    Ok(())
}

fn write_string(text: &str, out: &mut String) -> Result<(), Box<dyn Error>> {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => write!(out, "\\u{:04x}", u32::from(c))?,
            c => out.push(c),
        }
    }
    out.push('"');
    Ok(())
}

/// The commit of the checkout, or the one that a packed crate was made from.
fn commit() -> Option<String> {
    // A packed crate may be inside somebody else's checkout, whose commit says nothing.
    if !Path::new(".git").exists() {
        return packed();
    }
    for path in ["src", "quips", "styles", "Cargo.toml", "Cargo.lock", "THIRD-PARTY.md"] {
        println!("cargo:rerun-if-changed={path}");
    }
    // Both change with every commit and checkout. A missing path would cause a rebuild each time.
    for name in ["HEAD", "logs/HEAD"] {
        let path = git(&["rev-parse", "--git-path", name])?;
        if Path::new(&path).exists() {
            println!("cargo:rerun-if-changed={path}");
        }
    }
    git(&["describe", "--always", "--dirty", "--abbrev=9", "--exclude=*"])
}

fn git(args: &[&str]) -> Option<String> {
    let done = Command::new("git").args(args).output().ok()?;
    let told = String::from_utf8(done.stdout).ok()?;
    let told = told.trim();
    (done.status.success() && !told.is_empty()).then(|| told.to_string())
}

/// The commit recorded by `cargo package`.
fn packed() -> Option<String> {
    let noted = std::fs::read_to_string(".cargo_vcs_info.json").ok()?;
    let (_, rest) = noted.split_once("\"sha1\"")?;
    let hash = rest.split('"').nth(1)?;
    hash.get(..9).map(str::to_string)
}
