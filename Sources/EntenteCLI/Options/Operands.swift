import ArgumentParser

/// Files followed by names, as they stand on the command line.
struct Operands {
  var files: [String]
  var names: [String]

  /// Takes the last `count` of `arguments` as names.
  ///
  /// - Throws: `ValidationError` with `wanted` where no file is left.
  init(_ arguments: [String], names count: Int, wanted: String) throws {
    guard arguments.count > count else { throw ValidationError("wanted: \(wanted)") }
    files = Array(arguments.dropLast(count))
    names = Array(arguments.suffix(count))
  }
}
