extension TimeRule {
  /// Periods and days by their distance from another.
  static let shifts: [TimeRule] = [
    TimeRule("{shift} {longUnit}", .shifted),
    TimeRule("the current {longUnit}", .shifted),
    TimeRule("the weekend", .shifted),
    TimeRule("the previous|preceding {longUnit}", .anchored(-1)),
    TimeRule("the following {longUnit}", .anchored(1)),
    TimeRule("the next|following day|morning|night", .anchored(1)),
    TimeRule("that|same {longUnit}", .anchored(0)),
    TimeRule("the same {longUnit}", .anchored(0)),
    TimeRule("{count} {unit} ago", .ago),
    TimeRule("{count} {unit} ago {shift} {longUnit}", .ago),
    TimeRule("{count} {unit} ago today", .ago),
    TimeRule("{vague} {unit} ago", .reference("PAST_REF")),
    TimeRule("{units} ago", .reference("PAST_REF")),
    TimeRule("long ago", .reference("PAST_REF")),
    TimeRule("{count} {unit} from now|today", .ahead),
    TimeRule("{count} {unit} hence", .ahead),
    TimeRule("{vague} {unit} from now", .reference("FUTURE_REF")),
    TimeRule("{count} {unit} earlier|previously", .fromAnchor(-1)),
    TimeRule("{count} {unit} later|afterward|afterwards", .fromAnchor(1)),
    TimeRule("{vague} {unit} earlier|later", .duration),
    TimeRule("the? {past} {count} {unit}", .stretch(-1)),
    TimeRule("the? {past} {vague} {unit}", .stretch(-1)),
    TimeRule("the {past} {longUnit}", .stretch(-1)),
    TimeRule("the? recent {units}", .stretch(-1)),
    TimeRule("the? {future} {count} {unit}", .stretch(1)),
    TimeRule("the? {future} {vague} {unit}", .stretch(1)),
    TimeRule("the? coming|next {units}", .stretch(1)),
    TimeRule("the? {units} ahead|to come", .stretch(1)),
  ]

  /// Present, past and future as such.
  static let references: [TimeRule] = [
    TimeRule("right? now", .reference("PRESENT_REF")),
    TimeRule("currently|nowadays|presently", .reference("PRESENT_REF")),
    TimeRule("these days", .reference("PRESENT_REF")),
    TimeRule("at present", .reference("PRESENT_REF")),
    TimeRule("recently|lately", .reference("PAST_REF")),
    TimeRule("the past", .reference("PAST_REF"), .bareReference),
    TimeRule("the near|immediate|foreseeable? future", .reference("FUTURE_REF"), .bareReference),
  ]
}
