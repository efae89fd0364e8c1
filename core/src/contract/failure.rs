//! The one error that crosses a boundary. 边界错误

use super::code_of;
use crate::analytics::{MappingError, RowFault};
use crate::cmdb::CmdbError;
use crate::evidence::EvidenceError;
use crate::kernel::{
    AppendError, ApprovalError, DocumentError, EventError, IdError, InstantError, JournalError, Refusal,
    WaiverError, codes,
};
use crate::kpi::KpiError;
use crate::priority::{MatrixError, OverrideError};
use crate::sla::SlaError;
use crate::system::CommandError;
use crate::time::{CalendarError, RowError};
use serde::Serialize;
use smol_str::SmolStr;
use std::any::Any;

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
        /// A store cannot do what is asked, now or at all.
        Unavailable = "unavailable", "Unavailable", "不可用";
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
        /// Nothing is wrong with what was asked: the same may go through later.
        Later = "later", "Later", "稍后重试";
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[error("{message}")]
pub struct Failure {
    /// The stable code: `calendar.unknown_zone`; of a refusal the kind of the command.
    pub code: SmolStr,
    /// The kind.
    pub kind: FailureKind,
    /// What is wrong, in English.
    pub message: Box<str>,
    /// The same in Chinese, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_zh: Option<Box<str>>,
    /// The guard that refused: `T-INC-09`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guard: Option<&'static str>,
    /// All that a refusal says: the rule, every unmet condition, what is legal now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refusal: Option<Box<Refusal>>,
    /// Where in a document the fault is: `body.group`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<Box<str>>,
    /// What a caller can do.
    pub retry: Retry,
}

impl Failure {
    /// A failure of that code and kind.
    #[must_use]
    pub fn new(code: &str, kind: FailureKind, message: impl Into<Box<str>>) -> Self {
        let retry = match kind {
            FailureKind::Refused | FailureKind::Missing => Retry::AfterChange,
            FailureKind::Conflict => Retry::AfterReload,
            FailureKind::Unavailable => Retry::Later,
            FailureKind::Invalid | FailureKind::Limit | FailureKind::Internal => Retry::Never,
        };
        let code = SmolStr::new(code);
        Self {
            code,
            kind,
            message: message.into(),
            message_zh: None,
            guard: None,
            refusal: None,
            path: None,
            retry,
        }
    }

    /// A failure of a code of the registry, which knows its kind.
    #[must_use]
    pub fn coded(code: &'static str, message: impl Into<Box<str>>) -> Self {
        Self::new(code, code_of(code).map_or(FailureKind::Invalid, |row| row.kind), message)
    }

    /// The failure, seen from the list or object that holds the document: `[3]` before `entries[0].at`.
    #[must_use]
    pub fn inside(mut self, holder: impl Into<String>) -> Self {
        let mut path = holder.into();
        if let Some(below) = self.path.filter(|below| !below.is_empty()) {
            if !below.starts_with('[') {
                path.push('.');
            }
            path.push_str(&below);
        }
        self.path = Some(path.into());
        self
    }

    /// What a binding says of a panic that it has caught: a fault of the library, in the words of the panic.
    #[must_use]
    pub fn of_panic(panic: &(dyn Any + Send)) -> Self {
        let said = panic.downcast_ref::<&str>().map(|said| (*said).to_owned());
        let said = said.or_else(|| panic.downcast_ref::<String>().cloned());
        Self::internal(said.unwrap_or_else(|| "a panic without words".to_owned()))
    }

    /// What a binding says of a fault of the library.
    #[must_use]
    pub fn internal(message: impl Into<Box<str>>) -> Self {
        Self::new("internal.panic", FailureKind::Internal, message)
    }
}

/// Errors with a code of their own; where a document is to blame, it says where.
macro_rules! failing {
    ($($error:ident $(of $document:ident $(at $path:ident)?)?;)+) => {$(
        impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                $(if let $error::$document(document) = &error {
                    return DocumentError::clone(document).into();
                })?
                let path = ""$($(.max(error.$path()))?)?;
                let path = (!path.is_empty()).then(|| path.into());
                Self { path, ..Self::coded(error.code(), error.to_string()) }
            }
        }
    )+};
}

failing! {
    AppendError;
    ApprovalError;
    CalendarError of Document at path;
    CmdbError of Document;
    EventError of Document;
    EvidenceError of Document;
    KpiError;
    MatrixError of Document at path;
    OverrideError;
    SlaError of Document at path;
    WaiverError;
}

/// The path begins with the row: `[17]`.
impl From<RowError> for Failure {
    fn from(error: RowError) -> Self {
        Self::from(error.fault).inside(format!("[{}]", error.row))
    }
}

impl From<MappingError> for Failure {
    fn from(error: MappingError) -> Self {
        let path = Some(error.path()).filter(|path| !path.is_empty()).map(Into::into);
        Self { path, ..Self::coded(error.code(), error.to_string()) }
    }
}

/// The path begins with the entry: `[17].body.group`.
impl From<JournalError> for Failure {
    fn from(error: JournalError) -> Self {
        let entry = format!("[{}]", error.line());
        let failure = Self::coded(error.code(), error.to_string());
        match error {
            JournalError::Entry { error: EventError::Document(below), .. } => {
                Self { path: Self::from(below).path, ..failure }.inside(entry)
            }
            _ => failure.inside(entry),
        }
    }
}

impl From<DocumentError> for Failure {
    fn from(error: DocumentError) -> Self {
        let path = (!error.path.is_empty()).then(|| error.path.as_str().into());
        Self { path, ..Self::coded(error.fault.code(), error.to_string()) }
    }
}

impl From<RowFault> for Failure {
    fn from(fault: RowFault) -> Self {
        let path = Some(format!("{}:{}", fault.line, fault.column).into());
        Self { path, ..Self::coded(fault.kind.code(), fault.to_string()) }
    }
}

impl From<IdError> for Failure {
    fn from(error: IdError) -> Self {
        Self::coded("value.id", error.to_string())
    }
}

impl From<InstantError> for Failure {
    fn from(error: InstantError) -> Self {
        Self::coded("value.instant", error.to_string())
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self {
            guard: Some(refusal.guard),
            message_zh: Some(refusal.zh().into()),
            refusal: Some(Box::new(refusal.clone())),
            ..Self::new(refusal.code, FailureKind::Refused, refusal.to_string())
        }
    }
}

impl From<CommandError> for Failure {
    fn from(error: CommandError) -> Self {
        match error {
            CommandError::Refused(refusal) => (*refusal).into(),
            CommandError::Document(error) => error.into(),
            CommandError::Append(error) => error.into(),
            error => Self::coded(error.code(), error.to_string()),
        }
    }
}
