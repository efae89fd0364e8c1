//! The catalogue: one row per KPI (spec 3.27). 指标目录

use super::scope::Population;
use super::{Measured, changes, compliance, configuration, incidents, majors, problems, releases, requests};
use crate::kernel::{Label, codes};
use serde::Serialize;

codes! {
    /// What the number of a KPI counts.
    pub enum KpiUnit {
        /// Basis points of a whole: 9,950 is 99.5 %.
        Percent = "percent", "%", "%";
        /// Things.
        Count = "count", "count", "个";
        /// Seconds; shown in hours.
        Seconds = "seconds", "h", "小时";
        /// Hundredths per hundred things in scope: 250 is 2.5 per 100.
        PerHundred = "per_hundred", "per 100", "每百";
    }
}

codes! {
    /// Which way is better.
    pub enum Direction {
        /// More is better.
        Up = "up", "Higher is better", "越高越好";
        /// Less is better.
        Down = "down", "Lower is better", "越低越好";
        /// It only informs.
        Informative = "informative", "For information", "仅供参考";
    }
}

/// A KPI of the catalogue.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KpiDefinition {
    /// Its id: `K-INC-02`.
    pub id: &'static str,
    /// Its name.
    pub name: Label,
    /// Its formula in words.
    pub formula: Label,
    /// What its number counts.
    pub unit: KpiUnit,
    /// Which way is better.
    pub direction: Direction,
    /// The version of the formula; a formula that counts differently has another one.
    pub version: u32,
    #[serde(skip)]
    measure: Formula,
}

#[derive(Clone, Copy)]
struct Formula(for<'a> fn(&Population<'a>) -> Measured);

impl std::fmt::Debug for Formula {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Formula")
    }
}

impl KpiDefinition {
    /// The KPI of that id.
    #[must_use]
    pub fn of(id: &str) -> Option<&'static Self> {
        KPIS.iter().find(|kpi| kpi.id == id)
    }

    pub(super) fn measure(&self, population: &Population<'_>) -> Measured {
        (self.measure.0)(population)
    }
}

const fn kpi(
    id: &'static str,
    name: Label,
    formula: Label,
    number: (KpiUnit, Direction, u32),
    measure: for<'a> fn(&Population<'a>) -> Measured,
) -> KpiDefinition {
    let (unit, direction, version) = number;
    KpiDefinition { id, name, formula, unit, direction, version, measure: Formula(measure) }
}

const fn l(en: &'static str, zh: &'static str) -> Label {
    Label::new(en, zh)
}

use Direction::{Down, Up};
use KpiUnit::{Count, PerHundred, Percent, Seconds};

