import EntenteGraph
import Testing

@Suite struct PropertyValueTests {
  private let ascending: [PropertyValue] = [
    false, true, -1, 2, .double(-0.5), .double(-0.0), .double(0), 0.5, .double(.infinity), .double(.nan), "", "a", "b",
    [],
    ["a"], ["a", "b"], ["b"],
  ]

  @Test func orderIsTotal() {
    for (left, first) in ascending.enumerated() {
      for (right, second) in ascending.enumerated() {
        #expect((first == second) == (left == right), "\(first) \(second)")
        #expect((first < second) == (left < right), "\(first) \(second)")
      }
    }
  }

  @Test func eachKindGivesItsOwnContent() {
    #expect(PropertyValue.integer(3).integerValue == 3 && PropertyValue.integer(3).doubleValue == 3)
    #expect(PropertyValue.double(0.5).doubleValue == 0.5 && PropertyValue.double(0.5).integerValue == nil)
    #expect(PropertyValue.string("a").stringValue == "a" && PropertyValue.string("a").stringsValue == nil)
    #expect(PropertyValue.strings(["a"]).stringsValue == ["a"] && PropertyValue.boolean(true).booleanValue == true)
  }

  @Test func equalValuesHaveEqualHashes() {
    #expect(Set(ascending + ascending).count == ascending.count)
  }
}
