//! What the guards of configuration items check, and what happens when they pass.

use super::{
    Altered, Cause, CiPhase, Configuration, ConfigurationItem, ConfigurationItemCommand, ConfigurationItems,
    Disposed, Move, Moved, Register, Registered, Relate, Related, TakeOver, Unrelate, Unrelated, Update,
};
use crate::cmdb::{Item, Relation};
use crate::control::{CiType, ControlLevel};
use crate::kernel::{Case, CiId, Code, FactWanted, LinkKind, RecordId, Text, limits};

type ItemCase<'a> = Case<'a, ConfigurationItems>;

const ITEM: &str = "configuration_item";

/// The facts that the causes and the ends of relations want.
pub(super) fn needs(command: &ConfigurationItemCommand) -> Vec<FactWanted> {
    use ConfigurationItemCommand as C;
    let cause = match command {
        C::GoLive(super::GoLive(body))
        | C::Maintain(super::Maintain(body))
        | C::ReturnToLive(super::ReturnToLive(body))
        | C::Withdraw(super::Withdraw(body)) => body.cause.as_ref(),
        C::Update(body) => body.cause.as_ref(),
        C::Relate(body) => body.cause.as_ref(),
        C::Unrelate(body) => body.cause.as_ref(),
        _ => None,
    };
    let relations = match command {
        C::Register(body) => body.configuration.relations.as_slice(),
        C::TakeOver(body) => body.configuration.relations.as_slice(),
        C::Relate(body) => std::slice::from_ref(&body.relation),
        _ => &[],
    };
    let end = |relation: &Relation| Some(FactWanted::new(ITEM, &RecordId::new(relation.to.as_str()).ok()?));
    cause
        .map(|cause| FactWanted::new(process(cause), cause.record()))
        .into_iter()
        .chain(relations.iter().filter_map(end))
        .collect()
}

const fn process(cause: &Cause) -> &'static str {
    match cause {
        Cause::Change(_) => "change",
        Cause::Request(_) => "service_request",
        Cause::AuditCorrection(_) => "configuration_audit",
    }
}

pub(super) fn decide(command: &ConfigurationItemCommand, case: &mut ItemCase<'_>) {
    use ConfigurationItemCommand as C;
    match command {
        C::Register(body) => return register(body, case),
        C::TakeOver(body) => return take_over(body, case),
        _ => {}
    }
    let Some(item) = case.record else { return };
    match command {
        C::Register(_) | C::TakeOver(_) => {}
        C::Construct(_) => moved(CiPhase::UnderConstruction, case),
        C::Stock(body) => {
            let location = Some(body.location.clone());
            case.emit(Moved { cause: None, location, reason: Text::default(), to: CiPhase::InStock });
        }
        C::Test(_) => moved(CiPhase::InTest, case),
        C::GoLive(super::GoLive(body)) | C::ReturnToLive(super::ReturnToLive(body)) => {
            complete(item, case);
            controlled_move(item, body, CiPhase::Live, case);
        }
        C::Maintain(super::Maintain(body)) => controlled_move(item, body, CiPhase::InMaintenance, case),
        C::Withdraw(super::Withdraw(body)) => {
            if !item.in_use() {
                case.text(&body.reason, "reason", "a reason is given", "须说明原因");
                case.emit(Moved {
                    cause: None,
                    location: None,
                    reason: body.reason.clone(),
                    to: CiPhase::Withdrawn,
                });
            } else {
                controlled_move(item, body, CiPhase::Withdrawn, case);
            }
        }
        C::Dispose(body) => case.emit(Disposed { evidence: body.evidence.clone() }),
        C::Update(body) => update(item, body, case),
        C::Relate(body) => relate(item, body, case),
        C::Unrelate(body) => unrelate(item, body, case),
    }
}

fn moved(to: CiPhase, case: &mut ItemCase<'_>) {
    case.emit(Moved { cause: None, location: None, reason: Text::default(), to });
}

fn controlled_move(item: &ConfigurationItem, body: &Move, to: CiPhase, case: &mut ItemCase<'_>) {
    allowed(item, body.cause.as_ref(), case);
    case.emit(Moved { cause: body.cause.clone(), location: None, reason: body.reason.clone(), to });
}

fn register(body: &Register, case: &mut ItemCase<'_>) {
    conforms(&body.configuration, case);
    let Register { configuration, owner } = body.clone();
    case.emit(Box::new(Registered { configuration, owner, phase: CiPhase::Planned, imported: false }));
}

fn take_over(body: &TakeOver, case: &mut ItemCase<'_>) {
    conforms(&body.configuration, case);
    let TakeOver { configuration, owner, phase } = body.clone();
    case.emit(Box::new(Registered { configuration, owner, phase, imported: true }));
}

/// The type of an item, if the rules have it.
fn type_of<'a>(code: &Code, case: &mut ItemCase<'a>) -> Option<&'a CiType> {
    let policy = case.policy();
    case.used(&policy.rules_ref);
    let found = policy.rules.types.get(code);
    case.that_value(found.is_some(), code, "type", "the type of item is registered", "配置项类型须已登记");
    found
}

