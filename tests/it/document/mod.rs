mod encoding;
mod sections;
