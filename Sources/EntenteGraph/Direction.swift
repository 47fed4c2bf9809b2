/// Which way edges are followed from a node.
public enum Direction: Hashable, Sendable, CaseIterable {
  /// From source to target.
  case outgoing
  /// From target to source.
  case incoming
  /// Either way, as in an undirected graph.
  case both
}
