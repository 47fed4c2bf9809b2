/// The layout of a snapshot's file: a mark, a count, and sections of numbers that a memory map can lend as they are.
///
/// All numbers are little-endian. The file begins with the eight bytes `ENTENTE` and 1, the version; then the number of
/// sections as 64 bits; then for each section where it begins and how many bytes it has, 64 bits each. Sections
/// begin at multiples of 64 bytes and are: offsets (32 bits) and targets (32 bits) of the rows; and, where the
/// nodes have names, four pairs of text pools (offsets of 64 bits, bytes) for names of types and properties, keys of nodes and keys
/// of edges, types of nodes and of edges (32 bits), and the properties of nodes and of edges: names of columns (32 bits), kinds
/// (8 bits) and payloads (64 bits) column after column, a text pool, and lists (offsets and places of texts, 64 bits).
enum SnapshotFile {
  static let mark: [UInt8] = Array("ENTENTE".utf8) + [1]
  static let alignment = 64
  static let topologySections = 2

  static func aligned(_ place: Int) -> Int { (place + alignment - 1) / alignment * alignment }
}

/// Sections put one behind the other.
struct SectionWriter {
  private var sections: [[UInt8]] = []

  mutating func append<Element: FixedWidthInteger & BitwiseCopyable>(_ column: Column<Element>) {
    column.read { elements in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(elements.count * MemoryLayout<Element>.size)
      for place in 0..<elements.count {
        let bits = UInt64(truncatingIfNeeded: elements[place])
        for shift in stride(from: 0, to: UInt64(Element.bitWidth), by: 8) {
          bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
        }
      }
      sections.append(bytes)
    }
  }

  mutating func append(_ pool: TextPool) {
    append(pool.offsets)
    append(pool.bytes)
  }

  mutating func append(_ properties: FrozenProperties) {
    append(Column(properties.columns.map(\.name.rawValue)))
    append(Column(properties.columns.flatMap { $0.kinds }))
    append(Column(properties.columns.flatMap { $0.payloads }))
    append(properties.texts)
    append(properties.listOffsets)
    append(properties.listTexts)
  }

  /// The whole file.
  func bytes() -> [UInt8] {
    var bytes = SnapshotFile.mark
    func append(_ number: Int) {
      for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    append(sections.count)
    var place = SnapshotFile.aligned(16 + 16 * sections.count)
    for section in sections {
      append(place)
      append(section.count)
      place = SnapshotFile.aligned(place + section.count)
    }
    for section in sections {
      bytes += Array(repeating: 0, count: SnapshotFile.aligned(bytes.count) - bytes.count)
      bytes += section
    }
    return bytes
  }
}

/// Sections lent from the memory of a file, each checked before it is used.
struct SectionReader {
  private let memory: Memory
  private let path: String
  private var sections: [(start: Int, count: Int)] = []
  private var next = 0

  /// - Throws: `GraphError` with `invalidInput` where the memory is no snapshot's file, or is cut short.
  init(_ memory: Memory, path: String) throws(GraphError) {
    self.memory = memory
    self.path = path
    let bytes = Column<UInt8>(memory, byteOffset: 0, count: memory.byteCount)
    guard bytes.count >= 16, bytes.prefix(7).elementsEqual(SnapshotFile.mark.prefix(7)) else {
      throw GraphError(
        .invalidInput, "\(path): is no snapshot file; name one, or give edges as lines in a .tsv, .csv or .edges file")
    }
    guard bytes[7] == SnapshotFile.mark[7] else {
      throw GraphError(
        .invalidInput,
        "\(path): is a snapshot file of version \(bytes[7]), and this program reads version 1; write it anew")
    }
    let numbers = Column<UInt64>(memory, byteOffset: 0, count: memory.byteCount / 8)
    let count = Int(truncatingIfNeeded: numbers[1].littleEndian)
    guard count >= 0, count <= 64, 2 + 2 * count <= numbers.count else { throw damage() }
    for section in 0..<count {
      let start = Int(truncatingIfNeeded: numbers[2 + 2 * section].littleEndian)
      let length = Int(truncatingIfNeeded: numbers[3 + 2 * section].littleEndian)
      guard start >= 0, length >= 0, start % SnapshotFile.alignment == 0, start <= memory.byteCount,
        length <= memory.byteCount - start
      else { throw damage() }
      sections.append((start, length))
    }
  }

