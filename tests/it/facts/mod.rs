mod examples;
mod metrics;
mod tone;
