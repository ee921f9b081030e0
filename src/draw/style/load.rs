//! A style from its file: strict TOML, laid over a built-in one key by key. The built-in ones are
//! at hand as JSON, which is read much faster.

use super::Style;
use crate::assets;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Source, Span};
use toml::Table;

impl Style {
    /// The built-in style of that name.
    pub fn built_in(name: &str) -> Option<Style> {
        let at = assets::STYLES.iter().position(|file| file.name == name)?;
        let style = serde_json::from_str(assets::STYLES_READY[at]);
        Some(style.expect("a built-in style can be read"))
    }

    /// The style of a file: what it leaves out is taken from the built-in style that its `base`
    /// names.
    pub fn from_file(file: &Source) -> Result<Style, Box<Diagnostic>> {
        let text = file.text();
        // First by itself, so that a slip is shown where it stands.
        let own: Style = toml::from_str(text).map_err(|error| Box::new(slip(&error)))?;
        let name = own.base.as_deref().unwrap_or(assets::STYLES[0].name);
        let base = assets::STYLES
            .iter()
            .find(|style| style.name == name)
            .ok_or_else(|| Box::new(no_base(text, name)))?;
        let mut all: Table = toml::from_str(base.text).expect("a built-in style can be read");
        lay_over(&mut all, toml::from_str(text).map_err(|error| Box::new(slip(&error)))?);
        all.try_into().map_err(|error| Box::new(slip(&error)))
    }
}

fn lay_over(base: &mut Table, own: Table) {
    for (key, value) in own {
        match (base.get_mut(&key), value) {
            (Some(toml::Value::Table(base)), toml::Value::Table(own)) => lay_over(base, own),
            (_, value) => {
                base.insert(key, value);
            }
        }
    }
}

fn slip(error: &toml::de::Error) -> Diagnostic {
    let span = error.span().map(|range| Span::new(range.start, range.end));
    let message = error.message().trim().replace('\n', "; ");
    Diagnostic { span, ..Diagnostic::about_all(Code::StyleUnreadable, message) }
        .hint("`postmirth styles show paper` prints a style with every key")
}

fn no_base(text: &str, name: &str) -> Diagnostic {
    let known: Vec<&str> = assets::STYLES.iter().map(|style| style.name).collect();
    let message = format!("expected a base among {}, found \"{name}\"", known.join(", "));
    let span = text.find(&format!("\"{name}\"")).map(|at| Span::new(at, at + name.len() + 2));
    Diagnostic { span, ..Diagnostic::about_all(Code::StyleUnreadable, message) }
        .hint("leave `base` out to begin from paper")
}
