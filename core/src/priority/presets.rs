//! The matrices of known products, and the library's own, as tables.
//!
//! Each row of a table is one impact level, each column one urgency level, as in a document.

use super::document::{Highest, Level, LevelLabel, MatrixDocument, Missing, Scale};

crate::kernel::codes! {
    /// A matrix that is shipped.
    pub enum Preset {
        /// 3x3, 1 is highest, five priorities.
        ServiceNow = "servicenow", "ServiceNow 3x3", "ServiceNow 3×3";
        /// 5x5, 5 is highest; what OTRS calls criticality stands for urgency.
        Otrs = "otrs", "OTRS 5x5", "OTRS 5×5";
        /// 5x5, 5 is highest; a sixth priority, Major, by override only; an empty cell is the rounded mean.
        Glpi = "glpi", "GLPI 5x5", "GLPI 5×5";
        /// 3x4, 1 is highest; low urgency is low priority whatever the impact.
        Itop = "itop", "iTop 3x4", "iTop 3×4";
        /// 4x4, 1 is highest: the mean of impact and urgency without its fraction (iso20000 3.20).
        Iso = "iso", "ISO 20000 4x4", "ISO 20000 4×4";
    }
}

impl Preset {
    /// The matrix as a document, ready to be changed.
    ///
    /// ```
    /// use itsm::priority::{Preset, PriorityMatrix, lint};
    /// for preset in Preset::ALL {
    ///     assert_eq!(lint(&preset.document()), []);
    ///     assert!(PriorityMatrix::new(preset.document()).is_ok());
    /// }
    /// ```
    #[must_use]
    pub fn document(self) -> MatrixDocument {
        let table = self.table();
        MatrixDocument {
            name: self.label().en.to_owned(),
            impact: scale(table.highest, table.impact),
            urgency: scale(table.highest, table.urgency),
            priority: scale(table.highest, table.priority),
            outside: table.outside.to_vec(),
            missing: table.missing,
            cells: table.cells.iter().map(|row| row.iter().copied().map(Some).collect()).collect(),
        }
    }

    const fn table(self) -> &'static Table {
        match self {
            Self::ServiceNow => &SERVICENOW,
            Self::Otrs => &OTRS,
            Self::Glpi => &GLPI,
            Self::Itop => &ITOP,
            Self::Iso => &ISO,
        }
    }
}

type Levels = &'static [(u8, &'static str, &'static str)];

struct Table {
    highest: Highest,
    impact: Levels,
    urgency: Levels,
    priority: Levels,
    outside: &'static [u8],
    missing: Missing,
    cells: &'static [&'static [u8]],
}

const HIGH_TO_LOW_3: Levels = &[(1, "High", "高"), (2, "Medium", "中"), (3, "Low", "低")];

const CRITICAL_TO_LOW_4: Levels =
    &[(1, "Critical", "紧急"), (2, "High", "高"), (3, "Medium", "中"), (4, "Low", "低")];

const SERVICENOW: Table = Table {
    highest: Highest::First,
    impact: HIGH_TO_LOW_3,
    urgency: HIGH_TO_LOW_3,
    priority: &[
        (1, "Critical", "紧急"),
        (2, "High", "高"),
        (3, "Moderate", "中"),
        (4, "Low", "低"),
        (5, "Planning", "计划"),
    ],
    outside: &[],
    missing: Missing::Refuse,
    cells: &[&[1, 2, 3], &[2, 3, 4], &[3, 4, 5]],
};

const OTRS_LEVELS: Levels = &[
    (1, "Very low", "很低"),
    (2, "Low", "低"),
    (3, "Normal", "正常"),
    (4, "High", "高"),
    (5, "Very high", "很高"),
];

const OTRS: Table = Table {
    highest: Highest::Last,
    impact: OTRS_LEVELS,
    urgency: OTRS_LEVELS,
    priority: OTRS_LEVELS,
    outside: &[],
    missing: Missing::Refuse,
    cells: &[&[1, 1, 2, 2, 3], &[1, 2, 2, 3, 4], &[2, 2, 3, 4, 4], &[2, 3, 4, 4, 5], &[3, 4, 4, 5, 5]],
};

const GLPI_LEVELS: Levels = &[
    (1, "Very low", "很低"),
    (2, "Low", "低"),
    (3, "Medium", "中"),
    (4, "High", "高"),
    (5, "Very high", "很高"),
];

const GLPI: Table = Table {
    highest: Highest::Last,
    impact: GLPI_LEVELS,
    urgency: GLPI_LEVELS,
    priority: &[
        (1, "Very low", "很低"),
        (2, "Low", "低"),
        (3, "Medium", "中"),
        (4, "High", "高"),
        (5, "Very high", "很高"),
        (6, "Major", "重大"),
    ],
    outside: &[6],
    missing: Missing::MeanRounded,
    cells: &[&[1, 1, 2, 2, 2], &[1, 2, 2, 3, 3], &[2, 2, 3, 4, 4], &[2, 3, 4, 4, 5], &[2, 3, 4, 5, 5]],
};

const ITOP: Table = Table {
    highest: Highest::First,
    impact: &[(1, "A department", "部门"), (2, "A service", "服务"), (3, "A person", "个人")],
    urgency: CRITICAL_TO_LOW_4,
    priority: CRITICAL_TO_LOW_4,
    outside: &[],
    missing: Missing::Refuse,
    cells: &[&[1, 1, 2, 4], &[1, 2, 3, 4], &[2, 3, 3, 4]],
};

const ISO: Table = Table {
    highest: Highest::First,
    impact: &[
        (1, "Whole organisation or critical service", "整个组织或关键服务"),
        (2, "Department or several services", "部门或多个服务"),
        (3, "Group or degraded function", "小组或功能降级"),
        (4, "Single user", "单个用户"),
    ],
    urgency: &[
        (1, "Now", "立即"),
        (2, "Within 2 hours", "2 小时内"),
        (3, "Within 24 hours", "24 小时内"),
        (4, "Later", "稍后"),
    ],
    priority: CRITICAL_TO_LOW_4,
    outside: &[],
    missing: Missing::Refuse,
    cells: &[&[1, 1, 2, 2], &[1, 2, 2, 3], &[2, 2, 3, 3], &[2, 3, 3, 4]],
};

fn scale(highest: Highest, levels: Levels) -> Scale {
    let level = |&(level, en, zh): &(u8, &str, &str)| Level {
        level,
        label: LevelLabel { en: en.to_owned(), zh: zh.to_owned() },
    };
    Scale { highest, levels: levels.iter().map(level).collect() }
}
