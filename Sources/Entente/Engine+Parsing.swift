extension Engine {
  /// A text or web page as trees of words, in CoNLL-U: each word's part of speech, lemma, head and relation, and the
  /// named entity it is part of.
  ///
  /// - Throws: `ReadingError`, naming the file, where it is missing, empty or no text; `ModelError` where the embedded
  ///   model is damaged.
  /// - Complexity: O(*n*) in its bytes.
  public func conllu(ofFile path: String) throws -> String {
    let document = try document(ofFile: path)
    let sentences = document.record.sentences
    var text = ""
    var paragraph: Int?
    for (place, sentence) in sentences.enumerated() where !sentence.tokens.isEmpty {
      var comments = place == 0 ? ["newdoc id = \(path)"] : []
      if sentence.paragraph != paragraph { comments.append("newpar") }
      paragraph = sentence.paragraph
      comments.append("sent_id = \(place + 1)")
      comments.append("text = \(document.text[sentence.span])")
      let follower = place + 1 < sentences.count ? sentences[place + 1] : nil
      text += CoNLLUWriter.lines(
        of: sentence.tokens, comments: comments, whole: MultiWordToken.all(in: sentence.tokens),
        isFollowed: follower.map { $0.span.start == sentence.span.end } ?? false)
    }
    return text
  }

  /// Sentences whose words are given in CoNLL-U, annotated anew; what is written as one word and the remarks stay.
  ///
  /// - Throws: `ReadingError`, naming the file and line, where a line is no word in its turn; `ModelError` where the
  ///   embedded model is damaged.
  /// - Complexity: O(*n*) in its bytes.
  public func conllu(ofPretokenizedFile path: String) throws -> String {
    let bytes = try FileReader.bytes(ofFile: path, limit: Self.byteLimit)
    let pipeline = try pipeline()
    var text = ""
    for var sentence in try CoNLLUReader.sentences(in: bytes, file: path) {
      pipeline.annotate(tokens: &sentence.tokens)
      text += CoNLLUWriter.lines(of: sentence.tokens, comments: sentence.comments, whole: sentence.whole)
    }
    return text
  }
}
