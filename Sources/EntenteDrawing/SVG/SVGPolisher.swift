/// What a picture says of itself and of its parts.
struct SVGAnnotations: Hashable, Sendable {
  struct Part: Hashable, Sendable {
    /// A few words for a screen reader.
    var name: String
    /// What is shown while the pointer rests on the part.
    var tooltip: String
  }

  var title = ""
  var description = ""
  /// By the identifier of the part.
  var parts: [String: Part] = [:]
}

/// Turns the SVG of Graphviz into one that is well-formed, accessible and harmless.
///
/// Only elements and attributes that a drawing needs are let through, whatever the DOT text smuggled in;
/// the titles that Graphviz makes of node names become tooltips with what is known of the part.
struct SVGPolisher {
  private let annotations: SVGAnnotations

  init(_ annotations: SVGAnnotations) { self.annotations = annotations }

  private static let elements: Set<String> = [
    "svg", "g", "title", "polygon", "polyline", "path", "ellipse", "text", "a", "defs", "linearGradient",
    "radialGradient", "stop",
  ]

  private static let attributes: Set<String> = [
    "id", "class", "transform", "fill", "stroke", "stroke-width", "stroke-dasharray", "fill-opacity",
    "stroke-opacity", "points", "d", "x", "y", "cx", "cy", "rx", "ry", "x1", "y1", "x2", "y2", "r", "fx", "fy",
    "gradientUnits", "offset", "text-anchor", "font-family", "font-size", "font-weight", "font-style",
    "text-decoration", "baseline-shift", "width", "height", "viewBox", "xmlns", "xmlns:xlink",
  ]

  /// The polished picture.
  ///
  /// - Throws: `renderingFailed` where the bytes are no SVG that Graphviz would write.
  func polished(_ svg: [UInt8]) throws(DrawingError) -> [UInt8] {
    var reader = MarkupReader(String(decoding: svg, as: UTF8.self))
    var writer = Writer(annotations: annotations)
    while let piece = try reader.next() {
      switch piece {
      case .start(let name, let attributes, let isEmpty): writer.start(name, attributes, isEmpty: isEmpty)
      case .end(let name): writer.end(name)
      case .text(let text): writer.text(text)
      }
    }
    guard writer.isComplete else {
      throw DrawingError(.renderingFailed, "Graphviz wrote an incomplete SVG picture; draw it as PNG")
    }
    return Array(writer.output.utf8)
  }

  /// Writes what passes, and keeps track of what was left out so that the ends match.
  private struct Writer {
    let annotations: SVGAnnotations
    var output = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var open: [(name: String, isWritten: Bool)] = []
    private var titleOwner: String?
    private var isInTitle = false
    private var hasRoot = false

    init(annotations: SVGAnnotations) { self.annotations = annotations }

    var isComplete: Bool { hasRoot && open.isEmpty }

    mutating func start(_ name: String, _ attributes: [(String, String)], isEmpty: Bool) {
      var kept = attributes.filter { SVGPolisher.attributes.contains($0.0) }.map { attribute in
        (attribute.0, attribute.1 == "transparent" ? "none" : XMLText.withKnownReferences(attribute.1))
      }
      let id = kept.first { $0.0 == "id" }?.1
      var isWritten = SVGPolisher.elements.contains(name)
      if name == "a" {
        let address = attributes.first { $0.0 == "xlink:href" }?.1 ?? ""
        // Without an address, Graphviz's anchor only carries a tooltip, which the title does here.
        isWritten = !address.isEmpty && DOTLink(address) != nil
        if isWritten { kept.append(("xlink:href", XMLText.withKnownReferences(address))) }
      }
      if name == "title" {
        isInTitle = true
        isWritten = false
      }
      if name == "g", let id, let part = annotations.parts[id] {
        titleOwner = id
        kept += [("role", "img"), ("aria-label", XMLText.escaped(part.name)), ("tabindex", "0")]
      } else if name == "g", id?.hasPrefix("a_") != true {
        titleOwner = nil
      }
      if isWritten {
        if !hasRoot { kept += rootAttributes }
        output += "<\(name)" + kept.map { " \($0.0)=\"\($0.1)\"" }.joined() + (isEmpty ? "/>" : ">")
        if !hasRoot { writeRootTexts() }
        hasRoot = true
      }
      if !isEmpty { open.append((name, isWritten)) }
    }

