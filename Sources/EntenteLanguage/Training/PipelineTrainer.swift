/// Makes models: of a network that was trained elsewhere, and of a lemmatizer and a divider that are trained here.
package struct PipelineTrainer: Sendable {
  /// How to train.
  package struct Options: Hashable, Sendable {
    package var seed: UInt64 = 1
    package var lemmatizerRounds = 8
    package var dividerRounds = 6

    package init() {}
  }

  private let options: Options

  package init(_ options: Options = Options()) { self.options = options }

  /// A model of a network that was trained on a treebank's features, with a lemmatizer and a divider trained here.
  ///
  /// The same treebank, network and options give the same bytes.
  ///
  /// - Parameters:
  ///   - forms: words with their tags and lemmas, beside those of the treebank.
  ///   - finder: the layer that finds names, and the phrases that it knows.
  /// - Throws: `ModelError` if a part of the network is missing, or there is nothing to train on.
  package func model(
    of network: NetworkFile, _ treebank: [TreebankSentence], forms: [TreebankSentence.Word] = [],
    finder: (layer: NetworkFile, phrases: [NamedPhrase])? = nil
  ) throws(ModelError) -> [UInt8] {
    var names = ModelNames()
    (names.tags, names.relations, names.lemmaRules) = (network.tags, network.relations, LemmaRule.rules(of: treebank))
    guard !names.lemmaRules.isEmpty else {
      throw ModelError(.damaged, "the treebank has no lemma that is seen twice; give one to train on")
    }
    let lemmatizer = LemmatizerTrainer(names: names, seed: options.seed).train(
      treebank, forms: forms, rounds: options.lemmatizerRounds)
    var sections: [(ModelFile.Section, [UInt8])] = [
      (.lemmatizer, lemmatizer), (.network, try NetworkWriter.section(network)),
    ]
    if let finder {
      names.entities = finder.layer.entities
      sections.append((.nameFinder, try NetworkWriter.nameSection(finder.layer)))
      sections.append((.phrases, NamedPhrase.section(of: finder.phrases)))
    }
    sections.append((.divider, DividerTrainer(seed: options.seed).train(treebank, rounds: options.dividerRounds)))
    return ModelWriter.file(names: names, sections)
  }

  /// A model with a divider trained here, whose other parts are those of another model.
  ///
  /// - Throws: `ModelError` if the bytes are no model.
  package func model(_ bytes: [UInt8], dividingAsIn treebank: [TreebankSentence]) throws(ModelError) -> [UInt8] {
    let divider = DividerTrainer(seed: options.seed).train(treebank, rounds: options.dividerRounds)
    return try ModelWriter.file(bytes, with: divider, as: .divider)
  }
}
