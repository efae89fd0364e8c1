//! What problems and known errors demand of changes, releases and items, by their facts.

use crate::kernel::{Case, Fact, Process, RecordId};

const DEPLOYED: &[&str] = &["deployed", "observing", "reviewed", "closed"];
const FAILED: &[&str] = &["rejected", "withdrawn", "deferred", "backed_out"];
const IMPLEMENTED: &[&str] =
    &["implemented", "in_review", "retrospectively_documented", "retrospectively_reviewed", "closed"];
const OVER: &[&str] = &["rejected", "withdrawn", "backed_out", "in_review", "closed"];
const UNSUCCESSFUL: &[&str] = &["backed_out", "failed_remedied"];
const WITHDRAWN: &[&str] = &["withdrawn", "disposed"];

fn is(fact: &Fact, states: &[&str]) -> bool {
    states.contains(&fact.state.as_str())
}

fn unsuccessful(change: &Fact) -> bool {
    change.attribute("outcome").is_some_and(|outcome| UNSUCCESSFUL.contains(&outcome))
}

/// Demands that an approval or authorisation of the change is in force, where it is known.
pub(super) fn approved<P: Process>(change: &RecordId, case: &mut Case<'_, P>) {
    let Some(fact) = case.fact("change", change) else { return };
    let met = fact.attribute("approved") == Some("yes");
    let found = format_args!("{change} {}", fact.state);
    case.that_value(met, found, "change_approved", "the change is approved", "该变更须已批准");
}

/// Demands that the change is implemented; one that was backed out says so in its outcome as long as it lasts.
pub(super) fn implemented<P: Process>(change: &RecordId, fact: &Fact, case: &mut Case<'_, P>) {
    case.that_value(
        is(fact, IMPLEMENTED) && !unsuccessful(fact),
        format_args!("{change} {}", fact.state),
        "change_implemented",
        "the change is implemented and was no failure",
        "该变更须已成功实施",
    );
}

/// Demands that the release is in production; one that was rolled back is not.
pub(super) fn deployed<P: Process>(release: &RecordId, fact: &Fact, case: &mut Case<'_, P>) {
    let (met, found) = (is(fact, DEPLOYED), format_args!("{release} {}", fact.state));
    case.that_value(met, found, "release_deployed", "the release is deployed", "该发布须已部署");
}

/// Whether the change goes no further for now, or went wrong.
pub(super) fn change_has_failed(change: &Fact) -> bool {
    is(change, FAILED) || unsuccessful(change)
}

/// Whether nothing can come of the change any more.
pub(super) fn change_is_over(change: &Fact) -> bool {
    is(change, OVER)
}

/// Whether the configuration item is out of use for good.
pub(super) fn item_is_withdrawn(item: &Fact) -> bool {
    is(item, WITHDRAWN)
}
