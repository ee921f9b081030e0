//! Lines by a writer of the user's own: a chatbot, a command, a colleague.
//!
//! 1. [`Offers`] numbers the places of a report that may get a line;
//! 2. [`Brief`] tells the writer what makes a good line, and shows report and places;
//! 3. [`reply()`] finds the lines in the writer's answer;
//! 4. [`judge()`] keeps those that are short, kind, and say only what the report says.
//!
//! The lines that are kept go into the report exactly as the built-in ones do.

mod brief;
mod json;
mod judge;
mod measures;
mod offers;
pub(in crate::spice) mod prose;
mod reply;
mod rules;

pub use brief::Brief;
pub use judge::{Judged, KeptLine, Refusal, judge};
pub use offers::{Limits, Offer, Offers};
pub use prose::ProseTopic;
pub use reply::{ReplyLine, reply};

use super::choose::{Fit, Pick, Selection};
use super::tell::{Asked, Chosen};
use crate::read::Report;
use crate::spice::place::Spot;

/// The name under which a writer's lines are listed, where a built-in one has its own.
pub const WRITER: &str = "writer";

/// The lines that a report is to get from a writer. With `fill`, the built-in line stands where the
/// writer's was refused, and all of them where none was kept.
pub fn chosen(
    report: &Report,
    asked: &Asked,
    offers: &Offers,
    judged: &Judged,
    fill: Option<Chosen>,
) -> Chosen {
    let own = judged.kept.iter().map(|line| Pick {
        place: line.place,
        id: WRITER.to_string(),
        text: line.text.clone(),
        fit: Fit::Words,
    });
    let mut picks: Vec<Pick> = own.collect();
    let mut hand = Selection::default();
    if let Some(built_in) = fill {
        let none = picks.is_empty();
        let refused =
            |place: Spot| judged.refused.iter().any(|refusal| refusal.place == Some(place));
        let free = |pick: &Pick, picks: &[Pick]| picks.iter().all(|own| own.place != pick.place);
        for pick in built_in.hand.picks {
            if none || refused(pick.place) && free(&pick, &picks) {
                picks.push(pick);
            }
        }
        hand = Selection { picks: Vec::new(), ..built_in.hand };
    }
    picks.sort_by_key(|pick| pick.place);
    hand.picks = picks;
    Chosen::with(report, asked, offers.verdict.clone(), hand)
}
