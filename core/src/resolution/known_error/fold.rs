//! How events become a known error. Nothing here decides.

use super::{KnownError, KnownErrorContent, KnownErrorEvent, KnownErrorState};
use crate::kernel::{Envelope, EventHead};

pub(super) fn open(head: &EventHead, event: &KnownErrorEvent) -> Option<KnownError> {
    let KnownErrorEvent::Drafted(drafted) = event else { return None };
    let mut known_error = KnownError {
        envelope: Envelope::new(head.record.clone(), head.at, head.actor.id.clone(), head.at),
        state: KnownErrorState::Draft,
        problem: drafted.content.problem.clone(),
        content: drafted.content.clone(),
        published_at: None,
    };
    say(&mut known_error, &drafted.content);
    Some(known_error)
}

pub(super) fn apply(known_error: &mut KnownError, head: &EventHead, event: &KnownErrorEvent) {
    match event {
        KnownErrorEvent::Drafted(_) => {}
        KnownErrorEvent::Edited(edited) => say(known_error, &edited.content),
        KnownErrorEvent::Published(_) => {
            known_error.state = KnownErrorState::Published;
            known_error.published_at = Some(head.at);
        }
        KnownErrorEvent::FixAnnounced(announced) => {
            known_error.state = KnownErrorState::FixPending(announced.fix.clone());
        }
        KnownErrorEvent::Reinstated(_) => known_error.state = KnownErrorState::Published,
        KnownErrorEvent::Retired(retired) => {
            let fix = known_error.fix().cloned();
            known_error.state = KnownErrorState::Retired { at: head.at, because: retired.because, fix };
        }
        KnownErrorEvent::NoticeRequested(notice) => known_error.envelope.requested(notice, head.at),
        KnownErrorEvent::NoticeDelivered(receipt) => known_error.envelope.delivered(receipt),
    }
}

fn say(known_error: &mut KnownError, content: &KnownErrorContent) {
    known_error.content = content.clone();
    known_error.envelope.cis = content.items.iter().map(|item| item.ci.clone()).collect();
}
