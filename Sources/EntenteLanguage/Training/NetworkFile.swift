/// The weights of a network as its training wrote them: a header of lines, then numbers of 32 bits.
package struct NetworkFile: Sendable {
  /// A matrix of a network, row by row.
  package struct Tensor: Sendable {
    package var rows: Int
    package var columns: Int
    package var values: [Float]

    package init(rows: Int, columns: Int, values: [Float]) {
      self.rows = rows
      self.columns = columns
      self.values = values
    }
  }

  package var tags: [JointTag] = []
  package var relations: [String] = []
  /// The types of named entities.
  package var entities: [String] = []
  /// The feature that each table is about, that of the words left out.
  package var features: [Int] = []
  /// The hashes of the words that have vectors of their own, in ascending order.
  package var vocabulary: [UInt32] = []
  package var tensors: [String: Tensor] = [:]

  package init() {}

  /// Reads a file.
  ///
  /// - Throws: `damaged` where lines are not understood or numbers are missing.
  package init(_ bytes: [UInt8]) throws(ModelError) {
    var shapes: [(name: String, rows: Int, columns: Int)] = []
    var wordCount = 0
    var place = 0
    while let end = bytes[place...].firstIndex(of: 0x0A), end > place {
      let line = String(decoding: bytes[place..<end], as: UTF8.self)
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let numbers = cells.dropFirst(cells.first == "tensor" ? 2 : 1).compactMap { Int($0) }
      switch (cells[0], cells.count, numbers.count) {
      case ("entente-network", 2, 1) where numbers == [1]: break
      case ("tag", 3, _): tags.append(JointTag(upos: cells[1], xpos: cells[2]))
      case ("relation", 2, _): relations.append(cells[1])
      case ("entity", 2, _): entities.append(cells[1])
      case ("table", 2, 1): features.append(numbers[0])
      case ("vocabulary", 2, 1): wordCount = numbers[0]
      case ("tensor", 4, 2): shapes.append((cells[1], numbers[0], numbers[1]))
      default: throw ModelError(.damaged, "the network's header has the line '\(line)'; train the network again")
      }
      place = end + 1
    }
    var reader = NumberReader(bytes: bytes, place: place + 1)
    vocabulary = try reader.take(wordCount)
    for shape in shapes {
      let (count, overflows) = shape.rows.multipliedReportingOverflow(by: shape.columns)
      let values = try reader.take(overflows ? -1 : count).map { Float(bitPattern: $0) }
      tensors[shape.name] = Tensor(rows: shape.rows, columns: shape.columns, values: values)
    }
  }

  /// A tensor by its name.
  ///
  /// - Throws: `damaged` if there is none, or if it holds what is no number.
  func tensor(_ name: String) throws(ModelError) -> Tensor {
    guard let tensor = tensors[name] else {
      throw ModelError(.damaged, "the network has no tensor '\(name)'; train the network again")
    }
    guard tensor.values.allSatisfy(\.isFinite) else {
      throw ModelError(.damaged, "the tensor '\(name)' of the network holds what is no number; train the network again")
    }
    return tensor
  }
}

private struct NumberReader {
  let bytes: [UInt8]
  var place: Int

  mutating func take(_ count: Int) throws(ModelError) -> [UInt32] {
    guard count >= 0, count <= (bytes.count - place) / 4 else {
      throw ModelError(.damaged, "the network has fewer numbers than its header says; train the network again")
    }
    let start = place
    place += count * 4
    return (0..<count).map { number in
      (0..<4).reduce(0) { $0 | UInt32(bytes[start + number * 4 + $1]) << UInt32($1 * 8) }
    }
  }
}
