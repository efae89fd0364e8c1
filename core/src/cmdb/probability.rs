//! Probabilities without rounding errors that anybody will see. 概率

use serde::{Serialize, Serializer};

/// Digits in base a million after the point.
const PLACES: usize = 12;
const BASE: u64 = 1_000_000;

/// A probability from 0 to 1: twelve digits in base a million, and the one before the point first.
///
/// A product with parts per million is one digit longer. So everything that comes of twelve components or fewer is exact; beyond
/// that each product is rounded down, and a result that n components go into is off by less than n * 10^-71.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Probability([u32; PLACES + 1]);

impl Probability {
    /// What never happens.
    pub const ZERO: Self = Self([0; PLACES + 1]);
    /// What always happens.
    pub const ONE: Self = {
        let mut digits = [0; PLACES + 1];
        digits[0] = 1;
        Self(digits)
    };

    /// As many components as an exact result can have.
    pub const EXACT_COMPONENTS: u64 = PLACES as u64;

    /// So many parts per million; more than a million are a million.
    ///
    /// ```
    /// use itsm::cmdb::Probability;
    /// assert_eq!(Probability::from_ppm(999_500).to_string(), "0.9995");
    /// ```
    #[must_use]
    pub fn from_ppm(ppm: u32) -> Self {
        Self::ONE.times_ppm(ppm)
    }

    /// In parts per billion, to the nearest.
    ///
    /// ```
    /// use itsm::cmdb::Probability;
    /// assert_eq!(Probability::from_ppm(999_500).ppb(), 999_500_000);
    /// ```
    #[must_use]
    pub fn ppb(self) -> u64 {
        let [whole, first, second, ..] = self.0.map(u64::from);
        let rounded = second.saturating_add(500) / 1_000;
        whole
            .saturating_mul(1_000_000_000)
            .saturating_add(first.saturating_mul(1_000))
            .saturating_add(rounded)
    }

    /// How likely the contrary is.
    #[must_use]
    pub fn complement(self) -> Self {
        Self::ONE.minus(self)
    }

    pub(super) fn times_ppm(self, ppm: u32) -> Self {
        self.scaled(ppm.min(1_000_000)).shifted()
    }

    pub(super) fn times(self, other: Self) -> Self {
        let [whole, digits @ ..] = other.0;
        let part = digits.iter().rev().fold(Self::ZERO, |sum, digit| sum.plus(self.scaled(*digit)).shifted());
        part.plus(self.scaled(whole))
    }

    pub(super) fn plus(self, other: Self) -> Self {
        let mut digits = self.0;
        let mut carry = 0;
        for (place, (digit, more)) in digits.iter_mut().zip(other.0).enumerate().rev() {
            let sum = u64::from(*digit).saturating_add(u64::from(more)).saturating_add(carry);
            (*digit, carry) = split(sum, place);
        }
        Self(digits)
    }

    /// Not less than zero.
    pub(super) fn minus(self, other: Self) -> Self {
        if self <= other {
            return Self::ZERO;
        }
        let mut digits = self.0;
        let mut borrow = 0;
        for (digit, less) in digits.iter_mut().zip(other.0).rev() {
            let (have, want) = (u64::from(*digit), u64::from(less).saturating_add(borrow));
            borrow = u64::from(have < want);
            let rest = have.saturating_add(borrow.saturating_mul(BASE)).saturating_sub(want);
            *digit = u32::try_from(rest).unwrap_or_default();
        }
        Self(digits)
    }

    /// So many times as much; the digit before the point takes what is beyond.
    fn scaled(self, factor: u32) -> Self {
        let mut digits = self.0;
        let mut carry = 0;
        for (place, digit) in digits.iter_mut().enumerate().rev() {
            let product = u64::from(*digit).saturating_mul(u64::from(factor)).saturating_add(carry);
            (*digit, carry) = split(product, place);
        }
        Self(digits)
    }

    /// One place to the right, rounded down.
    fn shifted(self) -> Self {
        let mut digits = self.0;
        digits.rotate_right(1);
        let [whole, ..] = &mut digits;
        *whole = 0;
        Self(digits)
    }
}

/// A digit, and what goes to the next place; before the point there is none.
fn split(sum: u64, place: usize) -> (u32, u64) {
    let (digit, carry) = if place == 0 { (sum, 0) } else { (sum % BASE, sum / BASE) };
    (u32::try_from(digit).unwrap_or(u32::MAX), carry)
}

/// All digits, without zeros at the end: `0.99940797`.
impl std::fmt::Display for Probability {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [whole, digits @ ..] = self.0;
        let places: String = digits.iter().map(|digit| format!("{digit:06}")).collect();
        let text = format!("{whole}.{places}");
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

/// As a decimal string: a number in JSON would lose digits.
impl Serialize for Probability {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// How likely all of these independent components are up at once, each in parts per million. 串联
///
/// ```
/// use itsm::cmdb::series;
/// assert_eq!(series(&[999_000, 990_000]).to_string(), "0.98901");
/// assert_eq!(series(&[999_000; 1_000]).ppb(), 367_695_425, "a thousand hosts, all of them needed");
/// ```
#[must_use]
pub fn series(up_ppm: &[u32]) -> Probability {
    up_ppm.iter().fold(Probability::ONE, |product, ppm| product.times_ppm(*ppm))
}

/// How likely one of these independent components is up at least. 并联
///
/// ```
/// use itsm::cmdb::parallel;
/// assert_eq!(parallel(&[990_000, 990_000]).to_string(), "0.9999");
/// ```
#[must_use]
pub fn parallel(up_ppm: &[u32]) -> Probability {
    let down = |ppm: &u32| 1_000_000_u32.saturating_sub(*ppm);
    up_ppm.iter().fold(Probability::ONE, |product, ppm| product.times_ppm(down(ppm))).complement()
}

/// How likely at least `needed` of these independent components are up. The cost grows with components times the smaller of
/// those needed and those to spare.
///
/// ```
/// use itsm::cmdb::k_of_n;
/// assert_eq!(k_of_n(3, &[990_000; 4]).to_string(), "0.99940797");
/// assert_eq!(k_of_n(950, &[999_000; 1_000]).ppb(), 1_000_000_000);
/// ```
#[must_use]
pub fn k_of_n(needed: usize, up_ppm: &[u32]) -> Probability {
    let Some(spare) = up_ppm.len().checked_sub(needed) else { return Probability::ZERO };
    if needed <= spare {
        // Fewer are needed than can be lost: then it is cheaper to count those that are up.
        let down: Vec<u32> = up_ppm.iter().map(|ppm| 1_000_000_u32.saturating_sub(*ppm)).collect();
        return needed.checked_sub(1).map_or(Probability::ONE, |fewer| at_most(fewer, &down).complement());
    }
    at_most(spare, up_ppm)
}

/// How likely at most so many of these components are down.
fn at_most(lost: usize, up_ppm: &[u32]) -> Probability {
    let mut likely = vec![Probability::ZERO; lost.saturating_add(1)];
    if let Some(none) = likely.first_mut() {
        *none = Probability::ONE;
    }
    for ppm in up_ppm {
        let mut from_below = Probability::ZERO;
        for count in &mut likely {
            let up = count.times_ppm(*ppm);
            let goes = count.minus(up);
            *count = up.plus(from_below);
            from_below = goes;
        }
    }
    likely.into_iter().fold(Probability::ZERO, Probability::plus)
}
