mod check;
mod draw;
mod spice;
mod streams;
mod writer;
