//! The pictures of a told report, and the page for Medium.

use super::Job;
use super::plain::PlainReport;
use super::text::{Text, put_down};
use crate::program::cli::SpicePlace;
use crate::program::{Refused, draw};
use postmirth::draw::Chart;
use postmirth::publish::embed::{PicturePlaces, embed, framed, places, strip};
use postmirth::publish::{ChartFiles, chart_files, inserts, page};
use postmirth::read::Report;
use postmirth::render::{Picture, RenderOptions, pictures};
use postmirth::source::Source;
use postmirth::spice::place;
use postmirth::spice::place::Spot;
use postmirth::spice::tell::{Chosen, put};
use postmirth::spice::tone::Tone;

impl Job<'_> {
    /// The told report with its pictures, which are written beside it.
    pub(super) fn with_pictures(
        &self,
        plain: &PlainReport,
        chosen: &mut Chosen,
        text: &Text,
        complaints: &mut String,
    ) -> Result<Vec<u8>, Refused> {
        let title = chosen
            .at(Spot::Title)
            .filter(|_| chosen.tone > Tone::Dry)
            .map(|pick| pick.text.clone());
        let joke = title.is_some() && self.order.title.is_none();
        let order =
            RenderOptions { title: self.order.title.clone().or(title), joke, ..self.order.clone() };
        let made = pictures(&plain.report, &plain.decoding, &order)
            .map_err(|undrawn| draw::refusal(&undrawn, plain.report.source()))?;
        let folder = text.folder.join(&self.args.images);
        for picture in &made.pictures {
            let file = folder.join(text.file(picture, &order));
            put_down(&file, &picture.bytes)?;
            complaints.push_str(&format!("wrote {}\n", file.display()));
        }
        let images = self.args.images.replace('\\', "/");
        let link = |picture: &Picture| {
            format!("{}/{}", images.trim_end_matches('/'), text.file(picture, &order))
        };
        let shown = chart_files(&made, order.today, link);
        if self.args.place == Some(SpicePlace::Medium) {
            let bytes = put(&plain.bytes, &plain.report, chosen);
            self.medium(&bytes, plain, &shown, text, complaints)?;
            return Ok(bytes);
        }
        let mut wanted = inserts(&shown, &plain.report.incident, order.today);
        // What stands in the report already is its author's.
        let kept: Vec<Chart> = strip(&plain.bytes)
            .map(|old| old.anchors.iter().map(|anchor| anchor.chart).collect())
            .unwrap_or_default();
        wanted.retain(|insert| !kept.contains(&insert.chart));
        let charts: Vec<Chart> = wanted.iter().map(|insert| insert.chart).collect();
        let bare = postmirth::publish::embed::StrippedReport {
            bytes: plain.bytes.clone(),
            anchors: Vec::new(),
        };
        // What is cut out again with the fun cannot take another text's place.
        let places = PicturePlaces { keep_placeholders: true, ..places(&plain.report) };
        let pictured = embed(&bare, &wanted, &places).bytes;
        let source = Source::from_bytes(plain.report.source().name(), &pictured).value;
        let report = Report::of(&source);
        let told = framed(&put(&pictured, &report, chosen), &charts);
        if place::plain(&told).is_ok_and(|back| back == plain.bytes) {
            return Ok(told);
        }
        // The report is worth more than its pictures.
        complaints.push_str(&format!(
            "note: {}: the pictures stay beside the report, since from it they could not be taken \
                out again\n",
            plain.report.source().name()
        ));
        Ok(put(&plain.bytes, &plain.report, chosen))
    }

    /// The page that can be copied into Medium.
    fn medium(
        &self,
        bytes: &[u8],
        plain: &PlainReport,
        shown: &[ChartFiles],
        text: &Text,
        complaints: &mut String,
    ) -> Result<(), Refused> {
        let source =
            Source::from_bytes(plain.report.source().name(), &place::unmarked(bytes)).value;
        let path = text.folder.join(format!("{}-medium.html", text.stem));
        put_down(&path, page(&Report::of(&source), shown).as_bytes())?;
        complaints.push_str(&format!(
            "wrote {}\n{}",
            path.display(),
            postmirth::publish::medium(&path.display().to_string())
        ));
        Ok(())
    }
}
