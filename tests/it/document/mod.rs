mod encoding;
mod once;
mod sections;
