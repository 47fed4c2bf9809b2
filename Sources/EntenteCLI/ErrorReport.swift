import ArgumentParser
import Entente

/// What is said of an error, and the status that goes with it.
struct ErrorReport {
  private let status: ExitStatus
  /// For standard error; nil where there is nothing to complain of.
  private let complaint: String?
  /// For standard output: help or a version that was asked for.
  private let answer: String?

  /// A report of anything that a command throws.
  init(_ error: any Error) {
    if let known = Self.known(error) {
      (status, complaint, answer) = (known.0, known.1, nil)
    } else if EntenteCommand.exitCode(for: error).isSuccess {
      (status, complaint, answer) = (.done, nil, EntenteCommand.fullMessage(for: error))
    } else {
      status = .wrongUsage
      complaint = Self.clause(EntenteCommand.message(for: error)) + "; see 'entente help\(Self.subcommand)'"
      answer = nil
    }
  }

  /// Prints the report and gives the status to end with.
  func deliver() -> ExitStatus {
    if let answer { try? StandardOutput.write(Array((answer + "\n").utf8)) }
    if let complaint { StandardError.write(line: "entente: error: \(Self.oneLine(complaint))") }
    return status
  }

  /// The subcommand that was asked for, with a space before it.
  private static var subcommand: String {
    let names = EntenteCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
    return CommandLine.arguments.dropFirst().first.flatMap { names.contains($0) ? " \($0)" : nil } ?? ""
  }

  private static func known(_ error: any Error) -> (ExitStatus, String)? {
    switch error {
    case let failure as CommandFailure: (failure.status, failure.message)
    case let error as ReadingError: (error.code == .tooLarge ? .limitReached : .badInput, error.description)
    case let error as StoreError: (status(of: error), error.description)
    case let error as DrawingError: (status(of: error), error.description)
    case let error as GraphError: (.badInput, error.description)
    case let error as KnowledgeError: (.badInput, error.description)
    case let error as ModelError: (.badInput, error.description)
    case is EncodingError:
      (.badInput, "the answer has a number that JSON cannot write, infinity for one; ask for it with --format table")
    default: nil
    }
  }

  private static func status(of error: StoreError) -> ExitStatus {
    error.code == .notFound || error.code == .ambiguous ? .nothingFound : .badInput
  }

  private static func status(of error: DrawingError) -> ExitStatus {
    error.code == .limitExceeded || error.code == .workerFailed ? .limitReached : .badInput
  }

  /// A message without the full stop at its end.
  private static func clause(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }

  private static func oneLine(_ text: String) -> String {
    PrintableText.of(text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.joined(separator: " "))
  }
}
