//! `postmirth actions FOLDER...`

use super::cli::{ActionsArgs, ActionsFormat};
use super::stats::{Read, aside, nothing, read};
use super::terminal::columns;
use super::{FOUND, complain, files, inputs, tell};
use postmirth::stats::{
    FollowUp, FollowUpFilter, by_due_day, follow_ups, follow_ups_csv, follow_ups_json,
    follow_ups_markdown, follow_ups_table,
};
use std::io;

pub(crate) fn actions(args: &ActionsArgs) -> io::Result<u8> {
    let inputs = match inputs::found(&args.paths) {
        Ok(inputs) => inputs,
        Err((status, message)) => return complain(&message).map(|()| status),
    };
    complain(&inputs.complaints)?;
    let work = |file: &str, bytes: &[u8]| follow_ups(file, bytes, args.today);
    let Read { reports, left_out, status } = read(&inputs, files::cores(), work)?;
    if reports.is_empty() {
        let (status, message) = nothing(&args.paths, &left_out, status);
        return complain(&message).map(|()| status);
    }
    let filter =
        FollowUpFilter { open: args.open, overdue: args.overdue, owner: args.owner.clone() };
    let all = reports.into_iter().flat_map(|report| report.items);
    let mut items: Vec<FollowUp> = all.filter(|item| filter.takes(item)).collect();
    let format = args.written();
    // A list by report keeps the reports' order.
    if format != ActionsFormat::Markdown {
        by_due_day(&mut items);
    }
    let text = match format {
        ActionsFormat::Human => follow_ups_table(&items, args.today, &left_out, columns()),
        ActionsFormat::Json => {
            let json = follow_ups_json(&items, args.today, &left_out);
            serde_json::to_string_pretty(&json).map_err(io::Error::other)? + "\n"
        }
        ActionsFormat::Csv => follow_ups_csv(&items),
        ActionsFormat::Markdown => follow_ups_markdown(&items),
    };
    tell(text.as_bytes())?;
    if matches!(format, ActionsFormat::Csv | ActionsFormat::Markdown) {
        complain(&aside(&left_out))?;
    }
    match args.overdue && !items.is_empty() {
        true => Ok(status.max(FOUND)),
        false => Ok(status),
    }
}
