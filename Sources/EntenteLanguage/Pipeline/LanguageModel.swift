/// A model opened for use: its names, and where its weights lie.
struct LanguageModel: Sendable {
  let bytes: ModelBytes
  let names: ModelNames
  let tagger: WeightTable
  let lemmatizer: WeightTable
  let parser: WeightTable
  let actions: ActionTable
  /// For each tag a number for its universal part of speech.
  let classes: [UInt8]

  /// Opens a model; bytes that are not the program's own are checked first.
  ///
  /// - Throws: `ModelError`, whatever the bytes are.
  init(_ source: ModelBytes) throws(ModelError) {
    bytes = source
    let (names, tables) = try source.withBytes { bytes throws(ModelError) in
      let file = try ModelFile(bytes, verifying: !source.isEmbedded)
      let tables = [
        try WeightTable(in: bytes, section: file[.tagger]), try WeightTable(in: bytes, section: file[.lemmatizer]),
        try WeightTable(in: bytes, section: file[.parser]),
      ]
      let text = file[.names].map { bytes.byte(at: $0) }
      return (try ModelNames(String(decoding: text, as: UTF8.self)), tables)
    }
    guard names.tags.count == tables[0].classCount, names.lemmaRules.count == tables[1].classCount,
      names.actions.count == tables[2].classCount, names.actions.contains(.shift)
    else {
      throw ModelError(
        .damaged, "the names of the language model are not as many as its classes; take another copy of the file")
    }
    self.names = names
    (tagger, lemmatizer, parser) = (tables[0], tables[1], tables[2])
    actions = ActionTable(names.actions)
    classes = Self.classes(of: names.tags)
  }

  /// Numbers the universal parts of speech in the order in which the tags show them.
  static func classes(of tags: [JointTag]) -> [UInt8] {
    var numbers: [String: UInt8] = [:]
    return tags.map { tag in
      let number = numbers[tag.upos] ?? UInt8(truncatingIfNeeded: numbers.count)
      numbers[tag.upos] = number
      return number
    }
  }
}
