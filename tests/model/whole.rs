//! The system under test, step by step beside the model.

use crate::documents::{DESK, command, instant};
use crate::incidents::Ask;
use crate::laws::{self, Memory};
use crate::machine::{Model, Op, Step};
use crate::people::Who;
use crate::requests::AskRequest;
use itsm::kernel::{Actor, CommandId, Context, Digest, Duty, EventBody, RecordId};
use itsm::resolution::ServiceRequestEvent;
use itsm::sla::{Metric, TicketClocks};
use itsm::system::{
    Command, CommandError, ServiceManagementSystem, SystemEvent, SystemJournal, TicketQuery, What,
};
use proptest_state_machine::StateMachineTest;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

/// How often each command was accepted (true) and refused (false).
pub static SEEN: Mutex<BTreeMap<(String, bool), u32>> = Mutex::new(BTreeMap::new());

pub struct Whole {
    desk: ServiceManagementSystem,
    steps: u32,
    /// The digest of the desk as it is now: a tenth of a step's time, so it is asked for once.
    digest: Digest,
    memory: Memory,
}

impl StateMachineTest for Whole {
    type SystemUnderTest = Self;
    type Reference = Model;

    fn init_test(_: &Model) -> Self {
        let desk = DESK.clone();
        Self { steps: 0, digest: desk.digest(), memory: Memory::default(), desk }
    }

    fn apply(mut whole: Self, model: &Model, step: Step) -> Self {
        whole.steps += 1;
        whole.advance(model.now_s, step.gap_s);
        whole.carry_out(model, &step);
        whole
    }

    fn check_invariants(whole: &Self, model: &Model) {
        whole.is_as(model);
        laws::hold(&whole.desk);
        if whole.steps.is_multiple_of(16) {
            whole.replays();
        }
    }

    fn teardown(whole: Self, _: Model) {
        whole.replays();
    }
}

impl Whole {
    /// Every record stands where the model has it.
    fn is_as(&self, model: &Model) {
        let (desk, all) = (&self.desk, TicketQuery::default());
        let breached = |clocks: &TicketClocks| {
            clocks.get(Metric::Response).is_some_and(|clock| clock.breached_at.is_some())
        };
        let incidents: Vec<_> = desk
            .incidents(&all)
            .map(|of| (of.phase().code(), of.priority, of.major.is_some(), breached(&of.clocks)))
            .collect();
        let expected = model.incidents.iter();
        let expected: Vec<_> = expected
            .map(|of| (of.state, of.priority(), of.major.is_some(), of.response.breached()))
            .collect();
        assert_eq!(incidents, expected);
        let majors: Vec<_> = desk.major_incidents().map(|major| major.phase().code()).collect();
        assert_eq!(majors, model.majors.iter().map(|major| major.state).collect::<Vec<_>>());
        let requests: Vec<_> =
            desk.service_requests(&all).map(|of| (of.phase().code(), breached(&of.clocks))).collect();
        let expected: Vec<_> = model.requests.iter().map(|of| (of.state, of.response.breached())).collect();
        assert_eq!(requests, expected);
        assert_eq!(desk.waivers().count(), model.waivers_filed());
    }

    fn replays(&self) {
        let journal =
            SystemJournal::from_lines(&self.desk.journal().to_lines()).expect("a journal of our own");
        let again = ServiceManagementSystem::replay(journal).expect("a journal of our own");
        assert_eq!(again.digest(), self.digest, "replayed, it is the same");
        assert_eq!(again.next_wakeup(), self.desk.next_wakeup());
    }

    /// Advancing in two steps gives what advancing at once gives.
    fn advance(&mut self, now_s: i64, gap_s: i64) {
        if gap_s == 0 {
            return;
        }
        let mut halfway = self.desk.clone();
        let before = self.desk.journal().next_index();
        self.elapse(now_s);
        halfway.advance(instant(now_s - gap_s / 2)).expect("time goes on");
        halfway.advance(instant(now_s)).expect("time goes on");
        assert_eq!(halfway.journal().next_index(), self.desk.journal().next_index());
        if self.desk.journal().next_index() > before {
            assert_eq!(halfway.digest(), self.digest, "advanced in steps and at once");
        }
    }

    /// What is due happens; without an event nothing changes.
    fn elapse(&mut self, now_s: i64) {
        let before = self.desk.journal().next_index();
        self.desk.advance(instant(now_s)).expect("time goes on");
        if self.desk.journal().next_index() > before {
            self.digest = self.desk.digest();
        }
        self.memory.look(&self.desk);
    }

    fn context(&self, model: &Model, step: &Step) -> Context {
        let context = Context::new(instant(model.now_s), step.who.actor())
            .with_entropy([3; 32])
            .with_command_id(CommandId::new(format!("c-{}", self.steps)).expect("an id"));
        match step.on_behalf_of {
            Some(person) => context.on_behalf_of(person.person()),
            None => context,
        }
    }

