//! Answers in the order of their items' ids, which costs no more than what they tell.

use crate::cmdb::Cmdb;
use crate::cmdb::graph::Node;
use crate::kernel::CiId;

/// Where more than one item in so many is told of, to go through the register in its order is cheaper than to sort.
const MANY: usize = 8;

impl Cmdb {
    /// What is told of the items found, `count` at most, by id. Of an item that was not found nothing is told.
    pub(super) fn told<T>(
        &self,
        count: usize,
        found: impl Iterator<Item = Node>,
        tell: impl Fn(Node, &CiId) -> Option<T>,
        id: fn(&T) -> &CiId,
    ) -> Vec<T> {
        let mut told = Vec::with_capacity(count);
        if count.saturating_mul(MANY) < self.item_count() {
            told.extend(found.filter_map(|node| tell(node, &self.item_at(node)?.id)));
            sort(&mut told, id);
        } else {
            told.extend(self.places().filter_map(|(id, node)| tell(node, id)));
        }
        told.shrink_to_fit();
        told
    }
}

/// Ids often begin alike and differ soon after: eight bytes from there settle most of the order, and the whole ids the rest.
fn sort<T>(told: &mut [T], id: fn(&T) -> &CiId) {
    let Some(first) = told.first().map(id) else { return };
    let alike = |one: &T| {
        let bytes = id(one).as_str().bytes().zip(first.as_str().bytes());
        bytes.take_while(|(a, b)| a == b).count()
    };
    let alike = told.iter().map(alike).min().unwrap_or_default();
    told.sort_by_cached_key(|one| {
        let mut word = [0; 8];
        for (place, byte) in word.iter_mut().zip(id(one).as_str().bytes().skip(alike)) {
            *place = byte;
        }
        u64::from_be_bytes(word)
    });
    told.sort_unstable_by(|a, b| id(a).cmp(id(b)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_order_is_that_of_the_ids(ids in vec("[a-c]{1,3}|ci-000000[0-2]{1,12}|é{1,3}[ab]{0,9}", 0..60)) {
            let mut ids: Vec<CiId> = ids.into_iter().map(|id| CiId::new(id).unwrap()).collect();
            let mut expected = ids.clone();
            expected.sort();
            sort(&mut ids, |id| id);
            prop_assert_eq!(ids, expected);
        }
    }
}
