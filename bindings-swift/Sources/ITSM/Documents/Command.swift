// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// A command of the whole.
    public struct Command: Codable, Sendable, Equatable {
        /// The record it is about.
        public var record: RecordId?
        /// Its kind and what it says.
        public var body: Body

        /// What it says, by its kind.
        public enum Body: Sendable, Equatable {
            /// Records an incident.
            case incidentLog(IncidentLogBody)
            /// Takes an incident over from another system, in its present state and with its past as stated.
            case incidentImport(IncidentImportBody)
            /// Classifies an incident: category, impact and urgency, from which the matrix makes the priority.
            case incidentClassify(IncidentClassifyBody)
            /// Gives an incident to a group.
            case incidentAssign(IncidentAssignBody)
            /// Begins the work: the response.
            case incidentAcknowledge(IncidentAcknowledgeBody = .init())
            /// Gives an incident to another group.
            case incidentReassign(IncidentReassignBody)
            /// Lets an incident wait.
            case incidentPend(IncidentPendBody)
            /// Ends the wait.
            case incidentResume(IncidentResumeBody)
            /// Resolves an incident.
            case incidentResolve(IncidentResolveBody)
            /// Confirms a resolution.
            case incidentClose(IncidentCloseBody)
            /// Takes a resolution back.
            case incidentReopen(IncidentReopenBody)
            /// Ends an incident that is none of its own.
            case incidentCancel(IncidentCancelBody = .init())
            /// Goes on as a service request; the history stays here.
            case incidentConvert(IncidentConvertBody)
            /// Changes the classification; the priority follows, and the clocks with it.
            case incidentReclassify(IncidentReclassifyBody)
            /// Sets a priority that is not the matrix's.
            case incidentOverridePriority(IncidentOverridePriorityBody)
            /// Changes whom or what it affects; the clocks follow the agreement that is selected then.
            case incidentMove(IncidentMoveBody)
            /// Records an action.
            case incidentWork(IncidentWorkBody)
            /// Tells the requester how it stands.
            case incidentInform(IncidentInformBody = .init())
            /// Hands a matter up without moving it.
            case incidentEscalate(IncidentEscalateBody)
            /// Links another record.
            case incidentLink(IncidentLinkBody)
            /// Names the major incident that was declared for it.
            case incidentMarkMajor(IncidentMarkMajorBody)
            /// Takes back that it is a major incident, after the downgrade.
            case incidentUnmarkMajor(IncidentUnmarkMajorBody)
            /// Measures the clocks again under the calendars in force now.
            case incidentRecalculate(IncidentRecalculateBody)
            /// Excuses a recorded breach; it stays recorded.
            case incidentExcuseBreach(IncidentExcuseBreachBody)
            /// The host's receipt for a notice.
            case incidentConfirmNotice(IncidentConfirmNoticeBody)
            /// Declares a major incident.
            case majorIncidentDeclare(MajorIncidentDeclareBody)
            /// Takes the lead.
            case majorIncidentManage(MajorIncidentManageBody)
            /// Tells those concerned how it stands.
            case majorIncidentUpdate(MajorIncidentUpdateBody)
            /// The service works again.
            case majorIncidentRestore(MajorIncidentRestoreBody)
            /// Begins the review.
            case majorIncidentBeginReview(MajorIncidentBeginReviewBody)
            /// Records what the review found.
            case majorIncidentReview(MajorIncidentReviewBody)
            /// Closes a major incident.
            case majorIncidentClose(MajorIncidentCloseBody)
            /// Takes a major incident back, as the other of the two managers has proposed.
            case majorIncidentDowngrade(MajorIncidentDowngradeBody)
            /// Hands the lead to another person.
            case majorIncidentHandOver(MajorIncidentHandOverBody)
            /// Proposes to take a major incident back.
            case majorIncidentProposeDowngrade(MajorIncidentProposeDowngradeBody)
            /// The host's receipt for a notice.
            case majorIncidentConfirmNotice(MajorIncidentConfirmNoticeBody)
            /// Asks for something that is defined beforehand.
            case serviceRequestSubmit(ServiceRequestSubmitBody)
            /// Finds the beneficiary entitled, and classifies: the matrix makes the priority.
            case serviceRequestValidate(ServiceRequestValidateBody)
            /// Approves a request whose model asks for no approval.
            case serviceRequestApprove(ServiceRequestApproveBody = .init())
            /// Lets the model's approvers vote. Where their approval is void, asking again opens a new ballot.
            case serviceRequestRequestApproval(ServiceRequestRequestApprovalBody = .init())
            /// A vote.
            case serviceRequestVote(ServiceRequestVoteBody)
            /// Lets another person vote for oneself.
            case serviceRequestDelegate(ServiceRequestDelegateBody)
            /// Changes the inputs. Approvals were given for other content, and are void.
            case serviceRequestEdit(ServiceRequestEditBody)
            /// A group takes it.
            case serviceRequestFulfilBegin(ServiceRequestFulfilBeginBody)
            /// Says that it is done.
            case serviceRequestFulfil(ServiceRequestFulfilBody)
            /// Confirms the fulfilment.
            case serviceRequestClose(ServiceRequestCloseBody = .init())
            /// Refuses a request.
            case serviceRequestReject(ServiceRequestRejectBody)
            /// Takes a request back.
            case serviceRequestCancel(ServiceRequestCancelBody)
            /// Goes on as an incident or a change; the history stays here.
            case serviceRequestConvert(ServiceRequestConvertBody)
            /// Lets a request wait.
            case serviceRequestWait(ServiceRequestWaitBody)
            /// Ends the wait.
            case serviceRequestResume(ServiceRequestResumeBody)
            /// A task of the model is done.
            case serviceRequestTaskDone(ServiceRequestTaskDoneBody)
            /// Records an action.
            case serviceRequestWork(ServiceRequestWorkBody)
            /// Tells the requester how it stands.
            case serviceRequestInform(ServiceRequestInformBody = .init())
            /// Links another record.
            case serviceRequestLink(ServiceRequestLinkBody)
            /// Measures the clocks again under the calendars in force now.
            case serviceRequestRecalculate(ServiceRequestRecalculateBody)
            /// Excuses a recorded breach; it stays recorded.
            case serviceRequestExcuseBreach(ServiceRequestExcuseBreachBody)
            /// The host's receipt for a notice.
            case serviceRequestConfirmNotice(ServiceRequestConfirmNoticeBody)
            /// Registers an item that will be there.
            case configurationItemRegister(ConfigurationItemRegisterBody)
            /// Takes an item over that is there already.
            case configurationItemTakeOver(ConfigurationItemTakeOverBody)
            /// Begins its construction or procurement.
            case configurationItemConstruct(ConfigurationItemConstructBody = .init())
            /// Puts it into stock.
            case configurationItemStock(ConfigurationItemStockBody)
            /// Begins its test.
            case configurationItemTest(ConfigurationItemTestBody = .init())
            /// Puts it into use.
            case configurationItemGoLive(ConfigurationItemGoLiveBody = .init())
            /// Begins its maintenance.
            case configurationItemMaintain(ConfigurationItemMaintainBody = .init())
            /// Ends its maintenance.
            case configurationItemReturnToLive(ConfigurationItemReturnToLiveBody = .init())
            /// Takes it out of use.
            case configurationItemWithdraw(ConfigurationItemWithdrawBody = .init())
            /// Records its disposal.
            case configurationItemDispose(ConfigurationItemDisposeBody)
            /// Records what it has become; what is absent stays.
            case configurationItemUpdate(ConfigurationItemUpdateBody = .init())
            /// Adds a relation, or replaces the one of the same key.
            case configurationItemRelate(ConfigurationItemRelateBody)
            /// Takes a relation away.
            case configurationItemUnrelate(ConfigurationItemUnrelateBody)
            /// Captures the items as they are.
            case baselineCapture(BaselineCaptureBody)
            /// Freezes what was captured.
            case baselineFreeze(BaselineFreezeBody)
            /// Puts another baseline in its place.
            case baselineSupersede(BaselineSupersedeBody)
            /// Puts a master into the library.
            case definitiveItemRegister(DefinitiveItemRegisterBody)
            /// Compares what lies there with what was put there.
            case definitiveItemVerify(DefinitiveItemVerifyBody)
            /// Names the one that took its place.
            case definitiveItemSupersede(DefinitiveItemSupersedeBody)
            /// Withdraws it.
            case definitiveItemWithdraw(DefinitiveItemWithdrawBody)
            /// The host's receipt for a notice.
            case definitiveItemConfirmNotice(DefinitiveItemConfirmNoticeBody)
            /// Plans an audit.
            case configurationAuditPlan(ConfigurationAuditPlanBody)
            /// Gives it to another auditor.
            case configurationAuditAssign(ConfigurationAuditAssignBody)
            /// Gives it up before it has a result.
            case configurationAuditCancel(ConfigurationAuditCancelBody)
            /// Begins it.
            case configurationAuditBegin(ConfigurationAuditBeginBody = .init())
            /// Records what was found of some items.
            case configurationAuditRecord(ConfigurationAuditRecordBody)
            /// Ends the verification.
            case configurationAuditConclude(ConfigurationAuditConcludeBody = .init())
            /// Reports it.
            case configurationAuditReport(ConfigurationAuditReportBody)
            /// Decides what is done about a deficiency.
            case configurationAuditCorrect(ConfigurationAuditCorrectBody)
            /// Finds a deficiency gone.
            case configurationAuditCloseDeficiency(ConfigurationAuditCloseDeficiencyBody)
            /// Closes the audit.
            case configurationAuditClose(ConfigurationAuditCloseBody = .init())
            /// The host's receipt for a notice.
            case configurationAuditConfirmNotice(ConfigurationAuditConfirmNoticeBody)
            /// Plans a release.
            case releasePlan(ReleasePlanBody)
            /// Asks the parties to agree.
            case releaseSubmitPlan(ReleaseSubmitPlanBody = .init())
            /// A party's vote.
            case releaseVote(ReleaseVoteBody)
            /// Lets another person vote in one's place.
            case releaseDelegate(ReleaseDelegateBody)
            /// Changes the plan. What was agreed to was another one.
            case releaseEdit(ReleaseEditBody)
            /// Builds it.
            case releaseBuild(ReleaseBuildBody)
            /// Tests it.
            case releaseTest(ReleaseTestBody)
            /// Accepts it.
            case releaseAccept(ReleaseAcceptBody)
            /// Proposes to accept it as it is.
            case releaseProposeExceptions(ReleaseProposeExceptionsBody)
            /// Accepts it as the other party has proposed.
            case releaseAcceptWithExceptions(ReleaseAcceptWithExceptionsBody)
            /// Returns it to its builders.
            case releaseReturn(ReleaseReturnBody)
            /// Names the baseline of the affected items.
            case releaseBaseline(ReleaseBaselineBody)
            /// Begins its deployment.
            case releaseBeginDeployment(ReleaseBeginDeploymentBody = .init())
            /// Says that it is on every target.
            case releaseDeploy(ReleaseDeployBody)
            /// Takes it back.
            case releaseRollBack(ReleaseRollBackBody)
            /// Begins the observation.
            case releaseObserve(ReleaseObserveBody = .init())
            /// Accepts an emergency release that is deployed.
            case releaseAcceptLate(ReleaseAcceptLateBody)
            /// Records what the observation found.
            case releaseReview(ReleaseReviewBody)
            /// Closes it.
            case releaseClose(ReleaseCloseBody)
            /// Gives it up.
            case releaseCancel(ReleaseCancelBody)
            /// The host's receipt for a notice.
            case releaseConfirmNotice(ReleaseConfirmNoticeBody)
            /// Begins a request for change.
            case changeDraft(ChangeDraftBody)
            /// Asks for it.
            case changeSubmit(ChangeSubmitBody = .init())
            /// Finds it complete, and classifies it.
            case changeAccept(ChangeAcceptBody)
            /// Refuses it.
            case changeReject(ChangeRejectBody)
            /// Gives another category.
            case changeReclassify(ChangeReclassifyBody)
            /// Names another owner or other assessors.
            case changeAssign(ChangeAssignBody = .init())
            /// An assessor says what he thinks.
            case changeOpine(ChangeOpineBody)
            /// Finds the assessment complete, and scores the risk.
            case changeAssess(ChangeAssessBody)
            /// Lets its authority vote. What is absent stays as it is.
            case changeRequestApproval(ChangeRequestApprovalBody = .init())
            /// A vote.
            case changeVote(ChangeVoteBody)
            /// Lets another person vote for oneself.
            case changeDelegate(ChangeDelegateBody)
            /// Puts it off.
            case changeDefer(ChangeDeferBody)
            /// Lets its authority vote after it was put off. What is absent stays as it is.
            case changeResubmit(ChangeResubmitBody = .init())
            /// Changes what is asked for, or how it is to be done. What is absent stays as it is.
            case changeEdit(ChangeEditBody = .init())
            /// It is built and tested.
            case changeTest(ChangeTestBody)
            /// Waives a conflict.
            case changeWaiveConflict(ChangeWaiveConflictBody)
            /// Gives it its place in the schedule of change.
            case changeSchedule(ChangeScheduleBody)
            /// Schedules a standard change under its model.
            case changeScheduleStandard(ChangeScheduleStandardBody)
            /// Authorises an emergency.
            case changeAuthoriseEmergency(ChangeAuthoriseEmergencyBody)
            /// Begins to implement it.
            case changeBeginImplementation(ChangeBeginImplementationBody = .init())
            /// It is implemented.
            case changeImplement(ChangeImplementBody)
            /// It is undone.
            case changeBackOut(ChangeBackOutBody)
            /// Begins the review. Issued by the system.
            case changeBeginReview(ChangeBeginReviewBody = .init())
            /// Records what the review found.
            case changeReview(ChangeReviewBody)
            /// Completes the record of an emergency.
            case changeDocumentRetrospectively(ChangeDocumentRetrospectivelyBody)
            /// Records what the board found of an emergency.
            case changeReviewRetrospectively(ChangeReviewRetrospectivelyBody)
            /// Closes it.
            case changeClose(ChangeCloseBody)
            /// Takes it back.
            case changeWithdraw(ChangeWithdrawBody)
            /// Links another record.
            case changeLink(ChangeLinkBody)
            /// Takes it out of a release.
            case changeUnpack(ChangeUnpackBody)
            /// The host's receipt for a notice.
            case changeConfirmNotice(ChangeConfirmNoticeBody)
            /// Proposes a model.
            case changeModelPropose(ChangeModelProposeBody)
            /// Changes what is proposed. Who revises it has proposed it from then on.
            case changeModelRevise(ChangeModelReviseBody)
            /// Approves a model.
            case changeModelApprove(ChangeModelApproveBody)
            /// Approves it anew.
            case changeModelRenew(ChangeModelRenewBody)
            /// Lets nobody use it for now.
            case changeModelSuspend(ChangeModelSuspendBody)
            /// Lets it be used again.
            case changeModelReinstate(ChangeModelReinstateBody)
            /// Ends it.
            case changeModelWithdraw(ChangeModelWithdrawBody)
            /// A change under it failed. Issued by the system.
            case changeModelRecordFailure(ChangeModelRecordFailureBody)
            /// The host's receipt for a notice.
            case changeModelConfirmNotice(ChangeModelConfirmNoticeBody)
            /// Records a problem.
            case problemLog(ProblemLogBody)
            /// Classifies a problem and names its analyst.
            case problemClassify(ProblemClassifyBody)
            /// Classifies it anew.
            case problemReclassify(ProblemReclassifyBody)
            /// Gives it to another analyst.
            case problemReassign(ProblemReassignBody)
            /// Begins to look for the cause.
            case problemInvestigate(ProblemInvestigateBody)
            /// Records a step of the analysis.
            case problemWork(ProblemWorkBody)
            /// Says why it happens.
            case problemIdentifyCause(ProblemIdentifyCauseBody)
            /// Confirms the cause that the analyst has found.
            case problemConfirmCause(ProblemConfirmCauseBody = .init())
            /// Does not confirm it.
            case problemReturnCause(ProblemReturnCauseBody)
            /// Names a change that is to remove the cause.
            case problemProposeFix(ProblemProposeFixBody)
            /// Leaves the cause where it is.
            case problemAccept(ProblemAcceptBody)
            /// Leaves the cause where it is for longer.
            case problemRenewAcceptance(ProblemRenewAcceptanceBody)
            /// Takes the acceptance back.
            case problemReconsider(ProblemReconsiderBody)
            /// A change of it is approved.
            case problemBeginFix(ProblemBeginFixBody)
            /// A change of it is live.
            case problemObserve(ProblemObserveBody)
            /// A change of it will not remove the cause.
            case problemWithdrawFix(ProblemWithdrawFixBody)
            /// It was fixed while its cause was looked for.
            case problemFixAtOnce(ProblemFixAtOnceBody = .init())
            /// Closes a problem.
            case problemClose(ProblemCloseBody)
            /// Closes a problem whose cause was not found.
            case problemCloseUnreproduced(ProblemCloseUnreproducedBody)
            /// The fix did not help.
            case problemRecur(ProblemRecurBody)
            /// Lets it rest.
            case problemSuspend(ProblemSuspendBody)
            /// Goes on with the investigation.
            case problemResume(ProblemResumeBody)
            /// Says how to live with it meanwhile.
            case problemMitigate(ProblemMitigateBody)
            /// Adds incidents to it.
            case problemRelate(ProblemRelateBody)
            /// Links another record.
            case problemLink(ProblemLinkBody)
            /// Records what a review of the resolution found.
            case problemReview(ProblemReviewBody)
            /// The host's receipt for a notice.
            case problemConfirmNotice(ProblemConfirmNoticeBody)
            /// Begins a known error.
            case knownErrorDraft(KnownErrorDraftBody)
            /// Changes what it says.
            case knownErrorEdit(KnownErrorEditBody)
            /// Lets the desk work by it.
            case knownErrorPublish(KnownErrorPublishBody = .init())
            /// A fix is on its way, or live and observed.
            case knownErrorFixPending(KnownErrorFixPendingBody = .init())
            /// The fix did not come, or did not help.
            case knownErrorReinstate(KnownErrorReinstateBody)
            /// It cannot happen any more.
            case knownErrorRetire(KnownErrorRetireBody)
            /// The host's receipt for a notice.
            case knownErrorConfirmNotice(KnownErrorConfirmNoticeBody)
            /// Raises a candidate.
            case problemCandidateRaise(ProblemCandidateRaiseBody)
            /// Adds incidents to an open candidate.
            case problemCandidateAddEvidence(ProblemCandidateAddEvidenceBody)
            /// Decides that it is a problem.
            case problemCandidateAccept(ProblemCandidateAcceptBody)
            /// Decides that it is none.
            case problemCandidateDecline(ProblemCandidateDeclineBody)
            /// The host's receipt for a notice.
            case problemCandidateConfirmNotice(ProblemCandidateConfirmNoticeBody)
            /// Enters an activity into the register.
            case plannedActivityPlan(PlannedActivityPlanBody)
            /// Says that it was done.
            case plannedActivityPerform(PlannedActivityPerformBody)
            /// Gives it another interval.
            case plannedActivityChangeInterval(PlannedActivityChangeIntervalBody)
            /// Gives it to another owner.
            case plannedActivityAssign(PlannedActivityAssignBody)
            /// Takes it out of the register.
            case plannedActivityRetire(PlannedActivityRetireBody)
            /// The host's receipt for a notice.
            case plannedActivityConfirmNotice(PlannedActivityConfirmNoticeBody)
            /// Keeps records, or what is about a person.
            case legalHoldPlace(LegalHoldPlaceBody)
            /// Ends the hold.
            case legalHoldRelease(LegalHoldReleaseBody)
            /// The host's receipt for a notice.
            case legalHoldConfirmNotice(LegalHoldConfirmNoticeBody)
            /// Asks for a disposal.
            case disposalRequest(DisposalRequestBody)
            /// Approves it, as a second person.
            case disposalApprove(DisposalApproveBody = .init())
            /// Rejects it.
            case disposalReject(DisposalRejectBody)
            /// Carries it out.
            case disposalCarryOut(DisposalCarryOutBody = .init())
            /// Takes it back.
            case disposalCancel(DisposalCancelBody)
            /// The host's receipt for a notice.
            case disposalConfirmNotice(DisposalConfirmNoticeBody)
            /// Publishes a policy, or a new version of it.
            case policyPublish(PolicyPublishBody)
            /// Publishes a further version.
            case policyRevise(PolicyReviseBody)
            /// Files a waiver; the record's id is the waiver's.
            case waiverFile(WaiverFileBody)
            /// Revokes a waiver.
            case waiverRevoke(WaiverRevokeBody)

            /// Its kind.
            public var kind: Kind {
                switch self {
                case .incidentLog: .incidentLog
                case .incidentImport: .incidentImport
                case .incidentClassify: .incidentClassify
                case .incidentAssign: .incidentAssign
                case .incidentAcknowledge: .incidentAcknowledge
                case .incidentReassign: .incidentReassign
                case .incidentPend: .incidentPend
                case .incidentResume: .incidentResume
                case .incidentResolve: .incidentResolve
                case .incidentClose: .incidentClose
                case .incidentReopen: .incidentReopen
                case .incidentCancel: .incidentCancel
                case .incidentConvert: .incidentConvert
                case .incidentReclassify: .incidentReclassify
                case .incidentOverridePriority: .incidentOverridePriority
                case .incidentMove: .incidentMove
                case .incidentWork: .incidentWork
                case .incidentInform: .incidentInform
                case .incidentEscalate: .incidentEscalate
                case .incidentLink: .incidentLink
                case .incidentMarkMajor: .incidentMarkMajor
                case .incidentUnmarkMajor: .incidentUnmarkMajor
                case .incidentRecalculate: .incidentRecalculate
                case .incidentExcuseBreach: .incidentExcuseBreach
                case .incidentConfirmNotice: .incidentConfirmNotice
                case .majorIncidentDeclare: .majorIncidentDeclare
                case .majorIncidentManage: .majorIncidentManage
                case .majorIncidentUpdate: .majorIncidentUpdate
                case .majorIncidentRestore: .majorIncidentRestore
                case .majorIncidentBeginReview: .majorIncidentBeginReview
                case .majorIncidentReview: .majorIncidentReview
                case .majorIncidentClose: .majorIncidentClose
                case .majorIncidentDowngrade: .majorIncidentDowngrade
                case .majorIncidentHandOver: .majorIncidentHandOver
                case .majorIncidentProposeDowngrade: .majorIncidentProposeDowngrade
                case .majorIncidentConfirmNotice: .majorIncidentConfirmNotice
                case .serviceRequestSubmit: .serviceRequestSubmit
                case .serviceRequestValidate: .serviceRequestValidate
                case .serviceRequestApprove: .serviceRequestApprove
                case .serviceRequestRequestApproval: .serviceRequestRequestApproval
                case .serviceRequestVote: .serviceRequestVote
                case .serviceRequestDelegate: .serviceRequestDelegate
                case .serviceRequestEdit: .serviceRequestEdit
                case .serviceRequestFulfilBegin: .serviceRequestFulfilBegin
                case .serviceRequestFulfil: .serviceRequestFulfil
                case .serviceRequestClose: .serviceRequestClose
                case .serviceRequestReject: .serviceRequestReject
                case .serviceRequestCancel: .serviceRequestCancel
                case .serviceRequestConvert: .serviceRequestConvert
                case .serviceRequestWait: .serviceRequestWait
                case .serviceRequestResume: .serviceRequestResume
                case .serviceRequestTaskDone: .serviceRequestTaskDone
                case .serviceRequestWork: .serviceRequestWork
                case .serviceRequestInform: .serviceRequestInform
                case .serviceRequestLink: .serviceRequestLink
                case .serviceRequestRecalculate: .serviceRequestRecalculate
                case .serviceRequestExcuseBreach: .serviceRequestExcuseBreach
                case .serviceRequestConfirmNotice: .serviceRequestConfirmNotice
                case .configurationItemRegister: .configurationItemRegister
                case .configurationItemTakeOver: .configurationItemTakeOver
                case .configurationItemConstruct: .configurationItemConstruct
                case .configurationItemStock: .configurationItemStock
                case .configurationItemTest: .configurationItemTest
                case .configurationItemGoLive: .configurationItemGoLive
                case .configurationItemMaintain: .configurationItemMaintain
                case .configurationItemReturnToLive: .configurationItemReturnToLive
                case .configurationItemWithdraw: .configurationItemWithdraw
                case .configurationItemDispose: .configurationItemDispose
                case .configurationItemUpdate: .configurationItemUpdate
                case .configurationItemRelate: .configurationItemRelate
                case .configurationItemUnrelate: .configurationItemUnrelate
                case .baselineCapture: .baselineCapture
                case .baselineFreeze: .baselineFreeze
                case .baselineSupersede: .baselineSupersede
                case .definitiveItemRegister: .definitiveItemRegister
                case .definitiveItemVerify: .definitiveItemVerify
                case .definitiveItemSupersede: .definitiveItemSupersede
                case .definitiveItemWithdraw: .definitiveItemWithdraw
                case .definitiveItemConfirmNotice: .definitiveItemConfirmNotice
                case .configurationAuditPlan: .configurationAuditPlan
                case .configurationAuditAssign: .configurationAuditAssign
                case .configurationAuditCancel: .configurationAuditCancel
                case .configurationAuditBegin: .configurationAuditBegin
                case .configurationAuditRecord: .configurationAuditRecord
                case .configurationAuditConclude: .configurationAuditConclude
                case .configurationAuditReport: .configurationAuditReport
                case .configurationAuditCorrect: .configurationAuditCorrect
                case .configurationAuditCloseDeficiency: .configurationAuditCloseDeficiency
                case .configurationAuditClose: .configurationAuditClose
                case .configurationAuditConfirmNotice: .configurationAuditConfirmNotice
                case .releasePlan: .releasePlan
                case .releaseSubmitPlan: .releaseSubmitPlan
                case .releaseVote: .releaseVote
                case .releaseDelegate: .releaseDelegate
                case .releaseEdit: .releaseEdit
                case .releaseBuild: .releaseBuild
                case .releaseTest: .releaseTest
                case .releaseAccept: .releaseAccept
                case .releaseProposeExceptions: .releaseProposeExceptions
                case .releaseAcceptWithExceptions: .releaseAcceptWithExceptions
                case .releaseReturn: .releaseReturn
                case .releaseBaseline: .releaseBaseline
                case .releaseBeginDeployment: .releaseBeginDeployment
                case .releaseDeploy: .releaseDeploy
                case .releaseRollBack: .releaseRollBack
                case .releaseObserve: .releaseObserve
                case .releaseAcceptLate: .releaseAcceptLate
                case .releaseReview: .releaseReview
                case .releaseClose: .releaseClose
                case .releaseCancel: .releaseCancel
                case .releaseConfirmNotice: .releaseConfirmNotice
                case .changeDraft: .changeDraft
                case .changeSubmit: .changeSubmit
                case .changeAccept: .changeAccept
                case .changeReject: .changeReject
                case .changeReclassify: .changeReclassify
                case .changeAssign: .changeAssign
                case .changeOpine: .changeOpine
                case .changeAssess: .changeAssess
                case .changeRequestApproval: .changeRequestApproval
                case .changeVote: .changeVote
                case .changeDelegate: .changeDelegate
                case .changeDefer: .changeDefer
                case .changeResubmit: .changeResubmit
                case .changeEdit: .changeEdit
                case .changeTest: .changeTest
                case .changeWaiveConflict: .changeWaiveConflict
                case .changeSchedule: .changeSchedule
                case .changeScheduleStandard: .changeScheduleStandard
                case .changeAuthoriseEmergency: .changeAuthoriseEmergency
                case .changeBeginImplementation: .changeBeginImplementation
                case .changeImplement: .changeImplement
                case .changeBackOut: .changeBackOut
                case .changeBeginReview: .changeBeginReview
                case .changeReview: .changeReview
                case .changeDocumentRetrospectively: .changeDocumentRetrospectively
                case .changeReviewRetrospectively: .changeReviewRetrospectively
                case .changeClose: .changeClose
                case .changeWithdraw: .changeWithdraw
                case .changeLink: .changeLink
                case .changeUnpack: .changeUnpack
                case .changeConfirmNotice: .changeConfirmNotice
                case .changeModelPropose: .changeModelPropose
                case .changeModelRevise: .changeModelRevise
                case .changeModelApprove: .changeModelApprove
                case .changeModelRenew: .changeModelRenew
                case .changeModelSuspend: .changeModelSuspend
                case .changeModelReinstate: .changeModelReinstate
                case .changeModelWithdraw: .changeModelWithdraw
                case .changeModelRecordFailure: .changeModelRecordFailure
                case .changeModelConfirmNotice: .changeModelConfirmNotice
                case .problemLog: .problemLog
                case .problemClassify: .problemClassify
                case .problemReclassify: .problemReclassify
                case .problemReassign: .problemReassign
                case .problemInvestigate: .problemInvestigate
                case .problemWork: .problemWork
                case .problemIdentifyCause: .problemIdentifyCause
                case .problemConfirmCause: .problemConfirmCause
                case .problemReturnCause: .problemReturnCause
                case .problemProposeFix: .problemProposeFix
                case .problemAccept: .problemAccept
                case .problemRenewAcceptance: .problemRenewAcceptance
                case .problemReconsider: .problemReconsider
                case .problemBeginFix: .problemBeginFix
                case .problemObserve: .problemObserve
                case .problemWithdrawFix: .problemWithdrawFix
                case .problemFixAtOnce: .problemFixAtOnce
                case .problemClose: .problemClose
                case .problemCloseUnreproduced: .problemCloseUnreproduced
                case .problemRecur: .problemRecur
                case .problemSuspend: .problemSuspend
                case .problemResume: .problemResume
                case .problemMitigate: .problemMitigate
                case .problemRelate: .problemRelate
                case .problemLink: .problemLink
                case .problemReview: .problemReview
                case .problemConfirmNotice: .problemConfirmNotice
                case .knownErrorDraft: .knownErrorDraft
                case .knownErrorEdit: .knownErrorEdit
                case .knownErrorPublish: .knownErrorPublish
                case .knownErrorFixPending: .knownErrorFixPending
                case .knownErrorReinstate: .knownErrorReinstate
                case .knownErrorRetire: .knownErrorRetire
                case .knownErrorConfirmNotice: .knownErrorConfirmNotice
                case .problemCandidateRaise: .problemCandidateRaise
                case .problemCandidateAddEvidence: .problemCandidateAddEvidence
                case .problemCandidateAccept: .problemCandidateAccept
                case .problemCandidateDecline: .problemCandidateDecline
                case .problemCandidateConfirmNotice: .problemCandidateConfirmNotice
                case .plannedActivityPlan: .plannedActivityPlan
                case .plannedActivityPerform: .plannedActivityPerform
                case .plannedActivityChangeInterval: .plannedActivityChangeInterval
                case .plannedActivityAssign: .plannedActivityAssign
                case .plannedActivityRetire: .plannedActivityRetire
                case .plannedActivityConfirmNotice: .plannedActivityConfirmNotice
                case .legalHoldPlace: .legalHoldPlace
                case .legalHoldRelease: .legalHoldRelease
                case .legalHoldConfirmNotice: .legalHoldConfirmNotice
                case .disposalRequest: .disposalRequest
                case .disposalApprove: .disposalApprove
                case .disposalReject: .disposalReject
                case .disposalCarryOut: .disposalCarryOut
                case .disposalCancel: .disposalCancel
                case .disposalConfirmNotice: .disposalConfirmNotice
                case .policyPublish: .policyPublish
                case .policyRevise: .policyRevise
                case .waiverFile: .waiverFile
                case .waiverRevoke: .waiverRevoke
                }
            }
        }

        /// Every kind of command.
        public enum Kind: String, Codable, Sendable, CaseIterable {
            case incidentLog = "incident.log"
            case incidentImport = "incident.import"
            case incidentClassify = "incident.classify"
            case incidentAssign = "incident.assign"
            case incidentAcknowledge = "incident.acknowledge"
            case incidentReassign = "incident.reassign"
            case incidentPend = "incident.pend"
            case incidentResume = "incident.resume"
            case incidentResolve = "incident.resolve"
            case incidentClose = "incident.close"
            case incidentReopen = "incident.reopen"
            case incidentCancel = "incident.cancel"
            case incidentConvert = "incident.convert"
            case incidentReclassify = "incident.reclassify"
            case incidentOverridePriority = "incident.override_priority"
            case incidentMove = "incident.move"
            case incidentWork = "incident.work"
            case incidentInform = "incident.inform"
            case incidentEscalate = "incident.escalate"
            case incidentLink = "incident.link"
            case incidentMarkMajor = "incident.mark_major"
            case incidentUnmarkMajor = "incident.unmark_major"
            case incidentRecalculate = "incident.recalculate"
            case incidentExcuseBreach = "incident.excuse_breach"
            case incidentConfirmNotice = "incident.confirm_notice"
            case majorIncidentDeclare = "major_incident.declare"
            case majorIncidentManage = "major_incident.manage"
            case majorIncidentUpdate = "major_incident.update"
            case majorIncidentRestore = "major_incident.restore"
            case majorIncidentBeginReview = "major_incident.begin_review"
            case majorIncidentReview = "major_incident.review"
            case majorIncidentClose = "major_incident.close"
            case majorIncidentDowngrade = "major_incident.downgrade"
            case majorIncidentHandOver = "major_incident.hand_over"
            case majorIncidentProposeDowngrade = "major_incident.propose_downgrade"
            case majorIncidentConfirmNotice = "major_incident.confirm_notice"
            case serviceRequestSubmit = "service_request.submit"
            case serviceRequestValidate = "service_request.validate"
            case serviceRequestApprove = "service_request.approve"
            case serviceRequestRequestApproval = "service_request.request_approval"
            case serviceRequestVote = "service_request.vote"
            case serviceRequestDelegate = "service_request.delegate"
            case serviceRequestEdit = "service_request.edit"
            case serviceRequestFulfilBegin = "service_request.fulfil_begin"
            case serviceRequestFulfil = "service_request.fulfil"
            case serviceRequestClose = "service_request.close"
            case serviceRequestReject = "service_request.reject"
            case serviceRequestCancel = "service_request.cancel"
            case serviceRequestConvert = "service_request.convert"
            case serviceRequestWait = "service_request.wait"
            case serviceRequestResume = "service_request.resume"
            case serviceRequestTaskDone = "service_request.task_done"
            case serviceRequestWork = "service_request.work"
            case serviceRequestInform = "service_request.inform"
            case serviceRequestLink = "service_request.link"
            case serviceRequestRecalculate = "service_request.recalculate"
            case serviceRequestExcuseBreach = "service_request.excuse_breach"
            case serviceRequestConfirmNotice = "service_request.confirm_notice"
            case configurationItemRegister = "configuration_item.register"
            case configurationItemTakeOver = "configuration_item.take_over"
            case configurationItemConstruct = "configuration_item.construct"
            case configurationItemStock = "configuration_item.stock"
            case configurationItemTest = "configuration_item.test"
            case configurationItemGoLive = "configuration_item.go_live"
            case configurationItemMaintain = "configuration_item.maintain"
            case configurationItemReturnToLive = "configuration_item.return_to_live"
            case configurationItemWithdraw = "configuration_item.withdraw"
            case configurationItemDispose = "configuration_item.dispose"
            case configurationItemUpdate = "configuration_item.update"
            case configurationItemRelate = "configuration_item.relate"
            case configurationItemUnrelate = "configuration_item.unrelate"
            case baselineCapture = "baseline.capture"
            case baselineFreeze = "baseline.freeze"
            case baselineSupersede = "baseline.supersede"
            case definitiveItemRegister = "definitive_item.register"
            case definitiveItemVerify = "definitive_item.verify"
            case definitiveItemSupersede = "definitive_item.supersede"
            case definitiveItemWithdraw = "definitive_item.withdraw"
            case definitiveItemConfirmNotice = "definitive_item.confirm_notice"
            case configurationAuditPlan = "configuration_audit.plan"
            case configurationAuditAssign = "configuration_audit.assign"
            case configurationAuditCancel = "configuration_audit.cancel"
            case configurationAuditBegin = "configuration_audit.begin"
            case configurationAuditRecord = "configuration_audit.record"
            case configurationAuditConclude = "configuration_audit.conclude"
            case configurationAuditReport = "configuration_audit.report"
            case configurationAuditCorrect = "configuration_audit.correct"
            case configurationAuditCloseDeficiency = "configuration_audit.close_deficiency"
            case configurationAuditClose = "configuration_audit.close"
            case configurationAuditConfirmNotice = "configuration_audit.confirm_notice"
            case releasePlan = "release.plan"
            case releaseSubmitPlan = "release.submit_plan"
            case releaseVote = "release.vote"
            case releaseDelegate = "release.delegate"
            case releaseEdit = "release.edit"
            case releaseBuild = "release.build"
            case releaseTest = "release.test"
            case releaseAccept = "release.accept"
            case releaseProposeExceptions = "release.propose_exceptions"
            case releaseAcceptWithExceptions = "release.accept_with_exceptions"
            case releaseReturn = "release.return"
            case releaseBaseline = "release.baseline"
            case releaseBeginDeployment = "release.begin_deployment"
            case releaseDeploy = "release.deploy"
            case releaseRollBack = "release.roll_back"
            case releaseObserve = "release.observe"
            case releaseAcceptLate = "release.accept_late"
            case releaseReview = "release.review"
            case releaseClose = "release.close"
            case releaseCancel = "release.cancel"
            case releaseConfirmNotice = "release.confirm_notice"
            case changeDraft = "change.draft"
            case changeSubmit = "change.submit"
            case changeAccept = "change.accept"
            case changeReject = "change.reject"
            case changeReclassify = "change.reclassify"
            case changeAssign = "change.assign"
            case changeOpine = "change.opine"
            case changeAssess = "change.assess"
            case changeRequestApproval = "change.request_approval"
            case changeVote = "change.vote"
            case changeDelegate = "change.delegate"
            case changeDefer = "change.defer"
            case changeResubmit = "change.resubmit"
            case changeEdit = "change.edit"
            case changeTest = "change.test"
            case changeWaiveConflict = "change.waive_conflict"
            case changeSchedule = "change.schedule"
            case changeScheduleStandard = "change.schedule_standard"
            case changeAuthoriseEmergency = "change.authorise_emergency"
            case changeBeginImplementation = "change.begin_implementation"
            case changeImplement = "change.implement"
            case changeBackOut = "change.back_out"
            case changeBeginReview = "change.begin_review"
            case changeReview = "change.review"
            case changeDocumentRetrospectively = "change.document_retrospectively"
            case changeReviewRetrospectively = "change.review_retrospectively"
            case changeClose = "change.close"
            case changeWithdraw = "change.withdraw"
            case changeLink = "change.link"
            case changeUnpack = "change.unpack"
            case changeConfirmNotice = "change.confirm_notice"
            case changeModelPropose = "change_model.propose"
            case changeModelRevise = "change_model.revise"
            case changeModelApprove = "change_model.approve"
            case changeModelRenew = "change_model.renew"
            case changeModelSuspend = "change_model.suspend"
            case changeModelReinstate = "change_model.reinstate"
            case changeModelWithdraw = "change_model.withdraw"
            case changeModelRecordFailure = "change_model.record_failure"
            case changeModelConfirmNotice = "change_model.confirm_notice"
            case problemLog = "problem.log"
            case problemClassify = "problem.classify"
            case problemReclassify = "problem.reclassify"
            case problemReassign = "problem.reassign"
            case problemInvestigate = "problem.investigate"
            case problemWork = "problem.work"
            case problemIdentifyCause = "problem.identify_cause"
            case problemConfirmCause = "problem.confirm_cause"
            case problemReturnCause = "problem.return_cause"
            case problemProposeFix = "problem.propose_fix"
            case problemAccept = "problem.accept"
            case problemRenewAcceptance = "problem.renew_acceptance"
            case problemReconsider = "problem.reconsider"
            case problemBeginFix = "problem.begin_fix"
            case problemObserve = "problem.observe"
            case problemWithdrawFix = "problem.withdraw_fix"
            case problemFixAtOnce = "problem.fix_at_once"
            case problemClose = "problem.close"
            case problemCloseUnreproduced = "problem.close_unreproduced"
            case problemRecur = "problem.recur"
            case problemSuspend = "problem.suspend"
            case problemResume = "problem.resume"
            case problemMitigate = "problem.mitigate"
            case problemRelate = "problem.relate"
            case problemLink = "problem.link"
            case problemReview = "problem.review"
            case problemConfirmNotice = "problem.confirm_notice"
            case knownErrorDraft = "known_error.draft"
            case knownErrorEdit = "known_error.edit"
            case knownErrorPublish = "known_error.publish"
            case knownErrorFixPending = "known_error.fix_pending"
            case knownErrorReinstate = "known_error.reinstate"
            case knownErrorRetire = "known_error.retire"
            case knownErrorConfirmNotice = "known_error.confirm_notice"
            case problemCandidateRaise = "problem_candidate.raise"
            case problemCandidateAddEvidence = "problem_candidate.add_evidence"
            case problemCandidateAccept = "problem_candidate.accept"
            case problemCandidateDecline = "problem_candidate.decline"
            case problemCandidateConfirmNotice = "problem_candidate.confirm_notice"
            case plannedActivityPlan = "planned_activity.plan"
            case plannedActivityPerform = "planned_activity.perform"
            case plannedActivityChangeInterval = "planned_activity.change_interval"
            case plannedActivityAssign = "planned_activity.assign"
            case plannedActivityRetire = "planned_activity.retire"
            case plannedActivityConfirmNotice = "planned_activity.confirm_notice"
            case legalHoldPlace = "legal_hold.place"
            case legalHoldRelease = "legal_hold.release"
            case legalHoldConfirmNotice = "legal_hold.confirm_notice"
            case disposalRequest = "disposal.request"
            case disposalApprove = "disposal.approve"
            case disposalReject = "disposal.reject"
            case disposalCarryOut = "disposal.carry_out"
            case disposalCancel = "disposal.cancel"
            case disposalConfirmNotice = "disposal.confirm_notice"
            case policyPublish = "policy.publish"
            case policyRevise = "policy.revise"
            case waiverFile = "waiver.file"
            case waiverRevoke = "waiver.revoke"
        }

        /// A command, to a record or to one that it begins.
        public init(_ body: Body, record: RecordId? = nil) {
            self.record = record
            self.body = body
        }

        private enum CodingKeys: String, CodingKey {
            case kind, record, body
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            record = try fields.decodeIfPresent(RecordId.self, forKey: .record)
            body = try Body(try fields.decode(Kind.self, forKey: .kind), in: fields, at: .body)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(body.kind, forKey: .kind)
            try fields.encodeIfPresent(record, forKey: .record)
            try body.encode(in: &fields, at: .body)
        }
    }
}

