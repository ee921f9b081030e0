//! `postmirth facts REPORT...`

use super::cli::FactsArgs;
use super::{NO_FILE, NOT_A_POSTMORTEM, complain, files, terminal};
use postmirth::diagnostic::{Diagnostic, Warned};
use postmirth::facts::{self, BecauseFact, ToneFact};
use postmirth::incident::{Incident, Nature};
use postmirth::publish;
use postmirth::source::Source;
use postmirth::spice::tone::guard;
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
        let (source, decoding) = (decoded.value, decoded.warnings);
        let read = postmirth::read::read(&source);
        if read.value.nature != Nature::Postmortem {
            status = status.max(NOT_A_POSTMORTEM);
            for doubt in &read.warnings {
                complain(&doubt.frame(&source).to_string())?;
            }
        }
        if args.json {
            json(&source, &read, &decoding, args.reports.len() > 1)?;
        } else if read.value.nature == Nature::Postmortem {
            if index > 0 {
                writeln!(io::stdout())?;
            }
            match args.alt {
                true => io::stdout().write_all(publish::words(&read.value).as_bytes())?,
                false => {
                    let table = facts::table(&source, &read, &decoding, terminal::look(args.color));
                    io::stdout().write_all(table.as_bytes())?;
                }
            }
        }
    }
    Ok(status)
}

fn json(
    source: &Source,
    read: &Warned<Incident>,
    decoding: &[Diagnostic],
    line: bool,
) -> io::Result<()> {
    let facts = facts::facts(source, read, decoding).toned(tone(source, &read.value));
    let text = if line {
        serde_json::to_string(&facts)
    } else {
        serde_json::to_string_pretty(&facts)
    };
    writeln!(io::stdout(), "{}", text.map_err(io::Error::other)?)
}

/// How much humour the report bears.
fn tone(source: &Source, incident: &Incident) -> ToneFact {
    let verdict = guard(source, incident);
    let because = verdict.because.into_iter().map(|because| BecauseFact {
        line: source.line_of(because.span.start),
        text: because.text,
        rule: because.rule,
    });
    ToneFact {
        allowed: verdict.allowed.name(),
        because: because.collect(),
    }
}
