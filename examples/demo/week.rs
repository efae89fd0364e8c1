//! Walks the script through the whole system, as a host does: timers first, then the command.
//!
//! Where it takes place is a [`Stage`]: a system in memory, or one that stands on a journal in a file (`kept`).

use crate::company::{self, TARGETS, ZONE};
use crate::cure;
use crate::script::{Act, SCRIPT, Step};
use itsm::kernel::{Context, Instant, NoticeKind, Noticed, Refusal};
use itsm::kpi::{KpiTarget, KpiValue, Period, compute_all};
use itsm::system::{Command, CommandError, ServiceManagementSystem, SystemJournal};
use itsm::time::Zone;
use serde_json::{Value, json};
use std::error::Error;
use std::ops::Deref;
use std::sync::LazyLock;

/// The policies were published on the first of September.
const PUBLISHED: &str = "09-01 09:00";

/// The week begins on Monday, 5 October 2026, and is over on Sunday at midnight.
pub const BEGIN: &str = "10-05 00:00";
pub const END: &str = "10-12 00:00";

/// The cure takes until here.
pub const CURED: &str = "11-10 00:00";

/// A command that was refused: what the journal does not remember, and the reader should see.
pub struct Refused {
    pub at: Instant,
    pub by: &'static str,
    pub record: &'static str,
    /// How many entries the journal had.
    pub after: usize,
    pub refusal: Refusal,
}

/// What the week left behind.
pub struct Week {
    pub desk: ServiceManagementSystem,
    pub refused: Vec<Refused>,
}

/// An order as its giver puts it.
pub struct Order {
    pub command: Command,
    pub context: Context,
}

/// An order of an earlier run.
pub struct Before {
    /// How many entries the journal had when it was given.
    pub entries: usize,
}

/// Where the orders of the script are given, one after another.
pub trait Stage {
    fn desk(&self) -> impl Deref<Target = ServiceManagementSystem> + '_;

    /// Fires what is due up to an instant.
    fn advance(&mut self, until: Instant) -> Result<(), Box<dyn Error>>;

    /// Gives an order; what is refused is the inner error.
    fn give(&mut self, order: &Order) -> Result<Result<(), CommandError>, Box<dyn Error>>;

    /// The next order, where an earlier run has given it: it is not given again.
    fn before(&mut self, by: &str, kind: &str) -> Result<Option<Before>, Box<dyn Error>>;
}

impl Stage for ServiceManagementSystem {
    fn desk(&self) -> impl Deref<Target = ServiceManagementSystem> + '_ {
        self
    }

    fn advance(&mut self, until: Instant) -> Result<(), Box<dyn Error>> {
        Self::advance(self, until)?;
        Ok(())
    }

    fn give(&mut self, order: &Order) -> Result<Result<(), CommandError>, Box<dyn Error>> {
        Ok(self.execute(&order.command, &order.context).map(drop))
    }

    fn before(&mut self, _: &str, _: &str) -> Result<Option<Before>, Box<dyn Error>> {
        Ok(None)
    }
}

/// The script under way.
pub struct Play<S> {
    pub stage: S,
    refused: Vec<Refused>,
}

/// Plays the whole script in memory.
pub fn play() -> Result<Week, Box<dyn Error>> {
    let mut play = Play::on(ServiceManagementSystem::new());
    play.week(END)?;
    play.left(END)
}

/// Goes on from the week until its fault is cured.
pub fn go_on(week: &Week) -> Result<Week, Box<dyn Error>> {
    let mut play = Play::on(week.desk.clone());
    play.cure(CURED)?;
    play.left(CURED)
}

impl Week {
    /// The journal read back from its text and folded into another system.
    pub fn replayed(&self) -> Result<ServiceManagementSystem, Box<dyn Error>> {
        let journal = SystemJournal::from_lines(&self.desk.journal().to_lines())?;
        Ok(ServiceManagementSystem::replay(journal)?)
    }

