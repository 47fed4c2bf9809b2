import EntenteModel
import EntenteStore
import EntenteTestSupport
import Foundation
import Testing

@Suite struct JSONReaderTests {
  private static let empty = #"{"schema":"entente/1","documents":[],"entities":[],"relations":[],"events":[]}"#

  /// Facts with one thing replaced.
  private static func facts(_ old: String, _ new: String) -> String {
    let text = String(decoding: FactFile(Sample.facts).json(), as: UTF8.self)
    precondition(text.contains(old), "the sample holds \(old)")
    return text.replacingOccurrences(of: old, with: new)
  }

  @Test(arguments: [
    ("", "f:1:1: the file is empty, and facts were expected; run 'entente extract'"),
    ("[]", "f:1:1: found '[' where an object ('{') was expected"),
    ("{\"schema\":\"entente/1\"", "f:1:22: the text ends where ',' or '}' was expected; is it cut off?"),
    (
      "{\n  \"schema\": \"entente/2\"}", "f:2:24: schema: the schema is 'entente/2', and this version reads 'entente/1'"
    ),
    ("{}", "f:1:3: the object that ends here lacks its member 'schema'"),
    ("{\"schema\":7}", "f:1:11: schema: found '7' where a string was expected"),
    ("{\"schema\":\"entente/1\",}", "f:1:23: found '}' where the name of a member was expected"),
    ("{\"schema\":\"entente/1\",\"x\":nul}", "f:1:27: x: found 'n' where a value was expected"),
    ("{\"schema\":\"entente/1\",\"x\":01}", "f:1:27: x: '01' is no number"),
    (
      "{\"schema\":\"entente/1\",\"x\":\"a\tb\"}",
      "f:1:29: x: a string holds a control character as it is; it is written as \\u00…"
    ),
    ("{\"schema\":\"entente/1\",\"x\":\"\\q\"}", "f:1:28: x: '\\q' is no escape of JSON"),
    ("{\"schema\":\"entente/1\",\"x\":\"\\ud800\"}", "f:1:28: x: this escape is half of a pair"),
    ("{\"schema\":\"entente/1\",\"x\":\"", "f:1:27: x: the string that begins here has no end"),
    (
      "{\"schema\":\"entente/1\",\"offsets\":\"lines\"}",
      "f:1:33: offsets: 'lines' is none of scalars, original-bytes"
    ),
    (
      "{\"schema\":\"entente/1\",\"documents\":[{\"id\":\"doc-1\"}]}",
      "f:1:50: documents[0]: the object that ends here lacks its member 'source'"
    ),
  ])
  func errorSaysWhatAndWhere(text: String, description: String) {
    let error = #expect(throws: StoreError.self) { try FactFile.decode(Array(text.utf8), name: "f") }
    #expect(error?.description == description)
  }

  @Test(arguments: [
    ("\"status\":\"planned\"", "\"status\":\"maybe\"", "status: 'maybe' is none of actual, planned, possible, negated"),
    (
      "\"start\":\"2029-01-01\"", "\"start\":\"2029-02-30\"",
      "date.start: '2029-02-30' is not a date of the form YYYY-MM-DD"
    ),
    ("\"confidence\":0.95", "\"confidence\":1.5", "confidence: the confidence 1.5 does not lie between 0 and 1"),
    (
      "\"start\":\"2029-01-01\"", "\"start\":\"2030-01-01\"",
      "date: the dates 2030-01-01 and 2029-12-31 do not run forward"
    ),
  ])
  func wrongValueIsNamedByItsMember(old: String, new: String, ending: String) {
    let error = #expect(throws: StoreError.self) { try FactFile.decode(Array(Self.facts(old, new).utf8), name: "f") }
    #expect(error?.description.hasSuffix(ending) == true, "\(String(describing: error))")
    #expect(error?.line ?? 0 > 1 && error?.column ?? 0 > 1)
  }

  @Test func identifierThatLeadsNowhereIsNamedByItsMember() {
    let text = Self.facts(
      "\"source\":\"\(Sample.rutte.id)\"", "\"source\":\"ent-nobody\"")
    let error = #expect(throws: StoreError.self) { try FactFile.decode(Array(text.utf8), name: "f") }
    #expect(error?.description == "f: relations[0].source: there is no entity 'ent-nobody' in the file")
  }

  @Test func sentenceOutsideItsDocumentIsNamed() {
    let text = Self.facts("\"sentence\":3", "\"sentence\":4")
    let error = #expect(throws: StoreError.self) { try FactFile.decode(Array(text.utf8), name: "f") }
    #expect(error?.description.hasSuffix("mentions[0].sentence: sentence 4 lies outside a document of 4") == true)
  }

  @Test func unknownMembersAndByteOrderMarkAreReadOver() throws {
    let text = "\u{FEFF} {\"new\":{\"a\":[1,-2.5e3,true,null,\"\\u00e9\\ud83d\\ude00\"]},\(Self.empty.dropFirst())\n"
    #expect(try FactFile.decode(Array(text.utf8), name: "f") == FactFile(FactSet()))
  }

  @Test func stringThatIsNotUTF8IsNamed() {
    let bytes = Array("{\"schema\":\"entente/1\",\"x\":\"caf".utf8) + [0xE9] + Array("\"}".utf8)
    let error = #expect(throws: StoreError.self) { try FactFile.decode(bytes, name: "f") }
    #expect(
      error?.description
        == "f:1:27: x: the string that begins here is not UTF-8; save the file as UTF-8")
  }

  @Test func linesOfFactsAreMerged() throws {
    let bytes = FactFile(Sample.facts).jsonLine()
    #expect(try FactFile.decode(bytes + bytes, name: "f") == FactFile(Sample.facts))
  }

  @Test func deepNestingIsAnErrorAndNoCrash() {
    let text = "{\"x\":" + String(repeating: "[", count: 100_000)
    let error = #expect(throws: StoreError.self) { try FactFile.decode(Array(text.utf8), name: "f") }
    #expect(error?.message == "the text is nested more than 256 deep")
  }

  @Test func eachBeginningOfAFileIsAnError() {
    let bytes = FactFile(Sample.facts).jsonLine().dropLast(2)
    for end in stride(from: 0, to: bytes.count, by: 61) {
      #expect(throws: StoreError.self) { try FactFile.decode(Array(bytes[..<end]), name: "f") }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func damagedFilesAreReadOrRefused(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var bytes = FactFile(Sample.facts).jsonLine()
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    do {
      let file = try FactFile.decode(bytes, name: "f")
      #expect(throws: Never.self) { try FactFile.decode(file.json(), name: "f") }
    } catch {
      #expect(!error.message.isEmpty && error.file == "f", "seed \(seed)")
    }
  }
}
