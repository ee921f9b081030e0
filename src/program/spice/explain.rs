//! The messages beside a told report, and `--explain` instead of it.

use postmirth::read::Report;
use postmirth::source::Source;
use postmirth::spice::choose::{Fit, Pick};
use postmirth::spice::place::Spot;
use postmirth::spice::tell::{Asked, Chosen, Why};
use postmirth::spice::tone::{Because, GuardVerdict, Tone};
use postmirth::spice::writer::{Judged, WRITER};

/// The words that keep the tone down: `line 31 says "all backups failed" (data-loss)`.
fn reason(because: &Because, source: &Source) -> String {
    format!(
        "line {} says \"{}\" ({})",
        source.line_of(because.span.start),
        because.text,
        because.rule
    )
}

/// Why there is less humour than was asked for, and what the author can do about it.
pub(super) fn lowered(verdict: &GuardVerdict, asked: &Asked, source: &Source) -> String {
    // Its author's own word needs no explanation, unless somebody asks for more.
    let wanted = asked.tone.unwrap_or(Tone::Wry);
    let own = verdict.because.iter().any(|because| because.rule == "author");
    if wanted <= verdict.allowed || own && asked.tone.is_none() {
        return String::new();
    }
    let (name, wanted) = (source.name(), wanted.name());
    let because = match &verdict.because[..] {
        [] => String::new(),
        [only] => format!(": {}", reason(only, source)),
        [first, more @ ..] => {
            format!(": {}, and {} more", reason(first, source), more.len())
        }
    };
    format!(
        "note: {name}: {} instead of {wanted}{because}; where that is wrong, <!-- postmirth: \
            tone={wanted} --> in the report overrules it\n",
        verdict.allowed.name()
    )
}

/// Why there are more words, or fewer, than were asked for.
pub(super) fn missed(told: &Chosen, asked: &Asked, source: &Source) -> String {
    let (name, words) = (source.name(), told.told_words);
    match asked.words {
        Some((_, most)) if words > most => {
            format!(
                "note: {name}: expected at most {most} words, found {words} in the plain report; \
                    nothing is added\n"
            )
        }
        Some((fewest, _)) if words < fewest => {
            format!(
                "note: {name}: expected at least {fewest} words, found {words} with all there is \
                    to add; nothing is padded\n"
            )
        }
        _ => String::new(),
    }
}

/// Why a report stays as it is, where it bears humour and the built-in lines were asked.
pub(super) fn unmoved(told: &Chosen, source: &Source) -> String {
    let crowded = told.left_out.iter().any(|(_, why)| *why == Why::NoWords);
    if !told.hand.picks.is_empty() || told.tone == Tone::Off || crowded {
        return String::new();
    }
    let why = match told.left_out.is_empty() {
        true => format!(
            "no built-in line in the tone \"{}\" plays on anything that it says",
            told.tone.name()
        ),
        false => "no built-in line has a place where it would stay what it is".into(),
    };
    format!(
        "note: {}: nothing is added, since {why}; --brief and --writer ask a writer of your own\n",
        source.name()
    )
}

/// So many refusals are told one by one; more would only bury them.
const MOST_REFUSALS: usize = 20;

/// A sentence for each line of a writer that was left out.
pub(super) fn refusals(judged: &Judged, source: &Source) -> String {
    let mut out = String::new();
    for refusal in judged.refused.iter().take(MOST_REFUSALS) {
        out.push_str(&format!("note: {}: {refusal}\n", source.name()));
    }
    let more = judged.refused.len().saturating_sub(MOST_REFUSALS);
    if more > 0 {
        out.push_str(&format!("note: {}: {more} more lines left out\n", source.name()));
    }
    out
}

/// The amount of humour that there may be and why, and each line with the reason why it stands
/// there.
pub(super) fn explained(told: &Chosen, report: &Report) -> String {
    let source = report.source();
    let name = source.name();
    let mut out = format!("{name} bears at most {}", told.verdict.allowed.name());
    match &told.verdict.because[..] {
        [] => out.push_str(": nothing in it asks for less.\n"),
        because => {
            out.push_str(".\n");
            for because in because {
                let mut reason = reason(because, source);
                reason.replace_range(..1, "L");
                out.push_str(&format!("  {reason}.\n"));
            }
        }
    }
    out.push_str(&format!("It is told in {}", told.tone.name()));
    if let Some(theme) = &told.hand.theme {
        out.push_str(&format!(", in the image of {theme}"));
    }
    if !told.hand.topics.is_empty() {
        out.push_str(&format!(", about {}", told.hand.topics.join(" and ")));
    }
    out.push_str(&format!(", in {} words.\n", told.told_words));
    for pick in &told.hand.picks {
        out.push_str(&format!(
            "  {}: \"{}\" {} [{}]\n",
            place(pick.place, report),
            pick.text,
            fit(pick),
            pick.id
        ));
    }
    for (pick, why) in &told.left_out {
        let why = match why {
            Why::NoPlace => "The report has no place for it where it would stay what it is.",
            Why::NoWords => "There would be more words than asked for.",
        };
        out.push_str(&format!(
            "  Left out, {}: \"{}\" {why} [{}]\n",
            lower(place(pick.place, report)),
            pick.text,
            pick.id
        ));
    }
    out
}

fn lower(mut sentence: String) -> String {
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    sentence
}

/// A place as a person looks for it: by its line in the plain report.
fn place(place: Spot, report: &Report) -> String {
    let (incident, source) = (&report.incident, report.source());
    let line = |at: Option<usize>| at.map_or(0, |at| source.line_of(at));
    match place {
        Spot::Title => "Title".into(),
        Spot::Heading(part) => format!("Heading of the {}", part.name()),
        Spot::Entry(index) => {
            let at = incident.events.get(index).map(|event| event.span.start);
            format!("Line {}, entry {}", line(at), index + 1)
        }
        Spot::Action(index) => {
            let at = incident.actions.get(index).map(|action| action.span.start);
            format!("Line {}, measure {}", line(at), index + 1)
        }
        Spot::Prose(index) => {
            let at = report.passage_start(index);
            format!("Line {}, prose", line(at))
        }
        Spot::SignOff => "Last line".into(),
    }
}

/// Why a line was chosen.
fn fit(pick: &Pick) -> &'static str {
    match pick.fit {
        _ if pick.id == WRITER => "It is your writer's.",
        Fit::Anywhere => "It fits what happens there.",
        Fit::Words => "It plays on the words beside it.",
        Fit::Image => "It fits the image.",
        Fit::Topic => "It plays on the cause.",
        Fit::Pair => "It plays on the suspect and the cause.",
        Fit::Irony => "It plays on what the report says elsewhere.",
    }
}
