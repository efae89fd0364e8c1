//! Cases for the properties: calendars over zones with hard rules, instants near the changes of those zones,
//! amounts from seconds to weeks, scripts of clock operations. Everything is plain data and documents, so that the
//! same case can be handed to the core.

use std::rc::Rc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use serde_json::{Map, Value, json};

use super::calendar::{Convention, RefCalendar};
use super::clock::{
    Act, Boundary, Calendar, Clause, Level, PauseAfterBreach, RefClock, Reopen, Retarget, Target,
};
use super::zone::{DAY, FIRST, LAST, RefZone, date_of, date_text};

pub const ZONES: [&str; 20] = [
    "America/Sao_Paulo",
    "Asia/Beirut",
    "Africa/Cairo",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/New_York",
    "Europe/Paris",
    "Asia/Shanghai",
    "Asia/Kathmandu",
    "Africa/Casablanca",
    "America/Havana",
    "Asia/Tehran",
    "Pacific/Kwajalein",
    "America/Caracas",
    "Antarctica/Troll",
    "Europe/London",
    "Asia/Gaza",
    "America/St_Johns",
    "Africa/Monrovia",
    "America/Vancouver",
];

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
pub const REASONS: [&str; 3] = ["user", "supplier", "agreed_window"];

/// A calendar document and an instant near which its exceptions, and often a change of its zone, lie.
#[derive(Clone, Debug)]
pub struct CalendarCase {
    pub document: Value,
    pub anchor: i64,
}

impl CalendarCase {
    pub fn reference(&self) -> RefCalendar {
        RefCalendar::from_json(&self.document).expect("generated documents are sound")
    }
}

/// A calendar with something to ask it.
#[derive(Clone, Debug)]
pub struct Question {
    pub case: CalendarCase,
    /// In any order.
    pub instants: [i64; 3],
    pub amount_s: i64,
    pub more_s: i64,
    pub days: u32,
    pub convention: Convention,
}

pub fn question() -> impl Strategy<Value = Question> {
    calendar_case().prop_flat_map(|case| {
        let moments = [moment(case.anchor), moment(case.anchor), moment(case.anchor)];
        (Just(case), moments, amount_s(), amount_s(), 0..12_u32, convention()).prop_map(
            |(case, instants, amount_s, more_s, days, convention)| Question {
                case,
                instants,
                amount_s,
                more_s,
                days,
                convention,
            },
        )
    })
}

pub fn calendar_case() -> impl Strategy<Value = CalendarCase> {
    zone_and_anchor().prop_flat_map(|(zone, anchor)| {
        calendar_document(zone, anchor).prop_map(move |document| CalendarCase { document, anchor })
    })
}

pub fn zone_and_anchor() -> impl Strategy<Value = (&'static str, i64)> {
    let near_a_change = (any::<Index>(), 0..3_u8).prop_map(|(pick, era)| (Some(pick), era, 0));
    let anywhere = (40 * DAY..LAST - 400 * DAY).prop_map(|t| (None, 0, t));
    (select(&ZONES[..]), prop_oneof![4 => near_a_change, 1 => anywhere]).prop_map(
        |(zone, (pick, era, anywhere))| {
            let changes = RefZone::named(zone).expect("a zone").changes();
            // The rules of the far future are all alike: most anchors lie where history is.
            let horizon = if era == 0 { LAST - 400 * DAY } else { 70 * 365 * DAY };
            let usable: Vec<i64> = changes.into_iter().filter(|t| (40 * DAY..horizon).contains(t)).collect();
            match pick {
                Some(pick) if !usable.is_empty() => (zone, *pick.get(&usable)),
                Some(_) => (zone, 20_000 * DAY),
                None => (zone, anywhere),
            }
        },
    )
}

/// An instant some seconds to some weeks away from the anchor.
pub fn moment(anchor: i64) -> impl Strategy<Value = i64> {
    prop_oneof![
        3 => -7_300..7_300_i64,
        1 => select(&[-3_600, -1_800, -1, 0, 1, 1_799, 1_800, 3_599, 3_600, 3_601][..]),
        3 => -3 * DAY..3 * DAY,
        2 => -20 * DAY..20 * DAY,
    ]
    .prop_map(move |distance| (anchor + distance).clamp(FIRST, LAST))
}

