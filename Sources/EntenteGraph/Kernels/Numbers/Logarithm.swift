#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The system's logarithm.
enum Logarithm {
  static func natural(_ value: Double) -> Double { log(value) }
}
