import ArgumentParser
import Entente

/// `entente verify`: every fact held against the bytes of its file.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Proves that every fact's words stand in the original files, byte by byte.",
    discussion: """
      The files that the facts were taken from are read anew, from the paths that were given then.

      EXAMPLES
        entente verify article.json
        entente verify article.txt
      """)

  @Argument(help: ArgumentHelp("Texts or fact files; '-' cannot be read anew.", valueName: "file"))
  var files: [String]

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    let file = try await reading.facts(of: files)
    let result = file.verify { try Engine.source(of: $0) }
    switch report.format {
    case .json: try report.target.write(try JSONText.pretty(result))
    case .jsonl: try report.target.write(try JSONText.line(result))
    case .csv: try report.target.write(try Report(rows: rows(result)).bytes(as: .csv, for: .none))
    case .table: try report.target.write(try text(result))
    }
    guard result.isSound else {
      let count = result.failures.count
      let first = result.failures.first.map { "\($0.source): \($0.message)" } ?? ""
      throw CommandFailure(.badInput, "\(count) of the facts' words do not hold; first \(first)")
    }
  }

  private func rows(_ result: VerificationReport) -> [FailureRow] { result.failures.map { FailureRow(failure: $0) } }

  private func text(_ result: VerificationReport) throws -> String {
    let checked = result.checked
    let counts = [
      (checked.documents, "documents"), (checked.scalars, "scalars"), (checked.sentences, "sentences"),
      (checked.repairs, "repairs"), (checked.mentions, "mentions"), (checked.evidence, "pieces of evidence"),
      (checked.triggers, "triggers"), (checked.participants, "participants"),
    ]
    var text = "checked " + counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + "\n"
    if result.isSound { return text + "everything holds\n" }
    text += String(
      decoding: try Report(rows: rows(result)).bytes(as: .table, for: report.target.terminal), as: UTF8.self)
    return text
  }
}

/// Something that does not hold, as a line of a table.
private struct FailureRow: ReportRow {
  static let columns = ["document", "fact", "check", "finding"]
  var failure: VerificationReport.Failure

  var cells: [Table.Cell] {
    [.text(failure.source), .text(failure.fact), .text(failure.check), .text(failure.message)]
  }

  func encode(to encoder: any Encoder) throws { try failure.encode(to: encoder) }
}
