//! What every table is held to: each phase with each command, each role, each guard, and the journal read back.

use super::{Run, Walk, merge};
use crate::kernel::{Actor, Coded, Role, Who, apply};
use serde_json::Value;

/// What the table does not have in a phase is refused there, changes nothing, and names what is legal.
pub(crate) fn every_command_in_every_phase<P: Walk>() {
    let phases = P::Phase::ALL.iter().copied().map(Some).chain([None]);
    for phase in phases {
        let run = P::at(phase);
        assert_eq!(run.phase(), phase, "the walk reaches the phase");
        for kind in P::LIFECYCLE.commands() {
            let mut tried = run.clone();
            let before = serde_json::to_value(&run.record).unwrap();
            let refusal = tried.tries("nobody", kind, &P::body(kind)).map(|_| ()).err();
            if P::LIFECYCLE.rule(phase, kind).is_some() {
                assert!(refusal.is_none_or(|refusal| !refusal.lacks("state")), "{phase:?} {kind}");
                continue;
            }
            let refusal = refusal.unwrap();
            assert!(refusal.lacks("state") && refusal.missing.len() == 1, "{phase:?} {kind}: {refusal}");
            assert_eq!(refusal.legal, P::LIFECYCLE.allowed(phase), "{phase:?} {kind}");
            assert_eq!(serde_json::to_value(&tried.record).unwrap(), before, "{phase:?} {kind}");
        }
    }
}

/// Each role that a rule does not name is refused, each that it names is not; likewise each relation.
pub(crate) fn every_role_on_every_rule<P: Walk>() {
    for rule in P::LIFECYCLE.rules {
        let froms: Vec<_> = match rule.from {
            [] => vec![None],
            from => from.iter().copied().map(Some).collect(),
        };
        for from in froms {
            let run = P::at(from);
            let lacks = |actor: Actor| {
                let tried = run.clone().tries_as(actor, rule.command, &P::body(rule.command));
                tried.map(|_| ()).is_err_and(|refusal| refusal.lacks("authority"))
            };
            for role in Role::ALL {
                let named = rule.who.is_empty()
                    || rule.who.contains(&Who::Role(*role))
                    || (*role == Role::System && rule.who.contains(&Who::Timer));
                let stranger = Actor::new("stranger", [*role]).unwrap();
                assert_eq!(lacks(stranger), !named, "{} {} from {from:?} by {role}", rule.id, rule.command);
            }
            for relation in [Who::Assignee, Who::Requester, Who::Approver] {
                if let Some(related) = P::who(relation, from).filter(|_| rule.who.contains(&relation)) {
                    let related = Actor::new(related, []).unwrap();
                    assert!(!lacks(related), "{} {} from {from:?} by {relation:?}", rule.id, rule.command);
                }
            }
        }
    }
}

/// A guard: from where, by whom and with what it passes; and what it refuses for which one condition.
pub(crate) struct Guard<P: Walk> {
    pub(crate) id: &'static str,
    pub(crate) run: Run<P>,
    pub(crate) passes: (&'static str, &'static str, Value),
    pub(crate) refuses: Vec<(&'static str, &'static str, Value)>,
}

/// Every guard passes once and refuses each condition alone.
pub(crate) fn every_guard<P: Walk>(guards: Vec<Guard<P>>) {
    for rule in P::LIFECYCLE.rules {
        assert!(guards.iter().any(|guard| guard.id == rule.id), "{} has no test", rule.id);
    }
    each_guard(guards);
}

/// The same where only the guards of the specification must be there: those of our own (`T-INC-L1`) have tests by name.
pub(crate) fn every_specified_guard<P: Walk>(guards: Vec<Guard<P>>) {
    for rule in P::LIFECYCLE.rules.iter().filter(|rule| !rule.id.contains("-L")) {
        assert!(guards.iter().any(|guard| guard.id == rule.id), "{} has no test", rule.id);
    }
    each_guard(guards);
}

fn each_guard<P: Walk>(guards: Vec<Guard<P>>) {
    for Guard { id, run, passes: (by, kind, body), refuses } in guards {
        // Two rules of one command part ways by its outcome; a refusal names the first.
        let first = P::LIFECYCLE.rule(run.phase(), kind).unwrap();
        let from = run.phase();
        let legal = |froms: &[P::Phase]| from.map_or(froms.is_empty(), |from| froms.contains(&from));
        let mut rules = P::LIFECYCLE.rules.iter();
        let rule = rules.find(|rule| rule.id == id && rule.command == kind && legal(rule.from));
        let rule = rule.unwrap_or_else(|| panic!("{id} {kind} from {from:?}"));
        let passed = run.clone().then(by, kind, &body);
        if let Some(to) = rule.to.or(from) {
            assert_eq!(passed.phase(), Some(to), "{id} {kind}");
        }
        for (by, condition, change) in refuses {
            let mut changed = body.clone();
            merge(&mut changed, change);
            let refusal = run.refusal(by, kind, &changed);
            assert_eq!(refusal.guard, first.id);
            let missing: Vec<_> = refusal.missing.iter().map(|unmet| unmet.condition).collect();
            assert_eq!(missing, [condition], "{id}: {refusal}");
        }
    }
}

/// Every event of every phase, read back from its document, folds to the same record; the record reads back as well.
pub(crate) fn every_phase_replays<P: Walk>() {
    for phase in P::Phase::ALL {
        let run = P::at(Some(*phase));
        let mut record = None;
        for (head, event) in &run.history {
            let event = serde_json::from_value(event.clone()).unwrap();
            apply::<P>(&mut record, head, &event);
        }
        let document = serde_json::to_value(&run.record).unwrap();
        assert_eq!(serde_json::to_value(&record).unwrap(), document);
        let read: P::Record = serde_json::from_value(document.clone()).unwrap();
        assert_eq!(serde_json::to_value(read).unwrap(), document);
    }
}
