// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// An entry of the journal.
    @dynamicMemberLookup
    public struct Event: Codable, Sendable, Equatable {
        /// What every entry of the journal says besides its body.
        public var head: EventHead
        /// Its kind and what it says.
        public var body: Body

        /// What it says, by its kind.
        public enum Body: Sendable, Equatable {
            /// An incident was recorded.
            case incidentLogged(IncidentLoggedBody)
            /// An incident was taken over from another system.
            case incidentImported(IncidentImportedBody)
            /// An incident was classified, for the first time or again.
            case incidentClassified(IncidentClassifiedBody)
            /// A group got it.
            case incidentAssigned(IncidentAssignedBody)
            /// The work began.
            case incidentAcknowledged(IncidentAcknowledgedBody = .init())
            /// Another group got it.
            case incidentReassigned(IncidentReassignedBody)
            /// It waits.
            case incidentPended(IncidentPendedBody)
            /// The wait is over.
            case incidentResumed(IncidentResumedBody)
            /// It is resolved.
            case incidentResolved(IncidentResolvedBody)
            /// It is closed.
            case incidentClosed(IncidentClosedBody)
            /// The resolution was taken back.
            case incidentReopened(IncidentReopenedBody)
            /// It ended as a duplicate or a mistake.
            case incidentCancelled(IncidentCancelledBody = .init())
            /// It goes on as a service request.
            case incidentConverted(IncidentConvertedBody)
            /// A priority that is not the matrix's holds.
            case incidentPriorityOverridden(IncidentPriorityOverriddenBody)
            /// The matrix's priority holds again.
            case incidentPriorityRestored(IncidentPriorityRestoredBody)
            /// It affects something or somebody else.
            case incidentMoved(IncidentMovedBody)
            /// An action was recorded.
            case incidentWorked(IncidentWorkedBody)
            /// The requester is told how it stands.
            case incidentInformed(IncidentInformedBody = .init())
            /// The matter was handed up.
            case incidentEscalated(IncidentEscalatedBody)
            /// Another record was linked.
            case incidentLinked(IncidentLinkedBody)
            /// A major incident was declared for it.
            case incidentMarkedMajor(IncidentMarkedMajorBody)
            /// Its major incident was downgraded.
            case incidentUnmarkedMajor(IncidentUnmarkedMajorBody)
            /// The clocks were measured again.
            case incidentRecalculated(IncidentRecalculatedBody)
            /// One thing that happened to a clock.
            case clockMarked(ClockMarkedBody)
            /// A notice that the host is asked to deliver.
            case noticeRequested(NoticeRequestedBody)
            /// The host's receipt for a notice.
            case noticeDelivered(NoticeDeliveredBody)
            /// A major incident was declared.
            case majorIncidentDeclared(MajorIncidentDeclaredBody)
            /// Its manager leads the restoration.
            case majorIncidentManaged(MajorIncidentManagedBody)
            /// Those concerned were told how it stands.
            case majorIncidentUpdated(MajorIncidentUpdatedBody)
            /// The service works again.
            case majorIncidentRestored(MajorIncidentRestoredBody)
            /// The review began.
            case majorIncidentReviewBegun(MajorIncidentReviewBegunBody)
            /// It was reviewed.
            case majorIncidentReviewed(MajorIncidentReviewedBody)
            /// It was closed.
            case majorIncidentClosed(MajorIncidentClosedBody)
            /// It was taken back.
            case majorIncidentDowngraded(MajorIncidentDowngradedBody)
            /// One of the two managers would take it back.
            case majorIncidentDowngradeProposed(MajorIncidentDowngradeProposedBody)
            /// Another person leads.
            case majorIncidentHandedOver(MajorIncidentHandedOverBody)
            /// Top management was not told in time.
            case majorIncidentNoticeOverdue(MajorIncidentNoticeOverdueBody)
            /// An update was missed.
            case majorIncidentUpdateOverdue(MajorIncidentUpdateOverdueBody)
            /// It was not reviewed in time.
            case majorIncidentReviewOverdue(MajorIncidentReviewOverdueBody)
            /// A request was submitted.
            case serviceRequestSubmitted(ServiceRequestSubmittedBody)
            /// The beneficiary is entitled; it is classified.
            case serviceRequestValidated(ServiceRequestValidatedBody)
            /// Its approvers are asked.
            case serviceRequestApprovalRequested(ServiceRequestApprovalRequestedBody)
            /// An approver voted.
            case serviceRequestVoted(ServiceRequestVotedBody)
            /// An approver lets another person vote.
            case serviceRequestDelegated(ServiceRequestDelegatedBody)
            /// It may be fulfilled.
            case serviceRequestApproved(ServiceRequestApprovedBody = .init())
            /// An approver returned it for rework.
            case serviceRequestReturned(ServiceRequestReturnedBody)
            /// Its inputs changed; a ballot on the former ones is void.
            case serviceRequestEdited(ServiceRequestEditedBody)
            /// A group took it.
            case serviceRequestFulfilmentBegun(ServiceRequestFulfilmentBegunBody)
            /// An action was recorded.
            case serviceRequestWorked(ServiceRequestWorkedBody)
            /// A task was done.
            case serviceRequestTaskFinished(ServiceRequestTaskFinishedBody)
            /// It waits.
            case serviceRequestWaited(ServiceRequestWaitedBody)
            /// The wait is over.
            case serviceRequestResumed(ServiceRequestResumedBody)
            /// It is done.
            case serviceRequestFulfilled(ServiceRequestFulfilledBody)
            /// It is closed.
            case serviceRequestClosed(ServiceRequestClosedBody)
            /// It was refused.
            case serviceRequestRejected(ServiceRequestRejectedBody)
            /// It was taken back.
            case serviceRequestCancelled(ServiceRequestCancelledBody)
            /// It goes on as something else.
            case serviceRequestConverted(ServiceRequestConvertedBody)
            /// The requester is told how it stands.
            case serviceRequestInformed(ServiceRequestInformedBody = .init())
            /// Another record was linked.
            case serviceRequestLinked(ServiceRequestLinkedBody)
            /// The clocks were measured again.
            case serviceRequestRecalculated(ServiceRequestRecalculatedBody)
            /// An item was registered.
            case configurationItemRegistered(ConfigurationItemRegisteredBody)
            /// It moved to another state.
            case configurationItemMoved(ConfigurationItemMovedBody)
            /// It is gone.
            case configurationItemDisposed(ConfigurationItemDisposedBody)
            /// It has become something else.
            case configurationItemAltered(ConfigurationItemAlteredBody)
            /// It has a relation more, or another one of that key.
            case configurationItemRelated(ConfigurationItemRelatedBody)
            /// It has a relation less.
            case configurationItemUnrelated(ConfigurationItemUnrelatedBody)
            /// Items were captured.
            case baselineCaptured(BaselineCapturedBody)
            /// It was frozen.
            case baselineFrozen(BaselineFrozenBody = .init())
            /// Another baseline took its place.
            case baselineSuperseded(BaselineSupersededBody)
            /// Puts a master into the library.
            case definitiveItemRegistered(DefinitiveItemRegisteredBody)
            /// It was compared with its checksum.
            case definitiveItemVerified(DefinitiveItemVerifiedBody)
            /// Another one took its place.
            case definitiveItemSuperseded(DefinitiveItemSupersededBody)
            /// It was withdrawn.
            case definitiveItemWithdrawn(DefinitiveItemWithdrawnBody)
            /// It was planned.
            case configurationAuditPlanned(ConfigurationAuditPlannedBody)
            /// It has another auditor.
            case configurationAuditAssigned(ConfigurationAuditAssignedBody)
            /// It will not be held.
            case configurationAuditCancelled(ConfigurationAuditCancelledBody)
            /// It began.
            case configurationAuditBegun(ConfigurationAuditBegunBody = .init())
            /// Items were verified.
            case configurationAuditRecorded(ConfigurationAuditRecordedBody)
            /// The verification ended.
            case configurationAuditConcluded(ConfigurationAuditConcludedBody)
            /// It was reported.
            case configurationAuditReported(ConfigurationAuditReportedBody)
            /// It is decided what is done about a deficiency.
            case configurationAuditCorrected(ConfigurationAuditCorrectedBody)
            /// A deficiency is gone.
            case configurationAuditDeficiencyClosed(ConfigurationAuditDeficiencyClosedBody)
            /// Deficiencies were not closed in time.
            case configurationAuditDeficienciesOverdue(ConfigurationAuditDeficienciesOverdueBody)
            /// It was closed.
            case configurationAuditClosed(ConfigurationAuditClosedBody = .init())
            /// It was planned.
            case releasePlanned(ReleasePlannedBody)
            /// The parties were asked to agree.
            case releasePlanSubmitted(ReleasePlanSubmittedBody)
            /// A party voted.
            case releaseVoted(ReleaseVotedBody)
            /// Another person may vote for a party.
            case releaseDelegated(ReleaseDelegatedBody)
            /// The parties agree.
            case releasePlanApproved(ReleasePlanApprovedBody = .init())
            /// The plan changed.
            case releaseEdited(ReleaseEditedBody)
            /// It was built.
            case releaseBuilt(ReleaseBuiltBody)
            /// It was tested.
            case releaseTested(ReleaseTestedBody)
            /// It was accepted.
            case releaseAccepted(ReleaseAcceptedBody)
            /// One party would accept it as it is.
            case releaseExceptionsProposed(ReleaseExceptionsProposedBody)
            /// It was returned to its builders.
            case releaseReturned(ReleaseReturnedBody)
            /// The affected items are captured.
            case releaseBaselined(ReleaseBaselinedBody)
            /// Its deployment began.
            case releaseDeploymentBegun(ReleaseDeploymentBegunBody = .init())
            /// It is on every target.
            case releaseDeployed(ReleaseDeployedBody)
            /// The targets are as they were.
            case releaseRolledBack(ReleaseRolledBackBody)
            /// Its effects are watched.
            case releaseObservationBegun(ReleaseObservationBegunBody)
            /// The observation is over.
            case releaseObservationEnded(ReleaseObservationEndedBody = .init())
            /// An emergency release was not accepted in time.
            case releaseAcceptanceOverdue(ReleaseAcceptanceOverdueBody)
            /// It was reviewed.
            case releaseReviewed(ReleaseReviewedBody)
            /// It was closed.
            case releaseClosed(ReleaseClosedBody)
            /// It was given up.
            case releaseCancelled(ReleaseCancelledBody)
            /// A request for change was begun.
            case changeDrafted(ChangeDraftedBody)
            /// It was submitted.
            case changeSubmitted(ChangeSubmittedBody = .init())
            /// It was found complete and classified.
            case changeAccepted(ChangeAcceptedBody)
            /// It was given another category.
            case changeReclassified(ChangeReclassifiedBody)
            /// Owner or assessors were named.
            case changeAssigned(ChangeAssignedBody = .init())
            /// An assessor said what he thinks.
            case changeOpined(ChangeOpinedBody)
            /// It was assessed.
            case changeAssessed(ChangeAssessedBody)
            /// Its authority is asked about the content as it is from now on.
            case changeApprovalRequested(ChangeApprovalRequestedBody)
            /// An approver voted.
            case changeVoted(ChangeVotedBody)
            /// An approver lets another person vote.
            case changeDelegated(ChangeDelegatedBody)
            /// It was approved.
            case changeApproved(ChangeApprovedBody = .init())
            /// It was returned for rework.
            case changeReturned(ChangeReturnedBody)
            /// It was put off.
            case changeDeferred(ChangeDeferredBody)
            /// It was refused.
            case changeRejected(ChangeRejectedBody)
            /// It was taken back.
            case changeWithdrawn(ChangeWithdrawnBody)
            /// Its content changed; approvals of the content before are void.
            case changeEdited(ChangeEditedBody = .init())
            /// It was built and tested.
            case changeBuiltTested(ChangeBuiltTestedBody)
            /// A conflict was waived.
            case changeConflictWaived(ChangeConflictWaivedBody)
            /// It has its place in the schedule of change.
            case changeScheduled(ChangeScheduledBody = .init())
            /// An emergency was authorised.
            case changeEmergencyAuthorised(ChangeEmergencyAuthorisedBody)
            /// Its implementation began.
            case changeImplementationBegun(ChangeImplementationBegunBody)
            /// It was implemented.
            case changeImplemented(ChangeImplementedBody)
            /// It was undone.
            case changeBackedOut(ChangeBackedOutBody)
            /// Its review began.
            case changeReviewBegun(ChangeReviewBegunBody)
            /// It was reviewed.
            case changeReviewed(ChangeReviewedBody)
            /// The record of an emergency was completed.
            case changeDocumented(ChangeDocumentedBody)
            /// The board has reviewed an emergency.
            case changeEmergencyReviewed(ChangeEmergencyReviewedBody)
            /// It is over.
            case changeClosed(ChangeClosedBody)
            /// Another record was linked.
            case changeLinked(ChangeLinkedBody)
            /// It is in a release no longer.
            case changeUnpacked(ChangeUnpackedBody)
            /// The time for the update of its items is over.
            case changeItemsLookedAt(ChangeItemsLookedAtBody)
            /// It is late with something, or something has run out.
            case changeRanLate(ChangeRanLateBody)
            /// A model was proposed or revised.
            case changeModelProposed(ChangeModelProposedBody)
            /// What is proposed was changed.
            case changeModelRevised(ChangeModelRevisedBody)
            /// It was approved.
            case changeModelApproved(ChangeModelApprovedBody)
            /// It was suspended.
            case changeModelSuspended(ChangeModelSuspendedBody)
            /// It may be used again.
            case changeModelReinstated(ChangeModelReinstatedBody)
            /// A change under it failed.
            case changeModelFailed(ChangeModelFailedBody)
            /// It was withdrawn.
            case changeModelWithdrawn(ChangeModelWithdrawnBody)
            /// Its validity is over.
            case changeModelExpired(ChangeModelExpiredBody)
            /// A problem was recorded.
            case problemLogged(ProblemLoggedBody)
            /// It was classified.
            case problemClassified(ProblemClassifiedBody)
            /// It was classified anew.
            case problemReclassified(ProblemReclassifiedBody)
            /// Another analyst has it.
            case problemReassigned(ProblemReassignedBody)
            /// Its cause is looked for.
            case problemInvestigationBegun(ProblemInvestigationBegunBody)
            /// A step of the analysis was recorded.
            case problemStepRecorded(ProblemStepRecordedBody)
            /// The analyst has found the cause; the problem manager is to confirm it.
            case problemCauseProposed(ProblemCauseProposedBody)
            /// The problem manager does not confirm it.
            case problemCauseReturned(ProblemCauseReturnedBody)
            /// Its cause is known.
            case problemCauseIdentified(ProblemCauseIdentifiedBody)
            /// The cause was not found in time.
            case problemCauseOverdue(ProblemCauseOverdueBody)
            /// A change is to remove the cause.
            case problemFixProposed(ProblemFixProposedBody)
            /// A change of it is approved.
            case problemFixBegun(ProblemFixBegunBody)
            /// A change of it is live.
            case problemFixLive(ProblemFixLiveBody)
            /// A change of it will not remove the cause.
            case problemFixWithdrawn(ProblemFixWithdrawnBody)
            /// The fix is observed.
            case problemObservationBegun(ProblemObservationBegunBody)
            /// The observation is over.
            case problemObservationEnded(ProblemObservationEndedBody)
            /// The cause is left where it is.
            case problemAccepted(ProblemAcceptedBody)
            /// The cause is not left any longer.
            case problemReconsidered(ProblemReconsideredBody)
            /// It rests.
            case problemSuspended(ProblemSuspendedBody)
            /// The investigation goes on.
            case problemResumed(ProblemResumedBody)
            /// The day has come on which it is looked at again.
            case problemReviewFellDue(ProblemReviewFellDueBody)
            /// It is closed.
            case problemClosed(ProblemClosedBody)
            /// The fix did not help.
            case problemRecurred(ProblemRecurredBody)
            /// How to live with it meanwhile.
            case problemMitigated(ProblemMitigatedBody)
            /// Incidents were added.
            case problemRelated(ProblemRelatedBody)
            /// Another record was linked.
            case problemLinked(ProblemLinkedBody)
            /// Its resolution was reviewed.
            case problemReviewed(ProblemReviewedBody)
            /// It was begun.
            case knownErrorDrafted(KnownErrorDraftedBody)
            /// It says something else.
            case knownErrorEdited(KnownErrorEditedBody)
            /// The desk works by it.
            case knownErrorPublished(KnownErrorPublishedBody = .init())
            /// A fix is on its way.
            case knownErrorFixAnnounced(KnownErrorFixAnnouncedBody)
            /// The fix did not come, or did not help.
            case knownErrorReinstated(KnownErrorReinstatedBody)
            /// It cannot happen any more.
            case knownErrorRetired(KnownErrorRetiredBody)
            /// A candidate was raised.
            case problemCandidateRaised(ProblemCandidateRaisedBody)
            /// Incidents were added.
            case problemCandidateEvidenceAdded(ProblemCandidateEvidenceAddedBody)
            /// It is a problem.
            case problemCandidateAccepted(ProblemCandidateAcceptedBody)
            /// It is none.
            case problemCandidateDeclined(ProblemCandidateDeclinedBody)
            /// It was entered into the register.
            case plannedActivityPlanned(PlannedActivityPlannedBody)
            /// It was done.
            case plannedActivityPerformed(PlannedActivityPerformedBody)
            /// It has another interval.
            case plannedActivityIntervalChanged(PlannedActivityIntervalChangedBody)
            /// It has another owner.
            case plannedActivityAssigned(PlannedActivityAssignedBody)
            /// It is overdue.
            case plannedActivityOverdue(PlannedActivityOverdueBody)
            /// It was taken out of the register.
            case plannedActivityRetired(PlannedActivityRetiredBody)
            /// It was placed.
            case legalHoldPlaced(LegalHoldPlacedBody)
            /// It was released.
            case legalHoldReleased(LegalHoldReleasedBody)
            /// It was requested.
            case disposalRequested(DisposalRequestedBody)
            /// A second person approved it.
            case disposalApproved(DisposalApprovedBody = .init())
            /// It was rejected.
            case disposalRejected(DisposalRejectedBody)
            /// It was carried out: what a store deletes, and nothing else.
            case disposalCarriedOut(DisposalCarriedOutBody = .init())
            /// It was taken back.
            case disposalCancelled(DisposalCancelledBody)
            /// Publishes a policy, or a new version of it.
            case policyPublished(PolicyPublishedBody)
            /// A waiver was filed.
            case waiverFiled(WaiverFiledBody)
            /// A waiver was revoked.
            case waiverRevoked(WaiverRevokedBody)

            /// Its kind.
            public var kind: Kind {
                switch self {
                case .incidentLogged: .incidentLogged
                case .incidentImported: .incidentImported
                case .incidentClassified: .incidentClassified
                case .incidentAssigned: .incidentAssigned
                case .incidentAcknowledged: .incidentAcknowledged
                case .incidentReassigned: .incidentReassigned
                case .incidentPended: .incidentPended
                case .incidentResumed: .incidentResumed
                case .incidentResolved: .incidentResolved
                case .incidentClosed: .incidentClosed
                case .incidentReopened: .incidentReopened
                case .incidentCancelled: .incidentCancelled
                case .incidentConverted: .incidentConverted
                case .incidentPriorityOverridden: .incidentPriorityOverridden
                case .incidentPriorityRestored: .incidentPriorityRestored
                case .incidentMoved: .incidentMoved
                case .incidentWorked: .incidentWorked
                case .incidentInformed: .incidentInformed
                case .incidentEscalated: .incidentEscalated
                case .incidentLinked: .incidentLinked
                case .incidentMarkedMajor: .incidentMarkedMajor
                case .incidentUnmarkedMajor: .incidentUnmarkedMajor
                case .incidentRecalculated: .incidentRecalculated
                case .clockMarked: .clockMarked
                case .noticeRequested: .noticeRequested
                case .noticeDelivered: .noticeDelivered
                case .majorIncidentDeclared: .majorIncidentDeclared
                case .majorIncidentManaged: .majorIncidentManaged
                case .majorIncidentUpdated: .majorIncidentUpdated
                case .majorIncidentRestored: .majorIncidentRestored
                case .majorIncidentReviewBegun: .majorIncidentReviewBegun
                case .majorIncidentReviewed: .majorIncidentReviewed
                case .majorIncidentClosed: .majorIncidentClosed
                case .majorIncidentDowngraded: .majorIncidentDowngraded
                case .majorIncidentDowngradeProposed: .majorIncidentDowngradeProposed
                case .majorIncidentHandedOver: .majorIncidentHandedOver
                case .majorIncidentNoticeOverdue: .majorIncidentNoticeOverdue
                case .majorIncidentUpdateOverdue: .majorIncidentUpdateOverdue
                case .majorIncidentReviewOverdue: .majorIncidentReviewOverdue
                case .serviceRequestSubmitted: .serviceRequestSubmitted
                case .serviceRequestValidated: .serviceRequestValidated
                case .serviceRequestApprovalRequested: .serviceRequestApprovalRequested
                case .serviceRequestVoted: .serviceRequestVoted
                case .serviceRequestDelegated: .serviceRequestDelegated
                case .serviceRequestApproved: .serviceRequestApproved
                case .serviceRequestReturned: .serviceRequestReturned
                case .serviceRequestEdited: .serviceRequestEdited
                case .serviceRequestFulfilmentBegun: .serviceRequestFulfilmentBegun
                case .serviceRequestWorked: .serviceRequestWorked
                case .serviceRequestTaskFinished: .serviceRequestTaskFinished
                case .serviceRequestWaited: .serviceRequestWaited
                case .serviceRequestResumed: .serviceRequestResumed
                case .serviceRequestFulfilled: .serviceRequestFulfilled
                case .serviceRequestClosed: .serviceRequestClosed
                case .serviceRequestRejected: .serviceRequestRejected
                case .serviceRequestCancelled: .serviceRequestCancelled
                case .serviceRequestConverted: .serviceRequestConverted
                case .serviceRequestInformed: .serviceRequestInformed
                case .serviceRequestLinked: .serviceRequestLinked
                case .serviceRequestRecalculated: .serviceRequestRecalculated
                case .configurationItemRegistered: .configurationItemRegistered
                case .configurationItemMoved: .configurationItemMoved
                case .configurationItemDisposed: .configurationItemDisposed
                case .configurationItemAltered: .configurationItemAltered
                case .configurationItemRelated: .configurationItemRelated
                case .configurationItemUnrelated: .configurationItemUnrelated
                case .baselineCaptured: .baselineCaptured
                case .baselineFrozen: .baselineFrozen
                case .baselineSuperseded: .baselineSuperseded
                case .definitiveItemRegistered: .definitiveItemRegistered
                case .definitiveItemVerified: .definitiveItemVerified
                case .definitiveItemSuperseded: .definitiveItemSuperseded
                case .definitiveItemWithdrawn: .definitiveItemWithdrawn
                case .configurationAuditPlanned: .configurationAuditPlanned
                case .configurationAuditAssigned: .configurationAuditAssigned
                case .configurationAuditCancelled: .configurationAuditCancelled
                case .configurationAuditBegun: .configurationAuditBegun
                case .configurationAuditRecorded: .configurationAuditRecorded
                case .configurationAuditConcluded: .configurationAuditConcluded
                case .configurationAuditReported: .configurationAuditReported
                case .configurationAuditCorrected: .configurationAuditCorrected
                case .configurationAuditDeficiencyClosed: .configurationAuditDeficiencyClosed
                case .configurationAuditDeficienciesOverdue: .configurationAuditDeficienciesOverdue
                case .configurationAuditClosed: .configurationAuditClosed
                case .releasePlanned: .releasePlanned
                case .releasePlanSubmitted: .releasePlanSubmitted
                case .releaseVoted: .releaseVoted
                case .releaseDelegated: .releaseDelegated
                case .releasePlanApproved: .releasePlanApproved
                case .releaseEdited: .releaseEdited
                case .releaseBuilt: .releaseBuilt
                case .releaseTested: .releaseTested
                case .releaseAccepted: .releaseAccepted
                case .releaseExceptionsProposed: .releaseExceptionsProposed
                case .releaseReturned: .releaseReturned
                case .releaseBaselined: .releaseBaselined
                case .releaseDeploymentBegun: .releaseDeploymentBegun
                case .releaseDeployed: .releaseDeployed
                case .releaseRolledBack: .releaseRolledBack
                case .releaseObservationBegun: .releaseObservationBegun
                case .releaseObservationEnded: .releaseObservationEnded
                case .releaseAcceptanceOverdue: .releaseAcceptanceOverdue
                case .releaseReviewed: .releaseReviewed
                case .releaseClosed: .releaseClosed
                case .releaseCancelled: .releaseCancelled
                case .changeDrafted: .changeDrafted
                case .changeSubmitted: .changeSubmitted
                case .changeAccepted: .changeAccepted
                case .changeReclassified: .changeReclassified
                case .changeAssigned: .changeAssigned
                case .changeOpined: .changeOpined
                case .changeAssessed: .changeAssessed
                case .changeApprovalRequested: .changeApprovalRequested
                case .changeVoted: .changeVoted
                case .changeDelegated: .changeDelegated
                case .changeApproved: .changeApproved
                case .changeReturned: .changeReturned
                case .changeDeferred: .changeDeferred
                case .changeRejected: .changeRejected
                case .changeWithdrawn: .changeWithdrawn
                case .changeEdited: .changeEdited
                case .changeBuiltTested: .changeBuiltTested
                case .changeConflictWaived: .changeConflictWaived
                case .changeScheduled: .changeScheduled
                case .changeEmergencyAuthorised: .changeEmergencyAuthorised
                case .changeImplementationBegun: .changeImplementationBegun
                case .changeImplemented: .changeImplemented
                case .changeBackedOut: .changeBackedOut
                case .changeReviewBegun: .changeReviewBegun
                case .changeReviewed: .changeReviewed
                case .changeDocumented: .changeDocumented
                case .changeEmergencyReviewed: .changeEmergencyReviewed
                case .changeClosed: .changeClosed
                case .changeLinked: .changeLinked
                case .changeUnpacked: .changeUnpacked
                case .changeItemsLookedAt: .changeItemsLookedAt
                case .changeRanLate: .changeRanLate
                case .changeModelProposed: .changeModelProposed
                case .changeModelRevised: .changeModelRevised
                case .changeModelApproved: .changeModelApproved
                case .changeModelSuspended: .changeModelSuspended
                case .changeModelReinstated: .changeModelReinstated
                case .changeModelFailed: .changeModelFailed
                case .changeModelWithdrawn: .changeModelWithdrawn
                case .changeModelExpired: .changeModelExpired
                case .problemLogged: .problemLogged
                case .problemClassified: .problemClassified
                case .problemReclassified: .problemReclassified
                case .problemReassigned: .problemReassigned
                case .problemInvestigationBegun: .problemInvestigationBegun
                case .problemStepRecorded: .problemStepRecorded
                case .problemCauseProposed: .problemCauseProposed
                case .problemCauseReturned: .problemCauseReturned
                case .problemCauseIdentified: .problemCauseIdentified
                case .problemCauseOverdue: .problemCauseOverdue
                case .problemFixProposed: .problemFixProposed
                case .problemFixBegun: .problemFixBegun
                case .problemFixLive: .problemFixLive
                case .problemFixWithdrawn: .problemFixWithdrawn
                case .problemObservationBegun: .problemObservationBegun
                case .problemObservationEnded: .problemObservationEnded
                case .problemAccepted: .problemAccepted
                case .problemReconsidered: .problemReconsidered
                case .problemSuspended: .problemSuspended
                case .problemResumed: .problemResumed
                case .problemReviewFellDue: .problemReviewFellDue
                case .problemClosed: .problemClosed
                case .problemRecurred: .problemRecurred
                case .problemMitigated: .problemMitigated
                case .problemRelated: .problemRelated
                case .problemLinked: .problemLinked
                case .problemReviewed: .problemReviewed
                case .knownErrorDrafted: .knownErrorDrafted
                case .knownErrorEdited: .knownErrorEdited
                case .knownErrorPublished: .knownErrorPublished
                case .knownErrorFixAnnounced: .knownErrorFixAnnounced
                case .knownErrorReinstated: .knownErrorReinstated
                case .knownErrorRetired: .knownErrorRetired
                case .problemCandidateRaised: .problemCandidateRaised
                case .problemCandidateEvidenceAdded: .problemCandidateEvidenceAdded
                case .problemCandidateAccepted: .problemCandidateAccepted
                case .problemCandidateDeclined: .problemCandidateDeclined
                case .plannedActivityPlanned: .plannedActivityPlanned
                case .plannedActivityPerformed: .plannedActivityPerformed
                case .plannedActivityIntervalChanged: .plannedActivityIntervalChanged
                case .plannedActivityAssigned: .plannedActivityAssigned
                case .plannedActivityOverdue: .plannedActivityOverdue
                case .plannedActivityRetired: .plannedActivityRetired
                case .legalHoldPlaced: .legalHoldPlaced
                case .legalHoldReleased: .legalHoldReleased
                case .disposalRequested: .disposalRequested
                case .disposalApproved: .disposalApproved
                case .disposalRejected: .disposalRejected
                case .disposalCarriedOut: .disposalCarriedOut
                case .disposalCancelled: .disposalCancelled
                case .policyPublished: .policyPublished
                case .waiverFiled: .waiverFiled
                case .waiverRevoked: .waiverRevoked
                }
            }
        }

        /// Every kind of event.
        public enum Kind: String, Codable, Sendable, CaseIterable {
            case incidentLogged = "incident.logged"
            case incidentImported = "incident.imported"
            case incidentClassified = "incident.classified"
            case incidentAssigned = "incident.assigned"
            case incidentAcknowledged = "incident.acknowledged"
            case incidentReassigned = "incident.reassigned"
            case incidentPended = "incident.pended"
            case incidentResumed = "incident.resumed"
            case incidentResolved = "incident.resolved"
            case incidentClosed = "incident.closed"
            case incidentReopened = "incident.reopened"
            case incidentCancelled = "incident.cancelled"
            case incidentConverted = "incident.converted"
            case incidentPriorityOverridden = "incident.priority_overridden"
            case incidentPriorityRestored = "incident.priority_restored"
            case incidentMoved = "incident.moved"
            case incidentWorked = "incident.worked"
            case incidentInformed = "incident.informed"
            case incidentEscalated = "incident.escalated"
            case incidentLinked = "incident.linked"
            case incidentMarkedMajor = "incident.marked_major"
            case incidentUnmarkedMajor = "incident.unmarked_major"
            case incidentRecalculated = "incident.recalculated"
            case clockMarked = "clock.marked"
            case noticeRequested = "notice.requested"
            case noticeDelivered = "notice.delivered"
            case majorIncidentDeclared = "major_incident.declared"
            case majorIncidentManaged = "major_incident.managed"
            case majorIncidentUpdated = "major_incident.updated"
            case majorIncidentRestored = "major_incident.restored"
            case majorIncidentReviewBegun = "major_incident.review_begun"
            case majorIncidentReviewed = "major_incident.reviewed"
            case majorIncidentClosed = "major_incident.closed"
            case majorIncidentDowngraded = "major_incident.downgraded"
            case majorIncidentDowngradeProposed = "major_incident.downgrade_proposed"
            case majorIncidentHandedOver = "major_incident.handed_over"
            case majorIncidentNoticeOverdue = "major_incident.notice_overdue"
            case majorIncidentUpdateOverdue = "major_incident.update_overdue"
            case majorIncidentReviewOverdue = "major_incident.review_overdue"
            case serviceRequestSubmitted = "service_request.submitted"
            case serviceRequestValidated = "service_request.validated"
            case serviceRequestApprovalRequested = "service_request.approval_requested"
            case serviceRequestVoted = "service_request.voted"
            case serviceRequestDelegated = "service_request.delegated"
            case serviceRequestApproved = "service_request.approved"
            case serviceRequestReturned = "service_request.returned"
            case serviceRequestEdited = "service_request.edited"
            case serviceRequestFulfilmentBegun = "service_request.fulfilment_begun"
            case serviceRequestWorked = "service_request.worked"
            case serviceRequestTaskFinished = "service_request.task_finished"
            case serviceRequestWaited = "service_request.waited"
            case serviceRequestResumed = "service_request.resumed"
            case serviceRequestFulfilled = "service_request.fulfilled"
            case serviceRequestClosed = "service_request.closed"
            case serviceRequestRejected = "service_request.rejected"
            case serviceRequestCancelled = "service_request.cancelled"
            case serviceRequestConverted = "service_request.converted"
            case serviceRequestInformed = "service_request.informed"
            case serviceRequestLinked = "service_request.linked"
            case serviceRequestRecalculated = "service_request.recalculated"
            case configurationItemRegistered = "configuration_item.registered"
            case configurationItemMoved = "configuration_item.moved"
            case configurationItemDisposed = "configuration_item.disposed"
            case configurationItemAltered = "configuration_item.altered"
            case configurationItemRelated = "configuration_item.related"
            case configurationItemUnrelated = "configuration_item.unrelated"
            case baselineCaptured = "baseline.captured"
            case baselineFrozen = "baseline.frozen"
            case baselineSuperseded = "baseline.superseded"
            case definitiveItemRegistered = "definitive_item.registered"
            case definitiveItemVerified = "definitive_item.verified"
            case definitiveItemSuperseded = "definitive_item.superseded"
            case definitiveItemWithdrawn = "definitive_item.withdrawn"
            case configurationAuditPlanned = "configuration_audit.planned"
            case configurationAuditAssigned = "configuration_audit.assigned"
            case configurationAuditCancelled = "configuration_audit.cancelled"
            case configurationAuditBegun = "configuration_audit.begun"
            case configurationAuditRecorded = "configuration_audit.recorded"
            case configurationAuditConcluded = "configuration_audit.concluded"
            case configurationAuditReported = "configuration_audit.reported"
            case configurationAuditCorrected = "configuration_audit.corrected"
            case configurationAuditDeficiencyClosed = "configuration_audit.deficiency_closed"
            case configurationAuditDeficienciesOverdue = "configuration_audit.deficiencies_overdue"
            case configurationAuditClosed = "configuration_audit.closed"
            case releasePlanned = "release.planned"
            case releasePlanSubmitted = "release.plan_submitted"
            case releaseVoted = "release.voted"
            case releaseDelegated = "release.delegated"
            case releasePlanApproved = "release.plan_approved"
            case releaseEdited = "release.edited"
            case releaseBuilt = "release.built"
            case releaseTested = "release.tested"
            case releaseAccepted = "release.accepted"
            case releaseExceptionsProposed = "release.exceptions_proposed"
            case releaseReturned = "release.returned"
            case releaseBaselined = "release.baselined"
            case releaseDeploymentBegun = "release.deployment_begun"
            case releaseDeployed = "release.deployed"
            case releaseRolledBack = "release.rolled_back"
            case releaseObservationBegun = "release.observation_begun"
            case releaseObservationEnded = "release.observation_ended"
            case releaseAcceptanceOverdue = "release.acceptance_overdue"
            case releaseReviewed = "release.reviewed"
            case releaseClosed = "release.closed"
            case releaseCancelled = "release.cancelled"
            case changeDrafted = "change.drafted"
            case changeSubmitted = "change.submitted"
            case changeAccepted = "change.accepted"
            case changeReclassified = "change.reclassified"
            case changeAssigned = "change.assigned"
            case changeOpined = "change.opined"
            case changeAssessed = "change.assessed"
            case changeApprovalRequested = "change.approval_requested"
            case changeVoted = "change.voted"
            case changeDelegated = "change.delegated"
            case changeApproved = "change.approved"
            case changeReturned = "change.returned"
            case changeDeferred = "change.deferred"
            case changeRejected = "change.rejected"
            case changeWithdrawn = "change.withdrawn"
            case changeEdited = "change.edited"
            case changeBuiltTested = "change.built_tested"
            case changeConflictWaived = "change.conflict_waived"
            case changeScheduled = "change.scheduled"
            case changeEmergencyAuthorised = "change.emergency_authorised"
            case changeImplementationBegun = "change.implementation_begun"
            case changeImplemented = "change.implemented"
            case changeBackedOut = "change.backed_out"
            case changeReviewBegun = "change.review_begun"
            case changeReviewed = "change.reviewed"
            case changeDocumented = "change.documented"
            case changeEmergencyReviewed = "change.emergency_reviewed"
            case changeClosed = "change.closed"
            case changeLinked = "change.linked"
            case changeUnpacked = "change.unpacked"
            case changeItemsLookedAt = "change.items_looked_at"
            case changeRanLate = "change.ran_late"
            case changeModelProposed = "change_model.proposed"
            case changeModelRevised = "change_model.revised"
            case changeModelApproved = "change_model.approved"
            case changeModelSuspended = "change_model.suspended"
            case changeModelReinstated = "change_model.reinstated"
            case changeModelFailed = "change_model.failed"
            case changeModelWithdrawn = "change_model.withdrawn"
            case changeModelExpired = "change_model.expired"
            case problemLogged = "problem.logged"
            case problemClassified = "problem.classified"
            case problemReclassified = "problem.reclassified"
            case problemReassigned = "problem.reassigned"
            case problemInvestigationBegun = "problem.investigation_begun"
            case problemStepRecorded = "problem.step_recorded"
            case problemCauseProposed = "problem.cause_proposed"
            case problemCauseReturned = "problem.cause_returned"
            case problemCauseIdentified = "problem.cause_identified"
            case problemCauseOverdue = "problem.cause_overdue"
            case problemFixProposed = "problem.fix_proposed"
            case problemFixBegun = "problem.fix_begun"
            case problemFixLive = "problem.fix_live"
            case problemFixWithdrawn = "problem.fix_withdrawn"
            case problemObservationBegun = "problem.observation_begun"
            case problemObservationEnded = "problem.observation_ended"
            case problemAccepted = "problem.accepted"
            case problemReconsidered = "problem.reconsidered"
            case problemSuspended = "problem.suspended"
            case problemResumed = "problem.resumed"
            case problemReviewFellDue = "problem.review_fell_due"
            case problemClosed = "problem.closed"
            case problemRecurred = "problem.recurred"
            case problemMitigated = "problem.mitigated"
            case problemRelated = "problem.related"
            case problemLinked = "problem.linked"
            case problemReviewed = "problem.reviewed"
            case knownErrorDrafted = "known_error.drafted"
            case knownErrorEdited = "known_error.edited"
            case knownErrorPublished = "known_error.published"
            case knownErrorFixAnnounced = "known_error.fix_announced"
            case knownErrorReinstated = "known_error.reinstated"
            case knownErrorRetired = "known_error.retired"
            case problemCandidateRaised = "problem_candidate.raised"
            case problemCandidateEvidenceAdded = "problem_candidate.evidence_added"
            case problemCandidateAccepted = "problem_candidate.accepted"
            case problemCandidateDeclined = "problem_candidate.declined"
            case plannedActivityPlanned = "planned_activity.planned"
            case plannedActivityPerformed = "planned_activity.performed"
            case plannedActivityIntervalChanged = "planned_activity.interval_changed"
            case plannedActivityAssigned = "planned_activity.assigned"
            case plannedActivityOverdue = "planned_activity.overdue"
            case plannedActivityRetired = "planned_activity.retired"
            case legalHoldPlaced = "legal_hold.placed"
            case legalHoldReleased = "legal_hold.released"
            case disposalRequested = "disposal.requested"
            case disposalApproved = "disposal.approved"
            case disposalRejected = "disposal.rejected"
            case disposalCarriedOut = "disposal.carried_out"
            case disposalCancelled = "disposal.cancelled"
            case policyPublished = "policy.published"
            case waiverFiled = "waiver.filed"
            case waiverRevoked = "waiver.revoked"
        }

        public init(head: EventHead, body: Body) {
            self.head = head
            self.body = body
        }

        /// What the head says: `event.record`, `event.at`.
        public subscript<Value>(dynamicMember path: KeyPath<EventHead, Value>) -> Value { head[keyPath: path] }

        private enum CodingKeys: String, CodingKey {
            case kind, body
        }

        /// Fields that a later version added are passed over.
        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            head = try EventHead(from: decoder)
            body = try Body(try fields.decode(Kind.self, forKey: .kind), in: fields, at: .body)
        }

        public func encode(to encoder: any Encoder) throws {
            try head.encode(to: encoder)
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(body.kind, forKey: .kind)
            try body.encode(in: &fields, at: .body)
        }
    }
}

