//! Which face the server makes: by the words of the report, those of the cause first.

use crate::facts::noticing;
use crate::incident::{Event, Incident, Kind};
use crate::words::phrase::WordLists;
use crate::words::table::PhraseTable;
use crate::words::token::{Gap, Word, words_of};
use std::sync::LazyLock;

/// The mood of the server on the cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Mood {
    /// Something stopped, hung, or went unnoticed.
    Asleep,
    /// Something led the wrong way: names, routes, loops, zones.
    Dizzy,
    /// Something broke, and broke other things.
    OnFire,
    /// There was more to do than room to do it in.
    Overheated,
    /// Somebody who should have come in could not.
    LockedOut,
    /// It was over soon.
    Relieved,
    /// No joke is in place. Never chosen by [`mood`]: who draws the cover says so.
    StraightFaced,
}

impl Mood {
    /// All of them.
    pub const ALL: [Mood; 7] = [
        Mood::Asleep,
        Mood::Dizzy,
        Mood::OnFire,
        Mood::Overheated,
        Mood::LockedOut,
        Mood::Relieved,
        Mood::StraightFaced,
    ];

    /// The drawing in plain words.
    pub(super) fn drawing(self) -> &'static str {
        match self {
            Mood::Asleep => "A drawing of a sleeping server",
            Mood::Dizzy => "A drawing of a dizzy server",
            Mood::OnFire => "A drawing of a server on fire",
            Mood::Overheated => "A drawing of an overheated server",
            Mood::LockedOut => "A drawing of a server behind a padlock",
            Mood::Relieved => "A drawing of a relieved server",
            Mood::StraightFaced => "A drawing of a server",
        }
    }
}

/// Phrases with the mood that they speak for and how plainly they do. A star stands for any ending.
const SIGNS: &[(Mood, u32, &str)] = &[
    (
        Mood::LockedOut,
        3,
        "certificate*, cert, certs, tls, ssl, permission*, access denied, permission denied, \
            locked out, firewall*, security group*, credential*, iam, selinux, unauthori*, \
            forbidden, oauth, sso, api key*, access key*, signing key*, expired key*, expired \
            token*, expired password*, authenticat*, network policy",
    ),
    (
        Mood::LockedOut,
        2,
        "expir*, password*, token*, denied, login, logins, log in, sign in, secret*, licence*, \
            license*, revoked",
    ),
    (Mood::LockedOut, 1, "blocked, blocks, blocking, rejected"),
    (
        Mood::Overheated,
        3,
        "overload*, exhaust*, out of memory, oom*, memory leak*, disk full, disk was full, out of \
            disk, disk space, no space left, connection pool*, high load, load spike*, traffic \
            spike*, traffic surge*, too many, surge*, full disk, disk filled, filled the disk, \
            filled up, thundering herd, queue overflow*, overflow*, saturat*, cpu, connection \
            leak*, leak*, under load, peak load, excessive load, heavy load, denial of service, \
            ran out of, out of connections, overheat*",
    ),
    (
        Mood::Overheated,
        2,
        "throttl*, backlog*, memory, spike*, flood*, piled up, slow query, slow queries, was \
            full, is full, were full, capacity, heap",
    ),
    (Mood::Overheated, 1, "traffic, pool, pools, disk, slow, slower, latency, timeouts"),
    (
        Mood::OnFire,
        3,
        "crash loop*, crashloop*, crashing, corrupt*, hardware, power failure*, power cut*, power \
            loss, power outage*, cascad*, kernel panic*, segfault*, disk failure*, failed disk, \
            disk failed, on fire, caught fire, a fire, meltdown, lost power, power supply, broken \
            disk, raid, wiped, cooling, data loss, lost data, loss of data, removal of data",
    ),
    (
        Mood::OnFire,
        2,
        "crash*, every request failed, all requests failed, destroyed, deleted, dropped the \
            table, dropped table*",
    ),
    (Mood::OnFire, 1, "5xx, 500, 500s, 502, 503, broke, broken, fatal"),
    (
        Mood::Dizzy,
        3,
        "dns, nameserver*, resolver*, bgp, redirect*, time zone*, timezone*, daylight saving, \
            deadlock*, race condition*, packet loss, split brain, circular, misrout*, vlan, stale \
            cache*, clock skew, leap second, infinite loop, wrong host, wrong address, wrong \
            server*, wrong database, wrong environment, wrong region, wrong endpoint, wrong url, \
            wrong path, wrong port, wrong bucket, wrong place, wrong directory, wrong order, \
            wrong queue",
    ),
    (
        Mood::Dizzy,
        2,
        "rout*, network*, misconfigur*, cache*, caching, stale, pointed, points, pointing, loop, \
            looped, loops, typo*, misspel*, clocks",
    ),
    (Mood::Dizzy, 1, "config*, clock, load balancer*, replication, mismatch*, confus*"),
    (
        Mood::Asleep,
        3,
        "hung, hang, hangs, hanging, froze, frozen, freez*, stall*, unnoticed, nobody noticed, no \
            one noticed, silent*, not running, never ran, did not run, not started, never \
            started, did not start, did not restart, no alert*, without an alert, without alert*, \
            stopped running, never fired, did not fire, sleep*, asleep, nap, shut down",
    ),
    (
        Mood::Asleep,
        2,
        "stopped, stops, stopping, stuck, unresponsive, not responding, not respond, switched \
            off, turned off, disabled",
    ),
    (Mood::Asleep, 1, "down, idle, offline, unavailable, paused, unreachable"),
    (
        Mood::Relieved,
        2,
        "rolled back, rollback, roll back, rolling back, revert*, failed over, failover, fail \
            over",
    ),
    (Mood::Relieved, 1, "release, released, deploy*, bug, regression"),
];

