/// The parser's actions in numbers: what each does, and the number of its relation.
struct ActionTable: Sendable {
  enum Kind: UInt8, Sendable { case shift, left, right }

  private(set) var kinds: [Kind] = []
  /// The relation of each action, as an index into `relations`; 0 for a shift.
  private(set) var labels: [UInt8] = []
  /// The relations; the first is none.
  private(set) var relations: [String] = [""]

  /// The table of the actions that a model names.
  init(_ actions: [ParserAction]) {
    var numbers: [String: UInt8] = [:]
    for action in actions {
      switch action {
      case .shift: append(.shift, 0)
      case .left(let label): append(.left, number(of: label, in: &numbers))
      case .right(let label): append(.right, number(of: label, in: &numbers))
      }
    }
  }

  private mutating func append(_ kind: Kind, _ label: UInt8) {
    kinds.append(kind)
    labels.append(label)
  }

  private mutating func number(of label: String, in numbers: inout [String: UInt8]) -> UInt8 {
    if let known = numbers[label] { return known }
    let number = UInt8(truncatingIfNeeded: relations.count)
    numbers[label] = number
    relations.append(label)
    return number
  }

  var count: Int { kinds.count }

  /// The best-scored of the actions that the state allows; of several the lowest.
  func best(_ scores: [Int32], in state: ParserState) -> Int {
    let (canShift, canLeft, canRight) = (state.canShift, state.canLeft, state.canRight)
    var best = -1
    for place in kinds.indices {
      let isAllowed =
        switch kinds[place] {
        case .shift: canShift
        case .left: canLeft
        case .right: canRight
        }
      if isAllowed, best < 0 || scores[place] > scores[best] { best = place }
    }
    return best
  }

  /// Carries out an action.
  func apply(_ action: Int, to state: inout ParserState) {
    switch kinds[action] {
    case .shift: state.shift()
    case .left: state.left(label: labels[action])
    case .right: state.right(label: labels[action])
    }
  }
}