extension Document.Event.Body {
    init<Key: CodingKey>(_ kind: Document.Event.Kind, in fields: KeyedDecodingContainer<Key>, at key: Key) throws {
        func body<Body: Decodable>() throws -> Body { try fields.decode(Body.self, forKey: key) }
        switch kind {
        case .incidentLogged: self = .incidentLogged(try body())
        case .incidentImported: self = .incidentImported(try body())
        case .incidentClassified: self = .incidentClassified(try body())
        case .incidentAssigned: self = .incidentAssigned(try body())
        case .incidentAcknowledged: self = .incidentAcknowledged(try body())
        case .incidentReassigned: self = .incidentReassigned(try body())
        case .incidentPended: self = .incidentPended(try body())
        case .incidentResumed: self = .incidentResumed(try body())
        case .incidentResolved: self = .incidentResolved(try body())
        case .incidentClosed: self = .incidentClosed(try body())
        case .incidentReopened: self = .incidentReopened(try body())
        case .incidentCancelled: self = .incidentCancelled(try body())
        case .incidentConverted: self = .incidentConverted(try body())
        case .incidentPriorityOverridden: self = .incidentPriorityOverridden(try body())
        case .incidentPriorityRestored: self = .incidentPriorityRestored(try body())
        case .incidentMoved: self = .incidentMoved(try body())
        case .incidentWorked: self = .incidentWorked(try body())
        case .incidentInformed: self = .incidentInformed(try body())
        case .incidentEscalated: self = .incidentEscalated(try body())
        case .incidentLinked: self = .incidentLinked(try body())
        case .incidentMarkedMajor: self = .incidentMarkedMajor(try body())
        case .incidentUnmarkedMajor: self = .incidentUnmarkedMajor(try body())
        case .incidentRecalculated: self = .incidentRecalculated(try body())
        case .clockMarked: self = .clockMarked(try body())
        case .noticeRequested: self = .noticeRequested(try body())
        case .noticeDelivered: self = .noticeDelivered(try body())
        case .majorIncidentDeclared: self = .majorIncidentDeclared(try body())
        case .majorIncidentManaged: self = .majorIncidentManaged(try body())
        case .majorIncidentUpdated: self = .majorIncidentUpdated(try body())
        case .majorIncidentRestored: self = .majorIncidentRestored(try body())
        case .majorIncidentReviewBegun: self = .majorIncidentReviewBegun(try body())
        case .majorIncidentReviewed: self = .majorIncidentReviewed(try body())
        case .majorIncidentClosed: self = .majorIncidentClosed(try body())
        case .majorIncidentDowngraded: self = .majorIncidentDowngraded(try body())
        case .majorIncidentDowngradeProposed: self = .majorIncidentDowngradeProposed(try body())
        case .majorIncidentHandedOver: self = .majorIncidentHandedOver(try body())
        case .majorIncidentNoticeOverdue: self = .majorIncidentNoticeOverdue(try body())
        case .majorIncidentUpdateOverdue: self = .majorIncidentUpdateOverdue(try body())
        case .majorIncidentReviewOverdue: self = .majorIncidentReviewOverdue(try body())
        case .serviceRequestSubmitted: self = .serviceRequestSubmitted(try body())
        case .serviceRequestValidated: self = .serviceRequestValidated(try body())
        case .serviceRequestApprovalRequested: self = .serviceRequestApprovalRequested(try body())
        case .serviceRequestVoted: self = .serviceRequestVoted(try body())
        case .serviceRequestDelegated: self = .serviceRequestDelegated(try body())
        case .serviceRequestApproved: self = .serviceRequestApproved(try body())
        case .serviceRequestReturned: self = .serviceRequestReturned(try body())
        case .serviceRequestEdited: self = .serviceRequestEdited(try body())
        case .serviceRequestFulfilmentBegun: self = .serviceRequestFulfilmentBegun(try body())
        case .serviceRequestWorked: self = .serviceRequestWorked(try body())
        case .serviceRequestTaskFinished: self = .serviceRequestTaskFinished(try body())
        case .serviceRequestWaited: self = .serviceRequestWaited(try body())
        case .serviceRequestResumed: self = .serviceRequestResumed(try body())
        case .serviceRequestFulfilled: self = .serviceRequestFulfilled(try body())
        case .serviceRequestClosed: self = .serviceRequestClosed(try body())
        case .serviceRequestRejected: self = .serviceRequestRejected(try body())
        case .serviceRequestCancelled: self = .serviceRequestCancelled(try body())
        case .serviceRequestConverted: self = .serviceRequestConverted(try body())
        case .serviceRequestInformed: self = .serviceRequestInformed(try body())
        case .serviceRequestLinked: self = .serviceRequestLinked(try body())
        case .serviceRequestRecalculated: self = .serviceRequestRecalculated(try body())
        case .configurationItemRegistered: self = .configurationItemRegistered(try body())
        case .configurationItemMoved: self = .configurationItemMoved(try body())
        case .configurationItemDisposed: self = .configurationItemDisposed(try body())
        case .configurationItemAltered: self = .configurationItemAltered(try body())
        case .configurationItemRelated: self = .configurationItemRelated(try body())
        case .configurationItemUnrelated: self = .configurationItemUnrelated(try body())
        case .baselineCaptured: self = .baselineCaptured(try body())
        case .baselineFrozen: self = .baselineFrozen(try body())
        case .baselineSuperseded: self = .baselineSuperseded(try body())
        case .definitiveItemRegistered: self = .definitiveItemRegistered(try body())
        case .definitiveItemVerified: self = .definitiveItemVerified(try body())
        case .definitiveItemSuperseded: self = .definitiveItemSuperseded(try body())
        case .definitiveItemWithdrawn: self = .definitiveItemWithdrawn(try body())
        case .configurationAuditPlanned: self = .configurationAuditPlanned(try body())
        case .configurationAuditAssigned: self = .configurationAuditAssigned(try body())
        case .configurationAuditCancelled: self = .configurationAuditCancelled(try body())
        case .configurationAuditBegun: self = .configurationAuditBegun(try body())
        case .configurationAuditRecorded: self = .configurationAuditRecorded(try body())
        case .configurationAuditConcluded: self = .configurationAuditConcluded(try body())
        case .configurationAuditReported: self = .configurationAuditReported(try body())
        case .configurationAuditCorrected: self = .configurationAuditCorrected(try body())
        case .configurationAuditDeficiencyClosed: self = .configurationAuditDeficiencyClosed(try body())
        case .configurationAuditDeficienciesOverdue: self = .configurationAuditDeficienciesOverdue(try body())
        case .configurationAuditClosed: self = .configurationAuditClosed(try body())
        case .releasePlanned: self = .releasePlanned(try body())
        case .releasePlanSubmitted: self = .releasePlanSubmitted(try body())
        case .releaseVoted: self = .releaseVoted(try body())
        case .releaseDelegated: self = .releaseDelegated(try body())
        case .releasePlanApproved: self = .releasePlanApproved(try body())
        case .releaseEdited: self = .releaseEdited(try body())
        case .releaseBuilt: self = .releaseBuilt(try body())
        case .releaseTested: self = .releaseTested(try body())
        case .releaseAccepted: self = .releaseAccepted(try body())
        case .releaseExceptionsProposed: self = .releaseExceptionsProposed(try body())
        case .releaseReturned: self = .releaseReturned(try body())
        case .releaseBaselined: self = .releaseBaselined(try body())
        case .releaseDeploymentBegun: self = .releaseDeploymentBegun(try body())
        case .releaseDeployed: self = .releaseDeployed(try body())
        case .releaseRolledBack: self = .releaseRolledBack(try body())
        case .releaseObservationBegun: self = .releaseObservationBegun(try body())
        case .releaseObservationEnded: self = .releaseObservationEnded(try body())
        case .releaseAcceptanceOverdue: self = .releaseAcceptanceOverdue(try body())
        case .releaseReviewed: self = .releaseReviewed(try body())
        case .releaseClosed: self = .releaseClosed(try body())
        case .releaseCancelled: self = .releaseCancelled(try body())
        case .changeDrafted: self = .changeDrafted(try body())
        case .changeSubmitted: self = .changeSubmitted(try body())
        case .changeAccepted: self = .changeAccepted(try body())
        case .changeReclassified: self = .changeReclassified(try body())
        case .changeAssigned: self = .changeAssigned(try body())
        case .changeOpined: self = .changeOpined(try body())
        case .changeAssessed: self = .changeAssessed(try body())
        case .changeApprovalRequested: self = .changeApprovalRequested(try body())
        case .changeVoted: self = .changeVoted(try body())
        case .changeDelegated: self = .changeDelegated(try body())
        case .changeApproved: self = .changeApproved(try body())
        case .changeReturned: self = .changeReturned(try body())
        case .changeDeferred: self = .changeDeferred(try body())
        case .changeRejected: self = .changeRejected(try body())
        case .changeWithdrawn: self = .changeWithdrawn(try body())
        case .changeEdited: self = .changeEdited(try body())
        case .changeBuiltTested: self = .changeBuiltTested(try body())
        case .changeConflictWaived: self = .changeConflictWaived(try body())
        case .changeScheduled: self = .changeScheduled(try body())
        case .changeEmergencyAuthorised: self = .changeEmergencyAuthorised(try body())
        case .changeImplementationBegun: self = .changeImplementationBegun(try body())
        case .changeImplemented: self = .changeImplemented(try body())
        case .changeBackedOut: self = .changeBackedOut(try body())
        case .changeReviewBegun: self = .changeReviewBegun(try body())
        case .changeReviewed: self = .changeReviewed(try body())
        case .changeDocumented: self = .changeDocumented(try body())
        case .changeEmergencyReviewed: self = .changeEmergencyReviewed(try body())
        case .changeClosed: self = .changeClosed(try body())
        case .changeLinked: self = .changeLinked(try body())
        case .changeUnpacked: self = .changeUnpacked(try body())
        case .changeItemsLookedAt: self = .changeItemsLookedAt(try body())
        case .changeRanLate: self = .changeRanLate(try body())
        case .changeModelProposed: self = .changeModelProposed(try body())
        case .changeModelRevised: self = .changeModelRevised(try body())
        case .changeModelApproved: self = .changeModelApproved(try body())
        case .changeModelSuspended: self = .changeModelSuspended(try body())
        case .changeModelReinstated: self = .changeModelReinstated(try body())
        case .changeModelFailed: self = .changeModelFailed(try body())
        case .changeModelWithdrawn: self = .changeModelWithdrawn(try body())
        case .changeModelExpired: self = .changeModelExpired(try body())
        case .problemLogged: self = .problemLogged(try body())
        case .problemClassified: self = .problemClassified(try body())
        case .problemReclassified: self = .problemReclassified(try body())
        case .problemReassigned: self = .problemReassigned(try body())
        case .problemInvestigationBegun: self = .problemInvestigationBegun(try body())
        case .problemStepRecorded: self = .problemStepRecorded(try body())
        case .problemCauseProposed: self = .problemCauseProposed(try body())
        case .problemCauseReturned: self = .problemCauseReturned(try body())
        case .problemCauseIdentified: self = .problemCauseIdentified(try body())
        case .problemCauseOverdue: self = .problemCauseOverdue(try body())
        case .problemFixProposed: self = .problemFixProposed(try body())
        case .problemFixBegun: self = .problemFixBegun(try body())
        case .problemFixLive: self = .problemFixLive(try body())
        case .problemFixWithdrawn: self = .problemFixWithdrawn(try body())
        case .problemObservationBegun: self = .problemObservationBegun(try body())
        case .problemObservationEnded: self = .problemObservationEnded(try body())
        case .problemAccepted: self = .problemAccepted(try body())
        case .problemReconsidered: self = .problemReconsidered(try body())
        case .problemSuspended: self = .problemSuspended(try body())
        case .problemResumed: self = .problemResumed(try body())
        case .problemReviewFellDue: self = .problemReviewFellDue(try body())
        case .problemClosed: self = .problemClosed(try body())
        case .problemRecurred: self = .problemRecurred(try body())
        case .problemMitigated: self = .problemMitigated(try body())
        case .problemRelated: self = .problemRelated(try body())
        case .problemLinked: self = .problemLinked(try body())
        case .problemReviewed: self = .problemReviewed(try body())
        case .knownErrorDrafted: self = .knownErrorDrafted(try body())
        case .knownErrorEdited: self = .knownErrorEdited(try body())
        case .knownErrorPublished: self = .knownErrorPublished(try body())
        case .knownErrorFixAnnounced: self = .knownErrorFixAnnounced(try body())
        case .knownErrorReinstated: self = .knownErrorReinstated(try body())
        case .knownErrorRetired: self = .knownErrorRetired(try body())
        case .problemCandidateRaised: self = .problemCandidateRaised(try body())
        case .problemCandidateEvidenceAdded: self = .problemCandidateEvidenceAdded(try body())
        case .problemCandidateAccepted: self = .problemCandidateAccepted(try body())
        case .problemCandidateDeclined: self = .problemCandidateDeclined(try body())
        case .plannedActivityPlanned: self = .plannedActivityPlanned(try body())
        case .plannedActivityPerformed: self = .plannedActivityPerformed(try body())
        case .plannedActivityIntervalChanged: self = .plannedActivityIntervalChanged(try body())
        case .plannedActivityAssigned: self = .plannedActivityAssigned(try body())
        case .plannedActivityOverdue: self = .plannedActivityOverdue(try body())
        case .plannedActivityRetired: self = .plannedActivityRetired(try body())
        case .legalHoldPlaced: self = .legalHoldPlaced(try body())
        case .legalHoldReleased: self = .legalHoldReleased(try body())
        case .disposalRequested: self = .disposalRequested(try body())
        case .disposalApproved: self = .disposalApproved(try body())
        case .disposalRejected: self = .disposalRejected(try body())
        case .disposalCarriedOut: self = .disposalCarriedOut(try body())
        case .disposalCancelled: self = .disposalCancelled(try body())
        case .policyPublished: self = .policyPublished(try body())
        case .waiverFiled: self = .waiverFiled(try body())
        case .waiverRevoked: self = .waiverRevoked(try body())
        }
    }

