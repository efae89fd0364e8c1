//! Labels in the two languages that the library speaks.

use serde::Serialize;

/// A text in English and Chinese. Every state, command, rule and condition has one.
///
/// ```
/// use itsm::kernel::Label;
/// let closed = Label::new("Closed", "已关闭");
/// assert_eq!(closed.zh, "已关闭");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Label {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

impl Label {
    /// A label of both texts.
    #[must_use]
    pub const fn new(en: &'static str, zh: &'static str) -> Self {
        Self { en, zh }
    }
}

/// A closed list made by [`codes!`]: what generic code needs of it.
pub trait Coded: Copy + Eq + Ord + std::fmt::Debug + 'static {
    /// Every value, in the order of the table that defines them.
    const ALL: &'static [Self];
    /// The stable code used in documents.
    fn code(self) -> &'static str;
    /// What people read.
    fn label(self) -> Label;
}

/// A closed list of named values, each with a stable code for documents and a [`Label`].
///
/// ```
/// itsm::kernel::codes! {
///     /// How a ticket reached the desk.
///     pub enum Channel {
///         /// By telephone.
///         Phone = "phone", "Phone", "电话";
///         /// Over the counter.
///         Desk = "desk", "Walk-in", "现场";
///     }
/// }
/// assert_eq!(Channel::Phone.code(), "phone");
/// assert_eq!(Channel::Desk.label().zh, "现场");
/// assert_eq!(serde_json::to_string(&Channel::Phone).unwrap(), "\"phone\"");
/// assert_eq!(Channel::ALL.len(), 2);
/// ```
#[macro_export]
#[doc(hidden)]
macro_rules! __codes {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal, $en:literal, $zh:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize)]
        // schemars closes a map by the codes of its keys, if they stand in a list.
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("type" = "string", "enum" = [$($code),+])))]
        $vis enum $name {
            $($(#[$vmeta])* #[serde(rename = $code)] $variant,)+
        }
        impl $name {
            /// Every value, in the order of the table that defines them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The stable code used in documents.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The value with that code, if there is one.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }

            /// What people read.
            #[must_use]
            pub const fn label(self) -> $crate::kernel::Label {
                match self { $(Self::$variant => $crate::kernel::Label::new($en, $zh),)+ }
            }
        }
        impl $crate::kernel::Coded for $name {
            const ALL: &'static [Self] = Self::ALL;
            fn code(self) -> &'static str {
                self.code()
            }
            fn label(self) -> $crate::kernel::Label {
                self.label()
            }
        }
        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}
pub use crate::__codes as codes;
