//! What an entry of the journal says of problems, changes, releases and items.

use crate::tell::{Tone, pick, say};
use itsm::control::change::ChangeEvent;
use itsm::control::configuration_item::ConfigurationItemEvent;
use itsm::kernel::{EventBody, Label};
use itsm::resolution::problem_candidate::ProblemCandidateEvent;
use itsm::system::What;
use itsm::time::Language;

/// What happened, by its kind, where no more need be said.
#[rustfmt::skip]
const SAID: &[(&str, Label)] = &[
    ("baseline.captured", Label::new("baseline captured", "已捕获基线")),
    ("baseline.frozen", Label::new("baseline frozen", "基线已冻结")),
    ("change.accepted", Label::new("change accepted and classified", "变更已受理并分类")),
    ("change.approval_requested", Label::new("its authority is asked", "提交审批")),
    ("change.approved", Label::new("change approved", "变更已批准")),
    ("change.assessed", Label::new("assessed, risk scored", "已评估，风险已评分")),
    ("change.closed", Label::new("change closed", "变更已关闭")),
    ("change.drafted", Label::new("request for change", "变更申请")),
    ("change.edited", Label::new("approved content edited: the approval is void", "已批准内容被修改：批准作废")),
    ("change.implementation_begun", Label::new("implementation begins", "开始实施")),
    ("change.implemented", Label::new("change implemented", "变更已实施")),
    ("change.review_begun", Label::new("review begins", "开始评审")),
    ("change.reviewed", Label::new("change reviewed", "变更已评审")),
    ("change.submitted", Label::new("submitted", "已提交")),
    ("change_model.approved", Label::new("standard change model approved", "标准变更模型已批准")),
    ("change_model.proposed", Label::new("standard change model proposed", "提议标准变更模型")),
    ("definitive_item.registered", Label::new("master put into the library", "最终介质入库")),
    ("known_error.drafted", Label::new("known error drafted", "已起草已知错误")),
    ("known_error.fix_announced", Label::new("a fix is on its way", "修复已在途")),
    ("known_error.published", Label::new("known error published", "已知错误已发布")),
    ("known_error.retired", Label::new("known error retired", "已知错误已退役")),
    ("problem.cause_identified", Label::new("root cause identified", "根因已确定")),
    ("problem.cause_proposed", Label::new("root cause found, to be confirmed", "已找到根因，待确认")),
    ("problem.classified", Label::new("problem classified", "问题已分类")),
    ("problem.closed", Label::new("problem closed, cured", "问题已关闭，根治")),
    ("problem.fix_begun", Label::new("the fix is approved", "修复已获批准")),
    ("problem.fix_live", Label::new("the fix is live", "修复已上线")),
    ("problem.observation_begun", Label::new("observation of the fix begins", "开始观察修复效果")),
    ("problem.observation_ended", Label::new("observation ended without recurrence", "观察期满无复发")),
    ("problem.fix_proposed", Label::new("fix proposed", "已提出修复")),
    ("problem.investigation_begun", Label::new("investigation begins", "开始调查")),
    ("problem.logged", Label::new("problem logged", "问题已登记")),
    ("problem_candidate.accepted", Label::new("candidate accepted", "候选已接受")),
    ("problem_candidate.evidence_added", Label::new("one more incident for the candidate", "候选新增事件")),
    ("release.accepted", Label::new("release accepted", "发布已验收")),
    ("release.baselined", Label::new("release baselined", "发布已建基线")),
    ("release.built", Label::new("release built from the library", "已由最终介质构建")),
    ("release.closed", Label::new("release closed, success", "发布已关闭，成功")),
    ("release.deployed", Label::new("RELEASE DEPLOYED", "发布已部署")),
    ("release.deployment_begun", Label::new("deployment begins", "开始部署")),
    ("release.observation_ended", Label::new("observation ended", "观察期结束")),
    ("release.plan_approved", Label::new("release plan agreed", "发布计划已获同意")),
    ("release.planned", Label::new("release planned", "发布已计划")),
    ("release.reviewed", Label::new("release reviewed", "发布已评审")),
    ("release.tested", Label::new("release tested", "发布已测试")),
];

pub fn told(what: &What, language: Language) -> Option<(String, Tone)> {
    let plain = |text| Some((text, Tone::Plain));
    match what {
        What::ProblemCandidate(ProblemCandidateEvent::Raised(raised)) => {
            let (rule, subject) = (pick(raised.rule.label(), language), raised.subject.key());
            let text = say!(language, "problem candidate, {subject}: {rule}", "问题候选，{subject}：{rule}");
            Some((text, Tone::Warning))
        }
        What::Change(ChangeEvent::Scheduled(scheduled)) if !scheduled.conflicts.is_empty() => {
            let count = scheduled.conflicts.len();
            plain(say!(language, "scheduled; {count} soft conflicts noted", "已排程；记录 {count} 个软冲突"))
        }
        What::Change(ChangeEvent::Scheduled(_)) => plain(say!(language, "scheduled", "已排程")),
        What::ConfigurationItem(ConfigurationItemEvent::Altered(altered)) => {
            let version = altered.update.version.clone().unwrap_or_default();
            plain(say!(language, "now in version {version}", "现为版本 {version}"))
        }
        _ => {
            let said = SAID.iter().find(|(kind, _)| *kind == what.kind())?;
            plain(pick(said.1, language).to_owned())
        }
    }
}
