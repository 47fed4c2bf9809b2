#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How work is timed and told.
enum Timing {
  /// The seconds of each of some runs, and the result of the last.
  static func runs<Result>(_ repetitions: Int, of work: () throws -> Result) rethrows -> ([Double], Result) {
    var seconds: [Double] = []
    while true {
      let start = ContinuousClock.now
      let result = try work()
      let duration = (ContinuousClock.now - start).components
      seconds.append(Double(duration.seconds) + Double(duration.attoseconds) * 1e-18)
      if seconds.count >= repetitions { return (seconds, result) }
    }
  }

  /// Prints a value as one line of JSON.
  static func print(_ line: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    Swift.print(String(decoding: try encoder.encode(line), as: UTF8.self))
  }
}
