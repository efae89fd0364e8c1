//! What an entry of the journal says to people, in either language.

use crate::script;
use crate::tell_cure;
use crate::week::wall;
use itsm::kernel::{Label, Link, NoticeKind};
use itsm::resolution::IncidentEvent;
use itsm::resolution::major_incident::MajorIncidentEvent;
use itsm::resolution::service_request::ServiceRequestEvent;
use itsm::sla::{ClockMark, ClockSet, LevelKind, MarkCause};
use itsm::system::{ServiceManagementSystem, SystemEvent, What};
use itsm::time::Language;

/// How loudly a line is said.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Plain,
    /// A clock's remark.
    Aside,
    /// A warning, an escalation, a refusal.
    Warning,
    /// A missed target.
    Alarm,
}

/// Picks a language and fills in what the braces name.
macro_rules! say {
    ($language:expr, $en:literal, $zh:literal) => {
        match $language {
            Language::English => format!($en),
            Language::Chinese => format!($zh),
        }
    };
}
pub(crate) use say;

pub const fn pick(label: Label, language: Language) -> &'static str {
    match language {
        Language::English => label.en,
        Language::Chinese => label.zh,
    }
}

/// One entry in words; nothing for a notice that is only requested, and for a clock that merely stops.
pub fn told(
    event: &SystemEvent,
    desk: &ServiceManagementSystem,
    language: Language,
) -> Option<(String, Tone)> {
    let record = event.head.record.as_str();
    let plain = |text: Option<String>| text.map(|text| (text, Tone::Plain));
    match &event.body {
        What::Incident(IncidentEvent::Clock(mark)) => clock(mark, language),
        What::Incident(IncidentEvent::NoticeDelivered(receipt)) => {
            let notice = desk.incident(record)?.envelope.noticed(receipt.number)?;
            plain(Some(delivered(notice.why, language)))
        }
        What::Incident(incident_event) => plain(incident(record, incident_event, language)),
        What::MajorIncident(MajorIncidentEvent::NoticeDelivered(receipt)) => {
            let notice = desk.major_incident(record)?.envelope.noticed(receipt.number)?;
            plain(Some(delivered(notice.why, language)))
        }
        What::MajorIncident(major_event) => major(major_event, language),
        What::ServiceRequest(ServiceRequestEvent::Clock(mark)) => clock(mark, language),
        What::ServiceRequest(request_event) => plain(request(request_event, language)),
        other => tell_cure::told(other, language),
    }
}

fn delivered(why: NoticeKind, language: Language) -> String {
    let why = pick(why.label(), language);
    say!(language, "notice delivered: {why}", "通知已送达：{why}")
}

