import EntenteKnowledge
import EntenteModel

/// What a mention speaks of, before the document as a whole decides which entity that is.
enum Referent: Hashable, Sendable {
  /// An entry of the gazetteer.
  case entry(Gazetteer.EntryID)
  /// A person by a full name, as written.
  case person(String)
  /// A person by a surname alone, as written.
  case surname(String)
  /// A body or programme that the gazetteer does not hold, by its name as written.
  case named(EntityType, String)
  /// A collective without a name of its own: "NATO officials".
  case group(String)

  /// Whether it can only be a human being.
  var isPerson: Bool {
    switch self {
    case .person, .surname: true
    default: false
    }
  }
}

/// A title that stands before or after a name, with the words that say whose office it is.
struct TitleUse: Hashable, Sendable {
  /// What is known of the title.
  let title: OfficeTitle
  /// Its words in the line.
  let words: Range<Int>
  /// Whether it is over: "former", "ex-".
  let isFormer: Bool
}

/// Words of a line that name something.
struct MentionDraft: Hashable, Sendable {
  /// Index of the sentence.
  let line: Int
  /// The words, with a courtesy title but without an office.
  var words: Range<Int>
  /// What they speak of.
  var referent: Referent
  /// How they do.
  var form: MentionForm
  /// The title that stands before a person's name, if one does.
  var title: TitleUse?
  /// The rule that found it.
  let rule: String

  /// The word that stands for the mention in the tree: the one whose head lies outside.
  func root(in line: Line) -> Int {
    words.first { !words.contains(line.words[$0].head) || line.words[$0].head == $0 } ?? words.upperBound - 1
  }
}

extension Sequence<MentionDraft> {
  /// The words that some draft holds.
  var claimedWords: Set<Int> { reduce(into: []) { $0.formUnion($1.words) } }
}
