/// Reads numbers from a section of a model one after the other, and ends where the section does.
struct SectionReader {
  private var place: Int
  private let end: Int

  init(_ section: Range<Int>) { (place, end) = (section.lowerBound, section.upperBound) }

  /// Where the next number lies, having passed over `length` bytes and what fills them up to a multiple of four.
  ///
  /// - Throws: `damaged` where the section has fewer.
  mutating func take(_ length: Int) throws(ModelError) -> Range<Int> {
    guard length >= 0, length <= end - place else {
      throw ModelError(.damaged, "the network of the language model ends too early; take another copy of the file")
    }
    let taken = place..<place + length
    place = min(end, place + (length + 3) / 4 * 4)
    return taken
  }

  /// The next whole number, from 0 to `most`.
  mutating func count(_ bytes: RawSpan, upTo most: Int) throws(ModelError) -> Int {
    let value = Int(bytes.number(at: try take(4).lowerBound))
    guard value <= most else {
      throw ModelError(.damaged, "the network of the language model is too large; take another copy of the file")
    }
    return value
  }

  /// The next floating-point numbers; none may be so large that what is reckoned with it ends at infinity.
  mutating func floats(_ bytes: RawSpan, count: Int) throws(ModelError) -> [Float] {
    let range = try take(count * 4)
    let values = (0..<count).map { Float(bitPattern: bytes.number(at: range.lowerBound + $0 * 4)) }
    guard values.allSatisfy({ abs($0) <= 1e6 }) else {
      throw ModelError(.damaged, "a weight of the language model is out of range; take another copy of the file")
    }
    return values
  }

  /// The shapes of the next tables: how many there are, then the feature, rows, width and shift of each.
  mutating func tableShapes(_ bytes: RawSpan) throws(ModelError) -> [TableShape] {
    let features = NetworkFeatures.columnCount + PhraseTable.kindCount
    var shapes: [TableShape] = []
    for _ in 0..<(try count(bytes, upTo: 16)) {
      shapes.append(
        TableShape(
          feature: try count(bytes, upTo: features - 1), rowCount: try count(bytes, upTo: 1 << 20),
          width: try count(bytes, upTo: 512), shift: try count(bytes, upTo: 8)))
    }
    return shapes
  }

  /// The next table of a shape.
  mutating func table(_ shape: TableShape) throws(ModelError) -> EmbeddingTable {
    EmbeddingTable(shape, rows: try take(shape.rowCount * shape.width))
  }

  /// The next matrix: rows, columns, a scale and a bias for each row, and the weights row by row.
  mutating func matrix(_ bytes: RawSpan, inputScale: Float) throws(ModelError) -> QuantizedMatrix {
    let rows = try count(bytes, upTo: 4096)
    // So many products of 8 and 16 bits add up to less than 32 bits hold.
    let columns = try count(bytes, upTo: 512)
    let scales = try floats(bytes, count: rows)
    let bias = try floats(bytes, count: rows)
    let range = try take(rows * columns)
    return QuantizedMatrix(
      rows: rows, columns: columns, weights: range.map { Int8(bitPattern: bytes.byte(at: $0)) }, scales: scales,
      bias: bias, inputScale: inputScale)
  }
}
