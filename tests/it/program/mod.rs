mod check;
mod draw;
mod first_minute;
mod follow_ups;
mod page;
mod settled;
mod spice;
mod streams;
