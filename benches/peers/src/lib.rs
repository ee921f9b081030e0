//! What the peers have in common: each is called as `PEER IN OUT`.

use std::path::PathBuf;

/// The bytes of the file to read and the path of the file to write, from the command line.
pub fn input() -> Result<(Vec<u8>, PathBuf), String> {
    let mut args = std::env::args_os().skip(1).map(PathBuf::from);
    let (input, output) = args.next().zip(args.next()).ok_or(
        "expected the file to read and the \
        file to write",
    )?;
    let bytes = std::fs::read(&input).map_err(|error| {
        format!(
            "cannot read {}: \
        {error}",
            input.display()
        )
    })?;
    Ok((bytes, output))
}
