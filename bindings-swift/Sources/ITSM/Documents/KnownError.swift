// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// An item that has the error.
    public struct AffectedItem: Codable, Sendable, Equatable {
        /// Which.
        public var ci: CiId
        /// In which versions; empty: in all.
        public var versions: [String]

        public init(ci: CiId, versions: [String] = []) {
            self.ci = ci
            self.versions = versions
        }

        private enum CodingKeys: String, CodingKey {
            case ci, versions
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            ci = try fields.decode(CiId.self, forKey: .ci)
            versions = try fields.decodeIfPresent([String].self, forKey: .versions) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(ci, forKey: .ci)
            if !versions.isEmpty { try fields.encode(versions, forKey: .versions) }
        }
    }

    /// A known error.
    public struct KnownError: Codable, Sendable, Equatable {
        /// What every record has.
        public var envelope: Envelope
        /// Where it stands.
        public var state: KnownErrorState
        /// The problem whose cause it is.
        public var problem: RecordId
        /// What it says.
        public var content: KnownErrorContent
        /// When it was first published.
        public var publishedAt: Date?

        public init(
            envelope: Envelope,
            state: KnownErrorState,
            problem: RecordId,
            content: KnownErrorContent,
            publishedAt: Date? = nil
        ) {
            self.envelope = envelope
            self.state = state
            self.problem = problem
            self.content = content
            self.publishedAt = publishedAt
        }

        private enum CodingKeys: String, CodingKey {
            case envelope, state, problem, content
            case publishedAt = "published_at"
        }
    }

    /// The host's receipt for a notice.
    public struct KnownErrorConfirmNoticeBody: Codable, Sendable, Equatable {
        /// When it reached its recipient.
        public var deliveredAt: Date
        /// The number of the notice within the record.
        public var number: Int

        public init(deliveredAt: Date, number: Int) {
            self.deliveredAt = deliveredAt
            self.number = number
        }

        private enum CodingKeys: String, CodingKey {
            case number
            case deliveredAt = "delivered_at"
        }
    }

    /// What a known error says.
    public struct KnownErrorContent: Codable, Sendable, Equatable {
        /// The problem whose cause it is.
        public var problem: RecordId
        /// How it shows; no names of persons.
        public var symptoms: String
        /// The category of its incidents.
        public var category: Code?
        /// The symptom, as a code of the host's tree.
        public var symptomCode: Code?
        /// Why it happens; absent: not known, only how to live with it.
        public var cause: String?
        /// What the desk can do; absent: not said yet.
        public var workaround: Workaround?
        /// The items that have it.
        public var items: [AffectedItem]

        public init(
            problem: RecordId,
            symptoms: String,
            category: Code? = nil,
            symptomCode: Code? = nil,
            cause: String? = nil,
            workaround: Workaround? = nil,
            items: [AffectedItem] = []
        ) {
            self.problem = problem
            self.symptoms = symptoms
            self.category = category
            self.symptomCode = symptomCode
            self.cause = cause
            self.workaround = workaround
            self.items = items
        }

        private enum CodingKeys: String, CodingKey {
            case problem, symptoms, category, cause, workaround, items
            case symptomCode = "symptom_code"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            problem = try fields.decode(RecordId.self, forKey: .problem)
            symptoms = try fields.decode(String.self, forKey: .symptoms)
            category = try fields.decodeIfPresent(Code.self, forKey: .category)
            symptomCode = try fields.decodeIfPresent(Code.self, forKey: .symptomCode)
            cause = try fields.decodeIfPresent(String.self, forKey: .cause)
            workaround = try fields.decodeIfPresent(Workaround.self, forKey: .workaround)
            items = try fields.decodeIfPresent([AffectedItem].self, forKey: .items) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(problem, forKey: .problem)
            try fields.encode(symptoms, forKey: .symptoms)
            try fields.encodeIfPresent(category, forKey: .category)
            try fields.encodeIfPresent(symptomCode, forKey: .symptomCode)
            try fields.encodeIfPresent(cause, forKey: .cause)
            try fields.encodeIfPresent(workaround, forKey: .workaround)
            if !items.isEmpty { try fields.encode(items, forKey: .items) }
        }
    }

    /// Begins a known error.
    public struct KnownErrorDraftBody: Codable, Sendable, Equatable {
        /// What it says so far.
        public var content: KnownErrorContent

        public init(content: KnownErrorContent) {
            self.content = content
        }
    }

    /// It was begun.
    public struct KnownErrorDraftedBody: Codable, Sendable, Equatable {
        /// What it says so far.
        public var content: KnownErrorContent

        public init(content: KnownErrorContent) {
            self.content = content
        }
    }

    /// Changes what it says.
    public struct KnownErrorEditBody: Codable, Sendable, Equatable {
        /// All of it, as it is from now on.
        public var content: KnownErrorContent

        public init(content: KnownErrorContent) {
            self.content = content
        }
    }

    /// It says something else.
    public struct KnownErrorEditedBody: Codable, Sendable, Equatable {
        /// All of it.
        public var content: KnownErrorContent

        public init(content: KnownErrorContent) {
            self.content = content
        }
    }

    /// A fix is on its way.
    public struct KnownErrorFixAnnouncedBody: Codable, Sendable, Equatable {
        /// What removes the cause.
        public var fix: PendingFix

        public init(fix: PendingFix) {
            self.fix = fix
        }
    }

    /// A fix is on its way, or live and observed.
    public struct KnownErrorFixPendingBody: Codable, Sendable, Equatable {
        /// The change; absent: the fix altered no item.
        public var change: RecordId?
        /// The release that brings it, if it was packaged.
        public var release: RecordId?

        public init(change: RecordId? = nil, release: RecordId? = nil) {
            self.change = change
            self.release = release
        }
    }

    /// Lets the desk work by it.
    public struct KnownErrorPublishBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// The desk works by it.
    public struct KnownErrorPublishedBody: Codable, Sendable, Equatable {
        /// The open incidents that it explains; those who work on them are told.
        public var matched: [RecordId]

        public init(matched: [RecordId] = []) {
            self.matched = matched
        }

        private enum CodingKeys: String, CodingKey {
            case matched
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            matched = try fields.decodeIfPresent([RecordId].self, forKey: .matched) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !matched.isEmpty { try fields.encode(matched, forKey: .matched) }
        }
    }

    /// The fix did not come, or did not help.
    public struct KnownErrorReinstateBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// The fix did not come, or did not help.
    public struct KnownErrorReinstatedBody: Codable, Sendable, Equatable {
        /// Why.
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }
    }

    /// It cannot happen any more.
    public struct KnownErrorRetireBody: Codable, Sendable, Equatable {
        /// Why.
        public var because: RetiredBecause

        public init(because: RetiredBecause) {
            self.because = because
        }
    }

    /// It cannot happen any more.
    public struct KnownErrorRetiredBody: Codable, Sendable, Equatable {
        /// Why.
        public var because: RetiredBecause
        /// The open incidents that it explained; those who work on them are told.
        public var matched: [RecordId]

        public init(because: RetiredBecause, matched: [RecordId] = []) {
            self.because = because
            self.matched = matched
        }

        private enum CodingKeys: String, CodingKey {
            case because, matched
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            because = try fields.decode(RetiredBecause.self, forKey: .because)
            matched = try fields.decodeIfPresent([RecordId].self, forKey: .matched) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(because, forKey: .because)
            if !matched.isEmpty { try fields.encode(matched, forKey: .matched) }
        }
    }

    /// The state of a known error with the data that exist only in it.
    public enum KnownErrorState: Codable, Sendable, Equatable {
        /// Being written.
        case draft
        /// The desk works by it.
        case published
        /// The desk works by it; a fix is on its way.
        case fixPending(change: RecordId? = nil, release: RecordId? = nil)
        /// It cannot happen any more.
        case retired(at: Date, because: RetiredBecause, fix: PendingFix? = nil)

        /// The code in documents.
        public var kind: String {
            switch self {
            case .draft: "draft"
            case .published: "published"
            case .fixPending: "fix_pending"
            case .retired: "retired"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case kind, change, release, at, because, fix
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            switch try fields.decode(String.self, forKey: .kind) {
            case "draft":
                self = .draft
            case "published":
                self = .published
            case "fix_pending":
                self = .fixPending(
                    change: try fields.decodeIfPresent(RecordId.self, forKey: .change),
                    release: try fields.decodeIfPresent(RecordId.self, forKey: .release)
                )
            case "retired":
                self = .retired(
                    at: try fields.decode(Date.self, forKey: .at),
                    because: try fields.decode(RetiredBecause.self, forKey: .because),
                    fix: try fields.decodeIfPresent(PendingFix.self, forKey: .fix)
                )
            case let unknown: throw strange(unknown, fields.codingPath + [CodingKeys.kind])
            }
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(kind, forKey: .kind)
            switch self {
            case let .fixPending(change, release):
                try fields.encodeIfPresent(change, forKey: .change)
                try fields.encodeIfPresent(release, forKey: .release)
            case let .retired(at, because, fix):
                try fields.encode(at, forKey: .at)
                try fields.encode(because, forKey: .because)
                try fields.encodeIfPresent(fix, forKey: .fix)
            default: break
            }
        }
    }

    /// What removes the cause.
    public struct PendingFix: Codable, Sendable, Equatable {
        /// The change; absent: the fix altered no item.
        public var change: RecordId?
        /// The release that brings it, if it was packaged.
        public var release: RecordId?

        public init(change: RecordId? = nil, release: RecordId? = nil) {
            self.change = change
            self.release = release
        }
    }

    /// Why a known error is retired.
    public enum RetiredBecause: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Its fix was verified in production.
        case fixVerified = "fix_verified"
        /// No affected item is left.
        case itemsWithdrawn = "items_withdrawn"
    }

    /// What the desk can do.
    public enum Workaround: Codable, Sendable, Equatable {
        /// This.
        case steps(String)
        /// Nothing, and why.
        case none(String)

        private enum CodingKeys: String, CodingKey {
            case steps, none
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let key = fields.allKeys.first else { throw strange("{}", fields.codingPath) }
            switch key {
            case .steps: self = .steps(try fields.decode(String.self, forKey: .steps))
            case .none: self = .none(try fields.decode(String.self, forKey: .none))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case let .steps(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .steps)
            case let .none(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .none)
            }
        }
    }
}
