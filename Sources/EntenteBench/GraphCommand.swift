import ArgumentParser
import EntenteGraph

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// `entente-bench graph`: times one algorithm on one graph.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Times an algorithm on a graph that is loaded already (load_tsv: the loading).")

  @Argument(help: "Lines of source<TAB>target[<TAB>weight] with whole numbers for nodes; '#' begins a comment.")
  var file: String

  @Option(help: "What to time: \(Algorithm.allCases.map(\.rawValue).joined(separator: ", ")).")
  var algorithm: Algorithm

  @Flag(help: "Follow edges from source to target only.")
  var directed = false

  @Option(help: "Threads to use; the algorithms that there are use one.")
  var threads = 1

  @Option(name: .customLong("repeat"), help: "How often to run it.")
  var repetitions = 3

  func validate() throws {
    if threads != 1 { throw ValidationError("--threads takes 1: no algorithm here uses more") }
    if repetitions < 1 { throw ValidationError("--repeat takes a number from 1 up") }
  }

  func run() throws {
    let edges = try EdgeFile(file)
    let snapshot = try edges.snapshot()
    var seconds: [Double] = []
    var answer = Answer()
    for _ in 0..<repetitions {
      let start = ContinuousClock.now
      answer = try work(on: snapshot)
      let duration = (ContinuousClock.now - start).components
      seconds.append(Double(duration.seconds) + Double(duration.attoseconds) * 1e-18)
    }
    let line = Line(
      algorithm: algorithm.rawValue, answer: answer, edges: edges.edges.count, graph: name, nodes: edges.nodeCount,
      seconds: seconds, threads: threads)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(line), as: UTF8.self))
  }

  private func work(on snapshot: Snapshot) throws -> Answer {
    let direction: Direction = directed ? .outgoing : .both
    switch algorithm {
    case .loadTSV: return Answer(edges: try EdgeFile(file).snapshot().edgeCount)
    case .degree: return Answer(vector: Answer.Vector(snapshot.degrees(direction).map(Double.init)))
    case .pagerank:
      let options = PageRankOptions(tolerance: 1e-8, direction: direction)
      return Answer(vector: Answer.Vector(try snapshot.pageRank(options)))
    case .shortestPath:
      let degrees = snapshot.degrees()
      let order = snapshot.nodes.sorted {
        degrees[$0.index] != degrees[$1.index] ? degrees[$0.index] > degrees[$1.index] : $0 < $1
      }
      guard order.count > 1 else { return Answer(length: 0) }
      return Answer(length: snapshot.shortestPath(from: order[0], to: order[1], direction: direction)?.length)
    }
  }

  /// The file's name without folder and ending.
  private var name: String {
    let last = file.split(separator: "/").last ?? ""
    return String(last.hasSuffix(".tsv") ? last.dropLast(4) : last)
  }

  private struct Line: Encodable {
    var algorithm: String
    var answer: Answer
    var edges: Int
    var graph: String
    var nodes: Int
    var seconds: [Double]
    var threads: Int
  }
}
