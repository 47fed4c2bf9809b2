public import EntenteModel

/// Facts as a graph that can be questioned.
///
/// Answers are plain values with names, evidence and sources in them, ready to print. Equal facts give
/// equal answers, whatever the order in which they were read.
public struct FactGraph: Sendable {
  /// The facts.
  public let facts: FactSet
  /// Finds entities by what people call them.
  public let names: NameIndex
  /// Entities alone, each two that share a fact joined by it.
  let ties: TieGraph

  /// The graph of `facts`.
  ///
  /// - Complexity: O(*n* log *n*) in the facts, and O(*k*²) in the participants of one event.
  public init(_ facts: FactSet) {
    self.facts = facts
    names = NameIndex(facts.entities)
    ties = TieGraph(facts)
  }
}
