//! Why an item suffers: a set of failures and relations that suffices, and in which nothing is spare. 证据

use crate::cmdb::flood::{Flood, Mark};
use crate::cmdb::graph::{Flow, NO_GATE, Node};
use crate::cmdb::impact::Question;
use crate::cmdb::{CERTAIN_PPM, Cmdb, CmdbError, Gate, ImpactOptions, ItemState, Relation, Source};
use crate::kernel::{CiId, Code, Instant};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The proof of one verdict.
///
/// If only these failures had happened and only these relations passed anything on, the item would be in this state or worse. Leave
/// any one of them out, and it would not. A witness is irredundant, not the smallest there is (DECISIONS 23); of several the same
/// is chosen whatever order the register was built in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Witness {
    /// Which item.
    pub item: CiId,
    /// Its state.
    pub state: ItemState,
    /// The sources and the context that it takes, each in the state that it takes, by id.
    pub given: Vec<Source>,
    /// The relations that it takes, sorted by what they are known by.
    pub relations: Vec<Relation>,
    /// How sure the least sure of these relations is, in parts per million; one that does not say is certain.
    pub confidence_ppm: u32,
    /// When the relation among them that was seen longest ago was seen; `None` when none says.
    pub verified_at: Option<Instant>,
    /// Failures and relations that a viewer may not see.
    pub hidden: usize,
}

impl Witness {
    /// What a viewer may see of it: a relation only with both its ends.
    #[must_use]
    pub fn redacted(mut self, may_see: impl Fn(&CiId) -> bool) -> Self {
        let all = self.given.len().saturating_add(self.relations.len());
        self.given.retain(|source| may_see(&source.item));
        self.relations.retain(|relation| may_see(&relation.from) && may_see(&relation.to));
        let left = self.given.len().saturating_add(self.relations.len());
        self.hidden = self.hidden.saturating_add(all.saturating_sub(left));
        self
    }
}

impl Cmdb {
    /// Why these items suffer when the sources fail; an item that stays ok has no witness.
    ///
    /// The cost is that of [`Cmdb::impact_of`], once, and then that of the proofs: the relations through which the items of a proof
    /// can suffer. What several proofs share is worked out once.
    ///
    /// ```
    /// use itsm::cmdb::{Cmdb, CmdbDocument, ImpactOptions, Item, Relation, Source};
    /// use itsm::kernel::{CiId, Code};
    /// let (ci, code) = (|id: &str| CiId::new(id).unwrap(), |code: &str| Code::new(code).unwrap());
    /// let mut document = CmdbDocument::preset();
    /// document.items = ["mail", "vm-1", "host-1"].map(|id| Item::new(ci(id), code("any"))).to_vec();
    /// document.relations = vec![Relation::new(ci("mail"), code("runs_on"), ci("vm-1")),
    ///                           Relation::new(ci("vm-1"), code("runs_on"), ci("host-1"))];
    /// let cmdb = Cmdb::new(document)?;
    /// let sources = [Source::down(ci("host-1"))];
    /// let why = &cmdb.witnesses(&sources, &ImpactOptions::default(), &[ci("mail")])?[0];
    /// assert_eq!((why.given.as_slice(), why.relations.len()), (sources.as_slice(), 2));
    /// # Ok::<(), itsm::cmdb::CmdbError>(())
    /// ```
    ///
    /// # Errors
    /// [`CmdbError::UnknownItems`] with every item of the question that the register does not hold.
    pub fn witnesses(
        &self,
        sources: &[Source],
        options: &ImpactOptions,
        items: &[CiId],
    ) -> Result<Vec<Witness>, CmdbError> {
        let question = Question::of(self, sources, options)?;
        let asked: Vec<Option<Node>> = items.iter().map(|id| self.place(id.as_str())).collect();
        if asked.contains(&None) {
            let unknown = items.iter().filter(|id| self.place(id.as_str()).is_none());
            return Err(CmdbError::UnknownItems { items: unknown.cloned().collect() });
        }
        Ok(self.with_flood(|flood| {
            question.ask(self, flood);
            let mut proofs = Proofs { cmdb: self, flood, steps: BTreeMap::new() };
            asked.into_iter().flatten().filter_map(|node| proofs.witness(node)).collect()
        }))
    }
}

impl Cmdb {
    /// What was given that proves each of these claims, all of which hold; given to the flood, not driven to.
    pub(super) fn causes(&self, flood: &Flood, claims: &[Claim]) -> Vec<Vec<Claim>> {
        let mut proofs = Proofs { cmdb: self, flood, steps: BTreeMap::new() };
        claims.iter().map(|claim| proofs.causes(*claim)).collect()
    }
}

/// An item, and the state that is to be proved of it at least.
type Claim = (Node, ItemState);

/// The relations that prove a claim, and the claims they rest on; none for what was given.
type Step = Vec<(u32, Claim)>;

struct Proofs<'a> {
    cmdb: &'a Cmdb,
    flood: &'a Flood,
    steps: BTreeMap<Claim, Step>,
}

