import ArgumentParser
import Entente

/// `entente reach`: what can be reached from one.
struct ReachCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reach",
    abstract: "Lists what can be reached from somebody, in how many steps; or in time, by what day.",
    usage: "entente reach <file> ... <from> [<options>]",
    discussion: """
      With --in-time only links with a date are followed, each beginning on a later day than the one before has ended: \
      what could have been passed on from hand to hand.

      EXAMPLES
        entente reach *.json "Mark Rutte" --steps 2
        entente reach *.json Denmark --in-time --from-day 2026-01-01
      """)

  @Argument(help: ArgumentHelp("Texts, fact files, or one graph file; then a name.", valueName: "file ... from"))
  var operands: [String]

  @Option(parsing: .unconditional, help: ArgumentHelp("Leave out what is further away.", valueName: "number"))
  var steps: Int?

  @Flag(help: "Follow dated links in the order of time.")
  var inTime = false

  @Option(
    help: ArgumentHelp("With --in-time: start on this day.", valueName: "yyyy-mm-dd"),
    transform: CalendarDate.init(option:))
  var fromDay: CalendarDate?

  @OptionGroup var links: LinkOptions
  @OptionGroup var report: ReportOptions

  func validate() throws {
    if let steps, steps < 1 { throw ValidationError("--steps takes a number from 1 up") }
    if fromDay != nil, !inTime { throw ValidationError("--from-day goes with --in-time") }
    if steps != nil, inTime { throw ValidationError("--steps and --in-time do not go together") }
  }

  func run() async throws {
    let operands = try Operands(self.operands, names: 1, wanted: "entente reach <file> ... <from>")
    let graph = try await links.links(of: operands.files)
    let start = try graph.node(named: operands.names[0])
    let direction = links.direction(in: graph)
    let rows = inTime ? try inTime(graph, start, direction) : try inSteps(graph, start, direction)
    try report.write(
      rows, styles: [.faint, .faint, .bold], emptyMessage: "nothing is reached from \(graph.name(of: start))")
  }

  private func inSteps(_ graph: LinkGraph, _ start: NodeID, _ direction: Direction) throws -> [Row] {
    let counts = try graph.steps(from: [start], direction: direction, execution: links.execution)
    return graph.nodes.compactMap { node in
      guard node != start, let count = counts[node], count <= steps ?? .max else { return nil }
      return Row(steps: count, day: nil, name: graph.name(of: node), type: graph.type(of: node))
    }.sorted { ($0.steps ?? 0, $0.name) < ($1.steps ?? 0, $1.name) }
  }

  private func inTime(_ graph: LinkGraph, _ start: NodeID, _ direction: Direction) throws -> [Row] {
    let timed = try TemporalGraph(graph) { edge in
      graph.days(of: edge).map {
        Contact(
          start: Int64($0.lowerBound.dayNumber), duration: Int64($0.upperBound.dayNumber - $0.lowerBound.dayNumber + 1))
      }
    }
    let window = fromDay.map { Int64($0.dayNumber)...Int64.max / 2 }
    let arrivals = timed.earliestArrivals(from: start, in: window, direction: direction)
    return graph.nodes.compactMap { node in
      guard node != start, let arrival = arrivals.measures[node], let path = arrivals.path(node) else { return nil }
      return Row(
        steps: path.path.length, day: CalendarDate(dayNumber: Int(arrival - 1)),
        name: graph.name(of: node), type: graph.type(of: node))
    }.sorted { ($0.day?.dayNumber ?? 0, $0.name) < ($1.day?.dayNumber ?? 0, $1.name) }
  }

  private struct Row: ReportRow {
    static let columns = ["steps", "day", "name", "type"]
    var steps: Int?
    var day: CalendarDate?
    var name: String
    var type: String

    var cells: [Table.Cell] {
      [steps.map { .integer($0) } ?? .none, .text(day?.description ?? ""), .text(name), .text(type)]
    }
  }
}
