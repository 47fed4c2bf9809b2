import ArgumentParser
import EntenteGraph

/// Times one algorithm on a graph with times.
struct TemporalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "temporal",
    abstract: "Times an algorithm on contacts: lines of source, relation, target and time.")

  @Argument(help: "The file with the contacts.")
  var file: String

  @Option(name: .shortAndLong, help: "What to time.")
  var algorithm = "earliest_arrival"

  @Option(help: "How many threads may be used.")
  var threads = 1

  @Option(name: .customLong("repeat"), help: "How often to run it.")
  var repetitions = 1

  private static let loading = "load_tsv"

  func validate() throws {
    if threads < 1 { throw ValidationError("--threads takes a number from 1 up") }
    if repetitions < 1 { throw ValidationError("--repeat takes a number from 1 up") }
    guard algorithm == Self.loading || TemporalAlgorithm.named(algorithm) != nil else {
      let names = [Self.loading] + TemporalAlgorithm.all.map(\.name)
      throw ValidationError("--algorithm takes one of \(names.joined(separator: ", "))")
    }
  }

  func run() throws {
    let seconds: [Double]
    let graph: TemporalGraph
    let answer: Answer
    if let algorithm = TemporalAlgorithm.named(algorithm) {
      graph = try TemporalEdgeList(contentsOf: file).graph
      guard let source = graph.degrees(.both).ranked(limit: 1).first else {
        throw GraphError(.invalidInput, "\(file): there is no contact to time")
      }
      let work = TemporalWorkload(graph: graph, execution: Execution(threads: threads), source: source)
      try algorithm.prepare(work)
      let timed = try Timing.runs(repetitions) { try algorithm.run(work) }
      seconds = timed.0
      answer = try timed.1()
    } else {
      (seconds, graph) = try Timing.runs(repetitions) { try TemporalEdgeList(contentsOf: file).graph }
      answer = .numbers(["edges": Double(graph.edgeCount)])
    }
    try Timing.print(
      Line(
        algorithm: self.algorithm, answer: answer, contacts: graph.contactCount, file: file, nodes: graph.nodeCount,
        seconds: seconds, threads: threads))
  }

  private struct Line: Encodable {
    var algorithm: String
    var answer: Answer
    var contacts: Int
    var file: String
    var nodes: Int
    var seconds: [Double]
    var threads: Int
  }
}
