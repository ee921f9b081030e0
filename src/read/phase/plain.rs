//! Plain words: phrases that mean one thing in any report, whatever the weights are sure of.

use super::evidence::{classed, shares_cause};
use crate::time::clock;
use crate::time::spelling::WrittenClock;
use crate::words::matching::Words;
use chrono::{NaiveTime, Timelike};
use std::ops::Range;

/// A row of words without a comma in which one of these stands tells of no fact.
const UNSAID: &[&str] = &[
    "before", "cannot", "if", "neither", "never", "no", "nobody", "nor", "not", "should", "unless",
    "until", "will", "without", "would",
];

/// Somebody hands it over, or asks for help; whom, stands behind it.
const HANDS_OVER: &[&str] = &["escalat* .. to"];

/// The number of words behind "to" that may lead to the name of whom it is handed to.
const WHOM: usize = 6;

const BEGINS_TO_LOOK: &[&str] = &[
    "start|starts|started|begin|begins|began ?to ?* \
     investigat*|troubleshoot*|debug|debugging|diagnos*|look|looking|dig|digging",
    "investigation|investigations ?was|were|has|is ?been \
     starts|started|began|begins|begun|initiated|launched|underway",
    "trying|tried|tries to find|figure|understand|identify|determine",
];

const NOTICES: &[&str] = &[
    "notice|notices|noticed the|that|a|an|this|our|high|slow|unusual|increased",
    "became|becomes|made aware of|that",
    "engineer|engineers|team|teams|staff|oncall|call|sre|developer|developers|we|i ?* \
     was|were|is|are|got|gets alerted|paged|notified",
    "alert|alerts|alarm|alarms|monitor|monitoring ?* \
     fires|fired|triggers|triggered|alerts|alerted|detects|detected|sounded",
    "issue|problem|outage|incident|anomaly|fault was|is ?first detected|noticed|reported|discovered",
    "received|receives|receive .. alert|alerts|complaint|complaints|report|reports",
];

/// Who has looked already does not notice it now.
const LOOKED: &[&str] = &["debug*", "investigat*", "analy*", "troubleshoot*", "look*"];

const IS_BACK: &[&str] = &[
    "back online|live",
    "back up and running",
    "back to normal",
    "back in service|operation|production",
    "fully restored|recovered|operational|resolved|functional",
    "service|services|site|website|system|systems|functionality|access|operation|operations|\
     platform|application|app|chain|network ?was|were|is|are|has|have|had ?been \
     ?fully|completely|successfully restored|resumed|resumes|recovered|recovers",
    "recovery .. completed|complete",
];

const IS_WELL: &[&str] = &[
    "restored|resolved|recovered|normal|online|operational|functional|stable|live|healthy|reachable",
    "up and running",
    "working again",
];

/// A clause by itself: "docs back online", not "back up the disk".
const ONLINE_AGAIN: &[&str] = &["back online|up ?again", "back up ?and ?running ?again"];

/// Words for something done so that it comes back, which it has not yet; and for a part that was
/// put back.
const AIMS: &[&str] = &[
    "to", "for", "get", "getting", "put", "might", "may", "wait*", "expect*",
];

/// Back for some alone.
const FOR_SOME: &[&str] = &[
    "some|most|few|several|half ?of ?the|our user|users|customer|customers|client|clients|service|\
     services|site|sites|region|regions|shop|shops",
    "partial|partially|partly restored|recovered|back|resolved|recovery|restoration",
];

/// Back, and not whole.
const AT_FAULT: &[&str] = &[
    "back|online|up|restored|running .. with ?a|an|some|the|its|partly|partially|still \
     broken|corrupt|corrupted|crippled|damaged|degraded|faulty|incomplete|missing|outdated|\
     unstable",
];

/// Words behind "back, but …" that say what is wrong still.
const STILL_AT_FAULT: &[&str] = &[
    "but .. broken|degraded|down|failing|fails|incomplete|intermittent|intermittently|limited|\
     missing|slow|slower|slowly|still|unstable",
];

