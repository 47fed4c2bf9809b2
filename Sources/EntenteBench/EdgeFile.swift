import EntenteGraph

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A graph as lines of `source<TAB>target[<TAB>weight]` with whole numbers for nodes; `#` begins a comment.
struct EdgeFile {
  var topology: Topology
  /// The weights, where the lines have them.
  var weights: EdgeWeights?

  /// Reads a file, and makes the rows that an algorithm in this direction follows.
  ///
  /// - Throws: `GraphError` where it cannot be read, or at the first line that is no edge.
  init(_ path: String, isDirected: Bool, isWeighted: Bool, _ execution: Execution) throws {
    let list = try EdgeList(contentsOf: path, nodeCount: Self.nodeCount(beside: path), execution: execution)
    topology = list.topology
    weights = list.weights
    if isWeighted, weights == nil {
      throw GraphError(.invalidInput, "\(path): the lines have no weight; leave --weighted away or add a third column")
    }
    topology.prepare(isDirected ? .incoming : .both, execution: execution)
  }

  /// The number of nodes that a `meta.json` beside the file tells under the file's name up to its first dot, as
  /// `{"rmat18": {"n": 262144}}`: an edge list is silent about nodes without edges. 0 where there is none.
  private static func nodeCount(beside path: String) -> Int {
    struct Entry: Decodable { var n: Int? }
    let file = URL(filePath: path)
    let name = file.lastPathComponent.split(separator: ".").first.map(String.init) ?? ""
    guard let bytes = try? Data(contentsOf: file.deletingLastPathComponent().appending(path: "meta.json")),
      let entries = try? JSONDecoder().decode([String: Entry].self, from: bytes)
    else { return 0 }
    return entries[name]?.n ?? 0
  }
}
