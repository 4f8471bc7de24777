/// Two tables of scores in JSON, unit by unit, and two lists of files, file by file.
public enum ResultsComparison {
  /// What has become of the files of a list, in words; nothing where all are the same.
  public static func differences(
    from old: [ResultsManifest.Entry], to new: [ResultsManifest.Entry]
  ) -> [String] {
    let gone = old.filter { entry in !new.contains { $0.name == entry.name } }.map { "“\($0.name)”没有了" }
    let others = new.compactMap { entry -> String? in
      guard let before = old.first(where: { $0.name == entry.name }) else { return "多了“\(entry.name)”" }
      return before.fingerprint == entry.fingerprint ? nil : "“\(entry.name)”改过"
    }
    return gone + others
  }

  /// What has become of the units, in words; nothing where all are the same.
  public static func differences(fromJSON old: [UInt8], toJSON new: [UInt8]) -> [String] {
    let (before, after) = (units(of: old), units(of: new))
    var places: [String: Int] = [:]
    for (index, unit) in before.enumerated() { places[unit.name] = index }
    let names = Set(after.map(\.name))
    let gone = before.filter { !names.contains($0.name) }.map { "\($0.name)：原来有，现在没有" }
    return gone
      + after.compactMap { unit in
        guard let place = places[unit.name] else { return "\(unit.name)：原来没有，现在\(unit.standing)" }
        let earlier = before[place]
        if earlier.line == unit.line { return nil }
        return earlier.standing == unit.standing
          ? "\(unit.name)：总分和名次相同（\(unit.standing)），各项得分或结果不同"
          : "\(unit.name)：原来\(earlier.standing)，重算\(unit.standing)"
      }
  }

  /// A unit's line of the JSON document that `ScoreJSON` writes.
  private struct Unit {
    var name: String
    var line: [UInt8]
    var standing: String
  }

  private static let head = Array("{\"unit\":\"".utf8)

  /// The lines that speak of units.
  private static func units(of json: [UInt8]) -> [Unit] {
    json.split(separator: 0x0A).filter { $0.starts(with: head) }.map { line in
      let bytes = line.last == UInt8(ascii: ",") ? Array(line.dropLast()) : Array(line)
      let end = bytes.closed(from: head.count)
      return Unit(
        name: String(decoding: bytes[head.count..<end], as: UTF8.self), line: bytes,
        standing: standing(Array(bytes[end...])))
    }
  }

  /// 总分9.60、第2名; 总分9.00到9.60 where something is missing.
  private static func standing(_ rest: [UInt8]) -> String {
    let ranked = rest.words(behind: "\"rank\":", before: ",")
    let total = rest.bytes(behind: "\"total\":", before: ",\"items\":")
    var published: [String] = []
    var tail = total
    while let figure = tail.words(behind: "\"published\":\"", before: "\"") {
      published.append(figure)
      tail = tail.bytes(behind: "\"published\":\"", before: "")
    }
    let rank = ranked.map { $0 == "null" ? "" : "、第\($0)名" } ?? ""
    return "总分" + published.joined(separator: "到") + rank
  }
}

extension [UInt8] {
  /// The end of the JSON string whose words start at `start`.
  fileprivate func closed(from start: Int) -> Int {
    var index = start
    while index < count, self[index] != 0x22 { index += self[index] == 0x5C ? 2 : 1 }
    return Swift.min(index, count)
  }

  /// What stands behind the first `opening`, up to the next `closing`, or to the end.
  fileprivate func bytes(behind opening: String, before closing: String) -> [UInt8] {
    guard let start = place(of: Array(opening.utf8), from: 0).map({ $0 + opening.utf8.count }) else {
      return []
    }
    let end = closing.isEmpty ? nil : place(of: Array(closing.utf8), from: start)
    return Array(self[start..<(end ?? count)])
  }

  fileprivate func words(behind opening: String, before closing: String) -> String? {
    guard place(of: Array(opening.utf8), from: 0) != nil else { return nil }
    return String(decoding: bytes(behind: opening, before: closing), as: UTF8.self)
  }

  private func place(of words: [UInt8], from start: Int) -> Int? {
    guard count - words.count >= start else { return nil }
    return (start...(count - words.count)).first { self[$0...].starts(with: words) }
  }
}
