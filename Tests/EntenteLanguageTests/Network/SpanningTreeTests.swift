import EntenteTestSupport
import Testing

@testable import EntenteLanguage

/// The heaviest tree against all trees there are.
@Suite struct SpanningTreeTests {
  @Test(arguments: 0..<400) func noTreeIsHeavier(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...5, using: &generator)
    let size = count + 1
    let weights = (0..<size * size).map { _ in Float(Int.random(in: -9...9, using: &generator)) }
    let heads = SpanningTree.heads(count: count) { weights[$0 * size + $1] }
    #expect(Self.isTree(heads), "seed \(seed): \(heads)")
    let weight = { (heads: [Int]) in (1...count).reduce(Float(0)) { $0 + weights[$1 * size + heads[$1]] } }
    var heaviest = -Float.infinity
    Self.forEachTree(count) { heaviest = max(heaviest, weight($0)) }
    #expect(weight(heads) == heaviest, "seed \(seed): \(heads)")
  }

  @Test func circlesInsideCirclesAreBroken() {
    // Words 1 and 2 prefer each other, 3 and 4 too, and both pairs prefer each other to the root.
    let preferred: [[Int]: Float] = [
      [1, 2]: 10, [2, 1]: 10, [3, 4]: 10, [4, 3]: 10, [1, 3]: 5, [3, 1]: 5, [1, 0]: -1, [3, 0]: -2,
    ]
    let heads = SpanningTree.heads(count: 4) { preferred[[$0, $1]] ?? -20 }
    #expect(heads == [0, 0, 1, 1, 3])
  }

  @Test func noWordHasNoTree() {
    #expect(SpanningTree.heads(count: 0) { _, _ in 0 } == [0])
  }

  @Test func aLongSentenceIsATree() {
    var generator = SeededGenerator(seed: 9)
    let weights = (0..<201 * 201).map { _ in Float.random(in: -1...1, using: &generator) }
    #expect(Self.isTree(SpanningTree.heads(count: 200) { weights[$0 * 201 + $1] }))
  }

  /// Whether one word hangs on the root and every word leads there.
  static func isTree(_ heads: [Int]) -> Bool {
    guard heads.dropFirst().count(where: { $0 == 0 }) == 1 else { return false }
    return heads.indices.allSatisfy { start in
      var (node, steps) = (start, 0)
      while node != 0, steps <= heads.count { (node, steps) = (heads[node], steps + 1) }
      return node == 0
    }
  }

  private static func forEachTree(_ count: Int, _ body: ([Int]) -> Void) {
    var heads = [Int](repeating: 0, count: count + 1)
    func choose(_ word: Int) {
      guard word <= count else {
        if isTree(heads) { body(heads) }
        return
      }
      for head in 0...count where head != word {
        heads[word] = head
        choose(word + 1)
      }
    }
    choose(1)
  }
}
