import EntenteLanguage

/// A small language with two kinds of sentences, enough to learn from.
enum ToyTreebank {
  private static let people = ["Anna", "Boris", "Carla", "Dmitri"]
  private static let verbs = [("meets", "meet"), ("visits", "visit"), ("praises", "praise"), ("warns", "warn")]
  private static let places = ["Rome", "Oslo", "Cairo"]

  static let sentences: [TreebankSentence] = {
    var made: [TreebankSentence] = []
    for subject in people {
      for (verb, lemma) in verbs {
        for object in people where object != subject {
          let place = places[made.count % places.count]
          made.append(
            TreebankSentence(
              words: [
                word(subject, subject, "PROPN", "NNP", 2, "nsubj"), word(verb, lemma, "VERB", "VBZ", 0, "root"),
                word(object, object, "PROPN", "NNP", 2, "obj"), word("in", "in", "ADP", "IN", 5, "case"),
                word(place, place, "PROPN", "NNP", 2, "obl"), word(".", ".", "PUNCT", ".", 2, "punct"),
              ]))
        }
      }
    }
    return made
  }()

  /// A model with a lemmatizer and a divider of it and a network of random weights; made once.
  static let trained = Result { try model() }

  static func model(seed: UInt64 = 1) throws -> [UInt8] {
    var options = PipelineTrainer.Options()
    options.seed = seed
    return try PipelineTrainer(options).model(of: RandomNetwork.parser(), sentences)
  }

  private static func word(
    _ form: String, _ lemma: String, _ upos: String, _ xpos: String, _ head: Int, _ deprel: String
  ) -> TreebankSentence.Word {
    TreebankSentence.Word(
      form: form, lemma: lemma, upos: upos, xpos: xpos, head: head, deprel: deprel, isFollowedBySpace: true)
  }
}
