import ArgumentParser
import Entente

/// `entente path`: how two entities are linked, in sentences.
struct PathCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Explains how two entities are linked, by the shortest chain of facts.",
    usage: "entente path <file> ... <from> <to> [<options>]",
    discussion: """
      Names are matched without regard to case and accents, and by alias. In a graph file (.tsv, .csv, .edges, .snapshot) \
      links are followed from source to target.

      EXAMPLES
        entente path article.txt "Mark Rutte" "GIUK gap"
        entente path trade.tsv Ghana Togo
        entente path *.txt --from Rutte --to Greenland --status actual --format json
      """)

  @Argument(help: ArgumentHelp("Texts, fact files, or one graph file; then two names.", valueName: "file ... from to"))
  var operands: [String]

  @Option(help: ArgumentHelp("Where to start, instead of the last but one argument.", valueName: "name"))
  var from: String?

  @Option(help: ArgumentHelp("Where to end, instead of the last argument.", valueName: "name"))
  var to: String?

  @Option(help: "Follow only events of this status; may be given again (default: all but negated).")
  var status: [EventStatus] = []

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var report: ReportOptions

  private static let shownTies = 3

  func run() async throws {
    let given = [from, to].compactMap { $0 }
    let operands = try Operands(
      self.operands, names: 2 - given.count, wanted: "entente path <file> ... <from> <to>")
    let names = [from, to].reduce(into: (rest: operands.names, all: [String]())) { names, option in
      names.all.append(option ?? names.rest.removeFirst())
    }.all
    if let file = try LinkOptions.graphFile(among: operands.files) {
      return try tellPath(through: try LinkGraph(contentsOf: file), names)
    }
    let graph = try await reading.graph(of: operands.files)
    let ends = try names.map { try graph.entity(named: $0) }
    if ends[0].id == ends[1].id { throw CommandFailure.sameEnds(ends[0].name) }
    let options = status.isEmpty ? PathOptions() : PathOptions(statuses: Set(status))
    guard let path = graph.path(from: ends[0].id, to: ends[1].id, options: options) else {
      throw CommandFailure(.nothingFound, "no chain of facts leads from \(ends[0].name) to \(ends[1].name)")
    }
    try report.target.write(try text(of: path))
  }

  /// The shortest way through a graph that is not made of facts.
  private func tellPath(through graph: LinkGraph, _ names: [String]) throws {
    if !status.isEmpty { throw ValidationError("--status goes with facts, and a graph file has none") }
    let ends = try graph.ends(named: names)
    let merged = try graph.simplified()
    let path = merged.shortestPath(from: ends.from, to: ends.to, direction: graph.direction)
    try report.write(
      path.map { StepRow.rows($0, number: 1, in: graph, merged) } ?? [], styles: [.faint, .faint, .bold, .bold],
      emptyMessage: "no way leads from \(graph.name(of: ends.from)) to \(graph.name(of: ends.to))")
  }

  private func text(of path: FactPath) throws -> String {
    switch report.format {
    case .json: try JSONText.pretty(path)
    case .jsonl: try JSONText.line(path)
    case .csv:
      String(decoding: try Report(rows: Self.rows(of: path)).bytes(as: .csv, for: .none), as: UTF8.self)
    case .table: prose(path)
    }
  }

  private static func rows(of path: FactPath) -> [TieRow] {
    path.hops.enumerated().flatMap { step, hop in hop.ties.map { TieRow(tie: $0, step: step + 1) } }
  }

  private func prose(_ path: FactPath) -> String {
    var prose = Prose(for: report.target.terminal)
    let names = [path.from.name] + path.hops.map(\.to.name)
    let steps = path.hops.count == 1 ? "1 step" : "\(path.hops.count) steps"
    prose.add("\(names.joined(separator: " — ")) (\(steps))", style: .bold)
    for (number, hop) in path.hops.enumerated() {
      prose.addGap()
      prose.add("\(number + 1). \(hop.from.name) — \(hop.to.name)", style: .bold)
      for tie in hop.ties.prefix(Self.shownTies) { add(tie, to: &prose) }
      let rest = hop.ties.count - Self.shownTies
      if rest > 0 { prose.add("and \(rest) more; see --format json", indent: 3, style: .faint) }
    }
    return prose.text
  }

  private func add(_ tie: Tie, to prose: inout Prose) {
    let caveats = FactText.caveats(tie)
    let line = "\(tie.from.name) \(FactText.arrow(tie.bearing)) \(tie.to.name): \(FactText.label(tie))"
    prose.add(line + (caveats.isEmpty ? "" : " · \(caveats)"), indent: 3)
    for evidence in tie.evidence { prose.add(evidence, in: tie.documents, indent: 6) }
  }
}
