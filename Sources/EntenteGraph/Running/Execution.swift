import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How an algorithm is to be run: on how many threads, and who hears how far it is.
///
/// No result depends on the number of threads. A run inside a Swift `Task` stops with
/// `CancellationError` soon after the task is cancelled.
public struct Execution: Sendable {
  /// The most threads to use, at least 1.
  public var threads: Int
  /// Called now and then with the done share of the work, from 0 to 1, from any of the threads.
  public var progress: (@Sendable (Double) -> Void)?
  private var isCancellable = true

  /// A way to run; on one thread and silently, if nothing else is said.
  public init(threads: Int = 1, progress: (@Sendable (Double) -> Void)? = nil) {
    self.threads = max(1, threads)
    self.progress = progress
  }
}

extension Execution {
  /// The number of processors that this process may use.
  public static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Stops where the surrounding task was cancelled.
  ///
  /// - Throws: `CancellationError`.
  func check() throws { if isCancellable { try Task.checkCancellation() } }

  /// The same way to run, but to the end.
  private var uncancellable: Execution {
    var execution = self
    execution.isCancellable = false
    return execution
  }

  /// Runs to the end what would otherwise stop with the task: for what is made once and kept, or has no way to fail.
  func toTheEnd<Result>(_ body: (Execution) throws -> Result) -> Result {
    do {
      return try body(uncancellable)
    } catch {
      preconditionFailure("nothing but a cancelled task stops this work, yet \(error)")
    }
  }

  /// Tells how far the work is.
  func report(_ done: Int, of all: Int) { progress?(all > 0 ? min(1, Double(done) / Double(all)) : 1) }

  /// Calls `body` once for each of the chunks, on as many threads as there may be.
  ///
  /// Chunks are taken in ascending order but end in any: a body writes only what its chunk owns, and what is
  /// summed over chunks is added up afterwards in the order of the chunks. The `worker` numbers the thread, from 0
  /// to below `threads`, so that each can have its own working memory; nothing that a chunk leaves
  /// may depend on it.
  ///
  /// - Throws: `CancellationError` between chunks, or the first error that a body threw.
  func forEachChunk(
    _ chunks: Int, reporting: Bool = false, _ body: @Sendable (_ chunk: Int, _ worker: Int) throws -> Void
  ) throws {
    let workers = min(threads, chunks)
    guard workers > 1 else {
      for chunk in 0..<max(0, chunks) {
        try check()
        try body(chunk, 0)
        if reporting { report(chunk + 1, of: chunks) }
      }
      return
    }
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    let failure = Mutex<(any Error)?>(nil)
    // The calling thread is one of the workers, and it alone sees the task; what it meets, all hear of.
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      while true {
        let chunk = next.add(1, ordering: .relaxed).oldValue
        if chunk >= chunks { return }
        do {
          try check()
          try body(chunk, worker)
          let finished = done.add(1, ordering: .relaxed).newValue
          if reporting { report(finished, of: chunks) }
        } catch {
          failure.withLock { $0 = $0 ?? error }
          next.store(chunks, ordering: .relaxed)
          return
        }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    try check()
  }

  /// `forEachChunk` over even parts of a range.
  ///
  /// The parts depend on the range and `size` alone, so that sums by part are the same on any number of threads.
  func forEachPart(
    of count: Int, size: Int, _ body: @Sendable (_ range: Range<Int>, _ part: Int) throws -> Void
  ) throws {
    try forEachPart(of: count, size: size) { range, part, _ in try body(range, part) }
  }

  /// The same with the number of the worker.
  func forEachPart(
    of count: Int, size: Int, reporting: Bool = false,
    _ body: @Sendable (_ range: Range<Int>, _ part: Int, _ worker: Int) throws -> Void
  ) throws {
    try forEachChunk(Self.parts(of: count, size: size), reporting: reporting) { part, worker in
      try body(part * size..<min(count, (part + 1) * size), part, worker)
    }
  }

  /// How many parts of a size a range has.
  static func parts(of count: Int, size: Int) -> Int { (count + size - 1) / size }
}

/// One value from each chunk of a parallel run, in the order of the chunks.
final class Collected<Value: Sendable>: Sendable {
  private let slots: Mutex<[Value?]>

  init(count: Int) { slots = Mutex(Array(repeating: nil, count: count)) }

  subscript(chunk: Int) -> Value? {
    get { slots.withLock { $0[chunk] } }
    set { slots.withLock { $0[chunk] = newValue } }
  }

  /// The values of the chunks that gave one.
  var values: [Value] { slots.withLock { $0.compactMap { $0 } } }
}
