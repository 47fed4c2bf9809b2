/// Betweenness as random shortest ways show it.
public struct SampledBetweenness: Hashable, Sendable {
  /// The share of the drawn pairs of nodes with a way that passes each node.
  public var shares: NodeMap<Double>
  /// How many ways were drawn.
  public var sampleCount: Int
}

extension GraphStructure {
  /// About how large a share of all ordered pairs of nodes has its shortest way pass each node.
  ///
  /// With a chance of 1 - `failure`, no node's share is off by more than `error`. A share times *V*(*V* - 1) is about what
  /// `betweenness` gives, and half of that for `both`. The same seed gives the same shares.
  ///
  /// - Parameters:
  ///   - error: how far a share may be off, above 0 and below 1.
  ///   - failure: the chance that some share is off by more, above 0 and below 1.
  ///   - direction: which way edges are followed; `both` takes the graph as undirected.
  /// - Throws: `GraphError` with `invalidArgument` for an error or a failure out of range; `CancellationError`.
  /// - Complexity: O(log *D* / *error*²) ways at most, where *D* is the number of nodes on the longest shortest way, in
  ///   directed graphs a bound for it. A way takes O(*V* + *E*) time at most, and far less in graphs with hubs.
  ///
  /// Source: M. Borassi, E. Natale, "KADABRA is an ADaptive Algorithm for Betweenness via Random Approximation", 2016;
  /// the number of ways needed at most is that of M. Riondato, E. Kornaropoulos, "Fast approximation of betweenness
  /// centrality through sampling", 2014.
  public func sampledBetweenness(
    error: Double = 0.01, failure: Double = 0.1, direction: Direction = .outgoing, seed: UInt64 = 1,
    execution: Execution = Execution()
  ) throws -> SampledBetweenness {
    guard error > 0, error < 1 else {
      throw GraphError(.invalidArgument, "the error is \(error), and it lies between 0 and 1")
    }
    guard failure > 0, failure < 1 else {
      throw GraphError(.invalidArgument, "the failure is \(failure), and it lies between 0 and 1")
    }
    guard nodeCount > 1 else {
      return SampledBetweenness(shares: NodeMap([Double](repeating: 0, count: nodeCount)), sampleCount: 0)
    }
    let sampling = AdaptiveSampling(
      topology, direction, longest: longestWay(direction), error: error, failure: failure, seed: seed, execution)
    defer { sampling.deallocate() }
    let (shares, drawn) = try sampling.shares(execution)
    return SampledBetweenness(shares: NodeMap(shares), sampleCount: drawn)
  }

  /// As many nodes as a shortest way has at most: undirected, twice the steps from one node of a component and one more;
  /// directed, the size of the component.
  private func longestWay(_ direction: Direction) -> Int {
    topology.symmetric.read { rows in
      var steps = [Int](repeating: -1, count: rows.nodeCount)
      let seeds = (0..<rows.nodeCount).sorted {
        rows.degree($0) != rows.degree($1) ? rows.degree($0) > rows.degree($1) : $0 < $1
      }
      var longest = 1
      var queue: [Int] = []
      for seed in seeds where steps[seed] < 0 {
        queue.removeAll(keepingCapacity: true)
        queue.append(seed)
        steps[seed] = 0
        var head = 0
        while head < queue.count {
          let node = queue[head]
          head += 1
          for place in rows.start(node)..<rows.end(node) where steps[Int(rows.neighbors[place])] < 0 {
            steps[Int(rows.neighbors[place])] = steps[node] + 1
            queue.append(Int(rows.neighbors[place]))
          }
        }
        let depth = steps[queue[queue.count - 1]]
        longest = max(longest, direction == .both ? min(queue.count, 2 * depth + 1) : queue.count)
      }
      return longest
    }
  }
}
