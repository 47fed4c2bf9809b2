import Entente

extension Table {
  /// What is known of one thing, a row a field.
  init(fields: [(name: String, value: String)]) {
    self.init(columns: ["field", "value"], rows: fields.map { [.text($0.name), .text($0.value)] })
  }
}
