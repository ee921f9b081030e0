//! Where the ticks of an axis stand: at round times, with room for their labels.

use super::{APART, ASIDE, Axis, Measure, OUTSIDE, STEPS, Tick};
use crate::draw::wall_clock::Reckoning;
use crate::incident::Day;
use crate::time::format::{self, DAY};

impl Axis {
    /// The ticks: the smallest round step whose labels have room.
    pub(super) fn step(&mut self, reckoning: &Reckoning, measure: Measure<'_>) {
        let dated = reckoning.clock.is_none() && reckoning.day.is_some();
        let long: f64 = self.pieces.iter().map(|piece| piece.to - piece.from).sum();
        // A step of fewer pixels than the gap between labels need not be tried.
        let wide = |step: f64| step * self.width >= self.apart() * long;
        for step in STEPS.iter().copied().filter(|step| (!dated || *step >= DAY) && wide(*step)) {
            let ticks = self.at_each(step, reckoning);
            if self.have_room(&ticks, measure) {
                self.ticks = ticks;
                break;
            }
        }
        self.fill_bare_pieces(reckoning, measure);
    }

    fn at_each(&self, step: f64, reckoning: &Reckoning) -> Vec<Tick> {
        let mut ticks = Vec::new();
        for piece in &self.pieces {
            let (_, shown) = reckoning.show(piece.from);
            // Steps of many days begin at the first midnight: a date stands where its day begins.
            let round = step.min(DAY);
            let past = shown % round;
            let mut minute = if past < 1e-6 { piece.from } else { piece.from - past + round };
            while minute <= piece.to + 1e-6 {
                ticks.push(self.tick(minute, step >= DAY, reckoning));
                minute += step;
            }
        }
        ticks
    }

    fn tick(&self, minute: f64, as_date: bool, reckoning: &Reckoning) -> Tick {
        let date = reckoning.date(minute).filter(|_| as_date);
        Tick { minute, x: self.x(minute), label: date.unwrap_or_else(|| reckoning.clock(minute)) }
    }

    fn have_room(&self, ticks: &[Tick], measure: Measure<'_>) -> bool {
        let apart = |left: &Tick, right: &Tick| {
            right.x - left.x >= (measure(&left.label) + measure(&right.label)) / 2.0 + self.apart()
        };
        ticks
            .windows(2)
            .all(|pair| apart(&pair[0], &pair[1]) || self.folded_between(pair[0].x, pair[1].x))
    }

    fn folded_between(&self, left: f64, right: f64) -> bool {
        self.folds.iter().any(|fold| left <= fold.left && fold.right <= right)
    }

    /// A piece too short for a round tick gets one where it begins; what does not fit beside its
    /// neighbours goes.
    pub(super) fn fill_bare_pieces(&mut self, reckoning: &Reckoning, measure: Measure<'_>) {
        let dated = self.dated(reckoning);
        for piece in self.pieces.clone() {
            if !self.ticks.iter().any(|tick| piece.from <= tick.minute && tick.minute <= piece.to) {
                let tick = self.tick(piece.from, dated, reckoning);
                self.ticks.push(tick);
            }
        }
        self.ticks.sort_by(|one, two| one.x.total_cmp(&two.x));
        let mut kept: Vec<Tick> = Vec::new();
        for tick in std::mem::take(&mut self.ticks) {
            let half = measure(&tick.label) / 2.0;
            let free = kept
                .last()
                .is_none_or(|last| tick.x - half >= last.x + measure(&last.label) / 2.0 + 8.0);
            let on_fold = self.folds.iter().any(|fold| {
                let (centre, reach) =
                    ((fold.left + fold.right) / 2.0, measure(&fold.label) / 2.0 + 3.0);
                tick.x + half > centre - reach && tick.x - half < centre + reach
            });
            if free && !on_fold {
                kept.push(tick);
            }
        }
        self.ticks = kept;
    }

    /// The date where each day begins, or where the first piece of it does.
    pub(super) fn mark_days(&mut self, reckoning: &Reckoning, measure: Measure<'_>) {
        let (Some(first), Some(last)) = (self.pieces.first(), self.pieces.last()) else {
            return;
        };
        let one_day = reckoning.show(first.from).0 == reckoning.show(last.to).0;
        if reckoning.clock.is_none() || one_day || self.dated(reckoning) {
            return;
        }
        // Where days are close together, none names its weekday.
        let days = self.day_labels(reckoning, measure, Day::short);
        let crowded = days.windows(2).any(|pair| {
            pair[1].x - pair[0].x - measure(&pair[0].label) < APART
                || pair.iter().any(|day| day.x < self.x(day.minute))
        });
        self.days = match crowded {
            true => self.day_labels(reckoning, measure, |day| format::short(day.date)),
            false => days,
        };
    }

    fn day_labels(
        &self,
        reckoning: &Reckoning,
        measure: Measure<'_>,
        named: impl Fn(Day) -> String,
    ) -> Vec<Tick> {
        let begun = reckoning.show(self.ends().start).0;
        let reach = self.width + 10.0;
        let mut days: Vec<Tick> = Vec::new();
        for piece in &self.pieces {
            let mut minute = piece.from;
            while minute <= piece.to {
                let label = match reckoning.day_at(minute) {
                    Some(day) => named(day),
                    None => match reckoning.show(minute).0 - begun {
                        0 => "first day".into(),
                        1 => "next day".into(),
                        days => format!("{days} days on"),
                    },
                };
                // A label may stand a little aside: the last one so as not to leave the axis,
                // another so as not to touch the one before.
                let x = self.x(minute).min(reach - measure(&label));
                let behind = |day: &Tick| day.x + measure(&day.label) + 10.0;
                // The first makes room for the second, out to the left of the axis.
                if let [first] = &mut days[..] {
                    let over = behind(first) - x;
                    first.x -= if over < OUTSIDE { over.max(0.0) } else { 0.0 };
                }
                let end = days.last().map_or(0.0, behind);
                let x = if x < end && end - x <= ASIDE { end } else { x };
                let free = x >= end && x + measure(&label) <= reach;
                if free && days.last().is_none_or(|last| last.label != label) {
                    days.push(Tick { minute, x, label });
                }
                minute = reckoning.midnight_after(minute);
            }
        }
        days
    }
}
