// swift-tools-version: 6.0
import PackageDescription

// Small programs over the library. `scripts/swift` builds it, them, and compares what they say with the texts beside this.
let package = Package(
    name: "ITSMExamples",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "ITSM", path: "../../bindings-swift")],
    targets: [
        .executableTarget(name: "DeskThatLasts", dependencies: [.product(name: "ITSM", package: "ITSM")], path: "DeskThatLasts"),
        .executableTarget(name: "DueTime", dependencies: [.product(name: "ITSM", package: "ITSM")], path: "DueTime"),
        .executableTarget(name: "GoLive", dependencies: [.product(name: "ITSM", package: "ITSM")], path: "GoLive"),
        .executableTarget(
            name: "TicketBesideTable", dependencies: [.product(name: "ITSM", package: "ITSM"), "CSQLite"], path: "TicketBesideTable"),
        .systemLibrary(name: "CSQLite", path: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    ],
    swiftLanguageModes: [.v6]
)
