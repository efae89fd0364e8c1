//! What is asked, of which calendar.

use crate::peers::{Itsm, Peer};
use chrono::{DateTime, NaiveDate};
use serde::Serialize;
use std::collections::BTreeMap;

const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 86_400;
/// A year of eight-hour days, five a week.
const YEAR_S: i64 = 52 * 40 * HOUR_S;

/// So many dates go to a peer that takes them all in one call.
const DATES: usize = 100_000;

/// A calendar in words that every peer has: the same windows on Monday to Friday or every day, and holidays.
#[derive(Clone, Serialize)]
pub struct Calendar {
    pub zone: &'static str,
    pub windows: &'static [(&'static str, &'static str)],
    pub every_day: bool,
    pub holidays: Vec<String>,
    /// Dates with the same windows, whatever their weekday (调休).
    pub made_up: Vec<String>,
}

impl Calendar {
    /// As this library reads it.
    pub fn document(&self) -> String {
        let days: &[&str] = &["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let days = if self.every_day { days } else { &days[..5] };
        let week: BTreeMap<_, _> = days.iter().map(|day| (*day, self.windows)).collect();
        let special: BTreeMap<_, _> = self.made_up.iter().map(|date| (date, self.windows)).collect();
        serde_json::json!({"zone": self.zone, "week": week, "holidays": self.holidays, "special_days": special})
            .to_string()
    }
}

#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// A start and an amount of working seconds.
    Add,
    /// Two instants.
    Between,
    /// A start and a number of working days.
    AddDays,
    /// Two instants, for the working days from the one to the other.
    BetweenDays,
}

#[derive(Clone, Serialize)]
pub struct Question {
    pub case: &'static str,
    pub calendar: Calendar,
    pub operation: Operation,
    pub asked: Vec<(i64, i64)>,
}

#[derive(Serialize)]
pub struct Compared {
    #[serde(flatten)]
    pub question: Question,
    pub answers: BTreeMap<&'static str, Vec<Option<i64>>>,
}

#[derive(Serialize)]
pub struct Timed {
    #[serde(flatten)]
    pub compared: Compared,
    pub nanoseconds: BTreeMap<&'static str, f64>,
}

/// Nine to twelve and one to six in Paris, a holiday every 13th day for 28 years.
fn office() -> Calendar {
    let first: NaiveDate = "2026-01-02".parse().expect("a date");
    let holidays = first.iter_days().step_by(13).take(800).map(|date| date.to_string()).collect();
    let windows = &[("09:00", "12:00"), ("13:00", "18:00")];
    Calendar { zone: "Europe/Paris", windows, every_day: false, holidays, made_up: Vec::new() }
}

fn every_day(
    zone: &'static str,
    windows: &'static [(&'static str, &'static str)],
    holidays: &[&str],
) -> Calendar {
    Calendar {
        zone,
        windows,
        every_day: true,
        holidays: holidays.iter().map(|date| (*date).to_owned()).collect(),
        made_up: Vec::new(),
    }
}

fn at(text: &str) -> i64 {
    text.parse::<DateTime<chrono::Utc>>().expect("an instant").timestamp()
}

/// Instants all over the two years from 2026 on, the same in every run (splitmix64).
fn starts() -> impl Iterator<Item = i64> {
    (1_u64..).map(|step| {
        let mut x = step.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        at("2026-01-01T00:00:00Z") + ((x ^ (x >> 31)) % (730 * DAY_S as u64)) as i64
    })
}

pub fn timed() -> Vec<Question> {
    let spans = [
        ("add, 4 hours", "between, 4 hours", 4 * HOUR_S, 1_000),
        ("add, 3 months", "between, 3 months", YEAR_S / 4, 1_000),
        ("add, 20 years", "between, 20 years", 20 * YEAR_S, 100),
    ];
    let calendar = office();
    let itsm = Itsm::new(&calendar);
    let mut questions = Vec::new();
    for (add, between, amount_s, count) in spans {
        let due = |start: i64| itsm.seconds(itsm.add(itsm.instant(start), amount_s).expect("due"));
        let adds = starts().take(count).map(|start| (start, amount_s)).collect();
        let pairs = starts().take(count).map(|start| (start, due(start))).collect();
        for (case, operation, asked) in [(add, Operation::Add, adds), (between, Operation::Between, pairs)] {
            questions.push(Question { case, calendar: calendar.clone(), operation, asked });
        }
    }
    questions
}

