import EntenteModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension GeoLocation {
  /// Kilometres along a great circle of a sphere of 6,371 km (haversine formula).
  func distance(to other: GeoLocation) -> Double {
    let radians = Double.pi / 180
    let (north, east) = (sin((other.lat - lat) * radians / 2), sin((other.lon - lon) * radians / 2))
    let chord = north * north + cos(lat * radians) * cos(other.lat * radians) * east * east
    return 2 * 6371 * asin(min(1, chord.squareRoot()))
  }
}

extension ToponymSense {
  /// The decimal logarithm of the inhabitants.
  var magnitude: Double { log10(Double(population) + 1) }
}
