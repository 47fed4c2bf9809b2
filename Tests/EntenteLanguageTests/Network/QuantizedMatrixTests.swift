import EntenteTestSupport
import Testing

@testable import EntenteLanguage

/// Products of quantized matrices against sums taken one by one.
@Suite struct QuantizedMatrixTests {
  @Test(arguments: 0..<60) func productsAreSumsOfProducts(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let rows = Int.random(in: 1...80, using: &generator)
    let columns = Int.random(in: 1...70, using: &generator)
    let count = Int.random(in: 0...5, using: &generator)
    let weights = (0..<rows * columns).map { _ in Int8.random(in: -127...127, using: &generator) }
    let scales = (0..<rows).map { _ in Float.random(in: 0.001...2, using: &generator) }
    let bias = (0..<rows).map { _ in Float.random(in: -3...3, using: &generator) }
    let matrix = QuantizedMatrix(
      rows: rows, columns: columns, weights: weights, scales: scales, bias: bias, inputScale: 0.5)
    var inputs = [Int16](repeating: 0, count: count * matrix.columnCount)
    for place in inputs.indices where place % matrix.columnCount < columns {
      inputs[place] = Int16.random(in: -32767...32767, using: &generator)
    }
    var outputs = [Float](repeating: .nan, count: count * matrix.paddedRowCount)
    matrix.multiply(inputs, count: count, into: &outputs)
    for vector in 0..<count {
      for row in 0..<rows {
        let sum = (0..<columns).reduce(0) { sum, column in
          sum + Int(weights[row * columns + column]) * Int(inputs[vector * matrix.columnCount + column])
        }
        let expected = Float(sum) * (scales[row] * 0.5) + bias[row]
        #expect(outputs[vector * matrix.paddedRowCount + row] == expected, "seed \(seed), row \(row)")
      }
    }
  }
}
