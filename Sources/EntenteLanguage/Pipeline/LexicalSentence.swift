/// The words of a sentence as numbers: everything that the classifiers ask of a word by itself.
package struct LexicalSentence {
  /// How the letters of a sentence stand, which says what a capital is worth.
  enum Case: UInt32 {
    case ordinary = 0
    case allCapitals = 1
    case titleCase = 2
  }

  /// One word.
  package struct Word {
    /// The word in normal form.
    var word: UInt32 = 0
    /// Its pattern of letters and digits, with the case of the sentence and whether it begins it.
    package var shape: UInt32 = 0
    /// Its first two and its first three scalars.
    var prefixes: (UInt32, UInt32) = (0, 0)
    /// Its last one to five scalars.
    var suffixes: (UInt32, UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0, 0)
    /// Which letters are vowels and which repeat, at its end.
    var skeleton: UInt32 = 0
    /// The number of scalars, at most 15.
    var length: UInt32 = 0
    /// The phrases it stands in, two bits for each kind, as ``PhraseTable`` marks them.
    var phrases: UInt16 = 0
  }

  package private(set) var words: [Word] = []
  private var form = NormalForm()

  package init() {}

  /// Takes up a sentence.
  ///
  /// - Parameters:
  ///   - count: the number of words.
  ///   - word: a word by its place.
  ///   - isSpaced: whether a word stands between spaces.
  package mutating func read(count: Int, word: (Int) -> String, isSpaced: (Int) -> Bool) {
    words.removeAll(keepingCapacity: true)
    var counts = CaseCounts()
    for place in 0..<count {
      form.read(word(place), isSpaced: isSpaced(place))
      counts.add(form)
      words.append(Self.word(of: form))
    }
    let sentenceCase = counts.sentenceCase
    var isInitial = true
    for place in words.indices {
      let hasLetters = counts.hasLetters[place]
      let context = sentenceCase.rawValue << 1 | (isInitial ? 1 : 0)
      words[place].shape = words[place].shape &* 8 &+ context
      if hasLetters { isInitial = false }
    }
  }

  /// Marks the words that stand in phrases of a table.
  mutating func mark(by phrases: PhraseTable, _ bytes: RawSpan) { phrases.mark(&words, bytes) }

  private static func word(of form: NormalForm) -> Word {
    let bytes = form.bytes
    let starts = form.starts
    let last = starts.count - 1
    var word = Word()
    word.word = ByteHash.of(bytes, 0..<bytes.count)
    word.shape = form.shape
    word.length = UInt32(min(last, 15))
    func prefix(_ length: Int) -> UInt32 {
      length <= last ? ByteHash.of(bytes, 0..<starts[length]) : 1
    }
    func suffix(_ length: Int) -> UInt32 {
      length <= last ? ByteHash.of(bytes, starts[last - length]..<bytes.count) : 1
    }
    word.prefixes = (prefix(2), prefix(3))
    word.suffixes = (suffix(1), suffix(2), suffix(3), suffix(4), suffix(5))
    word.skeleton = skeleton(bytes)
    return word
  }

  /// The last six letters as vowels, consonants and repetitions.
  private static func skeleton(_ bytes: [UInt8]) -> UInt32 {
    var hash = ByteHash()
    let start = max(0, bytes.count - 6)
    for place in start..<bytes.count {
      let byte = bytes[place]
      let isVowel = byte == 0x61 || byte == 0x65 || byte == 0x69 || byte == 0x6F || byte == 0x75
      let isRepeated = place > start && bytes[place - 1] == byte
      let isLetter = (0x61...0x7A).contains(byte)
      hash.add(isLetter ? (isVowel ? 1 : 2) + (isRepeated ? 2 : 0) : byte)
    }
    return hash.value
  }
}

/// Counts by which a headline is told from a sentence.
private struct CaseCounts {
  var hasLetters: [Bool] = []
  private var longWords = 0
  private var capitalizedLongWords = 0
  private var letteredWords = 0
  private var capitalWords = 0
  private var smallWords = 0

  mutating func add(_ form: NormalForm) {
    let letters = form.capitals + form.smallLetters
    hasLetters.append(letters > 0)
    guard letters > 0 else { return }
    letteredWords += 1
    if letters > 1, form.smallLetters == 0 { capitalWords += 1 }
    if form.capitals == 0 { smallWords += 1 }
    if letters >= 4, letteredWords > 1 {
      longWords += 1
      if form.beginsWithCapital { capitalizedLongWords += 1 }
    }
  }

  var sentenceCase: LexicalSentence.Case {
    if letteredWords >= 2, capitalWords * 10 >= letteredWords * 8 { return .allCapitals }
    if longWords >= 3, capitalizedLongWords * 10 >= longWords * 8 { return .titleCase }
    return .ordinary
  }
}
