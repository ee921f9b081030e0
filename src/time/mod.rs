//! Times, days, zones and durations in all the ways people write them.

pub(crate) mod clock;
pub(crate) mod date;
pub mod format;
pub(crate) mod leading;
pub(crate) mod length;
pub(crate) mod local;
pub(crate) mod relative;
pub(crate) mod scan;
pub(crate) mod spelling;
pub(crate) mod zone;
mod zone_names;

pub(crate) use format::spoken;
pub(crate) use leading::leading as leading_time;
pub(crate) use length::told as length_told;
