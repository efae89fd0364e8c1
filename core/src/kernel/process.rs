//! A process: a lifecycle, a record, commands, events, `decide` and `apply`. 流程
//!
//! A decision is a pure function, a record is a fold. [`decide`] checks what the table says (phase, authority), lets the process
//! check the rest on a [`Case`], and answers with events or with every unmet condition.

use crate::kernel::{
    Coded, Context, Duty, Envelope, EventHead, Fact, FactWanted, Instant, Label, Lifecycle, Notice,
    NoticeKind, PersonId, Personal, PersonalField, PolicyRef, Receipt, Recipient, RecordId, Refusal, Rule,
    Separation, Text, Unmet, Who, limits, separated,
};
use std::fmt::Display;

/// One process of the standard.
pub trait Process: Sized + 'static {
    /// Its phases.
    type Phase: Coded;
    /// Its record.
    type Record: Clone;
    /// Its commands.
    type Command;
    /// Its events.
    type Event: From<Notice>;
    /// The policy its decisions read.
    type Policy;

    /// The table.
    const LIFECYCLE: &'static Lifecycle<Self::Phase>;

    /// The kind of a command.
    fn kind(command: &Self::Command) -> &'static str;
    /// The phase of a record.
    fn phase(record: &Self::Record) -> Self::Phase;
    /// The envelope of a record.
    fn envelope(record: &Self::Record) -> &Envelope;
    /// The same, for the fold.
    fn envelope_mut(record: &mut Self::Record) -> &mut Envelope;

    /// Whether a person stands in that relation to the record.
    fn relates(_record: &Self::Record, _who: Who, _person: &PersonId, _case: &Context<Self::Policy>) -> bool {
        false
    }
    /// The facts that the command's guards want.
    fn needs(_record: Option<&Self::Record>, _command: &Self::Command) -> Vec<FactWanted> {
        Vec::new()
    }
    /// The facts that the next timer of the record wants; what is not answered is as unknown to it as it is to a guard.
    fn watches(_record: &Self::Record) -> Vec<FactWanted> {
        Vec::new()
    }
    /// Checks the guard's conditions and says what happens.
    fn decide(command: &Self::Command, case: &mut Case<'_, Self>);
    /// What a timer does that is due now; called until [`due`](Self::due) lies in the future.
    fn fire(case: &mut Case<'_, Self>);
    /// The next instant at which a timer of the record is due.
    fn due(record: &Self::Record) -> Option<Instant>;

    /// The personal fields of an event.
    fn personal(_event: &Self::Event) -> Vec<(PersonalField, &Personal<String>)> {
        Vec::new()
    }
    /// The same, to put values back and to forget them.
    fn personal_mut(_event: &mut Self::Event) -> Vec<(PersonalField, &mut Personal<String>)> {
        Vec::new()
    }
    /// The personal fields of a record, to forget what they hold.
    fn personal_of(_record: &mut Self::Record) -> Vec<&mut Personal<String>> {
        Vec::new()
    }

    /// The record that an opening event begins; `None` for every other event.
    fn open(head: &EventHead, event: &Self::Event) -> Option<Self::Record>;
    /// Folds an event into a record. Never fails on an event that `decide` produced.
    fn apply(record: &mut Self::Record, head: &EventHead, event: &Self::Event);
}

/// The answer to a command that was accepted.
#[derive(Clone, Debug)]
pub struct Decision<E> {
    /// When it happens, nominally.
    pub at: Instant,
    /// What happens, in order.
    pub events: Vec<E>,
    /// Whom the host must tell; each is among the events too.
    pub notices: Vec<Notice>,
    /// The policies used.
    pub policies: Vec<PolicyRef>,
    /// The waivers used.
    pub waivers: Vec<RecordId>,
}

/// A command under decision: what is known, what is unmet so far, what would happen.
pub struct Case<'a, P: Process> {
    /// The record, unless the command opens one.
    pub record: Option<&'a P::Record>,
    /// The id of the record, also of the one to be opened.
    pub id: &'a RecordId,
    /// The context.
    pub context: &'a Context<P::Policy>,
    /// When it happens, nominally: `context.now`, or a timer's due time.
    pub at: Instant,
    decision: Decision<P::Event>,
    unmet: Vec<Unmet>,
    next_notice: u32,
}

