public import EntenteGraph

/// A number that describes a graph.
public struct GraphFigure: Hashable, Sendable {
  /// What it is the number of.
  public var name: String
  /// The number.
  public var value: Double
}

extension LinkGraph {
  /// The largest graph, by pairs of nodes and edges, whose distances are all looked at.
  private static let mostWork = 4_000_000_000

  /// What describes the graph in numbers, in a fixed order.
  ///
  /// Mean distance is left out of graphs so large that it would take minutes.
  ///
  /// - Throws: `CancellationError`.
  /// - Complexity: that of triangles, of the diameter and, in graphs of moderate size, of all distances.
  public func figures(execution: Execution = Execution()) throws -> [GraphFigure] {
    var figures: [GraphFigure] = []
    func add(_ name: String, _ value: Double) { figures.append(GraphFigure(name: name, value: value)) }
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
    let components = try weakComponents(execution: execution)
    add("components", Double(components.count))
    add("largest component", Double(components.sizes.max() ?? 0))
    if isDirected {
      add("strong components", Double(try strongComponents(execution: execution).count))
    }
    if nodeCount * (nodeCount + edgeCount) <= Self.mostWork {
      let steps = try simple.stepDistribution(direction: .both, execution: execution)
      add("diameter", Double(steps.diameter))
      if let mean = steps.averageSteps { add("mean distance", mean) }
    } else {
      add("diameter", Double(try simple.diameter(direction: .both, execution: execution)))
    }
    add("triangles", Double(try triangleCount(execution: execution)))
    add("transitivity", try transitivity(execution: execution))
    add("mean clustering", try averageClustering(execution: execution))
    add("innermost core", Double(simple.coreNumbers().max() ?? 0))
    let breaking = biconnectedComponents()
    add("articulation points", Double(breaking.articulationPoints.count))
    add("bridges", Double(breaking.bridges.count))
    if edgeCount > 0 {
      let groups = try leidenCommunities(CommunityOptions(), weights: weights, execution: execution)
      add("communities of two or more", Double(groups.sizes.count { $0 > 1 }))
      add("modularity", try modularity(of: groups, weights: weights))
    }
    return figures
  }
}
