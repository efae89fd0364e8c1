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
        switch kind {
        case .incidentLog: self = .incidentLog(try fields.decode(Document.IncidentLogBody.self, forKey: key))
        case .incidentImport: self = .incidentImport(try fields.decode(Document.IncidentImportBody.self, forKey: key))
        case .incidentClassify: self = .incidentClassify(try fields.decode(Document.IncidentClassifyBody.self, forKey: key))
        case .incidentAssign: self = .incidentAssign(try fields.decode(Document.IncidentAssignBody.self, forKey: key))
        case .incidentAcknowledge: self = .incidentAcknowledge(try fields.decode(Document.IncidentAcknowledgeBody.self, forKey: key))
        case .incidentReassign: self = .incidentReassign(try fields.decode(Document.IncidentReassignBody.self, forKey: key))
        case .incidentPend: self = .incidentPend(try fields.decode(Document.IncidentPendBody.self, forKey: key))
        case .incidentResume: self = .incidentResume(try fields.decode(Document.IncidentResumeBody.self, forKey: key))
        case .incidentResolve: self = .incidentResolve(try fields.decode(Document.IncidentResolveBody.self, forKey: key))
        case .incidentClose: self = .incidentClose(try fields.decode(Document.IncidentCloseBody.self, forKey: key))
        case .incidentReopen: self = .incidentReopen(try fields.decode(Document.IncidentReopenBody.self, forKey: key))
        case .incidentCancel: self = .incidentCancel(try fields.decode(Document.IncidentCancelBody.self, forKey: key))
        case .incidentConvert: self = .incidentConvert(try fields.decode(Document.IncidentConvertBody.self, forKey: key))
        case .incidentReclassify: self = .incidentReclassify(try fields.decode(Document.IncidentReclassifyBody.self, forKey: key))
        case .incidentOverridePriority: self = .incidentOverridePriority(try fields.decode(Document.IncidentOverridePriorityBody.self, forKey: key))
        case .incidentMove: self = .incidentMove(try fields.decode(Document.IncidentMoveBody.self, forKey: key))
        case .incidentWork: self = .incidentWork(try fields.decode(Document.IncidentWorkBody.self, forKey: key))
        case .incidentInform: self = .incidentInform(try fields.decode(Document.IncidentInformBody.self, forKey: key))
        case .incidentEscalate: self = .incidentEscalate(try fields.decode(Document.IncidentEscalateBody.self, forKey: key))
        case .incidentLink: self = .incidentLink(try fields.decode(Document.IncidentLinkBody.self, forKey: key))
        case .incidentMarkMajor: self = .incidentMarkMajor(try fields.decode(Document.IncidentMarkMajorBody.self, forKey: key))
        case .incidentUnmarkMajor: self = .incidentUnmarkMajor(try fields.decode(Document.IncidentUnmarkMajorBody.self, forKey: key))
        case .incidentRecalculate: self = .incidentRecalculate(try fields.decode(Document.IncidentRecalculateBody.self, forKey: key))
        case .incidentExcuseBreach: self = .incidentExcuseBreach(try fields.decode(Document.IncidentExcuseBreachBody.self, forKey: key))
        case .incidentConfirmNotice: self = .incidentConfirmNotice(try fields.decode(Document.IncidentConfirmNoticeBody.self, forKey: key))
        case .majorIncidentDeclare: self = .majorIncidentDeclare(try fields.decode(Document.MajorIncidentDeclareBody.self, forKey: key))
        case .majorIncidentManage: self = .majorIncidentManage(try fields.decode(Document.MajorIncidentManageBody.self, forKey: key))
        case .majorIncidentUpdate: self = .majorIncidentUpdate(try fields.decode(Document.MajorIncidentUpdateBody.self, forKey: key))
        case .majorIncidentRestore: self = .majorIncidentRestore(try fields.decode(Document.MajorIncidentRestoreBody.self, forKey: key))
        case .majorIncidentBeginReview: self = .majorIncidentBeginReview(try fields.decode(Document.MajorIncidentBeginReviewBody.self, forKey: key))
        case .majorIncidentReview: self = .majorIncidentReview(try fields.decode(Document.MajorIncidentReviewBody.self, forKey: key))
        case .majorIncidentClose: self = .majorIncidentClose(try fields.decode(Document.MajorIncidentCloseBody.self, forKey: key))
        case .majorIncidentDowngrade: self = .majorIncidentDowngrade(try fields.decode(Document.MajorIncidentDowngradeBody.self, forKey: key))
        case .majorIncidentHandOver: self = .majorIncidentHandOver(try fields.decode(Document.MajorIncidentHandOverBody.self, forKey: key))
        case .majorIncidentProposeDowngrade: self = .majorIncidentProposeDowngrade(try fields.decode(Document.MajorIncidentProposeDowngradeBody.self, forKey: key))
        case .majorIncidentConfirmNotice: self = .majorIncidentConfirmNotice(try fields.decode(Document.MajorIncidentConfirmNoticeBody.self, forKey: key))
        case .serviceRequestSubmit: self = .serviceRequestSubmit(try fields.decode(Document.ServiceRequestSubmitBody.self, forKey: key))
        case .serviceRequestValidate: self = .serviceRequestValidate(try fields.decode(Document.ServiceRequestValidateBody.self, forKey: key))
        case .serviceRequestApprove: self = .serviceRequestApprove(try fields.decode(Document.ServiceRequestApproveBody.self, forKey: key))
        case .serviceRequestRequestApproval: self = .serviceRequestRequestApproval(try fields.decode(Document.ServiceRequestRequestApprovalBody.self, forKey: key))
        case .serviceRequestVote: self = .serviceRequestVote(try fields.decode(Document.ServiceRequestVoteBody.self, forKey: key))
        case .serviceRequestDelegate: self = .serviceRequestDelegate(try fields.decode(Document.ServiceRequestDelegateBody.self, forKey: key))
        case .serviceRequestEdit: self = .serviceRequestEdit(try fields.decode(Document.ServiceRequestEditBody.self, forKey: key))
        case .serviceRequestFulfilBegin: self = .serviceRequestFulfilBegin(try fields.decode(Document.ServiceRequestFulfilBeginBody.self, forKey: key))
        case .serviceRequestFulfil: self = .serviceRequestFulfil(try fields.decode(Document.ServiceRequestFulfilBody.self, forKey: key))
        case .serviceRequestClose: self = .serviceRequestClose(try fields.decode(Document.ServiceRequestCloseBody.self, forKey: key))
        case .serviceRequestReject: self = .serviceRequestReject(try fields.decode(Document.ServiceRequestRejectBody.self, forKey: key))
        case .serviceRequestCancel: self = .serviceRequestCancel(try fields.decode(Document.ServiceRequestCancelBody.self, forKey: key))
        case .serviceRequestConvert: self = .serviceRequestConvert(try fields.decode(Document.ServiceRequestConvertBody.self, forKey: key))
        case .serviceRequestWait: self = .serviceRequestWait(try fields.decode(Document.ServiceRequestWaitBody.self, forKey: key))
        case .serviceRequestResume: self = .serviceRequestResume(try fields.decode(Document.ServiceRequestResumeBody.self, forKey: key))
        case .serviceRequestTaskDone: self = .serviceRequestTaskDone(try fields.decode(Document.ServiceRequestTaskDoneBody.self, forKey: key))
        case .serviceRequestWork: self = .serviceRequestWork(try fields.decode(Document.ServiceRequestWorkBody.self, forKey: key))
        case .serviceRequestInform: self = .serviceRequestInform(try fields.decode(Document.ServiceRequestInformBody.self, forKey: key))
        case .serviceRequestLink: self = .serviceRequestLink(try fields.decode(Document.ServiceRequestLinkBody.self, forKey: key))
        case .serviceRequestRecalculate: self = .serviceRequestRecalculate(try fields.decode(Document.ServiceRequestRecalculateBody.self, forKey: key))
        case .serviceRequestExcuseBreach: self = .serviceRequestExcuseBreach(try fields.decode(Document.ServiceRequestExcuseBreachBody.self, forKey: key))
        case .serviceRequestConfirmNotice: self = .serviceRequestConfirmNotice(try fields.decode(Document.ServiceRequestConfirmNoticeBody.self, forKey: key))
        case .configurationItemRegister: self = .configurationItemRegister(try fields.decode(Document.ConfigurationItemRegisterBody.self, forKey: key))
        case .configurationItemTakeOver: self = .configurationItemTakeOver(try fields.decode(Document.ConfigurationItemTakeOverBody.self, forKey: key))
        case .configurationItemConstruct: self = .configurationItemConstruct(try fields.decode(Document.ConfigurationItemConstructBody.self, forKey: key))
        case .configurationItemStock: self = .configurationItemStock(try fields.decode(Document.ConfigurationItemStockBody.self, forKey: key))
        case .configurationItemTest: self = .configurationItemTest(try fields.decode(Document.ConfigurationItemTestBody.self, forKey: key))
        case .configurationItemGoLive: self = .configurationItemGoLive(try fields.decode(Document.ConfigurationItemGoLiveBody.self, forKey: key))
        case .configurationItemMaintain: self = .configurationItemMaintain(try fields.decode(Document.ConfigurationItemMaintainBody.self, forKey: key))
        case .configurationItemReturnToLive: self = .configurationItemReturnToLive(try fields.decode(Document.ConfigurationItemReturnToLiveBody.self, forKey: key))
        case .configurationItemWithdraw: self = .configurationItemWithdraw(try fields.decode(Document.ConfigurationItemWithdrawBody.self, forKey: key))
        case .configurationItemDispose: self = .configurationItemDispose(try fields.decode(Document.ConfigurationItemDisposeBody.self, forKey: key))
        case .configurationItemUpdate: self = .configurationItemUpdate(try fields.decode(Document.ConfigurationItemUpdateBody.self, forKey: key))
        case .configurationItemRelate: self = .configurationItemRelate(try fields.decode(Document.ConfigurationItemRelateBody.self, forKey: key))
        case .configurationItemUnrelate: self = .configurationItemUnrelate(try fields.decode(Document.ConfigurationItemUnrelateBody.self, forKey: key))
        case .baselineCapture: self = .baselineCapture(try fields.decode(Document.BaselineCaptureBody.self, forKey: key))
        case .baselineFreeze: self = .baselineFreeze(try fields.decode(Document.BaselineFreezeBody.self, forKey: key))
        case .baselineSupersede: self = .baselineSupersede(try fields.decode(Document.BaselineSupersedeBody.self, forKey: key))
        case .definitiveItemRegister: self = .definitiveItemRegister(try fields.decode(Document.DefinitiveItemRegisterBody.self, forKey: key))
        case .definitiveItemVerify: self = .definitiveItemVerify(try fields.decode(Document.DefinitiveItemVerifyBody.self, forKey: key))
        case .definitiveItemSupersede: self = .definitiveItemSupersede(try fields.decode(Document.DefinitiveItemSupersedeBody.self, forKey: key))
        case .definitiveItemWithdraw: self = .definitiveItemWithdraw(try fields.decode(Document.DefinitiveItemWithdrawBody.self, forKey: key))
        case .definitiveItemConfirmNotice: self = .definitiveItemConfirmNotice(try fields.decode(Document.DefinitiveItemConfirmNoticeBody.self, forKey: key))
        case .configurationAuditPlan: self = .configurationAuditPlan(try fields.decode(Document.ConfigurationAuditPlanBody.self, forKey: key))
        case .configurationAuditAssign: self = .configurationAuditAssign(try fields.decode(Document.ConfigurationAuditAssignBody.self, forKey: key))
        case .configurationAuditCancel: self = .configurationAuditCancel(try fields.decode(Document.ConfigurationAuditCancelBody.self, forKey: key))
        case .configurationAuditBegin: self = .configurationAuditBegin(try fields.decode(Document.ConfigurationAuditBeginBody.self, forKey: key))
        case .configurationAuditRecord: self = .configurationAuditRecord(try fields.decode(Document.ConfigurationAuditRecordBody.self, forKey: key))
        case .configurationAuditConclude: self = .configurationAuditConclude(try fields.decode(Document.ConfigurationAuditConcludeBody.self, forKey: key))
        case .configurationAuditReport: self = .configurationAuditReport(try fields.decode(Document.ConfigurationAuditReportBody.self, forKey: key))
        case .configurationAuditCorrect: self = .configurationAuditCorrect(try fields.decode(Document.ConfigurationAuditCorrectBody.self, forKey: key))
        case .configurationAuditCloseDeficiency: self = .configurationAuditCloseDeficiency(try fields.decode(Document.ConfigurationAuditCloseDeficiencyBody.self, forKey: key))
        case .configurationAuditClose: self = .configurationAuditClose(try fields.decode(Document.ConfigurationAuditCloseBody.self, forKey: key))
        case .configurationAuditConfirmNotice: self = .configurationAuditConfirmNotice(try fields.decode(Document.ConfigurationAuditConfirmNoticeBody.self, forKey: key))
        case .releasePlan: self = .releasePlan(try fields.decode(Document.ReleasePlanBody.self, forKey: key))
        case .releaseSubmitPlan: self = .releaseSubmitPlan(try fields.decode(Document.ReleaseSubmitPlanBody.self, forKey: key))
        case .releaseVote: self = .releaseVote(try fields.decode(Document.ReleaseVoteBody.self, forKey: key))
        case .releaseDelegate: self = .releaseDelegate(try fields.decode(Document.ReleaseDelegateBody.self, forKey: key))
        case .releaseEdit: self = .releaseEdit(try fields.decode(Document.ReleaseEditBody.self, forKey: key))
        case .releaseBuild: self = .releaseBuild(try fields.decode(Document.ReleaseBuildBody.self, forKey: key))
        case .releaseTest: self = .releaseTest(try fields.decode(Document.ReleaseTestBody.self, forKey: key))
        case .releaseAccept: self = .releaseAccept(try fields.decode(Document.ReleaseAcceptBody.self, forKey: key))
        case .releaseProposeExceptions: self = .releaseProposeExceptions(try fields.decode(Document.ReleaseProposeExceptionsBody.self, forKey: key))
        case .releaseAcceptWithExceptions: self = .releaseAcceptWithExceptions(try fields.decode(Document.ReleaseAcceptWithExceptionsBody.self, forKey: key))
        case .releaseReturn: self = .releaseReturn(try fields.decode(Document.ReleaseReturnBody.self, forKey: key))
        case .releaseBaseline: self = .releaseBaseline(try fields.decode(Document.ReleaseBaselineBody.self, forKey: key))
        case .releaseBeginDeployment: self = .releaseBeginDeployment(try fields.decode(Document.ReleaseBeginDeploymentBody.self, forKey: key))
        case .releaseDeploy: self = .releaseDeploy(try fields.decode(Document.ReleaseDeployBody.self, forKey: key))
        case .releaseRollBack: self = .releaseRollBack(try fields.decode(Document.ReleaseRollBackBody.self, forKey: key))
        case .releaseObserve: self = .releaseObserve(try fields.decode(Document.ReleaseObserveBody.self, forKey: key))
        case .releaseAcceptLate: self = .releaseAcceptLate(try fields.decode(Document.ReleaseAcceptLateBody.self, forKey: key))
        case .releaseReview: self = .releaseReview(try fields.decode(Document.ReleaseReviewBody.self, forKey: key))
        case .releaseClose: self = .releaseClose(try fields.decode(Document.ReleaseCloseBody.self, forKey: key))
        case .releaseCancel: self = .releaseCancel(try fields.decode(Document.ReleaseCancelBody.self, forKey: key))
        case .releaseConfirmNotice: self = .releaseConfirmNotice(try fields.decode(Document.ReleaseConfirmNoticeBody.self, forKey: key))
        case .changeDraft: self = .changeDraft(try fields.decode(Document.ChangeDraftBody.self, forKey: key))
        case .changeSubmit: self = .changeSubmit(try fields.decode(Document.ChangeSubmitBody.self, forKey: key))
        case .changeAccept: self = .changeAccept(try fields.decode(Document.ChangeAcceptBody.self, forKey: key))
        case .changeReject: self = .changeReject(try fields.decode(Document.ChangeRejectBody.self, forKey: key))
        case .changeReclassify: self = .changeReclassify(try fields.decode(Document.ChangeReclassifyBody.self, forKey: key))
        case .changeAssign: self = .changeAssign(try fields.decode(Document.ChangeAssignBody.self, forKey: key))
        case .changeOpine: self = .changeOpine(try fields.decode(Document.ChangeOpineBody.self, forKey: key))
        case .changeAssess: self = .changeAssess(try fields.decode(Document.ChangeAssessBody.self, forKey: key))
        case .changeRequestApproval: self = .changeRequestApproval(try fields.decode(Document.ChangeRequestApprovalBody.self, forKey: key))
        case .changeVote: self = .changeVote(try fields.decode(Document.ChangeVoteBody.self, forKey: key))
        case .changeDelegate: self = .changeDelegate(try fields.decode(Document.ChangeDelegateBody.self, forKey: key))
        case .changeDefer: self = .changeDefer(try fields.decode(Document.ChangeDeferBody.self, forKey: key))
        case .changeResubmit: self = .changeResubmit(try fields.decode(Document.ChangeResubmitBody.self, forKey: key))
        case .changeEdit: self = .changeEdit(try fields.decode(Document.ChangeEditBody.self, forKey: key))
        case .changeTest: self = .changeTest(try fields.decode(Document.ChangeTestBody.self, forKey: key))
        case .changeWaiveConflict: self = .changeWaiveConflict(try fields.decode(Document.ChangeWaiveConflictBody.self, forKey: key))
        case .changeSchedule: self = .changeSchedule(try fields.decode(Document.ChangeScheduleBody.self, forKey: key))
        case .changeScheduleStandard: self = .changeScheduleStandard(try fields.decode(Document.ChangeScheduleStandardBody.self, forKey: key))
        case .changeAuthoriseEmergency: self = .changeAuthoriseEmergency(try fields.decode(Document.ChangeAuthoriseEmergencyBody.self, forKey: key))
        case .changeBeginImplementation: self = .changeBeginImplementation(try fields.decode(Document.ChangeBeginImplementationBody.self, forKey: key))
        case .changeImplement: self = .changeImplement(try fields.decode(Document.ChangeImplementBody.self, forKey: key))
        case .changeBackOut: self = .changeBackOut(try fields.decode(Document.ChangeBackOutBody.self, forKey: key))
        case .changeBeginReview: self = .changeBeginReview(try fields.decode(Document.ChangeBeginReviewBody.self, forKey: key))
        case .changeReview: self = .changeReview(try fields.decode(Document.ChangeReviewBody.self, forKey: key))
        case .changeDocumentRetrospectively: self = .changeDocumentRetrospectively(try fields.decode(Document.ChangeDocumentRetrospectivelyBody.self, forKey: key))
        case .changeReviewRetrospectively: self = .changeReviewRetrospectively(try fields.decode(Document.ChangeReviewRetrospectivelyBody.self, forKey: key))
        case .changeClose: self = .changeClose(try fields.decode(Document.ChangeCloseBody.self, forKey: key))
        case .changeWithdraw: self = .changeWithdraw(try fields.decode(Document.ChangeWithdrawBody.self, forKey: key))
        case .changeLink: self = .changeLink(try fields.decode(Document.ChangeLinkBody.self, forKey: key))
        case .changeUnpack: self = .changeUnpack(try fields.decode(Document.ChangeUnpackBody.self, forKey: key))
        case .changeConfirmNotice: self = .changeConfirmNotice(try fields.decode(Document.ChangeConfirmNoticeBody.self, forKey: key))
        case .changeModelPropose: self = .changeModelPropose(try fields.decode(Document.ChangeModelProposeBody.self, forKey: key))
        case .changeModelRevise: self = .changeModelRevise(try fields.decode(Document.ChangeModelReviseBody.self, forKey: key))
        case .changeModelApprove: self = .changeModelApprove(try fields.decode(Document.ChangeModelApproveBody.self, forKey: key))
        case .changeModelRenew: self = .changeModelRenew(try fields.decode(Document.ChangeModelRenewBody.self, forKey: key))
        case .changeModelSuspend: self = .changeModelSuspend(try fields.decode(Document.ChangeModelSuspendBody.self, forKey: key))
        case .changeModelReinstate: self = .changeModelReinstate(try fields.decode(Document.ChangeModelReinstateBody.self, forKey: key))
        case .changeModelWithdraw: self = .changeModelWithdraw(try fields.decode(Document.ChangeModelWithdrawBody.self, forKey: key))
        case .changeModelRecordFailure: self = .changeModelRecordFailure(try fields.decode(Document.ChangeModelRecordFailureBody.self, forKey: key))
        case .changeModelConfirmNotice: self = .changeModelConfirmNotice(try fields.decode(Document.ChangeModelConfirmNoticeBody.self, forKey: key))
        case .problemLog: self = .problemLog(try fields.decode(Document.ProblemLogBody.self, forKey: key))
        case .problemClassify: self = .problemClassify(try fields.decode(Document.ProblemClassifyBody.self, forKey: key))
        case .problemReclassify: self = .problemReclassify(try fields.decode(Document.ProblemReclassifyBody.self, forKey: key))
        case .problemReassign: self = .problemReassign(try fields.decode(Document.ProblemReassignBody.self, forKey: key))
        case .problemInvestigate: self = .problemInvestigate(try fields.decode(Document.ProblemInvestigateBody.self, forKey: key))
        case .problemWork: self = .problemWork(try fields.decode(Document.ProblemWorkBody.self, forKey: key))
        case .problemIdentifyCause: self = .problemIdentifyCause(try fields.decode(Document.ProblemIdentifyCauseBody.self, forKey: key))
        case .problemConfirmCause: self = .problemConfirmCause(try fields.decode(Document.ProblemConfirmCauseBody.self, forKey: key))
        case .problemReturnCause: self = .problemReturnCause(try fields.decode(Document.ProblemReturnCauseBody.self, forKey: key))
        case .problemProposeFix: self = .problemProposeFix(try fields.decode(Document.ProblemProposeFixBody.self, forKey: key))
        case .problemAccept: self = .problemAccept(try fields.decode(Document.ProblemAcceptBody.self, forKey: key))
        case .problemRenewAcceptance: self = .problemRenewAcceptance(try fields.decode(Document.ProblemRenewAcceptanceBody.self, forKey: key))
        case .problemReconsider: self = .problemReconsider(try fields.decode(Document.ProblemReconsiderBody.self, forKey: key))
        case .problemBeginFix: self = .problemBeginFix(try fields.decode(Document.ProblemBeginFixBody.self, forKey: key))
        case .problemObserve: self = .problemObserve(try fields.decode(Document.ProblemObserveBody.self, forKey: key))
        case .problemWithdrawFix: self = .problemWithdrawFix(try fields.decode(Document.ProblemWithdrawFixBody.self, forKey: key))
        case .problemFixAtOnce: self = .problemFixAtOnce(try fields.decode(Document.ProblemFixAtOnceBody.self, forKey: key))
        case .problemClose: self = .problemClose(try fields.decode(Document.ProblemCloseBody.self, forKey: key))
        case .problemCloseUnreproduced: self = .problemCloseUnreproduced(try fields.decode(Document.ProblemCloseUnreproducedBody.self, forKey: key))
        case .problemRecur: self = .problemRecur(try fields.decode(Document.ProblemRecurBody.self, forKey: key))
        case .problemSuspend: self = .problemSuspend(try fields.decode(Document.ProblemSuspendBody.self, forKey: key))
        case .problemResume: self = .problemResume(try fields.decode(Document.ProblemResumeBody.self, forKey: key))
        case .problemMitigate: self = .problemMitigate(try fields.decode(Document.ProblemMitigateBody.self, forKey: key))
        case .problemRelate: self = .problemRelate(try fields.decode(Document.ProblemRelateBody.self, forKey: key))
        case .problemLink: self = .problemLink(try fields.decode(Document.ProblemLinkBody.self, forKey: key))
        case .problemReview: self = .problemReview(try fields.decode(Document.ProblemReviewBody.self, forKey: key))
        case .problemConfirmNotice: self = .problemConfirmNotice(try fields.decode(Document.ProblemConfirmNoticeBody.self, forKey: key))
        case .knownErrorDraft: self = .knownErrorDraft(try fields.decode(Document.KnownErrorDraftBody.self, forKey: key))
        case .knownErrorEdit: self = .knownErrorEdit(try fields.decode(Document.KnownErrorEditBody.self, forKey: key))
        case .knownErrorPublish: self = .knownErrorPublish(try fields.decode(Document.KnownErrorPublishBody.self, forKey: key))
        case .knownErrorFixPending: self = .knownErrorFixPending(try fields.decode(Document.KnownErrorFixPendingBody.self, forKey: key))
        case .knownErrorReinstate: self = .knownErrorReinstate(try fields.decode(Document.KnownErrorReinstateBody.self, forKey: key))
        case .knownErrorRetire: self = .knownErrorRetire(try fields.decode(Document.KnownErrorRetireBody.self, forKey: key))
        case .knownErrorConfirmNotice: self = .knownErrorConfirmNotice(try fields.decode(Document.KnownErrorConfirmNoticeBody.self, forKey: key))
        case .problemCandidateRaise: self = .problemCandidateRaise(try fields.decode(Document.ProblemCandidateRaiseBody.self, forKey: key))
        case .problemCandidateAddEvidence: self = .problemCandidateAddEvidence(try fields.decode(Document.ProblemCandidateAddEvidenceBody.self, forKey: key))
        case .problemCandidateAccept: self = .problemCandidateAccept(try fields.decode(Document.ProblemCandidateAcceptBody.self, forKey: key))
        case .problemCandidateDecline: self = .problemCandidateDecline(try fields.decode(Document.ProblemCandidateDeclineBody.self, forKey: key))
        case .problemCandidateConfirmNotice: self = .problemCandidateConfirmNotice(try fields.decode(Document.ProblemCandidateConfirmNoticeBody.self, forKey: key))
        case .plannedActivityPlan: self = .plannedActivityPlan(try fields.decode(Document.PlannedActivityPlanBody.self, forKey: key))
        case .plannedActivityPerform: self = .plannedActivityPerform(try fields.decode(Document.PlannedActivityPerformBody.self, forKey: key))
        case .plannedActivityChangeInterval: self = .plannedActivityChangeInterval(try fields.decode(Document.PlannedActivityChangeIntervalBody.self, forKey: key))
        case .plannedActivityAssign: self = .plannedActivityAssign(try fields.decode(Document.PlannedActivityAssignBody.self, forKey: key))
        case .plannedActivityRetire: self = .plannedActivityRetire(try fields.decode(Document.PlannedActivityRetireBody.self, forKey: key))
        case .plannedActivityConfirmNotice: self = .plannedActivityConfirmNotice(try fields.decode(Document.PlannedActivityConfirmNoticeBody.self, forKey: key))
        case .policyPublish: self = .policyPublish(try fields.decode(Document.PolicyPublishBody.self, forKey: key))
        case .policyRevise: self = .policyRevise(try fields.decode(Document.PolicyReviseBody.self, forKey: key))
        case .waiverFile: self = .waiverFile(try fields.decode(Document.WaiverFileBody.self, forKey: key))
        case .waiverRevoke: self = .waiverRevoke(try fields.decode(Document.WaiverRevokeBody.self, forKey: key))
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
        case let .policyPublish(body): try fields.encode(body, forKey: key)
        case let .policyRevise(body): try fields.encode(body, forKey: key)
        case let .waiverFile(body): try fields.encode(body, forKey: key)
        case let .waiverRevoke(body): try fields.encode(body, forKey: key)
        }
    }
}