    fn carry_out(&mut self, model: &Model, step: &Step) {
        let expected = &model.expected;
        let Some(text) = command(step.op, model, &self.desk) else { return };
        let before = self.digest;
        let context = self.context(model, step);
        let (process, verb) = step.op.kind();
        count(format!("{process}.{verb}"), expected.accepted());
        match self.execute(&text, &context) {
            Ok(events) => {
                assert!(expected.accepted(), "{step:?}: the model says {expected:?}");
                self.records(&events, step, &expected.waived);
                self.commutes(&before, &text, &context, step);
                let again = self.execute(&text, &context).expect("carried out before");
                assert!(again.is_empty(), "the same command again appends nothing");
                self.digest = self.desk.digest();
            }
            Err(CommandError::Refused(refusal)) => {
                let missing: BTreeSet<&str> = refusal.missing.iter().map(|unmet| unmet.condition).collect();
                assert_eq!(missing, expected.lacks, "{step:?}: {refusal}");
                if let Some(guard) = expected.guard {
                    assert_eq!(refusal.guard, guard, "{step:?}");
                }
                assert_eq!(self.desk.digest(), before, "a refusal changes nothing");
            }
            Err(error) => panic!("{step:?}: the model says {expected:?}, the system {error}"),
        }
        self.elapse(model.now_s);
    }

    /// The events name who acted, for whom, and every waiver without which the command would have been refused.
    fn records(&self, events: &[SystemEvent], step: &Step, waived: &BTreeSet<Duty>) {
        let mut used = BTreeSet::new();
        for event in events {
            if event.head.actor.id == Actor::effect().id {
                // What the command means to other records; a candidate of a problem is not in the model.
                let whoever = step.on_behalf_of.unwrap_or(step.who).person();
                assert_eq!(event.head.on_behalf_of, Some(whoever));
                continue;
            }
            assert_eq!(event.head.actor.id, step.who.person());
            assert_eq!(event.head.on_behalf_of, step.on_behalf_of.map(Who::person));
            used.extend(event.head.waivers.iter().cloned());
            if let What::ServiceRequest(ServiceRequestEvent::Voted(voted)) = &event.body {
                used.extend(voted.cast.waived.iter().map(|usage| usage.waiver.clone()));
            }
            // Nobody asks for these by themselves: a declaration and a downgrade bring them along.
            match event.body.kind() {
                "incident.marked_major" => count("incident.mark_major".to_owned(), true),
                "incident.unmarked_major" => count("incident.unmark_major".to_owned(), true),
                _ => {}
            }
        }
        let row = |id: &RecordId| self.desk.waivers().find(|(on_file, _)| *on_file == id);
        let used: BTreeSet<Duty> =
            used.iter().filter_map(|id| Some(row(id)?.1.waiver.terms().duty)).collect();
        assert_eq!(used, *waived, "{step:?}");
    }

    fn execute(&mut self, text: &str, context: &Context) -> Result<Vec<SystemEvent>, CommandError> {
        self.desk.execute(&read(text), context)
    }

    /// Commands on two records that know nothing of each other give the same state in either order.
    fn commutes(&self, before: &Digest, text: &str, context: &Context, step: &Step) {
        // It folds the journal again: enough for every fourth step.
        if !self.steps.is_multiple_of(4) {
            return;
        }
        let place = match step.op {
            Op::Incident(
                _,
                Ask::Cancel { .. }
                | Ask::Close { .. }
                | Ask::Convert { .. }
                | Ask::Link(_)
                | Ask::MarkMajor { .. }
                | Ask::UnmarkMajor { .. },
            )
            | Op::Request(_, AskRequest::ToIncident { .. } | AskRequest::Link(_)) => return,
            Op::Incident(id, _) => Some(id),
            Op::Request(..) => None,
            _ => return,
        };
        let all = TicketQuery::default();
        let mut others = self.desk.incidents(&all).enumerate();
        let other = others.find(|(other, incident)| Some(*other) != place && incident.is_open());
        let Some((_, other)) = other else { return };
        let work =
            format!(r#"{{"kind":"incident.work","record":"{}","body":{{"note":"n"}}}}"#, other.envelope.id);
        let by_desk = Context::new(context.now, Who::Desk.actor());
        let mut first = self.desk.clone();
        first.execute(&read(&work), &by_desk).expect("an open incident");
        let journal = self.desk.journal().events();
        let own = journal.iter().filter(|event| event.head.command == context.command_id).count();
        let earlier = journal[..journal.len() - own].to_vec();
        let mut second = ServiceManagementSystem::replay_events(earlier).expect("a journal of our own");
        if second.digest() != *before {
            return;
        }
        second.execute(&read(&work), &by_desk).expect("an open incident");
        second.execute(&read(text), context).expect("accepted before");
        assert_eq!(first.digest(), second.digest(), "disjoint records, either order");
    }
}

fn read(text: &str) -> Command {
    Command::from_json(text.as_bytes()).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn count(kind: String, accepted: bool) {
    *SEEN.lock().expect("a count").entry((kind, accepted)).or_default() += 1;
}
