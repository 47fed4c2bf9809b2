package import EntenteModel

/// Sentences of CoNLL-U whose words are to be annotated anew: the words, what is written as one, and the remarks.
package struct CoNLLUSentence: Hashable, Sendable {
  /// The remarks before the words, without their `#`.
  package var comments: [String] = []
  /// The words, with spans that say which touch.
  package var tokens: [Token] = []
  /// The stretches of tokens that are written as one word.
  package var whole: [MultiWordToken] = []
}

/// Reads sentences in the CoNLL-U format of Universal Dependencies 2 whose words are to be annotated anew.
///
/// Source: https://universaldependencies.org/format.html.
package enum CoNLLUReader {
  /// The sentences in the bytes of a file; of a word only its number, its form and `SpaceAfter=No` are read.
  ///
  /// Nodes of enhanced dependencies that are no words, as in `8.1`, are left out.
  ///
  /// - Throws: `ReadingError` with the line that is no word, or if there is none.
  /// - Complexity: O(*n*).
  package static func sentences(in bytes: [UInt8], file: String) throws(ReadingError) -> [CoNLLUSentence] {
    var sentences: [CoNLLUSentence] = []
    var open = OpenSentence()
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      if text.isEmpty {
        if let sentence = open.closed() { sentences.append(sentence) }
        open = OpenSentence()
      } else if text.hasPrefix("#") {
        open.sentence.comments.append(text.dropFirst().drop { $0 == " " }.description)
      } else if !open.add(text.split(separator: "\t", omittingEmptySubsequences: false)) {
        throw failure(
          "\(file):\(number + 1)",
          "'\(text.prefix(40))' is no word in its turn; give CoNLL-U, or leave out --pretokenized")
      }
    }
    if let sentence = open.closed() { sentences.append(sentence) }
    if sentences.isEmpty { throw failure(file, "holds no sentence; give CoNLL-U, or leave out --pretokenized") }
    return sentences
  }

  private static func failure(_ place: String, _ message: String) -> ReadingError {
    ReadingError(code: .malformed, message: message, file: place)
  }
}

/// A sentence of which lines have still to come.
private struct OpenSentence {
  var sentence = CoNLLUSentence()
  /// Where the next word would stand in the text.
  private var end = 0
  /// Whether the last word written as one touches what follows.
  private var wholeTouches = false

  /// Takes up a line; nothing where it is not in its turn.
  mutating func add(_ fields: [Substring]) -> Bool {
    guard fields.count >= 2, let numbers = WordNumbers(fields[0]) else { return false }
    let count = sentence.tokens.count
    if numbers.isEmptyNode { return numbers.first == count }
    guard numbers.first == count + 1 else { return false }
    let touches = fields.last?.contains("SpaceAfter=No") == true
    if let last = numbers.last {
      guard last > numbers.first, count >= sentence.whole.last?.range.upperBound ?? 0 else { return false }
      sentence.whole.append(MultiWordToken(range: count..<last, form: String(fields[1])))
      wholeTouches = touches
      return true
    }
    let form = String(fields[1])
    let start = end
    end += form.unicodeScalars.count
    sentence.tokens.append(Token(form: form, span: TextSpan(start: start, end: end)))
    let reached = (sentence.whole.last?.range.upperBound ?? 0) - sentence.tokens.count
    let isApart = reached < 0 ? !touches : reached == 0 && !wholeTouches
    if isApart { end += 1 }
    return true
  }

  /// The sentence, if it has words; what is written as one has to end inside it.
  func closed() -> CoNLLUSentence? {
    var closed = sentence
    closed.whole.removeAll { $0.range.upperBound > sentence.tokens.count }
    return sentence.tokens.isEmpty ? nil : closed
  }
}

/// The first field of a line: `8` for a word, `8-9` for two written as one, `8.1` for a node that is no word.
private struct WordNumbers {
  let first: Int
  let last: Int?
  let isEmptyNode: Bool

  init?(_ field: Substring) {
    let parts = field.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "." }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, (1...2).contains(numbers.count) else { return nil }
    first = numbers[0]
    isEmptyNode = field.contains(".")
    last = numbers.count == 2 && !isEmptyNode ? numbers[1] : nil
  }
}
