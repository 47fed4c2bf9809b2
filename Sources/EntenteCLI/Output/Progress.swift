/// Says on standard error how far long work is, where a person reads along there.
struct Progress: Sendable {
  private let verb: String
  private let total: Int
  private let isShown: Bool
  private static let clearLine = "\r\u{1B}[K"

  /// Progress through `total` things; a single one is not worth a word.
  init(_ verb: String, total: Int) {
    self.verb = verb
    self.total = total
    isShown = Terminal.errors.isTerminal && total > 1
  }

  /// Progress through work of several kinds.
  init(_ verb: String) {
    self.verb = verb
    total = 0
    isShown = Terminal.errors.isTerminal
  }

  /// Says what is being done.
  func show(_ what: String) {
    if isShown { StandardError.write("\(Self.clearLine)\(verb) \(what)") }
  }

  /// Says that `done` are done.
  func show(_ done: Int) {
    if isShown { StandardError.write("\(Self.clearLine)\(verb) \(done) of \(total)") }
  }

  /// Takes the words away again.
  func finish() {
    if isShown { StandardError.write(Self.clearLine) }
  }
}
