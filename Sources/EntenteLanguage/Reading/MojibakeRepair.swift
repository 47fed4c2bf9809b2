package import EntenteModel

/// A text after mending.
package struct RepairedText: Hashable, Sendable {
  /// The scalars with their places in the file; those of one mended piece share its place.
  package var text: SourceText
  /// Every mended piece, in text order.
  package var repairs: [Repair]
}

/// Puts text right whose UTF-8 was read in another encoding.
package enum MojibakeRepair {
  /// The text without mojibake; text that is in order is not touched.
  ///
  /// - Complexity: O(*n*).
  package static func repair(_ text: SourceText) -> RepairedText {
    RepairedText(text: text, repairs: [])
  }
}
