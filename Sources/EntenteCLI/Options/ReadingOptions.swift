import ArgumentParser
import Entente

/// How texts are read.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The day the texts speak from, over what they say themselves.", valueName: "yyyy-mm-dd"),
    transform: CalendarDate.init(option:))
  var date: CalendarDate?

  /// The facts of texts and fact files as a graph that can be questioned.
  ///
  /// - Throws: for the first of `files` that cannot be read.
  func graph(of files: [String]) async throws -> FactGraph { FactGraph(try await facts(of: files).facts) }

  /// The facts of texts and fact files.
  ///
  /// - Throws: for the first of `files` that cannot be read.
  func facts(of files: [String]) async throws -> FactFile {
    try check(files)
    var read: [FactFile] = []
    try await forEachFile(files) { read.append($0.file) }
    return try FactFile.merged(read)
  }

  /// Gives the facts of each file to `body`, in the order of `files`.
  ///
  /// - Throws: for the first of `files` that cannot be read.
  func forEachFile(
    _ files: [String], offsets: OffsetUnit = .scalars, _ body: (FileFacts) throws -> Void
  ) async throws {
    let progress = Progress("reading", total: files.count)
    defer { progress.finish() }
    var done = 0
    try await Engine().forEachFile(files, date: date, offsets: offsets) { facts in
      try body(facts)
      done += 1
      progress.show(done)
    }
  }

  /// - Throws: `ValidationError` where standard input is named more than once, or a file holds no text and no facts.
  func check(_ files: [String]) throws {
    if let graph = files.first(where: { LinkGraph.isGraphFile($0) }) {
      throw ValidationError(
        "'\(graph)' is a graph file by its name, and texts or fact files are wanted; rank, path, paths, reach, stats and "
          + "others read graph files")
    }
    if files.count(where: { $0 == "-" }) > 1 { throw ValidationError("standard input ('-') can be read only once") }
  }
}

extension CalendarDate {
  /// A day as given to an option.
  init(option text: String) throws {
    guard let date = CalendarDate(iso8601: text) else {
      throw ValidationError("the calendar has no such day; give one as in 2026-02-13")
    }
    self = date
  }
}
