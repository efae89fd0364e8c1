//! What the demo's week has to show.

#[path = "../examples/demo/company.rs"]
mod company;
#[path = "../examples/demo/cure.rs"]
mod cure;
#[path = "../examples/demo/kept.rs"]
mod kept;
#[path = "../examples/demo/preview.rs"]
mod preview;
#[path = "../examples/demo/print.rs"]
mod print;
#[path = "../examples/demo/script.rs"]
mod script;
#[path = "../examples/demo/tell.rs"]
mod tell;
#[path = "../examples/demo/tell_cure.rs"]
mod tell_cure;
#[path = "../examples/demo/week.rs"]
mod week;

use itsm::kernel::{Context, EventBody as _};
use itsm::kpi::Amount;
use itsm::resolution::{IncidentPhase, MajorIncidentPhase};
use itsm::sla::Metric;
use itsm::system::{ProcessName, ServiceManagementSystem, SystemJournal, TicketQuery};
use itsm::time::Language;
use serde_json::{Value, json};
use std::sync::LazyLock;
use unicode_width::UnicodeWidthStr as _;
use week::{Week, local};

/// What every language folds, and the digest that it comes to. `ITSM_REGENERATE=1` writes the files anew.
#[test]
fn the_committed_journal_is_that_of_the_demo() {
    let after = week::go_on(&WEEK).expect("the script goes on to the cure");
    let lines = after.desk.journal().to_lines();
    let entries = after.desk.journal().events().len();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    // The journals of released versions stand behind it, and are never written anew.
    let kept = std::fs::read_to_string(folder.join("journals.json")).expect("the journals");
    let mut expected: serde_json::Value = serde_json::from_str(&kept).expect("a document");
    let root = itsm::evidence::of_journal(after.desk.journal()).head().root;
    expected["journals"][0] =
        json!({"file": "journal.jsonl", "entries": entries, "digest": after.desk.digest(), "root": root});
    for (file, text) in [("journal.jsonl", lines), ("journals.json", format!("{expected:#}\n"))] {
        let path = folder.join(file);
        if std::env::var("ITSM_REGENERATE").is_ok_and(|asked| asked == "1") {
            std::fs::write(&path, &text).expect("writable");
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == text, "{file} is stale: ITSM_REGENERATE=1 writes it anew");
    }
}

static WEEK: LazyLock<Week> = LazyLock::new(|| week::play().expect("the script is played to its end"));

fn page(language: Language, width: usize) -> String {
    print::report(&WEEK, print::Look { language, width, colour: false }).expect("a page")
}

#[test]
fn one_target_is_breached_on_the_make_up_saturday_after_its_customer_was_warned() {
    let breached: Vec<_> = WEEK
        .desk
        .incidents(&TicketQuery::EVERY)
        .flat_map(|incident| incident.clocks.all().iter().map(move |clock| (incident, clock)))
        .filter_map(|(incident, clock)| {
            Some((incident.envelope.id.as_str(), clock.metric, clock.breached_at?))
        })
        .collect();
    let after = local("10-10 13:40").expect("an instant").plus_s(1).expect("a second later");
    assert_eq!(breached, [("INC-000008", Metric::Resolution, after)]);
    let kpis = WEEK.kpis().expect("the KPIs");
    let of = |id: &str| kpis.iter().find(|value| value.kpi == id).expect("in the catalogue").amount;
    assert_eq!(of("K-INC-15"), Amount::Ratio { basis_points: 10_000, numerator: 1, denominator: 1 });
    assert_eq!(of("K-INC-01"), Amount::Count { count: 11 });
    assert_eq!(of("K-INC-03"), Amount::Ratio { basis_points: 8_750, numerator: 7, denominator: 8 });
    assert_eq!(of("K-INC-13"), Amount::Count { count: 1 });
    assert_eq!(of("K-SRQ-03"), Amount::Ratio { basis_points: 10_000, numerator: 3, denominator: 3 });
}

