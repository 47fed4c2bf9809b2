/// The rows of a readable table: `#` begins a comment line, the first other line names the columns,
/// fields are set apart by tabs.
struct TableReader {
  struct Row {
    var line: Int
    var fields: [Substring]
  }

  let file: String
  let rows: [Row]

  /// Reads `text` and checks that its columns are those wanted.
  ///
  /// - Throws: `malformedTable` with the line, where the header or a row has other fields.
  /// - Complexity: O(*n*) in the text's length.
  init(_ text: String, file: String, columns: [String]) throws(KnowledgeError) {
    self.file = file
    var rows: [Row] = []
    var sawHeader = false
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == columns.count else {
        throw KnowledgeError(
          .malformedTable,
          "the row has \(fields.count) fields, wanted are \(columns.count): \(columns.joined(separator: ", "))",
          file: file, line: number)
      }
      if sawHeader {
        rows.append(Row(line: number, fields: fields))
      } else if fields.map(String.init) == columns {
        sawHeader = true
      } else {
        throw KnowledgeError(
          .malformedTable, "the first row must name the columns \(columns.joined(separator: ", "))",
          file: file, line: number)
      }
    }
    self.rows = rows
  }
}
