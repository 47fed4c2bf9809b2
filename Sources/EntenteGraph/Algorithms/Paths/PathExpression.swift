/// Which edges a way may take one after the other, as a regular expression over the types of edges and nodes.
///
/// | Text | Meaning |
/// |---|---|
/// | `MEMBER_OF` | an edge of this type, followed from source to target |
/// | `^MEMBER_OF` | the same from target to source; `^(…)` turns a whole expression round |
/// | `~MEMBER_OF` | the same either way |
/// | `.` | an edge of any type; also `^.` and `~.` |
/// | `[Person]` | no step: the node reached is of this type |
/// | `A/B` | A, then B |
/// | `A\|B` | A or B |
/// | `A*`, `A+`, `A?` | any number of A, at least one, at most one |
/// | `A{2}`, `A{2,4}`, `A{2,}` | 2 of A, 2 to 4, at least 2 |
/// | `(A)` | A |
///
/// What stands behind a thing binds strongest, then `/`, then `|`. Names consist of letters, digits, `_`, `-` and `:`, or
/// stand in double quotes. Spaces part nothing and count for nothing outside quotes. An expression without `|` and numbers
/// is a meta-path, such as `[Person]/HOLDS_OFFICE/[Organization]/^HOLDS_OFFICE`.
///
/// Source: the property paths of SPARQL 1.1 (W3C, 2013); meta-paths: Y. Sun et al., "PathSim", 2011.
public struct PathExpression: Hashable, Sendable, CustomStringConvertible {
  /// The text that it was read from.
  public let description: String
  let automaton: PathAutomaton

  /// Reads an expression.
  ///
  /// - Throws: `GraphError` with `invalidInput`, which names the column, where the text is not an expression.
  public init(_ text: String) throws(GraphError) {
    var parser = PathExpressionParser(text)
    description = text
    automaton = PathAutomaton(try parser.parse())
  }
}

/// The parts of an expression.
indirect enum PathTerm: Hashable, Sendable {
  /// One edge, of any type where the name is `nil`.
  case step(name: String?, direction: Direction)
  /// A node of a type.
  case node(name: String)
  case sequence([PathTerm])
  case choice([PathTerm])
  /// At least so many times, and at most so many, or any number.
  case repetition(PathTerm, least: Int, most: Int?)

  /// The same ways, read from the end.
  var reversed: PathTerm {
    switch self {
    case .step(let name, let direction): .step(name: name, direction: direction.backward)
    case .node: self
    case .sequence(let terms): .sequence(terms.reversed().map(\.reversed))
    case .choice(let terms): .choice(terms.map(\.reversed))
    case .repetition(let term, let least, let most): .repetition(term.reversed, least: least, most: most)
    }
  }
}

/// Reads expressions by recursive descent.
struct PathExpressionParser {
  private static let greatestRepetition = 64
  private let text: [Character]
  private var place = 0

  init(_ text: String) { self.text = Array(text) }

  mutating func parse() throws(GraphError) -> PathTerm {
    let term = try choice()
    if let next = peek() { throw error("'\(next)' was not expected; parts are joined by '/' or '|'") }
    return term
  }

  private mutating func choice() throws(GraphError) -> PathTerm {
    var terms = [try sequence()]
    while skip("|") { terms.append(try sequence()) }
    return terms.count == 1 ? terms[0] : .choice(terms)
  }

  private mutating func sequence() throws(GraphError) -> PathTerm {
    var terms = [try repetition()]
    while skip("/") { terms.append(try repetition()) }
    return terms.count == 1 ? terms[0] : .sequence(terms)
  }

  private mutating func repetition() throws(GraphError) -> PathTerm {
    var term = try atom()
    while true {
      if skip("*") {
        term = .repetition(term, least: 0, most: nil)
      } else if skip("+") {
        term = .repetition(term, least: 1, most: nil)
      } else if skip("?") {
        term = .repetition(term, least: 0, most: 1)
      } else if skip("{") {
        let least = try number()
        var most: Int? = least
        if skip(",") { most = peek() == "}" ? nil : try number() }
        guard skip("}") else { throw error("a '}' is missing") }
        if let most, most < least {
          throw error("a repetition of \(least) to \(most) is empty; put the lower number first")
        }
        term = .repetition(term, least: least, most: most)
      } else {
        return term
      }
    }
  }

  private mutating func atom() throws(GraphError) -> PathTerm {
    if skip("^") { return try atom().reversed }
    if skip("~") { return .step(name: try stepName(), direction: .both) }
    if skip("[") {
      let name = try name()
      guard skip("]") else { throw error("a ']' is missing") }
      return .node(name: name)
    }
    if skip("(") {
      let term = try choice()
      guard skip(")") else { throw error("a ')' is missing") }
      return term
    }
    return .step(name: try stepName(), direction: .outgoing)
  }

  private mutating func stepName() throws(GraphError) -> String? { skip(".") ? nil : try name() }

  private mutating func name() throws(GraphError) -> String {
    if skip("\"") {
      let start = place
      while place < text.count, text[place] != "\"" { place += 1 }
      let name = String(text[start..<place])
      guard skip("\"") else { throw error("a '\"' is missing") }
      return name
    }
    skipSpaces()
    let start = place
    while place < text.count, text[place].isLetter || text[place].isNumber || "_-:".contains(text[place]) { place += 1 }
    guard place > start else { throw error("the name of a type was expected, or '.', '^', '~', '[' or '('") }
    return String(text[start..<place])
  }

  private mutating func number() throws(GraphError) -> Int {
    skipSpaces()
    let start = place
    while place < text.count, text[place].isASCII, text[place].isNumber { place += 1 }
    guard let number = Int(String(text[start..<place])), number <= Self.greatestRepetition else {
      throw error("a number from 0 to \(Self.greatestRepetition) was expected")
    }
    return number
  }

  private mutating func skipSpaces() { while place < text.count, text[place].isWhitespace { place += 1 } }

  private mutating func peek() -> Character? {
    skipSpaces()
    return place < text.count ? text[place] : nil
  }

  private mutating func skip(_ character: Character) -> Bool {
    guard peek() == character else { return false }
    place += 1
    return true
  }

  private func error(_ what: String) -> GraphError {
    GraphError(.invalidInput, "path expression, column \(place + 1): \(what)")
  }
}
