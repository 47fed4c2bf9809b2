extension RawSpan {
  /// The 32-bit number at `offset`, in the byte order of the model (little-endian).
  @inline(__always)
  func number(at offset: Int) -> UInt32 {
    // SAFETY: the load is checked against the span's bounds, and any four bytes are a number.
    unsafe UInt32(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// The 16-bit number at `offset`.
  @inline(__always)
  func shortNumber(at offset: Int) -> UInt16 {
    // SAFETY: the load is checked against the span's bounds, and any two bytes are a number.
    unsafe UInt16(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  /// The byte at `offset`.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 {
    // SAFETY: the load is checked against the span's bounds, and any byte is a number.
    unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self)
  }
}

extension WeightTable {
  /// Adds up the weights of features by class.
  ///
  /// - Parameters:
  ///   - keys: the features that are present; those without weights count nothing.
  ///   - bytes: the model that the table was read from.
  ///   - scores: one number a class, set to the sums.
  /// - Complexity: O(keys · classes a feature has weights for).
  func score(_ keys: [UInt64], in bytes: RawSpan, into scores: inout [Int32]) {
    for place in 0..<classCount { scores[place] = 0 }
    for key in keys {
      let slot = index + Self.bucket(of: key, among: bucketCount) * 4
      var place = features.lowerBound + Int(bytes.number(at: slot))
      let end = features.lowerBound + Int(bytes.number(at: slot + 4))
      let mark = Self.mark(of: key)
      while place < end {
        let count = Int(bytes.byte(at: place + 2)) + 1
        if bytes.shortNumber(at: place) == mark {
          var pair = place + 3
          for _ in 0..<count {
            let value = bytes.shortNumber(at: pair)
            scores[Int(value & 0xFF)] &+= Int32(Int8(truncatingIfNeeded: value >> 8))
            pair += 2
          }
          break
        }
        place += 3 + count * 2
      }
    }
  }
}
