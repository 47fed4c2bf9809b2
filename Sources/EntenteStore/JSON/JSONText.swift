#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Answers as JSON; facts themselves are written by `FactFile`.
package enum JSONText {
  /// The JSON text of an answer, indented, with members by ascending name and a newline at the end.
  ///
  /// - Throws: `EncodingError` for a number that is none.
  package static func indented(_ answer: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return Array(try encoder.encode(answer)) + [0x0A]
  }

  /// The JSON text of an answer on one line, with members by ascending name and a newline at the end.
  ///
  /// - Throws: `EncodingError` for a number that is none.
  package static func line(_ answer: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(answer)) + [0x0A]
  }
}