pub fn amount_s() -> impl Strategy<Value = i64> {
    prop_oneof![
        1 => Just(0_i64),
        2 => 1..120_i64,
        4 => 1..12 * 3_600_i64,
        2 => (1..48_i64).prop_map(|halves| halves * 1_800),
        2 => 1..4 * 7 * DAY,
    ]
}

pub fn convention() -> impl Strategy<Value = Convention> {
    select(&[Convention::KeepTime, Convention::EndOfDay, Convention::StartOfNext][..])
}

/// A calendar document whose exceptions lie near an instant.
pub fn calendar_document(zone: &'static str, anchor: i64) -> impl Strategy<Value = Value> {
    let date = (-10..40_i64).prop_map(move |distance| anchor.div_euclid(DAY) + distance);
    let holiday = (date.clone(), any::<bool>()).prop_map(|(day, named)| named_or_not(date_text(day), named));
    let yearly = (date.clone(), any::<bool>()).prop_map(|(day, named)| {
        let (_, month, day) = date_of(day);
        named_or_not(format!("{month:02}-{day:02}"), named)
    });
    (week(), vec(holiday, 0..5), vec(yearly, 0..3), vec((date, windows()), 0..4)).prop_map(
        move |(week, holidays, yearly, special_days)| {
            let mut document = Map::new();
            document.insert("zone".into(), json!(zone));
            document.insert("week".into(), week);
            // Absent and empty lists mean the same; both forms occur.
            if !holidays.is_empty() {
                document.insert("holidays".into(), json!(once(holidays)));
            }
            if !yearly.is_empty() {
                document.insert("yearly_holidays".into(), json!(once(yearly)));
            }
            let special: Map<String, Value> =
                special_days.into_iter().map(|(day, windows)| (date_text(day), windows)).collect();
            document.insert("special_days".into(), Value::Object(special));
            Value::Object(document)
        },
    )
}

fn named_or_not(date: String, named: bool) -> Value {
    if named { json!({"date": date, "name": "a day off"}) } else { json!(date) }
}

/// A date stands in a list once, whichever way it is written.
fn once(entries: Vec<Value>) -> Vec<Value> {
    let mut kept: Vec<Value> = Vec::new();
    for entry in entries {
        let date = |value: &Value| value.as_str().or(value["date"].as_str()).map(str::to_owned);
        if !kept.iter().any(|other| date(other) == date(&entry)) {
            kept.push(entry);
        }
    }
    kept
}

fn week() -> impl Strategy<Value = Value> {
    let office = (windows(), windows()).prop_map(|(weekday, weekend)| {
        vec![
            weekday.clone(),
            weekday.clone(),
            weekday.clone(),
            weekday.clone(),
            weekday,
            weekend.clone(),
            weekend,
        ]
    });
    prop_oneof![
        4 => vec(windows(), 7),
        3 => office,
        1 => Just(vec![json!([["00:00", "24:00"]]); 7]),
        1 => Just(vec![json!([]); 7]),
        1 => (windows(), 0..7_usize).prop_map(|(windows, day)| {
            (0..7).map(|place| if place == day { windows.clone() } else { json!([]) }).collect()
        }),
    ]
    .prop_map(|days| {
        let named = WEEKDAYS.iter().zip(days).filter(|(_, windows)| *windows != json!([]));
        Value::Object(named.map(|(name, windows)| ((*name).to_owned(), windows)).collect())
    })
}

/// None to four windows, overlapping ones and such that end on the next date among them.
pub fn windows() -> impl Strategy<Value = Value> {
    let minute = prop_oneof![
        3 => (0..48_u32).prop_map(|halves| halves * 30),
        2 => 0..1_440_u32,
        3 => 0..241_u32,
    ];
    let window = prop_oneof![
        5 => (minute.clone(), 1..600_u32).prop_map(|(open, length)| (open, (open + length).min(1_440))),
        2 => (minute.clone(), minute),
        1 => select(&[(0, 1_440), (0, 0), (540, 1_440), (1_320, 360), (1_380, 0), (150, 150)][..]),
    ];
    prop_oneof![
        1 => Just(Vec::new()),
        6 => vec(window, 1..5),
    ]
    .prop_map(|windows| {
        let text = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
        json!(windows.into_iter().map(|(open, close)| [text(open), text(close)]).collect::<Vec<_>>())
    })
}

