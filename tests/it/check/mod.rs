mod annotations;
mod fix;
mod report;
mod rules;
mod settings;
