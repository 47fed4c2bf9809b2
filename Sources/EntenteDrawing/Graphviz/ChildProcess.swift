#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs a program with bytes in and bytes out, with a limit on its time.
enum ChildProcess {
  enum Ending: Equatable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut
  }

  struct Outcome {
    var ending: Ending
    var output: [UInt8]
    var errors: [UInt8]
  }

  /// More than any picture; a child that writes on is stopped.
  private static let outputLimit = 512 << 20

  /// The path of the running program, if the system tells it.
  static var ownExecutable: String? {
    #if canImport(Darwin)
      var capacity: UInt32 = 4_096
      var path = [CChar](repeating: 0, count: Int(capacity))
      // SAFETY: the buffer is as long as said.
      guard unsafe _NSGetExecutablePath(&path, &capacity) == 0 else { return nil }
      return String(decoding: path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #else
      return "/proc/self/exe"
    #endif
  }

  // MARK: The parent's side

  /// Runs `executable` with `input` on its standard input until it ends or `seconds` have passed.
  ///
  /// - Throws: `workerFailed` where it cannot be started.
  static func run(
    _ executable: String, _ arguments: [String], input: [UInt8], seconds: Int
  ) throws(DrawingError) -> Outcome {
    // Sockets rather than pipes: writing to a child that is gone gives an error instead of a signal.
    var channels: [Channel] = []
    defer { for channel in channels { channel.closeOurs() } }
    for _ in 0..<3 {
      guard let channel = Channel() else { throw DrawingError(.workerFailed, "no channel to a drawing process") }
      channels.append(channel)
    }
    let process = try spawn(executable, arguments, descriptors: channels.map(\.theirs))
    for channel in channels { channel.closeTheirs() }
    var transfer = Transfer(channels: channels, input: input)
    let deadline = ContinuousClock.now + .seconds(seconds)
    var isLate = false
    while !transfer.isDone {
      isLate = ContinuousClock.now >= deadline || transfer.outputs.contains { $0.count > outputLimit }
      if isLate { break }
      transfer.step()
    }
    if isLate { _ = kill(process, SIGKILL) }
    var status: Int32 = 0
    // SAFETY: the status is written by the call.
    while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    let ending: Ending =
      isLate ? .timedOut : signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
    return Outcome(ending: ending, output: transfer.outputs[0], errors: transfer.outputs[1])
  }

  /// The two ends of a connection.
  private struct Channel {
    let ours: Int32
    let theirs: Int32

    init?() {
      var ends: [Int32] = [-1, -1]
      // SAFETY: the call writes two descriptors.
      #if canImport(Darwin)
        guard unsafe socketpair(AF_UNIX, SOCK_STREAM, 0, &ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var on: Int32 = 1
        _ = unsafe setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
      #else
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, type, 0, &ends) == 0 else { return nil }
      #endif
      ours = ends[0]
      theirs = ends[1]
      _ = fcntl(ours, F_SETFL, fcntl(ours, F_GETFL) | O_NONBLOCK)
    }

    func closeTheirs() { systemClose(theirs) }
    func closeOurs() { systemClose(ours) }
  }

  /// What still has to go in and what has come out.
  private struct Transfer {
    let channels: [Channel]
    let input: [UInt8]
    var sent = 0
    var isInputOpen = true
    var outputs: [[UInt8]] = [[], []]
    var isOutputOpen = [true, true]

    var isDone: Bool { !isOutputOpen[0] && !isOutputOpen[1] }

    /// Waits up to a tenth of a second for something to move, and moves it.
    mutating func step() {
      var waits: [pollfd] = []
      if isInputOpen { waits.append(pollfd(fd: channels[0].ours, events: Int16(POLLOUT), revents: 0)) }
      for index in 0..<2 where isOutputOpen[index] {
        waits.append(pollfd(fd: channels[index + 1].ours, events: Int16(POLLIN), revents: 0))
      }
      // SAFETY: the array is as long as said.
      _ = unsafe poll(&waits, nfds_t(waits.count), 100)
      if isInputOpen { send() }
      for index in 0..<2 where isOutputOpen[index] { receive(index) }
    }

    private mutating func send() {
      #if canImport(Darwin)
        let flags: Int32 = 0
      #else
        let flags = Int32(truncatingIfNeeded: MSG_NOSIGNAL)
      #endif
      while sent < input.count {
        let count = unsafe input[sent...].withUnsafeBytes { bytes in
          // SAFETY: the address and the length are those of the slice.
          unsafe systemSend(channels[0].ours, bytes.baseAddress, bytes.count, flags)
        }
        if count <= 0 {
          if count < 0 && (errno == EAGAIN || errno == EINTR) { return }
          break
        }
        sent += count
      }
      _ = shutdown(channels[0].ours, Int32(SHUT_WR))
      isInputOpen = false
    }

    private mutating func receive(_ index: Int) {
      var buffer = [UInt8](repeating: 0, count: 65_536)
      // SAFETY: the buffer is as long as said.
      let count = unsafe read(channels[index + 1].ours, &buffer, buffer.count)
      if count > 0 {
        outputs[index] += buffer[..<count]
      } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
        isOutputOpen[index] = false
      }
    }
  }

  private static func spawn(
    _ executable: String, _ arguments: [String], descriptors: [Int32]
  ) throws(DrawingError) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    // SAFETY: the actions are initialised here and destroyed once.
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (target, descriptor) in descriptors.enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
    }
    let argumentTexts = unsafe ([executable] + arguments).map { unsafe strdup($0) }
    let environmentTexts = unsafe environment().map { unsafe strdup($0) }
    defer { unsafe (argumentTexts + environmentTexts).forEach { unsafe free($0) } }
    var process: pid_t = 0
    // SAFETY: both lists end with nil and live through the call, which copies them.
    let status = unsafe posix_spawn(
      &process, executable, &actions, nil, argumentTexts + [nil], environmentTexts + [nil])
    guard status == 0 else {
      throw DrawingError(.workerFailed, "the drawing process \(executable) could not be started (error \(status))")
    }
    return process
  }

  /// What a child needs to find its libraries and fonts, and nothing else of the parent's environment.
  private static func environment() -> [String] {
    let kept = [
      "PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "FONTCONFIG_FILE",
      "FONTCONFIG_PATH", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "GVBINDIR",
    ]
    // SAFETY: the text is copied at once.
    let values = kept.compactMap { name in unsafe getenv(name).map { unsafe "\(name)=\(String(cString: $0))" } }
    // With SERVER_NAME set, Graphviz opens no image file; the runtime's backtrace would only delay a crash.
    return values + ["SERVER_NAME=entente", "SWIFT_BACKTRACE=enable=no"]
  }

  // MARK: The child's side

  /// Bounds this process: processor time, memory, no core file, no file at all.
  static func limitSelf(seconds: UInt, memory: UInt) {
    #if canImport(Glibc)
      let limits = [
        (RLIMIT_CPU, seconds), (RLIMIT_AS, memory), (RLIMIT_CORE, 0), (RLIMIT_FSIZE, 0),
      ].map { (__rlimit_resource_t($0.0.rawValue), $0.1) }
    #else
      let limits = [(RLIMIT_CPU, seconds), (RLIMIT_AS, memory), (RLIMIT_CORE, 0), (RLIMIT_FSIZE, 0)]
    #endif
    for (resource, value) in limits {
      var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
      // SAFETY: the limit lives through the call.
      _ = unsafe setrlimit(resource, &limit)
    }
  }

  /// Everything up to the end of a file.
  static func readAll(_ descriptor: Int32) -> [UInt8] {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      // SAFETY: the buffer is as long as said.
      let count = unsafe read(descriptor, &buffer, buffer.count)
      if count > 0 {
        output += buffer[..<count]
      } else if count == 0 || errno != EINTR {
        return output
      }
    }
  }

  /// Whether all of `bytes` could be written.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      // SAFETY: the address and the length are those of the slice.
      let count = unsafe bytes[sent...].withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}

/// `send` of the system, under a name that no method hides.
private func systemSend(
  _ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32
) -> Int {
  unsafe send(descriptor, bytes, count, flags)
}

/// `close` of the system; what it returns is of no use where nothing was written through a file.
private func systemClose(_ descriptor: Int32) {
  _ = close(descriptor)
}
