//! The report on paper: as text for people, or as one JSON object.

use super::Basis;
use super::arguments::{Arguments, Lang};
use super::words::{Side, hours, number, percent, table, wrapped};
use itsm::analytics::{ClockFigures, Compared, HistoryKpi, HistoryReport, KpiUnit};
use itsm::kernel::Label;
use serde::Serialize;
use std::collections::BTreeMap;
use std::error::Error;

/// The most rows of the tables that a hostile file could lengthen.
const SHOWN: usize = 40;

pub fn json(
    arguments: &Arguments,
    report: &HistoryReport,
    basis: &Basis,
    events_per_second: u64,
) -> Result<String, Box<dyn Error>> {
    #[derive(Serialize)]
    struct Written<'a> {
        file: String,
        #[serde(flatten)]
        report: &'a HistoryReport,
        calendar: &'a str,
        targets: &'a str,
        events_per_second: u64,
    }
    let written = Written {
        file: arguments.file.display().to_string(),
        report,
        calendar: &basis.calendar,
        targets: &basis.targets,
        events_per_second,
    };
    Ok(serde_json::to_string_pretty(&written)? + "\n")
}

pub fn text(arguments: &Arguments, report: &HistoryReport, basis: &Basis, events_per_second: u64) -> String {
    let page = Page { lang: arguments.lang, report };
    let mut text = page.basis(arguments, basis);
    text.push_str(&page.rows(events_per_second));
    text.push_str(&page.transitions());
    text.push_str(&page.conditions());
    text.push_str(&page.comparisons());
    text.push_str(&page.clocks());
    text.push_str(&page.kpis());
    text
}

struct Page<'a> {
    lang: Lang,
    report: &'a HistoryReport,
}

