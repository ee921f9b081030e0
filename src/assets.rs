//! The built-in files: fonts, styles, quips, and the words that forbid a joke.

/// A built-in file: its name and its text.
pub struct BuiltIn {
    /// The name that `--style` or `quips show` takes.
    pub name: &'static str,
    /// The TOML.
    pub text: &'static str,
}

/// A file that `build.rs` has turned into JSON.
macro_rules! json {
    ($folder:literal, $name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $folder, "/", $name, ".json"))
    };
}

macro_rules! files {
    ($folder:literal: $($name:literal),* $(,)?) => {
        &[$(BuiltIn { name: $name, text: include_str!(concat!("../", $folder, "/", $name, ".toml")) }),*]
    };
}

macro_rules! styles {
    ($($name:literal),*) => {
        /// The styles, the default one first.
        pub const STYLES: &[BuiltIn] = files!["styles": $($name),*];

        /// The same as JSON, in the same order.
        pub(crate) const STYLES_READY: [&str; STYLES.len()] = [$(json!("styles", $name)),*];
    };
}

styles!["paper", "blueprint", "terminal", "sketch", "contrast"];

macro_rules! quips {
    ($($name:literal),* $(,)?) => {
        /// The lines: what is for many causes first, then one file a topic.
        pub const QUIPS: &[BuiltIn] = files!["quips": $($name),*];

        /// The same as JSON, in the same order.
        pub(crate) const QUIPS_READY: [&str; QUIPS.len()] = [$(json!("quips", $name)),*];
    };
}

// The build without them tells nothing again.
#[cfg(not(feature = "full"))]
quips!();

#[cfg(feature = "full")]
quips![
    "moments", "pictures", "suspects", "titles", "measures", "analogies", "cache", "certificate",
    "code", "configuration", "connection-pool", "container", "cron", "database", "deadlock",
    "dependency", "deploy", "disk", "dns", "feature-flag", "file-limit", "firewall", "hardware",
    "load-balancer", "memory", "migration", "monitoring", "network", "permissions", "port",
    "power", "query", "queue", "replication", "script", "storage", "third-party", "traffic",
    "typo", "update", "upstream", "web-server",
];

/// The topics that an incident can be about, as JSON.
pub(crate) const TOPICS: &str = json!("quips", "topics");

/// The guard's rules, as JSON.
pub(crate) const GUARD: &str = json!("quips", "guard");

/// Noto Sans: Latin, Greek, Cyrillic and Vietnamese.
pub(crate) const SANS: &[u8] = include_bytes!("draw/fonts/NotoSans-Regular.ttf");
/// The same, bold.
pub(crate) const SANS_BOLD: &[u8] = include_bytes!("draw/fonts/NotoSans-Bold.ttf");
/// Hack, in which all letters are equally wide; its arrows and signs stand in where Noto Sans has
/// none.
#[cfg(feature = "full")]
pub(crate) const MONO: &[u8] = include_bytes!("draw/fonts/Hack-Regular.ttf");
/// Kalam, a felt-tip's hand: Latin.
#[cfg(feature = "full")]
pub(crate) const HAND: &[u8] = include_bytes!("draw/fonts/Kalam-Regular.ttf");
/// The same, bold.
#[cfg(feature = "full")]
pub(crate) const HAND_BOLD: &[u8] = include_bytes!("draw/fonts/Kalam-Bold.ttf");
/// Noto Emoji, in one colour.
#[cfg(feature = "full")]
pub(crate) const EMOJI: &[u8] = include_bytes!("draw/fonts/NotoEmoji-Medium.ttf");

// The build without them stands on Noto Sans alone; what that lacks is missing.
#[cfg(not(feature = "full"))]
mod plain {
    pub(crate) const MONO: &[u8] = super::SANS;
    pub(crate) const HAND: &[u8] = super::SANS;
    pub(crate) const HAND_BOLD: &[u8] = super::SANS_BOLD;
    pub(crate) const EMOJI: &[u8] = super::SANS;
}
#[cfg(not(feature = "full"))]
pub(crate) use plain::{EMOJI, HAND, HAND_BOLD, MONO};
