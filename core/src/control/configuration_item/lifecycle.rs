//! The table of configuration items: what is legal, by which guard, for whom (spec 3.23). The guards are ours; 3.30 has none for them.

use super::record::CiPhase;
use crate::kernel::{Label, Lifecycle, Role, Rule, Who};
use CiPhase::{Disposed, InMaintenance, InStock, InTest, Live, Planned, UnderConstruction, Withdrawn};

const CONFIGURATION: Who = Who::Role(Role::ConfigurationManager);
const KEEPERS: &[Who] = &[CONFIGURATION, Who::Assignee, Who::Timer];

const BEFORE_LIVE: &[CiPhase] = &[Planned, UnderConstruction, InStock, InTest];
const IN_USE: &[CiPhase] = &[Live, InMaintenance];
/// What is not in use, and not gone.
const KEPT: &[CiPhase] = &[Planned, UnderConstruction, InStock, InTest, Withdrawn];

const fn rule(
    id: &'static str,
    command: &'static str,
    from: &'static [CiPhase],
    to: Option<CiPhase>,
    who: &'static [Who],
    en: &'static str,
    zh: &'static str,
) -> Rule<CiPhase> {
    Rule { id, command, from, to, who, words: Label::new(en, zh) }
}

/// The lifecycle of configuration items.
#[rustfmt::skip]
pub static LIFECYCLE: Lifecycle<CiPhase> = Lifecycle {
    process: "configuration_item",
    label: Label::new("Configuration item", "配置项"),
    prefix: "CI",
    rules: &[
        rule("T-CFG-L1", "configuration_item.register", &[], Some(Planned), &[CONFIGURATION],
            "a registered type, an id by its naming rule, its mandatory attributes, an owner", "已登记的类型、符合命名规则的编号、必填属性、负责人"),
        rule("T-CFG-L2", "configuration_item.take_over", &[], None, &[CONFIGURATION],
            "as T-CFG-L1, in the state in which it was found; marked as imported", "同 T-CFG-L1，按其现有状态接收，并标记为导入"),
        rule("T-CFG-L3", "configuration_item.construct", &[Planned], Some(UnderConstruction), KEEPERS,
            "nothing more", "无其他条件"),
        rule("T-CFG-L4", "configuration_item.stock", &[Planned, UnderConstruction, InTest], Some(InStock), KEEPERS,
            "a location", "存放位置"),
        rule("T-CFG-L5", "configuration_item.test", &[UnderConstruction, InStock], Some(InTest), KEEPERS,
            "nothing more", "无其他条件"),
        rule("T-CFG-L6", "configuration_item.go_live", &[InStock, InTest], Some(Live), KEEPERS,
            "a cause that allows it; mandatory attributes and relations", "允许的依据；必填属性和必备关系"),
        rule("T-CFG-L7", "configuration_item.maintain", &[Live], Some(InMaintenance), KEEPERS,
            "a cause that allows it", "允许的依据"),
        rule("T-CFG-L8", "configuration_item.return_to_live", &[InMaintenance], Some(Live), KEEPERS,
            "a cause that allows it; mandatory attributes and relations", "允许的依据；必填属性和必备关系"),
        rule("T-CFG-L9", "configuration_item.withdraw", IN_USE, Some(Withdrawn), KEEPERS,
            "a cause that allows it", "允许的依据"),
        rule("T-CFG-L10", "configuration_item.withdraw", BEFORE_LIVE, Some(Withdrawn), KEEPERS,
            "a reason", "原因"),
        rule("T-CFG-L11", "configuration_item.dispose", &[Withdrawn], Some(Disposed), &[CONFIGURATION],
            "evidence of the disposal", "处置证据"),
        rule("T-CFG-L12", "configuration_item.update", IN_USE, None, KEEPERS,
            "a cause that allows it; what changes, by the type", "允许的依据；符合类型的变化内容"),
        rule("T-CFG-L13", "configuration_item.update", KEPT, None, KEEPERS,
            "what changes, by the type", "符合类型的变化内容"),
        rule("T-CFG-L14", "configuration_item.relate", IN_USE, None, KEEPERS,
            "a cause that allows it; as T-CFG-L15", "允许的依据；同 T-CFG-L15"),
        rule("T-CFG-L15", "configuration_item.relate", BEFORE_LIVE, None, KEEPERS,
            "a kind of relation that the type may have, to an item that is not withdrawn", "类型允许的关系，指向未退役的配置项"),
        rule("T-CFG-L16", "configuration_item.unrelate", IN_USE, None, KEEPERS,
            "a cause that allows it; a relation that there is", "允许的依据；已有的关系"),
        rule("T-CFG-L17", "configuration_item.unrelate", KEPT, None, KEEPERS,
            "a relation that there is", "已有的关系"),
    ],
};