impl<'a, P: Process> Case<'a, P> {
    fn new(
        record: Option<&'a P::Record>,
        id: &'a RecordId,
        context: &'a Context<P::Policy>,
        at: Instant,
    ) -> Self {
        Self {
            record,
            id,
            context,
            at,
            decision: Decision {
                at,
                events: Vec::new(),
                notices: Vec::new(),
                policies: Vec::new(),
                waivers: Vec::new(),
            },
            unmet: Vec::new(),
            next_notice: record.map_or(1, |record| P::envelope(record).next_notice()),
        }
    }

    /// The policy in force.
    #[must_use]
    pub fn policy(&self) -> &'a P::Policy {
        &self.context.policy
    }

    /// The person who acts.
    #[must_use]
    pub fn actor(&self) -> &'a PersonId {
        &self.context.actor.id
    }

    /// Whether something is unmet already.
    #[must_use]
    pub const fn refused(&self) -> bool {
        !self.unmet.is_empty()
    }

    /// Demands a condition.
    pub fn that(&mut self, met: bool, condition: &'static str, en: &'static str, zh: &'static str) -> bool {
        if !met {
            self.unmet.push(Unmet { condition, words: Label::new(en, zh), value: None });
        }
        met
    }

    /// Demands a condition on a value of the user, which the refusal shows.
    pub fn that_value(
        &mut self,
        met: bool,
        value: impl Display,
        condition: &'static str,
        en: &'static str,
        zh: &'static str,
    ) -> bool {
        if !met {
            let value = value.to_string().chars().take(200).collect();
            self.unmet.push(Unmet { condition, words: Label::new(en, zh), value: Some(value) });
        }
        met
    }

    /// Demands a text that says something; its length was looked at when it was read.
    pub fn text(&mut self, text: &Text, condition: &'static str, en: &'static str, zh: &'static str) {
        self.that(!text.trim().is_empty(), condition, en, zh);
    }

    /// Demands a fact about another record.
    pub fn fact(&mut self, process: &'static str, record: &RecordId) -> Option<&'a Fact> {
        let fact = self.context.facts.about(process, record);
        let words = "the record that the command refers to is known";
        self.that_value(
            fact.is_some(),
            format_args!("{process} {record}"),
            "fact",
            words,
            "命令所引用的记录须已知",
        );
        fact
    }

    /// Demands that two duties are in different hands, or that a waiver in force lifts the row (spec 3.0.7).
    pub fn separate(&mut self, duty: Duty, one: &PersonId, other: &PersonId) {
        match separated(duty, one, other, &self.context.waivers, self.at) {
            Separation::Separate => {}
            Separation::Waived(waiver) => self.decision.waivers.push(waiver),
            Separation::Violated => {
                let value = Some(one.to_string());
                self.unmet.push(Unmet { condition: "separation_of_duties", words: duty.label(), value });
            }
        }
    }

    /// Seals a personal value with the host's random bytes.
    pub fn seal(&mut self, value: &str, field: PersonalField) -> Option<Personal<String>> {
        let words = "personal values need random bytes of the host (`entropy`) for their salt";
        self.that(
            self.context.entropy.is_some(),
            "entropy",
            words,
            "个人数据需要宿主提供随机字节（entropy）作盐",
        );
        // The record's id makes the salts of two records differ under the same entropy.
        let salted = crate::kernel::personal::for_record(self.context.entropy.as_ref()?, self.id);
        Some(Personal::seal(value.to_owned(), &salted, field.code()))
    }

    /// Says that something happens.
    pub fn emit(&mut self, event: impl Into<P::Event>) {
        self.decision.events.push(event.into());
    }

    /// Asks the host to tell somebody.
    pub fn notify(&mut self, why: NoticeKind, to: Recipient, by: Option<Instant>) {
        let notice = Notice { by, number: self.next_notice, to, why };
        self.next_notice = self.next_notice.saturating_add(1);
        self.decision.notices.push(notice.clone());
        self.decision.events.push(notice.into());
    }

    /// Takes the host's receipt for a notice: one that was requested, delivered between then and now.
    pub fn confirm_notice(&mut self, receipt: &Receipt)
    where
        P::Event: From<Receipt>,
    {
        let noticed = self.record.and_then(|record| P::envelope(record).noticed(receipt.number));
        if self.that_value(
            noticed.is_some(),
            receipt.number,
            "notice",
            "a notice of that number was requested",
            "须存在该编号的通知",
        ) && let Some(noticed) = noticed
        {
            let plausible = receipt.delivered_at >= noticed.requested_at && receipt.delivered_at <= self.at;
            self.that_value(
                plausible,
                receipt.delivered_at,
                "delivered_at",
                "it was delivered between its request and now",
                "送达时间须介于请求时间与当前时间之间",
            );
        }
        self.emit(receipt.clone());
    }

    /// Names a policy that the decision used.
    pub fn used(&mut self, policy: &PolicyRef) {
        if !self.decision.policies.contains(policy) {
            self.decision.policies.push(policy.clone());
        }
    }

    fn authority(&mut self, rule: &Rule<P::Phase>) {
        let roles = self.context.actor.roles_at(self.at);
        let relates = |who: &Who, person: &PersonId| {
            self.record.is_some_and(|record| P::relates(record, *who, person, self.context))
        };
        let holds = |who: &Who| match who {
            Who::Role(role) => roles.contains(*role),
            Who::Timer => roles.contains(crate::kernel::Role::System),
            // Nobody acts in another's name: whom the actor acts for is recorded, and gives no authority.
            Who::Assignee | Who::Approver | Who::Requester => relates(who, self.actor()),
        };
        let allowed = rule.who.is_empty() || rule.who.iter().any(holds);
        let actor = &self.context.actor;
        let words = "the actor's appointment is valid";
        self.that_value(actor.is_valid_at(self.at), &actor.id, "validity", words, "操作者的任命须在有效期内");
        let who: Vec<_> = rule.who.iter().map(|who| who.code()).collect();
        let words = "the actor holds one of the roles that may do this";
        self.that_value(allowed, who.join(", "), "authority", words, "操作者须具备以下角色之一");
    }
}

