/// The moment of making that a PDF document carries, the one thing in it that differs from run to run.
enum PDFDate {
  /// `pdf` with each digit of its creation date turned into a zero; nothing else moves.
  ///
  /// A document whose dictionaries are compressed keeps its date.
  ///
  /// - Complexity: O(*n*).
  static func removed(from pdf: [UInt8]) -> [UInt8] {
    let key = Array("/CreationDate (D:".utf8)
    var output = pdf
    var place = 0
    while place + key.count < output.count {
      guard output[place] == key[0], output[place..<(place + key.count)].elementsEqual(key) else {
        place += 1
        continue
      }
      place += key.count
      while place < output.count, output[place] != UInt8(ascii: ")") {
        if (0x30...0x39).contains(output[place]) { output[place] = 0x30 }
        place += 1
      }
    }
    return output
  }
}
