"""The type of every document, under its name in `schema()`. Made by `write_types.py`; not to be edited.

A union narrows on its tag: after `event["kind"] == "incident.logged"` the body is an `IncidentLoggedBody`.
"""

from typing import Literal, NotRequired, TypeAlias, TypedDict

__all__ = [
    "Accept",
    "AcceptanceOfProblem",
    "AcceptanceOfRelease",
    "AcceptedAs",
    "AcceptedAsExisting",
    "AcceptedAsNew",
    "AccessGrant",
    "ActivityDone",
    "ActivityKind",
    "Actor",
    "Advanced",
    "AffectedItem",
    "AffectedService",
    "AffectedServiceKnown",
    "AgreementsDocument",
    "Amount",
    "AmountCount",
    "AmountDuration",
    "AmountMean",
    "AmountNotApplicable",
    "AmountRatio",
    "Analysis",
    "AnalysisStep",
    "Apart",
    "ApartReason",
    "ApprovalRule",
    "Assessment",
    "Assignment",
    "Attachment",
    "Attribute",
    "AttributeKind",
    "AuthorisationDocument",
    "Availability",
    "BackOut",
    "BackOutPlan",
    "Ballot",
    "BallotOpening",
    "BallotOutcome",
    "BallotOutcomeAccepted",
    "BallotOutcomeRefused",
    "BallotOutcomeReturned",
    "BallotOutcomeWaiting",
    "Baseline",
    "BaselineCaptureBody",
    "BaselineCaptureCommand",
    "BaselineCapturedBody",
    "BaselineCapturedEvent",
    "BaselineFreezeBody",
    "BaselineFreezeCommand",
    "BaselineFrozenBody",
    "BaselineFrozenEvent",
    "BaselinePhase",
    "BaselineSupersedeBody",
    "BaselineSupersedeCommand",
    "BaselineSupersededBody",
    "BaselineSupersededEvent",
    "Basis",
    "Because",
    "Boundary",
    "Breached",
    "Built",
    "CalendarDate",
    "CalendarDocument",
    "CapturedItem",
    "Cast",
    "CategoryRules",
    "Cause",
    "CauseAuditCorrection",
    "CauseChange",
    "CauseRequest",
    "CellAt",
    "Change",
    "ChangeAcceptBody",
    "ChangeAcceptCommand",
    "ChangeAcceptedBody",
    "ChangeAcceptedEvent",
    "ChangeApprovalRequestedBody",
    "ChangeApprovalRequestedEvent",
    "ChangeApprovedBody",
    "ChangeApprovedEvent",
    "ChangeAssessBody",
    "ChangeAssessCommand",
    "ChangeAssessedBody",
    "ChangeAssessedEvent",
    "ChangeAssignBody",
    "ChangeAssignCommand",
    "ChangeAssignedBody",
    "ChangeAssignedEvent",
    "ChangeAuthoriseEmergencyBody",
    "ChangeAuthoriseEmergencyCommand",
    "ChangeBackOutBody",
    "ChangeBackOutCommand",
    "ChangeBackedOutBody",
    "ChangeBackedOutEvent",
    "ChangeBeginImplementationBody",
    "ChangeBeginImplementationCommand",
    "ChangeBeginReviewBody",
    "ChangeBeginReviewCommand",
    "ChangeBuiltTestedBody",
    "ChangeBuiltTestedEvent",
    "ChangeCategory",
    "ChangeCloseBody",
    "ChangeCloseCommand",
    "ChangeClosedBody",
    "ChangeClosedEvent",
    "ChangeClosure",
    "ChangeConfirmNoticeBody",
    "ChangeConfirmNoticeCommand",
    "ChangeConflictWaivedBody",
    "ChangeConflictWaivedEvent",
    "ChangeDeferBody",
    "ChangeDeferCommand",
    "ChangeDeferredBody",
    "ChangeDeferredEvent",
    "ChangeDelegateBody",
    "ChangeDelegateCommand",
    "ChangeDelegatedBody",
    "ChangeDelegatedEvent",
    "ChangeDocumentRetrospectivelyBody",
    "ChangeDocumentRetrospectivelyCommand",
    "ChangeDocumentedBody",
    "ChangeDocumentedEvent",
    "ChangeDraftBody",
    "ChangeDraftCommand",
    "ChangeDraftedBody",
    "ChangeDraftedEvent",
    "ChangeDues",
    "ChangeEditBody",
    "ChangeEditCommand",
    "ChangeEditedBody",
    "ChangeEditedEvent",
    "ChangeEmergencyAuthorisedBody",
    "ChangeEmergencyAuthorisedEvent",
    "ChangeEmergencyReviewedBody",
    "ChangeEmergencyReviewedEvent",
    "ChangeImplementBody",
    "ChangeImplementCommand",
    "ChangeImplementationBegunBody",
    "ChangeImplementationBegunEvent",
    "ChangeImplementedBody",
    "ChangeImplementedEvent",
    "ChangeItemsLookedAtBody",
    "ChangeItemsLookedAtEvent",
    "ChangeKind",
    "ChangeLinkBody",
    "ChangeLinkCommand",
    "ChangeLinkedBody",
    "ChangeLinkedEvent",
    "ChangeModel",
    "ChangeModelApproveBody",
    "ChangeModelApproveCommand",
    "ChangeModelApprovedBody",
    "ChangeModelApprovedEvent",
    "ChangeModelConfirmNoticeBody",
    "ChangeModelConfirmNoticeCommand",
    "ChangeModelExpiredBody",
    "ChangeModelExpiredEvent",
    "ChangeModelFailedBody",
    "ChangeModelFailedEvent",
    "ChangeModelProposeBody",
    "ChangeModelProposeCommand",
    "ChangeModelProposedBody",
    "ChangeModelProposedEvent",
    "ChangeModelRecordFailureBody",
    "ChangeModelRecordFailureCommand",
    "ChangeModelReinstateBody",
    "ChangeModelReinstateCommand",
    "ChangeModelReinstatedBody",
    "ChangeModelReinstatedEvent",
    "ChangeModelRenewBody",
    "ChangeModelRenewCommand",
    "ChangeModelReviseBody",
    "ChangeModelReviseCommand",
    "ChangeModelRevisedBody",
    "ChangeModelRevisedEvent",
    "ChangeModelState",
    "ChangeModelStateApproved",
    "ChangeModelStateExpired",
    "ChangeModelStateProposed",
    "ChangeModelStateSuspended",
    "ChangeModelStateWithdrawn",
    "ChangeModelSuspendBody",
    "ChangeModelSuspendCommand",
    "ChangeModelSuspendedBody",
    "ChangeModelSuspendedEvent",
    "ChangeModelWithdrawBody",
    "ChangeModelWithdrawCommand",
    "ChangeModelWithdrawnBody",
    "ChangeModelWithdrawnEvent",
    "ChangeOpineBody",
    "ChangeOpineCommand",
    "ChangeOpinedBody",
    "ChangeOpinedEvent",
    "ChangeOutcome",
    "ChangePlan",
    "ChangeRanLateBody",
    "ChangeRanLateEvent",
    "ChangeReclassifiedBody",
    "ChangeReclassifiedEvent",
    "ChangeReclassifyBody",
    "ChangeReclassifyCommand",
    "ChangeRejectBody",
    "ChangeRejectCommand",
    "ChangeRejectedBody",
    "ChangeRejectedEvent",
    "ChangeRequestApprovalBody",
    "ChangeRequestApprovalCommand",
    "ChangeResubmitBody",
    "ChangeResubmitCommand",
    "ChangeReturnedBody",
    "ChangeReturnedEvent",
    "ChangeReviewBegunBody",
    "ChangeReviewBegunEvent",
    "ChangeReviewBody",
    "ChangeReviewCommand",
    "ChangeReviewRetrospectivelyBody",
    "ChangeReviewRetrospectivelyCommand",
    "ChangeReviewedBody",
    "ChangeReviewedEvent",
    "ChangeRules",
    "ChangeScheduleBody",
    "ChangeScheduleCommand",
    "ChangeScheduleStandardBody",
    "ChangeScheduleStandardCommand",
    "ChangeScheduledBody",
    "ChangeScheduledEvent",
    "ChangeScope",
    "ChangeScopeCis",
    "ChangeScopeServices",
    "ChangeState",
    "ChangeStateAccepted",
    "ChangeStateApproved",
    "ChangeStateAssessed",
    "ChangeStateAwaitingApproval",
    "ChangeStateBackedOut",
    "ChangeStateBuiltTested",
    "ChangeStateClosed",
    "ChangeStateDeferred",
    "ChangeStateDraft",
    "ChangeStateEmergencyAuthorised",
    "ChangeStateImplemented",
    "ChangeStateImplementing",
    "ChangeStateInReview",
    "ChangeStateRejected",
    "ChangeStateRetrospectivelyDocumented",
    "ChangeStateRetrospectivelyReviewed",
    "ChangeStateScheduled",
    "ChangeStateSubmitted",
    "ChangeStateWithdrawn",
    "ChangeSubmitBody",
    "ChangeSubmitCommand",
    "ChangeSubmittedBody",
    "ChangeSubmittedEvent",
    "ChangeTestBody",
    "ChangeTestCommand",
    "ChangeUnpackBody",
    "ChangeUnpackCommand",
    "ChangeUnpackedBody",
    "ChangeUnpackedEvent",
    "ChangeVoteBody",
    "ChangeVoteCommand",
    "ChangeVotedBody",
    "ChangeVotedEvent",
    "ChangeWaiveConflictBody",
    "ChangeWaiveConflictCommand",
    "ChangeWindow",
    "ChangeWithdrawBody",
    "ChangeWithdrawCommand",
    "ChangeWithdrawnBody",
    "ChangeWithdrawnEvent",
    "Channel",
    "CheckpointAnswer",
    "CiId",
    "CiPhase",
    "CiType",
    "Classification",
    "Clause",
    "ClauseId",
    "Clock",
    "ClockMark",
    "ClockMarkBreached",
    "ClockMarkExcused",
    "ClockMarkLevelReached",
    "ClockMarkSet",
    "ClockMarkedBody",
    "ClockMarkedBodyBreached",
    "ClockMarkedBodyExcused",
    "ClockMarkedBodyLevelReached",
    "ClockMarkedBodySet",
    "ClockMarkedEvent",
    "ClockNote",
    "ClockPhase",
    "ClockReading",
    "ClockSet",
    "ClockTerms",
    "ClocksAnswer",
    "Closure",
    "CmdbDocument",
    "Code",
    "Collision",
    "Command",
    "CommandId",
    "Commitment",
    "Conditions",
    "Confidentiality",
    "Configuration",
    "ConfigurationAudit",
    "ConfigurationAuditAssignBody",
    "ConfigurationAuditAssignCommand",
    "ConfigurationAuditAssignedBody",
    "ConfigurationAuditAssignedEvent",
    "ConfigurationAuditBeginBody",
    "ConfigurationAuditBeginCommand",
    "ConfigurationAuditBegunBody",
    "ConfigurationAuditBegunEvent",
    "ConfigurationAuditCancelBody",
    "ConfigurationAuditCancelCommand",
    "ConfigurationAuditCancelledBody",
    "ConfigurationAuditCancelledEvent",
    "ConfigurationAuditCloseBody",
    "ConfigurationAuditCloseCommand",
    "ConfigurationAuditCloseDeficiencyBody",
    "ConfigurationAuditCloseDeficiencyCommand",
    "ConfigurationAuditClosedBody",
    "ConfigurationAuditClosedEvent",
    "ConfigurationAuditConcludeBody",
    "ConfigurationAuditConcludeCommand",
    "ConfigurationAuditConcludedBody",
    "ConfigurationAuditConcludedEvent",
    "ConfigurationAuditConfirmNoticeBody",
    "ConfigurationAuditConfirmNoticeCommand",
    "ConfigurationAuditCorrectBody",
    "ConfigurationAuditCorrectCommand",
    "ConfigurationAuditCorrectedBody",
    "ConfigurationAuditCorrectedEvent",
    "ConfigurationAuditDeficienciesOverdueBody",
    "ConfigurationAuditDeficienciesOverdueEvent",
    "ConfigurationAuditDeficiencyClosedBody",
    "ConfigurationAuditDeficiencyClosedEvent",
    "ConfigurationAuditPhase",
    "ConfigurationAuditPlanBody",
    "ConfigurationAuditPlanCommand",
    "ConfigurationAuditPlannedBody",
    "ConfigurationAuditPlannedEvent",
    "ConfigurationAuditRecordBody",
    "ConfigurationAuditRecordCommand",
    "ConfigurationAuditRecordedBody",
    "ConfigurationAuditRecordedEvent",
    "ConfigurationAuditReportBody",
    "ConfigurationAuditReportCommand",
    "ConfigurationAuditReportedBody",
    "ConfigurationAuditReportedEvent",
    "ConfigurationItem",
    "ConfigurationItemAlteredBody",
    "ConfigurationItemAlteredEvent",
    "ConfigurationItemConstructBody",
    "ConfigurationItemConstructCommand",
    "ConfigurationItemDisposeBody",
    "ConfigurationItemDisposeCommand",
    "ConfigurationItemDisposedBody",
    "ConfigurationItemDisposedEvent",
    "ConfigurationItemGoLiveBody",
    "ConfigurationItemGoLiveCommand",
    "ConfigurationItemMaintainBody",
    "ConfigurationItemMaintainCommand",
    "ConfigurationItemMovedBody",
    "ConfigurationItemMovedEvent",
    "ConfigurationItemRegisterBody",
    "ConfigurationItemRegisterCommand",
    "ConfigurationItemRegisteredBody",
    "ConfigurationItemRegisteredEvent",
    "ConfigurationItemRelateBody",
    "ConfigurationItemRelateCommand",
    "ConfigurationItemRelatedBody",
    "ConfigurationItemRelatedEvent",
    "ConfigurationItemReturnToLiveBody",
    "ConfigurationItemReturnToLiveCommand",
    "ConfigurationItemStockBody",
    "ConfigurationItemStockCommand",
    "ConfigurationItemTakeOverBody",
    "ConfigurationItemTakeOverCommand",
    "ConfigurationItemTestBody",
    "ConfigurationItemTestCommand",
    "ConfigurationItemUnrelateBody",
    "ConfigurationItemUnrelateCommand",
    "ConfigurationItemUnrelatedBody",
    "ConfigurationItemUnrelatedEvent",
    "ConfigurationItemUpdateBody",
    "ConfigurationItemUpdateCommand",
    "ConfigurationItemWithdrawBody",
    "ConfigurationItemWithdrawCommand",
    "ConfigurationRules",
    "Conflict",
    "ConflictWaiver",
    "ConsistencyProof",
    "ContactLevel",
    "ContextDocument",
    "Contribution",
    "ControlLevel",
    "ConvertedTo",
    "ConvertedToChange",
    "ConvertedToIncident",
    "Correction",
    "CorrectionChange",
    "CorrectionRegister",
    "Counted",
    "CoverageWarning",
    "CustomerId",
    "CutSetSearch",
    "CycleResult",
    "DayConvention",
    "Decided",
    "Deficiency",
    "DeficiencyKind",
    "DefinitiveItem",
    "DefinitiveItemConfirmNoticeBody",
    "DefinitiveItemConfirmNoticeCommand",
    "DefinitiveItemPhase",
    "DefinitiveItemRegisterBody",
    "DefinitiveItemRegisterCommand",
    "DefinitiveItemRegisteredBody",
    "DefinitiveItemRegisteredEvent",
    "DefinitiveItemSupersedeBody",
    "DefinitiveItemSupersedeCommand",
    "DefinitiveItemSupersededBody",
    "DefinitiveItemSupersededEvent",
    "DefinitiveItemVerifiedBody",
    "DefinitiveItemVerifiedEvent",
    "DefinitiveItemVerifyBody",
    "DefinitiveItemVerifyCommand",
    "DefinitiveItemWithdrawBody",
    "DefinitiveItemWithdrawCommand",
    "DefinitiveItemWithdrawnBody",
    "DefinitiveItemWithdrawnEvent",
    "Delegation",
    "Deposit",
    "DeskRules",
    "DetectionRule",
    "Digest",
    "Dimension",
    "Direction",
    "Disposal",
    "DisposalApproval",
    "DisposalApproveBody",
    "DisposalApproveCommand",
    "DisposalApprovedBody",
    "DisposalApprovedEvent",
    "DisposalCancelBody",
    "DisposalCancelCommand",
    "DisposalCancelledBody",
    "DisposalCancelledEvent",
    "DisposalCarriedOutBody",
    "DisposalCarriedOutEvent",
    "DisposalCarryOutBody",
    "DisposalCarryOutCommand",
    "DisposalConfirmNoticeBody",
    "DisposalConfirmNoticeCommand",
    "DisposalOrder",
    "DisposalOrderDispose",
    "DisposalOrderErase",
    "DisposalPhase",
    "DisposalRejectBody",
    "DisposalRejectCommand",
    "DisposalRejectedBody",
    "DisposalRejectedEvent",
    "DisposalRequestBody",
    "DisposalRequestCommand",
    "DisposalRequestedBody",
    "DisposalRequestedEvent",
    "DisposedRecord",
    "Disturbance",
    "Done",
    "DowngradeProposal",
    "Downgrading",
    "Due",
    "Duty",
    "Edition",
    "Effectiveness",
    "EmergencyAuthorisation",
    "EmergencyCriterion",
    "EmergencyRules",
    "Envelope",
    "Erasure",
    "ErrorCode",
    "Escalation",
    "EscalationKind",
    "EscalationLevel",
    "Event",
    "EventHead",
    "Evidence",
    "Exceptions",
    "Excluded",
    "Excuse",
    "Excused",
    "ExplanationAnswer",
    "Fact",
    "FactWanted",
    "Failure",
    "FailureDirection",
    "FailureKind",
    "Figure",
    "FigureName",
    "FiledWaiver",
    "Finding",
    "Firmness",
    "Fix",
    "Found",
    "Freeze",
    "Fulfilment",
    "Gate",
    "GateAtLeast",
    "GatePercent",
    "GateWeighted",
    "Group",
    "Highest",
    "History",
    "HistoryEntry",
    "HoldReleased",
    "HolidayOfCalendarDate",
    "HolidayOfCalendarDateObject",
    "HolidayOfMonthDay",
    "HolidayOfMonthDayObject",
    "Identifier",
    "Impact",
    "ImpactOptions",
    "Implementation",
    "ImportedState",
    "ImportedStateAssigned",
    "ImportedStateCancelled",
    "ImportedStateClassified",
    "ImportedStateClosed",
    "ImportedStateInProgress",
    "ImportedStateLogged",
    "ImportedStatePending",
    "ImportedStateResolved",
    "Incident",
    "IncidentAcknowledgeBody",
    "IncidentAcknowledgeCommand",
    "IncidentAcknowledgedBody",
    "IncidentAcknowledgedEvent",
    "IncidentAssignBody",
    "IncidentAssignCommand",
    "IncidentAssignedBody",
    "IncidentAssignedEvent",
    "IncidentCancelBody",
    "IncidentCancelCommand",
    "IncidentCancelledBody",
    "IncidentCancelledEvent",
    "IncidentClassifiedBody",
    "IncidentClassifiedEvent",
    "IncidentClassifyBody",
    "IncidentClassifyCommand",
    "IncidentCloseBody",
    "IncidentCloseCommand",
    "IncidentClosedBody",
    "IncidentClosedEvent",
    "IncidentConfirmNoticeBody",
    "IncidentConfirmNoticeCommand",
    "IncidentConvertBody",
    "IncidentConvertCommand",
    "IncidentConvertedBody",
    "IncidentConvertedEvent",
    "IncidentEscalateBody",
    "IncidentEscalateCommand",
    "IncidentEscalatedBody",
    "IncidentEscalatedEvent",
    "IncidentExcuseBreachBody",
    "IncidentExcuseBreachCommand",
    "IncidentImportBody",
    "IncidentImportCommand",
    "IncidentImportedBody",
    "IncidentImportedEvent",
    "IncidentInformBody",
    "IncidentInformCommand",
    "IncidentInformedBody",
    "IncidentInformedEvent",
    "IncidentLinkBody",
    "IncidentLinkCommand",
    "IncidentLinkedBody",
    "IncidentLinkedEvent",
    "IncidentLogBody",
    "IncidentLogCommand",
    "IncidentLoggedBody",
    "IncidentLoggedEvent",
    "IncidentMarkMajorBody",
    "IncidentMarkMajorCommand",
    "IncidentMarkedMajorBody",
    "IncidentMarkedMajorEvent",
    "IncidentMoveBody",
    "IncidentMoveCommand",
    "IncidentMovedBody",
    "IncidentMovedEvent",
    "IncidentOverridePriorityBody",
    "IncidentOverridePriorityCommand",
    "IncidentPendBody",
    "IncidentPendCommand",
    "IncidentPendedBody",
    "IncidentPendedEvent",
    "IncidentPriorityOverriddenBody",
    "IncidentPriorityOverriddenEvent",
    "IncidentPriorityRestoredBody",
    "IncidentPriorityRestoredEvent",
    "IncidentReassignBody",
    "IncidentReassignCommand",
    "IncidentReassignedBody",
    "IncidentReassignedEvent",
    "IncidentRecalculateBody",
    "IncidentRecalculateCommand",
    "IncidentRecalculatedBody",
    "IncidentRecalculatedEvent",
    "IncidentReclassifyBody",
    "IncidentReclassifyCommand",
    "IncidentReopenBody",
    "IncidentReopenCommand",
    "IncidentReopenedBody",
    "IncidentReopenedEvent",
    "IncidentResolveBody",
    "IncidentResolveCommand",
    "IncidentResolvedBody",
    "IncidentResolvedEvent",
    "IncidentResumeBody",
    "IncidentResumeCommand",
    "IncidentResumedBody",
    "IncidentResumedEvent",
    "IncidentState",
    "IncidentStateAssigned",
    "IncidentStateCancelled",
    "IncidentStateClassified",
    "IncidentStateClosed",
    "IncidentStateConverted",
    "IncidentStateInProgress",
    "IncidentStateLogged",
    "IncidentStatePending",
    "IncidentStateResolved",
    "IncidentUnmarkMajorBody",
    "IncidentUnmarkMajorCommand",
    "IncidentUnmarkedMajorBody",
    "IncidentUnmarkedMajorEvent",
    "IncidentWorkBody",
    "IncidentWorkCommand",
    "IncidentWorkedBody",
    "IncidentWorkedEvent",
    "InclusionProof",
    "Instant",
    "Instructions",
    "IntegrityCheck",
    "Investigation",
    "InvestigationProblem",
    "InvestigationProblemCandidate",
    "Item",
    "ItemState",
    "KnownError",
    "KnownErrorConfirmNoticeBody",
    "KnownErrorConfirmNoticeCommand",
    "KnownErrorContent",
    "KnownErrorDraftBody",
    "KnownErrorDraftCommand",
    "KnownErrorDraftedBody",
    "KnownErrorDraftedEvent",
    "KnownErrorEditBody",
    "KnownErrorEditCommand",
    "KnownErrorEditedBody",
    "KnownErrorEditedEvent",
    "KnownErrorFixAnnouncedBody",
    "KnownErrorFixAnnouncedEvent",
    "KnownErrorFixPendingBody",
    "KnownErrorFixPendingCommand",
    "KnownErrorMatch",
    "KnownErrorMatchFound",
    "KnownErrorPublishBody",
    "KnownErrorPublishCommand",
    "KnownErrorPublishedBody",
    "KnownErrorPublishedEvent",
    "KnownErrorReinstateBody",
    "KnownErrorReinstateCommand",
    "KnownErrorReinstatedBody",
    "KnownErrorReinstatedEvent",
    "KnownErrorRetireBody",
    "KnownErrorRetireCommand",
    "KnownErrorRetiredBody",
    "KnownErrorRetiredEvent",
    "KnownErrorState",
    "KnownErrorStateDraft",
    "KnownErrorStateFixPending",
    "KnownErrorStatePublished",
    "KnownErrorStateRetired",
    "KpiStatus",
    "KpiTarget",
    "KpiUnit",
    "KpiValue",
    "Label",
    "Late",
    "LateEntry",
    "Ledger",
    "LedgerEntry",
    "LedgerReason",
    "LedgerReasonHoliday",
    "LedgerReasonOutsideHours",
    "LedgerReasonSpecialDayClosed",
    "LedgerReasonSpecialDayWindow",
    "LedgerReasonWeekWindow",
    "LegalHold",
    "LegalHoldConfirmNoticeBody",
    "LegalHoldConfirmNoticeCommand",
    "LegalHoldPhase",
    "LegalHoldPlaceBody",
    "LegalHoldPlaceCommand",
    "LegalHoldPlacedBody",
    "LegalHoldPlacedEvent",
    "LegalHoldReleaseBody",
    "LegalHoldReleaseCommand",
    "LegalHoldReleasedBody",
    "LegalHoldReleasedEvent",
    "Level",
    "LevelAt",
    "LevelId",
    "LevelKind",
    "LevelLabel",
    "LevelPoint",
    "LevelPointElapsedS",
    "LevelPointPercent",
    "LevelPointWorkingS",
    "LevelReached",
    "LifecycleMove",
    "Link",
    "LinkKind",
    "LintAnswer",
    "Lowering",
    "MaintenanceWindow",
    "MajorClosure",
    "MajorCriterion",
    "MajorIncident",
    "MajorIncidentBeginReviewBody",
    "MajorIncidentBeginReviewCommand",
    "MajorIncidentCloseBody",
    "MajorIncidentCloseCommand",
    "MajorIncidentClosedBody",
    "MajorIncidentClosedEvent",
    "MajorIncidentConfirmNoticeBody",
    "MajorIncidentConfirmNoticeCommand",
    "MajorIncidentDeclareBody",
    "MajorIncidentDeclareCommand",
    "MajorIncidentDeclaredBody",
    "MajorIncidentDeclaredEvent",
    "MajorIncidentDowngradeBody",
    "MajorIncidentDowngradeCommand",
    "MajorIncidentDowngradeProposedBody",
    "MajorIncidentDowngradeProposedEvent",
    "MajorIncidentDowngradedBody",
    "MajorIncidentDowngradedEvent",
    "MajorIncidentHandOverBody",
    "MajorIncidentHandOverCommand",
    "MajorIncidentHandedOverBody",
    "MajorIncidentHandedOverEvent",
    "MajorIncidentManageBody",
    "MajorIncidentManageCommand",
    "MajorIncidentManagedBody",
    "MajorIncidentManagedEvent",
    "MajorIncidentNoticeOverdueBody",
    "MajorIncidentNoticeOverdueEvent",
    "MajorIncidentProposeDowngradeBody",
    "MajorIncidentProposeDowngradeCommand",
    "MajorIncidentRestoreBody",
    "MajorIncidentRestoreCommand",
    "MajorIncidentRestoredBody",
    "MajorIncidentRestoredEvent",
    "MajorIncidentReview",
    "MajorIncidentReviewBegunBody",
    "MajorIncidentReviewBegunEvent",
    "MajorIncidentReviewBody",
    "MajorIncidentReviewCommand",
    "MajorIncidentReviewOverdueBody",
    "MajorIncidentReviewOverdueEvent",
    "MajorIncidentReviewedBody",
    "MajorIncidentReviewedEvent",
    "MajorIncidentState",
    "MajorIncidentStateClosed",
    "MajorIncidentStateDeclared",
    "MajorIncidentStateDowngraded",
    "MajorIncidentStateManaging",
    "MajorIncidentStateRestored",
    "MajorIncidentStateReviewed",
    "MajorIncidentStateReviewing",
    "MajorIncidentUpdateBody",
    "MajorIncidentUpdateCommand",
    "MajorIncidentUpdateOverdueBody",
    "MajorIncidentUpdateOverdueEvent",
    "MajorIncidentUpdatedBody",
    "MajorIncidentUpdatedEvent",
    "Margin",
    "MarkCause",
    "MatrixDocument",
    "MatrixLint",
    "MatrixLintDuplicateLabel",
    "MatrixLintDuplicateLevel",
    "MatrixLintNotMonotone",
    "MatrixLintNotTotal",
    "MatrixLintUnreachablePriority",
    "Method",
    "Metric",
    "Missing",
    "ModelApproval",
    "ModelFailure",
    "ModelLimits",
    "ModelScope",
    "ModelTerms",
    "MonthDay",
    "Move",
    "NamedEvents",
    "NamedRecord",
    "Neighbour",
    "NextStepAnswer",
    "NoteAnswer",
    "NoteSignatureAnswer",
    "Notice",
    "NoticeDeliveredBody",
    "NoticeDeliveredEvent",
    "NoticeKind",
    "NoticeRequestedBody",
    "NoticeRequestedEvent",
    "Noticed",
    "OpeningAnswer",
    "Opinion",
    "Overlay",
    "OverlayKind",
    "PastPause",
    "PastWait",
    "Pause",
    "PauseAfterBreachPolicy",
    "PendingFix",
    "PendingReason",
    "PerPeriod",
    "Percent",
    "Period",
    "PersonId",
    "Pir",
    "PlannedActivity",
    "PlannedActivityAssignBody",
    "PlannedActivityAssignCommand",
    "PlannedActivityAssignedBody",
    "PlannedActivityAssignedEvent",
    "PlannedActivityChangeIntervalBody",
    "PlannedActivityChangeIntervalCommand",
    "PlannedActivityConfirmNoticeBody",
    "PlannedActivityConfirmNoticeCommand",
    "PlannedActivityIntervalChangedBody",
    "PlannedActivityIntervalChangedEvent",
    "PlannedActivityOverdueBody",
    "PlannedActivityOverdueEvent",
    "PlannedActivityPerformBody",
    "PlannedActivityPerformCommand",
    "PlannedActivityPerformedBody",
    "PlannedActivityPerformedEvent",
    "PlannedActivityPhase",
    "PlannedActivityPlanBody",
    "PlannedActivityPlanCommand",
    "PlannedActivityPlannedBody",
    "PlannedActivityPlannedEvent",
    "PlannedActivityRetireBody",
    "PlannedActivityRetireCommand",
    "PlannedActivityRetiredBody",
    "PlannedActivityRetiredEvent",
    "Policy",
    "PolicyDocument",
    "PolicyDocumentAgreement",
    "PolicyDocumentCalendar",
    "PolicyDocumentChange",
    "PolicyDocumentConfiguration",
    "PolicyDocumentDesk",
    "PolicyDocumentMatrix",
    "PolicyDocumentProblem",
    "PolicyDocumentRelease",
    "PolicyDocumentRetention",
    "PolicyId",
    "PolicyPublishBody",
    "PolicyPublishCommand",
    "PolicyPublishedBody",
    "PolicyPublishedEvent",
    "PolicyRef",
    "PolicyReviseBody",
    "PolicyReviseCommand",
    "PriorityOverride",
    "Probability",
    "Problem",
    "ProblemAcceptBody",
    "ProblemAcceptCommand",
    "ProblemAcceptedBody",
    "ProblemAcceptedEvent",
    "ProblemBeginFixBody",
    "ProblemBeginFixCommand",
    "ProblemCandidate",
    "ProblemCandidateAcceptBody",
    "ProblemCandidateAcceptCommand",
    "ProblemCandidateAcceptedBody",
    "ProblemCandidateAcceptedEvent",
    "ProblemCandidateAddEvidenceBody",
    "ProblemCandidateAddEvidenceCommand",
    "ProblemCandidateConfirmNoticeBody",
    "ProblemCandidateConfirmNoticeCommand",
    "ProblemCandidateDeclineBody",
    "ProblemCandidateDeclineCommand",
    "ProblemCandidateDeclinedBody",
    "ProblemCandidateDeclinedEvent",
    "ProblemCandidateEvidenceAddedBody",
    "ProblemCandidateEvidenceAddedEvent",
    "ProblemCandidateRaiseBody",
    "ProblemCandidateRaiseCommand",
    "ProblemCandidateRaisedBody",
    "ProblemCandidateRaisedEvent",
    "ProblemCandidateState",
    "ProblemCandidateStateAccepted",
    "ProblemCandidateStateDeclined",
    "ProblemCandidateStateRaised",
    "ProblemCauseIdentifiedBody",
    "ProblemCauseIdentifiedEvent",
    "ProblemCauseOverdueBody",
    "ProblemCauseOverdueEvent",
    "ProblemCauseProposedBody",
    "ProblemCauseProposedEvent",
    "ProblemCauseReturnedBody",
    "ProblemCauseReturnedEvent",
    "ProblemClassification",
    "ProblemClassifiedBody",
    "ProblemClassifiedEvent",
    "ProblemClassifyBody",
    "ProblemClassifyCommand",
    "ProblemCloseBody",
    "ProblemCloseCommand",
    "ProblemCloseUnreproducedBody",
    "ProblemCloseUnreproducedCommand",
    "ProblemClosedBody",
    "ProblemClosedEvent",
    "ProblemClosure",
    "ProblemClosureCode",
    "ProblemConfirmCauseBody",
    "ProblemConfirmCauseCommand",
    "ProblemConfirmNoticeBody",
    "ProblemConfirmNoticeCommand",
    "ProblemDecision",
    "ProblemDecisionLinked",
    "ProblemDecisionNotNeeded",
    "ProblemFixAtOnceBody",
    "ProblemFixAtOnceCommand",
    "ProblemFixBegunBody",
    "ProblemFixBegunEvent",
    "ProblemFixLiveBody",
    "ProblemFixLiveEvent",
    "ProblemFixProposedBody",
    "ProblemFixProposedEvent",
    "ProblemFixWithdrawnBody",
    "ProblemFixWithdrawnEvent",
    "ProblemIdentifyCauseBody",
    "ProblemIdentifyCauseCommand",
    "ProblemInvestigateBody",
    "ProblemInvestigateCommand",
    "ProblemInvestigationBegunBody",
    "ProblemInvestigationBegunEvent",
    "ProblemLinkBody",
    "ProblemLinkCommand",
    "ProblemLinkedBody",
    "ProblemLinkedEvent",
    "ProblemLogBody",
    "ProblemLogCommand",
    "ProblemLoggedBody",
    "ProblemLoggedEvent",
    "ProblemMitigateBody",
    "ProblemMitigateCommand",
    "ProblemMitigatedBody",
    "ProblemMitigatedEvent",
    "ProblemObservationBegunBody",
    "ProblemObservationBegunEvent",
    "ProblemObservationEndedBody",
    "ProblemObservationEndedEvent",
    "ProblemObserveBody",
    "ProblemObserveCommand",
    "ProblemProposeFixBody",
    "ProblemProposeFixCommand",
    "ProblemReassignBody",
    "ProblemReassignCommand",
    "ProblemReassignedBody",
    "ProblemReassignedEvent",
    "ProblemReclassifiedBody",
    "ProblemReclassifiedEvent",
    "ProblemReclassifyBody",
    "ProblemReclassifyCommand",
    "ProblemReconsiderBody",
    "ProblemReconsiderCommand",
    "ProblemReconsideredBody",
    "ProblemReconsideredEvent",
    "ProblemRecurBody",
    "ProblemRecurCommand",
    "ProblemRecurredBody",
    "ProblemRecurredEvent",
    "ProblemRelateBody",
    "ProblemRelateCommand",
    "ProblemRelatedBody",
    "ProblemRelatedEvent",
    "ProblemRenewAcceptanceBody",
    "ProblemRenewAcceptanceCommand",
    "ProblemResumeBody",
    "ProblemResumeCommand",
    "ProblemResumedBody",
    "ProblemResumedEvent",
    "ProblemReturnCauseBody",
    "ProblemReturnCauseCommand",
    "ProblemReview",
    "ProblemReviewBody",
    "ProblemReviewCommand",
    "ProblemReviewFellDueBody",
    "ProblemReviewFellDueEvent",
    "ProblemReviewedBody",
    "ProblemReviewedEvent",
    "ProblemRules",
    "ProblemSource",
    "ProblemState",
    "ProblemStateAccepted",
    "ProblemStateClassified",
    "ProblemStateClosed",
    "ProblemStateFixInProgress",
    "ProblemStateFixProposed",
    "ProblemStateInvestigating",
    "ProblemStateLogged",
    "ProblemStateRootCauseIdentified",
    "ProblemStateSuspended",
    "ProblemStateUnderObservation",
    "ProblemStepRecordedBody",
    "ProblemStepRecordedEvent",
    "ProblemSuspendBody",
    "ProblemSuspendCommand",
    "ProblemSuspendedBody",
    "ProblemSuspendedEvent",
    "ProblemWithdrawFixBody",
    "ProblemWithdrawFixCommand",
    "ProblemWorkBody",
    "ProblemWorkCommand",
    "ProcessName",
    "Profile",
    "Proposal",
    "Proposed",
    "Publish",
    "PublishedPolicy",
    "Purpose",
    "Reach",
    "Reached",
    "Recipient",
    "RecipientPerson",
    "RecipientRole",
    "RecipientUnit",
    "Record",
    "RecordId",
    "Recurrence",
    "Refusal",
    "Relation",
    "RelationId",
    "RelationKey",
    "RelationKeyEnds",
    "RelationKeyEndsEnds",
    "RelationKeyId",
    "RelationKind",
    "Release",
    "ReleaseAcceptBody",
    "ReleaseAcceptCommand",
    "ReleaseAcceptLateBody",
    "ReleaseAcceptLateCommand",
    "ReleaseAcceptWithExceptionsBody",
    "ReleaseAcceptWithExceptionsCommand",
    "ReleaseAcceptanceOverdueBody",
    "ReleaseAcceptanceOverdueEvent",
    "ReleaseAcceptedBody",
    "ReleaseAcceptedEvent",
    "ReleaseBaselineBody",
    "ReleaseBaselineCommand",
    "ReleaseBaselinedBody",
    "ReleaseBaselinedEvent",
    "ReleaseBeginDeploymentBody",
    "ReleaseBeginDeploymentCommand",
    "ReleaseBuildBody",
    "ReleaseBuildCommand",
    "ReleaseBuiltBody",
    "ReleaseBuiltEvent",
    "ReleaseCancelBody",
    "ReleaseCancelCommand",
    "ReleaseCancelledBody",
    "ReleaseCancelledEvent",
    "ReleaseCloseBody",
    "ReleaseCloseCommand",
    "ReleaseClosedBody",
    "ReleaseClosedEvent",
    "ReleaseConfirmNoticeBody",
    "ReleaseConfirmNoticeCommand",
    "ReleaseDelegateBody",
    "ReleaseDelegateCommand",
    "ReleaseDelegatedBody",
    "ReleaseDelegatedEvent",
    "ReleaseDeployBody",
    "ReleaseDeployCommand",
    "ReleaseDeployedBody",
    "ReleaseDeployedEvent",
    "ReleaseDeploymentBegunBody",
    "ReleaseDeploymentBegunEvent",
    "ReleaseEditBody",
    "ReleaseEditCommand",
    "ReleaseEditedBody",
    "ReleaseEditedEvent",
    "ReleaseExceptionsProposedBody",
    "ReleaseExceptionsProposedEvent",
    "ReleaseObservationBegunBody",
    "ReleaseObservationBegunEvent",
    "ReleaseObservationEndedBody",
    "ReleaseObservationEndedEvent",
    "ReleaseObserveBody",
    "ReleaseObserveCommand",
    "ReleaseOutcome",
    "ReleasePlan",
    "ReleasePlanApprovedBody",
    "ReleasePlanApprovedEvent",
    "ReleasePlanBody",
    "ReleasePlanCommand",
    "ReleasePlanSubmittedBody",
    "ReleasePlanSubmittedEvent",
    "ReleasePlannedBody",
    "ReleasePlannedEvent",
    "ReleaseProposeExceptionsBody",
    "ReleaseProposeExceptionsCommand",
    "ReleaseReturnBody",
    "ReleaseReturnCommand",
    "ReleaseReturnedBody",
    "ReleaseReturnedEvent",
    "ReleaseReview",
    "ReleaseReviewBody",
    "ReleaseReviewCommand",
    "ReleaseReviewedBody",
    "ReleaseReviewedEvent",
    "ReleaseRollBackBody",
    "ReleaseRollBackCommand",
    "ReleaseRolledBackBody",
    "ReleaseRolledBackEvent",
    "ReleaseRules",
    "ReleaseState",
    "ReleaseStateAccepted",
    "ReleaseStateAcceptedWithExceptions",
    "ReleaseStateBaselined",
    "ReleaseStateBuilt",
    "ReleaseStateCancelled",
    "ReleaseStateClosed",
    "ReleaseStateDeployed",
    "ReleaseStateDeploying",
    "ReleaseStateObserving",
    "ReleaseStatePlanApproved",
    "ReleaseStatePlanned",
    "ReleaseStateReviewed",
    "ReleaseStateRolledBack",
    "ReleaseStateTested",
    "ReleaseSubmitPlanBody",
    "ReleaseSubmitPlanCommand",
    "ReleaseTestBody",
    "ReleaseTestCommand",
    "ReleaseTestedBody",
    "ReleaseTestedEvent",
    "ReleaseType",
    "ReleaseVoteBody",
    "ReleaseVoteCommand",
    "ReleaseVotedBody",
    "ReleaseVotedEvent",
    "Removal",
    "ReopenPolicy",
    "RequestApproval",
    "RequestClassification",
    "RequestClosure",
    "RequestModel",
    "Resolution",
    "ResolutionKind",
    "Restoration",
    "RetargetPolicy",
    "RetentionBegins",
    "RetentionClass",
    "RetentionPeriod",
    "RetentionPeriodDays",
    "RetentionPeriodYears",
    "RetentionRules",
    "RetiredBecause",
    "Retry",
    "ReviewOfChange",
    "ReviewOfProblem",
    "Rfc",
    "RiskAddition",
    "RiskEstimate",
    "RiskRules",
    "RiskScore",
    "Role",
    "Roles",
    "RootCandidate",
    "RootCause",
    "Scale",
    "Segment",
    "SelectionMode",
    "ServiceId",
    "ServicePlan",
    "ServiceRequest",
    "ServiceRequestApprovalRequestedBody",
    "ServiceRequestApprovalRequestedEvent",
    "ServiceRequestApproveBody",
    "ServiceRequestApproveCommand",
    "ServiceRequestApprovedBody",
    "ServiceRequestApprovedEvent",
    "ServiceRequestCancelBody",
    "ServiceRequestCancelCommand",
    "ServiceRequestCancelledBody",
    "ServiceRequestCancelledEvent",
    "ServiceRequestCloseBody",
    "ServiceRequestCloseCommand",
    "ServiceRequestClosedBody",
    "ServiceRequestClosedEvent",
    "ServiceRequestConfirmNoticeBody",
    "ServiceRequestConfirmNoticeCommand",
    "ServiceRequestConvertBody",
    "ServiceRequestConvertCommand",
    "ServiceRequestConvertedBody",
    "ServiceRequestConvertedEvent",
    "ServiceRequestDelegateBody",
    "ServiceRequestDelegateCommand",
    "ServiceRequestDelegatedBody",
    "ServiceRequestDelegatedEvent",
    "ServiceRequestEditBody",
    "ServiceRequestEditCommand",
    "ServiceRequestEditedBody",
    "ServiceRequestEditedEvent",
    "ServiceRequestExcuseBreachBody",
    "ServiceRequestExcuseBreachCommand",
    "ServiceRequestFulfilBeginBody",
    "ServiceRequestFulfilBeginCommand",
    "ServiceRequestFulfilBody",
    "ServiceRequestFulfilCommand",
    "ServiceRequestFulfilledBody",
    "ServiceRequestFulfilledEvent",
    "ServiceRequestFulfilmentBegunBody",
    "ServiceRequestFulfilmentBegunEvent",
    "ServiceRequestInformBody",
    "ServiceRequestInformCommand",
    "ServiceRequestInformedBody",
    "ServiceRequestInformedEvent",
    "ServiceRequestLinkBody",
    "ServiceRequestLinkCommand",
    "ServiceRequestLinkedBody",
    "ServiceRequestLinkedEvent",
    "ServiceRequestRecalculateBody",
    "ServiceRequestRecalculateCommand",
    "ServiceRequestRecalculatedBody",
    "ServiceRequestRecalculatedEvent",
    "ServiceRequestRejectBody",
    "ServiceRequestRejectCommand",
    "ServiceRequestRejectedBody",
    "ServiceRequestRejectedEvent",
    "ServiceRequestRequestApprovalBody",
    "ServiceRequestRequestApprovalCommand",
    "ServiceRequestResumeBody",
    "ServiceRequestResumeCommand",
    "ServiceRequestResumedBody",
    "ServiceRequestResumedEvent",
    "ServiceRequestReturnedBody",
    "ServiceRequestReturnedEvent",
    "ServiceRequestState",
    "ServiceRequestStateApproved",
    "ServiceRequestStateAwaitingApproval",
    "ServiceRequestStateCancelled",
    "ServiceRequestStateClosed",
    "ServiceRequestStateConverted",
    "ServiceRequestStateFulfilled",
    "ServiceRequestStateInFulfilment",
    "ServiceRequestStateRejected",
    "ServiceRequestStateSubmitted",
    "ServiceRequestStateValidated",
    "ServiceRequestStateWaiting",
    "ServiceRequestSubmitBody",
    "ServiceRequestSubmitCommand",
    "ServiceRequestSubmittedBody",
    "ServiceRequestSubmittedEvent",
    "ServiceRequestTaskDoneBody",
    "ServiceRequestTaskDoneCommand",
    "ServiceRequestTaskFinishedBody",
    "ServiceRequestTaskFinishedEvent",
    "ServiceRequestValidateBody",
    "ServiceRequestValidateCommand",
    "ServiceRequestValidatedBody",
    "ServiceRequestValidatedEvent",
    "ServiceRequestVoteBody",
    "ServiceRequestVoteCommand",
    "ServiceRequestVotedBody",
    "ServiceRequestVotedEvent",
    "ServiceRequestWaitBody",
    "ServiceRequestWaitCommand",
    "ServiceRequestWaitedBody",
    "ServiceRequestWaitedEvent",
    "ServiceRequestWorkBody",
    "ServiceRequestWorkCommand",
    "ServiceRequestWorkedBody",
    "ServiceRequestWorkedEvent",
    "SimilarItems",
    "Simulation",
    "SimulationOptions",
    "SinglePointsOfFailure",
    "SlaPolicy",
    "Slice",
    "Source",
    "StandardUse",
    "State",
    "Stimulus",
    "StimulusAcknowledged",
    "StimulusAssigned",
    "StimulusAttached",
    "StimulusCancelled",
    "StimulusClosed",
    "StimulusConverted",
    "StimulusInformed",
    "StimulusMerged",
    "StimulusOpened",
    "StimulusPaused",
    "StimulusRecomputed",
    "StimulusReopened",
    "StimulusResolved",
    "StimulusResponded",
    "StimulusResumed",
    "StimulusRetargeted",
    "StopsOn",
    "Strength",
    "Stretch",
    "StretchAhead",
    "StretchCounted",
    "StretchPaused",
    "StretchResolved",
    "Subject",
    "SubjectCi",
    "SubjectIncident",
    "SubjectSymptom",
    "SubjectSymptomSymptom",
    "Target",
    "TargetCalendarDate",
    "TargetElapsed",
    "TargetWorking",
    "TargetWorkingDays",
    "Task",
    "TenantId",
    "TermsStated",
    "TestRecord",
    "TestResult",
    "Tested",
    "Text",
    "Threshold",
    "ThresholdCount",
    "ThresholdPercent",
    "Ticket",
    "TicketClocks",
    "TimeOfDay",
    "TimelineEntry",
    "Told",
    "TreeHead",
    "UnitId",
    "Unmet",
    "Update",
    "Updated",
    "Verdict",
    "VersionedCalendarDocument",
    "VersionedSlaPolicy",
    "Vote",
    "VoteDecision",
    "Voter",
    "Waiver",
    "WaiverFileBody",
    "WaiverFileCommand",
    "WaiverFiledBody",
    "WaiverFiledEvent",
    "WaiverPhase",
    "WaiverRevokeBody",
    "WaiverRevokeCommand",
    "WaiverRevokedBody",
    "WaiverRevokedEvent",
    "WaiverUse",
    "Weekday",
    "WeightedGate",
    "WhyDue",
    "WhyDueAnswer",
    "Window",
    "WithExcused",
    "Witness",
    "Workaround",
    "WorkaroundNone",
    "WorkaroundSteps",
]


Code: TypeAlias = str
"""A category, symptom or resolution code of the host's own tree: `network/vpn`."""


class Accept(TypedDict):
    """Accepts it."""

    met: list[Code]
    """The criteria that are met."""


Text: TypeAlias = str
"""What people write; at most 32,768 bytes of UTF-8."""


Instant: TypeAlias = str
"""An instant in UTC, of whole seconds, 1970 to 2200: `2026-11-21T01:48:51Z`."""


class AcceptanceOfProblem(TypedDict):
    """Why a cause is left where it is."""

    rationale: Text
    """What removing it would cost, and what leaving it risks."""
    mitigation: Text
    """What reduces the impact."""
    review_at: Instant
    """When it is looked at again."""


PersonId: TypeAlias = str
"""A person, as a pseudonym of the host's choosing; separation of duties compares these."""


class Exceptions(TypedDict):
    """What is accepted although a criterion is not met."""

    action: Text
    """What is done about it."""
    by: Instant
    """By when."""
    risk: Text
    """What may happen meanwhile."""
    unmet: list[Code]
    """The criteria that are not met."""


class AcceptanceOfRelease(TypedDict):
    """How a release was accepted."""

    at: Instant
    """When."""
    by: list[PersonId]
    """By whom; two where there are exceptions."""
    exceptions: NotRequired[Exceptions | None]
    """What is not met."""


RecordId: TypeAlias = str
"""A record: `INC-000042`. Unique within its process."""


class AcceptedAsNew(TypedDict):
    """A new one, to be logged under this id."""

    new: RecordId


class AcceptedAsExisting(TypedDict):
    """One that is open already."""

    existing: RecordId


AcceptedAs: TypeAlias = AcceptedAsNew | AcceptedAsExisting
"""As which problem a candidate was accepted."""


class AccessGrant(TypedDict):
    """Access that was granted."""

    access: Code
    """To what."""
    expires_at: NotRequired[Instant | None]
    """Up to when; privileged access always ends."""


class Evidence(TypedDict):
    """What proves that an activity was done: a record of the register, or what the host calls the place where the
    proof lies.
    """

    record: NotRequired[RecordId | None]
    """The record."""
    reference: NotRequired[Text | None]
    """The reference."""


class ActivityDone(TypedDict):
    """When an activity was done last."""

    at: Instant
    """When."""
    evidence: Evidence
    """What proves it."""


ActivityKind: TypeAlias = Literal[
    "internal_audit",
    "management_review",
    "context_review",
    "policy_review",
    "objective_measurement",
    "document_review",
    "company_quality_check",
    "project_quality_check",
    "agreement_review",
    "critical_agreement_review",
    "service_report",
    "availability_risk_assessment",
    "availability_plan_review",
    "continuity_risk_assessment",
    "continuity_plan_review",
    "continuity_test",
    "off_site_copy_check",
    "budget_monitoring",
    "budget_forecast_review",
    "demand_forecast",
    "capacity_plan_review",
    "security_risk_assessment",
    "security_control_test",
    "security_incident_analysis",
    "customer_service_review",
    "satisfaction_survey",
    "supplier_performance_review",
    "supplier_contract_review",
    "problem_trend_analysis",
    "problem_effectiveness_review",
    "configuration_audit",
    "critical_configuration_audit",
    "change_trend_analysis",
    "competence_review",
    "waiver_review",
    "certification_surveillance",
]
"""What is done at planned intervals."""


Role: TypeAlias = Literal[
    "tm",
    "mr",
    "po",
    "qm",
    "doc",
    "la",
    "au",
    "so",
    "slm",
    "brm",
    "supm",
    "sd",
    "l1",
    "l2",
    "l3",
    "incm",
    "mim",
    "prbm",
    "cfgm",
    "chgm",
    "cab",
    "ecab",
    "relm",
    "avm",
    "conm",
    "capm",
    "secm",
    "fin",
    "hr",
    "cust",
    "user",
    "sup",
    "monitoring",
    "system",
    "gateway",
]
"""The roles of spec 3.0.1, and the three that are not people."""


Roles: TypeAlias = list[Role]
"""Roles, each once."""


UnitId: TypeAlias = str
"""An organisational unit or support group."""


class Actor(TypedDict):
    """Who acts."""

    id: PersonId
    """The person, a pseudonym."""
    roles: Roles
    """The roles held."""
    unit: NotRequired[UnitId | None]
    """The unit or support group acted for."""
    valid_from: NotRequired[Instant | None]
    """Roles hold from this instant, where limited."""
    valid_to: NotRequired[Instant | None]
    """Roles hold up to this instant, where limited."""


CommandId: TypeAlias = str
"""One command, chosen by the caller; the same id twice is the same command."""


Digest: TypeAlias = str
"""SHA-256 as lower-case hexadecimal digits."""


PolicyId: TypeAlias = str
"""A policy document: a calendar, a matrix, an agreement, a request model."""


class PolicyRef(TypedDict):
    """Which version of which policy a decision used, and what it said."""

    hash: Digest
    """SHA-256 of the document's canonical bytes."""
    id: PolicyId
    """Which policy."""
    version: int
    """Which version."""


ProcessName: TypeAlias = Literal[
    "incident",
    "major_incident",
    "service_request",
    "configuration_item",
    "baseline",
    "definitive_item",
    "configuration_audit",
    "release",
    "change",
    "change_model",
    "problem",
    "known_error",
    "problem_candidate",
    "planned_activity",
    "legal_hold",
    "disposal",
    "policy",
    "waiver",
]
"""The processes, by the names their streams bear."""


class EventHead(TypedDict):
    """What every entry of the journal says besides its body."""

    actor: Actor
    at: Instant
    command: NotRequired[CommandId | None]
    index: int
    on_behalf_of: NotRequired[PersonId | None]
    policies: NotRequired[list[PolicyRef]]
    process: ProcessName
    record: RecordId
    recorded_at: Instant
    schema: Literal[1]
    version: int
    waivers: NotRequired[list[RecordId]]


class _EventHeadWithoutProcess(TypedDict):
    """What every entry of the journal says besides its body."""

    actor: Actor
    at: Instant
    command: NotRequired[CommandId | None]
    index: int
    on_behalf_of: NotRequired[PersonId | None]
    policies: NotRequired[list[PolicyRef]]
    record: RecordId
    recorded_at: Instant
    schema: Literal[1]
    version: int
    waivers: NotRequired[list[RecordId]]


Channel: TypeAlias = Literal["phone", "chat", "desk", "mail", "portal", "monitoring"]
"""How a ticket reached the desk."""


CiId: TypeAlias = str
"""A configuration item."""


CustomerId: TypeAlias = str
"""A customer organisation."""


Commitment: TypeAlias = str
"""The salted commitment to a personal value; the value travels apart."""


ServiceId: TypeAlias = str
"""A service of the catalogue."""


class IncidentLoggedBody(TypedDict):
    """An incident was recorded."""

    channel: Channel
    """How it reached the desk."""
    ci: NotRequired[CiId | None]
    """The configuration item."""
    customer: NotRequired[CustomerId | None]
    """The customer."""
    late_entry: NotRequired[bool]
    """Whether it was recorded later than the tolerance allows."""
    no_ci_reason: NotRequired[Text | None]
    """Why there is no CI."""
    occurred_at: Instant
    """When it began."""
    repeat_of: NotRequired[RecordId | None]
    """The closed incident that this one is again."""
    reporter: NotRequired[Commitment | None]
    """How the requester can be reached."""
    requester: PersonId
    """Who has the trouble."""
    service: NotRequired[ServiceId | None]
    """The service, if known."""
    service_down: bool
    """Whether it is down."""
    symptom: Commitment
    """What is wrong."""
    symptom_code: NotRequired[Code | None]
    """The same as a code."""


class IncidentLoggedEvent(_EventHeadWithoutProcess):
    """An incident was recorded."""

    body: IncidentLoggedBody
    kind: Literal["incident.logged"]
    process: Literal["incident"]


class Assignment(TypedDict):
    """Who has a record."""

    group: UnitId
    """The support group."""
    person: NotRequired[PersonId | None]
    """The person, once one is named."""


class Classification(TypedDict):
    """What an incident is: set by the desk, before it is assigned."""

    category: Code
    """The category."""
    impact: int
    """The impact, as the matrix numbers it."""
    urgency: int
    """The urgency, as the matrix numbers it."""
    security: bool
    """Whether it is a security incident."""
    known_error: NotRequired[RecordId | None]
    """The known error that matches; none: the search found nothing."""


ResolutionKind: TypeAlias = Literal["permanent", "workaround", "no_fault"]
"""What kind of resolution it was."""


ContactLevel: TypeAlias = Literal["first_contact", "l1", "l2", "l3", "supplier"]
"""Who resolved it."""


class Resolution(TypedDict):
    """How an incident was resolved."""

    code: Code
    """The resolution code."""
    text: Text
    """What was done."""
    kind: ResolutionKind
    """What kind of resolution it was."""
    level: ContactLevel
    """Who resolved it."""
    restored_at: NotRequired[Instant | None]
    """When the service worked again, if it was hit."""
    no_problem_reason: NotRequired[Text | None]
    """Why a workaround needs neither a problem nor a known error."""


class ImportedStateLogged(TypedDict):
    """Recorded."""

    kind: Literal["logged"]


class ImportedStateClassified(TypedDict):
    """Categorised and prioritised."""

    kind: Literal["classified"]


class ImportedStateAssigned(TypedDict):
    """A group has it."""

    kind: Literal["assigned"]


class ImportedStateInProgress(TypedDict):
    """Somebody works on it."""

    kind: Literal["in_progress"]


PendingReason: TypeAlias = Literal["user", "supplier", "change", "agreed_window"]
"""What work waits for."""


class ImportedStatePending(TypedDict):
    """It waits."""

    kind: Literal["pending"]
    reason: PendingReason
    """For what."""
    since: Instant
    """Since when."""
    until: Instant
    """Until when, as expected."""


class ImportedStateResolved(TypedDict):
    """The service is restored."""

    kind: Literal["resolved"]
    at: Instant
    """When."""


class ImportedStateClosed(TypedDict):
    """Confirmed."""

    kind: Literal["closed"]
    at: Instant
    """When."""
    code: Code
    """The closure code."""
    confirmed_by: PersonId
    """Who confirmed."""


class ImportedStateCancelled(TypedDict):
    """A duplicate or a mistake."""

    kind: Literal["cancelled"]
    at: Instant
    """When."""


ImportedState: TypeAlias = (
    ImportedStateLogged
    | ImportedStateClassified
    | ImportedStateAssigned
    | ImportedStateInProgress
    | ImportedStatePending
    | ImportedStateResolved
    | ImportedStateClosed
    | ImportedStateCancelled
)
"""The present state of an imported incident."""


class IncidentImportedBody(TypedDict):
    """An incident was taken over from another system."""

    assignment: NotRequired[Assignment | None]
    """Who has it."""
    channel: Channel
    """How it reached the desk."""
    ci: NotRequired[CiId | None]
    """The configuration item."""
    classification: NotRequired[Classification | None]
    """What it is."""
    customer: NotRequired[CustomerId | None]
    """The customer."""
    hops: int
    """How often it went to another group."""
    occurred_at: Instant
    """When it began."""
    opened_at: Instant
    """When it was recorded there."""
    priority: NotRequired[int | None]
    """The priority of the matrix."""
    reopened_at: NotRequired[list[Instant]]
    """Every reopening."""
    requester: PersonId
    """Who has the trouble."""
    resolution: NotRequired[Resolution | None]
    """How it was resolved last."""
    resolved_at: NotRequired[list[Instant]]
    """Every resolution."""
    resolver: NotRequired[PersonId | None]
    """Who resolved it last."""
    response_at: NotRequired[Instant | None]
    """When it was first acknowledged."""
    service: NotRequired[ServiceId | None]
    """The service."""
    service_down: bool
    """Whether it is down."""
    state: ImportedState
    """Where it stands."""
    symptom: Commitment
    """What is wrong."""


class IncidentImportedEvent(_EventHeadWithoutProcess):
    """An incident was taken over from another system."""

    body: IncidentImportedBody
    kind: Literal["incident.imported"]
    process: Literal["incident"]


class IncidentClassifiedBody(TypedDict):
    """An incident was classified, for the first time or again."""

    classification: Classification
    """What it is."""
    major_criteria: NotRequired[list[Code]]
    """The criteria of a major incident that it meets."""
    priority: int
    """The priority of the matrix."""
    reason: NotRequired[Text | None]
    """Why it was classified again."""


class IncidentClassifiedEvent(_EventHeadWithoutProcess):
    """An incident was classified, for the first time or again."""

    body: IncidentClassifiedBody
    kind: Literal["incident.classified"]
    process: Literal["incident"]


class IncidentAssignedBody(TypedDict):
    """A group got it."""

    assignment: Assignment
    """Who has it."""
    no_sla_reason: NotRequired[Text | None]
    """Why no agreement covers it."""


class IncidentAssignedEvent(_EventHeadWithoutProcess):
    """A group got it."""

    body: IncidentAssignedBody
    kind: Literal["incident.assigned"]
    process: Literal["incident"]


class IncidentAcknowledgedBody(TypedDict):
    """The work began."""


class IncidentAcknowledgedEvent(_EventHeadWithoutProcess):
    """The work began."""

    body: IncidentAcknowledgedBody
    kind: Literal["incident.acknowledged"]
    process: Literal["incident"]


EscalationKind: TypeAlias = Literal["functional", "hierarchical"]
"""To whom a matter is handed up."""


class IncidentReassignedBody(TypedDict):
    """Another group got it."""

    assignment: Assignment
    """Who has it."""
    escalation: EscalationKind
    """To other skills or to more authority."""
    hop: bool
    """Whether it left its group."""
    reason: Text
    """Why."""


class IncidentReassignedEvent(_EventHeadWithoutProcess):
    """Another group got it."""

    body: IncidentReassignedBody
    kind: Literal["incident.reassigned"]
    process: Literal["incident"]


class IncidentPendedBody(TypedDict):
    """It waits."""

    note: Text
    """The note."""
    reason: PendingReason
    """For what."""
    resumes_at: NotRequired[Instant | None]
    """When a timer ends the wait, if one does."""
    until: Instant
    """The expected end."""


class IncidentPendedEvent(_EventHeadWithoutProcess):
    """It waits."""

    body: IncidentPendedBody
    kind: Literal["incident.pended"]
    process: Literal["incident"]


class IncidentResumedBody(TypedDict):
    """The wait is over."""

    reason: Text
    """Why."""


class IncidentResumedEvent(_EventHeadWithoutProcess):
    """The wait is over."""

    body: IncidentResumedBody
    kind: Literal["incident.resumed"]
    process: Literal["incident"]


class IncidentResolvedBody(TypedDict):
    """It is resolved."""

    closes_at: NotRequired[Instant | None]
    """When it closes by itself, if it may."""
    notices: int
    """How many delivered notices that takes."""
    reminders: NotRequired[list[Instant]]
    """When the requester is told again until then."""
    reopen_until: Instant
    """Up to when it can be reopened."""
    resolution: Resolution
    """How."""


class IncidentResolvedEvent(_EventHeadWithoutProcess):
    """It is resolved."""

    body: IncidentResolvedBody
    kind: Literal["incident.resolved"]
    process: Literal["incident"]


class Closure(TypedDict):
    """How an incident was closed."""

    at: Instant
    """When."""
    automatic: bool
    """Whether a timer closed it, because nobody answered."""
    code: Code
    """The closure code."""
    confirmed_by: PersonId
    """Who confirmed."""


class IncidentClosedBody(TypedDict):
    """It is closed."""

    closure: Closure
    """How."""


class IncidentClosedEvent(_EventHeadWithoutProcess):
    """It is closed."""

    body: IncidentClosedBody
    kind: Literal["incident.closed"]
    process: Literal["incident"]


class IncidentReopenedBody(TypedDict):
    """The resolution was taken back."""

    reason: Text
    """Why."""


class IncidentReopenedEvent(_EventHeadWithoutProcess):
    """The resolution was taken back."""

    body: IncidentReopenedBody
    kind: Literal["incident.reopened"]
    process: Literal["incident"]


class IncidentCancelledBody(TypedDict):
    """It ended as a duplicate or a mistake."""

    duplicate_of: NotRequired[RecordId | None]
    """The incident that it duplicates."""
    reason: NotRequired[Text | None]
    """Why it was logged by mistake."""


class IncidentCancelledEvent(_EventHeadWithoutProcess):
    """It ended as a duplicate or a mistake."""

    body: IncidentCancelledBody
    kind: Literal["incident.cancelled"]
    process: Literal["incident"]


class IncidentConvertedBody(TypedDict):
    """It goes on as a service request."""

    reason: Text
    """Why."""
    to: RecordId
    """As which."""


class IncidentConvertedEvent(_EventHeadWithoutProcess):
    """It goes on as a service request."""

    body: IncidentConvertedBody
    kind: Literal["incident.converted"]
    process: Literal["incident"]


class PriorityOverride(TypedDict):
    """A priority in place of the matrix's, with its reason and, where it has one, its end."""

    priority: int
    reason: str
    by: PersonId
    at: Instant
    expires_at: NotRequired[Instant | None]


class IncidentPriorityOverriddenBody(TypedDict):
    """A priority that is not the matrix's holds."""

    by: PriorityOverride
    """Which, why, by whom, up to when."""


class IncidentPriorityOverriddenEvent(_EventHeadWithoutProcess):
    """A priority that is not the matrix's holds."""

    body: IncidentPriorityOverriddenBody
    kind: Literal["incident.priority_overridden"]
    process: Literal["incident"]


class IncidentPriorityRestoredBody(TypedDict):
    """The matrix's priority holds again."""

    priority: int
    """The priority."""


class IncidentPriorityRestoredEvent(_EventHeadWithoutProcess):
    """The matrix's priority holds again."""

    body: IncidentPriorityRestoredBody
    kind: Literal["incident.priority_restored"]
    process: Literal["incident"]


class IncidentMovedBody(TypedDict):
    """It affects something or somebody else."""

    ci: NotRequired[CiId | None]
    """The configuration item now."""
    customer: NotRequired[CustomerId | None]
    """The customer now."""
    reason: Text
    """Why."""
    service: NotRequired[ServiceId | None]
    """The service now."""


class IncidentMovedEvent(_EventHeadWithoutProcess):
    """It affects something or somebody else."""

    body: IncidentMovedBody
    kind: Literal["incident.moved"]
    process: Literal["incident"]


class IncidentWorkedBody(TypedDict):
    """An action was recorded."""

    note: Text
    """What was done."""


class IncidentWorkedEvent(_EventHeadWithoutProcess):
    """An action was recorded."""

    body: IncidentWorkedBody
    kind: Literal["incident.worked"]
    process: Literal["incident"]


class IncidentInformedBody(TypedDict):
    """The requester is told how it stands."""


class IncidentInformedEvent(_EventHeadWithoutProcess):
    """The requester is told how it stands."""

    body: IncidentInformedBody
    kind: Literal["incident.informed"]
    process: Literal["incident"]


class IncidentEscalatedBody(TypedDict):
    """The matter was handed up."""

    escalation: EscalationKind
    """To other skills or to more authority."""
    reason: Text
    """Why."""
    to: UnitId
    """To whom."""


class IncidentEscalatedEvent(_EventHeadWithoutProcess):
    """The matter was handed up."""

    body: IncidentEscalatedBody
    kind: Literal["incident.escalated"]
    process: Literal["incident"]


LinkKind: TypeAlias = Literal[
    "caused_by",
    "restores",
    "duplicates",
    "repeat_of",
    "relates_problem",
    "has_known_error",
    "resolved_by_change",
    "implements",
    "contained_in_release",
    "affects_ci",
    "affects_service",
    "baseline_of",
    "supersedes",
    "evidence_for",
    "raised_from",
    "covered_by_agreement",
    "underpins",
    "invoked_plan",
]
"""How two records are related (spec 3.0.11)."""


class Link(TypedDict):
    """A link to another record."""

    kind: LinkKind
    """How they are related, seen from the record that holds the link."""
    to: RecordId
    """The other record."""


class IncidentLinkedBody(TypedDict):
    """Another record was linked."""

    link: Link
    """The link."""


class IncidentLinkedEvent(_EventHeadWithoutProcess):
    """Another record was linked."""

    body: IncidentLinkedBody
    kind: Literal["incident.linked"]
    process: Literal["incident"]


class IncidentMarkedMajorBody(TypedDict):
    """A major incident was declared for it."""

    major: RecordId
    """The major incident."""


class IncidentMarkedMajorEvent(_EventHeadWithoutProcess):
    """A major incident was declared for it."""

    body: IncidentMarkedMajorBody
    kind: Literal["incident.marked_major"]
    process: Literal["incident"]


class IncidentUnmarkedMajorBody(TypedDict):
    """Its major incident was downgraded."""

    closes_at: NotRequired[Instant | None]
    """When it closes by itself, if it is resolved and may."""
    major: RecordId
    """The major incident."""
    reminders: NotRequired[list[Instant]]
    """When the requester is told again until then."""


class IncidentUnmarkedMajorEvent(_EventHeadWithoutProcess):
    """Its major incident was downgraded."""

    body: IncidentUnmarkedMajorBody
    kind: Literal["incident.unmarked_major"]
    process: Literal["incident"]


class IncidentRecalculatedBody(TypedDict):
    """The clocks were measured again."""

    reason: Code
    """Why."""


class IncidentRecalculatedEvent(_EventHeadWithoutProcess):
    """The clocks were measured again."""

    body: IncidentRecalculatedBody
    kind: Literal["incident.recalculated"]
    process: Literal["incident"]


Metric: TypeAlias = Literal["response", "resolution", "update"]
"""What a clock measures."""


MarkCause: TypeAlias = Literal[
    "started",
    "paused",
    "resumed",
    "stopped",
    "cancelled",
    "retargeted",
    "reopened",
    "recomputed",
]
"""Which operation set a clock."""


ClockPhase: TypeAlias = Literal["not_started", "running", "paused", "stopped", "cancelled"]
"""Where a clock stands. Whether it is breached is a second question (DECISIONS 13)."""


class Pause(TypedDict):
    """A pause that is going on."""

    reason: Code
    """The reason, one that the clause lists."""
    since: Instant
    """When it began."""
    resumes_at: NotRequired[Instant | None]
    """When the clock resumes by itself, where the clause limits pauses."""


LevelId: TypeAlias = str
"""An escalation level or threshold of a clause."""


class LevelAt(TypedDict):
    """A level and its instant: when it will be reached, or when it was."""

    level: LevelId
    """Which level."""
    at: Instant
    """When."""


ClauseId: TypeAlias = str
"""A clause of an agreement."""


class TargetElapsed(TypedDict):
    """So many seconds of elapsed time."""

    unit: Literal["elapsed"]
    seconds: int
    """Seconds."""


class TargetWorking(TypedDict):
    """So many seconds of opening time."""

    unit: Literal["working"]
    seconds: int
    """Seconds of opening time."""


DayConvention: TypeAlias = Literal["keep_time", "end_of_day", "start_of_next"]
"""Where on the last working day the due time lies."""


class TargetWorkingDays(TypedDict):
    """So many working days."""

    unit: Literal["working_days"]
    days: int
    """Days with opening time."""
    convention: DayConvention
    """Where in the last day it ends."""


CalendarDate: TypeAlias = str
"""A date from 1970 to 2200: `2026-10-01`."""


class TargetCalendarDate(TypedDict):
    """By the end of that date."""

    unit: Literal["calendar_date"]
    date: CalendarDate
    """The last date that still meets the target."""


Target: TypeAlias = TargetElapsed | TargetWorking | TargetWorkingDays | TargetCalendarDate
"""A target in its unit."""


class ClockTerms(TypedDict):
    """The versions a clock counts under."""

    agreement: PolicyRef
    """The version of the agreement."""
    clause: ClauseId
    """The clause in it."""
    target: Target
    """Its target."""
    calendar: NotRequired[PolicyRef | None]
    """The version of its calendar; none for elapsed time."""
    tzdb: NotRequired[str]
    """The version of the time zone data; empty for elapsed time."""


_SegmentFields = TypedDict("_SegmentFields", {"from": Instant})


class Segment(_SegmentFields):
    """A stretch `[from, to)` of running time that is over; one of no length marks where a carried amount landed."""

    to: Instant
    """When it ended."""
    consumed_s: int
    """Its length in seconds of the measure it was counted under."""
    under: NotRequired[ClockTerms | None]
    """What it was counted under, where that is not what the clock counts under now."""


class Excuse(TypedDict):
    """Why a breach is excused. The breach itself stays recorded."""

    reason: Code
    """Why."""
    by: PersonId
    """Who says so."""
    at: Instant
    """When."""


class CycleResult(TypedDict):
    """What a stop left behind."""

    cycle: int
    """Which cycle."""
    started_at: Instant
    """The original start of the cycle."""
    ended_at: Instant
    """When it was stopped."""
    consumed_s: int
    """Seconds of the measure used up to then."""
    target_s: int
    """The target in seconds of the measure."""
    breached_at: NotRequired[Instant | None]
    """When the breach was recorded, if there was one."""
    excused: NotRequired[Excuse | None]
    """Why the breach is excused."""


ClockNote: TypeAlias = Literal["sla.never_due"]
"""Why a due time is absent."""


class ClockSet(TypedDict):
    """Where a clock stands after an operation."""

    metric: Metric
    """Which clock."""
    cause: MarkCause
    """Which operation."""
    at: Instant
    """When."""
    phase: ClockPhase
    """See `Clock::phase`."""
    cycle: int
    """See `Clock::cycle`."""
    started_at: Instant
    """See `Clock::started_at`."""
    target_s: int
    """See `Clock::target_s`."""
    consumed_s: int
    """See `Clock::consumed_s`."""
    carried_s: NotRequired[int]
    """See `Clock::carried_s`."""
    since: NotRequired[Instant | None]
    """See `Clock::since`."""
    paused: NotRequired[Pause | None]
    """See `Clock::paused`."""
    due_at: NotRequired[Instant | None]
    """See `Clock::due_at`."""
    breaches_at: NotRequired[Instant | None]
    """See `Clock::breaches_at`."""
    armed: NotRequired[list[LevelAt]]
    """See `Clock::armed`."""
    closed: NotRequired[Segment | None]
    """The stretch of running time that this operation ended, counted under the terms before it."""
    segments: NotRequired[list[Segment] | None]
    """All segments, where the operation replaced them."""
    terms: NotRequired[ClockTerms | None]
    """What it counts under, where that changed."""
    result: NotRequired[CycleResult | None]
    """What a stop left behind."""
    note: NotRequired[ClockNote | None]
    """Why a running clock has no due time."""
    reason: NotRequired[Code | None]
    """Why its past was measured again."""


class ClockMarkedBodySet(TypedDict):
    """An operation: where the clock stands after it."""

    kind: Literal["set"]
    mark: ClockSet


LevelKind: TypeAlias = Literal["warning", "functional", "hierarchical"]
"""What a level asks for when it is reached."""


Told: TypeAlias = Literal[
    "tm",
    "mr",
    "po",
    "qm",
    "doc",
    "la",
    "au",
    "so",
    "slm",
    "brm",
    "supm",
    "sd",
    "l1",
    "l2",
    "l3",
    "incm",
    "mim",
    "prbm",
    "cfgm",
    "chgm",
    "cab",
    "ecab",
    "relm",
    "avm",
    "conm",
    "capm",
    "secm",
    "fin",
    "hr",
    "cust",
    "user",
    "sup",
    "monitoring",
    "system",
    "gateway",
    "requester",
    "assignee",
]
"""Who is told of a level: a role's code, `requester` or `assignee`."""


class LevelReached(TypedDict):
    """A level was reached."""

    metric: Metric
    """Which clock."""
    level: LevelId
    """Which level."""
    kind: LevelKind
    """What it asks for."""
    notify: NotRequired[list[Told]]
    """Roles to be told."""
    at: Instant
    """When."""
    consumed_s: int
    """Seconds of the measure used up to then."""


class ClockMarkedBodyLevelReached(TypedDict):
    """A level was reached."""

    kind: Literal["level_reached"]
    mark: LevelReached


class Breached(TypedDict):
    """More than the target was used up."""

    metric: Metric
    """Which clock."""
    at: Instant
    """When: the second after the last one that met the target, or the decision that made it late."""
    due_at: NotRequired[Instant | None]
    """When it had been due."""


class ClockMarkedBodyBreached(TypedDict):
    """More than the target was used up."""

    kind: Literal["breached"]
    mark: Breached


class Excused(TypedDict):
    """A recorded breach was excused."""

    metric: Metric
    """Which clock."""
    reason: Code
    """Why."""
    by: PersonId
    """Who says so."""
    at: Instant
    """When."""


class ClockMarkedBodyExcused(TypedDict):
    """A recorded breach was excused."""

    kind: Literal["excused"]
    mark: Excused


ClockMarkedBody: TypeAlias = (
    ClockMarkedBodySet
    | ClockMarkedBodyLevelReached
    | ClockMarkedBodyBreached
    | ClockMarkedBodyExcused
)
"""One thing that happened to a clock."""


class ClockMarkedEvent(_EventHeadWithoutProcess):
    """One thing that happened to a clock."""

    body: ClockMarkedBody
    kind: Literal["clock.marked"]
    process: ProcessName


class RecipientRole(TypedDict):
    """Every holder of a role."""

    role: Role


class RecipientPerson(TypedDict):
    """One person."""

    person: PersonId


class RecipientUnit(TypedDict):
    """A unit or support group."""

    unit: UnitId


Recipient: TypeAlias = Literal["requester"] | RecipientRole | RecipientPerson | RecipientUnit
"""To whom. The host knows the addresses."""


NoticeKind: TypeAlias = Literal[
    "registered",
    "assigned",
    "progress",
    "waiting",
    "breach_warning",
    "breached",
    "escalated",
    "resolved",
    "closed",
    "refused",
    "approval_wanted",
    "major_incident",
    "release_note",
    "known_error",
    "review_due",
]
"""Why somebody is told."""


class NoticeRequestedBody(TypedDict):
    """A notice that the host is asked to deliver."""

    by: NotRequired[Instant | None]
    """By when, where that matters."""
    number: int
    """Its number within the record, counted from 1."""
    to: Recipient
    """To whom."""
    why: NoticeKind
    """Why."""


class NoticeRequestedEvent(_EventHeadWithoutProcess):
    """A notice that the host is asked to deliver."""

    body: NoticeRequestedBody
    kind: Literal["notice.requested"]
    process: ProcessName


class NoticeDeliveredBody(TypedDict):
    """The host's receipt for a notice."""

    delivered_at: Instant
    """When it reached its recipient."""
    number: int
    """The number of the notice within the record."""


class NoticeDeliveredEvent(_EventHeadWithoutProcess):
    """The host's receipt for a notice."""

    body: NoticeDeliveredBody
    kind: Literal["notice.delivered"]
    process: ProcessName


class MajorIncidentDeclaredBody(TypedDict):
    """A major incident was declared."""

    criteria: NotRequired[list[Code]]
    """The criteria that it meets."""
    incident: RecordId
    """The incident that it was declared for."""
    manager: PersonId
    """The major incident manager."""
    manual_reason: NotRequired[Text | None]
    """Why it was declared without a criterion."""
    notice_due: Instant
    """By when top management has to be told."""
    resolvers: NotRequired[list[PersonId]]
    """Who works on the resolution, as far as known."""
    update_due: Instant
    """When the first update is due."""
    update_every_s: int
    """How often those concerned are told, in seconds."""


class MajorIncidentDeclaredEvent(_EventHeadWithoutProcess):
    """A major incident was declared."""

    body: MajorIncidentDeclaredBody
    kind: Literal["major_incident.declared"]
    process: Literal["major_incident"]


class MajorIncidentManagedBody(TypedDict):
    """Its manager leads the restoration."""

    update_due: Instant
    """When the next update is due."""
    update_every_s: int
    """How often those concerned are told, in seconds."""


class MajorIncidentManagedEvent(_EventHeadWithoutProcess):
    """Its manager leads the restoration."""

    body: MajorIncidentManagedBody
    kind: Literal["major_incident.managed"]
    process: Literal["major_incident"]


class MajorIncidentUpdatedBody(TypedDict):
    """Those concerned were told how it stands."""

    text: Text
    """What they were told."""
    update_due: Instant
    """When the next update is due."""


class MajorIncidentUpdatedEvent(_EventHeadWithoutProcess):
    """Those concerned were told how it stands."""

    body: MajorIncidentUpdatedBody
    kind: Literal["major_incident.updated"]
    process: Literal["major_incident"]


class Restoration(TypedDict):
    """The end of the outage."""

    customers_told: bool
    """Whether the customers were told."""
    outage_closed: bool
    """Whether the outage was closed at the instant of the restoration."""
    resolvers: list[PersonId]
    """Who resolved it; added to those known."""
    restored_at: Instant
    """When the service worked again."""


class MajorIncidentRestoredBody(TypedDict):
    """The service works again."""

    restoration: Restoration
    """The end of the outage."""
    review_due: Instant
    """By when it has to be reviewed."""


class MajorIncidentRestoredEvent(_EventHeadWithoutProcess):
    """The service works again."""

    body: MajorIncidentRestoredBody
    kind: Literal["major_incident.restored"]
    process: Literal["major_incident"]


class MajorIncidentReviewBegunBody(TypedDict):
    """The review began."""

    facilitator: PersonId
    """Who leads it."""


class MajorIncidentReviewBegunEvent(_EventHeadWithoutProcess):
    """The review began."""

    body: MajorIncidentReviewBegunBody
    kind: Literal["major_incident.review_begun"]
    process: Literal["major_incident"]


class ProblemDecisionLinked(TypedDict):
    """As this problem."""

    linked: RecordId


class ProblemDecisionNotNeeded(TypedDict):
    """It does not, for this reason."""

    not_needed: Text


ProblemDecision: TypeAlias = ProblemDecisionLinked | ProblemDecisionNotNeeded
"""Whether problem management goes on with it (MAJ-05)."""


class TimelineEntry(TypedDict):
    """Something that happened, for the timeline."""

    at: Instant
    """When."""
    text: Text
    """What."""


class MajorIncidentReview(TypedDict):
    """What a review found."""

    attendees: list[PersonId]
    """Who took part."""
    causes_known: bool
    """Whether the causes are known."""
    facilitator: PersonId
    """Who led the review."""
    improvements: list[Text]
    """What is to be done better."""
    problem: ProblemDecision
    """Whether problem management goes on with it."""
    timeline: list[TimelineEntry]
    """What happened, in order."""
    worked_well: NotRequired[list[Text]]
    """What worked."""


class MajorIncidentReviewedBody(TypedDict):
    """It was reviewed."""

    review: MajorIncidentReview
    """What the review found."""


class MajorIncidentReviewedEvent(_EventHeadWithoutProcess):
    """It was reviewed."""

    body: MajorIncidentReviewedBody
    kind: Literal["major_incident.reviewed"]
    process: Literal["major_incident"]


class Attachment(TypedDict):
    """A file that the host keeps; the library keeps its name and hash."""

    hash: Digest
    """SHA-256 of the content."""
    reference: Text
    """Where the host finds it."""


class MajorClosure(TypedDict):
    """How a major incident was closed."""

    actions: NotRequired[list[RecordId]]
    """The records of the actions that follow from the review."""
    at: Instant
    """When."""
    by: PersonId
    """Who closed it."""
    no_action_reason: NotRequired[Text | None]
    """Why no action follows, where none does."""
    report: Attachment
    """The report that top management has."""


class MajorIncidentClosedBody(TypedDict):
    """It was closed."""

    closure: MajorClosure
    """How."""


class MajorIncidentClosedEvent(_EventHeadWithoutProcess):
    """It was closed."""

    body: MajorIncidentClosedBody
    kind: Literal["major_incident.closed"]
    process: Literal["major_incident"]


class Downgrading(TypedDict):
    """How a major incident was taken back."""

    at: Instant
    """When."""
    by: PersonId
    """Who did it, the second of the two."""
    proposed_by: PersonId
    """Who had proposed it."""
    reason: Text
    """Why it meets no criterion."""


class MajorIncidentDowngradedBody(TypedDict):
    """It was taken back."""

    downgrading: Downgrading
    """How."""


class MajorIncidentDowngradedEvent(_EventHeadWithoutProcess):
    """It was taken back."""

    body: MajorIncidentDowngradedBody
    kind: Literal["major_incident.downgraded"]
    process: Literal["major_incident"]


class MajorIncidentDowngradeProposedBody(TypedDict):
    """One of the two managers would take it back."""

    reason: Text
    """Why it meets no criterion."""


class MajorIncidentDowngradeProposedEvent(_EventHeadWithoutProcess):
    """One of the two managers would take it back."""

    body: MajorIncidentDowngradeProposedBody
    kind: Literal["major_incident.downgrade_proposed"]
    process: Literal["major_incident"]


class MajorIncidentHandedOverBody(TypedDict):
    """Another person leads."""

    manager: PersonId
    """The new major incident manager."""
    reason: Text
    """Why."""


class MajorIncidentHandedOverEvent(_EventHeadWithoutProcess):
    """Another person leads."""

    body: MajorIncidentHandedOverBody
    kind: Literal["major_incident.handed_over"]
    process: Literal["major_incident"]


class MajorIncidentNoticeOverdueBody(TypedDict):
    """Top management was not told in time."""

    due: Instant
    """By when it had to be."""


class MajorIncidentNoticeOverdueEvent(_EventHeadWithoutProcess):
    """Top management was not told in time."""

    body: MajorIncidentNoticeOverdueBody
    kind: Literal["major_incident.notice_overdue"]
    process: Literal["major_incident"]


class MajorIncidentUpdateOverdueBody(TypedDict):
    """An update was missed."""

    due: Instant
    """When it was due."""
    update_due: Instant
    """When the next one is due."""


class MajorIncidentUpdateOverdueEvent(_EventHeadWithoutProcess):
    """An update was missed."""

    body: MajorIncidentUpdateOverdueBody
    kind: Literal["major_incident.update_overdue"]
    process: Literal["major_incident"]


class MajorIncidentReviewOverdueBody(TypedDict):
    """It was not reviewed in time."""

    due: Instant
    """By when it had to be."""


class MajorIncidentReviewOverdueEvent(_EventHeadWithoutProcess):
    """It was not reviewed in time."""

    body: MajorIncidentReviewOverdueBody
    kind: Literal["major_incident.review_overdue"]
    process: Literal["major_incident"]


Identifier: TypeAlias = str
"""What every identifier is: 1 to 128 bytes that people can see."""


class ServiceRequestSubmittedBody(TypedDict):
    """A request was submitted."""

    beneficiary: PersonId
    """For whom."""
    contact: NotRequired[Commitment | None]
    """How the requester can be reached."""
    customer: NotRequired[CustomerId | None]
    """The customer."""
    inputs: NotRequired[dict[Identifier, Text]]
    """The inputs of the model."""
    model: Code
    """The model."""
    requester: PersonId
    """Who asks."""
    service: NotRequired[ServiceId | None]
    """The service it is about."""


class ServiceRequestSubmittedEvent(_EventHeadWithoutProcess):
    """A request was submitted."""

    body: ServiceRequestSubmittedBody
    kind: Literal["service_request.submitted"]
    process: Literal["service_request"]


class RequestClassification(TypedDict):
    """What a service request is: set by the desk."""

    category: Code
    """The category, for which the group must be competent."""
    impact: int
    """The impact, as the matrix numbers it."""
    urgency: int
    """The urgency, as the matrix numbers it."""


class ServiceRequestValidatedBody(TypedDict):
    """The beneficiary is entitled; it is classified."""

    beneficiary_roles: Roles
    """The roles that the beneficiary holds."""
    classification: RequestClassification
    """What it is."""
    priority: int
    """The priority of the matrix."""


class ServiceRequestValidatedEvent(_EventHeadWithoutProcess):
    """The beneficiary is entitled; it is classified."""

    body: ServiceRequestValidatedBody
    kind: Literal["service_request.validated"]
    process: Literal["service_request"]


Percent: TypeAlias = int
"""A share of the voters: 1 to 100 percent."""


class ThresholdPercent(TypedDict):
    """This share of all voters, rounded up."""

    percent: Percent


class ThresholdCount(TypedDict):
    """This many voters."""

    count: int


Threshold: TypeAlias = ThresholdPercent | ThresholdCount
"""How many approvals a ballot needs: `{"percent": 60}` or `{"count": 2}`. 通过门槛"""


class ApprovalRule(TypedDict):
    """When a ballot is accepted or refused. 审批规则"""

    threshold: Threshold
    """The approvals needed."""
    quorum: NotRequired[int]
    """Persons whose vote must be in before acceptance; abstentions count. 0: no quorum."""
    veto_roles: NotRequired[Roles]
    """A rejection by a voter who holds one of these refuses at once."""
    required_roles: NotRequired[Roles]
    """For each of these, a voter who holds it must have approved before acceptance."""
    valid_for_s: NotRequired[int | None]
    """Seconds for which an acceptance holds; without it, as long as the content is the same."""


class Voter(TypedDict):
    """A person with a vote."""

    person: PersonId
    """Who."""
    roles: Roles
    """The roles in which the person votes."""


Duty: TypeAlias = Literal[
    "author_document_approver",
    "requester_change_approver",
    "implementer_change_approver",
    "implementer_sole_reviewer",
    "builder_tester",
    "builder_deployment_approver",
    "tester_deployment_approver",
    "planner_release_approver",
    "deployer_release_approver",
    "baseline_keeper_deployer",
    "resolver_closure_confirmer",
    "analyst_problem_closer",
    "analyst_cause_confirmer",
    "analyst_problem_acceptor",
    "analyst_problem_suspender",
    "analyst_problem_reviewer",
    "ci_updater_auditor",
    "auditor_own_unit",
    "action_owner_verifier",
    "budget_preparer_approver",
    "cost_allocator_approver",
    "complaint_handler_subject",
    "survey_analyst_rated_team",
    "supplier_evaluator_contract_approver",
    "risk_assessor_acceptor",
    "request_approver_beneficiary",
    "request_approver_requester",
    "privileged_fulfiller_approver",
    "major_incident_manager_sole_resolver",
    "review_facilitator_resolver",
    "incident_manager_assignee",
    "incident_manager_major_incident_manager",
    "owner_change_approver",
    "model_approver_requester",
    "model_proposer_approver",
    "implementer_emergency_reviewer",
]
"""The pairs of duties that one person may not hold for the same subject (spec 3.0.7 and the guards of 3.30)."""


class Excluded(TypedDict):
    """A person who may not approve this subject, and the row of the separation of duties that says so."""

    person: PersonId
    """Who: the requester, the implementer, the author, the beneficiary."""
    row: Duty
    """Why."""


_DelegationFields = TypedDict("_DelegationFields", {"from": PersonId})


class Delegation(_DelegationFields):
    """A voter lets another person vote for him. The last one recorded holds; the voter may still vote himself."""

    to: PersonId
    """His delegate."""
    at: Instant
    """When it was recorded; it covers votes given from then on."""


VoteDecision: TypeAlias = Literal["approve", "reject", "return", "abstain"]
"""What a voter says."""


class Vote(TypedDict):
    """One vote."""

    by: PersonId
    """The voter whose vote it is."""
    cast_by: PersonId
    """Who cast it: the voter, or his delegate."""
    decision: VoteDecision
    """What the voter says."""
    comment: NotRequired[str]
    """In words."""
    at: Instant
    """When it was given; an earlier instant than the recording for a vote given by word of mouth."""


class WaiverUse(TypedDict):
    """One use of a waiver."""

    excluded: Excluded
    """Who was let through, against which row."""
    waiver: RecordId
    """By which waiver."""


class BallotOutcomeWaiting(TypedDict):
    """Open."""

    kind: Literal["waiting"]


class BallotOutcomeAccepted(TypedDict):
    """Accepted; `at` is when the latest of the votes was given."""

    kind: Literal["accepted"]
    at: Instant
    """When."""


class BallotOutcomeRefused(TypedDict):
    """Refused: vetoed, or acceptance is out of reach."""

    kind: Literal["refused"]
    at: Instant
    """When."""


class BallotOutcomeReturned(TypedDict):
    """Returned for rework."""

    kind: Literal["returned"]
    at: Instant
    """When."""


BallotOutcome: TypeAlias = (
    BallotOutcomeWaiting
    | BallotOutcomeAccepted
    | BallotOutcomeRefused
    | BallotOutcomeReturned
)
"""Where a ballot stands. Anything but waiting is final."""


class Ballot(TypedDict):
    """A vote of several persons on one content. 审批表决"""

    subject: Digest
    rule: ApprovalRule
    voters: list[Voter]
    """Sorted by person, each once."""
    excluded: NotRequired[list[Excluded]]
    delegations: NotRequired[list[Delegation]]
    votes: NotRequired[list[Vote]]
    waived: NotRequired[list[WaiverUse]]
    opened_at: Instant
    outcome: BallotOutcome
    valid_until: NotRequired[Instant | None]


class ServiceRequestApprovalRequestedBody(TypedDict):
    """Its approvers are asked."""

    ballot: Ballot
    """The ballot, open."""


class ServiceRequestApprovalRequestedEvent(_EventHeadWithoutProcess):
    """Its approvers are asked."""

    body: ServiceRequestApprovalRequestedBody
    kind: Literal["service_request.approval_requested"]
    process: Literal["service_request"]


class Cast(TypedDict):
    """A vote that counts: the event that `Ballot::decide_vote` yields and `Ballot::apply` folds in."""

    vote: Vote
    """The vote."""
    outcome: BallotOutcome
    """Where the ballot stands with it."""
    valid_until: NotRequired[Instant | None]
    """The last instant at which the acceptance holds, where accepted and limited."""
    waived: NotRequired[list[WaiverUse]]
    """The waivers without which the vote would have been refused; every use is counted (spec 3.0.7)."""


class ServiceRequestVotedBody(TypedDict):
    """An approver voted."""

    cast: Cast
    """The vote and where the ballot stands with it."""


class ServiceRequestVotedEvent(_EventHeadWithoutProcess):
    """An approver voted."""

    body: ServiceRequestVotedBody
    kind: Literal["service_request.voted"]
    process: Literal["service_request"]


class ServiceRequestDelegatedBody(TypedDict):
    """An approver lets another person vote."""

    delegation: Delegation
    """Who for whom."""


class ServiceRequestDelegatedEvent(_EventHeadWithoutProcess):
    """An approver lets another person vote."""

    body: ServiceRequestDelegatedBody
    kind: Literal["service_request.delegated"]
    process: Literal["service_request"]


class ServiceRequestApprovedBody(TypedDict):
    """It may be fulfilled."""


class ServiceRequestApprovedEvent(_EventHeadWithoutProcess):
    """It may be fulfilled."""

    body: ServiceRequestApprovedBody
    kind: Literal["service_request.approved"]
    process: Literal["service_request"]


class ServiceRequestReturnedBody(TypedDict):
    """An approver returned it for rework."""

    reason: Text
    """Why."""


class ServiceRequestReturnedEvent(_EventHeadWithoutProcess):
    """An approver returned it for rework."""

    body: ServiceRequestReturnedBody
    kind: Literal["service_request.returned"]
    process: Literal["service_request"]


class ServiceRequestEditedBody(TypedDict):
    """Its inputs changed; a ballot on the former ones is void."""

    inputs: dict[Identifier, Text]
    """All inputs."""


class ServiceRequestEditedEvent(_EventHeadWithoutProcess):
    """Its inputs changed; a ballot on the former ones is void."""

    body: ServiceRequestEditedBody
    kind: Literal["service_request.edited"]
    process: Literal["service_request"]


class Instructions(TypedDict):
    """A version of a document with instructions."""

    document: Code
    """The document."""
    version: int
    """Its effective version."""


class ServiceRequestFulfilmentBegunBody(TypedDict):
    """A group took it."""

    assignment: Assignment
    """Who has it."""
    instructions: Instructions
    """The instructions."""
    tasks: NotRequired[list[Code]]
    """What has to be done."""


class ServiceRequestFulfilmentBegunEvent(_EventHeadWithoutProcess):
    """A group took it."""

    body: ServiceRequestFulfilmentBegunBody
    kind: Literal["service_request.fulfilment_begun"]
    process: Literal["service_request"]


class ServiceRequestWorkedBody(TypedDict):
    """An action was recorded."""

    note: Text
    """What was done."""


class ServiceRequestWorkedEvent(_EventHeadWithoutProcess):
    """An action was recorded."""

    body: ServiceRequestWorkedBody
    kind: Literal["service_request.worked"]
    process: Literal["service_request"]


class ServiceRequestTaskFinishedBody(TypedDict):
    """A task was done."""

    task: Code
    """Which."""


class ServiceRequestTaskFinishedEvent(_EventHeadWithoutProcess):
    """A task was done."""

    body: ServiceRequestTaskFinishedBody
    kind: Literal["service_request.task_finished"]
    process: Literal["service_request"]


class ServiceRequestWaitedBody(TypedDict):
    """It waits."""

    note: Text
    """The note."""
    reason: PendingReason
    """For what."""
    resumes_at: NotRequired[Instant | None]
    """When a timer ends the wait, if one does."""
    until: Instant
    """The expected end."""


class ServiceRequestWaitedEvent(_EventHeadWithoutProcess):
    """It waits."""

    body: ServiceRequestWaitedBody
    kind: Literal["service_request.waited"]
    process: Literal["service_request"]


class ServiceRequestResumedBody(TypedDict):
    """The wait is over."""

    reason: Text
    """Why."""


class ServiceRequestResumedEvent(_EventHeadWithoutProcess):
    """The wait is over."""

    body: ServiceRequestResumedBody
    kind: Literal["service_request.resumed"]
    process: Literal["service_request"]


class Fulfilment(TypedDict):
    """What was done for a service request."""

    access: NotRequired[list[AccessGrant]]
    """The access that was granted."""
    cis: NotRequired[list[CiId]]
    """The configuration items that were altered."""
    evidence: list[Attachment]
    """What proves it."""


class ServiceRequestFulfilledBody(TypedDict):
    """It is done."""

    closes_at: NotRequired[Instant | None]
    """When it closes by itself, if it may."""
    fulfilment: Fulfilment
    """What was done."""
    notices: int
    """How many delivered notices it takes to close by itself."""
    reminders: NotRequired[list[Instant]]
    """When the requester is told again until then."""


class ServiceRequestFulfilledEvent(_EventHeadWithoutProcess):
    """It is done."""

    body: ServiceRequestFulfilledBody
    kind: Literal["service_request.fulfilled"]
    process: Literal["service_request"]


class RequestClosure(TypedDict):
    """How a service request was closed."""

    at: Instant
    """When."""
    automatic: bool
    """Whether a timer closed it, because nobody answered."""
    confirmed_by: PersonId
    """Who confirmed."""


class ServiceRequestClosedBody(TypedDict):
    """It is closed."""

    closure: RequestClosure
    """How."""


class ServiceRequestClosedEvent(_EventHeadWithoutProcess):
    """It is closed."""

    body: ServiceRequestClosedBody
    kind: Literal["service_request.closed"]
    process: Literal["service_request"]


class ServiceRequestRejectedBody(TypedDict):
    """It was refused."""

    reason: Text
    """Why."""


class ServiceRequestRejectedEvent(_EventHeadWithoutProcess):
    """It was refused."""

    body: ServiceRequestRejectedBody
    kind: Literal["service_request.rejected"]
    process: Literal["service_request"]


class ServiceRequestCancelledBody(TypedDict):
    """It was taken back."""

    reason: Text
    """Why."""


class ServiceRequestCancelledEvent(_EventHeadWithoutProcess):
    """It was taken back."""

    body: ServiceRequestCancelledBody
    kind: Literal["service_request.cancelled"]
    process: Literal["service_request"]


class ConvertedToIncident(TypedDict):
    """It was a failure."""

    incident: RecordId


class ConvertedToChange(TypedDict):
    """It alters configuration items outside a standard change."""

    change: RecordId


ConvertedTo: TypeAlias = ConvertedToIncident | ConvertedToChange
"""As what a service request goes on."""


class ServiceRequestConvertedBody(TypedDict):
    """It goes on as something else."""

    reason: Text
    """Why."""
    to: ConvertedTo
    """As what."""


class ServiceRequestConvertedEvent(_EventHeadWithoutProcess):
    """It goes on as something else."""

    body: ServiceRequestConvertedBody
    kind: Literal["service_request.converted"]
    process: Literal["service_request"]


class ServiceRequestInformedBody(TypedDict):
    """The requester is told how it stands."""


class ServiceRequestInformedEvent(_EventHeadWithoutProcess):
    """The requester is told how it stands."""

    body: ServiceRequestInformedBody
    kind: Literal["service_request.informed"]
    process: Literal["service_request"]


class ServiceRequestLinkedBody(TypedDict):
    """Another record was linked."""

    link: Link
    """The link."""


class ServiceRequestLinkedEvent(_EventHeadWithoutProcess):
    """Another record was linked."""

    body: ServiceRequestLinkedBody
    kind: Literal["service_request.linked"]
    process: Literal["service_request"]


class ServiceRequestRecalculatedBody(TypedDict):
    """The clocks were measured again."""

    reason: Code
    """Why."""


class ServiceRequestRecalculatedEvent(_EventHeadWithoutProcess):
    """The clocks were measured again."""

    body: ServiceRequestRecalculatedBody
    kind: Literal["service_request.recalculated"]
    process: Literal["service_request"]


class GateAtLeast(TypedDict):
    """So many members; at least 1."""

    at_least: int


class GatePercent(TypedDict):
    """So many percent of the members, 1 to 100; the count is rounded up."""

    percent: int


class WeightedGate(TypedDict):
    """How much weight a group may lose."""

    down_above_percent: int
    """Down when the members that are down hold more than this share of the weight, in percent, 0 to 99."""
    degraded_above_percent: NotRequired[int | None]
    """Degraded when the members that are degraded or down hold more than this share, in percent. Without it, the
    share above.
    """


class GateWeighted(TypedDict):
    """Members count by the weight of their relation."""

    weighted: WeightedGate


Gate: TypeAlias = Literal["all", "any"] | GateAtLeast | GatePercent | GateWeighted
"""What an item needs of a group of providers. 冗余门

A gate takes the k-th best state among its members: `all` the worst, `any` the best. A member is a provider,
however many relations of the group lead from it; one whose relations are all informational is none.
"""


RelationId: TypeAlias = str
"""A relation between two configuration items."""


Strength: TypeAlias = Literal["hard", "degrading", "informational"]
"""How hard the failure of a provider hits its consumer."""


_RelationFields = TypedDict("_RelationFields", {"from": CiId})


class Relation(_RelationFields):
    """A relation between two items. 配置项关系"""

    id: NotRequired[RelationId | None]
    """Its id; a relation without one is known by its ends, kind and group, and those only once."""
    to: CiId
    """The item it is read to."""
    kind: Code
    """One of the kinds of the document."""
    group: NotRequired[Code | None]
    """The group of providers it belongs to, at whichever end suffers."""
    weight: NotRequired[int | None]
    """Its weight in a weighted gate, 1 to `limits::RELATION_WEIGHT`; 1 unless stated."""
    strength: NotRequired[Strength | None]
    """How hard it hits, where that differs from its kind."""
    confidence_ppm: NotRequired[int | None]
    """How sure it is that the relation exists, in parts per million."""
    verified_at: NotRequired[Instant | None]
    """When somebody or something last saw it."""


class Configuration(TypedDict):
    """What a configuration item is: the content that is controlled, baselined and compared."""

    attributes: NotRequired[dict[Identifier, Text]]
    """What is recorded of it, by its type."""
    gates: NotRequired[dict[Identifier, Gate]]
    """How many of a group of providers it needs."""
    location: NotRequired[Code | None]
    """Where it is."""
    name: Text
    """What people call it."""
    relations: NotRequired[list[Relation]]
    """Its relations to other items, seen from it."""
    supplier: NotRequired[Code | None]
    """The supplier of it."""
    type: Code
    """Its type."""
    version: NotRequired[Text | None]
    """Its version: of a program, of a firmware."""


CiPhase: TypeAlias = Literal[
    "planned",
    "under_construction",
    "in_stock",
    "in_test",
    "live",
    "in_maintenance",
    "withdrawn",
    "disposed",
]
"""The phases of a configuration item (spec 3.23)."""


class ConfigurationItemRegisteredBody(TypedDict):
    """An item was registered."""

    configuration: Configuration
    """What it is."""
    owner: PersonId
    """Who answers for it."""
    phase: CiPhase
    """In which state it is."""
    imported: NotRequired[bool]
    """Whether it was taken over as it was found."""


class ConfigurationItemRegisteredEvent(_EventHeadWithoutProcess):
    """An item was registered."""

    body: ConfigurationItemRegisteredBody
    kind: Literal["configuration_item.registered"]
    process: Literal["configuration_item"]


class CauseChange(TypedDict):
    """A change that has begun and is not closed."""

    change: RecordId


class CauseRequest(TypedDict):
    """A service request under a model that may alter items."""

    request: RecordId


class CauseAuditCorrection(TypedDict):
    """A deficiency that a configuration audit found, and whose correction was approved."""

    audit_correction: RecordId


Cause: TypeAlias = CauseChange | CauseRequest | CauseAuditCorrection
"""Why a controlled item may be altered (spec 3.23)."""


class ConfigurationItemMovedBody(TypedDict):
    """It moved to another state."""

    cause: NotRequired[Cause | None]
    """Why it might."""
    location: NotRequired[Code | None]
    """Where it is kept, when it went into stock."""
    reason: NotRequired[Text]
    """In words."""
    to: CiPhase
    """Where it stands now."""


class ConfigurationItemMovedEvent(_EventHeadWithoutProcess):
    """It moved to another state."""

    body: ConfigurationItemMovedBody
    kind: Literal["configuration_item.moved"]
    process: Literal["configuration_item"]


class ConfigurationItemDisposedBody(TypedDict):
    """It is gone."""

    evidence: Attachment
    """What proves it."""


class ConfigurationItemDisposedEvent(_EventHeadWithoutProcess):
    """It is gone."""

    body: ConfigurationItemDisposedBody
    kind: Literal["configuration_item.disposed"]
    process: Literal["configuration_item"]


class Update(TypedDict):
    """Records what it has become; what is absent stays."""

    attributes: NotRequired[dict[Identifier, Text]]
    """Attributes; an empty text takes one away."""
    cause: NotRequired[Cause | None]
    """Why it may change; needed where the item is in use and its type under control."""
    gates: NotRequired[dict[Identifier, Gate | None]]
    """Gates; `null` takes one away."""
    location: NotRequired[Code | None]
    """Where it is."""
    name: NotRequired[Text | None]
    """What people call it."""
    owner: NotRequired[PersonId | None]
    """Who answers for it."""
    supplier: NotRequired[Code | None]
    """The supplier of it."""
    version: NotRequired[Text | None]
    """Its version."""


class ConfigurationItemAlteredBody(TypedDict):
    """It has become something else."""

    update: Update
    """What is new of it."""


class ConfigurationItemAlteredEvent(_EventHeadWithoutProcess):
    """It has become something else."""

    body: ConfigurationItemAlteredBody
    kind: Literal["configuration_item.altered"]
    process: Literal["configuration_item"]


class ConfigurationItemRelatedBody(TypedDict):
    """It has a relation more, or another one of that key."""

    cause: NotRequired[Cause | None]
    """Why it might change."""
    relation: Relation
    """The relation."""


class ConfigurationItemRelatedEvent(_EventHeadWithoutProcess):
    """It has a relation more, or another one of that key."""

    body: ConfigurationItemRelatedBody
    kind: Literal["configuration_item.related"]
    process: Literal["configuration_item"]


class RelationKeyId(TypedDict):
    """Its own id."""

    id: RelationId


_RelationKeyEndsEndsFields = TypedDict("_RelationKeyEndsEndsFields", {"from": CiId})


class RelationKeyEndsEnds(_RelationKeyEndsEndsFields):
    to: CiId
    """The item it is read to."""
    kind: Code
    """Its kind."""
    group: NotRequired[Code | None]
    """Its group, if it belongs to one."""


class RelationKeyEnds(TypedDict):
    """Its ends, kind and group."""

    ends: RelationKeyEndsEnds


RelationKey: TypeAlias = RelationKeyId | RelationKeyEnds
"""What a relation is known by."""


class ConfigurationItemUnrelatedBody(TypedDict):
    """It has a relation less."""

    cause: NotRequired[Cause | None]
    """Why it might change."""
    relation: RelationKey
    """Which."""


class ConfigurationItemUnrelatedEvent(_EventHeadWithoutProcess):
    """It has a relation less."""

    body: ConfigurationItemUnrelatedBody
    kind: Literal["configuration_item.unrelated"]
    process: Literal["configuration_item"]


Purpose: TypeAlias = Literal["before_change", "before_release", "reference"]
"""What a baseline is captured for."""


class CapturedItem(TypedDict):
    """One item as it was captured."""

    content: Digest
    """The hash of its configuration."""
    item: RecordId
    """Which."""
    version: int
    """The version of its record; the journal tells what it said."""


class BaselineCapturedBody(TypedDict):
    """Items were captured."""

    purpose: Purpose
    """What for."""
    subject: NotRequired[RecordId | None]
    """The change or release it is for."""
    items: list[CapturedItem]
    """What was captured, sorted by item."""
    hash: Digest
    """The hash over it."""


class BaselineCapturedEvent(_EventHeadWithoutProcess):
    """Items were captured."""

    body: BaselineCapturedBody
    kind: Literal["baseline.captured"]
    process: Literal["baseline"]


class BaselineFrozenBody(TypedDict):
    """It was frozen."""


class BaselineFrozenEvent(_EventHeadWithoutProcess):
    """It was frozen."""

    body: BaselineFrozenBody
    kind: Literal["baseline.frozen"]
    process: Literal["baseline"]


class BaselineSupersededBody(TypedDict):
    """Another baseline took its place."""

    by: RecordId
    """Which."""


class BaselineSupersededEvent(_EventHeadWithoutProcess):
    """Another baseline took its place."""

    body: BaselineSupersededBody
    kind: Literal["baseline.superseded"]
    process: Literal["baseline"]


class DefinitiveItemRegisteredBody(TypedDict):
    """Puts a master into the library."""

    checksum: Digest
    """The SHA-256 of the master."""
    item: RecordId
    """The configuration item that it is the master of."""
    licence: Text
    """Under which licence it is used."""
    location: Text
    """Where it is kept."""
    version: Text
    """The version of the item that it is."""


class DefinitiveItemRegisteredEvent(_EventHeadWithoutProcess):
    """Puts a master into the library."""

    body: DefinitiveItemRegisteredBody
    kind: Literal["definitive_item.registered"]
    process: Literal["definitive_item"]


class DefinitiveItemVerifiedBody(TypedDict):
    """It was compared with its checksum."""

    checksum: Digest
    """The checksum as it was found."""
    intact: bool
    """Whether it is what was put there."""


class DefinitiveItemVerifiedEvent(_EventHeadWithoutProcess):
    """It was compared with its checksum."""

    body: DefinitiveItemVerifiedBody
    kind: Literal["definitive_item.verified"]
    process: Literal["definitive_item"]


class DefinitiveItemSupersededBody(TypedDict):
    """Another one took its place."""

    by: RecordId
    """Which."""


class DefinitiveItemSupersededEvent(_EventHeadWithoutProcess):
    """Another one took its place."""

    body: DefinitiveItemSupersededBody
    kind: Literal["definitive_item.superseded"]
    process: Literal["definitive_item"]


class DefinitiveItemWithdrawnBody(TypedDict):
    """It was withdrawn."""

    reason: Text
    """Why."""


class DefinitiveItemWithdrawnEvent(_EventHeadWithoutProcess):
    """It was withdrawn."""

    body: DefinitiveItemWithdrawnBody
    kind: Literal["definitive_item.withdrawn"]
    process: Literal["definitive_item"]


Method: TypeAlias = Literal["physical", "discovery", "both"]
"""How items are verified."""


class ConfigurationAuditPlannedBody(TypedDict):
    """It was planned."""

    auditor: PersonId
    """Who audits."""
    method: Method
    """How items are verified."""
    scope: list[RecordId]
    """The items in scope."""


class ConfigurationAuditPlannedEvent(_EventHeadWithoutProcess):
    """It was planned."""

    body: ConfigurationAuditPlannedBody
    kind: Literal["configuration_audit.planned"]
    process: Literal["configuration_audit"]


class ConfigurationAuditAssignedBody(TypedDict):
    """It has another auditor."""

    auditor: PersonId
    """Who."""


class ConfigurationAuditAssignedEvent(_EventHeadWithoutProcess):
    """It has another auditor."""

    body: ConfigurationAuditAssignedBody
    kind: Literal["configuration_audit.assigned"]
    process: Literal["configuration_audit"]


class ConfigurationAuditCancelledBody(TypedDict):
    """It will not be held."""

    reason: Text
    """Why."""


class ConfigurationAuditCancelledEvent(_EventHeadWithoutProcess):
    """It will not be held."""

    body: ConfigurationAuditCancelledBody
    kind: Literal["configuration_audit.cancelled"]
    process: Literal["configuration_audit"]


class ConfigurationAuditBegunBody(TypedDict):
    """It began."""


class ConfigurationAuditBegunEvent(_EventHeadWithoutProcess):
    """It began."""

    body: ConfigurationAuditBegunBody
    kind: Literal["configuration_audit.begun"]
    process: Literal["configuration_audit"]


DeficiencyKind: TypeAlias = Literal["missing", "unexpected", "differs"]
"""What is wrong with an item."""


class Found(TypedDict):
    """One thing that is wrong with an item."""

    attribute: NotRequired[Code | None]
    """The attribute, where one differs."""
    found: NotRequired[Text]
    """What was found."""
    kind: DeficiencyKind
    """What is wrong."""
    registered: NotRequired[Text]
    """What is registered."""


class Finding(TypedDict):
    """What was found of one item."""

    attributes_verified: int
    """How many of its attributes were verified."""
    deficiencies: NotRequired[list[Found]]
    """What is wrong with it; empty: nothing."""
    item: RecordId
    """Which."""


class ConfigurationAuditRecordedBody(TypedDict):
    """Items were verified."""

    findings: list[Finding]
    """What was found."""


class ConfigurationAuditRecordedEvent(_EventHeadWithoutProcess):
    """Items were verified."""

    body: ConfigurationAuditRecordedBody
    kind: Literal["configuration_audit.recorded"]
    process: Literal["configuration_audit"]


class ConfigurationAuditConcludedBody(TypedDict):
    """The verification ended."""

    deficient: bool
    """Whether anything is wrong."""
    due: Instant
    """By when deficiencies have to be closed."""


class ConfigurationAuditConcludedEvent(_EventHeadWithoutProcess):
    """The verification ended."""

    body: ConfigurationAuditConcludedBody
    kind: Literal["configuration_audit.concluded"]
    process: Literal["configuration_audit"]


class ConfigurationAuditReportedBody(TypedDict):
    """It was reported."""

    report: Digest
    """The hash of the report."""


class ConfigurationAuditReportedEvent(_EventHeadWithoutProcess):
    """It was reported."""

    body: ConfigurationAuditReportedBody
    kind: Literal["configuration_audit.reported"]
    process: Literal["configuration_audit"]


class CorrectionChange(TypedDict):
    """A change of its own."""

    change: RecordId


class CorrectionRegister(TypedDict):
    """The register is corrected; approved by this person."""

    register: PersonId


Correction: TypeAlias = CorrectionChange | CorrectionRegister
"""What is done about a deficiency."""


class ConfigurationAuditCorrectedBody(TypedDict):
    """It is decided what is done about a deficiency."""

    correction: Correction
    """What."""
    deficiency: int
    """Its number, from 1."""


class ConfigurationAuditCorrectedEvent(_EventHeadWithoutProcess):
    """It is decided what is done about a deficiency."""

    body: ConfigurationAuditCorrectedBody
    kind: Literal["configuration_audit.corrected"]
    process: Literal["configuration_audit"]


class ConfigurationAuditDeficiencyClosedBody(TypedDict):
    """A deficiency is gone."""

    deficiency: int
    """Its number, from 1."""


class ConfigurationAuditDeficiencyClosedEvent(_EventHeadWithoutProcess):
    """A deficiency is gone."""

    body: ConfigurationAuditDeficiencyClosedBody
    kind: Literal["configuration_audit.deficiency_closed"]
    process: Literal["configuration_audit"]


class ConfigurationAuditDeficienciesOverdueBody(TypedDict):
    """Deficiencies were not closed in time."""

    due: Instant
    """By when they had to be."""


class ConfigurationAuditDeficienciesOverdueEvent(_EventHeadWithoutProcess):
    """Deficiencies were not closed in time."""

    body: ConfigurationAuditDeficienciesOverdueBody
    kind: Literal["configuration_audit.deficiencies_overdue"]
    process: Literal["configuration_audit"]


class ConfigurationAuditClosedBody(TypedDict):
    """It was closed."""


class ConfigurationAuditClosedEvent(_EventHeadWithoutProcess):
    """It was closed."""

    body: ConfigurationAuditClosedBody
    kind: Literal["configuration_audit.closed"]
    process: Literal["configuration_audit"]


class ReleasePlan(TypedDict):
    """What the parties agree to: the content that an agreement is bound to."""

    back_out: Text
    """How it is taken back."""
    builders: list[PersonId]
    """Who builds."""
    changes: list[RecordId]
    """The changes it contains."""
    communication: Text
    """Who is told what."""
    criteria: list[Code]
    """What has to be met, by name."""
    deliverables: list[Text]
    """What is delivered."""
    deployers: list[PersonId]
    """Who deploys."""
    items: list[RecordId]
    """The configuration items that it alters."""
    rollout: Text
    """How it reaches its targets."""
    targets: list[Code]
    """Where it goes."""
    testers: list[PersonId]
    """Who tests."""
    training: Text
    """Who is trained in what."""
    window_from: Instant
    """The window of its deployment begins."""
    window_until: Instant
    """The window ends."""


ReleaseType: TypeAlias = Literal["major", "minor", "emergency"]
"""The types of releases."""


class ReleasePlannedBody(TypedDict):
    """It was planned."""

    plan: ReleasePlan
    """What, when and how."""
    services: NotRequired[list[ServiceId]]
    """The services it is for."""
    title: Text
    """What people call it."""
    type: ReleaseType
    """Its type."""


class ReleasePlannedEvent(_EventHeadWithoutProcess):
    """It was planned."""

    body: ReleasePlannedBody
    kind: Literal["release.planned"]
    process: Literal["release"]


class ReleasePlanSubmittedBody(TypedDict):
    """The parties were asked to agree."""

    ballot: Ballot
    """Their ballot."""


class ReleasePlanSubmittedEvent(_EventHeadWithoutProcess):
    """The parties were asked to agree."""

    body: ReleasePlanSubmittedBody
    kind: Literal["release.plan_submitted"]
    process: Literal["release"]


class ReleaseVotedBody(TypedDict):
    """A party voted."""

    cast: Cast
    """What, and where the ballot stands."""


class ReleaseVotedEvent(_EventHeadWithoutProcess):
    """A party voted."""

    body: ReleaseVotedBody
    kind: Literal["release.voted"]
    process: Literal["release"]


class ReleaseDelegatedBody(TypedDict):
    """Another person may vote for a party."""

    delegation: Delegation
    """Who for whom."""


class ReleaseDelegatedEvent(_EventHeadWithoutProcess):
    """Another person may vote for a party."""

    body: ReleaseDelegatedBody
    kind: Literal["release.delegated"]
    process: Literal["release"]


class ReleasePlanApprovedBody(TypedDict):
    """The parties agree."""


class ReleasePlanApprovedEvent(_EventHeadWithoutProcess):
    """The parties agree."""

    body: ReleasePlanApprovedBody
    kind: Literal["release.plan_approved"]
    process: Literal["release"]


class ReleaseEditedBody(TypedDict):
    """The plan changed."""

    plan: ReleasePlan
    """The whole plan."""


class ReleaseEditedEvent(_EventHeadWithoutProcess):
    """The plan changed."""

    body: ReleaseEditedBody
    kind: Literal["release.edited"]
    process: Literal["release"]


class Built(TypedDict):
    """One thing that a release brings: an item in a version, built from its master, for a change."""

    change: RecordId
    """The change that it is for."""
    checksum: Digest
    """The SHA-256 of what is deployed."""
    item: RecordId
    """The configuration item."""
    master: RecordId
    """The definitive item that it is built from."""
    version: Text
    """The version that the item has afterwards."""


class ReleaseBuiltBody(TypedDict):
    """It was built."""

    built: list[Built]
    """What it brings."""


class ReleaseBuiltEvent(_EventHeadWithoutProcess):
    """It was built."""

    body: ReleaseBuiltBody
    kind: Literal["release.built"]
    process: Literal["release"]


class TestRecord(TypedDict):
    """A test."""

    cases: int
    """How many cases were run."""
    environment: Code
    """Where."""
    failed: int
    """How many failed."""
    result: Text
    """What it says, in words."""


class ReleaseTestedBody(TypedDict):
    """It was tested."""

    reduced_because: NotRequired[Text | None]
    """Why the test was reduced."""
    tests: list[TestRecord]
    """The tests."""


class ReleaseTestedEvent(_EventHeadWithoutProcess):
    """It was tested."""

    body: ReleaseTestedBody
    kind: Literal["release.tested"]
    process: Literal["release"]


class ReleaseAcceptedBody(TypedDict):
    """It was accepted."""

    by: list[PersonId]
    """By whom."""
    exceptions: NotRequired[Exceptions | None]
    """What is not met."""
    late: bool
    """Whether after its deployment."""


class ReleaseAcceptedEvent(_EventHeadWithoutProcess):
    """It was accepted."""

    body: ReleaseAcceptedBody
    kind: Literal["release.accepted"]
    process: Literal["release"]


class Proposal(TypedDict):
    """One party has proposed to accept with exceptions."""

    exceptions: Exceptions
    """What."""
    by: PersonId
    """By whom."""
    for_customer: bool
    """Whether for the customer; else for the service owner."""


class ReleaseExceptionsProposedBody(TypedDict):
    """One party would accept it as it is."""

    proposal: Proposal
    """What."""


class ReleaseExceptionsProposedEvent(_EventHeadWithoutProcess):
    """One party would accept it as it is."""

    body: ReleaseExceptionsProposedBody
    kind: Literal["release.exceptions_proposed"]
    process: Literal["release"]


class ReleaseReturnedBody(TypedDict):
    """It was returned to its builders."""

    defects: Text
    """What is wrong."""


class ReleaseReturnedEvent(_EventHeadWithoutProcess):
    """It was returned to its builders."""

    body: ReleaseReturnedBody
    kind: Literal["release.returned"]
    process: Literal["release"]


class ReleaseBaselinedBody(TypedDict):
    """The affected items are captured."""

    baseline: RecordId
    """The baseline."""


class ReleaseBaselinedEvent(_EventHeadWithoutProcess):
    """The affected items are captured."""

    body: ReleaseBaselinedBody
    kind: Literal["release.baselined"]
    process: Literal["release"]


class ReleaseDeploymentBegunBody(TypedDict):
    """Its deployment began."""


class ReleaseDeploymentBegunEvent(_EventHeadWithoutProcess):
    """Its deployment began."""

    body: ReleaseDeploymentBegunBody
    kind: Literal["release.deployment_begun"]
    process: Literal["release"]


class IntegrityCheck(TypedDict):
    """What was found on one target after the deployment."""

    checksums: dict[Identifier, Digest]
    """The checksums found, by item."""
    target: Code
    """Which target."""


class ReleaseDeployedBody(TypedDict):
    """It is on every target."""

    acceptance_due: NotRequired[Instant | None]
    """By when an emergency release has to be accepted."""
    integrity: list[IntegrityCheck]
    """What was found there."""


class ReleaseDeployedEvent(_EventHeadWithoutProcess):
    """It is on every target."""

    body: ReleaseDeployedBody
    kind: Literal["release.deployed"]
    process: Literal["release"]


class ReleaseRolledBackBody(TypedDict):
    """The targets are as they were."""

    reason: Text
    """Why."""


class ReleaseRolledBackEvent(_EventHeadWithoutProcess):
    """The targets are as they were."""

    body: ReleaseRolledBackBody
    kind: Literal["release.rolled_back"]
    process: Literal["release"]


class ReleaseObservationBegunBody(TypedDict):
    """Its effects are watched."""

    until: Instant
    """Until when."""


class ReleaseObservationBegunEvent(_EventHeadWithoutProcess):
    """Its effects are watched."""

    body: ReleaseObservationBegunBody
    kind: Literal["release.observation_begun"]
    process: Literal["release"]


class ReleaseObservationEndedBody(TypedDict):
    """The observation is over."""


class ReleaseObservationEndedEvent(_EventHeadWithoutProcess):
    """The observation is over."""

    body: ReleaseObservationEndedBody
    kind: Literal["release.observation_ended"]
    process: Literal["release"]


class ReleaseAcceptanceOverdueBody(TypedDict):
    """An emergency release was not accepted in time."""

    due: Instant
    """By when it had to be."""


class ReleaseAcceptanceOverdueEvent(_EventHeadWithoutProcess):
    """An emergency release was not accepted in time."""

    body: ReleaseAcceptanceOverdueBody
    kind: Literal["release.acceptance_overdue"]
    process: Literal["release"]


class ReleaseReview(TypedDict):
    """What the observation measured, and what follows from it."""

    conclusions: Text
    """What follows."""
    downtime_s: int
    """How long services were down because of it, in seconds."""
    incidents: list[RecordId]
    """The incidents that it caused."""
    reviewers: list[PersonId]
    """Who reviewed."""
    user_effect: Text
    """What users felt."""


class ReleaseReviewedBody(TypedDict):
    """It was reviewed."""

    review: ReleaseReview
    """What the observation found."""


class ReleaseReviewedEvent(_EventHeadWithoutProcess):
    """It was reviewed."""

    body: ReleaseReviewedBody
    kind: Literal["release.reviewed"]
    process: Literal["release"]


ReleaseOutcome: TypeAlias = Literal["success", "partial", "failed"]
"""How a release ended."""


class ReleaseClosedBody(TypedDict):
    """It was closed."""

    outcome: ReleaseOutcome
    """How it ended."""


class ReleaseClosedEvent(_EventHeadWithoutProcess):
    """It was closed."""

    body: ReleaseClosedBody
    kind: Literal["release.closed"]
    process: Literal["release"]


class ReleaseCancelledBody(TypedDict):
    """It was given up."""

    reason: Text
    """Why."""


class ReleaseCancelledEvent(_EventHeadWithoutProcess):
    """It was given up."""

    body: ReleaseCancelledBody
    kind: Literal["release.cancelled"]
    process: Literal["release"]


ChangeKind: TypeAlias = Literal["modification", "addition", "service_removal", "service_transfer"]
"""What a change does."""


class Rfc(TypedDict):
    """A request for change. A draft may leave texts empty; a submitted one is complete (T-CHG-01)."""

    title: NotRequired[Text]
    """What it is called."""
    reason: NotRequired[Text]
    """Why."""
    benefit: NotRequired[Text]
    """What it is good for."""
    not_doing: NotRequired[Text]
    """What happens if it is not done."""
    kind: NotRequired[ChangeKind]
    """What it does."""
    services: NotRequired[list[ServiceId]]
    """The services concerned."""
    cis: NotRequired[list[CiId]]
    """The configuration items that it alters."""
    no_cis: NotRequired[Text | None]
    """Why it alters none, where it does not."""
    wished_for: NotRequired[Instant | None]
    """By when it is wished for."""


class ChangeDraftedBody(TypedDict):
    """A request for change was begun."""

    raised_from: NotRequired[list[RecordId]]
    """What it comes from."""
    requester: PersonId
    """Who asks."""
    rfc: Rfc
    """What is asked for."""


class ChangeDraftedEvent(_EventHeadWithoutProcess):
    """A request for change was begun."""

    body: ChangeDraftedBody
    kind: Literal["change.drafted"]
    process: Literal["change"]


class ChangeSubmittedBody(TypedDict):
    """It was submitted."""


class ChangeSubmittedEvent(_EventHeadWithoutProcess):
    """It was submitted."""

    body: ChangeSubmittedBody
    kind: Literal["change.submitted"]
    process: Literal["change"]


Assessment: TypeAlias = Literal[
    "business",
    "technical",
    "feasibility",
    "cost",
    "availability",
    "continuity",
    "security",
    "capacity",
    "conflict",
]
"""What a change is assessed for (T-CHG-04)."""


ChangeCategory: TypeAlias = Literal["standard", "minor", "significant", "major", "emergency"]
"""The categories of change: each has its own authority."""


class Lowering(TypedDict):
    """A category lower than the risk score proposes."""

    proposed: ChangeCategory
    """What was proposed."""
    by: PersonId
    """Who lowered it."""
    reason: Text
    """Why."""


class RiskAddition(TypedDict):
    """Points beyond probability × impact."""

    rule: Code
    """By which rule: `untested_back_out`, `critical_service`."""
    points: int
    """How many."""


class RiskEstimate(TypedDict):
    """What a score is made of."""

    probability: int
    """How probable a failure is: 1 to 5."""
    impact: int
    """How much it would do: 1 to 5."""


class RiskScore(TypedDict):
    """A risk score with its explanation. 风险评分"""

    additions: NotRequired[list[RiskAddition]]
    """Points beyond probability × impact, in order of their rules."""
    criteria: NotRequired[list[Code]]
    """Criteria that make it major whatever the total: `service_removal`, `service_transfer`, `major_service`."""
    estimate: RiskEstimate
    """What it is made of."""
    proposes: ChangeCategory
    """The category that it proposes."""
    total: int
    """The total."""


class ChangeAcceptedBody(TypedDict):
    """It was found complete and classified."""

    assessors: dict[Assessment, PersonId]
    """Who assesses what."""
    category: ChangeCategory
    """Its category."""
    lowered: NotRequired[Lowering | None]
    """Why that is lower than proposed, where it is."""
    owner: PersonId
    """Who answers for it."""
    risk: RiskScore
    """The first score."""


class ChangeAcceptedEvent(_EventHeadWithoutProcess):
    """It was found complete and classified."""

    body: ChangeAcceptedBody
    kind: Literal["change.accepted"]
    process: Literal["change"]


class ChangeReclassifiedBody(TypedDict):
    """It was given another category."""

    category: ChangeCategory
    """Which."""
    lowered: NotRequired[Lowering | None]
    """Why it is lower than proposed, where it is."""
    reason: Text
    """Why."""


class ChangeReclassifiedEvent(_EventHeadWithoutProcess):
    """It was given another category."""

    body: ChangeReclassifiedBody
    kind: Literal["change.reclassified"]
    process: Literal["change"]


class ChangeAssignedBody(TypedDict):
    """Owner or assessors were named."""

    assessors: NotRequired[dict[Assessment, PersonId]]
    """Assessors added or replaced."""
    owner: NotRequired[PersonId | None]
    """The owner from now on."""


class ChangeAssignedEvent(_EventHeadWithoutProcess):
    """Owner or assessors were named."""

    body: ChangeAssignedBody
    kind: Literal["change.assigned"]
    process: Literal["change"]


Verdict: TypeAlias = Literal["favourable", "conditional", "unfavourable"]
"""What an assessor thinks of a change."""


class Opinion(TypedDict):
    """What an assessor said."""

    by: PersonId
    """Who."""
    at: Instant
    """When."""
    verdict: Verdict
    """In a word."""
    text: Text
    """In words."""


class ChangeOpinedBody(TypedDict):
    """An assessor said what he thinks."""

    assessment: Assessment
    """Of what."""
    opinion: Opinion
    """What."""


class ChangeOpinedEvent(_EventHeadWithoutProcess):
    """An assessor said what he thinks."""

    body: ChangeOpinedBody
    kind: Literal["change.opined"]
    process: Literal["change"]


class Reach(TypedDict):
    """What the graph of configuration items says that a change reaches."""

    critical: bool
    """Whether a critical service is among it."""
    count: int
    """How many items and services."""
    services: NotRequired[list[ServiceId]]
    """The services."""


class ChangeAssessedBody(TypedDict):
    """It was assessed."""

    category: ChangeCategory
    """Its category from now on."""
    reach: NotRequired[Reach | None]
    """What it reaches."""
    risk: RiskScore
    """The score."""


class ChangeAssessedEvent(_EventHeadWithoutProcess):
    """It was assessed."""

    body: ChangeAssessedBody
    kind: Literal["change.assessed"]
    process: Literal["change"]


_ChangeWindowFields = TypedDict("_ChangeWindowFields", {"from": Instant})


class ChangeWindow(_ChangeWindowFields):
    """The stretch `[from, until)` in which a change is implemented."""

    until: Instant
    """The first instant after it."""


class BackOutPlan(TypedDict):
    """How the state before is restored, or the failure remedied."""

    steps: Text
    """How."""
    tested: bool
    """Whether that was tested."""
    not_tested: NotRequired[Text | None]
    """Why not, where it was not."""


class ChangePlan(TypedDict):
    """How a change is to be done."""

    builder: PersonId
    """Who builds."""
    tester: PersonId
    """Who tests."""
    implementer: PersonId
    """Who implements."""
    window: ChangeWindow
    """When."""
    steps: Text
    """The steps of the implementation."""
    test: Text
    """What is tested, and how."""
    back_out: BackOutPlan
    """How it is undone."""
    communication: Text
    """Who is told, and when."""
    verification: Text
    """How it is seen that it works."""
    short_notice: NotRequired[Text | None]
    """Why the window begins before the lead time of the category is over, where it does."""


class ServicePlan(TypedDict):
    """The plan of new, changed, removed and transferred services that a major change waits for."""

    plan: RecordId
    """Its record, or the number of its document."""
    approved_by: PersonId
    """Who approved it."""
    approved_at: Instant
    """When."""
    document: NotRequired[Attachment | None]
    """Its document, where the host keeps it."""


class ChangeApprovalRequestedBody(TypedDict):
    """Its authority is asked about the content as it is from now on."""

    ballot: Ballot
    """The ballot."""
    category: ChangeCategory
    """Its category from now on."""
    plan: ChangePlan
    """The plan."""
    risk: RiskScore
    """The score under that plan."""
    service_plan: NotRequired[ServicePlan | None]
    """The service plan of a major change."""


class ChangeApprovalRequestedEvent(_EventHeadWithoutProcess):
    """Its authority is asked about the content as it is from now on."""

    body: ChangeApprovalRequestedBody
    kind: Literal["change.approval_requested"]
    process: Literal["change"]


class ChangeVotedBody(TypedDict):
    """An approver voted."""

    cast: Cast
    """The vote and where the ballot stands with it."""


class ChangeVotedEvent(_EventHeadWithoutProcess):
    """An approver voted."""

    body: ChangeVotedBody
    kind: Literal["change.voted"]
    process: Literal["change"]


class ChangeDelegatedBody(TypedDict):
    """An approver lets another person vote."""

    delegation: Delegation
    """Who for whom."""


class ChangeDelegatedEvent(_EventHeadWithoutProcess):
    """An approver lets another person vote."""

    body: ChangeDelegatedBody
    kind: Literal["change.delegated"]
    process: Literal["change"]


class ChangeApprovedBody(TypedDict):
    """It was approved."""


class ChangeApprovedEvent(_EventHeadWithoutProcess):
    """It was approved."""

    body: ChangeApprovedBody
    kind: Literal["change.approved"]
    process: Literal["change"]


class ChangeReturnedBody(TypedDict):
    """It was returned for rework."""

    reason: Text
    """What is to be reworked."""


class ChangeReturnedEvent(_EventHeadWithoutProcess):
    """It was returned for rework."""

    body: ChangeReturnedBody
    kind: Literal["change.returned"]
    process: Literal["change"]


class ChangeDeferredBody(TypedDict):
    """It was put off."""

    reason: Text
    """Why."""
    until: Instant
    """To when."""


class ChangeDeferredEvent(_EventHeadWithoutProcess):
    """It was put off."""

    body: ChangeDeferredBody
    kind: Literal["change.deferred"]
    process: Literal["change"]


class ChangeRejectedBody(TypedDict):
    """It was refused."""

    reason: Text
    """Why."""


class ChangeRejectedEvent(_EventHeadWithoutProcess):
    """It was refused."""

    body: ChangeRejectedBody
    kind: Literal["change.rejected"]
    process: Literal["change"]


class ChangeWithdrawnBody(TypedDict):
    """It was taken back."""

    reason: Text
    """Why."""


class ChangeWithdrawnEvent(_EventHeadWithoutProcess):
    """It was taken back."""

    body: ChangeWithdrawnBody
    kind: Literal["change.withdrawn"]
    process: Literal["change"]


class ChangeEditedBody(TypedDict):
    """Its content changed; approvals of the content before are void."""

    plan: NotRequired[ChangePlan | None]
    """The plan from now on, where it changed."""
    reach: NotRequired[Reach | None]
    """What it reaches from now on, where that was asked again."""
    rfc: NotRequired[Rfc | None]
    """The request from now on, where it changed."""


class ChangeEditedEvent(_EventHeadWithoutProcess):
    """Its content changed; approvals of the content before are void."""

    body: ChangeEditedBody
    kind: Literal["change.edited"]
    process: Literal["change"]


class TestResult(TypedDict):
    """One test and its result."""

    what: Text
    """What was tested."""
    passed: bool
    """Whether it passed."""


class Tested(TypedDict):
    """How a change was built and tested."""

    results: NotRequired[list[TestResult]]
    """What was tested."""
    not_testable: NotRequired[Text | None]
    """Why nothing can be tested, where nothing can."""
    evidence: NotRequired[list[Attachment]]
    """What proves it."""


class ChangeBuiltTestedBody(TypedDict):
    """It was built and tested."""

    tested: Tested
    """How."""


class ChangeBuiltTestedEvent(_EventHeadWithoutProcess):
    """It was built and tested."""

    body: ChangeBuiltTestedBody
    kind: Literal["change.built_tested"]
    process: Literal["change"]


_ConflictWaiverFields = TypedDict("_ConflictWaiverFields", {"with": Text})


class ConflictWaiver(_ConflictWaiverFields):
    """A conflict that somebody entitled has waived for one window of one change."""

    rule: Code
    """The rule."""
    ci: NotRequired[CiId | None]
    """The item over which, if it is over one."""
    window: ChangeWindow
    """The window it was waived for; another one asks again."""
    by: PersonId
    """Who waived it."""
    at: Instant
    """When."""
    reason: Text
    """Why."""


class ChangeConflictWaivedBody(TypedDict):
    """A conflict was waived."""

    waiver: ConflictWaiver
    """Which, by whom, why."""


class ChangeConflictWaivedEvent(_EventHeadWithoutProcess):
    """A conflict was waived."""

    body: ChangeConflictWaivedBody
    kind: Literal["change.conflict_waived"]
    process: Literal["change"]


Firmness: TypeAlias = Literal["hard", "soft"]
"""How firmly a rule stands against a change."""


_ConflictFields = TypedDict("_ConflictFields", {"with": str})


class Conflict(_ConflictFields):
    """Something in the way of a change, as the schedule found it."""

    rule: Code
    """The rule it breaks."""
    ci: NotRequired[CiId | None]
    """The item over which, if it is over one."""
    firmness: Firmness
    """How firmly."""
    waivable_by: NotRequired[Roles]
    """Who may waive it."""


class StandardUse(TypedDict):
    """The use of a standard change model."""

    model: RecordId
    """The model."""
    implementer: PersonId
    """Who implements it."""
    window: ChangeWindow
    """When."""


class ChangeScheduledBody(TypedDict):
    """It has its place in the schedule of change."""

    conflicts: NotRequired[list[Conflict]]
    """The conflicts that are known: waived ones, and as many soft ones as a change keeps."""
    further_conflicts: NotRequired[int]
    """How many soft ones there are besides."""
    standard: NotRequired[StandardUse | None]
    """What a standard change is implemented under."""


class ChangeScheduledEvent(_EventHeadWithoutProcess):
    """It has its place in the schedule of change."""

    body: ChangeScheduledBody
    kind: Literal["change.scheduled"]
    process: Literal["change"]


class EmergencyAuthorisation(TypedDict):
    """An emergency authorisation."""

    by: PersonId
    """Who gave it."""
    given_at: Instant
    """When it was given."""
    recorded_at: Instant
    """When it was recorded; later than given where it was given by word of mouth."""
    criterion: Code
    """The criterion of the policy."""
    major_incident: NotRequired[RecordId | None]
    """The major incident that it restores."""
    risk: Text
    """The risk that is taken."""
    implementer: PersonId
    """Who implements it."""


class ChangeEmergencyAuthorisedBody(TypedDict):
    """An emergency was authorised."""

    assessors: NotRequired[dict[Assessment, PersonId]]
    """Who assesses what afterwards."""
    authorisation: EmergencyAuthorisation
    """By whom, why."""
    owner: PersonId
    """Who answers for it."""


class ChangeEmergencyAuthorisedEvent(_EventHeadWithoutProcess):
    """An emergency was authorised."""

    body: ChangeEmergencyAuthorisedBody
    kind: Literal["change.emergency_authorised"]
    process: Literal["change"]


class ChangeImplementationBegunBody(TypedDict):
    """Its implementation began."""

    back_out_known: NotRequired[Text | None]
    """How it can be undone, where that is not in its plan."""
    baseline: NotRequired[RecordId | None]
    """The baseline taken before."""
    implementer: PersonId
    """Who implements it."""
    started_at: Instant
    """When."""


class ChangeImplementationBegunEvent(_EventHeadWithoutProcess):
    """Its implementation began."""

    body: ChangeImplementationBegunBody
    kind: Literal["change.implementation_begun"]
    process: Literal["change"]


class ChangeImplementedBody(TypedDict):
    """It was implemented."""

    deviations: NotRequired[list[Text]]
    """What went otherwise than planned."""
    documentation_due: NotRequired[Instant | None]
    """By when an emergency is documented."""
    implementers: NotRequired[list[PersonId]]
    """Who else implemented it."""
    items_due: NotRequired[Instant | None]
    """By when its items are updated; an emergency does that with its documentation."""
    review_due: Instant
    """By when it is reviewed."""
    steps: list[Text]
    """The steps done."""
    verification: Text
    """How it was seen that it works."""


class ChangeImplementedEvent(_EventHeadWithoutProcess):
    """It was implemented."""

    body: ChangeImplementedBody
    kind: Literal["change.implemented"]
    process: Literal["change"]


class BackOut(TypedDict):
    """How a change was undone."""

    reason: Text
    """Why."""
    restored: Text
    """How it was seen that the state before is restored."""
    service_hit: bool
    """Whether a service was hit."""
    incident: NotRequired[RecordId | None]
    """The incident that it was, if it is logged already."""


class ChangeBackedOutBody(TypedDict):
    """It was undone."""

    back_out: BackOut
    """Why and how."""
    documentation_due: NotRequired[Instant | None]
    """By when an emergency is documented."""
    implementers: NotRequired[list[PersonId]]
    """Who else implemented it."""
    review_due: Instant
    """By when it is reviewed."""
    steps: NotRequired[list[Text]]
    """The steps done."""


class ChangeBackedOutEvent(_EventHeadWithoutProcess):
    """It was undone."""

    body: ChangeBackedOutBody
    kind: Literal["change.backed_out"]
    process: Literal["change"]


class ChangeReviewBegunBody(TypedDict):
    """Its review began."""

    due: Instant
    """By when it has to be reviewed."""


class ChangeReviewBegunEvent(_EventHeadWithoutProcess):
    """Its review began."""

    body: ChangeReviewBegunBody
    kind: Literal["change.review_begun"]
    process: Literal["change"]


ChangeOutcome: TypeAlias = Literal["successful", "successful_with_issues", "backed_out", "failed_remedied"]
"""How a change turned out (spec 3.24)."""


class Pir(TypedDict):
    """A review after the implementation. 实施后评审"""

    objective_met: bool
    """Whether the objective is met."""
    outcome: ChangeOutcome
    """How it turned out."""
    incidents: NotRequired[list[RecordId]]
    """Incidents it caused."""
    unplanned_downtime_s: NotRequired[int]
    """Seconds of downtime that were not planned."""
    deviations: NotRequired[list[Text]]
    """What went otherwise than planned."""
    lessons: list[Text]
    """What is learnt."""
    reviewers: list[PersonId]
    """Who reviewed it."""


class ReviewOfChange(TypedDict):
    """A review that was held."""

    at: Instant
    """When."""
    pir: Pir
    """What it found."""
    was_emergency: NotRequired[bool | None]
    """Whether an emergency was one, where it was one."""
    finding: NotRequired[RecordId | None]
    """The finding raised because it was none."""


class ChangeReviewedBody(TypedDict):
    """It was reviewed."""

    reviewed: ReviewOfChange
    """When, what was found."""


class ChangeReviewedEvent(_EventHeadWithoutProcess):
    """It was reviewed."""

    body: ChangeReviewedBody
    kind: Literal["change.reviewed"]
    process: Literal["change"]


class ChangeDocumentedBody(TypedDict):
    """The record of an emergency was completed."""

    no_ci_difference: NotRequired[dict[Identifier, Text]]
    """Why items are as they were, item by item."""
    reach: NotRequired[Reach | None]
    """What it reaches."""
    rfc: Rfc
    """The whole request."""
    risk: RiskScore
    """The score."""
    tested: Tested
    """How it was tested."""


class ChangeDocumentedEvent(_EventHeadWithoutProcess):
    """The record of an emergency was completed."""

    body: ChangeDocumentedBody
    kind: Literal["change.documented"]
    process: Literal["change"]


class ChangeEmergencyReviewedBody(TypedDict):
    """The board has reviewed an emergency."""

    reviewed: ReviewOfChange
    """When, what was found."""


class ChangeEmergencyReviewedEvent(_EventHeadWithoutProcess):
    """The board has reviewed an emergency."""

    body: ChangeEmergencyReviewedBody
    kind: Literal["change.emergency_reviewed"]
    process: Literal["change"]


class InvestigationProblem(TypedDict):
    """As this problem."""

    problem: RecordId


class InvestigationProblemCandidate(TypedDict):
    """As this candidate of one."""

    problem_candidate: RecordId


Investigation: TypeAlias = InvestigationProblem | InvestigationProblemCandidate
"""Where the cause of a failure is investigated."""


class ChangeClosure(TypedDict):
    """How a change was closed."""

    at: Instant
    """When."""
    by: PersonId
    """Who closed it."""
    outcome: ChangeOutcome
    """How it turned out."""
    no_ci_difference: NotRequired[dict[Identifier, Text]]
    """Why an item it was about is as it was, item by item."""
    investigation: NotRequired[Investigation | None]
    """Where a failure is investigated."""
    actions: NotRequired[list[RecordId]]
    """The records of the actions that follow from a failure."""


class ChangeClosedBody(TypedDict):
    """It is over."""

    closure: ChangeClosure
    """How."""


class ChangeClosedEvent(_EventHeadWithoutProcess):
    """It is over."""

    body: ChangeClosedBody
    kind: Literal["change.closed"]
    process: Literal["change"]


class ChangeLinkedBody(TypedDict):
    """Another record was linked."""

    link: Link
    """The link."""


class ChangeLinkedEvent(_EventHeadWithoutProcess):
    """Another record was linked."""

    body: ChangeLinkedBody
    kind: Literal["change.linked"]
    process: Literal["change"]


class ChangeUnpackedBody(TypedDict):
    """It is in a release no longer."""

    reason: Text
    """Why."""
    release: RecordId
    """Which."""


class ChangeUnpackedEvent(_EventHeadWithoutProcess):
    """It is in a release no longer."""

    body: ChangeUnpackedBody
    kind: Literal["change.unpacked"]
    process: Literal["change"]


class ChangeItemsLookedAtBody(TypedDict):
    """The time for the update of its items is over."""

    due: Instant
    """The first instant that is too late."""
    missing: NotRequired[list[CiId]]
    """The items that do not name it as the cause of an update since it began."""


class ChangeItemsLookedAtEvent(_EventHeadWithoutProcess):
    """The time for the update of its items is over."""

    body: ChangeItemsLookedAtBody
    kind: Literal["change.items_looked_at"]
    process: Literal["change"]


Late: TypeAlias = Literal[
    "planned_start",
    "planned_end",
    "approval",
    "deferral",
    "item_updates",
    "review",
    "documentation",
    "emergency_review",
]
"""What a change was late with, or is over. Each is told once."""


class ChangeRanLateBody(TypedDict):
    """It is late with something, or something has run out."""

    due: Instant
    """Since when."""
    late: Late
    """With what."""


class ChangeRanLateEvent(_EventHeadWithoutProcess):
    """It is late with something, or something has run out."""

    body: ChangeRanLateBody
    kind: Literal["change.ran_late"]
    process: Literal["change"]


class ModelScope(TypedDict):
    """What changes under a model may be about. Without items and types: any item; without services: any service."""

    cis: NotRequired[list[CiId]]
    """These items."""
    types: NotRequired[list[Code]]
    """Items of these types."""
    services: NotRequired[list[ServiceId]]
    """These services."""


class PerPeriod(TypedDict):
    """How many changes within a stretch of time."""

    most: int
    """How many."""
    period_s: int
    """Within so many seconds before the begin of the next."""


class ModelLimits(TypedDict):
    """How often a model may be used."""

    max_concurrent: NotRequired[int | None]
    """Changes whose windows overlap."""
    max_in_period: NotRequired[PerPeriod | None]
    """Changes in a period."""


class ModelTerms(TypedDict):
    """What a model says."""

    title: Text
    """What it is called."""
    steps: list[Text]
    """What is done, in order."""
    back_out: Text
    """How it is undone."""
    scope: ModelScope
    """What it may be about."""
    risk: RiskEstimate
    """Its risk."""
    limits: NotRequired[ModelLimits]
    """How often it may be used."""


class ChangeModelProposedBody(TypedDict):
    """A model was proposed or revised."""

    proposer: PersonId
    """By whom."""
    terms: ModelTerms
    """What it says."""


class ChangeModelProposedEvent(_EventHeadWithoutProcess):
    """A model was proposed or revised."""

    body: ChangeModelProposedBody
    kind: Literal["change_model.proposed"]
    process: Literal["change_model"]


class Proposed(TypedDict):
    """A model was proposed or revised."""

    proposer: PersonId
    """By whom."""
    terms: ModelTerms
    """What it says."""


ChangeModelRevisedBody: TypeAlias = Proposed
"""What is proposed was changed."""


class ChangeModelRevisedEvent(_EventHeadWithoutProcess):
    """What is proposed was changed."""

    body: ChangeModelRevisedBody
    kind: Literal["change_model.revised"]
    process: Literal["change_model"]


class ModelApproval(TypedDict):
    """A validity that was given to a model."""

    at: Instant
    """When."""
    by: PersonId
    """By whom."""
    valid_until: Instant
    """The last instant at which it is valid."""


class ChangeModelApprovedBody(TypedDict):
    """It was approved."""

    approval: ModelApproval
    """By whom, until when."""


class ChangeModelApprovedEvent(_EventHeadWithoutProcess):
    """It was approved."""

    body: ChangeModelApprovedBody
    kind: Literal["change_model.approved"]
    process: Literal["change_model"]


class ChangeModelSuspendedBody(TypedDict):
    """It was suspended."""

    reason: Text
    """Why."""


class ChangeModelSuspendedEvent(_EventHeadWithoutProcess):
    """It was suspended."""

    body: ChangeModelSuspendedBody
    kind: Literal["change_model.suspended"]
    process: Literal["change_model"]


class ChangeModelReinstatedBody(TypedDict):
    """It may be used again."""

    reason: Text
    """Why."""


class ChangeModelReinstatedEvent(_EventHeadWithoutProcess):
    """It may be used again."""

    body: ChangeModelReinstatedBody
    kind: Literal["change_model.reinstated"]
    process: Literal["change_model"]


class ModelFailure(TypedDict):
    """A change under the model that failed."""

    at: Instant
    """When that was recorded."""
    change: RecordId
    """Which."""
    reason: Text
    """How."""


class ChangeModelFailedBody(TypedDict):
    """A change under it failed."""

    failure: ModelFailure
    """Which, how."""


class ChangeModelFailedEvent(_EventHeadWithoutProcess):
    """A change under it failed."""

    body: ChangeModelFailedBody
    kind: Literal["change_model.failed"]
    process: Literal["change_model"]


class ChangeModelWithdrawnBody(TypedDict):
    """It was withdrawn."""

    automatic: bool
    """Whether because it failed too often."""
    reason: Text
    """Why."""


class ChangeModelWithdrawnEvent(_EventHeadWithoutProcess):
    """It was withdrawn."""

    body: ChangeModelWithdrawnBody
    kind: Literal["change_model.withdrawn"]
    process: Literal["change_model"]


class ChangeModelExpiredBody(TypedDict):
    """Its validity is over."""

    valid_until: Instant
    """The last instant at which it was valid."""


class ChangeModelExpiredEvent(_EventHeadWithoutProcess):
    """Its validity is over."""

    body: ChangeModelExpiredBody
    kind: Literal["change_model.expired"]
    process: Literal["change_model"]


ProblemSource: TypeAlias = Literal["incident", "major_incident", "trend", "supplier", "test", "audit"]
"""Where a problem was found."""


class ProblemLoggedBody(TypedDict):
    """A problem was recorded."""

    candidate: NotRequired[RecordId | None]
    """The candidate that it was."""
    cis: NotRequired[list[CiId]]
    """The configuration items concerned."""
    evidence: NotRequired[Text | None]
    """What else speaks for it."""
    incidents: NotRequired[list[RecordId]]
    """Its incidents."""
    proactive: bool
    """Whether it was found before it did harm."""
    repeat_of: NotRequired[RecordId | None]
    """The closed problem that it is again."""
    services: NotRequired[list[ServiceId]]
    """The services concerned."""
    source: ProblemSource
    """Where it was found."""
    symptom_code: NotRequired[Code | None]
    """What it shows, as a code."""
    symptoms: Text
    """What it shows."""


class ProblemLoggedEvent(_EventHeadWithoutProcess):
    """A problem was recorded."""

    body: ProblemLoggedBody
    kind: Literal["problem.logged"]
    process: Literal["problem"]


class ProblemClassification(TypedDict):
    """What a problem is: set by the problem manager."""

    category: Code
    """The category."""
    priority: int
    """The priority; 1 is the highest, and the rules say how many there are."""


class ProblemClassifiedBody(TypedDict):
    """It was classified."""

    analyst: PersonId
    """Who looks for the cause."""
    classification: ProblemClassification
    """What it is."""
    root_cause_due: Instant
    """By when the cause has to be found."""


class ProblemClassifiedEvent(_EventHeadWithoutProcess):
    """It was classified."""

    body: ProblemClassifiedBody
    kind: Literal["problem.classified"]
    process: Literal["problem"]


class ProblemReclassifiedBody(TypedDict):
    """It was classified anew."""

    classification: ProblemClassification
    """What it is."""
    reason: Text
    """Why."""
    root_cause_due: Instant
    """By when the cause has to be found."""


class ProblemReclassifiedEvent(_EventHeadWithoutProcess):
    """It was classified anew."""

    body: ProblemReclassifiedBody
    kind: Literal["problem.reclassified"]
    process: Literal["problem"]


class ProblemReassignedBody(TypedDict):
    """Another analyst has it."""

    analyst: PersonId
    """Who."""
    reason: Text
    """Why."""


class ProblemReassignedEvent(_EventHeadWithoutProcess):
    """Another analyst has it."""

    body: ProblemReassignedBody
    kind: Literal["problem.reassigned"]
    process: Literal["problem"]


class ProblemInvestigationBegunBody(TypedDict):
    """Its cause is looked for."""

    method: Code
    """By which method."""


class ProblemInvestigationBegunEvent(_EventHeadWithoutProcess):
    """Its cause is looked for."""

    body: ProblemInvestigationBegunBody
    kind: Literal["problem.investigation_begun"]
    process: Literal["problem"]


class ProblemStepRecordedBody(TypedDict):
    """A step of the analysis was recorded."""

    note: Text
    """What was tried, and what it showed."""


class ProblemStepRecordedEvent(_EventHeadWithoutProcess):
    """A step of the analysis was recorded."""

    body: ProblemStepRecordedBody
    kind: Literal["problem.step_recorded"]
    process: Literal["problem"]


class SimilarItems(TypedDict):
    """The search for other items that have the same cause."""

    searched: Text
    """How they were searched for."""
    found: NotRequired[list[CiId]]
    """Those that were found."""


class RootCause(TypedDict):
    """Why it happens."""

    cause: Text
    """The cause, which is not the symptom."""
    evidence: list[Attachment]
    """What proves it."""
    similar: SimilarItems
    """The search for other items that have it."""
    preventive_actions: NotRequired[list[Text]]
    """What prevents it elsewhere."""
    fixed_at_once: NotRequired[Text | None]
    """How it was fixed, if it was fixed at once; then there is no known error to record."""


class ProblemCauseProposedBody(TypedDict):
    """The analyst has found the cause; the problem manager is to confirm it."""

    root_cause: RootCause
    """The cause."""


class ProblemCauseProposedEvent(_EventHeadWithoutProcess):
    """The analyst has found the cause; the problem manager is to confirm it."""

    body: ProblemCauseProposedBody
    kind: Literal["problem.cause_proposed"]
    process: Literal["problem"]


class ProblemCauseReturnedBody(TypedDict):
    """The problem manager does not confirm it."""

    reason: Text
    """Why."""


class ProblemCauseReturnedEvent(_EventHeadWithoutProcess):
    """The problem manager does not confirm it."""

    body: ProblemCauseReturnedBody
    kind: Literal["problem.cause_returned"]
    process: Literal["problem"]


class ProblemCauseIdentifiedBody(TypedDict):
    """Its cause is known."""

    root_cause: RootCause
    """The cause."""


class ProblemCauseIdentifiedEvent(_EventHeadWithoutProcess):
    """Its cause is known."""

    body: ProblemCauseIdentifiedBody
    kind: Literal["problem.cause_identified"]
    process: Literal["problem"]


class ProblemCauseOverdueBody(TypedDict):
    """The cause was not found in time."""

    due: Instant
    """By when it had to be."""


class ProblemCauseOverdueEvent(_EventHeadWithoutProcess):
    """The cause was not found in time."""

    body: ProblemCauseOverdueBody
    kind: Literal["problem.cause_overdue"]
    process: Literal["problem"]


class ProblemFixProposedBody(TypedDict):
    """A change is to remove the cause."""

    change: RecordId
    """The change."""


class ProblemFixProposedEvent(_EventHeadWithoutProcess):
    """A change is to remove the cause."""

    body: ProblemFixProposedBody
    kind: Literal["problem.fix_proposed"]
    process: Literal["problem"]


class ProblemFixBegunBody(TypedDict):
    """A change of it is approved."""

    change: RecordId
    """The change."""


class ProblemFixBegunEvent(_EventHeadWithoutProcess):
    """A change of it is approved."""

    body: ProblemFixBegunBody
    kind: Literal["problem.fix_begun"]
    process: Literal["problem"]


class ProblemFixLiveBody(TypedDict):
    """A change of it is live."""

    change: RecordId
    """The change."""
    release: NotRequired[RecordId | None]
    """The release that brought it."""


class ProblemFixLiveEvent(_EventHeadWithoutProcess):
    """A change of it is live."""

    body: ProblemFixLiveBody
    kind: Literal["problem.fix_live"]
    process: Literal["problem"]


class ProblemFixWithdrawnBody(TypedDict):
    """A change of it will not remove the cause."""

    change: RecordId
    """The change."""
    reason: Text
    """Why."""


class ProblemFixWithdrawnEvent(_EventHeadWithoutProcess):
    """A change of it will not remove the cause."""

    body: ProblemFixWithdrawnBody
    kind: Literal["problem.fix_withdrawn"]
    process: Literal["problem"]


class ProblemObservationBegunBody(TypedDict):
    """The fix is observed."""

    change: NotRequired[RecordId | None]
    """The change of a fix at once, if an item was altered."""
    no_item_altered: NotRequired[Text | None]
    """The statement that none was."""
    until: Instant
    """Up to when."""


class ProblemObservationBegunEvent(_EventHeadWithoutProcess):
    """The fix is observed."""

    body: ProblemObservationBegunBody
    kind: Literal["problem.observation_begun"]
    process: Literal["problem"]


class ProblemObservationEndedBody(TypedDict):
    """The observation is over."""

    until: Instant
    """Since when."""


class ProblemObservationEndedEvent(_EventHeadWithoutProcess):
    """The observation is over."""

    body: ProblemObservationEndedBody
    kind: Literal["problem.observation_ended"]
    process: Literal["problem"]


class ProblemAcceptedBody(TypedDict):
    """The cause is left where it is."""

    acceptance: AcceptanceOfProblem
    """Why, and until when."""


class ProblemAcceptedEvent(_EventHeadWithoutProcess):
    """The cause is left where it is."""

    body: ProblemAcceptedBody
    kind: Literal["problem.accepted"]
    process: Literal["problem"]


class ProblemReconsideredBody(TypedDict):
    """The cause is not left any longer."""

    reason: Text
    """Why."""


class ProblemReconsideredEvent(_EventHeadWithoutProcess):
    """The cause is not left any longer."""

    body: ProblemReconsideredBody
    kind: Literal["problem.reconsidered"]
    process: Literal["problem"]


class ProblemSuspendedBody(TypedDict):
    """It rests."""

    monitoring: Text
    """What is watched meanwhile."""
    reason: Text
    """Why."""
    review_at: Instant
    """When it is looked at again."""


class ProblemSuspendedEvent(_EventHeadWithoutProcess):
    """It rests."""

    body: ProblemSuspendedBody
    kind: Literal["problem.suspended"]
    process: Literal["problem"]


class ProblemResumedBody(TypedDict):
    """The investigation goes on."""

    reason: Text
    """Why."""


class ProblemResumedEvent(_EventHeadWithoutProcess):
    """The investigation goes on."""

    body: ProblemResumedBody
    kind: Literal["problem.resumed"]
    process: Literal["problem"]


class ProblemReviewFellDueBody(TypedDict):
    """The day has come on which it is looked at again."""

    due: Instant
    """Since when."""


class ProblemReviewFellDueEvent(_EventHeadWithoutProcess):
    """The day has come on which it is looked at again."""

    body: ProblemReviewFellDueBody
    kind: Literal["problem.review_fell_due"]
    process: Literal["problem"]


ProblemClosureCode: TypeAlias = Literal["cured", "mitigated", "accepted", "not_reproducible"]
"""How a problem ended."""


class ProblemClosure(TypedDict):
    """How a problem was closed."""

    at: Instant
    """When."""
    by: PersonId
    """Who closed it."""
    code: ProblemClosureCode
    """How it ended."""
    knowledge: NotRequired[RecordId | None]
    """The knowledge that was published, unless nothing was found."""
    monitoring: NotRequired[Text | None]
    """What is watched from now on, where the cause was not found."""
    resolution: Text
    """What resolved it, or why nothing did."""
    review_at: NotRequired[Instant | None]
    """When it is reviewed; absent once the problem manager was told, or it was reviewed."""


class ProblemClosedBody(TypedDict):
    """It is closed."""

    closure: ProblemClosure
    """How."""


class ProblemClosedEvent(_EventHeadWithoutProcess):
    """It is closed."""

    body: ProblemClosedBody
    kind: Literal["problem.closed"]
    process: Literal["problem"]


class ProblemRecurredBody(TypedDict):
    """The fix did not help."""

    incident: RecordId
    """The incident that it should have prevented."""
    root_cause_due: NotRequired[Instant | None]
    """By when the cause has to be found now; absent where the problem is closed."""


class ProblemRecurredEvent(_EventHeadWithoutProcess):
    """The fix did not help."""

    body: ProblemRecurredBody
    kind: Literal["problem.recurred"]
    process: Literal["problem"]


class ProblemMitigatedBody(TypedDict):
    """How to live with it meanwhile."""

    workaround: Text
    """The workaround."""


class ProblemMitigatedEvent(_EventHeadWithoutProcess):
    """How to live with it meanwhile."""

    body: ProblemMitigatedBody
    kind: Literal["problem.mitigated"]
    process: Literal["problem"]


class ProblemRelatedBody(TypedDict):
    """Incidents were added."""

    incidents: list[RecordId]
    """Which."""


class ProblemRelatedEvent(_EventHeadWithoutProcess):
    """Incidents were added."""

    body: ProblemRelatedBody
    kind: Literal["problem.related"]
    process: Literal["problem"]


class ProblemLinkedBody(TypedDict):
    """Another record was linked."""

    link: Link
    """The link."""


class ProblemLinkedEvent(_EventHeadWithoutProcess):
    """Another record was linked."""

    body: ProblemLinkedBody
    kind: Literal["problem.linked"]
    process: Literal["problem"]


Effectiveness: TypeAlias = Literal["effective", "partly_effective", "ineffective"]
"""What a review says of a resolution."""


class ProblemReview(TypedDict):
    """What a review of the resolution found (spec 3.22: `ProblemReview`)."""

    effectiveness: Effectiveness
    """Whether it did what it should."""
    findings: Text
    """What was found."""
    actions: NotRequired[list[RecordId]]
    """The records of the actions that follow."""


class ProblemReviewedBody(TypedDict):
    """Its resolution was reviewed."""

    review: ProblemReview
    """What the review found."""


class ProblemReviewedEvent(_EventHeadWithoutProcess):
    """Its resolution was reviewed."""

    body: ProblemReviewedBody
    kind: Literal["problem.reviewed"]
    process: Literal["problem"]


class WorkaroundSteps(TypedDict):
    """This."""

    steps: Text


class WorkaroundNone(TypedDict):
    """Nothing, and why."""

    none: Text


Workaround: TypeAlias = WorkaroundSteps | WorkaroundNone
"""What the desk can do."""


class AffectedItem(TypedDict):
    """An item that has the error."""

    ci: CiId
    """Which."""
    versions: NotRequired[list[Text]]
    """In which versions; empty: in all."""


class KnownErrorContent(TypedDict):
    """What a known error says."""

    problem: RecordId
    """The problem whose cause it is."""
    symptoms: Text
    """How it shows; no names of persons."""
    category: NotRequired[Code | None]
    """The category of its incidents."""
    symptom_code: NotRequired[Code | None]
    """The symptom, as a code of the host's tree."""
    cause: NotRequired[Text | None]
    """Why it happens; absent: not known, only how to live with it."""
    workaround: NotRequired[Workaround | None]
    """What the desk can do; absent: not said yet."""
    items: NotRequired[list[AffectedItem]]
    """The items that have it."""


class KnownErrorDraftedBody(TypedDict):
    """It was begun."""

    content: KnownErrorContent
    """What it says so far."""


class KnownErrorDraftedEvent(_EventHeadWithoutProcess):
    """It was begun."""

    body: KnownErrorDraftedBody
    kind: Literal["known_error.drafted"]
    process: Literal["known_error"]


class KnownErrorEditedBody(TypedDict):
    """It says something else."""

    content: KnownErrorContent
    """All of it."""


class KnownErrorEditedEvent(_EventHeadWithoutProcess):
    """It says something else."""

    body: KnownErrorEditedBody
    kind: Literal["known_error.edited"]
    process: Literal["known_error"]


class KnownErrorPublishedBody(TypedDict):
    """The desk works by it."""

    matched: NotRequired[list[RecordId]]
    """The open incidents that it explains; those who work on them are told."""


class KnownErrorPublishedEvent(_EventHeadWithoutProcess):
    """The desk works by it."""

    body: KnownErrorPublishedBody
    kind: Literal["known_error.published"]
    process: Literal["known_error"]


class PendingFix(TypedDict):
    """What removes the cause."""

    change: NotRequired[RecordId | None]
    """The change; absent: the fix altered no item."""
    release: NotRequired[RecordId | None]
    """The release that brings it, if it was packaged."""


class KnownErrorFixAnnouncedBody(TypedDict):
    """A fix is on its way."""

    fix: PendingFix
    """What removes the cause."""


class KnownErrorFixAnnouncedEvent(_EventHeadWithoutProcess):
    """A fix is on its way."""

    body: KnownErrorFixAnnouncedBody
    kind: Literal["known_error.fix_announced"]
    process: Literal["known_error"]


class KnownErrorReinstatedBody(TypedDict):
    """The fix did not come, or did not help."""

    reason: Text
    """Why."""


class KnownErrorReinstatedEvent(_EventHeadWithoutProcess):
    """The fix did not come, or did not help."""

    body: KnownErrorReinstatedBody
    kind: Literal["known_error.reinstated"]
    process: Literal["known_error"]


RetiredBecause: TypeAlias = Literal["fix_verified", "items_withdrawn"]
"""Why a known error is retired."""


class KnownErrorRetiredBody(TypedDict):
    """It cannot happen any more."""

    because: RetiredBecause
    """Why."""
    matched: NotRequired[list[RecordId]]
    """The open incidents that it explained; those who work on them are told."""


class KnownErrorRetiredEvent(_EventHeadWithoutProcess):
    """It cannot happen any more."""

    body: KnownErrorRetiredBody
    kind: Literal["known_error.retired"]
    process: Literal["known_error"]


DetectionRule: TypeAlias = Literal[
    "recurring_incidents",
    "major_incident",
    "unexplained_workaround",
    "trend",
    "supplier_defect",
    "failed_change",
]
"""The detection rules of spec 3.22, (a) to (e)."""


class SubjectCi(TypedDict):
    """A configuration item."""

    ci: CiId


class SubjectSymptomSymptom(TypedDict):
    category: Code
    """The category."""
    symptom_code: Code
    """The symptom."""


class SubjectSymptom(TypedDict):
    """A symptom within a category."""

    symptom: SubjectSymptomSymptom


class SubjectIncident(TypedDict):
    """One incident, where neither is known."""

    incident: RecordId


Subject: TypeAlias = SubjectCi | SubjectSymptom | SubjectIncident
"""What a candidate is about. At most one candidate is open for each."""


class ProblemCandidateRaisedBody(TypedDict):
    """A candidate was raised."""

    incidents: NotRequired[list[RecordId]]
    """Its incidents."""
    note: NotRequired[Text | None]
    """What else speaks for it."""
    rule: DetectionRule
    """The rule that found it."""
    subject: Subject
    """What it is about."""


class ProblemCandidateRaisedEvent(_EventHeadWithoutProcess):
    """A candidate was raised."""

    body: ProblemCandidateRaisedBody
    kind: Literal["problem_candidate.raised"]
    process: Literal["problem_candidate"]


class ProblemCandidateEvidenceAddedBody(TypedDict):
    """Incidents were added."""

    incidents: list[RecordId]
    """Which."""


class ProblemCandidateEvidenceAddedEvent(_EventHeadWithoutProcess):
    """Incidents were added."""

    body: ProblemCandidateEvidenceAddedBody
    kind: Literal["problem_candidate.evidence_added"]
    process: Literal["problem_candidate"]


class ProblemCandidateAcceptedBody(TypedDict):
    """It is a problem."""

    problem: AcceptedAs
    """Which."""


class ProblemCandidateAcceptedEvent(_EventHeadWithoutProcess):
    """It is a problem."""

    body: ProblemCandidateAcceptedBody
    kind: Literal["problem_candidate.accepted"]
    process: Literal["problem_candidate"]


class ProblemCandidateDeclinedBody(TypedDict):
    """It is none."""

    reason: Text
    """Why."""


class ProblemCandidateDeclinedEvent(_EventHeadWithoutProcess):
    """It is none."""

    body: ProblemCandidateDeclinedBody
    kind: Literal["problem_candidate.declined"]
    process: Literal["problem_candidate"]


class Due(TypedDict):
    """When an activity is due."""

    in_time_until: Instant
    """The last instant that is still in time: with the tolerance, and never beyond the edition's longest interval."""
    next_due: Instant
    """When it is due next."""


Edition: TypeAlias = Literal["2005", "2011", "2018"]
"""The editions of the standard."""


class PlannedActivityPlannedBody(TypedDict):
    """It was entered into the register."""

    due: Due
    """When it is due."""
    edition: Edition
    """The edition of the standard that it is planned under."""
    every_months: int
    """Every so many months."""
    kind: ActivityKind
    """What is done."""
    owner: PersonId
    """Who sees to it."""
    subject: NotRequired[RecordId | None]
    """What it is about; absent: the whole."""
    tolerance_days: int
    """So many days after it was due it is overdue."""


class PlannedActivityPlannedEvent(_EventHeadWithoutProcess):
    """It was entered into the register."""

    body: PlannedActivityPlannedBody
    kind: Literal["planned_activity.planned"]
    process: Literal["planned_activity"]


class PlannedActivityPerformedBody(TypedDict):
    """It was done."""

    done_at: Instant
    """When."""
    due: Due
    """When it is due again."""
    evidence: Evidence
    """What proves it."""


class PlannedActivityPerformedEvent(_EventHeadWithoutProcess):
    """It was done."""

    body: PlannedActivityPerformedBody
    kind: Literal["planned_activity.performed"]
    process: Literal["planned_activity"]


class PlannedActivityIntervalChangedBody(TypedDict):
    """It has another interval."""

    due: Due
    """When it is due now."""
    edition: Edition
    """The edition of the standard that it is planned under."""
    every_months: int
    """Every so many months."""
    reason: Text
    """Why."""


class PlannedActivityIntervalChangedEvent(_EventHeadWithoutProcess):
    """It has another interval."""

    body: PlannedActivityIntervalChangedBody
    kind: Literal["planned_activity.interval_changed"]
    process: Literal["planned_activity"]


class PlannedActivityAssignedBody(TypedDict):
    """It has another owner."""

    owner: PersonId
    """Who sees to it from now on."""


class PlannedActivityAssignedEvent(_EventHeadWithoutProcess):
    """It has another owner."""

    body: PlannedActivityAssignedBody
    kind: Literal["planned_activity.assigned"]
    process: Literal["planned_activity"]


class PlannedActivityOverdueBody(TypedDict):
    """It is overdue."""

    since: Instant
    """From when on: the first instant that is not in time."""


class PlannedActivityOverdueEvent(_EventHeadWithoutProcess):
    """It is overdue."""

    body: PlannedActivityOverdueBody
    kind: Literal["planned_activity.overdue"]
    process: Literal["planned_activity"]


class PlannedActivityRetiredBody(TypedDict):
    """It was taken out of the register."""

    reason: Text
    """Why."""


class PlannedActivityRetiredEvent(_EventHeadWithoutProcess):
    """It was taken out of the register."""

    body: PlannedActivityRetiredBody
    kind: Literal["planned_activity.retired"]
    process: Literal["planned_activity"]


class NamedRecord(TypedDict):
    """A record, named with its process: an id is unique within its process only."""

    process: Code
    """The process it belongs to: `incident`."""
    record: RecordId
    """Its id."""


class LegalHoldPlacedBody(TypedDict):
    """It was placed."""

    records: NotRequired[list[NamedRecord]]
    """The records that are kept."""
    subject: NotRequired[PersonId | None]
    """The person whose values and records are kept."""
    reason: Text
    """Why."""
    authority: Text
    """By what authority."""


class LegalHoldPlacedEvent(_EventHeadWithoutProcess):
    """It was placed."""

    body: LegalHoldPlacedBody
    kind: Literal["legal_hold.placed"]
    process: Literal["legal_hold"]


class LegalHoldReleasedBody(TypedDict):
    """It was released."""

    reason: Text
    """Why."""


class LegalHoldReleasedEvent(_EventHeadWithoutProcess):
    """It was released."""

    body: LegalHoldReleasedBody
    kind: Literal["legal_hold.released"]
    process: Literal["legal_hold"]


class NamedEvents(TypedDict):
    """Events of one record, named by its version after each."""

    process: Code
    """The process the record belongs to."""
    record: RecordId
    """Its id."""
    versions: NotRequired[list[int]]
    """The versions, in order; in a request none of them stands for all that hold a personal value."""


class Erasure(TypedDict):
    """The erasure of personal values: by the events that hold them, never by the values."""

    subject: PersonId
    """Whose values they are, a pseudonym of the host."""
    events: list[NamedEvents]
    """The events."""


class DisposalOrderErase(TypedDict):
    """Personal values of somebody; the records stay."""

    erase: Erasure


class Removal(TypedDict):
    """The removal of whole records."""

    records: list[NamedRecord]
    """The records."""


class DisposalOrderDispose(TypedDict):
    """Whole records; their ids stay."""

    dispose: Removal


DisposalOrder: TypeAlias = DisposalOrderErase | DisposalOrderDispose
"""What is destroyed."""


class DisposalRequestedBody(TypedDict):
    """It was requested."""

    order: DisposalOrder
    """What is destroyed: of an erasure every event by its version."""
    legal_basis: Text
    """What allows or demands it."""
    method: Text
    """How it is done."""


class DisposalRequestedEvent(_EventHeadWithoutProcess):
    """It was requested."""

    body: DisposalRequestedBody
    kind: Literal["disposal.requested"]
    process: Literal["disposal"]


class DisposalApprovedBody(TypedDict):
    """A second person approved it."""


class DisposalApprovedEvent(_EventHeadWithoutProcess):
    """A second person approved it."""

    body: DisposalApprovedBody
    kind: Literal["disposal.approved"]
    process: Literal["disposal"]


class DisposalRejectedBody(TypedDict):
    """It was rejected."""

    reason: Text
    """Why."""


class DisposalRejectedEvent(_EventHeadWithoutProcess):
    """It was rejected."""

    body: DisposalRejectedBody
    kind: Literal["disposal.rejected"]
    process: Literal["disposal"]


class DisposedRecord(TypedDict):
    """A record that was disposed of, and the last version it had: no stream of that name begins again."""

    process: Code
    """The process it belonged to."""
    record: RecordId
    """Its id."""
    version: int
    """Its last version."""


class DisposalCarriedOutBody(TypedDict):
    """It was carried out: what a store deletes, and nothing else."""

    erased: NotRequired[list[NamedEvents]]
    """The events whose personal values are erased."""
    disposed: NotRequired[list[DisposedRecord]]
    """The records that are disposed of: every event up to the last version."""


class DisposalCarriedOutEvent(_EventHeadWithoutProcess):
    """It was carried out: what a store deletes, and nothing else."""

    body: DisposalCarriedOutBody
    kind: Literal["disposal.carried_out"]
    process: Literal["disposal"]


class DisposalCancelledBody(TypedDict):
    """It was taken back."""

    reason: Text
    """Why."""


class DisposalCancelledEvent(_EventHeadWithoutProcess):
    """It was taken back."""

    body: DisposalCancelledBody
    kind: Literal["disposal.cancelled"]
    process: Literal["disposal"]


Weekday: TypeAlias = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
"""A day of the week."""


TimeOfDay: TypeAlias = str
"""A time of day: `09:00`."""


Window: TypeAlias = list[TimeOfDay]
"""Opening and closing time; a window whose close is not after its open ends on the next date."""


class HolidayOfCalendarDateObject(TypedDict):
    date: CalendarDate
    name: NotRequired[str | None]


HolidayOfCalendarDate: TypeAlias = CalendarDate | HolidayOfCalendarDateObject
"""A holiday, with what people call it or without."""


MonthDay: TypeAlias = str
"""A day of every year: `12-25`."""


class HolidayOfMonthDayObject(TypedDict):
    date: MonthDay
    name: NotRequired[str | None]


HolidayOfMonthDay: TypeAlias = MonthDay | HolidayOfMonthDayObject
"""A holiday, with what people call it or without."""


class CalendarDocument(TypedDict):
    """A business calendar as a document.

    Times are local times of `zone`. A weekday that `week` does not name is closed.
    """

    zone: str
    """IANA name of the zone."""
    week: dict[Weekday, list[Window]]
    """Windows that open on each weekday."""
    holidays: NotRequired[list[HolidayOfCalendarDate]]
    """Dates on which the week's windows do not open."""
    yearly_holidays: NotRequired[list[HolidayOfMonthDay]]
    """Days of every year on which the week's windows do not open. `02-29` is met in leap years only."""
    special_days: NotRequired[dict[CalendarDate, list[Window]]]
    """Dates with windows of their own, holiday or not (调休); an empty list closes the date."""
    covers: NotRequired[list[CalendarDate] | None]
    """First and last date for which the holidays are complete. A due time outside carries a warning."""


class PolicyDocumentCalendar(TypedDict):
    """A business calendar."""

    calendar: CalendarDocument


Highest: TypeAlias = Literal["first", "last"]
"""Which end of a list of levels is the highest."""


class LevelLabel(TypedDict):
    """A label that stands in a document, in both languages."""

    en: str
    """English."""
    zh: str
    """Simplified Chinese."""


class Level(TypedDict):
    """One level of a scale."""

    level: int
    """Its number."""
    label: LevelLabel
    """What people read."""


class Scale(TypedDict):
    """Levels in order, and which end of the order weighs most.

    The numbers are names: `1` may be the highest level or the lowest, and only the order of the list counts.
    """

    highest: Highest
    """Which end of `levels` is the highest."""
    levels: list[Level]
    """1 to 16 levels, each number once."""


Missing: TypeAlias = Literal["refuse", "mean_rounded"]
"""What a cell without a priority means."""


class MatrixDocument(TypedDict):
    """An impact x urgency matrix as it is written down. 优先级矩阵

    The document carries no id, version or date: the policy record around it does (DECISIONS 4).
    """

    name: str
    """What people call it."""
    impact: Scale
    """The rows."""
    urgency: Scale
    """The columns."""
    priority: Scale
    """What the cells may hold."""
    outside: NotRequired[list[int]]
    """Levels of the priority scale that no cell may hold: only an override reaches them (GLPI's Major)."""
    missing: NotRequired[Missing]
    """What a `null` cell means."""
    cells: list[list[int | None]]
    """One list per impact level, in the order of the scale; in it one priority level, or `null`, per urgency
    level.
    """


class PolicyDocumentMatrix(TypedDict):
    """A priority matrix."""

    matrix: MatrixDocument


SelectionMode: TypeAlias = Literal["precedence", "strictest"]
"""How one clause is chosen among those that match."""


Profile: TypeAlias = Literal["itop", "glpi", "znuny", "zammad", "osticket", "rt", "frappe", "servicenow", "jira"]
"""A product whose clock behaviour has a name here."""


RetargetPolicy: TypeAlias = Literal[
    "carry_elapsed",
    "recompute_from_start",
    "restart_now",
    "carry_fraction",
    "stricter_of",
]
"""What a changed target does with the time that was consumed before."""


ReopenPolicy: TypeAlias = Literal[
    "continue_excluding_resolved",
    "continue_including_resolved",
    "new_cycle",
    "restart_full",
    "never",
]
"""What reopening does with a stopped clock."""


Boundary: TypeAlias = Literal["earliest_instant", "next_opening"]
"""When a target that is used up exactly at closing time is due (semantics 8.1)."""


PauseAfterBreachPolicy: TypeAlias = Literal["pause", "keep_running"]
"""Whether a breached clock can be paused."""


class TermsStated(TypedDict):
    """The policies that a clause, an agreement or a profile states; what it leaves open is absent."""

    retarget: NotRequired[RetargetPolicy | None]
    """See `RetargetPolicy`."""
    reopen: NotRequired[ReopenPolicy | None]
    """See `ReopenPolicy`."""
    boundary: NotRequired[Boundary | None]
    """See `Boundary`."""
    pause_after_breach: NotRequired[PauseAfterBreachPolicy | None]
    """See `PauseAfterBreachPolicy`."""


class Conditions(TypedDict):
    """Which tickets a clause is for. Each list is met by any of its members; an empty list by everything."""

    priorities: NotRequired[list[int]]
    """Priorities, as the matrix numbers them."""
    services: NotRequired[list[ServiceId]]
    """Services."""
    customers: NotRequired[list[CustomerId]]
    """Customers."""
    categories: NotRequired[list[Code]]
    """Categories, compared as whole codes."""
    kinds: NotRequired[list[Code]]
    """Kinds of ticket: `incident`, `request`."""


StopsOn: TypeAlias = Literal["acknowledged", "responded", "assigned"]
"""What stops a response clock."""


class LevelPointPercent(TypedDict):
    """When that share of the target is consumed, rounded up; above 100 it lies after the target."""

    percent: int


class LevelPointWorkingS(TypedDict):
    """When so many seconds of the measure more (negative: less) than the target are consumed."""

    working_s: int


class LevelPointElapsedS(TypedDict):
    """So many elapsed seconds after (negative: before) the due instant."""

    elapsed_s: int


LevelPoint: TypeAlias = LevelPointPercent | LevelPointWorkingS | LevelPointElapsedS
"""When a level is reached."""


class EscalationLevel(TypedDict):
    """A warning or escalation at a point of the clock."""

    id: LevelId
    """Its id, unique in the clause; the same id in another clause is the same level."""
    at: LevelPoint
    """When it is reached."""
    kind: LevelKind
    """What it asks for."""
    notify: NotRequired[list[Told]]
    """Who is told."""


class Clause(TypedDict):
    """One promise of an agreement."""

    id: ClauseId
    """Its id, unique in the agreement."""
    metric: Metric
    """What it measures."""
    when: NotRequired[Conditions]
    """Which tickets it is for; absent: all."""
    target: Target
    """How much time."""
    calendar: NotRequired[PolicyId | None]
    """In whose opening time, and in whose zone. Only a target of elapsed time can do without."""
    pause_reasons: NotRequired[list[Code]]
    """The reasons for which the clock pauses; a pause for any other leaves it running (DECISIONS 16)."""
    max_pause_s: NotRequired[int | None]
    """The longest pause in elapsed seconds; after it the clock resumes by itself."""
    stops_on: NotRequired[list[StopsOn] | None]
    """What stops a response clock; absent: acknowledgement or response."""
    levels: NotRequired[list[EscalationLevel]]
    """Warnings and escalations."""
    terms: NotRequired[TermsStated | None]
    """Clock policies of this clause; they go before the agreement's."""


class SlaPolicy(TypedDict):
    """One agreement: its clauses, and what they have in common."""

    name: Text
    """What people call it."""
    customer: NotRequired[CustomerId | None]
    """The customer it was made with; it matches no other customer's tickets. Absent: anybody's."""
    precedence: int
    """Its place among the agreements: lower goes first; equal ones go by id."""
    selection: SelectionMode
    """How a clause is chosen."""
    profile: NotRequired[Profile | None]
    """The product whose clock policies its clauses follow where they state none."""
    terms: NotRequired[TermsStated | None]
    """Clock policies for all clauses; they go before the profile."""
    clauses: list[Clause]
    """The clauses, in order of precedence."""


class PolicyDocumentAgreement(TypedDict):
    """A service level agreement."""

    agreement: SlaPolicy


class Group(TypedDict):
    """A support group that the register knows."""

    active: bool
    """Whether work may be assigned to it."""
    categories: NotRequired[list[Code]]
    """The categories it is competent for; empty: all. `network` covers `network/vpn`."""
    members: NotRequired[list[PersonId]]
    """Its members; empty: not registered, the actor's unit decides."""


class MajorCriterion(TypedDict):
    """One criterion of a major incident; every list that is not empty must be met."""

    id: Code
    """Its name."""
    impacts: NotRequired[list[int]]
    """Impacts, as the matrix numbers them."""
    priorities: NotRequired[list[int]]
    """Priorities, as the matrix numbers them."""
    services: NotRequired[list[ServiceId]]
    """Affected services."""
    security: NotRequired[bool]
    """Whether it must be a security incident."""


class RequestModel(TypedDict):
    """A service request that is defined beforehand (spec 3.21)."""

    item: Text
    """What is asked for, in words."""
    entitled: NotRequired[list[Role]]
    """Roles whose holders are entitled to it; empty: everybody."""
    approval: NotRequired[ApprovalRule | None]
    """How it is approved; absent: no approval is needed."""
    approvers: NotRequired[list[Voter]]
    """Who approves."""
    instructions: NotRequired[Instructions | None]
    """The instructions for those who fulfil it."""
    tasks: NotRequired[list[Code]]
    """What has to be done, in order."""
    inputs: NotRequired[list[Code]]
    """The inputs that must be given."""
    privileged: NotRequired[bool]
    """Whether it grants privileged access: then a security approval is needed, it ends, and who grants it has not
    approved it.
    """
    standard_change: NotRequired[Code | None]
    """The standard change model under which it alters configuration items; absent: it alters none."""


class DeskRules(TypedDict):
    """The rules of the desk, as a document."""

    calendar: PolicyId
    """The calendar whose business days closing, reopening and reviews are counted in."""
    matrix: NotRequired[PolicyId]
    """The matrix that gives priorities."""
    close_after_working_days: NotRequired[int]
    """A resolved record closes by itself after so many business days."""
    close_after_notices: NotRequired[int]
    """It does so only after so many delivered notices that nobody answered."""
    reopen_within_working_days: NotRequired[int]
    """A resolved incident can be reopened for so many business days."""
    late_entry_s: NotRequired[int]
    """A record made more than so many seconds after it occurred is a late entry (spec 3.0.4)."""
    resume_at_expected_end: NotRequired[bool]
    """Whether a pending incident resumes by itself at its expected end."""
    groups: NotRequired[dict[Identifier, Group]]
    """The support groups; empty: not registered, every group is accepted."""
    major_criteria: NotRequired[list[MajorCriterion]]
    """The criteria of a major incident."""
    major_notice_s: NotRequired[int]
    """Top management is told of a major incident within so many seconds."""
    major_update_every_s: NotRequired[int]
    """While it lasts, the next update is due after so many seconds."""
    major_review_working_days: NotRequired[int]
    """It is reviewed within so many business days of the restoration."""
    registers: NotRequired[list[Code]]
    """Processes whose records must exist when a link names them: `problem`, `known_error`, `change`."""
    request_models: NotRequired[dict[Identifier, RequestModel]]
    """The models of service requests."""


class PolicyDocumentDesk(TypedDict):
    """The rules of the desk."""

    desk: DeskRules


class ProblemRules(TypedDict):
    """The rules of problem management, as a document."""

    calendar: PolicyId
    """The calendar whose business days its limits are counted in."""
    root_cause_working_days: NotRequired[list[int]]
    """The root cause is found within so many business days of the classification: one limit for each priority, the
    highest first.
    """
    confirm_cause_up_to_priority: NotRequired[int]
    """The problem manager confirms the root cause of problems up to this priority; 0: of none."""
    observe_days: NotRequired[int]
    """A fix is observed for so many days of 24 hours."""
    recurring_incidents: NotRequired[int]
    """So many incidents with one configuration item, or with one category and symptom, are a problem candidate."""
    recurring_within_days: NotRequired[int]
    """They count when they lie within so many days of 24 hours."""
    trend_within_days: NotRequired[int]
    """A capacity or availability trend is a candidate when it crosses its limit within so many days of 24 hours."""
    trend_analysis_every_days: NotRequired[int]
    """The incidents are analysed for trends every so many days."""
    effectiveness_review_after_days: NotRequired[int]
    """Whether the resolution was effective is reviewed so many days of 24 hours after the closure."""
    registers: NotRequired[list[Code]]
    """Processes whose records must exist when a problem names them: `incident`. Changes, releases and known errors
    always must.
    """


class PolicyDocumentProblem(TypedDict):
    """The rules of problem management."""

    problem: ProblemRules


AttributeKind: TypeAlias = Literal["text", "integer", "date", "one_of"]
"""What an attribute may say."""


class Attribute(TypedDict):
    """One attribute of a type of item."""

    kind: AttributeKind
    """What it may say."""
    mandatory: NotRequired[bool]
    """Whether every item of the type states it."""
    values: NotRequired[list[str]]
    """The values of `AttributeKind::OneOf`."""


ControlLevel: TypeAlias = Literal["change", "recorded"]
"""How strictly items of a type are controlled once they are live (`CiType` of spec 3.23)."""


class CiType(TypedDict):
    """A type of configuration item (`CiType` of spec 3.23)."""

    naming: NotRequired[str | None]
    """How its items are named: `#` is a digit, `?` a letter, `*` at the end anything; absent: freely."""
    attributes: NotRequired[dict[Identifier, Attribute]]
    """What is recorded of its items."""
    relations: NotRequired[list[Code]]
    """The relations its items may have; empty: every kind."""
    mandatory_relations: NotRequired[list[Code]]
    """The relations that a live item of it has, at least one of each."""
    control: NotRequired[ControlLevel]
    """How strictly its live items are controlled."""
    service: NotRequired[bool]
    """Whether its items are services."""
    critical: NotRequired[bool]
    """Whether its items are critical: they are verified more often, and weigh in the risk of a change."""


FailureDirection: TypeAlias = Literal["target_to_source", "source_to_target", "both", "none"]
"""Which way a failure travels along a relation."""


class RelationKind(TypedDict):
    """What a relation of that kind means for failures. 关系类型"""

    failure: FailureDirection
    """Which way a failure travels."""
    strength: Strength
    """How hard it hits, unless the relation itself says otherwise."""


class ConfigurationRules(TypedDict):
    """The rules of configuration management, as a document. Numbers are presets of spec 3.23, never requirements
    of the standard.
    """

    calendar: PolicyId
    """The calendar whose business days its limits are counted in."""
    types: dict[Identifier, CiType]
    """The types of items; an item of another type is refused."""
    relation_kinds: NotRequired[dict[Identifier, RelationKind]]
    """The kinds of relations, and how failure travels along them."""
    register_complete: NotRequired[bool]
    """Whether the other end of a relation must be a registered item."""
    request_models: NotRequired[list[Code]]
    """The models of service requests under which items may be altered."""
    deficiency_within_working_days: NotRequired[int]
    """A deficiency is closed within so many business days."""


class PolicyDocumentConfiguration(TypedDict):
    """The rules of configuration management."""

    configuration: ConfigurationRules


class CategoryRules(TypedDict):
    """Who decides on a category, after what, and how early it has to be asked for."""

    approval: ApprovalRule
    """When the vote accepts."""
    assessments: list[Assessment]
    """What must have been assessed before."""
    lead_time_working_days: int
    """Business days between submission and the begin of the window."""
    voters: NotRequired[list[Voter]]
    """The authority; without it no change of the category is approved."""


class RiskRules(TypedDict):
    """How a risk score is made of its parts, and which category it proposes."""

    untested_back_out: NotRequired[int]
    """Points when the back-out was not tested."""
    critical_service: NotRequired[int]
    """Points when the graph reaches a critical service."""
    minor_up_to: NotRequired[int]
    """Up to this total it is minor."""
    significant_up_to: NotRequired[int]
    """Up to this total it is significant, above it major."""
    major_services: NotRequired[list[ServiceId]]
    """Services that make every change of them major."""


class EmergencyCriterion(TypedDict):
    """What makes a change an emergency."""

    words: str
    """In words."""
    major_incident: NotRequired[bool]
    """Whether a major incident that still lasts must be named."""


class EmergencyRules(TypedDict):
    """Emergency changes: criteria, who beside the ECAB authorises them, and the limits of what follows."""

    criteria: NotRequired[dict[Identifier, EmergencyCriterion]]
    """The criteria."""
    duty_managers: NotRequired[list[PersonId]]
    """Who may authorise beside the members of the ECAB."""
    verbal_record_s: NotRequired[int]
    """An authorisation by word of mouth is recorded within so many seconds."""
    presumed_length_s: NotRequired[int]
    """An emergency that has not ended is taken to last so many seconds from now on, for those who plan beside it."""
    documented_within_working_days: NotRequired[int]
    """It is documented within so many business days of its end."""
    reviewed_within_working_days: NotRequired[int]
    """It is reviewed within so many business days of its end."""
    assessments: NotRequired[list[Assessment]]
    """What is assessed afterwards."""


class ChangeScopeCis(TypedDict):
    """These items."""

    cis: list[CiId]


class ChangeScopeServices(TypedDict):
    """These services."""

    services: list[ServiceId]


ChangeScope: TypeAlias = Literal["all"] | ChangeScopeCis | ChangeScopeServices
"""What a freeze or a maintenance window is about."""


_FreezeFields = TypedDict("_FreezeFields", {"from": Instant})


class Freeze(_FreezeFields):
    """A stretch of time in which nothing is to change."""

    id: Code
    """Its name."""
    until: Instant
    """The first instant after it."""
    scope: ChangeScope
    """What it is about."""
    firmness: Firmness
    """How firmly it stands."""
    waivable_by: NotRequired[Roles]
    """Who may waive it for one change; nobody: nobody."""


class MaintenanceWindow(TypedDict):
    """The hours in which items or services may be changed."""

    id: Code
    """Its name."""
    calendar: PolicyId
    """The calendar whose open hours it is."""
    scope: ChangeScope
    """What it is about."""
    firmness: Firmness
    """How firmly it stands."""
    waivable_by: NotRequired[Roles]
    """Who may waive it for one change; nobody: nobody."""


class ChangeRules(TypedDict):
    """The rules of change management, as a document."""

    calendar: PolicyId
    """The calendar whose business days its limits are counted in."""
    categories: NotRequired[dict[ChangeCategory, CategoryRules]]
    """The categories whose authority is a vote: minor, significant, major."""
    assessed_by: NotRequired[dict[Assessment, Roles]]
    """Opinions that count only from a holder of one of these roles."""
    risk: NotRequired[RiskRules]
    """How risk becomes a category."""
    emergency: NotRequired[EmergencyRules]
    """Emergency changes."""
    freezes: NotRequired[list[Freeze]]
    """When nothing is to change."""
    maintenance_windows: NotRequired[list[MaintenanceWindow]]
    """When items and services may be changed; one that no window is about may be changed at any time."""
    review_within_working_days: NotRequired[int]
    """A change is reviewed within so many business days of its end."""
    items_updated_within_working_days: NotRequired[int]
    """The items of a change are updated within so many business days of its end (CFG-10)."""
    incident_window_s: NotRequired[int]
    """An incident caused by a change counts against it for so many seconds after its end."""
    model_failure_limit: NotRequired[int]
    """A standard change model is withdrawn after so many failures."""
    registers: NotRequired[list[Code]]
    """Processes whose records must exist when a change names them: `service_plan`."""


class PolicyDocumentChange(TypedDict):
    """The rules of change management."""

    change: ChangeRules


class ReleaseRules(TypedDict):
    """The rules of release and deployment, as a document. Numbers are presets of spec 3.25, never requirements of
    the standard.
    """

    calendar: PolicyId
    """The calendar whose business days its limits are counted in."""
    plan_approval: ApprovalRule
    """How the parties agree to a plan."""
    plan_voters: list[Voter]
    """The parties: customer and operations, not the release manager alone."""
    live_environments: list[Code]
    """The environments that serve: nothing is tested there alone."""
    test_environments: NotRequired[list[Code]]
    """The controlled environments for tests; empty: every one that does not serve."""
    observe_days: NotRequired[int]
    """A deployed release is observed for so many days."""
    emergency_acceptance_working_days: NotRequired[int]
    """An emergency release is accepted within so many business days of its deployment."""


class PolicyDocumentRelease(TypedDict):
    """The rules of release and deployment."""

    release: ReleaseRules


RetentionBegins: TypeAlias = Literal["closed", "created", "occurred"]
"""What a retention period is counted from. Whatever it is, only a closed record is disposed of."""


class RetentionPeriodDays(TypedDict):
    """So many days of 24 hours."""

    days: int


class RetentionPeriodYears(TypedDict):
    """So many calendar years in UTC."""

    years: int


RetentionPeriod: TypeAlias = RetentionPeriodDays | RetentionPeriodYears
"""How long."""


class RetentionClass(TypedDict):
    """A class of records that are kept alike."""

    begins: NotRequired[RetentionBegins]
    """What the period is counted from."""
    keep: RetentionPeriod
    """How long it is."""


class RetentionRules(TypedDict):
    """The rules of retention, as a document."""

    classes: dict[Identifier, RetentionClass]
    """The classes."""
    records: NotRequired[dict[Identifier, Code]]
    """Which class the records of a process are of, where a record does not say itself."""
    hold_blocks_erasure: NotRequired[bool]
    """Whether personal values under a legal hold stay, although their erasure is asked for."""


class PolicyDocumentRetention(TypedDict):
    """How long records are kept."""

    retention: RetentionRules


PolicyDocument: TypeAlias = (
    PolicyDocumentCalendar
    | PolicyDocumentMatrix
    | PolicyDocumentAgreement
    | PolicyDocumentDesk
    | PolicyDocumentProblem
    | PolicyDocumentConfiguration
    | PolicyDocumentChange
    | PolicyDocumentRelease
    | PolicyDocumentRetention
)
"""What a policy says."""


class PolicyPublishedBody(TypedDict):
    """Publishes a policy, or a new version of it."""

    version: int
    """The version, greater than the last."""
    effective_from: Instant
    """From when it holds."""
    document: PolicyDocument
    """What it says."""


class PolicyPublishedEvent(_EventHeadWithoutProcess):
    """Publishes a policy, or a new version of it."""

    body: PolicyPublishedBody
    kind: Literal["policy.published"]
    process: Literal["policy"]


class Waiver(TypedDict):
    """A filed `SodWaiver` (spec 3.0.7): lifts one row for named persons for at most a year. 职责分离豁免

    Serialised as its `WaiverTerms`, and checked whenever it is read.
    """

    id: RecordId
    """The waiver's own record."""
    duty: Duty
    """The row that it lifts."""
    persons: list[PersonId]
    """For whom: distinct persons, at least one."""
    reason: str
    """Why the duties cannot be separated."""
    compensating_control: str
    """What is done instead."""
    approved_by: PersonId
    """Who approved it; none of the persons."""
    approved_role: Role
    """As what he approved it: top management or its representative."""
    valid_from: Instant
    """In force from this instant."""
    valid_until: Instant
    """In force up to and including this instant, at most `Waiver::LONGEST_S` after `valid_from`."""


class WaiverFiledBody(TypedDict):
    """A waiver was filed."""

    waiver: Waiver
    """What it says."""


class WaiverFiledEvent(_EventHeadWithoutProcess):
    """A waiver was filed."""

    body: WaiverFiledBody
    kind: Literal["waiver.filed"]
    process: Literal["waiver"]


class WaiverRevokedBody(TypedDict):
    """A waiver was revoked."""

    reason: Text
    """Why."""


class WaiverRevokedEvent(_EventHeadWithoutProcess):
    """A waiver was revoked."""

    body: WaiverRevokedBody
    kind: Literal["waiver.revoked"]
    process: Literal["waiver"]


Event: TypeAlias = (
    IncidentLoggedEvent
    | IncidentImportedEvent
    | IncidentClassifiedEvent
    | IncidentAssignedEvent
    | IncidentAcknowledgedEvent
    | IncidentReassignedEvent
    | IncidentPendedEvent
    | IncidentResumedEvent
    | IncidentResolvedEvent
    | IncidentClosedEvent
    | IncidentReopenedEvent
    | IncidentCancelledEvent
    | IncidentConvertedEvent
    | IncidentPriorityOverriddenEvent
    | IncidentPriorityRestoredEvent
    | IncidentMovedEvent
    | IncidentWorkedEvent
    | IncidentInformedEvent
    | IncidentEscalatedEvent
    | IncidentLinkedEvent
    | IncidentMarkedMajorEvent
    | IncidentUnmarkedMajorEvent
    | IncidentRecalculatedEvent
    | ClockMarkedEvent
    | NoticeRequestedEvent
    | NoticeDeliveredEvent
    | MajorIncidentDeclaredEvent
    | MajorIncidentManagedEvent
    | MajorIncidentUpdatedEvent
    | MajorIncidentRestoredEvent
    | MajorIncidentReviewBegunEvent
    | MajorIncidentReviewedEvent
    | MajorIncidentClosedEvent
    | MajorIncidentDowngradedEvent
    | MajorIncidentDowngradeProposedEvent
    | MajorIncidentHandedOverEvent
    | MajorIncidentNoticeOverdueEvent
    | MajorIncidentUpdateOverdueEvent
    | MajorIncidentReviewOverdueEvent
    | ServiceRequestSubmittedEvent
    | ServiceRequestValidatedEvent
    | ServiceRequestApprovalRequestedEvent
    | ServiceRequestVotedEvent
    | ServiceRequestDelegatedEvent
    | ServiceRequestApprovedEvent
    | ServiceRequestReturnedEvent
    | ServiceRequestEditedEvent
    | ServiceRequestFulfilmentBegunEvent
    | ServiceRequestWorkedEvent
    | ServiceRequestTaskFinishedEvent
    | ServiceRequestWaitedEvent
    | ServiceRequestResumedEvent
    | ServiceRequestFulfilledEvent
    | ServiceRequestClosedEvent
    | ServiceRequestRejectedEvent
    | ServiceRequestCancelledEvent
    | ServiceRequestConvertedEvent
    | ServiceRequestInformedEvent
    | ServiceRequestLinkedEvent
    | ServiceRequestRecalculatedEvent
    | ConfigurationItemRegisteredEvent
    | ConfigurationItemMovedEvent
    | ConfigurationItemDisposedEvent
    | ConfigurationItemAlteredEvent
    | ConfigurationItemRelatedEvent
    | ConfigurationItemUnrelatedEvent
    | BaselineCapturedEvent
    | BaselineFrozenEvent
    | BaselineSupersededEvent
    | DefinitiveItemRegisteredEvent
    | DefinitiveItemVerifiedEvent
    | DefinitiveItemSupersededEvent
    | DefinitiveItemWithdrawnEvent
    | ConfigurationAuditPlannedEvent
    | ConfigurationAuditAssignedEvent
    | ConfigurationAuditCancelledEvent
    | ConfigurationAuditBegunEvent
    | ConfigurationAuditRecordedEvent
    | ConfigurationAuditConcludedEvent
    | ConfigurationAuditReportedEvent
    | ConfigurationAuditCorrectedEvent
    | ConfigurationAuditDeficiencyClosedEvent
    | ConfigurationAuditDeficienciesOverdueEvent
    | ConfigurationAuditClosedEvent
    | ReleasePlannedEvent
    | ReleasePlanSubmittedEvent
    | ReleaseVotedEvent
    | ReleaseDelegatedEvent
    | ReleasePlanApprovedEvent
    | ReleaseEditedEvent
    | ReleaseBuiltEvent
    | ReleaseTestedEvent
    | ReleaseAcceptedEvent
    | ReleaseExceptionsProposedEvent
    | ReleaseReturnedEvent
    | ReleaseBaselinedEvent
    | ReleaseDeploymentBegunEvent
    | ReleaseDeployedEvent
    | ReleaseRolledBackEvent
    | ReleaseObservationBegunEvent
    | ReleaseObservationEndedEvent
    | ReleaseAcceptanceOverdueEvent
    | ReleaseReviewedEvent
    | ReleaseClosedEvent
    | ReleaseCancelledEvent
    | ChangeDraftedEvent
    | ChangeSubmittedEvent
    | ChangeAcceptedEvent
    | ChangeReclassifiedEvent
    | ChangeAssignedEvent
    | ChangeOpinedEvent
    | ChangeAssessedEvent
    | ChangeApprovalRequestedEvent
    | ChangeVotedEvent
    | ChangeDelegatedEvent
    | ChangeApprovedEvent
    | ChangeReturnedEvent
    | ChangeDeferredEvent
    | ChangeRejectedEvent
    | ChangeWithdrawnEvent
    | ChangeEditedEvent
    | ChangeBuiltTestedEvent
    | ChangeConflictWaivedEvent
    | ChangeScheduledEvent
    | ChangeEmergencyAuthorisedEvent
    | ChangeImplementationBegunEvent
    | ChangeImplementedEvent
    | ChangeBackedOutEvent
    | ChangeReviewBegunEvent
    | ChangeReviewedEvent
    | ChangeDocumentedEvent
    | ChangeEmergencyReviewedEvent
    | ChangeClosedEvent
    | ChangeLinkedEvent
    | ChangeUnpackedEvent
    | ChangeItemsLookedAtEvent
    | ChangeRanLateEvent
    | ChangeModelProposedEvent
    | ChangeModelRevisedEvent
    | ChangeModelApprovedEvent
    | ChangeModelSuspendedEvent
    | ChangeModelReinstatedEvent
    | ChangeModelFailedEvent
    | ChangeModelWithdrawnEvent
    | ChangeModelExpiredEvent
    | ProblemLoggedEvent
    | ProblemClassifiedEvent
    | ProblemReclassifiedEvent
    | ProblemReassignedEvent
    | ProblemInvestigationBegunEvent
    | ProblemStepRecordedEvent
    | ProblemCauseProposedEvent
    | ProblemCauseReturnedEvent
    | ProblemCauseIdentifiedEvent
    | ProblemCauseOverdueEvent
    | ProblemFixProposedEvent
    | ProblemFixBegunEvent
    | ProblemFixLiveEvent
    | ProblemFixWithdrawnEvent
    | ProblemObservationBegunEvent
    | ProblemObservationEndedEvent
    | ProblemAcceptedEvent
    | ProblemReconsideredEvent
    | ProblemSuspendedEvent
    | ProblemResumedEvent
    | ProblemReviewFellDueEvent
    | ProblemClosedEvent
    | ProblemRecurredEvent
    | ProblemMitigatedEvent
    | ProblemRelatedEvent
    | ProblemLinkedEvent
    | ProblemReviewedEvent
    | KnownErrorDraftedEvent
    | KnownErrorEditedEvent
    | KnownErrorPublishedEvent
    | KnownErrorFixAnnouncedEvent
    | KnownErrorReinstatedEvent
    | KnownErrorRetiredEvent
    | ProblemCandidateRaisedEvent
    | ProblemCandidateEvidenceAddedEvent
    | ProblemCandidateAcceptedEvent
    | ProblemCandidateDeclinedEvent
    | PlannedActivityPlannedEvent
    | PlannedActivityPerformedEvent
    | PlannedActivityIntervalChangedEvent
    | PlannedActivityAssignedEvent
    | PlannedActivityOverdueEvent
    | PlannedActivityRetiredEvent
    | LegalHoldPlacedEvent
    | LegalHoldReleasedEvent
    | DisposalRequestedEvent
    | DisposalApprovedEvent
    | DisposalRejectedEvent
    | DisposalCarriedOutEvent
    | DisposalCancelledEvent
    | PolicyPublishedEvent
    | WaiverFiledEvent
    | WaiverRevokedEvent
)
"""An entry of the journal."""


class Advanced(TypedDict):
    """What the passing of time brought to a whole system."""

    events: list[Event]
    """What happened, in order."""
    stuck: list[str]
    """The records that could not fire, as `process/id`."""


class AffectedServiceKnown(TypedDict):
    """This one."""

    known: ServiceId


AffectedService: TypeAlias = Literal["unknown"] | AffectedServiceKnown
"""A service, or the statement that it is not known."""


class VersionedSlaPolicy(TypedDict):
    """A document with its identity: which policy, which version, in force from when."""

    id: PolicyId
    """Which policy."""
    version: int
    """Its version, counted from 1."""
    effective_from: Instant
    """From when it holds; up to then its predecessor does."""
    document: SlaPolicy
    """What it says."""


class VersionedCalendarDocument(TypedDict):
    """A document with its identity: which policy, which version, in force from when."""

    id: PolicyId
    """Which policy."""
    version: int
    """Its version, counted from 1."""
    effective_from: Instant
    """From when it holds; up to then its predecessor does."""
    document: CalendarDocument
    """What it says."""


class AgreementsDocument(TypedDict):
    """Every version of the agreements of a desk, and of the calendars that they count in."""

    policies: list[VersionedSlaPolicy]
    """The agreements."""
    calendars: NotRequired[list[VersionedCalendarDocument]]
    """The calendars."""


class AmountNotApplicable(TypedDict):
    """There was nothing to divide by: neither 0 % nor 100 %."""

    kind: Literal["not_applicable"]


class AmountCount(TypedDict):
    """So many."""

    kind: Literal["count"]
    count: int
    """How many."""


class AmountRatio(TypedDict):
    """A quotient of two counts."""

    kind: Literal["ratio"]
    basis_points: int
    """Ten thousand times the quotient, rounded down. Also hundredths per 100."""
    numerator: int
    """What is divided."""
    denominator: int
    """By what."""


class AmountMean(TypedDict):
    """An arithmetic mean of durations."""

    kind: Literal["mean"]
    mean_s: int
    """The mean in seconds, rounded down."""
    sum_s: int
    """The sum in seconds."""
    of: int
    """Of how many."""


class AmountDuration(TypedDict):
    """One duration."""

    kind: Literal["duration"]
    seconds: int
    """Seconds."""


Amount: TypeAlias = AmountNotApplicable | AmountCount | AmountRatio | AmountMean | AmountDuration
"""A number, exact: a quotient keeps what it was divided from."""


class AnalysisStep(TypedDict):
    """A step of an analysis."""

    at: Instant
    """When."""
    by: PersonId
    """By whom."""
    note: Text
    """What was tried, and what it showed."""


class Analysis(TypedDict):
    """One search for the cause. A recurrence begins another one."""

    since: Instant
    """From when the limit counts."""
    due: Instant
    """By when the cause has to be found."""
    missed: bool
    """Whether it was not."""
    method: NotRequired[Code | None]
    """The method."""
    steps: NotRequired[list[AnalysisStep]]
    """The steps."""
    cause: NotRequired[RootCause | None]
    """The cause."""
    found_at: NotRequired[Instant | None]
    """When it was found and, where that is needed, confirmed."""


ApartReason: TypeAlias = Literal[
    "no_clock",
    "window_open",
    "downgraded",
    "no_failure",
    "no_window",
    "undated_moves",
    "cancelled",
    "cause_unknown",
]
"""Why records of the period are left out of a count."""


class Counted(TypedDict):
    """The records behind a number: an id stands as often as it counts, so the number can be recounted."""

    count: int
    """How many."""
    ids: NotRequired[dict[str, list[RecordId]]]
    """Which, by process (`incident`) and in order of their ids. Empty for a number that the host states, such as
    CIs in scope.
    """


class Apart(TypedDict):
    """Records of the period that are left out of a count, so that nothing disappears silently."""

    why: ApartReason
    """Why."""
    counted: Counted
    """Which."""


class AuthorisationDocument(TypedDict):
    """What the host's own authorisation said."""

    allowed: bool
    """Whether it allowed the command."""
    policy_version: str
    """Under which version of its policy."""


Probability: TypeAlias = str
"""A probability as an exact decimal."""


class Contribution(TypedDict):
    """What a component means for a service."""

    item: CiId
    """The component."""
    importance_ppb: int
    """How much likelier the service is up while the component is than while it is not (Birnbaum), in parts per
    billion.
    """


class Availability(TypedDict):
    """How likely a service is up, and which components that hangs on."""

    service: CiId
    """Which service, or other item."""
    available: Probability
    """How likely it is not down."""
    available_ppb: int
    """The same in parts per billion, to the nearest."""
    is_exact: bool
    """Whether `available` is exact to its last digit; otherwise it is off by less than components * 10^-71."""
    contributions: list[Contribution]
    """The components that matter, the most important first, then by id."""
    steps: int
    """Steps taken."""


class BallotOpening(TypedDict):
    """What a ballot opens with."""

    subject: Digest
    """The hash of the content voted on."""
    rule: ApprovalRule
    """The rule."""
    voters: list[Voter]
    """The voters. Who stands here in two roles votes once, with both."""
    excluded: NotRequired[list[Excluded]]
    """Who may not approve, and why. A voter named here still counts among the voters: leave out whom no waiver
    will admit.
    """


Confidentiality: TypeAlias = Literal["open", "internal", "restricted"]
"""Who may see a record."""


class Noticed(TypedDict):
    """What a record remembers of a notice."""

    delivered_at: NotRequired[Instant | None]
    """When it reached its recipient, if a receipt came."""
    requested_at: Instant
    """When it was requested."""
    to: Recipient
    """To whom."""
    why: NoticeKind
    """Why."""


class Envelope(TypedDict):
    """What every record has (spec 3.0.3)."""

    attachments: NotRequired[list[Attachment]]
    """Files of the host."""
    cis: NotRequired[list[CiId]]
    """Affected configuration items."""
    confidentiality: Confidentiality
    """Who may see it."""
    created_at: Instant
    """When it was recorded."""
    created_by: PersonId
    """By whom."""
    id: RecordId
    """Its id, also its number."""
    imported: NotRequired[bool]
    """Whether it came in by bulk import, with its past as stated."""
    late_entry: NotRequired[bool]
    """Whether it was recorded later than the tolerance of the policy after it occurred."""
    links: NotRequired[list[Link]]
    """Its links."""
    notices: NotRequired[list[Noticed]]
    """The notices requested for it, in order of their numbers."""
    occurred_at: Instant
    """When it occurred."""
    owner: NotRequired[PersonId | None]
    """Who answers for it now."""
    retention_class: NotRequired[str | None]
    """The class that says how long it is kept."""
    services: NotRequired[list[ServiceId]]
    """Affected services."""
    unit: NotRequired[UnitId | None]
    """The unit it belongs to."""
    updated_at: Instant
    """When the latest of its events happened."""
    version: int
    """How many events it has had."""


BaselinePhase: TypeAlias = Literal["captured", "frozen", "superseded"]
"""The phases of a baseline (spec 3.23)."""


class Baseline(TypedDict):
    """A configuration baseline."""

    envelope: Envelope
    """What every record has."""
    phase: BaselinePhase
    """Where it stands."""
    purpose: Purpose
    """What it is for."""
    subject: NotRequired[RecordId | None]
    """The change or release it is for."""
    items: list[CapturedItem]
    """What was captured, sorted by item."""
    hash: Digest
    """The hash over it."""
    superseded_by: NotRequired[RecordId | None]
    """What took its place."""


class BaselineCaptureBody(TypedDict):
    """Captures the items as they are."""

    purpose: Purpose
    """What for."""
    subject: NotRequired[RecordId | None]
    """The change or release it is for, where it is for one."""
    items: list[RecordId]
    """The items."""


class BaselineFreezeBody(TypedDict):
    """Freezes what was captured."""

    hash: Digest
    """The hash of the baseline, as whoever freezes it has seen it."""


class BaselineSupersedeBody(TypedDict):
    """Puts another baseline in its place."""

    by: RecordId
    """The frozen baseline."""


Basis: TypeAlias = Literal["cell", "mean", "override"]
"""What a priority rests on."""


class Because(TypedDict):
    """A reason, and nothing else."""

    reason: Text
    """Why."""


class CellAt(TypedDict):
    """Where a cell stands and for which levels."""

    row: int
    """Index of the row in `cells`."""
    column: int
    """Index of the column in the row."""
    impact: int
    """The impact level of the row."""
    urgency: int
    """The urgency level of the column."""


class ChangeStateDraft(TypedDict):
    """Being written."""

    kind: Literal["draft"]


class ChangeStateSubmitted(TypedDict):
    """Asked for."""

    kind: Literal["submitted"]


class ChangeStateAccepted(TypedDict):
    """Complete and classified."""

    kind: Literal["accepted"]


class ChangeStateAssessed(TypedDict):
    """Assessed."""

    kind: Literal["assessed"]


class ChangeStateAwaitingApproval(TypedDict):
    """Its authority votes."""

    kind: Literal["awaiting_approval"]


class ChangeStateDeferred(TypedDict):
    """Put off."""

    kind: Literal["deferred"]
    reason: Text
    """Why."""
    until: Instant
    """To when."""


class ChangeStateApproved(TypedDict):
    """May be built."""

    kind: Literal["approved"]


class ChangeStateBuiltTested(TypedDict):
    """Built and tested."""

    kind: Literal["built_tested"]


class ChangeStateScheduled(TypedDict):
    """In the schedule of change."""

    kind: Literal["scheduled"]


class ChangeStateEmergencyAuthorised(TypedDict):
    """An emergency that may be implemented."""

    kind: Literal["emergency_authorised"]


class ChangeStateImplementing(TypedDict):
    """Being implemented."""

    kind: Literal["implementing"]


class ChangeStateImplemented(TypedDict):
    """Implemented."""

    kind: Literal["implemented"]


class ChangeStateBackedOut(TypedDict):
    """Undone."""

    kind: Literal["backed_out"]


class ChangeStateInReview(TypedDict):
    """Being reviewed."""

    kind: Literal["in_review"]


class ChangeStateRetrospectivelyDocumented(TypedDict):
    """An emergency whose record was completed afterwards."""

    kind: Literal["retrospectively_documented"]


class ChangeStateRetrospectivelyReviewed(TypedDict):
    """An emergency that was reviewed."""

    kind: Literal["retrospectively_reviewed"]


class ChangeStateClosed(TypedDict):
    """Over."""

    kind: Literal["closed"]
    at: Instant
    """When."""
    by: PersonId
    """Who closed it."""
    outcome: ChangeOutcome
    """How it turned out."""
    no_ci_difference: NotRequired[dict[Identifier, Text]]
    """Why an item it was about is as it was, item by item."""
    investigation: NotRequired[Investigation | None]
    """Where a failure is investigated."""
    actions: NotRequired[list[RecordId]]
    """The records of the actions that follow from a failure."""


class ChangeStateRejected(TypedDict):
    """Refused."""

    kind: Literal["rejected"]
    at: Instant
    """When."""
    reason: Text
    """Why."""


class ChangeStateWithdrawn(TypedDict):
    """Taken back."""

    kind: Literal["withdrawn"]
    at: Instant
    """When."""
    reason: Text
    """Why."""


ChangeState: TypeAlias = (
    ChangeStateDraft
    | ChangeStateSubmitted
    | ChangeStateAccepted
    | ChangeStateAssessed
    | ChangeStateAwaitingApproval
    | ChangeStateDeferred
    | ChangeStateApproved
    | ChangeStateBuiltTested
    | ChangeStateScheduled
    | ChangeStateEmergencyAuthorised
    | ChangeStateImplementing
    | ChangeStateImplemented
    | ChangeStateBackedOut
    | ChangeStateInReview
    | ChangeStateRetrospectivelyDocumented
    | ChangeStateRetrospectivelyReviewed
    | ChangeStateClosed
    | ChangeStateRejected
    | ChangeStateWithdrawn
)
"""The state of a change with the data that exist only in it."""


class Implementation(TypedDict):
    """What was done."""

    started_at: Instant
    """When it began."""
    started_by: PersonId
    """Who began it."""
    implementers: list[PersonId]
    """Everybody who implemented it."""
    approved: bool
    """Whether it was approved, and for the content it had, when it began."""
    baseline: NotRequired[RecordId | None]
    """The baseline taken before."""
    back_out_known: NotRequired[Text | None]
    """How it can be undone, where that is not in its plan."""
    ended_at: NotRequired[Instant | None]
    """When it ended."""
    steps: NotRequired[list[Text]]
    """The steps done."""
    verification: NotRequired[Text | None]
    """How it was seen that it works."""
    deviations: NotRequired[list[Text]]
    """What went otherwise than planned."""
    back_out: NotRequired[BackOut | None]
    """How it was undone, if it was."""


class ChangeDues(TypedDict):
    """By when something has to be done."""

    items: NotRequired[Instant | None]
    """The update of its items, until somebody looked whether that was done."""
    review: NotRequired[Instant | None]
    """The review."""
    documentation: NotRequired[Instant | None]
    """The documentation of an emergency."""


class Change(TypedDict):
    """A change."""

    envelope: Envelope
    """What every record has. Its owner is the change's owner."""
    state: ChangeState
    """Where it stands."""
    requester: PersonId
    """Who asks for it."""
    rfc: Rfc
    """What is asked for."""
    submitted_at: NotRequired[Instant | None]
    """When it was submitted."""
    category: NotRequired[ChangeCategory | None]
    """Its category."""
    lowered: NotRequired[Lowering | None]
    """Why that is lower than the score proposes, where it is."""
    risk: NotRequired[RiskScore | None]
    """Its risk."""
    reach: NotRequired[Reach | None]
    """What it reaches."""
    assessors: NotRequired[dict[Assessment, PersonId]]
    """Who assesses what."""
    opinions: NotRequired[dict[Assessment, Opinion]]
    """What the assessors said."""
    plan: NotRequired[ChangePlan | None]
    """How it is to be done."""
    service_plan: NotRequired[ServicePlan | None]
    """The service plan of a major change."""
    ballot: NotRequired[Ballot | None]
    """The ballot on its present content."""
    approved_at: NotRequired[Instant | None]
    """When it was approved or authorised first."""
    tested: NotRequired[Tested | None]
    """How it was built and tested."""
    waived: NotRequired[list[ConflictWaiver]]
    """Conflicts that were waived."""
    conflicts: NotRequired[list[Conflict]]
    """The conflicts that were known when it was scheduled, soft and waived ones."""
    standard: NotRequired[StandardUse | None]
    """What a standard change is implemented under."""
    authorisation: NotRequired[EmergencyAuthorisation | None]
    """The authorisation of an emergency."""
    implementation: NotRequired[Implementation | None]
    """What was done."""
    documented_at: NotRequired[Instant | None]
    """When an emergency was documented."""
    no_ci_difference: NotRequired[dict[Identifier, Text]]
    """Why items of a documented emergency are as they were, item by item."""
    reviewed: NotRequired[ReviewOfChange | None]
    """The review."""
    dues: NotRequired[ChangeDues]
    """By when what follows its end has to be done."""
    late: NotRequired[dict[Late, Instant]]
    """What it was late with, and since when."""


class ChangeAcceptBody(TypedDict):
    """Finds it complete, and classifies it."""

    category: ChangeCategory
    """Minor, significant or major."""
    lowering_reason: NotRequired[Text | None]
    """Why that is lower than the estimate proposes, where it is."""
    estimate: RiskEstimate
    """The first estimate of its risk."""
    owner: PersonId
    """Who answers for it."""
    assessors: dict[Assessment, PersonId]
    """Who assesses what."""


class ChangeAssessBody(TypedDict):
    """Finds the assessment complete, and scores the risk."""

    estimate: RiskEstimate
    """The estimate."""
    back_out_tested: bool
    """Whether a back-out was tested, as far as a plan does not say it already."""


class ChangeAssignBody(TypedDict):
    """Names another owner or other assessors."""

    owner: NotRequired[PersonId | None]
    """The owner from now on."""
    assessors: NotRequired[dict[Assessment, PersonId]]
    """Assessors that are added or replaced."""


class ChangeAuthoriseEmergencyBody(TypedDict):
    """Authorises an emergency."""

    criterion: Code
    """The criterion of the policy that it meets."""
    major_incident: NotRequired[RecordId | None]
    """The major incident that it restores."""
    risk: Text
    """The risk that is taken."""
    given_at: NotRequired[Instant | None]
    """When it was given by word of mouth; absent: it is given now."""
    implementer: PersonId
    """Who implements it."""
    owner: PersonId
    """Who answers for it, and documents it afterwards."""
    assessors: NotRequired[dict[Assessment, PersonId]]
    """Who assesses what afterwards."""


class ChangeBackOutBody(TypedDict):
    """It is undone."""

    reason: Text
    """Why."""
    restored: Text
    """How it was seen that the state before is restored."""
    service_hit: bool
    """Whether a service was hit."""
    incident: NotRequired[RecordId | None]
    """The incident that it was, if it is logged already."""
    steps: NotRequired[list[Text]]
    """The steps done."""
    implementers: NotRequired[list[PersonId]]
    """Who else implemented it."""


class ChangeBeginImplementationBody(TypedDict):
    """Begins to implement it."""

    baseline: NotRequired[RecordId | None]
    """The baseline taken before; needed where items are altered, unless it is an emergency."""
    back_out_known: NotRequired[Text | None]
    """How an emergency can be undone."""
    implementers: NotRequired[list[PersonId]]
    """Who else implements it, as far as known."""
    started_at: NotRequired[Instant | None]
    """When an emergency was begun, if earlier than it is recorded."""


class ChangeBeginReviewBody(TypedDict):
    """Begins the review. Issued by the system."""


class ChangeCloseBody(TypedDict):
    """Closes it."""

    linked_updated: bool
    """Whether the records it is linked to were updated."""
    no_ci_difference: NotRequired[dict[Identifier, Text]]
    """Why an item it was about is as it was, item by item."""
    investigation: NotRequired[Investigation | None]
    """Where a failure is investigated."""
    actions: NotRequired[list[RecordId]]
    """The records of the actions that follow from a failure."""


class ChangeConfirmNoticeBody(TypedDict):
    """The host's receipt for a notice."""

    delivered_at: Instant
    """When it reached its recipient."""
    number: int
    """The number of the notice within the record."""


class ChangeDeferBody(TypedDict):
    """Puts it off."""

    reason: Text
    """Why."""
    until: Instant
    """To when."""


class ChangeDelegateBody(TypedDict):
    """Lets another person vote for oneself."""

    to: PersonId
    """Who."""


class ChangeDocumentRetrospectivelyBody(TypedDict):
    """Completes the record of an emergency."""

    rfc: Rfc
    """The whole request."""
    estimate: RiskEstimate
    """The estimate of its risk."""
    back_out_tested: bool
    """Whether its back-out was tested."""
    tested: Tested
    """How it was tested."""
    no_ci_difference: NotRequired[dict[Identifier, Text]]
    """Why an item it was about is as it was, item by item."""


class ChangeDraftBody(TypedDict):
    """Begins a request for change."""

    rfc: Rfc
    """What is asked for, as far as known."""
    requester: NotRequired[PersonId | None]
    """Who asks; absent: whoever is acted for, else the actor."""
    raised_from: NotRequired[list[RecordId]]
    """The incidents, problems and other records it comes from."""


class ChangeEditBody(TypedDict):
    """Changes what is asked for, or how it is to be done. What is absent stays as it is."""

    rfc: NotRequired[Rfc | None]
    """The whole request, as it is from now on."""
    plan: NotRequired[ChangePlan | None]
    """The whole plan, as it is from now on."""


class ChangeImplementBody(TypedDict):
    """It is implemented."""

    steps: list[Text]
    """The steps done."""
    verification: Text
    """How it was seen that it works."""
    deviations: NotRequired[list[Text]]
    """What went otherwise than planned."""
    implementers: NotRequired[list[PersonId]]
    """Who else implemented it."""


class ChangeLinkBody(TypedDict):
    """Links another record."""

    link: Link
    """The link."""


class ChangeModelStateProposed(TypedDict):
    """Written, not yet approved."""

    kind: Literal["proposed"]


class ChangeModelStateApproved(TypedDict):
    """Changes may be scheduled under it."""

    kind: Literal["approved"]


class ChangeModelStateSuspended(TypedDict):
    """Not for now."""

    kind: Literal["suspended"]
    at: Instant
    """Since when."""
    reason: Text
    """Why."""


class ChangeModelStateExpired(TypedDict):
    """Past its validity."""

    kind: Literal["expired"]


class ChangeModelStateWithdrawn(TypedDict):
    """Never again."""

    kind: Literal["withdrawn"]
    at: Instant
    """Since when."""
    automatic: bool
    """Whether because it failed too often."""
    reason: Text
    """Why."""


ChangeModelState: TypeAlias = (
    ChangeModelStateProposed
    | ChangeModelStateApproved
    | ChangeModelStateSuspended
    | ChangeModelStateExpired
    | ChangeModelStateWithdrawn
)
"""The state of a standard change model with the data that exist only in it."""


class ChangeModel(TypedDict):
    """A standard change model: an approval given beforehand. 标准变更模型"""

    envelope: Envelope
    """What every record has."""
    state: ChangeModelState
    """Where it stands."""
    proposer: PersonId
    """Who proposed what it says."""
    terms: ModelTerms
    """What it says."""
    approvals: NotRequired[list[ModelApproval]]
    """Its approvals, in order; the last one counts."""
    failures: NotRequired[list[ModelFailure]]
    """The failures since the last approval."""


class ChangeModelApproveBody(TypedDict):
    """Approves a model."""

    valid_until: Instant
    """The last instant at which it is valid."""


class ChangeModelConfirmNoticeBody(TypedDict):
    """The host's receipt for a notice."""

    delivered_at: Instant
    """When it reached its recipient."""
    number: int
    """The number of the notice within the record."""


class ChangeModelProposeBody(TypedDict):
    """Proposes a model."""

    terms: ModelTerms
    """What it says."""


class ChangeModelRecordFailureBody(TypedDict):
    """A change under it failed. Issued by the system."""

    change: RecordId
    """Which."""
    reason: Text
    """How."""


class ChangeModelReinstateBody(TypedDict):
    """Lets it be used again."""

    reason: Text
    """Why."""


class ChangeModelRenewBody(TypedDict):
    """Approves it anew."""

    valid_until: Instant
    """The last instant at which it is valid."""


class ChangeModelReviseBody(TypedDict):
    """Changes what is proposed. Who revises it has proposed it from then on."""

    terms: ModelTerms
    """What it says from now on."""


class ChangeModelSuspendBody(TypedDict):
    """Lets nobody use it for now."""

    reason: Text
    """Why."""


class ChangeModelWithdrawBody(TypedDict):
    """Ends it."""

    reason: Text
    """Why."""


class ChangeOpineBody(TypedDict):
    """An assessor says what he thinks."""

    assessment: Assessment
    """Of what."""
    verdict: Verdict
    """In a word."""
    text: Text
    """In words."""


class ChangeReclassifyBody(TypedDict):
    """Gives another category."""

    category: ChangeCategory
    """Minor, significant or major."""
    reason: Text
    """Why."""


ChangeRejectBody: TypeAlias = Because
"""Refuses it."""


class ChangeRequestApprovalBody(TypedDict):
    """Lets its authority vote. What is absent stays as it is."""

    plan: NotRequired[ChangePlan | None]
    """How it is to be done."""
    service_plan: NotRequired[ServicePlan | None]
    """The service plan of a major change."""


class RequestApproval(TypedDict):
    """Lets its authority vote. What is absent stays as it is."""

    plan: NotRequired[ChangePlan | None]
    """How it is to be done."""
    service_plan: NotRequired[ServicePlan | None]
    """The service plan of a major change."""


ChangeResubmitBody: TypeAlias = RequestApproval
"""Lets its authority vote after it was put off. What is absent stays as it is."""


class ChangeReviewBody(TypedDict):
    """Records what the review found."""

    pir: Pir
    """What."""


class ChangeReviewRetrospectivelyBody(TypedDict):
    """Records what the board found of an emergency."""

    pir: Pir
    """What."""
    was_emergency: bool
    """Whether it was an emergency."""
    finding: NotRequired[RecordId | None]
    """The finding raised because it was none."""


class ChangeScheduleBody(TypedDict):
    """Gives it its place in the schedule of change."""

    communicated: bool
    """Whether those concerned were told, as its plan says."""


class ChangeScheduleStandardBody(TypedDict):
    """Schedules a standard change under its model."""

    model: RecordId
    """The model."""
    implementer: PersonId
    """Who implements it."""
    window: ChangeWindow
    """When."""


class ChangeSubmitBody(TypedDict):
    """Asks for it."""


class ChangeTestBody(TypedDict):
    """It is built and tested."""

    tested: Tested
    """How."""


class ChangeUnpackBody(TypedDict):
    """Takes it out of a release."""

    release: RecordId
    """Which."""
    reason: Text
    """Why."""


class ChangeVoteBody(TypedDict):
    """A vote."""

    by: NotRequired[PersonId | None]
    """For which approver; absent: for oneself."""
    decision: VoteDecision
    """What the approver says."""
    comment: NotRequired[Text]
    """In words: conditions, reasons."""


_ChangeWaiveConflictBodyFields = TypedDict("_ChangeWaiveConflictBodyFields", {"with": Text})


class ChangeWaiveConflictBody(_ChangeWaiveConflictBodyFields):
    """Waives a conflict."""

    rule: Code
    """The rule."""
    ci: NotRequired[CiId | None]
    """The item over which, if it is over one."""
    window: NotRequired[ChangeWindow | None]
    """The window it is about; absent: the one planned."""
    implementer: NotRequired[PersonId | None]
    """Who would implement it; absent: the one planned."""
    reason: Text
    """Why."""


ChangeWithdrawBody: TypeAlias = Because
"""Takes it back."""


class TreeHead(TypedDict):
    """The size and the root of a tree: all that a proof is held to.

    They belong together. By itself a path fits trees of several sizes, and only the size that was signed with
    the root says which.
    """

    size: int
    """How many entries it has."""
    root: Digest
    """Its root."""


class CheckpointAnswer(TypedDict):
    """What a checkpoint says. Nobody has checked who signed it."""

    origin: str
    """Whose log it is."""
    head: TreeHead
    """Its size and root, as `verify_inclusion` and `verify_consistency` take it."""
    extensions: list[str]
    """Lines of the host's own."""


_PastPauseFields = TypedDict("_PastPauseFields", {"from": Instant})


class PastPause(_PastPauseFields):
    """A pause that is over."""

    reason: Code
    """The reason."""
    to: Instant
    """When it ended."""


class Clock(TypedDict):
    """One clock of a ticket."""

    metric: Metric
    """What it measures."""
    cycle: int
    """The cycle, counted from 1."""
    phase: ClockPhase
    """Where it stands."""
    started_at: Instant
    """The original start of the cycle."""
    terms: ClockTerms
    """What it counts under."""
    target_s: int
    """The target in seconds of the measure, from the original start."""
    consumed_s: int
    """Seconds used up to `since`; while it does not run, all of them."""
    carried_s: NotRequired[int]
    """The part of `consumed_s` that a policy carried over without a segment."""
    segments: NotRequired[list[Segment]]
    """The stretches that are over, in order."""
    pauses: NotRequired[list[PastPause]]
    """The pauses of this cycle that are over, in order."""
    since: NotRequired[Instant | None]
    """While it runs: since when."""
    paused: NotRequired[Pause | None]
    """While it is paused: why and since when."""
    due_at: NotRequired[Instant | None]
    """The earliest instant at which the target is used up if it runs on. While paused open, unless it lies in what
    is counted already; kept when stopped.
    """
    breaches_at: NotRequired[Instant | None]
    """The latest instant at which no more than the target is used up if it runs on."""
    breached_at: NotRequired[Instant | None]
    """When the breach of this cycle was recorded. Never cleared within the cycle."""
    excused: NotRequired[Excuse | None]
    """Why the breach of this cycle is excused. A result of the cycle keeps it when the next one begins."""
    armed: NotRequired[list[LevelAt]]
    """Levels to come, by instant."""
    fired: NotRequired[list[LevelAt]]
    """Levels reached in this cycle."""
    results: NotRequired[list[CycleResult]]
    """What the stops left behind."""
    note: NotRequired[ClockNote | None]
    """Why the due time is absent though the clock runs."""
    as_of: Instant
    """The instant of the last mark; no operation lies before it."""


class ClockMarkSet(TypedDict):
    """An operation: where the clock stands after it."""

    kind: Literal["set"]
    mark: ClockSet


class ClockMarkLevelReached(TypedDict):
    """A level was reached."""

    kind: Literal["level_reached"]
    mark: LevelReached


class ClockMarkBreached(TypedDict):
    """More than the target was used up."""

    kind: Literal["breached"]
    mark: Breached


class ClockMarkExcused(TypedDict):
    """A recorded breach was excused."""

    kind: Literal["excused"]
    mark: Excused


ClockMark: TypeAlias = ClockMarkSet | ClockMarkLevelReached | ClockMarkBreached | ClockMarkExcused
"""One thing that happened to a clock."""


class CoverageWarning(TypedDict):
    """A due time beyond the dates for which the holiday list is complete.

    The due time may move when the missing holidays are announced.
    """

    date: CalendarDate
    """Local date of the due time."""
    covers_from: CalendarDate
    """First date covered."""
    covers_until: CalendarDate
    """Last date covered."""


class ClockReading(TypedDict):
    """A clock at an instant."""

    metric: Metric
    """What it measures."""
    at: Instant
    """The instant it was read at."""
    phase: ClockPhase
    """Where it stands."""
    cycle: int
    """The cycle, counted from 1."""
    started_at: Instant
    """The original start of the cycle."""
    target_s: int
    """The target in seconds of the measure."""
    consumed_s: int
    """Seconds of the measure used up."""
    remaining_s: int
    """Seconds of the measure left; negative when the target is overrun."""
    percent_bp: NotRequired[int | None]
    """The used share of the target in basis points, rounded down; none for a target of 0."""
    due_at: NotRequired[Instant | None]
    """The earliest instant at which the target is used up; open while paused."""
    breaches_at: NotRequired[Instant | None]
    """The latest instant that still meets the target."""
    breached: bool
    """Whether a breach is recorded or due to be."""
    breached_at: NotRequired[Instant | None]
    """When it was breached."""
    excused: NotRequired[Excuse | None]
    """Why the breach is excused."""
    overrun_working_s: int
    """Seconds of the measure used beyond the target."""
    overrun_elapsed_s: int
    """Elapsed seconds of running time after the due instant."""
    next_level: NotRequired[LevelAt | None]
    """The level to be reached next."""
    agreement: PolicyRef
    """The version of the agreement."""
    clause: ClauseId
    """The clause."""
    calendar: NotRequired[PolicyRef | None]
    """The version of its calendar."""
    tzdb: str
    """The version of the time zone data."""
    note: NotRequired[ClockNote | None]
    """Why a running clock has no due time."""
    warnings: list[CoverageWarning]
    """Dates for which the calendar does not vouch."""


TicketClocks: TypeAlias = list[Clock]
"""The clocks of one ticket: at most one of each metric."""


class LateEntry(TypedDict):
    """An entry that was recorded late: visible to auditors, not forbidden."""

    entry: int
    """Its place in the history, counted from 0."""
    at: Instant
    """When it happened."""
    recorded_at: Instant
    """When it was recorded."""
    gap_s: int
    """Elapsed seconds between the two."""


class ClocksAnswer(TypedDict):
    """The clocks of a ticket, and what brought them there."""

    clocks: TicketClocks
    """The clocks as they stand: what a host stores."""
    marks: list[ClockMark]
    """What happened to them, by instant."""
    late: NotRequired[list[LateEntry]]
    """The entries of a history that were recorded late."""
    next_due: NotRequired[Instant | None]
    """When something happens by itself next."""


ItemState: TypeAlias = Literal["ok", "degraded", "down"]
"""The state of an item, from best to worst. 运行状态"""


class Item(TypedDict):
    """A configuration item. 配置项"""

    id: CiId
    """Its id."""
    type: Code
    """Its type; whether it is a service follows from `CmdbDocument::service_types`."""
    name: NotRequired[str | None]
    """What people call it."""
    critical: NotRequired[bool]
    """Whether it is among the critical items."""
    state: NotRequired[ItemState]
    """Its own state, whatever its providers do."""
    gates: NotRequired[dict[Identifier, Gate]]
    """How many providers of a group it can lose. A group without a gate needs all of them."""
    attributes: NotRequired[dict[Identifier, Text]]
    """Everything else, as text."""


class CmdbDocument(TypedDict):
    """A register of configuration items as it is written down.

    Which way a failure travels, and how hard it hits, stands with the kind of a relation; how many providers an
    item can lose stands in the gates of the item.
    """

    kinds: NotRequired[dict[Identifier, RelationKind]]
    """The kinds that relations name."""
    service_types: NotRequired[list[Code]]
    """Items of these types are services."""
    items: NotRequired[list[Item]]
    """The items, each id once."""
    relations: NotRequired[list[Relation]]
    """The relations; both ends must be among the items."""


_CollisionFields = TypedDict("_CollisionFields", {"from": Instant})


class Collision(_CollisionFields):
    """Overlays that do not harm a service as long as any one of them is missing."""

    service: CiId
    """The service."""
    state: ItemState
    """The state that they bring it to, at least."""
    overlays: list[RecordId]
    """Two overlays or more."""
    until: Instant
    """The first instant at which one of them does not."""


class IncidentLogBody(TypedDict):
    """Records an incident."""

    channel: Channel
    """How it reached the desk."""
    symptom: Text
    """What is wrong, in the words of whoever has the trouble."""
    occurred_at: Instant
    """When it began."""
    service: AffectedService
    """The service that is affected."""
    symptom_code: NotRequired[Code | None]
    """What is wrong, as a code of the host's tree."""
    reporter: NotRequired[Text | None]
    """How the requester can be reached."""
    requester: NotRequired[PersonId | None]
    """Who has the trouble; absent: whoever is acted for, else the actor."""
    customer: NotRequired[CustomerId | None]
    """The customer."""
    ci: NotRequired[CiId | None]
    """The configuration item that is affected."""
    no_ci_reason: NotRequired[Text | None]
    """Why there is none."""
    service_down: NotRequired[bool]
    """Whether the service is down."""
    repeat_of: NotRequired[RecordId | None]
    """The closed incident that this one is again."""


class IncidentLogCommand(TypedDict):
    """Records an incident."""

    kind: Literal["incident.log"]
    record: NotRequired[RecordId | None]
    body: IncidentLogBody


_PastWaitFields = TypedDict("_PastWaitFields", {"from": Instant})


class PastWait(_PastWaitFields):
    """A wait that lies in the stated past."""

    reason: PendingReason
    """For what."""
    until: NotRequired[Instant | None]
    """Until when; absent: it still waits."""


class IncidentImportBody(TypedDict):
    """Takes an incident over from another system, in its present state and with its past as stated."""

    channel: Channel
    """How it reached the desk."""
    symptom: Text
    """What is wrong."""
    requester: PersonId
    """Who has the trouble."""
    occurred_at: Instant
    """When it began."""
    opened_at: Instant
    """When it was recorded there."""
    state: ImportedState
    """Where it stands."""
    service: NotRequired[ServiceId | None]
    """The service, if known."""
    service_down: NotRequired[bool]
    """Whether it is down."""
    customer: NotRequired[CustomerId | None]
    """The customer."""
    ci: NotRequired[CiId | None]
    """The configuration item."""
    classification: NotRequired[Classification | None]
    """What it is, once classified."""
    assignment: NotRequired[Assignment | None]
    """Who has it, once assigned."""
    hops: NotRequired[int]
    """How often it went to another group."""
    response_at: NotRequired[Instant | None]
    """When it was first acknowledged."""
    waits: NotRequired[list[PastWait]]
    """Its waits."""
    resolution: NotRequired[Resolution | None]
    """How it was resolved last."""
    resolver: NotRequired[PersonId | None]
    """Who resolved it last."""
    resolved_at: NotRequired[list[Instant]]
    """Every resolution."""
    reopened_at: NotRequired[list[Instant]]
    """Every reopening."""


class IncidentImportCommand(TypedDict):
    """Takes an incident over from another system, in its present state and with its past as stated."""

    kind: Literal["incident.import"]
    record: NotRequired[RecordId | None]
    body: IncidentImportBody


class KnownErrorMatchFound(TypedDict):
    """This one does."""

    found: RecordId


KnownErrorMatch: TypeAlias = Literal["none"] | KnownErrorMatchFound
"""What the search for a known error gave. It must have been tried."""


class IncidentClassifyBody(TypedDict):
    """Classifies an incident: category, impact and urgency, from which the matrix makes the priority."""

    category: Code
    """The category."""
    impact: int
    """The impact, as the matrix numbers it."""
    urgency: int
    """The urgency, as the matrix numbers it."""
    known_error: KnownErrorMatch
    """What the search for a known error gave."""
    security: NotRequired[bool]
    """Whether it is a security incident."""


class IncidentClassifyCommand(TypedDict):
    """Classifies an incident: category, impact and urgency, from which the matrix makes the priority."""

    kind: Literal["incident.classify"]
    record: NotRequired[RecordId | None]
    body: IncidentClassifyBody


class IncidentAssignBody(TypedDict):
    """Gives an incident to a group."""

    group: UnitId
    """The support group."""
    person: NotRequired[PersonId | None]
    """The person, if one is named."""
    no_sla_reason: NotRequired[Text | None]
    """Why no agreement covers it; needed when no clock runs."""


class IncidentAssignCommand(TypedDict):
    """Gives an incident to a group."""

    kind: Literal["incident.assign"]
    record: NotRequired[RecordId | None]
    body: IncidentAssignBody


class IncidentAcknowledgeBody(TypedDict):
    """Begins the work: the response."""


class IncidentAcknowledgeCommand(TypedDict):
    """Begins the work: the response."""

    kind: Literal["incident.acknowledge"]
    record: NotRequired[RecordId | None]
    body: IncidentAcknowledgeBody


class IncidentReassignBody(TypedDict):
    """Gives an incident to another group."""

    group: UnitId
    """The support group."""
    person: NotRequired[PersonId | None]
    """The person, if one is named."""
    escalation: EscalationKind
    """To other skills or to more authority."""
    reason: Text
    """Why."""


class IncidentReassignCommand(TypedDict):
    """Gives an incident to another group."""

    kind: Literal["incident.reassign"]
    record: NotRequired[RecordId | None]
    body: IncidentReassignBody


class IncidentPendBody(TypedDict):
    """Lets an incident wait."""

    reason: PendingReason
    """For what."""
    note: Text
    """A note for whoever reads it later."""
    until: Instant
    """The expected end."""


class IncidentPendCommand(TypedDict):
    """Lets an incident wait."""

    kind: Literal["incident.pend"]
    record: NotRequired[RecordId | None]
    body: IncidentPendBody


class IncidentResumeBody(TypedDict):
    """Ends the wait."""

    reason: Text
    """Why now."""


class IncidentResumeCommand(TypedDict):
    """Ends the wait."""

    kind: Literal["incident.resume"]
    record: NotRequired[RecordId | None]
    body: IncidentResumeBody


class IncidentResolveBody(TypedDict):
    """Resolves an incident."""

    resolution: Resolution
    """How."""


class IncidentResolveCommand(TypedDict):
    """Resolves an incident."""

    kind: Literal["incident.resolve"]
    record: NotRequired[RecordId | None]
    body: IncidentResolveBody


class IncidentCloseBody(TypedDict):
    """Confirms a resolution."""

    code: Code
    """The closure code."""
    category_verified: bool
    """Whether somebody looked whether the category is right."""


class IncidentCloseCommand(TypedDict):
    """Confirms a resolution."""

    kind: Literal["incident.close"]
    record: NotRequired[RecordId | None]
    body: IncidentCloseBody


class IncidentReopenBody(TypedDict):
    """Takes a resolution back."""

    reason: Text
    """Why."""


class IncidentReopenCommand(TypedDict):
    """Takes a resolution back."""

    kind: Literal["incident.reopen"]
    record: NotRequired[RecordId | None]
    body: IncidentReopenBody


class IncidentCancelBody(TypedDict):
    """Ends an incident that is none of its own."""

    duplicate_of: NotRequired[RecordId | None]
    """The incident that it duplicates."""
    reason: NotRequired[Text | None]
    """Why it was logged by mistake."""


class IncidentCancelCommand(TypedDict):
    """Ends an incident that is none of its own."""

    kind: Literal["incident.cancel"]
    record: NotRequired[RecordId | None]
    body: IncidentCancelBody


class IncidentConvertBody(TypedDict):
    """Goes on as a service request; the history stays here."""

    to: RecordId
    """The service request."""
    reason: Text
    """Why."""


class IncidentConvertCommand(TypedDict):
    """Goes on as a service request; the history stays here."""

    kind: Literal["incident.convert"]
    record: NotRequired[RecordId | None]
    body: IncidentConvertBody


class IncidentReclassifyBody(TypedDict):
    """Changes the classification; the priority follows, and the clocks with it."""

    category: NotRequired[Code | None]
    """The category, if it changes."""
    impact: NotRequired[int | None]
    """The impact, if it changes."""
    urgency: NotRequired[int | None]
    """The urgency, if it changes."""
    reason: Text
    """Why."""


class IncidentReclassifyCommand(TypedDict):
    """Changes the classification; the priority follows, and the clocks with it."""

    kind: Literal["incident.reclassify"]
    record: NotRequired[RecordId | None]
    body: IncidentReclassifyBody


class IncidentOverridePriorityBody(TypedDict):
    """Sets a priority that is not the matrix's."""

    priority: int
    """The priority."""
    reason: Text
    """Why."""
    expires_at: NotRequired[Instant | None]
    """Up to when; absent: until it is overridden again."""


class IncidentOverridePriorityCommand(TypedDict):
    """Sets a priority that is not the matrix's."""

    kind: Literal["incident.override_priority"]
    record: NotRequired[RecordId | None]
    body: IncidentOverridePriorityBody


class IncidentMoveBody(TypedDict):
    """Changes whom or what it affects; the clocks follow the agreement that is selected then."""

    service: NotRequired[ServiceId | None]
    """The service, if it changes."""
    customer: NotRequired[CustomerId | None]
    """The customer, if it changes."""
    ci: NotRequired[CiId | None]
    """The configuration item, if it changes."""
    reason: Text
    """Why."""


class IncidentMoveCommand(TypedDict):
    """Changes whom or what it affects; the clocks follow the agreement that is selected then."""

    kind: Literal["incident.move"]
    record: NotRequired[RecordId | None]
    body: IncidentMoveBody


class IncidentWorkBody(TypedDict):
    """Records an action."""

    note: Text
    """What was done."""


class IncidentWorkCommand(TypedDict):
    """Records an action."""

    kind: Literal["incident.work"]
    record: NotRequired[RecordId | None]
    body: IncidentWorkBody


class IncidentInformBody(TypedDict):
    """Tells the requester how it stands."""


class IncidentInformCommand(TypedDict):
    """Tells the requester how it stands."""

    kind: Literal["incident.inform"]
    record: NotRequired[RecordId | None]
    body: IncidentInformBody


class IncidentEscalateBody(TypedDict):
    """Hands a matter up without moving it."""

    to: UnitId
    """To whom."""
    escalation: EscalationKind
    """To other skills or to more authority."""
    reason: Text
    """Why."""


class IncidentEscalateCommand(TypedDict):
    """Hands a matter up without moving it."""

    kind: Literal["incident.escalate"]
    record: NotRequired[RecordId | None]
    body: IncidentEscalateBody


class IncidentLinkBody(TypedDict):
    """Links another record."""

    link: Link
    """The link."""


class IncidentLinkCommand(TypedDict):
    """Links another record."""

    kind: Literal["incident.link"]
    record: NotRequired[RecordId | None]
    body: IncidentLinkBody


class IncidentMarkMajorBody(TypedDict):
    """Names the major incident that was declared for it."""

    major: RecordId
    """The major incident."""


class IncidentMarkMajorCommand(TypedDict):
    """Names the major incident that was declared for it."""

    kind: Literal["incident.mark_major"]
    record: NotRequired[RecordId | None]
    body: IncidentMarkMajorBody


class IncidentUnmarkMajorBody(TypedDict):
    """Takes back that it is a major incident, after the downgrade."""

    major: RecordId
    """The major incident that was downgraded."""


class IncidentUnmarkMajorCommand(TypedDict):
    """Takes back that it is a major incident, after the downgrade."""

    kind: Literal["incident.unmark_major"]
    record: NotRequired[RecordId | None]
    body: IncidentUnmarkMajorBody


class IncidentRecalculateBody(TypedDict):
    """Measures the clocks again under the calendars in force now."""

    reason: Code
    """Why, as a code: `late_holiday_notice`, `tzdb_revision`."""


class IncidentRecalculateCommand(TypedDict):
    """Measures the clocks again under the calendars in force now."""

    kind: Literal["incident.recalculate"]
    record: NotRequired[RecordId | None]
    body: IncidentRecalculateBody


class IncidentExcuseBreachBody(TypedDict):
    """Excuses a recorded breach; it stays recorded."""

    metric: Metric
    """Of which clock."""
    reason: Code
    """Why, as a code."""


class IncidentExcuseBreachCommand(TypedDict):
    """Excuses a recorded breach; it stays recorded."""

    kind: Literal["incident.excuse_breach"]
    record: NotRequired[RecordId | None]
    body: IncidentExcuseBreachBody


class IncidentConfirmNoticeBody(TypedDict):
    """The host's receipt for a notice."""

    delivered_at: Instant
    """When it reached its recipient."""
    number: int
    """The number of the notice within the record."""


class IncidentConfirmNoticeCommand(TypedDict):
    """The host's receipt for a notice."""

    kind: Literal["incident.confirm_notice"]
    record: NotRequired[RecordId | None]
    body: IncidentConfirmNoticeBody


class MajorIncidentDeclareBody(TypedDict):
    """Declares a major incident."""

    incident: RecordId
    """The incident it is."""
    criteria: NotRequired[list[Code]]
    """The criteria of the policy that it meets."""
    manual_reason: NotRequired[Text | None]
    """Why it is one although it meets none."""
    manager: PersonId
    """The major incident manager."""
    resolvers: NotRequired[list[PersonId]]
    """Who works on the resolution, as far as known."""


class MajorIncidentDeclareCommand(TypedDict):
    """Declares a major incident."""

    kind: Literal["major_incident.declare"]
    record: NotRequired[RecordId | None]
    body: MajorIncidentDeclareBody


class MajorIncidentManageBody(TypedDict):
    """Takes the lead."""

    update_every_s: int
    """How often those concerned are told, in seconds; not less often than the policy says."""


class MajorIncidentManageCommand(TypedDict):
    """Takes the lead."""

    kind: Literal["major_incident.manage"]
    record: NotRequired[RecordId | None]
    body: MajorIncidentManageBody


class MajorIncidentUpdateBody(TypedDict):
    """Tells those concerned how it stands."""

    text: Text
    """What they are told."""


class MajorIncidentUpdateCommand(TypedDict):
    """Tells those concerned how it stands."""

    kind: Literal["major_incident.update"]
    record: NotRequired[RecordId | None]
    body: MajorIncidentUpdateBody


class MajorIncidentRestoreBody(TypedDict):
    """The service works again."""

    restoration: Restoration
    """The end of the outage."""


class MajorIncidentRestoreCommand(TypedDict):
    """The service works again."""

    kind: Literal["major_incident.restore"]
    record: NotRequired[RecordId | None]
    body: MajorIncidentRestoreBody


class MajorIncidentBeginReviewBody(TypedDict):
    """Begins the review."""

    facilitator: PersonId
    """Who leads it."""


class MajorIncidentBeginReviewCommand(TypedDict):
    """Begins the review."""

    kind: Literal["major_incident.begin_review"]
    record: NotRequired[RecordId | None]
    body: MajorIncidentBeginReviewBody


class MajorIncidentReviewBody(TypedDict):
    """Records what the review found."""

    review: MajorIncidentReview
    """What it found."""


class MajorIncidentReviewCommand(TypedDict):
    """Records what the review found."""

    kind: Literal["major_incident.review"]
    record: NotRequired[RecordId | None]
    body: MajorIncidentReviewBody


class MajorIncidentCloseBody(TypedDict):
    """Closes a major incident."""

    actions: NotRequired[list[RecordId]]
    """The records of the actions that follow from the review."""
    no_action_reason: NotRequired[Text | None]
    """Why none follows, where none does."""
    report: Attachment
    """The report that top management has."""


class MajorIncidentCloseCommand(TypedDict):
    """Closes a major incident."""

    kind: Literal["major_incident.close"]
    record: NotRequired[RecordId | None]
    body: MajorIncidentCloseBody


class MajorIncidentDowngradeBody(TypedDict):
    """Takes a major incident back, as the other of the two managers has proposed."""

    reason: Text
    """Why it meets no criterion."""


class MajorIncidentDowngradeCommand(TypedDict):
    """Takes a major incident back, as the other of the two managers has proposed."""

    kind: Literal["major_incident.downgrade"]
    record: NotRequired[RecordId | None]
    body: MajorIncidentDowngradeBody


class MajorIncidentHandOverBody(TypedDict):
    """Hands the lead to another person."""

    manager: PersonId
    """The new major incident manager."""
    reason: Text
    """Why."""


class MajorIncidentHandOverCommand(TypedDict):
    """Hands the lead to another person."""

    kind: Literal["major_incident.hand_over"]
    record: NotRequired[RecordId | None]
    body: MajorIncidentHandOverBody


class MajorIncidentProposeDowngradeBody(TypedDict):
    """Proposes to take a major incident back."""

    reason: Text
    """Why it meets no criterion."""


class MajorIncidentProposeDowngradeCommand(TypedDict):
    """Proposes to take a major incident back."""

    kind: Literal["major_incident.propose_downgrade"]
    record: NotRequired[RecordId | None]
    body: MajorIncidentProposeDowngradeBody


class MajorIncidentConfirmNoticeBody(TypedDict):
    """The host's receipt for a notice."""

    delivered_at: Instant
    """When it reached its recipient."""
    number: int
    """The number of the notice within the record."""


class MajorIncidentConfirmNoticeCommand(TypedDict):
    """The host's receipt for a notice."""

    kind: Literal["major_incident.confirm_notice"]
    record: NotRequired[RecordId | None]
    body: MajorIncidentConfirmNoticeBody


class ServiceRequestSubmitBody(TypedDict):
    """Asks for something that is defined beforehand."""

    model: Code
    """The model of the policy."""
    beneficiary: PersonId
    """For whom."""
    requester: NotRequired[PersonId | None]
    """Who asks; absent: whoever is acted for, else the actor."""
    inputs: NotRequired[dict[Identifier, Text]]
    """The inputs of the model."""
    contact: NotRequired[Text | None]
    """How the requester can be reached."""
    service: NotRequired[ServiceId | None]
    """The service it is about."""
    customer: NotRequired[CustomerId | None]
    """The customer."""


class ServiceRequestSubmitCommand(TypedDict):
    """Asks for something that is defined beforehand."""

    kind: Literal["service_request.submit"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestSubmitBody


class ServiceRequestValidateBody(TypedDict):
    """Finds the beneficiary entitled, and classifies: the matrix makes the priority."""

    classification: RequestClassification
    """What it is."""
    beneficiary_roles: Roles
    """The roles that the beneficiary holds, as the desk has found them."""


class ServiceRequestValidateCommand(TypedDict):
    """Finds the beneficiary entitled, and classifies: the matrix makes the priority."""

    kind: Literal["service_request.validate"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestValidateBody


class ServiceRequestApproveBody(TypedDict):
    """Approves a request whose model asks for no approval."""


class ServiceRequestApproveCommand(TypedDict):
    """Approves a request whose model asks for no approval."""

    kind: Literal["service_request.approve"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestApproveBody


class ServiceRequestRequestApprovalBody(TypedDict):
    """Lets the model's approvers vote. Where their approval is void, asking again opens a new ballot."""


class ServiceRequestRequestApprovalCommand(TypedDict):
    """Lets the model's approvers vote. Where their approval is void, asking again opens a new ballot."""

    kind: Literal["service_request.request_approval"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestRequestApprovalBody


class ServiceRequestVoteBody(TypedDict):
    """A vote."""

    by: NotRequired[PersonId | None]
    """For which approver; absent: for oneself."""
    decision: VoteDecision
    """What the approver says."""
    comment: NotRequired[Text]
    """In words."""


class ServiceRequestVoteCommand(TypedDict):
    """A vote."""

    kind: Literal["service_request.vote"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestVoteBody


class ServiceRequestDelegateBody(TypedDict):
    """Lets another person vote for oneself."""

    to: PersonId
    """Who."""


class ServiceRequestDelegateCommand(TypedDict):
    """Lets another person vote for oneself."""

    kind: Literal["service_request.delegate"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestDelegateBody


class ServiceRequestEditBody(TypedDict):
    """Changes the inputs. Approvals were given for other content, and are void."""

    inputs: dict[Identifier, Text]
    """All inputs, as they are from now on."""


class ServiceRequestEditCommand(TypedDict):
    """Changes the inputs. Approvals were given for other content, and are void."""

    kind: Literal["service_request.edit"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestEditBody


class ServiceRequestFulfilBeginBody(TypedDict):
    """A group takes it."""

    group: UnitId
    """The group."""
    instructions: Instructions
    """The instructions that it works by."""


class ServiceRequestFulfilBeginCommand(TypedDict):
    """A group takes it."""

    kind: Literal["service_request.fulfil_begin"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestFulfilBeginBody


class ServiceRequestFulfilBody(TypedDict):
    """Says that it is done."""

    fulfilment: Fulfilment
    """What was done."""


class ServiceRequestFulfilCommand(TypedDict):
    """Says that it is done."""

    kind: Literal["service_request.fulfil"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestFulfilBody


class ServiceRequestCloseBody(TypedDict):
    """Confirms the fulfilment."""


class ServiceRequestCloseCommand(TypedDict):
    """Confirms the fulfilment."""

    kind: Literal["service_request.close"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestCloseBody


class ServiceRequestRejectBody(TypedDict):
    """Refuses a request."""

    reason: Text
    """Why; the requester is told."""


class ServiceRequestRejectCommand(TypedDict):
    """Refuses a request."""

    kind: Literal["service_request.reject"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestRejectBody


class ServiceRequestCancelBody(TypedDict):
    """Takes a request back."""

    reason: Text
    """Why."""


class ServiceRequestCancelCommand(TypedDict):
    """Takes a request back."""

    kind: Literal["service_request.cancel"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestCancelBody


class ServiceRequestConvertBody(TypedDict):
    """Goes on as an incident or a change; the history stays here."""

    to: ConvertedTo
    """As what."""
    reason: Text
    """Why."""


class ServiceRequestConvertCommand(TypedDict):
    """Goes on as an incident or a change; the history stays here."""

    kind: Literal["service_request.convert"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestConvertBody


class ServiceRequestWaitBody(TypedDict):
    """Lets a request wait."""

    reason: PendingReason
    """For what."""
    note: Text
    """A note for whoever reads it later."""
    until: Instant
    """The expected end."""


class ServiceRequestWaitCommand(TypedDict):
    """Lets a request wait."""

    kind: Literal["service_request.wait"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestWaitBody


class ServiceRequestResumeBody(TypedDict):
    """Ends the wait."""

    reason: Text
    """Why now."""


class ServiceRequestResumeCommand(TypedDict):
    """Ends the wait."""

    kind: Literal["service_request.resume"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestResumeBody


class ServiceRequestTaskDoneBody(TypedDict):
    """A task of the model is done."""

    task: Code
    """Which."""


class ServiceRequestTaskDoneCommand(TypedDict):
    """A task of the model is done."""

    kind: Literal["service_request.task_done"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestTaskDoneBody


class ServiceRequestWorkBody(TypedDict):
    """Records an action."""

    note: Text
    """What was done."""


class ServiceRequestWorkCommand(TypedDict):
    """Records an action."""

    kind: Literal["service_request.work"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestWorkBody


class ServiceRequestInformBody(TypedDict):
    """Tells the requester how it stands."""


class ServiceRequestInformCommand(TypedDict):
    """Tells the requester how it stands."""

    kind: Literal["service_request.inform"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestInformBody


class ServiceRequestLinkBody(TypedDict):
    """Links another record."""

    link: Link
    """The link."""


class ServiceRequestLinkCommand(TypedDict):
    """Links another record."""

    kind: Literal["service_request.link"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestLinkBody


class ServiceRequestRecalculateBody(TypedDict):
    """Measures the clocks again under the calendars in force now."""

    reason: Code
    """Why, as a code: `late_holiday_notice`, `tzdb_revision`."""


class ServiceRequestRecalculateCommand(TypedDict):
    """Measures the clocks again under the calendars in force now."""

    kind: Literal["service_request.recalculate"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestRecalculateBody


class ServiceRequestExcuseBreachBody(TypedDict):
    """Excuses a recorded breach; it stays recorded."""

    metric: Metric
    """Of which clock."""
    reason: Code
    """Why, as a code."""


class ServiceRequestExcuseBreachCommand(TypedDict):
    """Excuses a recorded breach; it stays recorded."""

    kind: Literal["service_request.excuse_breach"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestExcuseBreachBody


class ServiceRequestConfirmNoticeBody(TypedDict):
    """The host's receipt for a notice."""

    delivered_at: Instant
    """When it reached its recipient."""
    number: int
    """The number of the notice within the record."""


class ServiceRequestConfirmNoticeCommand(TypedDict):
    """The host's receipt for a notice."""

    kind: Literal["service_request.confirm_notice"]
    record: NotRequired[RecordId | None]
    body: ServiceRequestConfirmNoticeBody


class ConfigurationItemRegisterBody(TypedDict):
    """Registers an item that will be there."""

    configuration: Configuration
    """What it is."""
    owner: PersonId
    """Who answers for it."""


class ConfigurationItemRegisterCommand(TypedDict):
    """Registers an item that will be there."""

    kind: Literal["configuration_item.register"]
    record: NotRequired[RecordId | None]
    body: ConfigurationItemRegisterBody


class ConfigurationItemTakeOverBody(TypedDict):
    """Takes an item over that is there already."""

    configuration: Configuration
    """What it is."""
    owner: PersonId
    """Who answers for it."""
    phase: CiPhase
    """In which state it was found."""


class ConfigurationItemTakeOverCommand(TypedDict):
    """Takes an item over that is there already."""

    kind: Literal["configuration_item.take_over"]
    record: NotRequired[RecordId | None]
    body: ConfigurationItemTakeOverBody


class ConfigurationItemConstructBody(TypedDict):
    """Begins its construction or procurement."""


class ConfigurationItemConstructCommand(TypedDict):
    """Begins its construction or procurement."""

    kind: Literal["configuration_item.construct"]
    record: NotRequired[RecordId | None]
    body: ConfigurationItemConstructBody


class ConfigurationItemStockBody(TypedDict):
    """Puts it into stock."""

    location: Code
    """Where it is kept."""


class ConfigurationItemStockCommand(TypedDict):
    """Puts it into stock."""

    kind: Literal["configuration_item.stock"]
    record: NotRequired[RecordId | None]
    body: ConfigurationItemStockBody


class ConfigurationItemTestBody(TypedDict):
    """Begins its test."""


class ConfigurationItemTestCommand(TypedDict):
    """Begins its test."""

    kind: Literal["configuration_item.test"]
    record: NotRequired[RecordId | None]
    body: ConfigurationItemTestBody


class Move(TypedDict):
    """Moves a controlled item: into use, into maintenance and back, out of use."""

    cause: NotRequired[Cause | None]
    """Why it may move; needed where the type is under control."""
    reason: NotRequired[Text]
    """In words."""


ConfigurationItemGoLiveBody: TypeAlias = Move
"""Puts it into use."""


class ConfigurationItemGoLiveCommand(TypedDict):
    """Puts it into use."""

    kind: Literal["configuration_item.go_live"]
    record: NotRequired[RecordId | None]
    body: ConfigurationItemGoLiveBody


ConfigurationItemMaintainBody: TypeAlias = Move
"""Begins its maintenance."""


class ConfigurationItemMaintainCommand(TypedDict):
    """Begins its maintenance."""

    kind: Literal["configuration_item.maintain"]
    record: NotRequired[RecordId | None]
    body: ConfigurationItemMaintainBody


ConfigurationItemReturnToLiveBody: TypeAlias = Move
"""Ends its maintenance."""


class ConfigurationItemReturnToLiveCommand(TypedDict):
    """Ends its maintenance."""

    kind: Literal["configuration_item.return_to_live"]
    record: NotRequired[RecordId | None]
    body: ConfigurationItemReturnToLiveBody


ConfigurationItemWithdrawBody: TypeAlias = Move
"""Takes it out of use."""


class ConfigurationItemWithdrawCommand(TypedDict):
    """Takes it out of use."""

    kind: Literal["configuration_item.withdraw"]
    record: NotRequired[RecordId | None]
    body: ConfigurationItemWithdrawBody


class ConfigurationItemDisposeBody(TypedDict):
    """Records its disposal."""

    evidence: Attachment
    """What proves it."""


class ConfigurationItemDisposeCommand(TypedDict):
    """Records its disposal."""

    kind: Literal["configuration_item.dispose"]
    record: NotRequired[RecordId | None]
    body: ConfigurationItemDisposeBody


class ConfigurationItemUpdateBody(TypedDict):
    """Records what it has become; what is absent stays."""

    attributes: NotRequired[dict[Identifier, Text]]
    """Attributes; an empty text takes one away."""
    cause: NotRequired[Cause | None]
    """Why it may change; needed where the item is in use and its type under control."""
    gates: NotRequired[dict[Identifier, Gate | None]]
    """Gates; `null` takes one away."""
    location: NotRequired[Code | None]
    """Where it is."""
    name: NotRequired[Text | None]
    """What people call it."""
    owner: NotRequired[PersonId | None]
    """Who answers for it."""
    supplier: NotRequired[Code | None]
    """The supplier of it."""
    version: NotRequired[Text | None]
    """Its version."""


class ConfigurationItemUpdateCommand(TypedDict):
    """Records what it has become; what is absent stays."""

    kind: Literal["configuration_item.update"]
    record: NotRequired[RecordId | None]
    body: ConfigurationItemUpdateBody


class ConfigurationItemRelateBody(TypedDict):
    """Adds a relation, or replaces the one of the same key."""

    cause: NotRequired[Cause | None]
    """Why it may change."""
    relation: Relation
    """The relation, from this item."""


class ConfigurationItemRelateCommand(TypedDict):
    """Adds a relation, or replaces the one of the same key."""

    kind: Literal["configuration_item.relate"]
    record: NotRequired[RecordId | None]
    body: ConfigurationItemRelateBody


class ConfigurationItemUnrelateBody(TypedDict):
    """Takes a relation away."""

    cause: NotRequired[Cause | None]
    """Why it may change."""
    relation: RelationKey
    """Which."""


class ConfigurationItemUnrelateCommand(TypedDict):
    """Takes a relation away."""

    kind: Literal["configuration_item.unrelate"]
    record: NotRequired[RecordId | None]
    body: ConfigurationItemUnrelateBody


class BaselineCaptureCommand(TypedDict):
    """Captures the items as they are."""

    kind: Literal["baseline.capture"]
    record: NotRequired[RecordId | None]
    body: BaselineCaptureBody


class BaselineFreezeCommand(TypedDict):
    """Freezes what was captured."""

    kind: Literal["baseline.freeze"]
    record: NotRequired[RecordId | None]
    body: BaselineFreezeBody


class BaselineSupersedeCommand(TypedDict):
    """Puts another baseline in its place."""

    kind: Literal["baseline.supersede"]
    record: NotRequired[RecordId | None]
    body: BaselineSupersedeBody


class DefinitiveItemRegisterBody(TypedDict):
    """Puts a master into the library."""

    checksum: Digest
    """The SHA-256 of the master."""
    item: RecordId
    """The configuration item that it is the master of."""
    licence: Text
    """Under which licence it is used."""
    location: Text
    """Where it is kept."""
    version: Text
    """The version of the item that it is."""


class DefinitiveItemRegisterCommand(TypedDict):
    """Puts a master into the library."""

    kind: Literal["definitive_item.register"]
    record: NotRequired[RecordId | None]
    body: DefinitiveItemRegisterBody


class DefinitiveItemVerifyBody(TypedDict):
    """Compares what lies there with what was put there."""

    checksum: Digest
    """The checksum as it was found."""


class DefinitiveItemVerifyCommand(TypedDict):
    """Compares what lies there with what was put there."""

    kind: Literal["definitive_item.verify"]
    record: NotRequired[RecordId | None]
    body: DefinitiveItemVerifyBody


class DefinitiveItemSupersedeBody(TypedDict):
    """Names the one that took its place."""

    by: RecordId
    """Which."""


class DefinitiveItemSupersedeCommand(TypedDict):
    """Names the one that took its place."""

    kind: Literal["definitive_item.supersede"]
    record: NotRequired[RecordId | None]
    body: DefinitiveItemSupersedeBody


class DefinitiveItemWithdrawBody(TypedDict):
    """Withdraws it."""

    reason: Text
    """Why."""


class DefinitiveItemWithdrawCommand(TypedDict):
    """Withdraws it."""

    kind: Literal["definitive_item.withdraw"]
    record: NotRequired[RecordId | None]
    body: DefinitiveItemWithdrawBody


class DefinitiveItemConfirmNoticeBody(TypedDict):
    """The host's receipt for a notice."""

    delivered_at: Instant
    """When it reached its recipient."""
    number: int
    """The number of the notice within the record."""


class DefinitiveItemConfirmNoticeCommand(TypedDict):
    """The host's receipt for a notice."""

    kind: Literal["definitive_item.confirm_notice"]
    record: NotRequired[RecordId | None]
    body: DefinitiveItemConfirmNoticeBody


class ConfigurationAuditPlanBody(TypedDict):
    """Plans an audit."""

    auditor: PersonId
    """Who audits."""
    method: Method
    """How items are verified."""
    scope: list[RecordId]
    """The items in scope."""


class ConfigurationAuditPlanCommand(TypedDict):
    """Plans an audit."""

    kind: Literal["configuration_audit.plan"]
    record: NotRequired[RecordId | None]
    body: ConfigurationAuditPlanBody


class ConfigurationAuditAssignBody(TypedDict):
    """Gives it to another auditor."""

    auditor: PersonId
    """Who audits from now on."""


class ConfigurationAuditAssignCommand(TypedDict):
    """Gives it to another auditor."""

    kind: Literal["configuration_audit.assign"]
    record: NotRequired[RecordId | None]
    body: ConfigurationAuditAssignBody


class ConfigurationAuditCancelBody(TypedDict):
    """Gives it up before it has a result."""

    reason: Text
    """Why."""


class ConfigurationAuditCancelCommand(TypedDict):
    """Gives it up before it has a result."""

    kind: Literal["configuration_audit.cancel"]
    record: NotRequired[RecordId | None]
    body: ConfigurationAuditCancelBody


class ConfigurationAuditBeginBody(TypedDict):
    """Begins it."""


class ConfigurationAuditBeginCommand(TypedDict):
    """Begins it."""

    kind: Literal["configuration_audit.begin"]
    record: NotRequired[RecordId | None]
    body: ConfigurationAuditBeginBody


class ConfigurationAuditRecordBody(TypedDict):
    """Records what was found of some items."""

    findings: list[Finding]
    """What was found."""


class ConfigurationAuditRecordCommand(TypedDict):
    """Records what was found of some items."""

    kind: Literal["configuration_audit.record"]
    record: NotRequired[RecordId | None]
    body: ConfigurationAuditRecordBody


class ConfigurationAuditConcludeBody(TypedDict):
    """Ends the verification."""


class ConfigurationAuditConcludeCommand(TypedDict):
    """Ends the verification."""

    kind: Literal["configuration_audit.conclude"]
    record: NotRequired[RecordId | None]
    body: ConfigurationAuditConcludeBody


class ConfigurationAuditReportBody(TypedDict):
    """Reports it."""

    report: Attachment
    """The report."""


class ConfigurationAuditReportCommand(TypedDict):
    """Reports it."""

    kind: Literal["configuration_audit.report"]
    record: NotRequired[RecordId | None]
    body: ConfigurationAuditReportBody


class ConfigurationAuditCorrectBody(TypedDict):
    """Decides what is done about a deficiency."""

    correction: Correction
    """What."""
    deficiency: int
    """Its number, from 1."""


class ConfigurationAuditCorrectCommand(TypedDict):
    """Decides what is done about a deficiency."""

    kind: Literal["configuration_audit.correct"]
    record: NotRequired[RecordId | None]
    body: ConfigurationAuditCorrectBody


class ConfigurationAuditCloseDeficiencyBody(TypedDict):
    """Finds a deficiency gone."""

    deficiency: int
    """Its number, from 1."""


class ConfigurationAuditCloseDeficiencyCommand(TypedDict):
    """Finds a deficiency gone."""

    kind: Literal["configuration_audit.close_deficiency"]
    record: NotRequired[RecordId | None]
    body: ConfigurationAuditCloseDeficiencyBody


class ConfigurationAuditCloseBody(TypedDict):
    """Closes the audit."""


class ConfigurationAuditCloseCommand(TypedDict):
    """Closes the audit."""

    kind: Literal["configuration_audit.close"]
    record: NotRequired[RecordId | None]
    body: ConfigurationAuditCloseBody


class ConfigurationAuditConfirmNoticeBody(TypedDict):
    """The host's receipt for a notice."""

    delivered_at: Instant
    """When it reached its recipient."""
    number: int
    """The number of the notice within the record."""


class ConfigurationAuditConfirmNoticeCommand(TypedDict):
    """The host's receipt for a notice."""

    kind: Literal["configuration_audit.confirm_notice"]
    record: NotRequired[RecordId | None]
    body: ConfigurationAuditConfirmNoticeBody


class ReleasePlanBody(TypedDict):
    """Plans a release."""

    plan: ReleasePlan
    """What, when and how."""
    services: NotRequired[list[ServiceId]]
    """The services it is for."""
    title: Text
    """What people call it."""
    type: ReleaseType
    """Its type."""


class ReleasePlanCommand(TypedDict):
    """Plans a release."""

    kind: Literal["release.plan"]
    record: NotRequired[RecordId | None]
    body: ReleasePlanBody


class ReleaseSubmitPlanBody(TypedDict):
    """Asks the parties to agree."""


class ReleaseSubmitPlanCommand(TypedDict):
    """Asks the parties to agree."""

    kind: Literal["release.submit_plan"]
    record: NotRequired[RecordId | None]
    body: ReleaseSubmitPlanBody


class ReleaseVoteBody(TypedDict):
    """A party's vote."""

    by: NotRequired[PersonId | None]
    """Whose vote it is, when cast by a delegate; else the actor's own."""
    comment: NotRequired[Text]
    """In words."""
    decision: VoteDecision
    """What the party says."""


class ReleaseVoteCommand(TypedDict):
    """A party's vote."""

    kind: Literal["release.vote"]
    record: NotRequired[RecordId | None]
    body: ReleaseVoteBody


class ReleaseDelegateBody(TypedDict):
    """Lets another person vote in one's place."""

    to: PersonId
    """Who votes."""


class ReleaseDelegateCommand(TypedDict):
    """Lets another person vote in one's place."""

    kind: Literal["release.delegate"]
    record: NotRequired[RecordId | None]
    body: ReleaseDelegateBody


class ReleaseEditBody(TypedDict):
    """Changes the plan. What was agreed to was another one."""

    plan: ReleasePlan
    """The whole plan, as it is from now on."""


class ReleaseEditCommand(TypedDict):
    """Changes the plan. What was agreed to was another one."""

    kind: Literal["release.edit"]
    record: NotRequired[RecordId | None]
    body: ReleaseEditBody


class ReleaseBuildBody(TypedDict):
    """Builds it."""

    built: list[Built]
    """What it brings."""


class ReleaseBuildCommand(TypedDict):
    """Builds it."""

    kind: Literal["release.build"]
    record: NotRequired[RecordId | None]
    body: ReleaseBuildBody


class ReleaseTestBody(TypedDict):
    """Tests it."""

    reduced_because: NotRequired[Text | None]
    """Why the test was reduced; only for an emergency release."""
    tests: list[TestRecord]
    """The tests."""


class ReleaseTestCommand(TypedDict):
    """Tests it."""

    kind: Literal["release.test"]
    record: NotRequired[RecordId | None]
    body: ReleaseTestBody


class ReleaseAcceptBody(TypedDict):
    """Accepts it."""

    met: list[Code]
    """The criteria that are met."""


class ReleaseAcceptCommand(TypedDict):
    """Accepts it."""

    kind: Literal["release.accept"]
    record: NotRequired[RecordId | None]
    body: ReleaseAcceptBody


class ReleaseProposeExceptionsBody(TypedDict):
    """Proposes to accept it as it is."""

    exceptions: Exceptions
    """What is not met, and what is done about it."""


class ReleaseProposeExceptionsCommand(TypedDict):
    """Proposes to accept it as it is."""

    kind: Literal["release.propose_exceptions"]
    record: NotRequired[RecordId | None]
    body: ReleaseProposeExceptionsBody


class ReleaseAcceptWithExceptionsBody(TypedDict):
    """Accepts it as the other party has proposed."""

    exceptions: Exceptions
    """What was proposed, as whoever accepts it has seen it."""


class ReleaseAcceptWithExceptionsCommand(TypedDict):
    """Accepts it as the other party has proposed."""

    kind: Literal["release.accept_with_exceptions"]
    record: NotRequired[RecordId | None]
    body: ReleaseAcceptWithExceptionsBody


class ReleaseReturnBody(TypedDict):
    """Returns it to its builders."""

    defects: Text
    """What is wrong."""


class ReleaseReturnCommand(TypedDict):
    """Returns it to its builders."""

    kind: Literal["release.return"]
    record: NotRequired[RecordId | None]
    body: ReleaseReturnBody


class ReleaseBaselineBody(TypedDict):
    """Names the baseline of the affected items."""

    baseline: RecordId
    """Which."""


class ReleaseBaselineCommand(TypedDict):
    """Names the baseline of the affected items."""

    kind: Literal["release.baseline"]
    record: NotRequired[RecordId | None]
    body: ReleaseBaselineBody


class ReleaseBeginDeploymentBody(TypedDict):
    """Begins its deployment."""


class ReleaseBeginDeploymentCommand(TypedDict):
    """Begins its deployment."""

    kind: Literal["release.begin_deployment"]
    record: NotRequired[RecordId | None]
    body: ReleaseBeginDeploymentBody


class ReleaseDeployBody(TypedDict):
    """Says that it is on every target."""

    integrity: list[IntegrityCheck]
    """What was found there."""


class ReleaseDeployCommand(TypedDict):
    """Says that it is on every target."""

    kind: Literal["release.deploy"]
    record: NotRequired[RecordId | None]
    body: ReleaseDeployBody


class ReleaseRollBackBody(TypedDict):
    """Takes it back."""

    incident: NotRequired[RecordId | None]
    """The incident, where a service was hit and it is recorded already."""
    reason: Text
    """Why."""
    service_hit: NotRequired[bool]
    """Whether a service was hit."""
    verified_against: Digest
    """The hash of the baseline that the targets were verified against."""


class ReleaseRollBackCommand(TypedDict):
    """Takes it back."""

    kind: Literal["release.roll_back"]
    record: NotRequired[RecordId | None]
    body: ReleaseRollBackBody


class ReleaseObserveBody(TypedDict):
    """Begins the observation."""


class ReleaseObserveCommand(TypedDict):
    """Begins the observation."""

    kind: Literal["release.observe"]
    record: NotRequired[RecordId | None]
    body: ReleaseObserveBody


ReleaseAcceptLateBody: TypeAlias = Accept
"""Accepts an emergency release that is deployed."""


class ReleaseAcceptLateCommand(TypedDict):
    """Accepts an emergency release that is deployed."""

    kind: Literal["release.accept_late"]
    record: NotRequired[RecordId | None]
    body: ReleaseAcceptLateBody


class ReleaseReviewBody(TypedDict):
    """Records what the observation found."""

    review: ReleaseReview
    """What it found."""


class ReleaseReviewCommand(TypedDict):
    """Records what the observation found."""

    kind: Literal["release.review"]
    record: NotRequired[RecordId | None]
    body: ReleaseReviewBody


class ReleaseCloseBody(TypedDict):
    """Closes it."""

    outcome: ReleaseOutcome
    """How it ended."""


class ReleaseCloseCommand(TypedDict):
    """Closes it."""

    kind: Literal["release.close"]
    record: NotRequired[RecordId | None]
    body: ReleaseCloseBody


class ReleaseCancelBody(TypedDict):
    """Gives it up."""

    reason: Text
    """Why."""


class ReleaseCancelCommand(TypedDict):
    """Gives it up."""

    kind: Literal["release.cancel"]
    record: NotRequired[RecordId | None]
    body: ReleaseCancelBody


class ReleaseConfirmNoticeBody(TypedDict):
    """The host's receipt for a notice."""

    delivered_at: Instant
    """When it reached its recipient."""
    number: int
    """The number of the notice within the record."""


class ReleaseConfirmNoticeCommand(TypedDict):
    """The host's receipt for a notice."""

    kind: Literal["release.confirm_notice"]
    record: NotRequired[RecordId | None]
    body: ReleaseConfirmNoticeBody


class ChangeDraftCommand(TypedDict):
    """Begins a request for change."""

    kind: Literal["change.draft"]
    record: NotRequired[RecordId | None]
    body: ChangeDraftBody


class ChangeSubmitCommand(TypedDict):
    """Asks for it."""

    kind: Literal["change.submit"]
    record: NotRequired[RecordId | None]
    body: ChangeSubmitBody


class ChangeAcceptCommand(TypedDict):
    """Finds it complete, and classifies it."""

    kind: Literal["change.accept"]
    record: NotRequired[RecordId | None]
    body: ChangeAcceptBody


class ChangeRejectCommand(TypedDict):
    """Refuses it."""

    kind: Literal["change.reject"]
    record: NotRequired[RecordId | None]
    body: ChangeRejectBody


class ChangeReclassifyCommand(TypedDict):
    """Gives another category."""

    kind: Literal["change.reclassify"]
    record: NotRequired[RecordId | None]
    body: ChangeReclassifyBody


class ChangeAssignCommand(TypedDict):
    """Names another owner or other assessors."""

    kind: Literal["change.assign"]
    record: NotRequired[RecordId | None]
    body: ChangeAssignBody


class ChangeOpineCommand(TypedDict):
    """An assessor says what he thinks."""

    kind: Literal["change.opine"]
    record: NotRequired[RecordId | None]
    body: ChangeOpineBody


class ChangeAssessCommand(TypedDict):
    """Finds the assessment complete, and scores the risk."""

    kind: Literal["change.assess"]
    record: NotRequired[RecordId | None]
    body: ChangeAssessBody


class ChangeRequestApprovalCommand(TypedDict):
    """Lets its authority vote. What is absent stays as it is."""

    kind: Literal["change.request_approval"]
    record: NotRequired[RecordId | None]
    body: ChangeRequestApprovalBody


class ChangeVoteCommand(TypedDict):
    """A vote."""

    kind: Literal["change.vote"]
    record: NotRequired[RecordId | None]
    body: ChangeVoteBody


class ChangeDelegateCommand(TypedDict):
    """Lets another person vote for oneself."""

    kind: Literal["change.delegate"]
    record: NotRequired[RecordId | None]
    body: ChangeDelegateBody


class ChangeDeferCommand(TypedDict):
    """Puts it off."""

    kind: Literal["change.defer"]
    record: NotRequired[RecordId | None]
    body: ChangeDeferBody


class ChangeResubmitCommand(TypedDict):
    """Lets its authority vote after it was put off. What is absent stays as it is."""

    kind: Literal["change.resubmit"]
    record: NotRequired[RecordId | None]
    body: ChangeResubmitBody


class ChangeEditCommand(TypedDict):
    """Changes what is asked for, or how it is to be done. What is absent stays as it is."""

    kind: Literal["change.edit"]
    record: NotRequired[RecordId | None]
    body: ChangeEditBody


class ChangeTestCommand(TypedDict):
    """It is built and tested."""

    kind: Literal["change.test"]
    record: NotRequired[RecordId | None]
    body: ChangeTestBody


class ChangeWaiveConflictCommand(TypedDict):
    """Waives a conflict."""

    kind: Literal["change.waive_conflict"]
    record: NotRequired[RecordId | None]
    body: ChangeWaiveConflictBody


class ChangeScheduleCommand(TypedDict):
    """Gives it its place in the schedule of change."""

    kind: Literal["change.schedule"]
    record: NotRequired[RecordId | None]
    body: ChangeScheduleBody


class ChangeScheduleStandardCommand(TypedDict):
    """Schedules a standard change under its model."""

    kind: Literal["change.schedule_standard"]
    record: NotRequired[RecordId | None]
    body: ChangeScheduleStandardBody


class ChangeAuthoriseEmergencyCommand(TypedDict):
    """Authorises an emergency."""

    kind: Literal["change.authorise_emergency"]
    record: NotRequired[RecordId | None]
    body: ChangeAuthoriseEmergencyBody


class ChangeBeginImplementationCommand(TypedDict):
    """Begins to implement it."""

    kind: Literal["change.begin_implementation"]
    record: NotRequired[RecordId | None]
    body: ChangeBeginImplementationBody


class ChangeImplementCommand(TypedDict):
    """It is implemented."""

    kind: Literal["change.implement"]
    record: NotRequired[RecordId | None]
    body: ChangeImplementBody


class ChangeBackOutCommand(TypedDict):
    """It is undone."""

    kind: Literal["change.back_out"]
    record: NotRequired[RecordId | None]
    body: ChangeBackOutBody


class ChangeBeginReviewCommand(TypedDict):
    """Begins the review. Issued by the system."""

    kind: Literal["change.begin_review"]
    record: NotRequired[RecordId | None]
    body: ChangeBeginReviewBody


class ChangeReviewCommand(TypedDict):
    """Records what the review found."""

    kind: Literal["change.review"]
    record: NotRequired[RecordId | None]
    body: ChangeReviewBody


class ChangeDocumentRetrospectivelyCommand(TypedDict):
    """Completes the record of an emergency."""

    kind: Literal["change.document_retrospectively"]
    record: NotRequired[RecordId | None]
    body: ChangeDocumentRetrospectivelyBody


class ChangeReviewRetrospectivelyCommand(TypedDict):
    """Records what the board found of an emergency."""

    kind: Literal["change.review_retrospectively"]
    record: NotRequired[RecordId | None]
    body: ChangeReviewRetrospectivelyBody


class ChangeCloseCommand(TypedDict):
    """Closes it."""

    kind: Literal["change.close"]
    record: NotRequired[RecordId | None]
    body: ChangeCloseBody


class ChangeWithdrawCommand(TypedDict):
    """Takes it back."""

    kind: Literal["change.withdraw"]
    record: NotRequired[RecordId | None]
    body: ChangeWithdrawBody


class ChangeLinkCommand(TypedDict):
    """Links another record."""

    kind: Literal["change.link"]
    record: NotRequired[RecordId | None]
    body: ChangeLinkBody


class ChangeUnpackCommand(TypedDict):
    """Takes it out of a release."""

    kind: Literal["change.unpack"]
    record: NotRequired[RecordId | None]
    body: ChangeUnpackBody


class ChangeConfirmNoticeCommand(TypedDict):
    """The host's receipt for a notice."""

    kind: Literal["change.confirm_notice"]
    record: NotRequired[RecordId | None]
    body: ChangeConfirmNoticeBody


class ChangeModelProposeCommand(TypedDict):
    """Proposes a model."""

    kind: Literal["change_model.propose"]
    record: NotRequired[RecordId | None]
    body: ChangeModelProposeBody


class ChangeModelReviseCommand(TypedDict):
    """Changes what is proposed. Who revises it has proposed it from then on."""

    kind: Literal["change_model.revise"]
    record: NotRequired[RecordId | None]
    body: ChangeModelReviseBody


class ChangeModelApproveCommand(TypedDict):
    """Approves a model."""

    kind: Literal["change_model.approve"]
    record: NotRequired[RecordId | None]
    body: ChangeModelApproveBody


class ChangeModelRenewCommand(TypedDict):
    """Approves it anew."""

    kind: Literal["change_model.renew"]
    record: NotRequired[RecordId | None]
    body: ChangeModelRenewBody


class ChangeModelSuspendCommand(TypedDict):
    """Lets nobody use it for now."""

    kind: Literal["change_model.suspend"]
    record: NotRequired[RecordId | None]
    body: ChangeModelSuspendBody


class ChangeModelReinstateCommand(TypedDict):
    """Lets it be used again."""

    kind: Literal["change_model.reinstate"]
    record: NotRequired[RecordId | None]
    body: ChangeModelReinstateBody


class ChangeModelWithdrawCommand(TypedDict):
    """Ends it."""

    kind: Literal["change_model.withdraw"]
    record: NotRequired[RecordId | None]
    body: ChangeModelWithdrawBody


class ChangeModelRecordFailureCommand(TypedDict):
    """A change under it failed. Issued by the system."""

    kind: Literal["change_model.record_failure"]
    record: NotRequired[RecordId | None]
    body: ChangeModelRecordFailureBody


class ChangeModelConfirmNoticeCommand(TypedDict):
    """The host's receipt for a notice."""

    kind: Literal["change_model.confirm_notice"]
    record: NotRequired[RecordId | None]
    body: ChangeModelConfirmNoticeBody


class ProblemLogBody(TypedDict):
    """Records a problem."""

    source: ProblemSource
    """Where it was found."""
    proactive: bool
    """Whether it was found before it did harm."""
    symptoms: Text
    """What it shows; no names of persons."""
    symptom_code: NotRequired[Code | None]
    """The same, as a code of the host's tree."""
    incidents: NotRequired[list[RecordId]]
    """Its incidents."""
    evidence: NotRequired[Text | None]
    """What else speaks for it: a trend, a supplier's notice. Needed where there is no incident."""
    cis: NotRequired[list[CiId]]
    """The configuration items concerned."""
    services: NotRequired[list[ServiceId]]
    """The services concerned."""
    candidate: NotRequired[RecordId | None]
    """The candidate that was accepted as this problem."""
    repeat_of: NotRequired[RecordId | None]
    """The closed problem that this one is again."""


class ProblemLogCommand(TypedDict):
    """Records a problem."""

    kind: Literal["problem.log"]
    record: NotRequired[RecordId | None]
    body: ProblemLogBody


class ProblemClassifyBody(TypedDict):
    """Classifies a problem and names its analyst."""

    classification: ProblemClassification
    """What it is."""
    analyst: PersonId
    """Who looks for the cause, and owns the problem."""


class ProblemClassifyCommand(TypedDict):
    """Classifies a problem and names its analyst."""

    kind: Literal["problem.classify"]
    record: NotRequired[RecordId | None]
    body: ProblemClassifyBody


class ProblemReclassifyBody(TypedDict):
    """Classifies it anew."""

    classification: ProblemClassification
    """What it is."""
    reason: Text
    """Why."""


class ProblemReclassifyCommand(TypedDict):
    """Classifies it anew."""

    kind: Literal["problem.reclassify"]
    record: NotRequired[RecordId | None]
    body: ProblemReclassifyBody


class ProblemReassignBody(TypedDict):
    """Gives it to another analyst."""

    analyst: PersonId
    """To whom."""
    reason: Text
    """Why."""


class ProblemReassignCommand(TypedDict):
    """Gives it to another analyst."""

    kind: Literal["problem.reassign"]
    record: NotRequired[RecordId | None]
    body: ProblemReassignBody


class ProblemInvestigateBody(TypedDict):
    """Begins to look for the cause."""

    method: Code
    """By which method: `five_whys`, `fault_tree`."""


class ProblemInvestigateCommand(TypedDict):
    """Begins to look for the cause."""

    kind: Literal["problem.investigate"]
    record: NotRequired[RecordId | None]
    body: ProblemInvestigateBody


class ProblemWorkBody(TypedDict):
    """Records a step of the analysis."""

    note: Text
    """What was tried, and what it showed."""


class ProblemWorkCommand(TypedDict):
    """Records a step of the analysis."""

    kind: Literal["problem.work"]
    record: NotRequired[RecordId | None]
    body: ProblemWorkBody


class ProblemIdentifyCauseBody(TypedDict):
    """Says why it happens."""

    root_cause: RootCause
    """The cause with its proof."""


class ProblemIdentifyCauseCommand(TypedDict):
    """Says why it happens."""

    kind: Literal["problem.identify_cause"]
    record: NotRequired[RecordId | None]
    body: ProblemIdentifyCauseBody


class ProblemConfirmCauseBody(TypedDict):
    """Confirms the cause that the analyst has found."""


class ProblemConfirmCauseCommand(TypedDict):
    """Confirms the cause that the analyst has found."""

    kind: Literal["problem.confirm_cause"]
    record: NotRequired[RecordId | None]
    body: ProblemConfirmCauseBody


class ProblemReturnCauseBody(TypedDict):
    """Does not confirm it."""

    reason: Text
    """Why it does not convince."""


class ProblemReturnCauseCommand(TypedDict):
    """Does not confirm it."""

    kind: Literal["problem.return_cause"]
    record: NotRequired[RecordId | None]
    body: ProblemReturnCauseBody


class ProblemProposeFixBody(TypedDict):
    """Names a change that is to remove the cause."""

    change: RecordId
    """The change."""


class ProblemProposeFixCommand(TypedDict):
    """Names a change that is to remove the cause."""

    kind: Literal["problem.propose_fix"]
    record: NotRequired[RecordId | None]
    body: ProblemProposeFixBody


class ProblemAcceptBody(TypedDict):
    """Leaves the cause where it is."""

    acceptance: AcceptanceOfProblem
    """Why, and until when."""


class ProblemAcceptCommand(TypedDict):
    """Leaves the cause where it is."""

    kind: Literal["problem.accept"]
    record: NotRequired[RecordId | None]
    body: ProblemAcceptBody


class ProblemRenewAcceptanceBody(TypedDict):
    """Leaves the cause where it is for longer."""

    acceptance: AcceptanceOfProblem
    """Why, and until when."""


class ProblemRenewAcceptanceCommand(TypedDict):
    """Leaves the cause where it is for longer."""

    kind: Literal["problem.renew_acceptance"]
    record: NotRequired[RecordId | None]
    body: ProblemRenewAcceptanceBody


class ProblemReconsiderBody(TypedDict):
    """Takes the acceptance back."""

    reason: Text
    """Why."""


class ProblemReconsiderCommand(TypedDict):
    """Takes the acceptance back."""

    kind: Literal["problem.reconsider"]
    record: NotRequired[RecordId | None]
    body: ProblemReconsiderBody


class ProblemBeginFixBody(TypedDict):
    """A change of it is approved."""

    change: RecordId
    """The change."""


class ProblemBeginFixCommand(TypedDict):
    """A change of it is approved."""

    kind: Literal["problem.begin_fix"]
    record: NotRequired[RecordId | None]
    body: ProblemBeginFixBody


class ProblemObserveBody(TypedDict):
    """A change of it is live."""

    change: RecordId
    """The change."""
    release: NotRequired[RecordId | None]
    """The release that brought it, if it was packaged."""


class ProblemObserveCommand(TypedDict):
    """A change of it is live."""

    kind: Literal["problem.observe"]
    record: NotRequired[RecordId | None]
    body: ProblemObserveBody


class ProblemWithdrawFixBody(TypedDict):
    """A change of it will not remove the cause."""

    change: RecordId
    """The change."""
    reason: Text
    """Why."""


class ProblemWithdrawFixCommand(TypedDict):
    """A change of it will not remove the cause."""

    kind: Literal["problem.withdraw_fix"]
    record: NotRequired[RecordId | None]
    body: ProblemWithdrawFixBody


class ProblemFixAtOnceBody(TypedDict):
    """It was fixed while its cause was looked for."""

    change: NotRequired[RecordId | None]
    """The change, if a configuration item was altered."""
    no_item_altered: NotRequired[Text | None]
    """The statement that no configuration item was altered, where there is no change."""


class ProblemFixAtOnceCommand(TypedDict):
    """It was fixed while its cause was looked for."""

    kind: Literal["problem.fix_at_once"]
    record: NotRequired[RecordId | None]
    body: ProblemFixAtOnceBody


class ProblemCloseBody(TypedDict):
    """Closes a problem."""

    code: ProblemClosureCode
    """How it ended."""
    resolution: Text
    """What resolved it."""
    knowledge: RecordId
    """The knowledge that was published."""


class ProblemCloseCommand(TypedDict):
    """Closes a problem."""

    kind: Literal["problem.close"]
    record: NotRequired[RecordId | None]
    body: ProblemCloseBody


class ProblemCloseUnreproducedBody(TypedDict):
    """Closes a problem whose cause was not found."""

    reason: Text
    """Why it is given up."""
    review_at: Instant
    """When it is looked at again."""
    monitoring: Text
    """What is watched from now on."""


class ProblemCloseUnreproducedCommand(TypedDict):
    """Closes a problem whose cause was not found."""

    kind: Literal["problem.close_unreproduced"]
    record: NotRequired[RecordId | None]
    body: ProblemCloseUnreproducedBody


class ProblemRecurBody(TypedDict):
    """The fix did not help."""

    incident: RecordId
    """The incident that it should have prevented."""


class ProblemRecurCommand(TypedDict):
    """The fix did not help."""

    kind: Literal["problem.recur"]
    record: NotRequired[RecordId | None]
    body: ProblemRecurBody


class ProblemSuspendBody(TypedDict):
    """Lets it rest."""

    reason: Text
    """Why."""
    review_at: Instant
    """When it is looked at again."""
    monitoring: Text
    """What is watched meanwhile."""


class ProblemSuspendCommand(TypedDict):
    """Lets it rest."""

    kind: Literal["problem.suspend"]
    record: NotRequired[RecordId | None]
    body: ProblemSuspendBody


class ProblemResumeBody(TypedDict):
    """Goes on with the investigation."""

    reason: Text
    """Why."""


class ProblemResumeCommand(TypedDict):
    """Goes on with the investigation."""

    kind: Literal["problem.resume"]
    record: NotRequired[RecordId | None]
    body: ProblemResumeBody


class ProblemMitigateBody(TypedDict):
    """Says how to live with it meanwhile."""

    workaround: Text
    """The workaround."""


class ProblemMitigateCommand(TypedDict):
    """Says how to live with it meanwhile."""

    kind: Literal["problem.mitigate"]
    record: NotRequired[RecordId | None]
    body: ProblemMitigateBody


class ProblemRelateBody(TypedDict):
    """Adds incidents to it."""

    incidents: list[RecordId]
    """Which."""


class ProblemRelateCommand(TypedDict):
    """Adds incidents to it."""

    kind: Literal["problem.relate"]
    record: NotRequired[RecordId | None]
    body: ProblemRelateBody


class ProblemLinkBody(TypedDict):
    """Links another record."""

    link: Link
    """The link."""


class ProblemLinkCommand(TypedDict):
    """Links another record."""

    kind: Literal["problem.link"]
    record: NotRequired[RecordId | None]
    body: ProblemLinkBody


class ProblemReviewBody(TypedDict):
    """Records what a review of the resolution found."""

    review: ProblemReview
    """What it found."""


class ProblemReviewCommand(TypedDict):
    """Records what a review of the resolution found."""

    kind: Literal["problem.review"]
    record: NotRequired[RecordId | None]
    body: ProblemReviewBody


class ProblemConfirmNoticeBody(TypedDict):
    """The host's receipt for a notice."""

    delivered_at: Instant
    """When it reached its recipient."""
    number: int
    """The number of the notice within the record."""


class ProblemConfirmNoticeCommand(TypedDict):
    """The host's receipt for a notice."""

    kind: Literal["problem.confirm_notice"]
    record: NotRequired[RecordId | None]
    body: ProblemConfirmNoticeBody


class KnownErrorDraftBody(TypedDict):
    """Begins a known error."""

    content: KnownErrorContent
    """What it says so far."""


class KnownErrorDraftCommand(TypedDict):
    """Begins a known error."""

    kind: Literal["known_error.draft"]
    record: NotRequired[RecordId | None]
    body: KnownErrorDraftBody


class KnownErrorEditBody(TypedDict):
    """Changes what it says."""

    content: KnownErrorContent
    """All of it, as it is from now on."""


class KnownErrorEditCommand(TypedDict):
    """Changes what it says."""

    kind: Literal["known_error.edit"]
    record: NotRequired[RecordId | None]
    body: KnownErrorEditBody


class KnownErrorPublishBody(TypedDict):
    """Lets the desk work by it."""


class KnownErrorPublishCommand(TypedDict):
    """Lets the desk work by it."""

    kind: Literal["known_error.publish"]
    record: NotRequired[RecordId | None]
    body: KnownErrorPublishBody


class KnownErrorFixPendingBody(TypedDict):
    """A fix is on its way, or live and observed."""

    change: NotRequired[RecordId | None]
    """The change; absent: the fix altered no item."""
    release: NotRequired[RecordId | None]
    """The release that brings it, if it was packaged."""


class KnownErrorFixPendingCommand(TypedDict):
    """A fix is on its way, or live and observed."""

    kind: Literal["known_error.fix_pending"]
    record: NotRequired[RecordId | None]
    body: KnownErrorFixPendingBody


class KnownErrorReinstateBody(TypedDict):
    """The fix did not come, or did not help."""

    reason: Text
    """Why."""


class KnownErrorReinstateCommand(TypedDict):
    """The fix did not come, or did not help."""

    kind: Literal["known_error.reinstate"]
    record: NotRequired[RecordId | None]
    body: KnownErrorReinstateBody


class KnownErrorRetireBody(TypedDict):
    """It cannot happen any more."""

    because: RetiredBecause
    """Why."""


class KnownErrorRetireCommand(TypedDict):
    """It cannot happen any more."""

    kind: Literal["known_error.retire"]
    record: NotRequired[RecordId | None]
    body: KnownErrorRetireBody


class KnownErrorConfirmNoticeBody(TypedDict):
    """The host's receipt for a notice."""

    delivered_at: Instant
    """When it reached its recipient."""
    number: int
    """The number of the notice within the record."""


class KnownErrorConfirmNoticeCommand(TypedDict):
    """The host's receipt for a notice."""

    kind: Literal["known_error.confirm_notice"]
    record: NotRequired[RecordId | None]
    body: KnownErrorConfirmNoticeBody


class ProblemCandidateRaiseBody(TypedDict):
    """Raises a candidate."""

    rule: DetectionRule
    """The rule that found it."""
    subject: Subject
    """What it is about."""
    incidents: NotRequired[list[RecordId]]
    """Its incidents."""
    note: NotRequired[Text | None]
    """What else speaks for it: the trend, the supplier's notice."""


class ProblemCandidateRaiseCommand(TypedDict):
    """Raises a candidate."""

    kind: Literal["problem_candidate.raise"]
    record: NotRequired[RecordId | None]
    body: ProblemCandidateRaiseBody


class ProblemCandidateAddEvidenceBody(TypedDict):
    """Adds incidents to an open candidate."""

    incidents: list[RecordId]
    """Which."""


class ProblemCandidateAddEvidenceCommand(TypedDict):
    """Adds incidents to an open candidate."""

    kind: Literal["problem_candidate.add_evidence"]
    record: NotRequired[RecordId | None]
    body: ProblemCandidateAddEvidenceBody


class ProblemCandidateAcceptBody(TypedDict):
    """Decides that it is a problem."""

    problem: AcceptedAs
    """Which."""


class ProblemCandidateAcceptCommand(TypedDict):
    """Decides that it is a problem."""

    kind: Literal["problem_candidate.accept"]
    record: NotRequired[RecordId | None]
    body: ProblemCandidateAcceptBody


class ProblemCandidateDeclineBody(TypedDict):
    """Decides that it is none."""

    reason: Text
    """Why."""


class ProblemCandidateDeclineCommand(TypedDict):
    """Decides that it is none."""

    kind: Literal["problem_candidate.decline"]
    record: NotRequired[RecordId | None]
    body: ProblemCandidateDeclineBody


class ProblemCandidateConfirmNoticeBody(TypedDict):
    """The host's receipt for a notice."""

    delivered_at: Instant
    """When it reached its recipient."""
    number: int
    """The number of the notice within the record."""


class ProblemCandidateConfirmNoticeCommand(TypedDict):
    """The host's receipt for a notice."""

    kind: Literal["problem_candidate.confirm_notice"]
    record: NotRequired[RecordId | None]
    body: ProblemCandidateConfirmNoticeBody


class PlannedActivityPlanBody(TypedDict):
    """Enters an activity into the register."""

    edition: Edition
    """The edition of the standard that it is planned under."""
    every_months: NotRequired[int | None]
    """Every so many months; absent: the preset of its kind."""
    first_due: Instant
    """When it is due first: within one interval."""
    kind: ActivityKind
    """What is done."""
    owner: PersonId
    """Who sees to it."""
    subject: NotRequired[RecordId | None]
    """The service, customer, supplier, document or the like that it is about; absent: the whole."""
    tolerance_days: NotRequired[int]
    """So many days after it was due it is overdue."""


class PlannedActivityPlanCommand(TypedDict):
    """Enters an activity into the register."""

    kind: Literal["planned_activity.plan"]
    record: NotRequired[RecordId | None]
    body: PlannedActivityPlanBody


class PlannedActivityPerformBody(TypedDict):
    """Says that it was done."""

    done_at: Instant
    """When."""
    evidence: Evidence
    """What proves it."""


class PlannedActivityPerformCommand(TypedDict):
    """Says that it was done."""

    kind: Literal["planned_activity.perform"]
    record: NotRequired[RecordId | None]
    body: PlannedActivityPerformBody


class PlannedActivityChangeIntervalBody(TypedDict):
    """Gives it another interval."""

    edition: Edition
    """The edition of the standard that it is planned under."""
    every_months: int
    """Every so many months."""
    reason: Text
    """Why."""


class PlannedActivityChangeIntervalCommand(TypedDict):
    """Gives it another interval."""

    kind: Literal["planned_activity.change_interval"]
    record: NotRequired[RecordId | None]
    body: PlannedActivityChangeIntervalBody


class PlannedActivityAssignBody(TypedDict):
    """Gives it to another owner."""

    owner: PersonId
    """Who sees to it from now on."""


class PlannedActivityAssignCommand(TypedDict):
    """Gives it to another owner."""

    kind: Literal["planned_activity.assign"]
    record: NotRequired[RecordId | None]
    body: PlannedActivityAssignBody


class PlannedActivityRetireBody(TypedDict):
    """Takes it out of the register."""

    reason: Text
    """Why."""


class PlannedActivityRetireCommand(TypedDict):
    """Takes it out of the register."""

    kind: Literal["planned_activity.retire"]
    record: NotRequired[RecordId | None]
    body: PlannedActivityRetireBody


class PlannedActivityConfirmNoticeBody(TypedDict):
    """The host's receipt for a notice."""

    delivered_at: Instant
    """When it reached its recipient."""
    number: int
    """The number of the notice within the record."""


class PlannedActivityConfirmNoticeCommand(TypedDict):
    """The host's receipt for a notice."""

    kind: Literal["planned_activity.confirm_notice"]
    record: NotRequired[RecordId | None]
    body: PlannedActivityConfirmNoticeBody


class LegalHoldPlaceBody(TypedDict):
    """Keeps records, or what is about a person."""

    records: NotRequired[list[NamedRecord]]
    """The records that are kept."""
    subject: NotRequired[PersonId | None]
    """The person whose values and records are kept, a pseudonym."""
    reason: Text
    """Why."""
    authority: Text
    """By what authority: a court, a law, a contract."""


class LegalHoldPlaceCommand(TypedDict):
    """Keeps records, or what is about a person."""

    kind: Literal["legal_hold.place"]
    record: NotRequired[RecordId | None]
    body: LegalHoldPlaceBody


class LegalHoldReleaseBody(TypedDict):
    """Ends the hold."""

    reason: Text
    """Why."""


class LegalHoldReleaseCommand(TypedDict):
    """Ends the hold."""

    kind: Literal["legal_hold.release"]
    record: NotRequired[RecordId | None]
    body: LegalHoldReleaseBody


class LegalHoldConfirmNoticeBody(TypedDict):
    """The host's receipt for a notice."""

    delivered_at: Instant
    """When it reached its recipient."""
    number: int
    """The number of the notice within the record."""


class LegalHoldConfirmNoticeCommand(TypedDict):
    """The host's receipt for a notice."""

    kind: Literal["legal_hold.confirm_notice"]
    record: NotRequired[RecordId | None]
    body: LegalHoldConfirmNoticeBody


class DisposalRequestBody(TypedDict):
    """Asks for a disposal."""

    order: DisposalOrder
    """What is destroyed."""
    legal_basis: Text
    """What allows or demands it."""
    method: Text
    """How it is done."""


class DisposalRequestCommand(TypedDict):
    """Asks for a disposal."""

    kind: Literal["disposal.request"]
    record: NotRequired[RecordId | None]
    body: DisposalRequestBody


class DisposalApproveBody(TypedDict):
    """Approves it, as a second person."""


class DisposalApproveCommand(TypedDict):
    """Approves it, as a second person."""

    kind: Literal["disposal.approve"]
    record: NotRequired[RecordId | None]
    body: DisposalApproveBody


class DisposalRejectBody(TypedDict):
    """Rejects it."""

    reason: Text
    """Why."""


class DisposalRejectCommand(TypedDict):
    """Rejects it."""

    kind: Literal["disposal.reject"]
    record: NotRequired[RecordId | None]
    body: DisposalRejectBody


class DisposalCarryOutBody(TypedDict):
    """Carries it out."""


class DisposalCarryOutCommand(TypedDict):
    """Carries it out."""

    kind: Literal["disposal.carry_out"]
    record: NotRequired[RecordId | None]
    body: DisposalCarryOutBody


class DisposalCancelBody(TypedDict):
    """Takes it back."""

    reason: Text
    """Why."""


class DisposalCancelCommand(TypedDict):
    """Takes it back."""

    kind: Literal["disposal.cancel"]
    record: NotRequired[RecordId | None]
    body: DisposalCancelBody


class DisposalConfirmNoticeBody(TypedDict):
    """The host's receipt for a notice."""

    delivered_at: Instant
    """When it reached its recipient."""
    number: int
    """The number of the notice within the record."""


class DisposalConfirmNoticeCommand(TypedDict):
    """The host's receipt for a notice."""

    kind: Literal["disposal.confirm_notice"]
    record: NotRequired[RecordId | None]
    body: DisposalConfirmNoticeBody


class PolicyPublishBody(TypedDict):
    """Publishes a policy, or a new version of it."""

    version: int
    """The version, greater than the last."""
    effective_from: Instant
    """From when it holds."""
    document: PolicyDocument
    """What it says."""


class PolicyPublishCommand(TypedDict):
    """Publishes a policy, or a new version of it."""

    kind: Literal["policy.publish"]
    record: NotRequired[RecordId | None]
    body: PolicyPublishBody


class Publish(TypedDict):
    """Publishes a policy, or a new version of it."""

    version: int
    """The version, greater than the last."""
    effective_from: Instant
    """From when it holds."""
    document: PolicyDocument
    """What it says."""


PolicyReviseBody: TypeAlias = Publish
"""Publishes a further version."""


class PolicyReviseCommand(TypedDict):
    """Publishes a further version."""

    kind: Literal["policy.revise"]
    record: NotRequired[RecordId | None]
    body: PolicyReviseBody


class WaiverFileBody(TypedDict):
    """Files a waiver; the record's id is the waiver's."""

    waiver: Waiver
    """What it says."""


class WaiverFileCommand(TypedDict):
    """Files a waiver; the record's id is the waiver's."""

    kind: Literal["waiver.file"]
    record: NotRequired[RecordId | None]
    body: WaiverFileBody


class WaiverRevokeBody(TypedDict):
    """Revokes a waiver."""

    reason: Text
    """Why."""


class WaiverRevokeCommand(TypedDict):
    """Revokes a waiver."""

    kind: Literal["waiver.revoke"]
    record: NotRequired[RecordId | None]
    body: WaiverRevokeBody


Command: TypeAlias = (
    IncidentLogCommand
    | IncidentImportCommand
    | IncidentClassifyCommand
    | IncidentAssignCommand
    | IncidentAcknowledgeCommand
    | IncidentReassignCommand
    | IncidentPendCommand
    | IncidentResumeCommand
    | IncidentResolveCommand
    | IncidentCloseCommand
    | IncidentReopenCommand
    | IncidentCancelCommand
    | IncidentConvertCommand
    | IncidentReclassifyCommand
    | IncidentOverridePriorityCommand
    | IncidentMoveCommand
    | IncidentWorkCommand
    | IncidentInformCommand
    | IncidentEscalateCommand
    | IncidentLinkCommand
    | IncidentMarkMajorCommand
    | IncidentUnmarkMajorCommand
    | IncidentRecalculateCommand
    | IncidentExcuseBreachCommand
    | IncidentConfirmNoticeCommand
    | MajorIncidentDeclareCommand
    | MajorIncidentManageCommand
    | MajorIncidentUpdateCommand
    | MajorIncidentRestoreCommand
    | MajorIncidentBeginReviewCommand
    | MajorIncidentReviewCommand
    | MajorIncidentCloseCommand
    | MajorIncidentDowngradeCommand
    | MajorIncidentHandOverCommand
    | MajorIncidentProposeDowngradeCommand
    | MajorIncidentConfirmNoticeCommand
    | ServiceRequestSubmitCommand
    | ServiceRequestValidateCommand
    | ServiceRequestApproveCommand
    | ServiceRequestRequestApprovalCommand
    | ServiceRequestVoteCommand
    | ServiceRequestDelegateCommand
    | ServiceRequestEditCommand
    | ServiceRequestFulfilBeginCommand
    | ServiceRequestFulfilCommand
    | ServiceRequestCloseCommand
    | ServiceRequestRejectCommand
    | ServiceRequestCancelCommand
    | ServiceRequestConvertCommand
    | ServiceRequestWaitCommand
    | ServiceRequestResumeCommand
    | ServiceRequestTaskDoneCommand
    | ServiceRequestWorkCommand
    | ServiceRequestInformCommand
    | ServiceRequestLinkCommand
    | ServiceRequestRecalculateCommand
    | ServiceRequestExcuseBreachCommand
    | ServiceRequestConfirmNoticeCommand
    | ConfigurationItemRegisterCommand
    | ConfigurationItemTakeOverCommand
    | ConfigurationItemConstructCommand
    | ConfigurationItemStockCommand
    | ConfigurationItemTestCommand
    | ConfigurationItemGoLiveCommand
    | ConfigurationItemMaintainCommand
    | ConfigurationItemReturnToLiveCommand
    | ConfigurationItemWithdrawCommand
    | ConfigurationItemDisposeCommand
    | ConfigurationItemUpdateCommand
    | ConfigurationItemRelateCommand
    | ConfigurationItemUnrelateCommand
    | BaselineCaptureCommand
    | BaselineFreezeCommand
    | BaselineSupersedeCommand
    | DefinitiveItemRegisterCommand
    | DefinitiveItemVerifyCommand
    | DefinitiveItemSupersedeCommand
    | DefinitiveItemWithdrawCommand
    | DefinitiveItemConfirmNoticeCommand
    | ConfigurationAuditPlanCommand
    | ConfigurationAuditAssignCommand
    | ConfigurationAuditCancelCommand
    | ConfigurationAuditBeginCommand
    | ConfigurationAuditRecordCommand
    | ConfigurationAuditConcludeCommand
    | ConfigurationAuditReportCommand
    | ConfigurationAuditCorrectCommand
    | ConfigurationAuditCloseDeficiencyCommand
    | ConfigurationAuditCloseCommand
    | ConfigurationAuditConfirmNoticeCommand
    | ReleasePlanCommand
    | ReleaseSubmitPlanCommand
    | ReleaseVoteCommand
    | ReleaseDelegateCommand
    | ReleaseEditCommand
    | ReleaseBuildCommand
    | ReleaseTestCommand
    | ReleaseAcceptCommand
    | ReleaseProposeExceptionsCommand
    | ReleaseAcceptWithExceptionsCommand
    | ReleaseReturnCommand
    | ReleaseBaselineCommand
    | ReleaseBeginDeploymentCommand
    | ReleaseDeployCommand
    | ReleaseRollBackCommand
    | ReleaseObserveCommand
    | ReleaseAcceptLateCommand
    | ReleaseReviewCommand
    | ReleaseCloseCommand
    | ReleaseCancelCommand
    | ReleaseConfirmNoticeCommand
    | ChangeDraftCommand
    | ChangeSubmitCommand
    | ChangeAcceptCommand
    | ChangeRejectCommand
    | ChangeReclassifyCommand
    | ChangeAssignCommand
    | ChangeOpineCommand
    | ChangeAssessCommand
    | ChangeRequestApprovalCommand
    | ChangeVoteCommand
    | ChangeDelegateCommand
    | ChangeDeferCommand
    | ChangeResubmitCommand
    | ChangeEditCommand
    | ChangeTestCommand
    | ChangeWaiveConflictCommand
    | ChangeScheduleCommand
    | ChangeScheduleStandardCommand
    | ChangeAuthoriseEmergencyCommand
    | ChangeBeginImplementationCommand
    | ChangeImplementCommand
    | ChangeBackOutCommand
    | ChangeBeginReviewCommand
    | ChangeReviewCommand
    | ChangeDocumentRetrospectivelyCommand
    | ChangeReviewRetrospectivelyCommand
    | ChangeCloseCommand
    | ChangeWithdrawCommand
    | ChangeLinkCommand
    | ChangeUnpackCommand
    | ChangeConfirmNoticeCommand
    | ChangeModelProposeCommand
    | ChangeModelReviseCommand
    | ChangeModelApproveCommand
    | ChangeModelRenewCommand
    | ChangeModelSuspendCommand
    | ChangeModelReinstateCommand
    | ChangeModelWithdrawCommand
    | ChangeModelRecordFailureCommand
    | ChangeModelConfirmNoticeCommand
    | ProblemLogCommand
    | ProblemClassifyCommand
    | ProblemReclassifyCommand
    | ProblemReassignCommand
    | ProblemInvestigateCommand
    | ProblemWorkCommand
    | ProblemIdentifyCauseCommand
    | ProblemConfirmCauseCommand
    | ProblemReturnCauseCommand
    | ProblemProposeFixCommand
    | ProblemAcceptCommand
    | ProblemRenewAcceptanceCommand
    | ProblemReconsiderCommand
    | ProblemBeginFixCommand
    | ProblemObserveCommand
    | ProblemWithdrawFixCommand
    | ProblemFixAtOnceCommand
    | ProblemCloseCommand
    | ProblemCloseUnreproducedCommand
    | ProblemRecurCommand
    | ProblemSuspendCommand
    | ProblemResumeCommand
    | ProblemMitigateCommand
    | ProblemRelateCommand
    | ProblemLinkCommand
    | ProblemReviewCommand
    | ProblemConfirmNoticeCommand
    | KnownErrorDraftCommand
    | KnownErrorEditCommand
    | KnownErrorPublishCommand
    | KnownErrorFixPendingCommand
    | KnownErrorReinstateCommand
    | KnownErrorRetireCommand
    | KnownErrorConfirmNoticeCommand
    | ProblemCandidateRaiseCommand
    | ProblemCandidateAddEvidenceCommand
    | ProblemCandidateAcceptCommand
    | ProblemCandidateDeclineCommand
    | ProblemCandidateConfirmNoticeCommand
    | PlannedActivityPlanCommand
    | PlannedActivityPerformCommand
    | PlannedActivityChangeIntervalCommand
    | PlannedActivityAssignCommand
    | PlannedActivityRetireCommand
    | PlannedActivityConfirmNoticeCommand
    | LegalHoldPlaceCommand
    | LegalHoldReleaseCommand
    | LegalHoldConfirmNoticeCommand
    | DisposalRequestCommand
    | DisposalApproveCommand
    | DisposalRejectCommand
    | DisposalCarryOutCommand
    | DisposalCancelCommand
    | DisposalConfirmNoticeCommand
    | PolicyPublishCommand
    | PolicyReviseCommand
    | WaiverFileCommand
    | WaiverRevokeCommand
)
"""A command of the whole."""


ConfigurationAuditPhase: TypeAlias = Literal[
    "planned",
    "in_progress",
    "deficient",
    "clean",
    "reported",
    "closed",
    "cancelled",
]
"""The phases of a configuration audit (spec 3.23)."""


class Deficiency(TypedDict):
    """A deficiency, counted from 1 in its audit."""

    closed_at: NotRequired[Instant | None]
    """When it was closed."""
    corrected_at: NotRequired[Instant | None]
    """When it was decided what is done about it."""
    correction: NotRequired[Correction | None]
    """What is done about it."""
    due: NotRequired[Instant | None]
    """By when it has to be closed, once the audit is concluded."""
    found: Found
    """What was found."""
    item: RecordId
    """Of which item."""
    overdue: bool
    """Whether it was not closed in time."""


class ConfigurationAudit(TypedDict):
    """A configuration audit."""

    envelope: Envelope
    """What every record has."""
    phase: ConfigurationAuditPhase
    """Where it stands."""
    method: Method
    """How items are verified."""
    scope: list[RecordId]
    """The items in scope."""
    auditor: PersonId
    """Who audits."""
    attributes_verified: int
    """How many attributes were verified."""
    verified: list[RecordId]
    """The items that were verified."""
    deficiencies: list[Deficiency]
    """What is wrong."""
    report: NotRequired[Digest | None]
    """The hash of its report."""
    concluded_at: NotRequired[Instant | None]
    """When it was concluded."""


class Updated(TypedDict):
    """How an item came to be as it is."""

    at: Instant
    """When."""
    by: PersonId
    """By whom."""
    cause: NotRequired[Cause | None]
    """Why, where the item was under control."""


class ConfigurationItem(TypedDict):
    """A configuration item."""

    envelope: Envelope
    """What every record has."""
    phase: CiPhase
    """Where it stands."""
    configuration: Configuration
    """What it is."""
    updated: Updated
    """Its latest alteration."""
    updaters: list[PersonId]
    """Everybody who ever altered it, or had it altered: nobody of them audits it."""
    disposal: NotRequired[Attachment | None]
    """What proves its disposal."""


_ConsistencyProofFields = TypedDict("_ConsistencyProofFields", {"from": int})


class ConsistencyProof(_ConsistencyProofFields):
    """That a tree begins with an older one: RFC 9162, section 2.1.4."""

    to: int
    """How many the newer has."""
    path: list[Digest]
    """The hashes from which both roots follow, the lowest first; none where both trees are one."""


TenantId: TypeAlias = str
"""A tenant: one system holds one."""


class Fact(TypedDict):
    """What is known of a record."""

    process: str
    """The process the record belongs to."""
    record: RecordId
    """Which record."""
    state: str
    """Its phase."""
    version: int
    """Its version when it was read; the answer holds only as long as this does."""
    attributes: NotRequired[dict[Identifier, str]]
    """What else the process says of it."""
    links: NotRequired[list[Link]]
    """The records it is linked to."""


class ContextDocument(TypedDict):
    """Everything that a decision reads besides the record and the command."""

    now: Instant
    """The present instant."""
    actor: Actor
    """Who acts."""
    on_behalf_of: NotRequired[PersonId | None]
    """For whom."""
    tenant: NotRequired[TenantId | None]
    """The tenant, where the host serves several."""
    command_id: NotRequired[CommandId | None]
    """The command's id; the same id twice is the same command."""
    entropy: NotRequired[Digest | None]
    """32 random bytes of the host as 64 hexadecimal digits, for the salts of personal values."""
    authorisation: NotRequired[AuthorisationDocument | None]
    """What the host's own authorisation said."""
    waivers: NotRequired[list[Waiver]]
    """Waivers of separation of duties, for decisions beside the host's own tables."""
    facts: NotRequired[list[Fact]]
    """What is known of other records."""


class CutSetSearch(TypedDict):
    """How far a search for cut sets goes."""

    state: ItemState
    """The state that the item is to be in, or worse."""
    up_to: int
    """The most items of a set."""
    budget: int
    """The most steps: items visited, and items that hold the service up."""


class IncidentStateLogged(TypedDict):
    """Recorded."""

    kind: Literal["logged"]


class IncidentStateClassified(TypedDict):
    """Categorised and prioritised."""

    kind: Literal["classified"]


class IncidentStateAssigned(TypedDict):
    """A group has it."""

    kind: Literal["assigned"]


class IncidentStateInProgress(TypedDict):
    """Somebody works on it."""

    kind: Literal["in_progress"]


class IncidentStatePending(TypedDict):
    """It waits."""

    kind: Literal["pending"]
    reason: PendingReason
    """For what."""
    since: Instant
    """Since when."""
    until: Instant
    """Until when, as expected."""
    resumes_at: NotRequired[Instant | None]
    """When a timer ends the wait, if one does."""


class IncidentStateResolved(TypedDict):
    """The service is restored."""

    kind: Literal["resolved"]
    at: Instant
    """When."""
    closes_at: NotRequired[Instant | None]
    """When it closes by itself, given the notices."""
    notices: int
    """How many delivered notices it takes to close by itself."""
    reminders: NotRequired[list[Instant]]
    """When the requester is told again, as far as it lies ahead."""
    reopen_until: Instant
    """Up to when it can be reopened."""


class IncidentStateClosed(TypedDict):
    """Confirmed."""

    kind: Literal["closed"]
    at: Instant
    """When."""
    automatic: bool
    """Whether a timer closed it, because nobody answered."""
    code: Code
    """The closure code."""
    confirmed_by: PersonId
    """Who confirmed."""


class IncidentStateCancelled(TypedDict):
    """A duplicate or a mistake."""

    kind: Literal["cancelled"]
    at: Instant
    """When."""


class IncidentStateConverted(TypedDict):
    """It goes on as a service request."""

    kind: Literal["converted"]
    at: Instant
    """When."""
    to: RecordId
    """As which."""


IncidentState: TypeAlias = (
    IncidentStateLogged
    | IncidentStateClassified
    | IncidentStateAssigned
    | IncidentStateInProgress
    | IncidentStatePending
    | IncidentStateResolved
    | IncidentStateClosed
    | IncidentStateCancelled
    | IncidentStateConverted
)
"""The state of an incident with the data that exist only in it."""


class Escalation(TypedDict):
    """One escalation."""

    at: Instant
    """When."""
    kind: EscalationKind
    """To other skills or to more authority."""
    reason: Text
    """Why."""
    to: UnitId
    """To whom."""


class Incident(TypedDict):
    """An incident."""

    envelope: Envelope
    """What every record has."""
    state: IncidentState
    """Where it stands."""
    channel: Channel
    """How it reached the desk."""
    requester: PersonId
    """The person who has the trouble, a pseudonym."""
    reporter: NotRequired[Commitment | None]
    """How that person can be reached."""
    symptom: Commitment
    """What is wrong."""
    symptom_code: NotRequired[Code | None]
    """What is wrong, as a code of the host's tree."""
    customer: NotRequired[CustomerId | None]
    """The customer."""
    service_down: bool
    """Whether the service is down."""
    classification: NotRequired[Classification | None]
    """What it is."""
    priority: NotRequired[int | None]
    """Its priority by the matrix, or by an override in force."""
    priority_override: NotRequired[PriorityOverride | None]
    """The override in force."""
    major_criteria: NotRequired[list[Code]]
    """The criteria of a major incident that it meets."""
    major: NotRequired[RecordId | None]
    """The major incident that was declared for it."""
    assignment: NotRequired[Assignment | None]
    """Who has it."""
    hops: int
    """How often it went to another group."""
    hopped_at: NotRequired[list[Instant]]
    """When it did."""
    escalations: NotRequired[list[Escalation]]
    """Its escalations."""
    response_at: NotRequired[Instant | None]
    """When it was first acknowledged."""
    resolution: NotRequired[Resolution | None]
    """How it was resolved last."""
    resolver: NotRequired[PersonId | None]
    """Who resolved it last."""
    resolved_at: NotRequired[list[Instant]]
    """Every resolution."""
    reopened_at: NotRequired[list[Instant]]
    """Every reopening."""
    actions: int
    """How many actions were recorded on it."""
    no_ci_reason: NotRequired[Text | None]
    """Why it has no CI, where that was accepted."""
    no_sla_reason: NotRequired[Text | None]
    """Why no agreement covers it."""
    clocks: TicketClocks
    """Its clocks."""


class MajorIncidentStateDeclared(TypedDict):
    """It is one."""

    kind: Literal["declared"]
    update_due: Instant
    """When the next update is due."""


class MajorIncidentStateManaging(TypedDict):
    """Its manager leads the restoration."""

    kind: Literal["managing"]
    update_due: Instant
    """When the next update is due."""


class MajorIncidentStateRestored(TypedDict):
    """The service works again."""

    kind: Literal["restored"]


class MajorIncidentStateReviewing(TypedDict):
    """It is looked back on."""

    kind: Literal["reviewing"]
    facilitator: PersonId
    """Who leads the review."""
    since: Instant
    """Since when."""


class MajorIncidentStateReviewed(TypedDict):
    """What is to be learnt is written down."""

    kind: Literal["reviewed"]


class MajorIncidentStateClosed(TypedDict):
    """The actions exist and top management has the report."""

    kind: Literal["closed"]
    actions: NotRequired[list[RecordId]]
    """The records of the actions that follow from the review."""
    at: Instant
    """When."""
    by: PersonId
    """Who closed it."""
    no_action_reason: NotRequired[Text | None]
    """Why no action follows, where none does."""
    report: Attachment
    """The report that top management has."""


class MajorIncidentStateDowngraded(TypedDict):
    """It was none by the criteria."""

    kind: Literal["downgraded"]
    at: Instant
    """When."""
    by: PersonId
    """Who did it, the second of the two."""
    proposed_by: PersonId
    """Who had proposed it."""
    reason: Text
    """Why it meets no criterion."""


MajorIncidentState: TypeAlias = (
    MajorIncidentStateDeclared
    | MajorIncidentStateManaging
    | MajorIncidentStateRestored
    | MajorIncidentStateReviewing
    | MajorIncidentStateReviewed
    | MajorIncidentStateClosed
    | MajorIncidentStateDowngraded
)
"""The state of a major incident with the data that exist only in it."""


class DowngradeProposal(TypedDict):
    """One of the two managers would take it back (T-MAJ-06)."""

    at: Instant
    """When it was proposed."""
    by: PersonId
    """By whom."""
    reason: Text
    """Why it meets no criterion."""


class MajorIncident(TypedDict):
    """A major incident."""

    envelope: Envelope
    """What every record has."""
    state: MajorIncidentState
    """Where it stands."""
    incident: RecordId
    """The incident that it was declared for."""
    criteria: NotRequired[list[Code]]
    """The criteria that it meets."""
    manual_reason: NotRequired[Text | None]
    """Why it was declared without a criterion."""
    manager: PersonId
    """The major incident manager."""
    managers: list[PersonId]
    """Everybody who has been its manager, in order: none of them closes it."""
    resolvers: NotRequired[list[PersonId]]
    """Who works on the resolution, as far as known."""
    proposal: NotRequired[DowngradeProposal | None]
    """The proposal to take it back that is on the table."""
    declared_at: Instant
    """When it was declared."""
    notice_due: Instant
    """By when top management has to be told."""
    notice_missed: NotRequired[bool]
    """Whether that was missed."""
    update_every_s: int
    """How often those concerned are told, in seconds."""
    communications: NotRequired[list[TimelineEntry]]
    """The communication, in order."""
    updates_missed: int
    """How many updates were missed."""
    restoration: NotRequired[Restoration | None]
    """The end of the outage."""
    review_due: NotRequired[Instant | None]
    """By when it has to be reviewed, once it is restored."""
    review_missed: NotRequired[bool]
    """Whether that was missed."""
    review: NotRequired[MajorIncidentReview | None]
    """What the review found."""
    reviewed_at: NotRequired[Instant | None]
    """When it was reviewed."""


class ServiceRequestStateSubmitted(TypedDict):
    """Asked for."""

    kind: Literal["submitted"]


class ServiceRequestStateValidated(TypedDict):
    """Entitled, classified, prioritised."""

    kind: Literal["validated"]


class ServiceRequestStateAwaitingApproval(TypedDict):
    """Its approvers vote."""

    kind: Literal["awaiting_approval"]


class ServiceRequestStateApproved(TypedDict):
    """May be fulfilled."""

    kind: Literal["approved"]


class ServiceRequestStateInFulfilment(TypedDict):
    """A group works on it."""

    kind: Literal["in_fulfilment"]


class ServiceRequestStateWaiting(TypedDict):
    """It waits."""

    kind: Literal["waiting"]
    reason: PendingReason
    """For what."""
    since: Instant
    """Since when."""
    until: Instant
    """Until when, as expected."""
    resumes_at: NotRequired[Instant | None]
    """When a timer ends the wait, if one does."""


class ServiceRequestStateFulfilled(TypedDict):
    """Done; to be confirmed."""

    kind: Literal["fulfilled"]
    at: Instant
    """When."""
    closes_at: NotRequired[Instant | None]
    """When it closes by itself, given the notices."""
    notices: int
    """How many delivered notices it takes to close by itself."""
    reminders: NotRequired[list[Instant]]
    """When the requester is told again, as far as it lies ahead."""


class ServiceRequestStateClosed(TypedDict):
    """Confirmed."""

    kind: Literal["closed"]
    at: Instant
    """When."""
    automatic: bool
    """Whether a timer closed it, because nobody answered."""
    confirmed_by: PersonId
    """Who confirmed."""


class ServiceRequestStateRejected(TypedDict):
    """Refused."""

    kind: Literal["rejected"]
    at: Instant
    """When."""
    reason: Text
    """Why."""


class ServiceRequestStateCancelled(TypedDict):
    """Taken back."""

    kind: Literal["cancelled"]
    at: Instant
    """When."""
    reason: Text
    """Why."""


class ServiceRequestStateConverted(TypedDict):
    """It goes on as something else."""

    kind: Literal["converted"]
    at: Instant
    """When."""
    to: ConvertedTo
    """As what."""


ServiceRequestState: TypeAlias = (
    ServiceRequestStateSubmitted
    | ServiceRequestStateValidated
    | ServiceRequestStateAwaitingApproval
    | ServiceRequestStateApproved
    | ServiceRequestStateInFulfilment
    | ServiceRequestStateWaiting
    | ServiceRequestStateFulfilled
    | ServiceRequestStateClosed
    | ServiceRequestStateRejected
    | ServiceRequestStateCancelled
    | ServiceRequestStateConverted
)
"""The state of a service request with the data that exist only in it."""


class Done(TypedDict):
    """When something was done, and by whom."""

    at: Instant
    """When."""
    by: PersonId
    """By whom."""


class Task(TypedDict):
    """A task of the model."""

    task: Code
    """Which."""
    done: NotRequired[Done | None]
    """When it was done, and by whom."""


class ServiceRequest(TypedDict):
    """A service request."""

    envelope: Envelope
    """What every record has."""
    state: ServiceRequestState
    """Where it stands."""
    model: Code
    """The model of the policy that it follows."""
    requester: PersonId
    """Who asks."""
    beneficiary: PersonId
    """For whom."""
    contact: NotRequired[Commitment | None]
    """How the requester can be reached."""
    inputs: NotRequired[dict[Identifier, Text]]
    """The inputs of the model."""
    customer: NotRequired[CustomerId | None]
    """The customer."""
    classification: NotRequired[RequestClassification | None]
    """What it is."""
    priority: NotRequired[int | None]
    """Its priority by the matrix."""
    ballot: NotRequired[Ballot | None]
    """The ballot on its present content."""
    assignment: NotRequired[Assignment | None]
    """Who has it."""
    instructions: NotRequired[Instructions | None]
    """The instructions that it is fulfilled by."""
    tasks: NotRequired[list[Task]]
    """The tasks of its model, once the fulfilment has begun."""
    actions: int
    """How many actions were recorded on it."""
    fulfilment: NotRequired[Fulfilment | None]
    """What was done for it."""
    fulfilled: NotRequired[Done | None]
    """When it was fulfilled, and by whom."""
    clocks: TicketClocks
    """Its clocks."""


DefinitiveItemPhase: TypeAlias = Literal["registered", "superseded", "withdrawn"]
"""The phases of a definitive item."""


class Deposit(TypedDict):
    """Puts a master into the library."""

    checksum: Digest
    """The SHA-256 of the master."""
    item: RecordId
    """The configuration item that it is the master of."""
    licence: Text
    """Under which licence it is used."""
    location: Text
    """Where it is kept."""
    version: Text
    """The version of the item that it is."""


class DefinitiveItem(TypedDict):
    """A definitive item."""

    envelope: Envelope
    """What every record has."""
    phase: DefinitiveItemPhase
    """Where it stands."""
    deposit: Deposit
    """What was put there."""
    verified_at: NotRequired[Instant | None]
    """When it was found intact last."""
    corrupt: bool
    """Whether it was found altered: releases are not built from it then."""
    superseded_by: NotRequired[RecordId | None]
    """What took its place."""


class ReleaseStatePlanned(TypedDict):
    """What, when and how."""

    kind: Literal["planned"]


class ReleaseStatePlanApproved(TypedDict):
    """The parties agree."""

    kind: Literal["plan_approved"]


class ReleaseStateBuilt(TypedDict):
    """Built from definitive items."""

    kind: Literal["built"]


class ReleaseStateTested(TypedDict):
    """Tested in a controlled environment."""

    kind: Literal["tested"]


class ReleaseStateAccepted(TypedDict):
    """Every criterion is met."""

    kind: Literal["accepted"]


class ReleaseStateAcceptedWithExceptions(TypedDict):
    """Both parties take it as it is."""

    kind: Literal["accepted_with_exceptions"]


class ReleaseStateBaselined(TypedDict):
    """The affected items are captured."""

    kind: Literal["baselined"]


class ReleaseStateDeploying(TypedDict):
    """On its way to the targets."""

    kind: Literal["deploying"]
    since: Instant
    """Since when."""


class ReleaseStateDeployed(TypedDict):
    """On every target."""

    kind: Literal["deployed"]
    at: Instant
    """Since when."""


class ReleaseStateRolledBack(TypedDict):
    """The targets are as they were."""

    kind: Literal["rolled_back"]
    at: Instant
    """Since when."""
    reason: Text
    """Why."""


class ReleaseStateObserving(TypedDict):
    """Its effects are watched."""

    kind: Literal["observing"]
    until: Instant
    """Until when."""


class ReleaseStateReviewed(TypedDict):
    """What is to be learnt is written down."""

    kind: Literal["reviewed"]


class ReleaseStateClosed(TypedDict):
    """Its outcome stands."""

    kind: Literal["closed"]
    at: Instant
    """When."""
    outcome: ReleaseOutcome
    """How it ended."""


class ReleaseStateCancelled(TypedDict):
    """It will not be deployed."""

    kind: Literal["cancelled"]
    at: Instant
    """When."""
    reason: Text
    """Why."""


ReleaseState: TypeAlias = (
    ReleaseStatePlanned
    | ReleaseStatePlanApproved
    | ReleaseStateBuilt
    | ReleaseStateTested
    | ReleaseStateAccepted
    | ReleaseStateAcceptedWithExceptions
    | ReleaseStateBaselined
    | ReleaseStateDeploying
    | ReleaseStateDeployed
    | ReleaseStateRolledBack
    | ReleaseStateObserving
    | ReleaseStateReviewed
    | ReleaseStateClosed
    | ReleaseStateCancelled
)
"""The state of a release with the data that exist only in it."""


class Release(TypedDict):
    """A release."""

    envelope: Envelope
    """What every record has."""
    state: ReleaseState
    """Where it stands."""
    title: Text
    """What people call it."""
    release_type: ReleaseType
    """Its type."""
    plan: ReleasePlan
    """What, when and how."""
    planned_by: list[PersonId]
    """Who wrote the plan, all of them: nobody of them agrees to it."""
    promised_until: NotRequired[Instant | None]
    """The end of the window that the parties agreed to first: when it is promised for."""
    ballot: NotRequired[Ballot | None]
    """The agreement on its present plan."""
    built: NotRequired[list[Built]]
    """What it brings."""
    built_by: NotRequired[list[PersonId]]
    """Who built it."""
    tests: NotRequired[list[TestRecord]]
    """The tests of what was built last."""
    tested_by: NotRequired[list[PersonId]]
    """Who tested it."""
    submissions: int
    """How often it was submitted for acceptance."""
    first_submitted_at: NotRequired[Instant | None]
    """When it was submitted for acceptance first."""
    defects: NotRequired[Text | None]
    """Why it was returned last."""
    proposal: NotRequired[Proposal | None]
    """One party's proposal to accept with exceptions."""
    acceptance: NotRequired[AcceptanceOfRelease | None]
    """How it was accepted."""
    acceptance_due: NotRequired[Instant | None]
    """By when an emergency release has to be accepted."""
    acceptance_missed: bool
    """Whether it was not."""
    baseline: NotRequired[RecordId | None]
    """The baseline of the affected items."""
    deployed_at: NotRequired[Instant | None]
    """When it was on every target."""
    rolled_back_at: NotRequired[Instant | None]
    """When it was rolled back."""
    integrity: NotRequired[list[IntegrityCheck]]
    """What was found on the targets."""
    observed_until: NotRequired[Instant | None]
    """When the observation ended, once somebody was told."""
    review: NotRequired[ReleaseReview | None]
    """What the observation found."""


class ProblemStateLogged(TypedDict):
    """Recorded."""

    kind: Literal["logged"]


class ProblemStateClassified(TypedDict):
    """Categorised, prioritised, with an analyst."""

    kind: Literal["classified"]


class ProblemStateInvestigating(TypedDict):
    """Its cause is looked for."""

    kind: Literal["investigating"]
    proposed: NotRequired[RootCause | None]
    """The cause that waits for the problem manager's confirmation."""


class ProblemStateSuspended(TypedDict):
    """It rests."""

    kind: Literal["suspended"]
    reason: Text
    """Why."""
    since: Instant
    """Since when."""
    monitoring: Text
    """What is watched meanwhile."""
    review_at: NotRequired[Instant | None]
    """When it is looked at again; absent once the problem manager was told."""


class ProblemStateRootCauseIdentified(TypedDict):
    """Its cause is known."""

    kind: Literal["root_cause_identified"]


class ProblemStateFixProposed(TypedDict):
    """A change is asked for."""

    kind: Literal["fix_proposed"]


class ProblemStateFixInProgress(TypedDict):
    """A change is approved."""

    kind: Literal["fix_in_progress"]


class ProblemStateUnderObservation(TypedDict):
    """The fix is live and watched."""

    kind: Literal["under_observation"]
    since: Instant
    """Since when."""
    until: Instant
    """It can be closed from then on."""
    told: bool
    """Whether the problem manager was told that it can be."""


class ProblemStateAccepted(TypedDict):
    """The cause stays."""

    kind: Literal["accepted"]
    review_at: NotRequired[Instant | None]
    """When it is looked at again; absent once the service owner was told."""


class ProblemStateClosed(TypedDict):
    """Over."""

    kind: Literal["closed"]
    at: Instant
    """When."""
    by: PersonId
    """Who closed it."""
    code: ProblemClosureCode
    """How it ended."""
    knowledge: NotRequired[RecordId | None]
    """The knowledge that was published, unless nothing was found."""
    monitoring: NotRequired[Text | None]
    """What is watched from now on, where the cause was not found."""
    resolution: Text
    """What resolved it, or why nothing did."""
    review_at: NotRequired[Instant | None]
    """When it is reviewed; absent once the problem manager was told, or it was reviewed."""


ProblemState: TypeAlias = (
    ProblemStateLogged
    | ProblemStateClassified
    | ProblemStateInvestigating
    | ProblemStateSuspended
    | ProblemStateRootCauseIdentified
    | ProblemStateFixProposed
    | ProblemStateFixInProgress
    | ProblemStateUnderObservation
    | ProblemStateAccepted
    | ProblemStateClosed
)
"""The state of a problem with the data that exist only in it."""


class Fix(TypedDict):
    """A change that is to remove the cause."""

    change: RecordId
    """The change."""
    approved_at: NotRequired[Instant | None]
    """When it was known to be approved."""
    live_at: NotRequired[Instant | None]
    """When it was known to be live."""
    release: NotRequired[RecordId | None]
    """The release that brought it."""


class Recurrence(TypedDict):
    """An incident that a fix should have prevented."""

    at: Instant
    """When it was noticed."""
    incident: RecordId
    """The incident."""


class ReviewOfProblem(TypedDict):
    """A review that was held."""

    at: Instant
    """When."""
    by: PersonId
    """By whom."""
    review: ProblemReview
    """What it found."""


class Problem(TypedDict):
    """A problem."""

    envelope: Envelope
    """What every record has; its owner is the analyst."""
    state: ProblemState
    """Where it stands."""
    source: ProblemSource
    """Where it was found."""
    proactive: bool
    """Whether it was found before it did harm."""
    symptoms: Text
    """What it shows."""
    symptom_code: NotRequired[Code | None]
    """The same, as a code of the host's tree."""
    incidents: NotRequired[list[RecordId]]
    """Its incidents."""
    evidence: NotRequired[Text | None]
    """What else speaks for it: a trend, a supplier's notice."""
    candidate: NotRequired[RecordId | None]
    """The candidate it was."""
    classification: NotRequired[ProblemClassification | None]
    """What it is."""
    analysts: NotRequired[list[PersonId]]
    """Whoever was its analyst, the present one last."""
    analyses: NotRequired[list[Analysis]]
    """The searches for its cause, the present one last."""
    workaround: NotRequired[Text | None]
    """How to live with it meanwhile."""
    fixes: NotRequired[list[Fix]]
    """The changes that are to remove the cause last found."""
    observed_until: NotRequired[Instant | None]
    """Up to when the present fix is, or was, observed."""
    recurrences: NotRequired[list[Recurrence]]
    """The incidents that its fixes should have prevented."""
    acceptance: NotRequired[AcceptanceOfProblem | None]
    """Why its cause is left where it is."""
    reviews: NotRequired[list[ReviewOfProblem]]
    """The reviews of its resolution."""


class KnownErrorStateDraft(TypedDict):
    """Being written."""

    kind: Literal["draft"]


class KnownErrorStatePublished(TypedDict):
    """The desk works by it."""

    kind: Literal["published"]


class KnownErrorStateFixPending(TypedDict):
    """The desk works by it; a fix is on its way."""

    kind: Literal["fix_pending"]
    change: NotRequired[RecordId | None]
    """The change; absent: the fix altered no item."""
    release: NotRequired[RecordId | None]
    """The release that brings it, if it was packaged."""


class KnownErrorStateRetired(TypedDict):
    """It cannot happen any more."""

    kind: Literal["retired"]
    at: Instant
    """When that was established."""
    because: RetiredBecause
    """Why."""
    fix: NotRequired[PendingFix | None]
    """What had removed the cause."""


KnownErrorState: TypeAlias = (
    KnownErrorStateDraft
    | KnownErrorStatePublished
    | KnownErrorStateFixPending
    | KnownErrorStateRetired
)
"""The state of a known error with the data that exist only in it."""


class KnownError(TypedDict):
    """A known error."""

    envelope: Envelope
    """What every record has."""
    state: KnownErrorState
    """Where it stands."""
    problem: RecordId
    """The problem whose cause it is."""
    content: KnownErrorContent
    """What it says."""
    published_at: NotRequired[Instant | None]
    """When it was first published."""


class ProblemCandidateStateRaised(TypedDict):
    """To be decided."""

    kind: Literal["raised"]


class ProblemCandidateStateAccepted(TypedDict):
    """It is a problem."""

    kind: Literal["accepted"]
    at: Instant
    """When that was decided."""
    by: PersonId
    """By whom."""
    problem: AcceptedAs
    """Which."""


class ProblemCandidateStateDeclined(TypedDict):
    """It is none."""

    kind: Literal["declined"]
    at: Instant
    """When that was decided."""
    by: PersonId
    """By whom."""
    reason: Text
    """Why."""


ProblemCandidateState: TypeAlias = (
    ProblemCandidateStateRaised
    | ProblemCandidateStateAccepted
    | ProblemCandidateStateDeclined
)
"""The state of a problem candidate with the data that exist only in it."""


class ProblemCandidate(TypedDict):
    """A problem candidate."""

    envelope: Envelope
    """What every record has."""
    state: ProblemCandidateState
    """Where it stands."""
    rule: DetectionRule
    """The rule that found it."""
    subject: Subject
    """What it is about."""
    incidents: NotRequired[list[RecordId]]
    """Its incidents."""
    note: NotRequired[Text | None]
    """What else speaks for it."""


PlannedActivityPhase: TypeAlias = Literal["open", "retired"]
"""The phases of a planned activity."""


class PlannedActivity(TypedDict):
    """A planned activity (spec 3.0.6)."""

    envelope: Envelope
    """What every record has."""
    phase: PlannedActivityPhase
    """Where it stands."""
    kind: ActivityKind
    """What is done."""
    subject: NotRequired[RecordId | None]
    """The service, customer, supplier, document or the like that it is about; absent: the whole."""
    edition: Edition
    """The edition of the standard that it is planned under."""
    every_months: int
    """Every so many months."""
    tolerance_days: int
    """So many days after it was due it is overdue."""
    due: Due
    """When it is due."""
    last: NotRequired[ActivityDone | None]
    """When it was done last, if it ever was."""
    overdue_since: NotRequired[Instant | None]
    """From when on it is overdue. Only doing it ends that."""


LegalHoldPhase: TypeAlias = Literal["in_force", "released"]
"""The phases of a legal hold."""


class HoldReleased(TypedDict):
    """How a hold ended."""

    at: Instant
    """When."""
    by: PersonId
    """By whom."""
    reason: Text
    """Why."""


class LegalHold(TypedDict):
    """A legal hold (spec 3.2): whoever opened the record placed it."""

    envelope: Envelope
    """What every record has."""
    phase: LegalHoldPhase
    """Where it stands."""
    records: NotRequired[list[NamedRecord]]
    """The records that are kept."""
    subject: NotRequired[PersonId | None]
    """The person whose values and records are kept, a pseudonym."""
    reason: Text
    """Why."""
    authority: Text
    """By what authority: a court, a law, a contract."""
    released: NotRequired[HoldReleased | None]
    """How it ended."""


DisposalPhase: TypeAlias = Literal["requested", "approved", "carried_out", "rejected", "cancelled"]
"""The phases of a disposal."""


class DisposalApproval(TypedDict):
    """What a second person said."""

    at: Instant
    """When."""
    by: PersonId
    """Who."""


class Disposal(TypedDict):
    """A disposal (`DisposalBatch` of spec 3.2): whoever opened the record requested it."""

    envelope: Envelope
    """What every record has."""
    phase: DisposalPhase
    """Where it stands."""
    order: DisposalOrder
    """What is destroyed."""
    legal_basis: Text
    """What allows or demands it."""
    method: Text
    """How it is done."""
    approval: NotRequired[DisposalApproval | None]
    """Who approved it."""
    ended_because: NotRequired[Text | None]
    """Why it was rejected or cancelled."""
    disposed: NotRequired[list[DisposedRecord]]
    """The records that were disposed of."""


class Policy(TypedDict):
    """A policy and all its versions."""

    envelope: Envelope
    """What every record has."""
    versions: list[Publish]
    """The versions, in order."""


WaiverPhase: TypeAlias = Literal["filed", "revoked"]
"""The phases of a waiver."""


class FiledWaiver(TypedDict):
    """A waiver on file."""

    envelope: Envelope
    """What every record has."""
    phase: WaiverPhase
    """Where it stands."""
    waiver: Waiver
    """What it says."""


Record: TypeAlias = (
    Incident
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
    | FiledWaiver
)
"""A record of any process."""


class Decided(TypedDict):
    """What a command, or the passing of time, brings beside a host's own tables."""

    events: list[Event]
    """What happened, in order."""
    record: Record
    """The record after the last of them."""


Dimension: TypeAlias = Literal["service", "category", "priority", "age"]
"""By what a count is split."""


Direction: TypeAlias = Literal["up", "down", "informative"]
"""Which way is better."""


_DisturbanceFields = TypedDict("_DisturbanceFields", {"from": Instant})


class Disturbance(_DisturbanceFields):
    """A stretch in which a service is not ok."""

    state: ItemState
    """Its state all the while."""
    until: Instant
    """The first instant after it."""
    because: list[RecordId]
    """Overlays that suffice for it all the while, none of which can be spared; empty when it would be so without
    any.
    """
    planned: bool
    """Whether planned overlays suffice for it; then `because` names no others."""


FailureKind: TypeAlias = Literal["refused", "invalid", "conflict", "missing", "limit", "unavailable", "internal"]
"""What kind of failure it is; each is a class of exceptions in the languages."""


class ErrorCode(TypedDict):
    """A code, and what it means."""

    code: str
    """The stable code."""
    kind: FailureKind
    """The kind of the failure."""
    words: str
    """What it means."""


class ExplanationAnswer(TypedDict):
    """A priority, where it comes from, and that in words."""

    matrix: str
    """Name of the matrix."""
    priority: int
    """The priority that holds."""
    priority_label: LevelLabel
    """Its label."""
    rank: int
    """How many priorities weigh more: 0 is the most important."""
    basis: Basis
    """What it rests on."""
    impact: Level
    """The impact asked for."""
    urgency: Level
    """The urgency asked for."""
    row: int
    """Index of the impact's row in `cells`."""
    column: int
    """Index of the urgency's column in that row."""
    written: NotRequired[int | None]
    """What stands in the cell."""
    by_matrix: NotRequired[Level | None]
    """What the matrix makes of it, whatever holds; nothing when the cell is empty and the matrix refuses to guess."""
    by_override: NotRequired[PriorityOverride | None]
    """The override that was handed in, in force or not."""
    message: str
    """The same in English."""
    message_zh: str
    """The same in Chinese."""


_FactWantedFields = TypedDict("_FactWantedFields", {"with": NotRequired[dict[Identifier, list[str]]]})


class FactWanted(_FactWantedFields):
    """A record that a guard wants to know about."""

    process: str
    """The process the record belongs to: `major_incident`."""
    record: RecordId
    """Which record."""


class Label(TypedDict):
    """A text in English and Chinese. Every state, command, rule and condition has one."""

    en: str
    """English."""
    zh: str
    """Simplified Chinese."""


class Unmet(TypedDict):
    """One condition that is not met."""

    condition: str
    """The stable code of the condition: `resolution_text`."""
    words: Label
    """What must be so."""
    value: NotRequired[str | None]
    """The user's value that is at fault, where there is one."""


class Refusal(TypedDict):
    """A command that was refused. It changed nothing.

    The guard is the specification's (`T-INC-09`), the code is stable (`incident.close`), `missing` holds every
    unmet condition and `legal` the commands that the record's phase allows now.
    """

    guard: str
    """The guard id."""
    code: str
    """The command's kind."""
    rule: Label
    """The rule in words."""
    missing: list[Unmet]
    """Every condition that is not met."""
    legal: list[str]
    """The commands that are legal now."""


Retry: TypeAlias = Literal["never", "after_reload", "later", "after_change"]
"""What a caller can do about it."""


class Failure(TypedDict):
    """What went wrong, as every language has it."""

    code: str
    """The stable code: `calendar.unknown_zone`; of a refusal the kind of the command."""
    kind: FailureKind
    """The kind."""
    message: str
    """What is wrong, in English."""
    message_zh: NotRequired[str | None]
    """The same in Chinese, where it is known."""
    guard: NotRequired[str | None]
    """The guard that refused: `T-INC-09`."""
    refusal: NotRequired[Refusal | None]
    """All that a refusal says: the rule, every unmet condition, what is legal now."""
    path: NotRequired[str | None]
    """Where in a document the fault is: `body.group`."""
    retry: Retry
    """What a caller can do."""


FigureName: TypeAlias = Literal[
    "median",
    "p90",
    "backlog_ratio",
    "mean_to_restore",
    "without_standard_changes",
    "attribute_accuracy",
    "wilson_low",
    "wilson_high",
    "phantom_rate",
]
"""A further number beside the value."""


KpiUnit: TypeAlias = Literal["percent", "count", "seconds", "per_hundred"]
"""What the number of a KPI counts."""


class Figure(TypedDict):
    """A further number beside the value."""

    name: FigureName
    """Which."""
    unit: KpiUnit
    """What its number counts."""
    amount: Amount
    """The number."""


class Ticket(TypedDict):
    """What selection reads of a ticket."""

    kind: Code
    """`incident`, `request`."""
    priority: NotRequired[int | None]
    """Its priority, as the matrix numbers it."""
    service: NotRequired[ServiceId | None]
    """The affected service."""
    customer: NotRequired[CustomerId | None]
    """The customer."""
    category: NotRequired[Code | None]
    """The category."""


class StimulusOpened(TypedDict):
    """It was opened."""

    stimulus: Literal["opened"]
    ticket: NotRequired[Ticket | None]
    """What it is from now on; absent: as it is known."""


class StimulusAttached(TypedDict):
    """It was classified later than it was opened: clocks it does not have yet begin at a past instant."""

    stimulus: Literal["attached"]
    start: Instant
    """Where counting begins."""
    metrics: NotRequired[list[Metric]]
    """Which clocks; none named: response and resolution."""


class StimulusAssigned(TypedDict):
    """Somebody was assigned."""

    stimulus: Literal["assigned"]


class StimulusAcknowledged(TypedDict):
    """Somebody acknowledged it."""

    stimulus: Literal["acknowledged"]


class StimulusResponded(TypedDict):
    """Somebody answered the customer."""

    stimulus: Literal["responded"]


class StimulusInformed(TypedDict):
    """The customer was told how it stands."""

    stimulus: Literal["informed"]


class StimulusPaused(TypedDict):
    """Work waits."""

    stimulus: Literal["paused"]
    reason: Code
    """For what."""


class StimulusResumed(TypedDict):
    """Work goes on."""

    stimulus: Literal["resumed"]


class StimulusRetargeted(TypedDict):
    """Its priority, its service or its agreement changed, or a new version came into force."""

    stimulus: Literal["retargeted"]
    ticket: NotRequired[Ticket | None]
    """What it is from now on; absent: as it is known."""


class StimulusResolved(TypedDict):
    """The service is restored or the request fulfilled."""

    stimulus: Literal["resolved"]


class StimulusClosed(TypedDict):
    """It was closed."""

    stimulus: Literal["closed"]


class StimulusReopened(TypedDict):
    """The solution did not hold."""

    stimulus: Literal["reopened"]


class StimulusCancelled(TypedDict):
    """It was cancelled."""

    stimulus: Literal["cancelled"]


class StimulusMerged(TypedDict):
    """It was merged into another."""

    stimulus: Literal["merged"]


class StimulusConverted(TypedDict):
    """It was converted into another kind of ticket."""

    stimulus: Literal["converted"]


class StimulusRecomputed(TypedDict):
    """Its past is measured again under the calendars in force now."""

    stimulus: Literal["recomputed"]
    reason: Code
    """Why."""


Stimulus: TypeAlias = (
    StimulusOpened
    | StimulusAttached
    | StimulusAssigned
    | StimulusAcknowledged
    | StimulusResponded
    | StimulusInformed
    | StimulusPaused
    | StimulusResumed
    | StimulusRetargeted
    | StimulusResolved
    | StimulusClosed
    | StimulusReopened
    | StimulusCancelled
    | StimulusMerged
    | StimulusConverted
    | StimulusRecomputed
)
"""Something that happened to a ticket and may matter to its clocks."""


class HistoryEntry(TypedDict):
    """One stimulus of a history."""

    at: Instant
    """When it happened."""
    recorded_at: NotRequired[Instant | None]
    """When it was recorded; absent: at once."""
    stimulus: Stimulus
    """What happened."""


class History(TypedDict):
    """What happened to a ticket."""

    ticket: Ticket
    """The ticket as it was first known; stimuli that carry another replace it from then on."""
    entries: list[HistoryEntry]
    """What happened, in any order; of the same instant in the order given."""
    late_tolerance_s: NotRequired[int]
    """How many seconds after the act an entry may be recorded without being a late one."""


class Reached(TypedDict):
    """An item that the failure reaches."""

    item: CiId
    """Which item."""
    state: ItemState
    """Its state once the failure has run its course."""
    before: ItemState
    """Its state before the sources failed; always better than `state`."""
    distance: int
    """Relations between it and the nearest source, over items that get worse; 0 for a source."""
    service: bool
    """Whether the item is a service."""
    critical: bool
    """Whether the item is critical."""


class Source(TypedDict):
    """An item whose failure is asked about."""

    item: CiId
    """Which item."""
    state: NotRequired[ItemState]
    """The state it would be in."""


class Margin(TypedDict):
    """A gate that has lost members, which are its providers, and is not down yet."""

    item: CiId
    """The item that the gate holds up."""
    group: Code
    """The group of its providers."""
    state: ItemState
    """What the gate passes on now."""
    until_degraded: NotRequired[int | None]
    """The fewest further members that make it at least degraded by being degraded or down; `None` when it is, or
    when too few of its members can.
    """
    until_down: NotRequired[int | None]
    """The fewest further members that take it down by being down; `None` when too few of its members can."""


class Impact(TypedDict):
    """What breaks: the least fixpoint from the sources, beside what was broken before."""

    items: list[Reached]
    """The items whose state gets worse, the sources among them, by id."""
    already: list[Source]
    """The items that are not ok, and would not be without the sources either, by id."""
    strained: list[Margin]
    """The gates that hold or partly hold, with what they can still lose, by item and group."""
    hidden: int
    """Items, margins and context that a viewer may not see."""
    visits: int
    """Items taken from the worklist: at most as many as the register has items and relations, and the sources once
    more.
    """


class ImpactOptions(TypedDict):
    """What an impact is asked against, and how much of it is reported.

    Everything that is not ok before the sources fail is context: gates count it as lost, and what it alone
    brings down is not charged to the sources. Items in maintenance are such context; they count as down.
    """

    depth: NotRequired[int | None]
    """Report items up to this distance; the computation always goes to the end. Without it, all."""
    services_only: NotRequired[bool]
    """Report services only."""
    excluded: NotRequired[list[CiId]]
    """Cut points: no failure reaches them, none passes through them, not even their own."""
    context: NotRequired[dict[Identifier, ItemState]]
    """Items already known to be in trouble."""
    maintenance: NotRequired[list[CiId]]
    """Items in maintenance."""
    ignore_own_states: NotRequired[bool]
    """Leave the items' own states in the register out of the context."""


class InclusionProof(TypedDict):
    """That an entry stands at an index of a tree: RFC 9162, section 2.1.3."""

    index: int
    """The index of the entry, counted from 0."""
    size: int
    """How many entries the tree has."""
    path: list[Digest]
    """The hashes beside the way from the entry to the root, the lowest first."""


KpiStatus: TypeAlias = Literal["met", "tolerated", "missed", "no_target", "not_applicable"]
"""How a value stands to its target."""


class KpiTarget(TypedDict):
    """What a tenant wants of a KPI, in its unit: basis points, hundredths, seconds or a count."""

    target: int
    """The target: at least this much (better high) or at most (better low)."""
    threshold: NotRequired[int | None]
    """What is still tolerated."""


_PeriodFields = TypedDict("_PeriodFields", {"from": Instant})


class Period(_PeriodFields):
    """A period `[from, to)`: what happens at `to` belongs to the next one (spec 3.0.10)."""

    to: Instant
    zone: str


class WithExcused(TypedDict):
    """The same ratio if excused breaches are taken for met (DECISIONS 13). The value itself never is."""

    excused: Counted
    """The records that miss the value's numerator only because of excused breaches."""
    amount: Amount
    """The ratio with them in the numerator."""


class Slice(TypedDict):
    """A part of a count."""

    dimension: Dimension
    """By what it is split."""
    key: NotRequired[str | None]
    """Which part; absent: the record does not say."""
    counted: Counted
    """What belongs to it."""
    figures: NotRequired[list[Figure]]
    """Its own further numbers."""


class KpiValue(TypedDict):
    """A KPI computed for a period, with everything needed to check it."""

    kpi: str
    """Which KPI: `K-INC-02`."""
    formula_version: int
    """The version of its formula."""
    period: Period
    """The period."""
    as_of: Instant
    """Up to when the records were known."""
    unit: KpiUnit
    """What its number counts."""
    direction: Direction
    """Which way is better."""
    amount: Amount
    """The value."""
    numerator: Counted
    """What is counted, or divided."""
    denominator: NotRequired[Counted | None]
    """What it is divided by; absent where nothing is."""
    with_excused: NotRequired[WithExcused | None]
    """The value with excused breaches taken for met; absent for KPIs that do not ask whether a clock was met."""
    apart: NotRequired[list[Apart]]
    """What was left out, and why."""
    figures: NotRequired[list[Figure]]
    """Further numbers."""
    breakdown: NotRequired[list[Slice]]
    """The count, split."""
    target: NotRequired[KpiTarget | None]
    """The tenant's target."""
    status: KpiStatus
    """How the value stands to it."""
    hash: Digest
    """The digest of everything above."""


class LedgerReasonWeekWindow(TypedDict):
    """Counted: a window of the week, by the local date on which it opened."""

    kind: Literal["week_window"]
    date: CalendarDate
    """That date."""


class LedgerReasonSpecialDayWindow(TypedDict):
    """Counted: a window of a special day."""

    kind: Literal["special_day_window"]
    date: CalendarDate
    """That day."""


class LedgerReasonOutsideHours(TypedDict):
    """Not counted: no window is open."""

    kind: Literal["outside_hours"]


class LedgerReasonHoliday(TypedDict):
    """Not counted: a holiday, and no window of the evening before is open any more."""

    kind: Literal["holiday"]
    date: CalendarDate
    """That date."""
    name: NotRequired[str | None]
    """The name in the calendar."""


class LedgerReasonSpecialDayClosed(TypedDict):
    """Not counted: a special day without windows."""

    kind: Literal["special_day_closed"]
    date: CalendarDate
    """That day."""


LedgerReason: TypeAlias = (
    LedgerReasonWeekWindow
    | LedgerReasonSpecialDayWindow
    | LedgerReasonOutsideHours
    | LedgerReasonHoliday
    | LedgerReasonSpecialDayClosed
)
"""Why a stretch counts, or does not."""


_LedgerEntryFields = TypedDict("_LedgerEntryFields", {"from": Instant})


class LedgerEntry(_LedgerEntryFields):
    """One stretch `[from, until)`."""

    until: Instant
    """Where it ends."""
    seconds: int
    """Its elapsed seconds, counted or not."""
    reason: LedgerReason
    """Why it counts or does not."""


class Ledger(TypedDict):
    """The stretches between two instants in order, without gap or overlap."""

    entries: list[LedgerEntry]
    """The stretches."""
    counted_s: int
    """`between(a, b)`: the seconds of the counted entries; negative where the ledger was asked for backwards."""
    excluded_s: int
    """The seconds of the entries that do not count."""
    tzdb: str
    """The version of the zone rules."""


_LifecycleMoveFields = TypedDict("_LifecycleMoveFields", {"from": NotRequired[str | None]})


class LifecycleMove(_LifecycleMoveFields):
    """One legal move, as exported to hosts."""

    guard: str
    """The guard id."""
    command: str
    """The command's kind."""
    to: str
    """The phase after."""
    words: Label
    """What must be recorded or true."""


class MatrixLintNotTotal(TypedDict):
    """A cell gives no priority."""

    finding: Literal["not_total"]
    cell: CellAt
    """The cell."""


class MatrixLintNotMonotone(TypedDict):
    """A cell of at least the same impact and urgency has a less important priority."""

    finding: Literal["not_monotone"]
    higher: CellAt
    """The cell of the higher impact, urgency or both."""
    higher_priority: int
    """Its priority."""
    lower: CellAt
    """The cell of the lower impact, urgency or both."""
    lower_priority: int
    """Its priority, which weighs more."""


class MatrixLintUnreachablePriority(TypedDict):
    """A priority that no cell gives and that is not declared outside the matrix."""

    finding: Literal["unreachable_priority"]
    level: int
    """The priority level."""


class MatrixLintDuplicateLevel(TypedDict):
    """A scale names a level twice; such a document does not compile."""

    finding: Literal["duplicate_level"]
    scale: str
    """`impact`, `urgency` or `priority`."""
    level: int
    """The level."""


class MatrixLintDuplicateLabel(TypedDict):
    """Two levels of a scale read the same in one of the languages."""

    finding: Literal["duplicate_label"]
    scale: str
    """`impact`, `urgency` or `priority`."""
    level: int
    """The first of the two levels."""
    other: int
    """The second."""


MatrixLint: TypeAlias = (
    MatrixLintNotTotal
    | MatrixLintNotMonotone
    | MatrixLintUnreachablePriority
    | MatrixLintDuplicateLevel
    | MatrixLintDuplicateLabel
)
"""One finding about a matrix document."""


class LintAnswer(TypedDict):
    """Something unwise in a matrix, and that in words."""

    code: str
    """Its stable code: `matrix.lint.not_total`."""
    finding: MatrixLint
    """What was found where."""
    message: str
    """The same in English."""
    message_zh: str
    """The same in Chinese."""


class Neighbour(TypedDict):
    """An item at the other end of one relation or several."""

    item: CiId
    """Which item."""
    distance: int
    """Relations between it and the item asked about, at least 1."""


class NextStepAnswer(TypedDict):
    """A command that a record's state allows, and what stands in its way."""

    command: str
    """The command's kind."""
    refusal: NotRequired[Refusal | None]
    """Every unmet condition, as far as it can be told without the command's own data; `null`: nothing."""
    wants: NotRequired[str | None]
    """The first of the command's own data that is missing, in words."""


class NoteSignatureAnswer(TypedDict):
    """One signature of a note."""

    name: str
    """The name of the key."""
    key_id: str
    """The hash of the key, eight hexadecimal digits."""
    signature: str
    """The signature, in hexadecimal digits."""


class NoteAnswer(TypedDict):
    """A signed note in its parts: the bytes that were signed, and who says to have signed them."""

    text: str
    """The text, in UTF-8 the bytes that were signed."""
    signatures: list[NoteSignatureAnswer]
    """The signatures in order."""


class Notice(TypedDict):
    """A notice that the host is asked to deliver."""

    by: NotRequired[Instant | None]
    """By when, where that matters."""
    number: int
    """Its number within the record, counted from 1."""
    to: Recipient
    """To whom."""
    why: NoticeKind
    """Why."""


class OpeningAnswer(TypedDict):
    """What was found when a system was opened on a journal."""

    version: str
    """The version of the database."""
    journal_mode: NotRequired[str | None]
    """How SQLite keeps its own journal now: `wal`, `delete`; `null` for other databases."""
    notes: list[str]
    """What the host should know: that this SQLite is too old for write-ahead logging, say."""
    length: int
    """How many entries the journal has."""


OverlayKind: TypeAlias = Literal["change", "freeze", "maintenance", "incident", "outage"]
"""Why items are not as they should be."""


_OverlayFields = TypedDict("_OverlayFields", {"from": Instant})


class Overlay(_OverlayFields):
    """Something that does this to these items from one instant until another."""

    id: RecordId
    """What it is called; each overlay has its own."""
    kind: OverlayKind
    """What it is."""
    items: list[CiId]
    """The items."""
    effect: ItemState
    """The state that they are in meanwhile, at least; `ok` does nothing."""
    until: NotRequired[Instant | None]
    """The first instant after it; without one it goes on."""


class PublishedPolicy(TypedDict):
    """A policy beside a host's own tables."""

    id: PolicyId
    """Its id."""
    version: int
    """Its version, greater than the one before."""
    effective_from: Instant
    """From when it holds."""
    document: PolicyDocument
    """What it says."""


class RootCandidate(TypedDict):
    """An item whose failure alone would explain symptoms."""

    item: CiId
    """Which item."""
    explains: list[CiId]
    """The symptoms it explains: items that would be in the state seen, or worse; by id."""
    leaves_open: list[CiId]
    """The symptoms it leaves open, by id."""
    unseen: int
    """Items that its failure would reach and that are no symptoms."""


class Simulation(TypedDict):
    """What becomes of the services."""

    services: dict[Identifier, list[Disturbance]]
    """The services that are not ok at some time, each with its stretches by time."""
    collisions: list[Collision]
    """Every irredundant set of overlays that are safe alone and harm a service together; by service, state and
    overlays.
    """
    questions: int
    """Times that the register was asked what follows from a set of failures."""


_SimulationOptionsFields = TypedDict("_SimulationOptionsFields", {"from": Instant})


class SimulationOptions(_SimulationOptionsFields):
    """What a simulation looks at, and how far it goes."""

    until: Instant
    """The first instant after it."""
    always: ImpactOptions
    """What is so all the time, and what cannot fail; depth and selection of services mean nothing here."""
    together: int
    """The most overlays of a collision."""
    budget: int
    """The most steps that the search for one service's collisions takes whenever an overlay begins: items visited."""


class SinglePointsOfFailure(TypedDict):
    """The items that a service cannot lose."""

    service: CiId
    """Which service, or other item."""
    before: ItemState
    """Its state before anything else fails. An item cannot bring it to a state that it is in."""
    down: list[CiId]
    """The other items that take it down if they alone are down, by id."""
    degraded: list[CiId]
    """The other items that degrade it if they alone are down, and do not take it down, by id."""
    visits: int
    """Items visited."""


class State(TypedDict):
    """A state of a lifecycle."""

    code: str
    """Its code in documents: `in_progress`."""
    label: Label
    """What people read."""


_StretchCountedFields = TypedDict("_StretchCountedFields", {"from": Instant})


class StretchCounted(_StretchCountedFields):
    """It ran, and that is over."""

    to: NotRequired[Instant | None]
    """Where it ends; open for a pause that is going on."""
    consumed_s: int
    """Seconds of its measure that it adds."""
    under: NotRequired[ClockTerms | None]
    """What it was counted under, where that is not what the clock counts under now."""
    ledger: NotRequired[Ledger | None]
    """The hand calculation in its calendar; none for elapsed time, and for one that would be too long."""
    kind: Literal["counted"]


_StretchAheadFields = TypedDict("_StretchAheadFields", {"from": Instant})


class StretchAhead(_StretchAheadFields):
    """It is to run until the due instant."""

    to: NotRequired[Instant | None]
    """Where it ends; open for a pause that is going on."""
    consumed_s: int
    """Seconds of its measure that it adds."""
    under: NotRequired[ClockTerms | None]
    """What it was counted under, where that is not what the clock counts under now."""
    ledger: NotRequired[Ledger | None]
    """The hand calculation in its calendar; none for elapsed time, and for one that would be too long."""
    kind: Literal["ahead"]


_StretchPausedFields = TypedDict("_StretchPausedFields", {"from": Instant})


class StretchPaused(_StretchPausedFields):
    """It was paused, or is."""

    to: NotRequired[Instant | None]
    """Where it ends; open for a pause that is going on."""
    consumed_s: int
    """Seconds of its measure that it adds."""
    under: NotRequired[ClockTerms | None]
    """What it was counted under, where that is not what the clock counts under now."""
    ledger: NotRequired[Ledger | None]
    """The hand calculation in its calendar; none for elapsed time, and for one that would be too long."""
    kind: Literal["paused"]
    reason: Code
    """For what."""


_StretchResolvedFields = TypedDict("_StretchResolvedFields", {"from": Instant})


class StretchResolved(_StretchResolvedFields):
    """It was stopped, and reopened later."""

    to: NotRequired[Instant | None]
    """Where it ends; open for a pause that is going on."""
    consumed_s: int
    """Seconds of its measure that it adds."""
    under: NotRequired[ClockTerms | None]
    """What it was counted under, where that is not what the clock counts under now."""
    ledger: NotRequired[Ledger | None]
    """The hand calculation in its calendar; none for elapsed time, and for one that would be too long."""
    kind: Literal["resolved"]


Stretch: TypeAlias = StretchCounted | StretchAhead | StretchPaused | StretchResolved
"""One stretch of a clock's life."""


class WhyDue(TypedDict):
    """Why a clock is due when it is."""

    metric: Metric
    """What the clock measures."""
    terms: ClockTerms
    """What it counts under."""
    target_s: int
    """The target in seconds of the measure."""
    carried_s: int
    """Seconds that a policy carried over without a stretch."""
    stretches: list[Stretch]
    """The stretches of this cycle in order, up to the due instant or the end of what is known."""
    due_at: NotRequired[Instant | None]
    """When it is due; open while a pause decides."""
    breaches_at: NotRequired[Instant | None]
    """The latest instant that still meets the target."""
    note: NotRequired[ClockNote | None]
    """Why there is no due time though the clock runs."""


class WhyDueAnswer(TypedDict):
    """Why a clock is due when it is, with the hand calculation in words."""

    why: WhyDue
    """The stretches that add up to the target."""
    text: str
    """The same in English, a line each."""
    text_zh: str
    """The same in Chinese."""


class Witness(TypedDict):
    """The proof of one verdict.

    If only these failures had happened and only these relations passed anything on, the item would be in this
    state or worse. Leave any one of them out, and it would not. A witness is irredundant, not the smallest
    there is (DECISIONS 23); of several the same is chosen whatever order the register was built in.
    """

    item: CiId
    """Which item."""
    state: ItemState
    """Its state."""
    given: list[Source]
    """The sources and the context that it takes, each in the state that it takes, by id."""
    relations: list[Relation]
    """The relations that it takes, sorted by what they are known by."""
    confidence_ppm: int
    """How sure the least sure of these relations is, in parts per million; one that does not say is certain."""
    verified_at: NotRequired[Instant | None]
    """When the relation among them that was seen longest ago was seen; `None` when none says."""
    hidden: int
    """Failures and relations that a viewer may not see."""
