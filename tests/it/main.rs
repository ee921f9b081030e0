//! All tests in one program, which links once: its rooms mirror those of `src`.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod check;
mod docs;
mod document;
mod draw;
mod facts;
mod gallery;
mod house;
mod messages;
mod new;
mod notices;
mod page;
mod pasted;
mod program;
mod publish;
mod read;
mod spice;
mod stats;
mod stats_folders;
mod support;
mod time;
mod words;
