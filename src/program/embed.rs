//! `postmirth embed REPORT...`

use super::cli::EmbedArgs;
use super::{FOUND, NO_FILE, Refused, complain, draw, files, order, style, wrong};
use postmirth::diagnostic::Warned;
use postmirth::draw::style::Ground;
use postmirth::publish::embed::{Embedded, Plain, embed as put_in, places, strip};
use postmirth::publish::{inserts, shown};
use postmirth::read::Report;
use postmirth::render::{Picture, Pictures, RenderOptions, pictures};
use postmirth::source::Source;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

pub(crate) fn embed(args: &EmbedArgs) -> io::Result<u8> {
    let order = match prepared(args) {
        Ok(order) => order,
        Err((status, message)) => {
            complain(&message)?;
            return Ok(status);
        }
    };
    let mut status = 0;
    for path in &args.reports {
        let done = one(path, args, &order);
        complain(&done.errors)?;
        io::stdout().write_all(done.told.as_bytes())?;
        status = status.max(done.status);
    }
    if status == FOUND {
        complain("  = `postmirth embed` with the same options puts it right\n")?;
    }
    Ok(status)
}

fn prepared(args: &EmbedArgs) -> Result<RenderOptions, Refused> {
    if args.reports.iter().any(|path| path.as_os_str() == "-") {
        return Err(wrong(
            "expected the files of reports, which are to be changed, found - for standard input"
                .into(),
        ));
    }
    if Path::new(&args.images).is_absolute() {
        let hint = "the report names its pictures by paths that hold wherever it lies";
        return Err(wrong(format!(
            "expected a folder seen from the report, found {}\n  = {hint}",
            args.images
        )));
    }
    Ok(RenderOptions {
        cores: files::cores(),
        ..order::of_embed(args, style(&args.look.style)?)
    })
}

/// What came of one report.
#[derive(Default)]
struct Done {
    status: u8,
    errors: String,
    told: String,
}

impl Done {
    fn failed((status, errors): Refused) -> Done {
        Done {
            status,
            errors,
            told: String::new(),
        }
    }
}

/// A file as it ought to be.
struct Wanted {
    path: PathBuf,
    bytes: Vec<u8>,
}

fn one(path: &Path, args: &EmbedArgs, order: &RenderOptions) -> Done {
    let bytes = match files::bytes(path) {
        Ok(bytes) => bytes,
        Err(error) => return Done::failed((NO_FILE, files::unreadable(path, &error))),
    };
    let plain = match strip(&bytes) {
        Ok(plain) => plain,
        Err(broken) => {
            let source = Source::from_bytes(path.display().to_string(), &bytes).value;
            return Done::failed((NO_FILE, broken.doubt(&source).frame(&source).to_string()));
        }
    };
    if args.remove {
        return written(path, &[], &bytes, plain.bytes);
    }
    let Warned {
        value: source,
        warnings: decoding,
    } = Source::from_bytes(path.display().to_string(), &plain.bytes);
    let report = Report::of(&source);
    let made = match pictures(&report, &decoding, order) {
        Ok(made) => made,
        Err(undrawn) => return Done::failed(draw::refusal(&undrawn, &source)),
    };
    let wanted = wanted(path, args, order, &made);
    let embedded = embedded(path, args, order, &plain, &report, &made);
    let mut done = match args.check {
        true => checked(path, &wanted, &bytes, &embedded.bytes),
        false => written(path, &wanted, &bytes, embedded.bytes.clone()),
    };
    done.errors = format!(
        "{}{}{}",
        draw::warnings(&made, &source),
        left(path, &source, &embedded),
        done.errors
    );
    done
}

/// What a picture's file is called.
fn file_name(path: &Path, order: &RenderOptions, picture: &Picture) -> String {
    let stem = path
        .file_stem()
        .map(|stem| stem.to_string_lossy())
        .unwrap_or_default();
    let dark = if order.grounds.len() > 1 && picture.ground == Ground::Dark {
        "-dark"
    } else {
        ""
    };
    format!(
        "{stem}-{}{dark}.{}",
        picture.chart.name(),
        picture.format.extension()
    )
}

