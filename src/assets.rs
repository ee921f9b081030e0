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

/// The quips: one file a topic, then what fits any report, then one file a theme.
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
pub(crate) const SANS: &[u8] = include_bytes!("draw/fonts/NotoSans-Regular.ttf");
/// The same, bold.
pub(crate) const SANS_BOLD: &[u8] = include_bytes!("draw/fonts/NotoSans-Bold.ttf");
/// Hack, in which all letters are equally wide; its arrows and signs stand in where Noto Sans has
/// none.
pub(crate) const MONO: &[u8] = include_bytes!("draw/fonts/Hack-Regular.ttf");
/// Kalam, a felt-tip's hand: Latin.
pub(crate) const HAND: &[u8] = include_bytes!("draw/fonts/Kalam-Regular.ttf");
/// The same, bold.
pub(crate) const HAND_BOLD: &[u8] = include_bytes!("draw/fonts/Kalam-Bold.ttf");
/// Noto Emoji, in one colour.
pub(crate) const EMOJI: &[u8] = include_bytes!("draw/fonts/NotoEmoji-Medium.ttf");