/// The weight of the words of each part of a report.
const CAUSE: u32 = 9;
const TITLE: u32 = 4;
const IMPACT: u32 = 2;
const EVENTS: u32 = 1;
/// The weight of the plainest words.
const PLAINEST: u32 = 3;
/// Noticed within so many minutes is noticed at once.
const AT_ONCE: f64 = 10.0;
/// If nobody noticed for this many minutes it is a sleep, whatever the words are,
const UNNOTICED: f64 = 120.0;
/// and speaks for itself as plainly as this.
const SLEPT: u32 = 12;
/// An incident that was over within this many minutes was short.
const SHORT: f64 = 180.0;

/// The mood that fits the facts. A cause counts more than the title, that more than the impact, and
/// that more than the events; where no word says anything, a short incident leaves relief, and a
/// long one a server asleep. What was noticed at once was asleep only if its cause plainly says so,
/// and nobody is relieved before it is told to be over.
pub fn mood(incident: &Incident) -> Mood {
    let mut tally = Tally { awake: noticed_at_once(incident), ..Tally::default() };
    let found = |event: &&Event| event.certain_kind() == Kind::CauseFound;
    match &incident.root_cause {
        Some(cause) => tally.add(cause, CAUSE),
        None => {
            incident.events.iter().filter(found).for_each(|event| tally.add(&event.text, CAUSE))
        }
    }
    tally.add(incident.title.as_deref().unwrap_or_default(), TITLE);
    tally.add(incident.impact.as_deref().unwrap_or_default(), IMPACT);
    let events: Vec<&str> = incident
        .events
        .iter()
        .filter(|event| tells(event))
        .map(|event| event.text.as_str())
        .collect();
    tally.add(&events.join(" . "), EVENTS);
    if unnoticed(incident) >= UNNOTICED {
        tally.give(Mood::Asleep, SLEPT);
    }
    let short = incident
        .minutes
        .or_else(|| Some(incident.events.last()?.minute))
        .is_some_and(|minutes| minutes <= SHORT);
    let relief = short && is_over(incident);
    if !relief {
        // After a long night nobody smiles.
        tally.given.retain(|(mood, _)| *mood != Mood::Relieved);
    }
    tally.highest().unwrap_or(match (relief, tally.awake) {
        (true, _) => Mood::Relieved,
        (false, true) => Mood::OnFire,
        (false, false) => Mood::Asleep,
    })
}

