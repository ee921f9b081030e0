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

/// A line or a title: the conditions, which all have, and what is its own.
macro_rules! entry {
    ($($(#[$about:meta])* $name:ident { $own:ident: $type:ty })*) => {$(
        $(#[$about])*
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct $name {
            id: String,
            text: String,
            #[serde(default, deserialize_with = "some")]
            culprit: Vec<String>,
            #[serde(default, deserialize_with = "some")]
            suspect: Vec<String>,
            #[serde(default, deserialize_with = "some")]
            words: Vec<String>,
            #[serde(default, deserialize_with = "some")]
            unless: Vec<String>,
            #[serde(default, deserialize_with = "some")]
            when: Vec<Circumstance>,
            #[serde(default, deserialize_with = "some")]
            tones: Vec<Tone>,
            #[serde(deserialize_with = "some")]
            $own: Vec<$type>,
        }

        impl $name {
            fn conditions(&mut self) -> Conditions {
                let all = [Tone::Dry, Tone::Wry, Tone::Playful];
                let tones = std::mem::take(&mut self.tones);
                Conditions {
                    culprit: std::mem::take(&mut self.culprit),
                    suspect: std::mem::take(&mut self.suspect),
                    words: std::mem::take(&mut self.words),
                    unless: std::mem::take(&mut self.unless),
                    when: std::mem::take(&mut self.when),
                    tones: if tones.is_empty() { all.to_vec() } else { tones },
                }
            }
        }
    )*};
}
entry! {
    /// A line under an entry or a measure.
    LineEntry { at: MomentKind }
    /// A title.
    TitleEntry { sign_off: String }
}

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

/// Reads a file.
pub(super) fn read(text: &str) -> Result<Sheaf, toml::de::Error> {
    let file: QuipFile = toml::from_str(text)?;
    let quip = |mut line: LineEntry| Quip {
        conditions: line.conditions(),
        id: line.id,
        at: line.at,
        text: line.text,
    };
    let headline = |mut title: TitleEntry| Headline {
        conditions: title.conditions(),
        id: title.id,
        text: title.text,
        sign_off: title.sign_off,
    };
    Ok(Sheaf {
        quips: file.line.into_iter().map(quip).collect(),
        titles: file.title.into_iter().map(headline).collect(),
        analogies: file.analogy,
        topics: file.topic,
    })
}
