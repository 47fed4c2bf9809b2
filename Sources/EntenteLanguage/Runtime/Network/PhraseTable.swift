/// Phrases of a few kinds, by the hashes of their words: names of places and bodies, given names, titles.
///
/// For each phrase and for each beginning of one the table has a hash and a byte: a bit for each kind of which it is a
/// phrase, and one that says that longer ones begin with it.
struct PhraseTable: Sendable {
  /// How many kinds there may be.
  static let kindCount = 6
  /// Longer phrases are not kept.
  static let longest = 8

  /// That a longer phrase begins with a row of words.
  static let goesOn: UInt8 = 1 << 7

  private let hashes: Vocabulary
  private let flags: Range<Int>

  /// The table in a section of a model.
  ///
  /// - Throws: `damaged` where the section is too short.
  init(in bytes: RawSpan, section: Range<Int>) throws(ModelError) {
    var reader = SectionReader(section)
    let count = try reader.count(bytes, upTo: 1 << 24)
    hashes = Vocabulary(hashes: try reader.take(count * 4))
    flags = try reader.take(count)
  }

  /// Marks the words of a sentence that are, begin or continue a phrase: for each kind two bits, 1 for a phrase of one
  /// word, 2 for the first of several, 3 for the others. Of phrases that overlap, the one that begins first counts, then
  /// the longest.
  ///
  /// - Complexity: O(*n* log *m*) for *m* hashes.
  func mark(_ words: inout [LexicalSentence.Word], _ bytes: RawSpan) {
    var ends = [Int](repeating: 0, count: Self.kindCount)
    for start in words.indices {
      var found = [Int](repeating: 0, count: Self.kindCount)
      var hash = PhraseHash()
      for end in start + 1...min(start + Self.longest, words.count) {
        hash.add(words[end - 1].word)
        let row = hashes.row(of: hash.value, bytes)
        if row == 0 { break }
        let flag = bytes.byte(at: flags.lowerBound + row - 1)
        for kind in 0..<Self.kindCount where flag >> UInt8(kind) & 1 == 1 { found[kind] = end }
        if flag & Self.goesOn == 0 { break }
      }
      for kind in 0..<Self.kindCount where found[kind] > 0 && ends[kind] <= start {
        ends[kind] = found[kind]
        for place in start..<found[kind] {
          let mark: UInt16 = found[kind] == start + 1 ? 1 : place == start ? 2 : 3
          words[place].phrases |= mark << UInt16(2 * kind)
        }
      }
    }
  }
}

/// The hash of a row of words.
struct PhraseHash {
  private var state: UInt32 = 0x811C_9DC5

  mutating func add(_ word: UInt32) {
    state = (state ^ word) &* 0x0100_0193
    state ^= state >> 15
  }

  var value: UInt32 { state }
}
