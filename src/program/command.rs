//! Runs a command of the user's with a limit on its time and on what it may answer.

use std::io::{Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// The limits of a command.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    pub(super) time: Duration,
    /// The most bytes that are taken from it.
    pub(super) bytes: usize,
}

/// Who is waited for looks up this often.
const GLANCE: Duration = Duration::from_millis(20);
/// The time for which a command that has ended may leave something that still holds its output.
const GRACE: Duration = Duration::from_millis(500);

/// Gives a command an input and returns its output; or says, in the words after "the writer", why
/// there is none. What it says on its stream for messages goes to ours.
pub(super) fn answer(command: &str, input: Vec<u8>, bounds: Bounds) -> Result<Vec<u8>, String> {
    let deadline = Instant::now() + bounds.time;
    let mut child = shell(command)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("could not be started: {error}"))?;
    if let Some(mut stream) = child.stdin.take() {
        // Who does not care to read it need not.
        std::thread::spawn(move || stream.write_all(&input));
    }
    let chunks = chunks(&mut child);
    let done = collected(&mut child, &chunks, deadline, bounds)
        .and_then(|bytes| ended(&mut child, deadline, bounds).map(|status| (bytes, status)));
    if done.is_err() {
        stop(&mut child);
    }
    match done? {
        (bytes, status) if status.success() => Ok(bytes),
        (_, status) => Err(format!("ended with {status}")),
    }
}

/// The platform's shell, which takes quotes and pipes as its user knows them.
fn shell(command: &str) -> Command {
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        let mut shell = Command::new("cmd");
        shell.raw_arg(format!("/S /C \"{command}\""));
        shell
    }
    #[cfg(not(windows))]
    {
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(command);
        // A group of its own, so that all it starts can be stopped.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut shell, 0);
        shell
    }
}

/// The output of the command, as it arrives; closed at its end.
fn chunks(child: &mut Child) -> Receiver<Vec<u8>> {
    let (send, receive) = channel();
    if let Some(mut stream) = child.stdout.take() {
        std::thread::spawn(move || {
            let mut chunk = vec![0; 1 << 16];
            while let Ok(length) = stream.read(&mut chunk) {
                if length == 0 || send.send(chunk[..length].to_vec()).is_err() {
                    break;
                }
            }
        });
    }
    receive
}

fn collected(
    child: &mut Child,
    chunks: &Receiver<Vec<u8>>,
    deadline: Instant,
    bounds: Bounds,
) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let mut gone: Option<Instant> = None;
    loop {
        match chunks.recv_timeout(GLANCE) {
            Ok(chunk) => out.extend(chunk),
            Err(RecvTimeoutError::Disconnected) => return Ok(out),
            Err(RecvTimeoutError::Timeout) => {
                if gone.is_none() && matches!(child.try_wait(), Ok(Some(_))) {
                    gone = Some(Instant::now());
                }
            }
        }
        if out.len() > bounds.bytes {
            return Err(format!("said more than {} bytes", bounds.bytes));
        }
        if gone.is_some_and(|gone| gone.elapsed() > GRACE) {
            stop(child);
            return Ok(out);
        }
        if Instant::now() > deadline {
            return Err(late(bounds));
        }
    }
}

fn ended(child: &mut Child, deadline: Instant, bounds: Bounds) -> Result<ExitStatus, String> {
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status),
            Ok(None) if Instant::now() > deadline => return Err(late(bounds)),
            Ok(None) => std::thread::sleep(GLANCE),
            Err(error) => return Err(format!("cannot be waited for: {error}")),
        }
    }
}

fn late(bounds: Bounds) -> String {
    format!("took longer than {} seconds", bounds.time.as_secs())
}

/// Stops a command with all that it has started.
fn stop(child: &mut Child) {
    #[cfg(unix)]
    {
        use rustix::process::{Pid, Signal, kill_process_group};
        let _ = kill_process_group(Pid::from_child(child), Signal::KILL);
    }
    #[cfg(windows)]
    {
        let id = child.id().to_string();
        let _ = Command::new("taskkill")
            .args(["/T", "/F", "/PID", &id])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
    }
    let _ = child.kill();
    let _ = child.wait();
}
