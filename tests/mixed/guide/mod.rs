//! What may come next: for every record, by its state, what it can sensibly be asked.

mod changes;
mod incidents;
mod items;
mod libraries;
mod problems;
mod releases;

use crate::ask::{Ask, View, ask};
use itsm::kernel::{Envelope, LinkKind};
use itsm::system::TicketQuery;
use serde_json::json;

/// Something that a step is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// What is opened next.
    New,
    Incident(String),
    Major(String),
    Problem(String),
    KnownError(String),
    Candidate(String),
    Change(String),
    Model(String),
    Item(String),
    Baseline(String),
    Master(String),
    Audit(String),
    Release(String),
}

const OPEN_INCIDENTS: usize = 3;
const OPEN_PROBLEMS: usize = 2;
const OPEN_CHANGES: usize = 3;
const OPEN_RELEASES: usize = 2;

/// Everything that a step may be about; what lives stands there more often than what is over.
pub fn subjects(view: &View<'_>) -> Vec<About> {
    let mut all = vec![About::New; 2];
    let mut add = |count: usize, about: About| all.extend(std::iter::repeat_n(about, count));
    let desk = view.desk;
    let every = TicketQuery::EVERY;
    for incident in desk.incidents(&every) {
        add(if incident.is_open() { 3 } else { 1 }, About::Incident(incident.envelope.id.to_string()));
    }
    for major in desk.major_incidents() {
        add(
            if major.phase().code() == "closed" { 1 } else { 2 },
            About::Major(major.envelope.id.to_string()),
        );
    }
    for problem in desk.problems() {
        add(if problem.is_open() { 8 } else { 1 }, About::Problem(problem.envelope.id.to_string()));
    }
    for known in desk.known_errors() {
        let waits = matches!(known.phase().code(), "draft" | "fix_pending");
        add(if waits { 5 } else { 1 }, About::KnownError(known.envelope.id.to_string()));
    }
    for candidate in desk.problem_candidates() {
        add(if candidate.is_open() { 3 } else { 1 }, About::Candidate(candidate.envelope.id.to_string()));
    }
    for change in desk.changes() {
        let over = matches!(change.phase().code(), "closed" | "rejected" | "withdrawn");
        add(if over { 1 } else { 12 }, About::Change(change.envelope.id.to_string()));
    }
    for model in desk.change_models() {
        add(2, About::Model(model.envelope.id.to_string()));
    }
    for (place, item) in desk.configuration_items().enumerate() {
        // An item in use is altered under a change: there it is asked for.
        if place == 0 || !item.in_use() {
            add(1, About::Item(item.envelope.id.to_string()));
        }
    }
    for baseline in desk.baselines() {
        add(1, About::Baseline(baseline.envelope.id.to_string()));
    }
    for master in desk.definitive_items() {
        add(1, About::Master(master.envelope.id.to_string()));
    }
    for audit in desk.configuration_audits() {
        let over = matches!(audit.phase.code(), "closed" | "cancelled");
        add(if over { 1 } else { 4 }, About::Audit(audit.envelope.id.to_string()));
    }
    for release in desk.releases() {
        let over = matches!(release.phase().code(), "closed" | "cancelled");
        add(if over { 1 } else { 16 }, About::Release(release.envelope.id.to_string()));
    }
    all
}