/// Words for something that comes back, but is a part only; that is still on its way, or that is
/// over for some alone.
const IN_PART: &[&str] = &[
    "attempt*", "backlog", "begin*", "bring*", "but", "container*", "data", "disk*", "except",
    "first", "gradual*", "host", "hosts", "instance*", "most", "node*", "nodes", "partial*",
    "pod*", "replica*", "slowly", "some", "start*", "still", "tried", "try*", "vm", "vms",
    "worker*",
];

const FINDS_THE_PROBLEM: &[&str] = &[
    "find|finds|found|figured|figures|discovered|discovers|determined|determines|understood|\
     realised|realized|learned|learnt ?out ?that the|our ?root|actual|real \
     issue|problem|cause|culprit|fault|reason is|was|were|lies|lay|came|comes|laid \
     with|in|from|caused|due|because|a|an|the|that|by",
];

/// Phrases for something that only might be the cause.
const SUPPOSED: &[&str] = &[
    "possible|possibly|potential|potentially|probable|likely|suspected|presumed|assumed|apparent \
     ?root cause|causes|culprit|culprits|reason|reasons|source|origin",
    "may|might|could have caused|be",
];

/// Phrases for finding who or what suffered, not why.
const SUFFERED: &[&str] = &[
    "all|affected|impacted|remaining|extent|scope|number|list ... identified|found|determined",
    "identified|found|determined|identify|identifies all|affected|impacted",
];

/// An effort that only begins: nothing is better yet.
const ONLY_BEGINS: &[&str] = &[
    "recovery|restore|restoration|repair|mitigation \
     process|procedure|effort|efforts|job|script|work .. \
     start|starts|started|begin|begins|began|begun|initiated|underway",
    "start|starts|started|begin|begins|began|initiate|initiated|kicked ?off ?the ?a ?* \
     recovery|restore|restoration|mitigation",
    "start|starts|started|begin|begins|began ?to set|setting|add|adding|cordon|cordoning|drain|\
     draining|migrate|migrating|rebuild|rebuilding",
    "asks|asked .. to",
    "maintenance mode|page enabled|activated|on|up",
];

/// The search goes on; and what is seen or made to happen again is not yet why.
const SEARCH_GOES_ON: &[&str] = &[
    "still investigating|looking|searching|debugging",
    "able|managed to reproduce",
    "reproduced|reproduces the|this|it",
];

/// Nothing noticed it.
const UNNOTICED: &[&str] = &[
    "no|without alert|alerts|alarm|alarms|page|pages|notification|notifications",
    "alert|alerts|alarm|alarms did|does|do|was|were not|never",
    "went unnoticed",
];

/// It gets worse once more.
const WORSE_AGAIN: &[&str] = &[
    "climbs|climbed|climbing|rises|rose|rising|grows|grew|spikes|spiked|fails|failed|failing|\
     crashes|crashed|crashing|drops|dropped|breaks|broke ?down again",
];

/// A change of something else than what failed, or the end of one.
const ELSEWHERE: &[&str] = &[
    "beta|staging|test|preview|pre-production|non-production ?* environment|cluster|ingress|ingresses|\
     release|rollout",
    "maintenance window|windows",
    "end|ends|ended|finish|finished the|a|this deployment|rollout|deploy",
    "for * to test",
];

/// Words for things that are put in order when the harm is over.
const AFTERWARDS: &[&str] = &[
    "audit|audits|auditing|audited",
    "refund*",
    "cleanup|cleanups",
    "clean|cleaned|cleaning up",
    "back in|into|to ?the queue",
    "requeue*",
    "queued again",
    "backfill*",
    "reprocess*",
];

