//! What the facts of changes, releases and items say to problems and known errors.

use crate::kernel::Fact;

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

/// Whether an approval or authorisation of the change is in force.
pub(super) fn change_is_approved(change: &Fact) -> bool {
    change.attribute("approved") == Some("yes")
}

/// Whether the change is implemented; a change that was backed out says so in its outcome as long as it lasts.
pub(super) fn change_is_live(change: &Fact) -> bool {
    is(change, IMPLEMENTED) && !unsuccessful(change)
}

/// Whether the change goes no further for now, or went wrong.
pub(super) fn change_has_failed(change: &Fact) -> bool {
    is(change, FAILED) || unsuccessful(change)
}

/// Whether nothing can come of the change any more.
pub(super) fn change_is_over(change: &Fact) -> bool {
    is(change, OVER)
}

/// Whether the release is in production; one that was rolled back is not.
pub(super) fn release_is_deployed(release: &Fact) -> bool {
    is(release, DEPLOYED)
}

/// Whether the configuration item is out of use for good.
pub(super) fn item_is_withdrawn(item: &Fact) -> bool {
    is(item, WITHDRAWN)
}
