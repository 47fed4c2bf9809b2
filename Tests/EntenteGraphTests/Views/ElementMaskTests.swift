import EntenteGraph
import EntenteTestSupport
import Testing

@Suite struct ElementMaskTests {
  @Test(arguments: [0, 1, 63, 64, 65, 128]) func fullMaskIsTheComplementOfTheEmptyOne(bound: Int) {
    let empty = EdgeMask(bound: bound)
    let full = EdgeMask(bound: bound, all: true)
    #expect(empty.isEmpty && empty.count == 0 && full.count == bound)
    #expect(~empty == full && ~full == empty)
    #expect(full.elements.map(\.index) == Array(0..<bound))
  }

  @Test(arguments: 0..<60 as Range<UInt64>) func masksCombineLikeSets(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bound = Int.random(in: 0...200, using: &random)
    func draw() -> Set<Int> { Set((0..<bound).filter { _ in Bool.random(using: &random) }) }
    let (left, right) = (draw(), draw())
    func mask(_ set: Set<Int>) -> NodeMask { NodeMask(bound: bound) { set.contains($0.index) } }
    #expect(mask(left) & mask(right) == mask(left.intersection(right)), "seed \(seed)")
    #expect(mask(left) | mask(right) == mask(left.union(right)), "seed \(seed)")
    #expect(mask(left) - mask(right) == mask(left.subtracting(right)), "seed \(seed)")
    #expect(~mask(left) == mask(Set(0..<bound).subtracting(left)), "seed \(seed)")
    #expect(mask(left).count == left.count && mask(left).elements.map(\.index) == left.sorted(), "seed \(seed)")
  }

  @Test func singleElementsAreSetAndTakenAway() throws {
    var mask = NodeMask(bound: 70, [NodeID(rawValue: 3), NodeID(rawValue: 69), NodeID(rawValue: 3)])
    #expect(mask.count == 2 && mask[NodeID(rawValue: 69)] && !mask[NodeID(rawValue: 4)])
    mask[NodeID(rawValue: 69)] = false
    #expect(mask.elements == [NodeID(rawValue: 3)])
  }

  @Test func edgesWithinNodesHaveBothEndsThere() throws {
    let graph = try numberedGraph(3, [(0, 0), (0, 1), (1, 2), (2, 1)])
    let mask = graph.edges(within: graph.nodeMask { $0.index > 0 })
    #expect(mask.elements.map(\.index) == [2, 3])
  }
}
