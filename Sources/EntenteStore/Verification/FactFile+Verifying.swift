public import EntenteModel

extension FactFile {
  /// Holds every fact against the file that it was taken from.
  ///
  /// For each document: the file is the same (SHA-256); every scalar of the repaired text that no repair
  /// made is what its bytes stand for; every repair stands where it says, made of what it says; every sentence lies
  /// in the text; the words of each mention, piece of evidence and trigger stand where they say, also
  /// when the place is led back to bytes of the file; each participant is named by words.
  ///
  /// - Parameter source: reads a document's file anew; what it throws becomes a failure of that document.
  /// - Complexity: O(*n*) in the scalars of the documents and of all words checked.
  public func verify(source: (DocumentRecord) throws -> ReadSource) -> VerificationReport {
    var report = VerificationReport()
    var checks: [DocumentID: DocumentCheck] = [:]
    for document in facts.documents {
      do {
        let read = try source(document)
        report.checked.documents += 1
        checks[document.id] = DocumentCheck(document, read, offsets, &report)
      } catch {
        report.fail(document, "", "file", "it cannot be read anew: \(error)")
      }
    }
    for entity in facts.entities {
      for mention in entity.mentions {
        report.checked.mentions += 1
        checks[mention.document]?.check(mention.span, mention.text, "mention", entity.id.rawValue, &report)
      }
    }
    for relation in facts.relations { check(relation.evidence, relation.id.rawValue, checks, &report) }
    for event in facts.events {
      check(event.evidence, event.id.rawValue, checks, &report)
      report.checked.triggers += 1
      report.checked.participants += event.participants.count
      guard let home = event.evidence.first.flatMap({ checks[$0.document] }) else { continue }
      home.check(event.triggerSpan, event.triggerText, "trigger", event.id.rawValue, &report)
      for participant in event.participants {
        home.check(participant.span, nil, "participant", event.id.rawValue, &report)
      }
    }
    return report
  }

  private func check(
    _ evidence: [Evidence], _ fact: String, _ checks: [DocumentID: DocumentCheck], _ report: inout VerificationReport
  ) {
    for piece in evidence {
      report.checked.evidence += 1
      checks[piece.document]?.check(piece.span, piece.text, "evidence", fact, &report)
    }
  }
}

extension VerificationReport {
  mutating func fail(_ document: DocumentRecord, _ fact: String, _ check: String, _ message: String) {
    failures.append(
      Failure(source: document.source, document: document.id, fact: fact, check: check, message: message))
  }
}
