/// Rows of text in aligned columns; the last column wraps at the width of the window. Control characters are replaced.
struct TextTable {
  var columns: [String]
  var rows: [[String]]
  /// A style for each column, none where there are fewer.
  var styles: [TextStyle?] = []

  private static let gap = "  "
  private static let narrowestLastColumn = 32

  /// The table in lines, each ended.
  func text(for terminal: Terminal) -> String {
    let rows = rows.map { $0.map { PrintableText.of($0) } }
    let widths = columns.indices.map { column in
      ([columns[column]] + rows.map { $0[column] }).map(DisplayWidth.of).max() ?? 0
    }
    let indent = widths.dropLast().reduce(0) { $0 + $1 + Self.gap.count }
    let lastWidth = max(Self.narrowestLastColumn, terminal.width - indent)
    var output = line(columns, widths, lastWidth, indent) { text, _ in TextStyle.bold.applied(to: text, on: terminal) }
    for row in rows {
      output += line(row, widths, lastWidth, indent) { text, column in
        styles.indices.contains(column) ? styles[column]?.applied(to: text, on: terminal) ?? text : text
      }
    }
    return output
  }

  private func line(
    _ cells: [String], _ widths: [Int], _ lastWidth: Int, _ indent: Int, _ styled: (String, Int) -> String
  ) -> String {
    var output = ""
    for (column, cell) in cells.dropLast().enumerated() {
      let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(cell))
      output += styled(cell, column) + padding + Self.gap
    }
    let pieces = LineWrapping.lines(of: cells.last ?? "", width: lastWidth)
    for (number, piece) in pieces.enumerated() {
      if number > 0 { output += "\n" + String(repeating: " ", count: indent) }
      output += styled(piece, cells.count - 1)
    }
    while output.last == " " { output.removeLast() }
    return output + "\n"
  }
}
