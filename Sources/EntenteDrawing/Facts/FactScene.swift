import EntenteModel

/// What a diagram shows of a fact set: who, and which lines between them, before any looks.
struct FactScene: Sendable {
  /// A fact in few words.
  struct Deed: Hashable, Sendable {
    var words: String
    /// Date, place, status, who says so; drawn small.
    var details: [String]
    var status: EventStatus
    var line: LinkClass
    var count = 1
  }

  enum Content: Sendable {
    /// Someone or something, with an office in words.
    case entity(Entity, office: String?)
    /// An event of more than two, or deeds of one that concern nobody else.
    case note([Deed], more: Int)
    /// Entities of one type that have no other tie than to one and the same body.
    case list([Entity])
  }

  struct Node: Sendable {
    var content: Content
    /// The lines that end here, each as often as it stands for a fact.
    var weight = 0
    var evidence: [Evidence] = []

    var entity: Entity? {
      if case .entity(let entity, _) = content { entity } else { nil }
    }

    /// Everyone and everything that the node stands for.
    var entities: [Entity] {
      switch content {
      case .entity(let entity, _): [entity]
      case .list(let entities): entities
      case .note: []
      }
    }

    var isNote: Bool {
      if case .note = content { true } else { false }
    }
  }

  struct Link: Sendable {
    var tail: Int
    var head: Int
    var line: LinkClass
    var status: EventStatus
    /// What the facts of this line are called, each once, in order.
    var words: [String]
    var details: [String]
    /// The facts that the line stands for.
    var count = 1
    var isMutual = false
    var evidence: [Evidence]
  }

  var nodes: [Node] = []
  var links: [Link] = []
  /// Entities that are named but that no fact concerns.
  var tielessCount = 0
  /// Entities that have facts but were left out for want of room or because they lie too far away.
  var leftOutCount = 0
}