#[test]
fn every_ticket_ends_where_the_script_leads_it() {
    let phase = |id: &str| WEEK.desk.incident(id).expect("an incident").phase();
    let ends = (1..=11).map(|number| phase(&format!("INC-{number:06}")));
    use IncidentPhase::{Cancelled, Closed, Converted, InProgress, Resolved};
    let expected =
        [Closed, Closed, Cancelled, Closed, Closed, Closed, Closed, Resolved, InProgress, Converted, Closed];
    assert_eq!(ends.collect::<Vec<_>>(), expected);
    let silent = WEEK.desk.incident("INC-000001").and_then(|incident| incident.closure()).expect("closed");
    assert!(silent.automatic);
    assert_eq!(
        silent.at,
        local("10-10 09:20").expect("an instant"),
        "Thursday, Friday, and the make-up Saturday"
    );
    let major = WEEK.desk.major_incident("MAJ-000001").expect("a major incident");
    assert_eq!((major.phase(), major.updates_missed), (MajorIncidentPhase::Closed, 1));
}

#[test]
fn every_refusal_names_its_guard_and_all_that_is_missing() {
    let refusals: Vec<_> = WEEK.refused.iter().map(|refused| &refused.refusal).collect();
    let guards: Vec<_> = refusals.iter().map(|refusal| refusal.guard).collect();
    let expected = [
        "T-MAJ-02", "T-INC-09", "T-INC-L6", "T-INC-06", "T-SRQ-03", "T-SRQ-05", "T-INC-03", "T-MAJ-L1",
        "T-MAJ-05", "T-INC-09",
    ];
    assert_eq!(guards, expected);
    let own = refusals[4];
    assert!(own.lacks("separation_of_duties"), "{own}");
    assert!(
        own.to_string().contains("two persons are needed as Request approver and beneficiary (`incm-sun`)"),
        "{own}"
    );
    assert!(own.zh().contains("须由两人分别担任：请求批准人与受益人（`incm-sun`）"), "{}", own.zh());
    assert!(refusals[9].lacks("category_verified") && refusals[9].lacks("separation_of_duties"));
}

#[test]
fn two_runs_and_a_replay_have_the_same_digest() {
    let again = week::play().expect("the script");
    assert_eq!(again.desk.digest(), WEEK.desk.digest());
    assert_eq!(again.desk.journal().to_lines(), WEEK.desk.journal().to_lines());
    assert_eq!(WEEK.replayed().expect("replayed").digest(), WEEK.desk.digest());
}

#[test]
fn the_page_is_plain_and_keeps_to_the_columns_in_both_languages() {
    for (language, ledger) in [(Language::English, "Why INC-000006"), (Language::Chinese, "INC-000006 为何")]
    {
        for width in [80, 100] {
            let page = page(language, width);
            assert!(!page.contains('\u{1b}'), "no colour was asked for");
            let (_, rest) = page.split_once(ledger).expect("a ledger after the timeline");
            let wide: Vec<_> = page.lines().filter(|line| line.width() > width).collect();
            assert!(wide.is_empty(), "{wide:#?}");
            assert!(rest.contains("2026-10-10") && rest.contains("K-INC-03"), "ledger and KPIs");
        }
    }
}

/// Where the keys of an object are the writer's own, or name one choice of several. The entries of a calendar's holidays may be
/// texts as well, and are read ahead.
const FREE: [&str; 27] = [
    "assessed_by",
    "assessors",
    "at",
    "attributes",
    "categories",
    "cause",
    "checksums",
    "criteria",
    "document",
    "gates",
    "groups",
    "holidays",
    "inputs",
    "nodes",
    "outcome",
    "problem",
    "relation_kinds",
    "request_models",
    "scope",
    "service",
    "special_days",
    "subject",
    "threshold",
    "to",
    "types",
    "week",
    "workaround",
];

fn objects(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            found.push(path.to_owned());
            for (key, field) in fields {
                objects(field, &format!("{path}/{key}"), found);
            }
        }
        Value::Array(list) => {
            for (index, member) in list.iter().enumerate() {
                objects(member, &format!("{path}/{index}"), found);
            }
        }
        _ => {}
    }
}

