import Foundation

/// A folder for a test's own files, gone with it.
public final class Scratch: Sendable {
  /// The path of the folder.
  public let path: String

  /// An empty folder.
  ///
  /// - Throws: where none can be made.
  public init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("entente-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Makes a file of bytes and gives its path.
  public func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = "\(path)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  /// Makes a file of a text and gives its path.
  public func file(_ name: String, _ text: String) throws -> String { try file(name, Array(text.utf8)) }

  /// The names of the files in the folder, hidden ones too, in order.
  public func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
}
