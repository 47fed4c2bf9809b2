/// Why a language model could not be used.
///
/// `description` is one line that says what was found and what to do about it.
public struct ModelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of failure.
  public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// A short stable word.
    public let rawValue: String
    /// A code by its word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The word.
    public var description: String { rawValue }

    /// The bytes do not begin as a model does.
    public static let notAModel = Code(rawValue: "not-a-model")
    /// The model is of a version that this program does not read.
    public static let otherVersion = Code(rawValue: "other-version")
    /// There are fewer or more bytes than the model says it has.
    public static let truncated = Code(rawValue: "truncated")
    /// The bytes are not those that were written.
    public static let damaged = Code(rawValue: "damaged")
  }

  /// The kind of failure.
  public var code: Code
  /// What was found, what was wanted and what to do.
  public var message: String

  /// An error with its message.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The message.
  public var description: String { message }
}
