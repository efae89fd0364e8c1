//! The one error that crosses a boundary. 边界错误

use crate::analytics::{MappingError, RowFault};
use crate::cmdb::CmdbError;
use crate::kernel::{
    AppendError, ApprovalError, DocumentError, DocumentFault, EventError, IdError, InstantError, JournalError,
    Refusal, WaiverError, codes,
};
use crate::kpi::KpiError;
use crate::priority::{MatrixError, OverrideError};
use crate::sla::SlaError;
use crate::system::CommandError;
use crate::time::CalendarError;
use schemars::JsonSchema;
use serde::Serialize;
use smol_str::SmolStr;

codes! {
    /// What kind of failure it is; each is a class of exceptions in the languages.
    pub enum FailureKind {
        /// A guard refused the command: a rule of the process is not met.
        Refused = "refused", "Refused by a guard", "被守卫拒绝";
        /// A document or value cannot be read, or says what cannot be.
        Invalid = "invalid", "Invalid input", "输入无效";
        /// The records have changed since the decision read them.
        Conflict = "conflict", "Conflict", "冲突";
        /// What is asked for is not there: a policy in force, a record, a code.
        Missing = "missing", "Missing", "缺失";
        /// The answer would cost more than the stated budget.
        Limit = "limit", "Over a limit", "超出限额";
        /// A fault of the library itself.
        Internal = "internal", "Fault of the library", "库内部错误";
    }
}

codes! {
    /// What a caller can do about it.
    pub enum Retry {
        /// The same will fail again.
        Never = "never", "Never", "不可重试";
        /// Read the records again and decide anew.
        AfterReload = "after_reload", "After reading again", "重新读取后重试";
        /// Meet what is missing first.
        AfterChange = "after_change", "Once what is missing is there", "补足缺失后重试";
    }
}

/// What went wrong, as every language has it.
///
/// ```
/// use itsm::contract::{Failure, FailureKind};
/// use itsm::time::BusinessCalendar;
/// let failure = Failure::from(BusinessCalendar::from_json(br#"{"zone": "Mars/Base", "week": {}}"#).unwrap_err());
/// assert_eq!((failure.code.as_str(), failure.kind), ("calendar.unknown_zone", FailureKind::Invalid));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema, thiserror::Error)]
#[error("{message}")]
pub struct Failure {
    /// The stable code: `calendar.unknown_zone`; of a refusal the kind of the command.
    pub code: SmolStr,
    /// The kind.
    pub kind: FailureKind,
    /// What is wrong, in English.
    pub message: String,
    /// The same in Chinese, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_zh: Option<String>,
    /// The guard that refused: `T-INC-09`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guard: Option<&'static str>,
    /// All that a refusal says: the rule, every unmet condition, what is legal now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Box<Refusal>>,
    /// Where in a document the fault is: `body.group`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// What a caller can do.
    pub retry: Retry,
}

impl Failure {
    /// A failure of that code and kind.
    #[must_use]
    pub fn new(code: &str, kind: FailureKind, message: impl Into<String>) -> Self {
        let retry = match kind {
            FailureKind::Refused | FailureKind::Missing => Retry::AfterChange,
            FailureKind::Conflict => Retry::AfterReload,
            FailureKind::Invalid | FailureKind::Limit | FailureKind::Internal => Retry::Never,
        };
        let code = SmolStr::new(code);
        Self { code, kind, message: message.into(), message_zh: None, guard: None, refusal: None, path: None, retry }
    }

    /// What a binding says of a panic, which is a fault of the library.
    #[must_use]
    pub fn internal(message: impl Into<String>) -> Self {
        Self::new("internal.panic", FailureKind::Internal, message)
    }
}

/// Errors that say only that something cannot be.
macro_rules! invalid {
    ($($error:ty),+) => {$(
        impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self::new(error.code(), FailureKind::Invalid, error.to_string())
            }
        }
    )+};
}

invalid!(MatrixError, OverrideError, ApprovalError, WaiverError, EventError);

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self {
            guard: Some(refusal.guard),
            message_zh: Some(refusal.zh()),
            refusal: Some(Box::new(refusal.clone())),
            ..Self::new(refusal.code, FailureKind::Refused, refusal.to_string())
        }
    }
}

impl From<DocumentError> for Failure {
    fn from(error: DocumentError) -> Self {
        let limit = matches!(
            error.fault,
            DocumentFault::TooLarge { .. } | DocumentFault::TooDeep { .. } | DocumentFault::TooMany { .. }
        );
        let kind = if limit { FailureKind::Limit } else { FailureKind::Invalid };
        let path = (!error.path.is_empty()).then(|| error.path.clone());
        Self { path, ..Self::new(error.fault.code(), kind, error.to_string()) }
    }
}

impl From<CommandError> for Failure {
    fn from(error: CommandError) -> Self {
        match error {
            CommandError::Refused(refusal) => (*refusal).into(),
            CommandError::Document(error) => error.into(),
            CommandError::Append(error) => error.into(),
            CommandError::NoPolicy { .. } => Self::new(error.code(), FailureKind::Missing, error.to_string()),
            CommandError::AdvanceFirst { .. } | CommandError::EventTooLarge { .. } => {
                Self::new(error.code(), FailureKind::Limit, error.to_string())
            }
            _ => Self::new(error.code(), FailureKind::Invalid, error.to_string()),
        }
    }
}

impl From<AppendError> for Failure {
    fn from(error: AppendError) -> Self {
        let again = matches!(
            error,
            AppendError::Conflict { .. } | AppendError::GuardMoved { .. } | AppendError::IndexMoved { .. }
        );
        let kind = if again { FailureKind::Conflict } else { FailureKind::Invalid };
        Self::new(error.code(), kind, error.to_string())
    }
}

impl From<JournalError> for Failure {
    fn from(error: JournalError) -> Self {
        Self::new(error.code(), FailureKind::Invalid, error.to_string())
    }
}

impl From<CalendarError> for Failure {
    fn from(error: CalendarError) -> Self {
        match error {
            CalendarError::Document(error) => error.into(),
            error => Self::new(error.code(), FailureKind::Invalid, error.to_string()),
        }
    }
}
