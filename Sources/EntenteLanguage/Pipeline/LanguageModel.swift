/// A model opened for use: its names, and where its weights lie.
struct LanguageModel: Sendable {
  let bytes: ModelBytes
  let names: ModelNames
  let lemmatizer: WeightTable
  /// What tags and parses.
  let network: Network
  /// What divides sentences, if the model does.
  let divider: LearnedDivider?
  /// What finds names, if the model does.
  let nameFinder: NameFinder?
  /// The phrases that it knows.
  let phrases: PhraseTable?
  /// The tags of each type of named entity, for the first word of a name and for the others.
  let entityTags: [(first: String, inner: String)]

  /// Opens a model; bytes that are not the program's own are checked first.
  ///
  /// - Throws: `ModelError`, whatever the bytes are.
  init(_ source: ModelBytes) throws(ModelError) {
    bytes = source
    (names, lemmatizer, network, divider, nameFinder, phrases) = try source.withBytes { bytes throws(ModelError) in
      let file = try ModelFile(bytes, verifying: !source.isEmbedded)
      let text = file[.names].map { bytes.byte(at: $0) }
      let names = try ModelNames(String(decoding: text, as: UTF8.self))
      let lemmatizer = try WeightTable(in: bytes, section: file[.lemmatizer])
      guard names.lemmaRules.count == lemmatizer.classCount else { throw Self.miscounted }
      let network = try Self.network(bytes, file, names)
      let divider = file.has(.divider) ? try LearnedDivider(in: bytes, section: file[.divider]) : nil
      let finder = try Self.nameFinder(bytes, file, names, network)
      let phrases = file.has(.phrases) ? try PhraseTable(in: bytes, section: file[.phrases]) : nil
      return (names, lemmatizer, network, divider, finder, phrases)
    }
    entityTags = names.entities.map { ("B-\($0)", "I-\($0)") }
  }

  private static func nameFinder(
    _ bytes: RawSpan, _ file: ModelFile, _ names: ModelNames, _ network: Network
  ) throws(ModelError) -> NameFinder? {
    guard file.has(.nameFinder) else { return nil }
    let finder = try NameFinder(in: bytes, section: file[.nameFinder], on: network)
    guard finder.typeCount == names.entities.count else { throw miscounted }
    return finder
  }

  private static func network(
    _ bytes: RawSpan, _ file: ModelFile, _ names: ModelNames
  ) throws(ModelError) -> Network {
    let network = try Network(in: bytes, section: file[.network])
    guard names.tags.count == network.tags.rowCount, names.relations.count == network.relations.rowCount,
      (1...256).contains(names.tags.count), (1...256).contains(names.relations.count)
    else { throw miscounted }
    return network
  }

  private static var miscounted: ModelError {
    ModelError(
      .damaged, "the names of the language model are not as many as its classes; take another copy of the file")
  }
}