    func encode<Key: CodingKey>(in fields: inout KeyedEncodingContainer<Key>, at key: Key) throws {
        switch self {
        case let .incidentLogged(body): try fields.encode(body, forKey: key)
        case let .incidentImported(body): try fields.encode(body, forKey: key)
        case let .incidentClassified(body): try fields.encode(body, forKey: key)
        case let .incidentAssigned(body): try fields.encode(body, forKey: key)
        case let .incidentAcknowledged(body): try fields.encode(body, forKey: key)
        case let .incidentReassigned(body): try fields.encode(body, forKey: key)
        case let .incidentPended(body): try fields.encode(body, forKey: key)
        case let .incidentResumed(body): try fields.encode(body, forKey: key)
        case let .incidentResolved(body): try fields.encode(body, forKey: key)
        case let .incidentClosed(body): try fields.encode(body, forKey: key)
        case let .incidentReopened(body): try fields.encode(body, forKey: key)
        case let .incidentCancelled(body): try fields.encode(body, forKey: key)
        case let .incidentConverted(body): try fields.encode(body, forKey: key)
        case let .incidentPriorityOverridden(body): try fields.encode(body, forKey: key)
        case let .incidentPriorityRestored(body): try fields.encode(body, forKey: key)
        case let .incidentMoved(body): try fields.encode(body, forKey: key)
        case let .incidentWorked(body): try fields.encode(body, forKey: key)
        case let .incidentInformed(body): try fields.encode(body, forKey: key)
        case let .incidentEscalated(body): try fields.encode(body, forKey: key)
        case let .incidentLinked(body): try fields.encode(body, forKey: key)
        case let .incidentMarkedMajor(body): try fields.encode(body, forKey: key)
        case let .incidentUnmarkedMajor(body): try fields.encode(body, forKey: key)
        case let .incidentRecalculated(body): try fields.encode(body, forKey: key)
        case let .clockMarked(body): try fields.encode(body, forKey: key)
        case let .noticeRequested(body): try fields.encode(body, forKey: key)
        case let .noticeDelivered(body): try fields.encode(body, forKey: key)
        case let .majorIncidentDeclared(body): try fields.encode(body, forKey: key)
        case let .majorIncidentManaged(body): try fields.encode(body, forKey: key)
        case let .majorIncidentUpdated(body): try fields.encode(body, forKey: key)
        case let .majorIncidentRestored(body): try fields.encode(body, forKey: key)
        case let .majorIncidentReviewBegun(body): try fields.encode(body, forKey: key)
        case let .majorIncidentReviewed(body): try fields.encode(body, forKey: key)
        case let .majorIncidentClosed(body): try fields.encode(body, forKey: key)
        case let .majorIncidentDowngraded(body): try fields.encode(body, forKey: key)
        case let .majorIncidentDowngradeProposed(body): try fields.encode(body, forKey: key)
        case let .majorIncidentHandedOver(body): try fields.encode(body, forKey: key)
        case let .majorIncidentNoticeOverdue(body): try fields.encode(body, forKey: key)
        case let .majorIncidentUpdateOverdue(body): try fields.encode(body, forKey: key)
        case let .majorIncidentReviewOverdue(body): try fields.encode(body, forKey: key)
        case let .serviceRequestSubmitted(body): try fields.encode(body, forKey: key)
        case let .serviceRequestValidated(body): try fields.encode(body, forKey: key)
        case let .serviceRequestApprovalRequested(body): try fields.encode(body, forKey: key)
        case let .serviceRequestVoted(body): try fields.encode(body, forKey: key)
        case let .serviceRequestDelegated(body): try fields.encode(body, forKey: key)
        case let .serviceRequestApproved(body): try fields.encode(body, forKey: key)
        case let .serviceRequestReturned(body): try fields.encode(body, forKey: key)
        case let .serviceRequestEdited(body): try fields.encode(body, forKey: key)
        case let .serviceRequestFulfilmentBegun(body): try fields.encode(body, forKey: key)
        case let .serviceRequestWorked(body): try fields.encode(body, forKey: key)
        case let .serviceRequestTaskFinished(body): try fields.encode(body, forKey: key)
        case let .serviceRequestWaited(body): try fields.encode(body, forKey: key)
        case let .serviceRequestResumed(body): try fields.encode(body, forKey: key)
        case let .serviceRequestFulfilled(body): try fields.encode(body, forKey: key)
        case let .serviceRequestClosed(body): try fields.encode(body, forKey: key)
        case let .serviceRequestRejected(body): try fields.encode(body, forKey: key)
        case let .serviceRequestCancelled(body): try fields.encode(body, forKey: key)
        case let .serviceRequestConverted(body): try fields.encode(body, forKey: key)
        case let .serviceRequestInformed(body): try fields.encode(body, forKey: key)
        case let .serviceRequestLinked(body): try fields.encode(body, forKey: key)
        case let .serviceRequestRecalculated(body): try fields.encode(body, forKey: key)
        case let .configurationItemRegistered(body): try fields.encode(body, forKey: key)
        case let .configurationItemMoved(body): try fields.encode(body, forKey: key)
        case let .configurationItemDisposed(body): try fields.encode(body, forKey: key)
        case let .configurationItemAltered(body): try fields.encode(body, forKey: key)
        case let .configurationItemRelated(body): try fields.encode(body, forKey: key)
        case let .configurationItemUnrelated(body): try fields.encode(body, forKey: key)
        case let .baselineCaptured(body): try fields.encode(body, forKey: key)
        case let .baselineFrozen(body): try fields.encode(body, forKey: key)
        case let .baselineSuperseded(body): try fields.encode(body, forKey: key)
        case let .definitiveItemRegistered(body): try fields.encode(body, forKey: key)
        case let .definitiveItemVerified(body): try fields.encode(body, forKey: key)
        case let .definitiveItemSuperseded(body): try fields.encode(body, forKey: key)
        case let .definitiveItemWithdrawn(body): try fields.encode(body, forKey: key)
        case let .configurationAuditPlanned(body): try fields.encode(body, forKey: key)
        case let .configurationAuditAssigned(body): try fields.encode(body, forKey: key)
        case let .configurationAuditCancelled(body): try fields.encode(body, forKey: key)
        case let .configurationAuditBegun(body): try fields.encode(body, forKey: key)
        case let .configurationAuditRecorded(body): try fields.encode(body, forKey: key)
        case let .configurationAuditConcluded(body): try fields.encode(body, forKey: key)
        case let .configurationAuditReported(body): try fields.encode(body, forKey: key)
        case let .configurationAuditCorrected(body): try fields.encode(body, forKey: key)
        case let .configurationAuditDeficiencyClosed(body): try fields.encode(body, forKey: key)
        case let .configurationAuditDeficienciesOverdue(body): try fields.encode(body, forKey: key)
        case let .configurationAuditClosed(body): try fields.encode(body, forKey: key)
        case let .releasePlanned(body): try fields.encode(body, forKey: key)
        case let .releasePlanSubmitted(body): try fields.encode(body, forKey: key)
        case let .releaseVoted(body): try fields.encode(body, forKey: key)
        case let .releaseDelegated(body): try fields.encode(body, forKey: key)
        case let .releasePlanApproved(body): try fields.encode(body, forKey: key)
        case let .releaseEdited(body): try fields.encode(body, forKey: key)
        case let .releaseBuilt(body): try fields.encode(body, forKey: key)
        case let .releaseTested(body): try fields.encode(body, forKey: key)
        case let .releaseAccepted(body): try fields.encode(body, forKey: key)
        case let .releaseExceptionsProposed(body): try fields.encode(body, forKey: key)
        case let .releaseReturned(body): try fields.encode(body, forKey: key)
        case let .releaseBaselined(body): try fields.encode(body, forKey: key)
        case let .releaseDeploymentBegun(body): try fields.encode(body, forKey: key)
        case let .releaseDeployed(body): try fields.encode(body, forKey: key)
        case let .releaseRolledBack(body): try fields.encode(body, forKey: key)
        case let .releaseObservationBegun(body): try fields.encode(body, forKey: key)
        case let .releaseObservationEnded(body): try fields.encode(body, forKey: key)
        case let .releaseAcceptanceOverdue(body): try fields.encode(body, forKey: key)
        case let .releaseReviewed(body): try fields.encode(body, forKey: key)
        case let .releaseClosed(body): try fields.encode(body, forKey: key)
        case let .releaseCancelled(body): try fields.encode(body, forKey: key)
        case let .changeDrafted(body): try fields.encode(body, forKey: key)
        case let .changeSubmitted(body): try fields.encode(body, forKey: key)
        case let .changeAccepted(body): try fields.encode(body, forKey: key)
        case let .changeReclassified(body): try fields.encode(body, forKey: key)
        case let .changeAssigned(body): try fields.encode(body, forKey: key)
        case let .changeOpined(body): try fields.encode(body, forKey: key)
        case let .changeAssessed(body): try fields.encode(body, forKey: key)
        case let .changeApprovalRequested(body): try fields.encode(body, forKey: key)
        case let .changeVoted(body): try fields.encode(body, forKey: key)
        case let .changeDelegated(body): try fields.encode(body, forKey: key)
        case let .changeApproved(body): try fields.encode(body, forKey: key)
        case let .changeReturned(body): try fields.encode(body, forKey: key)
        case let .changeDeferred(body): try fields.encode(body, forKey: key)
        case let .changeRejected(body): try fields.encode(body, forKey: key)
        case let .changeWithdrawn(body): try fields.encode(body, forKey: key)
        case let .changeEdited(body): try fields.encode(body, forKey: key)
        case let .changeBuiltTested(body): try fields.encode(body, forKey: key)
        case let .changeConflictWaived(body): try fields.encode(body, forKey: key)
        case let .changeScheduled(body): try fields.encode(body, forKey: key)
        case let .changeEmergencyAuthorised(body): try fields.encode(body, forKey: key)
        case let .changeImplementationBegun(body): try fields.encode(body, forKey: key)
        case let .changeImplemented(body): try fields.encode(body, forKey: key)
        case let .changeBackedOut(body): try fields.encode(body, forKey: key)
        case let .changeReviewBegun(body): try fields.encode(body, forKey: key)
        case let .changeReviewed(body): try fields.encode(body, forKey: key)
        case let .changeDocumented(body): try fields.encode(body, forKey: key)
        case let .changeEmergencyReviewed(body): try fields.encode(body, forKey: key)
        case let .changeClosed(body): try fields.encode(body, forKey: key)
        case let .changeLinked(body): try fields.encode(body, forKey: key)
        case let .changeUnpacked(body): try fields.encode(body, forKey: key)
        case let .changeItemsLookedAt(body): try fields.encode(body, forKey: key)
        case let .changeRanLate(body): try fields.encode(body, forKey: key)
        case let .changeModelProposed(body): try fields.encode(body, forKey: key)
        case let .changeModelRevised(body): try fields.encode(body, forKey: key)
        case let .changeModelApproved(body): try fields.encode(body, forKey: key)
        case let .changeModelSuspended(body): try fields.encode(body, forKey: key)
        case let .changeModelReinstated(body): try fields.encode(body, forKey: key)
        case let .changeModelFailed(body): try fields.encode(body, forKey: key)
        case let .changeModelWithdrawn(body): try fields.encode(body, forKey: key)
        case let .changeModelExpired(body): try fields.encode(body, forKey: key)
        case let .problemLogged(body): try fields.encode(body, forKey: key)
        case let .problemClassified(body): try fields.encode(body, forKey: key)
        case let .problemReclassified(body): try fields.encode(body, forKey: key)
        case let .problemReassigned(body): try fields.encode(body, forKey: key)
        case let .problemInvestigationBegun(body): try fields.encode(body, forKey: key)
        case let .problemStepRecorded(body): try fields.encode(body, forKey: key)
        case let .problemCauseProposed(body): try fields.encode(body, forKey: key)
        case let .problemCauseReturned(body): try fields.encode(body, forKey: key)
        case let .problemCauseIdentified(body): try fields.encode(body, forKey: key)
        case let .problemCauseOverdue(body): try fields.encode(body, forKey: key)
        case let .problemFixProposed(body): try fields.encode(body, forKey: key)
        case let .problemFixBegun(body): try fields.encode(body, forKey: key)
        case let .problemFixLive(body): try fields.encode(body, forKey: key)
        case let .problemFixWithdrawn(body): try fields.encode(body, forKey: key)
        case let .problemObservationBegun(body): try fields.encode(body, forKey: key)
        case let .problemObservationEnded(body): try fields.encode(body, forKey: key)
        case let .problemAccepted(body): try fields.encode(body, forKey: key)
        case let .problemReconsidered(body): try fields.encode(body, forKey: key)
        case let .problemSuspended(body): try fields.encode(body, forKey: key)
        case let .problemResumed(body): try fields.encode(body, forKey: key)
        case let .problemReviewFellDue(body): try fields.encode(body, forKey: key)
        case let .problemClosed(body): try fields.encode(body, forKey: key)
        case let .problemRecurred(body): try fields.encode(body, forKey: key)
        case let .problemMitigated(body): try fields.encode(body, forKey: key)
        case let .problemRelated(body): try fields.encode(body, forKey: key)
        case let .problemLinked(body): try fields.encode(body, forKey: key)
        case let .problemReviewed(body): try fields.encode(body, forKey: key)
        case let .knownErrorDrafted(body): try fields.encode(body, forKey: key)
        case let .knownErrorEdited(body): try fields.encode(body, forKey: key)
        case let .knownErrorPublished(body): try fields.encode(body, forKey: key)
        case let .knownErrorFixAnnounced(body): try fields.encode(body, forKey: key)
        case let .knownErrorReinstated(body): try fields.encode(body, forKey: key)
        case let .knownErrorRetired(body): try fields.encode(body, forKey: key)
        case let .problemCandidateRaised(body): try fields.encode(body, forKey: key)
        case let .problemCandidateEvidenceAdded(body): try fields.encode(body, forKey: key)
        case let .problemCandidateAccepted(body): try fields.encode(body, forKey: key)
        case let .problemCandidateDeclined(body): try fields.encode(body, forKey: key)
        case let .plannedActivityPlanned(body): try fields.encode(body, forKey: key)
        case let .plannedActivityPerformed(body): try fields.encode(body, forKey: key)
        case let .plannedActivityIntervalChanged(body): try fields.encode(body, forKey: key)
        case let .plannedActivityAssigned(body): try fields.encode(body, forKey: key)
        case let .plannedActivityOverdue(body): try fields.encode(body, forKey: key)
        case let .plannedActivityRetired(body): try fields.encode(body, forKey: key)
        case let .legalHoldPlaced(body): try fields.encode(body, forKey: key)
        case let .legalHoldReleased(body): try fields.encode(body, forKey: key)
        case let .disposalRequested(body): try fields.encode(body, forKey: key)
        case let .disposalApproved(body): try fields.encode(body, forKey: key)
        case let .disposalRejected(body): try fields.encode(body, forKey: key)
        case let .disposalCarriedOut(body): try fields.encode(body, forKey: key)
        case let .disposalCancelled(body): try fields.encode(body, forKey: key)
        case let .policyPublished(body): try fields.encode(body, forKey: key)
        case let .waiverFiled(body): try fields.encode(body, forKey: key)
        case let .waiverRevoked(body): try fields.encode(body, forKey: key)
        }
    }
}
