/// Numbers that look random and are the same for the same seed (SplitMix64, Steele, Lea and Flood 2014).
struct Randomness: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// True in `percent` of a hundred cases.
  mutating func chance(_ percent: UInt64) -> Bool { below(100) < percent }

  /// A number below `limit`.
  mutating func below(_ limit: UInt64) -> UInt64 { ((next() >> 32) &* limit) >> 32 }

  /// Puts values in an arbitrary order.
  mutating func shuffle<Value>(_ values: inout [Value]) {
    for place in stride(from: values.count - 1, to: 0, by: -1) {
      values.swapAt(place, Int(below(UInt64(place + 1))))
    }
  }
}
