/// The outline of a node.
public enum DOTShape: String, Hashable, Sendable, CaseIterable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case box, ellipse, hexagon, house, note, octagon, diamond, circle, parallelogram, component, folder, tab, cds
  /// Only the label.
  case plaintext
  /// Only the label, without a margin: for tables that draw their own frame.
  case plain
}

/// How a line or an area is drawn.
public enum DOTStyle: String, Hashable, Sendable, CaseIterable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case solid, dashed, dotted, bold, filled, rounded, invisible = "invis"
}

/// The end of an edge.
public enum DOTArrow: String, Hashable, Sendable, CaseIterable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case none, normal, vee, empty, tee, odot, dot, diamond, odiamond, box, obox
  /// A bar at the node, then a filled triangle.
  case barredNormal = "teenormal"
  /// A bar at the node, then an open arrow.
  case barredVee = "teevee"
}

/// Which ends of an edge have an arrow.
public enum DOTDirection: String, Hashable, Sendable, CaseIterable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case forward, back, both, none
}

/// Where the ranks of a hierarchical layout run.
public enum DOTRankDirection: String, Hashable, Sendable, CaseIterable {
  /// From left to right.
  case leftToRight = "LR"
  /// From top to bottom.
  case topToBottom = "TB"
}

/// How edges are routed; the values that bring some release down are not among them.
public enum DOTSplines: String, Hashable, Sendable, CaseIterable {
  /// Curves around nodes.
  case curves = "true"
  /// Straight lines.
  case lines = "line"
  /// Broken lines around nodes.
  case polylines = "polyline"
}

/// How overlapping nodes are moved apart.
public enum DOTOverlap: String, Hashable, Sendable, CaseIterable {
  /// By a proximity stress model; needs a Graphviz with the GTS library.
  case prism
  /// By enlarging the whole.
  case scale
  /// Not at all.
  case keep = "true"
}

/// A typeface, with what stands in for it elsewhere.
public enum DOTFont: String, Hashable, Sendable, CaseIterable {
  /// Helvetica or one of its kind.
  case sansSerif = "Helvetica,Arial,sans-serif"
  /// Times or one of its kind.
  case serif = "Times,serif"
  /// Courier or one of its kind.
  case monospaced = "Courier,monospace"
}

/// A class name for the SVG: ASCII letters, digits and hyphens.
public struct DOTClass: Hashable, Sendable, Comparable {
  /// The name.
  public let name: String

  /// The lower-case letters and digits of `text`, everything else turned into hyphens.
  public init(_ text: String) {
    let scalars = text.unicodeScalars.prefix(60).map { scalar -> Character in
      switch scalar {
      case "a"..."z", "0"..."9", "-": Character(scalar)
      case "A"..."Z": Character(Unicode.Scalar(UInt8(scalar.value) + 32))
      default: "-"
      }
    }
    name = scalars.isEmpty ? "unnamed" : String(scalars)
  }

  /// Orders by name.
  public static func < (left: DOTClass, right: DOTClass) -> Bool { left.name < right.name }
}

/// An address that is safe to put into a picture.
public struct DOTLink: Hashable, Sendable {
  /// The address, percent-encoded.
  public let address: String