/// True if the report tells of an end, or how long it took.
fn is_over(incident: &Incident) -> bool {
    let resolved = |event: &Event| event.certain_kind() == Kind::Resolved;
    let told = incident.minutes.or(incident.stated.resolve).is_some();
    told || incident.end.is_some() || incident.events.iter().any(resolved)
}

/// True if somebody noticed for certain within minutes of its stated start.
fn noticed_at_once(incident: &Incident) -> bool {
    let start = incident.start.and_then(|start| incident.minute_of(start));
    let noticed = noticing(&incident.events).map(|event| event.minute);
    let apart = start.zip(noticed).map(|(start, noticed)| noticed - start);
    apart.is_some_and(|minutes| minutes <= AT_ONCE)
}

/// True if an event is about the incident itself, not about a suspicion or a vain attempt.
fn tells(event: &Event) -> bool {
    use Kind::{CauseFound, Confirmed, Detected, Fixing, Mitigated, Resolved, Trigger};
    matches!(
        event.kind,
        Trigger | Detected | Confirmed | CauseFound | Fixing | Mitigated | Resolved
    )
}

/// For how many minutes nobody knew.
fn unnoticed(incident: &Incident) -> f64 {
    crate::facts::metrics(incident).detect.map_or(0.0, |detect| detect.minutes.value())
}

/// The evidence for each mood.
#[derive(Default)]
struct Tally {
    /// Somebody was awake: only the plainest words for the cause speak for a sleep.
    awake: bool,
    /// In the order in which they were met first.
    given: Vec<(Mood, u32)>,
}

impl Tally {
    fn give(&mut self, mood: Mood, weight: u32) {
        match self.given.iter_mut().find(|(known, _)| *known == mood) {
            Some((_, sum)) => *sum += weight,
            None => self.given.push((mood, weight)),
        }
    }

    /// TaskCounts each phrase of a text once, in its order.
    fn add(&mut self, text: &str, times: u32) {
        let words = words_of(text, 0..text.len(), usize::MAX);
        let mut met: Vec<&str> = Vec::new();
        for found in TABLE.find(&words) {
            if !met.contains(&found.phrase) && !is_denied(&words, found.start) {
                met.push(found.phrase);
                let (mood, weight) = found.what;
                let plain = weight >= PLAINEST && times >= CAUSE;
                if !(self.awake && mood == Mood::Asleep) || plain {
                    self.give(mood, weight * times);
                }
            }
        }
    }

    /// The mood for which most speaks; of two alike, the one that was met first.
    fn highest(&self) -> Option<Mood> {
        let most = self.given.iter().map(|(_, sum)| *sum).max()?;
        self.given.iter().find(|(_, sum)| *sum == most).map(|(mood, _)| *mood)
    }
}

/// The phrases of [`SIGNS`]; none goes across a comma or a full stop.
static TABLE: LazyLock<PhraseTable<(Mood, u32)>> = LazyLock::new(|| {
    let phrases = SIGNS.iter().flat_map(|(mood, weight, list)| {
        list.split(", ").map(move |phrase| ((*mood, *weight), phrase))
    });
    PhraseTable::new(phrases.collect(), WordLists::new(), Gap::Blank, Gap::Blank)
});

/// True if what begins here is denied by one of the three words before it.
fn is_denied(words: &[Word], start: usize) -> bool {
    (start.saturating_sub(2)..=start)
        .rev()
        .take_while(|at| *at > 0 && words[*at].gap == Gap::Blank)
        .any(|at| matches!(words[at - 1].text.as_str(), "no" | "not" | "never" | "nor" | "without"))
}
