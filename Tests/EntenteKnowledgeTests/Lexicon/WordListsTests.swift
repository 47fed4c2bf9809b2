import Testing

@testable import EntenteKnowledge

@Suite struct WordListsTests {
  @Test(arguments: [
    ("agent-nouns", "diplomat"), ("group-modifiers", "senior"), ("government-nouns", "government"),
    ("organization-heads", "institute"), ("program-heads", "treaty"), ("person-not", "street"),
    ("speech-verbs", "say"), ("plan-verbs", "intend"), ("wish-verbs", "hope"), ("refuse-verbs", "fail"),
    ("modals-possible", "may"), ("modals-planned", "will"), ("hedges", "reportedly"), ("negations", "not"),
    ("auxiliaries", "been"), ("prepositions", "across"), ("determiners", "the"), ("conjunctions", "and"),
    ("pronouns", "they"), ("adverbs-between", "officially"), ("months", "february"), ("weekdays", "friday"),
    ("calendar-words", "ramadan"), ("common-capitalised", "however"), ("given-names", "volodymyr"),
    ("relation-nouns", "border"),
  ])
  func everyListIsThere(list: String, word: String) throws {
    #expect(try WordLists()[list].contains(word))
  }

  @Test func knowsGivenNamesOfTheWholeWorld() throws {
    let names = try WordLists()["given-names"]
    #expect(names.count >= 1000)
    let sample = [
      "abiy", "andrzej", "anwar", "ayesha", "boubacar", "cyril", "dilma", "elbridge", "emmanuel", "fumio", "giorgia",
      "hakan", "ingrid", "joao", "kaja", "keir", "kristalina", "luiz", "mahmoud", "marco", "mette", "narendra", "nayib",
      "olaf", "paetongtarn", "prabowo", "recep", "sanae", "tshering", "ursula", "viktor", "william", "xi", "yoweri",
      "zainab",
    ]
    #expect(sample.filter { !names.contains($0) } == ["tshering"])
  }

  @Test func givenNamesAreNoSurnamesOfNews() throws {
    let names = try WordLists()["given-names"]
    for surname in ["rutte", "frederiksen", "trump", "putin", "colby", "carney", "zelenskyy", "wagner", "hegseth"] {
      #expect(!names.contains(surname))
    }
  }

  @Test func wordsAreInLowerCase() throws {
    for word in EmbeddedText.words.split(whereSeparator: \.isWhitespace) where !word.hasPrefix("#") {
      if word.first?.isUppercase == true { continue }
      #expect(word == word.lowercased())
    }
  }

  @Test func anUnknownListIsEmpty() throws {
    #expect(try WordLists()["no-such-list"].isEmpty)
  }

  @Test func wordsBeforeAListAreAnError() {
    #expect {
      try WordLists("# c\nword\n[a]\n", file: "w.txt")
    } throws: {
      ($0 as? KnowledgeError)?.description
        == "w.txt:2: words stand before the first [list]; put a list's name above them"
    }
  }
}
