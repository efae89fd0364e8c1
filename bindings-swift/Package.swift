// swift-tools-version: 6.0
import PackageDescription

// The Rust library is linked from where the build is told it lies: `-Xlinker -L<folder>`; `scripts/swift` does.
let package = Package(
    name: "ITSM",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [.library(name: "ITSM", targets: ["ITSM"])],
    targets: [
        .systemLibrary(name: "ITSMFFI"),
        .target(name: "ITSMBinding", dependencies: ["ITSMFFI"]),
        .target(name: "ITSM", dependencies: ["ITSMBinding"]),
        .testTarget(name: "ITSMTests", dependencies: ["ITSM"]),
    ],
    swiftLanguageModes: [.v6]
)
