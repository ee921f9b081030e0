//! A file of quips as it stands: strict TOML, in which every key is known.

use super::{GENERIC, Topic};
use crate::incident::Kind;
use crate::spice::quip::{Device, Home, Part, Quip, Slot};
use crate::spice::tone::Tone;
use serde::Deserialize;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole {
    topic: Option<String>,
    theme: Option<String>,
    name: Option<String>,
    signs: Option<Vec<String>>,
    #[serde(default)]
    title: Vec<Title>,
    #[serde(default)]
    heading: Vec<Heading>,
    #[serde(default)]
    entry: Vec<Entry>,
    #[serde(default)]
    action: Vec<Line>,
    #[serde(default)]
    caption: Vec<Line>,
    #[serde(default)]
    sign_off: Vec<Line>,
}

/// A quip in each slot: what all have, and what is its own.
macro_rules! quip {
    ($($name:ident { $($own:ident: $type:ty)? })*) => {$(
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct $name {
            id: String,
            text: String,
            theme: Option<String>,
            tones: Vec<Tone>,
            device: Device,
            #[serde(default)]
            words: Vec<String>,
            #[serde(default)]
            unless: Vec<String>,
            $($own: $type,)?
        }

        impl $name {
            fn quip(self, slot: Slot) -> Quip {
                let $name { id, text, theme, tones, device, words, unless, .. } = self;
                Quip {
                    id, text, slot, home: Home::Any, theme, tones, device, kinds: Vec::new(), part: None, words, unless,
                    sign_off: None,
                }
            }
        }
    )*};
}
quip! {
    Title { sign_off: String }
    Heading { section: Part }
    Entry { kinds: Vec<KindName> }
    Line {}
}

/// A kind by its name.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
struct KindName(Kind);

impl TryFrom<String> for KindName {
    type Error = String;

    fn try_from(name: String) -> Result<KindName, String> {
        let known = || {
            Kind::ALL
                .iter()
                .map(|kind| kind.name())
                .collect::<Vec<_>>()
                .join(", ")
        };
        Kind::named(&name)
            .map(KindName)
            .ok_or_else(|| format!("expected a kind among {}, found \"{name}\"", known()))
    }
}

/// What the head of a file says of all its quips.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Top {
    pub(super) topic: Option<String>,
    pub(super) theme: Option<String>,
    pub(super) name: Option<String>,
    pub(super) signs: Option<Vec<String>>,
}

impl Top {
    /// A file is for a topic or for a theme.
    pub(super) fn check(&self) -> Result<(), String> {
        match (&self.topic, &self.theme) {
            (Some(_), Some(_)) => {
                Err("expected `topic` or `theme` at the head of the file, found both".into())
            }
            (None, None) => {
                Err("expected `topic` or `theme` at the head of the file, found neither".into())
            }
            _ => Ok(()),
        }
    }

    /// The topic that a file brings when it is not known yet.
    pub(super) fn new_topic(&self) -> Option<Topic> {
        let id = self.topic.clone().filter(|id| id != GENERIC)?;
        Some(Topic {
            id,
            name: self.name.clone()?,
            signs: self.signs.clone()?,
        })
    }

    /// Puts a quip where the file belongs.
    pub(super) fn settle(&self, quip: &mut Quip) {
        quip.home = match (&self.topic, &self.theme) {
            (Some(topic), _) if topic != GENERIC => Home::Topic(topic.clone()),
            (_, Some(_)) => Home::Theme,
            _ => Home::Any,
        };
        if self.theme.is_some() {
            quip.theme.clone_from(&self.theme);
        }
    }
}

/// The head and the quips of a file.
pub(super) fn read(text: &str) -> Result<(Top, Vec<Quip>), toml::de::Error> {
    let Whole {
        topic,
        theme,
        name,
        signs,
        title,
        heading,
        entry,
        action,
        caption,
        sign_off,
    } = toml::from_str(text)?;
    let top = Top {
        topic,
        theme,
        name,
        signs,
    };
    let titles = title.into_iter().map(|mut title| {
        let sign_off = Some(std::mem::take(&mut title.sign_off));
        Quip {
            sign_off,
            ..title.quip(Slot::Title)
        }
    });
    let headings = heading.into_iter().map(|heading| Quip {
        part: Some(heading.section),
        ..heading.quip(Slot::Heading)
    });
    let entries = entry.into_iter().map(|entry| {
        let kinds = entry.kinds.iter().map(|kind| kind.0).collect();
        Quip {
            kinds,
            ..entry.quip(Slot::Entry)
        }
    });
    let plain = |lines: Vec<Line>, slot| lines.into_iter().map(move |line| line.quip(slot));
    let mut quips: Vec<Quip> = titles
        .chain(headings)
        .chain(entries)
        .chain(plain(action, Slot::Action))
        .chain(plain(caption, Slot::Caption))
        .chain(plain(sign_off, Slot::SignOff))
        .collect();
    quips.iter_mut().for_each(|quip| top.settle(quip));
    Ok((top, quips))
}
