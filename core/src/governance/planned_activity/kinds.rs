//! The kinds of planned activities (spec Annex E): how often, how seldom at most, and who answers for them.

use crate::kernel::{Role, codes};

codes! {
    /// The editions of the standard.
    pub enum Edition {
        /// The first, which fixes three intervals.
        Edition2005 = "2005", "ISO/IEC 20000-1:2005", "ISO/IEC 20000-1:2005（2005 版）";
        /// The second.
        Edition2011 = "2011", "ISO/IEC 20000-1:2011", "ISO/IEC 20000-1:2011（2011 版）";
        /// The third, with its amendment of 2024.
        Edition2018 = "2018", "ISO/IEC 20000-1:2018", "ISO/IEC 20000-1:2018（2018 版）";
    }
}

/// The longest interval of a kind.
enum Longest {
    /// Whatever is planned.
    Free,
    /// So many months under the first edition (spec section 0).
    First(u32),
    /// So many months under every edition: what certification bodies ask for.
    Every(u32),
}
use Longest::{Every, First, Free};

macro_rules! kinds {
    ($($name:ident = $code:literal, $en:literal, $zh:literal: $months:literal, $longest:expr, $manager:ident, $requirement:literal;)+) => {
        codes! {
            /// What is done at planned intervals.
            pub enum ActivityKind {
                $(#[doc = concat!($en, " (", $requirement, ").")] $name = $code, $en, $zh;)+
            }
        }

        impl ActivityKind {
            /// The interval where none is stated, in months. It is a preset, and no demand of the standard; where Annex E has a range,
            /// its longest.
            #[must_use]
            pub const fn preset_months(self) -> u32 {
                match self { $(Self::$name => $months,)+ }
            }

            /// Who answers for activities of the kind, beside the owner of each.
            #[must_use]
            pub const fn manager(self) -> Role {
                match self { $(Self::$name => Role::$manager,)+ }
            }

            const fn longest(self) -> Longest {
                match self { $(Self::$name => $longest,)+ }
            }
        }
    };
}

#[rustfmt::skip]
kinds! {
    InternalAudit = "internal_audit", "Internal audit, full coverage", "内部审核（全覆盖）": 12, Free, LeadAuditor, "AUD-01, AUD-07";
    ManagementReview = "management_review", "Management review", "管理评审": 12, Free, ManagementRepresentative, "MRV-01";
    ContextReview = "context_review", "Review of context, interested parties and risks", "环境、相关方与体系风险评审": 12, Free, ManagementRepresentative, "CTX-01, CTX-03, RSK-01";
    PolicyReview = "policy_review", "Policy and plan review", "方针与计划评审": 12, Free, ManagementRepresentative, "LDR-04, PLN-01";
    ObjectiveMeasurement = "objective_measurement", "Measurement of objectives", "目标测量": 3, Free, ManagementRepresentative, "OBJ-03";
    DocumentReview = "document_review", "Controlled document review", "受控文件评审": 12, Free, DocumentController, "DOC-03";
    CompanyQualityCheck = "company_quality_check", "Quality check of the company", "公司级质量检查": 3, Free, QualityManager, "QCK-01";
    ProjectQualityCheck = "project_quality_check", "Quality check of a project", "项目级质量检查": 1, Free, QualityManager, "QCK-01";
    AgreementReview = "agreement_review", "Review of service level and operational level agreements", "SLA/OLA 评审": 12, Free, ServiceLevelManager, "SLM-06, SLM-10";
    CriticalAgreementReview = "critical_agreement_review", "Review of the agreements of critical services", "关键服务 SLA/OLA 评审": 6, Free, ServiceLevelManager, "SLM-06, SLM-10";
    ServiceReport = "service_report", "Service report", "服务报告": 1, Free, ServiceLevelManager, "RPT-07";
    AvailabilityRiskAssessment = "availability_risk_assessment", "Availability risk assessment", "可用性风险评估": 12, Free, AvailabilityManager, "AVL-01";
    AvailabilityPlanReview = "availability_plan_review", "Availability plan review", "可用性计划评审": 12, First(12), AvailabilityManager, "AVL-03";
    ContinuityRiskAssessment = "continuity_risk_assessment", "Continuity risk assessment", "连续性风险评估": 12, Free, ContinuityManager, "CON-01";
    ContinuityPlanReview = "continuity_plan_review", "Continuity plan review", "连续性计划评审": 12, First(12), ContinuityManager, "CON-02";
    ContinuityTest = "continuity_test", "Continuity test", "连续性测试": 12, Free, ContinuityManager, "CON-04";
    OffSiteCopyCheck = "off_site_copy_check", "Check of off-site copies", "异地副本检查": 6, Free, ContinuityManager, "CON-03";
    BudgetMonitoring = "budget_monitoring", "Budget monitoring", "预算监控": 1, Free, Finance, "BUD-05";
    BudgetForecastReview = "budget_forecast_review", "Budget forecast review", "预算预测评审": 3, Free, Finance, "BUD-05";
    DemandForecast = "demand_forecast", "Demand forecast", "需求预测": 3, Free, CapacityManager, "DEM-01";
    CapacityPlanReview = "capacity_plan_review", "Capacity plan review", "能力计划评审": 12, Free, CapacityManager, "CAP-02";
    SecurityRiskAssessment = "security_risk_assessment", "Security risk assessment", "信息安全风险评估": 12, Free, SecurityManager, "SEC-03";
    SecurityControlTest = "security_control_test", "Security control test", "信息安全控制措施测试": 12, Free, SecurityManager, "SEC-05";
    SecurityIncidentAnalysis = "security_incident_analysis", "Security incident analysis", "信息安全事件分析": 3, Free, SecurityManager, "SEC-09";
    CustomerServiceReview = "customer_service_review", "Customer service review", "客户服务评审": 3, First(12), RelationshipManager, "BRM-04";
    SatisfactionSurvey = "satisfaction_survey", "Satisfaction survey", "满意度调查": 12, Free, RelationshipManager, "SAT-01";
    SupplierPerformanceReview = "supplier_performance_review", "Supplier performance review", "供方绩效评审": 3, Free, SupplierManager, "SUP-05";
    SupplierContractReview = "supplier_contract_review", "Supplier contract review", "供方合同评审": 12, First(12), SupplierManager, "SUP-06";
    ProblemTrendAnalysis = "problem_trend_analysis", "Problem trend analysis", "问题趋势分析": 1, Free, ProblemManager, "PRB-01";
    ProblemEffectivenessReview = "problem_effectiveness_review", "Review of how effective resolutions were", "问题解决有效性评审": 3, Free, ProblemManager, "PRB-09";
    ConfigurationAudit = "configuration_audit", "Configuration audit, all items", "配置审核（全部配置项）": 12, Free, ConfigurationManager, "CFG-08";
    CriticalConfigurationAudit = "critical_configuration_audit", "Configuration audit, critical items", "配置审核（关键配置项）": 6, Free, ConfigurationManager, "CFG-08";
    ChangeTrendAnalysis = "change_trend_analysis", "Change trend analysis", "变更趋势分析": 3, Free, ChangeManager, "CHG-13";
    CompetenceReview = "competence_review", "Competence and training review", "能力与培训需求评审": 12, Free, People, "RES-03";
    WaiverReview = "waiver_review", "Review of waivers and delegations", "职责分离豁免与授权评审": 12, Free, ManagementRepresentative, "LIB-03";
    CertificationSurveillance = "certification_surveillance", "Certification surveillance", "认证监督审核": 12, Every(15), ManagementRepresentative, "IMP-05";
}

impl ActivityKind {
    /// The longest interval that the edition, or the certification body, allows, in months; `None`: whatever is planned.
    ///
    /// ```
    /// use itsm::governance::{ActivityKind, Edition};
    /// let review = ActivityKind::CustomerServiceReview;
    /// assert_eq!(review.longest_months(Edition::Edition2005), Some(12));
    /// assert_eq!(review.longest_months(Edition::Edition2018), None);
    /// ```
    #[must_use]
    pub const fn longest_months(self, edition: Edition) -> Option<u32> {
        match (self.longest(), edition) {
            (First(months), Edition::Edition2005) | (Every(months), _) => Some(months),
            (First(_) | Free, _) => None,
        }
    }
}