extension Document.Command.Body {
    init<Key: CodingKey>(_ kind: Document.Command.Kind, in fields: KeyedDecodingContainer<Key>, at key: Key) throws {
        func body<Body: Decodable>() throws -> Body { try fields.decode(Body.self, forKey: key) }
        switch kind {
        case .incidentLog: self = .incidentLog(try body())
        case .incidentImport: self = .incidentImport(try body())
        case .incidentClassify: self = .incidentClassify(try body())
        case .incidentAssign: self = .incidentAssign(try body())
        case .incidentAcknowledge: self = .incidentAcknowledge(try body())
        case .incidentReassign: self = .incidentReassign(try body())
        case .incidentPend: self = .incidentPend(try body())
        case .incidentResume: self = .incidentResume(try body())
        case .incidentResolve: self = .incidentResolve(try body())
        case .incidentClose: self = .incidentClose(try body())
        case .incidentReopen: self = .incidentReopen(try body())
        case .incidentCancel: self = .incidentCancel(try body())
        case .incidentConvert: self = .incidentConvert(try body())
        case .incidentReclassify: self = .incidentReclassify(try body())
        case .incidentOverridePriority: self = .incidentOverridePriority(try body())
        case .incidentMove: self = .incidentMove(try body())
        case .incidentWork: self = .incidentWork(try body())
        case .incidentInform: self = .incidentInform(try body())
        case .incidentEscalate: self = .incidentEscalate(try body())
        case .incidentLink: self = .incidentLink(try body())
        case .incidentMarkMajor: self = .incidentMarkMajor(try body())
        case .incidentUnmarkMajor: self = .incidentUnmarkMajor(try body())
        case .incidentRecalculate: self = .incidentRecalculate(try body())
        case .incidentExcuseBreach: self = .incidentExcuseBreach(try body())
        case .incidentConfirmNotice: self = .incidentConfirmNotice(try body())
        case .majorIncidentDeclare: self = .majorIncidentDeclare(try body())
        case .majorIncidentManage: self = .majorIncidentManage(try body())
        case .majorIncidentUpdate: self = .majorIncidentUpdate(try body())
        case .majorIncidentRestore: self = .majorIncidentRestore(try body())
        case .majorIncidentBeginReview: self = .majorIncidentBeginReview(try body())
        case .majorIncidentReview: self = .majorIncidentReview(try body())
        case .majorIncidentClose: self = .majorIncidentClose(try body())
        case .majorIncidentDowngrade: self = .majorIncidentDowngrade(try body())
        case .majorIncidentHandOver: self = .majorIncidentHandOver(try body())
        case .majorIncidentProposeDowngrade: self = .majorIncidentProposeDowngrade(try body())
        case .majorIncidentConfirmNotice: self = .majorIncidentConfirmNotice(try body())
        case .serviceRequestSubmit: self = .serviceRequestSubmit(try body())
        case .serviceRequestValidate: self = .serviceRequestValidate(try body())
        case .serviceRequestApprove: self = .serviceRequestApprove(try body())
        case .serviceRequestRequestApproval: self = .serviceRequestRequestApproval(try body())
        case .serviceRequestVote: self = .serviceRequestVote(try body())
        case .serviceRequestDelegate: self = .serviceRequestDelegate(try body())
        case .serviceRequestEdit: self = .serviceRequestEdit(try body())
        case .serviceRequestFulfilBegin: self = .serviceRequestFulfilBegin(try body())
        case .serviceRequestFulfil: self = .serviceRequestFulfil(try body())
        case .serviceRequestClose: self = .serviceRequestClose(try body())
        case .serviceRequestReject: self = .serviceRequestReject(try body())
        case .serviceRequestCancel: self = .serviceRequestCancel(try body())
        case .serviceRequestConvert: self = .serviceRequestConvert(try body())
        case .serviceRequestWait: self = .serviceRequestWait(try body())
        case .serviceRequestResume: self = .serviceRequestResume(try body())
        case .serviceRequestTaskDone: self = .serviceRequestTaskDone(try body())
        case .serviceRequestWork: self = .serviceRequestWork(try body())
        case .serviceRequestInform: self = .serviceRequestInform(try body())
        case .serviceRequestLink: self = .serviceRequestLink(try body())
        case .serviceRequestRecalculate: self = .serviceRequestRecalculate(try body())
        case .serviceRequestExcuseBreach: self = .serviceRequestExcuseBreach(try body())
        case .serviceRequestConfirmNotice: self = .serviceRequestConfirmNotice(try body())
        case .configurationItemRegister: self = .configurationItemRegister(try body())
        case .configurationItemTakeOver: self = .configurationItemTakeOver(try body())
        case .configurationItemConstruct: self = .configurationItemConstruct(try body())
        case .configurationItemStock: self = .configurationItemStock(try body())
        case .configurationItemTest: self = .configurationItemTest(try body())
        case .configurationItemGoLive: self = .configurationItemGoLive(try body())
        case .configurationItemMaintain: self = .configurationItemMaintain(try body())
        case .configurationItemReturnToLive: self = .configurationItemReturnToLive(try body())
        case .configurationItemWithdraw: self = .configurationItemWithdraw(try body())
        case .configurationItemDispose: self = .configurationItemDispose(try body())
        case .configurationItemUpdate: self = .configurationItemUpdate(try body())
        case .configurationItemRelate: self = .configurationItemRelate(try body())
        case .configurationItemUnrelate: self = .configurationItemUnrelate(try body())
        case .baselineCapture: self = .baselineCapture(try body())
        case .baselineFreeze: self = .baselineFreeze(try body())
        case .baselineSupersede: self = .baselineSupersede(try body())
        case .definitiveItemRegister: self = .definitiveItemRegister(try body())
        case .definitiveItemVerify: self = .definitiveItemVerify(try body())
        case .definitiveItemSupersede: self = .definitiveItemSupersede(try body())
        case .definitiveItemWithdraw: self = .definitiveItemWithdraw(try body())
        case .definitiveItemConfirmNotice: self = .definitiveItemConfirmNotice(try body())
        case .configurationAuditPlan: self = .configurationAuditPlan(try body())
        case .configurationAuditAssign: self = .configurationAuditAssign(try body())
        case .configurationAuditCancel: self = .configurationAuditCancel(try body())
        case .configurationAuditBegin: self = .configurationAuditBegin(try body())
        case .configurationAuditRecord: self = .configurationAuditRecord(try body())
        case .configurationAuditConclude: self = .configurationAuditConclude(try body())
        case .configurationAuditReport: self = .configurationAuditReport(try body())
        case .configurationAuditCorrect: self = .configurationAuditCorrect(try body())
        case .configurationAuditCloseDeficiency: self = .configurationAuditCloseDeficiency(try body())
        case .configurationAuditClose: self = .configurationAuditClose(try body())
        case .configurationAuditConfirmNotice: self = .configurationAuditConfirmNotice(try body())
        case .releasePlan: self = .releasePlan(try body())
        case .releaseSubmitPlan: self = .releaseSubmitPlan(try body())
        case .releaseVote: self = .releaseVote(try body())
        case .releaseDelegate: self = .releaseDelegate(try body())
        case .releaseEdit: self = .releaseEdit(try body())
        case .releaseBuild: self = .releaseBuild(try body())
        case .releaseTest: self = .releaseTest(try body())
        case .releaseAccept: self = .releaseAccept(try body())
        case .releaseProposeExceptions: self = .releaseProposeExceptions(try body())
        case .releaseAcceptWithExceptions: self = .releaseAcceptWithExceptions(try body())
        case .releaseReturn: self = .releaseReturn(try body())
        case .releaseBaseline: self = .releaseBaseline(try body())
        case .releaseBeginDeployment: self = .releaseBeginDeployment(try body())
        case .releaseDeploy: self = .releaseDeploy(try body())
        case .releaseRollBack: self = .releaseRollBack(try body())
        case .releaseObserve: self = .releaseObserve(try body())
        case .releaseAcceptLate: self = .releaseAcceptLate(try body())
        case .releaseReview: self = .releaseReview(try body())
        case .releaseClose: self = .releaseClose(try body())
        case .releaseCancel: self = .releaseCancel(try body())
        case .releaseConfirmNotice: self = .releaseConfirmNotice(try body())
        case .changeDraft: self = .changeDraft(try body())
        case .changeSubmit: self = .changeSubmit(try body())
        case .changeAccept: self = .changeAccept(try body())
        case .changeReject: self = .changeReject(try body())
        case .changeReclassify: self = .changeReclassify(try body())
        case .changeAssign: self = .changeAssign(try body())
        case .changeOpine: self = .changeOpine(try body())
        case .changeAssess: self = .changeAssess(try body())
        case .changeRequestApproval: self = .changeRequestApproval(try body())
        case .changeVote: self = .changeVote(try body())
        case .changeDelegate: self = .changeDelegate(try body())
        case .changeDefer: self = .changeDefer(try body())
        case .changeResubmit: self = .changeResubmit(try body())
        case .changeEdit: self = .changeEdit(try body())
        case .changeTest: self = .changeTest(try body())
        case .changeWaiveConflict: self = .changeWaiveConflict(try body())
        case .changeSchedule: self = .changeSchedule(try body())
        case .changeScheduleStandard: self = .changeScheduleStandard(try body())
        case .changeAuthoriseEmergency: self = .changeAuthoriseEmergency(try body())
        case .changeBeginImplementation: self = .changeBeginImplementation(try body())
        case .changeImplement: self = .changeImplement(try body())
        case .changeBackOut: self = .changeBackOut(try body())
        case .changeBeginReview: self = .changeBeginReview(try body())
        case .changeReview: self = .changeReview(try body())
        case .changeDocumentRetrospectively: self = .changeDocumentRetrospectively(try body())
        case .changeReviewRetrospectively: self = .changeReviewRetrospectively(try body())
        case .changeClose: self = .changeClose(try body())
        case .changeWithdraw: self = .changeWithdraw(try body())
        case .changeLink: self = .changeLink(try body())
        case .changeUnpack: self = .changeUnpack(try body())
        case .changeConfirmNotice: self = .changeConfirmNotice(try body())
        case .changeModelPropose: self = .changeModelPropose(try body())
        case .changeModelRevise: self = .changeModelRevise(try body())
        case .changeModelApprove: self = .changeModelApprove(try body())
        case .changeModelRenew: self = .changeModelRenew(try body())
        case .changeModelSuspend: self = .changeModelSuspend(try body())
        case .changeModelReinstate: self = .changeModelReinstate(try body())
        case .changeModelWithdraw: self = .changeModelWithdraw(try body())
        case .changeModelRecordFailure: self = .changeModelRecordFailure(try body())
        case .changeModelConfirmNotice: self = .changeModelConfirmNotice(try body())
        case .problemLog: self = .problemLog(try body())
        case .problemClassify: self = .problemClassify(try body())
        case .problemReclassify: self = .problemReclassify(try body())
        case .problemReassign: self = .problemReassign(try body())
        case .problemInvestigate: self = .problemInvestigate(try body())
        case .problemWork: self = .problemWork(try body())
        case .problemIdentifyCause: self = .problemIdentifyCause(try body())
        case .problemConfirmCause: self = .problemConfirmCause(try body())
        case .problemReturnCause: self = .problemReturnCause(try body())
        case .problemProposeFix: self = .problemProposeFix(try body())
        case .problemAccept: self = .problemAccept(try body())
        case .problemRenewAcceptance: self = .problemRenewAcceptance(try body())
        case .problemReconsider: self = .problemReconsider(try body())
        case .problemBeginFix: self = .problemBeginFix(try body())
        case .problemObserve: self = .problemObserve(try body())
        case .problemWithdrawFix: self = .problemWithdrawFix(try body())
        case .problemFixAtOnce: self = .problemFixAtOnce(try body())
        case .problemClose: self = .problemClose(try body())
        case .problemCloseUnreproduced: self = .problemCloseUnreproduced(try body())
        case .problemRecur: self = .problemRecur(try body())
        case .problemSuspend: self = .problemSuspend(try body())
        case .problemResume: self = .problemResume(try body())
        case .problemMitigate: self = .problemMitigate(try body())
        case .problemRelate: self = .problemRelate(try body())
        case .problemLink: self = .problemLink(try body())
        case .problemReview: self = .problemReview(try body())
        case .problemConfirmNotice: self = .problemConfirmNotice(try body())
        case .knownErrorDraft: self = .knownErrorDraft(try body())
        case .knownErrorEdit: self = .knownErrorEdit(try body())
        case .knownErrorPublish: self = .knownErrorPublish(try body())
        case .knownErrorFixPending: self = .knownErrorFixPending(try body())
        case .knownErrorReinstate: self = .knownErrorReinstate(try body())
        case .knownErrorRetire: self = .knownErrorRetire(try body())
        case .knownErrorConfirmNotice: self = .knownErrorConfirmNotice(try body())
        case .problemCandidateRaise: self = .problemCandidateRaise(try body())
        case .problemCandidateAddEvidence: self = .problemCandidateAddEvidence(try body())
        case .problemCandidateAccept: self = .problemCandidateAccept(try body())
        case .problemCandidateDecline: self = .problemCandidateDecline(try body())
        case .problemCandidateConfirmNotice: self = .problemCandidateConfirmNotice(try body())
        case .plannedActivityPlan: self = .plannedActivityPlan(try body())
        case .plannedActivityPerform: self = .plannedActivityPerform(try body())
        case .plannedActivityChangeInterval: self = .plannedActivityChangeInterval(try body())
        case .plannedActivityAssign: self = .plannedActivityAssign(try body())
        case .plannedActivityRetire: self = .plannedActivityRetire(try body())
        case .plannedActivityConfirmNotice: self = .plannedActivityConfirmNotice(try body())
        case .legalHoldPlace: self = .legalHoldPlace(try body())
        case .legalHoldRelease: self = .legalHoldRelease(try body())
        case .legalHoldConfirmNotice: self = .legalHoldConfirmNotice(try body())
        case .disposalRequest: self = .disposalRequest(try body())
        case .disposalApprove: self = .disposalApprove(try body())
        case .disposalReject: self = .disposalReject(try body())
        case .disposalCarryOut: self = .disposalCarryOut(try body())
        case .disposalCancel: self = .disposalCancel(try body())
        case .disposalConfirmNotice: self = .disposalConfirmNotice(try body())
        case .policyPublish: self = .policyPublish(try body())
        case .policyRevise: self = .policyRevise(try body())
        case .waiverFile: self = .waiverFile(try body())
        case .waiverRevoke: self = .waiverRevoke(try body())
        }
    }

