import ArgumentParser
import Entente

/// How an answer is written.
struct ReportOptions: ParsableArguments {
  @Option(help: "How to write the answer.")
  var format: OutputFormat = .table

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to a file, whole or not at all, instead of standard output.", valueName: "file"))
  var output: String?

  var target: OutputTarget { output.map { .file($0) } ?? .standardOutput }

  /// Writes rows in the format asked for.
  ///
  /// - Throws: `CommandFailure` with `nothingFound` and `emptyMessage` where there are none, after a machine's format
  ///   has been written all the same.
  func write<Row: ReportRow>(_ rows: [Row], styles: [TextStyle?] = [], emptyMessage: String) throws {
    if rows.isEmpty && format == .table { throw CommandFailure(.nothingFound, emptyMessage) }
    try target.write(try Report(rows: rows, styles: styles).bytes(as: format, for: target.terminal))
    if rows.isEmpty { throw CommandFailure(.nothingFound, emptyMessage) }
  }
}
