//! The part of the incident that each kind of measure aims at.

use crate::draw::incident::outage::Outage;
use crate::draw::incident::plan::{IncidentPlan, PlanRow};
use crate::draw::wall_clock::Reckoning;
use crate::facts::{begins_noticed, noticing};
use crate::incident::{Category, Event, Kind};
use crate::time::format::spoken;
use crate::words::holds_any;

/// The incident, as far as measures are laid against it.
pub(super) struct AimTrack {
    pub(super) from: f64,
    pub(super) to: f64,
    /// The words for where it was noticed at the first moment that is told.
    at_once: &'static str,
    /// The same where no moment of noticing is certain.
    untold: &'static str,
    /// When it was noticed.
    pub(super) noticed: Option<f64>,
    /// The name of the moment at which it ends, as far as that is told.
    end: &'static str,
    /// True if that is its end.
    pub(super) over: bool,
    /// Its length, if its end is stated.
    minutes: Option<f64>,
    /// True if that length is stated, and only roughly.
    rough: bool,
    pub(super) reckoning: Reckoning,
}

/// The aim of a kind of measure.
pub(super) struct Aim {
    pub(super) span: AimSpan,
    pub(super) words: String,
    /// The same in a word or two, for where there is little room.
    pub(super) short: String,
    /// True if it is missed where no measure is for it.
    pub(super) hole: bool,
}

/// A part of the incident.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum AimSpan {
    Within(f64, f64),
    /// A moment, with nothing stated before it.
    At(f64),
    After,
    /// The report does not state from when, or until when.
    Untold,
}

/// A moment that parts one kind's span from another's.
pub(super) struct Border {
    pub(super) minute: f64,
    pub(super) name: &'static str,
}

impl AimTrack {
    /// The incident of a plan; none where its times do not say when it began.
    pub(super) fn of(plan: &IncidentPlan<'_>) -> Option<AimTrack> {
        let outage = plan.outage.as_ref().filter(|outage| outage.to > outage.from)?;
        let mut events: Vec<&Event> = plan.incident.events.iter().collect();
        events.sort_by(|one, two| one.minute.total_cmp(&two.minute));
        let first = noticing(events.iter().copied());
        let noticed = first
            .map(|event| match event.minute - outage.from {
                // What was noticed within seconds was noticed when it began.
                apart if apart.abs() < 0.5 => outage.from,
                _ => event.minute,
            })
            .filter(|minute| (outage.from..outage.to).contains(minute));
        let noticed = match begins_noticed(plan.incident) {
            true => Some(outage.from),
            false => noticed,
        };
        Some(AimTrack {
            at_once: at_once(plan, first),
            untold: match plan.incident.tells_noticing() {
                true => "",
                false => "when it was noticed is not told",
            },
            from: outage.from,
            to: outage.to,
            noticed,
            end: end(outage, &events),
            over: outage.over,
            minutes: outage.minutes,
            rough: outage.rough,
            reckoning: plan.reckoning,
        })
    }

    /// The aim of a kind of measure: to prevent, all of it; to detect, what went before the alarm;
    /// to respond, what came after; to learn, the time after the end.
    pub(super) fn aim(&self, category: Category) -> Aim {
        let seen_late = self.noticed.filter(|noticed| *noticed > self.from);
        match (category, self.noticed) {
            (Category::Prevent, _) => self.within(
                (self.from, self.to),
                match self.minutes {
                    Some(minutes) if self.rough => {
                        format!("all of it, about {}", spoken(minutes))
                    }
                    Some(minutes) => format!("all {}", spoken(minutes)),
                    None => "all of it".into(),
                },
            ),
            (Category::Detect, _) if seen_late.is_some() => {
                let noticed = seen_late.unwrap_or(self.from);
                let length = spoken(noticed - self.from);
                self.within((self.from, noticed), format!("{length} until it was noticed"))
            }
            (Category::Detect, Some(noticed)) => Aim {
                span: AimSpan::At(noticed),
                words: self.at_once.into(),
                short: String::new(),
                hole: false,
            },
            (Category::Detect | Category::Respond, None) => untold(self.untold),
            (Category::Respond, Some(noticed)) => self.within(
                (noticed, self.to),
                match self.minutes {
                    // A part must not be told more exactly than the whole.
                    Some(_) if self.rough => "from noticing it to the end".into(),
                    Some(_) => format!("{} from noticing it to the end", spoken(self.to - noticed)),
                    None => "from noticing it on".into(),
                },
            ),
            (Category::Learn, _) => Aim {
                span: AimSpan::After,
                words: "after it".into(),
                short: String::new(),
                hole: false,
            },
        }
    }

    fn within(&self, (from, to): (f64, f64), words: String) -> Aim {
        Aim {
            span: AimSpan::Within(from, to),
            short: match self.minutes {
                Some(_) if !self.rough => spoken(to - from),
                _ => words.clone(),
            },
            words,
            hole: true,
        }
    }

    /// The moments between the spans, in their order.
    pub(super) fn borders(&self) -> Vec<Border> {
        let border = |minute, name| Border { minute, name };
        let start = match self.noticed == Some(self.from) {
            true => border(self.from, "Noticed"),
            false => border(self.from, "Began"),
        };
        let noticed = self.noticed.filter(|noticed| *noticed > self.from);
        let noticed = noticed.map(|minute| border(minute, "Noticed"));
        [Some(start), noticed, Some(border(self.to, self.end))].into_iter().flatten().collect()
    }
}

/// The name of the last moment that is drawn, for an incident with these events in their order.
fn end(outage: &Outage, events: &[&Event]) -> &'static str {
    let mitigates = |event: &&Event| event.certain_kind() == Kind::Mitigated;
    let mitigated = events.iter().copied().find(mitigates);
    let at_end = |event: Option<&Event>| event.is_some_and(|event| event.minute == outage.to);
    match outage.over {
        true => "Over",
        false if at_end(mitigated) => "Mitigated",
        false if at_end(events.last().copied()) => "Last entry",
        // Only what came after it follows.
        false => "Shown to",
    }
}

/// The words for an incident that was noticed at its first moment: entries before that, or words of
/// an earlier time, tell that the moment is not the first.
fn at_once(plan: &IncidentPlan<'_>, noticed: Option<&Event>) -> &'static str {
    let Some((outage, noticed)) = plan.outage.as_ref().zip(noticed) else {
        return "";
    };
    let earlier = |text: &str| holds_any(text, &[" earlier", " ago"]);
    let before = plan.rows.iter().any(|row| row.from < outage.from);
    let began = |row: &PlanRow| row.kind == Kind::Trigger && row.from <= outage.from;
    let start = plan.incident.start;
    let told = start.is_some_and(|start| start.clock.is_some()) && !begins_noticed(plan.incident);
    match told || plan.rows.iter().any(began) {
        _ if before || earlier(&noticed.text) => "",
        true => "noticed when it began",
        false => "when it began is not told",
    }
}

fn untold(words: &str) -> Aim {
    Aim { span: AimSpan::Untold, words: words.into(), short: String::new(), hole: false }
}
