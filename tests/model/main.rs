//! A model of the whole: random commands by random persons at random instants, refused ones among them.
//!
//! After every step the system must have answered as the model does, under the guard that the specification names, and must
//! have kept its laws.

mod documents;
mod machine;
#[path = "../reference/mod.rs"]
mod reference;

use documents::{DESK, actor, command, instant};
use itsm::kernel::{CommandId, Context, Digest, Instant};
use itsm::sla::Metric;
use itsm::system::{CommandError, ServiceManagementSystem, SystemEvent, SystemJournal, TicketQuery};
use machine::{ACTORS, Ask, AskMajor, Group, Model, Op, Step, Who};
use proptest::prelude::*;
use proptest::sample::select;
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest, prop_state_machine};
use std::collections::BTreeMap;

const GAPS_S: [i64; 7] = [0, 0, 60, 1_800, 7_200, 86_400, 4 * 86_400];
const MOST_INCIDENTS: usize = 5;

fn operations(incidents: usize, majors: usize) -> Vec<Op> {
    let mut all = vec![Op::Wait];
    if incidents < MOST_INCIDENTS {
        all.push(Op::Log);
    }
    // One beyond the last: a record that does not exist.
    for id in 0..=incidents {
        let asks = [
            Ask::Classify,
            Ask::Assign(Group::Network),
            Ask::Assign(Group::Database),
            Ask::Acknowledge,
            Ask::Reassign(Group::Database),
            Ask::Pend { seconds: 5_000 },
            Ask::Pend { seconds: 0 },
            Ask::Resume,
            Ask::Resolve { workaround: false },
            Ask::Resolve { workaround: true },
            Ask::Close { verified: true },
            Ask::Close { verified: false },
            Ask::Reopen,
            Ask::Cancel { duplicate_of: None },
            Ask::Cancel { duplicate_of: Some(0) },
            Ask::Convert,
            Ask::Work,
            Ask::Inform,
            Ask::ConfirmResolved,
        ];
        all.extend(asks.map(|ask| Op::Incident(id, ask)));
        all.push(Op::Declare { incident: id });
    }
    for id in 0..=majors {
        let asks = [
            AskMajor::Inform,
            AskMajor::Manage { every_s: 1_800 },
            AskMajor::Manage { every_s: 7_200 },
            AskMajor::Update,
            AskMajor::Restore,
            AskMajor::BeginReview { by_resolver: false },
            AskMajor::BeginReview { by_resolver: true },
            AskMajor::Review { by_resolver: false },
            AskMajor::Review { by_resolver: true },
            AskMajor::Close,
            AskMajor::ProposeDowngrade,
            AskMajor::Downgrade,
        ];
        all.extend(asks.map(|ask| Op::Major(id, ask)));
    }
    all
}

fn steps(model: &Model, gap_s: i64) -> impl Iterator<Item = Step> {
    let all = operations(model.incidents.len(), model.majors.len());
    all.into_iter().flat_map(move |op| ACTORS.map(|who| Step { gap_s, who, op }))
}

impl ReferenceStateMachine for Model {
    type State = Self;
    type Transition = Step;

    fn init_state() -> BoxedStrategy<Self> {
        Just(Self { now_s: documents::START_S, ..Self::default() }).boxed()
    }

    fn transitions(model: &Self) -> BoxedStrategy<Step> {
        let model = model.clone();
        let steps = select(GAPS_S.to_vec()).prop_flat_map(move |gap_s| {
            let then = model.after(gap_s);
            let all: Vec<Step> = steps(&model, gap_s).collect();
            let accepted = |step: &Step| then.verdict(step.who, step.op).is_ok();
            let legal: Vec<Step> = all.iter().copied().filter(accepted).collect();
            prop_oneof![3 => select(legal), 2 => select(all)]
        });
        steps.boxed()
    }

    fn apply(mut model: Self, step: &Step) -> Self {
        model.step(step);
        model
    }
}

struct Whole {
    desk: ServiceManagementSystem,
    steps: u32,
    elapsed: BTreeMap<(String, Metric, u32), i64>,
    breached: BTreeMap<(String, Metric, u32), Instant>,
    closed: BTreeMap<String, String>,
}

impl StateMachineTest for Whole {
    type SystemUnderTest = Self;
    type Reference = Model;

    fn init_test(_: &Model) -> Self {
        let (elapsed, breached, closed) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { desk: DESK.clone(), steps: 0, elapsed, breached, closed }
    }

    fn apply(mut whole: Self, model: &Model, step: Step) -> Self {
        whole.steps += 1;
        whole.advance(model.now_s, step.gap_s);
        whole.carry_out(model, &step);
        whole
    }

    fn check_invariants(whole: &Self, model: &Model) {
        let desk = &whole.desk;
        let states: Vec<_> = desk.incidents(&TicketQuery::default()).map(|i| i.phase().code()).collect();
        assert_eq!(states, model.incidents.iter().map(|i| i.state).collect::<Vec<_>>());
        let states: Vec<_> = desk.major_incidents().map(|major| major.phase().code()).collect();
        assert_eq!(states, model.majors.iter().map(|major| major.state).collect::<Vec<_>>());
        let mut events: BTreeMap<&str, u64> = BTreeMap::new();
        for event in desk.journal().events() {
            *events.entry(event.head.record.as_str()).or_default() += 1;
        }
        for incident in desk.incidents(&TicketQuery::default()) {
            let envelope = &incident.envelope;
            assert_eq!(events.get(envelope.id.as_str()), Some(&envelope.version), "every event is a version");
        }
        if whole.steps.is_multiple_of(8) {
            let journal =
                SystemJournal::from_lines(&desk.journal().to_lines()).expect("a journal of our own");
            let again = ServiceManagementSystem::replay(journal).expect("a journal of our own");
            assert_eq!(again.digest(), desk.digest(), "replayed, it is the same");
            assert_eq!(again.next_wakeup(), desk.next_wakeup());
        }
    }
}

