import CEntenteKernels

/// The weights of all arcs and relations between the words of a sentence.
struct ArcScores {
  private let count: Int
  private let arcWidth: Int
  private let labelWidth: Int
  /// By word: as dependent, already multiplied, at a stride of its own; as head, one behind the other; as both for
  /// relations.
  private let dependents: [Float]
  private let dependentStride: Int
  private let heads: [Float]
  private let headScores: [Float]
  private let labels: [Float]
  private let root: (arc: [Float], score: Float, label: [Float])

  /// - Parameter hidden: the hidden layers, before what is below 0 is cut.
  init(_ hidden: [Float], _ network: Network, count: Int) {
    self.count = count
    let (arcWidth, labelWidth) = (network.arcWidth, network.labelWidth)
    (self.arcWidth, self.labelWidth) = (arcWidth, labelWidth)
    let stride = network.hidden.paddedRowCount
    var quantized = [Int16](repeating: 0, count: count * arcWidth)
    var heads = [Float](repeating: 0, count: count * arcWidth)
    var headScores = [Float](repeating: 0, count: count)
    var labels = [Float](repeating: 0, count: count * labelWidth * 2)
    for place in 0..<count {
      for column in 0..<arcWidth {
        quantized[place * arcWidth + column] = Self.quantized(hidden[place * stride + column])
        let head = min(max(hidden[place * stride + arcWidth + column], 0), Self.most)
        heads[place * arcWidth + column] = head
        headScores[place] += head * network.headBias[column]
      }
      for column in 0..<labelWidth * 2 {
        labels[place * labelWidth * 2 + column] = hidden[place * stride + arcWidth * 2 + column]
      }
    }
    dependentStride = network.arcs.paddedRowCount
    var dependents = [Float](repeating: 0, count: count * dependentStride)
    network.arcs.multiply(quantized, count: count, into: &dependents)
    (self.dependents, self.heads, self.headScores, self.labels) = (dependents, heads, headScores, labels)
    let rootScore = zip(network.root.arc, network.headBias).reduce(Float(0)) { $0 + $1.0 * $1.1 }
    root = (network.root.arc, rootScore, network.root.label)
  }

  private static let most: Float = 31

  /// What is above 0, in units of ``Network/hiddenScale``.
  private static func quantized(_ value: Float) -> Int16 {
    Int16(min(max(value, 0), most) / Network.hiddenScale + 0.5)
  }

  /// The weights of the arcs between the words of a stretch, and from the root: for each word those from the root and
  /// from each word of the stretch.
  func weights(in stretch: Range<Int>) -> [Float] {
    precondition(stretch.lowerBound >= 0 && stretch.upperBound <= count && arcWidth % 4 == 0)
    let size = stretch.count + 1
    var weights = [Float](repeating: 0, count: stretch.count * size)
    // SAFETY: words of the stretch have `arcWidth` numbers each as heads and as dependents, a multiple of four.
    unsafe weights.withUnsafeMutableBufferPointer { weights in
      unsafe dependents.withUnsafeBufferPointer { dependents in
        unsafe heads.withUnsafeBufferPointer { heads in
          guard let weights = weights.baseAddress, let dependents = dependents.baseAddress,
            let heads = heads.baseAddress
          else { return }
          for (row, place) in stretch.enumerated() {
            let dependent = unsafe dependents + place * dependentStride
            unsafe entente_products(dependent, root.arc, 1, arcWidth, weights + row * size)
            unsafe entente_products(
              dependent, heads + stretch.lowerBound * arcWidth, stretch.count, arcWidth, weights + row * size + 1)
          }
        }
      }
    }
    for row in 0..<stretch.count {
      weights[row * size] += root.score
      for column in 1..<size { weights[row * size + column] += headScores[stretch.lowerBound + column - 1] }
    }
    return weights
  }

  /// The best relation of each word to its head.
  func relations(_ heads: [Int], _ network: Network) -> [UInt8] {
    var hidden = [Int16](repeating: 0, count: count * labelWidth)
    for place in 0..<count {
      for column in 0..<labelWidth {
        let head = heads[place] - 1
        let own = labels[place * labelWidth * 2 + column]
        let other = head < 0 ? root.label[column] : labels[(head * 2 + 1) * labelWidth + column]
        hidden[place * labelWidth + column] = Self.quantized(own + other)
      }
    }
    let stride = network.relations.paddedRowCount
    var scores = [Float](repeating: 0, count: count * stride)
    network.relations.multiply(hidden, count: count, into: &scores)
    return (0..<count).map { place in
      UInt8(truncatingIfNeeded: scores.best(place * stride..<place * stride + network.relations.rowCount))
    }
  }
}

extension [Float] {
  /// The place of the greatest of some numbers, counted from the first of them; of equals the first.
  func best(_ range: Range<Int>) -> Int {
    var best = range.lowerBound
    for place in range where self[place] > self[best] { best = place }
    return best - range.lowerBound
  }
}
