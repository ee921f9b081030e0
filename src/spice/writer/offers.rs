//! The places of a report that a writer may fill, numbered, and how many of them.

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
}

/// The numbers of lines that a tone bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Behind entries of the timeline.
    pub entries: usize,
    /// Behind measures.
    pub actions: usize,
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
const OPENING: usize = 200;
const HEADING: usize = 60;

impl Offers {
    /// Finds the places of a plain report, read from these bytes; none in the tone "off".
    pub fn of(bytes: &[u8], report: &Report, tone: Option<Tone>) -> Offers {
        let verdict = guard(report);
        let tone = tone.unwrap_or(Tone::Wry).min(verdict.allowed);
        let mut places = wanted(report);
        // A place where a line would change the report is not offered.
        let untried = spiced(bytes, report, &marks(&places)).left_out;
        places.retain(|offer| !untried.contains(&offer.place));
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

/// Every place, in the order of the report, before any is tried.
fn wanted(report: &Report) -> Vec<Offer> {
    let (incident, source) = (&report.incident, report.source());
    let offer = |place, line, text: &str, most| Offer {
        number: 0,
        place,
        line,
        text: text.split_whitespace().collect::<Vec<_>>().join(" "),
        most,
    };
    let line_of = |at: usize| Some(source.line_of(at));
    let title = incident.title.as_deref().unwrap_or_default();
    let mut out = vec![offer(Spot::Title, None, title, TITLE)];
    let heading = |part: Part| offer(Spot::Heading(part), None, part.name(), HEADING);
    out.push(heading(Part::Timeline));
    for (index, event) in incident.events.iter().enumerate() {
        let line = line_of(event.span.start);
        if !is_serious(&event.text) {
            out.push(offer(Spot::Entry(index), line, &event.text, LINE));
        }
    }
    out.push(heading(Part::Measures));
    for (index, action) in incident.actions.iter().enumerate() {
        let line = line_of(action.span.start);
        if !is_serious(&action.text) {
            out.push(offer(Spot::Action(index), line, &action.text, LINE));
        }
    }
    out.push(offer(Spot::SignOff, None, "", LINE));
    // Last in number, since it is the last that one writes.
    out.push(offer(Spot::Opening, None, "", OPENING));
    out
}

/// True if a tone has lines in such a place.
fn is_open(place: Spot, tone: Tone) -> bool {
    match place {
        Spot::Title | Spot::Entry(_) | Spot::Action(_) | Spot::SignOff => tone > Tone::Off,
        Spot::Opening => tone > Tone::Dry,
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

/// A line in three entries is wry, one in two is playful; a short report may have a few more. A
/// writer who has read the report bears a little more than the deck.
fn limits(report: &Report, places: &[Offer], tone: Tone) -> Limits {
    let count = |is: fn(Spot) -> bool| places.iter().filter(|offer| is(offer.place)).count();
    let entries = count(|place| matches!(place, Spot::Entry(_)));
    let actions = count(|place| matches!(place, Spot::Action(_)));
    let (entries, actions, headings) = match tone {
        Tone::Off => (0, 0, 0),
        Tone::Dry => (1, 1, 0),
        Tone::Wry => (
            (entries * 2).div_ceil(5).max(5),
            actions.div_ceil(3).max(3),
            1,
        ),
        Tone::Playful => (entries.div_ceil(2).max(5), actions.div_ceil(2).max(3), 2),
    };
    // Six to nine lines in 500 words.
    let words = report.document.word_count();
    let all = match tone {
        Tone::Off => (0, 0),
        Tone::Dry => (2, 4),
        _ => (
            (words * 6 / 500).clamp(5, 12),
            (words * 9 / 500).clamp(8, 18),
        ),
    };
    let offered = places.len();
    Limits {
        entries,
        actions,
        headings,
        all: (all.0.min(offered), all.1.min(offered)),
    }
}
