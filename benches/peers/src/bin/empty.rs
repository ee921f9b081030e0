//! Does nothing: what it takes to start a process and to end it, which nobody can undercut.

fn main() {}
