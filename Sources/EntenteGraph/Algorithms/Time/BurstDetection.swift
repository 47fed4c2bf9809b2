#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A time in which something happened more often than usual.
public struct Burst: Hashable, Sendable {
  /// How far above the usual: 1 for the least burst.
  public let level: Int
  /// The first and the last moment of the burst.
  public let span: ClosedRange<Int64>
  /// How many moments lie in it.
  public let count: Int
}

/// How bursts are to be found.
public struct BurstOptions: Hashable, Sendable {
  /// By how much the rate of a level exceeds that of the one below; greater than 1.
  public var scaling: Double
  /// How much it costs to go up, in units of the logarithm of the number of moments; at least 0. More means fewer bursts.
  public var transitionCost: Double
  /// The highest level; at least 1. 1 tells bursts from the usual alone.
  public var levels: Int

  /// Options; those not given have the usual values.
  public init(scaling: Double = 2, transitionCost: Double = 1, levels: Int = 1) {
    self.scaling = scaling
    self.transitionCost = transitionCost
    self.levels = levels
  }
}

extension EventTimes {
  /// The bursts: times in which moments follow each other faster than on the average.
  ///
  /// Gaps between moments are held for those of a source that is usual at level 0 and `scaling` times as fast with each
  /// level; of all sequences of levels the cheapest is taken, of equal ones that with lower levels at the end. A burst lasts
  /// from the moment at which its level is first reached to the last moment before it is left; bursts of a higher level
  /// lie in those of lower ones. They come in the order of start, lower levels first. There is none among fewer than three
  /// moments, nor where all moments are the same.
  ///
  /// - Throws: `GraphError` with `invalidArgument` for an option out of range.
  /// - Complexity: O(*n* *k*²) in the numbers of moments and levels.
  ///
  /// Source: J. Kleinberg, "Bursty and Hierarchical Structure in Streams", 2002.
  public func bursts(_ options: BurstOptions = BurstOptions()) throws(GraphError) -> [Burst] {
    try options.check()
    guard let first = moments.first, let last = moments.last, moments.count > 2, first < last else { return [] }
    let levels = cheapestLevels(options, duration: Double(last) - Double(first))
    var bursts: [Burst] = []
    for level in 1...options.levels {
      var start: Int?
      for gap in 0...levels.count {
        let isHigh = gap < levels.count && levels[gap] >= level
        if isHigh, start == nil { start = gap }
        if !isHigh, let begin = start {
          // The gap at a place ends at the moment behind it.
          bursts.append(Burst(level: level, span: moments[begin]...moments[gap], count: gap - begin + 1))
          start = nil
        }
      }
    }
    return bursts.sorted {
      ($0.span.lowerBound, $0.level, $0.span.upperBound) < ($1.span.lowerBound, $1.level, $1.span.upperBound)
    }
  }

  /// The level of each gap between moments.
  private func cheapestLevels(_ options: BurstOptions, duration: Double) -> [Int] {
    let gaps = moments.count - 1
    let base = Double(gaps) / duration
    let rates = (0...options.levels).map { base * pow(options.scaling, Double($0)) }
    let up = options.transitionCost * log(Double(gaps))
    var costs = rates.indices.map { $0 == 0 ? 0 : Double.infinity }
    var before: [[UInt8]] = []
    for gap in 0..<gaps {
      let length = Double(moments[gap + 1]) - Double(moments[gap])
      var next = costs
      var chosen = [UInt8](repeating: 0, count: rates.count)
      for level in rates.indices {
        var least = Double.infinity
        for from in rates.indices where costs[from] + up * Double(max(0, level - from)) < least {
          least = costs[from] + up * Double(max(0, level - from))
          chosen[level] = UInt8(from)
        }
        next[level] = least + rates[level] * length - log(rates[level])
      }
      costs = next
      before.append(chosen)
    }
    var level = costs.indices.min { costs[$0] < costs[$1] } ?? 0
    var levels = [Int](repeating: 0, count: gaps)
    for gap in (0..<gaps).reversed() {
      levels[gap] = level
      level = Int(before[gap][level])
    }
    return levels
  }
}

extension BurstOptions {
  fileprivate func check() throws(GraphError) {
    guard scaling > 1, scaling.isFinite else {
      throw GraphError(.invalidArgument, "the scaling is \(scaling), and it is a number greater than 1")
    }
    guard transitionCost >= 0, transitionCost.isFinite else {
      throw GraphError(.invalidArgument, "the cost of going up is \(transitionCost), and it is a number not below 0")
    }
    guard (1...100).contains(levels) else {
      throw GraphError(.invalidArgument, "\(levels) levels of bursts are asked for, and there are 1 to 100")
    }
  }
}