/// Working days of the same office, for peers that know dates and no hours.
pub fn timed_days() -> Vec<Question> {
    let spans = [
        ("add, 3 working days", "working days between, 5 days", 3, 5),
        ("add, 60 working days", "working days between, 3 months", 60, 90),
        ("add, 4,900 working days", "working days between, 20 years", 4_900, 7_300),
    ];
    let calendar = office();
    let mut questions = Vec::new();
    for (add, between, working_days, days) in spans {
        let adds = starts().take(DATES).map(|start| (start, working_days)).collect();
        let pairs = starts().take(DATES).map(|start| (start, start + days * DAY_S)).collect();
        for (case, operation, asked) in
            [(add, Operation::AddDays, adds), (between, Operation::BetweenDays, pairs)]
        {
            questions.push(Question { case, calendar: calendar.clone(), operation, asked });
        }
    }
    questions
}

fn hourly(from: &str, hours: i64) -> impl Iterator<Item = i64> {
    let from_s = at(from);
    (0..hours).map(move |hour| from_s + hour * HOUR_S)
}

/// The corners in which calculators differ.
pub fn compared() -> Vec<Question> {
    let adds = |case, calendar: &Calendar, starts: &mut dyn Iterator<Item = i64>, amount_s| Question {
        case,
        calendar: calendar.clone(),
        operation: Operation::Add,
        asked: starts.map(|start| (start, amount_s)).collect(),
    };
    let office = office();
    let night = every_day("Europe/Paris", &[("22:00", "06:00")], &["2026-06-10"]);
    let gap = every_day("Europe/Paris", &[("02:30", "04:00")], &[]);
    let overlap = every_day("Europe/Paris", &[("01:00", "02:30")], &[]);
    let two = every_day("UTC", &[("09:00", "13:00"), ("12:00", "18:00")], &[]);
    vec![
        // Tuesday 2026-03-10, 09:00 in Paris and every hour from there: three hours end at noon, or at six.
        adds("used up exactly at closing time", &office, &mut hourly("2026-03-10T08:00:00Z", 4), 3 * HOUR_S),
        adds("nothing to add, while closed", &office, &mut hourly("2026-03-14T08:00:00Z", 4), 0),
        adds("windows that overlap", &two, &mut hourly("2026-06-01T00:00:00Z", 24), 6 * HOUR_S),
        adds("night shift", &night, &mut hourly("2026-06-01T00:00:00Z", 72), 5 * HOUR_S),
        adds("night shift into a holiday", &night, &mut hourly("2026-06-09T12:00:00Z", 30), 5 * HOUR_S),
        adds(
            "opening inside the gap of a clock change",
            &gap,
            &mut hourly("2026-03-28T12:00:00Z", 12),
            HOUR_S,
        ),
        adds("across the gap of a clock change", &night, &mut hourly("2026-03-28T12:00:00Z", 24), 7 * HOUR_S),
        adds(
            "closing inside the hour that happens twice",
            &overlap,
            &mut hourly("2026-10-24T12:00:00Z", 12),
            5_400,
        ),
        adds(
            "across the hour that happens twice",
            &night,
            &mut hourly("2026-10-24T12:00:00Z", 24),
            9 * HOUR_S,
        ),
    ]
}

/// The corners in which counts of working days differ.
pub fn compared_days() -> Vec<Question> {
    let office = office();
    let night = every_day("Europe/Paris", &[("22:00", "06:00")], &["2026-06-10"]);
    let made_up =
        Calendar { made_up: vec!["2026-03-14".to_owned(), "2026-03-21".to_owned()], ..office.clone() };
    let apia = every_day("Pacific/Apia", &[("09:00", "17:00")], &[]);
    // Friday to Monday: 2026-03-13 to 16 in Paris.
    let weekend = || hourly("2026-03-13T11:00:00Z", 72);
    let adds = |case, calendar: &Calendar, starts: &mut dyn Iterator<Item = i64>, days| Question {
        case,
        calendar: calendar.clone(),
        operation: Operation::AddDays,
        asked: starts.map(|start| (start, days)).collect(),
    };
    let betweens = |case, calendar: &Calendar, starts: &mut dyn Iterator<Item = i64>, days: i64| Question {
        case,
        calendar: calendar.clone(),
        operation: Operation::BetweenDays,
        asked: starts.map(|start| (start, start + days * DAY_S)).collect(),
    };
    vec![
        adds("working days, over a weekend", &office, &mut weekend(), 2),
        adds("working days, a closed start rolled forward", &office, &mut weekend(), 2),
        adds("no working days, over a weekend", &office, &mut weekend(), 0),
        adds("working days of a night shift", &night, &mut hourly("2026-06-08T12:00:00Z", 72), 1),
        adds("working days with days made up for", &made_up, &mut weekend(), 2),
        betweens("working days between, days made up for", &made_up, &mut weekend(), 7),
        adds("working days over a date that never was", &apia, &mut hourly("2011-12-28T22:00:00Z", 72), 1),
        betweens("working days between, backwards", &office, &mut hourly("2026-03-09T11:00:00Z", 168), -30),
        adds("working days beyond the year 2200", &office, &mut weekend(), 60_000),
    ]
}
