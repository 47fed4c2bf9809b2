import EntenteGraph
import Foundation
import Testing

/// The examples of the LDBC Graphalytics benchmark with their published answers.
///
/// They are not part of this package: the tests run where the environment variable `ENTENTE_SHARED` names the folder
/// that holds `data/graphalytics`, and are skipped elsewhere.
@Suite(.enabled(if: GraphalyticsExample.folder != nil, "ENTENTE_SHARED does not name the folder of the examples"))
struct GraphalyticsTests {
  @Test(arguments: [
    ("cdlp", "dir-input", "dir-output", 5), ("cdlp", "undir-input", "undir-output", 5),
    ("example", "example-directed-input", "example-directed-CDLP", 2),
    ("example", "example-undirected-input", "example-undirected-CDLP", 2),
  ])
  func communityDetection(folder: String, input: String, output: String, rounds: Int) throws {
    let example = try GraphalyticsExample(folder, input)
    let found = try example.graph.communityDetectionByLabelPropagation(rounds: rounds)
    let expected = try example.answers(output) { Int($0) }
    #expect(found.map { example.names[$0.index] } == expected)
  }

  @Test(arguments: [
    ("bfs", "dir-input", "dir-output", 1), ("bfs", "undir-input", "undir-output", 1),
    ("example", "example-directed-input", "example-directed-BFS", 1),
    ("example", "example-undirected-input", "example-undirected-BFS", 2),
  ])
  func breadthFirstSearch(folder: String, input: String, output: String, source: Int) throws {
    let example = try GraphalyticsExample(folder, input)
    let start = try #require(example.names.firstIndex(of: source))
    let steps = try example.graph.steps(from: [NodeID(rawValue: UInt32(start))], direction: example.direction)
    let expected = try example.answers(output) { Int($0) }
    #expect(example.graph.nodes.map { steps[$0] ?? Int.max } == expected)
  }

  /// The answers are those of a fixed number of rounds, which is close to where they settle; those of the graph
  /// `example`, after two rounds, are not.
  @Test(arguments: [("dir-input", "dir-output", 1e-9), ("undir-input", "undir-output", 1e-6)])
  func pageRank(input: String, output: String, tolerance: Double) throws {
    let example = try GraphalyticsExample("pr", input)
    let ranks = try example.graph.pageRank(PageRankOptions(tolerance: 1e-13, direction: example.direction))
    let expected = try example.answers(output) { Double($0) }
    #expect(ranks.count == expected.count)
    #expect(zip(ranks, expected).allSatisfy { abs($0 - $1) <= tolerance })
  }

  @Test(arguments: [
    ("wcc", "dir-input", "dir-output"), ("wcc", "undir-input", "undir-output"),
    ("example", "example-directed-input", "example-directed-WCC"),
    ("example", "example-undirected-input", "example-undirected-WCC"),
  ])
  func weakComponents(folder: String, input: String, output: String) throws {
    let example = try GraphalyticsExample(folder, input)
    let components = try example.graph.weakComponents()
    let expected = try example.answers(output) { Int($0) }
    // Both number a component by any of its nodes: the same nodes must be together.
    var names: [Int: Int] = [:]
    for (node, label) in zip(example.graph.nodes, expected) {
      #expect(names[components.byNode[node], default: label] == label)
      names[components.byNode[node]] = label
    }
    #expect(expected.count == example.graph.nodeCount && Set(expected).count == components.count)
  }

