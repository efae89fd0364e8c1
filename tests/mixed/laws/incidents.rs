//! What holds of incidents (9): closed ones were classified, resolved, and confirmed by somebody else; their clocks ran as long as
//! the calendar says, and never backwards.

use super::separate;
use crate::book::Happened;
use crate::reference::calendar::RefCalendar;
use itsm::kernel::{Duty, Instant};
use itsm::sla::{ClockPhase, Metric};
use itsm::system::ServiceManagementSystem;
use std::collections::{BTreeMap, BTreeSet};

thread_local! {
    static OFFICE: RefCalendar = {
        let day = vec![(9 * 60, 12 * 60), (13 * 60, 18 * 60)];
        let week = std::array::from_fn(|weekday| if weekday < 5 { day.clone() } else { Vec::new() });
        RefCalendar::new("Asia/Shanghai", week, BTreeSet::new(), BTreeSet::new(), Default::default()).expect("a calendar")
    };
}

#[derive(Clone, Debug, Default)]
struct Incident {
    /// When the clock began to run the last time, while it runs.
    since: Option<Instant>,
    ran_s: i64,
    classified: bool,
    resolver: Option<String>,
}

impl Incident {
    fn stops(&mut self, at: Instant) {
        if let Some(since) = self.since.take() {
            self.ran_s += OFFICE.with(|office| office.between(since.unix_s(), at.unix_s()));
        }
    }
}

#[derive(Clone, Debug, Default)]
pub struct Incidents {
    incidents: BTreeMap<String, Incident>,
}

impl Incidents {
    pub fn note(&mut self, event: &Happened, desk: &ServiceManagementSystem) {
        if event.process != "incident" {
            return;
        }
        let incident = self.incidents.entry(event.record.clone()).or_default();
        match event.kind.as_str() {
            "incident.logged" | "incident.resumed" | "incident.reopened" => incident.since = Some(event.at),
            "incident.pended" => incident.stops(event.at),
            "incident.classified" => incident.classified = true,
            "incident.resolved" => {
                incident.stops(event.at);
                incident.resolver = Some(event.by.clone());
            }
            "incident.closed" => {
                let resolver =
                    incident.resolver.as_deref().unwrap_or_else(|| panic!("{}: not resolved", event.record));
                assert!(incident.classified, "{}: not classified", event.record);
                let by = event.body["confirmed_by"].as_str().unwrap_or(&event.by);
                separate(desk, Duty::ResolverClosureConfirmer, by, resolver, event.at);
            }
            _ => {}
        }
        let clock = desk.incident(&event.record).and_then(|of| of.clocks.get(Metric::Resolution));
        // The record stands after the whole plan: only what has come to rest is compared.
        let rests = matches!(event.kind.as_str(), "incident.resolved" | "incident.closed");
        if let (true, Some(clock)) = (rests, clock)
            && clock.phase != ClockPhase::Running
        {
            assert_eq!(clock.consumed_s, incident.ran_s, "{}: running time", event.record);
        }
    }
}
