// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// A configuration baseline.
    public struct Baseline: Codable, Sendable, Equatable {
        /// What every record has.
        public var envelope: Envelope
        /// Where it stands.
        public var phase: BaselinePhase
        /// What it is for.
        public var purpose: Purpose
        /// The change or release it is for.
        public var subject: RecordId?
        /// What was captured, sorted by item.
        public var items: [CapturedItem]
        /// The hash over it.
        public var hash: Digest
        /// What took its place.
        public var supersededBy: RecordId?

        public init(
            envelope: Envelope,
            phase: BaselinePhase,
            purpose: Purpose,
            items: [CapturedItem],
            hash: Digest,
            subject: RecordId? = nil,
            supersededBy: RecordId? = nil
        ) {
            self.envelope = envelope
            self.phase = phase
            self.purpose = purpose
            self.subject = subject
            self.items = items
            self.hash = hash
            self.supersededBy = supersededBy
        }

        private enum CodingKeys: String, CodingKey {
            case envelope, phase, purpose, subject, items, hash
            case supersededBy = "superseded_by"
        }
    }

    /// Captures the items as they are.
    public struct BaselineCaptureBody: Codable, Sendable, Equatable {
        /// What for.
        public var purpose: Purpose
        /// The change or release it is for, where it is for one.
        public var subject: RecordId?
        /// The items.
        public var items: [RecordId]

        public init(purpose: Purpose, items: [RecordId], subject: RecordId? = nil) {
            self.purpose = purpose
            self.subject = subject
            self.items = items
        }
    }

    /// Items were captured.
    public struct BaselineCapturedBody: Codable, Sendable, Equatable {
        /// What for.
        public var purpose: Purpose
        /// The change or release it is for.
        public var subject: RecordId?
        /// What was captured, sorted by item.
        public var items: [CapturedItem]
        /// The hash over it.
        public var hash: Digest

        public init(purpose: Purpose, items: [CapturedItem], hash: Digest, subject: RecordId? = nil) {
            self.purpose = purpose
            self.subject = subject
            self.items = items
            self.hash = hash
        }
    }

    /// Freezes what was captured.
    public struct BaselineFreezeBody: Codable, Sendable, Equatable {
        /// The hash of the baseline, as whoever freezes it has seen it.
        public var hash: Digest

        public init(hash: Digest) {
            self.hash = hash
        }
    }

    /// It was frozen.
    public struct BaselineFrozenBody: Codable, Sendable, Equatable {
        public init() {}
    }

    /// The phases of a baseline (spec 3.23).
    public enum BaselinePhase: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// The items are recorded as they were.
        case captured
        /// It is what is compared with.
        case frozen
        /// Another one took its place. Final.
        case superseded
    }

    /// Puts another baseline in its place.
    public struct BaselineSupersedeBody: Codable, Sendable, Equatable {
        /// The frozen baseline.
        public var by: RecordId

        public init(by: RecordId) {
            self.by = by
        }
    }

    /// Another baseline took its place.
    public struct BaselineSupersededBody: Codable, Sendable, Equatable {
        /// Which.
        public var by: RecordId

        public init(by: RecordId) {
            self.by = by
        }
    }

    /// One item as it was captured.
    public struct CapturedItem: Codable, Sendable, Equatable {
        /// The hash of its configuration.
        public var content: Digest
        /// Which.
        public var item: RecordId
        /// The version of its record; the journal tells what it said.
        public var version: Int

        public init(content: Digest, item: RecordId, version: Int) {
            self.content = content
            self.item = item
            self.version = version
        }
    }

    /// What a baseline is captured for.
    public enum Purpose: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Before a change is implemented.
        case beforeChange = "before_change"
        /// Before a release is deployed.
        case beforeRelease = "before_release"
        /// What is accepted as it should be.
        case reference
    }
}
