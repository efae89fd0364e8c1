//! Availability by trying every set of components that may be down at once.
//!
//! A component is up or down by itself, independently of the others, with a probability in parts per million; a node
//! that is no component never fails by itself. What its failure comes to is found by the impact reference, so shared
//! components, gates and cycles are what they are there. The item at the top is available unless it is down:
//! degraded counts as up, and a degrading relation never costs availability.
//!
//! One part per million is one digit in base a million, so every probability here is an exact fraction with as many
//! such digits after the point as there are components.

use std::collections::BTreeMap;

use super::impact::{Failure, Graph, Node, State, impact};

pub const PPM: u64 = 1_000_000;

/// A probability from 0 to 1: digits in base a million, the one before the point first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact {
    digits: Vec<u64>,
}

impl Exact {
    fn zero(places: usize) -> Self {
        Self { digits: vec![0; places + 1] }
    }

    fn one(places: usize) -> Self {
        let mut one = Self::zero(places);
        one.digits[0] = 1;
        one
    }

    /// Exact as long as no more factors are multiplied than there are places.
    fn times_ppm(&mut self, ppm: u64) {
        let mut digits = vec![0; self.digits.len() + 1];
        for (place, digit) in self.digits.iter().enumerate() {
            digits[place + 1] += digit * ppm;
        }
        carry(&mut digits);
        assert_eq!(digits.pop(), Some(0), "more factors than places");
        self.digits = digits;
    }

    fn plus(&mut self, other: &Self) {
        self.digits.iter_mut().zip(&other.digits).for_each(|(digit, more)| *digit += more);
        carry(&mut self.digits);
    }

    /// Rounded down.
    pub fn ppm(&self) -> u64 {
        self.digits[0] * PPM + self.digits.get(1).copied().unwrap_or(0)
    }

    /// All digits, without zeros at the end.
    pub fn decimal(&self) -> String {
        let places: String = self.digits[1..].iter().map(|digit| format!("{digit:06}")).collect();
        let text = format!("{}.{places}", self.digits[0]);
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }

    pub fn as_f64(&self) -> f64 {
        self.digits.iter().rev().fold(0.0, |rest, digit| rest / PPM as f64 + *digit as f64)
    }
}

fn carry(digits: &mut [u64]) {
    for place in (1..digits.len()).rev() {
        digits[place - 1] += digits[place] / PPM;
        digits[place] %= PPM;
    }
}

/// How likely `top` is up, exactly: the sum over all sets of components down that leave it up.
pub fn availability(graph: &Graph, components_ppm: &BTreeMap<Node, u64>, top: Node) -> Exact {
    let components: Vec<(Node, u64)> = components_ppm.iter().map(|(node, ppm)| (*node, *ppm)).collect();
    assert!(components.len() <= 12, "4096 states are enough to wait for");
    let mut sum = Exact::zero(components.len());
    for down in 0..1_usize << components.len() {
        let is_down = |place: usize| down & (1 << place) != 0;
        let failed: Vec<Node> =
            (0..components.len()).filter(|place| is_down(*place)).map(|place| components[place].0).collect();
        if impact(graph, &Failure::down(&failed))[top] == State::Down {
            continue;
        }
        let mut likelihood = Exact::one(components.len());
        for (place, (_, ppm)) in components.iter().enumerate() {
            likelihood.times_ppm(if is_down(place) { PPM - ppm } else { *ppm });
        }
        sum.plus(&likelihood);
    }
    sum
}

/// How likely at least `needed` of these independent components are up: how many are is counted one component after
/// the other, so that there may be a thousand. Floating point; with n components the error is below n * 2^-50.
pub fn at_least(needed: usize, components_ppm: &[u64]) -> f64 {
    let mut likely = vec![1.0];
    for ppm in components_ppm {
        let up = *ppm as f64 / PPM as f64;
        let mut next = vec![0.0; likely.len() + 1];
        for (count, likelihood) in likely.iter().enumerate() {
            next[count] += likelihood * ((PPM - ppm) as f64 / PPM as f64);
            next[count + 1] += likelihood * up;
        }
        likely = next;
    }
    likely.iter().skip(needed).sum()
}
