/// A small random source that gives the same numbers for the same seed everywhere.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  /// What the state grows by with each number.
  package static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

  private var state: UInt64

  /// A source that begins at `seed`.
  package init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  @inline(__always) package mutating func next() -> UInt64 {
    state &+= Self.increment
    return Self.mixed(state)
  }

  /// A number below `bound`, without the modulo's bias beyond 2^-32.
  @inline(__always) mutating func next(below bound: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: ((next() >> 32) &* UInt64(bound)) >> 32)
  }

  /// A number from 0 up to, but not including, 1.
  @inline(__always) package mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// 64 bits that look random and depend on `bits` alone.
  @inline(__always) package static func mixed(_ bits: UInt64) -> UInt64 {
    var mixed = bits
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
