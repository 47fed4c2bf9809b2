import EntenteModel

/// The looks of an entity by its type: a shape and a hue, never a hue alone.
struct EntityLook: Sendable {
  var shape: DOTShape
  var line: DOTColor
  var fill: DOTColor
  var isRounded = false
  /// Two outlines stand for many.
  var outlines = 1
  /// The shape as a character, for the legend.
  var glyph: String
  var legend: String
  /// Inches at the sides, above and below the label.
  var margin: (Double, Double) { shape == .box ? (0.09, 0.05) : shape == .ellipse ? (0.02, 0.02) : (0.03, 0.03) }

  init(_ type: EntityType) {
    switch type {
    case .person:
      self.init(shape: .ellipse, line: 0xA6487C, fill: 0xF8E8F1, glyph: "◯", legend: "person")
    case .organization:
      self.init(shape: .hexagon, line: 0xB97A00, fill: 0xFCEFD6, glyph: "⬡", legend: "organization")
    case .country:
      self.init(shape: .box, line: 0x0072B2, fill: 0xDFECF7, glyph: "▢", legend: "country, territory")
      isRounded = true
    case .place:
      self.init(shape: .house, line: 0x007A58, fill: 0xDCF2EA, glyph: "⌂", legend: "place")
    case .program:
      self.init(shape: .box, line: 0x5B5EA6, fill: 0xEBEBF6, glyph: "▣", legend: "programme, treaty, law")
      outlines = 2
    case .group:
      self.init(shape: .ellipse, line: 0x5B6770, fill: 0xF0F2F4, glyph: "◎", legend: "group")
      outlines = 2
    }
  }

  private init(shape: DOTShape, line: UInt32, fill: UInt32, glyph: String, legend: String) {
    self.shape = shape
    self.line = DOTColor(line)
    self.fill = DOTColor(fill)
    self.glyph = glyph
    self.legend = legend
  }

  /// The colours of an event note.
  static let noteLine = DOTColor(0x8A7A00)
  static let noteFill = DOTColor(0xFDFAE0)
}
