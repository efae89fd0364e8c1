//! The context of a decision as a document.

use super::Failure;
use crate::kernel::{
    Actor, Authorisation, CommandId, Context, Digest, Fact, Facts, Instant, PersonId, PolicyId, TenantId,
    Waiver, limits, strict,
};
use crate::system::{PolicyDocument, Publish};
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// What the host's own authorisation said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AuthorisationDocument {
    /// Whether it allowed the command.
    pub allowed: bool,
    /// Under which version of its policy.
    pub policy_version: SmolStr,
}

/// Everything that a decision reads besides the record and the command.
///
/// ```
/// use itsm::contract::ContextDocument;
/// let context = ContextDocument::from_json(br#"{"now": "2026-11-21T09:00:00Z", "actor": {"id": "p-17", "roles": ["sd"]}}"#)?;
/// assert_eq!(context.actor.id.as_str(), "p-17");
/// # Ok::<(), itsm::contract::Failure>(())
/// ```
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ContextDocument {
    /// The present instant.
    pub now: Instant,
    /// Who acts.
    pub actor: Actor,
    /// For whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<PersonId>,
    /// The tenant, where the host serves several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenant: Option<TenantId>,
    /// The command's id; the same id twice is the same command.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command_id: Option<CommandId>,
    /// 32 random bytes of the host as 64 hexadecimal digits, for the salts of personal values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entropy: Option<Digest>,
    /// What the host's own authorisation said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorisation: Option<AuthorisationDocument>,
    /// Waivers of separation of duties, for decisions beside the host's own tables.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waivers: Vec<Waiver>,
    /// What is known of other records.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
}

impl ContextDocument {
    /// Reads a context strictly.
    ///
    /// # Errors
    /// [`Failure`] with the path of the fault.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Failure> {
        Ok(strict::from_slice(bytes, limits::POLICY_BYTES)?)
    }

    /// The context that a decision takes.
    #[must_use]
    pub fn into_context(self) -> Context {
        let authorisation = self
            .authorisation
            .map(|said| Authorisation { allowed: said.allowed, policy_version: said.policy_version });
        Context {
            tenant: self.tenant,
            on_behalf_of: self.on_behalf_of,
            command_id: self.command_id,
            entropy: self.entropy.map(|digits| *digits.bytes()),
            authorisation,
            waivers: self.waivers,
            facts: Facts::of(self.facts),
            ..Context::new(self.now, self.actor)
        }
    }
}

/// A policy beside a host's own tables.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PublishedPolicy {
    /// Its id.
    pub id: PolicyId,
    /// Its version, greater than the one before.
    pub version: u32,
    /// From when it holds.
    pub effective_from: Instant,
    /// What it says.
    pub document: PolicyDocument,
}

impl PublishedPolicy {
    pub(super) fn published(self) -> Publish {
        Publish { version: self.version, effective_from: self.effective_from, document: self.document }
    }
}