fn refusal<P: Process>(
    rule: &'static Rule<P::Phase>,
    from: Option<P::Phase>,
    missing: Vec<Unmet>,
) -> Refusal {
    Refusal {
        guard: rule.id,
        code: rule.command,
        rule: rule.words,
        missing,
        legal: P::LIFECYCLE.allowed(from),
    }
}

/// Decides a command: events, or a refusal that names every unmet condition.
///
/// # Errors
/// [`Refusal`]; nothing has changed then.
pub fn decide<P: Process>(
    record: Option<&P::Record>,
    id: &RecordId,
    command: &P::Command,
    context: &Context<P::Policy>,
) -> Result<Decision<P::Event>, Refusal> {
    let kind = P::kind(command);
    let from = record.map(P::phase);
    let mut case = Case::<P>::new(record, id, context, context.now);
    let Some(rule) = P::LIFECYCLE.rule(from, kind) else {
        let state = from.map_or("none", P::Phase::code);
        let words = "the command is legal in the record's state";
        case.that_value(false, state, "state", words, "该命令须在记录当前状态下合法");
        let governing = P::LIFECYCLE.governing(kind);
        return Err(governing.map_or_else(
            || Refusal {
                guard: "T-000",
                code: kind,
                rule: Label::new("the process has this command", "该流程具有此命令"),
                missing: case.unmet.clone(),
                legal: P::LIFECYCLE.allowed(from),
            },
            |rule| refusal::<P>(rule, from, case.unmet.clone()),
        ));
    };
    if let Some(record) = record {
        let last = P::envelope(record).updated_at;
        let words = "time does not run backwards: the record's latest event lies before";
        case.that_value(
            context.now >= last,
            last,
            "out_of_order",
            words,
            "时间不得倒退：须晚于记录的最近事件",
        );
    }
    case.authority(rule);
    if let Some(authorisation) = &context.authorisation {
        let words = "the host's own authorisation allows it";
        case.that_value(
            authorisation.allowed,
            &authorisation.policy_version,
            "authorisation",
            words,
            "须获宿主系统授权",
        );
    }
    P::decide(command, &mut case);
    case.that_value(
        case.decision.events.len() <= limits::EVENTS_PER_COMMAND,
        case.decision.events.len(),
        "events",
        "one command yields at most 256 events",
        "一条命令最多产生 256 个事件",
    );
    if case.unmet.is_empty() { Ok(case.decision) } else { Err(refusal::<P>(rule, from, case.unmet)) }
}

