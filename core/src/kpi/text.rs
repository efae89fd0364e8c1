//! A list of values as a table for people, no wider than 80 columns. 指标表

use super::{Amount, Counted, Dimension, KpiDefinition, KpiTarget, KpiUnit, KpiValue};
use crate::kernel::Label;
use crate::time::Language;
use std::fmt;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Columns of a table; only figures of many digits need more, because they are never cut.
const COLUMNS: usize = 80;
/// Columns that the names keep in any case.
const NAME: usize = 12;

/// Id, name, value, counts, target, status.
type Row = [String; 6];

/// The values as an aligned table: id, name, value with its unit, numerator / denominator, target, status. Further numbers
/// and ages follow on lines of their own. A Chinese character takes two columns. Each column is as wide as it must be; names are cut
/// where the table would be wider than 80.
#[must_use]
pub fn to_text(values: &[KpiValue], language: Language) -> String {
    let heads = [
        Label::new("KPI", "指标"),
        Label::new("Name", "名称"),
        Label::new("Value", "值"),
        Label::new("Counts", "分子/分母"),
        Label::new("Target", "目标"),
        Label::new("Status", "状态"),
    ];
    let mut rows = vec![heads.map(|head| in_language(head, language).to_owned())];
    for value in values {
        rows.push(main_row(value, language));
        for figure in &value.figures {
            let name = format!("  {}", in_language(figure.name.label(), language));
            rows.push(sub_row(name, shown(&figure.amount, figure.unit, language)));
        }
        if let Some(with) = &value.with_excused
            && with.excused.count > 0
        {
            let name = Label::new("  with excused breaches as met", "  豁免视为达标");
            let name = in_language(name, language).to_owned();
            rows.push(sub_row(name, shown(&with.amount, value.unit, language)));
        }
        for slice in value.breakdown.iter().filter(|slice| slice.dimension == Dimension::Age) {
            let ages = in_language(Dimension::Age.label(), language);
            let name = format!("  {ages} {}", slice.key.as_deref().unwrap_or("-"));
            rows.push(sub_row(name, slice.counted.count.to_string()));
        }
        for apart in &value.apart {
            let left_out = in_language(Label::new("left out", "未计入"), language);
            let name = format!("  {left_out}: {}", in_language(apart.why.label(), language));
            rows.push(sub_row(name, apart.counted.count.to_string()));
        }
    }
    table(&rows)
}

/// The value on one line of the table, in English.
impl fmt::Display for KpiValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(table(&[main_row(self, Language::English)]).trim_end())
    }
}

fn main_row(value: &KpiValue, language: Language) -> Row {
    let name = KpiDefinition::of(&value.kpi).map_or("", |kpi| in_language(kpi.name, language));
    let counts = match &value.denominator {
        Some(Counted { count, .. }) => format!("{}/{count}", value.numerator.count),
        None => value.numerator.count.to_string(),
    };
    [
        value.kpi.to_string(),
        name.to_owned(),
        shown(&value.amount, value.unit, language),
        counts,
        value.target.map_or_else(String::new, |target| wanted(target, value.unit)),
        in_language(value.status.label(), language).to_owned(),
    ]
}

fn sub_row(name: String, number: String) -> Row {
    [String::new(), name, number, String::new(), String::new(), String::new()]
}

fn shown(amount: &Amount, unit: KpiUnit, language: Language) -> String {
    let number = match *amount {
        Amount::NotApplicable => return in_language(Label::new("n/a", "不适用"), language).to_owned(),
        Amount::Count { count } => return count.to_string(),
        Amount::Ratio { basis_points, .. } => number(basis_points, unit),
        Amount::Mean { mean_s: seconds, .. } | Amount::Duration { seconds } => {
            number(u64::try_from(seconds).unwrap_or(0), unit)
        }
    };
    format!("{number} {}", in_language(unit.label(), language))
}

fn wanted(target: KpiTarget, unit: KpiUnit) -> String {
    number(target.target, unit)
}

/// A number in the unit people read, two decimals cut off.
fn number(amount: u64, unit: KpiUnit) -> String {
    let hundredths = match unit {
        KpiUnit::Count => return amount.to_string(),
        KpiUnit::Percent | KpiUnit::PerHundred => amount,
        KpiUnit::Seconds => amount.div_euclid(36),
    };
    format!("{}.{:02}", hundredths.div_euclid(100), hundredths.rem_euclid(100))
}

const fn in_language(label: Label, language: Language) -> &'static str {
    match language {
        Language::English => label.en,
        Language::Chinese => label.zh,
    }
}

fn table(rows: &[Row]) -> String {
    let mut widths = [0_usize; 6];
    for row in rows {
        widths.iter_mut().zip(row).for_each(|(width, cell)| *width = cell.width().max(*width));
    }
    let [id, name, figures @ ..] = widths;
    let beside = figures.iter().fold(id, |sum, width| sum.saturating_add(*width).saturating_add(1));
    let name = name.min(COLUMNS.saturating_sub(beside.saturating_add(1)).max(NAME));
    let mut text = String::new();
    for row in rows {
        for (place, (cell, width)) in row.iter().zip(widths).enumerate() {
            let (cell, width) = if place == 1 { (cut(cell, name), name) } else { (cell.as_str(), width) };
            text.push_str(cell);
            text.extend(std::iter::repeat_n(' ', width.saturating_sub(cell.width()).saturating_add(1)));
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    text
}

/// The longest beginning of so many columns.
fn cut(text: &str, columns: usize) -> &str {
    let mut used = 0_usize;
    let end = text.char_indices().find(|(_, character)| {
        used = used.saturating_add(character.width().unwrap_or(0));
        used > columns
    });
    end.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}
