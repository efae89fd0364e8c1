// swift-tools-version: 6.0
import Foundation
import PackageDescription

// The Rust library comes as a framework that `scripts/xcframework` has built, or is linked from where the build is told it lies:
// `-Xlinker -L<folder>`, as `scripts/swift` does.
let framework = "ITSMFFI.xcframework"
let built = FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/\(framework)")

// The SQLite of the machine: on Apple's it is a module of the system. The name is ours, for a host may have a `CSQLite` of its own.
let sqlite = Target.Dependency.target(name: "ITSMSQLite", condition: .when(platforms: [.linux]))

let package = Package(
    name: "ITSM",
    platforms: [.macOS(.v13), .iOS(.v16)],
    products: [.library(name: "ITSM", targets: ["ITSM"])],
    targets: [
        built ? .binaryTarget(name: "ITSMFFI", path: framework) : .systemLibrary(name: "ITSMFFI"),
        .target(name: "ITSMBinding", dependencies: ["ITSMFFI"]),
        .systemLibrary(name: "ITSMSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .target(name: "ITSM", dependencies: ["ITSMBinding", sqlite]),
        .executableTarget(name: "Writer", dependencies: ["ITSM"], path: "Tests/Writer"),
        .testTarget(name: "ITSMTests", dependencies: ["ITSM", sqlite]),
    ],
    swiftLanguageModes: [.v6]
)
