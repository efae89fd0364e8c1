//! Lists whose places are used again: the relations and gates of a register.

use crate::cmdb::graph::usize_of;

/// Values under numbers that are used again once they are free.
#[derive(Clone, Debug)]
pub(super) struct Slots<T> {
    slots: Vec<Option<T>>,
    free: Vec<u32>,
    count: usize,
}

impl<T> Default for Slots<T> {
    fn default() -> Self {
        Self { slots: Vec::new(), free: Vec::new(), count: 0 }
    }
}

impl<T> Slots<T> {
    /// How many values there are.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// Numbers are below this.
    pub(super) const fn bound(&self) -> usize {
        self.slots.len()
    }

    /// The number that [`Slots::put`] is to use; `u32::MAX` is never one.
    pub(super) fn next(&self) -> Option<u32> {
        let fresh = || u32::try_from(self.slots.len()).ok().filter(|number| *number < u32::MAX);
        self.free.last().copied().or_else(fresh)
    }

    pub(super) fn put(&mut self, number: u32, value: T) {
        self.count = self.count.saturating_add(1);
        match self.slots.get_mut(usize_of(number)) {
            Some(slot) => {
                self.free.pop();
                *slot = Some(value);
            }
            None => self.slots.push(Some(value)),
        }
    }

    pub(super) fn take(&mut self, number: u32) -> Option<T> {
        let value = self.slots.get_mut(usize_of(number))?.take()?;
        self.count = self.count.saturating_sub(1);
        self.free.push(number);
        Some(value)
    }

    pub(super) fn get(&self, number: u32) -> Option<&T> {
        self.slots.get(usize_of(number))?.as_ref()
    }

    pub(super) fn get_mut(&mut self, number: u32) -> Option<&mut T> {
        self.slots.get_mut(usize_of(number))?.as_mut()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.slots.iter().flatten()
    }
}
