import ArgumentParser
import Entente

/// `entente community`: who belongs together.
struct CommunityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "community",
    abstract: "Finds groups that are linked more among themselves than with others.",
    discussion: """
      By the Leiden algorithm for modularity, largest group first; the same seed gives the same groups. A link inside counts \
      the facts that join a member to others of its group.

      EXAMPLES
        entente community *.json
        entente community trade.tsv --resolution 0.5 --format csv
      """)

  @Argument(help: ArgumentHelp("Texts, fact files, or one graph file.", valueName: "file"))
  var files: [String]

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Above 1 for more and smaller groups, below for fewer.", valueName: "number"))
  var resolution = 1.0

  @Option(parsing: .unconditional, help: ArgumentHelp("Where the random numbers begin.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(parsing: .unconditional, help: ArgumentHelp("Leave out groups of fewer members.", valueName: "number"))
  var atLeast = 2

  @OptionGroup var links: LinkOptions
  @OptionGroup var report: ReportOptions

  func validate() throws {
    guard resolution > 0, resolution.isFinite else { throw ValidationError("--resolution takes a number above 0") }
    if atLeast < 1 { throw ValidationError("--at-least takes a number from 1 up") }
  }

  func run() async throws {
    let graph = try await links.links(of: files)
    let options = CommunityOptions(resolution: resolution, seed: seed)
    let weights = try graph.weights(for: "communities")
    let partition = try graph.leidenCommunities(options, weights: weights, execution: links.execution)
    let groups = partition.groupsBySize.filter { partition.sizes[$0] >= atLeast }
    let rows = groups.enumerated().flatMap { place, group in
      partition.members(of: group).map { node in
        let ties = Self.ties(of: node, in: graph, partition)
        return Row(
          community: place + 1, size: partition.sizes[group], name: graph.name(of: node), type: graph.type(of: node),
          inside: ties.inside, outside: ties.outside)
      }.sorted { ($1.inside, $0.name) < ($0.inside, $1.name) }
    }
    try report.write(rows, styles: [.faint, .faint, .bold], emptyMessage: "there is no group of \(atLeast) or more")
  }

  private static func ties(of node: NodeID, in graph: LinkGraph, _ partition: Partition) -> (inside: Int, outside: Int)
  {
    let others =
      graph.outgoingEdges(of: node).map { graph.target(of: $0) }
      + graph.incomingEdges(of: node).map { graph.source(of: $0) }
    let inside = others.count { $0 != node && partition.joins(node, $0) }
    return (inside, others.count { !partition.joins(node, $0) })
  }

  private struct Row: ReportRow {
    static let columns = ["community", "size", "name", "type", "inside", "outside"]
    var community: Int
    var size: Int
    var name: String
    var type: String
    var inside: Int
    var outside: Int

    var cells: [Table.Cell] {
      [.integer(community), .integer(size), .text(name), .text(type), .integer(inside), .integer(outside)]
    }
  }
}
