public import EntenteKnowledge
public import EntenteModel

/// Turns documents into facts: entities with their mentions, relations and events, each with its words.
///
/// Extraction is a pure function of one document and of the knowledge tables: it looks at no clock, keeps no
/// state and gives the same facts in whatever order documents come. It does not fail on odd text; what it cannot
/// decide it leaves out.
public struct Extractor: Sendable {
  private let vocabulary: Vocabulary
  private let holders: OfficeHolders

  /// An extractor with the knowledge that comes with the program.
  ///
  /// - Throws: `KnowledgeError` where an embedded table is damaged.
  public init() throws(KnowledgeError) {
    try self.init(gazetteer: Gazetteer())
  }

  /// An extractor that knows the names of `gazetteer`.
  ///
  /// - Throws: `KnowledgeError` where an embedded table is damaged.
  public init(gazetteer: Gazetteer) throws(KnowledgeError) {
    vocabulary = try Vocabulary(gazetteer: gazetteer)
    holders = try OfficeHolders()
  }

  /// What finds the places that a document names, by the same knowledge.
  ///
  /// - Throws: `KnowledgeError` where the embedded index of place names is damaged.
  /// - Complexity: O(1), but for the first one, which reads the whole index once.
  public func toponymReader() throws(KnowledgeError) -> ToponymReader { try ToponymReader(vocabulary) }

  /// What `document` says, in its own words.
  ///
  /// Only sentences whose role feeds the graph are read: headline, story and captions.
  ///
  /// - Complexity: O(*w* log *g*) in the words of the document and the size of the gazetteer.
  public func facts(in document: Document) -> FactSet {
    let analysis = DocumentAnalysis(document, vocabulary, holders)
    let ties = TieFinder(vocabulary: vocabulary, analysis: analysis).relations()
    let events = EventFinder(vocabulary, analysis).events()
    return FactSet(
      documents: [document.record], entities: analysis.entities(), relations: analysis.officeRelations + ties,
      events: events)
  }
}
