//! A system on a journal: it follows the log, decides, appends, and decides again where somebody else was faster. 跟随日志

use crate::StoreError;
use crate::flow::Log;
use crate::journal::Outcome;
use crate::reading::Reading;
use itsm::contract::SystemHandle;
use itsm::evidence::{Frontier, leaf_hash};
use itsm::kernel::{
    AppendError, CommandId, Context, EventBody, Instant, JournalError, LogEntry, PlanRows, RecordId,
    canonical,
};
use itsm::system::{Advance, Advanced, Command, ReadEntry, ServiceManagementSystem, SystemEvent, Tombstone};
use smol_str::SmolStr;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher, RandomState};

/// Entries that are read from the log at once.
const PAGE: usize = 2_000;

/// How often a command is decided before it is given up, when others are faster each time.
const ATTEMPTS: u32 = 30;

/// How often what was appended is asked for before it is given up.
const READS: u32 = 5;

/// What a command came to.
#[derive(Clone, Debug)]
pub struct Carried {
    /// Its events, as they stand in the log.
    pub events: Vec<SystemEvent>,
    /// How often it was decided; 0 where it had been carried out before.
    pub attempts: u32,
}

/// Folds what the log has and the system has not. While pages are read into entries, those before them are folded and the next one is
/// asked for.
pub(crate) async fn catch_up<L: Log>(system: &SystemHandle, log: &mut L) -> Result<(), StoreError> {
    log.settle().await?;
    let (mut from, mut last) = system.with(|system| {
        let (next, journal) = (system.journal().next_index(), system.journal());
        (next, next.checked_sub(1).and_then(|last| Some((last, journal.leaf(last)?))))
    });
    let mut reading = Reading::new();
    let mut settled_again = false;
    loop {
        // The first page begins with the last entry that was folded, so that a journal which was exchanged beneath the system is noticed.
        let mut rows = log.log(last.map_or(from, |(index, _)| index), PAGE).await?;
        if let Some((index, leaf)) = last.take() {
            match rows.first() {
                Some(row) if row.index == index && row.leaf == leaf => drop(rows.remove(0)),
                Some(row) if row.index != index => {
                    return Err(JournalError::Index { line: index, found: row.index }.into());
                }
                _ => return Err(StoreError::Exchanged { index }),
            }
        }
        // A page may be shorter than what is there; only an empty one is the end.
        let over = rows.is_empty();
        if !over {
            let until = rows.last().map_or(from, |row| row.index.saturating_add(1));
            let personal = log.personal(from, until).await?;
            reading.begin(rows, personal);
            from = until;
            settled_again = false;
        }
        while over || reading.is_busy() {
            let Some((entries, personal)) = reading.end()? else { break };
            // Somebody else may have followed meanwhile: what is folded already is left out.
            system.with_mut(|system| {
                let known = system.journal().next_index();
                let folded =
                    |entry: &Result<ReadEntry, _>| entry.as_ref().is_ok_and(|entry| entry.index() < known);
                system.follow_read(entries.into_iter().skip_while(folded), &personal)
            })?;
        }
        if over {
            match system.with(ServiceManagementSystem::is_whole) {
                Ok(()) => return Ok(()),
                Err(altered) if settled_again => return Err(altered.into()),
                // Text goes when a disposal is committed, and the disposal takes its place a moment later.
                Err(_) => log.settle().await?,
            }
            settled_again = true;
        }
    }
}

/// What a host should know of personal values that are missing, or are not those that were committed to.
pub(crate) fn without_personal_values(system: &SystemHandle) -> Option<String> {
    let missing = system.with(ServiceManagementSystem::missing_personal_values);
    (missing > 0).then(|| {
        format!("{missing} personal values are missing or not those that were committed to; no disposal has erased them")
    })
}

/// The events of a command that was carried out, and how many it had with those that were destroyed since.
fn carried_before(system: &SystemHandle, command: &CommandId) -> Option<(Vec<SystemEvent>, u64)> {
    system.with(|system| {
        let journal = system.journal();
        let outcome = journal.outcome(command)?;
        let own = |event: &&SystemEvent| event.head.command.as_ref() == Some(command);
        let there = outcome.events.saturating_sub(journal.gone_of(command));
        let there = usize::try_from(there).ok()?;
        let events = journal.events_since(outcome.first_index).iter().filter(own).take(there);
        Some((events.cloned().collect(), outcome.events))
    })
}

/// The events that a plan had, as they stand in the log now.
fn in_place(system: &SystemHandle, plan: &PlanRows, from: u64) -> Vec<SystemEvent> {
    let planned: BTreeSet<_> = plan.events.iter().map(|row| (row.stream.as_str(), row.version)).collect();
    let own = |event: &&SystemEvent| {
        let stream = format!("{}/{}", event.body.process(), event.head.record);
        planned.contains(&(stream.as_str(), event.head.version))
    };
    system.with(|system| system.journal().events_since(from).iter().filter(own).cloned().collect())
}

