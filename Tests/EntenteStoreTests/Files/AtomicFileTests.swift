import EntenteStore
import Foundation
import Testing

@Suite struct AtomicFileTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "entente-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  private func permissions(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.posixPermissions] as? Int
  }

  private func removeFolder() { try? FileManager.default.removeItem(atPath: folder) }

  @Test func newFileHoldsTheBytesAndStandsAlone() throws {
    defer { removeFolder() }
    try AtomicFile.write(Array("facts".utf8), to: "\(folder)/a.json")
    #expect(try names() == ["a.json"] && text("a.json") == "facts")
    #expect(try permissions("a.json").map { $0 & 0o600 } == 0o600)
  }

  @Test func fileThatIsReplacedKeepsItsPermissions() throws {
    defer { removeFolder() }
    try AtomicFile.write(Array("long old content".utf8), to: "\(folder)/a.json")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: "\(folder)/a.json")
    try AtomicFile.write(Array("new".utf8), to: "\(folder)/a.json")
    #expect(try names() == ["a.json"] && text("a.json") == "new" && permissions("a.json") == 0o640)
  }

  @Test func symbolicLinkStays() throws {
    defer { removeFolder() }
    try AtomicFile.write(Array("old".utf8), to: "\(folder)/real.json")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/link.json", withDestinationPath: "\(folder)/real.json")
    try AtomicFile.write(Array("new".utf8), to: "\(folder)/link.json")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link.json") == "\(folder)/real.json")
    #expect(try text("real.json") == "new" && names() == ["link.json", "real.json"])
  }

  @Test func folderAndMissingFolderAreNamedInTheError() throws {
    defer { removeFolder() }
    let error = #expect(throws: StoreError.self) { try AtomicFile.write([1], to: folder) }
    #expect(error?.description == "\(folder): this is a folder; name a file inside it")
    let missing = #expect(throws: StoreError.self) { try AtomicFile.write([1], to: "\(folder)/x/y.json") }
    #expect(missing?.code == .unwritable)
    #expect(
      missing?.description == "\(folder)/x/y.json: its folder does not exist; create it or name another")
    #expect(try names().isEmpty)
  }

  #if os(Linux)
    @Test func deviceIsWrittenToAsItIs() throws {
      defer { removeFolder() }
      try AtomicFile.write(Array("gone".utf8), to: "/dev/null")
      let error = #expect(throws: StoreError.self) { try AtomicFile.write([1], to: "/dev/full") }
      #expect(error?.description == "/dev/full: the disk is full; make room or name another")
    }
  #endif

  @Test func factsAreWrittenAndReadBack() throws {
    defer { removeFolder() }
    let file = FactFile(Sample.facts)
    try file.write(to: "\(folder)/facts.json")
    #expect(try FactFile.read("\(folder)/facts.json") == file)
  }

  @Test func fileThatIsNotThereOrAFolderCannotBeRead() throws {
    defer { removeFolder() }
    let missing = #expect(throws: StoreError.self) { try FactFile.read("\(folder)/none.json") }
    #expect(missing?.description == "\(folder)/none.json: there is no such file; check the path")
    let error = #expect(throws: StoreError.self) { try FactFile.read(folder) }
    #expect(error?.description == "\(folder): this is a folder; name the file of facts inside it")
  }
}
