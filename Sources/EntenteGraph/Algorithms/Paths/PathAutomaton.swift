/// An expression as states and the moves between them.
///
/// Source: K. Thompson, "Regular Expression Search Algorithm", 1968.
struct PathAutomaton: Hashable, Sendable {
  enum Condition: Hashable, Sendable {
    /// No step.
    case none
    /// No step, at a node whose type has this place in `names`.
    case node(Int)
    /// An edge whose type has this place in `names`, or any.
    case step(Int?, Direction)
  }

  struct Move: Hashable, Sendable {
    var condition: Condition
    var state: Int
  }

  /// The types that the expression names, of edges and nodes.
  private(set) var names: [String] = []
  /// The moves from each state; the search starts in state 0.
  private(set) var moves: [[Move]] = [[]]
  /// Where a way is complete.
  private(set) var final = 0

  init(_ term: PathTerm) { final = add(term, from: 0) }

  private mutating func newState() -> Int {
    moves.append([])
    return moves.count - 1
  }

  private mutating func place(of name: String) -> Int {
    if let place = names.firstIndex(of: name) { return place }
    names.append(name)
    return names.count - 1
  }

  private mutating func move(_ from: Int, _ condition: Condition, to state: Int) {
    moves[from].append(Move(condition: condition, state: state))
  }

  /// Adds the states of a term, and gives the one that its ways lead to.
  private mutating func add(_ term: PathTerm, from start: Int) -> Int {
    switch term {
    case .step(let name, let direction):
      let end = newState()
      move(start, .step(name.map { place(of: $0) }, direction), to: end)
      return end
    case .node(let name):
      let end = newState()
      move(start, .node(place(of: name)), to: end)
      return end
    case .sequence(let terms): return terms.reduce(start) { add($1, from: $0) }
    case .choice(let terms):
      let ends = terms.map { add($0, from: entry(from: start)) }
      let end = newState()
      for other in ends { move(other, .none, to: end) }
      return end
    case .repetition(let term, let least, let most):
      var end = start
      for _ in 0..<least { end = add(term, from: end) }
      guard let most else {
        // A state of its own, so that going round does not lead back to what came before.
        let loop = entry(from: end)
        move(add(term, from: loop), .none, to: loop)
        return entry(from: loop)
      }
      let last = newState()
      for _ in least..<most {
        move(end, .none, to: last)
        end = add(term, from: end)
      }
      move(end, .none, to: last)
      return last
    }
  }

  /// A new state that is entered from another without a step.
  private mutating func entry(from state: Int) -> Int {
    let fresh = newState()
    move(state, .none, to: fresh)
    return fresh
  }
}
