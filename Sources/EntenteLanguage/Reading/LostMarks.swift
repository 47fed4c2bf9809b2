/// Chooses the marks whose last byte was lost: all that is left of “ ” ‘ ’ – — … • is that it was one of them.
///
/// A paragraph is decided as a whole: of all ways to fill in its marks, the one is taken under
/// which quotes open and close best and each mark suits its neighbours (a shortest path over the
/// states "which quotes are open"). Between equal ways the order of `choices` decides.
struct LostMarks {
  /// Filled in where all else is equal, in this order.
  private static let choices: [Unicode.Scalar] = ["”", "—", "’", "“", "–", "…", "‘", "•"]
  private static let imbalance = 50

  private var text: MendedText
  private let isHardWrapped: Bool
  private let language: QuoteLanguage
  private let opensLines: Bool

  /// Fills in the marks that stand at `places`.
  ///
  /// - Complexity: O(*n*) in the text.
  static func resolve(in text: inout MendedText, at places: [Int]) {
    if places.isEmpty { return }
    var resolution = LostMarks(text, places)
    var index = 0
    while index < places.count {
      let paragraph = resolution.paragraph(around: places[index])
      var end = index
      while end < places.count, places[end] < paragraph.upperBound { end += 1 }
      resolution.decide(paragraph, places[index..<end])
      index = end
    }
    text = resolution.text
  }

  private init(_ text: MendedText, _ places: [Int]) {
    self.text = text
    let scalars = text.scalars
    var longest = 0
    var lineStart = 0
    for (index, scalar) in scalars.enumerated() where scalar == "\n" {
      longest = max(longest, index - lineStart)
      lineStart = index + 1
    }
    isHardWrapped = max(longest, scalars.count - lineStart) <= 100
    language = QuoteLanguage(scalars)
    let leading = places.count { place in
      (place == 0 || scalars[place - 1] == "\n") && place + 1 < scalars.count && scalars[place + 1] == " "
    }
    opensLines = leading > 1
  }

  // MARK: - Paragraphs

  private func paragraph(around place: Int) -> Range<Int> {
    let scalars = text.scalars
    var start = place
    while start > 0, !isBoundary(start - 1) { start -= 1 }
    var end = place + 1
    while end < scalars.count, !isBoundary(end) { end += 1 }
    return start..<end
  }

  /// Whether a paragraph ends at a line feed: at every one, or in hard-wrapped text at an empty line.
  private func isBoundary(_ index: Int) -> Bool {
    let scalars = text.scalars
    guard scalars[index] == "\n" else { return false }
    if !isHardWrapped { return true }
    let after = index + 1 < scalars.count && scalars[index + 1] == "\r" ? index + 2 : index + 1
    let before = index > 0 && scalars[index - 1] == "\r" ? index - 2 : index - 1
    return after >= scalars.count || scalars[after] == "\n" || before < 0 || scalars[before] == "\n"
  }

  // MARK: - The shortest path

  /// Open quotes: 0 none, 1 as in “, 2 as in „; for single quotes likewise.
  private struct State {
    var double = 0
    var single = 0
    var index: Int { double * 3 + single }
    static let count = 9
    init(_ index: Int = 0) {
      double = index / 3
      single = index % 3
    }
  }

  private struct Step {
    var previous: Int
    var choice: Unicode.Scalar
  }

  private mutating func decide(_ paragraph: Range<Int>, _ places: ArraySlice<Int>) {
    let unreachable = Int.max / 2
    var costs = [Int](repeating: unreachable, count: State.count)
    costs[0] = 0
    var steps: [[Step]] = []
    var next = places.startIndex
    for index in paragraph {
      let isLost = next < places.endIndex && places[next] == index
      if isLost { next += 1 }
      let scalar = text.scalars[index]
      guard isLost || Self.isQuote(scalar) else { continue }
      if !isLost && isApostrophe(index) { continue }
      let options = isLost ? Self.choices : [scalar]
      var newCosts = [Int](repeating: unreachable, count: State.count)
      var newSteps = [Step](repeating: Step(previous: 0, choice: scalar), count: State.count)
      for choice in options {
        let local = isLost ? fit(choice, at: index) : 0
        for state in 0..<State.count where costs[state] < unreachable {
          let (after, strain) = transition(choice, from: State(state), at: index)
          let cost = costs[state] + local + strain
          if cost < newCosts[after.index] {
            newCosts[after.index] = cost
            newSteps[after.index] = Step(previous: state, choice: choice)
          }
        }
      }
      costs = newCosts
      if isLost {
        steps.append(newSteps)
      } else {
        steps.append(newSteps.map { Step(previous: $0.previous, choice: "\0") })
      }
    }
    var state = cheapestEnd(costs, continues: nextParagraphOpens(after: paragraph.upperBound))
    var place = places.endIndex
    for step in steps.reversed() {
      if step[state].choice != "\0" {
        place -= 1
        text.replaceScalar(
          at: places[place], with: language.adapted(step[state].choice, open: State(step[state].previous).double))
      }
      state = step[state].previous
    }
  }

  private func cheapestEnd(_ costs: [Int], continues: Bool) -> Int {
    var best = 0
    var bestCost = Int.max
    for (index, cost) in costs.enumerated() {
      let state = State(index)
      let open = (state.double == 0 ? 0 : continues ? 5 : 30) + (state.single == 0 ? 0 : 20)
      if cost + open < bestCost {
        best = index
        bestCost = cost + open
      }
    }
    return best
  }