impl Page<'_> {
    fn say(&self, en: &'static str, zh: &'static str) -> &'static str {
        self.label(Label::new(en, zh))
    }

    fn label(&self, label: Label) -> &'static str {
        match self.lang {
            Lang::En => label.en,
            Lang::Zh => label.zh,
        }
    }

    fn title(&self, en: &'static str, zh: &'static str) -> String {
        format!("\n{}\n", self.say(en, zh))
    }

    fn counts(&self, rows: &[(&'static str, &'static str, u64)]) -> String {
        let rows: Vec<_> =
            rows.iter().map(|(en, zh, count)| vec![self.say(en, zh).to_owned(), number(*count)]).collect();
        table(&[Side::Left, Side::Right], &rows)
    }

    fn basis(&self, arguments: &Arguments, basis: &Basis) -> String {
        let zone = format!("{} (tzdb {})", self.report.zone, self.report.tzdb);
        let row = |en, zh, value: &str| vec![self.say(en, zh).to_owned(), value.to_owned()];
        let rows = [
            row("File", "文件", &arguments.file.display().to_string()),
            row("Mapping", "映射", &self.report.mapping),
            row("Zone", "时区", &zone),
            row("Calendar", "日历", &basis.calendar),
            row("Targets", "时限", &basis.targets),
        ];
        self.say("Incident history", "事件历史").to_owned() + "\n" + &table(&[Side::Left; 2], &rows)
    }

    fn rows(&self, events_per_second: u64) -> String {
        let report = self.report;
        let mut text = self.title("Rows", "数据行");
        text.push_str(&self.counts(&[
            ("incidents", "事件（工单）", report.incidents),
            ("events", "更新记录", report.events),
            ("events per second", "每秒处理记录", events_per_second),
            ("rows that cannot be read", "无法读取的行", report.malformed_rows),
            ("rows in an unknown state", "未知状态的行", report.unknown_states),
            ("rows before the row before them", "时间倒序的行", report.out_of_order),
            ("updates that change no state", "未改变状态的更新", report.updates),
        ]));
        for fault in &report.faults {
            text.push_str(&format!("    {fault}\n"));
        }
        for (state, rows) in &report.unknown_state_names {
            text.push_str(&format!("    `{state}`: {}\n", number(*rows)));
        }
        text
    }

    fn transitions(&self) -> String {
        let report = self.report;
        let mut text = self.title("Beginnings and transitions", "起始与状态转移");
        text.push_str(&self.counts(&[
            ("beginnings accepted", "接受的起始", report.openings_accepted),
            ("beginnings refused", "拒绝的起始", report.openings_refused),
            ("transitions accepted", "接受的转移", report.transitions_accepted),
            ("transitions refused", "拒绝的转移", report.transitions_refused),
        ]));
        let begins = self.say("  * the ticket begins here", "  * 工单由此开始");
        text.push_str(&format!("{begins}\n"));
        text.push_str(&self.title("Accepted, by guard", "接受的转移（按守卫）"));
        let mut accepted: Vec<_> = report.accepted.iter().collect();
        accepted.sort_by(|a, b| a.guards.cmp(&b.guards).then(b.count.cmp(&a.count)));
        let accepted = accepted.into_iter().take(SHOWN).map(|row| {
            let (way, guards) = (self.way(row.from.as_deref(), &row.to), abridged(&row.guards));
            vec![guards, way, number(row.count), row.example.ticket.to_string()]
        });
        text.push_str(&self.moves(accepted.collect()));
        text.push_str(&self.title("Refused, by guard", "拒绝的转移（按守卫）"));
        let refused = report.refused.iter().take(SHOWN).map(|row| {
            let way = self.way(row.from.as_deref(), &row.to);
            let missing = match row.missing.as_slice() {
                ["state"] => self.say("state", "状态").to_owned(),
                missing => missing.join(" "),
            };
            vec![row.guard.to_owned(), way, missing, number(row.count), row.example.ticket.to_string()]
        });
        text.push_str(&self.refusals(refused.collect()));
        text
    }

    fn way(&self, from: Option<&str>, to: &str) -> String {
        let cut = |name: &str| name.chars().take(20).collect::<String>();
        format!("{} -> {}", from.map_or_else(|| "*".to_owned(), cut), cut(to))
    }

    fn moves(&self, mut rows: Vec<Vec<String>>) -> String {
        let head = [("guards", "守卫"), ("move", "转移"), ("count", "次数"), ("example", "示例")];
        rows.insert(0, head.iter().map(|(en, zh)| self.say(en, zh).to_owned()).collect());
        table(&[Side::Left, Side::Left, Side::Right, Side::Left], &rows)
    }

    fn refusals(&self, mut rows: Vec<Vec<String>>) -> String {
        let head = [
            ("guard", "守卫"),
            ("move", "转移"),
            ("not met", "未满足"),
            ("count", "次数"),
            ("example", "示例"),
        ];
        rows.insert(0, head.iter().map(|(en, zh)| self.say(en, zh).to_owned()).collect());
        table(&[Side::Left, Side::Left, Side::Left, Side::Right, Side::Left], &rows)
    }

    fn conditions(&self) -> String {
        let listed = |conditions: &[itsm::analytics::CheckedCondition]| {
            let mut by_guard: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
            for condition in conditions {
                by_guard.entry(condition.guard).or_default().push(condition.condition);
            }
            let words: Vec<String> =
                by_guard.iter().map(|(guard, names)| format!("{guard}({})", names.join(","))).collect();
            wrapped(&words, 2)
        };
        let conditions = &self.report.conditions;
        let mut text = self.title("Conditions that were checked", "已检查的条件");
        text.push_str(&listed(&conditions.checked));
        text.push_str(&self.title("Conditions that this file cannot show", "此文件无法检查的条件"));
        text.push_str(&listed(&conditions.not_checkable));
        text
    }

    fn comparisons(&self) -> String {
        let report = self.report;
        let compared = |en, zh, differ: u64, of: u64, example: String| {
            vec![
                self.say(en, zh).to_owned(),
                number(differ),
                self.say("of", "/").to_owned(),
                number(of),
                example,
            ]
        };
        let against = |en, zh, found: &Compared| {
            let example = found.example.as_ref().map_or_else(String::new, ToString::to_string);
            compared(en, zh, found.differ, found.compared, example)
        };
        let first = report.priority_differences.first().map(|row| row.example.ticket.to_string());
        let rows = [
            compared(
                "priority (rows)",
                "优先级（行）",
                report.priority_differs,
                report.priority_compared,
                first.unwrap_or_default(),
            ),
            against("reopens (incidents)", "重开（工单）", &report.reopen),
            against("reassignments (incidents)", "转派（工单）", &report.reassignment),
            against("resolved at (incidents)", "解决时间（工单）", &report.resolved_at),
            against("closed at (incidents)", "关闭时间（工单）", &report.closed_at),
        ];
        let mut text = self.title("The file's own columns differ", "与文件自身字段的差异");
        text.push_str(&table(&[Side::Left, Side::Right, Side::Left, Side::Right, Side::Left], &rows));
        for row in report.priority_differences.iter().take(SHOWN) {
            let matrix = row.matrix.map_or_else(|| "-".to_owned(), |level| level.to_string());
            text.push_str(&format!(
                "    {} {} x {} {}: {} {}, {} {matrix}: {}\n",
                self.say("impact", "影响度"),
                row.impact,
                self.say("urgency", "紧急度"),
                row.urgency,
                self.say("stated", "所述"),
                row.stated,
                self.say("matrix", "矩阵"),
                number(row.rows),
            ));
        }
        text.push_str(&self.counts(&[
            ("reopens counted", "统计的重开次数", report.reopens),
            ("reassignments counted", "统计的转派次数", report.reassignments),
        ]));
        text
    }

    fn clocks(&self) -> String {
        let head = [
            ("", ""),
            ("met", "达成"),
            ("breached", "超时"),
            ("unfinished", "未结束"),
            ("no target", "无时限"),
        ];
        let mut rows: Vec<Vec<String>> =
            vec![head.iter().map(|(en, zh)| self.say(en, zh).to_owned()).collect()];
        let clocks = [
            (self.say("response", "响应"), &self.report.response),
            (self.say("resolution", "解决"), &self.report.resolution),
        ];
        for (name, figures) in clocks {
            rows.extend(clock(name, figures));
        }
        let mut text = self.title("Clocks", "时钟");
        text.push_str(&table(&[Side::Left, Side::Right, Side::Right, Side::Right, Side::Right], &rows));
        let stated = &self.report.made_sla;
        text.push_str(
            &self.title("Resolution clock beside the file's own flag", "解决时钟与文件自身标志对比"),
        );
        text.push_str(&self.counts(&[
            ("both met", "均达成", stated.both_met),
            ("both breached", "均超时", stated.both_breached),
            ("breached here, met in the file", "此处超时，文件达成", stated.only_ours_breached),
            ("met here, breached in the file", "此处达成，文件超时", stated.only_stated_breached),
        ]));
        text
    }

    fn kpis(&self) -> String {
        let mut rows = Vec::new();
        for kpi in &self.report.kpis {
            let part = |value: Option<u64>| value.map_or_else(String::new, number);
            let mark = if kpi.note.is_some() { "*" } else { "" };
            rows.push(vec![
                kpi.id.to_owned(),
                format!("{}{mark}", self.label(kpi.name)),
                self.figure(kpi),
                if kpi.unit == KpiUnit::BasisPoints { part(kpi.numerator) } else { String::new() },
                kpi.denominator.map_or_else(String::new, |below| format!("/ {}", number(below))),
            ]);
        }
        let mut text = self.title("KPIs over the whole file", "指标（全文件）");
        text.push_str(&table(&[Side::Left, Side::Left, Side::Right, Side::Right, Side::Left], &rows));
        for kpi in &self.report.kpis {
            if !kpi.parts.is_empty() {
                let parts: Vec<String> =
                    kpi.parts.iter().map(|(name, count)| format!("{name}: {}", number(*count))).collect();
                text.push_str(&format!("  {}  {}\n", kpi.id, parts.join("  ")));
            }
        }
        for note in self.report.kpis.iter().filter_map(|kpi| kpi.note) {
            let words: Vec<String> =
                format!("* {}", self.label(note)).split(' ').map(str::to_owned).collect();
            text.push_str(&wrapped(&words, 2));
        }
        text
    }

    fn figure(&self, kpi: &HistoryKpi) -> String {
        match (kpi.value, kpi.unit) {
            (None, _) => self.say("N/A", "不适用").to_owned(),
            (Some(value), KpiUnit::Count) => number(value),
            (Some(value), KpiUnit::BasisPoints) => percent(value),
            (Some(value), KpiUnit::Seconds) => hours(value),
        }
    }
}

fn clock(name: &str, figures: &ClockFigures) -> Vec<Vec<String>> {
    let ClockFigures { met, breached, unfinished, without_target, .. } = figures;
    let mut rows = vec![vec![
        name.to_owned(),
        number(*met),
        number(*breached),
        number(*unfinished),
        number(*without_target),
    ]];
    for (priority, of_level) in &figures.by_priority {
        rows.push(vec![format!("  P{priority}"), number(of_level.met), number(of_level.breached)]);
    }
    rows
}

/// `T-INC-03 T-INC-04` as `T-INC-03,04`.
fn abridged(guards: &[&str]) -> String {
    let mut text = String::new();
    for guard in guards {
        if text.is_empty() {
            text.push_str(guard);
        } else {
            text.push_str(&format!(",{}", guard.rsplit('-').next().unwrap_or(guard)));
        }
    }
    text
}
