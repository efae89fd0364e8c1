//! A repeated command id after a replay: was it this command? 重复命令
//!
//! A journal of lines has what a command caused and not the command itself. The command is decided once more on the journal as it
//! was, and what it would append is compared with what it did append. Salts are the host's and differ, so commitments to personal
//! values are left out: they are where two plans of the same command under two salts differ.

use super::{Command, ServiceManagementSystem, SystemEvent};
use crate::kernel::{Actor, CommandId, Context, Entry, Outcome};
use serde_json::Value;

impl ServiceManagementSystem {
    /// Whether the command appends again what stands in the journal under its id.
    pub(super) fn appended(
        &self,
        outcome: Outcome,
        id: &CommandId,
        command: &Command,
        context: &Context,
    ) -> bool {
        let since = self.journal.events_since(outcome.first_index);
        let effect = Actor::effect().id;
        let by_hand = |event: &&SystemEvent| event.head.actor.id != effect;
        let Some(given) = of_command(since, id).find(by_hand) else { return false };
        let mut then = Self { tenant: self.tenant.clone(), ..Self::new() };
        for (index, entry) in (0..outcome.first_index).zip(self.journal.entries()) {
            match entry {
                Entry::Event(event) => {
                    if then.fold(event).is_err() {
                        return false;
                    }
                    then.journal.push(event.clone(), None);
                }
                Entry::Gone(gone) => {
                    let Some(leaf) = self.journal.leaf(index) else { return false };
                    then.journal.push_gone(leaf, gone.clone());
                }
            }
        }
        let again = |salt: u8| {
            let context = Context {
                now: given.head.recorded_at,
                actor: given.head.actor.clone(),
                on_behalf_of: given.head.on_behalf_of.clone(),
                command_id: Some(id.clone()),
                entropy: Some([salt; 32]),
                ..context.clone()
            };
            let plan = then.plan(command, &context).ok()?;
            Some(of_command(&plan.into_events(), id).map(seen).collect::<Vec<_>>())
        };
        let recorded = Value::Array(of_command(since, id).map(seen).collect());
        match (again(1), again(2)) {
            (Some(one), Some(other)) => alike(&recorded, &Value::Array(one), &Value::Array(other)),
            _ => false,
        }
    }
}

fn of_command<'a>(events: &'a [SystemEvent], id: &'a CommandId) -> impl Iterator<Item = &'a SystemEvent> {
    events.iter().filter(move |event| event.head.command.as_ref() == Some(id))
}

fn seen(event: &SystemEvent) -> Value {
    serde_json::to_value(event).unwrap_or_default()
}

/// Whether the recorded value is what both plans have, wherever these agree.
fn alike(recorded: &Value, one: &Value, other: &Value) -> bool {
    match (recorded, one, other) {
        (Value::Object(recorded), Value::Object(one), Value::Object(other)) => {
            recorded.len() == one.len()
                && recorded.iter().all(|(name, recorded)| {
                    let (one, other) = (one.get(name), other.get(name));
                    one.zip(other).is_some_and(|(one, other)| alike(recorded, one, other))
                })
        }
        (Value::Array(recorded), Value::Array(one), Value::Array(other)) => {
            recorded.len() == one.len()
                && recorded
                    .iter()
                    .zip(one.iter().zip(other))
                    .all(|(recorded, (one, other))| alike(recorded, one, other))
        }
        (_, one, other) => one != other || recorded == one,
    }
}
