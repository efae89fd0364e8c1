//! Two tenants side by side, and what is looked at after every step.

use crate::ask::{Ask, View};
use crate::book::{self, Book, Happened};
use crate::company::{self, TENANTS, after};
use crate::dice::{Dice, Roll};
use crate::effects::Plan;
use crate::erased::Erased;
use crate::guide::{self, About};
use crate::laws::Laws;
use crate::legality;
use crate::people::{ALL, OUTSIDER, everybody};
use itsm::kernel::{CommandId, Context, Digest, Instant, TenantId};
use itsm::system::{Command, CommandError, ServiceManagementSystem, SystemEvent, SystemJournal};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex};

/// How often each command was accepted (true) and refused (false), and how often each state was reached.
pub static SEEN: LazyLock<Mutex<BTreeMap<(String, bool), usize>>> = LazyLock::new(Mutex::default);

const GAPS_S: [i64; 16] = [0, 0, 0, 0, 0, 60, 60, 60, 60, 60, 60, 600, 600, 600, 3_600, 40_000];
/// What nobody says but the system itself, by what happens then.
const ITSELF: [(&str, &str); 5] = [
    ("problem.fix_begun", "problem.begin_fix"),
    ("problem.fix_live", "problem.observe"),
    ("change.review_begun", "change.begin_review"),
    ("change_model.failed", "change_model.record_failure"),
    // A timer is faster than any release manager.
    ("release.observation_begun", "release.observe"),
];
/// How many of a hundred steps are wild.
const WILD: u8 = 30;
/// How many earlier commands are remembered, to be given again out of season.
const REMEMBERED: usize = 40;
const REPLAY_EVERY: usize = 40;
/// How many of a hundred steps erase personal values, until one has.
const ERASE: usize = 4;

/// What is done to a sensible command to make it a wild one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mood {
    Sensible,
    /// Somebody else gives it.
    Anybody,
    /// Whoever holds every role gives it.
    AllRoles,
    /// One that was given before, to whatever has become of its record.
    Again,
    /// It is given to another record of the process.
    Elsewhere,
    /// What it names does not exist.
    Unknown,
    /// A text of it says nothing.
    Blank,
    /// Its record is the other tenant's.
    Foreign,
    /// It names the other tenant.
    OtherTenant,
    /// It was given before what is recorded already.
    Earlier,
    /// It was planned before its record changed.
    Stale,
    /// It comes twice under the same id.
    Twice,
    /// It comes before its time.
    TooEarly,
}

const MOODS: [Mood; 16] = [
    Mood::Anybody,
    Mood::Anybody,
    Mood::AllRoles,
    Mood::AllRoles,
    Mood::Again,
    Mood::Again,
    Mood::Again,
    Mood::Elsewhere,
    Mood::Elsewhere,
    Mood::Unknown,
    Mood::Blank,
    Mood::Foreign,
    Mood::OtherTenant,
    Mood::Earlier,
    Mood::Stale,
    Mood::Twice,
];

pub struct Tenant {
    place: usize,
    pub desk: ServiceManagementSystem,
    digest: Digest,
    pub book: Book,
    laws: Laws,
    focus: About,
    given: Vec<Ask>,
    /// The latest of each kind.
    asked: BTreeMap<&'static str, Ask>,
    opened: usize,
    steps: usize,
    /// What was reported when.
    reports: Vec<(Instant, Digest)>,
    /// The same without some personal values, from some step on.
    erased: Option<Erased>,
}

pub struct Whole {
    pub tenants: [Tenant; 2],
    pub now: Instant,
}

impl Default for Whole {
    fn default() -> Self {
        Self { tenants: [Tenant::new(0), Tenant::new(1)], now: company::start() }
    }
}

impl Whole {
    pub fn step(&mut self, roll: &Roll) {
        self.now = after(self.now, GAPS_S[usize::from(roll.gap) % GAPS_S.len()]);
        let place = usize::from(roll.focus.is_multiple_of(6));
        self.now = self.tenants[place].step(roll, self.now);
    }