  /// A web, mail or fragment address; `nil` for any other scheme, `javascript:` among them.
  public init?(_ text: String) {
    let lower = text.lowercased()
    guard ["http://", "https://", "mailto:", "#"].contains(where: { lower.hasPrefix($0) }) else { return nil }
    var output = ""
    for byte in text.utf8 {
      switch byte {
      case 0x21, 0x23...0x26, 0x28...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E:
        output.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        output += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    address = output
  }
}

/// An attribute of a graph, cluster, node or edge.
///
/// Source of names and meanings: graphviz.org, "Attributes".
public enum DOTAttribute: Hashable, Sendable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case label(DOTLabel), tooltip(String), classes([DOTClass]), link(DOTLink)
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case shape(DOTShape), style([DOTStyle]), color(DOTColor), fillColor(DOTColor), fontColor(DOTColor)
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case backgroundColor(DOTColor), font(DOTFont), fontSize(Double), penWidth(Double)
  /// In inches.
  case width(Double)
  /// In inches.
  case height(Double)
  /// In inches, at the sides and above and below.
  case margin(Double, Double)
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case arrowHead(DOTArrow), arrowTail(DOTArrow), arrowSize(Double), direction(DOTDirection)
  /// How long the spring engines like an edge, in inches.
  case length(Double)
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case weight(Int), constrains(Bool), minimumRanks(Int)
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case rankDirection(DOTRankDirection), nodeSeparation(Double), rankSeparation(Double)
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case splines(DOTSplines), overlap(DOTOverlap)
  /// Keeps the lengths of a spring layout when overlaps are removed, where they would be scaled otherwise.
  case keepsLengths
  /// Extra room around nodes in points, sideways and upwards.
  case separation(Int, Int)
  /// Extra room around nodes for edges, in points.
  case edgeSeparation(Int)
  /// The engine that lays the graph out, whatever engine it is given to.
  case engine(GraphvizEngine)
  /// How many outlines a node has.
  case outlines(Int)
  /// The seed of the spring engines' first placement.
  case start(Int)
  /// Stress by shortest paths that count common neighbours, for `neato`.
  case subsetModel
  /// Lays connected parts out by themselves, then side by side with a margin in points.
  case packed(Int)
  /// Draws edges below nodes.
  case edgesFirst
  /// The space around the whole, in inches.
  case pad(Double)
  /// Puts the graph's label on top, flush left.
  case labelOnTopLeft
  /// Lets ranks run through clusters.
  case newRank
  /// Bounds the effort of the hierarchical engine on large graphs.
  case boundedEffort

  /// The DOT names and values, values as they stand in DOT text.
  var pairs: [(name: String, value: String)] {
    switch self {
    case .label(let label): [("label", label.dot)]
    case .tooltip(let text): [("tooltip", DOTText.quoted(text))]
    case .classes(let classes): [("class", "\"" + classes.map(\.name).joined(separator: " ") + "\"")]
    case .link(let link):
      [("URL", DOTText.quoted(link.address))]
    case .shape(let shape): [("shape", shape.rawValue)]
    case .style(let styles): [("style", "\"" + styles.map(\.rawValue).joined(separator: ",") + "\"")]
    case .color(let color): [("color", "\"\(color)\"")]
    case .fillColor(let color): [("fillcolor", "\"\(color)\"")]
    case .fontColor(let color): [("fontcolor", "\"\(color)\"")]
    case .backgroundColor(let color): [("bgcolor", "\"\(color)\"")]
    case .font(let font): [("fontname", "\"\(font.rawValue)\"")]
    case .fontSize(let value): [("fontsize", DOTText.number(value))]
    case .penWidth(let value): [("penwidth", DOTText.number(value))]
    case .width(let value): [("width", DOTText.number(value))]
    case .height(let value): [("height", DOTText.number(value))]
    case .margin(let x, let y): [("margin", "\"\(DOTText.number(x)),\(DOTText.number(y))\"")]
    case .arrowHead(let arrow): [("arrowhead", arrow.rawValue)]
    case .arrowTail(let arrow): [("arrowtail", arrow.rawValue)]
    case .arrowSize(let value): [("arrowsize", DOTText.number(value))]
    case .direction(let direction): [("dir", direction.rawValue)]
    case .length(let value): [("len", DOTText.number(value))]
    case .weight(let value): [("weight", String(value))]
    case .constrains(let value): [("constraint", value ? "true" : "false")]
    case .minimumRanks(let value): [("minlen", String(value))]
    default: layoutPairs
    }
  }

  private var layoutPairs: [(name: String, value: String)] {
    switch self {
    case .rankDirection(let direction): [("rankdir", direction.rawValue)]
    case .nodeSeparation(let value): [("nodesep", DOTText.number(value))]
    case .rankSeparation(let value): [("ranksep", DOTText.number(value))]
    case .splines(let splines): [("splines", splines.rawValue)]
    case .overlap(let overlap): [("overlap", overlap.rawValue)]
    case .keepsLengths: [("overlap_scaling", "0"), ("overlap_shrink", "false")]
    case .separation(let x, let y): [("sep", "\"+\(x),+\(y)\"")]
    case .edgeSeparation(let value): [("esep", "\"+\(value)\"")]
    case .engine(let engine): [("layout", engine.rawValue)]
    case .outlines(let count): [("peripheries", String(count))]
    case .start(let seed): [("start", String(seed))]
    case .subsetModel: [("model", "subset"), ("mode", "major")]
    case .packed(let margin): [("pack", String(margin)), ("packmode", "\"node\"")]
    case .edgesFirst: [("outputorder", "edgesfirst")]
    case .pad(let value): [("pad", DOTText.number(value))]
    case .labelOnTopLeft: [("labelloc", "t"), ("labeljust", "l")]
    case .newRank: [("newrank", "true")]
    case .boundedEffort: [("nslimit", "1"), ("nslimit1", "1"), ("mclimit", "0.3")]
    default: []
    }
  }

  /// The range that the attribute's number must lie in, with the number.
  var boundedNumber: (name: String, value: Double, range: ClosedRange<Double>)? {
    switch self {
    case .fontSize(let value): ("fontsize", value, 1...200)
    case .penWidth(let value): ("penwidth", value, 0...50)
    case .width(let value): ("width", value, 0...100)
    case .height(let value): ("height", value, 0...100)
    case .margin(let x, let y): ("margin", max(x, y), 0...10)
    case .arrowSize(let value): ("arrowsize", value, 0...20)
    case .length(let value): ("len", value, 0.01...100)
    case .weight(let value): ("weight", Double(value), 0...1_000)
    case .minimumRanks(let value): ("minlen", Double(value), 0...50)
    case .nodeSeparation(let value): ("nodesep", value, 0.02...10)
    case .rankSeparation(let value): ("ranksep", value, 0.02...20)
    case .separation(let x, let y): ("sep", Double(max(x, y)), 0...500)
    case .edgeSeparation(let value): ("esep", Double(value), 0...500)
    case .outlines(let value): ("peripheries", Double(value), 0...5)
    case .start(let value): ("start", Double(value), 1...1_000_000)
    case .packed(let value): ("pack", Double(value), 0...1_000)
    case .pad(let value): ("pad", value, 0...20)
    default: nil
    }
  }

  /// The text that the attribute shows, with the attribute's name.
  var shownText: (name: String, text: String)? {
    switch self {
    case .label(let label): ("label", label.plainText)
    case .tooltip(let text): ("tooltip", text)
    default: nil
    }
  }
}
