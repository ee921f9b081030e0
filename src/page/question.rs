//! The questions of the page.

use crate::draw::style::{Ground, Style};
use crate::draw::{Chart, Layout, MEDIUM};
use crate::named::{Named, named};
use crate::render::RenderOptions;
use crate::spice::tell::Asked;
use crate::spice::tone::Tone;
use serde::Deserialize;

named! {
    /// The answers that the page may ask for.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Asking {
        /// Charts, layouts, styles, grounds and tones to choose from.
        Choices = "choices",
        /// A picture, as SVG.
        Picture = "picture",
        /// The same picture as PNG.
        Png = "png",
        /// Every fact, each with its place in the report.
        Facts = "facts",
        /// The findings of `check`.
        Findings = "findings",
        /// The report told again.
        Told = "told",
        /// All that a writer of one's own needs to know.
        Brief = "brief",
        /// The lines for a README, with their files.
        Snippet = "snippet",
        /// The timeline in Mermaid's language.
        Mermaid = "mermaid",
        /// The report as a page to copy into Medium.
        Article = "article",
    }
}

/// One question: a report, and all that is asked about it.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Question {
    pub(super) report: String,
    /// The name of its file.
    pub(super) name: String,
    ask: Vec<String>,
    look: Looks,
    tone: Option<String>,
    /// The reply of such a writer; its lines stand in place of the built-in ones.
    pub(super) lines: String,
    pub(super) seed: Option<u64>,
    /// True when another telling is asked for than the one of this seed.
    pub(super) roll: bool,
}

/// The look of the picture; what is left out is as the program has it.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Looks {
    chart: Option<String>,
    layout: Option<String>,
    style: Option<String>,
    theme: Option<String>,
    /// The day from which measures are overdue.
    today: Option<String>,
}

/// The one of that name.
fn one<T: Named>(what: &str, name: &str) -> Result<T, String> {
    let found = T::VALUES.iter().copied().find(|one| one.name() == name);
    found.ok_or_else(|| {
        let names: Vec<&str> = T::VALUES.iter().map(|one| one.name()).collect();
        format!("expected {what} among {}, found \"{name}\"", names.join(", "))
    })
}

impl Question {
    pub(super) fn asks(&self) -> Result<Vec<Asking>, String> {
        self.ask.iter().map(|name| one("a question", name)).collect()
    }

    /// The picture that is looked at.
    pub(super) fn chart(&self) -> Result<Chart, String> {
        let name = self.look.chart.as_deref();
        name.map_or(Ok(Chart::Incident), |name| one("a chart", name))
    }

    /// An order for it.
    pub(super) fn order(&self) -> Result<RenderOptions, String> {
        let (look, plain) = (&self.look, RenderOptions::default());
        let ground: Option<Ground> =
            look.theme.as_deref().map(|name| one("a theme", name)).transpose()?;
        let layout: Option<Layout> =
            look.layout.as_deref().map(|name| one("a layout", name)).transpose()?;
        let style = match look.style.as_deref() {
            None => plain.style.clone(),
            Some(name) => Style::built_in(name)
                .ok_or_else(|| format!("expected a built-in style, found \"{name}\""))?,
        };
        let today = look.today.as_deref().map(str::parse).transpose();
        Ok(RenderOptions {
            charts: vec![self.chart()?],
            layout: layout.unwrap_or(plain.layout),
            grounds: ground.map_or(plain.grounds.clone(), |ground| vec![ground]),
            style,
            today: today.map_err(|_| "expected a day such as 2025-06-01".to_string())?,
            ..plain
        })
    }

    /// The same for the article, whose cover has another size.
    pub(super) fn article(&self) -> Result<RenderOptions, String> {
        Ok(RenderOptions { cover: MEDIUM, ..self.order()? })
    }

    /// The telling that is asked for.
    pub(super) fn telling(&self) -> Result<Asked, String> {
        let tone: Option<Tone> =
            self.tone.as_deref().map(|name| one("a tone", name)).transpose()?;
        Ok(Asked { tone, seed: self.seed, words: None })
    }

    /// The name of the report's files.
    pub(super) fn stem(&self) -> &str {
        let file = self.name.rsplit(['/', '\\']).next().unwrap_or_default();
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        if stem.is_empty() { "report" } else { stem }
    }
}
