import ArgumentParser
import EntenteGraph

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `entente-bench rmat`: makes a random graph of a few hubs and many leaves.
struct RMATCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rmat",
    abstract: "Makes an R-MAT graph: PREFIX.dir.tsv, and PREFIX.und.tsv with each pair once.",
    discussion: """
      Without self-loops and parallel edges, sorted, with the quadrants of Graph500 (57, 19, 19 and 5 in 100) and
      shuffled node numbers. The same arguments give the same graph everywhere.
      """)

  @Argument(help: "The graph has 2 to the power of SCALE nodes.")
  var scale: Int

  @Argument(help: "Edges drawn for each node.")
  var edgeFactor: Int

  @Argument(help: "Where the random numbers begin.")
  var seed: UInt64

  @Option(name: [.short, .long], help: "How the files' names begin (default: rmat and the scale).")
  var output: String?

  func validate() throws {
    guard (1...28).contains(scale), (1...1024).contains(edgeFactor) else {
      throw ValidationError("SCALE runs from 1 to 28 and EDGEFACTOR from 1 to 1024")
    }
  }

  func run() throws {
    let prefix = output ?? "rmat\(scale)"
    var directed = RMATGenerator(scale: scale, edgeFactor: edgeFactor, seed: seed).edges()
    Self.sortOnce(&directed)
    try Self.write(directed, to: prefix + ".dir.tsv")
    var undirected = directed.map { edge in
      let (source, target) = (edge >> 32, edge & 0xFFFF_FFFF)
      return source > target ? target << 32 | source : edge
    }
    Self.sortOnce(&undirected)
    try Self.write(undirected, to: prefix + ".und.tsv")
    print("\(prefix): \(directed.count) directed edges, \(undirected.count) pairs")
  }

  /// Sorts and leaves one of equal edges.
  private static func sortOnce(_ edges: inout [UInt64]) {
    edges.sort()
    var kept = 0
    for edge in edges where kept == 0 || edges[kept - 1] != edge {
      edges[kept] = edge
      kept += 1
    }
    edges.removeSubrange(kept...)
  }

  /// - Throws: `GraphError` with `invalidInput`.
  private static func write(_ edges: [UInt64], to path: String) throws(GraphError) {
    var bytes: [UInt8] = []
    for edge in edges {
      bytes += String(edge >> 32).utf8
      bytes.append(0x09)
      bytes += String(edge & 0xFFFF_FFFF).utf8
      bytes.append(0x0A)
    }
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw GraphError(
        .invalidInput, "\(path): cannot be written; check that its folder is there, may be written to and has room")
    }
  }
}

/// Draws edges by descending into the quadrants of the adjacency matrix.
///
/// Source: D. Chakrabarti, Y. Zhan, C. Faloutsos, "R-MAT: A Recursive Model for Graph Mining", 2004;
/// the numbers by SplitMix64 (G. L. Steele et al., 2014).
struct RMATGenerator {
  private let scale: Int
  private let edgeFactor: Int
  private var random: SplitMix64

  init(scale: Int, edgeFactor: Int, seed: UInt64) {
    self.scale = scale
    self.edgeFactor = edgeFactor
    random = SplitMix64(seed: seed)
  }

  /// The edges as drawn, without self-loops, each as source in the upper and target in the lower half.
  func edges() -> [UInt64] {
    var generator = self
    let nodeCount = 1 << scale
    var names = (0..<nodeCount).map(UInt64.init)
    for place in stride(from: nodeCount - 1, to: 0, by: -1) {
      names.swapAt(place, Int(generator.random.next() % UInt64(place + 1)))
    }
    var edges: [UInt64] = []
    edges.reserveCapacity(nodeCount * edgeFactor)
    for _ in 0..<(nodeCount * edgeFactor) {
      let (source, target) = generator.nextEdge()
      if source != target { edges.append(names[source] << 32 | names[target]) }
    }
    return edges
  }

  private mutating func nextEdge() -> (Int, Int) {
    var (source, target) = (0, 0)
    for bit in 0..<scale {
      let chance = random.nextUnit()
      if chance >= 0.76 { source |= 1 << bit }
      if (0.57..<0.76).contains(chance) || chance >= 0.95 { target |= 1 << bit }
    }
    return (source, target)
  }
}
