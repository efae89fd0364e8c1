//! Definitive items: the masters that releases are built from, in the definitive media library. 最终介质库项
//!
//! ISO/IEC 20000-1 8.2.6, spec 3.23 (`DefinitiveItem`). Registered with a checksum, verified against it, replaced or withdrawn, never
//! altered. The guards are ours; 3.30 has none for them.
//!
//! ```
//! use itsm::control::{DefinitiveItemPhase, DefinitiveItems};
//! use itsm::kernel::Process;
//! let legal = DefinitiveItems::LIFECYCLE.allowed(Some(DefinitiveItemPhase::Registered));
//! assert!(legal.contains(&"definitive_item.verify") && !legal.contains(&"definitive_item.register"));
//! ```

use crate::control::ConfigurationRules;
use crate::kernel::{
    Case, Digest, Envelope, EventHead, FactWanted, Instant, Label, Lifecycle, Link, LinkKind, Notice,
    NoticeKind, Process, Receipt, Recipient, RecordId, Role, Rule, Text, Who, codes, messages,
};
use crate::time::RulesInForce;
use serde::{Deserialize, Serialize};

codes! {
    /// The phases of a definitive item.
    pub enum DefinitiveItemPhase {
        /// Releases may be built from it.
        Registered = "registered", "Registered", "已入库";
        /// A later one took its place. Final.
        Superseded = "superseded", "Superseded", "已取代";
        /// Nothing is built from it any more. Final.
        Withdrawn = "withdrawn", "Withdrawn", "已撤回";
    }
}

/// Puts a master into the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Deposit {
    /// The SHA-256 of the master.
    pub checksum: Digest,
    /// The configuration item that it is the master of.
    pub item: RecordId,
    /// Under which licence it is used.
    pub licence: Text,
    /// Where it is kept.
    pub location: Text,
    /// The version of the item that it is.
    pub version: Text,
}

/// Compares what lies there with what was put there.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Verify {
    /// The checksum as it was found.
    pub checksum: Digest,
}

/// Names the one that took its place.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SupersedeBy {
    /// Which.
    pub by: RecordId,
}

/// Withdraws it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WithdrawMaster {
    /// Why.
    pub reason: Text,
}

messages! {
    /// The commands of a definitive item.
    pub enum DefinitiveItemCommand {
        /// ∅ → Registered.
        Register(Deposit) = "definitive_item.register";
        /// Compares it with its checksum.
        Verify(Verify) = "definitive_item.verify";
        /// Registered → Superseded.
        Supersede(SupersedeBy) = "definitive_item.supersede";
        /// Registered → Withdrawn.
        Withdraw(WithdrawMaster) = "definitive_item.withdraw";
        /// The host's receipt for a notice.
        ConfirmNotice(Receipt) = "definitive_item.confirm_notice";
    }
}

/// It was compared with its checksum.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Verified {
    /// The checksum as it was found.
    pub checksum: Digest,
    /// Whether it is what was put there.
    pub intact: bool,
}

/// Another one took its place.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SupersededBy {
    /// Which.
    pub by: RecordId,
}

/// It was withdrawn.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MasterWithdrawn {
    /// Why.
    pub reason: Text,
}

messages! {
    /// What happens to a definitive item.
    pub enum DefinitiveItemEvent {
        /// It was put into the library.
        Registered(Deposit) = "definitive_item.registered";
        /// It was compared with its checksum.
        Verified(Verified) = "definitive_item.verified";
        /// Another one took its place.
        Superseded(SupersededBy) = "definitive_item.superseded";
        /// It was withdrawn.
        Withdrawn(MasterWithdrawn) = "definitive_item.withdrawn";
        /// Somebody is to be told.
        NoticeRequested(Notice) = "notice.requested";
        /// Somebody was told.
        NoticeDelivered(Receipt) = "notice.delivered";
    }
}

