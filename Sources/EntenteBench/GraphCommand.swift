import ArgumentParser
import EntenteGraph

/// `entente-bench graph`: times one algorithm on one graph.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Times an algorithm on a graph that is loaded already (load_tsv: the loading).",
    discussion: "ALGORITHMS\n  \(Algorithm.names.joined(separator: " "))")

  @Argument(help: "Lines of source<TAB>target[<TAB>weight] with whole numbers for nodes; '#' begins a comment.")
  var file: String

  @Option(help: "What to time; see below for the names.")
  var algorithm: String

  @Flag(help: "Follow edges from source to target only (default where the file's name has '.dir.').")
  var directed = false

  @Flag(help: "Require a weight in each line of the file, rather than making weights where there are none.")
  var weighted = false

  @Option(help: "Threads to use.")
  var threads = 1

  @Option(name: .customLong("repeat"), help: "How often to run it.")
  var repetitions = 3

  func validate() throws {
    if threads < 1 { throw ValidationError("--threads takes a number from 1 up") }
    if repetitions < 1 { throw ValidationError("--repeat takes a number from 1 up") }
    guard algorithm == Algorithm.loading || Algorithm.named(algorithm) != nil else {
      throw ValidationError("--algorithm takes one of \(Algorithm.names.joined(separator: ", "))")
    }
  }

  func run() throws {
    let execution = Execution(threads: threads)
    let isDirected = directed || file.contains(".dir.")
    let seconds: [Double]
    let graph: EdgeFile
    let answer: Answer
    if let algorithm = Algorithm.named(algorithm) {
      graph = try EdgeFile(file, isDirected: isDirected, isWeighted: weighted, execution)
      let work = Workload(
        graph: graph.topology, fileWeights: graph.weights, isDirected: isDirected, execution: execution)
      try algorithm.prepare(work)
      let timed = try Timing.runs(repetitions) { try algorithm.run(work) }
      seconds = timed.0
      answer = try timed.1()
    } else {
      (seconds, graph) = try Timing.runs(repetitions) {
        try EdgeFile(file, isDirected: isDirected, isWeighted: weighted, execution)
      }
      answer = .numbers(["edges": Double(graph.topology.edgeCount)])
    }
    try Timing.print(
      Line(
        algorithm: self.algorithm, answer: answer, edges: graph.topology.edgeCount, graph: name,
        nodes: graph.topology.nodeCount, seconds: seconds, threads: threads))
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
