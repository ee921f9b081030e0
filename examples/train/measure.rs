//! How right the reader is about reports that it did not learn from.

use super::corpus::{Report, Side};
use super::folds::{FOLDS, folds};
use super::learn::learned;
use postmirth::incident::Kind;
use postmirth::read::phase::{
    KINDS, PHASES, States, Thresholds, Weights, by_phase, decide, grasp, is_marked, least_for,
};
use std::fmt;

/// The precision at which a threshold is set, above what must be shown, since the reports that
/// come are others.
const SURE: [(Side, f64); 2] = [(Side::Student, 0.966), (Side::Company, 0.94)];
const MARK: [(Side, f64); 2] = [(Side::Student, 0.94), (Side::Company, 0.80)];

/// The figures of one side, in the order of their names.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    all: f64,
    phases: f64,
    kinds: f64,
    certain: f64,
    certain_right: f64,
    marked: f64,
    marked_right: f64,
    marks: f64,
    dead: [f64; 3],
}

/// Cross-validated figures of students and companies.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    sides: [Counts; 2],
    kinds: Vec<(Side, Kind, f64, f64, f64)>,
}

/// An entry that was predicted by a model that did not see its report.
struct Predicted {
    side: Side,
    fold: usize,
    truth: usize,
    states: States,
    grasp: f64,
}

/// Predicts every report by the other folds, and chooses each fold's thresholds by the others, too.
pub(crate) fn cross_validated(reports: &[Report], seeds: &[u64]) -> (Figures, Thresholds) {
    let mut figures = Figures::default();
    let mut chosen = Vec::new();
    for seed in seeds {
        let of = folds(reports, *seed);
        let mut predicted = Vec::new();
        for fold in 0..FOLDS {
            let others: Vec<&Report> = reports
                .iter()
                .zip(&of)
                .filter(|(_, of)| **of != Some(fold))
                .map(|(r, _)| r)
                .collect();
            let bytes = learned(&others).bytes(Thresholds { sure: 0.0, mark: 0.0, dead: 0.0 });
            let weights = Weights::of(&bytes);
            for (report, _) in reports.iter().zip(&of).filter(|(_, of)| **of == Some(fold)) {
                let states = weights.read(&report.story);
                let grasp = grasp(&states);
                predicted.extend(states.iter().zip(&report.states).map(|(states, truth)| {
                    Predicted { side: report.side, fold, truth: *truth, states: *states, grasp }
                }));
            }
        }
        for fold in 0..FOLDS {
            let others: Vec<&Predicted> = predicted.iter().filter(|one| one.fold != fold).collect();
            let thresholds = thresholds(&others);
            for one in predicted.iter().filter(|one| one.fold == fold) {
                figures.count(one.side, one.truth, (&one.states, one.grasp), thresholds);
            }
            chosen.push(thresholds);
        }
    }
    let median = |of: fn(&Thresholds) -> f64| {
        let mut all: Vec<f64> = chosen.iter().map(of).collect();
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    };
    let thresholds = Thresholds {
        sure: median(|one| one.sure),
        mark: median(|one| one.mark),
        dead: median(|one| one.dead),
    };
    println!("thresholds {thresholds:.3?}");
    (figures, thresholds)
}

/// The least thresholds that keep both sides as precise as they must be; that of dead ends by
/// their best F1.
fn thresholds(predicted: &[&Predicted]) -> Thresholds {
    let grid = |from: i32, to: i32| (from..to).map(|cent| f64::from(cent) / 100.0);
    let precise =
        |wanted: &[(Side, f64); 2], right: &dyn Fn(&Predicted, f64) -> Option<bool>, at| {
            wanted.iter().all(|(side, wanted)| {
                let of = predicted.iter().filter(|one| one.side == *side);
                let told: Vec<bool> = of.filter_map(|one| right(one, at)).collect();
                let good = told.iter().filter(|right| **right).count();
                told.is_empty() || good as f64 >= wanted * told.len() as f64
            })
        };
    let phase = |one: &Predicted, at: f64| {
        let sums = by_phase(&one.states);
        let best = (0..4).max_by(|a, b| sums[*a].total_cmp(&sums[*b]))?;
        (sums[best] >= least_for(at, best, one.grasp)).then_some(best == PHASES[one.truth])
    };
    let mark = |one: &Predicted, at: f64| {
        let marked = (0..KINDS.len()).filter(|state| is_marked(KINDS[*state]));
        let best = marked.max_by(|a, b| one.states[*a].total_cmp(&one.states[*b]))?;
        (one.states[best] >= at).then_some(best == one.truth)
    };
    let dead_f1 = |at: f64| {
        let state = KINDS.iter().position(|kind| *kind == Kind::DeadEnd).unwrap_or(0);
        let said = predicted.iter().filter(|one| one.states[state] >= at);
        let (mut hits, mut told) = (0, 0);
        for one in said {
            told += 1;
            hits += usize::from(one.truth == state);
        }
        let real = predicted.iter().filter(|one| one.truth == state).count();
        2.0 * hits as f64 / (told + real).max(1) as f64
    };
    let best_dead = (20..70).step_by(2).map(|cent| f64::from(cent) / 100.0);
    Thresholds {
        sure: grid(50, 100).find(|at| precise(&SURE, &phase, *at)).unwrap_or(0.99),
        mark: grid(40, 100).find(|at| precise(&MARK, &mark, *at)).unwrap_or(0.99),
        dead: best_dead.max_by(|a, b| dead_f1(*a).total_cmp(&dead_f1(*b))).unwrap_or(0.5),
    }
}

