public import Testing

extension Tag {
  /// Takes longer than seconds; runs where `ENTENTE_SLOW_TESTS` is 1, as in `Scripts/test`.
  @Tag public static var slow: Self
}
