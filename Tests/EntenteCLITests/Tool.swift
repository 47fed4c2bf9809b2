import EntenteTestSupport
import Foundation

/// The built tool, and what its tests feed it.
enum Tool {
  static let article = "Samples/nato-arctic.txt"

  /// Every text that comes with the package, as a path from its root.
  static let samples = [
    "Samples/hormuz.html", "Samples/mercosur/1-foz-do-iguacu.txt", "Samples/mercosur/2-brussels.txt",
    "Samples/mercosur/3-asuncion.txt", "Samples/nato-arctic.txt", "Samples/sahel-ecowas.garbled.txt",
    "Samples/sahel-ecowas.txt", "Samples/taiwan-strait.txt",
  ]

  static func run(_ arguments: String..., input: String = "") async throws -> Program.Outcome {
    try await run(arguments, input: input)
  }

  static func run(_ arguments: [String], input: String = "") async throws -> Program.Outcome {
    try await Program(product: "entente").run(arguments, input: input)
  }

  /// The JSON value that a run wrote.
  static func json(_ outcome: Program.Outcome) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(outcome.output), options: .fragmentsAllowed)
  }
}

extension Program.Outcome {
  /// Whether it complained in one line of the form that the contract gives.
  var complainsInOneLine: Bool {
    errors.hasPrefix("entente: error: ") && errors.hasSuffix("\n") && errors.count { $0 == "\n" } == 1
  }
}
