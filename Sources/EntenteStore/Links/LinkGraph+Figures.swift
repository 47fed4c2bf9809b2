public import EntenteGraph

/// A number that describes a graph.
public struct GraphFigure: Hashable, Sendable {
  /// What it is the number of.
  public var name: String
  /// The number.
  public var value: Double
}

extension LinkGraph {
  /// The most words of 64 searches that may be looked at to know all distances; above it a sample must do.
  private static let mostWork = 500_000_000

  /// How many searches a sample of the distances has.
  private static let sampledSources = 64

  /// What describes the graph in numbers, in a fixed order.
  ///
  /// In graphs so large that all distances would take minutes, those from 64 evenly spaced nodes stand for them: the
  /// figures are then called `diameter at least` and `mean distance (from 64 nodes)`.
  ///
  /// - Parameter announce: told what is looked at next.
  /// - Throws: `StoreError` with `malformed` for weights below 0 or too great; `CancellationError`.
  /// - Complexity: that of triangles and communities, of 64 searches, and in graphs of moderate size of all distances.
  public func figures(
    execution: Execution = Execution(), announce: (String) -> Void = { _ in }
  ) throws -> [GraphFigure] {
    var figures: [GraphFigure] = []
    func add(_ name: String, _ value: Double) { figures.append(GraphFigure(name: name, value: value)) }
    announce("links")
    let weights = try weights(for: "modularity")
    let simple = try simplified(isUndirected: true)
    let degrees = simple.degrees(.both)
    let (nodes, pairs) = (Double(nodeCount), Double(simple.edgeCount))
    add("nodes", nodes)
    add("links", Double(edgeCount))
    add("linked pairs", pairs)
    guard nodeCount > 0 else { return figures }
    add("density", nodeCount > 1 ? 2 * pairs / (nodes * (nodes - 1)) : 0)
    add("nodes without links", Double(degrees.count { $0 == 0 }))
    add("mean degree", 2 * pairs / nodes)
    add("greatest degree", Double(degrees.max() ?? 0))
    announce("components")
    let components = try weakComponents(execution: execution)
    add("components", Double(components.count))
    add("largest component", Double(components.sizes.max() ?? 0))
    if isDirected {
      add("strong components", Double(try strongComponents(execution: execution).count))
    }
    announce("distances")
    figures += try Self.distances(in: simple, degrees, execution)
    announce("triangles")
    figures += Self.clustering(try simple.triangleCounts(execution: execution), degrees)
    announce("cores and bridges")
    add("innermost core", Double(simple.coreNumbers().max() ?? 0))
    let breaking = biconnectedComponents()
    add("articulation points", Double(breaking.articulationPoints.count))
    add("bridges", Double(breaking.bridges.count))
    if edgeCount > 0 {
      announce("communities")
      let groups = try leidenCommunities(CommunityOptions(), weights: weights, execution: execution)
      add("communities of two or more", Double(groups.sizes.count { $0 > 1 }))
      add("modularity", try modularity(of: groups, weights: weights))
    }
    return figures
  }

  private static func distances(
    in graph: MergedGraph, _ degrees: NodeMap<Int>, _ execution: Execution
  ) throws -> [GraphFigure] {
    let linked = graph.nodes.filter { degrees[$0] > 0 }
    let sources =
      linked.count <= sampledSources
      ? linked : (0..<sampledSources).map { linked[$0 * linked.count / sampledSources] }
    var (greatest, sum, count) = (0, 0.0, 0)
    for source in sources {
      let steps = try graph.steps(from: [source], direction: .both, execution: execution)
      for node in graph.nodes {
        guard node != source, let distance = steps[node] else { continue }
        greatest = max(greatest, distance)
        sum += Double(distance)
        count += 1
      }
    }
    if sources.count < linked.count {
      let (work, overflows) = (linked.count * (linked.count + graph.edgeCount) / 64)
        .multipliedReportingOverflow(by: max(1, greatest))
      if !overflows, work <= mostWork {
        let steps = try graph.stepDistribution(direction: .both, execution: execution)
        return [GraphFigure(name: "diameter", value: Double(steps.diameter))]
          + (steps.averageSteps.map { [GraphFigure(name: "mean distance", value: $0)] } ?? [])
      }
      return [
        GraphFigure(name: "diameter at least", value: Double(greatest)),
        GraphFigure(name: "mean distance (from \(sampledSources) nodes)", value: sum / Double(max(1, count))),
      ]
    }
    return [GraphFigure(name: "diameter", value: Double(greatest))]
      + (count > 0 ? [GraphFigure(name: "mean distance", value: sum / Double(count))] : [])
  }

  private static func clustering(_ triangles: NodeMap<Int>, _ degrees: NodeMap<Int>) -> [GraphFigure] {
    // Each triangle is counted at its three nodes.
    let total = triangles.values.reduce(0, +) / 3
    let pairs = degrees.values.reduce(0.0) { $0 + Double($1) * Double($1 - 1) / 2 }
    let shares = degrees.nodes.map { node in
      degrees[node] < 2 ? 0 : 2 * Double(triangles[node]) / (Double(degrees[node]) * Double(degrees[node] - 1))
    }
    return [
      GraphFigure(name: "triangles", value: Double(total)),
      GraphFigure(name: "transitivity", value: pairs > 0 ? 3 * Double(total) / pairs : 0),
      GraphFigure(name: "mean clustering", value: shares.reduce(0, +) / Double(max(1, shares.count))),
    ]
  }
}
