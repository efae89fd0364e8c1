//! A list never stands for an object.
//!
//! Serde reads a struct from the list of its values as readily as from an object (`[]` for `{}`), so a document could say
//! something without naming it. [`Objects`] wraps a deserializer and everything that comes out of it, and refuses the list wherever
//! the type wants an object.
//!
//! What this version wrote itself has its keys in order, and then one pass is enough: keys that ascend are not doubled, and depth,
//! members and numbers are counted as they are read. Whatever is not so, or not known, is refused without a word; it may still be
//! well, and the scan says.
//!
//! What was written by a later version is read more leniently: a key that the type does not name is skipped with its value, at
//! every depth, before a type that refuses unknown keys could see it (DECISIONS 6). An object that a tagged enum reads ahead is
//! out of reach here, so an enum that stands in events is never tagged inside its own object.

use crate::kernel::limits;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor, value::BorrowedStrDeserializer,
};
use std::fmt;

/// What is known of a document before it is read.
#[derive(Clone, Copy)]
pub(super) enum Known {
    /// It was scanned.
    Scanned,
    /// It was scanned, and keys that a type does not name are skipped.
    Later,
    /// Nothing; so many levels may open yet.
    Nothing {
        /// How many.
        levels: usize,
    },
}

/// A deserializer, or a part of one, that refuses lists in the place of objects.
pub(super) struct Objects<T> {
    inner: T,
    /// Whether a list is refused here.
    object: bool,
    /// Whether a tagged enum reads ahead: it asks for anything, and its lists are lists.
    ahead: bool,
    known: Known,
    /// The keys that the type names here, where others are skipped.
    named: Option<&'static [&'static str]>,
}

impl<T> Objects<T> {
    pub(super) const fn new(inner: T, known: Known) -> Self {
        Self { inner, object: false, ahead: false, known, named: None }
    }

    const fn within<U>(&self, inner: U) -> Objects<U> {
        Objects { inner, object: false, ahead: self.ahead, known: self.known, named: None }
    }

    const fn is_unknown(&self) -> bool {
        matches!(self.known, Known::Nothing { .. })
    }

    /// The same one level deeper.
    fn deeper<E: Error>(mut self) -> Result<Self, E> {
        if let Known::Nothing { levels } = &mut self.known {
            *levels = levels.checked_sub(1).ok_or_else(|| E::custom("nested too deep"))?;
        }
        Ok(self)
    }

    /// The members of a list or an object.
    fn members<'de, A>(&self, inner: A) -> Members<'de, A> {
        Members { parts: Objects { named: self.named, ..self.within(inner) }, count: 0, last: None }
    }

    /// A part that stands for an object with these keys.
    fn object<U>(&self, inner: U, fields: &'static [&'static str]) -> Objects<U> {
        let named = if matches!(self.known, Known::Later) { Some(fields) } else { None };
        Objects { object: true, named, ..self.within(inner) }
    }
}

