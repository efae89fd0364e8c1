//! Random faults of a journal under a desk: whatever goes wrong between them, nothing is lost, doubled, halved or misread.

use crate::desks::{Came, Seed, Sent, call, check, check_replay, command, context, seeded};
use crate::places::nightly;
use itsm::kernel::{AppendError, CommandId, EventRow, LogRow, PersonalRow, PlanRows};
use itsm_store::{Capabilities, Desk, Fault, FaultKind, Journal, MemoryJournal, Outcome, StoreError};
use serde_json::json;

/// When everything happens: timers of the first incidents are due, and no clock is behind another.
const MINUTE: i64 = 100;

/// Chance that is the same for the same seed.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    pub const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0xd1b5_4a32_d192_ed03)
    }

    pub const fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit
    }
}

/// A journal that fails.
pub struct Faulty<J> {
    pub journal: J,
    pub chance: Chance,
    /// How many of a hundred calls go wrong.
    pub rate: u64,
    /// When the other one acts.
    pub minute: i64,
    /// What was sent and arrives later.
    under_way: Option<PlanRows>,
    /// Somebody else on the same journal, who is faster now and then.
    rival: MemoryJournal,
    rivals: u64,
    seed: u64,
}

fn fault(chance: &mut Chance) -> StoreError {
    let kinds = [FaultKind::Busy, FaultKind::Full, FaultKind::Lost, FaultKind::Other, FaultKind::Contended];
    Fault::new(kinds[usize::try_from(chance.below(5)).unwrap()], "planted").into()
}

impl<J: Journal> Faulty<J> {
    pub fn new(journal: J, rival: MemoryJournal, seed: u64, rate: u64) -> Self {
        Self {
            journal,
            chance: Chance::new(seed),
            rate,
            minute: MINUTE,
            under_way: None,
            rival,
            rivals: 0,
            seed,
        }
    }

    fn goes_wrong(&mut self) -> bool {
        if self.chance.below(3) == 0 {
            self.arrive();
        }
        self.chance.below(100) < self.rate
    }

    /// What was under way arrives.
    pub fn arrive(&mut self) {
        if let Some(plan) = self.under_way.take() {
            let _ = self.journal.append(&plan);
        }
    }
}

impl<J: Journal> Journal for Faulty<J> {
    fn append(&mut self, plan: &PlanRows) -> Result<(), StoreError> {
        let unknown = || StoreError::OutcomeUnknown { command: plan.command.clone() };
        if !self.goes_wrong() {
            return self.journal.append(plan);
        }
        match self.chance.below(6) {
            // It fails before, in whatever way.
            0 => Err(fault(&mut self.chance)),
            // It fails after, and nobody hears of it.
            1 | 2 => self.journal.append(plan).and_then(|()| Err(unknown())),
            // It never arrived, and nobody hears of that.
            3 => Err(unknown()),
            4 if self.under_way.is_none() => {
                self.under_way = Some(plan.clone());
                Err(unknown())
            }
            _ => {
                self.rivals += 1;
                let caller = format!("rival-{}-{}", self.seed, self.rivals);
                Desk::open(self.rival.clone(), None)
                    .unwrap()
                    .execute(&call(&caller), &context(self.minute, "sd", None))
                    .unwrap();
                self.journal.append(plan)
            }
        }
    }

    fn settle(&mut self) -> Result<(), StoreError> {
        if self.goes_wrong() {
            if self.chance.below(2) == 0 {
                self.journal.settle()?;
            }
            return Err(fault(&mut self.chance));
        }
        self.journal.settle()
    }

