// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "Crossing",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "ITSM", path: "../../../bindings-swift")],
    targets: [.executableTarget(name: "Crossing", dependencies: [.product(name: "ITSM", package: "ITSM")], path: ".")],
    swiftLanguageModes: [.v6]
)