/// The harm ends where what does it is stopped.
const STOPS: &[&str] = &[
    "stop|stops|stopped serving|sending|accepting|publishing|processing|signing",
    "was|were|is|are shut|shutdown|stopped|disabled",
    "shut|shuts|turned|turns|switched|switches off|down",
];

/// An entry's words, for all that may be asked of them.
pub(super) struct PlainWords<'a> {
    text: &'a str,
    words: Words,
    /// The time that it stands at.
    own: Option<NaiveTime>,
}

impl<'a> PlainWords<'a> {
    pub(super) fn of(text: &'a str, own: Option<NaiveTime>) -> PlainWords<'a> {
        PlainWords {
            text,
            words: Words::of(text),
            own,
        }
    }

    /// True if somebody hands it over to somebody.
    pub(super) fn hands_over(&self) -> bool {
        self.ends_of(HANDS_OVER).any(|end| {
            let whom: Vec<&str> = (end..end + WHOM).map(|at| self.words.word(at)).collect();
            classed(&whom.join(" "), &["staff", "other"])
        })
    }

    /// True if somebody begins to look into it.
    pub(super) fn begins_to_look(&self) -> bool {
        self.say(BEGINS_TO_LOOK)
    }

    /// True if somebody or something notices it, whatever else the entry tells.
    pub(super) fn notices(&self) -> bool {
        let timed = self.of_its_time();
        if timed.len() < self.text.len() {
            return PlainWords::of(timed, None).notices();
        }
        let looked = |to: usize| {
            let mut looks = LOOKED.iter().flat_map(|phrase| self.words.told(phrase));
            looks.any(|look| look.start < to)
        };
        self.facts(NOTICES).any(|place| !looked(place.start))
    }

    /// True if all of it is back, not a part of it, and not only soon.
    pub(super) fn is_back(&self) -> bool {
        self.whole(IS_BACK)
    }

    /// True if one clause of it says that it is back online, of its own time.
    pub(super) fn is_online_again(&self) -> bool {
        let clause = |place: Range<usize>| {
            let row = self.row(place.start);
            let aims = AIMS.iter().flat_map(|word| self.words.told(word));
            row.end == place.end
                && row.start < place.start
                && !aims.into_iter().any(|aim| row.contains(&aim.start))
        };
        self.whole_facts(ONLINE_AGAIN).any(clause)
            && !self.is_back_for_some()
            && !self.tells_other_times()
    }

    /// True if it is back for some alone.
    pub(super) fn is_back_for_some(&self) -> bool {
        self.hold(FOR_SOME)
    }

    /// True if what is back is not whole: "back online with a broken index".
    pub(super) fn is_back_at_fault(&self) -> bool {
        self.hold(AT_FAULT)
            || self.words.told("back").iter().any(|back| {
                let mut still = STILL_AT_FAULT
                    .iter()
                    .flat_map(|phrase| self.words.told(phrase));
                still.any(|but| but.start > back.start)
            })
    }

    /// True if it works again, in words that are enough where the report says that it was over.
    pub(super) fn is_well(&self) -> bool {
        self.whole(IS_BACK) || self.whole(IS_WELL)
    }

    fn whole(&self, phrases: &[&str]) -> bool {
        !self.is_back_at_fault() && self.whole_facts(phrases).next().is_some()
    }

    /// The places of phrases that are of no part only.
    fn whole_facts(&self, phrases: &[&str]) -> impl Iterator<Item = Range<usize>> {
        self.facts(phrases).filter(|place| {
            let row = self.row(place.start);
            !IN_PART
                .iter()
                .flat_map(|phrase| self.words.told(phrase))
                .any(|part| row.contains(&part.start))
        })
    }

    /// True if it says where the problem lay, and that is the stated cause as far as one is stated.
    pub(super) fn finds_the_problem(&self, cause: Option<&str>) -> bool {
        self.say(FINDS_THE_PROBLEM) && cause.is_none_or(|cause| shares_cause(self.text, cause))
    }

    /// True if what it tells of is only a possible cause.
    pub(super) fn supposes(&self) -> bool {
        self.hold(SUPPOSED)
    }

    /// True if it finds who or what suffered.
    pub(super) fn finds_who_suffered(&self) -> bool {
        self.hold(SUFFERED)
    }

    /// True if an effort only begins.
    pub(super) fn only_begins(&self) -> bool {
        self.hold(ONLY_BEGINS)
    }

    /// True if the search goes on behind it.
    pub(super) fn searches_on(&self) -> bool {
        self.hold(SEARCH_GOES_ON)
    }

    /// True if a change was made to something else than what failed, or had been made before.
    pub(super) fn changes_elsewhere(&self) -> bool {
        self.hold(ELSEWHERE)
    }

    /// True if nothing noticed it.
    pub(super) fn goes_unnoticed(&self) -> bool {
        self.hold(UNNOTICED)
    }

    /// True if it gets worse once more.
    pub(super) fn gets_worse_again(&self) -> bool {
        self.hold(WORSE_AGAIN)
    }

    /// True if it puts in order what the harm left behind.
    pub(super) fn puts_in_order(&self) -> bool {
        self.hold(AFTERWARDS)
    }

    /// True if something is stopped or shut down.
    pub(super) fn stops(&self) -> bool {
        self.say(STOPS)
    }

    /// True if it tells of another time than its own: "all was back by 13:30".
    pub(super) fn tells_other_times(&self) -> bool {
        self.clocks().any(|(_, clock)| !self.is_own(&clock))
    }

    fn clocks(&self) -> impl Iterator<Item = (usize, WrittenClock)> {
        let stamps = clock::all(self.text).into_iter();
        stamps.filter_map(|stamp| Some((stamp.start, stamp.clock?)))
    }

    fn is_own(&self, clock: &WrittenClock) -> bool {
        self.own
            .is_some_and(|own| clock.hour % 12 == own.hour() % 12 && clock.minute == own.minute())
    }

    /// The part of an entry that its own time is about, where it tells of that time among others.
    pub(super) fn of_its_time(&self) -> &'a str {
        let text = self.text;
        let mut own = self.clocks().filter(|(_, clock)| self.is_own(clock));
        let Some((at, _)) = own.next().filter(|_| self.tells_other_times()) else {
            return text;
        };
        let breaks = [',', ';', '–', '—'];
        let from = text[..at]
            .char_indices()
            .rfind(|(_, c)| breaks.contains(c))
            .map_or(0, |(end, c)| end + c.len_utf8());
        let to = text[at..].find(breaks).map_or(text.len(), |end| at + end);
        &text[from..to]
    }

    fn hold(&self, phrases: &[&str]) -> bool {
        phrases
            .iter()
            .any(|phrase| !self.words.told(phrase).is_empty())
    }

    fn say(&self, phrases: &[&str]) -> bool {
        self.facts(phrases).next().is_some()
    }

    fn ends_of(&self, phrases: &[&str]) -> impl Iterator<Item = usize> {
        self.facts(phrases).map(|place| place.end)
    }

    /// The places of phrases in rows of words that tell a fact.
    fn facts(&self, phrases: &[&str]) -> impl Iterator<Item = Range<usize>> {
        let places: Vec<_> = phrases
            .iter()
            .flat_map(|phrase| self.words.told(phrase))
            .filter(|place| {
                let mut row = self.row(place.start).map(|at| self.words.word(at));
                !row.any(|word| UNSAID.contains(&word))
            })
            .collect();
        places.into_iter()
    }

    /// The words around one between two commas.
    fn row(&self, at: usize) -> Range<usize> {
        let ends = |at: &usize| self.words.word(*at).is_empty();
        let from = (0..at).rev().find(ends).map_or(0, |end| end + 1);
        let to = (at..self.words.len()).find(ends);
        from..to.unwrap_or(self.words.len())
    }
}
