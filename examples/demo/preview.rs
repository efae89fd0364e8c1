//! What the register, the schedule and the graph answered on the way to the cure, each as of its day.

use crate::tell::{pick, say};
use crate::week::{Week, local, wall};
use itsm::cmdb::{CmdbDocument, Difference, ImpactOptions, ServiceAgreement, Source};
use itsm::control::schedule::{ChangeSchedule, Horizon, Intervention};
use itsm::kernel::{CiId, Instant, PolicyId, RecordId};
use itsm::time::Language;
use std::error::Error;

type Section = (String, String);

/// Every section: its title and its lines.
pub fn sections(after: &Week, language: Language) -> Result<Vec<Section>, Box<dyn Error>> {
    Ok(vec![
        impact(after, language)?,
        together(after, language)?,
        windows(after, language)?,
        offered(after, language)?,
        changed(after, language)?,
    ])
}

/// What would break if the change went wrong, why, and how much of the promised time that is.
fn impact(after: &Week, language: Language) -> Result<Section, Box<dyn Error>> {
    let at = local("10-16 14:20")?;
    let then = after.desk.as_of(at)?;
    let (from, until) = (local("10-24 22:00")?, local("10-24 23:30")?);
    let mut lines = Vec::new();
    for items in [&["token-1", "token-2"][..], &["token-1", "token-2", "token-3"][..]] {
        let sources: Vec<Source> =
            items.iter().filter_map(|item| CiId::new(item).ok()).map(Source::down).collect();
        let impact = then.cmdb().impact_of(&sources, &ImpactOptions::default())?;
        let names = items.join(", ");
        let reached: Vec<_> = impact
            .items
            .iter()
            .filter(|reached| !items.contains(&reached.item.as_str()))
            .map(|reached| format!("{} {}", reached.item, pick(reached.state.label(), language)))
            .collect();
        let reached =
            if reached.is_empty() { say!(language, "nothing else", "无其他") } else { reached.join(", ") };
        lines.push(say!(language, "{names} down: {reached}", "{names} 中断：{reached}"));
        for margin in impact.strained.iter().filter(|margin| margin.until_down == Some(1)) {
            let item = &margin.item;
            lines.push(say!(language, "  one more loss and {item} is down", "  再失去一个，{item} 即中断"));
        }
        let services: Vec<CiId> = impact.services().map(|reached| reached.item.clone()).collect();
        for why in then.cmdb().witnesses(&sources, &ImpactOptions::default(), &services)? {
            let (item, because) = (
                &why.item,
                why.given.iter().map(|source| source.item.to_string()).collect::<Vec<_>>().join(" + "),
            );
            let path: Vec<_> = why
                .relations
                .iter()
                .map(|relation| format!("{} {} {}", relation.from, relation.kind, relation.to))
                .collect();
            let path = path.join("; ");
            lines.push(say!(
                language,
                "  {item} because of {because}: {path}",
                "  {item} 因 {because}：{path}"
            ));
        }
        // Riverside's agreement runs around the clock.
        let round = itsm::time::BusinessCalendar::always_open(crate::company::ZONE)?;
        let agreement = PolicyId::new("sla-riverside")?;
        let promised: Vec<_> = services
            .iter()
            .map(|service| ServiceAgreement {
                service,
                agreement: &agreement,
                customer: None,
                calendar: &round,
            })
            .collect();
        for stake in impact.at_stake(&promised, from, until)? {
            let (service, minutes) = (&stake.service, stake.agreed_s / 60);
            lines.push(say!(
                language,
                "  {service}: {minutes} minutes of agreed service time at stake",
                "  {service}：{minutes} 分钟约定服务时间受影响"
            ));
        }
    }
    let title = say!(
        language,
        "What the change puts at risk (CHG-000001, as of its assessment)",
        "变更的风险（CHG-000001，评估时）"
    );
    Ok((title, lines.join("\n")))
}

fn subject(from: Instant, until: Instant) -> Result<Intervention, Box<dyn Error>> {
    let items = ["token-1".parse()?, "token-2".parse()?];
    Ok(Intervention::new(RecordId::new("CHG-000001")?, from, until).on(items))
}

