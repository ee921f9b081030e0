mod check;
mod draw;
mod shipped;
mod spice;
mod streams;
mod writer;
