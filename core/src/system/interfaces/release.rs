//! A release carries its changes and items with it.

use super::Outcome;
use crate::control::change::{self, ChangeCommand};
use crate::control::configuration_item::{self, Cause, ConfigurationItemCommand};
use crate::control::{Change, Changes, ConfigurationItems};
use crate::kernel::{Link, LinkKind, Process, RecordId, Text};
use crate::release::{Release, ReleaseCommand, Releases};
use crate::system::draft::Draft;
use std::collections::BTreeSet;

impl Draft<'_> {
    /// REL → CHG, CFG, PRB: a release carries its changes and items with it.
    pub(super) fn follow_release(&mut self, id: &RecordId, command: &ReleaseCommand) -> Outcome {
        let Some(release) = self.touched.releases.get(id).cloned() else { return Ok(()) };
        match command {
            ReleaseCommand::Plan(_) => self.contain(&release),
            ReleaseCommand::Edit(_) => {
                self.contain(&release)?;
                self.free(id, &release.plan.changes, "the release does not contain it any more")
            }
            ReleaseCommand::Cancel(_) => self.free(id, &BTreeSet::new(), "the release was cancelled"),
            ReleaseCommand::BeginDeployment(_) => {
                for change in &release.plan.changes {
                    let begin = change::BeginImplementation {
                        baseline: release.baseline.clone(),
                        back_out_known: Some(release.plan.back_out.clone()),
                        implementers: release.plan.deployers.iter().cloned().collect(),
                        started_at: None,
                    };
                    self.issue::<Changes>(Some(change), ChangeCommand::BeginImplementation(begin))?;
                }
                Ok(())
            }
            ReleaseCommand::Deploy(_) => self.deployed(&release),
            ReleaseCommand::RollBack(body) => {
                for change in &release.plan.changes {
                    let undo = change::Undo {
                        reason: body.reason.clone(),
                        restored: Text::cut(&format!("the release {id} was rolled back to its baseline")),
                        service_hit: body.service_hit,
                        incident: body.incident.clone(),
                        steps: Vec::new(),
                        implementers: release.plan.deployers.iter().cloned().collect(),
                    };
                    self.issue::<Changes>(Some(change), ChangeCommand::BackOut(undo))?;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    pub(super) fn contain(&mut self, release: &Release) -> Outcome {
        let link = Link { kind: LinkKind::ContainedInRelease, to: release.envelope.id.clone() };
        for id in &release.plan.changes {
            let linked = self.change(id).is_some_and(|change| change.envelope.links.contains(&link));
            if !linked {
                let link = ChangeCommand::Link(change::LinkTo { link: link.clone() });
                self.issue::<Changes>(Some(id), link)?;
            }
        }
        Ok(())
    }

    /// The changes that the release contained before and does not any more may go into another one.
    fn free(&mut self, release: &RecordId, kept: &BTreeSet<RecordId>, reason: &'static str) -> Outcome {
        let before = self.before::<Releases>(release).map(|before| before.plan.changes.clone());
        let link = Link { kind: LinkKind::ContainedInRelease, to: release.clone() };
        for id in before.iter().flatten().filter(|change| !kept.contains(*change)) {
            let packed = |change: &Change| {
                let open = Changes::LIFECYCLE.rule(Some(change.phase()), "change.unpack").is_some();
                open && change.envelope.links.contains(&link)
            };
            if self.change(id).is_some_and(packed) {
                let unpack = change::Unpack { release: release.clone(), reason: Text::literal(reason) };
                self.issue::<Changes>(Some(id), ChangeCommand::Unpack(unpack))?;
            }
        }
        Ok(())
    }

    /// In one plan: versions of items, changes implemented, problems under observation, known errors told of the fix (spec 3.25).
    pub(super) fn deployed(&mut self, release: &Release) -> Outcome {
        for built in &release.built {
            let update = configuration_item::Update {
                cause: Some(Cause::Change(built.change.clone())),
                version: Some(built.version.clone()),
                ..configuration_item::Update::default()
            };
            let update = ConfigurationItemCommand::Update(Box::new(update));
            self.issue::<ConfigurationItems>(Some(&built.item), update)?;
        }
        for change in &release.plan.changes {
            let implement = change::Implement {
                steps: vec![release.plan.rollout.clone()],
                verification: Text::cut(&format!(
                    "integrity checked on every target of {}",
                    release.envelope.id
                )),
                deviations: Vec::new(),
                implementers: release.plan.deployers.iter().cloned().collect(),
            };
            self.issue::<Changes>(Some(change), ChangeCommand::Implement(implement))?;
            self.fixes_live(change, Some(&release.envelope.id))?;
        }
        Ok(())
    }
}
