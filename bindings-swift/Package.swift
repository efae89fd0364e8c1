// swift-tools-version: 6.0
import Foundation
import PackageDescription

// The Rust library comes as a framework that `scripts/xcframework` has built, or is linked from where the build is told it lies:
// `-Xlinker -L<folder>`, as `scripts/swift` does.
let framework = "ITSMFFI.xcframework"
let built = FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/\(framework)")

let package = Package(
    name: "ITSM",
    platforms: [.macOS(.v13), .iOS(.v16)],
    products: [.library(name: "ITSM", targets: ["ITSM"])],
    targets: [
        built ? .binaryTarget(name: "ITSMFFI", path: framework) : .systemLibrary(name: "ITSMFFI"),
        .target(name: "ITSMBinding", dependencies: ["ITSMFFI"]),
        .target(name: "ITSM", dependencies: ["ITSMBinding"]),
        .testTarget(name: "ITSMTests", dependencies: ["ITSM"]),
    ],
    swiftLanguageModes: [.v6]
)
