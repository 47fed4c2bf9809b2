/// Reads treebanks in the CoNLL-U format of Universal Dependencies.
package enum TreebankReader {
  /// A line that cannot be read.
  package struct Failure: Error, CustomStringConvertible {
    package var file: String
    package var line: Int
    package var message: String
    package var description: String { "\(file):\(line): \(message)" }
  }

  /// The sentences of a file.
  ///
  /// Lines of multi-word tokens and of empty nodes are passed over: the syntactic words count.
  /// Sentences whose words are withheld (`_` throughout) are left out.
  ///
  /// - Throws: `Failure` with the line.
  package static func sentences(in bytes: [UInt8], file: String) throws(Failure) -> [TreebankSentence] {
    var sentences: [TreebankSentence] = []
    var words: [TreebankSentence.Word] = []
    var tokenEnd = 0
    var startsParagraph = false
    func close() {
      let isWithheld = words.allSatisfy { $0.form.allSatisfy { $0 == "_" } }
      if !words.isEmpty, !isWithheld {
        sentences.append(TreebankSentence(words: words, startsParagraph: startsParagraph))
        startsParagraph = false
      }
      words.removeAll(keepingCapacity: true)
      tokenEnd = 0
    }
    var number = 0
    let (newParagraph, newDocument) = (Array("# newpar".utf8), Array("# newdoc".utf8))
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.first == 0x23 {
        if line.starts(with: newParagraph) || line.starts(with: newDocument) { startsParagraph = true }
        continue
      }
      if line.isEmpty || line.first == 0x0D {
        close()
        continue
      }
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard fields.count == 10 else {
        throw Failure(file: file, line: number, message: "\(fields.count) fields where a word has 10")
      }
      let identifier = String(decoding: fields[0], as: UTF8.self)
      if identifier.contains(".") { continue }
      if let dash = identifier.firstIndex(of: "-") {
        tokenEnd = Int(identifier[identifier.index(after: dash)...]) ?? 0
        continue
      }
      let text = { (field: Int) in String(decoding: fields[field], as: UTF8.self) }
      guard let head = Int(text(6)), Int(identifier) == words.count + 1 else {
        throw Failure(file: file, line: number, message: "'\(identifier)' with head '\(text(6))' is out of order")
      }
      let isInside = words.count + 1 < tokenEnd
      words.append(
        TreebankSentence.Word(
          form: text(1), lemma: text(2), upos: text(3), xpos: text(4), head: head, deprel: text(7),
          isFollowedBySpace: !isInside && !text(9).contains("SpaceAfter=No")))
    }
    close()
    return sentences
  }
}
