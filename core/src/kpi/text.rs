//! A list of values as a table for people, no wider than 100 columns. 指标表

use super::{Amount, Counted, Dimension, KpiDefinition, KpiTarget, KpiUnit, KpiValue};
use crate::kernel::Label;
use crate::time::Language;
use std::fmt;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Columns of id, name, value, counts, target, status.
const WIDTHS: [usize; 6] = [8, 34, 14, 15, 10, 14];

/// The values as an aligned table: id, name, value with its unit, numerator / denominator, target, status. Further numbers
/// and ages follow on lines of their own. A Chinese character takes two columns.
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
    let mut text = line(heads.map(|head| in_language(head, language).to_owned()));
    for value in values {
        text.push_str(&main_line(value, language));
        for figure in &value.figures {
            let name = format!("  {}", in_language(figure.name.label(), language));
            text.push_str(&sub_line(name, shown(&figure.amount, figure.unit, language)));
        }
        if let Some(with) = &value.with_excused
            && with.excused.count > 0
        {
            let name = Label::new("  with excused breaches as met", "  豁免视为达标");
            text.push_str(&sub_line(
                in_language(name, language).to_owned(),
                shown(&with.amount, value.unit, language),
            ));
        }
        for slice in value.breakdown.iter().filter(|slice| slice.dimension == Dimension::Age) {
            let ages = in_language(Dimension::Age.label(), language);
            let name = format!("  {ages} {}", slice.key.as_deref().unwrap_or("-"));
            text.push_str(&sub_line(name, slice.counted.count.to_string()));
        }
        for apart in &value.apart {
            let left_out = in_language(Label::new("left out", "未计入"), language);
            let name = format!("  {left_out}: {}", in_language(apart.why.label(), language));
            text.push_str(&sub_line(name, apart.counted.count.to_string()));
        }
    }
    text
}

/// The value on one line of the table, in English.
impl fmt::Display for KpiValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(main_line(self, Language::English).trim_end())
    }
}

fn main_line(value: &KpiValue, language: Language) -> String {
    let name = KpiDefinition::of(&value.kpi).map_or("", |kpi| in_language(kpi.name, language));
    let counts = match &value.denominator {
        Some(Counted { count, .. }) => format!("{}/{count}", value.numerator.count),
        None => value.numerator.count.to_string(),
    };
    line([
        value.kpi.to_string(),
        name.to_owned(),
        shown(&value.amount, value.unit, language),
        counts,
        value.target.map_or_else(String::new, |target| wanted(target, value.unit)),
        in_language(value.status.label(), language).to_owned(),
    ])
}

fn sub_line(name: String, number: String) -> String {
    line([String::new(), name, number, String::new(), String::new(), String::new()])
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

fn line(cells: [String; 6]) -> String {
    let mut line = String::new();
    for (cell, width) in cells.iter().zip(WIDTHS) {
        let cell = cut(cell, width);
        let blanks = width.saturating_sub(cell.width());
        line.push_str(cell);
        line.extend(std::iter::repeat_n(' ', blanks.saturating_add(1)));
    }
    line.truncate(line.trim_end().len());
    line.push('\n');
    line
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
