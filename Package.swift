// swift-tools-version: 6.2
import PackageDescription

// Every Swift target is built with the same rules: explicit existentials, imports that stay
// internal unless a signature needs them, memory safety spelled out, and no warning left standing.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A library module: a target of its own, and a product under the same name.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, swiftSettings: settings,
    // Rounding is a call into the mathematics library, which on Linux nothing else brings in.
    linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))])
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name), "EntenteTestSupport"] + dependencies,
    swiftSettings: settings)
}

let libraries = [
  "EntenteModel", "EntenteGraph", "EntenteLanguage", "EntenteKnowledge", "EntenteExtraction",
  "EntenteStore", "EntenteQuery", "EntenteDrawing", "Entente",
]

let package = Package(
  name: "Entente",
  platforms: [.macOS(.v15)],
  products: libraries.map { .library(name: $0, targets: [$0]) } + [
    .executable(name: "entente", targets: ["EntenteCLI"]),
    .executable(name: "entente-bench", targets: ["EntenteBench"]),
    .executable(name: "entente-train", targets: ["EntenteTrain"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections.git", from: "1.6.0"),
  ],
  targets: [
    // MARK: Values and bytes
    module("EntenteModel"),
    .target(name: "CEntenteData"),
    .target(name: "CEntenteKernels"),
    // MARK: System libraries
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    // MARK: The way of the data
    module("EntenteLanguage", ["EntenteModel", "CEntenteData", "CEntenteKernels", "CLibXML2"]),
    module("EntenteKnowledge", ["EntenteModel", "CEntenteData"]),
    module("EntenteExtraction", ["EntenteModel", "EntenteLanguage", "EntenteKnowledge"]),
    module("EntenteGraph", [.product(name: "OrderedCollections", package: "swift-collections")]),
    module("EntenteStore", ["EntenteModel", "EntenteGraph"]),
    module("EntenteQuery", ["EntenteGraph"]),
    module("EntenteDrawing", ["EntenteModel", "EntenteGraph", "CGraphviz"]),
    module(
      "Entente",
      [
        "EntenteModel", "EntenteGraph", "EntenteLanguage", "EntenteKnowledge", "EntenteExtraction",
        "EntenteStore", "EntenteQuery", "EntenteDrawing",
      ]),
    // MARK: Commands
    .executableTarget(
      name: "EntenteCLI",
      dependencies: [
        "Entente", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "EntenteBench",
      dependencies: [
        "EntenteGraph", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "EntenteTrain",
      dependencies: [
        "EntenteModel", "EntenteLanguage", "EntenteKnowledge",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // MARK: Tests
    .target(name: "EntenteTestSupport", path: "Tests/EntenteTestSupport", swiftSettings: settings),
    .executableTarget(
      name: "GraphvizWorkerProbe", dependencies: ["EntenteDrawing"], path: "Tests/GraphvizWorkerProbe",
      swiftSettings: settings),
    tests("Entente"),
    tests("EntenteCLI"),
    tests("EntenteBench"),
    tests("EntenteModel"),
    tests("EntenteDrawing", ["EntenteModel", "EntenteGraph", "GraphvizWorkerProbe"]),
    tests("EntenteLanguage", ["EntenteModel"]),
    tests("EntenteKnowledge", ["EntenteModel"]),
    tests("EntenteExtraction", ["EntenteModel", "EntenteLanguage"]),
    tests("EntenteGraph"),
    tests("EntenteStore", ["EntenteModel", "EntenteGraph"]),
  ]
)
