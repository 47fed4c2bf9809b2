import Entente

/// What was found in a text, a line each, fields parted by tabs.
enum AnnotationLines {
  /// - Throws: `CommandFailure` where nothing was found, or it cannot be written.
  static func write(_ rows: [[String]]) throws {
    if rows.isEmpty { throw CommandFailure(.nothingFound, "nothing of that kind stands in the text") }
    let lines = rows.map { row in row.map(line(of:)).joined(separator: "\t") + "\n" }
    try OutputTarget.standardOutput.write(lines.joined())
  }

  /// A field on one line: white space of any kind becomes a space.
  private static func line(of field: String) -> String {
    String(field.map { $0.isWhitespace ? " " : $0 })
  }
}
