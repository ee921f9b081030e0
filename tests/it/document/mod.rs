mod encoding;
mod extent;
mod once;
mod sections;