/// The figures on the reports that the weights were learned from: by these nothing is judged.
pub(crate) fn print_fit(reports: &[Report], weights: &Weights) {
    let mut figures = Figures::default();
    for report in reports.iter().filter(|report| report.side != Side::Invented) {
        let story = weights.read(&report.story);
        let grasp = grasp(&story);
        for (states, truth) in story.iter().zip(&report.states) {
            figures.count(report.side, *truth, (states, grasp), weights.thresholds());
        }
    }
    print!("the fit, by which nothing is judged:\n{figures}");
}

impl Figures {
    fn count(
        &mut self,
        side: Side,
        truth: usize,
        (states, grasp): (&States, f64),
        thresholds: Thresholds,
    ) {
        let decision = decide(states, thresholds, grasp, None);
        let told = KINDS[decision.state];
        let right = PHASES[decision.state] == PHASES[truth];
        let same = told == KINDS[truth];
        let counts = &mut self.sides[usize::from(side == Side::Company)];
        let add = |figure: &mut f64, one: bool| *figure += f64::from(u8::from(one));
        add(&mut counts.all, true);
        add(&mut counts.phases, right);
        add(&mut counts.kinds, same);
        add(&mut counts.certain, decision.certain);
        add(&mut counts.certain_right, decision.certain && right);
        let marked = decision.certain && is_marked(told);
        add(&mut counts.marked, marked);
        add(&mut counts.marked_right, marked && same);
        add(&mut counts.marks, is_marked(KINDS[truth]));
        add(&mut counts.dead[0], told == Kind::DeadEnd && same);
        add(&mut counts.dead[1], told == Kind::DeadEnd);
        add(&mut counts.dead[2], KINDS[truth] == Kind::DeadEnd);
        for kind in KINDS.iter().copied().filter(|kind| is_marked(*kind)) {
            let known = self.kinds.iter().position(|row| row.0 == side && row.1 == kind);
            let at = known.unwrap_or_else(|| {
                self.kinds.push((side, kind, 0.0, 0.0, 0.0));
                self.kinds.len() - 1
            });
            let row = &mut self.kinds[at];
            add(&mut row.2, marked && told == kind && same);
            add(&mut row.3, marked && told == kind);
            add(&mut row.4, KINDS[truth] == kind);
        }
    }

    /// Fails when a figure is below its floor.
    pub(crate) fn hold(&self, floors: &[(Side, [f64; 4])]) -> Result<(), String> {
        for (side, floors) in floors {
            let counts = &self.sides[usize::from(*side == Side::Company)];
            let found = [
                ("phases", counts.phases / counts.all),
                ("sure", counts.certain_right / counts.certain),
                ("sure share", counts.certain / counts.all),
                ("marks", counts.marked_right / counts.marked),
            ];
            for ((name, found), floor) in found.iter().zip(floors) {
                if found < floor {
                    return Err(format!("{side:?} {name}: {found:.4} is below {floor:.4}"));
                }
            }
        }
        Ok(())
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (side, counts) in [Side::Student, Side::Company].iter().zip(&self.sides) {
            let share = |part: f64, all: f64| 100.0 * part / all.max(1.0);
            writeln!(
                f,
                "{side:?}: phases {:.1}, kinds {:.1}, sure right {:.1}, sure share {:.1}, \
                 marks right {:.1}, marks found {:.1}, dead ends F1 {:.1}",
                share(counts.phases, counts.all),
                share(counts.kinds, counts.all),
                share(counts.certain_right, counts.certain),
                share(counts.certain, counts.all),
                share(counts.marked_right, counts.marked),
                share(counts.marked_right, counts.marks),
                share(2.0 * counts.dead[0], counts.dead[1] + counts.dead[2]),
            )?;
            for (_, kind, hits, told, real) in self.kinds.iter().filter(|row| row.0 == *side) {
                write!(
                    f,
                    "  {} {:.2}/{:.2}",
                    kind.name(),
                    hits / told.max(1.0),
                    hits / real.max(1.0)
                )?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}
