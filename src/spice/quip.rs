//! A line of humour: where it may stand, and what must be true for it to stand there.

use super::moment::{Circumstance, MomentKind};
use super::tone::Tone;
use crate::named::named;
use crate::words::matching::Words;
use serde::de::{self, IntoDeserializer, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

named! {
    /// The sections whose names a line may follow.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Part {
        /// A short account of what happened.
        Summary = "summary",
        /// The timeline.
        Timeline = "timeline",
        /// Why it happened.
        Cause = "cause",
        /// The way it was mended.
        Resolution = "resolution",
        /// The changes to come.
        Measures = "measures",
    }
}

/// A thing that an incident can be about.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// The name that lines use: "load-balancer".
    pub id: String,
    /// The culprit's name in a sentence: "the load balancer".
    pub name: Option<String>,
    /// Other names for it, by words in the cause that ask for them.
    #[serde(default)]
    pub also: BTreeMap<String, String>,
    /// The certainty of its words beside those of another topic.
    #[serde(default = "one")]
    pub weight: f64,
    /// The words in a title or a root cause that say that the incident is about this.
    pub signs: Vec<String>,
    /// Words beside which those say something else.
    #[serde(default)]
    pub unless: Vec<String>,
}

fn one() -> f64 {
    1.0
}

impl Topic {
    /// Its name in a text.
    pub fn noun(&self, words: &Words) -> Option<String> {
        let also = self.also.iter().find(|(sign, _)| words.hold(sign));
        also.map(|(_, noun)| noun.clone()).or_else(|| self.name.clone())
    }
}

/// The conditions that a report, and a place in it, must meet for a line to stand there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conditions {
    /// The cause is one of these; empty for any.
    pub culprit: Vec<String>,
    /// One of these is suspected there; empty for any.
    pub suspect: Vec<String>,
    /// The place holds one of these words; empty when none is needed. Of a title: title and cause.
    pub words: Vec<String>,
    /// Words that forbid it.
    pub unless: Vec<String>,
    /// Title, cause or the entry that found it hold one of these words; empty when none is needed.
    pub cause: Vec<String>,
    /// Words in them that forbid it.
    pub cause_unless: Vec<String>,
    /// Facts of the whole report that must all hold.
    pub when: Vec<Circumstance>,
    /// The tones in which it may be used.
    pub tones: Vec<Tone>,
}

/// One line of humour, under an entry or a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quip {
    /// Its name, which no other has.
    pub id: String,
    /// The moments under which it may stand.
    pub at: Vec<MomentKind>,
    /// The conditions under which it fits.
    pub conditions: Conditions,
    /// The line, with `{blanks}`.
    pub text: String,
    /// The end of a report that has it, which comes back to it.
    pub sign_off: Option<String>,
}

/// A title, and the lines that may end a report that has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// Its name, which no other has.
    pub id: String,
    /// The conditions under which it fits.
    pub conditions: Conditions,
    /// The title, with `{blanks}`.
    pub text: String,
    /// The ends that belong to it.
    pub sign_off: Vec<String>,
}

/// One plain image for a cause, from the title to the end.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Analogy {
    /// Its name, which no other has.
    pub id: String,
    /// The causes that it is for.
    #[serde(deserialize_with = "some")]
    pub culprit: Vec<String>,
    /// The image: "a hotel desk".
    pub image: String,
    /// The title.
    pub title: String,
    /// The end.
    pub sign_off: String,
    /// Words of the title and the cause of which one must be there; empty when none is needed.
    #[serde(default, deserialize_with = "some")]
    pub words: Vec<String>,
    /// Words that forbid it.
    #[serde(default, deserialize_with = "some")]
    pub unless: Vec<String>,
    /// The lines.
    pub lines: Vec<Turn>,
}

/// A line of an image.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    /// The moments under which it may stand.
    #[serde(deserialize_with = "some")]
    pub at: Vec<MomentKind>,
    /// The line.
    pub text: String,
}

/// Reads one value as a list of one.
pub(super) fn some<'de, D, T>(from: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    from.deserialize_any(OneOrMore(PhantomData))
}

/// One name, or a list of them.
struct OneOrMore<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for OneOrMore<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a text in quotes or a list of them")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Vec<T>, E> {
        Ok(vec![T::deserialize(name.into_deserializer())?])
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut names: A) -> Result<Vec<T>, A::Error> {
        let mut out = Vec::new();
        while let Some(name) = names.next_element()? {
            out.push(name);
        }
        Ok(out)
    }
}
