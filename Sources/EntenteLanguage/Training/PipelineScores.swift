package import EntenteModel

/// How well a pipeline does on a treebank, with the treebank's tokens and the pipeline's own tags.
package struct PipelineScores: Hashable, Sendable, CustomStringConvertible {
  package private(set) var words = 0
  package private(set) var upos = 0
  package private(set) var xpos = 0
  package private(set) var lemmas = 0
  package private(set) var heads = 0
  package private(set) var labelled = 0
  package private(set) var verbsAndNouns = 0
  package private(set) var verbAndNounLemmas = 0

  /// The scores of a pipeline on sentences.
  package init(of pipeline: LanguagePipeline, on sentences: [TreebankSentence]) {
    for sentence in sentences {
      var tokens = sentence.tokens
      pipeline.annotate(tokens: &tokens)
      for (place, word) in sentence.words.enumerated() { count(tokens[place], place, word) }
    }
  }

  private mutating func count(_ token: Token, _ place: Int, _ word: TreebankSentence.Word) {
    words += 1
    if token.upos == word.upos { upos += 1 }
    if token.xpos == word.xpos { xpos += 1 }
    if token.lemma == word.lemma { lemmas += 1 }
    if word.upos == "VERB" || word.upos == "NOUN" {
      verbsAndNouns += 1
      if token.lemma == word.lemma { verbAndNounLemmas += 1 }
    }
    guard token.head == (word.head == 0 ? place : word.head - 1) else { return }
    heads += 1
    if token.deprel == word.deprel { labelled += 1 }
  }

  /// The scores in percent.
  package var description: String {
    let percent = { (count: Int, of: Int) in
      let hundredths = (count * 20_000 + of) / (of * 2)
      return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
    guard words > 0 else { return "no words" }
    return "\(words) words: UPOS \(percent(upos, words)) XPOS \(percent(xpos, words)) lemma "
      + "\(percent(lemmas, words)) (verbs and nouns \(percent(verbAndNounLemmas, max(verbsAndNouns, 1)))) "
      + "UAS \(percent(heads, words)) LAS \(percent(labelled, words))"
  }
}

extension TreebankSentence {
  /// The words as tokens of which only the forms and places are known.
  package var tokens: [Token] {
    var place = 0
    return words.map { word in
      let end = place + word.form.unicodeScalars.count
      let token = Token(form: word.form, span: TextSpan(start: place, end: end))
      place = word.isFollowedBySpace ? end + 1 : end
      return token
    }
  }
}
