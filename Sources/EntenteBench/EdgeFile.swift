import EntenteGraph

/// A graph as lines of `source<TAB>target[<TAB>weight]` with whole numbers for nodes; `#` begins a comment.
struct EdgeFile {
  var topology: Topology
  /// The weights, where the lines have them.
  var weights: EdgeWeights?

  /// Reads a file, and makes the rows that an algorithm in this direction follows.
  ///
  /// - Throws: `GraphError` where it cannot be read, or at the first line that is no edge.
  init(_ path: String, isDirected: Bool, isWeighted: Bool, _ execution: Execution) throws {
    let list = try EdgeList(contentsOf: path, execution: execution)
    topology = list.topology
    weights = list.weights
    if isWeighted, weights == nil {
      throw GraphError(.invalidInput, "\(path): the lines have no weight; leave --weighted away or add a third column")
    }
    topology.prepare(isDirected ? .incoming : .both, execution: execution)
  }
}