/// DECISIONS 6: unknown fields of a known kind are tolerated and kept.
#[test]
fn an_event_with_a_field_of_a_later_version_at_every_object_is_read_and_kept() {
    let mut lines = String::new();
    let mut extended = 0;
    for index in 0..CURED.desk.journal().next_index() {
        let mut event: Value =
            serde_json::from_slice(&CURED.desk.journal().bytes(index).expect("an entry")).expect("JSON");
        let mut found = Vec::new();
        objects(&event, "", &mut found);
        for path in found {
            let mut names = path.rsplit('/').filter(|name| name.parse::<usize>().is_err());
            let name = names.next().unwrap_or_default().to_owned();
            if FREE.contains(&name.as_str()) {
                continue;
            }
            let object = event.pointer_mut(&path).and_then(Value::as_object_mut).expect("an object");
            object.insert("zz_later".to_owned(), json!({"x": [1]}));
            extended += 1;
        }
        lines.push_str(&event.to_string());
        lines.push('\n');
    }
    assert!(extended > 1_000, "{extended}");
    let journal = SystemJournal::from_lines(&lines).expect("a journal");
    assert_eq!(journal.to_lines(), lines, "the bytes keep what is not known");
    let again = ServiceManagementSystem::replay(journal).expect("it folds");
    assert_eq!(again.digest(), CURED.desk.digest());
}

static CURED: LazyLock<Week> = LazyLock::new(|| week::go_on(&WEEK).expect("the script is played to its end"));

#[test]
fn recurring_incidents_become_a_problem_its_cause_a_change_and_the_change_a_release() {
    let desk = &CURED.desk;
    let candidate = desk.problem_candidate("PRC-000002").expect("raised by the third incident");
    assert_eq!(candidate.incidents.len(), 3);
    assert_eq!(desk.problem("PRB-000001").expect("a problem").phase().code(), "closed");
    assert_eq!(desk.known_error("KER-000001").expect("a known error").phase().code(), "retired");
    for change in ["CHG-000001", "CHG-000002"] {
        assert_eq!(desk.change(change).expect("a change").phase().code(), "closed");
    }
    assert_eq!(desk.release("REL-000001").expect("a release").phase().code(), "closed");
    let version = |item: &str| {
        let item = desk.configuration_item(&item.parse().expect("an id")).expect("an item");
        item.configuration.version.clone().expect("a version").to_string()
    };
    assert_eq!([version("token-1"), version("token-2"), version("token-4")], ["2.1.0", "2.1.0", "2.0.3"]);
}

#[test]
fn what_a_release_brings_is_one_plan() {
    let events = CURED.desk.journal().events();
    let deployed = events.iter().position(|event| event.body.kind() == "release.deployed").expect("deployed");
    let at = events[deployed].head.recorded_at;
    let with: Vec<_> = events[deployed..].iter().take_while(|event| event.head.recorded_at == at).collect();
    let kinds: Vec<_> = with.iter().map(|event| event.body.kind()).collect();
    for kind in
        ["configuration_item.altered", "change.implemented", "problem.fix_live", "known_error.fix_announced"]
    {
        assert!(kinds.contains(&kind), "{kind} in {kinds:?}");
    }
}

#[test]
fn two_safe_changes_that_would_break_the_quorum_are_caught_and_a_window_is_found() {
    let refused = CURED.refused.iter().find(|refused| refused.refusal.guard == "T-CHG-09").expect("refused");
    assert!(refused.refusal.missing.iter().all(|unmet| unmet.en().contains("gate with CHG-000002")));
    for language in [Language::English, Language::Chinese] {
        let look = print::Look { language, width: 80, colour: false };
        let page = print::cure(&WEEK, &CURED, look).expect("a page");
        assert!(page.lines().all(|line| line.width() <= 80), "the page fits a terminal");
        for shown in ["quarter-end", "token-1  attributes.version: 2.0.3 -> 2.1.0", "KER-000001"] {
            assert!(page.contains(shown), "{shown}");
        }
    }
}

