import EntenteTestSupport
import Testing

@testable import EntenteStore

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("kitten", "sitting", 3), ("ab", "ba", 1), ("ca", "abc", 3), ("rutte", "rute", 1),
    ("kallas", "kallas", 0),
  ])
  func slipsAreCounted(left: String, right: String, distance: Int) {
    #expect(EditDistance.between(left, right, limit: 5) == distance)
    #expect(EditDistance.between(right, left, limit: 5) == distance)
  }

  @Test func moreSlipsThanAllowedAreNone() {
    #expect(EditDistance.between("kitten", "sitting", limit: 2) == nil)
    #expect(EditDistance.between("a", "abcdef", limit: 3) == nil)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func limitChangesNothingButWhereItEnds(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func word() -> String {
      String((0..<Int.random(in: 0...6, using: &random)).map { _ in "abc".randomElement(using: &random) ?? "a" })
    }
    for _ in 0..<50 {
      let (left, right) = (word(), word())
      let whole = EditDistance.between(left, right, limit: 12) ?? -1
      #expect(whole == plainDistance(Array(left), Array(right)), "seed \(seed): \(left) \(right)")
      for limit in 0...6 {
        let expected = whole <= limit ? whole : nil
        #expect(EditDistance.between(left, right, limit: limit) == expected, "seed \(seed): \(left) \(right) \(limit)")
      }
    }
  }

  /// The definition as it stands in the books, without a table.
  private func plainDistance(_ left: [Character], _ right: [Character]) -> Int {
    guard let last = left.last, let other = right.last else { return max(left.count, right.count) }
    let shorter = (Array(left.dropLast()), Array(right.dropLast()))
    var best = min(
      plainDistance(shorter.0, right) + 1, plainDistance(left, shorter.1) + 1,
      plainDistance(shorter.0, shorter.1) + (last == other ? 0 : 1))
    if let before = shorter.0.last, let beforeOther = shorter.1.last, last == beforeOther, before == other {
      best = min(best, plainDistance(Array(shorter.0.dropLast()), Array(shorter.1.dropLast())) + 1)
    }
    return best
  }
}