impl Whole {
    /// Advancing in two steps gives what advancing at once gives.
    fn advance(&mut self, now_s: i64, gap_s: i64) {
        let mut halfway = self.desk.clone();
        self.desk.advance(instant(now_s)).expect("time goes on");
        if gap_s > 0 {
            halfway.advance(instant(now_s - gap_s / 2)).expect("time goes on");
            halfway.advance(instant(now_s)).expect("time goes on");
            assert_eq!(halfway.digest(), self.desk.digest(), "advanced in steps and at once");
        }
        self.look();
    }

    fn carry_out(&mut self, model: &Model, step: &Step) {
        let expected = model.expected.expect("the model has answered");
        let Some(text) = command(step.op, model, &self.desk) else { return };
        let before = self.desk.digest();
        let context = Context::new(instant(model.now_s), actor(step.who))
            .with_entropy([3; 32])
            .with_command_id(CommandId::new(format!("c-{}", self.steps)).expect("an id"));
        let answer = self.execute(&text, &context);
        match (&answer, expected) {
            (Ok(_), Ok(())) => {
                self.commutes(&before, &text, &context, step);
                let after = self.desk.digest();
                let again = self.execute(&text, &context).expect("carried out before");
                assert!(again.is_empty(), "the same command again appends nothing");
                assert_eq!(self.desk.digest(), after);
            }
            (Err(CommandError::Refused(refusal)), Err(expected)) => {
                assert!(refusal.lacks(expected.lacks), "{step:?} lacks {}: {refusal}", expected.lacks);
                if let Some(guard) = expected.guard {
                    assert_eq!(refusal.guard, guard, "{step:?}");
                }
                assert_eq!(self.desk.digest(), before, "a refusal changes nothing");
            }
            _ => panic!("{step:?}: the model says {expected:?}, the system {answer:?}"),
        }
        self.desk.advance(instant(model.now_s)).expect("time stands");
        self.look();
    }

    fn execute(&mut self, text: &str, context: &Context) -> Result<Vec<SystemEvent>, CommandError> {
        let command = itsm::system::Command::from_json(text.as_bytes()).expect("a command");
        self.desk.execute(&command, context)
    }

    /// Commands on two records that know nothing of each other give the same state in either order.
    fn commutes(&self, before: &Digest, text: &str, context: &Context, step: &Step) {
        let Op::Incident(id, ask) = step.op else { return };
        // It folds the journal again: enough for every fourth step.
        if !self.steps.is_multiple_of(4) || matches!(ask, Ask::Cancel { .. } | Ask::Close { .. }) {
            return;
        }
        let all = TicketQuery::default();
        let mut others = self.desk.incidents(&all).enumerate();
        let other = others.find(|(place, incident)| *place != id && incident.is_open());
        let Some((_, other)) = other else { return };
        let work =
            format!(r#"{{"kind":"incident.work","record":"{}","body":{{"note":"n"}}}}"#, other.envelope.id);
        let by_desk = Context::new(context.now, actor(Who::Desk));
        let read = |text: &str| itsm::system::Command::from_json(text.as_bytes()).expect("a command");
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

    /// What may never be taken back.
    fn look(&mut self) {
        for incident in self.desk.incidents(&TicketQuery::default()) {
            let id = incident.envelope.id.to_string();
            for clock in incident.clocks.all() {
                let key = (id.clone(), clock.metric, clock.cycle);
                let elapsed = self.elapsed.insert(key.clone(), clock.consumed_s).unwrap_or(0);
                assert!(clock.consumed_s >= elapsed, "{id}: elapsed time never decreases");
                if let Some(breached_at) = self.breached.get(&key) {
                    assert_eq!(clock.breached_at, Some(*breached_at), "{id}: a breach once recorded stays");
                }
                if let Some(breached_at) = clock.breached_at {
                    self.breached.insert(key, breached_at);
                }
            }
            if incident.phase() == itsm::resolution::IncidentPhase::Closed {
                let mut closed = incident.clone();
                // Receipts for notices still come in.
                closed.envelope.notices.clear();
                closed.envelope.version = 0;
                let now = serde_json::to_string(&closed).expect("a document");
                let before = self.closed.entry(id).or_insert_with(|| now.clone());
                assert_eq!(*before, now, "a closed incident does not change");
            }
        }
    }
}

fn cases() -> ProptestConfig {
    let nightly = std::env::var_os("ITSM_NIGHTLY").is_some();
    ProptestConfig { cases: if nightly { 4_000 } else { 64 }, ..ProptestConfig::default() }
}

prop_state_machine! {
    #![proptest_config(cases())]

    #[test]
    fn the_whole_answers_as_the_model_does(sequential 32 => Whole);
}
