import CEntenteKernels

/// A matrix of 8-bit weights, kept in 16 bits, that multiplies vectors of 16-bit numbers.
///
/// All sums are sums of integers, so that they are the same on every machine. Rows and columns are filled up with
/// zeros, to 32 and to 2. The weights of a row's two columns lie together, then those of the next row until there are
/// 32, and then the next two columns: so a pair of a vector's numbers meets 32 rows in one stretch of memory.
struct QuantizedMatrix: Sendable {
  /// The rows that mean something.
  let rowCount: Int
  /// The columns, one more where they are odd.
  let columnCount: Int
  /// Rows with those of zeros.
  let paddedRowCount: Int
  private let weights: [Int16]
  /// What a unit of each row's sums is worth.
  private let scales: [Float]
  private let bias: [Float]

  /// - Parameters:
  ///   - weights: row by row.
  ///   - scales: of the weights, by row.
  ///   - inputScale: what a unit of the vectors is worth.
  init(rows: Int, columns: Int, weights: [Int8], scales: [Float], bias: [Float], inputScale: Float) {
    let together = Int(ENTENTE_ROWS)
    rowCount = rows
    columnCount = (columns + 1) / 2 * 2
    paddedRowCount = (rows + together - 1) / together * together
    var ordered = [Int16](repeating: 0, count: paddedRowCount * columnCount)
    for row in 0..<rows {
      let block = row / together * together * columnCount + row % together * 2
      for column in 0..<columns {
        ordered[block + column / 2 * 2 * together + column % 2] = Int16(weights[row * columns + column])
      }
    }
    let zeros = [Float](repeating: 0, count: paddedRowCount - rows)
    self.weights = ordered
    self.scales = scales.map { $0 * inputScale } + zeros
    self.bias = bias + zeros
  }

  /// Multiplies vectors that lie one behind the other, `columnCount` numbers each.
  ///
  /// - Parameter outputs: set to the products, `paddedRowCount` numbers each.
  /// - Complexity: O(*n* · rows · columns).
  func multiply(_ inputs: [Int16], count: Int, into outputs: inout [Float]) {
    precondition(inputs.count >= count * columnCount && outputs.count >= count * paddedRowCount)
    let blocks = paddedRowCount / Int(ENTENTE_ROWS)
    // SAFETY: the sizes were checked above, and the matrix's own were made to fit.
    unsafe entente_multiply(weights, scales, bias, blocks, columnCount, inputs, count, &outputs)
  }
}
