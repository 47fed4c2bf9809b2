/// Trains a whole pipeline and writes it as a model file.
package struct PipelineTrainer: Sendable {
  /// How long to train, and how much to keep.
  package struct Options: Hashable, Sendable {
    package var seed: UInt64 = 1
    package var taggerRounds = 8
    package var parserRounds = 12
    /// The parser's training ends after so many rounds without a better one.
    package var patience = 3
    package var lemmatizerRounds = 8
    package var dividerRounds = 6
    /// The treebank is divided into so many parts; the parser sees tags by taggers that did not.
    package var folds = 5
    package var taggerThreshold = 0.3
    package var parserThreshold = 1.0

    package init() {}
  }

  private let options: Options

  package init(_ options: Options = Options()) { self.options = options }

  /// Trains on a treebank, measuring by sentences that are held out.
  ///
  /// The same sentences and options give the same bytes.
  ///
  /// - Parameters:
  ///   - forms: words with their tags and lemmas, beside those of the treebank.
  ///   - report: told how training goes, line by line.
  /// - Throws: `ModelError` if there is nothing to train on.
  package func train(
    _ treebank: [TreebankSentence], held: [TreebankSentence], forms: [TreebankSentence.Word] = [],
    report: (String) -> Void = { _ in }
  ) throws(ModelError) -> [UInt8] {
    var augmentation = Augmentation(seed: options.seed)
    let sentences = augmentation.apply(to: treebank)
    let encoder = SentenceEncoder(names: ModelNames(of: treebank))
    let encoded = sentences.map { encoder.encode($0) }
    let heldOut = held.map { encoder.encode($0) }
    report("\(sentences.count) sentences, \(encoder.names.tags.count) tags, \(encoder.actions.count) actions")

    let tagTrainer = TaggerTrainer(
      classCount: encoder.names.tags.count, seed: options.seed, threshold: options.taggerThreshold)
    let tagger = try tagTrainer.train(encoded, held: heldOut, rounds: options.taggerRounds, report: report)
    let lemmatizer = try LemmatizerTrainer(encoder: encoder, seed: options.seed).train(
      treebank, forms: forms, rounds: options.lemmatizerRounds)
    report("lemmatizer: \(lemmatizer.bytes.count) bytes")
    let parser = try ParserTrainer(
      actions: encoder.actions, classes: LanguageModel.classes(of: encoder.names.tags), seed: options.seed,
      threshold: options.parserThreshold
    ).train(
      try jackknifed(encoded, tagTrainer, report), held: tagged(heldOut, by: tagger, tagTrainer.classCount),
      rounds: options.parserRounds, patience: options.patience, report: report)
    return ModelWriter.file(
      names: encoder.names,
      [(.tagger, tagger.bytes), (.lemmatizer, lemmatizer.bytes), (.parser, parser.bytes)])
  }

  /// A model of a network that was trained on a treebank's features, with a lemmatizer and a divider trained here.
  ///
  /// - Parameters:
  ///   - forms: words with their tags and lemmas, beside those of the treebank.
  ///   - finder: the layer that finds names, and the phrases that it knows.
  /// - Throws: `ModelError` if a part of the network is missing.
  package func model(
    of network: NetworkFile, _ treebank: [TreebankSentence], forms: [TreebankSentence.Word] = [],
    finder: (layer: NetworkFile, phrases: [NamedPhrase])? = nil
  ) throws(ModelError) -> [UInt8] {
    var names = ModelNames(of: treebank)
    (names.tags, names.relations, names.actions) = (network.tags, network.relations, [])
    let lemmatizer = try LemmatizerTrainer(encoder: SentenceEncoder(names: names), seed: options.seed).train(
      treebank, forms: forms, rounds: options.lemmatizerRounds)
    var sections: [(ModelFile.Section, [UInt8])] = [
      (.lemmatizer, lemmatizer.bytes), (.network, try NetworkWriter.section(network)),
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
  package func model(
    _ bytes: [UInt8], dividingAsIn treebank: [TreebankSentence]
  ) throws(ModelError) -> [UInt8] {
    let divider = DividerTrainer(seed: options.seed).train(treebank, rounds: options.dividerRounds)
    return try ModelWriter.file(bytes, with: divider, as: .divider)
  }

  /// Each sentence with the tags of a tagger that was trained without it or a copy of it.
  private func jackknifed(
    _ sentences: [TaggedSentence], _ trainer: TaggerTrainer, _ report: (String) -> Void
  ) throws(ModelError) -> [ParserTrainer.Example] {
    var examples = sentences.map { ParserTrainer.Example(sentence: $0, tags: $0.tags) }
    guard options.folds > 1 else { return examples }
    // Neighbours come from one document: blocks of them go to the same part.
    let fold = { (sentence: TaggedSentence) in sentence.origin / 50 % options.folds }
    for part in 0..<options.folds {
      let others = sentences.filter { fold($0) != part }
      if others.isEmpty { continue }
      let table = try trainer.train(others, rounds: max(1, options.taggerRounds * 2 / 3))
      var (right, count) = (0, 0)
      for place in sentences.indices where fold(sentences[place]) == part {
        let guess = tagged([sentences[place]], by: table, trainer.classCount)[0]
        examples[place] = guess
        right += zip(guess.tags, sentences[place].tags).count { $0 == $1 }
        count += guess.tags.count
      }
      report("part \(part + 1): \(Double(right) / Double(max(count, 1))) of tags right")
    }
    return examples
  }

  private func tagged(
    _ sentences: [TaggedSentence], by table: TrainedTable, _ classCount: Int
  ) -> [ParserTrainer.Example] {
    var tagger = Tagger()
    return sentences.map { sentence in
      tagger.tag(sentence.lexical, classCount: classCount) { table.score($0, into: &$1) }
      return ParserTrainer.Example(sentence: sentence, tags: tagger.tags)
    }
  }
}
