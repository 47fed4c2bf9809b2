import ArgumentParser

/// How a command writes its answer.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case json, jsonl, csv, table
}
