/// Why a picture could not be made.
public struct DrawingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of a failure; new kinds may join these.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// A short stable word.
    public let description: String

    /// A label or tooltip is too long, or a picture has too many parts.
    public static let limitExceeded = Code(description: "limit-exceeded")
    /// A number lies outside the range that Graphviz bears.
    public static let valueOutOfRange = Code(description: "value-out-of-range")
    /// The DOT text cannot be read.
    public static let invalidDOT = Code(description: "invalid-dot")
    /// The DOT text asks for something that is not allowed here: a file, a construct that brings the library down.
    public static let refusedDOT = Code(description: "refused-dot")
    /// Graphviz could not lay the graph out.
    public static let layoutFailed = Code(description: "layout-failed")
    /// Graphviz laid the graph out but could not draw it.
    public static let renderingFailed = Code(description: "rendering-failed")
    /// The child process that drew the picture crashed, or ran out of time or memory.
    public static let workerFailed = Code(description: "worker-failed")
  }

  /// The kind.
  public let code: Code
  /// What was found, what was wanted and what to do, in one sentence; Graphviz's own words where it has some.
  public let message: String

  /// An error of a kind.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The message.
  public var description: String { message }
}
