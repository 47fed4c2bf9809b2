/// How many slips of the pen lie between two words.
enum EditDistance {
  /// The fewest insertions, deletions, replacements and swaps of neighbours that turn `left` into `right`, or
  /// `nil` where there are more than `limit`.
  ///
  /// No stretch is edited twice (optimal string alignment).
  ///
  /// - Complexity: O(*n* · *m*) in the scalars of both; O(1) where the lengths alone differ by more than `limit`.
  ///
  /// Source: G. Navarro, "A guided tour to approximate string matching", ACM Computing Surveys, 2001.
  static func between(_ left: String, _ right: String, limit: Int) -> Int? {
    let left = Array(left.unicodeScalars)
    let right = Array(right.unicodeScalars)
    guard abs(left.count - right.count) <= limit else { return nil }
    var before: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        var best = min(last[column] + (left[row] == right[column] ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, before[column - 1] + 1)
        }
        current.append(best)
      }
      guard (current.min() ?? 0) <= limit || (last.min() ?? 0) <= limit else { return nil }
      before = last
      last = current
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
