import EntenteModel

/// The article in a web page: which of its blocks are the story and what the others are for.
struct HTMLArticle {
  /// The visible text of the page, article and all else.
  let text: SourceText
  let metadata: PageMetadata
  private let isCutOff: Bool
  private var starts: [Int] = []
  private var roles: [SentenceRole?] = []

  /// Reads a page.
  ///
  /// The article is the innermost element that holds most of the running text: paragraphs of some
  /// length with few links. What the page's author calls navigation, sharing or related is not in it.
  ///
  /// - Complexity: O(*n*).
  init(_ source: SourceText) {
    let tree = HTMLTree(source)
    text = tree.text
    isCutOff = tree.isCutOff
    let layout = HTMLLayout(tree)
    metadata = PageMetadata(tree, layout)
    roles = layout.roles(title: metadata.title)
    starts = tree.blocks.map { tree.text.bytes(at: $0.range.lowerBound).lowerBound }
  }

  /// What the block is for in which a byte of the file lies; nil is for its words to decide.
  ///
  /// - Complexity: O(log *n*) in the blocks.
  func role(atByte byte: Int) -> SentenceRole? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= byte { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : roles[low - 1]
  }

  /// What a reader of the page should be told.
  var diagnostics: [Diagnostic] {
    guard isCutOff else { return [] }
    let message =
      "the page nests elements deeper than \(HTMLEvents.deepest), and what follows was left out; save it as text"
    return [Diagnostic(code: "page-cut-off", message: message)]
  }

  /// Whether a text is a web page: it begins with markup and says so.
  static func isPage(_ text: SourceText) -> Bool {
    guard let first = text.scalars.firstIndex(where: { !$0.isSpacing && $0 != "\u{FEFF}" }) else { return false }
    guard text.scalars[first] == "<" else { return false }
    let head = text.scalars[first..<min(text.count, first + 4096)]
    var view = String.UnicodeScalarView()
    for scalar in head { view.append(scalar.asciiLowercased) }
    let start = String(view)
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") { return true }
    let tags = ["<html", "<head", "<body", "<meta", "<title", "<div", "<p>", "<p ", "<article", "<h1", "<section"]
    return tags.count { start.contains($0) } >= (start.hasPrefix("<?xml") || start.hasPrefix("<!--") ? 1 : 2)
  }
}
