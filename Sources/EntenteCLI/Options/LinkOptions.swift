import ArgumentParser
import Entente

/// How the links of files are read and followed.
struct LinkOptions: ParsableArguments {
  @OptionGroup var reading: ReadingOptions

  @Flag(
    inversion: .prefixedNo,
    help: "Follow links from source to target only (default: as the graph means it; between entities either way).")
  var directed: Bool?

  @Option(
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
    guard let graphFile = files.first(where: { LinkGraph.isGraphFile($0) }) else {
      return LinkGraph(try await reading.graph(of: files))
    }
    guard files.count == 1 else {
      throw ValidationError("a graph file ('\(graphFile)') is read by itself, not with other files")
    }
    return try LinkGraph(contentsOf: graphFile, execution: execution)
  }
}
