import EntenteKnowledge
import EntenteModel

/// Turns office statements into relations.
struct OfficeRelations {
  let vocabulary: Vocabulary
  let document: Document
  let lines: [Line]
  let holders: OfficeHolders

  /// The relation of a statement, and the body's entity where the words leave it to be known.
  ///
  /// Nothing where neither the words nor the tables say whose the office is.
  func relation(
    _ statement: OfficeStatement, of person: EntityCard, _ mentions: DocumentMentions
  ) -> (relation: Relation, body: EntityCard)? {
    let line = lines[statement.line]
    let phrase = statement.phrase
    var rule = statement.rule
    let body: EntityCard
    if let mention = phrase.body, let card = mentions.entities[mention.entity] {
      body = card
    } else if let key = phrase.use.title.body, let entry = vocabulary.gazetteer.entry(forKey: key) {
      body = EntityCard(entry)
      rule += "+title-body"
    } else if let key = holders.country(
      of: person.name, title: phrase.use.title.words, on: document.record.date, isFormer: phrase.use.isFormer),
      let entry = vocabulary.gazetteer.entry(forKey: key)
    {
      body = EntityCard(entry)
      rule += "+office-holders"
    } else {
      return nil
    }
    let isOffice = phrase.use.title.kind == .office && body.type != .place
    var attributes = ["title": line.text(phrase.title)]
    if phrase.use.isFormer { attributes["former"] = "true" }
    let relation = Relation(
      type: isOffice ? .holdsOffice : .affiliatedWith, source: person.id, target: body.id, attributes: attributes,
      confidence: rule.contains("+") ? 0.85 : 0.95, rule: rule,
      evidence: [document.evidence(sentence: statement.line, span: line.span(statement.words))])
    return (relation, body)
  }
}
