import ArgumentParser
import Entente

/// `entente draw`: facts as a picture.
struct DrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draws who is tied to whom and who did what to whom, or, with --timeline, what happened when.",
    discussion: """
      Without --format the ending of --output decides, and without either it writes SVG.

      EXAMPLES
        entente draw article.txt --output article.svg
        entente draw article.json --focus "Mark Rutte" --hops 1 --format png > rutte.png
        entente draw article.json --timeline --output article.timeline.svg
        entente draw article.json --format dot | dot -Tps > article.ps
      """)

  /// What a diagram is written as.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case dot, svg, png, pdf

    /// The format that a file's name asks for.
    init?(endingOf path: String) {
      guard let dot = path.lastIndex(of: ".") else { return nil }
      self.init(rawValue: path[path.index(after: dot)...].lowercased())
    }
  }

  @Argument(help: ArgumentHelp("Texts or fact files; '-' is standard input.", valueName: "file"))
  var files: [String]

  @Option(help: "How to write the picture.")
  var format: Format?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to a file, whole or not at all, instead of standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Draw events along time, by actor; only as SVG.")
  var timeline = false

  @Option(help: ArgumentHelp("Draw only what lies around this entity; may be given again.", valueName: "name"))
  var focus: [String] = []

  @Option(
    parsing: .unconditional, help: ArgumentHelp("How many steps around the entities in focus.", valueName: "number"))
  var hops = 2

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Draw at most this many entities, the most important ones.", valueName: "number"))
  var limit = 60

  @Option(help: "The words above the picture (default: the title of the first text).")
  var title: String?

  @OptionGroup var reading: ReadingOptions

  private var target: OutputTarget { output.map { .file($0) } ?? .standardOutput }

  private var effectiveFormat: Format { format ?? output.flatMap { Format(endingOf: $0) } ?? .svg }

  func validate() throws {
    if hops < 1 { throw ValidationError("--hops takes a number from 1 up") }
    if limit < 1 { throw ValidationError("--limit takes a number from 1 up") }
    if timeline && effectiveFormat != .svg { throw ValidationError("--timeline is drawn as svg only") }
  }

  func run() async throws {
    let format = effectiveFormat
    if (format == .png || format == .pdf) && target.terminal.isTerminal {
      throw ValidationError("a terminal cannot show \(format.rawValue); name a file with --output")
    }
    let graph = try await reading.graph(of: files)
    if graph.facts.entities.isEmpty { throw CommandFailure(.nothingFound, "there is nothing to draw") }
    try target.write(timeline ? Array(try timelinePicture(of: graph).utf8) : try picture(of: graph, as: format))
  }

  private func timelinePicture(of graph: FactGraph) throws -> String {
    var options = TimelineDrawing.Options()
    options.title = title
    let filter = TimelineFilter(entities: try focus.map { try graph.entity(named: $0).id })
    let facts = graph.facts
    let events = facts.events.filter { filter.admits($0) }
    if events.isEmpty { throw CommandFailure(.nothingFound, "there is no event to draw") }
    let shown = FactSet(
      documents: facts.documents, entities: facts.entities, relations: facts.relations, events: events)
    return TimelineDrawing(shown, options: options).svg()
  }

  private func picture(of graph: FactGraph, as format: Format) throws -> [UInt8] {
    var options = FactDiagram.Options()
    options.focus = try focus.map { try graph.entity(named: $0).id }
    options.hops = hops
    options.maximumNodes = limit
    options.title = title
    let diagram = FactDiagram(graph.facts, options: options)
    return switch format {
    case .dot: Array(try diagram.dot().utf8)
    case .svg: try diagram.picture(.svg)
    case .png: try diagram.picture(.png)
    case .pdf: try diagram.picture(.pdf)
    }
  }
}
