//! Reads a file of lines: every key as it is written, and what may be left out filled in.

use crate::spice::moment::{Circumstance, MomentKind};
use crate::spice::quip::{Analogy, Conditions, Headline, Quip, Topic, some};
use crate::spice::tone::Tone;
use serde::Deserialize;

/// All that a file may hold.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct QuipFile {
    #[serde(default)]
    topic: Vec<Topic>,
    #[serde(default)]
    line: Vec<LineEntry>,
    #[serde(default)]
    title: Vec<TitleEntry>,
    #[serde(default)]
    analogy: Vec<Analogy>,
}

/// Defines an entry of a file: the text or several of them, their conditions, and the list that
/// only this kind of entry has. It serves every tone unless it names some.
macro_rules! entry {
    ($entry:ident as $line:ident, $own:ident of $kind:ty) => {
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct $entry {
            id: String,
            #[serde(deserialize_with = "some")]
            text: Vec<String>,
            #[serde(default, deserialize_with = "some")]
            culprit: Vec<String>,
            #[serde(default, deserialize_with = "some")]
            suspect: Vec<String>,
            #[serde(default, deserialize_with = "some")]
            words: Vec<String>,
            #[serde(default, deserialize_with = "some")]
            unless: Vec<String>,
            #[serde(default, deserialize_with = "some")]
            cause: Vec<String>,
            #[serde(default, deserialize_with = "some")]
            cause_unless: Vec<String>,
            #[serde(default, deserialize_with = "some")]
            when: Vec<Circumstance>,
            #[serde(default, deserialize_with = "some")]
            tones: Vec<Tone>,
            #[serde(deserialize_with = "some")]
            $own: Vec<$kind>,
        }

        impl $entry {
            /// A line for each of its texts.
            fn lines(self) -> impl Iterator<Item = $line> {
                let conditions = Conditions {
                    culprit: self.culprit,
                    suspect: self.suspect,
                    words: self.words,
                    unless: self.unless,
                    cause: self.cause,
                    cause_unless: self.cause_unless,
                    when: self.when,
                    tones: match self.tones.is_empty() {
                        true => vec![Tone::Dry, Tone::Wry, Tone::Playful],
                        false => self.tones,
                    },
                };
                let is_alone = self.text.len() == 1;
                let texts = self.text.into_iter().enumerate();
                texts.map(move |(number, text)| $line {
                    conditions: conditions.clone(),
                    id: match is_alone {
                        true => self.id.clone(),
                        false => format!("{}.{}", self.id, number + 1),
                    },
                    text,
                    $own: self.$own.clone(),
                })
            }
        }
    };
}

// A line under an entry or a measure, and a title.
entry!(LineEntry as Quip, at of MomentKind);
entry!(TitleEntry as Headline, sign_off of String);

/// The lines of a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheaf {
    /// Lines under entries and measures.
    pub quips: Vec<Quip>,
    /// Titles.
    pub titles: Vec<Headline>,
    /// Images.
    pub analogies: Vec<Analogy>,
    /// Topics that the file brings.
    pub topics: Vec<Topic>,
}

/// The built-in topics, as JSON.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicsFile {
    topic: Vec<Topic>,
}

/// Reads the topics that are built in.
pub(super) fn topics(json: &str) -> Result<Vec<Topic>, serde_json::Error> {
    let file: TopicsFile = serde_json::from_str(json)?;
    Ok(file.topic)
}

/// Reads a file.
pub(super) fn read(text: &str) -> Result<Sheaf, toml::de::Error> {
    toml::from_str(text).map(QuipFile::sheaf)
}

/// Reads a built-in file, which is JSON by now.
pub(super) fn ready(json: &str) -> Result<Sheaf, serde_json::Error> {
    serde_json::from_str(json).map(QuipFile::sheaf)
}

impl QuipFile {
    fn sheaf(self) -> Sheaf {
        Sheaf {
            quips: self.line.into_iter().flat_map(LineEntry::lines).collect(),
            titles: self.title.into_iter().flat_map(TitleEntry::lines).collect(),
            analogies: self.analogy,
            topics: self.topic,
        }
    }
}