  /// The state after a mark, and what it costs that the mark does not fit the state before.
  private func transition(_ mark: Unicode.Scalar, from state: State, at index: Int) -> (State, Int) {
    var after = state
    switch mark {
    case "„":
      after.double = 2
      return (after, state.double == 0 ? 0 : Self.imbalance)
    case "“" where state.double != 2:
      after.double = 1
      return (after, state.double == 0 ? 0 : Self.imbalance)
    case "“", "”":
      after.double = 0
      after.single = 0
      return (after, (state.double == 0 ? Self.imbalance : 0) + (state.single == 0 ? 0 : 10))
    case "‚":
      after.single = 2
      return (after, state.single == 0 ? 0 : Self.imbalance)
    case "‘" where state.single != 2:
      after.single = 1
      return (after, state.single == 0 ? 0 : Self.imbalance)
    case "‘":
      after.single = 0
      return (after, 0)
    case "’" where state.single == 1:
      after.single = 0
      return (after, 0)
    default: return (after, 0)
    }
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "“", "”", "„", "‘", "’", "‚": true
    default: false
    }
  }

  /// Whether a mark between two letters, or before an elided word, is no quote.
  private func isApostrophe(_ index: Int) -> Bool {
    guard text.scalars[index] == "’" else { return false }
    return SingleByteMojibake.isLetter(scalar(index + 1))
  }

  private func nextParagraphOpens(after index: Int) -> Bool {
    var place = index
    while place < text.scalars.count, text.scalars[place].properties.isWhitespace { place += 1 }
    return place < text.scalars.count && place < index + 8
      && (text.scalars[place] == "“" || text.scalars[place] == "„")
  }

  // MARK: - Neighbours

  private func scalar(_ index: Int) -> Unicode.Scalar {
    text.scalars.indices.contains(index) ? text.scalars[index] : "\n"
  }

  /// How badly a mark suits the characters before and after it.
  private func fit(_ mark: Unicode.Scalar, at index: Int) -> Int {
    let before = Neighbour(scalar(index - 1))
    let after = Neighbour(scalar(index + 1))
    let opens = before == .space || before == .line || before == .bracket
    switch mark {
    case "“", "‘":
      let base = mark == "“" ? 0 : 15
      if !opens { return base + 60 }
      return base + (after == .digit || after == .currency ? 3 : after == .space || after == .line ? 80 : 30)
    case "”":
      if opens { return 60 }
      return (before == .point ? 0 : 5) + (after == .digit ? 40 : after == .letter || after == .currency ? 20 : 0)
    case "’": return apostropheFit(before, after, index)
    case "—", "–": return dashFit(mark, before, after)
    case "…":
      if before == .letter { return after == .line ? 30 : after == .letter ? 5 : 35 }
      return before == .space || before == .line ? (after == .letter ? 20 : 40) : 50
    case "•": return before == .line && after != .line ? (opensLines ? 0 : 25) : 80
    default: return 80
    }
  }

  private func apostropheFit(_ before: Neighbour, _ after: Neighbour, _ index: Int) -> Int {
    if before == .letter {
      let closesPlural = scalar(index - 1) == "s" || scalar(index - 1) == "S"
      // "Goin’": an ending whose g is left out.
      let elides = scalar(index - 1) == "n" && scalar(index - 2) == "i"
      return after == .digit ? 40 : closesPlural ? 12 : elides ? 30 : 38
    }
    if before == .space || before == .line || before == .bracket {
      // "The ’90s".
      let isDecade = after == .digit && Neighbour(scalar(index + 2)) == .digit && Neighbour(scalar(index + 3)) != .digit
      return isDecade ? (scalar(index + 3) == "s" ? 1 : 25) : 60
    }
    return before == .digit ? 40 : 12
  }

  private func dashFit(_ mark: Unicode.Scalar, _ before: Neighbour, _ after: Neighbour) -> Int {
    let isUsual = (mark == "–") == language.spacesEnDashes
    switch (before, after) {
    case (.space, .space): return isUsual ? 0 : 8
    case (.space, .line), (.line, .space): return isUsual ? 15 : 23
    case (.digit, .digit): return mark == "–" ? 0 : 30
    case (.digit, .currency): return mark == "–" ? 5 : 30
    case (.space, .digit): return mark == "–" ? 45 : 50
    case (.letter, .line): return mark == "—" ? 34 : 50
    case (.letter, .space), (.letter, .digit): return mark == "—" ? 40 : 50
    default: return mark == "—" ? 50 : 60
    }
  }

  private enum Neighbour {
    case space, line, letter, digit, point, bracket, currency, other

    init(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "\n", "\r", "\u{2028}", "\u{2029}": self = .line
      case " ", "\t", "\u{A0}", "\u{202F}", "\u{2009}": self = .space
      case "0"..."9": self = .digit
      case ".", ",", "!", "?", ";", ":", "…": self = .point
      case "(", "[", "{", "“", "‘", "„", "—", "/": self = .bracket
      case "$", "#", "£", "€": self = .currency
      default: self = SingleByteMojibake.isLetter(scalar) ? .letter : .other
      }
    }
  }
}