/// A definitive item.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DefinitiveItem {
    /// What every record has.
    pub envelope: Envelope,
    /// Where it stands.
    pub phase: DefinitiveItemPhase,
    /// What was put there.
    pub deposit: Deposit,
    /// When it was found intact last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified_at: Option<Instant>,
    /// Whether it was found altered: releases are not built from it then.
    pub corrupt: bool,
    /// What took its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub superseded_by: Option<RecordId>,
}

const LIBRARIANS: &[Who] = &[Who::Role(Role::ConfigurationManager), Who::Role(Role::ReleaseManager)];

/// The lifecycle of definitive items.
#[rustfmt::skip]
pub static LIFECYCLE: Lifecycle<DefinitiveItemPhase> = Lifecycle {
    process: "definitive_item",
    label: Label::new("Definitive item", "最终介质"),
    prefix: "DFI",
    rules: &[
        Rule { id: "T-DFI-L1", command: "definitive_item.register", from: &[], to: Some(DefinitiveItemPhase::Registered), who: LIBRARIANS,
            words: Label::new("a registered item, its version, checksum, location and licence", "已登记的配置项及其版本、校验和、存放位置和许可") },
        Rule { id: "T-DFI-L2", command: "definitive_item.verify", from: &[DefinitiveItemPhase::Registered], to: None, who: LIBRARIANS,
            words: Label::new("the checksum as it was found", "实际校验和") },
        Rule { id: "T-DFI-L3", command: "definitive_item.supersede", from: &[DefinitiveItemPhase::Registered], to: Some(DefinitiveItemPhase::Superseded), who: LIBRARIANS,
            words: Label::new("a registered master of the same item, intact", "同一配置项的另一完好入库介质") },
        Rule { id: "T-DFI-L4", command: "definitive_item.withdraw", from: &[DefinitiveItemPhase::Registered], to: Some(DefinitiveItemPhase::Withdrawn), who: LIBRARIANS,
            words: Label::new("a reason", "原因") },
        Rule { id: "T-DFI-L5", command: "definitive_item.confirm_notice", from: DefinitiveItemPhase::ALL, to: None,
            who: &[Who::Role(Role::Gateway), Who::Role(Role::ServiceDesk)],
            words: Label::new("a notice that was requested", "已请求的通知") },
    ],
};

/// The process of definitive items.
#[derive(Clone, Copy, Debug)]
pub struct DefinitiveItems;

impl Process for DefinitiveItems {
    type Phase = DefinitiveItemPhase;
    type Record = DefinitiveItem;
    type Command = DefinitiveItemCommand;
    type Event = DefinitiveItemEvent;
    type Policy = RulesInForce<ConfigurationRules>;

    const LIFECYCLE: &'static Lifecycle<DefinitiveItemPhase> = &LIFECYCLE;

