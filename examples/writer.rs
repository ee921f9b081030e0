//! A writer without a model: it reads a brief and answers with a line wherever an entry says
//! something that it knows. It is here to show the way of the words; any program that reads its
//! standard input and writes its standard output can take its place:
//!
//! `postmirth spice REPORT.md --writer "cargo run -q --example writer"`

#![allow(clippy::print_stdout, reason = "its answer is its output")]

use std::io::Read;

/// Words of an entry, a measure or a piece of prose, and a line that is true wherever they stand.
const LINES: &[(&str, &str)] = &[
    ("no change", "It had been told, and stayed as it was."),
    ("changed nothing", "The change was complete. So was the nothing."),
    ("no effect", "It was effective in every other respect."),
    ("looked healthy", "It looked well. It was not asked to move."),
    ("still looks normal", "Looking normal was the last thing that still worked."),
    ("was suspected", "It was the only one with an alibi to prepare."),
    ("by hand", "The hands had not been part of the design."),
    ("rolled back", "The older version had the advantage of having worked."),
    ("no alert", "The silence was on time."),
    ("status: complete", "Complete, by the account of its own status."),
    ("alert when", "This gives the news a way to travel."),
    ("alert on", "Until now, this was left to whoever happened to look."),
];

fn main() -> std::io::Result<()> {
    let mut brief = String::new();
    std::io::stdin().read_to_string(&mut brief)?;
    print!("{}", answer(&brief));
    Ok(())
}

/// The reply to a brief: each of its own lines once, behind the first words that it fits.
pub(crate) fn answer(brief: &str) -> String {
    let mut left: Vec<&(&str, &str)> = LINES.iter().collect();
    let mut out = String::new();
    for (number, words) in brief.lines().filter_map(slot) {
        let words = words.to_lowercase();
        let Some(at) = left.iter().position(|(known, _)| words.contains(known)) else {
            continue;
        };
        out.push_str(&format!("{number}: {}\n", left.remove(at).1));
    }
    out
}

/// A line of the report that ends with `SLOT 7`: the number and the words before it.
fn slot(line: &str) -> Option<(u32, &str)> {
    let (words, behind) = line.split_once("SLOT ")?;
    let digits = behind.split(|c: char| !c.is_ascii_digit()).next()?;
    Some((digits.parse().ok()?, words))
}