    /// Every KPI of the week, beside what the company wants of some of them.
    pub fn kpis(&self) -> Result<Vec<KpiValue>, Box<dyn Error>> {
        let mut scope = self.desk.kpi_scope(Period::new(local(BEGIN)?, local(END)?, ZONE)?, local(END)?);
        for (kpi, target) in TARGETS {
            scope.targets.insert((*kpi).into(), KpiTarget { target: *target, threshold: None });
        }
        Ok(compute_all(&scope)?)
    }
}

impl<S: Stage> Play<S> {
    pub const fn on(stage: S) -> Self {
        Self { stage, refused: Vec::new() }
    }

    /// What was published and taken over before the week, and the week until an instant.
    pub fn week(&mut self, until: &str) -> Result<(), Box<dyn Error>> {
        for (id, document) in company::policies()?.into_iter().chain(cure::policies()) {
            let effective_from = local("01-01 00:00")?;
            let body = json!({"version": 1, "effective_from": effective_from, "document": document});
            self.set_up("po-qian", "policy.publish", id, body)?;
        }
        for (id, configuration) in cure::items() {
            let body = json!({"configuration": configuration, "owner": "sys-liu", "phase": "live"});
            self.set_up("cfgm-bai", "configuration_item.take_over", &id, body)?;
        }
        self.follow(SCRIPT, until)
    }

    /// The weeks after, until an instant.
    pub fn cure(&mut self, until: &str) -> Result<(), Box<dyn Error>> {
        self.follow(cure::SCRIPT, until)
    }

    /// What there is at an instant, and what was refused since it was asked last.
    pub fn left(&mut self, at: &str) -> Result<Week, Box<dyn Error>> {
        let desk = self.stage.desk().as_of(local(at)?)?;
        Ok(Week { desk, refused: std::mem::take(&mut self.refused) })
    }

    fn set_up(&mut self, by: &str, kind: &str, record: &str, body: Value) -> Result<(), Box<dyn Error>> {
        if self.stage.before(by, kind)?.is_none() {
            let order = self.order(by, PUBLISHED, kind, record, body, self.entries())?;
            self.stage.give(&order)??;
        }
        Ok(())
    }

    fn follow(&mut self, script: &[Step], until: &str) -> Result<(), Box<dyn Error>> {
        let until = local(until)?;
        for step in script {
            if local(step.at)? > until {
                break;
            }
            self.take(step).map_err(|fault| format!("{} {:?}: {fault}", step.at, step.act))?;
        }
        self.stage.advance(until)
    }

    fn take(&mut self, step: &Step) -> Result<(), Box<dyn Error>> {
        let at = local(step.at)?;
        self.stage.advance(at)?;
        match step.act {
            Act::Command { kind, record, body } => {
                if self.stage.before(step.by, kind)?.is_none() {
                    let body = self.body_of(body)?;
                    let order = self.order(step.by, step.at, kind, record, body, self.entries())?;
                    self.stage.give(&order)??;
                }
            }
            Act::Refused { guard, kind, record, body } => {
                let before = self.stage.before(step.by, kind)?;
                let after = before.as_ref().map_or_else(|| self.entries(), |before| before.entries);
                let order = self.order(step.by, step.at, kind, record, self.body_of(body)?, after)?;
                let refused = match before {
                    None => self.stage.give(&order)?.err(),
                    // A decision is a function of what had happened: asked again, it is the same.
                    Some(before) => self.then(before.entries)?.plan(&order.command, &order.context).err(),
                };
                let refusal = refused.as_ref().and_then(CommandError::refusal).cloned();
                let refusal = refusal.ok_or_else(|| format!("not refused by a guard: {refused:?}"))?;
                if refusal.guard != guard {
                    return Err(format!("refused by {}, not by {guard}", refusal.guard).into());
                }
                self.refused.push(Refused { at, by: step.by, record, after, refusal });
            }
            Act::Deliver { record, why } => {
                let kind = format!("{}.confirm_notice", process_of(record));
                if self.stage.before(step.by, &kind)?.is_none() {
                    let number = self.undelivered(record, why).ok_or("no such notice is waiting")?;
                    let body = json!({"number": number, "delivered_at": at});
                    let order = self.order(step.by, step.at, &kind, record, body, self.entries())?;
                    self.stage.give(&order)??;
                }
            }
        }
        Ok(())
    }

