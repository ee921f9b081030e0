//! Applies only those changes to a report that are sound.

/// The budget of bytes to parse for proofs: a few seconds at most.
#[derive(Debug)]
pub(crate) struct Effort {
    left: usize,
    /// True if changes were dropped untried.
    pub(crate) exhausted: bool,
}

impl Effort {
    pub(crate) fn new(bytes: usize) -> Effort {
        Effort { left: bytes, exhausted: false }
    }

    /// Spends some of the budget, and returns whether there was any left.
    fn spend(&mut self, bytes: usize) -> bool {
        let any = self.left > 0;
        self.left = self.left.saturating_sub(bytes);
        any
    }
}

/// Changes that are sound together.
pub(crate) struct Batch<'a, C, S> {
    pub(crate) done: Vec<C>,
    effort: &'a mut Effort,
    /// The number of bytes that one proof has to parse.
    cost: usize,
    is_sound: S,
}

impl<'a, C, S: Fn(&[C]) -> bool> Batch<'a, C, S> {
    pub(crate) fn new(effort: &'a mut Effort, cost: usize, is_sound: S) -> Batch<'a, C, S> {
        Batch { done: Vec::new(), effort, cost, is_sound }
    }

    /// Applies the sound changes, all at once if possible, otherwise by bisection; returns the
    /// others.
    pub(crate) fn put(&mut self, changes: Vec<C>) -> Vec<C> {
        let (known, count) = (self.done.len(), changes.len());
        self.done.extend(changes);
        let any = self.effort.spend(self.cost);
        if count == 0 || any && (self.is_sound)(&self.done) {
            return Vec::new();
        }
        let mut first = self.done.split_off(known);
        self.effort.exhausted |= !any;
        if count == 1 || !any {
            return first;
        }
        let second = first.split_off(count / 2);
        let mut failed = self.put(first);
        failed.extend(self.put(second));
        failed
    }

    /// True if changes were dropped untried.
    pub(crate) fn is_exhausted(&self) -> bool {
        self.effort.exhausted
    }
}
