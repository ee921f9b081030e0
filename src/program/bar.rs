//! A bar that tells how far a long work has come: on a terminal, on the stream for messages.

use std::io::{self, IsTerminal, Write};

/// The bar, or nothing where nobody would see it move.
pub(super) struct Bar {
    shown: bool,
    all: usize,
    ready: usize,
}

impl Bar {
    /// A bar for so many things.
    pub(super) fn new(all: usize) -> Bar {
        Bar { shown: all > 1 && io::stderr().is_terminal(), all, ready: 0 }
    }

    /// One more is ready.
    pub(super) fn step(&mut self) -> io::Result<()> {
        const WIDE: usize = 30;
        self.ready += 1;
        let full = self.ready * WIDE / self.all;
        match self.shown {
            true => write!(
                io::stderr(),
                "\r[{}{}] {}/{}",
                "#".repeat(full),
                " ".repeat(WIDE - full),
                self.ready,
                self.all
            ),
            false => Ok(()),
        }
    }

    /// Makes room for a message, or for what comes after the work.
    pub(super) fn clear(&self) -> io::Result<()> {
        if self.shown { write!(io::stderr(), "\r\x1b[K") } else { Ok(()) }
    }
}
