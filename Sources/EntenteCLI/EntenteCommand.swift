import ArgumentParser
import Entente

/// The tool: parses options, calls the engine, prints.
@main struct EntenteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract: "Turns news texts into a graph of who did what to whom, when and according to whom.",
    discussion: """
      Every command reads texts (plain or HTML, '-' for standard input) or what 'extract --format json' wrote.

      EXAMPLES
        entente extract article.txt --output article.json
        entente timeline article.json
        entente draw article.json --output article.svg
        entente path article.json "Mark Rutte" "GIUK gap"
        entente rank *.txt --type Person --limit 10

      EXIT STATUS
        0 done, 1 an error in the input, 3 nothing found, 4 a limit was reached, 64 wrong usage, 130 interrupted
      """,
    version: "0.1.0",
    subcommands: [
      ExtractCommand.self, TimelineCommand.self, DrawCommand.self, PathCommand.self, NeighborsCommand.self,
      RankCommand.self, ShowCommand.self, ExplainCommand.self, VerifyCommand.self, PathsCommand.self,
      BetweenCommand.self, ReachCommand.self, CommunityCommand.self, CoreCommand.self, BridgeCommand.self,
      StatsCommand.self, DiffCommand.self, ParseCommand.self, TimeCommand.self, PlacesCommand.self,
    ])

  static func main() async {
    GraphvizWorker.runIfRequested()
    Interruption.install()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      ErrorReport(error).deliver().end()
    }
  }
}
