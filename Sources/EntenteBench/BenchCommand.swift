import ArgumentParser

/// Times the graph engine on one graph, and makes graphs to time it on.
@main struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente-bench",
    abstract: "Times the graph engine: one line of JSON a run.",
    discussion: """
      EXAMPLES
        entente-bench rmat 16 16 1 --output rmat16
        entente-bench graph rmat16.und.tsv --algorithm pagerank --repeat 5
      """,
    subcommands: [GraphCommand.self, RMATCommand.self, TemporalCommand.self])
}
