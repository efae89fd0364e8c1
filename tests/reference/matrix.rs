//! Priority matrices typed in by hand, and a lint that tries every cell.

use std::collections::BTreeSet;

/// Which end of a scale is the important one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Most {
    Lowest,
    Highest,
}

#[derive(Clone, Copy, Debug)]
pub struct Preset {
    pub name: &'static str,
    pub most: Most,
    /// One row for each impact from 1 on, one column for each urgency from 1 on.
    pub by_impact: &'static [&'static [u8]],
    pub priorities: (u8, u8),
}

/// ISO 20000 default of 3.20: half of the sum, rounded down; 1 is highest.
pub const ISO20000: Preset = Preset {
    name: "iso20000",
    most: Most::Lowest,
    by_impact: &[
        &[1, 1, 2, 2], //
        &[1, 2, 2, 3],
        &[2, 2, 3, 3],
        &[2, 3, 3, 4],
    ],
    priorities: (1, 4),
};

pub const SERVICENOW: Preset = Preset {
    name: "servicenow",
    most: Most::Lowest,
    by_impact: &[
        &[1, 2, 3], //
        &[2, 3, 4],
        &[3, 4, 5],
    ],
    priorities: (1, 5),
};

pub const ITOP: Preset = Preset {
    name: "itop",
    most: Most::Lowest,
    by_impact: &[
        &[1, 1, 2, 4], //
        &[1, 2, 3, 4],
        &[2, 3, 3, 4],
    ],
    priorities: (1, 4),
};

/// Rows are impact, columns are criticality, which stands where others have urgency.
pub const OTRS: Preset = Preset {
    name: "otrs",
    most: Most::Highest,
    by_impact: &[
        &[1, 1, 2, 2, 3], //
        &[1, 2, 2, 3, 4],
        &[2, 2, 3, 4, 4],
        &[2, 3, 4, 4, 5],
        &[3, 4, 4, 5, 5],
    ],
    priorities: (1, 5),
};

/// The source has rows by urgency; here they are turned, which changes nothing: the table is symmetric.
pub const GLPI: Preset = Preset {
    name: "glpi",
    most: Most::Highest,
    by_impact: &[
        &[1, 1, 2, 2, 2], //
        &[1, 2, 2, 3, 3],
        &[2, 2, 3, 4, 4],
        &[2, 3, 4, 4, 5],
        &[2, 3, 4, 5, 5],
    ],
    priorities: (1, 5),
};

pub const PRESETS: [Preset; 5] = [ISO20000, SERVICENOW, ITOP, OTRS, GLPI];

impl Preset {
    pub fn priority(&self, impact: u8, urgency: u8) -> Option<u8> {
        let row = self.by_impact.get(usize::from(impact).checked_sub(1)?)?;
        row.get(usize::from(urgency).checked_sub(1)?).copied()
    }

    pub fn cells(&self) -> Vec<Vec<Option<u8>>> {
        self.by_impact.iter().map(|row| row.iter().copied().map(Some).collect()).collect()
    }
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// Impact and urgency of a cell without a priority.
    Missing(u8, u8),
    /// Impact and urgency of a cell whose priority is outside the scale.
    OutOfScale(u8, u8),
    /// The first cell is at least as important as the second, its priority is less so.
    NotMonotone((u8, u8), (u8, u8)),
    /// A priority that no cell gives.
    Unreachable(u8),
}

/// Compares every cell with every other; `columns` is the length of the urgency scale.
///
/// Monotone pairs are listed in full, not only for neighbours.
pub fn lint(cells: &[Vec<Option<u8>>], columns: u8, most: Most, priorities: (u8, u8)) -> BTreeSet<Finding> {
    let mut found = BTreeSet::new();
    let mut given = BTreeSet::new();
    let mut all = Vec::new();
    for (impact, row) in (1_u8..).zip(cells) {
        for urgency in 1..=columns {
            match row.get(usize::from(urgency) - 1).copied().flatten() {
                None => {
                    found.insert(Finding::Missing(impact, urgency));
                }
                Some(priority) => {
                    if !(priorities.0..=priorities.1).contains(&priority) {
                        found.insert(Finding::OutOfScale(impact, urgency));
                    }
                    given.insert(priority);
                    all.push((impact, urgency, priority));
                }
            }
        }
    }
    let at_least = |a: u8, b: u8| match most {
        Most::Lowest => a <= b,
        Most::Highest => a >= b,
    };
    for &(impact, urgency, priority) in &all {
        for &(other_impact, other_urgency, other_priority) in &all {
            let dominates = at_least(impact, other_impact) && at_least(urgency, other_urgency);
            if dominates && !at_least(priority, other_priority) {
                found.insert(Finding::NotMonotone((impact, urgency), (other_impact, other_urgency)));
            }
        }
    }
    for priority in priorities.0..=priorities.1 {
        if !given.contains(&priority) {
            found.insert(Finding::Unreachable(priority));
        }
    }
    found
}

/// Only those pairs that differ by one step in one scale.
pub fn neighbours_only(found: &BTreeSet<Finding>) -> BTreeSet<Finding> {
    found
        .iter()
        .filter(|finding| match finding {
            Finding::NotMonotone(a, b) => a.0.abs_diff(b.0) + a.1.abs_diff(b.1) == 1,
            _ => true,
        })
        .cloned()
        .collect()
}
