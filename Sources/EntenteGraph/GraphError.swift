/// Why something could not be done to or asked of a graph.
public struct GraphError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of a failure; new kinds may join these.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// A short stable word.
    public let description: String

    /// A node or an edge of the same key is there already.
    public static let duplicateKey = Code(description: "duplicate-key")
    /// A number lies outside the range that an algorithm takes.
    public static let invalidArgument = Code(description: "invalid-argument")
    /// A file or text is not what it should be.
    public static let invalidInput = Code(description: "invalid-input")
    /// A cycle whose weights sum to less than 0, so that some ways have no least length.
    public static let negativeCycle = Code(description: "negative-cycle")
    /// An iteration did not settle within the rounds that it was given.
    public static let noConvergence = Code(description: "no-convergence")
    /// There are more nodes or edges than 32 bits count.
    public static let tooLarge = Code(description: "too-large")
  }

  /// The kind.
  public let code: Code
  /// What was found, what was wanted and what to do, in one sentence.
  public let message: String

  /// An error of a kind.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The message.
  public var description: String { message }
}
