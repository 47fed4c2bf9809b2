import EntenteTestSupport
import Testing

@testable import EntenteLanguage

/// Tables of weights against a dictionary that holds the same.
@Suite struct WeightTableTests {
  @Test(arguments: 1..<12) func scoresAreThoseOfADictionary(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let classCount = Int.random(in: 1...256, using: &generator)
    var weights: [UInt64: [Int: Int]] = [:]
    for _ in 0..<Int.random(in: 0...400, using: &generator) {
      let key = UInt64.random(in: .min ... .max, using: &generator)
      let label = Int.random(in: 0..<classCount, using: &generator)
      weights[key, default: [:]][label] = Int.random(in: 1...127, using: &generator)
    }
    weights[.max] = [classCount - 1: 127]
    let features: [ModelWriter.Feature] = weights.keys.sorted().map { key in
      let sorted = weights[key, default: [:]].sorted { $0.key < $1.key }
      return (key, sorted.map { (label: $0.key, value: Double($0.value)) })
    }
    let bytes = ModelBytes(ModelWriter.table(features, classCount: classCount, threshold: 0))
    var keys = weights.keys.sorted().filter { _ in Bool.random(using: &generator) }
    keys += (0..<50).map { _ in UInt64.random(in: .min ... .max, using: &generator) }
    var expected = [Int32](repeating: 0, count: 256)
    for key in keys { for (label, value) in weights[key, default: [:]] { expected[label] += Int32(value) } }
    var scores = [Int32](repeating: 99, count: 256)
    try bytes.withBytes { span throws(ModelError) in
      try WeightTable(in: span, section: 0..<span.byteCount).score(keys, in: span, into: &scores)
    }
    #expect(scores[..<classCount] == expected[..<classCount], "seed \(seed)")
  }

  @Test(arguments: [[1, 0, 0, 0, 1, 0, 0, 0, 9, 0, 0, 0], [], [UInt8](repeating: 255, count: 64)])
  func sectionThatDoesNotFitIsRefused(section: [UInt8]) {
    #expect(throws: ModelError.self) {
      try ModelBytes(section).withBytes { span throws(ModelError) in
        _ = try WeightTable(in: span, section: 0..<span.byteCount)
      }
    }
  }
}
