//! What is done at planned intervals, as Annex E has it, and months as they are counted on a wall calendar.

/// Kind, preset in months, longest interval under the editions of 2005 and of 2018.
pub type Row = (&'static str, u32, Option<u32>, Option<u32>);

pub const ANNEX_E: [Row; 36] = [
    ("internal_audit", 12, None, None),
    ("management_review", 12, None, None),
    ("context_review", 12, None, None),
    ("policy_review", 12, None, None),
    // 1 to 3 months.
    ("objective_measurement", 3, None, None),
    ("document_review", 12, None, None),
    ("company_quality_check", 3, None, None),
    ("project_quality_check", 1, None, None),
    ("agreement_review", 12, None, None),
    ("critical_agreement_review", 6, None, None),
    ("service_report", 1, None, None),
    ("availability_risk_assessment", 12, None, None),
    // The first of the three cases of section 0, with continuity.
    ("availability_plan_review", 12, Some(12), None),
    ("continuity_risk_assessment", 12, None, None),
    ("continuity_plan_review", 12, Some(12), None),
    ("continuity_test", 12, None, None),
    ("off_site_copy_check", 6, None, None),
    ("budget_monitoring", 1, None, None),
    ("budget_forecast_review", 3, None, None),
    ("demand_forecast", 3, None, None),
    ("capacity_plan_review", 12, None, None),
    ("security_risk_assessment", 12, None, None),
    ("security_control_test", 12, None, None),
    ("security_incident_analysis", 3, None, None),
    // The second.
    ("customer_service_review", 3, Some(12), None),
    ("satisfaction_survey", 12, None, None),
    // 1 to 3 months.
    ("supplier_performance_review", 3, None, None),
    // The third.
    ("supplier_contract_review", 12, Some(12), None),
    ("problem_trend_analysis", 1, None, None),
    ("problem_effectiveness_review", 3, None, None),
    ("configuration_audit", 12, None, None),
    ("critical_configuration_audit", 6, None, None),
    ("change_trend_analysis", 3, None, None),
    ("competence_review", 12, None, None),
    ("waiver_review", 12, None, None),
    // What the certification body asks for.
    ("certification_surveillance", 12, Some(15), Some(15)),
];

const DAY_S: i64 = 86_400;

fn days_of(year: i64, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// The date after a date.
fn next((year, month, day): (i64, u32, u32)) -> (i64, u32, u32) {
    match (month, day == days_of(year, month)) {
        (_, false) => (year, month, day + 1),
        (12, true) => (year + 1, 1, 1),
        (_, true) => (year, month + 1, 1),
    }
}

/// So many months later at the same time of day: walks day by day until so many months have begun, and then on to the same day, or to
/// the last one there is.
pub fn months_later(at_s: i64, months: u32) -> i64 {
    let mut date = (1970, 1, 1);
    for _ in 0..at_s.div_euclid(DAY_S) {
        date = next(date);
    }
    let wanted = date.2;
    let (mut begun, mut walked) = (0, 0);
    while begun < months {
        date = next(date);
        walked += 1;
        begun += u32::from(date.2 == 1);
    }
    while months > 0 && date.2 < wanted && next(date).2 != 1 {
        date = next(date);
        walked += 1;
    }
    at_s + walked * DAY_S
}
