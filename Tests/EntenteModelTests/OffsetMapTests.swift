import EntenteModel
import EntenteTestSupport
import Testing

@Suite struct OffsetMapTests {
  /// Bytes of scalars in order: mostly side by side, with gaps, and with stretches that share bytes.
  private func stretches(seed: UInt64) -> [Range<Int>] {
    var random = SeededGenerator(seed: seed)
    var last = 0..<0
    return (0..<Int.random(in: 0...40, using: &random)).map { _ in
      let start =
        switch Int.random(in: 0..<10, using: &random) {
        case 0: last.upperBound + 3
        case 1: last.lowerBound
        case 2: Int.random(in: last.lowerBound...last.upperBound, using: &random)
        default: last.upperBound
        }
      last = start..<max(last.upperBound, start + Int.random(in: 1...3, using: &random))
      return last
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func scalarsLeadToTheirBytesAndBack(seed: UInt64) {
    let stretches = stretches(seed: seed)
    var map = OffsetMap()
    for stretch in stretches { map.append(stretch) }
    #expect(map.scalarCount == stretches.count)
    for (scalar, stretch) in stretches.enumerated() {
      #expect(map.bytes(ofScalar: scalar) == stretch, "seed \(seed)")
      let found = map.scalars(beginning: stretch.lowerBound, ending: stretch.upperBound)
      let firsts = stretches.indices.filter { stretches[$0].lowerBound == stretch.lowerBound }
      let lasts = stretches.indices.filter { stretches[$0].upperBound == stretch.upperBound }
      #expect(Array(found.first) == firsts && Array(found.last) == lasts, "seed \(seed)")
    }
    #expect(map.scalars(beginning: 10_000, ending: 10_001).first.isEmpty)
  }

  @Test func spanOfNothingHasAPlaceWithoutBytes() {
    var map = OffsetMap()
    #expect(map.bytes(of: TextSpan(start: 0, end: 0)) == 0..<0)
    map.append(3..<5)
    #expect(map.bytes(of: TextSpan(start: 0, end: 0)) == 3..<3)
    #expect(map.bytes(of: TextSpan(start: 1, end: 1)) == 5..<5)
    #expect(map.bytes(of: TextSpan(start: 0, end: 1)) == 3..<5)
  }
}
