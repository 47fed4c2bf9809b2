/// Writes a network as a section of a model, its weights in 8 bits.
package struct NetworkWriter {
  private let file: NetworkFile
  private var bytes: [UInt8] = []

  /// The section of a network.
  ///
  /// - Throws: `damaged` where a part of the network is missing.
  package static func section(_ file: NetworkFile) throws(ModelError) -> [UInt8] {
    var writer = NetworkWriter(file: file)
    try writer.write()
    return writer.bytes
  }

  /// The section of the layer that finds names.
  ///
  /// - Throws: `damaged` where a part of it is missing.
  package static func nameSection(_ file: NetworkFile) throws(ModelError) -> [UInt8] {
    var writer = NetworkWriter(file: file)
    try writer.writeNames()
    return writer.bytes
  }

  private init(file: NetworkFile) { self.file = file }

  private mutating func write() throws(ModelError) {
    let tables = try tables()
    appendShapes(tables)
    append(file.vocabulary.count)
    for hash in file.vocabulary { append(Int(hash)) }
    for table in tables { append(table.values) }
    for name in ["first", "first_reverse"] { try appendLayer(name) }
    try appendMatrix("tags", bias: "tags.bias")
    try appendMatrix("mixture", bias: nil)
    for name in ["second", "second_reverse"] { try appendLayer(name) }
    try appendMatrix("hidden", bias: "hidden.bias")
    try appendMatrix("arcs", bias: nil)
    try appendMatrix("relations", bias: "relations.bias")
    for name in ["head", "root.arc", "root.label"] { append(try file.tensor(name).values) }
  }

  private mutating func writeNames() throws(ModelError) {
    let tables = try tables()
    appendShapes(tables)
    for table in tables { append(table.values) }
    for name in ["names", "names_reverse"] { try appendLayer(name) }
    try appendMatrix("scores", bias: "scores.bias")
    append(try file.tensor("transitions").values)
  }

  /// A table of vectors in the units of ``EmbeddingTable``.
  private typealias Table = (feature: Int, tensor: NetworkFile.Tensor, values: [Int8], shift: Int)

  /// That of the words, then those of the other features.
  private func tables() throws(ModelError) -> [Table] {
    var tables: [Table] = []
    for (place, feature) in ([0] + file.features).enumerated() {
      let tensor = try file.tensor(place == 0 ? "words" : "table\(place - 1)")
      let numbers = Self.quantized(tensor)
      tables.append((feature, tensor, numbers.values, numbers.shift))
    }
    return tables
  }

  private mutating func appendShapes(_ tables: [Table]) {
    append(tables.count)
    for table in tables {
      for number in [table.feature, table.tensor.rows, table.tensor.columns, table.shift] { append(number) }
    }
  }

  private mutating func appendLayer(_ name: String) throws(ModelError) {
    try appendMatrix("\(name).input", bias: "\(name).bias")
    try appendMatrix("\(name).recurrence", bias: nil)
  }

  /// Each row's weights with a scale of its own.
  private mutating func appendMatrix(_ name: String, bias: String?) throws(ModelError) {
    let matrix = try file.tensor(name)
    let rows = (0..<matrix.rows).map { matrix.values[$0 * matrix.columns..<($0 + 1) * matrix.columns] }
    let scales = rows.map { row in max(row.reduce(0) { max($0, abs($1)) }, 1e-9) / 127 }
    append(matrix.rows)
    append(matrix.columns)
    append(scales)
    append(
      try bias.map { name throws(ModelError) in try file.tensor(name).values }
        ?? [Float](repeating: 0, count: matrix.rows))
    append(zip(rows, scales).flatMap { row, scale in row.map { Int8(($0 / scale).rounded()) } })
  }

  /// A table in the units of ``EmbeddingTable``, shifted by as many bits as lose least.
  private static func quantized(_ table: NetworkFile.Tensor) -> (values: [Int8], shift: Int) {
    var best: (values: [Int8], shift: Int, loss: Float) = ([], 0, .infinity)
    for shift in 0...8 {
      let unit = EmbeddingTable.scale * Float(1 << shift)
      let values = table.values.map { Int8(min(max(($0 / unit).rounded(), -127), 127)) }
      let loss = zip(values, table.values).reduce(Float(0)) { sum, pair in
        let error = Float(pair.0) * unit - pair.1
        return sum + error * error
      }
      if loss < best.loss { best = (values, shift, loss) }
    }
    return (best.values, best.shift)
  }

  private mutating func append(_ number: Int) { ModelWriter.append(UInt32(truncatingIfNeeded: number), to: &bytes) }

  private mutating func append(_ values: [Float]) {
    for value in values { ModelWriter.append(value.bitPattern, to: &bytes) }
  }

  private mutating func append(_ values: [Int8]) {
    bytes += values.map { UInt8(bitPattern: $0) }
    bytes += [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
  }
}