    /// At the end each is as its own last step left it, and folds from its journal; and whoever has no part in anything is refused
    /// whatever was asked before.
    pub fn end(&mut self) {
        self.tenants.iter_mut().for_each(|tenant| tenant.ends(self.now));
    }
}

impl Tenant {
    pub fn new(place: usize) -> Self {
        let desk = company::desk(place);
        let digest = desk.digest();
        let mut tenant = Self {
            place,
            desk,
            digest,
            book: Book::default(),
            laws: Laws::default(),
            focus: About::New,
            given: Vec::new(),
            asked: BTreeMap::new(),
            opened: 0,
            steps: 0,
            reports: Vec::new(),
            erased: None,
        };
        let founded = tenant.desk.journal().events().to_vec();
        tenant.absorb(&founded);
        tenant
    }

    const fn name(&self) -> &'static str {
        TENANTS[self.place]
    }

    fn other(&self) -> &'static str {
        TENANTS[1 - self.place]
    }

    fn step(&mut self, roll: &Roll, now: Instant) -> Instant {
        self.advance(now);
        self.opened += 1;
        self.steps += 1;
        // Dice of its own: what happens otherwise does not turn on it.
        let mut erasing = Dice(roll.seed ^ 0xE5A5);
        if self.erased.is_none() && erasing.chance(ERASE) {
            self.erased = Erased::of(&self.desk, self.place, &mut erasing);
        }
        let mut dice = Dice(roll.seed);
        let (focus, ask) = self.choose(roll.focus, now, &mut dice);
        self.focus = focus;
        let Some(ask) = ask else { return now };
        let mood = if roll.mood % 100 < WILD { dice.one(&MOODS) } else { Mood::Sensible };
        let mood = if mood == Mood::Sensible && dice.chance(5) { Mood::TooEarly } else { mood };
        let now = match ask.from {
            Some(from) if from > now && mood != Mood::TooEarly => {
                self.advance(from);
                from
            }
            _ => now,
        };
        self.give(ask, mood, now, &mut dice);
        if self.steps.is_multiple_of(REPLAY_EVERY) {
            self.replays();
        }
        now
    }

    /// What the step is about, and what it would ask with some hope.
    fn choose(&self, focus: u16, now: Instant, dice: &mut Dice) -> (About, Option<Ask>) {
        let tenant = self.name();
        let mut view = View { desk: &self.desk, tenant, now, dice: dice.clone(), next: self.opened };
        let of = |all: &[About]| all[usize::from(focus) % all.len()].clone();
        // One thing at a time, mostly: whoever only jumps about never gets far.
        let near = guide::neighbours(&self.focus, &view);
        let about = match view.dice.below(10) {
            0..5 => self.focus.clone(),
            5..7 if !near.is_empty() => of(&near),
            _ => of(&guide::subjects(&view)),
        };
        let asks = guide::asks(&about, &mut view);
        // What leads on, mostly.
        let most = asks.iter().map(|ask| ask.weight).max().unwrap_or_default();
        let least = if view.dice.chance(65) { most } else { 0 };
        let fits = asks.iter().filter(|ask| ask.weight >= least);
        let weighed: Vec<&Ask> = fits.flat_map(|ask| std::iter::repeat_n(ask, ask.weight)).collect();
        let ask = view.dice.any(&weighed).cloned();
        *dice = view.dice;
        (about, ask)
    }

    /// What is due happens, and nothing else.
    pub fn advance(&mut self, now: Instant) {
        let before = self.desk.journal().next_index();
        let advanced = self.desk.advance(now).expect("time goes on");
        if let Some(twin) = &mut self.erased {
            twin.advances(now, &advanced.events);
        }
        if self.desk.journal().next_index() > before {
            self.absorb(&advanced.events);
        }
    }

    fn give(&mut self, mut ask: Ask, mood: Mood, now: Instant, dice: &mut Dice) {
        let everybody: Vec<&str> = everybody().collect();
        match mood {
            Mood::Anybody => ask.by = dice.one(&everybody).to_owned(),
            Mood::AllRoles => ask.by = ALL.to_owned(),
            Mood::Again => ask = dice.any(&self.given).unwrap_or(ask),
            Mood::Elsewhere => {
                let process = ask.kind.split_once('.').map_or("", |(process, _)| process);
                let others: Vec<&str> = self.book.of(process).map(|(record, _)| record).collect();
                if let Some(other) = dice.any(&others) {
                    ask.record = other.to_owned();
                }
            }
            Mood::Unknown => {
                let (own, unknown) = (format!("-{}-", self.name()), format!("NIL-{}-0", self.name()));
                let _ = swap(&mut ask.body, &mut |text| text.contains(&own).then(|| unknown.clone()));
            }
            Mood::Blank => {
                let _ = swap(&mut ask.body, &mut |text| text.contains(' ').then(|| " ".to_owned()));
            }
            Mood::Foreign => {
                let (own, other) = (self.name(), self.other());
                ask.record = ask.record.replace(own, other);
                let _ = swap(&mut ask.body, &mut |text| text.contains(own).then(|| text.replace(own, other)));
            }
            _ => {}
        }
        if mood != Mood::Foreign {
            self.given.push(ask.clone());
        }
        if self.given.len() > REMEMBERED {
            self.given.remove(0);
        }
        let mut context = company::context(self.place, now, &ask.by);
        match mood {
            Mood::OtherTenant => context.tenant = TenantId::new(self.other()).ok(),
            Mood::Earlier => context.now = after(now, -dice.one(&[1, 3_600, 400_000])),
            Mood::Twice => context.command_id = CommandId::new(format!("c-{}", self.steps)).ok(),
            _ => {}
        }
        if mood == Mood::Foreign && opens(ask.kind) {
            return;
        }
        let _ = self.carry_out(&ask, mood, &context);
    }

    pub fn ends(&mut self, now: Instant) {
        assert_eq!(self.desk.digest(), self.digest, "the other tenant did nothing to it");
        self.replays();
        if let Some(twin) = &self.erased {
            twin.resembles(&self.desk);
            count("personal values are erased", true);
        }
        for mut ask in std::mem::take(&mut self.asked).into_values() {
            ask.by = OUTSIDER.to_owned();
            assert!(self.told(&ask, now).is_err(), "{ask:?}: he has no part in it");
        }
    }

    /// A step of a tale: given as it is, and answered as it says.
    pub fn told(&mut self, ask: &Ask, now: Instant) -> Result<(), CommandError> {
        self.advance(now);
        self.carry_out(ask, Mood::Sensible, &company::context(self.place, now, &ask.by))
    }

    fn carry_out(&mut self, ask: &Ask, mood: Mood, context: &Context) -> Result<(), CommandError> {
        let text = ask.text();
        let command = match Command::from_json(text.as_bytes()) {
            Ok(command) => command,
            Err(error) => {
                assert!(matches!(mood, Mood::Unknown | Mood::Blank | Mood::Foreign), "{text}: {error}");
                return Ok(());
            }
        };
        let process = ask.kind.split_once('.').map_or("", |(process, _)| process);
        let state = self.book.state(process, &ask.record).map(str::to_owned);
        let before = self.desk.journal().next_index();
        let stale = if mood == Mood::Stale { self.desk.plan(&command, context).ok() } else { None };
        let answer = self.desk.execute(&command, context);
        if let Some(twin) = &mut self.erased {
            twin.follows(&command, context, &answer);
        }
        match answer {
            Ok(events) => {
                assert!(!matches!(mood, Mood::OtherTenant), "{text}: of the other tenant");
                count(ask.kind, true);
                self.asked.insert(ask.kind, ask.clone());
                if let (Some(process), Some(state)) = (book::process(process), &state) {
                    assert_ne!(legality::legal(process, ask.kind, state), Some(false), "{text}: {state}");
                }
                if mood == Mood::Twice {
                    let again = self.desk.execute(&command, context).expect("known");
                    assert!(again.is_empty(), "the same command again appends nothing");
                }
                if let Some(plan) = stale {
                    let known = self.desk.journal().next_index();
                    let void = self.desk.confirm(plan).expect_err("planned before the record changed");
                    assert!(void.code().starts_with("journal."), "{void}");
                    assert_eq!(self.desk.journal().next_index(), known);
                }
                let started = self.book.clone();
                self.absorb(&events);
                self.owed(&events, &started);
                Ok(())
            }
            Err(error) => {
                assert_eq!(self.desk.journal().next_index(), before, "a refusal appends nothing");
                assert_eq!(self.desk.digest(), self.digest, "a refusal changes nothing");
                match &error {
                    CommandError::Refused(refusal) => {
                        count(ask.kind, false);
                        if let Some(process) = book::process(process) {
                            legality::refused(process, ask.kind, state.as_deref(), refusal);
                        }
                    }
                    CommandError::OtherTenant { .. } => assert_eq!(mood, Mood::OtherTenant),
                    CommandError::TimeWentBack { .. } => assert_eq!(mood, Mood::Earlier, "{text}"),
                    other => panic!("{text}: {other}"),
                }
                Err(error)
            }
        }
    }

    /// Notes what happened, event by event, and looks at the laws.
    fn absorb(&mut self, events: &[SystemEvent]) {
        for event in events {
            let happened = Happened::read(event);
            assert!(!happened.record.contains(self.other()), "{}: {}", self.name(), happened.text);
            if matches!(happened.process.as_str(), "policy" | "waiver") {
                continue;
            }
            self.laws.note(&happened, &self.book, &self.desk);
            let by_itself = ITSELF.iter().find(|(kind, _)| *kind == happened.kind);
            by_itself.into_iter().for_each(|(_, command)| count(command, true));
            let state = |book: &Book| book.state(&happened.process, &happened.record).map(str::to_owned);
            let before = state(&self.book);
            self.book.note(&happened);
            let after = state(&self.book);
            if let Some(after) = after.filter(|after| before.as_ref() != Some(after)) {
                count(&format!("{} is {after}", happened.process), true);
            }
        }
        self.laws.hold(&self.book, &self.desk);
        self.digest = self.desk.digest();
        let last = self.desk.journal().events().last().map(|event| event.head.recorded_at);
        if let Some(at) = last {
            // Of an instant the last report counts.
            self.reports.retain(|(then, _)| *then != at);
            self.reports.push((at, self.digest));
        }
    }

    fn owed(&self, events: &[SystemEvent], before: &Book) {
        let events: Vec<Happened> = events.iter().map(Happened::read).collect();
        Plan { events: &events, before, desk: &self.desk }.check();
    }

    /// The journal, read back from its text, folds into the same state; and into what was reported then (1).
    fn replays(&self) {
        let text = self.desk.journal().to_lines();
        let journal = SystemJournal::from_lines(&text).expect("a journal of our own");
        let tenant = TenantId::new(self.name()).expect("a tenant");
        let again = ServiceManagementSystem::replay_for(tenant, journal).expect("a journal of our own");
        assert_eq!(again.digest(), self.digest, "replayed, it is the same");
        assert_eq!(again.next_wakeup(), self.desk.next_wakeup());
        for (at, digest) in self.reports.iter().rev().skip(1).step_by(1 + self.reports.len() / 3) {
            let then = self.desk.as_of(*at).expect("a journal of our own");
            assert_eq!(then.digest(), *digest, "as of {at}");
        }
    }
}

fn opens(kind: &str) -> bool {
    let opening = ["log", "declare", "raise", "draft", "propose", "plan", "register", "take_over", "capture"];
    // An accepted candidate opens its problem.
    kind == "problem_candidate.accept"
        || kind.split_once('.').is_some_and(|(_, verb)| opening.contains(&verb))
}

/// Puts another text in the place of the first that has one.
fn swap(body: &mut Value, with: &mut dyn FnMut(&str) -> Option<String>) -> bool {
    match body {
        Value::String(text) => match with(text) {
            Some(other) => {
                *text = other;
                true
            }
            None => false,
        },
        Value::Array(all) => all.iter_mut().any(|one| swap(one, with)),
        Value::Object(all) => all.iter_mut().any(|(_, one)| swap(one, with)),
        _ => false,
    }
}

fn count(kind: &str, accepted: bool) {
    *SEEN.lock().expect("a count").entry((kind.to_owned(), accepted)).or_default() += 1;
}
