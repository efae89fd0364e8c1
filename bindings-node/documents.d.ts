// Made from schema/itsm.schema.json by types.js.

/**
 * A category, symptom or resolution code of the host's own tree: `network/vpn`.
 */
export type Code = string;
/**
 * What people write; at most 32,768 bytes of UTF-8.
 */
export type Text = string;
/**
 * An instant in UTC, of whole seconds, 1970 to 2200: `2026-11-21T01:48:51Z`.
 */
export type Instant = string;
/**
 * A person, as a pseudonym of the host's choosing; separation of duties compares these.
 */
export type PersonId = string;
/**
 * As which problem a candidate was accepted.
 */
export type AcceptedAs =
  | {
      new: RecordId;
    }
  | {
      existing: RecordId;
    };
/**
 * A record: `INC-000042`. Unique within its process.
 */
export type RecordId = string;
/**
 * What is done at planned intervals.
 */
export type ActivityKind =
  | 'internal_audit'
  | 'management_review'
  | 'context_review'
  | 'policy_review'
  | 'objective_measurement'
  | 'document_review'
  | 'company_quality_check'
  | 'project_quality_check'
  | 'agreement_review'
  | 'critical_agreement_review'
  | 'service_report'
  | 'availability_risk_assessment'
  | 'availability_plan_review'
  | 'continuity_risk_assessment'
  | 'continuity_plan_review'
  | 'continuity_test'
  | 'off_site_copy_check'
  | 'budget_monitoring'
  | 'budget_forecast_review'
  | 'demand_forecast'
  | 'capacity_plan_review'
  | 'security_risk_assessment'
  | 'security_control_test'
  | 'security_incident_analysis'
  | 'customer_service_review'
  | 'satisfaction_survey'
  | 'supplier_performance_review'
  | 'supplier_contract_review'
  | 'problem_trend_analysis'
  | 'problem_effectiveness_review'
  | 'configuration_audit'
  | 'critical_configuration_audit'
  | 'change_trend_analysis'
  | 'competence_review'
  | 'waiver_review'
  | 'certification_surveillance';
/**
 * The roles of spec 3.0.1, and the three that are not people.
 */
export type Role =
  | 'tm'
  | 'mr'
  | 'po'
  | 'qm'
  | 'doc'
  | 'la'
  | 'au'
  | 'so'
  | 'slm'
  | 'brm'
  | 'supm'
  | 'sd'
  | 'l1'
  | 'l2'
  | 'l3'
  | 'incm'
  | 'mim'
  | 'prbm'
  | 'cfgm'
  | 'chgm'
  | 'cab'
  | 'ecab'
  | 'relm'
  | 'avm'
  | 'conm'
  | 'capm'
  | 'secm'
  | 'fin'
  | 'hr'
  | 'cust'
  | 'user'
  | 'sup'
  | 'monitoring'
  | 'system'
  | 'gateway';
/**
 * Roles, each once.
 */
export type Roles = Role[];
/**
 * An organisational unit or support group.
 */
export type UnitId = string;
/**
 * An entry of the journal.
 */
export type Event =
  | (EventHead & {
      body: IncidentLoggedBody;
      kind: 'incident.logged';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentImportedBody;
      kind: 'incident.imported';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentClassifiedBody;
      kind: 'incident.classified';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentAssignedBody;
      kind: 'incident.assigned';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentAcknowledgedBody;
      kind: 'incident.acknowledged';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentReassignedBody;
      kind: 'incident.reassigned';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentPendedBody;
      kind: 'incident.pended';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentResumedBody;
      kind: 'incident.resumed';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentResolvedBody;
      kind: 'incident.resolved';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentClosedBody;
      kind: 'incident.closed';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentReopenedBody;
      kind: 'incident.reopened';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentCancelledBody;
      kind: 'incident.cancelled';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentConvertedBody;
      kind: 'incident.converted';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentPriorityOverriddenBody;
      kind: 'incident.priority_overridden';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentPriorityRestoredBody;
      kind: 'incident.priority_restored';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentMovedBody;
      kind: 'incident.moved';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentWorkedBody;
      kind: 'incident.worked';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentInformedBody;
      kind: 'incident.informed';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentEscalatedBody;
      kind: 'incident.escalated';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentLinkedBody;
      kind: 'incident.linked';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentMarkedMajorBody;
      kind: 'incident.marked_major';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentUnmarkedMajorBody;
      kind: 'incident.unmarked_major';
      process: 'incident';
    })
  | (EventHead & {
      body: IncidentRecalculatedBody;
      kind: 'incident.recalculated';
      process: 'incident';
    })
  | (EventHead & {
      body: ClockMarkedBody;
      kind: 'clock.marked';
      process: ProcessName;
    })
  | (EventHead & {
      body: NoticeRequestedBody;
      kind: 'notice.requested';
      process: ProcessName;
    })
  | (EventHead & {
      body: NoticeDeliveredBody;
      kind: 'notice.delivered';
      process: ProcessName;
    })
  | (EventHead & {
      body: MajorIncidentDeclaredBody;
      kind: 'major_incident.declared';
      process: 'major_incident';
    })
  | (EventHead & {
      body: MajorIncidentManagedBody;
      kind: 'major_incident.managed';
      process: 'major_incident';
    })
  | (EventHead & {
      body: MajorIncidentUpdatedBody;
      kind: 'major_incident.updated';
      process: 'major_incident';
    })
  | (EventHead & {
      body: MajorIncidentRestoredBody;
      kind: 'major_incident.restored';
      process: 'major_incident';
    })
  | (EventHead & {
      body: MajorIncidentReviewBegunBody;
      kind: 'major_incident.review_begun';
      process: 'major_incident';
    })
  | (EventHead & {
      body: MajorIncidentReviewedBody;
      kind: 'major_incident.reviewed';
      process: 'major_incident';
    })
  | (EventHead & {
      body: MajorIncidentClosedBody;
      kind: 'major_incident.closed';
      process: 'major_incident';
    })
  | (EventHead & {
      body: MajorIncidentDowngradedBody;
      kind: 'major_incident.downgraded';
      process: 'major_incident';
    })
  | (EventHead & {
      body: MajorIncidentDowngradeProposedBody;
      kind: 'major_incident.downgrade_proposed';
      process: 'major_incident';
    })
  | (EventHead & {
      body: MajorIncidentHandedOverBody;
      kind: 'major_incident.handed_over';
      process: 'major_incident';
    })
  | (EventHead & {
      body: MajorIncidentNoticeOverdueBody;
      kind: 'major_incident.notice_overdue';
      process: 'major_incident';
    })
  | (EventHead & {
      body: MajorIncidentUpdateOverdueBody;
      kind: 'major_incident.update_overdue';
      process: 'major_incident';
    })
  | (EventHead & {
      body: MajorIncidentReviewOverdueBody;
      kind: 'major_incident.review_overdue';
      process: 'major_incident';
    })
  | (EventHead & {
      body: ServiceRequestSubmittedBody;
      kind: 'service_request.submitted';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestValidatedBody;
      kind: 'service_request.validated';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestApprovalRequestedBody;
      kind: 'service_request.approval_requested';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestVotedBody;
      kind: 'service_request.voted';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestDelegatedBody;
      kind: 'service_request.delegated';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestApprovedBody;
      kind: 'service_request.approved';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestReturnedBody;
      kind: 'service_request.returned';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestEditedBody;
      kind: 'service_request.edited';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestFulfilmentBegunBody;
      kind: 'service_request.fulfilment_begun';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestWorkedBody;
      kind: 'service_request.worked';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestTaskFinishedBody;
      kind: 'service_request.task_finished';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestWaitedBody;
      kind: 'service_request.waited';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestResumedBody;
      kind: 'service_request.resumed';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestFulfilledBody;
      kind: 'service_request.fulfilled';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestClosedBody;
      kind: 'service_request.closed';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestRejectedBody;
      kind: 'service_request.rejected';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestCancelledBody;
      kind: 'service_request.cancelled';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestConvertedBody;
      kind: 'service_request.converted';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestInformedBody;
      kind: 'service_request.informed';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestLinkedBody;
      kind: 'service_request.linked';
      process: 'service_request';
    })
  | (EventHead & {
      body: ServiceRequestRecalculatedBody;
      kind: 'service_request.recalculated';
      process: 'service_request';
    })
  | (EventHead & {
      body: ConfigurationItemRegisteredBody;
      kind: 'configuration_item.registered';
      process: 'configuration_item';
    })
  | (EventHead & {
      body: ConfigurationItemMovedBody;
      kind: 'configuration_item.moved';
      process: 'configuration_item';
    })
  | (EventHead & {
      body: ConfigurationItemDisposedBody;
      kind: 'configuration_item.disposed';
      process: 'configuration_item';
    })
  | (EventHead & {
      body: ConfigurationItemAlteredBody;
      kind: 'configuration_item.altered';
      process: 'configuration_item';
    })
  | (EventHead & {
      body: ConfigurationItemRelatedBody;
      kind: 'configuration_item.related';
      process: 'configuration_item';
    })
  | (EventHead & {
      body: ConfigurationItemUnrelatedBody;
      kind: 'configuration_item.unrelated';
      process: 'configuration_item';
    })
  | (EventHead & {
      body: BaselineCapturedBody;
      kind: 'baseline.captured';
      process: 'baseline';
    })
  | (EventHead & {
      body: BaselineFrozenBody;
      kind: 'baseline.frozen';
      process: 'baseline';
    })
  | (EventHead & {
      body: BaselineSupersededBody;
      kind: 'baseline.superseded';
      process: 'baseline';
    })
  | (EventHead & {
      body: DefinitiveItemRegisteredBody;
      kind: 'definitive_item.registered';
      process: 'definitive_item';
    })
  | (EventHead & {
      body: DefinitiveItemVerifiedBody;
      kind: 'definitive_item.verified';
      process: 'definitive_item';
    })
  | (EventHead & {
      body: DefinitiveItemSupersededBody;
      kind: 'definitive_item.superseded';
      process: 'definitive_item';
    })
  | (EventHead & {
      body: DefinitiveItemWithdrawnBody;
      kind: 'definitive_item.withdrawn';
      process: 'definitive_item';
    })
  | (EventHead & {
      body: ConfigurationAuditPlannedBody;
      kind: 'configuration_audit.planned';
      process: 'configuration_audit';
    })
  | (EventHead & {
      body: ConfigurationAuditAssignedBody;
      kind: 'configuration_audit.assigned';
      process: 'configuration_audit';
    })
  | (EventHead & {
      body: ConfigurationAuditCancelledBody;
      kind: 'configuration_audit.cancelled';
      process: 'configuration_audit';
    })
  | (EventHead & {
      body: ConfigurationAuditBegunBody;
      kind: 'configuration_audit.begun';
      process: 'configuration_audit';
    })
  | (EventHead & {
      body: ConfigurationAuditRecordedBody;
      kind: 'configuration_audit.recorded';
      process: 'configuration_audit';
    })
  | (EventHead & {
      body: ConfigurationAuditConcludedBody;
      kind: 'configuration_audit.concluded';
      process: 'configuration_audit';
    })
  | (EventHead & {
      body: ConfigurationAuditReportedBody;
      kind: 'configuration_audit.reported';
      process: 'configuration_audit';
    })
  | (EventHead & {
      body: ConfigurationAuditCorrectedBody;
      kind: 'configuration_audit.corrected';
      process: 'configuration_audit';
    })
  | (EventHead & {
      body: ConfigurationAuditDeficiencyClosedBody;
      kind: 'configuration_audit.deficiency_closed';
      process: 'configuration_audit';
    })
  | (EventHead & {
      body: ConfigurationAuditDeficienciesOverdueBody;
      kind: 'configuration_audit.deficiencies_overdue';
      process: 'configuration_audit';
    })
  | (EventHead & {
      body: ConfigurationAuditClosedBody;
      kind: 'configuration_audit.closed';
      process: 'configuration_audit';
    })
  | (EventHead & {
      body: ReleasePlannedBody;
      kind: 'release.planned';
      process: 'release';
    })
  | (EventHead & {
      body: ReleasePlanSubmittedBody;
      kind: 'release.plan_submitted';
      process: 'release';
    })
  | (EventHead & {
      body: ReleaseVotedBody;
      kind: 'release.voted';
      process: 'release';
    })
  | (EventHead & {
      body: ReleaseDelegatedBody;
      kind: 'release.delegated';
      process: 'release';
    })
  | (EventHead & {
      body: ReleasePlanApprovedBody;
      kind: 'release.plan_approved';
      process: 'release';
    })
  | (EventHead & {
      body: ReleaseEditedBody;
      kind: 'release.edited';
      process: 'release';
    })
  | (EventHead & {
      body: ReleaseBuiltBody;
      kind: 'release.built';
      process: 'release';
    })
  | (EventHead & {
      body: ReleaseTestedBody;
      kind: 'release.tested';
      process: 'release';
    })
  | (EventHead & {
      body: ReleaseAcceptedBody;
      kind: 'release.accepted';
      process: 'release';
    })
  | (EventHead & {
      body: ReleaseExceptionsProposedBody;
      kind: 'release.exceptions_proposed';
      process: 'release';
    })
  | (EventHead & {
      body: ReleaseReturnedBody;
      kind: 'release.returned';
      process: 'release';
    })
  | (EventHead & {
      body: ReleaseBaselinedBody;
      kind: 'release.baselined';
      process: 'release';
    })
  | (EventHead & {
      body: ReleaseDeploymentBegunBody;
      kind: 'release.deployment_begun';
      process: 'release';
    })
  | (EventHead & {
      body: ReleaseDeployedBody;
      kind: 'release.deployed';
      process: 'release';
    })
  | (EventHead & {
      body: ReleaseRolledBackBody;
      kind: 'release.rolled_back';
      process: 'release';
    })
  | (EventHead & {
      body: ReleaseObservationBegunBody;
      kind: 'release.observation_begun';
      process: 'release';
    })
  | (EventHead & {
      body: ReleaseObservationEndedBody;
      kind: 'release.observation_ended';
      process: 'release';
    })
  | (EventHead & {
      body: ReleaseAcceptanceOverdueBody;
      kind: 'release.acceptance_overdue';
      process: 'release';
    })
  | (EventHead & {
      body: ReleaseReviewedBody;
      kind: 'release.reviewed';
      process: 'release';
    })
  | (EventHead & {
      body: ReleaseClosedBody;
      kind: 'release.closed';
      process: 'release';
    })
  | (EventHead & {
      body: ReleaseCancelledBody;
      kind: 'release.cancelled';
      process: 'release';
    })
  | (EventHead & {
      body: ChangeDraftedBody;
      kind: 'change.drafted';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeSubmittedBody;
      kind: 'change.submitted';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeAcceptedBody;
      kind: 'change.accepted';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeReclassifiedBody;
      kind: 'change.reclassified';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeAssignedBody;
      kind: 'change.assigned';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeOpinedBody;
      kind: 'change.opined';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeAssessedBody;
      kind: 'change.assessed';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeApprovalRequestedBody;
      kind: 'change.approval_requested';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeVotedBody;
      kind: 'change.voted';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeDelegatedBody;
      kind: 'change.delegated';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeApprovedBody;
      kind: 'change.approved';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeReturnedBody;
      kind: 'change.returned';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeDeferredBody;
      kind: 'change.deferred';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeRejectedBody;
      kind: 'change.rejected';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeWithdrawnBody;
      kind: 'change.withdrawn';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeEditedBody;
      kind: 'change.edited';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeBuiltTestedBody;
      kind: 'change.built_tested';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeConflictWaivedBody;
      kind: 'change.conflict_waived';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeScheduledBody;
      kind: 'change.scheduled';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeEmergencyAuthorisedBody;
      kind: 'change.emergency_authorised';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeImplementationBegunBody;
      kind: 'change.implementation_begun';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeImplementedBody;
      kind: 'change.implemented';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeBackedOutBody;
      kind: 'change.backed_out';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeReviewBegunBody;
      kind: 'change.review_begun';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeReviewedBody;
      kind: 'change.reviewed';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeDocumentedBody;
      kind: 'change.documented';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeEmergencyReviewedBody;
      kind: 'change.emergency_reviewed';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeClosedBody;
      kind: 'change.closed';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeLinkedBody;
      kind: 'change.linked';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeUnpackedBody;
      kind: 'change.unpacked';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeItemsLookedAtBody;
      kind: 'change.items_looked_at';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeRanLateBody;
      kind: 'change.ran_late';
      process: 'change';
    })
  | (EventHead & {
      body: ChangeModelProposedBody;
      kind: 'change_model.proposed';
      process: 'change_model';
    })
  | (EventHead & {
      body: ChangeModelRevisedBody;
      kind: 'change_model.revised';
      process: 'change_model';
    })
  | (EventHead & {
      body: ChangeModelApprovedBody;
      kind: 'change_model.approved';
      process: 'change_model';
    })
  | (EventHead & {
      body: ChangeModelSuspendedBody;
      kind: 'change_model.suspended';
      process: 'change_model';
    })
  | (EventHead & {
      body: ChangeModelReinstatedBody;
      kind: 'change_model.reinstated';
      process: 'change_model';
    })
  | (EventHead & {
      body: ChangeModelFailedBody;
      kind: 'change_model.failed';
      process: 'change_model';
    })
  | (EventHead & {
      body: ChangeModelWithdrawnBody;
      kind: 'change_model.withdrawn';
      process: 'change_model';
    })
  | (EventHead & {
      body: ChangeModelExpiredBody;
      kind: 'change_model.expired';
      process: 'change_model';
    })
  | (EventHead & {
      body: ProblemLoggedBody;
      kind: 'problem.logged';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemClassifiedBody;
      kind: 'problem.classified';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemReclassifiedBody;
      kind: 'problem.reclassified';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemReassignedBody;
      kind: 'problem.reassigned';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemInvestigationBegunBody;
      kind: 'problem.investigation_begun';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemStepRecordedBody;
      kind: 'problem.step_recorded';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemCauseProposedBody;
      kind: 'problem.cause_proposed';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemCauseReturnedBody;
      kind: 'problem.cause_returned';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemCauseIdentifiedBody;
      kind: 'problem.cause_identified';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemCauseOverdueBody;
      kind: 'problem.cause_overdue';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemFixProposedBody;
      kind: 'problem.fix_proposed';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemFixBegunBody;
      kind: 'problem.fix_begun';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemFixLiveBody;
      kind: 'problem.fix_live';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemFixWithdrawnBody;
      kind: 'problem.fix_withdrawn';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemObservationBegunBody;
      kind: 'problem.observation_begun';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemObservationEndedBody;
      kind: 'problem.observation_ended';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemAcceptedBody;
      kind: 'problem.accepted';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemReconsideredBody;
      kind: 'problem.reconsidered';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemSuspendedBody;
      kind: 'problem.suspended';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemResumedBody;
      kind: 'problem.resumed';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemReviewFellDueBody;
      kind: 'problem.review_fell_due';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemClosedBody;
      kind: 'problem.closed';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemRecurredBody;
      kind: 'problem.recurred';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemMitigatedBody;
      kind: 'problem.mitigated';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemRelatedBody;
      kind: 'problem.related';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemLinkedBody;
      kind: 'problem.linked';
      process: 'problem';
    })
  | (EventHead & {
      body: ProblemReviewedBody;
      kind: 'problem.reviewed';
      process: 'problem';
    })
  | (EventHead & {
      body: KnownErrorDraftedBody;
      kind: 'known_error.drafted';
      process: 'known_error';
    })
  | (EventHead & {
      body: KnownErrorEditedBody;
      kind: 'known_error.edited';
      process: 'known_error';
    })
  | (EventHead & {
      body: KnownErrorPublishedBody;
      kind: 'known_error.published';
      process: 'known_error';
    })
  | (EventHead & {
      body: KnownErrorFixAnnouncedBody;
      kind: 'known_error.fix_announced';
      process: 'known_error';
    })
  | (EventHead & {
      body: KnownErrorReinstatedBody;
      kind: 'known_error.reinstated';
      process: 'known_error';
    })
  | (EventHead & {
      body: KnownErrorRetiredBody;
      kind: 'known_error.retired';
      process: 'known_error';
    })
  | (EventHead & {
      body: ProblemCandidateRaisedBody;
      kind: 'problem_candidate.raised';
      process: 'problem_candidate';
    })
  | (EventHead & {
      body: ProblemCandidateEvidenceAddedBody;
      kind: 'problem_candidate.evidence_added';
      process: 'problem_candidate';
    })
  | (EventHead & {
      body: ProblemCandidateAcceptedBody;
      kind: 'problem_candidate.accepted';
      process: 'problem_candidate';
    })
  | (EventHead & {
      body: ProblemCandidateDeclinedBody;
      kind: 'problem_candidate.declined';
      process: 'problem_candidate';
    })
  | (EventHead & {
      body: PlannedActivityPlannedBody;
      kind: 'planned_activity.planned';
      process: 'planned_activity';
    })
  | (EventHead & {
      body: PlannedActivityPerformedBody;
      kind: 'planned_activity.performed';
      process: 'planned_activity';
    })
  | (EventHead & {
      body: PlannedActivityIntervalChangedBody;
      kind: 'planned_activity.interval_changed';
      process: 'planned_activity';
    })
  | (EventHead & {
      body: PlannedActivityAssignedBody;
      kind: 'planned_activity.assigned';
      process: 'planned_activity';
    })
  | (EventHead & {
      body: PlannedActivityOverdueBody;
      kind: 'planned_activity.overdue';
      process: 'planned_activity';
    })
  | (EventHead & {
      body: PlannedActivityRetiredBody;
      kind: 'planned_activity.retired';
      process: 'planned_activity';
    })
  | (EventHead & {
      body: LegalHoldPlacedBody;
      kind: 'legal_hold.placed';
      process: 'legal_hold';
    })
  | (EventHead & {
      body: LegalHoldReleasedBody;
      kind: 'legal_hold.released';
      process: 'legal_hold';
    })
  | (EventHead & {
      body: DisposalRequestedBody;
      kind: 'disposal.requested';
      process: 'disposal';
    })
  | (EventHead & {
      body: DisposalApprovedBody;
      kind: 'disposal.approved';
      process: 'disposal';
    })
  | (EventHead & {
      body: DisposalRejectedBody;
      kind: 'disposal.rejected';
      process: 'disposal';
    })
  | (EventHead & {
      body: DisposalCarriedOutBody;
      kind: 'disposal.carried_out';
      process: 'disposal';
    })
  | (EventHead & {
      body: DisposalCancelledBody;
      kind: 'disposal.cancelled';
      process: 'disposal';
    })
  | (EventHead & {
      body: PolicyPublishedBody;
      kind: 'policy.published';
      process: 'policy';
    })
  | (EventHead & {
      body: WaiverFiledBody;
      kind: 'waiver.filed';
      process: 'waiver';
    })
  | (EventHead & {
      body: WaiverRevokedBody;
      kind: 'waiver.revoked';
      process: 'waiver';
    });
/**
 * One command, chosen by the caller; the same id twice is the same command.
 */
export type CommandId = string;
/**
 * SHA-256 as lower-case hexadecimal digits.
 */
export type Digest = string;
/**
 * A policy document: a calendar, a matrix, an agreement, a request model.
 */
export type PolicyId = string;
/**
 * The processes, by the names their streams bear.
 */
export type ProcessName =
  | 'incident'
  | 'major_incident'
  | 'service_request'
  | 'configuration_item'
  | 'baseline'
  | 'definitive_item'
  | 'configuration_audit'
  | 'release'
  | 'change'
  | 'change_model'
  | 'problem'
  | 'known_error'
  | 'problem_candidate'
  | 'planned_activity'
  | 'legal_hold'
  | 'disposal'
  | 'policy'
  | 'waiver';
/**
 * How a ticket reached the desk.
 */
export type Channel = 'phone' | 'chat' | 'desk' | 'mail' | 'portal' | 'monitoring';
/**
 * A configuration item.
 */
export type CiId = string;
/**
 * A customer organisation.
 */
export type CustomerId = string;
/**
 * The salted commitment to a personal value; the value travels apart.
 */
export type Commitment = string;
/**
 * A service of the catalogue.
 */
export type ServiceId = string;
/**
 * What kind of resolution it was.
 */
export type ResolutionKind = 'permanent' | 'workaround' | 'no_fault';
/**
 * Who resolved it.
 */
export type ContactLevel = 'first_contact' | 'l1' | 'l2' | 'l3' | 'supplier';
/**
 * The present state of an imported incident.
 */
export type ImportedState =
  | {
      kind: 'logged';
    }
  | {
      kind: 'classified';
    }
  | {
      kind: 'assigned';
    }
  | {
      kind: 'in_progress';
    }
  | {
      kind: 'pending';
      /**
       * For what.
       */
      reason: PendingReason;
      /**
       * Since when.
       */
      since: Instant;
      /**
       * Until when, as expected.
       */
      until: Instant;
    }
  | {
      kind: 'resolved';
      /**
       * When.
       */
      at: Instant;
    }
  | {
      kind: 'closed';
      /**
       * When.
       */
      at: Instant;
      /**
       * The closure code.
       */
      code: Code;
      /**
       * Who confirmed.
       */
      confirmed_by: PersonId;
    }
  | {
      kind: 'cancelled';
      /**
       * When.
       */
      at: Instant;
    };
/**
 * What work waits for.
 */
export type PendingReason = 'user' | 'supplier' | 'change' | 'agreed_window';
/**
 * To whom a matter is handed up.
 */
export type EscalationKind = 'functional' | 'hierarchical';
/**
 * How two records are related (spec 3.0.11).
 */
export type LinkKind =
  | 'caused_by'
  | 'restores'
  | 'duplicates'
  | 'repeat_of'
  | 'relates_problem'
  | 'has_known_error'
  | 'resolved_by_change'
  | 'implements'
  | 'contained_in_release'
  | 'affects_ci'
  | 'affects_service'
  | 'baseline_of'
  | 'supersedes'
  | 'evidence_for'
  | 'raised_from'
  | 'covered_by_agreement'
  | 'underpins'
  | 'invoked_plan';
/**
 * One thing that happened to a clock.
 */
export type ClockMarkedBody =
  | {
      kind: 'set';
      mark: ClockSet;
    }
  | {
      kind: 'level_reached';
      mark: LevelReached;
    }
  | {
      kind: 'breached';
      mark: Breached;
    }
  | {
      kind: 'excused';
      mark: Excused;
    };
/**
 * What a clock measures.
 */
export type Metric = 'response' | 'resolution' | 'update';
/**
 * Which operation set a clock.
 */
export type MarkCause =
  'started' | 'paused' | 'resumed' | 'stopped' | 'cancelled' | 'retargeted' | 'reopened' | 'recomputed';
/**
 * Where a clock stands. Whether it is breached is a second question (DECISIONS 13).
 */
export type ClockPhase = 'not_started' | 'running' | 'paused' | 'stopped' | 'cancelled';
/**
 * An escalation level or threshold of a clause.
 */
export type LevelId = string;
/**
 * A clause of an agreement.
 */
export type ClauseId = string;
/**
 * A target in its unit.
 *
 * ```
 * use itsm::sla::{Target, Unit};
 * let target: Target = serde_json::from_str(r#"{"unit":"working","seconds":14400}"#).unwrap();
 * assert_eq!(target, Target::Working { seconds: 14_400 });
 * assert_eq!(target.unit(), Unit::Working);
 * ```
 */
export type Target =
  | {
      unit: 'elapsed';
      /**
       * Seconds.
       */
      seconds: number;
    }
  | {
      unit: 'working';
      /**
       * Seconds of opening time.
       */
      seconds: number;
    }
  | {
      unit: 'working_days';
      /**
       * Days with opening time.
       */
      days: number;
      /**
       * Where in the last day it ends.
       */
      convention: DayConvention;
    }
  | {
      unit: 'calendar_date';
      /**
       * The last date that still meets the target.
       */
      date: CalendarDate;
    };
/**
 * Where on the last working day the due time lies.
 */
export type DayConvention = 'keep_time' | 'end_of_day' | 'start_of_next';
/**
 * A date from 1970 to 2200: `2026-10-01`.
 */
export type CalendarDate = string;
/**
 * Why a due time is absent.
 */
export type ClockNote = 'sla.never_due';
/**
 * What a level asks for when it is reached.
 */
export type LevelKind = 'warning' | 'functional' | 'hierarchical';
/**
 * Who is told of a level: a role's code, `requester` or `assignee`.
 */
export type Told =
  | 'tm'
  | 'mr'
  | 'po'
  | 'qm'
  | 'doc'
  | 'la'
  | 'au'
  | 'so'
  | 'slm'
  | 'brm'
  | 'supm'
  | 'sd'
  | 'l1'
  | 'l2'
  | 'l3'
  | 'incm'
  | 'mim'
  | 'prbm'
  | 'cfgm'
  | 'chgm'
  | 'cab'
  | 'ecab'
  | 'relm'
  | 'avm'
  | 'conm'
  | 'capm'
  | 'secm'
  | 'fin'
  | 'hr'
  | 'cust'
  | 'user'
  | 'sup'
  | 'monitoring'
  | 'system'
  | 'gateway'
  | 'requester'
  | 'assignee';
/**
 * To whom. The host knows the addresses.
 */
export type Recipient =
  | {
      role: Role;
    }
  | {
      person: PersonId;
    }
  | {
      unit: UnitId;
    }
  | 'requester';
/**
 * Why somebody is told.
 */
export type NoticeKind =
  | 'registered'
  | 'assigned'
  | 'progress'
  | 'waiting'
  | 'breach_warning'
  | 'breached'
  | 'escalated'
  | 'resolved'
  | 'closed'
  | 'refused'
  | 'approval_wanted'
  | 'major_incident'
  | 'release_note'
  | 'known_error'
  | 'review_due';
/**
 * Whether problem management goes on with it (MAJ-05).
 */
export type ProblemDecision =
  | {
      linked: RecordId;
    }
  | {
      not_needed: Text;
    };
/**
 * How many approvals a ballot needs: `{"percent": 60}` or `{"count": 2}`. 通过门槛
 */
export type Threshold =
  | {
      percent: Percent;
    }
  | {
      count: number;
    };
/**
 * A share of the voters: 1 to 100 percent.
 */
export type Percent = number;
/**
 * The pairs of duties that one person may not hold for the same subject (spec 3.0.7 and the guards of 3.30).
 */
export type Duty =
  | 'author_document_approver'
  | 'requester_change_approver'
  | 'implementer_change_approver'
  | 'implementer_sole_reviewer'
  | 'builder_tester'
  | 'builder_deployment_approver'
  | 'tester_deployment_approver'
  | 'planner_release_approver'
  | 'deployer_release_approver'
  | 'baseline_keeper_deployer'
  | 'resolver_closure_confirmer'
  | 'analyst_problem_closer'
  | 'analyst_cause_confirmer'
  | 'analyst_problem_acceptor'
  | 'analyst_problem_suspender'
  | 'analyst_problem_reviewer'
  | 'ci_updater_auditor'
  | 'auditor_own_unit'
  | 'action_owner_verifier'
  | 'budget_preparer_approver'
  | 'cost_allocator_approver'
  | 'complaint_handler_subject'
  | 'survey_analyst_rated_team'
  | 'supplier_evaluator_contract_approver'
  | 'risk_assessor_acceptor'
  | 'request_approver_beneficiary'
  | 'request_approver_requester'
  | 'privileged_fulfiller_approver'
  | 'major_incident_manager_sole_resolver'
  | 'review_facilitator_resolver'
  | 'incident_manager_assignee'
  | 'incident_manager_major_incident_manager'
  | 'owner_change_approver'
  | 'model_approver_requester'
  | 'model_proposer_approver'
  | 'implementer_emergency_reviewer';
/**
 * What a voter says.
 */
export type VoteDecision = 'approve' | 'reject' | 'return' | 'abstain';
/**
 * Where a ballot stands. Anything but waiting is final.
 */
export type BallotOutcome =
  | {
      kind: 'waiting';
    }
  | {
      kind: 'accepted';
      /**
       * When.
       */
      at: Instant;
    }
  | {
      kind: 'refused';
      /**
       * When.
       */
      at: Instant;
    }
  | {
      kind: 'returned';
      /**
       * When.
       */
      at: Instant;
    };
/**
 * As what a service request goes on.
 */
export type ConvertedTo =
  | {
      incident: RecordId;
    }
  | {
      change: RecordId;
    };
/**
 * What an item needs of a group of providers. 冗余门
 *
 * A gate takes the k-th best state among its members: `all` the worst, `any` the best. A member is a provider, however many relations
 * of the group lead from it; one whose relations are all informational is none.
 *
 * ```
 * use itsm::cmdb::Gate;
 * assert_eq!(serde_json::to_string(&Gate::Percent(50)).unwrap(), r#"{"percent":50}"#);
 * assert_eq!(Gate::Percent(50).needed(3), Some(2), "the count needed is rounded up");
 * assert_eq!(Gate::AtLeast(4).needed(3), Some(3), "no gate needs more than all");
 * ```
 */
export type Gate =
  | 'all'
  | 'any'
  | {
      at_least: number;
    }
  | {
      percent: number;
    }
  | {
      weighted: WeightedGate;
    };
/**
 * A relation between two configuration items.
 */
export type RelationId = string;
/**
 * How hard the failure of a provider hits its consumer.
 */
export type Strength = 'hard' | 'degrading' | 'informational';
/**
 * The phases of a configuration item (spec 3.23).
 */
export type CiPhase =
  'planned' | 'under_construction' | 'in_stock' | 'in_test' | 'live' | 'in_maintenance' | 'withdrawn' | 'disposed';
/**
 * Why a controlled item may be altered (spec 3.23).
 */
export type Cause =
  | {
      change: RecordId;
    }
  | {
      request: RecordId;
    }
  | {
      audit_correction: RecordId;
    };
/**
 * What a relation is known by.
 */
export type RelationKey =
  | {
      id: RelationId;
    }
  | {
      ends: {
        /**
         * The item it is read from.
         */
        from: CiId;
        /**
         * The item it is read to.
         */
        to: CiId;
        /**
         * Its kind.
         */
        kind: Code;
        /**
         * Its group, if it belongs to one.
         */
        group?: Code | null;
      };
    };
/**
 * What a baseline is captured for.
 */
export type Purpose = 'before_change' | 'before_release' | 'reference';
/**
 * How items are verified.
 */
export type Method = 'physical' | 'discovery' | 'both';
/**
 * What is wrong with an item.
 */
export type DeficiencyKind = 'missing' | 'unexpected' | 'differs';
/**
 * What is done about a deficiency.
 */
export type Correction =
  | {
      change: RecordId;
    }
  | {
      register: PersonId;
    };
/**
 * The types of releases.
 */
export type ReleaseType = 'major' | 'minor' | 'emergency';
/**
 * How a release ended.
 */
export type ReleaseOutcome = 'success' | 'partial' | 'failed';
/**
 * What a change does.
 */
export type ChangeKind = 'modification' | 'addition' | 'service_removal' | 'service_transfer';
/**
 * The categories of change: each has its own authority.
 */
export type ChangeCategory = 'standard' | 'minor' | 'significant' | 'major' | 'emergency';
/**
 * What a change is assessed for (T-CHG-04).
 */
export type Assessment =
  | 'business'
  | 'technical'
  | 'feasibility'
  | 'cost'
  | 'availability'
  | 'continuity'
  | 'security'
  | 'capacity'
  | 'conflict';
/**
 * What an assessor thinks of a change.
 */
export type Verdict = 'favourable' | 'conditional' | 'unfavourable';
/**
 * How firmly a rule stands against a change.
 */
export type Firmness = 'hard' | 'soft';
/**
 * How a change turned out (spec 3.24).
 */
export type ChangeOutcome = 'successful' | 'successful_with_issues' | 'backed_out' | 'failed_remedied';
/**
 * Where the cause of a failure is investigated.
 */
export type Investigation =
  | {
      problem: RecordId;
    }
  | {
      problem_candidate: RecordId;
    };
/**
 * What a change was late with, or is over. Each is told once.
 */
export type Late =
  | 'planned_start'
  | 'planned_end'
  | 'approval'
  | 'deferral'
  | 'item_updates'
  | 'review'
  | 'documentation'
  | 'emergency_review';
/**
 * What is proposed was changed.
 */
export type ChangeModelRevisedBody = Proposed;
/**
 * Where a problem was found.
 */
export type ProblemSource = 'incident' | 'major_incident' | 'trend' | 'supplier' | 'test' | 'audit';
/**
 * How a problem ended.
 */
export type ProblemClosureCode = 'cured' | 'mitigated' | 'accepted' | 'not_reproducible';
/**
 * What a review says of a resolution.
 */
export type Effectiveness = 'effective' | 'partly_effective' | 'ineffective';
/**
 * What the desk can do.
 */
export type Workaround =
  | {
      steps: Text;
    }
  | {
      none: Text;
    };
/**
 * Why a known error is retired.
 */
export type RetiredBecause = 'fix_verified' | 'items_withdrawn';
/**
 * The detection rules of spec 3.22, (a) to (e).
 */
export type DetectionRule =
  'recurring_incidents' | 'major_incident' | 'unexplained_workaround' | 'trend' | 'supplier_defect' | 'failed_change';
/**
 * What a candidate is about. At most one candidate is open for each.
 */
export type Subject =
  | {
      ci: CiId;
    }
  | {
      symptom: {
        /**
         * The category.
         */
        category: Code;
        /**
         * The symptom.
         */
        symptom_code: Code;
      };
    }
  | {
      incident: RecordId;
    };
/**
 * The editions of the standard.
 */
export type Edition = '2005' | '2011' | '2018';
/**
 * What is destroyed.
 */
export type DisposalOrder =
  | {
      erase: Erasure;
    }
  | {
      dispose: Removal;
    };
/**
 * What a policy says.
 */
export type PolicyDocument =
  | {
      calendar: CalendarDocument;
    }
  | {
      matrix: MatrixDocument;
    }
  | {
      agreement: SlaPolicy;
    }
  | {
      desk: DeskRules;
    }
  | {
      problem: ProblemRules;
    }
  | {
      configuration: ConfigurationRules;
    }
  | {
      change: ChangeRules;
    }
  | {
      release: ReleaseRules;
    }
  | {
      retention: RetentionRules;
    };
/**
 * Opening and closing time; a window whose close is not after its open ends on the next date.
 *
 * @minItems 2
 * @maxItems 2
 */
export type Window = [TimeOfDay, TimeOfDay];
/**
 * A time of day: `09:00`.
 */
export type TimeOfDay = string;
/**
 * A holiday, with what people call it or without.
 */
export type HolidayOfCalendarDate =
  | CalendarDate
  | {
      date: CalendarDate;
      name?: string | null;
    };
/**
 * A holiday, with what people call it or without.
 */
export type HolidayOfMonthDay =
  | MonthDay
  | {
      date: MonthDay;
      name?: string | null;
    };
/**
 * A day of every year: `12-25`.
 */
export type MonthDay = string;
/**
 * Which end of a list of levels is the highest.
 */
export type Highest = 'first' | 'last';
/**
 * What a cell without a priority means.
 */
export type Missing = 'refuse' | 'mean_rounded';
/**
 * How one clause is chosen among those that match.
 */
export type SelectionMode = 'precedence' | 'strictest';
/**
 * A product whose clock behaviour has a name here.
 */
export type Profile = 'itop' | 'glpi' | 'znuny' | 'zammad' | 'osticket' | 'rt' | 'frappe' | 'servicenow' | 'jira';
/**
 * What a changed target does with the time that was consumed before.
 */
export type RetargetPolicy =
  'carry_elapsed' | 'recompute_from_start' | 'restart_now' | 'carry_fraction' | 'stricter_of';
/**
 * What reopening does with a stopped clock.
 */
export type ReopenPolicy =
  'continue_excluding_resolved' | 'continue_including_resolved' | 'new_cycle' | 'restart_full' | 'never';
/**
 * When a target that is used up exactly at closing time is due (semantics 8.1).
 */
export type Boundary = 'earliest_instant' | 'next_opening';
/**
 * Whether a breached clock can be paused.
 */
export type PauseAfterBreachPolicy = 'pause' | 'keep_running';
/**
 * What stops a response clock.
 */
export type StopsOn = 'acknowledged' | 'responded' | 'assigned';
/**
 * When a level is reached.
 */
export type LevelPoint =
  | {
      percent: number;
    }
  | {
      working_s: number;
    }
  | {
      elapsed_s: number;
    };
/**
 * What an attribute may say.
 */
export type AttributeKind = 'text' | 'integer' | 'date' | 'one_of';
/**
 * How strictly items of a type are controlled once they are live (`CiType` of spec 3.23).
 */
export type ControlLevel = 'change' | 'recorded';
/**
 * Which way a failure travels along a relation.
 */
export type FailureDirection = 'target_to_source' | 'source_to_target' | 'both' | 'none';
/**
 * What a freeze or a maintenance window is about.
 */
export type ChangeScope =
  | 'all'
  | {
      cis: CiId[];
    }
  | {
      services: ServiceId[];
    };
/**
 * What a retention period is counted from. Whatever it is, only a closed record is disposed of.
 */
export type RetentionBegins = 'closed' | 'created' | 'occurred';
/**
 * How long.
 */
export type RetentionPeriod =
  | {
      days: number;
    }
  | {
      years: number;
    };
/**
 * A service, or the statement that it is not known.
 */
export type AffectedService =
  | {
      known: ServiceId;
    }
  | 'unknown';
/**
 * A number, exact: a quotient keeps what it was divided from.
 */
export type Amount =
  | {
      kind: 'not_applicable';
    }
  | {
      kind: 'count';
      /**
       * How many.
       */
      count: number;
    }
  | {
      kind: 'ratio';
      /**
       * Ten thousand times the quotient, rounded down. Also hundredths per 100.
       */
      basis_points: number;
      /**
       * What is divided.
       */
      numerator: number;
      /**
       * By what.
       */
      denominator: number;
    }
  | {
      kind: 'mean';
      /**
       * The mean in seconds, rounded down.
       */
      mean_s: number;
      /**
       * The sum in seconds.
       */
      sum_s: number;
      /**
       * Of how many.
       */
      of: number;
    }
  | {
      kind: 'duration';
      /**
       * Seconds.
       */
      seconds: number;
    };
/**
 * Why records of the period are left out of a count.
 */
export type ApartReason =
  | 'no_clock'
  | 'window_open'
  | 'downgraded'
  | 'no_failure'
  | 'no_window'
  | 'undated_moves'
  | 'cancelled'
  | 'cause_unknown';
/**
 * A probability as an exact decimal.
 */
export type Probability = string;
/**
 * Who may see a record.
 */
export type Confidentiality = 'open' | 'internal' | 'restricted';
/**
 * The phases of a baseline (spec 3.23).
 */
export type BaselinePhase = 'captured' | 'frozen' | 'superseded';
/**
 * What a priority rests on.
 */
export type Basis = 'cell' | 'mean' | 'override';
/**
 * The state of a change with the data that exist only in it.
 */
export type ChangeState =
  | {
      kind: 'draft';
    }
  | {
      kind: 'submitted';
    }
  | {
      kind: 'accepted';
    }
  | {
      kind: 'assessed';
    }
  | {
      kind: 'awaiting_approval';
    }
  | {
      kind: 'deferred';
      /**
       * Why.
       */
      reason: Text;
      /**
       * To when.
       */
      until: Instant;
    }
  | {
      kind: 'approved';
    }
  | {
      kind: 'built_tested';
    }
  | {
      kind: 'scheduled';
    }
  | {
      kind: 'emergency_authorised';
    }
  | {
      kind: 'implementing';
    }
  | {
      kind: 'implemented';
    }
  | {
      kind: 'backed_out';
    }
  | {
      kind: 'in_review';
    }
  | {
      kind: 'retrospectively_documented';
    }
  | {
      kind: 'retrospectively_reviewed';
    }
  | {
      kind: 'closed';
      /**
       * When.
       */
      at: Instant;
      /**
       * Who closed it.
       */
      by: PersonId;
      /**
       * How it turned out.
       */
      outcome: ChangeOutcome;
      /**
       * Why an item it was about is as it was, item by item.
       */
      no_ci_difference?: {
        [k: string]: Text;
      };
      /**
       * Where a failure is investigated.
       */
      investigation?: Investigation | null;
      /**
       * The records of the actions that follow from a failure.
       */
      actions?: RecordId[];
    }
  | {
      kind: 'rejected';
      /**
       * When.
       */
      at: Instant;
      /**
       * Why.
       */
      reason: Text;
    }
  | {
      kind: 'withdrawn';
      /**
       * When.
       */
      at: Instant;
      /**
       * Why.
       */
      reason: Text;
    };
/**
 * The state of a standard change model with the data that exist only in it.
 */
export type ChangeModelState =
  | {
      kind: 'proposed';
    }
  | {
      kind: 'approved';
    }
  | {
      kind: 'suspended';
      /**
       * Since when.
       */
      at: Instant;
      /**
       * Why.
       */
      reason: Text;
    }
  | {
      kind: 'expired';
    }
  | {
      kind: 'withdrawn';
      /**
       * Since when.
       */
      at: Instant;
      /**
       * Whether because it failed too often.
       */
      automatic: boolean;
      /**
       * Why.
       */
      reason: Text;
    };
/**
 * Refuses it.
 */
export type ChangeRejectBody = Because;
/**
 * Lets its authority vote after it was put off. What is absent stays as it is.
 */
export type ChangeResubmitBody = RequestApproval;
/**
 * Takes it back.
 */
export type ChangeWithdrawBody = Because;
/**
 * One thing that happened to a clock.
 */
export type ClockMark =
  | {
      kind: 'set';
      mark: ClockSet;
    }
  | {
      kind: 'level_reached';
      mark: LevelReached;
    }
  | {
      kind: 'breached';
      mark: Breached;
    }
  | {
      kind: 'excused';
      mark: Excused;
    };
/**
 * The clocks of one ticket: at most one of each metric.
 */
export type TicketClocks = Clock[];
/**
 * The state of an item, from best to worst. 运行状态
 */
export type ItemState = 'ok' | 'degraded' | 'down';
/**
 * A command of the whole.
 */
export type Command =
  | {
      kind: 'incident.log';
      record?: RecordId | null;
      body: IncidentLogBody;
    }
  | {
      kind: 'incident.import';
      record?: RecordId | null;
      body: IncidentImportBody;
    }
  | {
      kind: 'incident.classify';
      record?: RecordId | null;
      body: IncidentClassifyBody;
    }
  | {
      kind: 'incident.assign';
      record?: RecordId | null;
      body: IncidentAssignBody;
    }
  | {
      kind: 'incident.acknowledge';
      record?: RecordId | null;
      body: IncidentAcknowledgeBody;
    }
  | {
      kind: 'incident.reassign';
      record?: RecordId | null;
      body: IncidentReassignBody;
    }
  | {
      kind: 'incident.pend';
      record?: RecordId | null;
      body: IncidentPendBody;
    }
  | {
      kind: 'incident.resume';
      record?: RecordId | null;
      body: IncidentResumeBody;
    }
  | {
      kind: 'incident.resolve';
      record?: RecordId | null;
      body: IncidentResolveBody;
    }
  | {
      kind: 'incident.close';
      record?: RecordId | null;
      body: IncidentCloseBody;
    }
  | {
      kind: 'incident.reopen';
      record?: RecordId | null;
      body: IncidentReopenBody;
    }
  | {
      kind: 'incident.cancel';
      record?: RecordId | null;
      body: IncidentCancelBody;
    }
  | {
      kind: 'incident.convert';
      record?: RecordId | null;
      body: IncidentConvertBody;
    }
  | {
      kind: 'incident.reclassify';
      record?: RecordId | null;
      body: IncidentReclassifyBody;
    }
  | {
      kind: 'incident.override_priority';
      record?: RecordId | null;
      body: IncidentOverridePriorityBody;
    }
  | {
      kind: 'incident.move';
      record?: RecordId | null;
      body: IncidentMoveBody;
    }
  | {
      kind: 'incident.work';
      record?: RecordId | null;
      body: IncidentWorkBody;
    }
  | {
      kind: 'incident.inform';
      record?: RecordId | null;
      body: IncidentInformBody;
    }
  | {
      kind: 'incident.escalate';
      record?: RecordId | null;
      body: IncidentEscalateBody;
    }
  | {
      kind: 'incident.link';
      record?: RecordId | null;
      body: IncidentLinkBody;
    }
  | {
      kind: 'incident.mark_major';
      record?: RecordId | null;
      body: IncidentMarkMajorBody;
    }
  | {
      kind: 'incident.unmark_major';
      record?: RecordId | null;
      body: IncidentUnmarkMajorBody;
    }
  | {
      kind: 'incident.recalculate';
      record?: RecordId | null;
      body: IncidentRecalculateBody;
    }
  | {
      kind: 'incident.excuse_breach';
      record?: RecordId | null;
      body: IncidentExcuseBreachBody;
    }
  | {
      kind: 'incident.confirm_notice';
      record?: RecordId | null;
      body: IncidentConfirmNoticeBody;
    }
  | {
      kind: 'major_incident.declare';
      record?: RecordId | null;
      body: MajorIncidentDeclareBody;
    }
  | {
      kind: 'major_incident.manage';
      record?: RecordId | null;
      body: MajorIncidentManageBody;
    }
  | {
      kind: 'major_incident.update';
      record?: RecordId | null;
      body: MajorIncidentUpdateBody;
    }
  | {
      kind: 'major_incident.restore';
      record?: RecordId | null;
      body: MajorIncidentRestoreBody;
    }
  | {
      kind: 'major_incident.begin_review';
      record?: RecordId | null;
      body: MajorIncidentBeginReviewBody;
    }
  | {
      kind: 'major_incident.review';
      record?: RecordId | null;
      body: MajorIncidentReviewBody;
    }
  | {
      kind: 'major_incident.close';
      record?: RecordId | null;
      body: MajorIncidentCloseBody;
    }
  | {
      kind: 'major_incident.downgrade';
      record?: RecordId | null;
      body: MajorIncidentDowngradeBody;
    }
  | {
      kind: 'major_incident.hand_over';
      record?: RecordId | null;
      body: MajorIncidentHandOverBody;
    }
  | {
      kind: 'major_incident.propose_downgrade';
      record?: RecordId | null;
      body: MajorIncidentProposeDowngradeBody;
    }
  | {
      kind: 'major_incident.confirm_notice';
      record?: RecordId | null;
      body: MajorIncidentConfirmNoticeBody;
    }
  | {
      kind: 'service_request.submit';
      record?: RecordId | null;
      body: ServiceRequestSubmitBody;
    }
  | {
      kind: 'service_request.validate';
      record?: RecordId | null;
      body: ServiceRequestValidateBody;
    }
  | {
      kind: 'service_request.approve';
      record?: RecordId | null;
      body: ServiceRequestApproveBody;
    }
  | {
      kind: 'service_request.request_approval';
      record?: RecordId | null;
      body: ServiceRequestRequestApprovalBody;
    }
  | {
      kind: 'service_request.vote';
      record?: RecordId | null;
      body: ServiceRequestVoteBody;
    }
  | {
      kind: 'service_request.delegate';
      record?: RecordId | null;
      body: ServiceRequestDelegateBody;
    }
  | {
      kind: 'service_request.edit';
      record?: RecordId | null;
      body: ServiceRequestEditBody;
    }
  | {
      kind: 'service_request.fulfil_begin';
      record?: RecordId | null;
      body: ServiceRequestFulfilBeginBody;
    }
  | {
      kind: 'service_request.fulfil';
      record?: RecordId | null;
      body: ServiceRequestFulfilBody;
    }
  | {
      kind: 'service_request.close';
      record?: RecordId | null;
      body: ServiceRequestCloseBody;
    }
  | {
      kind: 'service_request.reject';
      record?: RecordId | null;
      body: ServiceRequestRejectBody;
    }
  | {
      kind: 'service_request.cancel';
      record?: RecordId | null;
      body: ServiceRequestCancelBody;
    }
  | {
      kind: 'service_request.convert';
      record?: RecordId | null;
      body: ServiceRequestConvertBody;
    }
  | {
      kind: 'service_request.wait';
      record?: RecordId | null;
      body: ServiceRequestWaitBody;
    }
  | {
      kind: 'service_request.resume';
      record?: RecordId | null;
      body: ServiceRequestResumeBody;
    }
  | {
      kind: 'service_request.task_done';
      record?: RecordId | null;
      body: ServiceRequestTaskDoneBody;
    }
  | {
      kind: 'service_request.work';
      record?: RecordId | null;
      body: ServiceRequestWorkBody;
    }
  | {
      kind: 'service_request.inform';
      record?: RecordId | null;
      body: ServiceRequestInformBody;
    }
  | {
      kind: 'service_request.link';
      record?: RecordId | null;
      body: ServiceRequestLinkBody;
    }
  | {
      kind: 'service_request.recalculate';
      record?: RecordId | null;
      body: ServiceRequestRecalculateBody;
    }
  | {
      kind: 'service_request.excuse_breach';
      record?: RecordId | null;
      body: ServiceRequestExcuseBreachBody;
    }
  | {
      kind: 'service_request.confirm_notice';
      record?: RecordId | null;
      body: ServiceRequestConfirmNoticeBody;
    }
  | {
      kind: 'configuration_item.register';
      record?: RecordId | null;
      body: ConfigurationItemRegisterBody;
    }
  | {
      kind: 'configuration_item.take_over';
      record?: RecordId | null;
      body: ConfigurationItemTakeOverBody;
    }
  | {
      kind: 'configuration_item.construct';
      record?: RecordId | null;
      body: ConfigurationItemConstructBody;
    }
  | {
      kind: 'configuration_item.stock';
      record?: RecordId | null;
      body: ConfigurationItemStockBody;
    }
  | {
      kind: 'configuration_item.test';
      record?: RecordId | null;
      body: ConfigurationItemTestBody;
    }
  | {
      kind: 'configuration_item.go_live';
      record?: RecordId | null;
      body: ConfigurationItemGoLiveBody;
    }
  | {
      kind: 'configuration_item.maintain';
      record?: RecordId | null;
      body: ConfigurationItemMaintainBody;
    }
  | {
      kind: 'configuration_item.return_to_live';
      record?: RecordId | null;
      body: ConfigurationItemReturnToLiveBody;
    }
  | {
      kind: 'configuration_item.withdraw';
      record?: RecordId | null;
      body: ConfigurationItemWithdrawBody;
    }
  | {
      kind: 'configuration_item.dispose';
      record?: RecordId | null;
      body: ConfigurationItemDisposeBody;
    }
  | {
      kind: 'configuration_item.update';
      record?: RecordId | null;
      body: ConfigurationItemUpdateBody;
    }
  | {
      kind: 'configuration_item.relate';
      record?: RecordId | null;
      body: ConfigurationItemRelateBody;
    }
  | {
      kind: 'configuration_item.unrelate';
      record?: RecordId | null;
      body: ConfigurationItemUnrelateBody;
    }
  | {
      kind: 'baseline.capture';
      record?: RecordId | null;
      body: BaselineCaptureBody;
    }
  | {
      kind: 'baseline.freeze';
      record?: RecordId | null;
      body: BaselineFreezeBody;
    }
  | {
      kind: 'baseline.supersede';
      record?: RecordId | null;
      body: BaselineSupersedeBody;
    }
  | {
      kind: 'definitive_item.register';
      record?: RecordId | null;
      body: DefinitiveItemRegisterBody;
    }
  | {
      kind: 'definitive_item.verify';
      record?: RecordId | null;
      body: DefinitiveItemVerifyBody;
    }
  | {
      kind: 'definitive_item.supersede';
      record?: RecordId | null;
      body: DefinitiveItemSupersedeBody;
    }
  | {
      kind: 'definitive_item.withdraw';
      record?: RecordId | null;
      body: DefinitiveItemWithdrawBody;
    }
  | {
      kind: 'definitive_item.confirm_notice';
      record?: RecordId | null;
      body: DefinitiveItemConfirmNoticeBody;
    }
  | {
      kind: 'configuration_audit.plan';
      record?: RecordId | null;
      body: ConfigurationAuditPlanBody;
    }
  | {
      kind: 'configuration_audit.assign';
      record?: RecordId | null;
      body: ConfigurationAuditAssignBody;
    }
  | {
      kind: 'configuration_audit.cancel';
      record?: RecordId | null;
      body: ConfigurationAuditCancelBody;
    }
  | {
      kind: 'configuration_audit.begin';
      record?: RecordId | null;
      body: ConfigurationAuditBeginBody;
    }
  | {
      kind: 'configuration_audit.record';
      record?: RecordId | null;
      body: ConfigurationAuditRecordBody;
    }
  | {
      kind: 'configuration_audit.conclude';
      record?: RecordId | null;
      body: ConfigurationAuditConcludeBody;
    }
  | {
      kind: 'configuration_audit.report';
      record?: RecordId | null;
      body: ConfigurationAuditReportBody;
    }
  | {
      kind: 'configuration_audit.correct';
      record?: RecordId | null;
      body: ConfigurationAuditCorrectBody;
    }
  | {
      kind: 'configuration_audit.close_deficiency';
      record?: RecordId | null;
      body: ConfigurationAuditCloseDeficiencyBody;
    }
  | {
      kind: 'configuration_audit.close';
      record?: RecordId | null;
      body: ConfigurationAuditCloseBody;
    }
  | {
      kind: 'configuration_audit.confirm_notice';
      record?: RecordId | null;
      body: ConfigurationAuditConfirmNoticeBody;
    }
  | {
      kind: 'release.plan';
      record?: RecordId | null;
      body: ReleasePlanBody;
    }
  | {
      kind: 'release.submit_plan';
      record?: RecordId | null;
      body: ReleaseSubmitPlanBody;
    }
  | {
      kind: 'release.vote';
      record?: RecordId | null;
      body: ReleaseVoteBody;
    }
  | {
      kind: 'release.delegate';
      record?: RecordId | null;
      body: ReleaseDelegateBody;
    }
  | {
      kind: 'release.edit';
      record?: RecordId | null;
      body: ReleaseEditBody;
    }
  | {
      kind: 'release.build';
      record?: RecordId | null;
      body: ReleaseBuildBody;
    }
  | {
      kind: 'release.test';
      record?: RecordId | null;
      body: ReleaseTestBody;
    }
  | {
      kind: 'release.accept';
      record?: RecordId | null;
      body: ReleaseAcceptBody;
    }
  | {
      kind: 'release.propose_exceptions';
      record?: RecordId | null;
      body: ReleaseProposeExceptionsBody;
    }
  | {
      kind: 'release.accept_with_exceptions';
      record?: RecordId | null;
      body: ReleaseAcceptWithExceptionsBody;
    }
  | {
      kind: 'release.return';
      record?: RecordId | null;
      body: ReleaseReturnBody;
    }
  | {
      kind: 'release.baseline';
      record?: RecordId | null;
      body: ReleaseBaselineBody;
    }
  | {
      kind: 'release.begin_deployment';
      record?: RecordId | null;
      body: ReleaseBeginDeploymentBody;
    }
  | {
      kind: 'release.deploy';
      record?: RecordId | null;
      body: ReleaseDeployBody;
    }
  | {
      kind: 'release.roll_back';
      record?: RecordId | null;
      body: ReleaseRollBackBody;
    }
  | {
      kind: 'release.observe';
      record?: RecordId | null;
      body: ReleaseObserveBody;
    }
  | {
      kind: 'release.accept_late';
      record?: RecordId | null;
      body: ReleaseAcceptLateBody;
    }
  | {
      kind: 'release.review';
      record?: RecordId | null;
      body: ReleaseReviewBody;
    }
  | {
      kind: 'release.close';
      record?: RecordId | null;
      body: ReleaseCloseBody;
    }
  | {
      kind: 'release.cancel';
      record?: RecordId | null;
      body: ReleaseCancelBody;
    }
  | {
      kind: 'release.confirm_notice';
      record?: RecordId | null;
      body: ReleaseConfirmNoticeBody;
    }
  | {
      kind: 'change.draft';
      record?: RecordId | null;
      body: ChangeDraftBody;
    }
  | {
      kind: 'change.submit';
      record?: RecordId | null;
      body: ChangeSubmitBody;
    }
  | {
      kind: 'change.accept';
      record?: RecordId | null;
      body: ChangeAcceptBody;
    }
  | {
      kind: 'change.reject';
      record?: RecordId | null;
      body: ChangeRejectBody;
    }
  | {
      kind: 'change.reclassify';
      record?: RecordId | null;
      body: ChangeReclassifyBody;
    }
  | {
      kind: 'change.assign';
      record?: RecordId | null;
      body: ChangeAssignBody;
    }
  | {
      kind: 'change.opine';
      record?: RecordId | null;
      body: ChangeOpineBody;
    }
  | {
      kind: 'change.assess';
      record?: RecordId | null;
      body: ChangeAssessBody;
    }
  | {
      kind: 'change.request_approval';
      record?: RecordId | null;
      body: ChangeRequestApprovalBody;
    }
  | {
      kind: 'change.vote';
      record?: RecordId | null;
      body: ChangeVoteBody;
    }
  | {
      kind: 'change.delegate';
      record?: RecordId | null;
      body: ChangeDelegateBody;
    }
  | {
      kind: 'change.defer';
      record?: RecordId | null;
      body: ChangeDeferBody;
    }
  | {
      kind: 'change.resubmit';
      record?: RecordId | null;
      body: ChangeResubmitBody;
    }
  | {
      kind: 'change.edit';
      record?: RecordId | null;
      body: ChangeEditBody;
    }
  | {
      kind: 'change.test';
      record?: RecordId | null;
      body: ChangeTestBody;
    }
  | {
      kind: 'change.waive_conflict';
      record?: RecordId | null;
      body: ChangeWaiveConflictBody;
    }
  | {
      kind: 'change.schedule';
      record?: RecordId | null;
      body: ChangeScheduleBody;
    }
  | {
      kind: 'change.schedule_standard';
      record?: RecordId | null;
      body: ChangeScheduleStandardBody;
    }
  | {
      kind: 'change.authorise_emergency';
      record?: RecordId | null;
      body: ChangeAuthoriseEmergencyBody;
    }
  | {
      kind: 'change.begin_implementation';
      record?: RecordId | null;
      body: ChangeBeginImplementationBody;
    }
  | {
      kind: 'change.implement';
      record?: RecordId | null;
      body: ChangeImplementBody;
    }
  | {
      kind: 'change.back_out';
      record?: RecordId | null;
      body: ChangeBackOutBody;
    }
  | {
      kind: 'change.begin_review';
      record?: RecordId | null;
      body: ChangeBeginReviewBody;
    }
  | {
      kind: 'change.review';
      record?: RecordId | null;
      body: ChangeReviewBody;
    }
  | {
      kind: 'change.document_retrospectively';
      record?: RecordId | null;
      body: ChangeDocumentRetrospectivelyBody;
    }
  | {
      kind: 'change.review_retrospectively';
      record?: RecordId | null;
      body: ChangeReviewRetrospectivelyBody;
    }
  | {
      kind: 'change.close';
      record?: RecordId | null;
      body: ChangeCloseBody;
    }
  | {
      kind: 'change.withdraw';
      record?: RecordId | null;
      body: ChangeWithdrawBody;
    }
  | {
      kind: 'change.link';
      record?: RecordId | null;
      body: ChangeLinkBody;
    }
  | {
      kind: 'change.unpack';
      record?: RecordId | null;
      body: ChangeUnpackBody;
    }
  | {
      kind: 'change.confirm_notice';
      record?: RecordId | null;
      body: ChangeConfirmNoticeBody;
    }
  | {
      kind: 'change_model.propose';
      record?: RecordId | null;
      body: ChangeModelProposeBody;
    }
  | {
      kind: 'change_model.revise';
      record?: RecordId | null;
      body: ChangeModelReviseBody;
    }
  | {
      kind: 'change_model.approve';
      record?: RecordId | null;
      body: ChangeModelApproveBody;
    }
  | {
      kind: 'change_model.renew';
      record?: RecordId | null;
      body: ChangeModelRenewBody;
    }
  | {
      kind: 'change_model.suspend';
      record?: RecordId | null;
      body: ChangeModelSuspendBody;
    }
  | {
      kind: 'change_model.reinstate';
      record?: RecordId | null;
      body: ChangeModelReinstateBody;
    }
  | {
      kind: 'change_model.withdraw';
      record?: RecordId | null;
      body: ChangeModelWithdrawBody;
    }
  | {
      kind: 'change_model.record_failure';
      record?: RecordId | null;
      body: ChangeModelRecordFailureBody;
    }
  | {
      kind: 'change_model.confirm_notice';
      record?: RecordId | null;
      body: ChangeModelConfirmNoticeBody;
    }
  | {
      kind: 'problem.log';
      record?: RecordId | null;
      body: ProblemLogBody;
    }
  | {
      kind: 'problem.classify';
      record?: RecordId | null;
      body: ProblemClassifyBody;
    }
  | {
      kind: 'problem.reclassify';
      record?: RecordId | null;
      body: ProblemReclassifyBody;
    }
  | {
      kind: 'problem.reassign';
      record?: RecordId | null;
      body: ProblemReassignBody;
    }
  | {
      kind: 'problem.investigate';
      record?: RecordId | null;
      body: ProblemInvestigateBody;
    }
  | {
      kind: 'problem.work';
      record?: RecordId | null;
      body: ProblemWorkBody;
    }
  | {
      kind: 'problem.identify_cause';
      record?: RecordId | null;
      body: ProblemIdentifyCauseBody;
    }
  | {
      kind: 'problem.confirm_cause';
      record?: RecordId | null;
      body: ProblemConfirmCauseBody;
    }
  | {
      kind: 'problem.return_cause';
      record?: RecordId | null;
      body: ProblemReturnCauseBody;
    }
  | {
      kind: 'problem.propose_fix';
      record?: RecordId | null;
      body: ProblemProposeFixBody;
    }
  | {
      kind: 'problem.accept';
      record?: RecordId | null;
      body: ProblemAcceptBody;
    }
  | {
      kind: 'problem.renew_acceptance';
      record?: RecordId | null;
      body: ProblemRenewAcceptanceBody;
    }
  | {
      kind: 'problem.reconsider';
      record?: RecordId | null;
      body: ProblemReconsiderBody;
    }
  | {
      kind: 'problem.begin_fix';
      record?: RecordId | null;
      body: ProblemBeginFixBody;
    }
  | {
      kind: 'problem.observe';
      record?: RecordId | null;
      body: ProblemObserveBody;
    }
  | {
      kind: 'problem.withdraw_fix';
      record?: RecordId | null;
      body: ProblemWithdrawFixBody;
    }
  | {
      kind: 'problem.fix_at_once';
      record?: RecordId | null;
      body: ProblemFixAtOnceBody;
    }
  | {
      kind: 'problem.close';
      record?: RecordId | null;
      body: ProblemCloseBody;
    }
  | {
      kind: 'problem.close_unreproduced';
      record?: RecordId | null;
      body: ProblemCloseUnreproducedBody;
    }
  | {
      kind: 'problem.recur';
      record?: RecordId | null;
      body: ProblemRecurBody;
    }
  | {
      kind: 'problem.suspend';
      record?: RecordId | null;
      body: ProblemSuspendBody;
    }
  | {
      kind: 'problem.resume';
      record?: RecordId | null;
      body: ProblemResumeBody;
    }
  | {
      kind: 'problem.mitigate';
      record?: RecordId | null;
      body: ProblemMitigateBody;
    }
  | {
      kind: 'problem.relate';
      record?: RecordId | null;
      body: ProblemRelateBody;
    }
  | {
      kind: 'problem.link';
      record?: RecordId | null;
      body: ProblemLinkBody;
    }
  | {
      kind: 'problem.review';
      record?: RecordId | null;
      body: ProblemReviewBody;
    }
  | {
      kind: 'problem.confirm_notice';
      record?: RecordId | null;
      body: ProblemConfirmNoticeBody;
    }
  | {
      kind: 'known_error.draft';
      record?: RecordId | null;
      body: KnownErrorDraftBody;
    }
  | {
      kind: 'known_error.edit';
      record?: RecordId | null;
      body: KnownErrorEditBody;
    }
  | {
      kind: 'known_error.publish';
      record?: RecordId | null;
      body: KnownErrorPublishBody;
    }
  | {
      kind: 'known_error.fix_pending';
      record?: RecordId | null;
      body: KnownErrorFixPendingBody;
    }
  | {
      kind: 'known_error.reinstate';
      record?: RecordId | null;
      body: KnownErrorReinstateBody;
    }
  | {
      kind: 'known_error.retire';
      record?: RecordId | null;
      body: KnownErrorRetireBody;
    }
  | {
      kind: 'known_error.confirm_notice';
      record?: RecordId | null;
      body: KnownErrorConfirmNoticeBody;
    }
  | {
      kind: 'problem_candidate.raise';
      record?: RecordId | null;
      body: ProblemCandidateRaiseBody;
    }
  | {
      kind: 'problem_candidate.add_evidence';
      record?: RecordId | null;
      body: ProblemCandidateAddEvidenceBody;
    }
  | {
      kind: 'problem_candidate.accept';
      record?: RecordId | null;
      body: ProblemCandidateAcceptBody;
    }
  | {
      kind: 'problem_candidate.decline';
      record?: RecordId | null;
      body: ProblemCandidateDeclineBody;
    }
  | {
      kind: 'problem_candidate.confirm_notice';
      record?: RecordId | null;
      body: ProblemCandidateConfirmNoticeBody;
    }
  | {
      kind: 'planned_activity.plan';
      record?: RecordId | null;
      body: PlannedActivityPlanBody;
    }
  | {
      kind: 'planned_activity.perform';
      record?: RecordId | null;
      body: PlannedActivityPerformBody;
    }
  | {
      kind: 'planned_activity.change_interval';
      record?: RecordId | null;
      body: PlannedActivityChangeIntervalBody;
    }
  | {
      kind: 'planned_activity.assign';
      record?: RecordId | null;
      body: PlannedActivityAssignBody;
    }
  | {
      kind: 'planned_activity.retire';
      record?: RecordId | null;
      body: PlannedActivityRetireBody;
    }
  | {
      kind: 'planned_activity.confirm_notice';
      record?: RecordId | null;
      body: PlannedActivityConfirmNoticeBody;
    }
  | {
      kind: 'legal_hold.place';
      record?: RecordId | null;
      body: LegalHoldPlaceBody;
    }
  | {
      kind: 'legal_hold.release';
      record?: RecordId | null;
      body: LegalHoldReleaseBody;
    }
  | {
      kind: 'legal_hold.confirm_notice';
      record?: RecordId | null;
      body: LegalHoldConfirmNoticeBody;
    }
  | {
      kind: 'disposal.request';
      record?: RecordId | null;
      body: DisposalRequestBody;
    }
  | {
      kind: 'disposal.approve';
      record?: RecordId | null;
      body: DisposalApproveBody;
    }
  | {
      kind: 'disposal.reject';
      record?: RecordId | null;
      body: DisposalRejectBody;
    }
  | {
      kind: 'disposal.carry_out';
      record?: RecordId | null;
      body: DisposalCarryOutBody;
    }
  | {
      kind: 'disposal.cancel';
      record?: RecordId | null;
      body: DisposalCancelBody;
    }
  | {
      kind: 'disposal.confirm_notice';
      record?: RecordId | null;
      body: DisposalConfirmNoticeBody;
    }
  | {
      kind: 'policy.publish';
      record?: RecordId | null;
      body: PolicyPublishBody;
    }
  | {
      kind: 'policy.revise';
      record?: RecordId | null;
      body: PolicyReviseBody;
    }
  | {
      kind: 'waiver.file';
      record?: RecordId | null;
      body: WaiverFileBody;
    }
  | {
      kind: 'waiver.revoke';
      record?: RecordId | null;
      body: WaiverRevokeBody;
    };
/**
 * What the search for a known error gave. It must have been tried.
 */
export type KnownErrorMatch =
  | 'none'
  | {
      found: RecordId;
    };
/**
 * Puts it into use.
 */
export type ConfigurationItemGoLiveBody = Move;
/**
 * Begins its maintenance.
 */
export type ConfigurationItemMaintainBody = Move;
/**
 * Ends its maintenance.
 */
export type ConfigurationItemReturnToLiveBody = Move;
/**
 * Takes it out of use.
 */
export type ConfigurationItemWithdrawBody = Move;
/**
 * Accepts an emergency release that is deployed.
 */
export type ReleaseAcceptLateBody = Accept;
/**
 * Publishes a further version.
 */
export type PolicyReviseBody = Publish;
/**
 * The phases of a configuration audit (spec 3.23).
 */
export type ConfigurationAuditPhase =
  'planned' | 'in_progress' | 'deficient' | 'clean' | 'reported' | 'closed' | 'cancelled';
/**
 * A tenant: one system holds one.
 */
export type TenantId = string;
/**
 * A record of any process.
 */
export type Record =
  | Incident
  | MajorIncident
  | ServiceRequest
  | ConfigurationItem
  | Baseline
  | DefinitiveItem
  | ConfigurationAudit
  | Release
  | Change
  | ChangeModel
  | Problem
  | KnownError
  | ProblemCandidate
  | PlannedActivity
  | LegalHold
  | Disposal
  | Policy
  | FiledWaiver;
/**
 * The state of an incident with the data that exist only in it.
 */
export type IncidentState =
  | {
      kind: 'logged';
    }
  | {
      kind: 'classified';
    }
  | {
      kind: 'assigned';
    }
  | {
      kind: 'in_progress';
    }
  | {
      kind: 'pending';
      /**
       * For what.
       */
      reason: PendingReason;
      /**
       * Since when.
       */
      since: Instant;
      /**
       * Until when, as expected.
       */
      until: Instant;
      /**
       * When a timer ends the wait, if one does.
       */
      resumes_at?: Instant | null;
    }
  | {
      kind: 'resolved';
      /**
       * When.
       */
      at: Instant;
      /**
       * When it closes by itself, given the notices.
       */
      closes_at?: Instant | null;
      /**
       * How many delivered notices it takes to close by itself.
       */
      notices: number;
      /**
       * When the requester is told again, as far as it lies ahead.
       */
      reminders?: Instant[];
      /**
       * Up to when it can be reopened.
       */
      reopen_until: Instant;
    }
  | {
      kind: 'closed';
      /**
       * When.
       */
      at: Instant;
      /**
       * Whether a timer closed it, because nobody answered.
       */
      automatic: boolean;
      /**
       * The closure code.
       */
      code: Code;
      /**
       * Who confirmed.
       */
      confirmed_by: PersonId;
    }
  | {
      kind: 'cancelled';
      /**
       * When.
       */
      at: Instant;
    }
  | {
      kind: 'converted';
      /**
       * When.
       */
      at: Instant;
      /**
       * As which.
       */
      to: RecordId;
    };
/**
 * The state of a major incident with the data that exist only in it.
 */
export type MajorIncidentState =
  | {
      kind: 'declared';
      /**
       * When the next update is due.
       */
      update_due: Instant;
    }
  | {
      kind: 'managing';
      /**
       * When the next update is due.
       */
      update_due: Instant;
    }
  | {
      kind: 'restored';
    }
  | {
      kind: 'reviewing';
      /**
       * Who leads the review.
       */
      facilitator: PersonId;
      /**
       * Since when.
       */
      since: Instant;
    }
  | {
      kind: 'reviewed';
    }
  | {
      kind: 'closed';
      /**
       * The records of the actions that follow from the review.
       */
      actions?: RecordId[];
      /**
       * When.
       */
      at: Instant;
      /**
       * Who closed it.
       */
      by: PersonId;
      /**
       * Why no action follows, where none does.
       */
      no_action_reason?: Text | null;
      /**
       * The report that top management has.
       */
      report: Attachment;
    }
  | {
      kind: 'downgraded';
      /**
       * When.
       */
      at: Instant;
      /**
       * Who did it, the second of the two.
       */
      by: PersonId;
      /**
       * Who had proposed it.
       */
      proposed_by: PersonId;
      /**
       * Why it meets no criterion.
       */
      reason: Text;
    };
/**
 * The state of a service request with the data that exist only in it.
 */
export type ServiceRequestState =
  | {
      kind: 'submitted';
    }
  | {
      kind: 'validated';
    }
  | {
      kind: 'awaiting_approval';
    }
  | {
      kind: 'approved';
    }
  | {
      kind: 'in_fulfilment';
    }
  | {
      kind: 'waiting';
      /**
       * For what.
       */
      reason: PendingReason;
      /**
       * Since when.
       */
      since: Instant;
      /**
       * Until when, as expected.
       */
      until: Instant;
      /**
       * When a timer ends the wait, if one does.
       */
      resumes_at?: Instant | null;
    }
  | {
      kind: 'fulfilled';
      /**
       * When.
       */
      at: Instant;
      /**
       * When it closes by itself, given the notices.
       */
      closes_at?: Instant | null;
      /**
       * How many delivered notices it takes to close by itself.
       */
      notices: number;
      /**
       * When the requester is told again, as far as it lies ahead.
       */
      reminders?: Instant[];
    }
  | {
      kind: 'closed';
      /**
       * When.
       */
      at: Instant;
      /**
       * Whether a timer closed it, because nobody answered.
       */
      automatic: boolean;
      /**
       * Who confirmed.
       */
      confirmed_by: PersonId;
    }
  | {
      kind: 'rejected';
      /**
       * When.
       */
      at: Instant;
      /**
       * Why.
       */
      reason: Text;
    }
  | {
      kind: 'cancelled';
      /**
       * When.
       */
      at: Instant;
      /**
       * Why.
       */
      reason: Text;
    }
  | {
      kind: 'converted';
      /**
       * When.
       */
      at: Instant;
      /**
       * As what.
       */
      to: ConvertedTo;
    };
/**
 * The phases of a definitive item.
 */
export type DefinitiveItemPhase = 'registered' | 'superseded' | 'withdrawn';
/**
 * The state of a release with the data that exist only in it.
 */
export type ReleaseState =
  | {
      kind: 'planned';
    }
  | {
      kind: 'plan_approved';
    }
  | {
      kind: 'built';
    }
  | {
      kind: 'tested';
    }
  | {
      kind: 'accepted';
    }
  | {
      kind: 'accepted_with_exceptions';
    }
  | {
      kind: 'baselined';
    }
  | {
      kind: 'deploying';
      /**
       * Since when.
       */
      since: Instant;
    }
  | {
      kind: 'deployed';
      /**
       * Since when.
       */
      at: Instant;
    }
  | {
      kind: 'rolled_back';
      /**
       * Since when.
       */
      at: Instant;
      /**
       * Why.
       */
      reason: Text;
    }
  | {
      kind: 'observing';
      /**
       * Until when.
       */
      until: Instant;
    }
  | {
      kind: 'reviewed';
    }
  | {
      kind: 'closed';
      /**
       * When.
       */
      at: Instant;
      /**
       * How it ended.
       */
      outcome: ReleaseOutcome;
    }
  | {
      kind: 'cancelled';
      /**
       * When.
       */
      at: Instant;
      /**
       * Why.
       */
      reason: Text;
    };
/**
 * The state of a problem with the data that exist only in it.
 */
export type ProblemState =
  | {
      kind: 'logged';
    }
  | {
      kind: 'classified';
    }
  | {
      kind: 'investigating';
      /**
       * The cause that waits for the problem manager's confirmation.
       */
      proposed?: RootCause | null;
    }
  | {
      kind: 'suspended';
      /**
       * Why.
       */
      reason: Text;
      /**
       * Since when.
       */
      since: Instant;
      /**
       * What is watched meanwhile.
       */
      monitoring: Text;
      /**
       * When it is looked at again; absent once the problem manager was told.
       */
      review_at?: Instant | null;
    }
  | {
      kind: 'root_cause_identified';
    }
  | {
      kind: 'fix_proposed';
    }
  | {
      kind: 'fix_in_progress';
    }
  | {
      kind: 'under_observation';
      /**
       * Since when.
       */
      since: Instant;
      /**
       * It can be closed from then on.
       */
      until: Instant;
      /**
       * Whether the problem manager was told that it can be.
       */
      told: boolean;
    }
  | {
      kind: 'accepted';
      /**
       * When it is looked at again; absent once the service owner was told.
       */
      review_at?: Instant | null;
    }
  | {
      kind: 'closed';
      /**
       * When.
       */
      at: Instant;
      /**
       * Who closed it.
       */
      by: PersonId;
      /**
       * How it ended.
       */
      code: ProblemClosureCode;
      /**
       * The knowledge that was published, unless nothing was found.
       */
      knowledge?: RecordId | null;
      /**
       * What is watched from now on, where the cause was not found.
       */
      monitoring?: Text | null;
      /**
       * What resolved it, or why nothing did.
       */
      resolution: Text;
      /**
       * When it is reviewed; absent once the problem manager was told, or it was reviewed.
       */
      review_at?: Instant | null;
    };
/**
 * The state of a known error with the data that exist only in it.
 */
export type KnownErrorState =
  | {
      kind: 'draft';
    }
  | {
      kind: 'published';
    }
  | {
      kind: 'fix_pending';
      /**
       * The change; absent: the fix altered no item.
       */
      change?: RecordId | null;
      /**
       * The release that brings it, if it was packaged.
       */
      release?: RecordId | null;
    }
  | {
      kind: 'retired';
      /**
       * When that was established.
       */
      at: Instant;
      /**
       * Why.
       */
      because: RetiredBecause;
      /**
       * What had removed the cause.
       */
      fix?: PendingFix | null;
    };
/**
 * The state of a problem candidate with the data that exist only in it.
 */
export type ProblemCandidateState =
  | {
      kind: 'raised';
    }
  | {
      kind: 'accepted';
      /**
       * When that was decided.
       */
      at: Instant;
      /**
       * By whom.
       */
      by: PersonId;
      /**
       * Which.
       */
      problem: AcceptedAs;
    }
  | {
      kind: 'declined';
      /**
       * When that was decided.
       */
      at: Instant;
      /**
       * By whom.
       */
      by: PersonId;
      /**
       * Why.
       */
      reason: Text;
    };
/**
 * The phases of a planned activity.
 */
export type PlannedActivityPhase = 'open' | 'retired';
/**
 * The phases of a legal hold.
 */
export type LegalHoldPhase = 'in_force' | 'released';
/**
 * The phases of a disposal.
 */
export type DisposalPhase = 'requested' | 'approved' | 'carried_out' | 'rejected' | 'cancelled';
/**
 * The phases of a waiver.
 */
export type WaiverPhase = 'filed' | 'revoked';
/**
 * By what a count is split.
 */
export type Dimension = 'service' | 'category' | 'priority' | 'age';
/**
 * Which way is better.
 */
export type Direction = 'up' | 'down' | 'informative';
/**
 * What kind of failure it is; each is a class of exceptions in the languages.
 */
export type FailureKind = 'refused' | 'invalid' | 'conflict' | 'missing' | 'limit' | 'unavailable' | 'internal';
/**
 * What a caller can do about it.
 */
export type Retry = 'never' | 'after_reload' | 'later' | 'after_change';
/**
 * A further number beside the value.
 */
export type FigureName =
  | 'median'
  | 'p90'
  | 'backlog_ratio'
  | 'mean_to_restore'
  | 'without_standard_changes'
  | 'attribute_accuracy'
  | 'wilson_low'
  | 'wilson_high'
  | 'phantom_rate';
/**
 * What the number of a KPI counts.
 */
export type KpiUnit = 'percent' | 'count' | 'seconds' | 'per_hundred';
/**
 * Something that happened to a ticket and may matter to its clocks.
 */
export type Stimulus =
  | {
      stimulus: 'opened';
      /**
       * What it is from now on; absent: as it is known.
       */
      ticket?: Ticket | null;
    }
  | {
      stimulus: 'attached';
      /**
       * Where counting begins.
       */
      start: Instant;
      /**
       * Which clocks; none named: response and resolution.
       */
      metrics?: Metric[];
    }
  | {
      stimulus: 'assigned';
    }
  | {
      stimulus: 'acknowledged';
    }
  | {
      stimulus: 'responded';
    }
  | {
      stimulus: 'informed';
    }
  | {
      stimulus: 'paused';
      /**
       * For what.
       */
      reason: Code;
    }
  | {
      stimulus: 'resumed';
    }
  | {
      stimulus: 'retargeted';
      /**
       * What it is from now on; absent: as it is known.
       */
      ticket?: Ticket | null;
    }
  | {
      stimulus: 'resolved';
    }
  | {
      stimulus: 'closed';
    }
  | {
      stimulus: 'reopened';
    }
  | {
      stimulus: 'cancelled';
    }
  | {
      stimulus: 'merged';
    }
  | {
      stimulus: 'converted';
    }
  | {
      stimulus: 'recomputed';
      /**
       * Why.
       */
      reason: Code;
    };
/**
 * What every identifier is: 1 to 128 bytes that people can see.
 */
export type Identifier = string;
/**
 * How a value stands to its target.
 */
export type KpiStatus = 'met' | 'tolerated' | 'missed' | 'no_target' | 'not_applicable';
/**
 * Why a stretch counts, or does not.
 */
export type LedgerReason =
  | {
      kind: 'week_window';
      /**
       * That date.
       */
      date: CalendarDate;
    }
  | {
      kind: 'special_day_window';
      /**
       * That day.
       */
      date: CalendarDate;
    }
  | {
      kind: 'outside_hours';
    }
  | {
      kind: 'holiday';
      /**
       * That date.
       */
      date: CalendarDate;
      /**
       * The name in the calendar.
       */
      name?: string | null;
    }
  | {
      kind: 'special_day_closed';
      /**
       * That day.
       */
      date: CalendarDate;
    };
/**
 * One finding about a matrix document.
 */
export type MatrixLint =
  | {
      finding: 'not_total';
      /**
       * The cell.
       */
      cell: CellAt;
    }
  | {
      finding: 'not_monotone';
      /**
       * The cell of the higher impact, urgency or both.
       */
      higher: CellAt;
      /**
       * Its priority.
       */
      higher_priority: number;
      /**
       * The cell of the lower impact, urgency or both.
       */
      lower: CellAt;
      /**
       * Its priority, which weighs more.
       */
      lower_priority: number;
    }
  | {
      finding: 'unreachable_priority';
      /**
       * The priority level.
       */
      level: number;
    }
  | {
      finding: 'duplicate_level';
      /**
       * `impact`, `urgency` or `priority`.
       */
      scale: string;
      /**
       * The level.
       */
      level: number;
    }
  | {
      finding: 'duplicate_label';
      /**
       * `impact`, `urgency` or `priority`.
       */
      scale: string;
      /**
       * The first of the two levels.
       */
      level: number;
      /**
       * The second.
       */
      other: number;
    };
/**
 * Why items are not as they should be.
 */
export type OverlayKind = 'change' | 'freeze' | 'maintenance' | 'incident' | 'outage';
/**
 * One stretch of a clock's life.
 */
export type Stretch =
  | {
      /**
       * Where it begins.
       */
      from: Instant;
      /**
       * Where it ends; open for a pause that is going on.
       */
      to?: Instant | null;
      /**
       * Seconds of its measure that it adds.
       */
      consumed_s: number;
      /**
       * What it was counted under, where that is not what the clock counts under now.
       */
      under?: ClockTerms | null;
      /**
       * The hand calculation in its calendar; none for elapsed time, and for one that would be too long.
       */
      ledger?: Ledger | null;
      kind: 'counted';
    }
  | {
      /**
       * Where it begins.
       */
      from: Instant;
      /**
       * Where it ends; open for a pause that is going on.
       */
      to?: Instant | null;
      /**
       * Seconds of its measure that it adds.
       */
      consumed_s: number;
      /**
       * What it was counted under, where that is not what the clock counts under now.
       */
      under?: ClockTerms | null;
      /**
       * The hand calculation in its calendar; none for elapsed time, and for one that would be too long.
       */
      ledger?: Ledger | null;
      kind: 'ahead';
    }
  | {
      /**
       * Where it begins.
       */
      from: Instant;
      /**
       * Where it ends; open for a pause that is going on.
       */
      to?: Instant | null;
      /**
       * Seconds of its measure that it adds.
       */
      consumed_s: number;
      /**
       * What it was counted under, where that is not what the clock counts under now.
       */
      under?: ClockTerms | null;
      /**
       * The hand calculation in its calendar; none for elapsed time, and for one that would be too long.
       */
      ledger?: Ledger | null;
      kind: 'paused';
      /**
       * For what.
       */
      reason: Code;
    }
  | {
      /**
       * Where it begins.
       */
      from: Instant;
      /**
       * Where it ends; open for a pause that is going on.
       */
      to?: Instant | null;
      /**
       * Seconds of its measure that it adds.
       */
      consumed_s: number;
      /**
       * What it was counted under, where that is not what the clock counts under now.
       */
      under?: ClockTerms | null;
      /**
       * The hand calculation in its calendar; none for elapsed time, and for one that would be too long.
       */
      ledger?: Ledger | null;
      kind: 'resolved';
    };
/**
 * A day of the week.
 */
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/**
 * Every document under its name.
 */
export interface Documents {
  Accept: Accept;
  AcceptanceOfProblem: AcceptanceOfProblem;
  AcceptanceOfRelease: AcceptanceOfRelease;
  AcceptedAs: AcceptedAs;
  AccessGrant: AccessGrant;
  ActivityDone: ActivityDone;
  ActivityKind: ActivityKind;
  Actor: Actor;
  Advanced: Advanced;
  AffectedItem: AffectedItem;
  AffectedService: AffectedService;
  AgreementsDocument: AgreementsDocument;
  Amount: Amount;
  Analysis: Analysis;
  AnalysisStep: AnalysisStep;
  Apart: Apart;
  ApartReason: ApartReason;
  ApprovalRule: ApprovalRule;
  Assessment: Assessment;
  Assignment: Assignment;
  Attachment: Attachment;
  Attribute: Attribute;
  AttributeKind: AttributeKind;
  AuthorisationDocument: AuthorisationDocument;
  Availability: Availability;
  BackOut: BackOut;
  BackOutPlan: BackOutPlan;
  Ballot: Ballot;
  BallotOpening: BallotOpening;
  BallotOutcome: BallotOutcome;
  Baseline: Baseline;
  BaselineCaptureBody: BaselineCaptureBody;
  BaselineCapturedBody: BaselineCapturedBody;
  BaselineFreezeBody: BaselineFreezeBody;
  BaselineFrozenBody: BaselineFrozenBody;
  BaselinePhase: BaselinePhase;
  BaselineSupersedeBody: BaselineSupersedeBody;
  BaselineSupersededBody: BaselineSupersededBody;
  Basis: Basis;
  Because: Because;
  Boundary: Boundary;
  Breached: Breached;
  Built: Built;
  CalendarDate: CalendarDate;
  CalendarDocument: CalendarDocument;
  CapturedItem: CapturedItem;
  Cast: Cast;
  CategoryRules: CategoryRules;
  Cause: Cause;
  CellAt: CellAt;
  Change: Change;
  ChangeAcceptBody: ChangeAcceptBody;
  ChangeAcceptedBody: ChangeAcceptedBody;
  ChangeApprovalRequestedBody: ChangeApprovalRequestedBody;
  ChangeApprovedBody: ChangeApprovedBody;
  ChangeAssessBody: ChangeAssessBody;
  ChangeAssessedBody: ChangeAssessedBody;
  ChangeAssignBody: ChangeAssignBody;
  ChangeAssignedBody: ChangeAssignedBody;
  ChangeAuthoriseEmergencyBody: ChangeAuthoriseEmergencyBody;
  ChangeBackOutBody: ChangeBackOutBody;
  ChangeBackedOutBody: ChangeBackedOutBody;
  ChangeBeginImplementationBody: ChangeBeginImplementationBody;
  ChangeBeginReviewBody: ChangeBeginReviewBody;
  ChangeBuiltTestedBody: ChangeBuiltTestedBody;
  ChangeCategory: ChangeCategory;
  ChangeCloseBody: ChangeCloseBody;
  ChangeClosedBody: ChangeClosedBody;
  ChangeClosure: ChangeClosure;
  ChangeConfirmNoticeBody: ChangeConfirmNoticeBody;
  ChangeConflictWaivedBody: ChangeConflictWaivedBody;
  ChangeDeferBody: ChangeDeferBody;
  ChangeDeferredBody: ChangeDeferredBody;
  ChangeDelegateBody: ChangeDelegateBody;
  ChangeDelegatedBody: ChangeDelegatedBody;
  ChangeDocumentRetrospectivelyBody: ChangeDocumentRetrospectivelyBody;
  ChangeDocumentedBody: ChangeDocumentedBody;
  ChangeDraftBody: ChangeDraftBody;
  ChangeDraftedBody: ChangeDraftedBody;
  ChangeDues: ChangeDues;
  ChangeEditBody: ChangeEditBody;
  ChangeEditedBody: ChangeEditedBody;
  ChangeEmergencyAuthorisedBody: ChangeEmergencyAuthorisedBody;
  ChangeEmergencyReviewedBody: ChangeEmergencyReviewedBody;
  ChangeImplementBody: ChangeImplementBody;
  ChangeImplementationBegunBody: ChangeImplementationBegunBody;
  ChangeImplementedBody: ChangeImplementedBody;
  ChangeItemsLookedAtBody: ChangeItemsLookedAtBody;
  ChangeKind: ChangeKind;
  ChangeLinkBody: ChangeLinkBody;
  ChangeLinkedBody: ChangeLinkedBody;
  ChangeModel: ChangeModel;
  ChangeModelApproveBody: ChangeModelApproveBody;
  ChangeModelApprovedBody: ChangeModelApprovedBody;
  ChangeModelConfirmNoticeBody: ChangeModelConfirmNoticeBody;
  ChangeModelExpiredBody: ChangeModelExpiredBody;
  ChangeModelFailedBody: ChangeModelFailedBody;
  ChangeModelProposeBody: ChangeModelProposeBody;
  ChangeModelProposedBody: ChangeModelProposedBody;
  ChangeModelRecordFailureBody: ChangeModelRecordFailureBody;
  ChangeModelReinstateBody: ChangeModelReinstateBody;
  ChangeModelReinstatedBody: ChangeModelReinstatedBody;
  ChangeModelRenewBody: ChangeModelRenewBody;
  ChangeModelReviseBody: ChangeModelReviseBody;
  ChangeModelRevisedBody: ChangeModelRevisedBody;
  ChangeModelState: ChangeModelState;
  ChangeModelSuspendBody: ChangeModelSuspendBody;
  ChangeModelSuspendedBody: ChangeModelSuspendedBody;
  ChangeModelWithdrawBody: ChangeModelWithdrawBody;
  ChangeModelWithdrawnBody: ChangeModelWithdrawnBody;
  ChangeOpineBody: ChangeOpineBody;
  ChangeOpinedBody: ChangeOpinedBody;
  ChangeOutcome: ChangeOutcome;
  ChangePlan: ChangePlan;
  ChangeRanLateBody: ChangeRanLateBody;
  ChangeReclassifiedBody: ChangeReclassifiedBody;
  ChangeReclassifyBody: ChangeReclassifyBody;
  ChangeRejectBody: ChangeRejectBody;
  ChangeRejectedBody: ChangeRejectedBody;
  ChangeRequestApprovalBody: ChangeRequestApprovalBody;
  ChangeResubmitBody: ChangeResubmitBody;
  ChangeReturnedBody: ChangeReturnedBody;
  ChangeReviewBegunBody: ChangeReviewBegunBody;
  ChangeReviewBody: ChangeReviewBody;
  ChangeReviewRetrospectivelyBody: ChangeReviewRetrospectivelyBody;
  ChangeReviewedBody: ChangeReviewedBody;
  ChangeRules: ChangeRules;
  ChangeScheduleBody: ChangeScheduleBody;
  ChangeScheduleStandardBody: ChangeScheduleStandardBody;
  ChangeScheduledBody: ChangeScheduledBody;
  ChangeScope: ChangeScope;
  ChangeState: ChangeState;
  ChangeSubmitBody: ChangeSubmitBody;
  ChangeSubmittedBody: ChangeSubmittedBody;
  ChangeTestBody: ChangeTestBody;
  ChangeUnpackBody: ChangeUnpackBody;
  ChangeUnpackedBody: ChangeUnpackedBody;
  ChangeVoteBody: ChangeVoteBody;
  ChangeVotedBody: ChangeVotedBody;
  ChangeWaiveConflictBody: ChangeWaiveConflictBody;
  ChangeWindow: ChangeWindow;
  ChangeWithdrawBody: ChangeWithdrawBody;
  ChangeWithdrawnBody: ChangeWithdrawnBody;
  Channel: Channel;
  CheckpointAnswer: CheckpointAnswer;
  CiId: CiId;
  CiPhase: CiPhase;
  CiType: CiType;
  Classification: Classification;
  Clause: Clause;
  ClauseId: ClauseId;
  Clock: Clock;
  ClockMark: ClockMark;
  ClockMarkedBody: ClockMarkedBody;
  ClockNote: ClockNote;
  ClockPhase: ClockPhase;
  ClockReading: ClockReading;
  ClockSet: ClockSet;
  ClockTerms: ClockTerms;
  ClocksAnswer: ClocksAnswer;
  Closure: Closure;
  CmdbDocument: CmdbDocument;
  Code: Code;
  Collision: Collision;
  Command: Command;
  CommandId: CommandId;
  Commitment: Commitment;
  Conditions: Conditions;
  Confidentiality: Confidentiality;
  Configuration: Configuration;
  ConfigurationAudit: ConfigurationAudit;
  ConfigurationAuditAssignBody: ConfigurationAuditAssignBody;
  ConfigurationAuditAssignedBody: ConfigurationAuditAssignedBody;
  ConfigurationAuditBeginBody: ConfigurationAuditBeginBody;
  ConfigurationAuditBegunBody: ConfigurationAuditBegunBody;
  ConfigurationAuditCancelBody: ConfigurationAuditCancelBody;
  ConfigurationAuditCancelledBody: ConfigurationAuditCancelledBody;
  ConfigurationAuditCloseBody: ConfigurationAuditCloseBody;
  ConfigurationAuditCloseDeficiencyBody: ConfigurationAuditCloseDeficiencyBody;
  ConfigurationAuditClosedBody: ConfigurationAuditClosedBody;
  ConfigurationAuditConcludeBody: ConfigurationAuditConcludeBody;
  ConfigurationAuditConcludedBody: ConfigurationAuditConcludedBody;
  ConfigurationAuditConfirmNoticeBody: ConfigurationAuditConfirmNoticeBody;
  ConfigurationAuditCorrectBody: ConfigurationAuditCorrectBody;
  ConfigurationAuditCorrectedBody: ConfigurationAuditCorrectedBody;
  ConfigurationAuditDeficienciesOverdueBody: ConfigurationAuditDeficienciesOverdueBody;
  ConfigurationAuditDeficiencyClosedBody: ConfigurationAuditDeficiencyClosedBody;
  ConfigurationAuditPhase: ConfigurationAuditPhase;
  ConfigurationAuditPlanBody: ConfigurationAuditPlanBody;
  ConfigurationAuditPlannedBody: ConfigurationAuditPlannedBody;
  ConfigurationAuditRecordBody: ConfigurationAuditRecordBody;
  ConfigurationAuditRecordedBody: ConfigurationAuditRecordedBody;
  ConfigurationAuditReportBody: ConfigurationAuditReportBody;
  ConfigurationAuditReportedBody: ConfigurationAuditReportedBody;
  ConfigurationItem: ConfigurationItem;
  ConfigurationItemAlteredBody: ConfigurationItemAlteredBody;
  ConfigurationItemConstructBody: ConfigurationItemConstructBody;
  ConfigurationItemDisposeBody: ConfigurationItemDisposeBody;
  ConfigurationItemDisposedBody: ConfigurationItemDisposedBody;
  ConfigurationItemGoLiveBody: ConfigurationItemGoLiveBody;
  ConfigurationItemMaintainBody: ConfigurationItemMaintainBody;
  ConfigurationItemMovedBody: ConfigurationItemMovedBody;
  ConfigurationItemRegisterBody: ConfigurationItemRegisterBody;
  ConfigurationItemRegisteredBody: ConfigurationItemRegisteredBody;
  ConfigurationItemRelateBody: ConfigurationItemRelateBody;
  ConfigurationItemRelatedBody: ConfigurationItemRelatedBody;
  ConfigurationItemReturnToLiveBody: ConfigurationItemReturnToLiveBody;
  ConfigurationItemStockBody: ConfigurationItemStockBody;
  ConfigurationItemTakeOverBody: ConfigurationItemTakeOverBody;
  ConfigurationItemTestBody: ConfigurationItemTestBody;
  ConfigurationItemUnrelateBody: ConfigurationItemUnrelateBody;
  ConfigurationItemUnrelatedBody: ConfigurationItemUnrelatedBody;
  ConfigurationItemUpdateBody: ConfigurationItemUpdateBody;
  ConfigurationItemWithdrawBody: ConfigurationItemWithdrawBody;
  ConfigurationRules: ConfigurationRules;
  Conflict: Conflict;
  ConflictWaiver: ConflictWaiver;
  ConsistencyProof: ConsistencyProof;
  ContactLevel: ContactLevel;
  ContextDocument: ContextDocument;
  Contribution: Contribution;
  ControlLevel: ControlLevel;
  ConvertedTo: ConvertedTo;
  Correction: Correction;
  Counted: Counted;
  CoverageWarning: CoverageWarning;
  CustomerId: CustomerId;
  CutSetSearch: CutSetSearch;
  CycleResult: CycleResult;
  DayConvention: DayConvention;
  Decided: Decided;
  Deficiency: Deficiency;
  DeficiencyKind: DeficiencyKind;
  DefinitiveItem: DefinitiveItem;
  DefinitiveItemConfirmNoticeBody: DefinitiveItemConfirmNoticeBody;
  DefinitiveItemPhase: DefinitiveItemPhase;
  DefinitiveItemRegisterBody: DefinitiveItemRegisterBody;
  DefinitiveItemRegisteredBody: DefinitiveItemRegisteredBody;
  DefinitiveItemSupersedeBody: DefinitiveItemSupersedeBody;
  DefinitiveItemSupersededBody: DefinitiveItemSupersededBody;
  DefinitiveItemVerifiedBody: DefinitiveItemVerifiedBody;
  DefinitiveItemVerifyBody: DefinitiveItemVerifyBody;
  DefinitiveItemWithdrawBody: DefinitiveItemWithdrawBody;
  DefinitiveItemWithdrawnBody: DefinitiveItemWithdrawnBody;
  Delegation: Delegation;
  Deposit: Deposit;
  DeskRules: DeskRules;
  DetectionRule: DetectionRule;
  Digest: Digest;
  Dimension: Dimension;
  Direction: Direction;
  Disposal: Disposal;
  DisposalApproval: DisposalApproval;
  DisposalApproveBody: DisposalApproveBody;
  DisposalApprovedBody: DisposalApprovedBody;
  DisposalCancelBody: DisposalCancelBody;
  DisposalCancelledBody: DisposalCancelledBody;
  DisposalCarriedOutBody: DisposalCarriedOutBody;
  DisposalCarryOutBody: DisposalCarryOutBody;
  DisposalConfirmNoticeBody: DisposalConfirmNoticeBody;
  DisposalOrder: DisposalOrder;
  DisposalPhase: DisposalPhase;
  DisposalRejectBody: DisposalRejectBody;
  DisposalRejectedBody: DisposalRejectedBody;
  DisposalRequestBody: DisposalRequestBody;
  DisposalRequestedBody: DisposalRequestedBody;
  DisposedRecord: DisposedRecord;
  Disturbance: Disturbance;
  Done: Done;
  DowngradeProposal: DowngradeProposal;
  Downgrading: Downgrading;
  Due: Due;
  Duty: Duty;
  Edition: Edition;
  Effectiveness: Effectiveness;
  EmergencyAuthorisation: EmergencyAuthorisation;
  EmergencyCriterion: EmergencyCriterion;
  EmergencyRules: EmergencyRules;
  Envelope: Envelope;
  Erasure: Erasure;
  ErrorCode: ErrorCode;
  Escalation: Escalation;
  EscalationKind: EscalationKind;
  EscalationLevel: EscalationLevel;
  Event: Event;
  EventHead: EventHead;
  Evidence: Evidence;
  Exceptions: Exceptions;
  Excluded: Excluded;
  Excuse: Excuse;
  Excused: Excused;
  ExplanationAnswer: ExplanationAnswer;
  Fact: Fact;
  FactWanted: FactWanted;
  Failure: Failure;
  FailureDirection: FailureDirection;
  FailureKind: FailureKind;
  Figure: Figure;
  FigureName: FigureName;
  FiledWaiver: FiledWaiver;
  Finding: Finding;
  Firmness: Firmness;
  Fix: Fix;
  Found: Found;
  Freeze: Freeze;
  Fulfilment: Fulfilment;
  Gate: Gate;
  Group: Group;
  Highest: Highest;
  History: History;
  HistoryEntry: HistoryEntry;
  HoldReleased: HoldReleased;
  HolidayOfCalendarDate: HolidayOfCalendarDate;
  HolidayOfMonthDay: HolidayOfMonthDay;
  Identifier: Identifier;
  Impact: Impact;
  ImpactOptions: ImpactOptions;
  Implementation: Implementation;
  ImportedState: ImportedState;
  Incident: Incident;
  IncidentAcknowledgeBody: IncidentAcknowledgeBody;
  IncidentAcknowledgedBody: IncidentAcknowledgedBody;
  IncidentAssignBody: IncidentAssignBody;
  IncidentAssignedBody: IncidentAssignedBody;
  IncidentCancelBody: IncidentCancelBody;
  IncidentCancelledBody: IncidentCancelledBody;
  IncidentClassifiedBody: IncidentClassifiedBody;
  IncidentClassifyBody: IncidentClassifyBody;
  IncidentCloseBody: IncidentCloseBody;
  IncidentClosedBody: IncidentClosedBody;
  IncidentConfirmNoticeBody: IncidentConfirmNoticeBody;
  IncidentConvertBody: IncidentConvertBody;
  IncidentConvertedBody: IncidentConvertedBody;
  IncidentEscalateBody: IncidentEscalateBody;
  IncidentEscalatedBody: IncidentEscalatedBody;
  IncidentExcuseBreachBody: IncidentExcuseBreachBody;
  IncidentImportBody: IncidentImportBody;
  IncidentImportedBody: IncidentImportedBody;
  IncidentInformBody: IncidentInformBody;
  IncidentInformedBody: IncidentInformedBody;
  IncidentLinkBody: IncidentLinkBody;
  IncidentLinkedBody: IncidentLinkedBody;
  IncidentLogBody: IncidentLogBody;
  IncidentLoggedBody: IncidentLoggedBody;
  IncidentMarkMajorBody: IncidentMarkMajorBody;
  IncidentMarkedMajorBody: IncidentMarkedMajorBody;
  IncidentMoveBody: IncidentMoveBody;
  IncidentMovedBody: IncidentMovedBody;
  IncidentOverridePriorityBody: IncidentOverridePriorityBody;
  IncidentPendBody: IncidentPendBody;
  IncidentPendedBody: IncidentPendedBody;
  IncidentPriorityOverriddenBody: IncidentPriorityOverriddenBody;
  IncidentPriorityRestoredBody: IncidentPriorityRestoredBody;
  IncidentReassignBody: IncidentReassignBody;
  IncidentReassignedBody: IncidentReassignedBody;
  IncidentRecalculateBody: IncidentRecalculateBody;
  IncidentRecalculatedBody: IncidentRecalculatedBody;
  IncidentReclassifyBody: IncidentReclassifyBody;
  IncidentReopenBody: IncidentReopenBody;
  IncidentReopenedBody: IncidentReopenedBody;
  IncidentResolveBody: IncidentResolveBody;
  IncidentResolvedBody: IncidentResolvedBody;
  IncidentResumeBody: IncidentResumeBody;
  IncidentResumedBody: IncidentResumedBody;
  IncidentState: IncidentState;
  IncidentUnmarkMajorBody: IncidentUnmarkMajorBody;
  IncidentUnmarkedMajorBody: IncidentUnmarkedMajorBody;
  IncidentWorkBody: IncidentWorkBody;
  IncidentWorkedBody: IncidentWorkedBody;
  InclusionProof: InclusionProof;
  Instant: Instant;
  Instructions: Instructions;
  IntegrityCheck: IntegrityCheck;
  Investigation: Investigation;
  Item: Item;
  ItemState: ItemState;
  KnownError: KnownError;
  KnownErrorConfirmNoticeBody: KnownErrorConfirmNoticeBody;
  KnownErrorContent: KnownErrorContent;
  KnownErrorDraftBody: KnownErrorDraftBody;
  KnownErrorDraftedBody: KnownErrorDraftedBody;
  KnownErrorEditBody: KnownErrorEditBody;
  KnownErrorEditedBody: KnownErrorEditedBody;
  KnownErrorFixAnnouncedBody: KnownErrorFixAnnouncedBody;
  KnownErrorFixPendingBody: KnownErrorFixPendingBody;
  KnownErrorMatch: KnownErrorMatch;
  KnownErrorPublishBody: KnownErrorPublishBody;
  KnownErrorPublishedBody: KnownErrorPublishedBody;
  KnownErrorReinstateBody: KnownErrorReinstateBody;
  KnownErrorReinstatedBody: KnownErrorReinstatedBody;
  KnownErrorRetireBody: KnownErrorRetireBody;
  KnownErrorRetiredBody: KnownErrorRetiredBody;
  KnownErrorState: KnownErrorState;
  KpiStatus: KpiStatus;
  KpiTarget: KpiTarget;
  KpiUnit: KpiUnit;
  KpiValue: KpiValue;
  Label: Label;
  Late: Late;
  LateEntry: LateEntry;
  Ledger: Ledger;
  LedgerEntry: LedgerEntry;
  LedgerReason: LedgerReason;
  LegalHold: LegalHold;
  LegalHoldConfirmNoticeBody: LegalHoldConfirmNoticeBody;
  LegalHoldPhase: LegalHoldPhase;
  LegalHoldPlaceBody: LegalHoldPlaceBody;
  LegalHoldPlacedBody: LegalHoldPlacedBody;
  LegalHoldReleaseBody: LegalHoldReleaseBody;
  LegalHoldReleasedBody: LegalHoldReleasedBody;
  Level: Level;
  LevelAt: LevelAt;
  LevelId: LevelId;
  LevelKind: LevelKind;
  LevelLabel: LevelLabel;
  LevelPoint: LevelPoint;
  LevelReached: LevelReached;
  LifecycleMove: LifecycleMove;
  Link: Link;
  LinkKind: LinkKind;
  LintAnswer: LintAnswer;
  Lowering: Lowering;
  MaintenanceWindow: MaintenanceWindow;
  MajorClosure: MajorClosure;
  MajorCriterion: MajorCriterion;
  MajorIncident: MajorIncident;
  MajorIncidentBeginReviewBody: MajorIncidentBeginReviewBody;
  MajorIncidentCloseBody: MajorIncidentCloseBody;
  MajorIncidentClosedBody: MajorIncidentClosedBody;
  MajorIncidentConfirmNoticeBody: MajorIncidentConfirmNoticeBody;
  MajorIncidentDeclareBody: MajorIncidentDeclareBody;
  MajorIncidentDeclaredBody: MajorIncidentDeclaredBody;
  MajorIncidentDowngradeBody: MajorIncidentDowngradeBody;
  MajorIncidentDowngradeProposedBody: MajorIncidentDowngradeProposedBody;
  MajorIncidentDowngradedBody: MajorIncidentDowngradedBody;
  MajorIncidentHandOverBody: MajorIncidentHandOverBody;
  MajorIncidentHandedOverBody: MajorIncidentHandedOverBody;
  MajorIncidentManageBody: MajorIncidentManageBody;
  MajorIncidentManagedBody: MajorIncidentManagedBody;
  MajorIncidentNoticeOverdueBody: MajorIncidentNoticeOverdueBody;
  MajorIncidentProposeDowngradeBody: MajorIncidentProposeDowngradeBody;
  MajorIncidentRestoreBody: MajorIncidentRestoreBody;
  MajorIncidentRestoredBody: MajorIncidentRestoredBody;
  MajorIncidentReview: MajorIncidentReview;
  MajorIncidentReviewBegunBody: MajorIncidentReviewBegunBody;
  MajorIncidentReviewBody: MajorIncidentReviewBody;
  MajorIncidentReviewOverdueBody: MajorIncidentReviewOverdueBody;
  MajorIncidentReviewedBody: MajorIncidentReviewedBody;
  MajorIncidentState: MajorIncidentState;
  MajorIncidentUpdateBody: MajorIncidentUpdateBody;
  MajorIncidentUpdateOverdueBody: MajorIncidentUpdateOverdueBody;
  MajorIncidentUpdatedBody: MajorIncidentUpdatedBody;
  Margin: Margin;
  MarkCause: MarkCause;
  MatrixDocument: MatrixDocument;
  MatrixLint: MatrixLint;
  Method: Method;
  Metric: Metric;
  Missing: Missing;
  ModelApproval: ModelApproval;
  ModelFailure: ModelFailure;
  ModelLimits: ModelLimits;
  ModelScope: ModelScope;
  ModelTerms: ModelTerms;
  MonthDay: MonthDay;
  Move: Move;
  NamedEvents: NamedEvents;
  NamedRecord: NamedRecord;
  Neighbour: Neighbour;
  NextStepAnswer: NextStepAnswer;
  NoteAnswer: NoteAnswer;
  NoteSignatureAnswer: NoteSignatureAnswer;
  Notice: Notice;
  NoticeDeliveredBody: NoticeDeliveredBody;
  NoticeKind: NoticeKind;
  NoticeRequestedBody: NoticeRequestedBody;
  Noticed: Noticed;
  OpeningAnswer: OpeningAnswer;
  Opinion: Opinion;
  Overlay: Overlay;
  OverlayKind: OverlayKind;
  PastPause: PastPause;
  PastWait: PastWait;
  Pause: Pause;
  PauseAfterBreachPolicy: PauseAfterBreachPolicy;
  PendingFix: PendingFix;
  PendingReason: PendingReason;
  PerPeriod: PerPeriod;
  Percent: Percent;
  Period: Period;
  PersonId: PersonId;
  Pir: Pir;
  PlannedActivity: PlannedActivity;
  PlannedActivityAssignBody: PlannedActivityAssignBody;
  PlannedActivityAssignedBody: PlannedActivityAssignedBody;
  PlannedActivityChangeIntervalBody: PlannedActivityChangeIntervalBody;
  PlannedActivityConfirmNoticeBody: PlannedActivityConfirmNoticeBody;
  PlannedActivityIntervalChangedBody: PlannedActivityIntervalChangedBody;
  PlannedActivityOverdueBody: PlannedActivityOverdueBody;
  PlannedActivityPerformBody: PlannedActivityPerformBody;
  PlannedActivityPerformedBody: PlannedActivityPerformedBody;
  PlannedActivityPhase: PlannedActivityPhase;
  PlannedActivityPlanBody: PlannedActivityPlanBody;
  PlannedActivityPlannedBody: PlannedActivityPlannedBody;
  PlannedActivityRetireBody: PlannedActivityRetireBody;
  PlannedActivityRetiredBody: PlannedActivityRetiredBody;
  Policy: Policy;
  PolicyDocument: PolicyDocument;
  PolicyId: PolicyId;
  PolicyPublishBody: PolicyPublishBody;
  PolicyPublishedBody: PolicyPublishedBody;
  PolicyRef: PolicyRef;
  PolicyReviseBody: PolicyReviseBody;
  PriorityOverride: PriorityOverride;
  Probability: Probability;
  Problem: Problem;
  ProblemAcceptBody: ProblemAcceptBody;
  ProblemAcceptedBody: ProblemAcceptedBody;
  ProblemBeginFixBody: ProblemBeginFixBody;
  ProblemCandidate: ProblemCandidate;
  ProblemCandidateAcceptBody: ProblemCandidateAcceptBody;
  ProblemCandidateAcceptedBody: ProblemCandidateAcceptedBody;
  ProblemCandidateAddEvidenceBody: ProblemCandidateAddEvidenceBody;
  ProblemCandidateConfirmNoticeBody: ProblemCandidateConfirmNoticeBody;
  ProblemCandidateDeclineBody: ProblemCandidateDeclineBody;
  ProblemCandidateDeclinedBody: ProblemCandidateDeclinedBody;
  ProblemCandidateEvidenceAddedBody: ProblemCandidateEvidenceAddedBody;
  ProblemCandidateRaiseBody: ProblemCandidateRaiseBody;
  ProblemCandidateRaisedBody: ProblemCandidateRaisedBody;
  ProblemCandidateState: ProblemCandidateState;
  ProblemCauseIdentifiedBody: ProblemCauseIdentifiedBody;
  ProblemCauseOverdueBody: ProblemCauseOverdueBody;
  ProblemCauseProposedBody: ProblemCauseProposedBody;
  ProblemCauseReturnedBody: ProblemCauseReturnedBody;
  ProblemClassification: ProblemClassification;
  ProblemClassifiedBody: ProblemClassifiedBody;
  ProblemClassifyBody: ProblemClassifyBody;
  ProblemCloseBody: ProblemCloseBody;
  ProblemCloseUnreproducedBody: ProblemCloseUnreproducedBody;
  ProblemClosedBody: ProblemClosedBody;
  ProblemClosure: ProblemClosure;
  ProblemClosureCode: ProblemClosureCode;
  ProblemConfirmCauseBody: ProblemConfirmCauseBody;
  ProblemConfirmNoticeBody: ProblemConfirmNoticeBody;
  ProblemDecision: ProblemDecision;
  ProblemFixAtOnceBody: ProblemFixAtOnceBody;
  ProblemFixBegunBody: ProblemFixBegunBody;
  ProblemFixLiveBody: ProblemFixLiveBody;
  ProblemFixProposedBody: ProblemFixProposedBody;
  ProblemFixWithdrawnBody: ProblemFixWithdrawnBody;
  ProblemIdentifyCauseBody: ProblemIdentifyCauseBody;
  ProblemInvestigateBody: ProblemInvestigateBody;
  ProblemInvestigationBegunBody: ProblemInvestigationBegunBody;
  ProblemLinkBody: ProblemLinkBody;
  ProblemLinkedBody: ProblemLinkedBody;
  ProblemLogBody: ProblemLogBody;
  ProblemLoggedBody: ProblemLoggedBody;
  ProblemMitigateBody: ProblemMitigateBody;
  ProblemMitigatedBody: ProblemMitigatedBody;
  ProblemObservationBegunBody: ProblemObservationBegunBody;
  ProblemObservationEndedBody: ProblemObservationEndedBody;
  ProblemObserveBody: ProblemObserveBody;
  ProblemProposeFixBody: ProblemProposeFixBody;
  ProblemReassignBody: ProblemReassignBody;
  ProblemReassignedBody: ProblemReassignedBody;
  ProblemReclassifiedBody: ProblemReclassifiedBody;
  ProblemReclassifyBody: ProblemReclassifyBody;
  ProblemReconsiderBody: ProblemReconsiderBody;
  ProblemReconsideredBody: ProblemReconsideredBody;
  ProblemRecurBody: ProblemRecurBody;
  ProblemRecurredBody: ProblemRecurredBody;
  ProblemRelateBody: ProblemRelateBody;
  ProblemRelatedBody: ProblemRelatedBody;
  ProblemRenewAcceptanceBody: ProblemRenewAcceptanceBody;
  ProblemResumeBody: ProblemResumeBody;
  ProblemResumedBody: ProblemResumedBody;
  ProblemReturnCauseBody: ProblemReturnCauseBody;
  ProblemReview: ProblemReview;
  ProblemReviewBody: ProblemReviewBody;
  ProblemReviewFellDueBody: ProblemReviewFellDueBody;
  ProblemReviewedBody: ProblemReviewedBody;
  ProblemRules: ProblemRules;
  ProblemSource: ProblemSource;
  ProblemState: ProblemState;
  ProblemStepRecordedBody: ProblemStepRecordedBody;
  ProblemSuspendBody: ProblemSuspendBody;
  ProblemSuspendedBody: ProblemSuspendedBody;
  ProblemWithdrawFixBody: ProblemWithdrawFixBody;
  ProblemWorkBody: ProblemWorkBody;
  ProcessName: ProcessName;
  Profile: Profile;
  Proposal: Proposal;
  Proposed: Proposed;
  Publish: Publish;
  PublishedPolicy: PublishedPolicy;
  Purpose: Purpose;
  Reach: Reach;
  Reached: Reached;
  Recipient: Recipient;
  Record: Record;
  RecordId: RecordId;
  Recurrence: Recurrence;
  Refusal: Refusal;
  Relation: Relation;
  RelationId: RelationId;
  RelationKey: RelationKey;
  RelationKind: RelationKind;
  Release: Release;
  ReleaseAcceptBody: ReleaseAcceptBody;
  ReleaseAcceptLateBody: ReleaseAcceptLateBody;
  ReleaseAcceptWithExceptionsBody: ReleaseAcceptWithExceptionsBody;
  ReleaseAcceptanceOverdueBody: ReleaseAcceptanceOverdueBody;
  ReleaseAcceptedBody: ReleaseAcceptedBody;
  ReleaseBaselineBody: ReleaseBaselineBody;
  ReleaseBaselinedBody: ReleaseBaselinedBody;
  ReleaseBeginDeploymentBody: ReleaseBeginDeploymentBody;
  ReleaseBuildBody: ReleaseBuildBody;
  ReleaseBuiltBody: ReleaseBuiltBody;
  ReleaseCancelBody: ReleaseCancelBody;
  ReleaseCancelledBody: ReleaseCancelledBody;
  ReleaseCloseBody: ReleaseCloseBody;
  ReleaseClosedBody: ReleaseClosedBody;
  ReleaseConfirmNoticeBody: ReleaseConfirmNoticeBody;
  ReleaseDelegateBody: ReleaseDelegateBody;
  ReleaseDelegatedBody: ReleaseDelegatedBody;
  ReleaseDeployBody: ReleaseDeployBody;
  ReleaseDeployedBody: ReleaseDeployedBody;
  ReleaseDeploymentBegunBody: ReleaseDeploymentBegunBody;
  ReleaseEditBody: ReleaseEditBody;
  ReleaseEditedBody: ReleaseEditedBody;
  ReleaseExceptionsProposedBody: ReleaseExceptionsProposedBody;
  ReleaseObservationBegunBody: ReleaseObservationBegunBody;
  ReleaseObservationEndedBody: ReleaseObservationEndedBody;
  ReleaseObserveBody: ReleaseObserveBody;
  ReleaseOutcome: ReleaseOutcome;
  ReleasePlan: ReleasePlan;
  ReleasePlanApprovedBody: ReleasePlanApprovedBody;
  ReleasePlanBody: ReleasePlanBody;
  ReleasePlanSubmittedBody: ReleasePlanSubmittedBody;
  ReleasePlannedBody: ReleasePlannedBody;
  ReleaseProposeExceptionsBody: ReleaseProposeExceptionsBody;
  ReleaseReturnBody: ReleaseReturnBody;
  ReleaseReturnedBody: ReleaseReturnedBody;
  ReleaseReview: ReleaseReview;
  ReleaseReviewBody: ReleaseReviewBody;
  ReleaseReviewedBody: ReleaseReviewedBody;
  ReleaseRollBackBody: ReleaseRollBackBody;
  ReleaseRolledBackBody: ReleaseRolledBackBody;
  ReleaseRules: ReleaseRules;
  ReleaseState: ReleaseState;
  ReleaseSubmitPlanBody: ReleaseSubmitPlanBody;
  ReleaseTestBody: ReleaseTestBody;
  ReleaseTestedBody: ReleaseTestedBody;
  ReleaseType: ReleaseType;
  ReleaseVoteBody: ReleaseVoteBody;
  ReleaseVotedBody: ReleaseVotedBody;
  Removal: Removal;
  ReopenPolicy: ReopenPolicy;
  RequestApproval: RequestApproval;
  RequestClassification: RequestClassification;
  RequestClosure: RequestClosure;
  RequestModel: RequestModel;
  Resolution: Resolution;
  ResolutionKind: ResolutionKind;
  Restoration: Restoration;
  RetargetPolicy: RetargetPolicy;
  RetentionBegins: RetentionBegins;
  RetentionClass: RetentionClass;
  RetentionPeriod: RetentionPeriod;
  RetentionRules: RetentionRules;
  RetiredBecause: RetiredBecause;
  Retry: Retry;
  ReviewOfChange: ReviewOfChange;
  ReviewOfProblem: ReviewOfProblem;
  Rfc: Rfc;
  RiskAddition: RiskAddition;
  RiskEstimate: RiskEstimate;
  RiskRules: RiskRules;
  RiskScore: RiskScore;
  Role: Role;
  Roles: Roles;
  RootCandidate: RootCandidate;
  RootCause: RootCause;
  Scale: Scale;
  Segment: Segment;
  SelectionMode: SelectionMode;
  ServiceId: ServiceId;
  ServicePlan: ServicePlan;
  ServiceRequest: ServiceRequest;
  ServiceRequestApprovalRequestedBody: ServiceRequestApprovalRequestedBody;
  ServiceRequestApproveBody: ServiceRequestApproveBody;
  ServiceRequestApprovedBody: ServiceRequestApprovedBody;
  ServiceRequestCancelBody: ServiceRequestCancelBody;
  ServiceRequestCancelledBody: ServiceRequestCancelledBody;
  ServiceRequestCloseBody: ServiceRequestCloseBody;
  ServiceRequestClosedBody: ServiceRequestClosedBody;
  ServiceRequestConfirmNoticeBody: ServiceRequestConfirmNoticeBody;
  ServiceRequestConvertBody: ServiceRequestConvertBody;
  ServiceRequestConvertedBody: ServiceRequestConvertedBody;
  ServiceRequestDelegateBody: ServiceRequestDelegateBody;
  ServiceRequestDelegatedBody: ServiceRequestDelegatedBody;
  ServiceRequestEditBody: ServiceRequestEditBody;
  ServiceRequestEditedBody: ServiceRequestEditedBody;
  ServiceRequestExcuseBreachBody: ServiceRequestExcuseBreachBody;
  ServiceRequestFulfilBeginBody: ServiceRequestFulfilBeginBody;
  ServiceRequestFulfilBody: ServiceRequestFulfilBody;
  ServiceRequestFulfilledBody: ServiceRequestFulfilledBody;
  ServiceRequestFulfilmentBegunBody: ServiceRequestFulfilmentBegunBody;
  ServiceRequestInformBody: ServiceRequestInformBody;
  ServiceRequestInformedBody: ServiceRequestInformedBody;
  ServiceRequestLinkBody: ServiceRequestLinkBody;
  ServiceRequestLinkedBody: ServiceRequestLinkedBody;
  ServiceRequestRecalculateBody: ServiceRequestRecalculateBody;
  ServiceRequestRecalculatedBody: ServiceRequestRecalculatedBody;
  ServiceRequestRejectBody: ServiceRequestRejectBody;
  ServiceRequestRejectedBody: ServiceRequestRejectedBody;
  ServiceRequestRequestApprovalBody: ServiceRequestRequestApprovalBody;
  ServiceRequestResumeBody: ServiceRequestResumeBody;
  ServiceRequestResumedBody: ServiceRequestResumedBody;
  ServiceRequestReturnedBody: ServiceRequestReturnedBody;
  ServiceRequestState: ServiceRequestState;
  ServiceRequestSubmitBody: ServiceRequestSubmitBody;
  ServiceRequestSubmittedBody: ServiceRequestSubmittedBody;
  ServiceRequestTaskDoneBody: ServiceRequestTaskDoneBody;
  ServiceRequestTaskFinishedBody: ServiceRequestTaskFinishedBody;
  ServiceRequestValidateBody: ServiceRequestValidateBody;
  ServiceRequestValidatedBody: ServiceRequestValidatedBody;
  ServiceRequestVoteBody: ServiceRequestVoteBody;
  ServiceRequestVotedBody: ServiceRequestVotedBody;
  ServiceRequestWaitBody: ServiceRequestWaitBody;
  ServiceRequestWaitedBody: ServiceRequestWaitedBody;
  ServiceRequestWorkBody: ServiceRequestWorkBody;
  ServiceRequestWorkedBody: ServiceRequestWorkedBody;
  SimilarItems: SimilarItems;
  Simulation: Simulation;
  SimulationOptions: SimulationOptions;
  SinglePointsOfFailure: SinglePointsOfFailure;
  SlaPolicy: SlaPolicy;
  Slice: Slice;
  Source: Source;
  StandardUse: StandardUse;
  State: State;
  Stimulus: Stimulus;
  StopsOn: StopsOn;
  Strength: Strength;
  Stretch: Stretch;
  Subject: Subject;
  Target: Target;
  Task: Task;
  TenantId: TenantId;
  TermsStated: TermsStated;
  TestRecord: TestRecord;
  TestResult: TestResult;
  Tested: Tested;
  Text: Text;
  Threshold: Threshold;
  Ticket: Ticket;
  TicketClocks: TicketClocks;
  TimeOfDay: TimeOfDay;
  TimelineEntry: TimelineEntry;
  Told: Told;
  TreeHead: TreeHead;
  UnitId: UnitId;
  Unmet: Unmet;
  Update: Update;
  Updated: Updated;
  Verdict: Verdict;
  VersionedCalendarDocument: VersionedCalendarDocument;
  VersionedSlaPolicy: VersionedSlaPolicy;
  Vote: Vote;
  VoteDecision: VoteDecision;
  Voter: Voter;
  Waiver: Waiver;
  WaiverFileBody: WaiverFileBody;
  WaiverFiledBody: WaiverFiledBody;
  WaiverPhase: WaiverPhase;
  WaiverRevokeBody: WaiverRevokeBody;
  WaiverRevokedBody: WaiverRevokedBody;
  WaiverUse: WaiverUse;
  Weekday: Weekday;
  WeightedGate: WeightedGate;
  WhyDue: WhyDue;
  WhyDueAnswer: WhyDueAnswer;
  Window: Window;
  WithExcused: WithExcused;
  Witness: Witness;
  Workaround: Workaround;
}
/**
 * Accepts it.
 */
export interface Accept {
  /**
   * The criteria that are met.
   */
  met: Code[];
}
/**
 * Why a cause is left where it is.
 */
export interface AcceptanceOfProblem {
  /**
   * What removing it would cost, and what leaving it risks.
   */
  rationale: Text;
  /**
   * What reduces the impact.
   */
  mitigation: Text;
  /**
   * When it is looked at again.
   */
  review_at: Instant;
}
/**
 * How a release was accepted.
 */
export interface AcceptanceOfRelease {
  /**
   * When.
   */
  at: Instant;
  /**
   * By whom; two where there are exceptions.
   */
  by: PersonId[];
  /**
   * What is not met.
   */
  exceptions?: Exceptions | null;
}
/**
 * What is accepted although a criterion is not met.
 */
export interface Exceptions {
  /**
   * What is done about it.
   */
  action: Text;
  /**
   * By when.
   */
  by: Instant;
  /**
   * What may happen meanwhile.
   */
  risk: Text;
  /**
   * The criteria that are not met.
   */
  unmet: Code[];
}
/**
 * Access that was granted.
 */
export interface AccessGrant {
  /**
   * To what.
   */
  access: Code;
  /**
   * Up to when; privileged access always ends.
   */
  expires_at?: Instant | null;
}
/**
 * When an activity was done last.
 */
export interface ActivityDone {
  /**
   * When.
   */
  at: Instant;
  /**
   * What proves it.
   */
  evidence: Evidence;
}
/**
 * What proves that an activity was done: a record of the register, or what the host calls the place where the proof lies.
 */
export interface Evidence {
  /**
   * The record.
   */
  record?: RecordId | null;
  /**
   * The reference.
   */
  reference?: Text | null;
}
/**
 * Who acts.
 *
 * ```
 * use itsm::kernel::{Actor, Role};
 * let agent = Actor::new("p-17", [Role::ServiceDesk]).unwrap();
 * assert!(agent.roles.contains(Role::ServiceDesk));
 * ```
 */
export interface Actor {
  /**
   * The person, a pseudonym.
   */
  id: PersonId;
  /**
   * The roles held.
   */
  roles: Roles;
  /**
   * The unit or support group acted for.
   */
  unit?: UnitId | null;
  /**
   * Roles hold from this instant, where limited.
   */
  valid_from?: Instant | null;
  /**
   * Roles hold up to this instant, where limited.
   */
  valid_to?: Instant | null;
}
/**
 * What the passing of time brought to a whole system.
 */
export interface Advanced {
  /**
   * What happened, in order.
   */
  events: Event[];
  /**
   * The records that could not fire, as `process/id`.
   */
  stuck: string[];
}
/**
 * What every entry of the journal says besides its body.
 */
export interface EventHead {
  actor: Actor;
  at: Instant;
  command?: CommandId | null;
  index: number;
  on_behalf_of?: PersonId | null;
  policies?: PolicyRef[];
  process: ProcessName;
  record: RecordId;
  recorded_at: Instant;
  schema: 1;
  version: number;
  waivers?: RecordId[];
}
/**
 * Which version of which policy a decision used, and what it said.
 */
export interface PolicyRef {
  /**
   * SHA-256 of the document's canonical bytes.
   */
  hash: Digest;
  /**
   * Which policy.
   */
  id: PolicyId;
  /**
   * Which version.
   */
  version: number;
}
/**
 * An incident was recorded.
 */
export interface IncidentLoggedBody {
  /**
   * How it reached the desk.
   */
  channel: Channel;
  /**
   * The configuration item.
   */
  ci?: CiId | null;
  /**
   * The customer.
   */
  customer?: CustomerId | null;
  /**
   * Whether it was recorded later than the tolerance allows.
   */
  late_entry?: boolean;
  /**
   * Why there is no CI.
   */
  no_ci_reason?: Text | null;
  /**
   * When it began.
   */
  occurred_at: Instant;
  /**
   * The closed incident that this one is again.
   */
  repeat_of?: RecordId | null;
  /**
   * How the requester can be reached.
   */
  reporter?: Commitment | null;
  /**
   * Who has the trouble.
   */
  requester: PersonId;
  /**
   * The service, if known.
   */
  service?: ServiceId | null;
  /**
   * Whether it is down.
   */
  service_down: boolean;
  /**
   * What is wrong.
   */
  symptom: Commitment;
  /**
   * The same as a code.
   */
  symptom_code?: Code | null;
}
/**
 * An incident was taken over from another system.
 */
export interface IncidentImportedBody {
  /**
   * Who has it.
   */
  assignment?: Assignment | null;
  /**
   * How it reached the desk.
   */
  channel: Channel;
  /**
   * The configuration item.
   */
  ci?: CiId | null;
  /**
   * What it is.
   */
  classification?: Classification | null;
  /**
   * The customer.
   */
  customer?: CustomerId | null;
  /**
   * How often it went to another group.
   */
  hops: number;
  /**
   * When it began.
   */
  occurred_at: Instant;
  /**
   * When it was recorded there.
   */
  opened_at: Instant;
  /**
   * The priority of the matrix.
   */
  priority?: number | null;
  /**
   * Every reopening.
   */
  reopened_at?: Instant[];
  /**
   * Who has the trouble.
   */
  requester: PersonId;
  /**
   * How it was resolved last.
   */
  resolution?: Resolution | null;
  /**
   * Every resolution.
   */
  resolved_at?: Instant[];
  /**
   * Who resolved it last.
   */
  resolver?: PersonId | null;
  /**
   * When it was first acknowledged.
   */
  response_at?: Instant | null;
  /**
   * The service.
   */
  service?: ServiceId | null;
  /**
   * Whether it is down.
   */
  service_down: boolean;
  /**
   * Where it stands.
   */
  state: ImportedState;
  /**
   * What is wrong.
   */
  symptom: Commitment;
}
/**
 * Who has a record.
 */
export interface Assignment {
  /**
   * The support group.
   */
  group: UnitId;
  /**
   * The person, once one is named.
   */
  person?: PersonId | null;
}
/**
 * What an incident is: set by the desk, before it is assigned.
 */
export interface Classification {
  /**
   * The category.
   */
  category: Code;
  /**
   * The impact, as the matrix numbers it.
   */
  impact: number;
  /**
   * The urgency, as the matrix numbers it.
   */
  urgency: number;
  /**
   * Whether it is a security incident.
   */
  security: boolean;
  /**
   * The known error that matches; none: the search found nothing.
   */
  known_error?: RecordId | null;
}
/**
 * How an incident was resolved.
 */
export interface Resolution {
  /**
   * The resolution code.
   */
  code: Code;
  /**
   * What was done.
   */
  text: Text;
  /**
   * What kind of resolution it was.
   */
  kind: ResolutionKind;
  /**
   * Who resolved it.
   */
  level: ContactLevel;
  /**
   * When the service worked again, if it was hit.
   */
  restored_at?: Instant | null;
  /**
   * Why a workaround needs neither a problem nor a known error.
   */
  no_problem_reason?: Text | null;
}
/**
 * An incident was classified, for the first time or again.
 */
export interface IncidentClassifiedBody {
  /**
   * What it is.
   */
  classification: Classification;
  /**
   * The criteria of a major incident that it meets.
   */
  major_criteria?: Code[];
  /**
   * The priority of the matrix.
   */
  priority: number;
  /**
   * Why it was classified again.
   */
  reason?: Text | null;
}
/**
 * A group got it.
 */
export interface IncidentAssignedBody {
  /**
   * Who has it.
   */
  assignment: Assignment;
  /**
   * Why no agreement covers it.
   */
  no_sla_reason?: Text | null;
}
/**
 * The work began.
 */
export interface IncidentAcknowledgedBody {}
/**
 * Another group got it.
 */
export interface IncidentReassignedBody {
  /**
   * Who has it.
   */
  assignment: Assignment;
  /**
   * To other skills or to more authority.
   */
  escalation: EscalationKind;
  /**
   * Whether it left its group.
   */
  hop: boolean;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It waits.
 */
export interface IncidentPendedBody {
  /**
   * The note.
   */
  note: Text;
  /**
   * For what.
   */
  reason: PendingReason;
  /**
   * When a timer ends the wait, if one does.
   */
  resumes_at?: Instant | null;
  /**
   * The expected end.
   */
  until: Instant;
}
/**
 * The wait is over.
 */
export interface IncidentResumedBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It is resolved.
 */
export interface IncidentResolvedBody {
  /**
   * When it closes by itself, if it may.
   */
  closes_at?: Instant | null;
  /**
   * How many delivered notices that takes.
   */
  notices: number;
  /**
   * When the requester is told again until then.
   */
  reminders?: Instant[];
  /**
   * Up to when it can be reopened.
   */
  reopen_until: Instant;
  /**
   * How.
   */
  resolution: Resolution;
}
/**
 * It is closed.
 */
export interface IncidentClosedBody {
  /**
   * How.
   */
  closure: Closure;
}
/**
 * How an incident was closed.
 */
export interface Closure {
  /**
   * When.
   */
  at: Instant;
  /**
   * Whether a timer closed it, because nobody answered.
   */
  automatic: boolean;
  /**
   * The closure code.
   */
  code: Code;
  /**
   * Who confirmed.
   */
  confirmed_by: PersonId;
}
/**
 * The resolution was taken back.
 */
export interface IncidentReopenedBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It ended as a duplicate or a mistake.
 */
export interface IncidentCancelledBody {
  /**
   * The incident that it duplicates.
   */
  duplicate_of?: RecordId | null;
  /**
   * Why it was logged by mistake.
   */
  reason?: Text | null;
}
/**
 * It goes on as a service request.
 */
export interface IncidentConvertedBody {
  /**
   * Why.
   */
  reason: Text;
  /**
   * As which.
   */
  to: RecordId;
}
/**
 * A priority that is not the matrix's holds.
 */
export interface IncidentPriorityOverriddenBody {
  /**
   * Which, why, by whom, up to when.
   */
  by: PriorityOverride;
}
/**
 * A priority in place of the matrix's, with its reason and, where it has one, its end.
 *
 * ```
 * use itsm::kernel::{Instant, PersonId};
 * use itsm::priority::PriorityOverride;
 * let at = Instant::parse("2026-11-21T08:00:00Z").unwrap();
 * let end = Instant::parse("2026-11-21T12:00:00Z").unwrap();
 * let by = PersonId::new("mgr-7").unwrap();
 * let over = PriorityOverride::new(1, "board meeting on site", by.clone(), at, Some(end)).unwrap();
 * assert!(over.in_force(at) && !over.in_force(end));
 * assert_eq!(PriorityOverride::new(1, " ", by, at, None).unwrap_err().code(), "override.empty_reason");
 * ```
 */
export interface PriorityOverride {
  priority: number;
  reason: string;
  by: PersonId;
  at: Instant;
  expires_at?: Instant | null;
}
/**
 * The matrix's priority holds again.
 */
export interface IncidentPriorityRestoredBody {
  /**
   * The priority.
   */
  priority: number;
}
/**
 * It affects something or somebody else.
 */
export interface IncidentMovedBody {
  /**
   * The configuration item now.
   */
  ci?: CiId | null;
  /**
   * The customer now.
   */
  customer?: CustomerId | null;
  /**
   * Why.
   */
  reason: Text;
  /**
   * The service now.
   */
  service?: ServiceId | null;
}
/**
 * An action was recorded.
 */
export interface IncidentWorkedBody {
  /**
   * What was done.
   */
  note: Text;
}
/**
 * The requester is told how it stands.
 */
export interface IncidentInformedBody {}
/**
 * The matter was handed up.
 */
export interface IncidentEscalatedBody {
  /**
   * To other skills or to more authority.
   */
  escalation: EscalationKind;
  /**
   * Why.
   */
  reason: Text;
  /**
   * To whom.
   */
  to: UnitId;
}
/**
 * Another record was linked.
 */
export interface IncidentLinkedBody {
  /**
   * The link.
   */
  link: Link;
}
/**
 * A link to another record.
 */
export interface Link {
  /**
   * How they are related, seen from the record that holds the link.
   */
  kind: LinkKind;
  /**
   * The other record.
   */
  to: RecordId;
}
/**
 * A major incident was declared for it.
 */
export interface IncidentMarkedMajorBody {
  /**
   * The major incident.
   */
  major: RecordId;
}
/**
 * Its major incident was downgraded.
 */
export interface IncidentUnmarkedMajorBody {
  /**
   * When it closes by itself, if it is resolved and may.
   */
  closes_at?: Instant | null;
  /**
   * The major incident.
   */
  major: RecordId;
  /**
   * When the requester is told again until then.
   */
  reminders?: Instant[];
}
/**
 * The clocks were measured again.
 */
export interface IncidentRecalculatedBody {
  /**
   * Why.
   */
  reason: Code;
}
/**
 * Where a clock stands after an operation.
 */
export interface ClockSet {
  /**
   * Which clock.
   */
  metric: Metric;
  /**
   * Which operation.
   */
  cause: MarkCause;
  /**
   * When.
   */
  at: Instant;
  /**
   * See [`Clock::phase`](crate::sla::Clock::phase).
   */
  phase: ClockPhase;
  /**
   * See [`Clock::cycle`](crate::sla::Clock::cycle).
   */
  cycle: number;
  /**
   * See [`Clock::started_at`](crate::sla::Clock::started_at).
   */
  started_at: Instant;
  /**
   * See [`Clock::target_s`](crate::sla::Clock::target_s).
   */
  target_s: number;
  /**
   * See [`Clock::consumed_s`](crate::sla::Clock::consumed_s).
   */
  consumed_s: number;
  /**
   * See [`Clock::carried_s`](crate::sla::Clock::carried_s).
   */
  carried_s?: number;
  /**
   * See [`Clock::since`](crate::sla::Clock::since).
   */
  since?: Instant | null;
  /**
   * See [`Clock::paused`](crate::sla::Clock::paused).
   */
  paused?: Pause | null;
  /**
   * See [`Clock::due_at`](crate::sla::Clock::due_at).
   */
  due_at?: Instant | null;
  /**
   * See [`Clock::breaches_at`](crate::sla::Clock::breaches_at).
   */
  breaches_at?: Instant | null;
  /**
   * See [`Clock::armed`](crate::sla::Clock::armed).
   */
  armed?: LevelAt[];
  /**
   * The stretch of running time that this operation ended, counted under the terms before it.
   */
  closed?: Segment | null;
  /**
   * All segments, where the operation replaced them.
   */
  segments?: Segment[] | null;
  /**
   * What it counts under, where that changed.
   */
  terms?: ClockTerms | null;
  /**
   * What a stop left behind.
   */
  result?: CycleResult | null;
  /**
   * Why a running clock has no due time.
   */
  note?: ClockNote | null;
  /**
   * Why its past was measured again.
   */
  reason?: Code | null;
}
/**
 * A pause that is going on.
 */
export interface Pause {
  /**
   * The reason, one that the clause lists.
   */
  reason: Code;
  /**
   * When it began.
   */
  since: Instant;
  /**
   * When the clock resumes by itself, where the clause limits pauses.
   */
  resumes_at?: Instant | null;
}
/**
 * A level and its instant: when it will be reached, or when it was.
 */
export interface LevelAt {
  /**
   * Which level.
   */
  level: LevelId;
  /**
   * When.
   */
  at: Instant;
}
/**
 * A stretch `[from, to)` of running time that is over; one of no length marks where a carried amount landed.
 */
export interface Segment {
  /**
   * When it began.
   */
  from: Instant;
  /**
   * When it ended.
   */
  to: Instant;
  /**
   * Its length in seconds of the measure it was counted under.
   */
  consumed_s: number;
  /**
   * What it was counted under, where that is not what the clock counts under now.
   */
  under?: ClockTerms | null;
}
/**
 * The versions a clock counts under.
 */
export interface ClockTerms {
  /**
   * The version of the agreement.
   */
  agreement: PolicyRef;
  /**
   * The clause in it.
   */
  clause: ClauseId;
  /**
   * Its target.
   */
  target: Target;
  /**
   * The version of its calendar; none for elapsed time.
   */
  calendar?: PolicyRef | null;
  /**
   * The version of the time zone data; empty for elapsed time.
   */
  tzdb?: string;
}
/**
 * What a stop left behind.
 */
export interface CycleResult {
  /**
   * Which cycle.
   */
  cycle: number;
  /**
   * The original start of the cycle.
   */
  started_at: Instant;
  /**
   * When it was stopped.
   */
  ended_at: Instant;
  /**
   * Seconds of the measure used up to then.
   */
  consumed_s: number;
  /**
   * The target in seconds of the measure.
   */
  target_s: number;
  /**
   * When the breach was recorded, if there was one.
   */
  breached_at?: Instant | null;
  /**
   * Why the breach is excused.
   */
  excused?: Excuse | null;
}
/**
 * Why a breach is excused. The breach itself stays recorded.
 */
export interface Excuse {
  /**
   * Why.
   */
  reason: Code;
  /**
   * Who says so.
   */
  by: PersonId;
  /**
   * When.
   */
  at: Instant;
}
/**
 * A level was reached.
 */
export interface LevelReached {
  /**
   * Which clock.
   */
  metric: Metric;
  /**
   * Which level.
   */
  level: LevelId;
  /**
   * What it asks for.
   */
  kind: LevelKind;
  /**
   * Roles to be told.
   */
  notify?: Told[];
  /**
   * When.
   */
  at: Instant;
  /**
   * Seconds of the measure used up to then.
   */
  consumed_s: number;
}
/**
 * More than the target was used up.
 */
export interface Breached {
  /**
   * Which clock.
   */
  metric: Metric;
  /**
   * When: the second after the last one that met the target, or the decision that made it late.
   */
  at: Instant;
  /**
   * When it had been due.
   */
  due_at?: Instant | null;
}
/**
 * A recorded breach was excused.
 */
export interface Excused {
  /**
   * Which clock.
   */
  metric: Metric;
  /**
   * Why.
   */
  reason: Code;
  /**
   * Who says so.
   */
  by: PersonId;
  /**
   * When.
   */
  at: Instant;
}
/**
 * A notice that the host is asked to deliver.
 */
export interface NoticeRequestedBody {
  /**
   * By when, where that matters.
   */
  by?: Instant | null;
  /**
   * Its number within the record, counted from 1.
   */
  number: number;
  /**
   * To whom.
   */
  to: Recipient;
  /**
   * Why.
   */
  why: NoticeKind;
}
/**
 * The host's receipt for a notice.
 */
export interface NoticeDeliveredBody {
  /**
   * When it reached its recipient.
   */
  delivered_at: Instant;
  /**
   * The number of the notice within the record.
   */
  number: number;
}
/**
 * A major incident was declared.
 */
export interface MajorIncidentDeclaredBody {
  /**
   * The criteria that it meets.
   */
  criteria?: Code[];
  /**
   * The incident that it was declared for.
   */
  incident: RecordId;
  /**
   * The major incident manager.
   */
  manager: PersonId;
  /**
   * Why it was declared without a criterion.
   */
  manual_reason?: Text | null;
  /**
   * By when top management has to be told.
   */
  notice_due: Instant;
  /**
   * Who works on the resolution, as far as known.
   */
  resolvers?: PersonId[];
  /**
   * When the first update is due.
   */
  update_due: Instant;
  /**
   * How often those concerned are told, in seconds.
   */
  update_every_s: number;
}
/**
 * Its manager leads the restoration.
 */
export interface MajorIncidentManagedBody {
  /**
   * When the next update is due.
   */
  update_due: Instant;
  /**
   * How often those concerned are told, in seconds.
   */
  update_every_s: number;
}
/**
 * Those concerned were told how it stands.
 */
export interface MajorIncidentUpdatedBody {
  /**
   * What they were told.
   */
  text: Text;
  /**
   * When the next update is due.
   */
  update_due: Instant;
}
/**
 * The service works again.
 */
export interface MajorIncidentRestoredBody {
  /**
   * The end of the outage.
   */
  restoration: Restoration;
  /**
   * By when it has to be reviewed.
   */
  review_due: Instant;
}
/**
 * The end of the outage.
 */
export interface Restoration {
  /**
   * Whether the customers were told.
   */
  customers_told: boolean;
  /**
   * Whether the outage was closed at the instant of the restoration.
   */
  outage_closed: boolean;
  /**
   * Who resolved it; added to those known.
   */
  resolvers: PersonId[];
  /**
   * When the service worked again.
   */
  restored_at: Instant;
}
/**
 * The review began.
 */
export interface MajorIncidentReviewBegunBody {
  /**
   * Who leads it.
   */
  facilitator: PersonId;
}
/**
 * It was reviewed.
 */
export interface MajorIncidentReviewedBody {
  /**
   * What the review found.
   */
  review: MajorIncidentReview;
}
/**
 * What a review found.
 */
export interface MajorIncidentReview {
  /**
   * Who took part.
   */
  attendees: PersonId[];
  /**
   * Whether the causes are known.
   */
  causes_known: boolean;
  /**
   * Who led the review.
   */
  facilitator: PersonId;
  /**
   * What is to be done better.
   */
  improvements: Text[];
  /**
   * Whether problem management goes on with it.
   */
  problem: ProblemDecision;
  /**
   * What happened, in order.
   */
  timeline: TimelineEntry[];
  /**
   * What worked.
   */
  worked_well?: Text[];
}
/**
 * Something that happened, for the timeline.
 */
export interface TimelineEntry {
  /**
   * When.
   */
  at: Instant;
  /**
   * What.
   */
  text: Text;
}
/**
 * It was closed.
 */
export interface MajorIncidentClosedBody {
  /**
   * How.
   */
  closure: MajorClosure;
}
/**
 * How a major incident was closed.
 */
export interface MajorClosure {
  /**
   * The records of the actions that follow from the review.
   */
  actions?: RecordId[];
  /**
   * When.
   */
  at: Instant;
  /**
   * Who closed it.
   */
  by: PersonId;
  /**
   * Why no action follows, where none does.
   */
  no_action_reason?: Text | null;
  /**
   * The report that top management has.
   */
  report: Attachment;
}
/**
 * A file that the host keeps; the library keeps its name and hash.
 */
export interface Attachment {
  /**
   * SHA-256 of the content.
   */
  hash: Digest;
  /**
   * Where the host finds it.
   */
  reference: Text;
}
/**
 * It was taken back.
 */
export interface MajorIncidentDowngradedBody {
  /**
   * How.
   */
  downgrading: Downgrading;
}
/**
 * How a major incident was taken back.
 */
export interface Downgrading {
  /**
   * When.
   */
  at: Instant;
  /**
   * Who did it, the second of the two.
   */
  by: PersonId;
  /**
   * Who had proposed it.
   */
  proposed_by: PersonId;
  /**
   * Why it meets no criterion.
   */
  reason: Text;
}
/**
 * One of the two managers would take it back.
 */
export interface MajorIncidentDowngradeProposedBody {
  /**
   * Why it meets no criterion.
   */
  reason: Text;
}
/**
 * Another person leads.
 */
export interface MajorIncidentHandedOverBody {
  /**
   * The new major incident manager.
   */
  manager: PersonId;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Top management was not told in time.
 */
export interface MajorIncidentNoticeOverdueBody {
  /**
   * By when it had to be.
   */
  due: Instant;
}
/**
 * An update was missed.
 */
export interface MajorIncidentUpdateOverdueBody {
  /**
   * When it was due.
   */
  due: Instant;
  /**
   * When the next one is due.
   */
  update_due: Instant;
}
/**
 * It was not reviewed in time.
 */
export interface MajorIncidentReviewOverdueBody {
  /**
   * By when it had to be.
   */
  due: Instant;
}
/**
 * A request was submitted.
 */
export interface ServiceRequestSubmittedBody {
  /**
   * For whom.
   */
  beneficiary: PersonId;
  /**
   * How the requester can be reached.
   */
  contact?: Commitment | null;
  /**
   * The customer.
   */
  customer?: CustomerId | null;
  /**
   * The inputs of the model.
   */
  inputs?: {
    [k: string]: Text;
  };
  /**
   * The model.
   */
  model: Code;
  /**
   * Who asks.
   */
  requester: PersonId;
  /**
   * The service it is about.
   */
  service?: ServiceId | null;
}
/**
 * The beneficiary is entitled; it is classified.
 */
export interface ServiceRequestValidatedBody {
  /**
   * The roles that the beneficiary holds.
   */
  beneficiary_roles: Roles;
  /**
   * What it is.
   */
  classification: RequestClassification;
  /**
   * The priority of the matrix.
   */
  priority: number;
}
/**
 * What a service request is: set by the desk.
 */
export interface RequestClassification {
  /**
   * The category, for which the group must be competent.
   */
  category: Code;
  /**
   * The impact, as the matrix numbers it.
   */
  impact: number;
  /**
   * The urgency, as the matrix numbers it.
   */
  urgency: number;
}
/**
 * Its approvers are asked.
 */
export interface ServiceRequestApprovalRequestedBody {
  /**
   * The ballot, open.
   */
  ballot: Ballot;
}
/**
 * A vote of several persons on one content. 审批表决
 *
 * ```
 * use itsm::kernel::{
 *     ApprovalRule, Ballot, BallotOpening, BallotOutcome, Digest, Instant, PersonId, Roles, Threshold, Vote,
 *     VoteDecision, Voter,
 * };
 * let now = Instant::parse("2026-11-21T01:48:51Z").unwrap();
 * let person = |id: &str| PersonId::new(id).unwrap();
 * let plan = Digest::of(b"the plan");
 * let mut ballot = Ballot::open(BallotOpening {
 *     subject: plan,
 *     rule: ApprovalRule {
 *         threshold: Threshold::percent(60).unwrap(),
 *         quorum: 0,
 *         veto_roles: Roles::NONE,
 *         required_roles: Roles::NONE,
 *         valid_for_s: None,
 *     },
 *     voters: ["a", "b", "c"].map(|id| Voter { person: person(id), roles: Roles::NONE }).into(),
 *     excluded: vec![],
 * }, &[], now).unwrap();
 * for id in ["a", "c"] {
 *     let vote = Vote {
 *         by: person(id),
 *         cast_by: person(id),
 *         decision: VoteDecision::Approve,
 *         comment: String::new(),
 *         at: now,
 *     };
 *     let cast = ballot.decide_vote(vote, &[], now).unwrap();
 *     ballot.apply(&cast);
 * }
 * assert_eq!(ballot.outcome(), BallotOutcome::Accepted { at: now });
 * assert!(ballot.in_force(plan, now));
 * assert!(!ballot.in_force(Digest::of(b"the plan, edited"), now));
 * ```
 */
export interface Ballot {
  subject: Digest;
  rule: ApprovalRule;
  /**
   * Sorted by person, each once.
   */
  voters: Voter[];
  excluded?: Excluded[];
  delegations?: Delegation[];
  votes?: Vote[];
  waived?: WaiverUse[];
  opened_at: Instant;
  outcome: BallotOutcome;
  valid_until?: Instant | null;
}
/**
 * When a ballot is accepted or refused. 审批规则
 *
 * ```
 * use itsm::kernel::ApprovalRule;
 * let rule: ApprovalRule = serde_json::from_str(
 *     r#"{"threshold": {"percent": 60}, "quorum": 3, "veto_roles": ["secm"], "valid_for_s": 2592000}"#,
 * ).unwrap();
 * assert_eq!(rule.threshold.needed(5), 3);
 * assert!(serde_json::from_str::<ApprovalRule>(r#"{"threshold": {"percent": 0}}"#).is_err());
 * ```
 */
export interface ApprovalRule {
  /**
   * The approvals needed.
   */
  threshold: Threshold;
  /**
   * Persons whose vote must be in before acceptance; abstentions count. 0: no quorum.
   */
  quorum?: number;
  /**
   * A rejection by a voter who holds one of these refuses at once.
   */
  veto_roles?: Roles;
  /**
   * For each of these, a voter who holds it must have approved before acceptance.
   */
  required_roles?: Roles;
  /**
   * Seconds for which an acceptance holds; without it, as long as the content is the same.
   */
  valid_for_s?: number | null;
}
/**
 * A person with a vote.
 */
export interface Voter {
  /**
   * Who.
   */
  person: PersonId;
  /**
   * The roles in which the person votes.
   */
  roles: Roles;
}
/**
 * A person who may not approve this subject, and the row of the separation of duties that says so.
 */
export interface Excluded {
  /**
   * Who: the requester, the implementer, the author, the beneficiary.
   */
  person: PersonId;
  /**
   * Why.
   */
  row: Duty;
}
/**
 * A voter lets another person vote for him. The last one recorded holds; the voter may still vote himself.
 */
export interface Delegation {
  /**
   * The voter.
   */
  from: PersonId;
  /**
   * His delegate.
   */
  to: PersonId;
  /**
   * When it was recorded; it covers votes given from then on.
   */
  at: Instant;
}
/**
 * One vote.
 */
export interface Vote {
  /**
   * The voter whose vote it is.
   */
  by: PersonId;
  /**
   * Who cast it: the voter, or his delegate.
   */
  cast_by: PersonId;
  /**
   * What the voter says.
   */
  decision: VoteDecision;
  /**
   * In words.
   */
  comment?: string;
  /**
   * When it was given; an earlier instant than the recording for a vote given by word of mouth.
   */
  at: Instant;
}
/**
 * One use of a waiver.
 */
export interface WaiverUse {
  /**
   * Who was let through, against which row.
   */
  excluded: Excluded;
  /**
   * By which waiver.
   */
  waiver: RecordId;
}
/**
 * An approver voted.
 */
export interface ServiceRequestVotedBody {
  /**
   * The vote and where the ballot stands with it.
   */
  cast: Cast;
}
/**
 * A vote that counts: the event that [`Ballot::decide_vote`] yields and [`Ballot::apply`] folds in.
 */
export interface Cast {
  /**
   * The vote.
   */
  vote: Vote;
  /**
   * Where the ballot stands with it.
   */
  outcome: BallotOutcome;
  /**
   * The last instant at which the acceptance holds, where accepted and limited.
   */
  valid_until?: Instant | null;
  /**
   * The waivers without which the vote would have been refused; every use is counted (spec 3.0.7).
   */
  waived?: WaiverUse[];
}
/**
 * An approver lets another person vote.
 */
export interface ServiceRequestDelegatedBody {
  /**
   * Who for whom.
   */
  delegation: Delegation;
}
/**
 * It may be fulfilled.
 */
export interface ServiceRequestApprovedBody {}
/**
 * An approver returned it for rework.
 */
export interface ServiceRequestReturnedBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Its inputs changed; a ballot on the former ones is void.
 */
export interface ServiceRequestEditedBody {
  /**
   * All inputs.
   */
  inputs: {
    [k: string]: Text;
  };
}
/**
 * A group took it.
 */
export interface ServiceRequestFulfilmentBegunBody {
  /**
   * Who has it.
   */
  assignment: Assignment;
  /**
   * The instructions.
   */
  instructions: Instructions;
  /**
   * What has to be done.
   */
  tasks?: Code[];
}
/**
 * A version of a document with instructions.
 */
export interface Instructions {
  /**
   * The document.
   */
  document: Code;
  /**
   * Its effective version.
   */
  version: number;
}
/**
 * An action was recorded.
 */
export interface ServiceRequestWorkedBody {
  /**
   * What was done.
   */
  note: Text;
}
/**
 * A task was done.
 */
export interface ServiceRequestTaskFinishedBody {
  /**
   * Which.
   */
  task: Code;
}
/**
 * It waits.
 */
export interface ServiceRequestWaitedBody {
  /**
   * The note.
   */
  note: Text;
  /**
   * For what.
   */
  reason: PendingReason;
  /**
   * When a timer ends the wait, if one does.
   */
  resumes_at?: Instant | null;
  /**
   * The expected end.
   */
  until: Instant;
}
/**
 * The wait is over.
 */
export interface ServiceRequestResumedBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It is done.
 */
export interface ServiceRequestFulfilledBody {
  /**
   * When it closes by itself, if it may.
   */
  closes_at?: Instant | null;
  /**
   * What was done.
   */
  fulfilment: Fulfilment;
  /**
   * How many delivered notices it takes to close by itself.
   */
  notices: number;
  /**
   * When the requester is told again until then.
   */
  reminders?: Instant[];
}
/**
 * What was done for a service request.
 */
export interface Fulfilment {
  /**
   * The access that was granted.
   */
  access?: AccessGrant[];
  /**
   * The configuration items that were altered.
   */
  cis?: CiId[];
  /**
   * What proves it.
   */
  evidence: Attachment[];
}
/**
 * It is closed.
 */
export interface ServiceRequestClosedBody {
  /**
   * How.
   */
  closure: RequestClosure;
}
/**
 * How a service request was closed.
 */
export interface RequestClosure {
  /**
   * When.
   */
  at: Instant;
  /**
   * Whether a timer closed it, because nobody answered.
   */
  automatic: boolean;
  /**
   * Who confirmed.
   */
  confirmed_by: PersonId;
}
/**
 * It was refused.
 */
export interface ServiceRequestRejectedBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It was taken back.
 */
export interface ServiceRequestCancelledBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It goes on as something else.
 */
export interface ServiceRequestConvertedBody {
  /**
   * Why.
   */
  reason: Text;
  /**
   * As what.
   */
  to: ConvertedTo;
}
/**
 * The requester is told how it stands.
 */
export interface ServiceRequestInformedBody {}
/**
 * Another record was linked.
 */
export interface ServiceRequestLinkedBody {
  /**
   * The link.
   */
  link: Link;
}
/**
 * The clocks were measured again.
 */
export interface ServiceRequestRecalculatedBody {
  /**
   * Why.
   */
  reason: Code;
}
/**
 * An item was registered.
 */
export interface ConfigurationItemRegisteredBody {
  /**
   * What it is.
   */
  configuration: Configuration;
  /**
   * Who answers for it.
   */
  owner: PersonId;
  /**
   * In which state it is.
   */
  phase: CiPhase;
  /**
   * Whether it was taken over as it was found.
   */
  imported?: boolean;
}
/**
 * What a configuration item is: the content that is controlled, baselined and compared.
 */
export interface Configuration {
  /**
   * What is recorded of it, by its type.
   */
  attributes?: {
    [k: string]: Text;
  };
  /**
   * How many of a group of providers it needs.
   */
  gates?: {
    [k: string]: Gate;
  };
  /**
   * Where it is.
   */
  location?: Code | null;
  /**
   * What people call it.
   */
  name: Text;
  /**
   * Its relations to other items, seen from it.
   */
  relations?: Relation[];
  /**
   * The supplier of it.
   */
  supplier?: Code | null;
  /**
   * Its type.
   */
  type: Code;
  /**
   * Its version: of a program, of a firmware.
   */
  version?: Text | null;
}
/**
 * How much weight a group may lose.
 */
export interface WeightedGate {
  /**
   * Down when the members that are down hold more than this share of the weight, in percent, 0 to 99.
   */
  down_above_percent: number;
  /**
   * Degraded when the members that are degraded or down hold more than this share, in percent. Without it, the share above.
   */
  degraded_above_percent?: number | null;
}
/**
 * A relation between two items. 配置项关系
 */
export interface Relation {
  /**
   * Its id; a relation without one is known by its ends, kind and group, and those only once.
   */
  id?: RelationId | null;
  /**
   * The item it is read from: `mail` in `mail runs_on vm-1`.
   */
  from: CiId;
  /**
   * The item it is read to.
   */
  to: CiId;
  /**
   * One of the kinds of the document.
   */
  kind: Code;
  /**
   * The group of providers it belongs to, at whichever end suffers.
   */
  group?: Code | null;
  /**
   * Its weight in a weighted gate, 1 to [`limits::RELATION_WEIGHT`]; 1 unless stated.
   */
  weight?: number | null;
  /**
   * How hard it hits, where that differs from its kind.
   */
  strength?: Strength | null;
  /**
   * How sure it is that the relation exists, in parts per million.
   */
  confidence_ppm?: number | null;
  /**
   * When somebody or something last saw it.
   */
  verified_at?: Instant | null;
}
/**
 * It moved to another state.
 */
export interface ConfigurationItemMovedBody {
  /**
   * Why it might.
   */
  cause?: Cause | null;
  /**
   * Where it is kept, when it went into stock.
   */
  location?: Code | null;
  /**
   * In words.
   */
  reason?: Text;
  /**
   * Where it stands now.
   */
  to: CiPhase;
}
/**
 * It is gone.
 */
export interface ConfigurationItemDisposedBody {
  /**
   * What proves it.
   */
  evidence: Attachment;
}
/**
 * It has become something else.
 */
export interface ConfigurationItemAlteredBody {
  /**
   * What is new of it.
   */
  update: Update;
}
/**
 * Records what it has become; what is absent stays.
 */
export interface Update {
  /**
   * Attributes; an empty text takes one away.
   */
  attributes?: {
    [k: string]: Text;
  };
  /**
   * Why it may change; needed where the item is in use and its type under control.
   */
  cause?: Cause | null;
  /**
   * Gates; `null` takes one away.
   */
  gates?: {
    [k: string]: Gate | null;
  };
  /**
   * Where it is.
   */
  location?: Code | null;
  /**
   * What people call it.
   */
  name?: Text | null;
  /**
   * Who answers for it.
   */
  owner?: PersonId | null;
  /**
   * The supplier of it.
   */
  supplier?: Code | null;
  /**
   * Its version.
   */
  version?: Text | null;
}
/**
 * It has a relation more, or another one of that key.
 */
export interface ConfigurationItemRelatedBody {
  /**
   * Why it might change.
   */
  cause?: Cause | null;
  /**
   * The relation.
   */
  relation: Relation;
}
/**
 * It has a relation less.
 */
export interface ConfigurationItemUnrelatedBody {
  /**
   * Why it might change.
   */
  cause?: Cause | null;
  /**
   * Which.
   */
  relation: RelationKey;
}
/**
 * Items were captured.
 */
export interface BaselineCapturedBody {
  /**
   * What for.
   */
  purpose: Purpose;
  /**
   * The change or release it is for.
   */
  subject?: RecordId | null;
  /**
   * What was captured, sorted by item.
   */
  items: CapturedItem[];
  /**
   * The hash over it.
   */
  hash: Digest;
}
/**
 * One item as it was captured.
 */
export interface CapturedItem {
  /**
   * The hash of its configuration.
   */
  content: Digest;
  /**
   * Which.
   */
  item: RecordId;
  /**
   * The version of its record; the journal tells what it said.
   */
  version: number;
}
/**
 * It was frozen.
 */
export interface BaselineFrozenBody {}
/**
 * Another baseline took its place.
 */
export interface BaselineSupersededBody {
  /**
   * Which.
   */
  by: RecordId;
}
/**
 * Puts a master into the library.
 */
export interface DefinitiveItemRegisteredBody {
  /**
   * The SHA-256 of the master.
   */
  checksum: Digest;
  /**
   * The configuration item that it is the master of.
   */
  item: RecordId;
  /**
   * Under which licence it is used.
   */
  licence: Text;
  /**
   * Where it is kept.
   */
  location: Text;
  /**
   * The version of the item that it is.
   */
  version: Text;
}
/**
 * It was compared with its checksum.
 */
export interface DefinitiveItemVerifiedBody {
  /**
   * The checksum as it was found.
   */
  checksum: Digest;
  /**
   * Whether it is what was put there.
   */
  intact: boolean;
}
/**
 * Another one took its place.
 */
export interface DefinitiveItemSupersededBody {
  /**
   * Which.
   */
  by: RecordId;
}
/**
 * It was withdrawn.
 */
export interface DefinitiveItemWithdrawnBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It was planned.
 */
export interface ConfigurationAuditPlannedBody {
  /**
   * Who audits.
   */
  auditor: PersonId;
  /**
   * How items are verified.
   */
  method: Method;
  /**
   * The items in scope.
   */
  scope: RecordId[];
}
/**
 * It has another auditor.
 */
export interface ConfigurationAuditAssignedBody {
  /**
   * Who.
   */
  auditor: PersonId;
}
/**
 * It will not be held.
 */
export interface ConfigurationAuditCancelledBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It began.
 */
export interface ConfigurationAuditBegunBody {}
/**
 * Items were verified.
 */
export interface ConfigurationAuditRecordedBody {
  /**
   * What was found.
   */
  findings: Finding[];
}
/**
 * What was found of one item.
 */
export interface Finding {
  /**
   * How many of its attributes were verified.
   */
  attributes_verified: number;
  /**
   * What is wrong with it; empty: nothing.
   */
  deficiencies?: Found[];
  /**
   * Which.
   */
  item: RecordId;
}
/**
 * One thing that is wrong with an item.
 */
export interface Found {
  /**
   * The attribute, where one differs.
   */
  attribute?: Code | null;
  /**
   * What was found.
   */
  found?: Text;
  /**
   * What is wrong.
   */
  kind: DeficiencyKind;
  /**
   * What is registered.
   */
  registered?: Text;
}
/**
 * The verification ended.
 */
export interface ConfigurationAuditConcludedBody {
  /**
   * Whether anything is wrong.
   */
  deficient: boolean;
  /**
   * By when deficiencies have to be closed.
   */
  due: Instant;
}
/**
 * It was reported.
 */
export interface ConfigurationAuditReportedBody {
  /**
   * The hash of the report.
   */
  report: Digest;
}
/**
 * It is decided what is done about a deficiency.
 */
export interface ConfigurationAuditCorrectedBody {
  /**
   * What.
   */
  correction: Correction;
  /**
   * Its number, from 1.
   */
  deficiency: number;
}
/**
 * A deficiency is gone.
 */
export interface ConfigurationAuditDeficiencyClosedBody {
  /**
   * Its number, from 1.
   */
  deficiency: number;
}
/**
 * Deficiencies were not closed in time.
 */
export interface ConfigurationAuditDeficienciesOverdueBody {
  /**
   * By when they had to be.
   */
  due: Instant;
}
/**
 * It was closed.
 */
export interface ConfigurationAuditClosedBody {}
/**
 * It was planned.
 */
export interface ReleasePlannedBody {
  /**
   * What, when and how.
   */
  plan: ReleasePlan;
  /**
   * The services it is for.
   */
  services?: ServiceId[];
  /**
   * What people call it.
   */
  title: Text;
  /**
   * Its type.
   */
  type: ReleaseType;
}
/**
 * What the parties agree to: the content that an agreement is bound to.
 */
export interface ReleasePlan {
  /**
   * How it is taken back.
   */
  back_out: Text;
  /**
   * Who builds.
   */
  builders: PersonId[];
  /**
   * The changes it contains.
   */
  changes: RecordId[];
  /**
   * Who is told what.
   */
  communication: Text;
  /**
   * What has to be met, by name.
   */
  criteria: Code[];
  /**
   * What is delivered.
   */
  deliverables: Text[];
  /**
   * Who deploys.
   */
  deployers: PersonId[];
  /**
   * The configuration items that it alters.
   */
  items: RecordId[];
  /**
   * How it reaches its targets.
   */
  rollout: Text;
  /**
   * Where it goes.
   */
  targets: Code[];
  /**
   * Who tests.
   */
  testers: PersonId[];
  /**
   * Who is trained in what.
   */
  training: Text;
  /**
   * The window of its deployment begins.
   */
  window_from: Instant;
  /**
   * The window ends.
   */
  window_until: Instant;
}
/**
 * The parties were asked to agree.
 */
export interface ReleasePlanSubmittedBody {
  /**
   * Their ballot.
   */
  ballot: Ballot;
}
/**
 * A party voted.
 */
export interface ReleaseVotedBody {
  /**
   * What, and where the ballot stands.
   */
  cast: Cast;
}
/**
 * Another person may vote for a party.
 */
export interface ReleaseDelegatedBody {
  /**
   * Who for whom.
   */
  delegation: Delegation;
}
/**
 * The parties agree.
 */
export interface ReleasePlanApprovedBody {}
/**
 * The plan changed.
 */
export interface ReleaseEditedBody {
  /**
   * The whole plan.
   */
  plan: ReleasePlan;
}
/**
 * It was built.
 */
export interface ReleaseBuiltBody {
  /**
   * What it brings.
   */
  built: Built[];
}
/**
 * One thing that a release brings: an item in a version, built from its master, for a change.
 */
export interface Built {
  /**
   * The change that it is for.
   */
  change: RecordId;
  /**
   * The SHA-256 of what is deployed.
   */
  checksum: Digest;
  /**
   * The configuration item.
   */
  item: RecordId;
  /**
   * The definitive item that it is built from.
   */
  master: RecordId;
  /**
   * The version that the item has afterwards.
   */
  version: Text;
}
/**
 * It was tested.
 */
export interface ReleaseTestedBody {
  /**
   * Why the test was reduced.
   */
  reduced_because?: Text | null;
  /**
   * The tests.
   */
  tests: TestRecord[];
}
/**
 * A test.
 */
export interface TestRecord {
  /**
   * How many cases were run.
   */
  cases: number;
  /**
   * Where.
   */
  environment: Code;
  /**
   * How many failed.
   */
  failed: number;
  /**
   * What it says, in words.
   */
  result: Text;
}
/**
 * It was accepted.
 */
export interface ReleaseAcceptedBody {
  /**
   * By whom.
   */
  by: PersonId[];
  /**
   * What is not met.
   */
  exceptions?: Exceptions | null;
  /**
   * Whether after its deployment.
   */
  late: boolean;
}
/**
 * One party would accept it as it is.
 */
export interface ReleaseExceptionsProposedBody {
  /**
   * What.
   */
  proposal: Proposal;
}
/**
 * One party has proposed to accept with exceptions.
 */
export interface Proposal {
  /**
   * What.
   */
  exceptions: Exceptions;
  /**
   * By whom.
   */
  by: PersonId;
  /**
   * Whether for the customer; else for the service owner.
   */
  for_customer: boolean;
}
/**
 * It was returned to its builders.
 */
export interface ReleaseReturnedBody {
  /**
   * What is wrong.
   */
  defects: Text;
}
/**
 * The affected items are captured.
 */
export interface ReleaseBaselinedBody {
  /**
   * The baseline.
   */
  baseline: RecordId;
}
/**
 * Its deployment began.
 */
export interface ReleaseDeploymentBegunBody {}
/**
 * It is on every target.
 */
export interface ReleaseDeployedBody {
  /**
   * By when an emergency release has to be accepted.
   */
  acceptance_due?: Instant | null;
  /**
   * What was found there.
   */
  integrity: IntegrityCheck[];
}
/**
 * What was found on one target after the deployment.
 */
export interface IntegrityCheck {
  /**
   * The checksums found, by item.
   */
  checksums: {
    [k: string]: Digest;
  };
  /**
   * Which target.
   */
  target: Code;
}
/**
 * The targets are as they were.
 */
export interface ReleaseRolledBackBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Its effects are watched.
 */
export interface ReleaseObservationBegunBody {
  /**
   * Until when.
   */
  until: Instant;
}
/**
 * The observation is over.
 */
export interface ReleaseObservationEndedBody {}
/**
 * An emergency release was not accepted in time.
 */
export interface ReleaseAcceptanceOverdueBody {
  /**
   * By when it had to be.
   */
  due: Instant;
}
/**
 * It was reviewed.
 */
export interface ReleaseReviewedBody {
  /**
   * What the observation found.
   */
  review: ReleaseReview;
}
/**
 * What the observation measured, and what follows from it.
 */
export interface ReleaseReview {
  /**
   * What follows.
   */
  conclusions: Text;
  /**
   * How long services were down because of it, in seconds.
   */
  downtime_s: number;
  /**
   * The incidents that it caused.
   */
  incidents: RecordId[];
  /**
   * Who reviewed.
   */
  reviewers: PersonId[];
  /**
   * What users felt.
   */
  user_effect: Text;
}
/**
 * It was closed.
 */
export interface ReleaseClosedBody {
  /**
   * How it ended.
   */
  outcome: ReleaseOutcome;
}
/**
 * It was given up.
 */
export interface ReleaseCancelledBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * A request for change was begun.
 */
export interface ChangeDraftedBody {
  /**
   * What it comes from.
   */
  raised_from?: RecordId[];
  /**
   * Who asks.
   */
  requester: PersonId;
  /**
   * What is asked for.
   */
  rfc: Rfc;
}
/**
 * A request for change. A draft may leave texts empty; a submitted one is complete (T-CHG-01).
 */
export interface Rfc {
  /**
   * What it is called.
   */
  title?: Text;
  /**
   * Why.
   */
  reason?: Text;
  /**
   * What it is good for.
   */
  benefit?: Text;
  /**
   * What happens if it is not done.
   */
  not_doing?: Text;
  /**
   * What it does.
   */
  kind?: ChangeKind & string;
  /**
   * The services concerned.
   */
  services?: ServiceId[];
  /**
   * The configuration items that it alters.
   */
  cis?: CiId[];
  /**
   * Why it alters none, where it does not.
   */
  no_cis?: Text | null;
  /**
   * By when it is wished for.
   */
  wished_for?: Instant | null;
}
/**
 * It was submitted.
 */
export interface ChangeSubmittedBody {}
/**
 * It was found complete and classified.
 */
export interface ChangeAcceptedBody {
  /**
   * Who assesses what.
   */
  assessors: {
    business?: PersonId;
    technical?: PersonId;
    feasibility?: PersonId;
    cost?: PersonId;
    availability?: PersonId;
    continuity?: PersonId;
    security?: PersonId;
    capacity?: PersonId;
    conflict?: PersonId;
  };
  /**
   * Its category.
   */
  category: ChangeCategory;
  /**
   * Why that is lower than proposed, where it is.
   */
  lowered?: Lowering | null;
  /**
   * Who answers for it.
   */
  owner: PersonId;
  /**
   * The first score.
   */
  risk: RiskScore;
}
/**
 * A category lower than the risk score proposes.
 */
export interface Lowering {
  /**
   * What was proposed.
   */
  proposed: ChangeCategory;
  /**
   * Who lowered it.
   */
  by: PersonId;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * A risk score with its explanation. 风险评分
 *
 * ```
 * use itsm::control::change::{ChangeKind, Rfc, RiskEstimate, RiskScore};
 * use itsm::control::{ChangeCategory, RiskRules};
 * let rfc = Rfc { kind: ChangeKind::Modification, ..Rfc::default() };
 * let estimate = RiskEstimate { probability: 3, impact: 4 };
 * let score = RiskScore::of(&RiskRules::default(), &rfc, estimate, false, true);
 * assert_eq!(score.total, 3 * 4 + 2 + 2);
 * assert_eq!(score.proposes, ChangeCategory::Major);
 * ```
 */
export interface RiskScore {
  /**
   * Points beyond probability × impact, in order of their rules.
   */
  additions?: RiskAddition[];
  /**
   * Criteria that make it major whatever the total: `service_removal`, `service_transfer`, `major_service`.
   */
  criteria?: Code[];
  /**
   * What it is made of.
   */
  estimate: RiskEstimate;
  /**
   * The category that it proposes.
   */
  proposes: ChangeCategory;
  /**
   * The total.
   */
  total: number;
}
/**
 * Points beyond probability × impact.
 */
export interface RiskAddition {
  /**
   * By which rule: `untested_back_out`, `critical_service`.
   */
  rule: Code;
  /**
   * How many.
   */
  points: number;
}
/**
 * What a score is made of.
 */
export interface RiskEstimate {
  /**
   * How probable a failure is: 1 to 5.
   */
  probability: number;
  /**
   * How much it would do: 1 to 5.
   */
  impact: number;
}
/**
 * It was given another category.
 */
export interface ChangeReclassifiedBody {
  /**
   * Which.
   */
  category: ChangeCategory;
  /**
   * Why it is lower than proposed, where it is.
   */
  lowered?: Lowering | null;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Owner or assessors were named.
 */
export interface ChangeAssignedBody {
  /**
   * Assessors added or replaced.
   */
  assessors?: {
    business?: PersonId;
    technical?: PersonId;
    feasibility?: PersonId;
    cost?: PersonId;
    availability?: PersonId;
    continuity?: PersonId;
    security?: PersonId;
    capacity?: PersonId;
    conflict?: PersonId;
  };
  /**
   * The owner from now on.
   */
  owner?: PersonId | null;
}
/**
 * An assessor said what he thinks.
 */
export interface ChangeOpinedBody {
  /**
   * Of what.
   */
  assessment: Assessment;
  /**
   * What.
   */
  opinion: Opinion;
}
/**
 * What an assessor said.
 */
export interface Opinion {
  /**
   * Who.
   */
  by: PersonId;
  /**
   * When.
   */
  at: Instant;
  /**
   * In a word.
   */
  verdict: Verdict;
  /**
   * In words.
   */
  text: Text;
}
/**
 * It was assessed.
 */
export interface ChangeAssessedBody {
  /**
   * Its category from now on.
   */
  category: ChangeCategory;
  /**
   * What it reaches.
   */
  reach?: Reach | null;
  /**
   * The score.
   */
  risk: RiskScore;
}
/**
 * What the graph of configuration items says that a change reaches.
 */
export interface Reach {
  /**
   * Whether a critical service is among it.
   */
  critical: boolean;
  /**
   * How many items and services.
   */
  count: number;
  /**
   * The services.
   */
  services?: ServiceId[];
}
/**
 * Its authority is asked about the content as it is from now on.
 */
export interface ChangeApprovalRequestedBody {
  /**
   * The ballot.
   */
  ballot: Ballot;
  /**
   * Its category from now on.
   */
  category: ChangeCategory;
  /**
   * The plan.
   */
  plan: ChangePlan;
  /**
   * The score under that plan.
   */
  risk: RiskScore;
  /**
   * The service plan of a major change.
   */
  service_plan?: ServicePlan | null;
}
/**
 * How a change is to be done.
 */
export interface ChangePlan {
  /**
   * Who builds.
   */
  builder: PersonId;
  /**
   * Who tests.
   */
  tester: PersonId;
  /**
   * Who implements.
   */
  implementer: PersonId;
  /**
   * When.
   */
  window: ChangeWindow;
  /**
   * The steps of the implementation.
   */
  steps: Text;
  /**
   * What is tested, and how.
   */
  test: Text;
  /**
   * How it is undone.
   */
  back_out: BackOutPlan;
  /**
   * Who is told, and when.
   */
  communication: Text;
  /**
   * How it is seen that it works.
   */
  verification: Text;
  /**
   * Why the window begins before the lead time of the category is over, where it does.
   */
  short_notice?: Text | null;
}
/**
 * The stretch `[from, until)` in which a change is implemented.
 */
export interface ChangeWindow {
  /**
   * Its first instant.
   */
  from: Instant;
  /**
   * The first instant after it.
   */
  until: Instant;
}
/**
 * How the state before is restored, or the failure remedied.
 */
export interface BackOutPlan {
  /**
   * How.
   */
  steps: Text;
  /**
   * Whether that was tested.
   */
  tested: boolean;
  /**
   * Why not, where it was not.
   */
  not_tested?: Text | null;
}
/**
 * The plan of new, changed, removed and transferred services that a major change waits for.
 */
export interface ServicePlan {
  /**
   * Its record, or the number of its document.
   */
  plan: RecordId;
  /**
   * Who approved it.
   */
  approved_by: PersonId;
  /**
   * When.
   */
  approved_at: Instant;
  /**
   * Its document, where the host keeps it.
   */
  document?: Attachment | null;
}
/**
 * An approver voted.
 */
export interface ChangeVotedBody {
  /**
   * The vote and where the ballot stands with it.
   */
  cast: Cast;
}
/**
 * An approver lets another person vote.
 */
export interface ChangeDelegatedBody {
  /**
   * Who for whom.
   */
  delegation: Delegation;
}
/**
 * It was approved.
 */
export interface ChangeApprovedBody {}
/**
 * It was returned for rework.
 */
export interface ChangeReturnedBody {
  /**
   * What is to be reworked.
   */
  reason: Text;
}
/**
 * It was put off.
 */
export interface ChangeDeferredBody {
  /**
   * Why.
   */
  reason: Text;
  /**
   * To when.
   */
  until: Instant;
}
/**
 * It was refused.
 */
export interface ChangeRejectedBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It was taken back.
 */
export interface ChangeWithdrawnBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Its content changed; approvals of the content before are void.
 */
export interface ChangeEditedBody {
  /**
   * The plan from now on, where it changed.
   */
  plan?: ChangePlan | null;
  /**
   * What it reaches from now on, where that was asked again.
   */
  reach?: Reach | null;
  /**
   * The request from now on, where it changed.
   */
  rfc?: Rfc | null;
}
/**
 * It was built and tested.
 */
export interface ChangeBuiltTestedBody {
  /**
   * How.
   */
  tested: Tested;
}
/**
 * How a change was built and tested.
 */
export interface Tested {
  /**
   * What was tested.
   */
  results?: TestResult[];
  /**
   * Why nothing can be tested, where nothing can.
   */
  not_testable?: Text | null;
  /**
   * What proves it.
   */
  evidence?: Attachment[];
}
/**
 * One test and its result.
 */
export interface TestResult {
  /**
   * What was tested.
   */
  what: Text;
  /**
   * Whether it passed.
   */
  passed: boolean;
}
/**
 * A conflict was waived.
 */
export interface ChangeConflictWaivedBody {
  /**
   * Which, by whom, why.
   */
  waiver: ConflictWaiver;
}
/**
 * A conflict that somebody entitled has waived for one window of one change.
 */
export interface ConflictWaiver {
  /**
   * The rule.
   */
  rule: Code;
  /**
   * The other record, or the freeze.
   */
  with: Text;
  /**
   * The item over which, if it is over one.
   */
  ci?: CiId | null;
  /**
   * The window it was waived for; another one asks again.
   */
  window: ChangeWindow;
  /**
   * Who waived it.
   */
  by: PersonId;
  /**
   * When.
   */
  at: Instant;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It has its place in the schedule of change.
 */
export interface ChangeScheduledBody {
  /**
   * The conflicts that are known: waived ones, and as many soft ones as a change keeps.
   */
  conflicts?: Conflict[];
  /**
   * How many soft ones there are besides.
   */
  further_conflicts?: number;
  /**
   * What a standard change is implemented under.
   */
  standard?: StandardUse | null;
}
/**
 * Something in the way of a change, as the schedule found it.
 */
export interface Conflict {
  /**
   * The rule it breaks.
   */
  rule: Code;
  /**
   * The other record, or the freeze.
   */
  with: string;
  /**
   * The item over which, if it is over one.
   */
  ci?: CiId | null;
  /**
   * How firmly.
   */
  firmness: Firmness;
  /**
   * Who may waive it.
   */
  waivable_by?: Roles;
}
/**
 * The use of a standard change model.
 */
export interface StandardUse {
  /**
   * The model.
   */
  model: RecordId;
  /**
   * Who implements it.
   */
  implementer: PersonId;
  /**
   * When.
   */
  window: ChangeWindow;
}
/**
 * An emergency was authorised.
 */
export interface ChangeEmergencyAuthorisedBody {
  /**
   * Who assesses what afterwards.
   */
  assessors?: {
    business?: PersonId;
    technical?: PersonId;
    feasibility?: PersonId;
    cost?: PersonId;
    availability?: PersonId;
    continuity?: PersonId;
    security?: PersonId;
    capacity?: PersonId;
    conflict?: PersonId;
  };
  /**
   * By whom, why.
   */
  authorisation: EmergencyAuthorisation;
  /**
   * Who answers for it.
   */
  owner: PersonId;
}
/**
 * An emergency authorisation.
 */
export interface EmergencyAuthorisation {
  /**
   * Who gave it.
   */
  by: PersonId;
  /**
   * When it was given.
   */
  given_at: Instant;
  /**
   * When it was recorded; later than given where it was given by word of mouth.
   */
  recorded_at: Instant;
  /**
   * The criterion of the policy.
   */
  criterion: Code;
  /**
   * The major incident that it restores.
   */
  major_incident?: RecordId | null;
  /**
   * The risk that is taken.
   */
  risk: Text;
  /**
   * Who implements it.
   */
  implementer: PersonId;
}
/**
 * Its implementation began.
 */
export interface ChangeImplementationBegunBody {
  /**
   * How it can be undone, where that is not in its plan.
   */
  back_out_known?: Text | null;
  /**
   * The baseline taken before.
   */
  baseline?: RecordId | null;
  /**
   * Who implements it.
   */
  implementer: PersonId;
  /**
   * When.
   */
  started_at: Instant;
}
/**
 * It was implemented.
 */
export interface ChangeImplementedBody {
  /**
   * What went otherwise than planned.
   */
  deviations?: Text[];
  /**
   * By when an emergency is documented.
   */
  documentation_due?: Instant | null;
  /**
   * Who else implemented it.
   */
  implementers?: PersonId[];
  /**
   * By when its items are updated; an emergency does that with its documentation.
   */
  items_due?: Instant | null;
  /**
   * By when it is reviewed.
   */
  review_due: Instant;
  /**
   * The steps done.
   */
  steps: Text[];
  /**
   * How it was seen that it works.
   */
  verification: Text;
}
/**
 * It was undone.
 */
export interface ChangeBackedOutBody {
  /**
   * Why and how.
   */
  back_out: BackOut;
  /**
   * By when an emergency is documented.
   */
  documentation_due?: Instant | null;
  /**
   * Who else implemented it.
   */
  implementers?: PersonId[];
  /**
   * By when it is reviewed.
   */
  review_due: Instant;
  /**
   * The steps done.
   */
  steps?: Text[];
}
/**
 * How a change was undone.
 */
export interface BackOut {
  /**
   * Why.
   */
  reason: Text;
  /**
   * How it was seen that the state before is restored.
   */
  restored: Text;
  /**
   * Whether a service was hit.
   */
  service_hit: boolean;
  /**
   * The incident that it was, if it is logged already.
   */
  incident?: RecordId | null;
}
/**
 * Its review began.
 */
export interface ChangeReviewBegunBody {
  /**
   * By when it has to be reviewed.
   */
  due: Instant;
}
/**
 * It was reviewed.
 */
export interface ChangeReviewedBody {
  /**
   * When, what was found.
   */
  reviewed: ReviewOfChange;
}
/**
 * A review that was held.
 */
export interface ReviewOfChange {
  /**
   * When.
   */
  at: Instant;
  /**
   * What it found.
   */
  pir: Pir;
  /**
   * Whether an emergency was one, where it was one.
   */
  was_emergency?: boolean | null;
  /**
   * The finding raised because it was none.
   */
  finding?: RecordId | null;
}
/**
 * A review after the implementation. 实施后评审
 */
export interface Pir {
  /**
   * Whether the objective is met.
   */
  objective_met: boolean;
  /**
   * How it turned out.
   */
  outcome: ChangeOutcome;
  /**
   * Incidents it caused.
   */
  incidents?: RecordId[];
  /**
   * Seconds of downtime that were not planned.
   */
  unplanned_downtime_s?: number;
  /**
   * What went otherwise than planned.
   */
  deviations?: Text[];
  /**
   * What is learnt.
   */
  lessons: Text[];
  /**
   * Who reviewed it.
   */
  reviewers: PersonId[];
}
/**
 * The record of an emergency was completed.
 */
export interface ChangeDocumentedBody {
  /**
   * Why items are as they were, item by item.
   */
  no_ci_difference?: {
    [k: string]: Text;
  };
  /**
   * What it reaches.
   */
  reach?: Reach | null;
  /**
   * The whole request.
   */
  rfc: Rfc;
  /**
   * The score.
   */
  risk: RiskScore;
  /**
   * How it was tested.
   */
  tested: Tested;
}
/**
 * The board has reviewed an emergency.
 */
export interface ChangeEmergencyReviewedBody {
  /**
   * When, what was found.
   */
  reviewed: ReviewOfChange;
}
/**
 * It is over.
 */
export interface ChangeClosedBody {
  /**
   * How.
   */
  closure: ChangeClosure;
}
/**
 * How a change was closed.
 */
export interface ChangeClosure {
  /**
   * When.
   */
  at: Instant;
  /**
   * Who closed it.
   */
  by: PersonId;
  /**
   * How it turned out.
   */
  outcome: ChangeOutcome;
  /**
   * Why an item it was about is as it was, item by item.
   */
  no_ci_difference?: {
    [k: string]: Text;
  };
  /**
   * Where a failure is investigated.
   */
  investigation?: Investigation | null;
  /**
   * The records of the actions that follow from a failure.
   */
  actions?: RecordId[];
}
/**
 * Another record was linked.
 */
export interface ChangeLinkedBody {
  /**
   * The link.
   */
  link: Link;
}
/**
 * It is in a release no longer.
 */
export interface ChangeUnpackedBody {
  /**
   * Why.
   */
  reason: Text;
  /**
   * Which.
   */
  release: RecordId;
}
/**
 * The time for the update of its items is over.
 */
export interface ChangeItemsLookedAtBody {
  /**
   * The first instant that is too late.
   */
  due: Instant;
  /**
   * The items that do not name it as the cause of an update since it began.
   */
  missing?: CiId[];
}
/**
 * It is late with something, or something has run out.
 */
export interface ChangeRanLateBody {
  /**
   * Since when.
   */
  due: Instant;
  /**
   * With what.
   */
  late: Late;
}
/**
 * A model was proposed or revised.
 */
export interface ChangeModelProposedBody {
  /**
   * By whom.
   */
  proposer: PersonId;
  /**
   * What it says.
   */
  terms: ModelTerms;
}
/**
 * What a model says.
 */
export interface ModelTerms {
  /**
   * What it is called.
   */
  title: Text;
  /**
   * What is done, in order.
   */
  steps: Text[];
  /**
   * How it is undone.
   */
  back_out: Text;
  /**
   * What it may be about.
   */
  scope: ModelScope;
  /**
   * Its risk.
   */
  risk: RiskEstimate;
  /**
   * How often it may be used.
   */
  limits?: ModelLimits;
}
/**
 * What changes under a model may be about. Without items and types: any item; without services: any service.
 */
export interface ModelScope {
  /**
   * These items.
   */
  cis?: CiId[];
  /**
   * Items of these types.
   */
  types?: Code[];
  /**
   * These services.
   */
  services?: ServiceId[];
}
/**
 * How often a model may be used.
 */
export interface ModelLimits {
  /**
   * Changes whose windows overlap.
   */
  max_concurrent?: number | null;
  /**
   * Changes in a period.
   */
  max_in_period?: PerPeriod | null;
}
/**
 * How many changes within a stretch of time.
 */
export interface PerPeriod {
  /**
   * How many.
   */
  most: number;
  /**
   * Within so many seconds before the begin of the next.
   */
  period_s: number;
}
/**
 * A model was proposed or revised.
 */
export interface Proposed {
  /**
   * By whom.
   */
  proposer: PersonId;
  /**
   * What it says.
   */
  terms: ModelTerms;
}
/**
 * It was approved.
 */
export interface ChangeModelApprovedBody {
  /**
   * By whom, until when.
   */
  approval: ModelApproval;
}
/**
 * A validity that was given to a model.
 */
export interface ModelApproval {
  /**
   * When.
   */
  at: Instant;
  /**
   * By whom.
   */
  by: PersonId;
  /**
   * The last instant at which it is valid.
   */
  valid_until: Instant;
}
/**
 * It was suspended.
 */
export interface ChangeModelSuspendedBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It may be used again.
 */
export interface ChangeModelReinstatedBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * A change under it failed.
 */
export interface ChangeModelFailedBody {
  /**
   * Which, how.
   */
  failure: ModelFailure;
}
/**
 * A change under the model that failed.
 */
export interface ModelFailure {
  /**
   * When that was recorded.
   */
  at: Instant;
  /**
   * Which.
   */
  change: RecordId;
  /**
   * How.
   */
  reason: Text;
}
/**
 * It was withdrawn.
 */
export interface ChangeModelWithdrawnBody {
  /**
   * Whether because it failed too often.
   */
  automatic: boolean;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Its validity is over.
 */
export interface ChangeModelExpiredBody {
  /**
   * The last instant at which it was valid.
   */
  valid_until: Instant;
}
/**
 * A problem was recorded.
 */
export interface ProblemLoggedBody {
  /**
   * The candidate that it was.
   */
  candidate?: RecordId | null;
  /**
   * The configuration items concerned.
   */
  cis?: CiId[];
  /**
   * What else speaks for it.
   */
  evidence?: Text | null;
  /**
   * Its incidents.
   */
  incidents?: RecordId[];
  /**
   * Whether it was found before it did harm.
   */
  proactive: boolean;
  /**
   * The closed problem that it is again.
   */
  repeat_of?: RecordId | null;
  /**
   * The services concerned.
   */
  services?: ServiceId[];
  /**
   * Where it was found.
   */
  source: ProblemSource;
  /**
   * What it shows, as a code.
   */
  symptom_code?: Code | null;
  /**
   * What it shows.
   */
  symptoms: Text;
}
/**
 * It was classified.
 */
export interface ProblemClassifiedBody {
  /**
   * Who looks for the cause.
   */
  analyst: PersonId;
  /**
   * What it is.
   */
  classification: ProblemClassification;
  /**
   * By when the cause has to be found.
   */
  root_cause_due: Instant;
}
/**
 * What a problem is: set by the problem manager.
 */
export interface ProblemClassification {
  /**
   * The category.
   */
  category: Code;
  /**
   * The priority; 1 is the highest, and the rules say how many there are.
   */
  priority: number;
}
/**
 * It was classified anew.
 */
export interface ProblemReclassifiedBody {
  /**
   * What it is.
   */
  classification: ProblemClassification;
  /**
   * Why.
   */
  reason: Text;
  /**
   * By when the cause has to be found.
   */
  root_cause_due: Instant;
}
/**
 * Another analyst has it.
 */
export interface ProblemReassignedBody {
  /**
   * Who.
   */
  analyst: PersonId;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Its cause is looked for.
 */
export interface ProblemInvestigationBegunBody {
  /**
   * By which method.
   */
  method: Code;
}
/**
 * A step of the analysis was recorded.
 */
export interface ProblemStepRecordedBody {
  /**
   * What was tried, and what it showed.
   */
  note: Text;
}
/**
 * The analyst has found the cause; the problem manager is to confirm it.
 */
export interface ProblemCauseProposedBody {
  /**
   * The cause.
   */
  root_cause: RootCause;
}
/**
 * Why it happens.
 */
export interface RootCause {
  /**
   * The cause, which is not the symptom.
   */
  cause: Text;
  /**
   * What proves it.
   */
  evidence: Attachment[];
  /**
   * The search for other items that have it.
   */
  similar: SimilarItems;
  /**
   * What prevents it elsewhere.
   */
  preventive_actions?: Text[];
  /**
   * How it was fixed, if it was fixed at once; then there is no known error to record.
   */
  fixed_at_once?: Text | null;
}
/**
 * The search for other items that have the same cause.
 */
export interface SimilarItems {
  /**
   * How they were searched for.
   */
  searched: Text;
  /**
   * Those that were found.
   */
  found?: CiId[];
}
/**
 * The problem manager does not confirm it.
 */
export interface ProblemCauseReturnedBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Its cause is known.
 */
export interface ProblemCauseIdentifiedBody {
  /**
   * The cause.
   */
  root_cause: RootCause;
}
/**
 * The cause was not found in time.
 */
export interface ProblemCauseOverdueBody {
  /**
   * By when it had to be.
   */
  due: Instant;
}
/**
 * A change is to remove the cause.
 */
export interface ProblemFixProposedBody {
  /**
   * The change.
   */
  change: RecordId;
}
/**
 * A change of it is approved.
 */
export interface ProblemFixBegunBody {
  /**
   * The change.
   */
  change: RecordId;
}
/**
 * A change of it is live.
 */
export interface ProblemFixLiveBody {
  /**
   * The change.
   */
  change: RecordId;
  /**
   * The release that brought it.
   */
  release?: RecordId | null;
}
/**
 * A change of it will not remove the cause.
 */
export interface ProblemFixWithdrawnBody {
  /**
   * The change.
   */
  change: RecordId;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * The fix is observed.
 */
export interface ProblemObservationBegunBody {
  /**
   * The change of a fix at once, if an item was altered.
   */
  change?: RecordId | null;
  /**
   * The statement that none was.
   */
  no_item_altered?: Text | null;
  /**
   * Up to when.
   */
  until: Instant;
}
/**
 * The observation is over.
 */
export interface ProblemObservationEndedBody {
  /**
   * Since when.
   */
  until: Instant;
}
/**
 * The cause is left where it is.
 */
export interface ProblemAcceptedBody {
  /**
   * Why, and until when.
   */
  acceptance: AcceptanceOfProblem;
}
/**
 * The cause is not left any longer.
 */
export interface ProblemReconsideredBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It rests.
 */
export interface ProblemSuspendedBody {
  /**
   * What is watched meanwhile.
   */
  monitoring: Text;
  /**
   * Why.
   */
  reason: Text;
  /**
   * When it is looked at again.
   */
  review_at: Instant;
}
/**
 * The investigation goes on.
 */
export interface ProblemResumedBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * The day has come on which it is looked at again.
 */
export interface ProblemReviewFellDueBody {
  /**
   * Since when.
   */
  due: Instant;
}
/**
 * It is closed.
 */
export interface ProblemClosedBody {
  /**
   * How.
   */
  closure: ProblemClosure;
}
/**
 * How a problem was closed.
 */
export interface ProblemClosure {
  /**
   * When.
   */
  at: Instant;
  /**
   * Who closed it.
   */
  by: PersonId;
  /**
   * How it ended.
   */
  code: ProblemClosureCode;
  /**
   * The knowledge that was published, unless nothing was found.
   */
  knowledge?: RecordId | null;
  /**
   * What is watched from now on, where the cause was not found.
   */
  monitoring?: Text | null;
  /**
   * What resolved it, or why nothing did.
   */
  resolution: Text;
  /**
   * When it is reviewed; absent once the problem manager was told, or it was reviewed.
   */
  review_at?: Instant | null;
}
/**
 * The fix did not help.
 */
export interface ProblemRecurredBody {
  /**
   * The incident that it should have prevented.
   */
  incident: RecordId;
  /**
   * By when the cause has to be found now; absent where the problem is closed.
   */
  root_cause_due?: Instant | null;
}
/**
 * How to live with it meanwhile.
 */
export interface ProblemMitigatedBody {
  /**
   * The workaround.
   */
  workaround: Text;
}
/**
 * Incidents were added.
 */
export interface ProblemRelatedBody {
  /**
   * Which.
   */
  incidents: RecordId[];
}
/**
 * Another record was linked.
 */
export interface ProblemLinkedBody {
  /**
   * The link.
   */
  link: Link;
}
/**
 * Its resolution was reviewed.
 */
export interface ProblemReviewedBody {
  /**
   * What the review found.
   */
  review: ProblemReview;
}
/**
 * What a review of the resolution found (spec 3.22: `ProblemReview`).
 */
export interface ProblemReview {
  /**
   * Whether it did what it should.
   */
  effectiveness: Effectiveness;
  /**
   * What was found.
   */
  findings: Text;
  /**
   * The records of the actions that follow.
   */
  actions?: RecordId[];
}
/**
 * It was begun.
 */
export interface KnownErrorDraftedBody {
  /**
   * What it says so far.
   */
  content: KnownErrorContent;
}
/**
 * What a known error says.
 */
export interface KnownErrorContent {
  /**
   * The problem whose cause it is.
   */
  problem: RecordId;
  /**
   * How it shows; no names of persons.
   */
  symptoms: Text;
  /**
   * The category of its incidents.
   */
  category?: Code | null;
  /**
   * The symptom, as a code of the host's tree.
   */
  symptom_code?: Code | null;
  /**
   * Why it happens; absent: not known, only how to live with it.
   */
  cause?: Text | null;
  /**
   * What the desk can do; absent: not said yet.
   */
  workaround?: Workaround | null;
  /**
   * The items that have it.
   */
  items?: AffectedItem[];
}
/**
 * An item that has the error.
 */
export interface AffectedItem {
  /**
   * Which.
   */
  ci: CiId;
  /**
   * In which versions; empty: in all.
   */
  versions?: Text[];
}
/**
 * It says something else.
 */
export interface KnownErrorEditedBody {
  /**
   * All of it.
   */
  content: KnownErrorContent;
}
/**
 * The desk works by it.
 */
export interface KnownErrorPublishedBody {
  /**
   * The open incidents that it explains; those who work on them are told.
   */
  matched?: RecordId[];
}
/**
 * A fix is on its way.
 */
export interface KnownErrorFixAnnouncedBody {
  /**
   * What removes the cause.
   */
  fix: PendingFix;
}
/**
 * What removes the cause.
 */
export interface PendingFix {
  /**
   * The change; absent: the fix altered no item.
   */
  change?: RecordId | null;
  /**
   * The release that brings it, if it was packaged.
   */
  release?: RecordId | null;
}
/**
 * The fix did not come, or did not help.
 */
export interface KnownErrorReinstatedBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It cannot happen any more.
 */
export interface KnownErrorRetiredBody {
  /**
   * Why.
   */
  because: RetiredBecause;
  /**
   * The open incidents that it explained; those who work on them are told.
   */
  matched?: RecordId[];
}
/**
 * A candidate was raised.
 */
export interface ProblemCandidateRaisedBody {
  /**
   * Its incidents.
   */
  incidents?: RecordId[];
  /**
   * What else speaks for it.
   */
  note?: Text | null;
  /**
   * The rule that found it.
   */
  rule: DetectionRule;
  /**
   * What it is about.
   */
  subject: Subject;
}
/**
 * Incidents were added.
 */
export interface ProblemCandidateEvidenceAddedBody {
  /**
   * Which.
   */
  incidents: RecordId[];
}
/**
 * It is a problem.
 */
export interface ProblemCandidateAcceptedBody {
  /**
   * Which.
   */
  problem: AcceptedAs;
}
/**
 * It is none.
 */
export interface ProblemCandidateDeclinedBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It was entered into the register.
 */
export interface PlannedActivityPlannedBody {
  /**
   * When it is due.
   */
  due: Due;
  /**
   * The edition of the standard that it is planned under.
   */
  edition: Edition;
  /**
   * Every so many months.
   */
  every_months: number;
  /**
   * What is done.
   */
  kind: ActivityKind;
  /**
   * Who sees to it.
   */
  owner: PersonId;
  /**
   * What it is about; absent: the whole.
   */
  subject?: RecordId | null;
  /**
   * So many days after it was due it is overdue.
   */
  tolerance_days: number;
}
/**
 * When an activity is due.
 */
export interface Due {
  /**
   * The last instant that is still in time: with the tolerance, and never beyond the edition's longest interval.
   */
  in_time_until: Instant;
  /**
   * When it is due next.
   */
  next_due: Instant;
}
/**
 * It was done.
 */
export interface PlannedActivityPerformedBody {
  /**
   * When.
   */
  done_at: Instant;
  /**
   * When it is due again.
   */
  due: Due;
  /**
   * What proves it.
   */
  evidence: Evidence;
}
/**
 * It has another interval.
 */
export interface PlannedActivityIntervalChangedBody {
  /**
   * When it is due now.
   */
  due: Due;
  /**
   * The edition of the standard that it is planned under.
   */
  edition: Edition;
  /**
   * Every so many months.
   */
  every_months: number;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It has another owner.
 */
export interface PlannedActivityAssignedBody {
  /**
   * Who sees to it from now on.
   */
  owner: PersonId;
}
/**
 * It is overdue.
 */
export interface PlannedActivityOverdueBody {
  /**
   * From when on: the first instant that is not in time.
   */
  since: Instant;
}
/**
 * It was taken out of the register.
 */
export interface PlannedActivityRetiredBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It was placed.
 */
export interface LegalHoldPlacedBody {
  /**
   * The records that are kept.
   */
  records?: NamedRecord[];
  /**
   * The person whose values and records are kept.
   */
  subject?: PersonId | null;
  /**
   * Why.
   */
  reason: Text;
  /**
   * By what authority.
   */
  authority: Text;
}
/**
 * A record, named with its process: an id is unique within its process only.
 */
export interface NamedRecord {
  /**
   * The process it belongs to: `incident`.
   */
  process: Code;
  /**
   * Its id.
   */
  record: RecordId;
}
/**
 * It was released.
 */
export interface LegalHoldReleasedBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It was requested.
 */
export interface DisposalRequestedBody {
  /**
   * What is destroyed: of an erasure every event by its version.
   */
  order: DisposalOrder;
  /**
   * What allows or demands it.
   */
  legal_basis: Text;
  /**
   * How it is done.
   */
  method: Text;
}
/**
 * The erasure of personal values: by the events that hold them, never by the values.
 */
export interface Erasure {
  /**
   * Whose values they are, a pseudonym of the host.
   */
  subject: PersonId;
  /**
   * The events.
   */
  events: NamedEvents[];
}
/**
 * Events of one record, named by its version after each.
 */
export interface NamedEvents {
  /**
   * The process the record belongs to.
   */
  process: Code;
  /**
   * Its id.
   */
  record: RecordId;
  /**
   * The versions, in order; in a request none of them stands for all that hold a personal value.
   */
  versions?: number[];
}
/**
 * The removal of whole records.
 */
export interface Removal {
  /**
   * The records.
   */
  records: NamedRecord[];
}
/**
 * A second person approved it.
 */
export interface DisposalApprovedBody {}
/**
 * It was rejected.
 */
export interface DisposalRejectedBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It was carried out: what a store deletes, and nothing else.
 */
export interface DisposalCarriedOutBody {
  /**
   * The events whose personal values are erased.
   */
  erased?: NamedEvents[];
  /**
   * The records that are disposed of: every event up to the last version.
   */
  disposed?: DisposedRecord[];
}
/**
 * A record that was disposed of, and the last version it had: no stream of that name begins again.
 */
export interface DisposedRecord {
  /**
   * The process it belonged to.
   */
  process: Code;
  /**
   * Its id.
   */
  record: RecordId;
  /**
   * Its last version.
   */
  version: number;
}
/**
 * It was taken back.
 */
export interface DisposalCancelledBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Publishes a policy, or a new version of it.
 */
export interface PolicyPublishedBody {
  /**
   * The version, greater than the last.
   */
  version: number;
  /**
   * From when it holds.
   */
  effective_from: Instant;
  /**
   * What it says.
   */
  document: PolicyDocument;
}
/**
 * A business calendar as a document.
 *
 * Times are local times of `zone`. A weekday that `week` does not name is closed.
 */
export interface CalendarDocument {
  /**
   * IANA name of the zone.
   */
  zone: string;
  /**
   * Windows that open on each weekday.
   */
  week: {
    mon?: Window[];
    tue?: Window[];
    wed?: Window[];
    thu?: Window[];
    fri?: Window[];
    sat?: Window[];
    sun?: Window[];
  };
  /**
   * Dates on which the week's windows do not open.
   */
  holidays?: HolidayOfCalendarDate[];
  /**
   * Days of every year on which the week's windows do not open. `02-29` is met in leap years only.
   */
  yearly_holidays?: HolidayOfMonthDay[];
  /**
   * Dates with windows of their own, holiday or not (调休); an empty list closes the date.
   */
  special_days?: {
    [k: string]: Window[];
  };
  /**
   * First and last date for which the holidays are complete. A due time outside carries a warning.
   *
   * @minItems 2
   * @maxItems 2
   */
  covers?: [CalendarDate, CalendarDate] | null;
}
/**
 * An impact x urgency matrix as it is written down. 优先级矩阵
 *
 * The document carries no id, version or date: the policy record around it does (DECISIONS 4).
 *
 * ```
 * let json = r#"{
 *   "name": "Two by two",
 *   "impact":   {"highest": "first", "levels": [{"level": 1, "label": {"en": "All", "zh": "全部"}},
 *                                               {"level": 2, "label": {"en": "One", "zh": "单人"}}]},
 *   "urgency":  {"highest": "first", "levels": [{"level": 1, "label": {"en": "Now", "zh": "立即"}},
 *                                               {"level": 2, "label": {"en": "Later", "zh": "稍后"}}]},
 *   "priority": {"highest": "first", "levels": [{"level": 1, "label": {"en": "High", "zh": "高"}},
 *                                               {"level": 2, "label": {"en": "Low", "zh": "低"}}]},
 *   "cells": [[1, 1],
 *             [1, 2]]
 * }"#;
 * let matrix = itsm::priority::PriorityMatrix::from_json(json).unwrap();
 * assert_eq!(matrix.priority(2, 1), Ok(1));
 * ```
 */
export interface MatrixDocument {
  /**
   * What people call it.
   */
  name: string;
  /**
   * The rows.
   */
  impact: Scale;
  /**
   * The columns.
   */
  urgency: Scale;
  /**
   * What the cells may hold.
   */
  priority: Scale;
  /**
   * Levels of the priority scale that no cell may hold: only an override reaches them (GLPI's Major).
   */
  outside?: number[];
  /**
   * What a `null` cell means.
   */
  missing?: Missing & string;
  /**
   * One list per impact level, in the order of the scale; in it one priority level, or `null`, per urgency level.
   */
  cells: (number | null)[][];
}
/**
 * Levels in order, and which end of the order weighs most.
 *
 * The numbers are names: `1` may be the highest level or the lowest, and only the order of the list counts.
 */
export interface Scale {
  /**
   * Which end of `levels` is the highest.
   */
  highest: Highest;
  /**
   * 1 to 16 levels, each number once.
   */
  levels: Level[];
}
/**
 * One level of a scale.
 */
export interface Level {
  /**
   * Its number.
   */
  level: number;
  /**
   * What people read.
   */
  label: LevelLabel;
}
/**
 * A label that stands in a document, in both languages.
 */
export interface LevelLabel {
  /**
   * English.
   */
  en: string;
  /**
   * Simplified Chinese.
   */
  zh: string;
}
/**
 * One agreement: its clauses, and what they have in common.
 */
export interface SlaPolicy {
  /**
   * What people call it.
   */
  name: Text;
  /**
   * The customer it was made with; it matches no other customer's tickets. Absent: anybody's.
   */
  customer?: CustomerId | null;
  /**
   * Its place among the agreements: lower goes first; equal ones go by id.
   */
  precedence: number;
  /**
   * How a clause is chosen.
   */
  selection: SelectionMode;
  /**
   * The product whose clock policies its clauses follow where they state none.
   */
  profile?: Profile | null;
  /**
   * Clock policies for all clauses; they go before the profile.
   */
  terms?: TermsStated | null;
  /**
   * The clauses, in order of precedence.
   */
  clauses: Clause[];
}
/**
 * The policies that a clause, an agreement or a profile states; what it leaves open is absent.
 */
export interface TermsStated {
  /**
   * See [`RetargetPolicy`].
   */
  retarget?: RetargetPolicy | null;
  /**
   * See [`ReopenPolicy`].
   */
  reopen?: ReopenPolicy | null;
  /**
   * See [`Boundary`].
   */
  boundary?: Boundary | null;
  /**
   * See [`PauseAfterBreachPolicy`].
   */
  pause_after_breach?: PauseAfterBreachPolicy | null;
}
/**
 * One promise of an agreement.
 */
export interface Clause {
  /**
   * Its id, unique in the agreement.
   */
  id: ClauseId;
  /**
   * What it measures.
   */
  metric: Metric;
  /**
   * Which tickets it is for; absent: all.
   */
  when?: Conditions;
  /**
   * How much time.
   */
  target: Target;
  /**
   * In whose opening time, and in whose zone. Only a target of elapsed time can do without.
   */
  calendar?: PolicyId | null;
  /**
   * The reasons for which the clock pauses; a pause for any other leaves it running (DECISIONS 16).
   */
  pause_reasons?: Code[];
  /**
   * The longest pause in elapsed seconds; after it the clock resumes by itself.
   */
  max_pause_s?: number | null;
  /**
   * What stops a response clock; absent: acknowledgement or response.
   */
  stops_on?: StopsOn[] | null;
  /**
   * Warnings and escalations.
   */
  levels?: EscalationLevel[];
  /**
   * Clock policies of this clause; they go before the agreement's.
   */
  terms?: TermsStated | null;
}
/**
 * Which tickets a clause is for. Each list is met by any of its members; an empty list by everything.
 */
export interface Conditions {
  /**
   * Priorities, as the matrix numbers them.
   */
  priorities?: number[];
  /**
   * Services.
   */
  services?: ServiceId[];
  /**
   * Customers.
   */
  customers?: CustomerId[];
  /**
   * Categories, compared as whole codes.
   */
  categories?: Code[];
  /**
   * Kinds of ticket: `incident`, `request`.
   */
  kinds?: Code[];
}
/**
 * A warning or escalation at a point of the clock.
 */
export interface EscalationLevel {
  /**
   * Its id, unique in the clause; the same id in another clause is the same level.
   */
  id: LevelId;
  /**
   * When it is reached.
   */
  at: LevelPoint;
  /**
   * What it asks for.
   */
  kind: LevelKind;
  /**
   * Who is told.
   */
  notify?: Told[];
}
/**
 * The rules of the desk, as a document.
 *
 * ```
 * use itsm::resolution::DeskRules;
 * let rules = DeskRules::from_json(br#"{"calendar": "office"}"#)?;
 * assert_eq!(rules.close_after_working_days, 3);
 * # Ok::<(), itsm::kernel::DocumentError>(())
 * ```
 */
export interface DeskRules {
  /**
   * The calendar whose business days closing, reopening and reviews are counted in.
   */
  calendar: PolicyId;
  /**
   * The matrix that gives priorities.
   */
  matrix?: PolicyId;
  /**
   * A resolved record closes by itself after so many business days.
   */
  close_after_working_days?: number;
  /**
   * It does so only after so many delivered notices that nobody answered.
   */
  close_after_notices?: number;
  /**
   * A resolved incident can be reopened for so many business days.
   */
  reopen_within_working_days?: number;
  /**
   * A record made more than so many seconds after it occurred is a late entry (spec 3.0.4).
   */
  late_entry_s?: number;
  /**
   * Whether a pending incident resumes by itself at its expected end.
   */
  resume_at_expected_end?: boolean;
  /**
   * The support groups; empty: not registered, every group is accepted.
   */
  groups?: {
    [k: string]: Group;
  };
  /**
   * The criteria of a major incident.
   */
  major_criteria?: MajorCriterion[];
  /**
   * Top management is told of a major incident within so many seconds.
   */
  major_notice_s?: number;
  /**
   * While it lasts, the next update is due after so many seconds.
   */
  major_update_every_s?: number;
  /**
   * It is reviewed within so many business days of the restoration.
   */
  major_review_working_days?: number;
  /**
   * Processes whose records must exist when a link names them: `problem`, `known_error`, `change`.
   */
  registers?: Code[];
  /**
   * The models of service requests.
   */
  request_models?: {
    [k: string]: RequestModel;
  };
}
/**
 * A support group that the register knows.
 */
export interface Group {
  /**
   * Whether work may be assigned to it.
   */
  active: boolean;
  /**
   * The categories it is competent for; empty: all. `network` covers `network/vpn`.
   */
  categories?: Code[];
  /**
   * Its members; empty: not registered, the actor's unit decides.
   */
  members?: PersonId[];
}
/**
 * One criterion of a major incident; every list that is not empty must be met.
 */
export interface MajorCriterion {
  /**
   * Its name.
   */
  id: Code;
  /**
   * Impacts, as the matrix numbers them.
   */
  impacts?: number[];
  /**
   * Priorities, as the matrix numbers them.
   */
  priorities?: number[];
  /**
   * Affected services.
   */
  services?: ServiceId[];
  /**
   * Whether it must be a security incident.
   */
  security?: boolean;
}
/**
 * A service request that is defined beforehand (spec 3.21).
 */
export interface RequestModel {
  /**
   * What is asked for, in words.
   */
  item: Text;
  /**
   * Roles whose holders are entitled to it; empty: everybody.
   */
  entitled?: Role[];
  /**
   * How it is approved; absent: no approval is needed.
   */
  approval?: ApprovalRule | null;
  /**
   * Who approves.
   */
  approvers?: Voter[];
  /**
   * The instructions for those who fulfil it.
   */
  instructions?: Instructions | null;
  /**
   * What has to be done, in order.
   */
  tasks?: Code[];
  /**
   * The inputs that must be given.
   */
  inputs?: Code[];
  /**
   * Whether it grants privileged access: then a security approval is needed, it ends, and who grants it has not approved it.
   */
  privileged?: boolean;
  /**
   * The standard change model under which it alters configuration items; absent: it alters none.
   */
  standard_change?: Code | null;
}
/**
 * The rules of problem management, as a document.
 *
 * ```
 * use itsm::resolution::ProblemRules;
 * let rules = ProblemRules::from_json(br#"{"calendar": "office"}"#)?;
 * assert_eq!(rules.root_cause_working_days, [5, 10, 20, 40]);
 * assert_eq!((rules.recurring_incidents, rules.recurring_within_days, rules.observe_days), (3, 30, 30));
 * # Ok::<(), itsm::kernel::DocumentError>(())
 * ```
 */
export interface ProblemRules {
  /**
   * The calendar whose business days its limits are counted in.
   */
  calendar: PolicyId;
  /**
   * The root cause is found within so many business days of the classification: one limit for each priority, the highest first.
   */
  root_cause_working_days?: number[];
  /**
   * The problem manager confirms the root cause of problems up to this priority; 0: of none.
   */
  confirm_cause_up_to_priority?: number;
  /**
   * A fix is observed for so many days of 24 hours.
   */
  observe_days?: number;
  /**
   * So many incidents with one configuration item, or with one category and symptom, are a problem candidate.
   */
  recurring_incidents?: number;
  /**
   * They count when they lie within so many days of 24 hours.
   */
  recurring_within_days?: number;
  /**
   * A capacity or availability trend is a candidate when it crosses its limit within so many days of 24 hours.
   */
  trend_within_days?: number;
  /**
   * The incidents are analysed for trends every so many days.
   */
  trend_analysis_every_days?: number;
  /**
   * Whether the resolution was effective is reviewed so many days of 24 hours after the closure.
   */
  effectiveness_review_after_days?: number;
  /**
   * Processes whose records must exist when a problem names them: `incident`. Changes, releases and known errors always must.
   */
  registers?: Code[];
}
/**
 * The rules of configuration management, as a document. Numbers are presets of spec 3.23, never requirements of the standard.
 *
 * ```
 * use itsm::control::ConfigurationRules;
 * let rules = ConfigurationRules::from_json(br#"{"calendar": "office", "types": {"server": {"critical": true}}}"#)?;
 * assert_eq!(rules.deficiency_within_working_days, 10);
 * # Ok::<(), itsm::kernel::DocumentError>(())
 * ```
 */
export interface ConfigurationRules {
  /**
   * The calendar whose business days its limits are counted in.
   */
  calendar: PolicyId;
  /**
   * The types of items; an item of another type is refused.
   */
  types: {
    [k: string]: CiType;
  };
  /**
   * The kinds of relations, and how failure travels along them.
   */
  relation_kinds?: {
    [k: string]: RelationKind;
  };
  /**
   * Whether the other end of a relation must be a registered item.
   */
  register_complete?: boolean;
  /**
   * The models of service requests under which items may be altered.
   */
  request_models?: Code[];
  /**
   * A deficiency is closed within so many business days.
   */
  deficiency_within_working_days?: number;
}
/**
 * A type of configuration item (`CiType` of spec 3.23).
 */
export interface CiType {
  /**
   * How its items are named: `#` is a digit, `?` a letter, `*` at the end anything; absent: freely.
   */
  naming?: string | null;
  /**
   * What is recorded of its items.
   */
  attributes?: {
    [k: string]: Attribute;
  };
  /**
   * The relations its items may have; empty: every kind.
   */
  relations?: Code[];
  /**
   * The relations that a live item of it has, at least one of each.
   */
  mandatory_relations?: Code[];
  /**
   * How strictly its live items are controlled.
   */
  control?: ControlLevel & string;
  /**
   * Whether its items are services.
   */
  service?: boolean;
  /**
   * Whether its items are critical: they are verified more often, and weigh in the risk of a change.
   */
  critical?: boolean;
}
/**
 * One attribute of a type of item.
 */
export interface Attribute {
  /**
   * What it may say.
   */
  kind: AttributeKind;
  /**
   * Whether every item of the type states it.
   */
  mandatory?: boolean;
  /**
   * The values of [`AttributeKind::OneOf`].
   */
  values?: string[];
}
/**
 * What a relation of that kind means for failures. 关系类型
 */
export interface RelationKind {
  /**
   * Which way a failure travels.
   */
  failure: FailureDirection;
  /**
   * How hard it hits, unless the relation itself says otherwise.
   */
  strength: Strength;
}
/**
 * The rules of change management, as a document.
 *
 * ```
 * use itsm::control::{ChangeCategory, ChangeRules};
 * let rules = ChangeRules::from_json(br#"{"calendar": "office"}"#)?;
 * assert_eq!(rules.review_within_working_days, 10);
 * assert_eq!(rules.categories[&ChangeCategory::Major].lead_time_working_days, 15);
 * assert!(rules.categories[&ChangeCategory::Major].voters.is_empty(), "nobody approves until somebody is named");
 * # Ok::<(), itsm::kernel::DocumentError>(())
 * ```
 */
export interface ChangeRules {
  /**
   * The calendar whose business days its limits are counted in.
   */
  calendar: PolicyId;
  /**
   * The categories whose authority is a vote: minor, significant, major.
   */
  categories?: {
    standard?: CategoryRules;
    minor?: CategoryRules;
    significant?: CategoryRules;
    major?: CategoryRules;
    emergency?: CategoryRules;
  };
  /**
   * Opinions that count only from a holder of one of these roles.
   */
  assessed_by?: {
    business?: Roles;
    technical?: Roles;
    feasibility?: Roles;
    cost?: Roles;
    availability?: Roles;
    continuity?: Roles;
    security?: Roles;
    capacity?: Roles;
    conflict?: Roles;
  };
  /**
   * How risk becomes a category.
   */
  risk?: RiskRules;
  /**
   * Emergency changes.
   */
  emergency?: EmergencyRules;
  /**
   * When nothing is to change.
   */
  freezes?: Freeze[];
  /**
   * When items and services may be changed; one that no window is about may be changed at any time.
   */
  maintenance_windows?: MaintenanceWindow[];
  /**
   * A change is reviewed within so many business days of its end.
   */
  review_within_working_days?: number;
  /**
   * The items of a change are updated within so many business days of its end (CFG-10).
   */
  items_updated_within_working_days?: number;
  /**
   * An incident caused by a change counts against it for so many seconds after its end.
   */
  incident_window_s?: number;
  /**
   * A standard change model is withdrawn after so many failures.
   */
  model_failure_limit?: number;
  /**
   * Processes whose records must exist when a change names them: `service_plan`.
   */
  registers?: Code[];
}
/**
 * Who decides on a category, after what, and how early it has to be asked for.
 */
export interface CategoryRules {
  /**
   * When the vote accepts.
   */
  approval: ApprovalRule;
  /**
   * What must have been assessed before.
   */
  assessments: Assessment[];
  /**
   * Business days between submission and the begin of the window.
   */
  lead_time_working_days: number;
  /**
   * The authority; without it no change of the category is approved.
   */
  voters?: Voter[];
}
/**
 * How a risk score is made of its parts, and which category it proposes.
 */
export interface RiskRules {
  /**
   * Points when the back-out was not tested.
   */
  untested_back_out?: number;
  /**
   * Points when the graph reaches a critical service.
   */
  critical_service?: number;
  /**
   * Up to this total it is minor.
   */
  minor_up_to?: number;
  /**
   * Up to this total it is significant, above it major.
   */
  significant_up_to?: number;
  /**
   * Services that make every change of them major.
   */
  major_services?: ServiceId[];
}
/**
 * Emergency changes: criteria, who beside the ECAB authorises them, and the limits of what follows.
 */
export interface EmergencyRules {
  /**
   * The criteria.
   */
  criteria?: {
    [k: string]: EmergencyCriterion;
  };
  /**
   * Who may authorise beside the members of the ECAB.
   */
  duty_managers?: PersonId[];
  /**
   * An authorisation by word of mouth is recorded within so many seconds.
   */
  verbal_record_s?: number;
  /**
   * An emergency that has not ended is taken to last so many seconds from now on, for those who plan beside it.
   */
  presumed_length_s?: number;
  /**
   * It is documented within so many business days of its end.
   */
  documented_within_working_days?: number;
  /**
   * It is reviewed within so many business days of its end.
   */
  reviewed_within_working_days?: number;
  /**
   * What is assessed afterwards.
   */
  assessments?: Assessment[];
}
/**
 * What makes a change an emergency.
 */
export interface EmergencyCriterion {
  /**
   * In words.
   */
  words: string;
  /**
   * Whether a major incident that still lasts must be named.
   */
  major_incident?: boolean;
}
/**
 * A stretch of time in which nothing is to change.
 */
export interface Freeze {
  /**
   * Its name.
   */
  id: Code;
  /**
   * Its first instant.
   */
  from: Instant;
  /**
   * The first instant after it.
   */
  until: Instant;
  /**
   * What it is about.
   */
  scope: ChangeScope;
  /**
   * How firmly it stands.
   */
  firmness: Firmness;
  /**
   * Who may waive it for one change; nobody: nobody.
   */
  waivable_by?: Roles;
}
/**
 * The hours in which items or services may be changed.
 */
export interface MaintenanceWindow {
  /**
   * Its name.
   */
  id: Code;
  /**
   * The calendar whose open hours it is.
   */
  calendar: PolicyId;
  /**
   * What it is about.
   */
  scope: ChangeScope;
  /**
   * How firmly it stands.
   */
  firmness: Firmness;
  /**
   * Who may waive it for one change; nobody: nobody.
   */
  waivable_by?: Roles;
}
/**
 * The rules of release and deployment, as a document. Numbers are presets of spec 3.25, never requirements of the standard.
 *
 * ```
 * use itsm::release::ReleaseRules;
 * let rules = ReleaseRules::from_json(br#"{
 *     "calendar": "office", "live_environments": ["live"],
 *     "plan_approval": {"threshold": {"count": 2}, "required_roles": ["cust", "so"]},
 *     "plan_voters": [{"person": "customer", "roles": ["cust"]}, {"person": "owner", "roles": ["so"]}]}"#)?;
 * assert_eq!(rules.observe_days, 14);
 * # Ok::<(), itsm::kernel::DocumentError>(())
 * ```
 */
export interface ReleaseRules {
  /**
   * The calendar whose business days its limits are counted in.
   */
  calendar: PolicyId;
  /**
   * How the parties agree to a plan.
   */
  plan_approval: ApprovalRule;
  /**
   * The parties: customer and operations, not the release manager alone.
   */
  plan_voters: Voter[];
  /**
   * The environments that serve: nothing is tested there alone.
   */
  live_environments: Code[];
  /**
   * The controlled environments for tests; empty: every one that does not serve.
   */
  test_environments?: Code[];
  /**
   * A deployed release is observed for so many days.
   */
  observe_days?: number;
  /**
   * An emergency release is accepted within so many business days of its deployment.
   */
  emergency_acceptance_working_days?: number;
}
/**
 * The rules of retention, as a document.
 *
 * ```
 * use itsm::governance::RetentionRules;
 * let rules = RetentionRules::from_json(br#"{"classes": {"cycle": {"keep": {"years": 3}}}, "records": {"incident": "cycle"}}"#)?;
 * assert!(rules.hold_blocks_erasure);
 * let unknown = RetentionRules::from_json(br#"{"classes": {}, "records": {"incident": "cycle"}}"#).unwrap_err();
 * assert_eq!(unknown.path, "records.incident");
 * # Ok::<(), itsm::kernel::DocumentError>(())
 * ```
 */
export interface RetentionRules {
  /**
   * The classes.
   */
  classes: {
    [k: string]: RetentionClass;
  };
  /**
   * Which class the records of a process are of, where a record does not say itself.
   */
  records?: {
    [k: string]: Code;
  };
  /**
   * Whether personal values under a legal hold stay, although their erasure is asked for.
   */
  hold_blocks_erasure?: boolean;
}
/**
 * A class of records that are kept alike.
 */
export interface RetentionClass {
  /**
   * What the period is counted from.
   */
  begins?: RetentionBegins & string;
  /**
   * How long it is.
   */
  keep: RetentionPeriod;
}
/**
 * A waiver was filed.
 */
export interface WaiverFiledBody {
  /**
   * What it says.
   */
  waiver: Waiver;
}
/**
 * A filed `SodWaiver` (spec 3.0.7): lifts one row for named persons for at most a year. 职责分离豁免
 *
 * Serialised as its [`WaiverTerms`], and checked whenever it is read.
 *
 * ```
 * use itsm::kernel::{Duty, Instant, PersonId, RecordId, Role, Separation, Waiver, WaiverTerms, separated};
 * let day = |text| Instant::parse(text).unwrap();
 * let ana = PersonId::new("ana").unwrap();
 * let waiver = Waiver::try_from(WaiverTerms {
 *     id: RecordId::new("WVR-1").unwrap(),
 *     duty: Duty::BuilderTester,
 *     persons: vec![ana.clone()],
 *     reason: "a team of two".into(),
 *     compensating_control: "monthly sample by the quality manager".into(),
 *     approved_by: PersonId::new("the-director").unwrap(),
 *     approved_role: Role::TopManagement,
 *     valid_from: day("2026-01-01T00:00:00Z"),
 *     valid_until: day("2026-12-31T23:59:59Z"),
 * }).unwrap();
 * let now = day("2026-06-01T00:00:00Z");
 * let answer = separated(Duty::BuilderTester, &ana, &ana, &[waiver], now);
 * assert_eq!(answer, Separation::Waived(RecordId::new("WVR-1").unwrap()));
 * ```
 */
export interface Waiver {
  /**
   * The waiver's own record.
   */
  id: RecordId;
  /**
   * The row that it lifts.
   */
  duty: Duty;
  /**
   * For whom: distinct persons, at least one.
   */
  persons: PersonId[];
  /**
   * Why the duties cannot be separated.
   */
  reason: string;
  /**
   * What is done instead.
   */
  compensating_control: string;
  /**
   * Who approved it; none of the persons.
   */
  approved_by: PersonId;
  /**
   * As what he approved it: top management or its representative.
   */
  approved_role: Role & ('tm' | 'mr');
  /**
   * In force from this instant.
   */
  valid_from: Instant;
  /**
   * In force up to and including this instant, at most [`Waiver::LONGEST_S`] after `valid_from`.
   */
  valid_until: Instant;
}
/**
 * A waiver was revoked.
 */
export interface WaiverRevokedBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Every version of the agreements of a desk, and of the calendars that they count in.
 */
export interface AgreementsDocument {
  /**
   * The agreements.
   */
  policies: VersionedSlaPolicy[];
  /**
   * The calendars.
   */
  calendars?: VersionedCalendarDocument[];
}
/**
 * A document with its identity: which policy, which version, in force from when.
 *
 * ```
 * use itsm::kernel::{Instant, PolicyId, Versioned};
 * let policy = Versioned {
 *     id: PolicyId::new("cal-cn").unwrap(),
 *     version: 2,
 *     effective_from: Instant::parse("2026-01-01T00:00:00Z").unwrap(),
 *     document: vec!["any serialisable document"],
 * };
 * assert_eq!(policy.reference().version, 2);
 * assert_eq!(policy.reference().hash.to_string().len(), 64);
 * ```
 */
export interface VersionedSlaPolicy {
  /**
   * Which policy.
   */
  id: PolicyId;
  /**
   * Its version, counted from 1.
   */
  version: number;
  /**
   * From when it holds; up to then its predecessor does.
   */
  effective_from: Instant;
  /**
   * What it says.
   */
  document: SlaPolicy;
}
/**
 * A document with its identity: which policy, which version, in force from when.
 *
 * ```
 * use itsm::kernel::{Instant, PolicyId, Versioned};
 * let policy = Versioned {
 *     id: PolicyId::new("cal-cn").unwrap(),
 *     version: 2,
 *     effective_from: Instant::parse("2026-01-01T00:00:00Z").unwrap(),
 *     document: vec!["any serialisable document"],
 * };
 * assert_eq!(policy.reference().version, 2);
 * assert_eq!(policy.reference().hash.to_string().len(), 64);
 * ```
 */
export interface VersionedCalendarDocument {
  /**
   * Which policy.
   */
  id: PolicyId;
  /**
   * Its version, counted from 1.
   */
  version: number;
  /**
   * From when it holds; up to then its predecessor does.
   */
  effective_from: Instant;
  /**
   * What it says.
   */
  document: CalendarDocument;
}
/**
 * One search for the cause. A recurrence begins another one.
 */
export interface Analysis {
  /**
   * From when the limit counts.
   */
  since: Instant;
  /**
   * By when the cause has to be found.
   */
  due: Instant;
  /**
   * Whether it was not.
   */
  missed: boolean;
  /**
   * The method.
   */
  method?: Code | null;
  /**
   * The steps.
   */
  steps?: AnalysisStep[];
  /**
   * The cause.
   */
  cause?: RootCause | null;
  /**
   * When it was found and, where that is needed, confirmed.
   */
  found_at?: Instant | null;
}
/**
 * A step of an analysis.
 */
export interface AnalysisStep {
  /**
   * When.
   */
  at: Instant;
  /**
   * By whom.
   */
  by: PersonId;
  /**
   * What was tried, and what it showed.
   */
  note: Text;
}
/**
 * Records of the period that are left out of a count, so that nothing disappears silently.
 */
export interface Apart {
  /**
   * Why.
   */
  why: ApartReason;
  /**
   * Which.
   */
  counted: Counted;
}
/**
 * The records behind a number: an id stands as often as it counts, so the number can be recounted.
 */
export interface Counted {
  /**
   * How many.
   */
  count: number;
  /**
   * Which, by process (`incident`) and in order of their ids. Empty for a number that the host states, such as CIs in scope.
   */
  ids?: {
    [k: string]: RecordId[];
  };
}
/**
 * What the host's own authorisation said.
 */
export interface AuthorisationDocument {
  /**
   * Whether it allowed the command.
   */
  allowed: boolean;
  /**
   * Under which version of its policy.
   */
  policy_version: string;
}
/**
 * How likely a service is up, and which components that hangs on.
 */
export interface Availability {
  /**
   * Which service, or other item.
   */
  service: CiId;
  /**
   * How likely it is not down.
   */
  available: Probability;
  /**
   * The same in parts per billion, to the nearest.
   */
  available_ppb: number;
  /**
   * Whether `available` is exact to its last digit; otherwise it is off by less than components * 10^-71.
   */
  is_exact: boolean;
  /**
   * The components that matter, the most important first, then by id.
   */
  contributions: Contribution[];
  /**
   * Steps taken.
   */
  steps: number;
}
/**
 * What a component means for a service.
 */
export interface Contribution {
  /**
   * The component.
   */
  item: CiId;
  /**
   * How much likelier the service is up while the component is than while it is not (Birnbaum), in parts per billion.
   */
  importance_ppb: number;
}
/**
 * What a ballot opens with.
 */
export interface BallotOpening {
  /**
   * The hash of the content voted on.
   */
  subject: Digest;
  /**
   * The rule.
   */
  rule: ApprovalRule;
  /**
   * The voters. Who stands here in two roles votes once, with both.
   */
  voters: Voter[];
  /**
   * Who may not approve, and why. A voter named here still counts among the voters: leave out whom no waiver will admit.
   */
  excluded?: Excluded[];
}
/**
 * A configuration baseline.
 */
export interface Baseline {
  /**
   * What every record has.
   */
  envelope: Envelope;
  /**
   * Where it stands.
   */
  phase: BaselinePhase;
  /**
   * What it is for.
   */
  purpose: Purpose;
  /**
   * The change or release it is for.
   */
  subject?: RecordId | null;
  /**
   * What was captured, sorted by item.
   */
  items: CapturedItem[];
  /**
   * The hash over it.
   */
  hash: Digest;
  /**
   * What took its place.
   */
  superseded_by?: RecordId | null;
}
/**
 * What every record has (spec 3.0.3).
 */
export interface Envelope {
  /**
   * Files of the host.
   */
  attachments?: Attachment[];
  /**
   * Affected configuration items.
   */
  cis?: CiId[];
  /**
   * Who may see it.
   */
  confidentiality: Confidentiality;
  /**
   * When it was recorded.
   */
  created_at: Instant;
  /**
   * By whom.
   */
  created_by: PersonId;
  /**
   * Its id, also its number.
   */
  id: RecordId;
  /**
   * Whether it came in by bulk import, with its past as stated.
   */
  imported?: boolean;
  /**
   * Whether it was recorded later than the tolerance of the policy after it occurred.
   */
  late_entry?: boolean;
  /**
   * Its links.
   */
  links?: Link[];
  /**
   * The notices requested for it, in order of their numbers.
   */
  notices?: Noticed[];
  /**
   * When it occurred.
   */
  occurred_at: Instant;
  /**
   * Who answers for it now.
   */
  owner?: PersonId | null;
  /**
   * The class that says how long it is kept.
   */
  retention_class?: string | null;
  /**
   * Affected services.
   */
  services?: ServiceId[];
  /**
   * The unit it belongs to.
   */
  unit?: UnitId | null;
  /**
   * When the latest of its events happened.
   */
  updated_at: Instant;
  /**
   * How many events it has had.
   */
  version: number;
}
/**
 * What a record remembers of a notice.
 */
export interface Noticed {
  /**
   * When it reached its recipient, if a receipt came.
   */
  delivered_at?: Instant | null;
  /**
   * When it was requested.
   */
  requested_at: Instant;
  /**
   * To whom.
   */
  to: Recipient;
  /**
   * Why.
   */
  why: NoticeKind;
}
/**
 * Captures the items as they are.
 */
export interface BaselineCaptureBody {
  /**
   * What for.
   */
  purpose: Purpose;
  /**
   * The change or release it is for, where it is for one.
   */
  subject?: RecordId | null;
  /**
   * The items.
   */
  items: RecordId[];
}
/**
 * Freezes what was captured.
 */
export interface BaselineFreezeBody {
  /**
   * The hash of the baseline, as whoever freezes it has seen it.
   */
  hash: Digest;
}
/**
 * Puts another baseline in its place.
 */
export interface BaselineSupersedeBody {
  /**
   * The frozen baseline.
   */
  by: RecordId;
}
/**
 * A reason, and nothing else.
 */
export interface Because {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Where a cell stands and for which levels.
 */
export interface CellAt {
  /**
   * Index of the row in `cells`.
   */
  row: number;
  /**
   * Index of the column in the row.
   */
  column: number;
  /**
   * The impact level of the row.
   */
  impact: number;
  /**
   * The urgency level of the column.
   */
  urgency: number;
}
/**
 * A change.
 */
export interface Change {
  /**
   * What every record has. Its owner is the change's owner.
   */
  envelope: Envelope;
  /**
   * Where it stands.
   */
  state: ChangeState;
  /**
   * Who asks for it.
   */
  requester: PersonId;
  /**
   * What is asked for.
   */
  rfc: Rfc;
  /**
   * When it was submitted.
   */
  submitted_at?: Instant | null;
  /**
   * Its category.
   */
  category?: ChangeCategory | null;
  /**
   * Why that is lower than the score proposes, where it is.
   */
  lowered?: Lowering | null;
  /**
   * Its risk.
   */
  risk?: RiskScore | null;
  /**
   * What it reaches.
   */
  reach?: Reach | null;
  /**
   * Who assesses what.
   */
  assessors?: {
    business?: PersonId;
    technical?: PersonId;
    feasibility?: PersonId;
    cost?: PersonId;
    availability?: PersonId;
    continuity?: PersonId;
    security?: PersonId;
    capacity?: PersonId;
    conflict?: PersonId;
  };
  /**
   * What the assessors said.
   */
  opinions?: {
    business?: Opinion;
    technical?: Opinion;
    feasibility?: Opinion;
    cost?: Opinion;
    availability?: Opinion;
    continuity?: Opinion;
    security?: Opinion;
    capacity?: Opinion;
    conflict?: Opinion;
  };
  /**
   * How it is to be done.
   */
  plan?: ChangePlan | null;
  /**
   * The service plan of a major change.
   */
  service_plan?: ServicePlan | null;
  /**
   * The ballot on its present content.
   */
  ballot?: Ballot | null;
  /**
   * When it was approved or authorised first.
   */
  approved_at?: Instant | null;
  /**
   * How it was built and tested.
   */
  tested?: Tested | null;
  /**
   * Conflicts that were waived.
   */
  waived?: ConflictWaiver[];
  /**
   * The conflicts that were known when it was scheduled, soft and waived ones.
   */
  conflicts?: Conflict[];
  /**
   * What a standard change is implemented under.
   */
  standard?: StandardUse | null;
  /**
   * The authorisation of an emergency.
   */
  authorisation?: EmergencyAuthorisation | null;
  /**
   * What was done.
   */
  implementation?: Implementation | null;
  /**
   * When an emergency was documented.
   */
  documented_at?: Instant | null;
  /**
   * Why items of a documented emergency are as they were, item by item.
   */
  no_ci_difference?: {
    [k: string]: Text;
  };
  /**
   * The review.
   */
  reviewed?: ReviewOfChange | null;
  /**
   * By when what follows its end has to be done.
   */
  dues?: ChangeDues;
  /**
   * What it was late with, and since when.
   */
  late?: {
    planned_start?: Instant;
    planned_end?: Instant;
    approval?: Instant;
    deferral?: Instant;
    item_updates?: Instant;
    review?: Instant;
    documentation?: Instant;
    emergency_review?: Instant;
  };
}
/**
 * What was done.
 */
export interface Implementation {
  /**
   * When it began.
   */
  started_at: Instant;
  /**
   * Who began it.
   */
  started_by: PersonId;
  /**
   * Everybody who implemented it.
   */
  implementers: PersonId[];
  /**
   * Whether it was approved, and for the content it had, when it began.
   */
  approved: boolean;
  /**
   * The baseline taken before.
   */
  baseline?: RecordId | null;
  /**
   * How it can be undone, where that is not in its plan.
   */
  back_out_known?: Text | null;
  /**
   * When it ended.
   */
  ended_at?: Instant | null;
  /**
   * The steps done.
   */
  steps?: Text[];
  /**
   * How it was seen that it works.
   */
  verification?: Text | null;
  /**
   * What went otherwise than planned.
   */
  deviations?: Text[];
  /**
   * How it was undone, if it was.
   */
  back_out?: BackOut | null;
}
/**
 * By when something has to be done.
 */
export interface ChangeDues {
  /**
   * The update of its items, until somebody looked whether that was done.
   */
  items?: Instant | null;
  /**
   * The review.
   */
  review?: Instant | null;
  /**
   * The documentation of an emergency.
   */
  documentation?: Instant | null;
}
/**
 * Finds it complete, and classifies it.
 */
export interface ChangeAcceptBody {
  /**
   * Minor, significant or major.
   */
  category: ChangeCategory;
  /**
   * Why that is lower than the estimate proposes, where it is.
   */
  lowering_reason?: Text | null;
  /**
   * The first estimate of its risk.
   */
  estimate: RiskEstimate;
  /**
   * Who answers for it.
   */
  owner: PersonId;
  /**
   * Who assesses what.
   */
  assessors: {
    business?: PersonId;
    technical?: PersonId;
    feasibility?: PersonId;
    cost?: PersonId;
    availability?: PersonId;
    continuity?: PersonId;
    security?: PersonId;
    capacity?: PersonId;
    conflict?: PersonId;
  };
}
/**
 * Finds the assessment complete, and scores the risk.
 */
export interface ChangeAssessBody {
  /**
   * The estimate.
   */
  estimate: RiskEstimate;
  /**
   * Whether a back-out was tested, as far as a plan does not say it already.
   */
  back_out_tested: boolean;
}
/**
 * Names another owner or other assessors.
 */
export interface ChangeAssignBody {
  /**
   * The owner from now on.
   */
  owner?: PersonId | null;
  /**
   * Assessors that are added or replaced.
   */
  assessors?: {
    business?: PersonId;
    technical?: PersonId;
    feasibility?: PersonId;
    cost?: PersonId;
    availability?: PersonId;
    continuity?: PersonId;
    security?: PersonId;
    capacity?: PersonId;
    conflict?: PersonId;
  };
}
/**
 * Authorises an emergency.
 */
export interface ChangeAuthoriseEmergencyBody {
  /**
   * The criterion of the policy that it meets.
   */
  criterion: Code;
  /**
   * The major incident that it restores.
   */
  major_incident?: RecordId | null;
  /**
   * The risk that is taken.
   */
  risk: Text;
  /**
   * When it was given by word of mouth; absent: it is given now.
   */
  given_at?: Instant | null;
  /**
   * Who implements it.
   */
  implementer: PersonId;
  /**
   * Who answers for it, and documents it afterwards.
   */
  owner: PersonId;
  /**
   * Who assesses what afterwards.
   */
  assessors?: {
    business?: PersonId;
    technical?: PersonId;
    feasibility?: PersonId;
    cost?: PersonId;
    availability?: PersonId;
    continuity?: PersonId;
    security?: PersonId;
    capacity?: PersonId;
    conflict?: PersonId;
  };
}
/**
 * It is undone.
 */
export interface ChangeBackOutBody {
  /**
   * Why.
   */
  reason: Text;
  /**
   * How it was seen that the state before is restored.
   */
  restored: Text;
  /**
   * Whether a service was hit.
   */
  service_hit: boolean;
  /**
   * The incident that it was, if it is logged already.
   */
  incident?: RecordId | null;
  /**
   * The steps done.
   */
  steps?: Text[];
  /**
   * Who else implemented it.
   */
  implementers?: PersonId[];
}
/**
 * Begins to implement it.
 */
export interface ChangeBeginImplementationBody {
  /**
   * The baseline taken before; needed where items are altered, unless it is an emergency.
   */
  baseline?: RecordId | null;
  /**
   * How an emergency can be undone.
   */
  back_out_known?: Text | null;
  /**
   * Who else implements it, as far as known.
   */
  implementers?: PersonId[];
  /**
   * When an emergency was begun, if earlier than it is recorded.
   */
  started_at?: Instant | null;
}
/**
 * Begins the review. Issued by the system.
 */
export interface ChangeBeginReviewBody {}
/**
 * Closes it.
 */
export interface ChangeCloseBody {
  /**
   * Whether the records it is linked to were updated.
   */
  linked_updated: boolean;
  /**
   * Why an item it was about is as it was, item by item.
   */
  no_ci_difference?: {
    [k: string]: Text;
  };
  /**
   * Where a failure is investigated.
   */
  investigation?: Investigation | null;
  /**
   * The records of the actions that follow from a failure.
   */
  actions?: RecordId[];
}
/**
 * The host's receipt for a notice.
 */
export interface ChangeConfirmNoticeBody {
  /**
   * When it reached its recipient.
   */
  delivered_at: Instant;
  /**
   * The number of the notice within the record.
   */
  number: number;
}
/**
 * Puts it off.
 */
export interface ChangeDeferBody {
  /**
   * Why.
   */
  reason: Text;
  /**
   * To when.
   */
  until: Instant;
}
/**
 * Lets another person vote for oneself.
 */
export interface ChangeDelegateBody {
  /**
   * Who.
   */
  to: PersonId;
}
/**
 * Completes the record of an emergency.
 */
export interface ChangeDocumentRetrospectivelyBody {
  /**
   * The whole request.
   */
  rfc: Rfc;
  /**
   * The estimate of its risk.
   */
  estimate: RiskEstimate;
  /**
   * Whether its back-out was tested.
   */
  back_out_tested: boolean;
  /**
   * How it was tested.
   */
  tested: Tested;
  /**
   * Why an item it was about is as it was, item by item.
   */
  no_ci_difference?: {
    [k: string]: Text;
  };
}
/**
 * Begins a request for change.
 */
export interface ChangeDraftBody {
  /**
   * What is asked for, as far as known.
   */
  rfc: Rfc;
  /**
   * Who asks; absent: whoever is acted for, else the actor.
   */
  requester?: PersonId | null;
  /**
   * The incidents, problems and other records it comes from.
   */
  raised_from?: RecordId[];
}
/**
 * Changes what is asked for, or how it is to be done. What is absent stays as it is.
 */
export interface ChangeEditBody {
  /**
   * The whole request, as it is from now on.
   */
  rfc?: Rfc | null;
  /**
   * The whole plan, as it is from now on.
   */
  plan?: ChangePlan | null;
}
/**
 * It is implemented.
 */
export interface ChangeImplementBody {
  /**
   * The steps done.
   */
  steps: Text[];
  /**
   * How it was seen that it works.
   */
  verification: Text;
  /**
   * What went otherwise than planned.
   */
  deviations?: Text[];
  /**
   * Who else implemented it.
   */
  implementers?: PersonId[];
}
/**
 * Links another record.
 */
export interface ChangeLinkBody {
  /**
   * The link.
   */
  link: Link;
}
/**
 * A standard change model: an approval given beforehand. 标准变更模型
 */
export interface ChangeModel {
  /**
   * What every record has.
   */
  envelope: Envelope;
  /**
   * Where it stands.
   */
  state: ChangeModelState;
  /**
   * Who proposed what it says.
   */
  proposer: PersonId;
  /**
   * What it says.
   */
  terms: ModelTerms;
  /**
   * Its approvals, in order; the last one counts.
   */
  approvals?: ModelApproval[];
  /**
   * The failures since the last approval.
   */
  failures?: ModelFailure[];
}
/**
 * Approves a model.
 */
export interface ChangeModelApproveBody {
  /**
   * The last instant at which it is valid.
   */
  valid_until: Instant;
}
/**
 * The host's receipt for a notice.
 */
export interface ChangeModelConfirmNoticeBody {
  /**
   * When it reached its recipient.
   */
  delivered_at: Instant;
  /**
   * The number of the notice within the record.
   */
  number: number;
}
/**
 * Proposes a model.
 */
export interface ChangeModelProposeBody {
  /**
   * What it says.
   */
  terms: ModelTerms;
}
/**
 * A change under it failed. Issued by the system.
 */
export interface ChangeModelRecordFailureBody {
  /**
   * Which.
   */
  change: RecordId;
  /**
   * How.
   */
  reason: Text;
}
/**
 * Lets it be used again.
 */
export interface ChangeModelReinstateBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Approves it anew.
 */
export interface ChangeModelRenewBody {
  /**
   * The last instant at which it is valid.
   */
  valid_until: Instant;
}
/**
 * Changes what is proposed. Who revises it has proposed it from then on.
 */
export interface ChangeModelReviseBody {
  /**
   * What it says from now on.
   */
  terms: ModelTerms;
}
/**
 * Lets nobody use it for now.
 */
export interface ChangeModelSuspendBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Ends it.
 */
export interface ChangeModelWithdrawBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * An assessor says what he thinks.
 */
export interface ChangeOpineBody {
  /**
   * Of what.
   */
  assessment: Assessment;
  /**
   * In a word.
   */
  verdict: Verdict;
  /**
   * In words.
   */
  text: Text;
}
/**
 * Gives another category.
 */
export interface ChangeReclassifyBody {
  /**
   * Minor, significant or major.
   */
  category: ChangeCategory;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Lets its authority vote. What is absent stays as it is.
 */
export interface ChangeRequestApprovalBody {
  /**
   * How it is to be done.
   */
  plan?: ChangePlan | null;
  /**
   * The service plan of a major change.
   */
  service_plan?: ServicePlan | null;
}
/**
 * Lets its authority vote. What is absent stays as it is.
 */
export interface RequestApproval {
  /**
   * How it is to be done.
   */
  plan?: ChangePlan | null;
  /**
   * The service plan of a major change.
   */
  service_plan?: ServicePlan | null;
}
/**
 * Records what the review found.
 */
export interface ChangeReviewBody {
  /**
   * What.
   */
  pir: Pir;
}
/**
 * Records what the board found of an emergency.
 */
export interface ChangeReviewRetrospectivelyBody {
  /**
   * What.
   */
  pir: Pir;
  /**
   * Whether it was an emergency.
   */
  was_emergency: boolean;
  /**
   * The finding raised because it was none.
   */
  finding?: RecordId | null;
}
/**
 * Gives it its place in the schedule of change.
 */
export interface ChangeScheduleBody {
  /**
   * Whether those concerned were told, as its plan says.
   */
  communicated: boolean;
}
/**
 * Schedules a standard change under its model.
 */
export interface ChangeScheduleStandardBody {
  /**
   * The model.
   */
  model: RecordId;
  /**
   * Who implements it.
   */
  implementer: PersonId;
  /**
   * When.
   */
  window: ChangeWindow;
}
/**
 * Asks for it.
 */
export interface ChangeSubmitBody {}
/**
 * It is built and tested.
 */
export interface ChangeTestBody {
  /**
   * How.
   */
  tested: Tested;
}
/**
 * Takes it out of a release.
 */
export interface ChangeUnpackBody {
  /**
   * Which.
   */
  release: RecordId;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * A vote.
 */
export interface ChangeVoteBody {
  /**
   * For which approver; absent: for oneself.
   */
  by?: PersonId | null;
  /**
   * What the approver says.
   */
  decision: VoteDecision;
  /**
   * In words: conditions, reasons.
   */
  comment?: Text;
}
/**
 * Waives a conflict.
 */
export interface ChangeWaiveConflictBody {
  /**
   * The rule.
   */
  rule: Code;
  /**
   * The other record, or the freeze.
   */
  with: Text;
  /**
   * The item over which, if it is over one.
   */
  ci?: CiId | null;
  /**
   * The window it is about; absent: the one planned.
   */
  window?: ChangeWindow | null;
  /**
   * Who would implement it; absent: the one planned.
   */
  implementer?: PersonId | null;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * What a checkpoint says. Nobody has checked who signed it.
 */
export interface CheckpointAnswer {
  /**
   * Whose log it is.
   */
  origin: string;
  /**
   * Its size and root, as [`verify_inclusion`] and [`verify_consistency`] take it.
   */
  head: TreeHead;
  /**
   * Lines of the host's own.
   */
  extensions: string[];
}
/**
 * The size and the root of a tree: all that a proof is held to.
 *
 * They belong together. By itself a path fits trees of several sizes, and only the size that was signed with the root says which.
 */
export interface TreeHead {
  /**
   * How many entries it has.
   */
  size: number;
  /**
   * Its root.
   */
  root: Digest;
}
/**
 * One clock of a ticket.
 */
export interface Clock {
  /**
   * What it measures.
   */
  metric: Metric;
  /**
   * The cycle, counted from 1.
   */
  cycle: number;
  /**
   * Where it stands.
   */
  phase: ClockPhase;
  /**
   * The original start of the cycle.
   */
  started_at: Instant;
  /**
   * What it counts under.
   */
  terms: ClockTerms;
  /**
   * The target in seconds of the measure, from the original start.
   */
  target_s: number;
  /**
   * Seconds used up to `since`; while it does not run, all of them.
   */
  consumed_s: number;
  /**
   * The part of `consumed_s` that a policy carried over without a segment.
   */
  carried_s?: number;
  /**
   * The stretches that are over, in order.
   */
  segments?: Segment[];
  /**
   * The pauses of this cycle that are over, in order.
   */
  pauses?: PastPause[];
  /**
   * While it runs: since when.
   */
  since?: Instant | null;
  /**
   * While it is paused: why and since when.
   */
  paused?: Pause | null;
  /**
   * The earliest instant at which the target is used up if it runs on. While paused open, unless it lies in what is
   * counted already; kept when stopped.
   */
  due_at?: Instant | null;
  /**
   * The latest instant at which no more than the target is used up if it runs on.
   */
  breaches_at?: Instant | null;
  /**
   * When the breach of this cycle was recorded. Never cleared within the cycle.
   */
  breached_at?: Instant | null;
  /**
   * Why the breach of this cycle is excused. A result of the cycle keeps it when the next one begins.
   */
  excused?: Excuse | null;
  /**
   * Levels to come, by instant.
   */
  armed?: LevelAt[];
  /**
   * Levels reached in this cycle.
   */
  fired?: LevelAt[];
  /**
   * What the stops left behind.
   */
  results?: CycleResult[];
  /**
   * Why the due time is absent though the clock runs.
   */
  note?: ClockNote | null;
  /**
   * The instant of the last mark; no operation lies before it.
   */
  as_of: Instant;
}
/**
 * A pause that is over.
 */
export interface PastPause {
  /**
   * The reason.
   */
  reason: Code;
  /**
   * When it began.
   */
  from: Instant;
  /**
   * When it ended.
   */
  to: Instant;
}
/**
 * A clock at an instant.
 */
export interface ClockReading {
  /**
   * What it measures.
   */
  metric: Metric;
  /**
   * The instant it was read at.
   */
  at: Instant;
  /**
   * Where it stands.
   */
  phase: ClockPhase;
  /**
   * The cycle, counted from 1.
   */
  cycle: number;
  /**
   * The original start of the cycle.
   */
  started_at: Instant;
  /**
   * The target in seconds of the measure.
   */
  target_s: number;
  /**
   * Seconds of the measure used up.
   */
  consumed_s: number;
  /**
   * Seconds of the measure left; negative when the target is overrun.
   */
  remaining_s: number;
  /**
   * The used share of the target in basis points, rounded down; none for a target of 0.
   */
  percent_bp?: number | null;
  /**
   * The earliest instant at which the target is used up; open while paused.
   */
  due_at?: Instant | null;
  /**
   * The latest instant that still meets the target.
   */
  breaches_at?: Instant | null;
  /**
   * Whether a breach is recorded or due to be.
   */
  breached: boolean;
  /**
   * When it was breached.
   */
  breached_at?: Instant | null;
  /**
   * Why the breach is excused.
   */
  excused?: Excuse | null;
  /**
   * Seconds of the measure used beyond the target.
   */
  overrun_working_s: number;
  /**
   * Elapsed seconds of running time after the due instant.
   */
  overrun_elapsed_s: number;
  /**
   * The level to be reached next.
   */
  next_level?: LevelAt | null;
  /**
   * The version of the agreement.
   */
  agreement: PolicyRef;
  /**
   * The clause.
   */
  clause: ClauseId;
  /**
   * The version of its calendar.
   */
  calendar?: PolicyRef | null;
  /**
   * The version of the time zone data.
   */
  tzdb: string;
  /**
   * Why a running clock has no due time.
   */
  note?: ClockNote | null;
  /**
   * Dates for which the calendar does not vouch.
   */
  warnings: CoverageWarning[];
}
/**
 * A due time beyond the dates for which the holiday list is complete.
 *
 * The due time may move when the missing holidays are announced.
 */
export interface CoverageWarning {
  /**
   * Local date of the due time.
   */
  date: CalendarDate;
  /**
   * First date covered.
   */
  covers_from: CalendarDate;
  /**
   * Last date covered.
   */
  covers_until: CalendarDate;
}
/**
 * The clocks of a ticket, and what brought them there.
 */
export interface ClocksAnswer {
  /**
   * The clocks as they stand: what a host stores.
   */
  clocks: TicketClocks;
  /**
   * What happened to them, by instant.
   */
  marks: ClockMark[];
  /**
   * The entries of a history that were recorded late.
   */
  late?: LateEntry[];
  /**
   * When something happens by itself next.
   */
  next_due?: Instant | null;
}
/**
 * An entry that was recorded late: visible to auditors, not forbidden.
 */
export interface LateEntry {
  /**
   * Its place in the history, counted from 0.
   */
  entry: number;
  /**
   * When it happened.
   */
  at: Instant;
  /**
   * When it was recorded.
   */
  recorded_at: Instant;
  /**
   * Elapsed seconds between the two.
   */
  gap_s: number;
}
/**
 * A register of configuration items as it is written down.
 *
 * Which way a failure travels, and how hard it hits, stands with the kind of a relation; how many providers an item can lose
 * stands in the gates of the item.
 *
 * ```
 * use itsm::cmdb::{Cmdb, CmdbDocument};
 * let document = CmdbDocument::from_json(br#"{
 *     "kinds": {"runs_on": {"failure": "target_to_source", "strength": "hard"}},
 *     "service_types": ["service"],
 *     "items": [{"id": "mail", "type": "service", "gates": {"nodes": {"at_least": 1}}},
 *               {"id": "vm-1", "type": "server"}, {"id": "vm-2", "type": "server"}],
 *     "relations": [{"from": "mail", "to": "vm-1", "kind": "runs_on", "group": "nodes"},
 *                   {"from": "mail", "to": "vm-2", "kind": "runs_on", "group": "nodes"}]
 * }"#)?;
 * let cmdb = Cmdb::new(document)?;
 * assert_eq!(cmdb.item_count(), 3);
 * # Ok::<(), itsm::cmdb::CmdbError>(())
 * ```
 */
export interface CmdbDocument {
  /**
   * The kinds that relations name.
   */
  kinds?: {
    [k: string]: RelationKind;
  };
  /**
   * Items of these types are services.
   */
  service_types?: Code[];
  /**
   * The items, each id once.
   */
  items?: Item[];
  /**
   * The relations; both ends must be among the items.
   */
  relations?: Relation[];
}
/**
 * A configuration item. 配置项
 */
export interface Item {
  /**
   * Its id.
   */
  id: CiId;
  /**
   * Its type; whether it is a service follows from [`CmdbDocument::service_types`].
   */
  type: Code;
  /**
   * What people call it.
   */
  name?: string | null;
  /**
   * Whether it is among the critical items.
   */
  critical?: boolean;
  /**
   * Its own state, whatever its providers do.
   */
  state?: ItemState;
  /**
   * How many providers of a group it can lose. A group without a gate needs all of them.
   */
  gates?: {
    [k: string]: Gate;
  };
  /**
   * Everything else, as text.
   */
  attributes?: {
    [k: string]: Text;
  };
}
/**
 * Overlays that do not harm a service as long as any one of them is missing.
 */
export interface Collision {
  /**
   * The service.
   */
  service: CiId;
  /**
   * The state that they bring it to, at least.
   */
  state: ItemState;
  /**
   * Two overlays or more.
   */
  overlays: RecordId[];
  /**
   * From when all of them run.
   */
  from: Instant;
  /**
   * The first instant at which one of them does not.
   */
  until: Instant;
}
/**
 * Records an incident.
 */
export interface IncidentLogBody {
  /**
   * How it reached the desk.
   */
  channel: Channel;
  /**
   * What is wrong, in the words of whoever has the trouble.
   */
  symptom: Text;
  /**
   * When it began.
   */
  occurred_at: Instant;
  /**
   * The service that is affected.
   */
  service: AffectedService;
  /**
   * What is wrong, as a code of the host's tree.
   */
  symptom_code?: Code | null;
  /**
   * How the requester can be reached.
   */
  reporter?: Text | null;
  /**
   * Who has the trouble; absent: whoever is acted for, else the actor.
   */
  requester?: PersonId | null;
  /**
   * The customer.
   */
  customer?: CustomerId | null;
  /**
   * The configuration item that is affected.
   */
  ci?: CiId | null;
  /**
   * Why there is none.
   */
  no_ci_reason?: Text | null;
  /**
   * Whether the service is down.
   */
  service_down?: boolean;
  /**
   * The closed incident that this one is again.
   */
  repeat_of?: RecordId | null;
}
/**
 * Takes an incident over from another system, in its present state and with its past as stated.
 */
export interface IncidentImportBody {
  /**
   * How it reached the desk.
   */
  channel: Channel;
  /**
   * What is wrong.
   */
  symptom: Text;
  /**
   * Who has the trouble.
   */
  requester: PersonId;
  /**
   * When it began.
   */
  occurred_at: Instant;
  /**
   * When it was recorded there.
   */
  opened_at: Instant;
  /**
   * Where it stands.
   */
  state: ImportedState;
  /**
   * The service, if known.
   */
  service?: ServiceId | null;
  /**
   * Whether it is down.
   */
  service_down?: boolean;
  /**
   * The customer.
   */
  customer?: CustomerId | null;
  /**
   * The configuration item.
   */
  ci?: CiId | null;
  /**
   * What it is, once classified.
   */
  classification?: Classification | null;
  /**
   * Who has it, once assigned.
   */
  assignment?: Assignment | null;
  /**
   * How often it went to another group.
   */
  hops?: number;
  /**
   * When it was first acknowledged.
   */
  response_at?: Instant | null;
  /**
   * Its waits.
   */
  waits?: PastWait[];
  /**
   * How it was resolved last.
   */
  resolution?: Resolution | null;
  /**
   * Who resolved it last.
   */
  resolver?: PersonId | null;
  /**
   * Every resolution.
   */
  resolved_at?: Instant[];
  /**
   * Every reopening.
   */
  reopened_at?: Instant[];
}
/**
 * A wait that lies in the stated past.
 */
export interface PastWait {
  /**
   * For what.
   */
  reason: PendingReason;
  /**
   * From when.
   */
  from: Instant;
  /**
   * Until when; absent: it still waits.
   */
  until?: Instant | null;
}
/**
 * Classifies an incident: category, impact and urgency, from which the matrix makes the priority.
 */
export interface IncidentClassifyBody {
  /**
   * The category.
   */
  category: Code;
  /**
   * The impact, as the matrix numbers it.
   */
  impact: number;
  /**
   * The urgency, as the matrix numbers it.
   */
  urgency: number;
  /**
   * What the search for a known error gave.
   */
  known_error: KnownErrorMatch;
  /**
   * Whether it is a security incident.
   */
  security?: boolean;
}
/**
 * Gives an incident to a group.
 */
export interface IncidentAssignBody {
  /**
   * The support group.
   */
  group: UnitId;
  /**
   * The person, if one is named.
   */
  person?: PersonId | null;
  /**
   * Why no agreement covers it; needed when no clock runs.
   */
  no_sla_reason?: Text | null;
}
/**
 * Begins the work: the response.
 */
export interface IncidentAcknowledgeBody {}
/**
 * Gives an incident to another group.
 */
export interface IncidentReassignBody {
  /**
   * The support group.
   */
  group: UnitId;
  /**
   * The person, if one is named.
   */
  person?: PersonId | null;
  /**
   * To other skills or to more authority.
   */
  escalation: EscalationKind;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Lets an incident wait.
 */
export interface IncidentPendBody {
  /**
   * For what.
   */
  reason: PendingReason;
  /**
   * A note for whoever reads it later.
   */
  note: Text;
  /**
   * The expected end.
   */
  until: Instant;
}
/**
 * Ends the wait.
 */
export interface IncidentResumeBody {
  /**
   * Why now.
   */
  reason: Text;
}
/**
 * Resolves an incident.
 */
export interface IncidentResolveBody {
  /**
   * How.
   */
  resolution: Resolution;
}
/**
 * Confirms a resolution.
 */
export interface IncidentCloseBody {
  /**
   * The closure code.
   */
  code: Code;
  /**
   * Whether somebody looked whether the category is right.
   */
  category_verified: boolean;
}
/**
 * Takes a resolution back.
 */
export interface IncidentReopenBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Ends an incident that is none of its own.
 */
export interface IncidentCancelBody {
  /**
   * The incident that it duplicates.
   */
  duplicate_of?: RecordId | null;
  /**
   * Why it was logged by mistake.
   */
  reason?: Text | null;
}
/**
 * Goes on as a service request; the history stays here.
 */
export interface IncidentConvertBody {
  /**
   * The service request.
   */
  to: RecordId;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Changes the classification; the priority follows, and the clocks with it.
 */
export interface IncidentReclassifyBody {
  /**
   * The category, if it changes.
   */
  category?: Code | null;
  /**
   * The impact, if it changes.
   */
  impact?: number | null;
  /**
   * The urgency, if it changes.
   */
  urgency?: number | null;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Sets a priority that is not the matrix's.
 */
export interface IncidentOverridePriorityBody {
  /**
   * The priority.
   */
  priority: number;
  /**
   * Why.
   */
  reason: Text;
  /**
   * Up to when; absent: until it is overridden again.
   */
  expires_at?: Instant | null;
}
/**
 * Changes whom or what it affects; the clocks follow the agreement that is selected then.
 */
export interface IncidentMoveBody {
  /**
   * The service, if it changes.
   */
  service?: ServiceId | null;
  /**
   * The customer, if it changes.
   */
  customer?: CustomerId | null;
  /**
   * The configuration item, if it changes.
   */
  ci?: CiId | null;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Records an action.
 */
export interface IncidentWorkBody {
  /**
   * What was done.
   */
  note: Text;
}
/**
 * Tells the requester how it stands.
 */
export interface IncidentInformBody {}
/**
 * Hands a matter up without moving it.
 */
export interface IncidentEscalateBody {
  /**
   * To whom.
   */
  to: UnitId;
  /**
   * To other skills or to more authority.
   */
  escalation: EscalationKind;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Links another record.
 */
export interface IncidentLinkBody {
  /**
   * The link.
   */
  link: Link;
}
/**
 * Names the major incident that was declared for it.
 */
export interface IncidentMarkMajorBody {
  /**
   * The major incident.
   */
  major: RecordId;
}
/**
 * Takes back that it is a major incident, after the downgrade.
 */
export interface IncidentUnmarkMajorBody {
  /**
   * The major incident that was downgraded.
   */
  major: RecordId;
}
/**
 * Measures the clocks again under the calendars in force now.
 */
export interface IncidentRecalculateBody {
  /**
   * Why, as a code: `late_holiday_notice`, `tzdb_revision`.
   */
  reason: Code;
}
/**
 * Excuses a recorded breach; it stays recorded.
 */
export interface IncidentExcuseBreachBody {
  /**
   * Of which clock.
   */
  metric: Metric;
  /**
   * Why, as a code.
   */
  reason: Code;
}
/**
 * The host's receipt for a notice.
 */
export interface IncidentConfirmNoticeBody {
  /**
   * When it reached its recipient.
   */
  delivered_at: Instant;
  /**
   * The number of the notice within the record.
   */
  number: number;
}
/**
 * Declares a major incident.
 */
export interface MajorIncidentDeclareBody {
  /**
   * The incident it is.
   */
  incident: RecordId;
  /**
   * The criteria of the policy that it meets.
   */
  criteria?: Code[];
  /**
   * Why it is one although it meets none.
   */
  manual_reason?: Text | null;
  /**
   * The major incident manager.
   */
  manager: PersonId;
  /**
   * Who works on the resolution, as far as known.
   */
  resolvers?: PersonId[];
}
/**
 * Takes the lead.
 */
export interface MajorIncidentManageBody {
  /**
   * How often those concerned are told, in seconds; not less often than the policy says.
   */
  update_every_s: number;
}
/**
 * Tells those concerned how it stands.
 */
export interface MajorIncidentUpdateBody {
  /**
   * What they are told.
   */
  text: Text;
}
/**
 * The service works again.
 */
export interface MajorIncidentRestoreBody {
  /**
   * The end of the outage.
   */
  restoration: Restoration;
}
/**
 * Begins the review.
 */
export interface MajorIncidentBeginReviewBody {
  /**
   * Who leads it.
   */
  facilitator: PersonId;
}
/**
 * Records what the review found.
 */
export interface MajorIncidentReviewBody {
  /**
   * What it found.
   */
  review: MajorIncidentReview;
}
/**
 * Closes a major incident.
 */
export interface MajorIncidentCloseBody {
  /**
   * The records of the actions that follow from the review.
   */
  actions?: RecordId[];
  /**
   * Why none follows, where none does.
   */
  no_action_reason?: Text | null;
  /**
   * The report that top management has.
   */
  report: Attachment;
}
/**
 * Takes a major incident back, as the other of the two managers has proposed.
 */
export interface MajorIncidentDowngradeBody {
  /**
   * Why it meets no criterion.
   */
  reason: Text;
}
/**
 * Hands the lead to another person.
 */
export interface MajorIncidentHandOverBody {
  /**
   * The new major incident manager.
   */
  manager: PersonId;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Proposes to take a major incident back.
 */
export interface MajorIncidentProposeDowngradeBody {
  /**
   * Why it meets no criterion.
   */
  reason: Text;
}
/**
 * The host's receipt for a notice.
 */
export interface MajorIncidentConfirmNoticeBody {
  /**
   * When it reached its recipient.
   */
  delivered_at: Instant;
  /**
   * The number of the notice within the record.
   */
  number: number;
}
/**
 * Asks for something that is defined beforehand.
 */
export interface ServiceRequestSubmitBody {
  /**
   * The model of the policy.
   */
  model: Code;
  /**
   * For whom.
   */
  beneficiary: PersonId;
  /**
   * Who asks; absent: whoever is acted for, else the actor.
   */
  requester?: PersonId | null;
  /**
   * The inputs of the model.
   */
  inputs?: {
    [k: string]: Text;
  };
  /**
   * How the requester can be reached.
   */
  contact?: Text | null;
  /**
   * The service it is about.
   */
  service?: ServiceId | null;
  /**
   * The customer.
   */
  customer?: CustomerId | null;
}
/**
 * Finds the beneficiary entitled, and classifies: the matrix makes the priority.
 */
export interface ServiceRequestValidateBody {
  /**
   * What it is.
   */
  classification: RequestClassification;
  /**
   * The roles that the beneficiary holds, as the desk has found them.
   */
  beneficiary_roles: Roles;
}
/**
 * Approves a request whose model asks for no approval.
 */
export interface ServiceRequestApproveBody {}
/**
 * Lets the model's approvers vote. Where their approval is void, asking again opens a new ballot.
 */
export interface ServiceRequestRequestApprovalBody {}
/**
 * A vote.
 */
export interface ServiceRequestVoteBody {
  /**
   * For which approver; absent: for oneself.
   */
  by?: PersonId | null;
  /**
   * What the approver says.
   */
  decision: VoteDecision;
  /**
   * In words.
   */
  comment?: Text;
}
/**
 * Lets another person vote for oneself.
 */
export interface ServiceRequestDelegateBody {
  /**
   * Who.
   */
  to: PersonId;
}
/**
 * Changes the inputs. Approvals were given for other content, and are void.
 */
export interface ServiceRequestEditBody {
  /**
   * All inputs, as they are from now on.
   */
  inputs: {
    [k: string]: Text;
  };
}
/**
 * A group takes it.
 */
export interface ServiceRequestFulfilBeginBody {
  /**
   * The group.
   */
  group: UnitId;
  /**
   * The instructions that it works by.
   */
  instructions: Instructions;
}
/**
 * Says that it is done.
 */
export interface ServiceRequestFulfilBody {
  /**
   * What was done.
   */
  fulfilment: Fulfilment;
}
/**
 * Confirms the fulfilment.
 */
export interface ServiceRequestCloseBody {}
/**
 * Refuses a request.
 */
export interface ServiceRequestRejectBody {
  /**
   * Why; the requester is told.
   */
  reason: Text;
}
/**
 * Takes a request back.
 */
export interface ServiceRequestCancelBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Goes on as an incident or a change; the history stays here.
 */
export interface ServiceRequestConvertBody {
  /**
   * As what.
   */
  to: ConvertedTo;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Lets a request wait.
 */
export interface ServiceRequestWaitBody {
  /**
   * For what.
   */
  reason: PendingReason;
  /**
   * A note for whoever reads it later.
   */
  note: Text;
  /**
   * The expected end.
   */
  until: Instant;
}
/**
 * Ends the wait.
 */
export interface ServiceRequestResumeBody {
  /**
   * Why now.
   */
  reason: Text;
}
/**
 * A task of the model is done.
 */
export interface ServiceRequestTaskDoneBody {
  /**
   * Which.
   */
  task: Code;
}
/**
 * Records an action.
 */
export interface ServiceRequestWorkBody {
  /**
   * What was done.
   */
  note: Text;
}
/**
 * Tells the requester how it stands.
 */
export interface ServiceRequestInformBody {}
/**
 * Links another record.
 */
export interface ServiceRequestLinkBody {
  /**
   * The link.
   */
  link: Link;
}
/**
 * Measures the clocks again under the calendars in force now.
 */
export interface ServiceRequestRecalculateBody {
  /**
   * Why, as a code: `late_holiday_notice`, `tzdb_revision`.
   */
  reason: Code;
}
/**
 * Excuses a recorded breach; it stays recorded.
 */
export interface ServiceRequestExcuseBreachBody {
  /**
   * Of which clock.
   */
  metric: Metric;
  /**
   * Why, as a code.
   */
  reason: Code;
}
/**
 * The host's receipt for a notice.
 */
export interface ServiceRequestConfirmNoticeBody {
  /**
   * When it reached its recipient.
   */
  delivered_at: Instant;
  /**
   * The number of the notice within the record.
   */
  number: number;
}
/**
 * Registers an item that will be there.
 */
export interface ConfigurationItemRegisterBody {
  /**
   * What it is.
   */
  configuration: Configuration;
  /**
   * Who answers for it.
   */
  owner: PersonId;
}
/**
 * Takes an item over that is there already.
 */
export interface ConfigurationItemTakeOverBody {
  /**
   * What it is.
   */
  configuration: Configuration;
  /**
   * Who answers for it.
   */
  owner: PersonId;
  /**
   * In which state it was found.
   */
  phase: CiPhase;
}
/**
 * Begins its construction or procurement.
 */
export interface ConfigurationItemConstructBody {}
/**
 * Puts it into stock.
 */
export interface ConfigurationItemStockBody {
  /**
   * Where it is kept.
   */
  location: Code;
}
/**
 * Begins its test.
 */
export interface ConfigurationItemTestBody {}
/**
 * Moves a controlled item: into use, into maintenance and back, out of use.
 */
export interface Move {
  /**
   * Why it may move; needed where the type is under control.
   */
  cause?: Cause | null;
  /**
   * In words.
   */
  reason?: Text;
}
/**
 * Records its disposal.
 */
export interface ConfigurationItemDisposeBody {
  /**
   * What proves it.
   */
  evidence: Attachment;
}
/**
 * Records what it has become; what is absent stays.
 */
export interface ConfigurationItemUpdateBody {
  /**
   * Attributes; an empty text takes one away.
   */
  attributes?: {
    [k: string]: Text;
  };
  /**
   * Why it may change; needed where the item is in use and its type under control.
   */
  cause?: Cause | null;
  /**
   * Gates; `null` takes one away.
   */
  gates?: {
    [k: string]: Gate | null;
  };
  /**
   * Where it is.
   */
  location?: Code | null;
  /**
   * What people call it.
   */
  name?: Text | null;
  /**
   * Who answers for it.
   */
  owner?: PersonId | null;
  /**
   * The supplier of it.
   */
  supplier?: Code | null;
  /**
   * Its version.
   */
  version?: Text | null;
}
/**
 * Adds a relation, or replaces the one of the same key.
 */
export interface ConfigurationItemRelateBody {
  /**
   * Why it may change.
   */
  cause?: Cause | null;
  /**
   * The relation, from this item.
   */
  relation: Relation;
}
/**
 * Takes a relation away.
 */
export interface ConfigurationItemUnrelateBody {
  /**
   * Why it may change.
   */
  cause?: Cause | null;
  /**
   * Which.
   */
  relation: RelationKey;
}
/**
 * Puts a master into the library.
 */
export interface DefinitiveItemRegisterBody {
  /**
   * The SHA-256 of the master.
   */
  checksum: Digest;
  /**
   * The configuration item that it is the master of.
   */
  item: RecordId;
  /**
   * Under which licence it is used.
   */
  licence: Text;
  /**
   * Where it is kept.
   */
  location: Text;
  /**
   * The version of the item that it is.
   */
  version: Text;
}
/**
 * Compares what lies there with what was put there.
 */
export interface DefinitiveItemVerifyBody {
  /**
   * The checksum as it was found.
   */
  checksum: Digest;
}
/**
 * Names the one that took its place.
 */
export interface DefinitiveItemSupersedeBody {
  /**
   * Which.
   */
  by: RecordId;
}
/**
 * Withdraws it.
 */
export interface DefinitiveItemWithdrawBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * The host's receipt for a notice.
 */
export interface DefinitiveItemConfirmNoticeBody {
  /**
   * When it reached its recipient.
   */
  delivered_at: Instant;
  /**
   * The number of the notice within the record.
   */
  number: number;
}
/**
 * Plans an audit.
 */
export interface ConfigurationAuditPlanBody {
  /**
   * Who audits.
   */
  auditor: PersonId;
  /**
   * How items are verified.
   */
  method: Method;
  /**
   * The items in scope.
   */
  scope: RecordId[];
}
/**
 * Gives it to another auditor.
 */
export interface ConfigurationAuditAssignBody {
  /**
   * Who audits from now on.
   */
  auditor: PersonId;
}
/**
 * Gives it up before it has a result.
 */
export interface ConfigurationAuditCancelBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Begins it.
 */
export interface ConfigurationAuditBeginBody {}
/**
 * Records what was found of some items.
 */
export interface ConfigurationAuditRecordBody {
  /**
   * What was found.
   */
  findings: Finding[];
}
/**
 * Ends the verification.
 */
export interface ConfigurationAuditConcludeBody {}
/**
 * Reports it.
 */
export interface ConfigurationAuditReportBody {
  /**
   * The report.
   */
  report: Attachment;
}
/**
 * Decides what is done about a deficiency.
 */
export interface ConfigurationAuditCorrectBody {
  /**
   * What.
   */
  correction: Correction;
  /**
   * Its number, from 1.
   */
  deficiency: number;
}
/**
 * Finds a deficiency gone.
 */
export interface ConfigurationAuditCloseDeficiencyBody {
  /**
   * Its number, from 1.
   */
  deficiency: number;
}
/**
 * Closes the audit.
 */
export interface ConfigurationAuditCloseBody {}
/**
 * The host's receipt for a notice.
 */
export interface ConfigurationAuditConfirmNoticeBody {
  /**
   * When it reached its recipient.
   */
  delivered_at: Instant;
  /**
   * The number of the notice within the record.
   */
  number: number;
}
/**
 * Plans a release.
 */
export interface ReleasePlanBody {
  /**
   * What, when and how.
   */
  plan: ReleasePlan;
  /**
   * The services it is for.
   */
  services?: ServiceId[];
  /**
   * What people call it.
   */
  title: Text;
  /**
   * Its type.
   */
  type: ReleaseType;
}
/**
 * Asks the parties to agree.
 */
export interface ReleaseSubmitPlanBody {}
/**
 * A party's vote.
 */
export interface ReleaseVoteBody {
  /**
   * Whose vote it is, when cast by a delegate; else the actor's own.
   */
  by?: PersonId | null;
  /**
   * In words.
   */
  comment?: Text;
  /**
   * What the party says.
   */
  decision: VoteDecision;
}
/**
 * Lets another person vote in one's place.
 */
export interface ReleaseDelegateBody {
  /**
   * Who votes.
   */
  to: PersonId;
}
/**
 * Changes the plan. What was agreed to was another one.
 */
export interface ReleaseEditBody {
  /**
   * The whole plan, as it is from now on.
   */
  plan: ReleasePlan;
}
/**
 * Builds it.
 */
export interface ReleaseBuildBody {
  /**
   * What it brings.
   */
  built: Built[];
}
/**
 * Tests it.
 */
export interface ReleaseTestBody {
  /**
   * Why the test was reduced; only for an emergency release.
   */
  reduced_because?: Text | null;
  /**
   * The tests.
   */
  tests: TestRecord[];
}
/**
 * Accepts it.
 */
export interface ReleaseAcceptBody {
  /**
   * The criteria that are met.
   */
  met: Code[];
}
/**
 * Proposes to accept it as it is.
 */
export interface ReleaseProposeExceptionsBody {
  /**
   * What is not met, and what is done about it.
   */
  exceptions: Exceptions;
}
/**
 * Accepts it as the other party has proposed.
 */
export interface ReleaseAcceptWithExceptionsBody {
  /**
   * What was proposed, as whoever accepts it has seen it.
   */
  exceptions: Exceptions;
}
/**
 * Returns it to its builders.
 */
export interface ReleaseReturnBody {
  /**
   * What is wrong.
   */
  defects: Text;
}
/**
 * Names the baseline of the affected items.
 */
export interface ReleaseBaselineBody {
  /**
   * Which.
   */
  baseline: RecordId;
}
/**
 * Begins its deployment.
 */
export interface ReleaseBeginDeploymentBody {}
/**
 * Says that it is on every target.
 */
export interface ReleaseDeployBody {
  /**
   * What was found there.
   */
  integrity: IntegrityCheck[];
}
/**
 * Takes it back.
 */
export interface ReleaseRollBackBody {
  /**
   * The incident, where a service was hit and it is recorded already.
   */
  incident?: RecordId | null;
  /**
   * Why.
   */
  reason: Text;
  /**
   * Whether a service was hit.
   */
  service_hit?: boolean;
  /**
   * The hash of the baseline that the targets were verified against.
   */
  verified_against: Digest;
}
/**
 * Begins the observation.
 */
export interface ReleaseObserveBody {}
/**
 * Records what the observation found.
 */
export interface ReleaseReviewBody {
  /**
   * What it found.
   */
  review: ReleaseReview;
}
/**
 * Closes it.
 */
export interface ReleaseCloseBody {
  /**
   * How it ended.
   */
  outcome: ReleaseOutcome;
}
/**
 * Gives it up.
 */
export interface ReleaseCancelBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * The host's receipt for a notice.
 */
export interface ReleaseConfirmNoticeBody {
  /**
   * When it reached its recipient.
   */
  delivered_at: Instant;
  /**
   * The number of the notice within the record.
   */
  number: number;
}
/**
 * Records a problem.
 */
export interface ProblemLogBody {
  /**
   * Where it was found.
   */
  source: ProblemSource;
  /**
   * Whether it was found before it did harm.
   */
  proactive: boolean;
  /**
   * What it shows; no names of persons.
   */
  symptoms: Text;
  /**
   * The same, as a code of the host's tree.
   */
  symptom_code?: Code | null;
  /**
   * Its incidents.
   */
  incidents?: RecordId[];
  /**
   * What else speaks for it: a trend, a supplier's notice. Needed where there is no incident.
   */
  evidence?: Text | null;
  /**
   * The configuration items concerned.
   */
  cis?: CiId[];
  /**
   * The services concerned.
   */
  services?: ServiceId[];
  /**
   * The candidate that was accepted as this problem.
   */
  candidate?: RecordId | null;
  /**
   * The closed problem that this one is again.
   */
  repeat_of?: RecordId | null;
}
/**
 * Classifies a problem and names its analyst.
 */
export interface ProblemClassifyBody {
  /**
   * What it is.
   */
  classification: ProblemClassification;
  /**
   * Who looks for the cause, and owns the problem.
   */
  analyst: PersonId;
}
/**
 * Classifies it anew.
 */
export interface ProblemReclassifyBody {
  /**
   * What it is.
   */
  classification: ProblemClassification;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Gives it to another analyst.
 */
export interface ProblemReassignBody {
  /**
   * To whom.
   */
  analyst: PersonId;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Begins to look for the cause.
 */
export interface ProblemInvestigateBody {
  /**
   * By which method: `five_whys`, `fault_tree`.
   */
  method: Code;
}
/**
 * Records a step of the analysis.
 */
export interface ProblemWorkBody {
  /**
   * What was tried, and what it showed.
   */
  note: Text;
}
/**
 * Says why it happens.
 */
export interface ProblemIdentifyCauseBody {
  /**
   * The cause with its proof.
   */
  root_cause: RootCause;
}
/**
 * Confirms the cause that the analyst has found.
 */
export interface ProblemConfirmCauseBody {}
/**
 * Does not confirm it.
 */
export interface ProblemReturnCauseBody {
  /**
   * Why it does not convince.
   */
  reason: Text;
}
/**
 * Names a change that is to remove the cause.
 */
export interface ProblemProposeFixBody {
  /**
   * The change.
   */
  change: RecordId;
}
/**
 * Leaves the cause where it is.
 */
export interface ProblemAcceptBody {
  /**
   * Why, and until when.
   */
  acceptance: AcceptanceOfProblem;
}
/**
 * Leaves the cause where it is for longer.
 */
export interface ProblemRenewAcceptanceBody {
  /**
   * Why, and until when.
   */
  acceptance: AcceptanceOfProblem;
}
/**
 * Takes the acceptance back.
 */
export interface ProblemReconsiderBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * A change of it is approved.
 */
export interface ProblemBeginFixBody {
  /**
   * The change.
   */
  change: RecordId;
}
/**
 * A change of it is live.
 */
export interface ProblemObserveBody {
  /**
   * The change.
   */
  change: RecordId;
  /**
   * The release that brought it, if it was packaged.
   */
  release?: RecordId | null;
}
/**
 * A change of it will not remove the cause.
 */
export interface ProblemWithdrawFixBody {
  /**
   * The change.
   */
  change: RecordId;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It was fixed while its cause was looked for.
 */
export interface ProblemFixAtOnceBody {
  /**
   * The change, if a configuration item was altered.
   */
  change?: RecordId | null;
  /**
   * The statement that no configuration item was altered, where there is no change.
   */
  no_item_altered?: Text | null;
}
/**
 * Closes a problem.
 */
export interface ProblemCloseBody {
  /**
   * How it ended.
   */
  code: ProblemClosureCode;
  /**
   * What resolved it.
   */
  resolution: Text;
  /**
   * The knowledge that was published.
   */
  knowledge: RecordId;
}
/**
 * Closes a problem whose cause was not found.
 */
export interface ProblemCloseUnreproducedBody {
  /**
   * Why it is given up.
   */
  reason: Text;
  /**
   * When it is looked at again.
   */
  review_at: Instant;
  /**
   * What is watched from now on.
   */
  monitoring: Text;
}
/**
 * The fix did not help.
 */
export interface ProblemRecurBody {
  /**
   * The incident that it should have prevented.
   */
  incident: RecordId;
}
/**
 * Lets it rest.
 */
export interface ProblemSuspendBody {
  /**
   * Why.
   */
  reason: Text;
  /**
   * When it is looked at again.
   */
  review_at: Instant;
  /**
   * What is watched meanwhile.
   */
  monitoring: Text;
}
/**
 * Goes on with the investigation.
 */
export interface ProblemResumeBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Says how to live with it meanwhile.
 */
export interface ProblemMitigateBody {
  /**
   * The workaround.
   */
  workaround: Text;
}
/**
 * Adds incidents to it.
 */
export interface ProblemRelateBody {
  /**
   * Which.
   */
  incidents: RecordId[];
}
/**
 * Links another record.
 */
export interface ProblemLinkBody {
  /**
   * The link.
   */
  link: Link;
}
/**
 * Records what a review of the resolution found.
 */
export interface ProblemReviewBody {
  /**
   * What it found.
   */
  review: ProblemReview;
}
/**
 * The host's receipt for a notice.
 */
export interface ProblemConfirmNoticeBody {
  /**
   * When it reached its recipient.
   */
  delivered_at: Instant;
  /**
   * The number of the notice within the record.
   */
  number: number;
}
/**
 * Begins a known error.
 */
export interface KnownErrorDraftBody {
  /**
   * What it says so far.
   */
  content: KnownErrorContent;
}
/**
 * Changes what it says.
 */
export interface KnownErrorEditBody {
  /**
   * All of it, as it is from now on.
   */
  content: KnownErrorContent;
}
/**
 * Lets the desk work by it.
 */
export interface KnownErrorPublishBody {}
/**
 * A fix is on its way, or live and observed.
 */
export interface KnownErrorFixPendingBody {
  /**
   * The change; absent: the fix altered no item.
   */
  change?: RecordId | null;
  /**
   * The release that brings it, if it was packaged.
   */
  release?: RecordId | null;
}
/**
 * The fix did not come, or did not help.
 */
export interface KnownErrorReinstateBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * It cannot happen any more.
 */
export interface KnownErrorRetireBody {
  /**
   * Why.
   */
  because: RetiredBecause;
}
/**
 * The host's receipt for a notice.
 */
export interface KnownErrorConfirmNoticeBody {
  /**
   * When it reached its recipient.
   */
  delivered_at: Instant;
  /**
   * The number of the notice within the record.
   */
  number: number;
}
/**
 * Raises a candidate.
 */
export interface ProblemCandidateRaiseBody {
  /**
   * The rule that found it.
   */
  rule: DetectionRule;
  /**
   * What it is about.
   */
  subject: Subject;
  /**
   * Its incidents.
   */
  incidents?: RecordId[];
  /**
   * What else speaks for it: the trend, the supplier's notice.
   */
  note?: Text | null;
}
/**
 * Adds incidents to an open candidate.
 */
export interface ProblemCandidateAddEvidenceBody {
  /**
   * Which.
   */
  incidents: RecordId[];
}
/**
 * Decides that it is a problem.
 */
export interface ProblemCandidateAcceptBody {
  /**
   * Which.
   */
  problem: AcceptedAs;
}
/**
 * Decides that it is none.
 */
export interface ProblemCandidateDeclineBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * The host's receipt for a notice.
 */
export interface ProblemCandidateConfirmNoticeBody {
  /**
   * When it reached its recipient.
   */
  delivered_at: Instant;
  /**
   * The number of the notice within the record.
   */
  number: number;
}
/**
 * Enters an activity into the register.
 */
export interface PlannedActivityPlanBody {
  /**
   * The edition of the standard that it is planned under.
   */
  edition: Edition;
  /**
   * Every so many months; absent: the preset of its kind.
   */
  every_months?: number | null;
  /**
   * When it is due first: within one interval.
   */
  first_due: Instant;
  /**
   * What is done.
   */
  kind: ActivityKind;
  /**
   * Who sees to it.
   */
  owner: PersonId;
  /**
   * The service, customer, supplier, document or the like that it is about; absent: the whole.
   */
  subject?: RecordId | null;
  /**
   * So many days after it was due it is overdue.
   */
  tolerance_days?: number;
}
/**
 * Says that it was done.
 */
export interface PlannedActivityPerformBody {
  /**
   * When.
   */
  done_at: Instant;
  /**
   * What proves it.
   */
  evidence: Evidence;
}
/**
 * Gives it another interval.
 */
export interface PlannedActivityChangeIntervalBody {
  /**
   * The edition of the standard that it is planned under.
   */
  edition: Edition;
  /**
   * Every so many months.
   */
  every_months: number;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Gives it to another owner.
 */
export interface PlannedActivityAssignBody {
  /**
   * Who sees to it from now on.
   */
  owner: PersonId;
}
/**
 * Takes it out of the register.
 */
export interface PlannedActivityRetireBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * The host's receipt for a notice.
 */
export interface PlannedActivityConfirmNoticeBody {
  /**
   * When it reached its recipient.
   */
  delivered_at: Instant;
  /**
   * The number of the notice within the record.
   */
  number: number;
}
/**
 * Keeps records, or what is about a person.
 */
export interface LegalHoldPlaceBody {
  /**
   * The records that are kept.
   */
  records?: NamedRecord[];
  /**
   * The person whose values and records are kept, a pseudonym.
   */
  subject?: PersonId | null;
  /**
   * Why.
   */
  reason: Text;
  /**
   * By what authority: a court, a law, a contract.
   */
  authority: Text;
}
/**
 * Ends the hold.
 */
export interface LegalHoldReleaseBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * The host's receipt for a notice.
 */
export interface LegalHoldConfirmNoticeBody {
  /**
   * When it reached its recipient.
   */
  delivered_at: Instant;
  /**
   * The number of the notice within the record.
   */
  number: number;
}
/**
 * Asks for a disposal.
 */
export interface DisposalRequestBody {
  /**
   * What is destroyed.
   */
  order: DisposalOrder;
  /**
   * What allows or demands it.
   */
  legal_basis: Text;
  /**
   * How it is done.
   */
  method: Text;
}
/**
 * Approves it, as a second person.
 */
export interface DisposalApproveBody {}
/**
 * Rejects it.
 */
export interface DisposalRejectBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * Carries it out.
 */
export interface DisposalCarryOutBody {}
/**
 * Takes it back.
 */
export interface DisposalCancelBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * The host's receipt for a notice.
 */
export interface DisposalConfirmNoticeBody {
  /**
   * When it reached its recipient.
   */
  delivered_at: Instant;
  /**
   * The number of the notice within the record.
   */
  number: number;
}
/**
 * Publishes a policy, or a new version of it.
 */
export interface PolicyPublishBody {
  /**
   * The version, greater than the last.
   */
  version: number;
  /**
   * From when it holds.
   */
  effective_from: Instant;
  /**
   * What it says.
   */
  document: PolicyDocument;
}
/**
 * Publishes a policy, or a new version of it.
 */
export interface Publish {
  /**
   * The version, greater than the last.
   */
  version: number;
  /**
   * From when it holds.
   */
  effective_from: Instant;
  /**
   * What it says.
   */
  document: PolicyDocument;
}
/**
 * Files a waiver; the record's id is the waiver's.
 */
export interface WaiverFileBody {
  /**
   * What it says.
   */
  waiver: Waiver;
}
/**
 * Revokes a waiver.
 */
export interface WaiverRevokeBody {
  /**
   * Why.
   */
  reason: Text;
}
/**
 * A configuration audit.
 */
export interface ConfigurationAudit {
  /**
   * What every record has.
   */
  envelope: Envelope;
  /**
   * Where it stands.
   */
  phase: ConfigurationAuditPhase;
  /**
   * How items are verified.
   */
  method: Method;
  /**
   * The items in scope.
   */
  scope: RecordId[];
  /**
   * Who audits.
   */
  auditor: PersonId;
  /**
   * How many attributes were verified.
   */
  attributes_verified: number;
  /**
   * The items that were verified.
   */
  verified: RecordId[];
  /**
   * What is wrong.
   */
  deficiencies: Deficiency[];
  /**
   * The hash of its report.
   */
  report?: Digest | null;
  /**
   * When it was concluded.
   */
  concluded_at?: Instant | null;
}
/**
 * A deficiency, counted from 1 in its audit.
 */
export interface Deficiency {
  /**
   * When it was closed.
   */
  closed_at?: Instant | null;
  /**
   * When it was decided what is done about it.
   */
  corrected_at?: Instant | null;
  /**
   * What is done about it.
   */
  correction?: Correction | null;
  /**
   * By when it has to be closed, once the audit is concluded.
   */
  due?: Instant | null;
  /**
   * What was found.
   */
  found: Found;
  /**
   * Of which item.
   */
  item: RecordId;
  /**
   * Whether it was not closed in time.
   */
  overdue: boolean;
}
/**
 * A configuration item.
 */
export interface ConfigurationItem {
  /**
   * What every record has.
   */
  envelope: Envelope;
  /**
   * Where it stands.
   */
  phase: CiPhase;
  /**
   * What it is.
   */
  configuration: Configuration;
  /**
   * Its latest alteration.
   */
  updated: Updated;
  /**
   * Everybody who ever altered it, or had it altered: nobody of them audits it.
   */
  updaters: PersonId[];
  /**
   * What proves its disposal.
   */
  disposal?: Attachment | null;
}
/**
 * How an item came to be as it is.
 */
export interface Updated {
  /**
   * When.
   */
  at: Instant;
  /**
   * By whom.
   */
  by: PersonId;
  /**
   * Why, where the item was under control.
   */
  cause?: Cause | null;
}
/**
 * That a tree begins with an older one: RFC 9162, section 2.1.4.
 */
export interface ConsistencyProof {
  /**
   * How many entries the older tree has.
   */
  from: number;
  /**
   * How many the newer has.
   */
  to: number;
  /**
   * The hashes from which both roots follow, the lowest first; none where both trees are one.
   */
  path: Digest[];
}
/**
 * Everything that a decision reads besides the record and the command.
 *
 * ```
 * use itsm::contract::ContextDocument;
 * let context = ContextDocument::from_json(br#"{"now": "2026-11-21T09:00:00Z", "actor": {"id": "p-17", "roles": ["sd"]}}"#)?;
 * assert_eq!(context.actor.id.as_str(), "p-17");
 * # Ok::<(), itsm::contract::Failure>(())
 * ```
 */
export interface ContextDocument {
  /**
   * The present instant.
   */
  now: Instant;
  /**
   * Who acts.
   */
  actor: Actor;
  /**
   * For whom.
   */
  on_behalf_of?: PersonId | null;
  /**
   * The tenant, where the host serves several.
   */
  tenant?: TenantId | null;
  /**
   * The command's id; the same id twice is the same command.
   */
  command_id?: CommandId | null;
  /**
   * 32 random bytes of the host as 64 hexadecimal digits, for the salts of personal values.
   */
  entropy?: Digest | null;
  /**
   * What the host's own authorisation said.
   */
  authorisation?: AuthorisationDocument | null;
  /**
   * Waivers of separation of duties, for decisions beside the host's own tables.
   */
  waivers?: Waiver[];
  /**
   * What is known of other records.
   */
  facts?: Fact[];
}
/**
 * What is known of a record.
 */
export interface Fact {
  /**
   * The process the record belongs to.
   */
  process: string;
  /**
   * Which record.
   */
  record: RecordId;
  /**
   * Its phase.
   */
  state: string;
  /**
   * Its version when it was read; the answer holds only as long as this does.
   */
  version: number;
  /**
   * What else the process says of it.
   */
  attributes?: {
    [k: string]: string;
  };
  /**
   * The records it is linked to.
   */
  links?: Link[];
}
/**
 * How far a search for cut sets goes.
 */
export interface CutSetSearch {
  /**
   * The state that the item is to be in, or worse.
   */
  state: ItemState;
  /**
   * The most items of a set.
   */
  up_to: number;
  /**
   * The most steps: items visited, and items that hold the service up.
   */
  budget: number;
}
/**
 * What a command, or the passing of time, brings beside a host's own tables.
 */
export interface Decided {
  /**
   * What happened, in order.
   */
  events: Event[];
  /**
   * The record after the last of them.
   */
  record: Record;
}
/**
 * An incident.
 */
export interface Incident {
  /**
   * What every record has.
   */
  envelope: Envelope;
  /**
   * Where it stands.
   */
  state: IncidentState;
  /**
   * How it reached the desk.
   */
  channel: Channel;
  /**
   * The person who has the trouble, a pseudonym.
   */
  requester: PersonId;
  /**
   * How that person can be reached.
   */
  reporter?: Commitment | null;
  /**
   * What is wrong.
   */
  symptom: Commitment;
  /**
   * What is wrong, as a code of the host's tree.
   */
  symptom_code?: Code | null;
  /**
   * The customer.
   */
  customer?: CustomerId | null;
  /**
   * Whether the service is down.
   */
  service_down: boolean;
  /**
   * What it is.
   */
  classification?: Classification | null;
  /**
   * Its priority by the matrix, or by an override in force.
   */
  priority?: number | null;
  /**
   * The override in force.
   */
  priority_override?: PriorityOverride | null;
  /**
   * The criteria of a major incident that it meets.
   */
  major_criteria?: Code[];
  /**
   * The major incident that was declared for it.
   */
  major?: RecordId | null;
  /**
   * Who has it.
   */
  assignment?: Assignment | null;
  /**
   * How often it went to another group.
   */
  hops: number;
  /**
   * When it did.
   */
  hopped_at?: Instant[];
  /**
   * Its escalations.
   */
  escalations?: Escalation[];
  /**
   * When it was first acknowledged.
   */
  response_at?: Instant | null;
  /**
   * How it was resolved last.
   */
  resolution?: Resolution | null;
  /**
   * Who resolved it last.
   */
  resolver?: PersonId | null;
  /**
   * Every resolution.
   */
  resolved_at?: Instant[];
  /**
   * Every reopening.
   */
  reopened_at?: Instant[];
  /**
   * How many actions were recorded on it.
   */
  actions: number;
  /**
   * Why it has no CI, where that was accepted.
   */
  no_ci_reason?: Text | null;
  /**
   * Why no agreement covers it.
   */
  no_sla_reason?: Text | null;
  /**
   * Its clocks.
   */
  clocks: TicketClocks;
}
/**
 * One escalation.
 */
export interface Escalation {
  /**
   * When.
   */
  at: Instant;
  /**
   * To other skills or to more authority.
   */
  kind: EscalationKind;
  /**
   * Why.
   */
  reason: Text;
  /**
   * To whom.
   */
  to: UnitId;
}
/**
 * A major incident.
 */
export interface MajorIncident {
  /**
   * What every record has.
   */
  envelope: Envelope;
  /**
   * Where it stands.
   */
  state: MajorIncidentState;
  /**
   * The incident that it was declared for.
   */
  incident: RecordId;
  /**
   * The criteria that it meets.
   */
  criteria?: Code[];
  /**
   * Why it was declared without a criterion.
   */
  manual_reason?: Text | null;
  /**
   * The major incident manager.
   */
  manager: PersonId;
  /**
   * Everybody who has been its manager, in order: none of them closes it.
   */
  managers: PersonId[];
  /**
   * Who works on the resolution, as far as known.
   */
  resolvers?: PersonId[];
  /**
   * The proposal to take it back that is on the table.
   */
  proposal?: DowngradeProposal | null;
  /**
   * When it was declared.
   */
  declared_at: Instant;
  /**
   * By when top management has to be told.
   */
  notice_due: Instant;
  /**
   * Whether that was missed.
   */
  notice_missed?: boolean;
  /**
   * How often those concerned are told, in seconds.
   */
  update_every_s: number;
  /**
   * The communication, in order.
   */
  communications?: TimelineEntry[];
  /**
   * How many updates were missed.
   */
  updates_missed: number;
  /**
   * The end of the outage.
   */
  restoration?: Restoration | null;
  /**
   * By when it has to be reviewed, once it is restored.
   */
  review_due?: Instant | null;
  /**
   * Whether that was missed.
   */
  review_missed?: boolean;
  /**
   * What the review found.
   */
  review?: MajorIncidentReview | null;
  /**
   * When it was reviewed.
   */
  reviewed_at?: Instant | null;
}
/**
 * One of the two managers would take it back (T-MAJ-06).
 */
export interface DowngradeProposal {
  /**
   * When it was proposed.
   */
  at: Instant;
  /**
   * By whom.
   */
  by: PersonId;
  /**
   * Why it meets no criterion.
   */
  reason: Text;
}
/**
 * A service request.
 */
export interface ServiceRequest {
  /**
   * What every record has.
   */
  envelope: Envelope;
  /**
   * Where it stands.
   */
  state: ServiceRequestState;
  /**
   * The model of the policy that it follows.
   */
  model: Code;
  /**
   * Who asks.
   */
  requester: PersonId;
  /**
   * For whom.
   */
  beneficiary: PersonId;
  /**
   * How the requester can be reached.
   */
  contact?: Commitment | null;
  /**
   * The inputs of the model.
   */
  inputs?: {
    [k: string]: Text;
  };
  /**
   * The customer.
   */
  customer?: CustomerId | null;
  /**
   * What it is.
   */
  classification?: RequestClassification | null;
  /**
   * Its priority by the matrix.
   */
  priority?: number | null;
  /**
   * The ballot on its present content.
   */
  ballot?: Ballot | null;
  /**
   * Who has it.
   */
  assignment?: Assignment | null;
  /**
   * The instructions that it is fulfilled by.
   */
  instructions?: Instructions | null;
  /**
   * The tasks of its model, once the fulfilment has begun.
   */
  tasks?: Task[];
  /**
   * How many actions were recorded on it.
   */
  actions: number;
  /**
   * What was done for it.
   */
  fulfilment?: Fulfilment | null;
  /**
   * When it was fulfilled, and by whom.
   */
  fulfilled?: Done | null;
  /**
   * Its clocks.
   */
  clocks: TicketClocks;
}
/**
 * A task of the model.
 */
export interface Task {
  /**
   * Which.
   */
  task: Code;
  /**
   * When it was done, and by whom.
   */
  done?: Done | null;
}
/**
 * When something was done, and by whom.
 */
export interface Done {
  /**
   * When.
   */
  at: Instant;
  /**
   * By whom.
   */
  by: PersonId;
}
/**
 * A definitive item.
 */
export interface DefinitiveItem {
  /**
   * What every record has.
   */
  envelope: Envelope;
  /**
   * Where it stands.
   */
  phase: DefinitiveItemPhase;
  /**
   * What was put there.
   */
  deposit: Deposit;
  /**
   * When it was found intact last.
   */
  verified_at?: Instant | null;
  /**
   * Whether it was found altered: releases are not built from it then.
   */
  corrupt: boolean;
  /**
   * What took its place.
   */
  superseded_by?: RecordId | null;
}
/**
 * Puts a master into the library.
 */
export interface Deposit {
  /**
   * The SHA-256 of the master.
   */
  checksum: Digest;
  /**
   * The configuration item that it is the master of.
   */
  item: RecordId;
  /**
   * Under which licence it is used.
   */
  licence: Text;
  /**
   * Where it is kept.
   */
  location: Text;
  /**
   * The version of the item that it is.
   */
  version: Text;
}
/**
 * A release.
 */
export interface Release {
  /**
   * What every record has.
   */
  envelope: Envelope;
  /**
   * Where it stands.
   */
  state: ReleaseState;
  /**
   * What people call it.
   */
  title: Text;
  /**
   * Its type.
   */
  release_type: ReleaseType;
  /**
   * What, when and how.
   */
  plan: ReleasePlan;
  /**
   * Who wrote the plan, all of them: nobody of them agrees to it.
   */
  planned_by: PersonId[];
  /**
   * The end of the window that the parties agreed to first: when it is promised for.
   */
  promised_until?: Instant | null;
  /**
   * The agreement on its present plan.
   */
  ballot?: Ballot | null;
  /**
   * What it brings.
   */
  built?: Built[];
  /**
   * Who built it.
   */
  built_by?: PersonId[];
  /**
   * The tests of what was built last.
   */
  tests?: TestRecord[];
  /**
   * Who tested it.
   */
  tested_by?: PersonId[];
  /**
   * How often it was submitted for acceptance.
   */
  submissions: number;
  /**
   * When it was submitted for acceptance first.
   */
  first_submitted_at?: Instant | null;
  /**
   * Why it was returned last.
   */
  defects?: Text | null;
  /**
   * One party's proposal to accept with exceptions.
   */
  proposal?: Proposal | null;
  /**
   * How it was accepted.
   */
  acceptance?: AcceptanceOfRelease | null;
  /**
   * By when an emergency release has to be accepted.
   */
  acceptance_due?: Instant | null;
  /**
   * Whether it was not.
   */
  acceptance_missed: boolean;
  /**
   * The baseline of the affected items.
   */
  baseline?: RecordId | null;
  /**
   * When it was on every target.
   */
  deployed_at?: Instant | null;
  /**
   * When it was rolled back.
   */
  rolled_back_at?: Instant | null;
  /**
   * What was found on the targets.
   */
  integrity?: IntegrityCheck[];
  /**
   * When the observation ended, once somebody was told.
   */
  observed_until?: Instant | null;
  /**
   * What the observation found.
   */
  review?: ReleaseReview | null;
}
/**
 * A problem.
 */
export interface Problem {
  /**
   * What every record has; its owner is the analyst.
   */
  envelope: Envelope;
  /**
   * Where it stands.
   */
  state: ProblemState;
  /**
   * Where it was found.
   */
  source: ProblemSource;
  /**
   * Whether it was found before it did harm.
   */
  proactive: boolean;
  /**
   * What it shows.
   */
  symptoms: Text;
  /**
   * The same, as a code of the host's tree.
   */
  symptom_code?: Code | null;
  /**
   * Its incidents.
   */
  incidents?: RecordId[];
  /**
   * What else speaks for it: a trend, a supplier's notice.
   */
  evidence?: Text | null;
  /**
   * The candidate it was.
   */
  candidate?: RecordId | null;
  /**
   * What it is.
   */
  classification?: ProblemClassification | null;
  /**
   * Whoever was its analyst, the present one last.
   */
  analysts?: PersonId[];
  /**
   * The searches for its cause, the present one last.
   */
  analyses?: Analysis[];
  /**
   * How to live with it meanwhile.
   */
  workaround?: Text | null;
  /**
   * The changes that are to remove the cause last found.
   */
  fixes?: Fix[];
  /**
   * Up to when the present fix is, or was, observed.
   */
  observed_until?: Instant | null;
  /**
   * The incidents that its fixes should have prevented.
   */
  recurrences?: Recurrence[];
  /**
   * Why its cause is left where it is.
   */
  acceptance?: AcceptanceOfProblem | null;
  /**
   * The reviews of its resolution.
   */
  reviews?: ReviewOfProblem[];
}
/**
 * A change that is to remove the cause.
 */
export interface Fix {
  /**
   * The change.
   */
  change: RecordId;
  /**
   * When it was known to be approved.
   */
  approved_at?: Instant | null;
  /**
   * When it was known to be live.
   */
  live_at?: Instant | null;
  /**
   * The release that brought it.
   */
  release?: RecordId | null;
}
/**
 * An incident that a fix should have prevented.
 */
export interface Recurrence {
  /**
   * When it was noticed.
   */
  at: Instant;
  /**
   * The incident.
   */
  incident: RecordId;
}
/**
 * A review that was held.
 */
export interface ReviewOfProblem {
  /**
   * When.
   */
  at: Instant;
  /**
   * By whom.
   */
  by: PersonId;
  /**
   * What it found.
   */
  review: ProblemReview;
}
/**
 * A known error.
 */
export interface KnownError {
  /**
   * What every record has.
   */
  envelope: Envelope;
  /**
   * Where it stands.
   */
  state: KnownErrorState;
  /**
   * The problem whose cause it is.
   */
  problem: RecordId;
  /**
   * What it says.
   */
  content: KnownErrorContent;
  /**
   * When it was first published.
   */
  published_at?: Instant | null;
}
/**
 * A problem candidate.
 */
export interface ProblemCandidate {
  /**
   * What every record has.
   */
  envelope: Envelope;
  /**
   * Where it stands.
   */
  state: ProblemCandidateState;
  /**
   * The rule that found it.
   */
  rule: DetectionRule;
  /**
   * What it is about.
   */
  subject: Subject;
  /**
   * Its incidents.
   */
  incidents?: RecordId[];
  /**
   * What else speaks for it.
   */
  note?: Text | null;
}
/**
 * A planned activity (spec 3.0.6).
 */
export interface PlannedActivity {
  /**
   * What every record has.
   */
  envelope: Envelope;
  /**
   * Where it stands.
   */
  phase: PlannedActivityPhase;
  /**
   * What is done.
   */
  kind: ActivityKind;
  /**
   * The service, customer, supplier, document or the like that it is about; absent: the whole.
   */
  subject?: RecordId | null;
  /**
   * The edition of the standard that it is planned under.
   */
  edition: Edition;
  /**
   * Every so many months.
   */
  every_months: number;
  /**
   * So many days after it was due it is overdue.
   */
  tolerance_days: number;
  /**
   * When it is due.
   */
  due: Due;
  /**
   * When it was done last, if it ever was.
   */
  last?: ActivityDone | null;
  /**
   * From when on it is overdue. Only doing it ends that.
   */
  overdue_since?: Instant | null;
}
/**
 * A legal hold (spec 3.2): whoever opened the record placed it.
 */
export interface LegalHold {
  /**
   * What every record has.
   */
  envelope: Envelope;
  /**
   * Where it stands.
   */
  phase: LegalHoldPhase;
  /**
   * The records that are kept.
   */
  records?: NamedRecord[];
  /**
   * The person whose values and records are kept, a pseudonym.
   */
  subject?: PersonId | null;
  /**
   * Why.
   */
  reason: Text;
  /**
   * By what authority: a court, a law, a contract.
   */
  authority: Text;
  /**
   * How it ended.
   */
  released?: HoldReleased | null;
}
/**
 * How a hold ended.
 */
export interface HoldReleased {
  /**
   * When.
   */
  at: Instant;
  /**
   * By whom.
   */
  by: PersonId;
  /**
   * Why.
   */
  reason: Text;
}
/**
 * A disposal (`DisposalBatch` of spec 3.2): whoever opened the record requested it.
 */
export interface Disposal {
  /**
   * What every record has.
   */
  envelope: Envelope;
  /**
   * Where it stands.
   */
  phase: DisposalPhase;
  /**
   * What is destroyed.
   */
  order: DisposalOrder;
  /**
   * What allows or demands it.
   */
  legal_basis: Text;
  /**
   * How it is done.
   */
  method: Text;
  /**
   * Who approved it.
   */
  approval?: DisposalApproval | null;
  /**
   * Why it was rejected or cancelled.
   */
  ended_because?: Text | null;
  /**
   * The records that were disposed of.
   */
  disposed?: DisposedRecord[];
}
/**
 * What a second person said.
 */
export interface DisposalApproval {
  /**
   * When.
   */
  at: Instant;
  /**
   * Who.
   */
  by: PersonId;
}
/**
 * A policy and all its versions.
 */
export interface Policy {
  /**
   * What every record has.
   */
  envelope: Envelope;
  /**
   * The versions, in order.
   */
  versions: Publish[];
}
/**
 * A waiver on file.
 */
export interface FiledWaiver {
  /**
   * What every record has.
   */
  envelope: Envelope;
  /**
   * Where it stands.
   */
  phase: WaiverPhase;
  /**
   * What it says.
   */
  waiver: Waiver;
}
/**
 * A stretch in which a service is not ok.
 */
export interface Disturbance {
  /**
   * Its state all the while.
   */
  state: ItemState;
  /**
   * Its first instant.
   */
  from: Instant;
  /**
   * The first instant after it.
   */
  until: Instant;
  /**
   * Overlays that suffice for it all the while, none of which can be spared; empty when it would be so without any.
   */
  because: RecordId[];
  /**
   * Whether planned overlays suffice for it; then `because` names no others.
   */
  planned: boolean;
}
/**
 * A code, and what it means.
 */
export interface ErrorCode {
  /**
   * The stable code.
   */
  code: string;
  /**
   * The kind of the failure.
   */
  kind: FailureKind;
  /**
   * What it means.
   */
  words: string;
}
/**
 * A priority, where it comes from, and that in words.
 */
export interface ExplanationAnswer {
  /**
   * Name of the matrix.
   */
  matrix: string;
  /**
   * The priority that holds.
   */
  priority: number;
  /**
   * Its label.
   */
  priority_label: LevelLabel;
  /**
   * How many priorities weigh more: 0 is the most important.
   */
  rank: number;
  /**
   * What it rests on.
   */
  basis: Basis;
  /**
   * The impact asked for.
   */
  impact: Level;
  /**
   * The urgency asked for.
   */
  urgency: Level;
  /**
   * Index of the impact's row in `cells`.
   */
  row: number;
  /**
   * Index of the urgency's column in that row.
   */
  column: number;
  /**
   * What stands in the cell.
   */
  written?: number | null;
  /**
   * What the matrix makes of it, whatever holds; nothing when the cell is empty and the matrix refuses to guess.
   */
  by_matrix?: Level | null;
  /**
   * The override that was handed in, in force or not.
   */
  by_override?: PriorityOverride | null;
  /**
   * The same in English.
   */
  message: string;
  /**
   * The same in Chinese.
   */
  message_zh: string;
}
/**
 * A record that a guard wants to know about.
 */
export interface FactWanted {
  /**
   * The process the record belongs to: `major_incident`.
   */
  process: string;
  /**
   * Which record.
   */
  record: RecordId;
  /**
   * What a computed fact is asked with: the items and the window of a change, for its conflicts.
   */
  with?: {
    [k: string]: string[];
  };
}
/**
 * What went wrong, as every language has it.
 *
 * ```
 * use itsm::contract::{Failure, FailureKind};
 * use itsm::time::BusinessCalendar;
 * let failure = Failure::from(BusinessCalendar::from_json(br#"{"zone": "Mars/Base", "week": {}}"#).unwrap_err());
 * assert_eq!((failure.code.as_str(), failure.kind), ("calendar.unknown_zone", FailureKind::Invalid));
 * ```
 */
export interface Failure {
  /**
   * The stable code: `calendar.unknown_zone`; of a refusal the kind of the command.
   */
  code: string;
  /**
   * The kind.
   */
  kind: FailureKind;
  /**
   * What is wrong, in English.
   */
  message: string;
  /**
   * The same in Chinese, where it is known.
   */
  message_zh?: string | null;
  /**
   * The guard that refused: `T-INC-09`.
   */
  guard?: string | null;
  /**
   * All that a refusal says: the rule, every unmet condition, what is legal now.
   */
  refusal?: Refusal | null;
  /**
   * Where in a document the fault is: `body.group`.
   */
  path?: string | null;
  /**
   * What a caller can do.
   */
  retry: Retry;
}
/**
 * A command that was refused. It changed nothing.
 *
 * The guard is the specification's (`T-INC-09`), the code is stable (`incident.close`), `missing` holds every unmet condition
 * and `legal` the commands that the record's phase allows now.
 */
export interface Refusal {
  /**
   * The guard id.
   */
  guard: string;
  /**
   * The command's kind.
   */
  code: string;
  /**
   * The rule in words.
   */
  rule: Label;
  /**
   * Every condition that is not met.
   */
  missing: Unmet[];
  /**
   * The commands that are legal now.
   */
  legal: string[];
}
/**
 * A text in English and Chinese. Every state, command, rule and condition has one.
 *
 * ```
 * use itsm::kernel::Label;
 * let closed = Label::new("Closed", "已关闭");
 * assert_eq!(closed.zh, "已关闭");
 * ```
 */
export interface Label {
  /**
   * English.
   */
  en: string;
  /**
   * Simplified Chinese.
   */
  zh: string;
}
/**
 * One condition that is not met.
 */
export interface Unmet {
  /**
   * The stable code of the condition: `resolution_text`.
   */
  condition: string;
  /**
   * What must be so.
   */
  words: Label;
  /**
   * The user's value that is at fault, where there is one.
   */
  value?: string | null;
}
/**
 * A further number beside the value.
 */
export interface Figure {
  /**
   * Which.
   */
  name: FigureName;
  /**
   * What its number counts.
   */
  unit: KpiUnit;
  /**
   * The number.
   */
  amount: Amount;
}
/**
 * What happened to a ticket.
 */
export interface History {
  /**
   * The ticket as it was first known; stimuli that carry another replace it from then on.
   */
  ticket: Ticket;
  /**
   * What happened, in any order; of the same instant in the order given.
   */
  entries: HistoryEntry[];
  /**
   * How many seconds after the act an entry may be recorded without being a late one.
   */
  late_tolerance_s?: number;
}
/**
 * What selection reads of a ticket.
 */
export interface Ticket {
  /**
   * `incident`, `request`.
   */
  kind: Code;
  /**
   * Its priority, as the matrix numbers it.
   */
  priority?: number | null;
  /**
   * The affected service.
   */
  service?: ServiceId | null;
  /**
   * The customer.
   */
  customer?: CustomerId | null;
  /**
   * The category.
   */
  category?: Code | null;
}
/**
 * One stimulus of a history.
 */
export interface HistoryEntry {
  /**
   * When it happened.
   */
  at: Instant;
  /**
   * When it was recorded; absent: at once.
   */
  recorded_at?: Instant | null;
  /**
   * What happened.
   */
  stimulus: Stimulus;
}
/**
 * What breaks: the least fixpoint from the sources, beside what was broken before.
 */
export interface Impact {
  /**
   * The items whose state gets worse, the sources among them, by id.
   */
  items: Reached[];
  /**
   * The items that are not ok, and would not be without the sources either, by id.
   */
  already: Source[];
  /**
   * The gates that hold or partly hold, with what they can still lose, by item and group.
   */
  strained: Margin[];
  /**
   * Items, margins and context that a viewer may not see.
   */
  hidden: number;
  /**
   * Items taken from the worklist: at most as many as the register has items and relations, and the sources once more.
   */
  visits: number;
}
/**
 * An item that the failure reaches.
 */
export interface Reached {
  /**
   * Which item.
   */
  item: CiId;
  /**
   * Its state once the failure has run its course.
   */
  state: ItemState;
  /**
   * Its state before the sources failed; always better than `state`.
   */
  before: ItemState;
  /**
   * Relations between it and the nearest source, over items that get worse; 0 for a source.
   */
  distance: number;
  /**
   * Whether the item is a service.
   */
  service: boolean;
  /**
   * Whether the item is critical.
   */
  critical: boolean;
}
/**
 * An item whose failure is asked about.
 */
export interface Source {
  /**
   * Which item.
   */
  item: CiId;
  /**
   * The state it would be in.
   */
  state?: ItemState & string;
}
/**
 * A gate that has lost members, which are its providers, and is not down yet.
 */
export interface Margin {
  /**
   * The item that the gate holds up.
   */
  item: CiId;
  /**
   * The group of its providers.
   */
  group: Code;
  /**
   * What the gate passes on now.
   */
  state: ItemState;
  /**
   * The fewest further members that make it at least degraded by being degraded or down; `None` when it is, or when too few
   * of its members can.
   */
  until_degraded?: number | null;
  /**
   * The fewest further members that take it down by being down; `None` when too few of its members can.
   */
  until_down?: number | null;
}
/**
 * What an impact is asked against, and how much of it is reported.
 *
 * Everything that is not ok before the sources fail is context: gates count it as lost, and what it alone brings down is not
 * charged to the sources. Items in maintenance are such context; they count as down.
 */
export interface ImpactOptions {
  /**
   * Report items up to this distance; the computation always goes to the end. Without it, all.
   */
  depth?: number | null;
  /**
   * Report services only.
   */
  services_only?: boolean;
  /**
   * Cut points: no failure reaches them, none passes through them, not even their own.
   */
  excluded?: CiId[];
  /**
   * Items already known to be in trouble.
   */
  context?: {
    [k: string]: ItemState;
  };
  /**
   * Items in maintenance.
   */
  maintenance?: CiId[];
  /**
   * Leave the items' own states in the register out of the context.
   */
  ignore_own_states?: boolean;
}
/**
 * That an entry stands at an index of a tree: RFC 9162, section 2.1.3.
 *
 * ```
 * use itsm::evidence::{InclusionProof, TreeHead, leaf_hash, node_hash};
 * let (first, second) = (leaf_hash(b"opened"), leaf_hash(b"closed"));
 * let proof = InclusionProof::from_json(format!(r#"{{"index": 1, "size": 2, "path": ["{first}"]}}"#).as_bytes())?;
 * proof.verify(b"closed", &TreeHead { size: 2, root: node_hash(&first, &second) })?;
 * # Ok::<(), itsm::evidence::EvidenceError>(())
 * ```
 */
export interface InclusionProof {
  /**
   * The index of the entry, counted from 0.
   */
  index: number;
  /**
   * How many entries the tree has.
   */
  size: number;
  /**
   * The hashes beside the way from the entry to the root, the lowest first.
   */
  path: Digest[];
}
/**
 * What a tenant wants of a KPI, in its unit: basis points, hundredths, seconds or a count.
 */
export interface KpiTarget {
  /**
   * The target: at least this much (better high) or at most (better low).
   */
  target: number;
  /**
   * What is still tolerated.
   */
  threshold?: number | null;
}
/**
 * A KPI computed for a period, with everything needed to check it.
 */
export interface KpiValue {
  /**
   * Which KPI: `K-INC-02`.
   */
  kpi: string;
  /**
   * The version of its formula.
   */
  formula_version: number;
  /**
   * The period.
   */
  period: Period;
  /**
   * Up to when the records were known.
   */
  as_of: Instant;
  /**
   * What its number counts.
   */
  unit: KpiUnit;
  /**
   * Which way is better.
   */
  direction: Direction;
  /**
   * The value.
   */
  amount: Amount;
  /**
   * What is counted, or divided.
   */
  numerator: Counted;
  /**
   * What it is divided by; absent where nothing is.
   */
  denominator?: Counted | null;
  /**
   * The value with excused breaches taken for met; absent for KPIs that do not ask whether a clock was met.
   */
  with_excused?: WithExcused | null;
  /**
   * What was left out, and why.
   */
  apart?: Apart[];
  /**
   * Further numbers.
   */
  figures?: Figure[];
  /**
   * The count, split.
   */
  breakdown?: Slice[];
  /**
   * The tenant's target.
   */
  target?: KpiTarget | null;
  /**
   * How the value stands to it.
   */
  status: KpiStatus;
  /**
   * The digest of everything above.
   */
  hash: Digest;
}
/**
 * A period `[from, to)`: what happens at `to` belongs to the next one (spec 3.0.10).
 *
 * ```
 * use itsm::{kpi::Period, time::Zone};
 * let november = Period::month(2026, 11, &Zone::bundled("Asia/Shanghai")?)?;
 * assert_eq!(november.from().to_string(), "2026-10-31T16:00:00Z");
 * assert_eq!(november.to().to_string(), "2026-11-30T16:00:00Z");
 * # Ok::<(), Box<dyn std::error::Error>>(())
 * ```
 */
export interface Period {
  from: Instant;
  to: Instant;
  zone: string;
}
/**
 * The same ratio if excused breaches are taken for met (DECISIONS 13). The value itself never is.
 */
export interface WithExcused {
  /**
   * The records that miss the value's numerator only because of excused breaches.
   */
  excused: Counted;
  /**
   * The ratio with them in the numerator.
   */
  amount: Amount;
}
/**
 * A part of a count.
 */
export interface Slice {
  /**
   * By what it is split.
   */
  dimension: Dimension;
  /**
   * Which part; absent: the record does not say.
   */
  key?: string | null;
  /**
   * What belongs to it.
   */
  counted: Counted;
  /**
   * Its own further numbers.
   */
  figures?: Figure[];
}
/**
 * The stretches between two instants in order, without gap or overlap.
 *
 * ```
 * use chrono::{DateTime, Utc};
 * use itsm::time::BusinessCalendar;
 * let calendar = BusinessCalendar::from_json(
 *     br#"{"zone": "Asia/Shanghai", "week": {"mon": [["09:00","12:00"],["13:00","18:00"]]}}"#,
 * )?;
 * let utc = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
 * let ledger = calendar.ledger(utc("2026-11-23T03:00:00Z"), utc("2026-11-23T06:00:00Z"))?;
 * assert_eq!(ledger.to_string(), "\
 * 2026-11-23 11:00:00 +08:00  2026-11-23 12:00:00 +08:00   1:00:00  counted   week
 * 2026-11-23 12:00:00 +08:00  2026-11-23 13:00:00 +08:00   1:00:00  excluded  outside hours
 * 2026-11-23 13:00:00 +08:00  2026-11-23 14:00:00 +08:00   1:00:00  counted   week
 * total                                                    2:00:00  counted   Asia/Shanghai (2026e)
 * ");
 * # Ok::<(), itsm::time::CalendarError>(())
 * ```
 */
export interface Ledger {
  /**
   * The stretches.
   */
  entries: LedgerEntry[];
  /**
   * `between(a, b)`: the seconds of the counted entries; negative where the ledger was asked for backwards.
   */
  counted_s: number;
  /**
   * The seconds of the entries that do not count.
   */
  excluded_s: number;
  /**
   * The version of the zone rules.
   */
  tzdb: string;
}
/**
 * One stretch `[from, until)`.
 */
export interface LedgerEntry {
  /**
   * Where it begins.
   */
  from: Instant;
  /**
   * Where it ends.
   */
  until: Instant;
  /**
   * Its elapsed seconds, counted or not.
   */
  seconds: number;
  /**
   * Why it counts or does not.
   */
  reason: LedgerReason;
}
/**
 * One legal move, as exported to hosts.
 */
export interface LifecycleMove {
  /**
   * The guard id.
   */
  guard: string;
  /**
   * The phase before; none when the command opens a record.
   */
  from?: string | null;
  /**
   * The command's kind.
   */
  command: string;
  /**
   * The phase after.
   */
  to: string;
  /**
   * What must be recorded or true.
   */
  words: Label;
}
/**
 * Something unwise in a matrix, and that in words.
 */
export interface LintAnswer {
  /**
   * Its stable code: `matrix.lint.not_total`.
   */
  code: string;
  /**
   * What was found where.
   */
  finding: MatrixLint;
  /**
   * The same in English.
   */
  message: string;
  /**
   * The same in Chinese.
   */
  message_zh: string;
}
/**
 * An item at the other end of one relation or several.
 */
export interface Neighbour {
  /**
   * Which item.
   */
  item: CiId;
  /**
   * Relations between it and the item asked about, at least 1.
   */
  distance: number;
}
/**
 * A command that a record's state allows, and what stands in its way.
 */
export interface NextStepAnswer {
  /**
   * The command's kind.
   */
  command: string;
  /**
   * Every unmet condition, as far as it can be told without the command's own data; `null`: nothing.
   */
  refusal?: Refusal | null;
  /**
   * The first of the command's own data that is missing, in words.
   */
  wants?: string | null;
}
/**
 * A signed note in its parts: the bytes that were signed, and who says to have signed them.
 */
export interface NoteAnswer {
  /**
   * The text, in UTF-8 the bytes that were signed.
   */
  text: string;
  /**
   * The signatures in order.
   */
  signatures: NoteSignatureAnswer[];
}
/**
 * One signature of a note.
 */
export interface NoteSignatureAnswer {
  /**
   * The name of the key.
   */
  name: string;
  /**
   * The hash of the key, eight hexadecimal digits.
   */
  key_id: string;
  /**
   * The signature, in hexadecimal digits.
   */
  signature: string;
}
/**
 * A notice that the host is asked to deliver.
 */
export interface Notice {
  /**
   * By when, where that matters.
   */
  by?: Instant | null;
  /**
   * Its number within the record, counted from 1.
   */
  number: number;
  /**
   * To whom.
   */
  to: Recipient;
  /**
   * Why.
   */
  why: NoticeKind;
}
/**
 * What was found when a system was opened on a journal.
 */
export interface OpeningAnswer {
  /**
   * The version of the database.
   */
  version: string;
  /**
   * How SQLite keeps its own journal now: `wal`, `delete`; `null` for other databases.
   */
  journal_mode?: string | null;
  /**
   * What the host should know: that this SQLite is too old for write-ahead logging, say.
   */
  notes: string[];
  /**
   * How many entries the journal has.
   */
  length: number;
}
/**
 * Something that does this to these items from one instant until another.
 */
export interface Overlay {
  /**
   * What it is called; each overlay has its own.
   */
  id: RecordId;
  /**
   * What it is.
   */
  kind: OverlayKind;
  /**
   * The items.
   */
  items: CiId[];
  /**
   * The state that they are in meanwhile, at least; `ok` does nothing.
   */
  effect: ItemState;
  /**
   * Its first instant.
   */
  from: Instant;
  /**
   * The first instant after it; without one it goes on.
   */
  until?: Instant | null;
}
/**
 * A policy beside a host's own tables.
 */
export interface PublishedPolicy {
  /**
   * Its id.
   */
  id: PolicyId;
  /**
   * Its version, greater than the one before.
   */
  version: number;
  /**
   * From when it holds.
   */
  effective_from: Instant;
  /**
   * What it says.
   */
  document: PolicyDocument;
}
/**
 * An item whose failure alone would explain symptoms.
 */
export interface RootCandidate {
  /**
   * Which item.
   */
  item: CiId;
  /**
   * The symptoms it explains: items that would be in the state seen, or worse; by id.
   */
  explains: CiId[];
  /**
   * The symptoms it leaves open, by id.
   */
  leaves_open: CiId[];
  /**
   * Items that its failure would reach and that are no symptoms.
   */
  unseen: number;
}
/**
 * What becomes of the services.
 */
export interface Simulation {
  /**
   * The services that are not ok at some time, each with its stretches by time.
   */
  services: {
    [k: string]: Disturbance[];
  };
  /**
   * Every irredundant set of overlays that are safe alone and harm a service together; by service, state and overlays.
   */
  collisions: Collision[];
  /**
   * Times that the register was asked what follows from a set of failures.
   */
  questions: number;
}
/**
 * What a simulation looks at, and how far it goes.
 */
export interface SimulationOptions {
  /**
   * Its first instant.
   */
  from: Instant;
  /**
   * The first instant after it.
   */
  until: Instant;
  /**
   * What is so all the time, and what cannot fail; depth and selection of services mean nothing here.
   */
  always: ImpactOptions;
  /**
   * The most overlays of a collision.
   */
  together: number;
  /**
   * The most steps that the search for one service's collisions takes whenever an overlay begins: items visited.
   */
  budget: number;
}
/**
 * The items that a service cannot lose.
 */
export interface SinglePointsOfFailure {
  /**
   * Which service, or other item.
   */
  service: CiId;
  /**
   * Its state before anything else fails. An item cannot bring it to a state that it is in.
   */
  before: ItemState;
  /**
   * The other items that take it down if they alone are down, by id.
   */
  down: CiId[];
  /**
   * The other items that degrade it if they alone are down, and do not take it down, by id.
   */
  degraded: CiId[];
  /**
   * Items visited.
   */
  visits: number;
}
/**
 * A state of a lifecycle.
 */
export interface State {
  /**
   * Its code in documents: `in_progress`.
   */
  code: string;
  /**
   * What people read.
   */
  label: Label;
}
/**
 * Why a clock is due when it is.
 */
export interface WhyDue {
  /**
   * What the clock measures.
   */
  metric: Metric;
  /**
   * What it counts under.
   */
  terms: ClockTerms;
  /**
   * The target in seconds of the measure.
   */
  target_s: number;
  /**
   * Seconds that a policy carried over without a stretch.
   */
  carried_s: number;
  /**
   * The stretches of this cycle in order, up to the due instant or the end of what is known.
   */
  stretches: Stretch[];
  /**
   * When it is due; open while a pause decides.
   */
  due_at?: Instant | null;
  /**
   * The latest instant that still meets the target.
   */
  breaches_at?: Instant | null;
  /**
   * Why there is no due time though the clock runs.
   */
  note?: ClockNote | null;
}
/**
 * Why a clock is due when it is, with the hand calculation in words.
 */
export interface WhyDueAnswer {
  /**
   * The stretches that add up to the target.
   */
  why: WhyDue;
  /**
   * The same in English, a line each.
   */
  text: string;
  /**
   * The same in Chinese.
   */
  text_zh: string;
}
/**
 * The proof of one verdict.
 *
 * If only these failures had happened and only these relations passed anything on, the item would be in this state or worse. Leave
 * any one of them out, and it would not. A witness is irredundant, not the smallest there is (DECISIONS 23); of several the same
 * is chosen whatever order the register was built in.
 */
export interface Witness {
  /**
   * Which item.
   */
  item: CiId;
  /**
   * Its state.
   */
  state: ItemState;
  /**
   * The sources and the context that it takes, each in the state that it takes, by id.
   */
  given: Source[];
  /**
   * The relations that it takes, sorted by what they are known by.
   */
  relations: Relation[];
  /**
   * How sure the least sure of these relations is, in parts per million; one that does not say is certain.
   */
  confidence_ppm: number;
  /**
   * When the relation among them that was seen longest ago was seen; `None` when none says.
   */
  verified_at?: Instant | null;
  /**
   * Failures and relations that a viewer may not see.
   */
  hidden: number;
}
