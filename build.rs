//! Passes commit and target to the program, for `--version`.

#![allow(
    clippy::print_stdout,
    reason = "a build script speaks to cargo by printing"
)]

use std::env;
use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let target = env::var("TARGET").unwrap_or_default();
    // Only in release builds: otherwise every commit would cause a rebuild.
    let commit = match env::var("PROFILE").as_deref() {
        Ok("release") => commit(),
        _ => None,
    };
    let known: Vec<String> = commit.into_iter().chain([target]).collect();
    println!("cargo:rustc-env=POSTMIRTH_BUILD={}", known.join(", "));
}

/// The commit of the checkout, or the one that a packed crate was made from.
fn commit() -> Option<String> {
    // A packed crate may be inside somebody else's checkout, whose commit says nothing.
    if !Path::new(".git").exists() {
        return packed();
    }
    for path in [
        "src",
        "quips",
        "styles",
        "Cargo.toml",
        "Cargo.lock",
        "THIRD-PARTY.md",
    ] {
        println!("cargo:rerun-if-changed={path}");
    }
    // Both change with every commit and checkout. A missing path would cause a rebuild each time.
    for name in ["HEAD", "logs/HEAD"] {
        let path = git(&["rev-parse", "--git-path", name])?;
        if Path::new(&path).exists() {
            println!("cargo:rerun-if-changed={path}");
        }
    }
    git(&[
        "describe",
        "--always",
        "--dirty",
        "--abbrev=9",
        "--exclude=*",
    ])
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