    fn kind(command: &DefinitiveItemCommand) -> &'static str {
        command.kind()
    }

    fn phase(master: &DefinitiveItem) -> DefinitiveItemPhase {
        master.phase
    }

    fn envelope(master: &DefinitiveItem) -> &Envelope {
        &master.envelope
    }

    fn envelope_mut(master: &mut DefinitiveItem) -> &mut Envelope {
        &mut master.envelope
    }

    fn needs(_: Option<&DefinitiveItem>, command: &DefinitiveItemCommand) -> Vec<FactWanted> {
        match command {
            DefinitiveItemCommand::Register(deposit) => {
                vec![FactWanted::new("configuration_item", &deposit.item)]
            }
            DefinitiveItemCommand::Supersede(body) => vec![FactWanted::new("definitive_item", &body.by)],
            _ => Vec::new(),
        }
    }

    fn decide(command: &DefinitiveItemCommand, case: &mut Case<'_, Self>) {
        match command {
            DefinitiveItemCommand::Register(deposit) => {
                if let Some(fact) = case.fact("configuration_item", &deposit.item) {
                    let kept = !["withdrawn", "disposed"].contains(&fact.state.as_str());
                    let words = "the item is not withdrawn";
                    case.that_value(kept, &deposit.item, "item", words, "配置项须未退役");
                }
                case.text(&deposit.licence, "licence", "the licence is stated", "须说明许可");
                case.text(&deposit.location, "location", "the location is stated", "须说明存放位置");
                case.text(&deposit.version, "version", "the version is stated", "须说明版本");
                case.emit(deposit.clone());
            }
            DefinitiveItemCommand::Verify(Verify { checksum }) => {
                let intact = case.record.is_some_and(|master| master.deposit.checksum == *checksum);
                case.emit(Verified { checksum: *checksum, intact });
                if !intact {
                    case.notify(NoticeKind::Escalated, Recipient::Role(Role::SecurityManager), None);
                }
            }
            DefinitiveItemCommand::Supersede(body) => {
                let own = case.record.map(|master| master.deposit.item.as_str());
                if let Some(fact) = case.fact("definitive_item", &body.by) {
                    let fits = fact.state == "registered"
                        && fact.attribute("corrupt") != Some("yes")
                        && fact.attribute("item") == own
                        && body.by != *case.id;
                    let words = "another registered master of the same item, intact, takes its place";
                    case.that_value(fits, &body.by, "by", words, "须由同一配置项的另一完好入库介质取代");
                }
                case.emit(SupersededBy { by: body.by.clone() });
            }
            DefinitiveItemCommand::ConfirmNotice(receipt) => case.confirm_notice(receipt),
            DefinitiveItemCommand::Withdraw(body) => {
                case.text(&body.reason, "reason", "a reason is given", "须说明原因");
                case.emit(MasterWithdrawn { reason: body.reason.clone() });
            }
        }
    }

    fn fire(_: &mut Case<'_, Self>) {}

    fn due(_: &DefinitiveItem) -> Option<Instant> {
        None
    }

    fn open(head: &EventHead, event: &DefinitiveItemEvent) -> Option<DefinitiveItem> {
        let DefinitiveItemEvent::Registered(deposit) = event else { return None };
        let mut envelope = Envelope::new(head.record.clone(), head.at, head.actor.id.clone(), head.at);
        envelope.link(Link { kind: LinkKind::AffectsCi, to: deposit.item.clone() });
        let phase = DefinitiveItemPhase::Registered;
        let deposit = deposit.clone();
        Some(DefinitiveItem {
            envelope,
            phase,
            deposit,
            verified_at: None,
            corrupt: false,
            superseded_by: None,
        })
    }

    fn apply(master: &mut DefinitiveItem, head: &EventHead, event: &DefinitiveItemEvent) {
        match event {
            DefinitiveItemEvent::Registered(_) => {}
            DefinitiveItemEvent::Verified(verified) => {
                master.corrupt = !verified.intact;
                if verified.intact {
                    master.verified_at = Some(head.at);
                }
            }
            DefinitiveItemEvent::Superseded(superseded) => {
                master.phase = DefinitiveItemPhase::Superseded;
                master.superseded_by = Some(superseded.by.clone());
            }
            DefinitiveItemEvent::Withdrawn(_) => master.phase = DefinitiveItemPhase::Withdrawn,
            DefinitiveItemEvent::NoticeRequested(notice) => master.envelope.requested(notice, head.at),
            DefinitiveItemEvent::NoticeDelivered(receipt) => master.envelope.delivered(receipt),
        }
    }
}

impl DefinitiveItem {
    /// What other processes may know of it.
    #[must_use]
    pub fn known(&self) -> [(&'static str, String); 4] {
        [
            ("checksum", self.deposit.checksum.to_string()),
            ("corrupt", if self.corrupt { "yes" } else { "no" }.to_owned()),
            ("item", self.deposit.item.to_string()),
            ("ci_version", self.deposit.version.to_string()),
        ]
    }
}