/// Carries a command out: follows the log, decides, appends, and decides again where somebody else was faster.
pub(crate) async fn execute<L: Log>(
    system: &SystemHandle,
    log: &mut L,
    command: &Command,
    context: &Context,
) -> Result<Carried, StoreError> {
    let mut attempts = 0_u32;
    loop {
        catch_up(system, log).await?;
        if let Some(id) = &context.command_id
            && let Some((events, known)) = carried_before(system, id)
        {
            // What became of it stands in the log; that it was this command, and how much came of it, only the store knows.
            match log.outcome(id).await? {
                Some(Outcome { digest: None, .. }) => return Err(AppendError::CommandGone(id.clone()).into()),
                Some(outcome) if outcome.digest == Some(canonical::digest_of(command)) => {
                    if known == outcome.events {
                        return Ok(Carried { events, attempts: 0 });
                    }
                }
                _ => return Err(AppendError::CommandReused(id.clone()).into()),
            }
            // The page ended in the midst of it.
            attempts = attempts.saturating_add(1);
            if attempts >= ATTEMPTS {
                return Err(StoreError::OutcomeUnknown { command: Some(id.clone()) });
            }
            continue;
        }
        attempts = attempts.saturating_add(1);
        let tried = match system.with(|system| system.plan(command, context)) {
            Ok(plan) => {
                let plan = plan.rows();
                match append_known(log, &plan).await {
                    Ok(()) => return Ok(Carried { events: read_back(system, log, &plan).await?, attempts }),
                    Err(error) => error,
                }
            }
            Err(refused) => refused.into(),
        };
        match (tried, &context.command_id) {
            (error, _) if error.is_conflict() && attempts >= ATTEMPTS => {
                return Err(StoreError::Contended { attempts });
            }
            (error, _) if error.is_conflict() => {}
            // Somebody else carried out a command of the same id meanwhile, or this was decided on less than there is: it may be
            // this command, and then what it came to is neither a refusal nor another's.
            (
                error @ (StoreError::Append(AppendError::CommandReused(_)) | StoreError::Command(_)),
                Some(id),
            ) => match log.outcome(id).await? {
                Some(Outcome { digest: None, .. }) => return Err(AppendError::CommandGone(id.clone()).into()),
                Some(outcome) if outcome.digest != Some(canonical::digest_of(command)) => {
                    return Err(AppendError::CommandReused(id.clone()).into());
                }
                Some(_) if attempts >= ATTEMPTS => {
                    return Err(StoreError::OutcomeUnknown { command: Some(id.clone()) });
                }
                Some(_) => {}
                None => return Err(error),
            },
            (error, _) => return Err(error),
        }
        back_off(log, attempts).await;
    }
}

/// The events of a plan that was appended. Where they cannot be read back it is not said that nothing happened: whoever repeats the
/// command under its id gets them.
async fn read_back<L: Log>(
    system: &SystemHandle,
    log: &mut L,
    plan: &PlanRows,
) -> Result<Vec<SystemEvent>, StoreError> {
    for attempt in 0..READS {
        if attempt > 0 {
            back_off(log, attempt).await;
        }
        let followed = catch_up(system, log).await;
        let events = in_place(system, plan, plan.seen);
        if events.len() == plan.events.len() {
            return Ok(events);
        }
        if let Err(StoreError::Journal(_) | StoreError::Corrupt(_)) = followed {
            break;
        }
    }
    Err(StoreError::OutcomeUnknown { command: plan.command.clone() })
}

/// Appends; where nobody knows what became of it, asks by the command's id and never sends it twice.
async fn append_known<L: Log>(log: &mut L, plan: &PlanRows) -> Result<(), StoreError> {
    match log.append(plan).await {
        Err(StoreError::OutcomeUnknown { command: Some(id) }) => match log.outcome(&id).await {
            Ok(Some(outcome)) if outcome.digest == Some(plan.digest) => Ok(()),
            Ok(Some(_)) => Err(AppendError::CommandReused(id).into()),
            // It is not there now, and may be a moment later: only whoever repeats it under the same id is safe.
            Ok(None) | Err(_) => Err(StoreError::OutcomeUnknown { command: Some(id) }),
        },
        other => other,
    }
}

/// The longer, the more often others were faster; not the same for all of them, or they would meet again.
async fn back_off<L: Log>(log: &mut L, attempts: u32) {
    let longest = 1_u64.wrapping_shl(attempts.min(9));
    let part = RandomState::new().hash_one(attempts).checked_rem(longest).unwrap_or_default();
    log.pause(part.saturating_add(1)).await;
}

