//! Walks the script through the whole system, as a host does: timers first, then the command.

use crate::company::{self, TARGETS, ZONE};
use crate::cure;
use crate::script::{Act, SCRIPT, Step};
use itsm::kernel::{Context, Instant, NoticeKind, Noticed, Refusal};
use itsm::kpi::{KpiTarget, KpiValue, Period, compute_all};
use itsm::system::{Command, CommandError, ServiceManagementSystem, SystemJournal};
use itsm::time::Zone;
use serde_json::{Value, json};
use std::error::Error;
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

/// Plays the whole script.
pub fn play() -> Result<Week, Box<dyn Error>> {
    let mut week = Week { desk: ServiceManagementSystem::new(), refused: Vec::new() };
    for (id, document) in company::policies()?.into_iter().chain(cure::policies()) {
        let effective_from = local("01-01 00:00")?;
        let body = json!({"version": 1, "effective_from": effective_from, "document": document});
        week.execute("po-qian", PUBLISHED, "policy.publish", id, body)?;
    }
    for (id, configuration) in cure::items() {
        let body = json!({"configuration": configuration, "owner": "sys-liu", "phase": "live"});
        week.execute("cfgm-bai", PUBLISHED, "configuration_item.take_over", &id, body)?;
    }
    week.follow(SCRIPT, END)?;
    Ok(week)
}

/// Goes on from the week until its fault is cured.
pub fn go_on(week: &Week) -> Result<Week, Box<dyn Error>> {
    let mut after = Week { desk: week.desk.clone(), refused: Vec::new() };
    after.follow(cure::SCRIPT, CURED)?;
    Ok(after)
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

    fn follow(&mut self, script: &[Step], until: &str) -> Result<(), Box<dyn Error>> {
        for step in script {
            self.take(step).map_err(|fault| format!("{} {:?}: {fault}", step.at, step.act))?;
        }
        self.desk.advance(local(until)?)?;
        Ok(())
    }

    fn take(&mut self, step: &Step) -> Result<(), Box<dyn Error>> {
        let at = local(step.at)?;
        self.desk.advance(at)?;
        match step.act {
            Act::Command { kind, record, body } => {
                self.execute(step.by, step.at, kind, record, self.body_of(body)?)?;
            }
            Act::Refused { guard, kind, record, body } => {
                let after = self.desk.journal().events().len();
                let refused = self.execute(step.by, step.at, kind, record, self.body_of(body)?).err();
                let refusal = refused.as_ref().and_then(CommandError::refusal).cloned();
                let refusal = refusal.ok_or_else(|| format!("not refused by a guard: {refused:?}"))?;
                if refusal.guard != guard {
                    return Err(format!("refused by {}, not by {guard}", refusal.guard).into());
                }
                self.refused.push(Refused { at, by: step.by, record, after, refusal });
            }
            Act::Deliver { record, why } => {
                let number = self.undelivered(record, why).ok_or("no such notice is waiting")?;
                let kind = format!("{}.confirm_notice", process_of(record));
                let body = json!({"number": number, "delivered_at": at});
                self.execute(step.by, step.at, &kind, record, body)?;
            }
        }
        Ok(())
    }

    fn execute(
        &mut self,
        by: &str,
        at: &str,
        kind: &str,
        record: &str,
        body: Value,
    ) -> Result<(), CommandError> {
        let mut document = json!({"kind": kind, "body": body});
        if !record.is_empty() {
            document["record"] = record.into();
        }
        let command = Command::from_json(document.to_string().as_bytes())?;
        let actor = company::named(by).expect("a person of the company").actor().expect("an actor");
        // A host draws these bytes at random; the demo shall be the same on every run.
        let entropy = [self.desk.journal().events().len() as u8; 32];
        let context = Context::new(local(at).expect("an instant"), actor).with_entropy(entropy);
        self.desk.execute(&command, &context)?;
        Ok(())
    }

    /// The body of a command: instants dated, and `#BSL-000001` the hash of that baseline.
    fn body_of(&self, text: &str) -> Result<Value, Box<dyn Error>> {
        let mut body = dated(text)?;
        if let Some(id) = body["hash"].as_str().and_then(|hash| hash.strip_prefix('#')) {
            let baseline = self.desk.baseline(id).ok_or("no such baseline")?;
            body["hash"] = baseline.hash.to_string().into();
        }
        Ok(body)
    }

    /// The number of the last notice of that kind that nobody has a receipt for.
    fn undelivered(&self, record: &str, why: NoticeKind) -> Option<usize> {
        let notices: &[Noticed] = match process_of(record) {
            "incident" => &self.desk.incident(record)?.envelope.notices,
            "service_request" => &self.desk.service_request(record)?.envelope.notices,
            "release" => &self.desk.release(record)?.envelope.notices,
            _ => &self.desk.major_incident(record)?.envelope.notices,
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
