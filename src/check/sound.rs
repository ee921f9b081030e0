//! The parts of a complete report, used by the rules as an example.

use super::Excerpt;

/// The summary.
pub(crate) const SUMMARY: Excerpt = Excerpt::new(
    "\
From 09:30 to 11:00 UTC on 4 March 2025 (1 hour 30 minutes) the tracking page of the parcel \
service was down. Visitors saw an error page instead of the place of their parcel, and 40 % of \
all requests failed. The root cause was a search index that had run out of disk space after the \
nightly cleanup job had been switched off.",
);

/// The timeline.
pub(crate) const TIMELINE: Excerpt = Excerpt::new(
    "\
- 09:30 UTC - The tracking page began to answer with error 500.
- 09:34 UTC - The issue was detected by a monitoring alert for the error rate of the tracking page.
- 09:40 UTC - The on-call engineer restarted the web servers, but the errors stayed.
- 09:52 UTC - We assumed that the network between the web servers and the search cluster was slow \
and looked at its graphs.
- 10:05 UTC - The network was ruled out: every graph was flat. It had been a false lead.
- 10:15 UTC - The incident was escalated to the search team.
- 10:35 UTC - The search team found that the disk of the second index node was full.
- 10:50 UTC - Old log files were deleted and the index node was started again.
- 11:00 UTC - All requests were answered again and the incident was resolved.",
);

/// The root cause and its resolution.
pub(crate) const CAUSE: Excerpt = Excerpt::new(
    "\
The search index writes a log file for each hour. A cleanup job deletes these files every night. \
Three weeks before the incident the job was switched off for a migration and nobody switched it \
on again, because the checklist of the migration ended with the copy of the data. The log files \
grew until the disk of the second index node was full. From that moment the node refused to \
write, and the tracking page waited for an answer that never came.

The search team deleted the log files that were older than two days, which freed 180 GB, and \
started the index node again. The cleanup job was switched on and run once by hand, so that the \
disk will not fill up again. Then the index caught up with the changes that it had missed, and \
the tracking page was checked in three browsers before the incident was closed.",
);

/// The action items.
pub(crate) const MEASURES: Excerpt = Excerpt::new(
    "\
What can be improved in general: free disk space must be watched on every node, and a migration \
must end with everything that it switched off switched on again.

Tasks:

- Add an alert for index nodes with less than 20 % of free disk space.
- Extend the checklist of migrations by a step that lists every job that was switched off.
- Limit the log files of the index to 10 GB in its configuration.
- Let the tracking page answer after two seconds with a plain message when the index does not.
- Write a page for the runbook that tells how to free the disk of an index node.",
);

/// The tasks again, each with an owner and a due date.
pub(crate) const OWNED: Excerpt = Excerpt::new(
    "\
- Add an alert for index nodes with less than 20 % of free disk space (Owner: search team, due \
2025-04-01)
- Extend the checklist of migrations by a step that lists every job that was switched off \
(Owner: search team, due 2025-04-01)
- Limit the log files of the index to 10 GB in its configuration (Owner: search team, due \
2025-04-01)
- Let the tracking page answer after two seconds with a plain message when the index does not \
(Owner: search team, due 2025-04-01)
- Write a page for the runbook that tells how to free the disk of an index node (Owner: search \
team, due 2025-04-01)",
);