    fn log(&mut self, from: u64, most: usize) -> Result<Vec<LogRow>, StoreError> {
        let mut rows = self.journal.log(from, most)?;
        if !self.goes_wrong() {
            return Ok(rows);
        }
        let length = u64::try_from(rows.len()).unwrap();
        let mut place = || usize::try_from(self.chance.below(length.max(1))).unwrap();
        let (one, other) = (place(), place());
        match self.chance.below(6) {
            0 => return Err(fault(&mut self.chance)),
            1 => rows.truncate(one),
            2 if length > 0 => rows.insert(one, rows[other].clone()),
            3 if length > 0 => rows.swap(one, other),
            // From before what was asked for.
            4 => rows = self.journal.log(from.saturating_sub(2), most)?,
            _ if length > 0 => drop(rows.remove(one)),
            _ => {}
        }
        Ok(rows)
    }

    fn stream(&mut self, stream: &str, after: u64, most: usize) -> Result<Vec<EventRow>, StoreError> {
        self.journal.stream(stream, after, most)
    }

    fn personal(&mut self, from: u64, until: u64) -> Result<Vec<PersonalRow>, StoreError> {
        if self.goes_wrong() {
            return Err(fault(&mut self.chance));
        }
        self.journal.personal(from, until)
    }

    fn outcome(&mut self, command: &CommandId) -> Result<Option<Outcome>, StoreError> {
        if self.goes_wrong() {
            return Err(fault(&mut self.chance));
        }
        self.journal.outcome(command)
    }

    fn capabilities(&self) -> Capabilities {
        self.journal.capabilities()
    }

    fn pause(&mut self, _milliseconds: u64) {}
}

/// How a client goes on when it is not told what became of its command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Client {
    /// It repeats the command under its id; one without an id it repeats only where nothing can have happened.
    Careful,
    /// It sends it again as if it were new.
    Blind,
}

const TYPED: [&str; 10] = [
    "store.busy",
    "store.full",
    "store.unavailable",
    "store.outcome_unknown",
    "store.contended",
    "store.exchanged",
    "journal.index",
    "journal.version",
    "journal.altered",
    "journal.not_opened",
];

fn send<J: Journal>(desk: &mut Desk<J>, client: Client, sent: &mut Sent, role: &str) -> Result<(), String> {
    let mut id = sent.id.clone();
    for _ in 0..8 {
        match desk.execute(&sent.command, &context(MINUTE, role, id.as_deref())) {
            Ok(carried) => {
                sent.came = Came::Kept(carried.events);
                return Ok(());
            }
            Err(StoreError::Command(_)) => {
                sent.came = Came::Refused;
                return Ok(());
            }
            Err(StoreError::Append(AppendError::CommandReused(id))) => {
                return Err(format!("`{id}` is told to be another's"));
            }
            Err(error) if !TYPED.contains(&error.code()) => return Err(format!("not typed: {error:?}")),
            Err(StoreError::OutcomeUnknown { .. }) if client == Client::Blind => id = None,
            Err(StoreError::OutcomeUnknown { .. }) if id.is_none() => return Ok(()),
            Err(_) => {}
        }
    }
    Ok(())
}

