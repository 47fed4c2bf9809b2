import EntenteLanguage
import EntenteModel
import Testing

@Suite struct CoNLLUTests {
  private static let treebank = """
    # sent_id = 7
    #text = They don't, do they?
    1\tThey\tthey\tPRON\tPRP\t_\t3\tnsubj\t_\t_
    2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
    2\tdo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_
    3\tn't\tnot\tPART\tRB\t_\t0\troot\t_\t_
    3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_
    4\t,\t,\tPUNCT\t,\t_\t3\tpunct\t_\t_
    5\tdo\tdo\tAUX\tVBP\t_\t3\tparataxis\t_\t_\r
    6\tthey\tthey\tPRON\tPRP\t_\t5\tnsubj\t_\tNE=O|SpaceAfter=No
    7\t?\t?\tPUNCT\t.\t_\t3\tpunct\t_\t_

    1\tYes
    """

  private static func read(_ text: String) throws -> [CoNLLUSentence] {
    try CoNLLUReader.sentences(in: Array(text.utf8), file: "given")
  }

  @Test func wordsAndWhatTouchesAreRead() throws {
    let sentences = try Self.read(Self.treebank)
    #expect(sentences.map(\.tokens.count) == [7, 1])
    #expect(sentences[0].comments == ["sent_id = 7", "text = They don't, do they?"])
    #expect(sentences[0].tokens.map(\.form) == ["They", "do", "n't", ",", "do", "they", "?"])
    #expect(sentences[0].tokens.map(\.span.start) == [0, 5, 7, 10, 12, 15, 19])
    #expect(sentences[0].whole == [MultiWordToken(range: 1..<3, form: "don't")])
    #expect(sentences[0].tokens.allSatisfy { $0.upos == nil && $0.head == nil })
  }

  @Test func whatIsReadIsWrittenAgain() throws {
    let sentence = try Self.read(Self.treebank)[0]
    let lines = CoNLLUWriter.lines(of: sentence.tokens, comments: sentence.comments, whole: sentence.whole)
    let again = try Self.read(lines)
    #expect(again == [sentence])
    #expect(lines.contains("2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\tdo\t_\t_\t_\t_\t_\t_\t_\t_\n"))
  }

  @Test(arguments: [
    ("", "given: holds no sentence; give CoNLL-U, or leave out --pretokenized"),
    ("# only a remark\n\n", "given: holds no sentence; give CoNLL-U, or leave out --pretokenized"),
    ("1\tAnna\n3\tmeets\n", "given:2: '3\tmeets' is no word in its turn; give CoNLL-U, or leave out --pretokenized"),
    (
      "Anna meets Boris.",
      "given:1: 'Anna meets Boris.' is no word in its turn; give CoNLL-U, or leave out --pretokenized"
    ),
    (
      "1\tAnna\n4-5\tdon't\n", "given:2: '4-5\tdon't' is no word in its turn; give CoNLL-U, or leave out --pretokenized"
    ),
    ("0\tAnna\n", "given:1: '0\tAnna' is no word in its turn; give CoNLL-U, or leave out --pretokenized"),
    ("-1\tAnna\n", "given:1: '-1\tAnna' is no word in its turn; give CoNLL-U, or leave out --pretokenized"),
    ("1-99999999999999999999\tAnna\n", nil), ("9223372036854775807\tAnna\n", nil), ("1\t\n2-1\t\n", nil),
    ("1.\tAnna\n", nil),
  ])
  func linesOutOfTurnAreNamed(text: String, message: String?) {
    let error = #expect(throws: ReadingError.self) { try Self.read(text) }
    if let message { #expect(error.map { "\($0.file ?? ""): \($0.message)" } == message) }
  }

  @Test func annotationsFillTheirFields() {
    var tokens = Token.list("Anna smiles")
    tokens[0].span = TextSpan(start: 0, end: 4)
    (tokens[0].upos, tokens[0].xpos, tokens[0].lemma) = ("PROPN", "NNP", "Anna")
    (tokens[0].head, tokens[0].deprel, tokens[0].entity) = (1, "nsubj", "B-PER")
    (tokens[1].upos, tokens[1].head, tokens[1].deprel, tokens[1].entity) = ("VERB", 1, "root", "O")
    let lines = CoNLLUWriter.lines(of: tokens, comments: ["text = Anna\nsmiles"], whole: [], isFollowed: true)
    #expect(
      lines == """
        # text = Anna smiles
        1\tAnna\tAnna\tPROPN\tNNP\t_\t2\tnsubj\t_\tNE=B-PER
        2\tsmiles\t_\tVERB\t_\t_\t0\troot\t_\tNE=O|SpaceAfter=No


        """)
  }

  @Test(arguments: [
    ("I can't say John's gonna go", ["can't", "John's", "gonna"]),
    ("Cannot you tell the voters' wishes?", ["Cannot", "voters'"]),
    ("She'd've known", ["She'd've"]), ("a well-known, 'quoted' word (here)", []), ("£5 and 20% of it's", ["it's"]),
  ])
  func wordsWrittenAsOneAreFound(text: String, expected: [String]) throws {
    let annotator = RuleAnnotator()
    let indexed = IndexedText(text)
    var tokens = annotator.annotate(indexed, paragraph: TextSpan(start: 0, end: indexed.scalarCount)).flatMap(\.tokens)
    try LanguagePipeline().annotate(tokens: &tokens)
    #expect(MultiWordToken.all(in: tokens).map(\.form) == expected)
  }
}