/// Fires everything that is due up to and including an instant, batch after batch.
pub(crate) async fn advance<L: Log>(
    system: &SystemHandle,
    log: &mut L,
    now: Instant,
) -> Result<Advanced, StoreError> {
    let mut events = Vec::new();
    let mut attempts = 0_u32;
    loop {
        // What an earlier batch has fired is kept, whatever comes now.
        let kept =
            |error| if events.is_empty() { error } else { StoreError::OutcomeUnknown { command: None } };
        catch_up(system, log).await.map_err(kept)?;
        let planned = system.with(|system| system.plan_advance(now));
        let Advance { plan, more, stuck } = planned.map_err(|refused| kept(refused.into()))?;
        let over = plan.is_empty() || !more;
        let rows = plan.rows();
        match log.append(&rows).await {
            Ok(()) => {
                events.extend(read_back(system, log, &rows).await?);
                attempts = 0;
                if over {
                    return Ok(Advanced { events, stuck });
                }
            }
            Err(error) if error.is_conflict() && attempts < ATTEMPTS => {
                attempts = attempts.saturating_add(1);
                back_off(log, attempts).await;
            }
            Err(error) if error.is_conflict() => return Err(kept(StoreError::Contended { attempts })),
            Err(error) => return Err(kept(error)),
        }
    }
}

/// A stream of which entries without text were met: the first, the versions, and the disposal that is to have taken it.
struct Met {
    line: u64,
    versions: BTreeSet<u64>,
    disposal: RecordId,
}

/// The tree of a log, from the hashes that it keeps; the hashes are those of the entries and of what the system has folded, and what is
/// gone is what disposals took.
pub(crate) async fn frontier<L: Log>(system: &SystemHandle, log: &mut L) -> Result<Frontier, StoreError> {
    let mut readings = 0_u32;
    loop {
        log.settle().await?;
        let (frontier, gone) = hashed(system, log).await?;
        if gone.is_empty() {
            return Ok(frontier);
        }
        catch_up(system, log).await?;
        readings = readings.saturating_add(1);
        match system.with(|system| not_taken(system, &gone)) {
            None => return Ok(frontier),
            // What was disposed of while it was read is gone by half in this reading, and not in the next.
            Some(line) if readings >= READS => return Err(JournalError::Dropped { line }.into()),
            Some(_) => {}
        }
    }
}

/// The first entry without text that no disposal took with the whole of its stream.
fn not_taken(system: &ServiceManagementSystem, gone: &BTreeMap<SmolStr, Met>) -> Option<u64> {
    let disposed: BTreeMap<String, &Tombstone> =
        system.disposed().map(|(key, stays)| (key.stream().to_string(), stays)).collect();
    let taken = |stream: &SmolStr, met: &Met| {
        let stays = disposed.get(stream.as_str());
        stays.is_some_and(|stays| {
            stays.by == met.disposal && met.versions.iter().copied().eq(1..=stays.version)
        })
    };
    gone.iter().filter(|(stream, met)| !taken(stream, met)).map(|(_, met)| met.line).min()
}

async fn hashed<L: Log>(
    system: &SystemHandle,
    log: &mut L,
) -> Result<(Frontier, BTreeMap<SmolStr, Met>), StoreError> {
    let mut frontier = Frontier::default();
    let mut gone: BTreeMap<SmolStr, Met> = BTreeMap::new();
    loop {
        let rows = log.log(frontier.size(), PAGE).await?;
        for row in &rows {
            let line = frontier.size();
            let altered = row.line().is_some_and(|text| leaf_hash(text.as_bytes()) != row.leaf);
            if row.index != line || altered {
                return Err(JournalError::Altered { line }.into());
            }
            let folded = system.with(|system| system.journal().leaf(line));
            if folded.is_some_and(|folded| folded != row.leaf) {
                return Err(StoreError::Exchanged { index: line });
            }
            if let LogEntry::Gone(of) = &row.entry {
                let (versions, disposal) = (BTreeSet::new(), of.disposal.clone());
                let met = gone.entry(of.stream.clone()).or_insert(Met { line, versions, disposal });
                if !met.versions.insert(of.version) {
                    return Err(JournalError::Dropped { line }.into());
                }
            }
            frontier.push_hash(row.leaf);
        }
        let Some(first) = rows.first() else {
            let (size, folded) = (frontier.size(), system.with(|system| system.journal().next_index()));
            if size < folded {
                return Err(StoreError::Exchanged { index: size });
            }
            log.audit_versions().await?;
            return Ok((frontier, gone));
        };
        log.audit(first.index, frontier.size()).await?;
    }
}