    fn order(
        &self,
        by: &str,
        at: &str,
        kind: &str,
        record: &str,
        body: Value,
        entries: usize,
    ) -> Result<Order, Box<dyn Error>> {
        let mut document = json!({"kind": kind, "body": body});
        if !record.is_empty() {
            document["record"] = record.into();
        }
        let command = Command::from_json(document.to_string().as_bytes())?;
        let actor = company::named(by).expect("a person of the company").actor().expect("an actor");
        // A host draws these bytes at random; the demo shall be the same on every run.
        let context = Context::new(local(at).expect("an instant"), actor).with_entropy([entries as u8; 32]);
        Ok(Order { command, context })
    }

    fn entries(&self) -> usize {
        self.stage.desk().journal().events().len()
    }

    /// The system as it was after so many entries.
    fn then(&self, entries: usize) -> Result<ServiceManagementSystem, Box<dyn Error>> {
        let lines = self.stage.desk().journal().to_lines();
        let first: String = lines.split_inclusive('\n').take(entries).collect();
        Ok(ServiceManagementSystem::replay(SystemJournal::from_lines(&first)?)?)
    }

    /// The body of a command: instants dated, and `#BSL-000001` the hash of that baseline.
    fn body_of(&self, text: &str) -> Result<Value, Box<dyn Error>> {
        let mut body = dated(text)?;
        if let Some(id) = body["hash"].as_str().and_then(|hash| hash.strip_prefix('#')) {
            let desk = self.stage.desk();
            let baseline = desk.baseline(id).ok_or("no such baseline")?;
            body["hash"] = baseline.hash.to_string().into();
        }
        Ok(body)
    }

    /// The number of the last notice of that kind that nobody has a receipt for.
    fn undelivered(&self, record: &str, why: NoticeKind) -> Option<usize> {
        let desk = self.stage.desk();
        let notices: &[Noticed] = match process_of(record) {
            "incident" => &desk.incident(record)?.envelope.notices,
            "service_request" => &desk.service_request(record)?.envelope.notices,
            "release" => &desk.release(record)?.envelope.notices,
            _ => &desk.major_incident(record)?.envelope.notices,
        };
        let waiting = |notice: &Noticed| notice.why == why && notice.delivered_at.is_none();
        notices.iter().rposition(waiting).map(|place| place + 1)
    }
}

fn process_of(record: &str) -> &'static str {
    match record.split('-').next() {
        Some("MAJ") => "major_incident",
        Some("SRQ") => "service_request",
        Some("REL") => "release",
        _ => "incident",
    }
}

static CLOCK: LazyLock<Zone> = LazyLock::new(|| Zone::bundled(ZONE).expect("a zone of the database"));

/// Reads a time of the company, `10-05 07:40` in 2026, as an instant. Its zone does not change its offset.
pub fn local(text: &str) -> Result<Instant, Box<dyn Error>> {
    let wall = Instant::parse(&format!("2026-{}:00Z", text.replace(' ', "T")))?;
    let ahead_s = CLOCK.to_local(wall.utc()).offset().local_minus_utc();
    Ok(wall.plus_s(-i64::from(ahead_s)).ok_or("before 1970")?)
}

/// The body of a command, in which `@10-05 07:40` stands for an instant.
fn dated(text: &str) -> Result<Value, Box<dyn Error>> {
    let mut body = String::new();
    let mut parts = text.split("\"@");
    body.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (wall, rest) = part.split_once('"').ok_or("an instant ends with a quotation mark")?;
        body.push_str(&format!("\"{}\"{rest}", local(wall)?));
    }
    Ok(serde_json::from_str(&body)?)
}

/// An instant as the company's clock shows it: `10-05 07:40`.
pub fn wall(at: Instant) -> String {
    CLOCK.to_local(at.utc()).format("%m-%d %H:%M").to_string()
}
