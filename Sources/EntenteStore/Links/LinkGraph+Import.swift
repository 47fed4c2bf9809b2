public import EntenteGraph

extension LinkGraph {
  /// Whether a file holds a graph rather than text or facts, by the ending of its name in upper or lower case: `.tsv`,
  /// `.csv`, `.edges` for edges in lines, `.snapshot` for what `Snapshot.write(to:)` wrote.
  public static func isGraphFile(_ path: String) -> Bool {
    [".tsv", ".csv", ".edges", ".snapshot"].contains { path.lowercased().hasSuffix($0) }
  }

  /// The graph of a file.
  ///
  /// A snapshot is mapped. Lines are edges: source and target, and then a weight if it is a number, a type if it is not.
  /// If the first line holds the words `source` and `target`, `src` and `dst` or `from` and `to`, it names the columns:
  /// these, `type`, `weight`, `date`, `source_name` and `target_name` for what to call nodes that are identifiers, and
  /// others, which become properties of the edges. A blank weight is none; a date is a day, a month, a year or an interval
  /// of two (`2026-02-13`, `2026-02`, `2026`, `2025-06/2025-08`). Nodes are what the lines name and nothing else.
  ///
  /// What parts the columns is read off the first line: commas, semicolons or tabs in `.csv`; tabs, commas or semicolons
  /// in `.tsv`; the same or spaces in `.edges`. Text is UTF-8. A field in quotation marks may hold anything, and a
  /// quotation mark doubled; blanks around a field do not count. `#` at the beginning of a line makes it a comment.
  ///
  /// - Throws: `StoreError` where the file cannot be read or a line is no edge; `GraphError` for a damaged snapshot.
  /// - Complexity: O(*n* log *n*) in the lines; O(*n*) where nodes are numbers and nothing but a weight follows.
  public init(contentsOf path: String, execution: Execution = Execution()) throws {
    if path.lowercased().hasSuffix(".snapshot") {
      let snapshot = try Snapshot(contentsOf: path)
      if let edge = snapshot.edges.first(where: { snapshot[$0, "weight"]?.doubleValue?.isFinite == false }) {
        throw StoreError(
          .malformed, "the weight of edge '\(snapshot.key(of: edge))' is no finite number; write it anew", file: path)
      }
      self.init(snapshot)
      return
    }
    let bytes = try InputFile.bytes(path)
    if NumberLines.areAll(of: bytes) {
      self.init(try EdgeList(contentsOf: path, skipsUnusedNumbers: true, execution: execution))
    } else {
      self.init(try EdgeTable.graph(bytes, file: path).snapshot())
    }
  }
}
