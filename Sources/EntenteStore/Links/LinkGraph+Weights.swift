public import EntenteGraph

extension LinkGraph {
  /// The most that weights may add up to: their squares are reckoned with, too.
  private static let greatestTotal = 1e150

  /// The same links without their weights.
  public func unweighted() -> LinkGraph {
    var graph = self
    graph.weights = nil
    return graph
  }

  /// The weights, where there are any, for something that they must suit.
  ///
  /// - Parameters:
  ///   - purpose: what takes them, for the message.
  ///   - mayBeNegative: whether it takes weights below 0.
  /// - Throws: `StoreError` with `malformed`, which names a link whose weight is below 0, or says that the weights add up
  ///   to more than can be reckoned with.
  /// - Complexity: O(*E*).
  public func weights(for purpose: String, mayBeNegative: Bool = false) throws(StoreError) -> EdgeWeights? {
    guard let weights else { return nil }
    if !mayBeNegative, weights.least < 0, let edge = edges.first(where: { weights[$0] < 0 }) {
      throw StoreError(
        .malformed,
        "the link from \(name(of: source(of: edge))) to \(name(of: target(of: edge))) weighs \(weights[edge]), and "
          + "\(purpose) takes no weight below 0; count all links alike with --unweighted")
    }
    let total = edges.reduce(0) { $0 + weights[$1].magnitude }
    guard total <= Self.greatestTotal else {
      throw StoreError(
        .malformed,
        "the weights add up to more than \(Self.greatestTotal), too much for \(purpose); write them in a larger unit, or "
          + "count all links alike with --unweighted")
    }
    return weights
  }
}
