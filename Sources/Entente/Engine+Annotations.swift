extension Engine {
  /// The temporal expressions of a text or web page, in text order, resolved against its date.
  ///
  /// - Parameter date: the day the text speaks from; nil leaves it to what the text says itself.
  /// - Throws: `ReadingError`, naming the file, where it is missing, empty or no text; `ModelError` where the embedded
  ///   model is damaged.
  /// - Complexity: O(*n*) in its bytes.
  public func temporalExpressions(ofFile path: String, date: CalendarDate? = nil) throws -> [TemporalExpression] {
    let record = try document(ofFile: path, date: date).record
    return TemporalTagger().expressions(in: record.sentences, documentDate: record.date).flatMap(\.self)
  }

  /// The names of places in a text or web page, in text order, each with the place that it means.
  ///
  /// - Throws: `ReadingError`, naming the file, where it is missing, empty or no text; `KnowledgeError` or `ModelError`
  ///   where an embedded table is damaged.
  /// - Complexity: O(*n* log *n*) in its bytes.
  public func toponyms(ofFile path: String) throws -> [Toponym] {
    let document = try document(ofFile: path)
    return try extractor().toponymReader().toponyms(in: document)
  }
}
