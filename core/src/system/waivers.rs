//! Waivers of separation of duties as records (spec 3.0.7). 职责分离豁免登记
//!
//! Filed and revoked by top management or the management representative; guards `T-SOD-L…` are ours.

use crate::kernel::{
    Case, Envelope, EventHead, Instant, Label, Lifecycle, Notice, Process, Role, Rule, Text, Waiver, Who,
    codes, messages,
};
use serde::{Deserialize, Serialize};

codes! {
    /// The phases of a waiver.
    pub enum WaiverPhase {
        /// It lifts its row within its validity.
        Filed = "filed", "Filed", "已备案";
        /// It lifts nothing any more.
        Revoked = "revoked", "Revoked", "已撤销";
    }
}

/// Files a waiver; the record's id is the waiver's.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct File {
    /// What it says.
    pub waiver: Waiver,
}

/// Revokes a waiver.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Revoke {
    /// Why.
    pub reason: Text,
}

/// A waiver was filed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Filed {
    /// What it says.
    pub waiver: Waiver,
}

/// A waiver was revoked.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Revoked {
    /// Why.
    pub reason: Text,
}

messages! {
    /// The commands of a waiver.
    pub enum WaiverCommand {
        /// ∅ → Filed.
        File(Box<File>) = "waiver.file";
        /// Filed → Revoked.
        Revoke(Revoke) = "waiver.revoke";
    }
}

messages! {
    /// What happens to a waiver.
    pub enum WaiverEvent {
        /// It was filed.
        Filed(Box<Filed>) = "waiver.filed";
        /// It was revoked.
        Revoked(Revoked) = "waiver.revoked";
        /// Somebody is to be told.
        NoticeRequested(Notice) = "notice.requested";
    }
}

/// A waiver on file.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FiledWaiver {
    /// What every record has.
    pub envelope: Envelope,
    /// Where it stands.
    pub phase: WaiverPhase,
    /// What it says.
    pub waiver: Waiver,
}

const MANAGEMENT: &[Who] = &[Who::Role(Role::TopManagement), Who::Role(Role::ManagementRepresentative)];

/// The lifecycle of waivers.
#[rustfmt::skip]
pub static LIFECYCLE: Lifecycle<WaiverPhase> = Lifecycle {
    process: "waiver",
    label: Label::new("Waiver of separation of duties", "职责分离豁免"),
    prefix: "WVR",
    rules: &[
        Rule { id: "T-SOD-L1", command: "waiver.file", from: &[], to: Some(WaiverPhase::Filed), who: MANAGEMENT,
            words: Label::new("approved by the actor, under the record's id", "由操作者批准，编号与记录一致") },
        Rule { id: "T-SOD-L2", command: "waiver.revoke", from: &[WaiverPhase::Filed], to: Some(WaiverPhase::Revoked), who: MANAGEMENT,
            words: Label::new("a reason", "原因") },
    ],
};

/// The process of waivers.
#[derive(Clone, Copy, Debug)]
pub struct Waivers;

impl Process for Waivers {
    type Phase = WaiverPhase;
    type Record = FiledWaiver;
    type Command = WaiverCommand;
    type Event = WaiverEvent;
    type Policy = ();

    const LIFECYCLE: &'static Lifecycle<WaiverPhase> = &LIFECYCLE;

    fn kind(command: &WaiverCommand) -> &'static str {
        command.kind()
    }

    fn phase(waiver: &FiledWaiver) -> WaiverPhase {
        waiver.phase
    }

    fn envelope(waiver: &FiledWaiver) -> &Envelope {
        &waiver.envelope
    }

    fn envelope_mut(waiver: &mut FiledWaiver) -> &mut Envelope {
        &mut waiver.envelope
    }

    fn decide(command: &WaiverCommand, case: &mut Case<'_, Self>) {
        match command {
            WaiverCommand::File(file) => {
                let terms = file.waiver.terms();
                case.that_value(
                    terms.approved_by == *case.actor(),
                    &terms.approved_by,
                    "approved_by",
                    "whoever files it approved it",
                    "备案人须为批准人",
                );
                case.that_value(
                    terms.id == *case.id,
                    &terms.id,
                    "id",
                    "the record has the waiver's id",
                    "记录编号须与豁免编号一致",
                );
                case.that_value(
                    terms.valid_until > case.at,
                    terms.valid_until,
                    "valid_until",
                    "it does not end before it is filed",
                    "有效期不得早于备案时间",
                );
                case.emit(Box::new(Filed { waiver: file.waiver.clone() }));
            }
            WaiverCommand::Revoke(revoke) => {
                case.text(&revoke.reason, "reason", "a reason is given", "须说明原因");
                case.emit(Revoked { reason: revoke.reason.clone() });
            }
        }
    }

    fn fire(_: &mut Case<'_, Self>) {}

    fn due(_: &FiledWaiver) -> Option<Instant> {
        None
    }

    fn open(head: &EventHead, event: &WaiverEvent) -> Option<FiledWaiver> {
        let WaiverEvent::Filed(filed) = event else { return None };
        let envelope = Envelope::new(head.record.clone(), head.at, head.actor.id.clone(), head.at);
        Some(FiledWaiver { envelope, phase: WaiverPhase::Filed, waiver: filed.waiver.clone() })
    }

    fn apply(waiver: &mut FiledWaiver, head: &EventHead, event: &WaiverEvent) {
        match event {
            WaiverEvent::Filed(_) => {}
            WaiverEvent::Revoked(_) => waiver.phase = WaiverPhase::Revoked,
            WaiverEvent::NoticeRequested(notice) => waiver.envelope.requested(notice, head.at),
        }
    }
}