/// The pictures' files.
fn wanted(path: &Path, args: &EmbedArgs, order: &RenderOptions, made: &Pictures) -> Vec<Wanted> {
    let folder = path.with_file_name(&args.images);
    let file = |picture: &Picture| folder.join(file_name(path, order, picture));
    made.pictures
        .iter()
        .map(|picture| Wanted {
            path: file(picture),
            bytes: picture.bytes.clone(),
        })
        .collect()
}

/// The report with its pictures.
fn embedded(
    path: &Path,
    args: &EmbedArgs,
    order: &RenderOptions,
    plain: &Plain,
    report: &Report,
    made: &Pictures,
) -> Embedded {
    let folder = args.images.replace('\\', "/");
    let folder = folder.trim_end_matches('/');
    let link = |picture: &Picture| match folder {
        "" | "." => file_name(path, order, picture),
        folder => format!("{folder}/{}", file_name(path, order, picture)),
    };
    let shown = shown(made, order.today, link);
    let mut inserts = inserts(&shown, &made.incident, order.today);
    // The line below a picture is not ours to drop.
    for anchor in &plain.anchors {
        let own = inserts
            .iter_mut()
            .filter(|insert| insert.name == anchor.name);
        own.for_each(|insert| insert.caption.clone_from(&anchor.caption));
    }
    put_in(plain, &inserts, &places(report))
}

/// Writes what is not yet as it ought to be: the pictures first, so that the report names none that
/// is not there.
fn written(path: &Path, wanted: &[Wanted], old: &[u8], new: Vec<u8>) -> Done {
    let mut told = Vec::new();
    let report = Wanted {
        path: path.to_path_buf(),
        bytes: new,
    };
    let changed = wanted
        .iter()
        .filter(|file| files::bytes(&file.path).ok().as_ref() != Some(&file.bytes));
    for file in changed.chain((report.bytes != old).then_some(&report)) {
        let folder = file
            .path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .map_or(Ok(()), files::folder);
        if let Err(message) = folder.and_then(|()| files::write(&file.path, &file.bytes)) {
            return Done::failed((NO_FILE, message));
        }
        told.push(format!("wrote {}\n", file.path.display()));
    }
    if told.is_empty() {
        told.push(format!("{} is current\n", path.display()));
    }
    Done {
        told: told.concat(),
        ..Done::default()
    }
}

/// Says what is not as it ought to be.
fn checked(path: &Path, wanted: &[Wanted], old: &[u8], new: &[u8]) -> Done {
    let mut told = Vec::new();
    for file in wanted {
        match files::bytes(&file.path) {
            Ok(bytes) if bytes == file.bytes => {}
            Ok(_) => told.push(format!(
                "{}: expected the picture of {} as it is now, found an older one\n",
                file.path.display(),
                path.display()
            )),
            Err(_) => told.push(format!(
                "{}: expected a picture, found no file\n",
                file.path.display()
            )),
        }
    }
    if old != new {
        told.push(format!(
            "{}: expected its pictures and their words as they are now, found older ones or none\n",
            path.display()
        ));
    }
    match told.is_empty() {
        true => Done {
            told: format!("{} is current\n", path.display()),
            ..Done::default()
        },
        false => Done {
            status: FOUND,
            told: told.concat(),
            errors: String::new(),
        },
    }
}

/// Placeholders that stay, and pictures that found no place.
fn left(path: &Path, source: &Source, embedded: &Embedded) -> String {
    let mut out = String::new();
    for place in &embedded.placeholders {
        let line = source.line_of(place.start.min(source.text().len()));
        out.push_str(&format!(
            "note: {}: line {line} keeps its placeholder: there is no picture left for it\n",
            path.display()
        ));
    }
    for name in &embedded.unplaced {
        let name = name.name();
        let hint = format!("put <!-- postmirth:{name} --><!-- /postmirth --> where it belongs");
        out.push_str(&format!(
            "warning: {}: expected a place for the {name} picture, found none\n  = {hint}\n",
            path.display()
        ));
    }
    out
}
