//! The places of a report that a writer may fill, numbered, and how many of them.

use super::measures::{measures, repeated};
use super::prose::{ProseTopic, cause_at, prose};
use crate::read::Report;
use crate::source::Source;
use crate::spice::excerpt::is_serious;
use crate::spice::place::Spot;
use crate::spice::place::{Addition, spiced, unmarked};
use crate::spice::quip::Part;
use crate::spice::tone::{GuardVerdict, Tone, guard};

/// A place that may get a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// By this number the writer names it.
    pub number: usize,
    /// Where it is.
    pub place: Spot,
    /// The line of the plain report on which that which it follows begins, from 1.
    pub line: Option<usize>,
    /// The words of the report that it follows.
    pub text: String,
    /// The most characters that a line may have there.
    pub most: usize,
    /// The subject of prose; of an entry, that it alone tells the cause.
    pub about: Option<ProseTopic>,
    /// The line of the measure that this one repeats.
    pub repeats: Option<usize>,
}

impl Offer {
    /// True if it stands where the cause is explained.
    pub(super) fn explains(&self) -> bool {
        self.about == Some(ProseTopic::Cause)
    }
}

/// The numbers of lines that a tone bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Behind entries of the timeline.
    pub entries: usize,
    /// Behind measures.
    pub actions: usize,
    /// Behind prose: false leads, cause, fix, lessons, fields.
    pub prose: usize,
    /// Behind headings.
    pub headings: usize,
    /// In the whole report, the fewest and the most that read well.
    pub all: (usize, usize),
}

/// All the places that a report offers.
#[derive(Debug, Clone)]
pub struct Offers {
    /// The verdict on how much humour the report bears, and because of what.
    pub verdict: GuardVerdict,
    /// The tone that it is to get.
    pub tone: Tone,
    /// The places, in the order of the report.
    pub places: Vec<Offer>,
    /// The limits on how many of them may be filled.
    pub limits: Limits,
    /// The report, with `SLOT 7` in each place.
    pub marked: String,
}

/// The longest line, title and addition to a heading.
const LINE: usize = 120;
const TITLE: usize = 90;
/// Behind the explanation of the cause: a picture may take a second sentence.
const PICTURE: usize = 160;
const HEADING: usize = 60;

impl Offers {
    /// Finds the places of a plain report, read from these bytes; none in the tone "off".
    pub fn of(bytes: &[u8], report: &Report, tone: Option<Tone>) -> Offers {
        let verdict = guard(report);
        let tone = tone.unwrap_or(Tone::Wry).min(verdict.allowed);
        let mut places = wanted(report, &verdict);
        // A place where a line would change the report is not offered.
        let untried = spiced(bytes, report, &marks(&places)).left_out;
        places.retain(|offer| !untried.contains(&offer.place));
        one_of_each_pair(report, &mut places);
        for (index, offer) in places.iter_mut().enumerate() {
            offer.number = index + 1;
        }
        // The numbers are the same in every tone: a reply may be put in with another.
        places.retain(|offer| is_open(offer.place, tone));
        let marked = unmarked(&spiced(bytes, report, &marks(&places)).bytes);
        let marked = Source::from_bytes(report.source().name(), &marked).value;
        Offers {
            limits: limits(report, &places, tone),
            verdict,
            tone,
            places,
            marked: marked.text().to_string(),
        }
    }

    /// The place of this number.
    pub fn numbered(&self, number: u64) -> Option<&Offer> {
        let number = usize::try_from(number).ok()?;
        self.places.iter().find(|offer| offer.number == number)
    }
}

