// Made from schema/itsm.schema.json by documents.py.

import Foundation

extension Document {
    /// One attribute of a type of item.
    public struct Attribute: Codable, Sendable, Equatable {
        /// What it may say.
        public var kind: AttributeKind
        /// Whether every item of the type states it.
        public var mandatory: Bool
        /// The values of `AttributeKind.OneOf`.
        public var values: [String]

        public init(kind: AttributeKind, mandatory: Bool = false, values: [String] = []) {
            self.kind = kind
            self.mandatory = mandatory
            self.values = values
        }

        private enum CodingKeys: String, CodingKey {
            case kind, mandatory, values
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            kind = try fields.decode(AttributeKind.self, forKey: .kind)
            mandatory = try fields.decodeIfPresent(Bool.self, forKey: .mandatory) ?? false
            values = try fields.decodeIfPresent([String].self, forKey: .values) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(kind, forKey: .kind)
            try fields.encode(mandatory, forKey: .mandatory)
            if !values.isEmpty { try fields.encode(values, forKey: .values) }
        }
    }

    /// What an attribute may say.
    public enum AttributeKind: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Any text.
        case text
        /// A whole number.
        case integer
        /// A date: `2026-11-21`.
        case date
        /// One of the stated values.
        case oneOf = "one_of"
    }

    /// When a target that is used up exactly at closing time is due (semantics 8.1).
    public enum Boundary: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// At the earliest instant at which the amount is used up: closing time.
        case earliestInstant = "earliest_instant"
        /// At the first open instant from then on.
        case nextOpening = "next_opening"
    }

    /// A business calendar as a document.
    ///
    /// Times are local times of `zone`. A weekday that `week` does not name is closed.
    public struct CalendarDocument: Codable, Sendable, Equatable {
        /// IANA name of the zone.
        public var zone: String
        /// Windows that open on each weekday.
        public var week: [Weekday: [Window]]
        /// Dates on which the week's windows do not open.
        public var holidays: [HolidayOfCalendarDate]
        /// Days of every year on which the week's windows do not open. `02-29` is met in leap years only.
        public var yearlyHolidays: [HolidayOfMonthDay]
        /// Dates with windows of their own, holiday or not (调休); an empty list closes the date.
        public var specialDays: [String: [Window]]
        /// First and last date for which the holidays are complete. A due time outside carries a warning.
        public var covers: Covers?

        /// First and last date for which the holidays are complete. A due time outside carries a warning.
        public struct Covers: Codable, Sendable, Equatable {
            public var first: CalendarDate
            public var last: CalendarDate

            public init(first: CalendarDate, last: CalendarDate) {
                self.first = first
                self.last = last
            }

            public init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                first = try list.decode(CalendarDate.self)
                last = try list.decode(CalendarDate.self)
            }

            public func encode(to encoder: any Encoder) throws {
                var list = encoder.unkeyedContainer()
                try list.encode(first)
                try list.encode(last)
            }
        }

        public init(
            zone: String,
            week: [Weekday: [Window]],
            holidays: [HolidayOfCalendarDate] = [],
            yearlyHolidays: [HolidayOfMonthDay] = [],
            specialDays: [String: [Window]] = [:],
            covers: Covers? = nil
        ) {
            self.zone = zone
            self.week = week
            self.holidays = holidays
            self.yearlyHolidays = yearlyHolidays
            self.specialDays = specialDays
            self.covers = covers
        }

        private enum CodingKeys: String, CodingKey {
            case zone, week, holidays, covers
            case yearlyHolidays = "yearly_holidays"
            case specialDays = "special_days"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            zone = try fields.decode(String.self, forKey: .zone)
            week = try fields.decode([Weekday: [Window]].self, forKey: .week)
            holidays = try fields.decodeIfPresent([HolidayOfCalendarDate].self, forKey: .holidays) ?? []
            yearlyHolidays = try fields.decodeIfPresent([HolidayOfMonthDay].self, forKey: .yearlyHolidays) ?? []
            specialDays = try fields.decodeIfPresent([String: [Window]].self, forKey: .specialDays) ?? [:]
            covers = try fields.decodeIfPresent(Covers.self, forKey: .covers)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(zone, forKey: .zone)
            try fields.encode(week, forKey: .week)
            if !holidays.isEmpty { try fields.encode(holidays, forKey: .holidays) }
            if !yearlyHolidays.isEmpty { try fields.encode(yearlyHolidays, forKey: .yearlyHolidays) }
            if !specialDays.isEmpty { try fields.encode(specialDays, forKey: .specialDays) }
            try fields.encodeIfPresent(covers, forKey: .covers)
        }
    }

    /// Who decides on a category, after what, and how early it has to be asked for.
    public struct CategoryRules: Codable, Sendable, Equatable {
        /// When the vote accepts.
        public var approval: ApprovalRule
        /// What must have been assessed before.
        public var assessments: [Assessment]
        /// Business days between submission and the begin of the window.
        public var leadTimeWorkingDays: Int
        /// The authority; without it no change of the category is approved.
        public var voters: [Voter]

        public init(approval: ApprovalRule, assessments: [Assessment], leadTimeWorkingDays: Int, voters: [Voter] = []) {
            self.approval = approval
            self.assessments = assessments
            self.leadTimeWorkingDays = leadTimeWorkingDays
            self.voters = voters
        }

        private enum CodingKeys: String, CodingKey {
            case approval, assessments, voters
            case leadTimeWorkingDays = "lead_time_working_days"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            approval = try fields.decode(ApprovalRule.self, forKey: .approval)
            assessments = try fields.decode([Assessment].self, forKey: .assessments)
            leadTimeWorkingDays = try fields.decode(Int.self, forKey: .leadTimeWorkingDays)
            voters = try fields.decodeIfPresent([Voter].self, forKey: .voters) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(approval, forKey: .approval)
            try fields.encode(assessments, forKey: .assessments)
            try fields.encode(leadTimeWorkingDays, forKey: .leadTimeWorkingDays)
            if !voters.isEmpty { try fields.encode(voters, forKey: .voters) }
        }
    }

    /// The rules of change management, as a document.
    public struct ChangeRules: Codable, Sendable, Equatable {
        /// The calendar whose business days its limits are counted in.
        public var calendar: PolicyId
        /// The categories whose authority is a vote: minor, significant, major.
        public var categories: [ChangeCategory: CategoryRules]
        /// Opinions that count only from a holder of one of these roles.
        public var assessedBy: [Assessment: [Role]]
        /// How risk becomes a category.
        public var risk: RiskRules
        /// Emergency changes.
        public var emergency: EmergencyRules
        /// When nothing is to change.
        public var freezes: [Freeze]
        /// When items and services may be changed; one that no window is about may be changed at any time.
        public var maintenanceWindows: [MaintenanceWindow]
        /// A change is reviewed within so many business days of its end.
        public var reviewWithinWorkingDays: Int
        /// The items of a change are updated within so many business days of its end (CFG-10).
        public var itemsUpdatedWithinWorkingDays: Int
        /// An incident caused by a change counts against it for so many seconds after its end.
        public var incidentWindowSeconds: Int
        /// A standard change model is withdrawn after so many failures.
        public var modelFailureLimit: Int
        /// Processes whose records must exist when a change names them: `service_plan`.
        public var registers: [Code]

        /// What `categories` is where nothing else is said.
        public static let categoriesByDefault: [ChangeCategory: CategoryRules] = [
            .minor: CategoryRules(
                approval: ApprovalRule(threshold: .count(1), quorum: 0, vetoRoles: [], requiredRoles: []),
                assessments: [
                    .business,
                    .technical,
                    .feasibility,
                    .cost,
                    .availability,
                    .continuity,
                    .security,
                    .capacity,
                    .conflict
                ],
                leadTimeWorkingDays: 2
            ),
            .significant: CategoryRules(
                approval: ApprovalRule(threshold: .count(1), quorum: 0, vetoRoles: [], requiredRoles: []),
                assessments: [
                    .business,
                    .technical,
                    .feasibility,
                    .cost,
                    .availability,
                    .continuity,
                    .security,
                    .capacity,
                    .conflict
                ],
                leadTimeWorkingDays: 5
            ),
            .major: CategoryRules(
                approval: ApprovalRule(threshold: .count(1), quorum: 0, vetoRoles: [], requiredRoles: []),
                assessments: [
                    .business,
                    .technical,
                    .feasibility,
                    .cost,
                    .availability,
                    .continuity,
                    .security,
                    .capacity,
                    .conflict
                ],
                leadTimeWorkingDays: 15
            )
        ]

        /// What `risk` is where nothing else is said.
        public static let riskByDefault: RiskRules = RiskRules(
            untestedBackOut: 2,
            criticalService: 2,
            minorUpTo: 5,
            significantUpTo: 14
        )

        /// What `emergency` is where nothing else is said.
        public static let emergencyByDefault: EmergencyRules = EmergencyRules(
            criteria: [
                "imminent_loss": EmergencyCriterion(words: "averts an imminent loss", majorIncident: false),
                "major_incident": EmergencyCriterion(words: "restores a major incident", majorIncident: true)
            ],
            verbalRecordSeconds: 14400,
            presumedLengthSeconds: 86400,
            documentedWithinWorkingDays: 1,
            reviewedWithinWorkingDays: 5,
            assessments: [
                .business,
                .technical,
                .feasibility,
                .cost,
                .availability,
                .continuity,
                .security,
                .capacity,
                .conflict
            ]
        )

        public init(
            calendar: PolicyId,
            categories: [ChangeCategory: CategoryRules] = ChangeRules.categoriesByDefault,
            assessedBy: [Assessment: [Role]] = [.security: [.secm]],
            risk: RiskRules = ChangeRules.riskByDefault,
            emergency: EmergencyRules = ChangeRules.emergencyByDefault,
            freezes: [Freeze] = [],
            maintenanceWindows: [MaintenanceWindow] = [],
            reviewWithinWorkingDays: Int = 10,
            itemsUpdatedWithinWorkingDays: Int = 2,
            incidentWindowSeconds: Int = 1209600,
            modelFailureLimit: Int = 2,
            registers: [Code] = []
        ) {
            self.calendar = calendar
            self.categories = categories
            self.assessedBy = assessedBy
            self.risk = risk
            self.emergency = emergency
            self.freezes = freezes
            self.maintenanceWindows = maintenanceWindows
            self.reviewWithinWorkingDays = reviewWithinWorkingDays
            self.itemsUpdatedWithinWorkingDays = itemsUpdatedWithinWorkingDays
            self.incidentWindowSeconds = incidentWindowSeconds
            self.modelFailureLimit = modelFailureLimit
            self.registers = registers
        }

        private enum CodingKeys: String, CodingKey {
            case calendar, categories, risk, emergency, freezes, registers
            case assessedBy = "assessed_by"
            case maintenanceWindows = "maintenance_windows"
            case reviewWithinWorkingDays = "review_within_working_days"
            case itemsUpdatedWithinWorkingDays = "items_updated_within_working_days"
            case incidentWindowSeconds = "incident_window_s"
            case modelFailureLimit = "model_failure_limit"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            calendar = try fields.decode(PolicyId.self, forKey: .calendar)
            categories = try fields.decodeIfPresent([ChangeCategory: CategoryRules].self, forKey: .categories) ?? ChangeRules.categoriesByDefault
            assessedBy = try fields.decodeIfPresent([Assessment: [Role]].self, forKey: .assessedBy) ?? [.security: [.secm]]
            risk = try fields.decodeIfPresent(RiskRules.self, forKey: .risk) ?? ChangeRules.riskByDefault
            emergency = try fields.decodeIfPresent(EmergencyRules.self, forKey: .emergency) ?? ChangeRules.emergencyByDefault
            freezes = try fields.decodeIfPresent([Freeze].self, forKey: .freezes) ?? []
            maintenanceWindows = try fields.decodeIfPresent([MaintenanceWindow].self, forKey: .maintenanceWindows) ?? []
            reviewWithinWorkingDays = try fields.decodeIfPresent(Int.self, forKey: .reviewWithinWorkingDays) ?? 10
            itemsUpdatedWithinWorkingDays = try fields.decodeIfPresent(Int.self, forKey: .itemsUpdatedWithinWorkingDays) ?? 2
            incidentWindowSeconds = try fields.decodeIfPresent(Int.self, forKey: .incidentWindowSeconds) ?? 1209600
            modelFailureLimit = try fields.decodeIfPresent(Int.self, forKey: .modelFailureLimit) ?? 2
            registers = try fields.decodeIfPresent([Code].self, forKey: .registers) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(calendar, forKey: .calendar)
            try fields.encode(categories, forKey: .categories)
            try fields.encode(assessedBy, forKey: .assessedBy)
            try fields.encode(risk, forKey: .risk)
            try fields.encode(emergency, forKey: .emergency)
            if !freezes.isEmpty { try fields.encode(freezes, forKey: .freezes) }
            if !maintenanceWindows.isEmpty { try fields.encode(maintenanceWindows, forKey: .maintenanceWindows) }
            try fields.encode(reviewWithinWorkingDays, forKey: .reviewWithinWorkingDays)
            try fields.encode(itemsUpdatedWithinWorkingDays, forKey: .itemsUpdatedWithinWorkingDays)
            try fields.encode(incidentWindowSeconds, forKey: .incidentWindowSeconds)
            try fields.encode(modelFailureLimit, forKey: .modelFailureLimit)
            if !registers.isEmpty { try fields.encode(registers, forKey: .registers) }
        }
    }

    /// What a freeze or a maintenance window is about.
    public enum ChangeScope: Codable, Sendable, Equatable {
        /// Everything.
        case all
        /// These items.
        case cis([CiId])
        /// These services.
        case services([ServiceId])

        private enum CodingKeys: String, CodingKey {
            case cis, services
        }

        public init(from decoder: any Decoder) throws {
            if let word = try? decoder.singleValueContainer().decode(String.self) {
                switch word {
                case "all": self = .all
                default: throw strange(word, decoder.codingPath)
                }
                return
            }
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let key = fields.allKeys.first else { throw strange("{}", fields.codingPath) }
            switch key {
            case .cis: self = .cis(try fields.decode([CiId].self, forKey: .cis))
            case .services: self = .services(try fields.decode([ServiceId].self, forKey: .services))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case .all:
                var word = encoder.singleValueContainer()
                try word.encode("all")
            case let .cis(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .cis)
            case let .services(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .services)
            }
        }
    }

    /// A type of configuration item (`CiType` of spec 3.23).
    public struct CiType: Codable, Sendable, Equatable {
        /// How its items are named: `#` is a digit, `?` a letter, `*` at the end anything; absent: freely.
        public var naming: String?
        /// What is recorded of its items.
        public var attributes: [String: Attribute]
        /// The relations its items may have; empty: every kind.
        public var relations: [Code]
        /// The relations that a live item of it has, at least one of each.
        public var mandatoryRelations: [Code]
        /// How strictly its live items are controlled.
        public var control: ControlLevel
        /// Whether its items are services.
        public var service: Bool
        /// Whether its items are critical: they are verified more often, and weigh in the risk of a change.
        public var critical: Bool

        public init(
            naming: String? = nil,
            attributes: [String: Attribute] = [:],
            relations: [Code] = [],
            mandatoryRelations: [Code] = [],
            control: ControlLevel = .change,
            service: Bool = false,
            critical: Bool = false
        ) {
            self.naming = naming
            self.attributes = attributes
            self.relations = relations
            self.mandatoryRelations = mandatoryRelations
            self.control = control
            self.service = service
            self.critical = critical
        }

        private enum CodingKeys: String, CodingKey {
            case naming, attributes, relations, control, service, critical
            case mandatoryRelations = "mandatory_relations"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            naming = try fields.decodeIfPresent(String.self, forKey: .naming)
            attributes = try fields.decodeIfPresent([String: Attribute].self, forKey: .attributes) ?? [:]
            relations = try fields.decodeIfPresent([Code].self, forKey: .relations) ?? []
            mandatoryRelations = try fields.decodeIfPresent([Code].self, forKey: .mandatoryRelations) ?? []
            control = try fields.decodeIfPresent(ControlLevel.self, forKey: .control) ?? .change
            service = try fields.decodeIfPresent(Bool.self, forKey: .service) ?? false
            critical = try fields.decodeIfPresent(Bool.self, forKey: .critical) ?? false
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encodeIfPresent(naming, forKey: .naming)
            if !attributes.isEmpty { try fields.encode(attributes, forKey: .attributes) }
            if !relations.isEmpty { try fields.encode(relations, forKey: .relations) }
            if !mandatoryRelations.isEmpty { try fields.encode(mandatoryRelations, forKey: .mandatoryRelations) }
            try fields.encode(control, forKey: .control)
            try fields.encode(service, forKey: .service)
            try fields.encode(critical, forKey: .critical)
        }
    }

    /// One promise of an agreement.
    public struct Clause: Codable, Sendable, Equatable {
        /// Its id, unique in the agreement.
        public var id: ClauseId
        /// What it measures.
        public var metric: Metric
        /// Which tickets it is for; absent: all.
        public var when: Conditions
        /// How much time.
        public var target: Target
        /// In whose opening time, and in whose zone. Only a target of elapsed time can do without.
        public var calendar: PolicyId?
        /// The reasons for which the clock pauses; a pause for any other leaves it running (DECISIONS 16).
        public var pauseReasons: [Code]
        /// The longest pause in elapsed seconds; after it the clock resumes by itself.
        public var maxPauseSeconds: Int?
        /// What stops a response clock; absent: acknowledgement or response.
        public var stopsOn: [StopsOn]?
        /// Warnings and escalations.
        public var levels: [EscalationLevel]
        /// Clock policies of this clause; they go before the agreement's.
        public var terms: TermsStated?

        public init(
            id: ClauseId,
            metric: Metric,
            target: Target,
            when: Conditions = Conditions(),
            calendar: PolicyId? = nil,
            pauseReasons: [Code] = [],
            maxPauseSeconds: Int? = nil,
            stopsOn: [StopsOn]? = nil,
            levels: [EscalationLevel] = [],
            terms: TermsStated? = nil
        ) {
            self.id = id
            self.metric = metric
            self.when = when
            self.target = target
            self.calendar = calendar
            self.pauseReasons = pauseReasons
            self.maxPauseSeconds = maxPauseSeconds
            self.stopsOn = stopsOn
            self.levels = levels
            self.terms = terms
        }

        private enum CodingKeys: String, CodingKey {
            case id, metric, when, target, calendar, levels, terms
            case pauseReasons = "pause_reasons"
            case maxPauseSeconds = "max_pause_s"
            case stopsOn = "stops_on"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            id = try fields.decode(ClauseId.self, forKey: .id)
            metric = try fields.decode(Metric.self, forKey: .metric)
            when = try fields.decodeIfPresent(Conditions.self, forKey: .when) ?? Conditions()
            target = try fields.decode(Target.self, forKey: .target)
            calendar = try fields.decodeIfPresent(PolicyId.self, forKey: .calendar)
            pauseReasons = try fields.decodeIfPresent([Code].self, forKey: .pauseReasons) ?? []
            maxPauseSeconds = try fields.decodeIfPresent(Int.self, forKey: .maxPauseSeconds)
            stopsOn = try fields.decodeIfPresent([StopsOn].self, forKey: .stopsOn)
            levels = try fields.decodeIfPresent([EscalationLevel].self, forKey: .levels) ?? []
            terms = try fields.decodeIfPresent(TermsStated.self, forKey: .terms)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(id, forKey: .id)
            try fields.encode(metric, forKey: .metric)
            if when != Conditions() { try fields.encode(when, forKey: .when) }
            try fields.encode(target, forKey: .target)
            try fields.encodeIfPresent(calendar, forKey: .calendar)
            if !pauseReasons.isEmpty { try fields.encode(pauseReasons, forKey: .pauseReasons) }
            try fields.encodeIfPresent(maxPauseSeconds, forKey: .maxPauseSeconds)
            try fields.encodeIfPresent(stopsOn, forKey: .stopsOn)
            if !levels.isEmpty { try fields.encode(levels, forKey: .levels) }
            try fields.encodeIfPresent(terms, forKey: .terms)
        }
    }

    /// Which tickets a clause is for. Each list is met by any of its members; an empty list by everything.
    public struct Conditions: Codable, Sendable, Equatable {
        /// Priorities, as the matrix numbers them.
        public var priorities: [Int]
        /// Services.
        public var services: [ServiceId]
        /// Customers.
        public var customers: [CustomerId]
        /// Categories, compared as whole codes.
        public var categories: [Code]
        /// Kinds of ticket: `incident`, `request`.
        public var kinds: [Code]

        public init(
            priorities: [Int] = [],
            services: [ServiceId] = [],
            customers: [CustomerId] = [],
            categories: [Code] = [],
            kinds: [Code] = []
        ) {
            self.priorities = priorities
            self.services = services
            self.customers = customers
            self.categories = categories
            self.kinds = kinds
        }

        private enum CodingKeys: String, CodingKey {
            case priorities, services, customers, categories, kinds
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            priorities = try fields.decodeIfPresent([Int].self, forKey: .priorities) ?? []
            services = try fields.decodeIfPresent([ServiceId].self, forKey: .services) ?? []
            customers = try fields.decodeIfPresent([CustomerId].self, forKey: .customers) ?? []
            categories = try fields.decodeIfPresent([Code].self, forKey: .categories) ?? []
            kinds = try fields.decodeIfPresent([Code].self, forKey: .kinds) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            if !priorities.isEmpty { try fields.encode(priorities, forKey: .priorities) }
            if !services.isEmpty { try fields.encode(services, forKey: .services) }
            if !customers.isEmpty { try fields.encode(customers, forKey: .customers) }
            if !categories.isEmpty { try fields.encode(categories, forKey: .categories) }
            if !kinds.isEmpty { try fields.encode(kinds, forKey: .kinds) }
        }
    }

    /// The rules of configuration management, as a document. Numbers are presets of spec 3.23, never requirements of the standard.
    public struct ConfigurationRules: Codable, Sendable, Equatable {
        /// The calendar whose business days its limits are counted in.
        public var calendar: PolicyId
        /// The types of items; an item of another type is refused.
        public var types: [String: CiType]
        /// The kinds of relations, and how failure travels along them.
        public var relationKinds: [String: RelationKind]
        /// Whether the other end of a relation must be a registered item.
        public var registerComplete: Bool
        /// The models of service requests under which items may be altered.
        public var requestModels: [Code]
        /// A deficiency is closed within so many business days.
        public var deficiencyWithinWorkingDays: Int

        /// What `relationKinds` is where nothing else is said.
        public static let relationKindsByDefault: [String: RelationKind] = [
            "backs_up": RelationKind(failure: .sourceToTarget, strength: .informational),
            "connected_to": RelationKind(failure: .both, strength: .informational),
            "depends_on": RelationKind(failure: .targetToSource, strength: .hard),
            "documents": RelationKind(failure: .none, strength: .informational),
            "installed_on": RelationKind(failure: .targetToSource, strength: .hard),
            "part_of": RelationKind(failure: .sourceToTarget, strength: .hard),
            "provides": RelationKind(failure: .sourceToTarget, strength: .hard),
            "runs_on": RelationKind(failure: .targetToSource, strength: .hard)
        ]

        public init(
            calendar: PolicyId,
            types: [String: CiType],
            relationKinds: [String: RelationKind] = ConfigurationRules.relationKindsByDefault,
            registerComplete: Bool = true,
            requestModels: [Code] = [],
            deficiencyWithinWorkingDays: Int = 10
        ) {
            self.calendar = calendar
            self.types = types
            self.relationKinds = relationKinds
            self.registerComplete = registerComplete
            self.requestModels = requestModels
            self.deficiencyWithinWorkingDays = deficiencyWithinWorkingDays
        }

        private enum CodingKeys: String, CodingKey {
            case calendar, types
            case relationKinds = "relation_kinds"
            case registerComplete = "register_complete"
            case requestModels = "request_models"
            case deficiencyWithinWorkingDays = "deficiency_within_working_days"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            calendar = try fields.decode(PolicyId.self, forKey: .calendar)
            types = try fields.decode([String: CiType].self, forKey: .types)
            relationKinds = try fields.decodeIfPresent([String: RelationKind].self, forKey: .relationKinds) ?? ConfigurationRules.relationKindsByDefault
            registerComplete = try fields.decodeIfPresent(Bool.self, forKey: .registerComplete) ?? true
            requestModels = try fields.decodeIfPresent([Code].self, forKey: .requestModels) ?? []
            deficiencyWithinWorkingDays = try fields.decodeIfPresent(Int.self, forKey: .deficiencyWithinWorkingDays) ?? 10
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(calendar, forKey: .calendar)
            try fields.encode(types, forKey: .types)
            try fields.encode(relationKinds, forKey: .relationKinds)
            try fields.encode(registerComplete, forKey: .registerComplete)
            if !requestModels.isEmpty { try fields.encode(requestModels, forKey: .requestModels) }
            try fields.encode(deficiencyWithinWorkingDays, forKey: .deficiencyWithinWorkingDays)
        }
    }

    /// How strictly items of a type are controlled once they are live (`CiType` of spec 3.23).
    public enum ControlLevel: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Into, within and out of live only under a change, a request under a standard model, or an approved correction.
        case change
        /// Recorded, without a change: consumables.
        case recorded
    }

    /// The rules of the desk, as a document.
    public struct DeskRules: Codable, Sendable, Equatable {
        /// The calendar whose business days closing, reopening and reviews are counted in.
        public var calendar: PolicyId
        /// The matrix that gives priorities.
        public var matrix: PolicyId
        /// A resolved record closes by itself after so many business days.
        public var closeAfterWorkingDays: Int
        /// It does so only after so many delivered notices that nobody answered.
        public var closeAfterNotices: Int
        /// A resolved incident can be reopened for so many business days.
        public var reopenWithinWorkingDays: Int
        /// A record made more than so many seconds after it occurred is a late entry (spec 3.0.4).
        public var lateEntrySeconds: Int
        /// Whether a pending incident resumes by itself at its expected end.
        public var resumeAtExpectedEnd: Bool
        /// The support groups; empty: not registered, every group is accepted.
        public var groups: [String: Group]
        /// The criteria of a major incident.
        public var majorCriteria: [MajorCriterion]
        /// Top management is told of a major incident within so many seconds.
        public var majorNoticeSeconds: Int
        /// While it lasts, the next update is due after so many seconds.
        public var majorUpdateEverySeconds: Int
        /// It is reviewed within so many business days of the restoration.
        public var majorReviewWorkingDays: Int
        /// Processes whose records must exist when a link names them: `problem`, `known_error`, `change`.
        public var registers: [Code]
        /// The models of service requests.
        public var requestModels: [String: RequestModel]

        public init(
            calendar: PolicyId,
            matrix: PolicyId = "matrix",
            closeAfterWorkingDays: Int = 3,
            closeAfterNotices: Int = 1,
            reopenWithinWorkingDays: Int = 10,
            lateEntrySeconds: Int = 86400,
            resumeAtExpectedEnd: Bool = true,
            groups: [String: Group] = [:],
            majorCriteria: [MajorCriterion] = [],
            majorNoticeSeconds: Int = 1800,
            majorUpdateEverySeconds: Int = 3600,
            majorReviewWorkingDays: Int = 5,
            registers: [Code] = [],
            requestModels: [String: RequestModel] = [:]
        ) {
            self.calendar = calendar
            self.matrix = matrix
            self.closeAfterWorkingDays = closeAfterWorkingDays
            self.closeAfterNotices = closeAfterNotices
            self.reopenWithinWorkingDays = reopenWithinWorkingDays
            self.lateEntrySeconds = lateEntrySeconds
            self.resumeAtExpectedEnd = resumeAtExpectedEnd
            self.groups = groups
            self.majorCriteria = majorCriteria
            self.majorNoticeSeconds = majorNoticeSeconds
            self.majorUpdateEverySeconds = majorUpdateEverySeconds
            self.majorReviewWorkingDays = majorReviewWorkingDays
            self.registers = registers
            self.requestModels = requestModels
        }

        private enum CodingKeys: String, CodingKey {
            case calendar, matrix, groups, registers
            case closeAfterWorkingDays = "close_after_working_days"
            case closeAfterNotices = "close_after_notices"
            case reopenWithinWorkingDays = "reopen_within_working_days"
            case lateEntrySeconds = "late_entry_s"
            case resumeAtExpectedEnd = "resume_at_expected_end"
            case majorCriteria = "major_criteria"
            case majorNoticeSeconds = "major_notice_s"
            case majorUpdateEverySeconds = "major_update_every_s"
            case majorReviewWorkingDays = "major_review_working_days"
            case requestModels = "request_models"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            calendar = try fields.decode(PolicyId.self, forKey: .calendar)
            matrix = try fields.decodeIfPresent(PolicyId.self, forKey: .matrix) ?? "matrix"
            closeAfterWorkingDays = try fields.decodeIfPresent(Int.self, forKey: .closeAfterWorkingDays) ?? 3
            closeAfterNotices = try fields.decodeIfPresent(Int.self, forKey: .closeAfterNotices) ?? 1
            reopenWithinWorkingDays = try fields.decodeIfPresent(Int.self, forKey: .reopenWithinWorkingDays) ?? 10
            lateEntrySeconds = try fields.decodeIfPresent(Int.self, forKey: .lateEntrySeconds) ?? 86400
            resumeAtExpectedEnd = try fields.decodeIfPresent(Bool.self, forKey: .resumeAtExpectedEnd) ?? true
            groups = try fields.decodeIfPresent([String: Group].self, forKey: .groups) ?? [:]
            majorCriteria = try fields.decodeIfPresent([MajorCriterion].self, forKey: .majorCriteria) ?? []
            majorNoticeSeconds = try fields.decodeIfPresent(Int.self, forKey: .majorNoticeSeconds) ?? 1800
            majorUpdateEverySeconds = try fields.decodeIfPresent(Int.self, forKey: .majorUpdateEverySeconds) ?? 3600
            majorReviewWorkingDays = try fields.decodeIfPresent(Int.self, forKey: .majorReviewWorkingDays) ?? 5
            registers = try fields.decodeIfPresent([Code].self, forKey: .registers) ?? []
            requestModels = try fields.decodeIfPresent([String: RequestModel].self, forKey: .requestModels) ?? [:]
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(calendar, forKey: .calendar)
            try fields.encode(matrix, forKey: .matrix)
            try fields.encode(closeAfterWorkingDays, forKey: .closeAfterWorkingDays)
            try fields.encode(closeAfterNotices, forKey: .closeAfterNotices)
            try fields.encode(reopenWithinWorkingDays, forKey: .reopenWithinWorkingDays)
            try fields.encode(lateEntrySeconds, forKey: .lateEntrySeconds)
            try fields.encode(resumeAtExpectedEnd, forKey: .resumeAtExpectedEnd)
            if !groups.isEmpty { try fields.encode(groups, forKey: .groups) }
            if !majorCriteria.isEmpty { try fields.encode(majorCriteria, forKey: .majorCriteria) }
            try fields.encode(majorNoticeSeconds, forKey: .majorNoticeSeconds)
            try fields.encode(majorUpdateEverySeconds, forKey: .majorUpdateEverySeconds)
            try fields.encode(majorReviewWorkingDays, forKey: .majorReviewWorkingDays)
            if !registers.isEmpty { try fields.encode(registers, forKey: .registers) }
            if !requestModels.isEmpty { try fields.encode(requestModels, forKey: .requestModels) }
        }
    }

    /// What makes a change an emergency.
    public struct EmergencyCriterion: Codable, Sendable, Equatable {
        /// In words.
        public var words: String
        /// Whether a major incident that still lasts must be named.
        public var majorIncident: Bool

        public init(words: String, majorIncident: Bool = false) {
            self.words = words
            self.majorIncident = majorIncident
        }

        private enum CodingKeys: String, CodingKey {
            case words
            case majorIncident = "major_incident"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            words = try fields.decode(String.self, forKey: .words)
            majorIncident = try fields.decodeIfPresent(Bool.self, forKey: .majorIncident) ?? false
        }
    }

    /// Emergency changes: criteria, who beside the ECAB authorises them, and the limits of what follows.
    public struct EmergencyRules: Codable, Sendable, Equatable {
        /// The criteria.
        public var criteria: [String: EmergencyCriterion]
        /// Who may authorise beside the members of the ECAB.
        public var dutyManagers: [PersonId]
        /// An authorisation by word of mouth is recorded within so many seconds.
        public var verbalRecordSeconds: Int
        /// An emergency that has not ended is taken to last so many seconds from now on, for those who plan beside it.
        public var presumedLengthSeconds: Int
        /// It is documented within so many business days of its end.
        public var documentedWithinWorkingDays: Int
        /// It is reviewed within so many business days of its end.
        public var reviewedWithinWorkingDays: Int
        /// What is assessed afterwards.
        public var assessments: [Assessment]

        /// What `criteria` is where nothing else is said.
        public static let criteriaByDefault: [String: EmergencyCriterion] = [
            "imminent_loss": EmergencyCriterion(words: "averts an imminent loss", majorIncident: false),
            "major_incident": EmergencyCriterion(words: "restores a major incident", majorIncident: true)
        ]

        /// What `assessments` is where nothing else is said.
        public static let assessmentsByDefault: [Assessment] = [
            .business,
            .technical,
            .feasibility,
            .cost,
            .availability,
            .continuity,
            .security,
            .capacity,
            .conflict
        ]

        public init(
            criteria: [String: EmergencyCriterion] = EmergencyRules.criteriaByDefault,
            dutyManagers: [PersonId] = [],
            verbalRecordSeconds: Int = 14400,
            presumedLengthSeconds: Int = 86400,
            documentedWithinWorkingDays: Int = 1,
            reviewedWithinWorkingDays: Int = 5,
            assessments: [Assessment] = EmergencyRules.assessmentsByDefault
        ) {
            self.criteria = criteria
            self.dutyManagers = dutyManagers
            self.verbalRecordSeconds = verbalRecordSeconds
            self.presumedLengthSeconds = presumedLengthSeconds
            self.documentedWithinWorkingDays = documentedWithinWorkingDays
            self.reviewedWithinWorkingDays = reviewedWithinWorkingDays
            self.assessments = assessments
        }

        private enum CodingKeys: String, CodingKey {
            case criteria, assessments
            case dutyManagers = "duty_managers"
            case verbalRecordSeconds = "verbal_record_s"
            case presumedLengthSeconds = "presumed_length_s"
            case documentedWithinWorkingDays = "documented_within_working_days"
            case reviewedWithinWorkingDays = "reviewed_within_working_days"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            criteria = try fields.decodeIfPresent([String: EmergencyCriterion].self, forKey: .criteria) ?? EmergencyRules.criteriaByDefault
            dutyManagers = try fields.decodeIfPresent([PersonId].self, forKey: .dutyManagers) ?? []
            verbalRecordSeconds = try fields.decodeIfPresent(Int.self, forKey: .verbalRecordSeconds) ?? 14400
            presumedLengthSeconds = try fields.decodeIfPresent(Int.self, forKey: .presumedLengthSeconds) ?? 86400
            documentedWithinWorkingDays = try fields.decodeIfPresent(Int.self, forKey: .documentedWithinWorkingDays) ?? 1
            reviewedWithinWorkingDays = try fields.decodeIfPresent(Int.self, forKey: .reviewedWithinWorkingDays) ?? 5
            assessments = try fields.decodeIfPresent([Assessment].self, forKey: .assessments) ?? EmergencyRules.assessmentsByDefault
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(criteria, forKey: .criteria)
            if !dutyManagers.isEmpty { try fields.encode(dutyManagers, forKey: .dutyManagers) }
            try fields.encode(verbalRecordSeconds, forKey: .verbalRecordSeconds)
            try fields.encode(presumedLengthSeconds, forKey: .presumedLengthSeconds)
            try fields.encode(documentedWithinWorkingDays, forKey: .documentedWithinWorkingDays)
            try fields.encode(reviewedWithinWorkingDays, forKey: .reviewedWithinWorkingDays)
            try fields.encode(assessments, forKey: .assessments)
        }
    }

    /// A warning or escalation at a point of the clock.
    public struct EscalationLevel: Codable, Sendable, Equatable {
        /// Its id, unique in the clause; the same id in another clause is the same level.
        public var id: LevelId
        /// When it is reached.
        public var at: LevelPoint
        /// What it asks for.
        public var kind: LevelKind
        /// Who is told.
        public var notify: [Told]

        public init(id: LevelId, at: LevelPoint, kind: LevelKind, notify: [Told] = []) {
            self.id = id
            self.at = at
            self.kind = kind
            self.notify = notify
        }

        private enum CodingKeys: String, CodingKey {
            case id, at, kind, notify
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            id = try fields.decode(LevelId.self, forKey: .id)
            at = try fields.decode(LevelPoint.self, forKey: .at)
            kind = try fields.decode(LevelKind.self, forKey: .kind)
            notify = try fields.decodeIfPresent([Told].self, forKey: .notify) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(id, forKey: .id)
            try fields.encode(at, forKey: .at)
            try fields.encode(kind, forKey: .kind)
            if !notify.isEmpty { try fields.encode(notify, forKey: .notify) }
        }
    }

    /// Which way a failure travels along a relation.
    public enum FailureDirection: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// The target fails, then the source suffers: `mail runs_on vm-1`.
        case targetToSource = "target_to_source"
        /// The source fails, then the target suffers: `feed-a provides rack-3`.
        case sourceToTarget = "source_to_target"
        /// Either way.
        case both
        /// Not at all.
        case none
    }

    /// A stretch of time in which nothing is to change.
    public struct Freeze: Codable, Sendable, Equatable {
        /// Its name.
        public var id: Code
        /// Its first instant.
        public var from: Date
        /// The first instant after it.
        public var until: Date
        /// What it is about.
        public var scope: ChangeScope
        /// How firmly it stands.
        public var firmness: Firmness
        /// Who may waive it for one change; nobody: nobody.
        public var waivableBy: [Role]

        public init(
            id: Code,
            from: Date,
            until: Date,
            scope: ChangeScope,
            firmness: Firmness,
            waivableBy: [Role] = []
        ) {
            self.id = id
            self.from = from
            self.until = until
            self.scope = scope
            self.firmness = firmness
            self.waivableBy = waivableBy
        }

        private enum CodingKeys: String, CodingKey {
            case id, from, until, scope, firmness
            case waivableBy = "waivable_by"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            id = try fields.decode(Code.self, forKey: .id)
            from = try fields.decode(Date.self, forKey: .from)
            until = try fields.decode(Date.self, forKey: .until)
            scope = try fields.decode(ChangeScope.self, forKey: .scope)
            firmness = try fields.decode(Firmness.self, forKey: .firmness)
            waivableBy = try fields.decodeIfPresent([Role].self, forKey: .waivableBy) ?? []
        }
    }

    /// A support group that the register knows.
    public struct Group: Codable, Sendable, Equatable {
        /// Whether work may be assigned to it.
        public var active: Bool
        /// The categories it is competent for; empty: all. `network` covers `network/vpn`.
        public var categories: [Code]
        /// Its members; empty: not registered, the actor's unit decides.
        public var members: [PersonId]

        public init(active: Bool, categories: [Code] = [], members: [PersonId] = []) {
            self.active = active
            self.categories = categories
            self.members = members
        }

        private enum CodingKeys: String, CodingKey {
            case active, categories, members
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            active = try fields.decode(Bool.self, forKey: .active)
            categories = try fields.decodeIfPresent([Code].self, forKey: .categories) ?? []
            members = try fields.decodeIfPresent([PersonId].self, forKey: .members) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(active, forKey: .active)
            if !categories.isEmpty { try fields.encode(categories, forKey: .categories) }
            if !members.isEmpty { try fields.encode(members, forKey: .members) }
        }
    }

    /// Which end of a list of levels is the highest.
    public enum Highest: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// The list descends: its first level weighs most.
        case first
        /// The list ascends: its last level weighs most.
        case last
    }

    /// A holiday, with what people call it or without.
    public enum HolidayOfCalendarDate: Codable, Sendable, Equatable {
        case on(CalendarDate)
        case named(date: CalendarDate, name: String? = nil)

        private enum CodingKeys: String, CodingKey {
            case date, name
        }

        public init(from decoder: any Decoder) throws {
            if let word = try? decoder.singleValueContainer().decode(CalendarDate.self) {
                self = .on(word)
                return
            }
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            self = .named(
                date: try fields.decode(CalendarDate.self, forKey: .date),
                name: try fields.decodeIfPresent(String.self, forKey: .name)
            )
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case let .on(word):
                var value = encoder.singleValueContainer()
                try value.encode(word)
            case let .named(date, name):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(date, forKey: .date)
                try fields.encodeIfPresent(name, forKey: .name)
            }
        }
    }

    /// A holiday, with what people call it or without.
    public enum HolidayOfMonthDay: Codable, Sendable, Equatable {
        case on(MonthDay)
        case named(date: MonthDay, name: String? = nil)

        private enum CodingKeys: String, CodingKey {
            case date, name
        }

        public init(from decoder: any Decoder) throws {
            if let word = try? decoder.singleValueContainer().decode(MonthDay.self) {
                self = .on(word)
                return
            }
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            self = .named(
                date: try fields.decode(MonthDay.self, forKey: .date),
                name: try fields.decodeIfPresent(String.self, forKey: .name)
            )
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case let .on(word):
                var value = encoder.singleValueContainer()
                try value.encode(word)
            case let .named(date, name):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(date, forKey: .date)
                try fields.encodeIfPresent(name, forKey: .name)
            }
        }
    }

    /// One level of a scale.
    public struct Level: Codable, Sendable, Equatable {
        /// Its number.
        public var level: Int
        /// What people read.
        public var label: LevelLabel

        public init(level: Int, label: LevelLabel) {
            self.level = level
            self.label = label
        }
    }

    /// What a level asks for when it is reached.
    public enum LevelKind: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Somebody is warned.
        case warning
        /// The work goes to the next line of support.
        case functional
        /// The line of management is told.
        case hierarchical
    }

    /// A label that stands in a document, in both languages.
    public struct LevelLabel: Codable, Sendable, Equatable {
        /// English.
        public var en: String
        /// Simplified Chinese.
        public var zh: String

        public init(en: String, zh: String) {
            self.en = en
            self.zh = zh
        }
    }

    /// When a level is reached.
    public enum LevelPoint: Codable, Sendable, Equatable {
        /// When that share of the target is consumed, rounded up; above 100 it lies after the target.
        case percent(Int)
        /// When so many seconds of the measure more (negative: less) than the target are consumed.
        case workingSeconds(Int)
        /// So many elapsed seconds after (negative: before) the due instant.
        case elapsedSeconds(Int)

        private enum CodingKeys: String, CodingKey {
            case percent
            case workingSeconds = "working_s"
            case elapsedSeconds = "elapsed_s"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let key = fields.allKeys.first else { throw strange("{}", fields.codingPath) }
            switch key {
            case .percent: self = .percent(try fields.decode(Int.self, forKey: .percent))
            case .workingSeconds: self = .workingSeconds(try fields.decode(Int.self, forKey: .workingSeconds))
            case .elapsedSeconds: self = .elapsedSeconds(try fields.decode(Int.self, forKey: .elapsedSeconds))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case let .percent(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .percent)
            case let .workingSeconds(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .workingSeconds)
            case let .elapsedSeconds(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .elapsedSeconds)
            }
        }
    }

    /// The hours in which items or services may be changed.
    public struct MaintenanceWindow: Codable, Sendable, Equatable {
        /// Its name.
        public var id: Code
        /// The calendar whose open hours it is.
        public var calendar: PolicyId
        /// What it is about.
        public var scope: ChangeScope
        /// How firmly it stands.
        public var firmness: Firmness
        /// Who may waive it for one change; nobody: nobody.
        public var waivableBy: [Role]

        public init(id: Code, calendar: PolicyId, scope: ChangeScope, firmness: Firmness, waivableBy: [Role] = []) {
            self.id = id
            self.calendar = calendar
            self.scope = scope
            self.firmness = firmness
            self.waivableBy = waivableBy
        }

        private enum CodingKeys: String, CodingKey {
            case id, calendar, scope, firmness
            case waivableBy = "waivable_by"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            id = try fields.decode(Code.self, forKey: .id)
            calendar = try fields.decode(PolicyId.self, forKey: .calendar)
            scope = try fields.decode(ChangeScope.self, forKey: .scope)
            firmness = try fields.decode(Firmness.self, forKey: .firmness)
            waivableBy = try fields.decodeIfPresent([Role].self, forKey: .waivableBy) ?? []
        }
    }

    /// One criterion of a major incident; every list that is not empty must be met.
    public struct MajorCriterion: Codable, Sendable, Equatable {
        /// Its name.
        public var id: Code
        /// Impacts, as the matrix numbers them.
        public var impacts: [Int]
        /// Priorities, as the matrix numbers them.
        public var priorities: [Int]
        /// Affected services.
        public var services: [ServiceId]
        /// Whether it must be a security incident.
        public var security: Bool

        public init(
            id: Code,
            impacts: [Int] = [],
            priorities: [Int] = [],
            services: [ServiceId] = [],
            security: Bool = false
        ) {
            self.id = id
            self.impacts = impacts
            self.priorities = priorities
            self.services = services
            self.security = security
        }

        private enum CodingKeys: String, CodingKey {
            case id, impacts, priorities, services, security
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            id = try fields.decode(Code.self, forKey: .id)
            impacts = try fields.decodeIfPresent([Int].self, forKey: .impacts) ?? []
            priorities = try fields.decodeIfPresent([Int].self, forKey: .priorities) ?? []
            services = try fields.decodeIfPresent([ServiceId].self, forKey: .services) ?? []
            security = try fields.decodeIfPresent(Bool.self, forKey: .security) ?? false
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(id, forKey: .id)
            if !impacts.isEmpty { try fields.encode(impacts, forKey: .impacts) }
            if !priorities.isEmpty { try fields.encode(priorities, forKey: .priorities) }
            if !services.isEmpty { try fields.encode(services, forKey: .services) }
            try fields.encode(security, forKey: .security)
        }
    }

    /// An impact x urgency matrix as it is written down. 优先级矩阵
    ///
    /// The document carries no id, version or date: the policy record around it does (DECISIONS 4).
    public struct MatrixDocument: Codable, Sendable, Equatable {
        /// What people call it.
        public var name: String
        /// The rows.
        public var impact: Scale
        /// The columns.
        public var urgency: Scale
        /// What the cells may hold.
        public var priority: Scale
        /// Levels of the priority scale that no cell may hold: only an override reaches them (GLPI's Major).
        public var outside: [Int]
        /// What a `null` cell means.
        public var missing: Missing
        /// One list per impact level, in the order of the scale; in it one priority level, or `null`, per urgency level.
        public var cells: [[Int?]]

        public init(
            name: String,
            impact: Scale,
            urgency: Scale,
            priority: Scale,
            cells: [[Int?]],
            outside: [Int] = [],
            missing: Missing = .refuse
        ) {
            self.name = name
            self.impact = impact
            self.urgency = urgency
            self.priority = priority
            self.outside = outside
            self.missing = missing
            self.cells = cells
        }

        private enum CodingKeys: String, CodingKey {
            case name, impact, urgency, priority, outside, missing, cells
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            name = try fields.decode(String.self, forKey: .name)
            impact = try fields.decode(Scale.self, forKey: .impact)
            urgency = try fields.decode(Scale.self, forKey: .urgency)
            priority = try fields.decode(Scale.self, forKey: .priority)
            outside = try fields.decodeIfPresent([Int].self, forKey: .outside) ?? []
            missing = try fields.decodeIfPresent(Missing.self, forKey: .missing) ?? .refuse
            cells = try fields.decode([[Int?]].self, forKey: .cells)
        }
    }

    /// What a cell without a priority means.
    public enum Missing: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// There is no priority: the question is refused.
        case refuse
        /// The mean of the two level numbers, a half rounded up: `(impact + urgency + 1) / 2` without its fraction.
        case meanRounded = "mean_rounded"
    }

    /// Whether a breached clock can be paused.
    public enum PauseAfterBreachPolicy: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// It pauses like any other.
        case pause
        /// It keeps running: overrun accumulates.
        case keepRunning = "keep_running"
    }

    /// A policy and all its versions.
    public struct Policy: Codable, Sendable, Equatable {
        /// What every record has.
        public var envelope: Envelope
        /// The versions, in order.
        public var versions: [Publish]

        public init(envelope: Envelope, versions: [Publish]) {
            self.envelope = envelope
            self.versions = versions
        }
    }

    /// What a policy says.
    public enum PolicyDocument: Codable, Sendable, Equatable {
        /// A business calendar.
        case calendar(CalendarDocument)
        /// A priority matrix.
        case matrix(MatrixDocument)
        /// A service level agreement.
        case agreement(SlaPolicy)
        /// The rules of the desk.
        case desk(DeskRules)
        /// The rules of problem management.
        case problem(ProblemRules)
        /// The rules of configuration management.
        case configuration(ConfigurationRules)
        /// The rules of change management.
        case change(ChangeRules)
        /// The rules of release and deployment.
        case release(ReleaseRules)
        /// How long records are kept.
        case retention(RetentionRules)

        private enum CodingKeys: String, CodingKey {
            case calendar, matrix, agreement, desk, problem, configuration, change, release, retention
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let key = fields.allKeys.first else { throw strange("{}", fields.codingPath) }
            switch key {
            case .calendar: self = .calendar(try fields.decode(CalendarDocument.self, forKey: .calendar))
            case .matrix: self = .matrix(try fields.decode(MatrixDocument.self, forKey: .matrix))
            case .agreement: self = .agreement(try fields.decode(SlaPolicy.self, forKey: .agreement))
            case .desk: self = .desk(try fields.decode(DeskRules.self, forKey: .desk))
            case .problem: self = .problem(try fields.decode(ProblemRules.self, forKey: .problem))
            case .configuration: self = .configuration(try fields.decode(ConfigurationRules.self, forKey: .configuration))
            case .change: self = .change(try fields.decode(ChangeRules.self, forKey: .change))
            case .release: self = .release(try fields.decode(ReleaseRules.self, forKey: .release))
            case .retention: self = .retention(try fields.decode(RetentionRules.self, forKey: .retention))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case let .calendar(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .calendar)
            case let .matrix(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .matrix)
            case let .agreement(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .agreement)
            case let .desk(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .desk)
            case let .problem(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .problem)
            case let .configuration(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .configuration)
            case let .change(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .change)
            case let .release(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .release)
            case let .retention(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .retention)
            }
        }
    }

    /// Publishes a policy, or a new version of it.
    public struct PolicyPublishBody: Codable, Sendable, Equatable {
        /// The version, greater than the last.
        public var version: Int
        /// From when it holds.
        public var effectiveFrom: Date
        /// What it says.
        public var document: PolicyDocument

        public init(version: Int, effectiveFrom: Date, document: PolicyDocument) {
            self.version = version
            self.effectiveFrom = effectiveFrom
            self.document = document
        }

        private enum CodingKeys: String, CodingKey {
            case version, document
            case effectiveFrom = "effective_from"
        }
    }

    /// Publishes a policy, or a new version of it.
    public struct PolicyPublishedBody: Codable, Sendable, Equatable {
        /// The version, greater than the last.
        public var version: Int
        /// From when it holds.
        public var effectiveFrom: Date
        /// What it says.
        public var document: PolicyDocument

        public init(version: Int, effectiveFrom: Date, document: PolicyDocument) {
            self.version = version
            self.effectiveFrom = effectiveFrom
            self.document = document
        }

        private enum CodingKeys: String, CodingKey {
            case version, document
            case effectiveFrom = "effective_from"
        }
    }

    /// Publishes a further version.
    public typealias PolicyReviseBody = Publish

    /// The rules of problem management, as a document.
    public struct ProblemRules: Codable, Sendable, Equatable {
        /// The calendar whose business days its limits are counted in.
        public var calendar: PolicyId
        /// The root cause is found within so many business days of the classification: one limit for each priority, the highest first.
        public var rootCauseWorkingDays: [Int]
        /// The problem manager confirms the root cause of problems up to this priority; 0: of none.
        public var confirmCauseUpToPriority: Int
        /// A fix is observed for so many days of 24 hours.
        public var observeDays: Int
        /// So many incidents with one configuration item, or with one category and symptom, are a problem candidate.
        public var recurringIncidents: Int
        /// They count when they lie within so many days of 24 hours.
        public var recurringWithinDays: Int
        /// A capacity or availability trend is a candidate when it crosses its limit within so many days of 24 hours.
        public var trendWithinDays: Int
        /// The incidents are analysed for trends every so many days.
        public var trendAnalysisEveryDays: Int
        /// Whether the resolution was effective is reviewed so many days of 24 hours after the closure.
        public var effectivenessReviewAfterDays: Int
        /// Processes whose records must exist when a problem names them: `incident`. Changes, releases and known errors always must.
        public var registers: [Code]

        public init(
            calendar: PolicyId,
            rootCauseWorkingDays: [Int] = [5, 10, 20, 40],
            confirmCauseUpToPriority: Int = 2,
            observeDays: Int = 30,
            recurringIncidents: Int = 3,
            recurringWithinDays: Int = 30,
            trendWithinDays: Int = 90,
            trendAnalysisEveryDays: Int = 31,
            effectivenessReviewAfterDays: Int = 92,
            registers: [Code] = []
        ) {
            self.calendar = calendar
            self.rootCauseWorkingDays = rootCauseWorkingDays
            self.confirmCauseUpToPriority = confirmCauseUpToPriority
            self.observeDays = observeDays
            self.recurringIncidents = recurringIncidents
            self.recurringWithinDays = recurringWithinDays
            self.trendWithinDays = trendWithinDays
            self.trendAnalysisEveryDays = trendAnalysisEveryDays
            self.effectivenessReviewAfterDays = effectivenessReviewAfterDays
            self.registers = registers
        }

        private enum CodingKeys: String, CodingKey {
            case calendar, registers
            case rootCauseWorkingDays = "root_cause_working_days"
            case confirmCauseUpToPriority = "confirm_cause_up_to_priority"
            case observeDays = "observe_days"
            case recurringIncidents = "recurring_incidents"
            case recurringWithinDays = "recurring_within_days"
            case trendWithinDays = "trend_within_days"
            case trendAnalysisEveryDays = "trend_analysis_every_days"
            case effectivenessReviewAfterDays = "effectiveness_review_after_days"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            calendar = try fields.decode(PolicyId.self, forKey: .calendar)
            rootCauseWorkingDays = try fields.decodeIfPresent([Int].self, forKey: .rootCauseWorkingDays) ?? [5, 10, 20, 40]
            confirmCauseUpToPriority = try fields.decodeIfPresent(Int.self, forKey: .confirmCauseUpToPriority) ?? 2
            observeDays = try fields.decodeIfPresent(Int.self, forKey: .observeDays) ?? 30
            recurringIncidents = try fields.decodeIfPresent(Int.self, forKey: .recurringIncidents) ?? 3
            recurringWithinDays = try fields.decodeIfPresent(Int.self, forKey: .recurringWithinDays) ?? 30
            trendWithinDays = try fields.decodeIfPresent(Int.self, forKey: .trendWithinDays) ?? 90
            trendAnalysisEveryDays = try fields.decodeIfPresent(Int.self, forKey: .trendAnalysisEveryDays) ?? 31
            effectivenessReviewAfterDays = try fields.decodeIfPresent(Int.self, forKey: .effectivenessReviewAfterDays) ?? 92
            registers = try fields.decodeIfPresent([Code].self, forKey: .registers) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(calendar, forKey: .calendar)
            try fields.encode(rootCauseWorkingDays, forKey: .rootCauseWorkingDays)
            try fields.encode(confirmCauseUpToPriority, forKey: .confirmCauseUpToPriority)
            try fields.encode(observeDays, forKey: .observeDays)
            try fields.encode(recurringIncidents, forKey: .recurringIncidents)
            try fields.encode(recurringWithinDays, forKey: .recurringWithinDays)
            try fields.encode(trendWithinDays, forKey: .trendWithinDays)
            try fields.encode(trendAnalysisEveryDays, forKey: .trendAnalysisEveryDays)
            try fields.encode(effectivenessReviewAfterDays, forKey: .effectivenessReviewAfterDays)
            if !registers.isEmpty { try fields.encode(registers, forKey: .registers) }
        }
    }

    /// A product whose clock behaviour has a name here.
    public enum Profile: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Combodo iTop.
        case itop
        /// GLPI.
        case glpi
        /// Znuny and the OTRS family.
        case znuny
        /// Zammad.
        case zammad
        /// osTicket.
        case osticket
        /// Request Tracker.
        case rt
        /// Frappe Helpdesk.
        case frappe
        /// ServiceNow.
        case servicenow
        /// Jira Service Management.
        case jira
    }

    /// Publishes a policy, or a new version of it.
    public struct Publish: Codable, Sendable, Equatable {
        /// The version, greater than the last.
        public var version: Int
        /// From when it holds.
        public var effectiveFrom: Date
        /// What it says.
        public var document: PolicyDocument

        public init(version: Int, effectiveFrom: Date, document: PolicyDocument) {
            self.version = version
            self.effectiveFrom = effectiveFrom
            self.document = document
        }

        private enum CodingKeys: String, CodingKey {
            case version, document
            case effectiveFrom = "effective_from"
        }
    }

    /// What a relation of that kind means for failures. 关系类型
    public struct RelationKind: Codable, Sendable, Equatable {
        /// Which way a failure travels.
        public var failure: FailureDirection
        /// How hard it hits, unless the relation itself says otherwise.
        public var strength: Strength

        public init(failure: FailureDirection, strength: Strength) {
            self.failure = failure
            self.strength = strength
        }
    }

    /// The rules of release and deployment, as a document. Numbers are presets of spec 3.25, never requirements of the standard.
    public struct ReleaseRules: Codable, Sendable, Equatable {
        /// The calendar whose business days its limits are counted in.
        public var calendar: PolicyId
        /// How the parties agree to a plan.
        public var planApproval: ApprovalRule
        /// The parties: customer and operations, not the release manager alone.
        public var planVoters: [Voter]
        /// The environments that serve: nothing is tested there alone.
        public var liveEnvironments: [Code]
        /// The controlled environments for tests; empty: every one that does not serve.
        public var testEnvironments: [Code]
        /// A deployed release is observed for so many days.
        public var observeDays: Int
        /// An emergency release is accepted within so many business days of its deployment.
        public var emergencyAcceptanceWorkingDays: Int

        public init(
            calendar: PolicyId,
            planApproval: ApprovalRule,
            planVoters: [Voter],
            liveEnvironments: [Code],
            testEnvironments: [Code] = [],
            observeDays: Int = 14,
            emergencyAcceptanceWorkingDays: Int = 1
        ) {
            self.calendar = calendar
            self.planApproval = planApproval
            self.planVoters = planVoters
            self.liveEnvironments = liveEnvironments
            self.testEnvironments = testEnvironments
            self.observeDays = observeDays
            self.emergencyAcceptanceWorkingDays = emergencyAcceptanceWorkingDays
        }

        private enum CodingKeys: String, CodingKey {
            case calendar
            case planApproval = "plan_approval"
            case planVoters = "plan_voters"
            case liveEnvironments = "live_environments"
            case testEnvironments = "test_environments"
            case observeDays = "observe_days"
            case emergencyAcceptanceWorkingDays = "emergency_acceptance_working_days"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            calendar = try fields.decode(PolicyId.self, forKey: .calendar)
            planApproval = try fields.decode(ApprovalRule.self, forKey: .planApproval)
            planVoters = try fields.decode([Voter].self, forKey: .planVoters)
            liveEnvironments = try fields.decode([Code].self, forKey: .liveEnvironments)
            testEnvironments = try fields.decodeIfPresent([Code].self, forKey: .testEnvironments) ?? []
            observeDays = try fields.decodeIfPresent(Int.self, forKey: .observeDays) ?? 14
            emergencyAcceptanceWorkingDays = try fields.decodeIfPresent(Int.self, forKey: .emergencyAcceptanceWorkingDays) ?? 1
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(calendar, forKey: .calendar)
            try fields.encode(planApproval, forKey: .planApproval)
            try fields.encode(planVoters, forKey: .planVoters)
            try fields.encode(liveEnvironments, forKey: .liveEnvironments)
            if !testEnvironments.isEmpty { try fields.encode(testEnvironments, forKey: .testEnvironments) }
            try fields.encode(observeDays, forKey: .observeDays)
            try fields.encode(emergencyAcceptanceWorkingDays, forKey: .emergencyAcceptanceWorkingDays)
        }
    }

    /// What reopening does with a stopped clock.
    public enum ReopenPolicy: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Runs on; the time between resolution and reopening does not count.
        case continueExcludingResolved = "continue_excluding_resolved"
        /// Runs on; the time between resolution and reopening counts.
        case continueIncludingResolved = "continue_including_resolved"
        /// A new cycle with its own result.
        case newCycle = "new_cycle"
        /// Everything from the beginning, in the same cycle: a breach that was recorded stays.
        case restartFull = "restart_full"
        /// Stays stopped.
        case never
    }

    /// A service request that is defined beforehand (spec 3.21).
    public struct RequestModel: Codable, Sendable, Equatable {
        /// What is asked for, in words.
        public var item: String
        /// Roles whose holders are entitled to it; empty: everybody.
        public var entitled: [Role]
        /// How it is approved; absent: no approval is needed.
        public var approval: ApprovalRule?
        /// Who approves.
        public var approvers: [Voter]
        /// The instructions for those who fulfil it.
        public var instructions: Instructions?
        /// What has to be done, in order.
        public var tasks: [Code]
        /// The inputs that must be given.
        public var inputs: [Code]
        /// Whether it grants privileged access: then a security approval is needed, it ends, and who grants it has not approved it.
        public var privileged: Bool
        /// The standard change model under which it alters configuration items; absent: it alters none.
        public var standardChange: Code?

        public init(
            item: String,
            entitled: [Role] = [],
            approval: ApprovalRule? = nil,
            approvers: [Voter] = [],
            instructions: Instructions? = nil,
            tasks: [Code] = [],
            inputs: [Code] = [],
            privileged: Bool = false,
            standardChange: Code? = nil
        ) {
            self.item = item
            self.entitled = entitled
            self.approval = approval
            self.approvers = approvers
            self.instructions = instructions
            self.tasks = tasks
            self.inputs = inputs
            self.privileged = privileged
            self.standardChange = standardChange
        }

        private enum CodingKeys: String, CodingKey {
            case item, entitled, approval, approvers, instructions, tasks, inputs, privileged
            case standardChange = "standard_change"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            item = try fields.decode(String.self, forKey: .item)
            entitled = try fields.decodeIfPresent([Role].self, forKey: .entitled) ?? []
            approval = try fields.decodeIfPresent(ApprovalRule.self, forKey: .approval)
            approvers = try fields.decodeIfPresent([Voter].self, forKey: .approvers) ?? []
            instructions = try fields.decodeIfPresent(Instructions.self, forKey: .instructions)
            tasks = try fields.decodeIfPresent([Code].self, forKey: .tasks) ?? []
            inputs = try fields.decodeIfPresent([Code].self, forKey: .inputs) ?? []
            privileged = try fields.decodeIfPresent(Bool.self, forKey: .privileged) ?? false
            standardChange = try fields.decodeIfPresent(Code.self, forKey: .standardChange)
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(item, forKey: .item)
            if !entitled.isEmpty { try fields.encode(entitled, forKey: .entitled) }
            try fields.encodeIfPresent(approval, forKey: .approval)
            if !approvers.isEmpty { try fields.encode(approvers, forKey: .approvers) }
            try fields.encodeIfPresent(instructions, forKey: .instructions)
            if !tasks.isEmpty { try fields.encode(tasks, forKey: .tasks) }
            if !inputs.isEmpty { try fields.encode(inputs, forKey: .inputs) }
            try fields.encode(privileged, forKey: .privileged)
            try fields.encodeIfPresent(standardChange, forKey: .standardChange)
        }
    }

    /// What a changed target does with the time that was consumed before.
    public enum RetargetPolicy: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Kept, segment by segment, as counted.
        case carryElapsed = "carry_elapsed"
        /// Every segment is measured again under the new measure.
        case recomputeFromStart = "recompute_from_start"
        /// Nothing is kept: the original start becomes now.
        case restartNow = "restart_now"
        /// The consumed share of the old target is carried over.
        case carryFraction = "carry_fraction"
        /// As `carry_elapsed`, but only if it is due earlier than before.
        case stricterOf = "stricter_of"
    }

    /// What a retention period is counted from. Whatever it is, only a closed record is disposed of.
    public enum RetentionBegins: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// The end of the record: the latest event of a record that is closed.
        case closed
        /// When it was recorded.
        case created
        /// When it occurred.
        case occurred
    }

    /// A class of records that are kept alike.
    public struct RetentionClass: Codable, Sendable, Equatable {
        /// What the period is counted from.
        public var begins: RetentionBegins
        /// How long it is.
        public var keep: RetentionPeriod

        public init(keep: RetentionPeriod, begins: RetentionBegins = .closed) {
            self.begins = begins
            self.keep = keep
        }

        private enum CodingKeys: String, CodingKey {
            case begins, keep
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            begins = try fields.decodeIfPresent(RetentionBegins.self, forKey: .begins) ?? .closed
            keep = try fields.decode(RetentionPeriod.self, forKey: .keep)
        }
    }

    /// How long.
    public enum RetentionPeriod: Codable, Sendable, Equatable {
        /// So many days of 24 hours.
        case days(Int)
        /// So many calendar years in UTC.
        case years(Int)

        private enum CodingKeys: String, CodingKey {
            case days, years
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            guard let key = fields.allKeys.first else { throw strange("{}", fields.codingPath) }
            switch key {
            case .days: self = .days(try fields.decode(Int.self, forKey: .days))
            case .years: self = .years(try fields.decode(Int.self, forKey: .years))
            }
        }

        public func encode(to encoder: any Encoder) throws {
            switch self {
            case let .days(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .days)
            case let .years(value):
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(value, forKey: .years)
            }
        }
    }

    /// The rules of retention, as a document.
    public struct RetentionRules: Codable, Sendable, Equatable {
        /// The classes.
        public var classes: [String: RetentionClass]
        /// Which class the records of a process are of, where a record does not say itself.
        public var records: [String: Code]
        /// Whether personal values under a legal hold stay, although their erasure is asked for.
        public var holdBlocksErasure: Bool

        public init(classes: [String: RetentionClass], records: [String: Code] = [:], holdBlocksErasure: Bool = true) {
            self.classes = classes
            self.records = records
            self.holdBlocksErasure = holdBlocksErasure
        }

        private enum CodingKeys: String, CodingKey {
            case classes, records
            case holdBlocksErasure = "hold_blocks_erasure"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            classes = try fields.decode([String: RetentionClass].self, forKey: .classes)
            records = try fields.decodeIfPresent([String: Code].self, forKey: .records) ?? [:]
            holdBlocksErasure = try fields.decodeIfPresent(Bool.self, forKey: .holdBlocksErasure) ?? true
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(classes, forKey: .classes)
            if !records.isEmpty { try fields.encode(records, forKey: .records) }
            try fields.encode(holdBlocksErasure, forKey: .holdBlocksErasure)
        }
    }

    /// How a risk score is made of its parts, and which category it proposes.
    public struct RiskRules: Codable, Sendable, Equatable {
        /// Points when the back-out was not tested.
        public var untestedBackOut: Int
        /// Points when the graph reaches a critical service.
        public var criticalService: Int
        /// Up to this total it is minor.
        public var minorUpTo: Int
        /// Up to this total it is significant, above it major.
        public var significantUpTo: Int
        /// Services that make every change of them major.
        public var majorServices: [ServiceId]

        public init(
            untestedBackOut: Int = 2,
            criticalService: Int = 2,
            minorUpTo: Int = 5,
            significantUpTo: Int = 14,
            majorServices: [ServiceId] = []
        ) {
            self.untestedBackOut = untestedBackOut
            self.criticalService = criticalService
            self.minorUpTo = minorUpTo
            self.significantUpTo = significantUpTo
            self.majorServices = majorServices
        }

        private enum CodingKeys: String, CodingKey {
            case untestedBackOut = "untested_back_out"
            case criticalService = "critical_service"
            case minorUpTo = "minor_up_to"
            case significantUpTo = "significant_up_to"
            case majorServices = "major_services"
        }

        public init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            untestedBackOut = try fields.decodeIfPresent(Int.self, forKey: .untestedBackOut) ?? 2
            criticalService = try fields.decodeIfPresent(Int.self, forKey: .criticalService) ?? 2
            minorUpTo = try fields.decodeIfPresent(Int.self, forKey: .minorUpTo) ?? 5
            significantUpTo = try fields.decodeIfPresent(Int.self, forKey: .significantUpTo) ?? 14
            majorServices = try fields.decodeIfPresent([ServiceId].self, forKey: .majorServices) ?? []
        }

        public func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode(untestedBackOut, forKey: .untestedBackOut)
            try fields.encode(criticalService, forKey: .criticalService)
            try fields.encode(minorUpTo, forKey: .minorUpTo)
            try fields.encode(significantUpTo, forKey: .significantUpTo)
            if !majorServices.isEmpty { try fields.encode(majorServices, forKey: .majorServices) }
        }
    }

    /// Levels in order, and which end of the order weighs most.
    ///
    /// The numbers are names: `1` may be the highest level or the lowest, and only the order of the list counts.
    public struct Scale: Codable, Sendable, Equatable {
        /// Which end of `levels` is the highest.
        public var highest: Highest
        /// 1 to 16 levels, each number once.
        public var levels: [Level]

        public init(highest: Highest, levels: [Level]) {
            self.highest = highest
            self.levels = levels
        }
    }

    /// How one clause is chosen among those that match.
    public enum SelectionMode: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// The first in the order of agreements and clauses.
        case precedence
        /// The one that is due first.
        case strictest
    }

    /// One agreement: its clauses, and what they have in common.
    public struct SlaPolicy: Codable, Sendable, Equatable {
        /// What people call it.
        public var name: String
        /// The customer it was made with; it matches no other customer's tickets. Absent: anybody's.
        public var customer: CustomerId?
        /// Its place among the agreements: lower goes first; equal ones go by id.
        public var precedence: Int
        /// How a clause is chosen.
        public var selection: SelectionMode
        /// The product whose clock policies its clauses follow where they state none.
        public var profile: Profile?
        /// Clock policies for all clauses; they go before the profile.
        public var terms: TermsStated?
        /// The clauses, in order of precedence.
        public var clauses: [Clause]

        public init(
            name: String,
            precedence: Int,
            selection: SelectionMode,
            clauses: [Clause],
            customer: CustomerId? = nil,
            profile: Profile? = nil,
            terms: TermsStated? = nil
        ) {
            self.name = name
            self.customer = customer
            self.precedence = precedence
            self.selection = selection
            self.profile = profile
            self.terms = terms
            self.clauses = clauses
        }
    }

    /// What stops a response clock.
    public enum StopsOn: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Somebody acknowledged the ticket.
        case acknowledged
        /// Somebody answered the customer.
        case responded
        /// Somebody was assigned.
        case assigned
    }

    /// The policies that a clause, an agreement or a profile states; what it leaves open is absent.
    public struct TermsStated: Codable, Sendable, Equatable {
        /// See `RetargetPolicy`.
        public var retarget: RetargetPolicy?
        /// See `ReopenPolicy`.
        public var reopen: ReopenPolicy?
        /// See `Boundary`.
        public var boundary: Boundary?
        /// See `PauseAfterBreachPolicy`.
        public var pauseAfterBreach: PauseAfterBreachPolicy?

        public init(
            retarget: RetargetPolicy? = nil,
            reopen: ReopenPolicy? = nil,
            boundary: Boundary? = nil,
            pauseAfterBreach: PauseAfterBreachPolicy? = nil
        ) {
            self.retarget = retarget
            self.reopen = reopen
            self.boundary = boundary
            self.pauseAfterBreach = pauseAfterBreach
        }

        private enum CodingKeys: String, CodingKey {
            case retarget, reopen, boundary
            case pauseAfterBreach = "pause_after_breach"
        }
    }

    /// Who is told of a level: a role's code, `requester` or `assignee`.
    public enum Told: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Top management
        case tm
        /// Management representative
        case mr
        /// Process owner
        case po
        /// Quality manager
        case qm
        /// Document controller
        case doc
        /// Lead auditor
        case la
        /// Auditor
        case au
        /// Service owner
        case so
        /// Service level manager
        case slm
        /// Relationship manager
        case brm
        /// Supplier manager
        case supm
        /// Service desk
        case sd
        /// First line
        case l1
        /// Second line
        case l2
        /// Third line
        case l3
        /// Incident manager
        case incm
        /// Major incident manager
        case mim
        /// Problem manager
        case prbm
        /// Configuration manager
        case cfgm
        /// Change manager
        case chgm
        /// Change advisory board
        case cab
        /// Emergency change advisory board
        case ecab
        /// Release manager
        case relm
        /// Availability manager
        case avm
        /// Continuity manager
        case conm
        /// Capacity manager
        case capm
        /// Security manager
        case secm
        /// Finance
        case fin
        /// People
        case hr
        /// Customer representative
        case cust
        /// User
        case user
        /// Supplier contact
        case sup
        /// Monitoring
        case monitoring
        /// System
        case system
        /// Notice gateway
        case gateway
        /// Whoever raised the ticket.
        case requester
        /// The group that has the ticket.
        case assignee
    }

    /// A day of the week.
    public enum Weekday: String, Codable, Sendable, CaseIterable, CodingKeyRepresentable {
        /// Monday.
        case mon
        /// Tuesday.
        case tue
        /// Wednesday.
        case wed
        /// Thursday.
        case thu
        /// Friday.
        case fri
        /// Saturday.
        case sat
        /// Sunday.
        case sun
    }

    /// Opening and closing time; a window whose close is not after its open ends on the next date.
    public struct Window: Codable, Sendable, Equatable {
        public var opens: TimeOfDay
        public var closes: TimeOfDay

        public init(opens: TimeOfDay, closes: TimeOfDay) {
            self.opens = opens
            self.closes = closes
        }

        public init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            opens = try list.decode(TimeOfDay.self)
            closes = try list.decode(TimeOfDay.self)
        }

        public func encode(to encoder: any Encoder) throws {
            var list = encoder.unkeyedContainer()
            try list.encode(opens)
            try list.encode(closes)
        }
    }
}
