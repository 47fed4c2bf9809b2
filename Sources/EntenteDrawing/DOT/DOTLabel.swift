/// A label: plain text, or a table.
public enum DOTLabel: Hashable, Sendable {
  /// Text that is shown as it is, line breaks included.
  case text(String)
  /// Lines of styled text.
  case lines([DOTLine])
  /// A table.
  case table(DOTTable)

  /// The label as it stands in DOT text, with its quotes or angle brackets.
  var dot: String {
    switch self {
    case .text(let text): DOTText.quoted(text)
    case .lines(let lines): "<" + DOTLine.html(lines, align: nil) + ">"
    case .table(let table): "<" + table.html + ">"
    }
  }

  /// The text of the label without its style.
  var plainText: String {
    switch self {
    case .text(let text): text
    case .lines(let lines): lines.map(\.plainText).joined(separator: "\n")
    case .table(let table): table.plainText
    }
  }
}

/// A stretch of text in one style.
public struct DOTRun: Hashable, Sendable {
  /// The text.
  public var text: String
  /// Points; `nil` for the size around it.
  public var size: Double?
  /// `nil` for the colour around it.
  public var color: DOTColor?
  /// Heavy type.
  public var isBold: Bool
  /// Slanted type.
  public var isItalic: Bool
  /// Struck through.
  public var isStruck: Bool

  /// A run of text.
  public init(
    _ text: String, size: Double? = nil, color: DOTColor? = nil, bold: Bool = false, italic: Bool = false,
    struck: Bool = false
  ) {
    self.text = text
    self.size = size
    self.color = color
    isBold = bold
    isItalic = italic
    isStruck = struck
  }

  var html: String {
    var output = DOTText.html(text)
    if output.isEmpty { return "" }
    if isStruck { output = "<S>\(output)</S>" }
    if isItalic { output = "<I>\(output)</I>" }
    if isBold { output = "<B>\(output)</B>" }
    var font = ""
    if let color { font += " COLOR=\"\(color)\"" }
    if let size { font += " POINT-SIZE=\"\(DOTText.number(size))\"" }
    return font.isEmpty ? output : "<FONT\(font)>\(output)</FONT>"
  }
}

/// A line of styled text.
public struct DOTLine: Hashable, Sendable {
  /// Its runs in order.
  public var runs: [DOTRun]

  /// A line of runs.
  public init(_ runs: [DOTRun]) { self.runs = runs }
  /// A line of one run.
  public init(_ run: DOTRun) { runs = [run] }

  var plainText: String { runs.map(\.text).joined() }

  static func html(_ lines: [DOTLine], align: DOTAlignment?) -> String {
    let lineBreak = align.map { "<BR ALIGN=\"\($0.rawValue)\"/>" } ?? "<BR/>"
    let texts = lines.map { line in line.runs.map(\.html).joined() }
    // Graphviz reads an empty label as a syntax error.
    let joined = texts.map { $0.isEmpty ? " " : $0 }.joined(separator: lineBreak)
    if texts.isEmpty { return " " }
    return align == .left && texts.count > 1 ? joined + lineBreak : joined
  }
}

/// How the text of a cell stands.
public enum DOTAlignment: String, Hashable, Sendable {
  /// Flush left.
  case left = "LEFT"
  /// In the middle.
  case center = "CENTER"
  /// Flush right.
  case right = "RIGHT"
}

/// A cell of a table.
public struct DOTCell: Hashable, Sendable {
  /// What a cell holds.
  public indirect enum Content: Hashable, Sendable {
    /// Lines of text.
    case lines([DOTLine])
    /// A table.
    case table(DOTTable)
  }

  /// What it holds.
  public var content: Content
  /// How it stands.
  public var alignment: DOTAlignment
  /// How many columns it takes.
  public var columns: Int
  /// Its ground, if it has a colour.
  public var background: DOTColor?

  /// A cell.
  public init(
    _ content: Content, alignment: DOTAlignment = .left, columns: Int = 1, background: DOTColor? = nil
  ) {
    self.content = content
    self.alignment = alignment
    self.columns = max(1, columns)
    self.background = background
  }

  /// A cell of one line.
  public init(
    _ runs: DOTRun..., alignment: DOTAlignment = .left, columns: Int = 1, background: DOTColor? = nil
  ) {
    self.init(.lines([DOTLine(runs)]), alignment: alignment, columns: columns, background: background)
  }

  var html: String {
    var attributes = " ALIGN=\"\(alignment.rawValue)\""
    if alignment == .left, case .lines = content { attributes += " BALIGN=\"LEFT\"" }
    if columns > 1 { attributes += " COLSPAN=\"\(columns)\"" }
    if let background { attributes += " BGCOLOR=\"\(background)\"" }
    switch content {
    case .lines(let lines): return "<TD\(attributes)>\(DOTLine.html(lines, align: nil))</TD>"
    case .table(let table): return "<TD\(attributes)>\(table.html)</TD>"
    }
  }

  var plainText: String {
    switch content {
    case .lines(let lines): lines.map(\.plainText).joined(separator: "\n")
    case .table(let table): table.plainText
    }
  }
}

/// A table of cells, as Graphviz draws it in an HTML-like label.
public struct DOTTable: Hashable, Sendable {
  /// The rows; a table without a cell is drawn as one blank cell.
  public var rows: [[DOTCell]]
  /// The width of the frame in points; 0 for none.
  public var border: Int
  /// The space between cells in points.
  public var spacing: Int
  /// The space inside a cell in points.
  public var padding: Int
  /// The colour of the frame.
  public var color: DOTColor?
  /// The ground.
  public var background: DOTColor?
  /// Whether the frame is a dashed line.
  public var isDashed: Bool

  /// A table.
  public init(
    rows: [[DOTCell]], border: Int = 0, spacing: Int = 0, padding: Int = 2, color: DOTColor? = nil,
    background: DOTColor? = nil, dashed: Bool = false
  ) {
    self.rows = rows
    self.border = min(max(0, border), 20)
    self.spacing = min(max(0, spacing), 100)
    self.padding = min(max(0, padding), 100)
    self.color = color
    self.background = background
    isDashed = dashed
  }

  var html: String {
    var attributes = " BORDER=\"\(border)\" CELLBORDER=\"0\" CELLSPACING=\"\(spacing)\" CELLPADDING=\"\(padding)\""
    if let color { attributes += " COLOR=\"\(color)\"" }
    if let background { attributes += " BGCOLOR=\"\(background)\"" }
    if isDashed { attributes += " STYLE=\"DASHED\"" }
    let filled = rows.filter { !$0.isEmpty }
    let body =
      filled.isEmpty
      ? "<TR><TD> </TD></TR>"
      : filled.map { row in
        "<TR>" + row.map(\.html).joined() + "</TR>"
      }.joined()
    return "<TABLE\(attributes)>\(body)</TABLE>"
  }

  var plainText: String {
    rows.map { $0.map(\.plainText).joined(separator: " ") }.joined(separator: "\n")
  }
}
