//! The table of baselines: Captured → Frozen → Superseded (spec 3.23). The guards are ours; 3.30 has none for them.

use super::record::BaselinePhase;
use crate::kernel::{Label, Lifecycle, Role, Rule, Who};
use BaselinePhase::{Captured, Frozen, Superseded};

const CONFIGURATION: Who = Who::Role(Role::ConfigurationManager);

const fn rule(
    id: &'static str,
    command: &'static str,
    from: &'static [BaselinePhase],
    to: Option<BaselinePhase>,
    who: &'static [Who],
    en: &'static str,
    zh: &'static str,
) -> Rule<BaselinePhase> {
    Rule { id, command, from, to, who, words: Label::new(en, zh) }
}

/// The lifecycle of baselines.
#[rustfmt::skip]
pub static LIFECYCLE: Lifecycle<BaselinePhase> = Lifecycle {
    process: "baseline",
    label: Label::new("Configuration baseline", "配置基线"),
    prefix: "BSL",
    rules: &[
        rule("T-BSL-L1", "baseline.capture", &[], Some(Captured), &[CONFIGURATION, Who::Timer],
            "its purpose and the registered items it captures, each once", "目的，以及所捕获的已登记配置项，各一次"),
        rule("T-BSL-L2", "baseline.freeze", &[Captured], Some(Frozen), &[CONFIGURATION],
            "the hash of what was captured, as its keeper has seen it", "保管人所见的捕获内容哈希"),
        rule("T-BSL-L3", "baseline.supersede", &[Frozen], Some(Superseded), &[CONFIGURATION],
            "the frozen baseline that takes its place", "取代它的已冻结基线"),
    ],
};
