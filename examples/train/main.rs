//! Learns the weights of `src/read/phase` from labelled reports and from the invented entries
//! beside this program.
//!
//!     cargo run --release --example train -- CORPUS            cross-validates, prints the figures
//!     cargo run --release --example train -- CORPUS --write    and writes src/read/phase/weights.bin
//!     cargo run --release --example train -- CORPUS --floors   and fails when a figure is too low
//!
//! CORPUS holds `labels/*.json` and the texts that they name. Authors and organisations are never
//! in two folds, so the figures are those of reports by people not met before. No randomness but
//! the seeds below: the same reports give the same bytes.

#![allow(clippy::print_stdout, reason = "it prints what it measured")]

mod corpus;
mod folds;
mod learn;
mod measure;

use corpus::{Report, Side};
use postmirth::read::phase::{STATES, Thresholds, Weights};
use std::error::Error;
use std::path::Path;

/// The seeds by which groups are dealt into folds.
const SEEDS: [u64; 3] = [1, 2, 3];

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let folder = args.next().ok_or("usage: train CORPUS [--write | --floors]")?;
    let asked: Vec<String> = args.collect();
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut reports = corpus::labelled(Path::new(&folder))?;
    let entries: usize = reports.iter().map(|report| report.states.len()).sum();
    println!("{} labelled reports, {entries} entries", reports.len());
    reports.extend(corpus::invented(&project.join("examples/training"))?);

    let (figures, thresholds) = measure::cross_validated(&reports, &SEEDS);
    print!("{figures}");
    if asked.iter().any(|arg| arg == "--write") {
        let all: Vec<&Report> = reports.iter().collect();
        let model = learn::learned(&all);
        let bytes = model.bytes(thresholds);
        measure::print_fit(&reports, &Weights::of(&bytes));
        println!("{} features, {} bytes", model.features.len(), bytes.len());
        std::fs::write(project.join("src/read/phase/weights.bin"), bytes)?;
    }
    if asked.iter().any(|arg| arg == "--floors") {
        figures.hold(&FLOORS)?;
    }
    Ok(())
}

/// The least that unseen reports must give: phases right, of what is certain right, the share that
/// is certain, marks right.
const FLOORS: [(Side, [f64; 4]); 2] =
    [(Side::Student, [0.90, 0.97, 0.72, 0.94]), (Side::Company, [0.72, 0.92, 0.38, 0.78])];

/// A model before it is written.
pub(crate) struct Model {
    pub(crate) features: Vec<(u32, [f64; STATES])>,
    pub(crate) transitions: Vec<f64>,
    pub(crate) begin: Vec<f64>,
    pub(crate) end: Vec<f64>,
}

impl Model {
    pub(crate) fn bytes(&self, thresholds: Thresholds) -> Vec<u8> {
        Weights::bytes(thresholds, &self.transitions, &self.begin, &self.end, &self.features)
    }
}
