//! Refusals: why a command was refused, all of it, and what would be legal. 拒绝

use crate::kernel::Label;
use serde::Serialize;
use std::fmt;

/// One condition that is not met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unmet {
    /// The stable code of the condition: `resolution_text`.
    pub condition: &'static str,
    /// What must be so.
    pub words: Label,
    /// The user's value that is at fault, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

impl Unmet {
    /// The condition and the value at fault, in English.
    #[must_use]
    pub fn en(&self) -> String {
        let persons = if self.is_separation() { "two persons are needed as " } else { "" };
        match &self.value {
            Some(value) => format!("{persons}{} (`{value}`)", self.words.en),
            None => format!("{persons}{}", self.words.en),
        }
    }

    /// The condition and the value at fault, in Chinese.
    #[must_use]
    pub fn zh(&self) -> String {
        let persons = if self.is_separation() { "须由两人分别担任：" } else { "" };
        match &self.value {
            Some(value) => format!("{persons}{}（`{value}`）", self.words.zh),
            None => format!("{persons}{}", self.words.zh),
        }
    }

    /// The words of a separation of duties name its two duties, not what must be so.
    fn is_separation(&self) -> bool {
        self.condition == "separation_of_duties"
    }
}

/// A command that was refused. It changed nothing.
///
/// The guard is the specification's (`T-INC-09`), the code is stable (`incident.close`), `missing` holds every unmet condition
/// and `legal` the commands that the record's phase allows now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Refusal {
    /// The guard id.
    pub guard: &'static str,
    /// The command's kind.
    pub code: &'static str,
    /// The rule in words.
    pub rule: Label,
    /// Every condition that is not met.
    pub missing: Vec<Unmet>,
    /// The commands that are legal now.
    pub legal: Vec<&'static str>,
}

impl Refusal {
    /// Whether that condition is among the unmet ones.
    #[must_use]
    pub fn lacks(&self, condition: &str) -> bool {
        self.missing.iter().any(|unmet| unmet.condition == condition)
    }

    /// The refusal in Chinese.
    #[must_use]
    pub fn zh(&self) -> String {
        let mut text = format!("`{}` 被 {} 拒绝", self.code, self.guard);
        let conditions: Vec<_> = self.missing.iter().map(Unmet::zh).collect();
        text.push_str(&format!("：{}", conditions.join("；")));
        if !self.legal.is_empty() {
            text.push_str(&format!("；当前可执行：{}", self.legal.join("、")));
        }
        text
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is refused by {}: ", self.code, self.guard)?;
        for (place, unmet) in self.missing.iter().enumerate() {
            let separator = if place == 0 { "" } else { "; " };
            write!(f, "{separator}{}", unmet.en())?;
        }
        if self.legal.is_empty() {
            return Ok(());
        }
        write!(f, "; legal now: {}", self.legal.join(", "))
    }
}