fn incident(record: &str, event: &IncidentEvent, language: Language) -> Option<String> {
    use IncidentEvent as E;
    Some(match event {
        E::Logged(logged) => {
            let (channel, title) = (pick(logged.channel.label(), language), script::title(record));
            let title = pick(title, language);
            let mut text = say!(language, "logged ({channel}): {title}", "登记（{channel}）：{title}");
            if logged.late_entry {
                let at = wall(logged.occurred_at);
                text += &say!(language, "; late entry, it began {at}", "；补录，发生于 {at}");
            }
            if let Some(before) = &logged.repeat_of {
                text += &say!(language, "; {before} again", "；{before} 再次发生");
            }
            text
        }
        E::Classified(classified) => {
            let (of, priority) = (&classified.classification, classified.priority);
            let (category, impact, urgency) = (&of.category, of.impact, of.urgency);
            let mut text = say!(
                language,
                "{category}: impact {impact}, urgency {urgency}, so priority {priority}",
                "{category}：影响度 {impact}，紧急度 {urgency}，优先级 {priority}"
            );
            for criterion in &classified.major_criteria {
                text += &say!(
                    language,
                    "; may be a major incident (`{criterion}`)",
                    "；符合重大事件标准 `{criterion}`"
                );
            }
            text
        }
        E::Assigned(assigned) => {
            let group = &assigned.assignment.group;
            say!(language, "assigned to {group}", "分派给 {group}")
        }
        E::Acknowledged(_) => say!(language, "work begins", "开始处理"),
        E::Reassigned(reassigned) => {
            let (group, reason) = (&reassigned.assignment.group, &reassigned.reason);
            say!(language, "reassigned to {group}: {reason}", "改派给 {group}：{reason}")
        }
        E::Pended(pended) => {
            let (reason, until, note) =
                (pick(pended.reason.label(), language), wall(pended.until), &pended.note);
            say!(language, "waits ({reason}) until {until}: {note}", "挂起（{reason}）至 {until}：{note}")
        }
        E::Resumed(resumed) => {
            let reason = &resumed.reason;
            say!(language, "resumed: {reason}", "恢复处理：{reason}")
        }
        E::Resolved(resolved) => {
            let resolution = &resolved.resolution;
            let (kind, text) = (pick(resolution.kind.label(), language), &resolution.text);
            say!(language, "resolved ({kind}): {text}", "已解决（{kind}）：{text}")
        }
        E::Closed(closed) if closed.closure.automatic => {
            say!(language, "closed by itself, nobody answered", "无人答复，自动关闭")
        }
        E::Closed(_) => say!(language, "confirmed and closed", "已确认并关闭"),
        E::Reopened(reopened) => {
            let reason = &reopened.reason;
            say!(language, "reopened: {reason}", "重新打开：{reason}")
        }
        E::Cancelled(cancelled) => match &cancelled.duplicate_of {
            Some(other) => say!(language, "cancelled, a duplicate of {other}", "取消，与 {other} 重复"),
            None => say!(language, "cancelled, logged by mistake", "取消，误登记"),
        },
        E::Converted(converted) => {
            let (to, reason) = (&converted.to, &converted.reason);
            say!(language, "goes on as {to}: {reason}", "转为 {to}：{reason}")
        }
        E::PriorityOverridden(overridden) => {
            let (priority, reason) = (overridden.by.priority(), overridden.by.reason());
            let until = overridden.by.expires_at().map(wall).unwrap_or_default();
            say!(
                language,
                "priority {priority} until {until}: {reason}",
                "优先级人工调整为 {priority}，至 {until}：{reason}"
            )
        }
        E::PriorityRestored(restored) => {
            let priority = restored.priority;
            say!(language, "the matrix holds again: priority {priority}", "恢复矩阵优先级 {priority}")
        }
        E::Linked(linked) => {
            let Link { kind, to } = &linked.link;
            format!("{}: {to}", pick(kind.label(), language))
        }
        E::MarkedMajor(marked) => {
            let major = &marked.major;
            say!(language, "is the major incident {major}", "列为重大事件 {major}")
        }
        _ => return None,
    })
}

fn major(event: &MajorIncidentEvent, language: Language) -> Option<(String, Tone)> {
    use MajorIncidentEvent as E;
    let text = match event {
        E::Declared(declared) => {
            let (incident, by) = (&declared.incident, wall(declared.notice_due));
            say!(
                language,
                "MAJOR INCIDENT declared for {incident}; management is told by {by}",
                "就 {incident} 宣布重大事件；须于 {by} 前通报最高管理层"
            )
        }
        E::Managed(managed) => {
            let minutes = managed.update_every_s / 60;
            say!(language, "taken in hand; updates every {minutes} min", "开始指挥；每 {minutes} 分钟通报")
        }
        E::Updated(updated) => {
            let text = &updated.text;
            say!(language, "update: {text}", "通报：{text}")
        }
        E::Restored(restored) => {
            let (at, review) = (wall(restored.restoration.restored_at), wall(restored.review_due));
            say!(language, "service restored {at}; review due {review}", "服务恢复于 {at}；评审期限 {review}")
        }
        E::ReviewBegun(begun) => {
            let facilitator = &begun.facilitator;
            say!(language, "review begins, led by {facilitator}", "评审开始，主持人 {facilitator}")
        }
        E::Reviewed(reviewed) => {
            let improvement = reviewed.review.improvements.join("; ");
            say!(language, "reviewed; to improve: {improvement}", "评审完成；改进：{improvement}")
        }
        E::Closed(_) => say!(language, "major incident closed, report filed", "重大事件关闭，报告已提交"),
        E::UpdateOverdue(overdue) => {
            let due = wall(overdue.due);
            let text = say!(language, "UPDATE MISSED, due {due}", "通报逾期，应于 {due}");
            return Some((text, Tone::Alarm));
        }
        _ => return None,
    };
    Some((text, Tone::Plain))
}

