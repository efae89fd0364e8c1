//! The stated state of an imported incident, as documents write it.
//!
//! Events hold it too, and what a tagged enum reads ahead cannot be read leniently: hence one object with every key.

use super::{ImportedState, IncidentPhase};
use crate::kernel::{Code, Instant, PersonId};
use crate::resolution::PendingReason;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StatedState {
    kind: IncidentPhase,
    reason: Option<PendingReason>,
    since: Option<Instant>,
    until: Option<Instant>,
    at: Option<Instant>,
    code: Option<Code>,
    confirmed_by: Option<PersonId>,
}

impl TryFrom<StatedState> for ImportedState {
    type Error = String;

    fn try_from(stated: StatedState) -> Result<Self, String> {
        let StatedState { kind, reason, since, until, at, code, confirmed_by } = stated;
        let state = match (kind, reason, (since, until), at, (code, confirmed_by)) {
            (IncidentPhase::Logged, None, (None, None), None, (None, None)) => Self::Logged,
            (IncidentPhase::Classified, None, (None, None), None, (None, None)) => Self::Classified,
            (IncidentPhase::Assigned, None, (None, None), None, (None, None)) => Self::Assigned,
            (IncidentPhase::InProgress, None, (None, None), None, (None, None)) => Self::InProgress,
            (IncidentPhase::Pending, Some(reason), (Some(since), Some(until)), None, (None, None)) => {
                Self::Pending { reason, since, until }
            }
            (IncidentPhase::Resolved, None, (None, None), Some(at), (None, None)) => Self::Resolved { at },
            (IncidentPhase::Closed, None, (None, None), Some(at), (Some(code), Some(confirmed_by))) => {
                Self::Closed { at, code, confirmed_by }
            }
            (IncidentPhase::Cancelled, None, (None, None), Some(at), (None, None)) => Self::Cancelled { at },
            (IncidentPhase::Pending, ..) => {
                return Err("`pending` has `reason`, `since`, `until` and nothing else".to_owned());
            }
            (IncidentPhase::Closed, ..) => {
                return Err("`closed` has `at`, `code`, `confirmed_by` and nothing else".to_owned());
            }
            (IncidentPhase::Resolved | IncidentPhase::Cancelled, ..) => {
                return Err(format!("`{}` has `at` and nothing else", kind.code()));
            }
            _ => return Err(format!("nothing is imported as `{}` with this", kind.code())),
        };
        Ok(state)
    }
}
