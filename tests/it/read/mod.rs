mod actions;
mod days;
mod detection;
mod phase;
mod robust;
mod summary;
mod tasks;
mod timeline;
