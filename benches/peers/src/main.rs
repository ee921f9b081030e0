//! Races whole processes against each other: postmirth, what no program can undercut, and what
//! others would run in its place.
//!
//! ```sh
//! cargo build --release     # in the project's folder: postmirth itself
//! cd benches/peers
//! cargo build --release     # the contestants
//! cargo run --release       # the race; other than usual: -- POSTMIRTH ROUNDS
//! ```
//!
//! Whole processes, because that is what a person at a terminal or a CI job waits for: starting,
//! reading, drawing and writing. It needs a Unix. What was drawn stays in the folder that the last
//! line names.

mod contestant;
mod incident;
mod race;
mod stage;

use incident::ELEVEN;
use race::Race;
use stage::Stage;
use std::error::Error;
use std::io;
use std::path::{Path, PathBuf};

/// Enough for each contestant to be left alone at least once.
const ROUNDS: usize = 200;

/// The lengths of the incidents that show how time grows.
const LENGTHS: [usize; 4] = [ELEVEN, 100, 1_000, 10_000];

/// The length at which the Mermaid renderers are asked as well.
const LONG: usize = 1_000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args_os().skip(1);
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/release/postmirth");
    let postmirth = args.next().map_or(built, PathBuf::from);
    let rounds = args.next().map_or(Ok(ROUNDS), |rounds| rounds.to_string_lossy().parse())?;

    contestant::bind()?;
    let stage = Stage::set(postmirth, &LENGTHS, &[ELEVEN, LONG])?;
    everyday(&stage, rounds)?;
    growth(&stage, rounds.div_ceil(10));
    println!("\nThe drawings are in {}", stage.folder.display());
    Ok(())
}

/// A report of eleven events, as long as most are.
fn everyday(stage: &Stage, rounds: usize) -> io::Result<()> {
    let svg = stage.path("postmirth.svg");
    let contestants = vec![
        stage.peer("empty", "empty"),
        stage.peer("floor", "floor").arg(stage.report(ELEVEN)).output(&stage.path("floor.svg")),
        stage.draw("postmirth svg", ELEVEN, "svg").arg("-o").output(&svg),
        // What the one before has drawn.
        stage.peer("raster", "raster").arg(&svg).output(&stage.path("raster.png")),
        stage
            .draw(
                "postmirth \
            svg,png",
                ELEVEN,
                "svg,png",
            )
            .arg("-o")
            .output(&stage.room("postmirth")?),
        stage.mermaid("mermaid-svg", "mermaid_svg", ELEVEN),
        stage.mermaid("mermaid-rs-renderer", "mermaid_rs", ELEVEN),
    ];
    println!("A report of {ELEVEN} events, {rounds} rounds\n");
    let race = Race::run(contestants, rounds);
    race.print();
    race.print_ratios(&[
        ("floor", "empty"),
        ("postmirth svg", "empty"),
        ("postmirth svg", "floor"),
        ("postmirth svg,png", "raster"),
        ("mermaid-svg", "postmirth svg"),
        ("mermaid-rs-renderer", "postmirth svg"),
    ]);
    Ok(())
}

/// Incidents of growing length, with the events that postmirth picks out to be drawn, and with all.
fn growth(stage: &Stage, rounds: usize) {
    let picked = LENGTHS.map(|length| (length, format!("postmirth {length}")));
    let all = LENGTHS.map(|length| (length, format!("postmirth {length} --all")));
    let output = |name: &str| stage.path(&format!("{name}.svg"));
    let mut contestants = Vec::new();
    for (length, name) in &picked {
        contestants.push(stage.draw(name, *length, "svg").arg("-o").output(&output(name)));
    }
    for (length, name) in &all {
        contestants
            .push(stage.draw(name, *length, "svg").arg("--all").arg("-o").output(&output(name)));
    }
    contestants.push(stage.mermaid("mermaid-svg 1000", "mermaid_svg", LONG));
    contestants.push(stage.mermaid("mermaid-rs-renderer 1000", "mermaid_rs", LONG));

    println!("\nReports of growing length, {rounds} rounds\n");
    let race = Race::run(contestants, rounds);
    race.print();
    race.print_ratios(&[
        ("mermaid-svg 1000", "postmirth 1000 --all"),
        (
            "mermaid-rs-renderer \
        1000",
            "postmirth 1000 --all",
        ),
    ]);
    race.print_growth(&[&picked, &all]);
}