    func encode<Key: CodingKey>(in fields: inout KeyedEncodingContainer<Key>, at key: Key) throws {
        switch self {
        case let .incidentLog(body): try fields.encode(body, forKey: key)
        case let .incidentImport(body): try fields.encode(body, forKey: key)
        case let .incidentClassify(body): try fields.encode(body, forKey: key)
        case let .incidentAssign(body): try fields.encode(body, forKey: key)
        case let .incidentAcknowledge(body): try fields.encode(body, forKey: key)
        case let .incidentReassign(body): try fields.encode(body, forKey: key)
        case let .incidentPend(body): try fields.encode(body, forKey: key)
        case let .incidentResume(body): try fields.encode(body, forKey: key)
        case let .incidentResolve(body): try fields.encode(body, forKey: key)
        case let .incidentClose(body): try fields.encode(body, forKey: key)
        case let .incidentReopen(body): try fields.encode(body, forKey: key)
        case let .incidentCancel(body): try fields.encode(body, forKey: key)
        case let .incidentConvert(body): try fields.encode(body, forKey: key)
        case let .incidentReclassify(body): try fields.encode(body, forKey: key)
        case let .incidentOverridePriority(body): try fields.encode(body, forKey: key)
        case let .incidentMove(body): try fields.encode(body, forKey: key)
        case let .incidentWork(body): try fields.encode(body, forKey: key)
        case let .incidentInform(body): try fields.encode(body, forKey: key)
        case let .incidentEscalate(body): try fields.encode(body, forKey: key)
        case let .incidentLink(body): try fields.encode(body, forKey: key)
        case let .incidentMarkMajor(body): try fields.encode(body, forKey: key)
        case let .incidentUnmarkMajor(body): try fields.encode(body, forKey: key)
        case let .incidentRecalculate(body): try fields.encode(body, forKey: key)
        case let .incidentExcuseBreach(body): try fields.encode(body, forKey: key)
        case let .incidentConfirmNotice(body): try fields.encode(body, forKey: key)
        case let .majorIncidentDeclare(body): try fields.encode(body, forKey: key)
        case let .majorIncidentManage(body): try fields.encode(body, forKey: key)
        case let .majorIncidentUpdate(body): try fields.encode(body, forKey: key)
        case let .majorIncidentRestore(body): try fields.encode(body, forKey: key)
        case let .majorIncidentBeginReview(body): try fields.encode(body, forKey: key)
        case let .majorIncidentReview(body): try fields.encode(body, forKey: key)
        case let .majorIncidentClose(body): try fields.encode(body, forKey: key)
        case let .majorIncidentDowngrade(body): try fields.encode(body, forKey: key)
        case let .majorIncidentHandOver(body): try fields.encode(body, forKey: key)
        case let .majorIncidentProposeDowngrade(body): try fields.encode(body, forKey: key)
        case let .majorIncidentConfirmNotice(body): try fields.encode(body, forKey: key)
        case let .serviceRequestSubmit(body): try fields.encode(body, forKey: key)
        case let .serviceRequestValidate(body): try fields.encode(body, forKey: key)
        case let .serviceRequestApprove(body): try fields.encode(body, forKey: key)
        case let .serviceRequestRequestApproval(body): try fields.encode(body, forKey: key)
        case let .serviceRequestVote(body): try fields.encode(body, forKey: key)
        case let .serviceRequestDelegate(body): try fields.encode(body, forKey: key)
        case let .serviceRequestEdit(body): try fields.encode(body, forKey: key)
        case let .serviceRequestFulfilBegin(body): try fields.encode(body, forKey: key)
        case let .serviceRequestFulfil(body): try fields.encode(body, forKey: key)
        case let .serviceRequestClose(body): try fields.encode(body, forKey: key)
        case let .serviceRequestReject(body): try fields.encode(body, forKey: key)
        case let .serviceRequestCancel(body): try fields.encode(body, forKey: key)
        case let .serviceRequestConvert(body): try fields.encode(body, forKey: key)
        case let .serviceRequestWait(body): try fields.encode(body, forKey: key)
        case let .serviceRequestResume(body): try fields.encode(body, forKey: key)
        case let .serviceRequestTaskDone(body): try fields.encode(body, forKey: key)
        case let .serviceRequestWork(body): try fields.encode(body, forKey: key)
        case let .serviceRequestInform(body): try fields.encode(body, forKey: key)
        case let .serviceRequestLink(body): try fields.encode(body, forKey: key)
        case let .serviceRequestRecalculate(body): try fields.encode(body, forKey: key)
        case let .serviceRequestExcuseBreach(body): try fields.encode(body, forKey: key)
        case let .serviceRequestConfirmNotice(body): try fields.encode(body, forKey: key)
        case let .configurationItemRegister(body): try fields.encode(body, forKey: key)
        case let .configurationItemTakeOver(body): try fields.encode(body, forKey: key)
        case let .configurationItemConstruct(body): try fields.encode(body, forKey: key)
        case let .configurationItemStock(body): try fields.encode(body, forKey: key)
        case let .configurationItemTest(body): try fields.encode(body, forKey: key)
        case let .configurationItemGoLive(body): try fields.encode(body, forKey: key)
        case let .configurationItemMaintain(body): try fields.encode(body, forKey: key)
        case let .configurationItemReturnToLive(body): try fields.encode(body, forKey: key)
        case let .configurationItemWithdraw(body): try fields.encode(body, forKey: key)
        case let .configurationItemDispose(body): try fields.encode(body, forKey: key)
        case let .configurationItemUpdate(body): try fields.encode(body, forKey: key)
        case let .configurationItemRelate(body): try fields.encode(body, forKey: key)
        case let .configurationItemUnrelate(body): try fields.encode(body, forKey: key)
        case let .baselineCapture(body): try fields.encode(body, forKey: key)
        case let .baselineFreeze(body): try fields.encode(body, forKey: key)
        case let .baselineSupersede(body): try fields.encode(body, forKey: key)
        case let .definitiveItemRegister(body): try fields.encode(body, forKey: key)
        case let .definitiveItemVerify(body): try fields.encode(body, forKey: key)
        case let .definitiveItemSupersede(body): try fields.encode(body, forKey: key)
        case let .definitiveItemWithdraw(body): try fields.encode(body, forKey: key)
        case let .definitiveItemConfirmNotice(body): try fields.encode(body, forKey: key)
        case let .configurationAuditPlan(body): try fields.encode(body, forKey: key)
        case let .configurationAuditAssign(body): try fields.encode(body, forKey: key)
        case let .configurationAuditCancel(body): try fields.encode(body, forKey: key)
        case let .configurationAuditBegin(body): try fields.encode(body, forKey: key)
        case let .configurationAuditRecord(body): try fields.encode(body, forKey: key)
        case let .configurationAuditConclude(body): try fields.encode(body, forKey: key)
        case let .configurationAuditReport(body): try fields.encode(body, forKey: key)
        case let .configurationAuditCorrect(body): try fields.encode(body, forKey: key)
        case let .configurationAuditCloseDeficiency(body): try fields.encode(body, forKey: key)
        case let .configurationAuditClose(body): try fields.encode(body, forKey: key)
        case let .configurationAuditConfirmNotice(body): try fields.encode(body, forKey: key)
        case let .releasePlan(body): try fields.encode(body, forKey: key)
        case let .releaseSubmitPlan(body): try fields.encode(body, forKey: key)
        case let .releaseVote(body): try fields.encode(body, forKey: key)
        case let .releaseDelegate(body): try fields.encode(body, forKey: key)
        case let .releaseEdit(body): try fields.encode(body, forKey: key)
        case let .releaseBuild(body): try fields.encode(body, forKey: key)
        case let .releaseTest(body): try fields.encode(body, forKey: key)
        case let .releaseAccept(body): try fields.encode(body, forKey: key)
        case let .releaseProposeExceptions(body): try fields.encode(body, forKey: key)
        case let .releaseAcceptWithExceptions(body): try fields.encode(body, forKey: key)
        case let .releaseReturn(body): try fields.encode(body, forKey: key)
        case let .releaseBaseline(body): try fields.encode(body, forKey: key)
        case let .releaseBeginDeployment(body): try fields.encode(body, forKey: key)
        case let .releaseDeploy(body): try fields.encode(body, forKey: key)
        case let .releaseRollBack(body): try fields.encode(body, forKey: key)
        case let .releaseObserve(body): try fields.encode(body, forKey: key)
        case let .releaseAcceptLate(body): try fields.encode(body, forKey: key)
        case let .releaseReview(body): try fields.encode(body, forKey: key)
        case let .releaseClose(body): try fields.encode(body, forKey: key)
        case let .releaseCancel(body): try fields.encode(body, forKey: key)
        case let .releaseConfirmNotice(body): try fields.encode(body, forKey: key)
        case let .changeDraft(body): try fields.encode(body, forKey: key)
        case let .changeSubmit(body): try fields.encode(body, forKey: key)
        case let .changeAccept(body): try fields.encode(body, forKey: key)
        case let .changeReject(body): try fields.encode(body, forKey: key)
        case let .changeReclassify(body): try fields.encode(body, forKey: key)
        case let .changeAssign(body): try fields.encode(body, forKey: key)
        case let .changeOpine(body): try fields.encode(body, forKey: key)
        case let .changeAssess(body): try fields.encode(body, forKey: key)
        case let .changeRequestApproval(body): try fields.encode(body, forKey: key)
        case let .changeVote(body): try fields.encode(body, forKey: key)
        case let .changeDelegate(body): try fields.encode(body, forKey: key)
        case let .changeDefer(body): try fields.encode(body, forKey: key)
        case let .changeResubmit(body): try fields.encode(body, forKey: key)
        case let .changeEdit(body): try fields.encode(body, forKey: key)
        case let .changeTest(body): try fields.encode(body, forKey: key)
        case let .changeWaiveConflict(body): try fields.encode(body, forKey: key)
        case let .changeSchedule(body): try fields.encode(body, forKey: key)
        case let .changeScheduleStandard(body): try fields.encode(body, forKey: key)
        case let .changeAuthoriseEmergency(body): try fields.encode(body, forKey: key)
        case let .changeBeginImplementation(body): try fields.encode(body, forKey: key)
        case let .changeImplement(body): try fields.encode(body, forKey: key)
        case let .changeBackOut(body): try fields.encode(body, forKey: key)
        case let .changeBeginReview(body): try fields.encode(body, forKey: key)
        case let .changeReview(body): try fields.encode(body, forKey: key)
        case let .changeDocumentRetrospectively(body): try fields.encode(body, forKey: key)
        case let .changeReviewRetrospectively(body): try fields.encode(body, forKey: key)
        case let .changeClose(body): try fields.encode(body, forKey: key)
        case let .changeWithdraw(body): try fields.encode(body, forKey: key)
        case let .changeLink(body): try fields.encode(body, forKey: key)
        case let .changeUnpack(body): try fields.encode(body, forKey: key)
        case let .changeConfirmNotice(body): try fields.encode(body, forKey: key)
        case let .changeModelPropose(body): try fields.encode(body, forKey: key)
        case let .changeModelRevise(body): try fields.encode(body, forKey: key)
        case let .changeModelApprove(body): try fields.encode(body, forKey: key)
        case let .changeModelRenew(body): try fields.encode(body, forKey: key)
        case let .changeModelSuspend(body): try fields.encode(body, forKey: key)
        case let .changeModelReinstate(body): try fields.encode(body, forKey: key)
        case let .changeModelWithdraw(body): try fields.encode(body, forKey: key)
        case let .changeModelRecordFailure(body): try fields.encode(body, forKey: key)
        case let .changeModelConfirmNotice(body): try fields.encode(body, forKey: key)
        case let .problemLog(body): try fields.encode(body, forKey: key)
        case let .problemClassify(body): try fields.encode(body, forKey: key)
        case let .problemReclassify(body): try fields.encode(body, forKey: key)
        case let .problemReassign(body): try fields.encode(body, forKey: key)
        case let .problemInvestigate(body): try fields.encode(body, forKey: key)
        case let .problemWork(body): try fields.encode(body, forKey: key)
        case let .problemIdentifyCause(body): try fields.encode(body, forKey: key)
        case let .problemConfirmCause(body): try fields.encode(body, forKey: key)
        case let .problemReturnCause(body): try fields.encode(body, forKey: key)
        case let .problemProposeFix(body): try fields.encode(body, forKey: key)
        case let .problemAccept(body): try fields.encode(body, forKey: key)
        case let .problemRenewAcceptance(body): try fields.encode(body, forKey: key)
        case let .problemReconsider(body): try fields.encode(body, forKey: key)
        case let .problemBeginFix(body): try fields.encode(body, forKey: key)
        case let .problemObserve(body): try fields.encode(body, forKey: key)
        case let .problemWithdrawFix(body): try fields.encode(body, forKey: key)
        case let .problemFixAtOnce(body): try fields.encode(body, forKey: key)
        case let .problemClose(body): try fields.encode(body, forKey: key)
        case let .problemCloseUnreproduced(body): try fields.encode(body, forKey: key)
        case let .problemRecur(body): try fields.encode(body, forKey: key)
        case let .problemSuspend(body): try fields.encode(body, forKey: key)
        case let .problemResume(body): try fields.encode(body, forKey: key)
        case let .problemMitigate(body): try fields.encode(body, forKey: key)
        case let .problemRelate(body): try fields.encode(body, forKey: key)
        case let .problemLink(body): try fields.encode(body, forKey: key)
        case let .problemReview(body): try fields.encode(body, forKey: key)
        case let .problemConfirmNotice(body): try fields.encode(body, forKey: key)
        case let .knownErrorDraft(body): try fields.encode(body, forKey: key)
        case let .knownErrorEdit(body): try fields.encode(body, forKey: key)
        case let .knownErrorPublish(body): try fields.encode(body, forKey: key)
        case let .knownErrorFixPending(body): try fields.encode(body, forKey: key)
        case let .knownErrorReinstate(body): try fields.encode(body, forKey: key)
        case let .knownErrorRetire(body): try fields.encode(body, forKey: key)
        case let .knownErrorConfirmNotice(body): try fields.encode(body, forKey: key)
        case let .problemCandidateRaise(body): try fields.encode(body, forKey: key)
        case let .problemCandidateAddEvidence(body): try fields.encode(body, forKey: key)
        case let .problemCandidateAccept(body): try fields.encode(body, forKey: key)
        case let .problemCandidateDecline(body): try fields.encode(body, forKey: key)
        case let .problemCandidateConfirmNotice(body): try fields.encode(body, forKey: key)
        case let .plannedActivityPlan(body): try fields.encode(body, forKey: key)
        case let .plannedActivityPerform(body): try fields.encode(body, forKey: key)
        case let .plannedActivityChangeInterval(body): try fields.encode(body, forKey: key)
        case let .plannedActivityAssign(body): try fields.encode(body, forKey: key)
        case let .plannedActivityRetire(body): try fields.encode(body, forKey: key)
        case let .plannedActivityConfirmNotice(body): try fields.encode(body, forKey: key)
        case let .legalHoldPlace(body): try fields.encode(body, forKey: key)
        case let .legalHoldRelease(body): try fields.encode(body, forKey: key)
        case let .legalHoldConfirmNotice(body): try fields.encode(body, forKey: key)
        case let .disposalRequest(body): try fields.encode(body, forKey: key)
        case let .disposalApprove(body): try fields.encode(body, forKey: key)
        case let .disposalReject(body): try fields.encode(body, forKey: key)
        case let .disposalCarryOut(body): try fields.encode(body, forKey: key)
        case let .disposalCancel(body): try fields.encode(body, forKey: key)
        case let .disposalConfirmNotice(body): try fields.encode(body, forKey: key)
        case let .policyPublish(body): try fields.encode(body, forKey: key)
        case let .policyRevise(body): try fields.encode(body, forKey: key)
        case let .waiverFile(body): try fields.encode(body, forKey: key)
        case let .waiverRevoke(body): try fields.encode(body, forKey: key)
        }
    }
}
