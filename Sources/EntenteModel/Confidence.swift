/// How confidence is told.
package enum Confidence {
  /// The number to four decimals, so that sums and products in another order are told alike.
  package static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