    mutating func end(_ name: String) {
      guard let last = open.popLast() else { return }
      if last.name == "title" { isInTitle = false }
      if last.isWritten { output += "</\(last.name)>" }
    }

    mutating func text(_ text: String) {
      guard !open.isEmpty else { return }
      if isInTitle {
        // Graphviz's own title is the node's name, which says nothing to a reader.
        if let owner = titleOwner, let part = annotations.parts[owner] {
          output += "<title>\(XMLText.escaped(part.tooltip))</title>"
          titleOwner = nil
        }
        return
      }
      output += XMLText.withKnownReferences(text)
    }

    private var rootAttributes: [(String, String)] {
      annotations.title.isEmpty
        ? [("role", "img")] : [("role", "group"), ("aria-labelledby", "picture-title picture-description")]
    }

    private mutating func writeRootTexts() {
      guard !annotations.title.isEmpty else { return }
      output += "\n<title id=\"picture-title\">\(XMLText.escaped(annotations.title))</title>"
      output += "\n<desc id=\"picture-description\">\(XMLText.escaped(annotations.description))</desc>"
    }
  }
}

/// Reads the markup that Graphviz writes: tags, texts, comments, declarations.
struct MarkupReader {
  enum Piece {
    case start(String, [(String, String)], isEmpty: Bool)
    case end(String)
    case text(String)
  }

  private let bytes: [UInt8]
  private var place = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The next piece; comments and declarations are passed over.
  ///
  /// - Throws: `renderingFailed` where a tag does not end.
  mutating func next() throws(DrawingError) -> Piece? {
    while place < bytes.count {
      if bytes[place] != UInt8(ascii: "<") {
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
        return .text(String(decoding: bytes[start..<place], as: UTF8.self))
      }
      if starts("<!--") {
        try skip(past: "-->")
      } else if starts("<?") {
        try skip(past: "?>")
      } else if starts("<!") {
        try skip(past: ">")
      } else if starts("</") {
        place += 2
        let name = readName()
        try skip(past: ">")
        return .end(name)
      } else {
        place += 1
        return try readTag()
      }
    }
    return nil
  }

  private mutating func readTag() throws(DrawingError) -> Piece {
    let name = readName()
    var attributes: [(String, String)] = []
    while place < bytes.count {
      skipSpace()
      if starts("/>") {
        place += 2
        return .start(name, attributes, isEmpty: true)
      }
      if starts(">") {
        place += 1
        return .start(name, attributes, isEmpty: false)
      }
      let key = readName()
      guard !key.isEmpty, starts("=\"") else { break }
      place += 2
      let start = place
      while place < bytes.count, bytes[place] != UInt8(ascii: "\"") { place += 1 }
      guard place < bytes.count else { break }
      // A "<" in a value is not XML; nothing that Graphviz means by itself has one.
      let value = String(decoding: bytes[start..<place], as: UTF8.self)
      attributes.append((key, value.contains("<") ? XMLText.escaped(value) : value))
      place += 1
    }
    throw DrawingError(.renderingFailed, "Graphviz wrote an SVG tag <\(name)> that cannot be read; draw it as PNG")
  }

  private mutating func readName() -> String {
    let start = place
    while place < bytes.count, isNameByte(bytes[place]) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x2E: true
    default: false
    }
  }

  private mutating func skipSpace() {
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
  }

  private mutating func skip(past end: String) throws(DrawingError) {
    while place < bytes.count, !starts(end) { place += 1 }
    guard place < bytes.count else {
      throw DrawingError(.renderingFailed, "Graphviz wrote an SVG picture that breaks off; draw it as PNG")
    }
    place += end.utf8.count
  }

  private func starts(_ text: String) -> Bool {
    var index = place
    for byte in text.utf8 {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
    }
    return true
  }
}
