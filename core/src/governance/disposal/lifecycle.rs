//! The table of disposals. The guards are ours; 3.30 has none for them.

use super::record::DisposalPhase;
use crate::kernel::{Label, Lifecycle, Role, Rule, Who};
use DisposalPhase::{Approved, Cancelled, CarriedOut, Rejected, Requested};

/// Who keeps records.
const KEEPERS: &[Who] = &[
    Who::Role(Role::DocumentController),
    Who::Role(Role::SecurityManager),
    Who::Role(Role::ProcessOwner),
    Who::Role(Role::ManagementRepresentative),
];

/// Who is accountable for them (spec 3.2: PO).
const ACCOUNTABLE: &[Who] = &[Who::Role(Role::ProcessOwner), Who::Role(Role::ManagementRepresentative)];

/// The lifecycle of disposals. Its requester is whoever opened it.
#[rustfmt::skip]
pub static LIFECYCLE: Lifecycle<DisposalPhase> = Lifecycle {
    process: "disposal",
    label: Label::new("Disposal", "处置"),
    prefix: "DSP",
    rules: &[
        Rule { id: "T-DSP-L1", command: "disposal.request", from: &[], to: Some(Requested), who: KEEPERS,
            words: Label::new("legal basis and method; an erasure of known personal values of a named person, without a hold; or closed records without open links, kept long enough, without a hold", "法律依据与方法；删除指明人员的已知个人数据且无保留；或处置已关闭、无未结关联、保存期满且无保留的记录") },
        Rule { id: "T-DSP-L2", command: "disposal.approve", from: &[Requested], to: Some(Approved), who: ACCOUNTABLE,
            words: Label::new("by another person than requested it, whom no waiver replaces; the conditions of T-DSP-L1 hold still", "由请求人以外的人批准，任何豁免均不适用；T-DSP-L1 的条件仍须满足") },
        Rule { id: "T-DSP-L3", command: "disposal.reject", from: &[Requested], to: Some(Rejected), who: ACCOUNTABLE,
            words: Label::new("a reason", "原因") },
        Rule { id: "T-DSP-L4", command: "disposal.carry_out", from: &[Approved], to: Some(CarriedOut), who: KEEPERS,
            words: Label::new("the conditions of T-DSP-L1 hold still", "T-DSP-L1 的条件仍须满足") },
        Rule { id: "T-DSP-L5", command: "disposal.cancel", from: &[Requested, Approved], to: Some(Cancelled),
            who: &[Who::Requester, Who::Role(Role::ProcessOwner), Who::Role(Role::ManagementRepresentative)],
            words: Label::new("a reason", "原因") },
        Rule { id: "T-DSP-L6", command: "disposal.confirm_notice", from: DisposalPhase::ALL, to: None,
            who: &[Who::Role(Role::Gateway), Who::Role(Role::ServiceDesk)],
            words: Label::new("a notice that was requested", "已请求的通知") },
    ],
};