/// Everything that the type says of a new item.
fn conforms(configuration: &Configuration, case: &mut ItemCase<'_>) {
    let Some(kind) = type_of(&configuration.item_type, case) else { return };
    let named = CiId::new(case.id).is_ok_and(|id| kind.names(&id));
    case.that_value(
        named,
        case.id,
        "naming",
        "the id follows the naming rule of its type",
        "编号须符合该类型的命名规则",
    );
    labels(configuration, case);
    let stated = configuration.attributes.iter();
    stated.for_each(|(name, value)| attribute(kind, name, value, case));
    mandatory(kind, configuration, case);
    configuration.relations.iter().for_each(|relation| related(kind, relation, case));
    gates(configuration, case);
    let mut keys: Vec<_> = configuration.relations.iter().map(Relation::key).collect();
    keys.sort_unstable();
    let twice = keys.windows(2).any(|pair| pair.first() == pair.last());
    case.that(!twice, "relation_twice", "every relation stands once", "每个关系只登记一次");
}

fn mandatory(kind: &CiType, configuration: &Configuration, case: &mut ItemCase<'_>) {
    let demanded = kind.attributes.iter().filter(|(_, attribute)| attribute.mandatory);
    for (name, _) in demanded.filter(|(name, _)| !configuration.attributes.contains_key(*name)) {
        let words = "every mandatory attribute is stated";
        case.that_value(false, name, "mandatory", words, "须填写全部必填属性");
    }
}

/// What the graph asks of the item: gates that make sense.
fn gates(configuration: &Configuration, case: &mut ItemCase<'_>) {
    let Ok(id) = CiId::new(case.id) else { return };
    let mut item = Item::new(id, configuration.item_type.clone());
    item.gates.clone_from(&configuration.gates);
    if let Err(fault) = item.check() {
        case.that_value(false, fault, "gates", "the gates of the item make sense", "配置项的冗余门须有意义");
    }
}

fn labels(configuration: &Configuration, case: &mut ItemCase<'_>) {
    let fits = |text: &str| !text.trim().is_empty() && text.len() <= limits::LABEL_BYTES;
    let name = &configuration.name;
    case.that_value(fits(name), name.len(), "name", "a name of 1 to 256 bytes", "名称须为 1 至 256 字节");
    let version = configuration.version.as_deref().unwrap_or("none");
    let words = "a version of 1 to 256 bytes";
    case.that_value(fits(version), version.len(), "version", words, "版本须为 1 至 256 字节");
}

fn attribute(kind: &CiType, name: &Code, value: &str, case: &mut ItemCase<'_>) {
    match kind.attributes.get(name) {
        None => {
            case.that_value(false, name, "attribute", "the type has the attribute", "该类型须具有此属性");
        }
        Some(attribute) => {
            let shown = format_args!("{name}: {value}");
            let words = "the attribute may say that, by its type";
            case.that_value(attribute.admits(value), shown, "attribute_value", words, "属性值须符合其类型");
        }
    }
}

/// A relation leaves this item, is of a kind that its type may have, and leads to a registered item.
fn related(kind: &CiType, relation: &Relation, case: &mut ItemCase<'_>) {
    let from_here = relation.from.as_str() == case.id.as_str();
    case.that_value(
        from_here,
        &relation.from,
        "from",
        "the relation is seen from this item",
        "关系须从本配置项出发",
    );
    let rules = &case.policy().rules;
    let known = rules.relation_kinds.contains_key(&relation.kind);
    let may = kind.relations.is_empty() || kind.relations.contains(&relation.kind);
    let fault = relation.check().err().map(|fault| fault.to_string());
    let fault = fault.or_else(|| relation.id.as_ref().map(ToString::to_string));
    let words = "a relation with a sound weight and confidence, known by its ends, kind and group";
    case.that_value(
        fault.is_none(),
        fault.unwrap_or_default(),
        "relation",
        words,
        "关系的权重与置信度须合理，并由两端、种类和组别识别",
    );
    let words = "a kind of relation that the type may have";
    case.that_value(known && may, &relation.kind, "relation_kind", words, "须为该类型允许的关系种类");
    if rules.register_complete
        && relation.to != relation.from
        && let Ok(to) = RecordId::new(relation.to.as_str())
        && let Some(fact) = case.fact(ITEM, &to)
    {
        let kept = !["withdrawn", "disposed"].contains(&fact.state.as_str());
        let words = "the other item is not withdrawn";
        case.that_value(kept, &to, "relation_end", words, "另一配置项须未退役");
    }
}

/// A live item has the attributes and relations that its type demands. An owner every item has.
fn complete(item: &ConfigurationItem, case: &mut ItemCase<'_>) {
    let Some(kind) = type_of(&item.configuration.item_type, case) else { return };
    mandatory(kind, &item.configuration, case);
    for wanted in &kind.mandatory_relations {
        let has = item.configuration.relations.iter().any(|relation| relation.kind == *wanted);
        let words = "a live item has the relations that its type demands";
        case.that_value(has, wanted, "mandatory_relation", words, "运行中的配置项须具备类型要求的关系");
    }
}

