//! The picture that `postmirth stats -o` draws.

use super::cli::{StatsArgs, StatsFormat};
use super::target::Target;
use super::{NO_FILE, NOT_A_POSTMORTEM, Refused, WRONG_USE, complain, files, style, wrong};
use postmirth::draw::WIDTH;
use postmirth::draw::style::Ground;
use postmirth::render::{Format, RenderOptions, TrendFile, Undrawn, trend};
use postmirth::stats::{self, Record};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The picture to be drawn, and where to.
pub(super) struct TrendJob {
    order: RenderOptions,
    target: Target,
}

/// The job that the arguments describe.
pub(super) fn prepared(args: &StatsArgs) -> Result<TrendJob, Refused> {
    let output = args.output.as_deref();
    let target = Target::new(output, output.is_some_and(Path::is_dir)).map_err(|_| {
        let found = output.unwrap_or(Path::new("")).display();
        wrong(format!(
            "expected a file for the trend that ends in .svg or .png, a folder or -, found \
                {found}\n  = the figures go to standard output: --csv > FILE, --json > FILE"
        ))
    })?;
    let grounds = args.theme.grounds();
    let formats = target.formats(Vec::new());
    if formats.contains(&Format::Mermaid) {
        return Err(wrong(
            "expected a trend as .svg or .png, found a Mermaid diagram, of which there is none"
                .into(),
        ));
    }
    if target == Target::Stream && (args.written() != StatsFormat::Human || grounds.len() > 1) {
        let asked =
            if grounds.len() > 1 { "two pictures" } else { "the figures as well as the picture" };
        return Err(wrong(format!(
            "expected one thing for standard output, found {asked}\n  = give a file or a folder \
                after -o"
        )));
    }
    let text = args.text;
    let order = RenderOptions {
        style: style(&args.style)?,
        grounds,
        formats,
        width: args.width.map_or(WIDTH, f64::from),
        text,
        title: args.title.clone(),
        cores: files::cores(),
        ..RenderOptions::default()
    };
    Ok(TrendJob { order, target })
}

impl TrendJob {
    /// True if the picture goes to standard output.
    pub(super) fn to_stream(&self) -> bool {
        self.target == Target::Stream
    }

    /// Draws, and says what was written: where data go to standard output, on the stream for
    /// messages.
    pub(super) fn draw(&self, records: &[Record], data: bool) -> io::Result<u8> {
        let drawn = match trend(&stats::trend(records), &self.order) {
            Ok(drawn) => drawn,
            Err(Undrawn::NothingToDraw(doubts)) => {
                doubts
                    .iter()
                    .try_for_each(|doubt| complain(&format!("error: {}\n", doubt.message)))?;
                return Ok(NOT_A_POSTMORTEM);
            }
            Err(Undrawn::Impossible(why, hint)) => {
                complain(&format!(
                    "error: {why}\n{}",
                    hint.map(|hint| format!("  = {hint}\n")).unwrap_or_default()
                ))?;
                return Ok(WRONG_USE);
            }
        };
        drawn
            .warnings
            .iter()
            .try_for_each(|doubt| complain(&format!("warning: {}\n", doubt.message)))?;
        if !self.to_stream() && !data {
            writeln!(io::stdout())?;
        }
        for file in &drawn.value {
            if self.to_stream() {
                io::stdout().write_all(&file.bytes)?;
                continue;
            }
            let path = self.path(file);
            if let Err(message) =
                files::make_room(&path).and_then(|()| files::write(&path, &file.bytes))
            {
                complain(&message)?;
                return Ok(NO_FILE);
            }
            let told =
                format!("wrote {} ({} KB)\n", path.display(), file.bytes.len().div_ceil(1000));
            if data { complain(&told)? } else { io::stdout().write_all(told.as_bytes())? }
        }
        Ok(0)
    }

    fn path(&self, file: &TrendFile) -> PathBuf {
        let dark = self.order.grounds.len() > 1 && file.ground == Ground::Dark;
        self.target.file("trend", file.format, dark)
    }
}
