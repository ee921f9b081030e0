mod encoding;
mod extent;
mod sections;
