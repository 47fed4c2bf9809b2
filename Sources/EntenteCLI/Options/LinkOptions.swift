import ArgumentParser
import Entente

/// How the links of files are read and followed.
struct LinkOptions: ParsableArguments {
  @OptionGroup var reading: ReadingOptions

  @Flag(
    inversion: .prefixedNo,
    help: "Follow links from source to target only (default: as the graph means it; between entities either way).")
  var directed: Bool?

  @Flag(help: "Count all links alike, whatever they weigh.")
  var unweighted = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Use so many threads (default: one for each processor); the answer is the same.", valueName: "number"))
  var threads: Int?

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1 up") }
  }

  var execution: Execution { Execution(threads: threads ?? Execution.processorCount) }

  func direction(in graph: LinkGraph) -> Direction {
    switch directed {
    case true?: .outgoing
    case false?: .both
    case nil: graph.direction
    }
  }

  /// The links of a graph file, or of the facts of texts and fact files.
  ///
  /// - Throws: for the first of `files` that cannot be read, or where a graph file is named beside others.
  func links(of files: [String]) async throws -> LinkGraph {
    let graph =
      if let file = try Self.graphFile(among: files) {
        try LinkGraph(contentsOf: file, execution: execution)
      } else {
        LinkGraph(try await reading.graph(of: files))
      }
    return unweighted ? graph.unweighted() : graph
  }

  /// The graph file that is named by itself, or nil where there are texts and fact files alone.
  ///
  /// - Throws: `ValidationError` where a graph file is named beside others.
  static func graphFile(among files: [String]) throws -> String? {
    guard let file = files.first(where: { LinkGraph.isGraphFile($0) }) else { return nil }
    guard files.count == 1 else {
      throw ValidationError("a graph file ('\(file)') is read by itself, not with other files")
    }
    return file
  }
}

extension LinkGraph {
  /// The nodes that two names stand for.
  ///
  /// - Throws: `StoreError` for a name that none or several have; `CommandFailure` where both are the same.
  func ends(named names: [String]) throws -> (from: NodeID, to: NodeID) {
    let (from, to) = (try node(named: names[0]), try node(named: names[1]))
    if from == to { throw CommandFailure.sameEnds(name(of: from)) }
    return (from, to)
  }
}

extension CommandFailure {
  /// No way leads from something to itself.
  static func sameEnds(_ name: String) -> CommandFailure {
    CommandFailure(.nothingFound, "both names stand for \(name); name two that differ")
  }
}