/// Fires the earliest timer of a record, if it is due up to and including `context.now`.
pub fn fire_next<P: Process>(record: &P::Record, context: &Context<P::Policy>) -> Option<Decision<P::Event>> {
    let at = P::due(record).filter(|at| *at <= context.now)?;
    let mut case = Case::<P>::new(Some(record), &P::envelope(record).id, context, at);
    P::fire(&mut case);
    (!case.refused() && !case.decision.events.is_empty()).then_some(case.decision)
}

/// Fires what is due on a record up to and including `context.now`: one decision for each due time, in order.
///
/// A timer that makes no progress ends the run, so the loop is bounded.
pub fn fire<P: Process>(record: &P::Record, context: &Context<P::Policy>) -> Vec<Decision<P::Event>> {
    let id = &P::envelope(record).id;
    let mut after = Some(record.clone());
    let mut fired = Vec::new();
    while let Some(decision) = after.as_ref().and_then(|record| fire_next::<P>(record, context)) {
        fold::<P>(&mut after, id, &decision, context);
        fired.push(decision);
        if fired.len() >= limits::EVENTS_PER_COMMAND {
            break;
        }
    }
    fired
}

/// Applies one event to a record: opens it, or folds into it. An event that neither opens nor finds a record changes nothing.
pub fn apply<P: Process>(record: &mut Option<P::Record>, head: &EventHead, event: &P::Event) {
    if record.is_none() {
        *record = P::open(head, event);
    }
    if let Some(record) = record {
        P::apply(record, head, event);
        P::envelope_mut(record).touched(head);
    }
}

/// The heads of a decision's events, numbered on from the record's version and the journal's end. The first names the policies and
/// waivers that the decision used.
pub fn heads<E, P: ?Sized>(
    decision: &Decision<E>,
    record: &RecordId,
    version: u64,
    index: u64,
    context: &Context<P>,
) -> impl Iterator<Item = EventHead> {
    let head = EventHead {
        index,
        record: record.clone(),
        version,
        at: decision.at,
        recorded_at: context.now,
        actor: context.actor.clone(),
        on_behalf_of: context.on_behalf_of.clone(),
        command: context.command_id.clone(),
        policies: Vec::new(),
        waivers: Vec::new(),
    };
    let mut used = Some((decision.policies.clone(), decision.waivers.clone()));
    (0_u64..).take(decision.events.len()).map(move |place| {
        let (policies, waivers) = used.take().unwrap_or_default();
        EventHead {
            index: index.saturating_add(place),
            version: version.saturating_add(place).saturating_add(1),
            policies,
            waivers,
            ..head.clone()
        }
    })
}

/// Folds a decision into a record: for hosts that keep their own tables.
pub fn fold<P: Process>(
    record: &mut Option<P::Record>,
    id: &RecordId,
    decision: &Decision<P::Event>,
    context: &Context<P::Policy>,
) {
    let version = record.as_ref().map_or(0, |record| P::envelope(record).version);
    for (head, event) in heads(decision, id, version, 0, context).zip(&decision.events) {
        apply::<P>(record, &head, event);
    }
}
