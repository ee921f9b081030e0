//! `postmirth preview REPORT|FOLDER`: the page, served to this machine alone while the report is
//! edited. Nothing is written.

mod follow;
mod serve;
mod shelf;

use super::cli::PreviewArgs;
use super::{NO_FILE, WRONG_USE, complain, files};
use follow::Following;
use serve::Site;
use shelf::Shelf;
use std::io::{self, Write};
use std::process::{Command, Stdio};
use std::sync::Arc;

/// The port that is tried where none is asked for, so that a browser knows the page again.
const PORT: u16 = 8017;

pub(crate) fn preview(args: &PreviewArgs) -> io::Result<u8> {
    let path = &args.path;
    let shelf = match Shelf::of(path) {
        Ok(shelf) => shelf,
        Err(error) => {
            complain(&files::unreadable(path, &error))?;
            return Ok(NO_FILE);
        }
    };
    let server = match serve::bound(args.port, PORT) {
        Ok(server) => server,
        Err(message) => {
            complain(&message)?;
            return Ok(WRONG_USE);
        }
    };
    let following = Following::default();
    let watcher = following.watch(&shelf);
    if let Err(message) = &watcher {
        complain(message)?;
    }
    let site = Arc::new(Site::new(shelf, following, &server));
    let address = site.address();
    let mut out = io::stdout();
    writeln!(out, "{address} shows {}; Ctrl-C ends it", path.display())?;
    out.flush()?;
    if args.open {
        open(&address)?;
    }
    serve::serve(&server, &site);
    Ok(0)
}

/// Has the desktop open an address.
fn open(address: &str) -> io::Result<()> {
    let (program, args): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let started = Command::new(program)
        .args(args)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    match started {
        Ok(_) => Ok(()),
        Err(error) => complain(&format!("note: {program} cannot be started: {error}\n")),
    }
}
