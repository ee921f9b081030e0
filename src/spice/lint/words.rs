//! Words that no line may hold.

use crate::words::blame::BLAME;

/// Lists of words that no line may hold, each behind what is expected instead.
pub(super) const BANNED: &[(&str, &[&str])] = &[
    ("a line that blames nobody", BLAME),
    ("a line that blames nobody", TEASING),
    ("a line without people", PEOPLE),
    ("a line that is safe in a sad week", SAD),
    ("a line of one's own, without stock words", STOCK),
];

/// Blame in a joke, though not in a report: "an alert should have fired", "a fool-proof form".
const TEASING: &[&str] = &["should have", "fool", "fools"];

const PEOPLE: &[&str] = &[
    "engineer", "engineers", "developer", "developers", "intern", "interns", "admin", "admins",
    "administrator*", "manager", "managers", "boss", "bosses", "vendor", "vendors", "coffee",
    "weekend", "weekends",
];

const SAD: &[&str] = &[
    "kill", "kills", "killed", "killing", "dead", "death", "deaths", "die", "died", "dies",
    "dying", "murder*", "corpse*", "funeral*", "grave", "graves", "hell", "god", "gods", "drunk",
    "beer", "beers", "wine", "crazy", "insane", "suicid*", "cancer", "wound*", "blood*",
];

/// Words that have been said of too many incidents already.
pub(in crate::spice) fn stock() -> impl Iterator<Item = &'static str> {
    STOCK.iter().copied()
}

const STOCK: &[&str] = &[
    "gremlin*", "digital", "hero", "heroes", "heroic*", "quest", "quests", "realm*", "nightmare*",
    "chaos", "chaotic", "spoiler*", "plot twist*", "drama", "dramas", "journey*", "once upon",
    "buckle up", "buckle", "little did", "literally", "oops", "whoops", "yikes", "epic", "epics",
    "rollercoaster*", "adventure*", "saga", "sagas", "magic", "magical*", "wizard*", "ninja*",
    "villain*", "houston", "murphy", "elephant*", "it's always dns", "it was dns",
    "works on my machine", "off and on again",
];