#[test]
fn the_journal_of_the_cure_folds_into_the_same_state() {
    assert_eq!(CURED.replayed().expect("replayed").digest(), CURED.desk.digest());
    assert_eq!(CURED.replayed().expect("replayed").cmdb().digest(), CURED.desk.cmdb().digest());
}

#[test]
fn a_record_says_what_it_waits_for() {
    let at = local("10-24 00:00").expect("an instant");
    let then = CURED.desk.as_of(at).expect("the day before");
    let manager = company::named("relm-yu").expect("a person").actor().expect("an actor");
    let release = "REL-000001".parse().expect("an id");
    let steps =
        then.next_steps(ProcessName::Release, &release, &Context::new(at, manager)).expect("answered");
    let of = |kind: &str| steps.iter().find(|step| step.command == kind).expect("legal now");
    let deployment = of("release.begin_deployment").refusal.as_ref().expect("the window is not open");
    assert!(deployment.lacks("window") && deployment.guard == "T-REL-09", "{deployment}");
    assert!(of("release.cancel").wants.as_ref().expect("a reason").to_string().contains("reason"));
}

fn kept(path: &std::path::Path, until: Option<&str>) -> String {
    print::kept(path, until, print::Look { language: Language::English, width: 100, colour: false })
        .expect("a page")
}

/// Stopped in the week, in the weeks after, and in the midst of an order; then asked again when all is over.
#[test]
fn a_week_in_a_file_goes_on_where_it_was_left_and_is_the_same_week() {
    let folder = std::env::temp_dir().join(format!("itsm-demo-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("week.db");
    let what_lasts = |page: &str| {
        let (_, rest) = page.split_once("What lasts").expect("it says what lasts");
        rest.replace(&file.display().to_string(), "week.db")
            .trim_start_matches(['\n', '-', '=', ' '])
            .to_owned()
    };
    let first = what_lasts(&kept(&file, Some("10-08 12:00")));
    {
        // Killed between an order in the diary and its commit: neither is there.
        let mut half = kept::Kept::open(&file).expect("opened");
        let diary = "BEGIN IMMEDIATE; INSERT INTO diary VALUES (9999, 'sd-chen', 'incident.log', 0, 0)";
        half.driver().connection().execute_batch(diary).expect("written");
    }
    let second = kept(&file, Some("10-20 00:00"));
    assert!(second.contains("K-INC-03") && !second.contains("The weeks after"), "the week is over");
    let third = kept(&file, None);
    let look = print::Look { language: Language::English, width: 100, colour: false };
    let in_memory = page(Language::English, 100) + &print::cure(&WEEK, &CURED, look).expect("a page");
    assert!(third.starts_with(&in_memory), "the page is that of a week without a file");
    let again = kept(&file, None);
    assert!(again.starts_with(&in_memory), "also what was refused is told again");
    let told = [first, what_lasts(&second), what_lasts(&third), what_lasts(&again)].join("\n");
    assert_eq!(told, LASTS);
    let reopened = itsm_store::open(&file).expect("opened");
    assert_eq!(reopened.system().journal().to_lines(), CURED.desk.journal().to_lines());
    drop(reopened);
    std::fs::remove_dir_all(folder).expect("removed");
}

/// What four runs on one file say at their ends.
const LASTS: &str = "\
week.db: 60 orders in the diary, 108 entries in the journal, each as it was hashed.
0 orders were there already, 60 were given now; each was committed with its entries.
It stopped at 10-08 12:00. Without --until it goes on from there.

week.db: 172 orders in the diary, 373 entries in the journal, each as it was hashed.
60 orders were there already, 112 were given now; each was committed with its entries.
It stopped at 10-20 00:00. Without --until it goes on from there.

week.db: 209 orders in the diary, 455 entries in the journal, each as it was hashed.
172 orders were there already, 37 were given now; each was committed with its entries.

week.db: 209 orders in the diary, 455 entries in the journal, each as it was hashed.
209 orders were there already, 0 were given now; each was committed with its entries.
";