fn request(event: &ServiceRequestEvent, language: Language) -> Option<String> {
    use ServiceRequestEvent as E;
    Some(match event {
        E::Submitted(submitted) => {
            let (model, beneficiary) = (&submitted.model, &submitted.beneficiary);
            say!(language, "asked for {model}, for {beneficiary}", "申请 {model}，受益人 {beneficiary}")
        }
        E::Validated(validated) => {
            let priority = validated.priority;
            say!(language, "entitled; priority {priority}", "资格已核实；优先级 {priority}")
        }
        E::ApprovalRequested(requested) => {
            let voters: Vec<_> =
                requested.ballot.voters().iter().map(|voter| voter.person.to_string()).collect();
            let voters = voters.join(", ");
            say!(language, "approval wanted of {voters}", "待审批：{voters}")
        }
        E::Voted(voted) => {
            let vote = pick(voted.cast.vote.decision.label(), language);
            say!(language, "votes: {vote}", "投票：{vote}")
        }
        E::Approved(_) => say!(language, "approved", "已批准"),
        E::FulfilmentBegun(begun) => {
            let (document, version) = (&begun.instructions.document, begun.instructions.version);
            say!(
                language,
                "in fulfilment by {document} version {version}",
                "按 {document} 第 {version} 版实施"
            )
        }
        E::TaskFinished(finished) => {
            let task = &finished.task;
            say!(language, "done: {task}", "任务完成：{task}")
        }
        E::Fulfilled(fulfilled) => {
            let mut text = say!(language, "fulfilled", "已完成");
            for end in fulfilled.fulfilment.access.iter().filter_map(|grant| grant.expires_at) {
                let end = wall(end);
                text += &say!(language, "; the access ends {end}", "；权限于 {end} 失效");
            }
            text
        }
        E::Closed(_) => say!(language, "confirmed and closed", "已确认并关闭"),
        _ => return None,
    })
}

fn clock(mark: &ClockMark, language: Language) -> Option<(String, Tone)> {
    let metric = pick(mark.metric().label(), language);
    Some(match mark {
        ClockMark::Set(set) => (set_clock(set, metric, language)?, Tone::Aside),
        ClockMark::LevelReached(reached) => {
            let (kind, level) = (pick(reached.kind.label(), language), &reached.level);
            let told: Vec<_> = reached.notify.iter().map(ToString::to_string).collect();
            let told = told.join(", ");
            let tone = if reached.kind == LevelKind::Warning { Tone::Warning } else { Tone::Aside };
            (
                say!(
                    language,
                    "{metric}: {level}, {kind} to {told}",
                    "{metric}：{level}，{kind}，通知 {told}"
                ),
                tone,
            )
        }
        ClockMark::Breached(breached) => {
            let due = breached.due_at.map(wall).unwrap_or_default();
            (say!(language, "{metric} BREACHED, was due {due}", "{metric}超时，应于 {due} 前"), Tone::Alarm)
        }
        ClockMark::Excused(excused) => {
            let reason = &excused.reason;
            (
                say!(language, "{metric}: breach excused, {reason}", "{metric}：超时免责，{reason}"),
                Tone::Plain,
            )
        }
    })
}

fn set_clock(set: &ClockSet, metric: &str, language: Language) -> Option<String> {
    let due = set.due_at.map(wall);
    Some(match (set.cause, due) {
        (MarkCause::Started, Some(due)) => say!(language, "{metric} due {due}", "{metric}期限 {due}"),
        (MarkCause::Paused, _) => say!(language, "{metric} clock paused", "{metric}时钟暂停"),
        (MarkCause::Resumed, Some(due)) => {
            say!(language, "{metric} clock runs on, due {due}", "{metric}时钟恢复，期限 {due}")
        }
        (MarkCause::Reopened, Some(due)) => {
            say!(language, "{metric} clock runs again, due {due}", "{metric}时钟重启，期限 {due}")
        }
        (MarkCause::Retargeted, Some(due)) => {
            say!(language, "{metric} now due {due}", "{metric}期限改为 {due}")
        }
        _ => return None,
    })
}