/// One schedule: two desks on a journal that fails for both, and what is there in the end.
pub fn schedule(seed: u64, client: Client) -> Result<(), String> {
    let seeding = if seed.is_multiple_of(20) { Seed::Clocks } else { Seed::Rules };
    let journal = seeded(seeding);
    let mut chance = Chance::new(seed.wrapping_add(77));
    let rate = [5, 15, 40][usize::try_from(seed % 3).unwrap()];
    let faulty = |seed| Faulty::new(journal.clone(), journal.clone(), seed, rate);
    let mut desks = Vec::new();
    for number in 0..2 {
        // What cannot be opened now can be later.
        let desk =
            (0..100).find_map(|attempt| Desk::open(faulty(seed * 1000 + number * 500 + attempt), None).ok());
        desks.push(desk.ok_or("it never opens")?);
    }
    let mut sent = Vec::new();
    for step in 0..5_i64 {
        let desk = &mut desks[usize::try_from(chance.below(2)).unwrap()];
        let caller = format!("call-{step}");
        let incident = format!("INC-{:06}", chance.below(3) + 1);
        let (role, caller, command) = match chance.below(if seeding == Seed::Clocks { 5 } else { 3 }) {
            0 | 1 => ("sd", Some(caller.clone()), call(&caller)),
            2 => {
                let rules = json!({"desk": {"calendar": "office"}});
                let body = json!({"version": 2, "effective_from": crate::desks::at(step), "document": rules});
                ("po", None, command("policy.revise", Some("desk"), &body))
            }
            3 => (
                "sd",
                None,
                command("incident.assign", Some(&incident), &json!({"group": format!("g{step}")})),
            ),
            _ => {
                // The timers: nothing is lost or doubled however often it is asked for.
                for _ in 0..4 {
                    match desk.advance(crate::desks::at(MINUTE)) {
                        Ok(_) => break,
                        Err(error) if TYPED.contains(&error.code()) => {}
                        Err(error) => return Err(format!("not typed: {error:?}")),
                    }
                }
                continue;
            }
        };
        let id = (caller.is_none() || chance.below(3) > 0).then(|| format!("c-{step}"));
        let mut one = Sent { id, caller, command, came: Came::Unknown };
        send(desk, client, &mut one, role)?;
        sent.push(one);
    }
    for desk in &mut desks {
        desk.journal().arrive();
        desk.journal().rate = 0;
    }
    let digest = check(journal.clone(), &sent)?;
    if seeding == Seed::Clocks {
        check_replay(journal)?;
    }
    for desk in &mut desks {
        desk.catch_up().map_err(|error| format!("it never comes to itself: {error}"))?;
        if desk.system().digest() != digest {
            return Err("the state of a desk is another than that of its journal".into());
        }
    }
    Ok(())
}

/// The first of so many schedules that goes wrong.
pub fn first_wrong(many: u64, client: Client) -> Option<(u64, String)> {
    let lanes = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    let lane = |lane| {
        let mut seeds = (0..many).skip(lane).step_by(lanes);
        seeds.find_map(|seed| schedule(seed, client).err().map(|what| (seed, what)))
    };
    std::thread::scope(|scope| {
        let lanes: Vec<_> = (0..lanes).map(|number| scope.spawn(move || lane(number))).collect();
        lanes.into_iter().filter_map(|lane| lane.join().unwrap()).min()
    })
}

#[test]
fn no_schedule_of_faults_loses_doubles_halves_or_misreads() {
    let many = if nightly() { 1_000_000 } else { 10_000 };
    assert_eq!(first_wrong(many, Client::Careful), None);
}

/// A page that is doubled, out of order or with holes is refused, and what was folded before stands.
#[test]
fn whoever_follows_takes_no_wrong_page() {
    let journal = seeded(Seed::Clocks);
    let rows = { journal.clone() }.log(0, 100).unwrap();
    let true_digest = Desk::open(journal, None).unwrap().system().digest();
    for one in 0..rows.len() {
        for other in 0..rows.len() {
            let mut doubled = rows.clone();
            doubled.insert(other, rows[one].clone());
            let mut swapped = rows.clone();
            swapped.swap(one, other);
            let mut holed = rows.clone();
            holed.remove(one);
            let mut relabelled = rows.clone();
            relabelled[one].index = rows[other].index;
            relabelled[one].entry.clone_from(&rows[other].entry);
            for page in [doubled, swapped, holed, relabelled] {
                let mut system = itsm::system::ServiceManagementSystem::new();
                let right = page.iter().zip(&rows).all(|(page, row)| page == row);
                match system.follow(page) {
                    Ok(()) => assert!(right, "{one} {other}"),
                    Err(error) => assert!(TYPED.contains(&error.code()), "{error}"),
                }
                let from = usize::try_from(system.journal().next_index()).unwrap();
                system.follow(rows[from..].to_vec()).unwrap();
                assert_eq!(system.digest(), true_digest, "{one} {other}");
            }
        }
    }
}
