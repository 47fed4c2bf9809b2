/// The countries, places, bodies and programmes that news speaks of, found by their names.
///
/// The built-in part is read where it lies in the program; making a gazetteer costs next to nothing once
/// the first has checked it.
/// What a user adds stands beside it and comes first.
public struct Gazetteer: Sendable {
  private let table: GazetteerTable
  private let addition: GazetteerAddition

  /// The built-in gazetteer.
  ///
  /// - Throws: `corruptData` where the embedded file is damaged or of another version.
  /// - Complexity: O(1), but for the first one, which reads the whole file once.
  public init() throws(KnowledgeError) {
    try self.init(bytes: .embedded)
  }

  /// The built-in gazetteer with the rows of readable tables beside it; docs of the format are in
  /// ``GazetteerFile``.
  ///
  /// - Parameter files: the contents of the tables, each with the name that errors call it by.
  /// - Throws: `malformedTable` with file, line and column of the first row or cell that is not as the format asks.
  /// - Complexity: O(*n*) in the rows.
  public init(adding files: [(name: String, contents: String)]) throws(KnowledgeError) {
    let table = try GazetteerTable(.embedded)
    self.table = table
    addition = try GazetteerAddition(files, to: table)
  }

  init(bytes: GazetteerBytes) throws(KnowledgeError) {
    table = try GazetteerTable(bytes)
    addition = GazetteerAddition()
  }

  /// How many entries there are.
  public var count: Int { table.entryCount + addition.entries.count }

  /// The entry that `id` names; `id` must come from this gazetteer.
  public func entry(_ id: EntryID) -> Entry {
    let index = Int(id.rawValue)
    precondition(index < count, "entry \(index) is not of this gazetteer, which has \(count)")
    return index < table.entryCount ? table.entry(index) : addition.entries[index - table.entryCount]
  }

  /// The entry with a stable key such as `org:nato` or `iso:GRL`, if there is one.
  ///
  /// - Complexity: O(log *n*).
  public func entry(forKey key: String) -> Entry? {
    if let added = addition.placeByKey[key] { return addition.entries[added] }
    return table.index(ofKey: key).map(table.entry)
  }

  /// What a name may mean, likeliest first: what a user added, then by kind, population and key.
  ///
  /// - Parameter key: the name as ``TextFolding/fold(_:)`` gives it.
  /// - Complexity: O(log *n*) plus the candidates.
  public func candidates(forFolded key: String) -> [Candidate] {
    let added = addition.candidates[key] ?? []
    return added + (table.search(key).name.map(table.candidates(ofName:)) ?? [])
  }

  /// The longest name that the words begin with.
  ///
  /// A word that folds to nothing (a hyphen of its own) may stand within a name; it counts as a word.
  ///
  /// - Parameter foldedWords: words of a text, each folded by itself.
  /// - Returns: how many of the words form the name, and what it may mean; nothing where no name begins there.
  /// - Complexity: O(*w* log *n*) for *w* words that are the beginning of some name.
  public func longestMatch(
    _ foldedWords: ArraySlice<String>
  ) -> (wordCount: Int, candidates: [Candidate])? {
    guard let first = foldedWords.first, mayBegin(with: first) else { return nil }
    var key = ""
    var best: (wordCount: Int, key: String)?
    for (offset, word) in foldedWords.enumerated() where !word.isEmpty {
      key += key.isEmpty ? word : " \(word)"
      let search = table.search(key)
      if search.name != nil || addition.candidates[key] != nil { best = (offset + 1, key) }
      if !search.hasLonger && !addition.beginnings.contains(key) { break }
    }
    return best.map { ($0.wordCount, candidates(forFolded: $0.key)) }
  }

  /// All names of the built-in part, folded, with what each may mean.
  package var names: [(key: String, candidates: [Candidate])] { table.allNames() }

  private func mayBegin(with word: String) -> Bool {
    if word.isEmpty { return false }
    let firstPart = word.utf8.prefix { $0 != 0x20 }
    return table.mayBegin(with: firstPart) || addition.firstWords.contains(String(Substring(firstPart)))
  }
}
