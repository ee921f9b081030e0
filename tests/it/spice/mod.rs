mod choose;
mod examples;
mod fill;
mod place;
mod quips;
mod tone;
mod writer;
