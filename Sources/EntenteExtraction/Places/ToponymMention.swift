import EntenteKnowledge
import EntenteModel

/// A name of a place before it is known which.
struct ToponymMention: Sendable {
  let line: Int
  let words: Range<Int>
  /// What the name may mean; not empty.
  var senses: [ToponymSense]
  /// The name folded: mentions of one key mean the same place in one document.
  let key: String
  /// Whether it says only who or what is from there: "Turkish".
  var isDemonym = false
  /// The places that the words right behind say it lies in, as in "Lexington, Ky.".
  var containers: [ToponymSense] = []
}
