//! Names that a file may use, and words that no line may hold.

/// The devices.
pub(super) const DEVICES: &[&str] = &[
    "personify",
    "understate",
    "three",
    "callback",
    "simplify",
    "contrast",
];

/// The sections whose names a quip may follow.
pub(super) const SECTIONS: &[&str] = &["summary", "timeline", "cause", "resolution", "measures"];

/// The tones in which there are lines.
pub(super) const TONES: &[&str] = &["dry", "wry", "playful"];

/// What is expected instead, and the words.
pub(super) const BANNED: &[(&str, &[&str])] = &[
    ("a line that blames nobody", BLAME),
    ("a line without people", PEOPLE),
    ("a line that is safe in a sad week", SAD),
    ("a line of one's own, without stock words", STOCK),
];

const BLAME: &[&str] = &[
    "somebody forgot",
    "someone forgot",
    "should have",
    "stupid*",
    "idiot*",
    "lazy",
    "careless*",
    "negligen*",
    "incompeten*",
    "fool",
    "fools",
    "foolish*",
    "sloppy",
    "clueless",
    "human error",
    "your fault",
    "their fault",
    "his fault",
    "her fault",
];

const PEOPLE: &[&str] = &[
    "engineer",
    "engineers",
    "developer",
    "developers",
    "intern",
    "interns",
    "admin",
    "admins",
    "administrator*",
    "manager",
    "managers",
    "boss",
    "bosses",
    "customer",
    "customers",
    "vendor",
    "vendors",
    "coffee",
    "weekend",
    "weekends",
];

const SAD: &[&str] = &[
    "kill", "kills", "killed", "killing", "dead", "death", "deaths", "die", "died", "dies",
    "dying", "murder*", "corpse*", "funeral*", "grave", "graves", "hell", "god", "gods", "drunk",
    "beer", "beers", "wine", "crazy", "insane", "suicid*", "cancer", "wound*", "blood*",
];

const STOCK: &[&str] = &[
    "gremlin*",
    "digital",
    "hero",
    "heroes",
    "heroic*",
    "quest",
    "quests",
    "realm*",
    "nightmare*",
    "chaos",
    "chaotic",
    "spoiler*",
    "plot twist*",
    "drama",
    "dramas",
    "journey*",
    "once upon",
    "buckle up",
    "buckle",
    "little did",
    "literally",
    "oops",
    "whoops",
    "yikes",
    "epic",
    "epics",
    "rollercoaster*",
    "adventure*",
    "saga",
    "sagas",
    "magic",
    "magical*",
    "wizard*",
    "ninja*",
    "villain*",
    "houston",
    "murphy",
    "elephant*",
    "it's always dns",
    "it was dns",
    "works on my machine",
    "off and on again",
];
