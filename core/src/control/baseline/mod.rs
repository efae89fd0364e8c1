//! Configuration baselines: the state of items at an instant, captured and frozen, to compare with and return to. 配置基线
//!
//! ISO/IEC 20000-1 8.2.6 (2005 and 2011: 9.1), spec 3.23. A baseline holds which version of which item it captured, and the hash of
//! each configuration; the journal holds the configurations themselves, so any two baselines can be compared
//! ([`ServiceManagementSystem::configuration_of`](crate::system::ServiceManagementSystem::configuration_of)).

mod lifecycle;
mod record;

pub use lifecycle::LIFECYCLE;
pub use record::*;

use crate::control::ConfigurationRules;
use crate::kernel::{
    Case, Digest, Envelope, EventHead, FactWanted, Instant, Lifecycle, Link, LinkKind, Notice, Process,
    RecordId, canonical, messages,
};
use crate::time::RulesInForce;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Captures the items as they are.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Capture {
    /// What for.
    pub purpose: Purpose,
    /// The change or release it is for, where it is for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<RecordId>,
    /// The items.
    pub items: Vec<RecordId>,
}

/// Freezes what was captured.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Freeze {
    /// The hash of the baseline, as whoever freezes it has seen it.
    pub hash: Digest,
}

/// Puts another baseline in its place.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Supersede {
    /// The frozen baseline.
    pub by: RecordId,
}

messages! {
    /// The commands of a baseline.
    pub enum BaselineCommand {
        /// ∅ → Captured.
        Capture(Capture) = "baseline.capture";
        /// Captured → Frozen.
        Freeze(Freeze) = "baseline.freeze";
        /// Frozen → Superseded.
        Supersede(Supersede) = "baseline.supersede";
    }
}

/// Items were captured.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Captured {
    /// What for.
    pub purpose: Purpose,
    /// The change or release it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<RecordId>,
    /// What was captured, sorted by item.
    pub items: Vec<CapturedItem>,
    /// The hash over it.
    pub hash: Digest,
}

/// It was frozen.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Frozen {}

/// Another baseline took its place.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Superseded {
    /// Which.
    pub by: RecordId,
}

messages! {
    /// What happens to a baseline.
    pub enum BaselineEvent {
        /// Items were captured.
        Captured(Captured) = "baseline.captured";
        /// It was frozen.
        Frozen(Frozen) = "baseline.frozen";
        /// Another baseline took its place.
        Superseded(Superseded) = "baseline.superseded";
        /// Somebody is to be told.
        NoticeRequested(Notice) = "notice.requested";
    }
}

/// The process of baselines.
#[derive(Clone, Copy, Debug)]
pub struct Baselines;

impl Process for Baselines {
    type Phase = BaselinePhase;
    type Record = Baseline;
    type Command = BaselineCommand;
    type Event = BaselineEvent;
    type Policy = RulesInForce<ConfigurationRules>;

    const LIFECYCLE: &'static Lifecycle<BaselinePhase> = &LIFECYCLE;

    fn kind(command: &BaselineCommand) -> &'static str {
        command.kind()
    }

    fn phase(baseline: &Baseline) -> BaselinePhase {
        baseline.phase
    }

    fn envelope(baseline: &Baseline) -> &Envelope {
        &baseline.envelope
    }

    fn envelope_mut(baseline: &mut Baseline) -> &mut Envelope {
        &mut baseline.envelope
    }

    fn needs(_: Option<&Baseline>, command: &BaselineCommand) -> Vec<FactWanted> {
        match command {
            BaselineCommand::Capture(capture) => {
                capture.items.iter().map(|item| FactWanted::new("configuration_item", item)).collect()
            }
            BaselineCommand::Supersede(supersede) => vec![FactWanted::new("baseline", &supersede.by)],
            BaselineCommand::Freeze(_) => Vec::new(),
        }
    }

    fn decide(command: &BaselineCommand, case: &mut Case<'_, Self>) {
        match command {
            BaselineCommand::Capture(body) => capture(body, case),
            BaselineCommand::Freeze(body) => {
                let same = case.record.is_some_and(|baseline| baseline.hash == body.hash);
                case.that_value(
                    same,
                    body.hash,
                    "hash",
                    "it is the hash of what was captured",
                    "须为捕获内容的哈希",
                );
                case.emit(Frozen {});
            }
            BaselineCommand::Supersede(body) => {
                if let Some(fact) = case.fact("baseline", &body.by) {
                    let other = fact.state == "frozen" && body.by != *case.id;
                    let words = "another baseline that is frozen takes its place";
                    case.that_value(other, &body.by, "by", words, "须由另一已冻结的基线取代");
                }
                case.emit(Superseded { by: body.by.clone() });
            }
        }
    }

    fn fire(_: &mut Case<'_, Self>) {}

    fn due(_: &Baseline) -> Option<Instant> {
        None
    }

    fn open(head: &EventHead, event: &BaselineEvent) -> Option<Baseline> {
        let BaselineEvent::Captured(captured) = event else { return None };
        let mut envelope = Envelope::new(head.record.clone(), head.at, head.actor.id.clone(), head.at);
        for to in captured.subject.iter().chain(captured.items.iter().map(|captured| &captured.item)) {
            envelope.link(Link { kind: LinkKind::BaselineOf, to: to.clone() });
        }
        Some(Baseline {
            envelope,
            phase: BaselinePhase::Captured,
            purpose: captured.purpose,
            subject: captured.subject.clone(),
            items: captured.items.clone(),
            hash: captured.hash,
            superseded_by: None,
        })
    }

    fn apply(baseline: &mut Baseline, head: &EventHead, event: &BaselineEvent) {
        match event {
            BaselineEvent::Captured(_) => {}
            BaselineEvent::Frozen(_) => baseline.phase = BaselinePhase::Frozen,
            BaselineEvent::Superseded(superseded) => {
                baseline.phase = BaselinePhase::Superseded;
                baseline.superseded_by = Some(superseded.by.clone());
            }
            BaselineEvent::NoticeRequested(notice) => baseline.envelope.requested(notice, head.at),
        }
    }
}

fn capture(body: &Capture, case: &mut Case<'_, Baselines>) {
    case.that(!body.items.is_empty(), "items", "it captures at least one item", "须至少捕获一个配置项");
    let distinct: BTreeSet<_> = body.items.iter().collect();
    case.that_value(
        distinct.len() == body.items.len(),
        body.items.len(),
        "items",
        "every item is captured once",
        "每个配置项只捕获一次",
    );
    let mut items = Vec::new();
    for item in distinct {
        let Some(fact) = case.fact("configuration_item", item) else { continue };
        let content = fact.attribute("content").and_then(Digest::from_hex);
        let words = "the hash of the item's configuration is known";
        if case.that_value(content.is_some(), item, "content", words, "须已知配置项内容的哈希")
            && let Some(content) = content
        {
            items.push(CapturedItem { item: item.clone(), version: fact.version, content });
        }
    }
    let hash = canonical::digest_of(&items);
    case.used(&case.policy().rules_ref);
    case.emit(Captured { purpose: body.purpose, subject: body.subject.clone(), items, hash });
}
