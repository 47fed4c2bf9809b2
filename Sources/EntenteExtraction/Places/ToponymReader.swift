public import EntenteKnowledge
public import EntenteModel

/// Finds the names of places in documents, demonyms included, and says which places they are.
public struct ToponymReader: Sendable {
  private let vocabulary: Vocabulary
  private let index: ToponymIndex

  /// A reader with the knowledge that comes with the program.
  ///
  /// - Throws: `KnowledgeError` where an embedded table is damaged.
  public init() throws(KnowledgeError) {
    try self.init(Vocabulary(gazetteer: Gazetteer()))
  }

  init(_ vocabulary: Vocabulary) throws(KnowledgeError) {
    self.vocabulary = vocabulary
    index = try ToponymIndex()
  }

  /// The names of places in a document, in text order; what no known place is called is left out.
  ///
  /// All sentences are read, whatever their role. One name means one place throughout, unless the words behind it say
  /// otherwise.
  ///
  /// - Complexity: O(*w* log *n*) in the words and the size of the index, plus O(*s* *p*) for *s* places that *p*
  ///   names may mean.
  public func toponyms(in document: Document) -> [Toponym] {
    let lines = document.record.sentences.enumerated().map { Line($1, index: $0) }
    let finder = ToponymFinder(vocabulary, index)
    let mentions = finder.mentions(in: lines)
    var resolver = ToponymResolver(mentions)
    return zip(mentions, resolver.resolved()).compactMap { mention, senses in
      guard let best = senses.first else { return nil }
      let span = lines[mention.line].span(mention.words)
      return Toponym(
        span: span, text: document.text[span], name: best.sense.name, location: best.sense.location,
        country: best.sense.country,
        alternatives: senses.dropFirst().map {
          .init(
            name: $0.sense.name, location: $0.sense.location, country: $0.sense.country, deficit: best.score - $0.score)
        })
    }
  }
}