/// A clause in plain data; `calendar` and `version` point into [`ClockScript::calendars`].
#[derive(Clone, Debug)]
pub struct ClauseData {
    pub target: Target,
    pub calendar: usize,
    pub pause_reasons: Vec<&'static str>,
    pub levels: Vec<Level>,
    pub boundary: Boundary,
    pub max_pause_s: Option<i64>,
    pub pause_after_breach: PauseAfterBreach,
}

#[derive(Clone, Debug)]
pub enum Step {
    Start {
        before_s: i64,
    },
    Pause {
        reason: &'static str,
    },
    Resume,
    Stop,
    Cancel,
    Retarget {
        clause: usize,
        policy: Retarget,
    },
    Reopen {
        policy: Reopen,
    },
    /// Calendar 0 is replaced by its second version.
    Recompute,
}

/// The life of one clock: it starts under clause 0 at the first step.
#[derive(Clone, Debug)]
pub struct ClockScript {
    pub anchor: i64,
    /// Ids `cal-0` and `cal-1`, both in version 1.
    pub calendars: Vec<Value>,
    /// `cal-0` in version 2, for [`Step::Recompute`].
    pub revised: Value,
    pub clauses: Vec<ClauseData>,
    /// Instants never go back.
    pub steps: Vec<(i64, Step)>,
}

impl ClockScript {
    pub fn calendar(&self, place: usize) -> Calendar {
        self.read(place, 1, &self.calendars[place])
    }

    pub fn revised_calendar(&self) -> Calendar {
        self.read(0, 2, &self.revised)
    }

    fn read(&self, place: usize, version: u32, document: &Value) -> Calendar {
        let hours = Rc::new(RefCalendar::from_json(document).expect("generated documents are sound"));
        Calendar { id: format!("cal-{place}"), version, hours }
    }

    /// The clock after all steps.
    pub fn reference(&self) -> RefClock {
        let calendars = [self.calendar(0), self.calendar(1)];
        let revised = self.revised_calendar();
        let clause = |place: usize| {
            let data: &ClauseData = &self.clauses[place];
            Clause {
                target: data.target,
                calendar: calendars[data.calendar].clone(),
                pause_reasons: data.pause_reasons.iter().map(|reason| (*reason).to_owned()).collect(),
                levels: data.levels.clone(),
                boundary: data.boundary,
                max_pause_s: data.max_pause_s,
                pause_after_breach: data.pause_after_breach,
            }
        };
        let mut clock = RefClock::default();
        for (at, step) in &self.steps {
            let act = match step {
                Step::Start { before_s } => {
                    Act::Start { from: (at - before_s).max(FIRST), clause: clause(0) }
                }
                Step::Pause { reason } => Act::Pause { reason: (*reason).to_owned() },
                Step::Resume => Act::Resume,
                Step::Stop => Act::Stop,
                Step::Cancel => Act::Cancel,
                Step::Retarget { clause: place, policy } => {
                    Act::Retarget { clause: clause(*place), policy: *policy }
                }
                Step::Reopen { policy } => Act::Reopen { policy: *policy },
                Step::Recompute => Act::Recompute { calendars: vec![revised.clone()] },
            };
            clock.push(*at, act).expect("steps never go back");
        }
        clock
    }

    pub fn last_step_at(&self) -> i64 {
        self.steps.last().map_or(self.anchor, |(at, _)| *at)
    }
}

