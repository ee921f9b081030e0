//! Changes of the reports, as they happen.

use super::shelf::Shelf;
use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// An editor that saves makes several changes in a row; they are told as one.
const SETTLED: Duration = Duration::from_millis(25);

/// Those who want to hear of changes.
#[derive(Clone, Default)]
pub(super) struct Following(Arc<Mutex<Vec<Sender<()>>>>);

impl Following {
    /// A change that has happened is received here.
    pub(super) fn listen(&self) -> Receiver<()> {
        let (sender, receiver) = mpsc::channel();
        if let Ok(mut listeners) = self.0.lock() {
            listeners.push(sender);
        }
        receiver
    }

    /// Who no longer listens is forgotten.
    fn tell(&self) {
        if let Ok(mut listeners) = self.0.lock() {
            listeners.retain(|listener| listener.send(()).is_ok());
        }
    }

    /// Looks at the reports for as long as the watcher lives. It is the folder that is watched: a
    /// file that is removed and written again is another file.
    pub(super) fn watch(&self, shelf: &Shelf) -> Result<RecommendedWatcher, String> {
        let (sender, receiver) = mpsc::channel();
        let only = shelf.only.clone();
        let seen = move |event: notify::Result<Event>| {
            if event.is_ok_and(|event| counts(&event, only.as_ref())) {
                let _ = sender.send(());
            }
        };
        let mode = match shelf.only {
            Some(_) => RecursiveMode::NonRecursive,
            None => RecursiveMode::Recursive,
        };
        let watcher = notify::recommended_watcher(seen).and_then(|mut watcher| {
            watcher.watch(&shelf.folder, mode)?;
            Ok(watcher)
        });
        let following = self.clone();
        std::thread::spawn(move || following.pass_on(&receiver));
        watcher.map_err(|why| {
            format!("note: changes are not seen: {why}\n  = reload the page to see them\n")
        })
    }

    fn pass_on(&self, changes: &Receiver<()>) {
        while changes.recv().is_ok() {
            // Whoever writes on and on is heard, too.
            for _ in 0..4 {
                match changes.recv_timeout(SETTLED) {
                    Ok(()) => while changes.try_recv().is_ok() {},
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            self.tell();
        }
    }
}

/// True if something was written: our own reading is no change.
fn counts(event: &Event, only: Option<&PathBuf>) -> bool {
    let written = match event.kind {
        EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
        _ => true,
    };
    written && only.is_none_or(|only| event.paths.iter().any(|path| path == only))
}
