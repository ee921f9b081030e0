//! One who takes part in the race: a command, the file or folder that it has to fill, and its
//! times.
//!
//! The peak of memory is what `wait4` tells of the ended process. Linux counts into it the moment
//! before the process became another program, when it still was a copy of this harness: nobody can
//! appear to be smaller than the harness is. That is why the harness keeps nothing large in memory,
//! and why the line of the empty program has to be read along with the others.

use rustix::process::{Resource, Rlimit, Signal, getrlimit, setrlimit};
use std::ffi::OsString;
use std::fs;
use std::io;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use wait4::Wait4;

/// Whoever computes for so many seconds has exploded.
const SECONDS: u64 = 20;
/// And so has whoever wants so much memory.
const BYTES: u64 = 4 << 30;

/// Binds this process and, as limits are inherited, all contestants. No thread has to watch a
/// clock, no process has to be killed, and nothing is added to what is timed.
pub(crate) fn bind() -> io::Result<()> {
    for (resource, most) in [(Resource::Cpu, SECONDS), (Resource::As, BYTES)] {
        setrlimit(resource, Rlimit { current: Some(most), ..getrlimit(resource) })?;
    }
    Ok(())
}

/// What one run took.
#[derive(Clone, Copy)]
pub(crate) struct Run {
    pub(crate) time: Duration,
    pub(crate) memory: u64,
}

pub(crate) struct Contestant {
    pub(crate) name: String,
    program: PathBuf,
    args: Vec<OsString>,
    /// The file or folder in which something must be found after a run.
    output: Option<PathBuf>,
    /// How many bytes were found there.
    pub(crate) written: u64,
    pub(crate) runs: Vec<Run>,
    /// Why there will be no more runs, and why those so far do not count.
    pub(crate) failure: Option<String>,
}

impl Contestant {
    pub(crate) fn new(name: impl Into<String>, program: impl Into<PathBuf>) -> Self {
        let (name, program) = (name.into(), program.into());
        Self {
            name,
            program,
            args: Vec::new(),
            output: None,
            written: 0,
            runs: Vec::new(),
            failure: None,
        }
    }

    pub(crate) fn arg(mut self, arg: impl Into<OsString>) -> Self {
        self.args.push(arg.into());
        self
    }

    /// Adds the output as the next argument.
    pub(crate) fn output(mut self, path: &Path) -> Self {
        self.output = Some(path.to_path_buf());
        self.arg(path)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.args).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// Runs once without a clock: fills the caches, hears what the program has to say, looks at its
    /// output.
    pub(crate) fn rehearse(&mut self) {
        self.failure = self.rehearsal().err();
    }

    fn rehearsal(&mut self) -> Result<(), String> {
        let said = self
            .command()
            .stderr(Stdio::piped())
            .output()
            .map_err(|error| self.no_start(&error))?;
        if !said.status.success() {
            let message = String::from_utf8_lossy(&said.stderr);
            return Err(match message.lines().next() {
                Some(line) => format!("{}: {line}", fate(said.status)),
                None => fate(said.status),
            });
        }
        if let Some(output) = &self.output {
            self.written = size(output).map_err(|error| {
                format!(
                    "left no {}: \
                {error}",
                    output.display()
                )
            })?;
            if self.written == 0 {
                return Err(format!("left nothing in {}", output.display()));
            }
        }
        Ok(())
    }

    /// Runs once against the clock; who has failed before stays out.
    pub(crate) fn run(&mut self) {
        if self.failure.is_some() {
            return;
        }
        match timed(&mut self.command()) {
            Ok((status, run)) if status.success() => self.runs.push(run),
            Ok((status, _)) => self.failure = Some(fate(status)),
            Err(error) => self.failure = Some(self.no_start(&error)),
        }
    }

    fn no_start(&self, error: &io::Error) -> String {
        format!("cannot run {}: {error}", self.program.display())
    }
}

fn timed(command: &mut Command) -> io::Result<(ExitStatus, Run)> {
    let start = Instant::now();
    let ended = command.spawn()?.wait4()?;
    Ok((ended.status, Run { time: start.elapsed(), memory: ended.rusage.maxrss }))
}

fn fate(status: ExitStatus) -> String {
    match status.signal() {
        Some(signal) if signal == Signal::XCPU.as_raw() => format!(
            "stopped after {SECONDS} s of \
            computing"
        ),
        _ => status.to_string(),
    }
}

/// The bytes of a file, or of the files in a folder.
fn size(path: &Path) -> io::Result<u64> {
    if path.is_file() {
        return Ok(fs::metadata(path)?.len());
    }
    fs::read_dir(path)?.map(|entry| Ok(entry?.metadata()?.len())).sum()
}
