import ArgumentParser
import Entente

/// `entente neighbors`: what an entity is joined to.
struct NeighborsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "neighbors",
    abstract: "Lists the facts that join an entity to others.",
    usage: "entente neighbors <file> ... <name> [<options>]",
    discussion: """
      EXAMPLES
        entente neighbors article.txt NATO
        entente neighbors article.json "Mr. Rutte" --format jsonl
      """)

  @Argument(help: ArgumentHelp("Texts or fact files, then a name.", valueName: "file ... name"))
  var operands: [String]

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    let operands = try Operands(self.operands, names: 1, wanted: "entente neighbors <file> ... <name>")
    let graph = try await reading.graph(of: operands.files)
    let entity = try graph.entity(named: operands.names[0])
    let ties = graph.neighbors(of: entity.id)
    let emptyMessage = "no fact joins \(entity.name) to anything"
    if report.format == .table && !ties.isEmpty {
      try report.target.write(prose(of: ties))
    } else {
      try report.write(ties.map { TieRow(tie: $0) }, emptyMessage: emptyMessage)
    }
  }

  private func prose(of ties: [Tie]) -> String {
    var prose = Prose(for: report.target.terminal)
    var neighbor: EntityID?
    for tie in ties {
      if neighbor != tie.to.id {
        if neighbor != nil { prose.addGap() }
        prose.add("\(tie.to.name) (\(tie.to.type.rawValue))", style: .bold)
        neighbor = tie.to.id
      }
      let caveats = FactText.caveats(tie)
      prose.add(
        "\(FactText.arrow(tie.bearing)) \(FactText.label(tie))" + (caveats.isEmpty ? "" : " · \(caveats)"), indent: 2)
      for evidence in tie.evidence { prose.add(evidence, in: tie.documents, indent: 4) }
    }
    return prose.text
  }
}
