/// The ways between two nodes that meet no node twice and have no more than some steps, made one by one.
///
/// They come in the order of their nodes' identifiers, read from the start; of ways through the same nodes that of the
/// lower edges first.
public struct SimplePaths: Sequence, Sendable {
  let kernel: SimplePathKernel

  /// The number of the ways, found without making them.
  ///
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*n*) in the number of ways that lack their last edge.
  public func count(execution: Execution = Execution()) throws -> Int { try kernel.count(execution) }

  /// Goes through the ways.
  public func makeIterator() -> Iterator { Iterator(kernel) }

  /// Where a walk through the ways stands.
  public struct Iterator: IteratorProtocol {
    private var walk: SimplePathKernel.Walk

    init(_ kernel: SimplePathKernel) { walk = SimplePathKernel.Walk(kernel) }

    /// The next way.
    public mutating func next() -> Path? { walk.next() }
  }
}

extension GraphStructure {
  /// The ways from one node to another that meet no node twice and have at most `maximumLength` steps.
  ///
  /// Parallel edges make ways of their own. From a node to itself there is the way without steps. The ways may be
  /// very many: take some with `prefix`, or ask for their `count(execution:)`.
  ///
  /// - Parameters:
  ///   - maximumLength: the most steps, from 0 up.
  ///   - direction: which way edges are followed; `both` takes the graph as undirected.
  /// - Throws: `GraphError` with `invalidArgument` for a node that is not in the graph or a length below 0;
  ///   `CancellationError`.
  /// - Complexity: O(*V* + *E*) here, then at most O(*d* · *l*) between one way and the next or the end, mostly far less:
  ///   no step is taken from which the end is too far.
  ///
  /// Source: depth-first search; the bound is the distance to the end in the reversed graph.
  public func simplePaths(
    from start: NodeID, to end: NodeID, maximumLength: Int, direction: Direction = .outgoing,
    execution: Execution = Execution()
  ) throws -> SimplePaths {
    try requireNodes([start, end])
    guard maximumLength >= 0 else {
      throw GraphError(.invalidArgument, "the greatest length is \(maximumLength), and it is a number from 0 up")
    }
    let rest = try steps(from: [end], direction: direction.backward, execution: execution)
    return SimplePaths(
      kernel: SimplePathKernel(
        rows: topology.rows(direction), edges: topology.edges(direction), rest: rest.values, start: start.rawValue,
        end: end.rawValue, maximumLength: min(maximumLength, max(0, nodeCount - 1))))
  }
}
