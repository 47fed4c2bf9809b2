import CEntenteKernels

/// A layer of long short-term memory that reads a sentence in one direction (Hochreiter and Schmidhuber 1997).
struct RecurrentLayer: Sendable {
  /// What a unit of a layer's output is worth: outputs lie between -1 and 1.
  static let outputScale: Float = 1 / 8192

  private let input: QuantizedMatrix
  private let recurrence: QuantizedMatrix
  private let isReversed: Bool

  /// Matrices with rows for the input, forget, cell and output gates, in this order; cells are a multiple of eight.
  init(input: QuantizedMatrix, recurrence: QuantizedMatrix, isReversed: Bool) {
    self.input = input
    self.recurrence = recurrence
    self.isReversed = isReversed
  }

  /// The number of cells.
  var width: Int { recurrence.columnCount }

  /// Reads vectors and puts the cells' outputs into `outputs`, at `offset` of each `stride` numbers.
  ///
  /// - Complexity: O(*n* · cells · (cells + columns)).
  func run(_ vectors: [Int16], count: Int, into outputs: inout [Int16], at offset: Int, stride: Int) {
    var gates = [Float](repeating: 0, count: count * input.paddedRowCount)
    input.multiply(vectors, count: count, into: &gates)
    var recurrent = [Float](repeating: 0, count: recurrence.paddedRowCount)
    var cells = [Float](repeating: 0, count: width)
    var hidden = [Int16](repeating: 0, count: width)
    precondition(width % 8 == 0 && input.paddedRowCount == width * 4 && recurrent.count == width * 4)
    for step in 0..<count {
      let place = isReversed ? count - 1 - step : step
      recurrence.multiply(hidden, count: 1, into: &recurrent)
      // SAFETY: there are four gates a cell for each vector, as was checked.
      unsafe gates.withUnsafeBufferPointer { gates in
        guard let start = gates.baseAddress else { return }
        unsafe entente_step(start + place * width * 4, recurrent, &cells, &hidden, width)
      }
      let target = place * stride + offset
      outputs.replaceSubrange(target..<target + width, with: hidden)
    }
  }

  /// What a pair of layers makes of vectors: for each the outputs of the one that reads forward, then of the other.
  static func run(
    _ layers: (forward: RecurrentLayer, backward: RecurrentLayer), _ vectors: [Int16], _ count: Int
  ) -> [Int16] {
    let width = layers.forward.width * 2
    var read = [Int16](repeating: 0, count: count * width)
    layers.forward.run(vectors, count: count, into: &read, at: 0, stride: width)
    layers.backward.run(vectors, count: count, into: &read, at: width / 2, stride: width)
    return read
  }
}
