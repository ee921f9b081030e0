//! `postmirth check REPORT...`

use super::cli::{CheckArgs, CheckFormat};
use super::config::Config;
use super::inputs::{self, Input};
use super::{FOUND, NO_FILE, NOT_A_POSTMORTEM, Refused, complain, files, tell, terminal, wrong};
use postmirth::check::report::{CheckedReport, github, human, json, sarif, sum, unshown};
use postmirth::check::{CheckSettings, Choice, check as look_into, fix, names};
use postmirth::diagnostic::Warned;
use postmirth::incident::Nature;
use postmirth::read::Report;
use postmirth::source::Source;
use postmirth::words::counted;
use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};

/// The settings that the arguments ask for, and those that the files beside the reports were found
/// to hold.
struct Desk {
    asked: CheckSettings,
    read: HashMap<PathBuf, Result<CheckSettings, u8>>,
}

pub(crate) fn check(args: &CheckArgs) -> io::Result<u8> {
    let ready = asked(args).and_then(|asked| Ok((asked, inputs::found(&args.reports)?)));
    let (mut desk, inputs) = match ready {
        Ok((asked, inputs)) => {
            let read = HashMap::new();
            (Desk { asked, read }, inputs)
        }
        Err((status, message)) => {
            complain(&message)?;
            return Ok(status);
        }
    };
    complain(&inputs.complaints)?;
    let mut status = inputs.status;
    let mut reports: Vec<CheckedReport> = Vec::new();
    for input in &inputs.reports {
        let Input { path, walked } = input;
        if let Err((failed, message)) = if args.fix { mend(input, args.dry_run)? } else { Ok(()) } {
            status = status.max(failed);
            complain(&message)?;
            continue;
        }
        if args.dry_run {
            continue;
        }
        match desk.one(path) {
            // A folder holds other texts beside its reports.
            Ok((_, nature, _)) if *walked && nature != Nature::Postmortem => {
                complain(&inputs::left_out(path, nature))?;
            }
            Ok((report, _, found)) => {
                status = status.max(found);
                if args.told() == CheckFormat::Human {
                    shown(&report, reports.is_empty(), args)?;
                }
                reports.push(report);
            }
            Err((failed, message)) => {
                status = status.max(failed);
                complain(&message)?;
            }
        }
    }
    if args.dry_run {
        return Ok(status);
    }
    if reports.is_empty() && status == 0 {
        let (status, message) = inputs.nothing(&args.reports);
        return complain(&message).map(|()| status);
    }
    finish(&reports, args)?;
    Ok(status)
}

/// Mends a report where it lies, or shows what would be mended.
fn mend(Input { path, walked }: &Input, dry_run: bool) -> io::Result<Result<(), Refused>> {
    let bytes = match files::bytes(path) {
        Ok(bytes) => bytes,
        Err(error) => return Ok(Err((NO_FILE, files::unreadable(path, &error)))),
    };
    let name = files::seen(path).display().to_string();
    let text = |bytes: &[u8]| Source::from_bytes(name.as_str(), bytes).value;
    let mended = match fix::fixed(&bytes) {
        Ok(mended) => mended,
        Err(broken) => {
            let source = text(&bytes);
            return Ok(Err((NO_FILE, broken.doubt(&source).frame(&source).to_string())));
        }
    };
    if mended == bytes {
        // Who asked for a diff of this very report would wonder at silence.
        if dry_run && !walked {
            complain(&format!("nothing to mend in {name}\n"))?;
        }
        return Ok(Ok(()));
    }
    let (before, after) = (text(&bytes), text(&mended));
    if dry_run {
        tell(fix::diff(&name, before.text(), after.text()).as_bytes())?;
        return Ok(Ok(()));
    }
    let lines = fix::changed_lines(before.text(), after.text());
    Ok(match files::write(path, &mended) {
        Ok(()) => {
            let lines = counted(lines, "line");
            complain(&format!("mended {lines} of {name}\n"))?;
            Ok(())
        }
        Err(message) => Err((NO_FILE, message)),
    })
}

/// The settings that the arguments choose.
fn asked(args: &CheckArgs) -> Result<CheckSettings, Refused> {
    if args.fix && args.reports.iter().any(|path| path.as_os_str() == "-") {
        return Err(wrong(
            "expected the files of reports, which are to be mended, found - for standard input"
                .into(),
        ));
    }
    if let Some(word) = args.allow.iter().chain(&args.deny).find(|word| !Choice::knows(word)) {
        return Err(wrong(format!("{}\n  = `postmirth explain` lists them", names::unknown(word))));
    }
    Ok(CheckSettings {
        profile: args.profile,
        allow: args.allow.iter().cloned().collect(),
        deny: args.deny.iter().cloned().collect(),
        fail_on: args.fail_on,
    })
}

impl Desk {
    /// Checks one report; gives the kind of text it is and the exit status that it asks for, too.
    fn one(&mut self, path: &Path) -> Result<(CheckedReport, Nature, u8), Refused> {
        let decoded =
            files::load(path).map_err(|error| (NO_FILE, files::unreadable(path, &error)))?;
        let settings = self.settings(path)?;
        let Warned { value: source, warnings: decoding } = decoded;
        let report = Report::of(&source);
        let nature = report.incident.nature;
        let checked = look_into(&report, &decoding, &settings.choice());
        let status = match &checked.card {
            None => NOT_A_POSTMORTEM,
            Some(_)
                if checked
                    .findings
                    .iter()
                    .any(|finding| finding.severity >= settings.fails_on()) =>
            {
                FOUND
            }
            Some(_) => 0,
        };
        let path = (path.as_os_str() != "-").then(|| files::seen(path));
        let report = CheckedReport { source, path, checked };
        Ok((report, nature, status))
    }

    /// The settings of the nearest file, and the arguments above them.
    fn settings(&mut self, path: &Path) -> Result<CheckSettings, Refused> {
        let Some(file) = Config::file_near(path) else {
            return Ok(self.asked.clone());
        };
        let known = match self.read.get(&file) {
            // A file that is wrong is shown once, however many reports it is for.
            Some(Err(status)) => return Err((*status, String::new())),
            Some(Ok(settings)) => settings,
            None => {
                let read = Config::read(file.clone()).map(|config| config.check);
                let kept = read.clone().map_err(|(status, _)| status);
                self.read.insert(file, kept);
                &read?
            }
        };
        Ok(known.clone().under(&self.asked))
    }
}

/// Shows one report to a person.
fn shown(report: &CheckedReport, first: bool, args: &CheckArgs) -> io::Result<()> {
    let between = if first { "" } else { "\n" };
    let told = human(report, terminal::look(args.color));
    tell(format!("{between}{told}").as_bytes())
}

/// The message about all reports together.
fn finish(reports: &[CheckedReport], args: &CheckArgs) -> io::Result<()> {
    let told = match args.told() {
        CheckFormat::Human if reports.len() > 1 => format!("\n{}", sum(reports)),
        CheckFormat::Human => String::new(),
        CheckFormat::Json => json(reports).map_err(io::Error::other)?,
        CheckFormat::Github => github(reports),
        CheckFormat::Sarif => sarif(reports),
    };
    tell(told.as_bytes())?;
    match unshown(reports).filter(|_| args.told() == CheckFormat::Github) {
        Some(note) => complain(&note),
        None => Ok(()),
    }
}
