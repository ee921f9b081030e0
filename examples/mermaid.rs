//! Writes the Mermaid chart of every readable report of some folders into a folder:
//! `cargo run --example mermaid -- INTO FOLDER...`

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool for a terminal")]

use postmirth::draw::mermaid;
use postmirth::incident::Nature;
use postmirth::read::read;
use postmirth::source::Source;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [into, folders @ ..] = &paths[..] else {
        eprintln!("expected a folder to write to, and one or more with reports");
        return ExitCode::from(2);
    };
    let mut charts = 0;
    for path in folders.iter().flat_map(|folder| markdown(folder)) {
        let Ok(bytes) = std::fs::read(&path) else {
            eprintln!("cannot read {}", path.display());
            return ExitCode::FAILURE;
        };
        let told = read(&Source::from_bytes(path.display().to_string(), &bytes).value).value;
        let Some(chart) = mermaid(&told, None).filter(|_| told.nature == Nature::Postmortem) else { continue };
        let name = path.with_extension("mmd");
        if let Err(why) = std::fs::write(into.join(name.file_name().unwrap_or_default()), chart) {
            eprintln!("cannot write to {}: {why}", into.display());
            return ExitCode::FAILURE;
        }
        charts += 1;
    }
    println!("{charts} charts");
    ExitCode::SUCCESS
}

/// The Markdown files below a folder, sorted.
fn markdown(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).map(|entries| entries.flatten().map(|entry| entry.path()).collect());
    let mut paths: Vec<PathBuf> = entries.unwrap_or_default();
    paths.sort();
    let (folders, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_dir());
    let reports = files.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    reports.chain(folders.iter().flat_map(|folder| markdown(folder))).collect()
}
