/// A web page as elements and blocks of text, each scalar with its bytes.
struct HTMLTree {
  /// An element; those inside it follow it directly, up to `end`.
  struct Node {
    var name: String
    var attributes: [String: String]
    /// The element around it; the first is its own.
    var parent: Int
    var end: Int
    /// Whether a reader never sees what is in it.
    var isHidden: Bool
    /// Whether it is a link or lies in one.
    var isLink: Bool
  }

  /// Text between two ends of blocks.
  struct Block {
    /// The innermost element that sets it off.
    var node: Int
    /// Its scalars in the text.
    var range: Range<Int>
    /// How many of them are no white space.
    var ink: Int
    /// How many of these are in links.
    var linkInk: Int
  }

  private(set) var nodes: [Node] = []
  private(set) var blocks: [Block] = []
  /// The visible text: a block a paragraph, with an empty line between two.
  private(set) var text = SourceText()
  /// What elements hold that no reader sees but that tells about the page: its title, its linked data.
  private(set) var hiddenTexts: [(node: Int, text: String)] = []
  /// Whether the page was nested too deeply to be read to its end.
  let isCutOff: Bool

  private let source: SourceText
  private let locator: HTMLTextLocator
  private var open: [Int] = []
  private var pending: [HTMLTextLocator.Located] = []
  private var pendingNode = 0
  private var pendingLinkInk = 0

  /// Reads a page.
  ///
  /// - Complexity: O(*n*).
  init(_ source: SourceText) {
    self.source = source
    locator = HTMLTextLocator(source.scalars)
    let parsed = HTMLEvents(Array(source.string.utf8))
    isCutOff = parsed.isCutOff
    build(parsed.events)
  }

  // MARK: - Building

  private mutating func build(_ events: [HTMLEvents.Event]) {
    nodes.append(Node(name: "", attributes: [:], parent: 0, end: 0, isHidden: false, isLink: false))
    open = [0]
    var places = SourcePlaces(source.scalars)
    var lower = 0
    for (index, event) in events.enumerated() {
      let place = places.scalar(atUTF8: event.position)
      switch event.kind {
      case .start(let name, let attributes): start(name, attributes)
      case .end(let name): end(name)
      case .raw(let text): hiddenTexts.append((open.last ?? 0, text))
      case .gap: break
      case .text(let text):
        let upper = index + 1 < events.count ? places.ahead(toUTF8: events[index + 1].position) : source.count
        add(text, from: lower, to: upper)
      }
      if !isImplied(event.kind, at: place) { lower = place }
    }
    flush()
    for index in nodes.indices where nodes[index].end == 0 { nodes[index].end = nodes.count }
  }

  /// Whether an element begins without a tag; the parser may tell of it behind the text that called for it.
  private func isImplied(_ kind: HTMLEvents.Kind, at place: Int) -> Bool {
    guard case .start = kind, place < source.count else { return false }
    return source.scalars[place] != ">" && source.scalars[place] != "/"
  }

  private mutating func start(_ name: String, _ attributes: [String: String]) {
    let parent = open.last ?? 0
    let isHidden = nodes[parent].isHidden || HTMLElements.isHidden(name, attributes)
    let isLink = nodes[parent].isLink || name == "a"
    let node = Node(name: name, attributes: attributes, parent: parent, end: 0, isHidden: isHidden, isLink: isLink)
    if HTMLElements.isBlock(node) { flush() }
    nodes.append(node)
    open.append(nodes.count - 1)
    if name == "br", !isHidden, !pending.isEmpty {
      let place = pending[pending.count - 1].source.upperBound
      pending.append(.init(scalar: "\n", source: place..<place))
    }
  }

  private mutating func end(_ name: String) {
    guard let depth = open.lastIndex(where: { nodes[$0].name == name }), depth > 0 else { return }
    for index in open[depth...] {
      if HTMLElements.isBlock(nodes[index]) { flush() }
      nodes[index].end = nodes.count
    }
    open.removeSubrange(depth...)
  }

  private mutating func add(_ text: [Unicode.Scalar], from lower: Int, to upper: Int) {
    let node = open.last ?? 0
    if nodes[node].isHidden {
      if nodes[node].name == "title" { hiddenTexts.append((node, String(String.UnicodeScalarView(text)))) }
      return
    }
    if pending.isEmpty { pendingNode = open.last { HTMLElements.isBlock(nodes[$0]) } ?? 0 }
    for located in locator.locate(text, from: lower, to: max(lower, upper)) {
      if located.scalar == " " {
        guard let last = pending.last, last.scalar != " ", last.scalar != "\n" else { continue }
      } else if nodes[node].isLink {
        pendingLinkInk += 1
      }
      pending.append(located)
    }
  }

  /// Ends the block that is being read.
  private mutating func flush() {
    defer {
      pending.removeAll(keepingCapacity: true)
      pendingLinkInk = 0
    }
    while let last = pending.last, last.scalar == " " || last.scalar == "\n" { pending.removeLast() }
    guard !pending.isEmpty else { return }
    if text.count > 0 {
      let end = text.bytes(at: text.count - 1).upperBound
      text.append("\n", bytes: end..<end)
      text.append("\n", bytes: end..<end)
    }
    let start = text.count
    var ink = 0
    for located in pending {
      if located.scalar != " " && located.scalar != "\n" { ink += 1 }
      text.append(located.scalar, bytes: bytes(of: located.source))
    }
    blocks.append(Block(node: pendingNode, range: start..<text.count, ink: ink, linkInk: pendingLinkInk))
  }

  private func bytes(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let place = range.lowerBound < source.count ? source.bytes(at: range.lowerBound).lowerBound : endOfBytes
      return place..<place
    }
    return source.bytes(at: range.lowerBound).lowerBound..<source.bytes(at: range.upperBound - 1).upperBound
  }

  private var endOfBytes: Int { source.count == 0 ? 0 : source.bytes(at: source.count - 1).upperBound }
}

/// Turns places in UTF-8 that run forward into places among scalars.
private struct SourcePlaces {
  private let scalars: [Unicode.Scalar]
  private var scalar = 0
  private var byte = 0

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The scalar at a byte; a place before the last one asked for gives that one.
  mutating func scalar(atUTF8 target: Int) -> Int {
    while byte < target, scalar < scalars.count {
      byte += UTF8.width(scalars[scalar])
      scalar += 1
    }
    return scalar
  }

  /// The same for a later place, without going there.
  func ahead(toUTF8 target: Int) -> Int {
    var copy = self
    return copy.scalar(atUTF8: target)
  }
}
