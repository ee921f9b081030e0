//! From a question to its answers: the report is read once for all of them.

use super::question::{Asking, Question};
use super::reply::{
    Attached, Choices, Choosable, Drawing, FactSpots, PageRemark, PointHeld, Reply,
};
use super::spots::Spots;
use super::telling::Untold;
use crate::assets::{BuiltIn, STYLES};
use crate::check::{Choice, Finding, ScorePoint, check};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::draw::style::{FaceName, Ground, Style};
use crate::draw::{self, Chart, Layout};
use crate::facts::facts;
use crate::incident::Nature;
use crate::publish::{chart_files, page, snippet};
use crate::read::Report;
use crate::render::{Format, Picture, Pictures, RenderOptions, Undrawn, pictures};
use crate::source::Span;
use crate::spice::tone::{self, Tone};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// True in the build for a first look.
const FIRST_LOOK: bool = cfg!(not(feature = "full"));

/// A report that was read for a question.
pub(super) struct PageDesk<'a> {
    question: &'a Question,
    report: &'a Report,
    decoding: &'a [Diagnostic],
    spots: Spots<'a>,
}

impl<'a> PageDesk<'a> {
    pub(super) fn new(
        question: &'a Question,
        report: &'a Report,
        decoding: &'a [Diagnostic],
    ) -> PageDesk<'a> {
        let spots = Spots::new(report.source(), &question.report);
        PageDesk { question, report, decoding, spots }
    }

    /// True if a build without rare letters could not draw this well.
    fn lacks_letters(&self, reply: &Reply) -> bool {
        reply.letters_missing
            || self.question.order().is_ok_and(|order| order.style.font.face != FaceName::Sans)
    }

    /// All that was asked for; an error when it cannot be understood. The build for a first look
    /// has only the answers that the page shows first; of the others nothing is compiled into it.
    pub(super) fn answers(&self) -> Result<Reply<'a>, String> {
        let mut reply = Reply::default();
        for asking in self.question.asks()? {
            match asking {
                Asking::Choices => reply.choices = Some(choices()),
                Asking::Picture => self.picture(&mut reply)?,
                Asking::Facts => self.facts(&mut reply),
                Asking::Findings => self.findings(&mut reply),
                _ if FIRST_LOOK => return Ok(Reply::incomplete()),
                Asking::Png => self.png(&mut reply)?,
                Asking::Told => self.told(&mut reply)?,
                Asking::Brief => self.brief(&mut reply)?,
                Asking::Snippet => self.snippet(&mut reply)?,
                Asking::Mermaid => self.mermaid(&mut reply)?,
                Asking::Article => self.article(&mut reply)?,
            }
        }
        if FIRST_LOOK && self.lacks_letters(&reply) {
            return Ok(Reply::incomplete());
        }
        Ok(reply)
    }

    /// The pictures of an order; where there are none the reply says why.
    fn drawn(&self, order: &RenderOptions, reply: &mut Reply) -> Result<Option<Pictures>, String> {
        match pictures(self.report, self.decoding, order) {
            Ok(made) => {
                let missing = |doubt: &Diagnostic| doubt.code == Code::GlyphMissing;
                reply.letters_missing |= made.warnings.iter().any(missing);
                Ok(Some(made))
            }
            Err(Undrawn::NothingToDraw(doubts)) => {
                let doubts = doubts.iter().map(Finding::of_reader);
                reply.undrawn = doubts.map(|doubt| self.remark(doubt)).collect();
                Ok(None)
            }
            Err(Undrawn::Impossible(why, hint)) => {
                Err([Some(why.as_str()), hint].into_iter().flatten().collect::<Vec<_>>().join("; "))
            }
        }
    }

    fn picture(&self, reply: &mut Reply) -> Result<(), String> {
        let order = RenderOptions { formats: vec![Format::Svg], ..self.question.order()? };
        let Some(made) = self.drawn(&order, reply)? else {
            return Ok(());
        };
        let grave = made.warnings.iter().filter(|doubt| doubt.severity() > Severity::Note);
        reply.warnings = grave.map(|doubt| self.remark(Finding::of_reader(doubt))).collect();
        let Some(picture) = made.pictures.first() else {
            return Ok(());
        };
        let story = draw::story(picture.chart, &made.incident, order.today);
        let (width, height) = picture.size.unwrap_or_default();
        reply.picture = Some(Drawing {
            file: self.file(picture.chart.name(), picture.format.extension()),
            svg: text(&picture.bytes),
            width,
            height,
            description: story.description(),
            alt: story.alt,
            summary: made.told,
        });
        Ok(())
    }

    fn png(&self, reply: &mut Reply) -> Result<(), String> {
        let order = RenderOptions { formats: vec![Format::Png], ..self.question.order()? };
        let made = self.drawn(&order, reply)?;
        reply.png = made.and_then(|made| {
            made.pictures.first().map(|picture| Attached {
                file: self.file(picture.chart.name(), picture.format.extension()),
                text: None,
                base64: Some(STANDARD.encode(&picture.bytes)),
            })
        });
        Ok(())
    }

    fn facts(&self, reply: &mut Reply<'a>) {
        let spots = |spans: &mut dyn Iterator<Item = Span>| {
            spans.map(|span| self.spots.of(span)).collect::<Vec<_>>()
        };
        let incident = &self.report.incident;
        reply.spots = Some(FactSpots {
            events: spots(&mut incident.events.iter().map(|event| event.span)),
            notes: spots(&mut incident.notes.iter().map(|note| note.span)),
            actions: spots(&mut incident.actions.iter().map(|action| action.span)),
        });
        let told = facts(self.report, self.decoding);
        reply.facts = Some(told.toned(tone::fact(self.report)));
        reply.words = Some(self.report.document.word_count());
    }

    fn findings(&self, reply: &mut Reply) {
        let checked = check(self.report, self.decoding, &Choice::default());
        let point = |point: &ScorePoint| PointHeld {
            code: point.code,
            part: point.part.name(),
            asks: point.asks,
            holds: point.holds(),
        };
        reply.card = checked.card.map(|card| card.points.iter().map(point).collect());
        let findings = checked.findings.into_iter();
        reply.findings = Some(findings.map(|finding| self.remark(finding)).collect());
    }

    fn told(&self, reply: &mut Reply) -> Result<(), String> {
        let asked = self.question.telling()?;
        if self.is_postmortem(reply) {
            let Question { report: sent, lines, .. } = self.question;
            let untold = Untold::of(self.report, sent);
            let rolled = self.question.roll.then(|| untold.rolled(&asked));
            reply.only_telling = rolled.as_ref().is_some_and(Option::is_none);
            let asked = rolled.flatten().unwrap_or(asked);
            reply.told = Some(untold.told(sent, self.question.stem(), &asked, lines));
        }
        Ok(())
    }

    fn brief(&self, reply: &mut Reply) -> Result<(), String> {
        let asked = self.question.telling()?;
        if self.is_postmortem(reply) {
            let brief = Untold::of(self.report, &self.question.report).brief(&asked);
            reply.brief = Some(written(self.file("brief", "md"), brief));
        }
        Ok(())
    }

    /// Both pictures for light pages and for dark ones, and the lines that show them.
    fn snippet(&self, reply: &mut Reply) -> Result<(), String> {
        let order = RenderOptions {
            charts: vec![Chart::Incident, Chart::Actions],
            grounds: vec![Ground::Light, Ground::Dark],
            formats: vec![Format::Svg],
            ..self.question.order()?
        };
        let Some(made) = self.drawn(&order, reply)? else {
            return Ok(());
        };
        let name = |picture: &Picture| {
            let dark = if picture.ground == Ground::Dark { "-dark" } else { "" };
            self.file(&format!("{}{dark}", picture.chart.name()), picture.format.extension())
        };
        let lines = snippet(&chart_files(&made, order.today, name));
        reply.snippet = Some(written(self.file("readme", "md"), lines));
        let file = |picture| written(name(picture), text(&picture.bytes));
        reply.files = made.pictures.iter().map(file).collect();
        Ok(())
    }

    fn mermaid(&self, reply: &mut Reply) -> Result<(), String> {
        let order = RenderOptions {
            charts: vec![Chart::Incident],
            formats: vec![Format::Mermaid],
            ..self.question.order()?
        };
        let made = self.drawn(&order, reply)?;
        reply.mermaid = made.and_then(|made| {
            let picture = made.pictures.first()?;
            let file = self.file(picture.chart.name(), picture.format.extension());
            Some(written(file, text(&picture.bytes)))
        });
        Ok(())
    }

    fn article(&self, reply: &mut Reply) -> Result<(), String> {
        let order = RenderOptions {
            charts: vec![Chart::Cover, Chart::Incident, Chart::Actions],
            formats: vec![Format::Svg],
            ..self.question.article()?
        };
        let Some(made) = self.drawn(&order, reply)? else {
            return Ok(());
        };
        // Medium takes no SVG.
        let png = |picture: &Picture| self.file(picture.chart.name(), Format::Png.extension());
        let html = page(self.report, &chart_files(&made, order.today, png));
        reply.article = Some(written(self.file("medium", "html"), html));
        Ok(())
    }

    /// True if there is anything to tell; where not the reply says why.
    fn is_postmortem(&self, reply: &mut Reply) -> bool {
        let is_one = self.report.incident.nature == Nature::Postmortem;
        if !is_one {
            let doubts = self.report.diagnostics.iter().map(Finding::of_reader);
            reply.undrawn = doubts.map(|doubt| self.remark(doubt)).collect();
        }
        is_one
    }

    fn file(&self, what: &str, extension: &str) -> String {
        format!("{}-{what}.{extension}", self.question.stem())
    }

    fn remark(&self, finding: Finding) -> PageRemark {
        PageRemark {
            code: finding.code,
            severity: finding.severity.name(),
            line: finding.span.map(|span| self.report.source().line_of(span.start)),
            spot: finding.span.map(|span| self.spots.of(span)),
            message: finding.message,
            hint: finding.hint,
        }
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn written(file: String, text: String) -> Attached {
    Attached { file, text: Some(text), base64: None }
}

/// The values that there are to choose from, each with its meaning.
fn choices() -> Choices {
    fn named<T: crate::named::Named>() -> Vec<Choosable> {
        let one = |value: &T| Choosable { name: value.name().into(), about: value.about().into() };
        T::VALUES.iter().map(one).collect()
    }
    let style = |style: &BuiltIn| Choosable {
        name: style.name.into(),
        about: Style::built_in(style.name).unwrap_or_default().about,
    };
    Choices {
        version: env!("CARGO_PKG_VERSION"),
        charts: named::<Chart>(),
        layouts: named::<Layout>(),
        styles: STYLES.iter().map(style).collect(),
        themes: named::<Ground>(),
        tones: named::<Tone>(),
    }
}
