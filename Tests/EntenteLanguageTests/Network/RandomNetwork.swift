import EntenteTestSupport

@testable import EntenteLanguage

/// Networks of random weights.
enum RandomNetwork {
  /// One that tags and parses.
  static func parser(width: Int = 8, arcs: Int = 8, labels: Int = 4) -> NetworkFile {
    var weights = Weights(seed: 5)
    weights.file.tags = [
      JointTag(upos: "PROPN", xpos: "NNP"), JointTag(upos: "VERB", xpos: "VBZ"), JointTag(upos: "X", xpos: "FW"),
    ]
    weights.file.relations = ["nsubj", "root", "parataxis"]
    weights.file.features = [1, 6]
    weights.add("words", 4, 6)
    weights.add("table0", 10, 4)
    weights.add("table1", 20, 2)
    weights.addLayer("first", width: width, inputs: 12)
    weights.addLayer("second", width: width, inputs: width * 2 + 2)
    weights.add("tags", 3, width * 2)
    weights.add("tags.bias", 1, 3)
    weights.add("mixture", 2, 3)
    weights.add("hidden", 2 * (arcs + labels), width * 2)
    weights.add("hidden.bias", 1, 2 * (arcs + labels))
    weights.add("arcs", arcs, arcs)
    weights.add("relations", 3, labels)
    weights.add("relations.bias", 1, 3)
    weights.add("head", 1, arcs)
    weights.add("root.arc", 1, arcs)
    weights.add("root.label", 1, labels)
    return weights.file
  }

  /// One that finds names on top of ``parser(width:arcs:labels:)``.
  static func finder(width: Int = 8, types: Int = 3) -> NetworkFile {
    var weights = Weights(seed: 6)
    let marks = types * NameMark.allCases.count + 1
    weights.file.entities = Array(["PER", "ORG", "LOC"].prefix(types))
    weights.file.features = [1, 8, 11]
    weights.add("words", 4, 6)
    weights.add("table0", 10, 2)
    weights.add("table1", 5, 2)
    weights.add("table2", 5, 2)
    weights.addLayer("names", width: 8, inputs: width * 2 + 12)
    weights.add("scores", marks, 16)
    weights.add("scores.bias", 1, marks)
    weights.add("transitions", marks, marks)
    return weights.file
  }

  private struct Weights {
    var file = NetworkFile()
    private var generator: SeededGenerator

    init(seed: UInt64) {
      generator = SeededGenerator(seed: seed)
      file.vocabulary = [3, 70_000, 4_000_000_000]
    }

    mutating func add(_ name: String, _ rows: Int, _ columns: Int) {
      let values = (0..<rows * columns).map { _ in Float.random(in: -1...1, using: &generator) }
      file.tensors[name] = NetworkFile.Tensor(rows: rows, columns: columns, values: values)
    }

    mutating func addLayer(_ layer: String, width: Int, inputs: Int) {
      for name in [layer, "\(layer)_reverse"] {
        add("\(name).input", width * 4, inputs)
        add("\(name).recurrence", width * 4, width)
        add("\(name).bias", 1, width * 4)
      }
    }
  }
}
