//! What the guards of changes want to know of other records, and how they read the answers.

use super::plan::{ChangeWindow, Conflict};
use super::record::{Change, Investigation, Reach};
use super::{ChangeCase, ChangeCommand};
use crate::control::Firmness;
use crate::kernel::{
    CiId, Code, Fact, FactWanted, Instant, LinkKind, PersonId, RecordId, Role, Roles, ServiceId,
};
use smol_str::SmolStr;

pub(super) fn needs(change: Option<&Change>, command: &ChangeCommand) -> Vec<FactWanted> {
    let Some(change) = change else { return Vec::new() };
    let id = &change.envelope.id;
    let about = |process, record: &Option<RecordId>| record.as_ref().map(|id| FactWanted::new(process, id));
    match command {
        ChangeCommand::Assess(_) => vec![impact(id, &change.rfc.cis)],
        ChangeCommand::Edit(edit) => edit.rfc.iter().map(|rfc| impact(id, &rfc.cis)).collect(),
        ChangeCommand::RequestApproval(request) => service_plan(change, request),
        ChangeCommand::Resubmit(resubmit) => service_plan(change, &resubmit.0),
        ChangeCommand::Schedule(_) => schedule(change, change.window(), change.implementer()),
        ChangeCommand::WaiveConflict(waive) => {
            let implementer = waive.implementer.as_ref().or(change.implementer());
            schedule(change, waive.window.or_else(|| change.window()), implementer)
        }
        ChangeCommand::ScheduleStandard(standard) => {
            let mut wanted = schedule(change, Some(standard.window), Some(&standard.implementer));
            wanted.push(FactWanted::new("change_model", &standard.model));
            wanted.push(
                FactWanted::new("model_use", &standard.model)
                    .with("change", [id.as_str()])
                    .with("from", [text(standard.window.from)])
                    .with("until", [text(standard.window.until)]),
            );
            wanted.extend(items(change));
            wanted
        }
        ChangeCommand::AuthoriseEmergency(authorise) => {
            about("major_incident", &authorise.major_incident).into_iter().collect()
        }
        ChangeCommand::BeginImplementation(begin) => {
            let model = change.standard.as_ref().map(|it| FactWanted::new("change_model", &it.model));
            let items = begin.baseline.iter().flat_map(|_| items(change));
            let schedule = schedule(change, change.window(), change.implementer());
            about("baseline", &begin.baseline).into_iter().chain(model).chain(items).chain(schedule).collect()
        }
        ChangeCommand::BackOut(undo) => about("incident", &undo.incident).into_iter().collect(),
        ChangeCommand::Review(review) => incidents(&review.pir.incidents),
        ChangeCommand::ReviewRetrospectively(review) => incidents(&review.pir.incidents),
        ChangeCommand::DocumentRetrospectively(documents) => {
            items(change).into_iter().chain([impact(id, &documents.rfc.cis)]).collect()
        }
        ChangeCommand::Link(link) if link.link.kind == LinkKind::ContainedInRelease => {
            vec![FactWanted::new("release", &link.link.to)]
        }
        ChangeCommand::Close(close) => {
            let investigation = close.investigation.as_ref().map(|it| match it {
                Investigation::Problem(problem) => FactWanted::new("problem", problem),
                Investigation::ProblemCandidate(candidate) => FactWanted::new("problem_candidate", candidate),
            });
            items(change).into_iter().chain(investigation).collect()
        }
        _ => Vec::new(),
    }
}

fn text(at: Instant) -> SmolStr {
    SmolStr::new(at.to_string())
}

fn impact(id: &RecordId, cis: &[CiId]) -> FactWanted {
    FactWanted::new("impact", id).with("ci", cis.iter().map(SmolStr::new))
}

fn incidents(ids: &[RecordId]) -> Vec<FactWanted> {
    ids.iter().map(|id| FactWanted::new("incident", id)).collect()
}

pub(super) fn items(change: &Change) -> Vec<FactWanted> {
    let records = change.rfc.cis.iter().filter_map(|ci| RecordId::new(ci).ok());
    records.map(|record| FactWanted::new("configuration_item", &record)).collect()
}

fn service_plan(change: &Change, request: &super::RequestApproval) -> Vec<FactWanted> {
    let plan = request.service_plan.as_ref().or(change.service_plan.as_ref());
    plan.map(|plan| FactWanted::new("service_plan", &plan.plan)).into_iter().collect()
}

/// The conflicts of a change in a window, and whether they were asked for at all.
fn schedule(
    change: &Change,
    window: Option<ChangeWindow>,
    implementer: Option<&PersonId>,
) -> Vec<FactWanted> {
    let Some(window) = window else { return Vec::new() };
    ["conflict", "schedule"]
        .map(|process| {
            FactWanted::new(process, &change.envelope.id)
                .with("ci", change.rfc.cis.iter().map(SmolStr::new))
                .with("service", change.rfc.services.iter().map(SmolStr::new))
                .with("implementer", implementer.map(SmolStr::new))
                .with("from", [text(window.from)])
                .with("until", [text(window.until)])
        })
        .into()
}

/// What the graph says that the items of the change reach; a change of no item reaches nothing.
pub(super) fn reach(cis: &[CiId], case: &mut ChangeCase<'_>) -> Option<Reach> {
    if cis.is_empty() {
        return None;
    }
    let fact = case.fact("impact", case.id)?;
    let count = fact.attribute("reached").and_then(|count| count.parse().ok());
    let words = "the impact says how much it reaches";
    case.that(count.is_some(), "impact", words, "影响分析须给出影响数量");
    let services = fact.linked(LinkKind::AffectsService).filter_map(|id| ServiceId::new(id).ok()).collect();
    Some(Reach { critical: yes(fact, "critical"), count: count?, services })
}

/// Everything in the way of the change, as the schedule was asked about it; refused when it was not.
pub(super) fn conflicts(case: &mut ChangeCase<'_>) -> Vec<Conflict> {
    let asked = case.context.facts.about("schedule", case.id);
    case.that_value(
        asked.is_some_and(|fact| fact.state == "checked"),
        asked.map_or("not asked", |fact| fact.state.as_str()),
        "schedule",
        "the schedule of change has said what stands in its way",
        "变更排程须已给出冲突",
    );
    let id = case.id;
    let mine = case.context.facts.of_process("conflict");
    mine.filter(|fact| fact.attribute("change") == Some(id.as_str())).filter_map(conflict).collect()
}

fn conflict(fact: &Fact) -> Option<Conflict> {
    let codes = fact.attribute("waivable_by").unwrap_or_default().split(',');
    Some(Conflict {
        // What is not known to be soft is hard.
        firmness: if fact.state == "soft" { Firmness::Soft } else { Firmness::Hard },
        rule: Code::new(fact.attribute("rule").unwrap_or("conflict")).ok()?,
        with: SmolStr::new(fact.attribute("with").unwrap_or_else(|| fact.record.as_str())),
        ci: fact.attribute("ci").and_then(|ci| CiId::new(ci).ok()),
        waivable_by: codes.filter_map(Role::from_code).collect::<Roles>(),
    })
}

/// Whether a fact says `yes` under that name.
pub(super) fn yes(fact: &Fact, name: &str) -> bool {
    fact.attribute(name) == Some("yes")
}

/// The instant that a fact states under that name.
pub(super) fn stated_at(fact: &Fact, name: &str) -> Option<Instant> {
    fact.attribute(name).and_then(|text| Instant::parse(text).ok())
}
