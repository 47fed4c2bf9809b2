import Entente

/// A step of a way through a graph as a line of a table.
struct StepRow: ReportRow {
  static let columns = ["path", "step", "from", "to", "links", "facts"]
  var path: Int
  var step: Int
  var from: String
  var to: String
  /// The words for what links the two, each once.
  var links: [String]
  /// How many facts or edges link them.
  var facts: Int

  var cells: [Table.Cell] {
    [.integer(path), .integer(step), .text(from), .text(to), .list(links), .integer(facts)]
  }

  /// The steps of a way in a graph whose parallel edges are merged.
  static func rows(_ path: Path, number: Int, in graph: LinkGraph, _ merged: MergedGraph) -> [StepRow] {
    path.edges.indices.map { step in
      let facts = merged.originals(of: path.edges[step])
      return StepRow(
        path: number, step: step + 1, from: graph.name(of: path.nodes[step]), to: graph.name(of: path.nodes[step + 1]),
        links: Set(facts.map { graph.label(of: $0) }).subtracting([""]).sorted(), facts: facts.count)
    }
  }
}
