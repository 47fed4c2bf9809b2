/// The tree of greatest weight over a sentence's words, with one word under the root.
///
/// Source: Y. Chu and T. Liu, "On the shortest arborescence of a directed graph", 1965; J. Edmonds, "Optimum branchings",
/// 1967; for parsing R. McDonald et al., "Non-projective dependency parsing using spanning tree algorithms", 2005.
enum SpanningTree {
  /// The heads of words 1...`count`; the head of the root, 0, is 0.
  ///
  /// - Parameters:
  ///   - score: the weight of an arc, by dependent and head; finite. Of equal heads the lower wins.
  /// - Complexity: O(`count`²) where each word's best head makes a tree, else O(`count`³) at worst.
  static func heads(count: Int, score: (_ dependent: Int, _ head: Int) -> Float) -> [Int] {
    let size = count + 1
    var weights = [Double](repeating: -.infinity, count: size * size)
    for dependent in 1..<max(size, 1) {
      for head in 0..<size where head != dependent {
        weights[dependent * size + head] = Double(score(dependent, head))
      }
    }
    let greedy = bestHeads(weights, size)
    if greedy.dropFirst().count(where: { $0 == 0 }) == 1, cycle(in: greedy) == nil { return greedy }
    // A fine that no sum of weights makes good leaves one arc from the root.
    let fine = 2 * (1 + weights.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }) * Double(size)
    for dependent in 1..<max(size, 1) { weights[dependent * size] -= fine }
    return tree(weights, size)
  }

  private static func bestHeads(_ weights: [Double], _ size: Int) -> [Int] {
    var heads = [Int](repeating: 0, count: size)
    for dependent in 1..<max(size, 1) {
      for head in 1..<size where weights[dependent * size + head] > weights[dependent * size + heads[dependent]] {
        heads[dependent] = head
      }
    }
    return heads
  }

  /// Nodes that lead to each other in a circle, if any do.
  private static func cycle(in heads: [Int]) -> [Int]? {
    var visit = [Int](repeating: 0, count: heads.count)
    for start in heads.indices.dropFirst() {
      var node = start
      while node != 0, visit[node] == 0 {
        visit[node] = start
        node = heads[node]
      }
      guard node != 0, visit[node] == start else { continue }
      var cycle = [node]
      var next = heads[node]
      while next != node {
        cycle.append(next)
        next = heads[next]
      }
      return cycle
    }
    return nil
  }

  /// The heaviest tree: a circle of best heads is taken for one node, and broken where the rest of the tree enters it.
  private static func tree(_ weights: [Double], _ size: Int) -> [Int] {
    var heads = bestHeads(weights, size)
    guard let cycle = cycle(in: heads) else { return heads }
    var isInside = [Bool](repeating: false, count: size)
    for node in cycle { isInside[node] = true }
    let others = (0..<size).filter { !isInside[$0] }
    let (whole, smaller) = (others.count, others.count + 1)
    var contracted = [Double](repeating: -.infinity, count: smaller * smaller)
    var entered = [Int](repeating: cycle[0], count: whole)
    var left = [Int](repeating: cycle[0], count: whole)
    for (place, other) in others.enumerated() {
      for (column, head) in others.enumerated() where place > 0 && column != place {
        contracted[place * smaller + column] = weights[other * size + head]
      }
      for node in cycle {
        let gain = weights[node * size + other] - weights[node * size + heads[node]]
        if gain > contracted[whole * smaller + place] {
          contracted[whole * smaller + place] = gain
          entered[place] = node
        }
        if place > 0, weights[other * size + node] > contracted[place * smaller + whole] {
          contracted[place * smaller + whole] = weights[other * size + node]
          left[place] = node
        }
      }
    }
    let outer = tree(contracted, smaller)
    for place in others.indices.dropFirst() {
      heads[others[place]] = outer[place] == whole ? left[place] : others[outer[place]]
    }
    heads[entered[outer[whole]]] = others[outer[whole]]
    return heads
  }
}