/// Two changes, each of them safe, that together leave the cluster one node of the two it needs.
fn together(after: &Week, language: Language) -> Result<Section, Box<dyn Error>> {
    let now = local("10-20 11:00")?;
    let then = after.desk.as_of(now)?;
    let found = ChangeSchedule::new(then.cmdb(), then.interventions(now))
        .conflicts(&subject(local("10-24 22:00")?, local("10-24 23:30")?)?)?;
    let mut lines = Vec::new();
    for conflict in found {
        let (rule, with, firmness) = (
            pick(conflict.rule.label(), language),
            &conflict.with,
            pick(conflict.firmness.label(), language),
        );
        let (from, until) = (wall(conflict.from), wall(conflict.until));
        let item = conflict.ci.map(|ci| ci.to_string()).unwrap_or_default();
        lines.push(say!(
            language,
            "{firmness}: {rule}, with {with}, {item}, {from} to {until}",
            "{firmness}：{rule}，与 {with}，{item}，{from} 至 {until}"
        ));
    }
    let title =
        say!(language, "Two safe changes that would break the cluster", "两个单独安全的变更合并会破坏集群");
    Ok((title, lines.join("\n")))
}

/// Where the change fits, best first, and what binds where it does not.
fn windows(after: &Week, language: Language) -> Result<Section, Box<dyn Error>> {
    let now = local("10-20 13:00")?;
    let then = after.desk.as_of(now)?;
    let rules = then.registry().change_at(now).ok_or("rules of change")?;
    let found = ChangeSchedule::new(then.cmdb(), then.interventions(now)).under(&rules).find_windows(
        &subject(local("10-24 22:00")?, local("10-24 23:30")?)?,
        &Horizon::new(local("10-24 20:00")?, local("11-03 00:00")?),
    )?;
    let mut lines = Vec::new();
    for free in &found.feasible {
        let (from, until) = (wall(free.from), wall(free.until));
        let soft = free.soft.len();
        lines.push(say!(
            language,
            "free: begin {from} to {until} ({soft} soft conflicts)",
            "可行：{from} 至 {until} 开始（软冲突 {soft} 个）"
        ));
    }
    for taken in &found.unfeasible {
        let (from, until) = (wall(taken.from), wall(taken.until));
        let (rule, with) = (pick(taken.rule.label(), language), &taken.with);
        lines.push(say!(
            language,
            "not: begin {from} to {until}: {rule}, {with}",
            "不可：{from} 至 {until}：{rule}，{with}"
        ));
    }
    let title = say!(language, "When 90 minutes are free", "可用的 90 分钟窗口");
    Ok((title, lines.join("\n")))
}

/// The known errors that the desk was offered for the next incident.
fn offered(after: &Week, language: Language) -> Result<Section, Box<dyn Error>> {
    let then = after.desk.as_of(local("10-16 08:41")?)?;
    let mut lines = Vec::new();
    for offer in then.known_errors_for("INC-000015") {
        let reasons: Vec<_> = offer.reasons.iter().map(|reason| pick(reason.label(), language)).collect();
        let (known, reasons) = (&offer.known_error, reasons.join(", "));
        lines.push(say!(language, "{known}: {reasons}", "{known}：{reasons}"));
    }
    let title = say!(language, "Known errors offered for INC-000015", "为 INC-000015 匹配的已知错误");
    Ok((title, lines.join("\n")))
}

/// What is different from the baseline taken before the release.
fn changed(after: &Week, language: Language) -> Result<Section, Box<dyn Error>> {
    let baseline = after.desk.configuration_of(&RecordId::new("BSL-000001")?)?;
    let live = after.desk.cmdb().to_document();
    let captured = |id: &CiId| baseline.items.iter().any(|item| item.id == *id);
    let live = CmdbDocument {
        items: live.items.iter().filter(|item| captured(&item.id)).cloned().collect(),
        relations: live
            .relations
            .iter()
            .filter(|one| captured(&one.from) && captured(&one.to))
            .cloned()
            .collect(),
        ..live
    };
    let mut lines = Vec::new();
    for item in Difference::between(&baseline, &live).items_changed {
        for field in item.fields {
            let (before, now) = (field.before.unwrap_or_default(), field.after.unwrap_or_default());
            lines.push(format!("{}  {}: {before} -> {now}", item.key, field.field));
        }
    }
    let title = say!(language, "What changed since baseline BSL-000001", "自基线 BSL-000001 以来的变化");
    Ok((title, lines.join("\n")))
}
