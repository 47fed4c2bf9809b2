/// Writes models: weights to tables of bytes, tables to a file.
package enum ModelWriter {
  /// A feature's key and its weights by class, in the order of the classes.
  package typealias Feature = (key: UInt64, weights: [(label: Int, value: Double)])

  /// A table of weights in the layout of ``WeightTable``, a byte a weight.
  ///
  /// - Parameters:
  ///   - features: in the order of their keys.
  ///   - threshold: weights smaller than this are left out.
  package static func table(_ features: [Feature], classCount: Int, threshold: Double) -> [UInt8] {
    let largest = features.reduce(0) { $1.weights.reduce($0) { max($0, abs($1.value)) } }
    let scale = 127 / max(largest, 1)
    var kept: [(key: UInt64, pairs: [UInt8])] = []
    for feature in features {
      var pairs: [UInt8] = []
      for weight in feature.weights where abs(weight.value) >= threshold {
        let value = Int8((weight.value * scale).rounded())
        if value != 0 { pairs += [UInt8(weight.label), UInt8(bitPattern: value)] }
      }
      if !pairs.isEmpty { kept.append((feature.key, pairs)) }
    }
    let bucketCount = max(1, kept.count * 2 / 3)
    var offsets = [UInt32](repeating: 0, count: bucketCount + 1)
    var rows: [UInt8] = []
    var bucket = 0
    for feature in kept {
      let own = WeightTable.bucket(of: feature.key, among: bucketCount)
      while bucket < own {
        bucket += 1
        offsets[bucket] = UInt32(rows.count)
      }
      let mark = WeightTable.mark(of: feature.key)
      rows += [UInt8(mark & 0xFF), UInt8(mark >> 8), UInt8(feature.pairs.count / 2 - 1)] + feature.pairs
    }
    while bucket < bucketCount {
      bucket += 1
      offsets[bucket] = UInt32(rows.count)
    }
    var bytes: [UInt8] = []
    for number in [UInt32(classCount), UInt32(bucketCount), UInt32(rows.count)] + offsets { append(number, to: &bytes) }
    return bytes + rows
  }

  /// A model file of its sections.
  static func file(names: ModelNames, _ tables: [(ModelFile.Section, [UInt8])]) -> [UInt8] {
    file([(ModelFile.Section.names, Array(names.text.utf8))] + tables)
  }

  /// A model file of which one section is new and the others are those of another.
  ///
  /// - Throws: `ModelError` if the bytes are no model.
  static func file(
    _ bytes: [UInt8], with section: [UInt8], as kind: ModelFile.Section
  ) throws(ModelError) -> [UInt8] {
    let model = try ModelBytes(bytes).withBytes { span throws(ModelError) in try ModelFile(span, verifying: true) }
    var sections = ModelFile.Section.allCases.filter { model.has($0) && $0 != kind }.map { kind in
      (kind, Array(bytes[model[kind]]))
    }
    sections.append((kind, section))
    return file(sections)
  }

  private static func file(_ sections: [(ModelFile.Section, [UInt8])]) -> [UInt8] {
    var place = ModelFile.tableStart + sections.count * 12
    var entries: [UInt8] = []
    var contents: [UInt8] = []
    append(UInt32(sections.count), to: &entries)
    for (kind, section) in sections {
      append(kind.rawValue, to: &entries)
      append(UInt32(place), to: &entries)
      append(UInt32(section.count), to: &entries)
      let padding = (4 - section.count % 4) % 4
      contents += section + [UInt8](repeating: 0, count: padding)
      place += section.count + padding
    }
    var bytes = ModelFile.magic
    append(ModelFile.version, to: &bytes)
    append(UInt32(place), to: &bytes)
    let checked = [UInt8](repeating: 0, count: ModelFile.checkedFrom) + entries + contents
    let checksum = ModelBytes(checked).withBytes { ModelFile.checksum(of: $0) }
    append(UInt32(truncatingIfNeeded: checksum), to: &bytes)
    append(UInt32(checksum >> 32), to: &bytes)
    return bytes + entries + contents
  }

  /// Adds a number, little-endian.
  static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }
}
