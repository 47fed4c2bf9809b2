import Foundation
public import Testing

/// Files that hold what a program wrote when someone last looked it over.
public enum GoldenFile {
  /// Whether golden files are rewritten rather than compared with; `Scripts/update-golden` asks for it.
  public static var isUpdating: Bool { ProcessInfo.processInfo.environment["ENTENTE_UPDATE_GOLDEN"] == "1" }

  /// Records an issue where `text` differs from the golden file at `path`, and says where it does first.
  public static func check(
    _ text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try check(Array(text.utf8), at: path, sourceLocation: sourceLocation)
  }

  /// Records an issue where `bytes` differ from the golden file at `path`, and says where they do first.
  public static func check(
    _ bytes: [UInt8], at path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    if isUpdating {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
      return
    }
    guard let golden = FileManager.default.contents(atPath: path).map({ Array($0) }) else {
      Issue.record("there is no \(path); make it with Scripts/update-golden", sourceLocation: sourceLocation)
      return
    }
    if golden == bytes { return }
    let same = zip(golden, bytes).prefix { $0 == $1 }.count
    let line = golden.prefix(same).count { $0 == 0x0A } + 1
    Issue.record(
      """
      \(path) differs from line \(line) on
      golden: \(excerpt(of: golden, around: same))
      now:    \(excerpt(of: bytes, around: same))
      look it over and run Scripts/update-golden if it is meant
      """, sourceLocation: sourceLocation)
  }

  /// Some characters before and after a place.
  private static func excerpt(of bytes: [UInt8], around place: Int) -> String {
    String(decoding: bytes[max(0, place - 40)..<min(bytes.count, place + 80)], as: UTF8.self)
      .replacingOccurrences(of: "\n", with: "⏎")
  }
}
