import EntenteModel

/// What each line and paragraph of a text is for.
struct ArticleStructure {
  /// A stretch with one role.
  struct Part: Hashable, Sendable {
    var span: TextSpan
    var role: SentenceRole
    /// The number of its paragraph, from 0.
    var paragraph: Int
  }

  /// The parts in text order; what lies between them is white space.
  var parts: [Part] = []
  /// The headline.
  var title: TextSpan?
  /// The author as written.
  var author: TextSpan?
  /// The day named by a line that holds nothing else.
  var dateLine: WrittenDate?
  /// The day named by the dateline of the story.
  var dateline: WrittenDate?

  /// Reads the structure of a text.
  ///
  /// A text of one paragraph is body. Otherwise lines are told apart by what they say and where they
  /// stand; one that ends like a sentence is body unless there is a clear sign that it is not.
  ///
  /// - Parameter hint: what is known of the paragraph that begins at a scalar, from the markup of a web page.
  /// - Complexity: O(*n*).
  init(of scalars: [Unicode.Scalar], hint: (Int) -> SentenceRole? = { _ in nil }) {
    let passages = LineDivider.paragraphs(of: scalars).map { Passage(scalars, $0) }
    var classifier = PassageClassifier(scalars, passages, hints: passages.map { hint($0.range.lowerBound) })
    classifier.classify()
    author = classifier.author.map(Self.span)
    dateLine = classifier.dateLine
    title = classifier.title.map { Self.span(passages[$0].range) }
    var bodies = 0
    for (number, passage) in passages.enumerated() {
      let role = classifier.roles[number] ?? .body
      if role == .body { bodies += 1 }
      append(passage, number, role, scalars, mayOpenStory: role == .body && bodies <= 2)
    }
  }

  private static func span(_ range: Range<Int>) -> TextSpan {
    TextSpan(start: range.lowerBound, end: range.upperBound)
  }

  /// Adds a passage, with its dateline and its credit apart.
  private mutating func append(
    _ passage: Passage, _ number: Int, _ role: SentenceRole, _ scalars: [Unicode.Scalar], mayOpenStory: Bool
  ) {
    var range = passage.range
    func add(_ part: Range<Int>, _ role: SentenceRole) {
      var trimmed = part
      while !trimmed.isEmpty, scalars[trimmed.lowerBound].isSpacing { trimmed = trimmed.dropFirst() }
      while !trimmed.isEmpty, scalars[trimmed.upperBound - 1].isSpacing { trimmed = trimmed.dropLast() }
      if !trimmed.isEmpty { parts.append(Part(span: Self.span(trimmed), role: role, paragraph: number)) }
    }
    if mayOpenStory, dateline == nil, let found = Dateline(scalars, range) {
      dateline = found.date
      add(found.range, .dateline)
      range = found.range.upperBound..<range.upperBound
    }
    if role == .caption || role == .body, let credit = CreditLine.tail(of: passage, scalars), credit > range.lowerBound
    {
      add(range.lowerBound..<credit, role)
      add(credit..<range.upperBound, .credit)
    } else {
      add(range, role)
    }
  }
}
