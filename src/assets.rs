//! What is built in: fonts, styles, quips, and the words that forbid a joke.

/// A built-in file: its name and its text.
pub struct BuiltIn {
    /// The name that `--style` or `quips show` takes.
    pub name: &'static str,
    /// The TOML.
    pub text: &'static str,
}

macro_rules! files {
    ($folder:literal: $($name:literal),* $(,)?) => {
        &[$(BuiltIn { name: $name, text: include_str!(concat!("../", $folder, "/", $name, ".toml")) }),*]
    };
}

/// The styles, the default one first.
pub const STYLES: &[BuiltIn] =
    files!["styles": "paper", "blueprint", "terminal", "sketch", "contrast"];

/// None: the build without them tells nothing again.
#[cfg(not(feature = "full"))]
pub const QUIPS: &[BuiltIn] = &[];

/// The quips: one file a topic, then what fits any report, then one file a theme.
#[cfg(feature = "full")]
pub const QUIPS: &[BuiltIn] = files![
    "quips":
    "alert-fatigue", "api", "cache", "certificate", "cloud", "configuration", "connection-pool", "container", "cron",
    "database", "deadlock", "dependency", "deploy", "disk", "dns", "email", "feature-flag", "firewall", "hardware",
    "load-balancer", "memory", "mobile", "monitoring", "network", "not-a-ddos", "orchestration", "permissions", "power",
    "queue", "rollback", "scaling", "storage", "third-party", "traffic", "typo", "web-server", "generic",
    "theme-flight", "theme-fridge", "theme-heist", "theme-hotel", "theme-museum", "theme-nap", "theme-orchestra", "theme-post",
    "theme-relationship", "theme-restaurant", "theme-school", "theme-theatre", "theme-trial", "theme-weather",
];

/// The guard's rules.
pub(crate) const GUARD: &str = include_str!("../quips/guard.toml");

/// Noto Sans: Latin, Greek, Cyrillic and Vietnamese.
pub(crate) const SANS: &[u8] = notosans::REGULAR_TTF;
/// The same, bold.
pub(crate) const SANS_BOLD: &[u8] = notosans::BOLD_TTF;
/// Hack, in which all letters are equally wide; its arrows and signs stand in where Noto Sans has
/// none.
#[cfg(feature = "full")]
pub(crate) const MONO: &[u8] = epaint_default_fonts::HACK_REGULAR;
/// Noto Emoji, in one colour.
#[cfg(feature = "full")]
pub(crate) const EMOJI: &[u8] = epaint_default_fonts::NOTO_EMOJI_REGULAR;

// The build without them stands on Noto Sans alone; what that lacks is missing.
#[cfg(not(feature = "full"))]
pub(crate) const MONO: &[u8] = SANS;
#[cfg(not(feature = "full"))]
pub(crate) const EMOJI: &[u8] = SANS;