/// What a subject has to do with: its changes, its release, its problems.
pub fn neighbours(about: &About, view: &View<'_>) -> Vec<About> {
    let desk = view.desk;
    let mut all = Vec::new();
    match about {
        About::Release(id) => {
            let changes = desk.release(id).into_iter().flat_map(|release| &release.plan.changes);
            all.extend(changes.map(|change| About::Change(change.to_string())));
        }
        About::Change(id) => {
            let change = desk.change(id).into_iter();
            let releases = change.flat_map(|change| change.envelope.linked(LinkKind::ContainedInRelease));
            all.extend(releases.map(|release| About::Release(release.to_string())));
            let waiting = desk.problems().filter(|of| of.fixes.iter().any(|fix| fix.change.as_str() == id));
            all.extend(waiting.map(|problem| About::Problem(problem.envelope.id.to_string())));
        }
        About::Problem(id) => {
            let Some(problem) = desk.problem(id) else { return all };
            all.extend(problem.fixes.iter().map(|fix| About::Change(fix.change.to_string())));
            all.extend(problem.known_errors().map(|known| About::KnownError(known.to_string())));
        }
        About::KnownError(id) => {
            all.extend(desk.known_error(id).map(|known| About::Problem(known.problem.to_string())));
        }
        About::Item(id) => {
            let about = desk.changes().filter(|change| change.rfc.cis.iter().any(|ci| ci.as_str() == id));
            all.extend(about.map(|change| About::Change(change.envelope.id.to_string())));
        }
        _ => {}
    }
    all
}

/// What the subject can be asked with some hope.
pub fn asks(about: &About, view: &mut View<'_>) -> Vec<Ask> {
    let mut all = match about {
        About::New => opening(view),
        About::Incident(id) => incidents::incident(id, view),
        About::Major(id) => incidents::major(id, view),
        About::Problem(id) => problems::problem(id, view),
        About::KnownError(id) => problems::known_error(id, view),
        About::Candidate(id) => problems::candidate(id, view),
        About::Change(id) => changes::change(id, view),
        About::Model(id) => changes::model(id, view),
        About::Item(id) => items::item(id, view),
        About::Baseline(id) => libraries::baseline(id, view),
        About::Master(id) => libraries::master(id, view),
        About::Audit(id) => libraries::audit(id, view),
        About::Release(id) => releases::release(id, view),
    };
    all.extend(receipt(about, view));
    all
}

fn opening(view: &mut View<'_>) -> Vec<Ask> {
    let mut all = Vec::new();
    let desk = view.desk;
    let open = TicketQuery { open: Some(true), ..TicketQuery::EVERY };
    if desk.incidents(&open).count() < OPEN_INCIDENTS {
        all.push(incidents::log(view).often());
    }
    if desk.problems().filter(|problem| problem.is_open()).count() < OPEN_PROBLEMS {
        all.extend(problems::opening(view));
    }
    let over = |code: &str| matches!(code, "closed" | "rejected" | "withdrawn" | "cancelled");
    if desk.changes().filter(|change| !over(change.phase().code())).count() < OPEN_CHANGES {
        all.push(changes::draft(view).often());
    }
    if desk.releases().filter(|release| !over(release.phase().code())).count() < OPEN_RELEASES {
        all.extend(releases::plan(view));
    }
    if desk.change_models().count() < 2 {
        all.push(changes::propose(view));
    }
    all.extend(items::opening(view));
    all.extend(libraries::opening(view));
    all
}

fn receipt(about: &About, view: &View<'_>) -> Option<Ask> {
    let desk = view.desk;
    let (kind, envelope): (_, &Envelope) = match about {
        About::Problem(id) => ("problem.confirm_notice", &desk.problem(id)?.envelope),
        About::KnownError(id) => ("known_error.confirm_notice", &desk.known_error(id)?.envelope),
        About::Candidate(id) => ("problem_candidate.confirm_notice", &desk.problem_candidate(id)?.envelope),
        About::Change(id) => ("change.confirm_notice", &desk.change(id)?.envelope),
        About::Model(id) => ("change_model.confirm_notice", &desk.change_model(id)?.envelope),
        About::Master(id) => ("definitive_item.confirm_notice", &desk.definitive_item(id)?.envelope),
        About::Audit(id) => ("configuration_audit.confirm_notice", &desk.configuration_audit(id)?.envelope),
        About::Release(id) => ("release.confirm_notice", &desk.release(id)?.envelope),
        _ => return None,
    };
    let place = envelope.notices.iter().position(|notice| notice.delivered_at.is_none())?;
    let body = json!({"number": place + 1, "delivered_at": view.now});
    Some(ask("p-gate", kind, &envelope.id, body).seldom())
}
