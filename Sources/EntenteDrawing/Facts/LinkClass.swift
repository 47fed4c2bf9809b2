import EntenteModel

/// What a line of a diagram stands for; it decides colour, weight and arrow.
///
/// The order is that of the legend. No two classes differ by colour alone.
enum LinkClass: Int, Hashable, Sendable, Comparable, CaseIterable {
  case talks, support, criticism, conflict, sanction
  case office, membership, part, location, alliance, tie
  /// Between an event that is drawn as a note and who takes part in it.
  case involvement

  static func < (left: LinkClass, right: LinkClass) -> Bool { left.rawValue < right.rawValue }

  /// The class of an event's line.
  init(_ type: EventType) {
    switch type {
    case .agree, .consult: self = .talks
    case .support, .concede, .cooperate, .aid, .retreat: self = .support
    case .request, .accuse, .reject, .threaten, .protest: self = .criticism
    case .mobilize, .coerce, .assault: self = .conflict
    case .sanction: self = .sanction
    }
  }

  /// The class of a relation's line.
  init(_ type: RelationType) {
    switch type {
    case .holdsOffice: self = .office
    case .memberOf, .affiliatedWith: self = .membership
    case .partOf: self = .part
    case .locatedIn: self = .location
    case .alliedWith: self = .alliance
    default: self = .tie
    }
  }

  /// What the legend calls it.
  var legend: String {
    switch self {
    case .talks: "talks, agreement"
    case .support: "support, aid"
    case .criticism: "demand, criticism"
    case .conflict: "force, mobilization"
    case .sanction: "sanction"
    case .office: "holds office in"
    case .membership: "belongs to"
    case .part: "part of"
    case .location: "lies in, takes place in"
    case .alliance: "allied"
    case .tie: "other tie"
    case .involvement: "takes part"
    }
  }

  /// A line with its end, as type can show it.
  var glyph: String {
    switch self {
    case .talks: "<—>"
    case .support: "━━▶"
    case .criticism: "──▷"
    case .conflict: "━━▶"
    case .sanction: "━━┫"
    case .office: "──"
    case .membership: "──"
    case .part: "──◇"
    case .location: "──○"
    case .alliance: "━━"
    case .tie: "──>"
    case .involvement: "──"
    }
  }

  var color: DOTColor {
    switch self {
    case .talks: DOTColor(0x33475B)
    case .support: DOTColor(0x0072B2)
    case .criticism, .conflict, .sanction: DOTColor(0xC44E00)
    case .office: DOTColor(0x7A858F)
    case .membership, .part: DOTColor(0xA9B0B7)
    case .location: DOTColor(0x007A58)
    case .alliance: DOTColor(0x56A0CC)
    case .tie, .involvement: DOTColor(0x7A858F)
    }
  }

  /// The colour of words beside the line, dark enough to read.
  var labelColor: DOTColor {
    switch self {
    case .alliance: DOTColor(0x1F6E9C)
    case .office, .membership, .part, .tie, .involvement: .fadedInk
    default: color
    }
  }

  var penWidth: Double {
    switch self {
    case .conflict: 2.4
    case .support, .sanction: 1.9
    case .alliance: 1.6
    case .talks, .criticism: 1.3
    case .office, .tie, .location, .involvement: 1.0
    case .membership, .part: 0.9
    }
  }

  var arrow: DOTArrow {
    switch self {
    case .talks, .tie: .vee
    case .support, .conflict: .normal
    case .criticism: .empty
    case .sanction: .tee
    case .part: .odiamond
    case .location: .odot
    case .office, .membership, .alliance, .involvement: .none
    }
  }

  /// How much of a line without a label the spring engines should leave between its ends, in inches.
  var length: Double {
    switch self {
    case .office, .location: 0.4
    case .involvement: 0.35
    case .part: 0.6
    case .membership: 0.8
    default: 1.0
    }
  }

  /// Whether a line has no direction to tell.
  var isSymmetric: Bool { self == .talks || self == .alliance }

  /// Whether the line's own look says what it is, so that it needs no words.
  var needsNoWords: Bool {
    switch self {
    case .office, .membership, .part, .location, .alliance, .involvement: true
    default: false
    }
  }
}
