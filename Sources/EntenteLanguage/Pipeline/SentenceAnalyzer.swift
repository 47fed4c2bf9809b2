import EntenteModel

/// Analyses sentence after sentence with one model, and keeps the storage it works in.
struct SentenceAnalyzer {
  private let model: LanguageModel
  private var lexical = LexicalSentence()
  private var reading = NetworkReading()
  private var keys: [UInt64] = []
  private var scores = [Int32](repeating: 0, count: WeightTable.largestClassCount)

  init(_ model: LanguageModel) { self.model = model }

  /// Fills in the fields of the tokens of a sentence.
  mutating func analyze(_ tokens: inout [Token], _ bytes: RawSpan) {
    if tokens.isEmpty { return }
    lexical.read(count: tokens.count, word: { tokens[$0].form }, isSpaced: { Self.isSpaced($0, tokens) })
    let continuation = model.names.relations.firstIndex(of: "parataxis") ?? 0
    reading.read(lexical, model.network, bytes, continuation: UInt8(continuation))
    findNames(&tokens, bytes)
    for place in tokens.indices {
      fill(&tokens[place], place, tag: reading.tags[place], bytes)
      let head = reading.heads[place]
      tokens[place].head = head > 0 ? head - 1 : place
      tokens[place].deprel = model.names.relations[Int(reading.relations[place])]
    }
  }

  /// Fills in which names the tokens are part of.
  private mutating func findNames(_ tokens: inout [Token], _ bytes: RawSpan) {
    guard let finder = model.nameFinder else { return }
    if let phrases = model.phrases { lexical.mark(by: phrases, bytes) }
    let marks = NameReading.marks(lexical, reading, finder, bytes)
    for (place, mark) in marks.enumerated() {
      tokens[place].entity =
        mark.map { mark in
          let names = model.entityTags[Int(mark.type)]
          return mark.isFirst ? names.first : names.inner
        } ?? "O"
    }
  }

  /// Fills in the tags and the lemma of a token.
  private mutating func fill(_ token: inout Token, _ place: Int, tag: UInt8, _ bytes: RawSpan) {
    let names = model.names.tags[Int(tag)]
    token.upos = names.upos
    token.xpos = names.xpos
    token.lemma = lemma(of: token.form, lexical.words[place], tag: tag, bytes)
  }

  private mutating func lemma(
    of form: String, _ word: LexicalSentence.Word, tag: UInt8, _ bytes: RawSpan
  ) -> String {
    LemmaFeatures.extract(word, tag: tag, into: &keys)
    model.lemmatizer.score(keys, in: bytes, into: &scores)
    let rule = model.names.lemmaRules[WeightTable.best(scores, model.lemmatizer.classCount)]
    return rule.lemma(of: form) ?? form.lowercased()
  }

  /// Whether white space, or the end of the sentence, stands on both sides of a token.
  private static func isSpaced(_ place: Int, _ tokens: [Token]) -> Bool {
    (place == 0 || tokens[place - 1].span.end < tokens[place].span.start)
      && (place + 1 == tokens.count || tokens[place + 1].span.start > tokens[place].span.end)
  }
}
