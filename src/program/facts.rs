//! `postmirth facts REPORT...`

use super::cli::FactsArgs;
use super::{NO_FILE, NOT_A_POSTMORTEM, complain, files, terminal};
use postmirth::diagnostic::Diagnostic;
use postmirth::facts;
use postmirth::incident::Nature;
use postmirth::publish;
use postmirth::read::Report;
use postmirth::spice::tone;
use std::io::{self, Write};

pub(crate) fn facts(args: &FactsArgs) -> io::Result<u8> {
    let mut status = 0;
    for (index, path) in args.reports.iter().enumerate() {
        let decoded = match files::load(path) {
            Ok(decoded) => decoded,
            Err(error) => {
                status = status.max(NO_FILE);
                complain(&files::unreadable(path, &error))?;
                continue;
            }
        };
        let (report, decoding) = (Report::of(&decoded.value), decoded.warnings);
        if report.incident.nature != Nature::Postmortem {
            status = status.max(NOT_A_POSTMORTEM);
            for doubt in &report.diagnostics {
                complain(&doubt.frame(report.source()).to_string())?;
            }
        }
        if args.json {
            json(&report, &decoding, args.reports.len() > 1)?;
        } else if report.incident.nature == Nature::Postmortem {
            if index > 0 {
                writeln!(io::stdout())?;
            }
            match args.alt {
                true => io::stdout().write_all(publish::words(&report.incident).as_bytes())?,
                false => {
                    let table = facts::table(&report, &decoding, terminal::look(args.color));
                    io::stdout().write_all(table.as_bytes())?;
                }
            }
        }
    }
    Ok(status)
}

fn json(report: &Report, decoding: &[Diagnostic], line: bool) -> io::Result<()> {
    let facts = facts::facts(report, decoding).toned(tone::fact(report));
    let text = if line {
        serde_json::to_string(&facts)
    } else {
        serde_json::to_string_pretty(&facts)
    };
    writeln!(io::stdout(), "{}", text.map_err(io::Error::other)?)
}
