import Entente

/// Paragraphs with a hanging indent, for answers that are no table. Control characters are replaced.
struct Prose {
  private(set) var text = ""
  private let terminal: Terminal

  /// Prose for a window.
  init(for terminal: Terminal) { self.terminal = terminal }

  /// Adds words, wrapped, each line behind `indent` spaces.
  mutating func add(_ words: String, indent: Int = 0, style: TextStyle? = nil) {
    let margin = String(repeating: " ", count: indent)
    for line in LineWrapping.lines(of: PrintableText.of(words), width: max(32, terminal.width - indent)) {
      text += margin + (style?.applied(to: line, on: terminal) ?? line) + "\n"
    }
  }

  /// Adds words behind a label, wrapped beside it.
  mutating func add(label: String, width: Int, _ words: String, indent: Int) {
    let label = PrintableText.of(label)
    let margin = String(repeating: " ", count: indent)
    let gap = String(repeating: " ", count: max(0, width - DisplayWidth.of(label)) + 2)
    let hanging = indent + width + 2
    let lines = LineWrapping.lines(of: PrintableText.of(words), width: max(32, terminal.width - hanging))
    for (number, line) in lines.enumerated() {
      let head =
        number == 0
        ? margin + TextStyle.faint.applied(to: label, on: terminal) + gap : String(repeating: " ", count: hanging)
      text += head + line + "\n"
    }
  }

  /// Adds an empty line.
  mutating func addGap() { text += "\n" }

  /// Adds a quotation and where it stands.
  mutating func add(_ evidence: Evidence, in documents: [DocumentSummary], indent: Int) {
    add(FactText.quote(evidence), indent: indent)
    add(FactText.place(evidence, in: documents), indent: indent, style: .faint)
  }
}
