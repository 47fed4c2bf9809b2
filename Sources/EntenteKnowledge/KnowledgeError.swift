/// A table of knowledge that cannot be used as it is.
public struct KnowledgeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong, as a stable word.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The word.
    public let rawValue: String
    /// A code by its word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// A row or a field of a readable table is not as the table asks.
    public static let malformedTable = Code(rawValue: "malformed-table")
    /// An embedded file is damaged or of another version.
    public static let corruptData = Code(rawValue: "corrupt-data")
  }

  /// What went wrong.
  public var code: Code
  /// One sentence: what was found, what was wanted, what to do.
  public var message: String
  /// The file.
  public var file: String
  /// The line, from 1, where there is one.
  public var line: Int?
  /// The column, from 1, where there is one.
  public var column: Int?

  /// An error at a place of a file.
  public init(_ code: Code, _ message: String, file: String, line: Int? = nil, column: Int? = nil) {
    self.code = code
    self.message = message
    self.file = file
    self.line = line
    self.column = column
  }

  /// `file:line:column: message`.
  public var description: String {
    ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":") + ": \(message)"
  }
}
