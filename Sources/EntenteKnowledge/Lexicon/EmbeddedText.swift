import CEntenteData

/// The readable tables that are part of the program.
enum EmbeddedText {
  static var codebook: String { unsafe text(entente_codebook()) }
  static var wordForms: String { unsafe text(entente_word_forms()) }
  static var offices: String { unsafe text(entente_offices()) }
  static var officeHolders: String { unsafe text(entente_office_holders()) }
  static var words: String { unsafe text(entente_words()) }

  private static func text(_ bytes: EntenteBytes) -> String {
    // SAFETY: the C side returns a constant array of the program together with its own size.
    unsafe String(decoding: UnsafeBufferPointer(start: bytes.start, count: bytes.count), as: UTF8.self)
  }
}