/// Every KPI that is computed, in the order of the specification. `P` is the period.
#[rustfmt::skip]
pub const KPIS: &[KpiDefinition] = &[
    kpi("K-SLM-03", l("Ticket SLA compliance", "SLA达成率"),
        l("incidents and requests finished in P that met all their clocks / those finished in P that have clocks",
          "P内完成且满足全部时钟的事件与请求 / P内完成且有时钟的事件与请求"),
        (Percent, Up, 1), compliance::tickets),
    kpi("K-INC-01", l("Incident volume", "事件量"),
        l("incidents logged in P, by service, category and priority", "P内登记的事件，按服务、类别、优先级"),
        (Count, Down, 1), incidents::volume),
    kpi("K-INC-02", l("Response compliance", "响应及时率"),
        l("incidents whose response clock was met / incidents whose response clock was stopped in P",
          "响应时钟达标的事件 / P内响应时钟停止的事件"),
        (Percent, Up, 1), compliance::response),
    kpi("K-INC-03", l("Resolution compliance", "解决及时率"),
        l("incidents whose resolution clock was met / incidents with a clock whose final resolution lies in P",
          "解决时钟达标的事件 / 最终解决在P内且有时钟的事件"),
        (Percent, Up, 1), compliance::resolution),
    kpi("K-INC-04", l("Mean time to resolve", "平均解决时间"),
        l("sum of running time from logging to the last resolution / incidents closed in P; median and P90 by nearest rank",
          "登记至最后解决的计时时间之和 / P内关闭的事件；中位数与P90按最近秩"),
        (Seconds, Down, 1), incidents::time_to_resolve),
    kpi("K-INC-05", l("First-contact resolution", "首次联系解决率"),
        l("closed in P, resolved during the first contact without transfer / closed in P that came by phone, chat or in person",
          "P内关闭且首次联系即解决、未转派 / P内关闭且经电话、即时通讯或现场受理"),
        (Percent, Up, 1), incidents::first_contact),
    kpi("K-INC-06", l("First-line resolution", "一线解决率"),
        l("closed in P, resolved by the desk or first line without functional escalation / closed in P",
          "P内关闭且由服务台或一线解决、无职能性升级 / P内关闭"),
        (Percent, Up, 1), incidents::first_line),
    kpi("K-INC-07", l("First-time fix", "首次修复率"),
        l("closed in P, never reopened, no repeat within 7 days / closed in P whose 7 days are over",
          "P内关闭、未重开且7天内无再次发生 / P内关闭且7天观察期已满"),
        (Percent, Up, 1), incidents::first_time_fix),
    kpi("K-INC-08", l("Reopen rate", "重开率"),
        l("reopenings in P / resolutions in P", "P内重开次数 / P内解决次数"),
        (Percent, Down, 1), incidents::reopening),
    kpi("K-INC-09", l("Misassignment rate", "派单退回率"),
        l("incidents that went to another group for the second time in P / closed in P",
          "P内第二次转派他组的事件 / P内关闭的事件"),
        (Percent, Down, 1), incidents::misassignment),
    kpi("K-INC-10", l("Backlog and ageing", "积压与账龄"),
        l("open at the end of P, by age in days; backlog ratio: open at the end of P / closed in P",
          "P末未解决的事件，按账龄；积压比：P末未解决 / P内关闭"),
        (Count, Down, 1), incidents::backlog),
    kpi("K-INC-11", l("CI linkage", "配置项关联率"),
        l("closed in P with a CI or an accepted reason for none / closed in P",
          "P内关闭且关联配置项或有认可理由 / P内关闭"),
        (Percent, Up, 1), incidents::ci_linkage),
    kpi("K-INC-12", l("Repeat incidents", "重复事件率"),
        l("closed in P that repeat another one, by link or by the same CI and symptom within 30 days / closed in P",
          "P内关闭且为再次发生，或30天内同一配置项同一症状 / P内关闭"),
        (Percent, Down, 1), incidents::repeats),
    kpi("K-INC-13", l("Major incidents", "重大事件"),
        l("declared in P and not downgraded; mean elapsed time from declaration to restoration of those restored in P",
          "P内宣布且未降级；P内恢复者自宣布至恢复的平均时间"),
        (Count, Down, 1), majors::declared),
    kpi("K-INC-14", l("Major incident review on time", "重大事件评审及时率"),
        l("reviewed by the due time / restored with the review due in P", "按期评审 / 已恢复且评审到期在P内"),
        (Percent, Up, 1), majors::reviewed),
    kpi("K-INC-15", l("Breach pre-warning", "预警率"),
        l("incidents whose requester was warned before the first breach in P / incidents breached in P",
          "P内首次超时前已预警请求人的事件 / P内超时的事件"),
        (Percent, Up, 1), incidents::warned),
    kpi("K-INC-16", l("Failure rate", "故障率"),
        l("failures logged in P per 100 CIs or users in scope", "P内登记的故障 / 范围内每百个配置项或用户"),
        (PerHundred, Down, 1), incidents::failure_rate),
    kpi("K-SRQ-01", l("Request on time", "请求及时率"),
        l("fulfilled within the target / fulfilled in P with a target", "按期满足 / P内满足且有目标时限"),
        (Percent, Up, 1), compliance::fulfilment),
    kpi("K-SRQ-02", l("Mean fulfilment time", "平均满足时间"),
        l("sum of running time / requests fulfilled in P with a clock", "计时时间之和 / P内满足且有时钟的请求"),
        (Seconds, Down, 1), requests::time_to_fulfil),
    kpi("K-SRQ-03", l("Standardised requests", "标准化请求占比"),
        l("requests that use a model / requests submitted in P", "使用请求模型的请求 / P内提交的请求"),
        (Percent, Up, 1), requests::standardised),
    kpi("K-PRB-01", l("Root cause on time", "根因及时率"),
        l("searches for a root cause that found it in time / those due in P", "按期找到根因的调查 / 根因期限在P内的调查"),
        (Percent, Up, 1), problems::root_cause_on_time),
    kpi("K-PRB-02", l("Problem resolution rate", "问题解决率"),
        l("problems closed cured or mitigated in P / problems closed in P", "P内以根治或缓解关闭的问题 / P内关闭的问题"),
        (Percent, Up, 1), problems::resolution),
    kpi("K-PRB-03", l("Effective resolution", "有效解决率"),
        l("cured problems without recurrence in 90 days / cured problems whose 90 days ended in P",
          "90天内无复发的已根治问题 / 90天期满在P内的已根治问题"),
        (Percent, Up, 1), problems::effective_resolution),
    kpi("K-PRB-04", l("Proactive share", "主动问题占比"),
        l("problems logged in P that were found before they did harm / problems logged in P", "P内登记的主动问题 / P内登记的问题"),
        (Percent, Up, 1), problems::proactive),
    kpi("K-PRB-05", l("Problem backlog ageing", "问题积压账龄"),
        l("problems open at the end of P, by age in days", "P末未关闭的问题，按账龄"),
        (Count, Down, 1), problems::backlog),
    kpi("K-PRB-06", l("Known errors with workaround", "有变通办法的已知错误"),
        l("published known errors with a workaround / known errors published at the end of P", "有变通办法的已发布已知错误 / P末已发布的已知错误"),
        (Percent, Up, 1), problems::with_workaround),
    kpi("K-PRB-07", l("Known-error publication time", "已知错误发布时间"),
        l("mean time from the root cause to the publication, of known errors published in P", "P内发布的已知错误自根因确定至发布的平均时间"),
        (Seconds, Down, 1), problems::publication_time),
    kpi("K-PRB-08", l("Resolved via known errors", "知识解决率"),
        l("incidents closed in P with a known error / incidents closed in P", "P内关闭且关联已知错误的事件 / P内关闭的事件"),
        (Percent, Up, 1), problems::resolved_by_knowledge),
    kpi("K-CFG-01", l("CMDB accuracy", "配置准确率"),
        l("items without deficiency / items verified by audits concluded in P, with the Wilson interval of 95 %; also by attributes",
          "无缺陷的配置项 / P内完结的审核所核查的配置项，附95% Wilson区间；另按属性计"),
        (Percent, Up, 1), configuration::accuracy),
    kpi("K-CFG-02", l("CMDB completeness", "配置完整率"),
        l("found and registered / items found by audits concluded in P; beside it registered and not found / registered and verified",
          "已发现且已登记 / P内完结的审核所发现的配置项；另计登记未发现 / 已登记且已核查"),
        (Percent, Up, 1), configuration::completeness),
    kpi("K-CFG-03", l("Relation completeness", "关系完整率"),
        l("live items with the relations that their types demand / live items at the end of P",
          "具备类型要求关系的运行配置项 / P末运行配置项"),
        (Percent, Up, 1), configuration::related),
    kpi("K-CFG-04", l("Unauthorised CI changes", "未授权变更"),
        l("differences without a change, request or correction / differences of controlled items in P, altered or found by audits",
          "无变更、请求或纠正依据的差异 / P内受控配置项的差异，含登记改动与审核发现"),
        (Percent, Down, 1), configuration::unauthorised),
    kpi("K-CFG-05", l("CI update latency", "配置更新时滞"),
        l("mean time from the end of the deployment to the update, of items updated in P under a change; P90",
          "P内依变更更新的配置项自部署结束至更新的平均时间；P90"),
        (Seconds, Down, 1), configuration::update_latency),
    kpi("K-CFG-06", l("Audit deficiency closure", "审计缺陷关闭率"),
        l("closed in time / deficiencies due in P", "按期关闭 / P内到期的缺陷"),
        (Percent, Up, 1), configuration::deficiencies_closed),
    kpi("K-CHG-01", l("Change success", "变更成功率"),
        l("changes closed in P as successful, no incident caused within 14 days / changes closed in P",
          "P内成功关闭且14天内未引发事件的变更 / P内关闭的变更"),
        (Percent, Up, 1), changes::success),
    kpi("K-CHG-02", l("Emergency share", "紧急变更占比"),
        l("emergencies implemented in P / changes implemented in P; also without standard changes",
          "P内实施的紧急变更 / P内实施的变更；另计不含标准变更"),
        (Percent, Down, 1), changes::emergencies),
    kpi("K-CHG-03", l("Back-out rate", "回退率"),
        l("changes implemented in P and undone / changes implemented in P", "P内实施并回退的变更 / P内实施的变更"),
        (Percent, Down, 1), changes::backed_out),
    kpi("K-CHG-04", l("Change-caused incidents", "变更引发事件率"),
        l("changes that caused an incident within 14 days / changes implemented in P whose 14 days are over",
          "14天内引发事件的变更 / P内实施且14天观察期已满的变更"),
        (Percent, Down, 1), changes::caused_incidents),
    kpi("K-CHG-05", l("Rework rate", "返工率"),
        l("failed and remedied, undone and asked for again, or followed within 14 days by a change of the same item that came of it / changes implemented in P",
          "失败并补救、回退后重新申请，或14天内同一配置项由其引起的后续变更 / P内实施的变更"),
        (Percent, Down, 1), changes::rework),
    kpi("K-CHG-06", l("Change review on time", "变更评审及时率"),
        l("reviewed by the due time / changes whose review was due in P", "按期评审 / 评审到期在P内的变更"),
        (Percent, Up, 1), changes::reviewed),
    kpi("K-CHG-07", l("Change lead time", "变更周期"),
        l("median from submission to the end of the implementation, of changes implemented in P; P90; both by category",
          "P内实施的变更自提交至实施结束的中位数；P90；均按类别"),
        (Seconds, Down, 1), changes::lead_time),
    kpi("K-CHG-08", l("Window adherence", "按计划实施率"),
        l("begun and ended inside the planned window / changes implemented in P that had one",
          "在计划窗口内开始并结束 / P内实施且有窗口的变更"),
        (Percent, Up, 1), changes::in_window),
    kpi("K-CHG-09", l("Emergency completion", "紧急变更补录率"),
        l("emergencies documented and reviewed within their limits / emergencies whose review was due in P",
          "限期内补录并评审的紧急变更 / 评审到期在P内的紧急变更"),
        (Percent, Up, 1), changes::made_good),
    kpi("K-CHG-10", l("Change backlog", "变更积压"),
        l("approved, not begun, past the planned begin at the end of P", "P末已批准未开始且已过计划开始时间"),
        (Count, Down, 1), changes::backlog),
    kpi("K-CHG-11", l("Approval before implementation", "先批准后实施率"),
        l("approved for the content they had when they began / changes implemented in P",
          "开始时其内容已获批准的变更 / P内实施的变更"),
        (Percent, Up, 1), changes::approved_before),
    kpi("K-REL-01", l("Release success", "发布成功率"),
        l("closed as a success / releases closed in P", "成功关闭 / P内关闭的发布"),
        (Percent, Up, 1), releases::success),
    kpi("K-REL-02", l("Release on time", "发布按期率"),
        l("deployed by the end of the window agreed to first / releases whose first agreed window ended in P",
          "在首次批准的窗口结束前部署 / 首次批准窗口结束在P内的发布"),
        (Percent, Up, 1), releases::on_time),
    kpi("K-REL-03", l("Release-caused incidents", "发布引发事件"),
        l("incidents caused by a release and logged while it was observed / releases whose observation ended in P",
          "观察期内登记且由发布引起的事件 / 观察期结束在P内的发布"),
        (PerHundred, Down, 1), releases::caused_incidents),
    kpi("K-REL-04", l("Emergency release share", "紧急发布占比"),
        l("emergency releases / releases deployed in P", "紧急发布 / P内部署的发布"),
        (Percent, Down, 1), releases::emergencies),
    kpi("K-REL-05", l("First-pass test acceptance", "一次验收通过率"),
        l("accepted at the first submission without exceptions / releases first submitted in P",
          "首次提交即无例外验收 / P内首次提交的发布"),
        (Percent, Up, 1), releases::first_pass),
];