/// Two calendars, three clauses that share their levels, and up to a dozen steps.
pub fn clock_script() -> impl Strategy<Value = ClockScript> {
    zone_and_anchor().prop_flat_map(|(zone, anchor)| {
        let calendars =
            vec(prop_oneof![2 => Just(zone), 1 => select(&ZONES[..])], 2).prop_flat_map(move |zones| {
                (calendar_document(zones[0], anchor), calendar_document(zones[1], anchor))
            });
        let revised = calendar_document(zone, anchor);
        let clauses = levels().prop_flat_map(move |levels| vec(clause(anchor, levels), 3));
        (calendars, revised, clauses, moment(anchor), 0..2 * DAY, vec((gap_s(), step()), 1..12)).prop_map(
            move |(calendars, revised, clauses, begin, before_s, later)| {
                let mut t = begin;
                let mut steps =
                    vec![(t, Step::Start { before_s: if before_s < DAY { 0 } else { before_s - DAY } })];
                for (gap_s, step) in later {
                    t = (t + gap_s).min(LAST);
                    steps.push((t, step));
                }
                ClockScript { anchor, calendars: vec![calendars.0, calendars.1], revised, clauses, steps }
            },
        )
    })
}

fn gap_s() -> impl Strategy<Value = i64> {
    prop_oneof![1 => Just(0_i64), 2 => 1..120_i64, 4 => 1..8 * 3_600_i64, 3 => 1..3 * DAY, 1 => 1..12 * DAY]
}

fn step() -> impl Strategy<Value = Step> {
    let retarget = [
        Retarget::CarryElapsed,
        Retarget::RecomputeFromStart,
        Retarget::RestartNow,
        Retarget::CarryFraction,
        Retarget::StricterOf,
    ];
    let reopen = [
        Reopen::ContinueExcludingResolved,
        Reopen::ContinueIncludingResolved,
        Reopen::NewCycle,
        Reopen::RestartFull,
        Reopen::Never,
    ];
    prop_oneof![
        8 => select(&REASONS[..]).prop_map(|reason| Step::Pause { reason }),
        8 => Just(Step::Resume),
        4 => Just(Step::Stop),
        4 => select(reopen.to_vec()).prop_map(|policy| Step::Reopen { policy }),
        5 => (0..3_usize, select(retarget.to_vec()))
            .prop_map(|(clause, policy)| Step::Retarget { clause, policy }),
        1 => Just(Step::Recompute),
        1 => Just(Step::Cancel),
    ]
}

fn clause(anchor: i64, levels: Vec<Level>) -> impl Strategy<Value = ClauseData> {
    let behaviour = (
        prop_oneof![2 => Just(REASONS.to_vec()), 1 => subsequence(REASONS.to_vec(), 0..=3)],
        prop_oneof![3 => Just(Boundary::EarliestInstant), 1 => Just(Boundary::NextOpening)],
        proptest::option::weighted(0.3, 1..3 * DAY),
        prop_oneof![Just(PauseAfterBreach::Pause), Just(PauseAfterBreach::KeepRunning)],
    );
    (target(anchor), 0..2_usize, behaviour).prop_map(
        move |(target, calendar, (pause_reasons, boundary, max_pause_s, pause_after_breach))| ClauseData {
            target,
            calendar,
            pause_reasons,
            levels: levels.clone(),
            boundary,
            max_pause_s,
            pause_after_breach,
        },
    )
}

pub fn target(anchor: i64) -> impl Strategy<Value = Target> {
    prop_oneof![
        3 => amount_s().prop_map(|seconds| Target::Elapsed { seconds }),
        6 => amount_s().prop_map(|seconds| Target::Working { seconds }),
        3 => (0..8_u32, convention()).prop_map(|(days, convention)| Target::WorkingDays { days, convention }),
        1 => (-3..20_i64).prop_map(move |distance| Target::CalendarDate { day: anchor.div_euclid(DAY) + distance }),
    ]
}

/// No level twice: which of two equal ones fired cannot be told.
fn levels() -> impl Strategy<Value = Vec<Level>> {
    let level = prop_oneof![
        3 => (1..150_i64).prop_map(Level::Percent),
        2 => (-2 * DAY..DAY).prop_map(Level::WorkingS),
        2 => (-2 * DAY..DAY).prop_map(Level::ElapsedS),
    ];
    vec(level, 0..4).prop_map(|levels| {
        let mut once: Vec<Level> = Vec::new();
        for level in levels {
            if !once.contains(&level) {
                once.push(level);
            }
        }
        once
    })
}
