/// A colour, written `#RRGGBB`.
public struct DOTColor: Hashable, Sendable, CustomStringConvertible {
  /// The colour as 0xRRGGBB.
  public let rgb: UInt32

  /// The colour 0xRRGGBB; higher bits are dropped.
  public init(_ rgb: UInt32) { self.rgb = rgb & 0xFFFFFF }

  /// `#RRGGBB`.
  public var description: String {
    let digits = String(rgb, radix: 16, uppercase: true)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// White.
  public static let white = DOTColor(0xFFFFFF)
  /// The dark grey of text.
  public static let ink = DOTColor(0x1F2933)
  /// The middle grey of less important text.
  public static let fadedInk = DOTColor(0x4A5560)
}