/// Every place, before any is tried: title, the report from top to bottom, sign-off; then those
/// that not every tone has, so that no tone leaves a gap in the numbers.
fn wanted(report: &Report, verdict: &GuardVerdict) -> Vec<Offer> {
    let (incident, source) = (&report.incident, report.source());
    let offer = |place, text: &str, most| Offer {
        number: 0,
        place,
        line: None,
        text: text.split_whitespace().collect::<Vec<_>>().join(" "),
        most,
        about: None,
        repeats: None,
    };
    let title = incident.title.as_deref().unwrap_or_default();
    let mut out = vec![offer(Spot::Title, title, TITLE)];
    let mut within: Vec<(usize, Offer)> = Vec::new();
    let events = incident.events.iter().enumerate();
    let entries = events.filter(|(_, event)| !is_serious(&event.text));
    let told = prose(report, verdict);
    let explained = cause_at(report, &told);
    within.extend(entries.map(|(index, event)| {
        let finds_it = explained == Some(Spot::Entry(index));
        let entry = match finds_it {
            true => Offer {
                about: Some(ProseTopic::Cause),
                ..offer(Spot::Entry(index), &event.text, PICTURE)
            },
            false => offer(Spot::Entry(index), &event.text, LINE),
        };
        (event.span.start, entry)
    }));
    let own = measures(report).into_iter();
    let tasks = own.filter_map(|index| Some((index, incident.actions.get(index)?)));
    let tasks = tasks.filter(|(_, action)| !is_serious(&action.text));
    within.extend(tasks.map(|(index, action)| {
        let measure = offer(Spot::Action(index), &action.text, LINE);
        (action.span.start, measure)
    }));
    within.extend(told.into_iter().map(|spot| {
        let about = Some(spot.about);
        let most = match spot.about {
            ProseTopic::Cause => PICTURE,
            _ => LINE,
        };
        let place = offer(Spot::Prose(spot.index), &spot.text, most);
        (spot.span.start, Offer { about, ..place })
    }));
    within.sort_by_key(|(at, offer)| (*at, offer.place));
    out.extend(
        within.into_iter().map(|(at, offer)| Offer { line: Some(source.line_of(at)), ..offer }),
    );
    out.push(offer(Spot::SignOff, "", LINE));
    for part in [Part::Timeline, Part::Measures] {
        out.push(offer(Spot::Heading(part), part.name(), HEADING));
    }
    out
}

/// Of two measures that say the same only the second is offered, where both are known.
fn one_of_each_pair(report: &Report, places: &mut Vec<Offer>) {
    let source = report.source();
    for (first, second) in repeated(report) {
        let line = report.incident.actions.get(first);
        let line = line.map(|action| source.line_of(action.span.start));
        let again = places.iter_mut().find(|offer| offer.place == Spot::Action(second));
        if let Some(again) = again {
            again.repeats = line;
            places.retain(|offer| offer.place != Spot::Action(first));
        }
    }
}

/// True if a tone has lines in such a place.
fn is_open(place: Spot, tone: Tone) -> bool {
    match place {
        Spot::Title | Spot::Entry(_) | Spot::Action(_) | Spot::Prose(_) | Spot::SignOff => {
            tone > Tone::Off
        }
        // Words behind a name are not in italics: they look like the author's.
        Spot::Heading(_) => tone > Tone::Wry,
    }
}

/// Marks that show where each place is, and that there is one.
fn marks(places: &[Offer]) -> Vec<Addition> {
    let mark = |offer: &Offer| Addition {
        spot: offer.place,
        text: format!("SLOT {}", offer.number),
        emoji: None,
    };
    places.iter().map(mark).collect()
}

/// Beyond so many words a report is long.
const LONG: usize = 500;

/// A line in three entries is wry, one in two is playful; a short report may have a few more. A
/// writer who has read the report bears a little more than the deck.
fn limits(report: &Report, places: &[Offer], tone: Tone) -> Limits {
    let count = |is: fn(Spot) -> bool| places.iter().filter(|offer| is(offer.place)).count();
    let entries = count(|place| matches!(place, Spot::Entry(_)));
    let actions = count(|place| matches!(place, Spot::Action(_)));
    let words = report.document.word_count();
    let long = words > LONG;
    let (entries, actions, prose, headings) = match tone {
        Tone::Off => (0, 0, 0, 0),
        Tone::Dry => (1, 1, 2, 0),
        Tone::Wry => (
            (entries * 2).div_ceil(5).max(5),
            actions.div_ceil(3).max(3),
            if long { 5 } else { 3 },
            1,
        ),
        Tone::Playful => {
            (entries.div_ceil(2).max(5), actions.div_ceil(2).max(3), if long { 6 } else { 4 }, 2)
        }
    };
    let all = match (tone, long) {
        (Tone::Off, _) => (0, 0),
        (Tone::Dry, false) => (2, 4),
        (Tone::Dry, true) => (3, 6),
        (_, false) => (5, 9),
        (_, true) => ((words * 6 / 500).clamp(8, 12), (words * 9 / 500).clamp(11, 18)),
    };
    let offered = places.len();
    Limits {
        entries,
        actions,
        prose,
        headings,
        // Where there are few places, some of them must stay silent, too.
        all: (all.0.min(offered.div_ceil(2)), all.1.min(offered)),
    }
}
