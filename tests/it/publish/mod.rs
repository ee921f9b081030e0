mod embed;
mod medium;
mod snippets;
