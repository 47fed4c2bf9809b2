import EntenteModel

/// Where in a page the story stands, and what each block is for.
struct HTMLLayout {
  /// Blocks shorter than this say nothing about where the story is.
  private static let shortestParagraph = 60

  private let tree: HTMLTree
  /// The zone of each element, handed down from those around it.
  private var zones: [HTMLZone] = []
  /// How much running text is in each element.
  private var mass: [Int] = []
  /// The element that holds the story.
  private(set) var root = 0

  init(_ tree: HTMLTree) {
    self.tree = tree
    zones = Array(repeating: .plain, count: tree.nodes.count)
    mass = runningText()
    markZones()
    mass = runningText()
    root = storyRoot()
  }

  // MARK: - The story

  private func runningText() -> [Int] {
    var mass = [Int](repeating: 0, count: tree.nodes.count)
    for block in tree.blocks where isParagraph(block) && zones[block.node] == .plain { mass[block.node] += block.ink }
    for node in tree.nodes.indices.reversed() where node > 0 { mass[tree.nodes[node].parent] += mass[node] }
    return mass
  }

  private func isParagraph(_ block: HTMLTree.Block) -> Bool {
    block.ink >= Self.shortestParagraph && block.linkInk * 10 < block.ink * 4
  }

  /// An element is in the zone it opens or in that of the element around it; none that holds half of
  /// the running text opens one, whatever its name.
  private mutating func markZones() {
    let total = mass[0]
    for node in tree.nodes.indices.dropFirst() {
      let around = zones[tree.nodes[node].parent]
      var own = HTMLZone(tree.nodes[node])
      if total > 0 && mass[node] * 2 >= total { own = .plain }
      switch around {
      case .plain, .deck: zones[node] = own == .plain ? around : own
      case .caption: zones[node] = own == .credit || own == .furniture ? own : .caption
      case .byline: zones[node] = own == .date || own == .furniture ? own : .byline
      case .furniture, .teaser, .credit, .date: zones[node] = around
      }
    }
  }

  private func storyRoot() -> Int {
    guard mass[0] > 0 else { return 0 }
    var node = 0
    for index in tree.nodes.indices where isArticle(tree.nodes[index]) && mass[index] * 2 >= mass[0] {
      if node == 0 || mass[index] > mass[node] { node = index }
    }
    while let inner = heaviestChild(of: node), mass[inner] * 5 >= mass[node] * 4, !isText(tree.nodes[inner]) {
      node = inner
    }
    return node
  }

  private func isArticle(_ node: HTMLTree.Node) -> Bool {
    node.name == "article" || node.name == "main" || node.attributes["itemprop"] == "articleBody"
  }

  private func isText(_ node: HTMLTree.Node) -> Bool { ["p", "li", "td", "blockquote", "pre"].contains(node.name) }

  private func heaviestChild(of node: Int) -> Int? {
    var heaviest: Int?
    var child = node + 1
    while child < tree.nodes[node].end {
      if mass[child] > (heaviest.map { mass[$0] } ?? 0) { heaviest = child }
      child = max(child + 1, tree.nodes[child].end)
    }
    return heaviest
  }

  private func isInRoot(_ node: Int) -> Bool { node >= root && node < tree.nodes[root].end }

  // MARK: - Roles

  /// The role of each block; nil is for its words to decide.
  ///
  /// - Parameter title: the headline that the page's metadata give.
  func roles(title: String?) -> [SentenceRole?] {
    let headline = headline(title)
    let story = tree.blocks.indices.filter { isInRoot(tree.blocks[$0].node) }
    let last = story.last ?? -1
    return tree.blocks.indices.map { index in
      if index == headline { return .title }
      let block = tree.blocks[index]
      let isBelowHeadline = headline.map { $0 < index } ?? false
      if isInRoot(block.node) {
        return isBelowHeadline || headline == nil || headline ?? 0 > last ? roleInside(block) : roleAbove(block)
      }
      return isBelowHeadline && index < last ? roleBetween(block) : .boilerplate
    }
  }

  /// The block that is the headline: it says what the metadata say, or it is the heading nearest above the story.
  private func headline(_ title: String?) -> Int? {
    let visible = tree.blocks.indices.filter { zones[tree.blocks[$0].node] != .furniture }
    let headings = visible.filter { isHeading(tree.blocks[$0].node) }
    if let wanted = title.map(TextFolding.fold), !wanted.isEmpty {
      if let same = headings.first(where: { TextFolding.fold(words(tree.blocks[$0])) == wanted }) { return same }
    }
    let first = headings.filter { name(tree.blocks[$0].node) == "h1" && zones[tree.blocks[$0].node] != .teaser }
    let story = tree.blocks.indices.first { isInRoot(tree.blocks[$0].node) && isParagraph(tree.blocks[$0]) } ?? 0
    return first.last { $0 < story } ?? first.first
  }

  private func roleInside(_ block: HTMLTree.Block) -> SentenceRole? {
    if let role = roleOfZone(block) { return role }
    let isLink = block.linkInk * 10 >= block.ink * 6
    if isHeading(block.node) { return isLink ? .teaser : .subhead }
    if isLink { return block.ink >= 25 ? .teaser : .boilerplate }
    return nil
  }

  /// What stands above the headline, inside the story's element: kickers, paths, pictures.
  private func roleAbove(_ block: HTMLTree.Block) -> SentenceRole? {
    roleOfZone(block) ?? (isParagraph(block) ? nil : .boilerplate)
  }

  /// What stands between the headline and the story.
  private func roleBetween(_ block: HTMLTree.Block) -> SentenceRole? {
    if let role = roleOfZone(block) { return role }
    if isHeading(block.node) { return .subhead }
    return block.linkInk * 2 > block.ink ? .boilerplate : nil
  }

  private func roleOfZone(_ block: HTMLTree.Block) -> SentenceRole? {
    switch zones[block.node] {
    case .plain: nil
    case .furniture: .boilerplate
    case .teaser: .teaser
    case .caption: .caption
    case .credit: .credit
    case .byline: block.ink <= 150 ? .byline : nil
    case .date: block.ink <= 150 ? .dateline : nil
    case .deck: .subhead
    }
  }

  // MARK: - Blocks

  private func name(_ node: Int) -> String {
    var node = node
    while node > 0, !isHeadingName(tree.nodes[node].name), isWrapper(tree.nodes[node]) {
      node = tree.nodes[node].parent
    }
    return tree.nodes[node].name
  }

  /// A span or a division inside a heading is part of it.
  private func isWrapper(_ node: HTMLTree.Node) -> Bool { ["span", "div", "a", "em", "strong"].contains(node.name) }

  private func isHeading(_ node: Int) -> Bool { isHeadingName(name(node)) }

  private func isHeadingName(_ name: String) -> Bool { ["h1", "h2", "h3", "h4", "h5", "h6"].contains(name) }

  private func words(_ block: HTMLTree.Block) -> String {
    String(String.UnicodeScalarView(tree.text.scalars[block.range]))
  }

  /// The day that the first time element in the story or above it gives.
  var markedTime: String? {
    let lastOfStory = tree.nodes[root].end
    for (index, node) in tree.nodes.enumerated() where node.name == "time" && index < lastOfStory {
      if zones[node.parent] == .furniture || zones[node.parent] == .teaser { continue }
      if let time = node.attributes["datetime"] { return time }
    }
    return nil
  }
}
