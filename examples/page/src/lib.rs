//! The library as a module for browsers: a question of the page goes in, its answer comes out.
//!
//! The interface is plain memory, so that building it takes nothing but the compiler: `room` gives
//! the caller a place for a question, `answer` takes it back and gives the answer behind its
//! length, and `done` takes that back.

use std::slice;

/// A place for so many bytes, which [`answer`] takes back.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    Box::into_raw(vec![0u8; length].into_boxed_slice()).cast()
}

/// The answer to a question: its length in four bytes, the lowest first, and then its text.
///
/// # Safety
///
/// `question` must come from [`room`], with the same length, and is gone afterwards.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn answer(question: *mut u8, length: usize) -> *mut u8 {
    // SAFETY: the caller got it from `room`, which made a box of that length.
    let question = unsafe { Box::from_raw(slice::from_raw_parts_mut(question, length)) };
    let told = postmirth::page::answer(&String::from_utf8_lossy(&question));
    let size = u32::try_from(told.len()).unwrap_or(u32::MAX);
    let framed = [&size.to_le_bytes(), told.as_bytes()].concat();
    Box::into_raw(framed.into_boxed_slice()).cast()
}

/// Takes an answer back.
///
/// # Safety
///
/// `told` must come from [`answer`], and `length` must be that of the whole: the text's and four.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn done(told: *mut u8, length: usize) {
    // SAFETY: the caller got it from `answer`, which made a box of that length.
    drop(unsafe { Box::from_raw(slice::from_raw_parts_mut(told, length)) });
}
