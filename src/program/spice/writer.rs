//! Lines by a writer of the user's own: `--brief`, `--lines FILE` and `--writer COMMAND`.

use super::Job;
use super::explain::{lowered, refusals};
use super::plain::PlainReport;
use super::text::put_down;
use crate::program::command::{self, Bounds};
use crate::program::{NO_FILE, Refused, files};
use postmirth::spice::tell::{Chosen, choose};
use postmirth::spice::writer::{Brief, Judged, Offers, chosen, judge, reply};
use std::path::Path;
use std::time::Duration;

/// The most that a writer may answer.
const MOST: usize = 1 << 20;

/// The lines that a report is to get, and what there is to say of them.
pub(super) struct SpiceChoice {
    pub(super) chosen: Chosen,
    pub(super) said: String,
    /// Not 0 when the writer has failed.
    pub(super) status: u8,
}

impl Job<'_> {
    /// The lines that a report is to get: the built-in ones, or those of the writer that is asked
    /// for.
    pub(super) fn choice(&self, plain: &PlainReport) -> Result<SpiceChoice, Refused> {
        let built_in = || choose(&plain.report, &self.library, &self.asked);
        let args = self.args;
        if args.lines.is_none() && args.writer.is_none() {
            let chosen = built_in();
            let said = lowered(&chosen.verdict, &self.asked, plain.report.source());
            return Ok(SpiceChoice { chosen, said, status: 0 });
        }
        let (report, source) = (&plain.report, plain.report.source());
        let offers = Offers::of(&plain.bytes, report, self.asked.tone);
        let mut said = lowered(&offers.verdict, &self.asked, source);
        let mut status = 0;
        let mut judged = Judged::default();
        if !offers.places.is_empty() {
            match self.answer(plain, &offers)? {
                Ok(bytes) => {
                    let lines = reply(&bytes);
                    if lines.is_empty() {
                        said.push_str(&format!(
                            "note: {}: the reply holds no line such as `7: The line.`; nothing is \
                                added from it\n",
                            source.name()
                        ));
                    }
                    judged = judge(report, &offers, &lines);
                    said.push_str(&refusals(&judged, source));
                }
                Err(why) => {
                    status = NO_FILE;
                    said.push_str(&format!(
                        "error: {}: the writer {why}; none of its lines is used\n",
                        source.name()
                    ));
                }
            }
        }
        let fill = args.fill.then(built_in);
        let chosen = chosen(report, &self.asked, &offers, &judged, fill);
        Ok(SpiceChoice { chosen, said, status })
    }

    /// The writer's answer, or why there is none; a file that cannot be read ends it all.
    fn answer(
        &self,
        plain: &PlainReport,
        offers: &Offers,
    ) -> Result<Result<Vec<u8>, String>, Refused> {
        let args = self.args;
        if let Some(path) = &args.lines {
            let bytes = files::input(path).map_err(|error| {
                (
                    NO_FILE,
                    format!(
                        "error: cannot read {}: {error}\n  = expected a writer's reply, or - for \
                            standard input\n",
                        path.display()
                    ),
                )
            })?;
            return Ok(match bytes.len() > MOST {
                true => Err(format!("said more than {MOST} bytes")),
                false => Ok(bytes),
            });
        }
        let brief = self.written(&Brief::of(&plain.report, offers));
        let bounds = Bounds { time: Duration::from_secs(args.writer_timeout), bytes: MOST };
        let writer = args.writer.as_deref().unwrap_or_default();
        Ok(command::answer(writer, brief.into_bytes(), bounds))
    }

    /// The brief in the form that is asked for.
    fn written(&self, brief: &Brief) -> String {
        match self.args.json {
            true => serde_json::to_string_pretty(brief).unwrap_or_default() + "\n",
            false => brief.text(),
        }
    }

    /// The brief for a report, instead of the told report.
    pub(super) fn brief(&self, plain: &PlainReport) -> Result<(Vec<u8>, String), Refused> {
        let offers = Offers::of(&plain.bytes, &plain.report, self.asked.tone);
        let said = lowered(&offers.verdict, &self.asked, plain.report.source());
        let text = self.written(&Brief::of(&plain.report, &offers));
        match self.args.output.as_deref().filter(|path| *path != Path::new("-")) {
            None => Ok((text.into_bytes(), said)),
            Some(path) => {
                put_down(path, text.as_bytes())?;
                Ok((format!("wrote {}\n", path.display()).into_bytes(), said))
            }
        }
    }
}
