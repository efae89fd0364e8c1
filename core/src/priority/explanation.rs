//! Why a ticket has the priority it has.

use super::document::{Level, LevelLabel};
use super::overriding::PriorityOverride;
use serde::Serialize;
use std::fmt;

crate::kernel::codes! {
    /// What a priority rests on.
    pub enum Basis {
        /// The cell of the matrix.
        Cell = "cell", "Matrix cell", "矩阵单元格";
        /// The cell is empty; the mean of both levels, a half rounded up.
        Mean = "mean", "Rounded mean", "四舍五入的平均值";
        /// A person set it over the matrix.
        Override = "override", "Override", "人工调整";
    }
}

/// A priority and its working: which row, which column, what stands there, and what stands over it.
///
/// [`Display`](fmt::Display) says it in English, [`Explanation::zh`] in Chinese.
///
/// ```
/// use itsm::priority::{Preset, PriorityMatrix};
/// let matrix = PriorityMatrix::new(Preset::Itop.document()).unwrap();
/// let why = matrix.explain(2, 1).unwrap();
/// assert_eq!(why.to_string(), "priority 1 (Critical): impact 2 (A service) and urgency 1 (Critical) meet in \
///     `cells[1][0]` of `iTop 3x4`");
/// assert_eq!(why.zh(), "优先级 1（紧急）：影响度 2（服务）与紧急度 1（紧急）在“iTop 3x4”的 `cells[1][0]` 相交");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Explanation {
    /// Name of the matrix.
    pub matrix: String,
    /// The priority that holds.
    pub priority: u8,
    /// Its label.
    pub priority_label: LevelLabel,
    /// How many priorities weigh more: 0 is the most important.
    pub rank: usize,
    /// What it rests on.
    pub basis: Basis,
    /// The impact asked for.
    pub impact: Level,
    /// The urgency asked for.
    pub urgency: Level,
    /// Index of the impact's row in `cells`.
    pub row: usize,
    /// Index of the urgency's column in that row.
    pub column: usize,
    /// What stands in the cell.
    pub written: Option<u8>,
    /// What the matrix makes of it, whatever holds; nothing when the cell is empty and the matrix refuses to guess.
    pub by_matrix: Option<Level>,
    /// The override that was handed in, in force or not.
    pub by_override: Option<PriorityOverride>,
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "priority {} ({}): ", self.priority, self.priority_label.en)?;
        if let (Basis::Override, Some(over)) = (self.basis, &self.by_override) {
            write!(f, "set by `{}` {}, because: {}; without it ", over.by(), Span(over), over.reason())?;
            match &self.by_matrix {
                Some(level) => write!(f, "{} ({}), as ", level.level, level.label.en)?,
                None => f.write_str("none, as ")?,
            }
        }
        write!(
            f,
            "impact {} ({}) and urgency {} ({}) meet in `{}` of `{}`",
            self.impact.level,
            self.impact.label.en,
            self.urgency.level,
            self.urgency.label.en,
            self.cell(),
            self.matrix
        )?;
        f.write_str(match (self.written, &self.by_matrix) {
            (Some(_), _) => "",
            (None, Some(_)) => ", which is empty and stands for the mean of both, a half rounded up",
            (None, None) => ", which is empty",
        })?;
        match (self.basis, &self.by_override) {
            (Basis::Cell | Basis::Mean, Some(over)) => {
                write!(
                    f,
                    "; the override to {} by `{}` holds only {}",
                    over.priority(),
                    over.by(),
                    Span(over)
                )
            }
            _ => Ok(()),
        }
    }
}

impl Explanation {
    /// The explanation in Chinese.
    #[must_use]
    pub fn zh(&self) -> String {
        let mut text = format!("优先级 {}（{}）：", self.priority, self.priority_label.zh);
        if let (Basis::Override, Some(over)) = (self.basis, &self.by_override) {
            let without = match &self.by_matrix {
                Some(level) => format!("{}（{}）", level.level, level.label.zh),
                None => "无".to_owned(),
            };
            text.push_str(&format!(
                "由 `{}` 人工设定，{}，理由：{}；否则为{without}，因为",
                over.by(),
                span_zh(over),
                over.reason()
            ));
        }
        text.push_str(&format!(
            "影响度 {}（{}）与紧急度 {}（{}）在“{}”的 `{}` 相交",
            self.impact.level,
            self.impact.label.zh,
            self.urgency.level,
            self.urgency.label.zh,
            self.matrix,
            self.cell()
        ));
        text.push_str(match (self.written, &self.by_matrix) {
            (Some(_), _) => "",
            (None, Some(_)) => "，该单元格为空，取两者的平均值，四舍五入",
            (None, None) => "，该单元格为空",
        });
        if let (Basis::Cell | Basis::Mean, Some(over)) = (self.basis, &self.by_override) {
            text.push_str(&format!(
                "；`{}` 设定的优先级 {} 仅{}有效",
                over.by(),
                over.priority(),
                span_zh(over)
            ));
        }
        text
    }

    fn cell(&self) -> String {
        format!("cells[{}][{}]", self.row, self.column)
    }
}

struct Span<'a>(&'a PriorityOverride);

impl fmt::Display for Span<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "from {}", self.0.at())?;
        self.0.expires_at().map_or(Ok(()), |end| write!(f, " until {end}"))
    }
}

fn span_zh(over: &PriorityOverride) -> String {
    match over.expires_at() {
        Some(end) => format!("自 {} 起至 {end} 前", over.at()),
        None => format!("自 {} 起", over.at()),
    }
}
