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

  /// Facts of texts as `extract` wrote them, each made once for all tests.
  private static let cache = FactCache()

  /// The path of a file with the facts of `files`.
  static func facts(of files: String...) async throws -> String { try await facts(of: files) }

  /// The path of a file with the facts of `files`.
  static func facts(of files: [String]) async throws -> String { try await cache.path(for: files) }

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

/// Files of facts that last as long as the tests do.
private actor FactCache {
  private var made: [[String]: Task<String, any Error>] = [:]
  private let folder = Result { try Scratch() }

  func path(for files: [String]) async throws -> String {
    let scratch = try folder.get()
    let path = "\(scratch.path)/\(made.count).json"
    let task =
      made[files]
      ?? Task {
        let outcome = try await Tool.run(["extract", "--output", path] + files)
        guard outcome.status == 0 else { throw CocoaError(.fileReadCorruptFile) }
        return path
      }
    made[files] = task
    return try await task.value
  }
}

extension Program.Outcome {
  /// Whether it complained in one line of the form that the contract gives.
  var complainsInOneLine: Bool {
    errors.hasPrefix("entente: error: ") && errors.hasSuffix("\n") && errors.count { $0 == "\n" } == 1
  }
}
