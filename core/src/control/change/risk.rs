//! The risk of a change, and the category that it proposes (spec 3.24, CHG-02, CHG-03). 风险评分

use super::plan::{ChangeKind, Rfc};
use crate::control::{ChangeCategory, RiskRules};
use crate::kernel::Code;
use serde::{Deserialize, Serialize};

/// What a score is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RiskEstimate {
    /// How probable a failure is: 1 to 5.
    pub probability: u8,
    /// How much it would do: 1 to 5.
    pub impact: u8,
}

impl RiskEstimate {
    /// Whether both lie between 1 and 5.
    #[must_use]
    pub fn is_on_scale(self) -> bool {
        let scale = 1..=5;
        scale.contains(&self.probability) && scale.contains(&self.impact)
    }
}

/// Points beyond probability × impact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RiskAddition {
    /// By which rule: `untested_back_out`, `critical_service`.
    pub rule: Code,
    /// How many.
    pub points: u32,
}

/// A risk score with its explanation. 风险评分
///
/// ```
/// use itsm::control::change::{ChangeKind, Rfc, RiskEstimate, RiskScore};
/// use itsm::control::{ChangeCategory, RiskRules};
/// let rfc = Rfc { kind: ChangeKind::Modification, ..Rfc::default() };
/// let estimate = RiskEstimate { probability: 3, impact: 4 };
/// let score = RiskScore::of(&RiskRules::default(), &rfc, estimate, false, true);
/// assert_eq!(score.total, 3 * 4 + 2 + 2);
/// assert_eq!(score.proposes, ChangeCategory::Major);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RiskScore {
    /// Points beyond probability × impact, in order of their rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub additions: Vec<RiskAddition>,
    /// Criteria that make it major whatever the total: `service_removal`, `service_transfer`, `major_service`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Code>,
    /// What it is made of.
    pub estimate: RiskEstimate,
    /// The category that it proposes.
    pub proposes: ChangeCategory,
    /// The total.
    pub total: u32,
}

impl RiskScore {
    /// The score of a change with that estimate. Whether its back-out was tested and whether it reaches a critical service are
    /// stated as far as known; what is not known adds nothing.
    #[must_use]
    pub fn of(
        rules: &RiskRules,
        rfc: &Rfc,
        estimate: RiskEstimate,
        back_out_tested: bool,
        reaches_critical: bool,
    ) -> Self {
        let rows = [
            (!back_out_tested, "untested_back_out", rules.untested_back_out),
            (reaches_critical, "critical_service", rules.critical_service),
        ];
        let added = rows.into_iter().filter(|(holds, ..)| *holds);
        let additions: Vec<_> =
            added.map(|(_, rule, points)| RiskAddition { rule: Code::literal(rule), points }).collect();
        let product = u32::from(estimate.probability).saturating_mul(u32::from(estimate.impact));
        let total = additions.iter().fold(product, |sum, addition| sum.saturating_add(addition.points));
        let criteria: Vec<_> = [
            (rfc.kind == ChangeKind::ServiceRemoval, "service_removal"),
            (rfc.kind == ChangeKind::ServiceTransfer, "service_transfer"),
            (rfc.services.iter().any(|service| rules.major_services.contains(service)), "major_service"),
        ]
        .into_iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, criterion)| Code::literal(criterion))
        .collect();
        let proposes = match total {
            _ if !criteria.is_empty() => ChangeCategory::Major,
            total if total <= rules.minor_up_to => ChangeCategory::Minor,
            total if total <= rules.significant_up_to => ChangeCategory::Significant,
            _ => ChangeCategory::Major,
        };
        Self { additions, criteria, estimate, proposes, total }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposed(
        kind: ChangeKind,
        probability: u8,
        impact: u8,
        tested: bool,
        critical: bool,
    ) -> (u32, ChangeCategory) {
        let rfc = Rfc { kind, ..Rfc::default() };
        let estimate = RiskEstimate { probability, impact };
        let score = RiskScore::of(&RiskRules::default(), &rfc, estimate, tested, critical);
        (score.total, score.proposes)
    }

    #[test]
    fn the_thresholds_are_those_of_the_preset() {
        use ChangeCategory::{Major, Minor, Significant};
        let modification = ChangeKind::Modification;
        assert_eq!(proposed(modification, 1, 5, true, false), (5, Minor));
        assert_eq!(proposed(modification, 2, 3, true, false), (6, Significant));
        assert_eq!(proposed(modification, 3, 4, false, false), (14, Significant));
        assert_eq!(proposed(modification, 3, 5, true, false), (15, Major));
        assert_eq!(proposed(modification, 1, 2, false, true), (6, Significant));
    }

    #[test]
    fn to_remove_or_transfer_a_service_is_major_whatever_the_score() {
        for kind in [ChangeKind::ServiceRemoval, ChangeKind::ServiceTransfer] {
            assert_eq!(proposed(kind, 1, 1, true, false), (1, ChangeCategory::Major));
        }
    }
}
