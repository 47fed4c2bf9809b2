/// Lists of words by what they do in a sentence, lower case, in their dictionary form.
package struct WordLists: Sendable {
  private let lists: [String: Set<String>]

  /// The lists that come with the program.
  ///
  /// - Throws: `malformedTable` where the embedded file is damaged.
  package init() throws(KnowledgeError) {
    try self.init(EmbeddedText.words, file: "words.txt")
  }

  /// Lists written as `[name]` followed by words.
  init(_ text: String, file: String) throws(KnowledgeError) {
    var lists: [String: Set<String>] = [:]
    var current: String?
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("["), line.hasSuffix("]") {
        current = String(line.dropFirst().dropLast())
        continue
      }
      guard let current else {
        throw KnowledgeError(
          .malformedTable, "words stand before the first [list]; put a list's name above them", file: file,
          line: number)
      }
      lists[current, default: []].formUnion(line.split(separator: " ").map(String.init))
    }
    self.lists = lists
  }

  /// The words of a list; an unknown list is empty.
  package subscript(_ name: String) -> Set<String> { lists[name] ?? [] }
}
