#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What is known of the window that a stream leads to.
struct Terminal {
  /// Whether a person reads along.
  let isTerminal: Bool
  /// Whether colour is welcome.
  let showsColor: Bool
  /// Columns to fill.
  let width: Int

  private static let usualWidth = 100

  /// The window behind standard output.
  static let output = Terminal(descriptor: STDOUT_FILENO)
  /// The window behind standard error.
  static let errors = Terminal(descriptor: STDERR_FILENO)

  /// No window: plain text of the usual width.
  static let none = Terminal(descriptor: -1)

  private init(descriptor: Int32) {
    isTerminal = isatty(descriptor) == 1
    let refusesColor = Self.environment("NO_COLOR").map { !$0.isEmpty } ?? false
    showsColor = isTerminal && !refusesColor && Self.environment("TERM") != "dumb"
    var size = winsize()
    // SAFETY: the call fills a structure that lives through it.
    let isKnown = unsafe isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0
    width = isKnown && size.ws_col >= 40 ? Int(size.ws_col) : Self.usualWidth
  }

  private static func environment(_ name: String) -> String? {
    // SAFETY: the text is copied at once.
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}

/// A way to set words apart on a terminal.
enum TextStyle: String {
  case bold = "1"
  case faint = "2"
  case red = "31"
  case green = "32"
  case yellow = "33"
  case blue = "34"

  /// `text` in this style, or as it is where there is no colour.
  func applied(to text: String, on terminal: Terminal) -> String {
    terminal.showsColor && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
