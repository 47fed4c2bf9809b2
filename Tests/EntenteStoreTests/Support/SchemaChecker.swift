import Foundation

/// Holds JSON against the part of JSON Schema (draft 2020-12) that the project's schema is written in.
///
/// Stricter than the standard in two ways: a keyword that it does not know is a fault, and so is a
/// member that the schema does not speak of.
struct SchemaChecker {
  private static let annotations: Set<String> = ["$schema", "$id", "$defs", "title", "description"]

  private let root: [String: Any]

  init(schema: Data) throws {
    root = try JSONSerialization.jsonObject(with: schema) as? [String: Any] ?? [:]
  }

  /// What is wrong with `json`, each fault with the way to it.
  func faults(of json: Data) throws -> [String] {
    check(try JSONSerialization.jsonObject(with: json, options: .fragmentsAllowed), root, "$")
  }

  private func check(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    schema.keys.sorted().flatMap { keyword -> [String] in
      if Self.annotations.contains(keyword) { return [] }
      return check(value, keyword, schema[keyword] ?? NSNull(), schema, path)
    }
  }

  private func check(
    _ value: Any, _ keyword: String, _ operand: Any, _ schema: [String: Any], _ path: String
  ) -> [String] {
    func fault(_ isSound: Bool, _ message: String) -> [String] { isSound ? [] : ["\(path): \(message)"] }
    switch keyword {
    case "$ref": return check(value, definition(operand), path)
    case "type":
      let types = (operand as? [String]) ?? [operand as? String ?? ""]
      return fault(types.contains { matches(value, $0) }, "is not of type \(types)")
    case "const": return fault(equal(value, operand), "is not \(operand)")
    case "enum": return fault((operand as? [Any] ?? []).contains { equal(value, $0) }, "'\(value)' is not listed")
    case "anyOf":
      let schemas = operand as? [[String: Any]] ?? []
      return fault(schemas.contains { check(value, $0, path).isEmpty }, "fits none of the alternatives")
    case "required":
      let missing = (operand as? [String] ?? []).filter { (value as? [String: Any])?[$0] == nil }
      return fault(missing.isEmpty, "lacks \(missing)")
    case "properties": return members(value, operand as? [String: Any] ?? [:], schema, path)
    case "additionalProperties": return additional(value, operand, schema, path)
    case "items":
      return (value as? [Any] ?? []).enumerated().flatMap {
        check($1, operand as? [String: Any] ?? [:], "\(path)[\($0)]")
      }
    case "minItems": return fault((value as? [Any])?.count ?? 0 >= number(operand), "has too few elements")
    case "minimum": return fault(numberOf(value) >= numberOf(operand), "is less than \(operand)")
    case "maximum": return fault(numberOf(value) <= numberOf(operand), "is more than \(operand)")
    case "pattern":
      let text = value as? String ?? ""
      return fault(
        text.range(of: operand as? String ?? "", options: .regularExpression) != nil, "'\(text)' does not fit")
    default: return ["\(path): the checker does not know the keyword '\(keyword)'"]
    }
  }

  private func members(
    _ value: Any, _ properties: [String: Any], _ schema: [String: Any], _ path: String
  ) -> [String] {
    (value as? [String: Any] ?? [:]).sorted { $0.key < $1.key }.flatMap { name, member -> [String] in
      if let inner = properties[name] as? [String: Any] { return check(member, inner, "\(path).\(name)") }
      return schema["additionalProperties"] == nil ? ["\(path): the schema does not speak of '\(name)'"] : []
    }
  }

  private func additional(_ value: Any, _ operand: Any, _ schema: [String: Any], _ path: String) -> [String] {
    let known = (schema["properties"] as? [String: Any] ?? [:]).keys
    return (value as? [String: Any] ?? [:]).sorted { $0.key < $1.key }.flatMap { name, member in
      known.contains(name) ? [] : check(member, operand as? [String: Any] ?? [:], "\(path).\(name)")
    }
  }

  private func definition(_ reference: Any) -> [String: Any] {
    let name = (reference as? String ?? "").replacingOccurrences(of: "#/$defs/", with: "")
    let definitions = root["$defs"] as? [String: Any] ?? [:]
    return definitions[name] as? [String: Any] ?? ["unknown reference \(reference)": true]
  }

  private func matches(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "integer":
      !(value is String) && (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    case "number": !(value is String) && value is NSNumber
    default: false
    }
  }

  private func equal(_ left: Any, _ right: Any) -> Bool { (left as? NSObject) == (right as? NSObject) }

  private func number(_ value: Any) -> Int { (value as? NSNumber)?.intValue ?? 0 }

  private func numberOf(_ value: Any) -> Double { (value as? NSNumber)?.doubleValue ?? .nan }
}
