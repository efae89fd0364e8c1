//! The table of configuration audits (spec 3.23). The guards are ours; 3.30 has none for them.

use super::record::ConfigurationAuditPhase;
use crate::kernel::{Label, Lifecycle, Role, Rule, Who};
use ConfigurationAuditPhase::{Cancelled, Clean, Closed, Deficient, InProgress, Planned, Reported};

const CONFIGURATION: Who = Who::Role(Role::ConfigurationManager);
const AUDITOR: Who = Who::Assignee;

const fn rule(
    id: &'static str,
    command: &'static str,
    from: &'static [ConfigurationAuditPhase],
    to: Option<ConfigurationAuditPhase>,
    who: &'static [Who],
    en: &'static str,
    zh: &'static str,
) -> Rule<ConfigurationAuditPhase> {
    Rule { id, command, from, to, who, words: Label::new(en, zh) }
}

/// The lifecycle of configuration audits. Its assignee is its auditor.
#[rustfmt::skip]
pub static LIFECYCLE: Lifecycle<ConfigurationAuditPhase> = Lifecycle {
    process: "configuration_audit",
    label: Label::new("Configuration audit", "配置审核"),
    prefix: "CAU",
    rules: &[
        rule("T-CAU-L1", "configuration_audit.plan", &[], Some(Planned), &[CONFIGURATION, Who::Role(Role::LeadAuditor)],
            "scope, method and an auditor who has not altered the items", "范围、方法，以及未改动过这些配置项的审核员"),
        rule("T-CAU-L2", "configuration_audit.begin", &[Planned], Some(InProgress), &[AUDITOR],
            "an auditor who has not altered the items meanwhile", "审核员在此期间未改动这些配置项"),
        rule("T-CAU-L3", "configuration_audit.record", &[InProgress], None, &[AUDITOR],
            "findings on items in scope, each item once; what is unexpected lies outside the register", "范围内配置项的发现，各一次；意外发现须不在登记册中"),
        rule("T-CAU-L4", "configuration_audit.conclude", &[InProgress], Some(Deficient), &[AUDITOR],
            "every item in scope is verified, by an auditor who has not altered them meanwhile; something is wrong", "范围内配置项均已由未改动过它们的审核员核查；存在缺陷"),
        rule("T-CAU-L5", "configuration_audit.conclude", &[InProgress], Some(Clean), &[AUDITOR],
            "as T-CAU-L4; nothing is wrong", "同 T-CAU-L4；无缺陷"),
        rule("T-CAU-L6", "configuration_audit.report", &[Deficient, Clean], Some(Reported), &[AUDITOR],
            "the report", "报告"),
        rule("T-CAU-L7", "configuration_audit.correct", &[Deficient, Reported], None, &[CONFIGURATION],
            "an open deficiency; a change of its own, or an approval of the correction that is not the auditor's", "未关闭的缺陷；单独的变更，或非审核员批准的纠正"),
        rule("T-CAU-L8", "configuration_audit.close_deficiency", &[Deficient, Reported], None, &[AUDITOR],
            "its correction is decided and done", "纠正已决定并完成"),
        rule("T-CAU-L9", "configuration_audit.close", &[Reported], Some(Closed), &[CONFIGURATION],
            "every deficiency is closed", "全部缺陷已关闭"),
        rule("T-CAU-L11", "configuration_audit.assign", &[Planned, InProgress, Deficient, Clean, Reported], None, &[CONFIGURATION, Who::Role(Role::LeadAuditor)],
            "another auditor who has not altered the items", "未改动过这些配置项的另一审核员"),
        rule("T-CAU-L12", "configuration_audit.cancel", &[Planned, InProgress], Some(Cancelled), &[CONFIGURATION, Who::Role(Role::LeadAuditor)],
            "a reason", "原因"),
        rule("T-CAU-L10", "configuration_audit.confirm_notice", ConfigurationAuditPhase::ALL, None, &[Who::Role(Role::Gateway), Who::Role(Role::ServiceDesk)],
            "a notice that was requested", "已请求的通知"),
    ],
};
