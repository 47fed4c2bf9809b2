import EntenteLanguage
import EntenteModel
import Foundation
import Testing

@Suite struct DocumentReaderTests {
  private func error(_ read: () throws(ReadingError) -> Document) -> ReadingError? {
    do throws(ReadingError) {
      _ = try read()
      return nil
    } catch { return error }
  }

  /// Hands a path in a folder of its own to `body`, and removes the folder.
  private func withPath<T>(_ name: String, _ body: (String) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("entente-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.appendingPathComponent(name).path)
  }

  @Test func aFileIsKnownByItsBytes() throws {
    try withPath("a.txt") { path in
      try Data("The fleet sailed.".utf8).write(to: URL(fileURLWithPath: path))
      let record = try DocumentReader().read(file: path).record
      #expect(record.source == path)
      #expect(record.sha256 == "fc27bd47b9ae41c3fb7fb3c4d2a79ba873a70e44381a13b76e9504ab76d8226c")
      #expect(record.id == DocumentID(hashing: record.sha256))
      #expect(record.encoding == "utf-8")
    }
  }

  @Test func aMissingFileIsNamed() {
    let error = error { () throws(ReadingError) in try DocumentReader().read(file: "/no/such/file.txt") }
    #expect(error?.code == .missing)
    #expect(error?.description == "/no/such/file.txt: there is no such file; check the path")
  }

  @Test func aFolderIsRefused() throws {
    try withPath("folder") { path in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let error = error { () throws(ReadingError) in try DocumentReader().read(file: path) }
      #expect(error?.code == .directory)
    }
  }

  @Test func aHugeFileIsRefusedUnread() throws {
    try withPath("huge.txt") { path in
      #expect(FileManager.default.createFile(atPath: path, contents: nil))
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      try handle.truncate(atOffset: 200_000_000)
      try handle.close()
      let error = error { () throws(ReadingError) in try DocumentReader().read(file: path) }
      #expect(error?.code == .tooLarge)
      #expect(error?.description.contains("holds 200000000 bytes, and at most 67108864") == true)
    }
  }

  @Test func theLimitHoldsForBytesToo() {
    let reader = DocumentReader(byteLimit: 4)
    let error = error { () throws(ReadingError) in try reader.read(text: "Hello", source: "mail") }
    #expect(error?.code == .tooLarge)
    #expect(error?.file == "mail")
  }

  @Test func emptyAndBinaryInputNameTheSource() {
    let empty = error { () throws(ReadingError) in try DocumentReader().read(text: " \n", source: "a.txt") }
    #expect(empty?.description == "a.txt: the file holds nothing but white space; name one that holds text")
    let binary = error { () throws(ReadingError) in try DocumentReader().read(Array("%PDF-1".utf8), source: "b.txt") }
    #expect(binary?.description == "b.txt: this is a PDF, not a text; turn it into text first, with pdftotext, say")
    let page = error { () throws(ReadingError) in try DocumentReader().read(text: "<html><body></body>", source: "c") }
    #expect(page?.code == .empty)
  }

  @Test func oneLongLineIsReadInOnePass() throws {
    let text = String(repeating: "The fleet sailed on Tuesday and it’s “out” there, ", count: 4_000)
    let document = try DocumentReader().read(text: text, source: "-")
    #expect(document.record.sentences.count == 1)
    #expect(document.record.sentences.first?.tokens.count == 4_000 * 13)
  }

  @Test func lineEndsMakeNoDifference() throws {
    let lines = ["Ministers meet over the dam", "", "Ministers met on Sunday.", "They will meet again.", ""]
    let documents = try ["\n", "\r\n", "\r"].map { end in
      try DocumentReader().read(text: lines.joined(separator: end), source: "-")
    }
    for document in documents {
      #expect(document.record.sentences.map(\.role) == [.title, .body, .body])
      #expect(document.record.sentences.map { document.text[$0.span] } == lines.filter { !$0.isEmpty })
    }
  }
}
