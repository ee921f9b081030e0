//! `postmirth facts REPORT...`

use super::cli::{FactsArgs, FactsFormat};
use super::inputs::{self, Input};
use super::{NO_FILE, NOT_A_POSTMORTEM, complain, files, terminal};
use postmirth::diagnostic::Diagnostic;
use postmirth::facts;
use postmirth::incident::Nature;
use postmirth::publish;
use postmirth::read::Report;
use postmirth::spice::tone;
use std::io::{self, Write};

pub(crate) fn facts(args: &FactsArgs) -> io::Result<u8> {
    let inputs = match inputs::found(&args.reports) {
        Ok(inputs) => inputs,
        Err((status, message)) => return complain(&message).map(|()| status),
    };
    complain(&inputs.complaints)?;
    let as_json = args.json || args.format == FactsFormat::Json;
    let (mut status, mut shown) = (inputs.status, 0);
    for Input { path, walked } in &inputs.reports {
        let decoded = match files::load(path) {
            Ok(decoded) => decoded,
            Err(error) => {
                status = status.max(NO_FILE);
                complain(&files::unreadable(path, &error))?;
                continue;
            }
        };
        let (report, decoding) = (Report::of(&decoded.value), decoded.warnings);
        if *walked && report.incident.nature != Nature::Postmortem {
            complain(&inputs::left_out(path, report.incident.nature))?;
            continue;
        }
        shown += 1;
        if report.incident.nature != Nature::Postmortem {
            status = status.max(NOT_A_POSTMORTEM);
            for doubt in &report.diagnostics {
                complain(&doubt.frame(report.source()).to_string())?;
            }
        }
        if as_json {
            json(&report, &decoding, inputs.reports.len() > 1)?;
        } else if report.incident.nature == Nature::Postmortem {
            if shown > 1 {
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
    if shown == 0 && status == 0 {
        let (status, message) = inputs.nothing(&args.reports);
        return complain(&message).map(|()| status);
    }
    Ok(status)
}

fn json(report: &Report, decoding: &[Diagnostic], line: bool) -> io::Result<()> {
    let facts = facts::facts(report, decoding).toned(tone::fact(report));
    let text =
        if line { serde_json::to_string(&facts) } else { serde_json::to_string_pretty(&facts) };
    writeln!(io::stdout(), "{}", text.map_err(io::Error::other)?)
}
