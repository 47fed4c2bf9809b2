// swift-tools-version: 6.2
import PackageDescription

// A program for each library product of the package above, which depends on that product alone.
let products = [
  "Entente", "EntenteDrawing", "EntenteExtraction", "EntenteGraph", "EntenteKnowledge", "EntenteLanguage",
  "EntenteModel", "EntenteQuery", "EntenteStore",
]

let package = Package(
  name: "ProductProbes",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Entente", path: "../..")],
  targets: products.map { product in
    .executableTarget(
      name: "Uses\(product)", dependencies: [.product(name: product, package: "Entente")],
      path: "Sources/Uses\(product)")
  }
)
