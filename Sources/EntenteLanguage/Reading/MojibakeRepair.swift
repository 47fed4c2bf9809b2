package import EntenteModel

/// A text after mending.
package struct RepairedText: Hashable, Sendable {
  /// The scalars with their places in the file; those of one mended piece share its place.
  package var text: SourceText
  /// Every mended piece, in text order.
  package var repairs: [Repair]
}

/// Puts text right whose UTF-8 was read in another encoding.
///
/// It knows GBK and GB18030, Windows-1252 and Latin-1 (up to three times over) and MacRoman. A
/// stretch is mended only where its bytes make UTF-8 that says something plausible and nobody could
/// have meant what stands there, or where the rest of the text shows that it was garbled so.
/// Where the wrong reading lost a byte, the character is chosen from its surroundings if these
/// decide it, and is U+FFFD if they do not; the repair's kind says `lost-byte`.
package enum MojibakeRepair {
  private static let mostMisreadings = 3

  /// The text without mojibake; text that is in order is not touched.
  ///
  /// The bytes of a mended scalar are those of the smallest stretch of garbled characters that
  /// begins and ends where a mended one does.
  ///
  /// - Complexity: O(*n*).
  package static func repair(_ text: SourceText) -> RepairedText {
    var mended = MendedText(text.scalars)
    let marks = mended.apply(GB18030Mojibake.mends(in: mended.scalars))
    LostMarks.resolve(in: &mended, at: marks)
    mendMacintoshIfPrevalent(in: &mended)
    for misreading in 1...mostMisreadings {
      let mends = SingleByteMojibake.mends(in: mended.scalars, macintosh: false, corroborated: misreading > 1)
      if mends.pieces.isEmpty { break }
      _ = mended.apply(mends)
    }
    _ = mended.apply(SingleByteMojibake.mends(in: mended.scalars, macintosh: true))
    return mended.result(from: text)
  }

  /// Mends what was read as MacRoman before anything else where that is most of what there is to mend.
  ///
  /// Two neighbours of a text misread as MacRoman may by accident make a letter of one misread as
  /// Windows-1252.
  private static func mendMacintoshIfPrevalent(in mended: inout MendedText) {
    let macintosh = SingleByteMojibake.mends(in: mended.scalars, macintosh: true)
    if macintosh.pieces.isEmpty { return }
    let windows = SingleByteMojibake.mends(in: mended.scalars, macintosh: false)
    if reach(macintosh) > reach(windows) { _ = mended.apply(macintosh) }
  }

  /// How many characters a pass would take away.
  private static func reach(_ mends: Mends) -> Int { mends.pieces.reduce(0) { $0 + $1.input.count } }
}
