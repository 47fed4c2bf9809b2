import EntenteModel
import EntenteTestSupport
import Testing

@Suite struct TextFoldingTests {
  @Test(arguments: [
    ("Türkiye's", "turkiye s"), ("  GIUK—gap ", "giuk gap"), ("MØRK", "mork"), ("Straße", "strasse"), ("Łódź", "lodz"),
    ("Þór", "thor"), ("N.A.T.O.", "n a t o"), ("e\u{301}", "e"), ("İstanbul", "istanbul"), ("ıspanak", "ispanak"),
    ("Москва", "москва"), ("中国", "中国"), ("", ""), ("…", ""), ("F-35", "f 35"),
  ])
  func namesLoseCaseMarksAndPunctuation(text: String, folded: String) {
    #expect(TextFolding.fold(text) == folded)
    #expect(TextFolding.fold(folded) == folded)
  }
}

@Suite struct ContentHashTests {
  @Test func fieldsAreSeparated() {
    #expect(ContentHash(["ab", "c"]) != ContentHash(["a", "bc"]))
    #expect(ContentHash(["a", ""]) != ContentHash(["a"]))
    #expect(ContentHash(["a", "b"]) == ContentHash(["a", "b"]))
  }

  /// FNV-1a of no bytes and of one, at 128 bits, as the authors publish them.
  @Test func digestIsThatOfTheAuthors() {
    #expect(ContentHash().digits == "6c62272e07bb014262b8")
    #expect(EntityID(hashing: "a").rawValue.hasPrefix("ent-") && EntityID(hashing: "a").rawValue.count == 24)
  }

  @Test(arguments: 0..<10 as Range<UInt64>) func digitsAreAlwaysTwenty(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let digits = ContentHash(["\(UInt64.random(in: 0...UInt64.max, using: &random))"]).digits
      #expect(digits.utf8.count == 20, "seed \(seed)")
    }
  }
}

@Suite struct IndexedTextTests {
  @Test(arguments: 0..<20 as Range<UInt64>) func offsetsAreThoseOfTheScalars(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let stock: [Unicode.Scalar] = ["a", "é", "—", "😀", "\n", "中"]
    let scalars = (0..<Int.random(in: 0...200, using: &random)).map { _ in
      stock[Int.random(in: 0..<stock.count, using: &random)]
    }
    let text = IndexedText(String(String.UnicodeScalarView(scalars)))
    #expect(text.scalarCount == scalars.count)
    var offset = 0
    for (place, scalar) in scalars.enumerated() {
      #expect(text.utf8Offset(ofScalar: place) == offset, "seed \(seed)")
      #expect(text[TextSpan(start: place, end: place + 1)] == String(scalar))
      offset += String(scalar).utf8.count
    }
    #expect(text.utf8Offset(ofScalar: scalars.count) == offset)
  }
}