/// Into, within and out of live only with a cause that allows it (spec 3.23).
fn allowed(item: &ConfigurationItem, cause: Option<&Cause>, case: &mut ItemCase<'_>) {
    let Some(kind) = type_of(&item.configuration.item_type, case) else { return };
    if cause.is_none() && kind.control == ControlLevel::Recorded {
        return;
    }
    let words = "an item in use is altered under a change, a request or an approved correction";
    if !case.that(cause.is_some(), "cause", words, "使用中的配置项仅可依据变更、请求或已批准的纠正措施改动")
    {
        return;
    }
    let Some(cause) = cause else { return };
    let Some(fact) = case.fact(process(cause), cause.record()) else { return };
    let id = case.id;
    let about = |kind| fact.linked(kind).any(|item| item == id);
    match cause {
        Cause::Change(change) => {
            let states =
                ["implementing", "implemented", "backed_out", "in_review", "retrospectively_documented"];
            let words = "the change is approved, has begun and is not closed";
            let now = states.contains(&fact.state.as_str()) && fact.attribute("approved") == Some("yes");
            case.that_value(now, change, "change_state", words, "变更须已批准、已开始实施且尚未关闭");
            let words = "the change names the item among those it affects";
            case.that_value(
                about(LinkKind::AffectsCi),
                change,
                "change_scope",
                words,
                "变更须列明影响此配置项",
            );
        }
        Cause::Request(request) => {
            let model = fact.attribute("model").and_then(|model| Code::new(model).ok());
            let may = model.is_some_and(|model| case.policy().rules.request_models.contains(&model));
            let words = "the request follows a model that may alter items";
            case.that_value(may, request, "request_model", words, "请求模型须允许改动配置项");
            let states = ["in_fulfilment", "waiting", "fulfilled"];
            let words = "the request is being fulfilled";
            case.that_value(
                states.contains(&fact.state.as_str()),
                request,
                "request_state",
                words,
                "请求须处于履行中",
            );
        }
        Cause::AuditCorrection(audit) => {
            let words = "the audit found the item deficient, and its correction was approved";
            case.that_value(
                about(LinkKind::AffectsCi),
                audit,
                "correction",
                words,
                "审核须发现该配置项缺陷且纠正已获批准",
            );
        }
    }
}

fn controlled(item: &ConfigurationItem, cause: Option<&Cause>, case: &mut ItemCase<'_>) {
    if item.in_use() {
        allowed(item, cause, case);
    }
}

fn update(item: &ConfigurationItem, body: &Update, case: &mut ItemCase<'_>) {
    controlled(item, body.cause.as_ref(), case);
    let before = &item.configuration;
    let Some(kind) = type_of(&before.item_type, case) else { return };
    for (name, value) in &body.attributes {
        if value.is_empty() {
            let demanded = kind.attributes.get(name).is_some_and(|attribute| attribute.mandatory);
            let words = "every mandatory attribute is stated";
            case.that_value(!demanded, name, "mandatory", words, "须填写全部必填属性");
        } else {
            attribute(kind, name, value, case);
        }
    }
    let after = before.updated(body);
    labels(&after, case);
    gates(&after, case);
    // It may say what is so already: a release brings an item to the version that it had.
    let silent = Update { cause: body.cause.clone(), ..Update::default() };
    case.that(*body != silent, "nothing", "the update says something", "更新须包含内容");
    case.emit(Box::new(Altered { update: body.clone() }));
}

fn relate(item: &ConfigurationItem, body: &Relate, case: &mut ItemCase<'_>) {
    controlled(item, body.cause.as_ref(), case);
    let Some(kind) = type_of(&item.configuration.item_type, case) else { return };
    related(kind, &body.relation, case);
    let relations = &item.configuration.relations;
    let new = !relations.contains(&body.relation);
    case.that(new, "nothing", "the relation says something new", "关系须有变化");
    let count = relations.len();
    case.that_value(
        count < limits::LIST,
        count,
        "relations",
        "an item has at most 10000 relations",
        "一个配置项最多有 10000 个关系",
    );
    case.emit(Box::new(Related { cause: body.cause.clone(), relation: body.relation.clone() }));
}

fn unrelate(item: &ConfigurationItem, body: &Unrelate, case: &mut ItemCase<'_>) {
    controlled(item, body.cause.as_ref(), case);
    let relation = item.configuration.relations.iter().find(|relation| relation.key() == body.relation);
    case.that_value(
        relation.is_some(),
        &body.relation,
        "relation",
        "the item has the relation",
        "该配置项须具有此关系",
    );
    if let (Some(relation), true, Some(kind)) =
        (relation, item.in_use(), type_of(&item.configuration.item_type, case))
    {
        let same = item.configuration.relations.iter().filter(|other| other.kind == relation.kind);
        let last = kind.mandatory_relations.contains(&relation.kind) && same.count() == 1;
        let words = "a live item keeps the relations that its type demands";
        case.that_value(
            !last,
            &relation.kind,
            "mandatory_relation",
            words,
            "运行中的配置项须保留类型要求的关系",
        );
    }
    case.emit(Box::new(Unrelated { cause: body.cause.clone(), relation: body.relation.clone() }));
}
