import ArgumentParser
import EntenteGraph
import Foundation

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
    var seconds: [Double] = []
    var graph = try TemporalEdgeList(contentsOf: file).graph
    var answer = Answer.numbers(["edges": Double(graph.edgeCount)])
    if let algorithm = TemporalAlgorithm.named(algorithm) {
      let work = TemporalWorkload(
        graph: graph, execution: Execution(threads: threads),
        source: graph.degrees(.both).ranked(limit: 1).first ?? NodeID(rawValue: 0))
      guard graph.nodeCount > 0 else { throw GraphError(.invalidInput, "\(file): there is no contact to time") }
      try algorithm.prepare(work)
      for repetition in 0..<repetitions {
        let (time, checksum) = try GraphCommand.timed { try algorithm.run(work) }
        seconds.append(time)
        if repetition == repetitions - 1 { answer = try checksum() }
      }
    } else {
      for _ in 0..<repetitions {
        let (time, loaded) = try GraphCommand.timed { try TemporalEdgeList(contentsOf: file).graph }
        seconds.append(time)
        graph = loaded
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = Line(
      algorithm: self.algorithm, answer: answer, contacts: graph.contactCount, file: file, nodes: graph.nodeCount,
      seconds: seconds, threads: threads)
    print(String(decoding: try encoder.encode(line), as: UTF8.self))
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