impl Proofs<'_> {
    fn witness(&mut self, node: Node) -> Option<Witness> {
        let state = self.flood.mark(node).state;
        if state == ItemState::Ok {
            return None;
        }
        let claims = self.claims((node, state));
        let mut given = Vec::new();
        let mut ties = BTreeSet::new();
        for claim in &claims {
            let step = self.steps.get(claim)?;
            if step.is_empty() {
                given.push(Source { item: self.cmdb.item_at(claim.0)?.id.clone(), state: claim.1 });
            }
            ties.extend(step.iter().map(|(tie, _)| *tie));
        }
        given.sort_unstable();
        let mut relations: Vec<Relation> =
            ties.into_iter().filter_map(|tie| self.cmdb.relation_at(tie)).collect();
        relations.sort_unstable_by_key(Relation::key);
        Some(Witness {
            item: self.cmdb.item_at(node)?.id.clone(),
            state,
            given,
            confidence_ppm: relations.iter().filter_map(|r| r.confidence_ppm).min().unwrap_or(CERTAIN_PPM),
            verified_at: relations.iter().filter_map(|r| r.verified_at).min(),
            relations,
            hidden: 0,
        })
    }

    fn causes(&mut self, claim: Claim) -> Vec<Claim> {
        let claims = self.claims(claim).into_iter();
        claims.filter(|claim| self.steps.get(claim).is_some_and(Vec::is_empty)).collect()
    }

    /// Every claim that this one rests on, itself among them.
    fn claims(&mut self, claim: Claim) -> BTreeSet<Claim> {
        let mut claims = BTreeSet::from([claim]);
        let mut open = vec![claim];
        while let Some(claim) = open.pop() {
            let step = match self.steps.get(&claim) {
                Some(step) => step,
                None => self.steps.entry(claim).or_insert(step(self.cmdb, self.flood, claim)),
            };
            open.extend(step.iter().map(|(_, below)| *below).filter(|below| claims.insert(*below)));
        }
        claims
    }
}

/// One member that was lost in time.
struct Lost<'a> {
    claim: Claim,
    since: u32,
    flow: &'a Flow,
}

/// The first reason in a fixed order that was there when the claim became true: it was given; one relation outside every group; a
/// gate, by the name of its group, with as few of its members as it takes.
fn step(cmdb: &Cmdb, flood: &Flood, (node, state): Claim) -> Step {
    let mark = flood.mark(node);
    if mark.given >= state {
        return Step::new();
    }
    let mut alone = Vec::new();
    let mut gates: BTreeMap<&Code, (u32, Vec<Lost<'_>>)> = BTreeMap::new();
    for lost in lost_members(cmdb, flood, node, &mark, state) {
        let slot = lost.flow.gate;
        if slot == NO_GATE {
            alone.push(lost);
        } else if let Some(group) = cmdb.gate(slot).and_then(|gate| cmdb.group_of(gate)) {
            gates.entry(group).or_insert((slot, Vec::new())).1.push(lost);
        }
    }
    if let Some(lost) = in_order(cmdb, alone).into_iter().next() {
        return vec![(lost.flow.tie, lost.claim)];
    }
    let enough = gates.into_values().find_map(|(slot, members)| few_enough(cmdb, slot, state, members));
    enough.unwrap_or_default()
}

fn lost_members<'a>(
    cmdb: &'a Cmdb,
    flood: &'a Flood,
    node: Node,
    mark: &Mark,
    state: ItemState,
) -> impl Iterator<Item = Lost<'a>> {
    let until = mark.since(state);
    cmdb.providers(node).filter_map(move |(provider, flow)| {
        let since = flood.mark(provider).since(state);
        (flow.passes(state) == state && since < until).then_some(Lost {
            claim: (provider, state),
            since,
            flow,
        })
    })
}

/// Earliest first; then by provider and by what the relation is known by.
fn in_order<'a>(cmdb: &Cmdb, members: Vec<Lost<'a>>) -> Vec<Lost<'a>> {
    let mut members = members;
    members.sort_by_cached_key(|lost| {
        let provider = cmdb.item_at(lost.claim.0).map(|item| item.id.clone());
        (lost.since, provider, cmdb.relation_at(lost.flow.tie).map(|relation| relation.key()))
    });
    members
}

/// As few of these members as take the gate to that state; `None` when all of them do not.
///
/// In a weighted gate the heaviest come first: whichever is left out then, the rest weighs no more than without the last, which was not enough.
fn few_enough(cmdb: &Cmdb, slot: u32, state: ItemState, members: Vec<Lost<'_>>) -> Option<Step> {
    let gate = cmdb.gate(slot)?;
    let limit = if state == ItemState::Down { gate.down_above } else { gate.degraded_above };
    let mut members = in_order(cmdb, members);
    if !matches!(gate.gate, Gate::Weighted(_)) {
        // A provider counts once, and the first of its relations is proof enough.
        let mut seen = BTreeSet::new();
        members.retain(|lost| seen.insert(lost.claim));
        members.truncate(usize::try_from(limit).unwrap_or(usize::MAX).saturating_add(1));
        let enough = u64::try_from(members.len()).is_ok_and(|count| count > limit);
        return enough.then(|| members.iter().map(|lost| (lost.flow.tie, lost.claim)).collect());
    }
    members.sort_by_key(|lost| std::cmp::Reverse(lost.flow.weight));
    let mut sum = 0_u64;
    let mut chosen = Step::new();
    for lost in members {
        sum = sum.saturating_add(u64::from(lost.flow.weight));
        chosen.push((lost.flow.tie, lost.claim));
        if sum > limit {
            return Some(chosen);
        }
    }
    None
}
