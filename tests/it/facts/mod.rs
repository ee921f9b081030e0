mod examples;
mod tone;
