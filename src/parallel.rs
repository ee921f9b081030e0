//! Work spread over cores, its results taken in the order of the items.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

/// Does the work on each item on so many cores, and takes each result as soon as those before it
/// are taken. An error of `take` ends it all.
pub fn in_order<T: Sync, R: Send, E>(
    items: &[T],
    cores: usize,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let cores = cores.min(items.len());
    if cores < 2 {
        return items.iter().try_for_each(|item| take(work(item)));
    }
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let mut waiting: Vec<Option<R>> = items.iter().map(|_| None).collect();
    std::thread::scope(|scope| {
        for _ in 0..cores {
            let (sender, next, work) = (sender.clone(), &next, &work);
            scope.spawn(move || {
                while let Some((at, item)) = Some(next.fetch_add(1, Ordering::Relaxed))
                    .and_then(|at| Some((at, items.get(at)?)))
                    && sender.send((at, work(item))).is_ok()
                {}
            });
        }
        drop(sender);
        let mut taken = 0;
        // When this ends early the receiver goes, and the workers stop at their next result.
        for (at, result) in receiver {
            waiting[at] = Some(result);
            while let Some(result) = waiting.get_mut(taken).and_then(Option::take) {
                take(result)?;
                taken += 1;
            }
        }
        Ok(())
    })
}
