//! What chance decides: a step as the generator gives it, and the dice that its details are rolled with.

use proptest::prelude::*;

/// A step of the generator. It says nothing of records: what they can be asked is looked up when the step is taken.
#[derive(Clone, Copy, Debug)]
pub struct Roll {
    /// The time that passes before it.
    pub gap: u8,
    /// What it is about.
    pub focus: u16,
    /// How wild it is.
    pub mood: u8,
    /// Everything else.
    pub seed: u64,
}

pub fn roll() -> impl Strategy<Value = Roll> {
    let parts = (any::<u8>(), any::<u16>(), any::<u8>(), any::<u64>());
    parts.prop_map(|(gap, focus, mood, seed)| Roll { gap, focus, mood, seed })
}

/// Dice that fall alike for the same seed (`SplitMix64`).
#[derive(Clone, Debug)]
pub struct Dice(pub u64);

impl Dice {
    pub const fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.number() % count.max(1) as u64).expect("a place")
    }

    /// Whether something of that many in a hundred happens.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// One of them, if there is any.
    pub fn any<T: Clone>(&mut self, of: &[T]) -> Option<T> {
        if of.is_empty() { None } else { Some(of[self.below(of.len())].clone()) }
    }
}
