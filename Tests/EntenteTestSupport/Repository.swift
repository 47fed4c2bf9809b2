/// The folders of the package under test.
public enum Repository {
  /// The folder that holds `Package.swift`.
  public static let root: String = {
    // This file is Tests/EntenteTestSupport/Repository.swift.
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
  }()

  /// The path of something in the package, given from its root.
  public static func path(_ relative: String) -> String { "\(root)/\(relative)" }
}