macro_rules! forward {
    ($($method:ident($($name:ident: $type:ty),*);)+) => {
        $(fn $method<V: Visitor<'de>>(self, $($name: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            let visitor = self.within(visitor);
            self.inner.$method($($name,)* visitor)
        })+
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Objects<D> {
    type Error = D::Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let visitor = self.object(visitor, fields);
        self.inner.deserialize_struct(name, fields, visitor)
    }

    // Only enums that are tagged inside an object ask for anything; what they hold is read ahead.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let visitor = Objects { object: !self.ahead, ahead: true, ..self.within(visitor) };
        self.inner.deserialize_any(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        if self.is_unknown() {
            return Err(D::Error::custom("a part that nothing reads"));
        }
        let visitor = self.within(visitor);
        self.inner.deserialize_ignored_any(visitor)
    }

    forward! {
        deserialize_bool();
        deserialize_i8();
        deserialize_i16();
        deserialize_i32();
        deserialize_i64();
        deserialize_i128();
        deserialize_u8();
        deserialize_u16();
        deserialize_u32();
        deserialize_u64();
        deserialize_u128();
        deserialize_f32();
        deserialize_f64();
        deserialize_char();
        deserialize_str();
        deserialize_string();
        deserialize_bytes();
        deserialize_byte_buf();
        deserialize_option();
        deserialize_unit();
        deserialize_unit_struct(name: &'static str);
        deserialize_newtype_struct(name: &'static str);
        deserialize_seq();
        deserialize_tuple(length: usize);
        deserialize_tuple_struct(name: &'static str, length: usize);
        deserialize_map();
        deserialize_enum(name: &'static str, variants: &'static [&'static str]);
        deserialize_identifier();
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

macro_rules! visit {
    ($($method:ident: $type:ty;)+) => {
        $(fn $method<E: Error>(self, value: $type) -> Result<V::Value, E> {
            self.inner.$method(value)
        })+
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Objects<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<V::Value, A::Error> {
        if self.object {
            return Err(A::Error::custom("a list stands where an object is wanted"));
        }
        let this = self.deeper()?;
        let list = this.members(list);
        this.inner.visit_seq(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<V::Value, A::Error> {
        let this = self.deeper()?;
        let object = this.members(object);
        this.inner.visit_map(object)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, choice: A) -> Result<V::Value, A::Error> {
        let this = self.deeper()?;
        let choice = this.within(choice);
        this.inner.visit_enum(choice)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        let deserializer = self.within(deserializer);
        self.inner.visit_some(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        let deserializer = self.within(deserializer);
        self.inner.visit_newtype_struct(deserializer)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<V::Value, E> {
        if self.is_unknown() {
            return Err(E::custom("not an integer"));
        }
        self.inner.visit_f64(value)
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }

    visit! {
        visit_bool: bool;
        visit_i8: i8;
        visit_i16: i16;
        visit_i32: i32;
        visit_i64: i64;
        visit_i128: i128;
        visit_u8: u8;
        visit_u16: u16;
        visit_u32: u32;
        visit_u64: u64;
        visit_u128: u128;
        visit_char: char;
        visit_str: &str;
        visit_borrowed_str: &'de str;
        visit_string: String;
        visit_bytes: &[u8];
        visit_borrowed_bytes: &'de [u8];
        visit_byte_buf: Vec<u8>;
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Objects<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        let deserializer = self.within(deserializer);
        self.inner.deserialize(deserializer)
    }
}

/// The members of a list or an object, one after the other.
struct Members<'de, A> {
    parts: Objects<A>,
    count: usize,
    /// The key before, where they must ascend.
    last: Option<&'de str>,
}

impl<A> Members<'_, A> {
    fn next<E: Error>(&mut self) -> Result<(), E> {
        self.count = self.count.saturating_add(1);
        if self.parts.is_unknown() && self.count > limits::LIST {
            return Err(E::custom("too many members"));
        }
        Ok(())
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Members<'de, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        let seed = self.parts.within(seed);
        let Some(member) = self.parts.inner.next_element_seed(seed)? else { return Ok(None) };
        self.next()?;
        Ok(Some(member))
    }

    fn size_hint(&self) -> Option<usize> {
        self.parts.inner.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Members<'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        if self.parts.is_unknown() {
            self.next()?;
            return self.parts.inner.next_key_seed(Following { seed, last: &mut self.last });
        }
        let Some(fields) = self.parts.named else {
            let seed = self.parts.within(seed);
            return self.parts.inner.next_key_seed(seed);
        };
        let mut seed = Some(seed);
        while let Some(key) = self.parts.inner.next_key_seed(Named { fields, seed: &mut seed })? {
            if key.is_some() {
                return Ok(key);
            }
            self.parts.inner.next_value::<IgnoredAny>()?;
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let seed = self.parts.within(seed);
        self.parts.inner.next_value_seed(seed)
    }

    fn size_hint(&self) -> Option<usize> {
        self.parts.inner.size_hint()
    }
}

impl<'de, A: EnumAccess<'de>> EnumAccess<'de> for Objects<A> {
    type Error = A::Error;
    type Variant = Objects<A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self::Variant), A::Error> {
        let seed = self.within(seed);
        let rest = self.within(());
        let (name, variant) = self.inner.variant_seed(seed)?;
        Ok((name, rest.within(variant)))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Objects<A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.inner.unit_variant()
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        let seed = self.within(seed);
        self.inner.newtype_variant_seed(seed)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, A::Error> {
        let visitor = self.within(visitor);
        self.inner.tuple_variant(length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        let visitor = self.object(visitor, fields);
        self.inner.struct_variant(fields, visitor)
    }
}

/// A key that is read only if it follows the one before, and stands there as it reads.
struct Following<'l, 'de, S> {
    seed: S,
    last: &'l mut Option<&'de str>,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Following<'_, 'de, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de, S: DeserializeSeed<'de>> Visitor<'de> for Following<'_, 'de, S> {
    type Value = S::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<S::Value, E> {
        if self.last.replace(key).is_some_and(|last| last >= key) {
            return Err(E::custom("the keys do not ascend"));
        }
        self.seed.deserialize(BorrowedStrDeserializer::new(key))
    }
}

/// A key that is read only if the type names it; none otherwise.
struct Named<'a, S> {
    fields: &'static [&'static str],
    /// Taken by the first key that is named.
    seed: &'a mut Option<S>,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Named<'_, S> {
    type Value = Option<S::Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de, S: DeserializeSeed<'de>> Visitor<'de> for Named<'_, S> {
    type Value = Option<S::Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        let named = self.fields.contains(&key);
        match self.seed.take_if(|_| named) {
            Some(seed) => seed.deserialize(key.into_deserializer()).map(Some),
            None => Ok(None),
        }
    }
}