  var count: Int { sections.count }

  func damage() -> GraphError {
    GraphError(.invalidInput, "\(path): the snapshot file is damaged or cut short; write it anew from its source")
  }

  /// The next section as numbers.
  mutating func column<Element: BitwiseCopyable & Sendable>() throws(GraphError) -> Column<Element> {
    guard next < sections.count else { throw damage() }
    let section = sections[next]
    next += 1
    guard section.count % MemoryLayout<Element>.stride == 0 else { throw damage() }
    return Column(memory, byteOffset: section.start, count: section.count / MemoryLayout<Element>.stride)
  }

  /// The next two sections as rows between so many nodes as the first has.
  mutating func rows() throws(GraphError) -> CSR {
    let offsets: Column<UInt32> = try column()
    let neighbors: Column<UInt32> = try column()
    guard offsets.count >= 1, offsets.count <= Int(UInt32.max), neighbors.count <= Int(Int32.max) else {
      throw damage()
    }
    let rows = CSR(offsets: offsets, neighbors: neighbors)
    let isSound = rows.read { rows in
      guard rows.offsets[0] == 0, Int(rows.offsets[rows.nodeCount]) == rows.placeCount else { return false }
      for node in 0..<rows.nodeCount where rows.offsets[node] > rows.offsets[node + 1] { return false }
      for node in 0..<rows.nodeCount {
        var last: UInt32 = 0
        for place in rows.start(node)..<rows.end(node) {
          let neighbor = rows.neighbors[place]
          if neighbor < last || neighbor >= UInt32(truncatingIfNeeded: rows.nodeCount) { return false }
          last = neighbor
        }
      }
      return true
    }
    guard isSound else { throw damage() }
    return rows
  }

  mutating func texts() throws(GraphError) -> TextPool {
    let offsets: Column<UInt64> = try column()
    let bytes: Column<UInt8> = try column()
    guard Self.ascends(offsets, to: bytes.count) else { throw damage() }
    return TextPool(offsets: offsets, bytes: bytes)
  }

  /// The next section as numbers below a bound, so many of them.
  mutating func places(count: Int, below bound: Int) throws(GraphError) -> Column<UInt32> {
    let column: Column<UInt32> = try column()
    guard column.count == count, column.allSatisfy({ Int($0) < bound }) else { throw damage() }
    return column
  }

  mutating func properties(elementCount: Int, nameCount: Int) throws(GraphError) -> FrozenProperties {
    let names: Column<UInt32> = try column()
    let kinds: Column<UInt8> = try column()
    let payloads: Column<UInt64> = try column()
    let texts = try texts()
    let listOffsets: Column<UInt64> = try column()
    let listTexts: Column<UInt64> = try column()
    guard names.allSatisfy({ Int($0) < nameCount }), Self.ascends(listOffsets, to: listTexts.count),
      listTexts.allSatisfy({ $0 < UInt64(texts.count) }), kinds.count == payloads.count,
      kinds.count == names.count * elementCount
    else { throw damage() }
    for (kind, payload) in zip(kinds, payloads) {
      switch PropertyKind(rawValue: kind) {
      case nil: throw damage()
      case .string where payload >= UInt64(texts.count): throw damage()
      case .strings where payload >= UInt64(listOffsets.count - 1): throw damage()
      default: continue
      }
    }
    let columns = names.indices.map { place in
      FrozenProperties.Values(
        name: Symbol(rawValue: names[place]), kinds: kinds.part(place * elementCount, elementCount),
        payloads: payloads.part(place * elementCount, elementCount))
    }
    return FrozenProperties(columns: columns, texts: texts, listOffsets: listOffsets, listTexts: listTexts)
  }

  private static func ascends(_ offsets: Column<UInt64>, to end: Int) -> Bool {
    guard offsets.first == 0, offsets.last == UInt64(end) else { return false }
    return zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
  }
}
