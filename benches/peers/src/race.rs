//! A race: all contestants in turn, round after round, and what came of it.

use crate::contestant::Contestant;
use std::time::Duration;

pub(crate) struct Race(Vec<Contestant>);

/// The least and the middle of a contestant's times, in milliseconds: the one is free of other
/// people's noise, the other is what one gets on a usual day.
struct Times {
    least: f64,
    median: f64,
}

impl Race {
    /// Machines get slower and faster while one measures, and whoever runs in the same minute
    /// shares that weather. Every other round goes backwards, so that nobody always follows the
    /// same neighbour.
    pub(crate) fn run(mut contestants: Vec<Contestant>, rounds: usize) -> Self {
        contestants.iter_mut().for_each(Contestant::rehearse);
        for round in 0..rounds {
            if round % 2 == 0 {
                contestants.iter_mut().for_each(Contestant::run);
            } else {
                contestants.iter_mut().rev().for_each(Contestant::run);
            }
        }
        Self(contestants)
    }

    /// A contestant's times, if it takes part and came through.
    fn times(&self, name: &str) -> Option<Times> {
        times(self.0.iter().find(|contestant| contestant.name == name)?)
    }

    /// A line for each contestant.
    pub(crate) fn print(&self) {
        println!(
            "  {:26}{:>10}{:>12}{:>10}{:>12}",
            "",
            "min ms",
            "median ms",
            "peak \
            MB",
            "written KB"
        );
        for contestant in &self.0 {
            if let Some(reason) = &contestant.failure {
                println!("  {:26}  failed: {reason}", contestant.name);
                continue;
            }
            let Some(Times { least, median }) = times(contestant) else { continue };
            // The largest of all runs: a peak that comes only now and then is a peak.
            let peak = contestant.runs.iter().map(|run| run.memory).max().unwrap_or(0) as f64 / 1e6;
            let written = contestant.written as f64 / 1e3;
            println!(
                "  \
                {:26}{least:>10.2}{median:>12.2}{peak:>10.1}{written:>12.1}",
                contestant.name
            );
        }
    }

    /// How many times as long the first of each pair took as the second.
    pub(crate) fn print_ratios(&self, pairs: &[(&str, &str)]) {
        println!("\n  {:50}{:>10}{:>12}", "ratio", "of mins", "of medians");
        for (first, second) in pairs {
            let name = format!("{first} / {second}");
            match self.times(first).zip(self.times(second)) {
                Some((first, second)) => {
                    println!(
                        "  \
                        {name:50}{:>10.2}{:>12.2}",
                        first.least / second.least,
                        first.median / second.median
                    );
                }
                None => println!("  {name:50}{:>10}{:>12}", "-", "-"),
            }
        }
    }

    /// What an event costs, for series of contestants of growing length. A short report's time is
    /// mostly the start of the process; what each event adds to the report before is free of that
    /// (but for the first, which has none before it), and keeps about the same when time is linear.
    pub(crate) fn print_growth(&self, series: &[&[(usize, String)]]) {
        println!("\n  {:26}{:>12}{:>18}", "min µs", "per event", "per event added");
        for contestants in series {
            let mut before = (0.0, 0.0);
            for (length, name) in *contestants {
                let Some(Times { least, .. }) = self.times(name) else { continue };
                let now = (*length as f64, least * 1e3);
                println!(
                    "  \
                    {name:26}{:>12.2}{:>18.2}",
                    now.1 / now.0,
                    (now.1 - before.1) / (now.0 - before.0)
                );
                before = now;
            }
        }
    }
}

fn times(contestant: &Contestant) -> Option<Times> {
    if contestant.failure.is_some() {
        return None;
    }
    let mut times: Vec<Duration> = contestant.runs.iter().map(|run| run.time).collect();
    times.sort_unstable();
    let ms = |time: &Duration| time.as_secs_f64() * 1e3;
    Some(Times { least: ms(times.first()?), median: ms(times.get(times.len() / 2)?) })
}
