/// Texts one after the other in one piece of memory.
struct TextPool: Hashable, Sendable {
  /// Where each text begins, and at last the number of bytes.
  let offsets: Column<UInt64>
  /// The texts in UTF-8.
  let bytes: Column<UInt8>

  init(_ texts: some Collection<String>) {
    var offsets: [UInt64] = [0]
    var bytes: [UInt8] = []
    offsets.reserveCapacity(texts.count + 1)
    for text in texts {
      bytes += text.utf8
      offsets.append(UInt64(bytes.count))
    }
    self.offsets = Column(offsets)
    self.bytes = Column(bytes)
  }

  /// Texts as they stand in a file.
  ///
  /// - Precondition: the offsets ascend from 0 to the number of bytes.
  init(offsets: Column<UInt64>, bytes: Column<UInt8>) {
    self.offsets = offsets
    self.bytes = bytes
  }

  var count: Int { offsets.count - 1 }

  subscript(place: Int) -> String {
    let range = Int(offsets[place])..<Int(offsets[place + 1])
    return bytes.read { bytes in String(decoding: range.lazy.map { bytes[$0] }, as: UTF8.self) }
  }

  /// The place of a text, where the texts are in the order of their bytes.
  ///
  /// - Complexity: O(*n* log *count*) in the bytes of the text.
  func place(of text: String) -> Int? {
    let wanted = Array(text.utf8)
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if compare(middle, wanted) < 0 { low = middle + 1 } else { high = middle }
    }
    return low < count && compare(low, wanted) == 0 ? low : nil
  }

  /// Below 0 where a text comes before `wanted` in the order of bytes, 0 where it is the same.
  private func compare(_ place: Int, _ wanted: [UInt8]) -> Int {
    let (start, end) = (Int(offsets[place]), Int(offsets[place + 1]))
    return bytes.read { bytes in
      for step in 0..<min(end - start, wanted.count) where bytes[start + step] != wanted[step] {
        return Int(bytes[start + step]) - Int(wanted[step])
      }
      return (end - start) - wanted.count
    }
  }
}

extension String {
  /// Whether a text comes before another in the order of their bytes.
  func precedesInBytes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