  @Test(arguments: [
    ("lcc", "dir-input", "dir-output"), ("lcc", "undir-input", "undir-output"),
    ("example", "example-directed-input", "example-directed-LCC"),
    ("example", "example-undirected-input", "example-undirected-LCC"),
  ])
  func localClustering(folder: String, input: String, output: String) throws {
    let example = try GraphalyticsExample(folder, input)
    let found =
      example.direction == .both
      ? try example.graph.localClustering() : try example.graph.directedLocalClustering()
    let expected = try example.answers(output) { Double($0) }
    #expect(found.count == expected.count && expected.count > 0)
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test(arguments: [
    ("sssp", "dir-input.e", "dir-output", 1), ("sssp", "undir-input.e", "undir-output", 1),
    ("example", "example-directed.e", "example-directed-SSSP", 1),
    ("example", "example-undirected.e", "example-undirected-SSSP", 2),
  ])
  func shortestPaths(folder: String, input: String, output: String, source: Int) throws {
    let example = try GraphalyticsExample.Weighted(folder, input)
    let start = try #require(example.names.firstIndex(of: source))
    let found = try example.graph.distances(
      from: [NodeID(rawValue: UInt32(start))], weights: example.weights, direction: example.direction)
    let expected = try GraphalyticsExample.answers(folder, output) { Double($0 == "infinity" ? "inf" : $0) }
    #expect(expected.count == example.graph.nodeCount)
    for (node, distance) in zip(example.graph.nodes, expected) {
      let own = found[node] ?? .infinity
      #expect(own == distance || abs(own - distance) < 1e-9, "node \(example.names[node.index])")
    }
  }
}

/// A graph of the examples, read from lines of a node and its neighbours.
struct GraphalyticsExample {
  /// The name of each node, ascending.
  let names: [Int]
  /// The graph; an undirected one has each edge once.
  let graph: Topology
  /// `both` for an undirected graph.
  let direction: Direction
  private let folder: String

  static var folder: String? {
    ProcessInfo.processInfo.environment["ENTENTE_SHARED"].map { $0 + "/data/graphalytics/" }
  }

  init(_ folder: String, _ file: String) throws {
    self.folder = folder
    direction = file.contains("undir") ? .both : .outgoing
    let lines = try Self.lines(folder, file).map { $0.compactMap { Int($0) } }
    let names = Set(lines.joined()).sorted()
    self.names = names
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var edges: [(source: Int, target: Int)] = []
    for line in lines {
      for neighbor in line.dropFirst() {
        guard let first = line.first, let source = places[first], let target = places[neighbor] else { continue }
        // The lines of an undirected graph name each edge at both ends.
        if direction == .outgoing || source < target { edges.append((source, target)) }
      }
    }
    graph = try Topology(nodeCount: names.count, edges: edges)
  }

  /// The answer of each node, in the order of the nodes.
  func answers<Value>(_ file: String, _ parse: (Substring) -> Value?) throws -> [Value] {
    try Self.answers(folder, file, parse)
  }

  static func answers<Value>(_ folder: String, _ file: String, _ parse: (Substring) -> Value?) throws -> [Value] {
    try lines(folder, file).compactMap { line in
      guard line.count == 2, let name = Int(line[0]), let value = parse(line[1]) else { return nil }
      return (name, value)
    }.sorted { (left: (Int, Value), right: (Int, Value)) in left.0 < right.0 }.map(\.1)
  }

  private static func lines(_ folder: String, _ file: String) throws -> [[Substring]] {
    let path = (Self.folder ?? "") + folder + "/" + file
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { $0.split(separator: " ") }
  }

  /// A graph of the examples with weights, read from lines of source, target and weight; its nodes are in a file of
  /// their own.
  struct Weighted {
    let names: [Int]
    let graph: Topology
    let weights: EdgeWeights
    let direction: Direction

    init(_ folder: String, _ file: String) throws {
      direction = file.contains("undir") ? .both : .outgoing
      let nodes = try GraphalyticsExample.lines(folder, String(file.dropLast(2)) + ".v").compactMap { $0.first }
      let names = nodes.compactMap { Int($0) }.sorted()
      self.names = names
      let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
      let text = try GraphalyticsExample.lines(folder, file).compactMap { line -> String? in
        guard line.count == 3, let source = Int(line[0]).flatMap({ places[$0] }),
          let target = Int(line[1]).flatMap({ places[$0] })
        else { return nil }
        return "\(source)\t\(target)\t\(line[2])\n"
      }
      let list = try EdgeList(text.joined(), nodeCount: names.count)
      graph = list.topology
      weights = try #require(list.weights)
    }
  }
}
