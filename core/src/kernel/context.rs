//! The context of a decision: what the world knows and the core may not ask for. 决策上下文

use crate::kernel::{Actor, CommandId, Facts, Instant, PersonId, TenantId, Waiver, personal::Entropy};
use smol_str::SmolStr;
use std::sync::Arc;

/// What the host's own authorisation said before the command came here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorisation {
    /// Whether it allowed the command.
    pub allowed: bool,
    /// Under which version of its policy.
    pub policy_version: SmolStr,
}

/// Everything a decision reads besides the record and the command (DECISIONS 3).
///
/// ```
/// use itsm::kernel::{Actor, Context, Instant, Role};
/// let now = Instant::parse("2026-11-21T09:00:00Z").unwrap();
/// let context = Context::new(now, Actor::new("p-17", [Role::ServiceDesk]).unwrap()).with_entropy([7; 32]);
/// assert_eq!(context.now, now);
/// ```
#[derive(Clone, Debug)]
pub struct Context<P: ?Sized = ()> {
    /// The present instant.
    pub now: Instant,
    /// The tenant, where the host serves several.
    pub tenant: Option<TenantId>,
    /// Who acts.
    pub actor: Actor,
    /// For whom.
    pub on_behalf_of: Option<PersonId>,
    /// The command's id; the same id twice is the same command.
    pub command_id: Option<CommandId>,
    /// Random bytes for the salts of personal values.
    pub entropy: Option<Entropy>,
    /// The host's own authorisation.
    pub authorisation: Option<Authorisation>,
    /// Waivers of separation of duties that the host knows of.
    pub waivers: Vec<Waiver>,
    /// What is known of other records.
    pub facts: Facts,
    /// The policy in force.
    pub policy: Arc<P>,
}

impl Context {
    /// A context with this instant and actor and nothing else.
    #[must_use]
    pub fn new(now: Instant, actor: Actor) -> Self {
        Self {
            now,
            tenant: None,
            actor,
            on_behalf_of: None,
            command_id: None,
            entropy: None,
            authorisation: None,
            waivers: Vec::new(),
            facts: Facts::none(),
            policy: Arc::new(()),
        }
    }
}

impl<P: ?Sized> Context<P> {
    /// The same context with random bytes for salts.
    #[must_use]
    pub const fn with_entropy(mut self, entropy: Entropy) -> Self {
        self.entropy = Some(entropy);
        self
    }

    /// The same context for a command of that id.
    #[must_use]
    pub fn with_command_id(mut self, id: CommandId) -> Self {
        self.command_id = Some(id);
        self
    }

    /// The same context with these facts.
    #[must_use]
    pub fn with_facts(mut self, facts: Facts) -> Self {
        self.facts = facts;
        self
    }

    /// The same context with these waivers.
    #[must_use]
    pub fn with_waivers(mut self, waivers: Vec<Waiver>) -> Self {
        self.waivers = waivers;
        self
    }

    /// The same context, acting for that person.
    #[must_use]
    pub fn on_behalf_of(mut self, person: PersonId) -> Self {
        self.on_behalf_of = Some(person);
        self
    }

    /// The same context under a policy.
    #[must_use]
    pub fn under<Q: ?Sized>(&self, policy: Arc<Q>) -> Context<Q> {
        Context {
            now: self.now,
            tenant: self.tenant.clone(),
            actor: self.actor.clone(),
            on_behalf_of: self.on_behalf_of.clone(),
            command_id: self.command_id.clone(),
            entropy: self.entropy,
            authorisation: self.authorisation.clone(),
            waivers: self.waivers.clone(),
            facts: self.facts.clone(),
            policy,
        }
    }
}
