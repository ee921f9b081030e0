mod choose;
mod examples;
mod moments;
mod nouns;
mod place;
mod quips;
mod tone;
mod topics;
