import EntenteKnowledge

/// What the finders know beforehand, looked up once.
struct Vocabulary: Sendable {
  let gazetteer: Gazetteer
  let offices: OfficeLexicon
  let codebook: Codebook
  let agentNouns: Set<String>
  let groupModifiers: Set<String>
  let governmentNouns: Set<String>
  let organizationHeads: Set<String>
  let programHeads: Set<String>
  let notInPersons: Set<String>
  let commonCapitalised: Set<String>
  let givenNames: Set<String>
  let speechVerbs: Set<String>
  let planVerbs: Set<String>
  let wishVerbs: Set<String>
  let refuseVerbs: Set<String>
  let possibleModals: Set<String>
  let plannedModals: Set<String>
  let hedges: Set<String>
  let negations: Set<String>
  let calendarWords: Set<String>
  let carrierVerbs: Set<String>
  let struckNouns: Set<String>
  let actingNouns: Set<String>

  init(gazetteer: Gazetteer) throws(KnowledgeError) {
    self.gazetteer = gazetteer
    offices = try OfficeLexicon()
    codebook = try Codebook()
    let words = try WordLists()
    agentNouns = words["agent-nouns"]
    groupModifiers = words["group-modifiers"]
    governmentNouns = words["government-nouns"]
    organizationHeads = words["organization-heads"]
    programHeads = words["program-heads"]
    notInPersons = words["person-not"]
    commonCapitalised = words["common-capitalised"]
    givenNames = words["given-names"]
    speechVerbs = words["speech-verbs"]
    planVerbs = words["plan-verbs"]
    wishVerbs = words["wish-verbs"]
    refuseVerbs = words["refuse-verbs"]
    possibleModals = words["modals-possible"]
    plannedModals = words["modals-planned"]
    hedges = words["hedges"]
    negations = words["negations"]
    actingNouns = words["acting-nouns"]
    struckNouns = words["struck-nouns"]
    carrierVerbs = words["carrier-verbs"]
    calendarWords = words["months"].union(words["weekdays"]).union(words["calendar-words"])
  }
}
