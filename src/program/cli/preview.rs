//! The arguments of `preview`.

use std::path::PathBuf;

/// The arguments of `preview`.
#[derive(Debug, clap::Args)]
pub(crate) struct PreviewArgs {
    /// The report, or a folder of reports
    #[arg(value_name = "REPORT|FOLDER")]
    pub(crate) path: PathBuf,
    /// The port of the page [default: 8017, or any that is free]
    #[arg(long, value_name = "NUMBER")]
    pub(crate) port: Option<u16>,
    /// Open the page in the browser
    #[arg(long)]
    pub(crate) open: bool,
}
