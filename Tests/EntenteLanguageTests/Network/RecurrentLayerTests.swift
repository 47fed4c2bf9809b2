import EntenteTestSupport
import Foundation
import Testing

@testable import EntenteLanguage

/// Layers of long short-term memory against the textbook's formulas in doubles.
@Suite struct RecurrentLayerTests {
  private struct Weights {
    var values: [Int8]
    var scale: Float
    var bias: [Float]

    init(rows: Int, columns: Int, _ generator: inout SeededGenerator) {
      values = (0..<rows * columns).map { _ in Int8.random(in: -127...127, using: &generator) }
      scale = 0.5 / 127
      bias = (0..<rows).map { _ in Float.random(in: -1...1, using: &generator) }
    }

    func matrix(columns: Int, _ inputScale: Float) -> QuantizedMatrix {
      QuantizedMatrix(
        rows: bias.count, columns: columns, weights: values, scales: bias.map { _ in scale }, bias: bias,
        inputScale: inputScale)
    }

    func product(_ vector: [Double], _ row: Int) -> Double {
      vector.indices.reduce(Double(bias[row])) { sum, column in
        sum + Double(values[row * vector.count + column]) * Double(scale) * vector[column]
      }
    }
  }

  @Test(arguments: [false, true], 0..<8) func outputsAreThoseOfTheFormulas(isReversed: Bool, seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let (width, columns, count) = (8 * (1 + seed % 3), 6, 5)
    let input = Weights(rows: width * 4, columns: columns, &generator)
    let recurrence = Weights(rows: width * 4, columns: width, &generator)
    let vectors = (0..<count * columns).map { _ in Int16.random(in: -2048...2048, using: &generator) }
    let layer = RecurrentLayer(
      input: input.matrix(columns: columns, 1 / 1024),
      recurrence: recurrence.matrix(columns: width, RecurrentLayer.outputScale), isReversed: isReversed)
    var outputs = [Int16](repeating: 77, count: count * (width + 2))
    layer.run(vectors, count: count, into: &outputs, at: 1, stride: width + 2)

    var hidden = [Double](repeating: 0, count: width)
    var cells = hidden
    for step in 0..<count {
      let place = isReversed ? count - 1 - step : step
      let vector = (0..<columns).map { Double(vectors[place * columns + $0]) / 1024 }
      let gates = (0..<width * 4).map { input.product(vector, $0) + recurrence.product(hidden, $0) }
      let sigmoid = { (value: Double) in 1 / (1 + exp(-value)) }
      for cell in 0..<width {
        cells[cell] =
          sigmoid(gates[width + cell]) * cells[cell] + sigmoid(gates[cell]) * tanh(gates[2 * width + cell])
        hidden[cell] = sigmoid(gates[3 * width + cell]) * tanh(cells[cell])
        let output = Double(outputs[place * (width + 2) + 1 + cell]) / 8192
        #expect(abs(output - hidden[cell]) < 0.002, "seed \(seed), step \(step), cell \(cell)")
      }
    }
    for place in 0..<count {
      #expect(outputs[place * (width + 2)] == 77 && outputs[(place + 1) * (width + 2) - 1] == 77)
    }
  }
}
