/// Why facts could not be found, read or written.
///
/// `description` is one line that says where, what was found and what to do about it.
public struct StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of a failure; new kinds may join these.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// A short stable word.
    public let description: String

    /// Nothing bears a name or an identifier.
    public static let notFound = Code(description: "not-found")
    /// Several things bear a name or begin with the identifier.
    public static let ambiguous = Code(description: "ambiguous")
    /// A file could not be read.
    public static let unreadable = Code(description: "unreadable")
    /// A file is not JSON, or not of the shape that is wanted.
    public static let malformed = Code(description: "malformed")
    /// A file is of another version of the exchange format.
    public static let unsupportedSchema = Code(description: "unsupported-schema")
    /// A file could not be written.
    public static let unwritable = Code(description: "unwritable")
    /// Facts with offsets of different kinds cannot be made one.
    public static let mixedOffsets = Code(description: "mixed-offsets")
  }

  /// The kind.
  public var code: Code
  /// What was found, what was wanted and what to do, without the place.
  public var message: String
  /// The file, where one is concerned.
  public var file: String?
  /// The line, from 1, where there is one.
  public var line: Int?
  /// The column in UTF-8 bytes, from 1, where there is one.
  public var column: Int?
  /// The way to the member of the JSON text, as in `events[3].date.start`, where there is one.
  public var member: String?

  /// An error of a kind.
  public init(
    _ code: Code, _ message: String, file: String? = nil, line: Int? = nil, column: Int? = nil, member: String? = nil
  ) {
    self.code = code
    self.message = message
    self.file = file
    self.line = line
    self.column = column
    self.member = member
  }

  /// `file:line:column: member: message`, with the parts that are known.
  public var description: String {
    let name = file.map { $0 == "-" ? "standard input" : $0 }
    let place = [name, line.map(String.init), column.map(String.init)].compactMap { $0 }.joined(separator: ":")
    return [place.isEmpty ? nil : place, member, message].compactMap { $0 }.joined(separator: ": ")
  }
}
