/// Why a file could not be read as a document.
///
/// `description` is one line that names the file, says what was found and what to do about it.
public struct ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of failure.
  public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// A short stable word.
    public let rawValue: String
    /// A code by its word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The word.
    public var description: String { rawValue }

    /// There is no such file.
    public static let missing = Code(rawValue: "missing")
    /// The path leads to a folder.
    public static let directory = Code(rawValue: "directory")
    /// The path leads to a device, a pipe or a socket.
    public static let notAFile = Code(rawValue: "not-a-file")
    /// The system refused to open or to read the file.
    public static let unreadable = Code(rawValue: "unreadable")
    /// The input is longer than the limit.
    public static let tooLarge = Code(rawValue: "too-large")
    /// The input holds no byte, or nothing but white space.
    public static let empty = Code(rawValue: "empty")
    /// The input is no text.
    public static let binary = Code(rawValue: "binary")
    /// The input is not in the format it is said to be in.
    public static let malformed = Code(rawValue: "malformed")
  }

  /// The kind of failure.
  public var code: Code
  /// What was found, what was wanted and what to do, without the file's name.
  public var message: String
  /// The file, or nil where only bytes were given.
  public var file: String?
  /// The byte at which the trouble shows, where it has a place.
  public var byteOffset: Int?

  /// An error about a file or, without one, about bytes.
  public init(code: Code, message: String, file: String? = nil, byteOffset: Int? = nil) {
    self.code = code
    self.message = message
    self.file = file
    self.byteOffset = byteOffset
  }

  /// The same error about a named file; a name that is there already stays.
  public func about(file name: String) -> ReadingError {
    ReadingError(code: code, message: message, file: file ?? name, byteOffset: byteOffset)
  }

  /// The file, if known, and the message.
  public var description: String {
    guard let file else { return message }
    return (file == "-" ? "standard input" : file) + ": " + message
  }
}
