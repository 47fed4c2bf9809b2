import EntenteModel

/// Gives each passage of a text its role: first those that show it themselves, then the others by
/// their neighbours.
struct PassageClassifier {
  let scalars: [Unicode.Scalar]
  let passages: [Passage]
  /// The role of each passage; nil is body.
  var roles: [SentenceRole?]
  /// The passage that is the title.
  var title: Int?
  /// The author as written.
  var author: Range<Int>?
  /// The day named by a line that holds nothing else.
  var dateLine: WrittenDate?
  /// Whether empty lines divide the paragraphs, so that two lines without one belong together.
  let isSpaced: Bool

  /// - Parameter hints: what is known of each passage beforehand.
  init(_ scalars: [Unicode.Scalar], _ passages: [Passage], hints: [SentenceRole?]) {
    self.scalars = scalars
    self.passages = passages
    roles = hints
    isSpaced = passages.count(where: \.opensBlock) * 2 > passages.count
  }

  /// - Complexity: O(*n*) in the text.
  mutating func classify() {
    guard passages.count > 1 else { return }
    markByThemselves()
    markBoxes()
    markCaptions()
    markByNeighbours()
  }

  /// Whether a passage reads as part of a story.
  func isStory(_ index: Int) -> Bool {
    guard roles[index] == nil || roles[index] == .body else { return false }
    let passage = passages[index]
    return roles[index] == .body || passage.isLong || passage.endsLikeSentence || passage.isQuoted
      || passage.startsLowercase || passage.last == ":"
  }

  // MARK: - By themselves

  private mutating func markByThemselves() {
    var isUpdate = true
    for (index, passage) in passages.enumerated() where !passage.isLong {
      let hint = roles[index]
      if hint == nil || hint == .dateline, let line = DateLine(passage.words) {
        roles[index] = .dateline
        if isUpdate, dateLine == nil || !line.isUpdate {
          dateLine = line.date
          isUpdate = line.isUpdate
        }
      } else if hint == nil || hint == .byline, let byline = Byline(passage) {
        roles[index] = .byline
        author = author ?? byline.author
      } else if hint == .byline, author == nil, Byline.isName(passage) {
        author = passage.range
      } else if hint == nil {
        roles[index] = roleByItself(passage)
      }
    }
    markNames()
  }

  private func roleByItself(_ passage: Passage) -> SentenceRole? {
    switch PageFurniture.kind(of: passage) {
    case .boilerplate: return .boilerplate
    case .link, .boxLabel: return .teaser
    case nil: return CreditLine.isCredit(passage, scalars) ? .credit : nil
    }
  }

  /// A name above a date or beside an occupation is the author's.
  private mutating func markNames() {
    // The line above a date may be a short title as well; only below a longer line it must be a name.
    guard let headline = passages.firstIndex(where: { $0.wordCount > 4 && !$0.isLong }) else { return }
    for (index, passage) in passages.enumerated() where roles[index] == nil {
      guard Byline.isName(passage) || Byline.isOccupation(passage) else { continue }
      let isOccupation = Byline.isOccupation(passage)
      let neighbours = [index - 1, index + 1].filter(passages.indices.contains)
      let isAuthor = neighbours.contains { other in
        if isOccupation { return roles[other] == .byline || (roles[other] == nil && Byline.isName(passages[other])) }
        return (roles[other] == .dateline && other > index)
          || (roles[other] == nil && Byline.isOccupation(passages[other]))
      }
      guard isAuthor, headline < index else { continue }
      roles[index] = .byline
      if !isOccupation { author = author ?? passage.range }
    }
  }

  // MARK: - Boxes and pictures

  /// What follows the name of a box is its contents: one paragraph, or the items of a list.
  private mutating func markBoxes() {
    for index in passages.indices.dropLast() where roles[index] == .teaser {
      guard PageFurniture.kind(of: passages[index]) == .boxLabel, roles[index + 1] == nil else { continue }
      roles[index + 1] = .teaser
      var next = index + 2
      guard isItem(index + 1) else { continue }
      while next < passages.count, roles[next] == nil, isItem(next) {
        roles[next] = .teaser
        next += 1
      }
    }
  }

  private func isItem(_ index: Int) -> Bool {
    switch passages[index].words.first?.folded {
    case "\u{2022}", "-", "*", "\u{2013}", "\u{25CF}", "\u{25AA}": true
    default: false
    }
  }

  private mutating func markCaptions() {
    for (index, passage) in passages.enumerated() where roles[index] == nil && !passage.isLong {
      guard (4...80).contains(passage.wordCount) else { continue }
      if isCaption(index, passage) { roles[index] = .caption }
    }
  }

  private func isCaption(_ index: Int, _ passage: Passage) -> Bool {
    let cues = CaptionCues(passage)
    if cues.isLabelled { return true }
    let isCue = cues.describesPicture || cues.endsWithDate
    if CreditLine.tail(of: passage, scalars) != nil { return isCue || passage.wordCount <= 30 }
    if index + 1 < passages.count, roles[index + 1] == .credit {
      return isCue || (isSpaced && !passages[index + 1].opensBlock)
    }
    return cues.describesPicture && cues.endsWithDate && passage.wordCount <= 50
  }
}
